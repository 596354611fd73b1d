import type { WorksheetText } from '../answers/worksheet-text';
import type { IsoDate } from '../engine/dated';
import type { PreparedClaim, Status } from '../engine/prepared-claim';
import { cameBackShort, cameBackWords } from '../records/came-back';
import { readCourse } from '../records/course';
import { standsAmong } from '../records/day-rows';
import type { Warning } from '../records/duplicates';
import { statusWords } from '../results/words';

/** How a claim stands where something outside of it goes before its own status. */
export type StandsBesides = {
  readonly stands: { readonly as: Status; readonly words: string };
  readonly says: string;
  /** Whether it came back unpaid. */
  readonly isBack: boolean;
};

/** What came back of the claim unpaid, else what the kept claims tell against one that is ready by itself. */
export function standsBesides(
  worksheet: WorksheetText,
  claim: PreparedClaim,
  warnings: readonly Warning[],
  today: IsoDate,
): StandsBesides | null {
  const cameBack = cameBackShort(worksheet, readCourse(worksheet, today));
  if (cameBack)
    return { stands: { as: 'fix-first', words: cameBackWords[cameBack.kind] }, says: cameBack.says, isBack: true };
  const among = standsAmong(claim.status, warnings);
  return (
    among && {
      stands: { as: among.status, words: statusWords[among.status] },
      says: `${among.reason} See above.`,
      isBack: false,
    }
  );
}
