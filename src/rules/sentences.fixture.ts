import { emptyPayment } from '../engine/payment-text';
import { payers } from '../engine/payer-profile';
import type { Encounter } from '../engine/encounter';
import * as told from '../engine/encounter';
import { day } from '../engine/dated';
import { ndc11, type Ndc11 } from '../engine/ndc';
import { unknownProfile, type PayerProfile } from '../engine/payer-profile';
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
} from '../engine/quantity';
import { beside, pumpFill, pumpRecord, secondDrug, trial } from './encounter.fixture';
import { namedProfiles } from './payers';

type Random = () => number;

/** Numbers from 0 to below 1 that look like chance and are the same for the same seed. */
function chance(seed: number): Random {
  let state = seed;
  return () => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    return state / 2 ** 32;
  };
}

const some = <T>(random: Random, all: readonly T[]): T[] => all.filter(() => random() < 0.25);
const one = <T>(random: Random, all: readonly T[]): T => all[Math.floor(random() * all.length)] as T;

const vial = {
  ndc: ndc11('66794015702'),
  name: 'Gablofen',
  strength: mcgPerMl(2000),
  volume: ml(20),
  count: 1,
  container: 'single-dose',
  lot: 'A1',
  expiry: day('2028-03-31'),
} as const;
const days = [
  '1993-12-31',
  '1998-06-01',
  '2015-06-01',
  '2016-06-01',
  '2018-06-01',
  '2020-06-01',
  '2022-05-01',
  '2022-12-31',
  '2023-05-01',
  '2023-08-01',
  '2024-02-01',
  '2024-08-01',
  '2025-03-01',
  '2025-10-15',
  '2026-02-01',
  '2026-05-20',
  '2026-08-01',
  '2026-11-20',
  '2027-02-01',
].map(day);

const ownProfile = (random: Random, payer: Encounter['payer']): PayerProfile => ({
  ...unknownProfile('own-x', 'Prairie Health', payer),
  jw: one(random, [null, 'required', 'accepted', 'not-required', 'not-accepted'] as const),
  jwFrom: one(random, [null, day('2017-01-01'), day('2026-07-01')]),
  jz: one(random, [null, 'required', 'accepted', 'not-required', 'not-accepted'] as const),
  jzFrom: one(random, [null, day('2023-07-01'), day('2026-07-01')]),
  jzProfessionalOnly: one(random, [null, true, false]),
  lines: one(random, [null, 'one', 'per-ndc'] as const),
  ndc: one(random, [null, 'required', 'not-required'] as const),
  ndcLayout: one(random, [null, 'nucc', 'medicare', 'medi-cal'] as const),
  ndcDecimals: one(random, [null, 0, 3]),
  authorizationDrug: one(random, [null, 'required', 'not-required'] as const),
  authorizationPump: one(random, [null, 'required', 'not-required'] as const),
  authorizationTrial: one(random, [null, 'required', 'not-required'] as const),
  authorizationNumberFormat: one(random, [null, 'AA9999']),
  retroactiveDays: one(random, [null, 5, 400]),
  kd: one(random, [null, true, false]),
  refillKit: one(random, [null, 'paid', 'not-paid'] as const),
  smallestPackageOnly: one(random, [null, true]),
  largestTrialDose: one(random, [null, mcg(40), mcg(100)]),
  minimumDaysBetweenFills: one(random, [null, 14, 60]),
  unitsPerFill: one(random, [null, unitsOf(3), unitsOf(8)]),
  ...one(random, [{}, { unitsPerPeriod: unitsOf(6), periodDays: 90 }, { unitsPerPeriod: unitsOf(60), periodDays: 90 }]),
  filingDays: one(random, [null, 30, 180, 365]),
  answerDays: one(random, [null, 30]),
  feePerUnit: one(random, [null, { tenthsOfCent: 181_500 }]),
  modifierOrder: one(random, [null, ['JZ', 'KD']]),
  verifiedOn: one(random, [null, day('2026-05-01'), day('2027-05-01')]),
  verifiedBy: one(random, [null, 'AB']),
  verifiedReference: one(random, [null, 'call 4711']),
  reviewBy: one(random, [null, day('2026-05-10'), day('2027-05-10')]),
});

/** For every fact what it may be; each changes a sound claim by one. */
const changes: readonly ((random: Random, encounter: Encounter) => Partial<Encounter>)[] = [
  (random) => ({ dateOfService: one(random, days) }),
  (random) => ({ preparedOn: one(random, days) }),
  (random) => ({
    given: one(random, [noMass, mcg(25), mcg(50), mcg(75), mcg(150), mg(7), mg(25), mg(36), mg(42), mg(90), mg(4000)]),
  }),
  (random) => ({ wasted: one(random, [noMass, mcg(25), mg(4), mg(10), mg(15), mg(60)]) }),
  (random) => ({ labeled: one(random, [null, mg(40), mg(80), mcg(100)]) }),
  (random) => ({ strength: one(random, [null, ...[2, 50, 300, 500, 1000, 2000].map(mcgPerMl)]) }),
  (random) => ({ route: one(random, told.routes) }),
  (random) => ({ purpose: one(random, told.purposes) }),
  (random) => ({ container: one(random, told.containers) }),
  (random) => ({ drugSource: one(random, told.drugSources) }),
  (random) => ({ payer: one(random, payers), profile: null }),
  (random) => ({
    setting: one(random, told.settings),
    placeOfService: one(random, ['19', '21', '22', '65']),
    attendance: one(random, [null, ...told.attendances]),
  }),
  (random) => ({
    setting: one(random, ['home', 'other', 'assisted-living', 'custodial-care'] as const),
    placeOfService: one(random, ['19', '21', '22', '65']),
    attendance: one(random, [null, ...told.attendances]),
  }),
  (random, { payer }) => ({ profile: ownProfile(random, payer) }),
  (random) => {
    const profile = one(random, namedProfiles);
    return { profile, payer: profile.payer };
  },
  (random) => beside({ code: '62370', modifiers: some(random, ['25', '59']) }, ...some(random, ['99213'])),
  (random) => beside(...some(random, [...told.companionCodes, '99213', '96372', '62365'])),
  (random) => ({
    reprogrammed: one(random, [null, ...told.reprogrammings]),
    skillNeeded: one(random, [null, true, false]),
  }),
  (random) => ({
    dateOfService: one(random, [day('2024-08-01'), day('2026-11-20')]),
    setting: one(random, ['office', 'hospital-outpatient'] as const),
    ...beside(
      ...one(random, [
        ['62370', '62322'],
        ['62362', '62322'],
        ['62370', '62369'],
        ['95991', 'A4220'],
      ] as const),
    ),
  }),
  (random) => ({
    askedCode: one(random, ['J0475', 'J0476', 'J0428', 'J1950', 'J3490', 'J7799', 'J7999', 'A4220', 'J9999']),
  }),
  (random) => ({ askedModifiers: some(random, told.habitModifiers) }),
  (random) => ({ custody: one(random, told.custodies) }),
  (random) => ({ notice: one(random, told.notices) }),
  (random) => ({ offCampus: one(random, told.offCampuses) }),
  (random) => ({
    bought340b: true,
    hospital340b: one(random, [null, ...told.hospitals340b]),
    setting: one(random, told.settings),
  }),
  () => ({ kd: true }),
  () => ({ linePerNdc: true }),
  (random) => ({
    diagnoses: one(random, [
      [],
      ['G80.1'],
      ['G80'],
      ['G35'],
      ['G35.A'],
      ['M62.838'],
      ['R25.2', 'Z45.1'],
      ['G80.3'],
      ['S06.2X9S'],
      ['S14.109S', 'G82.52'],
      ['G82.52', 'S14.109S'],
      ['G11.4', 'G80.1'],
      ['B20'],
      ['Z45.1', 'R25.2', 'M62.838', 'T85.610A', 'G80.1'],
      ['I69.351', 'M54.5'],
    ]),
  }),
  (random) => ({ chargePerUnit: { tenthsOfCent: one(random, [0, 1_000, 181_470, 2_000_000, 100_000_000]) } }),
  (random) => ({
    lastFillOn: one(random, [...days, day('2026-04-20'), day('2026-05-13')]),
    unitsInPeriod: one(random, [null, unitsOf(4), unitsOf(40)]),
  }),
  (random) => ({
    payerConfirmation: one(random, [null, { who: 'AB', on: day('2026-05-01'), reference: 'R1', code: null }]),
  }),
  (random) => ({
    drugSource: 'compounded',
    payerConfirmation: one(random, [
      null,
      { who: 'AB', on: day('2026-05-01'), reference: 'R1', code: one(random, told.unlistedCodes) },
    ]),
    concentration: one(random, [null, mcgPerMl(4000), mcgPerMl(3000)]),
    otherDrugs: one(random, [
      null,
      'morphine 10 mg/mL',
      'morphine 10 mg/mL, bupivacaine 5 mg/mL, clonidine 100 mcg/mL',
    ]),
  }),
  (random) => ({
    wasteDate: one(random, [null, day('2026-05-19'), day('2026-05-20')]),
    wasteTime: one(random, [null, '10:30']),
    wasteReason: one(random, [null, 'more than the dose']),
  }),
  (random) => ({
    records: some(random, [
      'spasticity',
      'six-weeks',
      'trial-response',
      'age',
      'order',
      'dose',
      'opened',
      'discarded',
      'none-left',
    ]),
  }),
  (random) => ({
    ndcs: [
      one(random, [
        ndc11('66794015702'),
        ndc11('70121249605'),
        ndc11('67457056220'),
        ndc11('70511012410'),
        ndc11('72888014536'),
        ndc11('68055000201'),
        ndc11('99999999901'),
      ]),
    ],
  }),
  (random) => ({ expiryScanned: one(random, [day('2025-01-31'), day('2028-01-31')]) }),
  (random) => {
    const rows = Array.from({ length: one(random, [1, 1, 2, 3]) }, (_, place) => ({
      ...vial,
      ndc: one(random, ['66794015702', '66794015602', '70121250202', null] as (Ndc11 | null)[]),
      count: one(random, [1, 1, 2]),
      volume: ml(one(random, [5, 20])),
      strength: mcgPerMl(one(random, [500, 1000, 2000, 2000])),
      container: one(random, ['single-dose', 'single-dose', 'multi-dose'] as const),
      lot: one(random, [null, `L${place}`]),
      expiry: one(random, [null, day('2025-01-31'), day('2028-03-31')]),
    }));
    const labeled = {
      ng: rows.reduce((sum, { volume, count, strength }) => sum + volume.uL * count * strength.mcgPerMl, 0),
    };
    const given = one(random, [labeled, { ng: Math.round(labeled.ng * 0.7) }, { ng: Math.round(labeled.ng * 0.95) }]);
    return {
      opened: rows,
      ndcs: [...new Set(rows.flatMap(({ ndc }) => ndc ?? []))],
      labeled,
      given,
      wasted: one(random, [{ ng: labeled.ng - given.ng }, noMass]),
      strength: rows[0]?.strength ?? null,
      mixed: random() < 0.2,
    };
  },
  (random) => ({ drugBeside: anySecondDrug(random) }),
  (random) => ({
    pumpFill: {
      ...pumpRecord,
      dailyDose: one(random, [null, mcg(400), mcg(500)]),
      dailyDoseBefore: one(random, [null, mcg(400)]),
      concentrationBefore: one(random, [null, mcgPerMl(2000), mcgPerMl(500)]),
      bridgeBolus: one(random, [null, true, false]),
      aspirated: one(random, [null, ml(3)]),
      reservoir: ml(one(random, [20, 40])),
    },
  }),
  (random) => ({
    priorAuthorization: one(random, [
      ...(['not-checked', 'not-required', 'pending', 'denied'] as const).map((status) => ({ status })),
      ...(['approved', 'approved-after-service'] as const).map((status) => ({
        status,
        number: one(random, [null, 'A-1 2', 'AB1234']),
        firstDay: one(random, [null, day('2026-05-01'), day('2026-06-01')]),
        lastDay: one(random, [null, day('2026-05-31'), day('2026-05-10')]),
        unitsApproved: one(random, [null, unitsOf(4), unitsOf(8)]),
        unitsUsed: one(random, [null, unitsOf(0), unitsOf(4), unitsOf(9)]),
        askedOn: one(random, [null, day('2026-05-18'), day('2026-05-22'), day('2026-07-22')]),
      })),
    ]),
  }),
];

const alone: Encounter['otherPayer'] = { pays: 'after', behind: null };
const payment = { ...emptyPayment, of: 'J0475-JZ', paid: '500', co45: '175' };
const otherPayers: readonly Encounter['otherPayer'][] = [
  alone,
  ...(['none', 'medigap', 'qmb', 'medicaid', 'plan'] as const).map((behind) => ({ pays: 'after', behind }) as const),
  { pays: 'before', kind: 'CI', payments: [payment] },
  { pays: 'before', kind: 'MB', payments: [{ ...payment, pr2: '5x' }] },
];
/** A second drug of the day: a fill or a trial, out of containers of its own, of the same ones, or of none told. */
function anySecondDrug(random: Random): Encounter['drugBeside'] {
  const isTrial = random() < 0.5;
  const strength = isTrial ? one(random, [mcgPerMl(50), mcgPerMl(500)]) : mcgPerMl(2000);
  const opened = [{ ...vial, strength, volume: isTrial ? ml(1) : ml(20), count: one(random, [1, 2]) }];
  const isTold = random() < 0.7;
  const labeled = sumOfMasses(opened.map(({ volume, count }) => massIn(timesVolume(volume, count), strength)));
  const given = one(random, [labeled, isTrial ? mcg(30) : mg(25)]);
  return secondDrug({
    ...(isTold ? { opened, labeled, strength, ndcs: [vial.ndc] } : {}),
    given,
    wasted: one(random, [remainder(labeled, given), noMass]),
    concentration: isTold ? strength : null,
    container: one(random, ['single-dose', 'single-dose', 'multi-dose'] as const),
    ...(isTrial ? ({ purpose: 'screening-trial', route: 'intrathecal-lumbar-puncture' } as const) : {}),
    drugSource: one(random, ['bought', 'bought', 'supplied'] as const),
    chargePerUnit: one(random, [null, { tenthsOfCent: 60_000 }]),
    sameContainers: random() < 0.2,
    unitsApproved: one(random, [null, unitsOf(1), unitsOf(8)]),
    unitsUsed: one(random, [null, unitsOf(0), unitsOf(4)]),
  });
}

/** So many encounters: sound ones of every kind, with one to six facts changed, the same for the same seed. */
export function variedEncounters(count: number, seed = 1): readonly Encounter[] {
  const random = chance(seed);
  const sound: readonly Encounter[] = [
    pumpFill,
    trial,
    { ...pumpFill, payer: 'commercial' },
    { ...pumpFill, payer: 'medicare-advantage' },
    { ...pumpFill, payer: 'medicaid' },
    { ...pumpFill, setting: 'hospital-outpatient' },
    { ...pumpFill, kd: true, bought340b: true, custody: 'met', notice: 'GA' },
    { ...pumpFill, dateOfService: day('2026-11-20'), preparedOn: day('2026-11-27') },
    { ...pumpFill, ...beside('62370', { modifiers: ['JZ'] }, '62370') },
    { ...pumpFill, custody: 'met', ...beside({ modifiers: ['59', 'GA', 'XU', 'KX'] }) },
  ];
  return Array.from({ length: count }, (_, place) => {
    let encounter: Encounter = { ...one(random, sound), otherPayer: otherPayers[place % otherPayers.length] ?? alone };
    for (let left = 1 + Math.floor(random() * 6); left > 0; left -= 1)
      encounter = { ...encounter, ...one(random, changes)(random, encounter) };
    return encounter;
  });
}
