import { expect, it } from 'vitest';
import { pastes } from '../engine/pastes.fixture';
import { quickest } from '../engine/time.fixture';
import { mostTyped } from '../engine/typed';
import { prepared, withWaste } from './claims.fixture';
import { isAsked, reasonsAgainstParties } from './parties';
import { partyFields, partySpecs } from './party-specs';
import { parties } from './parties.fixture';

const claim = prepared(withWaste);
const asked = partyFields.filter((field) => isAsked(field, parties, claim, '837P'));

it.each(pastes)('a paste of %s is refused in every field, at once and with the reason', (_what, text) => {
  const typed = { ...parties, ...Object.fromEntries(partyFields.map((field) => [field, text])) };
  const reasons = reasonsAgainstParties(typed, claim);
  expect(quickest(() => reasonsAgainstParties(typed, claim))).toBeLessThan(50);
  expect(reasons).toEqual(
    asked.map((field) => ({
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
