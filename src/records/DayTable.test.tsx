import { renderToStaticMarkup } from 'react-dom/server';
import { expect, it } from 'vitest';
import { office, rowsOf, keptClaim } from './day.fixture';
import { DayTable, newestFirst } from './DayTable';

const nothing = () => {};
const view = { sorting: newestFirst, onSorting: nothing, scrolled: { current: 0 } };
const work = { office, onLook: nothing, onWhy: nothing, onOpen: nothing, onAgain: nothing, onDelete: nothing };

it('of 500 claims only those in view are drawn, newest first, and all of them are counted', () => {
  const [row] = rowsOf(keptClaim(1));
  const rows = Array.from({ length: 500 }, (_, place) => ({ ...row!, id: `id-${place}`, reference: `PT-${place}` }));
  const drawn = renderToStaticMarkup(
    <DayTable rows={rows} warnings={new Map()} chosen={new Set(['id-1'])} onChosen={nothing} view={view} work={work} />,
  );
  expect(drawn).toContain('aria-rowcount="501"');
  const indices = [...drawn.matchAll(/aria-rowindex="(\d+)"/g)].map(([, index]) => Number(index));
  expect(indices.slice(0, 3)).toEqual([1, 2, 3]);
  expect(indices.length).toBeGreaterThan(5);
  expect(indices.length).toBeLessThan(40);
  expect(drawn.match(/aria-selected="true"/g)).toHaveLength(1);
  expect(drawn).toMatch(/aria-sort="descending"><button[^>]*>Day</);
});
