import * as z from 'zod/mini';
import { daysBetween, type IsoDate } from '../engine/dated';
import { ndcOfDigits } from '../engine/ndc';
import type { CrosswalkRow, OpenedCrosswalk, OpenedPaymentLimits } from '../engine/published-tables';
import { isNone, isNoVolume, isSame, massFromDigits, massIn, mcgPerMl, volumeFromDigits } from '../engine/quantity';
import {
  calendarDay,
  decimal,
  decimalText,
  dollars,
  dollarsText,
  eachOnce,
  lineOfText,
  mustBeList,
  mustBeObject,
  oneOf,
  orUnknown,
  readAs,
  wholeNumber,
} from './json-values';

/** What the keys of a table are called. */
export const tableLabels = {
  paymentLimits: 'payment limits',
  crosswalks: 'crosswalks',
  from: 'first day',
  through: 'last day',
  file: 'name of the file',
  rows: 'rows',
  ndc: 'NDC',
  hcpcs: 'HCPCS code',
  name: 'name of the drug',
  labeler: 'labeler',
  volumeMl: 'volume in mL',
  labeledMg: 'labeled amount in mg',
  strengthMcgPerMl: 'strength in mcg/mL',
  containersPerNdc: 'containers per NDC',
  printOffset: 'offset of the pre-printed form',
  rightTenthsMm: 'offset to the right',
  downTenthsMm: 'offset down',
  heightPerMille: 'height of the form',
} as const;

type Span = { readonly from: IsoDate; readonly through: IsoDate };
const span = { from: calendarDay, through: calendarDay, file: lineOfText(255) };
const inOrder = z.refine<Span>(({ from, through }) => from <= through, {
  path: ['through'],
  error: 'must not be before the first day',
});
/** The files of CMS are of a quarter; the reader of them takes no longer span either. */
const notTooLong = z.refine<Span>(({ from, through }) => daysBetween(from, through) <= 366, {
  path: ['through'],
  error: 'must be at most 366 days after the first day',
});
const aboveNone = z
  .pipe(
    dollars,
    z.transform((money) => money),
  )
  .check(z.refine((money) => money.tenthsOfCent > 0, 'must be more than 0'));

/** Oldest first, and no span twice. */
const bySpan = <T extends Span>(entry: z.ZodMiniType<T>, most: number) =>
  z.pipe(
    z.array(entry, mustBeList).check(
      z.maxLength(most, `must hold at most ${most} entries`),
      eachOnce<T>(({ from, through }) => `${from} ${through}`, 'from', 'begins the same span of days as another table'),
    ),
    z.transform((list): T[] => list.toSorted((a, b) => (a.from === b.from ? 0 : a.from < b.from ? -1 : 1))),
  );

export const paymentLimitsSchema = bySpan<OpenedPaymentLimits>(
  z.strictObject({ ...span, J0475: orUnknown(aboveNone), J0476: orUnknown(aboveNone) }, mustBeObject).check(
    inOrder,
    notTooLong,
    z.refine(({ J0475, J0476 }) => (J0475 ?? J0476) !== null, { path: ['J0475'], error: 'or J0476 must have a limit' }),
  ),
  100,
);

const row = z.pipe(
  z
    .strictObject(
      {
        ndc: readAs(
          (value) => (typeof value === 'string' ? ndcOfDigits(value) : undefined),
          'must be 11 digits in quotes',
        ),
        hcpcs: oneOf(['J0475', 'J0476']),
        name: lineOfText(120),
        labeler: lineOfText(120),
        volumeMl: decimal(3, volumeUpTo1000, 'must be more than 0 and at most 1000 with at most 3 decimals, like 20'),
        labeledMg: decimal(6, massAboveNone, 'must be more than 0 with at most 6 decimals, like 40 or 0.05'),
        strengthMcgPerMl: wholeNumber(1, 100_000, mcgPerMl),
        containersPerNdc: wholeNumber(1, 1_000, Number),
      },
      mustBeObject,
    )
    .check(
      z.refine(({ volumeMl, labeledMg, strengthMcgPerMl }) => isSame(massIn(volumeMl, strengthMcgPerMl), labeledMg), {
        path: ['labeledMg'],
        error: 'must be volume times strength',
      }),
    ),
  z.transform(({ volumeMl, labeledMg, strengthMcgPerMl, ...told }): CrosswalkRow => ({
    ...told,
    volume: volumeMl,
    labeled: labeledMg,
    strength: strengthMcgPerMl,
  })),
);

function volumeUpTo1000(digits: string) {
  const volume = volumeFromDigits(digits);
  return volume && !isNoVolume(volume) && volume.uL <= 1_000_000 ? volume : undefined;
}

function massAboveNone(digits: string) {
  const mass = massFromDigits(digits, 'mg');
  return mass && !isNone(mass) ? mass : undefined;
}

export const crosswalksSchema = bySpan<OpenedCrosswalk>(
  z
    .strictObject(
      {
        ...span,
        rows: z.array(row, mustBeList).check(
          z.minLength(1, 'must hold at least one entry'),
          z.maxLength(200, 'must hold at most 200 entries'),
          eachOnce<CrosswalkRow>(({ ndc }) => ndc, 'ndc', 'stands in this table twice'),
        ),
      },
      mustBeObject,
    )
    .check(inOrder, notTooLong),
  100,
);

export const paymentLimitsJson = ({ from, through, file, J0475, J0476 }: OpenedPaymentLimits) => ({
  from,
  through,
  file,
  J0475: J0475 && dollarsText(J0475),
  J0476: J0476 && dollarsText(J0476),
});

export const crosswalkJson = ({ from, through, file, rows }: OpenedCrosswalk) => ({
  from,
  through,
  file,
  rows: rows.map(({ ndc, hcpcs, name, labeler, volume, labeled, strength, containersPerNdc }) => ({
    ndc,
    hcpcs,
    name,
    labeler,
    volumeMl: decimalText(volume.uL, 3),
    labeledMg: decimalText(labeled.ng, 6),
    strengthMcgPerMl: strength.mcgPerMl,
    containersPerNdc,
  })),
});
