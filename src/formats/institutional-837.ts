import type { Resubmission, ServiceLine } from '../engine/claim';
import type { Office } from '../engine/clinic-file';
import { linesOf } from '../engine/claim-lines';
import type { PreparedClaim } from '../engine/prepared-claim';
import { facilityOf, hospitalCodes, reasonsAgainstRevenue } from './hospital-claim';
import {
  describedProcedure,
  drugSegments,
  procedureOf,
  reasonsAgainstDiagnoses,
  reasonsAgainstLines,
  reasonsAgainstReference,
  reasonsAgainstTexts,
  referenceSegments,
} from './lines-837';
import {
  dollars,
  file837,
  file837OfAll,
  linePaymentLoop,
  namedPerson,
  otherPayerLoops,
  paperworkSegment,
  personNm1,
  placeLoop,
  type Carried,
  type ClaimOfFile,
  type GuideWriter,
  type ReasonOfOne,
  type WrittenAt,
} from './loops-837';
import type { Parties, PartyReason } from './parties';
import { revenueFor } from './revenue-codes';
import {
  firstClaim,
  reasonsAgainstInstitutional,
  unlessRefused,
  withoutPoint,
  type Reason,
  type Written,
} from './written';
import { compactDate, segmentsAsText, type Segment } from './x12';

/** Rows of the rules that the 837I rests on. */
export const hospitalX12Rows = [
  'form by setting',
  'form UB-04',
  'form 837',
  '7.1',
  '9.4',
  '9.6',
  'form 837 left',
  'form 837 further',
  'form 837 details',
] as const;

/** The guide of the 837I. */
const guide: GuideWriter = {
  release: '005010X223A2',
  form: '837I',
  reasonsAgainst: (claim, resubmission) => reasonsAgainst837I(claim, resubmission),
  claimLoop: (carried) => claimLoop(carried),
};
/** A claim of the 837I has at most 999 lines (whole claim, section 1), and HI names twelve codes. */
const most = { form: '837I', lines: 999, diagnoses: 25 } as const;
const codesOfHi = 12;

/** A whole 837I file of one claim; refused with every field that it cannot carry. */
export const institutional837 = (
  claim: PreparedClaim,
  parties: Parties,
  writtenAt: WrittenAt,
  resubmission: Resubmission = firstClaim,
): Written<string, Reason | PartyReason> => file837(claim, parties, writtenAt, resubmission, guide);

/** Loops 2300, 2400 and 2410, as far as the claim alone tells them: to compare with, or to paste. */
export const hospitalLoops = (
  claim: PreparedClaim,
  resubmission: Resubmission,
  department: Parties['procedureRevenue'],
): Written<string> =>
  unlessRefused(reasonsAgainst837I(claim, resubmission), () =>
    segmentsAsText([
      ...referenceSegments(claim, resubmission),
      ...diagnosisSegments(claim, ''),
      ...linesOf(claim).flatMap((line) => lineSegments(claim, line, revenueFor(line, department))),
    ]),
  );

/** One 837I file of one or more claims of one hospital; refused as a whole, with every reason and whose it is. */
export const institutional837OfAll = (
  claims: readonly ClaimOfFile[],
  office: Office,
  writtenAt: WrittenAt,
): Written<string, ReasonOfOne> => file837OfAll(claims, office, writtenAt, guide);

/** Why the file is not written, whoever sends it. */
export function reasonsAgainst837I(claim: PreparedClaim, resubmission: Resubmission): readonly Reason[] {
  const against = reasonsAgainstInstitutional(claim);
  if (against.length > 0) return against;
  return [
    ...(claim.encounter.payer === 'self-pay'
      ? [{ says: 'A patient who pays gets no 837I.', fact: 'payer' } as const]
      : []),
    ...reasonsAgainstLines(claim, most),
    ...reasonsAgainstRevenue(claim),
    ...reasonsAgainstDiagnoses(claim, most),
    ...reasonsAgainstTexts(claim),
    ...reasonsAgainstReference(resubmission),
  ];
}

/** Loops 2300 to 2430. */
function claimLoop(carried: Carried): readonly Segment[] {
  const { claim, parties, resubmission } = carried;
  const day = compactDate(claim.encounter.dateOfService);
  const { narrative } = claim.formItems;
  // What was paid of the one line of a claim was paid of the claim.
  const told = linesOf(claim).length > 1 ? 'by-line' : 'of-claim';
  return [
    [
      'CLM',
      parties.accountNumber,
      claim.totalCharge ? dollars(claim.totalCharge) : '',
      '',
      '',
      [facilityOf(claim), 'A', resubmission.code],
      '',
      parties.acceptsAssignment,
      parties.benefitsAssigned,
      parties.release,
    ],
    ['DTP', '434', 'RD8', `${day}-${day}`],
    ['CL1', parties.admissionType, parties.admissionSource, parties.patientStatus],
    ...paperworkSegment(parties),
    ...referenceSegments(claim, resubmission, parties.referralNumber),
    ...(narrative ? [['NTE', 'ADD', narrative]] : []),
    ...codeSegments(carried),
    ...rolesOf(parties),
    ...otherPayerLoops(carried, told),
    ...linesOf(claim).flatMap((line) => lineLoop(carried, line, told)),
  ];
}

/** HI: diagnoses, the reason of a visit that was not planned, then occurrences, values and conditions. */
function codeSegments(carried: Carried): readonly Segment[] {
  const { occurrences, values, conditions } = hospitalCodes(carried);
  return [
    ...diagnosisSegments(carried.claim, carried.parties.reasonForVisit),
    ...hiOf(occurrences.map(({ code, date }) => ['BH', code, 'D8', date])),
    ...hiOf(values.map(({ code, amount }) => ['BE', code, '', '', dollars(amount)])),
    ...hiOf(conditions.map((code) => ['BG', code])),
  ];
}

function diagnosisSegments({ encounter }: PreparedClaim, reasonForVisit: string): readonly Segment[] {
  const [principal = '', ...others] = encounter.diagnoses.map(withoutPoint);
  return [
    ['HI', ['ABK', principal]],
    ...(reasonForVisit === '' ? [] : [['HI', ['APR', reasonForVisit]]]),
    ...hiOf(others.map((code) => ['ABF', code])),
  ];
}

/** As many HI as the codes need. */
const hiOf = (codes: readonly (readonly string[])[]): readonly Segment[] =>
  Array.from({ length: Math.ceil(codes.length / codesOfHi) }, (_, place) => [
    'HI',
    ...codes.slice(place * codesOfHi, (place + 1) * codesOfHi),
  ]);

/** Loops 2310A, 2310E and 2310F: who attended, the department that lies off campus, and who referred. */
const rolesOf = (parties: Parties): readonly Segment[] => [
  personNm1('71', parties.attendingLast, parties.attendingFirst, parties.attendingNpi),
  ...placeLoop(parties),
  ...namedPerson('DN', parties.referringLast, parties.referringFirst, parties.referringNpi),
];

/** Loops 2400 and 2410: SV2 has the revenue code before the procedure, and no pointer. */
const lineSegments = (claim: PreparedClaim, line: ServiceLine, revenue: string): readonly Segment[] => [
  ['LX', String(line.lineNumber)],
  [
    'SV2',
    revenue,
    describedProcedure(line, claim),
    line.charge ? dollars(line.charge) : '',
    'UN',
    String(line.unitsOfService.units),
  ],
  ['DTP', '472', 'D8', compactDate(claim.encounter.dateOfService)],
  ...drugSegments(line),
];

/** Loops 2400 to 2430. */
function lineLoop(carried: Carried, line: ServiceLine, told: 'of-claim' | 'by-line'): readonly Segment[] {
  const { claim, parties, payments } = carried;
  const { lineNumber, unitsOfService } = line;
  const revenue = revenueFor(line, parties.procedureRevenue);
  const units = String(unitsOfService.units);
  const payment = told === 'by-line' ? payments.find((each) => each.lineNumber === lineNumber) : undefined;
  return [
    ...lineSegments(claim, line, revenue),
    ...linePaymentLoop(carried, payment, { procedure: procedureOf(line), revenue, units }),
  ];
}
