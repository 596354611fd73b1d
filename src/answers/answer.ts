import type { IsoDate } from '../engine/dated';
import type { Reading } from '../engine/typed';

/** Reads the text of one answer by itself; "t-1" is read where `today` is told. */
export type Read<Fact> = (typed: string, label: string, today?: IsoDate) => Reading<Fact>;

/**
 * What an answer is called: beside its field, in the problem list and on paper alike. Null where no question of the
 * worksheet asks it.
 */
type Label = string | null;

export type Choice<Value extends string = string> = { value: Value; label: string };

/** Text as it was typed. `read` is null where it cannot be read without other answers, or is not read. */
type TextAnswer<L extends Label, Fact> = {
  readonly kind: 'text';
  readonly label: L;
  readonly empty: string;
  readonly read: Read<Fact> | null;
};
type ChoiceAnswer<L extends Label, Value extends string> = {
  readonly kind: 'choice';
  readonly label: L;
  readonly empty: Value;
  readonly choices: readonly Choice[];
};
type SeveralAnswer<L extends Label, Value extends string> = {
  readonly kind: 'several';
  readonly label: L;
  readonly empty: Value[];
  /** Null where the values hang on other answers. */
  readonly choices: readonly Choice<Value>[] | null;
};
type FlagAnswer<L extends Label> = { readonly kind: 'flag'; readonly label: L; readonly empty: boolean };
type Group<D extends Answers> = {
  readonly kind: 'group';
  readonly label: null;
  readonly empty: TextOf<D>;
  readonly answers: D;
};
type Rows<D extends Answers, L extends Label = null> = {
  readonly kind: 'rows';
  readonly label: L;
  readonly empty: TextOf<D>[];
  readonly answers: D;
};

/** One answer as it is declared, once: what it is called, where it begins, what it can be, and how its text is read. */
export type Answer =
  | TextAnswer<Label, unknown>
  | ChoiceAnswer<Label, string>
  | SeveralAnswer<Label, string>
  | FlagAnswer<Label>
  | (Omit<Group<Answers>, 'empty'> & { readonly empty: object })
  | (Omit<Rows<Answers, Label>, 'empty'> & { readonly empty: readonly object[] });
export type Answers = { readonly [name: string]: Answer };

/** What a form holds of such answers. */
export type TextOf<D extends Answers> = { -readonly [Name in keyof D]: D[Name]['empty'] };

/** The answers that the worksheet asks by a label. */
export type AskedName<D extends Answers> = {
  [Name in keyof D]: D[Name]['label'] extends string ? Name : never;
}[keyof D] &
  string;

/** What is read from an answer by itself; never, where it is not. */
export type FactOf<A extends Answer> = A extends TextAnswer<Label, infer Fact> ? Fact : never;
export type ReadName<D extends Answers> = {
  [Name in keyof D]: [FactOf<D[Name]>] extends [never] ? never : Name;
}[keyof D] &
  string;

type Words<Value extends string> = Readonly<Record<Value, string>>;

export const choicesOf = <Value extends string>(words: Words<Value>): Choice<Value>[] =>
  (Object.keys(words) as Value[]).map((value) => ({ value, label: words[value] }));

/** Values that stand for themselves. */
export const codes = <Value extends string>(...values: Value[]): Words<Value> =>
  Object.fromEntries(values.map((value): [string, string] => [value, value])) as Words<Value>;

export const text = <L extends Label, Fact = never>(
  label: L,
  read: Read<Fact> | null = null,
  empty = '',
): TextAnswer<L, Fact> => ({
  kind: 'text',
  label,
  empty,
  read,
});

/** One of several, where one is nearly always so. */
export const choice = <L extends Label, Value extends string>(
  label: L,
  words: Words<Value>,
  empty: NoInfer<Value>,
): ChoiceAnswer<L, Value> => ({
  kind: 'choice',
  label,
  empty,
  choices: choicesOf(words),
});

/** One of several, and none of them beforehand. */
export const choiceOrNone = <L extends Label, Value extends string>(
  label: L,
  words: Words<Value>,
): ChoiceAnswer<L, Value | ''> => ({
  kind: 'choice',
  label,
  empty: '',
  choices: choicesOf(words),
});

export const several = <L extends Label, Value extends string = string>(
  label: L,
  choices: readonly Choice<Value>[] | null = null,
): SeveralAnswer<L, Value> => ({ kind: 'several', label, empty: [], choices });

export const flag = <L extends Label>(label: L): FlagAnswer<L> => ({ kind: 'flag', label, empty: false });

export const group = <D extends Answers>(answers: D): Group<D> => ({
  kind: 'group',
  label: null,
  empty: emptyOf(answers),
  answers,
});

/** Rows of the same answers, how many empty ones there are to begin with, and what they are called where one asks. */
export function rows<D extends Answers>(answers: D, count: number): Rows<D>;
export function rows<D extends Answers, L extends string>(answers: D, count: number, label: L): Rows<D, L>;
export function rows<D extends Answers>(answers: D, count: number, label: Label = null): Rows<D, Label> {
  return { kind: 'rows', label, empty: Array.from({ length: count }, () => emptyOf(answers)), answers };
}

/** The answers before anything is typed. */
export const emptyOf = <D extends Answers>(answers: D): TextOf<D> =>
  Object.fromEntries(Object.entries(answers).map(([name, { empty }]) => [name, empty])) as TextOf<D>;

/** The names of the answers that the worksheet asks, in the order of the form. */
export const askedNames = <D extends Answers>(answers: D): AskedName<D>[] =>
  Object.entries(answers).flatMap(([name, { label }]) => (label === null ? [] : (name as AskedName<D>)));
