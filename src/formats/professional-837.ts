import type { Resubmission, ServiceLine } from '../engine/claim';
import type { Office } from '../engine/clinic-file';
import type { Encounter } from '../engine/encounter';
import { linesOf, totalChargeOf } from '../engine/prepare-claim';
import type { PreparedClaim } from '../engine/prepared-claim';
import { digitsOfMl, isSameMoney } from '../engine/quantity';
import {
  byNpi,
  carriedOf,
  dollars,
  file837OfAll,
  fileOf,
  linePaymentLoop,
  otherPayerLoops,
  personNm1,
  type Carried,
  type ClaimOfFile,
  type GuideWriter,
  type ReasonOfOne,
  type WrittenAt,
} from './loops-837';
import { reasonsAgainstParties, type Parties, type PartyReason } from './parties';
import { causeOf, isAtHome } from './party-specs';
import {
  firstClaim,
  reasonsAgainstFrequency,
  reasonsAgainstProfessional,
  reasonsAgainstResubmission,
  unlessRefused,
  withoutPoint,
  type Reason,
  type Written,
} from './written';
import { compactDate, foreignCharacter, segmentsAsText, type Segment } from './x12';

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
const most = { lines: 50, diagnoses: 12, modifiers: 4, pointers: 4 } as const;

/** Loops 2300 and 2400 with 2410, as far as the claim alone tells them: to compare with, or to paste. */
export const claimLoops = (claim: PreparedClaim, resubmission: Resubmission = firstClaim): Written<string> =>
  unlessRefused(reasonsAgainst837(claim, resubmission), () =>
    segmentsAsText([
      ...claimSegments(claim, resubmission),
      ...linesOf(claim).flatMap((line) => [...lineSegments(claim, line), ...drugSegments(line)]),
    ]),
  );

/** A whole 837P file of one claim; refused with every field that it cannot carry. */
export function professional837(
  claim: PreparedClaim,
  parties: Parties,
  writtenAt: WrittenAt,
  resubmission: Resubmission = firstClaim,
): Written<string, Reason | PartyReason> {
  const refused = [...reasonsAgainst837(claim, resubmission), ...reasonsAgainstParties(parties, claim, guide.form)];
  return unlessRefused<string, Reason | PartyReason>(refused, () =>
    fileOf([carriedOf(claim, parties, resubmission, guide)], writtenAt, guide),
  );
}

/** One 837P file of one or more claims of one clinic; refused as a whole, with every reason and whose it is. */
export const professional837OfAll = (
  claims: readonly ClaimOfFile[],
  office: Office,
  writtenAt: WrittenAt,
): Written<string, ReasonOfOne> => file837OfAll(claims, office, writtenAt, guide);

/** Why neither the file nor its loops are written, whoever sends it. */
export function reasonsAgainst837(claim: PreparedClaim, resubmission: Resubmission): readonly Reason[] {
  const { encounter, formItems } = claim;
  const { authorizationNumber, narrative } = formItems;
  const against = reasonsAgainstProfessional(claim);
  if (against.length > 0) return against;
  return [
    ...(encounter.payer === 'self-pay' ? [{ says: 'A patient who pays gets no 837P.', fact: 'payer' } as const] : []),
    ...reasonsAgainstLines(claim),
    ...reasonsAgainstDiagnoses(claim),
    ...(narrative ? reasonsAgainstText('The text for the compounded drug', narrative, notePlaces, 'otherDrugs') : []),
    ...(authorizationNumber
      ? reasonsAgainstText(
          'The preauthorization number',
          authorizationNumber,
          referencePlaces,
          'priorAuthorizationNumber',
        )
      : []),
    ...reasonsAgainstFrequency(claim, resubmission),
    ...reasonsAgainstResubmission(resubmission),
    ...(resubmission.code === '1'
      ? []
      : reasonsAgainstText('The payer’s number of the earlier claim', resubmission.original, referencePlaces)),
  ];
}

/** What no validator of the guide sees in the lines: charges, their sum, modifiers, pointers and the place. */
function reasonsAgainstLines(claim: PreparedClaim): readonly Reason[] {
  const { totalCharge, formItems } = claim;
  const lines = linesOf(claim);
  const sum = totalChargeOf(lines);
  const isOfDrug = (line: ServiceLine) => line.of !== 'service';
  const uncharged = lines.filter((line) => line.charge === null);
  return [
    ...(uncharged.some(isOfDrug) || (totalCharge === null && uncharged.length === 0)
      ? [{ says: 'Enter the charge for a unit: every line of an 837P has a charge.', fact: 'chargePerUnit' } as const]
      : []),
    ...uncharged
      .filter((line) => !isOfDrug(line))
      .map(({ lineNumber, hcpcs }) => ({ says: `Line ${lineNumber}, ${hcpcs}, has no charge: enter it.` })),
    ...(totalCharge && sum && !isSameMoney(totalCharge, sum)
      ? [{ says: 'The total charge is not the sum of the lines. Prepare the claim again.' }]
      : []),
    ...(lines.length > most.lines
      ? [{ says: `An 837P claim takes ${most.lines} lines, and this one has ${lines.length}.` }]
      : []),
    ...(/^\d{2}$/.test(formItems.placeOfService.code ?? '')
      ? []
      : [{ says: 'Enter the two digits of the place of service.', fact: 'placeOfService' } as const]),
    ...lines.flatMap((line) => reasonsAgainstLine(line, claim)),
  ];
}

function reasonsAgainstLine(line: ServiceLine, claim: PreparedClaim): readonly Reason[] {
  const { lineNumber, hcpcs, modifiers, unitsOfService } = line;
  const pointers = pointersOf(line, claim);
  const isPointed =
    pointers.length <= most.pointers &&
    pointers.every((place) => place >= 1 && place <= claim.encounter.diagnoses.length);
  return [
    ...reasonsAgainstNdc(line, claim.encounter),
    ...(modifiers.length > most.modifiers
      ? [{ says: `Line ${lineNumber}, ${hcpcs}, has ${modifiers.length} modifiers, and an 837P line takes four.` }]
      : []),
    ...(unitsOfService.units >= 1 ? [] : [{ says: `Line ${lineNumber}, ${hcpcs}, has no whole unit.` }]),
    ...(isPointed ? [] : [{ says: `Line ${lineNumber}, ${hcpcs}, points to a diagnosis that is not on the claim.` }]),
  ];
}

/** The first diagnosis is the one that the claim is about; a code is written without its point. */
function reasonsAgainstDiagnoses({ encounter: { diagnoses } }: PreparedClaim): readonly Reason[] {
  if (diagnoses.length === 0)
    return [{ says: 'Enter a diagnosis: an 837P has at least one.', fact: 'diagnoses' } as const];
  const unknown = diagnoses.filter((diagnosis) => !/^[A-Z]\d[A-Z0-9]{1,5}$/.test(withoutPoint(diagnosis)));
  return [
    ...(diagnoses.length > most.diagnoses
      ? [
          {
            says: `An 837P takes ${most.diagnoses} diagnoses, and this claim has ${diagnoses.length}.`,
            fact: 'diagnoses' as const,
          },
        ]
      : []),
    ...unknown.map((code) => ({ says: `${code} is not written like a diagnosis code.`, fact: 'diagnoses' as const })),
  ];
}

/** Loop 2410 stands once on a line and holds one NDC with its quantity (row 9.4). */
function reasonsAgainstNdc(
  { lineNumber, ndcQuantities }: ServiceLine,
  { profile, linePerNdc }: Encounter,
): readonly Reason[] {
  const known = ndcQuantities.filter(({ ndc }) => ndc !== null);
  if (known.length === 0) return [];
  if (known.length < ndcQuantities.length)
    return [
      {
        says: `Line ${lineNumber} also holds drug whose NDC is not entered, and an 837P line takes one NDC: enter it.`,
        fact: 'ndc',
      },
    ];
  if (known.length > 1) {
    const holds = `Line ${lineNumber} holds drug of ${known.length} NDCs, and an 837P line takes one`;
    if (profile?.lines === 'one')
      return [{ says: `${holds}; the payer profile takes one line for the drug: ask the payer.` }];
    if (linePerNdc || profile?.lines === 'per-ndc')
      return [{ says: `${holds}; one of them has no whole unit for a line of its own: ask the payer.` }];
    return [{ says: `${holds}: make a line for each NDC.`, fact: 'linePerNdc' }];
  }
  return known.some(({ volume }) => volume === null)
    ? [
        {
          says:
            `Line ${lineNumber} has an NDC but no milliliters: the strength is not entered, or the amount is below ` +
            'a microliter.',
          fact: 'strength',
        },
      ]
    : [];
}

/** Places of REF02 (row form 837 details), and of NTE02 (row form NOC). */
const referencePlaces = 50;
const notePlaces = 80;

/** An element of text takes so many characters of X12’s sets. */
function reasonsAgainstText(what: string, text: string, places: number, fact?: Reason['fact']): readonly Reason[] {
  const foreign = foreignCharacter(text);
  const refused = (says: string): readonly Reason[] => [{ says, ...(fact ? { fact } : {}) }];
  if (foreign !== undefined) return refused(`${what} holds “${foreign}”, which an 837 cannot carry.`);
  return text.length > places ? refused(`${what} is longer than the ${places} characters that an 837 takes.`) : [];
}

/** Loop 2300 after its CLM: REF before HI. */
function claimSegments({ encounter, formItems }: PreparedClaim, resubmission: Resubmission): readonly Segment[] {
  const { authorizationNumber } = formItems;
  return [
    ...(authorizationNumber ? [['REF', 'G1', authorizationNumber]] : []),
    ...(resubmission.code === '1' ? [] : [['REF', 'F8', resubmission.original]]),
    ['HI', ...encounter.diagnoses.map((diagnosis, place) => [place === 0 ? 'ABK' : 'ABF', withoutPoint(diagnosis)])],
  ];
}

/** SV101-3 to SV101-6, which stand empty before a description. */
const noModifiers = ['', '', '', ''] as const;

/** The diagnoses that a line points to: its own, else those of the claim. */
const pointersOf = ({ pointers }: ServiceLine, { diagnosisPointers }: PreparedClaim): readonly number[] =>
  pointers ?? diagnosisPointers;
const procedureOf = ({ hcpcs, modifiers }: ServiceLine): readonly string[] => ['HC', hcpcs, ...modifiers];

/**
 * Loop 2400: LX, SV1, DTP; for an unlisted code its description, in SV101-7 and NTE (rows form SV101-7 and form NOC).
 */
function lineSegments(claim: PreparedClaim, line: ServiceLine): readonly Segment[] {
  const { lineNumber, modifiers, charge, unitsOfService } = line;
  const narrative = line.of === 'service' ? null : claim.formItems.narrative;
  const described = narrative ? [...noModifiers.slice(modifiers.length), narrative] : [];
  return [
    ['LX', String(lineNumber)],
    [
      'SV1',
      [...procedureOf(line), ...described],
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

/** Loop 2410: for an NDC LIN and CTP, with each line’s own milliliters (row 9.6). */
const drugSegments = ({ ndcQuantities: [drug] }: ServiceLine): readonly Segment[] =>
  drug?.ndc && drug.volume
    ? [
        ['LIN', '', 'N4', drug.ndc],
        ['CTP', '', '', '', digitsOfMl(drug.volume), 'ML'],
      ]
    : [];

/** Loops 2300 to 2430. */
const claimLoop = (carried: Carried): readonly Segment[] => {
  const { claim, parties, resubmission, payments } = carried;
  const { injuryDate } = parties;
  return [
    claimSegment(carried),
    ...(injuryDate === '' ? [] : [['DTP', '439', 'D8', injuryDate]]),
    ...claimSegments(claim, resubmission),
    ...rolesOf(carried),
    ...otherPayerLoops(carried),
    ...linesOf(claim).flatMap((line) => [
      ...lineSegments(claim, line),
      ...drugSegments(line),
      ...(parties.orderingLast === ''
        ? []
        : [personNm1('DK', parties.orderingLast, parties.orderingFirst, parties.orderingNpi)]),
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
    ...(parties.referringLast === ''
      ? []
      : [personNm1('DN', parties.referringLast, parties.referringFirst, parties.referringNpi)]),
    ...(parties.renderingLast === '' || parties.renderingNpi === parties.providerNpi
      ? []
      : [
          personNm1('82', parties.renderingLast, parties.renderingFirst, parties.renderingNpi),
          ...(parties.renderingTaxonomy === '' ? [] : [['PRV', 'PE', 'PXC', parties.renderingTaxonomy]]),
        ]),
    ...placeLoop(claim, parties),
    ...(parties.supervisingLast === ''
      ? []
      : [personNm1('DQ', parties.supervisingLast, parties.supervisingFirst, parties.supervisingNpi)]),
  ];
}

/** Loop 2310C: the place, where it is not the address of who bills; at home it is the patient’s own (row form 32). */
function placeLoop(claim: PreparedClaim, parties: Parties): readonly Segment[] {
  if (isAtHome(claim))
    return [
      ['NM1', '77', '2', 'PATIENT HOME'],
      ['N3', parties.patientStreet],
      ['N4', parties.patientCity, parties.patientState, parties.patientZip],
    ];
  return parties.facilityName === ''
    ? []
    : [
        ['NM1', '77', '2', parties.facilityName, ...byNpi(parties.facilityNpi)],
        ['N3', parties.facilityStreet],
        ['N4', parties.facilityCity, parties.facilityState, parties.facilityZip],
      ];
}
