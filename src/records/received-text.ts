import { readDay } from '../answers/claim-readers';
import { withCode } from '../answers/container-rows';
import { readCount, readExpiry, readReference } from '../answers/read-answers';
import { readDrugCode } from '../answers/read-drug-code';
import { emptyContainer } from '../answers/worksheet-text';
import { formatDate, formatDay, type IsoDate } from '../engine/dated';
import { formatNdc } from '../engine/ndc';
import type { Reading } from '../engine/typed';
import { productOf } from '../rules/products';
import type { ReceivedVials } from './clinic-records';
import { nameOf } from './vial-stock';

/** What is typed, or scanned, of containers that came in. */
export type ReceivedText = {
  readonly code: string;
  readonly lot: string;
  readonly expiry: string;
  readonly count: string;
  readonly receivedOn: string;
  /** The code scanned is that of a case. */
  readonly ofCarton: boolean;
};
export type ReceivedName = Exclude<keyof ReceivedText, 'ofCarton'>;

export const receivedLabels = {
  code: 'NDC or barcode',
  lot: 'Lot',
  expiry: 'Expiry',
  count: 'Containers received',
  receivedOn: 'Date received',
} as const satisfies Record<ReceivedName, string>;

export const noneReceived = (today: IsoDate): ReceivedText => ({
  code: '',
  lot: '',
  expiry: '',
  count: '',
  receivedOn: formatDate(today),
  ofCarton: false,
});

/** What a barcode says, put where it belongs; a code that cannot be read stays as it is. */
export function withReceivedCode(text: ReceivedText): ReceivedText {
  const { code, lot, expiry, count, ofCarton } = text;
  const [row] = withCode([{ ...emptyContainer, ndc: code, lot, expiry, count, ofCarton }], 0);
  if (!row) return text;
  return { ...text, code: row.ndc, lot: row.lot, expiry: row.expiry, count: row.count, ofCarton: row.ofCarton };
}

/** Containers as they were received, to be corrected. */
export const receivedAsText = ({ ndc, lot, expiry, count, receivedOn }: ReceivedVials): ReceivedText => ({
  code: formatNdc(ndc),
  lot,
  expiry: expiry ? formatDate(expiry) : '',
  count: String(count),
  receivedOn: formatDate(receivedOn),
  ofCarton: false,
});

export type ReceivedReading =
  | { readonly received: Omit<ReceivedVials, 'id' | 'keptAt'> }
  | { readonly problems: Partial<Record<ReceivedName, string>> };

const missing: Partial<Record<ReceivedName, string>> = {
  code: 'Enter the NDC, or scan the container',
  lot: 'Enter the lot from the label',
  count: 'Enter how many containers came in',
  receivedOn: 'Enter the day on which they came in',
};

/** The containers, or what is wrong with each answer. The expiry may be left out. */
export function readReceived(text: ReceivedText, today: IsoDate): ReceivedReading {
  const problems: Partial<Record<ReceivedName, string>> = {};
  const value = <T>(name: ReceivedName, read: (typed: string, label: string) => Reading<T>): T | null => {
    const reading = text[name].trim() === '' ? null : read(text[name], receivedLabels[name]);
    if (reading && 'value' in reading) return reading.value;
    const problem = reading ? reading.problem : missing[name];
    if (problem) problems[name] = problem;
    return null;
  };
  const code = value('code', readDrugCode);
  const lot = value('lot', (typed, label) => readReference(typed, label, 20));
  const expiry = value('expiry', readExpiry);
  const count = value('count', (typed, label) => readCount(typed, label, { from: 1, through: 999 }));
  const receivedOn = value('receivedOn', (typed, label) => readDay(typed, label, today));
  if (receivedOn && receivedOn > today) problems.receivedOn = 'Date received must not be after today';
  const isSound = Object.keys(problems).length === 0;
  return isSound && code && lot && count && receivedOn
    ? { received: { ndc: code.ndc, lot, expiry, count, receivedOn } }
    : { problems };
}

/** What was understood of each answer, and what does not fit what stands already. */
export function saidOfReceived(
  text: ReceivedText,
  vials: readonly ReceivedVials[],
  today: IsoDate,
): Partial<Record<ReceivedName, string>> {
  const code = text.code.trim() === '' ? null : readDrugCode(text.code, '');
  const drug = code && 'value' in code ? code.value : null;
  const expiry = text.expiry.trim() === '' ? null : readExpiry(text.expiry, '');
  const last = expiry && 'value' in expiry ? expiry.value : null;
  const inCarton = drug ? (productOf(drug.ndc)?.containersPerNdc ?? 1) : 1;
  const carton = inCarton > 1 ? ` of ${inCarton}` : '';
  return {
    ...(drug ? { code: `= ${nameOf(drug.ndc)}` } : {}),
    ...(inCarton > 1 || text.ofCarton || drug?.isCase
      ? { count: `This is the code of a carton${carton}: count the containers, not the cartons` }
      : {}),
    ...(last ? { expiry: expirySays(last, text, vials, today) } : {}),
  };
}

function expirySays(last: IsoDate, { lot }: ReceivedText, vials: readonly ReceivedVials[], today: IsoDate): string {
  const plain = (text: string) => text.replace(/\s+/g, '').toUpperCase();
  const other = vials.find((each) => plain(each.lot) === plain(lot) && each.expiry !== null && each.expiry !== last);
  const through = `through ${formatDay(last)}`;
  if (other?.expiry)
    return `${through}. This lot was received with ${formatDate(other.expiry)} before. Check the labels`;
  return last < today ? `${through}. It is expired: do not use it` : through;
}
