import { daysBetween, formatDate, formatDays, isOverAYearAfter } from '../engine/dated';
import type { Encounter } from '../engine/encounter';
import type { PayerProfile } from '../engine/payer-profile';
import { formatMoney, sumOfMoney, type Money } from '../engine/quantity';
import { fail, needsReview, notApplicable, pass, rule, type Rule } from '../engine/rule';
import { cite } from './cite';
import { denials } from './denials';

/** Days after which a plan's claim may already be late: the shortest limit told to be common (row 8 filing plans). */
const shortestCommonLimit = 90;

/** Medicare’s filing limit, one calendar year, or that of the payer's profile: rows 8 filing and 8 filing plans. */
const filingRule = rule({
  id: 'claim/filing-limit',
  title: 'Time left to file',
  rows: cite('8 filing', '8 filing plans'),
  outcomes: ['fail', 'needs-review', 'pass', 'not-applicable'],
  check({ encounter }) {
    const { payer, profile, dateOfService, preparedOn } = encounter;
    if (payer === 'self-pay') return notApplicable('No claim goes to a payer.');
    if (payer === 'medicare-part-b' && isOverAYearAfter(preparedOn, dateOfService)) {
      return fail(`The service of ${formatDate(dateOfService)} is more than one calendar year before ${formatDate(preparedOn)}.`, {
        fix: 'Check the date of service. Medicare takes no claim after one year, and such a denial cannot be appealed.',
        denial: denials.filedLate,
        goTo: 'dateOfService',
      });
    }
    if (profile?.filingDays) return byProfile(profile, profile.filingDays, encounter);
    if (payer !== 'medicare-part-b') return unknownLimit(encounter);
    return pass('The claim is within Medicare’s one calendar year.');
  },
});

function byProfile({ name }: PayerProfile, filingDays: number, { dateOfService, preparedOn }: Encounter) {
  const left = filingDays - daysBetween(dateOfService, preparedOn);
  if (left >= 0) return pass(`The profile ${name} allows ${filingDays} days from the service; ${formatDays(left)} ${left === 1 ? 'is' : 'are'} left.`);
  return fail(`The profile ${name} allows ${filingDays} days from the service of ${formatDate(dateOfService)}; they ended ${formatDays(-left)} ago.`, {
    fix: 'Check the date of service. If it is right, ask the plan whether it makes an exception, and keep proof of an earlier filing.',
    denial: denials.filedLate,
    goTo: 'dateOfService',
    billerMayCheck: true,
  });
}

function unknownLimit({ dateOfService, preparedOn }: Encounter) {
  const passed = Math.max(0, daysBetween(dateOfService, preparedOn));
  const said = passed > shortestCommonLimit ? `; limits of ${shortestCommonLimit} to 180 days are said to be common` : '';
  return needsReview(`This plan’s filing limit is not on file. ${formatDays(passed)} ${passed === 1 ? 'has' : 'have'} passed since the service${said}.`, {
    fix: 'Look the limit up in the contract, and put it into a payer profile.',
    denial: denials.filedLate,
    goTo: 'profile',
    billerMayCheck: true,
  });
}

const serviceDateRule = rule({
  id: 'claim/date-of-service',
  title: 'Date of service',
  rows: cite('8 future'),
  outcomes: ['fail', 'pass'],
  check({ encounter: { dateOfService, preparedOn } }) {
    if (dateOfService > preparedOn) {
      return fail(`The date of service, ${formatDate(dateOfService)}, is after today, ${formatDate(preparedOn)}.`, {
        fix: 'Check the date: a claim is sent after the service.',
        denial: denials.unreadable,
        goTo: 'dateOfService',
        certain: true,
      });
    }
    return pass('The service does not lie in the future.');
  },
});

/** The total that one Part B claim can hold: row 3.8. */
const claimLimit: Money = { tenthsOfCent: 99_999_990 };

const totalChargeRule = rule({
  id: 'claim/total-charge',
  title: 'Total of the claim',
  rows: cite('3.8'),
  outcomes: ['needs-review', 'not-applicable'],
  check({ lines, encounter: { payer } }) {
    const total = sumOfMoney(lines.flatMap(({ charge }) => charge ?? []));
    if (payer !== 'medicare-part-b' || total.tenthsOfCent <= claimLimit.tenthsOfCent) return notApplicable('The total fits on one claim.');
    return needsReview(`${formatMoney(total)} is above the ${formatMoney(claimLimit)} that one Part B claim holds.`, {
      fix: 'Check the charge per unit. If it is right, First Coast splits such a claim with modifier 76 and a narrative.',
      denial: denials.unreadable,
      goTo: 'chargePerUnit',
      billerMayCheck: true,
    });
  },
});

const lineChargeRule = rule({
  id: 'claim/line-charge',
  title: 'Charge of a line',
  rows: cite('form line'),
  outcomes: ['fail', 'pass', 'not-applicable'],
  check({ lines, encounter: { payer } }) {
    const charges = lines.flatMap(({ charge }) => charge ?? []);
    if (charges.length === 0) return notApplicable('No charge was entered.');
    if (payer === 'self-pay') return notApplicable('No claim goes to a payer.');
    if (charges.every(({ tenthsOfCent }) => tenthsOfCent > 0)) return pass('Every line has a charge above $0.00.');
    return fail('The charge is $0.00, and every line of a claim has a charge above that.', {
      fix: 'Enter the charge for a unit, or leave it blank if your system fills it in.',
      denial: denials.unreadable,
      goTo: 'chargePerUnit',
      certain: true,
    });
  },
});

export const filingRules: readonly Rule[] = [filingRule, serviceDateRule, lineChargeRule, totalChargeRule];
