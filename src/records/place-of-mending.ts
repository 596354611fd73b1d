import type { FieldToMend } from '../remittance/status-codes';

/** Where a field is mended: in the form, with the claim forms and files, or among what is the clinic’s. */
export const placeOfMending = (field: FieldToMend): 'form' | 'handover' | 'clinic' => {
  if (field === 'clinic') return 'clinic';
  return field.startsWith('sending.') || field === 'frequency' || field === 'originalReference' ? 'handover' : 'form';
};
