import type { MspType } from '../engine/party-codes';

/** Value codes of a payer before Medicare, by why it pays first; of the other two none was read. */
export const valueCodes: Partial<Record<MspType, string>> = {
  '12': '12',
  '13': '13',
  '14': '14',
  '15': '15',
  '41': '41',
  '43': '43',
  '47': '47',
};
export const hasValueCode = (type: MspType): boolean => valueCodes[type] !== undefined;
