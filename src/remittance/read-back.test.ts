import { expect, it } from 'vitest';
import { readBack } from './read-back';
import { fileOf, partOf, transactionOf } from './remittance.fixture';
import { vectors } from './vectors.fixture';

const acknowledgment = ['ST*277*0001*005010X214', 'NM1*QC*1*SAMPLE*PAT', 'TRN*2*WS-1', 'STC*A3:21', 'SE*5*0001'];
const remittance = transactionOf(vectors[1].split('~').filter(Boolean));

it.each<[string, string, boolean, number, string | null]>([
  ['a remittance', fileOf([remittance]), true, 0, null],
  ['an acknowledgment', fileOf([acknowledgment]), false, 1, null],
  ['a part of one', partOf('NM1*QC*1*SAMPLE*PAT', 'TRN*2*WS-1', 'STC*A3:21'), false, 1, null],
  ['both in one file', fileOf([remittance, acknowledgment]), true, 1, null],
  [
    'an acknowledgment without a claim',
    fileOf([['ST*277*0001*005010X214', 'BHT*0085*08*1', 'SE*3*0001']]),
    false,
    0,
    'No claim’s status (STC) is in it.',
  ],
  ['nothing', '', false, 0, 'There is nothing to read: the file or the text is empty.'],
])('%s', (_, text, isRemittance, claims, refused) => {
  const read = readBack(text);
  expect([read.file !== null, read.acknowledgment?.claims.length ?? 0, read.refused]).toEqual([
    isRemittance,
    claims,
    refused,
  ]);
});
