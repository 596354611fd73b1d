import { matching } from '../engine/matching.fixture';
import { describe, expect, it } from 'vitest';
import { day, type IsoDate } from '../engine/dated';
import type { CompanionCode, Encounter, OpenedContainers, PumpFill, UnlistedCode } from '../engine/encounter';
import { readNdc, type Ndc11 } from '../engine/ndc';
import { unknownProfile, type PayerProfile } from '../engine/payer-profile';
import { concerning, isOpen, keepingBack, prepareClaim } from '../engine/prepare-claim';
import {
  formatMl,
  massFromDigits,
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
import type { Outcome } from '../engine/verdict';
import { citations } from './citations';
import { certainRows } from './certain.fixture';
import { fill, linesOf, pumpFill, pumpRecord, trial, verdictOf } from './encounter.fixture';
import { hcpcsCodes } from './hcpcs';
import { kindOf340bDecides } from './modifiers';
import { ruleBook } from './index';
import { namedProfiles } from './payers';
import { products } from './products';
import { variedEncounters } from './sentences.fixture';

const ndc = (text: string): Ndc11 => {
  const reading = readNdc(text);
  if ('ndc' in reading) return reading.ndc;
  throw new Error(text);
};
const commercial: Encounter = { ...pumpFill, payer: 'commercial' };
const approval = {
  status: 'approved',
  number: 'A-1 2',
  firstDay: day('2026-05-01'),
  lastDay: day('2026-05-31'),
  unitsApproved: unitsOf(8),
  unitsUsed: unitsOf(4),
  askedOn: null,
} as const;
const approved = (change: Partial<Omit<typeof approval, 'status'>> | Record<string, unknown> = {}): Encounter => ({
  ...commercial,
  priorAuthorization: { ...approval, ...change },
});
/** A claim under a clinic's own profile. */
const own = (profile: Partial<PayerProfile>, change: Partial<Encounter> = {}): Encounter => ({
  ...commercial,
  profile: { ...unknownProfile('own-Prairie', 'Prairie Health', 'commercial'), ...profile },
  ...change,
});
const under = (id: string, change: Partial<Encounter> = {}): Encounter => {
  const profile = namedProfiles.find((each) => each.id === id);
  if (!profile) throw new Error(id);
  return { ...pumpFill, payer: profile.payer, profile, ...change };
};
/** Medicare Part B under a profile that wants preauthorization. */
const partB = (change: Partial<Encounter>): Encounter =>
  own({ payer: 'medicare-part-b', authorizationDrug: 'required' }, { payer: 'medicare-part-b', ...change });
const late = (profile: Partial<PayerProfile>, askedOn: IsoDate | null) =>
  own(profile, { priorAuthorization: { ...approval, status: 'approved-after-service', askedOn } });
const outpatient: Encounter = { ...pumpFill, setting: 'hospital-outpatient' };
/** A place that has no setting of its own. */
const elsewhere = (placeOfService: string): Encounter => ({ ...pumpFill, setting: 'other', placeOfService });
const supplied: Encounter = { ...pumpFill, drugSource: 'supplied' };
const intravenous: Encounter = { ...fill(mg(10), noMass), route: 'intravenous', purpose: 'other-injection' };
const confirmation = { who: 'Claims desk', on: day('2026-05-19'), reference: 'R-1', code: null };
const compound: Encounter = { ...pumpFill, drugSource: 'compounded', concentration: mcgPerMl(4000) };
const namedCode = (code: UnlistedCode): Encounter => ({ ...compound, payerConfirmation: { ...confirmation, code } });
const allRecords = [
  'spasticity',
  'six-weeks',
  'trial-response',
  'order',
  'dose',
  'opened',
  'discarded',
  'none-left',
  'age',
];

const row = (change: Partial<OpenedContainers>): OpenedContainers => ({
  ndc: ndc('66794-157-02'),
  name: 'Gablofen',
  strength: mcgPerMl(2000),
  volume: ml(20),
  count: 1,
  container: 'single-dose',
  lot: null,
  expiry: null,
  ...change,
});
/** All of these containers given. */
const opened = (...rows: OpenedContainers[]): Encounter => {
  const labeled = sumOfMasses(rows.map(({ volume, count, strength }) => massIn(timesVolume(volume, count), strength)));
  return {
    ...pumpFill,
    opened: rows,
    labeled,
    given: labeled,
    strength: rows[0]?.strength ?? null,
    ndcs: [...new Set(rows.flatMap((each) => each.ndc ?? []))],
  };
};
const trialFacts = { given: trial.given, purpose: trial.purpose, route: trial.route } as const;
const twoNdcs: Encounter = {
  ...opened(row({}), row({ ndc: ndc('70121-2502-2'), volume: ml(5) })),
  payer: 'commercial',
};
const { opened: twoOpened, ndcs: twoNdcList, labeled: twoLabeled, given: twoGiven } = twoNdcs;
const twoNdcFacts = { opened: twoOpened, ndcs: twoNdcList, labeled: twoLabeled, given: twoGiven };

/** A refill with its record, and what was billed for it. */
const refilled = (companions: readonly CompanionCode[], change: Partial<PumpFill> = {}): Encounter => ({
  ...pumpFill,
  companions,
  pumpFill: { ...pumpRecord, ...change },
});

/** A hospital's claim of a day that its newest list covers. */
const hospital2026 = (companions: readonly CompanionCode[], on = '2026-11-20'): Encounter => ({
  ...outpatient,
  companions,
  dateOfService: day(on),
  preparedOn: day('2027-01-15'),
});

/** Places where Medicare’s drug line waits, or is another’s. */
const heldPlaces: readonly Encounter[] = [
  ...['19', '21', '22'].map(elsewhere),
  ...(
    [
      'emergency-room',
      'skilled-nursing-facility',
      'nursing-facility',
      'rhc',
      'fqhc',
      'inpatient',
      'dme-supplier',
      'home',
      'assisted-living',
    ] as const
  ).map((setting) => ({ ...pumpFill, setting })),
  { ...pumpFill, setting: 'home', attendance: 'nurse-alone' },
];

/** 12.12555 mL at 2000 mcg/mL: below a microliter. */
const odd = massFromDigits('24.2511', 'mg') ?? noMass;

/** One line for each outcome that a rule can have. */
const table: readonly (readonly [rule: string, outcome: Outcome, encounter: Encounter, says: RegExp])[] = [
  ['code/valid', 'pass', pumpFill, /J0475 is in the CMS files/],
  [
    'code/valid',
    'needs-review',
    { ...pumpFill, dateOfService: day('2016-12-31') },
    /No CMS file before 01\/01\/2017 was read, so this day is not checked/,
  ],
  ['code/valid', 'pass', { ...pumpFill, dateOfService: day('2026-07-01') }, /payment limit file of July 2026\.$/],
  [
    'code/valid',
    'pass',
    { ...trial, dateOfService: day('2026-12-31') },
    /J0476 is in the CMS files read for this day\. What was read is the HCPCS release of October 2026\.$/,
  ],
  ...['2020-07-01', '2020-09-30', '2021-07-01', '2021-09-30', '2022-01-01', '2022-06-30'].map(
    (date) =>
      [
        'code/valid',
        'needs-review',
        { ...pumpFill, dateOfService: day(date) },
        matching(
          /^No CMS file of that quarter was read, so this day is not checked\. /,
          /The files before and after it have J0475\.$/,
        ),
      ] as const,
  ),
  ['code/valid', 'pass', { ...trial, dateOfService: day('2020-10-01') }, /the HCPCS file of October 2020\.$/],
  ['code/valid', 'pass', { ...trial, dateOfService: day('2022-07-01') }, /\(OPPS Addendum B\) of the quarter\.$/],
  [
    'code/valid',
    'needs-review',
    { ...pumpFill, dateOfService: day('2027-01-01') },
    /through 12\/31\/2026\. The date of service is later, so it is not checked\.$/,
  ],
  ['code/valid', 'fail', { ...trial, dateOfService: day('1998-12-31') }, /began on 01\/01\/1999/],
  ['code/valid', 'not-applicable', intravenous, /Neither J0475 nor J0476/],
  ['code/iv-im', 'on-hold', intravenous, /no HCPCS list/],
  [
    'code/iv-im',
    'needs-review',
    { ...intravenous, payerConfirmation: confirmation },
    /Claims desk confirmed it on 05\/19\/2026, reference R-1/,
  ],
  [
    'code/iv-im',
    'on-hold',
    { ...intravenous, payerConfirmation: { ...confirmation, code: 'J7999' } },
    /The confirmation on the sheet was given for J7999, so it does not count here\.$/,
  ],
  ['code/iv-im', 'not-applicable', pumpFill, /No line with J0428/],
  [
    'code/compounded',
    'on-hold',
    compound,
    /never billed with J0475 or J0476\. Older texts of contractors named J7799 or J3490/,
  ],
  ['code/compounded', 'on-hold', { ...compound, payerConfirmation: confirmation }, /the payer has to say which/],
  ['code/compounded', 'needs-review', namedCode('J7999'), /Claims desk named J7999 on 05\/19\/2026, reference R-1\.$/],
  [
    'code/compounded',
    'needs-review',
    { ...namedCode('J7799'), route: 'intrathecal-lumbar-puncture' },
    /J7799 is for a drug given through equipment, but the route is not the pump/,
  ],
  [
    'code/compounded',
    'fail',
    { ...namedCode('J7999'), dateOfService: day('2015-12-31') },
    /J7999 began on 01\/01\/2016/,
  ],
  ['code/compounded', 'needs-review', { ...namedCode('J7999'), dateOfService: day('2016-01-01') }, /named J7999/],
  [
    'code/compounded',
    'needs-review',
    { ...namedCode('J3490'), otherDrugs: 'morphine 10 mg/mL' },
    /reference R-1\. WPS is quoted with one unit more for each other drug\. The line has one unit\.$/,
  ],
  ['code/compounded', 'needs-review', namedCode('J3490'), /reference R-1\.$/],
  ['code/compounded', 'needs-review', { ...namedCode('J7799'), otherDrugs: 'morphine 10 mg/mL' }, /reference R-1\.$/],
  ['code/compounded', 'needs-review', { ...namedCode('J7799'), dateOfService: day('2015-12-31') }, /named J7799/],
  ['compounded/narrative', 'pass', compound, /“Compounded baclofen 4000 mcg\/mL, 10 mL, dose 40 mg”/],
  [
    'compounded/narrative',
    'pass',
    { ...compound, given: mcg(400), givenVolume: ml(1), concentration: mcgPerMl(400) },
    /“Compounded baclofen 400 mcg\/mL, 1 mL, dose 400 mcg”/,
  ],
  ['compounded/narrative', 'pass', { ...compound, otherDrugs: 'morphine 10 mg/mL' }, /dose 40 mg; morphine 10 mg\/mL”/],
  [
    'compounded/narrative',
    'fail',
    { ...compound, concentration: null },
    /not complete: the strength is not entered\.$/,
  ],
  ['compounded/narrative', 'fail', { ...compound, given: noMass, wasted: mg(40) }, /no dose was given\.$/],
  ['compounded/narrative', 'fail', { ...compound, concentration: mcgPerMl(3000) }, /the volume does not come out even/],
  [
    'compounded/narrative',
    'needs-review',
    { ...compound, otherDrugs: 'hydromorphone 10 mg/mL' },
    /has 74 characters\. On paper there is room for 71\. It fits the 837P, which takes 80\. It is not cut/,
  ],
  [
    'compounded/narrative',
    'needs-review',
    { ...compound, otherDrugs: 'morphine 10 mg/mL, bupivacaine 5 mg/mL' },
    /has 90 characters.*It does not fit the 837P either, which takes 80/,
  ],
  [
    'compounded/narrative',
    'needs-review',
    { ...compound, setting: 'hospital-outpatient' },
    /^A hospital claim has no item 19\. .* “Compounded baclofen/,
  ],
  [
    'compounded/narrative',
    'fail',
    { ...compound, setting: 'hospital-outpatient', concentration: null },
    /^The text that names the drug is not complete/,
  ],
  ...[71, 72, 80, 81].map((length) => {
    // “Compounded baclofen 4000 mcg/mL, 10 mL, dose 40 mg; ” takes 52.
    const says =
      length === 71
        ? /^Item 19 reads/
        : length === 81
          ? /has 81 characters.*It does not fit the 837P either/
          : new RegExp(`has ${length} characters.*It fits the 837P`);
    return [
      'compounded/narrative',
      length === 71 ? 'pass' : 'needs-review',
      { ...compound, otherDrugs: 'm'.repeat(length - 52) },
      says,
    ] as const;
  }),
  ['compounded/narrative', 'not-applicable', pumpFill, /marketed product/],
  ['compounded/narrative', 'not-applicable', { ...compound, payer: 'self-pay' }, /goes to no payer/],
  ['compounded/invoice', 'needs-review', compound, /Palmetto is quoted as asking for the invoice/],
  ['compounded/invoice', 'not-applicable', pumpFill, /marketed product/],
  ['compounded/invoice', 'not-applicable', { ...compound, payer: 'self-pay' }, /goes to no payer/],
  ['compounded/ingredients', 'needs-review', compound, /no NDC of its own.*NDC of each ingredient\.$/],
  ['compounded/ingredients', 'needs-review', { ...compound, ndcs: [ndc('66794-157-02')] }, /Entered: 66794-0157-02/],
  ['compounded/ingredients', 'not-applicable', pumpFill, /marketed product/],
  ['compounded/ingredients', 'not-applicable', { ...compound, payer: 'self-pay' }, /needs no NDC/],
  [
    'modifier/jw-jz',
    'needs-review',
    namedCode('J7999'),
    /Whether a compounded drug takes JW or JZ was not found, so the line has neither/,
  ],
  ['modifier/jw-jz', 'not-applicable', { ...namedCode('J7999'), payer: 'self-pay' }, /self-pay/],
  ['modifier/kd', 'needs-review', namedCode('J3490'), /KD is not on the line/],
  ['payment/separate', 'needs-review', namedCode('J7999'), /each contractor sets the price of a compound/],
  ['claim/ndc', 'not-applicable', { ...namedCode('J7999'), ndcs: [ndc('66794-157-02')] }, /no NDC of its own/],
  ['claim/lines-per-ndc', 'not-applicable', { ...namedCode('J7999'), ...twoNdcFacts }, /no NDC of its own/],
  ['amounts/strength', 'not-applicable', { ...compound, strength: mcgPerMl(4000) }, /may have any strength/],
  [
    'amounts/reservoir',
    'not-applicable',
    { ...namedCode('J7999'), concentration: null },
    /may have any strength, and none is entered/,
  ],
  ['amounts/reservoir', 'needs-review', { ...namedCode('J7999'), given: mg(400) }, /40 mL reservoir at 4000 mcg\/mL/],
  ['amounts/unit-slip', 'not-applicable', namedCode('J7999'), /not billed by its amount/],
  ['amounts/within-label', 'not-applicable', { ...namedCode('J7999'), labeled: mg(50) }, /not billed by its amount/],
  ['code/compounded', 'not-applicable', pumpFill, /marketed product/],
  ['code/route', 'on-hold', { ...pumpFill, route: 'other' }, /another route/],
  ['code/route', 'not-applicable', pumpFill, /route/],
  ['code/route', 'not-applicable', { ...supplied, route: 'other' }, /did not buy a marketed product/],
  ['code/drug-not-bought', 'needs-review', supplied, /no drug line/],
  ['code/drug-not-bought', 'not-applicable', pumpFill, /bought/],
  ['code/asked-for', 'pass', { ...pumpFill, askedCode: 'J0475' }, /agree on J0475/],
  ['code/asked-for', 'fail', { ...pumpFill, askedCode: 'J1950' }, /leuprolide/],
  ['code/asked-for', 'fail', { ...pumpFill, askedCode: 'J0428' }, /in no HCPCS list/],
  ['code/asked-for', 'fail', { ...pumpFill, askedCode: 'J0476' }, /200 times smaller/],
  ['code/asked-for', 'fail', { ...trial, askedCode: 'J0475' }, /units of 50 mcg/],
  ['code/asked-for', 'fail', { ...pumpFill, askedCode: 'J3490' }, /code of their own/],
  ['code/asked-for', 'fail', { ...pumpFill, askedCode: '62370' }, /not a code for this drug/],
  ['code/asked-for', 'fail', { ...intravenous, askedCode: 'J0475' }, /Nothing read tells which code/],
  ['code/asked-for', 'not-applicable', { ...compound, askedCode: 'J7999' }, /The payer has to say so first/],
  [
    'code/asked-for',
    'fail',
    { ...compound, askedCode: 'J0475' },
    /J0475 is not for a compounded drug\. The payer has not named a code yet/,
  ],
  [
    'code/asked-for',
    'fail',
    { ...namedCode('J7999'), askedCode: 'J0476' },
    /J0476 is not for a compounded drug\. The payer named J7999/,
  ],
  [
    'code/asked-for',
    'fail',
    { ...namedCode('J7999'), askedCode: 'J3490' },
    /The charge slip says J3490\. The payer named J7999/,
  ],
  ['code/asked-for', 'pass', { ...namedCode('J7999'), askedCode: 'J7999' }, /agree on J7999/],
  ['code/asked-for', 'fail', { ...supplied, askedCode: 'J0475' }, /select no code/],
  ['code/asked-for', 'not-applicable', pumpFill, /No code from a charge slip/],
  ['code/facts-agree', 'pass', pumpFill, /fit together/],
  ['code/facts-agree', 'needs-review', { ...trial, strength: mcgPerMl(500), given: mcg(500) }, /J0475 was picked/],
  ['code/facts-agree', 'needs-review', { ...pumpFill, strength: mcgPerMl(50) }, /CMS lists the 50 mcg/],
  ['code/facts-agree', 'needs-review', { ...trial, route: 'intrathecal-pump' }, /before any implant/],
  ['code/facts-agree', 'needs-review', { ...trial, route: 'intravenous' }, /before any implant/],
  ['code/facts-agree', 'needs-review', { ...pumpFill, route: 'intrathecal-lumbar-puncture' }, /not the implanted pump/],
  ['code/facts-agree', 'not-applicable', supplied, /No code/],
  ['amounts/waste-alone', 'pass', pumpFill, /40 mg was given/],
  ['amounts/waste-alone', 'fail', fill(noMass, mg(15)), /First Coast and Blue Cross NC do not pay for waste alone/],
  ['amounts/waste-alone', 'not-applicable', supplied, /No code/],
  ['amounts/unexplained-remainder', 'pass', fill(mg(36), mg(4), mg(40)), /add up/],
  [
    'amounts/unexplained-remainder',
    'on-hold',
    fill(mg(36), noMass, mg(40)),
    /^40 mg was opened\. 4 mg of it is neither given nor recorded/,
  ],
  [
    'amounts/unexplained-remainder',
    'needs-review',
    fill(mg(25), mg(20), mg(60)),
    /15 mg of it is neither given nor recorded as wasted\. It is not billed/,
  ],
  [
    'amounts/unexplained-remainder',
    'needs-review',
    { ...fill(mg(36), noMass, mg(40)), dateOfService: day('2023-06-30') },
    /not billed/,
  ],
  [
    'amounts/unexplained-remainder',
    'not-applicable',
    { ...fill(mg(25), noMass, mg(40)), container: 'multi-dose' },
    /multi-dose/,
  ],
  ['amounts/waste-day', 'pass', { ...fill(mg(36), mg(4)), wasteDate: day('2026-05-20') }, /on the date of service/],
  ['amounts/waste-day', 'on-hold', { ...fill(mg(36), mg(4)), wasteDate: day('2026-05-21') }, /05\/21\/2026/],
  [
    'amounts/waste-day',
    'not-applicable',
    { ...fill(mg(36), mg(4)), wasteDate: day('2026-05-21'), payer: 'self-pay' },
    /No waste is billed/,
  ],
  ['amounts/waste-day', 'not-applicable', fill(mg(36), mg(4)), /No date/],
  ['modifier/jw-jz', 'pass', pumpFill, /JZ is on the line. Without it Medicare/],
  ['modifier/jw-jz', 'pass', { ...pumpFill, dateOfService: day('2023-08-01') }, /^JZ is on the line\.$/],
  ['modifier/jw-jz', 'pass', { ...pumpFill, dateOfService: day('2023-06-30') }, /not required/],
  ['modifier/jw-jz', 'needs-review', commercial, /may want it otherwise/],
  [
    'modifier/jw-jz',
    'needs-review',
    { ...fill(mg(25), mg(15)), dateOfService: day('2016-12-31') },
    /contractor decided/,
  ],
  ['modifier/jw-jz', 'not-applicable', { ...pumpFill, payer: 'self-pay' }, /self-pay/],
  ['modifier/jw-jz', 'not-applicable', { ...pumpFill, setting: 'fqhc' }, /neither/],
  ['modifier/jw-jz', 'needs-review', { ...commercial, setting: 'fqhc' }, /carries neither.*may want it otherwise/],
  ['modifier/jw-jz', 'pass', elsewhere('65'), /^JZ is on the line\.$/],
  ['modifier/jw-jz', 'pass', { ...pumpFill, setting: 'home' }, /^JZ is on the line\.$/],
  [
    'modifier/jw-jz',
    'needs-review',
    { ...commercial, given: mg(25), wasted: mg(15), setting: 'emergency-room' },
    /1 unit of waste is not billed: JW is left off\. That is Medicare’s way\. This payer may want it otherwise\.$/,
  ],
  [
    'modifier/jw-jz',
    'needs-review',
    { ...commercial, setting: 'emergency-room' },
    /^The line carries neither JW nor JZ\. In the emergency room the hospital bills/,
  ],
  [
    'modifier/jw-jz',
    'pass',
    under('lifewise-premera', { given: mg(25), wasted: mg(15), setting: 'emergency-room' }),
    /^JW is on the line\. The profile .* JW is required/,
  ],
  ['modifier/jw-jz', 'not-applicable', fill(mg(25), mg(10), mg(40)), /not accounted for/],
  ['amounts/unit-slip', 'pass', pumpFill, /No sign/],
  ['amounts/unit-slip', 'fail', fill(mg(36_000), mg(4_000)), /It looks as if mcg was entered as mg\./],
  ['amounts/unit-slip', 'fail', fill(mcg(36), mg(4)), /It looks as if mg was entered as mcg\./],
  ['amounts/unit-slip', 'fail', { ...trial, given: mg(50) }, /50 mcg would fit/],
  ['amounts/unit-slip', 'fail', fill(mg(36), mg(4_000)), /4 mg would fit/],
  ['amounts/unit-slip', 'fail', fill(mg(36), mcg(4)), /4 mg would fit/],
  ['amounts/unit-slip', 'pass', fill(mg(90), noMass), /No sign/],
  ['amounts/unit-slip', 'pass', { ...fill(mg(40), mg(10)), ndcs: [ndc('66794-157-02')] }, /No sign/],
  ['amounts/unit-slip', 'not-applicable', supplied, /no drug line/],
  [
    'amounts/reservoir',
    'pass',
    fill(mg(80), noMass),
    matching(
      /fits into a 40 mL reservoir at 2000 mcg\/mL\. The size of the pump is not entered, nor one strength, so the /,
      /largest was taken\.$/,
    ),
  ],
  ['amounts/reservoir', 'needs-review', fill(mg(90), noMass), /more than a full 40 mL reservoir/],
  [
    'amounts/reservoir',
    'needs-review',
    { ...fill(mg(40), noMass), strength: mcgPerMl(500) },
    /at 500 mcg\/mL holds: 20 mg\. The size of the pump is not entered, so/,
  ],
  ['amounts/reservoir', 'not-applicable', trial, /Not a pump fill/],
  ['amounts/trial-dose', 'pass', { ...trial, given: mcg(100) }, /not above the usual largest/],
  ['amounts/trial-dose', 'needs-review', { ...trial, given: mcg(150) }, /more than the usual largest/],
  ['amounts/trial-dose', 'needs-review', { ...trial, given: mg(36), wasted: mg(4) }, /200 times too many/],
  ['amounts/trial-dose', 'not-applicable', pumpFill, /trial code/],
  ['amounts/strength', 'pass', { ...pumpFill, strength: mcgPerMl(2000) }, /marketed strength/],
  ['amounts/strength', 'needs-review', { ...pumpFill, strength: mcgPerMl(2) }, /2 mg\/mL is 2000 mcg\/mL/],
  ['amounts/strength', 'needs-review', { ...pumpFill, strength: mcgPerMl(4000) }, /no marketed strength/],
  ['amounts/strength', 'not-applicable', pumpFill, /No strength/],
  ['amounts/marketed-containers', 'pass', fill(mg(36), mg(4)), /on the market hold 40 mg together/],
  ['amounts/marketed-containers', 'needs-review', fill(mg(36), noMass), /The next amount that they make is 40 mg/],
  [
    'amounts/marketed-containers',
    'needs-review',
    { ...fill(mg(30), noMass), strength: mcgPerMl(1000) },
    /of this strength/,
  ],
  [
    'amounts/marketed-containers',
    'needs-review',
    fill(mg(45), noMass, mg(45)),
    /The labeled amount is 45 mg\. No set of containers on file for J0475 holds just that/,
  ],
  ['amounts/marketed-containers', 'needs-review', fill(mg(40_000), noMass), /hundreds/],
  [
    'amounts/marketed-containers',
    'needs-review',
    { ...fill(mg(30), noMass), ndcs: [ndc('66794-157-02')] },
    /of NDC 66794015702 holds just that\. The next amount that they make is 40 mg/,
  ],
  ['amounts/marketed-containers', 'not-applicable', intravenous, /No container/],
  ['amounts/within-label', 'pass', fill(mg(36), mg(4), mg(40)), /within the labeled amount/],
  ['amounts/within-label', 'needs-review', fill(mg(42), noMass, mg(40)), /2 mg is overfill/],
  ['amounts/within-label', 'fail', fill(mg(36), mg(6), mg(40)), /2 mg more than the labels hold/],
  ['amounts/within-label', 'not-applicable', pumpFill, /No labeled amount/],
  ['amounts/smallest-package', 'pass', { ...fill(mg(25), mg(15)), strength: mcgPerMl(1000) }, /No smaller set/],
  [
    'amounts/smallest-package',
    'needs-review',
    { ...fill(mg(25), mg(15)), strength: mcgPerMl(2000) },
    matching(
      /^3 × 5 mL ampule of Lioresal Intrathecal 2000 mcg\/mL \(30 mg\) would have been enough\. /,
      /1 unit less would have been wasted, worth \$178\.05 at Medicare’s payment rate\.$/,
    ),
  ],
  [
    'amounts/smallest-package',
    'needs-review',
    {
      ...opened(row({ ndc: ndc('70121-2503-1') })),
      given: mg(25),
      wasted: mg(15),
      payer: 'commercial',
      chargePerUnit: { tenthsOfCent: 200_000 },
    },
    /1 unit less would have been wasted, worth \$200\.00 at the charge entered/,
  ],
  [
    'amounts/smallest-package',
    'needs-review',
    { ...fill(mg(10), mg(30)), strength: mcgPerMl(2000), ndcs: [ndc('66794-157-02')] },
    /1 × 5 mL ampule of Lioresal Intrathecal.*3 units less/,
  ],
  [
    'amounts/smallest-package',
    'needs-review',
    fill(mg(25), mg(15)),
    matching(
      /^Smaller containers on file hold 30 mg\. That would have been enough\. /,
      /1 unit less would have been wasted, worth \$178\.05 at Medicare’s payment rate\.$/,
    ),
  ],
  [
    'amounts/smallest-package',
    'needs-review',
    { ...opened(row({}), row({ strength: mcgPerMl(500) })), given: mg(25), wasted: mg(25), strength: null },
    /several strengths/,
  ],
  [
    'amounts/smallest-package',
    'needs-review',
    { ...opened(row({ count: 3 })), given: mg(41), wasted: mg(79) },
    /1 × 20 mL vial of Gablofen 2000 mcg\/mL and 1 × 5 mL ampule .*7 units less/,
  ],
  [
    'amounts/smallest-package',
    'needs-review',
    {
      ...opened(row({ ndc: ndc('66794-156-02'), strength: mcgPerMl(1000) })),
      given: mg(10),
      wasted: mg(10),
      mixed: true,
      concentration: mcgPerMl(500),
    },
    /1 × 20 mL .* 500 mcg\/mL \(10 mg\).*1 unit less/,
  ],
  [
    'amounts/strength',
    'needs-review',
    { ...opened(row({}), row({ strength: mcgPerMl(750) })), strength: null },
    /750 mcg\/mL is no marketed strength/,
  ],
  ['amounts/smallest-package', 'not-applicable', pumpFill, /No whole unit/],
  [
    'amounts/multi-dose',
    'needs-review',
    { ...fill(mg(25), mg(15)), container: 'multi-dose' },
    /Waste from it is not paid/,
  ],
  ['amounts/multi-dose', 'not-applicable', pumpFill, /single-dose/],
  ['amounts/multi-dose', 'not-applicable', { ...compound, container: 'multi-dose' }, /^The drug is compounded/],
  ['modifier/kd', 'needs-review', pumpFill, /KD is not on the line. Novitas, TrailBlazer, First Coast and Palmetto/],
  ['modifier/kd', 'needs-review', { ...pumpFill, kd: true }, /KD is on the line/],
  [
    'modifier/kd',
    'needs-review',
    { ...trial, kd: true },
    /left off the line\. It was asked for on drug put into a pump\. This line has none\.$/,
  ],
  [
    'modifier/kd',
    'needs-review',
    { ...namedCode('J7999'), purpose: 'other-injection', kd: true },
    /It was asked for on drug put into a pump\. This line has none\.$/,
  ],
  ['modifier/kd', 'needs-review', { ...pumpFill, setting: 'home', attendance: 'physician' }, /KD is not on the line/],
  ['modifier/kd', 'not-applicable', { ...pumpFill, setting: 'hospital-outpatient' }, /practice’s own claims/],
  ['modifier/kd', 'not-applicable', trial, /pump fills/],
  ...(['50', '52', 'LT', 'RT', 'QJ'] as const).flatMap((modifier) => [
    [
      `modifier/${modifier.toLowerCase()}`,
      'needs-review',
      { ...pumpFill, askedModifiers: [modifier] },
      /is left off/,
    ] as const,
    [`modifier/${modifier.toLowerCase()}`, 'not-applicable', pumpFill, /not asked for/] as const,
  ]),
  [
    'units/mue',
    'pass',
    { ...fill(mg(80), noMass), dateOfService: day('2024-07-01') },
    /^8 units are billed\. Medicare’s daily maximum \(MUE\) is 8 units of J0475, from 07\/01\/2024 to 09\/30\/2024\.$/,
  ],
  [
    'units/mue',
    'pass',
    { ...fill(mg(80), noMass), dateOfService: day('2026-10-01') },
    /from 10\/01\/2026 to 12\/31\/2026\.$/,
  ],
  [
    'units/mue',
    'pass',
    { ...fill(mg(65), mg(15)), dateOfService: day('2024-09-30') },
    /^8 units are billed, the 1 with JW counted\./,
  ],
  ['units/mue', 'pass', { ...trial, dateOfService: day('2026-12-31') }, /^1 unit is billed\. .* 2 units of J0476/],
  [
    'units/mue',
    'needs-review',
    { ...fill(mg(80), noMass), dateOfService: day('2024-10-01') },
    matching(
      /The table for 10\/01\/2024 was not read, so this is not checked\. /,
      /The table of 07\/01\/2024 to 09\/30\/2024 has 8 units\. /,
      /The table of 10\/01\/2026 to 12\/31\/2026 has 8 units\.$/,
    ),
  ],
  [
    'units/mue',
    'needs-review',
    { ...pumpFill, dateOfService: day('2027-01-01') },
    /not checked\. The table of 10\/01\/2026 to 12\/31\/2026 has 8 units\.$/,
  ],
  [
    'units/mue',
    'needs-review',
    { ...fill(mg(81), noMass), dateOfService: day('2024-07-01') },
    matching(
      /^9 units are billed\. .* is 8 units of J0475.*The whole day counts \(MAI 3\), so all 9 units may be denied, /,
      /worth \$1,598\.19 at Medicare’s payment rate\.$/,
    ),
  ],
  [
    'units/mue',
    'needs-review',
    { ...fill(mg(81), noMass), dateOfService: day('2026-11-20'), preparedOn: day('2026-11-27'), notice: 'GA' },
    matching(
      /^9 units are billed\. Medicare’s daily maximum \(MUE\) is 8 units of J0475, from 10\/01\/2026 to /,
      /12\/31\/2026\. The whole day counts \(MAI 3\), so all 9 units may be denied, worth \$1,682\.96 at /,
      /Medicare’s payment rate\. A notice \(ABN\) is not known to move this to the patient\.$/,
    ),
  ],
  [
    'units/mue',
    'needs-review',
    fill(mg(81), noMass),
    matching(
      /^9 units are billed\. The table of 07\/01\/2024 to 09\/30\/2024 has 8 units\. /,
      /The table of 10\/01\/2026 to 12\/31\/2026 has 8 units\. The one for 05\/20\/2026 was not read\. /,
      /If it has 8 as well, the whole day counts/,
    ),
  ],
  ['units/mue', 'needs-review', { ...trial, given: mcg(150), setting: 'hospital-outpatient' }, /^3 units are billed/],
  [
    'units/mue',
    'needs-review',
    { ...namedCode('J7999'), dateOfService: day('2026-11-20') },
    matching(
      /^1 unit is billed\. No row of J7999 was noted for this quarter, so this is not checked\. /,
      /The table of 07\/01\/2024 to 09\/30\/2024 has 2 units\.$/,
    ),
  ],
  [
    'units/mue',
    'needs-review',
    { ...namedCode('J7799'), dateOfService: day('2026-09-30') },
    /The table for 09\/30\/2026 was not read/,
  ],
  [
    'units/mue',
    'needs-review',
    intravenous,
    /No daily maximum \(MUE\) for J0428 is in the tables read\. Not checked\./,
  ],
  ['units/mue', 'not-applicable', { ...pumpFill, setting: 'rhc' }, /not paid on its own line/],
  ['units/mue', 'needs-review', { ...trial, given: mcg(150), dateOfService: day('2024-07-01') }, /^3 units are billed/],
  ['units/mue', 'not-applicable', { ...pumpFill, payer: 'self-pay' }, /self-pay/],
  ['payment/rate', 'pass', pumpFill, /for one unit of J0475 is \$178\.052, from 04\/01\/2026 to 06\/30\/2026\.$/],
  ['payment/rate', 'pass', { ...trial, dateOfService: day('2026-05-20') }, /J0476 is \$54\.338/],
  [
    'payment/rate',
    'needs-review',
    { ...pumpFill, dateOfService: day('2027-01-01') },
    matching(
      /^Medicare’s payment rate for J0475 on 01\/01\/2027 is not on file, so it was not checked\. /,
      /The last rate on file before it, \$186\.996, is that of 10\/01\/2026 to 12\/31\/2026\.$/,
    ),
  ],
  [
    'payment/rate',
    'needs-review',
    { ...trial, dateOfService: day('2023-12-31') },
    /J0476 on 12\/31\/2023 is not on file, .* The first rate on file, \$37\.444, is that of 01\/01\/2024/,
  ],
  ['payment/rate', 'not-applicable', commercial, /does not pay this line by its payment rates/],
  ['payment/rate', 'not-applicable', { ...pumpFill, given: noMass }, /no drug line/],
  ['payment/separate', 'pass', pumpFill, /office/],
  ['payment/separate', 'not-applicable', commercial, /^In the office Medicare pays .* This payer may pay otherwise\.$/],
  [
    'claim/filing-limit',
    'needs-review',
    { ...commercial, payer: 'medicaid', preparedOn: day('2026-08-19') },
    /91 days have passed since the service\.$/,
  ],
  [
    'modifier/tb',
    'needs-review',
    { ...namedCode('J7999'), bought340b: true },
    /TB is on the line.* How J7999 is paid was not read\.$/,
  ],
  [
    'payment/place',
    'needs-review',
    { ...pumpFill, setting: 'other', placeOfService: null },
    /^The place of service is not entered\. Who bills/,
  ],
  ['payment/separate', 'pass', { ...pumpFill, setting: 'hospital-outpatient' }, /outpatient status K/],
  [
    'payment/separate',
    'needs-review',
    { ...trial, setting: 'hospital-outpatient' },
    /packaged.*Paid instead: the payment for the procedure/,
  ],
  [
    'payment/separate',
    'pass',
    { ...outpatient, dateOfService: day('2020-02-01') },
    /^J0475 has the outpatient status K: paid on its own line\.$/,
  ],
  ['payment/separate', 'pass', { ...outpatient, dateOfService: day('2026-03-31') }, /status K/],
  [
    'payment/separate',
    'needs-review',
    { ...outpatient, dateOfService: day('2020-07-01') },
    /04\/01\/2020 to 06\/30\/2020, not of the date/,
  ],
  [
    'payment/separate',
    'needs-review',
    { ...outpatient, dateOfService: day('2019-12-31') },
    /01\/01\/2020 to 03\/31\/2020, not of the date/,
  ],
  [
    'payment/separate',
    'needs-review',
    { ...pumpFill, setting: 'hospital-outpatient', dateOfService: day('2026-07-01') },
    /not of the date of service/,
  ],
  ['payment/separate', 'needs-review', { ...pumpFill, setting: 'asc' }, /K2.*01\/01\/2020/],
  ['payment/separate', 'needs-review', { ...trial, setting: 'asc' }, /N1: packaged.*12\/31\/2020, not of the date/],
  ['payment/separate', 'needs-review', { ...commercial, setting: 'rhc' }, /this payer may pay otherwise/],
  ['payment/separate', 'needs-review', intravenous, /Nothing read tells how J0428 is paid/],
  ['payment/separate', 'on-hold', { ...pumpFill, setting: 'rhc' }, /Paid instead: the clinic’s rate/],
  ['payment/separate', 'on-hold', { ...pumpFill, setting: 'fqhc' }, /Paid instead: the center’s rate/],
  ['payment/separate', 'on-hold', { ...pumpFill, setting: 'inpatient' }, /payment for the stay/],
  [
    'payment/separate',
    'on-hold',
    { ...pumpFill, setting: 'skilled-nursing-facility' },
    /^In a Part A stay the skilled nursing facility \(SNF\) pays for the drug, even one given in your office\./,
  ],
  [
    'payment/separate',
    'on-hold',
    { ...pumpFill, setting: 'emergency-room' },
    /^In the emergency room the hospital bills the drug, not the physician\./,
  ],
  ['payment/separate', 'on-hold', elsewhere('19'), /^At place of service 19 the hospital bills the drug/],
  ['payment/separate', 'on-hold', elsewhere('21'), /^At place of service 21 the hospital bills/],
  ['payment/separate', 'on-hold', elsewhere('22'), /^At place of service 22 the hospital bills/],
  [
    'payment/separate',
    'pass',
    { ...pumpFill, setting: 'home', attendance: 'physician' },
    /^In the home the drug is billed on its own line, as in the office\.$/,
  ],
  ['payment/separate', 'pass', { ...pumpFill, setting: 'independent-clinic' }, /as an office does/],
  [
    'payment/separate',
    'needs-review',
    { ...commercial, setting: 'skilled-nursing-facility' },
    /this payer may pay otherwise/,
  ],
  ['payment/separate', 'needs-review', { ...commercial, setting: 'home' }, /this payer may pay otherwise/],
  [
    'payment/separate',
    'needs-review',
    { ...pumpFill, payer: 'medicare-advantage', setting: 'inpatient' },
    /this payer may pay otherwise/,
  ],
  ...(['rhc', 'fqhc', 'inpatient', 'skilled-nursing-facility', 'emergency-room'] as const).flatMap((setting) =>
    [namedCode('J7999'), namedCode('J3490'), { ...intravenous, payerConfirmation: confirmation }].map(
      (encounter) => ['payment/separate', 'on-hold', { ...encounter, setting }, /Paid instead: /] as const,
    ),
  ),
  ...['19', '21', '22'].map(
    (placeOfService) =>
      [
        'payment/separate',
        'on-hold',
        { ...namedCode('J7799'), setting: 'other', placeOfService },
        /the hospital bills the drug/,
      ] as const,
  ),
  ...['51', '61'].map(
    (digits) =>
      [
        'payment/separate',
        'on-hold',
        elsewhere(digits),
        new RegExp(
          `^Place of service ${digits} is taken like 21, where the hospital bills the drug\\. ` +
            `That is general knowledge\\.`,
        ),
      ] as const,
  ),
  ['payment/separate', 'not-applicable', elsewhere('65'), /The place is not settled/],
  ['payment/separate', 'not-applicable', { ...pumpFill, setting: 'nursing-facility' }, /The place is not settled/],
  ['payment/separate', 'not-applicable', { ...pumpFill, setting: 'home' }, /The place is not settled/],
  [
    'payment/separate',
    'not-applicable',
    { ...pumpFill, setting: 'custodial-care', attendance: 'nurse-alone' },
    /The place is not settled/,
  ],
  ['payment/place', 'not-applicable', elsewhere('51'), /no question about the place/],
  ['payment/place', 'not-applicable', pumpFill, /no question about the place/],
  [
    'payment/dme',
    'needs-review',
    { ...namedCode('J7799'), setting: 'dme-supplier' },
    matching(
      /^No daily limit \(MUE\) of J7799 for an equipment supplier was read\. /,
      /Medicare takes neither J0475 nor J0476 from one\.$/,
    ),
  ],
  [
    'payment/dme',
    'needs-review',
    { ...namedCode('J3490'), setting: 'dme-supplier' },
    /^J3490 has no row in the table of daily limits/,
  ],
  [
    'payment/dme',
    'fail',
    { ...trial, setting: 'dme-supplier' },
    /^In each table read, a supplier’s daily limit \(MUE\) of J0476 is 0\. The one for 05\/20\/2026 was not read\./,
  ],
  [
    'payment/dme',
    'fail',
    { ...trial, setting: 'dme-supplier', dateOfService: day('2026-11-20') },
    /^For a medical equipment supplier the daily limit \(MUE\) of J0476 is 0\./,
  ],
  ['payment/place', 'not-applicable', supplied, /no drug line/],
  ['payment/place', 'not-applicable', { ...commercial, setting: 'home' }, /original Medicare’s rules/],
  ['payment/place', 'not-applicable', elsewhere('22'), /no question about the place/],
  ['payment/place', 'on-hold', { ...pumpFill, setting: 'home' }, /Who was there is not told\.$/],
  [
    'payment/place',
    'on-hold',
    { ...pumpFill, setting: 'home', attendance: 'nurse-alone' },
    /^A nurse was there alone\. In the home Medicare is understood to pay .* \(direct supervision\)\.$/,
  ],
  [
    'payment/place',
    'needs-review',
    { ...pumpFill, setting: 'home', attendance: 'physician' },
    /^The physician was there/,
  ],
  ['payment/place', 'on-hold', { ...pumpFill, setting: 'assisted-living' }, /Who was there is not told/],
  [
    'payment/place',
    'on-hold',
    { ...pumpFill, setting: 'custodial-care', attendance: 'nurse-alone' },
    /A nurse was there alone/,
  ],
  [
    'payment/place',
    'needs-review',
    { ...pumpFill, setting: 'custodial-care', attendance: 'physician' },
    /No text was found on the drug in this place/,
  ],
  ['payment/place', 'on-hold', { ...pumpFill, setting: 'nursing-facility' }, /without a Part A stay was not found/],
  ['payment/place', 'needs-review', { ...pumpFill, setting: 'independent-clinic' }, /general knowledge/],
  ['payment/place', 'needs-review', elsewhere('65'), /^Place of service 65 is none of those on file/],
  ['payment/separate', 'not-applicable', supplied, /no drug line/],
  ['claim/filing-limit', 'pass', pumpFill, /^Medicare must receive the claim by 05\/20\/2027\. 365 days are left\.$/],
  [
    'claim/filing-limit',
    'pass',
    { ...pumpFill, dateOfService: day('2025-06-20') },
    /by 06\/20\/2026\. 31 days are left\.$/,
  ],
  [
    'claim/filing-limit',
    'needs-review',
    { ...pumpFill, dateOfService: day('2025-06-19') },
    /by 06\/19\/2026\. 30 days are left\.$/,
  ],
  [
    'claim/filing-limit',
    'needs-review',
    { ...pumpFill, dateOfService: day('2025-05-21') },
    /by 05\/21\/2026\. 1 day is left\.$/,
  ],
  [
    'claim/filing-limit',
    'needs-review',
    { ...pumpFill, dateOfService: day('2025-05-20') },
    /^Medicare must receive the claim by 05\/20\/2026\. That is today\.$/,
  ],
  [
    'claim/filing-limit',
    'fail',
    { ...pumpFill, dateOfService: day('2025-05-19') },
    /^Medicare had to receive the claim by 05\/19\/2026, one calendar year after the service\. That was 1 day ago\.$/,
  ],
  [
    'claim/filing-limit',
    'needs-review',
    { ...pumpFill, dateOfService: day('2024-02-29'), preparedOn: day('2025-02-28') },
    /by 02\/28\/2025\. That is today\.$/,
  ],
  [
    'claim/filing-limit',
    'fail',
    { ...pumpFill, dateOfService: day('2024-02-29'), preparedOn: day('2025-03-01') },
    /by 02\/28\/2025/,
  ],
  [
    'claim/filing-limit',
    'needs-review',
    { ...commercial, preparedOn: day('2026-08-18') },
    /not on file\. 90 days have passed since the service\.$/,
  ],
  [
    'claim/filing-limit',
    'needs-review',
    { ...commercial, preparedOn: day('2026-08-19') },
    /91 days have passed since the service\. Commercial plans are said to have limits of 90 to 180 days\.$/,
  ],
  [
    'claim/filing-limit',
    'fail',
    {
      ...pumpFill,
      dateOfService: day('2025-05-19'),
      profile: { ...unknownProfile('own-x', 'x', 'medicare-part-b'), filingDays: 1000 },
    },
    /one calendar year after the service/,
  ],
  [
    'claim/filing-limit',
    'pass',
    { ...pumpFill, profile: { ...unknownProfile('own-x', 'x', 'medicare-part-b'), filingDays: 1000 } },
    /^Medicare must receive/,
  ],
  [
    'claim/filing-limit',
    'pass',
    { ...pumpFill, profile: { ...unknownProfile('own-x', 'x', 'medicare-part-b'), filingDays: 200 } },
    /^The profile x allows 200 days/,
  ],
  [
    'claim/filing-limit',
    'pass',
    own({ filingDays: 95 }, { preparedOn: day('2026-07-23') }),
    /allows 95 days from the service, to 08\/23\/2026\. 31 days are left/,
  ],
  [
    'claim/filing-limit',
    'needs-review',
    own({ filingDays: 95 }, { preparedOn: day('2026-08-23') }),
    /allows 95 days from the service, to 08\/23\/2026\. That is today/,
  ],
  [
    'claim/filing-limit',
    'fail',
    own({ filingDays: 95 }, { preparedOn: day('2026-08-24') }),
    /to 08\/23\/2026\. They ended 1 day ago/,
  ],
  ['claim/filing-limit', 'not-applicable', { ...pumpFill, payer: 'self-pay' }, /No claim/],
  ['claim/date-of-service', 'pass', pumpFill, /not after today/],
  ['claim/self-pay', 'not-applicable', pumpFill, /A payer is billed/],
  [
    'claim/self-pay',
    'needs-review',
    { ...pumpFill, payer: 'self-pay' },
    /^If the patient has Medicare, you must file the claim for a covered service, unless you have opted out\.$/,
  ],
  [
    'claim/self-pay',
    'needs-review',
    { ...outpatient, payer: 'self-pay' },
    /^If the patient has Medicare, the hospital should bill Medicare first\. The text read is for physicians\.$/,
  ],
  ['claim/total-charge', 'not-applicable', pumpFill, /No charge/],
  [
    'claim/total-charge',
    'not-applicable',
    { ...pumpFill, chargePerUnit: { tenthsOfCent: 24_999_990 } },
    /fit on one claim/,
  ],
  [
    'claim/total-charge',
    'not-applicable',
    { ...trial, chargePerUnit: { tenthsOfCent: 99_999_990 } },
    /fit on one claim/,
  ],
  [
    'claim/total-charge',
    'not-applicable',
    { ...fill(mg(30), noMass), chargePerUnit: { tenthsOfCent: 33_333_330 } },
    /fit on one claim/,
  ],
  [
    'claim/total-charge',
    'needs-review',
    { ...trial, chargePerUnit: { tenthsOfCent: 100_000_000 } },
    /^The charges come to \$100,000\.00\. First Coast takes at most \$99,999\.99/,
  ],
  [
    'claim/total-charge',
    'not-applicable',
    { ...commercial, chargePerUnit: { tenthsOfCent: 25_000_010 } },
    /read for Medicare Part B alone/,
  ],
  [
    'claim/total-charge',
    'needs-review',
    { ...pumpFill, chargePerUnit: { tenthsOfCent: 25_000_010 } },
    /^The charges come to \$100,000\.04\. First Coast takes at most \$99,999\.99 on one Part B claim\.$/,
  ],
  ...(['hospital-outpatient', 'critical-access-hospital', 'inpatient'] as const).map(
    (setting) =>
      [
        'claim/total-charge',
        'not-applicable',
        { ...pumpFill, setting, chargePerUnit: { tenthsOfCent: 25_000_010 } },
        /read for a practice’s claim/,
      ] as const,
  ),
  ['claim/line-charge', 'not-applicable', pumpFill, /No charge/],
  [
    'claim/line-charge',
    'not-applicable',
    { ...pumpFill, payer: 'self-pay', chargePerUnit: { tenthsOfCent: 0 } },
    /No claim goes/,
  ],
  ['claim/line-charge', 'pass', { ...pumpFill, chargePerUnit: { tenthsOfCent: 10 } }, /above \$0\.00/],
  ['claim/line-charge', 'fail', { ...pumpFill, chargePerUnit: { tenthsOfCent: 0 } }, /is \$0\.00/],
  [
    'modifier/in-force',
    'pass',
    { ...pumpFill, kd: true, dateOfService: day('2004-01-01') },
    /in force on the date of service/,
  ],
  [
    'modifier/in-force',
    'fail',
    { ...pumpFill, kd: true, dateOfService: day('2003-12-31') },
    /KD began on 01\/01\/2004/,
  ],
  ['modifier/in-force', 'not-applicable', { ...pumpFill, dateOfService: day('2020-01-01') }, /No modifier/],
  [
    'modifier/jw-jz',
    'fail',
    { ...pumpFill, profile: { ...unknownProfile('own-x', 'x', 'medicare-part-b'), jz: 'not-required' } },
    /neither JW nor JZ, and Medicare returns it/,
  ],
  [
    'modifier/jw-jz',
    'pass',
    {
      ...pumpFill,
      dateOfService: day('2023-09-30'),
      profile: { ...unknownProfile('own-x', 'x', 'medicare-part-b'), jz: 'not-required' },
    },
    /The line carries neither/,
  ],
  [
    'coverage/diagnosis',
    'needs-review',
    { ...pumpFill, diagnoses: ['G35', 'G80.1'], dateOfService: day('2025-09-30') },
    /not checked against one/,
  ],
  ['claim/date-of-service', 'fail', { ...pumpFill, dateOfService: day('2026-05-21') }, /after today/],
  ['preauthorization/status', 'needs-review', commercial, /Nobody has checked/],
  [
    'preauthorization/status',
    'pass',
    { ...commercial, priorAuthorization: { status: 'not-required' } },
    /the plan wants no preauthorization/,
  ],
  ['preauthorization/status', 'fail', { ...commercial, priorAuthorization: { status: 'pending' } }, /not answered/],
  [
    'preauthorization/status',
    'fail',
    { ...commercial, priorAuthorization: { status: 'denied' } },
    /^Preauthorization was asked for and denied\.$/,
  ],
  ['preauthorization/status', 'pass', approved(), /is approved/],
  [
    'preauthorization/status',
    'needs-review',
    { ...commercial, priorAuthorization: { ...approval, status: 'approved-after-service' } },
    /only after the service/,
  ],
  ['preauthorization/status', 'not-applicable', pumpFill, /Medicare Part B does not preauthorize/],
  [
    'preauthorization/status',
    'needs-review',
    { ...pumpFill, priorAuthorization: { status: 'denied' } },
    /an answer about preauthorization is entered/,
  ],
  ['preauthorization/status', 'not-applicable', { ...pumpFill, payer: 'self-pay' }, /self-pay/],
  ['preauthorization/number', 'pass', approved(), /Item 23 and REF G1 take A12, without/],
  [
    'preauthorization/number',
    'pass',
    { ...approved(), setting: 'hospital-outpatient' },
    /^FL 63 and REF G1 take A12, without/,
  ],
  ['preauthorization/number', 'fail', approved({ number: null }), /number is missing/],
  ['preauthorization/number', 'not-applicable', commercial, /no approval/],
  ['preauthorization/dates', 'pass', approved(), /lies within/],
  [
    'preauthorization/dates',
    'fail',
    { ...approved(), dateOfService: day('2026-04-30') },
    /before the first valid date/,
  ],
  ['preauthorization/dates', 'fail', { ...approved(), dateOfService: day('2026-06-01') }, /after the last valid date/],
  [
    'preauthorization/dates',
    'needs-review',
    approved({ firstDay: null, lastDay: null }),
    /Both valid dates are missing/,
  ],
  ['preauthorization/dates', 'needs-review', approved({ lastDay: null }), /last valid date is missing/],
  ['preauthorization/dates', 'not-applicable', commercial, /no approval/],
  ['preauthorization/units', 'pass', approved(), /Left of the 8 approved: 4/],
  ['preauthorization/units', 'fail', approved({ unitsUsed: unitsOf(5) }), /Not covered: 1 unit(?!.*JW)/],
  ['preauthorization/units', 'needs-review', approved({ unitsApproved: null }), /units approved are missing/],
  ['preauthorization/units', 'needs-review', approved({ unitsUsed: null }), /already used are not entered/],
  [
    'preauthorization/units',
    'fail',
    { ...approved({ unitsUsed: unitsOf(5) }), given: mg(25), wasted: mg(15) },
    /Not covered: 1 unit.* 1 unit of waste \(JW\) is counted\. Plans differ on whether JW counts\.$/,
  ],
  [
    'preauthorization/units',
    'pass',
    { ...approved(), given: mg(15), wasted: mg(25) },
    /2 units of waste \(JW\) are counted\. Plans differ/,
  ],
  [
    'preauthorization/status',
    'fail',
    own({ authorizationDrug: 'required', retroactiveDays: 2 }, { preparedOn: day('2026-05-22') }),
    /takes a request until today/,
  ],
  ['preauthorization/units', 'not-applicable', commercial, /no approval/],
  ['records/need', 'pass', { ...pumpFill, records: allRecords }, /holds/],
  [
    'records/need',
    'needs-review',
    { ...pumpFill, records: ['spasticity'] },
    matching(
      /^The texts read ask the record to show these 4 things\. None is ticked yet\. /,
      /Less invasive treatment failed, or was not tolerated, for at least 6 weeks\. The trial dose helped.*\. /,
      /The order names/,
    ),
  ],
  ['records/need', 'not-applicable', supplied, /no drug line/],
  ['records/dose', 'pass', { ...pumpFill, records: allRecords }, /holds/],
  ['records/dose', 'needs-review', fill(mg(36), mg(4)), /The exact dose wasted is written down\./],
  ['records/dose', 'not-applicable', { ...pumpFill, payer: 'self-pay' }, /self-pay/],
  [
    'records/dose',
    'needs-review',
    pumpFill,
    matching(
      /these 2 things\. None is ticked yet\. The exact dose given is written down\. /,
      /The containers opened and the total on their labels are written down\.$/,
    ),
  ],
  ...(['bcbs-north-dakota', 'lifewise-premera'] as const).map(
    (id) =>
      [
        'records/dose',
        'needs-review',
        under(id, { records: ['dose', 'opened'] }),
        /show this\. It is not ticked yet\. The whole container was given\.$/,
      ] as const,
  ),
  [
    'records/waste',
    'pass',
    { ...fill(mg(36), mg(4)), wasteDate: day('2026-05-20'), wasteTime: '10:20', wasteReason: 'rest' },
    /are entered/,
  ],
  ['records/waste', 'needs-review', fill(mg(36), mg(4)), /without its date and time/],
  [
    'records/waste',
    'pass',
    { ...fill(mg(36), mg(4)), wasteDate: day('2026-05-20'), wasteTime: '10:20' },
    /No rule read asks for its reason/,
  ],
  ['records/waste', 'needs-review', { ...fill(mg(36), mg(4)), wasteDate: day('2026-05-20') }, /without its time\.$/],
  ['records/waste', 'not-applicable', pumpFill, /No waste/],
  ['coverage/diagnosis', 'needs-review', pumpFill, /not checked against one/],
  ['coverage/diagnosis', 'fail', { ...pumpFill, diagnoses: [] }, /No diagnosis code/],
  ['coverage/diagnosis', 'fail', { ...outpatient, diagnoses: [] }, /^No diagnosis code was entered for FL 67\.$/],
  [
    'coverage/diagnosis',
    'fail',
    { ...pumpFill, setting: 'rhc', diagnoses: [] },
    /^No diagnosis code was entered for item 21 or FL 67, and/,
  ],
  ['coverage/diagnosis', 'fail', { ...pumpFill, diagnoses: ['G35'], dateOfService: day('2025-10-01') }, /heading/],
  [
    'coverage/diagnosis',
    'needs-review',
    { ...pumpFill, diagnoses: ['G35'], dateOfService: day('2025-09-30') },
    /not checked against one/,
  ],
  ['coverage/diagnosis', 'needs-review', { ...pumpFill, diagnoses: ['R25.2'] }, /names no cause/],
  [
    'coverage/diagnosis',
    'needs-review',
    { ...pumpFill, diagnoses: ['Z45.1', 'M62.838'] },
    /^Z45\.1 and M62\.838 name no cause/,
  ],
  ['coverage/diagnosis', 'fail', { ...pumpFill, diagnoses: ['G35.B'] }, /^G35\.B is a heading/],
  ['coverage/diagnosis', 'fail', { ...pumpFill, diagnoses: ['G35', 'G80', 'S14'] }, /^G35, G80 and S14 are headings/],
  [
    'coverage/diagnosis',
    'fail',
    { ...pumpFill, diagnoses: ['G35.A'], dateOfService: day('2025-09-30') },
    /began on 10\/01\/2025/,
  ],
  [
    'coverage/diagnosis',
    'needs-review',
    { ...pumpFill, diagnoses: ['S06.2X5S', 'S14.101S', 'G95.89'] },
    /not checked against one\.$/,
  ],
  ['coverage/diagnosis', 'needs-review', { ...pumpFill, diagnoses: ['S06.2X5A', 'G80.1'] }, /S06\.2X5A is on none/],
  [
    'coverage/diagnosis',
    'needs-review',
    { ...pumpFill, diagnoses: ['T85.610A', 'Z46.2'] },
    /^T85\.610A and Z46\.2 name no cause: only a symptom, the visit, or trouble with the device/,
  ],
  [
    'coverage/palsy',
    'needs-review',
    { ...pumpFill, diagnoses: ['G80.1', 'G80.3'] },
    /^G80\.3 is a kind of cerebral palsy that is not spastic/,
  ],
  ['coverage/palsy', 'not-applicable', pumpFill, /No kind/],
  ['coverage/palsy', 'not-applicable', { ...pumpFill, payer: 'self-pay', diagnoses: ['G80.4'] }, /self-pay/],
  ['coverage/diagnosis', 'not-applicable', supplied, /no drug line/],
  ['coverage/diagnosis', 'not-applicable', { ...pumpFill, payer: 'self-pay' }, /self-pay/],
  [
    'claim/ndc',
    'pass',
    { ...pumpFill, ndcs: [ndc('66794-157-02')], dateOfService: day('2026-03-31') },
    /fits J0475\.$/,
  ],
  [
    'claim/ndc',
    'pass',
    { ...pumpFill, ndcs: [ndc('66794-157-02')], dateOfService: day('2026-11-20') },
    /fits J0475\.$/,
  ],
  [
    'claim/ndc',
    'pass',
    { ...pumpFill, ndcs: [ndc('14789-161-05')], dateOfService: day('2024-07-01') },
    /fits J0475\.$/,
  ],
  [
    'claim/ndc',
    'needs-review',
    { ...pumpFill, ndcs: [ndc('14789-161-05')], dateOfService: day('2024-06-30') },
    matching(
      /fits J0475\. It is not in the CMS crosswalk of 04\/01\/2024 to 06\/30\/2024\. /,
      /It is in the CMS crosswalk of October 2026\.$/,
    ),
  ],
  [
    'claim/ndc',
    'needs-review',
    { ...pumpFill, ndcs: [ndc('66794-157-02')], dateOfService: day('2026-04-01') },
    matching(
      /fits J0475\. The CMS crosswalk for 04\/01\/2026 was not read, so the NDC is not checked\. /,
      /It is in the CMS crosswalk of October 2026\.$/,
    ),
  ],
  [
    'claim/ndc',
    'needs-review',
    { ...pumpFill, ndcs: [ndc('67457-562-20')], dateOfService: day('2026-09-30') },
    /fits J0475\. Its label was not read/,
  ],
  [
    'claim/ndc',
    'needs-review',
    { ...pumpFill, ndcs: [ndc('67457-562-20')], dateOfService: day('2026-10-01') },
    /It is not in the current CMS crosswalk\. It was last in that of July 2026\./,
  ],
  [
    'claim/ndc',
    'needs-review',
    { ...trial, ndcs: [ndc('70257-562-55')], dateOfService: day('2026-11-20') },
    /It is not in the current CMS crosswalk\. It was last in that of January 2026\.$/,
  ],
  [
    'claim/ndc',
    'needs-review',
    { ...pumpFill, ndcs: [ndc('70511-122-10')] },
    matching(
      /was not read, so the NDC is not checked\. It is in no CMS crosswalk read, so its code comes from its /,
      /strength\. Its label of 2023 was read\.$/,
    ),
  ],
  [
    'claim/ndc',
    'needs-review',
    { ...pumpFill, ndcs: [ndc('70121-2504-2')], dateOfService: day('2027-01-01') },
    /not checked\. .* Its FDA listing, as read, runs to 12\/31\/2026\. That may be the yearly renewal alone\.$/,
  ],
  [
    'claim/ndc',
    'needs-review',
    { ...pumpFill, ndcs: [ndc('67457-564-20')] },
    /not checked\..*single-dose is not confirmed\.$/,
  ],
  [
    'claim/ndc',
    'fail',
    { ...pumpFill, payer: 'medicaid' },
    /^No NDC was entered\. It is required with the drug line: Medicaid\.$/,
  ],
  ['claim/ndc', 'needs-review', commercial, /^No NDC was entered\. Most plans read require it/],
  ['claim/ndc', 'needs-review', { ...pumpFill, ndcs: [ndc('00000-0000-00')] }, /none of the 35/],
  ['claim/ndc', 'fail', { ...pumpFill, ndcs: [ndc('66794-151-01')] }, /belongs to J0476/],
  ['claim/ndc', 'fail', { ...pumpFill, ndcs: [ndc('68055-002-01')] }, /never billed/],
  [
    'claim/ndc',
    'needs-review',
    { ...pumpFill, ndcs: [ndc('67457-564-20')], dateOfService: day('2026-03-31') },
    /so single-dose is not confirmed\.$/,
  ],
  [
    'claim/ndc',
    'needs-review',
    { ...pumpFill, ndcs: [ndc('66794-157-02')], strength: mcgPerMl(500) },
    /holds 2000 mcg\/mL, but 500/,
  ],
  [
    'claim/ndc',
    'needs-review',
    { ...pumpFill, ndcs: [ndc('70257-563-01')], dateOfService: day('2026-03-31') },
    matching(
      /It is not in the CMS crosswalk of 01\/01\/2026 to 03\/31\/2026\. It is not in the current CMS crosswalk\. /,
      /It was last in that of October 2025\.$/,
    ),
  ],
  ['claim/ndc', 'not-applicable', pumpFill, /no Medicare text/i],
  ['claim/ndc', 'needs-review', twoNdcs, /66794015702.*70121250202/],
  [
    'claim/ndc',
    'fail',
    { ...opened(row({ ndc: null }), row({})), payer: 'medicaid', dateOfService: day('2026-03-31') },
    /^One container has no NDC\. It is required/,
  ],
  [
    'claim/ndc',
    'fail',
    { ...twoNdcs, ndcs: [ndc('66794-157-02'), ndc('66794-151-01')] },
    /belongs to J0476, but J0475 is on the line\.$/,
  ],
  ['claim/ndc-quantity', 'pass', { ...opened(row({})), payer: 'commercial' }, /^Line 1 says 20 mL of 66794015702\.$/],
  [
    'claim/ndc-quantity',
    'pass',
    { ...opened(row({})), given: mg(25), wasted: mg(15), payer: 'commercial' },
    /^Line 1 says 12\.5 mL of 66794015702\. Line 2 says 7\.5 mL of 66794015702\.$/,
  ],
  [
    'claim/ndc-quantity',
    'needs-review',
    { ...opened(row({})), given: mg(36), wasted: mg(4), payer: 'commercial' },
    /^Line 1 says 18 mL of 66794015702\. That is what was given\. 4 mg was thrown away/,
  ],
  ['claim/ndc-quantity', 'needs-review', { ...commercial, ndcs: [ndc('66794-157-02')] }, /without the strength/],
  [
    'claim/ndc-quantity',
    'pass',
    { ...opened(row({})), given: odd, wasted: remainder(mg(40), odd), payer: 'commercial' },
    /12\.126 mL \(rounded from 12\.12555 mL\) of 66794015702\. Line 2 says 7\.874 mL \(rounded from 7\.87445 mL\)/,
  ],
  [
    'claim/ndc-quantity',
    'pass',
    {
      ...opened(row({})),
      payer: 'commercial',
      profile: own({ ndcDecimals: 2 }).profile,
      given: mg(25),
      wasted: mg(15),
    },
    /12\.5 mL of 66794015702\. Line 2 says 7\.5 mL/,
  ],
  [
    'claim/ndc-quantity',
    'needs-review',
    own({ ndcDecimals: 0 }, { ndcs: [ndc('66794-157-02')], strength: mcgPerMl(2000), given: mcg(400), wasted: noMass }),
    /round to 0 with 0 decimals/,
  ],
  [
    'claim/ndc-quantity',
    'needs-review',
    { ...commercial, ndcs: [ndc('66794-151-01')], strength: mcgPerMl(2000) },
    /^Line 1 says 20 mL of 66794015101\. But the NDC does not fit the line\.$/,
  ],
  [
    'claim/ndc-quantity',
    'needs-review',
    { ...commercial, ndcs: [ndc('66794-157-02')], strength: mcgPerMl(2) },
    /^20,000 mL of the NDC is more than the 40 mL that the largest pump holds\.$/,
  ],
  [
    'claim/ndc-quantity',
    'pass',
    { ...commercial, ndcs: [ndc('66794-157-02')], strength: mcgPerMl(1000) },
    /^Line 1 says 40 mL/,
  ],
  [
    'claim/ndc-quantity',
    'not-applicable',
    twoNdcs,
    /^Line 1 says .* Line 1 says .* First settle which NDC goes on the line\.$/,
  ],
  ['claim/ndc-quantity', 'not-applicable', opened(row({})), /No Medicare text/],
  ['claim/ndc-quantity', 'not-applicable', { ...opened(row({})), payer: 'self-pay' }, /self-pay/],
  ['claim/ndc-quantity', 'not-applicable', commercial, /No NDC/],
  [
    'claim/lines-per-ndc',
    'needs-review',
    twoNdcs,
    matching(
      /66794-0157-02 and 70121-2502-02 are on this claim\. Line 1 has more than one\. /,
      /The claim form has room for one NDC on a line\.$/,
    ),
  ],
  [
    'claim/lines-per-ndc',
    'needs-review',
    { ...twoNdcs, mixed: true, given: mg(30), wasted: mg(20) },
    /Lines 1 and 2 each have more than one\./,
  ],
  [
    'claim/lines-per-ndc',
    'needs-review',
    { ...twoNdcs, linePerNdc: true },
    /No line has two of them\. Lines were made for each NDC/,
  ],
  ['claim/lines-per-ndc', 'not-applicable', opened(row({})), /not several/],
  ['claim/lines-per-ndc', 'not-applicable', { ...twoNdcs, payer: 'self-pay' }, /self-pay/],
  ['records/expiry', 'pass', opened(row({ expiry: day('2026-05-20') })), /within its expiry on 05\/20\/2026/],
  [
    'records/expiry',
    'needs-review',
    opened(row({ expiry: day('2026-05-20') }), row({ lot: 'L2' })),
    /1 of 2 rows of containers has an expiry/,
  ],
  [
    'records/expiry',
    'on-hold',
    opened(row({ expiry: day('2026-05-19'), lot: 'L1' })),
    /^1 × Gablofen, NDC 66794015702, lot L1, expired on 05\/19\/2026\. The service was on 05\/20\/2026\.$/,
  ],
  [
    'records/expiry',
    'pass',
    { ...pumpFill, expiryScanned: day('2026-05-20') },
    /scanned was within its expiry on 05\/20\/2026/,
  ],
  [
    'records/expiry',
    'on-hold',
    { ...pumpFill, expiryScanned: day('2026-05-19') },
    /scanned expired on 05\/19\/2026\. The service was on 05\/20\/2026/,
  ],
  ['records/expiry', 'not-applicable', opened(row({})), /No expiry/],
  ['amounts/marketed-containers', 'pass', opened(row({})), /of a size on file/],
  [
    'amounts/marketed-containers',
    'needs-review',
    opened(row({ ndc: null, volume: ml(40) })),
    /No container of 40 mL at 2000 mcg\/mL is on file/,
  ],
  ['modifier/kd', 'pass', own({ kd: true }), /KD is on the line, as the profile Prairie Health says/],
  ['modifier/kd', 'pass', own({ kd: false }), /KD is not on the line, as the profile/],
  ['modifier/kd', 'fail', own({ kd: false }, { kd: true }), /says that the payer does not take it/],
  [
    'modifier/kd',
    'not-applicable',
    { ...own({ kd: true }), ...trialFacts },
    /^KD was asked for on drug put into a pump\. This line has none\.$/,
  ],
  ['modifier/tb', 'not-applicable', pumpFill, /340B was not entered/],
  ['modifier/tb', 'not-applicable', { ...supplied, bought340b: true }, /no drug line/],
  ['modifier/tb', 'not-applicable', { ...pumpFill, bought340b: true, payer: 'self-pay' }, /self-pay/],
  [
    'modifier/tb',
    'not-applicable',
    { ...trial, bought340b: true, setting: 'hospital-outpatient' },
    /paid on their own line/,
  ],
  ['modifier/tb', 'pass', { ...pumpFill, bought340b: true }, /TB is on the line/],
  ['modifier/tb', 'pass', { ...pumpFill, bought340b: true, dateOfService: day('2025-01-01') }, /TB is on the line/],
  [
    'modifier/tb',
    'needs-review',
    { ...pumpFill, bought340b: true, dateOfService: day('2024-12-31') },
    /^JG is on the line: in 2024 those that are no hospital used it\.$/,
  ],
  [
    'modifier/tb',
    'pass',
    { ...pumpFill, bought340b: true, dateOfService: day('2023-12-31') },
    matching(
      /^Before 01\/01\/2024 only a hospital that is paid by the OPPS had to report 340B drug\. /,
      /In 2023 it was by choice\. Neither JG nor TB is put on\.$/,
    ),
  ],
  [
    'modifier/tb',
    'pass',
    { ...pumpFill, bought340b: true, dateOfService: day('2022-12-31') },
    matching(
      /^Before 01\/01\/2024 only a hospital that is paid by the OPPS had to report 340B drug\. /,
      /Neither JG nor TB is put on\.$/,
    ),
  ],
  [
    'modifier/tb',
    'pass',
    { ...pumpFill, bought340b: true, dateOfService: day('2017-12-31') },
    /^JG and TB began on 01\/01\/2018, so neither is put on\.$/,
  ],
  [
    'modifier/tb',
    'needs-review',
    { ...outpatient, bought340b: true, dateOfService: day('2022-03-10') },
    /the kind of hospital decides.*not told, so neither/,
  ],
  [
    'modifier/tb',
    'needs-review',
    {
      ...outpatient,
      bought340b: true,
      dateOfService: day('2019-01-01'),
      hospital340b: 'jg',
      offCampus: 'non-excepted',
    },
    /JG is on the line.*from 2019 to 2023 was not found/,
  ],
  [
    'modifier/tb',
    'needs-review',
    {
      ...outpatient,
      bought340b: true,
      dateOfService: day('2024-06-01'),
      hospital340b: 'jg',
      payer: 'medicare-advantage',
    },
    /^JG is on the line.*the plan may want it otherwise/,
  ],
  ['modifier/off-campus', 'not-applicable', outpatient, /No department off campus/],
  [
    'modifier/off-campus',
    'not-applicable',
    { ...supplied, setting: 'hospital-outpatient', offCampus: 'excepted' },
    /No line/,
  ],
  ['modifier/off-campus', 'not-applicable', { ...outpatient, offCampus: 'excepted', payer: 'self-pay' }, /No line/],
  ['modifier/off-campus', 'pass', { ...outpatient, offCampus: 'excepted' }, /^PO is on the line/],
  ['modifier/off-campus', 'pass', { ...outpatient, offCampus: 'non-excepted' }, /^PN is on the line/],
  [
    'modifier/off-campus',
    'needs-review',
    { ...pumpFill, offCampus: 'excepted' },
    /PO belongs on a hospital’s own outpatient claim/,
  ],
  [
    'modifier/off-campus',
    'needs-review',
    { ...pumpFill, setting: 'critical-access-hospital', offCampus: 'non-excepted' },
    /PN belongs on a hospital’s own outpatient claim/,
  ],
  [
    'modifier/off-campus',
    'needs-review',
    { ...outpatient, offCampus: 'excepted', payer: 'commercial' },
    /PO is Medicare’s own modifier/,
  ],
  [
    'modifier/off-campus',
    'needs-review',
    { ...outpatient, offCampus: 'excepted', payer: 'medicare-advantage' },
    /^PO is on the line.*the plan may want it otherwise/,
  ],
  [
    'modifier/off-campus',
    'needs-review',
    { ...outpatient, offCampus: 'excepted', dateOfService: day('2015-12-31') },
    /first required on 01\/01\/2016.*by choice/,
  ],
  [
    'modifier/off-campus',
    'needs-review',
    { ...outpatient, offCampus: 'non-excepted', dateOfService: day('2016-12-31') },
    /first required on 01\/01\/2017.*used PO/,
  ],
  [
    'modifier/off-campus',
    'not-applicable',
    {
      ...outpatient,
      offCampus: 'excepted',
      bought340b: true,
      kd: true,
      profile: { ...unknownProfile('own-x', 'x', 'medicare-part-b'), modifierOrder: ['KD', 'TB', 'GX', 'GY'] },
      notice: 'GX GY',
    },
    /PO does not fit/,
  ],
  [
    'modifier/tb',
    'needs-review',
    { ...pumpFill, bought340b: true, payer: 'medicare-advantage' },
    /the plan may want it otherwise/,
  ],
  [
    'modifier/tb',
    'needs-review',
    { ...commercial, bought340b: true },
    /TB is Medicare’s own modifier, so it is left off/,
  ],
  [
    'modifier/tb',
    'needs-review',
    { ...commercial, payer: 'medicaid', bought340b: true },
    /must not claim a rebate.*two discounts/,
  ],
  ['modifier/custody', 'not-applicable', pumpFill, /not in custody/],
  ['modifier/custody', 'not-applicable', { ...supplied, custody: 'met' }, /No line/],
  ['modifier/custody', 'needs-review', { ...pumpFill, custody: 'met' }, /QJ is on the line/],
  ['modifier/custody', 'needs-review', { ...commercial, custody: 'met' }, /left off/],
  [
    'modifier/custody',
    'needs-review',
    { ...pumpFill, payer: 'medicare-advantage', custody: 'met' },
    /^A Medicare Advantage plan is not known to have members in custody, so QJ is left off\.$/,
  ],
  [
    'modifier/custody',
    'needs-review',
    { ...pumpFill, payer: 'medicare-advantage', custody: 'not-met' },
    /not known to have members in custody/,
  ],
  ['modifier/custody', 'fail', { ...pumpFill, custody: 'not-met' }, /411\.4\(b\) is not met/],
  [
    'modifier/custody',
    'fail',
    { ...pumpFill, custody: 'not-known' },
    /^QJ is left off: nothing shows that 42 CFR 411\.4\(b\) is met\.$/,
  ],
  [
    'modifier/qj',
    'not-applicable',
    { ...pumpFill, custody: 'met', askedModifiers: ['QJ'] },
    /QJ was asked for and is on the line/,
  ],
  ['modifier/notice', 'not-applicable', pumpFill, /No notice \(ABN\)/],
  ['modifier/notice', 'not-applicable', { ...supplied, notice: 'GA' }, /No line/],
  [
    'modifier/notice',
    'needs-review',
    { ...pumpFill, notice: 'GA' },
    matching(
      /^GA says that a signed notice \(ABN\) is on file.*denies the line for need, the patient may be billed\. /,
      /Units above the daily maximum \(MUE\) are not known to move/,
    ),
  ],
  [
    'modifier/notice',
    'needs-review',
    { ...pumpFill, notice: 'GX GY' },
    /^GX says that a notice was given by choice\. GY says that the law excludes/,
  ],
  [
    'modifier/notice',
    'fail',
    { ...pumpFill, notice: 'GZ' },
    /no notice \(ABN\) was given, though a denial for need is expected\. The practice bears the cost/,
  ],
  ['modifier/notice', 'needs-review', { ...pumpFill, notice: 'GX' }, /by choice, though none was needed/],
  ['modifier/notice', 'needs-review', { ...pumpFill, notice: 'GY' }, /Nothing read says that of baclofen for a pump/],
  ['modifier/notice', 'needs-review', { ...commercial, notice: 'GA' }, /form of original Medicare/],
  ['modifier/four', 'not-applicable', supplied, /no drug line/],
  ['modifier/four', 'pass', { ...pumpFill, kd: true, bought340b: true, custody: 'met' }, /Every modifier fits/],
  [
    'modifier/four',
    'fail',
    { ...pumpFill, kd: true, bought340b: true, custody: 'met', notice: 'GA' },
    /Left off: GA\.$/,
  ],
  [
    'modifier/notice',
    'not-applicable',
    { ...pumpFill, kd: true, bought340b: true, custody: 'met', notice: 'GA' },
    /GA does not fit on every line/,
  ],
  [
    'modifier/jw-jz',
    'pass',
    under('bcbs-north-dakota'),
    matching(
      /The line carries neither JW nor JZ\. The profile BCBS North Dakota says: JW is taken\. /,
      /JZ is not required and is left off\.$/,
    ),
  ],
  [
    'modifier/jw-jz',
    'pass',
    under('lifewise-premera'),
    /JZ is on the line\. The profile LifeWise and Premera says: JW is required\. JZ is required\.$/,
  ],
  [
    'modifier/jw-jz',
    'needs-review',
    under('horizon-new-jersey'),
    /says: JW is taken\. It does not say what the payer does with JZ, so JZ follows Medicare’s way\.$/,
  ],
  [
    'modifier/jw-jz',
    'needs-review',
    under('unitedhealthcare-maryland', { setting: 'hospital-outpatient' }),
    /is for professional claims\. On this facility claim JZ is left off/,
  ],
  [
    'modifier/jw-jz',
    'pass',
    under('unitedhealthcare-maryland', { dateOfService: day('2025-04-30') }),
    /neither.*JZ is taken only from 05\/01\/2025/,
  ],
  [
    'modifier/jw-jz',
    'needs-review',
    own({ jz: 'not-accepted', jzFrom: day('2026-05-21') }),
    matching(
      /JZ is on the line\. The profile Prairie Health does not say what the payer does with JW.* It does not say /,
      /what the payer did with JZ before 05\/21\/2026, so/,
    ),
  ],
  [
    'modifier/jw-jz',
    'pass',
    own({ jz: 'not-accepted', jzFrom: day('2026-05-20') }),
    /carries neither.*JZ is not taken/,
  ],
  [
    'modifier/jw-jz',
    'needs-review',
    own({ jw: 'not-accepted', jz: 'required' }, { given: mg(25), wasted: mg(15) }),
    matching(
      /JW is not taken\. JZ is required\. 1 unit of waste is not billed: this payer takes no JW\. /,
      /JZ is left off because drug was wasted\.$/,
    ),
  ],
  [
    'modifier/jw-jz',
    'needs-review',
    own(
      { jw: 'not-required', jz: 'required', feePerUnit: { tenthsOfCent: 180_500 } },
      { given: mg(15), wasted: mg(25) },
    ),
    /2 units of waste, worth \$361\.00 at the plan’s fee, are not billed: JW is left off\. JZ is left off because/,
  ],
  [
    'modifier/jw-jz',
    'needs-review',
    own({ jz: 'not-required' }, { given: mg(25), wasted: mg(15) }),
    matching(
      /JW is on the line\. The profile Prairie Health does not say what the payer does with JW, so JW follows /,
      /Medicare’s way\. It says: JZ is not/,
    ),
  ],
  ['modifier/jw-jz', 'pass', own({ jz: 'not-required' }), /JZ is not required and is left off/],
  ['modifier/kd', 'not-applicable', { ...pumpFill, given: noMass, wasted: mg(15), kd: true }, /no drug line/],
  [
    'modifier/tb',
    'not-applicable',
    {
      ...pumpFill,
      kd: true,
      bought340b: true,
      custody: 'met',
      notice: 'GX GY',
      profile: { ...unknownProfile('own-x', 'x', 'medicare-part-b'), modifierOrder: ['GX', 'GY', 'QJ'] },
    },
    /TB does not fit/,
  ],
  [
    'modifier/kd',
    'not-applicable',
    {
      ...pumpFill,
      kd: true,
      bought340b: true,
      custody: 'met',
      notice: 'GX GY',
      profile: { ...unknownProfile('own-x', 'x', 'medicare-part-b'), modifierOrder: ['GX', 'GY', 'QJ', 'TB'] },
    },
    /KD does not fit/,
  ],
  ['payment/dme', 'not-applicable', pumpFill, /not billed by/],
  [
    'payment/dme',
    'needs-review',
    { ...namedCode('J7999'), payer: 'commercial', setting: 'dme-supplier' },
    /neither J0475 nor J0476 from one\. Nothing was read of J7999\. This payer may decide otherwise\.$/,
  ],
  ['payment/dme', 'not-applicable', { ...pumpFill, setting: 'dme-supplier', payer: 'self-pay' }, /self-pay/],
  [
    'payment/dme',
    'fail',
    { ...pumpFill, setting: 'dme-supplier' },
    /^In each table read, a supplier’s daily limit \(MUE\) of J0475 is 0\. The one for 05\/20\/2026 was not read\./,
  ],
  ['payment/dme', 'needs-review', { ...commercial, setting: 'dme-supplier' }, /may decide otherwise/],
  [
    'payment/dme',
    'needs-review',
    { ...intravenous, setting: 'dme-supplier' },
    /^J0428 has no row in the table of daily limits \(MUE\)/,
  ],
  ['payer/profile', 'not-applicable', commercial, /No profile/],
  ['payer/profile', 'needs-review', under('texas-medicaid'), /Whether baclofen is one of them was not found/],
  [
    'payer/profile',
    'fail',
    own({ jz: 'not-required', payer: 'medicare-part-b' }, { payer: 'medicare-part-b' }),
    /JZ is left off\. Medicare requires it/,
  ],
  [
    'payer/profile',
    'fail',
    own({ jw: 'not-accepted', payer: 'medicare-part-b' }, { payer: 'medicare-part-b' }),
    /JW is left off/,
  ],
  [
    'payer/profile',
    'needs-review',
    own({ verifiedOn: day('2026-01-02'), verifiedBy: 'AB', reviewBy: day('2026-05-19') }),
    /to be reviewed by 05\/19\/2026/,
  ],
  [
    'payer/profile',
    'pass',
    own({ verifiedOn: day('2026-01-02'), verifiedBy: 'AB', reviewBy: day('2026-05-20') }),
    /verified on 01\/02\/2026 by AB/,
  ],
  ['payer/profile', 'needs-review', own({ verifiedBy: 'AB' }), /does not say when/],
  ['payer/profile', 'needs-review', own({ verifiedOn: day('2026-05-21'), verifiedBy: 'AB' }), /after today/],
  [
    'payer/profile',
    'fail',
    own({ payer: 'medicaid', ndc: 'not-required' }, { payer: 'medicaid' }),
    /Medicaid requires it/,
  ],
  [
    'payer/profile',
    'fail',
    own({ payer: 'medicare-part-b', jz: 'required', jzFrom: day('2099-01-01') }, { payer: 'medicare-part-b' }),
    /JZ is left off/,
  ],
  [
    'payer/profile',
    'pass',
    own(
      {
        payer: 'medicare-part-b',
        jz: 'required',
        jzFrom: day('2026-05-20'),
        verifiedOn: day('2026-05-20'),
        verifiedBy: 'AB',
      },
      { payer: 'medicare-part-b' },
    ),
    /verified on/,
  ],
  ['payer/profile', 'needs-review', own({ verifiedOn: day('2026-01-02') }), /does not say by whom/],
  ['payer/fill-interval', 'not-applicable', commercial, /on file/],
  ['payer/fill-interval', 'not-applicable', own({ minimumDaysBetweenFills: 30 }, trialFacts), /on file/],
  ['payer/fill-interval', 'needs-review', own({ minimumDaysBetweenFills: 30 }), /date of the last fill is missing/],
  [
    'payer/fill-interval',
    'needs-review',
    own({ minimumDaysBetweenFills: 30 }, { lastFillOn: day('2026-05-21') }),
    /after the date of service/,
  ],
  [
    'payer/fill-interval',
    'pass',
    own({ minimumDaysBetweenFills: 30 }, { lastFillOn: day('2026-04-20') }),
    /30 days have passed since/,
  ],
  [
    'payer/fill-interval',
    'fail',
    own({ minimumDaysBetweenFills: 30, feePerUnit: { tenthsOfCent: 180_500 } }, { lastFillOn: day('2026-04-21') }),
    /29 days have passed.*All 4 units are at risk, worth \$722\.00 at the plan’s fee/,
  ],
  ['payer/units-per-fill', 'not-applicable', commercial, /on file/],
  ['payer/units-per-fill', 'pass', own({ unitsPerFill: unitsOf(4) }), /4 units: within the 4/],
  [
    'payer/units-per-fill',
    'fail',
    own({ unitsPerFill: unitsOf(3) }, { chargePerUnit: { tenthsOfCent: 200_000 } }),
    /pays 3 in one fill\. 1 unit is at risk, worth \$200\.00 at the charge entered/,
  ],
  ['payer/units-per-period', 'not-applicable', commercial, /on file/],
  [
    'payer/units-per-period',
    'needs-review',
    own({ unitsPerPeriod: unitsOf(10), periodDays: 90 }),
    /earlier claims are missing/,
  ],
  [
    'payer/units-per-period',
    'pass',
    own({ unitsPerPeriod: unitsOf(10), periodDays: 90 }, { unitsInPeriod: unitsOf(6) }),
    /make 10: within/,
  ],
  [
    'payer/units-per-period',
    'fail',
    own({ unitsPerPeriod: unitsOf(10), periodDays: 90 }, { unitsInPeriod: unitsOf(7) }),
    /make 11\. The profile .*Of this claim, 1 unit is at risk\.$/,
  ],
  [
    'payer/units-per-period',
    'fail',
    own({ unitsPerPeriod: unitsOf(10), periodDays: 90 }, { unitsInPeriod: unitsOf(70) }),
    /Of this claim, 4 units are at risk/,
  ],
  ['companions/pairs', 'not-applicable', { ...pumpFill, companions: ['62370'] }, /No two procedures/],
  ['companions/pairs', 'not-applicable', { ...pumpFill, companions: ['62370', 'A4220'] }, /No two procedures/],
  [
    'companions/pairs',
    'not-applicable',
    { ...pumpFill, payer: 'self-pay', companions: ['62370', '95991'] },
    /self-pay/,
  ],
  [
    'companions/pairs',
    'pass',
    hospital2026(['62370', '62322', 'A4220']),
    /^NCCI has no pair between 62370 and 62322\. Looked up in the hospital’s list of 10\/01\/2026 to 12\/31\/2026\.$/,
  ],
  [
    'companions/pairs',
    'needs-review',
    { ...pumpFill, companions: ['62370', '62322'], dateOfService: day('2024-09-30') },
    matching(
      /^No NCCI pair between 62370 and 62322 was found\. Not every pair of both lists of 07\/01\/2024 to /,
      /09\/30\/2024 was noted\.$/,
    ),
  ],
  [
    'companions/pairs',
    'needs-review',
    { ...pumpFill, companions: ['62370', '62322'] },
    /^No NCCI pair .*was found\. The physician’s list for 05\/20\/2026 was not read\.$/,
  ],
  [
    'companions/pairs',
    'needs-review',
    { ...outpatient, companions: ['62370', '62322'] },
    /The hospital’s list for 05\/20\/2026 was not read\.$/,
  ],
  [
    'companions/pairs',
    'needs-review',
    { ...hospital2026(['62370', '62322']), setting: 'critical-access-hospital' },
    /Which list holds for this setting was not read\.$/,
  ],
  [
    'companions/pairs',
    'needs-review',
    { ...pumpFill, companions: ['62370', '95991'] },
    matching(
      /^95991 is part of 62370 by the hospital’s list of 10\/01\/2026 to 12\/31\/2026\. /,
      /Medicare then pays only one\. The physician’s list for 05\/20\/2026 was not read\.$/,
    ),
  ],
  [
    'companions/pairs',
    'needs-review',
    { ...hospital2026(['62370', '95991']), setting: 'office' },
    /The physician’s list for 11\/20\/2026 was not read\.$/,
  ],
  [
    'companions/pairs',
    'needs-review',
    hospital2026(['62370', '95991'], '2027-01-01'),
    /The hospital’s list for 01\/01\/2027 was not read\.$/,
  ],
  [
    'companions/pairs',
    'needs-review',
    hospital2026(['62370', '95991'], '2026-09-30'),
    /The hospital’s list for 09\/30\/2026 was not read\.$/,
  ],
  [
    'companions/pairs',
    'fail',
    hospital2026(['62370', '95991'], '2026-12-31'),
    /^95991 is part of 62370 on the same day, by the hospital’s list .*No modifier gets it paid\.$/,
  ],
  [
    'companions/pairs',
    'fail',
    { ...pumpFill, companions: ['62370', '95991'], dateOfService: day('2024-09-30') },
    /by both lists of 07\/01\/2024 to 09\/30\/2024\. No modifier gets it paid\.$/,
  ],
  [
    'companions/pairs',
    'needs-review',
    { ...commercial, companions: ['62370', '95991'], dateOfService: day('2024-09-30') },
    /Many plans use its list/,
  ],
  ...(['62367', '62368'] as const).flatMap((check) =>
    (['95990', '95991'] as const).map(
      (refill) =>
        [
          'companions/pairs',
          'fail',
          hospital2026([check, refill]),
          new RegExp(`^${check} is part of ${refill} on the same day`),
        ] as const,
    ),
  ),
  [
    'companions/pairs',
    'needs-review',
    { ...pumpFill, companions: ['62367', '95990'], dateOfService: day('2024-09-30') },
    matching(
      /^62367 is part of 95990 by the hospital’s list of 10\/01\/2026.* Not every pair of both lists of /,
      /07\/01\/2024 to 09\/30\/2024 was noted\.$/,
    ),
  ],
  ['companions/pairs', 'fail', hospital2026(['62368', '62367']), /^62367 is part of 62368 on the same day/],
  ['companions/pairs', 'fail', hospital2026(['62362', '95990']), /^95990 is part of 62362 on the same day/],
  [
    'companions/pairs',
    'needs-review',
    hospital2026(['62362', '95991']),
    /^95991 is part of 62362 .* pays both only where they were separate/,
  ],
  ['companions/pairs', 'needs-review', hospital2026(['62369', '62362']), /^62369 is part of 62362 .* separate/],
  [
    'companions/pairs',
    'needs-review',
    hospital2026(['62322', '62323']),
    matching(
      /^62322 and 62323 are both one trial injection, without and with imaging\. /,
      /In the hospital’s list of late 2026 neither is part of the other\.$/,
    ),
  ],
  ['companions/pairs', 'needs-review', { ...trial, companions: ['62322', '62323'] }, /are both one trial injection/],
  ['companions/refill-kit', 'not-applicable', pumpFill, /No refill kit/],
  ['companions/refill-kit', 'not-applicable', { ...pumpFill, payer: 'self-pay', companions: ['A4220'] }, /self-pay/],
  ['companions/refill-kit', 'fail', { ...pumpFill, companions: ['62369', 'A4220'] }, /never beside 62369/],
  [
    'companions/refill-kit',
    'needs-review',
    { ...outpatient, companions: ['62369', 'A4220'] },
    /The charge stays on the claim/,
  ],
  [
    'companions/refill-kit',
    'needs-review',
    { ...pumpFill, setting: 'critical-access-hospital', companions: ['A4220'] },
    /The charge stays on the claim/,
  ],
  ['companions/refill-kit', 'needs-review', { ...commercial, companions: ['62369', 'A4220'] }, /was not found/],
  ...(['medicare-advantage', 'medicaid', 'commercial'] as const).map(
    (payer) =>
      [
        'companions/refill-kit',
        'needs-review',
        { ...outpatient, payer, companions: ['95991', 'A4220'] },
        /^Whether this plan pays A4220 was not found\. On a hospital claim the charge stays under 0270\.$/,
      ] as const,
  ),
  [
    'companions/refill-kit',
    'needs-review',
    own({ refillKit: 'not-paid' }, { setting: 'hospital-outpatient', companions: ['A4220'] }),
    /is not paid\. On a hospital claim the charge stays under 0270\.$/,
  ],
  ['companions/refill-kit', 'pass', own({ refillKit: 'paid' }, { companions: ['A4220'] }), /is paid/],
  ['companions/refill-kit', 'fail', own({ refillKit: 'not-paid' }, { companions: ['A4220'] }), /is not paid/],
  ['companions/fit', 'not-applicable', pumpFill, /No procedure/],
  ['companions/fit', 'pass', { ...pumpFill, companions: ['62370'] }, /nothing read speaks against/],
  ['companions/fit', 'needs-review', { ...pumpFill, companions: ['62367'] }, /check without a refill/],
  ['companions/fit', 'needs-review', { ...pumpFill, companions: ['62323'] }, /is the trial injection/],
  ['companions/fit', 'needs-review', { ...trial, companions: ['95991'] }, /implanted pump, but the purpose/],
  [
    'companions/fit',
    'pass',
    { ...outpatient, companions: ['95990'] },
    /95990 goes on the hospital’s own claim\. A physician is not paid for it there\.$/,
  ],
  [
    'companions/fit',
    'pass',
    { ...pumpFill, setting: 'critical-access-hospital', companions: ['95990'] },
    /the hospital’s own claim/,
  ],
  ['companions/fit', 'pass', { ...pumpFill, companions: ['95990'] }, /the setting\.$/],
  [
    'companions/fit',
    'needs-review',
    { ...pumpFill, companions: ['95990'], setting: 'asc' },
    /a physician is not paid for it in a facility\. Whether this setting may bill it was not read\.$/,
  ],
  ['companions/programming', 'not-applicable', refilled([]), /No code with programming/],
  [
    'companions/programming',
    'not-applicable',
    refilled(['95991', '62367', 'A4220', '62362'], { dailyDose: null }),
    /No code with programming/,
  ],
  ['companions/programming', 'not-applicable', { ...refilled(['62370']), payer: 'self-pay' }, /self-pay/],
  ['companions/programming', 'not-applicable', { ...pumpFill, companions: ['62370'] }, /is not told/],
  [
    'companions/programming',
    'not-applicable',
    { ...trial, companions: ['62370'], reprogrammed: 'none' },
    /No code with programming/,
  ],
  [
    'companions/programming',
    'needs-review',
    refilled(['62370']),
    matching(
      /^62370 tells of programming, but nothing was changed: 400 mcg a day and 2000 mcg\/mL, before and after\. /,
      /Contractors differ/,
    ),
  ],
  [
    'companions/programming',
    'needs-review',
    refilled(['62369'], { bridgeBolus: false }),
    /^62369 .*nothing was changed/,
  ],
  ['companions/programming', 'needs-review', refilled(['62368', '62370']), /^62368 and 62370 .*nothing was changed/],
  ['companions/programming', 'needs-review', { ...refilled(['62370']), payer: 'commercial' }, /nothing was changed/],
  [
    'companions/programming',
    'needs-review',
    { ...pumpFill, companions: ['62369'], reprogrammed: 'volume-only' },
    /^62369 tells of programming, but only the new volume was entered\. Contractors differ/,
  ],
  [
    'companions/programming',
    'needs-review',
    { ...refilled(['62369']), reprogrammed: 'changed' },
    /the record shows 400 mcg a day and 2000 mcg\/mL, before and after\. Contractors differ/,
  ],
  [
    'companions/programming',
    'needs-review',
    refilled(['95990']),
    matching(
      /^95990 tells of no programming, and nothing was changed: 400 mcg a day and 2000 mcg\/mL, before and after\. /,
      /Contractors differ/,
    ),
  ],
  [
    'companions/programming',
    'needs-review',
    { ...refilled(['95991', '62367']), reprogrammed: 'changed' },
    /^95991 and 62367 tell of no programming, and the record shows 400 mcg a day/,
  ],
  [
    'companions/programming',
    'needs-review',
    { ...pumpFill, companions: ['95990'], reprogrammed: 'volume-only' },
    /^95990 tells of no programming, and only the new volume was entered\. Contractors differ/,
  ],
  [
    'companions/programming',
    'needs-review',
    { ...pumpFill, companions: ['62369', '95990'], reprogrammed: 'volume-only' },
    /^62369 tells of programming and 95990 of none, but only the new volume was entered\./,
  ],
  [
    'companions/programming',
    'needs-review',
    { ...refilled(['62369'], { dailyDose: mcg(420) }), reprogrammed: 'none' },
    /^The answer is that the pump was not reprogrammed, but the daily dose went from 400 mcg to 420 mcg\.$/,
  ],
  [
    'companions/programming',
    'needs-review',
    { ...refilled(['95990'], { dailyDose: mcg(420) }), reprogrammed: 'volume-only' },
    /^The answer is that only the new volume was entered, but the daily dose went/,
  ],
  [
    'companions/programming',
    'fail',
    refilled(['95991'], { dailyDose: mcg(420) }),
    /^The record does not support 95991: the daily dose went from 400 mcg to 420 mcg\.$/,
  ],
  [
    'companions/programming',
    'fail',
    { ...pumpFill, companions: ['95990', '62367'], reprogrammed: 'changed' },
    /^The record does not support 95990 or 62367: the pump was reprogrammed\.$/,
  ],
  [
    'companions/programming',
    'fail',
    { ...pumpFill, companions: ['62369'], reprogrammed: 'none' },
    /^The record does not support 62369: the pump was not reprogrammed\.$/,
  ],
  [
    'companions/programming',
    'pass',
    { ...pumpFill, companions: ['95990'], reprogrammed: 'none' },
    /^95990 fits what was recorded: the pump was not reprogrammed\.$/,
  ],
  [
    'companions/programming',
    'pass',
    { ...pumpFill, companions: ['62369'], reprogrammed: 'changed' },
    /^62369 fits what was recorded: the pump was reprogrammed\.$/,
  ],
  [
    'companions/programming',
    'pass',
    refilled(['62370'], { dailyDose: mcg(420) }),
    /the daily dose went from 400 mcg to 420 mcg\.$/,
  ],
  [
    'companions/programming',
    'pass',
    refilled(['62369'], { concentrationBefore: mcgPerMl(500) }),
    /the concentration went from 500 mcg\/mL to 2000 mcg\/mL\.$/,
  ],
  [
    'companions/programming',
    'pass',
    refilled(['62370'], { dailyDose: mcg(399), concentrationBefore: null }),
    /400 mcg to 399 mcg\.$/,
  ],
  [
    'companions/programming',
    'pass',
    refilled(['62370'], { concentrationBefore: mcgPerMl(1000), dailyDoseBefore: null }),
    /the concentration went/,
  ],
  ['companions/programming', 'pass', refilled(['62370'], { bridgeBolus: true }), /a bridge bolus was programmed\.$/],
  ['companions/programming', 'not-applicable', refilled(['62370'], { dailyDose: null }), /is not told/],
  ['companions/programming', 'not-applicable', refilled(['62370'], { dailyDoseBefore: null }), /is not told/],
  ['companions/programming', 'not-applicable', refilled(['62370'], { concentrationBefore: null }), /is not told/],
  ['companions/skill', 'not-applicable', { ...pumpFill, skillNeeded: true }, /No refill code/],
  ['companions/skill', 'not-applicable', { ...pumpFill, companions: ['62370'] }, /is not told/],
  [
    'companions/skill',
    'not-applicable',
    { ...pumpFill, payer: 'self-pay', companions: ['62370'], skillNeeded: false },
    /self-pay/,
  ],
  ['companions/skill', 'not-applicable', { ...trial, companions: ['62370'], skillNeeded: false }, /No refill code/],
  [
    'companions/skill',
    'pass',
    { ...pumpFill, companions: ['62370'], skillNeeded: true },
    /^62370 fits the answer: a physician’s skill was needed\.$/,
  ],
  [
    'companions/skill',
    'pass',
    { ...pumpFill, companions: ['95990'], skillNeeded: false },
    /^95990 fits the answer: no physician’s skill was needed\.$/,
  ],
  [
    'companions/skill',
    'fail',
    { ...pumpFill, companions: ['62370'], skillNeeded: false },
    /^The record does not support 62370: no physician’s skill was needed\.$/,
  ],
  [
    'companions/skill',
    'fail',
    { ...pumpFill, companions: ['62369', '95990'], skillNeeded: true },
    /^The record does not support 62369 or 95990: a physician’s skill was needed\.$/,
  ],
  [
    'companions/same-claim',
    'needs-review',
    pumpFill,
    /^The drug is billed, but no refill of the day was entered\. Payers look for it on the same claim\.$/,
  ],
  [
    'companions/same-claim',
    'needs-review',
    { ...commercial, companions: ['A4220'] },
    /no refill of the day was entered/,
  ],
  ['companions/same-claim', 'needs-review', trial, /no injection of the day was entered/],
  ['companions/same-claim', 'not-applicable', { ...pumpFill, payer: 'self-pay' }, /No claim goes/],
  ['companions/same-claim', 'not-applicable', { ...supplied, companions: ['62370'] }, /no drug line/],
  ...heldPlaces.flatMap((held) =>
    [held, { ...held, companions: ['62370'] as const }].map(
      (each) => ['companions/same-claim', 'not-applicable', each, /^The drug line waits\./] as const,
    ),
  ),
  [
    'companions/same-claim',
    'needs-review',
    { ...pumpFill, setting: 'home', attendance: 'physician', companions: ['62370'] },
    /^62370 and the drug/,
  ],
  [
    'companions/same-claim',
    'needs-review',
    { ...commercial, setting: 'emergency-room', companions: ['62370'] },
    /^62370 and the drug/,
  ],
  ['companions/same-claim', 'needs-review', { ...pumpFill, companions: ['62370', 'A4220'] }, /^62370 and the drug/],
  [
    'companions/same-claim',
    'needs-review',
    { ...pumpFill, companions: ['62368', '62362'] },
    /^62368, 62362 and the drug of the same day belong on the same claim\.$/,
  ],
  ['companions/same-claim', 'needs-review', hospital2026(['62370', '95991']), /^62370 and the drug/],
  ['companions/wiser', 'not-applicable', pumpFill, /No trial injection/],
  [
    'companions/wiser',
    'not-applicable',
    { ...trial, companions: ['62323'], dateOfService: day('2026-01-14') },
    /began on 01\/15\/2026/,
  ],
  [
    'companions/wiser',
    'needs-review',
    { ...trial, companions: ['62323'], dateOfService: day('2026-01-15') },
    /AZ, NJ, OH, OK, TX and WA/,
  ],
  [
    'preauthorization/status',
    'fail',
    own({ authorizationDrug: 'required', retroactiveDays: 5 }, { preparedOn: day('2026-05-22') }),
    /needs preauthorization, and none is entered\. The plan still takes a request for 3 days/,
  ],
  [
    'preauthorization/status',
    'fail',
    own({ authorizationDrug: 'required', retroactiveDays: 1 }, { preparedOn: day('2026-05-22') }),
    /has passed/,
  ],
  [
    'preauthorization/status',
    'needs-review',
    partB({}),
    matching(
      /^The profile Prairie Health says that the drug needs preauthorization, and none is entered\. /,
      /Medicare Part B is said to want none\.$/,
    ),
  ],
  [
    'preauthorization/status',
    'needs-review',
    partB({ priorAuthorization: { status: 'not-required' } }),
    /needs one\. Medicare Part B is said to want none\.$/,
  ],
  ['preauthorization/status', 'pass', own({ authorizationDrug: 'not-required' }), /the drug needs no preauthorization/],
  [
    'preauthorization/status',
    'fail',
    own({ authorizationTrial: 'required', authorizationPump: 'required' }, trialFacts),
    /the trial needs preauthorization.*A pump that may follow needs it as well/,
  ],
  [
    'preauthorization/status',
    'fail',
    own({ authorizationDrug: 'required' }, { priorAuthorization: { status: 'not-required' } }),
    /Entered: no preauthorization is required\. The profile/,
  ],
  [
    'preauthorization/status',
    'needs-review',
    late({ retroactiveDays: 5 }, null),
    /day on which it was asked for is missing/,
  ],
  ['preauthorization/status', 'pass', late({ retroactiveDays: 5 }, day('2026-05-25')), /5 days after the service/],
  ['preauthorization/status', 'fail', late({ retroactiveDays: 5 }, day('2026-05-26')), /6 days after the service/],
  [
    'preauthorization/number',
    'pass',
    own({ authorizationNumberFormat: 'A-99' }, { priorAuthorization: { ...approval, number: 'b 12' } }),
    /take b12/,
  ],
  [
    'preauthorization/number',
    'needs-review',
    own({ authorizationNumberFormat: 'A999' }, { priorAuthorization: approval }),
    /is not of the form A999/,
  ],
  [
    'amounts/trial-dose',
    'fail',
    under('aetna', { ...trialFacts, given: mcg(125) }),
    /more than the 100 mcg that Aetna takes/,
  ],
  [
    'amounts/trial-dose',
    'fail',
    under('aetna', { ...trialFacts, given: mcg(150), strength: mcgPerMl(500) }),
    /more than the 100 mcg that Aetna takes/,
  ],
  ['amounts/trial-dose', 'not-applicable', supplied, /no drug line/],
  [
    'amounts/unexplained-remainder',
    'needs-review',
    own({ jw: 'not-required' }, { given: mg(15), wasted: mg(15), labeled: mg(40) }),
    /10 mg of it is neither given nor recorded as wasted\. It is not billed/,
  ],
  [
    'modifier/custody',
    'not-applicable',
    {
      ...pumpFill,
      kd: true,
      bought340b: true,
      custody: 'met',
      notice: 'GX GY',
      profile: { ...unknownProfile('own-x', 'x', 'medicare-part-b'), modifierOrder: ['GX', 'GY', 'TB'] },
    },
    /QJ does not fit/,
  ],
  [
    'modifier/jw-jz',
    'pass',
    own({ jw: 'required', jz: 'required' }, { dateOfService: day('2022-12-31'), preparedOn: day('2022-12-31') }),
    /JZ could not be used before 01\/01\/2023/,
  ],
  [
    'modifier/jw-jz',
    'pass',
    {
      ...pumpFill,
      setting: 'hospital-outpatient',
      profile: { ...unknownProfile('own-x', 'x', 'medicare-part-b'), jw: 'required', jzProfessionalOnly: true },
    },
    /JZ is on the line/,
  ],
  [
    'payer/profile',
    'needs-review',
    { ...intravenous, profile: { ...unknownProfile('own-x', 'x', 'medicare-part-b'), jz: 'required' } },
    /does not say when/,
  ],
  [
    'modifier/kd',
    'not-applicable',
    { ...pumpFill, payer: 'self-pay', profile: { ...unknownProfile('own-x', 'x', 'self-pay'), kd: true } },
    /A self-pay line goes to no payer/,
  ],
  [
    'payer/units-per-fill',
    'not-applicable',
    {
      ...pumpFill,
      payer: 'self-pay',
      profile: { ...unknownProfile('own-x', 'x', 'self-pay'), unitsPerFill: unitsOf(1) },
    },
    /on file/,
  ],
  ['amounts/trial-dose', 'pass', under('aetna', { ...trialFacts, given: mcg(100) }), /not above/],
  [
    'amounts/smallest-package',
    'needs-review',
    under('blue-cross-north-carolina', { given: mg(25), wasted: mg(15) }),
    /does not pay waste from a larger container than the dose needs/,
  ],
  ['claim/ndc', 'fail', under('lifewise-premera'), /It is required with the drug line: LifeWise and Premera/],
  ['claim/ndc', 'not-applicable', own({ ndc: 'not-required' }), /none is needed/],
  [
    'claim/lines-per-ndc',
    'pass',
    { ...under('unitedhealthcare-maryland'), ...twoNdcFacts },
    /wants a line for each NDC, and has them/,
  ],
  [
    'claim/lines-per-ndc',
    'needs-review',
    {
      ...under('unitedhealthcare-maryland'),
      ...opened(
        row({ ndc: ndc('66794-155-02'), strength: mcgPerMl(500) }),
        row({ ndc: ndc('25021-678-20'), strength: mcgPerMl(500) }),
      ),
      payer: 'medicaid',
      profile: under('unitedhealthcare-maryland').profile,
      given: mg(5),
      wasted: mg(15),
    },
    /no whole unit of its own/,
  ],
  [
    'claim/ndc-quantity',
    'needs-review',
    {
      ...pumpFill,
      ndcs: [ndc('66794-157-02')],
      profile: { ...unknownProfile('own-x', 'x', 'medicare-part-b'), ndc: 'required' },
    },
    /without the strength/,
  ],
  [
    'preauthorization/status',
    'needs-review',
    own({ authorizationDrug: 'not-required' }, { priorAuthorization: { status: 'pending' } }),
    /says that the drug needs none/,
  ],
  [
    'preauthorization/status',
    'fail',
    own({ authorizationDrug: 'not-required', authorizationPump: 'required' }, { companions: ['62362'] }),
    /the drug or the pump needs preauthorization/,
  ],
  ['preauthorization/number', 'fail', approved({ number: '--' }), /number is missing/],
  [
    'claim/lines-per-ndc',
    'needs-review',
    { ...under('blue-cross-north-carolina'), ...twoNdcFacts },
    /pays one line without JW/,
  ],
  [
    'records/need',
    'needs-review',
    { ...pumpFill, diagnoses: ['S06.2X9S'], records: allRecords },
    matching(
      /^The texts read ask the record to show this\. It is not ticked yet\. /,
      /At least a year has passed since the brain injury\.$/,
    ),
  ],
  [
    'coverage/diagnosis',
    'needs-review',
    { ...pumpFill, diagnoses: ['A00.0'] },
    /A00\.0 is on none of the lists.* No line points to a cause of spasticity on this page’s list\.$/,
  ],
  ['coverage/diagnosis', 'needs-review', { ...pumpFill, diagnoses: ['G80.4'] }, /No line points to a cause/],
  [
    'coverage/diagnosis',
    'needs-review',
    { ...pumpFill, diagnoses: ['G80.1'], dateOfService: day('2026-11-20'), preparedOn: day('2026-11-27') },
    /^No payer’s list of diagnosis codes for baclofen could be read\. So G80\.1 is not checked against one\.$/,
  ],
  [
    'coverage/diagnosis',
    'needs-review',
    { ...pumpFill, dateOfService: day('2027-03-31'), preparedOn: day('2027-03-31') },
    /not checked against one\.$/,
  ],
  [
    'coverage/diagnosis',
    'needs-review',
    { ...pumpFill, dateOfService: day('2027-04-01'), preparedOn: day('2027-04-01') },
    /The code changes after 03\/31\/2027 were not read\.$/,
  ],
  [
    'coverage/palsy',
    'needs-review',
    { ...pumpFill, diagnoses: ['G80.4', 'G80.3'] },
    /^G80\.4 and G80\.3 are kinds of cerebral palsy that are not spastic/,
  ],
  ['coverage/late-effect', 'not-applicable', { ...pumpFill, diagnoses: ['I69.351', 'T85.610A'] }, /No late effect/],
  ['coverage/late-effect', 'not-applicable', { ...pumpFill, payer: 'self-pay', diagnoses: ['S14.109S'] }, /self-pay/],
  [
    'coverage/late-effect',
    'needs-review',
    { ...pumpFill, diagnoses: ['S14.109S', 'M62.838'] },
    /^S14\.109S tells of a past injury\. No code of a paralysis \(G81 or G82\) stands with it/,
  ],
  [
    'coverage/late-effect',
    'needs-review',
    { ...pumpFill, diagnoses: ['S06.2X9S', 'S14.109S'] },
    /^S06\.2X9S and S14\.109S tell of a past injury/,
  ],
  [
    'coverage/late-effect',
    'needs-review',
    { ...outpatient, diagnoses: ['S14.109S', 'G82.52'] },
    /^S14\.109S stands before G82\.52 in FL 67/,
  ],
  [
    'coverage/late-effect',
    'needs-review',
    { ...pumpFill, diagnoses: ['S14.109S', 'G82.52'] },
    /^S14\.109S stands before G82\.52 in item 21/,
  ],
  ['coverage/late-effect', 'needs-review', { ...pumpFill, diagnoses: ['G35.A', 'S14.109S'] }, /No code of a paralysis/],
  [
    'coverage/late-effect',
    'pass',
    { ...pumpFill, diagnoses: ['G82.52', 'S14.109S'] },
    /^G82\.52 stands before S14\.109S/,
  ],
  ['coverage/ended-code', 'not-applicable', pumpFill, /known to have ended/],
  [
    'coverage/ended-code',
    'not-applicable',
    { ...pumpFill, diagnoses: ['G80.1', 'M54.5'], dateOfService: day('2021-09-30') },
    /known to have ended/,
  ],
  ['coverage/ended-code', 'not-applicable', { ...pumpFill, payer: 'self-pay', diagnoses: ['M54.5'] }, /self-pay/],
  [
    'coverage/ended-code',
    'needs-review',
    { ...pumpFill, diagnoses: ['G80.1', 'M54.5'], dateOfService: day('2021-10-01') },
    /^Coding pages say that M54\.5 ended on 09\/30\/2021\. They name M54\.50, M54\.51 and M54\.59/,
  ],
];

describe('every rule, at each of its outcomes', () => {
  it.each(table)('%s: %s', (rule, outcome, encounter, says) => {
    const verdict = verdictOf(encounter, rule);
    expect(verdict.because).toMatch(says);
    expect(verdict.outcome).toBe(outcome);
  });

  it('leaves no rule out', () => {
    const tested = new Set(table.map(([rule]) => rule));
    expect(ruleBook.rules.map(({ id }) => id).filter((id) => !tested.has(id))).toEqual([]);
    expect(new Set(ruleBook.rules.map(({ id }) => id)).size).toBe(ruleBook.rules.length);
  });

  it('leaves no outcome out that a rule declares, and a rule can have no other', () => {
    const rowsOf = (id: string) =>
      [...new Set(table.flatMap(([rule, outcome]) => (rule === id ? [outcome] : [])))].sort();
    for (const { id, outcomes } of ruleBook.rules) expect(rowsOf(id), id).toEqual([...new Set(outcomes)].sort());
  });

  it('says what to do wherever something is wrong, and where to do it', () => {
    for (const [rule, outcome, encounter] of table) {
      const { fix, goTo, billerMayCheck, switchOn } = verdictOf(encounter, rule);
      if (outcome === 'pass' || outcome === 'not-applicable') continue;
      expect(fix, rule).toBeTruthy();
      expect(Boolean(goTo ?? switchOn ?? billerMayCheck), rule).toBe(true);
    }
  });
});

describe('what is certain to bring the claim back', () => {
  const findingOf = (encounter: Encounter, id: string, book = ruleBook) =>
    prepareClaim(encounter, book).findings.find(({ rule }) => rule.id === id);

  it.each(certainRows)('%s: %s', (id, _what, change, says, book) => {
    const encounter = { ...pumpFill, ...change };
    const finding = findingOf(encounter, id, book);
    expect(finding?.verdict).toMatchObject({
      outcome: 'fail',
      certain: true,
      because: expect.stringMatching(says),
      fix: expect.any(String),
      goTo: expect.any(String),
    });
    expect(finding?.override).toBeNull();
    expect(prepareClaim({ ...encounter, checked: [finding?.checkKey ?? ''] }, book).status).toBe('fix-first');
    expect(keepingBack(prepareClaim(encounter, book).findings).map(({ rule }) => rule.id)).toContain(id);
  });

  it.each(certainRows)(
    '%s: %s, for a patient who pays: only a day that cannot be is certain',
    (id, _what, change, _says, book) => {
      const certain = findingOf({ ...pumpFill, ...change, payer: 'self-pay', profile: null }, id, book)?.verdict
        .certain;
      expect(certain).toBe(
        id === 'code/valid' || id === 'code/compounded' || id === 'claim/date-of-service' ? true : undefined,
      );
    },
  );

  it('is said by no other fail of the rule book', () => {
    const said = table.flatMap(([, , encounter]) =>
      prepareClaim(encounter, ruleBook).findings.flatMap(({ rule, verdict }) => (verdict.certain ? [rule.id] : [])),
    );
    expect([...new Set(said)].sort()).toEqual([...new Set(certainRows.map(([id]) => id))].sort());
  });

  it.each([
    ['one unit below a hundred reservoirs', { ...fill(mg(7_990), noMass) }, 'amounts/unit-slip'],
    ['a trial of 1 mg: unlikely, but not impossible', { ...trial, given: mg(1) }, 'amounts/unit-slip'],
    ['no charge entered', pumpFill, 'claim/line-charge'],
    ['a charge of one cent', { ...pumpFill, chargePerUnit: { tenthsOfCent: 10 } }, 'claim/line-charge'],
    [
      'past Medicare’s year, which has exceptions',
      { ...pumpFill, dateOfService: day('2025-05-19') },
      'claim/filing-limit',
    ],
    [
      'a denied preauthorization, which can be appealed',
      { ...commercial, priorAuthorization: { status: 'denied' } },
      'preauthorization/status',
    ],
    ['more units than the plan pays, which may except it', own({ unitsPerFill: unitsOf(3) }), 'payer/units-per-fill'],
    ['custody, commercial', { ...commercial, custody: 'not-met' }, 'modifier/custody'],
    ['another code on the charge slip, which is not sent', { ...pumpFill, askedCode: 'J1950' }, 'code/asked-for'],
    [
      'a fifth modifier, which may be told in words',
      { ...pumpFill, kd: true, bought340b: true, custody: 'met', notice: 'GA' },
      'modifier/four',
    ],
    ['an NDC of the other code', { ...pumpFill, ndcs: [ndc('66794-151-01')] }, 'claim/ndc'],
    [
      'a procedure that is bundled: its own line is denied',
      { ...pumpFill, companions: ['62370', '95991'], dateOfService: day('2024-09-30') },
      'companions/pairs',
    ],
    ['waste alone, which makes no line', fill(noMass, mg(15)), 'amounts/waste-alone'],
    ['KD that a profile says nothing about', own({}, { kd: true }), 'modifier/kd'],
    ['today', pumpFill, 'claim/date-of-service'],
    [
      'G35 on its last day',
      { ...pumpFill, diagnoses: ['G35'], dateOfService: day('2025-09-30') },
      'coverage/diagnosis',
    ],
    ['a code on no list', { ...pumpFill, diagnoses: ['A00.0'] }, 'coverage/diagnosis'],
  ] as const satisfies readonly (readonly [string, Encounter, string])[])(
    'is not said of %s',
    (_what, encounter, id) => {
      expect(findingOf(encounter, id)?.verdict.certain).toBeUndefined();
    },
  );
});

describe('an override', () => {
  const future: Encounter = { ...pumpFill, records: allRecords, dateOfService: day('2026-05-21') };
  const keyOf = (encounter: Encounter, id: string) =>
    prepareClaim(encounter, ruleBook).findings.find(({ rule }) => rule.id === id)?.checkKey ?? '';
  const overriding = (encounter: Encounter, id: string) => ({
    finding: keyOf(encounter, id),
    who: 'AB',
    on: day('2026-05-20'),
    why: 'the payer asked for it',
  });
  const overridden: Encounter = { ...future, overrides: [overriding(future, 'claim/date-of-service')] };
  const openOf = (encounter: Encounter) => concerning(prepareClaim(encounter, ruleBook).findings).filter(isOpen);

  it('lets a claim out that would certainly come back, and is told with it', () => {
    const claim = prepareClaim(overridden, ruleBook);
    expect(keepingBack(claim.findings)).toEqual([]);
    expect(claim.status).toBe('review');
    expect(claim.findings.flatMap(({ override }) => override ?? [])).toEqual(overridden.overrides);
  });

  it('never makes it ready, whatever else is ticked', () => {
    expect(
      prepareClaim({ ...overridden, checked: openOf(overridden).map(({ checkKey }) => checkKey) }, ruleBook).status,
    ).toBe('review');
  });

  it('stands for one finding, one payer, one day and one reason', () => {
    for (const change of [
      { dateOfService: day('2026-05-22') },
      { payer: 'medicaid' },
      { preparedOn: day('2026-05-19') },
    ] as const) {
      expect(
        keepingBack(prepareClaim({ ...overridden, ...change }, ruleBook).findings).map(({ rule }) => rule.id),
      ).toContain('claim/date-of-service');
    }
    expect(
      keepingBack(prepareClaim({ ...overridden, diagnoses: [] }, ruleBook).findings).map(({ rule }) => rule.id),
    ).toEqual(['coverage/diagnosis']);
  });

  it.each([
    ['a hold', intravenous, 'code/iv-im', 'on-hold'],
    ['a fail that is not certain', { ...pumpFill, askedCode: 'J1950' }, 'code/asked-for', 'fix-first'],
    ['a check', pumpFill, 'modifier/kd', 'review'],
  ] as const satisfies readonly (readonly [string, Encounter, string, string])[])(
    'of %s does nothing',
    (_what, encounter, id, status) => {
      const claim = prepareClaim({ ...encounter, overrides: [overriding(encounter, id)] }, ruleBook);
      expect(claim.findings.flatMap(({ override }) => override ?? [])).toEqual([]);
      expect(claim.status).toBe(status);
    },
  );
});

describe('the rule book', () => {
  it('has a citation for every row that the working names', () => {
    for (const [, , encounter] of table) {
      for (const { rows } of prepareClaim(encounter, ruleBook).how) {
        for (const row of rows) expect(Object.keys(citations), row).toContain(row);
      }
    }
  });

  it('selects J1950 and the unlisted codes for nothing', () => {
    expect(hcpcsCodes.map(({ hcpcs }) => hcpcs)).toEqual(['J0476', 'J0475', 'J0428']);
  });

  it('holds 35 containers whose label is volume times strength, in whole billing units', () => {
    expect(products).toHaveLength(35);
    expect(new Set(products.map((product) => product.ndc)).size).toBe(35);
    for (const { hcpcs, labeled } of products) {
      const dosage = hcpcsCodes.find((code) => code.hcpcs === hcpcs)?.hcpcsDosage.ng ?? NaN;
      expect(labeled.ng % dosage).toBe(0);
    }
  });

  it('KD stands first, before JW and JZ, on every line of the drug', () => {
    expect(linesOf({ ...fill(mg(25), mg(15)), kd: true })).toEqual(['J0475-KD x3', 'J0475-KD-JW x1']);
    expect(linesOf({ ...pumpFill, kd: true })).toEqual(['J0475-KD-JZ x4']);
    expect(linesOf({ ...trial, kd: true })).toEqual(['J0476-JZ x1']);
  });
});

describe('JW and JZ by payer, setting, code and date (rows 2.4 and 2b)', () => {
  const waste = fill(mg(25), mg(15));
  it.each([
    ['2016-12-31', 'J0475 x3, J0475-JW x1', 'J0475 x4'],
    ['2017-01-01', 'J0475 x3, J0475-JW x1', 'J0475 x4'],
    ['2022-12-31', 'J0475 x3, J0475-JW x1', 'J0475 x4'],
    ['2023-01-01', 'J0475 x3, J0475-JW x1', 'J0475 x4'],
    ['2023-06-30', 'J0475 x3, J0475-JW x1', 'J0475 x4'],
    ['2023-07-01', 'J0475 x3, J0475-JW x1', 'J0475-JZ x4'],
    ['2023-10-01', 'J0475 x3, J0475-JW x1', 'J0475-JZ x4'],
  ])('%s: with waste %s, without %s', (date, withWaste, without) => {
    expect(linesOf({ ...waste, dateOfService: day(date) }).join(', ')).toBe(withWaste);
    expect(linesOf({ ...pumpFill, dateOfService: day(date) }).join(', ')).toBe(without);
  });

  it.each([
    ['office', 'J0475 x3, J0475-JW x1', 'J0476-JZ x1'],
    ['hospital-outpatient', 'J0475 x3, J0475-JW x1', 'J0476 x1'],
    ['asc', 'J0475 x3, J0475-JW x1', 'J0476 x1'],
    ['critical-access-hospital', 'J0475 x3, J0475-JW x1', 'J0476-JZ x1'],
    ['independent-clinic', 'J0475 x3, J0475-JW x1', 'J0476-JZ x1'],
    ['home', 'J0475 x3, J0475-JW x1', 'J0476-JZ x1'],
    ['assisted-living', 'J0475 x3, J0475-JW x1', 'J0476-JZ x1'],
    ['custodial-care', 'J0475 x3, J0475-JW x1', 'J0476-JZ x1'],
    ['nursing-facility', 'J0475 x3, J0475-JW x1', 'J0476-JZ x1'],
    ['skilled-nursing-facility', 'J0475 x3', 'J0476 x1'],
    ['emergency-room', 'J0475 x3', 'J0476 x1'],
    ['rhc', 'J0475 x3', 'J0476 x1'],
    ['fqhc', 'J0475 x3', 'J0476 x1'],
    ['inpatient', 'J0475 x3', 'J0476 x1'],
  ] as const)('%s: %s; trial %s', (setting, fills, trials) => {
    expect(linesOf({ ...waste, setting }).join(', ')).toBe(fills);
    expect(linesOf({ ...trial, setting }).join(', ')).toBe(trials);
  });

  it.each([
    'medicare-part-b',
    'medicare-advantage',
    'medicaid',
    'commercial',
    'other-government',
    'workers-compensation',
  ] as const)('%s defaults to Medicare’s way, and all but Part B say so', (payer) => {
    expect(linesOf({ ...waste, payer })).toEqual(['J0475 x3', 'J0475-JW x1']);
    expect(verdictOf({ ...waste, payer }, 'modifier/jw-jz').outcome).toBe(
      payer === 'medicare-part-b' ? 'pass' : 'needs-review',
    );
  });

  it.each([
    ['emergency-room', null],
    ['other', '22'],
    ['skilled-nursing-facility', null],
    ['rhc', null],
  ] as const)(
    'a plan’s own word on JW and JZ stands in %s %s too, and is only Medicare’s where it has none',
    (setting, placeOfService) => {
      expect(linesOf(under('lifewise-premera', { given: mg(25), wasted: mg(15), setting, placeOfService }))).toEqual([
        'J0475 x3',
        'J0475-JW x1',
      ]);
      expect(linesOf(under('lifewise-premera', { setting, placeOfService }))).toEqual(['J0475-JZ x4']);
      expect(linesOf({ ...waste, payer: 'commercial', setting, placeOfService })).toEqual(['J0475 x3']);
      expect(
        linesOf({
          ...waste,
          profile: { ...unknownProfile('own-x', 'x', 'medicare-part-b'), jw: 'required', jz: 'required' },
          setting,
          placeOfService,
        }),
      ).toEqual(['J0475 x3']);
    },
  );

  it('J0428 is held to JZ only by a word on J0428', () => {
    const jz = (code: UnlistedCode | null) => linesOf({ ...intravenous, payerConfirmation: { ...confirmation, code } });
    expect([jz(null), jz('J7999')]).toEqual([['J0428-JZ x1'], ['J0428 x1']]);
  });

  it('self-pay lines carry neither', () => {
    expect(linesOf({ ...waste, payer: 'self-pay' })).toEqual(['J0475 x3']);
    expect(linesOf({ ...pumpFill, payer: 'self-pay' })).toEqual(['J0475 x4']);
  });
});

describe('what to do about a drug that is not paid on its own (section 2b)', () => {
  it.each<[row: string, change: Partial<Encounter>, fix: RegExp]>([
    [
      'packaged, hospital outpatient: the line stays',
      { ...trial, setting: 'hospital-outpatient' },
      /^Keep the line, without JW and JZ\. A hospital reports packaged drugs by code too\.$/,
    ],
    [
      'packaged, in a quarter that was not read',
      { ...trial, setting: 'hospital-outpatient', dateOfService: day('2026-07-01') },
      /^Keep the line.*Look the status up for the date of service/,
    ],
    [
      'packaged, surgical center',
      { ...trial, setting: 'asc', dateOfService: day('2020-05-20') },
      /^Not paid on its own line; shown for your records\./,
    ],
    [
      'rural health clinic',
      { setting: 'rhc' },
      /^Take the drug line off\. Ask the contractor whether it wants the line for information\.$/,
    ],
    [
      'Part A stay',
      { setting: 'skilled-nursing-facility' },
      /settle it with the SNF\. The procedure stays yours to bill\.$/,
    ],
    [
      'emergency room',
      { setting: 'emergency-room' },
      /The procedure stays yours to bill\. If you bill for the hospital, choose its own setting\.$/,
    ],
    [
      'another payer',
      { setting: 'emergency-room', payer: 'commercial' },
      /Ask the payer how it pays for the drug in this setting, and who bills it\.$/,
    ],
  ])('%s', (_row, change, fix) => expect(verdictOf({ ...pumpFill, ...change }, 'payment/separate').fix).toMatch(fix));

  it.each<[setting: Encounter['setting'], rule: string, lifted: boolean]>([
    ['rhc', 'payment/separate', true],
    ['fqhc', 'payment/separate', true],
    ['inpatient', 'payment/separate', true],
    ['nursing-facility', 'payment/place', true],
    ['skilled-nursing-facility', 'payment/separate', false],
    ['emergency-room', 'payment/separate', false],
    ['home', 'payment/place', false],
  ])('a tick lifts the hold of %s (%s) only where the contractor has the word: %s', (setting, rule, lifted) => {
    const encounter: Encounter = { ...pumpFill, setting };
    const checked = prepareClaim(encounter, ruleBook).findings.flatMap((finding) =>
      finding.rule.id === rule ? [finding.checkKey] : [],
    );
    expect(prepareClaim(encounter, ruleBook).status).toBe('on-hold');
    expect(prepareClaim({ ...encounter, checked }, ruleBook).status).toBe(lifted ? 'review' : 'on-hold');
  });
});

describe('custody and notices on the lines (rows 4 QJ and 4 ABN)', () => {
  const told = (change: Partial<Encounter>): string[] =>
    prepareClaim({ ...pumpFill, ...change }, ruleBook).how.map(({ says }) => says);
  it.each<[row: string, change: Partial<Encounter>, line: string, says: string]>([
    [
      'custody, original Medicare',
      { custody: 'met' },
      'J0475-JZ-QJ x4',
      'QJ reports that the patient is in custody and that 42 CFR 411.4(b) is met.',
    ],
    ['GA', { notice: 'GA' }, 'J0475-JZ-GA x4', 'GA reports a signed notice (ABN). A denial for need is expected.'],
    ['GX', { notice: 'GX' }, 'J0475-JZ-GX x4', 'GX reports a notice that was given by choice.'],
    [
      'GY tells of no notice',
      { notice: 'GY' },
      'J0475-JZ-GY x4',
      'GY reports that the law excludes the drug from Medicare.',
    ],
    [
      'GZ tells that there was none',
      { notice: 'GZ' },
      'J0475-JZ-GZ x4',
      'GZ reports that no notice (ABN) was given, though a denial for need is expected.',
    ],
  ])('%s', (_row, change, line, says) => {
    expect(linesOf({ ...pumpFill, ...change })).toEqual([line]);
    expect(told(change)).toContain(says);
  });

  it.each(['medicare-advantage', 'medicaid', 'commercial', 'self-pay'] as const)(
    'neither is put on a line to %s',
    (payer) => expect(linesOf({ ...pumpFill, payer, custody: 'met', notice: 'GA' }).join()).not.toMatch(/QJ|GA/),
  );

  it.each<[date: string, said: boolean]>([
    ['2024-12-31', false],
    ['2025-01-01', true],
  ])('on %s parole counts as custody no longer: %s', (date, said) => {
    for (const custody of ['met', 'not-met', 'not-known'] as const) {
      expect(
        /on parole, on probation/.test(
          verdictOf({ ...pumpFill, custody, dateOfService: day(date) }, 'modifier/custody').fix ?? '',
        ),
      ).toBe(said);
    }
  });

  it('a claim that GZ makes the practice pay for is to be fixed, not only checked', () => {
    expect(prepareClaim({ ...pumpFill, notice: 'GZ' }, ruleBook).status).toBe('fix-first');
  });
});

describe('340B by date, setting and kind of hospital (rows 4 TB, 4 JG, 4 340B)', () => {
  type Row = readonly [
    date: string,
    hospital: readonly [untold: string, jg: string, tb: string],
    criticalAccess: string,
    office: string,
  ];
  it.each<Row>([
    ['2017-12-31', ['', '', ''], '', ''],
    ['2018-01-01', ['', 'JG', 'TB'], '', ''],
    ['2022-03-10', ['', 'JG', 'TB'], '', ''],
    ['2022-12-31', ['', 'JG', 'TB'], '', ''],
    ['2023-01-01', ['', 'JG', 'TB'], '', ''],
    ['2023-12-31', ['', 'JG', 'TB'], '', ''],
    ['2024-01-01', ['', 'JG', 'TB'], 'TB', 'JG'],
    ['2024-12-31', ['', 'JG', 'TB'], 'TB', 'JG'],
    ['2025-01-01', ['TB', 'TB', 'TB'], 'TB', 'TB'],
    ['2026-03-10', ['TB', 'TB', 'TB'], 'TB', 'TB'],
  ])('%s', (date, hospital, criticalAccess, office) => {
    const on = (change: Partial<Encounter>) => {
      const modifiers = prepareClaim(
        { ...pumpFill, bought340b: true, dateOfService: day(date), ...change },
        ruleBook,
      ).lines.map((line) => line.modifiers.filter((each) => each === 'JG' || each === 'TB').join(' '));
      return [...new Set(modifiers)].join(' and ');
    };
    const kinds = [null, 'jg', 'tb'] as const;
    expect(kinds.map((hospital340b) => on({ setting: 'hospital-outpatient', hospital340b }))).toEqual(hospital);
    for (const hospital340b of kinds) {
      expect(on({ setting: 'critical-access-hospital', hospital340b })).toBe(criticalAccess);
      expect(on({ setting: 'office', hospital340b })).toBe(office);
      expect(on({ setting: 'asc', hospital340b })).toBe(office);
      for (const setting of ['rhc', 'fqhc', 'inpatient'] as const) expect(on({ setting, hospital340b })).toBe('');
      for (const payer of ['commercial', 'medicaid', 'self-pay'] as const)
        expect(on({ setting: 'hospital-outpatient', hospital340b, payer })).toBe('');
      expect(on({ setting: 'hospital-outpatient', hospital340b, bought340b: false })).toBe('');
    }
  });

  it.each([
    ['2018-12-31', 'TB'],
    ['2019-01-01', 'JG'],
    ['2023-12-31', 'JG'],
    ['2024-01-01', 'TB'],
    ['2025-01-01', 'TB'],
  ])('%s: a department that is not excepted, of a disproportionate share hospital: %s', (date, modifier) => {
    const encounter: Encounter = {
      ...pumpFill,
      setting: 'hospital-outpatient',
      bought340b: true,
      hospital340b: 'jg',
      offCampus: 'non-excepted',
      dateOfService: day(date),
    };
    expect(prepareClaim(encounter, ruleBook).lines[0]?.modifiers).toEqual(expect.arrayContaining([modifier, 'PN']));
    expect(kindOf340bDecides(encounter)).toBe(modifier === 'JG');
  });
});

describe('what is said where only some lines, payers or days are meant', () => {
  const crowded: Encounter = {
    ...fill(mg(25), mg(15)),
    dateOfService: day('2024-02-01'),
    kd: true,
    bought340b: true,
    custody: 'met',
  };
  const over: Encounter = { ...fill(mg(81), noMass), dateOfService: day('2024-07-01') };
  const partB = (profile: Partial<PayerProfile>, change: Partial<Encounter> = {}): Encounter => ({
    ...pumpFill,
    profile: { ...unknownProfile('own-x', 'x', 'medicare-part-b'), ...profile },
    ...change,
  });
  const from = day('2026-07-01');
  const old: Encounter = { ...pumpFill, dateOfService: day('2016-06-01') };
  it.each<[what: string, encounter: Encounter, rule: string, outcome: Outcome, says: RegExp, never?: RegExp]>([
    [
      'GA on line 1 only',
      { ...crowded, notice: 'GA' },
      'modifier/four',
      'fail',
      /GA does not fit on line 2\. It is on line 1 only\. Take off .* item 19/,
      /Left off/,
    ],
    [
      'GA on line 1 only',
      { ...crowded, notice: 'GA' },
      'modifier/notice',
      'needs-review',
      /^GA says that a signed notice.* It does not fit on every line\. Keep/,
    ],
    [
      'GX on line 1 only, GY on none',
      { ...crowded, notice: 'GX GY' },
      'modifier/notice',
      'needs-review',
      /^GX says .* It does not fit on every line/,
      /GY/,
    ],
    [
      'GX on line 1 only, GY on none',
      { ...crowded, notice: 'GX GY' },
      'modifier/four',
      'fail',
      /Left off: GY\. GX does not fit on line 2\. It is on line 1 only/,
    ],
    [
      'a hospital has no item 19',
      {
        ...crowded,
        dateOfService: day('2026-05-20'),
        setting: 'hospital-outpatient',
        offCampus: 'excepted',
        notice: 'GA',
      },
      'modifier/four',
      'fail',
      /A hospital claim has no item 19/,
      /99/,
    ],
    [
      'one line',
      over,
      'units/mue',
      'needs-review',
      /If they are right, do not split the units to get under the limit\. Then appeal/,
      /one line|JW/,
    ],
    [
      'a JW line',
      { ...fill(mg(81), mg(19)), dateOfService: day('2024-07-01') },
      'units/mue',
      'needs-review',
      /under the limit\. The JW line stays on its own\./,
    ],
    ['GX', { ...over, notice: 'GX' }, 'units/mue', 'needs-review', /A notice \(ABN\) is not known to move this/],
    [
      'GZ',
      { ...over, notice: 'GZ' },
      'units/mue',
      'needs-review',
      /No notice was given, so the patient may not be billed\./,
      /not known to move/,
    ],
    ['GY', { ...over, notice: 'GY' }, 'units/mue', 'needs-review', /may be denied/, /notice/i],
    [
      'a notice, another payer',
      { ...over, payer: 'commercial', notice: 'GA' },
      'units/mue',
      'needs-review',
      /may be denied/,
      /notice/i,
    ],
    [
      'KD of a trial dose',
      { ...trial, kd: true },
      'modifier/kd',
      'needs-review',
      /It was asked for on drug put into a pump\. This line has none\./,
      /J0475/,
    ],
    [
      'TB in 2024',
      { ...pumpFill, bought340b: true, dateOfService: day('2024-06-01') },
      'modifier/tb',
      'needs-review',
      /cancer, and those of Maryland\. It was also for hospital departments that are not excepted/,
    ],
    [
      'Medicare before the day of its profile',
      partB({ jw: 'accepted', jz: 'not-accepted', jzFrom: from }),
      'modifier/jw-jz',
      'pass',
      matching(
        /^JZ is on the line\. The profile x says: JW is taken\. It starts for JZ on 07\/01\/2026\. /,
        /Before that Medicare’s own rule holds\.$/,
      ),
    ],
    [
      'the same of JW',
      partB({ jw: 'not-accepted', jwFrom: from }, { given: mg(25), wasted: mg(15) }),
      'modifier/jw-jz',
      'pass',
      matching(
        /^JW is on the line\. The profile x starts for JW on 07\/01\/2026\. /,
        /Before that Medicare’s own rule holds\. It does not name JZ, so JZ follows Medicare’s rule\.$/,
      ),
    ],
    [
      'before JW was the same for all',
      { ...old, given: mg(25), wasted: mg(15) },
      'modifier/jw-jz',
      'needs-review',
      matching(
        /^JW is on the line\. Before 01\/01\/2017 each contractor decided on JW\..*JZ did not exist then\. /,
        /Ask the contractor whether it wanted JW\./,
      ),
      /which date|Medicare’s way/,
    ],
    [
      'before JZ, another payer',
      { ...old, payer: 'commercial', dateOfService: day('2022-06-01') },
      'modifier/jw-jz',
      'needs-review',
      /JZ did not exist then\. Ask the payer whether it wanted JW\./,
    ],
  ])('%s: %s', (_what, encounter, rule, outcome, says, never = /undefined/) => {
    const verdict = verdictOf(encounter, rule);
    const words = [verdict.because, 'fix' in verdict ? verdict.fix : ''].join(' ').trim();
    expect(words).toMatch(says);
    expect(words).not.toMatch(never);
    expect(verdict.outcome).toBe(outcome);
  });

  it.each([
    ['2016-06-01', false],
    ['2023-09-30', false],
    ['2023-10-01', true],
  ])('%s: that a claim without JW or JZ is returned (MA130): %s', (date, said) => {
    const { denial } = verdictOf(
      { ...compound, payerConfirmation: { ...confirmation, code: 'J7999' }, dateOfService: day(date) },
      'modifier/jw-jz',
    );
    expect(denial?.rarc.includes('MA130')).toBe(said);
  });

  it('nor is it told of the line of 2016 that carries neither', () =>
    expect(verdictOf(old, 'modifier/jw-jz').denial?.rarc).toEqual(['N822']));

  it('row 2.14 is told of one unit that holds dose and waste together only', () => {
    const rowsOf = (encounter: Encounter) => prepareClaim(encounter, ruleBook).how.flatMap(({ rows }) => rows);
    const one = rowsOf({ ...trial, given: mcg(25), wasted: mcg(25) });
    expect(one).toContain('2.14');
    expect(one).not.toContain('2.16');
    const two = rowsOf({ ...trial, given: mcg(50), wasted: mcg(25) });
    expect(two).toContain('2.16');
    expect(two).not.toContain('2.14');
  });
});

describe('hospital departments off campus (rows 4 PO and 4 PN)', () => {
  const department: Encounter = {
    ...fill(mg(25), mg(15)),
    setting: 'hospital-outpatient',
    bought340b: true,
    dateOfService: day('2026-03-10'),
  };

  it.each<[row: string, encounter: Encounter, lines: string]>([
    ['excepted', { ...department, offCampus: 'excepted' }, 'J0475-TB-PO x3, J0475-JW-TB-PO x1'],
    ['not excepted', { ...department, offCampus: 'non-excepted' }, 'J0475-TB-PN x3, J0475-JW-TB-PN x1'],
    ['on campus', department, 'J0475-TB x3, J0475-JW-TB x1'],
    ['without 340B', { ...department, bought340b: false, offCampus: 'excepted' }, 'J0475-PO x3, J0475-JW-PO x1'],
    ['beside JZ', { ...department, given: mg(40), wasted: noMass, offCampus: 'non-excepted' }, 'J0475-JZ-TB-PN x4'],
    ['a packaged drug', { ...trial, setting: 'hospital-outpatient', offCampus: 'excepted' }, 'J0476-PO x1'],
    [
      'PO before its day',
      { ...department, bought340b: false, offCampus: 'excepted', dateOfService: day('2015-12-31') },
      'J0475 x3, J0475-JW x1',
    ],
    [
      'PO on its day',
      { ...department, bought340b: false, offCampus: 'excepted', dateOfService: day('2016-01-01') },
      'J0475-PO x3, J0475-JW-PO x1',
    ],
    [
      'PN before its day',
      { ...department, bought340b: false, offCampus: 'non-excepted', dateOfService: day('2016-12-31') },
      'J0475 x3, J0475-JW x1',
    ],
    [
      'PN on its day',
      { ...department, bought340b: false, offCampus: 'non-excepted', dateOfService: day('2017-01-01') },
      'J0475-PN x3, J0475-JW-PN x1',
    ],
    ['office', { ...department, setting: 'office', offCampus: 'excepted' }, 'J0475-TB x3, J0475-JW-TB x1'],
    ['surgical center', { ...department, setting: 'asc', offCampus: 'non-excepted' }, 'J0475-TB x3, J0475-JW-TB x1'],
    [
      'critical access hospital',
      { ...department, setting: 'critical-access-hospital', offCampus: 'excepted' },
      'J0475-TB x3, J0475-JW-TB x1',
    ],
    [
      'Medicare Advantage',
      { ...department, payer: 'medicare-advantage', offCampus: 'excepted' },
      'J0475-TB-PO x3, J0475-JW-TB-PO x1',
    ],
    ['commercial', { ...department, payer: 'commercial', offCampus: 'excepted' }, 'J0475 x3, J0475-JW x1'],
    [
      'four and no more: the notice is left off',
      { ...department, offCampus: 'excepted', custody: 'met', notice: 'GA' },
      'J0475-TB-PO-QJ-GA x3, J0475-JW-TB-PO-QJ x1',
    ],
    [
      'an order of the payer’s own',
      {
        ...department,
        offCampus: 'excepted',
        profile: { ...unknownProfile('own-x', 'x', 'medicare-part-b'), modifierOrder: ['PO', 'TB'] },
      },
      'J0475-PO-TB x3, J0475-PO-TB-JW x1',
    ],
  ])('%s', (_row, encounter, lines) => expect(linesOf(encounter).join(', ')).toBe(lines));
});

describe('an NDC quantity that is rounded is told (row 9.3)', () => {
  const vial = { ...opened(row({})), payer: 'commercial' } as const;
  it.each<[profile: Partial<PayerProfile>, given: string, written: string, says: RegExp]>([
    [
      {},
      '34.2511',
      '17.126 mL',
      matching(
        /^17\.12555 mL is written as 17\.126 mL\. An NDC quantity has at most 3 decimals\. /,
        /It is rounded to the nearest, a half up\.$/,
      ),
    ],
    [
      {},
      '24.2511',
      '12.126 mL, 7.874 mL',
      matching(
        /^12\.12555 mL is written as 12\.126 mL\. 7\.87445 mL is written as 7\.874 mL\. /,
        /An NDC quantity has at most 3 decimals\. It is rounded to the nearest, a half up\.$/,
      ),
    ],
    [{}, '34.25', '17.125 mL', /^not told$/],
    [{ ndcDecimals: 3 }, '34.25', '17.125 mL', /^not told$/],
    [{ ndcDecimals: 3 }, '34.2511', '17.126 mL', /Prairie Health takes 3 decimals of an NDC quantity/],
    [{ ndcDecimals: 2 }, '34.25', '17.13 mL', /^17\.125 mL is written as 17\.13 mL\. Prairie Health takes 2 decimals/],
    [
      { ndcDecimals: 2 },
      '24.25',
      '12.13 mL, 7.87 mL',
      /^12\.125 mL is written as 12\.13 mL\. 7\.875 mL is written as 7\.87 mL\. Prairie Health takes 2 decimals/,
    ],
    [{ ndcDecimals: 1 }, '34.25', '17.1 mL', /takes 1 decimal of/],
    [
      { ndcDecimals: 0 },
      '25',
      '13 mL, 7 mL',
      /^12\.5 mL is written as 13 mL\. 7\.5 mL is written as 7 mL\. .* takes 0 decimals/,
    ],
    [{ ndcDecimals: 0 }, '20', '10 mL, 10 mL', /^not told$/],
  ])('%o, %s of 40 mg: %s', (profile, given, written, says) => {
    const dose = massFromDigits(given, 'mg') ?? noMass;
    const claim = prepareClaim(
      { ...vial, profile: own(profile).profile, given: dose, wasted: remainder(mg(40), dose) },
      ruleBook,
    );
    const volumes = claim.lines.flatMap(({ ndcQuantities }) =>
      ndcQuantities.map(({ volume }) => volume && formatMl(volume)),
    );
    expect(volumes.join(', ')).toBe(written);
    const step = claim.how.find(({ says: said }) => said.includes('is written as'))?.says ?? 'not told';
    expect(step).toMatch(says);
  });

  it('drug of an NDC that rounds to nothing is told, and the others make up the total', () => {
    const two = opened(row({}), row({ ndc: ndc('70121-2503-1') }));
    const claim = prepareClaim(
      {
        ...two,
        payer: 'commercial',
        profile: own({ ndcDecimals: 0 }).profile,
        given: mcg(41_600),
        wasted: mcg(38_400),
        mixed: false,
      },
      ruleBook,
    );
    expect(claim.how.map(({ says }) => says)).toContainEqual(expect.stringMatching(/^0\.8 mL is written as 1 mL/));
    const less = prepareClaim(
      {
        ...two,
        payer: 'commercial',
        profile: own({ ndcDecimals: 0 }).profile,
        given: mcg(40_600),
        wasted: mcg(39_400),
        mixed: false,
      },
      ruleBook,
    );
    expect(less.how.map(({ says }) => says)).toContain(
      '600 mcg given from NDC 70121-2503-01 rounds to 0 mL with 0 decimals. ' +
        'No quantity of it is written, because that must be more than 0.',
    );
    expect(less.lines[0]?.ndcQuantities.map(({ volume }) => volume && formatMl(volume))).toEqual(['20 mL']);
  });

  it('without an NDC nothing is written, so nothing is told', () => {
    const { how } = prepareClaim({ ...vial, opened: [], ndcs: [], labeled: null, given: odd }, ruleBook);
    expect(how.some(({ says }) => says.includes('is written as'))).toBe(false);
  });
});

describe('what to do about waste, filing and supplied drug is no more certain than what was read', () => {
  const fixOf = (encounter: Encounter, id: string) => verdictOf(encounter, id).fix ?? '';
  const readPayers =
    'CGS, Noridian, Blue Cross NC and Horizon do not pay waste from a larger container than the dose needs. ' +
    'Other payers were not read.';
  const mix: Encounter = {
    ...opened(row({}), row({ strength: mcgPerMl(500) })),
    given: mg(25),
    wasted: mg(25),
    strength: null,
  };

  it('who pays waste from the smallest container alone is named, and that a mix of strengths is not', () => {
    expect(fixOf({ ...fill(mg(25), mg(15)), strength: mcgPerMl(2000) }, 'amounts/smallest-package')).toBe(
      `If you could not get the smaller container, write that into the record. ${readPayers}`,
    );
    expect(fixOf(mix, 'amounts/smallest-package')).toBe(
      `Check by hand. ${readPayers} None of them names a mix of strengths.`,
    );
  });

  it('one fix tells every code to drop, and the one to keep', () => {
    const pairs = (companions: readonly CompanionCode[], change: Partial<Encounter> = {}) =>
      verdictOf({ ...pumpFill, companions, ...change }, 'companions/pairs');
    expect(pairs(['62370', '62367', '62368', '62322'])).toMatchObject({
      because:
        '62367 and 62368 are part of 62370 by the hospital’s list of 10/01/2026 to 12/31/2026. ' +
        'Medicare then pays only 62370. The physician’s list for 05/20/2026 was not read.',
      fix: 'Keep 62370. Drop 62367 and 62368, unless that quarter’s list allows them.',
    });
    const many = pairs(['62369', '62370', '95990', '95991', '62323', '62362'], { payer: 'medicaid' });
    expect(many.fix).toBe(
      'Keep 62370. Drop 62369, 95990 and 95991, unless that quarter’s list allows them. ' +
        'Bill 62370 and 62323 beside 62362 only if the record shows separate services and that quarter’s list ' +
        'allows them.',
    );
    expect(many.because.match(/was not read/g)).toHaveLength(1);
    expect(pairs(['62322', '62323', '62362']).fix).toMatch(/Keep the one of 62322 and 62323 that the record shows\./);
    const own = pairs(['62370', '62367', '62368', '62362'], {
      setting: 'hospital-outpatient',
      dateOfService: day('2026-11-20'),
    });
    expect(own).toMatchObject({
      outcome: 'fail',
      fix: 'Keep 62370. Drop 62367 and 62368. Bill 62370 beside 62362 only if the record shows a separate service.',
    });
    expect(own.because).toMatch(
      matching(
        /^62367 and 62368 are part of 62370 on the same day, by the hospital’s list .*\. /,
        /No modifier gets them paid\. 62370 is part of 62362 on the same day, by the same list\./,
      ),
    );
  });

  it('codes to bill instead are of the same kind', () => {
    expect(fixOf(refilled(['95991'], { dailyDose: mcg(420) }), 'companions/programming')).toBe(
      'Bill what was done, or correct the answer. Refill codes with programming are 62369 and 62370.',
    );
    expect(fixOf({ ...pumpFill, companions: ['62368'], reprogrammed: 'none' }, 'companions/programming')).toBe(
      'Bill what was done, or correct the answer. The check without programming is 62367.',
    );
  });

  it('a returned claim is not said to count as unfiled by a plan', () => {
    expect(fixOf(own({ filingDays: 95 }, { preparedOn: day('2026-08-23') }), 'claim/filing-limit')).toContain(
      'A returned claim may not count as filed',
    );
    expect(fixOf({ ...pumpFill, dateOfService: day('2025-05-21') }, 'claim/filing-limit')).toContain(
      'A claim that is returned was never filed',
    );
  });

  it('a supplier to Medicare takes the line off, and one item is found alone', () => {
    expect(fixOf({ ...pumpFill, setting: 'dme-supplier' }, 'payment/separate')).toBe(
      'Take the drug line off. Whoever fills the pump bills it.',
    );
    expect(fixOf({ ...pumpFill, records: ['opened'] }, 'records/dose')).toMatch(/^Find it in the record and tick it\./);
  });

  it('a set of three kinds of containers is told in two sentences', () => {
    const { because } = verdictOf(
      { ...fill(mg(61), mg(99)), strength: mcgPerMl(2000), ndcs: [ndc('66794-156-02')] },
      'amounts/smallest-package',
    );
    expect(because).toMatch(
      matching(
        /^70 mg would have been enough: 1 × 20 mL .* 2000 mcg\/mL\. /,
        /With that go 1 × 20 mL vial of Gablofen 1000 mcg\/mL and 1 × 5 mL ampule .*\. /,
        /9 units less would have been wasted/,
      ),
    );
  });

  it('past Medicare’s year the exceptions are told, and that there is no appeal without one', () => {
    const fix = fixOf({ ...pumpFill, dateOfService: day('2025-05-19') }, 'claim/filing-limit');
    for (const part of [
      '42 CFR 424.44(b)',
      'error by Medicare or its contractor',
      'granted back in time',
      'Medicaid then took its money back',
      'Medicare Advantage or PACE plan',
      'Without an exception, a late claim cannot be appealed.',
    ])
      expect(fix).toContain(part);
  });

  it('a service after today draws 110, and a patient who pays no code', () => {
    expect(verdictOf({ ...pumpFill, dateOfService: day('2026-05-21') }, 'claim/date-of-service').denial?.carc).toEqual([
      '110',
    ]);
    expect(verdictOf({ ...pumpFill, payer: 'self-pay' }, 'claim/self-pay').denial?.carc).toEqual([]);
  });

  it.each([
    ['medicare-part-b', /Under Medicare Part B the pharmacy may not bill the drug either \(CR 7397\)/],
    ['commercial', /so the claim has no drug line\.$/],
  ] as const)('supplied drug, %s', (payer, says) =>
    expect(verdictOf({ ...supplied, payer }, 'code/drug-not-bought').because).toMatch(says),
  );

  it.each([
    ['medicare-part-b', /Under Medicare’s law only waste of the date of service is paid\.$/],
    ['commercial', /What this payer does was not read\.$/],
  ] as const)('waste of another day, %s', (payer, says) =>
    expect(
      verdictOf({ ...fill(mg(25), mg(15)), payer, wasteDate: day('2026-05-21') }, 'amounts/waste-day').because,
    ).toMatch(says),
  );

  it('an expired drug is on hold, and no tick settles it', () => {
    const expired: Encounter = { ...pumpFill, expiryScanned: day('2026-05-19') };
    const { findings } = prepareClaim(expired, ruleBook);
    expect(prepareClaim({ ...expired, checked: findings.map(({ checkKey }) => checkKey) }, ruleBook).status).toBe(
      'on-hold',
    );
  });

  it.each(namedProfiles.map(({ id }) => id))(
    '%s: the published policy, its date or that it had none, and the notes',
    (id) => {
      const { because } = verdictOf(under(id), 'payer/profile');
      expect(because).toContain('these rules come from the plan’s published policy.');
      expect(because).toMatch(
        /that was read (had no date|is (of|the copy in force on) (the review of )?(\d\d\/)?\d\d\/\d{4})\.$/,
      );
    },
  );

  it('every step of the working names a row on file', () => {
    for (const encounter of variedEncounters(2_000)) {
      for (const { says, rows } of prepareClaim(encounter, ruleBook).how) {
        expect(rows.length, says).toBeGreaterThan(0);
        for (const each of rows) expect(Object.hasOwn(citations, each), `${says} [${each}]`).toBe(true);
      }
    }
  });
});

describe('status', () => {
  const settled: Encounter = { ...pumpFill, dateOfService: day('2026-05-20'), records: allRecords };
  const open = (encounter: Encounter) =>
    prepareClaim(encounter, ruleBook).findings.filter(
      ({ verdict, checkedByBiller }) => !['pass', 'not-applicable'].includes(verdict.outcome) && !checkedByBiller,
    );

  it.each([
    ['on-hold', intravenous],
    ['fix-first', fill(noMass, mg(15))],
    ['review', settled],
    ['ready', { ...settled, checked: open(settled).map(({ checkKey }) => checkKey) }],
  ] as const)('%s', (status, encounter) => {
    expect(prepareClaim(encounter, ruleBook).status).toBe(status);
  });

  it('a check does not outlive the payer or the day that it was made for', () => {
    const checked = open(settled).map(({ checkKey }) => checkKey);
    expect(prepareClaim({ ...settled, checked }, ruleBook).status).toBe('ready');
    expect(prepareClaim({ ...settled, checked, payer: 'workers-compensation' }, ruleBook).status).toBe('review');
    expect(prepareClaim({ ...settled, checked, dateOfService: day('2026-05-19') }, ruleBook).status).toBe('review');
  });

  it('nor the plan: a tick made under one profile does not stand under another', () => {
    const under = (name: string): Encounter =>
      own(
        { id: name, name, verifiedOn: day('2026-01-02'), verifiedBy: 'AB' },
        {
          records: allRecords,
          priorAuthorization: { status: 'not-required' },
          ndcs: [ndc('66794-157-02')],
          strength: mcgPerMl(2000),
        },
      );
    const checked = open(under('A')).map(({ checkKey }) => checkKey);
    expect(prepareClaim({ ...under('A'), checked }, ruleBook).status).toBe('ready');
    expect(prepareClaim({ ...under('B'), checked }, ruleBook).status).toBe('review');
  });

  it('drug that no container accounts for is never ready by ticking: the label must be told', () => {
    const short: Encounter = { ...settled, given: mg(36), wasted: noMass };
    expect(prepareClaim({ ...short, checked: open(short).map(({ checkKey }) => checkKey) }, ruleBook).status).toBe(
      'review',
    );
    expect(prepareClaim({ ...short, labeled: mg(40) }, ruleBook).status).toBe('on-hold');
  });

  it('a check stands only for the reason it was made for, and only where a check can settle it', () => {
    const checked = open(settled).map(({ checkKey }) => checkKey);
    expect(prepareClaim({ ...settled, checked, given: mg(30), wasted: mg(10) }, ruleBook).status).toBe('review');
    const pending: Encounter = { ...settled, payer: 'commercial', priorAuthorization: { status: 'pending' } };
    expect(prepareClaim({ ...pending, checked: open(pending).map(({ checkKey }) => checkKey) }, ruleBook).status).toBe(
      'fix-first',
    );
  });

  it('findings stand worst first', () => {
    const order = prepareClaim({ ...intravenous, askedCode: 'J1950' }, ruleBook).findings.map(
      ({ verdict }) => verdict.outcome,
    );
    const ranks = order.map((outcome) =>
      ['on-hold', 'fail', 'needs-review', 'pass', 'not-applicable'].indexOf(outcome),
    );
    expect(ranks).toEqual(ranks.toSorted((a, b) => a - b));
    const fails = prepareClaim({ ...pumpFill, askedCode: 'J1950', diagnoses: [] }, ruleBook).findings.filter(
      ({ verdict }) => verdict.outcome === 'fail',
    );
    expect(fails.map(({ rule }) => rule.id)).toEqual(['coverage/diagnosis', 'code/asked-for']);
  });
});
