import { Choice as Box, ChoiceList, InlineError, Label, TextField } from '@cmsgov/design-system';
import type { KeyboardEvent, ReactNode } from 'react';
import { get, useController, useFormState, type FieldPathByValue, type UseFormRegisterReturn } from 'react-hook-form';
import { useWorksheetForm } from './form';
import { labelOf, type FieldName } from './labels';
import { amountUnits, type WorksheetText } from './worksheet-text';
import { unitTyped } from './read-answers';
import { useUnderstood } from './understood';

type TextName = FieldName & FieldPathByValue<WorksheetText, string>;
type ListName = FieldName & FieldPathByValue<WorksheetText, string[]>;
type SwitchName = FieldName & FieldPathByValue<WorksheetText, boolean>;

export const fieldId = (name: FieldName): string => `answer-${name.replaceAll('.', '-')}`;

/** Moves to the field that settles a problem or a finding, unfolding what it stands in: the chosen one of a question, else its first. */
export function goToField(name: FieldName): void {
  const field =
    document.querySelector<HTMLElement>(`[type="radio"][name="${name}"]:checked`) ?? document.querySelector<HTMLElement>(`[name="${name}"]`);
  const fold = field?.closest('details') ?? document.querySelector<HTMLDetailsElement>(`details[data-holds~="${name}"]`);
  fold?.setAttribute('open', '');
  if (field) {
    field.focus();
    field.scrollIntoView({ block: 'center' });
  } else if (fold && !fold.dataset.visited) {
    // Its questions are made when it is first unfolded.
    fold.dataset.visited = 'yes';
    fold.addEventListener('toggle', () => setTimeout(() => goToField(name)), { once: true });
  }
}

/** The problem with a field once the worksheet was checked; nothing before that. */
function useProblem(name: FieldName): string | undefined {
  const { control } = useWorksheetForm();
  const { errors } = useFormState({ control, name });
  const problem = (get(errors, name) as { message?: unknown } | undefined)?.message;
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
  onKeyDown?: (event: KeyboardEvent<HTMLInputElement>) => void;
  onLeft?: () => void;
};

export function TextAnswer({ name, optional = false, hint, size, digits = false, onTyped, onKeyDown, onLeft }: TextAnswerProps) {
  const { register } = useWorksheetForm();
  const problem = useProblem(name);
  const { ref, ...input } = register(name, { onChange: ({ target }) => onTyped?.(target.value), onBlur: () => onLeft?.() });
  const understoodId = `${fieldId(name)}-understood`;
  return (
    <div className="answer">
      <TextField
        id={fieldId(name)}
        label={labelOf(name)}
        requirementLabel={optional ? 'Optional' : undefined}
        hint={hint}
        {...(size ? { size } : {})}
        {...(digits ? { inputMode: 'decimal' as const } : {})}
        {...(problem ? { errorMessage: problem } : {})}
        aria-describedby={understoodId}
        inputRef={ref}
        {...(onKeyDown ? { onKeyDown } : {})}
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

type AmountName = 'doseGiven' | 'doseWasted' | 'labeledAmount' | 'refill.thrownAway';

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
      <select id={fieldId(unit)} className="ds-c-field unit" aria-label={labelOf(unit)} autoComplete="off" {...register(unit)}>
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

type ChoiceAnswerProps = {
  name: TextName;
  choices: readonly Choice[];
  hint?: ReactNode;
  /** False where the choice was made for something that is no longer so: it is shown as not made. */
  stands?: boolean;
  onChosen?: () => void;
};

export function ChoiceAnswer({ name, choices, hint, stands = true, onChosen }: ChoiceAnswerProps) {
  const { control } = useWorksheetForm();
  const { field } = useController({ control, name });
  const problem = useProblem(name);
  return (
    <ChoiceList
      type="radio"
      size="small"
      className="inline-choices"
      id={fieldId(name)}
      name={name}
      label={labelOf(name)}
      hint={hint}
      {...(problem ? { errorMessage: problem } : {})}
      choices={choices.map((choice) => ({
        ...choice,
        id: `${fieldId(name)}-${choice.value}`,
        checked: stands && field.value === choice.value,
      }))}
      onChange={(event) => {
        onChosen?.();
        field.onChange(event.target.value);
      }}
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
      label={labelOf(name)}
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

/** A single box to tick. */
export function SwitchAnswer({ name, hint }: { name: SwitchName; hint?: ReactNode }) {
  const { control } = useWorksheetForm();
  const { field } = useController({ control, name });
  return (
    <Box
      type="checkbox"
      size="small"
      id={fieldId(name)}
      name={name}
      value="on"
      label={labelOf(name)}
      hint={hint}
      checked={field.value}
      onChange={({ target }) => field.onChange(target.checked)}
    />
  );
}

type SelectAnswerProps = {
  name: TextName;
  choices: readonly (Choice & { group?: string })[];
  unchosen?: string;
  hint?: ReactNode;
  onChosen?: (value: string) => void;
};

/** A question of the worksheet with a list of answers. */
export function SelectAnswer({ name, choices, unchosen, hint, onChosen }: SelectAnswerProps) {
  const { register } = useWorksheetForm();
  const problem = useProblem(name);
  const field = register(name, { onChange: ({ target }) => onChosen?.(target.value) });
  return <SelectField id={fieldId(name)} label={labelOf(name)} choices={choices} unchosen={unchosen} hint={hint} problem={problem} field={field} />;
}

type SelectFieldProps = {
  id: string;
  label: string;
  choices: SelectAnswerProps['choices'];
  unchosen: string | undefined;
  hint: ReactNode;
  problem: string | undefined;
  field: UseFormRegisterReturn;
};

/** A native list: it takes letters typed, needs no script, and is what a tablet shows best. */
export function SelectField({ id, label, choices, unchosen, hint, problem, field }: SelectFieldProps) {
  const described = [hint ? `${id}-hint` : '', problem ? `${id}-problem` : ''].filter(Boolean).join(' ');
  const groups = [...new Set(choices.map(({ group }) => group))];
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
        {groups.map((group) => {
          const options = choices
            .filter((choice) => choice.group === group)
            .map(({ value, label }) => (
              <option key={value} value={value}>
                {label}
              </option>
            ));
          return group === undefined ? options : <optgroup key={group} label={group}>{options}</optgroup>;
        })}
      </select>
    </div>
  );
}
