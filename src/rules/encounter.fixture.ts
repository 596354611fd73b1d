import { day } from '../engine/dated';
import type { Encounter, PumpFill } from '../engine/encounter';
import { prepareClaim } from '../engine/prepare-claim';
import { mcg, mcgPerMl, mg, ml, noMass, type Mass } from '../engine/quantity';
import { ruleBook } from './index';

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
  diagnoses: ['G80.1'],
  payerConfirmation: null,
  askedCode: null,
  askedModifiers: [],
  payer: 'medicare-part-b',
  setting: 'office',
  placeOfService: null,
  attendance: null,
  kd: false,
  linePerNdc: false,
  priorAuthorization: { status: 'not-checked' },
  profile: null,
  lastFillOn: null,
  unitsInPeriod: null,
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

export const fill = (given: Mass, wasted: Mass, labeled: Mass | null = null): Encounter => ({
  ...pumpFill,
  given,
  wasted,
  labeled,
});

/**
 * All that a finding says, as a biller meets it: outcome, sentence, what to do, what it may come back as, and what
 * settles it ("kd": that answer; "switch kd": one step; "tick": the biller’s own check; "certain": an answer or an
 * override alone).
 */
export function findingOf(encounter: Encounter, id: string): readonly string[] {
  const { outcome, because, fix, denial, goTo, switchOn, billerMayCheck, certain } = verdictOf(encounter, id);
  const settledBy = [goTo, switchOn && `switch ${switchOn}`, billerMayCheck && 'tick', certain && 'certain']
    .filter(Boolean)
    .join(', ');
  return [outcome, because, fix ?? '', denial?.means ?? '', settledBy].filter(
    (words, place) => place < 2 || words !== '',
  );
}
