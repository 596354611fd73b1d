import type { Answer, Answers } from './answer';
import { worksheetAnswers } from './worksheet-answers';
import type { WorksheetText } from './worksheet-text';

/** As many characters as a field of the page takes, and more than any code list of a record holds. */
const mostCharacters = 200;
const mostEntries = 200;

/** Where in a record something is wrong, and what. */
export type RecordFault = { readonly path: readonly (string | number)[]; readonly reason: string };

/** A claim record without what is still as on an empty one: short, and the same to the letter once it is read again. */
export const keptRecord = (record: WorksheetText): object => told(worksheetAnswers, record);

/**
 * A kept claim record with all that was left out as on an empty one, or the first fault in it. An answer that this page
 * does not know is a fault: nothing of a record is dropped in silence.
 */
export function readKeptRecord(value: unknown): { readonly record: WorksheetText } | { readonly refused: RecordFault } {
  const faults: RecordFault[] = [];
  const record = readAnswers(worksheetAnswers, value, [], (fault) => faults.push(fault));
  const [refused] = faults;
  return refused ? { refused } : { record: record as WorksheetText };
}

/** A JSON object. */
export type Held = Readonly<Record<string, unknown>>;

function told(answers: Answers, held: Held): object {
  const found: Record<string, unknown> = {};
  for (const [name, answer] of entriesOf(answers)) {
    const value = held[name];
    if (isEmpty(answer, value)) continue;
    if (answer.kind === 'group') found[name] = told(answer.answers, value as Held);
    else if (answer.kind === 'rows') found[name] = (value as readonly Held[]).map((row) => told(answer.answers, row));
    else found[name] = value;
  }
  return found;
}

/** The entries of declarations, taken once: thousands of records are read and written with them. */
const entries = new Map<Answers, readonly (readonly [string, Answer])[]>();
function entriesOf(answers: Answers): readonly (readonly [string, Answer])[] {
  const known = entries.get(answers) ?? Object.entries(answers);
  entries.set(answers, known);
  return known;
}

/** Whether an answer holds what it begins with. */
function isEmpty(answer: Answer, value: unknown): boolean {
  switch (answer.kind) {
    case 'several':
      return (value as readonly unknown[]).length === 0;
    case 'group':
      return areEmpty(answer.answers, value as Held);
    case 'rows':
      return (
        (value as readonly Held[]).length === answer.empty.length &&
        (value as readonly Held[]).every((row) => areEmpty(answer.answers, row))
      );
    default:
      return value === answer.empty;
  }
}
const areEmpty = (answers: Answers, held: Held): boolean =>
  entriesOf(answers).every(([name, answer]) => isEmpty(answer, held[name]));

/** What an answer begins with, as a value of its own. */
const emptyValue = (answer: Answer): unknown => {
  if (answer.kind === 'group') return emptyGroup(answer.answers);
  if (answer.kind === 'rows') return answer.empty.map(() => emptyGroup(answer.answers));
  return answer.kind === 'several' ? [] : answer.empty;
};

function emptyGroup(answers: Answers): Held {
  const found: Record<string, unknown> = {};
  for (const [name, answer] of entriesOf(answers)) found[name] = emptyValue(answer);
  return found;
}

type Refuse = (fault: RecordFault) => void;
type Path = RecordFault['path'];

function readAnswers(answers: Answers, value: unknown, path: Path, refuse: Refuse): Held {
  if (!isObject(value)) {
    refuse({ path, reason: 'must be an object in braces' });
    return {};
  }
  for (const name of Object.keys(value))
    if (!Object.hasOwn(answers, name)) refuse({ path: [...path, name], reason: 'is unknown to this page' });
  const found: Record<string, unknown> = {};
  for (const [name, answer] of entriesOf(answers))
    found[name] = Object.hasOwn(value, name)
      ? readAnswer(answer, value[name], [...path, name], refuse)
      : emptyValue(answer);
  return found;
}

export const isObject = (value: unknown): value is Held =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

function readAnswer(answer: Answer, value: unknown, path: Path, refuse: Refuse): unknown {
  switch (answer.kind) {
    case 'text':
      return readLine(value, path, refuse);
    case 'choice':
      return readChoice([...answer.choices.map((choice) => choice.value), answer.empty], value, path, refuse);
    case 'flag':
      if (typeof value !== 'boolean') refuse({ path, reason: 'must be true or false' });
      return value;
    case 'several':
      return readList(value, path, refuse, (each, place) =>
        answer.choices
          ? readChoice(
              answer.choices.map((choice) => choice.value),
              each,
              place,
              refuse,
            )
          : readLine(each, place, refuse),
      );
    case 'group':
      return readAnswers(answer.answers, value, path, refuse);
    case 'rows':
      return readList(value, path, refuse, (each, place) => readAnswers(answer.answers, each, place, refuse));
  }
}

/** Facts of ticks are longer than any field: they are bound by the file alone. */
function readLine(value: unknown, path: Path, refuse: Refuse): unknown {
  if (typeof value !== 'string') refuse({ path, reason: 'must be text in double quotes' });
  else if (value.length > mostCharacters && path[0] !== 'ticks')
    refuse({ path, reason: `must have at most ${mostCharacters} characters` });
  return value;
}

function readChoice(choices: readonly string[], value: unknown, path: Path, refuse: Refuse): unknown {
  if (!choices.some((each) => each === value))
    refuse({ path, reason: `must be one of ${choices.filter((each) => each !== '').join(', ')}` });
  return value;
}

function readList(
  value: unknown,
  path: Path,
  refuse: Refuse,
  readEach: (each: unknown, path: Path) => unknown,
): unknown {
  if (!Array.isArray(value) || value.length > mostEntries) {
    refuse({ path, reason: `must be a list in brackets of at most ${mostEntries} entries` });
    return [];
  }
  return value.map((each, place) => readEach(each, [...path, place]));
}
