import { useMemo } from 'react';
import { useForm, type Resolver, type UseFormReset } from 'react-hook-form';
import type { WorksheetText } from '../answers/worksheet-text';
import type { IsoDate } from '../engine/dated';
import type { Encounter } from '../engine/encounter';
import type { PayerProfile } from '../engine/payer-profile';
import type { WorksheetForm } from '../fields/form';

export type RecordForm = { readonly form: WorksheetForm; readonly reset: UseFormReset<WorksheetText> };

/** The form that holds the claim record. */
export function useRecordForm(initial: WorksheetText, today: IsoDate, profiles: readonly PayerProfile[]): RecordForm {
  const resolver = useMemo(() => resolverFor(today, profiles), [today, profiles]);
  const { clearErrors, control, getValues, handleSubmit, reset, setError, setValue, subscribe } = useForm<
    WorksheetText,
    unknown,
    Encounter
  >({ defaultValues: initial, resolver, shouldFocusError: false });
  const form = useMemo(
    () => ({ clearErrors, control, getValues, handleSubmit, setError, setValue, subscribe }),
    [clearErrors, control, getValues, handleSubmit, setError, setValue, subscribe],
  );
  return { form, reset };
}

/** Checks the form against its schema, which is loaded with the page and made at the first check. */
function resolverFor(today: IsoDate, profiles: readonly PayerProfile[]): Resolver<WorksheetText, unknown, Encounter> {
  let resolver: Resolver<WorksheetText, unknown, Encounter> | undefined;
  return async (...check) => {
    resolver ??= (await import('../fields/worksheet-resolver')).worksheetResolver(today, profiles);
    return resolver(...check);
  };
}
