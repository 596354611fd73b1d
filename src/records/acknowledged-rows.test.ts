import { expect, it } from 'vitest';
import { placeOfMending } from './place-of-mending';
import { read277ca } from '../remittance/read-277ca';
import { partOf } from '../remittance/remittance.fixture';
import { acknowledgedRows, fieldsToMend, labelToMend } from './acknowledged-rows';
import { keptClaim, rowsOf } from './day.fixture';

const read = (...segments: readonly string[]) => {
  const found = read277ca(partOf(...segments));
  if ('refused' in found) throw new Error(found.refused);
  return found;
};
const claim = (number: number, ...stc: readonly string[]): readonly string[] => [
  `HL*${number}*1*PT`,
  `NM1*QC*1*Onesample${number}*Pat****MI*M${number}`,
  `TRN*2*WS-${number}`,
  ...stc,
  'DTP*472*D8*20261125',
];
const rows = rowsOf(keptClaim(1), keptClaim(2));
const file = read(...claim(1, 'STC*A2:20'), ...claim(2, 'STC*A7:218', 'STC*A7:562:85'), ...claim(9, 'STC*A4:35'));

it('what was rejected stands first, each with its kept claim and once however often it is opened', () => {
  expect(
    acknowledgedRows([file, file], rows, new Map()).map(({ claim: { controlNumber }, verdict, own, match }) => [
      controlNumber,
      verdict,
      own?.reference ?? match.says,
    ]),
  ).toEqual([
    ['WS-2', 'rejected', 'PT-2'],
    ['WS-9', 'not-found', 'No claim that is kept here fits it.'],
    ['WS-1', 'accepted', 'PT-1'],
  ]);
});

it('a person chooses, or says that none is meant', () => {
  const [first, other] = acknowledgedRows([file], rows, new Map());
  const chosen = new Map([
    [first?.key ?? '', ''],
    [other?.key ?? '', 'id-1'],
  ]);
  expect(acknowledgedRows([file], rows, chosen).map(({ own }) => own?.reference ?? 'none')).toEqual([
    'none',
    'PT-1',
    'PT-1',
  ]);
});

it.each([
  ['STC*A7:218', 'NDC of the container', 'form'],
  ['STC*A7:562:85', 'Who bills', 'handover'],
  ['STC*A7:164:IL', 'Member ID', 'handover'],
  ['STC*A7:171', 'Order of payers', 'handover'],
  ['STC*A7:535', 'This claim is', 'handover'],
  ['STC*A7:496', 'Providers and payers', 'clinic'],
])('%s is mended at %s, in %s', (stc, label, place) => {
  const [field, ...others] = fieldsToMend(read(...claim(1, stc, stc)).claims[0]!);
  expect(field && [labelToMend(field), placeOfMending(field)]).toEqual([label, place]);
  expect(others).toEqual([]);
});
