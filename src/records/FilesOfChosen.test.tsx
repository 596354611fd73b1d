import { renderToStaticMarkup } from 'react-dom/server';
import { expect, it } from 'vitest';
import { keptClaim, office, rowsOf } from './day.fixture';
import { FilesOfChosen } from './FilesOfChosen';

const nothing = () => {};
const drawn = (...settings: readonly ('office' | 'hospital-outpatient')[]) =>
  renderToStaticMarkup(
    <FilesOfChosen
      rows={rowsOf(...settings.map((setting, place) => keptClaim(place + 1, { setting })))}
      office={office}
      onOfficeChange={nothing}
      onSaid={nothing}
    />,
  );

it('a file is offered for each form that the chosen claims belong in, and the clinic is asked once', () => {
  const both = drawn('office', 'hospital-outpatient');
  expect(both).toContain('Download the 837P file');
  expect(both).toContain('Download the 837I file');
  expect(both.replaceAll(/<[^>]*>/g, '')).toMatch(
    /0 of 1 claim can go into the 837P.*0 of 1 claim can go into the 837I/,
  );
  expect(both.match(/>Control number/g)).toHaveLength(1);
  expect(both).toContain('<dt>PT-1, 11/25/2026</dt><dd>Still in review.');
  expect(drawn('office')).not.toContain('837I');
  expect(drawn('hospital-outpatient')).not.toContain('837P');
});
