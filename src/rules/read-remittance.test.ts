import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { notOnFile, readAs, readRemittanceCode } from './read-remittance';
import { remittanceCodes } from './remittance-codes';
import { quickest } from '../engine/time.fixture';

const names = remittanceCodes.map(({ code }) => code);
const named = (which: readonly { readonly code: string }[]) => which.map(({ code }) => code);

describe('readRemittanceCode', () => {
  it.each<[typed: string, codes: string[], groups: string[], unknown: string[]]>([
    ['CO-197', ['197'], ['CO'], []],
    ['co 197', ['197'], ['CO'], []],
    ['CO–197', ['197'], ['CO'], []],
    ['PR 50', ['50'], ['PR'], []],
    ['CARC 16', ['16'], [], []],
    ['n822', ['N822'], [], []],
    ['N 822', ['N822'], [], []],
    ['MA130', ['MA130'], [], []],
    ['16/N822', ['16', 'N822'], [], []],
    ['16N822', ['16', 'N822'], [], []],
    ['CO16 N822', ['16', 'N822'], ['CO'], []],
    ['CO-16, RARC N822, MA130', ['16', 'N822', 'MA130'], ['CO'], []],
    ['CARC16 RARCN822', ['16', 'N822'], [], []],
    ['COB5', ['B5'], ['CO'], []],
    ['OA-253 and PI-4', ['253', '4'], ['OA', 'PI'], []],
    ['CO-04', ['4'], ['CO'], []],
    ['reason code 29', ['29'], [], []],
    ['16 16', ['16'], [], []],
    ['PR', [], ['PR'], []],
    ['PR-1', ['1'], ['PR'], []],
    ['CO-45', ['45'], ['CO'], []],
    ['CO-998', [], ['CO'], ['998']],
    ['RARC 16', [], [], ['RARC 16']],
    ['N16', [], [], ['N16']],
    ['N0822', [], [], ['N0822']],
    ['1977', [], [], ['1977']],
    ['CODE', [], [], []],
    ['hello', [], [], ['HELLO']],
    ['', [], [], []],
    [' - ', [], [], []],
  ])('%j', (typed, codes, groups, unknown) => {
    const read = readRemittanceCode(typed);
    expect({ codes: named(read.codes), groups: read.groups, unknown: read.unknown }).toEqual({
      codes,
      groups,
      unknown,
    });
  });

  /** As remittances, portals and people write them. */
  it.each<[typed: string, read: string, unknown?: string]>([
    ['CO4', 'CO 4'],
    ['CO-4', 'CO 4'],
    ['CO 4', 'CO 4'],
    ['co-045', 'CO 45'],
    ['RUC CO4', 'CO 4', 'RUC'],
    ['RUC 4', 'without group 4', 'RUC'],
    ['see code CO-45 please', 'CO 45', 'SEE, PLEASE'],
    ['MA130', 'MA130'],
    ['MA 130', 'MA130'],
    ['MA-130', 'MA130'],
    ['PR-1, PR-2;PR-3', 'PR 1; PR 2; PR 3'],
    ['PR-1\nPR-2\tPR-3', 'PR 1; PR 2; PR 3'],
    ['OA-22 MA04', 'OA 22; MA04'],
    ['CO-236', 'CO 236'],
    ['N211', 'N211'],
    ['PI-204', 'PI 204'],
    ['CR-45', 'CR 45'],
    ['CARC 45', 'without group 45'],
    ['RARC N211', 'N211'],
    ['group CO code 45', 'CO 45'],
    ['Group code: CO, reason code: 45, remark code: N211', 'CO 45; N211'],
    ['CO:45', 'CO 45'],
    ['CO_45', 'CO 45'],
    ['CO.45', 'CO 45'],
    ['(CO-45)', 'CO 45'],
    ['＃ＣＯ－４５', 'CO 45'],
    ['CO−45', 'CO 45'],
    ['CO45PR1', 'CO 45; PR 1'],
    ['CO45/PR1|N211', 'CO 45; PR 1; N211'],
    ['CO-45 CO-45', 'CO 45'],
    ['CO 45 253', 'CO 45; without group 253'],
    ['CO-N822 16', 'without group 16; N822'],
    ['a 1', 'without group A1'],
    ['a 16', 'without group 16', 'A'],
    ['CO*45', 'CO 45'],
    ['CO*45*100', 'CO 45, amount 100'],
    ['CO*045*.5', 'CO 45, amount .5'],
    ['CAS*CO*45*207.99**253*2.27~', 'CO 45, amount 207.99; CO 253, amount 2.27'],
    ['CAS*CO*45*100*1*253*2.27*1~', 'CO 45, amount 100; CO 253, amount 2.27'],
    ['CAS*CO*151*3000*10~LQ*HE*N362', 'CO 151, amount 3000; N362'],
    [
      'CAS*CO*45*-474.14**253*-11.61~CAS*PR*2*-145.17~',
      'CO 45, amount -474.14; CO 253, amount -11.61; PR 2, amount -145.17',
    ],
    ['CAS*CO*16*1200~LQ*HE*N822~MOA***MA130', 'CO 16, amount 1200; N822; MA130'],
    ['CAS*CO*16', 'CO 16'],
    ['N-362 PR 50', 'PR 50; N362'],
    [
      'CLP*1*1*1200*569.08*145.17*MB*A1~SVC*HC:J0475:JZ*1200*569.08**4~CAS*CO*45*474.14**253*11.61~CAS*PR*2*145.17~',
      'CO 45, amount 474.14; CO 253, amount 11.61; PR 2, amount 145.17; not read as codes: CLP, SVC',
    ],
    [
      'CLP*3*1*1200*0**MB*A3~MOA***MA130~SVC*HC:J0475*1200*0**0**4~CAS*CO*16*1200~LQ*HE*N822~',
      'CO 16, amount 1200; MA130; N822; not read as codes: CLP, SVC',
    ],
    [
      'CLP*4*1*3000*0**MB*A4~\nSVC*HC:J0475:JZ*3000*0**0**10~\nCAS*CO*151*3000*10~\nLQ*HE*N362~',
      'CO 151, amount 3000; N362; not read as codes: CLP, SVC',
    ],
    [
      'CLP*5*1*1200*0*1200*MB*A5~SVC*HC:J0475:JZ:GA*1200*0**0**4~CAS*PR*50*1200~LQ*HE*N115~',
      'PR 50, amount 1200; N115; not read as codes: CLP, SVC',
    ],
    [
      'CLP*10*2*1200*100**MC*B0~SVC*HC:J0475:JZ*1200*100**4~CAS*OA*23*1054.83~CAS*CO*45*45.17~',
      'OA 23, amount 1054.83; CO 45, amount 45.17; not read as codes: CLP, SVC',
    ],
    ['MOA*50*100.5*MA18', 'MA18'],
    ['PLB*1234567893*20261231*WO:A1*100*L6*-2.5~', 'not read as codes: PLB'],
    ['CO*45*PR*1', 'CO 45; PR 1'],
    ['CO*16*N822', 'CO 16; N822'],
    ['CAS*OA*23*1054.83~CAS*CO*B5*7', 'OA 23, amount 1054.83; CO B5, amount 7'],
    ['CO-45 $100.00', 'CO 45; not read as codes: $100.00'],
    ['CO-45$100', 'CO 45; not read as codes: $100'],
    ['CO-45 474.14', 'CO 45; not read as codes: 474.14'],
    ['CO-45 1,200.00 PR-2 45.17', 'CO 45; PR 2; not read as codes: 1,200.00, 45.17'],
    ['11/20/2026 CO 16', 'CO 16; not read as codes: 11/20/2026'],
    ['2026-11-20 CO 16', 'CO 16; not read as codes: 2026-11-20'],
    ['4/16/26 CO 16', 'CO 16; not read as codes: 4/16/26'],
    ['Line 1: CO-16 N822', 'CO 16; N822; not read as codes: 1'],
    ['Claim 12345 CO 97', 'CO 97; not read as codes: 12345'],
    ['CONTRACT 45', 'without group 45', 'CONTRACT'],
    ['CON 45', 'without group 45', 'CON'],
    ['PRIMARY paid, OA 23', 'OA 23', 'PRIMARY, PAID'],
    ['4 units, 11-20-26: CO-151', 'CO 151; not read as codes: 4, 11-20-26'],
    ['30 days, 25 mg in 2 lines, 16 N822', 'without group 16; N822; not read as codes: 30, 25, 2', 'IN'],
    ['4 units 151', 'without group 151; not read as codes: 4'],
    ['CO-151 units 4', 'CO 151; not read as codes: 4'],
    ['CARC 45 days', 'without group 45'],
    ['Nov 20, 2026 CO 16; 3 December 2026 PR 1', 'CO 16; PR 1; not read as codes: NOV 20, 2026, 3 DECEMBER 2026'],
    ['CO*', ''],
  ])('%j is %s', (typed, told, unknown = '') => {
    const read = readRemittanceCode(typed);
    const remarks = named(read.codes.filter(({ kind }) => kind === 'RARC'));
    const [reasons = '', others = ''] = readAs(read).split(/(?:; |^)(?=not read)/);
    expect([reasons, ...remarks, others].filter((each) => each !== '').join('; ')).toBe(told);
    expect(read.unknown.join(', ')).toBe(unknown);
  });

  it('takes 200 characters, and refuses more', () => {
    expect(readRemittanceCode('CO-45 '.repeat(33))).toMatchObject({ problem: null, groups: ['CO'] });
    expect(readRemittanceCode(`${'CO-45 '.repeat(33)}xxx`)).toEqual({
      problem: 'Enter at most 200 characters: the codes of one line',
      groups: [],
      codes: [],
      adjustments: [],
      unknown: [],
      notCodes: [],
    });
  });

  it.each(['1*', 'CO*1*', 'CO', '1', 'N', '1,', '.', '1.', '-', '$', '$1', '\uFDFA', 'RARC', ' 1/1/'])(
    '200 characters of %j take no time',
    (piece) => {
      const typed = piece.repeat(200).slice(0, 200);
      // 500 ms for twenty of them.
      expect(quickest(() => readRemittanceCode(typed))).toBeLessThan(25);
    },
  );

  it.each(names)('reads %s in each of its spellings', (code) => {
    for (const typed of [code, code.toLowerCase(), `CO-${code}`, `co${code}`, ` PR ${code}.`, `${code}/${code}`])
      expect(named(readRemittanceCode(typed).codes)).toEqual([code]);
  });

  it('never throws, and makes up no code', { timeout: 30_000 }, () => {
    const piece = fc.oneof(
      fc.string({ unit: 'grapheme' }),
      fc.string({ unit: 'binary' }),
      fc.constantFrom(...names, 'CO', 'RARC', '-', ' ', '/', '0'),
      fc.nat({ max: 999 }).map(String),
    );
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 6 }), (pieces) => {
        const typed = pieces.join('');
        const compact = typed
          .normalize('NFKC')
          .toUpperCase()
          .replace(/[^A-Z0-9]/g, '');
        for (const code of named(readRemittanceCode(typed).codes)) expect(compact).toContain(code);
      }),
      { numRuns: 2000 },
    );
  });

  it('reads a code with digits behind it as another code', () => {
    fc.assert(
      fc.property(fc.constantFrom(...names), fc.nat({ max: 9 }), (code, digit) => {
        const longer = `${code}${digit}`;
        expect(named(readRemittanceCode(longer).codes)).toEqual(names.includes(longer) ? [longer] : []);
      }),
    );
  });

  it('says of others that they are not on file', () => {
    expect(notOnFile(['45'])).toBe(
      '45 is not on file here. The list read is of June 2024. ' +
        'Look it up in X12’s own code lists (x12.org), or ask the payer.',
    );
    expect(notOnFile(['45', 'N1'])).toMatch(/^45, N1 are not on file here\. .* Look them up/);
    expect(notOnFile(readRemittanceCode('CO-290 OA-293').unknown)).toMatch(
      /^290, 293 are not on file here\..* wrong text for 290, 293\.$/,
    );
  });
});
