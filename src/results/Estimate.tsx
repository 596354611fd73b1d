import type { EstimatedPayment, PaymentEstimate, UnitValue } from '../engine/claim';
import { formatMoney, type Money } from '../engine/quantity';
import { Working } from './Working';

const byWords = {
  'payment-limit': 'by Medicare’s limit of the day',
  'plan-fee': 'by the fee in the payer profile',
  'own-charge': 'at most, by the charge entered',
} as const satisfies Record<UnitValue['by'], string>;

const orDash = (money: Money | null): string => (money ? formatMoney(money) : '–');

/** What the payer may allow, line by line, with its working; `brief` is one sentence, for the paper. */
export function Estimate({ estimate, brief = false }: { estimate: PaymentEstimate; brief?: boolean }) {
  const { by, lines, total, how } = estimate;
  if (brief) {
    if (!total || !by) return null;
    const medicare = total.coinsurance && total.sequestration ? `, with coinsurance ${formatMoney(total.coinsurance)}; less sequestration: ${formatMoney(total.paid)}` : '';
    return (
      <p>
        <strong>Estimate, no promise of payment.</strong> Allowed {byWords[by]}: {formatMoney(total.allowed)}
        {medicare}.
      </p>
    );
  }
  if (!total) return <Working how={how} />;
  const rows: readonly (EstimatedPayment & { readonly name: string })[] = [...lines.map((line) => ({ ...line, name: `Line ${line.lineNumber}` })), ...(lines.length > 1 ? [{ ...total, name: 'In all' }] : [])];
  const medicare = total.coinsurance !== null;
  return (
    <>
      <table className="estimate">
        <caption>Estimate, no promise of payment</caption>
        <thead>
          <tr>
            <td />
            <th scope="col">Allowed</th>
            {medicare ? <th scope="col">Patient</th> : null}
            {medicare ? <th scope="col">Sequestration</th> : null}
            {medicare ? <th scope="col">Medicare</th> : null}
            <th scope="col">Together</th>
          </tr>
        </thead>
        <tbody>
          {rows.map(({ name, allowed, coinsurance, sequestration, medicare: own, paid }) => (
            <tr key={name}>
              <th scope="row">{name}</th>
              <td>{formatMoney(allowed)}</td>
              {medicare ? <td>{orDash(coinsurance)}</td> : null}
              {medicare ? <td>{orDash(sequestration)}</td> : null}
              {medicare ? <td>{orDash(own)}</td> : null}
              <td>{formatMoney(paid)}</td>
            </tr>
          ))}
        </tbody>
      </table>
      <Working how={how} />
    </>
  );
}
