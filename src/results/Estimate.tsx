import type { EstimatedPayment, PaymentEstimate, PricedBy, WholeEstimate } from '../engine/claim';
import { formatMoney, type Money } from '../engine/quantity';
import { Working } from './Working';
import './estimate.css';

const byWords = {
  'payment-limit': 'at Medicare’s payment rate of the day',
  'plan-fee': 'at the fee in the payer profile',
  'own-charge': 'at most, at the charge entered',
} as const satisfies Record<PricedBy, string>;

const orDash = (money: Money | null): string => (money ? formatMoney(money) : '–');

/** What the payer may allow, line by line, with its working; `brief` is one sentence, for the paper. */
export function Estimate({ estimate, brief = false }: { estimate: PaymentEstimate; brief?: boolean }) {
  const { how, whole } = estimate;
  const { lines, total } = whole ?? estimate;
  if (brief) return whole ? <WholeInShort whole={whole} /> : <EstimateInShort estimate={estimate} />;
  if (!total)
    return (
      <>
        {whole ? <Unpriced whole={whole} /> : null}
        <Working how={how} />
      </>
    );
  const columns = [
    ...lines.map((line) => ({ ...line, name: `Line ${line.lineNumber}` })),
    ...(lines.length > 1 ? [{ ...total, name: 'In all' }] : []),
  ];
  return (
    <>
      {/* oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex -- what scrolls must be reachable by key */}
      <div className="estimate-frame" role="region" aria-label="Estimate" tabIndex={0}>
        <EstimateTable columns={columns} rows={total.coinsurance === null ? allowedRows : medicareRows} />
      </div>
      {whole ? <Unpriced whole={whole} /> : null}
      <Working how={how} />
    </>
  );
}

/** The lines that nothing on file or entered prices: the sum is without them. */
function Unpriced({ whole: { unpriced } }: { whole: WholeEstimate }) {
  if (unpriced.length === 0) return null;
  return (
    <ul className="unpriced" aria-label="Lines without a price">
      {unpriced.map(({ lineNumber, because }) => (
        <li key={lineNumber}>
          <strong>Line {lineNumber} has no price.</strong> {because}
        </li>
      ))}
    </ul>
  );
}

/** All lines in one sentence, and how many of them it leaves out. */
function WholeInShort({ whole: { lines, unpriced, total } }: { whole: WholeEstimate }) {
  if (!total) return null;
  return (
    <p>
      <strong>Estimate, no promise of payment.</strong> Allowed for{' '}
      {unpriced.length > 0 ? `${lines.length} of ${lines.length + unpriced.length} lines` : 'all lines'}:{' '}
      {formatMoney(total.allowed)}
      {sharesInShort(total)}.{' '}
      {unpriced.length > 0 ? `Without a price: line ${unpriced.map(({ lineNumber }) => lineNumber).join(', ')}.` : ''}
    </p>
  );
}

const sharesInShort = ({ coinsurance, medicare }: EstimatedPayment): string =>
  coinsurance && medicare ? `. Medicare pays ${formatMoney(medicare)}, the patient ${formatMoney(coinsurance)}` : '';

function EstimateInShort({ estimate: { by, total } }: { estimate: PaymentEstimate }) {
  if (!total || !by) return null;
  return (
    <p>
      <strong>Estimate, no promise of payment.</strong> Allowed {byWords[by]}: {formatMoney(total.allowed)}
      {sharesInShort(total)}.
    </p>
  );
}

type EstimateTableProps = {
  columns: readonly (EstimatedPayment & { readonly name: string })[];
  rows: typeof allowedRows | typeof medicareRows;
};

function EstimateTable({ columns, rows }: EstimateTableProps) {
  return (
    <table className="estimate">
      <caption>Estimate, no promise of payment</caption>
      <thead>
        <tr>
          <td />
          {columns.map(({ name }) => (
            <th key={name} scope="col">
              {name}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {rows.map(([label, part]) => (
          <tr key={part}>
            <th scope="row">{label}</th>
            {columns.map((column) => (
              <td key={column.name}>{orDash(column[part])}</td>
            ))}
          </tr>
        ))}
      </tbody>
    </table>
  );
}

const allowedRows = [['Allowed', 'allowed']] as const;

const medicareRows = [
  ['Allowed', 'allowed'],
  ['Patient’s coinsurance', 'coinsurance'],
  ['Sequestration', 'sequestration'],
  ['Medicare pays', 'medicare'],
  ['Patient and Medicare', 'paid'],
] as const;
