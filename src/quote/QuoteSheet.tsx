import { createPortal } from 'react-dom';
import { payerLabels, settingLabels } from '../answers/choice-labels';
import type { QuoteText } from '../answers/quote-answers';
import { profilesFor } from '../answers/what-is-asked';
import { formatDate, formatDay } from '../engine/dated';
import type { Encounter } from '../engine/encounter';
import type { PayerProfile } from '../engine/payer-profile';
import { formatMass, isNone } from '../engine/quantity';
import { inSentence } from '../engine/typed';
import type { VisitPrice } from '../engine/visit-price';
import { estimateOnly } from '../rules/visit-price';
import { PriceTable, tableInWords } from './QuotePrice';

type PrintedQuoteProps = {
  typed: QuoteText;
  encounter: Encounter;
  price: VisitPrice;
  /** The clinic’s own. */
  profiles: readonly PayerProfile[];
};

/** Beside the page, so that nothing else is printed with it. */
export const PrintedQuote = (props: PrintedQuoteProps) => createPortal(<QuoteSheet {...props} />, document.body);

/** Half a page for the patient: what the visit may cost, with no more of the patient than a reference. */
function QuoteSheet({ typed, encounter, price, profiles }: PrintedQuoteProps) {
  const { given, wasted, dateOfService, preparedOn, payer, setting } = encounter;
  const profile = profilesFor(payer, profiles).find(({ id }) => id === typed.profile);
  const thrownAway = isNone(wasted) ? '' : `, and ${formatMass(wasted)} to be thrown away`;
  return (
    <article className="quote-sheet">
      <header>
        <h1>What this visit may cost</h1>
        <p>
          {typed.patientReference.trim() ? `Reference ${typed.patientReference.trim()}. ` : ''}
          Made on {formatDate(preparedOn)}.
        </p>
      </header>
      <p>
        <strong>Day of the visit: {formatDay(dateOfService)}.</strong> Baclofen, {formatMass(given)} to be given
        {thrownAway}. {payerLabels[payer]}
        {profile ? `, ${profile.name}` : ''}, {inSentence(settingLabels[setting])}.
      </p>
      {price.warnings.map(({ says }) => (
        <p key={says} className="quote-warning">
          {says}
        </p>
      ))}
      <PriceTable payer={payer} price={price} forPatient />
      <p>{price.inShort.map(({ says }) => says).join(' ')}</p>
      <p>
        <strong>Not included:</strong> {price.notIncluded.map(({ says }) => says).join(' ')}
      </p>
      <footer>
        <p>{estimateOnly.says}</p>
        {price.tables.length > 0 ? <p>Tables used. {price.tables.map(tableInWords).join('; ')}.</p> : null}
      </footer>
    </article>
  );
}
