import { useState } from 'react';
import { useWatch } from 'react-hook-form';
import type { FormItems } from '../engine/claim';
import type { PreparedClaim } from '../engine/prepared-claim';
import { formatDate, formatDay } from '../engine/dated';
import type { Office, PrintOffset } from '../engine/clinic-file';
import { inSentence } from '../engine/typed';
import { notesOnClaim, reasonsAgainstClaim, type Reason } from '../formats/written';
import { claimInShort } from '../results/ClaimPanel';
import { linesOf } from '../engine/claim-lines';
import { lineInShort } from '../results/lines-as-text';
import { NotBilled } from '../results/NotBilled';
import { useCopy } from '../results/use-copy';
import { meaningOf } from '../results/words';
import { patientInShort } from '../answers/as-entered';
import { useDraft } from '../fields/drafts';
import { useAnswer, useWorksheetForm } from '../fields/form';
import { payerLabels, settingLabels } from '../answers/choice-labels';
import type { WorksheetText } from '../answers/worksheet-text';
import { Cms1500View } from './Cms1500View';
import { Choices } from '../controls/Choices';
import { TextField } from '../controls/TextField';
import { DataFiles } from './DataFiles';
import { Notes } from './Notes';
import type { GoTo } from '../results/Findings';
import { Reasons } from './Reasons';
import type { OnOfficeChange } from './PartyForm';
import { originalLabel, readOriginal, resubmissionOf } from '../answers/resubmission';
import { Ub04View } from './Ub04View';
import { X12View } from './X12View';
import './handover.css';

type HandoverProps = {
  /** Null while there is none; undefined while the drawer is closed, which draws nothing anew. */
  claim: PreparedClaim | null | undefined;
  offset: PrintOffset;
  onOffsetChange: (offset: PrintOffset) => void;
  office: Office;
  onOfficeChange: OnOfficeChange;
  onGoTo: GoTo;
};

const takers = {
  'cms-1500': 'CMS-1500, by item number',
  'ub-04': 'UB-04, by form locator',
  '837P': '837P',
  '837I': '837I',
  data: 'CSV, JSON or FHIR',
} as const;
type Taker = keyof typeof takers;
const noneChosen: Readonly<Partial<Record<FormItems['form'], Taker>>> = {};

/** The forms that the setting bills on, and the files. */
function takersOf({ formItems: { form } }: PreparedClaim): Readonly<Partial<typeof takers>> {
  const { '837P': ofOffice, '837I': ofHospital, data, ...forms } = takers;
  return {
    ...forms,
    ...(form === 'institutional' ? {} : { '837P': ofOffice }),
    ...(form === 'professional' ? {} : { '837I': ofHospital }),
    data,
  };
}

const frequencies = {
  '1': 'A first claim',
  '7': 'Replaces an earlier claim (7)',
  '8': 'Voids an earlier claim (8)',
} as const;

/** How the claim gets into the system that sends it, without a number being typed again. */
export function Handover({ claim: current, ...clinic }: HandoverProps) {
  const [claim, setClaim] = useState(current);
  if (current !== undefined && current !== claim) setClaim(current);
  // What the system of the clinic takes is the same for its next claim of that kind.
  const [asked, setAsked] = useDraft('system:asked', false);
  const [takers, setTakers] = useDraft('system:takers', noneChosen);
  if (!claim) return <p>There is no claim yet: close this and see what is missing.</p>;
  const offered = takersOf(claim);
  const kind = claim.formItems.form;
  const chosen = takers[kind];
  const taker = chosen && chosen in offered ? chosen : usualTaker(claim);
  const choose = (taker: Taker) => setTakers((before) => ({ ...before, [kind]: taker }));
  const against = reasonsAgainstClaim(claim);
  return (
    <div className="handover">
      <ClaimInShort claim={claim} />
      <OneOf name="taker" label="What does your system take?" words={offered} value={taker} onChoose={choose} />
      <SaidOfClaim claim={claim} taker={taker} against={against} onGoTo={clinic.onGoTo} />
      {against.length > 0 ? null : <FirstOrNot />}
      <Views
        {...clinic}
        claim={claim}
        taker={taker}
        isRefused={against.length > 0}
        asked={asked}
        onAsk={() => setAsked(true)}
      />
    </div>
  );
}

function usualTaker({ formItems, encounter }: PreparedClaim): Taker {
  return formItems.form === 'institutional' || (formItems.form === 'either' && encounter.payer === 'medicare-part-b')
    ? 'ub-04'
    : 'cms-1500';
}

/** Whether the claim is a first one, as the record tells it. */
function useResubmission() {
  const { value: frequency } = useAnswer('frequency');
  const { value: originalReference } = useAnswer('originalReference');
  return resubmissionOf({ frequency, originalReference });
}

/** Whose claim it is: told beside all that leaves. */
function useWhose(claim: PreparedClaim): string {
  const { encounter } = claim;
  const { control } = useWorksheetForm();
  const patient = useWatch({ control, compute: patientInShort });
  const lines = linesOf(claim).map(lineInShort).join(', ');
  return `For ${patient}, service of ${formatDay(encounter.dateOfService)}: ${lines}.`;
}

function ClaimInShort({ claim }: { claim: PreparedClaim }) {
  const resubmission = useResubmission();
  const { encounter, payment, status } = claim;
  return (
    <p>
      <strong>{claimInShort(claim)}.</strong> {payerLabels[encounter.payer]},{' '}
      {inSentence(settingLabels[encounter.setting])}, service of {formatDate(encounter.dateOfService)}.{' '}
      {status === 'ready' ? '' : meaningOf(claim)}{' '}
      {payment && !payment.separate ? `For the record: not paid separately. ${payment.because}` : ''}{' '}
      {resubmission.code === '1' || resubmission.original === ''
        ? ''
        : `${resubmission.code === '7' ? 'Replaces' : 'Voids'} the payer’s claim ${resubmission.original}.`}
    </p>
  );
}

type SaidOfClaimProps = { claim: PreparedClaim; taker: Taker; against: readonly Reason[]; onGoTo: GoTo };

/** What is to be known before anything is copied; where nothing is written, why. */
function SaidOfClaim({ claim, taker, against, onGoTo }: SaidOfClaimProps) {
  const { control } = useWorksheetForm();
  const decided = useWatch({ control, compute: isDecided });
  const whose = useWhose(claim);
  const { overrides } = claim.encounter;
  const isForm = taker === 'cms-1500' || taker === 'ub-04';
  const isRefused = against.length > 0;
  return (
    <>
      <NotBilled claim={claim} />
      {isForm ? null : <Notes notes={notesOnClaim(claim)} />}
      {/* Files say it beside their own buttons. */}
      {!isRefused && isForm ? <p className="whose">{whose}</p> : null}
      {isRefused && decided && overrides.length === 0 ? (
        <p className="warning">
          What was decided of the findings was for another patient or other facts, and does not stand for this claim.
        </p>
      ) : null}
      {isRefused ? <Reasons id={claimReasons} what="This claim" refused={against} onGoTo={onGoTo} /> : null}
    </>
  );
}

const claimReasons = 'claim-reasons';

/** Whether somebody decided, with name and reason, to send it all the same. */
const isDecided = (record: WorksheetText): boolean =>
  record.overrides.some(({ who, why }) => who.trim() !== '' && why.trim() !== '');

/** A first claim, or one that replaces or voids another; where the payer takes none, each form and file says so. */
function FirstOrNot() {
  const { value: code, change: setCode } = useAnswer('frequency');
  const { value: original, change: setOriginal } = useAnswer('originalReference');
  const reading = readOriginal(original);
  return (
    <>
      <OneOf name="frequency" label="This claim is" words={frequencies} value={code} onChoose={setCode} />
      {code === '1' ? null : (
        <TextField
          id="original-reference"
          label={originalLabel}
          problem={'problem' in reading && original !== '' ? reading.problem : undefined}
          field={{ name: 'original-reference', value: original, onChange: ({ target }) => setOriginal(target.value) }}
        />
      )}
    </>
  );
}

type ViewsProps = Omit<HandoverProps, 'claim'> & {
  claim: PreparedClaim;
  taker: Taker;
  /** Whether the claim goes into no form and no file; why stands above. */
  isRefused: boolean;
  asked: boolean;
  onAsk: () => void;
};

/** The claim as the chosen system takes it. */
function Views({
  claim,
  taker,
  isRefused,
  asked,
  onAsk,
  offset,
  onOffsetChange,
  office,
  onOfficeChange,
  onGoTo,
}: ViewsProps) {
  const copying = useCopy();
  const parties = { office, onOfficeChange, asked, onAsk };
  const view = { claim, whose: useWhose(claim), resubmission: useResubmission(), copying, onGoTo };
  return (
    <>
      <p role="status" className="ds-u-visibility--screen-reader">
        {copying.said}
      </p>
      {copying.refused !== '' && taker !== 'data' ? (
        <p className="warning">The browser did not allow copying. Select the text and copy it.</p>
      ) : null}
      {taker === 'data' ? <DataFiles {...view} reasonsAbove={isRefused ? claimReasons : null} /> : null}
      {taker === 'cms-1500' && !isRefused ? (
        <Cms1500View {...view} {...{ offset, onOffsetChange, office, onOfficeChange, asked, onAsk }} />
      ) : null}
      {taker === 'ub-04' && !isRefused ? <Ub04View {...view} {...parties} /> : null}
      {(taker === '837P' || taker === '837I') && (!isRefused || asked) ? (
        <X12View {...view} {...parties} form={taker} reasonsAbove={isRefused} />
      ) : null}
    </>
  );
}

type OneOfProps<Value extends string> = {
  name: string;
  label: string;
  words: Readonly<Partial<Record<Value, string>>>;
  value: Value;
  onChoose: (value: Value) => void;
};

/** The choices of those words that there are. */
const choicesIn = <Value extends string>(words: Readonly<Partial<Record<Value, string>>>) =>
  (Object.entries(words) as [Value, string][]).map(([value, label]) => ({ value, label }));

/** One choice out of a few, all of them to be seen. */
function OneOf<Value extends string>({ name, label, words, value, onChoose }: OneOfProps<Value>) {
  return (
    <Choices
      type="radio"
      className="inline-choices"
      id={name}
      name={name}
      label={label}
      choices={choicesIn(words).map((choice) => ({ ...choice, checked: choice.value === value }))}
      onChange={({ target }) => onChoose(target.value as Value)}
    />
  );
}
