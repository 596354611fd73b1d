import { TextField } from '@cmsgov/design-system';
import type { UseFormRegisterReturn } from 'react-hook-form';

type TypedFieldProps = {
  id: string;
  label: string;
  hint?: string | undefined;
  optional: boolean;
  /** A short answer of digits: brings up the number keys where there is no keyboard. */
  digits?: boolean;
  problem: string | undefined;
  field: UseFormRegisterReturn;
};

/** A typed answer of a form in a drawer. */
export function TypedField({ id, label, hint, optional, digits = false, problem, field: { ref, ...input } }: TypedFieldProps) {
  return (
    <div className="answer">
      <TextField
        id={id}
        label={label}
        requirementLabel={optional ? 'Optional' : undefined}
        hint={hint}
        {...(digits ? { size: 'medium' as const, inputMode: 'decimal' as const } : {})}
        {...(problem ? { errorMessage: problem } : {})}
        inputRef={ref}
        autoComplete="off"
        autoCapitalize="off"
        spellCheck={false}
        {...input}
      />
    </div>
  );
}
