import { sumSays, summed, type SummedName, type Sums, type TherapyRow } from './therapy';
import '../results/sums-table.css';

type SumsTableProps = {
  caption: string;
  /** What the first column holds. */
  first: string;
  rows: readonly TherapyRow[];
  columns: readonly SummedName[];
  /** What is counted in each row; null where a row is one fill. */
  counted: string | null;
  /** Of all rows together; null where a fill may be in none of them. */
  total: Sums | null;
};

/** Sums by row. On a narrow screen each row is a card that names its columns. */
export function SumsTable({ caption, first, rows, columns, counted, total }: SumsTableProps) {
  const labels = columns.map((name) => ({ name, label: summed.find((each) => each.name === name)?.label ?? name }));
  return (
    <div className="sums">
      <table className="sums-table">
        <caption>{caption}</caption>
        <thead>
          <tr>
            <Head>{first}</Head>
            {counted === null ? null : <Head>{counted}</Head>}
            {labels.map(({ name, label }) => (
              <Head key={name}>{label}</Head>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map(({ key, name, sums }) => (
            <SumsRow key={key} name={name} sums={sums} counted={counted} labels={labels} />
          ))}
        </tbody>
        {total ? (
          <tfoot>
            <SumsRow
              name={`In all, ${total.fills} ${total.fills === 1 ? 'fill' : 'fills'}`}
              sums={total}
              counted={counted}
              labels={labels}
            />
          </tfoot>
        ) : null}
      </table>
    </div>
  );
}

const Head = ({ children }: { children: string }) => <th scope="col">{children}</th>;

type SumsRowProps = Pick<SumsTableProps, 'counted'> & {
  name: string;
  sums: Sums;
  labels: readonly { readonly name: SummedName; readonly label: string }[];
};

const SumsRow = ({ name, sums, counted, labels }: SumsRowProps) => (
  <tr>
    <th scope="row">{name}</th>
    {counted === null ? null : <td data-label={counted}>{sums.fills}</td>}
    {labels.map(({ name: column, label }) => (
      <td key={column} data-label={label}>
        <Sum says={sumSays(sums, column)} />
      </td>
    ))}
  </tr>
);

/** "72 mg" in one line; of how many it is may stand in the next. */
function Sum({ says }: { says: string }) {
  const [amount, ...more] = says.split(/(?= \()/);
  return (
    <>
      <span className="sum">{amount}</span>
      {more}
    </>
  );
}
