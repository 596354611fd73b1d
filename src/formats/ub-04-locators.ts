import type { Resubmission } from '../engine/claim';
import { totalPaid, type LinePayment } from '../engine/first-payer';
import { hospitalCodes, typeOfBill, type HospitalCodes } from './hospital-claim';
import type { Parties } from './parties';
import { isEmployer, isSecondary, type PartySource } from './party-specs';
import { blankItem, partyItem, zipOnPaper, type Item, type ToldParties } from './told-parties';
import { authorizationField, chargeDigits, withoutPoint, type FormField } from './written';

/*
 * The form locators of the UB-04 around its lines: 1 to 41 and 50 to 81 (whole claim, section 5). What a hospital’s
 * claim for an outpatient leaves blank says why.
 */

/** Locators that belong together, under what they tell. */
export type LocatorGroup = { readonly name: string; readonly fields: readonly FormField[] };

/** Whom a UB-04 names, which claim it replaces, and what the payer before this one did. */
export type Told = ToldParties & { readonly resubmission: Resubmission; readonly payments: readonly LinePayment[] };

/** "11202026" from "20261120"; "112026" where the form takes six digits. */
const wholeDate = (digits: string): string => (digits === '' ? '' : digits.slice(4) + digits.slice(0, 4));
const shortDate = (digits: string): string => (digits === '' ? '' : digits.slice(4) + digits.slice(2, 4));
/** Form locators 6 and 45, "112026". */
export const dayOf = (date: string): string => shortDate(date.replaceAll('-', ''));

const joined = (...parts: readonly string[]): string => parts.filter(Boolean).join(' ');
const nameOf = (last: string, first: string, middle = ''): string =>
  [last, joined(first, middle)].filter(Boolean).join(', ');

/** Locators 1 to 41, in form order. */
export function locatorsAbove(told: Told): readonly LocatorGroup[] {
  return [
    { name: 'Hospital and bill', fields: hospitalFields(told) },
    { name: 'Patient', fields: patientFields(told) },
    { name: 'Visit', fields: visitFields(told) },
    { name: 'Conditions, occurrences and values', fields: codeFields(told) },
  ];
}

function hospitalFields(told: Told): readonly FormField[] {
  const { claim, resubmission, parties } = told;
  const day = dayOf(claim.encounter.dateOfService);
  return [
    partyItem(told, ['1 name', 'Hospital that bills'], ['providerName'], parties.providerName),
    partyItem(told, ['1 street', 'Its street'], ['providerStreet'], parties.providerStreet),
    partyItem(
      told,
      ['1 city', 'Its city, state and ZIP'],
      ['providerCity', 'providerState', 'providerZip'],
      joined(parties.providerCity, parties.providerState, zipOnPaper(parties.providerZip)),
    ),
    partyItem(told, ['1 phone', 'Its phone'], ['providerPhone'], parties.providerPhone, 'blank: no phone is told'),
    blankItem(['2', 'Where the payer sends the money'], 'blank: to the address in 1'),
    partyItem(told, ['3a', 'Patient control number'], ['accountNumber'], parties.accountNumber),
    blankItem(['3b', 'Medical record number'], 'from your own system; the payer does not ask for it'),
    { item: '4', label: 'Type of bill', text: typeOfBill(claim, resubmission) },
    partyItem(told, ['5', 'Federal tax number'], ['providerTaxId'], parties.providerTaxId),
    { item: '6 from', label: 'First day', text: day },
    { item: '6 through', label: 'Last day', text: day },
  ];
}

function patientFields(told: Told): readonly FormField[] {
  const { patientLast, patientFirst, patientMiddle, patientStreet, patientCity, patientState, ...parties } =
    told.parties;
  return [
    blankItem(['8a', 'Patient’s own ID'], 'blank: 60 has the number'),
    partyItem(
      told,
      ['8b', 'Patient’s name'],
      ['patientLast', 'patientFirst', 'patientMiddle'],
      nameOf(patientLast, patientFirst, patientMiddle),
    ),
    partyItem(told, ['9a', 'Patient’s street'], ['patientStreet'], patientStreet),
    partyItem(told, ['9b', 'Patient’s city'], ['patientCity'], patientCity),
    partyItem(told, ['9c', 'Patient’s state'], ['patientState'], patientState),
    partyItem(told, ['9d', 'Patient’s ZIP'], ['patientZip'], zipOnPaper(parties.patientZip)),
    partyItem(told, ['10', 'Date of birth'], ['birthDate'], wholeDate(parties.birthDate)),
    partyItem(told, ['11', 'Sex'], ['sex'], parties.sex),
  ];
}

const inpatientOnly = 'blank: only for an inpatient stay';

function visitFields(told: Told): readonly FormField[] {
  const { parties } = told;
  return [
    blankItem(['12, 13', 'Admission date and hour'], inpatientOnly),
    partyItem(told, ['14', 'Priority of the visit'], ['admissionType'], parties.admissionType),
    partyItem(told, ['15', 'Where the patient came from'], ['admissionSource'], parties.admissionSource),
    blankItem(['16', 'Discharge hour'], inpatientOnly),
    partyItem(told, ['17', 'Where the patient went'], ['patientStatus'], parties.patientStatus),
  ];
}

/** Conditions from 18 on, the state of an accident, occurrences from 31 on, values from 39a on. */
function codeFields(told: Told): readonly FormField[] {
  const { claim, parties, payments } = told;
  const { conditions, occurrences, values } = hospitalCodes({ claim, parties, payments });
  const nothing = 'blank: no other payer, no accident';
  const noAccident = 'blank: no automobile accident';
  return [
    ...(conditions.length === 0 ? [blankItem(['18 to 28', 'Condition codes'], nothing)] : []),
    ...conditions.map((text, place) => ({ item: String(18 + place), label: 'Condition code', text })),
    partyItem(told, ['29', 'State of the accident'], ['accidentState', 'relatedTo'], parties.accidentState, noAccident),
    ...(occurrences.length === 0
      ? [partyItem(told, ['31 to 34', 'Occurrence codes'], ['injuryDate', 'relatedTo'], '', 'blank: no accident')]
      : []),
    ...occurrences.flatMap(({ code, date }, place) => [
      { item: `${31 + place} code`, label: 'Occurrence code', text: code },
      { item: `${31 + place} date`, label: 'Its date', text: shortDate(date) },
    ]),
    blankItem(['35, 36', 'Occurrence spans'], inpatientOnly),
    partyItem(
      told,
      ['38', 'Who pays, with address'],
      ['payerName', 'payerStreet', 'payerCity', 'payerState', 'payerZip'],
      [
        parties.payerName,
        parties.payerStreet,
        joined(parties.payerCity, parties.payerState, zipOnPaper(parties.payerZip)),
      ]
        .filter(Boolean)
        .join(', '),
    ),
    ...valueFields(values),
  ];
}

/** 39a, 40a and 41a, then the next row. */
const valueFields = (values: HospitalCodes['values']): readonly FormField[] =>
  values.length === 0
    ? [blankItem(['39 to 41', 'Value codes'], 'blank: no payer before Medicare')]
    : values.flatMap(({ code, amount }, place) => {
        const locator = `${39 + (place % 3)}${'abcd'.charAt(Math.floor(place / 3))}`;
        return [
          { item: `${locator} code`, label: 'Value code', text: code },
          { item: `${locator} amount`, label: 'Its amount', text: chargeDigits(amount) },
        ];
      });

/** Locators 50 to 81, in form order. */
export const locatorsBelow = (told: Told): readonly LocatorGroup[] => [
  { name: 'Payers and insured', fields: payerFields(told) },
  { name: 'Diagnoses', fields: diagnosisFields(told) },
  { name: 'Physicians and remarks', fields: physicianFields(told) },
];

/** What one row of 50 to 62 is taken from: the payer before this one in A, this one in A or below it in B. */
type PayerRow = {
  readonly row: 'A' | 'B';
  readonly from: Record<'name' | 'id' | 'member' | 'insured' | 'relationship' | 'group' | 'plan', PartySource>;
  readonly insured: string;
  readonly paid: string;
};

function rowsOf({ parties, payments }: Told): readonly PayerRow[] {
  const isAfter = isSecondary(parties);
  const self = nameOf(parties.patientLast, parties.patientFirst, parties.patientMiddle);
  const own: PayerRow = {
    row: isAfter ? 'B' : 'A',
    from: {
      name: 'payerName',
      id: 'payerId',
      member: 'memberId',
      insured: parties.relationship === '18' ? 'patientLast' : 'insuredLast',
      relationship: 'relationship',
      group: 'groupNumber',
      plan: 'planName',
    },
    insured: parties.relationship === '18' ? self : insuredName(parties),
    paid: '',
  };
  if (!isAfter) return [own];
  const before: PayerRow = {
    row: 'A',
    from: {
      name: 'otherPayerName',
      id: 'otherPayerId',
      member: 'otherMemberId',
      insured: parties.otherRelationship === '18' ? 'patientLast' : 'otherLast',
      relationship: 'otherRelationship',
      group: 'otherGroup',
      plan: 'otherPlan',
    },
    insured:
      parties.otherRelationship === '18' ? self : nameOf(parties.otherLast, parties.otherFirst, parties.otherMiddle),
    paid: chargeDigits(totalPaid(payments)),
  };
  return [before, own];
}

const insuredName = (parties: Parties): string =>
  isEmployer(parties) ? parties.insuredLast : nameOf(parties.insuredLast, parties.insuredFirst, parties.insuredMiddle);

function payerFields(told: Told): readonly FormField[] {
  const { claim, parties, resubmission } = told;
  const rows = rowsOf(told);
  const own = rows.at(-1)?.row ?? 'A';
  const each = (item: string, label: string, part: keyof PayerRow['from'], blank?: string) =>
    rows.map(({ row, from }) =>
      partyItem(told, [`${item}${row}`, label], [from[part]], String(parties[from[part]]), blank),
    );
  return [
    ...each('50', 'Payer', 'name'),
    ...each('51', 'Payer’s ID', 'id'),
    ...rows.map(({ row }) => partyItem(told, [`52${row}`, 'Release of information'], ['release'], parties.release)),
    ...rows.map(({ row }) =>
      partyItem(told, [`53${row}`, 'Benefits assigned'], ['benefitsAssigned'], parties.benefitsAssigned),
    ),
    ...rows.map(({ row, paid }) => ({
      item: `54${row}`,
      label: 'Paid before',
      text: paid,
      says: 'blank: this payer has paid nothing yet',
    })),
    blankItem(['55', 'Amount due'], 'blank: the payer does not ask for it'),
    partyItem(told, ['56', 'NPI of the hospital'], ['providerNpi'], parties.providerNpi),
    blankItem(['57', 'Another number of the hospital'], 'blank: 56 has the NPI'),
    ...rows.map(({ row, from, insured }) => partyItem(told, [`58${row}`, 'Insured'], [from.insured], insured)),
    ...each('59', 'Patient is to the insured', 'relationship'),
    ...each('60', 'Insured’s ID', 'member'),
    ...each('61', 'Group name', 'plan', 'blank: none is told'),
    ...each('62', 'Group number', 'group', 'blank: none is told'),
    authorizationField(`63${own}`, claim),
    {
      item: `64${own}`,
      label: 'Payer’s number of the earlier claim',
      text: resubmission.code === '1' ? '' : resubmission.original,
      says: 'blank on a first claim',
    },
    blankItem(['65', 'Employer'], 'blank: only where the payer asks for it'),
  ];
}

/** 67 is the diagnosis that the claim is about, 67A to 67Q are the others. */
function diagnosisFields(told: Told): readonly FormField[] {
  const [principal = '', ...others] = told.claim.encounter.diagnoses.map(withoutPoint);
  return [
    { item: '66', label: 'ICD version', text: '0' },
    { item: '67', label: 'Principal diagnosis', text: principal, says: 'no diagnosis is entered', fact: 'diagnoses' },
    ...others.map((text, place) => ({ item: `67${'ABCDEFGHIJKLMNOPQ'.charAt(place)}`, label: 'Diagnosis', text })),
    blankItem(['69', 'Admitting diagnosis'], inpatientOnly),
    partyItem(
      told,
      ['70a', 'Reason for the visit'],
      ['reasonForVisit', 'admissionType'],
      told.parties.reasonForVisit,
      'blank: only for a visit that was not planned',
    ),
    blankItem(['71', 'PPS code'], inpatientOnly),
    blankItem(['72', 'External cause of injury'], 'blank: from your own system, where there is an injury'),
    blankItem(['74', 'Procedures'], inpatientOnly),
  ];
}

function physicianFields(told: Told): readonly FormField[] {
  const { claim, parties } = told;
  const isReferred = parties.referringLast !== '';
  const noReferral = 'blank: nobody is named';
  const person = (item: string, who: string, [npi, last, first]: readonly [Named, Named, Named], blank?: string) => [
    partyItem(told, [`${item} NPI`, `${who}: NPI`], [npi], parties[npi], blank),
    partyItem(told, [`${item} last`, `${who}: last name`], [last], parties[last], blank),
    partyItem(told, [`${item} first`, `${who}: first name`], [first], parties[first], blank ?? 'blank: none is told'),
  ];
  return [
    ...person('76', 'Attending', ['attendingNpi', 'attendingLast', 'attendingFirst']),
    blankItem(['77', 'Operating'], 'blank: only where surgery was done; then from your own system'),
    ...(isReferred ? [{ item: '78 qual.', label: 'Referring: qualifier', text: 'DN' }] : []),
    ...(isReferred
      ? person('78', 'Referring', ['referringNpi', 'referringLast', 'referringFirst'])
      : [partyItem(told, ['78', 'Referring'], ['referring'], '', noReferral)]),
    blankItem(['79', 'Another physician'], noReferral),
    { item: '80', label: 'Remarks', text: claim.formItems.narrative ?? '', says: 'blank: nothing to remark' },
    ...taxonomyFields(told),
  ];
}
type Named = 'attendingNpi' | 'attendingLast' | 'attendingFirst' | 'referringNpi' | 'referringLast' | 'referringFirst';

/** B3 says that a taxonomy follows. */
function taxonomyFields(told: Told): readonly FormField[] {
  const { providerTaxonomy } = told.parties;
  const label: Item = ['81CCa', 'Taxonomy of the hospital'];
  const field = partyItem(told, label, ['providerTaxonomy'], providerTaxonomy, 'blank: none is told');
  return providerTaxonomy === '' ? [field] : [{ item: '81CCa qual.', label: 'Qualifier', text: 'B3' }, field];
}
