import { use } from 'react';
import { formatDate } from '../engine/dated';
import { pumpOutlook, residualByArithmetic } from '../engine/pump-outlook';
import { isConcentrationChanged, pumpChecks, withdrawalWarning, type PumpCheck } from '../rules/pump-checks';
import { ChoiceAnswer } from '../worksheet/fields';
import { RefillContext } from '../worksheet/form';
import { choicesOf, yesOrNoLabels } from '../worksheet/labels';
import { ReservoirPicture } from './ReservoirPicture';

const checkWords = { look: 'Look again', fine: 'Fits', 'not-told': 'Not checked' } as const satisfies Record<PumpCheck['outcome'], string>;

/** Dates, differences and the picture of the reservoir, from what was recorded so far. */
export function CrossCheck() {
  const reading = use(RefillContext);
  if (!reading?.pumpFill || !reading.on) return <p className="section-note">The cross-check appears once containers, reservoir and volume are entered.</p>;
  const { pumpFill, on } = reading;
  const outlook = pumpFill.dailyDose ? pumpOutlook(pumpFill, pumpFill.dailyDose, on) : null;
  const residual = residualByArithmetic(pumpFill, on);
  return (
    <div className="cross-check">
      {isConcentrationChanged(pumpFill) ? <ChoiceAnswer name="refill.bridgeBolus" choices={choicesOf(yesOrNoLabels)} /> : null}
      <ReservoirPicture fill={pumpFill} />
      <ul className="pump-checks">
        {pumpChecks(pumpFill, outlook, on).map(({ title, outcome, says }) => (
          <li key={title} className={outcome}>
            <strong>
              {checkWords[outcome]}: {title}.
            </strong>{' '}
            {says}
          </li>
        ))}
      </ul>
      {outlook ? (
        <p className="refill-by">
          <span>
            Alarm computed for <strong>{outlook.computedAlarm ? formatDate(outlook.computedAlarm) : 'no day of the calendar'}</strong>
          </span>
          {outlook.latestRefill ? (
            <span>
              Latest refill <strong>{formatDate(outlook.latestRefill.date)}</strong>
            </span>
          ) : null}
        </p>
      ) : null}
      <p className="warning">
        <strong>Boxed warning of the label.</strong> {withdrawalWarning.says}
      </p>
      {outlook ? (
        <details>
          <summary>How the dates were computed</summary>
          <ol className="working">
            {[...(residual ? [residual.how] : []), ...outlook.how].map(({ says, rows }) => (
              <li key={says}>
                {says} <span className="rows">[{rows.join(', ')}]</span>
              </li>
            ))}
          </ol>
        </details>
      ) : null}
    </div>
  );
}
