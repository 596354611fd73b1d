import { formatDate, type IsoDate } from '../engine/dated';
import { digitsOfMoney, formatMoney, sumOfMoney, type Money } from '../engine/quantity';
import { inSentence } from '../engine/typed';
import type { AuditFinding, FinishedAudit, ForPerson, FoundInClaim } from './audit';
import type { Question } from './audit-due';
import { asFile, guarded } from '../formats/lines-csv';
import { wayTitles, ways } from './audit-chart';
import { sumOfRisk, wholeRisk, type AtRisk, type Worth } from './audit-money';
import { actionTitles, type Remedy } from './audit-remedy';
import { mueDays } from './audit-checks';
import { causeTitles, checkId, type AuditSum } from './audit-sums';

/** A title within a sentence; "NDC of another strength" stays as it is. */
export const inText = (title: string): string => (/^[A-Z][a-z]/.test(title) ? inSentence(title) : title);

/** "1 claim", "1,200 claims". */
export const counted = (count: number, one: string, many = `${one}s`): string =>
  `${count.toLocaleString('en-US')} ${count === 1 ? one : many}`;

export const howManyFirst = 10;

/**
 * What was found, of how many claims; and what was not decided or not audited. Only where each claim was decided and
 * each row audited is nothing found an all-clear.
 */
export function headlineOf({ counts, unread }: FinishedAudit): string {
  const { rows, otherCodes, claims, withFindings, forPersonsAlone } = counts;
  const ofDrug = rows - otherCodes;
  if (ofDrug === 0) return 'No row bills the drug, so nothing was compared.';
  if (claims === 0) return `None of ${counted(ofDrug, 'row')} was audited, so nothing is known of ${itsOf(ofDrug)}.`;
  const decided = claims - forPersonsAlone;
  const isWhole = forPersonsAlone === 0 && unread.length === 0;
  const open = [
    forPersonsAlone > 0 && decided > 0
      ? `${many(forPersonsAlone)} ${forPersonsAlone === 1 ? 'waits' : 'wait'} for a person.`
      : '',
    unread.length > 0 ? `${many(unread.length)} of ${counted(ofDrug, 'row')} ${were(unread.length)} not audited.` : '',
  ];
  return [foundInWords(withFindings, decided, claims, isWhole), ...open].filter((says) => says !== '').join(' ');
}

function foundInWords(found: number, decided: number, claims: number, isWhole: boolean): string {
  if (found > 0) return `${decidedOf(decided, claims)}: ${many(found)} ${found === 1 ? 'has' : 'have'} findings.`;
  if (decided === 0) return `None of ${counted(claims, 'claim')} was decided: a person must look.`;
  if (!isWhole) return `${decidedOf(decided, claims)}, with no finding.`;
  const all = claims === 1 ? 'The 1 claim was audited' : `All ${many(claims)} claims were audited`;
  return `${all}. Nothing was found that was billed otherwise than it should be.`;
}

const decidedOf = (decided: number, claims: number): string =>
  decided === claims && claims > 1
    ? `All ${many(claims)} claims were decided`
    : `${many(decided)} of ${counted(claims, 'claim')} ${were(decided)} decided`;

const many = (count: number): string => count.toLocaleString('en-US');
const were = (count: number): string => (count === 1 ? 'was' : 'were');
const itsOf = (count: number): string => (count === 1 ? 'it' : 'them');

/** "The first 10 of 32 claims with findings: $2,244.00 to return, $187.00 to collect.": no kind of money in another. */
export function firstInWords(claims: readonly FoundInClaim[]): string {
  const first = claims.slice(0, howManyFirst);
  const all =
    claims.length > first.length
      ? `The first ${first.length} of ${many(claims.length)} claims with findings`
      : `${counted(claims.length, 'claim')} with findings`;
  const unknown = first.reduce((sum, { unpriced }) => sum + unpriced, 0);
  const more = unknown > 0 ? ` The money of ${counted(unknown, 'finding')} is not known.` : '';
  return `${all}: ${riskInWords(sumOfRisk(first.map(({ risk }) => risk)))}.${more}`;
}

/** What became of the rows, in sentences. Of the claims each is counted once. */
export function countsInWords({ counts, forPersons }: FinishedAudit): readonly string[] {
  const { rows, claims, same, withFindings, forPersonsAlone, sameUnpaid, netted, otherCodes, limitOfDay } = counts;
  const both = forPersons.length - forPersonsAlone;
  return [
    `${counted(rows, 'row')} with ${counted(claims, 'claim')} of the drug that ${claims === 1 ? 'stands' : 'stand'}.`,
    `Billed as due: ${many(same)}. With a finding: ${many(withFindings)}.`,
    `Open, for a person: ${many(forPersonsAlone)}.`,
    both > 0 ? `Of those with a finding ${many(both)} ${both === 1 ? 'has' : 'have'} something open too.` : '',
    sameUnpaid > 0 ? `Billed as due, but nothing was paid: ${counted(sameUnpaid, 'claim')}.` : '',
    `The daily limit (MUE) of its own day was read for ${many(limitOfDay)} of these claims: for ${mueDays}.`,
    netted > 0 ? `${counted(netted, 'row')} taken back, replaced or sent again, and not counted twice.` : '',
    otherCodes > 0 ? `${counted(otherCodes, 'row')} of other codes, not looked at.` : '',
  ].filter((says) => says !== '');
}

export type OpenKind = { readonly payer: string; readonly kind: Question['kind']; readonly claims: number };

/** Claims for a person, put together by payer and what is open; the most first. A claim is in each of its kinds. */
export function openByPayer(forPersons: readonly ForPerson[]): readonly OpenKind[] {
  const kinds = new Map<string, OpenKind>();
  for (const { payer, questions } of forPersons)
    for (const kind of new Set(questions.map((question) => question.kind))) {
      const key = `${payer}\n${kind}`;
      kinds.set(key, { payer, kind, claims: (kinds.get(key)?.claims ?? 0) + 1 });
    }
  return [...kinds.values()].sort((one, other) => other.claims - one.claims);
}

const mostReasons = 3;

/** "231 rows not audited: 163 rows: “Medicare” can be … 35 rows: …": the most frequent reasons, on one line. */
export function unreadInWords(unread: FinishedAudit['unread']): string {
  if (unread.length === 0) return '';
  const kinds = unreadByProblem(unread);
  const told = kinds.slice(0, mostReasons).map(({ problem, lines }) => `${counted(lines.length, 'row')}: ${problem}`);
  const left = kinds.length - told.length;
  const more = left > 0 ? ` And ${counted(left, 'more reason')}.` : '';
  return `Not audited: ${counted(unread.length, 'row')}. ${told.join(' ')}${more}`;
}

const mostKinds = 6;

/** "For a person: 72 claims. BCBS, plan’s rule not known: 31; …": on one line. */
export function openInWords(forPersons: readonly ForPerson[]): string {
  if (forPersons.length === 0) return '';
  const kinds = openByPayer(forPersons);
  const told = kinds.slice(0, mostKinds).map(openKindInWords);
  const left = kinds.length - told.length;
  const more = left > 0 ? `; and ${counted(left, 'more kind')}` : '';
  return `For a person: ${counted(forPersons.length, 'claim')}. ${told.join('; ')}${more}.`;
}

/** "BCBS, plan’s rule not known: 31". */
export const openKindInWords = ({ payer, kind, claims }: OpenKind): string =>
  `${payer}, ${inText(questionTitle({ kind }))}: ${many(claims)}`;

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

/** "March 2026: 4, $1,200.00 to return; …": how many findings each group has and its money, on one line. */
export const sumsInWords = (sums: readonly AuditSum[]): string =>
  [
    ...sums.slice(0, mostSums).map(sumInWords),
    ...(sums.length > mostSums ? [`and ${many(sums.length - mostSums)} more`] : []),
  ].join('; ');

const mostSums = 13;

function sumInWords({ name, findings, risk, unpriced }: AuditSum): string {
  const money = findings === unpriced ? 'money not known' : riskInWords(risk);
  return `${name}: ${many(findings)}, ${money}`;
}

/** Of what the money of a finding is told; all but what was paid is an estimate. */
export const priceWords = {
  paid: 'the part of what was paid',
  'payment-limit': 'estimate at Medicare’s limit of the day',
  'plan-fee': 'estimate at the plan’s fee',
  measure: 'estimate at Medicare’s limit; what this payer pays is not on file',
} as const satisfies Record<Worth['by'], string>;

/** The same for a claim with several findings: each way of telling it once; '' where there is no money. */
export const pricesInWords = (findings: readonly AuditFinding[]): string =>
  [
    ...new Set(
      findings.flatMap(({ pricedBy, risk }) =>
        pricedBy && risk && wholeRisk(risk).tenthsOfCent > 0 ? priceWords[pricedBy] : [],
      ),
    ),
  ].join('; ');

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

/** Until when it can be done, or that this day passed before the audit; and until when the claim can be mended. */
export function byInWords({ by, mendBy, noticeFrom }: Remedy, madeOn: IsoDate): string {
  const told = (last: IsoDate) => (last < madeOn ? `day passed: ${formatDate(last)}` : `by ${formatDate(last)}`);
  const mend = mendBy ? `; mend the claim ${told(mendBy)}` : '';
  if (by) return `${asSentence(told(by))}${mend}`;
  return noticeFrom ? `In time only if the notice is dated ${formatDate(noticeFrom)} or later` : 'No day on file';
}
const asSentence = (text: string): string => `${text.charAt(0).toUpperCase()}${text.slice(1)}`;

/** The last day that comes first, of whatever is to be done. */
export function nearestInWords(findings: readonly AuditFinding[], madeOn: IsoDate): string {
  const days = findings.flatMap(({ remedy, lines }) =>
    [remedy.by, remedy.mendBy].flatMap((last) => (last && last >= madeOn ? [{ last, lines, remedy }] : [])),
  );
  const [first] = days.toSorted((one, other) => (one.last < other.last ? -1 : one.last > other.last ? 1 : 0));
  if (!first) return '';
  const { last, lines, remedy } = first;
  const what = last === remedy.by ? actionTitles[remedy.action] : 'Mend the claim';
  const whose = inText(linesInWords(lines));
  return `The nearest last day on file is ${formatDate(last)}: ${inText(what)}, ${whose}.`;
}

/** What is to be collected, and for what of it the time is over or may be: how much, and why. */
export type LateMoney = { readonly passed: Money; readonly ifNoticeIsLate: Money; readonly noticeFrom: IsoDate | null };

export function lateMoneyOf(findings: readonly AuditFinding[], madeOn: IsoDate): LateMoney {
  const sumOf = (is: (remedy: Remedy) => boolean) =>
    sumOfMoney(findings.flatMap(({ remedy, risk }) => (risk && is(remedy) ? risk.toCollect : [])));
  return {
    passed: sumOf(({ by }) => by !== null && by < madeOn),
    ifNoticeIsLate: sumOf(({ noticeFrom }) => noticeFrom !== undefined),
    noticeFrom: findings.flatMap(({ remedy: { noticeFrom } }) => noticeFrom ?? [])[0] ?? null,
  };
}

/** The same as a sentence for each; none where all is in time. */
export function lateInWords(findings: readonly AuditFinding[], madeOn: IsoDate): readonly string[] {
  const { passed, ifNoticeIsLate, noticeFrom } = lateMoneyOf(findings, madeOn);
  return [
    passed.tenthsOfCent > 0 ? `Of what is to collect, the last day has passed for ${formatMoney(passed)}.` : '',
    noticeFrom && ifNoticeIsLate.tenthsOfCent > 0
      ? `Of what is to collect, ${formatMoney(ifNoticeIsLate)} can be appealed only if its notice is dated ` +
        `${formatDate(noticeFrom)} or later.`
      : '',
  ].filter((says) => says !== '');
}

const questionTitles = {
  'no-container': 'No container told',
  'plan-rule': 'Plan’s rule not known',
  held: 'Claim on hold',
  facts: 'Facts of the row do not fit',
  'no-units': 'No code with a unit',
  'two-drugs': 'Two drugs on one row',
  'rows-differ': 'Rows of one claim differ',
  'row-not-read': 'A row of the day not read',
  'modifier-not-told': 'Modifier that nothing calls for',
  'ndc-not-on-file': 'NDC not on file',
  'limit-not-read': 'Daily limit not read',
  authorization: 'Authorization',
  'payment-not-told': 'Payment not told',
  'reversal-alone': 'Reversal of a line not in the file',
} as const satisfies Record<Question['kind'], string>;
export const questionTitle = ({ kind }: Pick<Question, 'kind'>): string => questionTitles[kind];

const columnsOfFile = [
  'rows',
  'patient',
  'claim',
  'day',
  'payer',
  'biller',
  'kind',
  'cause',
  'billed',
  'due',
  'why',
  'to_return',
  'to_collect',
  'at_stake',
  'money_by',
  'what_to_do',
  'how',
  'by',
  'mend_claim_by',
  'by_when',
  'rules',
] as const;

type Cells = Readonly<Record<(typeof columnsOfFile)[number], string>>;

/** All that was found, that a person must decide and that was not audited, as a file; money not known is blank. */
export function findingsCsv({ findings, forPersons, unread }: FinishedAudit): string {
  const rows = [...findings.map(cellsOfFinding), ...forPersons.map(cellsOfOpen), ...unread.map(cellsOfUnread)];
  return asFile([columnsOfFile, ...rows.map((cells) => columnsOfFile.map((column) => guarded(cells[column])))]);
}

const noCells = Object.fromEntries(columnsOfFile.map((column) => [column, ''])) as Cells;

const cellsOfClaim = ({ lines, patient, claimNumber, day, payer, biller, billed, due }: AuditFinding | ForPerson) => ({
  ...noCells,
  rows: lines.join(' '),
  patient,
  claim: claimNumber,
  day,
  payer,
  biller,
  billed,
  due,
});

function cellsOfFinding(finding: AuditFinding): Cells {
  const { risk, remedy, cause, why, rows } = finding;
  const money = (way: keyof AtRisk) => (risk ? digitsOfMoney(risk[way]) : '');
  return {
    ...cellsOfClaim(finding),
    kind: 'finding',
    cause: causeTitles[cause],
    why,
    to_return: money('toReturn'),
    to_collect: money('toCollect'),
    at_stake: money('atStake'),
    money_by: pricesInWords([finding]),
    what_to_do: actionTitles[remedy.action],
    how: remedy.says,
    by: remedy.by ?? '',
    mend_claim_by: remedy.mendBy ?? '',
    by_when: remedy.byWhen,
    rules: [checkId(cause), ...rows, ...remedy.rows].join(' | '),
  };
}

const cellsOfOpen = (open: ForPerson): Cells => ({
  ...cellsOfClaim(open),
  kind: 'for a person',
  cause: [...new Set(open.questions.map(questionTitle))].join('; '),
  why: open.questions.map(({ says }) => says).join(' '),
  rules: [...new Set(open.questions.flatMap(({ rows }) => rows))].join(' | '),
});

const cellsOfUnread = ({ line, problem }: FinishedAudit['unread'][number]): Cells => ({
  ...noCells,
  rows: String(line),
  kind: 'not audited',
  why: problem,
});
