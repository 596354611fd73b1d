import { expect, it } from 'vitest';
import { day } from '../engine/dated';
import { pastes } from '../engine/pastes.fixture';
import { quickest } from '../engine/time.fixture';
import { mostTyped } from '../engine/typed';
import { partyFields, partySpecs, reasonsAgainstParties } from './parties';
import { parties } from './parties.fixture';

const service = day('2026-05-20');

it.each(pastes)('a paste of %s is refused in every field, at once and with the reason', (_what, text) => {
  const typed = { ...parties, ...Object.fromEntries(partyFields.map((field) => [field, text])) };
  const reasons = reasonsAgainstParties(typed, service);
  expect(quickest(() => reasonsAgainstParties(typed, service))).toBeLessThan(50);
  expect(reasons).toEqual(
    partyFields.map((field) => ({
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
    for (const field of partyFields) {
      expect(
        reasonsAgainstParties({ ...parties, ...half(field), [field]: text }, service).map((reason) => reason.field),
        field,
      ).toEqual([field]);
    }
    for (const field of ['groupNumber', 'renderingFirst'] as const)
      expect(reasonsAgainstParties({ ...parties, ...half(field), [field]: ' ' }, service)).toEqual([]);
  },
);

it.each(['ı', 'ſ', '\u212A', 'Ｎ', '１'])('“%s” becomes no letter or digit of any field', (sign) => {
  const typed: Readonly<Record<string, string>> = {
    providerState: `${sign}L`,
    subscriberState: `N${sign}`,
    senderQualifier: `Z${sign}`,
    receiverQualifier: `${sign}Z`,
    providerTaxId: `12-345678${sign}`,
    providerNpi: `123456789${sign}`,
    birthDate: `1/${sign}/1960`,
  };
  for (const [field, text] of Object.entries(typed))
    expect(reasonsAgainstParties({ ...parties, [field]: text }, service).map((reason) => reason.field)).toEqual([
      field,
    ]);
});
