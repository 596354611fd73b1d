import { emptyOf, several, text, type TextOf } from './answer';
import { companionChoices } from './choice-labels';
import { readMoney, readPercent } from './read-answers';
import { worksheetAnswers } from './worksheet-answers';

const {
  doseGiven,
  doseGivenUnit,
  doseWasted,
  doseWastedUnit,
  strength,
  dateOfService,
  purpose,
  route,
  drugSource,
  payer,
  profile,
  setting,
  placeOfService,
  attendance,
  patientReference,
  chargePerUnit,
} = worksheetAnswers;

/** The questions of the worksheet that decide a price: the same words, the same readers. */
export const visitAnswers = {
  doseGiven,
  doseGivenUnit,
  doseWasted,
  doseWastedUnit,
  strength,
  dateOfService,
  purpose,
  route,
  drugSource,
  payer,
  profile,
  setting,
  placeOfService,
  attendance,
  patientReference,
  chargePerUnit,
};

/** What only a price asks: it stands in no claim. */
export const termsAnswers = {
  feePerUnit: text('Plan’s fee per unit, in dollars', readMoney),
  deductibleLeft: text('Deductible left, in dollars', readMoney),
  coinsurance: text('Patient’s share in the plan, in percent', readPercent),
};

/** Of the services of the day those that tables on file price: a price needs their codes alone. */
const servicesAsked = { companions: several(worksheetAnswers.services.label, companionChoices) };

export const quoteAnswers = { ...visitAnswers, ...servicesAsked, ...termsAnswers };

/** The price of a visit as it was typed: one value, apart from the claim record. */
export type QuoteText = TextOf<typeof quoteAnswers>;
export type QuoteName = keyof QuoteText & string;
export const emptyQuote: QuoteText = emptyOf(quoteAnswers);
