import type { ReactNode } from 'react';
import { formatDate } from '../engine/dated';
import { formatMoney, type Money } from '../engine/quantity';
import type { Standing } from '../remittance/answers';
import { sourceOf } from '../remittance/deadlines';
import { allowedOf } from '../remittance/expected';
import { dayOf, type ClaimMatch } from '../remittance/match-claims';
import { nextStepWords, type NextStep, type WrongWay } from '../remittance/next-steps';
import { ofPatient, outcomeWords, stillOpen, writtenOff } from '../remittance/outcome';
import type { RemittedClaim as Remitted } from '../remittance/remittance';
import { codesByName, groupWords, type GroupCode } from '../rules/remittance-codes';
import { askWords, type AnsweredPart, type PartAsk } from '../remittance/answered-parts';
import type { AnsweredRow } from './answered-rows';
import { ChooseClaim } from './ChooseClaim';
import type { Choosing } from './choosing';
import { ClaimLetters } from './ClaimLetters';
import { inFewWords, type DayRow } from './day-rows';

const standingWords = {
  stands: '',
  reversed: 'This payment was taken back.',
  reversal: 'This takes an earlier payment back.',
  'reversal-alone': 'This takes a payment back that is not here.',
  'sent-again': 'This is a copy of an answer that is here already. It counts once.',
  replaced: 'A later answer stands in its place.',
} as const satisfies Record<Standing, string>;

type RemittedClaimProps = Pick<Choosing, 'choice' | 'onChoose'> & {
  row: AnsweredRow;
  /** All claims that are kept. */
  rows: readonly DayRow[];
  /** What is made of it, behind all that it says. */
  children: ReactNode;
};

/** What a payer answered to one claim: whose it is, each line in plain words, and what is done next. */
export function RemittedClaim({ row, rows, choice, onChoose, children }: RemittedClaimProps) {
  const { answer, own, match, isKept, standing, parts } = row;
  const { claim } = answer;
  return (
    <article className="remitted-claim">
      <h4>{titleOf(claim)}</h4>
      <p>
        {own ? `Kept claim: ${inFewWords(own)}. ` : ''}
        {saidOfMatch(match, choice)} {isKept ? 'It is kept with its claim.' : ''}
      </p>
      {isKept ? null : (
        <ChooseClaim {...{ rows, match, own, choice, onChoose }} title={titleOf(claim)} on={dayOf(claim)} />
      )}
      {standing === 'stands' ? null : <p className="warning">{standingWords[standing]}</p>}
      {claim.isCut ? <p className="warning">The file ends within this claim. What follows is missing.</p> : null}
      {claim.remarks.length > 0 ? (
        <ul aria-label="Of the whole claim">
          {claim.remarks.map((remark) => (
            <li key={remark}>
              {remark}: {meaningOf(remark)}
            </li>
          ))}
        </ul>
      ) : null}
      {parts().map((part) => (
        <Part key={part.name} part={part} />
      ))}
      {children}
      <ClaimLetters row={row} />
    </article>
  );
}

/** How the kept claim was found, or that a person chose it. */
export const saidOfMatch = ({ says }: ClaimMatch, choice: string | undefined): string =>
  choice === undefined ? says : choice === '' ? 'You said that no kept claim is meant.' : 'You chose it.';

function titleOf(claim: Remitted): string {
  const day = dayOf(claim);
  return [
    claim.controlNumber || 'No control number',
    ...(claim.patient ? [[claim.patient.last, claim.patient.first].filter(Boolean).join(' ')] : []),
    ...(day ? [formatDate(day)] : []),
  ].join(', ');
}

/** Paid otherwise than was worked out, and nothing on the remittance says why. */
const Short = ({ allowed }: Pick<AnsweredPart, 'allowed'>) =>
  allowed && !allowed.isExplained && allowed.difference ? (
    <p className="warning">
      {formatMoney(allowed.difference)} against what was worked out. {allowed.says.join(' ')}
    </p>
  ) : null;

const told = (amount: Money | null): string => (amount ? formatMoney(amount) : 'not told');

function Part({ part }: { part: AnsweredPart }) {
  const { name, judged, next, match, allowed, asks } = part;
  const [first, ...others] = next.steps;
  const short = asks.find(({ kind }) => kind === 'short');
  return (
    <div role="group" className="remitted-part" aria-label={name}>
      <h5>
        {name}: {outcomeWords[next.outcome]}
      </h5>
      {match?.says ? <p>{match.says}</p> : null}
      <Amounts part={part} />
      <Reasons part={part} />
      {next.outcome === 'held'
        ? judged.holds.map(({ says }) => (
            <p key={says} className="warning">
              {says}
            </p>
          ))
        : null}
      <Short allowed={allowed} />
      {short ? <TooLittle deadline={short.deadline} /> : null}
      {short && (first.kind === 'nothing' || first.kind === 'write-off') ? null : <Next step={first} />}
      {others.length + next.wrong.length + (allowed ? 1 : 0) > 0 ? (
        <details>
          <summary>What else there is</summary>
          {allowed ? <p>Against the estimate: {allowed.says.join(' ')}</p> : null}
          {others.map((step) => (
            <Next key={step.kind} step={step} />
          ))}
          <WrongWays wrong={next.wrong} />
        </details>
      ) : null}
    </div>
  );
}

const TooLittle = ({ deadline }: Pick<PartAsk, 'deadline'>) => (
  <p>
    <strong>{askWords.short}.</strong> The rest of the charge is written off, paid or owed.{' '}
    {deadline ? (
      <>
        It can be appealed. {deadline.says} <span className="rows">[{sourceOf(deadline)}]</span>
      </>
    ) : null}
  </p>
);

/** What does not add up, or lacks an amount, comes to nothing that could be told. */
function Amounts({ part: { judged, line, next } }: { part: AnsweredPart }) {
  const { charge, paid, adjustments } = judged;
  const amounts = [
    ['Charged', told(charge)],
    ...(line ? [['Allowed', told(next.outcome === 'denied' ? line.allowed : allowedOf(line))]] : []),
    ['Paid', told(paid)],
    ...(next.outcome === 'held'
      ? []
      : [
          ['Patient owes', formatMoney(ofPatient(adjustments))],
          ['Written off', formatMoney(writtenOff(adjustments))],
          ['Still open', formatMoney(stillOpen(adjustments))],
        ]),
  ] as const;
  return (
    <dl className="remitted-amounts">
      {amounts.map(([label, amount]) => (
        <div key={label}>
          <dt>{label}</dt>
          <dd>{amount}</dd>
        </div>
      ))}
    </dl>
  );
}

const groupSays = (group: string): string =>
  Object.hasOwn(groupWords, group) ? groupWords[group as GroupCode] : `Group ${group} is unknown.`;
const meaningOf = (code: string): string => codesByName.get(code)?.means ?? 'Not on file here. Look it up.';

/** Every reason and remark with its amount, in words. */
function Reasons({ part: { judged } }: { part: AnsweredPart }) {
  const { adjustments, remarks } = judged;
  if (adjustments.length + remarks.length === 0) return null;
  return (
    <ul>
      {adjustments.map(({ group, reason, amount }, place) => (
        // A remittance may name a reason twice.
        // oxlint-disable-next-line react/no-array-index-key
        <li key={`${place} ${group}-${reason}`}>
          {group}-{reason}, {formatMoney(amount)}: {meaningOf(reason)} {groupSays(group)}
        </li>
      ))}
      {remarks.map((remark) => (
        <li key={remark}>
          {remark}: {meaningOf(remark)}
        </li>
      ))}
    </ul>
  );
}

const Next = ({ step: { kind, says, deadline, rows } }: { step: NextStep }) => (
  <p>
    <strong>{nextStepWords[kind]}.</strong> {says} {deadline ? `${deadline.says} ` : ''}
    <span className="rows">
      [{rows.join(', ')}
      {deadline ? `; ${sourceOf(deadline)}` : ''}]
    </span>
  </p>
);

const wrongWords = (kind: WrongWay['kind']): string => (kind === 'post' ? 'Post it' : nextStepWords[kind]);

function WrongWays({ wrong }: { wrong: readonly WrongWay[] }) {
  if (wrong.length === 0) return null;
  return (
    <>
      <p>These ways do not lead on:</p>
      <ul>
        {wrong.map(({ kind, says, rows }) => (
          <li key={kind}>
            {wrongWords(kind)}: {says} <span className="rows">[{rows.join(', ')}]</span>
          </li>
        ))}
      </ul>
    </>
  );
}
