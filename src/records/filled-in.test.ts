import { describe, expect, it } from 'vitest';
import { emptyWorksheet, type WorksheetText } from '../answers/worksheet-text';
import { answersToFill, recollectionOf, saidOfRecords } from './filled-in';
import type { KeptClaim } from './clinic-records';
import { kept, keptRefill, plan, read, trialBeside } from './kept.fixture';

const approved = {
  payer: 'commercial',
  profile: 'Plan One',
  priorAuthorization: 'approved',
  priorAuthorizationNumber: 'PA-1',
  firstDay: '01/01/2026',
  lastDay: '12/31/2026',
  unitsApproved: '12',
} as const;
const claims = [keptRefill('2026-05-04', approved), keptRefill('2026-08-03', approved)];
const fresh = (change: Partial<WorksheetText> = {}): WorksheetText => ({
  ...keptRefill('2026-11-02', approved),
  recordId: '',
  ...change,
});
const changesOf = (sheet: WorksheetText, before: Partial<WorksheetText['filledIn']> = {}, from = claims) =>
  answersToFill(
    { ...sheet, filledIn: { ...sheet.filledIn, ...before } },
    recollectionOf(sheet, from, [plan], read).answers,
  );
const filled = (...of: Parameters<typeof changesOf>) =>
  Object.fromEntries(Object.entries(changesOf(...of)).filter(([name]) => !name.startsWith('filledIn.')));
const said = (sheet: WorksheetText, from = claims) => saidOfRecords(sheet, recollectionOf(sheet, from, [plan], read));

describe('what the records fill in', () => {
  const ofRefill = {
    'refill.lastFilled': '18',
    'refill.lastFilledOn': '08/03/2026',
    'refill.concentrationBefore': '2000',
    'refill.dailyDoseBefore': '400',
  };
  const ofPlan = { lastFillOn: '08/03/2026', unitsInPeriod: '4' };

  it.each<[string, Partial<WorksheetText>, object]>([
    ['all that is asked', {}, { ...ofPlan, unitsUsed: '8', ...ofRefill }],
    [
      'no units of a plan that does not count them',
      { profile: '', filledIn: { ...emptyWorksheet.filledIn, profile: 'Plan One' } },
      { unitsUsed: '8', ...ofRefill },
    ],
    ['nothing of the pump for a dose', { entry: 'dose' }, { ...ofPlan, unitsUsed: '8' }],
    ['nothing of fills for a trial', { purpose: 'screening-trial' }, { unitsUsed: '8' }],
    ['no units of another authorization', { priorAuthorizationNumber: 'PA-2' }, { ...ofPlan, ...ofRefill }],
    ['nothing without a reference', { patientReference: ' ' }, {}],
    ['nothing without a day', { dateOfService: '' }, {}],
    ['nothing of another patient', { patientReference: 'PT-2' }, {}],
    [
      'only what later claims use of the authorization, before the first',
      { dateOfService: '05/01/2026' },
      { unitsUsed: '8' },
    ],
    ['only what is blank', { unitsUsed: '3', lastFillOn: '8/1/2026' }, { unitsInPeriod: '4', ...ofRefill }],
  ])('%s', (_, change, expected) => {
    expect(filled(fresh(change))).toEqual(expected);
  });

  it('no volume without its day, as a dose in mg tells none', () => {
    expect(filled(fresh(), {}, [kept('2026-08-03')])).toEqual({
      lastFillOn: '08/03/2026',
      unitsInPeriod: '4',
      'refill.concentrationBefore': '2000',
    });
  });

  it('no units where those of a record are on hold, and says so', () => {
    const held = [...claims, kept('2026-09-07', { ...approved, drugSource: 'compounded' })];
    expect(filled(fresh(), {}, held)).not.toHaveProperty('unitsUsed');
    expect(filled(fresh({ unitsUsed: '8' }), { unitsUsed: '8' }, held)).toMatchObject({ unitsUsed: '' });
    expect(said(fresh(), held).unitsUsed).toBe(
      'The units of the record of 09/07/2026 are not known, so nothing is filled in. Count them by hand',
    );
  });

  it('what was filled in goes with the patient that it is of; what was typed stays', () => {
    const of1 = { ...fresh(), unitsUsed: '8', unitsInPeriod: '5' };
    const sheet = { ...of1, patientReference: 'PT-2' };
    expect(filled(sheet, { unitsUsed: '8', unitsInPeriod: '4' })).toMatchObject({ unitsUsed: '' });
    expect(filled(sheet, { unitsUsed: '8', unitsInPeriod: '4' })).not.toHaveProperty('unitsInPeriod');
    expect(filled({ ...of1, lastDay: '07/31/2026' }, { unitsUsed: '8' })).toMatchObject({ unitsUsed: '4' });
  });

  it('the record holds what was filled in', () => {
    const of1 = fresh({ payer: 'medicaid', profile: '', entry: 'dose' });
    expect(changesOf(of1)).toEqual({ unitsUsed: '8', 'filledIn.unitsUsed': '8' });
    const of2 = { ...of1, unitsUsed: '8', patientReference: 'PT-2' };
    expect(changesOf(of2, { unitsUsed: '8' })).toEqual({ unitsUsed: '', 'filledIn.unitsUsed': '' });
    expect(changesOf(fresh())).toMatchObject({ 'refill.lastFilled': '18', 'filledIn.lastFilled': '18' });
  });

  it('units used of a second drug, by its own code, and again where they are others', () => {
    const withTrial = (unitsUsed = '') => fresh({ unitsUsed: '8', drugBeside: { ...trialBeside, unitsUsed } });
    const before = [...claims, kept('2026-09-01', { ...approved, drugBeside: trialBeside, doseGiven: '26' })];
    expect(filled(withTrial(), {}, before)).toMatchObject({ 'drugBeside.unitsUsed': '1', lastFillOn: '09/01/2026' });
    expect(filled(withTrial(), {}, before)).not.toHaveProperty('unitsUsed');
    const saidOf = (unitsApproved: string) =>
      said(fresh({ drugBeside: { ...trialBeside, unitsUsed: '1', unitsApproved } }), before)['drugBeside.unitsUsed'];
    const left = 'left before this claim, for 59 days more';
    expect(saidOf('2')).toBe(`From the record of 09/01/2026: 1 of 2 units is ${left}`);
    expect(saidOf('1')).toBe(`From the record of 09/01/2026: 0 of 1 unit is ${left}`);
    expect(said(withTrial('3'), before)['drugBeside.unitsUsed']).toBe(
      'The record of 09/01/2026 says 1. Check which is right',
    );
    const filledBefore = { unitsUsedBeside: '1' };
    expect(filled({ ...withTrial('1'), priorAuthorizationNumber: 'PA-2' }, filledBefore, before)).toMatchObject({
      'drugBeside.unitsUsed': '',
    });
    expect(changesOf(withTrial(), {}, before)).toMatchObject({ 'filledIn.unitsUsedBeside': '1' });
  });

  it('a daily dose keeps its decimals', () => {
    const last = [keptRefill('2026-08-03', {}, { dailyDose: '1,402.75' })];
    expect(filled(fresh(), {}, last)).toMatchObject({ 'refill.dailyDoseBefore': '1402.75' });
  });
});

describe('what is remembered of a payer', () => {
  const other = { ...plan, id: 'Plan Two', name: 'Plan Two' };
  const before = (on: string, change: Partial<WorksheetText> = {}) =>
    kept(on, { payer: 'commercial', profile: 'Plan One', chargePerUnit: '200', patientReference: 'PT-9', ...change });
  const begun = (change: Partial<WorksheetText> = {}): WorksheetText => ({
    ...emptyWorksheet,
    payer: 'commercial',
    ...change,
  });
  const recalled = (sheet: WorksheetText, from: readonly WorksheetText[]) =>
    recollectionOf(sheet, from, [plan, other], read);
  const offered = (sheet: WorksheetText, from: readonly WorksheetText[]) => {
    const { profile, chargePerUnit } = recalled(sheet, from).answers;
    return [profile?.text ?? null, chargePerUnit?.text ?? null];
  };
  const trial = { purpose: 'screening-trial', route: 'intrathecal-lumbar-puncture', strength: '50' } as const;
  const mine = { patientReference: 'PT-1' } as const;

  it.each<[string, WorksheetText, WorksheetText[], (string | null)[]]>([
    ['both, of the last claim of the payer', begun(), [before('2026-08-03')], ['Plan One', '200.00']],
    [
      'of the claim that was kept last, not of the latest day',
      begun(),
      [before('2026-08-03'), before('2026-02-02', { chargePerUnit: '$1,210.50', keptAt: '2026-11-01T12:00:00.000Z' })],
      ['Plan One', '1210.50'],
    ],
    ['nothing without a payer', begun({ payer: '' }), [before('2026-08-03')], [null, null]],
    ['nothing of another payer type', begun({ payer: 'medicaid' }), [before('2026-08-03')], [null, null]],
    ['no charge of another code', begun(trial), [before('2026-08-03')], ['Plan One', null]],
    [
      'the charge of the trial',
      begun(trial),
      [before('2026-08-03', trial), before('2026-08-04')],
      ['Plan One', '200.00'],
    ],
    ['no charge that cannot be read', begun(), [before('2026-08-03', { chargePerUnit: 'x' })], ['Plan One', null]],
    [
      'the charge of an earlier one, where the last has none',
      begun(),
      [before('2026-02-02'), before('2026-08-03', { chargePerUnit: '' })],
      ['Plan One', '200.00'],
    ],
    [
      'no profile where the claims have several',
      begun(),
      [before('2026-02-02', { profile: 'Plan Two' }), before('2026-08-03')],
      [null, null],
    ],
    [
      'that of the patient, where the claims have several',
      begun(mine),
      [before('2026-02-02', { profile: 'Plan Two', chargePerUnit: '190', ...mine }), before('2026-08-03')],
      ['Plan Two', '190.00'],
    ],
    [
      'none for a patient who had none',
      begun(mine),
      [before('2026-02-02', { profile: '', chargePerUnit: '190', ...mine }), before('2026-08-03')],
      [null, '190.00'],
    ],
    ['no profile that is no longer there', begun(), [before('2026-08-03', { profile: 'Gone' })], [null, null]],
    ['the charge of the profile chosen', begun({ profile: 'Plan Two' }), [before('2026-08-03')], ['Plan One', null]],
    ['nothing for a claim that was kept', begun({ recordId: 'c' }), [before('2026-08-03')], [null, null]],
    [
      'nothing of itself',
      before('2026-08-03', { recordId: 'c' }),
      [before('2026-08-03', { recordId: 'c' })],
      [null, null],
    ],
    [
      'no charge of a compound without its code',
      begun({ drugSource: 'compounded' }),
      [before('2026-08-03')],
      ['Plan One', null],
    ],
    [
      'no charge where the drug is not billed',
      begun({ drugSource: 'supplied' }),
      [before('2026-08-03')],
      ['Plan One', null],
    ],
  ])('%s', (_, sheet, from, texts) => {
    expect(offered(sheet, from)).toEqual(texts);
  });

  const changes = (sheet: WorksheetText, from: readonly WorksheetText[] = [before('2026-08-03')]) =>
    answersToFill(sheet, recalled(sheet, from).answers);
  const filledBoth = { profile: 'Plan One', chargePerUnit: '200.00' };

  it('is filled in where it is blank, and goes with its payer', () => {
    expect(changes(begun())).toEqual({
      ...filledBoth,
      'filledIn.profile': 'Plan One',
      'filledIn.chargePerUnit': '200.00',
    });
    const { filledIn } = emptyWorksheet;
    const moved = begun({
      payer: 'medicaid',
      chargePerUnit: '200.00',
      filledIn: { ...filledIn, ...filledBoth, profile: '' },
    });
    expect(changes(moved)).toEqual({ chargePerUnit: '', 'filledIn.chargePerUnit': '' });
  });

  it('is not filled into the field that is entered, where somebody begins to type', () => {
    const { answers } = recalled(begun(), [before('2026-08-03')]);
    expect(answersToFill(begun(), answers, 'chargePerUnit')).toEqual({
      profile: 'Plan One',
      'filledIn.profile': 'Plan One',
    });
  });

  it('stays away once it was taken out, and what is typed stays', () => {
    const filledIn = { ...emptyWorksheet.filledIn, ...filledBoth };
    expect(changes(begun({ filledIn }))).toEqual({});
    expect(changes(begun({ profile: 'Plan One', chargePerUnit: '210', filledIn }))).toEqual({});
  });

  it('says which record it is from', () => {
    const say = (change: Partial<WorksheetText>) => {
      const sheet = begun(change);
      return saidOfRecords(sheet, recalled(sheet, [before('2026-08-03')]));
    };
    expect(say({ profile: 'Plan One', chargePerUnit: '200' })).toEqual({
      profile: 'From the last kept claim of this payer (08/03/2026)',
      chargePerUnit: 'From the last kept claim of this code and payer (08/03/2026)',
    });
    expect(say({ profile: 'Plan One', chargePerUnit: '210' }).chargePerUnit).toBe(
      'The last kept claim of this code and payer (08/03/2026) says 200.00. Check which is right',
    );
    expect(say({ profile: 'Plan Two' })).toEqual({});
  });
});

describe('what is said of it', () => {
  it.each<[string, Partial<WorksheetText>, keyof ReturnType<typeof said>, string | undefined]>([
    [
      'its record',
      { lastFillOn: '8/3/26' },
      'lastFillOn',
      'From the record of 08/03/2026: 91 days before this service',
    ],
    [
      'its records',
      { unitsUsed: '8' },
      'unitsUsed',
      'From the records of 05/04/2026 and 08/03/2026: 4 of 12 units are left before this claim, for 59 days more',
    ],
    [
      'that a later one is counted',
      { dateOfService: '06/01/2026', unitsUsed: '8' },
      'unitsUsed',
      'From the records of 05/04/2026 and 08/03/2026: 4 of 12 units are left before this claim, for 213 days more, ' +
        'with 1 later claim counted',
    ],
    [
      'that others say otherwise',
      { unitsUsed: '3' },
      'unitsUsed',
      'The records of 05/04/2026 and 08/03/2026 say 8. Check which is right',
    ],
    [
      'that another day is kept',
      { lastFillOn: '08/01/2026' },
      'lastFillOn',
      'The record of 08/03/2026 says 08/03/2026. Check which is right',
    ],
    ['nothing of a blank answer', { unitsUsed: '' }, 'unitsUsed', undefined],
    [
      'an authorization that is used up',
      { unitsUsed: '8', unitsApproved: '6' },
      'unitsUsed',
      'From the records of 05/04/2026 and 08/03/2026: 2 units beyond the 6 approved',
    ],
    [
      'a later fill',
      { dateOfService: '07/01/2026' },
      'dateOfService',
      'A later fill is kept, of 08/03/2026. Check the date',
    ],
    [
      'another of the day',
      { dateOfService: '08/03/2026' },
      'dateOfService',
      'Another fill of this day is kept for this patient. Check that it is not billed twice',
    ],
    [
      'nothing of the fill that it was made from',
      {
        dateOfService: '08/03/2026',
        madeFrom: {
          ...emptyWorksheet.madeFrom,
          as: 'next-payer',
          claim: claims.find((each) => each.dateOfService === '08/03/2026')?.recordId ?? '',
        },
      },
      'dateOfService',
      undefined,
    ],
  ])('%s', (_, change, field, words) => {
    expect(said(fresh(change))[field]).toBe(words);
  });
});

describe('what the clinic charges for a unit of the drug', () => {
  const fees = [{ code: 'J0475', perUnit: { tenthsOfCent: 200_000 } }];
  const ofFees = (change: Partial<WorksheetText>, from: readonly KeptClaim[] = []) => {
    const sheet = { ...emptyWorksheet, ...change };
    const recollection = recollectionOf(sheet, from, [plan], read, fees);
    return { sheet, recollection, charge: answersToFill(sheet, recollection.answers).chargePerUnit };
  };
  const filledIn = (chargePerUnit: string) => ({ ...emptyWorksheet.filledIn, chargePerUnit });
  it.each<[what: string, change: Partial<WorksheetText>, charge: string | undefined]>([
    ['for the code of a fill', {}, '200.00'],
    ['once', { chargePerUnit: '200.00', filledIn: filledIn('200.00') }, undefined],
    ['not over what was typed', { chargePerUnit: '210' }, undefined],
    [
      'and gives it back for a trial, whose code has none',
      {
        purpose: 'screening-trial',
        route: 'intrathecal-lumbar-puncture',
        chargePerUnit: '200.00',
        filledIn: filledIn('200.00'),
      },
      '',
    ],
    ['and not for drug that was not bought', { drugSource: 'supplied' }, undefined],
  ])('%s', (_what, change, charge) => {
    expect(ofFees(change).charge).toBe(charge);
  });
  it('comes before that of the last kept claim, and says whose it is', () => {
    const before = [keptRefill('2026-08-03', { payer: 'commercial', chargePerUnit: '180' })];
    expect(ofFees({ payer: 'commercial' }, before).charge).toBe('200.00');
    const { sheet, recollection } = ofFees({ payer: 'commercial', chargePerUnit: '210' }, before);
    expect(saidOfRecords(sheet, recollection).chargePerUnit).toBe('The clinic’s fees say 200.00. Check which is right');
  });
});
