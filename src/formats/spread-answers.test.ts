import { describe, expect, it } from 'vitest';
import { pastes } from '../engine/pastes.fixture';
import { quickest } from '../engine/time.fixture';
import { markLineBreaks } from '../engine/typed';
import type { Parties } from './parties';
import { parties as told } from './parties.fixture';
import { partyFields, type PartyField } from './party-specs';
import { spreadOf } from './spread-answers';
import { readWholeAddress } from './whole-address';
import { readWholeName } from './whole-name';

const inShort = (read: ReturnType<typeof readWholeName> | ReturnType<typeof readWholeAddress>) =>
  read === null ? 'nothing' : 'left' in read ? 'left' : Object.values(read.parts).join(' | ');

describe('a whole name', () => {
  it.each([
    ['Doe, Jane', 'Doe | Jane | '],
    ['Doe, Jane M', 'Doe | Jane | M'],
    ['DOE,JANE M.', 'DOE | JANE | M'],
    ['  Doe ,  Jane   M ', 'Doe | Jane | M'],
    ['Doe, Jane, Marie', 'Doe | Jane | Marie'],
    ['Doe, Mary Ann, M', 'Doe | Mary Ann | M'],
    ['Doe, Mary Ann,', 'left'],
    ['Doe Jr, John', 'Doe Jr | John | '],
    ['O’Neill-Smith, Zoë', 'O’Neill-Smith | Zoë | '],
    ['van der Berg, Jane', 'van der Berg | Jane | '],
    ['Jane M Doe', 'Doe | Jane | M'],
    ['JANE M. DOE', 'DOE | JANE | M'],
    ['Doe', 'nothing'],
    ['', 'nothing'],
    ['Doe,', 'nothing'],
    [', Jane', 'nothing'],
    // More than one reading.
    ['Jane Doe', 'left'],
    ['Garcia Lopez', 'left'],
    ['Mary Ann Doe', 'left'],
    ['Mary Ann M Doe', 'left'],
    ['Jane M Garcia Lopez', 'left'],
    ['Jane O Neill', 'left'],
    ['Silva E Costa', 'left'],
    ['Garcia y Lopez', 'left'],
    ['Doe, Mary Ann', 'left'],
    ['Doe, J Robert', 'left'],
    ['Doe, Jane Marie M', 'left'],
    // No name of three parts.
    ['Dr A Roe', 'left'],
    ['Doe, Jr', 'left'],
    ['Doe, John, Jr.', 'left'],
    ['Roe, Ann, MD', 'left'],
    ['Roe, Ann, PA-C', 'left'],
    ['Roe, Ann, FNP-BC', 'left'],
    ['Roe, Ann M, A.P.R.N.', 'left'],
    ['Doe, John, Junior', 'left'],
    ['Pain Clinic, LLC', 'left'],
    ['Ann M Roe, PA-C', 'left'],
    ['Smith-Do, Mary-Pa', 'Smith-Do | Mary-Pa | '],
    ['Doe, Jane, M, 1950', 'left'],
    ['Doe, Jane 01/02/1950', 'left'],
    ['Doe, "Janie"', 'left'],
    ['Doe ⏎ Jane', 'nothing'],
    ['36 mg', 'nothing'],
  ])('%j: %s', (typed, parts) => expect(inShort(readWholeName(typed))).toBe(parts));
});

describe('a whole address', () => {
  it.each([
    ['12 Main St, Springfield, IL 62701', '12 Main St | Springfield | IL | 62701'],
    ['12 Main St, Springfield IL 62701', '12 Main St | Springfield | IL | 62701'],
    ['12 Main St, Springfield, IL, 62701-1234', '12 Main St | Springfield | IL | 62701-1234'],
    ['12 main st,springfield,il 627011234', '12 main st | springfield | IL | 62701-1234'],
    ['12 Main St, Springfield, IL', '12 Main St | Springfield | IL | '],
    ['12 Main St, 62701', '12 Main St |  |  | 62701'],
    ['12 Main St, Apt 4, Springfield, IL 62701', '12 Main St Apt 4 | Springfield | IL | 62701'],
    ['12 Main St, Bldg 2, #4, Springfield, IL 62701', '12 Main St Bldg 2 #4 | Springfield | IL | 62701'],
    ['PO Box 7, Fargo, ND 58107', 'PO Box 7 | Fargo | ND | 58107'],
    ['1 A St, St. Paul, MN 55101', '1 A St | St. Paul | MN | 55101'],
    ['1 A St, Upper Darby, PA 19082', '1 A St | Upper Darby | PA | 19082'],
    ['1 A St, Washington, D.C. 20001', '1 A St | Washington | DC | 20001'],
    ['12 Main St ⏎ Springfield, IL 62701 ⏎ USA', '12 Main St | Springfield | IL | 62701'],
    ['12 Main St\r\nApt 4\r\nSpringfield IL 62701 – 1234', '12 Main St Apt 4 | Springfield | IL | 62701-1234'],
    // A street alone.
    ['12 Main St', 'nothing'],
    ['12 Main St, Apt 4', 'nothing'],
    // More than one reading, or none.
    ['12 Main St Springfield IL 62701', 'left'],
    ['12 Main St, Springfield 62701', 'left'],
    ['12 Main St, Springfield Il', 'nothing'],
    ['12 Main St, Apt 4 Springfield, IL 62701', 'left'],
    ['12 Main St, Second Floor, IL 62701', 'left'],
    ['12 Main St, Penthouse, NY 10001', 'left'],
    ['12 Main St, North End, Springfield, IL 62701', 'left'],
    ['Jane Doe, 12 Main St, Springfield, IL 62701', 'left'],
    ['Springfield, IL 62701', 'left'],
    ['12 Main St, Springfield, ZZ 62701', 'left'],
    ['12 Main St, Toronto, ON M5V 2T6', 'left'],
    ['12 Main St, Springfield, Illinois', 'left'],
    ['Highway 10, Box 62701', 'left'],
  ])('%j: %s', (typed, parts) => expect(inShort(readWholeAddress(typed))).toBe(parts));
});

describe('spread over the fields', () => {
  const blank: Parties = { ...told, ...Object.fromEntries(partyFields.map((field) => [field, ''])) };
  const patient: readonly PartyField[] = ['patientLast', 'patientFirst', 'patientMiddle', 'patientStreet'];
  const all = (field: PartyField) => patient.includes(field) || /^patient(?:City|State|Zip)$/.test(field);
  const spread = (field: PartyField, text: string, more: Partial<Parties> = {}, shown = all) => {
    const parties = { ...blank, ...more, [field]: markLineBreaks(text) };
    return spreadOf(field, parties, (to) => shown(to) && parties[to] === '');
  };

  it('a name, and says it', () =>
    expect(spread('patientLast', 'Doe, Jane M')).toEqual({
      fields: { patientLast: 'Doe', patientFirst: 'Jane', patientMiddle: 'M' },
      says: 'Read as last name Doe, first name Jane, middle name M.',
    }));
  it('a name with its address below it', () =>
    expect(spread('patientLast', 'Jane M Doe\n12 Main St\nApt 4\nSpringfield, IL 62701-1234')).toEqual({
      fields: {
        patientLast: 'Doe',
        patientFirst: 'Jane',
        patientMiddle: 'M',
        patientStreet: '12 Main St Apt 4',
        patientCity: 'Springfield',
        patientState: 'IL',
        patientZip: '62701-1234',
      },
      says:
        'Read as last name Doe, first name Jane, middle name M, street 12 Main St Apt 4, city Springfield, state IL, ' +
        'ZIP 62701-1234.',
    }));
  it('an organization keeps its name, with its commas', () => {
    expect(spread('providerName', 'Smith, Jones', { providerKind: 'organization' })).toBeNull();
    expect(spread('insuredLast', 'Acme, Inc', { relationship: '20' })).toBeNull();
    expect(spread('payerName', 'Example, Inc\nPO Box 7\nFargo, ND 58107', {}, () => true)).toMatchObject({
      fields: { payerName: 'Example, Inc', payerStreet: 'PO Box 7', payerZip: '58107' },
    });
  });
  it.each<[string, PartyField, string, Partial<Parties>, string]>([
    ['what is typed already', 'patientLast', 'Doe, Jane', { patientFirst: 'Ann' }, 'no blank field for the first name'],
    ['no field for it', 'renderingLast', 'Roe, Ann M', {}, 'no blank field for the first name and middle name'],
    [
      'a town typed already',
      'patientStreet',
      '1 A St, Fargo, ND 58102',
      { patientCity: 'Moorhead' },
      'no blank field for the city',
    ],
    ['a name of two readings', 'patientLast', 'Doe, Mary Ann\n1 A St\nFargo, ND 58102', {}, 'Put a comma between.'],
    ['lines of something else', 'patientLast', 'Doe, Jane\n701-555-0100', {}, 'a name with its address below it'],
  ])('left as typed: %s', (_what, field, text, more, says) => {
    const read = spread(field, text, more);
    expect(read && 'left' in read ? read.left : read).toContain(says);
  });
  it('a subscriber has a middle name too', () =>
    expect(spread('insuredLast', 'Sample, Pam R', { relationship: '19' }, () => true)).toMatchObject({
      fields: { insuredLast: 'Sample', insuredFirst: 'Pam', insuredMiddle: 'R' },
    }));
  it('what stands there already is no hindrance', () =>
    expect(spread('patientStreet', '1 A St, Fargo, ND 58102', { patientCity: 'Fargo' })).toMatchObject({
      fields: { patientCity: 'Fargo', patientZip: '58102' },
    }));
  it('no other field is read', () => {
    for (const field of ['memberId', 'patientFirst', 'patientCity', 'groupNumber'] as const)
      expect(spread(field, '12 Main St, Springfield, IL 62701')).toBeNull();
  });

  it.each([
    ...pastes,
    ...[',', 'a, ', '1 ', ' ⏎ ', '62701 ', '12345-', 'IL '].map((piece) => ['pieces', piece.repeat(60)] as const),
  ])('a paste of %s is left where it is, at once', (_what, text) => {
    for (const field of ['patientLast', 'patientStreet', 'payerName'] as const) {
      const read = spread(field, text);
      expect(read === null || 'left' in read).toBe(true);
      for (const length of [200, text.length])
        expect(quickest(() => spread(field, text.slice(0, length)), 2)).toBeLessThan(50);
    }
  });
});
