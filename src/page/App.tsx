import { use, useCallback, useEffect, useMemo, useRef, useState, type Dispatch, type ReactNode, type SetStateAction } from 'react';
import { useForm, useWatch, type Resolver } from 'react-hook-form';
import { formatDate, formatDay, type IsoDate, localDay } from '../engine/dated';
import type { Encounter } from '../engine/encounter';
import { emptyClinicFile, isSameClinic, type ClinicFile } from '../engine/published-tables';
import { prepareClaim } from '../engine/prepare-claim';
import { usePrinting } from './use-printing';
import { Answer, claimInShort } from '../results/Answer';
import type { FindingActions, OverrideFieldsOf } from '../results/Findings';
import { ruleBookWith } from '../rules';
import { loadCitations, loadedLateParts, loadLateParts } from './load-later';
import { CitationsContext } from '../results/Sources';
import { refillSupport } from '../rules/companions';
import { openedContainers } from '../rules/products';
import { LatePart } from './LatePart';
import { Unanswered } from './Unanswered';
import { examples, examplesOf, type Example } from '../answers/examples';
import { goToField, SelectAnswer } from '../fields/fields';
import { ClinicContext, FormContext, RefillContext, TodayContext, useAskBeforeLeaving, useWorksheetForm, type DrawerName, type WorksheetForm, UnderstoodContext } from '../fields/form';
import { choicesOf, fieldOf, overrideLabels, paperLabels } from '../answers/labels';
import { claimYears, readDate, relativeDay } from '../answers/read-answers';
import { readWorksheet } from '../answers/read-worksheet';
import { understoodOf } from '../answers/understood';
import { decisionsToSettle, standingDecisions, withOverride, withTick, type Decisions } from '../answers/decisions';
import { Worksheet } from '../worksheet/Worksheet';
import { emptyWorksheet, type WorksheetText } from '../answers/worksheet-text';
// After all that stands in a drawer: what a drawer changes of it comes later in the style sheet.
import { Drawers, drawerTitles } from './Drawers';
import './page.css';

type OpenDrawers = { readonly open: DrawerName | null; readonly visited: readonly DrawerName[] };
const noDrawers: OpenDrawers = { open: null, visited: [] };
/** Drawers that look at the claim; what the others hold is the clinic’s. */
const ofTheClaim: readonly DrawerName[] = ['handover', 'denials'];

type AppProps = {
  /** The day on which the page was opened. */
  openedOn: IsoDate;
  /** The claim record at first; the shell that is drawn before the script runs holds an empty one. */
  initial: WorksheetText;
};

/**
 * The page: form, answer and paper, joined. The claim record lives in the form, the clinic in this component, and nothing of
 * either anywhere else; both are forgotten when the page is left.
 */
export function App({ openedOn, initial }: AppProps) {
  const today = useToday(openedOn);
  const [drawers, setDrawers] = useState(noDrawers);
  const [clinic, setClinic] = useState<ClinicFile>(emptyClinicFile);
  const [kept, setKept] = useState<ClinicFile>(emptyClinicFile);
  /** The record before this one, for as long as nothing was changed in this one. */
  const [before, setBefore] = useState<WorksheetText | null>(null);
  const resolver = useMemo(() => resolverFor(today, clinic), [today, clinic]);
  const { clearErrors, control, getValues, handleSubmit, reset, setValue, subscribe } = useForm<WorksheetText, unknown, Encounter>({ defaultValues: initial, resolver, shouldFocusError: false });
  const fields = useMemo(
    () => ({ clearErrors, control, getValues, handleSubmit, setValue, subscribe }),
    [clearErrors, control, getValues, handleSubmit, setValue, subscribe],
  );

  /** Another record takes the place of this one, which can be brought back if anything was typed in it. */
  const begin = useCallback(
    (record: WorksheetText) => {
      const last = isOwn(getValues(), today) ? structuredClone(getValues()) : null;
      // An untouched page has nothing to bring back, so that what was there before it stays.
      setBefore((earlier) => last ?? earlier);
      reset(record);
      setDrawers(({ visited }) => ({ open: null, visited: visited.filter((name) => !ofTheClaim.includes(name)) }));
      focusOn('page-title');
    },
    [getValues, reset, today],
  );
  const newClaim = useCallback(() => begin({ ...emptyWorksheet, entry: getValues('entry') }), [begin, getValues]);
  const load = useCallback(({ worksheet }: Example) => begin(worksheet(today)), [begin, today]);
  const undo = useCallback(() => {
    if (!before) return;
    begin(before);
    setBefore((last) => (last === before ? null : last));
  }, [before, begin]);
  useEffect(
    () =>
      subscribe({
        formState: { values: true },
        callback: ({ name }) => {
          if (name !== undefined) setBefore(null);
        },
      }),
    [subscribe],
  );
  useEffect(() => {
    const leave = () => {
      reset(emptyWorksheet);
      setBefore(null);
      setClinic(emptyClinicFile);
      setKept(emptyClinicFile);
      setDrawers(noDrawers);
    };
    window.addEventListener('pagehide', leave);
    return () => window.removeEventListener('pagehide', leave);
  }, [reset]);
  useAskBeforeLeaving(useCallback(() => isOwn(getValues(), today) || !isSameClinic(clinic, kept), [clinic, getValues, kept, today]));
  useDaysSettled(today, fields);
  useEffect(() => document.getElementById('not-started')?.remove(), []);

  const print = useCallback(async () => {
    // Without the paper the page says so in its place.
    await loadLateParts().catch(() => undefined);
    const note = getValues('entry') === 'refill' && getValues('refill.paper') === 'note';
    if (note && readWorksheet(getValues(), today, clinic.profiles).refill?.drug) window.print();
    else await handleSubmit(() => window.print())();
  }, [clinic, getValues, handleSubmit, today]);
  useEffect(() => afterLoad(() => void loadLateParts()), []);
  const showAnswer = useCallback(() => focusOn('answer-title'), []);

  const decide = useCallback(
    (change: (record: WorksheetText, encounter: Encounter) => Decisions | undefined) => {
      const { encounter } = readWorksheet(getValues(), today, clinic.profiles);
      const decisions = encounter && change(getValues(), encounter);
      if (!decisions) return;
      setValue('overrides', decisions.overrides);
      setValue('ticks', decisions.ticks);
    },
    [clinic, getValues, setValue, today],
  );
  useEffect(() => {
    /** What is told of the patient when a field is left belongs to the decisions that stand. */
    const settle = () => {
      decide(decisionsToSettle);
      // So does the reference that is told after the patient of an 837P was typed.
      const { patientReference, sending } = getValues();
      if (sending.typedFor === '' && sending.subscriberLast !== '') setValue('sending.typedFor', patientReference.trim());
    };
    document.addEventListener('focusout', settle);
    return () => document.removeEventListener('focusout', settle);
  }, [decide, getValues, setValue]);

  const actions = useMemo<FindingActions>(
    () => ({
      onGoTo: (fact, row) => goToField(fieldOf(fact, getValues('entry'), row)),
      onSwitchOn: (name) => setValue(name, true),
      onChecked: (key, checked) => decide((record, encounter) => withTick(record, encounter, key, checked)),
      onOverride: (finding, change) => decide((record, encounter) => withOverride(record, encounter, finding, change)),
    }),
    [decide, getValues, setValue],
  );

  const openDrawer = useCallback((open: DrawerName) => setDrawers(({ visited }) => ({ open, visited: visited.includes(open) ? visited : [...visited, open] })), []);
  const handOver = useCallback(() => openDrawer('handover'), [openDrawer]);
  const closeDrawer = useCallback(() => setDrawers((before) => ({ ...before, open: null })), []);
  const brought = useMemo(() => ({ profiles: clinic.profiles, containers: openedContainers(clinic.tables), onOpen: openDrawer }), [clinic, openDrawer]);

  return (
    <TodayContext value={today}>
    <FormContext value={fields}>
      <ClinicContext value={brought}>
        <CitationsContext value={loadCitations}>
          <header className="page-header">
            <h1 id="page-title" tabIndex={-1}>
              Baclofen billing worksheet
            </h1>
            <div className="page-actions">
              {before ? (
                <button type="button" className="ds-c-button ds-c-button--small" aria-label="Undo: bring the last claim back" onClick={undo}>
                  Undo
                </button>
              ) : null}
              <ExampleButtons onLoad={load} />
              <button type="button" className="ds-c-button ds-c-button--small" onClick={newClaim}>
                New claim
              </button>
              <PaperChoice />
              <button type="button" className="ds-c-button ds-c-button--small ds-c-button--solid" onClick={() => void print()}>
                Print
              </button>
            </div>
            <nav className="page-tools" aria-label="Beside the worksheet">
              {(Object.keys(drawerTitles) as DrawerName[]).map((name) => (
                <button key={name} type="button" className="link" aria-haspopup="dialog" onClick={() => openDrawer(name)}>
                  {drawerTitles[name]}
                </button>
              ))}
            </nav>
          </header>
          <Desk today={today} canUndo={before !== null} clinic={clinic} kept={kept} onKept={setKept} actions={actions} onLoad={load} onShowAnswer={showAnswer} onHandOver={handOver} drawers={drawers} onClinicChange={setClinic} onCloseDrawer={closeDrawer}>
            <Worksheet onCheck={showAnswer} refill={refillSlot} />
          </Desk>
          <footer className="page-footer">
            <p>Nothing typed here leaves this page or is kept. A new claim puts the last one away; leaving the page forgets the clinic’s details, payer profiles and tables as well, unless you saved them to your file.</p>
            <p>Not legal or coding advice. Confirm a plan’s rules with the payer.</p>
          </footer>
        </CitationsContext>
      </ClinicContext>
    </FormContext>
    </TodayContext>
  );
}

/** The nurse's entry, which is loaded by the time anybody has read as far as its switch. */
function RefillSlot() {
  const { RefillEntry } = loadedLateParts() ?? use(loadLateParts());
  return <RefillEntry />;
}
const refillSlot = (
  <LatePart>
    <RefillSlot />
  </LatePart>
);

/** The examples of the entry in use. */
function ExampleButtons({ onLoad }: { onLoad: (example: Example) => void }) {
  const { control } = useWorksheetForm();
  const entry = useWatch({ control, name: 'entry' });
  return examplesOf(entry).map((example) => (
    <button key={example.name} type="button" className="ds-c-button ds-c-button--small" onClick={() => onLoad(example)}>
      {example.name}
    </button>
  ));
}

/** What a refill prints: the claim, the note for the record, or both. */
function PaperChoice() {
  const { control } = useWorksheetForm();
  if (useWatch({ control, name: 'entry' }) !== 'refill') return null;
  return (
    <div className="paper-choice">
      <SelectAnswer name="refill.paper" choices={choicesOf(paperLabels)} />
    </div>
  );
}

/** Calls back once the page with all that belongs to it is there. */
function afterLoad(work: () => void): (() => void) | undefined {
  if (document.readyState === 'complete') {
    work();
    return undefined;
  }
  window.addEventListener('load', work);
  return () => window.removeEventListener('load', work);
}

/** Today, also on a page that was left open overnight. */
function useToday(openedOn: IsoDate): IsoDate {
  const [today, setToday] = useState(openedOn);
  useEffect(() => {
    const look = () => setToday((before) => localDay(new Date()) ?? before);
    document.addEventListener('visibilitychange', look);
    const timer = setInterval(look, 60_000);
    return () => {
      document.removeEventListener('visibilitychange', look);
      clearInterval(timer);
    };
  }, []);
  return today;
}

/** Whether anybody typed in a record: it is neither empty nor an example as it was loaded. */
function isOwn(record: WorksheetText, today: IsoDate): boolean {
  const text = JSON.stringify(record);
  return [{ ...emptyWorksheet, entry: record.entry }, ...examples.map((example) => example.worksheet(today))].every((untyped) => JSON.stringify(untyped) !== text);
}

/** A "t" that still stands in a field at midnight means the day on which it was typed. */
function useDaysSettled(today: IsoDate, { getValues, setValue }: Pick<WorksheetForm, 'getValues' | 'setValue'>): void {
  const dayBefore = useRef(today);
  useEffect(() => {
    for (const name of dateAnswers) {
      const meant = today === dayBefore.current ? undefined : relativeDay(getValues(name), dayBefore.current);
      if (meant) setValue(name, formatDate(meant));
    }
    dayBefore.current = today;
  }, [getValues, setValue, today]);
}
const dateAnswers = ['dateOfService', 'wasteDate', 'confirmedOn', 'lastFillOn', 'firstDay', 'lastDay', 'askedOn', 'refill.lastFilledOn', 'refill.programmerAlarmDate'] as const;

/** Checks the form against its schema, which is loaded with the page and made at the first check. */
function resolverFor(today: IsoDate, { profiles }: ClinicFile): Resolver<WorksheetText, unknown, Encounter> {
  let resolver: Resolver<WorksheetText, unknown, Encounter> | undefined;
  return async (...check) => {
    resolver ??= (await import('../fields/worksheet-resolver')).worksheetResolver(today, profiles);
    return resolver(...check);
  };
}

function focusOn(id: string): void {
  const target = document.getElementById(id);
  target?.focus({ preventScroll: true });
  target?.scrollIntoView({ block: 'start' });
}

type DeskProps = {
  today: IsoDate;
  /** Whether the last claim can be brought back. */
  canUndo: boolean;
  clinic: ClinicFile;
  kept: ClinicFile;
  onKept: (clinic: ClinicFile) => void;
  onClinicChange: Dispatch<SetStateAction<ClinicFile>>;
  drawers: OpenDrawers;
  onCloseDrawer: () => void;
  actions: FindingActions;
  onLoad: (example: Example) => void;
  onShowAnswer: () => void;
  onHandOver: () => void;
  children: ReactNode;
};

/** Reads the worksheet at every keystroke and shows what follows from it. */
function Desk({ today, canUndo, clinic, kept, onKept, onClinicChange, drawers, onCloseDrawer, actions, onLoad, onShowAnswer, onHandOver, children }: DeskProps) {
  const { getValues, subscribe } = useWorksheetForm();
  const [worksheet, setWorksheet] = useState<WorksheetText>(() => getValues());
  const catchUp = useCallback(() => setWorksheet(structuredClone(getValues())), [getValues]);
  useEffect(() => {
    const follow = ({ values }: { values: WorksheetText }) => setWorksheet(values);
    return subscribe({ formState: { values: true }, callback: follow });
  }, [subscribe]);
  const book = useMemo(() => ruleBookWith(clinic.tables), [clinic]);
  const { claim, problems, overrideProblems, refill } = useMemo(() => {
    const reading = readWorksheet(worksheet, today, clinic.profiles);
    return { ...reading, claim: reading.encounter && prepareClaim(reading.encounter, book) };
  }, [worksheet, today, clinic, book]);

  const overrideFieldsOf = useCallback<OverrideFieldsOf>(
    (checkKey) => {
      const { overrides } = claim ? standingDecisions(worksheet, claim.encounter) : worksheet;
      const place = overrides.findIndex(({ finding }) => finding === checkKey);
      return overrideNames.map((name) => {
        const value = overrides[place]?.[name] ?? '';
        // What is still missing is asked for above the fields; only what cannot be read is told beside its own.
        const problem = value.trim() === '' ? undefined : overrideProblems.find(({ field }) => field === `overrides.${place}.${name}`)?.message;
        const day = name === 'on' ? readDate(value, '', { ...claimYears, today }) : null;
        return { name, label: overrideLabels[name], value, problem, said: day && 'value' in day ? formatDay(day.value) : undefined };
      });
    },
    [worksheet, claim, overrideProblems, today],
  );
  const understood = useMemo(() => understoodOf(worksheet, problems, refill, today), [worksheet, problems, refill, today]);
  const goTo = useCallback<FindingActions['onGoTo']>(
    (fact, row) => {
      onCloseDrawer();
      // The dialog gives the focus back to what opened it; the answer is gone to after that.
      setTimeout(() => actions.onGoTo(fact, row));
    },
    [actions, onCloseDrawer],
  );
  const untouched = isUntouched(worksheet);
  const inShort = claim ? claimInShort(claim) : untouched ? '' : 'No claim yet';
  const printing = usePrinting(catchUp);
  const Paper = loadedLateParts()?.Paper;
  const paper = Paper ? (
    <Paper claim={claim} worksheet={worksheet} problems={problems} refill={refill} />
  ) : (
    <p className="claim-summary">The paper is still on its way. Print again in a moment.</p>
  );

  return (
    <main>
      {worksheet.example ? <p className="example-mark">{worksheet.example}. This is an example, not a real claim.</p> : null}
      <div className="desk">
        <UnderstoodContext value={understood}>
          <RefillContext value={refill}>{children}</RefillContext>
        </UnderstoodContext>
        <section className="answer-panel" aria-label="Claim">
          {claim ? <Answer claim={claim} refillSupport={refillSupport(claim.encounter)} actions={actions} overrideFieldsOf={overrideFieldsOf} onHandOver={onHandOver} /> : <Unanswered entry={worksheet.entry} problems={problems} untouched={untouched} onLoad={onLoad} />}
        </section>
      </div>
      <p className="ds-u-visibility--screen-reader" role="status">
        {canUndo ? 'The last claim was put away; Undo brings it back. ' : ''}
        {inShort}
      </p>
      <button type="button" className="answer-bar" onClick={onShowAnswer}>
        {claim ? inShort : 'No claim yet: see what is missing'}
      </button>
      <Drawers visited={drawers.visited} open={drawers.open} onClose={onCloseDrawer} clinic={clinic} onClinicChange={onClinicChange} kept={kept} onKept={onKept} claim={claim} onGoTo={goTo} />
      {printing ? paper : null}
    </main>
  );
}

const overrideNames = ['who', 'on', 'why'] as const;

/** Whether nothing that makes a claim has been answered yet: then the page teaches instead of asking. */
function isUntouched({ entry, doseGiven, doseWasted, refill, payer, setting }: WorksheetText): boolean {
  const drug = entry === 'dose' ? doseGiven + doseWasted : refill.containers.map(({ product, ndc }) => product + ndc).join('') + refill.instilled;
  return drug + payer + setting === '';
}
