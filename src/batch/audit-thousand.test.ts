import { expect, it } from 'vitest';
import { day } from '../engine/dated';
import type { Encounter } from '../engine/encounter';
import { noTables } from '../engine/published-tables';
import { mg, noMass, unitsOf } from '../engine/quantity';
import { containers, ndc, opened, own } from '../rules/encounter.fixture';
import { auditOf, type AuditRow } from './audit';
import { ofForty, rowsOf, today, type Told } from './audit.fixture';

/** Medicare’s limit of J0475, in tenths of a cent, as the files of the quarters have it. */
const limits = {
  '2025-05-06': 174_804n,
  '2025-11-03': 181_222n,
  '2026-02-03': 181_466n,
  '2026-07-10': 186_106n,
  '2026-10-05': 186_996n,
} as const;
type Day = keyof typeof limits;
const days = Object.keys(limits) as Day[];

/** A planted error: the rows of its claim, what it is, and how many units it is about each way. */
type Planted = {
  readonly encounter: Encounter;
  readonly billed: readonly string[];
  readonly told?: Told;
  readonly cause: string;
  readonly returned?: number;
  readonly collected?: number;
  readonly atStake?: number;
};
type Plant = (on: Encounter) => Planted;

const wasting = (on: Encounter): Encounter => ({ ...on, given: mg(25), wasted: mg(15) });
const withVial = ({ dateOfService, preparedOn }: Encounter): Encounter => ({
  ...opened(containers({})),
  dateOfService,
  preparedOn,
});
const { payer, profile } = own({ jw: 'required', jz: 'required' });
const expired = (on: Encounter): Encounter => ({
  ...on,
  payer,
  profile,
  priorAuthorization: {
    status: 'approved',
    number: 'PA-9',
    firstDay: day('2024-01-01'),
    lastDay: day('2024-12-31'),
    unitsApproved: unitsOf(40),
    unitsUsed: unitsOf(0),
    askedOn: null,
  },
});

const plants: readonly Plant[] = [
  (on) => ({ encounter: on, billed: ['J0475-JZ x5'], cause: 'over-containers', returned: 1 }),
  (on) => ({ encounter: on, billed: ['J0475-JZ x40'], cause: 'over-containers', returned: 36 }),
  (on) => ({
    encounter: { ...on, given: mg(50), wasted: noMass, labeled: mg(80), container: 'multi-dose' },
    billed: ['J0475 x7'],
    cause: 'units-over',
    returned: 2,
  }),
  (on) => ({ encounter: on, billed: ['J0475-JZ x3'], cause: 'units-under', collected: 1 }),
  (on) => ({ encounter: on, billed: ['J0475 x4'], cause: 'modifier-missing', atStake: 4 }),
  (on) => ({ encounter: on, billed: ['J0475-JZ-59 x4'], cause: 'modifier-wrong', atStake: 4 }),
  (on) => ({ encounter: wasting(on), billed: ['J0475 x3'], cause: 'waste-not-billed', collected: 1 }),
  (on) => ({ encounter: wasting(on), billed: ['J0475 x4; J0475-JW x1'], cause: 'waste-twice', returned: 1 }),
  (on) => ({ encounter: wasting(on), billed: ['J0475-JZ x4'], cause: 'jz-beside-waste', atStake: 4 }),
  (on) => ({
    encounter: withVial(on),
    billed: ['J0475-JZ x4'],
    told: { ndc: ndc('66794-155-02') },
    cause: 'ndc-strength',
    atStake: 4,
  }),
  (on) => ({ encounter: on, billed: ['J0475-JZ x4', 'J0475-JZ x4'], cause: 'two-claims', returned: 4 }),
  (on) => ({
    encounter: { ...on, given: mg(90), wasted: noMass, labeled: mg(90) },
    billed: ['J0475-JZ x9'],
    cause: 'over-limit',
    atStake: 9,
  }),
  (on) => ({ encounter: expired(on), billed: ['J0475-JZ x4'], cause: 'outside-authorization', atStake: 4 }),
];

/** Of what a line was paid, in cents, the part of its units too many or at stake: the line with JW or the other one. */
function partOfPaid({ billed, cause, returned = 0, atStake = returned }: Planted, paidCents: bigint): bigint {
  const lines = (billed.at(-1) ?? '').split('; ');
  const line = lines.find((each) => each.includes('JW') === (cause === 'waste-twice')) ?? '';
  const units = BigInt(line.split(' x')[1] ?? '1');
  return (2n * paidCents * BigInt(atStake) + units) / (2n * units);
}

/** Claims that are right: one row, two rows, taken back and billed again, denied and sent again, other codes. */
const right: readonly ((on: Encounter, told: Told, again: Told) => readonly AuditRow[])[] = [
  (on, told) => rowsOf(on, 'J0475-JZ x4', told),
  (on, told) => rowsOf(wasting(on), 'J0475 x3; J0475-JW x1', told),
  (on, told) => rowsOf({ ...on, given: mg(36), wasted: mg(4) }, 'J0475-JZ x4', told),
  (on, told) => rowsOf({ ...on, given: mg(80), wasted: noMass, labeled: mg(80) }, 'J0475-JZ x8', told),
  (on, told, again) => [
    ...rowsOf(on, 'J0475-JZ x5', told),
    ...rowsOf(on, 'J0475-JZ x5', { ...told, isReversal: true }),
    ...rowsOf(on, 'J0475-JZ x4', again),
  ],
  (on, told, again) => [...rowsOf(on, 'J0475 x4', { ...told, paid: '0' }), ...rowsOf(on, 'J0475-JZ x4', again)],
  (on, told) => [...rowsOf(on, 'J0475-JZ x4', told), ...rowsOf(on, '62370 x1', told)],
  (on, told) => rowsOf(withVial(on), 'J0475-JZ x4', { ...told, ndc: ndc('66794-157-02') }),
];

/** Numbers that look random and are the same each time. */
function* numbers(): Generator<number, never> {
  for (let seed = 20_261_128; ;) {
    seed = (seed * 48_271) % 2_147_483_647;
    // The low digits of such numbers follow a pattern.
    yield Math.trunc(seed / 1_024);
  }
}

const random = numbers();
const pick = <T>(from: readonly T[]): T => from[random.next().value % from.length] as T;
const on = (dateOfService: Day): Encounter => ofForty(40, { dateOfService: day(dateOfService) });

it('finds the 200 planted errors among 1,000 rows and no other, and their money to the cent', () => {
  const claims: (readonly AuditRow[])[] = [];
  const expected: string[] = [];
  const due = { returned: 0n, collected: 0n, atStake: 0n };
  const count = () => claims.reduce((sum, rows) => sum + rows.length, 0);
  for (let place = 0; expected.length < 200; place += 1) {
    const of = pick(days);
    const planted = (plants[place % plants.length] as Plant)(on(of));
    const { encounter, billed, told, cause, ...units } = planted;
    // Two claims of a day are decided only where it is told that both were paid.
    const isTold = cause === 'two-claims' || random.next().value % 2 === 0;
    const paidCents = isTold ? BigInt(1_000 + (random.next().value % 90_000)) : null;
    const paid = paidCents === null ? null : (Number(paidCents) / 100).toFixed(2);
    const patient = `PT-E${place}`;
    const rows = billed.flatMap((lines, claim) =>
      rowsOf(encounter, lines, { patient, claimNumber: `E${place}-${claim}`, paid, ...told }),
    );
    claims.push(rows);
    expected.push(`${patient} ${cause}`);
    for (const [way, of10th] of Object.entries(units) as [keyof typeof due, number][])
      due[way] +=
        way !== 'collected' && paidCents !== null
          ? partOfPaid(planted, paidCents)
          : // Tenths of a cent to whole cents, half a cent up.
            (BigInt(of10th) * limits[of] + 5n) / 10n;
  }
  for (let place = 0; count() < 1_000; place += 1) {
    const make = count() > 996 ? (right[0] as (typeof right)[number]) : pick(right);
    const [told, again] = [0, 1].map((claim) => ({
      patient: `PT-R${place}`,
      claimNumber: `R${place}-${claim}`,
      paid: place % 2 ? '569.08' : null,
    }));
    claims.push(make(on(pick(days)), told ?? {}, again ?? {}));
  }
  const mixed = claims.map((rows) => ({ rows, at: random.next().value })).sort((one, other) => one.at - other.at);
  const rows = mixed.flatMap((each) => each.rows);
  const { findings, forPersons, unread, counts, total, unpriced } = auditOf(rows, { tables: noTables, today });

  expect(rows).toHaveLength(1_000);
  expect(findings.map(({ patient, cause }) => `${patient} ${cause}`).sort()).toEqual(expected.sort());
  expect(counts.withFindings).toBe(200);
  // Rows that are taken back or sent again, and those of other codes, are among the thousand.
  expect(counts.netted).toBeGreaterThan(100);
  expect(counts.otherCodes).toBeGreaterThan(30);
  expect([forPersons, unread, unpriced]).toEqual([[], [], 0]);
  const cents = ({ tenthsOfCent }: { tenthsOfCent: number }) => BigInt(tenthsOfCent) / 10n;
  expect({
    returned: cents(total.toReturn),
    collected: cents(total.toCollect),
    atStake: cents(total.atStake),
  }).toEqual(due);
  // Each amount is whole cents, so that what is shown adds up to what is shown below it.
  for (const { risk } of findings)
    for (const amount of Object.values(risk ?? {})) expect(amount.tenthsOfCent % 10).toBe(0);
});
