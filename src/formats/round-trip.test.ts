import { matching } from '../engine/matching.fixture';
import { csvParseRows } from 'd3-dsv';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { PreparedClaim } from '../engine/prepared-claim';
import { day } from '../engine/dated';
import { ndc11 } from '../engine/ndc';
import { linesOf } from '../engine/claim-lines';
import { keepingBack } from '../engine/prepare-claim';
import { digitsOfMl, digitsOfMoney } from '../engine/quantity';
import { claimJson } from './claim-json';
import {
  encounters,
  encountersOfTwo,
  ofCompound,
  ofManyLines,
  prepared,
  second,
  unguarded,
  withWaste,
} from './claims.fixture';
import { cms1500, cms1500InShort } from './cms-1500';
import { letters } from './cms-1500-places';
import { csvColumns, linesCsv } from './lines-csv';
import { fhirClaim } from './fhir-claim';
import { parties } from './parties.fixture';
import { hospitalLoops } from './institutional-837';
import { claimLoops } from './professional-837';
import { ub04, type Ub04 } from './ub-04';
import { firstClaim, type FormField, type Written } from './written';

/**
 * What must survive every format: of each line code, modifiers, units, charge, and its NDCs with milliliters; what an
 * unlisted code stands for; and the total, null where the format has none.
 */
type Core = {
  narrative: string;
  lines: { hcpcs: string; modifiers: string[]; units: string; charge: string; ndcs: string[] }[];
  total: string | null;
};

const coreOf = (claim: PreparedClaim): Core => ({
  narrative: claim.formItems.narrative ?? '',
  lines: linesOf(claim).map(({ hcpcs, modifiers, unitsOfService, charge, ndcQuantities }) => ({
    hcpcs,
    modifiers: [...modifiers],
    units: String(unitsOfService.units),
    charge: charge ? digitsOfMoney(charge) : '',
    ndcs: ndcQuantities.flatMap(({ ndc, volume }) => (ndc ? [`${ndc} ${volume ? digitsOfMl(volume) : '-'}`] : [])),
  })),
  total: claim.totalCharge ? digitsOfMoney(claim.totalCharge) : '',
});

const twoDecimals = (value: unknown) => (value === undefined || value === null ? '' : Number(value).toFixed(2));
const zeroesOff = (digits: string) => (digits.includes('.') ? digits.replace(/\.?0+$/, '') : digits);
const textOf = (fields: readonly FormField[], item: string) => fields.find((field) => field.item === item)?.text ?? '';
const fromForm = (text: string): string[] =>
  [...text.matchAll(/N4(\d{11})(?: *ML(\d+(?:\.\d+)?))?/g)].map(([, ndc, quantity]) => `${ndc} ${quantity ?? '-'}`);

/** The lines of an 837 by the segment of its guide, whose procedure stands at that element and the charge behind it. */
function readLoops(text: string, { tag, at }: { readonly tag: string; readonly at: number }): Core {
  const lines: Core['lines'] = [];
  const narratives: string[] = [];
  const notes: string[] = [];
  for (const [id, ...elements] of text.split('~\n').map((segment) => segment.split('*'))) {
    const line = lines.at(-1);
    if (id === tag) {
      const [, hcpcs = '', ...parts] = elements[at]?.split(':') ?? [];
      if (parts[4] !== undefined) narratives.push(parts[4]);
      lines.push({
        hcpcs,
        modifiers: parts.slice(0, 4).filter(Boolean),
        // Dollars of X12 have cents only where there are any.
        charge: (elements[at + 1] ?? '').replace(/^\d+$/, '$&.00'),
        units: elements[at + 3] ?? '',
        ndcs: [],
      });
    } else if (id === 'NTE') notes.push(elements[1] ?? '');
    else if (id === 'LIN') line?.ndcs.push(elements[2] ?? '');
    else if (id === 'CTP' && line) line.ndcs = [`${line.ndcs[0]} ${elements[3]}`];
  }
  // A hospital’s note stands once with the claim, which these loops leave out.
  expect(notes).toEqual(tag === 'SV1' ? narratives : []);
  return { narrative: narratives[0] ?? '', lines, total: null };
}

/** Each format read back by somebody who knows only the format. */
const readers: Record<string, (claim: PreparedClaim) => Written<Core>> = {
  CSV: (claim) =>
    read(linesCsv(claim), (text) => {
      const [heading = [], ...rows] = csvParseRows(text);
      expect(heading).toEqual([...csvColumns]);
      const lines = rows.map((row) => {
        const cell = (column: (typeof csvColumns)[number]) => row[csvColumns.indexOf(column)] ?? '';
        const quantities = cell('ndc_quantity').split(';');
        return {
          hcpcs: cell('hcpcs'),
          modifiers: (['modifier_1', 'modifier_2', 'modifier_3', 'modifier_4'] as const).map(cell).filter(Boolean),
          units: cell('units'),
          charge: cell('charge'),
          ndcs: cell('ndc')
            .split(';')
            .flatMap((ndc, place) => (ndc ? [`${ndc} ${quantities[place] || '-'}`] : [])),
        };
      });
      const narratives = rows.map((row) => unguarded(row[csvColumns.indexOf('narrative')] ?? ''));
      return { narrative: narratives.find(Boolean) ?? '', lines, total: null };
    }),
  JSON: (claim) =>
    read(claimJson(claim), (text) => {
      const { lines, totalCharge, narrative } = JSON.parse(text);
      return {
        narrative: narrative ?? '',
        lines: lines.map(
          (line: {
            hcpcs: string;
            modifiers: string[];
            units: number;
            charge: string | null;
            ndcs: { ndc: string | null; ml: string | null }[];
          }) => ({
            hcpcs: line.hcpcs,
            modifiers: line.modifiers,
            units: String(line.units),
            charge: line.charge ?? '',
            ndcs: line.ndcs.flatMap(({ ndc, ml }) => (ndc ? [`${ndc} ${ml ?? '-'}`] : [])),
          }),
        ),
        total: totalCharge ?? '',
      };
    }),
  FHIR: (claim) =>
    read(fhirClaim(claim), (text) => {
      const { item, total, supportingInfo } = JSON.parse(text);
      type Coded = { coding: { code: string }[] };
      return {
        narrative:
          supportingInfo.find((each: { code: { text: string } }) => each.code.text === 'What the drug is')
            ?.valueString ?? '',
        lines: item.map(
          (each: {
            productOrService: Coded;
            modifier?: Coded[];
            quantity: { value: number };
            net?: { value: number };
            detail?: { productOrService: Coded; quantity?: { value: number } }[];
          }) => ({
            hcpcs: each.productOrService.coding[0]?.code,
            modifiers: (each.modifier ?? []).map(({ coding }) => coding[0]?.code),
            units: String(each.quantity.value),
            charge: twoDecimals(each.net?.value),
            ndcs: (each.detail ?? []).map(
              ({ productOrService, quantity }) => `${productOrService.coding[0]?.code} ${quantity?.value ?? '-'}`,
            ),
          }),
        ),
        total: twoDecimals(total?.value),
      };
    }),
  '837P loops': (claim) => read(claimLoops(claim), (text) => readLoops(text, { tag: 'SV1', at: 0 })),
  '837I loops': (claim) =>
    read(hospitalLoops(claim, firstClaim, '0361'), (text) => readLoops(text, { tag: 'SV2', at: 1 })),
  'CMS-1500': (claim) =>
    read(cms1500(claim, parties), ({ above, sheets }) => {
      const fields = above.flatMap((group) => group.fields);
      const item19 = textOf(fields, '19');
      const further = fromForm(item19);
      const lines = sheets
        .flatMap((sheet) => sheet.lines)
        .map(({ lineNumber, fields: own }) => {
          const ml = textOf(own, '24D shaded').replace(
            /ML(\d{7})(\d{3})/,
            (_, whole, part) => `ML${Number(whole)}.${part}`,
          );
          const first = fromForm(`${textOf(own, '24A shaded')} ${ml}`);
          const count = claim.formItems.furtherNdcs.filter((each) => each.lineNumber === lineNumber).length;
          return {
            hcpcs: textOf(own, '24D'),
            modifiers: textOf(own, '24D mod.').split(' ').filter(Boolean),
            units: textOf(own, '24G'),
            charge: textOf(own, '24F'),
            ndcs: [...first.map((each) => each.replace(/\d+\.\d+$/, zeroesOff)), ...further.splice(0, count)],
          };
        });
      // Each sheet has a total of its own; the claim has one where every sheet has.
      const totals = sheets.every(({ total }) => total.text !== '') ? sheets.map(({ total }) => total.text) : [];
      return {
        narrative: further.length === 0 && !item19.startsWith('N4') ? item19 : '',
        lines,
        total: totals.length === 0 ? '' : twoDecimals(totals.reduce((sum, each) => sum + Number(each) * 100, 0) / 100),
      };
    }),
  'UB-04': (claim) =>
    read(ub04(claim, parties), ({ pages, below }: Ub04) => ({
      narrative: textOf(
        below.flatMap(({ fields }) => fields),
        '80',
      ),
      lines: pages
        .flatMap(({ lines }) => lines)
        .map(({ fields: own }) => {
          const [hcpcs = '', ...modifiers] = textOf(own, '44').split(' ');
          return {
            hcpcs,
            modifiers,
            units: textOf(own, '46'),
            charge: textOf(own, '47'),
            ndcs: fromForm(textOf(own, '43 NDC')),
          };
        }),
      total: textOf(pages.at(-1)?.foot ?? [], '47 total'),
    })),
};

function read<T>(result: Written<T>, reader: (written: T) => Core): Written<Core> {
  return 'refused' in result ? result : { written: reader(result.written) };
}

/**
 * The NDCs that a paper line can show: without milliliters, or where they do not fit, the shaded half stays blank,
 * which the form says.
 */
function onPaper(core: Core, claim: PreparedClaim): Core {
  const lines = linesOf(claim);
  const shaded = new Set(claim.formItems.shaded.lines.map(({ lineNumber }) => lineNumber));
  return {
    ...core,
    lines: core.lines.map((line, place) => {
      const known = lines[place]?.ndcQuantities.some(({ ndc }) => ndc !== null);
      return known && !shaded.has(place + 1) ? { ...line, ndcs: line.ndcs.slice(1) } : line;
    }),
  };
}

const isOfHospital = (format: string): boolean => format === 'UB-04' || format === '837I loops';

const expected = (format: string, claim: PreparedClaim, { total }: Core): Core => {
  const core = format === 'CMS-1500' ? onPaper(coreOf(claim), claim) : coreOf(claim);
  return total === null ? { ...core, total } : core;
};

/**
 * Every sentence with which a format may decline a claim; a new one must be added here, so that none is declined by
 * accident.
 */
const mayDecline: Record<string, readonly RegExp[]> = {
  CSV: [
    /^The claim is on hold\./,
    /^The claim would certainly come back\./,
    /^There is no drug line/,
    /inpatient stay/,
    /equipment supplier/,
  ],
  JSON: [/^The claim is on hold\./, /^The claim would certainly come back\./, /^There is no drug line/],
  FHIR: [
    /^The claim is on hold\./,
    /^The claim would certainly come back\./,
    /^There is no drug line/,
    /has no insurance/,
    /inpatient stay/,
    /equipment supplier/,
  ],
  'UB-04': [
    /^The claim is on hold\./,
    /^The claim would certainly come back\./,
    /^There is no drug line/,
    /bills on the CMS-1500/,
    /inpatient stay/,
    /equipment supplier/,
  ],
  'CMS-1500': [
    /^The claim is on hold\./,
    /^The claim would certainly come back\./,
    /^There is no drug line/,
    /A hospital bills/,
    /equipment supplier/,
    /inpatient stay/,
  ],
  '837I loops': [
    /^The claim is on hold\./,
    /^The claim would certainly come back\./,
    /^There is no drug line/,
    /bills on the CMS-1500/,
    /inpatient stay/,
    /equipment supplier/,
    /gets no 837I/,
    /Enter the charge/,
    /has no charge: enter it/,
    /No type of bill was read/,
    /which revenue code it has was not read/,
    /Enter a diagnosis/,
    /longer than the 80 characters/,
    /837I line takes one/,
    /no milliliters/,
    /cannot carry/,
  ],
  '837P loops': [
    /^The claim is on hold\./,
    /^The claim would certainly come back\./,
    /^There is no drug line/,
    /A hospital bills/,
    /equipment supplier/,
    /inpatient stay/,
    /gets no 837P/,
    /Medicare Part B takes \$99,999\.99/,
    /Enter the charge/,
    /has no charge: enter it/,
    /Enter a diagnosis/,
    /longer than the 80 characters/,
    /837P line takes one/,
    /Medicare Part B takes \$99,999\.99/,
    /no milliliters/,
    /cannot carry/,
  ],
};

describe('any claim, written to every format and read back', () => {
  it.each([
    ['one drug', encounters, 2_000],
    ['two drugs of the day', encountersOfTwo, 1_500],
  ] as const)('%s, in every format alike', { timeout: 240_000 }, (_drugs, claims, numRuns) => {
    const written = new Map<string, number>();
    fc.assert(
      fc.property(claims, (encounter) => {
        const claim = prepared(encounter);
        for (const [format, reader] of Object.entries(readers)) {
          const reading = reader(claim);
          const declined = 'refused' in reading ? reading.refused.map(({ says }) => says) : [];
          const isTooMuch = declined.some((says) => says.startsWith('The claim comes to'));
          expect(isTooMuch && (claim.totalCharge?.tenthsOfCent ?? 0) <= 99_999_990).toBe(false);
          expect(
            declined.filter((says) => !mayDecline[format]?.some((allowed) => allowed.test(says))),
            format,
          ).toEqual([]);
          if ('refused' in reading) continue;
          written.set(format, (written.get(format) ?? 0) + 1);
          expect(keepingBack(claim.findings)).toEqual([]);
          expect(reading.written, format).toEqual(expected(format, claim, reading.written));
        }
      }),
      { numRuns },
    );
    for (const format of Object.keys(readers)) expect(written.get(format), format).toBeGreaterThan(35);
  });

  it.each([1, 6, 7, 50])('no line is lost of %i', (count) => {
    const claim = prepared(ofManyLines(count));
    expect(claim.lines).toHaveLength(count);
    for (const [format, reader] of Object.entries(readers)) {
      const reading = reader(
        isOfHospital(format) ? prepared({ ...ofManyLines(count), setting: 'hospital-outpatient' }) : claim,
      );
      if ('refused' in reading) throw new Error(`${format}: ${reading.refused[0]?.says}`);
      expect(reading.written, format).toEqual(expected(format, claim, reading.written));
    }
  });

  it('a compound is one line of one unit with what it is, and without an NDC', () => {
    for (const setting of ['office', 'hospital-outpatient'] as const) {
      const claim = prepared({ ...ofCompound, setting, ndcs: [ndc11('66794015702')] });
      const written = Object.entries(readers).flatMap(([format, reader]) => {
        const reading = reader(claim);
        return 'written' in reading ? [[format, reading.written] as const] : [];
      });
      expect(written.map(([format]) => format)).toEqual(
        setting === 'office'
          ? ['CSV', 'JSON', 'FHIR', '837P loops', 'CMS-1500']
          : ['CSV', 'JSON', 'FHIR', '837I loops', 'UB-04'],
      );
      for (const [format, { lines, narrative }] of written) {
        expect(lines, format).toEqual([{ hcpcs: 'J7999', modifiers: [], units: '1', charge: '362.93', ndcs: [] }]);
        expect(narrative, format).toBe('Compounded baclofen 4000 mcg/mL, 10 mL, dose 40 mg; morphine 5 mg/mL');
      }
    }
  });

  it('what a compound is stands on its own line alone, not on that of a trial beside it', () => {
    const claim = prepared({ ...ofCompound, drugBeside: second('trial', { chargePerUnit: { tenthsOfCent: 60_000 } }) });
    const loops = claimLoops(claim);
    const segments =
      'written' in loops ? loops.written.split('~\n').filter((each) => /^(?:SV1|NTE|LIN)/.test(each)) : [];
    expect(segments).toEqual([
      expect.stringMatching(/^SV1\*HC:J7999:+Compounded baclofen/),
      expect.stringMatching(/^NTE\*ADD\*Compounded/),
      'SV1*HC:J0476:JZ*60*UN*1***1:2',
      'LIN**N4*66794015101',
    ]);
    const cells = linesCsv(claim);
    const rows = csvParseRows('written' in cells ? cells.written : '').slice(1);
    const narratives = rows.map((row) => row[csvColumns.indexOf('narrative')] ?? '');
    expect(narratives).toEqual([expect.stringMatching(/^Compounded/), '']);
  });

  it('a claim of 51 lines is declined by the 837P alone', () => {
    const claim = prepared(ofManyLines(51));
    const declined = Object.entries(readers).flatMap(([format, reader]) =>
      'refused' in reader(claim) ? [format] : [],
    );
    expect(declined).toEqual(['837P loops', '837I loops', 'UB-04']);
    expect(claimLoops(claim)).toEqual({ refused: [{ says: 'An 837P claim takes 50 lines, and this one has 51.' }] });
  });

  it('a claim on hold, and one without lines, is written to no format', () => {
    const held = prepared({ ...withWaste, route: 'intravenous', purpose: 'other-injection' });
    expect(held.status).toBe('on-hold');
    const empty = prepared({ ...withWaste, given: { ng: 0 }, wasted: { ng: 40_000_000 } });
    for (const claim of [held, empty]) {
      for (const [format, reader] of Object.entries(readers)) expect('refused' in reader(claim), format).toBe(true);
    }
  });
});

describe('every line points to the cause of the spasticity first, in every format (rows form 24E, 6c list)', () => {
  const written = <T>(result: Written<T>): T => {
    if ('refused' in result) throw new Error(result.refused[0]?.says);
    return result.written;
  };
  /** The pointers of the last line, as places. */
  const pointers: Record<string, (claim: PreparedClaim) => readonly (number | undefined)[]> = {
    CSV: (claim) =>
      (csvParseRows(written(linesCsv(claim))).at(-1)?.[csvColumns.indexOf('diagnosis_pointers')] ?? '')
        .split(';')
        .map(Number),
    JSON: (claim) => JSON.parse(written(claimJson(claim))).lines.at(-1).diagnosisPointers,
    FHIR: (claim) => JSON.parse(written(fhirClaim(claim))).item.at(-1).diagnosisSequence,
    '837P': (claim) =>
      written(claimLoops(claim))
        .split('~\n')
        .filter((segment) => segment.startsWith('SV1'))
        .at(-1)
        ?.split('*')[7]
        ?.split(':')
        .map(Number) ?? [],
    'CMS-1500': (claim) =>
      fromLetters(textOf(written(cms1500(claim, parties)).sheets[0]?.lines.at(-1)?.fields ?? [], '24E')),
    paper: (claim) => fromLetters(textOf(cms1500InShort(claim).fields, '24E')),
  };
  const fromLetters = (text: string) => [...text].map((letter) => letters.indexOf(letter) + 1);
  const elevenSymptoms = [
    'R25.2',
    'M62.838',
    'Z45.1',
    'Z45.49',
    'Z46.2',
    'T85.610A',
    'T85.620A',
    'T85.630A',
    'T85.615A',
    'T85.695A',
    'T85.738A',
  ];

  it.each<[what: string, diagnoses: readonly string[], places: readonly number[], step: RegExp]>([
    ['a cause alone, which needs no order', ['G80.1'], [1], /^$/],
    [
      'the cause in the fifth place',
      ['R25.2', 'M62.838', 'Z45.1', 'T85.610A', 'G35.A'],
      [5, 1, 2, 3],
      matching(
        /^Every line points to G35\.A, R25\.2, M62\.838 and Z45\.1\. The cause of the spasticity goes first\. /,
        /A line points to four codes at most, so it leaves out T85\.610A\.$/,
      ),
    ],
    ['the cause in the second place', ['Z45.1', 'G82.20'], [2, 1], /The cause of the spasticity goes first\.$/],
    [
      'two causes, in the order typed',
      ['G82.20', 'R25.2', 'G35.A'],
      [1, 3, 2],
      /^Every line points to G82\.20, G35\.A and R25\.2\. The causes of the spasticity go first\.$/,
    ],
    [
      'the late effect of an injury after what it left',
      ['S14.109S', 'R25.2', 'G82.52'],
      [3, 1, 2],
      /What the injury left goes before the code of the injury\.$/,
    ],
    [
      'two late effects after a paralysis',
      ['S14.109S', 'S06.2X9S', 'G82.52'],
      [3, 1, 2],
      /^Every line points to G82\.52, S14\.109S and S06\.2X9S\..*What the injury left goes before/,
    ],
    [
      'a late effect beside a cause that no injury leaves',
      ['G35.D', 'S06.2X9S'],
      [1, 2],
      /^Every line points to G35\.D and S06\.2X9S\. The causes of the spasticity go first\.$/,
    ],
    [
      'the same, the late effect typed first',
      ['S06.2X9S', 'G35.D'],
      [1, 2],
      /^Every line points to S06\.2X9S and G35\.D\. The causes of the spasticity go first\.$/,
    ],
    [
      'a late effect alone',
      ['R25.2', 'S14.109S'],
      [2, 1],
      /^Every line points to S14\.109S and R25\.2\. The cause of the spasticity goes first\.$/,
    ],
    ['a stroke code that holds its paralysis', ['R25.2', 'I69.351'], [2, 1], /cause of the spasticity goes first/],
    [
      'no cause',
      ['R25.2', 'Z45.1'],
      [1, 2],
      matching(
        /^Every line points to R25\.2 and Z45\.1\. None is a cause on this page’s list, so they stand in the order /,
        /typed\.$/,
      ),
    ],
    ['palsy that is not spastic is no cause', ['G80.3', 'G80.2'], [2, 1], /^Every line points to G80\.2 and G80\.3/],
    ['palsy that is not spastic alone', ['G80.4'], [1], /^$/],
    ['a code on no list', ['B20', 'G80.1'], [2, 1], /G80\.1 and B20/],
    [
      'twelve, the cause in the last place',
      [...elevenSymptoms, 'G11.4'],
      [12, 1, 2, 3],
      /it leaves out Z45\.49, Z46\.2, .* and T85\.738A\.$/,
    ],
    [
      'twelve causes',
      ['G80.0', 'G80.1', 'G80.2', 'G81.11', 'G81.12', 'G82.20', 'G82.21', 'G82.22', 'G35.A', 'G35.D', 'G11.4', 'G93.1'],
      [1, 2, 3, 4],
      /The causes of the spasticity go first\. .* leaves out G81\.12, /,
    ],
  ])('%s', (_what, diagnoses, places, step) => {
    const claim = prepared({ ...withWaste, diagnoses });
    expect(claim.diagnosisPointers).toEqual(places);
    for (const [format, read] of Object.entries(pointers)) expect(read(claim), format).toEqual(places);
    expect(claim.how.flatMap(({ says }) => (says.startsWith('Every line points') ? [says] : [])).join(' ')).toMatch(
      step,
    );
  });

  it('a hospital’s claim has no pointers, so its files keep the order typed and the working tells of none', () => {
    const claim = prepared({
      ...withWaste,
      setting: 'hospital-outpatient',
      diagnoses: ['R25.2', 'M62.838', 'Z45.1', 'T85.610A', 'G35.A'],
    });
    expect(claim.diagnosisPointers).toEqual([1, 2, 3, 4]);
    expect(claim.how.filter(({ says }) => says.includes('points to'))).toEqual([]);
  });

  it('a code that is not in force on the day is no cause', () => {
    expect(
      prepared({ ...withWaste, diagnoses: ['R25.2', 'G35'], dateOfService: day('2025-09-30') }).diagnosisPointers,
    ).toEqual([2, 1]);
    expect(
      prepared({ ...withWaste, diagnoses: ['R25.2', 'G35', 'G80.1'], dateOfService: day('2025-10-01') })
        .diagnosisPointers,
    ).toEqual([3, 1, 2]);
  });

  it('Medicare’s one letter on paper is told beside it', () => {
    const steps = prepared({ ...withWaste, payer: 'medicare-part-b' }).how.filter(({ rows }) =>
      rows.includes('form 24E Medicare'),
    );
    expect(steps.map(({ says }) => says)).toEqual([
      expect.stringMatching(/On paper, Medicare is said to take the first letter only: ask the contractor\.$/),
    ]);
  });

  it('without a diagnosis, without a line, and on a UB-04, whose lines have none, nothing is said of pointers', () => {
    for (const change of [{ diagnoses: [] }, { drugSource: 'supplied' }, { setting: 'hospital-outpatient' }] as const) {
      expect(
        prepared({ ...withWaste, ...change }).how.filter(({ says }) => says.includes('Every line points')),
      ).toEqual([]);
    }
  });
});
