import { checksOf, type Allowed } from './audit-checks';
import type { Column } from './columns';
import '../results/sums-table.css';
import './audit.css';

const allowedWords = {
  whole: 'in whole',
  part: 'in part',
  none: 'not at all',
} as const satisfies Record<Allowed, string>;

/** Before an audit runs: what the columns of the file let it check. */
export function AuditChecks({ used }: { used: readonly Column[] }) {
  return (
    <div className="sums">
      <table className="sums-table audit-checks">
        <caption>What these columns let an audit check</caption>
        <thead>
          <tr>
            <th scope="col">Check</th>
            <th scope="col">How far</th>
            <th scope="col">What is missing or not covered</th>
          </tr>
        </thead>
        <tbody>
          {checksOf(used).map(({ title, allowed, says }) => (
            <tr key={title}>
              <th scope="row">{title}</th>
              <td data-label="How far">{allowedWords[allowed]}</td>
              <td data-label="Missing">{says || 'nothing'}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}
