import { describe, expect, it } from 'vitest';
import { day } from '../engine/dated';
import { linesOf } from '../engine/claim-lines';
import { prepareClaim } from '../engine/prepare-claim';
import { ruleBook } from '../rules';
import { asEntered } from './as-entered';
import { inShort } from './in-short';
import { keptRecord, readKeptRecord } from './kept-record';
import { readWorksheet } from './read-worksheet';
import { understoodOf } from './understood';
import { emptyContainer, emptyWorksheet, type BesideText, type WorksheetText } from './worksheet-text';

const today = day('2026-11-25');
const vial = { ...emptyContainer, product: '66794015702', ndc: '66794-0157-02', count: '1', lot: 'A1' };
const syringe = { ...emptyContainer, product: '66794015101', ndc: '66794-0151-01', count: '1', lot: 'T9' };
const rows = (...told: readonly (typeof vial)[]) => [...told, emptyContainer];

const sheet = (beside: Partial<BesideText>, change: Partial<WorksheetText> = {}): WorksheetText => ({
  ...emptyWorksheet,
  doseGiven: '40',
  doseWasted: '0',
  dateOfService: '11/20/2026',
  payer: 'medicare-part-b',
  setting: 'office',
  diagnoses: 'G80.1',
  ...change,
  drugBeside: { ...emptyWorksheet.drugBeside, ...beside },
});
const trial = { use: 'trial', doseGiven: '50 mcg', doseGivenUnit: 'mcg', doseWasted: '0' } as const;

/** The lines, or what is wrong with which field. */
const told = (worksheet: WorksheetText): readonly string[] => {
  const { encounter, problems } = readWorksheet(worksheet, today);
  if (!encounter) return problems.map(({ field, message }) => `${field}: ${message}`);
  return linesOf(prepareClaim(encounter, ruleBook)).map(
    ({ hcpcs, modifiers, unitsOfService }) => `${[hcpcs, ...modifiers].join('-')} x${unitsOfService.units}`,
  );
};

describe('a second drug of the day, as it was entered', () => {
  it.each<[what: string, worksheet: WorksheetText, ...told: string[]]>([
    ['none', sheet({}), 'J0475-JZ x4'],
    ['what is typed of it counts only once it is said what it was', sheet({ doseGiven: '50' }), 'J0475-JZ x4'],
    ['a trial', sheet(trial), 'J0475-JZ x4', 'J0476-JZ x1'],
    ['a trial out of its container', sheet({ ...trial, containers: rows(syringe) }), 'J0475-JZ x4', 'J0476-JZ x1'],
    [
      'in mL of its container',
      sheet({ ...trial, doseGiven: '1 mL', containers: rows(syringe) }),
      'J0475-JZ x4',
      'J0476-JZ x1',
    ],
    ['a second fill', sheet({ use: 'fill', doseGiven: '40', doseWasted: '0', containers: rows(vial) }), 'J0475-JZ x8'],
    [
      'of the same containers: no waste and no container of its own is asked',
      sheet({ use: 'fill', sameContainers: true, doseGiven: '5' }, { doseGiven: '5', labeledAmount: '10' }),
      'J0475-JZ x1',
    ],
    [
      'beside a refill the containers of the nurse’s entry are its own',
      sheet(
        { ...trial, sameContainers: true },
        {
          entry: 'refill',
          refill: { ...emptyWorksheet.refill, containers: rows(vial), reservoir: '20', instilled: '20' },
        },
      ),
      'J0475-JZ x4',
      'J0476-JZ x1',
    ],
    ['supplied by a pharmacy', sheet({ ...trial, drugSource: 'supplied' }), 'J0475-JZ x4'],
    ['nothing given', sheet({ ...trial, doseGiven: '' }), 'drugBeside.doseGiven: Enter the second dose given'],
    ['0 given', sheet({ ...trial, doseGiven: '0' }), 'drugBeside.doseGiven: Second dose given must be more than 0'],
    [
      'nothing said of waste',
      sheet({ ...trial, doseWasted: '' }),
      'drugBeside.doseWasted: Enter the second dose wasted, or 0 if there was none',
    ],
    [
      'mL without a container',
      sheet({ ...trial, doseGiven: '1 mL' }),
      'drugBeside.doseGiven: Second dose given must be in mg or mcg, or its container entered below',
    ],
    [
      'a container that is not on file',
      sheet({ ...trial, containers: rows({ ...emptyContainer, ndc: '12345-6789-01', count: '1' }) }),
      expect.stringMatching(/^drugBeside\.containers\.0\.ndc: 12345-6789-01 is none of/) as unknown as string,
    ],
    [
      'a charge that cannot be read',
      sheet({ ...trial, chargePerUnit: 'x' }),
      expect.stringMatching(/^drugBeside\.chargePerUnit: /) as unknown as string,
    ],
    [
      'a charge is not asked of the same drug',
      sheet({ use: 'fill', doseGiven: '40', doseWasted: '0', chargePerUnit: 'x' }),
      'J0475-JZ x8',
    ],
  ])('%s', (_what, worksheet, ...expected) => {
    expect(told(worksheet)).toEqual(expected);
  });

  it('its lots, its NDC and its charge are its own; when waste was thrown away is told of both', () => {
    const worksheet = sheet(
      { ...trial, containers: rows(syringe), chargePerUnit: '60' },
      { chargePerUnit: '200', wasteDate: '11/20/2026' },
    );
    expect(readWorksheet(worksheet, today).encounter?.drugBeside).toMatchObject({
      opened: [{ lot: 'T9', count: 1 }],
      ndcs: ['66794015101'],
      chargePerUnit: { tenthsOfCent: 60_000 },
      purpose: 'screening-trial',
      route: 'intrathecal-lumbar-puncture',
    });
    expect(readWorksheet(worksheet, today).encounter?.wasteDate).toBeNull();
    const wasting = { ...worksheet, drugBeside: { ...worksheet.drugBeside, doseWasted: '10' } };
    expect(readWorksheet(wasting, today).encounter?.wasteDate).toBe('2026-11-20');
  });

  it('units approved of it are read where preauthorization was given and it has a code of its own', () => {
    const unitsOf = (beside: Partial<BesideText>, change: Partial<WorksheetText>) => {
      const { encounter } = readWorksheet(
        sheet({ ...trial, unitsApproved: '2', unitsUsed: '1', ...beside }, { payer: 'commercial', ...change }),
        today,
      );
      return [encounter?.drugBeside?.unitsApproved?.units, encounter?.drugBeside?.unitsUsed?.units];
    };
    expect(unitsOf({}, { priorAuthorization: 'approved' })).toEqual([2, 1]);
    expect(unitsOf({}, {})).toEqual([undefined, undefined]);
    expect(unitsOf({ use: 'fill' }, { priorAuthorization: 'approved' })).toEqual([undefined, undefined]);
    expect(told(sheet({ ...trial, unitsApproved: 'two' }, { priorAuthorization: 'approved' }))).toEqual([
      expect.stringMatching(/^drugBeside\.unitsApproved: Units approved of the second drug/),
    ]);
  });

  it('is said back in units of its own code, stands in the folded line, and on paper', () => {
    const worksheet = sheet({ ...trial, containers: rows({ ...syringe, expiry: '03/31/2028' }) });
    expect(understoodOf(worksheet, null, today)).toMatchObject({
      doseGiven: '40 mg = 4 units of 10 mg',
      'drugBeside.doseGiven': '50 mcg = 1 unit of 50 mcg',
      'drugBeside.containers.0.expiry': 'through Fri Mar 31, 2028',
    });
    expect(inShort(worksheet, ['services'])).toBe('A screening trial by lumbar puncture');
    expect(inShort(sheet({}), ['services'])).toBe('');
    const paper = asEntered(worksheet, null, today).map(({ label, value }) => `${label}: ${value}`);
    expect(paper).toEqual(
      expect.arrayContaining([
        'Another drug of this day: A screening trial by lumbar puncture',
        expect.stringMatching(/^Opened for it: 1 × Gablofen.*lot T9/),
        'Second dose given: 50 mcg',
        'Second dose wasted: 0 mg',
        'Second drug: Bought by the practice',
      ]),
    );
    expect(asEntered(sheet({}), null, today).some(({ label }) => label.startsWith('Second'))).toBe(false);
  });

  it('an older record, which has none, opens as before; a newer one to the letter', () => {
    const older = keptRecord(sheet({}));
    expect(older).not.toHaveProperty('drugBeside');
    expect(readKeptRecord(older)).toEqual({ record: sheet({}) });
    const newer = sheet({ ...trial, containers: rows(syringe) });
    expect(readKeptRecord(JSON.parse(JSON.stringify(keptRecord(newer))))).toEqual({ record: newer });
  });
});
