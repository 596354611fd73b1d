import { TextField } from '@cmsgov/design-system';
import { memo, useId } from 'react';
import type { Finding } from '../engine/prepared-claim';
import type { Denial, Outcome } from '../engine/verdict';
import { concerning, overrideInWords } from '../engine/prepare-claim';
import type { FactName } from '../engine/encounter';
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

export type FindingActions = {
  onGoTo: (fact: FactName, row: number) => void;
  onChecked: (checkKey: string, checked: boolean) => void;
  onSwitchOn: (name: keyof typeof switchWords) => void;
  onOverride: (checkKey: string, change: Partial<Record<OverrideField['name'], string>>) => void;
};

const switchWords = { kd: 'Put KD on the line', linePerNdc: 'Make a line for each NDC' } as const;

/** Findings worst first; what passed and what does not apply stands folded below. */
export function Findings({
  findings,
  actions,
  overrideFieldsOf,
}: {
  findings: readonly Finding[];
  actions: FindingActions;
  overrideFieldsOf: OverrideFieldsOf;
}) {
  const open = concerning(findings);
  return (
    <>
      {open.length === 0 ? <p>Nothing to fix or to check.</p> : null}
      <ul className="findings">
        {open.map((finding) => (
          <FindingItem
            key={finding.rule.id}
            finding={finding}
            actions={actions}
            overrideFields={finding.verdict.certain ? overrideFieldsOf(finding.checkKey) : none}
          />
        ))}
      </ul>
      <Folded findings={findings} outcome="pass" />
      <Folded findings={findings} outcome="not-applicable" />
    </>
  );
}

const none: readonly OverrideField[] = [];

type FindingItemProps = {
  finding: Finding;
  actions: Pick<FindingActions, 'onGoTo'> & Partial<FindingActions>;
  overrideFields?: readonly OverrideField[];
};

/**
 * One finding: what will happen, why, what to do, who says so. Where it is only looked at, it is neither ticked,
 * switched nor overridden.
 */
export const FindingItem = memo(
  function FindingItem({ finding, actions, overrideFields = none }: FindingItemProps) {
    const { checkKey, checkedByBiller, override } = finding;
    const { id, title, rows } = finding.rule;
    const { outcome, certain, denial } = finding.verdict;
    const titleId = useId();
    const { onOverride } = actions;
    return (
      <li
        className={`finding ${outcome}${checkedByBiller ? ' checked' : override ? ' overridden' : ''}`}
        aria-labelledby={titleId}
      >
        <h4 id={titleId}>
          <span className="outcome">
            <Shape outcome={outcome} />{' '}
            {override ? 'Overridden' : checkedByBiller ? 'Checked by you' : outcomeWords[outcome]}
          </span>{' '}
          {title}
        </h4>
        {denial ? <p className="denial">{denialInWords(denial, certain)}</p> : null}
        <Reason finding={finding} />
        <Actions finding={finding} actions={actions} />
        {certain && onOverride ? (
          <OverrideEntry title={title} fields={overrideFields} onChange={(change) => onOverride(checkKey, change)} />
        ) : null}
        <Unfolding className="who" summary={`Who says so: ${id} [${rows.join(', ')}]`}>
          {() => <SourcesOf rows={rows} />}
        </Unfolding>
      </li>
    );
  },
  (before, after) =>
    before.actions === after.actions &&
    before.finding.checkKey === after.finding.checkKey &&
    before.finding.verdict.outcome === after.finding.verdict.outcome &&
    before.finding.verdict.goToRow === after.finding.verdict.goToRow &&
    before.finding.checkedByBiller === after.finding.checkedByBiller &&
    before.finding.override?.finding === after.finding.override?.finding &&
    JSON.stringify(before.overrideFields) === JSON.stringify(after.overrideFields),
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
function Actions({
  finding,
  actions: { onGoTo, onSwitchOn, onChecked },
}: Pick<FindingItemProps, 'finding' | 'actions'>) {
  const { title } = finding.rule;
  const { goTo, goToRow = 0, switchOn, billerMayCheck } = finding.verdict;
  return (
    <div className="finding-actions">
      {goTo ? (
        <button
          type="button"
          className="link"
          aria-label={`Go to the answer: ${title}`}
          onClick={() => onGoTo(goTo, goToRow)}
        >
          Go to the answer
        </button>
      ) : null}
      {switchOn && onSwitchOn ? (
        <button type="button" className="link" onClick={() => onSwitchOn(switchOn)}>
          {switchWords[switchOn]}
        </button>
      ) : null}
      {billerMayCheck && onChecked ? (
        <CheckOff
          title={title}
          checked={finding.checkedByBiller}
          onChange={(checked) => onChecked(finding.checkKey, checked)}
        />
      ) : null}
    </div>
  );
}

function CheckOff({
  title,
  checked,
  onChange,
}: {
  title: string;
  checked: boolean;
  onChange: (checked: boolean) => void;
}) {
  return (
    <label className="check-off">
      <input
        type="checkbox"
        aria-label={`I have checked this: ${title}`}
        checked={checked}
        onChange={({ target }) => onChange(target.checked)}
      />
      I have checked this
    </label>
  );
}

type OverrideEntryProps = {
  title: string;
  fields: readonly OverrideField[];
  onChange: (change: Partial<Record<OverrideField['name'], string>>) => void;
};

/** The one way past a finding that is certain to bring the claim back: who, when and why. */
function OverrideEntry({ title, fields, onChange }: OverrideEntryProps) {
  const id = useId();
  return (
    <Unfolding className="override" summary="Send it all the same">
      {() => (
        <div role="group" aria-label={`Send it all the same: ${title}`}>
          <p>
            All three are needed. They go with the claim: onto the summary and the refill note, into CSV, JSON and FHIR.
          </p>
          {fields.map(({ name, label, value, problem, said }) => (
            <TextField
              key={name}
              id={`${id}-${name}`}
              name={`override-${name}`}
              label={label}
              hint={said}
              {...(problem ? { errorMessage: problem } : {})}
              autoComplete="off"
              autoCapitalize="off"
              spellCheck={false}
              value={value}
              onChange={({ target }) => onChange({ [name]: target.value })}
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
