import type { DraftClaim } from '../engine/claim';
import { formatDate } from '../engine/dated';
import type { PriorAuthorization } from '../engine/encounter';
import { formatUnits, noUnits, unitsLeft } from '../engine/quantity';
import { fail, needsReview, notApplicable, pass, type Rule, type Verdict } from '../engine/rule';
import { cite } from './citations';
import { denials } from './denials';
import { itemTwentyThree } from './form-items';

type Approval = Extract<PriorAuthorization, { number: unknown }>;

/** Whether the question of preauthorization stands at all: not without a drug line, not for self-pay, not for Medicare Part B (row 7.3). */
function outOfQuestion({ code, encounter: { payer, priorAuthorization } }: DraftClaim): Verdict | undefined {
  if (!code) return notApplicable('There is no drug line.');
  if (payer === 'self-pay') return notApplicable('A self-pay service needs no preauthorization.');
  if (payer !== 'medicare-part-b') return undefined;
  if (priorAuthorization.status === 'not-checked' || priorAuthorization.status === 'not-required') {
    return notApplicable('Medicare Part B does not preauthorize this drug.');
  }
  return needsReview('Medicare Part B does not preauthorize this drug, but an answer about preauthorization is entered.', {
    fix: 'Check the payer type: the answer may belong to a Medicare Advantage or other plan.',
    goTo: 'payer',
  });
}

const status: Rule = {
  id: 'preauthorization/status',
  title: 'Preauthorization',
  citations: cite('7.3', '7.5', '7.6', '8'),
  check(claim) {
    const answered = outOfQuestion(claim);
    if (answered) return answered;
    const { priorAuthorization } = claim.encounter;
    return byStatus[priorAuthorization.status]();
  },
};

const byStatus = {
  'not-checked': () =>
    needsReview('Nobody has checked yet whether this plan wants preauthorization for the drug.', {
      fix: 'Ask the plan before the claim goes out, and enter the answer.',
      denial: denials.noAuthorization,
      goTo: 'priorAuthorization',
    }),
  'not-required': () => pass('Entered: the plan wants no preauthorization.'),
  pending: () =>
    fail('Preauthorization was asked for and is not answered yet.', {
      fix: 'Wait for the answer and enter it; a claim sent now is denied.',
      denial: denials.noAuthorization,
      goTo: 'priorAuthorization',
    }),
  approved: () => pass('Entered: preauthorization is approved.'),
  denied: () =>
    fail('Preauthorization was denied.', {
      fix: 'Do not send the claim as covered. Ask the plan for the reason and its way of review.',
      denial: denials.noAuthorization,
      goTo: 'priorAuthorization',
    }),
  'approved-after-service': () =>
    needsReview('Preauthorization was approved only after the service; the time that this plan allows for that is not known.', {
      fix: 'Ask the plan whether it takes it for this date of service, and keep the answer.',
      denial: denials.authorizationLate,
      goTo: 'priorAuthorization',
      billerMayCheck: true,
    }),
} as const satisfies Record<PriorAuthorization['status'], () => Verdict>;

/** A rule about an approval's own facts; silent unless there is an approval that matters. */
function approvalRule(
  id: Rule['id'],
  title: string,
  citations: Rule['citations'],
  check: (approval: Approval, claim: DraftClaim) => Verdict,
): Rule {
  return {
    id,
    title,
    citations,
    check(claim) {
      const { priorAuthorization } = claim.encounter;
      if (outOfQuestion(claim) || !('number' in priorAuthorization)) return notApplicable('There is no approval to compare.');
      return check(priorAuthorization, claim);
    },
  };
}

const number = approvalRule('preauthorization/number', 'Preauthorization number', cite('7.1'), (approval) => {
  if (approval.number !== null) return pass(`Item 23 takes ${itemTwentyThree(approval.number)}.`);
  return fail('Preauthorization is approved, but its number is missing.', {
    fix: 'Enter the number from the plan’s letter.',
    denial: denials.noAuthorization,
    goTo: 'priorAuthorizationNumber',
  });
});

const dates = approvalRule(
  'preauthorization/dates',
  'Days that the preauthorization covers',
  cite('8', '7.6'),
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
        denial: denials.authorizationExceeded,
        goTo: 'lastDay',
      });
    }
    if (firstDay === null || lastDay === null) {
      return needsReview(`${firstDay === lastDay ? 'Both valid dates are' : `The ${firstDay === null ? 'first' : 'last'} valid date is`} missing, so the date of service is not compared.`, {
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
  ({ unitsApproved, unitsUsed }, { lines, totalUnits: billed }) => {
    if (lines.length === 0) return notApplicable('There is no drug line.');
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
    if (over.units > 0) {
      return fail(`Billed: ${formatUnits(billed)}. Left of the ${unitsApproved.units} approved: ${left.units}. Not covered: ${formatUnits(over)}.`, {
        fix: 'Ask the plan for more units before the claim goes out, or check the numbers.',
        denial: denials.authorizationExceeded,
        goTo: 'unitsApproved',
      });
    }
    if (unitsUsed === null) {
      return needsReview(`${formatUnits(billed)} of ${unitsApproved.units} approved; units already used were not entered.`, {
        fix: 'Enter how many units earlier claims have used, or 0.',
        denial: denials.authorizationExceeded,
        goTo: 'unitsUsed',
      });
    }
    return pass(`Billed: ${formatUnits(billed)}. Left of the ${unitsApproved.units} approved: ${left.units}.`);
  },
);

export const priorAuthorizationRules: readonly Rule[] = [status, number, dates, units];
