import { describe, expect, it } from 'vitest';
import { emptyFacility } from '../engine/clinic-file';
import { pastes } from '../engine/pastes.fixture';
import { quickest } from '../engine/time.fixture';
import { mostTyped } from '../engine/typed';
import { prepared, withWaste } from './claims.fixture';
import { isAsked, partiesOf, reasonsAgainstParties, withParty, type Parties } from './parties';
import { indicatorBefore, indicatorChosen, isElsewhere, partyFields, partySpecs, type ClaimForm } from './party-specs';
import { payment, professionalVectors, type WholeClaim } from './whole-claims.fixture';
import { clinic, office, parties as ofClinic, physician, sending } from './parties.fixture';

const claim = prepared(withWaste);
/** With an address for payments, whose parts are asked for together. */
const parties: Parties = {
  ...ofClinic,
  payToStreet: 'PO Box 7',
  payToCity: 'Fargo',
  payToState: 'ND',
  payToZip: '581020007',
};
const asked = partyFields.filter((field) => isAsked(field, parties, claim, '837P'));

it.each(pastes)('a paste of %s is refused in every field, at once and with the reason', (_what, text) => {
  const typed = { ...parties, ...Object.fromEntries(partyFields.map((field) => [field, text])) };
  const reasons = reasonsAgainstParties(typed, claim);
  expect(quickest(() => reasonsAgainstParties(typed, claim))).toBeLessThan(50);
  expect(reasons).toEqual(
    partyFields
      .filter((field) => isAsked(field, typed, claim, '837P'))
      .map((field) => ({
        field,
        says: `${partySpecs[field].label} can have at most ${mostTyped} characters; this is ${text.length}`,
      })),
  );
});

it.each(['-', '...', '- - -', '()', '—', '\u200B', '\u00AD', '"', '/'])(
  '“%s” alone is no answer to any question, and blank is one',
  (text) => {
    const half = (field: string) =>
      field.startsWith('rendering') ? { renderingLast: 'A', renderingNpi: '1234567893' } : {};
    for (const field of asked) {
      expect(
        reasonsAgainstParties({ ...parties, ...half(field), [field]: text }, claim).map((reason) => reason.field),
        field,
      ).toEqual([field]);
    }
    for (const field of ['groupNumber', 'renderingFirst', 'patientMiddle'] as const)
      expect(reasonsAgainstParties({ ...parties, ...half(field), [field]: ' ' }, claim)).toEqual([]);
  },
);

it.each(['ı', 'ſ', '\u212A', 'Ｎ', '１'])('“%s” becomes no letter or digit of any field', (sign) => {
  const typed: Readonly<Record<string, string>> = {
    providerState: `${sign}L`,
    patientState: `N${sign}`,
    senderQualifier: `Z${sign}`,
    receiverQualifier: `${sign}Z`,
    providerTaxId: `12-345678${sign}`,
    providerNpi: `123456789${sign}`,
    birthDate: `1/${sign}/1960`,
  };
  for (const [field, text] of Object.entries(typed))
    expect(reasonsAgainstParties({ ...parties, [field]: text }, claim).map((reason) => reason.field)).toEqual([field]);
});

describe('what is typed of a provider or a place stands in the clinic’s lists', () => {
  const blank = { ...office, providers: [], referrers: [], facilities: [] };
  it.each([
    ['who bills', 'providerName', 'billing', 'providers', 'organization'],
    ['who attended', 'attendingLast', 'attending', 'providers', 'person'],
    ['who referred', 'referringLast', 'referring', 'referrers', 'person'],
  ] as const)('%s, from the first letter on, and no longer once it is taken away', (_, field, role, list, kind) => {
    const one = withParty(blank, sending, field, 'S', 'new-1');
    expect(one.office[list]).toMatchObject([{ id: 'new-1', kind, name: 'S' }]);
    expect(one.sending[role]).toBe('new-1');
    const two = withParty(one.office, one.sending, field, 'Sample', 'new-2');
    expect(two.office[list]).toMatchObject([{ id: 'new-1', name: 'Sample' }]);
    expect(partiesOf(two.office, two.sending)[field]).toBe('Sample');
    expect(withParty(two.office, two.sending, field, '', 'new-3').office[list]).toEqual([]);
  });
  it('a place, and what is the clinic’s or the record’s own', () => {
    const { office: clinicNow, sending: recordNow } = withParty(blank, sending, 'facilityCity', 'Fargo', 'new-1');
    expect(clinicNow.facilities).toEqual([{ ...emptyFacility, id: 'new-1', city: 'Fargo' }]);
    expect(recordNow.facility).toBe('new-1');
    expect(withParty(blank, sending, 'senderId', 'X', 'n')).toEqual({ office: { ...blank, senderId: 'X' }, sending });
    expect(withParty(blank, sending, 'memberId', 'X', 'n')).toEqual({
      office: blank,
      sending: { ...sending, memberId: 'X' },
    });
  });

  const persons = (...ids: string[]) => ids.map((id) => ({ ...physician, id }));
  it.each([
    ['the one that bills, and the only person', [clinic, ...persons('a')], {}, 'clinic', 'a'],
    ['nobody is taken by chance', [clinic, ...persons('a', 'b')], {}, 'clinic', 'choose'],
    ['the one that was chosen', [clinic, ...persons('a', 'b')], { rendering: 'b' }, 'clinic', 'b'],
    ['nobody is wanted', [clinic, ...persons('a')], { rendering: 'none' }, 'clinic', 'none'],
    ['a person who bills treats as well', [{ ...physician, taxId: '123456789' }], {}, 'roe', ''],
    ['nobody is there yet', [], {}, '', ''],
  ])('who bills and who treated: %s', (_, providers, told, billing, treated) => {
    expect(partiesOf({ ...office, providers }, { ...sending, ...told })).toMatchObject({ billing, rendering: treated });
  });
});

const before = { order: 'S', otherRelationship: '01' } as const;
it.each<[string, Partial<Parties>, string | undefined, form?: ClaimForm]>([
  ['a patient', { patientLast: 'Doe, Mary Ann' }, 'patientLast'],
  ['a subscriber', { relationship: '19', insuredLast: 'Doe, Mary Ann', insuredFirst: 'Mary Ann' }, 'insuredLast'],
  ['an employer', { relationship: '20', insuredLast: 'Acme, Inc' }, undefined],
  ['a person who bills', { providerKind: 'person', providerName: 'Roe, Ann', providerFirst: 'Ann' }, 'providerName'],
  ['a clinic that bills', { providerName: 'Example Clinic, Inc.' }, undefined],
  ['who treated', { rendering: 'roe', renderingLast: 'Roe, Ann, MD', renderingNpi: '1245319599' }, 'renderingLast'],
  [
    'who supervised',
    { supervising: 'roe', supervisingLast: 'Roe, Ann', supervisingNpi: '1245319599' },
    'supervisingLast',
  ],
  ['who referred', { referring: 'roe', referringLast: 'Roe, Ann', referringNpi: '1245319599' }, 'referringLast'],
  ['who ordered', { ordering: 'roe', orderingLast: 'Roe, Ann', orderingNpi: '1245319599' }, 'orderingLast'],
  ['who attended', { attendingLast: 'Roe, Ann', attendingNpi: '1245319599' }, 'attendingLast', '837I'],
  [
    'the subscriber of the payer before',
    { ...before, otherLast: 'Doe, Mary Ann', otherFirst: 'Mary Ann' },
    'otherLast',
  ],
])(
  'a whole name that was left in the field of the last one goes into no file: %s',
  (_what, told, field, form = '837P') =>
    expect(
      reasonsAgainstParties({ ...parties, ...told }, claim, form).flatMap((reason) =>
        reason.says.startsWith('A last name has no comma') ? reason.field : [],
      ),
    ).toEqual(field === undefined ? [] : [field]),
);

const parent = { insuredLast: 'SAMPLE', insuredFirst: 'PARENT' } as const;
describe('a payer type and a kind of payer that contradict each other', () => {
  const { 1: medicare, 3: plan } = professionalVectors;
  it.each<[string, WholeClaim, Partial<Parties>, string | undefined]>([
    ['Medicare, by payer type', medicare, {}, undefined],
    ['Medicare, as Part A', medicare, { filingIndicator: 'MA' }, undefined],
    ['Medicare, as a plan', medicare, { filingIndicator: 'CI' }, 'filingIndicator'],
    ['a plan, as Blue Cross', plan, { filingIndicator: 'BL' }, undefined],
    ['a plan, as Medicare', plan, { filingIndicator: 'MB' }, 'filingIndicator'],
    ['a child of somebody whom Medicare insures', medicare, { ...parent, relationship: '19' }, 'relationship'],
    ['a child of somebody whom a plan insures', plan, { ...parent, relationship: '19' }, undefined],
  ])('%s', (_what, { claim, parties: told }, change, field) => {
    expect(reasonsAgainstParties({ ...told, ...change }, claim, '837P').map((reason) => reason.field)).toEqual(
      field === undefined ? [] : [field],
    );
  });
});

it.each([
  ['22', true],
  ['51', true],
  ['61', true],
  ['50', false],
])('whether place of service %s is away from the practice', (placeOfService, isAway) => {
  const there = prepared({ ...withWaste, setting: 'other', placeOfService });
  expect(isElsewhere({ claim: there, form: '837P' })).toBe(isAway);
});

it.each<[string, Partial<Parties>, string]>([
  ['a payer that paid before the service', { otherPaidOn: '11/19/2026' }, 'must not be before the service'],
  [
    'CO 45 as the other amount beside its own field',
    {
      payments: [
        payment(1, '62370', { paid: '200', co45: '100', otherAmount: '50', otherGroup: 'CO', otherReason: '45' }),
        payment(2, 'J0475', { paid: '500', co45: '175', pr2: '125' }),
      ],
    },
    'Line 1, 62370: CO 45 has a field of its own, enter it there',
  ],
])('%s is refused', (_what, change, says) => {
  const { claim: second, parties: told } = professionalVectors[6];
  expect(reasonsAgainstParties(told, second)).toEqual([]);
  expect(reasonsAgainstParties({ ...told, ...change }, second).map((reason) => reason.says)).toEqual([
    expect.stringContaining(says),
  ]);
});

describe('the kind of a payer of the clinic’s list', () => {
  it.each([
    ['medicare-part-b', 'MB', '', 'MB'],
    ['medicare-part-b', 'MA', '', 'MA'],
    ['medicare-part-b', '', '', 'MB'],
    ['commercial', 'BL', 'BL', 'BL'],
    ['commercial', 'CI', '', 'CI'],
    ['medicaid', '', '', 'MC'],
  ] as const)(
    '%s, %s: chosen as “%s” for its claim, and as %s where it paid before',
    (payer, indicator, own, before) => {
      expect(indicatorChosen({ payer, indicator })).toBe(own);
      expect(indicatorBefore({ payer, indicator })).toBe(before);
    },
  );
});
