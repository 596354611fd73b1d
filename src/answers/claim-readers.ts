import type { IsoDate } from '../engine/dated';
import { inSentence, problem, trimmed, type Reading } from '../engine/typed';
import { settingOfPlace } from '../rules/places-of-service';
import { settingLabels } from './choice-labels';
import { microgramSpellings } from './read-amounts';
import { claimYears, readDate, readText } from './read-answers';

/** A day of the worksheet. */
export const readDay = (typed: string, label: string, today?: IsoDate): Reading<IsoDate> =>
  readDate(typed, label, { ...claimYears, today });

/** What else is in a compound, with masses in mg or mcg, as the text of a claim has them (row 1.9 narrative). */
export function readOtherDrugs(typed: string, label: string): Reading<string> {
  const reading = readText(typed, label, 60);
  if ('problem' in reading) return reading;
  if (namesNoDrug.test(reading.value))
    return problem(`Leave ${inSentence(label)} blank if there are none besides baclofen`);
  return isOtherMicrogram.test(reading.value) ? problem(`Write mcg for micrograms in ${inSentence(label)}`) : reading;
}
const namesNoDrug = /^(?:none|no|nil|n\/?a|baclofen|[\p{Pd}−.0]*)[.\s]*$/iu;
const microgramWords = microgramSpellings.map((word) => [...word].join(String.raw`\s?`)).join('|');
const isOtherMicrogram = new RegExp(String.raw`(?<!\p{L})(?:${microgramWords})s?(?!\p{L})|\d\s*γ(?!\p{L})`, 'iu');

/**
 * Two digits; those that a setting of the list stands for are told by choosing it, because more than the digits hangs
 * on it.
 */
export function readPlaceOfService(typed: string, label: string): Reading<string> {
  const digits = trimmed(typed);
  if (!/^\d{2}$/.test(digits)) return { problem: `${label} must be two digits, such as 65` };
  if (digits === '00') return { problem: `${label} 00 is no place of service code` };
  const setting = settingOfPlace(digits);
  return setting
    ? { problem: `${label} ${digits} has its own setting: choose “${settingLabels[setting]}”` }
    : { value: digits };
}
