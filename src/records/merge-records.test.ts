import { describe, expect, it } from 'vitest';
import { emptyClinicFile, type ClinicFile, emptyProvider, noAddress } from '../engine/clinic-file';
import { unknownProfile } from '../engine/payer-profile';
import { clinic, hospital, office, physician, plan } from '../formats/parties.fixture';
import { changesSince, idNow, noRecords, type ClinicRecords, type KeptClaim } from './clinic-records';
import { keptClaim, vialsOne } from './clinic-records.fixture';
import { higherControlNumber } from '../engine/control-number';
import { joinRecords, lackingIn, mergeRecords, withNumberOf, withValuesOf } from './merge-records';

const of = (...claims: KeptClaim[]): ClinicRecords => ({ ...noRecords, claims });
const [one, two, three] = [keptClaim('PT-1'), keptClaim('PT-2'), keptClaim('PT-3')];
const twice = (number: string): string =>
  `Control number ${number} may stand on two 837P files, one from here and one from elsewhere. Send only one of them.`;
const changed = (claim: KeptClaim, dose: string, minute: number): KeptClaim => ({
  ...claim,
  doseGiven: dose,
  keptAt: `2026-11-27T11:${String(minute).padStart(2, '0')}:00.000Z`,
});
const merged = (base: ClinicRecords, mine: ClinicRecords, theirs: ClinicRecords) => {
  const { records, told } = mergeRecords(base, mine, theirs, () => 'new');
  return { claims: records.claims.map(({ recordId, doseGiven }) => `${recordId} ${doseGiven}`), told };
};

describe('what the page and the file hold is put together', () => {
  const [early, late] = [changed(one, '30', 1), changed(one, '31', 2)];
  it.each([
    ['both added', of(), of(one), of(two), ['r-PT-2 36', 'r-PT-1 36'], []],
    ['both added the same', of(), of(one), of(one), ['r-PT-1 36'], []],
    ['the page changed it', of(one), of(early), of(one), ['r-PT-1 30'], []],
    ['the file changed it', of(one), of(one), of(early), ['r-PT-1 30'], []],
    ['both changed it alike', of(one), of(early), of(structuredClone(early)), ['r-PT-1 30'], []],
    ['the page deleted it', of(one, two), of(two), of(one, two), ['r-PT-2 36'], []],
    [
      'the file deleted it',
      of(one, two),
      of(one, two),
      of(two),
      ['r-PT-2 36'],
      ['Deleted in the file, and here too: PT-1, day not told.'],
    ],
    ['both changed it alike, one after the other', of(one), of(early), of(changed(one, '30', 9)), ['r-PT-1 30'], []],
    ['both deleted it', of(one), of(), of(), [], []],
    [
      'each changed another',
      of(one, two),
      of(early, two),
      of(one, changed(two, '5', 3)),
      ['r-PT-1 30', 'r-PT-2 5'],
      [],
    ],
    [
      'both changed it, the page last',
      of(one),
      of(late),
      of(early),
      ['r-PT-1 31', 'new 30'],
      ['The claim of PT-1, day not told, was changed here and in the file. Both are kept: take the wrong one out.'],
    ],
    [
      'both changed it, the file last',
      of(one),
      of(early),
      of(late, three),
      ['r-PT-1 31', 'new 30', 'r-PT-3 36'],
      ['The claim of PT-1, day not told, was changed here and in the file. Both are kept: take the wrong one out.'],
    ],
    [
      'the page deleted what the file changed',
      of(one),
      of(),
      of(early),
      ['r-PT-1 30'],
      ['The claim of PT-1, day not told, was deleted on one side and changed on the other. It is kept.'],
    ],
    [
      'the file deleted what the page changed',
      of({ ...one, patientReference: ' ' }),
      of({ ...early, patientReference: ' ' }),
      of(),
      ['r-PT-1 30'],
      [
        'The claim of a patient without a reference, day not told, was deleted on one side and changed on the other. ' +
          'It is kept.',
      ],
    ],
  ])('%s', (_what, base, mine, theirs, claims, told) => {
    expect(merged(base, mine, theirs)).toEqual({ claims, told });
  });

  it('vials too: the newest of two that were changed', () => {
    const vials = (count: number, hour: number): ClinicRecords => ({
      ...noRecords,
      vials: [{ ...vialsOne, count, keptAt: `2026-11-03T${10 + hour}:00:00.000Z` }],
    });
    const { records, told } = mergeRecords(vials(5, 0), vials(4, 1), vials(3, 2), () => 'new');
    expect(records.vials.map(({ count }) => count)).toEqual([3]);
    expect(told).toEqual(['Vials of lot L1 were changed here and in the file. The newest of the two stands.']);
  });

  it('and the clinic: each part by itself, and this page’s where both changed one', () => {
    const profile = (name: string, told = {}) => ({
      ...unknownProfile(`own-${name}`, name, 'commercial' as const),
      ...told,
    });
    const clinic = (change: Partial<ClinicFile>): ClinicRecords => ({
      ...noRecords,
      clinic: { ...emptyClinicFile, ...change },
    });
    const base = clinic({ profiles: [profile('A'), profile('B')] });
    const mine = clinic({
      profiles: [profile('A', { kd: true }), profile('B')],
      office: { ...emptyClinicFile.office, receiverName: 'Here', senderId: 'S1' },
    });
    const theirs = clinic({
      profiles: [profile('A', { kd: false }), profile('C')],
      office: { ...emptyClinicFile.office, receiverName: 'There', contactName: 'Desk' },
    });
    const { records, told } = mergeRecords(base, mine, theirs, () => 'new');
    expect(records.clinic.profiles).toEqual([profile('A', { kd: true }), profile('C')]);
    expect(records.clinic.office).toMatchObject({ receiverName: 'Here', senderId: 'S1', contactName: 'Desk' });
    expect(told).toEqual([
      'Payer profile “A”: changed here and in the file. What is here stands.',
      'Clinic’s details: changed here and in the file. What is here stands.',
      'Deleted in the file, and here too: Payer profile “B”.',
    ]);
  });

  it.each([
    ['the page alone counted on', '7', '9', '7', '9', []],
    ['the file alone counted on', '7', '7', '8', '8', []],
    ['the page took a lower one, the file changed nothing', '70', '5', '70', '5', []],
    ['both from the same number', '7', '9', '8', '9', [twice('7')]],
    ['both from the same number, the file further', '7', '8', '12', '12', [twice('7')]],
    ['both by one', '7', '8', '8', '8', [twice('7')]],
    ['both at first', '', '2', '31', '31', []],
    ['the page took it away', '7', '', '8', '8', []],
  ])('the number of the next 837P file: %s', (_what, base, mine, theirs, controlNumber, told) => {
    const of = (each: string): ClinicRecords => ({
      ...noRecords,
      clinic: { ...emptyClinicFile, office: { ...emptyClinicFile.office, controlNumber: each } },
    });
    const merged = mergeRecords(of(base), of(mine), of(theirs), () => 'new');
    expect(merged.records.clinic.office.controlNumber).toBe(controlNumber);
    expect(merged.told).toEqual(told);
    expect(withNumberOf(of(theirs), of(mine)).clinic.office.controlNumber).toBe(higherControlNumber(theirs, mine));
  });

  it('and the payers’ addresses and the providers one by one', () => {
    const payers = (...names: string[]): ClinicRecords => ({
      ...noRecords,
      clinic: {
        ...emptyClinicFile,
        office: {
          ...emptyClinicFile.office,
          payers: names.map((name) => ({
            payer: 'commercial' as const,
            name,
            id: `ID-${name}`,
            indicator: '',
            ...noAddress,
          })),
          providers: names.map((name) => ({ ...emptyProvider, id: name, name })),
        },
      },
    });
    const { records, told } = mergeRecords(payers('A'), payers('A', 'B'), payers('A', 'C'), () => 'new');
    const { payers: addresses, providers } = records.clinic.office;
    for (const list of [addresses, providers]) expect(list.map(({ name }) => name)).toEqual(['A', 'C', 'B']);
    expect(told).toEqual([]);
  });
});

describe('a file that may be older is put together with the page', () => {
  const joined = (base: ClinicRecords, mine: ClinicRecords, theirs: ClinicRecords) => {
    const { records, told } = joinRecords(base, mine, theirs, () => 'new');
    return { claims: records.claims.map(({ recordId, doseGiven }) => `${recordId} ${doseGiven}`), told };
  };
  const late = changed(one, '31', 5);
  it.each([
    [
      'what it lacks is kept',
      of(one, two),
      of(one, two, three),
      of(one),
      ['r-PT-1 36', 'r-PT-2 36', 'r-PT-3 36'],
      ['Not in the file, and kept: PT-2, day not told.'],
    ],
    [
      'what it holds of before stands as here',
      of(late),
      of(late),
      of(one),
      ['r-PT-1 31'],
      ['Older in the file, and left as here: PT-1, day not told.'],
    ],
    ['what it holds of after is taken', of(one), of(one), of(late), ['r-PT-1 31'], []],
    ['what was deleted here stays deleted', of(one, two), of(one), of(one, two), ['r-PT-1 36'], []],
  ])('%s', (_what, base, mine, theirs, claims, told) => {
    expect(joined(base, mine, theirs)).toEqual({ claims, told });
  });

  it('or takes its place, and what goes is told', () => {
    expect(lackingIn(of(one), { ...of(late, two), vials: [vialsOne] })).toEqual([
      'Was here, and is not in this file: PT-2, day not told; vials of lot L1.',
      'Is older in this file than it was here: PT-1, day not told.',
    ]);
    expect(lackingIn(of(one, two, three), of(one, two))).toEqual([]);
  });

  it('of vials and the clinic too', () => {
    const mine = {
      ...noRecords,
      vials: [vialsOne],
      clinic: { ...emptyClinicFile, profiles: [unknownProfile('own-A', 'A', 'medicaid')] },
    };
    const { records, told } = joinRecords(mine, mine, noRecords, () => 'new');
    expect(records).toEqual(mine);
    expect(told).toEqual(['Not in the file, and kept: vials of lot L1.']);
  });
});

describe('the claim in the form', () => {
  it.each([
    ['as it was kept', of(one), one, 'r-PT-1'],
    ['of its own', of(one), { ...two, recordId: '' }, ''],
    ['that is kept twice by now', of(changed(one, '31', 2), { ...one, recordId: 'new' }), one, 'new'],
    ['that the file changed', of(changed(one, '31', 2)), one, 'r-PT-1'],
    ['that the file deleted', of(two), { ...one, keptAt: '2026-01-01T00:00:00.000Z' }, 'r-PT-1'],
  ])('%s', (_what, records, claim, id) => {
    expect(idNow(records, claim)).toBe(id);
  });
});

describe('what changed since it was saved', () => {
  it.each([
    ['nothing', of(one, two), of(one, structuredClone(two)), 0],
    ['one added, one changed, one deleted', of(one, two), of(changed(one, '1', 1), three), 3],
    [
      'the clinic',
      noRecords,
      { ...noRecords, clinic: { ...emptyClinicFile, profiles: [unknownProfile('own-A', 'A', 'medicaid')] } },
      1,
    ],
    [
      'each entry of the clinic’s lists, and sender with receiver as one',
      noRecords,
      {
        ...noRecords,
        clinic: {
          ...emptyClinicFile,
          fees: [{ code: '62370', perUnit: { tenthsOfCent: 350_000 } }],
          office: { ...office, providers: [clinic, physician], payers: [plan], facilities: [hospital] },
        },
      },
      6,
    ],
    ['vials', noRecords, { ...noRecords, vials: [vialsOne] }, 1],
  ])('%s', (_what, saved, now, count) => {
    expect(changesSince(saved, now)).toBe(count);
  });

  it('is the very same value where it is the same', () => {
    const shared = withValuesOf(structuredClone(of(one, changed(two, '7', 7))), of(one, two));
    expect(shared.claims[0]).toBe(one);
    expect(shared.claims[1]).toEqual(changed(two, '7', 7));
    expect(shared.clinic).toBe(noRecords.clinic);
  });
});
