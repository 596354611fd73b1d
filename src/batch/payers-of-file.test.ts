import { describe, expect, it } from 'vitest';
import type { PayerOfText } from '../engine/clinic-file';
import { unknownProfile } from '../engine/payer-profile';
import { payerReader, payerTypeWithin } from './choices';
import { textsIn, type TextsOfFile } from './column-texts';
import { payersAsked, proposedPayers, withPayer } from './payers-of-file';
import { openTable } from './table';

const textsOf = (cells: readonly string[]): TextsOfFile =>
  textsAt(0, ['Payer,Units', ...cells.map((cell) => `${cell},1`)].join('\n'));

const textsAt = (place: number, text: string): TextsOfFile => {
  const bytes = new TextEncoder().encode(text);
  const table = openTable(bytes);
  if ('refused' in table) throw new Error(table.refused);
  const steps = textsIn(table, bytes, place);
  for (;;) {
    const step = steps.next();
    if (step.done) return step.value;
  }
};

describe('the payers of a file', () => {
  const { texts } = textsOf([
    'Medicare',
    'BCBS',
    'medicare ',
    'Medicaid',
    '',
    'UHC Medicare Advantage',
    'BCBS',
    'bcbs',
  ]);

  it('stand once each, however many rows have them', () => {
    expect(texts).toEqual([
      { text: 'BCBS', rows: 3 },
      { text: 'Medicare', rows: 2 },
      { text: 'Medicaid', rows: 1 },
      { text: 'UHC Medicare Advantage', rows: 1 },
    ]);
    const many = textsOf(Array.from({ length: 600 }, (_, place) => `P${place}`));
    expect([textsOf(['A', 'B']).isCut, many.isCut]).toEqual([false, true]);
  });

  it.each([
    ['the first', 0, ['A', 'Ä']],
    ['one between', 1, ['x, "y"', 'x']],
    ['the last, where rows may be shorter', 2, ['1', '2']],
    ['one that is not there', 3, []],
  ])('are those of %s column, in quotes or not', (_name, place, expected) => {
    const rows = ['H,I,J', 'A,x,1', 'Ä,"x, ""y""",1', '', 'A,"x, ""y""",2', 'A', 'A,x'];
    for (const lineBreak of ['\r\n', '\n', '\r'])
      expect(
        textsAt(place, rows.join(lineBreak))
          .texts.map(({ text }) => text)
          .toSorted(),
      ).toEqual(expected.toSorted());
  });

  it('are asked where their text is not enough, and what a name holds is proposed', () => {
    const asked = payersAsked(texts, [], []);
    expect(asked.map(({ text, said }) => [text, said])).toEqual([
      ['BCBS', null],
      ['Medicare', null],
      ['UHC Medicare Advantage', null],
    ]);
    expect(proposedPayers(texts, [], [])).toEqual([
      { text: 'UHC Medicare Advantage', payer: 'medicare-advantage', profile: '' },
    ]);
  });

  it('are read as the clinic said, but not against a profile of that name', () => {
    const told = withPayer([], 'BCBS', { payer: 'commercial', profile: '' });
    expect(payerReader([], told)(' bcbs')).toEqual({ value: { payer: 'commercial', profile: '' } });
    const named = unknownProfile('own', 'BCBS', 'medicaid');
    expect(payerReader([named], told)('BCBS')).toEqual({ value: { payer: 'medicaid', profile: 'own' } });
    expect(payersAsked(texts, [named], told).map(({ text }) => text)).not.toContain('BCBS');
    expect(withPayer(told, 'bcbs', null)).toEqual([]);
  });

  it('are asked again where the profile that was said is there no more', () => {
    const told: readonly PayerOfText[] = [{ text: 'BCBS', payer: 'commercial', profile: 'gone' }];
    expect(payersAsked(texts, [], told)[0]).toMatchObject({ text: 'BCBS', said: null });
    expect(payerReader([], told)('BCBS')).toHaveProperty('problem');
  });

  it.each([
    ['UHC Medicare Advantage', 'medicare-advantage'],
    ['Noridian Medicare Part B', 'medicare-part-b'],
    ['ND Medicaid Expansion', 'medicaid'],
    ['Workers Comp Fund', 'workers-compensation'],
    ['UHC Medicare', undefined],
    ['BCBS MA', undefined],
    ['Patient First Plan', undefined],
    ['Medicaid and Medicare Part B', undefined],
    ['BCBS', undefined],
    ['Medicare Part B Supplement AARP', undefined],
    ['Part B Medigap', undefined],
    ['Medicaid Secondary', undefined],
    ['No Medicaid', undefined],
  ])('of “%s” the type is %s', (text, type) => {
    expect(payerTypeWithin(text)).toBe(type);
  });
});
