import type { Resubmission, ServiceLine } from '../engine/claim';
import { day } from '../engine/dated';
import type { Encounter } from '../engine/encounter';
import { totalChargeOf } from '../engine/claim-lines';
import type { PreparedClaim } from '../engine/prepared-claim';
import { mg, moneyFromDigits, unitsOf, type Money } from '../engine/quantity';
import { prepared, vial, withWaste } from './claims.fixture';
import { emptyPayment, type PaymentText } from '../engine/payment-text';
import { clinic, hospital, office, physician, sending } from './parties.fixture';
import { partiesOf, type Parties, type Sending } from './parties';
import type { Office } from '../engine/clinic-file';

/* The test vectors of whole claims, with made-up people: PAT SAMPLE, Dr. Ann Roe, the clinic 1234567893. */

export const money = (digits: string): Money => {
  const found = moneyFromDigits(digits);
  if (!found) throw new Error(`${digits} are no dollars`);
  return found;
};

/** A procedure or supply of one unit, whose place among the lines is given later. */
export const service = (hcpcs: string, charge: string, changed: Partial<ServiceLine> = {}): ServiceLine => ({
  lineNumber: 0,
  hcpcs,
  modifiers: [],
  unitsOfService: unitsOf(1),
  ndcQuantities: [],
  charge: money(charge),
  of: 'service',
  pointers: null,
  ...changed,
});

/** The claim with procedures and supplies before its drug, and totalled over all. */
export function withServices(claim: PreparedClaim, services: readonly ServiceLine[]): PreparedClaim {
  const numbered = [...services, ...claim.lines].map((line, place) => ({ ...line, lineNumber: place + 1 }));
  return {
    ...claim,
    lines: numbered.slice(services.length),
    services: { lines: numbered.slice(0, services.length), leftOut: [] },
    totalCharge: totalChargeOf(numbered),
  };
}

/** 40 of 40 mg on 11/20/2026 in the office, for Medicare: J0475-JZ, 4 units at 200.00 each. */
export const wholeVial: Encounter = {
  ...withWaste,
  preparedOn: day('2026-11-25'),
  dateOfService: day('2026-11-20'),
  payer: 'medicare-part-b',
  opened: [vial],
  labeled: mg(40),
  given: mg(40),
  wasted: mg(0),
  wasteReason: null,
  diagnoses: ['G35.A'],
  priorAuthorization: { status: 'not-required' },
  chargePerUnit: money('200'),
};
const ofPlan: Encounter = {
  ...wholeVial,
  payer: 'commercial',
  priorAuthorization: {
    status: 'approved',
    number: 'AUTH12345',
    firstDay: null,
    lastDay: null,
    unitsApproved: null,
    unitsUsed: null,
    askedOn: null,
  },
};
const refill = service('62370', '350');
const claimOf = (encounter: Encounter): PreparedClaim => withServices(prepared(encounter), [refill]);

/** A group of which one physician treats. */
export const group: Office = { ...office, providers: [clinic, physician], facilities: [hospital] };
const solo: Office = {
  ...office,
  providers: [{ ...physician, npi: '1234567893', taxId: '123456789', ...addressOf(clinic) }],
};
function addressOf({ street, city, state, zip }: typeof clinic) {
  return { street, city, state, zip };
}

const patient: Sending = {
  ...sending,
  patientLast: 'SAMPLE',
  patientFirst: 'PAT',
  memberId: '1EG4TE5MK73',
  payerName: 'MEDICARE',
  payerId: 'MCARE',
  filingIndicator: '',
  accountNumber: 'WS1',
};
const member: Sending = {
  ...patient,
  memberId: 'M123456',
  groupNumber: 'GRP100',
  payerName: 'EXAMPLE PLAN',
  payerId: 'PLAN1',
};
const child: Sending = {
  ...member,
  patientFirst: 'KID',
  relationship: '19',
  insuredLast: 'SAMPLE',
  insuredFirst: 'PARENT',
};

export const payment = (line: number, code: string, told: Partial<PaymentText>): PaymentText => ({
  ...emptyPayment,
  line: String(line),
  code,
  ...told,
});
const afterPlan: Sending = {
  ...patient,
  order: 'S',
  mspType: '12',
  otherPayerName: 'EXAMPLE PLAN',
  otherPayerId: 'PLAN1',
  otherIndicator: 'CI',
  otherMemberId: 'M123456',
  otherGroup: 'GRP100',
  otherPaidOn: '12/10/2026',
  payments: [
    payment(1, '62370', { paid: '200', co45: '100', pr2: '50' }),
    payment(2, 'J0475', { paid: '500', co45: '175', pr2: '125' }),
  ],
};
const afterMedicare: Sending = {
  ...patient,
  payerName: 'STATE MEDICAID',
  payerId: 'MCAID',
  memberId: 'MA00012345',
  order: 'S',
  otherPayerName: 'MEDICARE',
  otherPayerId: 'MCARE',
  otherIndicator: 'MB',
  otherMemberId: '1EG4TE5MK73',
  otherPaidOn: '12/10/2026',
  payments: [
    payment(1, '62370', { paid: '111.33', co45: '207.99', co253: '2.27', pr2: '28.41' }),
    payment(2, 'J0475', { paid: '569.07', co45: '74.14', co253: '11.62', pr2: '145.17' }),
  ],
};

export type WholeClaim = {
  readonly name: string;
  readonly claim: PreparedClaim;
  readonly parties: Parties;
  readonly resubmission: Resubmission;
};
const whole = (
  name: string,
  claim: PreparedClaim,
  told: Sending,
  { of = group, resubmission = { code: '1' } }: { of?: Office; resubmission?: Resubmission } = {},
): WholeClaim => ({ name, claim, parties: partiesOf(of, told), resubmission });

const medicare = claimOf(wholeVial);
const plan = claimOf(ofPlan);
const medicaid = claimOf({ ...wholeVial, payer: 'medicaid' });
const original = 'ICN20261234';

/** The outpatient department of a hospital, on campus: the hospital bills the drug. */
export const atHospital: Encounter = { ...wholeVial, setting: 'other', placeOfService: '22' };
/** What is left of a claim whose drug is held because somebody else bills it. */
const withoutDrug = (claim: PreparedClaim): PreparedClaim => ({
  ...claim,
  lines: [],
  findings: claim.findings.filter(({ verdict }) => verdict.outcome !== 'on-hold'),
});

/** The vectors of the professional claim that are written, by their numbers. */
export const professionalVectors = {
  1: whole('Medicare first', medicare, patient),
  2: whole(
    '30 of 40 mg',
    claimOf({ ...wholeVial, given: mg(30), wasted: mg(10), wasteReason: 'vial holds more than the dose' }),
    patient,
  ),
  3: whole('commercial, the patient is the subscriber', plan, member),
  4: whole('a child of the subscriber', plan, child),
  5: whole('a spouse of the subscriber', plan, { ...child, relationship: '01' }),
  6: whole('Medicare behind the plan of an employer', medicare, afterPlan),
  7: whole('Medicaid behind Medicare', medicaid, afterMedicare),
  8: whole('a claim that replaces another', plan, member, { resubmission: { code: '7', original } }),
  9: whole('a claim that voids another', plan, member, { resubmission: { code: '8', original } }),
  11: whole('a physician alone', medicare, patient, { of: solo }),
  12: whole(
    'a hospital’s outpatient department, where the hospital bills the drug',
    withServices(withoutDrug(prepared(atHospital)), [refill]),
    { ...patient, facility: hospital.id, accountNumber: 'WS12' },
  ),
} as const;

const doe = { ...physician, id: 'doe', name: 'DOE', first: 'JO', npi: '1932102084' };
const several: Office = {
  ...group,
  providers: [
    { ...clinic, taxonomy: '261QP3300X' },
    { ...physician, taxonomy: '2081P0010X' },
  ],
  referrers: [doe],
};

/** Claims beside the vectors that have what those lack. */
export const furtherClaims = {
  roles: whole(
    'referred, ordered and supervised',
    plan,
    { ...member, referring: 'doe', ordering: 'doe', supervising: 'roe' },
    { of: several },
  ),
  home: whole(
    'at home, with the physician there',
    claimOf({ ...ofPlan, setting: 'home', attendance: 'physician' }),
    member,
  ),
  work: whole('an injury at work', claimOf({ ...ofPlan, payer: 'workers-compensation' }), {
    ...child,
    relationship: '20',
    insuredLast: 'EXAMPLE EMPLOYER',
    insuredFirst: '',
    injuryDate: '06/01/2025',
    injuryClaimNumber: 'WC-77',
    groupNumber: '',
  }),
  accident: whole('an automobile accident', plan, {
    ...member,
    relatedTo: 'AA',
    accidentState: 'MN',
    injuryDate: '06/01/2025',
  }),
  through: whole('a plan before it, whose subscriber is the spouse', claimOf({ ...ofPlan }), {
    ...child,
    order: 'S',
    payerId: 'PLAN2',
    otherPayerName: 'FIRST PLAN',
    otherPayerId: 'PLAN1',
    otherIndicator: 'BL',
    otherMemberId: 'X9',
    otherRelationship: '01',
    otherLast: 'SAMPLE',
    otherFirst: 'SPOUSE',
    otherPaidOn: '12/01/2026',
    otherClaimNumber: 'FIRST-1',
    payments: [
      payment(1, '62370', { paid: '0', otherAmount: '350', otherGroup: 'OA', otherReason: '97' }),
      payment(2, 'J0475', { paid: '700', pr1: '60', pr3: '40' }),
    ],
  }),
  further: whole(
    'payments go elsewhere, with a referral and paperwork sent apart',
    plan,
    {
      ...member,
      referralNumber: 'REF 77',
      paperworkType: 'M1',
      paperworkBy: 'FX',
      paperworkNumber: 'WS1-NOTES',
    },
    {
      of: {
        ...group,
        providers: [
          { ...clinic, payToStreet: 'PO Box 7', payToCity: 'Fargo', payToState: 'nd', payToZip: '58102-0007' },
          physician,
        ],
      },
    },
  ),
} as const;

/** What is left out of the whole claims: each must be refused. */
export const balanceOff = {
  ...professionalVectors[6],
  parties: partiesOf(group, {
    ...afterPlan,
    payments: [afterPlan.payments[0] ?? emptyPayment, payment(2, 'J0475', { paid: '500', co45: '175', pr2: '120' })],
  }),
};
