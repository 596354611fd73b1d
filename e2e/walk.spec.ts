import { walk } from './walk';
import { test } from './warm';

/** More in the longer run: see CONTRIBUTING. */
const walks = Number(process.env.WALKS ?? 40);
const stepsOfAWalk = 20;
const inATest = 5;

for (let first = 1; first <= walks; first += inATest) {
  const last = Math.min(first + inATest - 1, walks);
  test(`screen, record, claim, paper and files are one: random walks ${first} to ${last}`, async ({ page }) => {
    test.setTimeout(120_000);
    for (let seed = first; seed <= last; seed += 1) await walk(page, seed, stepsOfAWalk, seed === first);
  });
}
