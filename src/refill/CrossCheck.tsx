import { use } from 'react';
import { useWatch } from 'react-hook-form';
import { crossCheckWaits } from '../answers/cross-check';
import type { RefillReading } from '../answers/read-refill';
import { pumpOutlook } from '../engine/pump-outlook';
import { refillTimeline } from '../engine/refill-timeline';
import {
  isConcentrationChanged,
  pumpChecks,
  pumpSources,
  withdrawalWarning,
  type PumpCheck,
} from '../rules/pump-checks';
import { SourcesOf } from '../results/Sources';
import { Working } from '../results/Working';
import { ChoiceAnswer } from '../fields/fields';
import { ClaimContext, RefillContext, useWorksheetForm } from '../fields/form';
import { RefillTimeline } from '../results/RefillTimeline';
import { ReservoirPicture } from '../results/ReservoirPicture';
import './refill.css';

const checkWords = { look: 'Look again', fine: 'Fits', 'not-told': 'Not checked' } as const satisfies Record<
  PumpCheck['outcome'],
  string
>;

/** Dates, differences and the picture of the reservoir, from what was recorded so far. */
export function CrossCheck() {
  const reading = use(RefillContext);
  const claim = use(ClaimContext);
  const { control } = useWorksheetForm();
  const typedDose = useWatch({ control, name: 'refill.dailyDose' });
  if (!reading) return null;
  const { pumpFill, on } = reading;
  if (!pumpFill || !on) return <Waits reading={reading} />;
  const outlook = pumpOutlook(pumpFill, on);
  const authorization = claim && claim.encounter.priorAuthorization;
  return (
    <div className="cross-check">
      {isConcentrationChanged(pumpFill) ? <ChoiceAnswer name="refill.bridgeBolus" /> : null}
      <ReservoirPicture fill={pumpFill} expected={outlook.expected} />
      <Checks checks={pumpChecks(pumpFill, outlook, on, typedDose)} />
      <RefillTimeline timeline={refillTimeline(outlook, on, authorization)} />
      <p className="section-note">
        The pump computes its alarm, it does not measure what is left: do not rely on the alarm alone.{' '}
        <span className="rows">[products 3]</span>
      </p>
      <p className="warning">
        <strong>Boxed warning of the label.</strong> {withdrawalWarning.says}{' '}
        <span className="rows">[{withdrawalWarning.row}]</span>
      </p>
      {outlook.how.length > 0 ? (
        <details>
          <summary>How the dates were computed</summary>
          <Working how={outlook.how} />
        </details>
      ) : null}
      <details>
        <summary>Where this comes from</summary>
        <SourcesOf rows={pumpSources} />
      </details>
    </div>
  );
}

/** What is still to be entered. */
function Waits({ reading }: { reading: RefillReading }) {
  const { control } = useWorksheetForm();
  const [refill, dateOfService] = useWatch({ control, name: ['refill', 'dateOfService'] });
  return <p className="section-note">{crossCheckWaits({ refill, dateOfService }, reading)}</p>;
}

function Checks({ checks }: { checks: readonly PumpCheck[] }) {
  return (
    <ul className="pump-checks">
      {checks.map(({ title, outcome, says, row }) => (
        <li key={title} className={outcome}>
          <strong>
            {checkWords[outcome]}: {title}.
          </strong>{' '}
          {says} <span className="rows">[{row}]</span>
        </li>
      ))}
    </ul>
  );
}
