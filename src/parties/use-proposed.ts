import { use, useCallback, useEffect, useMemo, useRef } from 'react';
import { useWatch } from 'react-hook-form';
import type { Office } from '../engine/clinic-file';
import type { PreparedClaim } from '../engine/prepared-claim';
import { useWorksheetForm } from '../fields/form';
import { partiesOf, reasonsAgainstParties, type PartyReason, type Sending } from '../formats/parties';
import { partiesToFill, proposalsFor, saidOfProposals, type Proposals } from '../formats/proposed-parties';
import type { ClaimForm } from '../formats/party-specs';
import { KnownPartiesContext } from './known-parties';

/** What need not be asked of whom this claim names; a claim that was sent stays as it was. */
function useProposals({ encounter: { payer } }: PreparedClaim, office: Office) {
  const { control } = useWorksheetForm();
  const { patientOf, addresses } = use(KnownPartiesContext);
  const [account, patientReference, madeAs, sentOn, recordId, typed] = useWatch({
    control,
    name: ['account', 'patientReference', 'madeFrom.as', 'course.sentOn', 'recordId', 'sending'],
  });
  const sending = typed as Sending;
  const known = useMemo(
    () => patientOf({ patientReference, recordId, payer }),
    [patientOf, patientReference, payer, recordId],
  );
  const proposals = useCallback(
    (told: Sending) =>
      proposalsFor({
        record: { account, patientReference, isToNextPayer: madeAs === 'next-payer' },
        office,
        payer,
        sending: told,
        known,
        addresses,
      }),
    [account, addresses, known, madeAs, office, patientReference, payer],
  );
  return { sending, proposals, isSent: sentOn.trim() !== '' };
}

/**
 * Fills in what need not be asked, while the form is on the screen: what is shown is what goes into the file, and says
 * where it is from.
 */
export function useProposed(
  claim: PreparedClaim,
  office: Office,
  idOf: (field: string) => string,
  take: (changed: Partial<Sending>) => void,
): ReadonlyMap<string, string> {
  const { getValues } = useWorksheetForm();
  const { sending, proposals, isSent } = useProposals(claim, office);
  const now = useMemo(() => proposals(sending), [proposals, sending]);
  const before = useRef<Proposals>({});
  useEffect(() => {
    if (isSent) return;
    // Not the one that is typed in: what is proposed would run on behind it.
    const changes = Object.entries(partiesToFill(getValues('sending') as Sending, before.current, now)).filter(
      ([field]) => document.activeElement?.id !== idOf(field),
    );
    before.current = now;
    if (changes.length > 0) take(Object.fromEntries(changes));
  }, [getValues, idOf, isSent, now, take]);
  return useMemo(() => (isSent ? new Map() : saidOfProposals(sending, now)), [isSent, now, sending]);
}

/** What will still be asked once that is filled in, before the form comes to the screen. */
export function useLeftToAsk(claim: PreparedClaim, office: Office, form: ClaimForm): readonly PartyReason[] {
  const { sending, proposals, isSent } = useProposals(claim, office);
  return useMemo(() => {
    const filled = (told: Sending): Sending => ({ ...told, ...partiesToFill(told, {}, proposals(told)) });
    // What is filled in first tells more: a subscriber by the patient.
    return reasonsAgainstParties(partiesOf(office, isSent ? sending : filled(filled(sending))), claim, form);
  }, [claim, form, isSent, office, proposals, sending]);
}
