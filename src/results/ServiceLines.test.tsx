import { renderToStaticMarkup } from 'react-dom/server';
import { expect, it } from 'vitest';
import type { Ndc11 } from '../engine/ndc';
import { prepareClaim } from '../engine/prepare-claim';
import { ml } from '../engine/quantity';
import { ruleBook } from '../rules';
import { pumpFill } from '../rules/encounter.fixture';
import { ServiceLines } from './ServiceLines';

/** What is read, and copied, of the lines; a space that a piece of its own begins with is not drawn. */
function textOf(roundedFrom: string | null): string {
  const claim = prepareClaim(pumpFill, ruleBook);
  const quantity = { ndc: '66794015702' as Ndc11, volume: ml(18), roundedFrom };
  const lines = claim.lines.map((line) => ({ ...line, ndcQuantities: [quantity] }));
  return renderToStaticMarkup(<ServiceLines claim={{ ...claim, lines }} />).replaceAll(/<span[^>]*>\s*|<[^>]*>/g, '');
}

it.each([
  ['the NDC, its milliliters', null, '66794015702 18 mL'],
  ['what they were rounded from', '17.9996 mL', '66794015702 18 mL rounded from 17.9996 mL'],
  ['a heading, its item', null, 'NDC 24 shaded'],
])('%s: apart by the text itself', (_what, roundedFrom, text) => expect(textOf(roundedFrom)).toContain(text));
