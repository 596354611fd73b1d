import { formatDate, isOverAYearAfter } from '../engine/dated';
import { formatMoney, sumOfMoney, type Money } from '../engine/quantity';
import { fail, needsReview, notApplicable, pass, type Rule } from '../engine/rule';
import { cite } from './citations';
import { denials } from './denials';

/** Medicare’s filing limit, one calendar year: row 8 filing. */
const filingRule: Rule = {
  id: 'claim/filing-limit',
  title: 'Time left to file',
  citations: cite('8 filing'),
  check({ encounter: { payer, dateOfService, preparedOn } }) {
    if (payer !== 'medicare-part-b') return notApplicable('Only Medicare’s own filing limit is on file.');
    if (isOverAYearAfter(preparedOn, dateOfService)) {
      return fail(`The service of ${formatDate(dateOfService)} is more than one calendar year before ${formatDate(preparedOn)}.`, {
        fix: 'Check the date of service. Medicare takes no claim after one year, and such a denial cannot be appealed.',
        denial: denials.filedLate,
        goTo: 'dateOfService',
      });
    }
    return pass('The claim is within Medicare’s one calendar year.');
  },
};

const serviceDateRule: Rule = {
  id: 'claim/date-of-service',
  title: 'Date of service',
  citations: cite('8 filing'),
  check({ encounter: { dateOfService, preparedOn } }) {
    if (dateOfService > preparedOn) {
      return needsReview(`The date of service, ${formatDate(dateOfService)}, is after today, ${formatDate(preparedOn)}.`, {
        fix: 'Check the date: a claim is sent after the service.',
        goTo: 'dateOfService',
      });
    }
    return pass('The service does not lie in the future.');
  },
};

/** The total that one Part B claim can hold: row 3.8. */
const claimLimit: Money = { tenthsOfCent: 99_999_990 };

const totalChargeRule: Rule = {
  id: 'claim/total-charge',
  title: 'Total of the claim',
  citations: cite('3.8'),
  check({ lines, encounter: { payer } }) {
    const total = sumOfMoney(lines.flatMap(({ charge }) => charge ?? []));
    if (payer !== 'medicare-part-b' || total.tenthsOfCent <= claimLimit.tenthsOfCent) return notApplicable('The total fits on one claim.');
    return needsReview(`${formatMoney(total)} is above the ${formatMoney(claimLimit)} that one Part B claim holds.`, {
      fix: 'Check the charge per unit. If it is right, First Coast splits such a claim with modifier 76 and a narrative.',
      goTo: 'doseGiven',
      billerMayCheck: true,
    });
  },
};

export const filingRules: readonly Rule[] = [filingRule, serviceDateRule, totalChargeRule];
