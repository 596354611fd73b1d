import { Fragment } from 'react';
import { useWatch } from 'react-hook-form';
import type { PreparedClaim } from '../engine/prepared-claim';
import { claimJson } from '../formats/claim-json';
import { fhirClaim, fhirRows } from '../formats/fhir-claim';
import { csvRows, linesCsv } from '../formats/lines-csv';
import type { Resubmission } from '../engine/claim';
import { useWorksheetForm } from '../fields/form';
import type { Copying } from '../results/use-copy';
import { FileButtons } from './FileButtons';
import type { GoTo } from '../results/Findings';
import { WhoSaysSo } from './WhoSaysSo';

type DataFilesProps = {
  claim: PreparedClaim;
  whose: string;
  resubmission: Resubmission;
  reasonsAbove: string | null;
  copying: Copying;
  onGoTo: GoTo;
};

/** The claim for other programs: lines for a spreadsheet, the whole record, and a FHIR resource. */
export function DataFiles({ claim, resubmission, ...shared }: DataFilesProps) {
  const { control } = useWorksheetForm();
  const department = useWatch({ control, name: 'sending.procedureRevenue' });
  return (
    <>
      {dataFiles.map(({ title, says, id, what, fileName, type, write }) => (
        <Fragment key={id}>
          <h3>{title}</h3>
          <p className="section-note">{says}</p>
          <FileButtons
            id={id}
            what={what}
            fileName={fileName}
            type={type}
            result={write(claim, resubmission, department)}
            {...shared}
          />
        </Fragment>
      ))}
      <WhoSaysSo rows={[...csvRows, ...fhirRows]} />
    </>
  );
}

const dataFiles = [
  {
    title: 'CSV of the lines',
    says:
      'One row for each service line; dates as 2026-11-25, amounts in dollars and milliliters. ' +
      'A typed text that would start a formula has an apostrophe in front. ' +
      'The last columns tell the status, what is still to check, what was overridden, and what stands on no line.',
    id: 'csv',
    what: 'CSV',
    fileName: 'baclofen-claim-lines.csv',
    type: 'text/csv',
    write: linesCsv,
  },
  {
    title: 'JSON of the whole claim',
    says: 'Lines, findings, working, and the dates of every table used: version 5 of this format.',
    id: 'json',
    what: 'JSON',
    fileName: 'baclofen-claim.json',
    type: 'application/json',
    write: claimJson,
  },
  {
    title: 'FHIR R4 Claim',
    says:
      'Patient, provider, payer and coverage are placeholders that say so; your system puts its own in. It claims no ' +
      'conformance with a profile such as PAS or CARIN.',
    id: 'fhir',
    what: 'FHIR Claim',
    fileName: 'baclofen-claim-fhir.json',
    type: 'application/fhir+json',
    write: fhirClaim,
  },
] as const;
