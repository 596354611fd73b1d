import { memo, use, useCallback, useMemo, type ReactNode } from 'react';
import type { WorksheetText } from '../answers/worksheet-text';
import type { IsoDate } from '../engine/dated';
import { DraftsContext } from '../fields/drafts';
import { ClinicContext, FormContext, TodayContext, useAskBeforeLeaving, type WorksheetForm } from '../fields/form';
import { pageKept, WhereKeptContext, type WhereKept } from '../fields/where-kept';
import { CitationsContext } from '../results/citations-context';
import { openedContainers } from '../rules/products';
import { Worksheet } from '../worksheet/Worksheet';
import { Desk } from './Desk';
import { focusOn, showAnswer } from './focus-on';
import { LatePart } from './LatePart';
import { claimPart, lateParts, loadCitations } from './load-later';
import { openedPicture } from './OpenedPicture';
import { OfKeptCopy } from './OfKeptCopy';
import { PageHeader } from './PageHeader';
import { useClaimRecord, type ClaimRecord } from './use-claim-record';
import { useClinic, type ClinicOfPage } from './use-clinic';
import { useClinicsFile } from './use-clinics-file';
import { useDay } from './use-day';
import { useDecisions } from './use-decisions';
import { useDrawers, type DrawersOfPage } from './use-drawers';
import { useKeeping, type Keeping } from './use-keeping';
import { useLeavingClaim } from './use-leaving-claim';
import type { PageToLock } from './closed-page';
import { useLock, type Lock } from './use-lock';
import { usePrint } from './use-print';
import { useFilledIn } from './use-recollection';
import { useRecordForm, type RecordForm } from './use-record-form';
import { useForgottenOnLeaving, useStarted } from './use-start-and-end';
import { useDaysSettled, useToday } from './use-today';
import { useWhose } from './use-whose';
import './page.css';

type AppProps = {
  /** The day on which the page was opened. */
  openedOn: IsoDate;
  /** The claim record at first; the shell that is drawn before the script runs holds an empty one. */
  initial: WorksheetText;
};

/**
 * The page: form, answer and paper, joined. The claim record lives in the form, the clinic in its own state, and
 * nothing of either anywhere else; both are forgotten when the page is left.
 */
export function App({ openedOn, initial }: AppProps) {
  const today = useToday(openedOn);
  const clinic = useClinic();
  const { form, reset } = useRecordForm(initial, today, clinic.file.profiles);
  return <Page {...{ today, clinic, form, reset }} />;
}

type PageProps = { today: IsoDate; clinic: ClinicOfPage } & RecordForm;

/** Apart from its form, which draws what holds it a second time as soon as that stands. */
const Page = memo(function Page({ today, clinic, form, reset }: PageProps) {
  const drawers = useDrawers();
  const { profiles } = clinic.file;
  const record = useClaimRecord({ form, reset, today, onBegin: drawers.forgetClaim });
  const keeping = useKeeping(form, record, clinic, today);
  const leaving = useLeavingClaim(form, record, keeping, clinic);
  const whose = useWhose(form, record.isOwn);
  const open = useWithQuestions(drawers, leaving, whose, keeping);
  useForgottenOnLeaving(useForgettingAll(record, clinic, open));
  const { clinicsFile, lock } = useFileAndLock({ form, record, keeping, clinic, open, ofClinic: drawers.forgetClinic });
  useDaysSettled(today, form);
  useStarted();
  useFilledIn(form, clinic.records, today);
  const print = usePrint(form, today, profiles);
  const actions = useDecisions(form, today, profiles);
  const day = useDay({ form, record, clinic, drawers, leaving });
  const Questions = claimPart.loaded()?.Questions;
  if (lock.isLocked) return <Locked lock={lock} />;
  return (
    <PageContexts {...{ today, form, clinic, drawers }}>
      <PageHeader record={leaving.record} unsaved={clinic.unsaved} onOpenDrawer={drawers.onOpen} />
      {lock.problem ? (
        <p role="alert" className="warning">
          {lock.problem}
        </p>
      ) : null}
      <OfKeptCopy part="NewVersion" />
      <Desk {...{ clinic, clinicsFile, drawers, keeping, whose, actions, day }} record={leaving.record} onPrint={print}>
        <Worksheet onCheck={showAnswer} {...slots} />
      </Desk>
      {Questions ? <Questions {...{ leaving, keeping, whose }} /> : null}
      <PageFooter where={clinic.whereKept} />
    </PageContexts>
  );
});

type PageWithFile = {
  form: WorksheetForm;
  record: ClaimRecord;
  keeping: Keeping;
  clinic: ClinicOfPage;
  /** What is open over the form. */
  open: PageToLock['drawers'];
  /** Forgets what a drawer holds of the clinic or its patients. */
  ofClinic: () => void;
};

/** The clinic’s file in use, the lock that it brings, and what is asked and forgotten when the page is left. */
function useFileAndLock({ form, record, keeping, clinic, open, ofClinic }: PageWithFile) {
  const file = useClinicsFile();
  const isUnsaved = useUnsaved(form, record, keeping, clinic);
  const lock = useLock({ record, clinic, file, drawers: open, isUnsaved });
  useAskBeforeLeaving(lock.isLocked ? lock.isUnsaved : isUnsaved);
  useForgottenOnLeaving(file.forget);
  useForgottenOnLeaving(lock.forget);
  const { lock: onLock, problem: lockProblem } = lock;
  const clinicsFile = useMemo(
    () => ({
      file,
      isClaimKept: () => !record.isOwn() || keeping.standingOf(form.getValues()) === 'kept',
      onOtherClinic: () => {
        record.forget();
        ofClinic();
      },
      onLock,
      lockProblem,
    }),
    [file, form, keeping, ofClinic, onLock, lockProblem, record],
  );
  return { clinicsFile, lock };
}

/** Nothing of the page but the way back to it. */
function Locked({ lock: { closed, unlock } }: { lock: Lock }) {
  const onUnlock = async (passphrase: string) => {
    const refused = await unlock(passphrase);
    if (refused === undefined) setTimeout(() => focusOn('page-title'));
    return refused;
  };
  return closed ? <closed.part.LockScreen onUnlock={onUnlock} /> : <p role="status">Locking…</p>;
}

/** Whether something would be lost with the page: a claim that is kept nowhere, or the clinic’s since it was saved. */
function useUnsaved(form: WorksheetForm, record: ClaimRecord, keeping: Keeping, clinic: ClinicOfPage): () => boolean {
  return useCallback(
    () => (record.isOwn() && keeping.standingOf(form.getValues()) !== 'kept') || clinic.unsaved > 0,
    [form, record, keeping, clinic],
  );
}

type Forgetful = { readonly forget: () => void };

/** What is open over the form: drawers, and questions, which a lock does not bring back. */
function useWithQuestions(
  { forget: forgetDrawers, hold, bringBack }: PageToLock['drawers'],
  { forget: forgetQuestion }: Forgetful,
  { forget: forgetWhose }: Forgetful,
  { forget: forgetAsking }: Forgetful,
): PageToLock['drawers'] {
  return useMemo(
    () => ({
      forget: () => {
        forgetDrawers();
        forgetQuestion();
        forgetWhose();
        forgetAsking();
      },
      hold,
      bringBack,
    }),
    [bringBack, forgetAsking, forgetDrawers, forgetQuestion, forgetWhose, hold],
  );
}

/** Leaves nothing of any of them. */
function useForgettingAll(
  { forget: forgetRecord }: Forgetful,
  { forget: forgetClinic }: Forgetful,
  { forget: forgetDrawers }: Forgetful,
): () => void {
  return useCallback(() => {
    forgetRecord();
    forgetClinic();
    forgetDrawers();
  }, [forgetRecord, forgetClinic, forgetDrawers]);
}

type PageContextsProps = {
  today: IsoDate;
  form: WorksheetForm;
  clinic: ClinicOfPage;
  drawers: DrawersOfPage;
  children: ReactNode;
};

/** What every part of the page may ask for. */
function PageContexts({ today, form, clinic: { file, whereKept }, drawers, children }: PageContextsProps) {
  const { drafts, onOpen } = drawers;
  const brought = useMemo(
    () => ({
      profiles: file.profiles,
      containers: openedContainers(file.tables),
      fees: file.fees,
      onOpenProfiles: () => onOpen('profiles'),
    }),
    [file, onOpen],
  );
  return (
    <TodayContext value={today}>
      <FormContext value={form}>
        <ClinicContext value={brought}>
          <DraftsContext value={drafts}>
            <WhereKeptContext value={whereKept}>
              <CitationsContext value={loadCitations}>{children}</CitationsContext>
            </WhereKeptContext>
          </DraftsContext>
        </ClinicContext>
      </FormContext>
    </TodayContext>
  );
}

function PageFooter({ where }: { where: WhereKept }) {
  return (
    <footer className="page-footer">
      <p>{pageKept(where)}</p>
      <p>Not legal or coding advice. Confirm a plan’s rules with the payer.</p>
      <OfKeptCopy part="KeptCopyNote" />
    </footer>
  );
}

/** The nurse's entry, which is loaded by the time anybody has read as far as its switch. */
function RefillSlot() {
  const { RefillEntry } = lateParts.loaded() ?? use(lateParts.load());
  return <RefillEntry />;
}

const refillSlot = (
  <LatePart>
    <RefillSlot />
  </LatePart>
);

function BesideSlot() {
  const { DrugBeside } = lateParts.loaded() ?? use(lateParts.load());
  return <DrugBeside />;
}

const besideSlot = (
  <LatePart>
    <BesideSlot />
  </LatePart>
);

/**
 * Parts of the form that are drawn when they are first unfolded: they come with what makes the claim. One of them holds
 * the second drug of the day.
 */
function UnfoldedSlot({ part }: { part: 'DiagnosisPicker' | 'Drug' | 'Records' | 'SpecialCases' | 'WhoseClaim' }) {
  const Part = (claimPart.loaded() ?? use(claimPart.load()))[part];
  return <Part beside={besideSlot} />;
}

const unfolded = (part: Parameters<typeof UnfoldedSlot>[0]['part']) => (
  <LatePart>
    <UnfoldedSlot part={part} />
  </LatePart>
);

const slots = {
  refill: refillSlot,
  opened: openedPicture,
  picker: unfolded('DiagnosisPicker'),
  unfolded: {
    drug: unfolded('Drug'),
    special: unfolded('SpecialCases'),
    records: unfolded('Records'),
    whose: unfolded('WhoseClaim'),
  },
};
