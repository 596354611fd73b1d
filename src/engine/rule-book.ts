import type {
  CompoundCode,
  DiagnosisPointers,
  DosedCode,
  DraftClaim,
  FormItems,
  HcpcsCode,
  LineModifiers,
  PaymentEstimate,
  SeparatePayment,
  ServicesOfDay,
  TableUsed,
  WasteModifiers,
} from './claim';
import type { Encounter } from './encounter';
import type { OpenedTables } from './published-tables';
import type { Rule } from './rule';
import type { Verdict } from './verdict';

/** Everything published that the engine needs; the engine itself holds no published number. */
export type RuleBook = {
  /** In the order in which they are tried. */
  readonly codes: readonly DosedCode[];
  /** What contractors have named for a compounded drug. */
  readonly compoundCodes: readonly CompoundCode[];
  readonly wasteModifiers: (encounter: Encounter, code: HcpcsCode, payment: SeparatePayment) => WasteModifiers;
  readonly separatePayment: (encounter: Encounter, code: HcpcsCode) => SeparatePayment;
  /**
   * The modifiers of a line of the drug, given its JW or JZ: all that belong on it, in the payer’s order, as many as
   * fit.
   */
  readonly lineModifiers: (encounter: Encounter, code: HcpcsCode, payment: SeparatePayment) => LineModifiers;
  /** Which of the services entered become lines, in their order, and which a rule leaves out. */
  readonly billedServices: (encounter: Encounter) => ServicesOfDay;
  /**
   * The finding that keeps the drug off a claim whose procedures may leave, and its rule; null where the drug stays.
   */
  readonly heldDrug: (claim: DraftClaim) => { readonly rule: Rule; readonly verdict: Verdict } | null;
  readonly diagnosisPointers: (encounter: Encounter) => DiagnosisPointers;
  readonly estimate: (claim: DraftClaim) => PaymentEstimate;
  readonly rules: readonly Rule[];
  /** Asked as well where a second drug or fill of the day was told. */
  readonly rulesOfSeveral: readonly Rule[];
  readonly formItems: (claim: DraftClaim) => FormItems;
  readonly tablesUsed: (claim: DraftClaim) => readonly TableUsed[];
  /** What the user opened; empty in the rule book that comes with the page. */
  readonly tables: OpenedTables;
};
