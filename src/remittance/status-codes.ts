/*
 * Claim status codes of a 277CA in this product’s words, as the lists of 2014 and 2016 have them. A code that is newer,
 * or is not named here, is told and never guessed.
 */

/** What became of a claim before the payer looked at it. */
export type Verdict = 'accepted' | 'rejected' | 'not-found' | 'waiting' | 'system' | 'other';

export const verdictWords = {
  accepted: 'Taken in',
  rejected: 'Rejected: it was never filed. Mend it, and send it again as a first claim',
  'not-found': 'Not found: call the payer',
  waiting: 'Not yet decided: wait',
  system: 'The payer’s system failed: send it again later',
  other: 'Look it up',
} as const satisfies Record<Verdict, string>;

type Category = { readonly means: string; readonly verdict: Verdict };
const categories: Readonly<Record<string, Category>> = {
  A0: { means: 'Sent on to another one.', verdict: 'waiting' },
  A1: { means: 'Received.', verdict: 'accepted' },
  A2: { means: 'Accepted, and it will be decided.', verdict: 'accepted' },
  A3: { means: 'Could not be processed, and was returned.', verdict: 'rejected' },
  A4: { means: 'Not found.', verdict: 'not-found' },
  A5: { means: 'Split into several claims.', verdict: 'accepted' },
  A6: { means: 'Something is missing.', verdict: 'rejected' },
  A7: { means: 'Something is not valid.', verdict: 'rejected' },
  A8: { means: 'Fields do not go together.', verdict: 'rejected' },
};
/** Of the others the first letter tells: pending, final, request, error, and no match. */
const families: Readonly<Record<string, Category>> = {
  P: { means: 'Not yet decided.', verdict: 'waiting' },
  F: { means: 'Decided. The remittance tells how.', verdict: 'other' },
  R: { means: 'The payer asks for more.', verdict: 'waiting' },
  E: { means: 'The system failed.', verdict: 'system' },
  D: { means: 'No claim matches.', verdict: 'not-found' },
};

export const categoryOf = (code: string): Category =>
  categories[code] ?? families[code.slice(0, 1)] ?? { means: `${code} is not on file here.`, verdict: 'other' };

/** The answer that is to be mended, by its name in the record; `clinic` is what the clinic tells of itself. */
export type FieldToMend =
  | 'dateOfService'
  | 'doseGiven'
  | 'strength'
  | 'ndc'
  | 'diagnoses'
  | 'otherDrugs'
  | 'services'
  | 'payer'
  | 'setting'
  | 'chargePerUnit'
  | 'priorAuthorizationNumber'
  | 'unitsApproved'
  | 'frequency'
  | 'originalReference'
  | `sending.${
      | 'memberId'
      | 'birthDate'
      | 'patientLast'
      | 'patientZip'
      | 'insuredZip'
      | 'payerId'
      | 'payments'
      | 'order'
      | 'billing'
      | 'rendering'
      | 'facility'
      | 'referring'
      | 'ordering'
      | 'supervising'
      | 'attending'}`
  | 'clinic';

type Status = { readonly means: string; readonly field: FieldToMend | null };
const status = (means: string, field: FieldToMend | null = null): Status => ({ means, field });

const statuses: Readonly<Record<string, Status>> = {
  19: status('It was received.'),
  20: status('It was accepted.'),
  21: status('Missing or not valid. The code beside it says what.'),
  33: status('The member was not found.', 'sending.memberId'),
  54: status('The same claim was there already.'),
  88: status('The patient was not covered on that day.', 'payer'),
  97: status('The patient was not covered.', 'payer'),
  116: status('It was sent to the wrong payer.', 'sending.payerId'),
  145: status('Taxonomy code.', 'clinic'),
  153: status('Number that names them.'),
  158: status('Date of birth.', 'sending.birthDate'),
  164: status('Member number.', 'sending.memberId'),
  171: status('Other cover.', 'sending.order'),
  178: status('Charge.', 'chargePerUnit'),
  187: status('Date of service.', 'dateOfService'),
  216: status('Drug.', 'ndc'),
  217: status('Name, strength or dose of the drug.', 'strength'),
  218: status('NDC.', 'ndc'),
  247: status('A line. The code beside it says what.'),
  249: status('Place of service.', 'setting'),
  252: status('Preauthorization number.', 'priorAuthorizationNumber'),
  254: status('Main diagnosis.', 'diagnoses'),
  255: status('Diagnosis.', 'diagnoses'),
  258: status('Units.', 'doseGiven'),
  286: status('What the payer before paid.', 'sending.payments'),
  306: status('Description of the service.', 'otherDrugs'),
  400: status('The claim does not add up.', 'sending.payments'),
  402: status('An amount must be more than 0.', 'chargePerUnit'),
  453: status('Modifier.'),
  454: status('Procedure code.'),
  464: status('The payer’s number of the earlier claim.', 'originalReference'),
  476: status('Units.', 'doseGiven'),
  477: status('Pointer to a diagnosis.', 'diagnoses'),
  488: status('Diagnosis.', 'diagnoses'),
  496: status('Who sends the file is not allowed to send for this provider.', 'clinic'),
  500: status('ZIP code.'),
  507: status('HCPCS code, or its modifier.'),
  510: status('A date lies in the future.', 'dateOfService'),
  511: status('A character that a file may not hold.'),
  535: status('Frequency: first claim, replacement or void.', 'frequency'),
  562: status('NPI.'),
  659: status('Unit of measure.', 'ndc'),
  672: status('The claim does not add up.', 'sending.payments'),
  674: status('More than was authorized.', 'unitsApproved'),
  697: status('Too many decimals.', 'doseGiven'),
  718: status('It came too late.'),
  724: status('Dose.', 'doseGiven'),
  732: status('The payer’s own guide for claims.'),
  745: status('Qualifier.'),
  746: status('The same file or claim was sent already.'),
  770: status('The same claim was sent on by another payer already.'),
  772: status('The diagnosis is not specific enough.', 'diagnoses'),
};

type Entity = { readonly means: string; readonly field: FieldToMend; readonly zip: FieldToMend };
const entities: Readonly<Record<string, Entity>> = {
  '85': { means: 'billing provider', field: 'sending.billing', zip: 'sending.billing' },
  '82': { means: 'rendering provider', field: 'sending.rendering', zip: 'sending.rendering' },
  '77': { means: 'place of the service', field: 'sending.facility', zip: 'sending.facility' },
  DN: { means: 'referring provider', field: 'sending.referring', zip: 'sending.referring' },
  DK: { means: 'ordering provider', field: 'sending.ordering', zip: 'sending.ordering' },
  DQ: { means: 'supervising provider', field: 'sending.supervising', zip: 'sending.supervising' },
  '71': { means: 'attending provider', field: 'sending.attending', zip: 'sending.attending' },
  IL: { means: 'insured', field: 'sending.memberId', zip: 'sending.insuredZip' },
  QC: { means: 'patient', field: 'sending.patientLast', zip: 'sending.patientZip' },
  PR: { means: 'payer', field: 'sending.payerId', zip: 'sending.payerId' },
  '41': { means: 'sender', field: 'clinic', zip: 'clinic' },
  '40': { means: 'receiver', field: 'clinic', zip: 'clinic' },
};

/** A status with whom it is about, in words, and the field to mend; null where none can be named. */
export function statusOf(code: string, entity: string): { readonly says: string; readonly field: FieldToMend | null } {
  const found = statuses[code];
  const whom = entities[entity];
  if (!found) return { says: `${code} is not on file here. Look it up.`, field: null };
  const says = whom ? `${found.means.replace(/\.$/, '')} (${whom.means}).` : found.means;
  const field = code === '500' ? (whom?.zip ?? null) : (found.field ?? ofWhom(code, whom));
  return { says, field };
}

/** Statuses that say what is wrong with somebody, and not with the claim. */
const ofSomebody = ['21', '153', '562', '145'];
const ofWhom = (code: string, whom: Entity | undefined): FieldToMend | null =>
  whom && ofSomebody.includes(code) ? whom.field : null;

export const statusesOnFile: readonly string[] = Object.keys(statuses);
