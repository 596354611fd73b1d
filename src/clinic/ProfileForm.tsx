import { useCallback, useEffect, useRef, useState } from 'react';
import { FormProvider, useForm, useFormContext, type Resolver, type UseFormReturn } from 'react-hook-form';
import type { PayerProfile } from '../engine/payer-profile';
import { InPageQuestion } from './InPageQuestion';
import { useAskBeforeLeaving } from '../fields/form';
import { FormProblems } from '../fields/FormProblems';
import { profileFieldId } from './profile-fields';
import { profileKeys } from './profile-answers';
import { readProfileText, type ProfileText } from './profile-text';
import { ProfileQuestions } from './ProfileQuestions';

type ProfileFormProps = {
  title: string;
  initial: ProfileText;
  /** What was typed in it before the page was locked. */
  typed: ProfileText | undefined;
  onTyped: (typed: ProfileText) => void;
  /** Of the profiles beside this one, none of which may have its name. */
  otherNames: readonly string[];
  onKeep: (profile: PayerProfile) => void;
  onLeave: () => void;
};

/** One profile to fill in. It takes the focus when it opens. */
export function ProfileForm({ title, initial, typed, onTyped, otherNames, onKeep, onLeave }: ProfileFormProps) {
  const form = useForm<ProfileText, unknown, PayerProfile>({
    defaultValues: initial,
    resolver: resolverFor(otherNames),
    shouldFocusError: false,
  });
  const { isDirty } = form.formState;
  useTypedMeanwhile(form, typed, onTyped);
  useAskBeforeLeaving(useCallback(() => isDirty, [isDirty]));
  const heading = useRef<HTMLHeadingElement>(null);
  useEffect(() => heading.current?.focus(), []);
  return (
    <FormProvider {...form}>
      <form aria-labelledby="profile-form-title" noValidate autoComplete="off" onSubmit={form.handleSubmit(onKeep)}>
        <h3 id="profile-form-title" ref={heading} tabIndex={-1}>
          {title}
        </h3>
        <p className="section-note">
          Fill in what the payer has told you and leave the rest: what is not known is never taken for “no”. No patient
          belongs here.
        </p>
        <Problems />
        <ProfileQuestions />
        <Leave isDirty={isDirty} onLeave={onLeave} />
      </form>
    </FormProvider>
  );
}

/** What was typed before the page was locked stands in the form again. */
function useTypedMeanwhile(
  { reset, subscribe }: UseFormReturn<ProfileText, unknown, PayerProfile>,
  typed: ProfileText | undefined,
  onTyped: (typed: ProfileText) => void,
): void {
  const [before] = useState(typed);
  useEffect(() => {
    if (before) reset(before, { keepDefaultValues: true });
  }, [before, reset]);
  useEffect(
    () => subscribe({ formState: { values: true }, callback: ({ values }) => onTyped(structuredClone(values)) }),
    [onTyped, subscribe],
  );
}

/** Keeps the profile, or leaves it; what was typed is not lost by a slip. */
function Leave({ isDirty, onLeave }: { isDirty: boolean; onLeave: () => void }) {
  const [leaving, setLeaving] = useState(false);
  const cancel = useRef<HTMLButtonElement>(null);
  const stay = () => {
    setLeaving(false);
    cancel.current?.focus();
  };
  return (
    <>
      <p>
        <button type="submit" className="ds-c-button ds-c-button--solid">
          Keep this profile
        </button>{' '}
        <button
          type="button"
          className="ds-c-button"
          ref={cancel}
          onClick={() => (isDirty ? setLeaving(true) : onLeave())}
        >
          Cancel
        </button>
      </p>
      {leaving ? (
        <InPageQuestion
          question="Leave this profile without keeping what you typed?"
          yes="Leave without keeping"
          no="Go on filling in"
          onYes={onLeave}
          onNo={stay}
        />
      ) : null}
    </>
  );
}

function resolverFor(otherNames: readonly string[]): Resolver<ProfileText, unknown, PayerProfile> {
  return (text) => {
    const reading = readProfileText(text, otherNames);
    if ('profile' in reading) return { values: reading.profile, errors: {} };
    const errors = Object.entries(reading.problems).map(
      ([key, message]) => [key, { type: 'profile', message }] as const,
    );
    return { values: {}, errors: Object.fromEntries(errors) };
  };
}

function Problems() {
  const { errors, submitCount, isSubmitSuccessful } = useFormContext<ProfileText, unknown, PayerProfile>().formState;
  const problems = profileKeys.flatMap((key) => {
    const message = errors[key]?.message;
    return message ? [{ fieldId: profileFieldId(key), message }] : [];
  });
  return (
    <FormProblems
      titleId="profile-problems-title"
      problems={problems}
      submitCount={submitCount}
      isSubmitSuccessful={isSubmitSuccessful}
    />
  );
}
