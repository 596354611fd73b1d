import { formatSpan, type IsoDate, type Span } from '../engine/dated';
import type { CompanionCode, Encounter } from '../engine/encounter';
import { formatMoney } from '../engine/quantity';
import { companionWords } from './companion-words';
import { practiceSettings } from './payment-status';
import { procedureRate, type Rate } from './procedure-rates';
import { step, tableOn, visitPart, type VisitPart } from './visit-part';

/** What Medicare’s tables on file price beside the drug, in the places that they are for (row 10 visit). */
export function proceduresPart(encounter: Encounter): VisitPart {
  const { companions, payer } = encounter;
  if (companions.length === 0) {
    const says = 'What is done besides, such as filling the pump.';
    return visitPart({ notIncluded: [step(says, '10 visit')] });
  }
  const place = placeOf(encounter);
  const isPriced = payer === 'medicare-part-b' && place !== null;
  const parts = companions.map((code) => (isPriced ? pricedPart(code, place, encounter) : unpricedPart(code)));
  const isHospital = isPriced && place === 'hospital-outpatient' && parts.some(({ items }) => items.length > 0);
  const { notIncluded, ...priced } = together(parts);
  return { ...priced, notIncluded: [...notIncluded, otherServices, ...(isHospital ? ofHospital : [])] };
}

const otherServices = step('Any other service of the day.', '10 visit');
const ofHospital = [
  step('More than 20 % for a service, where the hospital’s own share is higher.', '10 share hospital'),
  step('The bill of the physician for the same visit.', '10 visit'),
];

/** Several parts as one; a table that several are from stands once. */
export function together(parts: readonly VisitPart[]): VisitPart {
  const tables = parts.flatMap((part) => part.tables);
  return {
    items: parts.flatMap(({ items }) => items),
    warnings: parts.flatMap(({ warnings }) => warnings),
    inShort: parts.flatMap(({ inShort }) => inShort),
    notIncluded: parts.flatMap(({ notIncluded }) => notIncluded),
    tables: tables.filter(({ title }, at) => tables.findIndex((other) => other.title === title) === at),
    how: parts.flatMap(({ how }) => how),
  };
}

type Place = 'physician-office' | 'hospital-outpatient';
const placeOf = ({ setting }: Encounter): Place | null => {
  if (setting === 'hospital-outpatient') return setting;
  return practiceSettings.includes(setting) ? 'physician-office' : null;
};

const titles = {
  'physician-office': 'Physician fee schedule, office',
  'hospital-outpatient': 'Outpatient procedure rates (OPPS)',
} as const satisfies Record<Place, string>;

const nameOf = (code: CompanionCode): string => `${code}, ${companionWords[code]}`;

/** No table on file tells what this payer or place pays for it. */
const unpricedPart = (code: CompanionCode): VisitPart =>
  visitPart({ notIncluded: [step(`${nameOf(code)}: it has no price on file here.`, '10 visit')] });

function pricedPart(code: CompanionCode, place: Place, { dateOfService }: Encounter): VisitPart {
  const found = rateNear(code, place, dateOfService);
  if (!found) return unpricedPart(code);
  const { rate, span } = found;
  const row = place === 'hospital-outpatient' ? '10 outpatient' : '10 fee schedule';
  if (rate.amount === null)
    return visitPart({ notIncluded: [step(`${nameOf(code)}: it is not paid by itself here.`, row)] });
  const table = tableOn(dateOfService, titles[place], span);
  const local = place === 'physician-office' ? ' Your place in the country is left out.' : '';
  return visitPart({
    items: [{ what: nameOf(code), allowed: rate.amount }],
    tables: [table],
    warnings:
      rate.status === 'J1'
        ? [
            step(
              `${code} is paid together with all that goes with it. The drug may be part of that.`,
              '10 share hospital',
            ),
          ]
        : [],
    how: [step(`${code}: ${formatMoney(rate.amount)}, by the rates of ${formatSpan(span)}.${local}`, row)],
  });
}

/** The rate of the day; past the newest table that of the newest one. */
function rateNear(code: string, place: Place, date: IsoDate): { readonly rate: Rate; readonly span: Span } | null {
  const found = procedureRate(code, place, date);
  if (found.found === 'of-the-day') return { rate: found.rate, span: found };
  if (found.nearest?.standing !== 'ended-before') return null;
  const older = procedureRate(code, place, found.nearest.through);
  return older.found === 'of-the-day' ? { rate: older.rate, span: older } : null;
}
