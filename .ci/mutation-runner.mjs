// @ts-nocheck: the runner's types are not exported.
import { strykerPlugins as runners } from '@stryker-mutator/vitest-runner';

/** A pattern of more names than this is slower than the tests that it spares, and one of thousands is refused. */
const namesInPattern = 300;

/**
 * Stryker's Vitest runner names every test that covers a mutant in one pattern; here many tests are named by their
 * files.
 */
const [vitestRunner] = runners;

function byFile(injector) {
  const runner = injector.injectFunction(vitestRunner.factory);
  const run = runner.run.bind(runner);
  runner.run = ({ testIds = [], ...others } = {}) =>
    testIds.length > namesInPattern
      ? run({ ...others, testFiles: [...new Set(testIds.map((id) => id.slice(0, id.indexOf('#'))))] })
      : run({ testIds, ...others });
  return runner;
}
byFile.inject = ['$injector'];

export const strykerPlugins = [{ ...vitestRunner, name: 'vitest-by-file', factory: byFile }];
