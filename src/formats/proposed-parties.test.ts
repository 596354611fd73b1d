import { describe, expect, it } from 'vitest';
import { noAddress, type PayerAddress } from '../engine/clinic-file';
import type { Sending } from './parties';
import { clinic, sending as typed } from './parties.fixture';
import { partiesToFill, proposalsFor, saidOfProposals, type KnownOfPatient } from './proposed-parties';

const known = (payer: PayerAddress['payer'], name: string): PayerAddress => ({
  ...noAddress,
  payer,
  name,
  id: `${name}-1`,
  indicator: 'CI',
});
const plan = known('commercial', 'PLAN A');
/** Nothing is told of the patient, the payer or the number. */
const blank: Sending = {
  ...typed,
  ...(Object.fromEntries(
    ['patientLast', 'patientFirst', 'birthDate', 'patientStreet', 'patientCity', 'patientState', 'patientZip']
      .concat(['payerName', 'payerId', 'memberId', 'accountNumber', 'sex'])
      .map((field) => [field, '']),
  ) as Partial<Sending>),
};
const none = { account: '', patientReference: '', isToNextPayer: false };
const office = { payers: [], providers: [clinic], facilities: [] };
type Told = Parameters<typeof proposalsFor>[0];
const proposed = (changed: Partial<Told> = {}) =>
  proposalsFor({ record: none, office, payer: 'commercial', sending: blank, known: null, addresses: [], ...changed });
const fields = (proposals: ReturnType<typeof proposalsFor>) =>
  Object.assign({}, ...Object.values(proposals).map(({ told }) => told));

describe('proposed', () => {
  it.each([
    ['the account', { account: ' A-7 ', patientReference: 'PT-1' }, 'A-7'],
    ['the reference where there is no account', { account: ' ', patientReference: 'PT-1' }, 'PT-1'],
    ['twenty characters', { account: 'x'.repeat(20), patientReference: '' }, 'x'.repeat(20)],
    ['nothing to the next payer: the first claim has it', { account: 'A-7', isToNextPayer: true }, undefined],
    ['nothing of one that the element cannot take', { account: 'x'.repeat(21), patientReference: 'PT-1' }, undefined],
    ['nothing where nothing is told', none, undefined],
  ])('as account number: %s', (_what, record, number) =>
    expect(fields(proposed({ record: { ...none, ...record } })).accountNumber).toBe(number),
  );

  it.each([
    ['the only one of that type', [plan, known('medicaid', 'STATE')], 'PLAN A'],
    ['none of two', [plan, known('commercial', 'PLAN B')], undefined],
    ['none of another type', [known('medicaid', 'STATE')], undefined],
  ])('as payer: %s', (_what, payers, name) =>
    expect(fields(proposed({ office: { ...office, payers } })).payerName).toBe(name),
  );

  const kid = { ...blank, patientLast: 'SAMPLE', patientStreet: '2 Example Street', patientZip: '58102' };
  it.each<[string, Partial<Sending>, Partial<Told>, object]>([
    ['the town of a ZIP of the clinic', { patientZip: '58102' }, {}, { patientCity: 'Fargo', patientState: 'ND' }],
    ['with nine digits', { patientZip: '58102-0009' }, {}, { patientCity: 'Fargo', patientState: 'ND' }],
    ['none while the ZIP is typed', { patientZip: '5810' }, {}, {}],
    ['none of a ZIP that nobody has', { patientZip: '58104' }, {}, {}],
    [
      'of a patient’s ZIP that is known',
      { patientZip: '56560' },
      { addresses: [{ street: '1', city: 'Moorhead', state: 'MN', zip: '56560-1234' }] },
      { patientCity: 'Moorhead', patientState: 'MN' },
    ],
    [
      'none where two towns share a ZIP',
      { patientZip: '58102' },
      { addresses: [{ street: '1', city: 'West Fargo', state: 'ND', zip: '58102' }] },
      {},
    ],
    ['nothing of a subscriber who is the patient', kid, {}, { patientCity: 'Fargo', patientState: 'ND' }],
    [
      'name and address of a child’s subscriber',
      { ...kid, relationship: '19' },
      {},
      {
        patientCity: 'Fargo',
        patientState: 'ND',
        insuredLast: 'SAMPLE',
        insuredStreet: '2 Example Street',
        insuredZip: '58102',
        insuredCity: '',
        insuredState: '',
      },
    ],
    ['nothing of an employer', { ...kid, relationship: '20' }, {}, { patientCity: 'Fargo', patientState: 'ND' }],
  ])('%s', (_what, told, changed, wanted) =>
    expect(fields(proposed({ sending: { ...blank, ...told }, ...changed }))).toEqual(wanted),
  );
});

describe('filled in', () => {
  const account = (accountNumber: string) => ({ account: { told: { accountNumber }, from: '' } });
  const ofPlan = { payerName: 'PLAN A', payerId: 'PLAN A-1', filingIndicator: 'CI' } as const;
  const payer = { payer: { told: ofPlan, from: '' } };
  type Told = Partial<Sending>;
  type Proposals = ReturnType<typeof proposalsFor>;
  it.each<[what: string, sending: Told, before: Proposals, now: Proposals, changes: Told]>([
    ['where it is blank', {}, {}, { ...account('PT-1'), ...payer }, { accountNumber: 'PT-1', ...ofPlan }],
    ['what is typed wins', { accountNumber: 'WS-1' }, {}, account('PT-1'), {}],
    [
      'another reference takes it along',
      { accountNumber: 'PT-1' },
      account('PT-1'),
      account('PT-2'),
      { accountNumber: 'PT-2' },
    ],
    ['a reference that is taken out as well', { accountNumber: 'PT-1' }, account('PT-1'), {}, { accountNumber: '' }],
    ['what somebody took out stays out', {}, account('PT-1'), account('PT-1'), {}],
    ['a payer of which a part is typed is left alone', { payerName: 'MINE' }, {}, payer, {}],
    [
      'a payer that is no longer the only one goes',
      ofPlan,
      payer,
      {},
      { payerName: '', payerId: '', filingIndicator: '' },
    ],
  ])('%s', (_what, told, before, now, changes) =>
    expect(partiesToFill({ ...blank, ...told }, before, now)).toEqual(changes),
  );

  const record: KnownOfPatient = {
    patient: { ...typed, patientLast: 'KEPT', patientCity: 'Moorhead' },
    member: { memberId: 'M9', relationship: '19', insuredLast: 'PARENT', groupNumber: '' },
    from: 'From the record of 05/04/2026.',
  };
  it('the same patient whole, with member and subscriber, and says from which record', () => {
    const proposals = proposed({ known: record });
    const changes = partiesToFill(blank, {}, proposals);
    expect(changes).toMatchObject({
      patientLast: 'KEPT',
      patientCity: 'Moorhead',
      memberId: 'M9',
      relationship: '19',
      insuredLast: 'PARENT',
    });
    const said = saidOfProposals({ ...blank, ...changes }, proposals);
    expect([said.get('patientLast'), said.get('memberId'), said.get('groupNumber')]).toEqual([
      'From the record of 05/04/2026.',
      'From the record of 05/04/2026.',
      undefined,
    ]);
    // Another reference, of whom nothing is known, takes all of it along.
    const back = partiesToFill({ ...blank, ...changes }, proposals, proposed());
    expect({ ...blank, ...changes, ...back }).toMatchObject({
      patientLast: '',
      memberId: '',
      insuredLast: '',
      relationship: '18',
    });
  });
  it('nothing of a record where another patient was typed', () => {
    expect(
      partiesToFill({ ...blank, patientLast: 'OTHER' }, {}, proposed({ known: { ...record, member: null } })),
    ).toEqual({});
  });
  it('a subscriber’s address follows the patient’s until somebody changes it', () => {
    let sending: Sending = { ...blank, relationship: '19' };
    let before: Proposals = {};
    const type = (changed: Partial<Sending>) => {
      sending = { ...sending, ...changed };
      for (let step = 0; step < 3; step += 1) {
        const now = proposed({ sending });
        sending = { ...sending, ...partiesToFill(sending, before, now) };
        before = now;
      }
    };
    type({ patientLast: 'SAMPLE' });
    type({ patientStreet: '2 Exa' });
    type({ patientStreet: '2 Example Street' });
    type({ patientZip: '58102' });
    expect(sending).toMatchObject({
      patientCity: 'Fargo',
      insuredLast: 'SAMPLE',
      insuredStreet: '2 Example Street',
      insuredCity: 'Fargo',
    });
    type({ insuredStreet: '9 Other Street' });
    type({ patientStreet: '3 Example Street' });
    expect(sending.insuredStreet).toBe('9 Other Street');
  });
});
