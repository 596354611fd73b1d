import type { HcpcsCode, SeparatePayment, WasteModifiers } from '../engine/claim';
import { day, formatDate, type IsoDate } from '../engine/dated';
import type { Encounter } from '../engine/encounter';
import { needsReview, notApplicable, pass, type Rule } from '../engine/rule';
import { cite } from './citations';
import { denials } from './denials';

/** The days on which Medicare's waste modifiers changed: row 2.4. */
const jwUniform = day('2017-01-01');
const jzUsable = day('2023-01-01');
const jzMandatory = day('2023-07-01');
const returnedWithout = day('2023-10-01');

const neither = (says: string, row: string): WasteModifiers => ({
  jw: false,
  jz: false,
  settled: true,
  step: { says, rows: [row] },
});

/** Which of JW and JZ a line of this code takes: by container, payer, setting and code (2b), and date (2.4). */
export function wasteModifiers(encounter: Encounter, { hcpcs }: HcpcsCode, payment: SeparatePayment): WasteModifiers {
  if (encounter.payer === 'self-pay') return neither('A self-pay line carries neither JW nor JZ.', '2b self-pay');
  if (!payment.separate) {
    return {
      ...neither(`${payment.because} The line carries neither JW nor JZ.`, payment.rows[0] ?? '2b plans'),
      settled: encounter.payer === 'medicare-part-b',
    };
  }
  if (hcpcs === 'J0428' && encounter.payerConfirmation === null) {
    return { ...neither('No table of JW and JZ speaks of J0428: waste is shown with JW, and JZ is left off.', '1.12'), jw: true, settled: false };
  }
  const { dateOfService } = encounter;
  const settled = encounter.payer === 'medicare-part-b' && dateOfService >= jwUniform && hcpcs !== 'J0428';
  return { jw: true, jz: dateOfService >= jzMandatory, settled, step: { says: saidOf(dateOfService), rows: ['2.4'] } };
}

/** The rule of the day in words (row 2.4). Every plan's own rule, and a code outside the tables, is not settled by it (row 2b plans). */
function saidOf(dateOfService: IsoDate): string {
  if (dateOfService < jwUniform) return `Before ${formatDate(jwUniform)} each contractor decided on JW, and there was no JZ.`;
  if (dateOfService < jzUsable) return 'On the date of service JW was in use and JZ was not yet.';
  if (dateOfService < jzMandatory) return `Until ${formatDate(jzMandatory)} JZ was optional and is left off; JW was in use.`;
  return 'On the date of service the line of a single-dose drug carries JW or JZ.';
}

const isWasteModifier = (modifier: string): boolean => modifier === 'JW' || modifier === 'JZ';

const wasteModifierRule: Rule = {
  id: 'modifier/jw-jz',
  title: 'JW or JZ',
  citations: cite('2.4', '2.10', '2.18', '2b plans'),
  check({ lines, wasteModifiers: policy, encounter: { container, payer, dateOfService } }) {
    if (lines.length === 0 || !policy) return notApplicable('There is no drug line.');
    if (container === 'multi-dose') return notApplicable('A multi-dose container takes neither JW nor JZ.');
    if (!policy.jw && policy.settled) return notApplicable(policy.step.says);
    if (policy.jz && !lines.some(({ modifiers }) => modifiers.some(isWasteModifier))) {
      return notApplicable('JZ is left off while drug is not accounted for.');
    }
    const on = lines.flatMap(({ modifiers }) => modifiers).find(isWasteModifier);
    const done = on ? `${on} is on the line.` : 'The line carries neither.';
    if (!policy.settled) {
      return needsReview(`${done} That is Medicare’s way; ${payer === 'medicare-part-b' && dateOfService < jwUniform ? 'the contractor decided at the time' : 'this payer may want it otherwise'}.`, {
        fix: 'Confirm with the payer whether it takes JW and JZ, and from which date.',
        denial: on ? denials.wrongModifier : denials.missingModifier,
        billerMayCheck: true,
      });
    }
    if (!on) return pass(`${done} JZ was not required on the date of service.`);
    return pass(dateOfService < returnedWithout ? `${done}` : `${done} Without it Medicare would return the claim as unprocessable.`);
  },
};

export const wasteModifierRules: readonly Rule[] = [wasteModifierRule];
