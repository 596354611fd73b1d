import { casesForAll } from '../rules/denial-codes';
import { readRemittanceCode } from '../rules/read-remittance';
import type { Fill } from '../records/patient-fills';
import type { ReadKept } from '../records/clinic-records';
import { tellingCodes } from '../records/telling-codes';
import { sumsOf, type Sums } from './therapy';

/** Claims that came back for the same cause. */
type DenialCause = { readonly cause: string; readonly sums: Sums };

/**
 * Why a claim came back: the case that its codes tell of; where they tell of several, its reason in the words of the
 * list. Null for a claim without codes, and for one whose codes deny nothing.
 */
export function causeOf({ record }: Fill, read: ReadKept): string | null {
  const { codes, unknown } = readRemittanceCode(record.remittanceCode);
  const telling = tellingCodes(record.remittanceCode);
  const cases = casesForAll(
    telling.map(({ code }) => code),
    telling.length > 0 ? read(record).claim : null,
  ).filter(({ denial }) => denial !== null);
  const [first, ...others] = cases;
  if (first && others.length === 0) return first.title;
  const [reason] = telling;
  if (reason) return `${reason.code}: ${reason.means.replace(/\.$/, '')}`;
  return codes.length === 0 && unknown.length > 0 ? `${unknown[0]}: not on file` : null;
}

/** The claims that came back, by cause; that of most claims first. */
export function denialCauses(fills: readonly Fill[], read: ReadKept): readonly DenialCause[] {
  const byCause = new Map<string, Fill[]>();
  for (const fill of fills) {
    const cause = causeOf(fill, read);
    if (cause) byCause.set(cause, [...(byCause.get(cause) ?? []), fill]);
  }
  return [...byCause]
    .map(([cause, own]) => ({ cause, sums: sumsOf(own) }))
    .toSorted((one, other) => other.sums.fills - one.sums.fills);
}
