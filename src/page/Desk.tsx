import { use, useCallback, type ReactNode } from 'react';
import { ClaimContext, RefillContext, TodayContext } from '../fields/form';
import type { WorksheetText } from '../answers/worksheet-text';
import type { FindingActions } from '../results/Findings';
import type { PaperProps } from '../paper/Paper';
import type { ClinicsFileInDrawer } from './Drawers';
import { ClaimInShort } from './ClaimInShort';
import { lateParts } from './load-later';
import { PrintButton } from './PrintButton';
import { Unanswered } from './Unanswered';
import type { ClaimRecord } from './use-claim-record';
import type { ClinicOfPage } from './use-clinic';
import type { DrawersOfPage } from './use-drawers';
import type { Keeping } from './use-keeping';
import { isUntouched, useFollowedRecord, usePreparedClaim } from './use-prepared-claim';
import { usePrinting } from './use-printing';

type DeskProps = {
  clinic: ClinicOfPage;
  clinicsFile: ClinicsFileInDrawer;
  record: ClaimRecord;
  drawers: DrawersOfPage;
  keeping: Keeping;
  actions: FindingActions;
  onPrint: () => void;
  children: ReactNode;
};

/** Reads the worksheet at every keystroke and shows what follows from it. */
export function Desk({ clinic, clinicsFile, record, drawers, keeping, actions, onPrint, children }: DeskProps) {
  const { worksheet, catchUp } = useFollowedRecord();
  const read = usePreparedClaim(worksheet, clinic.records, use(TodayContext));
  const { part, claim, problems, refill } = read;
  const goTo = useGoToBehind(drawers.onClose, actions.onGoTo);
  const untouched = !part || isUntouched(worksheet);
  return (
    <main>
      <ExampleMark example={worksheet.example} />
      <KeptMark worksheet={worksheet} keeping={keeping} />
      <div className="desk">
        <ClaimContext value={claim}>
          <RefillContext value={refill}>{children}</RefillContext>
        </ClaimContext>
        <section className="answer-panel" aria-label="Claim">
          <Answer read={read} actions={actions} onOpenDrawer={drawers.onOpen} onPrint={onPrint}>
            <Unanswered
              failed={read.failed}
              entry={worksheet.entry}
              problems={problems}
              untouched={untouched}
              onLoad={record.load}
              print={<PrintButton onPrint={onPrint} />}
            />
          </Answer>
        </section>
      </div>
      <ClaimInShort part={part} claim={claim} untouched={untouched} canUndo={record.canUndo} />
      {part ? (
        <part.Drawers drawers={drawers} clinic={clinic} clinicsFile={clinicsFile} claim={claim} onGoTo={goTo} />
      ) : null}
      <Printed catchUp={catchUp} claim={claim} worksheet={worksheet} problems={problems} refill={refill} />
    </main>
  );
}

const ExampleMark = ({ example }: { example: string }) =>
  example ? <p className="example-mark">{example}. This is an example, not a real claim.</p> : null;

type AnswerProps = {
  read: ReturnType<typeof usePreparedClaim>;
  actions: FindingActions;
  onOpenDrawer: DrawersOfPage['onOpen'];
  onPrint: () => void;
  /** What stands here while there is no claim. */
  children: ReactNode;
};

function Answer({ read: { part, claim, overrideFieldsOf }, actions, onOpenDrawer, onPrint, children }: AnswerProps) {
  if (!part || !claim) return children;
  return (
    <part.ClaimAnswer
      claim={claim}
      actions={actions}
      overrideFieldsOf={overrideFieldsOf}
      onOpenDrawer={onOpenDrawer}
      onPrint={onPrint}
    />
  );
}

/** Whether what stands in the form is what the clinic keeps of it. */
function KeptMark({ worksheet, keeping: { said, isKept } }: { worksheet: WorksheetText; keeping: Keeping }) {
  const words =
    worksheet.recordId === ''
      ? said
      : isKept(worksheet)
        ? 'Kept among the clinic’s claims.'
        : 'Changed since it was kept. Keep it again to take the change over.';
  return <div role="status">{words === '' ? null : <p className="example-mark">{words}</p>}</div>;
}

/** Goes from a drawer to an answer behind it. */
function useGoToBehind(onClose: () => void, onGoTo: FindingActions['onGoTo']): FindingActions['onGoTo'] {
  return useCallback(
    (...way) => {
      onClose();
      // The dialog gives the focus back to what opened it; the answer is gone to after that.
      setTimeout(() => onGoTo(...way));
    },
    [onClose, onGoTo],
  );
}

/** The paper, while it is printed. */
function Printed({ catchUp, ...shown }: PaperProps & { catchUp: () => void }) {
  const printing = usePrinting(catchUp);
  const Paper = lateParts.loaded()?.Paper;
  if (!printing) return null;
  return Paper ? (
    <Paper {...shown} />
  ) : (
    <p className="claim-summary">The paper is still on its way. Print again in a moment.</p>
  );
}
