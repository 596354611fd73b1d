import type { IsoDate } from '../engine/dated';
import type { OpenedTables } from '../engine/published-tables';
import { noUnits, unitsSum, type BillingUnits } from '../engine/quantity';
import { cite } from '../rules/cite';
import { mueQuarterOf } from '../rules/mue';
import { compare, type Cause, type Difference } from './audit-compare';
import { dueInShort, priceOfOther, type Due, type Question } from './audit-due';
import { isDrugCode, linesInShort, type BilledLine } from './audit-line';
import { compareRisk, noneAtRisk, sumOfRisk, worthOf, worthOfSecond, type AtRisk, type Worth } from './audit-money';
import { netted, paymentOf, type AuditEntry, type DayOfPatient, type StandingClaim } from './audit-net';
import type { Progress } from './run';
import { remedyOf, type Remedy } from './audit-remedy';

/** One row of the file, as the audit takes it. */
export type AuditRow =
  | { readonly line: number; readonly billed: BilledLine; readonly due: Due | null; readonly problem: string | null }
  | {
      readonly line: number;
      readonly billed: null;
      readonly due: null;
      readonly problem: string;
      /** Whose row it seems to be: reason enough to leave that day to a person, and for nothing else. */
      readonly seemsOf?: string;
    };

/** One patient and day, as rows are put together by them. */
export const patientAndDay = (patient: string, day: IsoDate): string => `${patient.toLowerCase()}\n${day}`;

/** Whom and which rows a finding or a question is about. */
type About = {
  readonly lines: readonly number[];
  readonly patient: string;
  readonly claimNumber: string;
  readonly day: IsoDate;
  readonly payer: string;
  readonly biller: string;
  /** "J0475-JZ x4". */
  readonly billed: string;
  readonly due: string;
};

export type AuditFinding = About & {
  readonly cause: Cause;
  readonly why: string;
  /** Rows of the rules on file. */
  readonly rows: readonly string[];
  /** Null: neither a payment is told nor a price on file for the day. */
  readonly risk: AtRisk | null;
  readonly pricedBy: Worth['by'] | null;
  readonly remedy: Remedy;
};

export type ForPerson = About & {
  readonly questions: readonly Question[];
  /** Whether the audit found something else in the same claim. */
  readonly alsoFound: boolean;
};

/** What an audit found; all of it plain data, so that a worker can hand it over. */
export type FinishedAudit = {
  /** By claim, those with most money first, unknown money before none; of one claim beside each other. */
  readonly findings: readonly AuditFinding[];
  readonly forPersons: readonly ForPerson[];
  /** Rows that could not be audited, and why. */
  readonly unread: readonly { readonly line: number; readonly problem: string }[];
  readonly counts: {
    readonly rows: number;
    readonly otherCodes: number;
    readonly netted: number;
    /** Claims of one patient and day that stand. */
    readonly claims: number;
    readonly same: number;
    readonly withFindings: number;
    /** Neither the same nor wrong: only a question. */
    readonly forPersonsAlone: number;
    /** Billed as it should be, and nothing was paid. */
    readonly sameUnpaid: number;
    /** Claims of a day whose table of daily limits was read. */
    readonly limitOfDay: number;
  };
  readonly total: AtRisk;
  /** Findings whose money is not known. */
  readonly unpriced: number;
};

export type AuditSettings = { readonly tables: OpenedTables; readonly today: IsoDate };

/** Holds all that was billed against what was due at once. */
export function auditOf(rows: readonly AuditRow[], settings: AuditSettings): FinishedAudit {
  const steps = auditInSteps(rows, settings);
  for (;;) {
    const step = steps.next();
    if (step.done) return step.value;
  }
}

/** The same, and says every so many rows how far it is. Linear in the rows, but for sorting what was found. */
export function* auditInSteps(rows: readonly AuditRow[], settings: AuditSettings): Generator<Progress, FinishedAudit> {
  const unread: { line: number; problem: string }[] = [];
  const entries: AuditEntry[] = [];
  const withUnread = new Set<string>();
  let otherCodes = 0;
  for (const row of rows) {
    if (row.billed === null) {
      unread.push({ line: row.line, problem: row.problem });
      if (row.seemsOf !== undefined) withUnread.add(row.seemsOf);
    } else if (isDrugCode(row.billed.code)) entries.push(row);
    else otherCodes += 1;
  }
  const of = rows.length;
  const half = (done: number, all: number) => ({ done: (done * of) / (2 * all), of, rows: of });
  const { days, netted: taken, loose } = yield* netted(entries, (done) => half(done, entries.length));
  if (loose.length > 0) {
    const problems = new Map(rows.map(({ line, problem }) => [line, problem]));
    for (const { line } of loose) unread.push({ line, problem: problems.get(line) ?? noFacts });
  }
  const found = yield* findingsOf(days, withUnread, settings, (done) => half(days.length + done, days.length));
  const findings = byClaim(found.findings)
    .sort(mostFirst)
    .flatMap((claim) => claim.findings);
  const known = findings.flatMap(({ risk }) => risk ?? []);
  return {
    findings,
    forPersons: found.forPersons,
    unread: unread.sort((one, other) => one.line - other.line),
    counts: { rows: rows.length, otherCodes, netted: taken, claims: days.length, ...found.counts },
    total: sumOfRisk(known),
    unpriced: findings.length - known.length,
  };
}

const noFacts = 'No dose is told for what this row bills.';

/** What was found of one claim, and what it is worth together. */
export type FoundInClaim = {
  readonly findings: readonly AuditFinding[];
  readonly risk: AtRisk;
  readonly unpriced: number;
};

/** Findings that stand beside each other, put together by claim. */
export function byClaim(findings: readonly AuditFinding[]): FoundInClaim[] {
  const claims: FoundInClaim[] = [];
  for (let from = 0; from < findings.length;) {
    const lines = findings[from]?.lines;
    let through = from + 1;
    while (findings[through]?.lines[0] === lines?.[0] && through < findings.length) through += 1;
    const own = findings.slice(from, through);
    const known = own.flatMap(({ risk }) => risk ?? []);
    claims.push({
      findings: own,
      risk: known.length === 1 && known[0] ? known[0] : sumOfRisk(known),
      unpriced: own.length - known.length,
    });
    from = through;
  }
  return claims;
}

const lineOf = ({ findings }: FoundInClaim): number => findings[0]?.lines[0] ?? 0;
const mostFirst = (one: FoundInClaim, other: FoundInClaim): number =>
  compareRisk(one.risk, other.risk) || other.unpriced - one.unpriced || lineOf(one) - lineOf(other);

function* findingsOf(
  days: readonly DayOfPatient[],
  withUnread: ReadonlySet<string>,
  settings: AuditSettings,
  progress: (done: number) => Progress,
) {
  const findings: AuditFinding[] = [];
  const forPersons: ForPerson[] = [];
  const counts = { same: 0, withFindings: 0, forPersonsAlone: 0, sameUnpaid: 0, limitOfDay: 0 };
  const used = unitsUsedBefore(days);
  for (const [done, day] of days.entries()) {
    if (done % daysAtOnce === 0) yield progress(done);
    const { differences, questions } = compare(
      asFarAsRead(day.kept, withUnread),
      settings.tables,
      () => used.get(day.kept) ?? noUnits,
    );
    const before = findings.length;
    if (differences.length > 0) findings.push(...ofDifferences(day.kept, differences, settings));
    if (day.surplus.length > 0 || day.spread.length > 0) findings.push(...ofSeveral(day, settings));
    const isFound = findings.length > before;
    if (mueQuarterOf(day.kept.due.day)) counts.limitOfDay += 1;
    if (questions.length > 0) forPersons.push({ ...aboutOf(day.kept), questions, alsoFound: isFound });
    if (isFound) counts.withFindings += 1;
    else if (questions.length > 0) counts.forPersonsAlone += 1;
    else {
      counts.same += 1;
      if (paymentOf(day.kept.lines) === 'nothing') counts.sameUnpaid += 1;
    }
  }
  return { findings, forPersons, counts };
}

const daysAtOnce = 64;

/** A claim of whose patient and day a row could not be read: what that row billed may be what seems to be missing. */
function asFarAsRead(claim: StandingClaim, withUnread: ReadonlySet<string>): StandingClaim {
  const patient = claim.lines[0]?.patient ?? '';
  if (withUnread.size === 0 || !withUnread.has(patientAndDay(patient, claim.due.day))) return claim;
  return { ...claim, questions: [...claim.questions, rowNotRead] };
}

const rowNotRead: Question = {
  kind: 'row-not-read',
  says: 'A row of this patient and day could not be read. It stands among those that were not audited.',
  rows: cite('5 same claim'),
};

const aboutOf = ({ number, lines, due }: StandingClaim): About => ({
  lines: lines.map(({ line }) => line),
  patient: lines[0]?.patient ?? '',
  claimNumber: number,
  day: due.day,
  payer: due.payerName,
  biller: lines[0]?.biller ?? '',
  billed: linesInShort(lines),
  due: dueInShort(due),
});

function ofDifferences(
  claim: StandingClaim,
  differences: readonly Difference[],
  { tables, today }: AuditSettings,
): readonly AuditFinding[] {
  const { due, lines } = claim;
  const about = aboutOf(claim);
  const isUnpaid = paymentOf(lines) === 'nothing';
  const worths = worthOf(due, lines, differences, (code) => priceOfOther(due, code, tables));
  return differences.map(({ cause, why }, place) => {
    const worth = worths[place];
    const risk = worth?.risk ?? null;
    return {
      ...about,
      cause,
      why,
      rows: rowsOf[cause],
      risk,
      pricedBy: worth?.by ?? null,
      remedy: remedyOf({ due, cause, risk, isUnpaid, today }),
    };
  });
}

/** The rows that each check of the audit rests on. */
export const rowsOf = {
  code: cite('1.2', '1.3'),
  'over-containers': cite('2.3', '2.13', '1.11'),
  'units-over': cite('2.11', '3.1', '1.11'),
  'units-under': cite('2.11', '3.1'),
  'waste-twice': cite('2.12', '2.14'),
  'waste-not-billed': cite('2.3', '2.10'),
  'jz-beside-waste': cite('2.1', '2.18'),
  'modifier-missing': cite('2.4', '2.10'),
  'modifier-wrong': cite('2.16', '2.18', '4 59'),
  'ndc-strength': cite('9.1', 'products'),
  'ndc-other': cite('9.1', 'products'),
  'two-claims': cite('8', '8 reopening'),
  'over-limit': cite('3.2', '3.4', '3.6'),
  'outside-authorization': cite('8', '7.6'),
} as const satisfies Record<Cause, readonly [string, ...string[]]>;

/** Claims that were paid beside the one that stands; and one day’s lines that stand on several claims. */
function ofSeveral({ kept, surplus, spread }: DayOfPatient, { today }: AuditSettings): readonly AuditFinding[] {
  const { due } = kept;
  const common = { cause: 'two-claims', rows: rowsOf['two-claims'] } as const;
  const second = surplus.map((claim): AuditFinding => {
    const worth = worthOfSecond(due, claim.lines);
    const risk = worth?.risk ?? null;
    return {
      ...aboutOf(claim),
      ...common,
      due: 'no second claim',
      why: `${kept.number ? `Claim ${kept.number}` : 'Another claim'} of the same patient and day was paid as well.`,
      risk,
      pricedBy: worth?.by ?? null,
      remedy: remedyOf({ due, cause: 'two-claims', risk, isUnpaid: false, today }),
    };
  });
  if (spread.length === 0) return second;
  return [
    { ...aboutOf(kept), ...common, why: saysSpread(spread), risk: noneAtRisk, pricedBy: null, remedy: keepTogether },
  ];
}

const saysSpread = (numbers: readonly string[]): string =>
  `The lines of one day stand on claims ${numbers.join(' and ')}. Together they are not too many.`;

const keepTogether: Remedy = {
  action: 'nothing',
  says: 'Put the drug and its JW line of one day on one claim from now on.',
  by: null,
  byWhen: 'No time runs while the claims stand as paid.',
  rows: cite('2.19', '5 same claim'),
};

/** Of approvals whose used units no row tells: what the claims of earlier days in the file billed under them. */
function unitsUsedBefore(days: readonly DayOfPatient[]): ReadonlyMap<StandingClaim, BillingUnits> {
  const byApproval = new Map<string, StandingClaim[]>();
  for (const { kept } of days) {
    const { approval } = kept.due;
    if (!approval?.approved || approval.used || approval.number === '') continue;
    const key = `${approval.number}\n${kept.lines[0]?.patient}`;
    const claims = byApproval.get(key);
    if (claims) claims.push(kept);
    else byApproval.set(key, [kept]);
  }
  const used = new Map<StandingClaim, BillingUnits>();
  for (const claims of byApproval.values()) {
    let before = noUnits;
    for (const claim of claims.toSorted((one, other) => (one.due.day < other.due.day ? -1 : 1))) {
      used.set(claim, before);
      for (const { units } of claim.lines) before = unitsSum(before, units);
    }
  }
  return used;
}
