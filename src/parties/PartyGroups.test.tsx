import { renderToStaticMarkup } from 'react-dom/server';
import { expect, it } from 'vitest';
import { emptyOffice } from '../engine/clinic-file';
import { prepared, withWaste } from '../formats/claims.fixture';
import { reasonsAgainstParties, type Parties } from '../formats/parties';
import { parties } from '../formats/parties.fixture';
import { choiceSpecOf, partyChoiceFields, partyFields, partyGroups } from '../formats/party-specs';
import { PartyGroupOf } from './PartyGroups';

const claim = prepared(withWaste);
const nothing = () => {};

/** The fields that a screen reader is told to be needed, of those that this claim asks for. */
const markedIn = (typed: Parties): readonly string[] =>
  partyGroups.flatMap((group) => {
    const drawn = renderToStaticMarkup(
      <PartyGroupOf
        {...{ group, claim, parties: typed, office: emptyOffice }}
        form="837P"
        said={new Map()}
        lacking={new Set()}
        idOf={(field) => field}
        onChange={nothing}
        onChoose={nothing}
      />,
    );
    const controls = drawn.match(/<(?:input|select)[^>]*>/g) ?? [];
    const needed = controls.filter((control) => control.includes('aria-required="true"'));
    expect(drawn.match(/class="needed"/g) ?? []).toHaveLength(needed.length);
    return needed.map((control) => / id="([^"]*)"/.exec(control)?.[1] ?? '');
  });

it.each<[what: string, told: Partial<Parties>]>([
  ['the patient is the subscriber', {}],
  ['the subscriber is another one', { relationship: '01' }],
  ['another payer paid before', { order: 'S' }],
])('a field is marked as needed where blank is refused, the sex as well: %s', (_what, told) => {
  const typed = { ...parties, ...told };
  const canBeBlank = [...partyFields, ...partyChoiceFields.filter((field) => choiceSpecOf(field).unchosen)];
  const refused = canBeBlank.filter((field) =>
    reasonsAgainstParties({ ...typed, [field]: '' }, claim).some((reason) => reason.field === field),
  );
  expect(refused).toContain('sex');
  expect(markedIn(typed).toSorted()).toEqual(refused.toSorted());
});

it('names what may stay blank within a sentence, and leaves an abbreviation as it is', () => {
  const drawn = renderToStaticMarkup(
    <PartyGroupOf
      group="Payer and claim"
      {...{ claim, office: emptyOffice, said: new Map(), lacking: new Set(), form: 'CMS-1500' }}
      parties={{ ...parties, payerStreet: '', payerCity: '', payerState: '', payerZip: '', groupNumber: '' }}
      idOf={(field) => field}
      onChange={nothing}
      onChoose={nothing}
    />,
  );
  expect(/May stay blank: ([^<]*)</.exec(drawn)?.[1]).toMatch(
    /^street, city, state, ZIP, .*, patient paid, signature in/,
  );
});
