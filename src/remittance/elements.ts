import { isoDate, type IsoDate } from '../engine/dated';
import { signedMoneyFromDigits, unitsOf, type BillingUnits, type Money } from '../engine/quantity';
import type { Procedure } from './remittance';
import type { ReadSegment } from './segments';

/** An element of a segment by its place; blank where it is not there. */
export const elementAt = ({ elements }: ReadSegment, place: number): string => elements[place]?.trim() ?? '';

/** "CLP03". */
const nameOf = ({ name }: ReadSegment, place: number): string => `${name}${String(place).padStart(2, '0')}`;
/** "Segment 12, CLP03". */
export const placeWords = (segment: ReadSegment, place: number): string =>
  `Segment ${segment.at}, ${nameOf(segment, place)}`;

/** What is read of an element: null where it is blank, or the sentence that says why it cannot be read. */
export type ElementReading<T> = { readonly value: T | null } | { readonly unread: string };

/** Dollars with a minus before them or none; never rounded, and never zero for blank. */
export function amountAt(segment: ReadSegment, place: number): ElementReading<Money> {
  const text = elementAt(segment, place);
  if (text === '') return { value: null };
  const value = signedMoneyFromDigits(text);
  if (value) return { value };
  const why = text.includes(',') ? 'An 835 has no commas in amounts.' : 'It is no amount in dollars.';
  return { unread: `${placeWords(segment, place)}, is “${inShort(text)}”. ${why}` };
}

/** The same, of an amount that every file must have. */
export function neededAmountAt(segment: ReadSegment, place: number, what: string): ElementReading<Money> {
  const reading = amountAt(segment, place);
  if ('unread' in reading || reading.value) return reading;
  return { unread: `${placeWords(segment, place)}, is missing: ${what}. Missing is not zero.` };
}

/** As much of a text as a sentence takes. */
export const inShort = (text: string): string => (text.length > 30 ? `${text.slice(0, 30)}…` : text);

/** Whole units; null where none are told, or where they are no whole number. */
export function unitsAt(segment: ReadSegment, place: number): BillingUnits | null {
  const text = elementAt(segment, place);
  return /^\d{1,9}(?:\.0*)?$/.test(text) ? unitsOf(Number(text.replace(/\..*/, ''))) : null;
}

const days = new Map<string, IsoDate>();
/** A file names few days and each many times: it is worked out once. */
function dayOf(text: string): IsoDate | undefined {
  if (!/^\d{8}$/.test(text)) return undefined;
  const known = days.get(text);
  if (known) return known;
  const found = isoDate(Number(text.slice(0, 4)), Number(text.slice(4, 6)), Number(text.slice(6)));
  if (found) days.set(text, found);
  return found;
}

/** Eight digits of a day that the calendar has. */
export function dateAt(segment: ReadSegment, place: number): ElementReading<IsoDate> {
  const text = elementAt(segment, place);
  if (text === '') return { value: null };
  const value = dayOf(text);
  return value ? { value } : { unread: `${placeWords(segment, place)}, is “${inShort(text)}”, which is no day.` };
}

/** `HC:J0475:JZ`. */
export function procedureIn(text: string, component: string): Procedure {
  const [qualifier = '', code = '', ...rest] = text.split(component).map((each) => each.trim());
  // A code that stands alone has no kind before it.
  if (code === '') return { qualifier: '', code: qualifier, modifiers: [] };
  return { qualifier, code, modifiers: rest.slice(0, 4).filter((each) => each !== '') };
}
