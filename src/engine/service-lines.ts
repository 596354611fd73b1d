import type { HcpcsCode, ServiceLine, UnitsOfService, WasteModifiers } from './claim';
import type { Container } from './encounter';
import type { Ndc11 } from './ndc';
import { chargeFor, formatMass, isNone, type BillingUnits, type Money } from './quantity';
import type { Step } from './rule';

export type LineFacts = {
  readonly code: Pick<HcpcsCode, 'hcpcs'>;
  readonly amounts: UnitsOfService;
  readonly container: Container;
  readonly wasteModifiers: WasteModifiers;
  /** Modifiers that every line of the drug carries before JW or JZ. */
  readonly leading: readonly string[];
  readonly ndc: Ndc11 | null;
  readonly chargePerUnit: Money | null;
};

/** The lines of algorithm 12b: given and JW, or given with JZ, or given alone; never JW and JZ together (2.10, 2.18). */
export function serviceLines(facts: LineFacts): { readonly lines: readonly ServiceLine[]; readonly how: readonly Step[] } {
  const { amounts, container, wasteModifiers } = facts;
  if (amounts.administeredUnits.units === 0) return { lines: [], how: [] };
  const line = lineOf(facts);
  const given = (modifiers: readonly string[]) => line(1, 'administered', modifiers, amounts.administeredUnits);

  if (container === 'multi-dose') {
    return { lines: [given([])], how: [{ says: 'A multi-dose container takes neither JW nor JZ, and waste from it is not billed.', rows: ['2.3'] }] };
  }
  if (amounts.discardedUnits.units > 0) {
    if (!wasteModifiers.jw) return { lines: [given([])], how: [wasteModifiers.step, droppedStep(amounts, wasteModifiers)] };
    return {
      lines: [given([]), line(2, 'discarded', ['JW'], amounts.discardedUnits)],
      how: [
        wasteModifiers.step,
        { says: 'Two lines: the first without JW or JZ, the second with JW for the discarded units.', rows: ['2.10', '2.18'] },
      ],
    };
  }
  if (!wasteModifiers.jz) return { lines: [given([])], how: [wasteModifiers.step] };
  if (!isNone(amounts.unexplained)) {
    return {
      lines: [given([])],
      how: [
        wasteModifiers.step,
        {
          says: `JZ is not put on while ${formatMass(amounts.unexplained)} is unexplained: it would attest what the record does not show.`,
          rows: ['2.22'],
        },
      ],
    };
  }
  return { lines: [given(['JZ'])], how: [wasteModifiers.step, jzStep(amounts)] };
}

function jzStep({ discarded, administeredUnits }: UnitsOfService): Step {
  if (isNone(discarded)) return { says: 'JZ attests that no drug was discarded.', rows: ['2.1', '2.10'] };
  return {
    says: `JZ attests that there is no billable waste. It does not say that nothing was thrown away: ${formatMass(discarded)} was.`,
    rows: administeredUnits.units === 1 ? ['2.15'] : ['2.15', '2.16'],
  };
}

const droppedStep = ({ discardedUnits }: UnitsOfService, { step }: WasteModifiers): Step => ({
  says: `The waste of ${discardedUnits.units} whole ${discardedUnits.units === 1 ? 'unit' : 'units'} makes no line here.`,
  rows: step.rows,
});

function lineOf({ code, leading, ndc, chargePerUnit }: LineFacts) {
  return (
    lineNumber: number,
    of: ServiceLine['of'],
    modifiers: readonly string[],
    unitsOfService: BillingUnits,
  ): ServiceLine => ({
    lineNumber,
    hcpcs: code.hcpcs,
    modifiers: [...leading, ...modifiers],
    unitsOfService,
    ndc,
    charge: chargePerUnit && chargeFor(unitsOfService, chargePerUnit),
    of,
  });
}
