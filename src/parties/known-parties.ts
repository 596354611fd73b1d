import { createContext } from 'react';
import type { WorksheetText } from '../answers/worksheet-text';
import type { Address } from '../engine/clinic-file';
import type { KnownOfPatient } from '../formats/proposed-parties';

/** What the kept claims tell of whom a claim names. */
export type KnownParties = {
  readonly patientOf: (typed: Pick<WorksheetText, 'patientReference' | 'recordId' | 'payer'>) => KnownOfPatient | null;
  readonly addresses: readonly Address[];
};

/** Nothing, where no claim is kept. */
export const KnownPartiesContext = createContext<KnownParties>({ patientOf: () => null, addresses: [] });
