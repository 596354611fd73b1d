import { covers, day, formatDate, standingOf, type IsoDate } from '../engine/dated';
import type { TableUsed } from '../engine/claim';
import type { CompanionCode, Encounter, Setting } from '../engine/encounter';
import { practiceSettings } from './payment-status';

/** The codes of a pump or a spinal injection that the edits name; the worksheet takes fewer. */
type NcciCode = CompanionCode | '62324' | '62325' | '62326' | '62327' | '62360' | '62361' | '62365' | '96522';

/** Whether the pairs of a code were noted at all. */
export const isInEdits = (code: string): boolean =>
  edits.some(({ pairs }) => pairs.some(({ paid, bundled }) => paid === code || bundled === code));

/** CMS keeps two lists: one for the claims of physicians, one for those of hospital outpatient departments. */
const lists = ['practitioner', 'hospital'] as const;
type NcciList = (typeof lists)[number];
const listWords = { practitioner: 'the physician’s list', hospital: 'the hospital’s list' } as const satisfies Record<
  NcciList,
  string
>;

/** The first code is paid, the second is not: never (0), or only as a distinct service (1). */
export type NcciPair = { readonly paid: NcciCode; readonly bundled: NcciCode; readonly indicator: 0 | 1 };

/** The pairs of one quarter, as far as they were read. */
export type NcciEdits = {
  readonly from: IsoDate;
  readonly through: IsoDate;
  readonly lists: readonly NcciList[];
  /** Whether every pair of these codes was noted, so that one that is not here is none. */
  readonly complete: boolean;
  readonly pairs: readonly NcciPair[];
};

const into = (paid: NcciCode, indicator: 0 | 1, ...bundled: NcciCode[]): readonly NcciPair[] =>
  bundled.map((each) => ({ paid, bundled: each, indicator }));
const checksAndRefills = ['62367', '62368', '62369', '62370'] as const;

/** Oldest first: rows `5 pairs` and `5 pairs 2026`. */
export const ncciEdits = [
  {
    from: day('2024-07-01'),
    through: day('2024-09-30'),
    lists,
    complete: false,
    pairs: [
      ...into('62370', 0, '62369', '62367', '62368', '95990', '95991', 'A4220'),
      ...into('62369', 0, '62367', '62368', '95990', '95991', 'A4220'),
      ...into('95991', 0, '95990', 'A4220'),
      ...into('95990', 0, 'A4220'),
      ...into('62323', 0, '62322'),
      ...into('62362', 1, ...checksAndRefills),
    ],
  },
  {
    from: day('2026-10-01'),
    through: day('2026-12-31'),
    lists: ['hospital'],
    complete: true,
    pairs: [
      ...into('62368', 0, '62367'),
      ...into('62369', 0, '62367', '62368', '95990', '95991', 'A4220'),
      ...into('62370', 0, '62367', '62368', '62369', '95990', '95991', 'A4220'),
      ...into('95990', 0, '62367', '62368', 'A4220'),
      ...into('95991', 0, '62367', '62368', '95990', 'A4220'),
      ...(['62360', '62361', '62362'] as const).flatMap((pump) => [
        ...into(pump, 1, '62322', '62323', ...checksAndRefills, '95991'),
        ...into(pump, pump === '62361' ? 1 : 0, '95990'),
      ]),
      ...into('62365', 1, '62322', '62323', ...checksAndRefills),
      ...checksAndRefills.flatMap((code) => into(code, 1, '62324', '62325', '62326', '62327')),
      ...into('96522', 1, '95990', '95991'),
    ],
  },
] as const satisfies readonly NcciEdits[];

const edits: readonly NcciEdits[] = ncciEdits;

/** The list for the claim of a setting; null where which one applies was not read. */
const listOf = (setting: Setting): NcciList | null => {
  if (setting === 'hospital-outpatient') return 'hospital';
  return practiceSettings.includes(setting) ? 'practitioner' : null;
};

/** The edits of the claim's own list that cover its day; null where they were not read. */
export const editsInForce = ({
  setting,
  dateOfService,
}: Pick<Encounter, 'setting' | 'dateOfService'>): NcciEdits | null => {
  const list = listOf(setting);
  return (list && edits.find((each) => each.lists.includes(list) && covers(each, dateOfService))) || null;
};

export const pairOf = ({ pairs }: NcciEdits, one: string, other: string): NcciPair | undefined =>
  pairs.find(({ paid, bundled }) => (paid === one && bundled === other) || (paid === other && bundled === one));

/** The newest edits of any list that hold the pair, where the claim's own were not read. */
export const nearestPair = (
  one: string,
  other: string,
): { readonly pair: NcciPair; readonly edits: NcciEdits } | null => {
  const found = edits.findLast((each) => pairOf(each, one, other));
  const pair = found && pairOf(found, one, other);
  return found && pair ? { pair, edits: found } : null;
};

/** "the hospital’s list of 10/01/2026 to 12/31/2026". */
export const editsInWords = ({ lists: [first, ...others], from, through }: NcciEdits): string =>
  `${others.length > 0 ? 'both lists' : first ? listWords[first] : 'no list'} of ${formatDate(from)} to ` +
  `${formatDate(through)}`;

/** "The physician’s list for 05/20/2026 was not read.", or that which list applies was not. */
export const notReadInWords = ({ setting, dateOfService }: Pick<Encounter, 'setting' | 'dateOfService'>): string => {
  const list = listOf(setting);
  return list
    ? `The ${listWords[list].slice('the '.length)} for ${formatDate(dateOfService)} was not read.`
    : 'Which list holds for this setting was not read.';
};

const titleOf = ({ lists: [only, ...others] }: NcciEdits): string => {
  if (others.length > 0 || !only) return 'NCCI pairs';
  return only === 'hospital' ? 'NCCI pairs, hospital outpatient' : 'NCCI pairs, practitioner';
};

/** The edits that came with the page. */
export const ncciOnFile = edits.map((each) => ({
  title: titleOf(each),
  spans: [{ from: each.from, through: each.through }],
}));

/**
 * What was looked up for the procedures of the day: the claim's own list. Where none is known to apply, the newest on
 * file stands as not checked.
 */
export function ncciUsed({ services, payer, setting, dateOfService }: Encounter): readonly TableUsed[] {
  if (payer === 'self-pay' || services.length < 2) return [];
  if (new Set(services.flatMap(({ code }) => (isInEdits(code) ? code : []))).size < 2) return [];
  const list = listOf(setting);
  const ofList = list === null ? edits : edits.filter((each) => each.lists.includes(list));
  const newest = ofList.findLast((each) => covers(each, dateOfService)) ?? ofList.at(-1);
  if (!newest) return [];
  const { from, through } = newest;
  return [
    { title: titleOf(newest), from, through, standing: list === null ? 'no-row' : standingOf(newest, dateOfService) },
  ];
}
