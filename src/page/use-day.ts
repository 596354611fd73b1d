import { useCallback, useMemo } from 'react';
import { flushSync } from 'react-dom';
import { fieldOf } from '../answers/field-names';
import type { FactName } from '../engine/encounter';
import { goToField } from '../fields/fields';
import type { WorksheetForm } from '../fields/form';
import type { FieldToMend } from '../remittance/status-codes';
import { withClaim, type KeptClaim } from '../records/clinic-records';
import type { DayActions } from '../records/Day';
import { withClaimBack, withoutClaim } from '../records/delete-claim';
import { placeOfMending } from '../records/place-of-mending';
import type { ClaimRecord } from './use-claim-record';
import type { ClinicOfPage } from './use-clinic';
import type { DrawersOfPage } from './use-drawers';
import type { LeavingClaim } from './use-leaving-claim';

export type DayOfPage = Omit<DayActions, 'onPrint'>;

type DayParts = {
  readonly form: WorksheetForm;
  readonly record: ClaimRecord;
  readonly clinic: ClinicOfPage;
  readonly drawers: DrawersOfPage;
  readonly leaving: LeavingClaim;
};

/** What is done with the claims that the clinic keeps, and with the one of them that is in the form. */
export function useDay({ form, record, clinic, drawers, leaving }: DayParts): DayOfPage {
  const { open, newClaim } = record;
  const { before, opening } = leaving;
  const { onRecordsChange } = clinic;
  const { onClose, onOpen: onDrawer } = drawers;
  const behind = useCallback(
    (begin: () => void) => {
      flushSync(onClose);
      // The dialog gives the focus back to what opened it; the claim is gone to after that.
      setTimeout(begin);
    },
    [onClose],
  );
  const openAnd = useCallback(
    (claim: KeptClaim, then?: () => void) =>
      before('open', (justKept) =>
        behind(() => {
          // What comes then finds the fields of this claim.
          flushSync(() => opening(claim)(justKept));
          then?.();
        }),
      ),
    [before, behind, opening],
  );
  const onChange = useKeptChanges(form, onRecordsChange);
  return useMemo(
    () => ({
      onNew: () => before('begin', () => behind(newClaim)),
      onOpen: (claim) => openAnd(claim),
      onWhy: (claim) => openAnd(claim, () => onDrawer('denials')),
      onMend: (claim, field) => openAnd(claim, () => goToMending(field, claim, onDrawer)),
      onBegin: (from, begun) => before('begin', () => behind(() => open(begun(newestOf(from, form))))),
      onChange,
      onDelete: (id) => onRecordsChange((before) => withoutClaim(before, id)),
      onRestore: (claim, place) => onRecordsChange((before) => withClaimBack(before, claim, place)),
    }),
    [before, behind, form, newClaim, onDrawer, open, openAnd, onChange, onRecordsChange],
  );
}

/** To the field that is to be mended, in the form or in the drawer where it stands. */
function goToMending(field: FieldToMend, { entry }: KeptClaim, onDrawer: DrawersOfPage['onOpen']): void {
  const place = placeOfMending(field);
  if (place === 'form') goToField(fieldOf(field as FactName, entry));
  else onDrawer(place);
}

/** A kept claim as the form holds it, where it was kept from there a moment ago. */
const newestOf = (claim: KeptClaim, { getValues }: WorksheetForm): KeptClaim =>
  getValues('recordId') === claim.recordId && getValues('keptAt') > claim.keptAt ? structuredClone(getValues()) : claim;

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
      setValue('remittances', structuredClone(inForm.remittances));
      setValue('letters', structuredClone(inForm.letters));
      setValue('toBill', inForm.toBill);
      setValue('keptAt', now);
    },
    [getValues, onRecordsChange, setValue],
  );
}
