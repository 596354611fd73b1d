import type { IsoDate } from '../engine/dated';
import type { PayerProfile } from '../engine/payer-profile';
import type { PreparedClaim } from '../engine/prepared-claim';
import { digitsOfMg } from '../engine/quantity';
import type { VisitQuote } from '../engine/visit-price';
import { attendanceDecides } from '../rules/asked-for';
import type { Read } from './answer';
import { emptyQuote, termsAnswers, visitAnswers, type QuoteName, type QuoteText } from './quote-answers';
import { readEncounter } from './read-worksheet';
import { knownCodesIn, serviceOf } from './service-rows';
import { understoodOf } from './understood';
import { emptyWorksheet, type WorksheetText } from './worksheet-text';

export type QuoteProblem = { readonly field: QuoteName; readonly message: string };

export type QuoteReading = {
  /** Null while an answer is missing or has a problem. */
  readonly quote: VisitQuote | null;
  readonly problems: readonly QuoteProblem[];
  /** What was understood of an answer, said back. */
  readonly understood: Readonly<Partial<Record<QuoteName, string>>>;
};

/** What is asked for some payers and places alone; where it is not asked, what stands there decides nothing. */
export function quoteAsks({ payer, setting }: Pick<QuoteText, 'payer' | 'setting'>): readonly QuoteName[] {
  const isMedicare = payer === 'medicare-part-b';
  const isInsured = payer !== '' && payer !== 'self-pay';
  return [
    ...(setting === 'other' ? (['placeOfService'] as const) : []),
    ...(attendanceDecides({ payer, setting }) ? (['attendance'] as const) : []),
    ...(isMedicare ? (['companions'] as const) : []),
    ...(isInsured && !isMedicare ? (['feePerUnit', 'coinsurance'] as const) : []),
    ...(isInsured ? (['deductibleLeft'] as const) : []),
  ];
}

/**
 * The price of a visit read as a whole: facts, or every problem with its field. What it has in common with the
 * worksheet is read by the worksheet’s own reader. `profiles` are the clinic’s own.
 */
export function readQuote(typed: QuoteText, today: IsoDate, profiles: readonly PayerProfile[]): QuoteReading {
  const problems: QuoteProblem[] = [];
  const visit = visitOf(typed);
  const { encounter } = readEncounter(visit, today, profiles, (field, message) => {
    if (isQuoteName(field)) problems.push({ field, message });
  });
  const terms = readTerms(typed, problems);
  return {
    quote: encounter && problems.length === 0 ? { encounter, ...terms } : null,
    problems,
    understood: understoodOf(visit, null, today),
  };
}

const isQuoteName = (name: string): name is QuoteName => Object.hasOwn(emptyQuote, name);
const visitNames = Object.keys(visitAnswers) as (keyof typeof visitAnswers)[];

/** Some answers of one text, put over another. */
const withVisit = <Text extends object>(text: Text, from: Pick<QuoteText, keyof typeof visitAnswers>): Text => ({
  ...text,
  ...Object.fromEntries(visitNames.map((name) => [name, from[name]])),
});

/** The visit as a worksheet of which nothing else was told. */
function visitOf(typed: QuoteText): WorksheetText {
  const visit = withVisit(emptyWorksheet, typed);
  return quoteAsks(typed).includes('companions') ? { ...visit, services: typed.companions.map(serviceOf) } : visit;
}

function readTerms(typed: QuoteText, problems: QuoteProblem[]): Omit<VisitQuote, 'encounter'> {
  const asks = quoteAsks(typed);
  type Declared<Fact> = { readonly label: string; readonly read: Read<Fact> | null };
  const told = <Fact>(name: keyof typeof termsAnswers, { label, read }: Declared<Fact>): Fact | null => {
    if (!read || !asks.includes(name) || typed[name].trim() === '') return null;
    const reading = read(typed[name], label);
    if ('value' in reading) return reading.value;
    problems.push({ field: name, message: reading.problem });
    return null;
  };
  return {
    feePerUnit: told('feePerUnit', termsAnswers.feePerUnit),
    deductibleLeft: told('deductibleLeft', termsAnswers.deductibleLeft),
    coinsurancePercent: told('coinsurance', termsAnswers.coinsurance),
  };
}

/**
 * A quote as the claim on the page has it, before anybody types in it. Amounts that the containers or a label decided
 * are taken from the claim, as masses.
 */
export function quoteOf(record: WorksheetText, claim: PreparedClaim | null): QuoteText {
  const quote = { ...withVisit(emptyQuote, record), companions: [...knownCodesIn(record.services)] };
  const strength = claim?.encounter.strength;
  const told = strength ? { ...quote, strength: String(strength.mcgPerMl) } : quote;
  const amounts = claim?.amounts;
  if (!amounts || (record.entry === 'dose' && claim.encounter.labeled === null)) return told;
  return {
    ...told,
    doseGiven: digitsOfMg(amounts.administered),
    doseGivenUnit: 'mg',
    doseWasted: digitsOfMg(amounts.discarded),
    doseWastedUnit: 'mg',
  };
}
