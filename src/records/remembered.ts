import { feeText } from '../answers/fees-filled-in';
import { readMoney } from '../answers/read-answers';
import { profilesFor } from '../answers/what-is-asked';
import type { WorksheetText } from '../answers/worksheet-text';
import type { Fee } from '../engine/clinic-file';
import type { IsoDate } from '../engine/dated';
import type { PayerProfile } from '../engine/payer-profile';
import { digitsOfMoney } from '../engine/quantity';
import { valueIn } from '../engine/typed';
import type { KeptClaim } from './clinic-records';
import { codeOf } from './code-of-drug';
import { dayOf, type Patient } from './patient-fills';

/** What a kept claim had, and the day of service that it is of. */
type Remembered = { readonly text: string; readonly on: IsoDate };

/**
 * The payer profile that a new claim of a payer type begins with: that of the last claim kept for this patient and
 * payer type; for another patient that of the last claim kept for the type, where no claim names another one.
 */
export function rememberedProfile(
  worksheet: WorksheetText,
  claims: readonly KeptClaim[],
  patient: Patient | null,
  own: readonly PayerProfile[],
): Remembered | null {
  const { payer } = worksheet;
  if (payer === '') return null;
  const isOfPayer = (kept: KeptClaim) => kept.payer === payer && isOther(kept, worksheet);
  const before = newestFirst(patient?.claims ?? []).find(isOfPayer);
  const last = before ?? newestFirst(claims).find(isOfPayer);
  const on = last && dayOf(last);
  if (!last || !on || !profilesFor(payer, own).some(({ id }) => id === last.profile)) return null;
  const isAnother = (kept: KeptClaim) => isOfPayer(kept) && kept.profile !== '' && kept.profile !== last.profile;
  return !before && claims.some(isAnother) ? null : { text: last.profile, on };
}

/** The charge per unit that the last claim kept of this code, payer type and profile had, in dollars as typed. */
export function rememberedCharge(worksheet: WorksheetText, claims: readonly KeptClaim[]): Remembered | null {
  const { payer, profile } = worksheet;
  const code = payer === '' ? null : codeOf(worksheet);
  if (code === null) return null;
  const last = newestFirst(claims).find(
    (kept) =>
      kept.payer === payer &&
      kept.profile === profile &&
      isOther(kept, worksheet) &&
      valueIn(kept.chargePerUnit, readMoney) !== null &&
      codeOfKept(kept) === code &&
      dayOf(kept) !== null,
  );
  const [charge, on] = [last && valueIn(last.chargePerUnit, readMoney), last && dayOf(last)];
  return charge && on ? { text: digitsOfMoney(charge), on } : null;
}

/** What the clinic charges for one unit of the drug of a claim, in dollars as typed; null where it has no fee. */
export function feeOfDrug(worksheet: WorksheetText, fees: readonly Fee[]): string | null {
  const code = fees.length === 0 ? null : codeOf(worksheet);
  return (code !== null && feeText(fees, code)) || null;
}

const isOther = ({ recordId }: KeptClaim, worksheet: WorksheetText): boolean => recordId !== worksheet.recordId;

const ordered = new WeakMap<readonly KeptClaim[], readonly KeptClaim[]>();

/** In the order in which they were kept, the last one first. */
function newestFirst(claims: readonly KeptClaim[]): readonly KeptClaim[] {
  const known = ordered.get(claims);
  if (known) return known;
  const order = claims
    .toReversed()
    .toSorted(({ keptAt: one }, { keptAt: other }) => (one > other ? -1 : Number(one < other)));
  ordered.set(claims, order);
  return order;
}

const codes = new WeakMap<KeptClaim, string | null>();

/** That of a kept claim, which is never changed in its place. */
function codeOfKept(kept: KeptClaim): string | null {
  const known = codes.get(kept);
  if (known !== undefined) return known;
  const code = codeOf(kept);
  codes.set(kept, code);
  return code;
}
