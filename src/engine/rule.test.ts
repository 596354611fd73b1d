import { describe, expect, it } from 'vitest';
import { fail, needsReview, pass, worstOf, type Verdict } from './verdict';

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
