import { fail, needsReview, notApplicable, pass, type Outcome, type Verdict } from '../engine/verdict';
import { asciiUpper } from '../engine/ascii';
import type { DraftClaim } from '../engine/claim';
import { daysBetween, formatDate, formatDays, type IsoDate } from '../engine/dated';
import type { Encounter, PriorAuthorization } from '../engine/encounter';
import type { Need, PayerProfile } from '../engine/payer-profile';
import { formatUnits, noUnits, unitsLeft, type BillingUnits } from '../engine/quantity';
import { rule, type Rule } from '../engine/rule';
import { cite } from './cite';
import { denials } from './denials';
import { hasDrugLine, type ClaimWithLine, noDrugLine, unitsOfWaste } from './drug-line';
import { itemTwentyThree } from './form-items';
import { worthOf } from './payment-limits';
import { onForm } from './setting-form';

type Approval = Extract<PriorAuthorization, { number: unknown }>;

/**
 * Whether the question of preauthorization stands at all: not without a drug line, not for self-pay, not for Medicare
 * Part B (row 7.3).
 */
function outOfQuestion({ code, encounter }: DraftClaim): Verdict<'needs-review' | 'not-applicable'> | undefined {
  const { payer, profile, priorAuthorization } = encounter;
  if (!code) return noDrugLine;
  if (payer === 'self-pay') return notApplicable('A self-pay service needs no preauthorization.');
  if (payer !== 'medicare-part-b') return undefined;
  if (profile && needOf(profile, encounter) === 'required') return undefined;
  if (priorAuthorization.status === 'not-checked' || priorAuthorization.status === 'not-required') {
    return notApplicable('Medicare Part B does not preauthorize this drug, as a pump maker says.');
  }
  return needsReview(
    'Medicare Part B does not preauthorize this drug, as a pump maker says. ' +
      'But an answer about preauthorization is entered.',
    {
      fix: 'Check the payer type. The answer may belong to a Medicare Advantage or other plan.',
      denial: denials.wrongPayer,
      goTo: 'payer',
    },
  );
}

/**
 * Whether the payer wants preauthorization for what is billed: the trial dose, or the drug of a fill, and the pump on
 * the day of its implant.
 */
function needOf(profile: PayerProfile, { purpose, companions }: Encounter): Need | null {
  const drug = purpose === 'screening-trial' ? profile.authorizationTrial : profile.authorizationDrug;
  if (!companions.includes('62362') || drug === 'required') return drug;
  return profile.authorizationPump === 'required' ? 'required' : drug === null ? null : profile.authorizationPump;
}

const status = rule({
  id: 'preauthorization/status',
  title: 'Preauthorization',
  rows: cite('7.3', '7.5', '7.6', '8'),
  outcomes: ['fail', 'needs-review', 'pass', 'not-applicable'],
  check(claim) {
    const answered = outOfQuestion(claim);
    if (answered) return answered;
    const { priorAuthorization, profile, dateOfService } = claim.encounter;
    const asked = askedOf(claim.encounter);
    switch (priorAuthorization.status) {
      case 'not-checked':
        return notChecked(asked);
      case 'not-required':
        return saidNotRequired(asked);
      case 'pending':
        return pending(asked);
      case 'approved':
        return pass(`Entered: preauthorization is approved.${asked.pump}`);
      case 'denied':
        return fail('Preauthorization was asked for and denied.', {
          fix: 'Hold the claim. Appeal, or ask the plan for a review.',
          denial: denials.authorizationDenied,
          goTo: 'priorAuthorization',
        });
      case 'approved-after-service':
        return retroactive(priorAuthorization, profile, dateOfService);
    }
  },
});

/** What the plan wants: for which service, in whose words, how long it takes a request, and what of a pump to come. */
type Asked = {
  readonly need: Need | null;
  readonly isMedicare: boolean;
  readonly service: string;
  readonly profileName: string | undefined;
  readonly late: string;
  readonly pump: string;
};

function askedOf(encounter: Encounter): Asked {
  const { payer, profile, purpose, companions, dateOfService, preparedOn } = encounter;
  const isTrial = purpose === 'screening-trial';
  const service = `${isTrial ? 'the trial' : 'the drug'}${companions.includes('62362') ? ' or the pump' : ''}`;
  const allowed = profile?.retroactiveDays ?? null;
  const left = allowed === null ? null : allowed - daysBetween(dateOfService, preparedOn);
  return {
    need: profile && needOf(profile, encounter),
    isMedicare: payer === 'medicare-part-b',
    service,
    profileName: profile?.name,
    late: left === null || dateOfService > preparedOn ? '' : ` ${requestDays(left)}`,
    pump: isTrial && profile?.authorizationPump === 'required' ? ' A pump that may follow needs it as well.' : '',
  };
}

const noAuthorization = { denial: denials.noAuthorization, goTo: 'priorAuthorization' } as const;

function notChecked({ need, isMedicare, service, profileName, late, pump }: Asked) {
  const profileSays = `The profile ${profileName} says that ${service} needs`;
  if (need === 'not-required') return pass(`${profileSays} no preauthorization.${pump}`);
  const none = `${profileSays} preauthorization, and none is entered.`;
  if (need === 'required' && isMedicare) return saidToWantNone(none);
  if (need === 'required') {
    return fail(`${none}${late}${pump}`, {
      fix: 'Get the preauthorization before the claim goes out, or enter the approval.',
      ...noAuthorization,
    });
  }
  return needsReview(`Nobody has checked yet whether this plan wants preauthorization for ${service}.${late}${pump}`, {
    fix: 'Ask the plan before the claim goes out, and enter the answer.',
    ...noAuthorization,
  });
}

function saidNotRequired({ need, isMedicare, service, profileName, late, pump }: Asked) {
  const needsOne = `The profile ${profileName} says that ${service} needs one.`;
  const against = `Entered: no preauthorization is required. ${needsOne}`;
  if (need === 'required' && isMedicare) return saidToWantNone(against);
  if (need === 'required') {
    const fix = 'Ask the plan, then correct the answer or the profile.';
    return fail(`${against}${late}${pump}`, { fix, ...noAuthorization });
  }
  return pass(`Entered: the plan wants no preauthorization.${pump}`);
}

function pending({ need, service, profileName, pump }: Asked) {
  if (need === 'not-required') {
    const none = `But the profile ${profileName} says that ${service} needs none.`;
    return needsReview(`Preauthorization was asked for and is not answered yet. ${none}`, {
      fix: 'Ask the plan whether it wants one, then correct the answer or the profile.',
      ...noAuthorization,
    });
  }
  return fail(`Preauthorization was asked for and is not answered yet.${pump}`, {
    fix: 'Wait for the answer and enter it before the claim goes out.',
    ...noAuthorization,
  });
}

/** A profile against row 7.3, which a pump maker alone says of original Medicare. */
const saidToWantNone = (profileSays: string) =>
  needsReview(`${profileSays} Medicare Part B is said to want none.`, {
    fix: 'Check the profile and the payer type.',
    denial: denials.noAuthorization,
    goTo: 'profile',
    billerMayCheck: true,
  });

/** How long the plan may still be asked after the service. */
const requestDays = (left: number): string =>
  left < 0
    ? 'The time in which the plan takes a request after the service has passed.'
    : left === 0
      ? 'The plan takes a request until today.'
      : `The plan still takes a request for ${formatDays(left)}.`;

/** An approval that was asked for after the service, held against the days that the plan allows for it. */
function retroactive({ askedOn }: Approval, profile: PayerProfile | null, dateOfService: IsoDate) {
  const allowed = profile?.retroactiveDays ?? null;
  if (allowed === null) {
    return needsReview(
      'Preauthorization was approved only after the service. How late this plan lets one ask is not known.',
      {
        fix: 'Ask the plan whether the approval counts for this date of service, and keep the answer.',
        denial: denials.authorizationLate,
        goTo: 'priorAuthorization',
        billerMayCheck: true,
        settledBy: 'payer',
      },
    );
  }
  if (askedOn === null) {
    return needsReview(
      'Preauthorization was approved only after the service. ' +
        `The plan takes a request up to ${formatDays(allowed)} after it. ` +
        'The day on which it was asked for is missing.',
      {
        fix: 'Enter the day on which it was asked for.',
        denial: denials.authorizationLate,
        goTo: 'askedOn',
      },
    );
  }
  const days = daysBetween(dateOfService, askedOn);
  const asked =
    `It was asked for on ${formatDate(askedOn)}, ${formatDays(days)} after the service. ` +
    `The plan takes a request up to ${formatDays(allowed)} after it.`;
  if (days <= allowed)
    return pass(days < 0 ? `It was asked for on ${formatDate(askedOn)}, before the service.` : asked);
  return fail(asked, {
    fix: 'Check the dates. If they are right, ask the plan for an exception before the claim goes out.',
    denial: denials.authorizationLate,
    goTo: 'askedOn',
  });
}

/** A rule about an approval's own facts; silent unless there is an approval that matters. */
function approvalRule<const O extends Outcome>(
  id: Rule['id'],
  title: string,
  rows: Rule['rows'],
  outcomes: readonly O[],
  check: (approval: Approval, claim: DraftClaim) => NoInfer<Verdict<O>>,
): Rule {
  return rule({
    id,
    title,
    rows,
    outcomes: ['not-applicable', ...outcomes],
    check(claim): Verdict<O | 'not-applicable'> {
      const { priorAuthorization } = claim.encounter;
      if (outOfQuestion(claim) || !('number' in priorAuthorization))
        return notApplicable('There is no approval to compare.');
      return check(priorAuthorization, claim);
    },
  });
}

const number = approvalRule(
  'preauthorization/number',
  'Preauthorization number',
  cite('7.1', '7.2'),
  ['fail', 'needs-review', 'pass'],
  (approval, { encounter: { profile, setting } }) => {
    if (approval.number === null || itemTwentyThree(approval.number) === '') {
      return fail('Preauthorization is approved, but its number is missing.', {
        fix: 'Enter the number from the plan’s letter.',
        denial: denials.noAuthorization,
        goTo: 'priorAuthorizationNumber',
      });
    }
    const format = profile?.authorizationNumberFormat ?? null;
    const sent =
      `${onForm(setting, 'Item 23', 'FL 63')} and REF G1 take ${itemTwentyThree(approval.number)}, without hyphens ` +
      'and spaces.';
    if (format !== null && !fitsFormat(itemTwentyThree(approval.number), itemTwentyThree(format))) {
      return needsReview(
        `${approval.number} is not of the form ${format} that the profile ${profile?.name} has. ` +
          `There A is a letter, 9 a digit, * either. ${sent}`,
        {
          fix: 'Compare it with the plan’s letter. It may be a reference number, or the number of another plan.',
          denial: denials.authorizationMismatch,
          goTo: 'priorAuthorizationNumber',
          billerMayCheck: true,
        },
      );
    }
    return pass(sent);
  },
);

/**
 * Whether a number is of the form that a payer profile has: A a letter, 9 a digit, * either; anything else stands for
 * itself.
 */
function fitsFormat(number: string, format: string): boolean {
  const kinds: Readonly<Record<string, RegExp>> = { A: /\p{L}/u, 9: /\d/, '*': /[\p{L}\d]/u };
  const [characters, places] = [[...number], [...format]];
  return (
    characters.length === places.length &&
    places.every((place, at) => {
      const character = characters[at] ?? '';
      return kinds[place]?.test(character) ?? asciiUpper(character) === asciiUpper(place);
    })
  );
}

const dates = approvalRule(
  'preauthorization/dates',
  'Days that the preauthorization covers',
  cite('8', '7.6'),
  ['fail', 'needs-review', 'pass'],
  ({ firstDay, lastDay }, { encounter: { dateOfService } }) => {
    const served = formatDate(dateOfService);
    if (firstDay !== null && dateOfService < firstDay) {
      return fail(`The service of ${served} is before the first valid date, ${formatDate(firstDay)}.`, {
        fix: 'Ask the plan to cover the date of service, or check the dates.',
        denial: denials.authorizationMismatch,
        goTo: 'firstDay',
      });
    }
    if (lastDay !== null && dateOfService > lastDay) {
      return fail(`The service of ${served} is after the last valid date, ${formatDate(lastDay)}.`, {
        fix: 'Ask the plan to extend it, or check the dates.',
        denial: denials.authorizationExpired,
        goTo: 'lastDay',
      });
    }
    if (firstDay === null || lastDay === null) {
      const which = firstDay === null ? 'first' : 'last';
      const missing = firstDay === lastDay ? 'Both valid dates are' : `The ${which} valid date is`;
      return needsReview(`${missing} missing, so the date of service is not compared.`, {
        fix: 'Enter the dates from the plan’s letter.',
        denial: denials.authorizationMismatch,
        goTo: firstDay === null ? 'firstDay' : 'lastDay',
      });
    }
    return pass(`The service of ${served} lies within ${formatDate(firstDay)} to ${formatDate(lastDay)}.`);
  },
);

const units = approvalRule(
  'preauthorization/units',
  'Units that the preauthorization covers',
  cite('8'),
  ['fail', 'needs-review', 'pass', 'not-applicable'],
  ({ unitsApproved, unitsUsed }, claim) => {
    if (!hasDrugLine(claim)) return noDrugLine;
    const { totalUnits: billed } = claim;
    if (claim.drug === 'other' && unitsApproved === null) return whetherItCovers(claim);
    if (unitsApproved === null) {
      return needsReview('The units approved are missing, so they are not compared with the units billed.', {
        fix: 'Enter the units from the plan’s letter.',
        denial: denials.authorizationExceeded,
        goTo: 'unitsApproved',
        billerMayCheck: true,
      });
    }
    const left = unitsLeft(unitsApproved, unitsUsed ?? noUnits);
    const over = unitsLeft(billed, left);
    const ofWaste = unitsOfWaste(claim);
    const counted = wasteCounted(ofWaste);
    const compared = `Billed: ${formatUnits(billed)}. Left of the ${unitsApproved.units} approved: ${left.units}.`;
    if (over.units > 0) {
      const onlyWaste = unitsLeft(over, ofWaste).units === 0;
      const check = onlyWaste ? 'Ask the plan whether it counts JW.' : 'Check the numbers.';
      return fail(`${compared} Not covered: ${formatUnits(over)}${worthOf(over, claim)}.${counted}`, {
        fix: `${check} Ask for more units before the claim goes out, if they are needed.`,
        denial: denials.authorizationExceeded,
        goTo: 'unitsApproved',
        billerMayCheck: onlyWaste,
      });
    }
    if (unitsUsed === null) {
      const ofApproved = `Billed: ${formatUnits(billed)}, of the ${unitsApproved.units} approved.`;
      return needsReview(`${ofApproved} The units already used are not entered.${counted}`, {
        fix: 'Enter how many units earlier claims have used, or 0.',
        denial: denials.authorizationExceeded,
        goTo: 'unitsUsed',
      });
    }
    return pass(`${compared}${counted}`);
  },
);

/** The approval told units of the first drug alone; whether it holds for a second one of the day, its letter says. */
const whetherItCovers = ({ code, totalUnits }: ClaimWithLine) =>
  needsReview(
    `The units approved are held against the first drug. Whether ${formatUnits(totalUnits)} of ${code.hcpcs} are ` +
      'covered too is not known.',
    {
      fix: 'Look into the plan’s letter and enter the units of this drug. Ask for its approval, if it has none.',
      denial: denials.authorizationExceeded,
      goTo: 'unitsApproved',
      billerMayCheck: true,
    },
  );

/** " 1 unit of waste (JW) is counted. …"; nothing without waste. */
function wasteCounted(ofWaste: BillingUnits): string {
  if (ofWaste.units === 0) return '';
  const are = ofWaste.units === 1 ? 'is' : 'are';
  return ` ${formatUnits(ofWaste)} of waste (JW) ${are} counted. Plans differ on whether JW counts.`;
}

export const priorAuthorizationRules: readonly Rule[] = [status, number, dates, units];
