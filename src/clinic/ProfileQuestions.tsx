import type { ReactNode } from 'react';
import { payerLabels } from '../answers/labels';
import { usualOrder } from '../rules/modifiers';
import { ChoiceField, ProfileTextField } from './profile-fields';
import { yesOrNoWords, linePlanWords, ndcLayoutWords, needWords, refillKitWords, stanceWords } from './profile-words';

/** What is asked of a payer, in the order in which a claim meets it. */
export function ProfileQuestions() {
  return (
    <>
      <Part legend="Payer">
        <ProfileTextField name="name" optional={false} />
        <ChoiceField name="payer" words={payerLabels} unchosen="Choose a payer type" />
      </Part>
      <Part legend="JW and JZ">
        <ChoiceField name="jw" words={stanceWords} />
        <ProfileTextField name="jwFrom" hint="First date of service." />
        <ChoiceField name="jz" words={stanceWords} />
        <ProfileTextField name="jzFrom" hint="First date of service." />
        <ChoiceField name="jzProfessionalOnly" words={yesOrNoWords} />
        <ChoiceField name="smallestPackageOnly" words={yesOrNoWords} />
      </Part>
      <Part legend="Lines and modifiers">
        <ChoiceField name="kd" words={yesOrNoWords} />
        <ChoiceField name="lines" words={linePlanWords} />
        <ProfileTextField name="modifierOrder" hint={`Like KD, JW, JZ, TB. Out of ${usualOrder.join(', ')}.`} />
      </Part>
      <Part legend="NDC">
        <ChoiceField name="ndc" words={needWords} />
        <ChoiceField name="ndcLayout" words={ndcLayoutWords} />
        <ProfileTextField name="ndcDecimals" hint="0 to 3, of a milliliter. Left blank, three are written." />
      </Part>
      <Part legend="Preauthorization">
        <ChoiceField name="authorizationDrug" words={needWords} />
        <ChoiceField name="authorizationPump" words={needWords} />
        <ChoiceField name="authorizationTrial" words={needWords} />
        <ProfileTextField name="authorizationNumberFormat" hint="A for a letter, 9 for a digit, * for either; anything else stands for itself. Like AA999999." />
        <ProfileTextField name="retroactiveDays" hint="0 if it cannot be asked for after the service." />
      </Part>
      <Part legend="Limits">
        <ProfileTextField name="minimumDaysBetweenFills" />
        <ProfileTextField name="unitsPerFill" hint="Of J0475, 10 mg each." />
        <ProfileTextField name="unitsPerPeriod" hint="Of J0475, all fills of the period." />
        <ProfileTextField name="periodDays" hint="Like 90 or 365." />
        <ProfileTextField name="largestTrialDoseMcg" hint="Like 100." />
      </Part>
      <Part legend="Money and time">
        <ChoiceField name="refillKit" words={refillKitWords} />
        <ProfileTextField name="filingDays" hint="After the date of service." />
        <ProfileTextField name="feePerUnit" hint="Like 181.50." />
      </Part>
      <Part legend="Verified">
        <ProfileTextField name="verifiedOn" hint="Month, day and year." />
        <ProfileTextField name="verifiedBy" hint="Who asked the payer." />
        <ProfileTextField name="verifiedReference" hint="Number of the call, letter or page." />
        <ProfileTextField name="reviewBy" hint="From the day after, claims say that it is due." />
      </Part>
    </>
  );
}

function Part({ legend, children }: { legend: string; children: ReactNode }) {
  return (
    <fieldset className="part">
      <legend>{legend}</legend>
      <div className="two-columns">{children}</div>
    </fieldset>
  );
}
