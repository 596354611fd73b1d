import { useState } from 'react';
import { TextField } from '../controls/TextField';
import type { Fee } from '../engine/clinic-file';
import { counted } from '../engine/typed';
import { feesText, readFees } from './fees-text';

type FeesProps = { fees: readonly Fee[]; onChange: (fees: readonly Fee[]) => void };

/** What the clinic charges by code: typed or pasted as lines, taken over once all of them can be read. */
export function Fees({ fees, onChange }: FeesProps) {
  const { shown, said, problem, type, keep } = useFees(fees, onChange);
  return (
    <section aria-labelledby="fees-title">
      <h3 id="fees-title">Charges of the clinic</h3>
      <p className="section-note">A code that is ticked or typed takes its charge from here. What is typed wins.</p>
      <TextField
        id={fieldId}
        label="One code and its charge for one unit a line"
        hint="Like 62370 350.00. The drug is J0475 or J0476, per unit."
        problem={problem}
        lines={6}
        field={{
          name: fieldId,
          value: shown,
          onChange: ({ target }) => type(target.value),
        }}
      />
      <button type="button" className="ds-c-button ds-c-button--small" onClick={keep}>
        Keep the charges
      </button>
      <p role="status">{said}</p>
    </section>
  );
}

const fieldId = 'clinic-fees';

/** The charges as they are being typed, until all of them can be read and are kept. */
function useFees(fees: readonly Fee[], onChange: FeesProps['onChange']) {
  const [typed, setTyped] = useState<string | null>(null);
  const [problem, setProblem] = useState<string>();
  const [said, setSaid] = useState('');
  const shown = typed ?? feesText(fees);
  const type = (text: string) => {
    setTyped(text);
    setSaid('');
  };
  const keep = () => {
    const reading = readFees(shown);
    if ('problem' in reading) {
      setProblem(reading.problem);
      document.getElementById(fieldId)?.focus();
      return;
    }
    onChange(reading.value);
    setTyped(null);
    setProblem(undefined);
    setSaid(`${counted(reading.value.length, 'charge')} kept in this page. Save to a file to keep them longer.`);
  };
  return { shown, said, problem, type, keep };
}
