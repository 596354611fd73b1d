import { needsReview, notApplicable, pass, type Denial } from '../engine/verdict';
import type { Container, Encounter, Purpose } from '../engine/encounter';
import { isMore, isNone } from '../engine/quantity';
import { rule, type Rule } from '../engine/rule';
import type { RowId } from './citations';
import { cite } from './cite';
import { denials } from './denials';
import { noDrugLine } from './drug-line';
import { isBrainInjury } from './diagnoses';

/** What decides which documentation is called for. */
export type RecordFacts = {
  readonly purpose: Purpose;
  readonly container: Container;
  readonly hasWaste: boolean;
  readonly brainInjury: boolean;
};

/** One thing that the record should hold. Only what a payer or contractor asks for can turn a finding. */
export type DocumentationItem = {
  readonly id: string;
  readonly label: string;
  readonly askedBy: string;
  readonly supports: 'need' | 'dose' | 'good-practice';
  readonly row: RowId;
  readonly calledFor: (facts: RecordFacts) => boolean;
  /** Ids of the only payer profiles under which it turns a finding; without it, every payer's claim. */
  readonly onlyUnder?: readonly string[];
};

const always = () => true;
/** The coverage rule and the label speak of baclofen given into the spine alone (rows 6a, 6b). */
const intoSpine = ({ purpose }: RecordFacts) => purpose !== 'other-injection';
const pumpFill = ({ purpose }: RecordFacts) => purpose === 'pump-fill';
const wasted = ({ hasWaste }: RecordFacts) => hasWaste;

/** The checklist, from row 11, the coverage row 6a and the label row 6b. */
export const documentationItems: readonly DocumentationItem[] = [
  {
    id: 'spasticity',
    label: 'The spasticity is severe and lasting, and its cause is named',
    askedBy: 'Medicare coverage rule NCD 280.14; FDA label',
    supports: 'need',
    row: '6a',
    calledFor: intoSpine,
  },
  {
    id: 'six-weeks',
    label: 'Less invasive treatment failed, or was not tolerated, for at least 6 weeks',
    askedBy: 'Medicare coverage rule NCD 280.14; plans read ask the same',
    supports: 'need',
    row: '6a',
    calledFor: intoSpine,
  },
  {
    id: 'trial-response',
    label: 'The trial dose helped before the implant',
    askedBy: 'Medicare coverage rule NCD 280.14',
    supports: 'need',
    row: '6a',
    calledFor: pumpFill,
  },
  {
    id: 'age',
    label: 'The patient is 4 years old or older',
    askedBy: 'FDA label',
    supports: 'need',
    row: '6b',
    calledFor: intoSpine,
  },
  {
    id: 'brain-injury-year',
    label: 'At least a year has passed since the brain injury',
    askedBy: 'FDA label',
    supports: 'need',
    row: '6b',
    calledFor: ({ brainInjury }) => brainInjury,
  },
  {
    id: 'order',
    label: 'The order names the dose and the reason for treatment',
    askedBy: 'Palmetto, when units are appealed',
    supports: 'need',
    row: '11',
    calledFor: always,
  },
  {
    id: 'dose',
    label: 'The exact dose given is written down',
    askedBy: 'Noridian, BCBS North Dakota, LifeWise',
    supports: 'dose',
    row: '11',
    calledFor: always,
  },
  {
    id: 'opened',
    label: 'The containers opened and the total on their labels are written down',
    askedBy: 'Noridian',
    supports: 'dose',
    row: '11',
    calledFor: always,
  },
  {
    id: 'discarded',
    label: 'The exact dose wasted is written down',
    askedBy: 'CMS policy; Noridian, First Coast',
    supports: 'dose',
    row: '11',
    calledFor: wasted,
  },
  {
    id: 'none-left',
    label: 'The whole container was given',
    askedBy: 'BCBS North Dakota, LifeWise',
    supports: 'dose',
    row: '11',
    calledFor: ({ container, hasWaste }) => container === 'single-dose' && !hasWaste,
    onlyUnder: ['bcbs-north-dakota', 'lifewise-premera'],
  },
  {
    id: 'reactions',
    label: 'How the patient responded, with side effects',
    askedBy: 'Good practice; no payer text read asks for it',
    supports: 'good-practice',
    row: '11',
    calledFor: always,
  },
  {
    id: 'pump-data',
    label: 'Volume drawn out, volume put in, programmed dose, next refill date',
    askedBy: 'Good practice; no payer text read asks for it',
    supports: 'good-practice',
    row: '11',
    calledFor: pumpFill,
  },
  {
    id: 'lot',
    label: 'Lot number and expiry date of each container',
    askedBy: 'Checklists of third parties only',
    supports: 'good-practice',
    row: '11',
    calledFor: always,
  },
  {
    id: 'studies',
    label: 'Notes, scans and tests behind the decision',
    askedBy: 'Good practice; the coverage rule read does not ask for scans',
    supports: 'good-practice',
    row: '6a',
    calledFor: always,
  },
];

export const documentationFor = (facts: RecordFacts): readonly DocumentationItem[] =>
  documentationItems.filter(({ calledFor }) => calledFor(facts));

function checklistRule(
  id: Rule['id'],
  title: string,
  supports: DocumentationItem['supports'],
  denial: Denial,
  rows: readonly [RowId, ...RowId[]],
): Rule {
  const supporting = documentationItems.filter((item) => item.supports === supports);
  return rule({
    id,
    title,
    rows: cite(...rows),
    outcomes: ['needs-review', 'pass', 'not-applicable'],
    check({ code, encounter }) {
      if (!code) return noDrugLine;
      if (encounter.payer === 'self-pay') return notApplicable('No payer asks for the record of a self-pay service.');
      const { profile, records } = encounter;
      const facts = factsOf(encounter);
      const asked = supporting.filter(
        ({ calledFor, onlyUnder }) =>
          calledFor(facts) && (!onlyUnder || (profile !== null && onlyUnder.includes(profile.id))),
      );
      const missing = asked.filter(({ id: item }) => !records.includes(item));
      const ofRecord = { settledBy: 'record', recordItems: asked.map(({ id: item }) => item) } as const;
      if (missing.length === 0)
        return { ...pass('Ticked: the record holds all that the texts read ask for.'), ...ofRecord };
      return { ...notTicked(missing, denial), ...ofRecord };
    },
  });
}

function notTicked(missing: readonly DocumentationItem[], denial: Denial) {
  const one = missing.length === 1;
  const lead = one
    ? 'The texts read ask the record to show this. It is not ticked yet.'
    : `The texts read ask the record to show these ${missing.length} things. None is ticked yet.`;
  return needsReview(`${lead} ${missing.map(({ label }) => `${label}.`).join(' ')}`, {
    fix: one
      ? 'Find it in the record and tick it. If it is missing, ask the clinician before the claim goes out.'
      : 'Find each one in the record and tick it. If one is missing, ask the clinician before the claim goes out.',
    denial,
    goTo: 'records',
  });
}

const factsOf = ({ purpose, container, wasted: mass, labeled, given, diagnoses }: Encounter): RecordFacts => ({
  purpose,
  container,
  hasWaste: !isNone(mass) || (labeled !== null && isMore(labeled, given)),
  brainInjury: diagnoses.some(isBrainInjury),
});

/**
 * When and how much: date, time and quantity are asked for by Palmetto; no rule read asks for the reason, so none is
 * missed (row 11).
 */
const wasteRecord = rule({
  id: 'records/waste',
  title: 'Record of the waste',
  rows: cite('11'),
  outcomes: ['needs-review', 'pass', 'not-applicable'],
  check({ code, encounter: { wasted: mass, wasteDate, wasteTime, payer } }) {
    if (!code || isNone(mass)) return notApplicable('No waste was entered.');
    if (payer === 'self-pay') return notApplicable('No payer asks for the record of a self-pay service.');
    const missing = [...(wasteDate === null ? ['date'] : []), ...(wasteTime === null ? ['time'] : [])];
    if (missing.length > 0) {
      return needsReview(`Waste was entered without its ${missing.join(' and ')}.`, {
        fix: `Enter the ${missing.join(' and ')} from the record. Palmetto asks for date, time and quantity.`,
        denial: denials.recordsNeeded,
        goTo: wasteDate === null ? 'wasteDate' : 'wasteTime',
      });
    }
    return pass('Date, time and amount of the waste are entered. No rule read asks for its reason.');
  },
});

export const documentationRules: readonly Rule[] = [
  checklistRule('records/need', 'Record of medical need', 'need', denials.medicalNecessity, ['6a', '6b', '11']),
  checklistRule('records/dose', 'Record of the dose', 'dose', denials.recordsNeeded, ['11', '1.11']),
  wasteRecord,
];
