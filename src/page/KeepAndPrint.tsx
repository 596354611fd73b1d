import { useWatch } from 'react-hook-form';
import { SelectAnswer } from '../fields/fields';
import { useWorksheetForm } from '../fields/form';

type KeepAndPrintProps = { onKeep: () => void; onPrint: () => void };

/**
 * Keeps the claim among the clinic’s, and prints it; of a refill also what is to be printed: the claim, the note for
 * the record, or both.
 */
export function KeepAndPrint({ onKeep, onPrint }: KeepAndPrintProps) {
  return (
    <span className="print">
      <button
        type="button"
        className="ds-c-button ds-c-button--small"
        aria-label="Keep this claim among the clinic’s"
        onClick={onKeep}
      >
        Keep
      </button>
      <PaperChoice />
      <button type="button" className="ds-c-button ds-c-button--small" onClick={onPrint}>
        Print
      </button>
    </span>
  );
}

function PaperChoice() {
  const { control } = useWorksheetForm();
  return useWatch({ control, name: 'entry' }) === 'refill' ? <SelectAnswer name="refill.paper" /> : null;
}
