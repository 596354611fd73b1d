import { worksheetOn } from './worksheet.fixture';
import { describe, expect, it } from 'vitest';
import { day } from '../engine/dated';
import { keepingBack, prepareClaim } from '../engine/prepare-claim';
import { ruleBook } from '../rules';
import { readOverrides } from './read-overrides';
import { readWorksheet } from './read-worksheet';
import { worksheetSchema } from './worksheet-schema';
import type { OverrideText, WorksheetText } from './worksheet-text';

const today = day('2026-05-20');
const whole: OverrideText = { finding: 'x', who: 'AB', on: '05/20/2026', why: 'the plan asked for it' };
const told = (change: Partial<OverrideText>) => readOverrides([{ ...whole, ...change }], today);
const worksheet = (change: Partial<WorksheetText>): WorksheetText => ({
  ...worksheetOn(today),
  doseGiven: '40',
  doseWasted: '0',
  payer: 'medicare-part-b',
  setting: 'office',
  ...change,
});

describe('an override is who, when and why, all three', () => {
  it('is read when it is whole', () => {
    expect(told({})).toEqual({
      overrides: [{ finding: 'x', who: 'AB', on: '2026-05-20', why: 'the plan asked for it' }],
      problems: [],
    });
  });

  it('is nothing while nothing is typed', () => {
    expect(told({ who: ' ', on: '', why: '' })).toEqual({ overrides: [], problems: [] });
  });

  it.each([
    [{ who: '' }, 'who', 'Enter who decided'],
    [{ who: '--' }, 'who', 'Who decided must hold letters or digits'],
    [{ who: 'A'.repeat(61) }, 'who', 'Who decided must be 60 characters or fewer'],
    [{ on: '' }, 'on', 'Enter the date of the decision, like 05/20/2026'],
    [{ on: '05/21/2026' }, 'on', 'Date of the decision must not be after today'],
    [{ on: 'yesterday' }, 'on', 'Date of the decision must be a date, like 11/23/2026'],
    [{ on: '02/30/2026' }, 'on', 'Date of the decision is not a day of the calendar: check month and day'],
    [{ why: ' ' }, 'why', 'Enter the reason to send it all the same'],
    [{ why: '.' }, 'why', 'Reason to send it all the same must hold letters or digits'],
    [{ why: 'A'.repeat(121) }, 'why', 'Reason to send it all the same must be 120 characters or fewer'],
  ] as const)('%o is a problem beside its field, and overrides nothing', (change, field, message) => {
    expect(told(change)).toEqual({ overrides: [], problems: [{ field: `overrides.0.${field}`, message }] });
  });

  it('says of each of several what it lacks', () => {
    const { overrides, problems } = readOverrides(
      [
        { ...whole, finding: 'a' },
        { finding: 'b', who: 'CD', on: '', why: '' },
      ],
      today,
    );
    expect(overrides.map(({ finding }) => finding)).toEqual(['a']);
    expect(problems.map(({ field }) => field)).toEqual(['overrides.1.on', 'overrides.1.why']);
  });
});

describe('the worksheet with an override', () => {
  const finding = (claim: NonNullable<ReturnType<typeof readWorksheet>['encounter']>) =>
    prepareClaim(claim, ruleBook).findings.find(({ verdict }) => verdict.certain);
  const plain = readWorksheet(worksheet({}), today).encounter;
  const checkKey = (plain && finding(plain)?.checkKey) ?? '';

  it('without a diagnosis would certainly come back', () => {
    expect(checkKey).toMatch(/^coverage\/diagnosis\|medicare-part-b\|2026-05-20\|No diagnosis/);
  });

  it('goes out once it is whole', () => {
    const { encounter } = readWorksheet(
      worksheet({
        patientReference: 'MRN-1',
        ticks: { patient: ['MRN-1'], facts: '', keys: [] },
        overrides: [{ ...whole, finding: checkKey }],
      }),
      today,
    );
    expect(encounter && keepingBack(prepareClaim(encounter, ruleBook).findings)).toEqual([]);
  });

  it('half typed leaves the claim as it was, says what is missing, and keeps nothing from being checked', async () => {
    const half = worksheet({ overrides: [{ ...whole, finding: checkKey, on: '5' }] });
    const { encounter, problems, overrideProblems } = readWorksheet(half, today);
    expect(problems).toEqual([]);
    expect(overrideProblems.map(({ field }) => field)).toEqual(['overrides.0.on']);
    expect(encounter && keepingBack(prepareClaim(encounter, ruleBook).findings).map(({ rule }) => rule.id)).toEqual([
      'coverage/diagnosis',
    ]);
    expect((await worksheetSchema(today).parseAsync(half)).overrides).toEqual([]);
  });
});
