import type { PreparedClaim } from '../engine/prepared-claim';
import type { FormItems, NdcQuantity, ServiceLine, Resubmission } from '../engine/claim';
import type { IsoDate } from '../engine/dated';
import { totalChargeOf } from '../engine/prepare-claim';
import {
  authorizationField,
  chargeField,
  firstClaim,
  noNdcOfItsOwn,
  notesOnClaim,
  reasonsAgainstProfessional,
  reasonsAgainstResubmission,
  tooManyModifiers,
  unlessRefused,
  withoutPoint,
  type FormField,
  type InShort,
  type Written,
} from './written';

/** What one line takes of item 24: its shaded half, then 24A to 24J. */
export type FormLine = { readonly lineNumber: number; readonly fields: readonly FormField[] };

/** One sheet: at most six lines, which it charges together in item 28. */
export type FormSheet = { readonly lines: readonly FormLine[]; readonly total: FormField };

/** The drug's part of a CMS-1500 (02/12), by item number and in form order. */
export type Cms1500 = {
  readonly layout: string;
  /** Items 19 to 23. */
  readonly fields: readonly FormField[];
  readonly sheets: readonly FormSheet[];
  /** What to do where the claim does not fit the form. */
  readonly notes: readonly string[];
};

/** Rows of the rules that the form rests on. */
export const cms1500Rows = [
  'form 19',
  'form NOC',
  'form 21',
  'form 22',
  '7.1',
  'form by setting',
  'place of service',
  'form 24',
  '9.3',
  'form 24D',
  'form 24E',
  'form 24F',
  'form 32',
  'form widths',
] as const;

/** Item 24 has six lines (row form 24). */
export const linesOnASheet = 6;
/** Item 21 names its diagnoses by letters (row form 21). */
export const letters = 'ABCDEFGHIJKL';

/** The claim as items of the CMS-1500; refused where the setting bills on another form, on hold, and without lines. */
export function cms1500(claim: PreparedClaim, resubmission: Resubmission = firstClaim): Written<Cms1500> {
  return unlessRefused([...reasonsAgainstProfessional(claim), ...reasonsAgainstResubmission(resubmission)], () => {
    const fields = upperFields(claim, resubmission);
    return { layout: claim.formItems.shaded.layout, fields, sheets: sheetsOf(claim), notes: notesOf(claim, fields) };
  });
}

function upperFields(claim: PreparedClaim, resubmission: Resubmission): readonly FormField[] {
  const { encounter, formItems } = claim;
  const { furtherNdcs, narrative } = formItems;
  const inItem19 = [...(narrative ? [narrative] : []), ...furtherNdcs.map(({ text }) => text)];
  const again = resubmission.code !== '1';
  return [
    { item: '19', label: 'Additional information', text: inItem19.join(' '), says: 'blank: no second NDC' },
    { item: '21 ind.', label: 'ICD version', text: '0' },
    ...(encounter.diagnoses.length === 0
      ? [{ item: '21', label: 'Diagnosis', text: '', says: 'no diagnosis is entered', fact: 'diagnoses' as const }]
      : []),
    ...encounter.diagnoses.map((diagnosis, place) => ({
      item: `21${letters[place]}`,
      label: 'Diagnosis',
      text: withoutPoint(diagnosis),
    })),
    {
      item: '22 code',
      label: 'Resubmission code',
      text: again ? resubmission.code : '',
      says: 'blank on a first claim',
    },
    {
      item: '22 ref.',
      label: 'Original reference number',
      text: again ? resubmission.original : '',
      says: 'blank on a first claim',
    },
    authorizationField('23', claim),
  ];
}

/**
 * The items of a claim in form order, in short, beside a table of its lines, and what does not fit: for the paper,
 * which also shows a claim on hold, marked as such.
 */
export function cms1500InShort(claim: PreparedClaim, resubmission: Resubmission = firstClaim): InShort {
  const { encounter, formItems } = claim;
  const fields = upperFields(claim, resubmission);
  const named = (item: string) => fields.filter((field) => field.item === item);
  const diagnoses = encounter.diagnoses.map((diagnosis, place) => `${letters[place]} ${withoutPoint(diagnosis)}`);
  const date = mmddyy(encounter.dateOfService);
  const totals = sheetsOf(claim).map(({ total }) => total);
  return {
    fields: [
      ...named('19').flatMap((field) =>
        field.text === '' ? [] : [{ ...field, label: formItems.narrative ? 'What the drug is' : 'Further NDC' }],
      ),
      { item: '21', label: 'Diagnoses, ICD 0', text: diagnoses.join(', '), says: 'not entered' },
      {
        item: '22',
        label: 'Resubmission',
        text: resubmission.code === '1' ? '' : [resubmission.code, resubmission.original].join(' '),
        says: 'blank if first',
      },
      ...named('23').map((field) => ({ ...field, label: 'Preauthorization' })),
      { item: '24A', label: 'Dates', text: `${date} to ${date}` },
      { item: '24B', label: 'Place', text: formItems.placeOfService.says },
      { item: '24C, H', label: 'EMG, EPSDT', text: '', says: 'blank' },
      { item: '24E', label: 'Pointer', text: pointerLetters(claim), says: 'not entered' },
      { item: '24I, J', label: 'Rendering', text: '', says: 'your system' },
      ...totals.map((total, sheet) => ({
        ...total,
        label: totals.length > 1 ? `Total of form ${sheet + 1}` : 'Total',
      })),
    ],
    notes: unfit(claim, fields),
  };
}

function sheetsOf(claim: PreparedClaim): readonly FormSheet[] {
  const { lines } = claim;
  return Array.from({ length: Math.ceil(lines.length / linesOnASheet) }, (_, sheet) => {
    const own = lines.slice(sheet * linesOnASheet, (sheet + 1) * linesOnASheet);
    return {
      lines: own.map((line) => lineOf(line, claim)),
      total: chargeField('28', 'Total charge', totalChargeOf(own)),
    };
  });
}

function lineOf(line: ServiceLine, claim: PreparedClaim): FormLine {
  const { lineNumber, hcpcs, modifiers, unitsOfService, charge } = line;
  const { encounter, formItems } = claim;
  const date = mmddyy(encounter.dateOfService);
  return {
    lineNumber,
    fields: [
      ...shadedFields(line, formItems),
      { item: '24A from', label: 'Date of service, from', text: date },
      { item: '24A to', label: 'Date of service, to', text: date },
      {
        item: '24B',
        label: 'Place of service',
        text: formItems.placeOfService.code ?? '',
        says: formItems.placeOfService.says,
      },
      { item: '24C', label: 'Emergency', text: '', says: 'blank' },
      { item: '24D', label: 'Code', text: hcpcs },
      { item: '24D mod.', label: 'Modifiers', text: modifiers.join(' '), says: 'none' },
      { item: '24E', label: 'Diagnosis pointer', text: pointerLetters(claim), says: 'no diagnosis is entered' },
      chargeField('24F', 'Charge', charge),
      { item: '24G', label: 'Units', text: String(unitsOfService.units) },
      { item: '24H', label: 'EPSDT', text: '', says: 'blank' },
      {
        item: '24I/J',
        label: 'Rendering provider',
        text: '',
        says: 'from your system; the worksheet does not ask for it',
      },
    ],
  };
}

/** The shaded half of a line, in one piece or in two columns. */
function shadedFields({ lineNumber, ndcQuantities }: ServiceLine, formItems: FormItems): readonly FormField[] {
  const pieces = formItems.shaded.lines.find((line) => line.lineNumber === lineNumber)?.pieces ?? [];
  const both = 'NDC and quantity';
  const why = pieces.length === 0 ? whyUnshaded(ndcQuantities, formItems) : null;
  if (why) return [{ item: '24 shaded', label: both, text: '', ...why }];
  const labelOf = (column: string) => (pieces.length === 1 ? both : column === '24A' ? 'NDC' : 'NDC quantity');
  return pieces.map(({ column, text }) => ({ item: `${column} shaded`, label: labelOf(column), text }));
}

function whyUnshaded(drugs: readonly NdcQuantity[], { narrative }: FormItems): Pick<FormField, 'says' | 'fact'> {
  if (narrative) return noNdcOfItsOwn;
  const drug = drugs.find(({ ndc }) => ndc !== null);
  if (!drug) return { says: 'no NDC is entered', fact: 'ndc' };
  return drug.volume
    ? { says: 'does not fit the layout' }
    : { says: 'no milliliters: the strength is not entered, or too little to tell', fact: 'strength' };
}

const pointerLetters = ({ diagnosisPointers }: PreparedClaim): string =>
  diagnosisPointers.map((place) => letters[place - 1]).join('');

/**
 * What to do about what no finding of the claim tells already: lines, numbers and quantities that do not fit the form.
 */
function unfit(claim: PreparedClaim, fields: readonly FormField[]): readonly string[] {
  const { lines, formItems } = claim;
  const below = sheetsOf(claim).flatMap((sheet) => [...sheet.lines.flatMap((line) => line.fields), sheet.total]);
  return [
    ...(lines.length > linesOnASheet
      ? [
          `Item 24 takes six lines and this claim has ${lines.length}. ` +
            'Put every six lines on a form of their own, with its own total in item 28. ' +
            'Or send the claim electronically, where it stays one.',
        ]
      : []),
    ...formItems.unfit,
    ...[...fields, ...below].flatMap(({ item, text }) => {
      const places = widths[item];
      const taken = item === '24F' || item === '28' ? text.replace('.', '').length : text.length;
      return places !== undefined && taken > places
        ? [`Item ${item} has ${places} places. “${text}” takes ${taken}. Ask the payer.`]
        : [];
    }),
  ];
}

function notesOf(claim: PreparedClaim, fields: readonly FormField[]): readonly string[] {
  const further = [...new Set(claim.formItems.furtherNdcs.map(({ lineNumber }) => lineNumber))];
  const inItem19 =
    `The shaded half of a line takes one NDC; the further ones, of line ${further.join(' and line ')}, stand in ` +
    'item 19. Some payers want a line for each NDC instead.';
  // What to do about modifiers beyond the fourth speaks of item 19, which this form alone has.
  const fix = tooManyModifiers(claim)?.fix;
  return [
    ...new Set([
      ...notesOnClaim(claim),
      ...(fix ? [fix] : []),
      ...(further.length > 0 ? [inItem19] : []),
      ...unfit(claim, fields),
    ]),
  ];
}

/** Places of the items that take typed text (row form widths). */
const widths: Readonly<Record<string, number>> = { '19': 71, '22 ref.': 18, '23': 29, '24F': 8, '24G': 3, '28': 9 };

/** "11 20 26", as item 24A has it. */
export const mmddyy = (date: IsoDate): string => `${date.slice(5, 7)} ${date.slice(8, 10)} ${date.slice(2, 4)}`;
