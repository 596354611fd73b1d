import type { Resubmission, ServiceLine } from '../engine/claim';
import type { Office } from '../engine/clinic-file';
import { linesOf, pointersOf } from '../engine/claim-lines';
import type { PreparedClaim } from '../engine/prepared-claim';
import {
  describedProcedure,
  drugSegments,
  narrativeOf,
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
import { causeOf, isAtHome } from './party-specs';
import {
  firstClaim,
  reasonsAgainstFrequency,
  reasonsAgainstProfessional,
  reasonsAgainstTotal,
  unlessRefused,
  withoutPoint,
  type Reason,
  type Written,
} from './written';
import { compactDate, segmentsAsText, type Segment } from './x12';

export { writtenAt } from './loops-837';
export type { ClaimOfFile, ReasonOfOne, WrittenAt } from './loops-837';

/** Rows of the rules that the 837P rests on. */
export const x12Rows = [
  'form 837',
  'form NOC',
  'form SV101-7',
  '7.1',
  '7.2',
  '9.4',
  '9.6',
  'form 22',
  'form 24E',
  'form 32',
  'form 837 lines',
  'form 837 left',
  'form 837 further',
  'form 837 details',
] as const;

/** The guide of the 837P. */
const guide: GuideWriter = {
  release: '005010X222A1',
  form: '837P',
  reasonsAgainst: (claim, resubmission) => reasonsAgainst837(claim, resubmission),
  claimLoop: (carried) => claimLoop(carried),
};
/** A claim of the 837P has at most fifty lines, twelve diagnoses and four modifiers a line (row form 837 lines). */
const most = { form: '837P', lines: 50, diagnoses: 12, pointers: 4 } as const;

/** Loops 2300 and 2400 with 2410, as far as the claim alone tells them: to compare with, or to paste. */
export const claimLoops = (claim: PreparedClaim, resubmission: Resubmission = firstClaim): Written<string> =>
  unlessRefused(reasonsAgainst837(claim, resubmission), () =>
    segmentsAsText([
      ...claimSegments(claim, resubmission),
      ...linesOf(claim).flatMap((line) => [...lineSegments(claim, line), ...drugSegments(line)]),
    ]),
  );

/** A whole 837P file of one claim; refused with every field that it cannot carry. */
export const professional837 = (
  claim: PreparedClaim,
  parties: Parties,
  writtenAt: WrittenAt,
  resubmission: Resubmission = firstClaim,
): Written<string, Reason | PartyReason> => file837(claim, parties, writtenAt, resubmission, guide);

/** One 837P file of one or more claims of one clinic; refused as a whole, with every reason and whose it is. */
export const professional837OfAll = (
  claims: readonly ClaimOfFile[],
  office: Office,
  writtenAt: WrittenAt,
): Written<string, ReasonOfOne> => file837OfAll(claims, office, writtenAt, guide);

/** Why neither the file nor its loops are written, whoever sends it. */
export function reasonsAgainst837(claim: PreparedClaim, resubmission: Resubmission): readonly Reason[] {
  const { encounter } = claim;
  const against = reasonsAgainstProfessional(claim);
  if (against.length > 0) return against;
  return [
    ...(encounter.payer === 'self-pay' ? [{ says: 'A patient who pays gets no 837P.', fact: 'payer' } as const] : []),
    ...reasonsAgainstLines(claim, most),
    ...reasonsAgainstTotal(claim),
    ...reasonsAgainstPlaces(claim),
    ...reasonsAgainstDiagnoses(claim, most),
    ...reasonsAgainstTexts(claim),
    ...reasonsAgainstFrequency(claim, resubmission),
    ...reasonsAgainstReference(resubmission),
  ];
}

/** What only this guide takes: the place, and diagnoses that a line points to. */
function reasonsAgainstPlaces(claim: PreparedClaim): readonly Reason[] {
  const { formItems, encounter } = claim;
  const astray = linesOf(claim).filter((line) => {
    const places = pointersOf(line, claim);
    return (
      (places.length < 1 && encounter.diagnoses.length > 0) ||
      places.length > most.pointers ||
      places.some((place) => place < 1 || place > encounter.diagnoses.length)
    );
  });
  return [
    ...(/^\d{2}$/.test(formItems.placeOfService.code ?? '')
      ? []
      : [{ says: 'Enter the two digits of the place of service.', fact: 'placeOfService' } as const]),
    ...astray.map(({ lineNumber, hcpcs }) => ({
      says: `Line ${lineNumber}, ${hcpcs}, points to a diagnosis that is not on the claim.`,
    })),
  ];
}

/** Loop 2300 after its CLM: REF before HI. */
const claimSegments = (claim: PreparedClaim, resubmission: Resubmission, referralNumber = ''): readonly Segment[] => [
  ...referenceSegments(claim, resubmission, referralNumber),
  [
    'HI',
    ...claim.encounter.diagnoses.map((diagnosis, place) => [place === 0 ? 'ABK' : 'ABF', withoutPoint(diagnosis)]),
  ],
];

/**
 * Loop 2400: LX, SV1, DTP; for an unlisted code its description, in SV101-7 and NTE (rows form SV101-7 and form NOC).
 */
function lineSegments(claim: PreparedClaim, line: ServiceLine): readonly Segment[] {
  const { lineNumber, charge, unitsOfService } = line;
  const narrative = narrativeOf(line, claim);
  return [
    ['LX', String(lineNumber)],
    [
      'SV1',
      describedProcedure(line, claim),
      charge ? dollars(charge) : '',
      'UN',
      String(unitsOfService.units),
      '',
      '',
      pointersOf(line, claim).map(String),
    ],
    ['DTP', '472', 'D8', compactDate(claim.encounter.dateOfService)],
    ...(narrative ? [['NTE', 'ADD', narrative]] : []),
  ];
}

/** Loops 2300 to 2430. */
const claimLoop = (carried: Carried): readonly Segment[] => {
  const { claim, parties, resubmission, payments } = carried;
  const { injuryDate } = parties;
  return [
    claimSegment(carried),
    ...(injuryDate === '' ? [] : [['DTP', '439', 'D8', injuryDate]]),
    ...paperworkSegment(parties),
    ...claimSegments(claim, resubmission, parties.referralNumber),
    ...rolesOf(carried),
    ...otherPayerLoops(carried, 'by-line'),
    ...linesOf(claim).flatMap((line) => [
      ...lineSegments(claim, line),
      ...drugSegments(line),
      ...namedPerson('DK', parties.orderingLast, parties.orderingFirst, parties.orderingNpi),
      ...linePaymentLoop(
        carried,
        payments.find(({ lineNumber }) => lineNumber === line.lineNumber),
        { procedure: procedureOf(line), revenue: '', units: String(line.unitsOfService.units) },
      ),
    ]),
  ];
};

/** CLM; CLM11 tells what the condition comes from, and of an automobile accident the state. */
function claimSegment({ claim, parties, resubmission }: Carried): Segment {
  const cause = causeOf(parties, claim);
  return [
    'CLM',
    parties.accountNumber,
    claim.totalCharge ? dollars(claim.totalCharge) : '',
    '',
    '',
    [claim.formItems.placeOfService.code ?? '', 'B', resubmission.code],
    'Y',
    parties.acceptsAssignment,
    parties.benefitsAssigned,
    parties.release,
    '',
    cause === '' ? '' : [cause, '', '', parties.accidentState],
  ];
}

/** Loops 2310A to 2310D: who referred, who treated where that is not who bills, the place, and who supervised. */
function rolesOf({ claim, parties }: Carried): readonly Segment[] {
  return [
    ...namedPerson('DN', parties.referringLast, parties.referringFirst, parties.referringNpi),
    ...(parties.renderingLast === '' || parties.renderingNpi === parties.providerNpi
      ? []
      : [
          personNm1('82', parties.renderingLast, parties.renderingFirst, parties.renderingNpi),
          ...(parties.renderingTaxonomy === '' ? [] : [['PRV', 'PE', 'PXC', parties.renderingTaxonomy]]),
        ]),
    ...placeOrHome(claim, parties),
    ...namedPerson('DQ', parties.supervisingLast, parties.supervisingFirst, parties.supervisingNpi),
  ];
}

/** Loop 2310C: the place, where it is not the address of who bills; at home it is the patient’s own (row form 32). */
const placeOrHome = (claim: PreparedClaim, parties: Parties): readonly Segment[] =>
  isAtHome(claim) && parties.facilityName === ''
    ? [
        ['NM1', '77', '2', 'PATIENT HOME'],
        ['N3', parties.patientStreet],
        ['N4', parties.patientCity, parties.patientState, parties.patientZip],
      ]
    : placeLoop(parties);
