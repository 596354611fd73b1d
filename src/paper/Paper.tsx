import type { PreparedClaim } from '../engine/prepared-claim';
import { formatDate } from '../engine/dated';
import { cms1500InShort } from '../formats/cms-1500';
import { ub04InShort } from '../formats/ub-04';
import { Estimate } from '../results/Estimate';
import { RefillCodes } from '../results/RefillCodes';
import { ServiceLines } from '../results/ServiceLines';
import { OpenedBars } from '../results/OpenedBars';
import { tableWords } from '../results/words';
import { drugsOf } from '../engine/claim-lines';
import { vialBars } from '../engine/vial-bars';
import { RefillNote } from './RefillNote';
import { resubmissionOf } from '../answers/resubmission';
import { refillSupport } from '../rules/companions';
import { ClaimSummary } from './ClaimSummary';
import { Foot, pageName, useFeet } from './parts';
import { asEntered, checklistOf, hasPatientInformation } from '../answers/as-entered';
import { payerLabels } from '../answers/choice-labels';
import type { Problem } from '../answers/answer-reader';
import type { RefillReading } from '../answers/read-refill';
import type { WorksheetText } from '../answers/worksheet-text';

export type PaperProps = {
  claim: PreparedClaim | null;
  worksheet: WorksheetText;
  problems: readonly Problem[];
  refill: RefillReading | null;
};

/**
 * What the printer gets: the claim summary, and the refill note where a refill was recorded, each or both as chosen.
 */
export function Paper(props: PaperProps) {
  return (
    <>
      <Foot text={footOf(props)} />
      <PaperOfOne {...props} />
    </>
  );
}

/** The same of several claims, each on sheets of its own with its own foot. */
export function Papers({ papers }: { papers: readonly PaperProps[] }) {
  useFeet(papers.map(footOf));
  return papers.map((each, place) => (
    <div key={place} className="paper-of-one" style={{ page: pageName(place) }}>
      <PaperOfOne {...each} />
      <p className="paper-foot">{footOf(each)}</p>
    </div>
  ));
}

function PaperOfOne({ claim, worksheet, problems, refill }: PaperProps) {
  const { paper } = worksheet.refill;
  return (
    <>
      {!refill || paper !== 'note' ? (
        <ClaimPaper
          claim={claim}
          worksheet={worksheet}
          problems={problems}
          refill={refill}
          withNote={refill !== null && paper !== 'claim'}
        />
      ) : null}
      {refill && paper !== 'claim' ? (
        refill.drug ? (
          <RefillNote
            worksheet={worksheet}
            reading={refill}
            authorization={claim?.encounter.priorAuthorization ?? null}
            findings={claim?.findings ?? []}
          />
        ) : (
          <Missing
            title="Baclofen refill note"
            what="There is no refill note yet:"
            problems={problems.filter(({ field }) => field.startsWith('refill.'))}
          />
        )
      ) : null}
    </>
  );
}

/** "Patient reference MRN-7, service of 11/20/2026"; without a reference, a line to write it on. */
function footOf({ worksheet: { patientReference }, claim, refill }: PaperProps): string {
  const on = claim?.encounter.dateOfService ?? refill?.on ?? null;
  return `Patient reference ${patientReference.trim() || '_'.repeat(24)}${on ? `, service of ${formatDate(on)}` : ''}`;
}

/**
 * Without a claim the paper says what is missing instead of being half a page. The refill codes stand on the note where
 * it is printed too.
 */
function ClaimPaper({ claim, worksheet, problems, refill, withNote }: PaperProps & { withNote: boolean }) {
  if (!claim) return <Missing title="Baclofen claim summary" what="There is no claim yet:" problems={problems} />;
  const support = refillSupport(claim.encounter);
  return (
    <ClaimSummary
      claim={claim}
      form={
        claim.formItems.form === 'institutional' ? ub04InShort(claim) : cms1500InShort(claim, resubmissionOf(worksheet))
      }
      payer={[
        payerLabels[claim.encounter.payer],
        ...(claim.encounter.profile ? [claim.encounter.profile.name] : []),
      ].join(', ')}
      example={worksheet.example}
      patientReference={worksheet.patientReference}
      facts={asEntered(worksheet, refill, claim.encounter.preparedOn)}
      checklist={checklistOf(worksheet, refill)}
      containsPatientInformation={hasPatientInformation(worksheet)}
      initials={worksheet.initials}
      tables={claim.tablesUsed.map(tableWords)}
      estimate={<Estimate estimate={claim.estimate} brief />}
      lines={<ServiceLines claim={claim} />}
      opened={drugsOf(claim).some(vialBars) ? <OpenedBars claim={claim} /> : null}
      refillCodes={support?.told && !withNote ? <RefillCodes support={support} brief /> : null}
    />
  );
}

function Missing({ title, what, problems }: { title: string; what: string; problems: readonly Problem[] }) {
  return (
    <div className="claim-summary">
      <h1>{title}</h1>
      <p>{what}</p>
      <ul>
        {problems.map(({ field, message }) => (
          <li key={`${field} ${message}`}>{message}</li>
        ))}
      </ul>
    </div>
  );
}
