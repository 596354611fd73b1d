import type { ClinicFile, Office, PrintOffset } from '../engine/clinic-file';
import type { ClinicRecords, KeptClaim } from './clinic-records';

export type Merged = {
  readonly records: ClinicRecords;
  /** What somebody has to look at: one record that was changed on both sides. */
  readonly told: readonly string[];
};

/**
 * What this page and the file hold, put together by record: `base` is what both came from. What one side changed, added
 * or deleted since then is taken. A claim that both changed is kept twice, the newest under its own id, and told.
 */
export function mergeRecords(
  base: ClinicRecords,
  mine: ClinicRecords,
  theirs: ClinicRecords,
  newId: () => string,
): Merged {
  const told: string[] = [];
  const tell = (words: string) => told.push(words);
  const claims = mergeLists(base.claims, mine.claims, theirs.claims, ({ recordId }) => recordId, {
    changed: (own, other) => {
      const [newest, older] = own.keptAt >= other.keptAt ? [own, other] : [other, own];
      tell(`The claim ${claimWords(own)} was changed here and in the file. Both are kept: take the wrong one out.`);
      return [newest, { ...older, recordId: newId() }];
    },
    deleted: (left) =>
      tell(`The claim ${claimWords(left)} was deleted on one side and changed on the other. It is kept.`),
  });
  const vials = mergeLists(base.vials, mine.vials, theirs.vials, ({ id }) => id, {
    changed: (own, other) => {
      tell(`Vials of lot ${own.lot || 'not told'} were changed here and in the file. The newest of the two stands.`);
      return [own.keptAt >= other.keptAt ? own : other];
    },
    deleted: ({ lot }) =>
      tell(`Vials of lot ${lot || 'not told'} were deleted on one side and changed on the other. They stay.`),
  });
  return { records: { clinic: mergeClinics(base.clinic, mine.clinic, theirs.clinic, tell), claims, vials }, told };
}

/** "of PT-1, 11/27/2026", as it was typed. */
const claimWords = ({ patientReference, dateOfService }: KeptClaim): string =>
  `of ${patientReference.trim() || 'a patient without a reference'}, ${dateOfService.trim() || 'day not told'},`;

const isSame = (one: unknown, other: unknown): boolean =>
  one === other || JSON.stringify(one) === JSON.stringify(other);

type BothChanged<T> = {
  /** What stands of an entry that both changed. */
  readonly changed: (mine: T, theirs: T) => readonly T[];
  /** One deleted it, the other changed it: it stays. */
  readonly deleted: (left: T) => void;
};

/** In the order of the file, and what is new here after that. */
function mergeLists<T extends object>(
  base: readonly T[],
  mine: readonly T[],
  theirs: readonly T[],
  idOf: (entry: T) => string,
  both: BothChanged<T>,
): readonly T[] {
  const [before, here, there] = [base, mine, theirs].map(
    (list) => new Map(list.map((entry) => [idOf(entry), entry] as const)),
  ) as [Map<string, T>, Map<string, T>, Map<string, T>];
  return [...new Set([...there.keys(), ...here.keys()])].flatMap((id) =>
    mergeEntry(before.get(id), here.get(id), there.get(id), both),
  );
}

function mergeEntry<T>(
  base: T | undefined,
  mine: T | undefined,
  theirs: T | undefined,
  { changed, deleted }: BothChanged<T>,
): readonly T[] {
  const standing = (entry: T | undefined): readonly T[] => (entry === undefined ? [] : [entry]);
  if (isSame(mine, theirs) || isSame(base, theirs)) return standing(mine);
  if (isSame(base, mine)) return standing(theirs);
  if (mine !== undefined && theirs !== undefined) return changed(mine, theirs);
  const left = standing(mine ?? theirs);
  left.forEach(deleted);
  return left;
}

type Tell = (words: string) => void;

/** Where both changed the same, what this page holds stands, and that is told. */
function mergeClinics(base: ClinicFile, mine: ClinicFile, theirs: ClinicFile, tell: Tell): ClinicFile {
  if (isSame(mine, theirs) || isSame(base, theirs)) return mine;
  const list = <T extends object>(of: (clinic: ClinicFile) => readonly T[], idOf: (entry: T) => string, kind: string) =>
    mergeLists(
      of(base),
      of(mine),
      of(theirs),
      idOf,
      mineStands<T>((entry) => words(kind, entry), tell),
    );
  const offset = mineStands<PrintOffset>(() => 'Print offset', tell);
  const office = mineStands<unknown>(() => 'Clinic’s details', tell);
  return {
    profiles: list(
      ({ profiles }) => profiles,
      ({ id }) => id,
      'Payer profile',
    ),
    tables: {
      paymentLimits: list(({ tables }) => tables.paymentLimits, spanOf, 'Payment limits'),
      crosswalks: list(({ tables }) => tables.crosswalks, spanOf, 'Crosswalk'),
    },
    printOffset: mergeEntry(base.printOffset, mine.printOffset, theirs.printOffset, offset)[0] ?? mine.printOffset,
    office: mergeOffices(base.office, mine.office, theirs.office, office),
  };
}

const mineStands = <T>(wordsOf: (entry: T) => string, tell: Tell): BothChanged<T> => ({
  changed: (own) => {
    tell(`${wordsOf(own)}: changed here and in the file. What is here stands.`);
    return [own];
  },
  deleted: (left) => tell(`${wordsOf(left)}: deleted on one side and changed on the other. It stays.`),
});

const spanOf = ({ from, through }: { readonly from: string; readonly through: string }): string => `${from} ${through}`;
const words = (kind: string, entry: object): string =>
  `${kind} “${'name' in entry ? String(entry.name) : 'file' in entry ? String(entry.file) : ''}”`;

function mergeOffices(base: Office, mine: Office, theirs: Office, both: BothChanged<unknown>): Office {
  const merged = Object.keys(mine).map((field) => {
    const at = (office: Office): unknown => office[field as keyof Office];
    return [field, mergeEntry(at(base), at(mine), at(theirs), both)[0]] as const;
  });
  return Object.fromEntries(merged) as Office;
}

/** The same records with the very values of `known` where they tell the same: those need not be compared again. */
export function withValuesOf(records: ClinicRecords, known: ClinicRecords): ClinicRecords {
  const share = <T extends object>(
    list: readonly T[],
    from: readonly T[],
    idOf: (entry: T) => string,
  ): readonly T[] => {
    const values = new Map(from.map((entry) => [idOf(entry), entry] as const));
    return list.map((entry) => {
      const value = values.get(idOf(entry));
      return value && isSame(value, entry) ? value : entry;
    });
  };
  return {
    clinic: isSame(records.clinic, known.clinic) ? known.clinic : records.clinic,
    claims: share(records.claims, known.claims, ({ recordId }) => recordId),
    vials: share(records.vials, known.vials, ({ id }) => id),
  };
}
