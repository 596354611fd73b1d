import { describe, expect, it } from 'vitest';
import type { KeptMapping, PayerOfText } from '../engine/clinic-file';
import type { Column } from './columns';
import {
  askedForAll,
  cellReader,
  doubledHeadings,
  isOfSameHeadings,
  keptPayers,
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
    [
      'an export of drug billing as it comes',
      (
        'Acct,Visit Dt,Insurance,Auth No,Dx1,POS,Drug amt mg,Discarded mg,Vial NDC,# vials,CPT/HCPCS,Mod,Qty,Fee,' +
        'Ins Paid,Entered By,Provider'
      ).split(','),
      {
        patient_reference: [0],
        date_of_service: [1],
        payer: [2],
        authorization_number: [3],
        diagnoses: [4],
        setting: [5],
        dose_given: [6],
        dose_wasted: [7],
        ndc: [8],
        container_count: [9],
        billed_code: [10],
        billed_modifiers: [11],
        billed_units: [12],
        billed_charge: [13],
        billed_paid: [14],
        biller: [15],
      },
    ],
    [
      'others of billing systems',
      'Pt No,Acct,Payor,HCPCS Code,Chg,Pymt,Opened mg,Auth Status,Auth #,Dx 4,Vial Count,Posted By'.split(','),
      {
        patient_reference: [0],
        account: [1],
        payer: [2],
        billed_code: [3],
        billed_charge: [4],
        billed_paid: [5],
        labeled_amount: [6],
        authorization_status: [7],
        authorization_number: [8],
        diagnoses: [9],
        container_count: [10],
        biller: [11],
      },
    ],
    [
      'the payer’s name, where nothing else tells who pays',
      ['Payer Name', 'Acct No'],
      { payer: [0], patient_reference: [1] },
    ],
    ['and where something does, for a file', ['Payer', 'Payer Name'], { payer: [0], payer_name: [1] }],
    [
      'the unit of a heading',
      ['Dose mcg', 'Waste (mL)'],
      { dose_given: [0], dose_given_unit: 'mcg', dose_wasted: [1], dose_wasted_unit: 'mL' },
    ],
    [
      'no unit of a heading beside a column of units',
      ['Dose mcg', 'Dose unit'],
      { dose_given: [0], dose_given_unit: [1] },
    ],
    ['a strength is no amount', ['Strength mcg/mL'], { strength: [0] }],
    [
      'a bare NDC beside a count is of the container',
      ['NDC', 'Vials', 'Units'],
      { ndc: [0], container_count: [1], billed_units: [2] },
    ],
    ['the size of one vial is not that of all', ['Vial size mg', '# vials'], { container_count: [1] }],
    ['none of what nobody knows', ['Colour', 'DOS'], { date_of_service: [1] }],
  ])('%s', (_name, headings, mapping) => {
    expect(places(proposedMapping(headings))).toEqual(mapping);
  });

  it.each([
    ['1', 'container_count'],
    ['66794-157-02 x 1', 'containers'],
    ['', 'containers'],
  ])('“Vials opened” of “%s” is %s', (cell, column) => {
    expect(places(proposedMapping(['Vials opened'], [], [[cell]]))).toEqual({ [column]: [0] });
  });

  it('tells doubled headings', () => {
    expect(doubledHeadings(['Units', 'DOS', 'units ', ''])).toEqual(['Units']);
  });

  it('what the clinic kept for these headings comes first, by its headings, wherever they stand', () => {
    const kept = toKeep({ dose_given: { places: [1] }, payer: { always: 'Medicaid' } }, ['Day', 'Menge']);
    expect(places(proposedMapping(['Menge', 'Day'], [kept]))).toEqual({ dose_given: [0], payer: 'Medicaid' });
    expect(places(proposedMapping(['Day', 'DOS'], [kept]))).toEqual({ date_of_service: [1] });
  });

  it('what was left out stays out, and a heading that is new is proposed', () => {
    const kept = toKeep({ dose_given: { places: [0] }, setting: { always: 'Office' } }, ['Menge', 'Units']);
    expect(places(proposedMapping(['Menge', 'Units', 'Vial NDC', 'Waste mcg', 'POS'], [kept]))).toEqual({
      setting: [4],
      dose_given: [0],
      ndc: [2],
      dose_wasted: [3],
      dose_wasted_unit: 'mcg',
    });
    const { unused: _unknown, ...ofBefore } = kept;
    expect(places(proposedMapping(['Menge', 'Units', 'POS'], [ofBefore]))).toEqual({
      dose_given: [0],
      setting: 'Office',
    });
    const inMcg: KeptMapping = { columns: [{ column: 'dose_given', headings: ['Menge mcg'] }], payers: [] };
    expect(places(proposedMapping(['Menge mcg'], [inMcg]))).toEqual({ dose_given: [0], dose_given_unit: 'mcg' });
  });

  it('what payers are is kept, that of these headings first', () => {
    const of = (payer: PayerOfText['payer'], text: string): PayerOfText => ({ text, payer, profile: '' });
    const one = toKeep({ payer: { places: [0] } }, ['Ins'], [of('commercial', 'BCBS')]);
    const other = toKeep({ payer: { places: [0] } }, ['Plan'], [of('medicaid', 'BCBS'), of('self-pay', 'None')]);
    expect(keptPayers(['Plan'], [one, other])).toEqual([of('medicaid', 'BCBS'), of('self-pay', 'None')]);
    expect([isOfSameHeadings(one, { ...one, payers: [] }), isOfSameHeadings(one, other)]).toEqual([true, false]);
  });

  it('a unit goes with the column whose heading names it', () => {
    const headings = ['Amount mcg', 'Amount'];
    const taken = withPlace({}, 0, 'dose_given', headings);
    expect(places(taken)).toEqual({ dose_given: [0], dose_given_unit: 'mcg' });
    expect(places(withPlace(taken, 1, 'dose_given', headings))).toEqual({ dose_given: [1] });
    expect(places(withPlace(taken, 0, null, headings))).toEqual({});
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
    expect(missingColumns({ ...proposedMapping(['DOS', 'Containers', 'Payer', 'POS']) })).toEqual([
      'instilled',
      'reservoir',
    ]);
    const withPurpose = proposedMapping(['DOS', 'Containers', 'Payer', 'POS', 'Purpose']);
    expect([missingColumns(withPurpose), askedForAll(withPurpose)]).toEqual([
      ['instilled'],
      ['instilled', 'reservoir', 'leftover'],
    ]);
    const ofDose = proposedMapping(['DOS', 'Dose', 'Waste', 'Payer', 'POS', '# vials', 'Containers', 'Auth No']);
    expect(missingColumns(ofDose)).toEqual(['ndc', 'authorization_status']);
    expect(askedForAll({ ...ofDose, setting: { always: 'Office' } })).toEqual([
      'ndc',
      'setting',
      'authorization_status',
    ]);
  });

  it('a unit for all rows is of amounts without one, and an approval of rows with its number', () => {
    const read = cellReader({
      dose_given: { places: [0] },
      dose_given_unit: { always: 'mcg' },
      authorization_number: { places: [1] },
      authorization_status: { always: 'Approved' },
    });
    const told = (...row: string[]) => {
      const { cells } = read(row, 2);
      return [cells.dose_given_unit, cells.authorization_status];
    };
    expect([told('75', 'PA1'), told('36 mg', ''), told('5 mg + 500 mcg', ' ')]).toEqual([
      ['mcg', 'Approved'],
      ['', ''],
      ['mcg', ''],
    ]);
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
