import type { WorksheetText } from '../answers/worksheet-text';
import type { Address } from '../engine/clinic-file';
import { formatDate } from '../engine/dated';
import type { Sending } from '../formats/parties';
import type { KnownOfPatient } from '../formats/proposed-parties';
import type { KeptClaim } from './clinic-records';
import { dayOf } from './patient-fills';
import { differing, identityOf, plain } from './patient-identity';

type Asked = Pick<WorksheetText, 'patientReference' | 'recordId' | 'payer'>;

/**
 * What the last kept claim of a patient reference tells of the patient, and the last of the same payer type of the
 * member. Null where none does, or where the claims under that reference name two patients.
 */
export function knownPatient(
  { patientReference, recordId, payer }: Asked,
  claims: readonly KeptClaim[],
): KnownOfPatient | null {
  const reference = plain(patientReference);
  if (reference === '') return null;
  const told = claims
    .filter(
      (each) =>
        each.recordId !== recordId &&
        plain(each.patientReference) === reference &&
        isOfReference(each) &&
        isNamed(each),
    )
    .toSorted((one, other) => (dayOf(other) ?? '').localeCompare(dayOf(one) ?? ''));
  const [last, ...before] = told;
  if (!last || before.some((each) => differing(identityOf(each), identityOf(last)).some(isOfPatient))) return null;
  const on = dayOf(last);
  return {
    patient: last.sending as Partial<Sending>,
    member: (told.find((each) => each.payer === payer)?.sending as Partial<Sending> | undefined) ?? null,
    from: on ? `From the record of ${formatDate(on)}.` : 'From an earlier record.',
  };
}

/** What is typed for files belongs to the reference that stood there then. */
const isOfReference = ({ sending, patientReference }: KeptClaim): boolean =>
  sending.typedFor === '' || plain(sending.typedFor) === plain(patientReference);
const isNamed = ({ sending }: KeptClaim): boolean => sending.patientLast.trim() !== '';
/** An account or a member ID may change; a name or a birth date is of another patient. */
const isOfPatient = (part: string): boolean => part.endsWith('name') || part === 'birth date';

/** The towns of the patients of the kept claims under their ZIPs, each once. */
export function addressesIn(claims: readonly KeptClaim[]): readonly Address[] {
  const towns = new Map<string, Address>();
  for (const { sending } of claims) {
    const { patientCity: city, patientState: state, patientZip: zip } = sending;
    if (zip.trim() !== '') towns.set(`${zip}|${city}|${state}`, { street: '', city, state, zip });
  }
  return [...towns.values()];
}
