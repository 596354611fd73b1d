import { describe, expect, it } from 'vitest';
import type { Encounter, OpenedContainers } from '../engine/encounter';
import type { Ndc11 } from '../engine/ndc';
import { unknownProfile, type NdcLayout } from '../engine/payer-profile';
import { prepareClaim } from '../engine/prepare-claim';
import { mcgPerMl, mg, ml } from '../engine/quantity';
import { pumpFill } from './encounter.fixture';
import { ruleBook } from './index';

const vial: OpenedContainers = { ndc: '66794015702' as Ndc11, name: 'Gablofen', strength: mcgPerMl(2000), volume: ml(20), count: 1, container: 'single-dose', lot: null, expiry: null };
const waste: Encounter = { ...pumpFill, payer: 'commercial', opened: [vial], ndcs: ['66794015702' as Ndc11], strength: mcgPerMl(2000), labeled: mg(40), given: mg(25), wasted: mg(15) };
const shaded = (encounter: Encounter) => prepareClaim(encounter, ruleBook).formItems.shaded;
const inLayout = (ndcLayout: NdcLayout | null): Encounter => ({ ...waste, profile: { ...unknownProfile('own-x', 'x', 'commercial'), ndcLayout } });

describe('item 24, shaded, in the three published layouts (row 9.3)', () => {
  it.each([
    ['nucc', 'NUCC', 'N466794015702 ML12.5', 'N466794015702 ML7.5'],
    ['medicare', 'Medicare positions', 'N466794015702   ML12.5', 'N466794015702   ML7.5'],
    ['medi-cal', 'Medi-Cal: N4 and NDC in 24A, the quantity without a point in 24D', 'N466794015702 ML0000012500', 'N466794015702 ML0000007500'],
  ] as const)('%s', (layout, name, first, second) => {
    expect(shaded(inLayout(layout))).toEqual({ layout: name, lines: [{ lineNumber: 1, text: first }, { lineNumber: 2, text: second }] });
  });

  it('is NUCC where the profile does not say, and Medicare positions put the quantity at place 17', () => {
    expect(shaded(inLayout(null)).layout).toBe('NUCC');
    expect(shaded(inLayout('medicare')).lines[0]?.text.indexOf('ML')).toBe(16);
  });

  it('says nothing for a line whose NDC or milliliters are not known, or that has more than one', () => {
    expect(shaded({ ...pumpFill, ndcs: [] }).lines).toEqual([]);
    const other: OpenedContainers = { ...vial, ndc: '70121250202' as Ndc11, volume: ml(5) };
    expect(shaded({ ...waste, opened: [vial, other], labeled: mg(50), given: mg(50), wasted: mg(0) }).lines).toEqual([]);
  });
});
