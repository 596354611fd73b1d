import { isAtHome } from './party-specs';
import {
  blankItem,
  cityOnPaper,
  partyItem,
  phoneOnPaper,
  shortDate,
  situationOf,
  type ToldParties,
} from './told-parties';
import type { FormField } from './written';

/* Who treated, who bills, and where it was: item 24J, and items 25 to 33 below the lines. */

/** Item 24J: who treated, where an organization bills. */
export function renderingItem(told: ToldParties): FormField {
  const { providerKind, rendering, renderingNpi } = told.parties;
  const item = ['24J', 'Rendering provider’s NPI'] as const;
  if (providerKind === 'person' && ['', 'none'].includes(rendering))
    return blankItem(item, 'blank: who bills has treated');
  return partyItem(told, item, ['rendering', 'renderingNpi', 'renderingLast'], renderingNpi, 'blank: nobody is named');
}

/** Item 29 of a sheet: what the patient paid stands on the first one. */
export function paidItem(told: ToldParties, sheet: number): FormField {
  const item = ['29', 'Patient paid'] as const;
  return sheet === 0
    ? partyItem(told, item, ['patientPaid'], told.parties.patientPaid, 'blank: no payment of the patient is told')
    : blankItem(item, 'blank: it stands on form 1');
}

/** Items 25 to 27 and 31 to 33. */
export function itemsBelow(told: ToldParties): readonly FormField[] {
  const { parties } = told;
  return [
    partyItem(told, ['25', 'Tax ID'], ['providerTaxId'], parties.providerTaxId),
    partyItem(told, ['25 kind', 'Kind of tax ID'], ['providerTaxIdKind'], taxIdKind(parties.providerTaxIdKind)),
    partyItem(told, ['26', 'Account number'], ['accountNumber'], parties.accountNumber),
    partyItem(
      told,
      ['27', 'Accepts assignment'],
      ['acceptsAssignment'],
      parties.acceptsAssignment === 'A' ? 'YES' : 'NO',
    ),
    blankItem(['30', 'Reserved'], 'always blank'),
    partyItem(told, ['31', 'Signature'], ['signedBy'], parties.signedBy, 'blank: signed by hand'),
    partyItem(told, ['31 date', 'Date of the signature'], ['signedOn'], shortDate(parties.signedOn), 'blank: by hand'),
    ...placeItems(told),
    ...billingItems(told),
  ];
}

const taxIdKind = (kind: string): string => (kind === 'SY' ? 'SSN' : 'EIN');

const thirtyTwo = {
  name: ['32', 'Place of the service'],
  street: ['32 street', 'Its street'],
  city: ['32 city', 'Its city, state, ZIP'],
  npi: ['32a', 'NPI of the place'],
} as const;

/** Items 32 to 32b: the place, which Medicare wants of every claim (row form 32). */
function placeItems(told: ToldParties): readonly FormField[] {
  const other = blankItem(['32b', 'Other number of the place'], 'blank: the NPI stands in 32a');
  return [...(told.parties.facility === '' && isAtHome(told.claim) ? homeItems(told) : facilityItems(told)), other];
}

/** The patient’s own home. */
function homeItems(told: ToldParties): readonly FormField[] {
  const { parties } = told;
  const { patientFirst, patientLast, patientCity, patientState, patientZip } = parties;
  return [
    partyItem(told, thirtyTwo.name, ['patientFirst', 'patientLast'], [patientFirst, patientLast].join(' ').trim()),
    partyItem(told, thirtyTwo.street, ['patientStreet'], parties.patientStreet),
    partyItem(
      told,
      thirtyTwo.city,
      ['patientCity', 'patientState', 'patientZip'],
      cityOnPaper(patientCity, patientState, patientZip),
    ),
    blankItem(thirtyTwo.npi, 'blank: a home has none'),
  ];
}

function facilityItems(told: ToldParties): readonly FormField[] {
  const { parties, problems } = told;
  const isTold = parties.facility !== '' || parties.facilityName !== '' || problems.has('facilityName');
  if (!isTold) return ownPlaceItems(told);
  const { facilityCity, facilityState, facilityZip } = parties;
  return [
    partyItem(told, thirtyTwo.name, ['facilityName'], parties.facilityName),
    partyItem(told, thirtyTwo.street, ['facilityStreet'], parties.facilityStreet),
    partyItem(
      told,
      thirtyTwo.city,
      ['facilityCity', 'facilityState', 'facilityZip'],
      cityOnPaper(facilityCity, facilityState, facilityZip),
    ),
    partyItem(told, thirtyTwo.npi, ['facilityNpi'], parties.facilityNpi, 'blank: no NPI of the place is told'),
  ];
}

/** The place is that of the practice: told again for Medicare, blank for the others. */
function ownPlaceItems(told: ToldParties): readonly FormField[] {
  const { parties } = told;
  if (!situationOf(told).startsWith('medicare'))
    return Object.values(thirtyTwo).map((item) => blankItem(item, 'blank: it is the billing address'));
  return [
    partyItem(told, thirtyTwo.name, ['providerName'], billingName(told)),
    partyItem(told, thirtyTwo.street, ['providerStreet'], parties.providerStreet),
    partyItem(told, thirtyTwo.city, ['providerCity', 'providerState', 'providerZip'], billingCity(told)),
    partyItem(told, thirtyTwo.npi, ['providerNpi'], parties.providerNpi),
  ];
}

const billingName = ({ parties: { providerFirst, providerName } }: ToldParties): string =>
  [providerFirst, providerName].filter(Boolean).join(' ');
const billingCity = ({ parties: { providerCity, providerState, providerZip } }: ToldParties): string =>
  cityOnPaper(providerCity, providerState, providerZip);

/** Items 33 to 33b: who bills. */
function billingItems(told: ToldParties): readonly FormField[] {
  const { parties } = told;
  return [
    partyItem(
      told,
      ['33 phone', 'Billing provider’s phone'],
      ['providerPhone'],
      phoneOnPaper(parties.providerPhone),
      'blank: no phone is told',
    ),
    partyItem(told, ['33', 'Billing provider'], ['providerName', 'providerFirst'], billingName(told)),
    partyItem(told, ['33 street', 'Its street'], ['providerStreet'], parties.providerStreet),
    partyItem(
      told,
      ['33 city', 'Its city, state, ZIP'],
      ['providerCity', 'providerState', 'providerZip'],
      billingCity(told),
    ),
    partyItem(told, ['33a', 'Billing provider’s NPI'], ['providerNpi'], parties.providerNpi),
    blankItem(['33b', 'Other number'], 'blank: only where the payer wants one'),
  ];
}
