import { asOf, day, formatDate, type Dated } from '../engine/dated';
import { formatUnits, unitsLeft, unitsOf, type BillingUnits } from '../engine/quantity';
import { needsReview, notApplicable, pass, rule, type Rule } from '../engine/rule';
import { cite } from './cite';
import { denials } from './denials';
import { worthOf } from './payment-limits';

type Mue = { readonly units: BillingUnits; readonly mai: 1 | 2 | 3 };
type MueTable = readonly [Dated<Mue>, ...Dated<Mue>[]];

const entry = (from: string, through: string, units: number): Dated<Mue> => ({
  from: day(from),
  through: day(through),
  value: { units: unitsOf(units), mai: 3 },
  row: '3.2',
});

/** Medically unlikely edits, practitioner and outpatient alike; a newly read quarter is a new line. Row 3.2. */
const mueTables = {
  J0475: [entry('2024-07-01', '2024-09-30', 8)],
  J0476: [entry('2024-07-01', '2024-09-30', 2)],
} as const satisfies Record<string, MueTable>;

const mueRead = mueTables.J0475;
/** The newest quarter on file. */
export const newestMue = { from: mueRead.at(-1)?.from ?? mueRead[0].from, through: mueRead.at(-1)?.through ?? mueRead[0].through };

/** The MUE entry nearest to the date of service, or undefined for a code that the tables do not hold. */
export const mueAsOf = (hcpcs: string, date: Parameters<typeof asOf>[1]) => {
  const table = (mueTables as Readonly<Record<string, MueTable>>)[hcpcs];
  return table && asOf(table, date);
};

/** Administered and JW units of the day together against the MUE: rows 3.2 to 3.6. */
const mueRule = rule({
  id: 'units/mue',
  title: 'Units in a day (MUE)',
  rows: cite('3.2', '3.4', '3.6', '3.7'),
  outcomes: ['needs-review', 'pass', 'not-applicable'],
  check(claim) {
    const { code, lines, totalUnits: billed, payment, encounter: { payer, dateOfService } } = claim;
    if (!code || lines.length === 0) return notApplicable('There is no drug line.');
    if (payer === 'self-pay') return notApplicable('A self-pay line is not held against a limit.');
    if (payment && !payment.separate && payment.table === null) return notApplicable('The drug is not paid on its own line.');
    const found = mueAsOf(code.hcpcs, dateOfService);
    if (!found) {
      return needsReview(`No daily limit for ${code.hcpcs} was found.`, {
        fix: 'Ask the payer for its limit.',
        denial: denials.tooManyUnits,
        billerMayCheck: true,
      });
    }
    const { units } = found.entry.value;
    const discarded = lines.find(({ of }) => of === 'discarded');
    const counted = `${formatUnits(billed)}${discarded ? `, the ${discarded.unitsOfService.units} with JW counted` : ''}`;
    const tableOf = `the table of ${formatDate(found.entry.from)} to ${formatDate(found.entry.through)}`;
    const older = found.standing === 'in-force' ? '' : ' It does not cover the date of service; it is the only one on file.';
    if (billed.units > units.units) {
      const over = unitsLeft(billed, units);
      return needsReview(`${counted}: above Medicare’s ${formatUnits(units)} a day for ${code.hcpcs} in ${tableOf}. ${formatUnits(over)} above it${worthOf(over, claim)}.${older}`, {
        fix: 'Check dose and labels. If they are right, send one line, do not split it, expect the denial and appeal with order, dose, waste and need.',
        denial: denials.tooManyUnits,
        goTo: 'doseGiven',
        billerMayCheck: true,
      });
    }
    if (found.standing !== 'in-force') {
      return needsReview(`${counted}: within ${formatUnits(units)} a day for ${code.hcpcs} in ${tableOf}.${older}`, {
        fix: 'Look the limit up in the CMS MUE table of the quarter of service.',
        denial: denials.tooManyUnits,
        billerMayCheck: true,
      });
    }
    return pass(`${counted}: within ${formatUnits(units)} a day for ${code.hcpcs} in ${tableOf}.`);
  },
});

export const mueRules: readonly Rule[] = [mueRule];
