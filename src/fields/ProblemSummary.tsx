import { useEffect, useRef } from 'react';
import { useFormState } from 'react-hook-form';
import { useWorksheetForm } from './form';
import type { Problem } from '../answers/answer-reader';
import { worksheetFields, type FieldName } from '../answers/field-names';
import { ProblemList } from './ProblemList';
import './problem-summary.css';

/** What is wrong, in the words that stand beside the fields; takes the focus each time the worksheet is checked. */
export function ProblemSummary() {
  const { control } = useWorksheetForm();
  const { errors, submitCount, isSubmitSuccessful } = useFormState({ control });
  const summary = useRef<HTMLDivElement>(null);
  useEffect(() => {
    if (submitCount > 0 && !isSubmitSuccessful) summary.current?.focus();
  }, [submitCount, isSubmitSuccessful]);

  const problems = problemsIn(errors);
  const hasProblems = problems.length > 0;
  useEffect(() => {
    document.title = `${hasProblems ? 'Error: ' : ''}Baclofen billing worksheet`;
  }, [hasProblems]);
  if (!hasProblems) return null;
  return (
    <div className="problem-summary" ref={summary} tabIndex={-1} role="group" aria-labelledby="problem-summary-title">
      <h2 id="problem-summary-title">There is a problem</h2>
      <ProblemList problems={problems} />
    </div>
  );
}

/** The problems in form order: those of the refill first, as it stands first, then those of the worksheet. */
function problemsIn(errors: object): Problem[] {
  const found = flattened(errors, '');
  const place = ({ field }: Problem) => worksheetFields.findIndex((name) => name === field);
  return found.sort((a, b) => place(a) - place(b));
}

function flattened(errors: object, path: string): Problem[] {
  return Object.entries(errors).flatMap(([name, error]) => {
    if (typeof error !== 'object' || error === null) return [];
    const field = `${path}${name}`;
    if (!('message' in error)) return flattened(error, `${field}.`);
    return typeof error.message === 'string' ? [{ field: field as FieldName, message: error.message }] : [];
  });
}
