import type { PreparedClaim } from '../engine/prepared-claim';
import { lineInShort } from './lines-as-text';

/** What was entered and stands on no line, and why: never left off in silence. */
export function NotBilled({ claim: { services, held } }: { claim: Pick<PreparedClaim, 'services' | 'held'> }) {
  if (services.leftOut.length === 0 && !held) return null;
  return (
    <ul className="not-billed" aria-label="Not on this claim">
      {services.leftOut.map(({ code, because }) => (
        <li key={code}>
          <strong>{code} is left off.</strong> {because}
        </li>
      ))}
      {held ? (
        <li>
          <strong>The drug is held: {held.lines.map(lineInShort).join(', ')}.</strong> {held.because}{' '}
          <strong>Do:</strong> {held.fix}
        </li>
      ) : null}
    </ul>
  );
}
