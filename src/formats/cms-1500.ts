import type { Resubmission } from '../engine/claim';
import { linesOf, totalChargeOf } from '../engine/claim-lines';
import type { PreparedClaim } from '../engine/prepared-claim';
import { formatMoney, isMoreMoney } from '../engine/quantity';
import { itemsBelow, paidItem, renderingItem } from './cms-1500-below';
import { alsoNamed, conditionItems, numberItems, orderedItems, referralItem } from './cms-1500-condition';
import { mmddyy, pointerLetters, sheetsOf, type FormLine } from './cms-1500-lines';
import { insuredItems, patientItems } from './cms-1500-people';
import { letters, linesOnASheet } from './cms-1500-places';
import { reasonAgainstPlace } from './cms-1500-widths';
import type { Parties, PartyReason } from './parties';
import { isSecondary } from './party-specs';
import { situationOf, toldFor, type ToldParties } from './told-parties';
import {
  firstClaim,
  notesOnClaim,
  partBLimit,
  reasonsAgainstFrequency,
  reasonsAgainstProfessional,
  reasonsAgainstResubmission,
  tooManyModifiers,
  unlessRefused,
  withoutPoint,
  type FormField,
  type InShort,
  type Reason,
  type Written,
} from './written';

/** Items that belong together, under what they tell. */
export type ItemGroup = { readonly name: string; readonly fields: readonly FormField[] };

/** One sheet: at most six lines, which it charges together in item 28, and what the patient paid. */
export type FormSheet = { readonly lines: readonly FormLine[]; readonly total: FormField; readonly paid: FormField };

/** A whole claim by the items of the CMS-1500 (02/12), in form order within each group. */
export type Cms1500 = {
  readonly layout: string;
  /** The carrier’s block and items 1 to 23. */
  readonly above: readonly ItemGroup[];
  readonly sheets: readonly FormSheet[];
  /** Items 25 to 27 and 30 to 33. */
  readonly below: readonly FormField[];
  /** What to do where the claim does not fit the form. */
  readonly notes: readonly string[];
  /** Why it is not printed as a whole: what is missing, wrong, or wider than its item. */
  readonly against: readonly (Reason | PartyReason)[];
};

/** Rows of the rules that the form rests on. */
export const cms1500Rows = [
  'form 1500 insured',
  'form 1500 Medicare',
  'form 1500 second',
  'form 1500 providers',
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

/**
 * The claim as items of the CMS-1500, for whoever is told of so far; refused where the setting bills on another form,
 * on hold, without lines, and where it would replace a claim that cannot be replaced.
 */
export function cms1500(
  claim: PreparedClaim,
  parties: Parties,
  resubmission: Resubmission = firstClaim,
): Written<Cms1500> {
  const refused = [
    ...reasonsAgainstProfessional(claim),
    ...reasonsAgainstFrequency(claim, resubmission),
    ...reasonsAgainstResubmission(resubmission),
  ];
  return unlessRefused(refused, () => formOf(toldFor(claim, parties, 'CMS-1500'), resubmission));
}

function formOf(told: ToldParties, resubmission: Resubmission): Cms1500 {
  const { claim, against } = told;
  const above = groupsAbove(told, resubmission);
  const sheets = sheetsOf(claim, renderingItem(told)).map((sheet, place) => ({
    ...sheet,
    paid: paidItem(told, place),
  }));
  const below = itemsBelow(told);
  const all = [...above.flatMap(({ fields }) => fields), ...below, ...sheets.flatMap(fieldsOf)];
  return {
    layout: claim.formItems.shaded.layout,
    above,
    sheets,
    below,
    notes: notesOf(told),
    against: [...against, ...unfitItems(all), ...reasonsAgainstSheets(told)],
  };
}

const groupsAbove = (told: ToldParties, resubmission: Resubmission): readonly ItemGroup[] => [
  { name: 'Carrier and patient', fields: patientItems(told) },
  { name: 'Insured', fields: insuredItems(told) },
  { name: 'Condition and signatures', fields: conditionItems(told) },
  { name: 'Who referred, ordered or supervised', fields: orderedItems(told) },
  { name: 'Diagnoses and numbers', fields: numberItems(told.claim, resubmission, referralItem(told)) },
];

const fieldsOf = ({ lines, total, paid }: FormSheet): readonly FormField[] => [
  ...lines.flatMap(({ fields }) => fields),
  total,
  paid,
];

/** Each sheet is a claim of its own, so each has to keep to the total of one (row 3.8). */
function reasonsAgainstSheets(told: ToldParties): readonly Reason[] {
  if (!situationOf(told).startsWith('medicare')) return [];
  const all = linesOf(told.claim);
  return Array.from({ length: Math.ceil(all.length / linesOnASheet) }, (_, sheet) =>
    totalChargeOf(all.slice(sheet * linesOnASheet, (sheet + 1) * linesOnASheet)),
  ).flatMap((total, sheet) =>
    total && isMoreMoney(total, partBLimit)
      ? [
          {
            says:
              `Item 28 of form ${sheet + 1} is ${formatMoney(total)}. Medicare Part B takes at most ` +
              `${formatMoney(partBLimit)}: put fewer lines on a form, or ask your contractor how to split the claim.`,
          },
        ]
      : [],
  );
}

const unfitItems = (fields: readonly FormField[]): readonly Reason[] =>
  [...new Set(fields.flatMap((field) => reasonAgainstPlace(field) ?? []))].map((says) => ({ says }));

/**
 * The items of a claim in form order, in short, beside a table of its lines, and what does not fit: for the paper,
 * which also shows a claim on hold, marked as such. Whom it names stays out.
 */
export function cms1500InShort(claim: PreparedClaim, resubmission: Resubmission = firstClaim): InShort {
  const { encounter, formItems } = claim;
  const fields = numberItems(claim, resubmission);
  const named = (item: string) => fields.filter((field) => field.item === item);
  const diagnoses = encounter.diagnoses.map((diagnosis, place) => `${letters[place]} ${withoutPoint(diagnosis)}`);
  const date = mmddyy(encounter.dateOfService);
  const rendering = { item: '24J', label: 'Rendering', text: '', says: 'on the form' };
  const sheets = sheetsOf(claim, rendering);
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
      rendering,
      ...sheets.map(({ total }, sheet) => ({
        ...total,
        label: sheets.length > 1 ? `Total of form ${sheet + 1}` : 'Total',
      })),
    ],
    notes: [
      ...unfit(claim),
      ...unfitItems([
        ...fields,
        ...sheets.flatMap(({ lines, total }) => [...lines.flatMap((line) => line.fields), total]),
      ]).map(({ says }) => says),
    ],
  };
}

/** What to do about what no finding of the claim tells already: lines and quantities that do not fit the form. */
function unfit(claim: PreparedClaim): readonly string[] {
  const { length } = linesOf(claim);
  return [
    ...(length > linesOnASheet
      ? [
          `Item 24 takes six lines and this claim has ${length}. ` +
            'Put every six lines on a form of their own, with its own total in item 28. ' +
            'Or send the claim electronically, where it stays one.',
        ]
      : []),
    ...claim.formItems.unfit,
  ];
}

function notesOf(told: ToldParties): readonly string[] {
  const { claim, parties } = told;
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
      ...(isSecondary(parties)
        ? ['Attach the remittance of the payer before to each form: the form itself does not tell what was paid.']
        : []),
      ...alsoNamed(told),
      ...unfit(claim),
    ]),
  ];
}
