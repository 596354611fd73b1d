import { describe, expect, it } from 'vitest';
import { fail, needsReview, notApplicable, onHold, pass, worstOf, type Verdict } from './verdict';

const more = { fix: 'Mend it.', denial: { carc: [], rarc: [], means: 'x' } } as const;
const certain = fail('Certain.', { ...more, goTo: 'diagnoses', certain: true });
const likely = fail('Likely.', { ...more, goTo: 'ndc', billerMayCheck: true });

describe('certainty', () => {
  it('belongs to a fail alone, and goes with no tick', () => {
    // @ts-expect-error A check is never certain.
    needsReview('', { ...more, certain: true });
    // @ts-expect-error Nor is what passed.
    const passed: Verdict = { outcome: 'pass', because: '', certain: true };
    // @ts-expect-error What is certain is not ticked off.
    const ticked = fail('', { ...more, certain: true, billerMayCheck: true });
    expect([passed.outcome, ticked.outcome]).toEqual(['pass', 'fail']);
  });

  it.each([
    ['one of several', [likely, certain], 'Certain. Likely.', true, 'diagnoses'],
    ['beside what passed', [pass('Fine.'), certain], 'Certain.', true, 'diagnoses'],
    ['none of several', [likely, likely], 'Likely. Likely.', undefined, 'ndc'],
  ] as const)('of several verdicts: %s', (_what, verdicts, because, isCertain, goTo) => {
    const worst = worstOf<'fail' | 'pass'>(verdicts);
    expect(worst).toMatchObject({ outcome: 'fail', because, goTo });
    expect(worst.certain).toBe(isCertain);
    expect(worst.billerMayCheck ?? false).toBe(!isCertain);
  });
});

it('each says what it is, why, and what to do', () => {
  expect(onHold('Why.', more)).toEqual({ ...more, outcome: 'on-hold', because: 'Why.' });
  expect(fail('Why.', more)).toEqual({ ...more, outcome: 'fail', because: 'Why.' });
  expect(needsReview('Why.', more)).toEqual({ ...more, outcome: 'needs-review', because: 'Why.' });
  expect([pass('Why.'), notApplicable('Why.')]).toEqual([
    { outcome: 'pass', because: 'Why.' },
    { outcome: 'not-applicable', because: 'Why.' },
  ]);
});

describe('one verdict from several', () => {
  const review = needsReview('Look.', { ...more, billerMayCheck: true });
  const reviewByAnswer = needsReview('Answer.', { ...more, goTo: 'ndc' });
  it.each<[what: string, verdicts: readonly Verdict[], worst: Verdict]>([
    ['of none', [], notApplicable('There is nothing to check.')],
    ['of one, as it is', [review], { ...more, outcome: 'needs-review', because: 'Look.', billerMayCheck: true }],
    ['a hold before a fail', [likely, onHold('Hold.', more)], { ...more, outcome: 'on-hold', because: 'Hold.' }],
    [
      'a check before what passed',
      [pass('Fine.'), reviewByAnswer],
      { ...more, outcome: 'needs-review', because: 'Answer.', goTo: 'ndc' },
    ],
    [
      'a tick settles all of them, where it settles each',
      [review, review],
      { ...more, outcome: 'needs-review', because: 'Look. Look.', billerMayCheck: true },
    ],
    [
      'and none where one of them needs an answer',
      [review, reviewByAnswer, review],
      { ...more, outcome: 'needs-review', because: 'Look. Answer. Look.', billerMayCheck: false },
    ],
    [
      'what passed stands before what does not apply',
      [notApplicable('Not here.'), pass('Fine.')],
      { outcome: 'pass', because: 'Fine.' },
    ],
  ])('%s', (_what, verdicts, worst) => expect(worstOf(verdicts)).toEqual(worst));
});

it('what is to be done about each of several reasons is told, each sentence once', () => {
  const one = needsReview('One.', { ...more, fix: 'Look it up. Or open the file.' });
  const other = needsReview('Other.', { ...more, fix: 'Look it up. Or open the file. Read the label.' });
  expect(worstOf([one, other]).fix).toBe('Look it up. Or open the file. Read the label.');
  expect(worstOf([one, pass('Fine.')]).fix).toBe('Look it up. Or open the file.');
});
