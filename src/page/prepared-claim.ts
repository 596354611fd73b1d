import { askedNames } from '../answers/answer';
import { readDay } from '../answers/claim-readers';
import { standingDecisions } from '../answers/decisions';
import { faultsOf } from '../answers/faults';
import { readWorksheet, type WorksheetReading } from '../answers/read-worksheet';
import { understoodOf, unreadOf } from '../answers/understood';
import { withWays } from '../answers/ways';
import { overrideAnswers } from '../answers/worksheet-answers';
import type { WorksheetText } from '../answers/worksheet-text';
import type { ClinicFile } from '../engine/clinic-file';
import { formatDay, type IsoDate } from '../engine/dated';
import { prepareClaim } from '../engine/prepare-claim';
import type { PreparedClaim } from '../engine/prepared-claim';
import type { Told } from '../fields/told';
import type { OverrideField } from '../results/Findings';
import { ruleBookWith } from '../rules';

/** What follows from a record: the claim, or why there is none; and what is told of each answer. */
export type ClaimReading = Pick<WorksheetReading, 'problems' | 'overrideProblems' | 'refill'> & {
  readonly claim: PreparedClaim | null;
  readonly told: Told;
};

type OfClinic = Pick<ClinicFile, 'profiles' | 'tables'>;

export function readClaim(worksheet: WorksheetText, clinic: OfClinic, today: IsoDate): ClaimReading {
  const { encounter, problems, overrideProblems, refill } = readWorksheet(worksheet, today, clinic.profiles);
  const prepared = encounter && prepareClaim(encounter, ruleBookWith(clinic.tables));
  const asking = { worksheet, refill, own: clinic.profiles };
  const claim = prepared && { ...prepared, findings: withWays(prepared.findings, asking) };
  const faults = claim ? faultsOf(claim.findings, worksheet.entry) : null;
  const told = {
    said: understoodOf(worksheet, refill, today),
    problems: { ...faults?.problems, ...unreadOf(worksheet, problems) },
    points: faults?.points ?? {},
  };
  return { claim, problems, overrideProblems, refill, told };
}

const overrideNames = askedNames(overrideAnswers);

/** The three answers of the override of a finding as they stand in the record, each with what is wrong with it. */
export function overrideFields(
  worksheet: WorksheetText,
  { claim, overrideProblems: problems }: ClaimReading,
  checkKey: string,
  today: IsoDate,
): readonly OverrideField[] {
  const { overrides } = claim ? standingDecisions(worksheet, claim.encounter) : worksheet;
  const place = overrides.findIndex(({ finding }) => finding === checkKey);
  return overrideNames.map((name) => {
    const value = overrides[place]?.[name] ?? '';
    // What is still missing is asked for above the fields; only what cannot be read is told beside its own.
    const problem =
      value.trim() === '' ? undefined : problems.find(({ field }) => field === `overrides.${place}.${name}`)?.message;
    const day = name === 'on' ? readDay(value, '', today) : null;
    return {
      name,
      label: overrideAnswers[name].label,
      value,
      problem,
      said: day && 'value' in day ? formatDay(day.value) : undefined,
    };
  });
}
