import type { KeptClaim } from './clinic-records';
import type { AnsweredRow } from './answered-rows';
import type { DayActions } from './Day';
import { inFewWords, type DayRow } from './day-rows';
import { makeWords, nextClaimsOf, type NextClaim } from './next-claims';

type NextClaimsProps = { row: AnsweredRow; claims: readonly KeptClaim[]; onBegin: DayActions['onBegin'] };

/** What the next steps of an answer allow, one button each: a record of its own, filled in and opened in the form. */
export function NextClaims({ row, claims, onBegin }: NextClaimsProps) {
  const { own } = row;
  const next = nextClaimsOf(row, claims);
  if (!own || next.claims.length + next.refused.length === 0) return null;
  return (
    <div role="group" className="next-claims" aria-label={`Next claim of ${inFewWords(own)}`}>
      {next.claims.map((one) => (
        <OneNext key={one.as} {...{ one, own, onBegin }} isMade={claims.some((each) => isMadeOf(each, one, own))} />
      ))}
      {next.refused.map((says) => (
        <p key={says}>{says}</p>
      ))}
    </div>
  );
}

const isMadeOf = ({ madeFrom }: KeptClaim, { as }: NextClaim, { id }: DayRow): boolean =>
  madeFrom.as === as && madeFrom.claim === id;

type OneNextProps = { one: NextClaim; own: DayRow; isMade: boolean } & Pick<NextClaimsProps, 'onBegin'>;

function OneNext({ one: { as, says, fill }, own, isMade, onBegin }: OneNextProps) {
  const filled = fill(own.record);
  if ('refused' in filled)
    return (
      <>
        <p>The claim to the next payer cannot be filled in from this:</p>
        <ul>
          {filled.refused.map((because) => (
            <li key={because}>{because}</li>
          ))}
        </ul>
      </>
    );
  const begun: Parameters<DayActions['onBegin']>[1] = (from) => {
    const now = fill(from);
    return 'record' in now ? now.record : filled.record;
  };
  return (
    <>
      {[...says, ...(isMade ? ['One is kept among the clinic’s claims already.'] : [])].map((each) => (
        <p key={each}>{each}</p>
      ))}
      <button
        type="button"
        className="ds-c-button ds-c-button--small"
        aria-label={`${makeWords[as]}: ${inFewWords(own)}`}
        onClick={() => onBegin(own.record, begun)}
      >
        {makeWords[as]}
      </button>
    </>
  );
}
