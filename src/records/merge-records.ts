import {
  emptyClinicFile,
  type ClinicFile,
  type KeptMapping,
  type Office,
  type PrintOffset,
} from '../engine/clinic-file';
import { higherControlNumber, isControlNumber, withHigherNumber } from '../engine/control-number';
import type { ClinicRecords, KeptClaim, ReceivedVials } from './clinic-records';

type Merged = {
  readonly records: ClinicRecords;
  /** What somebody has to look at: a record that was changed on both sides, or that the file no longer holds. */
  readonly told: readonly string[];
};

/**
 * What this page and the file hold, put together by record: `base` is what both came from. What one side changed, added
 * or deleted since then is taken. A claim that both changed is kept twice, the newest under its own id, and told; so is
 * each entry that the file no longer holds. For a file that may be older than the base, see `joinRecords`.
 */
export function mergeRecords(
  base: ClinicRecords,
  mine: ClinicRecords,
  theirs: ClinicRecords,
  newId: () => string,
): Merged {
  const told: string[] = [];
  const gone: string[] = [];
  const tell = (words: string) => told.push(words);
  const claims = mergeLists(base.claims, mine.claims, theirs.claims, ({ recordId }) => recordId, {
    changed: (own, other) => {
      const [newest, older] = own.keptAt >= other.keptAt ? [own, other] : [other, own];
      tell(`The claim ${claimWords(own)} was changed here and in the file. Both are kept: take the wrong one out.`);
      return [newest, { ...older, recordId: newId() }];
    },
    deleted: (left) =>
      tell(`The claim ${claimWords(left)} was deleted on one side and changed on the other. It is kept.`),
    gone: (claim) => gone.push(claimName(claim)),
  });
  const vials = mergeLists(base.vials, mine.vials, theirs.vials, ({ id }) => id, {
    changed: (own, other) => {
      tell(`Vials of lot ${own.lot || 'not told'} were changed here and in the file. The newest of the two stands.`);
      return [own.keptAt >= other.keptAt ? own : other];
    },
    deleted: ({ lot }) =>
      tell(`Vials of lot ${lot || 'not told'} were deleted on one side and changed on the other. They stay.`),
    gone: (entry) => gone.push(vialsName(entry)),
  });
  const clinic = mergeClinics(base.clinic, mine.clinic, theirs.clinic, { tell, gone: (name) => gone.push(name) });
  return { records: { clinic, claims, vials }, told: [...told, ...listed('Deleted in the file, and here too', gone)] };
}

/**
 * As `mergeRecords`, with a file that need not come from `base`, such as an older copy. What it lacks was not deleted,
 * and what was kept there before stands as it is here: both are told. What differs of the clinic’s own part stands as
 * it is here.
 */
export function joinRecords(
  base: ClinicRecords,
  mine: ClinicRecords,
  theirs: ClinicRecords,
  newId: () => string,
): Merged {
  const claims = broughtUp(base.claims, mine.claims, theirs.claims, ({ recordId }) => recordId);
  const vials = broughtUp(base.vials, mine.vials, theirs.vials, ({ id }) => id);
  const { records, told } = mergeRecords(
    { ...base, clinic: emptyClinicFile },
    mine,
    { ...theirs, claims: claims.list, vials: vials.list },
    newId,
  );
  return {
    records,
    told: [
      ...told,
      ...listed('Not in the file, and kept', [...claims.lacking.map(claimName), ...vials.lacking.map(vialsName)]),
      ...listed('Older in the file, and left as here', [...claims.older.map(claimName), ...vials.older.map(vialsName)]),
    ],
  };
}

/** What stands here and a file that takes its place lacks, by name. */
export function lackingIn(file: ClinicRecords, here: ClinicRecords): readonly string[] {
  const claims = broughtUp(here.claims, here.claims, file.claims, ({ recordId }) => recordId);
  const vials = broughtUp(here.vials, here.vials, file.vials, ({ id }) => id);
  return [
    ...listed('Was here, and is not in this file', [...claims.lacking.map(claimName), ...vials.lacking.map(vialsName)]),
    ...listed('Is older in this file than it was here', [
      ...claims.older.map(claimName),
      ...vials.older.map(vialsName),
    ]),
  ];
}

type Dated = { readonly keptAt: string };

/** The list of the file with the base’s entries where they stand here and the file has none, or one kept before. */
function broughtUp<T extends Dated>(
  base: readonly T[],
  mine: readonly T[],
  theirs: readonly T[],
  idOf: (entry: T) => string,
): { readonly list: readonly T[]; readonly lacking: readonly T[]; readonly older: readonly T[] } {
  const here = new Set(mine.map(idOf));
  const there = new Map(theirs.map((entry) => [idOf(entry), entry] as const));
  const standing = base.filter((entry) => here.has(idOf(entry)));
  const lacking = standing.filter((entry) => !there.has(idOf(entry)));
  const older = standing.filter((entry) => {
    const other = there.get(idOf(entry));
    return other !== undefined && other.keptAt < entry.keptAt && !isSame(other, entry);
  });
  for (const entry of [...lacking, ...older]) there.set(idOf(entry), entry);
  return { list: [...there.values()], lacking, older };
}

const listed = (words: string, names: readonly string[]): string[] =>
  names.length === 0 ? [] : [`${words}: ${names.join('; ')}.`];

/** "PT-1, 11/27/2026", as it was typed. */
const claimName = ({ patientReference, dateOfService }: KeptClaim): string =>
  `${patientReference.trim() || 'a patient without a reference'}, ${dateOfService.trim() || 'day not told'}`;
const claimWords = (claim: KeptClaim): string => `of ${claimName(claim)},`;
const vialsName = ({ lot }: ReceivedVials): string => `vials of lot ${lot || 'not told'}`;

/** Whether two entries say the same: the same change made in two windows was kept at two instants. */
const isSame = (one: unknown, other: unknown): boolean => one === other || contentOf(one) === contentOf(other);
const contentOf = (entry: unknown): string | undefined =>
  JSON.stringify(typeof entry === 'object' && entry !== null && 'keptAt' in entry ? { ...entry, keptAt: '' } : entry);
const isIdentical = (one: unknown, other: unknown): boolean =>
  one === other || JSON.stringify(one) === JSON.stringify(other);

type BothChanged<T> = {
  /** What stands of an entry that both changed. */
  readonly changed: (mine: T, theirs: T) => readonly T[];
  /** One deleted it, the other changed it: it stays. */
  readonly deleted: (left: T) => void;
  /** The file no longer holds it, and it was not changed here: it goes. */
  readonly gone: (left: T) => void;
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
  { changed, deleted, gone }: BothChanged<T>,
): readonly T[] {
  const standing = (entry: T | undefined): readonly T[] => (entry === undefined ? [] : [entry]);
  if (isSame(mine, theirs) || isSame(base, theirs)) return standing(mine);
  if (isSame(base, mine)) {
    if (mine !== undefined && theirs === undefined) gone(mine);
    return standing(theirs);
  }
  if (mine !== undefined && theirs !== undefined) return changed(mine, theirs);
  const left = standing(mine ?? theirs);
  left.forEach(deleted);
  return left;
}

type Tell = {
  readonly tell: (words: string) => void;
  readonly gone: (name: string) => void;
};

/** Where both changed the same, what this page holds stands, and that is told. */
function mergeClinics(base: ClinicFile, mine: ClinicFile, theirs: ClinicFile, tell: Tell): ClinicFile {
  tellNumberTwice(base.office, mine.office, theirs.office, tell);
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
    profiles: list(({ profiles }) => profiles, idOf, 'Payer profile'),
    tables: {
      paymentLimits: list(({ tables }) => tables.paymentLimits, spanOf, 'Payment limits'),
      crosswalks: list(({ tables }) => tables.crosswalks, spanOf, 'Crosswalk'),
    },
    fees: list(
      ({ fees }) => fees,
      ({ code }) => code,
      'Charge',
    ),
    mappings: list(({ mappings }) => mappings, headingsIn, 'Mapping of a batch'),
    printOffset: mergeEntry(base.printOffset, mine.printOffset, theirs.printOffset, offset)[0] ?? mine.printOffset,
    office: {
      ...mergeOffices(base.office, mine.office, theirs.office, office),
      providers: list(({ office: { providers } }) => providers, idOf, 'Provider'),
      referrers: list(({ office: { referrers } }) => referrers, idOf, 'Provider'),
      facilities: list(({ office: { facilities } }) => facilities, idOf, 'Place'),
      payers: list(
        ({ office: { payers } }) => payers,
        (address) => JSON.stringify(address),
        'Payer’s address',
      ),
    },
  };
}

/** Which headings it is for. */
const headingsIn = ({ columns }: KeptMapping): string => JSON.stringify(columns.flatMap(({ headings }) => headings));
const idOf = ({ id }: { readonly id: string }): string => id;

const mineStands = <T>(wordsOf: (entry: T) => string, { tell, gone }: Tell): BothChanged<T> => ({
  changed: (own) => {
    tell(`${wordsOf(own)}: changed here and in the file. What is here stands.`);
    return [own];
  },
  deleted: (left) => tell(`${wordsOf(left)}: deleted on one side and changed on the other. It stays.`),
  gone: (left) => gone(wordsOf(left)),
});

const spanOf = ({ from, through }: { readonly from: string; readonly through: string }): string => `${from} ${through}`;
const words = (kind: string, entry: object): string => {
  const name = (['name', 'file', 'code'] as const).find((key) => key in entry);
  return `${kind} “${name ? String((entry as Record<typeof name, unknown>)[name]) : ''}”`;
};

type OfficeLists = 'payers' | 'providers' | 'referrers' | 'facilities';

function mergeOffices(
  base: Office,
  mine: Office,
  theirs: Office,
  both: BothChanged<unknown>,
): Omit<Office, OfficeLists> {
  const merged = Object.keys(mine)
    .filter((field) => field !== 'controlNumber' && !Array.isArray(mine[field as keyof Office]))
    .map((field) => {
      const at = (office: Office): unknown => office[field as keyof Office];
      return [field, mergeEntry(at(base), at(mine), at(theirs), both)[0]] as const;
    });
  return { ...Object.fromEntries(merged), controlNumber: mergeNumbers(base, mine, theirs) } as Omit<
    Office,
    OfficeLists
  >;
}

/** The number of the next 837P file: what one side changed, and the higher where both did. */
function mergeNumbers(base: Office, mine: Office, theirs: Office): string {
  if (theirs.controlNumber === base.controlNumber) return mine.controlNumber;
  if (mine.controlNumber === base.controlNumber) return theirs.controlNumber;
  return higherControlNumber(mine.controlNumber, theirs.controlNumber);
}

/** Where both sides counted on from one number, each may have written a file with it. */
function tellNumberTwice({ controlNumber: used }: Office, mine: Office, theirs: Office, { tell }: Tell): void {
  const counted = [mine, theirs].every(({ controlNumber: next }) => isControlNumber(next) && next !== used);
  if (!isControlNumber(used) || !counted) return;
  tell(
    `Control number ${used} may stand on two 837P files, one from here and one from elsewhere. Send only one of them.`,
  );
}

/** A file that takes the place of what is here, with the control number of here where that is higher. */
export function withNumberOf(file: ClinicRecords, here: ClinicRecords): ClinicRecords {
  const office = withHigherNumber(file.clinic.office, here.clinic.office);
  return office === file.clinic.office ? file : { ...file, clinic: { ...file.clinic, office } };
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
      return value && isIdentical(value, entry) ? value : entry;
    });
  };
  return {
    clinic: isIdentical(records.clinic, known.clinic) ? known.clinic : records.clinic,
    claims: share(records.claims, known.claims, ({ recordId }) => recordId),
    vials: share(records.vials, known.vials, ({ id }) => id),
  };
}
