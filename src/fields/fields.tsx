import { Choice as Box, ChoiceList, TextField } from '@cmsgov/design-system';
import { use, type KeyboardEvent, type ReactNode } from 'react';
import type { FieldPathByValue } from 'react-hook-form';
import { formatDate } from '../engine/dated';
import { TodayContext, useAnswer, useWorksheetForm, useUnderstood } from './form';
import type { Choice } from '../answers/answer';
import { choicesFor, labelOf, type FieldName } from '../answers/field-names';
import type { AmountUnit } from '../answers/read-amounts';
import type { WorksheetText } from '../answers/worksheet-text';
import { SelectField, type SelectChoice } from './SelectField';
import { relativeDay, unitTyped, withoutUnits } from '../answers/read-answers';
import './fields.css';

export type TextName = FieldName & FieldPathByValue<WorksheetText, string>;
type ListName = FieldName & FieldPathByValue<WorksheetText, string[]>;
type SwitchName = FieldName & FieldPathByValue<WorksheetText, boolean>;

export const fieldId = (name: FieldName): string => `answer-${name.replaceAll('.', '-')}`;

/**
 * Moves to the field that settles a problem or a finding, unfolding what it stands in: the chosen one of a question,
 * else its first.
 */
export function goToField(name: FieldName): void {
  const field =
    document.querySelector<HTMLElement>(`[type="radio"][name="${name}"]:checked`) ??
    document.querySelector<HTMLElement>(`[name="${name}"]`);
  const fold =
    field?.closest('details') ?? document.querySelector<HTMLDetailsElement>(`details[data-holds~="${name}"]`);
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

export function TextAnswer({
  name,
  optional = false,
  hint,
  size,
  digits = false,
  onTyped,
  onKeyDown,
  onLeft,
}: TextAnswerProps) {
  const { value, change, problem } = useAnswer(name);
  const understoodId = `${fieldId(name)}-understood`;
  return (
    <div className="answer">
      <TextField
        id={fieldId(name)}
        name={name}
        label={labelOf(name)}
        requirementLabel={optional ? 'Optional' : undefined}
        hint={hint}
        {...(size ? { size } : {})}
        {...(digits ? { inputMode: 'decimal' as const } : {})}
        {...(problem ? { errorMessage: problem } : {})}
        aria-describedby={understoodId}
        {...(onKeyDown ? { onKeyDown } : {})}
        autoComplete="off"
        autoCapitalize="off"
        spellCheck={false}
        value={value}
        onChange={({ target }) => {
          change(target.value);
          onTyped?.(target.value);
        }}
        {...(onLeft ? { onBlur: onLeft } : {})}
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

type DateAnswerProps = Pick<TextAnswerProps, 'optional' | 'hint'> & { name: TextName; withToday?: boolean };

/**
 * A day. "t" and "t-1" mean today and yesterday, and become that day when the field is left, so that they never mean
 * another.
 */
export function DateAnswer({ name, withToday = false, ...shown }: DateAnswerProps) {
  const { getValues, setValue } = useWorksheetForm();
  const { change } = useAnswer(name);
  const today = use(TodayContext);
  const settle = () => {
    const meant = relativeDay(getValues(name), today);
    if (meant) setValue(name, formatDate(meant));
  };
  const choose = () => {
    change(formatDate(today));
    // There the day is said back.
    document.getElementById(fieldId(name))?.focus();
  };
  return (
    <div className="date">
      <TextAnswer name={name} size="medium" onLeft={settle} {...shown} />
      {withToday ? (
        <button type="button" className="link" aria-label={`Today: ${labelOf(name).toLowerCase()}`} onClick={choose}>
          Today
        </button>
      ) : null}
    </div>
  );
}

type AmountName = 'doseGiven' | 'doseWasted' | 'labeledAmount' | 'refill.thrownAway';

/**
 * An amount of drug with its unit beside it: a unit typed behind the amount is taken over there, one chosen there
 * replaces it.
 */
export function AmountAnswer({
  name,
  optional = false,
  hint,
}: {
  name: AmountName;
  optional?: boolean;
  hint?: ReactNode;
}) {
  const { getValues, setValue } = useWorksheetForm();
  const unitName = `${name}Unit` as const;
  const unit = useAnswer(unitName);
  const follow = (typed: string) => {
    const said = unitTyped(typed);
    if (said) setValue(unitName, said);
  };
  const choose = (chosen: AmountUnit) => {
    const typed = getValues(name);
    if (unitTyped(typed) !== undefined) setValue(name, withoutUnits(typed));
    unit.change(chosen);
  };
  return (
    <div className="amount">
      <TextAnswer name={name} optional={optional} hint={hint} size="small" digits onTyped={follow} />
      <UnitChoice name={unitName} value={unit.value} onChange={choose} />
    </div>
  );
}

function UnitChoice({
  name,
  value,
  onChange,
}: {
  name: `${AmountName}Unit`;
  value: AmountUnit;
  onChange: (unit: AmountUnit) => void;
}) {
  return (
    <select
      id={fieldId(name)}
      name={name}
      className="ds-c-field unit"
      aria-label={labelOf(name)}
      autoComplete="off"
      value={value}
      onChange={({ target }) => onChange(target.value as AmountUnit)}
    >
      {choicesFor(name).map((each) => (
        <option key={each.value} value={each.value}>
          {each.label}
        </option>
      ))}
    </select>
  );
}

type ChoiceAnswerProps = {
  name: TextName;
  hint?: ReactNode;
  /** False where the choice was made for something that is no longer so: it is shown as not made. */
  stands?: boolean;
  onChosen?: () => void;
};

export function ChoiceAnswer({ name, hint, stands = true, onChosen }: ChoiceAnswerProps) {
  const { value, change, problem } = useAnswer(name);
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
      choices={choicesFor(name).map((choice) => ({
        ...choice,
        id: `${fieldId(name)}-${choice.value}`,
        checked: stands && value === choice.value,
      }))}
      onChange={(event) => {
        onChosen?.();
        change(event.target.value);
      }}
    />
  );
}

type ChecklistProps = {
  name: ListName;
  choices?: readonly (Choice & { hint?: string })[];
  hint?: ReactNode;
  className?: string;
};

export function Checklist({ name, choices = choicesFor(name), hint, className }: ChecklistProps) {
  const { value, change } = useAnswer(name);
  const ticked: readonly string[] = value;
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
        change(
          (target.checked ? [...ticked, target.value] : ticked.filter((each) => each !== target.value)) as typeof value,
        )
      }
    />
  );
}

/** A single box to tick. */
export function SwitchAnswer({ name, hint }: { name: SwitchName; hint?: ReactNode }) {
  const { value, change } = useAnswer(name);
  return (
    <Box
      type="checkbox"
      size="small"
      id={fieldId(name)}
      name={name}
      value="on"
      label={labelOf(name)}
      hint={hint}
      checked={value}
      onChange={({ target }) => change(target.checked)}
    />
  );
}

type SelectAnswerProps = {
  name: TextName;
  /** Where they hang on other answers; else those that are declared. */
  choices?: readonly SelectChoice[];
  unchosen?: string;
  hint?: ReactNode;
  onChosen?: (value: string) => void;
};

/** A question of the worksheet with a list of answers. */
export function SelectAnswer({ name, choices = choicesFor(name), unchosen, hint, onChosen }: SelectAnswerProps) {
  const { value, change, problem } = useAnswer(name);
  const choose = (chosen: string) => {
    change(chosen);
    onChosen?.(chosen);
  };
  return (
    <SelectField
      id={fieldId(name)}
      label={labelOf(name)}
      choices={choices}
      unchosen={unchosen}
      hint={hint}
      problem={problem}
      field={{ name, value, onChange: ({ target }) => choose(target.value) }}
    />
  );
}
