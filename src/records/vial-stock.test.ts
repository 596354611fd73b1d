import { describe, expect, it } from 'vitest';
import { emptyContainer } from '../answers/worksheet-text';
import { day } from '../engine/dated';
import { ndc11 } from '../engine/ndc';
import type { KeptClaim, ReceivedVials } from './clinic-records';
import { kept, keptRefill, read, today, vial } from './kept.fixture';
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
