import { expect } from '@playwright/test';
import { answer, linesOf, open, statusOf } from './worksheet';
import scenarios from './scenarios/claims.json' with { type: 'json' };
import { test } from './warm';

const inOrder = [
  'Dose given',
  'Unit of dose given',
  'Dose wasted',
  'Unit of dose wasted',
  'Strength, in mcg/mL',
  'Purpose',
  'Route',
  'Payer type',
  'Setting',
  'Date of service',
  'Preauthorization status',
  'Diagnosis codes',
];

for (const { name, answers, lines, status } of scenarios) {
  test(`typed with the keyboard alone: ${name}`, async ({ page }) => {
    await open(page);
    // In the order of the page, so that the Tab key goes around it once.
    const all: Readonly<Record<string, string>> = { 'Date of service': 't', ...answers };
    const known = inOrder.filter((field) => field in all);
    const others = Object.keys(all).filter((field) => !inOrder.includes(field));
    for (const field of [...known, ...others]) await answer(page, field, all[field] ?? '');
    await expect.poll(() => statusOf(page)).toBe(status);
    expect(await linesOf(page)).toEqual(lines);
  });
}
