import type { IsoDate } from '../engine/dated';
import { unlistedCodes } from '../engine/encounter';
import type { Ndc11 } from '../engine/ndc';
import type { BillingUnits, Money } from '../engine/quantity';

/** Of what row of a file what line of a claim was billed. Null and '' are "not told", never none. */
export type BilledLine = {
  readonly line: number;
  readonly patient: string;
  readonly claimNumber: string;
  /** As the row tells it, also where no claim could be made of it. */
  readonly day: IsoDate | null;
  /** In capitals. */
  readonly code: string;
  /** Whole, without a sign; that of a line which takes one back is told by `isReversal`. */
  readonly units: BillingUnits;
  readonly modifiers: readonly string[];
  readonly ndc: Ndc11 | null;
  /** Of the line, without a sign. */
  readonly charge: Money | null;
  readonly paid: Money | null;
  readonly isReversal: boolean;
  /** The number of the claim that this one replaces or takes back. */
  readonly original: string;
  readonly replaces: boolean;
  readonly biller: string;
};

const drugCodes: ReadonlySet<string> = new Set(['J0475', 'J0476', 'J0428', ...unlistedCodes]);
/** Whether a code is one that baclofen is, or was, billed with: all else on a claim is not audited. */
export const isDrugCode = (code: string): boolean => drugCodes.has(code);

/** "J0475-JZ x4": a line as billers write it. */
export const lineInShort = (code: string, modifiers: readonly string[], { units }: BillingUnits): string =>
  `${[code, ...modifiers].join('-')} x${units}`;

export const linesInShort = (lines: readonly Pick<BilledLine, 'code' | 'modifiers' | 'units'>[]): string =>
  lines.map(({ code, modifiers, units }) => lineInShort(code, modifiers, units)).join('; ');
