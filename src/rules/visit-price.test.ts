import { describe, expect, it } from 'vitest';
import { day } from '../engine/dated';
import type { Encounter } from '../engine/encounter';
import { unknownProfile } from '../engine/payer-profile';
import { prepareClaim } from '../engine/prepare-claim';
import { feeFromDigits, formatMoney, mcg, mg, type Money } from '../engine/quantity';
import type { VisitPrice, VisitQuote } from '../engine/visit-price';
import { beside, elsewhere, fill, pumpFill, trial } from './encounter.fixture';
import { ruleBook } from './index';
import { visitPrice } from './visit-price';

type Asked = { readonly fee?: string; readonly left?: string; readonly percent?: number };

const dollars = (digits: string | undefined): Money | null => (digits && feeFromDigits(digits)) || null;
const priceOf = (encounter: Encounter, { fee, left, percent }: Asked = {}): VisitPrice => {
  const quote: VisitQuote = {
    encounter,
    feePerUnit: dollars(fee),
    deductibleLeft: dollars(left),
    coinsurancePercent: percent ?? null,
  };
  return visitPrice(quote, prepareClaim(encounter, ruleBook));
};
const money = (amount: Money | null | undefined) => (amount ? formatMoney(amount) : '-');

/** "$747.98 allowed; the patient owes $149.60". */
const inShort = ({ allowed, headline }: VisitPrice) => `${money(allowed)} allowed; the patient owes ${headline}`;
/** What is said for the patient, without the rows. */
const said = ({ inShort: steps }: VisitPrice) => steps.map(({ says }) => says).join(' ');
const warned = ({ warnings }: VisitPrice) => warnings.map(({ says }) => says).join(' ');
const leftOut = ({ notIncluded }: VisitPrice) => notIncluded.map(({ says }) => says).join(' ');

const november: Encounter = { ...pumpFill, dateOfService: day('2026-11-30') };
const january: Encounter = { ...pumpFill, dateOfService: day('2027-01-14') };
const ofPlan: Encounter = { ...november, payer: 'commercial' };
const withWaste: Encounter = { ...fill(mg(25), mg(15)), dateOfService: day('2026-11-30') };
const charging = (digits: string): Partial<Encounter> => ({ chargePerUnit: dollars(digits) });

describe('the price of a visit: allowed, and what the patient owes (rows 10 share and 10 visit)', () => {
  it.each<[what: string, encounter: Encounter, asked: Asked, says: string]>([
    ['40 mg, none of the deductible left', november, { left: '0' }, '$747.98 allowed; the patient owes $149.60'],
    ['how much is left was not told', november, {}, '$747.98 allowed; the patient owes $149.60 to $376.00'],
    // 83.00 + 20 % of 664.98 = 83.00 + 133.00.
    ['part of it is left', november, { left: '83' }, '$747.98 allowed; the patient owes $216.00'],
    ['as much is left as is allowed', november, { left: '747.98' }, '$747.98 allowed; the patient owes $747.98'],
    ['more is left than is allowed', november, { left: '900' }, '$747.98 allowed; the patient owes $747.98'],
    // 560.99 and 187.00: 112.20 and 37.40, each to the cent.
    ['25 mg given and 15 mg wasted', withWaste, { left: '0' }, '$747.99 allowed; the patient owes $149.60'],
    // 560.99 of the deductible on the dose, 39.01 on the waste; 20 % of the other 147.99.
    [
      'a deductible that reaches into the waste',
      withWaste,
      { left: '600' },
      '$747.99 allowed; the patient owes $629.60',
    ],
    [
      'a charge below Medicare’s rate',
      { ...november, ...charging('100') },
      { left: '0' },
      '$400.00 allowed; the patient owes $80.00',
    ],
    [
      'a charge above it',
      { ...november, ...charging('200') },
      { left: '0' },
      '$747.98 allowed; the patient owes $149.60',
    ],
    [
      'the trial dose',
      { ...trial, dateOfService: day('2026-11-30') },
      { left: '0' },
      '$46.54 allowed; the patient owes $9.31',
    ],
    ['a day ahead of the tables', january, { left: '0' }, '$747.98 allowed; the patient owes $149.60'],
    [
      'a day of a year without a deductible on file',
      january,
      {},
      '$747.98 allowed; the patient owes $149.60 to $747.98',
    ],
    [
      'hospital outpatient',
      { ...november, setting: 'hospital-outpatient' },
      { left: '0' },
      '$747.98 allowed; the patient owes $149.60',
    ],
    [
      'the trial dose of a hospital outpatient',
      { ...trial, setting: 'hospital-outpatient', ...charging('60') },
      { left: '0' },
      '- allowed; the patient owes Nothing for the drug by itself',
    ],
    [
      'self-pay, by the charge',
      { ...november, payer: 'self-pay', ...charging('200') },
      {},
      '$800.00 allowed; the patient owes $800.00',
    ],
    [
      'self-pay, waste is no line',
      { ...withWaste, payer: 'self-pay', ...charging('200') },
      {},
      '$600.00 allowed; the patient owes $600.00',
    ],
    ['self-pay without a price', { ...november, payer: 'self-pay' }, {}, '- allowed; the patient owes No price yet'],
    [
      'a plan’s fee and 20 %',
      ofPlan,
      { fee: '181.50', left: '0', percent: 20 },
      '$726.00 allowed; the patient owes $145.20',
    ],
    [
      'the same, wasted units too',
      { ...withWaste, payer: 'commercial' },
      { fee: '181.50', left: '0', percent: 20 },
      '$726.00 allowed; the patient owes $145.20',
    ],
    [
      'a plan that pays all',
      ofPlan,
      { fee: '181.50', left: '0', percent: 0 },
      '$726.00 allowed; the patient owes $0.00',
    ],
    [
      'a plan, part of the deductible left',
      ofPlan,
      { fee: '181.50', left: '100', percent: 20 },
      '$726.00 allowed; the patient owes $225.20',
    ],
    [
      'a plan, the deductible not told',
      ofPlan,
      { fee: '181.50', percent: 20 },
      '$726.00 allowed; the patient owes $145.20 to $726.00',
    ],
    [
      'a plan, its share not told',
      ofPlan,
      { fee: '181.50', left: '100' },
      '$726.00 allowed; the patient owes $100.00 to $726.00',
    ],
    [
      'a plan, by the charge alone',
      { ...ofPlan, ...charging('200') },
      { left: '0', percent: 20 },
      '$800.00 allowed; the patient owes At most $160.00',
    ],
    [
      'a plan, nothing told but the charge',
      { ...ofPlan, ...charging('200') },
      {},
      '$800.00 allowed; the patient owes At most $800.00',
    ],
    ['a plan, nothing told', ofPlan, {}, '- allowed; the patient owes No price yet'],
    [
      'a plan’s fee in its profile',
      {
        ...ofPlan,
        profile: { ...unknownProfile('own', 'Prairie Health', 'commercial'), feePerUnit: dollars('181.50') },
      },
      { left: '0', percent: 20 },
      '$726.00 allowed; the patient owes $145.20',
    ],
    [
      'a fee of J0475 is not one of J0476',
      {
        ...trial,
        payer: 'commercial',
        profile: { ...unknownProfile('own', 'Prairie Health', 'commercial'), feePerUnit: dollars('181.50') },
      },
      { left: '0', percent: 20 },
      '- allowed; the patient owes No price yet',
    ],
    ['Medicaid', { ...november, payer: 'medicaid' }, {}, '- allowed; the patient owes $0.00'],
    [
      'Medicaid, with a fee',
      { ...november, payer: 'medicaid' },
      { fee: '150' },
      '$600.00 allowed; the patient owes $0.00',
    ],
    [
      'Medicaid, with a share told',
      { ...november, payer: 'medicaid' },
      { fee: '150', percent: 5 },
      '$600.00 allowed; the patient owes $30.00',
    ],
    [
      'Medicaid, with a deductible told',
      { ...november, payer: 'medicaid' },
      { fee: '150', left: '20' },
      '$600.00 allowed; the patient owes $20.00',
    ],
    [
      'a drug that a pharmacy supplied',
      { ...november, drugSource: 'supplied' },
      { left: '0' },
      '- allowed; the patient owes Nothing to us for the drug',
    ],
    [
      'a compound, by its charge',
      { ...november, payer: 'self-pay', drugSource: 'compounded', ...charging('350') },
      {},
      '$350.00 allowed; the patient owes $350.00',
    ],
    [
      'an emergency room, where the hospital bills',
      { ...november, setting: 'emergency-room' },
      { left: '0' },
      '- allowed; the patient owes Nothing to us for the drug',
    ],
    [
      'an inpatient',
      { ...november, setting: 'inpatient', ...charging('200') },
      { left: '0' },
      '- allowed; the patient owes Nothing for the drug by itself',
    ],
    [
      'a compound without a charge',
      { ...november, drugSource: 'compounded' },
      {},
      '- allowed; the patient owes No price yet',
    ],
    [
      'a surgical center, by the charge',
      { ...november, setting: 'asc', ...charging('200') },
      { left: '0' },
      '$800.00 allowed; the patient owes At most $160.00',
    ],
    [
      'a surgical center without a charge',
      { ...november, setting: 'asc' },
      { left: '0' },
      '- allowed; the patient owes No price yet',
    ],
    [
      'J0428 without a charge',
      { ...november, route: 'intravenous' },
      { left: '0' },
      '- allowed; the patient owes No price yet',
    ],
    [
      'J0428 by a charge',
      { ...november, route: 'intravenous', ...charging('200') },
      { left: '0' },
      '$800.00 allowed; the patient owes At most $800.00',
    ],
  ])('%s', (_what, encounter, asked, says) => expect(inShort(priceOf(encounter, asked))).toBe(says));

  it('is to the cent of the claim’s own estimate where no deductible is left', () => {
    for (const encounter of [november, withWaste, { ...trial, dateOfService: day('2026-11-30') }]) {
      const { estimate } = prepareClaim(encounter, ruleBook);
      const { allowed, owed, medicare } = priceOf(encounter, { left: '0' });
      expect([money(allowed), money(owed?.most), money(medicare?.pays), money(medicare?.sequestration)]).toEqual(
        [
          estimate.total?.allowed,
          estimate.total?.coinsurance,
          estimate.total?.medicare,
          estimate.total?.sequestration,
        ].map(money),
      );
    }
  });

  it('the cut (sequestration) is Medicare’s alone', () => {
    const cut = priceOf(november, { left: '83' });
    const uncut = priceOf({ ...november, dateOfService: day('2021-12-31') }, { left: '83' });
    expect(money(cut.medicare?.sequestration)).toBe('$10.64');
    expect(money(cut.medicare?.pays)).toBe('$521.34');
    expect(money(uncut.medicare?.sequestration)).toBe('$0.00');
    // 747.98 = 216.00 of the patient + 521.34 + 10.64.
    expect(cut.headline).toBe('$216.00');
  });
});

describe('what is said with a price', () => {
  it.each<[what: string, price: VisitPrice, words: RegExp]>([
    [
      'the quarter of the day',
      priceOf(november),
      /^The drug is priced by Medicare’s limits of the fourth quarter of 2026\. With/,
    ],
    [
      'the newest quarter for a day ahead of it',
      priceOf(january),
      /of the fourth quarter of 2026\. They are the newest on file for that day\. The price of the day may differ\./,
    ],
    [
      'a deductible that is not on file',
      priceOf(january),
      /The deductible of 2027 is not on file\. With more left .* up to \$747\.98\./,
    ],
    [
      'how much of the deductible decides',
      priceOf(november),
      /none of the deductible left, .* 20 %, \$149\.60\. With all \$283\.00 of it left, the patient pays \$376\.00\.$/,
    ],
    [
      'a deductible that was not read at CMS',
      priceOf({ ...november, dateOfService: day('2025-11-20') }),
      /That deductible was not read at CMS\.$/,
    ],
    [
      'a part of it',
      priceOf(november, { left: '83' }),
      /first pays the \$83\.00 that is left of the deductible\. Then 20 % of the rest is \$133\.00\.$/,
    ],
    [
      'all of it',
      priceOf(november, { left: '900' }),
      /No less than that is left of the deductible\. So the patient pays all of it\.$/,
    ],
    [
      'a plan’s fee',
      priceOf(ofPlan, { fee: '181.50' }),
      /priced at the plan’s fee of \$181\.50 a unit\. The plan’s share .* Ask the plan\./,
    ],
    [
      'a charge',
      priceOf({ ...ofPlan, ...charging('200') }),
      /our charge of \$200\.00 a unit\. The payer may allow less\./,
    ],
    [
      'a price of one’s own',
      priceOf({ ...november, payer: 'self-pay', ...charging('200') }),
      /^The drug is priced at \$200\.00 a unit\. The patient pays all of it\.$/,
    ],
    ['what to enter for a plan', priceOf(ofPlan), /Enter the fee or the charge for one unit\./],
    [
      'Medicaid',
      priceOf({ ...november, payer: 'medicaid' }),
      /Medicaid’s pay is the whole pay\. Only a copay of the state’s plan would be added\./,
    ],
    [
      'a packaged drug',
      priceOf({ ...trial, setting: 'hospital-outpatient' }),
      /part of the visit or stay\. So the patient owes nothing for the drug by itself/,
    ],
    [
      'a code in no list',
      priceOf({ ...november, route: 'intravenous', ...charging('200') }),
      /Whether any payer pays for this is not known\. The patient owes no more than \$800\.00\.$/,
    ],
  ])('%s', (_what, price, words) => expect(said(price)).toMatch(words));

  it.each<[what: string, price: VisitPrice, words: RegExp]>([
    [
      'J0428, with a charge',
      priceOf({ ...november, route: 'intravenous', ...charging('200') }),
      /^Such a claim would be on hold\. J0428 is in no HCPCS list read/,
    ],
    [
      'J0428, self-pay',
      priceOf({ ...november, payer: 'self-pay', route: 'intramuscular', ...charging('200') }),
      /^Such a claim would be on hold\. J0428/,
    ],
    [
      'a compound that no payer has named',
      priceOf({ ...november, drugSource: 'compounded', ...charging('200') }),
      /on hold\. Compounded baclofen is never billed/,
    ],
    [
      'a nurse alone in the home',
      priceOf({ ...november, setting: 'home', attendance: 'nurse-alone' }),
      /on hold\. A nurse was there alone/,
    ],
    [
      'another payer where Medicare packages',
      priceOf({ ...trial, payer: 'commercial', setting: 'hospital-outpatient' }, { fee: '60' }),
      /That is Medicare’s way\. Ask this payer\./,
    ],
    [
      'more deductible than there is',
      priceOf(november, { left: '300' }),
      /The deductible of 2026 is \$283\.00\. So \$300\.00 cannot be left of it\./,
    ],
    ['codes that exclude each other', priceOf({ ...november, ...beside('62370', 'A4220') }), /A4220/],
    [
      'a service that takes the drug in',
      priceOf({ ...november, setting: 'hospital-outpatient', ...beside('62362') }),
      /62362 is paid together with all that goes with it/,
    ],
  ])('is warned of: %s', (_what, price, words) => expect(warned(price)).toMatch(words));

  it('nothing, of a sound visit', () => {
    expect(warned(priceOf(november, { left: '0' }))).toBe('');
    expect(warned(priceOf(january, { left: '0' }))).toBe('');
  });
});

describe('drug that is held off the claim while its procedures stay', () => {
  it.each<[what: string, encounter: Encounter, says: string]>([
    [
      'a hospital bills it',
      { ...elsewhere('22'), ...beside('62370') },
      'Here somebody else bills the drug. Its price is not ours to tell.',
    ],
    [
      'a nurse alone at home',
      { ...november, setting: 'home', attendance: 'nurse-alone', ...beside('62370') },
      'It is open whether we can bill the drug here. So its price is left out.',
    ],
    [
      'a rural health clinic',
      { ...november, setting: 'rhc', ...beside('62370') },
      'Here the drug is paid as part of the visit or stay. So the patient owes nothing for the drug by itself.',
    ],
  ])('%s', (_what, encounter, says) => {
    const price = priceOf(encounter);
    expect(price.inShort[0]?.says).toBe(says);
    expect(price.items.filter(({ what }) => what.startsWith('Drug'))).toEqual([]);
  });
});

describe('procedures of the day, by the rates on file', () => {
  const refill: Encounter = { ...november, ...beside('62370') };

  it.each<[what: string, encounter: Encounter, says: string, tables: string]>([
    // 747.98 + 97.20; 149.60 + 19.44.
    [
      'a refill in the office',
      refill,
      '$845.18 allowed; the patient owes $169.04',
      'Physician fee schedule, office 2026-01-01',
    ],
    // 747.98 + 313.79; 149.60 + 62.76.
    [
      'a refill in a hospital',
      { ...refill, setting: 'hospital-outpatient' },
      '$1,061.77 allowed; the patient owes $212.36',
      'Outpatient procedure rates (OPPS) 2026-01-01',
    ],
    [
      'a trial in a hospital, the drug packaged',
      { ...trial, dateOfService: day('2026-11-30'), setting: 'hospital-outpatient', ...beside('62323') },
      '$721.17 allowed; the patient owes $144.23',
      'Outpatient procedure rates (OPPS) 2026-01-01',
    ],
    [
      'a supplied drug',
      { ...refill, drugSource: 'supplied' },
      '$97.20 allowed; the patient owes $19.44',
      'Physician fee schedule, office 2026-01-01',
    ],
  ])('%s', (_what, encounter, says, table) => {
    const price = priceOf(encounter, { left: '0' });
    expect(inShort(price)).toBe(says);
    expect(price.tables.map(({ title, from }) => `${title} ${from}`)).toContain(table);
  });

  it('what has no figure is named as not included', () => {
    expect(leftOut(priceOf(november))).toContain('What is done besides, such as filling the pump.');
    expect(leftOut(priceOf(refill))).toContain('Any other service of the day.');
    expect(leftOut(priceOf({ ...november, ...beside('A4220') }))).toContain(
      'A4220, refill kit: it is not paid by itself here.',
    );
    expect(leftOut(priceOf({ ...ofPlan, ...beside('62370') }))).toMatch(/^62370, .*: it has no price on file here\./);
    expect(leftOut(priceOf({ ...november, setting: 'asc', ...beside('62370') }))).toMatch(/62370, .* no price on file/);
    expect(leftOut(priceOf({ ...refill, setting: 'hospital-outpatient' }))).toMatch(
      /hospital’s own share is higher.*bill of the physician/,
    );
    expect(leftOut(priceOf({ ...refill, dateOfService: day('2025-11-20') }))).toMatch(/62370, .* no price on file/);
  });

  it('whoever bills a patient with Medicare is told that a claim must be filed, not the patient', () => {
    const selfPay = priceOf({ ...november, payer: 'self-pay', ...charging('200') });
    expect(selfPay.forBiller.map(({ says }) => says).join(' ')).toContain('you must file the claim');
    expect(said(selfPay)).not.toContain('you must');
    expect(priceOf(november).forBiller).toEqual([]);
  });

  it('what other cover pays is named for Medicare alone', () => {
    expect(leftOut(priceOf(november))).toContain('What Medicaid (QMB) or a second plan pays of this share.');
    expect(leftOut(priceOf(ofPlan, { fee: '181.50' }))).not.toContain('QMB');
  });
});

it('names given and wasted units in plain words, with their code', () =>
  expect(priceOf(withWaste).items.map(({ what }) => what)).toEqual([
    'Drug given, 3 units (J0475)',
    'Drug wasted, 1 unit (J0475-JW)',
  ]));

it('a price changes nothing of the claim, which still asks for the rate of its day', () => {
  const claim = prepareClaim(january, ruleBook);
  const before = JSON.stringify(claim);
  visitPrice({ encounter: january, feePerUnit: null, deductibleLeft: null, coinsurancePercent: null }, claim);
  expect(JSON.stringify(claim)).toBe(before);
  expect(claim.findings.find(({ rule }) => rule.id === 'payment/rate')?.verdict.outcome).toBe('needs-review');
  expect(claim.estimate.total).toBeNull();
});

it('each unit that is rounded up is owed', () => {
  for (const [given, owes] of [
    [mg(1), '$37.40'],
    [mg(10), '$37.40'],
    [{ ng: mg(10).ng + 1 }, '$74.80'],
    [mcg(1), '$37.40'],
  ] as const)
    expect(priceOf({ ...november, given }, { left: '0' }).headline).toBe(owes);
});
