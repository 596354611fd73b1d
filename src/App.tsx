import { zodResolver } from '@hookform/resolvers/zod';
import { useCallback, useEffect, useMemo, useState, type ReactNode } from 'react';
import { flushSync } from 'react-dom';
import { useForm, type Resolver } from 'react-hook-form';
import type { PreparedClaim } from './engine/claim';
import type { IsoDate } from './engine/dated';
import type { Encounter } from './engine/encounter';
import { prepareClaim } from './engine/prepare-claim';
import { Answer, claimInShort } from './results/Answer';
import type { FindingActions } from './results/Findings';
import { ServiceLines } from './results/ServiceLines';
import { statusWords, tableWords } from './results/words';
import { Working } from './results/Working';
import { ruleBook } from './rules';
import { ClaimSummary } from './summary/ClaimSummary';
import { asEntered, checklistOf, hasPatientInformation } from './worksheet/as-entered';
import { examples, type Example } from './worksheet/examples';
import { goToField } from './worksheet/fields';
import { FormContext, useWorksheetForm } from './worksheet/form';
import { payerLabels } from './worksheet/labels';
import { readWorksheet, worksheetSchema, type Problem } from './worksheet/read-worksheet';
import { UnderstoodContext, understoodOf } from './worksheet/understood';
import { Worksheet } from './worksheet/Worksheet';
import { emptyWorksheet, type WorksheetText } from './worksheet/worksheet-text';

type AppProps = {
  today: IsoDate;
  /** What the worksheet holds at first; the shell that is drawn before the script runs holds nothing. */
  initial: WorksheetText;
};

/** The page: form, answer and paper, joined. What is typed lives in this component's memory and nowhere else. */
export function App({ today, initial }: AppProps) {
  const [resolver] = useState(() => resolverFor(today));
  const { control, getValues, handleSubmit, register, reset, setValue, subscribe } = useForm<WorksheetText, unknown, Encounter>({ defaultValues: initial, resolver, shouldFocusError: false });
  const fields = useMemo(
    () => ({ control, getValues, handleSubmit, register, subscribe }),
    [control, getValues, handleSubmit, register, subscribe],
  );

  const clear = useCallback(() => {
    reset(emptyWorksheet(today));
    focusOn('page-title');
  }, [reset, today]);
  useEffect(() => {
    const leave = () => reset(emptyWorksheet(today));
    window.addEventListener('pagehide', leave);
    return () => window.removeEventListener('pagehide', leave);
  }, [reset, today]);

  const load = useCallback(
    ({ worksheet }: Example) => {
      const own = getValues('example') === '' && JSON.stringify(getValues()) !== JSON.stringify(emptyWorksheet(today));
      if (own && !window.confirm('Replace what is typed with the example?')) return;
      reset(worksheet(today));
    },
    [getValues, reset, today],
  );
  const print = useCallback(() => void handleSubmit(() => window.print())(), [handleSubmit]);
  const showAnswer = useCallback(() => focusOn('answer-title'), []);

  const actions = useMemo<FindingActions>(
    () => ({
      onGoTo: goToField,
      onSwitchOn: (name) => setValue(name, true, { shouldDirty: true }),
      onChecked: (key, checked) => {
        const others = getValues('checked').filter((each) => each !== key);
        setValue('checked', checked ? [...others, key] : others, { shouldDirty: true });
      },
    }),
    [getValues, setValue],
  );

  return (
    <FormContext value={fields}>
      <header className="page-header">
        <h1 id="page-title" tabIndex={-1}>
          Baclofen billing worksheet
        </h1>
        <div className="page-actions">
          {examples.map((example) => (
            <button key={example.name} type="button" className="ds-c-button ds-c-button--small" onClick={() => load(example)}>
              {example.name}
            </button>
          ))}
          <button type="button" className="ds-c-button ds-c-button--small" onClick={clear}>
            Clear worksheet
          </button>
          <button type="button" className="ds-c-button ds-c-button--small ds-c-button--solid" onClick={print}>
            Print
          </button>
        </div>
      </header>
      <Desk today={today} actions={actions} onShowAnswer={showAnswer}>
        <Worksheet onCheck={showAnswer} />
      </Desk>
      <footer className="page-footer">
        <p>Nothing typed here leaves this page or is kept: it is gone when you clear or leave it.</p>
        <p>Not legal or coding advice. Confirm a plan’s rules with the payer.</p>
      </footer>
    </FormContext>
  );
}

/** Checks the form against its schema, which is made at the first check. */
function resolverFor(today: IsoDate): Resolver<WorksheetText, unknown, Encounter> {
  let resolver: Resolver<WorksheetText, unknown, Encounter> | undefined;
  return (...check) => (resolver ??= zodResolver(worksheetSchema(today)))(...check);
}

function focusOn(id: string): void {
  const target = document.getElementById(id);
  target?.focus({ preventScroll: true });
  target?.scrollIntoView({ block: 'start' });
}

type DeskProps = { today: IsoDate; actions: FindingActions; onShowAnswer: () => void; children: ReactNode };

/** Reads the worksheet at every keystroke and shows what follows from it. */
function Desk({ today, actions, onShowAnswer, children }: DeskProps) {
  const { getValues, subscribe } = useWorksheetForm();
  const [worksheet, setWorksheet] = useState<WorksheetText>(() => getValues());
  useEffect(() => {
    const follow = ({ values }: { values: WorksheetText }) => setWorksheet(values);
    return subscribe({ formState: { values: true }, callback: follow });
  }, [subscribe]);
  const catchUp = useCallback(() => setWorksheet({ ...getValues() }), [getValues]);
  const { claim, problems } = useMemo(() => {
    const reading = readWorksheet(worksheet, today);
    return { claim: reading.encounter && prepareClaim(reading.encounter, ruleBook), problems: reading.problems };
  }, [worksheet, today]);

  const understood = useMemo(() => understoodOf(worksheet, problems), [worksheet, problems]);
  const inShort = claim ? claimInShort(claim) : '';
  const printing = usePrinting(catchUp);

  return (
    <main>
      {worksheet.example ? <p className="example-mark">{worksheet.example}. This is an example, not a real claim.</p> : null}
      <div className="desk">
        <UnderstoodContext value={understood}>{children}</UnderstoodContext>
        <section className="answer-panel" aria-label="Claim">
          {claim ? <Answer claim={claim} citations={ruleBook.citations} actions={actions} /> : <Unanswered problems={problems} worksheet={worksheet} />}
        </section>
      </div>
      <p className="ds-u-visibility--screen-reader" role="status">
        {inShort}
      </p>
      <button type="button" className="answer-bar" onClick={onShowAnswer}>
        {inShort || 'No claim yet: see what is missing'}
      </button>
      {printing ? <Paper claim={claim} worksheet={worksheet} problems={problems} /> : null}
    </main>
  );
}

/** What stands in place of the claim until it can be computed. Never a claim from a guess. */
function Unanswered({ problems, worksheet }: { problems: readonly Problem[]; worksheet: WorksheetText }) {
  const untouched = worksheet.doseGiven === '' && worksheet.doseWasted === '' && worksheet.payer === '' && worksheet.setting === '';
  return (
    <div className="unanswered">
      <h2 id="answer-title" tabIndex={-1}>
        {untouched ? 'The claim appears here' : 'No claim yet'}
      </h2>
      {untouched ? (
        <p>
          Enter dose, waste, payer type and setting. You get the code, the units and the lines with JW or JZ, the reason for every
          number, and what would bring the claim back. To see it at work, load an example above.
        </p>
      ) : (
        <>
          <p>Still needed, or not readable as typed:</p>
          <ul>
            {problems.map(({ field, message }) => (
              <li key={field}>
                <button type="button" className="link" onClick={() => goToField(field)}>
                  {message}
                </button>
              </li>
            ))}
          </ul>
        </>
      )}
    </div>
  );
}

/**
 * True while the page is being printed, or shown as print media: nobody pays for the paper before it is wanted.
 * The claim may lag a frame behind the keys, but `catchUp` is called so that it never lags behind the printer.
 */
function usePrinting(catchUp: () => void): boolean {
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
function Paper({ claim, worksheet, problems }: PaperProps) {
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
