import type { Fill } from './claim';
import type { DrugOfDay, Encounter, PriorAuthorization } from './encounter';
import { isSameStrength, plus, remainder, type Mass, type Strength } from './quantity';

/** What one drug of the day was given out of. */
export const fillOf = ({ given, wasted, labeled, opened, ndcs, strength, mixed }: Fill): Fill => ({
  given,
  wasted,
  labeled,
  opened,
  ndcs,
  strength,
  mixed,
});

/** The encounter as its other drug has it, with the first as the other one; null where there is only one. */
export function asOtherDrug(encounter: Encounter): Encounter | null {
  const { drugBeside } = encounter;
  if (!drugBeside) return null;
  const { sameContainers, unitsApproved, unitsUsed, ...told } = drugBeside;
  const { priorAuthorization } = encounter;
  return {
    ...encounter,
    ...told,
    priorAuthorization:
      'number' in priorAuthorization ? { ...priorAuthorization, unitsApproved, unitsUsed } : priorAuthorization,
    drugBeside: { ...drugOf(encounter), ...unitsOfApproval(priorAuthorization), sameContainers },
  };
}

const unitsOfApproval = (approval: PriorAuthorization): Pick<DrugOfDay, 'unitsApproved' | 'unitsUsed'> =>
  'number' in approval
    ? { unitsApproved: approval.unitsApproved, unitsUsed: approval.unitsUsed }
    : { unitsApproved: null, unitsUsed: null };

const drugOf = (encounter: Encounter): Omit<DrugOfDay, 'sameContainers' | 'unitsApproved' | 'unitsUsed'> => ({
  ...fillOf(encounter),
  givenVolume: encounter.givenVolume,
  wastedVolume: encounter.wastedVolume,
  givenParts: encounter.givenParts,
  strengthFromNdc: encounter.strengthFromNdc,
  concentration: encounter.concentration,
  container: encounter.container,
  expiryScanned: encounter.expiryScanned,
  pumpFill: encounter.pumpFill,
  purpose: encounter.purpose,
  route: encounter.route,
  drugSource: encounter.drugSource,
  chargePerUnit: encounter.chargePerUnit,
});

/** Of containers that two codes share, what is left for the first one: each container counts once. */
export const withoutShareOf = (encounter: Encounter, { sameContainers, given, wasted }: DrugOfDay): Encounter =>
  sameContainers && encounter.labeled
    ? { ...encounter, labeled: remainder(encounter.labeled, plus(given, wasted)) }
    : encounter;

/**
 * Two fills of one code as one drug of the day (row 2.21: labels are summed, the total is rounded once), and each fill
 * that has containers of its own.
 */
export function asOneDrug(
  encounter: Encounter,
  other: DrugOfDay,
): { readonly encounter: Encounter; readonly fills: readonly Fill[] } {
  const given = plus(encounter.given, other.given);
  const wasted = plus(encounter.wasted, other.wasted);
  const inAll = { given, wasted, givenVolume: null, wastedVolume: null };
  if (other.sameContainers) {
    const givenParts = [...partsOf(encounter), ...partsOf(other)];
    const together: Encounter = { ...encounter, ...inAll, givenParts };
    return { encounter: together, fills: [fillOf(together)] };
  }
  const opened = [...encounter.opened, ...other.opened];
  const strength = sameStrength(encounter.strength, other.strength);
  return {
    encounter: {
      ...encounter,
      ...inAll,
      givenParts: [],
      strength,
      strengthFromNdc: strength !== null && encounter.strengthFromNdc,
      concentration: sameStrength(encounter.concentration, other.concentration),
      mixed: encounter.mixed || other.mixed,
      labeled: labeledTogether(encounter, other),
      container: other.container === 'multi-dose' ? other.container : encounter.container,
      ndcs: [...new Set([...encounter.ndcs, ...other.ndcs])],
      opened,
      expiryScanned: [encounter.expiryScanned, other.expiryScanned].flatMap((each) => each ?? []).toSorted()[0] ?? null,
      pumpFill: encounter.pumpFill ?? other.pumpFill,
    },
    fills: [fillOf(encounter), fillOf(other)],
  };
}

const partsOf = ({ given, givenParts }: Pick<Encounter, 'given' | 'givenParts'>): readonly Mass[] =>
  givenParts.length > 0 ? givenParts : [given];

const sameStrength = (one: Strength | null, other: Strength | null): Strength | null =>
  one && other && isSameStrength(one, other) ? one : null;

/** A fill without labels counts as what was given and wasted of it, once the other has some. */
function labeledTogether(one: Fill, other: Fill): Mass | null {
  if (one.labeled === null && other.labeled === null) return null;
  const of = ({ labeled, given, wasted }: Fill): Mass => labeled ?? plus(given, wasted);
  return plus(of(one), of(other));
}
