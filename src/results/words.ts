import type { TableUsed } from '../engine/claim';
import { formatSpan } from '../engine/dated';
import { findingGroups } from '../engine/finding-groups';
import { isOpen, keepingBack } from '../engine/prepare-claim';
import type { Finding, PreparedClaim, Status } from '../engine/prepared-claim';
import type { Denial, Outcome } from '../engine/verdict';

/** Status and outcome are told by word and by shape, never by color alone. */
export const statusWords = {
  'on-hold': 'On hold',
  'fix-first': 'Fix first',
  review: 'Review',
  ready: 'Ready',
} as const satisfies Record<Status, string>;

/** The shape of the outcome that a status rests on. */
export const shapeOf = {
  'on-hold': 'on-hold',
  'fix-first': 'fail',
  review: 'needs-review',
  ready: 'pass',
} as const satisfies Record<Status, Outcome>;

const statusMeaning = {
  'on-hold': 'Do not send this claim.',
  'fix-first': 'Sent as it is, it may come back.',
  review: 'The lines stand; something is still to be checked.',
  ready: 'Nothing is left to fix or to check.',
} as const satisfies Record<Status, string>;

/** What a status means for this claim: that it would come back is said only where that is certain. */
export function meaningOf({ status, findings }: Pick<PreparedClaim, 'status' | 'findings'>): string {
  const fixed = findings.every((finding) => !isOpen(finding) || isFine(finding.verdict.outcome));
  if (status === 'review' && fixed) return 'The lines stand as somebody decided.';
  if (status === 'fix-first' && keepingBack(findings).length > 0) return 'Sent as it is, it would come back.';
  return statusMeaning[status];
}
const isFine = (outcome: Outcome): boolean => outcome === 'pass' || outcome === 'not-applicable';

export const outcomeWords = {
  'on-hold': 'Hold',
  fail: 'Fix',
  'needs-review': 'Check',
  pass: 'Passed',
  'not-applicable': 'Does not apply',
} as const satisfies Record<Outcome, string>;

const standingWords = {
  'in-force': 'good for the date of service',
  'ended-before': 'older than the date of service, so not checked',
  'starts-after': 'newer than the date of service, so not checked',
  'no-row': 'nothing on file for this code or setting, so not checked',
} as const satisfies Record<TableUsed['standing'], string>;

/** "NDC crosswalk: 10/01/2026 to 12/31/2026, good for the date of service". */
export const tableWords = (table: TableUsed): string =>
  `${table.title}: ${formatSpan(table)}, ${standingWords[table.standing]}`;

type Judged = Pick<PreparedClaim, 'status' | 'findings'>;

/** As many characters as a banner has room for. */
const room = 130;

/** Two sentences of a reason, for the first often only says what the second judges; more where there is room. */
export function inShort(says: string): string {
  const sentences = says.split(/(?<=[.!?]) /);
  const fitting = sentences.filter((_, place) => sentences.slice(0, place + 1).join(' ').length <= room);
  return sentences.slice(0, Math.max(2, fitting.length)).join(' ');
}

/** "Diagnosis: No diagnosis code was entered.": a finding where there is room for a few lines. */
export const findingInShort = ({ rule, verdict }: Finding): string => `${rule.title}: ${inShort(verdict.because)}`;

/** What a status rests on: the worst open finding where something is wrong, else the first check that is still open. */
export function worstOf({ status, findings }: Judged, groups = findingGroups(findings)): Finding | null {
  if (status === 'on-hold' || status === 'fix-first') return findings.find(isOpen) ?? null;
  const matters = groups.flatMap((group) => group.matters);
  return matters.find(({ isSettled }) => !isSettled)?.findings.find(isOpen) ?? null;
}

/** "Diagnosis: No diagnosis code was entered.", "Still to be checked: Diagnosis.": why the claim has its status. */
export const reasonInShort = ({ status }: Pick<Judged, 'status'>, reason: Finding): string =>
  status === 'review' ? `Still to be checked: ${reason.rule.title}.` : findingInShort(reason);

/** "CARC 16 with RARC N822, MA130": the codes of a denial. */
export const denialCodes = ({ carc, rarc }: Denial): string =>
  `CARC ${carc.join(' or ')}${rarc.length > 0 ? ` with RARC ${rarc.join(', ')}` : ''}`;
