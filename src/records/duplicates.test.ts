import { describe, expect, it } from 'vitest';
import { keptClaim, rowsOf } from './day.fixture';
import { isSamePatient, warningsAmong, warningsOf } from './duplicates';
import { emptyWorksheet, type WorksheetText, type SendingText } from '../answers/worksheet-text';

const other = (changed: Partial<WorksheetText> = {}, sending: Partial<SendingText> = {}) =>
  keptClaim(1, { recordId: 'id-2', ...changed }, sending);
const ofMedicare = { payer: 'medicare-part-b' } as const;
const among = (...records: readonly ReturnType<typeof keptClaim>[]) =>
  [...warningsAmong(rowsOf(...records))].map(([id, warnings]) => [id, warnings.map(({ kind }) => kind)]);

const trial = {
  purpose: 'screening-trial',
  route: 'intrathecal-lumbar-puncture',
  doseGiven: '50 mcg',
  doseWasted: '0',
  ndc: '',
  labeledAmount: '50 mcg',
  strength: '',
} as const;
const fillBeside = (unitsApproved: string, unitsUsed = '') =>
  ({ ...emptyWorksheet.drugBeside, use: 'fill', doseGiven: '40', doseWasted: '0', unitsApproved, unitsUsed }) as const;

describe('two claims of one patient', () => {
  it('the same code of the same day is told of both, each with the other', () => {
    const warnings = warningsAmong(rowsOf(keptClaim(1), other()));
    expect(warnings.get('id-1')).toEqual([
      {
        kind: 'same-code',
        other: 'id-2',
        says: 'J0475 of PT-1 of 11/25/2026 also stands on another claim. Sent twice, one comes back as a duplicate.',
      },
    ]);
    expect(warnings.get('id-2')).toMatchObject([{ kind: 'same-code', other: 'id-1' }]);
  });

  it.each([
    ['another code that day', other({ ...trial, doseWasted: '', labeledAmount: '' }), ['same-day']],
    ['one without a claim yet', other({ doseGiven: '' }), ['same-day']],
    ['one that replaces', other({ frequency: '7', originalReference: 'ICN 1' }), ['replaces']],
    ['a first one that corrects it by name', other({ corrects: 'id-1' }), ['replaces']],
    ['one of Medicare that corrects what was not sent', other({ corrects: 'id-1', ...ofMedicare }), ['replaces']],
  ])('%s', (_, second, kinds) =>
    expect(among(keptClaim(1), second)).toEqual([
      ['id-1', kinds],
      ['id-2', kinds],
    ]),
  );

  it.each([
    ['', {}, 'sent-before'],
    ['that Medicare did not process', { remittanceCode: 'CO-16 MA130' }, 'replaces'],
    ['for another payer', { payer: 'commercial' }, 'replaces'],
  ] as const)(
    'a first claim that corrects one that was sent to Part B is a duplicate, but not of one %s',
    (_, more, kind) => {
      const sent = { ...ofMedicare, course: { ...keptClaim(1).course, sentOn: '11/25/2026' }, ...more };
      expect(
        among(keptClaim(1, sent), other({ ...ofMedicare, ...more, remittanceCode: '', corrects: 'id-1' })),
      ).toEqual([
        ['id-1', ['replaces']],
        ['id-2', [kind]],
      ]);
    },
  );

  it('what a claim corrects is told before any other of the day', () => {
    const sent = keptClaim(1, { ...ofMedicare, course: { ...keptClaim(1).course, sentOn: '11/25/2026' } });
    const correction = other({ ...ofMedicare, corrects: 'id-1' });
    const third = keptClaim(1, { ...ofMedicare, recordId: 'id-3' });
    expect(new Map(among(third, sent, correction) as [string, string[]][]).get('id-2')).toEqual(['sent-before']);
  });

  it.each([
    ['another day', other({ dateOfService: '11/24/2026' })],
    ['a day that cannot be read', other({ dateOfService: 'x' })],
    ['another patient', keptClaim(2)],
    ['one to the next payer', other({ madeFrom: { ...keptClaim(1).madeFrom, as: 'next-payer', claim: 'id-1' } })],
  ])('%s: nothing is told', (_, second) => expect(among(keptClaim(1), second)).toEqual([]));

  it('a reference is the same in small letters and with more space', () => {
    expect(isSamePatient(keptClaim(1), keptClaim(2, { patientReference: ' pt-1 ' }))).toBe(true);
    expect(isSamePatient(keptClaim(1, { patientReference: 'PT  1' }), keptClaim(2, { patientReference: 'PT 1' }))).toBe(
      true,
    );
  });

  it('without a reference the member ID tells the patient, and without either nobody is the same', () => {
    const blank = { patientReference: '' };
    expect(among(keptClaim(1, blank), other(blank, { memberId: 'm-1' }))).toEqual([
      ['id-1', ['same-code']],
      ['id-2', ['same-code']],
    ]);
    expect(among(keptClaim(1, blank, { memberId: '' }), other(blank, { memberId: '' }))).toEqual([]);
    expect(among(keptClaim(1, blank), other(blank, { memberId: 'm-1', typedFor: 'PT-9' }))).toEqual([]);
  });

  it('the claim in the form is held against those that are kept, and not against itself', () => {
    const [open, kept] = rowsOf(keptClaim(1), other());
    expect(warningsOf(open!, [open!]).map(({ kind }) => kind)).toEqual([]);
    expect(warningsOf({ ...open!, id: '' }, [kept!])).toMatchObject([{ kind: 'same-code', other: 'id-2' }]);
  });
});

describe('two patients under one reference', () => {
  const day2 = { dateOfService: '11/24/2026' };
  it.each<[Partial<SendingText>, string]>([
    [
      { birthDate: '03/04/1955' },
      'Two dates of birth stand under PT-1: 01/02/1960 and 03/04/1955. Give two patients a reference each.',
    ],
    [
      { patientLast: 'Twosample' },
      'Two names stand under PT-1: ONESAMPLE1, SAM and TWOSAMPLE, SAM. Give two patients a reference each.',
    ],
    [{ memberId: 'M77' }, 'Two member IDs stand under PT-1: M1 and M77. Give two patients a reference each.'],
  ])('%o', (sending, says) => {
    const warnings = warningsAmong(rowsOf(keptClaim(1), other(day2, sending)));
    expect(warnings.get('id-1')).toEqual([{ kind: 'two-patients', other: 'id-2', says }]);
    expect(warnings.has('id-2')).toBe(true);
  });

  it.each<[string, Partial<SendingText>]>([
    ['nothing told of one of them', { birthDate: '', memberId: '', patientLast: '', patientFirst: '' }],
    ['the same day of birth written otherwise', { birthDate: '1960-01-02' }],
    ['a day of birth that cannot be read', { birthDate: 'x' }],
    ['a member ID with other spaces', { memberId: ' m-1' }],
    ['what was typed for another reference', { typedFor: 'PT-9', birthDate: '03/04/1955', patientLast: 'Twosample' }],
  ])('%s is no other patient', (_, sending) => expect(among(keptClaim(1), other(day2, sending))).toEqual([]));
});

describe('an authorization that claims use up together', () => {
  const approved = (name: string, day: string, changed: Partial<WorksheetText> = {}) =>
    keptClaim(1, {
      recordId: name,
      dateOfService: day,
      payer: 'commercial',
      priorAuthorization: 'approved',
      priorAuthorizationNumber: 'PA-1',
      firstDay: '01/01/2026',
      lastDay: '12/31/2026',
      unitsApproved: '10',
      ...changed,
    });
  const [a, b, c] = [approved('a', '02/02/2026'), approved('b', '05/04/2026'), approved('c', '08/03/2026')];
  const told = (...records: readonly ReturnType<typeof keptClaim>[]) =>
    [...warningsAmong(rowsOf(...records))].flatMap(([id, warnings]) =>
      warnings.filter(({ kind }) => kind === 'beyond-authorization').map(({ other, says }) => [id, other, says]),
    );
  const says = (days: string) =>
    `12 units of J0475 are billed under PA-1, 2 units beyond the 10 approved: 4 here, and 8 of ${days}.`;

  it('units of another code are not added to them', () => {
    const four = { unitsApproved: '4' };
    expect(told(approved('a', '02/02/2026', four), approved('b', '01/12/2026', { ...four, ...trial }))).toEqual([]);
  });

  it('units of a second drug are added to those of its code, and held against its own approval', () => {
    const both = approved('both', '03/03/2026', { ...trial, unitsApproved: '1', drugBeside: fillBeside('9') });
    expect(told(a, b, both)).toEqual([
      ['a', 'b', says('03/03/2026 and 05/04/2026')],
      ['b', 'both', says('02/02/2026 and 03/03/2026')],
      ['both', 'b', says('02/02/2026 and 05/04/2026').replace('2 units beyond the 10', '3 units beyond the 9')],
    ]);
    expect(told(both, approved('t', '01/12/2026', { ...trial, unitsApproved: '1' }))).toEqual([
      [
        'both',
        't',
        '2 units of J0476 are billed under PA-1, 1 unit beyond the 1 approved: 1 here, and 1 of 01/12/2026.',
      ],
      [
        't',
        'both',
        '2 units of J0476 are billed under PA-1, 1 unit beyond the 1 approved: 1 here, and 1 of 03/03/2026.',
      ],
    ]);
  });

  it('is told on each of them, with those that were counted', () => {
    expect(told(a, b)).toEqual([]);
    expect(told(c, a, b)).toEqual([
      ['c', 'b', says('02/02/2026 and 05/04/2026')],
      ['a', 'c', says('05/04/2026 and 08/03/2026')],
      ['b', 'c', says('02/02/2026 and 08/03/2026')],
    ]);
  });

  it.each<[string, ReturnType<typeof keptClaim>[]]>([
    ['a claim that was replaced counts once', [a, b, approved('b7', '05/04/2026', { frequency: '7' })]],
    ['one that was voided uses none', [a, b, c, approved('c8', '08/03/2026', { frequency: '8' })]],
    ['another number', [a, b, approved('c', '08/03/2026', { priorAuthorizationNumber: 'PA-2' })]],
    ['outside its days', [a, b, approved('c', '01/04/2027')]],
    ['no units told', [a, b, c].map((each) => ({ ...each, unitsApproved: '' }))],
    ['not approved', [a, b, c].map((each) => ({ ...each, priorAuthorization: 'pending' as const }))],
    ['another patient', [a, b, { ...c, sending: { ...c.sending, birthDate: '03/04/1955' } }]],
    ['units that are not known', [a, b, approved('c', '08/03/2026', { setting: '' })]],
  ])('%s', (_, records) => {
    expect(told(...records)).toEqual([]);
  });

  it('many claims are counted, not listed', () => {
    const five = ['01', '03', '05', '07', '09'].map((month) => approved(month, `${month}/02/2026`));
    expect(told(...five)[0]).toEqual([
      '01',
      '09',
      '20 units of J0475 are billed under PA-1, 10 units beyond the 10 approved: 4 here, and 16 by 4 other claims.',
    ]);
  });
});

describe('units already used, as a claim told them when it was kept', () => {
  const approved = (id: string, dateOfService: string, changed: Parameters<typeof keptClaim>[1] = {}) =>
    keptClaim(1, {
      recordId: id,
      dateOfService,
      priorAuthorization: 'approved',
      priorAuthorizationNumber: 'PA-1',
      firstDay: '01/01/2026',
      lastDay: '12/31/2026',
      unitsApproved: '20',
      unitsUsed: '0',
      ...changed,
    });
  const [a, b] = [approved('a', '02/02/2026'), approved('b', '05/04/2026', { unitsUsed: '4' })];
  const told = (...records: readonly ReturnType<typeof keptClaim>[]) =>
    [...warningsAmong(rowsOf(...records))].flatMap(([id, warnings]) =>
      warnings.filter(({ kind }) => kind === 'units-used').map(({ other, says }) => [id, other, says]),
    );

  it('are told where the kept claims have used more by now', () => {
    expect(told(a, b)).toEqual([
      [
        'a',
        'b',
        'Units already used: this claim tells 0, and the kept claims by now 4, of 05/04/2026. Check which is right.',
      ],
    ]);
  });

  it('are told of a second drug by its code', () => {
    const both = approved('both', '03/03/2026', { ...trial, unitsUsed: '', drugBeside: fillBeside('20', '0') });
    expect(told({ ...a, unitsUsed: '8' }, both)).toEqual([
      [
        'both',
        'a',
        'Units of J0475 already used: this claim tells 0, and the kept claims by now 4, of 02/02/2026. ' +
          'Check which is right.',
      ],
    ]);
  });
  const sent = { course: { ...a.course, sentOn: '02/03/2026' } };
  it.each([
    ['a claim that was sent stays as it was', [{ ...a, ...sent }, b]],
    ['another authorization', [a, { ...b, priorAuthorizationNumber: 'PA-2' }]],
    ['none told', [{ ...a, unitsUsed: '' }, b]],
  ])('%s', (_, records) => expect(told(...records)).toEqual([]));
});

it('500 claims of as many patients, and 500 of one, are compared', () => {
  const many = Array.from({ length: 500 }, (_, place) => keptClaim(place));
  expect(warningsAmong(rowsOf(...many.slice(0, 50))).size).toBe(0);
  const [row] = rowsOf(keptClaim(1));
  const alike = Array.from({ length: 500 }, (_, place) => ({ ...row!, id: `id-${place}` }));
  expect(warningsAmong(alike).size).toBe(500);
});
