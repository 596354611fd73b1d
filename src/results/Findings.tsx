import { findingKey } from '../engine/finding-groups';
import { memo, startTransition, useEffect, useId, useOptimistic, useRef } from 'react';
import type { FindingGroup, GroupName, Matter } from '../engine/finding-groups';
import type { Finding } from '../engine/prepared-claim';
import type { Denial, Outcome, SettledBy } from '../engine/verdict';
import { overrideInWords } from '../engine/prepare-claim';
import type { FactName } from '../engine/encounter';
import { TextField } from '../controls/TextField';
import { SourcesOf } from './Sources';
import { Unfolding } from './Unfolding';
import { denialCodes, outcomeWords } from './words';
import './findings.css';

/** One of the three answers of an override, as typed, and what is wrong with it. */
export type OverrideField = {
  readonly name: 'who' | 'on' | 'why';
  readonly label: string;
  readonly value: string;
  readonly problem: string | undefined;
  readonly said: string | undefined;
};
/** What is typed to override the finding of a key. */
export type OverrideFieldsOf = (checkKey: string) => readonly OverrideField[];

/** Goes to the answer that tells a fact: of which row of the containers, or at which box of a list. */
export type GoTo = (fact: FactName, row?: number, item?: string) => void;

export type FindingActions = {
  onGoTo: GoTo;
  /** The findings of these keys were checked, or are no longer. */
  onChecked: (checkKeys: readonly string[], checked: boolean) => void;
  /** All of these items were seen in the record, or are no longer. */
  onRecorded: (items: readonly string[], seen: boolean) => void;
  onSwitchOn: (name: keyof typeof switchWords) => void;
  onOverride: (checkKey: string, change: Partial<Record<OverrideField['name'], string>>) => void;
};

const switchWords = { kd: 'Put KD on the line', linePerNdc: 'Make a line for each NDC' } as const;

const groupTitles = {
  fix: 'To fix',
  claim: 'To check on this claim',
  record: 'To find in the record',
  tables: 'Tables out of date for this day',
} as const satisfies Record<GroupName, string>;

type FindingsProps = {
  findings: readonly Finding[];
  groups: readonly FindingGroup[];
  actions: FindingActions;
  overrideFieldsOf: OverrideFieldsOf;
};

/** What is to be done, in its groups; what passed and what does not apply stands folded below. */
export function Findings({ findings, groups, actions, overrideFieldsOf }: FindingsProps) {
  return (
    <>
      {groups.length === 0 ? <p>Nothing to fix or to check.</p> : null}
      {groups.map(({ name, matters }) => (
        <section key={name} className="finding-group" aria-labelledby={`findings-${name}`}>
          <h3 id={`findings-${name}`}>{groupTitles[name]}</h3>
          <ul className="findings">
            {matters.map((matter) => (
              <MatterItem key={matter.key} matter={matter} actions={actions} overrideFieldsOf={overrideFieldsOf} />
            ))}
          </ul>
        </section>
      ))}
      <Folded findings={findings} outcome="pass" />
      <Folded findings={findings} outcome="not-applicable" />
    </>
  );
}

type MatterProps = { matter: Matter; actions: FindingActions; overrideFieldsOf: OverrideFieldsOf };

/**
 * One check: a finding, or several of one cause. What was checked is one line, and can still be taken back; what is
 * overridden stays as it was typed.
 */
function MatterItem({ matter, actions, overrideFieldsOf }: MatterProps) {
  const { findings, isSettled } = matter;
  const [first] = findings;
  const titleId = useId();
  const alone = findings.length === 1;
  const shown = () =>
    alone ? (
      <FindingBody finding={first} titleId={titleId} actions={actions} overrideFieldsOf={overrideFieldsOf} />
    ) : (
      <ul className="findings">
        {findings.map((finding, place) => (
          <FindingItem key={findingKey(findings, place)} finding={finding} actions={actions} />
        ))}
      </ul>
    );
  const folds = isSettled && first.override === null;
  return (
    <li
      className={`matter${folds ? ' settled' : alone ? ` finding ${classOf(first)}` : ''}`}
      {...(alone && !folds ? { 'aria-labelledby': titleId } : { 'aria-label': titlesOf(findings) })}
    >
      {folds ? <Unfolding summary={settledInWords(matter)}>{shown}</Unfolding> : shown()}
      <MatterCheck matter={matter} actions={actions} />
    </li>
  );
}

const classOf = ({ verdict: { outcome }, checkedByBiller, override }: Finding): string =>
  `${outcome}${checkedByBiller ? ' checked' : override ? ' overridden' : ''}`;

/** "Checked by you: KD; Diagnosis". */
function settledInWords({ findings, settledBy }: Matter): string {
  const how = findings[0].verdict.outcome === 'pass' ? 'Seen in the record' : 'Checked by you';
  return `${how}: ${settledBy === 'record' ? 'need and dose' : titlesOf(findings)}`;
}
const titlesOf = (findings: readonly Finding[]): string => findings.map(({ rule }) => rule.title).join('; ');

const askedOnce = {
  payer: 'I have asked the payer about',
  record: 'I have seen in the record',
  table: 'I have looked up',
} as const satisfies Record<SettledBy, string>;

/** The one tick of what has one cause. */
function MatterCheck({ matter: { findings, settledBy, isSettled }, actions }: Omit<MatterProps, 'overrideFieldsOf'>) {
  const items = findings.flatMap(({ verdict }) => verdict.recordItems ?? []);
  if (items.length === 0 && !findings.every(({ verdict }) => verdict.billerMayCheck)) return null;
  const asked = items.length > 0 ? askedOnce.record : settledBy && askedOnce[settledBy];
  return (
    <CheckOff
      words={asked ?? findings[0].verdict.tickSays}
      title={titlesOf(findings)}
      named={asked !== null}
      checked={isSettled}
      onChange={(checked) =>
        items.length > 0
          ? actions.onRecorded(items, checked)
          : actions.onChecked(
              findings.map(({ checkKey }) => checkKey),
              checked,
            )
      }
    />
  );
}

type FindingItemProps = {
  finding: Finding;
  actions: Pick<FindingActions, 'onGoTo'> & Partial<FindingActions>;
};

/** One finding among others, where it is only looked at: it is neither ticked nor overridden. */
export function FindingItem({ finding, actions }: FindingItemProps) {
  const titleId = useId();
  return (
    <li className={`finding ${classOf(finding)}`} aria-labelledby={titleId}>
      <FindingBody finding={finding} titleId={titleId} actions={actions} />
    </li>
  );
}

type FindingBodyProps = FindingItemProps & { titleId: string; overrideFieldsOf?: OverrideFieldsOf };

/** One finding: what will happen, why, what to do, who says so. */
const FindingBody = memo(
  function FindingBody({ finding, titleId, actions, overrideFieldsOf }: FindingBodyProps) {
    const { checkKey, checkedByBiller, override } = finding;
    const { id, title, rows } = finding.rule;
    const { outcome, certain, denial, holdsDrug } = finding.verdict;
    const { onOverride } = actions;
    return (
      <>
        <h4 id={titleId}>
          <span className="outcome">
            <Shape outcome={outcome} />{' '}
            {override ? 'Overridden' : checkedByBiller ? 'Checked by you' : outcomeWords[outcome]}
          </span>{' '}
          {title}
        </h4>
        {denial ? <p className="denial">{denialInWords(denial, certain)}</p> : null}
        <Reason finding={finding} />
        <WaysOut finding={finding} actions={actions} />
        {(certain || holdsDrug) && onOverride && overrideFieldsOf ? (
          <OverrideEntry
            title={title}
            words={certain ? 'Send it all the same' : 'Bill the drug all the same'}
            fields={overrideFieldsOf(checkKey)}
            onChange={(change) => onOverride(checkKey, change)}
          />
        ) : null}
        <Unfolding className="who" summary={`Who says so: ${id}`}>
          {() => <SourcesOf rows={rows} />}
        </Unfolding>
      </>
    );
  },
  (before, after) =>
    before.actions === after.actions &&
    before.finding.checkKey === after.finding.checkKey &&
    before.finding.verdict.outcome === after.finding.verdict.outcome &&
    before.finding.verdict.goTo === after.finding.verdict.goTo &&
    before.finding.verdict.goToRow === after.finding.verdict.goToRow &&
    before.finding.verdict.goToItem === after.finding.verdict.goToItem &&
    before.finding.checkedByBiller === after.finding.checkedByBiller &&
    before.finding.override === after.finding.override &&
    (!(after.finding.verdict.certain || after.finding.verdict.holdsDrug) ||
      before.overrideFieldsOf === after.overrideFieldsOf),
);

/** "May come back: a modifier is missing (CARC 4)." */
const denialInWords = (denial: Denial, certain: boolean | undefined): string =>
  denial.carc.length > 0
    ? `${certain ? 'Would come back' : 'May come back'}: ${denial.means} (${denialCodes(denial)}).`
    : `${denial.means.charAt(0).toUpperCase()}${denial.means.slice(1)}.`;

/** Why, what was decided of it, and what to do. */
function Reason({ finding: { verdict, override } }: { finding: Finding }) {
  const { because, certain, fix } = verdict;
  return (
    <>
      <p>{because}</p>
      {certain && !override ? <p>The claim would certainly come back, so it goes into no form or file.</p> : null}
      {override ? (
        <p>
          <strong>Overridden:</strong> {overrideInWords(override)}
        </p>
      ) : null}
      {fix ? (
        <p>
          <strong>Do:</strong> {fix}
        </p>
      ) : null}
    </>
  );
}

/** What can be done about it at once. */
function WaysOut({ finding, actions: { onGoTo, onSwitchOn } }: FindingItemProps) {
  const { title } = finding.rule;
  const { goTo, goToRow, goToItem, switchOn } = finding.verdict;
  if (!goTo && !switchOn) return null;
  return (
    <div className="finding-actions">
      {goTo ? (
        <button
          type="button"
          className="link"
          aria-label={`Go to the answer: ${title}`}
          onClick={() => onGoTo(goTo, goToRow, goToItem)}
        >
          Go to the answer
        </button>
      ) : null}
      {switchOn && onSwitchOn ? (
        <button type="button" className="link" onClick={() => onSwitchOn(switchOn)}>
          {switchWords[switchOn]}
        </button>
      ) : null}
    </div>
  );
}

const checkedWords = 'I have checked this';

type CheckOffProps = {
  words: string | undefined;
  title: string;
  /** Whether its label says what it is about, because no title stands above it alone. */
  named: boolean;
  checked: boolean;
  onChange: (checked: boolean) => void;
};

/** The box shows at once what is done to it; the claim that follows comes after that, and has the last word. */
function CheckOff({ words = checkedWords, title, named, checked, onChange }: CheckOffProps) {
  const [shown, show] = useOptimistic(checked);
  const box = useRef<HTMLInputElement>(null);
  const before = useRef(checked);
  useEffect(() => {
    if (before.current !== checked) keepInView(box.current);
    before.current = checked;
  }, [checked]);
  return (
    <label className="check-off">
      <input
        ref={box}
        type="checkbox"
        aria-label={`${words}: ${title}`}
        checked={shown}
        onChange={({ target }) =>
          startTransition(() => {
            show(target.checked);
            onChange(target.checked);
          })
        }
      />
      {named ? `${words}: ${title}` : words}
    </label>
  );
}

/** What is settled folds, and its box moves with it. */
function keepInView(box: HTMLInputElement | null): void {
  if (box && box === document.activeElement) box.scrollIntoView({ block: 'nearest' });
}

type OverrideEntryProps = {
  title: string;
  words: string;
  fields: readonly OverrideField[];
  onChange: (change: Partial<Record<OverrideField['name'], string>>) => void;
};

/** The one way past a finding that is certain to bring the claim back, or holds the drug: who, when and why. */
function OverrideEntry({ title, words, fields, onChange }: OverrideEntryProps) {
  const id = useId();
  return (
    <Unfolding className="override" summary={words}>
      {() => (
        <div role="group" aria-label={`${words}: ${title}`}>
          <p>
            All three are needed. They go with the claim: onto the summary and the refill note, into CSV, JSON and FHIR.
          </p>
          {fields.map(({ name, label, value, problem, said }) => (
            <TextField
              key={name}
              id={`${id}-${name}`}
              label={label}
              problem={problem}
              said={said}
              field={{
                name: `override-${name}`,
                value,
                onChange: ({ target }) => onChange({ [name]: target.value }),
              }}
            />
          ))}
        </div>
      )}
    </Unfolding>
  );
}

/** Told by shape besides word and color: square hold, triangle fix, circle check, tick passed. */
export function Shape({ outcome }: { outcome: Outcome }) {
  return <span className={`shape ${outcome}`} aria-hidden="true" />;
}

function Folded({ findings, outcome }: { findings: readonly Finding[]; outcome: 'pass' | 'not-applicable' }) {
  const folded = findings.filter(({ verdict }) => verdict.outcome === outcome);
  if (folded.length === 0) return null;
  return (
    <Unfolding summary={`${outcomeWords[outcome]}: ${folded.length}`}>
      {() => (
        <ul className="folded">
          {folded.map(({ rule: { id, title, rows }, verdict: { because } }) => (
            <li key={id}>
              <strong>{title}.</strong> {because}{' '}
              <span className="rows">
                {id} [{rows.join(', ')}]
              </span>
            </li>
          ))}
        </ul>
      )}
    </Unfolding>
  );
}
