import { expect, it } from 'vitest';
import { prepared, withWaste } from '../formats/claims.fixture';
import { toldOf } from './WhomItNames';

it('“all is told” is said of no claim that still lacks something of its own', () => {
  expect(toldOf(prepared(withWaste), 'All is told.')).toBe('All is told.');
  const withoutNdc = prepared({ ...withWaste, payer: 'medicaid', opened: [], ndcs: [] });
  expect(toldOf(withoutNdc, 'All is told.')).toMatch(
    /^All whom the claim names is told\. To fix first on the claim itself: .*NDC/,
  );
});
