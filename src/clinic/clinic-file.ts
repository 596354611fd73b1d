import { findNodeAtLocation, getNodeValue, type Node } from 'jsonc-parser';
import * as z from 'zod/mini';
import type { PayerProfile } from '../engine/payer-profile';
import {
  emptyOffice,
  heightsPerMille,
  isNoOffset,
  mostOffsetTenthsMm,
  noOffset,
  type ClinicFile,
} from '../engine/clinic-file';
import { isUtf16 } from './read-file';
import { lineAt, quoted, readJsonText, type JsonFault } from './json-text';
import { eachOnce, mustBeList, mustBeObject, wholeNumber } from './json-values';
import { profileLabels } from './profile-answers';
import { labelInSentence, nameKey, nameTaken, profileJson, profileSchema } from './profile-schema';
import { feeJson, feeLabels, feesSchema } from './fees-schema';
import { mappingJson, mappingLabels, mappingsSchema } from './mappings-schema';
import { officeJson, officeLabels, officeSchema } from './office-schema';
import { crosswalkJson, crosswalksSchema, paymentLimitsJson, paymentLimitsSchema, tableLabels } from './tables-schema';

export const clinicFileName = 'baclofen-payer-profiles.json';

const format = 'baclofen-billing-worksheet';
/** Version 1 names one provider; version 2 has lists of them, and version 3 where their payments go. */
const version = 3;
const readVersions: readonly unknown[] = [1, 2, version];
export const mostCharacters = 1_000_000;

export const faultWords = ({ line, reason }: JsonFault): string => (line === null ? reason : `Line ${line}: ${reason}`);
const wholeFile = (reason: string) => ({ refused: { line: null, reason } });
export const tooLarge = wholeFile('This file is far larger than a file of payer profiles.');
export const unreadable = wholeFile('This file could not be read.');
const notUtf8 = wholeFile('This file is saved as UTF-16: save it as UTF-8.');

const offset = wholeNumber(-mostOffsetTenthsMm, mostOffsetTenthsMm, (tenths) => tenths);
const height = wholeNumber(heightsPerMille.least, heightsPerMille.most, (perMille) => perMille);

/** A file of before the height could be set has none. */
const printOffsetSchema = z.pipe(
  z.strictObject({ rightTenthsMm: offset, downTenthsMm: offset, heightPerMille: z.optional(height) }, mustBeObject),
  z.transform(({ heightPerMille = noOffset.heightPerMille, ...moved }) => ({ ...moved, heightPerMille })),
);

const clinicFileSchema = z.pipe(
  z.strictObject(
    {
      format: z.literal(format),
      version: z.literal([1, 2, version]),
      profiles: z.array(profileSchema, mustBeList).check(
        z.maxLength(200, 'must hold at most 200 entries'),
        eachOnce<PayerProfile>(({ name }) => nameKey(name), 'name', nameTaken),
      ),
      paymentLimits: paymentLimitsSchema,
      crosswalks: crosswalksSchema,
      printOffset: z.optional(printOffsetSchema),
      office: z.optional(officeSchema),
      fees: z.optional(feesSchema),
      mappings: z.optional(mappingsSchema),
    },
    mustBeObject,
  ),
  z.transform(
    ({
      profiles,
      paymentLimits,
      crosswalks,
      printOffset = noOffset,
      office = emptyOffice,
      fees = [],
      mappings = [],
    }): ClinicFile => ({
      profiles,
      tables: { paymentLimits, crosswalks },
      printOffset,
      office,
      fees,
      mappings,
    }),
  ),
);

/** What the bytes of a clinic's file tell; a byte that is no UTF-8 becomes a character that is refused. */
export const readClinicBytes = (bytes: Uint8Array): ReturnType<typeof readClinicFile> =>
  isUtf16(bytes) ? notUtf8 : readClinicFile(new TextDecoder().decode(bytes));

/** What a clinic's file tells, all of it or nothing. Takes any text and throws on none. */
export function readClinicFile(text: string): { readonly file: ClinicFile } | { readonly refused: JsonFault } {
  if (text.length > mostCharacters) return tooLarge;
  if (text.trim() === '') return wholeFile('This file is empty.');
  const unknown = text.indexOf('\uFFFD');
  if (unknown >= 0)
    return {
      refused: { line: lineAt(text, unknown), reason: 'a character could not be read: save the file as UTF-8' },
    };
  const tree = readJsonText(text);
  if ('refused' in tree) return tree;
  const { root } = tree;
  const foreign = foreignness(root);
  if (foreign !== undefined) return wholeFile(foreign);
  const reading = clinicFileSchema.safeParse(getNodeValue(root));
  if (reading.success) return { file: reading.data };
  const [first] = reading.error.issues.map((issue) => located(issue, root)).sort((a, b) => a.offset - b.offset);
  return first
    ? { refused: { line: lineAt(text, first.offset), reason: `${subjectOf(first.path, root)} ${first.message}` } }
    : unreadable;
}

/** Stable and meant to be read by people too; what is not known is left out of a profile. */
export function writeClinicFile({ profiles, tables, printOffset, office, fees, mappings }: ClinicFile): string {
  const told = officeJson(office);
  const file = {
    format,
    version,
    profiles: profiles.map((profile) => onlyKnown(profileJson(profile))),
    paymentLimits: tables.paymentLimits.map(paymentLimitsJson),
    crosswalks: tables.crosswalks.map(crosswalkJson),
    ...(isNoOffset(printOffset) ? {} : { printOffset }),
    ...(told === null ? {} : { office: told }),
    ...(fees.length === 0 ? {} : { fees: fees.map(feeJson) }),
    ...(mappings.length === 0 ? {} : { mappings: mappings.map(mappingJson) }),
  };
  return `${JSON.stringify(file, null, 2)}\n`;
}

const onlyKnown = (json: object) => Object.fromEntries(Object.entries(json).filter(([, value]) => value !== null));

/** Says what the file is instead, where it is not one of this format and version. */
function foreignness(root: Node): string | undefined {
  if (findNodeAtLocation(root, ['format'])?.value !== format)
    return 'This is not a file of payer profiles saved by this page.';
  const found: unknown = findNodeAtLocation(root, ['version'])?.value;
  if (readVersions.includes(found)) return undefined;
  return typeof found === 'number'
    ? `This file is of version ${found}; this page reads version ${version}.`
    : `This file does not say its version; this page reads version ${version}.`;
}

type Path = readonly (string | number)[];
type Located = { readonly path: Path; readonly offset: number; readonly message: string };

/** An issue at the place that it speaks of; one about a value that is not there, at what should hold it. */
function located(issue: z.core.$ZodIssue, root: Node): Located {
  const unknownKey = issue.code === 'unrecognized_keys' ? issue.keys[0] : undefined;
  const path = [...issue.path, ...(unknownKey === undefined ? [] : [unknownKey])].map((step) =>
    typeof step === 'number' ? step : String(step),
  );
  const node = findNodeAtLocation(root, path) ?? findNodeAtLocation(root, path.slice(0, -1)) ?? root;
  return { path, offset: node.offset, message: unknownKey === undefined ? issue.message : 'is unknown to this page' };
}

const entryWords: Readonly<Record<string, string>> = {
  profiles: 'profile',
  paymentLimits: 'payment limits',
  crosswalks: 'crosswalk',
  rows: 'row',
  fees: 'charge',
  mappings: 'mapping',
  columns: 'column',
  headings: 'heading',
  unused: 'heading',
  payers: 'payer',
};

const labelsIn: Readonly<Record<string, Readonly<Record<string, string>>>> = {
  office: officeLabels,
  fees: feeLabels,
  mappings: mappingLabels,
};

/** “units per fill” of “Prairie Health”; “NDC” of row 3 of crosswalk 1. */
function subjectOf(path: Path, root: Node): string {
  const labels: Readonly<Record<string, string>> =
    path[0] === 'profiles' && path.length > 1 ? profileLabels : (labelsIn[String(path[0])] ?? tableLabels);
  const words = path.flatMap((step, place) => {
    if (typeof step === 'number')
      return [profileNameAt(path.slice(0, place + 1), root) ?? `${entryWords[String(path[place - 1])]} ${step + 1}`];
    if (place < path.length - 1) return [];
    return [quoted(Object.hasOwn(labels, step) ? labelInSentence(labels[step] ?? step) : step)];
  });
  return words.length === 0 ? 'The file' : words.toReversed().join(' of ');
}

function profileNameAt(path: Path, root: Node): string | undefined {
  const name: unknown = path[0] === 'profiles' ? findNodeAtLocation(root, [...path, 'name'])?.value : undefined;
  return typeof name === 'string' && name !== '' ? quoted(name) : undefined;
}
