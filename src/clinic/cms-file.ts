import { asciiLower } from '../engine/ascii';
import { formatNdc, readNdc, type Ndc11 } from '../engine/ndc';
import type { CrosswalkRow, OpenedCrosswalk, OpenedPaymentLimits } from '../engine/published-tables';
import {
  feeFromDigits,
  mcg,
  mg,
  scaledByDigits,
  strengthOf,
  timesMass,
  volumeFromDigits,
  type Mass,
  type Money,
} from '../engine/quantity';
import { isUtf16 } from './read-file';
import { placeOf, type Heading } from './cms-headings';
import { cmsTable } from './cms-table';
import { quoted, FileRefused, refuse, shown, shownName } from './refusal';

export type CmsFile =
  | { readonly paymentLimits: OpenedPaymentLimits }
  | { readonly crosswalk: OpenedCrosswalk }
  | { readonly refused: string };

/** The quarterly files of CMS for all drugs hold some 2.5 million characters. */
export const mostCharacters = 20_000_000;
/** What a file that the user keeps can hold: dollars of a limit in tenths of a cent, a container of 1 L, mcg/mL. */
const most = { tenthsOfCent: 999_999_999, uL: 1_000_000, mcgPerMl: 100_000 } as const;

/**
 * A payment limit file or an NDC-HCPCS crosswalk as CMS publishes it, in CSV: a title, “Effective … through …”, notes,
 * a heading row, and a row for each code or NDC. Only baclofen is taken; all of it, or the file is refused. Never
 * throws.
 */
export function readCmsFile(name: string, text: string): CmsFile {
  const file = shownName(name);
  try {
    return readTable(file, text);
  } catch (error) {
    if (error instanceof FileRefused) return { refused: `“${file}” ${error.message}` };
    return { refused: `“${file}” could not be read as a CSV file.` };
  }
}

/** The same from the bytes of a file. CMS writes UTF-8 in some quarters and the Windows character set in others. */
export function readCmsBytes(name: string, bytes: Uint8Array): CmsFile {
  if (isUtf16(bytes)) return { refused: `“${shownName(name)}” is saved as UTF-16: save it as CSV UTF-8.` };
  return readCmsFile(name, decoded(bytes));
}

function decoded(bytes: Uint8Array): string {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    return new TextDecoder('windows-1252').decode(bytes);
  }
}

function readTable(file: string, text: string): CmsFile {
  const told = whatElse(text);
  if (told) refuse(told);
  const { kind, span, columns, ofDrug } = cmsTable(text.replace(/^\uFEFF/, ''));
  if (kind === 'limits') return { paymentLimits: { ...span, file, ...limitsIn(ofDrug, columns) } };
  return { crosswalk: { ...span, file, rows: containersIn(ofDrug, columns) } };
}

/** What a file is that is no CSV of CMS at all. */
function whatElse(text: string): string | undefined {
  if (text.length > mostCharacters) return 'is far larger than a file of CMS.';
  if (text.trim() === '') return 'is empty.';
  if (/^PK[\u0003\u0005]/.test(text))
    return 'is a zip file or an Excel workbook: unpack it, and save the sheet as CSV.';
  if (/^(\u00D0\u00CF\u0011\u00E0|\uFFFD\uFFFD\u0011)/.test(text))
    return 'is an old Excel workbook: save the sheet as CSV.';
  if (text.startsWith('%PDF')) return 'is a PDF: CMS publishes the same table as CSV.';
  if (/^\s*<(!doctype|html)/i.test(text)) return 'is a web page: download the file that it links to.';
  if (text.includes('\0')) return 'is not plain text: save the sheet as CSV.';
  return undefined;
}

type Code = 'J0475' | 'J0476';
const dosages: Readonly<Record<Code, { readonly unit: Mass; readonly words: string }>> = {
  J0475: { unit: mg(10), words: '10 mg' },
  J0476: { unit: mcg(50), words: '50 mcg' },
};
const isDosage = (cell: string, { words }: { readonly words: string }): boolean =>
  asciiLower(cell).replace(/\s/g, '') === words.replace(' ', '');

/** The cells of a row, by heading; the dosage is held against the code at once. */
function cellsOf(row: readonly string[], columns: readonly string[]) {
  const cell = (heading: Heading): string => row[placeOf(columns, heading)]?.trim() ?? '';
  const code: Code = cell('code') === 'J0476' ? 'J0476' : 'J0475';
  if (!isDosage(cell('dosage'), dosages[code]))
    refuse(`has ${code} with the dosage ${quoted(cell('dosage'))}; it is ${dosages[code].words}.`);
  return { code, cell };
}

function limitsIn(
  rows: readonly (readonly string[])[],
  columns: readonly string[],
): { readonly J0475: Money | null; readonly J0476: Money | null } {
  const found: Record<Code, Money | null> = { J0475: null, J0476: null };
  for (const row of rows) {
    const { code, cell } = cellsOf(row, columns);
    const limit = feeFromDigits(cell('limit'));
    if (!limit || limit.tenthsOfCent === 0 || limit.tenthsOfCent > most.tenthsOfCent)
      return refuse(`has no payment limit for ${code} that can be read: ${quoted(cell('limit'))}.`);
    if (scaledByDigits(cell('coinsurance'), 3) !== 20_000)
      refuse(`has a coinsurance of ${quoted(cell('coinsurance'))} for ${code}; this page calculates with 20 percent.`);
    const before = found[code];
    if (before && before.tenthsOfCent !== limit.tenthsOfCent) refuse(`has two payment limits for ${code}.`);
    found[code] = limit;
  }
  return found;
}

function containersIn(rows: readonly (readonly string[])[], columns: readonly string[]): readonly CrosswalkRow[] {
  const found = new Map<string, CrosswalkRow>();
  for (const row of rows) {
    const container = containerOf(row, columns);
    const before = found.get(container.ndc);
    if (before && JSON.stringify(before) !== JSON.stringify(container))
      refuse(`has two rows for NDC ${formatNdc(container.ndc)} that differ.`);
    found.set(container.ndc, container);
  }
  return [...found.values()];
}

function containerOf(row: readonly string[], columns: readonly string[]): CrosswalkRow {
  const { code, cell } = cellsOf(row, columns);
  const ndc = ndcOf(cell('ndc')) ?? refuse(`has a row of ${code} whose NDC cannot be read: ${quoted(cell('ndc'))}.`);
  const doubt = (what: string) => refuse(`has ${what} for NDC ${formatNdc(ndc)} that cannot be read.`);
  const volume = volumeFromDigits(cell('size')) ?? doubt('a package size');
  const each = wholeNumber(cell('unitsEach')) ?? doubt('billing units');
  const containers = wholeNumber(cell('quantity')) ?? doubt('a package quantity');
  if (each * containers !== wholeNumber(cell('unitsInAll')))
    refuse(`says for NDC ${formatNdc(ndc)} that ${containers} × ${each} units are ${quoted(cell('unitsInAll'))}.`);
  const labeled = timesMass(dosages[code].unit, each);
  const strength = strengthOf(labeled, volume) ?? doubt('a strength');
  if (volume.uL > most.uL || strength.mcgPerMl > most.mcgPerMl) return doubt('a strength');
  return {
    ndc,
    hcpcs: code,
    name: shown(cell('drug'), 120) || 'Baclofen',
    labeler: shown(cell('labeler'), 120) || 'labeler not named',
    volume,
    labeled,
    strength,
    containersPerNdc: containers,
  };
}

/** CMS writes 5-4-2 alone: an NDC of fewer digits has lost one. */
function ndcOf(cell: string): Ndc11 | undefined {
  if (!/^\d{5}-\d{4}-\d{2}$/.test(cell)) return undefined;
  const reading = readNdc(cell);
  return 'ndc' in reading ? reading.ndc : undefined;
}

/** 1 to 1000. */
function wholeNumber(text: string): number | undefined {
  const whole = scaledByDigits(text, 0);
  return whole !== undefined && whole >= 1 && whole <= 1_000 ? whole : undefined;
}
