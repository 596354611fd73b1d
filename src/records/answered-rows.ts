import type { IsoDate } from '../engine/dated';
import { answeredParts, type AnsweredPart } from '../remittance/answered-parts';
import {
  answerKey,
  answersOf,
  isCorrectedAmong,
  standingAnswers,
  type Answer,
  type Standing,
  type StandingAnswer,
} from '../remittance/answers';
import { answersIn, withAnswersKept } from '../remittance/kept-answers';
import { claimMatcher, type Candidate, type ClaimMatch } from '../remittance/match-claims';
import type { RemittanceFile } from '../remittance/remittance';
import type { KeptClaim } from './clinic-records';
import type { DayRow } from './day-rows';

/** What a payer answered to one claim, and the kept claim that it is of. */
export type AnsweredRow = {
  readonly key: string;
  readonly answer: Answer;
  readonly match: ClaimMatch;
  /** The kept claim: found for certain, or chosen. */
  readonly own: DayRow | null;
  /** Whether it stands in the record of that claim already. */
  readonly isKept: boolean;
  readonly standing: Standing;
  /** Worked out when it is first asked for: a file may hold thousands, and a screen shows few. */
  readonly parts: () => readonly AnsweredPart[];
};

/** Which kept claim a person chose for an answer, by its key; '' is none. */
export type Chosen = ReadonlyMap<string, string>;

export const candidateOf = ({ id, record, on, reading }: DayRow): Candidate => ({
  id,
  record,
  on,
  claim: reading.claim,
});

type Found = { readonly key: string; readonly answer: Answer; readonly match: ClaimMatch; readonly own: DayRow | null };

const keysOfKept = new WeakMap<KeptClaim, readonly string[]>();
/** The answers that stand in a record already, by their keys. */
function keptKeys(record: KeptClaim): readonly string[] {
  const known = keysOfKept.get(record) ?? answersIn(record).map(answerKey);
  keysOfKept.set(record, known);
  return known;
}

/** Where it is kept with a claim already, that one is meant. */
const keptMatch = (row: DayRow, found: ClaimMatch): ClaimMatch => ({
  certain: true,
  among: [candidateOf(row)],
  says: found.certain && found.among[0]?.id === row.id ? found.says : '',
});

/** Every answer of the opened files once, with its kept claim as far as it is known. */
export function foundAnswers(
  files: readonly RemittanceFile[],
  rows: readonly DayRow[],
  chosen: Chosen,
): readonly Found[] {
  const matchOf = claimMatcher(rows.map(candidateOf));
  const keptWith = new Map(rows.flatMap((row) => keptKeys(row.record).map((key) => [key, row] as const)));
  const byId = new Map(rows.map((row) => [row.id, row]));
  return answersOf(files).map((answer) => {
    const key = answerKey(answer);
    const kept = keptWith.get(key);
    const match = kept ? keptMatch(kept, matchOf(answer.claim)) : matchOf(answer.claim);
    const certain = match.certain ? match.among[0]?.id : undefined;
    return { key, answer, match, own: byId.get(chosen.get(key) ?? certain ?? '') ?? null };
  });
}

/** The answers with what each line says, in the order of the files. */
export function answeredRows(found: readonly Found[], today: IsoDate): readonly AnsweredRow[] {
  const groups = new Map<string, Answer[]>();
  const groupOf = ({ own, answer }: Found): string => own?.id ?? `number ${answer.claim.controlNumber.trim()}`;
  for (const each of found) {
    const group = groups.get(groupOf(each));
    if (group) group.push(each.answer);
    else groups.set(groupOf(each), [each.answer]);
  }
  const standings = new Map<string, Standings>();
  return found.map((each) => {
    const name = groupOf(each);
    const kept = each.own ? answersIn(each.own.record) : [];
    const standing = standings.get(name) ?? standingsOf(kept, groups.get(name) ?? []);
    standings.set(name, standing);
    return rowOf(each, kept, standing, today);
  });
}

type Standings = ReadonlyMap<string, StandingAnswer>;

function standingsOf(kept: readonly Answer[], opened: readonly Answer[]): Standings {
  const keys = new Set(kept.map(answerKey));
  const all = [...kept, ...opened.filter((each) => !keys.has(answerKey(each)))];
  return new Map(standingAnswers(all).map((each) => [answerKey(each.answer), each]));
}

function rowOf(
  { key, answer, match, own }: Found,
  kept: readonly Answer[],
  standings: Standings,
  today: IsoDate,
): AnsweredRow {
  const isCorrected = () => isCorrectedAmong(answer, [...standings.values()]);
  const cameBackOn = own?.course.cameBackOn ?? null;
  let parts: readonly AnsweredPart[] | null = null;
  return {
    key,
    answer,
    match,
    own,
    isKept: kept.some((each) => answerKey(each) === key),
    standing: standings.get(key)?.standing ?? 'stands',
    parts: () =>
      (parts ??= answeredParts(answer, own?.reading.claim ?? null, { isCorrected: isCorrected(), today, cameBackOn })),
  };
}

export type Taken = {
  readonly changed: readonly KeptClaim[];
  readonly taken: number;
  readonly again: number;
  readonly says: readonly string[];
};

/** The records with these answers kept in them; those that have no claim are left out. */
export function withAnswersTaken(found: readonly Pick<Found, 'answer' | 'own'>[]): Taken {
  const byId = new Map<string, { readonly own: DayRow; readonly answers: Answer[] }>();
  for (const { own, answer } of found) {
    if (!own) continue;
    const known = byId.get(own.id);
    if (known) known.answers.push(answer);
    else byId.set(own.id, { own, answers: [answer] });
  }
  const kept = [...byId.values()].map(({ own, answers }) => ({
    own,
    answers,
    ...withAnswersKept(own.record, answers),
  }));
  const added = ({ own, record }: (typeof kept)[number]) => record.remittances.length - own.record.remittances.length;
  return {
    changed: kept.filter((each) => added(each) > 0).map(({ record }) => record),
    taken: kept.reduce((sum, each) => sum + added(each), 0),
    again: kept.reduce((sum, { again }) => sum + again, 0),
    says: kept.flatMap(({ own, says }) => says.map((each) => `${own.reference || 'No reference'}: ${each}`)),
  };
}
