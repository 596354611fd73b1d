import { TextField } from '@cmsgov/design-system';
import { useFormContext } from 'react-hook-form';
import type { PayerProfile } from '../engine/payer-profile';
import { SelectField } from '../worksheet/fields';
import { choicesOf } from '../worksheet/labels';
import { profileLabels, type ProfileKey } from './profile-schema';
import { isDigits, type ChoiceKey, type ProfileText, type TypedKey } from './profile-text';

export const profileFieldId = (name: ProfileKey): string => `profile-${name}`;

const useProfileForm = () => useFormContext<ProfileText, unknown, PayerProfile>();

type TypedFieldProps = { name: TypedKey; hint?: string; optional?: boolean };

export function TypedField({ name, hint, optional = true }: TypedFieldProps) {
  const { register, formState } = useProfileForm();
  const problem = formState.errors[name]?.message;
  const { ref, ...input } = register(name);
  return (
    <div className="answer">
      <TextField
        id={profileFieldId(name)}
        label={profileLabels[name]}
        requirementLabel={optional ? 'Optional' : undefined}
        hint={hint}
        {...(isDigits(name) ? { size: 'medium' as const, inputMode: 'decimal' as const } : {})}
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

const notKnown = 'Not known: ask the payer';

type ChoiceFieldProps = { name: ChoiceKey; words: Readonly<Record<string, string>>; unchosen?: string; hint?: string };

export function ChoiceField({ name, words, unchosen = notKnown, hint }: ChoiceFieldProps) {
  const { register, formState } = useProfileForm();
  return (
    <SelectField
      id={profileFieldId(name)}
      label={profileLabels[name]}
      choices={choicesOf(words)}
      unchosen={unchosen}
      hint={hint}
      problem={formState.errors[name]?.message}
      field={register(name)}
    />
  );
}
