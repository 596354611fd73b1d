import type {
  DraftClaim,
  EstimatedPayment,
  LinePricedBy,
  PaymentEstimate,
  ServiceLine,
  WholeEstimate,
} from '../engine/claim';
import type { Step } from '../engine/citation';
import { linesOf } from '../engine/claim-lines';
import { formatDate, formatSpan } from '../engine/dated';
import type { Encounter } from '../engine/encounter';
import { chargeFor, chargeOfOne, formatMoney, formatUnits, type Money } from '../engine/quantity';
import {
  allowedOf,
  drugEstimate,
  paymentOf,
  paysByLimit,
  sequestrationOn,
  shareSteps,
  together,
} from './payment-limits';
import { payerShares } from './payer-shares';
import { isHospitalPlace, practiceSettings } from './payment-status';
import { procedureRate, type RatePlace } from './procedure-rates';

/** What a line beside the drug may be paid by: its figure and the step that tells it, or why there is none. */
type Priced =
  { readonly perUnit: Money; readonly by: LinePricedBy; readonly step: Step } | { readonly because: string };

/** What the payer may allow for every line that has a figure on file or a charge, before any deductible. */
export function estimate(claim: DraftClaim): PaymentEstimate {
  const of = estimateOfLines(claim);
  return { ...of, shares: payerShares(claim, of) };
}

function estimateOfLines(claim: DraftClaim): PaymentEstimate {
  const drugs = [claim, ...(claim.other ? [claim.other] : [])].map(drugEstimate);
  const drug = drugs.reduce(bothDrugs);
  if ((claim.services.lines.length === 0 && !claim.other) || claim.encounter.payer === 'self-pay') return drug;
  const { encounter, services } = claim;
  const cutOfDay = sharesByMedicare(encounter) ? sequestrationOn(encounter.dateOfService) : undefined;
  const priced = services.lines.map((line) => ({ line, price: priceOf(line, encounter) }));
  const ofServices = priced.flatMap(({ line, price }) =>
    'because' in price
      ? []
      : [{ lineNumber: line.lineNumber, by: price.by, ...paymentOf(allowedOf(line, price), cutOfDay?.value) }],
  );
  const steps = priced.flatMap(({ price }) => ('step' in price ? [price.step] : []));
  return {
    ...drug,
    whole: wholeOf(claim, drugs, ofServices, priced),
    how: [
      ...steps,
      ...(ofServices.length > 1 ? [cutForSeveral] : []),
      ...drug.how,
      ...(drug.total === null && ofServices.length > 0 ? shareSteps(encounter, cutOfDay) : []),
    ],
  };
}

/** Two drugs of the day: what has a price together, by whose word the first has it. */
const bothDrugs = (one: PaymentEstimate, other: PaymentEstimate): PaymentEstimate => ({
  by: one.by ?? other.by,
  lines: [...one.lines, ...other.lines],
  total: one.total && other.total ? together(one.total, other.total) : (one.total ?? other.total),
  whole: null,
  shares: null,
  how: [...one.how, ...other.how.filter(({ says }) => one.how.every((step) => step.says !== says))],
});

type PricedLine = EstimatedPayment & { readonly lineNumber: number; readonly by: LinePricedBy };

function wholeOf(
  claim: DraftClaim,
  drugs: readonly PaymentEstimate[],
  ofServices: readonly PricedLine[],
  priced: readonly { readonly line: ServiceLine; readonly price: Priced }[],
): WholeEstimate {
  const ofDrug = drugs.flatMap(({ by, lines: each }) => (by ? each.map((line) => ({ ...line, by })) : []));
  const lines = [...ofServices, ...ofDrug].toSorted((one, other) => one.lineNumber - other.lineNumber);
  const why = new Map<number, string>([
    ...[claim.lines, claim.other?.lines ?? []].flatMap((each, place) =>
      each.map(({ lineNumber }) => [lineNumber, drugs[place]?.how[0]?.says ?? ''] as const),
    ),
    ...priced.flatMap(({ line, price }) => ('because' in price ? [[line.lineNumber, price.because] as const] : [])),
  ]);
  const unpriced = linesOf(claim).flatMap(({ lineNumber, hcpcs }) =>
    lines.some((line) => line.lineNumber === lineNumber)
      ? []
      : [{ lineNumber, hcpcs, because: why.get(lineNumber) ?? '' }],
  );
  const payments: readonly EstimatedPayment[] = lines.map(({ lineNumber: _line, by: _by, ...payment }) => payment);
  return { lines, unpriced, total: payments.length > 0 ? payments.reduce(together) : null };
}

/** Where the tables on file are what Medicare pays by; how others are paid was not read. */
function placeOf(encounter: Encounter): RatePlace | null {
  const { payer, setting } = encounter;
  if (payer !== 'medicare-part-b') return null;
  if (setting === 'hospital-outpatient') return setting;
  if (setting === 'emergency-room' || setting === 'skilled-nursing-facility' || isHospitalPlace(encounter))
    return 'physician-facility';
  return practiceSettings.includes(setting) ? 'physician-office' : null;
}

const sharesByMedicare = (encounter: Encounter): boolean => paysByLimit(encounter) || placeOf(encounter) !== null;

function priceOf(line: ServiceLine, encounter: Encounter): Priced {
  const place = placeOf(encounter);
  const found = place && procedureRate(line.hcpcs, place, encounter.dateOfService);
  const isHospital = place === 'hospital-outpatient';
  if (found?.found === 'of-the-day') {
    const { rate, row } = found;
    if (rate.amount === null) return { because: `${line.hcpcs}: ${rate.because}` };
    const by = isHospital ? 'outpatient-rate' : 'fee-schedule';
    const says = `${line.hcpcs}: ${figures(line, rate.amount)} by the ${tableWords(isHospital)}, ${formatSpan(found)}.`;
    const more = isHospital ? hospitalWords(line.hcpcs, rate.status) : ' Your place in the country is left out.';
    return { perUnit: rate.amount, by, step: { says: `${says}${more}`, rows: [row] } };
  }
  const missing = missingWords(line.hcpcs, encounter, found);
  if (!line.charge) return { because: `${missing} No charge is entered either.` };
  const perUnit = chargeOfOne(line.charge, line.unitsOfService);
  const says = `${missing} The charge entered is used instead. The payer may allow less.`;
  return { perUnit, by: 'own-charge', step: { says, rows: ['10'] } };
}

const tableWords = (isHospital: boolean): string => (isHospital ? 'outpatient rates' : 'physician fee schedule');

/** "2 units × $97.20 come to $194.40", "$97.20". */
const figures = ({ unitsOfService: units }: ServiceLine, perUnit: Money): string =>
  units.units === 1
    ? formatMoney(perUnit)
    : `${formatUnits(units)} × ${formatMoney(perUnit)} come to ${formatMoney(chargeFor(units, perUnit))}`;

const hospitalWords = (code: string, status: string | null): string =>
  status === 'J1'
    ? ` ${code} is paid together with all that goes with it. The drug may be part of that.`
    : ' The patient’s share may be more than 20 %.';

function missingWords(
  code: string,
  { payer, dateOfService }: Encounter,
  found: ReturnType<typeof procedureRate> | null,
): string {
  if (payer !== 'medicare-part-b') return `What this plan pays for ${code} is not on file.`;
  if (!found) return `What Medicare pays for ${code} in this setting was not read.`;
  if (found.found === 'of-the-day' || found.nearest === null) return `No rate of ${code} is on file.`;
  const nearest = `Another was read of ${formatSpan(found.nearest)}.`;
  return `Medicare’s rate of ${code} for ${formatDate(dateOfService)} is not on file. ${nearest}`;
}

const cutForSeveral: Step = {
  says: 'Several services of one day may be paid less each. That cut is left out.',
  rows: ['10 fee schedule'],
};
