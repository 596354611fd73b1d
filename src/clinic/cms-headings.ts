import { asciiLower } from '../engine/ascii';
/** The two tables of CMS that are read. */
export type Kind = 'limits' | 'crosswalk';

export const kindNames = {
  limits: 'CMS payment limit file',
  crosswalk: 'CMS NDC-HCPCS crosswalk',
} as const satisfies Record<Kind, string>;

export const folded = (cell: string): string => asciiLower(cell).replace(/[^a-z0-9]/g, '');

/** Headings vary by quarter: “HCPCS Code”, “_2026_CODE”, “NDC”, “NDC2”. */
const headings = {
  code: /^(hcpcscode|\d{4}code|hcpcs)$/,
  dosage: /^hcpcs(code)?dosage$/,
  limit: /^paymentlimit$/,
  coinsurance: /^coinsurancepercentage$/,
  labeler: /^labelername$/,
  ndc: /^ndc\d?$/,
  drug: /^drugname$/,
  size: /^pkgsize$/,
  quantity: /^pkgqty$/,
  unitsEach: /^billunits$/,
  unitsInAll: /^billunitspkg$/,
} as const;
export type Heading = keyof typeof headings;

const wanted: Readonly<Record<Kind, readonly Heading[]>> = {
  limits: ['code', 'dosage', 'limit', 'coinsurance'],
  crosswalk: ['code', 'dosage', 'labeler', 'ndc', 'drug', 'size', 'quantity', 'unitsEach', 'unitsInAll'],
};

const placesOf = (columns: readonly string[], heading: Heading): number[] =>
  columns.flatMap((each, place) => (headings[heading].test(folded(each)) ? [place] : []));
export const placeOf = (columns: readonly string[], heading: Heading): number => placesOf(columns, heading)[0] ?? -1;
export const hasHeading = (columns: readonly string[], heading: Heading): boolean => placeOf(columns, heading) >= 0;
export const isHeadingRow = (row: readonly string[], kind: Kind): boolean =>
  wanted[kind].every((heading) => hasHeading(row, heading));

/** A column that stands there twice: which of the two is meant cannot be told. */
export const columnTwice = (columns: readonly string[], kind: Kind): string | undefined => {
  const twice = wanted[kind].map((heading) => placesOf(columns, heading)).find((places) => places.length > 1);
  return twice && columns[twice[1] ?? 0];
};

const titles: Readonly<Record<string, Kind>> = {
  paymentallowancelimitsmedicarepartbdrugs: 'limits',
  aspndchcpcscrosswalkmedicarepartbdrugs: 'crosswalk',
};
/** Words by which the title of one quarter differs from that of the next, and those that bind them. */
const ofQuarter = new RegExp(
  `^(${[
    '20\\d\\d|[1-4]q(20)?(\\d\\d)?|q[1-4]|(1st|2nd|3rd|4th|first|second|third|fourth)|quarter(ly)?',
    'jan(uary)?|feb(ruary)?|mar(ch)?|apr(il)?|may|june?|july?|aug(ust)?',
    'sept?(ember)?|oct(ober)?|nov(ember)?|dec(ember)?',
    'for|of|the|final|revised|updated|corrected',
  ].join('|')})$`,
);

/** Of which table a line is the title: that and nothing else, however it is written. */
export function titledAs(line: string): Kind | undefined {
  const words = line
    .toLowerCase()
    .split(/[^a-z0-9]+/)
    .filter((word) => !ofQuarter.test(word));
  return titles[words.join('')];
}
