import { describe, expect, it } from 'vitest';
import { day } from '../engine/dated';
import { keepingBack, prepareClaim } from '../engine/prepare-claim';
import { ruleBook } from '../rules';
import { decisionsToSettle, withOverride, withTicks } from './decisions';
import { readWorksheet } from './read-worksheet';
import { worksheetOn } from './worksheet.fixture';
import type { WorksheetText } from './worksheet-text';

const today = day('2026-03-10');
const sheet: WorksheetText = {
  ...worksheetOn(today),
  doseGiven: '36',
  doseWasted: '4',
  diagnoses: 'G80.1',
  payer: 'medicare-part-b',
  setting: 'office',
};
const encounterOf = (record: WorksheetText) => {
  const { encounter } = readWorksheet(record, today);
  if (!encounter) throw new Error('This record makes no claim');
  return encounter;
};
const claimOf = (record: WorksheetText) => prepareClaim(encounterOf(record), ruleBook);
const ticked = (record: WorksheetText) =>
  claimOf(record).findings.filter(({ checkedByBiller }) => checkedByBiller).length;

/** The record with its first finding that may be ticked, ticked. */
function withOneTick(record: WorksheetText): WorksheetText {
  const finding = claimOf(record).findings.find(({ verdict }) => verdict.billerMayCheck === true);
  return { ...record, ...withTicks(record, encounterOf(record), finding ? [finding.checkKey] : [], true) };
}
const settled = (record: WorksheetText): WorksheetText => ({
  ...record,
  ...decisionsToSettle(record, encounterOf(record)),
});
const named = (record: WorksheetText, patientReference: string): WorksheetText =>
  settled({ ...record, patientReference });
const otherDose = { doseGiven: '35', doseWasted: '5' };

describe('a tick is of one patient', () => {
  it.each<[what: string, record: WorksheetText, stands: boolean]>([
    ['as it was made', withOneTick(sheet), true],
    ['the dose corrected, still nobody named', { ...withOneTick(sheet), ...otherDose }, true],
    ['the patient named for the same facts', named(withOneTick(sheet), 'MRN-1'), true],
    [
      'who else pays told beside it',
      named({ ...withOneTick(sheet), sending: { ...sheet.sending, behind: 'qmb' } }, 'MRN-1'),
      true,
    ],
    ['the patient named beside another dose', named({ ...withOneTick(sheet), ...otherDose }, 'MRN-2'), false],
    [
      'made for a named patient, the dose corrected',
      { ...withOneTick({ ...sheet, patientReference: 'MRN-1' }), ...otherDose },
      true,
    ],
    ['more told of the same patient', { ...withOneTick({ ...sheet, patientReference: 'MRN-1' }), account: '7' }, true],
    [
      'another patient named',
      { ...withOneTick({ ...sheet, patientReference: 'MRN-1' }), patientReference: 'MRN-2' },
      false,
    ],
    ['the name taken away', { ...withOneTick({ ...sheet, patientReference: 'MRN-1' }), patientReference: '' }, false],
    ['named, then renamed, all for the same facts', named(named(withOneTick(sheet), 'MRN-1'), 'MRN-2'), false],
    [
      'another patient named, and the first one again',
      named(named(named(withOneTick(sheet), 'MRN-1'), 'MRN-2'), 'MRN-1'),
      false,
    ],
    [
      'another last name for the file',
      {
        ...withOneTick({ ...sheet, sending: { ...sheet.sending, patientLast: 'Onesample' } }),
        sending: { ...sheet.sending, patientLast: 'Twosample' },
      },
      false,
    ],
  ])('%s', (_what, record, stands) => expect(ticked(record)).toBe(stands ? 1 : 0));
});

describe('an override is of one patient, and of the very same facts while nobody is named', () => {
  const bad: WorksheetText = { ...sheet, diagnoses: 'G35' };
  const [finding] = keepingBack(claimOf(bad).findings);
  const decided = (record: WorksheetText): WorksheetText => {
    let next = record;
    for (const change of [{ who: 'AB' }, { why: 'the plan asked for it' }])
      next = { ...next, ...withOverride(next, encounterOf(next), finding?.checkKey ?? '', change) };
    return next;
  };
  const kept = (record: WorksheetText) => keepingBack(claimOf(record).findings).length;

  it('is as of today unless another day is told', () =>
    expect(decided(bad).overrides).toEqual([
      { finding: finding?.checkKey, who: 'AB', on: '03/10/2026', why: 'the plan asked for it' },
    ]));

  it.each<[what: string, record: WorksheetText, leaves: boolean]>([
    ['before', bad, false],
    ['as it was decided', decided(bad), true],
    ['the patient named for the same facts', named(decided(bad), 'MRN-1'), true],
    ['the dose overwritten while nobody is named', { ...decided(bad), ...otherDose }, false],
    [
      'decided for a named patient, the dose corrected',
      { ...decided({ ...bad, patientReference: 'MRN-1' }), ...otherDose },
      true,
    ],
    ['another patient', named(decided({ ...bad, patientReference: 'MRN-1' }), 'MRN-2'), false],
    [
      'a further code that is invalid too',
      { ...decided({ ...bad, patientReference: 'MRN-1' }), diagnoses: 'G35, G80' },
      false,
    ],
  ])('%s', (_what, record, leaves) => expect(kept(record)).toBe(leaves ? 0 : 1));
});

it('who else pays of the claim is read from those who take part', () => {
  const told = (change: Partial<WorksheetText['sending']>) =>
    encounterOf({ ...sheet, sending: { ...sheet.sending, ...change } }).otherPayer;
  expect(told({})).toEqual({ pays: 'after', behind: null });
  expect(told({ behind: 'medigap' })).toEqual({ pays: 'after', behind: 'medigap' });
  expect(told({ behind: 'medigap', order: 'S', otherIndicator: 'CI' })).toEqual({
    pays: 'before',
    kind: 'CI',
    payments: [],
  });
});
