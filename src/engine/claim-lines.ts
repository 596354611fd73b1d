import type { BilledServices, DiagnosisPointers, DraftClaim, ServiceLine, ServicesOfDay } from './claim';
import type { Step } from './citation';
import type { BilledService } from './encounter';
import { chargeFor, sumOfMoney, type Money } from './quantity';

export const noServices: BilledServices = { lines: [], leftOut: [] };

/** Every line of the claim, of the drug and beside it, in the order of their numbers. */
export const linesOf = ({ lines, services }: Pick<DraftClaim, 'lines' | 'services'>): readonly ServiceLine[] =>
  services.lines.length === 0
    ? lines
    : [...services.lines, ...lines].toSorted((one, other) => one.lineNumber - other.lineNumber);

/** Places of the diagnoses that a line points to: its own, else those of the claim. */
export const pointersOf = (
  { pointers }: Pick<ServiceLine, 'pointers'>,
  { diagnosisPointers }: { readonly diagnosisPointers: DiagnosisPointers['places'] },
): readonly number[] => pointers ?? diagnosisPointers;

/** What the lines charge together; null without a line, and while any of them lacks its charge. */
export function totalChargeOf(lines: readonly ServiceLine[]): Money | null {
  const charges = lines.flatMap(({ charge }) => charge ?? []);
  return charges.length === 0 || charges.length < lines.length ? null : sumOfMoney(charges);
}

/** The lines of the drug with those beside them, all numbered from 1 in the order of the claim. */
export function withServices(
  drug: readonly ServiceLine[],
  { before, after, leftOut }: ServicesOfDay,
): Pick<DraftClaim, 'lines' | 'services'> {
  const behind = before.length + drug.length;
  return {
    lines: before.length === 0 ? drug : drug.map((line, place) => ({ ...line, lineNumber: before.length + place + 1 })),
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

/** How the lines beside the drug came about: what is left out, and why they stand in this order. */
export const servicesHow = ({ services, lines, held }: DraftClaim): readonly Step[] => [
  ...services.leftOut.map(({ code, because, rows }) => ({ says: `${code} is left off the claim. ${because}`, rows })),
  ...(held ? [{ says: `The drug is held off this claim. ${held.because}`, rows: held.rows }] : []),
  ...(services.lines.length + lines.length > 1 && services.lines.length > 0 ? [orderStep] : []),
];

const orderStep: Step = {
  says: 'Lines stand in this order: visit, procedure, drug, JW, supplies. No rule on the order was found.',
  rows: ['5 line order', '2.19'],
};
