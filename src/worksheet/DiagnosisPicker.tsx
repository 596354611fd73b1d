import { use } from 'react';
import { useWatch } from 'react-hook-form';
import { diagnosesOn } from '../rules/diagnoses';
import { TodayContext, useOfThisRecord, useWorksheetForm } from '../fields/form';
import { readDay } from '../answers/claim-readers';
import { readDiagnoses } from '../answers/read-answers';

/** Codes that fit the causes named in coverage texts, as of the date of service, or of today while none is told; what is picked joins what was typed. */
export function DiagnosisPicker() {
  const { control, getValues, setValue } = useWorksheetForm();
  const [picked, setPicked] = useOfThisRecord('');
  const [added, setAdded] = useOfThisRecord('');
  const add = (code: string) => {
    if (code === '') return setAdded('Choose a code first.');
    const typed = getValues('diagnoses').trim();
    const before = readDiagnoses(typed);
    const there = 'value' in before && before.value.includes(code);
    if (!there) setValue('diagnoses', typed === '' ? code : `${typed}, ${code}`);
    return setAdded(there ? `${code} is there already.` : `${code} was added.`);
  };
  const today = use(TodayContext);
  const dateOfService = useWatch({ control, name: 'dateOfService' });
  const reading = readDay(dateOfService, '', today);
  const listed = diagnosesOn('value' in reading ? reading.value : today);
  const groups = [...new Set(listed.map(({ group }) => group))];
  return (
    <>
      <label className="ds-c-label" htmlFor="diagnosis-picker">
        Diagnosis of the date of service
      </label>
      <p className="ds-c-hint" id="diagnosis-picker-hint">
        Codes that fit the causes named in coverage texts. No payer’s own list was read, nor the code changes of October 2026.
      </p>
      <select id="diagnosis-picker" className="ds-c-field select" aria-describedby="diagnosis-picker-hint" autoComplete="off" value={picked} onChange={({ target }) => setPicked(target.value)}>
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
      <button type="button" className="ds-c-button ds-c-button--small add-diagnosis" onClick={() => add(picked)}>
        Add the code
      </button>
      <p className="understood" role="status">
        {added}
      </p>
    </>
  );
}
