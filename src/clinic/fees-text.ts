import type { Fee } from '../engine/clinic-file';
import { digitsOfMoney } from '../engine/quantity';
import type { Reading } from '../engine/typed';
import { readCode, readMoney } from '../answers/read-answers';
import { mostFees } from './fees-schema';

/** The clinic’s charges as somebody types or pastes them: a code and the charge for one unit a line. */
export const feesText = (fees: readonly Fee[]): string =>
  fees.map(({ code, perUnit }) => `${code} ${digitsOfMoney(perUnit)}`).join('\n');

/** What such a text tells, all of it, or the first line that cannot be read and why. Blank lines are none. */
export function readFees(typed: string): Reading<readonly Fee[]> {
  const fees: Fee[] = [];
  for (const [place, line] of typed.split(/\r\n|[\n\r]/).entries()) {
    if (line.trim() === '') continue;
    const reading = readFee(line);
    if ('problem' in reading) return { problem: `Line ${place + 1}: ${reading.problem}` };
    const { code } = reading.value;
    if (fees.some((fee) => fee.code === code)) return { problem: `Line ${place + 1}: ${code} stands there twice` };
    fees.push(reading.value);
  }
  return fees.length > mostFees ? { problem: `At most ${mostFees} codes fit` } : { value: fees };
}

function readFee(line: string): Reading<Fee> {
  const [, typedCode = '', typedCharge = ''] = /^\s*(\S+?)(?:\s*[\s,;:=]\s*(.*))?$/.exec(line) ?? [];
  const code = readCode(typedCode, 'The code');
  if ('problem' in code) return { problem: `“${typedCode.slice(0, 12)}” is no code of five characters, like 62370` };
  if (typedCharge.trim() === '') return { problem: `${code.value} has no charge` };
  const perUnit = readMoney(typedCharge, `The charge of ${code.value}`);
  if ('problem' in perUnit) return perUnit;
  return perUnit.value.tenthsOfCent === 0
    ? { problem: `The charge of ${code.value} must be more than 0` }
    : { value: { code: code.value, perUnit: perUnit.value } };
}
