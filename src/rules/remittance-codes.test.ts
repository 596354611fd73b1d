import { describe, expect, it } from 'vitest';
import { readRemittanceCode } from './read-remittance';
import { codesByName, groupWords, remittanceCodes } from './remittance-codes';

/**
 * Reason codes as the code list has them: code, what to do where the evidence says so (- where it does not), and a word
 * of the meaning.
 */
const reasons = `
1 P deductible | 2 P coinsurance | 3 P copay | 4 F modifier | 5 FA place | 58 FA place | 8 FA specialty
170 FA kind of provider | 171 FA facility | 172 FA specialty
11 F diagnosis | 12 F diagnosis | 15 F preauthorization | 16 RF missing | 18 I same claim | 19 O work injury
20 O liable | 21 O no-fault | 22 O another payer | 23 I earlier payers
24 WO managed care | 26 OP before the cover | 27 OP after the cover | 200 OP lapsed | 29 AW filing limit
31 F patient | 140 F name | 39 A refused | 45 W fee schedule | 50 A need
51 A condition | 55 A experimental | 56 A work | 59 WA several procedures | 90 W cost of the drug | 95 A rules
96 R not covered | 97 WF part of another | 100 P collect | 107 F belongs to this
109 O right one | 112 A record | 114 FA FDA | 116 W ABN | 119 PA maximum | 149 PA lifetime | 129 F earlier payer
133 H reversal | 136 FA appeal there | 276 FA appeal there
146 F diagnosis | 147 CA rate | 148 F another provider | 150 A level | 151 A units | 152 A long | 153 A dose
154 A supply | 163 S attachment | 250 S wrong attachment
251 S attachment | 252 S attachment | 167 FA diagnosis | 173 F prescription | 175 F prescription | 176 F out of date
177 OP what the plan asks | 181 F code | 182 F modifier
183 F refer | 184 F order | 185 F give | 188 A FDA | 189 F unlisted | 193 A next level | 197 TA preauthorization
198 TA more | 210 TA in time | 302 TA expired
199 F revenue | 282 F type of bill | 204 OP drug | 206 F NPI | 207 F form | 208 F on file | 209 O pay back
211 F NDC | 216 A review | 222 WA contract
226 S provider | 227 S patient | 231 WF exclude | 236 WF NCCI | 234 W on its own | 242 AP network | 243 AP network
279 AP preferred | 253 W sequestration | 256 W contract
258 FO custody | 261 A history | 267 F month | 268 F two years | 272 A rules | 273 A rules | 275 P earlier payer
303 W QMB | 280 O pharmacy | 292 O pharmacy
284 F number | 296 F provider | 285 WG way | 286 WG late | 287 F referral | 288 F referral | 299 F billing provider
A1 R denied | B7 F certified | B9 OF hospice
B11 I passed on | B12 A record | B13 I paid before | B15 FA go with it | B20 FA another provider | B22 FA diagnosis
6 - age | 7 - sex | 9 - age | 10 - sex | 13 - death | 14 - birth | 32 - dependent | 33 - dependents | 34 - newborn
35 - lifetime | 40 - emergency | 44 - prompt-pay | 49 - routine
54 - more than one doctor | 60 - inpatient | 66 - blood | 69 L outlier | 70 L outlier | 85 P interest
89 - professional fee | 94 - more was paid | 101 - before the service | 102 - major medical
104 - withhold | 105 - tax | 108 - rent | 110 - before the date of service | 117 - transport | 125 - 16
131 - discount | 132 - trial program | 137 - surcharge | 138 - appeal | 142 P Medicaid
144 - incentive | 155 - refused | 166 O stopped handling | 178 - spent down | 179 - waiting period
186 - level of care | 187 - HSA or FSA | 190 B nursing | 192 - paper | 194 - surgeon
201 P set-aside | 202 - comfort | 203 - reduced | 205 - card | 215 - liable | 223 - law | 224 - identity theft
225 - interest | 229 - 12X | 232 - transfer | 233 - hospital | 235 - sales tax
237 - penalty | 238 P cover | 239 - each | 240 - birth weight | 245 - results | 246 - reporting | 249 - readmission
254 O medical | 270 O dental | 297 O vision | 257 H grace | 277 H exchange
259 - dental | 260 - Affordable | 269 - anesthesia | 274 - care | 281 - deductible | 283 - attending | 300 - mental
A0 - refund | A5 - DRG | A8 - DRG | A6 - earlier stay | B1 L visits
B4 W late | B5 - 272 | B8 - another service | B10 - already paid | B14 - one visit | B16 - new patient | B23 - CLIA
168 - dental`;

/** Remark codes the same way; "al" is an alert, which informs. */
const remarks = `
MA130 N nothing to appeal | N142 N no replacement | N152 F replacement | N517 N asked for | N380 F corrected
N779 H wait | N61 F claims of their own | N34 F form
M119 F NDC | N815 F NDC | N816 F NDC | N846 F HCPCS | N847 F no longer | N848 F not known | M123 F strength
N349 F how it was given | N350 F unlisted | N850 F describes | N448 - fee schedule | N161 - covered
N773 - pharmacy | N895 - specialty
M20 F HCPCS | M51 F procedure | M67 F further procedure | MA66 F main procedure | M53 F units | M50 F revenue
M54 F total charge | M79 F charge | N822 F missing | N823 F not valid | M78 - CARC 4
N519 - each other | N56 F date | N65 - on file | N657 F fits | N430 F units | N362 - units | N435 - often
N640 - often | M86 - already paid | N123 al split
M76 F diagnosis | M64 F further diagnosis | MA63 F main diagnosis | M81 F specific | N569 - diagnosis | M62 F number
N54 - match
M15 - part of another | N19 - main procedure | N20 - another service | M80 - same day | N390 - apart | N525 - surgery
N431 - procedure | N122 - add-on | N674 - first | M97 - facility | N356 - not covered
M115 - contract | N365 - reporting | N620 al reporting | N115 - LCD | N386 - NCD | M25 - 120 days | M26 - refund
M27 al owes nothing | N30 - patient | N216 - benefit | N130 - papers | N174 - PR | N180 - rules
N95 - provider | N428 - place | N535 - place | N103 - custody | N425 - law | N528 - facilities | N643 - state
N35 - review
M127 - record | N29 - papers | N706 - papers | N26 - bill | N791 - history | M60 - CMN | N223 - first period
M136 - supervised | N206 - match | N179 - member | N202 al letter | N886 al letter | N702 - same kind
MA04 F first payer | MA83 - first or second | MA92 - other plan | N245 - other plan | N4 - remittance
N479 - remittance | N58 F earlier payer | N536 - collect | N765 - coinsurance | N782 al coinsurance
N781 al deductible | N783 al copayment | MA07 al Medicaid | MA18 al next plan | N522 - sent this claim on | N527 - first
MA36 F name | MA61 F SSN | MA112 F group | MA114 F place | MA120 F CLIA | MA30 F type of bill
M77 F place of service | M44 F condition | M45 F occurrence | M46 F span | M49 F value | M52 F date
N57 F prescription | N64 F same | N341 F surgery | N24 F bank | N255 F taxonomy | N256 F name | N257 F number
N264 F ordered | N265 F ordered | N276 F referred | N286 F referred | N288 F taxonomy
N290 F rendering | N297 F supervisor | N198 - belong | N570 F bill | N754 F qualifier
N1 al may appeal | N210 al may appeal | MA01 al may appeal | N211 al may not appeal | N111 D decided before
MA28 al no party | MA13 al PR | MA67 al earlier claim | N199 - audit | N432 al audit | MA15 al split
N59 al manual | N793 al MBI | N807 - MIPS | N370 - rental | N652 - loss`;

const rowsOf = (table: string): readonly (readonly [code: string, steps: string, word: string])[] =>
  table
    .split(/[|\n]/)
    .map((each) => each.trim())
    .filter((each) => each !== '')
    .map((each) => {
      const [code = '', steps = '', ...word] = each.split(' ');
      return [code, steps, word.join(' ')];
    });

describe.each([
  ['CARC', rowsOf(reasons)],
  ['RARC', rowsOf(remarks)],
] as const)('every %s on file', (kind, rows) => {
  it('is in the table, and nothing else is', () => {
    const named = remittanceCodes.filter((each) => each.kind === kind).map(({ code }) => code);
    expect(named.toSorted()).toEqual(rows.map(([code]) => code).toSorted());
  });

  it.each(rows)('%s: %s, %s', (code, steps, word) => {
    const found = codesByName.get(code);
    expect(found?.means.toLowerCase()).toContain(word.toLowerCase());
    expect(found?.alert).toBe(steps === 'al');
    const told = found?.steps.join('') ?? '';
    expect(told).toBe(steps === 'al' ? 'I' : steps === '-' ? told : steps);
    expect(told).not.toBe('');
  });
});

it.each<[code: string, ended: string]>([
  ['15', '2018-05-01'],
  ['125', '2013-11-01'],
  ['138', '2018-05-01'],
  ['B5', '2016-05-01'],
])('%s left the list on %s', (code, ended) => expect(codesByName.get(code)?.ended).toBe(ended));

it('no other code has ended, as far as the list was read', () => {
  expect(
    remittanceCodes
      .filter(({ ended }) => ended !== null)
      .map(({ code }) => code)
      .toSorted(),
  ).toEqual(['125', '138', '15', 'B5']);
  expect(codesByName.get('168')?.means).toContain('has left the list');
});

it('says what public lists get wrong', () => {
  expect(codesByName.get('4')?.means).not.toMatch(/required/);
  expect(codesByName.get('267')?.means).toContain('month');
  for (const code of ['290', '291', '293']) expect(codesByName.has(code)).toBe(false);
});

it('names the five groups, CR among them as one of old remittances', () => {
  expect(Object.keys(groupWords).toSorted()).toEqual(['CO', 'CR', 'OA', 'PI', 'PR']);
  expect(groupWords.CO).toContain('not billed');
  expect(groupWords.PR).toContain('patient owes');
  expect(groupWords.CR).toMatch(/4010.*ask the payer/);
});

/** A reason with each group, and a remark, in the spellings of portals, letters and 835 files. */
it.each([...rowsOf(reasons), ...rowsOf(remarks)].map(([code]) => code))('%s is read in every spelling', (code) => {
  const remark = /^(?:MA|M|N)/.test(code);
  const split = code.replace(/^([A-Z]+)(\d+)$/, '$1-$2');
  const spellings = remark
    ? [
        code,
        code.toLowerCase(),
        split,
        split.replace('-', ' '),
        `RARC ${code}`,
        `Remark code: ${code}`,
        `LQ*HE*${code}~`,
        `MOA***${code}~`,
      ]
    : [
        code,
        `CO-${code}`,
        `CO${code}`,
        `PR ${code}`,
        `CARC ${code}`,
        `CAS*CO*${code}*16~`,
        `CO*${code}*100`,
        `Group CO, reason code ${code}`,
        `(OA-${code})`,
        `CO:${code}`,
        `PI_${code}`,
      ];
  for (const typed of spellings) {
    const { codes, unknown } = readRemittanceCode(typed);
    expect([typed, ...codes.map((each) => each.code), ...unknown]).toEqual([typed, code]);
  }
});
