import { fail, needsReview, notApplicable, pass } from '../engine/verdict';
import { aYearAfter, daysAfter, daysBetween, formatDate, formatDays, type IsoDate } from '../engine/dated';
import type { DraftClaim, ServiceLine } from '../engine/claim';
import { linesOf } from '../engine/claim-lines';
import type { BilledService, Encounter, Setting } from '../engine/encounter';
import type { PayerProfile } from '../engine/payer-profile';
import { formatMoney, sumOfMoney, type Money } from '../engine/quantity';
import { rule, type Rule } from '../engine/rule';
import { inWords } from '../engine/typed';
import { cite } from './cite';
import { denials } from './denials';

/** Days after which a plan's claim may already be late: the shortest limit told to be common (row 8 filing plans). */
const shortestCommonLimit = 90;

/** So few days before the end a claim is told to go out: row 8 filing near. */
const daysThatAreFew = 30;

/** Medicare’s filing limit, one calendar year, or that of the payer's profile: rows 8 filing and 8 filing plans. */
const filingRule = rule({
  id: 'claim/filing-limit',
  title: 'Time left to file',
  rows: cite('8 filing', '8 filing exceptions', '8 filing near', '8 filing plans'),
  outcomes: ['fail', 'needs-review', 'pass', 'not-applicable'],
  check({ encounter }) {
    const { payer, profile, dateOfService, preparedOn } = encounter;
    if (payer === 'self-pay') return notApplicable('No claim goes to a payer.');
    if (payer === 'medicare-part-b') {
      const lastDay = aYearAfter(dateOfService);
      const left = daysBetween(preparedOn, lastDay);
      if (left < 0) return pastMedicare(lastDay, -left);
      const byPlan = profile?.filingDays ? profile.filingDays - daysBetween(dateOfService, preparedOn) : left;
      if (left <= byPlan)
        return inTime(
          `Medicare must receive the claim by ${formatDate(lastDay)}.`,
          left,
          'A claim that is returned was never filed',
        );
    }
    return profile?.filingDays ? byProfile(profile, profile.filingDays, encounter) : unknownLimit(encounter);
  },
});

/** The exceptions of 42 CFR 424.44(b): row 8 filing exceptions. */
const exceptions = [
  'If it is right, ask the contractor for an exception (42 CFR 424.44(b)).',
  'One is for an error by Medicare or its contractor.',
  'One is for Medicare cover that was granted back in time. Another: Medicaid then took its money back.',
  'One is for a Medicare Advantage or PACE plan that was ended for an earlier time and took its payment back.',
  'Without an exception, a late claim cannot be appealed.',
].join(' ');

const pastMedicare = (lastDay: IsoDate, passed: number) =>
  fail(
    `Medicare had to receive the claim by ${formatDate(lastDay)}, one calendar year after the service. ` +
      `That was ${formatDays(passed)} ago.`,
    {
      fix: `Check the date of service. ${exceptions}`,
      denial: denials.filedLate,
      goTo: 'dateOfService',
    },
  );

/** The days left, always told; few of them are a check. */
function inTime(until: string, left: number, returned: string) {
  const said =
    left === 0 ? `${until} That is today.` : `${until} ${formatDays(left)} ${left === 1 ? 'is' : 'are'} left.`;
  if (left > daysThatAreFew) return pass(said);
  return needsReview(said, {
    fix: `Send the claim now. ${returned}, so leave time to send it again.`,
    denial: denials.filedLate,
    goTo: 'dateOfService',
    billerMayCheck: true,
  });
}

function byProfile({ name }: PayerProfile, filingDays: number, { dateOfService, preparedOn }: Encounter) {
  const left = filingDays - daysBetween(dateOfService, preparedOn);
  const lastDay = daysAfter(dateOfService, filingDays);
  const until =
    `The profile ${name} allows ${formatDays(filingDays)} from the ` +
    `service${lastDay ? `, to ${formatDate(lastDay)}` : ''}.`;
  if (left >= 0) return inTime(until, left, 'A returned claim may not count as filed');
  return fail(`${until} They ended ${formatDays(-left)} ago.`, {
    fix: 'Check the date of service. If it is right, ask the plan for an exception. Keep proof of an earlier filing.',
    denial: denials.filedLate,
    goTo: 'dateOfService',
    billerMayCheck: true,
  });
}

function unknownLimit({ payer, dateOfService, preparedOn }: Encounter) {
  const passed = Math.max(0, daysBetween(dateOfService, preparedOn));
  const common =
    payer === 'commercial' && passed > shortestCommonLimit
      ? ` Commercial plans are said to have limits of ${shortestCommonLimit} to 180 days.`
      : '';
  return needsReview(
    `This payer’s filing limit is not on file. ${formatDays(passed)} ${passed === 1 ? 'has' : 'have'} passed ` +
      `since the service.${common}`,
    {
      fix: 'Look up the limit in the contract or the payer’s manual. Put it into a payer profile.',
      denial: denials.filedLate,
      goTo: 'profile',
      billerMayCheck: true,
      settledBy: 'payer',
    },
  );
}

/** Where the hospital's own claim is written. */
const hospitalClaims: readonly Setting[] = ['hospital-outpatient', 'critical-access-hospital', 'inpatient'];

/** A patient with Medicare who pays: row 8 self-pay. */
const selfPayRule = rule({
  id: 'claim/self-pay',
  title: 'Patient who pays',
  rows: cite('8 self-pay'),
  outcomes: ['needs-review', 'not-applicable'],
  check({ encounter: { payer, setting } }) {
    if (payer !== 'self-pay') return notApplicable('A payer is billed.');
    if (hospitalClaims.includes(setting)) {
      return needsReview(
        'If the patient has Medicare, the hospital should bill Medicare first. The text read is for physicians.',
        {
          fix: 'Ask whether the patient has Medicare. If so, change the payer type. Confirm it with the hospital.',
          denial: denials.mustFile,
          goTo: 'payer',
          billerMayCheck: true,
        },
      );
    }
    return needsReview(
      'If the patient has Medicare, you must file the claim for a covered service, unless you have opted out.',
      {
        fix:
          'Ask whether the patient has Medicare. If so, change the payer type. ' +
          'If you have opted out, keep the signed private contract.',
        denial: denials.mustFile,
        goTo: 'payer',
        billerMayCheck: true,
      },
    );
  },
});

const serviceDateRule = rule({
  id: 'claim/date-of-service',
  title: 'Date of service',
  rows: cite('8 future'),
  outcomes: ['fail', 'pass'],
  check({ encounter: { dateOfService, preparedOn } }) {
    if (dateOfService > preparedOn) {
      return fail(`The date of service, ${formatDate(dateOfService)}, is after today, ${formatDate(preparedOn)}.`, {
        fix: 'Check the date of service. A claim is sent after the service.',
        denial: denials.early,
        goTo: 'dateOfService',
        certain: true,
      });
    }
    return pass('The date of service is not after today.');
  },
});

/** The total that one Part B claim can hold: row 3.8. */
const claimLimit: Money = { tenthsOfCent: 99_999_990 };

const totalChargeRule = rule({
  id: 'claim/total-charge',
  title: 'Total of the claim',
  rows: cite('3.8'),
  outcomes: ['needs-review', 'not-applicable'],
  check(claim) {
    const { payer, setting } = claim.encounter;
    if (payer !== 'medicare-part-b')
      return notApplicable('The limit of $99,999.99 for one claim was read for Medicare Part B alone.');
    if (hospitalClaims.includes(setting))
      return notApplicable(
        'The limit of $99,999.99 was read for a practice’s claim. A hospital’s claim has none that was read.',
      );
    const charges = linesOf(claim).flatMap(({ charge }) => charge ?? []);
    if (charges.length === 0) return notApplicable('No charge was entered.');
    const total = sumOfMoney(charges);
    if (total.tenthsOfCent <= claimLimit.tenthsOfCent) return notApplicable('The charges fit on one claim.');
    return needsReview(
      `The charges come to ${formatMoney(total)}. First Coast takes at most ${formatMoney(claimLimit)} on one ` +
        'Part B claim.',
      {
        fix:
          'Check the charge per unit. If it is right, ask your contractor how to split the claim. ' +
          'First Coast wants modifier 76 and a note.',
        denial: denials.unreadable,
        goTo: 'chargePerUnit',
        billerMayCheck: true,
      },
    );
  },
});

const lineChargeRule = rule({
  id: 'claim/line-charge',
  title: 'Charge of a line',
  rows: cite('form line'),
  outcomes: ['fail', 'needs-review', 'pass', 'not-applicable'],
  check(claim) {
    const lines = linesOf(claim);
    const charges = lines.flatMap(({ charge }) => charge ?? []);
    if (charges.length === 0) return notApplicable('No charge was entered.');
    if (claim.encounter.payer === 'self-pay') return notApplicable('No claim goes to a payer.');
    const free = lines.find(({ charge }) => charge?.tenthsOfCent === 0);
    if (free) {
      return fail('The charge is $0.00. Every line of a claim needs a charge above that.', {
        fix: 'Enter the charge per unit. Leave it blank if your system fills it in.',
        denial: denials.unreadable,
        ...wayToCharge(free, claim),
        certain: true,
      });
    }
    const bare = lines.filter(({ charge }) => charge === null);
    const [first] = bare;
    if (!first) return pass('Every line has a charge above $0.00.');
    const codes = inWords([...new Set(bare.map(({ hcpcs }) => hcpcs))]);
    return needsReview(`The charge of ${codes} is not entered, so the claim has no total.`, {
      fix: 'Enter it beside the code. Or leave every charge blank, where your system fills them in.',
      denial: denials.unreadable,
      ...wayToCharge(first, claim),
    });
  },
});

/** The field of a line's charge: that of the drug, or that of a row of the services. */
function wayToCharge({ of, hcpcs, charge, lineNumber }: ServiceLine, { encounter: { services }, beside }: DraftClaim) {
  const isBeside = beside.some((line) => line.lineNumber === lineNumber);
  if (of !== 'service') return { goTo: isBeside ? 'beside.chargePerUnit' : 'chargePerUnit' } as const;
  const isIt = ({ code, chargePerUnit }: BilledService) =>
    code === hcpcs && (charge === null ? chargePerUnit === null : chargePerUnit?.tenthsOfCent === 0);
  return { goTo: 'serviceCharge', goToRow: services.findIndex(isIt) } as const;
}

export const filingRules: readonly Rule[] = [filingRule, selfPayRule, serviceDateRule, lineChargeRule, totalChargeRule];
