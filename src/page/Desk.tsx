import { use, useCallback, type ReactNode } from 'react';
import type { PreparedClaim } from '../engine/prepared-claim';
import { ClaimContext, RefillContext, TodayContext, UnderstoodContext } from '../fields/form';
import { Answer, claimInShort } from '../results/Answer';
import type { FindingActions, OverrideFieldsOf } from '../results/Findings';
import { refillSupport } from '../rules/companions';
import { showAnswer } from './focus-on';
import { loadedLateParts } from './load-later';
import type { PaperProps } from './Paper';
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
  children: ReactNode;
};

/** Reads the worksheet at every keystroke and shows what follows from it. */
export function Desk({ clinic, record, drawers, actions, children }: DeskProps) {
  const { worksheet, catchUp } = useFollowedRecord();
  const today = use(TodayContext);
  const { claim, problems, refill, overrideFieldsOf, understood } = usePreparedClaim(worksheet, clinic.file, today);
  const goTo = useGoToBehind(drawers.onClose, actions.onGoTo);
  const printing = usePrinting(catchUp);
  const untouched = isUntouched(worksheet);
  const inShort = claim ? claimInShort(claim) : untouched ? '' : 'No claim yet';
  return (
    <main>
      {worksheet.example ? (
        <p className="example-mark">{worksheet.example}. This is an example, not a real claim.</p>
      ) : null}
      <div className="desk">
        <ClaimContext value={claim}>
          <UnderstoodContext value={understood}>
            <RefillContext value={refill}>{children}</RefillContext>
          </UnderstoodContext>
        </ClaimContext>
        <section className="answer-panel" aria-label="Claim">
          {claim ? (
            <ClaimAnswer
              claim={claim}
              actions={actions}
              overrideFieldsOf={overrideFieldsOf}
              onOpenDrawer={drawers.onOpen}
            />
          ) : (
            <Unanswered entry={worksheet.entry} problems={problems} untouched={untouched} onLoad={record.load} />
          )}
        </section>
      </div>
      <AnswerInShort inShort={inShort} isClaim={claim !== null} canUndo={record.canUndo} />
      <Drawers drawers={drawers} clinic={clinic} claim={claim} onGoTo={goTo} />
      {printing ? <Printed claim={claim} worksheet={worksheet} problems={problems} refill={refill} /> : null}
    </main>
  );
}

type ClaimAnswerProps = {
  claim: PreparedClaim;
  actions: FindingActions;
  overrideFieldsOf: OverrideFieldsOf;
  onOpenDrawer: DrawersOfPage['onOpen'];
};

function ClaimAnswer({ claim, actions, overrideFieldsOf, onOpenDrawer }: ClaimAnswerProps) {
  const support = refillSupport(claim.encounter);
  const handOver = useCallback(() => onOpenDrawer('handover'), [onOpenDrawer]);
  return (
    <Answer
      claim={claim}
      refillSupport={support}
      actions={actions}
      overrideFieldsOf={overrideFieldsOf}
      onHandOver={handOver}
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

/** The claim in a breath: told to a screen reader, and in the bar at the foot of a narrow screen. */
function AnswerInShort({ inShort, isClaim, canUndo }: { inShort: string; isClaim: boolean; canUndo: boolean }) {
  return (
    <>
      <p className="ds-u-visibility--screen-reader" role="status">
        {canUndo ? 'The last claim was put away; Undo brings it back. ' : ''}
        {inShort}
      </p>
      <button type="button" className="answer-bar" onClick={showAnswer}>
        {isClaim ? inShort : 'No claim yet: see what is missing'}
      </button>
    </>
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
