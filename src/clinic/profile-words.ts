import type { PayerProfile } from '../engine/payer-profile';
import { factOf, profileAnswers, profileKeys, verificationKeys, type ProfileKey } from './profile-answers';
import { labelInWords } from './profile-schema';

/** What the payer tells; the name is said above it. */
const toldKeys = profileKeys.filter((key) => key !== 'name' && !verificationKeys.includes(key));

const wordsOf = (keys: readonly ProfileKey[], profile: PayerProfile) =>
  keys.map((key) => {
    const { label } = profileAnswers[key];
    const fact = factOf(profile, key);
    return { label: labelInWords(label), value: fact === null ? null : profileAnswers[key].say(fact) };
  });

/** What a profile does tell. */
export const knownWords = (profile: PayerProfile): { label: string; value: string }[] =>
  wordsOf([...toldKeys, ...verificationKeys], profile).flatMap(({ label, value }) =>
    value === null ? [] : [{ label, value }],
  );

/** What is not known and would decide something: not the start of a rule that is not known itself, for one. */
export const worthAsking = (profile: PayerProfile): string[] =>
  wordsOf(
    toldKeys.filter((key) => profileAnswers[key].decides?.(profile) ?? true),
    profile,
  ).flatMap(({ label, value }) => (value === null ? [label] : []));
