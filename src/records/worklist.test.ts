import { describe, expect, it } from 'vitest';
import type { WorksheetText } from '../answers/worksheet-text';
import { day, daysAfter, formatDate, type IsoDate } from '../engine/dated';
import { unknownProfile, type PayerProfile } from '../engine/payer-profile';
import { linesOf } from '../engine/claim-lines';
import { paymentRows } from '../engine/first-payer';
import { formatMoney } from '../engine/quantity';
import { answersOf } from '../remittance/answers';
import { withAnswersKept } from '../remittance/kept-answers';
import { letterAbout, withLetter } from '../remittance/kept-letters';
import { keptWhole, today } from '../remittance/kept.fixture';
import { fileOf, fileRead, headOf, partOf, transactionOf } from '../remittance/remittance.fixture';
import { vectors } from '../remittance/vectors.fixture';
import { readCourse } from './course';
import { byWhen, isWork, toDoOf, worklistOf, worklistSays, type ToDo } from './worklist';

type Told = {
  readonly record?: Partial<WorksheetText>;
  readonly course?: Partial<WorksheetText['course']>;
  readonly profile?: Partial<PayerProfile>;
  /** An 835 whose answers stand in the record. */
  readonly answered?: string;
  readonly hasNext?: boolean;
  readonly on?: IsoDate;
};

/** What is to be done about a claim of 40 mg for $1,200.00, of 03/10/2026, as of 05/20/2026. */
function toDo({ record = {}, course = {}, profile, answered, hasNext = false, on = today }: Told): ToDo | null {
  const kept = keptWhole(1, record, record.sending);
  const sent: WorksheetText = { ...kept.record, course: { ...kept.record.course, ...course } };
  const answers = answered === undefined ? [] : answersOf([fileRead(answered)]);
  const whole = withAnswersKept(sent, answers).record;
  const { claim } = kept;
  const encounter = claim && {
    ...claim.encounter,
    ...(profile && { profile: { ...unknownProfile('p', 'Prairie Health', claim.encounter.payer), ...profile } }),
  };
  return toDoOf(
    {
      record: whole,
      claim: claim && encounter && { ...claim, encounter },
      on: kept.on,
      course: readCourse(whole, on),
      hasNext,
    },
    on,
  );
}

const inShort = (told: ToDo | null) =>
  told && [told.kind, told.says, told.atStake ? formatMoney(told.atStake) : 'not known', byWhen(told)];

describe('a claim that was not sent', () => {
  it.each<[string, Told, readonly string[]]>([
    ['Medicare has a year', {}, ['send', 'Check it and send it.', '$1,200.00', 'By 03/10/2027, 294 days left.']],
    [
      'on its last day',
      { on: day('2027-03-10') },
      ['send', 'Check it and send it.', '$1,200.00', 'By 03/10/2027, 0 days left.'],
    ],
    [
      'a day after it',
      { on: day('2027-03-11') },
      ['send', 'Check it and send it.', '$1,200.00', 'It ran out on 03/10/2027.'],
    ],
    [
      'of a plan, no day is known',
      { record: { payer: 'commercial' } },
      ['send', 'Check it and send it.', '$1,200.00', ''],
    ],
    [
      'a plan of which the clinic knows it',
      { record: { payer: 'commercial' }, profile: { filingDays: 90 } },
      ['send', 'Check it and send it.', '$1,200.00', 'By 06/08/2026, 19 days left.'],
    ],
    [
      'one that voids another asks for no money',
      { record: { frequency: '8', originalReference: 'ICN1', payer: 'commercial' }, profile: { filingDays: 90 } },
      ['send', expect.stringMatching(/ it\.$/) as string, '$0.00', ''],
    ],
    [
      'who pays himself is billed by no limit',
      { record: { payer: 'self-pay' } },
      ['send', 'Bill the patient.', '$1,200.00', ''],
    ],
    [
      'without a charge, the money is not known',
      { record: { chargePerUnit: '' } },
      ['send', 'Check it and send it.', 'not known', 'By 03/10/2027, 294 days left.'],
    ],
  ])('%s', (_, told, expected) => expect(inShort(toDo(told))).toEqual(expected));
});

it('of a claim to the next payer the money is what the first one left', () => {
  const { record, claim } = keptWhole(1);
  const to = (payments: WorksheetText['sending']['payments']) =>
    inShort(toDo({ record: { sending: { ...record.sending, order: 'S', payments } } }))?.[2];
  const [row] = paymentRows([], linesOf(claim!)).rows;
  expect(to([{ ...row!, paid: '500', co45: '500', pr2: '200' }])).toBe('$200.00');
  expect(to([{ ...row!, paid: '0', otherAmount: '1200', otherGroup: 'CO', otherReason: '22' }])).toBe('$1,200.00');
  for (const [otherGroup, otherReason, left] of [
    ['CO', '50', '$100.00'],
    ['CO', '90', '$100.00'],
    ['PI', '131', '$100.00'],
    ['OA', '209', '$600.00'],
    ['PR', '204', '$600.00'],
  ])
    expect(
      to([
        { ...row!, paid: '600', pr3: '100', otherAmount: '500', otherGroup: otherGroup!, otherReason: otherReason! },
      ]),
    ).toBe(left);
  expect(to([{ ...row!, paid: '500' }])).toBe('not known');
  expect(to([])).toBe('not known');
});

describe('a claim that was sent and has no answer', () => {
  const of = (sentOn: IsoDate, answerDays: number | null) =>
    toDo({ course: { sentOn: formatDate(sentOn) }, profile: { answerDays } });
  const ago = (days: number) => daysAfter(today, -days) ?? today;
  it.each<[number, number | null, ToDo['kind'], string]>([
    [0, 30, 'wait', 'Sent today. It is expected by 06/19/2026.'],
    [30, 30, 'wait', 'Sent 30 days ago, and no answer. It is expected by 05/20/2026.'],
    [31, 30, 'late', 'Sent 31 days ago, and no answer. It was expected by 05/19/2026. Ask the payer.'],
    [45, null, 'wait', 'Sent 45 days ago, and no answer. How long this payer takes is not told in its profile.'],
  ])('%i days ago, with %o days of the payer', (days, answerDays, kind, says) => {
    const told = of(ago(days), answerDays);
    expect(told).toMatchObject({ kind, says });
    expect(isWork(told!)).toBe(kind === 'late');
  });
});

describe('an answer that was typed', () => {
  const course = { sentOn: '03/20/2026', cameBackOn: '04/01/2026' };
  it.each<[string, Told, readonly string[] | null]>([
    ['paid in full', { course: { ...course, allowed: '700', paid: '700' } }, null],
    ['that it came back alone', { course }, ['answered', 'Tell what was paid.', '$1,200.00', '']],
    [
      'what the patient owes',
      { course: { ...course, allowed: '700', paid: '560', patientOwes: '140' } },
      ['answered', 'Bill the patient, or the next payer.', '$140.00', ''],
    ],
    [
      'what the patient owes, where the next payer has its claim',
      { course: { ...course, allowed: '700', paid: '560', patientOwes: '140' }, hasNext: true },
      null,
    ],
    [
      'paid short',
      { course: { ...course, allowed: '700', paid: '500' } },
      ['answered', 'Paid short: ask the payer why.', '$200.00', 'By 08/04/2026, 76 days left.'],
    ],
    [
      'denied, with a right of appeal',
      { course: { ...course, paid: '0' }, record: { remittanceCode: 'CO-50' } },
      ['answered', 'Denied. Appeal.', '$1,200.00', 'By 08/04/2026, 76 days left.'],
    ],
    [
      'returned unprocessed: a new claim within the year',
      { course, record: { remittanceCode: 'CO-16 MA130' } },
      ['answered', 'Denied. Send a new claim.', '$1,200.00', 'By 03/10/2027, 294 days left.'],
    ],
    [
      'a code alone, and no day of it',
      { course: { sentOn: '03/20/2026' }, record: { remittanceCode: 'CO-16 MA130' } },
      ['answered', 'Denied. Send a new claim.', '$1,200.00', 'By 03/10/2027, 294 days left.'],
    ],
    [
      'filed late, which Medicare lets nobody appeal',
      { course: { ...course, paid: '0' }, record: { remittanceCode: 'CO-29' } },
      ['answered', 'Denied. Look for an exception to the filing limit.', '$1,200.00', ''],
    ],
    [
      'without a right of appeal',
      { course: { ...course, paid: '0' }, record: { remittanceCode: 'CO-50 N211' } },
      ['answered', 'Denied. Call the payer.', '$1,200.00', ''],
    ],
    ['written off', { course: { ...course, paid: '0' }, record: { remittanceCode: 'CO-234' } }, null],
    [
      'a code that only waits',
      { course: { ...course, paid: '0' }, record: { remittanceCode: 'OA-133' } },
      ['wait', 'Denied. Wait.', '$1,200.00', ''],
    ],
    [
      'another payer, that has its claim',
      { course: { ...course, paid: '0' }, record: { remittanceCode: 'CO-22' }, hasNext: true },
      null,
    ],
    ['settled', { course: { ...course, paid: '0', settledOn: '05/01/2026' } }, null],
    [
      'settled before it came back',
      { course: { ...course, paid: '0', settledOn: '03/25/2026' }, record: { remittanceCode: 'CO-50' } },
      ['answered', 'Denied. Appeal.', '$1,200.00', 'By 08/04/2026, 76 days left.'],
    ],
    [
      'settled on a day to come',
      { course: { ...course, paid: '0', settledOn: '05/21/2026' }, record: { remittanceCode: 'CO-50' } },
      ['answered', 'Denied. Appeal.', '$1,200.00', 'By 08/04/2026, 76 days left.'],
    ],
    [
      'settled, and never sent',
      { course: { settledOn: '05/01/2026' } },
      ['send', 'Check it and send it.', '$1,200.00', 'By 03/10/2027, 294 days left.'],
    ],
  ])('%s', (_, told, expected) => expect(inShort(toDo(told))).toEqual(expected));
});

describe('an answer that stands in the record', () => {
  it.each<[keyof typeof vectors, readonly string[] | null]>([
    [3, ['answered', 'Send a new claim: Line 1, J0475.', '$1,200.00', 'By 03/10/2027, 294 days left.']],
    // A part that was pasted tells no day of its own: the day that was typed stands for it.
    [4, ['answered', 'Appeal: Line 1, J0475-JZ.', '$3,000.00', 'By 08/04/2026, 76 days left.']],
  ])('vector %i', (number, expected) =>
    expect(inShort(toDo({ answered: vectors[number], course: { cameBackOn: '04/01/2026' } }))).toEqual(expected),
  );

  it('too little is what its own payer paid, no payer behind it, and nothing before the service', () => {
    const of = (claim: string, ...more: readonly string[]) =>
      inShort(
        toDo({
          answered: partOf(claim, 'SVC*HC:J0475:JZ*300*181.47', ...more),
          course: { cameBackOn: '04/01/2026' },
        }),
      );
    const short = [
      'answered',
      'Ask why it was paid too little: Line 1, J0475-JZ.',
      '$387.61',
      'By 08/04/2026, 76 days left.',
    ];
    expect(of('CLP*9*1*300*181.47**MB*A9', 'CAS*CO*45*118.53')).toEqual(short);
    expect(of('CLP*9*1*300*181.47**12*A9', 'CAS*CO*45*118.53')).toBeNull();
    expect(of('CLP*9*25*300*181.47**MB*A9', 'CAS*CO*45*118.53')).toBeNull();
    expect(of('CLP*9*2*300*181.47**CI*A9', 'CAS*OA*23*118.53', 'AMT*B6*725.86')).toBeNull();
  });

  it('another answer that stood beside a payment does not set right that it was taken back', () => {
    const claims = [
      'CLP*WS-1*1*800*700**MB*ICN1',
      'SVC*HC:J0475:JZ*800*700**3',
      'CAS*CO*45*100',
      'CLP*WS-1*1*400*350**MB*ICN2',
      'SVC*HC:J0475:JZ*400*350**1',
      'CAS*CO*45*50',
      'CLP*WS-1*22*-800*-700**MB*ICN1',
      'SVC*HC:J0475:JZ*-800*-700**3',
      'CAS*CO*45*-100',
    ];
    const told = toDo({ answered: partOf(...claims), course: { cameBackOn: '04/01/2026' } });
    expect([told?.says, told?.atStake && formatMoney(told.atStake)]).toEqual([
      'Ask why it was paid too little: Line 1, J0475-JZ. Also: Wait.',
      '$919.08',
    ]);
  });

  it('what ran out comes behind what is still open, and a step without a day does not hide the next one', () => {
    const late = fileOf([
      transactionOf([
        ...headOf('0'),
        'DTM*405*20260401',
        'CLP*WS-1*1*1200*0**MB*ICN1',
        'SVC*HC:J0475:JZ*1200*0**0**4',
        'CAS*CO*50*1100**11*100',
      ]),
    ]);
    expect(inShort(toDo({ answered: late, on: day('2026-09-01') }))).toEqual([
      'answered',
      'Ask for a reopening: Line 1, J0475-JZ. Also: Appeal.',
      '$1,200.00',
      expect.stringMatching(/^By 04\/01\/2027/) as string,
    ]);
    expect(inShort(toDo({ answered: line('0', 'CO*197*1200') }))?.[3]).toBe(appeal);
  });

  it('what the patient was told to owe may be appealed beside the claim to the next payer', () =>
    expect(inShort(toDo({ answered: line('0', 'PR*50*1200'), hasNext: true }))).toEqual([
      'answered',
      'Appeal: Line 1, J0475-JZ.',
      '$0.00',
      appeal,
    ]));

  const line = (...adjustments: readonly string[]) =>
    fileOf([
      transactionOf([
        ...headOf('0'),
        'DTM*405*20260401',
        `CLP*WS-1*1*1200*${adjustments[0]}**MB*ICN1`,
        `SVC*HC:J0475:JZ*1200*${adjustments[0]}**4`,
        ...adjustments.slice(1).map((each) => `CAS*${each}`),
      ]),
    ]);
  const appeal = 'By 08/04/2026, 76 days left.';
  it.each<[string, string, readonly string[] | null, readonly string[] | null]>([
    [
      'a denial beside what the patient owes',
      line('400', 'CO*45*300**151*400', 'PR*2*100'),
      ['Appeal: Line 1, J0475-JZ. Also: Bill the patient, or the next payer.', '$500.00', appeal],
      ['Appeal: Line 1, J0475-JZ.', '$400.00', appeal],
    ],
    [
      'what may be written off beside what may be appealed',
      line('400', 'CO*97*300**151*500'),
      ['Appeal: Line 1, J0475-JZ. Also: Write it off.', '$800.00', appeal],
      ['Appeal: Line 1, J0475-JZ. Also: Write it off.', '$800.00', appeal],
    ],
    [
      'what is written off by choice',
      line('0', 'CO*97*1200'),
      ['Write it off: Line 1, J0475-JZ.', '$1,200.00', expect.stringMatching(/^By /) as string],
      ['Write it off: Line 1, J0475-JZ.', '$1,200.00', expect.stringMatching(/^By /) as string],
    ],
    ['what is written off by contract and law', line('1176', 'CO*45*20**253*4'), null, null],
    [
      'too little, beside what the patient owes',
      line('156.80', 'CO*45*1000**253*3.20', 'PR*2*40'),
      [
        expect.stringMatching(
          /^Ask why it was paid too little: .* Also: Bill the patient, or the next payer\.$/,
        ) as string,
        '$452.28',
        appeal,
      ],
      [expect.stringMatching(/^Ask why it was paid too little: Line 1, J0475-JZ\.$/) as string, '$412.28', appeal],
    ],
    [
      'what another payer is to be found for',
      line('0', 'CO*22*1200'),
      ['Find the right payer, or the one that pays first: Line 1, J0475-JZ.', '$1,200.00', ''],
      null,
    ],
    [
      'a group by which nobody bears it',
      line('800', 'OA*45*400'),
      ['Call the payer: Line 1, J0475-JZ.', '$400.00', ''],
      ['Call the payer: Line 1, J0475-JZ.', '$400.00', ''],
    ],
  ])('each amount of a line is asked for by itself: %s', (_, answered, alone, withNext) => {
    expect(inShort(toDo({ answered }))?.slice(1) ?? null).toEqual(alone);
    expect(inShort(toDo({ answered, hasNext: true }))?.slice(1) ?? null).toEqual(withNext);
  });

  const two = fileOf([
    transactionOf([
      ...headOf('0'),
      'DTM*405*20260401',
      'CLP*WS-1*1*1200*0**MB*ICN1',
      'SVC*HC:J0475:JZ*1100*0**0**4',
      'CAS*CO*50*1100',
      'SVC*HC:J0475:JW*100*0**0**1',
      'CAS*PR*3*100',
    ]),
  ]);
  const both = [
    'answered',
    'Appeal: Line 1, J0475-JZ. Also: Bill the patient, or the next payer.',
    '$1,200.00',
    expect.stringMatching(/^By /) as string,
  ];
  it('of two lines the one that runs out stands first, with the money of both', () =>
    expect(inShort(toDo({ answered: two }))).toEqual(both));
  it('of an answer that does not add up the money stands once', () => {
    const unbalanced = partOf('CLP*WS-1*1*1200*400***ICN1', 'SVC*HC:J0475:JZ*1200*300**4', 'CAS*CO*45*800');
    expect(inShort(toDo({ answered: unbalanced }))?.slice(1, 3)).toEqual([
      expect.stringMatching(/^Do not post it\./),
      '$1,200.00',
    ]);
  });
  it('what the next payer was asked for is done', () =>
    expect(inShort(toDo({ answered: two, hasNext: true }))).toEqual([
      'answered',
      'Appeal: Line 1, J0475-JZ.',
      '$1,100.00',
      both[3],
    ]));

  it('what was taken back stays until it is set right', () => {
    const paid = ['CLP*WS-1*1*1200*1000*200*MB*ICN1', 'SVC*HC:J0475:JZ*1200*1000**4', 'CAS*PR*2*200'];
    const back = ['CLP*WS-1*22*-1200*-1000**MB*ICN1', 'SVC*HC:J0475:JZ*-1200*-1000**4', 'CAS*CR*2*-200'];
    const again = ['CLP*WS-1*1*1200*1100*100*MB*ICN2', 'SVC*HC:J0475:JZ*1200*1100**4', 'CAS*PR*2*100'];
    const of = (...claims: readonly (readonly string[])[]) =>
      inShort(toDo({ answered: partOf(...claims.flat()), course: { cameBackOn: '04/01/2026' } }));
    expect(of(paid, back)).toEqual(['wait', 'Wait: Line 1, J0475-JZ.', '$1,000.00', '']);
    expect(of(back)?.slice(2)).toEqual(['$1,000.00', '']);
    expect(of(paid, back, again)).toEqual([
      'answered',
      'Bill the patient, or the next payer: Line 1, J0475-JZ.',
      '$100.00',
      '',
    ]);
  });

  describe('of two payers, each is asked for what its own answer leaves', () => {
    const of = (payer: string, ...claim: readonly string[]) => {
      const [amount, , ...head] = headOf('0');
      return transactionOf([
        amount!,
        `TRN*1*${payer}*1512345678`,
        ...head.map((each) => each.replace('SAMPLE MEDICARE', payer)).filter((each) => !each.startsWith('REF*2U')),
        ...claim,
      ]);
    };
    const first = (status: number) => [
      `CLP*WS-1*${status}*1200*1000*200*MB*ICN1`,
      'SVC*HC:J0475:JZ*1200*1000**4',
      'CAS*PR*2*200',
    ];
    const second = (paid: number) => [
      `CLP*WS-1*2*1200*${paid}*${200 - paid}*CI*B2`,
      `SVC*HC:J0475:JZ*1200*${paid}**4`,
      'CAS*OA*23*1000',
      ...(paid < 200 ? [`CAS*PR*3*${200 - paid}`] : []),
    ];
    it.each([
      ['billed by hand', 1],
      ['sent on by the first', 19],
    ])('%s', (_, status) => {
      const one = toDo({ answered: fileOf([of('FIRST', ...first(status))]) });
      expect(one?.atStake && formatMoney(one.atStake)).toBe('$200.00');
      const both = (paid: number) => fileOf([of('FIRST', ...first(status)), of('SECOND', ...second(paid))]);
      expect(toDo({ answered: both(200) })).toBeNull();
      // Whose turn it was is told by the status, and not by the day.
      expect(toDo({ answered: fileOf([of('SECOND', ...second(200)), of('FIRST', ...first(status))]) })).toBeNull();
      expect(inShort(toDo({ answered: both(150) }))).toEqual([
        'answered',
        'Bill the patient, or the next payer: Line 1, J0475-JZ.',
        '$50.00',
        '',
      ]);
    });
  });

  it.each<[number, string]>([
    [2, 'Appeal: Line 1, J0475 and Line 2, J0475.'],
    [3, 'Appeal: Line 1, J0475, Line 2, J0475 and Line 3, J0475.'],
    [4, 'Appeal: Line 1, J0475 and 3 more.'],
  ])('names what %i lines ask for once', (lines, says) => {
    const denied = Array.from({ length: lines }, () => ['SVC*HC:J0475*100*0**1', 'CAS*CO*151*100']).flat();
    const course = { cameBackOn: '04/01/2026' };
    expect(toDo({ answered: partOf(`CLP*WS-1*4*${lines}00*0**MB*ICN1`, ...denied), course })?.says).toBe(says);
  });

  it.each(['appeal', 'reopening'] as const)('says that its letter was kept: %s', (kind) => {
    const [answer] = answersOf([fileRead(vectors[4])]);
    const kept = keptWhole(1).record;
    const letters = withLetter(kept, {
      about: letterAbout(answer!, 'Line 1, J0475-JZ', kind),
      text: 'Dear payer',
      keptOn: '05/18/2026',
    })!.letters;
    expect(toDo({ answered: vectors[4], record: { letters } })?.says).toBe(
      'Appeal: Line 1, J0475-JZ. Its letter was kept on 05/18/2026.',
    );
  });

  it.each([
    ['Line 1, J0475 and Line 2, J0475-JW', ' Its letter was kept on 05/18/2026.'],
    ['Line 2, J0475-JW', ''],
  ])('says that the letter was kept which speaks of both lines, and no other: %s', (name, says) => {
    const answered = partOf(
      'CLP*WS-1*4*1200*0**MB*ICN1',
      'SVC*HC:J0475*900*0**3',
      'CAS*CO*151*900',
      'SVC*HC:J0475:JW*300*0**1',
      'CAS*CO*151*300',
    );
    const [answer] = answersOf([fileRead(answered)]);
    const about = letterAbout(answer!, name, 'appeal');
    const letters = [{ about, keptOn: '05/18/2026', pieces: ['Dear payer'] }];
    expect(toDo({ answered, record: { letters }, course: { cameBackOn: '04/01/2026' } })?.says).toBe(
      `Appeal: Line 1, J0475 and Line 2, J0475-JW.${says}`,
    );
  });

  it.each([
    ['04/01/2026', null],
    ['03/31/2026', 'answered'],
  ] as const)('settled on %s, it came back on 04/01/2026', (settledOn, kind) =>
    expect(toDo({ answered: two, course: { sentOn: '03/11/2026', settledOn } })?.kind ?? null).toBe(kind),
  );

  it('a part that was pasted tells no day, and is settled by whom it was told', () =>
    expect(
      toDo({
        answered: partOf('CLP*WS-1*1*1200*0***ICN1', 'SVC*HC:J0475:JZ*1200*0**0**4', 'CAS*CO*50*1200'),
        course: { sentOn: '03/11/2026', settledOn: '04/01/2026' },
      }),
    ).toBeNull());
});

describe('the worklist in a sentence', () => {
  const send = toDo({})!;
  const appeal = toDo({ answered: vectors[4], course: { cameBackOn: '04/01/2026' } })!;
  const wait = toDo({ course: { sentOn: '05/01/2026' } })!;
  const late = toDo({ on: day('2027-03-11') })!;
  const unknown = toDo({ record: { chargePerUnit: '' } })!;
  it.each<[string, readonly ToDo[], string]>([
    ['nothing', [], 'Nothing to do, as far as it was told.'],
    ['what waits for the payer is no work', [wait], 'Nothing to do, as far as it was told.'],
    [
      'two of them',
      [send, appeal, wait],
      '2 to do, $4,200.00 at stake. The first must be there by 08/04/2026, 76 days left.',
    ],
    ['what ran out has no day to come', [late], '1 to do, $1,200.00 at stake.'],
    [
      'money that is not known',
      [send, unknown],
      '2 to do, $1,200.00 at stake, and more not known of 1. The first must be there by 03/10/2027, 294 days left.',
    ],
    [
      'no money that is known',
      [unknown],
      '1 to do, money not known of 1. The first must be there by 03/10/2027, 294 days left.',
    ],
    [
      'a day that is not known',
      [send, toDo({ record: { payer: 'commercial' } })!],
      '2 to do, $2,400.00 at stake. The first must be there by 03/10/2027, 294 days left. Of 1 no last day is known.',
    ],
  ])('%s', (_, all, says) => expect(worklistSays(worklistOf(all))).toBe(says));
});
