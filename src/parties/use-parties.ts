import { useCallback } from 'react';
import { useWatch } from 'react-hook-form';
import { emptyOffice, type Office } from '../engine/clinic-file';
import { useWorksheetForm } from '../fields/form';
import { newId } from '../fields/new-id';
import {
  partiesOf,
  reasonsAgainstOther,
  withParty,
  type Parties,
  type PartyReason,
  type Sending,
} from '../formats/parties';
import type { Role } from '../formats/party-specs';
import { another } from './PartyGroups';

export type OnOfficeChange = (change: (before: Office) => Office) => void;

/** Whom the record and the clinic name now, and what is against it where the patient is another one. */
export function useTypedParties(office: Office): {
  readonly parties: Parties;
  readonly ofAnother: readonly PartyReason[];
} {
  const { control } = useWorksheetForm();
  const [sending, reference] = useWatch({ control, name: ['sending', 'patientReference'] });
  return {
    parties: partiesOf(office, sending as Sending),
    ofAnother: reasonsAgainstOther(sending.typedFor, reference.trim()),
  };
}

/**
 * The ways to change who takes part: each answer goes where it stands, into the clinic or into what `getSending` tells
 * and `setSending` takes.
 */
export function usePartyChanges(
  office: Office,
  onOfficeChange: OnOfficeChange,
  getSending: () => Sending,
  setSending: (changed: Partial<Sending>) => void,
) {
  const change = useCallback(
    (field: keyof Parties, text: string) => {
      if (Object.hasOwn(emptyOffice, field)) return onOfficeChange((before) => ({ ...before, [field]: text }));
      const id = newId();
      const before = getSending();
      const { sending } = withParty(office, before, field, text, id);
      if (sending !== before) setSending(changedIn(before, sending));
      return onOfficeChange((now) => withParty(now, before, field, text, id).office);
    },
    [getSending, office, onOfficeChange, setSending],
  );
  const choose = useCallback(
    (role: Role | 'facility', id: string) => setSending({ [role]: id === another ? newId() : id }),
    [setSending],
  );
  return { change, choose };
}

const changedIn = (before: Sending, now: Sending): Partial<Sending> =>
  Object.fromEntries(
    Object.entries(now).filter(([field, value]) => before[field as keyof Sending] !== value),
  ) as Partial<Sending>;
