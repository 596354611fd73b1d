import type { Container, Purpose } from '../engine/encounter';
import type { RowId } from './citations';

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

/** What the drugs of the day call for, each item once. */
export const documentationFor = (...facts: readonly RecordFacts[]): readonly DocumentationItem[] =>
  documentationItems.filter(({ calledFor }) => facts.some(calledFor));
