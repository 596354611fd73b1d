import { formatMoney } from '../engine/quantity';
import type { FinishedAudit } from './audit';
import { ways, wayTitles } from './audit-chart';
import { groupingTitles, type AuditGrouping, type AuditSum } from './audit-sums';
import '../results/sums-table.css';

type AuditSumsProps = {
  sums: readonly AuditSum[];
  by: AuditGrouping;
  total: Pick<FinishedAudit, 'total' | 'unpriced'> & { readonly findings: number };
};

/** What was found of each group. On a narrow screen each row is a card that names its columns. */
export function AuditSums({ sums, by, total: { total, unpriced, findings } }: AuditSumsProps) {
  const someUnpriced = unpriced > 0;
  return (
    <div className="sums">
      <table className="sums-table">
        <caption>By {groupingTitles[by].toLowerCase()}</caption>
        <thead>
          <tr>
            <th scope="col">{groupingTitles[by]}</th>
            <th scope="col">Findings</th>
            {ways.map((way) => (
              <th key={way} scope="col">
                {wayTitles[way]}
              </th>
            ))}
            {someUnpriced ? <th scope="col">Not known</th> : null}
          </tr>
        </thead>
        <tbody>
          {sums.map((sum) => (
            <SumRow key={sum.key} sum={sum} someUnpriced={someUnpriced} />
          ))}
        </tbody>
        <tfoot>
          <SumRow sum={{ key: '', name: 'In all', findings, risk: total, unpriced }} someUnpriced={someUnpriced} />
        </tfoot>
      </table>
    </div>
  );
}

function SumRow({ sum, someUnpriced }: { sum: AuditSum; someUnpriced: boolean }) {
  const isUnknown = sum.findings > 0 && sum.unpriced === sum.findings;
  return (
    <tr>
      <th scope="row">{sum.name}</th>
      <td data-label="Findings">{sum.findings.toLocaleString('en-US')}</td>
      {ways.map((way) => (
        <td key={way} data-label={wayTitles[way]}>
          <span className="sum">{isUnknown ? 'not known' : formatMoney(sum.risk[way])}</span>
        </td>
      ))}
      {someUnpriced ? <td data-label="Not known">{sum.unpriced}</td> : null}
    </tr>
  );
}
