import { fail, needsReview, notApplicable, onHold, pass } from '../engine/verdict';
import { formatDate } from '../engine/dated';
import { formatMass, isNone } from '../engine/quantity';
import { rule, type Rule } from '../engine/rule';
import { cite } from './cite';
import { noAmount } from './drug-line';
import { denials } from './denials';

const unexplained = rule({
  id: 'amounts/unexplained-remainder',
  title: 'Drug that is not accounted for',
  rows: cite('2.22', '2.1'),
  outcomes: ['on-hold', 'needs-review', 'pass', 'not-applicable'],
  check({ amounts, lines, wasteModifiers: policy, encounter: { container, payer, labeled } }) {
    if (!amounts || lines.length === 0) return noAmount({ lines });
    if (container === 'multi-dose')
      return notApplicable('What stays in a multi-dose container is not waste of this claim.');
    if (payer === 'self-pay') return notApplicable('No payer asks what became of the rest.');
    if (labeled === null)
      return notApplicable('No labeled amount was entered. So given and wasted count as all that was opened.');
    if (isNone(amounts.unexplained)) return pass('Given and wasted add up to what was opened.');
    const missing =
      `${formatMass(amounts.labeled)} was opened. ${formatMass(amounts.unexplained)} of it is neither given nor ` +
      'recorded as wasted.';
    const fix = 'Find in the record what became of it. Then correct the dose, the waste or the labeled amount.';
    const jwOnLine = lines.some(({ modifiers }) => modifiers.includes('JW'));
    if (policy?.jz && !jwOnLine && amounts.discardedUnits.units === 0) {
      return onHold(`${missing} JZ would say that there is no waste, so the claim waits.`, {
        fix,
        denial: denials.recordsNeeded,
        goTo: 'doseWasted',
      });
    }
    return needsReview(`${missing} It is not billed.`, {
      fix,
      denial: denials.recordsNeeded,
      goTo: 'doseWasted',
      billerMayCheck: true,
    });
  },
});

const wasteAlone = rule({
  id: 'amounts/waste-alone',
  title: 'A dose was given',
  rows: cite('2.17'),
  outcomes: ['fail', 'pass', 'not-applicable'],
  check({ code, encounter: { given } }) {
    if (!code) return notApplicable('No code was selected.');
    if (!isNone(given)) return pass(`${formatMass(given)} was given.`);
    return fail('Nothing was given, so no line is made. First Coast and Blue Cross NC do not pay for waste alone.', {
      fix: 'If drug was given after all, enter the dose. Otherwise do not bill the drug.',
      denial: denials.notBillable,
      goTo: 'doseGiven',
    });
  },
});

const wasteDay = rule({
  id: 'amounts/waste-day',
  title: 'Waste on the day of service',
  rows: cite('2.5'),
  outcomes: ['on-hold', 'pass', 'not-applicable'],
  check({ lines, wasteModifiers: policy, encounter: { wasteDate, dateOfService, wasted, container, payer } }) {
    if (isNone(wasted) || wasteDate === null) return notApplicable('No date of waste was entered.');
    if (lines.length === 0 || !policy?.jw || container === 'multi-dose')
      return notApplicable('No waste is billed here.');
    if (wasteDate === dateOfService) return pass('The drug was discarded on the date of service.');
    const served = formatDate(dateOfService);
    const dates = `The drug was discarded on ${formatDate(wasteDate)}. The service was on ${served}.`;
    const others = payer === 'medicare-part-b' ? '' : ' What this payer does was not read.';
    return onHold(`${dates} Under Medicare’s law only waste of the date of service is paid.${others}`, {
      fix: 'Check both dates. If both are right, do not bill the waste. Ask the payer how to bill the rest.',
      denial: denials.recordsNeeded,
      goTo: 'wasteDate',
    });
  },
});

/** Whether what was given, wasted and opened can stand on a claim. */
export const wasteRules: readonly Rule[] = [wasteAlone, unexplained, wasteDay];
