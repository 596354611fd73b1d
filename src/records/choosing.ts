import type { IsoDate } from '../engine/dated';
import type { ClaimMatch } from '../remittance/match-claims';
import type { DayRow } from './day-rows';

/** What a person chooses of one claim that came back, and what else may be meant. */
export type Choosing = {
  readonly match: ClaimMatch;
  readonly own: DayRow | null;
  /** The id that was chosen, '' for none; undefined while nobody chose. */
  readonly choice: string | undefined;
  /** The day of service that came back. */
  readonly on: IsoDate | null;
  /** Null takes the choice back. */
  readonly onChoose: (id: string | null) => void;
};

/** As many as a list is read through. */
const mostOthers = 50;

/** The other kept claims that may be meant: those of its day of service, else of any, the newest first. */
export function othersToChoose(
  rows: readonly DayRow[],
  near: readonly string[],
  on: IsoDate | null,
): readonly DayRow[] {
  const others = rows.filter((row) => !near.includes(row.id));
  const ofDay = on === null ? [] : others.filter((row) => row.on === on);
  return (ofDay.length > 0 ? ofDay : others)
    .toSorted((one, other) => (other.on ?? '').localeCompare(one.on ?? ''))
    .slice(0, mostOthers);
}

/** What is chosen, by the key of what came back; a choice that is taken back leaves nothing. */
export function withChoice(
  chosen: ReadonlyMap<string, string>,
  key: string,
  id: string | null,
): ReadonlyMap<string, string> {
  const next = new Map(chosen);
  if (id === null) next.delete(key);
  else next.set(key, id);
  return next;
}
