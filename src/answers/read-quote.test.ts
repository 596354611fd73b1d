import { describe, expect, it } from 'vitest';
import { day } from '../engine/dated';
import { prepareClaim } from '../engine/prepare-claim';
import { unknownProfile } from '../engine/payer-profile';
import { formatMoney } from '../engine/quantity';
import { ruleBook } from '../rules';
import { visitPrice } from '../rules/visit-price';
import { examples } from './examples';
import { emptyQuote, type QuoteText } from './quote-answers';
import { quoteAsks, quoteOf, readQuote } from './read-quote';
import { readWorksheet } from './read-worksheet';
import { emptyWorksheet, type WorksheetText } from './worksheet-text';

const today = day('2026-11-27');
const own = { ...unknownProfile('own', 'Prairie Health', 'commercial'), feePerUnit: { tenthsOfCent: 181_500 } };
const least: QuoteText = {
  ...emptyQuote,
  doseGiven: '36',
  doseWasted: '4',
  dateOfService: 't+48',
  payer: 'medicare-part-b',
  setting: 'office',
};
const read = (change: Partial<QuoteText> = {}) => readQuote({ ...least, ...change }, today, [own]);
const headline = (typed: QuoteText) => {
  const { quote } = readQuote(typed, today, [own]);
  return quote && visitPrice(quote, prepareClaim(quote.encounter, ruleBook)).headline;
};

describe('the answers of a quote', () => {
  it('are read by the worksheet’s own readers: a day ahead, units, a sum', () => {
    expect(read().quote?.encounter.dateOfService).toBe('2027-01-14');
    expect(read({ doseGiven: '18 mL', strength: '2000' }).quote?.encounter.given).toEqual({ ng: 36_000_000 });
    expect(read({ doseGiven: '30 + 6' }).understood.doseGiven).toContain('3.6 units');
    expect(read().understood.dateOfService).toContain('Thu Jan 14, 2027');
  });

  it.each<[change: Partial<QuoteText>, problem: string]>([
    [{ doseGiven: '' }, 'doseGiven: Enter the dose given'],
    [{ doseWasted: '' }, 'doseWasted: Enter the dose wasted, or 0 if there was none'],
    [{ payer: '' }, 'payer: Choose the payer type'],
    [{ setting: '' }, 'setting: Choose the setting'],
    [{ dateOfService: 'soon' }, 'dateOfService: Date of service must be a date, like 11/23/2026'],
    [
      { deductibleLeft: '8,3' },
      'deductibleLeft: Write deductible left without commas and with a point for decimals, like 181 or 181.50',
    ],
    [{ payer: 'commercial', coinsurance: '120' }, 'coinsurance: Patient’s share in the plan must be 100 or less'],
    [
      { payer: 'commercial', coinsurance: '12.5 %' },
      'coinsurance: Patient’s share in the plan must be a whole number, like 2',
    ],
    [
      { payer: 'commercial', feePerUnit: 'abc' },
      'feePerUnit: Plan’s fee per unit must be a number, like 181 or 181.50',
    ],
    [{ chargePerUnit: '-1' }, 'chargePerUnit: Charge per unit cannot be negative'],
    [{ setting: 'other' }, 'placeOfService: Enter the two digits of the place of service'],
  ])('%o is told at its field', (change, problem) => {
    const { quote, problems } = read(change);
    expect(quote).toBeNull();
    expect(problems.map(({ field, message }) => `${field}: ${message}`)).toEqual([problem]);
  });

  it('blank is not 0: a deductible that was not told stays untold', () => {
    expect(read().quote?.deductibleLeft).toBeNull();
    expect(read({ deductibleLeft: '0' }).quote?.deductibleLeft).toEqual({ tenthsOfCent: 0 });
    expect(read({ payer: 'commercial', coinsurance: '20 %' }).quote?.coinsurancePercent).toBe(20);
  });

  it('decide nothing where they are not asked', () => {
    const hidden = { feePerUnit: 'x', coinsurance: 'x', companions: ['62370' as const] };
    expect(read({ ...hidden, companions: [] }).quote?.feePerUnit).toBeNull();
    expect(
      read({ ...hidden, feePerUnit: '', coinsurance: '', payer: 'commercial' }).quote?.encounter.companions,
    ).toEqual([]);
    expect(read({ payer: 'self-pay', deductibleLeft: 'x' }).quote?.deductibleLeft).toBeNull();
    expect(quoteAsks({ payer: 'self-pay', setting: 'office' })).toEqual([]);
    expect(quoteAsks({ payer: 'medicare-part-b', setting: 'home' })).toEqual([
      'attendance',
      'companions',
      'deductibleLeft',
    ]);
  });

  it('a profile brings its fee', () => {
    const { quote } = read({ payer: 'commercial', profile: 'own' });
    expect(
      quote &&
        visitPrice(quote, prepareClaim(quote.encounter, ruleBook)).items.map(({ allowed }) => formatMoney(allowed)),
    ).toEqual(['$726.00']);
  });
});

describe('a quote that begins with the claim on the page', () => {
  const claimOf = (record: WorksheetText) => {
    const { encounter } = readWorksheet(record, today, [own]);
    return encounter && prepareClaim(encounter, ruleBook);
  };

  it('costs what the drug of the claim is estimated at, of every example', () => {
    for (const example of examples) {
      const record = example.worksheet(today);
      const claim = claimOf(record);
      const { quote } = readQuote({ ...quoteOf(record, claim), companions: [] }, today, []);
      const price = quote && visitPrice(quote, prepareClaim(quote.encounter, ruleBook));
      expect(price?.allowed, example.name).toEqual(claim?.estimate.total?.allowed);
    }
  });

  it('takes what the labels leave, and the strength of an NDC', () => {
    const record: WorksheetText = {
      ...emptyWorksheet,
      ...least,
      doseGiven: '42',
      doseWasted: '0',
      labeledAmount: '40',
      ndc: '66794-0157-02',
      dateOfService: '11/20/2026',
    };
    expect(quoteOf(record, claimOf(record))).toMatchObject({ doseGiven: '40', doseWasted: '0', strength: '2000' });
  });

  it('takes what is typed while there is no claim, and nothing of the patient but the reference', () => {
    const record = { ...emptyWorksheet, doseGiven: '18 mL', patientReference: 'R 7', account: 'A 1', initials: 'AB' };
    expect(quoteOf(record, null)).toEqual({ ...emptyQuote, doseGiven: '18 mL', patientReference: 'R 7' });
  });

  it('is another value: what is typed in one is not in the other', () => {
    const record = { ...emptyWorksheet, companions: ['62370' as const] };
    const quote = quoteOf(record, null);
    expect({ ...quote, doseGiven: '1' }.doseGiven).not.toBe(record.doseGiven);
    expect(headline({ ...quote, ...least })).toContain('$149.60');
  });
});
