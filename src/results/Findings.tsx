import { memo, useId } from 'react';
import type { Finding } from '../engine/claim';
import { concerning } from '../engine/prepare-claim';
import type { FactName } from '../engine/encounter';
import type { Outcome } from '../engine/rule';
import { SourcesOf } from './Sources';
import { Unfolding } from './Unfolding';
import { denialCodes, outcomeWords } from './words';

export type FindingActions = {
  onGoTo: (fact: FactName, row: number) => void;
  onChecked: (checkKey: string, checked: boolean) => void;
  onSwitchOn: (name: keyof typeof switchWords) => void;
};

const switchWords = { kd: 'Put KD on the line', linePerNdc: 'Make a line for each NDC' } as const;

/** Findings worst first; what passed and what does not apply stands folded below. */
export function Findings({ findings, actions }: { findings: readonly Finding[]; actions: FindingActions }) {
  const open = concerning(findings);
  return (
    <>
      {open.length === 0 ? <p>Nothing to fix or to check.</p> : null}
      <ul className="findings">
        {open.map((finding) => (
          <FindingItem key={finding.rule.id} finding={finding} actions={actions} />
        ))}
      </ul>
      <Folded findings={findings} outcome="pass" />
      <Folded findings={findings} outcome="not-applicable" />
    </>
  );
}

/** One finding: what will happen, why, what to do, who says so. Where it is only looked at, it is neither ticked nor switched. */
export const FindingItem = memo(
  function FindingItem({ finding, actions }: { finding: Finding; actions: Pick<FindingActions, 'onGoTo'> & Partial<FindingActions> }) {
    const { checkKey, checkedByBiller } = finding;
    const { id, title, rows } = finding.rule;
    const { outcome, because, fix, denial, goTo, goToRow = 0, switchOn, billerMayCheck } = finding.verdict;
    const titleId = useId();
    const { onSwitchOn, onChecked } = actions;
    return (
      <li className={`finding ${outcome}${checkedByBiller ? ' checked' : ''}`} aria-labelledby={titleId}>
        <h4 id={titleId}>
          <span className="outcome">
            <Shape outcome={outcome} /> {checkedByBiller ? 'Checked by you' : outcomeWords[outcome]}
          </span>{' '}
          {title}
        </h4>
        {denial ? (
          <p className="denial">
            {denial.carc.length > 0 ? `May come back: ${denial.means} (${denialCodes(denial)}).` : `${denial.means.charAt(0).toUpperCase()}${denial.means.slice(1)}.`}
          </p>
        ) : null}
        <p>{because}</p>
        {fix ? (
          <p>
            <strong>Do:</strong> {fix}
          </p>
        ) : null}
        <div className="finding-actions">
          {goTo ? (
            <button type="button" className="link" aria-label={`Go to the answer: ${title}`} onClick={() => actions.onGoTo(goTo, goToRow)}>
              Go to the answer
            </button>
          ) : null}
          {switchOn && onSwitchOn ? (
            <button type="button" className="link" onClick={() => onSwitchOn(switchOn)}>
              {switchWords[switchOn]}
            </button>
          ) : null}
          {billerMayCheck && onChecked ? (
            <label className="check-off">
              <input
                type="checkbox"
                aria-label={`I have checked this: ${title}`}
                checked={checkedByBiller}
                onChange={({ target }) => onChecked(checkKey, target.checked)}
              />
              I have checked this
            </label>
          ) : null}
        </div>
        <Unfolding className="who" summary={`Who says so: ${id} [${rows.join(', ')}]`}>{() => <SourcesOf rows={rows} />}</Unfolding>
      </li>
    );
  },
  (before, after) =>
    before.actions === after.actions &&
    before.finding.checkKey === after.finding.checkKey &&
    before.finding.verdict.outcome === after.finding.verdict.outcome &&
    before.finding.verdict.goToRow === after.finding.verdict.goToRow &&
    before.finding.checkedByBiller === after.finding.checkedByBiller,
);

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
              <strong>{title}.</strong> {because} <span className="rows">{id} [{rows.join(', ')}]</span>
            </li>
          ))}
        </ul>
      )}
    </Unfolding>
  );
}
