import type { Payer } from '../engine/payer-profile';
import type { PreparedClaim } from '../engine/prepared-claim';
import { wayOf, waysById, type Way } from '../rules/denial-on-claim';
import type { RemittanceReading } from '../rules/read-remittance';
import type { RemittedClaim } from './remittance';

/*
 * Which payer answered: the one that the claim is for, or another one behind or before it, whose way is not the
 * claim’s.
 */

type Told = Pick<RemittedClaim, 'status' | 'filing'>;

/** CLP06: which kind of payer answered. */
const payerOfFiling: Readonly<Record<string, Payer>> = {
  MB: 'medicare-part-b',
  MA: 'medicare-part-b',
  '16': 'medicare-advantage',
  MC: 'medicaid',
  '12': 'commercial',
  '13': 'commercial',
  '14': 'commercial',
  '15': 'commercial',
  BL: 'commercial',
  CI: 'commercial',
  HM: 'commercial',
};
/** The kind of payer that answered; null where CLP06 does not tell one whose rules were read. */
export const payerByFiling = ({ filing }: Pick<Told, 'filing'>): Payer | null => payerOfFiling[filing] ?? null;

/**
 * As which kinds a payer may answer. A plan of Medicare or Medicaid may name its company’s kind, or Medicare’s; of a
 * claim for no payer any answer is of the one to ask.
 */
const mayAnswerAs: Readonly<Record<Payer, readonly Payer[]>> = {
  'medicare-part-b': ['medicare-part-b'],
  'medicare-advantage': ['medicare-advantage', 'commercial', 'medicare-part-b'],
  medicaid: ['medicaid', 'commercial'],
  commercial: ['commercial'],
  'other-government': ['other-government', 'commercial'],
  'workers-compensation': ['workers-compensation', 'commercial'],
  'self-pay': ['medicare-part-b', 'medicare-advantage', 'medicaid', 'commercial'],
};

/** CLP02: worked out behind another payer, and sent on or not. */
const behindAnother = ['2', '3', '20', '21'];

/**
 * Whether the payer that the claim is for answered. There is one Medicare and one Medicaid of a patient, whatever place
 * among the payers CLP02 gives them; of two plans the place tells them apart.
 */
export function isOfOwnPayer({ status, filing }: Told, { encounter: { payer, otherPayer } }: PreparedClaim): boolean {
  const told = payerByFiling({ filing });
  // Medicare and Medicaid name themselves: any other code that is told names somebody else.
  if (!told && (payer === 'medicare-part-b' || payer === 'medicaid') && !['', 'ZZ'].includes(filing.trim()))
    return false;
  if (told && !mayAnswerAs[payer].includes(told)) return false;
  if (told === payer && (told === 'medicare-part-b' || told === 'medicaid')) return true;
  return otherPayer.pays === 'before' || !behindAnother.includes(status);
}

/** How the payer that answered takes a correction; by CLP06 where it is not the claim’s own, or no claim is known. */
export const wayOfAnswer = (told: Told, reading: RemittanceReading, own: PreparedClaim | null): Way =>
  own && isOfOwnPayer(told, own) ? wayOf(reading, own) : wayByFiling(told, reading);

function wayByFiling({ filing }: Told, { codes }: RemittanceReading): Way {
  switch (payerByFiling({ filing })) {
    case 'medicare-part-b':
      if (filing === 'MA') return waysById.facility;
      return waysById[codes.some(({ code }) => code === 'MA130') ? 'returned' : 'medicare'];
    case 'medicare-advantage':
      return waysById.advantage;
    case 'medicaid':
      return waysById.medicaid;
    case 'commercial':
      return waysById.commercial;
    default:
      return waysById.other;
  }
}
