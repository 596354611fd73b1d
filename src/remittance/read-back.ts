import { read277ca, type Acknowledgment } from './read-277ca';
import { read835 } from './read-835';
import type { RemittanceFile } from './remittance';

/** A text as what came back: a remittance, an acknowledgment, or both; else why it is neither. */
export type CameBackText = {
  readonly file: RemittanceFile | null;
  readonly acknowledgment: Acknowledgment | null;
  readonly refused: string | null;
};

/** Reads a text as a remittance (835), and as an acknowledgment of claims (277CA) where a status stands in it. */
export function readBack(text: string): CameBackText {
  const remittance = read835(text);
  const status = /(?:^|[^A-Za-z0-9])(?:STC|ST[^A-Za-z0-9\s]277)[^A-Za-z0-9\s]/.test(text) ? read277ca(text) : null;
  const acknowledgment = status && !('refused' in status) ? status : null;
  if (!('refused' in remittance)) {
    const isOther = acknowledgment !== null && hasNoClaim(remittance);
    return { file: isOther ? null : remittance, acknowledgment, refused: null };
  }
  const because = status && 'refused' in status ? status.refused : remittance.refused;
  return { file: null, acknowledgment, refused: acknowledgment ? null : because };
}

/** Whether neither a payment (BPR) nor a claim (CLP) begins in it: acknowledgments name patients as well. */
const hasNoClaim = ({ remittances }: RemittanceFile): boolean =>
  remittances.every(({ amount, claims }) => amount === null && claims.every(({ at }) => at === null));
