import type { FieldName } from '../answers/field-names';
import { chosenProfile, fillsPump } from '../answers/what-is-asked';
import { readBedsideVolume, readDailyDose, readDrugStrength, readMoney, readUnits } from '../answers/read-answers';
import { readDay } from '../answers/claim-readers';
import type { WorksheetText } from '../answers/worksheet-text';
import type { Fee } from '../engine/clinic-file';
import { formatDate, formatDays, type IsoDate } from '../engine/dated';
import type { PayerProfile } from '../engine/payer-profile';
import { digitsOfMg, digitsOfMl, formatUnits, unitsLeft, type Mass } from '../engine/quantity';
import { counted, inWords, type Reading } from '../engine/typed';
import type { KeptClaim } from './clinic-records';
import { dayOf, fillsOf, historyOf, patientOf, type Counted, type Fill, type History } from './patient-fills';
import type { ReadKept } from './clinic-records';
import { feeOfDrug, rememberedCharge, rememberedProfile } from './remembered';

/** The answers that the records tell, each with how its text is read. */
const readers = {
  profile: (typed: string) => ({ value: typed }),
  chargePerUnit: readMoney,
  lastFillOn: readDay,
  unitsInPeriod: readUnits,
  unitsUsed: readUnits,
  'drugBeside.unitsUsed': readUnits,
  'refill.lastFilled': readBedsideVolume,
  'refill.lastFilledOn': readDay,
  'refill.concentrationBefore': readDrugStrength,
  'refill.dailyDoseBefore': readDailyDose,
} satisfies Partial<Record<FieldName, (typed: string, label: string) => Reading<unknown>>>;
type RecordedAnswer = keyof typeof readers;
export const recordedAnswers = Object.keys(readers) as readonly RecordedAnswer[];

/** Leaving one of these settles whose records they are, and of which day, code, payer and authorization. */
export const settlingAnswers: readonly FieldName[] = [
  'entry',
  'doseGiven',
  'strength',
  'refill.instilled',
  'patientReference',
  'account',
  'dateOfService',
  'purpose',
  'route',
  'drugSource',
  'confirmedCode',
  'payer',
  'profile',
  'priorAuthorization',
  'priorAuthorizationNumber',
  'firstDay',
  'lastDay',
  'drugBeside.use',
  'drugBeside.doseGiven',
  'drugBeside.drugSource',
];

/**
 * An answer as the records have it: its text, the records that it is of, and what else is to be said of it. The text is
 * null where those records do not tell it; `by` is who tells it where no record does.
 */
type Recorded = {
  readonly text: string | null;
  readonly fills: readonly { readonly on: IsoDate }[];
  readonly more?: string;
  readonly by?: string;
};
type FromRecords = Partial<Record<RecordedAnswer, Recorded>>;

/** What the kept claims tell of the one in the form. */
export type Recollection = {
  readonly history: History | null;
  readonly answers: FromRecords;
  /** Who else stands under this patient reference. */
  readonly others: string | null;
};

const nothing: Recollection = { history: null, answers: {}, others: null };

/**
 * What the clinic's fees and the kept claims tell of a claim: those of its payer profile and charge, the fees before
 * them; those of its patient the rest, once its reference and a day that can be read are told.
 */
export function recollectionOf(
  typed: WorksheetText,
  claims: readonly KeptClaim[],
  profiles: readonly PayerProfile[],
  read: ReadKept,
  fees: readonly Fee[] = [],
): Recollection {
  if (claims.length === 0) return { ...nothing, answers: chargeOf(typed, claims, fees) };
  const { patient, others } =
    typed.patientReference.trim() === '' ? { patient: null, others: null } : patientOf(typed, claims);
  const ofProfile = remembered('profile', typed, rememberedProfile(typed, claims, patient, profiles));
  const worksheet = { ...typed, profile: textToStand(typed, 'profile', ofProfile) };
  const ofPayer = { ...ofProfile, ...chargeOf(worksheet, claims, fees) };
  const on = dayOf(worksheet);
  if (!patient || !on) return { history: null, answers: ofPayer, others };
  const profile = chosenProfile(worksheet, profiles);
  const history = historyOf(worksheet, on, fillsOf(patient.claims, read), profile?.periodDays ?? null);
  return { history, answers: { ...ofPayer, ...answersFrom(history, worksheet, profile) }, others };
}

/** What a new claim begins with. One that was kept stays as it is, but for what was filled in. */
function remembered(
  name: 'profile' | 'chargePerUnit',
  worksheet: WorksheetText,
  found: { readonly text: string; readonly on: IsoDate } | null,
): FromRecords {
  return found && isFilledIn(name, worksheet) ? { [name]: { text: found.text, fills: [found] } } : {};
}

/** The charge for a unit of the drug: the clinic's own fee, else that of the last kept claim. */
function chargeOf(worksheet: WorksheetText, claims: readonly KeptClaim[], fees: readonly Fee[]): FromRecords {
  const fee = feeOfDrug(worksheet, fees);
  if (fee === null) return remembered('chargePerUnit', worksheet, rememberedCharge(worksheet, claims));
  return isFilledIn('chargePerUnit', worksheet)
    ? { chargePerUnit: { text: fee, fills: [], by: 'the clinic’s fees' } }
    : {};
}

const isFilledIn = (name: 'profile' | 'chargePerUnit', { recordId, filledIn }: WorksheetText): boolean =>
  recordId === '' || filledIn[name] !== '';

/** Only what is asked on the form: nothing that no control shows is filled in. */
function answersFrom(history: History, worksheet: WorksheetText, profile: PayerProfile | null): FromRecords {
  const { lastFill, inPeriod, authorized, authorizedBeside } = history;
  const fill = fillsPump(worksheet);
  const asksLast = fill && lastFill && profile?.minimumDaysBetweenFills;
  const asksPeriod = fill && profile?.unitsPerPeriod && inPeriod;
  return {
    ...(asksLast ? { lastFillOn: { text: formatDate(lastFill.on), fills: [lastFill], more: passed(history) } } : {}),
    ...(asksPeriod ? unitsFrom('unitsInPeriod', asksPeriod, '') : {}),
    ...(authorized ? unitsFrom('unitsUsed', authorized, leftOf(authorized)) : {}),
    ...(authorizedBeside ? unitsFrom('drugBeside.unitsUsed', authorizedBeside, leftOf(authorizedBeside)) : {}),
    ...(fill && lastFill && worksheet.entry === 'refill' ? pumpBefore(lastFill, history) : {}),
  };
}

/** Nothing where there is no other claim; where the units of some are not known, those: that is not the same as 0. */
function unitsFrom(name: RecordedAnswer, { fills, units }: Counted, more: string): FromRecords {
  if (fills.length === 0) return {};
  if (units) return { [name]: { text: String(units.units), fills, more } };
  return { [name]: { text: null, fills: fills.filter((fill: Fill) => fill.units === null) } };
}

/** "4 of 12 units are left before this claim, for 30 days more, with 1 later claim counted." */
function leftOf({ approved, units, daysLeft, later }: NonNullable<History['authorized']>): string {
  const laterOnes = later > 0 ? `${counted(later, 'later claim')} counted` : '';
  if (!approved || !units) return laterOnes;
  const left = unitsLeft(approved, units).units;
  const are = left === 1 || approved.units === 1 ? 'is' : 'are';
  const days = daysLeft === null || daysLeft < 0 ? '' : `, for ${formatDays(daysLeft)} more`;
  const over = unitsLeft(units, approved);
  const stands =
    over.units > 0
      ? `${formatUnits(over)} beyond the ${approved.units} approved`
      : `${left} of ${formatUnits(approved)} ${are} left before this claim${days}`;
  return laterOnes === '' ? stands : `${stands}, with ${laterOnes}`;
}

const passed = ({ days }: History): string => (days === null ? '' : `${formatDays(days)} before this service.`);

function pumpBefore(lastFill: Fill, history: History): FromRecords {
  const { instilled, concentration, dailyDose } = lastFill;
  const of = (text: string): Recorded => ({ text, fills: [lastFill] });
  return {
    // One without the other is a problem of the form.
    ...(instilled
      ? {
          'refill.lastFilled': of(digitsOfMl(instilled)),
          'refill.lastFilledOn': { ...of(formatDate(lastFill.on)), more: passed(history) },
        }
      : {}),
    ...(concentration ? { 'refill.concentrationBefore': of(String(concentration.mcgPerMl)) } : {}),
    ...(dailyDose ? { 'refill.dailyDoseBefore': of(digitsOfMcg(dailyDose)) } : {}),
  };
}

const digitsOfMcg = (mass: Mass): string => digitsOfMg({ ng: mass.ng * 1_000 });

function typedIn(worksheet: WorksheetText, name: RecordedAnswer): string {
  if (name === 'drugBeside.unitsUsed') return worksheet.drugBeside.unitsUsed;
  return name.startsWith('refill.')
    ? (worksheet.refill[name.slice('refill.'.length) as 'lastFilled'] ?? '')
    : worksheet[name as 'unitsUsed'];
}

/** Answers to change, and beside each what the record holds of its having been filled in. */
type ToFill = Partial<Record<RecordedAnswer | `filledIn.${keyof FilledIn}`, string>>;
type FilledIn = WorksheetText['filledIn'];

const nameInFilledIn = (name: RecordedAnswer): keyof FilledIn =>
  name === 'drugBeside.unitsUsed' ? 'unitsUsedBeside' : (name.replace('refill.', '') as keyof FilledIn);

/**
 * What stands in an answer once it is filled in: what the kept claims tell where it is blank, or was filled in from
 * other records before. What somebody typed is left alone, and so is what somebody took out that was filled in.
 */
function textToStand(worksheet: WorksheetText, name: RecordedAnswer, answers: FromRecords): string {
  const stands = typedIn(worksheet, name);
  const before = worksheet.filledIn[nameInFilledIn(name)];
  const text = answers[name]?.text ?? '';
  if (stands.trim() === '') return text === before ? stands : text;
  return stands === before ? text : stands;
}

/**
 * The answers to change so that the record holds what the kept claims tell. Not the one that is `entered` at that
 * moment: what is typed there would run on behind what was filled in.
 */
export function answersToFill(worksheet: WorksheetText, answers: FromRecords, entered = ''): ToFill {
  return Object.fromEntries(
    recordedAnswers.flatMap((name) => {
      const text = textToStand(worksheet, name, answers);
      return name === entered || text === typedIn(worksheet, name)
        ? []
        : ([
            [name, text],
            [`filledIn.${nameInFilledIn(name)}`, text],
          ] as const);
    }),
  );
}

const isSameAs = (name: RecordedAnswer, typed: string, text: string): boolean => {
  const [one, other] = [readers[name](typed, ''), readers[name](text, '')];
  return 'value' in one && 'value' in other && JSON.stringify(one.value) === JSON.stringify(other.value);
};

/** What is remembered is of the payer, not of the patient. */
const lastOf: Partial<Record<RecordedAnswer, string>> = {
  profile: 'the last kept claim of this payer',
  chargePerUnit: 'the last kept claim of this code and payer',
};

/** "the records of 05/01/2026 and 08/03/2026", "5 records from 05/01/2026 to 08/03/2026". */
function sourceOf(name: RecordedAnswer, { fills, by }: Recorded): string {
  if (by !== undefined) return by;
  const days = fills.map(({ on }) => formatDate(on));
  if (lastOf[name]) return `${lastOf[name]} (${days[0]})`;
  if (days.length > 3) return `${days.length} records from ${days[0]} to ${days.at(-1)}`;
  return `the ${days.length === 1 ? 'record' : 'records'} of ${inWords(days)}`;
}

/** What the records say below the answers, where they agree with what stands there and where they do not. */
export function saidOfRecords(worksheet: WorksheetText, { answers, history }: Recollection) {
  const said = recordedAnswers.flatMap((name): (readonly [FieldName, string])[] => {
    const recorded = answers[name];
    const typed = typedIn(worksheet, name);
    if (!recorded) return [];
    const source = sourceOf(name, recorded);
    if (recorded.text === null)
      return [[name, `The units of ${source} are not known, so nothing is filled in. Count them by hand`]];
    if (typed.trim() === '') return [];
    if (isSameAs(name, typed, recorded.text)) return [[name, joined(`From ${source}`, recorded.more)]];
    // Another profile than the last one is the user’s own choice.
    if (name === 'profile') return [];
    const say = recorded.fills.length === 1 ? 'says' : 'say';
    return [[name, `${capitalized(source)} ${say} ${recorded.text}. Check which is right`]];
  });
  const ofDay = history && saidOfDay(history);
  return Object.fromEntries(ofDay ? [...said, ['dateOfService', ofDay] as const] : said) as Partial<
    Record<FieldName, string>
  >;
}

const capitalized = (text: string): string => `${text.charAt(0).toUpperCase()}${text.slice(1)}`;
const joined = (one: string, more: string | undefined): string => (more ? `${one}: ${more.replace(/\.$/, '')}` : one);

/** A day on which another fill is kept, or before one that is. */
function saidOfDay({ sameDay, later }: History): string | null {
  const [same] = sameDay;
  if (same) return 'Another fill of this day is kept for this patient. Check that it is not billed twice';
  const last = later.at(-1);
  return last ? `A later fill is kept, of ${formatDate(last.on)}. Check the date` : null;
}
