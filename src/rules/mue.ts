import { fail, needsReview, notApplicable, pass } from '../engine/verdict';
import type { DraftClaim } from '../engine/claim';
import { asOf, covers, day, formatDate, formatSpan, type Dated, type IsoDate } from '../engine/dated';
import type { Notice, Setting } from '../engine/encounter';
import type { Payer } from '../engine/payer-profile';
import type { PreparedClaim } from '../engine/prepared-claim';
import { formatUnits, unitsOf, type BillingUnits } from '../engine/quantity';
import { rule, type Rule } from '../engine/rule';
import { cite } from './cite';
import { denials } from './denials';
import { isIntrathecalCode } from './hcpcs';
import { hasDrugLine, noDrugLine, unitsOfWaste } from './drug-line';
import { worthOf } from './payment-limits';
import { hospitalSettings } from './payment-status';

/**
 * Daily maximum for a practitioner, a hospital outpatient and an equipment supplier, and how it is applied; null: no
 * row, or not read.
 */
export type Mue = {
  readonly practitioner: number;
  readonly outpatient: number;
  readonly supplier: number | null;
  readonly mai: 2 | 3 | null;
};
type MueQuarter = Dated<Readonly<Record<string, Mue>>>;

const mue = (practitioner: number, outpatient: number, mai: Mue['mai'], supplier: number | null = null): Mue => ({
  practitioner,
  outpatient,
  supplier,
  mai,
});
const quarter = (from: string, through: string, value: MueQuarter['value']): MueQuarter => ({
  from: day(from),
  through: day(through),
  value,
  row: '3.2',
});
const each = (codes: string, value: Mue): Record<string, Mue> =>
  Object.fromEntries(codes.split(' ').map((code) => [code, value]));

/**
 * Medically unlikely edits, one entry a quarter that was read; a quarter that was not read has none. Rows 3.2, 3.2
 * related and 2b DME.
 */
export const mueRead: readonly [MueQuarter, ...MueQuarter[]] = [
  quarter('2024-07-01', '2024-09-30', {
    J0475: mue(8, 8, 3, 0),
    J0476: mue(2, 2, 3, 0),
    ...each('A4220 62322 62323 62367 62368 62369 62370 95990 95991', mue(1, 1, null)),
    J7799: mue(2, 2, null),
    J7999: mue(2, 6, null),
  }),
  quarter('2026-10-01', '2026-12-31', {
    J0475: mue(8, 8, 3, 0),
    J0476: mue(2, 2, 3, 0),
    ...each('A4220 62322 62323 62367 62368 62369 62370 95990 95991', mue(1, 1, 3)),
    62362: mue(1, 1, 2),
  }),
];

type Found = { readonly entry: Dated<Mue>; readonly standing: ReturnType<typeof asOf>['standing'] };

const tables = new Map<string, readonly [Dated<Mue>, ...Dated<Mue>[]]>();
for (const { value, ...span } of mueRead) {
  for (const [code, row] of Object.entries(value)) {
    const [first, ...others] = [...(tables.get(code) ?? []), { ...span, value: row }];
    if (first) tables.set(code, [first, ...others]);
  }
}

/** The MUE entry nearest to the date of service, or undefined for a code that the tables do not hold. */
export function mueAsOf(hcpcs: string, date: IsoDate): Found | undefined {
  const table = tables.get(hcpcs);
  return table && asOf(table, date);
}

/** The quarter of a day, where its table was read. */
export const mueQuarterOf = (date: IsoDate): MueQuarter | undefined => mueRead.find((read) => covers(read, date));
/** Whether the table of the day was read, and no row of the code was noted. */
export function lacksMueRow(hcpcs: string, date: IsoDate): boolean {
  const read = mueQuarterOf(date);
  return read !== undefined && !(hcpcs in read.value);
}

/** Of the table that this setting is held against. */
export const maximumIn = ({ value }: Dated<Mue>, setting: Setting): BillingUnits =>
  unitsOf(hospitalSettings.includes(setting) ? value.outpatient : value.practitioner);

/** Whether the units of a prepared claim are above it, where the drug is held against it. */
export function isAboveMue({
  code,
  totalUnits,
  findings,
  encounter: { dateOfService, setting },
}: PreparedClaim): boolean {
  if (findings.some(({ rule: { id }, verdict }) => id === 'units/mue' && verdict.outcome === 'not-applicable'))
    return false;
  const found = code && mueAsOf(code.hcpcs, dateOfService);
  return found ? totalUnits.units > maximumIn(found.entry, setting).units : false;
}

/** "9 units are billed, the 1 with JW counted." */
function billedWords({ totalUnits, lines }: DraftClaim): string {
  const { units: discarded } = unitsOfWaste({ lines });
  return (
    `${formatUnits(totalUnits)} ${totalUnits.units === 1 ? 'is' : 'are'} ` +
    `billed${discarded > 0 ? `, the ${discarded} with JW counted` : ''}.`
  );
}

/** Administered and JW units of the day together against the MUE: rows 3.2 to 3.6. */
const mueRule = rule({
  id: 'units/mue',
  title: 'Units in a day (MUE)',
  rows: cite('3.2', '3.2 related', '3.2 between', '3.4', '3.4 whole day', '4 ABN units', '3.6', '3.7'),
  outcomes: ['needs-review', 'pass', 'not-applicable'],
  check(claim) {
    if (!hasDrugLine(claim)) return noDrugLine;
    const {
      code,
      totalUnits: billed,
      payment,
      encounter: { payer, setting, dateOfService },
    } = claim;
    if (payer === 'self-pay') return notApplicable('A self-pay line has no daily maximum.');
    if (!payment.separate && payment.table === null) return notPaidApart(payer);
    const found = mueAsOf(code.hcpcs, dateOfService);
    if (!found) {
      return needsReview(`No daily maximum (MUE) for ${code.hcpcs} is in the tables read. Not checked.`, {
        fix: 'Ask the payer how many units it takes in a day.',
        denial: denials.tooManyUnits,
        billerMayCheck: true,
        settledBy: 'payer',
      });
    }
    const most = maximumIn(found.entry, setting);
    const limit = `${formatUnits(most)} of ${code.hcpcs}`;
    const maximum = `Medicare’s daily maximum (MUE) is ${limit}, from ${formatSpan(found.entry)}.`;
    const inForce = found.standing === 'in-force';
    if (billed.units > most.units) {
      return aboveMaximum(claim, inForce ? overInForce(claim, maximum, most) : overNearest(claim, code.hcpcs, most));
    }
    if (inForce) return pass(`${billedWords(claim)} ${maximum}${ownLimit(payer)}`);
    return needsReview(
      `${billedWords(claim)} ${notRead(code.hcpcs, dateOfService)} ${nearest(code.hcpcs, dateOfService, setting)}` +
        ownLimit(payer),
      {
        fix: 'Look the code up in the CMS MUE table of the quarter of service.',
        denial: denials.tooManyUnits,
        billerMayCheck: true,
        settledBy: 'table',
      },
    );
  },
});

/** `held`: what the units are above, up to the subject of what follows from it. */
const aboveMaximum = (claim: DraftClaim, held: string) =>
  needsReview(`${billedWords(claim)} ${held} ${atRisk(claim)}`, {
    fix: [
      'Check the dose and the labels. If they are right, do not split the units to get under the limit.',
      ...(claim.lines.some(({ of }) => of === 'discarded') ? ['The JW line stays on its own.'] : []),
      'Then appeal the denial with the order, the dose, the waste and the need.',
    ].join(' '),
    denial: denials.tooManyUnits,
    goTo: 'doseGiven',
    billerMayCheck: true,
  });

const notPaidApart = (payer: Payer) =>
  notApplicable(`The drug is not paid on its own line${payer === 'medicare-part-b' ? '' : ' by Medicare’s way'}.`);

/** The tables are Medicare’s: what another payer takes was not read. */
const ownLimit = (payer: Payer): string => (payer === 'medicare-part-b' ? '' : ' This payer’s own limit was not read.');

/** More than the table of the day: what follows, for another payer if it has the same. */
const overInForce = ({ encounter: { payer } }: DraftClaim, maximum: string, most: BillingUnits): string =>
  payer === 'medicare-part-b' ? `${maximum} The` : `${maximum}${ownLimit(payer)} If it is ${most.units} as well, the`;

const notRead = (hcpcs: string, date: IsoDate): string =>
  lacksMueRow(hcpcs, date)
    ? `No row of ${hcpcs} was noted for this quarter, so this is not checked.`
    : `The table for ${formatDate(date)} was not read, so this is not checked.`;

/** With MAI 3 the whole day is denied, not what is above it; and no notice makes the patient pay (R 6). */
function atRisk(claim: DraftClaim): string {
  const {
    totalUnits,
    encounter: { notice, payer },
  } = claim;
  const all = `${formatUnits(totalUnits)} may be denied${worthOf(totalUnits, claim)}`;
  const whole = `whole day counts (MAI 3), so all ${all}.`;
  return payer === 'medicare-part-b' && noticeWords[notice] ? `${whole} ${noticeWords[notice]}` : whole;
}

const givenNotice = 'A notice (ABN) is not known to move this to the patient.';
/** Rows 4 ABN, 4 ABN pays and 4 ABN units. GY alone tells of no notice. */
const noticeWords = {
  none: null,
  GA: givenNotice,
  GX: givenNotice,
  GY: null,
  'GX GY': givenNotice,
  GZ: 'No notice was given, so the patient may not be billed.',
} as const satisfies Record<Notice, string | null>;

/** More than the tables beside a day that was not read: what follows if its own table has the same. */
const overNearest = (
  { encounter: { dateOfService, setting, payer } }: DraftClaim,
  hcpcs: string,
  most: BillingUnits,
): string =>
  nearest(hcpcs, dateOfService, setting) +
  (payer === 'medicare-part-b'
    ? ` The one for ${formatDate(dateOfService)} was not read. If it has ${most.units} as well, the`
    : `${ownLimit(payer)} If it is ${most.units} as well, the`);

/** What the tables before and after a day say of a code. */
function nearest(hcpcs: string, date: IsoDate, setting: Setting): string {
  const known = tables.get(hcpcs) ?? [];
  const beside = [known.findLast(({ through }) => through < date), known.find(({ from }) => from > date)].flatMap(
    (entry) => entry ?? [],
  );
  return beside
    .map((entry) => `The table of ${formatSpan(entry)} has ${formatUnits(maximumIn(entry, setting))}.`)
    .join(' ');
}

const dmeRule = rule({
  id: 'payment/dme',
  title: 'Medical equipment supplier',
  rows: cite('2b DME', '8'),
  outcomes: ['fail', 'needs-review', 'not-applicable'],
  check({ code, encounter: { setting, payer, dateOfService } }) {
    if (!code || setting !== 'dme-supplier')
      return notApplicable('The drug is not billed by a medical equipment supplier.');
    if (payer === 'self-pay') return notApplicable('A self-pay line goes to no payer.');
    if (payer !== 'medicare-part-b') {
      const others = isIntrathecalCode(code.hcpcs) ? '' : `Nothing was read of ${code.hcpcs}. `;
      return needsReview(
        `A medical equipment supplier bills the drug. Medicare takes neither J0475 nor J0476 from one. ${others}` +
          'This payer may decide otherwise.',
        {
          fix: 'Ask the payer who may bill the drug.',
          denial: denials.wrongPayer,
          goTo: 'setting',
          billerMayCheck: true,
          settledBy: 'payer',
        },
      );
    }
    return suppliersLimit(code.hcpcs, dateOfService);
  },
});

/** What the tables have for a supplier: 0 in every one read (row 2b DME). */
function suppliersLimit(hcpcs: string, dateOfService: IsoDate) {
  const found = mueAsOf(hcpcs, dateOfService);
  if (found?.entry.value.supplier !== 0) {
    const limit = found
      ? `No daily limit (MUE) of ${hcpcs} for an equipment supplier was read.`
      : `${hcpcs} has no row in the table of daily limits (MUE).`;
    return needsReview(`${limit} Medicare takes neither J0475 nor J0476 from one.`, {
      fix: 'Have whoever gives the drug bill it. If that is you, correct the setting.',
      denial: denials.wrongPayer,
      goTo: 'setting',
      billerMayCheck: true,
    });
  }
  const limit = `a supplier’s daily limit (MUE) of ${hcpcs} is 0`;
  return fail(
    found.standing === 'in-force'
      ? `For a medical equipment supplier the daily limit (MUE) of ${hcpcs} is 0. ` +
          'Its contractor does not pay for the drug.'
      : `In each table read, ${limit}. The one for ${formatDate(dateOfService)} was not read. ` +
          'A supplier’s contractor does not pay for the drug.',
    {
      fix:
        'Have whoever fills the pump bill the drug to the Part A and B contractor. ' +
        'If that is you, correct the setting.',
      denial: denials.wrongPayer,
      goTo: 'setting',
      certain: true,
    },
  );
}

export const mueRules: readonly Rule[] = [mueRule, dmeRule];
