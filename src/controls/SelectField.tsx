import type { ReactNode, RefAttributes, SelectHTMLAttributes } from 'react';
import { Label } from './Label';
import { Told } from './Told';

export type SelectChoice = { value: string; label: string; group?: string };

type SelectFieldProps = {
  id: string;
  label: string;
  choices: readonly SelectChoice[];
  unchosen: string | undefined;
  hint: ReactNode;
  needed?: boolean;
  problem: string | undefined;
  /** What joins it to its answer. */
  field: SelectHTMLAttributes<HTMLSelectElement> & RefAttributes<HTMLSelectElement>;
};

/** A native list: it takes letters typed, needs no script, and is what a tablet shows best. */
export function SelectField({ id, label, choices, unchosen, hint, needed = false, problem, field }: SelectFieldProps) {
  return (
    <div className="answer">
      <Label of={id} needed={needed}>
        {label}
      </Label>
      {hint ? (
        <p className="ds-c-hint" id={`${id}-hint`}>
          {hint}
        </p>
      ) : null}
      <select
        id={id}
        className={`ds-c-field select${problem ? ' ds-c-field--error' : ''}`}
        autoComplete="off"
        aria-describedby={`${hint ? `${id}-hint ` : ''}${id}-told`}
        {...(problem ? { 'aria-invalid': true } : {})}
        {...(needed ? { 'aria-required': true } : {})}
        {...field}
      >
        {unchosen ? <option value="">{unchosen}</option> : null}
        <Options choices={choices} />
      </select>
      <Told id={`${id}-told`} problem={problem} />
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
