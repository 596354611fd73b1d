import { useCallback, useMemo } from 'react';
import type { WorksheetForm } from '../fields/form';
import { withClaim, type KeptClaim } from '../records/clinic-records';
import type { DayActions } from '../records/Day';
import { withClaimBack, withoutClaim } from '../records/delete-claim';
import type { ClaimRecord } from './use-claim-record';
import type { ClinicOfPage } from './use-clinic';
import type { DrawersOfPage } from './use-drawers';

export type DayOfPage = Omit<DayActions, 'onPrint'>;

type DayParts = {
  readonly form: WorksheetForm;
  readonly record: ClaimRecord;
  readonly clinic: ClinicOfPage;
  readonly drawers: DrawersOfPage;
};

/** What is done with the claims that the clinic keeps, and with the one of them that is in the form. */
export function useDay({ form, record, clinic, drawers }: DayParts): DayOfPage {
  const { open, newClaim } = record;
  const { onRecordsChange } = clinic;
  const { onClose } = drawers;
  const behind = useCallback(
    (begin: () => void) => {
      onClose();
      // The dialog gives the focus back to what opened it; the claim is gone to after that.
      setTimeout(begin);
    },
    [onClose],
  );
  const onChange = useKeptChanges(form, onRecordsChange);
  return useMemo(
    () => ({
      onNew: () => behind(newClaim),
      onOpen: (claim) => behind(() => open(claim)),
      onBegin: (begun) => behind(() => open(begun)),
      onChange,
      onDelete: (id) => onRecordsChange((before) => withoutClaim(before, id)),
      onRestore: (claim, place) => onRecordsChange((before) => withClaimBack(before, claim, place)),
    }),
    [behind, newClaim, open, onChange, onRecordsChange],
  );
}

/** Changes kept claims; what is told of the one that is in the form stands there as well, and is not lost there. */
function useKeptChanges(
  { getValues, setValue }: WorksheetForm,
  onRecordsChange: ClinicOfPage['onRecordsChange'],
): DayActions['onChange'] {
  return useCallback(
    (changed: readonly KeptClaim[]) => {
      const now = new Date().toISOString();
      onRecordsChange((before) =>
        changed.reduce((records, claim) => withClaim(records, claim, now, claim.recordId).records, before),
      );
      // What the form holds of a claim that was changed elsewhere meanwhile stays apart from it.
      const inForm = changed.find(
        ({ recordId, keptAt }) => recordId === getValues('recordId') && keptAt === getValues('keptAt'),
      );
      if (!inForm) return;
      setValue('course', { ...inForm.course });
      setValue('remittanceCode', inForm.remittanceCode);
      setValue('toBill', inForm.toBill);
      setValue('keptAt', now);
    },
    [getValues, onRecordsChange, setValue],
  );
}
