import type { ServiceLine } from '../engine/claim';
import type { procedureRevenues } from '../engine/party-codes';
import { linesOf } from '../engine/claim-lines';
import type { PreparedClaim } from '../engine/prepared-claim';

/* The revenue code of each line of a hospital’s claim: SV201, locator 42 (row form UB-04; whole claim, section 5). */

/** Drugs that need to be told in detail (row form UB-04). */
export const revenueCode = '0636';
/** Supplies of the day. */
const supplies = '0270';

/** What one line hangs on: its own code, the department of the clinic, or nothing that was read. */
type RevenueOf = { readonly code: string } | 'by-department' | 'not-read';

const byCode: readonly (readonly [RegExp, RevenueOf])[] = [
  [/^[JQ]\d{4}$/, { code: revenueCode }],
  [/^A\d{4}$/, { code: supplies }],
  [/^(?:\d{4}[0-9A-Z]|[CG]\d{4})$/, 'by-department'],
];

function revenueOf({ of, hcpcs }: ServiceLine): RevenueOf {
  if (of !== 'service') return { code: revenueCode };
  return byCode.find(([shape]) => shape.test(hcpcs))?.[1] ?? 'not-read';
}

/** Whether a line of the claim has the revenue code of the department that did it. */
export const asksForDepartment = (claim: PreparedClaim): boolean =>
  linesOf(claim).some((line) => revenueOf(line) === 'by-department');

/** Lines for whose code no revenue code was read. */
export const withoutRevenue = (claim: PreparedClaim): readonly ServiceLine[] =>
  linesOf(claim).filter((line) => revenueOf(line) === 'not-read');

/** The department as the record has it; '' where none is chosen. */
export type Department = keyof typeof procedureRevenues | '';

/** The same of a claim on any form: only a hospital’s has revenue codes. */
export const revenueOnClaim = (line: ServiceLine, claim: PreparedClaim, department: Department): string =>
  claim.formItems.form === 'institutional' ? revenueFor(line, department) : '';

/** The four digits; '' where the department is not chosen, and where none was read. */
export function revenueFor(line: ServiceLine, department: Department): string {
  const found = revenueOf(line);
  if (found === 'by-department') return department;
  return found === 'not-read' ? '' : found.code;
}
