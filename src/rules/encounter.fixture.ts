import { day } from '../engine/dated';
import { fillOf } from '../engine/drugs-of-day';
import {
  companionsAmong,
  type BilledService,
  type DrugOfDay,
  type Encounter,
  type OpenedContainers,
  type PumpFill,
  type UnlistedCode,
} from '../engine/encounter';
import { readNdc, type Ndc11 } from '../engine/ndc';
import { unknownProfile, type PayerProfile } from '../engine/payer-profile';
import { prepareClaim } from '../engine/prepare-claim';
import {
  massIn,
  mcg,
  mcgPerMl,
  mg,
  ml,
  noMass,
  sumOfMasses,
  timesVolume,
  unitsOf,
  type Mass,
} from '../engine/quantity';
import type { Verdict } from '../engine/verdict';
import { ruleBook } from './index';
import { namedProfiles } from './payers';

/** A pump fill of 40 of 40 mg, Medicare Part B, office, on a day that the newest tables still cover where they can. */
export const pumpFill: Encounter = {
  preparedOn: day('2026-05-20'),
  given: mg(40),
  wasted: noMass,
  givenVolume: null,
  wastedVolume: null,
  givenParts: [],
  strength: null,
  strengthFromNdc: false,
  concentration: null,
  mixed: false,
  wasteReason: null,
  wasteDate: null,
  wasteTime: null,
  dateOfService: day('2026-05-20'),
  purpose: 'pump-fill',
  route: 'intrathecal-pump',
  container: 'single-dose',
  labeled: null,
  drugSource: 'bought',
  otherDrugs: null,
  ndcs: [],
  opened: [],
  expiryScanned: null,
  pumpFill: null,
  drugBeside: null,
  diagnoses: ['G80.1'],
  payerConfirmation: null,
  askedCode: null,
  askedModifiers: [],
  payer: 'medicare-part-b',
  otherPayer: { pays: 'after', behind: null },
  setting: 'office',
  placeOfService: null,
  attendance: null,
  kd: false,
  linePerNdc: false,
  priorAuthorization: { status: 'not-checked' },
  profile: null,
  lastFillOn: null,
  unitsInPeriod: null,
  services: [],
  companions: [],
  reprogrammed: null,
  skillNeeded: null,
  bought340b: false,
  hospital340b: null,
  offCampus: 'no',
  custody: 'no',
  notice: 'none',
  records: [],
  chargePerUnit: null,
  checked: [],
  overrides: [],
};

/** One of each of these codes beside the drug, or what is told of other services. */
export const beside = (...told: readonly (string | Partial<BilledService>)[]) => {
  const services = told.map((each): BilledService => ({
    code: '62370',
    modifiers: [],
    units: unitsOf(1),
    chargePerUnit: null,
    pointers: null,
    ...(typeof each === 'string' ? { code: each } : each),
  }));
  return { services, companions: companionsAmong(services) };
};

export const trial: Encounter = {
  ...pumpFill,
  given: mcg(50),
  purpose: 'screening-trial',
  route: 'intrathecal-lumbar-puncture',
};

/** 20 mL of 2000 mcg/mL, 400 mcg a day before and after. */
export const pumpRecord: PumpFill = {
  reservoir: ml(20),
  expectedResidual: null,
  lastFill: null,
  aspirated: null,
  tolerance: null,
  instilled: ml(20),
  diluent: null,
  concentration: mcgPerMl(2000),
  concentrationBefore: mcgPerMl(2000),
  bridgeBolus: null,
  dailyDose: mcg(400),
  dailyDoseBefore: mcg(400),
  alarmVolume: ml(2),
  leadDays: null,
  stabilityDays: 180,
  programmerAlarmDate: null,
};

/** The lines of a claim as a biller writes them: `J0475 x3`, `J0475-JW x1`. */
export const linesOf = (encounter: Encounter): string[] =>
  prepareClaim(encounter, ruleBook).lines.map(
    ({ hcpcs, modifiers, unitsOfService }) => `${[hcpcs, ...modifiers].join('-')} x${unitsOfService.units}`,
  );

export const verdictOf = (encounter: Encounter, id: string) => {
  const finding = prepareClaim(encounter, ruleBook).findings.find(({ rule }) => rule.id === id);
  if (!finding) throw new Error(`No rule ${id}`);
  return finding.verdict;
};

/** What to do about it; nothing where nothing is. */
export const fixOf = (encounter: Encounter, id: string): string => verdictOf(encounter, id).fix ?? '';

export const fill = (given: Mass, wasted: Mass, labeled: Mass | null = null): Encounter => ({
  ...pumpFill,
  given,
  wasted,
  labeled,
});

export const ndc = (text: string): Ndc11 => {
  const reading = readNdc(text);
  if ('ndc' in reading) return reading.ndc;
  throw new Error(text);
};

export const commercial: Encounter = { ...pumpFill, payer: 'commercial' };
export const outpatient: Encounter = { ...pumpFill, setting: 'hospital-outpatient' };
/** A place that has no setting of its own. */
export const elsewhere = (placeOfService: string): Encounter => ({ ...pumpFill, setting: 'other', placeOfService });
export const supplied: Encounter = { ...pumpFill, drugSource: 'supplied' };
export const intravenous: Encounter = { ...fill(mg(10), noMass), route: 'intravenous', purpose: 'other-injection' };
export const trialFacts = { given: trial.given, purpose: trial.purpose, route: trial.route } as const;

/** A second fill of the day, or, changed, any other drug beside the first. */
export const secondDrug = (change: Partial<DrugOfDay> = {}): DrugOfDay => ({
  ...fillOf(pumpFill),
  givenVolume: null,
  wastedVolume: null,
  givenParts: [],
  strengthFromNdc: false,
  concentration: null,
  container: 'single-dose',
  expiryScanned: null,
  pumpFill: null,
  purpose: 'pump-fill',
  route: 'intrathecal-pump',
  drugSource: 'bought',
  chargePerUnit: null,
  sameContainers: false,
  unitsApproved: null,
  unitsUsed: null,
  ...change,
});

/** A claim under a clinic's own profile. */
export const own = (profile: Partial<PayerProfile>, change: Partial<Encounter> = {}): Encounter => ({
  ...commercial,
  profile: { ...unknownProfile('own-Prairie', 'Prairie Health', 'commercial'), ...profile },
  ...change,
});
/** A claim under a profile that came with the page. */
export const under = (id: string, change: Partial<Encounter> = {}): Encounter => {
  const profile = namedProfiles.find((each) => each.id === id);
  if (!profile) throw new Error(id);
  return { ...pumpFill, payer: profile.payer, profile, ...change };
};

export const confirmation = { who: 'Claims desk', on: day('2026-05-19'), reference: 'R-1', code: null };
export const compound: Encounter = { ...pumpFill, drugSource: 'compounded', concentration: mcgPerMl(4000) };
export const namedCode = (code: UnlistedCode): Encounter => ({
  ...compound,
  payerConfirmation: { ...confirmation, code },
});
export const allRecords = [
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

/** A vial of 20 mL, or what is told of other containers. */
export const containers = (change: Partial<OpenedContainers>): OpenedContainers => ({
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
export const opened = (...rows: OpenedContainers[]): Encounter => {
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

/** What settles a finding: "kd": that answer; "switch kd": one step; "tick": the biller’s own check; "certain". */
export const settledBy = ({ goTo, switchOn, billerMayCheck, certain }: Verdict): string =>
  [goTo, switchOn && `switch ${switchOn}`, billerMayCheck && 'tick', certain && 'certain'].filter(Boolean).join(', ');

/**
 * All that a finding says, as a biller meets it: outcome, sentence, what to do, what it may come back as, and what
 * settles it. What is certain is settled by an answer or an override alone.
 */
export function findingOf(encounter: Encounter, id: string): readonly string[] {
  const verdict = verdictOf(encounter, id);
  const { outcome, because, fix, denial } = verdict;
  return [outcome, because, fix ?? '', denial?.means ?? '', settledBy(verdict)].filter(
    (words, place) => place < 2 || words !== '',
  );
}
