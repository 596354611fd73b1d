import { useEffect, useRef } from 'react';
import './problem-summary.css';

type FormProblemsProps = {
  titleId: string;
  /** In form order; `fieldId` is of the field that each stands beside. */
  problems: readonly { readonly fieldId: string; readonly message: string }[];
  /** How often the form was checked, and whether the last check found nothing. */
  submitCount: number;
  isSubmitSuccessful: boolean;
};

/**
 * What is wrong with a form in a drawer, in the words that stand beside the fields; takes the focus each time the form
 * is checked.
 */
export function FormProblems({ titleId, problems, submitCount, isSubmitSuccessful }: FormProblemsProps) {
  const summary = useRef<HTMLDivElement>(null);
  useEffect(() => {
    if (submitCount > 0 && !isSubmitSuccessful) summary.current?.focus();
  }, [submitCount, isSubmitSuccessful]);
  if (problems.length === 0) return null;
  return (
    <div className="problem-summary" ref={summary} tabIndex={-1} role="group" aria-labelledby={titleId}>
      <h4 id={titleId}>There is a problem</h4>
      <ul>
        {problems.map(({ fieldId, message }) => (
          <li key={fieldId}>
            <button type="button" className="link" onClick={() => document.getElementById(fieldId)?.focus()}>
              {message}
            </button>
          </li>
        ))}
      </ul>
    </div>
  );
}
