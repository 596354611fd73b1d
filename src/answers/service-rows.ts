import { asciiUpper } from '../engine/ascii';
import { companionCodes, type CompanionCode } from '../engine/encounter';
import { trimmed } from '../engine/typed';
import { emptyService, type ServiceText } from './worksheet-text';

type Rows = readonly ServiceText[];

/** One line stays for the drug: an 837P takes 50. */
export const mostServices = 49;

/** The code as it is billed; what cannot be read, in capitals. */
export const codeOf = ({ code }: Pick<ServiceText, 'code'>): string => asciiUpper(trimmed(code));

export const serviceOf = (code: string): ServiceText => ({ ...emptyService, code });

/** The known codes among the rows: those whose boxes are ticked. */
export const knownCodesIn = (rows: Rows): readonly CompanionCode[] =>
  companionCodes.filter((code) => rows.some((row) => codeOf(row) === code));

/** A box was ticked, which adds a row with the clinic’s charge, or is ticked no longer, which takes its rows away. */
export const withTicked = (rows: Rows, code: string, ticked: boolean, charge = ''): ServiceText[] =>
  ticked ? [...rows, { ...serviceOf(code), charge }] : rows.filter((row) => codeOf(row) !== code);

export const withoutRow = (rows: Rows, place: number): ServiceText[] => rows.filter((_, at) => at !== place);
