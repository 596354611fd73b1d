import { createContext, use, useEffect, useState, type Dispatch, type SetStateAction } from 'react';
import { get, useFormState, useWatch, type FieldPath, type FieldPathValue, type UseFormReturn } from 'react-hook-form';
import { day, type IsoDate } from '../engine/dated';
import type { Fee } from '../engine/clinic-file';
import type { Encounter } from '../engine/encounter';
import type { PayerProfile } from '../engine/payer-profile';
import type { PreparedClaim } from '../engine/prepared-claim';
import type { CrosswalkRow } from '../engine/published-tables';
import type { RefillReading } from '../answers/read-refill';
import type { FieldName } from '../answers/field-names';
import type { WorksheetText } from '../answers/worksheet-text';
import { useProblem } from './told';

/**
 * The form that holds the claim record, and all that the fields need of it. Nothing here changes while the page is
 * open, so that nothing is drawn again for it. There is no `register`: a control that the form only knows of can come
 * apart from what it holds.
 */
export type WorksheetForm = Pick<
  UseFormReturn<WorksheetText, unknown, Encounter>,
  'clearErrors' | 'control' | 'getValues' | 'handleSubmit' | 'setError' | 'setValue' | 'subscribe'
>;

export const FormContext = createContext<WorksheetForm | null>(null);

/** The form around a field. Throws outside of one: a field without its form is a mistake in the program. */
export function useWorksheetForm(): WorksheetForm {
  const form = use(FormContext);
  if (!form) throw new Error('A worksheet field stands outside the worksheet');
  return form;
}

type AnswerName = FieldPath<WorksheetText>;

/**
 * One answer of the record: what stands there, the way to change it, and what is wrong with it, once it was left or
 * the worksheet checked.
 */
export type Answering<T> = {
  readonly value: T;
  readonly change: (next: T) => void;
  readonly problem: string | undefined;
};

/**
 * Joins a control to its answer: it shows what the record holds, always, and what is done to it goes into the record.
 */
export function useAnswer<Name extends AnswerName>(name: Name): Answering<FieldPathValue<WorksheetText, Name>> {
  const { control, setValue } = useWorksheetForm();
  const value = useWatch({ control, name });
  const { errors, isSubmitted } = useFormState({ control, name });
  const checked = (get(errors, name) as { message?: unknown } | undefined)?.message;
  const told = useProblem(name as FieldName);
  return {
    value,
    change: (next) => setValue(name, next, { shouldValidate: isSubmitted }),
    problem: typeof checked === 'string' ? checked : told,
  };
}

/**
 * Something that a part of the page remembers about the record in the form, and forgets when another takes its place.
 */
export function useOfThisRecord<T>(initial: T): readonly [T, Dispatch<SetStateAction<T>>] {
  const { subscribe } = useWorksheetForm();
  const [state, setState] = useState(initial);
  useEffect(
    () =>
      subscribe({
        formState: { values: true },
        callback: ({ name }) => {
          if (name === undefined) setState(initial);
        },
      }),
    [initial, subscribe],
  );
  return [state, setState];
}

/** Lets the browser ask, in its own words, before the page is left with something that is kept nowhere. */
export function useAskBeforeLeaving(isUnsaved: () => boolean): void {
  useEffect(() => {
    const ask = (event: BeforeUnloadEvent) => {
      if (isUnsaved()) event.preventDefault();
    };
    window.addEventListener('beforeunload', ask);
    return () => window.removeEventListener('beforeunload', ask);
  }, [isUnsaved]);
}

/** Today of the user's own calendar; the shell that is drawn before the script runs has some day. */
export const TodayContext = createContext<IsoDate>(day('2000-01-01'));

/** The claim as it stands, for what is drawn of it beside the fields; null while there is none. */
export const ClaimContext = createContext<PreparedClaim | null>(null);

/** The nurse's entry as it was last read; null while the dose is entered instead. */
export const RefillContext = createContext<RefillReading | null>(null);

type Clinic = {
  readonly profiles: readonly PayerProfile[];
  /** Containers that only a crosswalk which was opened here names. */
  readonly containers: readonly CrosswalkRow[];
  /** What it charges by code. */
  readonly fees: readonly Fee[];
  readonly onOpenProfiles: () => void;
};

/** What the clinic brought along besides the claim, and the way to its payer profiles. */
export const ClinicContext = createContext<Clinic>({
  profiles: [],
  containers: [],
  fees: [],
  onOpenProfiles: () => {},
});
