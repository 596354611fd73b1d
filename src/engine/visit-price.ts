import type { Step } from './citation';
import type { PricedBy, TableUsed } from './claim';
import type { Encounter } from './encounter';
import type { Money } from './quantity';

/** A visit that somebody asks the price of: what would make its claim, and what decides the patient’s share. */
export type VisitQuote = {
  /** The day of service may lie ahead. */
  readonly encounter: Encounter;
  /** What the plan pays for one unit of the code; null: that of the payer’s profile, if it has one. */
  readonly feePerUnit: Money | null;
  /** What of the year’s deductible is still open; null is “not told”, which is not none. */
  readonly deductibleLeft: Money | null;
  /** Of the plan, in whole percents. Medicare’s own is published. */
  readonly coinsurancePercent: number | null;
};

/** A line of the claim, or a procedure of the day, with what is allowed for it. */
export type VisitItem = { readonly what: string; readonly allowed: Money };

/** What the patient owes: one amount where both are the same; `least` is null where only a ceiling is known. */
export type Owed = { readonly least: Money | null; readonly most: Money };

/** The price of a visit, each figure with the steps that led to it. */
export type VisitPrice = {
  /** By whose word the drug has its price; null where it has none of its own. */
  readonly by: PricedBy | null;
  readonly items: readonly VisitItem[];
  /** All items together; null where nothing could be priced. */
  readonly allowed: Money | null;
  readonly owed: Owed | null;
  /** Whether it is known what is owed, if only that nothing is; else there is nothing to hand to a patient. */
  readonly isPriced: boolean;
  /** What the patient owes, in a few words. */
  readonly headline: string;
  /** The parts of what is owed, where deductible and coinsurance are known. */
  readonly share: { readonly deductible: Money; readonly coinsurance: Money } | null;
  /** Medicare’s own payment and its cut (sequestration), which takes nothing from the patient; null for any other. */
  readonly medicare: { readonly pays: Money; readonly sequestration: Money } | null;
  /** What must be said with the price: why such a claim would wait, or what does not fit. */
  readonly warnings: readonly Step[];
  /** For the one who bills alone: it stands on no paper for the patient. */
  readonly forBiller: readonly Step[];
  /** For the patient: by what the price is, and how the share comes about. */
  readonly inShort: readonly Step[];
  readonly notIncluded: readonly Step[];
  readonly tables: readonly TableUsed[];
  readonly how: readonly Step[];
};
