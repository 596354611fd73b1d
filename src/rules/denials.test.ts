import { fail } from '../engine/verdict';
import { describe, expect, it } from 'vitest';
import { day } from '../engine/dated';
import type { Encounter } from '../engine/encounter';
import { ndc11 } from '../engine/ndc';
import { unknownProfile, type PayerProfile } from '../engine/payer-profile';
import { concerning, prepareClaim } from '../engine/prepare-claim';
import { mcg, mg, noMass, unitsOf } from '../engine/quantity';
import { rule } from '../engine/rule';
import { denials } from './denials';
import { beside, fill, pumpFill, trial } from './encounter.fixture';
import { ruleBook } from './index';

const commercial: Encounter = { ...pumpFill, payer: 'commercial', priorAuthorization: { status: 'not-required' } };
const own = (profile: Partial<PayerProfile>, change: Partial<Encounter> = {}): Encounter => ({
  ...commercial,
  profile: { ...unknownProfile('own-x', 'x', 'commercial'), ...profile },
  ...change,
});
const approval = {
  status: 'approved',
  number: '1',
  firstDay: day('2026-05-01'),
  lastDay: day('2026-05-31'),
  unitsApproved: unitsOf(8),
  unitsUsed: unitsOf(0),
  askedOn: null,
} as const;
const allRecords = ['spasticity', 'six-weeks', 'trial-response', 'age', 'order', 'dose', 'opened', 'none-left'];
const ticked = (encounter: Encounter, rule: string): Encounter => ({
  ...encounter,
  checked: prepareClaim(encounter, ruleBook)
    .findings.filter((finding) => finding.rule.id === rule)
    .map(({ checkKey }) => checkKey),
});

/**
 * Every row of section 8 that this product can foresee: a claim that draws it, by which rule, and the same claim
 * mended.
 */
const rows: readonly (readonly [row: string, rule: string, codes: string, drawn: Encounter, mended: Encounter])[] = [
  [
    'no preauthorization',
    'preauthorization/status',
    '197 M62',
    { ...commercial, priorAuthorization: { status: 'pending' } },
    { ...commercial, priorAuthorization: approval },
  ],
  [
    'preauthorization exceeded',
    'preauthorization/units',
    '198 N54',
    { ...commercial, priorAuthorization: { ...approval, unitsApproved: unitsOf(3) } },
    { ...commercial, priorAuthorization: approval },
  ],
  [
    'preauthorization refused',
    'preauthorization/status',
    '39',
    { ...commercial, priorAuthorization: { status: 'denied' } },
    { ...commercial, priorAuthorization: approval },
  ],
  [
    'preauthorization expired',
    'preauthorization/dates',
    '302',
    { ...commercial, priorAuthorization: { ...approval, lastDay: day('2026-05-19') } },
    { ...commercial, priorAuthorization: approval },
  ],
  [
    'preauthorization late',
    'preauthorization/status',
    '210 N54',
    own(
      { retroactiveDays: 3 },
      { priorAuthorization: { ...approval, status: 'approved-after-service', askedOn: day('2026-05-24') } },
    ),
    own(
      { retroactiveDays: 4 },
      { priorAuthorization: { ...approval, status: 'approved-after-service', askedOn: day('2026-05-24') } },
    ),
  ],
  [
    'preauthorization does not cover it',
    'preauthorization/dates',
    '284 N54',
    { ...commercial, priorAuthorization: { ...approval, firstDay: day('2026-05-21') } },
    { ...commercial, priorAuthorization: approval },
  ],
  [
    'JW or JZ missing',
    'modifier/jw-jz',
    '16 N822',
    own({ jw: 'not-accepted', jz: 'required' }, { given: mg(25), wasted: mg(15) }),
    own({ jw: 'accepted', jz: 'required' }, { given: mg(25), wasted: mg(15) }),
  ],
  [
    'KD missing',
    'modifier/kd',
    '16 N822',
    pumpFill,
    { ...pumpFill, profile: { ...unknownProfile('own-x', 'x', 'medicare-part-b'), kd: true } },
  ],
  [
    'JZ missing on a Medicare claim',
    'modifier/jw-jz',
    '16 N822 MA130',
    { ...pumpFill, profile: { ...unknownProfile('own-x', 'x', 'medicare-part-b'), jz: 'not-required' } },
    pumpFill,
  ],
  ['wrong modifier', 'modifier/50', '4 N823 N519', { ...pumpFill, askedModifiers: ['50'] }, pumpFill],
  [
    'too many modifiers',
    'modifier/four',
    '182 N519',
    { ...pumpFill, kd: true, bought340b: true, custody: 'met', notice: 'GA' },
    { ...pumpFill, kd: true, bought340b: true, custody: 'met' },
  ],
  ['medical necessity', 'records/need', '50 N386 N115', pumpFill, { ...pumpFill, records: allRecords }],
  [
    'diagnosis names a symptom only',
    'coverage/diagnosis',
    '50 N115',
    { ...pumpFill, diagnoses: ['R25.2'] },
    ticked(pumpFill, 'coverage/diagnosis'),
  ],
  [
    'units above the MUE',
    'units/mue',
    '151 N362',
    { ...fill(mg(90), noMass), dateOfService: day('2024-07-01') },
    { ...fill(mg(80), noMass), dateOfService: day('2024-07-01') },
  ],
  [
    'dose not supported',
    'payer/units-per-fill',
    '153',
    own({ unitsPerFill: unitsOf(3) }),
    own({ unitsPerFill: unitsOf(4) }),
  ],
  ['trial dose not supported', 'amounts/trial-dose', '153', { ...trial, given: mcg(125) }, trial],
  [
    'frequency',
    'payer/fill-interval',
    '119 N640 N435',
    own({ minimumDaysBetweenFills: 30 }, { lastFillOn: day('2026-05-01') }),
    own({ minimumDaysBetweenFills: 19 }, { lastFillOn: day('2026-05-01') }),
  ],
  [
    'benefit maximum',
    'payer/units-per-period',
    '151 N435',
    own({ unitsPerPeriod: unitsOf(8), periodDays: 30 }, { unitsInPeriod: unitsOf(5) }),
    own({ unitsPerPeriod: unitsOf(8), periodDays: 30 }, { unitsInPeriod: unitsOf(4) }),
  ],
  [
    'invalid code',
    'code/iv-im',
    '181 M20 M51 N56',
    { ...fill(mg(10), noMass), route: 'intravenous', purpose: 'other-injection' },
    pumpFill,
  ],
  [
    'unlisted code where one exists',
    'code/asked-for',
    '189 N350',
    { ...pumpFill, askedCode: 'J3490' },
    { ...pumpFill, askedCode: 'J0475' },
  ],
  ['unlisted code of a compound', 'code/compounded', '16 N350', { ...pumpFill, drugSource: 'compounded' }, pumpFill],
  [
    'NDC missing',
    'claim/ndc',
    '16 M119 M123',
    { ...pumpFill, payer: 'medicaid', dateOfService: day('2026-03-31') },
    { ...pumpFill, payer: 'medicaid', dateOfService: day('2026-03-31'), ndcs: [ndc11('66794015702')] },
  ],
  [
    'units do not fit',
    'amounts/within-label',
    '16 M53 N430',
    fill(mg(30), mg(20), mg(40)),
    fill(mg(30), mg(10), mg(40)),
  ],
  [
    'bundled pair',
    'companions/pairs',
    '97 M15',
    { ...pumpFill, ...beside('62370', '95991') },
    { ...pumpFill, ...beside('62370') },
  ],
  [
    'drug without a procedure',
    'companions/same-claim',
    '107 B15',
    pumpFill,
    ticked({ ...pumpFill, ...beside('62370') }, 'companions/same-claim'),
  ],
  [
    'bundled kit',
    'companions/refill-kit',
    '236 M15',
    { ...pumpFill, ...beside('62370', 'A4220') },
    { ...pumpFill, ...beside('62370') },
  ],
  ['packaged drug', 'payment/separate', '234 M15', { ...trial, setting: 'hospital-outpatient' }, trial],
  [
    'diagnosis missing',
    'coverage/diagnosis',
    '167 M76',
    { ...pumpFill, diagnoses: [] },
    ticked(pumpFill, 'coverage/diagnosis'),
  ],
  [
    'diagnosis is a heading',
    'coverage/diagnosis',
    '11 M76',
    { ...pumpFill, diagnoses: ['G35'] },
    ticked({ ...pumpFill, diagnoses: ['G35.D'] }, 'coverage/diagnosis'),
  ],
  ['records needed', 'records/dose', '226 252 M127 N706', pumpFill, { ...pumpFill, records: allRecords }],
  [
    'filed too late',
    'claim/filing-limit',
    '29',
    { ...pumpFill, dateOfService: day('2025-05-19') },
    { ...pumpFill, dateOfService: day('2025-06-20') },
  ],
  ['service after today', 'claim/date-of-service', '110', { ...pumpFill, dateOfService: day('2026-05-21') }, pumpFill],
  [
    'drug apart from its procedure',
    'companions/same-claim',
    '107 B15',
    { ...pumpFill, ...beside('A4220') },
    { ...pumpFill, ...beside('62370') },
  ],
  [
    'place of service',
    'payment/place',
    '58 5 N428',
    { ...pumpFill, setting: 'home', attendance: 'nurse-alone' },
    pumpFill,
  ],
  ['the hospital’s to bill', 'payment/separate', '58 5 N428', { ...pumpFill, setting: 'emergency-room' }, pumpFill],
  [
    'stay in a skilled nursing facility',
    'payment/separate',
    '190',
    { ...pumpFill, setting: 'skilled-nursing-facility' },
    pumpFill,
  ],
  [
    'a line like another',
    'companions/alike',
    '18',
    { ...pumpFill, ...beside('62370', '62370') },
    { ...pumpFill, ...beside('62370') },
  ],
  ['in custody', 'modifier/custody', '258 N103', { ...pumpFill, custody: 'not-met' }, pumpFill],
  ['wrong payer', 'payment/dme', '109', { ...pumpFill, setting: 'dme-supplier' }, pumpFill],
];

/** The finding of a rule on a claim, while it is open. */
const openFinding = (encounter: Encounter, rule: string) =>
  concerning(prepareClaim(encounter, ruleBook).findings).find(
    (finding) => finding.rule.id === rule && !finding.checkedByBiller,
  );

describe('every denial that can be foreseen, said before the claim goes out and gone once mended (section 8)', () => {
  it.each(rows)('%s: %s', (_row, rule, codes, drawn, mended) => {
    const denial = openFinding(drawn, rule)?.verdict.denial;
    const drawnCodes = [...(denial?.carc ?? []), ...(denial?.rarc ?? [])];
    expect(drawnCodes).toEqual(expect.arrayContaining(codes.split(' ')));
    expect(drawnCodes.includes('MA130')).toBe(codes.includes('MA130'));
    expect(openFinding(mended, rule)).toBeUndefined();
  });

  it('leaves no case and no remark code out', () => {
    const drawn = new Set(rows.flatMap(([, , codes]) => codes.split(' ')));
    for (const { carc, rarc } of Object.values(denials)) {
      expect(carc.length === 0 || carc.some((code) => drawn.has(code)), carc.join()).toBe(true);
      expect(rarc.filter((code) => !drawn.has(code))).toEqual([]);
    }
  });

  it.each<[payer: Encounter['payer'], rarc: readonly string[]]>([
    ['medicare-part-b', ['N822', 'MA130']],
    ['medicare-advantage', ['N822']],
    ['commercial', ['N822']],
    ['medicaid', ['N822']],
  ])('%s: a missing modifier comes back with %j', (payer, rarc) => {
    const asked = rule({
      id: 'test/missing',
      title: 'x',
      rows: ['8'],
      outcomes: ['fail'],
      check: () => fail('x.', { fix: 'x.', denial: denials.missingModifier }),
    });
    const [finding] = prepareClaim({ ...pumpFill, payer }, { ...ruleBook, rules: [asked] }).findings;
    expect(finding?.verdict.denial).toEqual({
      carc: ['16'],
      rarc,
      means: rarc.includes('MA130') ? 'modifier missing; returned as unprocessable' : 'modifier missing',
    });
  });

  it('every finding of every one of these claims says what will happen, why, what to do, and who says so', () => {
    for (const [, , , drawn] of rows) {
      for (const { rule, verdict } of concerning(prepareClaim(drawn, ruleBook).findings)) {
        expect(verdict.denial?.means, rule.id).toBeTruthy();
        expect(verdict.because, rule.id).toMatch(/\.$/);
        expect(verdict.fix, rule.id).toBeTruthy();
        expect(rule.rows.length, rule.id).toBeGreaterThan(0);
      }
    }
  });
});
