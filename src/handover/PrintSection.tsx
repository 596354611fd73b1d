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
  /** What the copy is like. */
  says: string;
  whose: string;
  onGoToParty: (field: string) => void;
  print: (printing: Printing) => void;
  children: ReactNode;
};

/** The print of a claim form: a copy for the file on plain paper, and what else the form has. */
export function PrintSection({ form, pages, against, says, whose, onGoToParty, print, children }: PrintSectionProps) {
  const isRefused = against.length > 0;
  return (
    <section aria-labelledby="print-form-title">
      <h3 id="print-form-title">Print</h3>
      {isRefused ? <Refused refused={against} onGoToParty={onGoToParty} /> : null}
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

type RefusedProps = { refused: readonly (Reason | PartyReason)[]; onGoToParty: (field: string) => void };

/** Why nothing is printed: what is missing of whom it names in one line, and each item that is too wide. */
function Refused({ refused, onGoToParty }: RefusedProps) {
  const ofParties = refused.flatMap((reason) => ('field' in reason ? [reason] : []));
  const [first] = ofParties;
  const others = refused.filter((reason) => !('field' in reason));
  return (
    <div className="warning">
      <p>
        <strong>It cannot be printed yet.</strong> Nothing is cut off, and nothing needed is left out.
      </p>
      <ul>
        {first ? (
          <li>
            {ofParties.length === 1
              ? `${first.says}. `
              : `Of whom the claim names, ${ofParties.length} answers are missing or wrong. `}
            <button type="button" className="link" onClick={() => onGoToParty(first.field)}>
              {ofParties.length === 1 ? 'Go to the answer' : 'Go to the first of them'}
            </button>
          </li>
        ) : null}
        {others.map(({ says }) => (
          <li key={says}>{says}</li>
        ))}
      </ul>
    </div>
  );
}
