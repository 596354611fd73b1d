import { useFormContext } from 'react-hook-form';
import type { PayerProfile } from '../engine/payer-profile';
import { SelectField } from '../fields/SelectField';
import { choicesOf } from '../answers/answer';
import { TypedField } from '../fields/TypedField';
import { profileLabels, type ProfileKey } from './profile-schema';
import { isDigits, type ChoiceKey, type ProfileText, type TypedKey } from './profile-text';

export const profileFieldId = (name: ProfileKey): string => `profile-${name}`;

const useProfileForm = () => useFormContext<ProfileText, unknown, PayerProfile>();

type ProfileTextProps = { name: TypedKey; hint?: string; optional?: boolean };

export function ProfileTextField({ name, hint, optional = true }: ProfileTextProps) {
  const { register, formState } = useProfileForm();
  return (
    <TypedField
      id={profileFieldId(name)}
      label={profileLabels[name]}
      hint={hint}
      optional={optional}
      digits={isDigits(name)}
      problem={formState.errors[name]?.message}
      field={register(name)}
    />
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
