import type { WorksheetText } from '../answers/worksheet-text';
import type { PreparedClaim } from '../engine/prepared-claim';
import { whatChanged } from '../remittance/next-claim';
import type { KeptClaim } from './clinic-records';
import { inFewWords, type DayRow } from './day-rows';
import type { MadeAs } from './next-claims';

type MadeFromMarkProps = {
  worksheet: WorksheetText;
  claim: PreparedClaim | null;
  claims: readonly KeptClaim[];
  makeRow: (record: KeptClaim) => DayRow;
  onOpen: (record: KeptClaim) => void;
};

/** From which remittance the claim in the form was filled in, what is left to tell, and what is changed by now. */
export function MadeFromMark({ worksheet: { madeFrom }, claim, claims, makeRow, onOpen }: MadeFromMarkProps) {
  const { as } = madeFrom;
  if (as === '') return null;
  const original = claims.find(({ recordId }) => recordId === madeFrom.claim);
  const row = original ? makeRow(original) : null;
  return (
    <div className="example-mark">
      <p>
        {madeFromSays(madeFrom)} {asWords[as]}{' '}
        {original && row ? (
          <button type="button" className="link" onClick={() => onOpen(original)}>
            Open the claim that was answered: {inFewWords(row)}
          </button>
        ) : null}
      </p>
      {as === 'next-payer' ? null : <Changed before={row?.reading.claim ?? null} now={claim} />}
    </div>
  );
}

const asWords = {
  'next-payer':
    'This is the claim to the next payer: tell its payer type here, and its name and member ID in the claim forms.',
  corrected: 'This is the corrected claim: change what the payer did not take.',
  new: 'This is a new first claim, as the payer did not process the one before: change what was wrong.',
} as const satisfies Record<MadeAs, string>;

/** "Filled in from the remittance of SAMPLE PAYER, 12/31/2026, payer’s number A1." */
export const madeFromSays = ({ payer, answeredOn, payersNumber }: WorksheetText['madeFrom']): string => {
  const told = [payer || 'a payer', answeredOn, payersNumber === '' ? '' : `payer’s number ${payersNumber}`];
  return `Filled in from the remittance of ${told.filter(Boolean).join(', ')}.`;
};

/** What this claim has otherwise than the one that was answered. */
function Changed({ before, now }: { before: PreparedClaim | null; now: PreparedClaim | null }) {
  if (!before || !now) return null;
  const changed = whatChanged(before, now);
  if (changed.length === 0) return <p>Nothing is changed yet.</p>;
  return (
    <>
      <p>Changed:</p>
      <ul>
        {changed.map((each) => (
          <li key={each}>{each}</li>
        ))}
      </ul>
    </>
  );
}
