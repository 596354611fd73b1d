import type { InputHTMLAttributes, ReactNode, RefAttributes, TextareaHTMLAttributes } from 'react';
import { Label } from './Label';
import { Told } from './Told';

type Shared = 'name' | 'value' | 'aria-keyshortcuts';
type InputProps = Pick<
  InputHTMLAttributes<HTMLInputElement>,
  Shared | 'type' | 'onChange' | 'onBlur' | 'onFocus' | 'onKeyDown' | 'onMouseDown' | 'onPaste'
> &
  RefAttributes<HTMLInputElement>;
type TextareaProps = Pick<TextareaHTMLAttributes<HTMLTextAreaElement>, Shared | 'rows' | 'onChange'>;

type TextFieldProps = {
  id: string;
  label: string;
  hint?: ReactNode;
  needed?: boolean;
  size?: 'small' | 'medium' | undefined;
  /** A short answer of digits: brings up the number keys where there is no keyboard. */
  digits?: boolean;
  problem?: string | undefined;
  /** What was understood of it, said back below. */
  said?: ReactNode;
  /** A control that belongs to the answer, beside its field. */
  beside?: ReactNode;
  className?: string;
} & (
  | {
      /** What joins it to its answer. */
      field: InputProps;
      lines?: undefined;
    }
  | { field: TextareaProps; lines: number }
);

/** A typed answer: label, hint, field, and below it what is told of it. */
export function TextField(props: TextFieldProps) {
  const { id, label, hint, needed = false, problem, said, beside, className, ...typed } = props;
  return (
    <div className={`answer${className ? ` ${className}` : ''}`}>
      <Label of={id} needed={needed}>
        {label}
      </Label>
      {hint ? (
        <p className="ds-c-hint" id={`${id}-hint`}>
          {hint}
        </p>
      ) : null}
      {typed.lines === undefined ? (
        <div className="control">
          <input type="text" {...fieldProps(props)} {...typed.field} />
          {beside}
        </div>
      ) : (
        <textarea {...fieldProps(props)} rows={typed.lines} {...typed.field} />
      )}
      <Told id={`${id}-told`} problem={problem} said={said} />
    </div>
  );
}

const fieldProps = ({ id, hint, needed, size, digits, problem }: TextFieldProps) => ({
  id,
  className: `ds-c-field${size ? ` ds-c-field--${size}` : ''}${problem ? ' ds-c-field--error' : ''}`,
  autoComplete: 'off',
  autoCapitalize: 'off',
  spellCheck: false,
  'aria-describedby': `${hint ? `${id}-hint ` : ''}${id}-told`,
  'aria-invalid': problem !== undefined,
  ...(needed && { 'aria-required': true }),
  ...(digits && { inputMode: 'decimal' as const }),
});
