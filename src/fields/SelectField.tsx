import { InlineError, Label } from '@cmsgov/design-system';
import type { ReactNode, RefAttributes, SelectHTMLAttributes } from 'react';
import type { Choice } from '../answers/answer';

export type SelectChoice = Choice & { group?: string };

type SelectFieldProps = {
  id: string;
  label: string;
  choices: readonly SelectChoice[];
  unchosen: string | undefined;
  hint: ReactNode;
  problem: string | undefined;
  /** What joins it to its answer. */
  field: SelectHTMLAttributes<HTMLSelectElement> & RefAttributes<HTMLSelectElement>;
};

/** A native list: it takes letters typed, needs no script, and is what a tablet shows best. */
export function SelectField({ id, label, choices, unchosen, hint, problem, field }: SelectFieldProps) {
  const described = [hint ? `${id}-hint` : '', problem ? `${id}-problem` : ''].filter(Boolean).join(' ');
  return (
    <div className="answer">
      <Label id={`${id}-label`} fieldId={id}>
        {label}
      </Label>
      {hint ? (
        <p className="ds-c-hint" id={`${id}-hint`}>
          {hint}
        </p>
      ) : null}
      {problem ? <InlineError id={`${id}-problem`}>{problem}</InlineError> : null}
      <select
        id={id}
        className={`ds-c-field select${problem ? ' ds-c-field--error' : ''}`}
        autoComplete="off"
        {...(described ? { 'aria-describedby': described } : {})}
        {...(problem ? { 'aria-invalid': true } : {})}
        {...field}
      >
        {unchosen ? <option value="">{unchosen}</option> : null}
        <Options choices={choices} />
      </select>
    </div>
  );
}

/** The choices, under the names of their groups where they have any. */
function Options({ choices }: Pick<SelectFieldProps, 'choices'>) {
  const groups = [...new Set(choices.map(({ group }) => group))];
  return groups.map((group) => {
    const options = choices
      .filter((choice) => choice.group === group)
      .map(({ value, label }) => (
        <option key={value} value={value}>
          {label}
        </option>
      ));
    return group === undefined ? (
      options
    ) : (
      <optgroup key={group} label={group}>
        {options}
      </optgroup>
    );
  });
}
