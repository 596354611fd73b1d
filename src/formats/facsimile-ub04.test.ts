import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { ofManyLines, prepared } from './claims.fixture';
import { facsimileUb04 } from './facsimile-ub04';
import { afterPlan, hospitalClaims, hospitalOffice, hospitalVectors, outpatient } from './hospital-claims.fixture';
import { withServicesBehind } from './hospital-claims.fixture';
import { partiesOf, type Parties } from './parties';
import { letterPage } from './preprinted-1500';
import { ub04, type Ub04 } from './ub-04';
import { payment, service, type WholeClaim } from './whole-claims.fixture';

function formOf({ claim, parties, resubmission }: Omit<WholeClaim, 'name'>): Ub04 {
  const result = ub04(claim, parties, resubmission);
  if ('refused' in result) throw new Error(result.refused.map(({ says }) => says).join('; '));
  return result.written;
}

const wordsOf = (texts: readonly string[]): readonly string[] => texts.flatMap((text) => text.split(/\s+/)).toSorted();
/** Every text that is to stand on a page, in words. */
function wantedOn({ above, below, pages }: Ub04, place: number): readonly string[] {
  const { lines, foot } = pages[place]!;
  const fields = [
    ...[...above, ...below].flatMap((group) => group.fields),
    ...lines.flatMap((line) => line.fields),
    ...foot,
  ];
  return fields.flatMap(({ text }) => (text === '' ? [] : [text]));
}
/** As printed, without the marks that tell which locator of a box a text is of, and with broken words whole again. */
const letters = (texts: readonly string[]) => wordsOf(texts).join('').split('').toSorted().join('');

/** Everything as long as it may be: names of 60 letters, numbers of 80. */
function widest(): Omit<WholeClaim, 'name'> {
  const parties = partiesOf(hospitalOffice, {
    ...afterPlan,
    payments: [payment(1, 'J0475', { paid: '500', pr2: '300' })],
  });
  const long = (letter: string, length: number) => letter.repeat(length);
  const told: Parties = {
    ...parties,
    providerName: long('H', 60),
    providerStreet: long('S', 55),
    providerCity: long('C', 30),
    patientLast: long('L', 60),
    patientFirst: long('F', 35),
    patientMiddle: long('M', 25),
    patientStreet: long('P', 55),
    patientCity: long('Q', 30),
    payerName: long('N', 60),
    payerId: long('I', 80),
    payerStreet: long('T', 55),
    payerCity: long('U', 30),
    payerState: 'ND',
    payerZip: '581020001',
    memberId: long('8', 80),
    groupNumber: long('G', 50),
    planName: long('A', 60),
    accountNumber: long('W', 20),
    otherPayerName: long('O', 60),
    otherPayerId: long('J', 80),
    otherMemberId: long('9', 80),
    otherGroup: long('B', 50),
    otherPlan: long('E', 60),
    attendingLast: long('D', 60),
    attendingFirst: long('K', 35),
    relatedTo: 'OA',
    injuryDate: '05/01/2026',
  };
  const diagnoses = ['G80.1', ...Array.from({ length: 11 }, (_, place) => `M62.${100 + place}`)];
  return {
    claim: prepared({ ...outpatient, diagnoses }),
    parties: told,
    resubmission: { code: '7', original: long('R', 50) },
  };
}

describe('the UB-04 on plain paper', () => {
  const cases = [
    ...Object.values(hospitalVectors).map((each) => [each.name, each] as const),
    ['everything as long as it may be', widest()] as const,
  ];
  it.each(cases)('%s: every locator once, in its box, nothing cut and nothing beside the page', (_, whole) => {
    const form = formOf(whole);
    const pages = facsimileUb04(form);
    expect(pages).toHaveLength(form.pages.length);
    pages.forEach((page, place) => holdsAll(form, place, page));
  });

  it('any claim of a hospital', () => {
    fc.assert(
      fc.property(hospitalClaims, (whole) => {
        const result = ub04(whole.claim, whole.parties, whole.resubmission);
        if ('refused' in result) return;
        const pages = facsimileUb04(result.written);
        expect(pages).toHaveLength(result.written.pages.length);
        pages.forEach((page, place) => holdsAll(result.written, place, page));
      }),
      { numRuns: 60 },
    );
  });

  function holdsAll(form: Ub04, place: number, { cells, placed }: ReturnType<typeof facsimileUb04>[number]) {
    const marks = placed.filter(({ item }) => item === 'mark').map(({ text }) => text);
    const texts = placed.filter(({ item }) => item !== 'mark').map(({ text }) => text);
    expect(letters(texts)).toBe(letters(wantedOn(form, place)));
    expect(marks.every((mark) => /^[0-9]{0,2}[a-dA-Q]?:$/.test(mark))).toBe(true);
    const beside = cells.filter(
      ({ x, y, width, height }) =>
        x <= 0 || y <= 0 || x + width >= letterPage.width - 12 || y + height >= letterPage.height - 12,
    );
    expect(beside).toEqual([]);
    // Each text stands in one box, and beside the others of it.
    const wide = 4.8;
    const astray = placed.filter(
      ({ x, y, text }) =>
        cells.filter(
          (cell) =>
            x >= cell.x &&
            x + text.length * wide <= cell.x + cell.width &&
            y + 2 >= cell.y &&
            y + 8 <= cell.y + cell.height,
        ).length !== 1,
    );
    expect(astray).toEqual([]);
    const sorted = placed.toSorted((one, other) => one.y - other.y || one.x - other.x);
    const covered = sorted.filter(({ x, y, text }, at) => {
      const next = sorted[at + 1];
      return next?.y === y && x + text.length * wide > next.x;
    });
    expect(covered).toEqual([]);
  }

  it('23 lines take two pages: the first says which it is, and the last has the total of all', () => {
    const lines = Array.from({ length: 22 }, () => service('62370', '10'));
    const form = formOf({ ...hospitalVectors[15], claim: withServicesBehind(prepared(outpatient), lines) });
    const texts = facsimileUb04(form).map(({ placed }) => placed.map(({ text }) => text));
    expect(texts).toHaveLength(2);
    expect(texts[0]).toContain('1 OF 2');
    expect(texts[0]).not.toContain('0001');
    expect(texts[1]).toContain('2 OF 2');
    expect(texts[1]).toContain('0001');
    expect(texts[1]).toContain('1020.00');
  });

  it('a line of several NDCs stands with all of them', () => {
    const form = formOf({
      ...hospitalVectors[15],
      claim: prepared({ ...ofManyLines(2), setting: 'hospital-outpatient' }),
    });
    const [page] = facsimileUb04(form);
    expect(page?.placed.filter(({ text }) => text.startsWith('N4'))).toHaveLength(form.pages[0]!.lines.length);
  });
});
