import { readDay } from '../answers/claim-readers';
import type { WorksheetText } from '../answers/worksheet-text';
import { drugLinesOf } from '../engine/claim-lines';
import type { PreparedClaim } from '../engine/prepared-claim';
import type { KeptClaim } from './clinic-records';
import type { DayRow } from './day-rows';
import { isSamePatient, warningsOf, type Warning } from './duplicates';
import { drugUnitsOf } from './authorized-units';

type ComparedInForm = {
  worksheet: WorksheetText;
  claim: PreparedClaim | null;
  claims: readonly KeptClaim[];
  makeRow: (record: KeptClaim) => DayRow;
};

/** What the kept claims tell of the one in the form. */
export function warningsInForm({ worksheet, claim, claims, makeRow }: ComparedInForm): readonly Warning[] {
  const alike = claims.filter((each) => each.recordId !== worksheet.recordId && isSamePatient(each, worksheet));
  const service = readDay(worksheet.dateOfService, '');
  return warningsOf(
    {
      id: worksheet.recordId,
      record: worksheet,
      on: 'value' in service ? service.value : null,
      codes: claim ? drugLinesOf(claim).map(({ hcpcs }) => hcpcs) : [],
      drugs: drugUnitsOf(worksheet, claim),
    },
    alike.map(makeRow),
  );
}

type ClaimWarningsProps = {
  warnings: readonly Warning[];
  claims: readonly KeptClaim[];
  onOpen: (record: KeptClaim) => void;
};

/** What is to be known of the claim in the form beside those that are kept, with the way to the other one. */
export function ClaimWarnings({ warnings, claims, onOpen }: ClaimWarningsProps) {
  return (
    <div role="status">
      {warnings.map(({ kind, says, other }) => (
        <p key={kind + says} className="warning">
          {says}{' '}
          <button
            type="button"
            className="link"
            onClick={() => {
              const kept = claims.find(({ recordId }) => recordId === other);
              if (kept) onOpen(kept);
            }}
          >
            {openWords(claims, other)}
          </button>
        </p>
      ))}
    </div>
  );
}

/** "Open the other claim, of 11/20/2026": there may be more than one. */
function openWords(claims: readonly KeptClaim[], id: string): string {
  const day = claims.find(({ recordId }) => recordId === id)?.dateOfService.trim();
  return day ? `Open the other claim, of ${day}` : 'Open the other claim';
}
