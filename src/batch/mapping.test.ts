import { describe, expect, it } from 'vitest';
import type { Column } from './columns';
import {
  cellReader,
  doubledHeadings,
  missingColumns,
  proposedMapping,
  toKeep,
  withPlace,
  type Mapping,
} from './mapping';

const places = (mapping: Mapping): Record<string, unknown> =>
  Object.fromEntries(
    Object.entries(mapping).map(([column, source]) => [column, 'places' in source ? source.places : source.always]),
  );

describe('what headings propose', () => {
  it.each([
    ['names of a written file', ['date_of_service', 'dose_given'], { date_of_service: [0], dose_given: [1] }],
    ['labels of the form', ['Date of service', 'Dose given'], { date_of_service: [0], dose_given: [1] }],
    ['what others call them', ['DOS', 'Dose (mg)', 'POS'], { date_of_service: [0], dose_given: [1], setting: [2] }],
    [
      'what systems shorten',
      ['Visit Dt', 'Primary Ins', 'Proc Cd', 'Mods', 'Billed Amt', 'Pt No', 'Vial Size mg'],
      {
        date_of_service: [0],
        payer: [1],
        billed_code: [2],
        billed_modifiers: [3],
        billed_charge: [4],
        patient_reference: [5],
        labeled_amount: [6],
      },
    ],
    ['several for a list', ['DX1', 'DX2'], { diagnoses: [0, 1] }],
    ['a bare NDC beside a dose is of the container', ['NDC', 'Dose'], { ndc: [0], dose_given: [1] }],
    ['and beside units it is of the line', ['NDC', 'Units'], { billed_ndc: [0], billed_units: [1] }],
    ['none of a doubled heading', ['Units', 'Units', 'DOS'], { date_of_service: [2] }],
    ['none of two that could be it', ['Waste', 'Wasted', 'DOS'], { date_of_service: [2] }],
    ['of two, the one with its own name', ['Waste', 'Dose wasted'], { dose_wasted: [1] }],
    ['none of what nobody knows', ['Colour', 'DOS'], { date_of_service: [1] }],
  ])('%s', (_name, headings, mapping) => {
    expect(places(proposedMapping(headings))).toEqual(mapping);
  });

  it('tells doubled headings', () => {
    expect(doubledHeadings(['Units', 'DOS', 'units ', ''])).toEqual(['Units']);
  });

  it('what the clinic kept for these headings comes first, by its headings, wherever they stand', () => {
    const kept = toKeep({ dose_given: { places: [1] }, payer: { always: 'Medicaid' } }, ['Day', 'Menge']);
    expect(places(proposedMapping(['Menge', 'Day'], [kept]))).toEqual({ dose_given: [0], payer: 'Medicaid' });
    expect(places(proposedMapping(['Day', 'DOS'], [kept]))).toEqual({ date_of_service: [1] });
  });

  it.each<[string, Mapping, number, Column | null, Record<string, unknown>]>([
    ['for a column that was blank', {}, 1, 'payer', { payer: [1] }],
    ['in the place of another', { payer: { places: [0] } }, 1, 'payer', { payer: [1] }],
    ['beside another of a list', { diagnoses: { places: [2] } }, 1, 'diagnoses', { diagnoses: [1, 2] }],
    ['for another column than before', { payer: { places: [1] } }, 1, 'account', { account: [1] }],
    ['for none', { payer: { places: [1] }, diagnoses: { places: [1, 2] } }, 1, null, { diagnoses: [2] }],
    ['instead of a text for every row', { payer: { always: 'Medicaid' } }, 0, 'payer', { payer: [0] }],
  ])('a heading is taken %s', (_name, before, place, column, after) => {
    expect(places(withPlace(before, place, column))).toEqual(after);
  });

  it('says what no row would have', () => {
    expect(missingColumns(proposedMapping(['DOS', 'Dose', 'Payer']))).toEqual<Column[]>(['dose_wasted', 'setting']);
    expect(missingColumns({ ...proposedMapping(['DOS', 'Containers', 'Payer', 'POS']) })).toEqual(['instilled']);
  });

  it('cells come by column, several joined, and one text for every row', () => {
    const read = cellReader({ diagnoses: { places: [0, 1] }, account: { places: [2] }, payer: { always: 'Medicaid' } });
    const { line, cells } = read(['G80.1', 'G35.D', 'A'], 7);
    expect([line, cells.diagnoses, cells.account, cells.payer, cells.ndc]).toEqual([
      7,
      'G80.1 G35.D',
      'A',
      'Medicaid',
      '',
    ]);
  });
});
