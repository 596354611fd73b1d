import { readAmount, unitTyped, withoutUnits } from '../answers/read-amounts';
import { readCount } from '../answers/read-answers';
import { readNdcAnswer } from '../answers/read-drug-code';
import { remembered } from '../answers/remembered';
import { emptyWorksheet, type WorksheetText } from '../answers/worksheet-text';
import { formatNdc } from '../engine/ndc';
import { formatMass, sumOfMasses, timesMass, type Mass, type Strength } from '../engine/quantity';
import { problem, type Reading } from '../engine/typed';
import { productOf, products } from '../rules/products';
import { specOf, type BatchRow, type Column, type RowProblem } from './columns';

/*
 * What was opened, where a row tells containers beside a dose: by their NDC it is known what each holds.
 */

/** What so many containers of an NDC hold; null where that NDC is no NDC, which is told where it stands. */
type Opened = { readonly held: Mass; readonly strength: Strength };

function readOpened(ndcText: string, countText: string, label: string): Reading<Opened | null> {
  const count = readCount(countText, label, { from: 1, through: 99 });
  if ('problem' in count) return count;
  const ndc = readNdcAnswer(ndcText, specOf('ndc').label);
  if ('problem' in ndc) return { value: null };
  const product = productOf(ndc.value);
  if (!product)
    return problem(
      `${formatNdc(ndc.value)} is none of the ${products.length} baclofen containers on file, so what one holds is ` +
        'not known: check the NDC, or tell the labeled amount',
    );
  return { value: { held: timesMass(product.labeled, count.value), strength: product.strength } };
}

type Settle = (record: WorksheetText, cells: BatchRow['cells']) => readonly RowProblem[];

/** Puts the labeled amount into records whose row tells which containers were opened; the same text is read once. */
export function openedTeller(): Settle {
  const known = remembered((told: string) => {
    const [column = '', ndc = '', count = ''] = told.split('\0');
    return readOpened(ndc, count, specOf(column as Column).label);
  });
  const held = (column: Column, ndc: string, count: string) => known([column, ndc, count].join('\0'));
  return (record, cells) => [...ofContainers(record, cells, held), ...ofCount(record, cells, held)];
}

type Held = (column: Column, ndc: string, count: string) => Reading<Opened | null>;

/** Containers beside a dose, and no milliliters that went in: no refill, but what was opened for that dose. */
function ofContainers(record: WorksheetText, cells: BatchRow['cells'], held: Held): readonly RowProblem[] {
  const isOfDose = record.entry === 'refill' && cells.dose_given.trim() !== '' && cells.instilled.trim() === '';
  if (!isOfDose) return [];
  const rows = record.refill.containers.filter(({ ndc }) => ndc !== '');
  const [first, ...others] = rows;
  record.entry = 'dose';
  record.refill = emptyWorksheet.refill;
  if (!first) return [];
  const readings = rows.map(({ ndc, count }) => held('containers', ndc, count));
  const masses: Mass[] = [];
  for (const reading of readings) {
    if ('problem' in reading) return [{ column: 'containers', words: reading.problem }];
    if (reading.value) masses.push(reading.value.held);
  }
  if (record.ndc === '') record.ndc = first.ndc;
  if (others.some(({ ndc }) => ndc !== first.ndc) || record.ndc !== first.ndc)
    return [{ column: 'containers', words: 'Of a dose one NDC can be told: tell what was instilled, as of a refill' }];
  return settled(record, 'containers', sumOfMasses(masses), null);
}

function ofCount(record: WorksheetText, cells: BatchRow['cells'], held: Held): readonly RowProblem[] {
  const count = cells.container_count.trim();
  if (count === '' || record.entry === 'refill') return [];
  const column = 'container_count';
  const isTold = record.labeledAmount !== '';
  if (record.ndc === '')
    return isTold
      ? []
      : [{ column, words: 'How many were opened is told, and not of which NDC: tell it, or the labeled amount' }];
  const reading = held(column, record.ndc, count);
  if ('problem' in reading) return isTold ? [] : [{ column, words: reading.problem }];
  return reading.value ? settled(record, column, reading.value.held, reading.value.strength) : [];
}

/** Puts what the containers hold where nothing tells the labeled amount; what tells another one is a problem. */
function settled(record: WorksheetText, column: Column, held: Mass, strength: Strength | null): readonly RowProblem[] {
  const words = formatMass(held);
  if (record.labeledAmount === '') {
    record.labeledAmount = withoutUnits(words);
    record.labeledAmountUnit = unitTyped(words) ?? 'mg';
    return [];
  }
  const told = readAmount(record.labeledAmount, record.labeledAmountUnit, strength, '');
  if ('problem' in told || told.value.mass.ng === held.ng) return [];
  const label = specOf('labeled_amount').label;
  return [{ column, words: `These containers hold ${words}, and “${label}” says ${formatMass(told.value.mass)}` }];
}
