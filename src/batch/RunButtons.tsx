import { counted } from '../engine/typed';
import type { Running } from './use-work';

type RunButtonsProps = {
  start: string;
  cancel: string;
  /** What is done meanwhile. */
  label: string;
  isSolid?: boolean;
  running: Running | null;
  /** Something else is in hand, and this waits for it. */
  isBlocked: boolean;
  onStart: () => void;
  onCancel: () => void;
};

/** Starts and stops work on the rows. Both keep their places, so that the focus does and nothing moves at a press. */
export function RunButtons(props: RunButtonsProps) {
  const { start, cancel, label, isSolid = true, running, isBlocked, onStart, onCancel } = props;
  const isIdle = running === null && !isBlocked;
  return (
    <div className="batch-progress">
      <button
        type="button"
        className={`ds-c-button ds-c-button--small${isSolid ? ' ds-c-button--solid' : ''}`}
        aria-disabled={!isIdle}
        onClick={() => (isIdle ? onStart() : undefined)}
      >
        {start}
      </button>
      <button
        type="button"
        className="ds-c-button ds-c-button--small"
        aria-disabled={running === null}
        onClick={() => (running ? onCancel() : undefined)}
      >
        {cancel}
      </button>
      {running ? (
        <>
          <progress aria-label={label} max={1} value={running.part} />
          <span>
            {running.rows.toLocaleString('en-US')} rows
            {running.secondsLeft === null ? '' : `, about ${counted(running.secondsLeft, 'second')} left`}
          </span>
        </>
      ) : null}
    </div>
  );
}
