import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { referenceEntries } from './reference';

/*
 * The facts of a whole claim, row by row: lines, form items, loops, corrections, hospital, places, second payers, test
 * vectors. Which test holds each, by file and words of the test, or where the reference says that it is not confirmed.
 */

type Held = readonly [file: string, words: string];
type Row = readonly [row: string, ...held: (Held | `not-confirmed/${string}`)[]];

const usages = 'formats/whole-837p.test.ts';
const hospital = 'formats/institutional-837.test.ts';
const form = 'formats/cms-1500.test.ts';
const ub = 'formats/ub-04.test.ts';
const beside = 'rules/companions.test.ts';

const lines: readonly Row[] = [
  ['62369 and 62370: one of the two', ['rules/ncci-edits.test.ts', "['62369', '62370']"]],
  ['95990 and 95991 never with 62367 to 62370', ['rules/ncci-edits.test.ts', "['62370', '95991']"]],
  ['62367 and 62368 are checks without a refill', [beside, 'check without a refill']],
  ['62322 and 62323 on the trial day', ['rules/billed-services.test.ts', 'a trial has its procedure before its drug']],
  ['62362 beside a refill, indicator 1', [beside, "'62362'"]],
  ['A4220 is left out for Medicare', ['rules/billed-services.test.ts', 'what is left out is told']],
  ['25 on the visit alone', [beside, "'companions/visit': ["]],
  ['26 and TC', 'not-confirmed/parts-of-a-service'],
  ['59, 76 and 77', ['rules/service-modifiers.test.ts', 'the second with 76']],
  ['day, place, code, charge above 0, units, pointer', [usages, 'a total that is not the sum']],
  ['first pointer required, four at most', [usages, "startingWith(segments, 'SV1')) expect(line"]],
  [
    'a fifth modifier has no place',
    ['answers/read-services.test.ts', '5'],
    ['rules/service-modifiers.test.ts', 'fifth'],
  ],
  ['order of lines', 'not-confirmed/claim-line-order', 'not-confirmed/line-order'],
  ['more than six lines: a second form', [form, 'nine lines stand on two sheets']],
  ['50 lines of the 837P', ['formats/round-trip.test.ts', 'a claim of 51 lines is declined by the 837P alone']],
  ['999 lines of the 837I', [hospital, '999 lines are 999 loops']],
  ['the total is the sum of the lines', ['formats/whole-837p-fuzz.test.ts', "all(segments, 'CLM')[0]"]],
  [
    'a published hospital claim: 0636, the procedure’s department, 0270',
    ['formats/files.test.ts', "'0361', '0636', '0270'"],
  ],
  ['a published office claim: item 19 blank for Medicare', [form, "['19', '(blank: no second NDC)']"]],
  ['a published drug claim: JW on its own line, else JZ', ['rules/rows.test.ts', 'J0475 x3, J0475-JW x1']],
  ['NDC and quantity without a space', 'not-confirmed/ndc-fourth-layout'],
  [
    'the published files of the 837P and 837I',
    [usages, 'has its segments, in their order'],
    [hospital, 'the vectors of'],
  ],
];

/** The items of the CMS-1500 in the five situations, by the rows of one table. */
const items: readonly Row[] = [
  ...['1', '1a', '2', '3 date', '4', '5', '6', '7', '9', '10a', '10d', '11', '11a date', '11b', '11c', '11d', '12'].map(
    (item): Row => [`item ${item}`, [form, `['${item}',`]],
  ),
  ...['14', '16', '17b', '18', '20', '21A', '24E', '24F', '24G', '24J', '25', '26', '27', '28', '29', '31', '33'].map(
    (item): Row => [`item ${item}`, [form, `['${item}',`]],
  ),
  ['items 9, 9a, 9d and 13 for Medigap', [form, 'MEDIGAP SUP123']],
  ['items 19 and 21', [form, "['19', '(blank"]],
  ['item 22', [form, "'22 code'"]],
  ['item 23 takes one number', [form, 'item 23 has a referral']],
  ['item 32', [form, "'32',"]],
  ['widths', ['formats/preprinted-1500.test.ts', 'nothing of a form is placed while anything']],
  ['widths that were read on an older form', 'not-confirmed/form-details'],
  ['dates, money, no points or commas in item 17', ['formats/preprinted-1500.test.ts', 'places on a pre-printed form']],
];

const loops: readonly Row[] = [
  ...(
    [
      ['2000A PRV', 'PRV*BI*PXC'],
      ['2010AA NM1 85 of a person or an organization', 'NM1*85*1'],
      ['REF EI or SY', 'REF*EI'],
      ['2010AB NM1 87', 'NM1*87'],
      ['2000B HL04', 'HL*2*1*22*1'],
      ['2010BA', 'NM1*IL'],
      ['2010BB', 'NM1*PR*2'],
      ['2000C, PAT01', "'PAT'"],
      ['2010CA without a member ID', 'NM1*QC*1'],
      ['2300 REF 9F', 'REF*9F'],
      ['2300 REF F8', 'REF*F8'],
      ['2300 PWK', "'PWK'"],
      ['2300 DTP 439', 'DTP*439'],
      ['2310A NM1 DN', 'NM1*DN*1'],
      ['2310B NM1 82', 'NM1*82*1'],
      ['2310C NM1 77', 'NM1*77*2'],
      ['2310D NM1 DQ', 'NM1*DQ*1'],
      ['2420E NM1 DK, of a line', 'NM1*DK*1'],
      ['2320 OI', "'OI'"],
      ['2320 AMT D', 'AMT*D'],
      ['2430 SVD', "'SVD'"],
      ['2430 DTP 573', 'DTP*573'],
      ['2400 SV1', "'SV1'"],
    ] as const
  ).map(([row, words]): Row => [row, [usages, words]]),
  ['SBR02 is 18 or empty; SBR05 where Medicare is second', [usages, 'elements that a guide does not allow there']],
  ['SBR09, SBR05, PAT01, CAS01: the lists', ['formats/whole-837p-fuzz.test.ts', "'SBR*9'"]],
  ['CLM01 to CLM09', [usages, 'CLM*WS1*1150***11:B:1*Y*A*Y*Y']],
  ['DTP 435, CN1, AMT F5, K3, P3, PWK of a line', 'not-confirmed/whole-claim'],
  ['NTE, one of 80 characters', ['formats/round-trip.test.ts', 'longer than the 80 characters']],
  ['HI ABK and ABF, 12, without points', [usages, "'HI*ABK:G35A'"]],
  ['2410: one loop, N4, CTP', ['formats/professional-837.test.ts', "tag === 'CTP'"]],
  ['EAF and 573 once, by line or of the claim', [usages, "'AMT*EAF'"], [hospital, "'AMT*EAF*300'"]],
  ['EAF: X12 against the vector', 'not-confirmed/left-to-patient'],
  ['balance of a line, and AMT D', ['formats/whole-837p-fuzz.test.ts', 'holdsBalance']],
  ['OTAF: value code 44', [hospital, 'BE:44:::1050']],
  ['OTAF of a professional claim (CN1)', 'not-confirmed/whole-claim'],
  ['the guide itself', 'not-confirmed/form-guide', 'not-confirmed/form-837'],
];

const corrections: readonly Row[] = [
  ['Medicare Part B, MA130: a new claim', [usages, '10: Medicare Part B takes no replacement']],
  ['Medicare Part B, processed: reopening or appeal', [form, 'Medicare Part B gets no replacement']],
  ['7 and 8 for Part B', ['formats/files.test.ts', 'every file answers alike'], 'not-confirmed/frequency-part-b'],
  ['hospital: 7 and 8 with the DCN', ['formats/hospital-claims.fixture.ts', "code: '7', original: 'DCN1'"]],
  ['plans: 7 and 8 with the payer’s number', [usages, 'REF*F8*ICN20261234']],
  ['Medicaid', 'not-confirmed/medi-cal'],
  ['7 and 8 need the payer’s number, 1 has none', [hospital, 'a claim that replaces one without its number']],
];

const hospitals: readonly Row[] = [
  ['types of bill 013x, 085x, 071x, 077x', ['formats/hospital-claims.fixture.ts', 'critical-access-hospital']],
  ['types of bill 012x and 083x', 'not-confirmed/whole-claim'],
  [
    'revenue codes',
    ['formats/files.test.ts', 'a hospital’s lines have their revenue codes'],
    [ub, 'a code without a revenue'],
  ],
  ['PO and PN', ['answers/hospital-answers.test.ts', "offCampus: 'excepted'"]],
  [
    'JG and TB by day',
    ['answers/hospital-answers.test.ts', '2022'],
    'not-confirmed/jg-end',
    'not-confirmed/340b-department',
  ],
  ['locators', [ub, 'every locator in form order']],
  ['locator 43', 'not-confirmed/ub-ndc'],
  ['value, condition and occurrence codes', [hospital, 'condition, occurrence and value codes']],
  ['CLM05-2 A, DTP 434, CL1, HI APR', [hospital, 'CL1*2*1*01'], [hospital, 'HI*APR:R252']],
  ['2310A NM1 71, 2310E NM1 77', [hospital, 'an address of the department that lies off campus']],
  ['SVD04 is the revenue code', [hospital, 'SVD*PLAN1*500*HC:J0475:JZ*0636*4']],
];

const places: readonly Row[] = [
  ...['11', '12', '13', '19', '23', '31', '32', '33'].map((place): Row => [
    `place ${place}`,
    ['answers/place-answers.test.ts', `'${place}'`],
  ]),
  ['place 21', ['rules/payment-status.test.ts', "elsewhere('21')"]],
  ['place 22', ['rules/payment-status.test.ts', "elsewhere('22')"]],
  ['place 24', ['rules/rows.test.ts', 'surgical center, J0475'], 'not-confirmed/asc'],
  ['place 49', ['rules/places-of-service.ts', "'49'"]],
  ['places 50 and 72', [hospital, '16: $setting has no line of the drug']],
  ['no: the drug is held, the procedure stays', ['rules/billed-services.test.ts', 'drug that its place cannot bill']],
  ['place 13 and 33', 'not-confirmed/residence'],
  ['place 31: exclusions', 'not-confirmed/snf'],
  ['place 32', 'not-confirmed/nursing-facility'],
  ['other places', 'not-confirmed/other-place'],
];

const secondPayers: readonly Row[] = [
  ['crossover first', ['formats/files.test.ts', 'may have sent the claim on itself'], 'not-confirmed/crossover'],
  ['Medicaid may pay nothing', ['rules/payer-shares.test.ts', 'from nothing to all that Medicare left']],
  ['Medicaid’s own rate', ['rules/payer-shares.test.ts', 'at least what the fee has left']],
  ['QMB', ['rules/payer-shares.test.ts', 'QMB: the patient owes nothing']],
  ['NDC where Medicaid follows', 'not-confirmed/ndc-when-medicaid-follows'],
  ['several payers before Medicare; a remittance of Medigap', 'not-confirmed/several-payers'],
  ['what is asked of each line', ['engine/first-payer.test.ts', 'what the payer before did with each line']],
  ['the error names line and difference', [usages, '20: amounts that do not balance']],
  ['paper: the remittance is attached', [form, 'has its remittance attached']],
  ['denied before: 0 and the whole charge', [usages, 'CAS*OA*97*350']],
  ['Medigap in the 837', 'not-confirmed/medigap-837'],
  ['what the patient owes then', 'not-confirmed/patient-after-two'],
  ['above $99,999.99', [usages, 'a claim above $99,999.99'], 'not-confirmed/split-claim'],
];

const vectors: readonly Row[] = [
  ...[1, 2, 3, 4, 5, 6, 7, 8, 9, 11, 12].map((number): Row => [`vector ${number}`, [usages, `  ${number}: [`]]),
  ['vector 10', [usages, '10: Medicare Part B takes no replacement']],
  ...[13, 14, 15, 17, 18].map((number): Row => [`vector ${number}`, [hospital, `${number},`]]),
  ['vector 16', [hospital, '16: $setting']],
  ['vector 19', ['answers/place-answers.test.ts', "'payment/separate'], '31'"]],
  ['vector 20', [usages, '20: amounts']],
  ['vectors 21 and 22', [usages, 'elements that a guide does not allow there are empty']],
];

describe.each([
  ['1, lines', lines],
  ['2, items of the CMS-1500', items],
  ['3, loops of the 837P', loops],
  ['4, corrections', corrections],
  ['5, hospitals', hospitals],
  ['6, places', places],
  ['7, second payers', secondPayers],
  ['8, test vectors', vectors],
] as const)('facts of a whole claim, section %s', (_section, rows) => {
  it.each(rows)('%s', (_row, ...held) => {
    const inReference = held.filter((each) => typeof each === 'string');
    const topics = inReference.map((each) => referenceEntries.find(({ id }) => id === each)?.topic);
    expect(topics).toEqual(inReference.map(() => 'not-confirmed'));
    const tests = held.filter((each) => typeof each !== 'string');
    expect(tests.filter(([file, words]) => !readFileSync(`src/${file}`, 'utf8').includes(words))).toEqual([]);
    expect(held.length).toBeGreaterThan(0);
  });
});
