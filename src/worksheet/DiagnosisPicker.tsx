import { use } from 'react';
import { useWatch } from 'react-hook-form';
import { diagnosesOn } from '../rules/diagnoses';
import { TodayContext, useOfThisRecord, useWorksheetForm } from '../fields/form';
import { claimYears, readDate, readDiagnoses } from '../answers/read-answers';
import './worksheet.css';

/** Codes that fit the causes named in coverage texts; what is picked joins what was typed. */
export function DiagnosisPicker() {
  const [picked, setPicked] = useOfThisRecord('');
  const [added, setAdded] = useOfThisRecord('');
  const join = useJoining();
  return (
    <>
      <label className="ds-c-label" htmlFor="diagnosis-picker">
        Diagnosis of the date of service
      </label>
      <p className="ds-c-hint" id="diagnosis-picker-hint">
        Codes that fit the causes named in coverage texts. No payer’s own list was read, nor the code changes of October
        2026.
      </p>
      <DiagnosisList picked={picked} onPick={setPicked} />
      <button
        type="button"
        className="ds-c-button ds-c-button--small add-diagnosis"
        onClick={() => setAdded(join(picked))}
      >
        Add the code
      </button>
      <p className="understood" role="status">
        {added}
      </p>
    </>
  );
}

/** Puts a code behind those that were typed, unless it is there, and says which it was. */
function useJoining(): (code: string) => string {
  const { getValues, setValue } = useWorksheetForm();
  return (code) => {
    if (code === '') return 'Choose a code first.';
    const typed = getValues('diagnoses').trim();
    const before = readDiagnoses(typed);
    if ('value' in before && before.value.includes(code)) return `${code} is there already.`;
    setValue('diagnoses', typed === '' ? code : `${typed}, ${code}`);
    return `${code} was added.`;
  };
}

/** The codes as of the date of service, or of today while none is told. */
function DiagnosisList({ picked, onPick }: { picked: string; onPick: (code: string) => void }) {
  const { control } = useWorksheetForm();
  const today = use(TodayContext);
  const dateOfService = useWatch({ control, name: 'dateOfService' });
  const reading = readDate(dateOfService, '', { ...claimYears, today });
  const listed = diagnosesOn('value' in reading ? reading.value : today);
  const groups = [...new Set(listed.map(({ group }) => group))];
  return (
    <select
      id="diagnosis-picker"
      className="ds-c-field select"
      aria-describedby="diagnosis-picker-hint"
      autoComplete="off"
      value={picked}
      onChange={({ target }) => onPick(target.value)}
    >
      <option value="">Choose a code</option>
      {groups.map((group) => (
        <optgroup key={group} label={group}>
          {listed
            .filter((each) => each.group === group)
            .map(({ code, words }) => (
              <option key={code} value={code}>
                {code}: {words}
              </option>
            ))}
        </optgroup>
      ))}
    </select>
  );
}
