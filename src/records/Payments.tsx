import { TakeOut } from '../controls/TakeOut';
import { formatDate } from '../engine/dated';
import { formatMoney, isMoreMoney, noMoney } from '../engine/quantity';
import { counted } from '../engine/typed';
import type { ProviderAdjustment, Remittance, RemittanceFile } from '../remittance/remittance';

/** A text that was opened or pasted: what it is called, and what is read of it. */
export type Source = { readonly name: string; readonly file: RemittanceFile };

type PaymentsProps = { sources: readonly Source[]; onRemove: (source: Source) => void };

/** The payments that were opened, what was taken beside their claims, and all that is to be said of the files. */
export const Payments = ({ sources, onRemove }: PaymentsProps) =>
  sources.map((source, place) => (
    // The same file may be opened twice.
    // oxlint-disable-next-line react/no-array-index-key
    <OneSource key={`${place} ${source.name}`} source={source} onRemove={onRemove} />
  ));

function OneSource({ source, onRemove }: { source: Source } & Pick<PaymentsProps, 'onRemove'>) {
  const { name, file } = source;
  return (
    <section className="remittances-source" aria-label={name}>
      <h3>{name}</h3>
      <ul>
        {file.remittances.map((each) => (
          <li key={`${each.at} ${each.trace}`}>
            {paymentWords(each)}
            {each.providerAdjustments.map((one) => (
              <p key={`${one.at} ${one.reason} ${one.reference}`}>{besideWords(one)}</p>
            ))}
          </li>
        ))}
      </ul>
      <NotesOn file={file} />
      <TakeOut name={name} backTo="remittance-files" onTakeOut={() => onRemove(source)} />
    </section>
  );
}

const NotesOn = ({ file: { remittances, notes } }: { file: Source['file'] }) => (
  <>
    {remittances
      .flatMap((each) => each.holds)
      .map(({ at, says }) => (
        <p key={`${at} ${says}`} className="warning">
          {says}
        </p>
      ))}
    {notes.length > 0 ? (
      <details open={notes.length < 4}>
        <summary>{counted(notes.length, 'note')} on the file</summary>
        <ul>
          {notes.map(({ at, says }) => (
            <li key={`${at} ${says}`}>{says}</li>
          ))}
        </ul>
      </details>
    ) : null}
  </>
);

function paymentWords({ payer, amount, paidOn, trace, claims, isWhole }: Remittance): string {
  const told = [
    payer || 'Payer not told',
    amount ? formatMoney(amount) : 'amount not told',
    ...(paidOn ? [`paid on ${formatDate(paidOn)}`] : []),
    ...(trace === '' ? [] : [`number ${trace}`]),
    counted(claims.length, 'claim'),
  ].join(', ');
  return isWhole ? `${told}.` : `${told}. It is not whole, so it was not added up.`;
}

/** PLB: above nothing it lowers the payment. */
function besideWords({ reason, reference, amount }: ProviderAdjustment): string {
  const isTaken = isMoreMoney(amount, noMoney);
  const [sum, what] = [formatMoney(amount).replace(/^-/, ''), [reason, reference].filter(Boolean).join(', ')];
  return `${sum} was ${isTaken ? 'taken from' : 'added to'} the payment beside the claims: ${what}.`;
}
