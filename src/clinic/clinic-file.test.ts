import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { unknownProfile } from '../engine/payer-profile';
import { emptyClinicFile, emptyOffice, emptyProvider, noAddress, type ClinicFile } from '../engine/clinic-file';
import { massIn } from '../engine/quantity';
import { anyClinicFile } from './clinic-file.fixture';
import { profileKeys } from './profile-answers';
import { mostCharacters, readClinicBytes, readClinicFile, faultWords, writeClinicFile } from './clinic-file';

const prairie = `{
  "format": "baclofen-billing-worksheet",
  "version": 3,
  "profiles": [
    {
      "name": "Prairie Health",
      "payer": "commercial",
      "jw": "required",
      "unitsPerFill": 8
    },
    {
      "name": "State plan",
      "payer": "medicaid"
    }
  ],
  "paymentLimits": [
    {
      "from": "2026-01-01",
      "through": "2026-03-31",
      "file": "limits.csv",
      "J0475": "181.466",
      "J0476": null
    }
  ],
  "crosswalks": [
    {
      "from": "2026-01-01",
      "through": "2026-03-31",
      "file": "crosswalk.csv",
      "rows": [
        {
          "ndc": "66794015702",
          "hcpcs": "J0475",
          "name": "Gablofen",
          "labeler": "Piramal",
          "volumeMl": "20",
          "labeledMg": "40",
          "strengthMcgPerMl": 2000,
          "containersPerNdc": 1
        }
      ]
    }
  ]
}
`;

const instead = (part: string, put: string) => {
  if (!prairie.includes(part)) throw new Error(`The file has no ${part}`);
  return prairie.replace(part, () => put);
};
const said = (text: string) => {
  const reading = readClinicFile(text);
  return 'refused' in reading ? faultWords(reading.refused) : 'taken';
};

describe('the file of a clinic', () => {
  it('is read into facts', () => {
    expect(readClinicFile(prairie)).toEqual({
      file: {
        profiles: [
          {
            ...unknownProfile('own-Prairie Health', 'Prairie Health', 'commercial'),
            jw: 'required',
            unitsPerFill: { units: 8 },
          },
          unknownProfile('own-State plan', 'State plan', 'medicaid'),
        ],
        tables: {
          paymentLimits: [
            {
              from: '2026-01-01',
              through: '2026-03-31',
              file: 'limits.csv',
              J0475: { tenthsOfCent: 181_466 },
              J0476: null,
            },
          ],
          crosswalks: [
            {
              from: '2026-01-01',
              through: '2026-03-31',
              file: 'crosswalk.csv',
              rows: [
                {
                  ndc: '66794015702',
                  hcpcs: 'J0475',
                  name: 'Gablofen',
                  labeler: 'Piramal',
                  volume: { uL: 20_000 },
                  labeled: { ng: 40_000_000 },
                  strength: { mcgPerMl: 2000 },
                  containersPerNdc: 1,
                },
              ],
            },
          ],
        },
        fees: [],
        mappings: [],
        printOffset: { rightTenthsMm: 0, downTenthsMm: 0, heightPerMille: 1000 },
        office: emptyOffice,
      },
    });
  });

  it.each([
    [
      '"printOffset": { "rightTenthsMm": -15, "downTenthsMm": 201 }',
      '“offset down” must be a whole number from -200 to 200',
    ],
    [
      '"printOffset": { "rightTenthsMm": 1.5, "downTenthsMm": 0 }',
      '“offset to the right” must be a whole number from -200 to 200',
    ],
    ['"printOffset": { "rightTenthsMm": 1 }', '“offset down” is missing'],
    [
      '"printOffset": { "rightTenthsMm": 1, "downTenthsMm": 2, "heightPerMille": 1051 }',
      '“height of the form” must be a whole number from 950 to 1050',
    ],
    ['"printOffset": [1, 2]', '“offset of the pre-printed form” must stand in braces'],
  ])('%s is refused', (offset, reason) => {
    const reading = readClinicFile(prairie.replace('"profiles"', `${offset},\n  "profiles"`));
    expect('refused' in reading && faultWords(reading.refused)).toBe(`Line 4: ${reason}`);
  });

  it('is written as it was read', () => {
    const reading = readClinicFile(prairie);
    expect('file' in reading && writeClinicFile(reading.file)).toBe(prairie);
  });

  it('is empty when nothing is kept', () => {
    expect(readClinicFile(writeClinicFile(emptyClinicFile))).toEqual({ file: emptyClinicFile });
  });

  it('gives back exactly what was written, whatever it is', () => {
    fc.assert(
      fc.property(anyClinicFile, (file) => {
        const text = writeClinicFile(file);
        expect(readClinicFile(text)).toEqual({ file });
        expect(text).toMatch(/[^\n]\n$/);
      }),
      { numRuns: 300 },
    );
  });

  it('has its tables oldest first', () => {
    const limits = (from: string, through: string) =>
      `{ "from": "${from}", "through": "${through}", "file": "f", "J0475": "180" }`;
    const reading = readClinicFile(
      instead(
        '"paymentLimits": [',
        `"paymentLimits": [ ${limits('2026-04-01', '2026-06-30')}, ${limits('2025-10-01', '2025-12-31')},`,
      ),
    );
    expect('file' in reading && reading.file.tables.paymentLimits.map(({ from }) => from)).toEqual([
      '2025-10-01',
      '2026-01-01',
      '2026-04-01',
    ]);
  });
});

const wholeRow =
  '{ "ndc": "66794015701", "hcpcs": "J0475", "name": "n", "labeler": "l", "volumeMl": "20", "labeledMg": ' +
  '"40", "strengthMcgPerMl": 2000, "containersPerNdc": 1 }';

describe('a file that is refused says where and why', () => {
  it.each([
    ['nothing', '', 'This file is empty.'],
    ['blanks', ' \r\n\t', 'This file is empty.'],
    ['no JSON', 'name,payer\nPrairie,commercial\n', 'Line 1: this is not JSON'],
    ['a page', '<!doctype html>', 'Line 1: this is not JSON'],
    ['binary', '\u0000\u0001PK\u0003\u0004', 'Line 1: this is not JSON'],
    [
      'another character set',
      instead('Prairie', 'Prairi\uFFFD'),
      'Line 6: a character could not be read: save the file as UTF-8',
    ],
    ['a lone surrogate', '\uD83D', 'Line 1: this is not JSON'],
    ['a number', '5', 'This is not a file of payer profiles saved by this page.'],
    ['a list', '[]', 'This is not a file of payer profiles saved by this page.'],
    ['null', 'null', 'This is not a file of payer profiles saved by this page.'],
    [
      'another format',
      instead('"baclofen-billing-worksheet"', '"another"'),
      'This is not a file of payer profiles saved by this page.',
    ],
    [
      'another version',
      instead('"version": 3', '"version": 4'),
      'This file is of version 4; this page reads version 3.',
    ],
    [
      'a version in quotes',
      instead('"version": 3', '"version": "1"'),
      'This file does not say its version; this page reads version 3.',
    ],
    ['a comment', instead('"version": 3,', '"version": 3, // ours'), 'Line 3: comments are not read'],
    [
      'a trailing comma',
      instead('"unitsPerFill": 8', '"unitsPerFill": 8,'),
      'Line 10: a key in double quotes is expected here',
    ],
    ['a missing comma', instead('"commercial",', '"commercial"'), 'Line 8: a comma is expected here'],
    ['a missing value', instead('"commercial"', ''), 'Line 7: a value is expected here'],
    ['an open text', instead('"commercial"', '"commercial'), 'Line 7: a text is not closed with a double quote'],
    ['a second file behind', `${prairie}{}`, 'Line 45: nothing may follow here'],
    ['the end missing', prairie.slice(0, prairie.indexOf(']')), 'Line 15: a closing ] is expected here'],
    [
      'old Macintosh lines',
      instead('"unitsPerFill": 8', '"unitsPerFill": 0').replaceAll('\n', '\r'),
      'Line 9: “units per fill” of “Prairie Health” must be a whole number from 1 to 9999',
    ],
    [
      'Windows lines',
      instead('"unitsPerFill": 8', '"unitsPerFill": 0').replaceAll('\n', '\r\n'),
      'Line 9: “units per fill” of “Prairie Health” must be a whole number from 1 to 9999',
    ],
    [
      'too many units',
      instead('"unitsPerFill": 8', '"unitsPerFill": 10000'),
      'Line 9: “units per fill” of “Prairie Health” must be a whole number from 1 to 9999',
    ],
    [
      'an unknown key',
      instead('"unitsPerFill"', '"unitsPerFil"'),
      'Line 9: “unitsPerFil” of “Prairie Health” is unknown to this page',
    ],
    [
      'an unknown key of the file',
      instead('"version": 3,', '"version": 3,\n  "patients": [],'),
      'Line 4: “patients” is unknown to this page',
    ],
    [
      'an id',
      instead('"unitsPerFill": 8', '"id": "aetna"'),
      'Line 9: “id” of “Prairie Health” is unknown to this page',
    ],
    [
      'rows of rules',
      instead('"unitsPerFill": 8', '"rows": ["2.4"]'),
      'Line 9: “rows” of “Prairie Health” is unknown to this page',
    ],
    ['a key twice', instead('"unitsPerFill": 8', '"jw": "accepted"'), 'Line 9: “jw” stands twice in the same braces'],
    [
      'a key twice, once escaped',
      instead('"unitsPerFill": 8', '"j\\u0077": "accepted"'),
      'Line 9: “jw” stands twice in the same braces',
    ],
    [
      'a name twice',
      instead('"State plan"', '"PRAIRIE health"'),
      'Line 12: “name of the payer” of “PRAIRIE health” is also the name of another profile',
    ],
    ['no name', instead('"name": "State plan",', ''), 'Line 11: “name of the payer” of profile 2 is missing'],
    ['a name of null', instead('"State plan"', 'null'), 'Line 12: “name of the payer” of profile 2 is missing'],
    [
      'a name that turns the text',
      instead('"State plan"', '"State\u202Enalp"'),
      'Line 12: “name of the payer” of “State\uFFFDnalp” must be 1 to 60 characters on one line, without hidden ' +
        'characters and without spaces at its ends',
    ],
    [
      'a start without its modifier',
      instead('"jw": "required"', '"jzFrom": "2026-01-01"'),
      'Line 8: “JZ from” of “Prairie Health” needs “JZ” to be filled in too',
    ],
    [
      'a period without units',
      instead('"unitsPerFill": 8', '"periodDays": 90'),
      'Line 9: “days in the period” of “Prairie Health” needs “Units per period” to be filled in too',
    ],
    [
      'a profile that is none',
      instead('{\n      "name": "State plan",\n      "payer": "medicaid"\n    }', '"State plan"'),
      'Line 11: profile 2 must stand in braces',
    ],
    [
      'profiles that are no list',
      instead('"profiles": [', '"profiles": {}, "x": ['),
      'Line 4: “profiles” must be a list in square brackets',
    ],
    [
      'a list missing',
      '{ "format": "baclofen-billing-worksheet", "version": 1,\n"profiles": [], "crosswalks": [] }',
      'Line 1: “payment limits” must be a list in square brackets',
    ],
    [
      'a limit as a number',
      instead('"181.466"', '181.466'),
      'Line 21: “J0475” of payment limits 1 must stand in double quotes',
    ],
    [
      'a limit of four decimals',
      instead('"181.466"', '"181.4661"'),
      'Line 21: “J0475” of payment limits 1 must be less than $1,000,000 with at most 3 decimals, like 181.50 or ' +
        '181.466',
    ],
    [
      'a span turned round',
      instead(
        '"through": "2026-03-31",\n      "file": "limits.csv"',
        '"through": "2025-12-31",\n      "file": "limits.csv"',
      ),
      'Line 19: “last day” of payment limits 1 must not be before the first day',
    ],
    [
      'a span twice',
      instead(
        '"crosswalks": [',
        '"crosswalks": [\n    { "from": "2026-01-01", "through": "2026-03-31", "file": "f", "rows": [] },',
      ).replace('"rows": [] }', `"rows": [${wholeRow}] }`),
      'Line 28: “first day” of crosswalk 2 begins the same span of days as another table',
    ],
    [
      'a crosswalk of nothing',
      instead(
        '"crosswalks": [',
        '"crosswalks": [\n    { "from": "2025-01-01", "through": "2025-03-31", "file": "f", "rows": [] },',
      ),
      'Line 26: “rows” of crosswalk 1 must hold at least one entry',
    ],
    ['a limit of nothing', instead('"181.466"', '"0"'), 'Line 21: “J0475” of payment limits 1 must be more than 0'],
    [
      'a span of years',
      instead(
        '"through": "2026-03-31",\n      "file": "limits.csv"',
        '"through": "2027-01-03",\n      "file": "limits.csv"',
      ),
      'Line 19: “last day” of payment limits 1 must be at most 366 days after the first day',
    ],
    [
      'ten digits',
      instead('"66794015702"', '"6679415702"'),
      'Line 32: “NDC” of row 1 of crosswalk 1 must be 11 digits in quotes',
    ],
    [
      'a label that does not add up',
      instead('"labeledMg": "40"', '"labeledMg": "0.04"'),
      'Line 37: “labeled amount in mg” of row 1 of crosswalk 1 must be volume times strength',
    ],
    [
      'no volume',
      instead('"volumeMl": "20"', '"volumeMl": "0"'),
      'Line 36: “volume in mL” of row 1 of crosswalk 1 must be more than 0 and at most 1000 with at most 3 ' +
        'decimals, like 20',
    ],
    ['no number', instead('"unitsPerFill": 8', '"unitsPerFill": NaN'), 'Line 9: this is not JSON'],
    ['a number without end', instead('"unitsPerFill": 8', '"unitsPerFill": Infinity'), 'Line 9: this is not JSON'],
    [
      'a number beyond all',
      instead('"unitsPerFill": 8', '"unitsPerFill": 1e999'),
      'Line 9: a number is written in digits here, at most 15, and without an exponent',
    ],
    [
      'a number below all',
      instead('"unitsPerFill": 8', '"retroactiveDays": 1e-400'),
      'Line 9: a number is written in digits here, at most 15, and without an exponent',
    ],
    [
      'a number that is only almost whole',
      instead('"unitsPerFill": 8', '"unitsPerFill": 7.99999999999999999'),
      'Line 9: a number is written in digits here, at most 15, and without an exponent',
    ],
    [
      'a number of a hundred thousand digits',
      instead('"unitsPerFill": 8', `"unitsPerFill": ${'9'.repeat(100_000)}`),
      'Line 9: a number is written in digits here, at most 15, and without an exponent',
    ],
    [
      'a number of 15 digits',
      instead('"unitsPerFill": 8', '"unitsPerFill": 999999999999999'),
      'Line 9: “units per fill” of “Prairie Health” must be a whole number from 1 to 9999',
    ],
    [
      'a number of 16 digits',
      instead('"unitsPerFill": 8', '"unitsPerFill": 8.000000000000001'),
      'Line 9: a number is written in digits here, at most 15, and without an exponent',
    ],
    [
      'a version that is only almost one',
      instead('"version": 3', '"version": 3.00000000000000001'),
      'Line 3: a number is written in digits here, at most 15, and without an exponent',
    ],
    ['a zero in front', instead('"unitsPerFill": 8', '"unitsPerFill": 08'), 'Line 9: a comma is expected here'],
    ['another base', instead('"unitsPerFill": 8', '"unitsPerFill": 0x8'), 'Line 9: this is not JSON'],
    ['a plus', instead('"unitsPerFill": 8', '"unitsPerFill": +8'), 'Line 9: this is not JSON'],
    [
      'a number of a text',
      instead('"unitsPerFill": 8', '"unitsPerFill": "8"'),
      'Line 9: “units per fill” of “Prairie Health” must be a whole number from 1 to 9999',
    ],
    ['single quotes', instead('"commercial"', "'commercial'"), 'Line 7: this is not JSON'],
    [
      'another drug',
      instead('"hcpcs": "J0475"', '"hcpcs": "J2274"'),
      'Line 33: “HCPCS code” of row 1 of crosswalk 1 must be one of J0475, J0476',
    ],
  ])('%s', (_what, text, words) => {
    expect(said(text)).toBe(words);
  });

  it.each([
    ['"volumeMl"', ['"0.001"', '"1000"'], ['"0"', '"1000.001"', '"20.0001"', '20']],
    ['"strengthMcgPerMl"', ['1', '100000'], ['0', '100001', '2000.5', '"2000"']],
    ['"containersPerNdc"', ['1', '1000'], ['0', '1001', '1.5', '"1"']],
    ['"labeler"', ['"P"', `"${'P'.repeat(120)}"`], ['""', `"${'P'.repeat(121)}"`, '" P"']],
    ['"file"', ['"f"', `"${'f'.repeat(255)}"`], ['""', `"${'f'.repeat(256)}"`, '"a\\nb"']],
  ])('%s of a table at each side of its bounds', (key, taken, refused) => {
    const withValue = (value: string) => said(prairie.replace(new RegExp(`${key}: [^,\n]*`), () => `${key}: ${value}`));
    // A volume or strength within its bounds goes on to be held against the label.
    expect(
      taken.map(withValue).filter((words) => words !== 'taken' && !words.endsWith('must be volume times strength')),
    ).toEqual([]);
    expect(refused.map(withValue).filter((words) => !/^Line \d+: “.*” of .* must (be|stand) /.test(words))).toEqual([]);
    expect(refused.map(withValue).filter((words) => words.endsWith('must be volume times strength'))).toEqual([]);
  });

  const profileNamed = (name: string) => unknownProfile(`own-${name}`, name, 'commercial');
  const many = (count: number): ClinicFile => ({
    ...emptyClinicFile,
    profiles: Array.from({ length: count }, (_, place) => profileNamed(`Payer ${place}`)),
  });
  it('200 profiles and no more', () => {
    expect(said(writeClinicFile(many(200)))).toBe('taken');
    expect(said(writeClinicFile(many(201)))).toBe('Line 4: “profiles” must hold at most 200 entries');
  });

  it('a million characters and no more', () => {
    const padded = (length: number) => prairie.padEnd(length, ' ');
    expect(said(padded(mostCharacters))).toBe('taken');
    expect(said(padded(mostCharacters + 1))).toBe('This file is far larger than a file of payer profiles.');
  });

  const inProfiles = (unit: string) =>
    '{ "format": "baclofen-billing-worksheet", "version": 1, "profiles": ' +
    `[${unit.repeat(999_000 / unit.length)}0], "paymentLimits": [], "crosswalks": [] }`;
  it.each(['{},', '0,', '"",', '{"name":"","jw":"","jz":""},', 'NaN,', '[],', '{"a":1},'])(
    'a million characters of %s are refused without a wait',
    (unit) => {
      const text = inProfiles(unit);
      const start = process.cpuUsage();
      expect(said(text)).toMatch(/^Line 1: /);
      // Of the processor, so that what else runs on the machine does not count.
      const { user, system } = process.cpuUsage(start);
      expect((user + system) / 1_000).toBeLessThan(3_000);
    },
  );

  it.each(['[', '{"a":', '[{"a":'])('%s without end', (open) => {
    expect(said(open.repeat(100_000))).toBe('Line 1: braces or brackets are nested too deep');
  });
});

describe('a file cannot reach beyond itself', () => {
  it.each(['__proto__', 'constructor', 'prototype', 'toString', 'hasOwnProperty'])(
    '%s is only an unknown key',
    (key) => {
      expect(said(instead('"unitsPerFill": 8', `"${key}": { "jw": "accepted", "polluted": true }`))).toBe(
        `Line 9: “${key}” of “Prairie Health” is unknown to this page`,
      );
      expect(said(instead('"version": 3,', `"version": 1, "${key}": { "polluted": true },`))).toBe(
        `Line 3: “${key}” is unknown to this page`,
      );
      expect(Object.keys(Object.prototype)).toEqual([]);
      expect('polluted' in {}).toBe(false);
    },
  );

  it.each([
    '"from": "2026-01-01",\n      "through": "2026-03-31",\n      "file": "limits.csv"',
    '"strengthMcgPerMl": 2000',
  ])('nor in a table, beside %s', (beside) => {
    for (const key of ['__proto__', 'constructor']) {
      expect(said(instead(beside, `${beside}, "${key}": { "polluted": true }`))).toMatch(
        new RegExp(`^Line \\d+: “${key}” of (payment limits 1|row 1 of crosswalk 1) is unknown to this page$`),
      );
      expect(said(instead(beside, `${beside}, "${key}": null, "${key}": null`))).toMatch(
        new RegExp(`“${key}” stands twice in the same braces$`),
      );
    }
    expect('polluted' in {}).toBe(false);
  });

  it('a key that is missing is not found in what every object has', () => {
    expect(
      said(
        instead('"format": "baclofen-billing-worksheet"', '"__proto__": { "format": "baclofen-billing-worksheet" }'),
      ),
    ).toBe('This is not a file of payer profiles saved by this page.');
    expect(said(instead('"name": "State plan"', '"__proto__": { "name": "State plan" }'))).toMatch(
      /is unknown to this page|is missing/,
    );
  });

  it('a profile named like a part of every object is a profile like any other', () => {
    const reading = readClinicFile(instead('"State plan"', '"__proto__"'));
    expect('file' in reading && reading.file.profiles[1]).toEqual(
      unknownProfile('own-__proto__', '__proto__', 'medicaid'),
    );
  });
});

describe('a damaged file', () => {
  const characters = [
    '"',
    '{',
    '}',
    '[',
    ']',
    ',',
    ':',
    '\\',
    '0',
    '9',
    '-',
    '.',
    'e',
    'x',
    ' ',
    '\n',
    '\u0000',
    '\uD800',
    '\u202E',
    'null',
    'true',
    '""',
    '1e999',
    '-0',
    '{}',
    '[]',
  ];
  const place = fc.nat();
  const damage = fc.oneof(
    fc.record({ how: fc.constant('flip' as const), place, bit: fc.integer({ min: 0, max: 7 }) }),
    fc.record({ how: fc.constant('delete' as const), place, count: fc.integer({ min: 1, max: 40 }) }),
    fc.record({ how: fc.constant('insert' as const), place, put: fc.constantFrom(...characters) }),
    fc.record({ how: fc.constant('swap' as const), place, other: fc.nat() }),
    fc.record({ how: fc.constant('truncate' as const), place }),
    fc.record({ how: fc.constant('repeat line' as const), place }),
  );
  type Damage = typeof damage extends fc.Arbitrary<infer T> ? T : never;

  function damaged(text: string, damage: Damage): string {
    const at = damage.place % text.length;
    switch (damage.how) {
      case 'flip':
        const bent = String.fromCharCode(text.charCodeAt(at) ^ (1 << damage.bit));
        return `${text.slice(0, at)}${bent}${text.slice(at + 1)}`;
      case 'delete':
        return `${text.slice(0, at)}${text.slice(at + damage.count)}`;
      case 'insert':
        return `${text.slice(0, at)}${damage.put}${text.slice(at)}`;
      case 'truncate':
        return text.slice(0, at);
      case 'repeat line': {
        const lines = text.split('\n');
        const line = damage.place % lines.length;
        return lines.toSpliced(line, 0, lines[line] ?? '').join('\n');
      }
      case 'swap': {
        const lines = text.split('\n');
        const [a, b] = [damage.place % lines.length, damage.other % lines.length];
        const value = (line: number) => /: (.*)$/.exec(lines[line] ?? '')?.[1];
        const [ofA, ofB] = [value(a), value(b)];
        if (ofA === undefined || ofB === undefined) return text;
        return lines
          .map((line, index) =>
            index === a
              ? line.replace(/: .*$/, () => `: ${ofB}`)
              : index === b
                ? line.replace(/: .*$/, () => `: ${ofA}`)
                : line,
          )
          .join('\n');
      }
    }
  }

  it('is read whole or not at all, and never throws', () => {
    const outcomes = { file: 0, refused: 0 };
    fc.assert(
      fc.property(anyClinicFile, fc.array(damage, { minLength: 1, maxLength: 2 }), (clinic, damages) => {
        const text = damages.reduce((each, one) => (each === '' ? each : damaged(each, one)), writeClinicFile(clinic));
        const reading = readClinicFile(text);
        if ('refused' in reading) {
          outcomes.refused += 1;
          const { line, reason } = reading.refused;
          const lines = text.split(/\r\n|[\n\r]/).length;
          return reason.length > 10 && (line === null || (line >= 1 && line <= lines));
        }
        outcomes.file += 1;
        JSON.parse(text);
        expect(problemsOf(reading.file)).toEqual([]);
        expect(readClinicFile(writeClinicFile(reading.file))).toEqual(reading);
        return true;
      }),
      { numRuns: 2_000, seed: 20_260_101 },
    );
    // Both ends are reached, or the test above would say nothing.
    expect(Math.min(outcomes.file, outcomes.refused)).toBeGreaterThan(100);
  });

  it('is refused whatever stands in it', () => {
    const text = fc.oneof(
      fc.string({ unit: 'binary' }),
      fc.json(),
      fc.string({ unit: fc.constantFrom(...characters) }),
    );
    fc.assert(
      fc.property(text, (each) => {
        expect(Object.keys(readClinicFile(each))).toEqual(['refused']);
      }),
      { numRuns: 500 },
    );
  });
});

/** Told again in other words than the schema’s. */
function problemsOf({ profiles, tables }: ClinicFile): string[] {
  const whole = (value: number | null | undefined, from: number, through: number) =>
    value === null || value === undefined || (Number.isInteger(value) && value >= from && value <= through);
  const keys = Object.keys(unknownProfile('', '', 'medicaid'))
    .sort()
    .join();
  return [
    ...profiles.flatMap((profile) => [
      Object.keys(profile).sort().join() === keys ? '' : 'keys',
      profile.id === `own-${profile.name}` ? '' : 'id',
      profile.name.length >= 1 && profile.name.length <= 60 ? '' : 'name',
      profile.notes.length + profile.rows.length === 0 ? '' : 'notes',
      whole(profile.unitsPerFill?.units, 1, 9999) && whole(profile.unitsPerPeriod?.units, 1, 9999) ? '' : 'units',
      whole(profile.retroactiveDays, 0, 3650) &&
      whole(profile.filingDays, 1, 3650) &&
      whole(profile.minimumDaysBetweenFills, 1, 3650) &&
      whole(profile.periodDays, 1, 3650)
        ? ''
        : 'days',
      whole(profile.feePerUnit?.tenthsOfCent, 0, 999_999_999) ? '' : 'fee',
      (profile.unitsPerPeriod === null) === (profile.periodDays === null) ? '' : 'period',
      profile.jwFrom === null || profile.jw !== null ? '' : 'jwFrom',
      profile.jzFrom === null || profile.jz !== null ? '' : 'jzFrom',
    ]),
    new Set(profiles.map(({ name }) => name.toLowerCase())).size === profiles.length ? '' : 'names',
    ...[...tables.paymentLimits, ...tables.crosswalks].map(({ from, through }) => (from <= through ? '' : 'span')),
    ...tables.crosswalks.flatMap(({ rows }) =>
      rows.map((row) => (row.labeled.ng === massIn(row.volume, row.strength).ng ? '' : 'labeled')),
    ),
  ].filter((problem) => problem !== '');
}

describe('the bytes of a file', () => {
  const text = instead('Prairie Health', 'Präirie “Health” \u{1F3E5}');
  const bytes = new TextEncoder().encode(text);
  const whole = readClinicFile(text);

  it('are read as UTF-8, marked or not', () => {
    expect(readClinicBytes(bytes)).toEqual(whole);
    expect(readClinicBytes(Uint8Array.from([0xef, 0xbb, 0xbf, ...bytes]))).toEqual(whole);
  });

  const units = Array.from({ length: text.length }, (_, place) => text.charCodeAt(place));
  it.each([
    ['little-endian', units.flatMap((unit) => [unit & 255, unit >> 8])],
    ['little-endian, marked', [0xff, 0xfe, ...units.flatMap((unit) => [unit & 255, unit >> 8])]],
    ['big-endian', units.flatMap((unit) => [unit >> 8, unit & 255])],
    ['big-endian, marked', [0xfe, 0xff, ...units.flatMap((unit) => [unit >> 8, unit & 255])]],
  ])('of UTF-16 are told: %s', (_order, two) => {
    expect(readClinicBytes(Uint8Array.from(two))).toEqual({
      refused: { line: null, reason: 'This file is saved as UTF-16: save it as UTF-8.' },
    });
  });

  it('of the Windows character set, or cut within a character, are refused where they stand', () => {
    const words = (each: Uint8Array) => {
      const reading = readClinicBytes(each);
      return 'refused' in reading ? faultWords(reading.refused) : 'taken';
    };
    expect(words(Uint8Array.from(text.replace(/[“”\u{1F3E5}]/gu, ''), (each) => each.charCodeAt(0)))).toBe(
      'Line 6: a character could not be read: save the file as UTF-8',
    );
    const within = new TextEncoder().encode(text.slice(0, text.indexOf('ä'))).length + 1;
    expect(words(bytes.subarray(0, within))).toBe('Line 6: a character could not be read: save the file as UTF-8');
  });

  it('cut anywhere are refused; only the line end at the end may be missing', () => {
    const taken = Array.from(bytes.keys()).filter(
      (length) => !('refused' in readClinicBytes(bytes.subarray(0, length))),
    );
    expect(taken).toEqual([bytes.length - 1]);
    expect(readClinicBytes(bytes.subarray(0, -1))).toEqual(whole);
  }, 30_000);

  /** Every value of a JSON text by its path; a decimal without zeros in front. */
  const valuesOf = (json: unknown, path = ''): string[] =>
    typeof json === 'object' && json !== null
      ? Object.entries(json)
          .flatMap(([key, value]) => valuesOf(value, `${path}/${key}`))
          .toSorted()
      : json === null
        ? []
        : [`${path}: ${String(json).replace(/^0+(?=\d+(\.\d+)?$)/, '')}`];

  it('with one of them changed are refused, or tell exactly what now stands there', () => {
    const before = valuesOf(JSON.parse(text));
    const outcomes = { same: 0, changed: 0, refused: 0 };
    fc.assert(
      fc.property(fc.nat(bytes.length - 1), fc.integer({ min: 1, max: 255 }), (place, change) => {
        const reading = readClinicBytes(bytes.with(place, (bytes[place] ?? 0) ^ change));
        if ('refused' in reading) {
          outcomes.refused += 1;
          return;
        }
        const now = valuesOf(JSON.parse(writeClinicFile(reading.file)));
        expect(now).toEqual(
          valuesOf(JSON.parse(new TextDecoder().decode(bytes.with(place, (bytes[place] ?? 0) ^ change)))),
        );
        const changed = now.filter((each) => !before.includes(each));
        expect(changed.length).toBeLessThan(2);
        outcomes[changed.length === 0 ? 'same' : 'changed'] += 1;
      }),
      { numRuns: 300, seed: 20_261_127 },
    );
    expect(Math.min(outcomes.changed, outcomes.refused)).toBeGreaterThan(10);
  }, 30_000);
});

describe('the guide and the schema', () => {
  const guide = readFileSync(new URL('../../.github/GUIDE.md', import.meta.url), 'utf8');
  const schema = readFileSync(new URL('clinic-file.schema.json', import.meta.url), 'utf8');

  it('shows a file that can be opened', () => {
    const example = /```json\n([\s\S]*?)```/.exec(guide)?.[1] ?? '';
    const reading = readClinicFile(example);
    expect('file' in reading && reading.file.profiles.map(({ name }) => name)).toEqual(['Prairie Health']);
  });

  it.each(profileKeys)('describes %s', (key) => {
    expect(schema).toContain(`"${key}": {`);
  });
});

it('a mapping of before says neither which headings were left out nor what payers are', () => {
  const of = (mapping: object) =>
    readClinicFile(
      JSON.stringify({
        format: 'baclofen-billing-worksheet',
        version: 3,
        profiles: [],
        paymentLimits: [],
        crosswalks: [],
        mappings: [mapping],
      }),
    );
  const columns = [{ column: 'payer', headings: ['Ins'] }];
  const before = of({ columns });
  expect('file' in before && before.file.mappings).toEqual([{ columns, payers: [] }]);
  const payer = { text: 'BCBS', payer: 'commercial' };
  const since = of({ columns, unused: ['Provider'], payers: [payer] });
  expect('file' in since && since.file.mappings).toEqual([
    { columns, unused: ['Provider'], payers: [{ ...payer, profile: '' }] },
  ]);
  const twice = of({ columns, payers: [payer, payer] });
  expect('refused' in twice && twice.refused.reason).toBe(
    '“text of a payer” of payer 2 of mapping 1 stands there twice',
  );
});

it('of version 2 has no address for payments: it is blank, and nothing else changes', () => {
  const text = JSON.stringify({
    format: 'baclofen-billing-worksheet',
    version: 2,
    profiles: [],
    paymentLimits: [],
    crosswalks: [],
    office: { providers: [{ id: 'p1', name: 'Example Clinic', street: '1 Example Street' }] },
  });
  const reading = readClinicFile(text);
  expect('file' in reading && reading.file.office.providers).toEqual([
    { ...emptyProvider, id: 'p1', name: 'Example Clinic', street: '1 Example Street' },
  ]);
});

it('of version 1 names one provider and one person who treats, who become the first of the lists', () => {
  const reading = readClinicFile(
    JSON.stringify({
      format: 'baclofen-billing-worksheet',
      version: 1,
      profiles: [],
      paymentLimits: [],
      crosswalks: [],
      office: {
        senderId: 'SENDER1',
        providerName: 'Example Clinic',
        providerNpi: '1234567893',
        providerTaxId: '123456789',
        providerZip: '581020001',
        renderingLast: 'Roe',
        renderingFirst: 'Ann',
        renderingNpi: '1245319599',
        payers: [{ payer: 'medicaid', name: 'State', id: 'M1' }],
      },
    }),
  );
  const { office } = 'file' in reading ? reading.file : emptyClinicFile;
  expect(office).toEqual({
    ...emptyOffice,
    senderId: 'SENDER1',
    providers: [
      {
        ...emptyProvider,
        id: 'billing',
        name: 'Example Clinic',
        npi: '1234567893',
        taxId: '123456789',
        zip: '581020001',
      },
      { ...emptyProvider, id: 'rendering', kind: 'person', name: 'Roe', first: 'Ann', npi: '1245319599' },
    ],
    payers: [{ payer: 'medicaid', name: 'State', id: 'M1', indicator: '', ...noAddress }],
  });
  expect(writeClinicFile({ ...emptyClinicFile, office })).toContain('"version": 3');
});
