import type { ChangeEvent, ReactNode } from 'react';
import { Label } from './Label';
import { Told } from './Told';

type Box = {
  id: string;
  name: string;
  value: string;
  label: string;
  hint?: ReactNode;
  checked: boolean;
  onChange: (event: ChangeEvent<HTMLInputElement>) => void;
};

/** A box to tick, or a button to choose one of several. */
export function ChoiceBox({ type, label, hint, ...input }: Box & { type: 'checkbox' | 'radio' }) {
  return (
    <div className="ds-c-choice-wrapper">
      <input
        type={type}
        className="ds-c-choice ds-c-choice--small"
        autoComplete="off"
        {...(hint ? { 'aria-describedby': `${input.id}-hint` } : {})}
        {...input}
      />
      <Label of={input.id}>{label}</Label>
      {hint ? (
        <p className="ds-c-hint" id={`${input.id}-hint`}>
          {hint}
        </p>
      ) : null}
    </div>
  );
}

type ChoicesProps = {
  type: 'checkbox' | 'radio';
  id: string;
  name: string;
  label: string;
  hint?: ReactNode;
  needed?: boolean;
  problem?: string | undefined;
  className?: string;
  choices: readonly Omit<Box, 'id' | 'name' | 'onChange'>[];
  onChange: Box['onChange'];
};

/** A question with boxes to tick, or with buttons of which one is chosen. */
export function Choices({
  type,
  id,
  name,
  label,
  hint,
  needed = false,
  problem,
  className,
  choices,
  onChange,
}: ChoicesProps) {
  const isOne = type === 'radio';
  return (
    <fieldset
      className={`ds-c-fieldset${className ? ` ${className}` : ''}`}
      aria-describedby={`${hint ? `${id}-hint ` : ''}${id}-told`}
      {...(isOne ? { role: 'radiogroup', 'aria-invalid': problem !== undefined } : {})}
      {...(isOne && needed ? { 'aria-required': true } : {})}
    >
      <Label needed={needed}>{label}</Label>
      {hint ? (
        <p className="ds-c-hint" id={`${id}-hint`}>
          {hint}
        </p>
      ) : null}
      {choices.map((choice) => (
        <ChoiceBox
          key={choice.value}
          {...choice}
          type={type}
          id={`${id}-${choice.value}`}
          name={name}
          onChange={onChange}
        />
      ))}
      <Told id={`${id}-told`} problem={problem} />
    </fieldset>
  );
}
