import { describe, expect, it } from 'vitest';
import { keptRecord, readKeptRecord } from '../answers/kept-record';
import { answersOf, type Answer } from './answers';
import { kept, keptWhole } from './kept.fixture';
import { answersIn, keptAnswer, withAnswersKept } from './kept-answers';
import { fileOf, fileRead, headOf, partOf, transactionOf } from './remittance.fixture';
import { vectors } from './vectors.fixture';

const inFile = (amount: string, text: string, trace = 'EFT-1', produced = '20260401'): string =>
  fileOf([
    transactionOf([
      ...headOf(amount).map((each) => each.replace('EFT-1', trace).replace('*405*20261230', `*405*${produced}`)),
      ...text.split('~').filter(Boolean),
    ]),
  ]);
const answersFrom = (...texts: readonly string[]): readonly Answer[] => answersOf(texts.map(fileRead));
/** Places in the file are those of the file that it came in. */
const withoutPlaces = (answers: readonly Answer[]): unknown =>
  JSON.parse(
    JSON.stringify(answers, (key, value: unknown) =>
      key === 'at' ? 0 : typeof value === 'string' ? value.replace(/^Segment \d+/, 'Segment') : value,
    ),
  );

const { record } = keptWhole(1);
const first = inFile('569.08', vectors[1]);
const taken = vectors[7].replaceAll('CLP*7', 'CLP*1');
const corrected = inFile('-142.27', taken, 'EFT-2', '20260501');

describe('an answer that a record keeps', () => {
  it.each(Object.entries(vectors))('of vector %s is read again to the letter, and so is its record', (_, text) => {
    const answers = answersFrom(text.startsWith('BPR') ? text : inFile('0', text));
    const { record: now, says } = withAnswersKept(record, answers);
    expect(now.remittances).toHaveLength(answers.length);
    expect(withoutPlaces(answersIn(now))).toEqual(
      withoutPlaces(answers.map((each) => ({ ...each, claim: { ...each.claim, isCut: false } }))),
    );
    expect(says).toEqual([]);
    expect(readKeptRecord(JSON.parse(JSON.stringify(keptRecord(now))))).toEqual({ record: now });
  });

  it('stands once, whichever file it is opened from', () => {
    const once = withAnswersKept(record, answersFrom(first)).record;
    const { record: again, again: count } = withAnswersKept(once, answersFrom(first, corrected));
    expect([again.remittances.length, count]).toEqual([3, 1]);
  });

  it('with longer texts or more lines than a record takes is told, and not kept', () => {
    const [answer] = answersFrom(first);
    const line = answer?.claim.lines[0];
    if (!answer || !line) throw new Error('No answer');
    const long = { ...answer, payer: 'P'.repeat(201) };
    const many = { ...answer, trace: 'X', claim: { ...answer.claim, lines: Array.from({ length: 201 }, () => line) } };
    expect([keptAnswer(long), keptAnswer(many)]).toEqual([null, null]);
    expect(withAnswersKept(record, [long, many]).says).toEqual([
      '2 of the answers are too long to be kept with the claim.',
    ]);
  });

  it('that somebody damaged is left out', () => {
    const { record: now } = withAnswersKept(record, answersFrom(first));
    expect(answersIn({ remittances: now.remittances.map((each) => ({ ...each, claim: ['?'], lines: [] })) })).toEqual(
      [],
    );
  });
});

describe('what the answers come to', () => {
  const second = 'CLP*1*2*1200*145.17**CI*B2~';
  const ofOther = (file: string) =>
    file.replace(/N1\*PR\*[^~]*/, 'N1*PR*OTHER PLAN').replace(/REF\*2U\*[^~]*/, 'REF*2U*OTHER');
  const course = (...texts: readonly string[]) => {
    const now = withAnswersKept(record, answersFrom(...texts)).record;
    const { cameBackOn, allowed, paid, patientOwes } = now.course;
    return [cameBackOn, allowed, paid, patientOwes, now.remittanceCode].join(' | ');
  };
  it.each<[string, readonly string[], string]>([
    ['paid', [first], '04/01/2026 | 725.86 | 569.08 | 145.17 | CO-45, CO-253, PR-2'],
    ['taken back and corrected', [first, corrected], '05/01/2026 |  | 426.81 | 108.88 | CO-45, CO-253, PR-2'],
    [
      'denied',
      [inFile('0', vectors[3].replace('CLP*3', 'CLP*1'))],
      '04/01/2026 | 0.00 | 0.00 | 0.00 | MA130, CO-16, N822',
    ],
    [
      'a second payer that paid what the first left to the patient',
      [first, ofOther(inFile('145.17', `${second}SVC*HC:J0475:JZ*1200*145.17**4~CAS*OA*23*1054.83~`, 'EFT-2'))],
      '04/01/2026 |  | 714.25 | 0.00 | CO-45, CO-253, PR-2, OA-23',
    ],
    ['an amount that is missing', [inFile('0', vectors[8])], '04/01/2026 |  |  |  | '],
    ['out of balance', [inFile('569.08', vectors[6])], '04/01/2026 |  |  |  | CO-45, PR-2'],
    ['a part without a day', [vectors[1]], ' | 725.86 | 569.08 | 145.17 | CO-45, CO-253, PR-2'],
    ['no reason at all', [partOf('CLP*1*1*75*75', 'SVC*HC:62370*75*75')], ' | 75.00 | 75.00 |  | '],
    ['taken back alone', [inFile('-569.08', taken.slice(0, taken.indexOf('CLP*1*1*900')))], ' |  |  |  | '],
  ])('%s', (_, texts, expected) => {
    expect(course(...texts)).toBe(expected);
  });

  it('what was typed otherwise stays, and is told; what earlier answers filled in follows', () => {
    const typed = { ...record, course: { ...record.course, paid: '500', cameBackOn: '04/01/2026' } };
    const { record: now, says } = withAnswersKept(typed, answersFrom(first));
    expect([now.course.paid, now.course.allowed]).toEqual(['500', '725.86']);
    expect(says).toEqual(['Of what was paid “500” was typed, and the remittance has “569.08”.']);
    const later = withAnswersKept(withAnswersKept(record, answersFrom(first)).record, answersFrom(corrected));
    expect([later.record.course.paid, later.says]).toEqual(['426.81', []]);
  });

  it('a claim without answers keeps what was typed', () => {
    const { record: own } = kept(1, { remittanceCode: 'CO-197' });
    expect(withAnswersKept(own, [])).toEqual({ record: own, again: 0, says: [] });
  });
});
