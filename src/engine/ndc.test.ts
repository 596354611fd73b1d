import { describe, expect, it } from 'vitest';
import { formatNdc, labelDigits, ndcOnForm, ndcsOfTenDigits, readNdc, type Ndc11, type NdcSegments } from './ndc';
import { ml } from './quantity';

const ndc = '66794015702' as Ndc11;

describe('an NDC as typed becomes eleven digits, 5-4-2 (row 9.1)', () => {
  it.each([
    ['66794-157-02', '66794015702', 'the product is short'],
    ['0703-1234-01', '00703123401', 'the labeler is short'],
    ['66794-0157-2', '66794015702', 'the package is short'],
    ['66794-0157-02', '66794015702', 'the billing form'],
    ['66794015702', '66794015702', 'the billing form without hyphens'],
    ['66794.157.02', '66794015702', 'points'],
    ['66794 157 02', '66794015702', 'spaces'],
    ['66794   157   02', '66794015702', 'several spaces'],
    ['66794 - 157 - 02', '66794015702', 'hyphens among spaces'],
    ['66794  -  157  -  02', '66794015702', 'hyphens among several spaces'],
    ['66794 015702', '66794015702', 'eleven digits, a space among them'],
    ['66794  01 57 02', '66794015702', 'eleven digits, several spaces among them'],
    ['  66794-157-02  ', '66794015702', 'spaces around it'],
    ['NDC 66794-157-02', '66794015702', 'after NDC'],
    ['ndc 66794-157-02', '66794015702', 'after ndc'],
    ['NDC: 66794-157-02', '66794015702', 'after a colon'],
    ['NDC :  66794-157-02', '66794015702', 'after a colon among spaces'],
    ['NDC # 66794-157-02', '66794015702', 'after a number sign'],
    ['NDC#66794-157-02', '66794015702', 'after a number sign without a space'],
    ['NDC no. 66794-157-02', '66794015702', 'after no.'],
    ['NDC  No 66794-157-02', '66794015702', 'after No'],
    ['NDC no.: 66794-157-02', '66794015702', 'after no. and a colon'],
    ['N466794015702', '66794015702', 'after the qualifier of the claim form'],
    ['N4 66794-157-02', '66794015702', 'after the qualifier and a space'],
    ['n466794015702', '66794015702', 'after a small n4'],
  ])('%s is %s: %s', (typed, eleven) => {
    expect(readNdc(typed)).toEqual({ ndc: eleven });
  });

  it.each([
    ['6679415702', 'in one'],
    ['66794 15702', 'with a space that no label has'],
    ['NDC 6679415702', 'after NDC'],
  ])('ten digits without hyphens may be three NDCs: %s, %s', (typed) => {
    expect(readNdc(typed)).toEqual({ problem: 'ambiguous', candidates: ['66794015702', '66794157002', '06679415702'] });
  });

  it.each([
    ['667940157021', 'twelve digits'],
    ['1667940157021', 'thirteen digits'],
    ['667941570', 'nine digits'],
    ['', 'nothing'],
    ['NDC', 'only the word'],
    ['x66794015702', 'a letter before'],
    ['66794015702x', 'a letter behind'],
    ['x6679415702', 'a letter before ten'],
    ['6679415702x', 'a letter behind ten'],
    ['1234-123-12', 'nine digits of 4-3-2'],
    ['1234-1234-1', 'nine digits of 4-4-1'],
    ['66794-157-2', 'nine digits of 5-3-1'],
    ['166794-157-02', 'a labeler of six'],
    ['794-0157-02', 'a labeler of three'],
    ['66794-57-02', 'a product of two'],
    ['66794-01570-2', 'a product of five'],
    ['66794-157-021', 'a package of three'],
    ['x66794-157-02', 'a letter before segments'],
    ['66794-157-02x', 'a letter behind segments'],
    ['66794-157-02-1', 'a fourth segment'],
    ['66794--157-02', 'two hyphens'],
    ['66794/157/02', 'slashes'],
    ['no NDC 66794-157-02', 'NDC inside a text'],
    ['66794-N4157-02', 'N4 inside it'],
    ['NDCS 66794-157-02', 'a longer word'],
    ['NDC none 66794-157-02', 'a word that begins with no'],
  ])('%j is none: %s', (typed) => {
    expect(readNdc(typed)).toEqual({ problem: 'not-an-ndc' });
  });
});

it('ten digits of a barcode are 5-3-2, 5-4-1 and 4-4-2, in this order', () => {
  expect(ndcsOfTenDigits('0781316595')).toEqual(['07813016595', '07813165905', '00781316595']);
});

describe('the ten digits that a label prints', () => {
  it.each<[eleven: string, segments: NdcSegments, digits: string | undefined]>([
    ['66794015702', [5, 3, 2], '6679415702'],
    ['66794015702', [5, 4, 1], '6679401572'],
    ['66794015702', [4, 4, 2], undefined],
    ['00781316595', [4, 4, 2], '0781316595'],
    ['00781316595', [5, 3, 2], undefined],
    ['00781316595', [5, 4, 1], undefined],
  ])('of %s in %j: %s', (eleven, segments, digits) => {
    expect(labelDigits(eleven as Ndc11, segments)).toBe(digits);
  });
});

it('an NDC for people has hyphens; on a form N4 before it and its milliliters behind it, where they are told', () => {
  expect(formatNdc(ndc)).toBe('66794-0157-02');
  expect(ndcOnForm(ndc, { uL: 12_500 })).toBe('N466794015702 ML12.5');
  expect(ndcOnForm(ndc, ml(1_200))).toBe('N466794015702 ML1200');
  expect(ndcOnForm(ndc, null)).toBe('N466794015702');
});
