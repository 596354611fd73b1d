import { describe, expect, it } from 'vitest';
import { day, formatSpan } from '../engine/dated';
import type { Encounter } from '../engine/encounter';
import { ndc11 } from '../engine/ndc';
import { prepareClaim } from '../engine/prepare-claim';
import { noTables, type OpenedTables } from '../engine/published-tables';
import { mg } from '../engine/quantity';
import { pumpFill, trial } from '../rules/encounter.fixture';
import { ruleBookWith, tablesOnFile } from '../rules/index';
import { tableStrips } from './table-freshness';

const stripsOf = (facts: Partial<Encounter>, base = pumpFill, tables: OpenedTables = noTables) => {
  const claim = prepareClaim({ ...base, ...facts }, ruleBookWith(tables));
  return tableStrips(tablesOnFile, tables, claim, claim.encounter.dateOfService);
};
const on = (date: string): Partial<Encounter> => ({ dateOfService: day(date), preparedOn: day(date) });
const outOfDate = (...told: Parameters<typeof stripsOf>) =>
  stripsOf(...told).strips.flatMap((strip) => (strip.outOfDate ? `${strip.title}: ${strip.says}` : []));
const limits = {
  from: day('2027-01-01'),
  through: day('2027-03-31'),
  file: 'january.csv',
  J0475: { tenthsOfCent: 187_000 },
  J0476: null,
};

describe('how old each table is for a claim', () => {
  it('none is out of date where all speak for the day', () => {
    expect(outOfDate({ ...on('2026-11-27'), ndcs: [ndc11('66794015702')] })).toEqual([]);
  });

  it('those that a claim rests on and that do not speak for its day come first, with why', () => {
    const facts = { ...on('2027-02-01'), ndcs: [ndc11('66794015702')] };
    const told = [
      'HCPCS codes: Out of date for this claim: it ends on 12/31/2026.',
      'Daily maximum units (MUE): Out of date for this claim: it ends on 12/31/2026.',
      'NDC crosswalk: Out of date for this claim: it ends on 12/31/2026.',
      'Medicare payment rates, J0475: Out of date for this claim: it ends on 12/31/2026.',
    ];
    expect(outOfDate(facts)).toEqual(told);
    expect(stripsOf(facts).strips.map((strip) => strip.outOfDate)).toEqual(
      tablesOnFile.map((_, place) => place < told.length),
    );
  });

  it.each<[string, Partial<Encounter>, Encounter, string[]]>([
    [
      'rates are those of the code',
      on('2027-02-01'),
      trial,
      [
        'HCPCS codes: Out of date for this claim: it ends on 12/31/2026.',
        'Daily maximum units (MUE): Out of date for this claim: it ends on 12/31/2026.',
        'Medicare payment rates, J0476: Out of date for this claim: it ends on 12/31/2026.',
      ],
    ],
    [
      'a hospital rests on Addendum B',
      { ...on('2026-11-27'), setting: 'hospital-outpatient' },
      pumpFill,
      ['OPPS status indicators: Out of date for this claim: it ends on 06/30/2026.'],
    ],
    [
      'a surgical center on Addendum BB',
      { ...on('2026-11-27'), setting: 'asc' },
      pumpFill,
      ['ASC payment indicators: Out of date for this claim: it ends on 12/31/2020.'],
    ],
    [
      'a table without the code has nothing of it',
      {
        ...on('2026-11-27'),
        drugSource: 'compounded',
        given: mg(40),
        payerConfirmation: { who: 'Payer', on: day('2026-11-01'), reference: '1', code: 'J7999' },
      },
      pumpFill,
      ['Daily maximum units (MUE): Out of date for this claim: nothing is on file for its code or setting.'],
    ],
  ])('%s', (_, facts, base, told) => expect(outOfDate(facts, base)).toEqual(told));

  it('what was opened adds its days to the table of its code', () => {
    const tables: OpenedTables = { paymentLimits: [limits], crosswalks: [] };
    const { strips } = stripsOf(on('2027-02-01'), pumpFill, tables);
    const of = (title: string) => strips.find((strip) => strip.title === title);
    const rates = of('Medicare payment rates, J0475');
    expect(rates?.opened.map(formatSpan)).toEqual(['01/01/2027 to 03/31/2027']);
    expect([rates?.outOfDate, rates?.says]).toEqual([false, 'Covers the date of service.']);
    expect(of('Medicare payment rates, J0476')?.opened).toEqual([]);
    const crosswalks = [{ from: limits.from, through: limits.through, file: 'x.csv', rows: [] }];
    const crosswalk = stripsOf(on('2027-02-01'), pumpFill, { paymentLimits: [], crosswalks }).strips.find(
      ({ title }) => title === 'NDC crosswalk',
    );
    expect(crosswalk?.opened.map(formatSpan)).toEqual(['01/01/2027 to 03/31/2027']);
  });

  it('without a claim they are held against today, and none is out of date for it', () => {
    const { strips } = tableStrips(tablesOnFile, noTables, null, day('2027-02-01'));
    expect(strips.filter((strip) => strip.outOfDate)).toEqual([]);
    expect(new Set(strips.map(({ says }) => says))).toEqual(new Set(['Does not cover today.']));
    const covered = tableStrips(tablesOnFile, noTables, null, day('2026-11-27')).strips;
    expect(covered.find(({ title }) => title === 'HCPCS codes')?.says).toBe('Covers today.');
    expect(covered.find(({ title }) => title === 'Physician fee schedule')?.says).toBe('Does not cover today.');
  });

  it('one scale holds every span and the day, with years marked', () => {
    const { drawn, ticks } = stripsOf(on('2026-11-27'));
    expect(formatSpan(drawn)).toBe('01/01/2017 to 03/31/2027');
    expect(ticks).toEqual(['2018-01-01', '2020-01-01', '2022-01-01', '2024-01-01', '2026-01-01']);
    expect(formatSpan(stripsOf(on('2031-01-01')).drawn)).toBe('01/01/2017 to 04/01/2031');
    expect(formatSpan(stripsOf(on('2015-06-01')).drawn)).toBe('06/01/2015 to 03/31/2027');
  });
});
