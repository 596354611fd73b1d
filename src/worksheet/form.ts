import { createContext, use } from 'react';
import type { UseFormReturn } from 'react-hook-form';
import type { Encounter } from '../engine/encounter';
import type { PayerProfile } from '../engine/payer-profile';
import type { CrosswalkRow } from '../engine/published-tables';
import type { RefillReading } from './read-refill';
import type { WorksheetText } from './worksheet-text';

/** What the fields need of the form. Nothing here changes while the page is open, so that nothing is drawn again for it. */
export type WorksheetForm = Pick<
  UseFormReturn<WorksheetText, unknown, Encounter>,
  'clearErrors' | 'control' | 'getValues' | 'handleSubmit' | 'register' | 'setValue' | 'subscribe'
>;

export const FormContext = createContext<WorksheetForm | null>(null);

/** The form around a field. Throws outside of one: a field without its form is a mistake in the program. */
export function useWorksheetForm(): WorksheetForm {
  const form = use(FormContext);
  if (!form) throw new Error('A worksheet field stands outside the worksheet');
  return form;
}

/** The nurse's entry as it was last read; null while the dose is entered instead. */
export const RefillContext = createContext<RefillReading | null>(null);

/** What stands beside the worksheet and is opened over it. */
export type DrawerName = 'handover' | 'profiles' | 'tables' | 'denials' | 'reference';

type Clinic = {
  readonly profiles: readonly PayerProfile[];
  /** Containers that only a crosswalk which was opened here names. */
  readonly containers: readonly CrosswalkRow[];
  readonly onOpen: (drawer: DrawerName) => void;
};

/** What the clinic brought along besides the claim, and the way to it. */
export const ClinicContext = createContext<Clinic>({ profiles: [], containers: [], onOpen: () => {} });
