import { worksheetAnswers } from '../answers/worksheet-answers';
import type { Answer, Answers } from '../answers/answer';
import { isObject, keptRecord, readKeptRecord, type Held, type RecordFault } from '../answers/kept-record';
import { readClinicFile, writeClinicFile } from '../clinic/clinic-file';
import { quoted, readJsonText } from '../clinic/json-text';
import type { ClinicFile } from '../engine/clinic-file';
import type { ClinicRecords, KeptClaim } from './clinic-records';
import { readVials } from './kept-vials';
import { isCompanionCode } from '../engine/encounter';
import { isInstant } from './is-instant';

/** What the file is called where it is saved as plain text. */
export const plainFileName = 'baclofen-clinic-records.json';

/** The clinic’s records and the id of the file that they are kept in: 32 hexadecimal digits. */
export type RecordsFile = { readonly id: string; readonly records: ClinicRecords };
export type Refused = { readonly refused: string };

/** As many claims as the page is tried with, five times over; and far more bytes than they take. */
const mostClaims = 25_000;
const mostVials = 25_000;
export const mostFileBytes = 64_000_000;

const format = 'baclofen-clinic-records';
const profilesFormat = 'baclofen-billing-worksheet';
const keys = ['format', 'version', 'id', 'holds', 'clinic', 'vials', 'claims'] as const;

/** Makes the content of a file of one version into that of the next. */
export type Step = (file: Held) => Held;
/** In version 1 the patient was always the subscriber, and stood under that name. */
const ofPatient: Readonly<Record<string, string>> = {
  subscriberLast: 'patientLast',
  subscriberFirst: 'patientFirst',
  subscriberStreet: 'patientStreet',
  subscriberCity: 'patientCity',
  subscriberState: 'patientState',
  subscriberZip: 'patientZip',
};
const patientByName: Step = (file) => ({
  ...file,
  claims: Array.isArray(file.claims) ? file.claims.map(namedAsPatient) : file.claims,
});
const namedAsPatient = (claim: unknown): unknown =>
  isObject(claim) && isObject(claim.sending)
    ? {
        ...claim,
        sending: Object.fromEntries(
          Object.entries(claim.sending).map(([name, text]) => [
            Object.hasOwn(ofPatient, name) ? ofPatient[name] : name,
            text,
          ]),
        ),
      }
    : claim;

/** One for each version before the present one: a file of version 1 goes through all of them. */
const stepsSoFar: readonly Step[] = [
  (file) => servicesInRows(patientByName(file)),
  // What version 3 has more is blank in an older claim: amounts of a payer before find their line by code and charge,
  // and of a remittance version 2 kept its codes and amounts alone, no answer of a payer as it came.
  (file) => ({ ...file, version: 3 }),
  // Version 4 has letters to payers, the middle name of a subscriber, the units of a second drug that were approved and
  // used, and the day on which a claim was settled: all of them blank in an older claim.
  (file) => ({ ...file, version: 4 }),
];

/** Version 1 knew of a service of the day its code alone, in `companions`; what stands there otherwise is refused. */
function servicesInRows(file: Held): Held {
  const { claims } = file;
  if (!Array.isArray(claims)) return { ...file, version: 2 };
  return {
    ...file,
    version: 2,
    claims: claims.map((claim: unknown) => (isObject(claim) ? withServiceRows(claim) : claim)),
  };
}

function withServiceRows(claim: Held): Held {
  const { companions, ...others } = claim;
  if (!Array.isArray(companions) || !companions.every((code) => isCompanionCode(code))) return claim;
  return { ...others, services: companions.map((code) => ({ code })) };
}

export const tooLargeWords = 'This file is far larger than a clinic’s file.';
const notOurs = 'This is not a clinic’s file saved by this page.';
const damaged = 'The file is damaged or cut off.';

/** One claim a line, so that two versions of a file can be held side by side by any program. */
export function writeRecordsFile({ id, records }: RecordsFile): string {
  return layout({
    format,
    version: stepsSoFar.length + 1,
    id,
    holds: { claims: records.claims.length, vials: records.vials.length },
    clinic: JSON.parse(writeClinicFile(records.clinic)) as unknown,
    vials: records.vials,
    claims: records.claims.map(keptRecord),
  });
}

function layout(file: Held): string {
  const parts = Object.entries(file).map(([key, value]) => `${JSON.stringify(key)}: ${layoutOf(value)}`);
  return `{\n${parts.join(',\n')}\n}\n`;
}
const layoutOf = (value: unknown): string =>
  Array.isArray(value) && value.length > 0
    ? `[\n${value.map((each) => JSON.stringify(each)).join(',\n')}\n]`
    : JSON.stringify(value);

/**
 * What a file holds, all of it, or a sentence that says why nothing of it is taken and where it is wrong. Takes any
 * bytes and throws on none; `steps` are those from version 1 to the present one.
 */
export function readRecordsFile(bytes: Uint8Array, steps: readonly Step[] = stepsSoFar): RecordsFile | Refused {
  if (bytes.length === 0) return refuse('The file is empty.');
  if (bytes.length > mostFileBytes) return refuse(tooLargeWords);
  const text = textOf(bytes);
  if (text === undefined) return refuse(`${damaged} It holds bytes that are no UTF-8 text.`);
  if (text.trim() === '') return refuse('The file is empty.');
  const parsed = parsedOnce(text);
  if ('refused' in parsed) return parsed;
  const current = migrated(parsed.value, steps);
  return 'refused' in current ? current : readCurrent(current.file);
}

const refuse = (refused: string): Refused => ({ refused });

/** A byte that is no UTF-8 is not replaced: undefined then. */
function textOf(bytes: Uint8Array): string | undefined {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    return undefined;
  }
}

const mostCharactersCheckedSlowly = 8_000_000;

/**
 * The value of a JSON text in which each key stands once and each number is read as it was written. The parser of the
 * browser tells neither, and is far quicker than one that does: where its value, laid out again, is the text, both are
 * so. A text that another program laid out goes the slow way.
 */
function parsedOnce(text: string): { readonly value: unknown } | Refused {
  const value = parsedOrNothing(text);
  if (isObject(value) && layout(value) === text) return { value };
  if (text.length > mostCharactersCheckedSlowly)
    return refuse(
      value === undefined ? damaged : 'Another program changed this file, and it is too large to be checked.',
    );
  const tree = readJsonText(text);
  if ('refused' in tree) return refuse(`${damaged} Line ${tree.refused.line}: ${tree.refused.reason}.`);
  return value === undefined ? refuse(damaged) : { value };
}

function parsedOrNothing(text: string): unknown {
  try {
    return JSON.parse(text) as unknown;
  } catch {
    return undefined;
  }
}

/** The content as the present version has it. */
function migrated(value: unknown, steps: readonly Step[]): { readonly file: Held } | Refused {
  const newest = steps.length + 1;
  if (isObject(value) && value.format === profilesFormat)
    return refuse('This file holds payer profiles alone, and no claims. Open it in “Payer profiles”.');
  if (!isObject(value) || value.format !== format) return refuse(notOurs);
  const { version } = value;
  if (typeof version !== 'number' || !Number.isInteger(version) || version < 1)
    return refuse(`This file does not say its version. This page reads version ${newest}.`);
  if (version > newest)
    return refuse(
      `This file is of version ${version}, and this page reads version ${newest}. Load the newest page to open it.`,
    );
  return { file: steps.slice(version - 1).reduce((file, step) => step(file), value) };
}

function readCurrent(file: Held): RecordsFile | Refused {
  const unknown = Object.keys(file).find((key) => !keys.some((each) => each === key));
  if (unknown !== undefined) return refuse(`${quoted(unknown)} is unknown to this page.`);
  const { id } = file;
  if (typeof id !== 'string' || !/^[0-9a-f]{32}$/.test(id)) return refuse('The file does not say whose it is.');
  const clinic = readClinic(file.clinic);
  if ('refused' in clinic) return clinic;
  const claims = readClaims(file.claims);
  if ('refused' in claims) return claims;
  const vials = readVials(file.vials, mostVials);
  if ('refused' in vials) return vials;
  const records = { clinic: clinic.file, claims: claims.claims, vials: vials.vials };
  return countedWrong(file.holds, records) ?? { id, records };
}

/** The clinic’s own part is as it stands in a file of its own. */
function readClinic(value: unknown): { readonly file: ClinicFile } | Refused {
  const reading = readClinicFile(JSON.stringify(value ?? null));
  return 'file' in reading ? reading : refuse(`In the clinic’s part, ${reading.refused.reason}.`.replace('..', '.'));
}

function readClaims(value: unknown): { readonly claims: readonly KeptClaim[] } | Refused {
  if (!Array.isArray(value) || value.length > mostClaims)
    return refuse(`The claims must be a list of at most ${mostClaims}.`);
  const claims: KeptClaim[] = [];
  const places = new Map<string, number>();
  for (const [place, each] of value.entries()) {
    const where = `Claim ${place + 1}`;
    const reading = readKeptRecord(each);
    if ('refused' in reading) return refuse(`${where}${faultWords(reading.refused)}.`);
    const { record } = reading;
    const twin = places.get(record.recordId);
    if (record.recordId === '') return refuse(`${where} does not say which record it is.`);
    if (twin !== undefined) return refuse(`Claims ${twin} and ${place + 1} say that they are the same record.`);
    if (!isInstant(record.keptAt)) return refuse(`${where} does not say when it was kept.`);
    places.set(record.recordId, place + 1);
    claims.push(record);
  }
  return { claims };
}

/** “, “Lot” of row 2 must be text in double quotes”. */
function faultWords({ path, reason }: RecordFault): string {
  if (path.length === 0) return ` ${reason}`;
  const row = path.findLast((step) => typeof step === 'number');
  const subject = `${quoted(labelAt(path))}${row === undefined ? '' : ` in row ${row + 1}`}`;
  return `, ${subject}: ${reason}`;
}

/** What the answer at a place of a record is called, or its key where no question asks it. */
function labelAt(path: RecordFault['path']): string {
  let answers: Answers = worksheetAnswers;
  let label = String(path[0]);
  for (const step of path) {
    if (typeof step === 'number') continue;
    const answer: Answer | undefined = Object.hasOwn(answers, step) ? answers[step] : undefined;
    label = answer?.label ?? step;
    if (answer?.kind === 'group' || answer?.kind === 'rows') answers = answer.answers;
  }
  return label;
}

/** A whole line can go missing, and the file still be JSON. */
function countedWrong(holds: unknown, { claims, vials }: ClinicRecords): Refused | undefined {
  const told = JSON.stringify(holds);
  return told === JSON.stringify({ claims: claims.length, vials: vials.length })
    ? undefined
    : refuse(`${damaged} It does not hold as many claims and vials as it says.`);
}
