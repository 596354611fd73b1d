import { describe, expect, it } from 'vitest';
import { emptyService, emptyWorksheet } from '../answers/worksheet-text';
import { day } from '../engine/dated';
import { formatMoney } from '../engine/quantity';
import { causeOf, causeSays, denialCauses } from './denial-causes';
import { kept, keptRefill, read, today, trialBeside } from '../records/kept.fixture';
import { fillsOf } from '../records/patient-fills';
import { authorizationsOf, contradictionsIn, projectionOf, rowsOf, sumSays, sumsOf, type SummedName } from './therapy';
import { therapyChart } from './therapy-chart';

const course = { ...kept('').course };
const year = fillsOf(
  [
    kept('2025-11-10', { doseGiven: '25', doseWasted: '15' }),
    kept('2026-02-09', { course: { ...course, allowed: '700', paid: '560.50', patientOwes: '139.50' } }),
    kept('2026-02-20', { doseGiven: '', doseWasted: '' }),
    kept('2026-08-03', { course: { ...course, allowed: '744.42' } }),
  ],
  read,
);

describe('what fills come to', () => {
  it.each<[SummedName, string]>([
    ['given', '97 mg (3 of 4)'],
    ['wasted', '23 mg (3 of 4)'],
    ['units', '12 (3 of 4)'],
    ['wastedUnits', '1 (3 of 4)'],
    // 4 × 181.222 + 4 × 181.466 + 4 × 186.106, each to the cent.
    ['cost', '$2,195.17 (3 of 4)'],
    ['wasteCost', '$181.22 (3 of 4)'],
    ['allowed', '$1,444.42 (2 of 4)'],
    ['paid', '$560.50 (1 of 4)'],
  ])('%s: %s', (name, words) => {
    expect(sumSays(sumsOf(year), name)).toBe(words);
  });

  const twice = (frequency: '7' | '8') => fillsOf([kept('2026-08-03'), kept('2026-08-03', { frequency })], read);
  it.each<[string, ReturnType<typeof twice>, SummedName, string]>([
    ['a void in the place of its original', twice('8'), 'units', 'void'],
    ['the cost of a void', twice('8'), 'cost', 'void'],
    ['the drug was given', twice('8'), 'given', '36 mg'],
    ['a void beside another fill', [...twice('8'), ...fillsOf([kept('2026-02-02')], read)], 'units', '4'],
    ['a replacement', twice('7'), 'units', '4'],
    ['the cost of a replacement', twice('7'), 'cost', '$744.42'],
  ])('once for a day: %s', (_, fills, name, words) => {
    expect(sumSays(sumsOf(fills), name)).toBe(words);
  });

  it('what is known of no fill is never 0', () => {
    expect(sumSays(sumsOf(year.slice(0, 1)), 'paid')).toBe('not known');
    expect(sumSays(sumsOf([]), 'units')).toBe('not known');
  });

  it.each([
    ['fill', ['11/10/2025', '02/09/2026', '02/20/2026', '08/03/2026']],
    ['month', ['Nov 2025', 'Feb 2026', 'Aug 2026']],
    ['year', ['2025', '2026']],
  ] as const)('by %s', (by, names) => {
    const rows = rowsOf(year, by);
    expect(rows.map(({ name }) => name)).toEqual(names);
    expect(rows.map(({ sums }) => sums.fills).reduce((sum, count) => sum + count)).toBe(4);
  });
});

describe('authorizations', () => {
  const approved = (change = {}) =>
    ({
      priorAuthorization: 'approved',
      priorAuthorizationNumber: 'PA-1',
      firstDay: '01/01/2026',
      lastDay: '06/30/2026',
      unitsApproved: '10',
      ...change,
    }) as const;

  const trial = {
    purpose: 'screening-trial',
    route: 'intrathecal-lumbar-puncture',
    doseGiven: '0.05',
    doseWasted: '0',
    strength: '50',
  } as const;

  it.each([
    ['within', [kept('2026-02-02', approved())], []],
    [
      'runs out on the third fill',
      [kept('2026-02-02', approved()), kept('2026-04-06', approved()), kept('2026-06-01', approved())],
      ['The fill of 06/01/2026 goes 2 units beyond the 10 approved.'],
    ],
    ['outside its days', [kept('2026-08-03', approved())], ['The fill of 08/03/2026 is outside its days.']],
    [
      'before and after it',
      [kept('2025-12-01', approved()), kept('2026-02-02', approved()), kept('2026-08-03', approved())],
      ['2 fills are outside its days, the first of 12/01/2025.'],
    ],
    ['no units told', [kept('2026-02-02', approved({ unitsApproved: '' }))], ['The units approved are not told.']],
    [
      'units of a claim not known',
      [kept('2026-02-02', approved({})), kept('2026-04-06', { ...approved(), setting: '' })],
      ['The units of 1 of 2 claims are not known.'],
    ],
    [
      'a trial and a second drug, each by its code',
      [
        kept('2026-02-02', approved({ unitsApproved: '4' })),
        kept('2026-03-02', { ...approved({ unitsApproved: '1' }), ...trial }),
        kept('2026-04-06', approved({ unitsApproved: '4', drugBeside: { ...trialBeside, unitsApproved: '1' } })),
      ],
      [
        'The fill of 04/06/2026 goes 4 units of J0475 beyond the 4 approved.',
        'The fill of 04/06/2026 goes 1 unit of J0476 beyond the 1 approved.',
      ],
    ],
    [
      'a trial within its own approval',
      [
        kept('2026-02-02', approved({ unitsApproved: '4' })),
        kept('2026-03-02', { ...approved({ unitsApproved: '1' }), ...trial }),
      ],
      [],
    ],
    [
      'a claim that was voided uses none',
      [
        kept('2026-02-02', approved()),
        kept('2026-03-02', { ...approved(), frequency: '8' }),
        kept('2026-04-06', approved()),
      ],
      [],
    ],
  ])('%s', (_, claims, says) => {
    expect(authorizationsOf(fillsOf(claims, read)).flatMap((each) => each.says)).toEqual(says);
  });

  it('says two fills of a day', () => {
    const twice = fillsOf([kept('2026-02-02'), kept('2026-02-02'), kept('2026-03-02', { frequency: '8' })], read);
    expect(contradictionsIn(twice)).toEqual(['Two fills of 02/02/2026 are kept. Check that one is not billed twice.']);
    expect(contradictionsIn(year)).toEqual([]);
    const three = fillsOf([kept('2026-02-02'), kept('2026-02-02'), kept('2026-02-02', { frequency: '7' })], read);
    expect(contradictionsIn(three)).toEqual([
      'Which claim of 02/02/2026 was replaced or voided cannot be told, so their units are not counted. ' +
        'Delete the claims that do not stand.',
    ]);
  });
});

describe('the next refill', () => {
  it('is due by dose and volume', () => {
    // (18 − 2) mL × 2000 mcg/mL ÷ 400 mcg = 80 days, less 5.
    const projection = projectionOf(fillsOf([keptRefill('2026-08-03')], read), today);
    expect(projection).toMatchObject({
      next: '2026-10-17',
      because: 'By the dose and volume of the fill of 08/03/2026: 5 days before the alarm. The programmer decides.',
      year: { refills: 5, given: { ng: 180_000_000 }, units: { units: 20 }, cost: { tenthsOfCent: 3_722_100 } },
    });
    expect(projection?.assumptions.at(-1)).toContain('That day has passed.');
  });

  it.each([
    ['the alarm, without lead days', { leadDays: '' }, '2026-10-22'],
    ['the end of stability, where that comes first', { dailyDose: '100', leadDays: '' }, '2027-01-30'],
    ['the end of stability, with lead days', { dailyDose: '100' }, '2027-01-30'],
  ])('%s', (_, refill, next) => {
    expect(projectionOf(fillsOf([keptRefill('2026-08-03', {}, refill)], read), today)?.next).toBe(next);
  });

  it('follows the pace where no dose is told, and is not known of a single fill', () => {
    const pace = fillsOf([kept('2026-02-02'), kept('2026-05-04'), kept('2026-08-04')], read);
    expect(projectionOf(pace, today)).toMatchObject({
      next: '2026-11-03',
      because: expect.stringContaining('91 days'),
    });
    // 365 ÷ 91 = 4.01 and 365 ÷ 92 = 3.97: four a year, both.
    expect(projectionOf(pace, today)?.year.refills).toBe(4);
    const slower = fillsOf([kept('2026-05-04'), kept('2026-08-04')], read);
    expect(projectionOf(slower, today)?.year.refills).toBe(4);
    expect(projectionOf(pace.slice(0, 1), today)).toBeNull();
    expect(projectionOf(fillsOf([kept('2026-02-02'), kept('2026-02-02')], read), today)).toBeNull();
    expect(projectionOf([], today)).toBeNull();
  });

  it('leaves the cost of a year open where that of the last fill is not known', () => {
    const [fill] = fillsOf([keptRefill('2026-08-03', { setting: '' })], read);
    expect(fill && projectionOf([fill], today)?.year.cost).toBeNull();
  });
});

describe('denials by cause', () => {
  it.each([
    ['CO-197', 'Preauthorization missing'],
    ['CO-45 PR-2', null],
    ['OA-23', null],
    ['CO-16', '16: '],
    ['CO-16 N822 MA130', 'Modifier missing (JW or JZ)'],
    ['MA130', 'MA130: '],
    ['CO-273', '273: '],
    ['CO-50 CO-29', '50: '],
    ['CO-45 CO-50', 'Medical necessity not shown'],
    ['CO-9999', '9999: not on file'],
    ['', null],
  ])('%s: %s', (remittanceCode, cause) => {
    const [fill] = fillsOf([kept('2026-08-03', { remittanceCode })], read);
    expect(fill && (causeOf(fill, read)?.slice(0, cause?.length) ?? null)).toBe(cause);
  });

  it('counts each claim once, the commonest first', () => {
    const codes = ['CO-50', 'CO-197', 'CO-197', 'CO-45'];
    const fills = fillsOf(
      codes.map((remittanceCode) => kept('2026-08-03', { remittanceCode })),
      read,
    );
    expect(denialCauses(fills, read).map(({ cause, sums }) => [cause, sums.fills])).toEqual([
      ['Preauthorization missing', 2],
      ['Medical necessity not shown', 1],
    ]);
  });

  it('tells of each when it came, what it cost, and the finding that speaks of it', () => {
    const course = { ...emptyWorksheet.course, paid: '0' };
    const fills = fillsOf(
      [
        kept('2026-09-03', { remittanceCode: 'CO-197', payer: 'medicare-part-b', course }),
        kept('2026-08-03', { remittanceCode: 'CO-197', payer: 'medicare-part-b', course }),
        kept('2026-08-04', { remittanceCode: 'CO-197', payer: 'commercial', priorAuthorization: 'not-checked' }),
        kept('2026-08-05', { remittanceCode: 'CO-222', payer: 'medicare-part-b' }),
      ],
      read,
    );
    const [authorization, units] = denialCauses(fills, read);
    const price = sumsOf(fills.filter(({ paid }) => paid !== null)).cost.sum;
    expect(authorization && causeSays(authorization)).toEqual([
      'By month of service: Aug 2026: 2, Sep 2026: 1.',
      `${formatMoney(price)} of drug cost is not paid; of 1 claim it is not known.`,
      expect.stringMatching(/^Findings that speak of it: “.*” on 1 claim.*\. Settle them before/),
    ]);
    expect(units && causeSays(units).slice(1)).toEqual([
      'What it cost is not known: the price, or what was paid for the drug, is not told.',
      'No open finding of these claims speaks of it.',
    ]);
  });
});

describe('what denials cost where a procedure was paid beside the drug', () => {
  const answer = {
    payer: '',
    payerId: '',
    trace: '',
    paidOn: '',
    producedOn: '',
    claim: ['CLP*WS-1*1*2100*800**12*B1'],
    lines: [
      { segments: ['SVC*HC:62370*900*800**1', 'CAS*CO*45*100'] },
      { segments: ['SVC*HC:J0475:JZ*1200*0**4', 'CAS*CO*197*1200'] },
    ],
  };
  it.each([
    ['no answer is kept', [], 'What it cost is not known: the price, or what was paid for the drug, is not told.'],
    // 4 units at 186.106.
    ['the answer is kept', [answer], '$744.42 of drug cost is not paid.'],
  ])('%s', (_, remittances, says) => {
    const own = kept('2026-08-03', {
      remittanceCode: 'CO-197',
      services: [{ ...emptyService, code: '62370', units: '1', charge: '900' }],
      course: { ...emptyWorksheet.course, paid: '800' },
      remittances,
    });
    const [cause] = denialCauses(fillsOf([own], read), read);
    expect(cause && causeSays(cause)[1]).toBe(says);
  });
});

describe('the chart', () => {
  const chart = therapyChart(year, [
    {
      number: 'PA-1',
      from: day('2026-01-01'),
      through: day('2026-12-31'),
      byCode: [],
      fills: 0,
      says: [],
    },
    {
      number: 'PA-0',
      from: day('2024-01-01'),
      through: day('2024-12-31'),
      byCode: [],
      fills: 0,
      says: [],
    },
  ]);

  it('has a place for each amount that is known, and none for one that is not', () => {
    expect(chart?.dose.series.map(({ name, places }) => [name, places.length])).toEqual([['given', 3]]);
    expect(chart?.money.series.map(({ name, places }) => [name, places.length])).toEqual([
      ['cost', 3],
      ['allowed', 2],
      ['paid', 1],
      ['patientOwes', 1],
    ]);
  });

  it('breaks a line where an amount is not known', () => {
    expect(chart?.dose.series[0]?.path.match(/M/g)).toHaveLength(2);
  });

  it('stands within its picture, on round figures', () => {
    expect(chart?.dose.grid.map(({ says }) => says)).toEqual(['0 mg', '10 mg', '20 mg', '30 mg', '40 mg']);
    const all = [...(chart?.dose.series ?? []), ...(chart?.money.series ?? [])].flatMap(({ places }) => places);
    expect(all.filter(({ across, up }) => across < 0 || across > 100 || up < 0 || up > 100)).toEqual([]);
    expect(chart?.bands).toEqual([{ number: 'PA-1', from: expect.closeTo(22.47, 1), through: 100 }]);
    expect(therapyChart([], [])).toBeNull();
  });

  it.each([
    [
      ['2026-02-02', '2026-05-04'],
      ['02/01/2026', '03/01/2026', '04/01/2026', '05/01/2026'],
    ],
    [
      ['2026-02-08', '2026-02-12'],
      ['02/08/2026', '02/12/2026'],
    ],
    [['2026-02-10'], ['02/10/2026']],
  ])('never has one date alone where there are two: %s', (days, ticks) => {
    const drawn = therapyChart(
      fillsOf(
        days.map((on) => kept(on)),
        read,
      ),
      [],
    );
    const inMonths = ticks.length > 2 ? ticks.map((on) => `${on.slice(0, 2)}/${on.slice(6)}`) : ticks;
    expect(drawn?.ticks.map(({ says }) => says)).toEqual(inMonths);
  });

  it('a row of the whole clinic tells whose fill it is', () => {
    const fills = fillsOf([kept('2026-02-02'), kept('2026-05-04', { patientReference: ' ' })], read);
    expect(rowsOf(fills, 'fill', true).map(({ name }) => name)).toEqual([
      `02/02/2026, ${kept('').patientReference}`,
      '05/04/2026, no reference',
    ]);
    expect(rowsOf(fills, 'fill').map(({ name }) => name)).toEqual(['02/02/2026', '05/04/2026']);
  });
});
