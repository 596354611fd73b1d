import { ChoiceList, InlineError, Label, TextField } from '@cmsgov/design-system';
import type { ReactNode } from 'react';
import { useController, useFormState } from 'react-hook-form';
import { useWorksheetForm } from './form';
import { fieldLabels, type FieldName } from './labels';
import { amountUnits, type WorksheetText } from './worksheet-text';
import { unitTyped } from './read-answers';
import { useUnderstood } from './understood';

type TextName = { [Name in FieldName]: WorksheetText[Name] extends string ? Name : never }[FieldName];
type ListName = { [Name in FieldName]: WorksheetText[Name] extends readonly string[] ? Name : never }[FieldName];

export const fieldId = (name: FieldName): string => `answer-${name}`;

/** Moves to the field that settles a problem or a finding, unfolding what it stands in: the chosen one of a question, else its first. */
export function goToField(name: FieldName): void {
  const field =
    document.querySelector<HTMLElement>(`[type="radio"][name="${name}"]:checked`) ?? document.querySelector<HTMLElement>(`[name="${name}"]`);
  field?.closest('details')?.setAttribute('open', '');
  field?.focus();
  field?.scrollIntoView({ block: 'center' });
}

/** The problem with a field once the worksheet was checked; nothing before that. */
function useProblem(name: FieldName): string | undefined {
  const { control } = useWorksheetForm();
  const { errors } = useFormState({ control, name });
  const problem: unknown = errors[name]?.message;
  return typeof problem === 'string' ? problem : undefined;
}

type TextAnswerProps = {
  name: TextName;
  onTyped?: (typed: string) => void;
  optional?: boolean;
  hint?: ReactNode;
  size?: 'small' | 'medium';
  /** A short answer of digits: brings up the number keys where there is no keyboard. */
  digits?: boolean;
};

export function TextAnswer({ name, optional = false, hint, size, digits = false, onTyped }: TextAnswerProps) {
  const { register } = useWorksheetForm();
  const problem = useProblem(name);
  const { ref, ...input } = register(name, { onChange: ({ target }) => onTyped?.(target.value) });
  const understoodId = `${fieldId(name)}-understood`;
  return (
    <div className="answer">
      <TextField
        id={fieldId(name)}
        label={fieldLabels[name]}
        requirementLabel={optional ? 'Optional' : undefined}
        hint={hint}
        {...(size ? { size } : {})}
        {...(digits ? { inputMode: 'decimal' as const } : {})}
        {...(problem ? { errorMessage: problem } : {})}
        aria-describedby={understoodId}
        inputRef={ref}
        autoComplete="off"
        autoCapitalize="off"
        spellCheck={false}
        {...input}
      />
      <UnderstoodNote name={name} id={understoodId} silent={problem !== undefined} />
    </div>
  );
}

/** Apart from its field, so that saying back one amount does not draw every field again. */
function UnderstoodNote({ name, id, silent }: { name: TextName; id: string; silent: boolean }) {
  const understood = useUnderstood(name);
  return (
    <p className="understood" id={id}>
      {silent ? null : understood}
    </p>
  );
}

type AmountName = 'doseGiven' | 'doseWasted' | 'labeledAmount';

/** An amount of drug with its unit beside it; a unit typed behind the amount is taken over there. */
export function AmountAnswer({ name, optional = false, hint }: { name: AmountName; optional?: boolean; hint?: ReactNode }) {
  const { register, setValue } = useWorksheetForm();
  const unit = `${name}Unit` as const;
  const follow = (typed: string) => {
    const said = unitTyped(typed);
    if (said) setValue(unit, said);
  };
  return (
    <div className="amount">
      <TextAnswer name={name} optional={optional} hint={hint} size="small" digits onTyped={follow} />
      <select id={fieldId(unit)} className="ds-c-field unit" aria-label={fieldLabels[unit]} autoComplete="off" {...register(unit)}>
        {amountUnits.map((each) => (
          <option key={each} value={each}>
            {each}
          </option>
        ))}
      </select>
    </div>
  );
}

type Choice = { value: string; label: string; hint?: string };

export function ChoiceAnswer({ name, choices, hint }: { name: TextName; choices: readonly Choice[]; hint?: ReactNode }) {
  const { control } = useWorksheetForm();
  const { field } = useController({ control, name });
  return (
    <ChoiceList
      type="radio"
      size="small"
      className="inline-choices"
      id={fieldId(name)}
      name={name}
      label={fieldLabels[name]}
      hint={hint}
      choices={choices.map((choice) => ({
        ...choice,
        id: `${fieldId(name)}-${choice.value}`,
        checked: field.value === choice.value,
      }))}
      onChange={(event) => field.onChange(event.target.value)}
    />
  );
}

type ChecklistProps = { name: ListName; choices: readonly Choice[]; hint?: ReactNode; className?: string };

export function Checklist({ name, choices, hint, className }: ChecklistProps) {
  const { control } = useWorksheetForm();
  const { field } = useController({ control, name });
  const ticked: readonly string[] = field.value;
  return (
    <ChoiceList
      type="checkbox"
      size="small"
      id={fieldId(name)}
      name={name}
      label={fieldLabels[name]}
      hint={hint}
      {...(className ? { className } : {})}
      choices={choices.map((choice) => ({
        ...choice,
        id: `${fieldId(name)}-${choice.value}`,
        checked: ticked.includes(choice.value),
      }))}
      onChange={({ target }) =>
        field.onChange(target.checked ? [...ticked, target.value] : ticked.filter((value) => value !== target.value))
      }
    />
  );
}

/** A native list: it takes letters typed, needs no script, and is what a tablet shows best. */
export function SelectAnswer({ name, choices, unchosen, hint }: { name: TextName; choices: readonly Choice[]; unchosen?: string; hint?: ReactNode }) {
  const { register } = useWorksheetForm();
  const problem = useProblem(name);
  const id = fieldId(name);
  const described = [hint ? `${id}-hint` : '', problem ? `${id}-problem` : ''].filter(Boolean).join(' ');
  return (
    <div className="answer">
      <Label id={`${id}-label`} fieldId={id}>
        {fieldLabels[name]}
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
        {...register(name)}
      >
        {unchosen ? <option value="">{unchosen}</option> : null}
        {choices.map(({ value, label }) => (
          <option key={value} value={value}>
            {label}
          </option>
        ))}
      </select>
    </div>
  );
}
