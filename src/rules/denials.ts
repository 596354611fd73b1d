import type { Denial } from '../engine/verdict';

/** Reason (CARC) and remark (RARC) codes by the case that draws them, in this product's words: section 8. */
export const denials = {
  noAuthorization: { carc: ['197'], rarc: ['M62'], means: 'preauthorization missing' },
  authorizationDenied: { carc: ['39'], rarc: [], means: 'preauthorization asked for and refused' },
  authorizationExpired: { carc: ['302'], rarc: [], means: 'preauthorization expired before the service' },
  authorizationExceeded: { carc: ['198'], rarc: ['N54'], means: 'preauthorization exceeded' },
  authorizationLate: { carc: ['210'], rarc: ['N54'], means: 'preauthorization not in time' },
  authorizationMismatch: { carc: ['284'], rarc: ['N54'], means: 'preauthorization number does not cover the service' },
  missingModifier: {
    carc: ['16'],
    rarc: ['N822'],
    means: 'modifier missing',
    medicare: { carc: ['16'], rarc: ['N822', 'MA130'], means: 'modifier missing; returned as unprocessable' },
  },
  wrongModifier: { carc: ['4', '182'], rarc: ['N823', 'N519'], means: 'modifier wrong or not fitting the code' },
  medicalNecessity: { carc: ['50'], rarc: ['N115', 'N386'], means: 'medical necessity not shown' },
  tooManyUnits: { carc: ['151'], rarc: ['N362'], means: 'more units than accepted for the day' },
  doseNotSupported: { carc: ['153'], rarc: [], means: 'dose not supported' },
  tooFrequent: { carc: ['119', '151'], rarc: ['N640', 'N435'], means: 'more, or more often, than the plan pays for' },
  invalidCode: { carc: ['181', '16'], rarc: ['M20', 'M51', 'N56'], means: 'procedure code invalid' },
  unclassified: { carc: ['189', '16'], rarc: ['N350'], means: 'unlisted code used wrongly or without a description' },
  ndcMissing: { carc: ['16'], rarc: ['M119', 'M123'], means: 'NDC missing or invalid' },
  wrongUnits: { carc: ['16'], rarc: ['M53', 'N430'], means: 'units missing or not fitting' },
  packaged: { carc: ['97', '234', '236'], rarc: ['M15'], means: 'paid as part of another payment' },
  diagnosis: { carc: ['11', '167', '16'], rarc: ['M76'], means: 'diagnosis missing or not supporting the service' },
  duplicate: { carc: ['18'], rarc: [], means: 'exact duplicate of another line' },
  recordsNeeded: {
    carc: ['226', '252'],
    rarc: ['M127', 'N706'],
    means: 'records asked for and not sent, or not complete',
  },
  filedLate: { carc: ['29'], rarc: [], means: 'filed too late' },
  early: { carc: ['110'], rarc: [], means: 'billed before the service' },
  apart: { carc: ['107', 'B15'], rarc: [], means: 'the drug is denied because the procedure is not on the same claim' },
  unclearService: { carc: [], rarc: [], means: 'what was done and what is billed do not fit together' },
  wrongPayer: { carc: ['109'], rarc: [], means: 'sent to a payer that does not pay for it' },
  custody: { carc: ['258'], rarc: ['N103'], means: 'patient in custody' },
  place: { carc: ['58', '5'], rarc: ['N428'], means: 'not paid for at this place of service' },
  snfStay: { carc: ['190'], rarc: [], means: 'part of a stay in a skilled nursing facility' },
  /** What happens is no denial. */
  mustFile: { carc: [], rarc: [], means: 'no denial: Medicare’s law asks you to file' },
  notBillable: { carc: [], rarc: [], means: 'nothing is paid for a line that should not be there' },
  unreadable: { carc: [], rarc: [], means: 'the payer cannot take the claim in this form' },
  excluded: { carc: [], rarc: [], means: 'a denial is what the modifier asks for' },
  unsafe: { carc: [], rarc: [], means: 'no code: this is about the patient and the drug first' },
  noRate: { carc: [], rarc: [], means: 'no denial, but the payment cannot be told' },
  notChecked: { carc: [], rarc: [], means: 'no code yet: what was not checked can come back in any way' },
} as const satisfies Record<string, Denial>;

/**
 * Of KD, TB and JG: that Medicare takes a claim without them for unprocessable, as it does without JW or JZ, was not
 * read.
 */
const { medicare: _unprocessable, ...withoutMedicare } = denials.missingModifier;
export const modifierWanted = withoutMedicare;

/** Row 8 custody. */
export const membersInCustody = 'A Medicare Advantage plan is not known to have members in custody';
