import { describe, expect, it } from 'vitest';
import { emptyWorksheet, type WorksheetText } from '../answers/worksheet-text';
import { standingAmong, standingBeside } from './standing-claims';

type Frequency = '1' | '7' | '8';
const claim = (text: string) => {
  const [name = '', from = ''] = text.split(/[<>]/);
  const [corrects, asked] = text.includes('>') ? ['', from] : [from, ''];
  const madeFrom: WorksheetText['madeFrom'] = {
    ...emptyWorksheet.madeFrom,
    as: asked === '' ? '' : 'next-payer',
    claim: asked,
  };
  return { name, record: { frequency: name.at(-1) as Frequency, recordId: name, corrects, madeFrom } };
};
const claims = (texts: string) => texts.split(' ').filter(Boolean).map(claim);

describe('claims of one patient and day', () => {
  // A letter, its frequency (1 a first claim, 7 replaces, 8 voids), the one that it corrects by name (<), or that it
  // follows to the next payer (>).
  it.each([
    ['A1', 'A1'],
    ['A1 B1', 'A1 B1'],
    ['A7', 'A7'],
    ['A1 B7', 'B7 for A1'],
    ['B8 A1', 'B8 for A1'],
    ['A7 B7', 'A7? B7?'],
    ['A1 B1 C7', 'A1? B1? C7?'],
    ['A1 B7 C7', 'A1? B7? C7?'],
    ['A1 B1<A1', 'B1 for A1'],
    ['A1 B7<A1', 'B7 for A1'],
    ['A1 B7<A1 C7<B7', 'C7 for B7'],
    ['A1 B1 C7<A1', 'C7 for A1 B1'],
    ['A1 B7<X1', 'B7 for A1'],
    ['A1<B1 B1<A1', 'A1 B1'],
    ['A1 B1>A1', 'A1'],
    ['A1 B1>X1', 'A1 B1'],
    ['A1 B1>A1 C7<A1', 'C7 for A1'],
    ['', ''],
  ])('of %s stand %s', (of, stand) => {
    const said = standingAmong(claims(of)).map(
      ({ claim: { name }, inPlaceOf, isUnclear }) =>
        `${name}${inPlaceOf ? ` for ${inPlaceOf.name}` : ''}${isUnclear ? '?' : ''}`,
    );
    expect(said.join(' ')).toBe(stand);
  });

  it.each([
    ['A1', '', ''],
    ['A1', 'B1', 'B1'],
    ['A1', 'B1 C1', 'B1 C1'],
    ['A1', 'B7', ''],
    ['A1', 'B1<A1', ''],
    ['A1<B1', 'B1', ''],
    ['A1<B1', 'B1 C1', 'C1'],
    ['A1', 'B7<A1 C7<B7', ''],
    ['A1<B1', 'B1<A1', ''],
    ['A1>B1', 'B1', ''],
    ['A1>B1', 'B1 C1', 'C1'],
    ['A1>B1', 'B1 C7<B1', ''],
    ['A1', 'B1>A1', ''],
    ['A7', 'B1', ''],
    ['A8', 'B1', ''],
    ['A7', '', ''],
    ['A7', 'B7', null],
    ['A1', 'B1 C7', null],
    ['A7', 'B1 C1', null],
  ])('beside %s, of %s stand %s', (one, others, stand) => {
    const beside = standingBeside(claim(one), claims(others));
    expect(beside && beside.map(({ name }) => name).join(' ')).toBe(stand);
  });
});
