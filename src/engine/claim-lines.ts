import type { BilledServices, DiagnosisPointers, DraftClaim, ServiceLine, ServicesOfDay } from './claim';
import type { Step } from './citation';
import type { BilledService } from './encounter';
import { chargeFor, sumOfMoney, type Money } from './quantity';

export const noServices: BilledServices = { lines: [], leftOut: [] };

/** Nothing was entered beside the drug. */
export const nothingBeside: ServicesOfDay = { before: [], after: [], leftOut: [], how: [] };

/** Every line of the claim, of the drugs and beside them, in the order of their numbers. */
export const linesOf = ({
  lines,
  beside,
  services,
}: Pick<DraftClaim, 'lines' | 'beside' | 'services'>): readonly ServiceLine[] =>
  services.lines.length + beside.length === 0
    ? lines
    : [...services.lines, ...lines, ...beside].toSorted((one, other) => one.lineNumber - other.lineNumber);

/** The lines of every drug of the claim. */
export const drugLinesOf = ({ lines, beside }: Pick<DraftClaim, 'lines' | 'beside'>): readonly ServiceLine[] =>
  beside.length === 0 ? lines : [...lines, ...beside].toSorted((one, other) => one.lineNumber - other.lineNumber);

/** The drug of a claim, or both of its drugs where they have codes of their own. */
export const drugsOf = (claim: DraftClaim): readonly DraftClaim[] => [claim, ...(claim.other ? [claim.other] : [])];

/** The drug that a line bills, where the claim has two; else the only one. */
export const drugOf = <Claim extends Pick<DraftClaim, 'beside' | 'other'>>(
  { lineNumber }: Pick<ServiceLine, 'lineNumber'>,
  claim: Claim,
): Claim | DraftClaim =>
  claim.other && claim.beside.some((line) => line.lineNumber === lineNumber) ? claim.other : claim;

/** Places of the diagnoses that a line points to: its own, else those of the claim. */
export const pointersOf = (
  { pointers }: Pick<ServiceLine, 'pointers'>,
  { diagnosisPointers }: { readonly diagnosisPointers: DiagnosisPointers['places'] },
): readonly number[] => pointers ?? diagnosisPointers;

/** What the lines charge together; null without a line, and while any of them lacks its charge. */
export function totalChargeOf(lines: readonly ServiceLine[]): Money | null {
  const charges: Money[] = [];
  for (const { charge } of lines) {
    if (charge === null) return null;
    charges.push(charge);
  }
  return charges.length === 0 ? null : sumOfMoney(charges);
}

/** The lines of one or two drugs with those beside them, all numbered from 1 in the order of the claim. */
export function withServices(
  drug: readonly ServiceLine[],
  { before, after, leftOut }: ServicesOfDay,
  drugBeside: readonly ServiceLine[] = [],
): Pick<DraftClaim, 'lines' | 'beside' | 'services'> {
  const numbered = (lines: readonly ServiceLine[], behind: number): readonly ServiceLine[] =>
    behind === 0 ? lines : lines.map((line, place) => ({ ...line, lineNumber: behind + place + 1 }));
  const behindDrug = before.length + drug.length;
  const behind = behindDrug + drugBeside.length;
  return {
    lines: numbered(drug, before.length),
    beside: numbered(drugBeside, behindDrug),
    services: {
      lines: [
        ...before.map((service, place) => lineOf(service, place + 1)),
        ...after.map((service, place) => lineOf(service, behind + place + 1)),
      ],
      leftOut,
    },
  };
}

const lineOf = (
  { code, modifiers, units, chargePerUnit, pointers }: BilledService,
  lineNumber: number,
): ServiceLine => ({
  lineNumber,
  hcpcs: code,
  modifiers,
  unitsOfService: units,
  ndcQuantities: [],
  charge: chargePerUnit && chargeFor(units, chargePerUnit),
  of: 'service',
  pointers,
});

/** How the lines beside the drugs came about: what is left out or held, and why they stand in this order. */
export const servicesHow = (
  { services, lines, beside }: Pick<DraftClaim, 'services' | 'lines' | 'beside'>,
  held: readonly Step[],
): readonly Step[] => [
  ...services.leftOut.map(({ code, because, rows }) => ({ says: `${code} is left off the claim. ${because}`, rows })),
  ...held,
  ...(services.lines.length + lines.length + beside.length > 1 && services.lines.length > 0 ? [orderStep] : []),
];

const orderStep: Step = {
  says: 'Lines stand in this order: visit, procedure, drug, JW, supplies. No rule on the order was found.',
  rows: ['5 line order', '2.19'],
};
