import { memo, use, type FocusEvent, type KeyboardEvent, type MouseEvent, type ReactNode } from 'react';
import type { FieldPathByValue } from 'react-hook-form';
import { formatDate } from '../engine/dated';
import { ChoiceBox, Choices } from '../controls/Choices';
import { TodayContext, useAnswer, useWorksheetForm } from './form';
import { TextField } from '../controls/TextField';
import { useSaid, useTyping } from './told';
import type { Choice } from '../answers/answer';
import { choicesFor, labelOf, type FieldName } from '../answers/field-names';
import type { AmountUnit } from '../answers/read-amounts';
import type { WorksheetText } from '../answers/worksheet-text';
import { SelectField, type SelectChoice } from '../controls/SelectField';
import { relativeDay, unitTyped, withoutUnits } from '../answers/read-answers';

export type TextName = FieldName & FieldPathByValue<WorksheetText, string>;
type ListName = FieldName & FieldPathByValue<WorksheetText, string[]>;
type SwitchName = FieldName & FieldPathByValue<WorksheetText, boolean>;

export const fieldId = (name: FieldName): string => `answer-${name.replaceAll('.', '-')}`;

/**
 * Moves to the field that settles a problem or a finding, unfolding what it stands in: the box of that value in a list,
 * the chosen one of a question, else its first.
 */
export function goToField(name: FieldName, item?: string): void {
  const field =
    (item && document.querySelector<HTMLElement>(`[name="${name}"][value="${item}"]`)) ||
    document.querySelector<HTMLElement>(`[type="radio"][name="${name}"]:checked`) ||
    document.querySelector<HTMLElement>(`[name="${name}"]`);
  if (field) {
    for (let fold = field.closest('details'); fold; fold = fold.parentElement?.closest('details') ?? null)
      fold.open = true;
    field.focus();
    field.scrollIntoView({ block: 'center' });
    return;
  }
  // Its questions are made when it is first unfolded.
  const fold = document.querySelector<HTMLDetailsElement>(`details[data-holds~="${name}"]:not([open])`);
  if (!fold) return;
  fold.addEventListener('toggle', () => setTimeout(() => goToField(name, item)), { once: true });
  fold.open = true;
}

/*
 * Each control is drawn again for its own answer, and not because what stands around it is.
 */

type TextAnswerProps = {
  name: TextName;
  onTyped?: (typed: string) => void;
  needed?: boolean;
  hint?: ReactNode;
  size?: 'small' | 'medium';
  /** A short answer of digits: brings up the number keys where there is no keyboard. */
  digits?: boolean;
  className?: string;
  /** A control that belongs to the answer, beside its field. */
  beside?: ReactNode;
  shortcut?: string;
  /** Its text is selected on the way in, so that what is typed takes its place. */
  replaced?: boolean;
  onKeyDown?: (event: KeyboardEvent<HTMLInputElement>) => void;
  onLeft?: () => void;
};

export const TextAnswer = memo(function TextAnswer({
  name,
  onTyped,
  shortcut,
  replaced,
  onKeyDown,
  onLeft,
  ...shown
}: TextAnswerProps) {
  const { value, change, problem } = useAnswer(name);
  const { typing, left } = useTyping(name);
  return (
    <TextField
      id={fieldId(name)}
      label={labelOf(name)}
      problem={problem}
      said={<Said name={name} />}
      field={{
        name,
        value,
        onChange: ({ target }) => {
          typing();
          change(target.value);
          onTyped?.(target.value);
        },
        onBlur: () => {
          left();
          onLeft?.();
        },
        ...(replaced ? { onFocus: selectAll, onMouseDown: focusFirst } : {}),
        ...(onKeyDown ? { onKeyDown } : {}),
        ...(shortcut ? { 'aria-keyshortcuts': shortcut } : {}),
      }}
      {...shown}
    />
  );
});

const selectAll = ({ currentTarget }: FocusEvent<HTMLInputElement>) => currentTarget.select();
/** The first press of a pointer would put the caret where it fell, and undo the selection. */
function focusFirst(event: MouseEvent<HTMLInputElement>) {
  if (document.activeElement === event.currentTarget) return;
  event.preventDefault();
  event.currentTarget.focus();
}

/** Apart from its field, so that saying back one amount does not draw the field again. */
export function Said({ name }: { name: TextName }) {
  return useSaid(name);
}

type DateAnswerProps = Pick<TextAnswerProps, 'needed' | 'hint'> & { name: TextName; withToday?: boolean };

/**
 * A day. "t" and "t-1" mean today and yesterday, and become that day when the field is left, so that they never mean
 * another.
 */
export const DateAnswer = memo(function DateAnswer({ name, withToday = false, ...shown }: DateAnswerProps) {
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
    <TextAnswer
      name={name}
      size="medium"
      onLeft={settle}
      beside={
        withToday ? (
          // By key it is the letter t in the field, so that the Tab key need not stop here.
          <button
            type="button"
            className="link"
            tabIndex={-1}
            aria-label={`Today: ${labelOf(name).toLowerCase()}`}
            onClick={choose}
          >
            Today
          </button>
        ) : null
      }
      {...shown}
    />
  );
});

type AmountName =
  'doseGiven' | 'doseWasted' | 'labeledAmount' | 'refill.thrownAway' | 'drugBeside.doseGiven' | 'drugBeside.doseWasted';

type AmountAnswerProps = { name: AmountName; needed?: boolean; hint?: ReactNode };

/**
 * An amount of drug with its unit beside it: a unit typed behind the amount is taken over there, one chosen there
 * replaces it. By key the unit is typed, or reached with Alt and the down arrow: the Tab key need not stop at each.
 */
export const AmountAnswer = memo(function AmountAnswer({ name, ...shown }: AmountAnswerProps) {
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
  const reachUnit = (event: KeyboardEvent) => {
    if (!event.altKey || event.key !== 'ArrowDown') return;
    event.preventDefault();
    document.getElementById(fieldId(unitName))?.focus();
  };
  return (
    <TextAnswer
      name={name}
      className="amount"
      size="small"
      digits
      onTyped={follow}
      shortcut="Alt+ArrowDown"
      onKeyDown={reachUnit}
      beside={<UnitChoice name={unitName} value={unit.value} onChange={choose} />}
      {...shown}
    />
  );
});

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
      tabIndex={-1}
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
  needed?: boolean;
  /** False where the choice was made for something that is no longer so: it is shown as not made. */
  stands?: boolean;
  onChosen?: () => void;
};

export const ChoiceAnswer = memo(function ChoiceAnswer({ name, stands = true, onChosen, ...shown }: ChoiceAnswerProps) {
  const { value, change, problem } = useAnswer(name);
  return (
    <Choices
      type="radio"
      className="inline-choices"
      id={fieldId(name)}
      name={name}
      label={labelOf(name)}
      problem={problem}
      choices={choicesFor(name).map((choice) => ({ ...choice, checked: stands && value === choice.value }))}
      onChange={({ target }) => {
        onChosen?.();
        change(target.value);
      }}
      {...shown}
    />
  );
});

type ChecklistProps = {
  name: ListName;
  choices?: readonly (Choice & { hint?: string })[];
  hint?: ReactNode;
  className?: string;
};

export const Checklist = memo(function Checklist({ name, choices = choicesFor(name), ...shown }: ChecklistProps) {
  const { value, change } = useAnswer(name);
  const ticked: readonly string[] = value;
  return (
    <Choices
      type="checkbox"
      id={fieldId(name)}
      name={name}
      label={labelOf(name)}
      choices={choices.map((choice) => ({ ...choice, checked: ticked.includes(choice.value) }))}
      onChange={({ target }) =>
        change(
          (target.checked ? [...ticked, target.value] : ticked.filter((each) => each !== target.value)) as typeof value,
        )
      }
      {...shown}
    />
  );
});

/** A single box to tick. */
export const SwitchAnswer = memo(function SwitchAnswer({ name, hint }: { name: SwitchName; hint?: ReactNode }) {
  const { value, change } = useAnswer(name);
  return (
    <ChoiceBox
      type="checkbox"
      id={fieldId(name)}
      name={name}
      value="on"
      label={labelOf(name)}
      hint={hint}
      checked={value}
      onChange={({ target }) => change(target.checked)}
    />
  );
});

type SelectAnswerProps = {
  name: TextName;
  /** Where they hang on other answers; else those that are declared. */
  choices?: readonly SelectChoice[];
  unchosen?: string;
  hint?: ReactNode;
  needed?: boolean;
  onChosen?: (value: string) => void;
};

/** A question of the worksheet with a list of answers. */
export const SelectAnswer = memo(function SelectAnswer({
  name,
  choices = choicesFor(name),
  unchosen,
  hint,
  needed,
  onChosen,
}: SelectAnswerProps) {
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
      needed={needed ?? false}
      problem={problem}
      field={{ name, value, onChange: ({ target }) => choose(target.value) }}
    />
  );
});
