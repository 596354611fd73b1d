import type {
  EstimatedPayment,
  MoneySpan,
  PayerShares,
  PaymentEstimate,
  PricedBy,
  WholeEstimate,
} from '../engine/claim';
import { formatMoney, isSameMoney, type Money } from '../engine/quantity';
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
  if (brief)
    return (
      <>
        {whole ? <WholeInShort whole={whole} /> : <EstimateInShort estimate={estimate} />}
        {estimate.shares ? <SharesInShort shares={estimate.shares} /> : null}
      </>
    );
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
  const { shares } = estimate;
  // Who owes what comes before what is allowed, where it is known.
  const leads = shares !== null && shares.total !== null;
  return (
    <>
      {leads ? <SharesOfTwo shares={shares} /> : null}
      {/* oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex -- what scrolls must be reachable by key */}
      <div className="estimate-frame" role="region" aria-label="Estimate" tabIndex={0}>
        <EstimateTable columns={columns} rows={total.coinsurance === null ? allowedRows : medicareRows} />
      </div>
      {whole ? <Unpriced whole={whole} /> : null}
      <Working how={how} />
      {shares && !leads ? <SharesOfTwo shares={shares} /> : null}
    </>
  );
}

/** "$0.00 to $145.17", "$569.08", "not known". */
export function spanInWords(span: MoneySpan | null): string {
  if (!span) return 'not known';
  const { least, most } = span;
  return isSameMoney(least, most) ? formatMoney(most) : `${formatMoney(least)} to ${formatMoney(most)}`;
}

/** What the patient and two payers owe, line by line. */
function SharesOfTwo({ shares: { names, lines, total, unknown, how } }: { shares: PayerShares }) {
  const columns = [
    ...lines.map((line) => ({ ...line, name: `Line ${line.lineNumber}` })),
    ...(lines.length > 1 && total ? [{ ...total, name: 'In all' }] : []),
  ];
  const rows = [
    ['Patient owes', 'patient'],
    [`${names.first}, first`, 'first'],
    [`${names.second}, second`, 'second'],
  ] as const;
  return (
    <>
      {columns.length === 0 ? null : (
        // oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex -- what scrolls must be reachable by key
        <div className="estimate-frame" role="region" aria-label="Shares of two payers" tabIndex={0}>
          <MoneyTable
            caption="Shares of two payers, no promise of payment"
            names={columns.map(({ name }) => name)}
            rows={rows.map(([label, part]) => ({ label, cells: columns.map((column) => spanInWords(column[part])) }))}
          />
        </div>
      )}
      {unknown.length === 0 ? null : (
        <ul className="unpriced" aria-label="Lines without shares">
          {unknown.map(({ lineNumber, because }) => (
            <li key={lineNumber}>
              <strong>Line {lineNumber}: shares not known.</strong> {because}
            </li>
          ))}
        </ul>
      )}
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

/** "Shares: the patient owes $0.00, Medicare pays $645.28, Medicaid $0.00 to $164.61.": for the paper. */
function SharesInShort({ shares }: { shares: PayerShares }) {
  const { lines, unknown } = shares;
  const words = sharesOfAll(shares);
  if (!words) return null;
  return (
    <p>
      Shares{unknown.length > 0 ? ` of ${lines.length} of ${lines.length + unknown.length} lines` : ''}: {words}.
    </p>
  );
}

/** "the patient owes $0.00, Medicare pays $645.28, Medicaid $0.00 to $164.61"; nothing where no line is known. */
export const sharesOfAll = ({ names, total }: PayerShares): string =>
  total
    ? `the patient owes ${spanInWords(total.patient)}, ${names.first} pays ${spanInWords(total.first)}, ` +
      `${names.second} ${spanInWords(total.second)}`
    : '';

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

const EstimateTable = ({ columns, rows }: EstimateTableProps) => (
  <MoneyTable
    caption="Estimate, no promise of payment"
    names={columns.map(({ name }) => name)}
    rows={rows.map(([label, part]) => ({ label, cells: columns.map((column) => orDash(column[part])) }))}
  />
);

type MoneyTableProps = {
  caption: string;
  names: readonly string[];
  rows: readonly { readonly label: string; readonly cells: readonly string[] }[];
};

function MoneyTable({ caption, names, rows }: MoneyTableProps) {
  return (
    <table className="estimate">
      <caption>{caption}</caption>
      <thead>
        <tr>
          <td />
          {names.map((name) => (
            <th key={name} scope="col">
              {name}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {rows.map(({ label, cells }) => (
          <tr key={label}>
            <th scope="row">{label}</th>
            {cells.map((cell, place) => (
              <td key={names[place]}>{cell}</td>
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
