import { useFormContext } from 'react-hook-form';
import type { PayerProfile } from '../engine/payer-profile';
import { SelectField } from '../controls/SelectField';
import { TextField } from '../controls/TextField';
import { profileAnswers, type ProfileKey } from './profile-answers';
import { isDigits, type ProfileText } from './profile-text';

export const profileFieldId = (name: ProfileKey): string => `profile-${name}`;

const notKnown = 'Not known: ask the payer';

/** The control of one answer, as it is declared. */
export function ProfileField({ name }: { name: ProfileKey }) {
  const { register, formState } = useFormContext<ProfileText, unknown, PayerProfile>();
  const { label, hint, choices, missing } = profileAnswers[name];
  const problem = formState.errors[name]?.message;
  const shown = { id: profileFieldId(name), label, hint, problem, field: register(name) };
  if (choices) return <SelectField {...shown} choices={choices} unchosen={missing ?? notKnown} />;
  return (
    <TextField
      {...shown}
      needed={missing !== undefined}
      digits={isDigits(name)}
      {...(isDigits(name) ? { size: 'medium' } : {})}
    />
  );
}
