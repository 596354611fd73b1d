import type { WorksheetText } from '../answers/worksheet-text';
import { drugLinesOf, linesOf } from '../engine/claim-lines';
import type { PreparedClaim } from '../engine/prepared-claim';
import { noMoney, sumOfMoney, type Money } from '../engine/quantity';
import { ofLastPayer, standingAnswers, type Answer } from '../remittance/answers';
import { answersIn } from '../remittance/kept-answers';
import { matchLines, type LineMatch } from '../remittance/match-lines';
import { ofPatient } from '../remittance/outcome';

type Told = {
  readonly record: Pick<WorksheetText, 'remittances'>;
  readonly paid: Money | null;
  readonly patientOwes: Money | null;
};

/**
 * What was paid for the drugs of a claim, with what the patient owes of them; null where that is not known. What was
 * typed is of the whole claim: where other services are billed beside the drugs, only the answers that are kept tell.
 */
export function paidForDrugs({ record, paid, patientOwes }: Told, claim: PreparedClaim): Money | null {
  if (drugLinesOf(claim).length === linesOf(claim).length) return paid && sumOfMoney([paid, patientOwes ?? noMoney]);
  const all = standingAnswers(answersIn(record));
  // A payment that is taken back alone tells nothing of what was paid before.
  if (all.some(({ standing }) => standing === 'reversal-alone')) return null;
  return paidByAnswers(
    all.flatMap(({ standing, answer }) => (standing === 'stands' ? [answer] : [])),
    claim,
  );
}

function paidByAnswers(answers: readonly Answer[], claim: PreparedClaim): Money | null {
  const drugs = drugLinesOf(claim);
  const isOfDrug = ({ of }: LineMatch): boolean => of.some((line) => drugs.includes(line));
  const each = answers.map((answer) => ({
    answer,
    matches: matchLines(answer.claim.lines, linesOf(claim)).matches,
  }));
  const told = each.flatMap(({ matches }) => matches);
  const isUnclear =
    answers.some(({ claim: { adjustments } }) => adjustments.length > 0) ||
    told.some((match) => !match.certain || (isOfDrug(match) && match.of.some((line) => !drugs.includes(line)))) ||
    drugs.some((drug) => !told.some(({ of }) => of.includes(drug)));
  const ofDrugs = told.filter(isOfDrug);
  const paid = ofDrugs.flatMap(({ line }) => line.paid ?? []);
  if (isUnclear || paid.length < ofDrugs.length) return null;
  // What a payer left to the patient was asked of the payer behind it.
  const last = ofLastPayer(answers);
  const owed = each
    .filter(({ answer }) => last.includes(answer))
    .flatMap(({ matches }) => matches.filter(isOfDrug))
    .map(({ line }) => ofPatient(line.adjustments));
  return sumOfMoney([...paid, ...owed]);
}
