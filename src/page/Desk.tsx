import { use, useCallback, type ReactNode } from 'react';
import type { PreparedClaim } from '../engine/prepared-claim';
import { ClaimContext, RefillContext, TodayContext } from '../fields/form';
import { ClaimPanel } from '../results/ClaimPanel';
import type { FindingActions, OverrideFieldsOf } from '../results/Findings';
import { refillSupport } from '../rules/companions';
import type { PaperProps } from '../paper/Paper';
import { ClaimInShort } from './ClaimInShort';
import { loadedLateParts } from './load-later';
import { PrintButton } from './PrintButton';
import { Unanswered } from './Unanswered';
import type { ClaimRecord } from './use-claim-record';
import type { ClinicOfPage } from './use-clinic';
import type { DrawersOfPage } from './use-drawers';
import { isUntouched, useFollowedRecord, usePreparedClaim } from './use-prepared-claim';
import { usePrinting } from './use-printing';
// After all that stands in a drawer: what a drawer changes of it comes later in the style sheet.
import { Drawers } from './Drawers';

type DeskProps = {
  clinic: ClinicOfPage;
  record: ClaimRecord;
  drawers: DrawersOfPage;
  actions: FindingActions;
  onPrint: () => void;
  children: ReactNode;
};

/** Reads the worksheet at every keystroke and shows what follows from it. */
export function Desk({ clinic, record, drawers, actions, onPrint, children }: DeskProps) {
  const { worksheet, catchUp } = useFollowedRecord();
  const today = use(TodayContext);
  const { claim, problems, refill, overrideFieldsOf } = usePreparedClaim(worksheet, clinic.file, today);
  const goTo = useGoToBehind(drawers.onClose, actions.onGoTo);
  const printing = usePrinting(catchUp);
  const untouched = isUntouched(worksheet);
  return (
    <main>
      <ExampleMark example={worksheet.example} />
      <div className="desk">
        <ClaimContext value={claim}>
          <RefillContext value={refill}>{children}</RefillContext>
        </ClaimContext>
        <section className="answer-panel" aria-label="Claim">
          {claim ? (
            <ClaimAnswer
              claim={claim}
              actions={actions}
              overrideFieldsOf={overrideFieldsOf}
              onOpenDrawer={drawers.onOpen}
              onPrint={onPrint}
            />
          ) : (
            <Unanswered
              entry={worksheet.entry}
              problems={problems}
              untouched={untouched}
              onLoad={record.load}
              print={<PrintButton onPrint={onPrint} />}
            />
          )}
        </section>
      </div>
      <ClaimInShort claim={claim} untouched={untouched} canUndo={record.canUndo} />
      <Drawers drawers={drawers} clinic={clinic} claim={claim} onGoTo={goTo} />
      {printing ? <Printed claim={claim} worksheet={worksheet} problems={problems} refill={refill} /> : null}
    </main>
  );
}

const ExampleMark = ({ example }: { example: string }) =>
  example ? <p className="example-mark">{example}. This is an example, not a real claim.</p> : null;

type ClaimAnswerProps = {
  claim: PreparedClaim;
  actions: FindingActions;
  overrideFieldsOf: OverrideFieldsOf;
  onOpenDrawer: DrawersOfPage['onOpen'];
  onPrint: () => void;
};

function ClaimAnswer({ claim, actions, overrideFieldsOf, onOpenDrawer, onPrint }: ClaimAnswerProps) {
  const support = refillSupport(claim.encounter);
  const handOver = useCallback(() => onOpenDrawer('handover'), [onOpenDrawer]);
  return (
    <ClaimPanel
      claim={claim}
      refillSupport={support}
      actions={actions}
      overrideFieldsOf={overrideFieldsOf}
      onHandOver={handOver}
      print={<PrintButton onPrint={onPrint} />}
    />
  );
}

/** Goes from a drawer to an answer behind it. */
function useGoToBehind(onClose: () => void, onGoTo: FindingActions['onGoTo']): FindingActions['onGoTo'] {
  return useCallback(
    (fact, row) => {
      onClose();
      // The dialog gives the focus back to what opened it; the answer is gone to after that.
      setTimeout(() => onGoTo(fact, row));
    },
    [onClose, onGoTo],
  );
}

function Printed(shown: PaperProps) {
  const Paper = loadedLateParts()?.Paper;
  return Paper ? (
    <Paper {...shown} />
  ) : (
    <p className="claim-summary">The paper is still on its way. Print again in a moment.</p>
  );
}
