import { useEffect, useRef } from 'react';
import { useFormState } from 'react-hook-form';
import { useWorksheetForm } from './form';
import { goToField } from './fields';
import { fieldLabels, type FieldName } from './labels';

/** What is wrong, in the words that stand beside the fields; takes the focus each time the worksheet is checked. */
export function ProblemSummary() {
  const { control } = useWorksheetForm();
  const { errors, submitCount, isSubmitSuccessful } = useFormState({ control });
  const summary = useRef<HTMLDivElement>(null);
  useEffect(() => {
    if (submitCount > 0 && !isSubmitSuccessful) summary.current?.focus();
  }, [submitCount, isSubmitSuccessful]);

  const problems = (Object.keys(fieldLabels) as FieldName[]).flatMap((field) => {
    const message: unknown = errors[field]?.message;
    return typeof message === 'string' ? { field, message } : [];
  });
  const hasProblems = problems.length > 0;
  useEffect(() => {
    document.title = `${hasProblems ? 'Error: ' : ''}Baclofen billing worksheet`;
  }, [hasProblems]);
  if (!hasProblems) return null;
  return (
    <div className="problem-summary" ref={summary} tabIndex={-1} role="group" aria-labelledby="problem-summary-title">
      <h2 id="problem-summary-title">There is a problem</h2>
      <ul>
        {problems.map(({ field, message }) => (
          <li key={field}>
            <button type="button" className="link" onClick={() => goToField(field)}>
              {message}
            </button>
          </li>
        ))}
      </ul>
    </div>
  );
}
