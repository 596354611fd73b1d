import { fail, needsReview, notApplicable, onHold, pass, type Verdict } from '../engine/verdict';
import type { DraftClaim, Fill, UnitsOfService } from '../engine/claim';
import { formatDate, type IsoDate } from '../engine/dated';
import type { OpenedContainers } from '../engine/encounter';
import {
  compareMasses,
  formatMass,
  formatMl,
  formatStrength,
  formatUnits,
  isMore,
  isNone,
  isSame,
  isSameStrength,
  isSameVolume,
  plus,
  remainder,
  smallestTotal,
  timesMass,
  unitsOf,
  unitsRoundedUp,
  wholeUnitsIn,
  type Mass,
  type Strength,
  type Volume,
} from '../engine/quantity';
import { rule, type Rule } from '../engine/rule';
import { cite } from './cite';
import { denials } from './denials';
import { dosedLine, noAmount } from './drug-line';
import { worthOf } from './payment-limits';
import { profileOf } from './payers';
import { brandOf, isMarketed, marketedStrengths, productIn, products, type Product } from './products';

const largestFirst = (a: Product, b: Product): number => compareMasses(b.labeled, a.labeled);

/** The marketed or once marketed containers of a code, of one strength or ('any') of all; the largest first. */
type Range = { readonly sizes: readonly Mass[]; readonly marketed: readonly Product[] };
const ranges = new Map<string, Range>();
for (const hcpcs of ['J0475', 'J0476']) {
  for (const perMl of ['any', ...marketedStrengths] as const) {
    const those = products
      .filter((product) => product.hcpcs === hcpcs && (perMl === 'any' || product.strength.mcgPerMl === perMl))
      .toSorted(largestFirst);
    const sizes = those
      .map(({ labeled }) => labeled)
      .filter((size, place, all) => all.findIndex((other) => isSame(other, size)) === place);
    ranges.set(`${hcpcs} ${perMl}`, { sizes, marketed: those.filter(isMarketed) });
  }
}
const rangeOf = (hcpcs: string, strength: Strength | null): Range =>
  ranges.get(`${hcpcs} ${strength?.mcgPerMl ?? 'any'}`) ?? { sizes: [], marketed: [] };

/** The only NDC told, where it is on file. */
const onlyProduct = ({ encounter: { ndcs, dateOfService }, tables }: Told): Product | undefined =>
  ndcs.length === 1 ? productIn(tables, ndcs[0] ?? null, dateOfService) : undefined;
type Told = Pick<DraftClaim, 'encounter' | 'tables'>;

/** The container of the NDC where it is on file, else every one that code and strength allow. */
export function containerSizes(hcpcs: string, claim: Told): readonly Mass[] {
  const product = onlyProduct(claim);
  if (product?.hcpcs === hcpcs) return [product.labeled];
  return rangeOf(hcpcs, claim.encounter.strength).sizes;
}

export function canBeFilled(total: Mass, sizes: readonly Mass[]): boolean {
  const made = smallestTotal(total, sizes);
  return made !== undefined && isSame(made, total);
}

/** Containers of one size and strength that together hold just an amount. */
export type Packages = { readonly count: number; readonly volume: Volume; readonly strength: Strength };
const mostProposed = 3;

/** The marketed containers of a code that, all alike, hold just this amount: the fewest first, three at most. */
export function packagesHolding(total: Mass, hcpcs: string): readonly Packages[] {
  const { marketed = [] } = ranges.get(`${hcpcs} any`) ?? {};
  const alike = new Map(marketed.map((product) => [`${product.volume.uL} ${product.strength.mcgPerMl}`, product]));
  return [...alike.values()]
    .map(({ labeled, volume, strength }) => ({ count: wholeUnitsIn(total, labeled).units, labeled, volume, strength }))
    .filter(({ count, labeled }) => count > 0 && isSame(timesMass(labeled, count), total))
    .sort((a, b) => a.count - b.count)
    .slice(0, mostProposed)
    .map(({ count, volume, strength }) => ({ count, volume, strength }));
}

const marketedContainers = rule({
  id: 'amounts/marketed-containers',
  title: 'Containers that hold this amount',
  rows: cite('products', '2.2', '2.22'),
  outcomes: ['needs-review', 'pass', 'not-applicable'],
  check(claim) {
    const drug = dosedLine(claim);
    if (!drug) return noAmount(claim);
    if (drug.code.hcpcs === 'J0428') return notApplicable('No container for this route was found on the market.');
    if (claim.encounter.container === 'multi-dose')
      return notApplicable('What stays in a multi-dose container was not used up.');
    if (claim.encounter.opened.length > 0) return containersOnFile(claim);
    const { labeled } = drug.amounts;
    const sizes = containerSizes(drug.code.hcpcs, claim);
    if (sizes.length === 0) return notApplicable('No container of this strength is on file.');
    const total = smallestTotal(labeled, sizes);
    if (canBeFilled(labeled, sizes)) return pass(`Containers on the market hold ${formatMass(labeled)} together.`);
    const told = claim.encounter.labeled !== null;
    const product = onlyProduct(claim);
    const what = told
      ? `The labeled amount is ${formatMass(labeled)}.`
      : `Given and wasted together are ${formatMass(labeled)}.`;
    const which = product
      ? `of NDC ${product.ndc}`
      : `on file for ${drug.code.hcpcs}${claim.encounter.strength ? ' of this strength' : ''}`;
    const problem = total
      ? `No set of containers ${which} holds just that. The next amount that they make is ${formatMass(total)}.`
      : 'That would take hundreds of containers.';
    return needsReview(`${what} ${problem}`, {
      fix: told
        ? 'Check the labels of the containers opened. Check the NDC too, if one is entered.'
        : 'Check the dose and the waste. Drug that was thrown away is waste, even where it makes no JW line. ' +
          'If both are right, enter the labeled amount opened.',
      denial: denials.recordsNeeded,
      goTo: told ? 'labeledAmount' : 'doseWasted',
      billerMayCheck: told && !product,
    });
  },
});

const withinLabel = rule({
  id: 'amounts/within-label',
  title: 'Dose and waste within the labels',
  rows: cite('2.3', '2.6', '2.2'),
  outcomes: ['fail', 'needs-review', 'pass', 'not-applicable'],
  check(claim) {
    if (!dosedLine(claim)) return noAmount(claim);
    const verdicts = claim.fills.map(fillWithinLabel);
    const isOpen = ({ outcome }: Verdict) => outcome === 'fail' || outcome === 'needs-review';
    return verdicts.find(isOpen) ?? verdicts.find(({ outcome }) => outcome === 'pass') ?? noLabel;
  },
});

const noLabel = notApplicable('No labeled amount was entered.');

/** Each fill of the day within the labels of its own containers. */
function fillWithinLabel({ labeled, given, wasted }: Fill) {
  if (labeled === null) return noLabel;
  const total = plus(given, wasted);
  if (!isMore(total, labeled)) return pass('Dose and waste together are within the labeled amount.');
  const above = formatMass(remainder(total, labeled));
  if (isNone(wasted)) {
    return needsReview(
      `${formatMass(given)} was given, but the labels hold ${formatMass(labeled)}. ` +
        `${above} is overfill, or a container is missing. Only the label is billed.`,
      {
        fix: 'Check the dose and the labels.',
        denial: denials.wrongUnits,
        goTo: 'labeledAmount',
        billerMayCheck: true,
      },
    );
  }
  return fail(
    `Given and wasted together are ${formatMass(total)}. That is ${above} more than the labels hold ` +
      `(${formatMass(labeled)}).`,
    {
      fix: 'Correct the dose, the waste or the labeled amount. Overfill is never billed.',
      denial: denials.wrongUnits,
      goTo: 'labeledAmount',
    },
  );
}

/** Rows 2.20 and 2b Horizon: who was read. */
const whoPaysTheSmallest =
  'CGS, Noridian, Blue Cross NC and Horizon do not pay waste from a larger container than the dose needs. ' +
  'Other payers were not read.';

/**
 * Whether marketed containers of the same strength, of the same product first, would have wasted a whole unit less: row
 * 2.20.
 */
const smallestPackage = rule({
  id: 'amounts/smallest-package',
  title: 'Smallest package',
  rows: cite('2.20', 'products', '2b Blue Cross NC', '2b Horizon'),
  outcomes: ['needs-review', 'pass', 'not-applicable'],
  check(claim) {
    const drug = dosedLine(claim);
    if (!drug) return noAmount(claim);
    if (!claim.lines.some(({ of }) => of === 'discarded')) return notApplicable('No whole unit of waste is billed.');
    const { encounter } = claim;
    if (encounter.opened.length > 0 && encounter.strength === null) {
      return needsReview(
        'Containers of several strengths were opened. Whether others would have wasted less was not worked out.',
        {
          fix: `Check by hand. ${whoPaysTheSmallest} None of them names a mix of strengths.`,
          denial: denials.recordsNeeded,
          billerMayCheck: true,
        },
      );
    }
    const choices = marketedChoices(drug.code.hcpcs, claim);
    if (choices.every((containers) => containers.length === 0))
      return notApplicable('No container of this strength is on file.');
    const better = choices
      .flatMap((containers) => smallestSet(drug.amounts, containers) ?? [])
      .reduce<SmallestSet | undefined>((best, set) => (set.saved > (best?.saved ?? 0) ? set : best), undefined);
    return better
      ? wastedLess(better, claim)
      : pass('No smaller set of containers on file would have wasted a whole unit less.');
  },
});

function wastedLess(better: SmallestSet, claim: DraftClaim) {
  const saved = unitsOf(better.saved);
  const charge = worthOf(saved, claim);
  const { smallestPackageOnly, name } = profileOf(claim.encounter);
  const strict = smallestPackageOnly ? ` ${name} does not pay waste from a larger container than the dose needs.` : '';
  const strength = strengthOf(claim);
  const enough = strength
    ? inContainers(better.total, better.containers)
    : `Smaller containers on file hold ${formatMass(better.total)}. That would have been enough.`;
  return needsReview(`${enough} ${formatUnits(saved)} less would have been wasted${charge}.${strict}`, {
    fix:
      `${strength ? '' : 'Enter the strength. Other strengths may not count. '}If you could not get the smaller ` +
      `container, write that into the record. ${whoPaysTheSmallest}`,
    denial: denials.recordsNeeded,
    goTo: strength ? 'labeledAmount' : 'strength',
    billerMayCheck: true,
  });
}

const strengthOf = (claim: Told) => claim.encounter.strength ?? onlyProduct(claim)?.strength ?? null;

/**
 * What could have been opened instead: containers of the same product and strength; of that strength (or of any, where
 * it was not told); and, for diluted drug, of the concentration that was given.
 */
function marketedChoices(hcpcs: string, claim: Told): readonly (readonly Product[])[] {
  const { encounter } = claim;
  const { marketed } = rangeOf(hcpcs, strengthOf(claim));
  const diluted = encounter.mixed ? [rangeOf(hcpcs, encounter.concentration).marketed] : [];
  const used = onlyProduct(claim);
  if (!used) return [marketed, ...diluted];
  const same = marketed.filter(({ name, labeler }) => name === used.name && labeler === used.labeler);
  return [same, [used, ...same, ...marketed], ...diluted];
}

type SmallestSet = { readonly total: Mass; readonly saved: number; readonly containers: readonly Product[] };

/**
 * The smallest amount that these containers make for the dose, and the whole units of waste that it would have saved.
 */
function smallestSet(amounts: UnitsOfService, containers: readonly Product[]): SmallestSet | undefined {
  const total = smallestTotal(
    amounts.administered,
    containers.map(({ labeled }) => labeled),
  );
  return total && { total, saved: unitsSaved(amounts, total), containers };
}

/**
 * "1 × 20 mL vial of … and 2 × 5 mL ampule of … (50 mg) would have been enough.": containers, the largest first, that
 * make a total.
 */
function inContainers(total: Mass, containers: readonly Product[]): string {
  const words: string[] = [];
  let rest = total;
  for (const container of containers.toSorted(largestFirst)) {
    const count = wholeUnitsIn(rest, container.labeled).units;
    if (count === 0) continue;
    words.push(
      `${count} × ${formatMl(container.volume)} ${container.containerType} of ${brandOf(container)} ` +
        `${formatStrength(container.strength)}`,
    );
    rest = remainder(rest, timesMass(container.labeled, count));
  }
  const [first, ...others] = words;
  if (others.length < 2) return `${words.join(' and ')} (${formatMass(total)}) would have been enough.`;
  return `${formatMass(total)} would have been enough: ${first}. With that go ${others.join(' and ')}.`;
}

function unitsSaved({ administered, discardedUnits, hcpcsDosage }: UnitsOfService, total: Mass): number {
  const wastedThen = wholeUnitsIn(total, hcpcsDosage).units - unitsRoundedUp(administered, hcpcsDosage).units;
  return discardedUnits.units - Math.max(0, wastedThen);
}

const multiDose = rule({
  id: 'amounts/multi-dose',
  title: 'Multi-dose container',
  rows: cite('1.6', '2.3'),
  outcomes: ['needs-review', 'not-applicable'],
  check(claim) {
    if (claim.encounter.container !== 'multi-dose') return notApplicable('It is a single-dose container.');
    if (claim.encounter.drugSource === 'compounded')
      return notApplicable('The drug is compounded. What was read of containers is for marketed drug.');
    const waste = isNone(claim.encounter.wasted) ? '' : ' Waste from it is not paid by Medicare.';
    return needsReview(`The container is entered as multi-dose. No such baclofen product was found.${waste}`, {
      fix: 'Read the label. By Medicare’s rule a multi-dose container takes neither JW nor JZ.',
      denial: denials.wrongModifier,
      goTo: 'container',
      billerMayCheck: true,
    });
  },
});

const readLabelAgain =
  'Read the label again, and correct the date if it is wrong. ' +
  'If it is right, tell those who care for the patient. Do not bill until they decide.';

const expiry = rule({
  id: 'records/expiry',
  title: 'Expiry of the containers',
  rows: cite('11', 'products 4'),
  outcomes: ['on-hold', 'needs-review', 'pass', 'not-applicable'],
  check({ encounter: { opened, expiryScanned, dateOfService } }) {
    if (expiryScanned) return expiryOfScanned(expiryScanned, dateOfService);
    const told = opened.filter(({ expiry: last }) => last !== null);
    if (told.length === 0) return notApplicable('No expiry was entered.');
    const expired = told.filter(({ expiry: last }) => last !== null && last < dateOfService);
    if (expired.length > 0) return someExpired(expired, opened, dateOfService);
    if (told.length < opened.length) return someNotTold(told.length, opened, dateOfService);
    return pass(`Every container was within its expiry on ${formatDate(dateOfService)}.`);
  },
});

function expiryOfScanned(scanned: IsoDate, dateOfService: IsoDate) {
  const served = formatDate(dateOfService);
  if (scanned >= dateOfService) return pass(`The container that was scanned was within its expiry on ${served}.`);
  return onHold(`The container that was scanned expired on ${formatDate(scanned)}. The service was on ${served}.`, {
    fix: readLabelAgain,
    denial: denials.unsafe,
    goTo: 'expiry',
  });
}

type Opened = readonly OpenedContainers[];

function someExpired(expired: Opened, opened: Opened, dateOfService: IsoDate) {
  const each = expired.map(({ count, name, ndc, lot, expiry: last }) => {
    const marks = [ndc && `NDC ${ndc}`, lot && `lot ${lot}`]
      .filter(Boolean)
      .map((mark) => `, ${mark}`)
      .join('');
    const end = formatDate(last ?? dateOfService);
    return `${count} × ${name ?? 'a container'}${marks}${marks && ','} expired on ${end}.`;
  });
  return onHold(`${each.join(' ')} The service was on ${formatDate(dateOfService)}.`, {
    fix: readLabelAgain,
    denial: denials.unsafe,
    goTo: 'expiry',
    goToRow: opened.findIndex((containers) => expired.includes(containers)),
  });
}

function someNotTold(told: number, opened: Opened, dateOfService: IsoDate) {
  const some = `${told} of ${opened.length} rows of containers ${told === 1 ? 'has' : 'have'} an expiry`;
  return needsReview(`${some}, none before ${formatDate(dateOfService)}. The others were not checked.`, {
    fix: 'Enter the expiry of each container from its label.',
    denial: denials.unsafe,
    goTo: 'expiry',
    goToRow: opened.findIndex(({ expiry: last }) => last === null),
    billerMayCheck: true,
  });
}

/** Rows that name no container on file: a new product, or a slip in volume or strength. */
function containersOnFile({ encounter: { opened, dateOfService }, tables }: Told) {
  const isOfSize = ({ strength, volume }: OpenedContainers) =>
    products.some((product) => isSameStrength(product.strength, strength) && isSameVolume(product.volume, volume));
  const unknown = opened.filter((each) => !productIn(tables, each.ndc, dateOfService) && !isOfSize(each));
  if (unknown.length === 0) return pass('Every container opened is of a size on file.');
  const each = unknown.map(({ volume, strength }) => `${formatMl(volume)} at ${formatStrength(strength)}`);
  return needsReview(`No container of ${each.join(' or ')} is on file.`, {
    fix:
      'Read the label again. Enter the volume of one container, and its strength in mcg/mL. ' +
      'A new product may not be on file yet.',
    denial: denials.wrongUnits,
    goTo: 'labeledAmount',
    billerMayCheck: true,
  });
}

/** First of all: an expired container is about the patient before it is about the claim. */
export const expiryRules: readonly Rule[] = [expiry];
export const containerRules: readonly Rule[] = [marketedContainers, withinLabel, smallestPackage, multiDose];
