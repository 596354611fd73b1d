import { describe, expect, it } from 'vitest';
import { day } from '../engine/dated';
import type { Encounter } from '../engine/encounter';
import { unknownProfile } from '../engine/payer-profile';
import { prepareClaim } from '../engine/prepare-claim';
import { mg } from '../engine/quantity';
import type { Denial } from '../engine/verdict';
import { citations } from './citations';
import {
  casesFor,
  casesForAll,
  casesTold,
  checksOn,
  denialCases,
  endedWords,
  mueAppealList,
  saidByGroups,
  saidTogether,
  stepsFor,
} from './denial-codes';
import { denials } from './denials';
import { pumpFill, trial } from './encounter.fixture';
import { ruleBook } from './index';
import { readRemittanceCode } from './read-remittance';
import { remittanceCodes, stepWords } from './remittance-codes';

const denialEntries: readonly (readonly [string, Denial])[] = Object.entries(denials);
const names = remittanceCodes.map(({ code }) => code);
const codesOf = ({ carc, rarc }: { readonly carc: readonly string[]; readonly rarc: readonly string[] }) => [
  ...carc,
  ...rarc,
];

/** Section 8, row by row: the cases that stand for it, and the codes that the row names for them. */
const section8: readonly (readonly [row: string, cases: readonly string[], codes: string])[] = [
  ['no preauthorization', ['no-preauthorization'], '197 M62'],
  [
    'exceeded, late, wrong number',
    ['preauthorization-exceeded', 'preauthorization-late', 'preauthorization-mismatch'],
    '198 210 284 N54 15 296',
  ],
  ['refused', ['preauthorization-denied'], '39'],
  ['expired', ['preauthorization-expired'], '302'],
  ['missing modifier', ['missing-modifier'], '16 N822 MA130'],
  ['wrong modifier', ['wrong-modifier'], '4 182 N823 N519 M78'],
  ['medical necessity', ['medical-necessity'], '50 N115 N386'],
  ['units above the MUE', ['over-mue'], '151 B5 272 273 N362'],
  ['dose not supported', ['dose-not-supported'], '153'],
  ['frequency', ['too-often'], '119 151 N640 N435'],
  ['invalid HCPCS', ['invalid-code'], '181 16 M20 M51 N56'],
  ['unlisted code, specific one exists', ['unlisted-code-with-own-code'], '189'],
  ['NDC', ['ndc'], '16 M119 M123 N815 N816 N846 N847 N848'],
  ['units', ['units'], '16 M53 N430'],
  ['unlisted code without description', ['unlisted-code-without-description'], '16 N350'],
  ['bundled', ['bundled'], '97 234 236 M15'],
  ['diagnosis', ['diagnosis'], '11 167 16 M76 146 M81'],
  ['records', ['records'], '226 252 M127 N706'],
  ['timely filing', ['filed-late'], '29'],
  ['sequestration', ['sequestration'], '253'],
  ['wrong payer', ['wrong-payer'], '109'],
  ['exact duplicate', ['duplicate'], '18'],
  ['custody', ['custody'], '258 N103 109'],
  ['place of service', ['place'], '58 5 N428'],
  ['stay in a skilled nursing facility', ['snf-stay'], '190'],
  ['drug without its procedure', ['drug-alone'], '107 B15'],
  ['service after today', ['billed-early'], '110'],
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

  it.each(denialEntries.filter(([, entry]) => codesOf(entry).length > 0))(
    'hold the codes of denials.%s, all and no others',
    (key, entry) => {
      const told = denialCases.filter(({ denial }) => denial === key).flatMap(codesOf);
      expect([...new Set(told)].sort()).toEqual(codesOf(entry.medicare ?? entry).sort());
    },
  );

  it.each(denialCases)(
    '$id says what to check and why, with rows on file',
    ({ checks, appeal, forPayer, why, rows }) => {
      expect(checks.length).toBeGreaterThan(0);
      expect(why).toMatch(/\.$/);
      expect(rows).toContain('8');
      for (const { says, rows } of [...checks, ...appeal, ...forPayer, ...mueAppealList]) {
        expect(says).toMatch(/[.?]$/);
        expect(rows.filter((row) => !Object.hasOwn(citations, row))).toEqual([]);
        expect(rows).not.toEqual([]);
      }
    },
  );

  it('can be told from a finding by what its denial means', () => {
    const meanings = denialEntries.flatMap(([, { means, medicare }]) => [means, ...(medicare ? [medicare.means] : [])]);
    expect(new Set(meanings).size).toBe(meanings.length);
  });

  it('tell what to do next', () => {
    const nextOf = (id: string) => denialCases.find((each) => each.id === id)?.next;
    expect(nextOf('filed-late')).toBe('proof');
    expect(nextOf('sequestration')).toBe('nothing');
    expect(nextOf('missing-modifier')).toBe('correct');
    expect(nextOf('preauthorization-denied')).toBe('appeal');
    expect(nextOf('wrong-payer')).toBe('elsewhere');
    expect(nextOf('bundled')).toBe('write-off');
    expect(nextOf('over-mue')).toBe('either');
  });

  it('name what an appeal over the daily limit holds', () => {
    const list = mueAppealList.map(({ says }) => says).join(' ');
    for (const word of ['order', 'dose', 'wasted', 'medically', '59', '76', 'split', 'above'])
      expect(list).toContain(word);
  });
});

describe('the codes', () => {
  it('are each there once, with a meaning', () => {
    expect(new Set(names).size).toBe(names.length);
    expect(remittanceCodes.filter(({ means }) => !/^[A-Z].+\.$/.test(means))).toEqual([]);
  });

  it('hold all those of denials and cases', () => {
    const used = [
      ...denialEntries.flatMap(([, entry]) => codesOf(entry)),
      ...denialCases.flatMap((each) => [...codesOf(each), ...each.related]),
    ];
    expect(used.filter((code) => !names.includes(code))).toEqual([]);
  });

  it('hold every code of sections 1 and 2 of the remittance rules', () => {
    expect(names.filter((name) => /^[AB]?\d+$/.test(name))).toHaveLength(213);
    expect(names.filter((name) => /^(?:MA|M|N)\d+$/.test(name))).toHaveLength(156);
  });

  it('are of the kind under which the cases name them', () => {
    const kindOf = (code: string) => remittanceCodes.find((each) => each.code === code)?.kind;
    expect(denialCases.flatMap(({ carc }) => carc).filter((code) => kindOf(code) !== 'CARC')).toEqual([]);
    expect(denialCases.flatMap(({ rarc }) => rarc).filter((code) => kindOf(code) !== 'RARC')).toEqual([]);
  });

  it.each(remittanceCodes)('$code leads to a case, or says what to do', ({ code, steps, alert }) => {
    expect(casesFor(code).length + steps.length).toBeGreaterThan(0);
    expect(alert && steps.join() !== 'I').toBe(false);
  });

  it.each([
    ['15', '05/01/2018'],
    ['138', '05/01/2018'],
    ['B5', '05/01/2016'],
    ['125', '11/01/2013'],
  ])('%s left the list on %s, and says so', (code, on) => {
    const found = remittanceCodes.find((each) => each.code === code)!;
    expect(endedWords(found)).toBe(`It left the list on ${on} and stands in older remittances only.`);
    expect(remittanceCodes.filter(({ ended }) => ended !== null)).toHaveLength(4);
    expect(endedWords(remittanceCodes[0]!)).toBe('');
  });
});

describe('the cases of a code', () => {
  const ids = (cases: ReturnType<typeof casesFor>) => cases.map(({ id }) => id);

  it('of one code are all that name it', () => {
    expect(ids(casesFor(' n822 '))).toEqual(['missing-modifier']);
    expect(ids(casesFor('16')).length).toBe(6);
    expect(ids(casesFor('109'))).toEqual(['wrong-payer', 'custody']);
    expect(ids(casesFor('15'))).toEqual(['preauthorization-mismatch']);
    expect(casesFor('1')).toEqual([]);
    expect(casesFor('45')).toEqual([]);
    expect(casesFor('')).toEqual([]);
  });

  it.each<[codes: string[], cases: string[]]>([
    [['16', 'N822'], ['missing-modifier']],
    [['16', 'MA130', 'M119'], ['ndc']],
    [['MA130'], ['missing-modifier']],
    [['151', 'N362'], ['over-mue']],
    [['151'], ['over-mue', 'too-often']],
    [
      ['50', '29'],
      ['medical-necessity', 'filed-late'],
    ],
    [[], []],
    [['999'], []],
  ])('of %j together are %j', (codes, cases) => expect(ids(casesForAll(codes))).toEqual(cases));

  it('stand first where the claim draws them', () => {
    const often = prepareClaim(
      {
        ...pumpFill,
        given: mg(40),
        payer: 'commercial',
        dateOfService: day('2024-07-20'),
        lastFillOn: day('2024-07-01'),
        profile: { ...unknownProfile('own-x', 'x', 'commercial'), minimumDaysBetweenFills: 30 },
      },
      ruleBook,
    );
    const many = prepareClaim({ ...pumpFill, given: mg(90) }, ruleBook);
    expect(ids(casesForAll(['151'], many))).toEqual(['over-mue', 'too-often']);
    expect(ids(casesForAll(['151'], often))).toEqual(['too-often', 'over-mue']);
    expect(ids(casesForAll(['16'], prepareClaim(pumpFill, ruleBook)))[0]).toBe('missing-modifier');
  });

  const told = (codes: string, claim: Parameters<typeof casesTold>[2] = null) => {
    const isRemark = (code: string) => /^(M|N)/.test(code);
    const all = codes.split(' ');
    return casesTold(
      all.filter((code) => !isRemark(code)),
      all.filter(isRemark),
      claim,
    ).map(({ codes: own, found, among }) => `${own.join(' ')}: ${found?.id ?? `one of ${among.length}`}`);
  };
  it.each<[codes: string, told: readonly string[]]>([
    ['16 N822', ['16 N822: missing-modifier']],
    ['16 MA130 M119', ['16 M119: ndc']],
    ['16', ['16: one of 6']],
    ['16 MA130', ['16: one of 6']],
    ['16 M119 N822', ['16 M119: ndc', '16 N822: missing-modifier']],
    ['16 N54', ['16 N54: one of 3']],
    ['198 N54', ['198 N54: preauthorization-exceeded']],
    ['96 N115 N386', ['96 N115 N386: medical-necessity']],
    ['151', ['151: one of 2']],
    ['151 N362', ['151 N362: over-mue']],
    ['151 N640', ['151 N640: too-often']],
    ['272', ['272: one of 1']],
    ['109', ['109: one of 2']],
    ['109 N103', ['109 N103: custody']],
    ['197 50', ['197: no-preauthorization', '50: medical-necessity']],
    ['197 50 M62 N386', ['197 M62: no-preauthorization', '50 N386: medical-necessity']],
    ['50 16 N386', ['50 N386: medical-necessity', '16: one of 6']],
    ['11 167', ['11: diagnosis']],
    ['222', ['222: one of 0']],
    ['N822 M119', ['N822: missing-modifier', 'M119: ndc']],
  ])('each reason of %s tells of its own', (codes, expected) => expect(told(codes)).toEqual(expected));

  it('that alone is drawn on the claim is what a code tells of', () => {
    const within = prepareClaim({ ...pumpFill, given: mg(40) }, ruleBook);
    const above = prepareClaim({ ...pumpFill, given: mg(90) }, ruleBook);
    // A day whose table was not read draws the daily maximum as well, and its units are not above it.
    const notRead = prepareClaim({ ...pumpFill, given: mg(40), dateOfService: day('2031-05-02') }, ruleBook);
    expect([within, above, notRead].map((claim) => told('151', claim))).toEqual([
      ['151: one of 2'],
      ['151: over-mue'],
      ['151: one of 2'],
    ]);
    expect(told('272', above)).toEqual(['272: over-mue']);
    expect(told('272', notRead)).toEqual(['272: one of 1']);
    expect(told('16', prepareClaim(pumpFill, ruleBook))).toEqual(['16: missing-modifier']);
  });

  const compounded: Encounter = { ...pumpFill, drugSource: 'compounded' };
  const named = { who: 'AB', on: day('2026-05-19'), reference: 'R-1', code: 'J7999' } as const;
  it.each<[id: string, encounter: Encounter, word: RegExp, on: boolean]>([
    ['no-preauthorization', pumpFill, /original Medicare preauthorizes no trial/, true],
    ['no-preauthorization', pumpFill, /item 23/, false],
    ['no-preauthorization', { ...pumpFill, payer: 'commercial' }, /original Medicare preauthorizes no trial/, false],
    ['no-preauthorization', { ...pumpFill, payer: 'commercial' }, /item 23/, true],
    ['missing-modifier', pumpFill, /07\/01\/2023/, true],
    ['missing-modifier', { ...pumpFill, payer: 'medicaid' }, /07\/01\/2023/, false],
    ['missing-modifier', pumpFill, /off campus/, false],
    ['missing-modifier', { ...pumpFill, setting: 'hospital-outpatient' }, /off campus/, true],
    ['missing-modifier', { ...pumpFill, bought340b: true }, /340B/, true],
    ['custody', { ...pumpFill, payer: 'medicare-advantage' }, /not known to have members in custody/, true],
    ['custody', { ...pumpFill, payer: 'commercial' }, /411\.4|QJ/, false],
    ['missing-modifier', { ...pumpFill, setting: 'rhc' }, /JZ on the line|07\/01\/2023/, false],
    [
      'missing-modifier',
      { ...pumpFill, setting: 'hospital-outpatient' },
      /Not for an emergency room, a remote site or a satellite/,
      true,
    ],
    ['wrong-payer', pumpFill, /pharmacy may not bill Medicare Part B/, true],
    ['drug-alone', { ...pumpFill, payer: 'commercial' }, /pharmacy may not bill/, false],
    ['filed-late', { ...pumpFill, payer: 'commercial' }, /277CA/, true],
    ['filed-late', pumpFill, /277CA/, false],
    ['bundled', trial, /packaged/, false],
    ['bundled', { ...trial, setting: 'hospital-outpatient' }, /packaged/, true],
    ['bundled', { ...pumpFill, setting: 'hospital-outpatient' }, /packaged/, false],
    ['bundled', pumpFill, /a stay/, false],
    ['bundled', { ...pumpFill, setting: 'rhc' }, /a stay/, true],
    ['bundled', { ...pumpFill, setting: 'fqhc' }, /a stay/, true],
    ['bundled', { ...pumpFill, setting: 'inpatient' }, /a stay/, true],
    ['missing-modifier', pumpFill, /one line for the dose, and one with JW/, true],
    ['missing-modifier', { ...pumpFill, setting: 'rhc' }, /one line for the dose, and one with JW/, false],
    ['missing-modifier', { ...pumpFill, payer: 'commercial' }, /one line for the dose, and one with JW/, true],
    ['over-mue', pumpFill, /A supplier’s daily limit is 0/, false],
    ['over-mue', { ...pumpFill, setting: 'dme-supplier' }, /A supplier’s daily limit is 0/, true],
    ['unlisted-code-with-own-code', pumpFill, /Was it compounded/, false],
    ['unlisted-code-with-own-code', compounded, /Ask which unlisted code this payer wants/, true],
    ['unlisted-code-with-own-code', compounded, /the one that this payer named/, false],
    [
      'unlisted-code-with-own-code',
      { ...compounded, payerConfirmation: named },
      /Ask which unlisted code this payer wants/,
      false,
    ],
    ['unlisted-code-with-own-code', { ...compounded, payerConfirmation: named }, /the one that this payer named/, true],
    ['ndc', pumpFill, /NDC of the container used/, true],
    ['ndc', pumpFill, /A compound has no NDC/, false],
    ['ndc', compounded, /NDC of the container used/, false],
    ['ndc', compounded, /A compound has no NDC/, true],
    ['wrong-payer', pumpFill, /Did a pharmacy bill the drug/, false],
    ['wrong-payer', { ...pumpFill, drugSource: 'supplied' }, /Did a pharmacy bill the drug/, true],
    ['wrong-payer', { ...pumpFill, payer: 'medicare-advantage' }, /Was the patient in this plan/, true],
    ['wrong-payer', { ...pumpFill, payer: 'medicaid' }, /Was the patient in this plan/, false],
  ])('%s asks what fits this claim', (id, encounter, word, on) => {
    const told = checksOn(denialCases.find((each) => each.id === id)?.checks ?? [], prepareClaim(encounter, ruleBook));
    expect(told.some(({ says }) => word.test(says))).toBe(on);
    expect(
      checksOn(denialCases.find((each) => each.id === id)?.checks ?? [], null).some(({ says }) => word.test(says)),
    ).toBe(true);
  });
});

describe('codes that stand together', () => {
  const together = (typed: string) => saidTogether(readRemittanceCode(typed)).map(({ says }) => says);
  const steps = (typed: string) => {
    const reading = readRemittanceCode(typed);
    return reading.codes.map((each) => [each.code, ...stepsFor(each, reading)].join(': '));
  };

  it.each<[typed: string, ...says: RegExp[]]>([
    [
      '16 MA130',
      /^MA130: the claim was not processed\. It has no appeal and no reopening, and does not count as filed\.$/,
      /^16 alone says too little/,
    ],
    ['CO-16 N822 MA130', /^MA130: /, /^16 with N822: A modifier that the code needs is missing\.$/],
    ['OA-22 MA04', /^22 with MA04: Another payer pays first/],
    ['CO16 M119', /^16 with M119: The NDC is missing/],
    ['CO-96 N130', /^96 with N130: The plan’s own papers decide/],
    ['A1 N54', /^A1 with N54: The claim and the preauthorization do not match/],
    ['96', /^96 alone says too little/],
    ['96 N211', /^96 alone says too little/],
    ['OA-18 N522', /^18 with N522: Medicare had sent the claim on/],
    ['CO-97 N111', /^97 with N111: There is no appeal, but where/],
    ['CO-151 N362', /^151 with N362: It is the daily limit/],
    ['PR-50 N115', /^50 with N115: A local rule on cover/],
    ['258 N103', /^258 with N103: For a patient in custody, Medicare pays only if/],
    ['N211'],
    ['45'],
    [''],
  ])('%j', (typed, ...says) => {
    const told = together(typed);
    expect(told).toHaveLength(says.length);
    for (const [place, expected] of says.entries()) expect(told[place]).toMatch(expected);
  });

  it.each<[typed: string, ...says: RegExp[]]>([
    ['CO-16 N822 MA130', /^CO-16: The provider bears it\. The patient is not billed\.$/],
    ['OA-22 MA04', /^OA-22: It changes the amount for some other reason/],
    [
      'PR-50 N115',
      /^PR-50: The patient’s share\. The patient owes it, or the next payer does\.$/,
      /^From Medicare, PR-50 goes with a signed notice \(ABN\)/,
    ],
    ['CO-50', /^CO-50: The provider bears it/],
    ['CO-23', /^CO-23/, /^23 belongs to group OA/],
    ['OA-23', /^OA-23/],
    ['CO-45, PR-1, PR-2', /^CO-45: The provider bears it/, /^PR-1: The patient’s share/, /^PR-2: /],
    ['CR-45', /^CR-45: Old remittances \(4010\) used it for a correction\. .* ask the payer\.$/],
    ['PI-204', /^PI-204: The payer’s own cut\. The patient is not billed\.$/],
    ['45'],
    ['N211'],
  ])('%j: who owes it', (typed, ...says) => {
    const told = saidByGroups(readRemittanceCode(typed)).map((each) => each.says);
    expect(told).toHaveLength(says.length);
    for (const [place, expected] of says.entries()) expect(told[place]).toMatch(expected);
  });

  it.each<[typed: string, ...steps: string[]]>([
    ['45', `45: ${stepWords.W}`],
    ['CO-45', `45: ${stepWords.W}`],
    ['PR-45', `45: ${stepWords.P}`],
    ['PR-1', `1: ${stepWords.P}`],
    ['CO-1', `1: ${stepWords.W}`],
    ['CO-119', `119: ${stepWords.A}`],
    ['PR-116', `116: ${stepWords.W}`],
    ['PR-190', `190: ${stepWords.B}`],
    ['CO-69', `69: ${stepWords.L}`],
    ['CO-18 N111', `18: ${stepWords.I}`, `N111: ${stepWords.D}`],
    ['PR-119', `119: ${stepWords.P}: ${stepWords.A}`],
    ['CO-16', `16: ${stepWords.R}: ${stepWords.F}`],
    ['CO-45, PR-1', `45: ${stepWords.W}`, `1: ${stepWords.P}`],
    ['CO-119, PR-119', `119: ${stepWords.A}`],
    ['PI-45', `45: ${stepWords.W}`],
    ['OA-45', `45: ${stepWords.W}`],
    ['PR-45, OA-45', `45: ${stepWords.W}`],
    ['CO-252 MA130', `252: ${stepWords.N}`, `MA130: ${stepWords.N}`],
    ['CO-197', `197: ${stepWords.T}: ${stepWords.A}`],
    ['CO-16 MA130', `16: ${stepWords.N}`, `MA130: ${stepWords.N}`],
    ['OA-22 CO-16 MA130', `22: ${stepWords.O}`, `16: ${stepWords.N}`, `MA130: ${stepWords.N}`],
    ['CO-50 MA130', `50: ${stepWords.N}`, `MA130: ${stepWords.N}`],
    ['CO-4', `4: ${stepWords.F}`],
    ['OA-253', `253: ${stepWords.W}`],
    ['PI-204', `204: ${stepWords.O}`],
  ])('%j: what to do', (typed, ...expected) => expect(steps(typed)).toEqual(expected));

  it('corrects in the payer’s way', () => {
    const reading = readRemittanceCode('CO-11');
    expect(reading.codes.map((each) => stepsFor(each, reading, 'Ask for a reopening, or appeal.'))).toEqual([
      ['Ask for a reopening, or appeal.'],
    ]);
  });

  it('rest on rows on file', () => {
    const all = names.flatMap((name) =>
      ['CO', 'PR', 'OA', 'PI', 'CR'].flatMap((group) => {
        const reading = readRemittanceCode(`${group}-${name} MA04 N111 N522 N115 N386 M25 M27 N362 N103 MA92 MA130`);
        return [...saidTogether(reading), ...saidByGroups(reading)];
      }),
    );
    expect(all.flatMap(({ rows }) => rows).filter((row) => !Object.hasOwn(citations, row))).toEqual([]);
    expect(all.filter(({ says }) => !says.endsWith('.'))).toEqual([]);
  });
});
