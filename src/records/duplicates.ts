import type { WorksheetText } from '../answers/worksheet-text';
import { formatDate } from '../engine/dated';
import { inWords } from '../engine/typed';
import { authorizationWarnings, type ClaimUnits } from './beyond-authorization';
import { differing, identityOf, partName, plain, type Identity } from './patient-identity';
import { isToNextPayer } from './standing-claims';

/** A claim as another is held against it; its `id` is blank until it is kept. */
export type ComparedClaim = ClaimUnits;

/** What is to be known of two claims together; `other` is the id of the other one. */
export type Warning = {
  readonly kind:
    'same-code' | 'same-day' | 'replaces' | 'sent-before' | 'two-patients' | 'beyond-authorization' | 'units-used';
  readonly says: string;
  readonly other: string;
};

type Patient = {
  readonly key: string;
  /** As it stands before what was compared: "PT-1". */
  readonly name: string;
  readonly identity: Identity;
};

const patients = new WeakMap<WorksheetText, Patient>();

/** Which patient it is: by the reference, else by the member ID; a blank key where neither is told. */
function patientOf(record: WorksheetText): Patient {
  const known = patients.get(record);
  if (known) return known;
  const reference = plain(record.patientReference);
  const identity = identityOf(record);
  const memberId = partOf(identity, ['member ID']);
  const patient: Patient = {
    key: reference !== '' ? `reference ${reference}` : memberId !== '' ? `member ${memberId}` : '',
    name: reference !== '' ? record.patientReference.trim() : `Member ID ${memberId}`,
    identity,
  };
  patients.set(record, patient);
  return patient;
}

/** What stands in some parts of an identity: "ONESAMPLE, SAM". */
const partOf = (identity: Identity, parts: readonly string[]): string =>
  Object.entries(identity)
    .filter(([name]) => parts.includes(partName(name)))
    .map(([, text]) => text)
    .join(', ');

/** Whether two records name the same patient, as far as they name one. */
export const isSamePatient = (one: WorksheetText, other: WorksheetText): boolean =>
  patientOf(one).key !== '' && patientOf(one).key === patientOf(other).key;

/**
 * Warns of other claims of the patient: of the same day, with the same code first; of what tells two patients; and of
 * an authorization that they use up together.
 */
export function warningsOf(one: ComparedClaim, others: readonly ComparedClaim[]): readonly Warning[] {
  const alike = others.filter((other) => other.id !== one.id && isSamePatient(one.record, other.record));
  const ofDay =
    one.on === null
      ? []
      : alike.filter((each) => each.on === one.on && !isToNextPayer(one, each) && !isToNextPayer(each, one));
  // What it corrects comes first: that was sent, or was not.
  const other =
    ofDay.find((each) => corrects(one, each)) ?? ofDay.find((each) => sharedCodes(one, each).length > 0) ?? ofDay[0];
  const { identity } = patientOf(one.record);
  const isSame = ({ record }: ClaimUnits) => differing(identity, patientOf(record).identity).length === 0;
  return [
    ...(other ? [sameDay(one, other)] : []),
    ...twoPatients(one, alike),
    ...authorizationWarnings(one, alike, isSame),
  ];
}

/** The warnings of every claim, by its id; a claim without any is left out. */
export function warningsAmong(claims: readonly ComparedClaim[]): ReadonlyMap<string, readonly Warning[]> {
  const byPatient = new Map<string, ComparedClaim[]>();
  for (const claim of claims) {
    const { key } = patientOf(claim.record);
    if (key !== '') byPatient.set(key, [...(byPatient.get(key) ?? []), claim]);
  }
  return new Map(
    [...byPatient.values()]
      .filter((alike) => alike.length > 1)
      .flatMap((alike) => alike.map((one) => [one.id, warningsOf(one, alike)] as const))
      .filter(([, warnings]) => warnings.length > 0),
  );
}

const corrects = ({ record }: ComparedClaim, { id }: ComparedClaim): boolean => id !== '' && record.corrects === id;

/** Part B counts every claim as a new one, unless it did not process the one before (8 processed, 8 returned). */
const isSentTwice = (one: WorksheetText, before: WorksheetText): boolean =>
  one.payer === 'medicare-part-b' &&
  one.frequency === '1' &&
  one.madeFrom.as !== 'new' &&
  before.course.sentOn.trim() !== '' &&
  !/\bMA130\b/i.test(before.remittanceCode);

const sharedCodes = (one: ComparedClaim, other: ComparedClaim): readonly string[] => [
  ...new Set(one.codes.filter((code) => other.codes.includes(code))),
];

function sameDay(one: ComparedClaim, other: ComparedClaim): Warning {
  const whose = `${patientOf(one.record).name} of ${one.on ? formatDate(one.on) : ''}`;
  const codes = sharedCodes(one, other);
  if (corrects(one, other) && isSentTwice(one.record, other.record))
    return {
      kind: 'sent-before',
      other: other.id,
      says:
        `The claim of ${whose} that this one corrects was sent. Medicare Part B would take this one for a duplicate. ` +
        'Ask for a reopening instead. Only where Medicare did not process that one (MA130), send a new claim.',
    };
  if (corrects(one, other) || corrects(other, one))
    return { kind: 'replaces', other: other.id, says: `One of two claims of ${whose} corrects the other.` };
  if (one.record.frequency !== '1' || other.record.frequency !== '1')
    return {
      kind: 'replaces',
      other: other.id,
      says: `Another claim of ${whose} stands here, and one of the two replaces or voids an earlier claim.`,
    };
  return codes.length > 0
    ? {
        kind: 'same-code',
        other: other.id,
        says: `${inWords(codes)} of ${whose} also stands on another claim. Sent twice, one comes back as a duplicate.`,
      }
    : { kind: 'same-day', other: other.id, says: `Another claim of ${whose} stands here. Check that both are meant.` };
}

const patientParts: readonly (readonly [string, readonly string[]])[] = [
  ['dates of birth', ['birth date']],
  ['names', ['last name', 'first name']],
  ['member IDs', ['member ID']],
];

function twoPatients(one: ComparedClaim, alike: readonly ComparedClaim[]): readonly Warning[] {
  const { name, identity } = patientOf(one.record);
  return patientParts.flatMap(([what, parts]): readonly Warning[] => {
    const other = alike.find(({ record }) =>
      differing(identity, patientOf(record).identity).some((part) => parts.includes(part)),
    );
    if (!other) return [];
    const [own, theirs] = [partOf(identity, parts), partOf(patientOf(other.record).identity, parts)];
    const says = `Two ${what} stand under ${name}: ${own} and ${theirs}. Give two patients a reference each.`;
    return [{ kind: 'two-patients', other: other.id, says }];
  });
}
