import type { PreparedClaim } from '../engine/prepared-claim';
import { csvFormatRow } from 'd3-dsv';
import type { ServiceLine, Resubmission } from '../engine/claim';
import { linesOf, pointersOf } from '../engine/claim-lines';
import { digitsOfMl } from '../engine/quantity';
import { revenueOnClaim, type Department } from './revenue-codes';
import {
  chargeDigits,
  firstClaim,
  notOnLines,
  openTitles,
  overridesOn,
  reasonsAgainstForms,
  reasonsAgainstResending,
  unlessRefused,
  type Reason,
  type Written,
} from './written';
import { narrativeOf } from './lines-837';

export const csvRows = ['form CSV', 'form 22', '7.1'] as const;

/** Columns of the file; a list in a cell is parted by semicolons. */
export const csvColumns = [
  'line',
  'of',
  'date_of_service',
  'place_of_service',
  'revenue_code',
  'hcpcs',
  'modifier_1',
  'modifier_2',
  'modifier_3',
  'modifier_4',
  'units',
  'charge',
  'ndc',
  'ndc_unit',
  'ndc_quantity',
  'diagnoses',
  'diagnosis_pointers',
  'authorization_number',
  'payer',
  'frequency',
  'original_reference',
  'status',
  'to_check',
  'overrides',
  'narrative',
  'left_out',
] as const;

type Column = (typeof csvColumns)[number];

/**
 * The service lines as a file for spreadsheets and other programs (RFC 4180, lines end in CRLF); money in dollars,
 * quantities in mL.
 */
export const linesCsv = (
  claim: PreparedClaim,
  resubmission: Resubmission = firstClaim,
  department: Department = '',
): Written<string> =>
  unlessRefused(reasonsAgainstCsv(claim, resubmission), () =>
    asFile([[...csvColumns], ...rowsOf(claim, resubmission, department)]),
  );

/** A claim among several, and by which patient reference and account it is told from the others. */
export type ClaimOfCsv = {
  readonly reference: string;
  readonly account: string;
  readonly claim: PreparedClaim;
  readonly resubmission: Resubmission;
  readonly department: Department;
};

/** The lines of several claims in one file, each behind its patient reference and account. */
export const linesCsvOfAll = (claims: readonly ClaimOfCsv[]): Written<string> =>
  unlessRefused(
    claims.flatMap(({ claim, resubmission }) => reasonsAgainstCsv(claim, resubmission)),
    () =>
      asFile([
        ['patient_reference', 'account', ...csvColumns],
        ...claims.flatMap(({ reference, account, claim, resubmission, department }) =>
          rowsOf(claim, resubmission, department).map((cells) => [guarded(reference), guarded(account), ...cells]),
        ),
      ]),
  );

/** Why the lines of a claim stand in no file. */
export const reasonsAgainstCsv = (claim: PreparedClaim, resubmission: Resubmission): readonly Reason[] => [
  ...reasonsAgainstForms(claim),
  ...reasonsAgainstResending(claim, resubmission),
];

/** Rows of cells as a file (RFC 4180); what was typed must be `guarded` before. */
export const asFile = (rows: readonly (readonly string[])[]): string =>
  rows.map((row) => `${csvFormatRow([...row])}\r\n`).join('');

const rowsOf = (
  claim: PreparedClaim,
  resubmission: Resubmission,
  department: Department,
): readonly (readonly string[])[] =>
  linesOf(claim).map((line) => {
    const cells = cellOf(line, claim, resubmission, department);
    return csvColumns.map((column) => cells[column]);
  });

function cellOf(
  line: ServiceLine,
  claim: PreparedClaim,
  resubmission: Resubmission,
  department: Department,
): Record<Column, string> {
  const { lineNumber, of, hcpcs, modifiers, unitsOfService, charge, ndcQuantities } = line;
  const { encounter, formItems, status } = claim;
  const [first = '', second = '', third = '', fourth = ''] = modifiers;
  return {
    line: String(lineNumber),
    of,
    date_of_service: encounter.dateOfService,
    place_of_service: formItems.placeOfService.code ?? '',
    revenue_code: revenueOnClaim(line, claim, department),
    hcpcs,
    modifier_1: first,
    modifier_2: second,
    modifier_3: third,
    modifier_4: fourth,
    units: String(unitsOfService.units),
    charge: chargeDigits(charge),
    ndc: ndcQuantities.map(({ ndc }) => ndc ?? '').join(';'),
    ndc_unit: ndcQuantities.map(({ ndc, volume }) => (ndc && volume ? 'ML' : '')).join(';'),
    ndc_quantity: ndcQuantities.map(({ ndc, volume }) => (ndc && volume ? digitsOfMl(volume) : '')).join(';'),
    diagnoses: encounter.diagnoses.join(';'),
    diagnosis_pointers: pointersOf(line, claim).join(';'),
    authorization_number: guarded(formItems.authorizationNumber ?? ''),
    payer: guarded(encounter.profile?.name ?? encounter.payer),
    frequency: resubmission.code,
    original_reference: resubmission.code === '1' ? '' : guarded(resubmission.original),
    status,
    to_check: guarded(openTitles(claim).join(';')),
    overrides: listed(overridesOn(claim).map(({ title, who, on, why }) => `${title}: ${who}, ${on}: ${why}`)),
    narrative: guarded(narrativeOf(line, claim) ?? ''),
    left_out: listed(notOnLines(claim).map(({ what, because }) => `${what}: ${because}`)),
  };
}

/** Texts as a list that semicolons part: their own are written as commas. */
const listed = (texts: readonly string[]): string => guarded(texts.map((text) => text.replaceAll(';', ',')).join(';'));

/**
 * A typed text that no spreadsheet takes for a formula (row form CSV): an apostrophe stands in front of each character
 * that would start one, at the start and where a program begins a cell that parts or quotes them otherwise; and in
 * front of an apostrophe there, so that a reader can take them off again: where a cell may begin, an apostrophe is
 * never one typed.
 */
export const guarded = (typed: string): string => typed.replace(/(?<=^|[,;\t\r\n"'])[=+\-@＝＋－＠\t\r\n\0']/g, "'$&");

/** What was guarded, as it was typed. */
export const unguarded = (text: string): string =>
  text.includes("'") ? text.replace(/(?<=^|[,;\t\r\n"'])'([=+\-@＝＋－＠\t\r\n\0'])/g, '$1') : text;
