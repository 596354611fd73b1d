import { expiryOfNdc, readNdcAnswer } from '../answers/read-drug-code';
import { answerReader } from '../answers/answer-reader';
import { filledRows, readContainers } from '../answers/read-containers';
import { readRefill } from '../answers/read-refill';
import { readAmounts } from '../answers/told-amounts';
import { asksContainersBeside } from '../answers/what-is-asked';
import type { OpenedContainers } from '../engine/encounter';
import { formatNdc } from '../engine/ndc';
import {
  formatMass,
  isSame,
  massIn,
  noMass,
  plus,
  sumOfMasses,
  timesMass,
  timesVolume,
  wholeUnitsIn,
  type Mass,
} from '../engine/quantity';
import { valueIn } from '../engine/typed';
import { brandOf, productIn, productOf, type Product } from '../rules/products';
import type { KeptClaim, ReadKept } from './clinic-records';
import { dayOf } from './patient-fills';

/** The containers that a kept claim opened, as far as it tells; and, in sentences, what of them cannot be counted. */
export type OpenedBy = {
  readonly opened: readonly OpenedContainers[];
  /** What they hold by their labels, together. */
  readonly labeled: Mass;
  readonly notCountable: readonly string[];
};

/**
 * A refill tells its containers; a dose tells them where its NDC and its amounts are those of whole containers. A
 * second drug of the day has its own, unless both came out of the same ones. Only what the practice bought counts.
 */
export function openedBy(record: KeptClaim, read: ReadKept): OpenedBy {
  const told = [
    ...(record.drugSource === 'bought'
      ? [record.entry === 'refill' ? openedByRefill(record) : openedByDose(record, read)]
      : []),
    ...(isBoughtBeside(record) ? [openedBeside(record)] : []),
  ];
  return {
    opened: told.flatMap(({ opened }) => opened),
    labeled: sumOfMasses(told.map(({ labeled }) => labeled)),
    notCountable: told.flatMap((each) => each.notCountable),
  };
}

/** Whether a claim opened any of the clinic’s own drug. */
export const opensOwn = (record: KeptClaim): boolean => record.drugSource === 'bought' || isBoughtBeside(record);

const isBoughtBeside = (record: KeptClaim): boolean =>
  asksContainersBeside(record) && record.drugBeside.drugSource === 'bought';

function openedBeside({ drugBeside: { containers } }: KeptClaim): OpenedBy {
  if (filledRows(containers).length === 0)
    return notCountable('No container of the second drug is told. Enter it with its lot.');
  const says = new Set<string>();
  const reader = answerReader((_, message) => says.add(`${message}.`));
  const opened = readContainers(containers, reader, 'drugBeside.containers');
  const labeled = sumOfMasses(
    opened.map(({ volume, count, strength }) => massIn(timesVolume(volume, count), strength)),
  );
  return { opened, labeled, notCountable: [...says] };
}

const notCountable = (says: string): OpenedBy => ({ opened: [], labeled: noMass, notCountable: [says] });

function openedByRefill(record: KeptClaim): OpenedBy {
  const says = new Set<string>();
  const { opened, labeled } = readRefill(record, dayOf(record), (name, message) => {
    if (name.startsWith('refill.containers.')) says.add(`${message}.`);
  });
  return { opened, labeled, notCountable: [...says] };
}

function openedByDose(record: KeptClaim, read: ReadKept): OpenedBy {
  if (record.ndc.trim() === '') return notCountable('No NDC is told. Enter that of the container.');
  const ndc = valueIn(record.ndc, readNdcAnswer);
  if (!ndc) return notCountable('The NDC cannot be read. Correct it.');
  const product = productOfDay(record, read, ndc);
  if (!product)
    return notCountable(
      `What a container of ${formatNdc(ndc)} holds is not on file. Record its refill from the label.`,
    );
  const amount = amountOpened(record);
  if ('says' in amount) return notCountable(amount.says);
  const count = wholeUnitsIn(amount.mass, product.labeled).units;
  if (count === 0 || !isSame(timesMass(product.labeled, count), amount.mass))
    return notCountable(
      `${formatMass(amount.mass)} is no whole number of containers of ${formatMass(product.labeled)}. ` +
        'Enter the labeled amount opened.',
    );
  const { strength, volume } = product;
  const { container } = record;
  const name = `${brandOf(product)} ${product.containerType}`;
  const opened = [{ ndc, name, strength, volume, count, container, lot: null, expiry: expiryOfNdc(record) }];
  return { opened, labeled: amount.mass, notCountable: [] };
}

function productOfDay(record: KeptClaim, read: ReadKept, ndc: Product['ndc']): Product | undefined {
  const { claim } = read(record);
  return claim ? productIn(claim.tables, ndc, claim.encounter.dateOfService) : productOf(ndc);
}

/** The labeled amount of what was opened; where it is left blank, what was given and wasted. */
function amountOpened(record: KeptClaim): { readonly mass: Mass } | { readonly says: string } {
  const { labeledAmount, doseGiven, doseWasted } = readAmounts(record);
  if (labeledAmount)
    return 'value' in labeledAmount
      ? { mass: labeledAmount.value.mass }
      : { says: 'The labeled amount opened cannot be read. Correct it.' };
  if (record.container === 'multi-dose')
    return { says: 'A multi-dose container serves several doses. Enter the labeled amount opened, if it was new.' };
  if (!doseGiven || !doseWasted || !('value' in doseGiven) || !('value' in doseWasted))
    return { says: 'Dose given and dose wasted do not tell what was opened. Enter the labeled amount opened.' };
  return { mass: plus(doseGiven.value.mass, doseWasted.value.mass) };
}
