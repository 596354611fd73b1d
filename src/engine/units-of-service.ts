import type { UnitsOfService } from './claim';
import {
  formatMass,
  formatRatio,
  formatUnits,
  formatWholeUnits,
  isMore,
  isNone,
  isWholeUnits,
  lesser,
  plus,
  remainder,
  sumOfMasses,
  unitsLeft,
  unitsRoundedUp,
  wholeUnitsIn,
  type Mass,
} from './quantity';
import type { Step } from './citation';

export type Amounts = {
  readonly given: Mass;
  readonly wasted: Mass;
  /** Sum of the labels of the containers opened; null when not told. */
  readonly labeled: Mass | null;
};

/**
 * Algorithm 12b: administered units round up once (2.11); discarded units are only the whole units that the rounding
 * has not taken (2.12, 2.13); nothing above the label counts (2.3, 2.6). Works for any code's dosage.
 */
export function unitsOfService(amounts: Amounts, hcpcsDosage: Mass): UnitsOfService {
  const labeled = amounts.labeled ?? plus(amounts.given, amounts.wasted);
  const administered = lesser(amounts.given, labeled);
  const discarded = lesser(amounts.wasted, remainder(labeled, administered));
  const accounted = plus(administered, discarded);
  const administeredUnits = unitsRoundedUp(administered, hcpcsDosage);
  const discardedUnits = unitsLeft(wholeUnitsIn(accounted, hcpcsDosage), administeredUnits);
  const unexplained = remainder(labeled, accounted);
  const result = { hcpcsDosage, labeled, administered, discarded, unexplained, administeredUnits, discardedUnits };
  const how = isNone(administered) ? [wasteAlone(result)] : working(amounts, result);
  return { hcpcsDosage, labeled, administered, discarded, unexplained, administeredUnits, discardedUnits, how };
}

/**
 * The same for the fills of one day, each out of containers of its own: nothing above the labels of a fill counts
 * (2.6), labels and doses are summed, and the total is rounded once (2.21).
 */
export function unitsOfFills(fills: readonly Amounts[], hcpcsDosage: Mass): UnitsOfService {
  const [only, ...others] = fills;
  if (only && others.length === 0) return unitsOfService(only, hcpcsDosage);
  const each = fills.map((fill) => ({ fill, units: unitsOfService(fill, hcpcsDosage) }));
  const sum = unitsOfService(
    {
      given: sumOfMasses(each.map(({ units }) => units.administered)),
      wasted: sumOfMasses(each.map(({ units }) => units.discarded)),
      labeled: sumOfMasses(each.map(({ units }) => units.labeled)),
    },
    hcpcsDosage,
  );
  return { ...sum, how: [...each.flatMap(({ fill, units }) => labelSteps(fill, units)), ...sum.how] };
}

type Result = Omit<UnitsOfService, 'how'>;

function working(amounts: Amounts, result: Result): readonly Step[] {
  return [...labelSteps(amounts, result), givenStep(result), wasteStep(result), ...unexplainedStep(result)];
}

function labelSteps({ given, wasted }: Amounts, { labeled, administered, discarded }: Result): readonly Step[] {
  const steps: Step[] = [];
  if (isMore(given, administered)) {
    steps.push({
      says:
        `${formatMass(given)} was given, but the labels add up to ${formatMass(labeled)}. ` +
        'Only the labeled amount counts. Overfill is never billed.',
      rows: ['2.6'],
    });
  }
  if (isMore(wasted, discarded)) {
    steps.push({
      says:
        `${formatMass(wasted)} was entered as wasted, but the labels leave only ${formatMass(discarded)} after the ` +
        'dose. No more than that counts.',
      rows: ['2.2', '2.3'],
    });
  }
  return steps;
}

function givenStep({ administered, administeredUnits, hcpcsDosage }: Result): Step {
  const ratio = formatRatio(administered, hcpcsDosage);
  const rounded = isWholeUnits(administered, hcpcsDosage) ? '' : `, rounded up to ${administeredUnits.units}`;
  return {
    says: `${formatMass(administered)} given ÷ ${formatMass(hcpcsDosage)} per unit = ${ratio}${rounded}.`,
    rows: rounded === '' ? ['3.1'] : ['2.11', '3.1'],
  };
}

function wasteStep({ administered, discarded, administeredUnits, discardedUnits, hcpcsDosage }: Result): Step {
  if (isNone(discarded)) return { says: 'There is no waste to bill, so there is no JW line.', rows: ['2.10'] };
  const accounted = plus(administered, discarded);
  const sum =
    `${formatMass(administered)} given + ${formatMass(discarded)} wasted = ${formatMass(accounted)}, which holds ` +
    `${formatWholeUnits(wholeUnitsIn(accounted, hcpcsDosage))}.`;
  if (discardedUnits.units === 0) {
    return {
      says:
        `${sum} The line of the dose bills ${formatUnits(administeredUnits)}, so no whole unit is left for a JW ` +
        `line. The ${formatMass(discarded)} was still discarded and belongs in the record.`,
      // Row 2.14 is for dose and waste that one unit holds together.
      rows: isMore(accounted, hcpcsDosage) ? ['2.16', '2.12'] : ['2.14', '2.12'],
    };
  }
  return {
    says:
      `${sum} The line of the dose bills ${administeredUnits.units}, so ${discardedUnits.units} ` +
      `${discardedUnits.units === 1 ? 'is' : 'are'} left as waste.`,
    rows: ['2.12', '2.13'],
  };
}

function unexplainedStep({ labeled, unexplained }: Result): readonly Step[] {
  if (isNone(unexplained)) return [];
  return [
    {
      says:
        `${formatMass(labeled)} was opened. ${formatMass(unexplained)} of it is neither given nor recorded as ` +
        'wasted, so it is not billed.',
      rows: ['2.22'],
    },
  ];
}

const wasteAlone = ({ discarded }: Result): Step => ({
  says: isNone(discarded)
    ? 'Nothing was given, so there is no line.'
    : `Nothing was given, and ${formatMass(discarded)} was wasted. Waste alone makes no line.`,
  rows: ['2.17'],
});
