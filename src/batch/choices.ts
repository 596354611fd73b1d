import { microgramSpellings } from '../answers/read-amounts';
import { choicesFor, type WorksheetField } from '../answers/field-names';
import { asciiLower } from '../engine/ascii';
import type { PayerOfText } from '../engine/clinic-file';
import type { Payer, PayerProfile } from '../engine/payer-profile';
import { inWords, problem, type Reading } from '../engine/typed';
import { namedProfiles } from '../rules/payers';
import { settingOfPlace } from '../rules/places-of-service';

/** A choice as its words are compared: letters and digits alone, in lower case. */
export const wordKey = (text: string): string => asciiLower(text.normalize('NFKC')).replace(/[^\p{L}\p{N}]+/gu, '');

/** What others write for a choice of the form, besides its value and its words. Two values: it has two readings. */
const units = { mcg: microgramSpellings, mL: ['cc', 'milliliter'], mg: ['milligram'] };
const otherWords: Readonly<Partial<Record<WorksheetField, Readonly<Record<string, readonly string[]>>>>> = {
  doseGivenUnit: units,
  doseWastedUnit: units,
  labeledAmountUnit: units,
  purpose: {
    'pump-fill': ['fill', 'refill', 'pump fill', 'pump refill'],
    'screening-trial': ['trial', 'screening', 'test dose'],
    'other-injection': ['injection'],
  },
  route: {
    'intrathecal-pump': ['pump', 'implanted pump', 'intrathecal', 'it'],
    'intrathecal-lumbar-puncture': ['lumbar puncture', 'lp', 'intrathecal', 'it'],
    intravenous: ['iv'],
    intramuscular: ['im'],
  },
  container: {
    'single-dose': ['single dose vial', 'single', 'sdv'],
    'multi-dose': ['multiple dose', 'multi dose vial', 'multi', 'mdv'],
  },
  drugSource: {
    bought: ['purchased', 'buy and bill'],
    supplied: ['free', 'white bag', 'specialty pharmacy'],
    compounded: ['compound'],
  },
  payer: {
    'medicare-part-b': ['medicare', 'part b', 'medicare b', 'original medicare'],
    'medicare-advantage': ['medicare', 'part c', 'medicare c', 'ma'],
    'workers-compensation': ['workers comp', 'wc'],
    'self-pay': ['cash', 'patient', 'uninsured'],
  },
  setting: {
    'hospital-outpatient': ['outpatient', 'hopd', 'hospital outpatient department'],
    asc: ['ambulatory surgery center', 'surgical center'],
    'skilled-nursing-facility': ['snf'],
    'nursing-facility': ['snf', 'nursing home'],
    'emergency-room': ['er', 'ed', 'emergency department'],
    'independent-clinic': ['clinic'],
  },
  attendance: { physician: ['physician', 'doctor'], 'nurse-alone': ['nurse'] },
  priorAuthorization: {
    'not-required': ['none required', 'no auth required'],
    pending: ['requested'],
    'approved-after-service': ['retro', 'approved after service'],
  },
  offCampus: { no: ['n', 'on campus'], excepted: ['po'], 'non-excepted': ['pn'] },
  custody: { no: ['n'] },
  hospital340b: { jg: ['jg'], tb: ['tb'] },
  notice: { none: ['no'] },
  reprogrammed: { changed: ['y'], none: ['n'], 'volume-only': ['volume only'] },
  skillNeeded: { yes: ['y'], no: ['n'] },
};

type Spellings = ReadonlyMap<string, readonly string[]>;

/** Spellings of each choice with the values that they can mean. */
function spellingsOf(field: WorksheetField): Spellings {
  const found = new Map<string, string[]>();
  for (const { value, label } of choicesFor(field))
    for (const words of new Set([value, label, ...(otherWords[field]?.[value] ?? [])].map(wordKey)))
      found.set(words, [...(found.get(words) ?? []), value]);
  return found;
}
const known = new Map<WorksheetField, Spellings>();
function spellings(field: WorksheetField): Spellings {
  const told = known.get(field) ?? spellingsOf(field);
  known.set(field, told);
  return told;
}

const labelsOf = (field: WorksheetField, values: readonly string[]): string =>
  inWords(
    choicesFor(field).flatMap(({ value, label }) => (values.includes(value) ? [`“${label}”`] : [])),
    'or',
  );

export const shown = (text: string): string => `“${text.length > 40 ? `${text.slice(0, 40)}…` : text}”`;

/** A choice of the form by its value, its words, or what others call it; what can mean two of them is a problem. */
export function readChoice(typed: string, field: WorksheetField): Reading<string> {
  const values = spellings(field).get(wordKey(typed)) ?? [];
  const [only, other] = values;
  if (only !== undefined && other === undefined) return { value: only };
  if (only !== undefined) return problem(`${shown(typed)} can be ${labelsOf(field, values)}: write which`);
  const all = choicesFor(field);
  return problem(
    `${shown(typed)} is none of the choices: write ${labelsOf(
      field,
      all.map(({ value }) => value),
    )}`,
  );
}

const flags: ReadonlyMap<string, boolean> = new Map([
  ...['y', 'yes', 'true', '1', 'x'].map((each) => [each, true] as const),
  ...['n', 'no', 'false', '0'].map((each) => [each, false] as const),
]);

export function readFlag(typed: string): Reading<boolean> {
  const value = flags.get(wordKey(typed));
  return value === undefined ? problem(`${shown(typed)} is neither yes nor no`) : { value };
}

/** Hospital places, where the hospital bills or a physician does: the digits do not say which. */
const ofTwoBills: readonly string[] = ['19', '21', '22'];

/** The setting by its words, or by two digits; “other 22” are the digits of a physician’s claim at a hospital. */
export function readSetting(typed: string): Reading<{ readonly setting: string; readonly placeOfService: string }> {
  const [, other, digits] = /^\s*(?:pos\s*)?(other:?\s*)?(\d{2})\s*$/i.exec(typed) ?? [];
  if (digits === undefined) {
    const reading = readChoice(typed, 'setting');
    return 'problem' in reading ? reading : { value: { setting: reading.value, placeOfService: '' } };
  }
  const setting = other === undefined ? settingOfPlace(digits) : undefined;
  if (other === undefined && ofTwoBills.includes(digits))
    return problem(
      `${shown(typed)} can be the claim of the hospital or of a physician there: write “Hospital outpatient”, ` +
        `“Inpatient” or “other ${digits}”`,
    );
  return { value: setting ? { setting, placeOfService: '' } : { setting: 'other', placeOfService: digits } };
}

export type PayerTold = { readonly payer: string; readonly profile: string };

/**
 * Reads payers by the name of a profile, which tells its type, or by their type; else by what the clinic said of that
 * very text. What it said of a profile that is there no more counts no more.
 */
export function payerReader(
  own: readonly PayerProfile[],
  told: readonly PayerOfText[] = [],
): (typed: string) => Reading<PayerTold> {
  const profiles = [...own, ...namedProfiles];
  const byName = new Map<string, PayerProfile[]>();
  for (const profile of profiles)
    for (const words of new Set([profile.name, profile.id].map(wordKey)))
      byName.set(words, [...(byName.get(words) ?? []), profile]);
  const isThere = ({ payer, profile }: PayerOfText) =>
    profile === '' || profiles.some((each) => each.id === profile && each.payer === payer);
  const said = new Map(told.filter(isThere).map(({ text, payer, profile }) => [payerKey(text), { payer, profile }]));
  const byItself = (typed: string): Reading<PayerTold> => {
    const named = byName.get(wordKey(typed)) ?? [];
    const [only, other] = named;
    if (only && other) return problem(`${shown(typed)} is the name of several payer profiles: rename one`);
    if (only) return { value: { payer: only.payer, profile: only.id } };
    const type = readChoice(typed, 'payer');
    if ('value' in type) return { value: { payer: type.value, profile: '' } };
    return type.problem.includes(' can be ')
      ? problem(`${type.problem}, or choose it under “Payers of the file”`)
      : problem(
          `${shown(typed)} is no payer type and no payer profile: choose what it is under “Payers of the file”, ` +
            'or write the type',
        );
  };
  return (typed) => {
    const reading = byItself(typed);
    const chosen = 'problem' in reading ? said.get(payerKey(typed)) : undefined;
    return chosen ? { value: chosen } : reading;
  };
}

/** A text as payers are told apart by: capitals and spaces do not count, signs do. */
export const payerKey = (text: string): string => asciiLower(text.normalize('NFKC')).replace(/\s+/g, ' ').trim();

/** Words by which a name is of who pays behind that payer, or of no such payer. */
const behindOrNone = ['supplement', 'supplemental', 'supp', 'medigap', 'secondary', 'no', 'not', 'non', 'former'];

/**
 * The one payer type that a longer name holds: “UHC Medicare Advantage”. Undefined where it holds none, or words that
 * may be two.
 */
export function payerTypeWithin(text: string): Payer | undefined {
  const words = asciiLower(text.normalize('NFKC'))
    .split(/[^\p{L}\p{N}]+/u)
    .filter((word) => word !== '');
  if (words.some((word) => behindOrNone.includes(word))) return undefined;
  const held = new Set<string>();
  for (let at = 0; at < words.length;) {
    const long = [4, 3, 2, 1].find((length) => typesCalled(words.slice(at, at + length)).length > 0) ?? 0;
    for (const type of typesCalled(words.slice(at, at + long))) held.add(type);
    at += Math.max(1, long);
  }
  const [only, other] = held;
  return other === undefined ? (only as Payer | undefined) : undefined;
}

/** Types that these words name. A single word that is no type’s own name may be part of any other name. */
function typesCalled(words: readonly string[]): readonly string[] {
  const called = spellings('payer').get(words.join('')) ?? [];
  const isOwnName = choicesFor('payer').some(({ label }) => wordKey(label) === words.join(''));
  return words.length > 1 || called.length > 1 || isOwnName ? called : [];
}
