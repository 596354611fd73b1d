import type { DraftClaim } from './claim';
import type { Encounter } from './encounter';
import { draftOfDay, findingsOfRule, prepareClaim, statusOf } from './prepare-claim';
import type { Finding, JudgedClaim } from './prepared-claim';
import type { Rule } from './rule';
import type { RuleBook } from './rule-book';

type Placed = { readonly rule: Rule; readonly place: number };
/** Rules by the worst that each can say: a hold or a fail, or no more than a review. */
type Sorted = { readonly grave: readonly Placed[]; readonly others: readonly Placed[] };

const isGrave = ({ outcomes }: Rule): boolean => outcomes.includes('on-hold') || outcomes.includes('fail');

function sorted(rules: readonly Rule[]): Sorted {
  const placed = rules.map((rule, place) => ({ rule, place }));
  return { grave: placed.filter(({ rule }) => isGrave(rule)), others: placed.filter(({ rule }) => !isGrave(rule)) };
}

/**
 * Makes of many encounters what decides about each: its lines, its status, and the findings that the status comes from.
 * It asks only the rules that can still make it worse, so it takes half as long as the whole claim.
 */
export function claimJudge(ruleBook: RuleBook): (encounter: Encounter) => JudgedClaim {
  const [ofOne, ofSeveral] = [sorted(ruleBook.rules), sorted([...ruleBook.rules, ...ruleBook.rulesOfSeveral])];
  return (encounter) => {
    // What somebody has ticked off or overridden is open no longer: then every finding counts.
    if (encounter.checked.length > 0 || encounter.overrides.length > 0) return prepareClaim(encounter, ruleBook);
    const { draft } = draftOfDay(encounter, ruleBook);
    const findings = worstOf(draft, encounter.drugBeside ? ofSeveral : ofOne);
    return judged(draft, findings);
  };
}

/** All of it set one by one: to spread a draft takes longer than to ask ten rules. */
const judged = (draft: DraftClaim, findings: readonly Finding[]): JudgedClaim => ({
  encounter: draft.encounter,
  code: draft.code,
  amounts: draft.amounts,
  wasteModifiers: draft.wasteModifiers,
  payment: draft.payment,
  lines: draft.lines,
  fills: draft.fills,
  drug: draft.drug,
  other: draft.other,
  beside: draft.beside,
  services: draft.services,
  held: draft.held,
  tables: draft.tables,
  totalUnits: draft.totalUnits,
  status: statusOf(findings),
  findings,
});

/** Every hold and fail, worst first; where there is none, the first review. */
function worstOf(draft: DraftClaim, { grave, others }: Sorted): readonly Finding[] {
  const found: Record<'on-hold' | 'certain' | 'fail', Finding[]> = { 'on-hold': [], certain: [], fail: [] };
  let review: Finding | undefined;
  let reviewAt = Infinity;
  for (const { rule, place } of grave)
    for (const finding of findingsOfRule(draft, rule)) {
      const { outcome, certain } = finding.verdict;
      if (outcome === 'on-hold') found[outcome].push(finding);
      else if (outcome === 'fail') found[certain ? 'certain' : 'fail'].push(finding);
      else if (outcome === 'needs-review' && !review) [review, reviewAt] = [finding, place];
    }
  const worst = [...found['on-hold'], ...found.certain, ...found.fail];
  if (worst.length > 0) return worst;
  for (const { rule, place } of others) {
    if (place > reviewAt) break;
    const first = findingsOfRule(draft, rule).find(({ verdict }) => verdict.outcome === 'needs-review');
    if (first) return [first];
  }
  return review ? [review] : [];
}
