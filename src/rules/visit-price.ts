import type { Step } from '../engine/citation';
import type { PreparedClaim } from '../engine/prepared-claim';
import { formatMoney, isSameMoney, sumOfMoney } from '../engine/quantity';
import type { VisitPrice, VisitQuote } from '../engine/visit-price';
import { step } from './visit-part';
import { drugPart, type DrugPart, type Unpriced } from './visit-drug';
import { proceduresPart, together } from './visit-procedures';
import { sharePart } from './visit-share';

/**
 * What a visit costs and what the patient owes of it, from the claim that it would make. An estimate, which goes into
 * no claim. Money is in tenths of a cent, rounded to the cent line by line. Rows 10 to 10 visit.
 */
export function visitPrice(quote: VisitQuote, claim: PreparedClaim): VisitPrice {
  const drug = drugPart(quote, claim);
  const priced = together([drug, proceduresPart(quote.encounter)]);
  const { items } = priced;
  const { owed, share, medicare, ...told } = sharePart(quote, items, {
    isCeiling: drug.by === 'own-charge',
    // A code that is in no list, or that nobody has named yet.
    isDoubtful: drug.items.length > 0 && !(claim.code?.descriptor && claim.code.hcpcsDosage),
  });
  const all = together([priced, told]);
  return {
    by: drug.by,
    items,
    allowed: items.length > 0 ? sumOfMoney(items.map(({ allowed }) => allowed)) : null,
    owed,
    isPriced: owed !== null || drug.unpriced === 'packaged' || drug.unpriced === 'by-another',
    share,
    medicare,
    warnings: [...waiting(claim), ...all.warnings],
    forBiller: toFile(claim),
    inShort: all.inShort,
    notIncluded: all.notIncluded,
    tables: all.tables,
    how: [...claim.how, ...all.how],
    headline: headlineOf(owed, drug),
  };
}

/** What stands below every price. */
export const estimateOnly = step(
  'This is an estimate, and no bill. It changes with the dose, the day and the word of the payer.',
  '10 visit',
);

/** Why such a claim would wait, or what of its procedures does not fit together: never a price without it. */
const waiting = ({ findings }: PreparedClaim): readonly Step[] =>
  findings.flatMap(({ verdict: { outcome, because }, rule: { id, rows } }) => {
    if (outcome === 'on-hold') return [{ says: `Such a claim would be on hold. ${because}`, rows }];
    return outcome === 'fail' && id.startsWith('companions/') ? [{ says: because, rows }] : [];
  });

/** Whether a claim must be filed for a patient who pays: row 8 self-pay. */
const toFile = ({ findings }: PreparedClaim): readonly Step[] =>
  findings.flatMap(({ verdict: { outcome, because }, rule: { id, rows } }) =>
    id === 'claim/self-pay' && outcome === 'needs-review' ? [{ says: because, rows }] : [],
  );

const unpricedWords = {
  packaged: 'Nothing for the drug by itself',
  'by-another': 'Nothing to us for the drug',
  'not-told': 'No price yet',
} as const satisfies Record<Unpriced, string>;

/** "$149.60", "$149.60 to $376.00", "At most $160.00"; in words where nothing can be owed or priced. */
function headlineOf(owed: VisitPrice['owed'], { unpriced }: DrugPart): string {
  if (!owed) return unpricedWords[unpriced ?? 'not-told'];
  const most = formatMoney(owed.most);
  if (owed.least === null) return `At most ${most}`;
  return isSameMoney(owed.least, owed.most) ? most : `${formatMoney(owed.least)} to ${most}`;
}
