import type { Payer } from '../engine/payer-profile';
import type { PreparedClaim } from '../engine/prepared-claim';
import type { ServiceLine, Resubmission } from '../engine/claim';
import type { IsoDate } from '../engine/dated';
import type { Office } from '../engine/clinic-file';
import type { Encounter } from '../engine/encounter';
import { digitsOfMl } from '../engine/quantity';
import { asCarried, partiesOf, reasonsAgainstParties, type Parties, type PartyReason, type Sending } from './parties';
import { usualIndicator } from './party-specs';
import {
  chargeDigits,
  firstClaim,
  reasonsAgainstProfessional,
  reasonsAgainstResubmission,
  unlessRefused,
  withoutPoint,
  type Reason,
  type Written,
} from './written';
import { compactDate, foreignCharacter, segmentsAsText, separators, type Segment } from './x12';

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

/** The release of the guide, in GS08 and ST03. */
const guide = '005010X222A1';
/** A claim of the 837P has at most fifty lines (row form 837 lines). */
const mostLines = 50;

/** When the file is written: day, and hours and minutes as `HHMM`. */
type WrittenAt = { readonly date: IsoDate; readonly time: string };

/** Loops 2300 and 2400 with 2410, as far as the claim alone tells them: to compare with, or to paste. */
export const claimLoops = (claim: PreparedClaim, resubmission: Resubmission = firstClaim): Written<string> =>
  unlessRefused(reasonsAgainst837(claim, resubmission), () =>
    segmentsAsText([...claimSegments(claim, resubmission), ...lineSegments(claim)]),
  );

/** A whole 837P file of one claim; refused with every field that it cannot carry. */
export function professional837(
  claim: PreparedClaim,
  parties: Parties,
  writtenAt: WrittenAt,
  resubmission: Resubmission = firstClaim,
): Written<string, Reason | PartyReason> {
  const refused = [...reasonsAgainst837(claim, resubmission), ...reasonsAgainstParties(parties, claim)];
  return unlessRefused<string, Reason | PartyReason>(refused, () =>
    fileOf([{ claim, parties: asCarried(parties), resubmission }], writtenAt),
  );
}

/** One claim of a file that holds several, and whose it is in words. */
export type ClaimOfFile = {
  readonly whose: string;
  readonly claim: PreparedClaim;
  readonly sending: Sending;
  readonly resubmission: Resubmission;
};

/** A reason against a file of several claims, and whose claim it is about. */
export type ReasonOfOne = (Reason | PartyReason) & { readonly whose: string };

/** One 837P file of one or more claims of one clinic; refused as a whole, with every reason and whose it is. */
export function professional837OfAll(
  claims: readonly ClaimOfFile[],
  office: Office,
  writtenAt: WrittenAt,
): Written<string, ReasonOfOne> {
  const [first, ...others] = claims;
  if (!first) return { refused: [{ says: 'No claim was chosen for the file.', whose: '' }] };
  const refused = claims.flatMap(({ whose, claim, sending, resubmission }) =>
    [...reasonsAgainst837(claim, resubmission), ...reasonsAgainstParties(partiesOf(office, sending), claim)].map(
      (reason): ReasonOfOne => ({ ...reason, whose }),
    ),
  );
  const carried = ({ claim, sending, resubmission }: ClaimOfFile): Carried => ({
    claim,
    parties: asCarried(partiesOf(office, sending)),
    resubmission,
  });
  return unlessRefused(refused, () => fileOf([carried(first), ...others.map(carried)], writtenAt));
}

/** Why neither the file nor its loops are written, whoever sends it. */
export function reasonsAgainst837(claim: PreparedClaim, resubmission: Resubmission): readonly Reason[] {
  const { encounter, lines, totalCharge, formItems } = claim;
  const { authorizationNumber, narrative } = formItems;
  const against = reasonsAgainstProfessional(claim);
  if (against.length > 0) return against;
  return [
    ...(encounter.payer === 'self-pay' ? [{ says: 'A patient who pays gets no 837P.', fact: 'payer' } as const] : []),
    ...(totalCharge === null
      ? [{ says: 'Enter the charge for a unit: every line of an 837P has a charge.', fact: 'chargePerUnit' } as const]
      : []),
    ...(encounter.diagnoses.length === 0
      ? [{ says: 'Enter a diagnosis: an 837P has at least one.', fact: 'diagnoses' } as const]
      : []),
    ...(lines.length > mostLines
      ? [{ says: `An 837P claim takes ${mostLines} lines, and this one has ${lines.length}.` }]
      : []),
    ...lines.flatMap((line) => reasonsAgainstNdc(line, encounter)),
    ...(narrative ? reasonsAgainstText('The text for the compounded drug', narrative, notePlaces, 'otherDrugs') : []),
    ...(authorizationNumber
      ? reasonsAgainstText(
          'The preauthorization number',
          authorizationNumber,
          referencePlaces,
          'priorAuthorizationNumber',
        )
      : []),
    ...reasonsAgainstResubmission(resubmission),
    ...(resubmission.code === '1'
      ? []
      : reasonsAgainstText('The payer’s number of the earlier claim', resubmission.original, referencePlaces)),
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

/**
 * Loops 2400 and 2410: LX, SV1, DTP; for an unlisted code its description, in SV101-7 and NTE (rows form SV101-7 and
 * form NOC); and for an NDC LIN and CTP, with each line’s own milliliters (row 9.6).
 */
const lineSegments = (claim: PreparedClaim): readonly Segment[] =>
  claim.lines.flatMap(({ lineNumber, hcpcs, modifiers, charge, unitsOfService, ndcQuantities }): readonly Segment[] => {
    const [drug] = ndcQuantities;
    const { narrative } = claim.formItems;
    return [
      ['LX', String(lineNumber)],
      [
        'SV1',
        ['HC', hcpcs, ...modifiers, ...(narrative ? [...noModifiers.slice(modifiers.length), narrative] : [])],
        chargeDigits(charge),
        'UN',
        String(unitsOfService.units),
        '',
        '',
        claim.diagnosisPointers.map(String),
      ],
      ['DTP', '472', 'D8', compactDate(claim.encounter.dateOfService)],
      ...(narrative ? [['NTE', 'ADD', narrative]] : []),
      ...(drug?.ndc && drug.volume
        ? [
            ['LIN', '', 'N4', drug.ndc],
            ['CTP', '', '', '', digitsOfMl(drug.volume), 'ML'],
          ]
        : []),
    ];
  });

type Carried = { readonly claim: PreparedClaim; readonly parties: Parties; readonly resubmission: Resubmission };

/** All claims of one sender and provider in one transaction, each below a patient’s loop of its own. */
function fileOf(claims: readonly [Carried, ...Carried[]], writtenAt: WrittenAt): string {
  const [{ parties }] = claims;
  const transaction: readonly Segment[] = [
    ['ST', '837', '0001', guide],
    ['BHT', '0019', '00', controlOf(parties), compactDate(writtenAt.date), writtenAt.time, 'CH'],
    ...senderLoops(parties),
    ...providerLoop(parties),
    ...claims.flatMap(({ claim, parties, resubmission }, place) => [
      ...subscriberLoop(parties, claim.encounter.payer, place),
      ...claimLoop(claim, parties, resubmission),
    ]),
  ];
  return segmentsAsText(inEnvelope(parties, writtenAt, transaction));
}

const controlOf = ({ controlNumber }: Parties): string => controlNumber.padStart(9, '0');

function inEnvelope(parties: Parties, { date, time }: WrittenAt, transaction: readonly Segment[]): readonly Segment[] {
  const control = parties.controlNumber;
  return [
    [
      'ISA',
      '00',
      ' '.repeat(10),
      '00',
      ' '.repeat(10),
      parties.senderQualifier,
      parties.senderId.padEnd(15),
      parties.receiverQualifier,
      parties.receiverId.padEnd(15),
      compactDate(date).slice(2),
      time,
      separators.repetition,
      '00501',
      controlOf(parties),
      '0',
      parties.usage,
      separators.component,
    ],
    ['GS', 'HC', parties.senderId, parties.receiverId, compactDate(date), time, control, 'X', guide],
    ...transaction,
    ['SE', String(transaction.length + 1), '0001'],
    ['GE', '1', control],
    ['IEA', '1', controlOf(parties)],
  ];
}

/** Loops 1000A and 1000B. */
const senderLoops = (parties: Parties): readonly Segment[] => [
  ['NM1', '41', '2', parties.submitterName, '', '', '', '', '46', parties.submitterId],
  ['PER', 'IC', parties.contactName, 'TE', parties.contactPhone],
  ['NM1', '40', '2', parties.receiverName, '', '', '', '', '46', parties.receiverEtin],
];

/** Loops 2000A and 2010AA. */
const providerLoop = (parties: Parties): readonly Segment[] => [
  ['HL', '1', '', '20', '1'],
  ['NM1', '85', '2', parties.providerName, '', '', '', '', 'XX', parties.providerNpi],
  ['N3', parties.providerStreet],
  ['N4', parties.providerCity, parties.providerState, parties.providerZip],
  ['REF', 'EI', parties.providerTaxId],
];

/** Loops 2000B, 2010BA and 2010BB; the subscriber is the patient, and the payer the first to pay. */
const subscriberLoop = (parties: Parties, payer: Payer, place: number): readonly Segment[] => [
  ['HL', String(place + 2), '1', '22', '0'],
  ['SBR', 'P', '18', parties.groupNumber, '', '', '', '', '', parties.filingIndicator || usualIndicator[payer]],
  ['NM1', 'IL', '1', parties.patientLast, parties.patientFirst, '', '', '', 'MI', parties.memberId],
  ['N3', parties.patientStreet],
  ['N4', parties.patientCity, parties.patientState, parties.patientZip],
  ['DMG', 'D8', parties.birthDate, parties.sex],
  ['NM1', 'PR', '2', parties.payerName, '', '', '', '', 'PI', parties.payerId],
];

/** Loops 2300, 2310B and 2400. */
const claimLoop = (claim: PreparedClaim, parties: Parties, resubmission: Resubmission): readonly Segment[] => [
  [
    'CLM',
    parties.accountNumber,
    chargeDigits(claim.totalCharge),
    '',
    '',
    [claim.formItems.placeOfService.code ?? '', 'B', resubmission.code],
    'Y',
    parties.acceptsAssignment,
    parties.benefitsAssigned,
    parties.release,
  ],
  ...claimSegments(claim, resubmission),
  ...(parties.renderingLast === ''
    ? []
    : [['NM1', '82', '1', parties.renderingLast, parties.renderingFirst, '', '', '', 'XX', parties.renderingNpi]]),
  ...lineSegments(claim),
];
