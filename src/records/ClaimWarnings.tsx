import { useMemo } from 'react';
import { readDay } from '../answers/claim-readers';
import type { WorksheetText } from '../answers/worksheet-text';
import type { PreparedClaim } from '../engine/prepared-claim';
import type { KeptClaim } from './clinic-records';
import type { DayRow } from './day-rows';
import { isSamePatient, warningsOf } from './duplicates';
import { unitsBilled } from './patient-fills';

type ClaimWarningsProps = {
  worksheet: WorksheetText;
  claim: PreparedClaim | null;
  claims: readonly KeptClaim[];
  makeRow: (record: KeptClaim) => DayRow;
  onOpen: (record: KeptClaim) => void;
};

/** What is to be known of the claim in the form beside those that are kept, with the way to the other one. */
export function ClaimWarnings({ worksheet, claim, claims, makeRow, onOpen }: ClaimWarningsProps) {
  const warnings = useMemo(() => {
    const alike = claims.filter((each) => each.recordId !== worksheet.recordId && isSamePatient(each, worksheet));
    const service = readDay(worksheet.dateOfService, '');
    return warningsOf(
      {
        id: worksheet.recordId,
        record: worksheet,
        on: 'value' in service ? service.value : null,
        codes: claim?.lines.map(({ hcpcs }) => hcpcs) ?? [],
        units: unitsBilled(worksheet, claim),
      },
      alike.map(makeRow),
    );
  }, [worksheet, claim, claims, makeRow]);
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
            Open the other claim
          </button>
        </p>
      ))}
    </div>
  );
}
