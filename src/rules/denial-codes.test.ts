import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Denial } from '../engine/rule';
import { citations } from './citations';
import { casesFor, casesForAll, denialCases, mueAppealList, notOnFile, readRemittanceCode, remittanceCodes } from './denial-codes';
import { denials } from './denials';

const denialEntries: readonly (readonly [string, Denial])[] = Object.entries(denials);
const names = remittanceCodes.map(({ code }) => code);
const named = (which: readonly { readonly code: string }[]) => which.map(({ code }) => code);
const codesOf = ({ carc, rarc }: { readonly carc: readonly string[]; readonly rarc: readonly string[] }) => [...carc, ...rarc];

/** Section 8, row by row: the cases that stand for it, and the codes that the row names for them. */
const section8: readonly (readonly [row: string, cases: readonly string[], codes: string])[] = [
  ['no preauthorization', ['no-preauthorization'], '197 M62'],
  ['exceeded, late, wrong number', ['preauthorization-exceeded', 'preauthorization-late', 'preauthorization-mismatch'], '198 210 284 N54'],
  ['missing modifier', ['missing-modifier'], '16 N822 MA130'],
  ['wrong modifier', ['wrong-modifier'], '4 182 N823 N519 M78'],
  ['medical necessity', ['medical-necessity'], '50 N115 N386'],
  ['units above the MUE', ['over-mue'], '151 B5 272 273 N362'],
  ['dose not supported', ['dose-not-supported'], '153'],
  ['frequency', ['too-often'], '119 151 N640 N435'],
  ['invalid HCPCS', ['invalid-code'], '181 16 M20 M51 N56'],
  ['unlisted code, specific one exists', ['unlisted-code-with-own-code'], '189'],
  ['NDC', ['ndc'], '16 M119 M123'],
  ['units', ['units'], '16 M53 N430'],
  ['unlisted code without description', ['unlisted-code-without-description'], '16 N350'],
  ['bundled', ['bundled'], '97 234 236 M15'],
  ['diagnosis', ['diagnosis'], '11 167 16 M76'],
  ['records', ['records'], '226 252 M127 N706'],
  ['timely filing', ['filed-late'], '29'],
  ['sequestration', ['sequestration'], '253'],
  ['wrong payer', ['wrong-payer'], '109'],
];

describe('the cases of section 8', () => {
  it.each(section8)('%s', (_, ids, codes) => {
    const cases = denialCases.filter(({ id }) => ids.includes(id));
    expect(cases.map(({ id }) => id)).toEqual(ids);
    const told = cases.flatMap((each) => [...codesOf(each), ...each.related]);
    expect([...new Set(told)].sort()).toEqual(codes.split(' ').sort());
  });

  it('are all of them, each once', () => {
    expect(denialCases.map(({ id }) => id).sort()).toEqual(section8.flatMap(([, ids]) => ids).sort());
  });

  it.each(denialEntries.filter(([, entry]) => codesOf(entry).length > 0))('hold the codes of denials.%s, all and no others', (key, entry) => {
    const told = denialCases.filter(({ denial }) => denial === key).flatMap(codesOf);
    expect([...new Set(told)].sort()).toEqual(codesOf(entry).sort());
  });

  it.each(denialCases)('$id says what to check and why, with rows on file', ({ checks, why, rows }) => {
    expect(checks.length).toBeGreaterThan(0);
    expect(why).toMatch(/\.$/);
    expect(rows).toContain('8');
    for (const { says, rows } of [...checks, ...mueAppealList]) {
      expect(says).toMatch(/[.?]$/);
      expect(rows.filter((row) => !Object.hasOwn(citations, row))).toEqual([]);
      expect(rows).not.toEqual([]);
    }
  });

  it('can be told from a finding by what its denial means', () => {
    const meanings = denialEntries.map(([, { means }]) => means);
    expect(new Set(meanings).size).toBe(meanings.length);
  });

  it('tell what to do next', () => {
    const nextOf = (id: string) => denialCases.find((each) => each.id === id)?.next;
    expect(nextOf('filed-late')).toBe('no-appeal');
    expect(nextOf('sequestration')).toBe('no-appeal');
    expect(nextOf('missing-modifier')).toBe('correct-and-resubmit');
    expect(nextOf('over-mue')).toBe('either');
  });

  it('name what an appeal over the daily limit holds', () => {
    const list = mueAppealList.map(({ says }) => says).join(' ');
    for (const word of ['order', 'dose', 'wasted', 'medically', '59', '76', 'split']) expect(list).toContain(word);
  });
});

describe('the codes', () => {
  it('are each there once, with a meaning', () => {
    expect(new Set(names).size).toBe(names.length);
    expect(remittanceCodes.filter(({ means }) => !/^[A-Z].+\.$/.test(means))).toEqual([]);
  });

  it('are those of denials and cases, and no others', () => {
    const used = [...denialEntries.flatMap(([, entry]) => codesOf(entry)), ...denialCases.flatMap((each) => [...codesOf(each), ...each.related])];
    expect([...new Set(used)].sort()).toEqual([...names].sort());
  });

  it('are of the kind under which the cases name them', () => {
    const kindOf = (code: string) => remittanceCodes.find((each) => each.code === code)?.kind;
    expect(denialCases.flatMap(({ carc }) => carc).filter((code) => kindOf(code) !== 'CARC')).toEqual([]);
    expect(denialCases.flatMap(({ rarc }) => rarc).filter((code) => kindOf(code) !== 'RARC')).toEqual([]);
  });

  it.each(names)('%s leads to a case', (code) => expect(casesFor(code)).not.toEqual([]));
});

describe('the cases of a code', () => {
  const ids = (cases: ReturnType<typeof casesFor>) => cases.map(({ id }) => id);

  it('of one code are all that name it', () => {
    expect(ids(casesFor(' n822 '))).toEqual(['missing-modifier']);
    expect(ids(casesFor('16')).length).toBe(6);
    expect(casesFor('1')).toEqual([]);
    expect(casesFor('')).toEqual([]);
  });

  it.each<[codes: string[], cases: string[]]>([
    [['16', 'N822'], ['missing-modifier']],
    [['16', 'MA130', 'M119'], ['ndc']],
    [['MA130'], ['missing-modifier']],
    [['151', 'N362'], ['over-mue']],
    [['151'], ['over-mue', 'too-often']],
    [['50', '29'], ['medical-necessity', 'filed-late']],
    [[], []],
    [['999'], []],
  ])('of %j together are %j', (codes, cases) => expect(ids(casesForAll(codes))).toEqual(cases));
});

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
    ['PR-1', [], ['PR'], ['1']],
    ['CO-45', [], ['CO'], ['45']],
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
    expect({ codes: named(read.codes), groups: read.groups, unknown: read.unknown }).toEqual({ codes, groups, unknown });
  });

  it.each(names)('reads %s in each of its spellings', (code) => {
    for (const typed of [code, code.toLowerCase(), `CO-${code}`, `co${code}`, ` PR ${code}.`, `${code}/${code}`]) expect(named(readRemittanceCode(typed).codes)).toEqual([code]);
  });

  it('never throws, and makes up no code', () => {
    const piece = fc.oneof(fc.string({ unit: 'grapheme' }), fc.string({ unit: 'binary' }), fc.constantFrom(...names, 'CO', 'RARC', '-', ' ', '/', '0'), fc.nat({ max: 999 }).map(String));
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 6 }), (pieces) => {
        const typed = pieces.join('');
        const compact = typed.normalize('NFKC').toUpperCase().replace(/[^A-Z0-9]/g, '');
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
    expect(notOnFile(['45'])).toBe('45 is not on file here. Look it up in the code list of X12 or of the payer.');
    expect(notOnFile(['45', 'N1'])).toContain('45, N1 are not on file here. Look them up');
  });
});
