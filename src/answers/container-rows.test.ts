import { describe, expect, it } from 'vitest';
import { ndc11 } from '../engine/ndc';
import { emptyContainer, type ContainerText } from './worksheet-text';
import type { CrosswalkRow } from '../engine/published-tables';
import { askedOf, mostRows } from './read-containers';
import { withCode, withCrosswalk, withEmptyLast, withNdc, withProduct } from './container-rows';

const row = (change: Partial<ContainerText>): ContainerText => ({ ...emptyContainer, ...change });
const gablofen = row({ product: '66794015702', ndc: '66794-0157-02', count: '1' });
const barcode = '01003667941570241728033110AB1';
const scanned = { ...gablofen, lot: 'AB1', expiry: '03/31/2028' };

const opened: CrosswalkRow = {
  ndc: ndc11('12345067890'),
  hcpcs: 'J0475',
  name: 'New baclofen',
  labeler: 'Somebody',
  volume: { uL: 20_000 },
  labeled: { ng: 40_000_000 },
  strength: { mcgPerMl: 2000 },
  containersPerNdc: 1,
};

describe('a container that only an opened crosswalk names', () => {
  const filled = row({ product: 'label', ndc: '12345-0678-90', count: '1', strength: '2000', volume: '20 mL' });
  it('is filled in by its NDC or picked from the list, and what stands there otherwise is left alone', () => {
    expect(withCrosswalk([row({ ndc: '12345-678-90' })], [opened])).toEqual([filled]);
    expect(withCrosswalk(withProduct([emptyContainer], 0, '12345067890'), [opened])).toEqual([filled]);
    expect(withCrosswalk([{ ...filled, strength: '500', count: '3' }], [opened])).toEqual([
      { ...filled, strength: '500', count: '3' },
    ]);
    expect(withCrosswalk([gablofen, emptyContainer], [opened])).toEqual([gablofen, emptyContainer]);
    const other: CrosswalkRow = {
      ...opened,
      ndc: ndc11('12345067891'),
      volume: { uL: 5_000 },
      labeled: { ng: 10_000_000 },
    };
    const lot = { lot: 'A1', expiry: '03/2028' };
    expect(withCrosswalk([{ ...filled, ...lot, ndc: '12345-0678-91' }], [opened, other])).toEqual([
      { ...filled, ndc: '12345-0678-91', volume: '5 mL' },
    ]);
    expect(withCrosswalk(withProduct([{ ...filled, ...lot }], 0, '12345067891'), [opened, other])).toEqual([
      { ...filled, ndc: '12345-0678-91', volume: '5 mL' },
    ]);
    expect(withCrosswalk([row({ ndc: '12345-678-90' })], [])).toEqual([row({ ndc: '12345-678-90' })]);
  });
});

describe('rows of containers', () => {
  it('one empty row stands at the end, and a row that was emptied keeps its place', () => {
    expect(withEmptyLast([gablofen])).toEqual([gablofen, emptyContainer]);
    expect(withEmptyLast([emptyContainer, gablofen, emptyContainer, emptyContainer])).toEqual([
      emptyContainer,
      gablofen,
      emptyContainer,
    ]);
    expect(withEmptyLast([])).toEqual([emptyContainer]);
  });
  it('a product picked brings its NDC and a count of one, and keeps a count that was typed', () => {
    expect(withProduct([emptyContainer], 0, '66794015702')).toEqual([gablofen]);
    expect(withProduct([row({ count: '2' })], 0, '66794015702')).toEqual([{ ...gablofen, count: '2' }]);
  });
  it('“from the label” drops an NDC on file and keeps one that is not', () => {
    expect(withProduct([gablofen], 0, 'label')[0]?.ndc).toBe('');
    expect(withProduct([row({ ndc: '66794-999-01' })], 0, 'label')[0]?.ndc).toBe('66794-999-01');
  });
  it.each(['66794-157-02', '66794-0157-02', '66794015702', '366794157024'])('%s names the product', (ndc) => {
    expect(withCode([row({ ndc })], 0)).toEqual([gablofen]);
  });
  it('a product taken back leaves what was typed of the container', () => {
    expect(withProduct([{ ...gablofen, lot: 'A' }], 0, '')).toEqual([row({ lot: 'A' })]);
    expect(withProduct([gablofen], 0, '')).toEqual([emptyContainer]);
  });
  it('lot and expiry do not stay with another product', () => {
    expect(withProduct([scanned], 0, '66794015602')[0]).toMatchObject({ lot: '', expiry: '' });
    expect(withProduct([{ ...scanned, ndc: '6679415502' }], 0, '70121250202')[0]).toMatchObject({
      lot: '',
      expiry: '',
    });
  });
  it('a scan of another container over a filled row goes into a row of its own', () => {
    expect(withCode([{ ...scanned, ndc: '00370121250425' }], 0)).toMatchObject([
      scanned,
      { product: '70121250402', count: '', lot: '', expiry: '' },
      emptyContainer,
    ]);
    expect(withCode([scanned, { ...gablofen, product: '70121250202', count: '3', ndc: barcode }], 1)).toMatchObject([
      { ...scanned, count: '2' },
      { product: '70121250202', ndc: '70121-2502-02', count: '3' },
      emptyContainer,
    ]);
  });
  it('a count that is no number is not counted up, and the scan is not lost', () => {
    expect(withCode([{ ...scanned, count: 'x' }, row({ ndc: barcode })], 1)).toEqual([
      { ...scanned, count: 'x' },
      scanned,
    ]);
  });
  it('a barcode fills lot and expiry, in place of what stood there', () => {
    expect(withCode([row({ ndc: barcode })], 0)).toEqual([scanned]);
    expect(withCode([row({ ndc: barcode, lot: 'X' })], 0)[0]?.lot).toBe('AB1');
    expect(withCode([row({ ndc: '00366794157024', lot: 'X' })], 0)[0]?.lot).toBe('X');
  });
  it('an expiry that is no day goes into its field, where it is refused', () => {
    expect(withCode([row({ ndc: '01003667941570241728023110AB1' })], 0)[0]?.expiry).toBe('280231');
  });
  it('the same barcode again counts up, another lot does not', () => {
    expect(withCode([scanned, row({ ndc: barcode })], 1)).toEqual([{ ...scanned, count: '2' }, emptyContainer]);
    expect(withCode([{ ...scanned, lot: 'Z' }, row({ ndc: barcode })], 1)).toEqual([{ ...scanned, lot: 'Z' }, scanned]);
    expect(withCode([{ ...scanned, count: ' 2' }, row({ ndc: barcode })], 1)[0]?.count).toBe('3');
    expect(withCode([{ ...scanned, ndc: barcode, count: '3' }], 0)[0]?.count).toBe('4');
    expect(withCode([scanned, { ...gablofen, count: '3', ndc: barcode }], 1)[0]?.count).toBe('4');
  });
  it('an NDC that is not on file names no product until “from the label” is chosen', () => {
    expect(withCode([row({ ndc: '0409-6509-01' })], 0)).toEqual([row({ ndc: '00409-6509-01', count: '1' })]);
    expect(withCode([row({ product: 'label', ndc: '0409-6509-01' })], 0)[0]?.product).toBe('label');
  });
  it('what cannot be read stays as typed', () => {
    for (const ndc of ['6679415702', 'abc', '9781234567897', ''])
      expect(withCode([row({ ndc })], 0)).toEqual([row({ ndc })]);
    expect(withCode([], 3)).toEqual([]);
  });
  it('an NDC chosen among ten digits’ candidates is the row’s', () => {
    expect(withNdc([row({ ndc: '6679415702' })], 0, ndc11('66794015702'))).toEqual([gablofen]);
  });
});

/** The carton of two ampules, by its own NDC; and a case of vials, by its packing level. */
const carton = { ...row({ product: '70121250402', ndc: '70121-2504-02' }), lot: 'C1' };
const cartonCode = '010037012125042510C1';
const caseCode = '015036679415702910C1';
const caseOfVials = { ...row({ product: '66794015702', ndc: '66794-0157-02', lot: 'C1' }), ofCarton: true };

describe('the code of a carton is never one container', () => {
  it.each([
    ['scanned', [row({ ndc: cartonCode })], [carton]],
    ['scanned as a bare number', [row({ ndc: '00370121250425' })], [{ ...carton, lot: '' }]],
    ['typed', [row({ ndc: '70121-2504-2' })], [{ ...carton, lot: '' }]],
    ['a case', [row({ ndc: caseCode })], [caseOfVials]],
    [
      'a case of cartons',
      [row({ ndc: '01503701212504201728033110C1' })],
      [{ ...carton, expiry: '03/31/2028', ofCarton: true }],
    ],
    ['a count that was typed stays', [row({ ndc: cartonCode, count: '3' })], [{ ...carton, count: '3' }]],
    ['a 1 that was supposed of another product goes', [{ ...gablofen, ndc: '70121-2504-2' }], [{ ...carton, lot: '' }]],
    [
      'a 3 that was typed of another product stays',
      [{ ...gablofen, count: '3', ndc: '70121-2504-2' }],
      [{ ...carton, lot: '', count: '3' }],
    ],
    ['a 1 that was typed of it stays', [{ ...carton, count: '1', ndc: '70121-2504-2' }], [{ ...carton, count: '1' }]],
    [
      'one container in place of a carton',
      [{ ...caseOfVials, ndc: '66794-156-02' }],
      [row({ product: '66794015602', ndc: '66794-0156-02', count: '1' })],
    ],
    ['a look at the field of a case changes nothing', [caseOfVials], [caseOfVials]],
  ])('%s', (_what, before, after) => {
    expect(withCode(before, 0)).toEqual(after);
  });

  it.each([
    ['its count is still asked for', [carton, row({ ndc: cartonCode })], 1, [carton, emptyContainer]],
    ['the same of a case', [caseOfVials, row({ ndc: caseCode })], 1, [caseOfVials, emptyContainer]],
    [
      'its count was told: the second asks too',
      [{ ...carton, count: '2' }, row({ ndc: cartonCode })],
      1,
      [{ ...carton, count: '2' }, carton],
    ],
    ['into its own row', [{ ...carton, count: '2', ndc: cartonCode }], 0, [{ ...carton, count: '2' }]],
    ['of another lot', [carton, row({ ndc: '010037012125042510C2' })], 1, [carton, { ...carton, lot: 'C2' }]],
    [
      'a vial after its case',
      [{ ...caseOfVials, count: '2' }, row({ ndc: '010036679415702410C1' })],
      1,
      [
        { ...caseOfVials, count: '2' },
        { ...gablofen, lot: 'C1' },
      ],
    ],
    [
      'a vial into the row of its case',
      [{ ...caseOfVials, lot: '', count: '2', ndc: '00366794157024' }],
      0,
      [{ ...caseOfVials, lot: '', count: '2' }, gablofen, emptyContainer],
    ],
    [
      'a case after its vial',
      [{ ...gablofen, lot: 'C1' }, row({ ndc: caseCode })],
      1,
      [{ ...gablofen, lot: 'C1' }, caseOfVials],
    ],
  ])('scanned again, it does not count up: %s', (_what, before, place, after) => {
    expect(withCode(before, place)).toEqual(after);
  });

  it('picked from the list it asks too', () => {
    expect(withProduct([emptyContainer], 0, '70121250402')).toEqual([{ ...carton, lot: '' }]);
    expect(withProduct([gablofen], 0, '70121250402')).toEqual([{ ...carton, lot: '' }]);
    expect(withProduct([{ ...gablofen, count: '4' }], 0, '70121250402')).toEqual([{ ...carton, lot: '', count: '4' }]);
    expect(withProduct([caseOfVials], 0, '66794015602')[0]).toMatchObject({ count: '1', ofCarton: false });
  });
  it('in a crosswalk that was opened it asks too', () => {
    const cartons = [{ ...opened, containersPerNdc: 2 }];
    const asked = row({ product: 'label', ndc: '12345-0678-90', strength: '2000', volume: '20 mL', ofCarton: true });
    expect(withCrosswalk(withCode([row({ ndc: '12345-678-90' })], 0), cartons)).toEqual([asked]);
    expect(withCrosswalk(withProduct([emptyContainer], 0, '12345067890'), cartons)).toEqual([asked]);
    expect(withCrosswalk([{ ...asked, count: '3' }], cartons)).toEqual([{ ...asked, count: '3' }]);
  });
});

describe('a code whose separators were lost', () => {
  const code = '01003667941570241728033110AB121SER9';
  const unclear = { ...gablofen, expiry: '03/31/2028', lostSeparator: true };
  it('leaves the lot open, and is not taken for the same lot', () => {
    expect(withCode([row({ ndc: code })], 0)).toEqual([unclear]);
    expect(withCode([unclear, row({ ndc: code })], 1)).toEqual([unclear, unclear]);
    expect(withCode([{ ...unclear, ndc: code }], 0)).toEqual([unclear, unclear, emptyContainer]);
    expect(withCode([{ ...unclear, lot: 'AB1', ndc: barcode }], 0)).toEqual([{ ...scanned, lot: 'AB1', count: '2' }]);
  });
  it.each([
    [{}, { lot: 'Lot and expiry could not be told from this code: enter them from the label' }],
    [{ expiry: '03/2028' }, { lot: 'The lot could not be told from this code: enter it from the label' }],
    [{ lot: 'A' }, { expiry: 'The expiry could not be told from this code: enter it from the label' }],
    [{ lot: 'A', expiry: '03/2028' }, {}],
  ])('with %j it asks for the rest', (change, asked) => {
    expect(askedOf({ ...gablofen, lostSeparator: true, ...change })).toEqual(asked);
  });
});

describe('what the code of a row asks for', () => {
  it.each([
    ['a carton on file', carton, 'This is the code of a carton of 2: enter how many containers were opened'],
    [
      'a carton of five',
      row({ ndc: '70121-2496-5' }),
      'This is the code of a carton of 5: enter how many containers were opened',
    ],
    ['a case', caseOfVials, 'This is the code of a carton: enter how many containers were opened'],
    [
      'a case, still as scanned',
      row({ ndc: caseCode }),
      'This is the code of a carton: enter how many containers were opened',
    ],
    ['a vial', { ...gablofen, count: '' }, undefined],
    ['a carton whose count is told', { ...carton, count: '2' }, undefined],
  ])('%s', (_what, asking, count) => {
    expect(askedOf(asking).count).toBe(count);
  });
});

describe('rows without end', () => {
  const many = Array.from({ length: mostRows }, (_, place) => ({ ...gablofen, lot: `L${place}` }));
  it('the last of them has no empty row behind it', () => {
    expect(withEmptyLast(many.slice(1))).toHaveLength(mostRows);
    expect(withEmptyLast(many)).toEqual(many);
  });
  it('a scan into the last row of all is not lost', () => {
    expect(withCode(changedLast(many, { ndc: barcode }), mostRows - 1).at(-1)).toEqual(scanned);
  });
});
const changedLast = (rows: ContainerText[], change: Partial<ContainerText>) =>
  rows.map((each, place) => (place === rows.length - 1 ? { ...each, ...change } : each));
