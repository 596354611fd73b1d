import type { WorksheetText } from '../answers/worksheet-text';
import { asciiUpper } from '../engine/ascii';
import { formatDate, type IsoDate } from '../engine/dated';
import { inWords } from '../engine/typed';
import { carried } from '../formats/parties';

/** A claim as another is held against it: `codes` are those of its lines; its `id` is blank until it is kept. */
export type ComparedClaim = {
  readonly id: string;
  readonly record: WorksheetText;
  readonly on: IsoDate | null;
  readonly codes: readonly string[];
};

/** What is to be known of two claims together; `other` is the id of the other one. */
export type Warning = {
  readonly kind: 'same-code' | 'same-day' | 'replaces' | 'two-patients';
  readonly says: string;
  readonly other: string;
};

type Patient = {
  readonly key: string;
  /** As it stands before what was compared: "PT-1". */
  readonly name: string;
  readonly facts: Readonly<Record<string, string>>;
};

const patients = new WeakMap<WorksheetText, Patient>();

/** Who the patient is: by the reference, else by the member ID; a blank key where neither is told. */
function patientOf(record: WorksheetText): Patient {
  const known = patients.get(record);
  if (known) return known;
  const { patientReference, sending } = record;
  const told = (text: string) => asciiUpper(text.trim().replace(/\s+/g, ' '));
  const reference = told(patientReference);
  const memberId = told(sending.memberId).replace(/[\s-]/g, '');
  const born = carried('birthDate', sending.birthDate);
  const patient: Patient = {
    key: reference !== '' ? `reference ${reference}` : memberId !== '' ? `member ${memberId}` : '',
    name: reference !== '' ? patientReference.trim() : `Member ID ${sending.memberId.trim()}`,
    facts: {
      'dates of birth': born === '' ? '' : `${born.slice(4, 6)}/${born.slice(6)}/${born.slice(0, 4)}`,
      names: [told(sending.subscriberLast), told(sending.subscriberFirst)].filter(Boolean).join(', '),
      'member IDs': memberId,
    },
  };
  patients.set(record, patient);
  return patient;
}

/** Whether two records name the same patient, as far as they name one. */
export const isSamePatient = (one: WorksheetText, other: WorksheetText): boolean =>
  patientOf(one).key !== '' && patientOf(one).key === patientOf(other).key;

/** Warns of another claim of the patient: of the same day, with the same code first, and of what tells two patients. */
export function warningsOf(one: ComparedClaim, others: readonly ComparedClaim[]): readonly Warning[] {
  const alike = others.filter((other) => other.id !== one.id && isSamePatient(one.record, other.record));
  const ofDay = one.on === null ? [] : alike.filter(({ on }) => on === one.on);
  const other = ofDay.find((each) => sharedCodes(one, each).length > 0) ?? ofDay[0];
  return [...(other ? [sameDay(one, other)] : []), ...twoPatients(one, alike)];
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

const sharedCodes = (one: ComparedClaim, other: ComparedClaim): readonly string[] => [
  ...new Set(one.codes.filter((code) => other.codes.includes(code))),
];

function sameDay(one: ComparedClaim, other: ComparedClaim): Warning {
  const whose = `${patientOf(one.record).name} of ${one.on ? formatDate(one.on) : ''}`;
  const codes = sharedCodes(one, other);
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

function twoPatients(one: ComparedClaim, alike: readonly ComparedClaim[]): readonly Warning[] {
  const { name, facts } = patientOf(one.record);
  return Object.entries(facts).flatMap(([what, told]): readonly Warning[] => {
    const other = alike.find(({ record }) => {
      const theirs = patientOf(record).facts[what] ?? '';
      return told !== '' && theirs !== '' && theirs !== told;
    });
    if (!other) return [];
    const theirs = patientOf(other.record).facts[what] ?? '';
    const says = `Two ${what} stand under ${name}: ${told} and ${theirs}. Give two patients a reference each.`;
    return [{ kind: 'two-patients', other: other.id, says }];
  });
}
