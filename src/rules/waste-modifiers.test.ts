import { describe, expect, it } from 'vitest';
import { day } from '../engine/dated';
import type { Encounter, UnlistedCode } from '../engine/encounter';
import { matching } from '../engine/matching.fixture';
import { unknownProfile, type PayerProfile } from '../engine/payer-profile';
import { prepareClaim } from '../engine/prepare-claim';
import { mg, noMass } from '../engine/quantity';
import {
  commercial,
  confirmation,
  elsewhere,
  fill,
  findingOf,
  linesOf,
  namedCode,
  own,
  pumpFill,
  trial,
  under,
  verdictOf,
} from './encounter.fixture';
import { ruleBook } from './index';
import { holdToTable, holdToWords } from './rule-table.fixture';
import { wasteModifierRules } from './waste-modifiers';

const on = (date: string): Partial<Encounter> => ({ dateOfService: day(date), preparedOn: day('2026-05-20') });
const waste = fill(mg(25), mg(15));
const toCommercial: Partial<Encounter> = { payer: 'commercial' };
const prairie = (profile: Partial<PayerProfile>): Partial<Encounter> => ({
  ...toCommercial,
  profile: { ...unknownProfile('own-Prairie', 'Prairie Health', 'commercial'), ...profile },
});
const partB = (profile: Partial<PayerProfile>): Partial<Encounter> => ({
  profile: { ...unknownProfile('own-x', 'x', 'medicare-part-b'), ...profile },
});
const word = (code: UnlistedCode | null) => ({ who: 'Claims desk', on: day('2026-05-19'), reference: 'R-1', code });
const intravenous: Encounter = { ...fill(mg(10), noMass), route: 'intravenous', purpose: 'other-injection' };
const compound: Encounter = { ...pumpFill, drugSource: 'compounded', payerConfirmation: word('J7999') };
const may = day('2026-05-21');

const medicare = 'Medicare’s rule on the date of service: the line of a single-dose drug carries JW or JZ.';
const silent = 'The profile Prairie Health';

describe('whether a line takes JW and JZ, and the sentence that says so (rows 2.4, 2b, 12b)', () => {
  /** JW and JZ: on or off; settled, or open ("?"). */
  it.each<[what: string, encounter: Encounter, stance: string, says: string, rows: string]>([
    ['Medicare today', pumpFill, 'JW JZ', medicare, '2.4'],
    ['the day JZ had to be used', { ...pumpFill, ...on('2023-07-01') }, 'JW JZ', medicare, '2.4'],
    [
      'the day before',
      { ...pumpFill, ...on('2023-06-30') },
      'JW no-JZ',
      'JZ was free to use until 07/01/2023, so it is left off. JW was in use.',
      '2.4',
    ],
    [
      'the first day of JZ',
      { ...pumpFill, ...on('2023-01-01') },
      'JW no-JZ',
      'JZ was free to use until 07/01/2023, so it is left off. JW was in use.',
      '2.4',
    ],
    [
      'the day before JZ',
      { ...pumpFill, ...on('2022-12-31') },
      'JW no-JZ',
      'Medicare used JW on the date of service, and not yet JZ.',
      '2.4',
    ],
    [
      'the first day of JW for all',
      { ...pumpFill, ...on('2017-01-01') },
      'JW no-JZ',
      'Medicare used JW on the date of service, and not yet JZ.',
      '2.4',
    ],
    [
      'the day before it',
      { ...pumpFill, ...on('2016-12-31') },
      'JW? no-JZ?',
      'Before 01/01/2017 each contractor decided on JW. There was no JZ.',
      '2.4',
    ],
    ['another payer', { ...pumpFill, ...toCommercial }, 'JW? JZ?', medicare, '2.4'],
    [
      'self-pay',
      { ...pumpFill, payer: 'self-pay' },
      'no-JW no-JZ',
      'A self-pay line carries neither JW nor JZ.',
      '2b self-pay',
    ],
    [
      'a compound',
      compound,
      'no-JW? no-JZ?',
      'Whether a compounded drug takes JW or JZ was not found, so the line has neither.',
      '2b compounded',
    ],
    [
      'J0428, unconfirmed',
      intravenous,
      'JW? no-JZ?',
      'No text on JW and JZ names J0428. Waste is shown with JW, and JZ is left off.',
      '1.12',
    ],
    [
      'J0428, a word on another code',
      { ...intravenous, payerConfirmation: word('J7999') },
      'JW? no-JZ?',
      'No text on JW and JZ names J0428. Waste is shown with JW, and JZ is left off.',
      '1.12',
    ],
    ['J0428, confirmed', { ...intravenous, payerConfirmation: word(null) }, 'JW? JZ?', medicare, '2.4'],
    [
      'both taken',
      { ...pumpFill, ...prairie({ jw: 'accepted', jz: 'accepted' }) },
      'JW JZ',
      `${silent} says: JW is taken. JZ is taken.`,
      '2b own profile',
    ],
    [
      'both required',
      { ...pumpFill, ...prairie({ jw: 'required', jz: 'required' }) },
      'JW JZ',
      `${silent} says: JW is required. JZ is required.`,
      '2b own profile',
    ],
    [
      'both not required',
      { ...pumpFill, ...prairie({ jw: 'not-required', jz: 'not-required' }) },
      'no-JW no-JZ',
      `${silent} says: JW is not required and is left off. JZ is not required and is left off.`,
      '2b own profile',
    ],
    [
      'both not taken',
      { ...pumpFill, ...prairie({ jw: 'not-accepted', jz: 'not-accepted' }) },
      'no-JW no-JZ',
      `${silent} says: JW is not taken. JZ is not taken.`,
      '2b own profile',
    ],
    ['a profile that speaks of neither', { ...pumpFill, ...prairie({}) }, 'JW? JZ?', medicare, '2.4'],
    [
      'a profile that speaks of JW',
      { ...pumpFill, ...prairie({ jw: 'required' }) },
      'JW JZ?',
      `${silent} says: JW is required. It does not say what the payer does with JZ, so JZ follows Medicare’s way.`,
      '2b own profile, 2.4',
    ],
    [
      'a profile that speaks of JZ',
      { ...pumpFill, ...prairie({ jz: 'required' }) },
      'JW? JZ',
      `${silent} does not say what the payer does with JW, so JW follows Medicare’s way. It says: JZ is required.`,
      '2b own profile, 2.4',
    ],
    [
      'Medicare’s own profile that speaks of JW',
      { ...pumpFill, ...partB({ jw: 'required' }) },
      'JW JZ',
      'The profile x says: JW is required. It does not name JZ, so JZ follows Medicare’s rule.',
      '2b own profile, 2.4',
    ],
    [
      'taken from tomorrow',
      { ...pumpFill, ...prairie({ jw: 'required', jz: 'accepted', jwFrom: may, jzFrom: may }) },
      'no-JW no-JZ',
      `${silent} says: JW is taken only from 05/21/2026. JZ is taken only from 05/21/2026.`,
      '2b own profile',
    ],
    [
      'taken from the day',
      {
        ...pumpFill,
        ...prairie({ jw: 'required', jz: 'accepted', jwFrom: day('2026-05-20'), jzFrom: day('2026-05-20') }),
      },
      'JW JZ',
      `${silent} says: JW is required. JZ is taken.`,
      '2b own profile',
    ],
    [
      'no longer taken from tomorrow',
      { ...pumpFill, ...prairie({ jw: 'not-accepted', jz: 'not-accepted', jwFrom: may, jzFrom: may }) },
      'JW? JZ?',
      `${silent} does not say what the payer did with JW before 05/21/2026, so JW follows Medicare’s way. ` +
        'It does not say what the payer did with JZ before 05/21/2026, so JZ follows Medicare’s way.',
      '2b own profile, 2.4',
    ],
    [
      'Medicare’s own profile, JZ from tomorrow',
      { ...pumpFill, ...partB({ jw: 'accepted', jz: 'not-accepted', jzFrom: may }) },
      'JW JZ',
      'The profile x says: JW is taken. It starts for JZ on 05/21/2026. Before that Medicare’s own rule holds.',
      '2b own profile, 2.4',
    ],
    [
      'JZ of a profile, before there was one',
      { ...pumpFill, ...prairie({ jw: 'required', jz: 'required' }), ...on('2022-12-31') },
      'JW no-JZ',
      `${silent} says: JW is required. JZ could not be used before 01/01/2023.`,
      '2b own profile',
    ],
    [
      'JZ of a profile, on its first day',
      { ...pumpFill, ...prairie({ jw: 'required', jz: 'required' }), ...on('2023-01-01') },
      'JW JZ',
      `${silent} says: JW is required. JZ is required.`,
      '2b own profile',
    ],
    [
      'professional claims alone, a hospital’s',
      {
        ...pumpFill,
        ...prairie({ jw: 'required', jz: 'required', jzProfessionalOnly: true }),
        setting: 'hospital-outpatient',
      },
      'JW no-JZ?',
      `${silent} says: JW is required. What is known of JZ is for professional claims. ` +
        'On this facility claim JZ is left off.',
      '2b own profile',
    ],
    [
      'professional claims alone, an office’s',
      { ...pumpFill, ...prairie({ jw: 'required', jz: 'required', jzProfessionalOnly: true }) },
      'JW JZ',
      `${silent} says: JW is required. JZ is required.`,
      '2b own profile',
    ],
    [
      'professional claims alone, of JW only',
      { ...pumpFill, ...prairie({ jw: 'required', jzProfessionalOnly: true }), setting: 'hospital-outpatient' },
      'JW JZ?',
      `${silent} says: JW is required. It does not say what the payer does with JZ, so JZ follows Medicare’s way.`,
      '2b own profile, 2.4',
    ],
  ])('%s', (_what, encounter, stance, says, rows) => {
    const policy = prepareClaim(encounter, ruleBook).wasteModifiers;
    if (!policy) throw new Error('no code');
    const word = (name: string, isOn: boolean, settled: boolean) => `${isOn ? '' : 'no-'}${name}${settled ? '' : '?'}`;
    expect(`${word('JW', policy.jw, policy.jwSettled)} ${word('JZ', policy.jz, policy.jzSettled)}`).toBe(stance);
    expect(policy.step).toEqual({ says, rows: rows.split(', ') });
  });
});

describe('the finding on JW and JZ', () => {
  const wrong = 'modifier wrong or not fitting the code';
  const returned = 'modifier missing; returned as unprocessable';
  const missing = 'modifier missing';
  const ask = 'Ask the payer whether it takes JW and JZ, and from which date.';
  const askWaste = 'Ask the payer how it wants waste told, and whether it pays for it.';
  const other = 'That is Medicare’s way. This payer may want it otherwise.';
  it.each(
    (
      [
        ['JZ', pumpFill, 'pass', 'JZ is on the line. Without it Medicare would return the claim.'],
        ['JW', waste, 'pass', 'JW is on the line. Without it Medicare would return the claim.'],
        [
          'the first day on which Medicare returned claims',
          { ...pumpFill, ...on('2023-10-01') },
          'pass',
          'JZ is on the line. Without it Medicare would return the claim.',
        ],
        ['the day before', { ...pumpFill, ...on('2023-09-30') }, 'pass', 'JZ is on the line.'],
        ['a place that is not settled', { ...pumpFill, setting: 'home' }, 'pass', 'JZ is on the line.'],
        [
          'before JZ had to be used',
          { ...pumpFill, ...on('2023-06-30') },
          'pass',
          'The line carries neither JW nor JZ. JZ was not required on the date of service.',
        ],
        [
          'before JW was the same for all',
          { ...waste, ...on('2016-12-31') },
          'needs-review',
          'JW is on the line. Before 01/01/2017 each contractor decided on JW. There was no JZ.',
          'JZ did not exist then. Ask the contractor whether it wanted JW.',
          wrong,
          'tick',
        ],
        [
          'the same, nothing wasted',
          { ...pumpFill, ...on('2016-12-31') },
          'needs-review',
          'The line carries neither JW nor JZ. Before 01/01/2017 each contractor decided on JW. There was no JZ.',
          'JZ did not exist then. Ask the contractor whether it wanted JW.',
          missing,
          'tick',
        ],
        [
          'another payer, before JZ',
          { ...waste, ...toCommercial, ...on('2022-12-31') },
          'needs-review',
          `JW is on the line. ${other}`,
          'JZ did not exist then. Ask the payer whether it wanted JW.',
          wrong,
          'profile, tick',
        ],
        [
          'another payer',
          { ...pumpFill, ...toCommercial },
          'needs-review',
          `JZ is on the line. ${other}`,
          ask,
          wrong,
          'profile, tick',
        ],
        [
          'self-pay',
          { ...pumpFill, payer: 'self-pay' },
          'not-applicable',
          'A self-pay line carries neither JW nor JZ.',
        ],
        [
          'self-pay, waste',
          { ...waste, payer: 'self-pay' },
          'not-applicable',
          'A self-pay line carries neither JW nor JZ.',
        ],
        ['no drug line', { ...pumpFill, drugSource: 'supplied' }, 'not-applicable', 'There is no drug line.'],
        ['nothing given', fill(noMass, mg(15)), 'not-applicable', 'There is no drug line.'],
        [
          'multi-dose',
          { ...waste, container: 'multi-dose' },
          'not-applicable',
          'By Medicare’s rule a multi-dose container takes neither JW nor JZ.',
        ],
        [
          'drug not accounted for',
          fill(mg(35), noMass, mg(40)),
          'not-applicable',
          'JZ is left off while drug is not accounted for.',
        ],
        [
          'a compound',
          compound,
          'needs-review',
          'Whether a compounded drug takes JW or JZ was not found, so the line has neither.',
          'Ask the payer whether it wants JW or JZ on a compounded drug.',
          returned,
          'drugSource, tick',
        ],
        [
          'a compound, self-pay',
          { ...compound, payer: 'self-pay' },
          'not-applicable',
          'A self-pay line carries neither JW nor JZ.',
        ],
        [
          'a profile that says both',
          { ...pumpFill, ...prairie({ jw: 'required', jz: 'required' }) },
          'pass',
          `JZ is on the line. ${silent} says: JW is required. JZ is required.`,
        ],
        [
          'a profile that says one',
          { ...pumpFill, ...prairie({ jw: 'required' }) },
          'needs-review',
          `JZ is on the line. ${silent} says: JW is required. It does not say what the payer does with JZ, so JZ ` +
            'follows Medicare’s way.',
          ask,
          wrong,
          'profile, tick',
        ],
        [
          'the same profile, waste: only JW counts',
          { ...waste, ...prairie({ jw: 'required' }) },
          'pass',
          `JW is on the line. ${silent} says: JW is required. It does not say what the payer does with JZ, so JZ ` +
            'follows Medicare’s way.',
        ],
        [
          'a profile of Medicare that leaves JZ off',
          { ...pumpFill, ...partB({ jz: 'not-required' }) },
          'fail',
          'The line carries neither JW nor JZ, and Medicare returns it without one. ' +
            'The profile x does not name JW, so JW follows Medicare’s rule. It says: ' +
            'JZ is not required and is left off.',
          'Correct the payer profile. A single-dose drug that is paid on its own takes JW or JZ.',
          returned,
          'profile, certain',
        ],
        [
          'the same before Medicare returned claims',
          { ...pumpFill, ...partB({ jz: 'not-required' }), ...on('2023-09-30') },
          'pass',
          'The line carries neither JW nor JZ. The profile x does not name JW, so JW follows Medicare’s rule. ' +
            'It says: JZ is not required and is left off.',
        ],
        [
          'a profile of Medicare that takes no JW',
          { ...waste, ...partB({ jw: 'not-accepted' }) },
          'fail',
          'The line carries neither JW nor JZ, and Medicare returns it without one. The profile x says: ' +
            'JW is not taken. It does not name JZ, so JZ follows Medicare’s rule.',
          'Correct the payer profile. A single-dose drug that is paid on its own takes JW or JZ.',
          returned,
          'profile, certain',
        ],
        [
          'a payer that takes no JW',
          { ...waste, ...prairie({ jw: 'not-accepted', jz: 'required' }) },
          'needs-review',
          `${silent} says: JW is not taken. JZ is required. 1 unit of waste is not billed: ` +
            'this payer takes no JW. JZ is left off because drug was wasted.',
          askWaste,
          missing,
          'profile, tick',
        ],
        [
          'a payer that wants no JW',
          { ...fill(mg(15), mg(25)), ...prairie({ jw: 'not-required', jz: 'required' }) },
          'needs-review',
          `${silent} says: JW is not required and is left off. JZ is required. 2 units of waste are not billed: ` +
            'JW is left off. JZ is left off because drug was wasted.',
          askWaste,
          missing,
          'profile, tick',
        ],
        [
          'J0428',
          { ...intravenous, payerConfirmation: word(null) },
          'needs-review',
          'JZ is on the line. No text on JW and JZ names J0428. ' +
            'JZ follows Medicare’s rule for drugs that are paid on their own.',
          'Ask the contractor whether it takes JW and JZ, and from which date.',
          wrong,
          'tick',
        ],
        [
          'J0428 on hold',
          intravenous,
          'needs-review',
          'The line carries neither JW nor JZ. No text on JW and JZ names J0428. ' +
            'JZ is left off until the payer confirms the code.',
          'Ask the contractor whether it takes JW and JZ, and from which date.',
          returned,
          'tick',
        ],
        [
          'J0428 on hold, with waste',
          { ...intravenous, wasted: mg(10) },
          'needs-review',
          'JW is on the line. No text on JW and JZ names J0428. ' +
            'JW follows Medicare’s rule for drugs that are paid on their own.',
          'Ask the contractor whether it takes JW and JZ, and from which date.',
          wrong,
          'tick',
        ],
        [
          'J0428 before JZ',
          { ...intravenous, payerConfirmation: word(null), dateOfService: day('2019-03-01') },
          'needs-review',
          'The line carries neither JW nor JZ. No text on JW and JZ names J0428. ' +
            'Medicare used JW on the date of service, and not yet JZ.',
          'JZ did not exist then. Ask the contractor whether it wanted JW.',
          missing,
          'tick',
        ],
        [
          'J0428 of a plan',
          { ...intravenous, payer: 'commercial' },
          'needs-review',
          'The line carries neither JW nor JZ. No text on JW and JZ names J0428. ' +
            'JZ is left off until the payer confirms the code. This payer may want it otherwise.',
          ask,
          missing,
          'profile, tick',
        ],
      ] satisfies readonly (readonly [string, Encounter, ...string[]])[]
    ).map(([what, encounter, ...finding]) => ({ what, encounter, finding })),
  )('$what', ({ encounter, finding }) => {
    expect(findingOf(encounter, 'modifier/jw-jz')).toEqual(finding);
  });

  it.each<[what: string, encounter: Encounter, lines: string]>([
    ['a whole dose', pumpFill, 'J0475-JZ x4'],
    ['waste', waste, 'J0475 x3, J0475-JW x1'],
    ['waste of a payer that takes no JW', { ...waste, ...prairie({ jw: 'not-accepted', jz: 'required' }) }, 'J0475 x3'],
    ['a compound', compound, 'J7999 x1'],
  ])('the lines of %s', (_what, encounter, lines) => {
    expect(linesOf(encounter).join(', ')).toBe(lines);
  });
});

describe('JW and JZ', () => {
  holdToTable(wasteModifierRules, {
    'modifier/jw-jz': [
      '2.4, 2.10, 2.18, 2b plans, 2b compounded, 1.12',
      [
        'needs-review',
        namedCode('J7999'),
        /Whether a compounded drug takes JW or JZ was not found, so the line has neither/,
        'drugSource, tick',
      ],
      ['not-applicable', { ...namedCode('J7999'), payer: 'self-pay' }, /self-pay/],
      ['pass', pumpFill, /JZ is on the line. Without it Medicare/],
      ['pass', { ...pumpFill, dateOfService: day('2023-08-01') }, /^JZ is on the line\.$/],
      ['pass', { ...pumpFill, dateOfService: day('2023-06-30') }, /not required/],
      ['needs-review', commercial, /may want it otherwise/, 'profile, tick'],
      ['needs-review', { ...fill(mg(25), mg(15)), dateOfService: day('2016-12-31') }, /contractor decided/, 'tick'],
      ['not-applicable', { ...pumpFill, payer: 'self-pay' }, /self-pay/],
      ['not-applicable', { ...pumpFill, setting: 'fqhc' }, /neither/],
      ['needs-review', { ...commercial, setting: 'fqhc' }, /carries neither.*may want it otherwise/, 'profile, tick'],
      ['pass', elsewhere('65'), /^JZ is on the line\.$/],
      ['pass', { ...pumpFill, setting: 'home' }, /^JZ is on the line\.$/],
      [
        'needs-review',
        { ...commercial, given: mg(25), wasted: mg(15), setting: 'emergency-room' },
        /1 unit of waste is not billed: JW is left off\. That is Medicare’s way\. This payer may want it otherwise\.$/,
        'profile, tick',
      ],
      [
        'needs-review',
        { ...commercial, setting: 'emergency-room' },
        /^The line carries neither JW nor JZ\. In the emergency room the hospital bills/,
        'profile, tick',
      ],
      [
        'pass',
        under('lifewise-premera', { given: mg(25), wasted: mg(15), setting: 'emergency-room' }),
        /^JW is on the line\. The profile .* JW is required/,
      ],
      ['not-applicable', fill(mg(25), mg(10), mg(40)), /not accounted for/],
      [
        'fail',
        { ...pumpFill, profile: { ...unknownProfile('own-x', 'x', 'medicare-part-b'), jz: 'not-required' } },
        /neither JW nor JZ, and Medicare returns it/,
        'profile, certain',
      ],
      [
        'pass',
        {
          ...pumpFill,
          dateOfService: day('2023-09-30'),
          profile: { ...unknownProfile('own-x', 'x', 'medicare-part-b'), jz: 'not-required' },
        },
        /The line carries neither/,
      ],
      [
        'pass',
        under('bcbs-north-dakota'),
        matching(
          /The line carries neither JW nor JZ\. The profile BCBS North Dakota says: JW is taken\. /,
          /JZ is not required and is left off\.$/,
        ),
      ],
      [
        'pass',
        under('lifewise-premera'),
        /JZ is on the line\. The profile LifeWise and Premera says: JW is required\. JZ is required\.$/,
      ],
      [
        'needs-review',
        under('horizon-new-jersey'),
        /says: JW is taken\. It does not say what the payer does with JZ, so JZ follows Medicare’s way\.$/,
        'profile, tick',
      ],
      [
        'needs-review',
        under('unitedhealthcare-maryland', { setting: 'hospital-outpatient' }),
        /is for professional claims\. On this facility claim JZ is left off/,
        'profile, tick',
      ],
      [
        'pass',
        under('unitedhealthcare-maryland', { dateOfService: day('2025-04-30') }),
        /neither.*JZ is taken only from 05\/01\/2025/,
      ],
      [
        'needs-review',
        own({ jz: 'not-accepted', jzFrom: day('2026-05-21') }),
        matching(
          /JZ is on the line\. The profile Prairie Health does not say what the payer does with JW.* It does not say /,
          /what the payer did with JZ before 05\/21\/2026, so/,
        ),
        'profile, tick',
      ],
      ['pass', own({ jz: 'not-accepted', jzFrom: day('2026-05-20') }), /carries neither.*JZ is not taken/],
      [
        'needs-review',
        own({ jw: 'not-accepted', jz: 'required' }, { given: mg(25), wasted: mg(15) }),
        matching(
          /JW is not taken\. JZ is required\. 1 unit of waste is not billed: this payer takes no JW\. /,
          /JZ is left off because drug was wasted\.$/,
        ),
        'profile, tick',
      ],
      [
        'needs-review',
        own(
          { jw: 'not-required', jz: 'required', feePerUnit: { tenthsOfCent: 180_500 } },
          { given: mg(15), wasted: mg(25) },
        ),
        /2 units of waste, worth \$361\.00 at the plan’s fee, are not billed: JW is left off\. JZ is left off because/,
        'profile, tick',
      ],
      [
        'needs-review',
        own({ jz: 'not-required' }, { given: mg(25), wasted: mg(15) }),
        matching(
          /JW is on the line\. The profile Prairie Health does not say what the payer does with JW, so JW follows /,
          /Medicare’s way\. It says: JZ is not/,
        ),
        'profile, tick',
      ],
      ['pass', own({ jz: 'not-required' }), /JZ is not required and is left off/],
      [
        'pass',
        own({ jw: 'required', jz: 'required' }, { dateOfService: day('2022-12-31'), preparedOn: day('2022-12-31') }),
        /JZ could not be used before 01\/01\/2023/,
      ],
      [
        'pass',
        {
          ...pumpFill,
          setting: 'hospital-outpatient',
          profile: { ...unknownProfile('own-x', 'x', 'medicare-part-b'), jw: 'required', jzProfessionalOnly: true },
        },
        /JZ is on the line/,
      ],
    ],
  });
});

describe('JW and JZ by payer, setting, code and date (rows 2.4 and 2b)', () => {
  it.each([
    ['2016-12-31', 'J0475 x3, J0475-JW x1', 'J0475 x4'],
    ['2017-01-01', 'J0475 x3, J0475-JW x1', 'J0475 x4'],
    ['2022-12-31', 'J0475 x3, J0475-JW x1', 'J0475 x4'],
    ['2023-01-01', 'J0475 x3, J0475-JW x1', 'J0475 x4'],
    ['2023-06-30', 'J0475 x3, J0475-JW x1', 'J0475 x4'],
    ['2023-07-01', 'J0475 x3, J0475-JW x1', 'J0475-JZ x4'],
    ['2023-10-01', 'J0475 x3, J0475-JW x1', 'J0475-JZ x4'],
  ])('%s: with waste %s, without %s', (date, withWaste, without) => {
    expect(linesOf({ ...waste, dateOfService: day(date) }).join(', ')).toBe(withWaste);
    expect(linesOf({ ...pumpFill, dateOfService: day(date) }).join(', ')).toBe(without);
  });

  it.each([
    ['office', 'J0475 x3, J0475-JW x1', 'J0476-JZ x1'],
    ['hospital-outpatient', 'J0475 x3, J0475-JW x1', 'J0476 x1'],
    ['asc', 'J0475 x3, J0475-JW x1', 'J0476 x1'],
    ['critical-access-hospital', 'J0475 x3, J0475-JW x1', 'J0476-JZ x1'],
    ['independent-clinic', 'J0475 x3, J0475-JW x1', 'J0476-JZ x1'],
    ['home', 'J0475 x3, J0475-JW x1', 'J0476-JZ x1'],
    ['assisted-living', 'J0475 x3, J0475-JW x1', 'J0476-JZ x1'],
    ['custodial-care', 'J0475 x3, J0475-JW x1', 'J0476-JZ x1'],
    ['nursing-facility', 'J0475 x3, J0475-JW x1', 'J0476-JZ x1'],
    ['skilled-nursing-facility', 'J0475 x3', 'J0476 x1'],
    ['emergency-room', 'J0475 x3', 'J0476 x1'],
    ['rhc', 'J0475 x3', 'J0476 x1'],
    ['fqhc', 'J0475 x3', 'J0476 x1'],
    ['inpatient', 'J0475 x3', 'J0476 x1'],
  ] as const)('%s: %s; trial %s', (setting, fills, trials) => {
    expect(linesOf({ ...waste, setting }).join(', ')).toBe(fills);
    expect(linesOf({ ...trial, setting }).join(', ')).toBe(trials);
  });

  it.each([
    'medicare-part-b',
    'medicare-advantage',
    'medicaid',
    'commercial',
    'other-government',
    'workers-compensation',
  ] as const)('%s defaults to Medicare’s way, and all but Part B say so', (payer) => {
    expect(linesOf({ ...waste, payer })).toEqual(['J0475 x3', 'J0475-JW x1']);
    expect(verdictOf({ ...waste, payer }, 'modifier/jw-jz').outcome).toBe(
      payer === 'medicare-part-b' ? 'pass' : 'needs-review',
    );
  });

  it.each([
    ['emergency-room', null],
    ['other', '22'],
    ['skilled-nursing-facility', null],
    ['rhc', null],
  ] as const)(
    'a plan’s own word on JW and JZ stands in %s %s too, and is only Medicare’s where it has none',
    (setting, placeOfService) => {
      expect(linesOf(under('lifewise-premera', { given: mg(25), wasted: mg(15), setting, placeOfService }))).toEqual([
        'J0475 x3',
        'J0475-JW x1',
      ]);
      expect(linesOf(under('lifewise-premera', { setting, placeOfService }))).toEqual(['J0475-JZ x4']);
      expect(linesOf({ ...waste, payer: 'commercial', setting, placeOfService })).toEqual(['J0475 x3']);
      expect(
        linesOf({
          ...waste,
          profile: { ...unknownProfile('own-x', 'x', 'medicare-part-b'), jw: 'required', jz: 'required' },
          setting,
          placeOfService,
        }),
      ).toEqual(['J0475 x3']);
    },
  );

  it('J0428 is held to JZ only by a word on J0428', () => {
    const jz = (code: UnlistedCode | null) => linesOf({ ...intravenous, payerConfirmation: { ...confirmation, code } });
    expect([jz(null), jz('J7999')]).toEqual([['J0428-JZ x1'], ['J0428 x1']]);
  });

  it('self-pay lines carry neither', () => {
    expect(linesOf({ ...waste, payer: 'self-pay' })).toEqual(['J0475 x3']);
    expect(linesOf({ ...pumpFill, payer: 'self-pay' })).toEqual(['J0475 x4']);
  });
});

describe('what is said where only some lines, payers or days are meant', () => {
  const original = (profile: Partial<PayerProfile>, change: Partial<Encounter> = {}): Encounter => ({
    ...pumpFill,
    profile: { ...unknownProfile('own-x', 'x', 'medicare-part-b'), ...profile },
    ...change,
  });
  const from = day('2026-07-01');
  const old: Encounter = { ...pumpFill, dateOfService: day('2016-06-01') };
  holdToWords([
    [
      'Medicare before the day of its profile',
      original({ jw: 'accepted', jz: 'not-accepted', jzFrom: from }),
      'modifier/jw-jz',
      'pass',
      matching(
        /^JZ is on the line\. The profile x says: JW is taken\. It starts for JZ on 07\/01\/2026\. /,
        /Before that Medicare’s own rule holds\.$/,
      ),
    ],
    [
      'the same of JW',
      original({ jw: 'not-accepted', jwFrom: from }, { given: mg(25), wasted: mg(15) }),
      'modifier/jw-jz',
      'pass',
      matching(
        /^JW is on the line\. The profile x starts for JW on 07\/01\/2026\. /,
        /Before that Medicare’s own rule holds\. It does not name JZ, so JZ follows Medicare’s rule\.$/,
      ),
    ],
    [
      'before JW was the same for all',
      { ...old, given: mg(25), wasted: mg(15) },
      'modifier/jw-jz',
      'needs-review',
      matching(
        /^JW is on the line\. Before 01\/01\/2017 each contractor decided on JW\..*JZ did not exist then\. /,
        /Ask the contractor whether it wanted JW\./,
      ),
      /which date|Medicare’s way/,
    ],
    [
      'before JZ, another payer',
      { ...old, payer: 'commercial', dateOfService: day('2022-06-01') },
      'modifier/jw-jz',
      'needs-review',
      /JZ did not exist then\. Ask the payer whether it wanted JW\./,
    ],
  ]);

  it.each([
    ['2016-06-01', false],
    ['2023-09-30', false],
    ['2023-10-01', true],
  ])('%s: that a claim without JW or JZ is returned (MA130): %s', (date, said) => {
    const { denial } = verdictOf({ ...namedCode('J7999'), dateOfService: day(date) }, 'modifier/jw-jz');
    expect(denial?.rarc.includes('MA130')).toBe(said);
  });

  it('nor is it told of the line of 2016 that carries neither', () =>
    expect(verdictOf(old, 'modifier/jw-jz').denial?.rarc).toEqual(['N822']));
});

describe('what was not read is not said of Medicare', () => {
  const ofAnother: Encounter = { ...intravenous, payer: 'medicare-advantage' };
  holdToWords([
    [
      'J0428 has no way of Medicare’s',
      ofAnother,
      'modifier/jw-jz',
      'needs-review',
      matching(
        /^The line carries neither JW nor JZ\. No text on JW and JZ names J0428\. /,
        /JZ is left off until the payer confirms the code\. This payer may want it otherwise\. /,
      ),
      /Medicare’s way/,
    ],
    [
      'nor once a plan has confirmed it',
      { ...ofAnother, payerConfirmation: word(null) },
      'modifier/jw-jz',
      'needs-review',
      /No text on JW and JZ names J0428\. JZ follows Medicare’s rule .* This payer may want it otherwise\./,
      /That is Medicare’s way/,
    ],
    [
      'a psychiatric hospital is only taken like a hospital',
      { ...elsewhere('51'), payer: 'commercial' },
      'modifier/jw-jz',
      'needs-review',
      /That is general knowledge\. This payer may want it otherwise\./,
      /Medicare’s way/,
    ],
    [
      'a surgical center, whose list is of 2020',
      { ...pumpFill, setting: 'asc' },
      'modifier/jw-jz',
      'pass',
      /^JZ is on the line\. Whether the drug is paid on its own line was not read for this day\.$/,
    ],
    [
      'a hospital after the newest list read',
      { ...pumpFill, setting: 'hospital-outpatient', dateOfService: day('2026-07-01') },
      'modifier/jw-jz',
      'pass',
      /^JZ is on the line\. Whether the drug is paid on its own line was not read for this day\.$/,
    ],
    [
      'a hospital in a quarter that was read',
      { ...pumpFill, setting: 'hospital-outpatient' },
      'modifier/jw-jz',
      'pass',
      /^JZ is on the line\. Without it Medicare would return the claim\.$/,
    ],
  ]);
});
