import type { Finding, PreparedClaim } from '../engine/prepared-claim';
import type {
  DraftClaim,
  EstimatedPayment,
  HeldDrug,
  MoneySpan,
  PayerShares,
  Resubmission,
  ServiceLine,
  Shares,
  WholeEstimate,
} from '../engine/claim';
import { linesOf, pointersOf } from '../engine/claim-lines';
import { digitsOfMg, digitsOfMl, digitsOfMoney, type Mass, type Money } from '../engine/quantity';
import { firstClaim, reasonsAgainstClaim, reasonsAgainstResending, unlessRefused, type Written } from './written';
import { revenueOnClaim, type Department } from './revenue-codes';

/**
 * The whole prepared claim with its findings, working and table dates, for another program.
 * `prepared-claim.schema.json` describes it. Masses in mg, volumes in mL and money in dollars are decimal text, so that
 * no digit is lost; null is "not told".
 */
export const claimJson = (
  claim: PreparedClaim,
  resubmission: Resubmission = firstClaim,
  department: Department = '',
): Written<string> =>
  unlessRefused(
    [...reasonsAgainstClaim(claim), ...reasonsAgainstResending(claim, resubmission)],
    () => `${JSON.stringify(recordOf(claim, resubmission, department), null, 2)}\n`,
  );

const mass = (value: Mass | null | undefined): string | null => (value ? digitsOfMg(value) : null);
const money = (value: Money | null): string | null => (value ? digitsOfMoney(value) : null);

function recordOf(claim: PreparedClaim, resubmission: Resubmission, department: Department) {
  const { encounter, estimate, formItems } = claim;
  return {
    format: 'baclofen-prepared-claim',
    version: 5,
    preparedOn: encounter.preparedOn,
    status: claim.status,
    dateOfService: encounter.dateOfService,
    payer: encounter.payer,
    payerProfile: encounter.profile?.name ?? null,
    setting: encounter.setting,
    form: formItems.form,
    placeOfService: formItems.placeOfService.code,
    authorizationNumber: formItems.authorizationNumber,
    frequency: resubmission.code,
    originalReference: resubmission.code === '1' ? null : resubmission.original,
    diagnoses: encounter.diagnoses,
    drug: drugOf(claim),
    ...(claim.other ? { otherDrug: otherDrugOf(claim.other, claim, department) } : {}),
    narrative: formItems.narrative,
    lines: linesOf(claim).map((line) => lineOf(line, claim, department)),
    leftOut: claim.services.leftOut,
    heldDrug: heldOf(claim.held, claim, department),
    totalUnits: claim.totalUnits.units,
    totalCharge: money(claim.totalCharge),
    estimate: estimate.total && estimate.by ? { by: estimate.by, ...payment(estimate.total) } : null,
    estimateOfAll: estimate.whole && wholeOf(estimate.whole),
    shares: estimate.shares && sharesOf(estimate.shares),
    findings: claim.findings.map(findingOf),
    working: claim.how,
    tables: claim.tablesUsed,
  };
}

const heldOf = (held: HeldDrug | null, claim: PreparedClaim, department: Department) =>
  held && {
    lines: held.lines.map((line) => lineOf(line, claim, department)),
    because: held.because,
    fix: held.fix,
    rows: held.rows,
  };

/** A second drug of the day with a code of its own; its lines stand among the others. */
const otherDrugOf = (other: DraftClaim, claim: PreparedClaim, department: Department) => ({
  ...drugOf(other),
  lines: other.lines.map(({ lineNumber }) => lineNumber),
  heldDrug: heldOf(other.held, claim, department),
  totalUnits: other.totalUnits.units,
});

const drugOf = ({ encounter, code, amounts }: DraftClaim) => ({
  hcpcs: code?.hcpcs ?? null,
  unitMg: mass(code?.hcpcsDosage),
  labeledMg: mass(amounts?.labeled),
  // A compound is billed as a whole: what was told stands for itself.
  administeredMg: mass(amounts ? amounts.administered : encounter.given),
  discardedMg: mass(amounts ? amounts.discarded : encounter.wasted),
  unexplainedMg: mass(amounts?.unexplained),
  wasteReason: encounter.wasteReason,
  wasteDate: encounter.wasteDate,
  wasteTime: encounter.wasteTime,
});

const lineOf = (line: ServiceLine, claim: PreparedClaim, department: Department) => ({
  line: line.lineNumber,
  of: line.of,
  revenueCode: revenueOnClaim(line, claim, department) || null,
  hcpcs: line.hcpcs,
  modifiers: line.modifiers,
  units: line.unitsOfService.units,
  charge: money(line.charge),
  diagnosisPointers: pointersOf(line, claim),
  ndcs: line.ndcQuantities.map(({ ndc, volume }) => ({ ndc, ml: volume ? digitsOfMl(volume) : null })),
});

const findingOf = ({ rule, verdict, checkedByBiller, override }: Finding) => ({
  id: rule.id,
  title: rule.title,
  outcome: verdict.outcome,
  certain: verdict.certain ?? false,
  because: verdict.because,
  fix: verdict.fix ?? null,
  denial: verdict.denial ?? null,
  checkedByBiller,
  override: override && { who: override.who, on: override.on, why: override.why },
  rows: rule.rows,
});

const wholeOf = ({ lines, unpriced, total }: WholeEstimate) => ({
  lines: lines.map((line) => ({ line: line.lineNumber, by: line.by, ...payment(line) })),
  unpriced: unpriced.map(({ lineNumber, because }) => ({ line: lineNumber, because })),
  total: total && payment(total),
});

const span = (value: MoneySpan | null) => value && { least: money(value.least), most: money(value.most) };
const shares = ({ patient, first, second }: Shares) => ({
  patient: span(patient),
  first: span(first),
  second: span(second),
});
const sharesOf = ({ names, lines, unknown, total, how }: PayerShares) => ({
  names,
  lines: lines.map((line) => ({ line: line.lineNumber, ...shares(line) })),
  unknown: unknown.map(({ lineNumber, because }) => ({ line: lineNumber, because })),
  total: total && shares(total),
  how,
});

const payment = ({ allowed, coinsurance, sequestration, medicare, paid }: EstimatedPayment) => ({
  allowed: money(allowed),
  coinsurance: money(coinsurance),
  sequestration: money(sequestration),
  medicare: money(medicare),
  paid: money(paid),
});
