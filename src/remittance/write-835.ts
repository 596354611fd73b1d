import { compactDate } from '../formats/x12';
import type { IsoDate } from '../engine/dated';
import { digitsOfMoney, type Money } from '../engine/quantity';
import type { Adjustment, Person, Procedure, RemittedClaim, RemittedLine } from './remittance';

/*
 * A claim of a remittance as segments of an 835, with `*` between elements and `:` within them: as a record keeps what
 * came back, and as `read835` reads it again.
 */

/** "581.69", "-10"; blank where it is not told. */
export const amountText = (amount: Money | null): string =>
  amount === null ? '' : digitsOfMoney(amount).replace(/\.00$/, '');
const dayText = (date: IsoDate | null): string => (date === null ? '' : compactDate(date));

/** Elements joined, without the empty ones at the end. */
export const segmentText = (...elements: readonly string[]): string =>
  elements.map(withoutSeparators).join('*').replace(/\*+$/, '');
/** A text of another file may hold what separates here. */
const withoutSeparators = (text: string): string => text.replace(/[*~\r\n]/g, ' ').trim();

const procedureText = ({ qualifier, code, modifiers }: Procedure): string =>
  qualifier === '' ? code : [qualifier, code, ...modifiers].join(':');

/** CLP and what is told of the claim as a whole. */
export const claimSegments = (claim: RemittedClaim): readonly string[] => [
  segmentText(
    'CLP',
    claim.controlNumber,
    claim.status,
    amountText(claim.charge),
    amountText(claim.paid),
    amountText(claim.patientOwes),
    claim.filing,
    claim.payerNumber,
    '',
    claim.frequency,
  ),
  ...adjustmentSegments(claim.adjustments),
  ...(
    [
      ['QC', claim.patient],
      ['IL', claim.insured],
      ['74', claim.corrected],
      ['TT', claim.sentOnTo === '' ? null : nameOnly(claim.sentOnTo)],
      ['PR', claim.rightPayer === '' ? null : nameOnly(claim.rightPayer)],
    ] as const
  ).flatMap(([role, person]) => (person ? [personSegment(role, person)] : [])),
  ...inFives(claim.remarks).map((remarks) => segmentText('MOA', '', '', ...remarks)),
  ...claim.references.map(({ kind, number }) => segmentText('REF', kind, number)),
  ...dates([
    ['232', claim.from],
    ['233', claim.through],
    ['050', claim.received],
  ]),
];

/** SVC and what is told of the line. */
export const lineSegments = (line: RemittedLine): readonly string[] => [
  segmentText(
    'SVC',
    procedureText(line.procedure),
    amountText(line.charge),
    amountText(line.paid),
    line.revenueCode,
    line.unitsTold,
    line.submitted ? procedureText(line.submitted) : '',
    line.submittedUnitsTold,
  ),
  ...(line.from !== null && line.from === line.through
    ? dates([['472', line.from]])
    : dates([
        ['150', line.from],
        ['151', line.through],
      ])),
  ...adjustmentSegments(line.adjustments),
  ...line.references.map(({ kind, number }) => segmentText('REF', kind, number)),
  ...(line.allowed ? [segmentText('AMT', 'B6', amountText(line.allowed))] : []),
  ...line.remarks.map((remark) => segmentText('LQ', 'HE', remark)),
];

const nameOnly = (last: string): Person => ({ last, first: '', middle: '', id: '' });
const personSegment = (role: string, { last, first, middle, id }: Person): string =>
  segmentText(
    'NM1',
    role,
    '1',
    last.slice(0, 60),
    first.slice(0, 35),
    middle.slice(0, 25),
    '',
    '',
    id === '' ? '' : 'MI',
    id.slice(0, 50),
  );

const dates = (all: readonly (readonly [string, IsoDate | null])[]): readonly string[] =>
  all.flatMap(([kind, date]) => (date === null ? [] : [segmentText('DTM', kind, dayText(date))]));

/** CAS: a few adjustments of one group, in the order in which they stand, so that a record can keep each segment. */
function adjustmentSegments(adjustments: readonly Adjustment[]): readonly string[] {
  const runs: Adjustment[][] = [];
  for (const each of adjustments) {
    const run = runs.at(-1);
    if (run && run[0]?.group === each.group && run.length < 3) run.push(each);
    else runs.push([each]);
  }
  return runs.map((run) =>
    segmentText(
      'CAS',
      run[0]?.group ?? '',
      ...run.flatMap(({ reason, amount, quantity }) => [reason, amountText(amount), quantity]),
    ),
  );
}

function inFives(remarks: readonly string[]): readonly (readonly string[])[] {
  return remarks.length === 0 ? [] : [remarks.slice(0, 5), ...inFives(remarks.slice(5))];
}
