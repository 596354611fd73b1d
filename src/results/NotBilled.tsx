import type { PreparedClaim } from '../engine/prepared-claim';
import { lineInShort } from './lines-as-text';

/** What was entered and stands on no line, and why: never left off in silence. */
export function NotBilled({
  claim: { services, held, other },
}: {
  claim: Pick<PreparedClaim, 'services' | 'held' | 'other'>;
}) {
  const holds = [held, other?.held].flatMap((each) => each ?? []);
  if (services.leftOut.length === 0 && holds.length === 0) return null;
  return (
    <ul className="not-billed" aria-label="Not on this claim">
      {services.leftOut.map(({ code, because }) => (
        <li key={code}>
          <strong>{code} is left off.</strong> {because}
        </li>
      ))}
      {holds.map(({ lines, because, fix }, place) => (
        <li key={place}>
          <strong>The drug is held: {lines.map(lineInShort).join(', ')}.</strong> {because} <strong>Do:</strong> {fix}
        </li>
      ))}
    </ul>
  );
}
