import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { pastes } from '../engine/pastes.fixture';
import { mostTyped } from '../engine/typed';
import { namedProfiles } from '../rules/payers';
import { anyProfile } from './clinic-file.fixture';
import { blankProfileText, copiedText, profileText, readProfileText, type ProfileText } from './profile-text';
import { knownWords, worthAsking } from './profile-words';
import { quickest } from '../engine/time.fixture';

const typed = (text: Partial<ProfileText>): ProfileText => ({
  ...blankProfileText,
  name: 'Prairie Health',
  payer: 'commercial',
  ...text,
});
const problems = (text: Partial<ProfileText>, others: string[] = []) => {
  const reading = readProfileText(typed(text), others);
  return 'problems' in reading ? reading.problems : {};
};
const profile = (text: Partial<ProfileText>) => {
  const reading = readProfileText(typed(text), []);
  return 'profile' in reading ? reading.profile : undefined;
};

describe('a profile typed into the form', () => {
  it('comes back as it was kept', () => {
    // The form makes several spaces one, so a kept name with several is told apart.
    const oneSpaced = anyProfile.filter((each) =>
      Object.values(each).every((fact) => typeof fact !== 'string' || !/\s\s/.test(fact)),
    );
    fc.assert(
      fc.property(oneSpaced, (kept) => {
        expect(readProfileText(profileText(kept), [])).toEqual({ profile: kept });
      }),
    );
  });

  it('reads dates, numbers and dollars as people write them', () => {
    expect(
      profile({
        name: '  Prairie   Health ',
        jw: 'required',
        jwFrom: '7/1/2025',
        verifiedOn: '2026-01-31',
        unitsPerFill: ' 8 units',
        filingDays: '180 days',
        feePerUnit: '$ 181.50',
        modifierOrder: 'jw, JZ;tb',
        kd: 'no',
        largestTrialDoseMcg: '100 mcg',
        ndcDecimals: '2 decimals',
      }),
    ).toMatchObject({
      id: 'own-Prairie Health',
      jwFrom: '2025-07-01',
      verifiedOn: '2026-01-31',
      unitsPerFill: { units: 8 },
      filingDays: 180,
      feePerUnit: { tenthsOfCent: 181_500 },
      modifierOrder: ['JW', 'JZ', 'TB'],
      kd: false,
      largestTrialDose: { ng: 100_000 },
      ndcDecimals: 2,
    });
  });

  it.each<[Partial<ProfileText>, object]>([
    [{ verifiedOn: 'Mar 1, 2026' }, { verifiedOn: '2026-03-01' }],
    [{ verifiedOn: '3/1/26' }, { verifiedOn: '2026-03-01' }],
    [{ reviewBy: '20261127' }, { reviewBy: '2026-11-27' }],
    [{ feePerUnit: '$1,200.50' }, { feePerUnit: { tenthsOfCent: 1_200_500 } }],
    [{ feePerUnit: '1,200' }, { feePerUnit: { tenthsOfCent: 1_200_000 } }],
    [{ filingDays: '1,095 days' }, { filingDays: 1095 }],
    [{ unitsPerFill: '8.0' }, { unitsPerFill: { units: 8 } }],
    [{ unitsPerFill: '8 UN' }, { unitsPerFill: { units: 8 } }],
    [{ largestTrialDoseMcg: '100 µg' }, { largestTrialDose: { ng: 100_000 } }],
  ])('%o', (text, facts) => expect(profile(text)).toMatchObject(facts));

  it('takes blank for not known', () => {
    expect(profile({ kd: ' ', unitsPerFill: ' ', modifierOrder: '' })).toMatchObject({
      kd: null,
      unitsPerFill: null,
      modifierOrder: null,
    });
  });

  it.each<[Partial<ProfileText>, Partial<ProfileText>]>([
    [{ name: ' ' }, { name: 'Enter the name of the payer' }],
    [{ payer: '' }, { payer: 'Choose a payer type' }],
    [{ unitsPerFill: 'eight' }, { unitsPerFill: 'Units per fill must be a whole number from 1 to 9999' }],
    [{ unitsPerFill: '8.5' }, { unitsPerFill: 'Units per fill must be a whole number from 1 to 9999' }],
    [{ ndcDecimals: '4' }, { ndcDecimals: 'Decimals of the NDC quantity must be a whole number from 0 to 3' }],
    [
      { filingDays: '99999999999999999999' },
      { filingDays: 'Days to file the claim must be a whole number from 1 to 3650' },
    ],
    [{ verifiedOn: '2/30/2026' }, { verifiedOn: 'Verified on is not a day of the calendar: check month and day' }],
    [{ verifiedOn: 'soon' }, { verifiedOn: 'Verified on must be a date, like 11/23/2026' }],
    [{ verifiedOn: '1/1/1989' }, { verifiedOn: 'Verified on must be in 1990 or later' }],
    [{ jwFrom: '1/1/2026' }, { jwFrom: 'JW from needs “JW” to be filled in too' }],
    [{ verifiedOn: '3.1.2026' }, { verifiedOn: '3.1.2026 can be March 1 or January 3: write 03/01/2026 for March 1' }],
    [{ filingDays: '180 mcg' }, { filingDays: 'Days to file the claim must be a whole number from 1 to 3650' }],
    [
      { largestTrialDoseMcg: '8 units' },
      { largestTrialDoseMcg: 'Largest trial dose must be a whole number from 1 to 9999' },
    ],
    [
      { modifierOrder: 'ĸd' },
      {
        modifierOrder:
          'Order of modifiers must be modifiers out of KD, JW, JZ, JG, TB, PO, PN, QJ, GA, GX, GY, GZ, each once',
      },
    ],
    [{ name: 'x'.repeat(201) }, { name: 'Name of the payer can have at most 200 characters; this is 201' }],
    [
      { verifiedBy: ' '.repeat(100_000) },
      { verifiedBy: 'Verified by can have at most 200 characters; this is 100000' },
    ],
    [
      { feePerUnit: '181,50' },
      {
        feePerUnit:
          'Fee per unit of J0475 must be less than $1,000,000 with at most 3 decimals, like 181.50 or 181.466',
      },
    ],
    [
      { name: '', filingDays: '0' },
      {
        name: 'Enter the name of the payer',
        filingDays: 'Days to file the claim must be a whole number from 1 to 3650',
      },
    ],
  ])('%o is told beside its field', (text, told) => {
    expect(problems(text)).toEqual(told);
  });

  it.each(pastes)('a paste of %s is refused in every field, at once and with the reason', (_what, pasted) => {
    const typed = Object.fromEntries(Object.keys(blankProfileText).map((key) => [key, pasted])) as ProfileText;
    const reading = readProfileText(typed, []);
    expect(quickest(() => readProfileText(typed, []))).toBeLessThan(250);
    const told = 'problems' in reading ? Object.values(reading.problems) : [];
    expect(told).toHaveLength(Object.keys(blankProfileText).length);
    expect(
      told.filter(
        (problem) => !problem.endsWith(` can have at most ${mostTyped} characters; this is ${pasted.length}`),
      ),
    ).toEqual([]);
  });

  it('has a name that no other profile has, whatever its case', () => {
    expect(problems({}, ['PRAIRIE health'])).toEqual({ name: 'Name of the payer is also the name of another profile' });
    expect(problems({}, ['Prairie Health East'])).toEqual({});
  });
});

describe('a copy', () => {
  it.each(namedProfiles.map((each) => [each.name, each] as const))(
    'of %s tells the same and is verified by nobody',
    (name, built) => {
      const reading = readProfileText(copiedText({ ...built, verifiedBy: 'Ann' }), [name]);
      const id = `own-${name} (copy)`;
      expect(reading).toEqual({ profile: { ...built, id, name: `${name} (copy)`, notes: [], rows: [] } });
    },
  );
});

describe('a profile in words', () => {
  const words = (text: Partial<ProfileText>) =>
    Object.fromEntries(knownWords(profile(text)!).map(({ label, value }) => [label, value]));

  it('says every fact that it tells, and no other', () => {
    expect(
      words({ jw: 'not-accepted', unitsPerFill: '1', kd: 'yes', feePerUnit: '181.466', verifiedOn: '1/2/2026' }),
    ).toEqual({
      'Payer type': 'Commercial',
      JW: 'Not taken: leave it off',
      'KD on pump fills': 'Yes',
      'Units per fill': '1 unit',
      'Fee per unit of J0475': '$181.466',
      'Verified on': '01/02/2026',
    });
  });

  it('asks only for what would decide something', () => {
    const ask = (text: Partial<ProfileText>) => worthAsking(profile(text)!);
    expect(ask({})).toContain('JW');
    expect(ask({})).not.toContain('JW from');
    expect(ask({ jw: 'required' })).toContain('JW from');
    expect(ask({ jw: 'not-accepted' })).not.toContain('JW from');
    expect(ask({ authorizationDrug: 'not-required' })).not.toContain('Days to ask after the service');
    expect(ask({ verifiedOn: '' })).not.toContain('Verified on');
  });
});
