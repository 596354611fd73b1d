import {
  boxPlaces,
  lineMoneyPlaces,
  linePartPlaces,
  linePlaces,
  moneyPlaces,
  narrow,
  partPlaces,
  textPlaces,
} from './cms-1500-places';
import type { FormField } from './written';
import { foreignCharacter } from './x12';

/** Why a text cannot stand in its item of the CMS-1500; undefined where it can. Nothing is cut. */
export function reasonAgainstPlace(field: FormField): string | undefined {
  const { item, text } = field;
  if (text === '' || Object.hasOwn(boxPlaces, item)) return undefined;
  const foreign = foreignCharacter(text);
  if (foreign !== undefined) return `Item ${item} holds “${foreign}”, which the form has not: write it otherwise.`;
  const parts = partPlaces[item] ?? linePartPlaces[item];
  if (parts) return againstParts(item, text, parts.widths);
  const money = moneyPlaces[item] ?? lineMoneyPlaces[item];
  if (money) return tooWide(item, text.split('.')[0] ?? '', money.width);
  const place = textPlaces[item] ?? linePlaces[item];
  return place && tooWide(item, text, item === narrow.item ? narrow.width : place.width);
}

function againstParts(item: string, text: string, widths: readonly number[]): string | undefined {
  const parts = text.split(' ');
  if (parts.length > widths.length)
    return `Item ${item} has ${widths.length} places on the form. “${text}” takes ${parts.length}.`;
  return parts.map((part, at) => tooWide(item, part, widths[at] ?? 0)).find((says) => says !== undefined);
}

const tooWide = (item: string, text: string, width: number): string | undefined =>
  text.length > width ? `Item ${item} has ${width} places on the form. “${text}” takes ${text.length}.` : undefined;
