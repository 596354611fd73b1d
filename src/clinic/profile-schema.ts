import * as z from 'zod/mini';
import type { PayerProfile } from '../engine/payer-profile';
import { mustBeObject } from './json-values';
import { declared, factOf, profileAnswers, profileKeys, type ProfileKey } from './profile-answers';

/** The label without its unit, as it begins a sentence. */
export const labelInWords = (label: string): string => label.replace(/, in .*/, '');
/** The label as it stands within a sentence: abbreviations and codes keep their capitals. */
export const labelInSentence = (label: string): string =>
  labelInWords(label).replace(/^[A-Z](?=[a-z])/, (first) => first.toLowerCase());

/** Two names that a reader would take for the same have the same key. */
export const nameKey = (name: string): string => name.normalize('NFKC').toLowerCase();
export const nameTaken = 'is also the name of another profile';

type Shape = { [Key in ProfileKey]: (typeof declared)[Key]['schema'] };
const shape = Object.fromEntries(profileKeys.map((key) => [key, declared[key].schema])) as unknown as Shape;

const told = z.strictObject(shape, mustBeObject).check(
  ...profileKeys.flatMap((key) => {
    const other = profileAnswers[key].needs;
    return other ? [needsAlso(key, other)] : [];
  }),
);

/** Refuses an answer that says nothing without another one. */
function needsAlso(key: ProfileKey, other: ProfileKey) {
  return z.refine<Readonly<Record<ProfileKey, unknown>>>(
    (profile) => profile[key] === null || profile[other] !== null,
    {
      path: [key],
      error: `needs “${profileAnswers[other].label}” to be filled in too`,
    },
  );
}

/** A profile as JSON, from a file or from the form, into the facts that it tells. */
export const profileSchema = z.pipe(
  told,
  z.transform(({ largestTrialDoseMcg, ...facts }): PayerProfile => ({
    ...facts,
    id: `own-${facts.name}`,
    largestTrialDose: largestTrialDoseMcg,
    notes: [],
    rows: [],
  })),
);

/** What `profileSchema` reads, with null for what is not known. */
export const profileJson = (profile: PayerProfile): Record<ProfileKey, unknown> =>
  Object.fromEntries(
    profileKeys.map((key) => {
      const fact = factOf(profile, key);
      return [key, fact === null ? null : profileAnswers[key].json(fact)];
    }),
  ) as Record<ProfileKey, unknown>;
