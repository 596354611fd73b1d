import { drugsOf, linesOf } from '../engine/claim-lines';
import { formatDate, type IsoDate } from '../engine/dated';
import type { Encounter } from '../engine/encounter';
import { formatNdc } from '../engine/ndc';
import type { PreparedClaim } from '../engine/prepared-claim';
import { formatMass, formatMl, formatUnits } from '../engine/quantity';
import { inWords } from '../engine/typed';
import type { RowId } from '../rules/citations';
import type { CaseTold, DenialCase } from '../rules/denial-codes';

/*
 * What a letter says of each case of section 8, from the claim’s facts alone. What they do not tell is a marked blank,
 * to be filled by the one who signs.
 */

/** What the record should hold and does not. */
export const missing = (what: string): string => `[not in the record: ${what}]`;
/** What only the one who signs can say or add. */
export const toAdd = (what: string): string => `[to add: ${what}]`;
/** What is said, and may not be so. */
const toCheck = (what: string): string => `[to check: ${what}]`;
export const toldOr = (text: string, what: string): string => (text.trim() === '' ? missing(what) : text.trim());
export const dayOr = (date: IsoDate | null, what: string): string => (date ? formatDate(date) : missing(what));

/** "Codes 16 and N822" within a sentence. */
export const codesInWords = (codes: readonly string[]): string =>
  `code${codes.length > 1 ? 's' : ''} ${inWords(codes)}`;

type Argument = (claim: PreparedClaim, sentOn: string) => readonly string[];

const diagnosisSays = ({ encounter: { diagnoses } }: PreparedClaim): string =>
  diagnoses.length === 0
    ? `The diagnosis is ${missing('diagnosis')}.`
    : `The diagnosis on the claim is ${inWords(diagnoses)}.`;
const whyNeeded = toAdd('why the patient needed this on this day, with the page of the record that shows it');

/** The approval as the record holds it. */
function approvalSays({ priorAuthorization: approval }: Encounter): readonly string[] {
  if (approval.status === 'not-required')
    return [
      'The record says that no approval was needed.',
      `The plan’s word on that: ${toAdd('who said so, and when')}.`,
    ];
  if (approval.status !== 'approved' && approval.status !== 'approved-after-service')
    return [`The approval of this service: ${toAdd('its number, or why none was asked for before')}.`];
  const { number, firstDay, lastDay, unitsApproved, askedOn } = approval;
  return [
    `The approval has the number ${toldOr(number ?? '', 'number of the approval')}.`,
    `It is good from ${dayOr(firstDay, 'its first day')} to ${dayOr(lastDay, 'its last day')}.`,
    `It is for ${unitsApproved ? formatUnits(unitsApproved) : missing('units approved')}.`,
    ...(approval.status === 'approved-after-service'
      ? [`It was asked for after the service, on ${dayOr(askedOn, 'day on which it was asked for')}.`]
      : []),
  ];
}

const linesSay = (claim: PreparedClaim): string =>
  `From these facts the claim has ${inWords(
    linesOf(claim).map(
      ({ hcpcs, modifiers, unitsOfService }) =>
        `${[hcpcs, ...modifiers].join('-')} with ${formatUnits(unitsOfService)}`,
    ),
  )}.`;

const serviceSays = ({ encounter: { dateOfService } }: PreparedClaim): string =>
  `The service was on ${formatDate(dateOfService)}.`;

/** Each NDC with the milliliters of its line. */
function ndcSays(claim: PreparedClaim): readonly string[] {
  const quantities = linesOf(claim).flatMap(({ hcpcs, ndcQuantities }) =>
    ndcQuantities.map(({ ndc, volume }) => {
      const code = ndc ? formatNdc(ndc) : missing('NDC of the container');
      const amount = volume ? formatMl(volume) : missing('milliliters');
      return `The container of ${hcpcs} has the NDC ${code}, with ${amount}.`;
    }),
  );
  return quantities.length > 0 ? [...new Set(quantities)] : [`The NDC is ${missing('NDC of the container')}.`];
}

const approval: Argument = ({ encounter }) => approvalSays(encounter);
const given: Argument = ({ encounter }) => [
  `The claim is for the dose that was given on that day, ${formatMass(encounter.given)}.`,
  `Why the patient needed it: ${whyNeeded}.`,
];
const lines: Argument = (claim) => [linesSay(claim)];
const codeSays: Argument = (claim) => [
  ...drugsOf(claim).map(({ code }) => `The code of the drug is ${code ? code.hcpcs : missing('code of the drug')}.`),
  ...(claim.formItems.narrative === null ? [] : [`It stands for this: ${claim.formItems.narrative}.`]),
];
const placeSays: Argument = ({ formItems: { placeOfService } }) => [
  `The place of service is ${placeOfService.code ?? missing('place of service')}.`,
  `Who was there, and where: ${toAdd('what the record says of the place')}.`,
];
const only =
  (...says: readonly string[]): Argument =>
  () =>
    says;

const argumentsById: Readonly<Record<string, Argument>> = {
  'no-preauthorization': approval,
  'preauthorization-denied': (claim) => [
    ...approvalSays(claim.encounter),
    `To each reason of the refusal we say this: ${toAdd('an answer to each reason in the plan’s letter')}.`,
  ],
  'preauthorization-expired': (claim) => [...approvalSays(claim.encounter), serviceSays(claim)],
  'preauthorization-exceeded': (claim) => [...approvalSays(claim.encounter), linesSay(claim)],
  'preauthorization-late': ({ encounter }) => [
    ...approvalSays(encounter),
    `That it was asked for in time: ${toAdd('what proves the day on which it was asked for')}.`,
  ],
  'preauthorization-mismatch': (claim) => [...approvalSays(claim.encounter), linesSay(claim)],
  'missing-modifier': lines,
  'wrong-modifier': lines,
  'medical-necessity': (claim) => [diagnosisSays(claim), `Why it was needed: ${whyNeeded}.`],
  'over-mue': () => [
    'The units follow from the dose, as worked out above.',
    `Why the patient needed this dose on one day: ${whyNeeded}.`,
  ],
  'dose-not-supported': given,
  'too-often': ({ encounter }) => [
    `The fill before this one was on ${dayOr(encounter.lastFillOn, 'day of the fill before')}.`,
    `Why this fill could not wait: ${toAdd('daily dose, volume left, and date of the alarm')}.`,
  ],
  'invalid-code': codeSays,
  'unlisted-code-with-own-code': codeSays,
  'unlisted-code-without-description': codeSays,
  ndc: ndcSays,
  units: lines,
  bundled: only(`Why the two services were separate: ${toAdd('what the record says of each')}.`),
  'drug-alone': ({ services }) => [
    services.lines.length > 0
      ? `The claim has these services beside the drug: ${inWords(services.lines.map(({ hcpcs }) => hcpcs))}.`
      : `The procedure of that day: ${missing('procedure beside the drug')}.`,
  ],
  diagnosis: (claim) => [diagnosisSays(claim), `Why it was needed: ${whyNeeded}.`],
  records: only('You asked for the record. What is enclosed is listed below.'),
  'filed-late': (_, sentOn) => [
    `The claim was sent on ${toldOr(sentOn, 'day on which it was sent')}.`,
    `It was taken in on ${toAdd('date and number of the answer that took it in (277CA)')}.`,
  ],
  'billed-early': (claim) => [serviceSays(claim)],
  'wrong-payer': only(`Why it is yours to pay: ${toAdd('what shows the patient’s cover on that day')}.`),
  duplicate: only(`What shows that there were two services: ${toAdd('the record of each, with its time')}.`),
  place: placeSays,
  'snf-stay': only(`The stay in the nursing facility: ${toAdd('its first and its last day')}.`),
  custody: only(`Custody on that day: ${toAdd('what shows that the patient was free, or that the rule is met')}.`),
};

/**
 * Why the denial is wrong or what is set right, for what the codes tell of; where that is no one case of section 8, the
 * one who signs has to say it.
 */
export const argumentOf = (
  { codes, found, among }: CaseTold,
  claim: PreparedClaim,
  sentOn: string,
): readonly string[] =>
  argumentsById[found?.id ?? '']?.(claim, sentOn) ?? [
    ...(among.length > 1
      ? [`What ${codesSay(codes)} of the claim: ${toCheck(among.map(inQuotes).join(' or '))}.`]
      : []),
    `Why we ask: ${toAdd('why the denial is wrong')}.`,
  ];
const codesSay = (codes: readonly string[]): string => `${codesInWords(codes)} ${codes.length > 1 ? 'say' : 'says'}`;
const inQuotes = ({ title }: DenialCase): string => `“${title}”`;

const wasteRows: readonly RowId[] = ['2.4', '2.10'];
const rowsById: Readonly<Record<string, { readonly rows: readonly RowId[]; readonly ofMedicare: boolean }>> = {
  'over-mue': { rows: ['8 above MUE', '3.7'], ofMedicare: true },
  'dose-not-supported': { rows: ['3.7'], ofMedicare: true },
  'missing-modifier': { rows: wasteRows, ofMedicare: true },
  'wrong-modifier': { rows: wasteRows, ofMedicare: true },
  units: { rows: ['3.1', '2.11'], ofMedicare: false },
  ndc: { rows: ['9.1'], ofMedicare: false },
  'medical-necessity': { rows: ['6a'], ofMedicare: true },
  diagnosis: { rows: ['6a'], ofMedicare: true },
  'invalid-code': { rows: ['1.2'], ofMedicare: false },
  custody: { rows: ['4 QJ'], ofMedicare: true },
};

/** The rules on file that a letter on this case may name to this payer. */
export function ruleRowsOf(found: DenialCase | null, { encounter: { payer } }: PreparedClaim): readonly RowId[] {
  const named = rowsById[found?.id ?? ''];
  return !named || (named.ofMedicare && payer !== 'medicare-part-b') ? [] : named.rows;
}
