import fc from 'fast-check';
import type { RuleBook } from '../engine/rule-book';
import { day } from '../engine/dated';
import {
  attendances,
  companionsAmong,
  custodies,
  offCampuses,
  settings,
  unlistedCodes,
  type BilledService,
  type DrugOfDay,
  type Encounter,
  type OpenedContainers,
  type OtherPayer,
} from '../engine/encounter';
import { payersBehind, type PayerBehind } from '../engine/party-codes';
import { ndc11, type Ndc11 } from '../engine/ndc';
import { ndcLayouts, unknownProfile, payers } from '../engine/payer-profile';
import type { ServiceLine } from '../engine/claim';
import type { PreparedClaim } from '../engine/prepared-claim';
import { linesOf, totalChargeOf } from '../engine/claim-lines';
import { prepareClaim } from '../engine/prepare-claim';
import {
  massIn,
  mcg,
  mcgPerMl,
  mg,
  ml,
  noMass,
  remainder,
  sumOfMasses,
  timesVolume,
  unitsOf,
  type Mass,
} from '../engine/quantity';
import { pumpFill, secondDrug } from '../rules/encounter.fixture';
import { ruleBook } from '../rules';

/** A vial of 20 mL at 2000 mcg/mL, 40 mg. */
export const vial: OpenedContainers & { readonly ndc: Ndc11 } = {
  ndc: ndc11('66794015702'),
  name: 'Gablofen',
  strength: mcgPerMl(2000),
  volume: ml(20),
  count: 1,
  container: 'single-dose',
  lot: null,
  expiry: null,
};

/** 25 mg given and 15 mg wasted of one vial, with everything that a claim form wants: J0475 x3, J0475-JW x1. */
export const withWaste: Encounter = {
  ...pumpFill,
  payer: 'commercial',
  opened: [vial],
  ndcs: [vial.ndc],
  strength: vial.strength,
  labeled: mg(40),
  given: mg(25),
  wasted: mg(15),
  wasteReason: 'vial holds more than the dose',
  diagnoses: ['G80.1', 'M62.838'],
  priorAuthorization: {
    status: 'approved',
    number: 'AUTH-123 45',
    firstDay: null,
    lastDay: null,
    unitsApproved: null,
    unitsUsed: null,
    askedOn: null,
  },
  chargePerUnit: { tenthsOfCent: 362_930 },
};

export const prepared = (encounter: Encounter) => prepareClaim(encounter, ruleBook);

/** The same claim with lines of procedures before those of the drug, each of one unit for so many dollars. */
export function withProcedures(
  claim: PreparedClaim,
  procedures: readonly (readonly [string, number])[],
): PreparedClaim {
  const down = procedures.length;
  const lines = procedures.map(([hcpcs, dollars], place): ServiceLine => ({
    lineNumber: place + 1,
    hcpcs,
    modifiers: [],
    unitsOfService: unitsOf(1),
    ndcQuantities: [],
    charge: { tenthsOfCent: dollars * 1000 },
    of: 'service',
    pointers: null,
  }));
  const lowered = <T extends { readonly lineNumber: number }>(line: T): T => ({
    ...line,
    lineNumber: line.lineNumber + down,
  });
  const { shaded } = claim.formItems;
  const whole = { ...claim, lines: claim.lines.map(lowered), services: { lines, leftOut: [] } };
  return {
    ...whole,
    totalCharge: totalChargeOf(linesOf(whole)),
    formItems: { ...claim.formItems, shaded: { ...shaded, lines: shaded.lines.map(lowered) } },
  };
}

/** The same with everything overridden that is certain to bring the claim back. */
export const overriding = (
  encounter: Encounter,
  { who, why }: { who: string; why: string },
  book: RuleBook = ruleBook,
): Encounter => ({
  ...encounter,
  overrides: prepareClaim(encounter, book).findings.flatMap(({ verdict, checkKey }) =>
    verdict.certain ? [{ finding: checkKey, who, on: encounter.preparedOn, why }] : [],
  ),
});

const service = { modifiers: [], units: unitsOf(1), pointers: null } as const;
/** 62370 with its own pointer, and a kit that Medicare’s rule leaves out, beside 40 mg of one vial. */
export const besideDrug: Encounter = {
  ...withWaste,
  payer: 'medicare-part-b',
  given: mg(40),
  wasted: mg(0),
  chargePerUnit: { tenthsOfCent: 200_000 },
  services: [
    { ...service, code: '62370', chargePerUnit: { tenthsOfCent: 350_000 }, pointers: [2] },
    { ...service, code: 'A4220', chargePerUnit: { tenthsOfCent: 90_000 } },
  ],
  companions: ['62370', 'A4220'],
};

/** The same at a hospital, which bills the drug itself. */
export const heldDrug: Encounter = { ...besideDrug, setting: 'other', placeOfService: '22' };

/** All of so many vials with an NDC each, on a line each. */
export function ofManyLines(count: number): Encounter {
  const opened = Array.from({ length: count }, (_, place): OpenedContainers => ({
    ...vial,
    ndc: ndc11(String(10_000_000_000 + place)),
  }));
  const labeled = mg(40 * count);
  return {
    ...withWaste,
    opened,
    ndcs: opened.flatMap(({ ndc }) => ndc ?? []),
    labeled,
    given: labeled,
    wasted: mg(0),
    linePerNdc: true,
  };
}

/** A guarded cell, as a reader takes the apostrophes off again. */
export function unguarded(cell: string): string {
  let read = '';
  for (let at = 0; at < cell.length; at += 1) {
    const begins = read === '' || /[,;\t\r\n"']$/.test(read);
    if (begins && cell.charAt(at) === "'") at += 1;
    read += cell.charAt(at);
  }
  return read;
}

const labelOf = (opened: readonly OpenedContainers[]): Mass =>
  sumOfMasses(opened.map(({ volume, strength, count }) => massIn(timesVolume(volume, count), strength)));

const container = fc.record({
  ndc: fc.option(
    fc.integer({ min: 0, max: 99_999_999_999 }).map((digits) => ndc11(String(digits).padStart(11, '0'))),
    { freq: 4 },
  ),
  name: fc.constant(null),
  strength: fc.constantFrom(500, 1000, 2000).map(mcgPerMl),
  volume: fc.constantFrom(1, 5, 10, 20).map(ml),
  count: fc.integer({ min: 1, max: 3 }),
  container: fc.constant('single-dose' as const),
  lot: fc.constant(null),
  expiry: fc.constant(null),
}) satisfies fc.Arbitrary<OpenedContainers>;

/** Text that a person may type or paste, delimiters and control characters among it. */
export const typed = fc.oneof(
  fc.string({ maxLength: 20 }),
  fc.string({
    unit: fc.constantFrom('*', ':', '~', '^', '|', '=', '+', '-', '@', '"', ',', "'", ' ', 'A', '7', 'é', '\n'),
    maxLength: 12,
  }),
);

/** 40 mg of a compound at 4 mg/mL, for which the payer named J7999. */
export const ofCompound: Encounter = {
  ...withWaste,
  drugSource: 'compounded',
  payerConfirmation: { who: 'Claims desk', on: day('2026-05-19'), reference: 'R-1', code: 'J7999' },
  otherDrugs: 'morphine 5 mg/mL',
  opened: [],
  ndcs: [],
  labeled: null,
  strength: mcgPerMl(4000),
  concentration: mcgPerMl(4000),
  given: mg(40),
  wasted: mg(0),
};

/** What makes a compound of any encounter; the code may not be named yet. */
const compounds = fc.record({
  drugSource: fc.constant('compounded' as const),
  payerConfirmation: fc.option(
    fc.record({
      who: typed,
      on: fc.constant(day('2026-05-19')),
      reference: typed,
      code: fc.option(fc.constantFrom(...unlistedCodes), { freq: 9 }),
    }),
    { freq: 9 },
  ),
  otherDrugs: fc.option(typed),
  concentration: fc.option(fc.constantFrom(500, 3000, 4000).map(mcgPerMl)),
});

/** Procedures, supplies, visits and other drugs of the day: known and unknown codes, with modifiers and pointers. */
const services: fc.Arbitrary<readonly BilledService[]> = fc.oneof(
  { weight: 2, arbitrary: fc.constant([]) },
  {
    weight: 3,
    arbitrary: fc.uniqueArray(
      fc.record({
        code: fc.constantFrom('62370', '62369', '95991', '95990', '62323', '62362', 'A4220', '99213', 'J2278', 'L8680'),
        modifiers: fc.subarray(['59', 'GA', 'XU', 'KX', '25', '76'], { maxLength: 4 }),
        units: fc.constantFrom(1, 1, 2, 999).map(unitsOf),
        chargePerUnit: fc.option(
          fc.integer({ min: 1, max: 99_999 }).map((cents) => ({ tenthsOfCent: cents * 10 })),
          {
            freq: 9,
          },
        ),
        pointers: fc.constant(null),
      }),
      { maxLength: 9, selector: ({ code }) => code },
    ),
  },
);
const otherPayer: fc.Arbitrary<OtherPayer> = fc.constantFrom<OtherPayer>(
  ...[null, ...(Object.keys(payersBehind) as PayerBehind[])].map((behind) => ({ pays: 'after', behind }) as const),
  { pays: 'before', kind: 'MB', payments: [] },
  { pays: 'before', kind: 'CI', payments: [] },
);

/** Encounters of every payer, setting and layout, with services, containers, waste, charges, diagnoses, approvals. */
export const encounters: fc.Arbitrary<Encounter> = fc
  .record({
    opened: fc.oneof(fc.array(container, { minLength: 1, maxLength: 1 }), fc.array(container, { maxLength: 8 })),
    /** Thousandths of what was opened. */
    given: fc.oneof(fc.constant(1000), fc.integer({ min: 0, max: 1000 })),
    told: fc.constantFrom('all', 'all', 'all', 'all', 'half', 'none'),
    payer: fc.constantFrom(...payers),
    setting: fc.constantFrom(...settings),
    attendance: fc.option(fc.constantFrom(...attendances)),
    layout: fc.option(fc.constantFrom(...ndcLayouts)),
    ndcDecimals: fc.option(fc.integer({ min: 0, max: 3 })),
    linePerNdc: fc.boolean(),
    charge: fc.option(
      fc.oneof(
        { weight: 19, arbitrary: fc.integer({ min: 1, max: 999_999 }) },
        { weight: 1, arbitrary: fc.constant(0) },
      ),
      { freq: 6 },
    ),
    diagnoses: fc.oneof(
      {
        weight: 9,
        arbitrary: fc.subarray(['G80.1', 'M62.838', 'G35.A', 'G11.4', 'G82.20', 'S14.109S'], { minLength: 1 }),
      },
      { weight: 1, arbitrary: fc.constant([]) },
    ),
    number: fc.option(fc.oneof(fc.constant('AUTH-123 45'), typed)),
    wasteReason: fc.option(typed),
    services,
    otherPayer,
    custody: fc.constantFrom(...custodies),
    kd: fc.boolean(),
    notice: fc.constantFrom('none', 'GA', 'GX GY'),
    bought340b: fc.boolean(),
    /** Whether somebody overrode everything that is certain to bring the claim back, and what was said of it. */
    decided: fc.option(fc.record({ who: typed, why: typed }), { freq: 2 }),
    offCampus: fc.constantFrom(...offCampuses),
    compound: fc.oneof({ weight: 3, arbitrary: fc.constant(null) }, { weight: 1, arbitrary: compounds }),
  })
  .map(
    ({ opened, given, told, layout, ndcDecimals, charge, number, payer, decided, compound, ...others }): Encounter => {
      const labeled = labelOf(opened);
      const dose: Mass = opened.length === 0 ? mg(36) : { ng: Math.round((labeled.ng * given) / 1000) };
      const rest = remainder(labeled, dose);
      const encounter: Encounter = {
        ...withWaste,
        ...others,
        ...compound,
        payer,
        companions: companionsAmong(others.services),
        placeOfService: others.setting === 'other' ? '65' : null,
        opened,
        ndcs: [...new Set(opened.flatMap(({ ndc }) => ndc ?? []))],
        strength: opened[0]?.strength ?? null,
        labeled: opened.length === 0 ? null : labeled,
        given: dose,
        wasted: told === 'all' ? rest : { ng: told === 'none' ? 0 : Math.floor(rest.ng / 2) },
        wasteDate: day('2026-05-20'),
        chargePerUnit: charge === null ? null : { tenthsOfCent: charge * 10 },
        profile:
          layout === null
            ? null
            : { ...unknownProfile('own-x', '=Prairie, "Health"', payer), ndcLayout: layout, ndcDecimals },
        priorAuthorization:
          number === null
            ? { status: 'not-checked' }
            : {
                status: 'approved',
                number,
                firstDay: null,
                lastDay: null,
                unitsApproved: null,
                unitsUsed: null,
                askedOn: null,
              },
      };
      return decided === null ? encounter : overriding(encounter, decided);
    },
  );

/** A syringe of 1 mL at 50 mcg/mL, for a screening trial. */
const syringe: OpenedContainers & { readonly ndc: Ndc11 } = {
  ...vial,
  ndc: ndc11('66794015101'),
  strength: mcgPerMl(50),
  volume: ml(1),
};

/** So many containers of a second drug of the day, all given but what is told as wasted. */
export const second = (
  use: 'fill' | 'trial',
  { count = 1, wasted = noMass, ...change }: Partial<DrugOfDay> & { readonly count?: number } = {},
): DrugOfDay => {
  const opened = [{ ...(use === 'trial' ? syringe : vial), count }];
  const labeled = labelOf(opened);
  return secondDrug({
    given: remainder(labeled, wasted),
    wasted,
    labeled,
    opened,
    ndcs: opened.map(({ ndc }) => ndc),
    strength: opened[0]?.strength ?? null,
    ...(use === 'trial' ? { purpose: 'screening-trial', route: 'intrathecal-lumbar-puncture' } : {}),
    ...change,
  });
};

/** Encounters with a second drug of the day: of a code of its own, or a second fill with the same one. */
export const encountersOfTwo: fc.Arbitrary<Encounter> = fc
  .record({
    encounter: encounters,
    use: fc.constantFrom('fill', 'trial'),
    count: fc.integer({ min: 1, max: 3 }),
    isWasted: fc.boolean(),
    charge: fc.integer({ min: 1, max: 99_999 }),
    drugSource: fc.constantFrom('bought', 'bought', 'bought', 'supplied'),
  })
  .map(({ encounter, use, count, isWasted, charge, drugSource }) => ({
    ...encounter,
    drugSource: encounter.drugSource === 'compounded' ? 'bought' : encounter.drugSource,
    drugBeside: second(use, {
      count,
      wasted: isWasted ? (use === 'trial' ? mcg(20) : mg(15)) : noMass,
      // A sheet of six lines has its own total: charged are all lines, or none.
      chargePerUnit: encounter.chargePerUnit && { tenthsOfCent: charge * 10 },
      drugSource,
    }),
  }));
