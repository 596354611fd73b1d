import { describe, expect, it } from 'vitest';
import type { Fill } from './claim';
import type { OpenedContainers } from './encounter';
import type { Ndc11 } from './ndc';
import {
  formatMl,
  formatMoney,
  massFromDigits,
  massIn,
  mcgPerMl,
  mg,
  ml,
  sumOfMasses,
  timesVolume,
  type Mass,
} from './quantity';
import { serviceLines, type LineFacts } from './service-lines';
import { unitsOfService } from './units-of-service';

const mass = (digits: string): Mass => massFromDigits(digits, 'mg') ?? { ng: NaN };
const [ndcA, ndcB, ndcC] = ['66794015702' as Ndc11, '70121250301' as Ndc11, '00781316595' as Ndc11];
/** Containers of 2000 mcg/mL, by their milligrams. */
const opened = (
  ndc: Ndc11 | null,
  milligrams: number,
  container: OpenedContainers['container'] = 'single-dose',
): OpenedContainers => ({
  ndc,
  name: null,
  strength: mcgPerMl(2000),
  volume: { uL: milligrams * 500 },
  count: 1,
  container,
  lot: null,
  expiry: null,
});

const payerStep = { says: 'The payer’s word on JW and JZ.', rows: ['2.4'] };
const takes = { jw: true, jz: true, jwSettled: true, jzSettled: true, step: payerStep };
type Change = Partial<Omit<LineFacts, 'amounts' | 'fills'> & Pick<Fill, 'labeled' | 'ndcs' | 'strength'>>;

/** Lines as a biller writes them, each with its NDCs and milliliters; and the working, each sentence with its rows. */
function claim(given: string, wasted: string, { labeled, ndcs = [], strength = null, ...change }: Change = {}) {
  const labels = change.opened?.length
    ? sumOfMasses(change.opened.map((row) => massIn(timesVolume(row.volume, row.count), row.strength)))
    : null;
  const amounts = { given: mass(given), wasted: mass(wasted), labeled: labeled ?? labels };
  const { lines, how } = serviceLines({
    code: { hcpcs: 'J0475' },
    amounts: unitsOfService(amounts, mg(10)),
    fills: [{ ...amounts, opened: change.opened ?? [], ndcs, strength, mixed: change.mixed ?? false }],
    container: 'single-dose',
    wasteModifiers: takes,
    withWaste: (waste) => waste,
    opened: [],
    linePerNdc: false,
    mixed: false,
    ndcDecimals: 3,
    decimalsBy: null,
    givenVolume: null,
    chargePerUnit: null,
    ...change,
  });
  return {
    lines: lines.map(({ hcpcs, modifiers, unitsOfService: { units }, ndcQuantities }) => {
      const quantities = ndcQuantities.flatMap((each) =>
        each.ndc ? [`${each.ndc} ${each.volume ? formatMl(each.volume) : 'without mL'}`] : [],
      );
      return [`${[hcpcs, ...modifiers].join('-')} x${units}`, ...quantities].join(', ');
    }),
    how: how.map(({ says, rows }) => `${says} (${rows.join(', ')})`),
    all: lines,
  };
}

const payer = 'The payer’s word on JW and JZ. (2.4)';
const jwAlone = 'Waste has a line of its own, with JW. The line of the dose goes without JW or JZ. (2.10, 2.18)';
const allDiscarded = (what: string) =>
  `The JW line names the milliliters of all that was discarded, ${what}. ` +
  'Its units are the whole ones that the line of the dose does not bill. (9.6, 2.12)';
const inOrder =
  'Containers count as emptied one NDC after the other, in the order entered. So the waste is of the last ones. (2.21)';
const perNdc =
  'Each NDC that has a whole unit of its own has a line. The units are rounded once, for all NDCs together. (2.21)';
const inShares =
  'The containers were mixed, so each NDC has its share of what was given and of what was left. (2.21, 9.6)';
const halfUp = 'It is rounded to the nearest, a half up.';
const addUp = 'Several NDCs are rounded so that they add up to the rounded total.';
const notWritten = 'No quantity of it is written, because that must be more than 0. (9.3, 9.4)';

/** mg given, mg wasted, what else is so; the lines; the working. */
type Row = readonly [
  what: string,
  given: string,
  wasted: string,
  change: Change,
  lines: readonly string[],
  ...how: string[],
];

const modifiers: readonly Row[] = [
  ['nothing wasted', '40', '0', {}, ['J0475-JZ x4'], payer, 'JZ attests that no drug was discarded. (2.1, 2.10)'],
  [
    'less than a unit wasted',
    '36',
    '4',
    {},
    ['J0475-JZ x4'],
    payer,
    'JZ attests that there is no billable waste. It does not say that nothing was thrown away: 4 mg was. (2.15, 2.16)',
  ],
  [
    'one unit holds dose and waste',
    '7',
    '3',
    {},
    ['J0475-JZ x1'],
    payer,
    'JZ attests that there is no billable waste. It does not say that nothing was thrown away: 3 mg was. (2.15)',
  ],
  ['a whole unit wasted', '25', '15', {}, ['J0475 x3', 'J0475-JW x1'], payer, jwAlone],
  [
    'a payer that takes no JW, one unit',
    '25',
    '15',
    { wasteModifiers: { ...takes, jw: false } },
    ['J0475 x3'],
    payer,
    'The waste of 1 whole unit makes no line here. (2.4)',
  ],
  [
    'a payer that takes no JW, several',
    '10',
    '30',
    { wasteModifiers: { ...takes, jw: false } },
    ['J0475 x1'],
    payer,
    'The waste of 3 whole units makes no line here. (2.4)',
  ],
  ['a payer that takes no JZ', '40', '0', { wasteModifiers: { ...takes, jz: false } }, ['J0475 x4'], payer],
  [
    'a payer that takes no JZ still has a JW line',
    '25',
    '15',
    { wasteModifiers: { ...takes, jz: false } },
    ['J0475 x3', 'J0475-JW x1'],
    payer,
    jwAlone,
  ],
  [
    'part of the label not accounted for',
    '35',
    '0',
    { labeled: mg(40) },
    ['J0475 x4'],
    payer,
    'JZ is left off while 5 mg is not accounted for. JZ would say more than the record shows. (2.22)',
  ],
  [
    'the same, with a unit recorded as wasted',
    '20',
    '10',
    { labeled: mg(40) },
    ['J0475 x2', 'J0475-JW x1'],
    payer,
    jwAlone,
  ],
  [
    'multi-dose',
    '25',
    '15',
    { container: 'multi-dose' },
    ['J0475 x3'],
    'By Medicare’s rule a multi-dose container takes neither JW nor JZ. Waste from it is not billed. (2.3)',
  ],
  [
    'multi-dose alone, told by its row',
    '40',
    '0',
    { container: 'multi-dose', opened: [opened(null, 40, 'multi-dose')] },
    ['J0475 x4'],
    'By Medicare’s rule a multi-dose container takes neither JW nor JZ. Waste from it is not billed. (2.3)',
  ],
  [
    'multi-dose beside single-dose',
    '80',
    '0',
    { container: 'multi-dose', opened: [opened(null, 40), opened(null, 40, 'multi-dose')] },
    ['J0475 x8'],
    'One of the containers opened is multi-dose. By Medicare’s rule the lines then carry neither JW nor JZ, ' +
      'and no waste is billed. Ask the payer how to bill the single-dose ones. (2.3)',
  ],
  ['waste alone', '0', '40', {}, []],
  [
    'other modifiers around JW',
    '25',
    '15',
    { withWaste: (waste) => ['KD', ...waste, 'GA'] },
    ['J0475-KD-GA x3', 'J0475-KD-JW-GA x1'],
    payer,
    jwAlone,
  ],
];

const milliliters: readonly Row[] = [
  [
    'a whole container',
    '40',
    '0',
    { opened: [opened(ndcA, 40)] },
    ['J0475-JZ x4, 66794015702 20 mL'],
    payer,
    'JZ attests that no drug was discarded. (2.1, 2.10)',
  ],
  [
    'waste of whole units',
    '30',
    '10',
    { opened: [opened(ndcA, 40)] },
    ['J0475 x3, 66794015702 15 mL', 'J0475-JW x1, 66794015702 5 mL'],
    payer,
    jwAlone,
  ],
  [
    'waste of more than its units',
    '25',
    '15',
    { opened: [opened(ndcA, 40)] },
    ['J0475 x3, 66794015702 12.5 mL', 'J0475-JW x1, 66794015702 7.5 mL'],
    payer,
    jwAlone,
    allDiscarded('15 mg'),
  ],
  [
    'the same, told by NDC and strength',
    '25',
    '15',
    { ndcs: [ndcA], strength: mcgPerMl(2000) },
    ['J0475 x3, 66794015702 12.5 mL', 'J0475-JW x1, 66794015702 7.5 mL'],
    payer,
    jwAlone,
    allDiscarded('15 mg'),
  ],
  [
    'an NDC whose strength is not told',
    '25',
    '15',
    { ndcs: [ndcA] },
    ['J0475 x3, 66794015702 without mL', 'J0475-JW x1, 66794015702 without mL'],
    payer,
    jwAlone,
  ],
  [
    'only one of two containers has an NDC',
    '25',
    '35',
    { opened: [opened(ndcA, 40), opened(null, 20)] },
    ['J0475 x3, 66794015702 12.5 mL', 'J0475-JW x3, 66794015702 7.5 mL'],
    payer,
    jwAlone,
    allDiscarded('35 mg'),
    inOrder,
  ],
  [
    'containers without an NDC',
    '25',
    '15',
    { opened: [opened(null, 40)] },
    ['J0475 x3', 'J0475-JW x1'],
    payer,
    jwAlone,
  ],
  [
    'diluted before it was given',
    '20',
    '0',
    { ndcs: [ndcA], strength: mcgPerMl(2000), mixed: true, givenVolume: ml(20) },
    ['J0475-JZ x2, 66794015702 10 mL'],
    payer,
    'JZ attests that no drug was discarded. (2.1, 2.10)',
    'The milliliters beside the NDC are those of the container, before any mixing. 20 mg is 10 mL of it. (9.2, 9.3)',
  ],
  [
    'more milliliters than the label',
    '42',
    '0',
    { opened: [opened(ndcA, 40)], givenVolume: ml(21) },
    ['J0475-JZ x4, 66794015702 20 mL'],
    payer,
    'JZ attests that no drug was discarded. (2.1, 2.10)',
    'The milliliters beside the NDC are no more than the labels hold. 40 mg is 20 mL. (9.2, 2.6)',
  ],
  [
    'as many milliliters as were told',
    '40',
    '0',
    { opened: [opened(ndcA, 40)], givenVolume: ml(20) },
    ['J0475-JZ x4, 66794015702 20 mL'],
    payer,
    'JZ attests that no drug was discarded. (2.1, 2.10)',
  ],
  [
    'other milliliters, but no NDC to stand beside',
    '42',
    '0',
    { opened: [opened(null, 40)], givenVolume: ml(21) },
    ['J0475-JZ x4'],
    payer,
    'JZ attests that no drug was discarded. (2.1, 2.10)',
  ],
  [
    'other milliliters, but of several NDCs',
    '84',
    '0',
    { opened: [opened(ndcA, 40), opened(ndcB, 40)], givenVolume: ml(42) },
    ['J0475-JZ x8, 66794015702 20 mL, 70121250301 20 mL'],
    payer,
    'JZ attests that no drug was discarded. (2.1, 2.10)',
  ],
];

const threeDecimals = 'An NDC quantity has at most 3 decimals.';
const rounding: readonly Row[] = [
  [
    'a fourth decimal',
    '34.2511',
    '5.7489',
    { opened: [opened(ndcA, 40)] },
    ['J0475-JZ x4, 66794015702 17.126 mL'],
    payer,
    'JZ attests that there is no billable waste. It does not say that nothing was thrown away: 5.7489 mg was. ' +
      '(2.15, 2.16)',
    `17.12555 mL is written as 17.126 mL. ${threeDecimals} ${halfUp} (9.3)`,
  ],
  [
    'one without an NDC',
    '34.2511',
    '5.7489',
    { opened: [opened(null, 40)] },
    ['J0475-JZ x4'],
    payer,
    'JZ attests that there is no billable waste. It does not say that nothing was thrown away: 5.7489 mg was. ' +
      '(2.15, 2.16)',
  ],
  [
    'a profile of one decimal, both lines',
    '24.25',
    '15.75',
    { opened: [opened(ndcA, 40)], ndcDecimals: 1, decimalsBy: 'Prairie Health' },
    ['J0475 x3, 66794015702 12.1 mL', 'J0475-JW x1, 66794015702 7.9 mL'],
    payer,
    jwAlone,
    allDiscarded('15.75 mg'),
    '12.125 mL is written as 12.1 mL. 7.875 mL is written as 7.9 mL. ' +
      `Prairie Health takes 1 decimal of an NDC quantity. ${halfUp} (9.3, 2b own profile)`,
  ],
  [
    'a profile of two decimals, two NDCs',
    '74.25',
    '5.75',
    { opened: [opened(ndcA, 40), opened(ndcB, 40)], ndcDecimals: 2, decimalsBy: 'Prairie Health' },
    ['J0475-JZ x8, 66794015702 20 mL, 70121250301 17.13 mL'],
    payer,
    'JZ attests that there is no billable waste. It does not say that nothing was thrown away: 5.75 mg was. ' +
      '(2.15, 2.16)',
    '17.125 mL is written as 17.13 mL. Prairie Health takes 2 decimals of an NDC quantity. ' +
      `${addUp} (9.3, 2b own profile)`,
    inOrder,
  ],
  [
    'a dose of less than half a milliliter, in whole ones: the NDC is still named',
    '0.8',
    '39.2',
    { opened: [opened(ndcA, 40)], ndcDecimals: 0 },
    ['J0475 x1, 66794015702 without mL', 'J0475-JW x3, 66794015702 20 mL'],
    payer,
    jwAlone,
    allDiscarded('39.2 mg'),
    `19.6 mL is written as 20 mL. An NDC quantity has at most 0 decimals. ${halfUp} (9.3)`,
    `800 mcg given from NDC 66794-0157-02 rounds to 0 mL with 0 decimals. ${notWritten}`,
  ],
  [
    'the same with one decimal',
    '0.08',
    '39.92',
    { opened: [opened(ndcA, 40)], ndcDecimals: 1 },
    ['J0475 x1, 66794015702 without mL', 'J0475-JW x3, 66794015702 20 mL'],
    payer,
    jwAlone,
    allDiscarded('39.92 mg'),
    `19.96 mL is written as 20 mL. An NDC quantity has at most 1 decimal. ${halfUp} (9.3)`,
    `80 mcg given from NDC 66794-0157-02 rounds to 0 mL with 1 decimal. ${notWritten}`,
  ],
  [
    'waste of the first of two NDCs that rounds to nothing',
    '39.2',
    '40.8',
    { opened: [opened(ndcA, 40), opened(ndcB, 40)], ndcDecimals: 0 },
    ['J0475 x4, 66794015702 20 mL', 'J0475-JW x4, 70121250301 20 mL'],
    payer,
    jwAlone,
    allDiscarded('40.8 mg'),
    `19.6 mL is written as 20 mL. An NDC quantity has at most 0 decimals. ${addUp} (9.3)`,
    `800 mcg discarded from NDC 66794-0157-02 rounds to 0 mL with 0 decimals. ${notWritten}`,
    inOrder,
  ],
  [
    'the same, of a payer that takes no JW: no word on it',
    '39.2',
    '40.8',
    { opened: [opened(ndcA, 40), opened(ndcB, 40)], ndcDecimals: 0, wasteModifiers: { ...takes, jw: false } },
    ['J0475 x4, 66794015702 20 mL'],
    payer,
    'The waste of 4 whole units makes no line here. (2.4)',
    `19.6 mL is written as 20 mL. An NDC quantity has at most 0 decimals. ${halfUp} (9.3)`,
    inOrder,
  ],
  [
    'too little of each of two NDCs that were mixed: the first is named',
    '0.8',
    '79.2',
    { opened: [opened(ndcA, 40), opened(ndcB, 40)], mixed: true, ndcDecimals: 0 },
    ['J0475 x1, 66794015702 without mL', 'J0475-JW x7, 66794015702 20 mL, 70121250301 20 mL'],
    payer,
    jwAlone,
    allDiscarded('79.2 mg'),
    `19.8 mL is written as 20 mL. 19.8 mL is written as 20 mL. An NDC quantity has at most 0 decimals. ${addUp} (9.3)`,
    '400 mcg given from NDC 66794-0157-02 rounds to 0 mL with 0 decimals. ' +
      `400 mcg given from NDC 70121-2503-01 rounds to 0 mL with 0 decimals. ${notWritten}`,
    inShares,
  ],
  [
    'too little, and without an NDC: no word on it',
    '0.8',
    '39.2',
    { opened: [opened(null, 40)], ndcDecimals: 0 },
    ['J0475 x1', 'J0475-JW x3'],
    payer,
    jwAlone,
  ],
];

const noneDiscarded = 'JZ attests that no drug was discarded. (2.1, 2.10)';
const severalNdcs: readonly Row[] = [
  [
    'two NDCs on one line, waste of the last',
    '50',
    '10',
    { opened: [opened(ndcA, 40), opened(ndcB, 20)] },
    ['J0475 x5, 66794015702 20 mL, 70121250301 5 mL', 'J0475-JW x1, 70121250301 5 mL'],
    payer,
    jwAlone,
    inOrder,
  ],
  [
    'two NDCs, nothing wasted',
    '60',
    '0',
    { opened: [opened(ndcA, 40), opened(ndcB, 20)] },
    ['J0475-JZ x6, 66794015702 20 mL, 70121250301 10 mL'],
    payer,
    noneDiscarded,
  ],
  [
    'the same, a line for each',
    '60',
    '0',
    { opened: [opened(ndcA, 40), opened(ndcB, 20)], linePerNdc: true },
    ['J0475-JZ x4, 66794015702 20 mL', 'J0475-JZ x2, 70121250301 10 mL'],
    payer,
    noneDiscarded,
    perNdc,
  ],
  [
    'waste, a line for each',
    '50',
    '10',
    { opened: [opened(ndcA, 40), opened(ndcB, 20)], linePerNdc: true },
    ['J0475 x4, 66794015702 20 mL', 'J0475 x1, 70121250301 5 mL', 'J0475-JW x1, 70121250301 5 mL'],
    payer,
    jwAlone,
    inOrder,
    perNdc,
  ],
  [
    'a line for each, one NDC alone',
    '25',
    '15',
    { opened: [opened(ndcA, 40)], linePerNdc: true },
    ['J0475 x3, 66794015702 12.5 mL', 'J0475-JW x1, 66794015702 7.5 mL'],
    payer,
    jwAlone,
    allDiscarded('15 mg'),
  ],
  [
    'mixed in equal shares',
    '40',
    '40',
    { opened: [opened(ndcA, 40), opened(ndcB, 40)], mixed: true },
    ['J0475 x4, 66794015702 10 mL, 70121250301 10 mL', 'J0475-JW x4, 66794015702 10 mL, 70121250301 10 mL'],
    payer,
    jwAlone,
    inShares,
  ],
  [
    'an NDC in which no unit begins stands on the line before',
    '17',
    '0',
    { opened: [opened(ndcA, 15), opened(ndcB, 2)], linePerNdc: true },
    ['J0475-JZ x2, 66794015702 7.5 mL, 70121250301 1 mL'],
    payer,
    noneDiscarded,
    perNdc,
  ],
  [
    'waste in which no unit begins, first of three: it waits for the next line',
    '39',
    '41',
    { opened: [opened(ndcA, 40), opened(ndcB, 20), opened(ndcC, 20)], linePerNdc: true },
    [
      'J0475 x4, 66794015702 19.5 mL',
      'J0475-JW x2, 66794015702 0.5 mL, 70121250301 10 mL',
      'J0475-JW x2, 00781316595 10 mL',
    ],
    payer,
    jwAlone,
    allDiscarded('41 mg'),
    inOrder,
    perNdc,
  ],
  [
    'waste after the last whole unit stands on the line before',
    '20',
    '22',
    { opened: [opened(ndcA, 40), opened(ndcB, 2)], linePerNdc: true },
    ['J0475 x2, 66794015702 10 mL', 'J0475-JW x2, 66794015702 10 mL, 70121250301 1 mL'],
    payer,
    jwAlone,
    allDiscarded('22 mg'),
    inOrder,
    perNdc,
  ],
  [
    'less than a unit left of two NDCs: shared out in order, without JW',
    '55',
    '5',
    { opened: [opened(ndcA, 40), opened(ndcB, 20)] },
    ['J0475-JZ x6, 66794015702 20 mL, 70121250301 7.5 mL'],
    payer,
    'JZ attests that there is no billable waste. It does not say that nothing was thrown away: 5 mg was. (2.15, 2.16)',
    inOrder,
  ],
];

const tables = {
  'JW and JZ': modifiers,
  'milliliters beside the NDC': milliliters,
  'milliliters that are rounded': rounding,
  'several NDCs': severalNdcs,
};
describe.each(Object.entries(tables))('%s', (_topic, table) => {
  const rows = table.map(([what, given, wasted, change, lines, ...how]) => ({
    what,
    given,
    wasted,
    change,
    lines,
    how,
  }));
  it.each(rows)('$what: $given mg given, $wasted mg wasted', ({ given, wasted, change, lines, how }) => {
    const found = claim(given, wasted, change);
    expect(found.lines).toEqual(lines);
    expect(found.how).toEqual(how);
  });
});

it('lines are numbered, say what they are of, and charge their units', () => {
  const lines = claim('25', '15', { chargePerUnit: { tenthsOfCent: 181_460 } }).all;
  expect(lines.map(({ lineNumber, of, charge }) => [lineNumber, of, charge && formatMoney(charge)])).toEqual([
    [1, 'administered', '$544.38'],
    [2, 'discarded', '$181.46'],
  ]);
  expect(claim('25', '15').all.map(({ charge }) => charge)).toEqual([null, null]);
});
