import { describe, expect, it } from 'vitest';
import { day } from '../engine/dated';
import { prepareClaim } from '../engine/prepare-claim';
import { mg } from '../engine/quantity';
import { ruleBook } from '../rules';
import { asEntered } from './as-entered';
import { ndcSettled } from './read-drug-code';
import { readWorksheet } from './read-worksheet';
import { understoodOf, unreadOf } from './understood';
import { worksheetOn } from './worksheet.fixture';
import { emptyContainer, type RefillText, type WorksheetText } from './worksheet-text';

const today = day('2026-11-27');
const sheet = (change: Partial<WorksheetText>): WorksheetText => ({
  ...worksheetOn(today),
  payer: 'medicare-part-b',
  setting: 'office',
  dateOfService: '03/10/2026',
  ...change,
});
const refillSheet = (refill: Partial<RefillText>): WorksheetText =>
  sheet({ entry: 'refill', refill: { ...worksheetOn(today).refill, reservoir: '40', ...refill } });
const understood = (worksheet: WorksheetText) => {
  const { problems, refill } = readWorksheet(worksheet, today);
  return { ...understoodOf(worksheet, refill, today), ...unreadOf(worksheet, problems) };
};
const claimOf = (worksheet: WorksheetText) => {
  const { encounter, problems } = readWorksheet(worksheet, today);
  if (!encounter) throw new Error(problems.map(({ message }) => message).join('; '));
  return prepareClaim(encounter, ruleBook);
};
const linesOf = (worksheet: WorksheetText) =>
  claimOf(worksheet).lines.map(
    ({ hcpcs, modifiers, unitsOfService, ndcQuantities }) =>
      `${[hcpcs, ...modifiers].join('-')} x${unitsOfService.units} ML${(ndcQuantities[0]?.volume?.uL ?? NaN) / 1000}`,
  );
const says = (worksheet: WorksheetText) => claimOf(worksheet).how.map((step) => step.says);

describe('a time is said back', () => {
  it.each([
    ['1430', '= 14:30'],
    ['2:30 pm', '= 14:30'],
    ['25:00', 'Time of the waste must be like 14:30 or 2:30 pm'],
    ['', undefined],
  ])('%s', (wasteTime, says) => {
    expect(understood(sheet({ doseGiven: '36', doseWasted: '4', wasteTime })).wasteTime).toBe(says);
  });

  it('and the lines stand while it cannot be read, without it', () => {
    const worksheet = sheet({ doseGiven: '36', doseWasted: '4', wasteTime: '25:00', wasteDate: '13/45/2026' });
    const { encounter, problems } = readWorksheet(worksheet, today);
    expect(problems.map(({ field }) => field)).toEqual(['wasteDate', 'wasteTime']);
    expect(encounter).toMatchObject({ wasteDate: null, wasteTime: null });
    const { lines, findings } = claimOf(worksheet);
    expect(lines).toHaveLength(1);
    expect(findings.find(({ rule }) => rule.id === 'records/waste')?.verdict.because).toMatch(
      /without its date and time/,
    );
  });
});

describe('the NDC once its field is left', () => {
  const scan = ']d201003667941570241728033110AB1';
  it('stands in its 5-4-2 form, with the expiry that was scanned', () => {
    expect(ndcSettled('66794015702')).toEqual({ ndc: '66794-0157-02', ndcExpiry: '' });
    expect(ndcSettled('66794-157-02')).toEqual({ ndc: '66794-0157-02', ndcExpiry: '' });
    for (const unread of ['', 'abc', '66794-0157-02']) expect(ndcSettled(unread)).toBeNull();
  });

  it('says the same and makes the same claim as before', () => {
    const scanned = sheet({ doseGiven: '40', doseWasted: '0', ndc: scan });
    const settled = { ...scanned, ...ndcSettled(scan) };
    expect(settled).toMatchObject({ ndc: '66794-0157-02', ndcExpiry: '03/31/2028' });
    expect(understood(settled).ndc).toBe(understood(scanned).ndc);
    expect(understood(settled).ndc).toMatch(/^NDC 66794-0157-02: Gablofen .*; expiry Fri Mar 31, 2028$/);
    expect(readWorksheet(settled, today).encounter).toEqual(readWorksheet(scanned, today).encounter);
  });

  it('says that it is of a carton', () => {
    expect(understood(sheet({ ndc: '70121-2502-02' })).ndc).toMatch(
      /\. This NDC is a carton of 2: count the containers opened, each 10 mg\.$/,
    );
  });
});

describe('dates are said back', () => {
  it('each with its weekday', () => {
    const worksheet = sheet({
      entry: 'refill',
      dateOfService: 't',
      wasteDate: 't-1',
      confirmedOn: 'Mar 1 2026',
      lastFillOn: '030126',
      firstDay: '2026/03/01',
      lastDay: '1-Mar-27',
      askedOn: 'yesterday',
      refill: {
        ...worksheetOn(today).refill,
        lastFilledOn: '3/1/26',
        programmerAlarmDate: 't+30',
        containers: [
          { ...emptyContainer, expiry: '3/28' },
          { ...emptyContainer, expiry: '280331' },
        ],
      },
    });
    expect(understood(worksheet)).toMatchObject({
      dateOfService: '= Fri Nov 27, 2026',
      wasteDate: '= Thu Nov 26, 2026',
      confirmedOn: '= Sun Mar 1, 2026',
      lastFillOn: '= Sun Mar 1, 2026',
      firstDay: '= Sun Mar 1, 2026',
      lastDay: '= Mon Mar 1, 2027',
      askedOn: '= Thu Nov 26, 2026',
      'refill.lastFilledOn': '= Sun Mar 1, 2026',
      'refill.programmerAlarmDate': '= Sun Dec 27, 2026',
      'refill.containers.0.expiry': 'through Fri Mar 31, 2028',
      'refill.containers.1.expiry': 'through Fri Mar 31, 2028',
    });
  });

  it('and nothing of a date that cannot be read, or is a problem', () => {
    expect(understood(sheet({ dateOfService: '3.1.2026' })).dateOfService).toBe(
      '3.1.2026 can be March 1 or January 3: write 03/01/2026 for March 1',
    );
    expect(understood(sheet({ dateOfService: '' })).dateOfService).toBeUndefined();
    expect(
      understood(sheet({ priorAuthorization: 'approved', firstDay: '12/31/2026', lastDay: '1/1/2026' })).lastDay,
    ).toBe('Last valid date must not be before the first valid date');
  });

  it('today is read wherever a date is', () => {
    const { encounter } = readWorksheet(
      sheet({
        doseGiven: '36',
        doseWasted: '4',
        dateOfService: 't-1',
        wasteDate: 'yesterday',
        priorAuthorization: 'approved',
        firstDay: 't-30',
        lastDay: 't+30',
      }),
      today,
    );
    expect(encounter).toMatchObject({
      dateOfService: '2026-11-26',
      wasteDate: '2026-11-26',
      priorAuthorization: { firstDay: '2026-10-28', lastDay: '2026-12-27' },
    });
  });
});

describe('amounts in parts are said back as their sum', () => {
  it.each([
    ['5+5', '5 + 5 = 10 mg = 1 unit of 10 mg'],
    ['5 + 5 mg', '5 + 5 = 10 mg = 1 unit of 10 mg'],
    ['5 mg + 500 mcg', '5 mg + 500 mcg = 5.5 mg = 0.55 units of 10 mg'],
    ['18 mL + 2 mL', '9 + 1 = 10 mg = 1 unit of 10 mg'],
    ['10', '10 mg = 1 unit of 10 mg'],
  ])('%s: %s', (typed, said) => {
    const { doseGiven, doseWasted, labeledAmount } = understood(
      sheet({ doseGiven: typed, doseWasted: typed, labeledAmount: typed, strength: '500' }),
    );
    expect([doseGiven, doseWasted, labeledAmount]).toEqual([said, said, said]);
  });

  it('of a refill', () => {
    const worksheet = refillSheet({
      containers: [{ ...emptyContainer, ndc: '66794-157-02', count: '2' }, emptyContainer],
      instilled: '20 + 16.5',
      leftover: 'other',
      thrownAway: '3 + 2 mg',
      thrownAwayUnit: 'mg',
      correction: 'spilled',
    });
    expect(understood(worksheet)).toMatchObject({
      'refill.instilled': '20 + 16.5 = 36.5 mL = 73 mg = 7.3 units of 10 mg',
      'refill.thrownAway': '3 + 2 = 5 mg = 0.5 units of 10 mg',
    });
  });

  // Two fills of one day out of one 10 mg vial.
  it.each(['5+5', '5 + 5 mg'])('%s of one vial is one unit', (doseGiven) => {
    const worksheet = sheet({ doseGiven, doseWasted: '0', labeledAmount: '10', strength: '500', ndc: '66794-0155-02' });
    expect(linesOf(worksheet)).toEqual(['J0475-JZ x1 ML20']);
    expect(claimOf(worksheet).encounter.givenParts).toEqual([mg(5), mg(5)]);
    expect(says(worksheet)).toContain(
      'Given in parts: 5 mg + 5 mg = 10 mg. One day’s drug of one container is added up first and rounded once.',
    );
  });

  it('nothing is said of parts where there are none', () => {
    expect(says(sheet({ doseGiven: '10', doseWasted: '0' })).join()).not.toContain('parts');
  });
});

describe('on the paper', () => {
  const paper = (worksheet: WorksheetText) =>
    Object.fromEntries(asEntered(worksheet, null, today).map(({ label, value }) => [label, value]));

  it('days told from today stand as dates, sums and units as typed, and a strength with its NDC', () => {
    const worksheet = sheet({
      doseGiven: '5 mg + 500 mcg',
      doseWasted: '4 c.c.',
      labeledAmount: '5+5',
      ndc: '66794-0157-02',
      wasteDate: 't-1',
      priorAuthorization: 'approved',
      firstDay: 'yesterday',
      lastDay: '12/31/2026',
      account: 't-1',
    });
    expect(paper(worksheet)).toMatchObject({
      'Dose given': '5 mg + 500 mcg',
      'Dose wasted': '4 c.c.',
      'Labeled amount opened': '5+5 mg',
      'Strength, in mcg/mL': '2000 mcg/mL, from the NDC',
      'Date of the waste': '11/26/2026',
      'First valid date': '11/26/2026',
      'Last valid date': '12/31/2026',
      Account: 't-1',
    });
  });
});

describe('an NDC on file brings its strength along', () => {
  const withoutStrength = sheet({
    doseGiven: '40',
    doseWasted: '0',
    ndc: '66794-0157-02',
    payer: 'medicaid',
    chargePerUnit: '300',
  });

  it('for the milliliters of the line, and says so', () => {
    expect(linesOf(withoutStrength)).toEqual(['J0475-JZ x4 ML20']);
    expect(understood(withoutStrength).strength).toBe(
      '2000 mcg/mL, from NDC 66794-0157-02. Type another strength to change it.',
    );
    expect(says(withoutStrength)).toContain(
      'No strength was entered: 2000 mcg/mL is that of NDC 66794-0157-02 on file.',
    );
  });

  it('for amounts in mL', () => {
    expect(linesOf({ ...withoutStrength, doseGiven: '18 mL', doseWasted: '2 mL' })).toEqual(['J0475-JZ x4 ML18']);
    expect(understood({ ...withoutStrength, doseGiven: '18 mL' }).doseGiven).toBe('36 mg = 3.6 units of 10 mg');
  });

  it('but a typed strength wins, and one that cannot be read is refused', () => {
    const typed = { ...withoutStrength, strength: '500' };
    expect(claimOf(typed).encounter).toMatchObject({ strength: { mcgPerMl: 500 }, strengthFromNdc: false });
    expect(understood(typed).strength).toBe('= 500 mcg/mL');
    expect(
      readWorksheet({ ...withoutStrength, strength: 'weak', doseGiven: '18 mL' }, today).problems.map(
        ({ field }) => field,
      ),
    ).toEqual(['strength', 'doseGiven']);
  });

  it('and an NDC that is not on file brings none', () => {
    expect(claimOf({ ...withoutStrength, ndc: '12345-6789-01' }).encounter).toMatchObject({
      strength: null,
      strengthFromNdc: false,
    });
  });
});
