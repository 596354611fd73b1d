import type { PreparedClaim } from '../engine/prepared-claim';

/** The files of several claims, each with its guide: an office’s claims go into one, a hospital’s into the other. */
export const fileForms = ['837P', '837I'] as const;
export type FileForm = (typeof fileForms)[number];

/**
 * The file that a claim belongs in, by its setting; a clinic that bills on either form sends Medicare the hospital’s.
 */
export function formOfClaim({ formItems, encounter }: PreparedClaim): FileForm {
  if (formItems.form === 'either') return encounter.payer === 'medicare-part-b' ? '837I' : '837P';
  return formItems.form === 'institutional' ? '837I' : '837P';
}
