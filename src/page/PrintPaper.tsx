import { useWatch } from 'react-hook-form';
import { SelectAnswer } from '../fields/fields';
import { useWorksheetForm } from '../fields/form';

/** Prints the claim; of a refill also what is to be printed: the claim, the note for the record, or both. */
export function PrintPaper({ onPrint }: { onPrint: () => void }) {
  return (
    <span className="print">
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
