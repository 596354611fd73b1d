import { expect, it } from 'vitest';
import { mg } from '../engine/quantity';
import { prepareClaim } from '../engine/prepare-claim';
import type { Encounter } from '../engine/encounter';
import { ruleBook } from '../rules';
import { fill, pumpFill } from '../rules/encounter.fixture';
import { abbreviationsIn } from './abbreviations';

const shortIn = (encounter: Encounter) => abbreviationsIn(prepareClaim(encounter, ruleBook)).map(({ short }) => short);

it.each<[what: string, encounter: Encounter, short: string[]]>([
  ['a line with JZ, KD to be asked', pumpFill, ['JZ', 'KD', 'CARC', 'RARC']],
  ['waste: JW on a line', fill(mg(25), mg(15)), ['JW', 'KD', 'CARC', 'RARC']],
  ['more than a day’s maximum', fill(mg(90), mg(0)), ['JZ', 'KD', 'MUE', 'CARC', 'RARC']],
  ['a self-pay claim has no modifiers', { ...pumpFill, payer: 'self-pay' }, []],
])('%s', (_what, encounter, short) => expect(shortIn(encounter)).toEqual(expect.arrayContaining(short)));

it('names nothing that is not met', () => {
  expect(shortIn(pumpFill)).not.toContain('JW');
  expect(shortIn(fill(mg(25), mg(15)))).not.toContain('QJ');
});
