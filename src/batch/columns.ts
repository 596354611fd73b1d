import { labelOf, type WorksheetField } from '../answers/field-names';
import type { refillAnswers, sendingAnswers } from '../answers/worksheet-answers';

/** Where the text of a cell goes: an answer of the claim record, what was billed, or what a reader here takes apart. */
type Target =
  | { readonly to: 'answer'; readonly answer: WorksheetField | 'frequency' | 'originalReference' }
  | { readonly to: 'refill'; readonly answer: keyof typeof refillAnswers }
  | { readonly to: 'sending'; readonly answer: keyof typeof sendingAnswers }
  | { readonly to: 'count' }
  | { readonly to: 'billed' };

export type ColumnSpec = {
  readonly label: string;
  /** One sentence: what stands in it, and how it is written where that is not plain. */
  readonly means: string;
  /** How others call it; its name here and its label count as well. */
  readonly headings: readonly string[];
  readonly target: Target;
  /** Several columns of a file may make up this one: what stands between their texts then. */
  readonly joined?: string;
};

type Told = { readonly headings?: readonly string[]; readonly label?: string; readonly joined?: string };

const answer = (
  name: WorksheetField,
  means: string,
  { headings = [], label = labelOf(name), ...rest }: Told = {},
): ColumnSpec => ({ label, means, headings, target: { to: 'answer', answer: name }, ...rest });

const refill = (
  name: keyof typeof refillAnswers,
  means: string,
  { headings = [], label = labelOf(`refill.${name}` as Parameters<typeof labelOf>[0]) }: Told = {},
): ColumnSpec => ({ label, means, headings, target: { to: 'refill', answer: name } });

const sending = (
  name: keyof typeof sendingAnswers,
  label: string,
  means: string,
  headings: readonly string[] = [],
): ColumnSpec => ({ label, means, headings, target: { to: 'sending', answer: name } });

const billed = (label: string, means: string, headings: readonly string[] = [], joined?: string): ColumnSpec => ({
  label,
  means,
  headings,
  target: { to: 'billed' },
  ...(joined === undefined ? {} : { joined }),
});

/** Of the container opened and never of a line that was billed. */
export const ndcOfContainer: readonly string[] = ['vial ndc', 'container ndc', 'ndc of vial', 'ndc opened'];

const oneOfForm = 'One of the choices of the form, in its words.';
const yesOrNo = 'Yes or no; blank is no.';

/**
 * What a file of encounters can tell, in the order in which it is written: each column once, by the name that it has in
 * a written file.
 */
export const columnSpecs = {
  patient_reference: answer('patientReference', 'The clinic’s own reference of the patient.', {
    headings: [
      'patient',
      'patient id',
      'patient account',
      'patient number',
      'patient no',
      'mrn',
      'chart',
      'chart number',
      'pat id',
    ],
  }),
  account: answer('account', 'The account or encounter number.', {
    headings: ['account number', 'acct', 'acct no', 'encounter', 'encounter id', 'encounter number', 'visit number'],
  }),
  date_of_service: answer('dateOfService', 'The day on which the drug was given.', {
    headings: [
      'dos',
      'service date',
      'date',
      'from date',
      'dos from',
      'date of fill',
      'fill date',
      'visit date',
      'svc date',
      'svc dt',
      'serv date',
    ],
  }),
  dose_given: answer('doseGiven', 'The amount given: 36, 36 mg, 75 mcg, or 18 mL beside a strength.', {
    headings: [
      'given',
      'dose',
      'dose mg',
      'drug given',
      'drug given mg',
      'given mg',
      'dose given mg',
      'mg given',
      'amount given',
      'administered',
      'drug amount',
      'dose amount',
      'drug dose',
    ],
  }),
  dose_given_unit: answer('doseGivenUnit', 'mg, mcg or mL, for a dose written without a unit; blank is mg.', {
    headings: ['dose unit', 'given unit', 'unit of dose'],
  }),
  dose_wasted: answer('doseWasted', 'The amount thrown away, 0 for none. It is never taken from the rest.', {
    headings: [
      'wasted',
      'waste',
      'waste mg',
      'wasted mg',
      'dose wasted mg',
      'drug wasted',
      'drug wasted mg',
      'mg wasted',
      'discarded',
      'discarded mg',
      'amount wasted',
      'amount discarded',
      'waste amount',
      'drug discarded',
      'drug waste',
    ],
  }),
  dose_wasted_unit: answer('doseWastedUnit', 'mg, mcg or mL, for waste written without a unit; blank is mg.', {
    headings: ['wasted unit', 'waste unit'],
  }),
  labeled_amount: answer('labeledAmount', 'The labeled amount of all containers opened, together.', {
    headings: [
      'labeled',
      'opened',
      'opened mg',
      'amount opened',
      'labeled amount',
      'labeled amount mg',
      'vial mg',
      'vial size',
      'vial size mg',
    ],
  }),
  labeled_amount_unit: answer('labeledAmountUnit', 'mg, mcg or mL, for a labeled amount without a unit.', {
    headings: ['opened unit', 'labeled unit'],
  }),
  strength: answer('strength', 'The strength in mcg/mL, as 2000 or 2 mg/mL.', {
    headings: ['strength', 'strength mcg ml', 'concentration', 'mcg ml'],
  }),
  ndc: answer('ndc', 'The NDC of the container opened: 11 digits, or 10 with hyphens.', {
    headings: ['ndc', 'ndc11', 'ndc 11', 'ndc number', 'drug ndc', 'ndc code', ...ndcOfContainer],
  }),
  container: answer('container', 'Single-dose or multi-dose; blank is single-dose.', {
    headings: ['container type', 'vial type'],
  }),
  container_count: {
    label: 'Number of containers opened',
    means: 'How many were opened of the NDC of that row. With it they tell the labeled amount.',
    headings: [
      'vials',
      'of vials',
      'number of vials',
      'vial count',
      'vials used',
      'qty vials',
      'quantity of vials',
      'vial qty',
      'no of vials',
      'number opened',
      'vials count',
      'number of containers',
      'container count',
      'ampules',
      'number of ampules',
      'syringes',
    ],
    target: { to: 'count' },
  },
  containers: refill(
    'containers',
    'Of a refill, instead of dose and NDC: NDC x count of each kind opened. Beside a dose: what was opened for it. ' +
      'As 66794-157-02 x 1 lot A1 exp 12/2027; 66794-156-02 x 1.',
    { label: 'Containers opened', headings: ['vials opened', 'containers'] },
  ),
  instilled: refill('instilled', 'With containers: the milliliters that went into the pump.', {
    headings: ['instilled ml', 'volume instilled', 'ml instilled'],
  }),
  reservoir: refill('reservoir', 'With containers: the size of the reservoir in mL.', {
    headings: ['reservoir', 'reservoir ml', 'pump size'],
  }),
  diluent: refill('diluent', 'With containers: milliliters of diluent, where the drug was diluted.', {
    headings: ['diluent ml'],
  }),
  final_concentration: refill('concentration', 'With containers: mcg/mL of what went in, where it was mixed.', {
    headings: ['final concentration', 'mixed concentration'],
  }),
  leftover: refill('leftover', 'With containers: discarded, where all that was left was thrown away; else other.', {
    headings: ['left over', 'what became of it'],
    label: 'Drug left over',
  }),
  thrown_away: refill('thrownAway', 'With containers and leftover as other: how much of it was thrown away.', {
    headings: ['thrown away ml'],
  }),
  rest: refill('correction', 'With leftover as other: what became of the rest.'),
  purpose: answer('purpose', `${oneOfForm} Blank is a pump fill or refill.`, { headings: ['reason for dose'] }),
  route: answer('route', `${oneOfForm} Blank is intrathecal, through an implanted pump.`, {
    headings: ['route of administration'],
  }),
  drug_source: answer('drugSource', `${oneOfForm} Blank is bought by the practice.`, {
    headings: ['source of drug', 'drug bought or supplied'],
    label: 'Source of the drug',
  }),
  other_drugs: answer('otherDrugs', 'Of a compound: what it holds besides baclofen.'),
  waste_reason: answer('wasteReason', 'Why drug was thrown away.', { headings: ['reason wasted'] }),
  waste_date: answer('wasteDate', 'When it was thrown away: the day.', { headings: ['date wasted'] }),
  waste_time: answer('wasteTime', 'When it was thrown away: the time.', { headings: ['time wasted'] }),
  diagnoses: answer('diagnoses', 'ICD-10-CM codes, parted by commas, semicolons or spaces.', {
    headings: [
      'diagnosis',
      'diagnosis code',
      'dx',
      ...Array.from({ length: 12 }, (_, place) => `dx${place + 1}`),
      'icd10',
      'icd 10',
      'icd',
      'dx codes',
    ],
    joined: ' ',
  }),
  payer: answer('payer', 'The payer type in the words of the form, or the name of a payer profile.', {
    headings: [
      'payer',
      'payor',
      'insurance',
      'insurer',
      'carrier',
      'plan type',
      'payer class',
      'financial class',
      'plan',
      'ins',
      'ins co',
      'insurance company',
      'primary payer',
      'primary insurance',
    ],
  }),
  payer_profile: answer('profile', 'The name of a payer profile of that payer type; blank is none.', {
    headings: ['profile'],
  }),
  setting: answer('setting', 'The setting in the words of the form, or two digits of a place of service.', {
    headings: ['pos', 'place of service', 'pos code', 'place', 'site of service', 'where'],
  }),
  attendance: answer('attendance', oneOfForm, { headings: ['attended by'] }),
  charge_per_unit: answer('chargePerUnit', 'What the clinic charges for one unit of the drug, in dollars.', {
    headings: ['unit charge', 'charge each', 'fee per unit'],
  }),
  services: {
    label: labelOf('services'),
    means: 'Codes billed beside the drug: 62370; 95991-59 x 1 at 350.00.',
    headings: ['procedures', 'other codes', 'procedure codes', 'services'],
    target: { to: 'answer', answer: 'services' },
    joined: '; ',
  },
  reprogrammed: answer('reprogrammed', oneOfForm, { headings: ['pump reprogrammed', 'reprogramming'] }),
  skill_needed: answer('skillNeeded', 'Yes or no; blank is not told.', { headings: ['physician skill'] }),
  authorization_status: answer('priorAuthorization', `${oneOfForm} Blank is not checked.`, {
    headings: ['authorization status', 'auth status', 'pa status', 'prior auth', 'prior auth status'],
  }),
  authorization_number: answer('priorAuthorizationNumber', 'The number of the preauthorization.', {
    headings: ['authorization', 'auth', 'auth number', 'auth no', 'pa number', 'prior auth number'],
  }),
  first_valid_date: answer('firstDay', 'The first day of the preauthorization.', {
    headings: ['auth from', 'auth start', 'authorized from'],
  }),
  last_valid_date: answer('lastDay', 'The last day of the preauthorization.', {
    headings: ['auth to', 'auth through', 'auth end', 'authorized through'],
  }),
  units_approved: answer('unitsApproved', 'Units that the preauthorization approves.', {
    headings: ['auth units', 'authorized units', 'approved units'],
  }),
  units_used: answer('unitsUsed', 'Units of it that earlier claims used.', { headings: ['used units'] }),
  asked_on: answer('askedOn', 'When it was asked for, where it was approved only after the service.'),
  last_fill_on: answer('lastFillOn', 'The day of the fill before this one.', {
    headings: ['last fill', 'previous fill'],
  }),
  units_in_period: answer('unitsInPeriod', 'Units billed before, where the plan limits them.'),
  bought_340b: answer('bought340b', yesOrNo, { headings: ['340b', 'is 340b'] }),
  hospital_340b: answer('hospital340b', 'JG or TB, where the kind of the hospital decides.', {
    headings: ['340b kind'],
  }),
  off_campus: answer('offCampus', 'No, PO (excepted) or PN (not excepted); blank is no.', { headings: ['off campus'] }),
  custody: answer('custody', `${oneOfForm} Blank is no.`, { headings: ['in custody'] }),
  notice: answer('notice', 'GA, GX, GY, GX GY or GZ; blank is none.', { headings: ['abn'] }),
  kd: answer('kd', yesOrNo),
  line_per_ndc: answer('linePerNdc', yesOrNo),
  confirmed_code: answer('confirmedCode', 'Of a compound: J7999, J7799 or J3490, as the payer named it.'),
  confirmed_by: answer('confirmedBy', 'Who at the payer said so.'),
  confirmed_on: answer('confirmedOn', 'When.'),
  confirmation_reference: answer('confirmationReference', 'Under which reference.'),
  asked_code: answer('askedCode', 'The code on the charge slip, where it is held against the right one.'),
  asked_modifiers: answer('askedModifiers', 'Of 50, 52, LT, RT and QJ those on the charge slip.'),
  records: answer('records', 'What the record holds, by its words in the form or its id, parted by semicolons.', {
    headings: ['documentation', 'documented'],
    joined: '; ',
  }),
  initials: answer('initials', 'Who prepares the claim.'),
  frequency: {
    label: 'Frequency',
    means: '1 for a first claim, 7 for one that replaces an earlier one, 8 for one that voids it; blank is 1.',
    headings: ['claim frequency', 'frequency code', 'resubmission code'],
    target: { to: 'answer', answer: 'frequency' },
  },
  original_reference: {
    label: 'Payer’s number of the earlier claim',
    means: 'With frequency 7 or 8.',
    headings: ['original claim number', 'original icn', 'original reference number'],
    target: { to: 'answer', answer: 'originalReference' },
  },
  patient_last: sending('patientLast', 'Patient’s last name', 'For an 837 file alone.', [
    'last name',
    'patient last name',
    'surname',
  ]),
  patient_first: sending('patientFirst', 'Patient’s first name', 'For an 837 file alone.', [
    'first name',
    'patient first name',
  ]),
  patient_middle: sending('patientMiddle', 'Patient’s middle name', 'For an 837 file alone.', ['middle name']),
  birth_date: sending('birthDate', 'Patient’s date of birth', 'For an 837 file alone; the year in four digits.', [
    'dob',
    'date of birth',
    'patient dob',
  ]),
  sex: sending('sex', 'Patient’s sex', 'For an 837 file alone: F, M or U.', ['gender', 'patient sex']),
  patient_street: sending('patientStreet', 'Patient’s street', 'For an 837 file alone.', ['street', 'address']),
  patient_city: sending('patientCity', 'Patient’s city', 'For an 837 file alone.', ['city']),
  patient_state: sending('patientState', 'Patient’s state', 'For an 837 file alone: two letters.', ['state']),
  patient_zip: sending('patientZip', 'Patient’s ZIP', 'For an 837 file alone.', ['zip', 'zip code']),
  member_id: sending('memberId', 'Member ID', 'For an 837 file alone.', [
    'subscriber id',
    'insurance id',
    'policy',
    'mbi',
  ]),
  payer_name: sending('payerName', 'Payer’s name', 'For an 837 file alone, as the claim names the payer.', [
    'insurance name',
    'payer name',
    'payor name',
    'name of payer',
  ]),
  payer_id: sending('payerId', 'Payer ID', 'For an 837 file alone.', ['electronic payer id']),
  payer_street: sending('payerStreet', 'Payer’s street', 'For an 837 file alone.'),
  payer_city: sending('payerCity', 'Payer’s city', 'For an 837 file alone.'),
  payer_state: sending('payerState', 'Payer’s state', 'For an 837 file alone: two letters.'),
  payer_zip: sending('payerZip', 'Payer’s ZIP', 'For an 837 file alone.'),
  patient_control_number: sending('accountNumber', 'Patient control number', 'For an 837 file alone: CLM01.', [
    'clm01',
  ]),
  billed_code: billed('Code billed', 'The code of the line that was billed.', [
    'hcpcs',
    'cpt',
    'hcpcs code',
    'cpt code',
    'procedure code',
    'proc code',
    'proc',
    'code',
    'cpt hcpcs',
    'hcpcs cpt',
    'cpt hcpcs code',
    'hcpcs cpt code',
    'drug code',
  ]),
  billed_units: billed('Units billed', 'The units of that line.', ['units', 'qty', 'quantity', 'billed units']),
  billed_modifiers: billed(
    'Modifiers billed',
    'Its modifiers, parted by spaces or commas.',
    [
      'modifiers',
      'modifier',
      'mod',
      'mod 1',
      'mod 2',
      'mod 3',
      'mod 4',
      ...['1', '2', '3', '4'].map((n) => `modifier ${n}`),
    ],
    ' ',
  ),
  billed_charge: billed('Charge billed', 'The charge of that line, in dollars.', [
    'charge',
    'charges',
    'billed amount',
    'amount billed',
    'line charge',
    'charge amount',
    'charge amt',
    'chg',
    'fee',
    'fees',
    'fee billed',
    'billed fee',
    'total charge',
    'total charges',
  ]),
  billed_paid: billed('Paid', 'What the payer paid of that line, in dollars.', [
    'paid',
    'paid amount',
    'amount paid',
    'payment',
    'payments',
    'paid amt',
    'pmt',
    'insurance paid',
    'insurance payment',
    'payer paid',
    'payer payment',
    'payor paid',
    'total paid',
  ]),
  billed_ndc: billed('NDC billed', 'The NDC that stood on that line.', ['ndc billed', 'claim ndc', 'line ndc']),
  claim_number: billed('Claim number', 'Whose lines belong together: one number a claim.', [
    'claim',
    'claim id',
    'claim no',
    'icn',
    'dcn',
    'payer claim number',
    'claim icn',
    'claim control number',
  ]),
  biller: billed('Biller’s initials', 'Who billed it.', [
    'billed by',
    'biller initials',
    'biller',
    'entered by',
    'posted by',
    'keyed by',
    'coder',
  ]),
  billed_on: billed('Date billed', 'When it was sent.', [
    'bill date',
    'claim date',
    'submitted',
    'date submitted',
    'date sent',
  ]),
  reversal: billed(
    'Reversal mark',
    'Yes, R, V, or frequency 8 where the line takes a payment back; blank or no where it does not.',
    ['reversed', 'void', 'is reversal', 'reversal flag', 'claim status'],
  ),
} as const satisfies Readonly<Record<string, ColumnSpec>>;

export type Column = keyof typeof columnSpecs;
export const columns = Object.keys(columnSpecs) as readonly Column[];
export const specOf = (column: Column): ColumnSpec => columnSpecs[column];

/** Under which words a column is found where one is chosen. */
export const columnGroups = ['Dose and containers', 'Claim', 'Billed', 'Patient and sending'] as const;
const doseColumns: readonly Column[] = [
  'dose_given',
  'dose_given_unit',
  'dose_wasted',
  'dose_wasted_unit',
  'labeled_amount',
  'labeled_amount_unit',
  'strength',
  'ndc',
  'container',
  'purpose',
  'route',
  'drug_source',
  'other_drugs',
  'waste_reason',
  'waste_date',
  'waste_time',
];
const patientColumns: readonly Column[] = ['patient_reference', 'account'];

export function groupOf(column: Column): (typeof columnGroups)[number] {
  const { to } = specOf(column).target;
  if (to === 'refill' || to === 'count' || doseColumns.includes(column)) return 'Dose and containers';
  if (to === 'sending' || patientColumns.includes(column)) return 'Patient and sending';
  return to === 'billed' ? 'Billed' : 'Claim';
}

/** What was billed, which no claim is computed from. */
export const isBilled = (column: Column): boolean => specOf(column).target.to === 'billed';

/** The texts of one row of a file, by column; '' where the file tells nothing. `line` is that of the file, from 1. */
export type BatchRow = { readonly line: number; readonly cells: Readonly<Record<Column, string>> };

/** What is wrong with one row; `column` is null for the row as a whole. */
export type RowProblem = { readonly column: Column | null; readonly words: string };

export const noCells = Object.fromEntries(columns.map((column) => [column, ''])) as Readonly<Record<Column, string>>;
