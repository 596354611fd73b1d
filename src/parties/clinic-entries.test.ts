import { describe, expect, it } from 'vitest';
import { clinic, hospital, physician, plan } from '../formats/parties.fixture';
import {
  blankFacility,
  blankPayer,
  blankProvider,
  fieldsOfEntry,
  isBiller,
  isBlankEntry,
  partiesOfEntry,
  reasonsAgainstEntry,
  withAnswer,
  withPayerType,
} from './clinic-entries';
import { keptOf, rowsOf } from './use-entries';

describe('an entry of the clinic’s lists, before any claim names it', () => {
  it.each([
    ['bills', clinic],
    ['treats', physician],
    ['elsewhere', physician],
    ['place', hospital],
    ['payer', plan],
  ] as const)('nothing is missing of a whole one that is in %s', (kind, entry) => {
    expect(reasonsAgainstEntry(kind, entry)).toEqual([]);
  });

  it('each missing or wrong answer is told, and none of anything else', () => {
    const said = (...of: Parameters<typeof reasonsAgainstEntry>) => reasonsAgainstEntry(...of).map(({ says }) => says);
    expect(said('bills', { ...clinic, npi: '1234567890', zip: '58102' })).toEqual([
      'Provider NPI must be the ten digits of an NPI, with its check digit',
      'Provider ZIP must be nine digits (ZIP+4)',
    ]);
    expect(said('treats', blankProvider('person', 'x'))).toEqual([
      'Enter the rendering provider’s last name',
      'Enter the rendering provider’s NPI',
    ]);
    expect(said('place', { ...hospital, state: '' })).toEqual(['Enter the state of the place']);
    expect(said('payer', { ...plan, id: '' })).toEqual(['Enter the payer ID']);
  });

  it('a person who bills has a first name, an organization has none', () => {
    expect(fieldsOfEntry('bills', { kind: 'person' }).texts).toContain('providerFirst');
    expect(fieldsOfEntry('bills', { kind: 'organization' }).texts).not.toContain('providerFirst');
  });
  it('asks for the town of payments once they go to a street of their own', () => {
    const rest = ['payToCity', 'payToState', 'payToZip'];
    const asked = (payToStreet: string) => fieldsOfEntry('bills', { kind: 'organization', payToStreet }).texts;
    expect(asked(' ')).toContain('payToStreet');
    expect(asked(' ').filter((field) => rest.includes(field))).toEqual([]);
    expect(asked('PO Box 7').filter((field) => rest.includes(field))).toEqual(rest);
    expect(reasonsAgainstEntry('bills', { ...physician, taxId: '123456789' }).map(({ field }) => field)).toEqual([
      'providerStreet',
      'providerCity',
      'providerState',
      'providerZip',
    ]);
  });

  it('an answer goes into its own part of the entry', () => {
    expect(withAnswer('treats', physician, 'renderingNpi', '1')).toEqual({ ...physician, npi: '1' });
    expect(withAnswer('place', hospital, 'facilityZip', '2')).toEqual({ ...hospital, zip: '2' });
    expect(withAnswer('payer', plan, 'filingIndicator', 'BL')).toEqual({ ...plan, indicator: 'BL' });
    expect(withPayerType({ ...plan, indicator: 'BL' }, 'medicaid')).toEqual({
      ...plan,
      payer: 'medicaid',
      indicator: '',
    });
    expect(partiesOfEntry('bills', clinic)).toMatchObject({ providerName: clinic.name, providerZip: clinic.zip });
  });

  it('one of which only the kind is told is blank, and who bills is told by a tax ID or address', () => {
    expect([blankProvider('person', 'x'), blankFacility('y'), blankPayer('medicaid')].map(isBlankEntry)).toEqual([
      true,
      true,
      true,
    ]);
    expect([clinic, hospital, plan, { ...blankPayer('medicaid'), id: 'M' }].map(isBlankEntry)).toEqual(
      Array.from({ length: 4 }, () => false),
    );
    expect([clinic, physician, { ...physician, taxId: '1' }].map(isBiller)).toEqual([true, false, true]);
  });
});

it('a row keeps its key while its entry stays, and what is blank is not kept', () => {
  let next = 0;
  const key = () => `key-${(next += 1)}`;
  const first = rowsOf([clinic, physician], [], key);
  const again = rowsOf([physician, { ...clinic, name: 'Other' }], first.rows, key);
  expect(first.rows.map((row) => row.key)).toEqual(['key-1', 'key-2']);
  expect(again.rows.map((row) => row.key)).toEqual(['key-2', 'key-3']);
  const rows = [...first.rows, { key: 'new', entry: blankProvider('person', 'x') }];
  expect(keptOf(rows, isBlankEntry)).toEqual([clinic, physician]);
});
