// @ts-check
import { defineConfig } from 'vitest/config';
import { BaseSequencer } from 'vitest/node';

/** The tests beside a file judge it in no time; what holds several rules against each other comes last. */
class QuickFirst extends BaseSequencer {
  /**
   * @override
   * @param {import('vitest/node').TestSpecification[]} files
   */
  async sort(files) {
    const place = ({ moduleId = '' }) =>
      moduleId.endsWith('rules.test.ts') ? 2 : moduleId.includes('/engine/') ? 0 : 1;
    return files.toSorted((a, b) => place(a) - place(b));
  }
}

/**
 * Tests that judge a mutant: those of engine and rules that say what is expected of one claim. Sweeps over thousands of
 * claims would judge each mutant for seconds, and what reads the source as text would read the mutant's.
 */
export default defineConfig({
  test: {
    include: ['src/engine/*.test.ts', 'src/rules/*.test.ts'],
    exclude: [
      'src/rules/sweep.test.ts',
      'src/rules/agreement.test.ts',
      'src/rules/sentences.test.ts',
      'src/rules/readme.test.ts',
    ],
    testTimeout: 60_000,
    isolate: false,
    maxWorkers: 1,
    sequence: { sequencer: QuickFirst },
  },
});
