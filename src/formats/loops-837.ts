import type { Resubmission } from '../engine/claim';
import type { Office } from '../engine/clinic-file';
import { localDay, type IsoDate } from '../engine/dated';
import type { PreparedClaim } from '../engine/prepared-claim';
import { digitsOfMoney, type Money } from '../engine/quantity';
import { leftToPatient, paymentsOf, totalPaid, type Adjustment, type LinePayment } from '../engine/first-payer';
import {
  asCarriedFor,
  isAsked,
  partiesOf,
  reasonsAgainstParties,
  type Parties,
  type PartyReason,
  type Sending,
} from './parties';
import { indicatorOf, isDependent, isEmployer, isSecondary, type ClaimForm } from './party-specs';
import { unlessRefused, type Reason, type Written } from './written';
import { compactDate, segmentsAsText, separators, type Segment } from './x12';

/*
 * The loops that the 837P and the 837I have in common: envelope, sender and receiver, who bills, subscriber and
 * patient, and the payer before this one (whole claim, sections 3 and 5).
 */

/** One of the two guides: its release in GS08 and ST03, and the form that its parties are asked for. */
export type Guide = { readonly release: string; readonly form: ClaimForm & ('837P' | '837I') };

/** When the file is written: day, and hours and minutes as `HHMM`. */
export type WrittenAt = { readonly date: IsoDate; readonly time: string };
/** The moment of a clock, in its own calendar; undefined where it tells no day. */
export function writtenAt(now: Date): WrittenAt | undefined {
  const date = localDay(now);
  const twoDigits = (number: number): string => String(number).padStart(2, '0');
  return date && { date, time: `${twoDigits(now.getHours())}${twoDigits(now.getMinutes())}` };
}

/** One claim as it goes into a file: its parties hold only what this claim asks for. */
export type Carried = {
  readonly claim: PreparedClaim;
  readonly parties: Parties;
  readonly resubmission: Resubmission;
  readonly form: Guide['form'];
  /** What the payer before did with each line; none where this payer is the first. */
  readonly payments: readonly LinePayment[];
};

function carriedOf(claim: PreparedClaim, parties: Parties, resubmission: Resubmission, { form }: Guide): Carried {
  const payments = isSecondary(parties) ? paymentsOf(parties.payments, claim) : [];
  return { claim, parties: asCarriedFor(claim, parties, form), resubmission, form, payments };
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

/** What a guide adds: why its claim is not written, and the loops from 2300 on. */
export type GuideWriter = Guide & {
  readonly reasonsAgainst: (claim: PreparedClaim, resubmission: Resubmission) => readonly Reason[];
  readonly claimLoop: (carried: Carried) => readonly Segment[];
};

/** One file of one or more claims of one clinic; refused as a whole, with every reason and whose it is. */
export function file837OfAll(
  claims: readonly ClaimOfFile[],
  office: Office,
  writtenAt: WrittenAt,
  guide: GuideWriter,
): Written<string, ReasonOfOne> {
  const [first, ...others] = claims;
  if (!first) return { refused: [{ says: 'No claim was chosen for the file.', whose: '' }] };
  const refused = claims.flatMap(({ whose, claim, sending, resubmission }) =>
    reasonsAgainstOne(claim, partiesOf(office, sending), resubmission, guide).map((reason): ReasonOfOne => ({
      ...reason,
      whose,
    })),
  );
  const carried = ({ claim, sending, resubmission }: ClaimOfFile) =>
    carriedOf(claim, partiesOf(office, sending), resubmission, guide);
  return unlessRefused(refused, () => fileOf([carried(first), ...others.map(carried)], writtenAt, guide));
}

/** Why one claim is not written, by the guide and by whom it names. */
const reasonsAgainstOne = (
  claim: PreparedClaim,
  parties: Parties,
  resubmission: Resubmission,
  guide: GuideWriter,
): readonly (Reason | PartyReason)[] => [
  ...guide.reasonsAgainst(claim, resubmission),
  ...reasonsAgainstParties(parties, claim, guide.form),
];

/** A whole file of one claim; refused with every field that it cannot carry. */
export const file837 = (
  claim: PreparedClaim,
  parties: Parties,
  writtenAt: WrittenAt,
  resubmission: Resubmission,
  guide: GuideWriter,
): Written<string, Reason | PartyReason> =>
  unlessRefused(reasonsAgainstOne(claim, parties, resubmission, guide), () =>
    fileOf([carriedOf(claim, parties, resubmission, guide)], writtenAt, guide),
  );

/** All claims of one sender in one transaction, each below whoever bills it and in a loop of its own. */
function fileOf(claims: readonly [Carried, ...Carried[]], writtenAt: WrittenAt, guide: GuideWriter): string {
  const [{ parties }] = claims;
  const transaction: readonly Segment[] = [
    ['ST', '837', '0001', guide.release],
    ['BHT', '0019', '00', controlOf(parties), compactDate(writtenAt.date), writtenAt.time, 'CH'],
    ...senderLoops(parties),
    ...levelsOf(claims, guide),
  ];
  return segmentsAsText(inEnvelope(parties, writtenAt, guide, transaction));
}

/** The levels below the sender, numbered as they come: who bills, each with the subscribers of its claims. */
function levelsOf(claims: readonly Carried[], { claimLoop }: GuideWriter): readonly Segment[] {
  const segments: Segment[] = [];
  let level = 0;
  for (const billing of new Set(claims.map(({ parties }) => parties.billing))) {
    const own = claims.filter(({ parties }) => parties.billing === billing);
    level += 1;
    const provider = level;
    segments.push(['HL', String(provider), '', '20', '1'], ...own.slice(0, 1).flatMap(providerLoop));
    for (const carried of own) {
      level += 1;
      const subscriber = level;
      const dependent = isDependent(carried.parties);
      segments.push(
        ['HL', String(subscriber), String(provider), '22', dependent ? '1' : '0'],
        ...subscriberLoop(carried),
      );
      if (dependent) {
        level += 1;
        segments.push(['HL', String(level), String(subscriber), '23', '0'], ...patientLoop(carried));
      }
      segments.push(...claimLoop(carried));
    }
  }
  return segments;
}

const controlOf = ({ controlNumber }: Parties): string => controlNumber.padStart(9, '0');

function inEnvelope(
  parties: Parties,
  { date, time }: WrittenAt,
  { release }: Guide,
  transaction: readonly Segment[],
): readonly Segment[] {
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
    ['GS', 'HC', parties.senderId, parties.receiverId, compactDate(date), time, control, 'X', release],
    ...transaction,
    ['SE', String(transaction.length + 1), '0001'],
    ['GE', '1', control],
    ['IEA', '1', controlOf(parties)],
  ];
}

/** Dollars of an element: cents only where there are any. */
export const dollars = (money: Money): string => digitsOfMoney(money).replace(/\.00$/, '');

/** Loops 1000A and 1000B. */
const senderLoops = (parties: Parties): readonly Segment[] => [
  ['NM1', '41', '2', parties.submitterName, '', '', '', '', '46', parties.submitterId],
  ['PER', 'IC', parties.contactName, 'TE', parties.contactPhone],
  ['NM1', '40', '2', parties.receiverName, '', '', '', '', '46', parties.receiverEtin],
];

/** An NPI as the last two elements of NM1; none where it is not told. */
const byNpi = (npi: string): readonly string[] => (npi === '' ? [] : ['', '', '', '', 'XX', npi]);
/** NM1 of a person with an NPI. */
export const personNm1 = (entity: string, last: string, first: string, npi: string): Segment => [
  'NM1',
  entity,
  '1',
  last,
  first,
  '',
  '',
  '',
  'XX',
  npi,
];

/** NM1 of a person in a role, where somebody is named. */
export const namedPerson = (entity: string, last: string, first: string, npi: string): readonly Segment[] =>
  last === '' ? [] : [personNm1(entity, last, first, npi)];
/** The place that is named, with its address: loop 2310C of the 837P, 2310E of the 837I. */
export const placeLoop = (parties: Parties): readonly Segment[] =>
  parties.facilityName === ''
    ? []
    : [
        ['NM1', '77', '2', parties.facilityName, ...byNpi(parties.facilityNpi)],
        ['N3', parties.facilityStreet],
        ['N4', parties.facilityCity, parties.facilityState, parties.facilityZip],
      ];

/** Loops 2000A and 2010AA, behind the level. */
const providerLoop = ({ parties }: Carried): readonly Segment[] => [
  ...(parties.providerTaxonomy === '' ? [] : [['PRV', 'BI', 'PXC', parties.providerTaxonomy]]),
  parties.providerKind === 'person'
    ? personNm1('85', parties.providerName, parties.providerFirst, parties.providerNpi)
    : ['NM1', '85', '2', parties.providerName, ...byNpi(parties.providerNpi)],
  ['N3', parties.providerStreet],
  ['N4', parties.providerCity, parties.providerState, parties.providerZip],
  ['REF', parties.providerTaxIdKind, parties.providerTaxId],
  ...payToLoop(parties),
];

/** Loop 2010AB: where payments go, where that is another address. */
const payToLoop = ({ providerKind, payToStreet, payToCity, payToState, payToZip }: Parties): readonly Segment[] =>
  payToStreet === ''
    ? []
    : [
        ['NM1', '87', providerKind === 'person' ? '1' : '2'],
        ['N3', payToStreet],
        ['N4', payToCity, payToState, payToZip],
      ];

/** PWK: what is sent apart from the claim, and under which number it is found. */
export const paperworkSegment = ({ paperworkType, paperworkBy, paperworkNumber }: Parties): readonly Segment[] => {
  if (paperworkType === '' || paperworkBy === '') return [];
  const number = paperworkNumber === '' ? [] : ['', '', 'AC', paperworkNumber];
  return [['PWK', paperworkType, paperworkBy, ...number]];
};

/** SBR05 is told only where Medicare pays second, and only in the guide that has it. */
const mspOf = ({ parties, claim, form }: Carried): string =>
  form === '837P' && isAsked('mspType', parties, claim, form) ? parties.mspType : '';

/** Loops 2000B, 2010BA and 2010BB, behind the level; the subscriber’s address only where it is the patient’s. */
function subscriberLoop(carried: Carried): readonly Segment[] {
  const { parties, claim } = carried;
  const isSelf = !isDependent(parties);
  const { groupNumber, planName } = parties;
  return [
    [
      'SBR',
      parties.order,
      isSelf ? '18' : '',
      groupNumber,
      groupNumber === '' ? planName : '',
      mspOf(carried),
      '',
      '',
      '',
      indicatorOf(parties, claim, carried.form),
    ],
    ...(isSelf
      ? [
          ['NM1', 'IL', '1', ...nameOfPatient(parties), '', '', 'MI', parties.memberId],
          ...patientFacts(parties),
          ...injuryNumber(parties),
        ]
      : [insuredNm1(parties)]),
    ['NM1', 'PR', '2', parties.payerName, '', '', '', '', 'PI', parties.payerId],
  ];
}

const nameOfPatient = ({ patientLast, patientFirst, patientMiddle }: Parties): readonly string[] => [
  patientLast,
  patientFirst,
  patientMiddle,
];
const insuredNm1 = (parties: Parties): Segment =>
  isEmployer(parties)
    ? ['NM1', 'IL', '2', parties.insuredLast, '', '', '', '', 'MI', parties.memberId]
    : [
        'NM1',
        'IL',
        '1',
        parties.insuredLast,
        parties.insuredFirst,
        parties.insuredMiddle,
        '',
        '',
        'MI',
        parties.memberId,
      ];
const patientFacts = (parties: Parties): readonly Segment[] => [
  ['N3', parties.patientStreet],
  ['N4', parties.patientCity, parties.patientState, parties.patientZip],
  ['DMG', 'D8', parties.birthDate, parties.sex],
];
/** The number that workers’ compensation gave the injury. */
const injuryNumber = ({ injuryClaimNumber }: Parties): readonly Segment[] =>
  injuryClaimNumber === '' ? [] : [['REF', 'Y4', injuryClaimNumber]];

/** Loops 2000C and 2010CA, behind the level: a patient who is not the subscriber has no member ID here. */
const patientLoop = ({ parties }: Carried): readonly Segment[] => [
  ['PAT', parties.relationship],
  ['NM1', 'QC', '1', ...nameOfPatient(parties)],
  ...patientFacts(parties),
  ...injuryNumber(parties),
];

/**
 * Loops 2320, 2330A and 2330B of the payer before this one; none where this payer is the first. What it adjusted and
 * left to the patient, and when it paid, is told once: here of the claim, or by `linePaymentLoop` of each line.
 */
export function otherPayerLoops({ parties, payments }: Carried, told: 'of-claim' | 'by-line'): readonly Segment[] {
  if (!isSecondary(parties)) return [];
  const isSelf = parties.otherRelationship === '18';
  const { otherGroup, otherPlan } = parties;
  const [last, first, middle] = isSelf
    ? nameOfPatient(parties)
    : [parties.otherLast, parties.otherFirst, parties.otherMiddle];
  return [
    [
      'SBR',
      'P',
      parties.otherRelationship,
      otherGroup,
      otherGroup === '' ? otherPlan : '',
      '',
      '',
      '',
      '',
      parties.otherIndicator,
    ],
    ...(told === 'of-claim' ? adjustmentSegments(payments.flatMap(({ adjustments }) => adjustments)) : []),
    ['AMT', 'D', dollars(totalPaid(payments))],
    ...(told === 'of-claim' ? [leftSegment(leftToPatient(payments))] : []),
    ['OI', '', '', parties.benefitsAssigned, '', '', parties.release],
    ['NM1', 'IL', '1', last ?? '', first ?? '', middle ?? '', '', '', 'MI', parties.otherMemberId],
    ['NM1', 'PR', '2', parties.otherPayerName, '', '', '', '', 'PI', parties.otherPayerId],
    ...(told === 'of-claim' ? [paidOn(parties)] : []),
    ...(parties.otherClaimNumber === '' ? [] : [['REF', 'F8', parties.otherClaimNumber]]),
  ];
}

/** Loop 2430 of one line: what the payer before paid of it and adjusted, and when. */
export function linePaymentLoop(
  { parties }: Carried,
  payment: LinePayment | undefined,
  {
    procedure,
    revenue,
    units,
  }: { readonly procedure: readonly string[]; readonly revenue: string; readonly units: string },
): readonly Segment[] {
  if (!payment) return [];
  return [
    ['SVD', parties.otherPayerId, dollars(payment.paid), procedure, revenue, units],
    ...adjustmentSegments(payment.adjustments),
    paidOn(parties),
    leftSegment(leftToPatient([payment])),
  ];
}

/** AMT*EAF: what it left to the patient, 0 as well (row form 837 left). */
const leftSegment = (left: Money): Segment => ['AMT', 'EAF', dollars(left)];

const paidOn = ({ otherPaidOn }: Parties): Segment => ['DTP', '573', 'D8', otherPaidOn];

/** CAS, one of each group. */
const adjustmentSegments = (adjustments: readonly Adjustment[]): readonly Segment[] =>
  [...new Set(adjustments.map(({ group }) => group))].map((group) => [
    'CAS',
    group,
    ...triples(adjustments.filter((each) => each.group === group)),
  ]);

/** Reason, amount, and an empty quantity between two of them. */
const triples = (adjustments: readonly Adjustment[]): readonly string[] =>
  adjustments.flatMap(({ reason, amount }, place) => [...(place === 0 ? [] : ['']), reason, dollars(amount)]);
