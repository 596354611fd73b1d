import type { QuoteText } from '../answers/quote-answers';
import type { QuoteProblem, QuoteReading } from '../answers/read-quote';
import type { Step } from '../engine/citation';
import { formatSpan } from '../engine/dated';
import type { TableUsed } from '../engine/claim';
import { formatMoney, type Money } from '../engine/quantity';
import type { VisitPrice } from '../engine/visit-price';
import { SourcesOf } from '../results/Sources';
import { Unfolding } from '../results/Unfolding';
import { Working } from '../results/Working';
import { quoteFieldId } from './QuoteForm';

type QuotePriceProps = { typed: QuoteText; reading: QuoteReading; price: VisitPrice | null };

/** The price with all that must be said with it; before there is one, what it still needs. */
export function QuotePrice({ typed, reading, price }: QuotePriceProps) {
  return (
    <section aria-labelledby="quote-price-title">
      <h3 id="quote-price-title">What it comes to</h3>
      {price ? <Priced payer={typed.payer} price={price} /> : <StillNeeded problems={reading.problems} />}
    </section>
  );
}

function StillNeeded({ problems }: { problems: readonly QuoteProblem[] }) {
  const goTo = (id: string) => {
    const field = document.getElementById(id);
    field?.closest('details')?.setAttribute('open', '');
    field?.focus();
  };
  return (
    <ul>
      {problems.map(({ field, message }) => (
        <li key={`${field} ${message}`}>
          <button type="button" className="link" onClick={() => goTo(quoteFieldId(field))}>
            {message}
          </button>
        </li>
      ))}
    </ul>
  );
}

function Priced({ payer, price }: { payer: QuoteText['payer']; price: VisitPrice }) {
  const steps = [...price.warnings, ...price.forBiller, ...price.inShort, ...price.notIncluded, ...price.how];
  return (
    <>
      {price.warnings.map(({ says }) => (
        <p key={says} className="warning">
          {says}
        </p>
      ))}
      <PriceTable payer={payer} price={price} />
      {price.forBiller.map(({ says }) => (
        <p key={says}>{says}</p>
      ))}
      {price.inShort.map(({ says }) => (
        <p key={says}>{says}</p>
      ))}
      <h4>Not included</h4>
      <Sentences steps={price.notIncluded} />
      {price.tables.length > 0 ? (
        <>
          <h4>Tables used</h4>
          <ul className="tables">
            {price.tables.map((table) => (
              <li key={table.title}>{tableInWords(table)}</li>
            ))}
          </ul>
        </>
      ) : null}
      <Unfolding summary="How it is worked out">{() => <Working how={price.how} />}</Unfolding>
      <Unfolding summary="Who says so">
        {() => <SourcesOf rows={[...new Set(steps.flatMap(({ rows }) => rows))]} />}
      </Unfolding>
    </>
  );
}

const Sentences = ({ steps }: { steps: readonly Step[] }) => (
  <ul>
    {steps.map(({ says }) => (
      <li key={says}>{says}</li>
    ))}
  </ul>
);

type PriceTableProps = { payer: QuoteText['payer']; price: VisitPrice; forPatient?: boolean };

/** Each line with what is allowed, their total, and what of it is the patient’s; for the biller what Medicare pays. */
export function PriceTable({ payer, price, forPatient = false }: PriceTableProps) {
  const { items, allowed, share, headline, medicare } = price;
  const row = (what: string, amount: Money) => (
    <tr key={what}>
      <th scope="row">{what}</th>
      <td>{formatMoney(amount)}</td>
    </tr>
  );
  return (
    <table className="quote-table">
      <caption className="ds-u-visibility--screen-reader">Price of the visit, an estimate</caption>
      <tbody>
        {items.map((item) => row(item.what, item.allowed))}
        {allowed ? row(allowedLabel(payer, price), allowed) : null}
        {share ? row('Deductible', share.deductible) : null}
        {share ? row('Share after that (coinsurance)', share.coinsurance) : null}
        <tr className="quote-owed">
          <th scope="row">The patient owes</th>
          <td>{headline}</td>
        </tr>
        {medicare && !forPatient ? row('Medicare pays, after its cut (sequestration)', medicare.pays) : null}
      </tbody>
    </table>
  );
}

/** Whose figure the total is. */
function allowedLabel(payer: QuoteText['payer'], { by }: VisitPrice): string {
  if (payer === 'self-pay') return 'Our price in all';
  if (by === 'own-charge') return 'Our charge in all';
  return payer === 'medicare-part-b' ? 'Medicare allows in all' : 'The plan allows in all';
}

/** "Medicare payment rates: 10/01/2026 to 12/31/2026, older than the day of the visit". */
export const tableInWords = ({ title, from, through, standing }: TableUsed): string =>
  `${title}: ${formatSpan({ from, through })}${standing === 'in-force' ? '' : `, ${standingWords[standing]}`}`;

const standingWords = {
  'ended-before': 'older than the day of the visit',
  'starts-after': 'newer than the day of the visit',
  'no-row': 'without a row for it',
} as const satisfies Record<Exclude<TableUsed['standing'], 'in-force'>, string>;
