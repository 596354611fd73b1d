import type { WorksheetText } from '../answers/worksheet-text';
import { drugsOf } from '../engine/claim-lines';
import type { DraftClaim } from '../engine/claim';
import type { Office } from '../engine/clinic-file';
import { formatDate, type IsoDate } from '../engine/dated';
import { formatNdc } from '../engine/ndc';
import type { PreparedClaim } from '../engine/prepared-claim';
import {
  formatMass,
  formatMl,
  formatMoney,
  formatParts,
  formatRatio,
  formatStrength,
  formatUnits,
  isNone,
  isSame,
  isWholeUnits,
  plus,
  type Money,
} from '../engine/quantity';
import { counted, inWords } from '../engine/typed';
import { partiesOf, type Parties } from '../formats/parties';
import { citations, type RowId } from '../rules/citations';
import { casesTold, checksOn, type CaseTold } from '../rules/denial-codes';
import { documentationItems } from '../rules/documentation-items';
import { codesByName } from '../rules/remittance-codes';
import type { AnsweredPart } from './answered-parts';
import { isOfOwnPayer, payerByFiling } from './answering-payer';
import { noticeOf, type Answer } from './answers';
import { argumentOf, codesInWords, dayOr, missing, ruleRowsOf, toAdd, toldOr } from './letter-cases';
import { withoutPayer } from './next-claim';
import { nextStepWords, type NextStep, type NextSteps, type StepKind } from './next-steps';
import { isTelling, type Judged } from './outcome';
import { procedureWords } from './remittance';

/*
 * A letter to the payer about the lines of a claim that it answered alike, drafted from the claim’s facts. What they do
 * not tell is a marked blank.
 */

/** The steps that a letter can take, with what it is called. */
export const letterTitles = {
  reopening: 'Request for a reopening',
  appeal: 'Appeal',
  'next-appeal': 'Appeal to the next level',
  'ask-plan': 'Request for approval after the service',
  send: 'The records that you asked for',
} as const satisfies Partial<Record<StepKind, string>>;
export type LetterKind = keyof typeof letterTitles;
const isLetterKind = (kind: StepKind): kind is LetterKind => Object.hasOwn(letterTitles, kind);

type Of = Pick<AnsweredPart, 'line' | 'judged' | 'match'>;

/** All that a letter is drafted from. */
export type LetterFacts = {
  readonly answer: Answer;
  /** The lines that it is about, of the same codes; or the claim as a whole. */
  readonly parts: readonly [Of, ...Of[]];
  readonly own: PreparedClaim;
  readonly record: WorksheetText;
  readonly office: Office;
  readonly today: IsoDate;
};

export type Paragraph = {
  readonly of: 'head' | 'about' | 'decided' | 'given' | 'argument' | 'rules' | 'enclosed' | 'end';
  readonly lines: readonly string[];
};
export type Letter = {
  readonly kind: LetterKind;
  readonly title: string;
  readonly paragraphs: readonly Paragraph[];
};

/** The letters that lead on for a line, in the order of its steps; or why none does, and what to do in its place. */
export function lettersFor({ steps, wrong }: NextSteps): {
  readonly kinds: readonly LetterKind[];
  readonly instead: string;
} {
  const kinds = [...new Set(steps.map(({ kind }) => kind))].filter(isLetterKind);
  if (kinds.length > 0) return { kinds, instead: '' };
  const against = wrong.find(({ kind }) => kind === 'appeal' || kind === 'reopening');
  return { kinds, instead: [...(against ? [against.says] : []), insteadOf(steps[0])].join(' ') };
}
const insteadOf = ({ kind }: NextStep): string =>
  kind === 'nothing' ? 'There is nothing to write for.' : `No letter is the way here. ${nextStepWords[kind]}.`;

/** Parts of an answer that one letter speaks of. */
export type LetterParts = { readonly name: string; readonly parts: readonly [AnsweredPart, ...AnsweredPart[]] };

/** Lines denied or cut by the same codes, that lead to the same letters: a payer is asked about them once. */
export function togetherInLetters(parts: readonly AnsweredPart[]): readonly LetterParts[] {
  const byKey = new Map<string, [AnsweredPart, ...AnsweredPart[]]>();
  for (const part of parts.filter(({ next: { outcome } }) => outcome === 'denied' || outcome === 'short')) {
    const key = JSON.stringify([part.line === null, codesOf(part.judged).toSorted(), lettersFor(part.next)]);
    const alike = byKey.get(key);
    if (alike) alike.push(part);
    else byKey.set(key, [part]);
  }
  return [...byKey.values()].map((alike) => ({ name: inWords(alike.map(({ name }) => name)), parts: alike }));
}

/** The letter as it stands in the field, on paper and in the record. */
export const letterText = ({ paragraphs }: Letter): string =>
  paragraphs.map(({ lines }) => lines.join('\n')).join('\n\n');

const mark = /\[(?:not in the record|to add|to check|to sign): [^\]]*\]/g;
/** The marked blanks of a text, each once, in their order. */
export const blanksIn = (text: string): readonly string[] => [...new Set(text.match(mark))];

export function draftLetter(kind: LetterKind, told: LetterFacts): Letter {
  const cases = casesOf(told);
  const facts = asAnswered(told);
  const parties = partiesOf(facts.office, facts.record.sending);
  const paragraph = (of: Paragraph['of'], lines: readonly string[]): Paragraph => ({ of, lines });
  return {
    kind,
    title: titleOf(kind, facts),
    paragraphs: [
      paragraph('head', senderOf(parties)),
      paragraph('head', [formatDate(facts.today)]),
      paragraph('head', addresseeOf(parties, facts)),
      paragraph('about', aboutOf(kind, parties, facts)),
      paragraph('decided', decidedOf(facts)),
      ...drugsOf(facts.own).map((drug) => paragraph('given', givenOf(drug, facts))),
      ...cases.map((each, place) =>
        paragraph('argument', [
          ...(place === 0 ? correctionOf(kind, facts) : []),
          ...(cases.length > 1 ? [`About ${codesInWords(each.codes)} we say this:`] : []),
          ...argumentOf(each, facts.own, facts.record.course.sentOn),
        ]),
      ),
      paragraph('argument', [
        asks[kind](facts.parts.length > 1 ? 'lines' : 'line', facts.parts.length > 1 ? 'them' : 'it'),
      ]),
      paragraph('rules', rulesOf(kind, cases, facts.own)),
      paragraph('enclosed', enclosedOf(cases, facts.own)),
      paragraph('end', endOf(parties, facts.office)),
    ],
  };
}

/**
 * The facts as the payer that answered is to be told them. Where it is not the one that the claim is for, what that one
 * approved, asked for and knows the patient by stands in no letter to it.
 */
function asAnswered(facts: LetterFacts): LetterFacts {
  const { answer, own, record } = facts;
  if (isOfOwnPayer(answer.claim, own)) return facts;
  // Of a payer that CLP06 does not tell, no rule of Medicare or of a plan is cited.
  const payer = payerByFiling(answer.claim) ?? 'other-government';
  const ofNoPlan = { payer, profile: null, priorAuthorization: { status: 'not-checked' } } as const;
  return {
    ...facts,
    own: { ...own, encounter: { ...own.encounter, ...ofNoPlan } },
    record: { ...record, sending: withoutPayer(record.sending), course: { ...record.course, sentOn: '' } },
  };
}

const asks: Readonly<Record<LetterKind, (what: string, it: string) => string>> = {
  reopening: (what, it) => `We ask you to reopen the ${what}, to set ${it} right, and to work ${it} out again.`,
  appeal: (what, it) => `We ask you to review the ${what} and to pay ${it}.`,
  'next-appeal': (what) => `We ask you to review the earlier decision and to pay the ${what}.`,
  'ask-plan': (what) => `We ask you to approve the service after it was given, and to pay the ${what}.`,
  send: (what) => `We ask you to work the ${what} out with what is enclosed.`,
};

/** What was cut for a reason beyond the contract, and the remarks, each once. */
const codesOf = ({ adjustments, remarks }: Judged): readonly string[] => [
  ...new Set([...adjustments.map(({ reason }) => reason).filter((reason) => reason !== '45'), ...remarks]),
];

/** What the codes of the lines tell of; at least one thing, which may be of no case of section 8. */
export function casesOf({ parts: [{ judged }], answer, own }: LetterFacts): readonly [CaseTold, ...CaseTold[]] {
  const [first, ...others] = casesTold(
    [...new Set(judged.adjustments.filter(isTelling).map(({ reason }) => reason))],
    [...new Set([...judged.remarks, ...answer.claim.remarks])],
    // What is to be settled for one payer draws nothing from another.
    isOfOwnPayer(answer.claim, own) ? own : null,
  );
  return [first ?? { codes: [], found: null, among: [] }, ...others];
}

function titleOf(kind: LetterKind, { own: { encounter } }: LetterFacts): string {
  if (encounter.payer !== 'medicare-part-b') return letterTitles[kind];
  if (kind === 'appeal') return 'Request for a redetermination (first appeal)';
  return kind === 'next-appeal' ? 'Request for a reconsideration (second appeal)' : letterTitles[kind];
}

const addressLines = (street: string, city: string, state: string, zip: string): readonly string[] =>
  [
    street,
    [city, [state, zip.replace(/^(\d{5})(\d{4})$/, '$1-$2')].filter(Boolean).join(' ')].filter(Boolean).join(', '),
  ]
    .map((each) => each.trim())
    .filter(Boolean);

const senderOf = (parties: Parties): readonly string[] => [
  toldOr(parties.providerName, 'name of the clinic'),
  ...addressLines(parties.providerStreet, parties.providerCity, parties.providerState, parties.providerZip),
  `NPI ${toldOr(parties.providerNpi, 'NPI of the clinic')}`,
];

/** To the payer as the claim names it, else as the remittance does; where it goes as its profile tells. */
function addresseeOf(parties: Parties, { answer, own }: LetterFacts): readonly string[] {
  const { profile } = own.encounter;
  const forAppeals = profile?.appealsAddress ?? '';
  const address = addressLines(parties.payerStreet, parties.payerCity, parties.payerState, parties.payerZip);
  return [
    `To: ${toldOr(parties.payerName || answer.payer, 'name of the payer')}`,
    ...(forAppeals !== ''
      ? [forAppeals]
      : address.length > 0
        ? [...address, '[to check: this is the payer’s address for claims]']
        : [missing('address for appeals, as the notice has it')]),
  ];
}

function aboutOf(kind: LetterKind, parties: Parties, facts: LetterFacts): readonly string[] {
  const { answer, own } = facts;
  const name = [parties.patientFirst, parties.patientLast].map((each) => each.trim()).filter(Boolean);
  return [
    titleOf(kind, facts),
    `Patient: ${toldOr(name.join(' '), 'name of the patient')}`,
    `${memberIdName(own)}: ${toldOr(parties.memberId, 'member ID')}`,
    `Our number of the claim: ${toldOr(answer.claim.controlNumber, 'account number')}`,
    `Your number of the claim: ${toldOr(answer.claim.payerNumber, 'the payer’s claim number')}`,
    `Date of service: ${formatDate(own.encounter.dateOfService)}`,
    `Date of your notice: ${dayOr(noticeOf(answer), 'date of the notice')}`,
  ];
}

const memberIdName = ({ encounter: { payer } }: PreparedClaim): string =>
  payer === 'medicare-part-b' ? 'Medicare number' : 'Member ID';

function decidedOf({ parts }: LetterFacts): readonly string[] {
  const told = (amount: Judged['charge'], what: string): string => (amount ? formatMoney(amount) : missing(what));
  const lines = parts.map(({ line, judged }) => {
    const what = line ? `Line ${procedureWords(line.procedure)}` : 'The claim';
    const units = line?.submittedUnits ? `, ${formatUnits(line.submittedUnits)}` : '';
    return `${what}${units}: charged ${told(judged.charge, 'charge')}, paid ${told(judged.paid, 'amount paid')}.`;
  });
  const amounts = new Map<string, Money[]>();
  for (const { group, reason, amount } of parts.flatMap(({ judged }) => judged.adjustments))
    amounts.set(`${group}-${reason}`, [...(amounts.get(`${group}-${reason}`) ?? []), amount]);
  const reasons = [...amounts].map(
    ([code, all]) => `- ${code}, ${inWords(all.map(formatMoney))}: ${meaningOf(code.replace(/^.*-/, ''))}`,
  );
  const remarks = [...new Set(parts.flatMap(({ judged }) => judged.remarks))];
  const codes = [...reasons, ...remarks.map((remark) => `- ${remark}: ${meaningOf(remark)}`)];
  return [...lines, ...(codes.length > 0 ? ['Your notice gives these codes, here in our words:'] : []), ...codes];
}
const meaningOf = (code: string): string => codesByName.get(code)?.means ?? missing('the words of this code');

/** What was given, opened and wasted of one drug, with its sums. */
function givenOf(drug: DraftClaim, { record }: LetterFacts): readonly string[] {
  const { encounter, amounts, code } = drug;
  const { given, dateOfService } = encounter;
  return [
    `On ${formatDate(dateOfService)} the patient was given ${formatMass(given)} of baclofen.`,
    ...openedOf(drug),
    ...wastedOf(drug, record),
    ...(amounts && code ? unitsOf(code.hcpcs, amounts, drug) : []),
  ];
}

function openedOf({ encounter: { opened, labeled, ndcs } }: DraftClaim): readonly string[] {
  if (opened.length > 0)
    return opened.map(({ name, count, volume, strength, ndc, lot }) => {
      const code = ndc ? `NDC ${formatNdc(ndc)}` : missing('NDC of the container');
      return `Opened: ${counted(count, 'container')} of ${[name, formatMl(volume), `at ${formatStrength(strength)}`]
        .filter(Boolean)
        .join(' ')}, ${code}${lot ? `, lot ${lot}` : ''}.`;
    });
  const label = labeled ? formatMass(labeled) : missing('what the labels of the containers hold');
  return [
    `The labels of the containers opened come to ${label}.`,
    ...(ndcs.length > 0 ? [`NDC ${inWords(ndcs.map(formatNdc))}.`] : []),
  ];
}

function wastedOf({ encounter, amounts }: DraftClaim, record: WorksheetText): readonly string[] {
  const { given, wasted, labeled } = encounter;
  const both = plus(given, wasted);
  const sum = `${formatParts([formatMass(given), formatMass(wasted)], formatMass(both))}`;
  const left = amounts && labeled && !isNone(amounts.unexplained) ? formatMass(amounts.unexplained) : '';
  const when = [record.wasteDate, record.wasteTime].map((each) => each.trim()).filter(Boolean);
  return [
    ...(isNone(wasted)
      ? ['No waste is recorded.']
      : [
          `${formatMass(wasted)} of it was wasted${when.length > 0 ? `, on ${when.join(' at ')}` : ''}.`,
          `Given and wasted: ${sum}${labeled && isSame(both, labeled) ? ', which is all that the labels hold' : ''}.`,
        ]),
    ...(left === '' ? [] : [`${left} of what was opened: ${missing('whether it was given or wasted')}.`]),
  ];
}

function unitsOf(
  hcpcs: string,
  { hcpcsDosage, administered, administeredUnits, discarded, discardedUnits }: NonNullable<DraftClaim['amounts']>,
  { lines }: DraftClaim,
): readonly string[] {
  const one = formatMass(hcpcsDosage);
  const billsWaste = lines.some(({ of }) => of === 'discarded');
  return [
    `One unit of ${hcpcs} is ${one}.`,
    `Given: ${formatMass(administered)} ÷ ${one} = ${formatRatio(administered, hcpcsDosage)}${
      isWholeUnits(administered, hcpcsDosage) ? '. That is' : ', rounded up to'
    } ${formatUnits(administeredUnits)}.`,
    ...(isNone(discarded)
      ? []
      : [
          `Wasted: ${formatMass(discarded)} ÷ ${one} = ${formatRatio(discarded, hcpcsDosage)}. ` +
            (billsWaste
              ? `Billed of it: ${formatUnits(discardedUnits)}, which the units given do not hold already.`
              : 'None of it is billed on a line of its own.'),
        ]),
  ];
}

/** What differs between each line as the payer has it and as the facts make it. */
function correctionOf(kind: LetterKind, { parts }: LetterFacts): readonly string[] {
  if (kind !== 'reopening') return [];
  const differences = parts.flatMap(differenceOf);
  return differences.length > 0
    ? differences
    : [`Please change this: ${toAdd('what is to be changed, from what to what')}.`];
}

function differenceOf({ line, match }: Of): readonly string[] {
  const [own, ...others] = match?.of ?? [];
  if (!line || !own || others.length > 0) return [];
  const sent = `${procedureWords(line.submitted ?? line.procedure)} with ${
    line.submittedUnits ? formatUnits(line.submittedUnits) : missing('units sent')
  }`;
  const right = `${[own.hcpcs, ...own.modifiers].join('-')} with ${formatUnits(own.unitsOfService)}`;
  return sent === right ? [] : [`You have the line as ${sent}. By our record it is ${right}.`];
}

/** Rows that say by when and how a payer of Medicare is asked. */
const stepRows: Readonly<Partial<Record<LetterKind, RowId>>> = {
  reopening: '8 reopening',
  appeal: '8 redetermination',
  'next-appeal': '8 later appeals',
};

function rulesOf(kind: LetterKind, cases: readonly CaseTold[], own: PreparedClaim): readonly string[] {
  const step = own.encounter.payer === 'medicare-part-b' ? stepRows[kind] : undefined;
  const rows = [...new Set([...cases.flatMap(({ found }) => ruleRowsOf(found, own)), ...(step ? [step] : [])])];
  if (rows.length === 0)
    return [`The rule that we rest on: ${toAdd('the rule of the plan, its source and its date')}.`];
  return ['The rules that we rest on, in our words:', ...rows.map(ruleInWords)];
}

/** What a row says, without what is only known of it here; that is to be checked. */
function ruleInWords(row: RowId): string {
  const { says, source, asOf } = citations[row];
  const sentences = says.split(/(?<=\.) /);
  const ofUs = sentences.filter((each) => onlyHere.test(each));
  const date = asOf ? formatDate(asOf) : '';
  const from = datesAsRead(source);
  return datesAsRead(
    [
      `- ${sentences.filter((each) => !onlyHere.test(each)).join(' ')}`,
      `Source: ${from}${date === '' || from.includes(date) ? '' : `, as of ${date}`}.`,
      ...(ofUs.length > 0 ? [`[to check: ${ofUs.join(' ').replace(/\.$/, '')}]`] : []),
    ].join(' '),
  );
}
const onlyHere = /third party|not read|not found/;
const datesAsRead = (text: string): string => text.replaceAll(/\b(\d{4})-(\d\d)-(\d\d)\b/g, '$2/$3/$1');

/** What no paper can show: advice to the one who writes. */
const noPaper: readonly RowId[] = ['3.1', '3.4', '8 above MUE'];

/** What the checklist of the record holds; what it lacks and what the case wants are blanks. */
function enclosedOf(cases: readonly CaseTold[], own: PreparedClaim): readonly string[] {
  const { records } = own.encounter;
  const called = new Set(own.findings.flatMap(({ verdict }) => verdict.recordItems ?? []));
  const items = documentationItems.filter(({ id }) => called.has(id) || records.includes(id));
  const held = items.filter(({ id }) => records.includes(id)).map(({ label }) => `- ${label}.`);
  const lacking = items.filter(({ id }) => !records.includes(id)).map(({ label }) => `- ${toAdd(label)}`);
  const wanted = checksOn(
    cases.flatMap(({ found }) => found?.appeal ?? []),
    own,
  )
    .filter(({ rows: [row] }) => !noPaper.includes(row))
    .map(({ says }) => `- ${toAdd(says.replace(/\.$/, ''))}`);
  return [
    'Enclosed are pages of the record that show this:',
    ...(held.length > 0 ? held : [`- ${missing('anything ticked in its checklist')}`]),
    ...new Set([...wanted, ...lacking]),
  ];
}

const endOf = (parties: Parties, office: Office): readonly string[] => [
  `For questions: ${toldOr(office.contactName, 'name of a contact')}, ${toldOr(
    parties.providerPhone || office.contactPhone,
    'phone of the clinic',
  )}.`,
  'Signed: [to sign: name, title and date]',
];
