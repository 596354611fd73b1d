import { csvParseRows } from 'd3-dsv';
import { asciiLower } from '../engine/ascii';
import { daysBetween, formatDate, isoDate, type IsoDate } from '../engine/dated';
import { formatNdc, readNdc, type Ndc11 } from '../engine/ndc';
import type { CrosswalkRow, OpenedCrosswalk, OpenedPaymentLimits } from '../engine/published-tables';
import { feeFromDigits, mcg, mg, scaledByDigits, strengthOf, timesMass, volumeFromDigits, type Mass, type Money } from '../engine/quantity';

export type CmsFile = { readonly paymentLimits: OpenedPaymentLimits } | { readonly crosswalk: OpenedCrosswalk } | { readonly refused: string };

/** The quarterly files of CMS for all drugs hold some 2.5 million characters. */
export const mostCharacters = 20_000_000;
/** Those read have some 380, most of them empty. */
const mostColumns = 2_000;
/** What a file that the user keeps can hold: containers of a table, dollars of a limit in tenths of a cent, a container of 1 L, mcg/mL. */
const most = { containers: 200, tenthsOfCent: 999_999_999, uL: 1_000_000, mcgPerMl: 100_000 } as const;

/**
 * A payment limit file or an NDC-HCPCS crosswalk as CMS publishes it, in CSV: a title, “Effective … through …”, notes,
 * a heading row, and a row for each code or NDC. Only baclofen is taken; all of it, or the file is refused. Never throws.
 */
export function readCmsFile(name: string, text: string): CmsFile {
  const file = shownName(name);
  try {
    return readRows(file, text);
  } catch (error) {
    if (error instanceof Refusal) return { refused: `“${file}” ${error.message}` };
    return { refused: `“${file}” could not be read as a CSV file.` };
  }
}

/** Why a file is refused, as a sentence that begins with its name. */
class Refusal extends Error {}
const refuse = (because: string): never => {
  throw new Refusal(because);
};

/** On one line, without what cannot be seen, and not endless. */
function shown(text: string, longest: number): string {
  const seen = text.replace(/[\p{Cc}\p{Cf}\p{Cs}\p{Zl}\p{Zp}\uFFFD]/gu, '').replace(/\s+/g, ' ').trim();
  // A character outside the basic plane may be cut in two; its half goes.
  return seen.length > longest ? `${seen.slice(0, longest - 1).replace(/\p{Cs}/gu, '')}…` : seen;
}
export const shownName = (name: string): string => shown(name, 60) || 'The file';
const quoted = (cell: string): string => `“${shown(cell, 20)}”`;

function readRows(file: string, text: string): CmsFile {
  const told = whatElse(text);
  if (told) refuse(told);
  const rows = csvParseRows(text.replace(/^\uFEFF/, ''));
  if (rows.some((row) => row.length > mostColumns)) refuse('has far more columns than a file of CMS.');
  const heading = rows.findIndex((row) => isLimitHeading(row) || isCrosswalkHeading(row));
  const columns = rows[heading];
  if (!columns) return refuse('is neither the CMS payment limit file nor the CMS NDC-HCPCS crosswalk: no heading row of either was found.');
  const span = effectiveSpan(rows.slice(0, heading));
  const ofDrug = rowsOfDrug(rows.slice(heading), placeOf(columns, 'code'));
  if (isLimitHeading(columns)) return { paymentLimits: { ...span, file, ...limitsIn(ofDrug, columns) } };
  return { crosswalk: { ...span, file, rows: containersIn(ofDrug, columns) } };
}

/** A code anywhere but alone in its own column belongs to a row that a stray quotation mark swallowed: half a table is none. */
function rowsOfDrug(rows: readonly (readonly string[])[], place: number): readonly (readonly string[])[] {
  const isCode = (cell = '') => /^\s*J047[56]\s*$/.test(cell);
  if (rows.some((row) => row.some((cell, at) => /J047[56]/i.test(cell) && !(at === place && isCode(cell))))) refuse('has a broken row of baclofen (J0475 or J0476).');
  const ofDrug = rows.filter((row) => isCode(row[place]));
  if (ofDrug.length === 0) refuse('has no row of baclofen (J0475 or J0476).');
  if (ofDrug.length > most.containers) refuse('has far more rows of baclofen (J0475 or J0476) than a file of CMS.');
  return ofDrug;
}

/** What a file is that is no CSV of CMS at all. */
function whatElse(text: string): string | undefined {
  if (text.length > mostCharacters) return 'is far larger than a file of CMS.';
  if (text.trim() === '') return 'is empty.';
  if (/^PK[\u0003\u0005]/.test(text)) return 'is a zip file or an Excel workbook: unpack it, and save the sheet as CSV.';
  if (/^(\u00D0\u00CF\u0011\u00E0|\uFFFD\uFFFD\u0011)/.test(text)) return 'is an old Excel workbook: save the sheet as CSV.';
  if (text.startsWith('%PDF')) return 'is a PDF: CMS publishes the same table as CSV.';
  if (/^\s*<(!doctype|html)/i.test(text)) return 'is a web page: download the file that it links to.';
  if (text.includes('\0')) return 'is not plain text: save the sheet as CSV.';
  return undefined;
}

const folded = (cell: string): string => asciiLower(cell).replace(/[^a-z0-9]/g, '');
/** Headings vary by quarter: “HCPCS Code”, “_2026_CODE”, “NDC”, “NDC2”. */
const headings = {
  code: /^(hcpcscode|\d{4}code|hcpcs)$/,
  dosage: /^hcpcs(code)?dosage$/,
  limit: /^paymentlimit$/,
  coinsurance: /^coinsurancepercentage$/,
  labeler: /^labelername$/,
  ndc: /^ndc\d?$/,
  drug: /^drugname$/,
  size: /^pkgsize$/,
  quantity: /^pkgqty$/,
  unitsEach: /^billunits$/,
  unitsInAll: /^billunitspkg$/,
} as const;
type Heading = keyof typeof headings;

const placeOf = (columns: readonly string[], heading: Heading): number => columns.findIndex((each) => headings[heading].test(folded(each)));
const has = (columns: readonly string[], ...wanted: Heading[]): boolean => wanted.every((heading) => placeOf(columns, heading) >= 0);
const isLimitHeading = (row: readonly string[]): boolean => has(row, 'code', 'dosage', 'limit', 'coinsurance');
const isCrosswalkHeading = (row: readonly string[]): boolean => has(row, 'code', 'dosage', 'labeler', 'ndc', 'drug', 'size', 'quantity', 'unitsEach', 'unitsInAll');

const months = ['january', 'february', 'march', 'april', 'may', 'june', 'july', 'august', 'september', 'october', 'november', 'december'];
const longestSpan = 366;
// CMS pays by such limits since 2005.
const dayWords = String.raw`([a-z]+)\.?\s+(\d{1,2})(?:,\s*|\s+)(20\d{2})`;
const effective = new RegExp(String.raw`effective\s+${dayWords}\s+(?:through|thru|to|-)\s+${dayWords}\b`, 'gi');

/** The days of the file: “Effective January 1, 2026 through March 31, 2026”, in any cell above the headings. */
function effectiveSpan(above: readonly (readonly string[])[]): { readonly from: IsoDate; readonly through: IsoDate } {
  const told = above.flat().flatMap((cell) => [...cell.matchAll(effective)]);
  const [match, other] = told.filter((each, place) => told.findIndex(([words]) => words === each[0]) === place);
  if (other) return refuse('names more than one span of days above its headings.');
  if (!match) return refuse('does not say for which days it is: no “Effective … through …” stands above its headings.');
  const read = (month = '', date = '', year = '') => isoDate(Number(year), months.indexOf(asciiLower(month)) + 1, Number(date));
  const [from, through] = [read(match[1], match[2], match[3]), read(match[4], match[5], match[6])];
  if (!from || !through) return refuse('names a day that is not in the calendar.');
  if (from > through) return refuse(`ends before it begins: ${formatDate(from)} to ${formatDate(through)}.`);
  if (daysBetween(from, through) >= longestSpan) return refuse(`covers more than a year, ${formatDate(from)} to ${formatDate(through)}; the files of CMS cover a quarter.`);
  return { from, through };
}

type Code = 'J0475' | 'J0476';
const dosages: Readonly<Record<Code, { readonly unit: Mass; readonly words: string }>> = { J0475: { unit: mg(10), words: '10 mg' }, J0476: { unit: mcg(50), words: '50 mcg' } };
const isDosage = (cell: string, { words }: { readonly words: string }): boolean => asciiLower(cell).replace(/\s/g, '') === words.replace(' ', '');

/** The cells of a row, by heading; the dosage is held against the code at once. */
function cellsOf(row: readonly string[], columns: readonly string[]) {
  const cell = (heading: Heading): string => row[placeOf(columns, heading)]?.trim() ?? '';
  const code: Code = cell('code') === 'J0476' ? 'J0476' : 'J0475';
  if (!isDosage(cell('dosage'), dosages[code])) refuse(`has ${code} with the dosage ${quoted(cell('dosage'))}; it is ${dosages[code].words}.`);
  return { code, cell };
}

function limitsIn(rows: readonly (readonly string[])[], columns: readonly string[]): { readonly J0475: Money | null; readonly J0476: Money | null } {
  const found: Record<Code, Money | null> = { J0475: null, J0476: null };
  for (const row of rows) {
    const { code, cell } = cellsOf(row, columns);
    const limit = feeFromDigits(cell('limit'));
    if (!limit || limit.tenthsOfCent === 0 || limit.tenthsOfCent > most.tenthsOfCent) return refuse(`has no payment limit for ${code} that can be read: ${quoted(cell('limit'))}.`);
    if (scaledByDigits(cell('coinsurance'), 3) !== 20_000) refuse(`has a coinsurance of ${quoted(cell('coinsurance'))} for ${code}; this page calculates with 20 percent.`);
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
    if (before && JSON.stringify(before) !== JSON.stringify(container)) refuse(`has two rows for NDC ${formatNdc(container.ndc)} that differ.`);
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
  if (each * containers !== wholeNumber(cell('unitsInAll'))) refuse(`says for NDC ${formatNdc(ndc)} that ${containers} × ${each} units are ${quoted(cell('unitsInAll'))}.`);
  const labeled = timesMass(dosages[code].unit, each);
  const strength = strengthOf(labeled, volume) ?? doubt('a strength');
  if (volume.uL > most.uL || strength.mcgPerMl > most.mcgPerMl) return doubt('a strength');
  return { ndc, hcpcs: code, name: shown(cell('drug'), 120) || 'Baclofen', labeler: shown(cell('labeler'), 120) || 'labeler not named', volume, labeled, strength, containersPerNdc: containers };
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
