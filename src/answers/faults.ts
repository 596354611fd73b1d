import { isOpen } from '../engine/prepare-claim';
import type { Finding } from '../engine/prepared-claim';
import { fieldOf, type FieldName } from './field-names';
import type { WorksheetText } from './worksheet-text';

export type Faults = {
  /** What a rule finds wrong with an answer. */
  readonly problems: Partial<Record<FieldName, string>>;
  /** Where the open findings lead, and whether something is to be mended there or only to be checked. */
  readonly points: Partial<Record<FieldName, 'fix' | 'check'>>;
};

/** The open findings told at the answers that settle them; the worst of an answer stands first. */
export function faultsOf(findings: readonly Finding[], entry: WorksheetText['entry']): Faults {
  const problems: Faults['problems'] = {};
  const points: Faults['points'] = {};
  for (const finding of findings.filter(isOpen)) {
    const { outcome, because, goTo, goToRow } = finding.verdict;
    if (!goTo || outcome === 'pass' || outcome === 'not-applicable') continue;
    const field = fieldOf(goTo, entry, goToRow);
    const isFault = outcome !== 'needs-review';
    if (isFault) problems[field] ??= because;
    points[field] ??= isFault ? 'fix' : 'check';
  }
  return { problems, points };
}
