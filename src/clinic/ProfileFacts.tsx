import type { PayerProfile } from '../engine/payer-profile';
import { knownWords, worthAsking } from './profile-words';
import { labelInSentence } from './profile-schema';

/** What a profile tells, what it leaves to ask, and what else was read. */
export function ProfileFacts({ profile }: { profile: PayerProfile }) {
  const ask = worthAsking(profile).map(labelInSentence);
  return (
    <>
      <div className="filled-in">
        <dl>
          {knownWords(profile).map(({ label, value }) => (
            <div key={label}>
              <dt>{label}</dt>
              <dd>{value}</dd>
            </div>
          ))}
        </dl>
      </div>
      {ask.length > 0 ? (
        <p>
          <strong>Ask the payer:</strong> {ask.join('; ')}.
        </p>
      ) : null}
      {profile.notes.length > 0 ? (
        <ul>
          {profile.notes.map((note) => (
            <li key={note}>{note}</li>
          ))}
        </ul>
      ) : null}
      {profile.rows.length > 0 ? <p className="rows">[{profile.rows.join('] [')}]</p> : null}
    </>
  );
}
