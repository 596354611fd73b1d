import { useMemo, useRef, useState } from 'react';
import { flushSync } from 'react-dom';
import type { IsoDate } from '../engine/dated';
import { SourcesOf } from '../results/Sources';
import { Unfolding } from '../results/Unfolding';
import { byClaim, type AuditFinding, type ForPerson, type FoundInClaim } from './audit';
import { aboutInWords, byInWords, counted, inText, pricesInWords, questionTitle, riskInWords } from './audit-words';
import { actionTitles } from './audit-remedy';
import { causeTitles, checkId } from './audit-sums';

const fewFirst = 10;
const moreAtOnce = 50;

/** A list whose first ten stand there at once, and fifty more with each press; focus goes to the first that is new. */
function useMore<List extends HTMLElement>(all: number) {
  const [shown, setShown] = useState(fewFirst);
  const list = useRef<List>(null);
  const showMore = () => {
    flushSync(() => setShown(shown + moreAtOnce));
    const first = list.current?.children[shown];
    if (first instanceof HTMLElement) first.focus();
  };
  return { list, shown: Math.min(shown, all), more: Math.min(moreAtOnce, all - shown), showMore };
}

/** What was found of each claim, most money first: its rows, what was billed and due, why, and what to do by when. */
export function AuditFindings({ findings, madeOn }: { findings: readonly AuditFinding[]; madeOn: IsoDate }) {
  const claims = useMemo(() => byClaim(findings), [findings]);
  const { list, shown, more, showMore } = useMore<HTMLOListElement>(claims.length);
  return (
    <>
      <ol className="audit-findings" ref={list}>
        {claims.slice(0, shown).map((claim) => (
          <li key={claim.findings[0]?.lines.join()} tabIndex={-1}>
            <ClaimCard claim={claim} madeOn={madeOn} />
          </li>
        ))}
      </ol>
      <More more={more} of={claims.length} shown={shown} what="claim" onMore={showMore} />
    </>
  );
}

type ClaimCardProps = { claim: FoundInClaim; madeOn: IsoDate };

function ClaimCard({ claim: { findings, risk, unpriced }, madeOn }: ClaimCardProps) {
  const [first] = findings;
  if (!first) return null;
  const prices = pricesInWords(findings);
  return (
    <article>
      <h4>
        <span className="audit-money">{riskInWords(unpriced === findings.length ? null : risk)}</span>{' '}
        {findings.map(({ cause }) => causeTitles[cause]).join('; ')}
      </h4>
      {prices ? <p className="audit-about">Money: {prices}.</p> : null}
      <p className="audit-about">{aboutInWords(first)}</p>
      <p className="audit-about">
        Billed <strong>{first.billed}</strong>, due <strong>{first.due || 'no line'}</strong>
      </p>
      {findings.map((finding) => (
        <FindingFacts key={finding.cause} finding={finding} isOne={findings.length === 1} madeOn={madeOn} />
      ))}
    </article>
  );
}

type FindingFactsProps = { finding: AuditFinding; isOne: boolean; madeOn: IsoDate };

function FindingFacts({ finding, isOne, madeOn }: FindingFactsProps) {
  const { cause, risk, why, rows, remedy } = finding;
  const sources = [...new Set([...rows, ...remedy.rows])];
  return (
    <>
      <dl className="audit-facts">
        <Fact term="Why" says={isOne ? why : `${causeTitles[cause]}. ${why} ${riskInWords(risk)}.`} />
        <Fact term="What to do" says={`${actionTitles[remedy.action]}. ${remedy.says}`} />
        <Fact term="By when" says={`${byInWords(remedy, madeOn)}. ${remedy.byWhen}`} />
      </dl>
      <Unfolding summary={`Who says so: ${inText(causeTitles[cause])}`}>
        {() => (
          <>
            <p>
              The check is <code>{checkId(cause)}</code>. It rests on these rules:
            </p>
            <SourcesOf rows={[...sources, '10']} />
          </>
        )}
      </Unfolding>
    </>
  );
}

const Fact = ({ term, says }: { term: string; says: string }) => (
  <div>
    <dt>{term}</dt>
    <dd>{says}</dd>
  </div>
);

/** What the audit does not decide, and why. */
export function AuditForPersons({ forPersons }: { forPersons: readonly ForPerson[] }) {
  const { list, shown, more, showMore } = useMore<HTMLUListElement>(forPersons.length);
  return (
    <>
      <ul className="audit-findings" ref={list}>
        {forPersons.slice(0, shown).map((each) => (
          <li key={each.lines.join()} tabIndex={-1}>
            <article>
              <h4>{each.questions.map(questionTitle).join('; ')}</h4>
              <p className="audit-about">{aboutInWords(each)}</p>
              <dl className="audit-facts">
                <Fact term="Open" says={each.questions.map(({ says }) => says).join(' ')} />
                <Fact term="Billed" says={each.billed} />
                <Fact term="Worksheet" says={each.due || 'no line'} />
              </dl>
              {each.alsoFound ? <p>Something else of this claim is among the findings.</p> : null}
            </article>
          </li>
        ))}
      </ul>
      <More more={more} of={forPersons.length} shown={shown} what="claim" onMore={showMore} />
    </>
  );
}

type MoreProps = { more: number; of: number; shown: number; what: string; onMore: () => void };

const More = ({ more, of, shown, what, onMore }: MoreProps) =>
  more > 0 ? (
    <p>
      {shown} of {counted(of, what)} shown.{' '}
      <button type="button" className="ds-c-button ds-c-button--small" onClick={onMore}>
        Show {more} more
      </button>
    </p>
  ) : null;
