import { TextField } from '@cmsgov/design-system';
import type { InputHTMLAttributes, RefAttributes } from 'react';

type TypedFieldProps = {
  id: string;
  label: string;
  hint?: string | undefined;
  optional: boolean;
  /** A short answer of digits: brings up the number keys where there is no keyboard. */
  digits?: boolean;
  problem: string | undefined;
  /** What was understood of it, said back below. */
  said?: string | undefined;
  /** What joins it to its answer. */
  field: Pick<InputHTMLAttributes<HTMLInputElement>, 'name' | 'value' | 'onChange' | 'onBlur'> &
    RefAttributes<HTMLInputElement>;
};

/** A typed answer of a form in a drawer. */
export function TypedField({
  id,
  label,
  hint,
  optional,
  digits = false,
  problem,
  said,
  field: { ref, ...input },
}: TypedFieldProps) {
  return (
    <div className="answer">
      <TextField
        id={id}
        label={label}
        requirementLabel={optional ? 'Optional' : undefined}
        hint={hint}
        {...(digits ? { size: 'medium' as const, inputMode: 'decimal' as const } : {})}
        {...(problem ? { errorMessage: problem } : {})}
        {...(ref ? { inputRef: ref } : {})}
        autoComplete="off"
        autoCapitalize="off"
        spellCheck={false}
        {...(said && !problem ? { 'aria-describedby': `${id}-said` } : {})}
        {...(input as { name: string })}
      />
      {said && !problem ? (
        <p className="understood" id={`${id}-said`}>
          {said}
        </p>
      ) : null}
    </div>
  );
}
