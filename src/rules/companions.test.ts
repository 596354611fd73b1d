import { describe, expect, it } from 'vitest';
import { day } from '../engine/dated';
import type { Encounter, CompanionCode, PumpFill } from '../engine/encounter';
import { matching } from '../engine/matching.fixture';
import { mcg, mcgPerMl } from '../engine/quantity';
import { companionRules } from './companions';
import {
  beside,
  commercial,
  elsewhere,
  fixOf,
  intravenous,
  outpatient,
  own,
  pumpFill,
  pumpRecord,
  supplied,
  trial,
  verdictOf,
} from './encounter.fixture';
import { holdToTable, holdToWords } from './rule-table.fixture';

/** A refill with its record, and what was billed for it. */
const refilled = (companions: readonly CompanionCode[], change: Partial<PumpFill> = {}): Encounter => ({
  ...pumpFill,
  ...beside(...companions),
  pumpFill: { ...pumpRecord, ...change },
});

/** A hospital's claim of a day that its newest list covers. */
const hospital2026 = (companions: readonly string[], on = '2026-11-20'): Encounter => ({
  ...outpatient,
  ...beside(...companions),
  dateOfService: day(on),
  preparedOn: day('2027-01-15'),
});

/** Places where Medicare’s drug line waits, or is another’s. */
const heldPlaces: readonly Encounter[] = [
  ...['19', '21', '22'].map(elsewhere),
  ...(
    [
      'emergency-room',
      'skilled-nursing-facility',
      'nursing-facility',
      'rhc',
      'fqhc',
      'inpatient',
      'dme-supplier',
      'home',
      'assisted-living',
    ] as const
  ).map((setting) => ({ ...pumpFill, setting })),
  { ...pumpFill, setting: 'home', attendance: 'nurse-alone' },
];

describe('procedures beside the drug', () => {
  holdToTable(companionRules, {
    'companions/pairs': [
      '5 pairs, 5 pairs 2026, 5 pairs physician, 4 59',
      ['not-applicable', { ...pumpFill, ...beside('62370') }, /No two procedures/],
      ['not-applicable', { ...pumpFill, ...beside('62370', 'A4220') }, /No two procedures/],
      ['not-applicable', { ...pumpFill, payer: 'self-pay', ...beside('62370', '95991') }, /self-pay/],
      [
        'pass',
        hospital2026(['62370', '62322', 'A4220']),
        matching(
          /^NCCI has no pair between 62370 and 62322\. /,
          /Looked up in the hospital’s list of 10\/01\/2026 to 12\/31\/2026\.$/,
        ),
      ],
      [
        'needs-review',
        { ...pumpFill, ...beside('62370', '62322'), dateOfService: day('2024-09-30') },
        matching(
          /^No NCCI pair between 62370 and 62322 was found\. Not every pair of both lists of 07\/01\/2024 to /,
          /09\/30\/2024 was noted\.$/,
        ),
        'services, tick',
      ],
      [
        'needs-review',
        { ...pumpFill, ...beside('62370', '62322') },
        /^No NCCI pair .*was found\. The physician’s list for 05\/20\/2026 was not read\.$/,
        'services, tick',
      ],
      [
        'needs-review',
        { ...hospital2026(['62370']), ...beside('62370', '99213', '96372') },
        /^Whether NCCI has a pair with 99213 or 96372 was not read\.$/,
        'services, tick',
      ],
      ['needs-review', hospital2026(['62370', '62365']), /^62370 is part of 62365 .*separate/, 'services, tick'],
      [
        'needs-review',
        { ...outpatient, ...beside('62370', '62322') },
        /The hospital’s list for 05\/20\/2026 was not read\.$/,
        'services, tick',
      ],
      [
        'needs-review',
        { ...hospital2026(['62370', '62322']), setting: 'critical-access-hospital' },
        /Which list holds for this setting was not read\.$/,
        'services, tick',
      ],
      [
        'needs-review',
        { ...pumpFill, ...beside('62370', '95991') },
        matching(
          /^95991 is part of 62370 by the hospital’s list of 10\/01\/2026 to 12\/31\/2026\. /,
          /Medicare then pays only one\. The physician’s list for 05\/20\/2026 was not read\.$/,
        ),
        'services, tick',
      ],
      [
        'needs-review',
        { ...hospital2026(['62370', '95991']), setting: 'office' },
        /The physician’s list for 11\/20\/2026 was not read\.$/,
        'services, tick',
      ],
      [
        'needs-review',
        hospital2026(['62370', '95991'], '2027-01-01'),
        /The hospital’s list for 01\/01\/2027 was not read\.$/,
        'services, tick',
      ],
      [
        'needs-review',
        hospital2026(['62370', '95991'], '2026-09-30'),
        /The hospital’s list for 09\/30\/2026 was not read\.$/,
        'services, tick',
      ],
      [
        'fail',
        hospital2026(['62370', '95991'], '2026-12-31'),
        /^95991 is part of 62370 on the same day, by the hospital’s list .*No modifier gets it paid\.$/,
        'services',
      ],
      [
        'fail',
        { ...pumpFill, ...beside('62370', '95991'), dateOfService: day('2024-09-30') },
        /by both lists of 07\/01\/2024 to 09\/30\/2024\. No modifier gets it paid\.$/,
        'services',
      ],
      [
        'needs-review',
        { ...commercial, ...beside('62370', '95991'), dateOfService: day('2024-09-30') },
        /Many plans use its list/,
        'services, tick',
      ],
      ...(['62367', '62368'] as const).flatMap((check) =>
        (['95990', '95991'] as const).map(
          (refill) =>
            [
              'fail',
              hospital2026([check, refill]),
              new RegExp(`^${check} is part of ${refill} on the same day`),
            ] as const,
        ),
      ),
      [
        'needs-review',
        { ...pumpFill, ...beside('62367', '95990'), dateOfService: day('2024-09-30') },
        matching(
          /^62367 is part of 95990 by the hospital’s list of 10\/01\/2026.* Not every pair of both lists of /,
          /07\/01\/2024 to 09\/30\/2024 was noted\.$/,
        ),
        'services, tick',
      ],
      ['fail', hospital2026(['62368', '62367']), /^62367 is part of 62368 on the same day/, 'services'],
      ['fail', hospital2026(['62362', '95990']), /^95990 is part of 62362 on the same day/, 'services'],
      [
        'needs-review',
        hospital2026(['62362', '95991']),
        /^95991 is part of 62362 .* pays both only where they were separate/,
        'services, tick',
      ],
      ['needs-review', hospital2026(['62369', '62362']), /^62369 is part of 62362 .* separate/, 'services, tick'],
      [
        'needs-review',
        hospital2026(['62322', '62323']),
        matching(
          /^62322 and 62323 are both one trial injection, without and with imaging\. /,
          /In the hospital’s list of late 2026 neither is part of the other\.$/,
        ),
        'services, tick',
      ],
      ['needs-review', { ...trial, ...beside('62322', '62323') }, /are both one trial injection/, 'services, tick'],
    ],
    'companions/refill-kit': [
      '5 A4220, 5 pairs, 5 pairs 2026, 5 kit charge, 5 kit elsewhere, 1.4',
      ['not-applicable', pumpFill, /No refill kit/],
      ['not-applicable', { ...pumpFill, payer: 'self-pay', ...beside('A4220') }, /self-pay/],
      ['fail', { ...pumpFill, ...beside('62369', 'A4220') }, /never beside 62369/, 'services'],
      [
        'needs-review',
        { ...outpatient, ...beside('62369', 'A4220') },
        /The charge stays on the claim/,
        'services, tick',
      ],
      [
        'needs-review',
        { ...pumpFill, setting: 'critical-access-hospital', ...beside('A4220') },
        /The charge stays on the claim/,
        'services, tick',
      ],
      ['needs-review', { ...commercial, ...beside('62369', 'A4220') }, /was not found/, 'services, tick'],
      ...(['medicare-advantage', 'medicaid', 'commercial'] as const).map(
        (payer) =>
          [
            'needs-review',
            { ...outpatient, payer, ...beside('95991', 'A4220') },
            /^Whether this plan pays A4220 was not found\. On a hospital claim the charge stays under 0270\.$/,
          ] as const,
      ),
      [
        'needs-review',
        own({ refillKit: 'not-paid' }, { setting: 'hospital-outpatient', ...beside('A4220') }),
        /is not paid\. On a hospital claim the charge stays under 0270\.$/,
        'services, tick',
      ],
      ['pass', own({ refillKit: 'paid' }, { ...beside('A4220') }), /is paid/],
      ['fail', own({ refillKit: 'not-paid' }, { ...beside('A4220') }), /is not paid/, 'services'],
    ],
    'companions/fit': [
      '5 services, 5 incident-to, 5 facility, 5 catheter trial',
      ['not-applicable', pumpFill, /No procedure/],
      ['pass', { ...pumpFill, ...beside('62370') }, /nothing read speaks against/],
      ['needs-review', { ...pumpFill, ...beside('62367') }, /check without a refill/, 'services, tick'],
      ['needs-review', { ...pumpFill, ...beside('62323') }, /is the trial injection/, 'services, tick'],
      ['needs-review', { ...trial, ...beside('95991') }, /implanted pump, but the purpose/, 'services, tick'],
      [
        'pass',
        { ...outpatient, ...beside('95990') },
        /95990 goes on the hospital’s own claim\. A physician is not paid for it there\.$/,
      ],
      ['pass', { ...pumpFill, setting: 'critical-access-hospital', ...beside('95990') }, /the hospital’s own claim/],
      ['pass', { ...pumpFill, ...beside('95990') }, /the setting\.$/],
      [
        'needs-review',
        { ...pumpFill, ...beside('95990'), setting: 'asc' },
        /a physician is not paid for it in a facility\. Whether this setting may bill it was not read\.$/,
        'services, tick',
      ],
    ],
    'companions/programming': [
      '5 nothing changed, 5 services',
      ['not-applicable', refilled([]), /No code with programming/],
      [
        'not-applicable',
        refilled(['95991', '62367', 'A4220', '62362'], { dailyDose: null }),
        /No code with programming/,
      ],
      ['not-applicable', { ...refilled(['62370']), payer: 'self-pay' }, /self-pay/],
      ['not-applicable', { ...pumpFill, ...beside('62370') }, /is not told/],
      ['not-applicable', { ...trial, ...beside('62370'), reprogrammed: 'none' }, /No code with programming/],
      [
        'needs-review',
        refilled(['62370']),
        matching(
          /^62370 tells of programming, but nothing was changed: 400 mcg a day and 2000 mcg\/mL, before and after\. /,
          /Contractors differ/,
        ),
        'services, tick',
      ],
      ['needs-review', refilled(['62369'], { bridgeBolus: false }), /^62369 .*nothing was changed/, 'services, tick'],
      ['needs-review', refilled(['62368', '62370']), /^62368 and 62370 .*nothing was changed/, 'services, tick'],
      ['needs-review', { ...refilled(['62370']), payer: 'commercial' }, /nothing was changed/, 'services, tick'],
      [
        'needs-review',
        { ...pumpFill, ...beside('62369'), reprogrammed: 'volume-only' },
        /^62369 tells of programming, but only the new volume was entered\. Contractors differ/,
        'services, tick',
      ],
      [
        'needs-review',
        { ...refilled(['62369']), reprogrammed: 'changed' },
        /the record shows 400 mcg a day and 2000 mcg\/mL, before and after\. Contractors differ/,
        'services, tick',
      ],
      [
        'needs-review',
        refilled(['95990']),
        matching(
          /^95990 tells of no programming, and nothing was changed: /,
          /400 mcg a day and 2000 mcg\/mL, before and after\. /,
          /Contractors differ/,
        ),
        'services, tick',
      ],
      [
        'needs-review',
        { ...refilled(['95991', '62367']), reprogrammed: 'changed' },
        /^95991 and 62367 tell of no programming, and the record shows 400 mcg a day/,
        'services, tick',
      ],
      [
        'needs-review',
        { ...pumpFill, ...beside('95990'), reprogrammed: 'volume-only' },
        /^95990 tells of no programming, and only the new volume was entered\. Contractors differ/,
        'services, tick',
      ],
      [
        'needs-review',
        { ...pumpFill, ...beside('62369', '95990'), reprogrammed: 'volume-only' },
        /^62369 tells of programming and 95990 of none, but only the new volume was entered\./,
        'services, tick',
      ],
      [
        'needs-review',
        { ...refilled(['62369'], { dailyDose: mcg(420) }), reprogrammed: 'none' },
        /^The answer is that the pump was not reprogrammed, but the daily dose went from 400 mcg to 420 mcg\.$/,
        'reprogrammed',
      ],
      [
        'needs-review',
        { ...refilled(['95990'], { dailyDose: mcg(420) }), reprogrammed: 'volume-only' },
        /^The answer is that only the new volume was entered, but the daily dose went/,
        'reprogrammed',
      ],
      [
        'fail',
        refilled(['95991'], { dailyDose: mcg(420) }),
        /^The record does not support 95991: the daily dose went from 400 mcg to 420 mcg\.$/,
        'services',
      ],
      [
        'fail',
        { ...pumpFill, ...beside('95990', '62367'), reprogrammed: 'changed' },
        /^The record does not support 95990 or 62367: the pump was reprogrammed\.$/,
        'services',
      ],
      [
        'fail',
        { ...pumpFill, ...beside('62369'), reprogrammed: 'none' },
        /^The record does not support 62369: the pump was not reprogrammed\.$/,
        'services',
      ],
      [
        'pass',
        { ...pumpFill, ...beside('95990'), reprogrammed: 'none' },
        /^95990 fits what was recorded: the pump was not reprogrammed\.$/,
      ],
      [
        'pass',
        { ...pumpFill, ...beside('62369'), reprogrammed: 'changed' },
        /^62369 fits what was recorded: the pump was reprogrammed\.$/,
      ],
      ['pass', refilled(['62370'], { dailyDose: mcg(420) }), /the daily dose went from 400 mcg to 420 mcg\.$/],
      [
        'pass',
        refilled(['62369'], { concentrationBefore: mcgPerMl(500) }),
        /the concentration went from 500 mcg\/mL to 2000 mcg\/mL\.$/,
      ],
      ['pass', refilled(['62370'], { dailyDose: mcg(399), concentrationBefore: null }), /400 mcg to 399 mcg\.$/],
      [
        'pass',
        refilled(['62370'], { concentrationBefore: mcgPerMl(1000), dailyDoseBefore: null }),
        /the concentration went/,
      ],
      ['pass', refilled(['62370'], { bridgeBolus: true }), /a bridge bolus was programmed\.$/],
      ['not-applicable', refilled(['62370'], { dailyDose: null }), /is not told/],
      ['not-applicable', refilled(['62370'], { dailyDoseBefore: null }), /is not told/],
      ['not-applicable', refilled(['62370'], { concentrationBefore: null }), /is not told/],
    ],
    'companions/skill': [
      '5 skill, 5 services',
      ['not-applicable', { ...pumpFill, skillNeeded: true }, /No refill code/],
      ['not-applicable', { ...pumpFill, ...beside('62370') }, /is not told/],
      ['not-applicable', { ...pumpFill, payer: 'self-pay', ...beside('62370'), skillNeeded: false }, /self-pay/],
      ['not-applicable', { ...trial, ...beside('62370'), skillNeeded: false }, /No refill code/],
      [
        'pass',
        { ...pumpFill, ...beside('62370'), skillNeeded: true },
        /^62370 fits the answer: a physician’s skill was needed\.$/,
      ],
      [
        'pass',
        { ...pumpFill, ...beside('95990'), skillNeeded: false },
        /^95990 fits the answer: no physician’s skill was needed\.$/,
      ],
      [
        'fail',
        { ...pumpFill, ...beside('62370'), skillNeeded: false },
        /^The record does not support 62370: no physician’s skill was needed\.$/,
        'services',
      ],
      [
        'fail',
        { ...pumpFill, ...beside('62369', '95990'), skillNeeded: true },
        /^The record does not support 62369 or 95990: a physician’s skill was needed\.$/,
        'services',
      ],
    ],
    'companions/same-claim': [
      '5 same claim, 5 supplied, 8',
      [
        'needs-review',
        pumpFill,
        matching(
          /^The drug is billed, and no code of the refill is ticked\. Payers may look for it on the same claim\. /,
          /First Coast says so of a refill and its drug\.$/,
        ),
        'services, tick',
      ],
      ['needs-review', { ...commercial, ...beside('A4220') }, /no code of the refill is ticked/, 'services, tick'],
      ['needs-review', trial, /no code of the injection is ticked/, 'services, tick'],
      ['needs-review', intravenous, /no code of the injection is ticked/, 'services, tick'],
      ['not-applicable', { ...pumpFill, payer: 'self-pay' }, /No claim goes/],
      ['not-applicable', { ...supplied, ...beside('62370') }, /no drug line/],
      ...heldPlaces.flatMap((held) =>
        [held, { ...held, ...beside('62370') }].map(
          (each) => ['not-applicable', each, /^The drug line waits\./] as const,
        ),
      ),
      [
        'pass',
        { ...pumpFill, setting: 'home', attendance: 'physician', ...beside('62370') },
        /^62370 and the drug stand on this one claim\.$/,
      ],
      ['pass', { ...commercial, setting: 'emergency-room', ...beside('62370') }, /^62370 and the drug stand/],
      ['pass', { ...pumpFill, ...beside('62370', 'A4220') }, /^62370 and the drug stand/],
      ['pass', { ...pumpFill, ...beside('62368', '62362') }, /^62368, 62362 and the drug stand on this one claim\.$/],
      ['pass', hospital2026(['62370', '95991']), /^62370 and the drug stand/],
      ['pass', { ...intravenous, ...beside('96372') }, /^96372 and the drug stand/],
      ['needs-review', { ...pumpFill, ...beside('99213') }, /no code of the refill is ticked/, 'services, tick'],
    ],
    'companions/visit': [
      '5 visit, 4 25',
      ['not-applicable', { ...pumpFill, ...beside('62370') }, /No visit/],
      ['not-applicable', { ...pumpFill, payer: 'self-pay', ...beside('99213') }, /self-pay/],
      [
        'needs-review',
        { ...pumpFill, ...beside('62370', '99213') },
        /^99213 stands without 25\. .*apart/,
        'serviceModifiers, tick',
      ],
      [
        'needs-review',
        { ...pumpFill, ...beside('62370', { code: '99215', modifiers: ['25'] }) },
        /^25 stands on the visit\. .*apart/,
        'serviceModifiers, tick',
      ],
      [
        'fail',
        { ...pumpFill, ...beside({ code: '62370', modifiers: ['25'] }, '99213') },
        /^25 belongs on a visit, and it stands on 62370\.$/,
        'serviceModifiers',
      ],
    ],
    'companions/wiser': [
      '7.4, 5 trial exemption',
      ['not-applicable', pumpFill, /No trial injection/],
      ['not-applicable', { ...trial, ...beside('62323'), dateOfService: day('2026-01-14') }, /began on 01\/15\/2026/],
      [
        'needs-review',
        { ...trial, ...beside('62323'), dateOfService: day('2026-01-15') },
        /AZ, NJ, OH, OK, TX and WA/,
        'tick',
      ],
    ],
  });
});

describe('the way to what is billed beside the drug', () => {
  it.each<[what: string, encounter: Encounter, rule: string, box: string | undefined]>([
    ['a refill that is not ticked', pumpFill, 'companions/same-claim', '62369'],
    ['a trial injection that is not ticked', trial, 'companions/same-claim', '62322'],
    ['the kit', { ...pumpFill, ...beside('62370', 'A4220') }, 'companions/refill-kit', 'A4220'],
    ['a pair', hospital2026(['62370', '62367']), 'companions/pairs', '62367'],
    ['two injections', { ...pumpFill, ...beside('62322', '62323') }, 'companions/pairs', '62322'],
    ['a trial’s code at a fill', { ...pumpFill, ...beside('62370', '62323') }, 'companions/fit', '62323'],
    ['a pump’s code at a trial', { ...trial, ...beside('62367') }, 'companions/fit', '62367'],
    [
      'a code of no programming',
      { ...pumpFill, ...beside('62369', '95990'), reprogrammed: 'changed' },
      'companions/programming',
      '95990',
    ],
    [
      'a code of another’s skill',
      { ...pumpFill, ...beside('62369', '95990'), skillNeeded: true },
      'companions/skill',
      '62369',
    ],
  ])('%s leads to its box', (_what, encounter, rule, box) => {
    const { goTo, goToItem } = verdictOf(encounter, rule);
    expect([goTo, goToItem]).toEqual([box && 'services', box]);
  });

  it('one claim for both is told by its own tick', () => {
    expect(verdictOf(intravenous, 'companions/same-claim')).toMatchObject({ goTo: 'services' });
    for (const encounter of [pumpFill, trial, intravenous])
      expect(verdictOf(encounter, 'companions/same-claim')).toMatchObject({
        billerMayCheck: true,
        tickSays: 'They are on one claim',
      });
    expect(fixOf(pumpFill, 'companions/same-claim')).toBe(
      'Tick its code under “Billed for the same day”: then it is a line of this claim. Else: ' +
        'Put the refill and the drug on one claim. Then tick here that they are.',
    );
  });
});

describe('what to do is no more certain than what was read', () => {
  it('one fix tells every code to drop, and the one to keep', () => {
    const pairs = (companions: readonly CompanionCode[], change: Partial<Encounter> = {}) =>
      verdictOf({ ...pumpFill, ...beside(...companions), ...change }, 'companions/pairs');
    expect(pairs(['62370', '62367', '62368', '62322'])).toMatchObject({
      because:
        '62367 and 62368 are part of 62370 by the hospital’s list of 10/01/2026 to 12/31/2026. ' +
        'Medicare then pays only 62370. The physician’s list for 05/20/2026 was not read.',
      fix: 'Keep 62370. Drop 62367 and 62368, unless that quarter’s list allows them.',
    });
    const many = pairs(['62369', '62370', '95990', '95991', '62323', '62362'], { payer: 'medicaid' });
    expect(many.fix).toBe(
      'Keep 62370. Drop 62369, 95990 and 95991, unless that quarter’s list allows them. ' +
        'Bill 62370 and 62323 beside 62362 only if the record shows separate services and that quarter’s list ' +
        'allows them.',
    );
    expect(many.because.match(/was not read/g)).toHaveLength(1);
    expect(pairs(['62322', '62323', '62362']).fix).toMatch(/Keep the one of 62322 and 62323 that the record shows\./);
    const own = pairs(['62370', '62367', '62368', '62362'], {
      setting: 'hospital-outpatient',
      dateOfService: day('2026-11-20'),
    });
    expect(own).toMatchObject({
      outcome: 'fail',
      fix: 'Keep 62370. Drop 62367 and 62368. Bill 62370 beside 62362 only if the record shows a separate service.',
    });
    expect(own.because).toMatch(
      matching(
        /^62367 and 62368 are part of 62370 on the same day, by the hospital’s list .*\. /,
        /No modifier gets them paid\. 62370 is part of 62362 on the same day, by the same list\./,
      ),
    );
  });

  it('a visit without 25 is told to take it, where the record shows apart work', () => {
    const visit = (modifiers: readonly string[]) =>
      fixOf({ ...pumpFill, ...beside('62370', { code: '99213', modifiers }) }, 'companions/visit');
    expect(visit([])).toMatch(/If it does, put 25 on the visit\. Else drop the visit\.$/);
    expect(visit(['25'])).not.toContain('put 25');
  });

  it('codes to bill instead are of the same kind', () => {
    expect(fixOf(refilled(['95991'], { dailyDose: mcg(420) }), 'companions/programming')).toBe(
      'Bill what was done, or correct the answer. Refill codes with programming are 62369 and 62370.',
    );
    expect(fixOf({ ...pumpFill, ...beside('62368'), reprogrammed: 'none' }, 'companions/programming')).toBe(
      'Bill what was done, or correct the answer. The check without programming is 62367.',
    );
  });
});

describe('the kit of an inpatient, and who says so', () => {
  const inpatient: Encounter = { ...pumpFill, setting: 'inpatient', companions: ['62370', 'A4220'] };
  holdToWords([
    [
      'its charge stays on the hospital’s claim',
      inpatient,
      'companions/refill-kit',
      'needs-review',
      /The charge stays on the claim all the same\. Leave the charge on the claim under revenue code 0270\.$/,
    ],
    [
      'under a plan as well',
      { ...inpatient, payer: 'commercial' },
      'companions/refill-kit',
      'needs-review',
      /On a hospital claim the charge stays under 0270\./,
    ],
    [
      'the trial is no refill',
      trial,
      'companions/same-claim',
      'needs-review',
      /no code of the injection is ticked\. .* First Coast says so of a refill and its drug\./,
    ],
    [
      'a law firm tells of the model',
      { ...trial, companions: ['62323'] },
      'companions/wiser',
      'needs-review',
      /the WISeR model is said to review some spinal steroid injections before payment\./,
    ],
  ]);
});
