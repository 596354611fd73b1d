import { formatDate, type IsoDate } from '../engine/dated';
import { digitsOfMoney, formatMoney, sumOfMoney } from '../engine/quantity';
import { byClaim, type AuditFinding, type FinishedAudit, type ForPerson } from './audit';
import type { Question, UnitPrice } from './audit-due';
import { asFile, guarded } from '../formats/lines-csv';
import { wayTitles, ways } from './audit-chart';
import { wholeRisk, type AtRisk } from './audit-money';
import { actionTitles, type Remedy } from './audit-remedy';
import { causeTitles, checkId } from './audit-sums';

/** "1 claim", "1,200 claims". */
export const counted = (count: number, one: string, many = `${one}s`): string =>
  `${count.toLocaleString('en-US')} ${count === 1 ? one : many}`;

export const howManyFirst = 10;

/** Which claims to look at first and what they are worth, in a sentence. */
export function firstInWords({ findings, unpriced }: FinishedAudit): string {
  if (findings.length === 0) return 'Nothing was found that was billed otherwise than it should be.';
  const claims = byClaim(findings);
  const first = claims.slice(0, howManyFirst);
  const worth = formatMoney(sumOfMoney(first.map(({ risk }) => wholeRisk(risk))));
  const all =
    claims.length > first.length
      ? `The first ${first.length} of ${claims.length.toLocaleString('en-US')} claims with findings`
      : `${counted(claims.length, 'claim')} with findings`;
  const unknown = unpriced > 0 ? ` The money of ${counted(unpriced, 'finding')} is not known.` : '';
  return `${all}: ${worth} at risk.${unknown}`;
}

/** What became of the rows, in sentences. */
export function countsInWords({ counts, forPersons, unread }: FinishedAudit): readonly string[] {
  const { rows, claims, same, withFindings, sameUnpaid, netted, otherCodes } = counts;
  return [
    `${counted(rows, 'row')} with ${counted(claims, 'claim')} of the drug that ${claims === 1 ? 'stands' : 'stand'}.`,
    `Billed as due: ${same.toLocaleString('en-US')}. With a finding: ${withFindings.toLocaleString('en-US')}.`,
    forPersons.length > 0 ? `Not decided, for a person: ${forPersons.length.toLocaleString('en-US')}.` : '',
    unread.length > 0 ? `Not audited: ${counted(unread.length, 'row')}.` : '',
    sameUnpaid > 0 ? `Billed as due, but nothing was paid: ${counted(sameUnpaid, 'claim')}.` : '',
    netted > 0 ? `${counted(netted, 'row')} taken back, replaced or sent again, and not counted twice.` : '',
    otherCodes > 0 ? `${counted(otherCodes, 'row')} of other codes, not looked at.` : '',
  ].filter((says) => says !== '');
}

export type UnreadKind = { readonly problem: string; readonly lines: readonly number[] };

/** Rows that were not audited, put together by why; the most first. */
export function unreadByProblem(unread: FinishedAudit['unread']): readonly UnreadKind[] {
  const kinds = new Map<string, number[]>();
  for (const { line, problem } of unread) {
    const lines = kinds.get(problem);
    if (lines) lines.push(line);
    else kinds.set(problem, [line]);
  }
  return [...kinds]
    .map(([problem, lines]) => ({ problem, lines }))
    .toSorted((one, other) => other.lines.length - one.lines.length);
}

const mostLines = 20;

/** "Rows 2, 3, 4 and 12 more". */
export const linesInWords = (lines: readonly number[]): string =>
  `${lines.length === 1 ? 'Row' : 'Rows'} ${lines.slice(0, mostLines).join(', ')}` +
  (lines.length > mostLines ? ` and ${(lines.length - mostLines).toLocaleString('en-US')} more` : '');

/** "$187.00 to return": the ways in which a finding has money. */
export function riskInWords(risk: AtRisk | null): string {
  if (!risk) return 'Money not known: no rate of the day is on file.';
  const told = ways.filter((way) => risk[way].tenthsOfCent > 0);
  return told.length === 0
    ? 'No money of its own'
    : told.map((way) => `${formatMoney(risk[way])} ${wayTitles[way].toLowerCase()}`).join(', ');
}

export const priceWords = {
  'payment-limit': 'at Medicare’s payment limit of the day',
  'plan-fee': 'at the plan’s fee',
  measure: 'at Medicare’s limit as a measure; what this payer pays is not on file',
} as const satisfies Record<UnitPrice['by'], string>;

export const aboutInWords = ({ lines, patient, claimNumber, day, payer, biller }: AuditFinding | ForPerson): string =>
  [
    `${lines.length === 1 ? 'Row' : 'Rows'} ${lines.join(', ')}`,
    patient || 'patient not told',
    claimNumber && `claim ${claimNumber}`,
    formatDate(day),
    payer,
    biller && `billed by ${biller}`,
  ]
    .filter((each) => each !== '')
    .join(' · ');

/** Until when it can be done, or that this day passed before the audit. */
export const byInWords = ({ by }: Remedy, madeOn: IsoDate): string => {
  if (!by) return 'No day on file';
  return by < madeOn ? `Day passed: ${formatDate(by)}` : `By ${formatDate(by)}`;
};

const questionTitles = {
  'no-container': 'No container told',
  'plan-rule': 'Plan’s rule not known',
  held: 'Claim on hold',
  facts: 'Facts of the row do not fit',
  'no-units': 'No code with a unit',
  'two-drugs': 'Two drugs on one row',
  'rows-differ': 'Rows of one claim differ',
  'modifier-not-told': 'Modifier that nothing calls for',
  'ndc-not-on-file': 'NDC not on file',
  'limit-not-read': 'Daily limit not read',
  authorization: 'Authorization',
  'payment-not-told': 'Payment not told',
  'reversal-alone': 'Reversal of a line not in the file',
} as const satisfies Record<Question['kind'], string>;
export const questionTitle = ({ kind }: Question): string => questionTitles[kind];

const columnsOfFile = [
  'rows',
  'patient',
  'claim',
  'day',
  'payer',
  'biller',
  'cause',
  'billed',
  'due',
  'why',
  'to_return',
  'to_collect',
  'at_stake',
  'what_to_do',
  'how',
  'by',
  'rules',
] as const;

/** Every finding as a row of a file for spreadsheets; money that is not known is blank. */
export const findingsCsv = (findings: readonly AuditFinding[]): string =>
  asFile([columnsOfFile, ...findings.map((finding) => cellsOf(finding).map(guarded))]);

const cellsOf = ({ risk, remedy, ...of }: AuditFinding): readonly string[] => [
  of.lines.join(' '),
  of.patient,
  of.claimNumber,
  of.day,
  of.payer,
  of.biller,
  causeTitles[of.cause],
  of.billed,
  of.due,
  of.why,
  ...ways.map((way) => (risk ? digitsOfMoney(risk[way]) : '')),
  actionTitles[remedy.action],
  remedy.says,
  remedy.by ?? '',
  [checkId(of.cause), ...of.rows, ...remedy.rows].join(' | '),
];
