import { use, useCallback, useMemo, type ReactNode } from 'react';
import { ClaimContext, RefillContext, TodayContext } from '../fields/form';
import type { WorksheetText } from '../answers/worksheet-text';
import type { PreparedClaim } from '../engine/prepared-claim';
import type { FindingActions } from '../results/Findings';
import type { PaperProps } from '../paper/Paper';
import type { ClinicsFileInDrawer } from './Drawers';
import type { KeptClaim } from '../records/clinic-records';
import type { Warning } from '../records/duplicates';
import { ClaimInShort } from './ClaimInShort';
import { claimStanding, standingInShort } from './claim-standing';
import { KeepButton } from './KeepButton';
import { lateParts, type ClaimPart } from './load-later';
import { PrintPaper } from './PrintPaper';
import { Unanswered } from './Unanswered';
import type { ClaimRecord } from './use-claim-record';
import type { ClinicOfPage } from './use-clinic';
import type { DayOfPage } from './use-day';
import type { DrawersOfPage } from './use-drawers';
import type { Keeping } from './use-keeping';
import type { Whose } from './use-whose';
import { isUntouched, useFollowedRecord, usePreparedClaim } from './use-prepared-claim';
import { usePrintedClaims, usePrinting } from './use-printing';

type DeskProps = {
  clinic: ClinicOfPage;
  clinicsFile: ClinicsFileInDrawer;
  record: ClaimRecord;
  drawers: DrawersOfPage;
  keeping: Keeping;
  whose: Whose;
  actions: FindingActions;
  day: DayOfPage;
  onPrint: () => void;
  children: ReactNode;
};

/** Reads the worksheet at every keystroke and shows what follows from it. */
export function Desk({ children, ...props }: DeskProps) {
  const { clinic, clinicsFile, record, drawers, keeping, whose, actions, day } = props;
  const { worksheet, catchUp } = useFollowedRecord();
  const today = use(TodayContext);
  const read = usePreparedClaim(worksheet, clinic.records, today);
  const kept = keeping.standingOf(worksheet);
  const standing = keeping.said || claimStanding(worksheet, kept, today);
  const inShort = keeping.said || standingInShort(worksheet, kept, today);
  const { part, claim, problems, refill } = read;
  const goTo = useGoToBehind(drawers.onClose, actions.onGoTo);
  const untouched = !part || isUntouched(worksheet);
  const { makeRow, printed, onPrint } = useKeptClaims(part, clinic, drawers);
  const dayActions = useMemo(() => ({ ...day, onPrint }), [day, onPrint]);
  const { claims } = clinic.records;
  const warnings = useWarnings(part, makeRow, worksheet, claim, claims);
  const onKeep = () => whose.before(keeping.keep);
  const besides = part && claim ? part.standsBesides(worksheet, claim, warnings, today) : null;
  return (
    <main>
      <Marks {...{ worksheet, keeping, kept, part, makeRow, claim, claims }} onOpen={record.open} />
      <div className="desk">
        <ClaimContext value={claim}>
          <RefillContext value={refill}>{children}</RefillContext>
        </ClaimContext>
        <section className="answer-panel" aria-label="Claim">
          {part ? <part.ClaimWarnings {...{ warnings, claims }} onOpen={record.open} /> : null}
          <Answer {...props} {...{ read, worksheet, warnings, standing, untouched, onKeep }} />
        </section>
      </div>
      <ClaimInShort {...{ part, claim, besides, untouched, onKeep }} standing={inShort} canUndo={record.canUndo} />
      {part && makeRow ? (
        <part.Drawers {...{ drawers, clinic, clinicsFile, claim, makeRow }} actions={dayActions} onGoTo={goTo} />
      ) : null}
      <Printed {...{ catchUp, claim, worksheet, problems, refill }} chosen={printed} />
    </main>
  );
}

type MarksProps = Pick<DeskProps, 'keeping'> & {
  worksheet: WorksheetText;
  kept: ReturnType<Keeping['standingOf']>;
  part: ClaimPart | undefined;
  makeRow: ReturnType<typeof useKeptClaims>['makeRow'];
  claim: PreparedClaim | null;
  claims: readonly KeptClaim[];
  onOpen: ClaimRecord['open'];
};

/**
 * What is said of the record as a whole. Whether it is what the clinic keeps of it is said to a screen reader: it is
 * seen beside the status.
 */
function Marks({ worksheet, keeping, kept, part, makeRow, ...claims }: MarksProps) {
  const { example, recordId } = worksheet;
  return (
    <>
      {example ? <p className="example-mark">{example}. This is an example, not a real claim.</p> : null}
      <p className="ds-u-visibility--screen-reader" role="status">
        {keeping.said || (recordId === '' ? '' : standingWords[kept])}
      </p>
      {part && makeRow ? (
        <part.CourseMarks onKeepAsBilled={keeping.keepAsBilled} {...{ worksheet, makeRow }} {...claims} />
      ) : null}
    </>
  );
}

type AnswerProps = Omit<DeskProps, 'children'> & {
  read: ReturnType<typeof usePreparedClaim>;
  worksheet: WorksheetText;
  warnings: readonly Warning[];
  standing: string;
  untouched: boolean;
  onKeep: () => void;
};

/** The claim, or what is missing for one. */
function Answer({ read, worksheet, warnings, standing, untouched, onKeep, ...props }: AnswerProps) {
  const { actions, drawers, record, onPrint } = props;
  const { part, claim, overrideFieldsOf, failed, problems } = read;
  if (!part || !claim)
    return (
      <Unanswered
        {...{ failed, problems, standing, untouched }}
        entry={worksheet.entry}
        onLoad={record.load}
        keep={<KeepButton className="head-keep" onKeep={onKeep} />}
        print={<PrintPaper onPrint={onPrint} />}
      />
    );
  return (
    <part.ClaimAnswer
      {...{ claim, worksheet, warnings, standing }}
      actions={actions}
      overrideFieldsOf={overrideFieldsOf}
      onOpenDrawer={drawers.onOpen}
      onKeep={onKeep}
      onPrint={onPrint}
    />
  );
}

const standingWords = {
  kept: 'Kept among the clinic’s claims.',
  changed: 'Changed since it was kept. Keep it again to take the change over.',
  'changed-after-sent': 'Changed since it was sent. “Keep” asks whether it is a corrected claim.',
  deleted: 'Deleted from the clinic’s claims. Keep it again to have it back there.',
} as const;

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

/** What is read of the kept claims; `printed` are those of them that go to the printer. */
function useKeptClaims(
  part: ClaimPart | undefined,
  { file: { profiles, tables } }: ClinicOfPage,
  { open }: DrawersOfPage,
) {
  const today = use(TodayContext);
  const makeRow = useMemo(() => part?.keptRowMaker({ profiles, tables }, today), [part, profiles, tables, today]);
  return { makeRow, ...usePrintedClaims(open === 'day') };
}

/** What the kept claims tell of the one in the form. */
function useWarnings(
  part: ClaimPart | undefined,
  makeRow: ReturnType<typeof useKeptClaims>['makeRow'],
  worksheet: WorksheetText,
  claim: PreparedClaim | null,
  claims: readonly KeptClaim[],
): readonly Warning[] {
  return useMemo(
    () => (part && makeRow ? part.warningsInForm({ worksheet, claim, claims, makeRow }) : []),
    [part, makeRow, worksheet, claim, claims],
  );
}

/** The paper, while it is printed: of the claims that were chosen of the day, else of the claim in the form. */
function Printed({
  catchUp,
  chosen,
  ...shown
}: PaperProps & { catchUp: () => void; chosen: readonly PaperProps[] | null }) {
  const printing = usePrinting(catchUp);
  const { Paper, Papers } = lateParts.loaded() ?? {};
  if (!printing) return null;
  if (Papers && chosen) return <Papers papers={chosen} />;
  return Paper ? (
    <Paper {...shown} />
  ) : (
    <p className="claim-summary">The paper is still on its way. Print again in a moment.</p>
  );
}
