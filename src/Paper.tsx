import { useEffect, useState } from 'react';
import { flushSync } from 'react-dom';
import type { PreparedClaim } from './engine/claim';
import { ServiceLines } from './results/ServiceLines';
import { statusWords, tableWords } from './results/words';
import { Working } from './results/Working';
import { ClaimSummary } from './summary/ClaimSummary';
import { asEntered, checklistOf, hasPatientInformation } from './worksheet/as-entered';
import { payerLabels } from './worksheet/labels';
import type { Problem } from './worksheet/read-worksheet';
import type { WorksheetText } from './worksheet/worksheet-text';

/**
 * True while the page is being printed, or shown as print media: nobody pays for the paper before it is wanted.
 * The claim may lag a frame behind the keys, but `catchUp` is called so that it never lags behind the printer.
 */
export function usePrinting(catchUp: () => void): boolean {
  const [printing, setPrinting] = useState(false);
  useEffect(() => {
    const paper = window.matchMedia('print');
    const show = () =>
      flushSync(() => {
        catchUp();
        setPrinting(true);
      });
    const hide = () => setPrinting(paper.matches);
    window.addEventListener('beforeprint', show);
    window.addEventListener('afterprint', hide);
    paper.addEventListener('change', hide);
    return () => {
      window.removeEventListener('beforeprint', show);
      window.removeEventListener('afterprint', hide);
      paper.removeEventListener('change', hide);
    };
  }, [catchUp]);
  return printing;
}

type PaperProps = { claim: PreparedClaim | null; worksheet: WorksheetText; problems: readonly Problem[] };

/** What the printer gets. Without a claim it says what is missing instead of printing half a page. */
export function Paper({ claim, worksheet, problems }: PaperProps) {
  if (!claim) {
    return (
      <div className="claim-summary">
        <h1>Baclofen claim summary</h1>
        <p>There is no claim yet:</p>
        <ul>
          {problems.map(({ field, message }) => (
            <li key={field}>{message}</li>
          ))}
        </ul>
      </div>
    );
  }
  return (
    <ClaimSummary
      claim={claim}
      payer={payerLabels[claim.encounter.payer]}
      example={worksheet.example}
      facts={asEntered(worksheet)}
      checklist={checklistOf(worksheet)}
      containsPatientInformation={hasPatientInformation(worksheet)}
      initials={worksheet.initials}
      statusWords={statusWords[claim.status]}
      tables={claim.tables.map(tableWords)}
      lines={<ServiceLines claim={claim} />}
      working={<Working how={claim.how} />}
    />
  );
}
