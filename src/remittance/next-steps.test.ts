import { describe, expect, it } from 'vitest';
import type { PreparedClaim } from '../engine/prepared-claim';
import { day, daysAfter, type IsoDate } from '../engine/dated';
import { unknownProfile } from '../engine/payer-profile';
import { formatMoney } from '../engine/quantity';
import { remittanceCodes } from '../rules/remittance-codes';
import { confidenceOf, deadlineOf, type Timed } from './deadlines';
import { kept, keptWhole } from './kept.fixture';
import { nextStepsOf, nextStepWords, type Answered, type StepKind } from './next-steps';
import { judgedOf } from './outcome';
import { fileRead, partOf } from './remittance.fixture';
import { vectors } from './vectors.fixture';

const notice = day('2026-04-01');
const today = day('2026-05-20');
const claimOf = (payer: 'medicare-part-b' | 'commercial' | 'medicare-advantage' | 'medicaid') =>
  keptWhole(1, { payer }).claim;
const ofMedicare = claimOf('medicare-part-b');
const ofPlan = claimOf('commercial');

const stepsIn = (text: string, own: PreparedClaim | null = ofMedicare, more: Partial<Answered> = {}) =>
  fileRead(text).remittances.flatMap(({ claims }) =>
    claims.flatMap((claim) =>
      judgedOf(claim).map((judged) => nextStepsOf({ judged, claim, own, notice, today, isCorrected: false, ...more })),
    ),
  );
const kindsIn = (text: string, own: PreparedClaim | null = ofMedicare, more: Partial<Answered> = {}) =>
  stepsIn(text, own, more).map(({ steps, wrong }) => ({
    steps: steps.map(({ kind, amount }) => (amount ? `${kind} ${formatMoney(amount)}` : kind)).join(', '),
    wrong: wrong.map(({ kind }) => kind).join(', '),
  }));

describe('the made-up remittances: what to do, and which ways are wrong', () => {
  const patient = 'bill-patient $145.17';
  const part = (steps: string, wrong = '') => ({ steps, wrong });
  it.each<[keyof typeof vectors, readonly object[], (PreparedClaim | null)?]>([
    [1, [part(patient, 'appeal')]],
    [2, [part('bill-patient $108.88', 'appeal'), part('bill-patient $36.29', 'appeal')]],
    [3, [part('new-claim', 'appeal, reopening, corrected-claim, bill-patient')]],
    [4, [part('appeal, reopening', 'corrected-claim, new-claim, bill-patient')]],
    [5, [part('bill-patient $1,200.00, appeal', 'corrected-claim, new-claim')]],
    [6, [part('hold', 'post'), part('hold', 'post')]],
    [7, [part('wait', 'appeal'), part('bill-patient $108.88', 'appeal')]],
    [8, [part('hold', 'post')]],
    [9, [part('nothing')]],
    [10, [part('nothing', 'post')], claimOf('medicaid')],
    [11, [part(patient, 'appeal')]],
    [12, [part('bill-patient $5.00'), part('nothing'), part('nothing')], ofPlan],
    [13, [part('wait $145.17', 'appeal, next-payer')]],
    [14, [part('ask-plan, appeal', 'bill-patient')], ofPlan],
  ])('%i', (number, expected, own = ofMedicare) => {
    expect(kindsIn(vectors[number], own)).toEqual(expected);
  });

  it('a payment that is taken back is posted with its correction', () => {
    expect(kindsIn(vectors[7], ofMedicare, { isCorrected: true })[0]).toEqual(part('nothing', 'appeal'));
  });

  it('tells why in words, with the codes', () => {
    const [told] = stepsIn(vectors[4]);
    expect(told?.steps[0]).toMatchObject({
      says:
        'CO-151: What was sent does not support so many units, or so often. ' +
        'N362: More units or days than the payer takes. Check the units first.',
      deadline: { last: '2026-08-04', left: 76 },
    });
    expect(stepsIn(vectors[3])[0]?.steps[0]).toMatchObject({
      says:
        'CO-16: Something on the claim is missing or wrong. The remark code beside it says what. ' +
        'N822: A modifier that the code needs is missing. ' +
        'MA130: The claim could not be processed. Send a new, whole claim. There is nothing to appeal.',
      deadline: { last: '2027-03-10', left: 294 },
    });
  });
});

const denied = (group: string, reason: string, ...remarks: readonly string[]): string =>
  partOf(
    'CLP*1*1*1200*0***ICN1',
    'SVC*HC:J0475:JZ*1200*0**0**4',
    `CAS*${group}*${reason}*1200`,
    ...remarks.map((remark) => `LQ*HE*${remark}`),
  );
const firstOf = (text: string, own: PreparedClaim | null): StepKind | undefined => stepsIn(text, own)[0]?.steps[0].kind;

/** Every reason code that the evidence names, by what is done first: with a plan, and with Medicare Part B. */
const byReason: readonly (readonly [plan: StepKind, medicare: StepKind, codes: string])[] = [
  ['corrected-claim', 'reopening', '4 5 58 8 170 171 172 11 12 15 31 140 107 114 129 136 276 146 148 167 173 175 176'],
  ['corrected-claim', 'reopening', '181 182 183 184 185 189 199 282 206 207 208 211 258 267 268 284 296 287 288 299'],
  ['corrected-claim', 'reopening', 'B7 B15 B20 B22 6 7 9 10 13 14 110 125 229 239 283 B16 B23'],
  ['call', 'call', '16 96 A1 147 69 70 102 108 137 168 192 194 215 224 232 233 235 240 B1 A5 A6 A8 B8'],
  ['find-first', 'find-first', '18'],
  ['nothing', 'nothing', '1 2 3 23 45 253 94 101 187 223 225 246 259 281 B11 B13 A0'],
  ['other-payer', 'other-payer', '19 20 21 22 26 27 200 109 166 177 204 209 254 270 280 292 297 32 33 34 B9'],
  ['appeal', 'exception', '29'],
  ['appeal', 'appeal', '39 50 51 54 55 56 95 112 119 149 150 151 152 153 154 188 216 242 243 279 261 272 273 B12 B5'],
  ['appeal', 'appeal', '35 40 49 155 186 249'],
  ['next-appeal', 'next-appeal', '193'],
  ['ask-plan', 'ask-plan', '197 198 210 302'],
  ['send', 'send', '163 226 227 250 251 252'],
  ['wait', 'wait', '133 257 277 300'],
  ['write-off', 'write-off', '24 59 90 97 116 222 231 234 236 256 285 286 303 138 274 B4 44 60 89 104 105 117 131 132'],
  ['write-off', 'write-off', '144 202 203 205 237 245 260 269 B10 B14 66 85 100 142 178 179 201 238 275'],
  ['bill-snf', 'bill-snf', '190'],
];
/** Every remark code beside CO-16, the same way. */
const byRemark: readonly (readonly [plan: StepKind, medicare: StepKind, codes: string])[] = [
  ['new-claim', 'new-claim', 'MA130'],
  ['new-claim', 'reopening', 'N142 N517'],
  ['corrected-claim', 'reopening', 'N34 N61 N152 N380 M119 M123 N349 N350 N815 N816 N846 N847 N848 N850 M20 M50 M51'],
  ['corrected-claim', 'reopening', 'M53 M54 M67 M78 M79 MA66 N56 N65 N430 N519 N657 N822 N823 M64 M76 M81 MA63 N569'],
  ['corrected-claim', 'reopening', 'M62 N54 M44 M45 M46 M49 M52 M77 MA30 MA36 MA61 MA112 MA114 MA120 N24 N57 N64'],
  ['corrected-claim', 'reopening', 'N198 N255 N256 N257 N264 N265 N276 N286 N288 N290 N297 N341 N570 N754 N58 N245'],
  ['corrected-claim', 'reopening', 'MA83 MA92 MA04 M136 M86 N206 N362 N435 N448 N640'],
  [
    'write-off',
    'write-off',
    'M15 M80 M97 M115 N19 N20 N122 N161 N356 N365 N370 N390 N431 N525 N535 N643 N674 N773 N895',
  ],
  ['appeal', 'appeal', 'M25 M26 N30 N35 N95 N103 N115 N130 N174 N180 N216 N386 N425 N428 N528 N652'],
  ['send', 'send', 'M60 M127 N4 N26 N29 N223 N479 N706 N791'],
  ['find-first', 'find-first', 'N111'],
  ['other-payer', 'other-payer', 'N765'],
  ['corrected-claim', 'reopening', 'N522 N536'],
  ['wait', 'wait', 'N179 N779'],
  ['call', 'call', 'N527 N199 N702 N807'],
  // What only informs leaves 16 as it is.
  [
    'call',
    'call',
    'M27 MA01 MA07 MA13 MA15 MA18 MA28 MA67 N1 N59 N123 N202 N210 N211 N432 N620 N781 N782 N783 N793 N886',
  ],
];
const codesIn = (table: typeof byReason) =>
  table.flatMap(([plan, medicare, codes]) => codes.split(' ').map((code) => [code, plan, medicare] as const));

describe('every reason, denied in group CO', () => {
  it.each(codesIn(byReason))('CO-%s: %s with a plan, %s with Medicare', (code, plan, medicare) => {
    expect([firstOf(denied('CO', code), ofPlan), firstOf(denied('CO', code), ofMedicare)]).toEqual([plan, medicare]);
  });
  it('no code on file is left out', () => {
    const all = remittanceCodes.map(({ code }) => code);
    expect([...codesIn(byReason), ...codesIn(byRemark)].map(([code]) => code).sort()).toEqual([...all].sort());
  });
});

describe('every remark beside CO-16', () => {
  it.each(codesIn(byRemark))('%s: %s with a plan, %s with Medicare', (code, plan, medicare) => {
    expect([firstOf(denied('CO', '16', code), ofPlan), firstOf(denied('CO', '16', code), ofMedicare)]).toEqual([
      plan,
      medicare,
    ]);
  });
});

describe('group, remarks and payer narrow it', () => {
  it.each<[string, string, PreparedClaim | null, string, string]>([
    ['PR leaves it to the patient', denied('PR', '204'), ofPlan, 'bill-patient $1,200.00, other-payer', ''],
    ['PR, and an appeal is left', denied('PR', '119'), ofPlan, 'bill-patient $1,200.00, appeal', ''],
    [
      'a notice that was not in order is never the patient’s',
      denied('PR', '116'),
      ofMedicare,
      'write-off',
      'corrected-claim, new-claim',
    ],
    ['QMB', denied('PR', '2', 'N782'), ofMedicare, 'next-payer $1,200.00', 'bill-patient'],
    ['no appeal by the payer’s word', denied('CO', '50', 'N211'), ofPlan, 'call', 'appeal, bill-patient'],
    [
      'no assignment',
      denied('CO', '50', 'MA28'),
      ofMedicare,
      'call',
      'corrected-claim, new-claim, appeal, bill-patient',
    ],
    ['a duplicate', denied('OA', '18', 'N522'), ofMedicare, 'find-first', 'corrected-claim, new-claim'],
    ['the patient may not be billed', denied('OA', '209'), ofPlan, 'other-payer', 'bill-patient'],
    [
      'filed late, Medicare',
      denied('CO', '29'),
      ofMedicare,
      'exception, write-off',
      'corrected-claim, new-claim, appeal, bill-patient',
    ],
    ['filed late, a plan', denied('CO', '29'), ofPlan, 'appeal, write-off', 'bill-patient'],
    ['a missing modifier with a plan', denied('CO', '16', 'N822'), ofPlan, 'corrected-claim', 'bill-patient'],
    [
      'a missing modifier, processed by Medicare',
      denied('CO', '16', 'N822'),
      ofMedicare,
      'reopening',
      'corrected-claim, new-claim, bill-patient',
    ],
    [
      'a hospital’s claim',
      denied('CO', '16', 'M76'),
      keptWhole(1, { setting: 'hospital-outpatient' }).claim,
      'adjustment-claim',
      'bill-patient',
    ],
    ['Medicare Advantage', denied('CO', '4'), claimOf('medicare-advantage'), 'corrected-claim', 'bill-patient'],
    ['Medicaid', denied('CO', '4'), claimOf('medicaid'), 'corrected-claim', 'bill-patient'],
    ['no claim of the clinic, and no kind of payer', denied('CO', '4'), null, 'call', 'bill-patient'],
    ['a code that is not on file', denied('CO', '9999'), ofPlan, 'call', 'bill-patient'],
    ['worked out beforehand', denied('CO', '45').replace('CLP*1*1*', 'CLP*1*25*'), ofPlan, 'nothing', ''],
    ['not this payer’s, and sent on', denied('CO', '45').replace('CLP*1*1*', 'CLP*1*23*'), ofPlan, 'wait', ''],
  ])('%s', (_, text, own, steps, wrong) => {
    expect(kindsIn(text, own)).toEqual([{ steps, wrong }]);
  });

  it.each([
    ['MB', 'reopening'],
    ['MA', 'adjustment-claim'],
    ['16', 'corrected-claim'],
    ['MC', 'corrected-claim'],
    ['12', 'corrected-claim'],
    ['ZZ', 'call'],
  ])('filing code %s stands for the payer where no claim is matched', (filing, kind) => {
    expect(firstOf(denied('CO', '4').replace('***ICN1', `**${filing}*ICN1`), null)).toBe(kind);
  });

  it.each<[string, string, PreparedClaim | null, string, string | null, boolean]>([
    ['a supplement behind Medicare', '2**CI', ofMedicare, 'appeal', null, true],
    ['the same, sent on as the second', '20**12', ofMedicare, 'appeal', null, true],
    ['a payer behind Medicare that does not tell its kind', '2**', ofMedicare, 'appeal', null, true],
    ['Medicaid behind Medicare, as the first', '1**MC', ofMedicare, 'appeal', null, true],
    ['Medicare, behind the plan that the claim is for', '2**MB', ofPlan, 'appeal', '2026-08-04', true],
    ['workers’ compensation, of a claim to Medicare', '1**WC', ofMedicare, 'appeal', null, true],
    ['Medicare itself, as the second', '2**MB', ofMedicare, 'appeal', '2026-08-04', false],
    ['the plan itself', '1**12', claimOf('medicare-advantage'), 'appeal', '2026-06-05', false],
    [
      'an Advantage plan that names Medicare’s kind',
      '1**MB',
      claimOf('medicare-advantage'),
      'appeal',
      '2026-06-05',
      false,
    ],
  ])('the steps are those of the payer that answered: %s', (_, told, own, kinds, last, isAnother) => {
    const [status, , filing] = told.split('*');
    const text = denied('CO', '50').replace('CLP*1*1*1200*0***', `CLP*1*${status}*1200*0**${filing}*`);
    const [{ steps } = { steps: [] }] = stepsIn(text, own);
    expect([steps.map(({ kind }) => kind).join(', '), steps[0]?.deadline?.last ?? null]).toEqual([kinds, last]);
    const isTold = steps[0]?.says.endsWith(
      'Another payer answered than the one that the claim is for. This is its way.',
    );
    expect(isTold).toBe(isAnother);
  });

  it('the filing days of a profile are no other payer’s', () => {
    const profile = { ...unknownProfile('P', 'Plan One', 'commercial'), filingDays: 90 };
    const own = ofPlan && { ...ofPlan, encounter: { ...ofPlan.encounter, profile } };
    const lastOf = (status: string) =>
      stepsIn(denied('CO', '16', 'N142').replace('CLP*1*1*', `CLP*1*${status}*`).replace('***', '**12*'), own)[0]
        ?.steps[0].deadline?.last;
    expect([lastOf('1'), lastOf('2')]).toEqual(['2026-06-08', null]);
  });

  it('a corrected claim without the payer’s number asks for it', () => {
    expect(stepsIn(denied('CO', '4').replace('***ICN1', ''), ofPlan)[0]?.steps[0].says).toMatch(
      /The file does not tell the payer’s claim number\. Ask for it first\.$/,
    );
  });

  it('what has run out stands behind what is still open', () => {
    expect(kindsIn(vectors[4], ofMedicare, { today: day('2026-09-01') })[0]?.steps).toBe('reopening, appeal');
  });

  it('every kind of step has its words', () => {
    for (const words of Object.values(nextStepWords)) expect(words).not.toBe('');
  });
});

describe('deadlines, on the last day and on the day after', () => {
  const service = day('2026-03-10');
  type Way = Parameters<typeof deadlineOf>[1];
  const on = (timed: Timed, way: Way, date: IsoDate, own: PreparedClaim | null = null) =>
    deadlineOf(timed, way, { service, notice, today: date }, own);

  it.each<[Timed, Way, string, string]>([
    ['new-claim', 'returned', '2027-03-10', 'B'],
    ['new-claim', 'medicare', '2027-03-10', 'B'],
    ['reopening', 'medicare', '2027-04-01', 'B'],
    ['appeal', 'medicare', '2026-08-04', 'A B'],
    ['appeal', 'facility', '2026-08-04', 'A B'],
    ['appeal', 'clinic', '2026-08-04', 'A B'],
    ['next-appeal', 'medicare', '2026-10-03', 'A B'],
    ['adjustment-claim', 'facility', '2027-03-10', 'B'],
    ['adjustment-claim', 'clinic', '2027-03-10', 'A'],
    ['appeal', 'advantage', '2026-06-05', 'C B'],
  ])('%s, %s: %s', (timed, way, text, confidence) => {
    const last = day(text);
    const [before, after] = [on(timed, way, last), on(timed, way, daysAfter(last, 1) ?? last)];
    expect([before?.last, before?.left, after?.left]).toEqual([last, 0, -1]);
    expect(before?.says).toMatch(/: open up to \d\d\/\d\d\/\d{4}, 0 days left\./);
    expect(after?.says).toMatch(/: it was open up to \d\d\/\d\d\/\d{4}, 1 day ago\. \S/);
    expect(before && confidenceOf(before).join(' ')).toBe(confidence);
  });

  it.each<[Timed, Way, string]>([
    ['appeal', 'commercial', 'The contract sets the time. Read it, and note the day.'],
    ['corrected-claim', 'commercial', 'The contract sets the time. Read it, and note the day.'],
    ['corrected-claim', 'advantage', 'The contract sets the time. Read it, and note the day.'],
    ['new-claim', 'commercial', 'The contract sets the time. Read it, and note the day.'],
    ['appeal', 'medicaid', 'The state sets the limit. Ask it, and note who said so.'],
    ['appeal', 'other', 'Ask the payer by when, and note who said so.'],
  ])('%s, %s: no day is made up', (timed, way, says) => {
    expect(on(timed, way, today)).toMatchObject({ last: null, left: null, says });
  });

  it('a file without its day says so', () => {
    expect(deadlineOf('appeal', 'medicare', { service, notice: null, today }, null)).toMatchObject({
      last: null,
      left: null,
      says: '120 days, and 5 for the mail, from the notice. The file does not tell that day: look for it.',
    });
  });

  it('the year of a service on a leap day ends with February', () => {
    const leap = { service: day('2024-02-29'), notice: null, today };
    expect(deadlineOf('new-claim', 'returned', leap, null)?.last).toBe('2025-02-28');
  });

  it('the filing days of a profile count for a new claim of a plan', () => {
    const { claim } = kept(1, { payer: 'commercial' });
    const own = claim && {
      ...claim,
      encounter: { ...claim.encounter, profile: { ...unknownProfile('P', 'Plan One', 'commercial'), filingDays: 90 } },
    };
    for (const way of ['commercial', 'advantage', 'medicaid', 'other'] as const)
      expect(on('new-claim', way, today, own)).toMatchObject({ last: '2026-06-08', left: 19 });
    expect(on('appeal', 'medicaid', today, own)).toMatchObject({ last: null, left: null });
  });
});
