import { emptyFacility, emptyOffice, emptyProvider, noAddress, type ClinicFile } from '../engine/clinic-file';
import fc from 'fast-check';
import { daysAfter, isoDate, type IsoDate } from '../engine/dated';
import { ndc11 } from '../engine/ndc';
import {
  linePlans,
  modifierStances,
  ndcLayouts,
  needs,
  refillKitStances,
  type PayerProfile,
  payers,
} from '../engine/payer-profile';
import { type CrosswalkRow } from '../engine/published-tables';
import { massIn, mcg, mcgPerMl, unitsOf } from '../engine/quantity';

const known = <T>(fact: fc.Arbitrary<T>) => fc.option(fact, { nil: null });

const day = fc
  .record({
    year: fc.integer({ min: 1990, max: 2099 }),
    month: fc.integer({ min: 1, max: 12 }),
    date: fc.integer({ min: 1, max: 31 }),
  })
  .map(({ year, month, date }) => isoDate(year, month, date))
  .filter((date) => date !== undefined);

const letters = fc.constantFrom(...'aZ09é漢ß İ"\\/{}[]:,’🏥-_.&');
const line = (most: number) =>
  fc
    .array(letters, { minLength: 1, maxLength: most })
    .map((each) => each.join(''))
    .filter((text) => text.trim() === text && text !== '' && text.length <= most);

const days = (from: number) => known(fc.integer({ min: from, max: 3650 }));
const units = fc.integer({ min: 1, max: 9999 }).map(unitsOf);
const money = fc.integer({ min: 0, max: 999_999_999 }).map((tenthsOfCent) => ({ tenthsOfCent }));
const need = known(fc.constantFrom(...needs));
const from = <T>(stance: fc.Arbitrary<T>) =>
  fc.oneof(fc.constant({ stance: null, from: null }), fc.record({ stance, from: known(day) }));
const stance = from(fc.constantFrom(...modifierStances));
const period = known(fc.record({ units, days: fc.integer({ min: 1, max: 3650 }) }));

export const anyProfile: fc.Arbitrary<PayerProfile> = fc
  .record({
    told: fc.record({
      name: line(60),
      payer: fc.constantFrom(...payers),
      jzProfessionalOnly: known(fc.boolean()),
      smallestPackageOnly: known(fc.boolean()),
      kd: known(fc.boolean()),
      lines: known(fc.constantFrom(...linePlans)),
      modifierOrder: known(
        fc.shuffledSubarray(['KD', 'JW', 'JZ', 'JG', 'TB', 'PO', 'PN', 'QJ', 'GA', 'GX', 'GY', 'GZ'], { minLength: 1 }),
      ),
      ndc: need,
      ndcLayout: known(fc.constantFrom(...ndcLayouts)),
      ndcDecimals: known(fc.integer({ min: 0, max: 3 })),
      authorizationDrug: need,
      authorizationPump: need,
      authorizationTrial: need,
      authorizationNumberFormat: known(line(50)),
      retroactiveDays: days(0),
      minimumDaysBetweenFills: days(1),
      unitsPerFill: known(units),
      largestTrialDose: known(fc.integer({ min: 1, max: 9999 }).map(mcg)),
      refillKit: known(fc.constantFrom(...refillKitStances)),
      filingDays: days(1),
      answerDays: days(1),
      appealsAddress: known(line(200)),
      feePerUnit: known(money),
      verifiedOn: known(day),
      verifiedBy: known(line(120)),
      verifiedReference: known(line(120)),
      reviewBy: known(day),
    }),
    jw: stance,
    jz: stance,
    period,
  })
  .map(({ told, jw, jz, period }) => ({
    ...told,
    id: `own-${told.name}`,
    jw: jw.stance,
    jwFrom: jw.from,
    jz: jz.stance,
    jzFrom: jz.from,
    jzProfessionalOnly: jz.stance === null ? null : told.jzProfessionalOnly,
    unitsPerPeriod: period && period.units,
    periodDays: period && period.days,
    notes: [],
    rows: [],
  }));

const row: fc.Arbitrary<CrosswalkRow> = fc
  .record({
    ndc: fc.integer({ min: 0, max: 99_999_999_999 }).map((digits) => ndc11(String(digits).padStart(11, '0'))),
    hcpcs: fc.constantFrom('J0475' as const, 'J0476' as const),
    name: line(40),
    labeler: line(40),
    volume: fc.integer({ min: 1, max: 1_000_000 }).map((uL) => ({ uL })),
    strength: fc.integer({ min: 1, max: 4_000 }).map(mcgPerMl),
    containersPerNdc: fc.integer({ min: 1, max: 1_000 }),
  })
  .map((told) => ({ ...told, labeled: massIn(told.volume, told.strength) }));

const limit = money.filter(({ tenthsOfCent }) => tenthsOfCent > 0);

type Span = { readonly from: IsoDate; readonly through: IsoDate };
const bySpan = <T>(facts: fc.Arbitrary<T>) =>
  fc
    .uniqueArray(
      fc.record({ first: day, length: fc.nat(366), file: line(40), facts }).map(({ first, length, file, facts }) => {
        const through = daysAfter(first, length);
        return { from: first, through: through && through <= '2099-12-31' ? through : first, file, ...facts };
      }),
      { maxLength: 4, selector: (table: Span) => `${table.from} ${table.through}` },
    )
    .map((tables) => tables.toSorted((a, b) => (a.from === b.from ? 0 : a.from < b.from ? -1 : 1)));

const fee = fc.record({
  code: fc.stringMatching(/^[A-Z0-9]\d{3}[A-Z0-9]$/),
  perUnit: fc.integer({ min: 1, max: 99_999_999 }).map((cents) => ({ tenthsOfCent: cents * 10 })),
});

const mapping = fc
  .record({
    columns: fc.array(
      fc.oneof(
        fc.record({ column: line(20), headings: fc.array(line(20), { maxLength: 2 }) }),
        fc.record({ column: line(20), headings: fc.constant([]), always: line(20) }),
      ),
      { maxLength: 3 },
    ),
    payers: fc.uniqueArray(fc.record({ text: line(20), payer: fc.constantFrom(...payers), profile: line(20) }), {
      maxLength: 3,
      selector: ({ text }) => text,
    }),
  })
  .chain((told) =>
    fc
      .option(fc.array(line(20), { maxLength: 3 }), { nil: null })
      .map((unused) => (unused ? { ...told, unused } : told)),
  );

export const anyClinicFile: fc.Arbitrary<ClinicFile> = fc.record({
  mappings: fc.array(mapping, { maxLength: 2 }),
  fees: fc.uniqueArray(fee, { maxLength: 4, selector: ({ code }) => code }),
  profiles: fc.uniqueArray(anyProfile, { maxLength: 5, selector: ({ name }) => name.normalize('NFKC').toLowerCase() }),
  printOffset: fc.record({
    rightTenthsMm: fc.integer({ min: -200, max: 200 }),
    downTenthsMm: fc.integer({ min: -200, max: 200 }),
    heightPerMille: fc.integer({ min: 950, max: 1050 }),
  }),
  office: fc
    .record({
      senderId: fc.constantFrom('', 'SENDER1'),
      providers: fc.subarray([
        {
          ...emptyProvider,
          id: 'p1',
          name: 'Example Clinic',
          npi: '1234567893',
          taxId: '123456789',
          payToStreet: 'PO Box 7',
        },
        { ...emptyProvider, id: 'p2', kind: 'person' as const, name: 'Roe', first: 'Ann' },
      ]),
      referrers: fc.subarray([{ ...emptyProvider, id: 'p3', kind: 'person' as const, name: 'Doe' }]),
      facilities: fc.subarray([{ ...emptyFacility, id: 'f1', name: 'Sample Hospital', zip: '58102' }]),
      usage: fc.constantFrom('T' as const, 'P' as const),
      payers: fc.subarray([
        { payer: 'commercial' as const, name: 'Example Plan', id: 'P1', indicator: 'CI', ...noAddress },
        { payer: 'medicaid' as const, name: 'State', id: 'M1', indicator: '', ...noAddress, city: 'Bismarck' },
      ]),
    })
    .map((told) => ({ ...emptyOffice, ...told })),
  tables: fc.record({
    paymentLimits: bySpan(
      fc.record({ J0475: known(limit), J0476: known(limit) }).filter(({ J0475, J0476 }) => (J0475 ?? J0476) !== null),
    ),
    crosswalks: bySpan(
      fc.record({ rows: fc.uniqueArray(row, { minLength: 1, maxLength: 4, selector: ({ ndc }) => ndc }) }),
    ),
  }),
});
