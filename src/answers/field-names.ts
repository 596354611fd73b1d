import { factsBeside, type FactBeside, type FactName } from '../engine/encounter';
import { askedNames, type Answer, type Answers, type AskedName, type Choice } from './answer';
import {
  worksheetAnswers,
  besideAnswers,
  type containerAnswers,
  type overrideAnswers,
  type refillAnswers,
  type serviceAnswers,
} from './worksheet-answers';
import type { WorksheetText } from './worksheet-text';

export type WorksheetField = AskedName<typeof worksheetAnswers>;
export type ContainerField = AskedName<typeof containerAnswers>;

/**
 * Where an answer stands in the form: a name of the worksheet, of the refill, of a second drug of the day, of one row
 * of containers, of a service of the day, or of an override.
 */
export type FieldName =
  | WorksheetField
  | `refill.${AskedName<typeof refillAnswers>}`
  | `${ContainersPath}.${number}.${ContainerField}`
  | `drugBeside.${AskedName<typeof besideAnswers>}`
  | ServiceField
  | `overrides.${number}.${AskedName<typeof overrideAnswers>}`;
/** Where rows of containers stand: those of the nurse’s entry, and of a second drug of the day. */
export type ContainersPath = 'refill.containers' | 'drugBeside.containers';
export type ServiceField = `services.${number}.${AskedName<typeof serviceAnswers>}`;

/** The answers of a second drug of the day to which a finding leads, with those of its first rows of containers. */
export const fieldsBeside: readonly FieldName[] = [
  ...askedNames(besideAnswers).map((name) => `drugBeside.${name}` as const),
  ...[0, 1, 2, 3].flatMap((row) =>
    (['product', 'ndc', 'expiry'] as const).map((name) => `drugBeside.containers.${row}.${name}` as const),
  ),
];

export const worksheetFields = askedNames(worksheetAnswers);

/** The answer as it is declared; a number on the way to it is the place of a row. */
function answerAt(name: FieldName): Answer | undefined {
  let within: Answers = worksheetAnswers;
  let found: Answer | undefined;
  for (const part of name.split('.')) {
    if (/^\d+$/.test(part)) continue;
    found = within[part];
    if (found && 'answers' in found) within = found.answers;
  }
  return found;
}

const labels = new Map<FieldName, string>();

/** What an answer is called beside its field. */
export function labelOf(name: FieldName): string {
  const known = labels.get(name);
  if (known !== undefined) return known;
  const label = answerAt(name)?.label ?? name;
  labels.set(name, label);
  return label;
}

/** What can be chosen for an answer; nothing where that hangs on other answers. */
export function choicesFor(name: FieldName): readonly Choice[] {
  const answer = answerAt(name);
  return (answer && 'choices' in answer && answer.choices) || [];
}

/** Where on the form a fact is told by the nurse's entry; `row` is that of the containers opened. */
function refillFieldOf(fact: FactName, row: number): FieldName | undefined {
  switch (fact) {
    case 'doseGiven':
      return 'refill.instilled';
    case 'doseWasted':
      return 'refill.leftover';
    case 'strength':
    case 'container':
    case 'labeledAmount':
      return `refill.containers.${row}.product`;
    case 'ndc':
      return `refill.containers.${row}.ndc`;
    case 'expiry':
      return `refill.containers.${row}.expiry`;
    default:
      return undefined;
  }
}

/** The answer with which an entry begins. */
export const firstAnswer = (entry: WorksheetText['entry']): FieldName =>
  entry === 'refill' ? 'refill.containers.0.product' : 'doseGiven';

/** The answer that tells a fact, in the entry in use; `row` is that of a container or of a service. */
export const fieldOf = (fact: FactName, entry: WorksheetText['entry'], row = 0): FieldName =>
  (entry === 'refill' ? refillFieldOf(fact, row) : undefined) ?? otherFieldOf(fact, row);

/** Of the second drug of the day: what its fact is called, and where it is told. */
const besideOf = new Map<FactName, FactBeside>(factsBeside.map((fact) => [`beside.${fact}`, fact]));

/** Where the second drug of the day tells a fact of its own. */
function besideFieldOf(fact: FactBeside, row: number): FieldName {
  switch (fact) {
    case 'purpose':
    case 'route':
      return 'drugBeside.use';
    case 'strength':
    case 'container':
    case 'labeledAmount':
      return `drugBeside.containers.${row}.product`;
    case 'ndc':
    case 'expiry':
      return `drugBeside.containers.${row}.${fact}`;
    default:
      return `drugBeside.${fact}`;
  }
}

function toldBeside(fact: FactName, row: number): FieldName | undefined {
  const found = besideOf.get(fact);
  return found && besideFieldOf(found, row);
}

function otherFieldOf(fact: FactName, row: number): FieldName {
  switch (fact) {
    case 'expiry':
      return 'ndc';
    case 'drugBeside':
      return 'drugBeside.use';
    case 'serviceCharge':
      return `services.${row}.charge`;
    case 'serviceModifiers':
      return `services.${row}.modifiers`;
    default:
      return toldBeside(fact, row) ?? (fact as WorksheetField);
  }
}
