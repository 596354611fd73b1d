import type { PreparedClaim } from '../engine/prepared-claim';
import { ub04, ub04Rows } from '../formats/ub-04';
import type { Copying } from '../results/use-copy';
import { CopyableFields, LineFields } from './CopyableFields';
import { DrugAlone, Notes } from './Notes';
import type { GoTo } from '../results/Findings';
import { Reasons } from './Reasons';
import { WhoSaysSo } from './WhoSaysSo';

/** The claim by the form locators of the UB-04. */
export function Ub04View({ claim, copying, onGoTo }: { claim: PreparedClaim; copying: Copying; onGoTo: GoTo }) {
  const result = ub04(claim);
  if ('refused' in result)
    return <Reasons id="ub-04-reasons" what="The UB-04" refused={result.refused} onGoTo={onGoTo} />;
  const { lines, fields, notes } = result.written;
  return (
    <>
      <Notes notes={notes} />
      <DrugAlone companions={claim.encounter.companions} />
      <p className="section-note">
        Type of bill (4), diagnoses (67) and, where the claim replaces another, the payer’s number of that one (64) come
        from your own system.
      </p>
      {lines.map((line) => (
        <LineFields key={line.lineNumber} heading="h3" {...line} copying={copying} onGoTo={onGoTo} />
      ))}
      <h3>Whole claim</h3>
      <CopyableFields of="Whole claim" fields={fields} copying={copying} onGoTo={onGoTo} />
      <WhoSaysSo rows={ub04Rows} />
    </>
  );
}
