import type { DiagnosisPointers, DraftClaim, FormItems, PaymentEstimate, TableUsed } from './claim';
import type { Step } from './citation';
import type { Override } from './encounter';
import type { Money } from './quantity';
import type { Rule } from './rule';
import type { Verdict } from './verdict';

/** What a rule says about this claim. */
export type Finding = {
  readonly rule: Rule;
  readonly verdict: Verdict;
  /**
   * Names an open finding with payer, profile, day and reason: a check made for one of them does not stand for another.
   */
  readonly checkKey: string;
  readonly checkedByBiller: boolean;
  /** Of a finding that is certain to bring the claim back; null for any other. */
  readonly override: Override | null;
};

export type Status = 'on-hold' | 'fix-first' | 'review' | 'ready';

/** What decides about a claim; of its findings, all that its status comes from. */
export type JudgedClaim = DraftClaim & {
  readonly status: Status;
  /** Worst first. */
  readonly findings: readonly Finding[];
};

/** The whole claim: lines, findings and status, with the working of each. */
export type PreparedClaim = JudgedClaim & {
  readonly how: readonly Step[];
  readonly totalCharge: Money | null;
  /** Places of `diagnoses` that every line points to, the cause first: item 24E and SV107. */
  readonly diagnosisPointers: DiagnosisPointers['places'];
  readonly estimate: PaymentEstimate;
  readonly tablesUsed: readonly TableUsed[];
  readonly formItems: FormItems;
};
