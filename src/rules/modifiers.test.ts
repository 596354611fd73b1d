import { describe, expect, it } from 'vitest';
import { day } from '../engine/dated';
import { notices, type Encounter } from '../engine/encounter';
import { matching } from '../engine/matching.fixture';
import { payers, unknownProfile, type PayerProfile } from '../engine/payer-profile';
import { prepareClaim } from '../engine/prepare-claim';
import { mg, noMass } from '../engine/quantity';
import {
  beside,
  fill,
  findingOf,
  linesOf,
  namedCode,
  own,
  pumpFill,
  trial,
  trialFacts,
  verdictOf,
} from './encounter.fixture';
import { ruleBook } from './index';
import { kindOf340bDecides } from './asked-for';
import { modifierRules } from './modifiers';
import { noticesOf, noticeSteps, noticeTells } from './notices';
import { held, holdToTable, holdToWords, type WholeFinding } from './rule-table.fixture';

const usualOrderSaid =
  'The order is this page’s own, after a contractor for equipment: first what decides the price, then JW or JZ. ' +
  'No Part B text on it was found. (4 order)';

const on = (date: string): Partial<Encounter> => ({ dateOfService: day(date) });
const outpatient: Encounter = { ...pumpFill, setting: 'hospital-outpatient' };
const commercial: Encounter = { ...pumpFill, payer: 'commercial' };
const prairie = (profile: Partial<PayerProfile>): Encounter => ({
  ...commercial,
  profile: { ...unknownProfile('own-Prairie', 'Prairie Health', 'commercial'), ...profile },
});
const partB = (profile: Partial<PayerProfile>): Partial<Encounter> => ({
  profile: { ...unknownProfile('own-x', 'x', 'medicare-part-b'), ...profile },
});
const supplied: Encounter = { ...pumpFill, drugSource: 'supplied' };
/** Five modifiers for four places. */
const crowded: Encounter = { ...pumpFill, kd: true, bought340b: true, custody: 'met', notice: 'GA' };

const wrong = 'modifier wrong or not fitting the code';
const missing = 'modifier missing';
const need = 'medical necessity not shown';
const asked = 'a denial is what the modifier asks for';

describe('KD (row 4 KD)', () => {
  const notOn =
    'KD is not on the line. Novitas, TrailBlazer, First Coast and Palmetto once wanted it on any drug put into a ' +
    'pump. Whether yours still does was not found.';
  held('modifier/kd', [
    [
      'Medicare, not switched on',
      pumpFill,
      'needs-review',
      notOn,
      'Ask your contractor. If it wants KD, switch it on.',
      missing,
      'switch kd, tick',
    ],
    [
      'Medicare, at home',
      { ...pumpFill, setting: 'home', attendance: 'physician' },
      'needs-review',
      notOn,
      'Ask your contractor. If it wants KD, switch it on.',
      missing,
      'switch kd, tick',
    ],
    [
      'Medicare, switched on',
      { ...pumpFill, kd: true },
      'needs-review',
      'KD is on the line. Older texts of contractors ask for it. No new one was found.',
      'Keep it only if the payer confirmed it.',
      wrong,
      'kd, tick',
    ],
    [
      'a hospital, switched on',
      { ...outpatient, kd: true },
      'needs-review',
      'KD is on the line. Nothing read asks for it from this payer or in this setting.',
      'Keep it only if the payer confirmed it.',
      wrong,
      'kd, tick',
    ],
    [
      'another payer, switched on',
      { ...commercial, kd: true },
      'needs-review',
      'KD is on the line. Nothing read asks for it from this payer or in this setting.',
      'Keep it only if the payer confirmed it.',
      wrong,
      'kd, tick',
    ],
    [
      'a hospital',
      outpatient,
      'not-applicable',
      'KD was read of Medicare contractors alone, on a practice’s own claims.',
    ],
    [
      'another payer',
      commercial,
      'not-applicable',
      'KD was read of Medicare contractors alone, on a practice’s own claims.',
    ],
    ['a trial', trial, 'not-applicable', 'KD was asked for on pump fills only.'],
    [
      'a trial, switched on',
      { ...trial, kd: true },
      'needs-review',
      'KD is switched on but left off the line. It was asked for on drug put into a pump. This line has none.',
      'Switch KD off.',
      wrong,
      'kd',
    ],
    [
      'a trial, of a payer that wants it',
      { ...prairie({ kd: true }), given: trial.given, purpose: trial.purpose, route: trial.route },
      'not-applicable',
      'KD was asked for on drug put into a pump. This line has none.',
    ],
    [
      'self-pay, switched on',
      { ...pumpFill, payer: 'self-pay', kd: true },
      'not-applicable',
      'A self-pay line goes to no payer.',
    ],
    ['self-pay', { ...pumpFill, payer: 'self-pay' }, 'not-applicable', 'KD was asked for on pump fills only.'],
    ['a payer that wants it', prairie({ kd: true }), 'pass', 'KD is on the line, as the profile Prairie Health says.'],
    [
      'a payer that does not',
      prairie({ kd: false }),
      'pass',
      'KD is not on the line, as the profile Prairie Health says.',
    ],
    [
      'a payer that does not, switched on',
      { ...prairie({ kd: false }), kd: true },
      'fail',
      'KD is on the line, but the profile Prairie Health says that the payer does not take it.',
      'Switch KD off, or correct the profile.',
      wrong,
      'kd, certain',
    ],
    [
      'no room',
      { ...crowded, notice: 'GX GY', ...partB({ modifierOrder: ['GX', 'GY', 'QJ', 'TB'] }) },
      'not-applicable',
      'KD does not fit on the line beside the others.',
    ],
    ['no drug line', supplied, 'not-applicable', 'There is no drug line.'],
    ['nothing given', { ...fill(mg(0), mg(15)), kd: true }, 'not-applicable', 'There is no drug line.'],
  ]);
  it.each<[what: string, encounter: Encounter, line: string]>([
    ['a pump fill', { ...pumpFill, kd: true }, 'J0475-KD-JZ x4'],
    ['a pump fill with waste', { ...fill(mg(25), mg(15)), kd: true }, 'J0475-KD x3, J0475-KD-JW x1'],
    ['a payer that wants it', prairie({ kd: true }), 'J0475-KD-JZ x4'],
    ['a trial', { ...trial, kd: true }, 'J0476-JZ x1'],
    ['self-pay', { ...pumpFill, payer: 'self-pay', kd: true }, 'J0475 x4'],
  ])('the line of %s', (_what, encounter, line) => {
    expect(linesOf(encounter).join(', ')).toBe(line);
  });
});

describe('340B (rows 4 TB, 4 JG, 4 340B)', () => {
  const b340: Encounter = { ...pumpFill, bought340b: true };
  const department: Encounter = { ...outpatient, bought340b: true };
  const beside = 'TB is on the line, beside JW or JZ where one stands there.';
  const before2024 = 'Before 01/01/2024 only a hospital that is paid by the OPPS had to report 340B drug.';
  const whoBought =
    'Check who bought it. TB was for some hospitals: critical access, rural sole community, children’s, cancer, ' +
    'and those of Maryland. It was also for hospital departments that are not excepted.';
  const differs = 'That is original Medicare’s way; the plan may want it otherwise.';
  held('modifier/tb', [
    ['not bought so', pumpFill, 'not-applicable', '340B was not entered.'],
    ['no drug line', { ...supplied, bought340b: true }, 'not-applicable', 'There is no drug line.'],
    ['self-pay', { ...b340, payer: 'self-pay' }, 'not-applicable', 'A self-pay line goes to no payer.'],
    [
      'a packaged trial',
      { ...trial, bought340b: true, setting: 'hospital-outpatient' },
      'not-applicable',
      'On a packaged drug the 340B modifier is by choice, so it is left off.',
    ],
    ['a stay', { ...b340, setting: 'inpatient' }, 'not-applicable', 'TB is for drugs paid on their own line.'],
    [
      'a day before both began',
      { ...department, ...on('2017-12-31'), hospital340b: 'jg' },
      'pass',
      'JG and TB began on 01/01/2018, so neither is put on.',
    ],
    [
      'their first day, JG',
      { ...department, ...on('2018-01-01'), hospital340b: 'jg' },
      'pass',
      'JG is on the line, as this kind of hospital used it before 01/01/2025.',
    ],
    [
      'their first day, TB',
      { ...department, ...on('2018-01-01'), hospital340b: 'tb' },
      'pass',
      'TB is on the line, as this kind of hospital used it before 01/01/2025.',
    ],
    [
      'their first day, kind of hospital not told',
      { ...department, ...on('2018-01-01') },
      'needs-review',
      'Before 01/01/2025 the kind of hospital decides between JG and TB. The kind is not told, so neither is put on.',
      'Say which kind of 340B hospital it is.',
      missing,
      'hospital340b',
    ],
    ['their first day, office', { ...b340, ...on('2018-01-01') }, 'pass', `${before2024} Neither JG nor TB is put on.`],
    [
      'the last day of 2022, office',
      { ...b340, ...on('2022-12-31') },
      'pass',
      `${before2024} Neither JG nor TB is put on.`,
    ],
    [
      'the first of 2023, office',
      { ...b340, ...on('2023-01-01') },
      'pass',
      `${before2024} In 2023 it was by choice. Neither JG nor TB is put on.`,
    ],
    [
      '2024, office',
      { ...b340, ...on('2024-01-01') },
      'needs-review',
      'JG is on the line: in 2024 those that are no hospital used it.',
      whoBought,
      wrong,
      'bought340b, tick',
    ],
    [
      '2024, critical access hospital',
      { ...b340, ...on('2024-01-01'), setting: 'critical-access-hospital' },
      'pass',
      'TB is on the line: in 2024 critical access hospitals used it.',
    ],
    [
      'the last day of 2024',
      { ...department, ...on('2024-12-31'), hospital340b: 'jg' },
      'pass',
      'JG is on the line, as this kind of hospital used it before 01/01/2025.',
    ],
    ['TB alone since 2025', { ...department, ...on('2025-01-01') }, 'pass', beside],
    ['office, 2026', b340, 'pass', beside],
    [
      'not excepted, 2018',
      { ...department, ...on('2018-12-31'), hospital340b: 'jg', offCampus: 'non-excepted' },
      'pass',
      'TB is on the line: on this date a department that is not excepted used it, whatever its hospital.',
    ],
    [
      'not excepted, 2019, JG hospital',
      { ...department, ...on('2019-01-01'), hospital340b: 'jg', offCampus: 'non-excepted' },
      'needs-review',
      'JG is on the line, as this kind of hospital used it before 01/01/2025. ' +
        'What a department that is not excepted used from 2019 to 2023 was not found.',
      'Check what the hospital used then.',
      wrong,
      'hospital340b, tick',
    ],
    [
      'not excepted, 2019, TB hospital',
      { ...department, ...on('2019-01-01'), hospital340b: 'tb', offCampus: 'non-excepted' },
      'pass',
      'TB is on the line, as this kind of hospital used it before 01/01/2025.',
    ],
    [
      'excepted, 2019',
      { ...department, ...on('2019-01-01'), hospital340b: 'jg', offCampus: 'excepted' },
      'pass',
      'JG is on the line, as this kind of hospital used it before 01/01/2025.',
    ],
    [
      'Medicare Advantage',
      { ...b340, payer: 'medicare-advantage' },
      'needs-review',
      `${beside} ${differs}`,
      'Ask the plan how it wants 340B drug reported.',
      wrong,
      'bought340b, tick',
    ],
    [
      'Medicaid',
      { ...b340, payer: 'medicaid' },
      'needs-review',
      'The drug was bought under 340B. ' +
        'It is general knowledge that one drug must not get the 340B price and a Medicaid rebate too. ' +
        'TB is Medicare’s own modifier, so it is left off.',
      'Ask the state which modifier it wants for 340B drug. Add it in your billing system.',
      missing,
      'bought340b, tick',
    ],
    [
      'another payer',
      { ...b340, payer: 'commercial' },
      'needs-review',
      'The drug was bought under 340B. TB is Medicare’s own modifier, so it is left off.',
      'Ask the payer how it wants 340B drug reported.',
      missing,
      'bought340b, tick',
    ],
    [
      'no room',
      { ...crowded, notice: 'GX GY', ...partB({ modifierOrder: ['GX', 'GY', 'QJ'] }) },
      'not-applicable',
      'TB does not fit on the line beside the others.',
    ],
  ]);
});

describe('PO and PN (rows 4 PO and 4 PN)', () => {
  const po: Encounter = { ...outpatient, offCampus: 'excepted' };
  const pn: Encounter = { ...outpatient, offCampus: 'non-excepted' };
  const setting = 'Check the setting, or answer “No” to the department off campus.';
  held('modifier/off-campus', [
    ['on campus', outpatient, 'not-applicable', 'No department off campus was entered.'],
    ['no line', { ...po, drugSource: 'supplied' }, 'not-applicable', 'No line goes to a payer.'],
    ['self-pay', { ...po, payer: 'self-pay' }, 'not-applicable', 'No line goes to a payer.'],
    ['PO', po, 'pass', 'PO is on the line. All other lines of the hospital’s claim take it too.'],
    ['PN', pn, 'pass', 'PN is on the line. All other lines of the hospital’s claim take it too.'],
    [
      'PO on the procedure too',
      { ...po, ...beside('62370') },
      'pass',
      'PO is on the line. All other lines of the hospital’s claim take it too.',
    ],
    [
      'procedures alone',
      { ...po, drugSource: 'supplied', ...beside('62370') },
      'pass',
      'PO is on the line. All other lines of the hospital’s claim take it too.',
    ],
    [
      'a procedure without room for it',
      { ...po, ...beside({ code: '62370', modifiers: ['59', 'RT', 'XS', 'GC'] }) },
      'needs-review',
      'PO does not fit on line 1, 62370: four modifiers were entered there.',
      'Take off a modifier that is not needed. Every line of the hospital’s claim takes PO.',
      wrong,
      'serviceModifiers',
    ],
    [
      'the other kind on a procedure',
      { ...po, ...beside({ code: '62370', modifiers: ['PN'] }) },
      'needs-review',
      'PN was entered for 62370. It never stands beside PO, which this department takes.',
      'Take PN off, or correct the kind of department.',
      wrong,
      'serviceModifiers',
    ],
    [
      'an office',
      { ...po, setting: 'office' },
      'needs-review',
      'PO belongs on a hospital’s own outpatient claim. The setting is another, so it is left off.',
      setting,
      wrong,
      'offCampus, tick',
    ],
    [
      'an office, not excepted',
      { ...pn, setting: 'office' },
      'needs-review',
      'PN belongs on a hospital’s own outpatient claim. The setting is another, so it is left off.',
      setting,
      wrong,
      'offCampus, tick',
    ],
    [
      'another payer',
      { ...po, payer: 'commercial' },
      'needs-review',
      'PO is Medicare’s own modifier, so it is left off. This payer may want it too.',
      'Ask the payer how it wants a department off campus reported.',
      wrong,
      'offCampus, tick',
    ],
    [
      'Medicare Advantage',
      { ...po, payer: 'medicare-advantage' },
      'needs-review',
      'PO is on the line. That is original Medicare’s way; the plan may want it otherwise.',
      'Ask the plan how it wants a department off campus reported.',
      wrong,
      'offCampus, tick',
    ],
    [
      'the day before PO',
      { ...po, ...on('2015-12-31') },
      'needs-review',
      'PO was first required on 01/01/2016, so it is left off. In 2015 it was by choice.',
      'Check the date of service, and what was used then.',
      wrong,
      'offCampus, tick',
    ],
    [
      'the first day of PO',
      { ...po, ...on('2016-01-01') },
      'pass',
      'PO is on the line. All other lines of the hospital’s claim take it too.',
    ],
    [
      'the day before PN',
      { ...pn, ...on('2016-12-31') },
      'needs-review',
      'PN was first required on 01/01/2017, so it is left off. In 2016 every department off campus used PO.',
      'Check the date of service, and what was used then.',
      wrong,
      'offCampus, tick',
    ],
    [
      'the first day of PN',
      { ...pn, ...on('2017-01-01') },
      'pass',
      'PN is on the line. All other lines of the hospital’s claim take it too.',
    ],
    [
      'no room',
      { ...po, bought340b: true, kd: true, notice: 'GX GY', ...partB({ modifierOrder: ['KD', 'TB', 'GX', 'GY'] }) },
      'not-applicable',
      'PO does not fit on the line beside the others.',
    ],
  ]);
});

describe('QJ (rows 4 QJ)', () => {
  const narrow =
    ' Since 2025 those on parole, on probation, in home detention or in a halfway house are not in custody. ' +
    'For them answer “No”.';
  const custody = 'patient in custody';
  held('modifier/custody', [
    ['not in custody', pumpFill, 'not-applicable', 'The patient is not in custody.'],
    ['no line', { ...supplied, custody: 'met' }, 'not-applicable', 'No line goes to a payer.'],
    [
      'procedures alone',
      { ...supplied, custody: 'met', ...beside('62370') },
      'needs-review',
      'QJ is on the line. It says that the patient is in custody and that 42 CFR 411.4(b) is met.',
      `Keep what shows that it is met.${narrow}`,
      custody,
      'custody, tick',
    ],
    ['self-pay', { ...pumpFill, custody: 'met', payer: 'self-pay' }, 'not-applicable', 'No line goes to a payer.'],
    [
      'met',
      { ...pumpFill, custody: 'met' },
      'needs-review',
      'QJ is on the line. It says that the patient is in custody and that 42 CFR 411.4(b) is met.',
      `Keep what shows that it is met.${narrow}`,
      custody,
      'custody, tick',
    ],
    [
      'met, before 2025',
      { ...pumpFill, custody: 'met', ...on('2024-12-31') },
      'needs-review',
      'QJ is on the line. It says that the patient is in custody and that 42 CFR 411.4(b) is met.',
      'Keep what shows that it is met.',
      custody,
      'custody, tick',
    ],
    [
      'not met',
      { ...pumpFill, custody: 'not-met' },
      'fail',
      'The patient is in custody and 42 CFR 411.4(b) is not met: Medicare does not pay. QJ is left off.',
      `Find out who pays for the patient.${narrow}`,
      custody,
      'custody, certain',
    ],
    [
      'not known',
      { ...pumpFill, custody: 'not-known' },
      'fail',
      'QJ is left off: nothing shows that 42 CFR 411.4(b) is met.',
      `Find out whether it is met, and who pays for the patient.${narrow}`,
      custody,
      'custody',
    ],
    [
      'a plan of Medicare',
      { ...pumpFill, custody: 'met', payer: 'medicare-advantage' },
      'needs-review',
      'A Medicare Advantage plan is not known to have members in custody, so QJ is left off.',
      'Check that the patient was in the plan on the date of service. If not, find out who pays.',
      'sent to a payer that does not pay for it',
      'custody, tick',
    ],
    [
      'another payer',
      { ...commercial, custody: 'met' },
      'needs-review',
      'The patient is in custody. QJ is Medicare’s own modifier, so it is left off.',
      'Ask the payer who pays for a patient in custody.',
      'sent to a payer that does not pay for it',
      'custody, tick',
    ],
    [
      'no room',
      { ...crowded, notice: 'GX GY', ...partB({ modifierOrder: ['GX', 'GY', 'TB'] }) },
      'not-applicable',
      'QJ does not fit on the line beside the others.',
    ],
  ]);
});

describe('GA, GX, GY and GZ (rows 4 ABN, 4 ABN pays, 4 GY)', () => {
  const ga =
    'GA says that a signed notice (ABN) is on file and that a denial for need is expected. ' +
    'If Medicare denies the line for need, the patient may be billed. ' +
    'Units above the daily maximum (MUE) are not known to move to the patient.';
  const takeOff = 'Keep the signed notice. If the drug should be paid, take GA off.';
  held('modifier/notice', [
    ['none', pumpFill, 'not-applicable', 'No notice (ABN) was entered.'],
    ['no line', { ...supplied, notice: 'GA' }, 'not-applicable', 'No line goes to a payer.'],
    ['self-pay', { ...pumpFill, notice: 'GA', payer: 'self-pay' }, 'not-applicable', 'No line goes to a payer.'],
    ['GA', { ...pumpFill, notice: 'GA' }, 'needs-review', ga, takeOff, need, 'notice, tick'],
    [
      'GX',
      { ...pumpFill, notice: 'GX' },
      'needs-review',
      'GX says that a notice was given by choice, though none was needed.',
      'Check that this is so. If the drug should be paid, take GX off.',
      asked,
      'notice, tick',
    ],
    [
      'GY',
      { ...pumpFill, notice: 'GY' },
      'needs-review',
      'GY says that the law excludes the drug from Medicare. Nothing read says that of baclofen for a pump.',
      'Check it. If the drug should be paid, take GY off.',
      asked,
      'notice, tick',
    ],
    [
      'GX and GY',
      { ...pumpFill, notice: 'GX GY' },
      'needs-review',
      'GX says that a notice was given by choice. GY says that the law excludes the drug from Medicare. ' +
        'Nothing read says that of baclofen for a pump.',
      'Check it. If the drug should be paid, take both off.',
      asked,
      'notice, tick',
    ],
    [
      'GZ',
      { ...pumpFill, notice: 'GZ' },
      'fail',
      'GZ says that no notice (ABN) was given, though a denial for need is expected. ' +
        'The provider bears the cost, and the patient may not be billed.',
      'If the drug should be paid, take GZ off. A notice counts only if it is given before the service.',
      need,
      'notice, tick',
    ],
    ['GA, no room', crowded, 'not-applicable', 'GA does not fit on every line beside the others.'],
    [
      'GA, room on one of two lines',
      { ...crowded, ...fill(mg(25), mg(15)), kd: true, bought340b: true, custody: 'met', notice: 'GA' },
      'needs-review',
      `${ga} It does not fit on every line.`,
      takeOff,
      need,
      'notice, tick',
    ],
    [
      'GX and GY, room for GX',
      { ...crowded, ...fill(mg(40), mg(0)), bought340b: true, custody: 'met', notice: 'GX GY' },
      'needs-review',
      'GX says that a notice was given by choice, though none was needed.',
      'Check that this is so. If the drug should be paid, take GX off.',
      asked,
      'notice, tick',
    ],
    ...payers
      .filter((payer) => payer !== 'medicare-part-b' && payer !== 'self-pay')
      .map((payer): WholeFinding => [
        `GA, ${payer}`,
        { ...pumpFill, payer, notice: 'GA' },
        'needs-review',
        'An ABN is a form of original Medicare. For this payer nothing is put on the line.',
        'Check the payer type, or ask the plan for its own way.',
        wrong,
        'notice, tick',
      ]),
  ]);

  it.each(payers.flatMap((payer) => notices.map((notice) => [notice, payer] as const)))(
    '%s stands on a line to original Medicare alone: %s',
    (notice, payer) => {
      const expected = payer === 'medicare-part-b' && notice !== 'none' ? notice.split(' ') : [];
      expect(noticesOf({ notice, payer })).toEqual(expected);
      for (const { modifiers } of prepareClaim({ ...fill(mg(25), mg(15)), payer, notice }, ruleBook).lines) {
        expect(modifiers.filter((modifier) => modifier.startsWith('G'))).toEqual(expected);
      }
    },
  );

  it('what each reports, and tells Medicare', () => {
    expect([noticeSteps, noticeTells]).toEqual([
      {
        GA: 'GA reports a signed notice (ABN). A denial for need is expected.',
        GX: 'GX reports a notice that was given by choice.',
        GY: 'GY reports that the law excludes the drug from Medicare.',
        GZ: 'GZ reports that no notice (ABN) was given, though a denial for need is expected.',
      },
      {
        GA: 'GA tells Medicare of a signed notice, and that you expect it not to pay.',
        GX: 'GX tells Medicare of a notice that was given by choice.',
        GY: 'GY says that the law excludes the drug.',
        'GX GY': 'GX and GY tell Medicare of a notice, and that the law excludes the drug.',
        GZ: 'GZ tells Medicare that you expect it not to pay, and that no notice was given.',
      },
    ]);
  });
});

describe('four on a line, in force on the day, asked for by habit', () => {
  const fix =
    'Take off what is not needed, or ask the contractor. Some want 99 in the fourth place and the rest in item 19.';
  const left = 'A line takes four modifiers. These answers ask for more.';
  const twoLines: Encounter = { ...fill(mg(25), mg(15)), kd: true, bought340b: true, custody: 'met' };
  held('modifier/four', [
    ['no drug line', supplied, 'not-applicable', 'There is no drug line.'],
    ['four', { ...crowded, notice: 'none' }, 'pass', 'Every modifier fits on its line.'],
    ['none', pumpFill, 'pass', 'Every modifier fits on its line.'],
    ['five', crowded, 'fail', `${left} Left off: GA.`, fix, wrong, 'notice, tick'],
    ['six', { ...crowded, notice: 'GX GY' }, 'fail', `${left} Left off: GX and GY.`, fix, wrong, 'notice, tick'],
    [
      'one line has room',
      { ...twoLines, notice: 'GA' },
      'fail',
      `${left} GA does not fit on line 2. It is on line 1 only.`,
      fix,
      wrong,
      'notice, tick',
    ],
    [
      'one line has room for one of two',
      { ...twoLines, notice: 'GX GY' },
      'fail',
      `${left} Left off: GY. GX does not fit on line 2. It is on line 1 only.`,
      fix,
      wrong,
      'notice, tick',
    ],
    [
      'a hospital',
      { ...crowded, setting: 'hospital-outpatient' },
      'fail',
      `${left} Left off: GA.`,
      'Take off what is not needed, or ask the contractor how to send the rest. A hospital claim has no item 19.',
      wrong,
      'notice, tick',
    ],
  ]);

  const date = 'Check the date of service, or the answer that puts the modifier on.';
  const inForce = 'Every modifier was in force on the date of service.';
  held('modifier/in-force', [
    ['no modifier', { ...pumpFill, ...on('2016-06-01') }, 'not-applicable', 'No modifier goes to a payer.'],
    ['self-pay', { ...pumpFill, payer: 'self-pay' }, 'not-applicable', 'No modifier goes to a payer.'],
    ['all of them today', { ...pumpFill, kd: true }, 'pass', inForce],
    [
      'the day before KD',
      { ...pumpFill, kd: true, ...on('2003-12-31') },
      'fail',
      'KD began on 01/01/2004, after the date of service.',
      date,
      wrong,
      'dateOfService, certain',
    ],
    ['the first day of KD', { ...pumpFill, kd: true, ...on('2004-01-01') }, 'pass', inForce],
    [
      'the day before QJ',
      { ...pumpFill, custody: 'met', ...on('2002-12-31') },
      'fail',
      'QJ began on 01/01/2003, after the date of service.',
      date,
      wrong,
      'dateOfService, certain',
    ],
    ['the first day of QJ', { ...pumpFill, custody: 'met', ...on('2003-01-01') }, 'pass', inForce],
    [
      'two too early',
      { ...pumpFill, kd: true, custody: 'met', ...on('2002-12-31') },
      'fail',
      'QJ began on 01/01/2003, after the date of service. KD began on 01/01/2004, after the date of service.',
      date,
      wrong,
      'dateOfService, certain',
    ],
    [
      'the first day of JG',
      { ...outpatient, bought340b: true, hospital340b: 'jg', ...on('2018-01-01') },
      'pass',
      inForce,
    ],
    [
      'the first day of TB',
      { ...outpatient, bought340b: true, hospital340b: 'tb', ...on('2018-01-01') },
      'pass',
      inForce,
    ],
    [
      'the last day of JG',
      { ...outpatient, bought340b: true, hospital340b: 'jg', ...on('2024-12-31') },
      'pass',
      inForce,
    ],
  ]);

  it.each<[modifier: '50' | '52' | 'LT' | 'RT' | 'QJ', because: string, fix: string, goTo: string]>([
    [
      '50',
      '50 was asked for and is left off: 50 means both sides, and the intrathecal space has none.',
      'Leave it off. The units tell the dose.',
      'askedModifiers, tick',
    ],
    [
      '52',
      '52 was asked for and is left off: 52 is for a procedure done in part, and a smaller dose has fewer units ' +
        'instead.',
      'Leave it off the drug line.',
      'askedModifiers, tick',
    ],
    [
      'LT',
      'LT was asked for and is left off: LT names the left side, and the intrathecal space has none.',
      'Leave it off.',
      'askedModifiers, tick',
    ],
    [
      'RT',
      'RT was asked for and is left off: RT names the right side, and the intrathecal space has none.',
      'Leave it off.',
      'askedModifiers, tick',
    ],
    [
      'QJ',
      'QJ was asked for and is left off: QJ is for a patient in custody, not for a health center.',
      'For a health center leave QJ off and choose the setting. ' +
        'If the patient is in custody, say so in the payer section.',
      'custody, tick',
    ],
  ])('%s on the charge slip', (modifier, because, what, goTo) => {
    const id = `modifier/${modifier.toLowerCase()}`;
    expect(findingOf({ ...pumpFill, askedModifiers: [modifier] }, id)).toEqual([
      'needs-review',
      because,
      what,
      wrong,
      goTo,
    ]);
    expect(findingOf(pumpFill, id)).toEqual(['not-applicable', `${modifier} was not asked for.`]);
  });
});

it.each<[what: string, change: Partial<Encounter>, ...how: string[]]>([
  ['none', {}],
  ['KD', { kd: true }, 'KD was switched on for this contractor. (4 KD)', usualOrderSaid],
  [
    'a profile’s KD and order',
    { ...partB({ kd: true, modifierOrder: ['JZ', 'KD'] }) },
    'KD is on the line because the profile x wants it. (4 KD)',
    'The order on the line is that of the profile x. (4 order)',
  ],
  ['TB', { bought340b: true }, 'TB reports that the drug was bought under the 340B program. (4 TB)', usualOrderSaid],
  [
    'PO and QJ',
    { setting: 'hospital-outpatient', offCampus: 'excepted', custody: 'met' },
    'PO reports a department off campus that is excepted. (4 PO)',
    'QJ reports that the patient is in custody and that 42 CFR 411.4(b) is met. (4 QJ)',
    usualOrderSaid,
  ],
  [
    'PN',
    { setting: 'hospital-outpatient', offCampus: 'non-excepted' },
    'PN reports a department off campus that is not excepted. (4 PN)',
    usualOrderSaid,
  ],
  [
    'GX and GY',
    { notice: 'GX GY' },
    'GX reports a notice that was given by choice. (4 ABN)',
    'GY reports that the law excludes the drug from Medicare. (4 ABN)',
    usualOrderSaid,
  ],
])('the working of %s', (_what, change, ...how) => {
  const steps = prepareClaim({ ...pumpFill, ...change }, ruleBook).how.filter(({ rows }) =>
    rows.some((row) => row.startsWith('4 ')),
  );
  expect(steps.map(({ says, rows }) => `${says} (${rows.join(', ')})`)).toEqual(how);
});

describe('the other modifiers', () => {
  holdToTable(modifierRules, {
    'modifier/kd': [
      '4 KD',
      ['needs-review', namedCode('J3490'), /KD is not on the line/, 'switch kd, tick'],
      [
        'needs-review',
        pumpFill,
        /KD is not on the line. Novitas, TrailBlazer, First Coast and Palmetto/,
        'switch kd, tick',
      ],
      ['needs-review', { ...pumpFill, kd: true }, /KD is on the line/, 'kd, tick'],
      [
        'needs-review',
        { ...trial, kd: true },
        /left off the line\. It was asked for on drug put into a pump\. This line has none\.$/,
        'kd',
      ],
      [
        'needs-review',
        { ...namedCode('J7999'), purpose: 'other-injection', kd: true },
        /It was asked for on drug put into a pump\. This line has none\.$/,
        'kd',
      ],
      [
        'needs-review',
        { ...pumpFill, setting: 'home', attendance: 'physician' },
        /KD is not on the line/,
        'switch kd, tick',
      ],
      ['not-applicable', { ...pumpFill, setting: 'hospital-outpatient' }, /practice’s own claims/],
      ['not-applicable', trial, /pump fills/],
      ['pass', own({ kd: true }), /KD is on the line, as the profile Prairie Health says/],
      ['pass', own({ kd: false }), /KD is not on the line, as the profile/],
      ['fail', own({ kd: false }, { kd: true }), /says that the payer does not take it/, 'kd, certain'],
      [
        'not-applicable',
        { ...own({ kd: true }), ...trialFacts },
        /^KD was asked for on drug put into a pump\. This line has none\.$/,
      ],
      ['not-applicable', { ...pumpFill, given: noMass, wasted: mg(15), kd: true }, /no drug line/],
      [
        'not-applicable',
        {
          ...pumpFill,
          kd: true,
          bought340b: true,
          custody: 'met',
          notice: 'GX GY',
          profile: { ...unknownProfile('own-x', 'x', 'medicare-part-b'), modifierOrder: ['GX', 'GY', 'QJ', 'TB'] },
        },
        /KD does not fit/,
      ],
      [
        'not-applicable',
        { ...pumpFill, payer: 'self-pay', profile: { ...unknownProfile('own-x', 'x', 'self-pay'), kd: true } },
        /A self-pay line goes to no payer/,
      ],
    ],
    'modifier/tb': [
      '4 TB, 4 JG, 4 340B, 4 340B Medicaid',
      [
        'needs-review',
        { ...namedCode('J7999'), bought340b: true },
        /TB is on the line.* How J7999 is paid was not read\.$/,
        'bought340b, tick',
      ],
      ['not-applicable', pumpFill, /340B was not entered/],
      ['not-applicable', { ...supplied, bought340b: true }, /no drug line/],
      ['not-applicable', { ...pumpFill, bought340b: true, payer: 'self-pay' }, /self-pay/],
      [
        'not-applicable',
        { ...trial, bought340b: true, setting: 'hospital-outpatient' },
        /^On a packaged drug the 340B modifier is by choice/,
      ],
      ['pass', { ...pumpFill, bought340b: true }, /TB is on the line/],
      ['pass', { ...pumpFill, bought340b: true, dateOfService: day('2025-01-01') }, /TB is on the line/],
      [
        'needs-review',
        { ...pumpFill, bought340b: true, dateOfService: day('2024-12-31') },
        /^JG is on the line: in 2024 those that are no hospital used it\.$/,
        'bought340b, tick',
      ],
      [
        'pass',
        { ...pumpFill, bought340b: true, dateOfService: day('2023-12-31') },
        matching(
          /^Before 01\/01\/2024 only a hospital that is paid by the OPPS had to report 340B drug\. /,
          /In 2023 it was by choice\. Neither JG nor TB is put on\.$/,
        ),
      ],
      [
        'pass',
        { ...pumpFill, bought340b: true, dateOfService: day('2022-12-31') },
        matching(
          /^Before 01\/01\/2024 only a hospital that is paid by the OPPS had to report 340B drug\. /,
          /Neither JG nor TB is put on\.$/,
        ),
      ],
      [
        'pass',
        { ...pumpFill, bought340b: true, dateOfService: day('2017-12-31') },
        /^JG and TB began on 01\/01\/2018, so neither is put on\.$/,
      ],
      [
        'needs-review',
        { ...outpatient, bought340b: true, dateOfService: day('2022-03-10') },
        /the kind of hospital decides.*not told, so neither/,
        'hospital340b',
      ],
      [
        'needs-review',
        {
          ...outpatient,
          bought340b: true,
          dateOfService: day('2019-01-01'),
          hospital340b: 'jg',
          offCampus: 'non-excepted',
        },
        /JG is on the line.*from 2019 to 2023 was not found/,
        'hospital340b, tick',
      ],
      [
        'needs-review',
        {
          ...outpatient,
          bought340b: true,
          dateOfService: day('2024-06-01'),
          hospital340b: 'jg',
          payer: 'medicare-advantage',
        },
        /^JG is on the line.*the plan may want it otherwise/,
        'bought340b, tick',
      ],
      [
        'needs-review',
        { ...pumpFill, bought340b: true, payer: 'medicare-advantage' },
        /the plan may want it otherwise/,
        'bought340b, tick',
      ],
      [
        'needs-review',
        { ...commercial, bought340b: true },
        /TB is Medicare’s own modifier, so it is left off/,
        'bought340b, tick',
      ],
      [
        'needs-review',
        { ...commercial, payer: 'medicaid', bought340b: true },
        /general knowledge that one drug must not get the 340B price and a Medicaid rebate too/,
        'bought340b, tick',
      ],
      [
        'not-applicable',
        {
          ...pumpFill,
          kd: true,
          bought340b: true,
          custody: 'met',
          notice: 'GX GY',
          profile: { ...unknownProfile('own-x', 'x', 'medicare-part-b'), modifierOrder: ['GX', 'GY', 'QJ'] },
        },
        /TB does not fit/,
      ],
    ],
    'modifier/off-campus': [
      '4 PO, 4 PN',
      ['not-applicable', outpatient, /No department off campus/],
      ['not-applicable', { ...supplied, setting: 'hospital-outpatient', offCampus: 'excepted' }, /No line/],
      ['not-applicable', { ...outpatient, offCampus: 'excepted', payer: 'self-pay' }, /No line/],
      ['pass', { ...outpatient, offCampus: 'excepted' }, /^PO is on the line/],
      ['pass', { ...outpatient, offCampus: 'non-excepted' }, /^PN is on the line/],
      [
        'needs-review',
        { ...pumpFill, offCampus: 'excepted' },
        /PO belongs on a hospital’s own outpatient claim/,
        'offCampus, tick',
      ],
      [
        'needs-review',
        { ...pumpFill, setting: 'critical-access-hospital', offCampus: 'non-excepted' },
        /PN belongs on a hospital’s own outpatient claim/,
        'offCampus, tick',
      ],
      [
        'needs-review',
        { ...outpatient, offCampus: 'excepted', payer: 'commercial' },
        /PO is Medicare’s own modifier/,
        'offCampus, tick',
      ],
      [
        'needs-review',
        { ...outpatient, offCampus: 'excepted', payer: 'medicare-advantage' },
        /^PO is on the line.*the plan may want it otherwise/,
        'offCampus, tick',
      ],
      [
        'needs-review',
        { ...outpatient, offCampus: 'excepted', dateOfService: day('2015-12-31') },
        /first required on 01\/01\/2016.*by choice/,
        'offCampus, tick',
      ],
      [
        'needs-review',
        { ...outpatient, offCampus: 'non-excepted', dateOfService: day('2016-12-31') },
        /first required on 01\/01\/2017.*used PO/,
        'offCampus, tick',
      ],
      [
        'not-applicable',
        {
          ...outpatient,
          offCampus: 'excepted',
          bought340b: true,
          kd: true,
          profile: { ...unknownProfile('own-x', 'x', 'medicare-part-b'), modifierOrder: ['KD', 'TB', 'GX', 'GY'] },
          notice: 'GX GY',
        },
        /PO does not fit/,
      ],
    ],
    'modifier/custody': [
      '4 QJ, 4 QJ since 2025, 4 QJ denial, 4 QJ plans',
      ['not-applicable', pumpFill, /not in custody/],
      ['not-applicable', { ...supplied, custody: 'met' }, /No line/],
      ['needs-review', { ...pumpFill, custody: 'met' }, /QJ is on the line/, 'custody, tick'],
      ['needs-review', { ...commercial, custody: 'met' }, /left off/, 'custody, tick'],
      [
        'needs-review',
        { ...pumpFill, payer: 'medicare-advantage', custody: 'met' },
        /^A Medicare Advantage plan is not known to have members in custody, so QJ is left off\.$/,
        'custody, tick',
      ],
      [
        'needs-review',
        { ...pumpFill, payer: 'medicare-advantage', custody: 'not-met' },
        /not known to have members in custody/,
        'custody, tick',
      ],
      ['fail', { ...pumpFill, custody: 'not-met' }, /411\.4\(b\) is not met/, 'custody, certain'],
      [
        'fail',
        { ...pumpFill, custody: 'not-known' },
        /^QJ is left off: nothing shows that 42 CFR 411\.4\(b\) is met\.$/,
        'custody',
      ],
      [
        'not-applicable',
        {
          ...pumpFill,
          kd: true,
          bought340b: true,
          custody: 'met',
          notice: 'GX GY',
          profile: { ...unknownProfile('own-x', 'x', 'medicare-part-b'), modifierOrder: ['GX', 'GY', 'TB'] },
        },
        /QJ does not fit/,
      ],
    ],
    'modifier/notice': [
      '4 ABN, 4 ABN pays, 4 ABN units, 4 GY',
      ['not-applicable', pumpFill, /No notice \(ABN\)/],
      ['not-applicable', { ...supplied, notice: 'GA' }, /No line/],
      [
        'needs-review',
        { ...pumpFill, notice: 'GA' },
        matching(
          /^GA says that a signed notice \(ABN\) is on file.*denies the line for need, the patient may be billed\. /,
          /Units above the daily maximum \(MUE\) are not known to move/,
        ),
        'notice, tick',
      ],
      [
        'needs-review',
        { ...pumpFill, notice: 'GX GY' },
        /^GX says that a notice was given by choice\. GY says that the law excludes/,
        'notice, tick',
      ],
      [
        'fail',
        { ...pumpFill, notice: 'GZ' },
        /no notice \(ABN\) was given, though a denial for need is expected\. The provider bears the cost/,
        'notice, tick',
      ],
      ['needs-review', { ...pumpFill, notice: 'GX' }, /by choice, though none was needed/, 'notice, tick'],
      ['needs-review', { ...pumpFill, notice: 'GY' }, /Nothing read says that of baclofen for a pump/, 'notice, tick'],
      ['needs-review', { ...commercial, notice: 'GA' }, /form of original Medicare/, 'notice, tick'],
      [
        'not-applicable',
        { ...pumpFill, kd: true, bought340b: true, custody: 'met', notice: 'GA' },
        /GA does not fit on every line/,
      ],
    ],
    'modifier/four': [
      '4 order',
      ['not-applicable', supplied, /no drug line/],
      ['pass', { ...pumpFill, kd: true, bought340b: true, custody: 'met' }, /Every modifier fits/],
      [
        'fail',
        { ...pumpFill, kd: true, bought340b: true, custody: 'met', notice: 'GA' },
        /Left off: GA\.$/,
        'notice, tick',
      ],
    ],
    'modifier/in-force': [
      '4 first days',
      ['pass', { ...pumpFill, kd: true, dateOfService: day('2004-01-01') }, /in force on the date of service/],
      [
        'fail',
        { ...pumpFill, kd: true, dateOfService: day('2003-12-31') },
        /KD began on 01\/01\/2004/,
        'dateOfService, certain',
      ],
      ['not-applicable', { ...pumpFill, dateOfService: day('2020-01-01') }, /No modifier/],
    ],
    'modifier/50': [
      '4 50',
      ['needs-review', { ...pumpFill, askedModifiers: ['50'] }, /is left off/, 'askedModifiers, tick'],
      ['not-applicable', pumpFill, /not asked for/],
    ],
    'modifier/52': [
      '4 52',
      ['needs-review', { ...pumpFill, askedModifiers: ['52'] }, /is left off/, 'askedModifiers, tick'],
      ['not-applicable', pumpFill, /not asked for/],
    ],
    'modifier/lt': [
      '4 LT RT',
      ['needs-review', { ...pumpFill, askedModifiers: ['LT'] }, /is left off/, 'askedModifiers, tick'],
      ['not-applicable', pumpFill, /not asked for/],
    ],
    'modifier/rt': [
      '4 LT RT',
      ['needs-review', { ...pumpFill, askedModifiers: ['RT'] }, /is left off/, 'askedModifiers, tick'],
      ['not-applicable', pumpFill, /not asked for/],
    ],
    'modifier/qj': [
      '4 QJ',
      ['needs-review', { ...pumpFill, askedModifiers: ['QJ'] }, /is left off/, 'custody, tick'],
      ['not-applicable', pumpFill, /not asked for/],
      [
        'not-applicable',
        { ...pumpFill, custody: 'met', askedModifiers: ['QJ'] },
        /QJ was asked for and is on the line/,
      ],
    ],
  });
});

describe('custody and notices on the lines (rows 4 QJ and 4 ABN)', () => {
  const told = (change: Partial<Encounter>): string[] =>
    prepareClaim({ ...pumpFill, ...change }, ruleBook).how.map(({ says }) => says);
  it.each<[row: string, change: Partial<Encounter>, line: string, says: string]>([
    [
      'custody, original Medicare',
      { custody: 'met' },
      'J0475-JZ-QJ x4',
      'QJ reports that the patient is in custody and that 42 CFR 411.4(b) is met.',
    ],
    ['GA', { notice: 'GA' }, 'J0475-JZ-GA x4', 'GA reports a signed notice (ABN). A denial for need is expected.'],
    ['GX', { notice: 'GX' }, 'J0475-JZ-GX x4', 'GX reports a notice that was given by choice.'],
    [
      'GY tells of no notice',
      { notice: 'GY' },
      'J0475-JZ-GY x4',
      'GY reports that the law excludes the drug from Medicare.',
    ],
    [
      'GZ tells that there was none',
      { notice: 'GZ' },
      'J0475-JZ-GZ x4',
      'GZ reports that no notice (ABN) was given, though a denial for need is expected.',
    ],
  ])('%s', (_row, change, line, says) => {
    expect(linesOf({ ...pumpFill, ...change })).toEqual([line]);
    expect(told(change)).toContain(says);
  });

  it.each(['medicare-advantage', 'medicaid', 'commercial', 'self-pay'] as const)(
    'neither is put on a line to %s',
    (payer) => expect(linesOf({ ...pumpFill, payer, custody: 'met', notice: 'GA' }).join()).not.toMatch(/QJ|GA/),
  );

  it.each<[date: string, said: boolean]>([
    ['2024-12-31', false],
    ['2025-01-01', true],
  ])('on %s parole counts as custody no longer: %s', (date, said) => {
    for (const custody of ['met', 'not-met', 'not-known'] as const) {
      expect(
        /on parole, on probation/.test(
          verdictOf({ ...pumpFill, custody, dateOfService: day(date) }, 'modifier/custody').fix ?? '',
        ),
      ).toBe(said);
    }
  });

  it('a claim that GZ makes the practice pay for is to be fixed, not only checked', () => {
    expect(prepareClaim({ ...pumpFill, notice: 'GZ' }, ruleBook).status).toBe('fix-first');
  });
});

describe('340B by date, setting and kind of hospital (rows 4 TB, 4 JG, 4 340B)', () => {
  type Row = readonly [
    date: string,
    hospital: readonly [untold: string, jg: string, tb: string],
    criticalAccess: string,
    office: string,
  ];
  it.each<Row>([
    ['2017-12-31', ['', '', ''], '', ''],
    ['2018-01-01', ['', 'JG', 'TB'], '', ''],
    ['2022-03-10', ['', 'JG', 'TB'], '', ''],
    ['2022-12-31', ['', 'JG', 'TB'], '', ''],
    ['2023-01-01', ['', 'JG', 'TB'], '', ''],
    ['2023-12-31', ['', 'JG', 'TB'], '', ''],
    ['2024-01-01', ['', 'JG', 'TB'], 'TB', 'JG'],
    ['2024-12-31', ['', 'JG', 'TB'], 'TB', 'JG'],
    ['2025-01-01', ['TB', 'TB', 'TB'], 'TB', 'TB'],
    ['2026-03-10', ['TB', 'TB', 'TB'], 'TB', 'TB'],
  ])('%s', (date, hospital, criticalAccess, office) => {
    const on = (change: Partial<Encounter>) => {
      const modifiers = prepareClaim(
        { ...pumpFill, bought340b: true, dateOfService: day(date), ...change },
        ruleBook,
      ).lines.map((line) => line.modifiers.filter((each) => each === 'JG' || each === 'TB').join(' '));
      return [...new Set(modifiers)].join(' and ');
    };
    const kinds = [null, 'jg', 'tb'] as const;
    expect(kinds.map((hospital340b) => on({ setting: 'hospital-outpatient', hospital340b }))).toEqual(hospital);
    for (const hospital340b of kinds) {
      expect(on({ setting: 'critical-access-hospital', hospital340b })).toBe(criticalAccess);
      expect(on({ setting: 'office', hospital340b })).toBe(office);
      expect(on({ setting: 'asc', hospital340b })).toBe(office);
      for (const setting of ['rhc', 'fqhc', 'inpatient'] as const) expect(on({ setting, hospital340b })).toBe('');
      for (const payer of ['commercial', 'medicaid', 'self-pay'] as const)
        expect(on({ setting: 'hospital-outpatient', hospital340b, payer })).toBe('');
      expect(on({ setting: 'hospital-outpatient', hospital340b, bought340b: false })).toBe('');
    }
  });

  it.each([
    ['2018-12-31', 'TB'],
    ['2019-01-01', 'JG'],
    ['2023-12-31', 'JG'],
    ['2024-01-01', 'TB'],
    ['2025-01-01', 'TB'],
  ])('%s: a department that is not excepted, of a disproportionate share hospital: %s', (date, modifier) => {
    const encounter: Encounter = {
      ...pumpFill,
      setting: 'hospital-outpatient',
      bought340b: true,
      hospital340b: 'jg',
      offCampus: 'non-excepted',
      dateOfService: day(date),
    };
    expect(prepareClaim(encounter, ruleBook).lines[0]?.modifiers).toEqual(expect.arrayContaining([modifier, 'PN']));
    expect(kindOf340bDecides(encounter)).toBe(modifier === 'JG');
  });
});

describe('hospital departments off campus (rows 4 PO and 4 PN)', () => {
  const department: Encounter = {
    ...fill(mg(25), mg(15)),
    setting: 'hospital-outpatient',
    bought340b: true,
    dateOfService: day('2026-03-10'),
  };

  it.each<[row: string, encounter: Encounter, lines: string]>([
    ['excepted', { ...department, offCampus: 'excepted' }, 'J0475-TB-PO x3, J0475-JW-TB-PO x1'],
    ['not excepted', { ...department, offCampus: 'non-excepted' }, 'J0475-TB-PN x3, J0475-JW-TB-PN x1'],
    ['on campus', department, 'J0475-TB x3, J0475-JW-TB x1'],
    ['without 340B', { ...department, bought340b: false, offCampus: 'excepted' }, 'J0475-PO x3, J0475-JW-PO x1'],
    ['beside JZ', { ...department, given: mg(40), wasted: noMass, offCampus: 'non-excepted' }, 'J0475-JZ-TB-PN x4'],
    ['a packaged drug', { ...trial, setting: 'hospital-outpatient', offCampus: 'excepted' }, 'J0476-PO x1'],
    [
      'PO before its day',
      { ...department, bought340b: false, offCampus: 'excepted', dateOfService: day('2015-12-31') },
      'J0475 x3, J0475-JW x1',
    ],
    [
      'PO on its day',
      { ...department, bought340b: false, offCampus: 'excepted', dateOfService: day('2016-01-01') },
      'J0475-PO x3, J0475-JW-PO x1',
    ],
    [
      'PN before its day',
      { ...department, bought340b: false, offCampus: 'non-excepted', dateOfService: day('2016-12-31') },
      'J0475 x3, J0475-JW x1',
    ],
    [
      'PN on its day',
      { ...department, bought340b: false, offCampus: 'non-excepted', dateOfService: day('2017-01-01') },
      'J0475-PN x3, J0475-JW-PN x1',
    ],
    ['office', { ...department, setting: 'office', offCampus: 'excepted' }, 'J0475-TB x3, J0475-JW-TB x1'],
    ['surgical center', { ...department, setting: 'asc', offCampus: 'non-excepted' }, 'J0475-TB x3, J0475-JW-TB x1'],
    [
      'critical access hospital',
      { ...department, setting: 'critical-access-hospital', offCampus: 'excepted' },
      'J0475-TB x3, J0475-JW-TB x1',
    ],
    [
      'Medicare Advantage',
      { ...department, payer: 'medicare-advantage', offCampus: 'excepted' },
      'J0475-TB-PO x3, J0475-JW-TB-PO x1',
    ],
    ['commercial', { ...department, payer: 'commercial', offCampus: 'excepted' }, 'J0475 x3, J0475-JW x1'],
    [
      'four and no more: the notice is left off',
      { ...department, offCampus: 'excepted', custody: 'met', notice: 'GA' },
      'J0475-TB-PO-QJ-GA x3, J0475-JW-TB-PO-QJ x1',
    ],
    [
      'an order of the payer’s own',
      {
        ...department,
        offCampus: 'excepted',
        profile: { ...unknownProfile('own-x', 'x', 'medicare-part-b'), modifierOrder: ['PO', 'TB'] },
      },
      'J0475-PO-TB x3, J0475-PO-TB-JW x1',
    ],
  ])('%s', (_row, encounter, lines) => expect(linesOf(encounter).join(', ')).toBe(lines));
});

describe('what is said where only some lines, payers or days are meant', () => {
  const crowdedLines: Encounter = {
    ...fill(mg(25), mg(15)),
    dateOfService: day('2024-02-01'),
    kd: true,
    bought340b: true,
    custody: 'met',
  };
  holdToWords([
    [
      'GA on line 1 only',
      { ...crowdedLines, notice: 'GA' },
      'modifier/four',
      'fail',
      /GA does not fit on line 2\. It is on line 1 only\. Take off .* item 19/,
      /Left off/,
    ],
    [
      'GA on line 1 only',
      { ...crowdedLines, notice: 'GA' },
      'modifier/notice',
      'needs-review',
      /^GA says that a signed notice.* It does not fit on every line\. Keep/,
    ],
    [
      'GX on line 1 only, GY on none',
      { ...crowdedLines, notice: 'GX GY' },
      'modifier/notice',
      'needs-review',
      /^GX says .* It does not fit on every line/,
      /GY/,
    ],
    [
      'GX on line 1 only, GY on none',
      { ...crowdedLines, notice: 'GX GY' },
      'modifier/four',
      'fail',
      /Left off: GY\. GX does not fit on line 2\. It is on line 1 only/,
    ],
    [
      'a hospital has no item 19',
      {
        ...crowdedLines,
        dateOfService: day('2026-05-20'),
        setting: 'hospital-outpatient',
        offCampus: 'excepted',
        notice: 'GA',
      },
      'modifier/four',
      'fail',
      /A hospital claim has no item 19/,
      /99/,
    ],
    [
      'KD of a trial dose',
      { ...trial, kd: true },
      'modifier/kd',
      'needs-review',
      /It was asked for on drug put into a pump\. This line has none\./,
      /J0475/,
    ],
    [
      'TB in 2024',
      { ...pumpFill, bought340b: true, dateOfService: day('2024-06-01') },
      'modifier/tb',
      'needs-review',
      /cancer, and those of Maryland\. It was also for hospital departments that are not excepted/,
    ],
  ]);
});

describe('KD on the lines (row 4 KD)', () => {
  it('KD stands first, before JW and JZ, on every line of the drug', () => {
    expect(linesOf({ ...fill(mg(25), mg(15)), kd: true })).toEqual(['J0475-KD x3', 'J0475-KD-JW x1']);
    expect(linesOf({ ...pumpFill, kd: true })).toEqual(['J0475-KD-JZ x4']);
    expect(linesOf({ ...trial, kd: true })).toEqual(['J0476-JZ x1']);
  });
});
