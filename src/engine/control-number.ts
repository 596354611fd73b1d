import type { Office } from './clinic-file';

/** What numbers an 837 file: 1 to 9 digits, the first not 0 (row form 837 details). */
export const isControlNumber = (text: string): boolean => /^[1-9]\d{0,8}$/.test(text);

/** The number of the file after one that was written; blank after the last of nine digits. */
export function controlNumberAfter(used: string): string {
  const next = String(Number(used.trim()) + 1);
  return isControlNumber(used.trim()) && isControlNumber(next) ? next : '';
}

/** The higher of two; what is no control number is none. */
export function higherControlNumber(one: string, other: string): string {
  if (!isControlNumber(one.trim())) return isControlNumber(other.trim()) ? other : one;
  return isControlNumber(other.trim()) && Number(other) > Number(one) ? other : one;
}

/** What a file tells of the clinic, with the control number that is here where it is higher: none is used twice. */
export const withHigherNumber = (file: Office, here: Office): Office => {
  const controlNumber = higherControlNumber(file.controlNumber, here.controlNumber);
  return controlNumber === file.controlNumber ? file : { ...file, controlNumber };
};
