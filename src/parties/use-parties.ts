import { useCallback } from 'react';
import { useWatch } from 'react-hook-form';
import type { Office } from '../engine/clinic-file';
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
import type { OnPartyChange } from './party-answers';
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
  const change = useCallback<OnPartyChange>(
    (told) => {
      const id = newId();
      const before = getSending();
      const changed = withParties({ office, sending: before }, told, id);
      if (changed.sending !== before) setSending(changedIn(before, changed.sending));
      if (changed.office !== office)
        onOfficeChange((now) => withParties({ office: now, sending: before }, told, id).office);
    },
    [getSending, office, onOfficeChange, setSending],
  );
  const choose = useCallback(
    (role: Role | 'facility', id: string) => setSending({ [role]: id === another ? newId() : id }),
    [setSending],
  );
  return { change, choose };
}

type Told = { readonly office: Office; readonly sending: Sending };
const withParties = (before: Told, told: Parameters<OnPartyChange>[0], newId: string): Told =>
  Object.entries(told).reduce<Told>(
    ({ office, sending }, [field, text]) => withParty(office, sending, field as keyof Parties, text, newId),
    before,
  );

const changedIn = (before: Sending, now: Sending): Partial<Sending> =>
  Object.fromEntries(
    Object.entries(now).filter(([field, value]) => before[field as keyof Sending] !== value),
  ) as Partial<Sending>;
