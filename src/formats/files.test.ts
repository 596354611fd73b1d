/// <reference types="fhir/r4" />
import { Ajv2020 } from 'ajv/dist/2020';
import { csvParseRows } from 'd3-dsv';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Encounter } from '../engine/encounter';
import { unknownProfile } from '../engine/payer-profile';
import { citations } from '../rules/citations';
import { claimJson } from './claim-json';
import {
  besideDrug,
  encounters,
  encountersOfTwo,
  heldDrug,
  prepared,
  second,
  typed,
  withWaste,
  unguarded,
} from './claims.fixture';
import { cms1500Rows } from './cms-1500';
import { fhirClaim, fhirRows } from './fhir-claim';
import { csvColumns, csvRows, guarded, linesCsv } from './lines-csv';
import schema from './prepared-claim.schema.json';
import { claimLoops, x12Rows } from './professional-837';
import { hospitalX12Rows } from './institutional-837';
import { ub04Rows } from './ub-04';
import type { Department } from './revenue-codes';
import { authorizationField, firstClaim, notesOnClaim, type Written } from './written';

const validate = new Ajv2020({ allErrors: true, allowUnionTypes: true }).compile(schema);
const faultsOf = (record: unknown) =>
  validate(record) ? [] : (validate.errors ?? []).map(({ instancePath, message }) => `${instancePath} ${message}`);
const textOf = (result: Written<string>): string => ('written' in result ? result.written : '');

describe('the CSV of the lines', () => {
  it('is what a spreadsheet reads', () => {
    const result = linesCsv(prepared(withWaste));
    const standing =
      'review,JW or JZ;Smallest package;Units in a day (MUE);Procedure and drug on one claim;Time left to ' +
      'file;Days that the preauthorization covers;Units that the preauthorization covers;Record of medical ' +
      'need;Record of the dose;Record of the waste;Diagnosis;NDC of the container,,,';
    expect('written' in result ? result.written : '').toBe(
      [
        'line,of,date_of_service,place_of_service,revenue_code,hcpcs,modifier_1,modifier_2,modifier_3,modifier_4,' +
          'units,charge,ndc,ndc_unit,ndc_quantity,diagnoses,diagnosis_pointers,authorization_number,payer,' +
          'frequency,original_reference,status,to_check,overrides,narrative,left_out',
        '1,administered,2026-05-20,11,,J0475,,,,,3,1088.79,66794015702,ML,12.5,G80.1;M62.838,1;2,' +
          `AUTH12345,commercial,1,,${standing}`,
        '2,discarded,2026-05-20,11,,J0475,JW,,,,1,362.93,66794015702,ML,7.5,G80.1;M62.838,1;2,' +
          `AUTH12345,commercial,1,,${standing}`,
        '',
      ].join('\r\n'),
    );
  });

  it('holds every line, each with its own pointers, and what stands on none', () => {
    const result = linesCsv(prepared(besideDrug));
    const [head = [], ...rows] = csvParseRows('written' in result ? result.written : '');
    const cells = rows.map((row) => Object.fromEntries(head.map((name, place) => [name, row[place]])));
    expect(cells.map(({ line, of, hcpcs, units, charge, ndc }) => [line, of, hcpcs, units, charge, ndc])).toEqual([
      ['1', 'service', '62370', '1', '350.00', ''],
      ['2', 'administered', 'J0475', '4', '800.00', '66794015702'],
    ]);
    expect(cells.map(({ diagnosis_pointers: pointers }) => pointers)).toEqual(['2', '1;2']);
    expect(cells[0]?.left_out).toBe('A4220: Medicare does not pay A4220 on its own, and never beside 62370.');
    const held = linesCsv(prepared(heldDrug));
    expect('written' in held && held.written).toMatch(
      /^1,service,.*,62370,.*J0475: At place of service 22 the hospital/m,
    );
  });

  it.each(['=1+1', '+1', '-1', '@sum', '＝1', '＋1', '－1', '＠sum', '\tx', '\rx', '\nx', '\0x', "'x"])(
    '“%s” gets an apostrophe in front',
    (text) => expect(guarded(text)).toBe(`'${text}`),
  );
  it.each(['', '1', 'A=1', ' =1', 'x', '"x'])('“%s” stays', (text) => expect(guarded(text)).toBe(text));

  it.each([
    ['Plan;=1+1', "Plan;'=1+1"],
    ['Plan,+1', "Plan,'+1"],
    ['Plan\t@sum', "Plan\t'@sum"],
    ['"=1', '"\'=1'],
    ["O'=1", "O''=1"],
    ['Plan;;-1', "Plan;;'-1"],
    ['Plan;\t=1', "Plan;'\t'=1"],
    ['Plan\n=1', "Plan\n'=1"],
    ['Plan;＝1', "Plan;'＝1"],
    [";'x", ";''x"],
    ["''", "''''"],
    ['=;=;=', "'=;'=;'="],
    ['\u{1F600};=1', "\u{1F600};'=1"],
  ])('“%s” is guarded where a cell may begin: “%s”', (text, expected) => expect(guarded(text)).toBe(expected));
  it.each(["O'Brien", 'Plan; x', 'A=1;B=2', '555-1234', 'a "b" c', "l'or-1", 'x@y;z@y', '5,3', 'Plan - East'])(
    '“%s” stays as it is',
    (text) => expect(guarded(text)).toBe(text),
  );

  const hostile = fc.string({
    unit: fc.constantFrom(
      '=',
      '+',
      '-',
      '@',
      '＝',
      '＋',
      '－',
      '＠',
      '\t',
      '\r',
      '\n',
      '\0',
      "'",
      '"',
      ',',
      ';',
      'x',
      '1',
      ' ',
      '\u{1F600}',
    ),
    maxLength: 30,
  });

  it('any text comes back, and no part of it starts a formula however a program parts it', () => {
    const dangerous = /^[=+\-@＝＋－＠\t\r\n\0]/;
    const parters = [/,/, /;/, /\t/, /"/, /[,;]/, /[,;"]/, /\r\n|[\r\n]/];
    fc.assert(
      fc.property(fc.oneof(hostile, typed, fc.string({ unit: 'binary' })), (text) => {
        const cell = guarded(text);
        const starting = parters.flatMap((parter) => cell.split(parter)).filter((part) => dangerous.test(part));
        expect({ read: unguarded(cell), starting }).toEqual({ read: text, starting: [] });
        // Apostrophes are not parted, as each guard is one: but none that was typed stands right before what starts a
        // formula.
        expect(cell).not.toMatch(/(?<=[^,;\t\r\n"'])'[=+\-@＝＋－＠\t\r\n\0]/);
      }),
      { numRuns: 1_000 },
    );
  });

  it.each<[what: string, encounter: Encounter, refused: boolean]>([
    ['Medicare Part B, of an office', besideDrug, true],
    ['Medicare, of a hospital', { ...besideDrug, setting: 'hospital-outpatient' }, false],
    ['a plan', { ...besideDrug, payer: 'commercial' }, false],
  ])('a claim that replaces another, %s: every file answers alike', (_what, encounter, refused) => {
    const again = { code: '7', original: 'ICN 99' } as const;
    const claim = prepared(encounter);
    for (const written of [linesCsv(claim, again), claimJson(claim, again), fhirClaim(claim, again)]) {
      const says = 'refused' in written ? written.refused.map((reason) => reason.says).join(' ') : '';
      expect(says).toMatch(refused ? /^Medicare Part B takes no claim that replaces or voids another/ : /^$/);
    }
  });

  it('a hospital’s lines have their revenue codes, of the procedure that of its department', () => {
    const claim = prepared({ ...besideDrug, payer: 'commercial', setting: 'hospital-outpatient' });
    const codesOf = (department: Department) => {
      const [, ...rows] = csvParseRows(textOf(linesCsv(claim, firstClaim, department)));
      const json = JSON.parse(textOf(claimJson(claim, firstClaim, department)));
      expect(faultsOf(json)).toEqual([]);
      const fhir = JSON.parse(textOf(fhirClaim(claim, firstClaim, department)));
      const codes = rows.map((row) => row[csvColumns.indexOf('revenue_code')]);
      expect(json.lines.map(({ revenueCode }: Record<string, string | null>) => revenueCode ?? '')).toEqual(codes);
      expect(fhir.item.map(({ revenue }: fhir4.ClaimItem) => revenue?.coding?.[0]?.code ?? '')).toEqual(codes);
      return codes;
    };
    expect(codesOf('0361')).toEqual(['0361', '0636', '0270']);
    expect(codesOf('')).toEqual(['', '0636', '0270']);
    expect(textOf(fhirClaim(claim))).toMatch(/62370: its department is not chosen/);
    const office = prepared({ ...besideDrug, payer: 'commercial' });
    expect(textOf(linesCsv(office, firstClaim, '0361'))).not.toMatch(/0361|0636/);
  });

  it('drug that is held takes its preauthorization number with it, and a note says so', () => {
    const number = { ...withWaste.priorAuthorization } as const;
    const held = prepared({ ...heldDrug, priorAuthorization: number });
    const csv = linesCsv(held);
    expect('written' in csv && csv.written).not.toMatch(/AUTH/);
    const json = claimJson(held);
    expect('written' in json && JSON.parse(json.written).authorizationNumber).toBeNull();
    const fhir = fhirClaim(held);
    expect('written' in fhir && fhir.written).not.toMatch(/AUTH/);
    const loops = claimLoops(held);
    expect('written' in loops && loops.written).not.toMatch(/REF\*G1/);
    expect(notesOnClaim(held)).toEqual([expect.stringContaining('its number is left off')]);
    expect(authorizationField('23', held)).toMatchObject({ text: '', says: expect.stringContaining('held') });
    expect(notesOnClaim(prepared({ ...besideDrug, priorAuthorization: number }))).toEqual([]);
  });

  it('after Medicare a note says that it may have sent the claim on itself', () => {
    const medicaid = { ...besideDrug, payer: 'medicaid' } as const;
    const after = (kind: 'MB' | 'CI') =>
      notesOnClaim(prepared({ ...medicaid, otherPayer: { pays: 'before', kind, payments: [] } }));
    expect(after('MB')).toEqual([expect.stringMatching(/MA18 or N89\. Then send no second claim\.$/)]);
    expect(after('CI')).toEqual([]);
    expect(notesOnClaim(prepared(medicaid))).toEqual([]);
  });

  it('any typed text comes back, and no cell starts a formula', () => {
    fc.assert(
      fc.property(typed, (name) => {
        const result = linesCsv(prepared({ ...withWaste, profile: unknownProfile('own-x', name, 'commercial') }), {
          code: '7',
          original: '=ICN',
        });
        const [, ...rows] = csvParseRows('written' in result ? result.written : '');
        expect(rows).toHaveLength(2);
        for (const row of rows) {
          expect(row).toHaveLength(csvColumns.length);
          expect(unguarded(row[csvColumns.indexOf('payer')] ?? '')).toBe(name);
          expect(row.slice(csvColumns.indexOf('frequency'), csvColumns.indexOf('status'))).toEqual(['7', "'=ICN"]);
          for (const cell of row) expect(cell).not.toMatch(/^[=+\-@\t\r\0]/);
        }
      }),
      { numRuns: 500 },
    );
  });
});

describe('the JSON of the whole claim', () => {
  const recordOf = (encounter: typeof withWaste) => {
    const result = claimJson(prepared(encounter));
    if ('refused' in result) throw new Error(result.refused[0]?.says);
    return JSON.parse(result.written);
  };

  it('of any claim is what the schema describes', () => {
    let written = 0;
    fc.assert(
      fc.property(fc.oneof(encounters, encountersOfTwo), (encounter) => {
        const result = claimJson(prepared(encounter));
        if ('refused' in result) return;
        written += 1;
        expect(faultsOf(JSON.parse(result.written))).toEqual([]);
      }),
      { numRuns: 500 },
    );
    expect(written).toBeGreaterThan(60);
  });

  it('holds every line, what stands on none and why, and what each line may be paid', () => {
    const record = recordOf(besideDrug);
    expect(faultsOf(record)).toEqual([]);
    expect(record.lines.map(({ line, of, hcpcs }: Record<string, unknown>) => `${line} ${of} ${hcpcs}`)).toEqual([
      '1 service 62370',
      '2 administered J0475',
    ]);
    expect([record.totalCharge, record.totalUnits, record.heldDrug]).toEqual(['1150.00', 4, null]);
    expect(record.leftOut).toMatchObject([{ code: 'A4220' }]);
    expect(record.estimateOfAll.lines.map(({ by }: Record<string, unknown>) => by)).toEqual([
      'own-charge',
      'payment-limit',
    ]);
    expect(record.shares.lines).toEqual([]);
    const withQmb = recordOf({ ...besideDrug, otherPayer: { pays: 'after', behind: 'qmb' } });
    expect(faultsOf(withQmb)).toEqual([]);
    expect([withQmb.shares.names.second, withQmb.shares.total.patient]).toEqual([
      'Medicaid',
      { least: '0.00', most: '0.00' },
    ]);
    const held = recordOf(heldDrug);
    expect(faultsOf(held)).toEqual([]);
    expect(held.heldDrug.lines).toMatchObject([{ hcpcs: 'J0475', units: 4, charge: '800.00' }]);
    expect([held.lines.length, held.totalUnits, held.totalCharge]).toEqual([1, 0, '350.00']);
  });

  it('holds a second drug of the day, its lines among the others, and its hold', () => {
    const drugBeside = second('trial', { chargePerUnit: { tenthsOfCent: 60_000 } });
    const record = recordOf({ ...besideDrug, drugBeside });
    expect(faultsOf(record)).toEqual([]);
    expect(
      record.lines.map(({ line, hcpcs, charge }: Record<string, unknown>) => `${line} ${hcpcs} ${charge}`),
    ).toEqual(['1 62370 350.00', '2 J0475 800.00', '3 J0476 60.00']);
    expect(record.otherDrug).toMatchObject({ hcpcs: 'J0476', unitMg: '0.05', administeredMg: '0.05', lines: [3] });
    expect([record.totalUnits, record.otherDrug.totalUnits, record.totalCharge]).toEqual([4, 1, '1210.00']);
    const held = recordOf({ ...heldDrug, drugBeside });
    expect(faultsOf(held)).toEqual([]);
    expect([held.heldDrug, held.otherDrug.heldDrug].map(({ lines: [line] }) => line.hcpcs)).toEqual(['J0475', 'J0476']);
    expect(recordOf(besideDrug)).not.toHaveProperty('otherDrug');
  });

  it('holds every finding, all of the working, and the dates of every table used', () => {
    const claim = prepared(withWaste);
    const record = recordOf(withWaste);
    expect(record.findings.map(({ id }: { id: string }) => id)).toEqual(claim.findings.map(({ rule }) => rule.id));
    expect(record.working).toEqual(claim.how);
    expect(record.tables).toEqual(claim.tablesUsed);
    expect(record.drug).toMatchObject({
      unitMg: '10',
      labeledMg: '40',
      administeredMg: '25',
      discardedMg: '15',
      unexplainedMg: '0',
    });
  });

  it('the schema refuses what is not of it', () => {
    const record = recordOf(withWaste);
    expect(faultsOf(record)).toEqual([]);
    const again = claimJson(prepared(withWaste), { code: '8', original: 'ICN 99' });
    expect(faultsOf(JSON.parse('written' in again ? again.written : '{}'))).toEqual([]);
    for (const broken of [
      { ...record, version: 1 },
      { ...record, status: 'on-hold' },
      { ...record, totalCharge: 1451.72 },
      { ...record, lines: [] },
      { ...record, more: 1 },
    ]) {
      expect(faultsOf(broken).length).toBeGreaterThan(0);
    }
  });
});

it('every row that a format rests on is on file', () => {
  for (const row of [...cms1500Rows, ...ub04Rows, ...x12Rows, ...hospitalX12Rows, ...fhirRows, ...csvRows])
    expect(citations).toHaveProperty([row]);
});
