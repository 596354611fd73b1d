import { emptyWorksheet } from '../answers/worksheet-text';
import fc from 'fast-check';
import { parseTree } from 'jsonc-parser';
import { isDeepStrictEqual } from 'node:util';
import { describe, expect, it } from 'vitest';
import { emptyPayment } from '../engine/payment-text';
import { writeClinicFile } from '../clinic/clinic-file';
import { emptyClinicFile } from '../engine/clinic-file';
import { noRecords } from './clinic-records';
import { anyClinicRecords, fileId, keptClaim, twoClaims } from './clinic-records.fixture';
import { emptyService } from '../answers/worksheet-text';
import { mostFileBytes, readRecordsFile, writeRecordsFile, type RecordsFile, type Step } from './records-file';

const bytesOf = (text: string) => new TextEncoder().encode(text);
const read = (text: string, steps?: readonly Step[]) => readRecordsFile(bytesOf(text), steps);
const plain = writeRecordsFile({ id: fileId, records: twoClaims });
const instead = (part: string, put: string) => {
  if (!plain.includes(part)) throw new Error(`The file has no ${part}`);
  return plain.replace(part, () => put);
};

describe('the clinic’s records as a file', () => {
  it('come back to the letter, 1,000 random ones', () => {
    fc.assert(
      fc.property(anyClinicRecords, (records) => {
        expect(read(writeRecordsFile({ id: fileId, records }))).toEqual({ id: fileId, records });
      }),
      { numRuns: 1000 },
    );
  });

  it('have one claim a line, and only what was told', () => {
    expect(plain.split('\n').filter((line) => line.includes('PT-'))).toEqual([
      '{"doseGiven":"36","patientReference":"PT-1","recordId":"r-PT-1","keptAt":"2026-11-27T10:00:00.000Z"},',
      '{"refill":{"aspirated":"3"},"doseGiven":"36","patientReference":"PT-2","recordId":"r-PT-2",' +
        '"keptAt":"2026-11-27T10:00:00.000Z"}',
    ]);
  });

  it('are read as another program laid them out', () => {
    const again = JSON.stringify(JSON.parse(plain), null, 4).replaceAll('\n', '\r\n');
    expect(read(again)).toEqual({ id: fileId, records: twoClaims });
    expect(read(`\uFEFF${plain}`)).toEqual({ id: fileId, records: twoClaims });
  });

  it('are refused at every cut', () => {
    const bytes = bytesOf(plain);
    const opened: number[] = [];
    for (let end = 0; end < bytes.length; end += 1)
      if (!('refused' in readRecordsFile(bytes.slice(0, end)))) opened.push(end);
    // Without the line end that comes last it is the same file.
    expect(opened).toEqual([bytes.length - 1]);
  });

  it('5,000 are written and read in well under a second', () => {
    const claims = Array.from({ length: 5000 }, (_, place) =>
      keptClaim(`PT-${place}`, {
        payer: 'medicare-part-b',
        diagnoses: 'G80.1',
        chargePerUnit: '200',
        setting: 'office',
      }),
    );
    const start = performance.now();
    const reading = read(writeRecordsFile({ id: fileId, records: { ...noRecords, claims } }));
    const took = performance.now() - start;
    expect('records' in reading && reading.records.claims.length).toBe(5000);
    // Some 0.2 s; a busy machine is slower.
    expect(took).toBeLessThan(3000);
  });
});

/** Whether a file that opened is what its text says, each key of it once. */
const saysJust = (file: RecordsFile, text: string): boolean =>
  !hasKeyTwice(text) && isDeepStrictEqual(told(writeRecordsFile(file)), told(text.replace(/^\uFEFF/, '')));
/** An answer that is told as blank, or a group of answers as empty, tells what one that is left out does. */
const told = (text: string): unknown =>
  JSON.parse(text, (_key, value: unknown) => (value === '' || isEmptyGroup(value) ? undefined : value));
const isEmptyGroup = (value: unknown): boolean =>
  typeof value === 'object' && value !== null && !Array.isArray(value) && Object.keys(value).length === 0;

/** Whether each key of each object stands once, as a reader of the tree sees it. */
function hasKeyTwice(text: string): boolean {
  const twice = (node: ReturnType<typeof parseTree>): boolean => {
    const children = node?.children ?? [];
    const names = node?.type === 'object' ? children.map((child) => child.children?.[0]?.value as string) : [];
    return new Set(names).size !== names.length || children.some(twice);
  };
  return twice(parseTree(text));
}

describe('a file that was changed', () => {
  const piece = fc.oneof(
    fc.constantFrom('"', '{', '}', ',', ':', '\\', '\u202E', '\uFEFF', ' ', '\n', '0', 'e', '"kd":true,', '{},'),
    fc.string({ unit: 'binary', maxLength: 3 }),
  );
  const mutated = fc
    .record({ from: fc.nat(plain.length), length: fc.nat(4), put: piece, line: fc.boolean() })
    .map(({ from, length, put, line }) => {
      if (!line) return plain.slice(0, from) + put + plain.slice(from + length);
      const lines = plain.split('\n');
      return lines
        .toSpliced(from % lines.length, length % 2, ...(length > 2 ? [lines[from % 7] ?? ''] : []))
        .join('\n');
    });

  it('is refused, or opens as just what it says now: 1,000 random changes', () => {
    let opened = 0;
    fc.assert(
      fc.property(mutated, (text) => {
        const reading = read(text);
        const isRefused = 'refused' in reading;
        opened += isRefused ? 0 : 1;
        const holds = isRefused ? reading.refused.endsWith('.') : saysJust(reading, text);
        expect(holds).toBe(true);
      }),
      { numRuns: 1000 },
    );
    expect(opened).toBeGreaterThan(20);
  });

  it('opens with the text that somebody put into a field', () => {
    const reading = read(instead('"doseGiven":"36"', '"doseGiven":"35 \\ud83d\\u200b"'));
    expect('records' in reading && reading.records.claims[0]?.doseGiven).toBe('35 \ud83d\u200b');
  });

  it.each([
    ['nothing', '', 'The file is empty.'],
    ['blanks', ' \n', 'The file is empty.'],
    ['no JSON', 'PK\u0003\u0004', 'The file is damaged or cut off. Line 1: this is not JSON.'],
    ['a list', '[]', 'This is not a clinic’s file saved by this page.'],
    [
      'the half of it',
      plain.slice(0, 20),
      'The file is damaged or cut off. Line 2: a text is not closed with a double quote.',
    ],
    [
      'payer profiles alone',
      writeClinicFile(emptyClinicFile),
      'This file holds payer profiles alone, and no claims. Open it in “Payer profiles”.',
    ],
    [
      'a newer version',
      instead('"version": 4', '"version": 5'),
      'This file is of version 5, and this page reads version 4. Load the newest page to open it.',
    ],
    ['no version', instead('"version": 4,\n', ''), 'This file does not say its version. This page reads version 4.'],
    [
      'a version below the first',
      instead('"version": 4', '"version": 0'),
      'This file does not say its version. This page reads version 4.',
    ],
    ['an unknown key', instead('"vials": [', '"notes": [],\n"vials": ['), '“notes” is unknown to this page.'],
    [
      'a name of an object’s own',
      instead('"vials": [', '"__proto__": {},\n"vials": ['),
      '“__proto__” is unknown to this page.',
    ],
    [
      'a key twice',
      instead('"doseGiven":"36"', '"doseGiven":"36","doseGiven":"63"'),
      'The file is damaged or cut off. Line 11: “doseGiven” stands twice in the same braces.',
    ],
    [
      'a key twice, once escaped',
      instead('"doseGiven":"36"', '"doseGiven":"36","dose\\u0047iven":"63"'),
      'The file is damaged or cut off. Line 11: “doseGiven” stands twice in the same braces.',
    ],
    [
      'a list twice',
      plain.replace(/\n\}\n$/, ',\n"claims": []\n}\n'),
      'The file is damaged or cut off. Line 14: “claims” stands twice in the same braces.',
    ],
    ['an id that is none', instead(fileId, 'x'), 'The file does not say whose it is.'],
    [
      'a wrong answer',
      instead('"aspirated":"3"', '"aspirated":3'),
      'Claim 2, “Aspirated, in mL”: must be text in double quotes.',
    ],
    [
      'a wrong answer in a row',
      instead('"aspirated":"3"', '"containers":[{},{"lot":7}]'),
      'Claim 2, “Lot” in row 2: must be text in double quotes.',
    ],
    [
      'an answer of a newer page',
      instead('"aspirated":"3"', '"future":"3"'),
      'Claim 2, “future”: is unknown to this page.',
    ],
    [
      'an answer of an object’s own',
      instead('"aspirated":"3"', '"__proto__":{"x":1}'),
      'Claim 2, “__proto__”: is unknown to this page.',
    ],
    [
      'a claim that is none',
      instead(/\{"doseGiven.*\},/.exec(plain)?.[0] ?? '', '7,'),
      'Claim 1 must be an object in braces.',
    ],
    ['a record twice', instead('"r-PT-2"', '"r-PT-1"'), 'Claims 1 and 2 say that they are the same record.'],
    ['no record', instead('"recordId":"r-PT-2",', ''), 'Claim 2 does not say which record it is.'],
    [
      'a time that is none',
      instead('"r-PT-2","keptAt":"2026-11', '"r-PT-2","keptAt":"2026-13'),
      'Claim 2 does not say when it was kept.',
    ],
    [
      'vials of a day that is none',
      instead('"2026-11-02"', '"2026-02-30"'),
      'Vials received, entry 1: “Date received” is missing or cannot be read.',
    ],
    [
      'vials with more than is known',
      instead('"lot":"L1"', '"lot":"L1","shelf":"2"'),
      'Vials received, entry 1: “shelf” is unknown to this page.',
    ],
    [
      'fewer claims than it says',
      instead('"claims":2', '"claims":3'),
      'The file is damaged or cut off. It does not hold as many claims and vials as it says.',
    ],
    [
      'a clinic’s part that is wrong',
      instead('"crosswalks":[]', '"crosswalks":{}'),
      'In the clinic’s part, “crosswalks” must be a list in square brackets.',
    ],
  ])('with %s is refused, and says where', (_what, text, because) => {
    const reading = read(text);
    expect('refused' in reading && reading.refused).toEqual(because);
  });

  it('of bytes that are no text is refused', () => {
    expect(readRecordsFile(Uint8Array.of(0x7b, 0xff))).toEqual({
      refused: 'The file is damaged or cut off. It holds bytes that are no UTF-8 text.',
    });
  });

  it('of far too many bytes is refused before it is read', () => {
    expect(readRecordsFile(new Uint8Array(mostFileBytes + 1))).toEqual({
      refused: 'This file is far larger than a clinic’s file.',
    });
  });
});

describe('a file of an older version', () => {
  const steps: Step[] = [
    ({ version: _one, ...file }) => ({ ...file, version: 2, clinic: file.office }),
    ({ office: _gone, ...file }) => ({ ...file, version: 3 }),
    (file) => ({ ...file, version: 4 }),
  ];
  it('goes through every step to the present one', () => {
    const first = instead('"clinic":', '"office":').replace('"version": 4', '"version": 1');
    expect(read(first, steps)).toEqual({ id: fileId, records: twoClaims });
  });
  it('begins at its own version', () => {
    expect(read(plain, steps)).toEqual({ id: fileId, records: twoClaims });
  });
  it('of version 1 has its patient as the subscriber, who is the patient now', () => {
    const named = { ...twoClaims, claims: twoClaims.claims.map((claim) => ({ ...claim, sending: madeUp })) };
    const now = writeRecordsFile({ id: fileId, records: named });
    const old = now
      .replace('"version": 4', '"version": 1')
      .replaceAll('"patientLast"', '"subscriberLast"')
      .replaceAll('"patientZip"', '"subscriberZip"');
    expect(old).not.toContain('patientLast');
    expect(read(old)).toEqual({ id: fileId, records: named });
  });

  it('of version 2 knew no answer of a payer, and has none now', () => {
    const old = plain.replace('"version": 4', '"version": 2');
    const reading = read(old);
    expect(reading).toEqual({ id: fileId, records: twoClaims });
    expect('records' in reading && reading.records.claims.map(({ remittances }) => remittances)).toEqual([[], []]);
  });

  it('of version 3 knew no letter to a payer, and has none now', () => {
    const reading = read(plain.replace('"version": 4', '"version": 3'));
    expect(reading).toEqual({ id: fileId, records: twoClaims });
    expect('records' in reading && reading.records.claims.map(({ letters }) => letters)).toEqual([[], []]);
  });

  const ofVersion1 = (companions: string) =>
    instead(
      '"doseGiven":"36","patientReference":"PT-1"',
      `"doseGiven":"36","companions":${companions},"patientReference":"PT-1"`,
    ).replace('"version": 4', '"version": 1');
  it('1 told of a service its code alone: each is a row now, and nothing is lost', () => {
    const reading = read(ofVersion1('["62370","A4220"]'));
    const [claim, ...others] = twoClaims.claims;
    const services = ['62370', 'A4220'].map((code) => ({ ...emptyService, code }));
    expect(reading).toEqual({ id: fileId, records: { ...twoClaims, claims: [{ ...claim, services }, ...others] } });
    expect('records' in reading && read(writeRecordsFile(reading))).toEqual(reading);
  });
  it('2 told of what a payer before paid by number and code: nothing of it is lost', () => {
    const older = instead(
      '"doseGiven":"36","patientReference":"PT-1"',
      '"doseGiven":"36","patientReference":"PT-1",' +
        '"sending":{"order":"S","payments":[{"line":"2","code":"J0475","paid":"500"}]}',
    ).replace('"version": 4', '"version": 2');
    const reading = read(older);
    const [claim] = 'records' in reading ? reading.records.claims : [];
    expect(claim?.sending.payments).toEqual([{ ...emptyPayment, line: '2', code: 'J0475', paid: '500' }]);
    expect(claim?.sending.paperworkType).toBe('');
  });

  it.each(['["62371"]', '"62370"', '[62370]', '{}'])('1 with %s among its services is refused, not emptied', (told) => {
    expect(read(ofVersion1(told))).toEqual({ refused: 'Claim 1, “companions”: is unknown to this page.' });
  });
});

const madeUp = { ...emptyWorksheet.sending, patientLast: 'Sample', patientZip: '58102', memberId: 'M1' };
