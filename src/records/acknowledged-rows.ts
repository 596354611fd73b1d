import { labelOf, type FieldName } from '../answers/field-names';
import {
  choiceSpecOf,
  partyChoices,
  partySpecs,
  specOf,
  type PartyChoice,
  type PartyField,
} from '../formats/party-specs';
import { claimMatcher, type ClaimMatch } from '../remittance/match-claims';
import { verdictOf, type AcknowledgedClaim, type Acknowledgment, type StatusTold } from '../remittance/read-277ca';
import type { FieldToMend, Verdict } from '../remittance/status-codes';
import { candidateOf, type Chosen } from './answered-rows';
import type { DayRow } from './day-rows';

/** What was told of one claim before it was decided, and the kept claim that it is of. */
export type AcknowledgedRow = {
  readonly key: string;
  readonly claim: AcknowledgedClaim;
  readonly verdict: Verdict;
  readonly match: ClaimMatch;
  /** Found for certain, or chosen. */
  readonly own: DayRow | null;
};

/** Every claim of the opened acknowledgments once, what was rejected first. */
export function acknowledgedRows(
  files: readonly Acknowledgment[],
  rows: readonly DayRow[],
  chosen: Chosen,
): readonly AcknowledgedRow[] {
  const matchOf = claimMatcher(rows.map(candidateOf));
  const byId = new Map(rows.map((row) => [row.id, row]));
  const found = new Map<string, AcknowledgedRow>();
  for (const claim of files.flatMap(({ claims }) => claims)) {
    const key = keyOf(claim);
    if (found.has(key)) continue;
    const match = matchOf({ ...claim, insured: null, corrected: null, frequency: '', charge: null, lines: [] });
    const certain = match.certain ? match.among[0]?.id : undefined;
    const own = byId.get(chosen.get(key) ?? certain ?? '') ?? null;
    found.set(key, { key, claim, verdict: verdictOf(claim), match, own });
  }
  const isDone = ({ verdict }: AcknowledgedRow): number => (verdict === 'accepted' ? 1 : 0);
  return [...found.values()].toSorted((one, other) => isDone(one) - isDone(other));
}

const keyOf = ({ controlNumber, payerNumber, patient, from, statuses, lines }: AcknowledgedClaim): string => {
  const codesOf = (told: readonly StatusTold[]) => told.map(({ code }) => code);
  const ofLines = lines.map((line) => [line.procedure, codesOf(line.statuses)]);
  return JSON.stringify(['277', controlNumber, payerNumber, patient, from, codesOf(statuses), ofLines]);
};

/** The fields to mend of a claim, each once. */
export const fieldsToMend = ({ statuses, lines }: AcknowledgedClaim): readonly FieldToMend[] => [
  ...new Set([...statuses, ...lines.flatMap((line) => line.statuses)].flatMap(({ field }) => field ?? [])),
];

const ownLabels: Readonly<Record<string, string>> = {
  payments: 'Paid by the payer before',
  billing: 'Who bills',
  rendering: 'Who treated the patient',
  supervising: 'Who supervised',
  referring: 'Who referred the patient',
  ordering: 'Who ordered the service',
  attending: 'Who attended the patient',
  facility: 'Where it was',
  clinic: 'Providers and payers',
  frequency: 'This claim is',
  originalReference: 'Payer’s number of the earlier claim',
};

/** What a field to mend is called where it stands. */
export function labelToMend(field: FieldToMend): string {
  const name = field.replace(/^sending\./, '');
  if (name in ownLabels) return ownLabels[name] ?? name;
  if (name in partySpecs) return specOf(name as PartyField).label;
  if (name in partyChoices) return choiceSpecOf(name as PartyChoice).label;
  return labelOf(field as FieldName);
}
