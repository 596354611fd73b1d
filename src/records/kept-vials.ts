import { isObject, type Held } from '../answers/kept-record';
import { quoted } from '../clinic/json-text';
import { isoDate, type IsoDate } from '../engine/dated';
import { ndcOfDigits } from '../engine/ndc';
import type { ReceivedVials } from './clinic-records';
import { isInstant } from './is-instant';

const mostCharacters = 200;
const mostContainers = 9999;

/** What is told of received containers, what it is called, and whether a value can be that. */
const parts: {
  readonly [Key in keyof ReceivedVials]-?: readonly [label: string, (value: unknown) => value is ReceivedVials[Key]];
} = {
  id: ['record', (value): value is string => isText(value) && value !== ''],
  ndc: ['NDC', (value): value is ReceivedVials['ndc'] => isText(value) && ndcOfDigits(value) !== undefined],
  lot: ['Lot', isText],
  expiry: ['Expiry', (value): value is IsoDate | null => value === null || isDay(value)],
  count: ['Count', isCount],
  receivedOn: ['Date received', isDay],
  keptAt: ['time of keeping', isInstant],
};

function isText(value: unknown): value is string {
  return typeof value === 'string' && value.length <= mostCharacters;
}
function isCount(value: unknown): value is number {
  return typeof value === 'number' && Number.isInteger(value) && value >= 1 && value <= mostContainers;
}
function isDay(value: unknown): value is IsoDate {
  const [, year, month, date] = (isText(value) && /^(\d{4})-(\d\d)-(\d\d)$/.exec(value)) || [];
  return year !== undefined && isoDate(Number(year), Number(month), Number(date)) === value;
}

/** The vials of a clinic’s file, or the sentence that says which of them cannot be read. */
export function readVials(
  value: unknown,
  most: number,
): { readonly vials: readonly ReceivedVials[] } | { readonly refused: string } {
  if (!Array.isArray(value) || value.length > most)
    return { refused: `The vials received must be a list of at most ${most}.` };
  const ids = new Set<string>();
  for (const [place, each] of value.entries()) {
    const wrong = isObject(each) ? faultIn(each) : 'must stand in braces';
    if (wrong !== undefined) return { refused: `Vials received, entry ${place + 1}: ${wrong}.` };
    const { id } = each as ReceivedVials;
    if (ids.has(id)) return { refused: `Vials received, entry ${place + 1}: the same record stands there twice.` };
    ids.add(id);
  }
  return { vials: value as ReceivedVials[] };
}

function faultIn(held: Held): string | undefined {
  const unknown = Object.keys(held).find((key) => !Object.hasOwn(parts, key));
  if (unknown !== undefined) return `${quoted(unknown)} is unknown to this page`;
  const wrong = Object.entries(parts).find(([key, [, isRight]]) => !Object.hasOwn(held, key) || !isRight(held[key]));
  return wrong && `“${wrong[1][0]}” is missing or cannot be read`;
}
