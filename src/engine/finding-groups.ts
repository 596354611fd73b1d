import type { Finding } from './prepared-claim';
import type { SettledBy } from './verdict';
import { isOpen } from './prepare-claim';

/** What a biller goes through, in this order: what must change, what to find out, what to look for in the record. */
export const groupNames = ['fix', 'claim', 'record', 'tables'] as const;
export type GroupName = (typeof groupNames)[number];

/** Findings that one check settles, because they have one cause; or a finding by itself. */
export type Matter = {
  /** The same for as long as the matter is the same: its cause, else its finding’s rule. */
  readonly key: string;
  /** Null for a finding by itself. */
  readonly settledBy: SettledBy | null;
  readonly findings: readonly [Finding, ...Finding[]];
  readonly isSettled: boolean;
};
export type FindingGroup = { readonly name: GroupName; readonly matters: readonly Matter[] };

/**
 * The findings that concern the claim, in their groups, each cause once; a group without any is left out. What was
 * ticked in the record stays there as settled.
 */
export function findingGroups(findings: readonly Finding[]): readonly FindingGroup[] {
  return groupNames.flatMap((name) => {
    const within = findings.filter((finding) => groupOf(finding) === name);
    return within.length > 0 ? [{ name, matters: mattersOf(within) }] : [];
  });
}

/** How many checks there are, and how many of them are settled. */
export function checksIn(groups: readonly FindingGroup[]): { readonly all: number; readonly settled: number } {
  const matters = groups.flatMap((group) => group.matters);
  return { all: matters.length, settled: matters.filter(({ isSettled }) => isSettled).length };
}

const groupOfReview = { payer: 'claim', record: 'record', table: 'tables' } as const satisfies Record<
  SettledBy,
  GroupName
>;

/** Null for what needs nobody. */
function groupOf({ rule, verdict: { outcome, settledBy } }: Finding): GroupName | null {
  if (outcome === 'on-hold' || outcome === 'fail') return 'fix';
  if (settledBy && outcome !== 'not-applicable') return groupOfReview[settledBy];
  if (outcome !== 'needs-review') return null;
  return rule.id.startsWith('records/') ? 'record' : 'claim';
}

const isSettled = (finding: Finding): boolean => finding.verdict.outcome === 'pass' || !isOpen(finding);

function mattersOf(findings: readonly Finding[]): readonly Matter[] {
  const matters = new Map<string, [Finding, ...Finding[]]>();
  for (const finding of findings) {
    const key = keyOf(finding);
    const alike = matters.get(key);
    if (alike) alike.push(finding);
    else matters.set(key, [finding]);
  }
  return [...matters].map(([key, alike]) => ({
    key,
    settledBy: alike.length > 1 ? (alike[0].verdict.settledBy ?? null) : null,
    findings: alike,
    isSettled: alike.every(isSettled),
  }));
}

/** A fail is settled by itself, whoever may be asked about it. */
const keyOf = ({ rule, verdict: { outcome, settledBy } }: Finding): string =>
  outcome !== 'fail' && outcome !== 'on-hold' && settledBy ? settledBy : rule.id;

/** Names a finding among others: by its rule, and of two drugs of the day which of the two it is said of. */
export function findingKey(findings: readonly Finding[], place: number): string {
  const id = findings[place]?.rule.id;
  return `${id} ${findings.slice(0, place).filter(({ rule }) => rule.id === id).length}`;
}
