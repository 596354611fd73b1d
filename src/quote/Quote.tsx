import { use, useCallback, useMemo } from 'react';
import type { QuoteText } from '../answers/quote-answers';
import { quoteOf, readQuote } from '../answers/read-quote';
import type { IsoDate } from '../engine/dated';
import type { PayerProfile } from '../engine/payer-profile';
import { prepareClaim } from '../engine/prepare-claim';
import type { PreparedClaim } from '../engine/prepared-claim';
import type { OpenedTables } from '../engine/published-tables';
import { useDraft } from '../fields/drafts';
import { ClinicContext, TodayContext, useAskBeforeLeaving, useWorksheetForm } from '../fields/form';
import { usePrintedSheet } from '../fields/use-printed-sheet';
import { ruleBookWith } from '../rules';
import { visitPrice } from '../rules/visit-price';
import { QuoteForm, quoteFieldId, type Change } from './QuoteForm';
import { QuotePrice } from './QuotePrice';
import { PrintedQuote } from './QuoteSheet';
import './quote.css';

type QuoteProps = {
  /** Null while there is none; undefined while the drawer is closed. */
  claim: PreparedClaim | null | undefined;
  tables: OpenedTables;
};

/**
 * What a patient will owe before a visit. It begins with the claim on the page and follows it until somebody types
 * here; what is typed stands in one value, which goes with the drawer when another claim begins.
 */
export function Quote({ claim, tables }: QuoteProps) {
  const today = use(TodayContext);
  const { profiles } = use(ClinicContext);
  const { typed, isTyped, change, startAgain } = useTypedQuote(claim);
  const { reading, price } = usePrice(typed, today, profiles, tables);
  const { printing, print } = usePrintedSheet();
  return (
    <div className="quote">
      <p className="section-note">
        An estimate for the patient, for a day that may lie ahead. Nothing typed here goes into the claim, and a new
        claim forgets it.{' '}
        {isTyped ? (
          <button type="button" className="link" onClick={startAgain}>
            Start again from the claim
          </button>
        ) : null}
      </p>
      <QuoteForm typed={typed} reading={reading} profiles={profiles} today={today} onChange={change} />
      <QuotePrice typed={typed} reading={reading} price={price} />
      <div className="quote-total">
        <p role="status">
          {price?.isPriced ? `The patient owes: ${price.headline}` : 'No price yet: see what is needed'}
        </p>
        {price?.isPriced ? (
          <button type="button" className="ds-c-button ds-c-button--small ds-c-button--solid" onClick={print}>
            Print for the patient
          </button>
        ) : null}
      </div>
      {printing && price?.isPriced && reading.quote ? (
        <PrintedQuote typed={typed} encounter={reading.quote.encounter} price={price} profiles={profiles} />
      ) : null}
    </div>
  );
}

function useTypedQuote(claim: PreparedClaim | null | undefined) {
  const { getValues } = useWorksheetForm();
  const [own, setOwn] = useDraft<QuoteText | null>('price:typed', null);
  // The worksheet behind the drawer stands still while it is open.
  const fromClaim = useMemo(() => quoteOf(getValues(), claim ?? null), [claim, getValues]);
  const change = useCallback<Change>(
    (answers) => setOwn((before) => ({ ...(before ?? fromClaim), ...answers })),
    [fromClaim, setOwn],
  );
  useAskBeforeLeaving(useCallback(() => own !== null, [own]));
  const startAgain = () => {
    setOwn(null);
    // The button that was pressed goes.
    document.getElementById(quoteFieldId('doseGiven'))?.focus();
  };
  return { typed: own ?? fromClaim, isTyped: own !== null, change, startAgain };
}

function usePrice(typed: QuoteText, today: IsoDate, profiles: readonly PayerProfile[], tables: OpenedTables) {
  const book = useMemo(() => ruleBookWith(tables), [tables]);
  return useMemo(() => {
    const reading = readQuote(typed, today, profiles);
    const { quote } = reading;
    return { reading, price: quote && visitPrice(quote, prepareClaim(quote.encounter, book)) };
  }, [typed, today, profiles, book]);
}
