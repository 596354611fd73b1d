import type { Confidence, Step } from './citation';
import type { Dated, IsoDate, Standing } from './dated';
import type { BilledService, Encounter, Purpose, Route, UnlistedCode } from './encounter';
import type { Ndc11 } from './ndc';
import type { OpenedTables } from './published-tables';
import type { BillingUnits, Mass, Money, Strength, Volume } from './quantity';

/** A HCPCS code as published, and the injections that it is selected for. */
export type HcpcsCode = {
  readonly hcpcs: string;
  /** The amount in the descriptor: one billing unit. Null where it has none: one unit is the whole drug (row 1.9). */
  readonly hcpcsDosage: Mass | null;
  /** The publisher's own wording; null for a code that is in no code list. */
  readonly descriptor: { readonly short: string; readonly long: string } | null;
  /** The row of the rules on file that it was read for. */
  readonly row: string;
  readonly selectedFor: {
    readonly routes: readonly Route[];
    readonly purposes: readonly Purpose[];
    /** Only products of this strength; null: any. */
    readonly strength: Strength | null;
  };
};

/** A code whose unit is an amount of drug. */
export type DosedCode = HcpcsCode & { readonly hcpcsDosage: Mass };

/**
 * A code that contractors have named for a compounded drug, and who named it, when: row 1.9. Only the payer's word
 * selects it.
 */
export type CompoundCode = Omit<HcpcsCode, 'hcpcs' | 'hcpcsDosage'> & {
  readonly hcpcs: UnlistedCode;
  readonly hcpcsDosage: null;
  readonly named: Step;
  readonly confidence: readonly Confidence[];
};

export type CodeSelection = { readonly code: HcpcsCode | null; readonly how: readonly Step[] };

/** What was given, wasted and opened, in whole billing units of one code, with the working. */
export type UnitsOfService = {
  readonly hcpcsDosage: Mass;
  /** Labeled amount opened; given + wasted where no label was told. */
  readonly labeled: Mass;
  /** The dose given, up to the label (overfill is never billed). */
  readonly administered: Mass;
  /** The documented waste, up to what the label leaves. */
  readonly discarded: Mass;
  /** Opened, but neither given nor documented as wasted. */
  readonly unexplained: Mass;
  readonly administeredUnits: BillingUnits;
  /** Whole units of waste that the administered line does not already hold. */
  readonly discardedUnits: BillingUnits;
  readonly how: readonly Step[];
};

/** Drug of one day out of containers of its own: what was given and wasted of it, and what is known of them. */
export type Fill = Pick<Encounter, 'given' | 'wasted' | 'labeled' | 'opened' | 'ndcs' | 'strength' | 'mixed'>;

/** Whether this payer, setting, code and date take JW and JZ, and why. */
export type WasteModifiers = {
  readonly jw: boolean;
  readonly jz: boolean;
  /**
   * False where Medicare’s way is only the default and the payer must be asked; of each, because a claim needs only
   * one.
   */
  readonly jwSettled: boolean;
  readonly jzSettled: boolean;
  readonly step: Step;
};

/** Whether the drug is paid on its own line, and what is paid otherwise. */
export type SeparatePayment = {
  readonly separate: boolean;
  readonly because: string;
  readonly insteadPaid: string | null;
  readonly rows: readonly string[];
  /** The dated table that says so, where one does. */
  readonly table: { readonly title: string; readonly entry: Dated<unknown>; readonly standing: Standing } | null;
};

/** Drug of one NDC on a line, in milliliters of its container (rows 9.2, 9.6); null where it was not told. */
export type NdcQuantity = {
  readonly ndc: Ndc11 | null;
  readonly volume: Volume | null;
  /** "17.12555 mL": what the volume was rounded from; null where it is exact. */
  readonly roundedFrom: string | null;
};

export type ServiceLine = {
  readonly lineNumber: number;
  readonly hcpcs: string;
  readonly modifiers: readonly string[];
  readonly unitsOfService: BillingUnits;
  /** One, or more where several NDCs share a line. */
  readonly ndcQuantities: readonly NdcQuantity[];
  readonly charge: Money | null;
  /** Drug given, drug discarded, or a procedure or supply beside the drug. */
  readonly of: 'administered' | 'discarded' | 'service';
  /** Places of the diagnoses that it points to; null: those of the claim. */
  readonly pointers: readonly number[] | null;
};

/** A procedure or supply that was entered and stands on no line, and why. */
export type LeftOut = { readonly code: string; readonly because: string; readonly rows: readonly string[] };

/** What is billed beside the drug: its lines, and what a rule keeps off the claim. */
export type BilledServices = { readonly lines: readonly ServiceLine[]; readonly leftOut: readonly LeftOut[] };

/** What was entered beside the drug, in the order of the claim around the lines of the drug. */
export type ServicesOfDay = {
  readonly before: readonly BilledService[];
  readonly after: readonly BilledService[];
  readonly leftOut: readonly LeftOut[];
  /** Why a line has a modifier that nobody entered for it. */
  readonly how: readonly Step[];
};

/** Drug that this claim cannot bill where it was given, while its procedures can: the lines that it would have. */
export type HeldDrug = {
  readonly lines: readonly ServiceLine[];
  readonly because: string;
  /** What becomes of the drug. */
  readonly fix: string;
  readonly rows: readonly string[];
};

/**
 * Puts the modifiers of a line of the drug in order around its JW or JZ; `how` gives the reason for each that is on the
 * lines.
 */
export type LineModifiers = {
  readonly withWaste: (waste: readonly string[]) => readonly string[];
  readonly how: (on: ReadonlySet<string>) => readonly Step[];
};

/** The claim as far as arithmetic goes: what the rules look at. */
export type DraftClaim = {
  readonly encounter: Encounter;
  readonly code: HcpcsCode | null;
  readonly amounts: UnitsOfService | null;
  readonly wasteModifiers: WasteModifiers | null;
  readonly payment: SeparatePayment | null;
  /** The lines of the drug, with their places among all lines of the claim. */
  readonly lines: readonly ServiceLine[];
  /** Each fill of the day out of containers of its own: one, but for a second one with the same code. */
  readonly fills: readonly Fill[];
  /** Which of two drugs with codes of their own this is; null where the claim has no second one. */
  readonly drug: 'first' | 'other' | null;
  /** The other one, as the claim has it: told by the first alone. */
  readonly other: DraftClaim | null;
  /** The lines of the drug that stands beside this one. */
  readonly beside: readonly ServiceLine[];
  /** What stands on the claim beside the drug. */
  readonly services: BilledServices;
  /** The drug where it is held off the claim; its lines are none of the claim then. */
  readonly held: HeldDrug | null;
  /** All lines of the drug together, JW included. */
  readonly totalUnits: BillingUnits;
  /** What the user opened beyond the tables that came with the page. */
  readonly tables: OpenedTables;
};

/** By whose word a unit has its price. */
export type PricedBy = 'payment-limit' | 'plan-fee' | 'own-charge';
/** By whose word a line has its price: services have tables of their own. */
export type LinePricedBy = PricedBy | 'fee-schedule' | 'outpatient-rate';

/** Money of one line or of all. Coinsurance and sequestration are Medicare’s alone, null elsewhere. */
export type EstimatedPayment = {
  readonly allowed: Money;
  readonly coinsurance: Money | null;
  readonly sequestration: Money | null;
  /** Medicare’s own part, after coinsurance and sequestration. */
  readonly medicare: Money | null;
  /** Allowed, less sequestration: what payer and patient pay together. */
  readonly paid: Money;
};

/** All lines of a claim that has others beside the drug: what has a price, what has none and why. */
export type WholeEstimate = {
  readonly lines: readonly (EstimatedPayment & { readonly lineNumber: number; readonly by: LinePricedBy })[];
  readonly unpriced: readonly { readonly lineNumber: number; readonly hcpcs: string; readonly because: string }[];
  /** Of the lines that have a price. */
  readonly total: EstimatedPayment | null;
};

/** An amount between two; the same twice where it is known. */
export type MoneySpan = { readonly least: Money; readonly most: Money };

/** What the patient owes, and what the first and the second payer pay; null is not known. */
export type Shares = Readonly<Record<'patient' | 'first' | 'second', MoneySpan | null>>;

/** Who pays what where two payers do, as an estimate with its working. */
export type PayerShares = {
  readonly names: Readonly<Record<'first' | 'second', string>>;
  /** Of the lines of which anything is known. */
  readonly lines: readonly (Shares & { readonly lineNumber: number })[];
  /** Of those lines; null where there is none. */
  readonly total: Shares | null;
  /** The lines of which nothing is known, and why. */
  readonly unknown: readonly { readonly lineNumber: number; readonly because: string }[];
  readonly how: readonly Step[];
};

/** What the payer may allow, as an estimate with its working; without lines, `how` says why there is none. */
export type PaymentEstimate = {
  /** Of the lines of the drug. */
  readonly by: PricedBy | null;
  readonly lines: readonly (EstimatedPayment & { readonly lineNumber: number })[];
  readonly total: EstimatedPayment | null;
  /** Null where the drug is all that is billed, or nothing is paid by a payer. */
  readonly whole: WholeEstimate | null;
  /** Null where one payer is all there is, or nothing is paid by a payer. */
  readonly shares: PayerShares | null;
  readonly how: readonly Step[];
};

/**
 * A published table that this claim needs: its quarter, and how that stands to the date of service. Only what is in
 * force was checked; 'no-row' is the newest quarter of a table in which nothing was read of the code.
 */
export type TableUsed = {
  readonly title: string;
  readonly from: IsoDate;
  readonly through: IsoDate;
  readonly standing: Standing | 'no-row';
};

/** Whether the record of a refill supports a code, as far as it tells. */
export type Support = 'supported' | 'not-supported' | 'contractors-differ' | 'not-told';

/** How one code of a refill stands to the record, and what the record lacks for it. */
export type RefillProcedure = {
  readonly code: string;
  readonly support: Support;
  /** What was recorded that decided. */
  readonly because: readonly string[];
  readonly missing: readonly string[];
};

/** Every code of a refill, held against the record. None is preferred, and none is put on the claim. */
export type RefillSupport = {
  readonly procedures: readonly (RefillProcedure & { readonly words: string })[];
  /** "62369", or that contractors differ, or that it is not told. */
  readonly inShort: string;
  /** Whether anything was told that decides between them. */
  readonly told: boolean;
  /** What is said of a refill at which nothing was changed; null for any other. */
  readonly note: string | null;
  readonly rows: readonly string[];
};

/** To which diagnoses every line points, as places in the list that was typed, the first one first; and why. */
export type DiagnosisPointers = { readonly places: readonly number[]; readonly how: readonly Step[] };

/** A piece of text for the shaded half of item 24, and the column that it starts in. */
export type ShadedPiece = { readonly column: '24A' | '24D'; readonly text: string };

/** Items of the claim form that are not on the service lines. */
export type FormItems = {
  /** The form on which this setting bills the drug: CMS-1500 and 837P, UB-04, or either, as the payer wants it. */
  readonly form: 'professional' | 'institutional' | 'either';
  /** Item 23, form locator 63, REF G1; null without an approval. */
  readonly authorizationNumber: string | null;
  /** Item 24B: its two digits, null where the setting has none of its own; and what is to be said of it. */
  readonly placeOfService: { readonly code: string | null; readonly says: string };
  /** Item 24, shaded half, of each line whose NDC and milliliters are known and fit, and the layout that it has. */
  readonly shaded: {
    readonly layout: string;
    readonly lines: readonly { readonly lineNumber: number; readonly pieces: readonly ShadedPiece[] }[];
  };
  /** Item 19: what an unlisted code stands for; null for any other code. */
  readonly narrative: string | null;
  /** Item 19: further NDCs of a line, of which the shaded half takes one. */
  readonly furtherNdcs: readonly { readonly lineNumber: number; readonly text: string }[];
  /** What does not fit onto the form, and what to do. */
  readonly unfit: readonly string[];
};

/**
 * Whether this claim stands for one that was sent before: item 22 and CLM05-3. `original` is the payer's number of that
 * one.
 */
export type Resubmission = { readonly code: '1' } | { readonly code: '7' | '8'; readonly original: string };
