import type { ReactNode } from 'react';
import type { OwnPage } from '../formats/facsimile-1500';
import type { PartyReason } from '../formats/parties';
import type { Reason } from '../formats/written';
import type { OwnForm, Printing } from './FormSheets';

type PrintSectionProps = {
  form: OwnForm;
  pages: readonly OwnPage[];
  /** Why nothing is printed. */
  against: readonly (Reason | PartyReason)[];
  /** What of whom it names is still to be asked, once the rest is filled in. */
  toAsk: readonly PartyReason[];
  /** What the copy is like. */
  says: string;
  whose: string;
  onGoToParty: (field: string) => void;
  print: (printing: Printing) => void;
  children: ReactNode;
};

/** The print of a claim form: a copy for the file on plain paper, and what else the form has. */
export function PrintSection({
  form,
  pages,
  against,
  toAsk,
  says,
  whose,
  onGoToParty,
  print,
  children,
}: PrintSectionProps) {
  const isRefused = against.length > 0;
  return (
    <section aria-labelledby="print-form-title">
      <h3 id="print-form-title">Print</h3>
      {isRefused ? <Refused refused={against} toAsk={toAsk} onGoToParty={onGoToParty} /> : null}
      <p className="section-note">{says} It is not for sending.</p>
      <p className="whose">{whose}</p>
      {isRefused ? null : (
        <div className="finding-actions">
          <PrintButton words="Print a copy for the file" onClick={() => print({ what: 'copy', form, pages, whose })} />
        </div>
      )}
      {children}
    </section>
  );
}

export const PrintButton = ({ words, onClick }: { words: string; onClick: () => void }) => (
  <button type="button" className="ds-c-button ds-c-button--small" onClick={onClick}>
    {words}
  </button>
);

type RefusedProps = Pick<PrintSectionProps, 'toAsk' | 'onGoToParty'> & { refused: PrintSectionProps['against'] };

/** Why nothing is printed: what is missing of whom it names in one line, and each item that is too wide. */
function Refused({ refused, toAsk, onGoToParty }: RefusedProps) {
  const others = refused.filter((reason) => !('field' in reason));
  const [first] = toAsk;
  const says =
    first === undefined
      ? 'Whom the claim names is not filled in yet; all of it is known.'
      : toAsk.length === 1
        ? `${first.says}.`
        : `Of whom the claim names, ${toAsk.length} answers are missing or wrong.`;
  return (
    <div className="warning">
      <p>
        <strong>It cannot be printed yet.</strong> Nothing is cut off, and nothing needed is left out.
      </p>
      <ul>
        {refused.length > others.length ? (
          <li>
            {says}{' '}
            <button type="button" className="link" onClick={() => onGoToParty(first?.field ?? '')}>
              {first === undefined ? 'Fill it in' : toAsk.length === 1 ? 'Go to the answer' : 'Go to the first of them'}
            </button>
          </li>
        ) : null}
        {others.map(({ says: why }) => (
          <li key={why}>{why}</li>
        ))}
      </ul>
    </div>
  );
}
