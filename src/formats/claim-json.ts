import type { PreparedClaim } from '../engine/prepared-claim';
import type { EstimatedPayment } from '../engine/claim';
import { digitsOfMg, digitsOfMl, digitsOfMoney, type Mass, type Money } from '../engine/quantity';
import { firstClaim, reasonsAgainstClaim, reasonsAgainstResubmission, unlessRefused, type Resubmission, type Written } from './written';

/**
 * The whole prepared claim with its findings, working and table dates, for another program. `prepared-claim.schema.json`
 * describes it. Masses in mg, volumes in mL and money in dollars are decimal text, so that no digit is lost; null is "not told".
 */
export const claimJson = (claim: PreparedClaim, resubmission: Resubmission = firstClaim): Written<string> =>
  unlessRefused([...reasonsAgainstClaim(claim), ...reasonsAgainstResubmission(resubmission)], () => `${JSON.stringify(recordOf(claim, resubmission), null, 2)}\n`);

const mass = (value: Mass | null | undefined): string | null => (value ? digitsOfMg(value) : null);
const money = (value: Money | null): string | null => (value ? digitsOfMoney(value) : null);

function recordOf(claim: PreparedClaim, resubmission: Resubmission) {
  const { encounter, code, amounts, status, lines, totalUnits, totalCharge, estimate, findings, how, tablesUsed, formItems, diagnosisPointers } = claim;
  return {
    format: 'baclofen-prepared-claim',
    version: 3,
    preparedOn: encounter.preparedOn,
    status,
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
    drug: {
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
    },
    narrative: formItems.narrative,
    lines: lines.map(({ lineNumber, of, hcpcs, modifiers, unitsOfService, charge, ndcQuantities }) => ({
      line: lineNumber,
      of,
      hcpcs,
      modifiers,
      units: unitsOfService.units,
      charge: money(charge),
      diagnosisPointers,
      ndcs: ndcQuantities.map(({ ndc, volume }) => ({ ndc, ml: volume ? digitsOfMl(volume) : null })),
    })),
    totalUnits: totalUnits.units,
    totalCharge: money(totalCharge),
    estimate: estimate.total && estimate.by ? { by: estimate.by, ...payment(estimate.total) } : null,
    findings: findings.map(({ rule: { id, title, rows }, verdict: { outcome, certain = false, because, fix, denial }, checkedByBiller, override }) => ({
      id,
      title,
      outcome,
      certain,
      because,
      fix: fix ?? null,
      denial: denial ?? null,
      checkedByBiller,
      override: override && { who: override.who, on: override.on, why: override.why },
      rows,
    })),
    working: how,
    tables: tablesUsed,
  };
}

const payment = ({ allowed, coinsurance, sequestration, medicare, paid }: EstimatedPayment) => ({
  allowed: money(allowed),
  coinsurance: money(coinsurance),
  sequestration: money(sequestration),
  medicare: money(medicare),
  paid: money(paid),
});
