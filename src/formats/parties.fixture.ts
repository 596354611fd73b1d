import {
  emptyOffice,
  emptyProvider,
  type Facility,
  type Office,
  type PayerAddress,
  type Provider,
} from '../engine/clinic-file';
import { partiesOf, type Parties, type Sending } from './parties';

/* Identifiers of nobody; the NPIs only have a right check digit. */

/** The clinic that bills. */
export const clinic: Provider = {
  ...emptyProvider,
  id: 'clinic',
  name: 'Example Pump Clinic',
  npi: '1234567893',
  taxId: '123456789',
  street: '1 Example Street',
  city: 'Fargo',
  state: 'ND',
  zip: '581020001',
};

/** A person of the clinic. */
export const physician: Provider = {
  ...emptyProvider,
  id: 'roe',
  kind: 'person',
  name: 'ROE',
  first: 'ANN',
  npi: '1245319599',
};

export const hospital: Facility = {
  id: 'hospital',
  name: 'Sample Hospital',
  npi: '1122333341',
  street: '9 Example Street',
  city: 'Fargo',
  state: 'ND',
  zip: '581020009',
};

export const plan: PayerAddress = {
  payer: 'commercial',
  name: 'Example Plan',
  id: 'PLAN1',
  indicator: 'CI',
  street: '',
  city: '',
  state: '',
  zip: '',
};

export const office: Office = {
  ...emptyOffice,
  usage: 'T',
  controlNumber: '907',
  senderQualifier: 'ZZ',
  senderId: 'SENDER1',
  receiverQualifier: 'ZZ',
  receiverId: 'RECEIVER1',
  submitterName: 'Example Billing Office',
  submitterId: 'SUB123',
  contactName: 'Front Desk',
  contactPhone: '7015550100',
  receiverName: 'Example Clearinghouse',
  receiverEtin: 'RCV123',
  providers: [clinic],
};

/** A subscriber who is the patient’s parent. */
export const parent: Partial<Sending> = {
  relationship: '19',
  insuredLast: 'Parent',
  insuredFirst: 'Pam',
  insuredBirthDate: '03/04/1985',
  insuredSex: 'F',
  insuredStreet: '3 Example Street',
  insuredCity: 'Moorhead',
  insuredState: 'MN',
  insuredZip: '56560',
};

/** A record of which nothing is told but what nearly every one says. */
const blank: Omit<Sending, 'payments'> = {
  typedFor: '',
  billing: '',
  rendering: '',
  supervising: '',
  referring: '',
  ordering: '',
  attending: '',
  facility: '',
  patientLast: '',
  patientFirst: '',
  patientMiddle: '',
  birthDate: '',
  sex: '',
  patientStreet: '',
  patientCity: '',
  patientState: '',
  patientZip: '',
  patientPhone: '',
  relationship: '18',
  insuredLast: '',
  insuredFirst: '',
  insuredBirthDate: '',
  insuredSex: '',
  insuredStreet: '',
  insuredCity: '',
  insuredState: '',
  insuredZip: '',
  payerName: '',
  payerId: '',
  payerStreet: '',
  payerCity: '',
  payerState: '',
  payerZip: '',
  memberId: '',
  groupNumber: '',
  planName: '',
  accountNumber: '',
  patientPaid: '',
  signedBy: '',
  signedOn: '',
  order: 'P',
  behind: '',
  filingIndicator: '',
  mspType: '',
  acceptsAssignment: 'A',
  benefitsAssigned: 'Y',
  release: 'Y',
  otherPayerName: '',
  otherPayerId: '',
  otherIndicator: '',
  otherMemberId: '',
  otherGroup: '',
  otherPlan: '',
  otherRelationship: '18',
  otherLast: '',
  otherFirst: '',
  otherBirthDate: '',
  otherSex: '',
  otherStreet: '',
  otherCity: '',
  otherState: '',
  otherZip: '',
  otherPaidOn: '',
  otherClaimNumber: '',
  relatedTo: '',
  injuryDate: '',
  injuryClaimNumber: '',
  accidentState: '',
  admissionType: '3',
  admissionSource: '1',
  patientStatus: '01',
  reasonForVisit: '',
  procedureRevenue: '',
};

/** The patient is the subscriber, and the plan pays first. */
export const sending: Sending = {
  ...blank,
  payments: [],
  patientLast: 'Sample',
  patientFirst: 'Sam',
  memberId: 'MEMBER1',
  birthDate: '01/02/1960',
  sex: 'U',
  patientStreet: '2 Example Street',
  patientCity: 'Fargo',
  patientState: 'ND',
  patientZip: '58102',
  payerName: 'Example Plan',
  payerId: 'PLAN1',
  filingIndicator: '',
  accountNumber: 'WS-0001',
};

export const parties: Parties = partiesOf(office, sending);
