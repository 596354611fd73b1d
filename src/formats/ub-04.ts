import type { Resubmission, ServiceLine } from '../engine/claim';
import type { Ndc11 } from '../engine/ndc';
import { drugLinesOf, drugOf, linesOf } from '../engine/claim-lines';
import type { PreparedClaim } from '../engine/prepared-claim';
import { digitsOfMl, type Volume } from '../engine/quantity';
import { paymentsOf } from '../engine/first-payer';
import { reasonsAgainstRevenue } from './hospital-claim';
import type { Parties, PartyReason } from './parties';
import { narrativeOf } from './lines-837';
import { isOffCampus, isSecondary } from './party-specs';
import { revenueCode, revenueFor, withoutRevenue } from './revenue-codes';
import { toldFor } from './told-parties';
import { dayOf, locatorsAbove, locatorsBelow, type LocatorGroup, type Told } from './ub-04-locators';
import {
  authorizationField,
  chargeField,
  factOf,
  firstClaim,
  noNdcOfItsOwn,
  notesOnClaim,
  reasonsAgainstInstitutional,
  reasonsAgainstResubmission,
  unlessRefused,
  type FormField,
  type InShort,
  type Reason,
  type Written,
} from './written';

export { revenueCode } from './revenue-codes';

/** What one line takes of locators 42 to 47. */
export type Ub04Line = { readonly lineNumber: number; readonly fields: readonly FormField[] };
/** One page: at most 22 lines; the total of all stands in line 23 of the last one. */
export type Ub04Page = { readonly lines: readonly Ub04Line[]; readonly foot: readonly FormField[] };

/** A hospital’s claim for an outpatient, by form locator. */
export type Ub04 = {
  /** Locators 1 to 41. */
  readonly above: readonly LocatorGroup[];
  readonly pages: readonly Ub04Page[];
  /** Locators 50 to 81. */
  readonly below: readonly LocatorGroup[];
  readonly notes: readonly string[];
  /** What is missing, wrong, or wider than its locator. */
  readonly against: readonly (Reason | PartyReason)[];
};

export const ub04Rows = ['form by setting', 'form UB-04', '7.1', '9.2'] as const;

/** Lines of a page (row form UB-04). */
const linesOnAPage = 22;
/** Places of locator 43 (whole claim, section 5; to be confirmed). */
const descriptionPlaces = 24;

/** The claim as form locators of the UB-04; refused for settings that bill on the CMS-1500 and for inpatients. */
export function ub04(claim: PreparedClaim, parties: Parties, resubmission: Resubmission = firstClaim): Written<Ub04> {
  const refused = [...reasonsAgainstInstitutional(claim), ...reasonsAgainstResubmission(resubmission)];
  return unlessRefused(refused, () =>
    formOf({
      ...toldFor(claim, parties, 'UB-04'),
      resubmission,
      payments: isSecondary(parties) ? paymentsOf(parties.payments, claim) : [],
    }),
  );
}

function formOf(told: Told): Ub04 {
  const { claim } = told;
  const pages = pagesOf(told);
  return {
    above: locatorsAbove(told),
    pages,
    below: locatorsBelow(told),
    notes: notesOf(claim, told.parties),
    against: [...told.against, ...reasonsAgainstRevenue(claim), ...reasonsAgainstWidth(pages)],
  };
}

function pagesOf(told: Told): readonly Ub04Page[] {
  const { claim } = told;
  const lines = linesOf(claim).map((line) => lineOf(line, told));
  const count = Math.ceil(lines.length / linesOnAPage);
  return Array.from({ length: count }, (_, place) => ({
    lines: lines.slice(place * linesOnAPage, (place + 1) * linesOnAPage),
    foot: [
      { item: '43 page', label: 'Page', text: `${place + 1} OF ${count}` },
      ...(place + 1 < count
        ? [{ item: '47 total', label: 'Total charges', text: '', says: 'blank: the last page has the total' }]
        : [{ item: '42 total', label: 'Revenue code of the total', text: '0001' }, totalField(claim)]),
    ],
  }));
}

const totalField = ({ totalCharge }: PreparedClaim): FormField => chargeField('47 total', 'Total charges', totalCharge);

/**
 * The form locators in form order, in short, beside a table of the lines: for the paper, which also shows a claim on
 * hold.
 */
export const ub04InShort = (claim: PreparedClaim): InShort => {
  const { narrative } = claim.formItems;
  const drugLines = drugLinesOf(claim);
  const ofDrug = linesOf(claim).length > drugLines.length ? ' of the drug' : '';
  return {
    fields: [
      ...(drugLines.length === 0 && ofDrug !== ''
        ? []
        : [
            { item: '42', label: `Revenue code${ofDrug}`, text: revenueCode },
            {
              item: '43',
              label: `Description${ofDrug}`,
              text: [claim, ...(claim.other ? [claim.other] : [])].map(descriptionOf).filter(Boolean).join('; '),
              says: 'the code has no descriptor',
            },
          ]),
      serviceDate(claim),
      totalField(claim),
      authorizationField('63', claim),
      ...(narrative ? [{ item: '80', label: 'Remarks', text: narrative }] : []),
    ].map((field) => ({ ...field, item: `FL ${field.item}` })),
    notes: notesOf(claim, null),
  };
};

const descriptionOf = ({ code }: Pick<PreparedClaim, 'code'>): string => code?.descriptor?.short ?? '';
/** "112026". */
const serviceDate = ({ encounter }: PreparedClaim): FormField => ({
  item: '45',
  label: 'Date of service',
  text: dayOf(encounter.dateOfService),
});

/** Locator 43 of a drug: no sign between the parts, at most three decimals (whole claim, section 5). */
const ndcInDescription = (ndc: Ndc11, volume: Volume | null): string =>
  `N4${ndc}${volume ? `ML${digitsOfMl(volume)}` : ''}`;

function lineOf(line: ServiceLine, { claim, parties }: Told): Ub04Line {
  const { lineNumber, hcpcs, modifiers, unitsOfService, charge } = line;
  return {
    lineNumber,
    fields: [
      revenueField(line, claim, parties),
      ...(line.of === 'service' ? [ownDescription] : drugDescription(line, claim)),
      { item: '44', label: 'Code and modifiers', text: [hcpcs, ...modifiers].join(' ') },
      serviceDate(claim),
      { item: '46', label: 'Units', text: String(unitsOfService.units) },
      chargeField('47', 'Charges', charge),
      { item: '48', label: 'Charges not covered', text: '', says: 'blank: none is told' },
    ],
  };
}

const ownDescription: FormField = {
  item: '43',
  label: 'Description',
  text: '',
  says: 'your own words for the code; the worksheet has none',
};

const drugDescription = (line: ServiceLine, claim: PreparedClaim): readonly FormField[] => [
  { item: '43', label: 'Description', text: descriptionOf(drugOf(line, claim)), says: 'the code has no descriptor' },
  {
    item: '43 NDC',
    label: 'NDC and quantity',
    text: line.ndcQuantities.flatMap(({ ndc, volume }) => (ndc ? ndcInDescription(ndc, volume) : [])).join(' '),
    ...(narrativeOf(line, claim) ? noNdcOfItsOwn : { says: 'no NDC is entered', fact: factOf('ndc', line, claim) }),
  },
];

function revenueField(line: ServiceLine, claim: PreparedClaim, { procedureRevenue }: Parties): FormField {
  const text = revenueFor(line, procedureRevenue);
  const field: FormField = { item: '42', label: 'Revenue code', text };
  if (text !== '') return field;
  return withoutRevenue(claim).includes(line)
    ? { ...field, says: 'which one this code has was not read' }
    : { ...field, says: 'choose the department of the procedure', party: 'procedureRevenue' };
}

/** A text is never cut. */
const reasonsAgainstWidth = (pages: readonly Ub04Page[]): readonly Reason[] =>
  pages.flatMap(({ lines }) =>
    lines.flatMap(({ lineNumber, fields }) =>
      fields
        .filter(({ item, text }) => item === '43 NDC' && text.length > descriptionPlaces)
        .map(({ text }) => ({
          says:
            `Locator 43 takes ${descriptionPlaces} places, and the NDCs of line ${lineNumber} have ${text.length}: ` +
            'make a line for each NDC.',
          fact: 'linePerNdc' as const,
        })),
    ),
  );

const notesOf = (claim: PreparedClaim, parties: Parties | null): readonly string[] => [
  ...notesOnClaim(claim),
  ...(claim.formItems.narrative
    ? [
        'Where a hospital’s claim tells what a compounded drug is was not read. Form locator 80 is for remarks: ' +
          'ask the payer.',
      ]
    : []),
  ...(linesOf(claim).length > linesOnAPage
    ? [
        `A page of the UB-04 has ${linesOnAPage} lines and this claim has ${linesOf(claim).length}: ` +
          'go on with the next page.',
      ]
    : []),
  ...(claim.encounter.setting === 'critical-access-hospital'
    ? ['How a critical access hospital is paid for the drug was not read: ask the hospital’s billing office.']
    : []),
  ...(parties === null ? [] : notesOnCodes(claim, parties)),
];

/** What the codes of the form leave open. */
function notesOnCodes(claim: PreparedClaim, parties: Parties): readonly string[] {
  const isOfKidney = isSecondary(parties) && parties.mspType === '13';
  return [
    'The codes in 14, 15, 17 and 18 to 41 are the usual ones, and no manual was read for them: confirm with the payer.',
    ...(isOfKidney
      ? ['Medicare behind a plan for kidney disease wants occurrence 33 with its first day: add it in your system.']
      : []),
    ...(isOffCampus(claim)
      ? ['The UB-04 has no locator for the address of a department off campus. The 837I has it.']
      : []),
  ];
}
