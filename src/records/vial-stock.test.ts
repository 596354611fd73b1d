import { describe, expect, it } from 'vitest';
import { emptyContainer } from '../answers/worksheet-text';
import { day } from '../engine/dated';
import { ndc11 } from '../engine/ndc';
import type { KeptClaim, ReceivedVials } from './clinic-records';
import { kept, keptRefill, read, today, trialBeside, vial } from './kept.fixture';
import { noneReceived, readReceived, receivedAsText, saidOfReceived, withReceivedCode } from './received-text';
import { vialStock } from './vial-stock';

const vial2000 = ndc11('66794015702');
const received = (change: Partial<ReceivedVials> = {}): ReceivedVials => ({
  id: 'r1',
  ndc: vial2000,
  lot: 'LOTA',
  expiry: day('2027-12-31'),
  count: 5,
  receivedOn: day('2026-07-01'),
  keptAt: '2026-07-01T08:00:00.000Z',
  ...change,
});
const sent = { ...kept('').course, sentOn: '08/04/2026' };
const stock = (vials: readonly ReceivedVials[], claims: readonly KeptClaim[]) => vialStock(vials, claims, read, today);
const dose = (change: Partial<KeptClaim> = {}) => kept('2026-08-03', { ndc: '66794-0157-02', ...change });
const holding = (...containers: Parameters<typeof vial>[0][]) => ({
  containers: [...containers.map(vial), emptyContainer],
});

describe('the lots', () => {
  it.each<[string, ReceivedVials[], KeptClaim[], unknown[]]>([
    ['none of them opened', [received()], [], [['LOTA', 5, 0, 5, []]]],
    ['one opened', [received()], [keptRefill('2026-08-03')], [['LOTA', 5, 1, 4, []]]],
    ['the lot written another way', [received({ lot: 'lot a' })], [keptRefill('2026-08-03')], [['lot a', 5, 1, 4, []]]],
    [
      'received twice, opened by a refill that lacks its payer',
      [received(), received({ id: 'r2', count: 2 })],
      [keptRefill('2026-08-03', { payer: '' }, holding({ count: '2' }))],
      [['LOTA', 7, 2, 5, []]],
    ],
    [
      'a second drug of the day, out of a container of its own',
      [received()],
      [keptRefill('2026-08-03', { drugBeside: trialBeside })],
      [
        ['LOTA', 5, 1, 4, []],
        ['LOTT', 0, 1, null, ['Opened, but this lot was never received. Check the lot, or add what was received.']],
      ],
    ],
    [
      'drug of a pharmacy, and the clinic’s own beside it',
      [received()],
      [keptRefill('2026-08-03', { drugSource: 'supplied', drugBeside: trialBeside })],
      [
        ['LOTA', 5, 0, 5, []],
        ['LOTT', 0, 1, null, ['Opened, but this lot was never received. Check the lot, or add what was received.']],
      ],
    ],
    [
      'drug of a pharmacy, which was never in the stock',
      [received()],
      [keptRefill('2026-08-03', { drugSource: 'supplied' })],
      [['LOTA', 5, 0, 5, []]],
    ],
    [
      'a lot that was never received',
      [received()],
      [keptRefill('2026-08-03', {}, holding({ lot: 'LOTB' }))],
      [
        ['LOTA', 5, 0, 5, []],
        ['LOTB', 0, 1, null, ['Opened, but this lot was never received. Check the lot, or add what was received.']],
      ],
    ],
    [
      'a container without its lot',
      [],
      [keptRefill('2026-08-03', {}, holding({ lot: '' }))],
      [['', 0, 1, null, ['1 opened without a lot. Enter the lot in the refill.']]],
    ],
    [
      'more opened than received',
      [received({ count: 1 })],
      [keptRefill('2026-08-03'), keptRefill('2026-11-02')],
      [['LOTA', 1, 2, 0, ['1 more opened than received. Check the count and the lot of each refill.']]],
    ],
    [
      'expired',
      [received({ expiry: day('2026-11-19') })],
      [],
      [['LOTA', 5, 0, 5, ['Expired on 11/19/2026. Do not use it.']]],
    ],
    ['expires today', [received({ expiry: today })], [], [['LOTA', 5, 0, 5, ['Expires on 11/20/2026. Use it first.']]]],
    [
      'in 90 days',
      [received({ expiry: day('2027-02-18') })],
      [],
      [['LOTA', 5, 0, 5, ['Expires on 02/18/2027. Use it first.']]],
    ],
    ['in 91 days', [received({ expiry: day('2027-02-19') })], [], [['LOTA', 5, 0, 5, []]]],
    ['no expiry', [received({ expiry: null })], [], [['LOTA', 5, 0, 5, ['No expiry is told. Read the label.']]]],
    [
      'expired and used up',
      [received({ count: 1, expiry: day('2026-11-19') })],
      [keptRefill('2026-08-03', {}, holding({ expiry: '11/19/2026' }))],
      [['LOTA', 1, 1, 0, []]],
    ],
    [
      'two expiries of one lot',
      [received()],
      [keptRefill('2026-08-03', {}, holding({ expiry: '06/30/2027' }))],
      [['LOTA', 5, 1, 4, ['This lot has 2 expiries: 06/30/2027, 12/31/2027. Check the labels.']]],
    ],
  ])('%s', (_, vials, claims, lots) => {
    expect(
      stock(vials, claims).lots.map(({ lot, received: came, opened, left, says }) => [lot, came, opened, left, says]),
    ).toEqual(lots);
  });

  const noLot = (count: number) => `${count} opened by claims entered by dose, which tell no lot.`;
  const fewer = 'Up to 1 fewer may be left: 1 of this product was opened without a lot.';
  it.each<[string, KeptClaim[], [number, string[]], [number, string[]]]>([
    ['given and wasted of a whole vial', [dose()], [1, [noLot(1)]], [5, [fewer]]],
    [
      'by milliliters',
      [dose({ doseGiven: '18', doseGivenUnit: 'mL', doseWasted: '4' })],
      [1, [noLot(1)]],
      [5, [fewer]],
    ],
    [
      'a dose of two vials, and a refill without its lot',
      [dose({ doseGiven: '70', doseWasted: '10' }), keptRefill('2026-11-02', {}, holding({ lot: '' }))],
      [3, ['1 opened without a lot. Enter the lot in the refill.', noLot(2)]],
      [5, ['Up to 3 fewer may be left: 3 of this product were opened without a lot.']],
    ],
    [
      'the labeled amount, where it is told',
      [dose({ doseWasted: '0', labeledAmount: '40', container: 'multi-dose' })],
      [1, [noLot(1)]],
      [5, [fewer]],
    ],
    [
      'a claim that was replaced, once',
      [dose(), dose({ frequency: '7', doseGiven: '70', doseWasted: '10' })],
      [2, [noLot(2)]],
      [5, ['Up to 2 fewer may be left: 2 of this product were opened without a lot.']],
    ],
    [
      'one that was voided: its drug was opened',
      [dose(), dose({ frequency: '8', ndc: '' })],
      [1, [noLot(1)]],
      [5, [fewer]],
    ],
  ])('of a dose: %s', (_, claims, [opened, says], [left, saysOfLot]) => {
    const { lots, notCountable } = stock([received()], claims);
    expect(lots.map((each) => [each.lot, each.opened, each.left, each.says])).toEqual([
      ['', opened, null, says],
      ['LOTA', 0, left, saysOfLot],
    ]);
    expect(notCountable).toEqual([]);
  });

  it('of a dose of another product nothing is said at this one', () => {
    const { lots } = stock([received()], [dose({ ndc: '66794-0155-02', doseGiven: '10', doseWasted: '0' })]);
    expect(lots.map(({ lot, opened, says }) => [lot, opened, says])).toEqual([
      ['LOTA', 0, []],
      ['', 1, [noLot(1)]],
    ]);
  });

  const tell = 'Dose given and dose wasted do not tell what was opened. Enter the labeled amount opened.';
  it.each<[string, KeptClaim[], string[]]>([
    ['no NDC', [dose({ ndc: '' })], ['No NDC is told. Enter that of the container.']],
    ['an NDC that cannot be read', [dose({ ndc: '6679415702' })], ['The NDC cannot be read. Correct it.']],
    [
      'a container that is not on file',
      [dose({ ndc: '99999-0157-02' })],
      ['What a container of 99999-0157-02 holds is not on file. Record its refill from the label.'],
    ],
    [
      'a part of a vial',
      [dose({ doseWasted: '0' })],
      ['36 mg is no whole number of containers of 40 mg. Enter the labeled amount opened.'],
    ],
    [
      'a labeled amount of a part',
      [dose({ labeledAmount: '50' })],
      ['50 mg is no whole number of containers of 40 mg. Enter the labeled amount opened.'],
    ],
    [
      'a labeled amount that cannot be read',
      [dose({ labeledAmount: 'x' })],
      ['The labeled amount opened cannot be read. Correct it.'],
    ],
    ['no waste told', [dose({ doseWasted: '' })], [tell]],
    ['no dose told', [dose({ doseGiven: '' })], [tell]],
    [
      'nothing given, and nothing wasted',
      [dose({ doseGiven: '0', doseWasted: '0' })],
      [expect.stringContaining('0 mg is no whole')],
    ],
    [
      'a multi-dose container',
      [dose({ container: 'multi-dose' })],
      ['A multi-dose container serves several doses. Enter the labeled amount opened, if it was new.'],
    ],
    ['drug of a pharmacy', [dose({ ndc: '', drugSource: 'supplied' })], []],
    ['a refill whose containers are told', [keptRefill('2026-08-03')], []],
    [
      'a refill without its count',
      [keptRefill('2026-08-03', {}, holding({ count: '' }))],
      ['Enter how many containers were opened.'],
    ],
    [
      'claims of a day of which nobody knows which stands',
      [dose(), dose({ frequency: '7' }), dose({ frequency: '7' })],
      Array.from(
        { length: 3 },
        () => 'Which claim of this day was replaced or voided cannot be told. Delete those that do not stand.',
      ),
    ],
  ])('is never left out in silence: %s', (_, claims, says) => {
    const { lots, notCountable } = stock([], claims);
    expect(notCountable.map((each) => each.says)).toEqual(says);
    expect(lots.length > 0).toBe(
      claims.some(({ entry, refill }) => entry === 'refill' && refill.containers[0]?.count === '1'),
    );
  });

  it('5,000 lots are counted while the form waits', () => {
    const many = Array.from({ length: 5_000 }, (_, place) => received({ id: `r${place}`, lot: `LOT${place}` }));
    expect(stock(many, []).lots).toHaveLength(5_000);
  });

  it('one lot number of two products is two lots', () => {
    const other = received({ id: 'r2', ndc: ndc11('66794015502') });
    expect(stock([received(), other], []).lots.map(({ name }) => name)).toEqual([
      'Gablofen 2000 mcg/mL, 20 mL vial',
      'Gablofen 500 mcg/mL, 20 mL vial',
    ]);
  });
});

describe('the claims', () => {
  it.each<[string, KeptClaim, string[], string[]]>([
    ['a refill that was not sent', keptRefill('2026-08-03'), ['1 × Gablofen 2000 mcg/mL, 20 mL vial, lot LOTA.'], []],
    ['one that was', keptRefill('2026-08-03', { course: sent }), [], []],
    ['a dose that was not sent', kept('2026-08-03'), [], []],
    ['one that tells its vial', dose(), ['1 × Gablofen 2000 mcg/mL, 20 mL vial.'], []],
    ['one that was sent', dose({ course: sent }), [], []],
    ['a void that was sent', dose({ course: sent, frequency: '8', ndc: '' }), [], []],
    [
      'a dose that was sent without its containers',
      kept('2026-08-03', { course: sent }),
      [],
      ['4 units billed, and no container is recorded. Record the refill with its lots.'],
    ],
    ['a sent claim that cannot be read', kept('2026-08-03', { course: sent, payer: '' }), [], []],
    ['drug of a pharmacy', keptRefill('2026-08-03', { drugSource: 'supplied' }), [], []],
  ])('%s', (_, claim, notBilled, notOpened) => {
    const { usedNotBilled, billedNotOpened } = stock([], [claim]);
    expect(usedNotBilled.map(({ says }) => says)).toEqual(notBilled);
    expect(billedNotOpened.map(({ says }) => says)).toEqual(notOpened);
  });

  it('a claim that was sent and corrected is billed, and is looked at once', () => {
    const first = kept('2026-08-03', { course: sent });
    const { usedNotBilled, billedNotOpened } = stock([], [first, dose({ frequency: '7' })]);
    expect([usedNotBilled, billedNotOpened]).toEqual([[], []]);
  });

  it('units beyond what the containers hold', () => {
    const claim = keptRefill('2026-08-03', { course: sent });
    const { billedNotOpened } = vialStock(
      [],
      [claim],
      (each) => {
        const { claim: made, ...rest } = read(each);
        return { claim: made && { ...made, totalUnits: { units: 6 } }, ...rest };
      },
      today,
    );
    expect(billedNotOpened.map(({ says }) => says)).toEqual([
      '6 units billed, but the containers opened hold only 40 mg. Check both.',
    ]);
  });
});

describe('what was received', () => {
  const typed = { ...noneReceived(today), code: '66794-157-02', lot: 'LOTA', expiry: '12/2027', count: '10' };

  it('is read, and typed again as it stands', () => {
    const reading = readReceived(typed, today);
    expect(reading).toEqual({
      received: { ndc: vial2000, lot: 'LOTA', expiry: '2027-12-31', count: 10, receivedOn: '2026-11-20' },
    });
    const again = readReceived(receivedAsText(received()), today);
    expect('received' in again && again.received).toMatchObject({ ndc: vial2000, lot: 'LOTA', count: 5 });
  });

  it.each<[string, Partial<typeof typed>, Record<string, unknown>]>([
    [
      'nothing',
      { code: '', lot: '', expiry: '', count: '', receivedOn: '' },
      { code: expect.any(String), lot: expect.any(String), count: expect.any(String), receivedOn: expect.any(String) },
    ],
    ['ten digits', { code: '6679415702' }, { code: expect.stringContaining('Ten digits') }],
    ['no lot', { lot: '--' }, { lot: 'Lot must hold letters or digits' }],
    ['no day', { expiry: '13/2027' }, { expiry: expect.any(String) }],
    ['none', { count: '0' }, { count: 'Containers received must be 1 or more' }],
    ['half a vial', { count: '1.5' }, { count: 'Containers received must be a whole number, like 2' }],
    ['tomorrow', { receivedOn: '11/21/2026' }, { receivedOn: 'Date received must not be after today' }],
  ])('%s is a problem at its field', (_, change, problems) => {
    expect(readReceived({ ...typed, ...change }, today)).toEqual({ problems });
  });

  it('a scan tells NDC, lot and expiry, and one container', () => {
    const scanned = withReceivedCode({ ...noneReceived(today), code: '(01)00366794157024(17)271231(10)LOTA' });
    expect(scanned).toMatchObject({ code: '66794-0157-02', lot: 'LOTA', expiry: '12/31/2027', count: '1' });
    expect(readReceived(scanned, today)).toHaveProperty('received.count', 1);
  });

  it('of a carton nobody supposes a count', () => {
    const carton = withReceivedCode({ ...noneReceived(today), code: '70121-2504-2' });
    expect(carton.count).toBe('');
    expect(saidOfReceived(carton, [], today).count).toBe(
      'This is the code of a carton of 2: count the containers, not the cartons',
    );
    expect(saidOfReceived(typed, [], today)).toEqual({
      code: '= Gablofen 2000 mcg/mL, 20 mL vial',
      expiry: 'through Fri Dec 31, 2027',
    });
  });

  it.each([
    [
      'another expiry',
      [received({ expiry: day('2027-06-30') })],
      '12/31/2027',
      'This lot was received with 06/30/2027 before. Check the labels',
    ],
    ['the same', [received()], '12/31/2027', 'through Fri Dec 31, 2027'],
    ['expired', [], '10/31/2026', 'It is expired: do not use it'],
  ])('%s is said at the expiry', (_, vials, expiry, words) => {
    expect(saidOfReceived({ ...typed, expiry }, vials, today).expiry).toContain(words);
  });
});
