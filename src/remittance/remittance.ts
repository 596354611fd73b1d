import type { IsoDate } from '../engine/dated';
import type { BillingUnits, Money } from '../engine/quantity';
import type { Note } from './segments';

/*
 * What a payer’s remittance (835, 005010X221A1) says, as a table. What the file does not tell is null,
 * and never zero.
 */

/** Why an amount differs from the charge. Above nothing it lowers what is paid, below nothing it raises it. */
export type Adjustment = {
  /** CO, PR, OA or PI in this version; whatever stands there. */
  readonly group: string;
  readonly reason: string;
  readonly amount: Money;
  /** Units that it is of, as they stand there; blank where none are told. */
  readonly quantity: string;
};

export type Procedure = {
  /** HC for HCPCS and CPT; blank where it is not told. */
  readonly qualifier: string;
  readonly code: string;
  readonly modifiers: readonly string[];
};

/** A number beside its kind: REF, such as 6R, the number of the line that was sent. */
export type Reference = { readonly kind: string; readonly number: string };

type Remarked = {
  readonly adjustments: readonly Adjustment[];
  /** Remark codes (RARC), each once. */
  readonly remarks: readonly string[];
  readonly references: readonly Reference[];
  /** What keeps it from being posted: an amount that is missing or cannot be read, or that does not add up. */
  readonly holds: readonly Note[];
};

/** One service line: SVC and what follows it. */
export type RemittedLine = Remarked & {
  readonly at: number;
  readonly procedure: Procedure;
  /** What was sent, where the payer changed it. */
  readonly submitted: Procedure | null;
  readonly revenueCode: string;
  readonly charge: Money | null;
  readonly paid: Money | null;
  /** Units that were paid: 1 where none are told (interpretation 386); null where they are no whole number. */
  readonly units: BillingUnits | null;
  /** Units that were sent: the paid ones where none are told (interpretation 958). */
  readonly submittedUnits: BillingUnits | null;
  /** Both as they stand there, blank where they do not. */
  readonly unitsTold: string;
  readonly submittedUnitsTold: string;
  readonly from: IsoDate | null;
  readonly through: IsoDate | null;
  readonly allowed: Money | null;
};

export type Person = {
  readonly last: string;
  readonly first: string;
  readonly middle: string;
  readonly id: string;
};

/** One claim: CLP and what follows it. */
export type RemittedClaim = Remarked & {
  /** Its segment; null where a part was pasted that begins within a claim. */
  readonly at: number | null;
  /** The clinic’s own number of the claim, as it was sent. */
  readonly controlNumber: string;
  readonly status: string;
  readonly charge: Money | null;
  readonly paid: Money | null;
  readonly patientOwes: Money | null;
  readonly filing: string;
  /** The payer’s number of the claim, for a replacement or an appeal. */
  readonly payerNumber: string;
  readonly frequency: string;
  readonly patient: Person | null;
  readonly insured: Person | null;
  /** Name or number as the payer has it. */
  readonly corrected: Person | null;
  /** To whom the claim was sent on. */
  readonly sentOnTo: string;
  /** Who should have been asked first. */
  readonly rightPayer: string;
  readonly from: IsoDate | null;
  readonly through: IsoDate | null;
  readonly received: IsoDate | null;
  readonly lines: readonly RemittedLine[];
  /** The file ends within this claim. */
  readonly isCut: boolean;
};

/** What is paid or taken beside the claims: PLB. Above nothing it lowers the payment. */
export type ProviderAdjustment = {
  readonly at: number;
  readonly provider: string;
  readonly reason: string;
  readonly reference: string;
  readonly amount: Money;
};

/** One payment: a transaction of the file. */
export type Remittance = {
  /** Its ST; null where a part was pasted. */
  readonly at: number | null;
  readonly payer: string;
  readonly payerId: string;
  readonly payee: string;
  readonly payeeId: string;
  readonly amount: Money | null;
  readonly method: string;
  /** Number of the check or of the bank transfer. */
  readonly trace: string;
  readonly paidOn: IsoDate | null;
  readonly producedOn: IsoDate | null;
  readonly claims: readonly RemittedClaim[];
  readonly providerAdjustments: readonly ProviderAdjustment[];
  /** Whether its beginning and its end are there, so that all of it can be added up. */
  readonly isWhole: boolean;
  readonly holds: readonly Note[];
};

/** All that one text holds. */
export type RemittanceFile = {
  readonly remittances: readonly Remittance[];
  readonly isPart: boolean;
  /** What was tolerated, is unknown here, or is missing, by segment. */
  readonly notes: readonly Note[];
};

/** "J0475-JZ". */
export const procedureWords = ({ code, modifiers }: Procedure): string => [code, ...modifiers].join('-');
