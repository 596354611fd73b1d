import { describe, expect, it } from 'vitest';
import { day } from '../engine/dated';
import { formatMass, formatMl, formatMoney, formatStrength } from '../engine/quantity';
import type { KeptClaim } from './clinic-records';
import { emptyContainer, emptyWorksheet } from '../answers/worksheet-text';
import { kept, keptRefill, plan, read, trialBeside } from './kept.fixture';
import { fillOf, fillsOf, historyOf, patientOf, patientsOf } from './patient-fills';

const money = (amount: Parameters<typeof formatMoney>[0] | null | undefined) => amount && formatMoney(amount);

describe('a kept claim as a fill', () => {
  it('has the amounts, the units, and the cost by the limit of the day', () => {
    const fill = fillOf(
      kept('2026-08-03', {
        doseGiven: '25',
        doseWasted: '15',
        payer: 'medicare-part-b',
        course: {
          sentOn: '',
          sentAs: '',
          cameBackOn: '',
          allowed: '$744.42',
          paid: '600',
          patientOwes: 'x',
          settledOn: '',
        },
      }),
      read,
    );
    expect(fill && [formatMass(fill.given ?? { ng: 0 }), fill.units?.units, fill.wastedUnits?.units]).toEqual([
      '25 mg',
      4,
      1,
    ]);
    // 186.106 of the third quarter of 2026.
    expect([money(fill?.cost), money(fill?.wasteCost)]).toEqual(['$744.42', '$186.11']);
    expect([money(fill?.allowed), money(fill?.paid), fill?.patientOwes]).toEqual(['$744.42', '$600.00', null]);
  });

  it('has both drugs of a day: amounts, units and cost together, those of the pump and of the approval apart', () => {
    const fill = fillOf(kept('2026-08-03', { payer: 'medicare-part-b', drugBeside: trialBeside }), read);
    expect([fill?.given && formatMass(fill.given), fill?.units?.units]).toEqual(['36.05 mg', 5]);
    expect([fill?.drugs?.map(({ code, units }) => [code, units.units]), fill?.pumpUnits?.units]).toEqual([
      [
        ['J0475', 4],
        ['J0476', 1],
      ],
      4,
    ]);
    const [pump, trial] = [{}, { drugBeside: trialBeside, drugSource: 'supplied' } as const].map((change) =>
      fillOf(kept('2026-08-03', { payer: 'medicare-part-b', ...change }), read),
    );
    const cents = (pump?.cost?.tenthsOfCent ?? 0) + (trial?.cost?.tenthsOfCent ?? 0);
    expect(fill?.cost).toEqual({ tenthsOfCent: cents });
    expect(trial?.cost?.tenthsOfCent).toBeGreaterThan(0);
  });

  it('after a second fill of the day nobody knows what is in the pump', () => {
    const beside = {
      ...trialBeside,
      use: 'fill',
      doseGivenUnit: 'mg',
      doseGiven: '4',
      containers: [emptyContainer],
    } as const;
    const fill = fillOf(
      keptRefill('2026-08-03', { drugBeside: { ...beside, containers: [...beside.containers] } }),
      read,
    );
    expect([fill?.given && formatMass(fill.given), fill?.instilled, fill?.pump]).toEqual(['40 mg', null, null]);
    expect(fill?.units?.units).toBe(4);
  });

  it.each([
    ['a day of no quarter on file', kept('2027-02-01')],
    ['a claim that lacks its payer', kept('2026-08-03', { payer: '' })],
    ['a claim that is void', kept('2026-08-03', { frequency: '8' })],
  ])('never has a cost of nothing: %s', (_, claim) => {
    expect(fillOf(claim, read)?.cost).toBeNull();
  });

  it.each([
    ['a compound that no payer confirmed', kept('2026-08-03', { drugSource: 'compounded' })],
    ['a claim on hold', kept('2026-08-03', { setting: 'rhc', payer: 'medicare-part-b' })],
    ['a claim that is void', kept('2026-08-03', { frequency: '8' })],
  ])('never has units of nothing: %s', (_, claim) => {
    const fill = fillOf(claim, read);
    expect([fill?.units, fill?.wastedUnits]).toEqual([null, null]);
  });

  it('has the amounts before the claim can be made, and is none without a day', () => {
    const fill = fillOf(kept('2026-08-03', { payer: '' }), read);
    expect([fill?.given && formatMass(fill.given), fill?.units]).toEqual(['36 mg', null]);
    expect(fillOf(kept('', { dateOfService: 'soon' }), read)).toBeNull();
  });

  it('tells the pump from a refill, and the set that would have wasted less', () => {
    const fill = fillOf(keptRefill('2026-08-03', {}, { expected: '2.1', aspirated: '2.4', instilled: '9.5' }), read);
    expect(fill?.instilled && formatMl(fill.instilled)).toBe('9.5 mL');
    expect(fill?.concentration && formatStrength(fill.concentration)).toBe('2000 mcg/mL');
    expect(fill?.dailyDose && formatMass(fill.dailyDose)).toBe('400 mcg');
    expect(fill?.wastedUnits?.units).toBe(2);
    expect(fill?.wouldHaveSaved).toContain('would have been enough');
    expect(fillOf(kept('2026-08-03'), read)?.wouldHaveSaved).toBeNull();
  });

  it('takes the fee of the plan where a profile has one', () => {
    const withFee = { ...plan, feePerUnit: { tenthsOfCent: 100_000 } };
    const claim = kept('2026-08-03');
    const fill = fillOf(claim, (each) => {
      const { claim: made, ...rest } = read(each);
      return { claim: made && { ...made, encounter: { ...made.encounter, profile: withFee } }, ...rest };
    });
    expect(money(fill?.cost)).toBe('$400.00');
  });
});

const born = (birthDate: string) => ({ sending: { ...kept('').sending, typedFor: 'PT-1', birthDate } });

describe('the patients under a reference', () => {
  const bornAs = (birthDate: string, patientLast: string) => ({
    sending: { ...born(birthDate).sending, patientLast },
  });
  const named = (last: string) => ({ sending: { ...kept('').sending, typedFor: 'PT-1', patientLast: last } });

  it.each([
    ['nothing else told', [{}, {}], 1],
    ['another way to write the reference', [{}, { patientReference: ' pt-1 ' }], 1],
    ['one birth date, written two ways', [born('1950-01-02'), born('01/02/1950')], 1],
    ['two birth dates', [born('01/02/1950'), born('01/02/1960')], 2],
    ['two accounts', [{ account: 'A' }, { account: 'B' }], 2],
    ['a name that was added later', [{}, named('Onesample')], 1],
    ['two names, and a claim that tells none', [named('Onesample'), named('Twosample'), {}], 3],
    ['two references', [{}, { patientReference: 'PT-2' }], 2],
    [
      'a birth date that was typed for another reference',
      [born('01/02/1950'), { sending: { ...born('01/02/1960').sending, typedFor: 'PT-9' } }],
      1,
    ],
    ['a birth date that cannot be read', [born('01/02/1950'), born('soon')], 1],
    ['a name that fits two birth dates', [born('01/02/1950'), named('X'), bornAs('01/02/1960', 'X')], 3],
    ['a name that fits two birth dates, reversed', [bornAs('01/02/1960', 'X'), named('X'), born('01/02/1950')], 3],
    ['an account that fits two birth dates, kept first', [{ account: 'A' }, born('01/02/1950'), born('01/02/1960')], 3],
  ])('%s', (_, changes, count) => {
    expect(patientsOf(changes.map((change) => kept('2026-08-03', change)))).toHaveLength(count);
  });

  it('gives a claim that fits several to none of them, and takes nothing from it', () => {
    const claims = [
      kept('2026-02-02', born('01/02/1950')),
      kept('2026-05-04', named('X')),
      kept('2026-08-03', bornAs('01/02/1960', 'X')),
    ];
    const days = (of: typeof claims) =>
      patientsOf(of).map((each) => each.claims.map(({ dateOfService }) => dateOfService));
    expect(days(claims)).toEqual([['02/02/2026'], ['08/03/2026'], ['05/04/2026']]);
    expect(days(claims.toReversed())).toEqual([['08/03/2026'], ['02/02/2026'], ['05/04/2026']]);
    expect(patientOf(kept('2026-11-02', born('01/02/1970')), claims).patient).toBeNull();
    const round = [{ account: 'A' }, born('01/02/1950'), { account: 'B' }, born('01/02/1960')];
    expect(
      patientOf(
        kept('2026-11-02'),
        round.map((change) => kept('2026-08-03', change)),
      ).patient,
    ).toBeNull();
  });

  it('says who else stands there, and counts nobody twice', () => {
    const claims = [kept('2026-05-04', born('01/02/1950')), kept('2026-08-03', born('01/02/1960'))];
    const { patient, others } = patientOf(kept('2026-11-02', born('01/02/1950')), claims);
    expect(patient?.claims).toEqual([claims[0]]);
    expect(others).toBe(
      'The record of 08/03/2026 under this reference has another birth date. It is not counted. Check the reference.',
    );
    expect(patientOf(kept('2026-11-02'), claims)).toEqual({
      patient: null,
      others: expect.stringContaining('Several patients are kept under this reference'),
    });
    expect(patientOf(kept('2026-11-02', born('01/02/1970')), claims).patient).toBeNull();
    expect(patientOf(kept('2026-11-02', { patientReference: 'PT-7' }), claims)).toEqual({
      patient: null,
      others: null,
    });
  });

  it('leaves out the claim that is in the form', () => {
    const [first, second] = [kept('2026-05-04'), kept('2026-08-03')];
    expect(patientOf({ ...second, dateOfService: '08/04/2026' }, [first, second]).patient?.claims).toEqual([first]);
    expect(patientOf({ ...first }, [first])).toEqual({ patient: null, others: null });
  });
});

describe('what other claims tell of one', () => {
  const approved = (number: string, change = {}) =>
    ({
      priorAuthorization: 'approved',
      priorAuthorizationNumber: number,
      firstDay: '01/01/2026',
      lastDay: '12/31/2026',
      unitsApproved: '12',
      ...change,
    }) as const;
  const fills = fillsOf(
    [
      kept('2026-08-03', approved('PA 1')),
      kept('2026-02-02', approved('pa 1')),
      kept('2025-12-01', approved('PA 1')),
      kept('2026-05-04', { ...approved('PA 2'), payer: 'medicaid' }),
      kept('2026-06-01', { purpose: 'screening-trial', route: 'intrathecal-lumbar-puncture' }),
      kept('2026-07-01', { ...approved('PA 1'), frequency: '8' }),
    ],
    read,
  );
  const on = day('2026-11-02');

  it('is in the order of days', () => {
    expect(fills.map((fill) => fill.on)).toEqual([
      '2025-12-01',
      '2026-02-02',
      '2026-05-04',
      '2026-06-01',
      '2026-07-01',
      '2026-08-03',
    ]);
  });

  const once = kept('2026-08-03', approved('PA 1'));
  const again = (frequency: '7' | '8', change = {}) =>
    kept('2026-08-03', { ...approved('PA 1'), doseGiven: '25', doseWasted: '0', frequency, ...change });

  it.each<[string, KeptClaim[], number | null]>([
    ['a void of its own', [once, again('8')], 0],
    ['a replacement', [once, again('7')], 3],
    ['a replacement that was kept before', [again('7'), once], 3],
    ['a replacement alone', [again('7')], 3],
    ['that of another patient', [once, again('7', { patientReference: 'PT-2' })], 7],
    ['one of two', [once, kept('2026-08-03', approved('PA 1')), again('8')], null],
    ['two that replace', [once, again('7'), again('7')], null],
  ])('counts what stands: %s', (_, claims, units) => {
    const { authorized } = historyOf(kept('2026-11-02', approved('PA 1')), on, fillsOf(claims, read), null);
    expect(authorized?.units?.units ?? null).toBe(units);
  });

  it('has the last fill and the days since', () => {
    const { lastFill, days } = historyOf(kept('2026-11-02'), on, fills, null);
    expect([lastFill?.on, days]).toEqual(['2026-08-03', 91]);
    expect(historyOf(kept('2025-11-02'), day('2025-11-02'), fills, null).lastFill).toBeNull();
  });

  it.each([
    [91, ['2026-08-03']],
    [90, []],
    [273, ['2026-02-02', '2026-08-03']],
    [null, undefined],
  ])('counts the units of %s days for this payer, without what was voided', (period, days) => {
    const { inPeriod } = historyOf(kept('2026-11-02'), on, fills, period);
    expect(inPeriod?.fills.map((fill) => fill.on)).toEqual(days);
    expect(inPeriod?.units?.units).toBe(days && 4 * days.length);
  });

  it('counts the units of the authorization within its dates', () => {
    const { authorized } = historyOf(kept('2026-11-02', approved('PA 1')), on, fills, null);
    expect([authorized?.units?.units, authorized?.approved?.units, authorized?.daysLeft]).toEqual([8, 12, 59]);
    expect(historyOf(kept('2026-11-02'), on, fills, null).authorized).toBeNull();
  });

  it.each<[string, Partial<KeptClaim>, KeptClaim[], number | null, number]>([
    ['earlier and later ones', {}, [kept('2026-08-03', approved('PA 1')), kept('2026-12-01', approved('PA 1'))], 8, 1],
    ['a later one alone', {}, [kept('2026-12-01', approved('PA 1'))], 4, 1],
    ['one after its last day', {}, [kept('2027-01-04', approved('PA 1'))], 0, 0],
    ['another of the same day', {}, [kept('2026-11-02', approved('PA 1'))], 4, 0],
    ['the one that it replaces', { frequency: '7' }, [kept('2026-11-02', approved('PA 1'))], 0, 0],
    ['one that voids it', {}, [kept('2026-11-02', { ...approved('PA 1'), frequency: '8' })], 0, 0],
    [
      'a later one that was replaced',
      {},
      [
        kept('2026-12-01', approved('PA 1')),
        kept('2026-12-01', { ...approved('PA 1'), doseGiven: '25', doseWasted: '0', frequency: '7' }),
      ],
      3,
      1,
    ],
    [
      'one of two of the day, of which it replaces one',
      { frequency: '7' },
      [kept('2026-11-02', approved('PA 1')), kept('2026-11-02', approved('PA 1'))],
      null,
      0,
    ],
  ])('of the authorization counts %s', (_, change, claims, units, later) => {
    const sheet = kept('2026-11-02', { ...approved('PA 1'), ...change });
    const { authorized } = historyOf(sheet, on, fillsOf(claims, read), null);
    expect([authorized?.units?.units ?? null, authorized?.later]).toEqual([units, later]);
  });

  const trial = { purpose: 'screening-trial', route: 'intrathecal-lumbar-puncture', strength: '50' } as const;
  const ofTrial = { ...approved('PA 1'), ...trial, doseGiven: '0.05', doseWasted: '0' };
  const withTrial = { ...approved('PA 1'), drugBeside: trialBeside };
  const withFill = {
    ...ofTrial,
    drugBeside: { ...emptyWorksheet.drugBeside, use: 'fill', doseGiven: '36', doseWasted: '4' },
  } as const;
  it.each<[string, Partial<KeptClaim>, KeptClaim[], number | null, beside: number | null | undefined]>([
    [
      'a fill, not the trial before it',
      {},
      [kept('2026-08-03', ofTrial), kept('2026-08-04', approved('PA 1'))],
      4,
      undefined,
    ],
    [
      'a trial, not the fill',
      ofTrial,
      [kept('2026-08-03', ofTrial), kept('2026-08-04', approved('PA 1'))],
      1,
      undefined,
    ],
    ['a fill, of a claim whose second drug it is', {}, [kept('2026-08-03', withFill)], 4, undefined],
    ['both drugs, each its own', withTrial, [kept('2026-08-03', withTrial), kept('2026-08-04', ofTrial)], 4, 2],
    ['both drugs, the other way round', withFill, [kept('2026-08-03', withTrial), kept('2026-08-04', ofTrial)], 2, 4],
    ['nothing known, of a claim on hold', withTrial, [kept('2026-08-03', { ...ofTrial, setting: '' })], null, null],
  ])('of the authorization counts the units by code: %s', (_, change, claims, units, beside) => {
    const sheet = kept('2026-11-02', { ...approved('PA 1'), ...change });
    const { authorized, authorizedBeside } = historyOf(sheet, on, fillsOf(claims, read), null);
    expect(authorized?.units && authorized.units.units).toBe(units);
    expect(authorizedBeside ? (authorizedBeside.units?.units ?? null) : undefined).toBe(beside);
  });

  it('does not know a sum of which one part is not known', () => {
    const some = fillsOf([kept('2026-05-04'), kept('2026-08-03', { setting: '' })], read);
    expect(historyOf(kept('2026-11-02'), on, some, 365).inPeriod).toEqual({ fills: some, units: null });
  });

  it('sees a fill of the same day, and a later one', () => {
    const { sameDay, later } = historyOf(kept('2026-05-04'), day('2026-05-04'), fills, null);
    expect([sameDay.map((fill) => fill.on), later.map((fill) => fill.on)]).toEqual([
      ['2026-05-04'],
      ['2026-07-01', '2026-08-03'],
    ]);
  });
});
