import fc from 'fast-check';
import type { Resubmission, ServiceLine } from '../engine/claim';
import type { Encounter } from '../engine/encounter';
import { linesOf, totalChargeOf } from '../engine/claim-lines';
import type { PreparedClaim } from '../engine/prepared-claim';
import { digitsOfMoney, mcg, mg, noMoney, unitsOf, type Money } from '../engine/quantity';
import { encounters, prepared } from './claims.fixture';
import { clinic, hospital, office, physician, sending } from './parties.fixture';
import { keysOfLines } from '../engine/first-payer';
import { type PaymentText } from '../engine/payment-text';
import { partiesOf, type Sending } from './parties';
import { money, payment, service, wholeVial, type WholeClaim } from './whole-claims.fixture';

/* The test vectors of a hospital’s claims, with made-up people: PAT SAMPLE, Dr. Ann Roe, Sample Hospital. */

/** The claim with procedures and supplies behind its drug, and totalled over all. */
export function withServicesBehind(claim: PreparedClaim, services: readonly ServiceLine[]): PreparedClaim {
  const numbered = [...claim.lines, ...services].map((line, place) => ({ ...line, lineNumber: place + 1 }));
  return {
    ...claim,
    lines: numbered.slice(0, claim.lines.length),
    services: { lines: numbered.slice(claim.lines.length), leftOut: [] },
    totalCharge: totalChargeOf(numbered),
  };
}

/** The hospital that bills, and the physician who attends there. */
export const hospitalOffice = {
  ...office,
  providers: [{ ...clinic, name: 'SAMPLE HOSPITAL' }, physician],
  facilities: [{ ...hospital, name: 'SAMPLE PUMP DEPARTMENT', npi: '' }],
};

export const outpatient: Encounter = { ...wholeVial, setting: 'hospital-outpatient' };
/** 30 given and 10 discarded in an excepted department off campus, of drug bought under 340B. */
const offCampus: Encounter = {
  ...outpatient,
  given: mg(30),
  wasted: mg(10),
  wasteReason: 'vial holds more than the dose',
  bought340b: true,
  offCampus: 'excepted',
};
const critical: Encounter = { ...wholeVial, setting: 'critical-access-hospital' };
export const centers: readonly Encounter[] = (['rhc', 'fqhc'] as const).map((setting) => ({ ...wholeVial, setting }));
const trial: Encounter = {
  ...outpatient,
  purpose: 'screening-trial',
  route: 'intrathecal-lumbar-puncture',
  opened: [],
  ndcs: [],
  labeled: null,
  strength: null,
  given: mcg(50),
  chargePerUnit: money('90'),
};

export const patientOfHospital: Sending = {
  ...sending,
  attending: physician.id,
  patientLast: 'SAMPLE',
  patientFirst: 'PAT',
  memberId: '1EG4TE5MK73',
  payerName: 'MEDICARE',
  payerId: 'MCARE',
  filingIndicator: '',
  accountNumber: 'WSI',
  procedureRevenue: '0361',
};
export const afterPlan: Sending = {
  ...patientOfHospital,
  order: 'S',
  mspType: '12',
  otherPayerName: 'EXAMPLE PLAN',
  otherPayerId: 'PLAN1',
  otherIndicator: 'CI',
  otherMemberId: 'M123456',
  otherGroup: 'GRP100',
  otherPaidOn: '12/10/2026',
  payments: [payment(1, 'J0475', { paid: '500', pr2: '300' })],
};

const whole = (
  name: string,
  claim: PreparedClaim,
  told: Sending,
  resubmission: Resubmission = { code: '1' },
): WholeClaim => ({ name, claim, parties: partiesOf(hospitalOffice, told), resubmission });

const refilled = (encounter: Encounter, modifiers: readonly string[] = []): PreparedClaim =>
  withServicesBehind(prepared(encounter), [service('62370', '450', { modifiers })]);
const inDepartment = { ...patientOfHospital, facility: hospital.id };

/** The vectors of a hospital’s claim that are written, by their numbers. */
export const hospitalVectors = {
  13: whole('off campus, excepted, 340B', refilled(offCampus, ['PO']), inDepartment),
  14: whole('the same, replaced', refilled(offCampus, ['PO']), inDepartment, { code: '7', original: 'DCN20261234' }),
  15: whole('a critical access hospital', refilled(critical), patientOfHospital),
  17: whole('a trial that was not planned', withServicesBehind(prepared(trial), [service('62323', '600')]), {
    ...patientOfHospital,
    admissionType: '2',
    reasonForVisit: 'R25.2',
  }),
  18: whole('Medicare behind the plan of an employer', prepared(outpatient), afterPlan),
} as const;

/** What somebody pays, CO and PR of a charge, so that they balance; in thousandths of it. */
function splitOf(charge: Money, [paid, co]: readonly [number, number]): Partial<PaymentText> {
  const cents = Math.round(charge.tenthsOfCent / 10);
  const part = (thousandths: number) => Math.floor((cents * thousandths) / 1000);
  const digits = (whole: number) => digitsOfMoney({ tenthsOfCent: whole * 10 });
  const first = part(paid);
  const second = Math.min(part(co), cents - first);
  return { paid: digits(first), co45: digits(second), pr2: digits(cents - first - second) };
}

const beside = fc.array(
  fc.record({
    code: fc.constantFrom('62370', '62369', '95991', '62323', 'A4220', 'J7999', '99213', 'G0463'),
    cents: fc.integer({ min: 1, max: 9_999_999 }),
    units: fc.integer({ min: 1, max: 3 }),
    modifiers: fc.subarray(['PO', '59', 'XU']),
  }),
  { maxLength: 8 },
);

/** Claims of hospitals and health centers, with services beside the drug, patients of every kind and a payer before. */
export const hospitalClaims: fc.Arbitrary<WholeClaim> = fc
  .record({
    encounter: encounters,
    setting: fc.constantFrom('hospital-outpatient', 'hospital-outpatient', 'critical-access-hospital', 'rhc', 'fqhc'),
    services: beside,
    relationship: fc.constantFrom('18', '18', '01', '19', 'G8'),
    order: fc.constantFrom('P', 'P', 'S'),
    split: fc.tuple(fc.integer({ min: 0, max: 1000 }), fc.integer({ min: 0, max: 1000 })),
    mspType: fc.constantFrom('12', '13', '14', '43', '47'),
    relatedTo: fc.constantFrom('', '', '', 'OA', 'AA'),
    admissionType: fc.constantFrom('1', '2', '3'),
    again: fc.constantFrom<Resubmission>(
      { code: '1' },
      { code: '7', original: 'DCN1' },
      { code: '8', original: 'X 2' },
    ),
  } as const)
  .map(({ encounter, setting, services, order, split, again, ...others }) => {
    const payer = encounter.payer === 'self-pay' ? 'commercial' : encounter.payer;
    const claim = withServicesBehind(
      prepared({
        ...encounter,
        payer,
        setting,
        placeOfService: null,
        diagnoses: ['G80.1', ...encounter.diagnoses.slice(0, 11)],
        linePerNdc: true,
        chargePerUnit: encounter.chargePerUnit ?? money('12.34'),
      }),
      services.map(({ code, cents, units, modifiers }) =>
        service(code, digitsOfMoney({ tenthsOfCent: cents * 10 }), { unitsOfService: unitsOf(units), modifiers }),
      ),
    );
    const told: Sending = {
      ...afterPlan,
      ...others,
      ...(payer === 'medicare-part-b' ? { relationship: '18' as const } : {}),
      order,
      payerId: 'OWN1',
      insuredLast: 'SAMPLE',
      insuredFirst: 'PARENT',
      facility: hospital.id,
      injuryDate: '05/01/2026',
      injuryClaimNumber: 'WC1',
      accidentState: 'ND',
      reasonForVisit: 'R25.2',
      payments: keysOfLines(linesOf(claim)).map((of, place) => ({
        ...payment(0, '', splitOf(linesOf(claim)[place]?.charge ?? noMoney, split)),
        of,
      })),
    };
    return whole('any', claim, told, again);
  });
