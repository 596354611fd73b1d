import type { ReactNode } from 'react';
import { examplesOf, type Example } from '../answers/examples';
import type { Problem } from '../answers/answer-reader';
import { ProblemList } from '../fields/ProblemList';
import type { WorksheetText } from '../answers/worksheet-text';
import { ClaimTitle } from '../results/ClaimTitle';
import { NotLoaded } from './LatePart';

type UnansweredProps = {
  /** Whether what makes the claim did not come. */
  failed: boolean;
  entry: WorksheetText['entry'];
  problems: readonly Problem[];
  /** Whose it is and how it stands to what is kept of it; blank while it was never kept. */
  standing: string;
  untouched: boolean;
  onLoad: (example: Example) => void;
  /** What is typed so far can be kept, and a refill note printed: neither needs a claim. */
  keep: ReactNode;
  print: ReactNode;
};

const teaches = {
  dose: 'Enter dose, waste, date of service, diagnosis, payer type and setting.',
  refill:
    'Record the containers opened, the reservoir, the milliliters instilled and what became of the rest; ' +
    'then date of service, diagnosis, payer type and setting.',
} as const satisfies Record<WorksheetText['entry'], string>;

/** What stands in place of the claim until it can be computed. Never a claim from a guess. */
export function Unanswered(props: UnansweredProps) {
  const { failed, entry, problems, standing, untouched, onLoad, keep, print } = props;
  if (failed) return <NotLoaded />;
  return (
    <div className="unanswered">
      <div className="title-line">
        <ClaimTitle>{untouched ? 'The claim appears here' : 'No claim yet'}</ClaimTitle>
        <span className="claim-standing">{standing}</span>
        {untouched ? null : keep}
      </div>
      {untouched ? (
        <>
          <p>
            {teaches[entry]} You get the code, the units and the lines with JW or JZ, the reason for every number, and
            what would bring the claim back.
          </p>
          <p>
            To see it at work:{' '}
            {examplesOf(entry).map((example) => (
              <button key={example.name} type="button" className="link" onClick={() => onLoad(example)}>
                {example.shows}
              </button>
            ))}
          </p>
        </>
      ) : (
        <>
          <p>Still needed, or not readable as typed:</p>
          <ProblemList problems={problems} />
          <div className="claim-actions">{print}</div>
        </>
      )}
    </div>
  );
}
