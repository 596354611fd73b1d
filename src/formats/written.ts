import type { PreparedClaim } from '../engine/claim';
import type { FactName } from '../engine/encounter';

/** Why something is not written: a sentence, and the answer on the worksheet that settles it, where one does. */
export type Refusal = { readonly says: string; readonly fact?: FactName };

/** What a writer made, or every reason why it made nothing. */
export type Written<T> = { readonly written: T } | { readonly refused: readonly Refusal[] };

/** The answer, unless there is a reason against it. */
export const unlessRefused = <T>(refused: readonly Refusal[], write: () => T): Written<T> => (refused.length > 0 ? { refused } : { written: write() });

/** Whether this claim stands for one that was sent before: item 22 and CLM05-3. `original` is the payer's number of that one. */
export type Resubmission = { readonly code: '1' } | { readonly code: '7' | '8'; readonly original: string };

export const firstClaim: Resubmission = { code: '1' };

/** One field of a claim form: its number on the form, its name in plain words, what goes in; '' is left blank, and `says` tells why. */
export type FormField = { readonly item: string; readonly label: string; readonly text: string; readonly says?: string };

/** Why no format is written of a claim: one on hold must not be sent, and one without lines is none. */
export function reasonsAgainstClaim({ status, lines, findings }: PreparedClaim): readonly Refusal[] {
  if (status === 'on-hold') {
    const holds = findings.filter(({ verdict, checkedByBiller }) => verdict.outcome === 'on-hold' && !checkedByBiller);
    return holds.map(({ rule, verdict }) => ({ says: `The claim is on hold. ${rule.title}: ${verdict.because}`, ...(verdict.goTo ? { fact: verdict.goTo } : {}) }));
  }
  return lines.length === 0 ? [{ says: 'There is no drug line to bill.' }] : [];
}

/** Why no claim form is written of a claim: besides that, settings that bill this drug on none. */
export function reasonsAgainstForms(claim: PreparedClaim): readonly Refusal[] {
  const { form, placeOfService } = claim.formItems;
  const inpatient: Refusal = { says: 'The drug of an inpatient stay has no line of its own on a claim.', fact: 'setting' };
  const noPlace: Refusal = { says: 'An equipment supplier has no place of service for this drug.', fact: 'setting' };
  return [
    ...reasonsAgainstClaim(claim),
    ...(claim.encounter.setting === 'inpatient' ? [inpatient] : []),
    ...(form === 'professional' && placeOfService.code === null ? [noPlace] : []),
  ];
}

/** Why the forms of the office, CMS-1500 and 837P, are not written of a claim. */
export function reasonsAgainstProfessional(claim: PreparedClaim): readonly Refusal[] {
  const hospital: Refusal = { says: 'A hospital bills its drug on the UB-04, not on the CMS-1500 or 837P.', fact: 'setting' };
  return [...reasonsAgainstForms(claim), ...(claim.formItems.form === 'institutional' ? [hospital] : [])];
}

/** What every format leaves out alike and nobody would see in it: modifiers beyond the fourth. */
export function notesOnClaim({ findings }: PreparedClaim): readonly string[] {
  const tooMany = findings.find(({ rule, verdict }) => rule.id === 'modifier/four' && verdict.outcome === 'fail');
  return tooMany ? [`${tooMany.verdict.because} ${tooMany.verdict.fix ?? ''}`] : [];
}

/** Without the payer’s number of the earlier claim nobody knows which one is replaced or voided. */
export const reasonsAgainstResubmission = (resubmission: Resubmission): readonly Refusal[] =>
  resubmission.code !== '1' && resubmission.original.trim() === '' ? [{ says: 'Enter the payer’s number of the claim that this one replaces or voids.' }] : [];

/** At most four diagnoses belong to a line: the first four of the claim, as places in its list. */
export const pointersOf = ({ encounter }: Pick<PreparedClaim, 'encounter'>): readonly number[] => encounter.diagnoses.slice(0, 4).map((_, place) => place + 1);

/** A diagnosis code without its point, as forms and the 837 take it. */
export const withoutPoint = (diagnosis: string): string => diagnosis.replace('.', '');
