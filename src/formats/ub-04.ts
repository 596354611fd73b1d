import type { PreparedClaim } from '../engine/prepared-claim';
import type { ServiceLine } from '../engine/claim';
import { ndcOnForm } from '../engine/ndc';
import { mmddyy, type FormLine } from './cms-1500-lines';
import {
  authorizationField,
  chargeField,
  noNdcOfItsOwn,
  notesOnClaim,
  reasonsAgainstForms,
  unlessRefused,
  type FormField,
  type InShort,
  type Reason,
  type Written,
} from './written';

/** The drug's part of a hospital's claim for an outpatient, by form locator. */
export type Ub04 = {
  readonly lines: readonly FormLine[];
  readonly fields: readonly FormField[];
  readonly notes: readonly string[];
};

export const ub04Rows = ['form by setting', 'form UB-04', '7.1', '9.2'] as const;

/** Lines of a page (row form UB-04). */
const linesOnAPage = 22;

/** Drugs that need to be told in detail (row form UB-04). */
export const revenueCode = '0636';

/** The claim as form locators of the UB-04; refused for settings that bill on the CMS-1500 and for inpatients. */
export function ub04(claim: PreparedClaim): Written<Ub04> {
  return unlessRefused([...reasonsAgainstForms(claim), ...billedElsewhere(claim)], () => ({
    lines: claim.lines.map((line) => lineOf(line, claim)),
    fields: wholeClaim(claim),
    notes: notesOf(claim),
  }));
}

const wholeClaim = (claim: PreparedClaim): readonly FormField[] => [
  chargeField('47 total', 'Total charges', claim.totalCharge),
  authorizationField('63', claim),
  ...(claim.formItems.narrative ? [{ item: '80', label: 'Remarks', text: claim.formItems.narrative }] : []),
];

/**
 * The form locators in form order, in short, beside a table of the lines: for the paper, which also shows a claim on
 * hold.
 */
export const ub04InShort = (claim: PreparedClaim): InShort => ({
  fields: [revenue, description(claim), serviceDate(claim), ...wholeClaim(claim)].map((field) => ({
    ...field,
    item: `FL ${field.item}`,
  })),
  notes: notesOf(claim),
});

const revenue: FormField = { item: '42', label: 'Revenue code', text: revenueCode };
const description = ({ code }: PreparedClaim): FormField => ({
  item: '43',
  label: 'Description',
  text: code?.descriptor?.short ?? '',
  says: 'the code has no descriptor',
});
/** "112026". */
const serviceDate = ({ encounter }: PreparedClaim): FormField => ({
  item: '45',
  label: 'Date of service',
  text: mmddyy(encounter.dateOfService).replaceAll(' ', ''),
});

const billedElsewhere = ({ formItems }: PreparedClaim): readonly Reason[] =>
  formItems.form === 'professional'
    ? [{ says: 'This setting bills on the CMS-1500; the UB-04 is the hospital’s form.' }]
    : [];

function lineOf(
  { lineNumber, hcpcs, modifiers, unitsOfService, charge, ndcQuantities }: ServiceLine,
  claim: PreparedClaim,
): FormLine {
  return {
    lineNumber,
    fields: [
      revenue,
      description(claim),
      {
        item: '43 NDC',
        label: 'NDC and quantity',
        text: ndcQuantities.flatMap(({ ndc, volume }) => (ndc ? ndcOnForm(ndc, volume) : [])).join(' '),
        ...(claim.formItems.narrative ? noNdcOfItsOwn : { says: 'no NDC is entered', fact: 'ndc' }),
      },
      { item: '44', label: 'Code and modifiers', text: [hcpcs, ...modifiers].join(' ') },
      serviceDate(claim),
      { item: '46', label: 'Units', text: String(unitsOfService.units) },
      chargeField('47', 'Charges', charge),
    ],
  };
}

const notesOf = (claim: PreparedClaim): readonly string[] => [
  ...notesOnClaim(claim),
  ...(claim.formItems.narrative
    ? [
        'Where a hospital’s claim tells what a compounded drug is was not read. Form locator 80 is for remarks: ' +
          'ask the payer.',
      ]
    : []),
  ...(claim.lines.length > linesOnAPage
    ? [
        `A page of the UB-04 has ${linesOnAPage} lines and this claim has ${claim.lines.length}: ` +
          'go on with the next page.',
      ]
    : []),
  ...(claim.lines.some(({ ndcQuantities }) => ndcQuantities.some(({ ndc }) => ndc !== null))
    ? [
        'How the NDC stands in form locator 43, place by place, was not read: ' +
          'enter it as your system and the payer want it.',
      ]
    : []),
  ...(claim.encounter.setting === 'critical-access-hospital'
    ? ['How a critical access hospital is paid for the drug was not read: ask the hospital’s billing office.']
    : []),
];
