import type { Outcome, Verdict } from './verdict';
import type { Citation, Step } from './citation';
import type { RuleBook } from './rule-book';
import type { Finding, PreparedClaim, Status } from './prepared-claim';
import type { DraftClaim, Fill, HcpcsCode, ServiceLine, ServicesOfDay } from './claim';
import { linesOf, noServices, nothingBeside, servicesHow, totalChargeOf, withServices } from './claim-lines';
import { formatDate } from './dated';
import { asOneDrug, asOtherDrug, fillOf, withoutShareOf } from './drugs-of-day';
import { factsBeside, type Encounter, type OpenedContainers, type Override } from './encounter';
import { formatNdc } from './ndc';
import {
  chargeFor,
  formatMass,
  formatMl,
  formatParts,
  formatStrength,
  isNone,
  isSame,
  massIn,
  ndcDecimalsMost,
  noUnits,
  sumOfMasses,
  timesVolume,
  unitsOf,
  unitsSum,
  type BillingUnits,
  type Mass,
  type Strength,
  type Volume,
} from './quantity';
import type { Rule } from './rule';
import { selectCode } from './select-code';
import { serviceLines } from './service-lines';
import { unitsOfFills } from './units-of-service';

/**
 * The whole claim for an encounter: code, units, lines, findings, status, and the working for each. Pure; never throws.
 */
export function prepareClaim(encounter: Encounter, ruleBook: RuleBook): PreparedClaim {
  const { draft, how } = draftOfDay(encounter, ruleBook);
  const pointers = ruleBook.diagnosisPointers(encounter);
  const formItems = ruleBook.formItems(draft);
  const findings = findingsOf(draft, rulesFor(encounter, ruleBook));
  return {
    encounter: draft.encounter,
    code: draft.code,
    amounts: draft.amounts,
    wasteModifiers: draft.wasteModifiers,
    payment: draft.payment,
    lines: draft.lines,
    fills: draft.fills,
    drug: draft.drug,
    other: draft.other,
    beside: draft.beside,
    services: draft.services,
    held: draft.held,
    status: statusOf(findings),
    findings,
    how: linesOf(draft).length > 0 ? [...how, ...pointers.how] : how,
    totalUnits: draft.totalUnits,
    totalCharge: totalChargeOf(linesOf(draft)),
    diagnosisPointers: pointers.places,
    estimate: ruleBook.estimate(draft),
    tables: draft.tables,
    tablesUsed: ruleBook.tablesUsed(draft),
    formItems,
  };
}

const rulesFor = ({ drugBeside }: Encounter, { rules, rulesOfSeveral }: RuleBook): readonly Rule[] =>
  drugBeside ? [...rules, ...rulesOfSeveral] : rules;

/** All lines of the day with their working, before a rule was asked. */
export const draftOfDay = (encounter: Encounter, ruleBook: RuleBook): Drafted =>
  withAllLines(draftDrugs(encounter, ruleBook), ruleBook);

type Drafted = { readonly draft: DraftClaim; readonly how: readonly Step[] };
type Drugs = { readonly first: Drafted; readonly other: Drafted | null };

/** The drug of the day; two of them where they have codes of their own. Two fills of one code are one drug. */
function draftDrugs(encounter: Encounter, ruleBook: RuleBook): Drugs {
  const asOther = asOtherDrug(encounter);
  const { drugBeside } = encounter;
  if (!asOther || !drugBeside) return { first: draftClaim(encounter, [fillOf(encounter)], ruleBook), other: null };
  const { code } = selectCode(encounter, ruleBook);
  if (code && code.hcpcs === selectCode(asOther, ruleBook).code?.hcpcs) {
    const { encounter: inAll, fills } = asOneDrug(encounter, drugBeside);
    return { first: draftClaim(inAll, fills, ruleBook), other: null };
  }
  const first = withoutShareOf(encounter, drugBeside);
  return {
    first: ofTwo('first', draftClaim(first, [fillOf(first)], ruleBook)),
    other: ofTwo('other', draftClaim(asOther, [fillOf(asOther)], ruleBook)),
  };
}

/** One of two drugs, its working told by its code. */
function ofTwo(drug: 'first' | 'other', { draft, how }: Drafted): Drafted {
  const named = { ...draft, drug };
  return { draft: named, how: how.map((step) => ({ ...step, says: saidOf(named, step.says) })) };
}

/** "J0476: …", of which of two drugs something is said; a sentence of the only drug as it is. */
function saidOf({ drug, code }: DraftClaim, says: string): string {
  if (drug === null || (code && says.startsWith(code.hcpcs))) return says;
  return `${code?.hcpcs ?? (drug === 'first' ? 'First drug' : 'Other drug')}: ${says}`;
}

/** The draft with its other drug and with what was entered beside them; a drug that cannot be billed there is held. */
function withAllLines({ first, other }: Drugs, ruleBook: RuleBook): Drafted {
  const { encounter } = first.draft;
  if (encounter.services.length === 0 && !other) return first;
  const services = encounter.services.length === 0 ? nothingBeside : ruleBook.billedServices(encounter);
  const whole = joined(first.draft, other?.draft ?? null, services);
  const heldFirst = heldOff(whole, first.draft, ruleBook);
  const heldOther = other && whole.other && heldOff(whole.other, other.draft, ruleBook);
  const draft =
    heldFirst || heldOther ? joined(heldFirst ?? first.draft, heldOther ?? other?.draft ?? null, services) : whole;
  const held = [draft, ...(draft.other ? [draft.other] : [])].flatMap(heldHow);
  return { draft, how: [...first.how, ...(other?.how ?? []), ...services.how, ...servicesHow(draft, held)] };
}

/** Both drugs with the services of the day, all lines numbered; each knows of the lines of the other. */
function joined(first: DraftClaim, other: DraftClaim | null, services: ServicesOfDay): DraftClaim {
  const placed = withServices(first.lines, services, other?.lines);
  const { lines, beside, services: ofDay } = placed;
  const asOther = other && draftOf(other, { ...other, lines: beside }, { ...other, beside: lines, services: ofDay });
  return draftOf(first, { ...first, lines }, { ...first, other: asOther, beside, services: ofDay });
}

/** The drug without its lines, where a finding keeps it off a claim whose procedures may leave; null where it stays. */
function heldOff(whole: DraftClaim, draft: DraftClaim, ruleBook: RuleBook): DraftClaim | null {
  const found = whole.lines.length > 0 && whole.services.lines.length > 0 ? ruleBook.heldDrug(whole) : null;
  if (!found) return null;
  const { encounter } = whole;
  const verdict = { ...found.verdict, because: saidOf(whole, found.verdict.because) };
  // Sent all the same by somebody’s word; of two drugs that may both be held for it.
  const keys = [found.verdict, verdict].map((each) => checkKeyOf(encounter, found.rule, each));
  if (keys.some((key) => overrideOf(encounter, key))) return null;
  const { because, fix = '' } = found.verdict;
  const held = { lines: draft.lines, because, fix, rows: found.rule.rows };
  return { ...draft, lines: [], totalUnits: noUnits, held };
}

const heldHow = (draft: DraftClaim): readonly Step[] =>
  draft.held
    ? [
        {
          says: saidOf(draft, `The drug is held off this claim. ${draft.held.because}`),
          rows: draft.held.rows,
        },
      ]
    : [];

/** Names an open finding with payer, profile, day and reason. */
const checkKeyOf = (encounter: Encounter, { id }: Pick<Rule, 'id'>, { because }: Verdict): string =>
  id + forThisClaim(encounter) + because;

const forThisClaim = ({ payer, profile, dateOfService }: Encounter): string =>
  `|${payer}|${profile ? `${profile.id}|` : ''}${dateOfService}|`;

const overrideOf = ({ overrides }: Encounter, key: string): Override | null =>
  overrides.length > 0 ? (overrides.find(({ finding }) => finding === key) ?? null) : null;

function draftClaim(encounter: Encounter, fills: readonly Fill[], ruleBook: RuleBook): Drafted {
  const { code, how } = selectCode(encounter, ruleBook);
  const { tables } = ruleBook;
  const alone = { encounter, fills, tables };
  if (!code) return { draft: draftOf(alone, nothingBilled), how };
  if (code.hcpcsDosage === null) return draftOfWholeDrug(alone, code, how, ruleBook);
  const amounts = unitsOfFills(fills, code.hcpcsDosage);
  const payment = ruleBook.separatePayment(encounter, code);
  const wasteModifiers = ruleBook.wasteModifiers(encounter, code, payment);
  const beside = ruleBook.lineModifiers(encounter, code, payment);
  const { lines, how: linesHow } = serviceLines({
    code,
    amounts,
    wasteModifiers,
    withWaste: beside.withWaste,
    ...lineFactsOf(encounter),
    fills,
  });
  const besideHow = beside.how(new Set(lines.flatMap(({ modifiers }) => modifiers)));
  const told = [...toldSteps(encounter), ...partSteps(encounter), ...fillSteps(fills)];
  return {
    draft: draftOf(alone, { code, amounts, wasteModifiers, payment, lines, totalUnits: unitsOn(lines) }),
    how: [...how, ...told, ...amounts.how, ...linesHow, ...besideHow],
  };
}

/** What is known of a drug before its code, what its code makes of it, and what stands beside it on the claim. */
type Alone = Pick<DraftClaim, 'encounter' | 'fills' | 'tables'>;
type Billed = Pick<DraftClaim, 'code' | 'amounts' | 'wasteModifiers' | 'payment' | 'lines' | 'totalUnits'>;
type Beside = Pick<DraftClaim, 'drug' | 'other' | 'beside' | 'services' | 'held'>;
const nothingBesideIt: Beside = { drug: null, other: null, beside: [], services: noServices, held: null };

/** All of a draft, set one by one: some 80 rules read it, and one that parts were spread into is read more slowly. */
const draftOf = (alone: Alone, billed: Billed, beside: Beside = nothingBesideIt): DraftClaim => ({
  encounter: alone.encounter,
  fills: alone.fills,
  tables: alone.tables,
  drug: beside.drug,
  other: beside.other,
  beside: beside.beside,
  services: beside.services,
  held: beside.held,
  code: billed.code,
  amounts: billed.amounts,
  wasteModifiers: billed.wasteModifiers,
  payment: billed.payment,
  lines: billed.lines,
  totalUnits: billed.totalUnits,
});

/** No code, so no line. */
const nothingBilled: Billed = {
  code: null,
  amounts: null,
  wasteModifiers: null,
  payment: null,
  lines: [],
  totalUnits: noUnits,
};

/** What an encounter tells of its lines, the payer's profile before the answers. */
function lineFactsOf(encounter: Encounter) {
  const { profile, linePerNdc } = encounter;
  return {
    container: encounter.container,
    opened: encounter.opened,
    linePerNdc: profile?.lines ? profile.lines === 'per-ndc' : linePerNdc,
    givenVolume: encounter.givenVolume,
    ndcDecimals: profile?.ndcDecimals ?? ndcDecimalsMost,
    decimalsBy: profile && profile.ndcDecimals !== null ? profile.name : null,
    mixed: encounter.mixed,
    chargePerUnit: encounter.chargePerUnit,
  };
}

/**
 * A code without an amount of its own: one line of one unit for all that was given, without JW, JZ or an NDC (rows 1.9,
 * 2b compounded, 9.8).
 */
function draftOfWholeDrug(alone: Alone, code: HcpcsCode, how: readonly Step[], ruleBook: RuleBook): Drafted {
  const { encounter } = alone;
  const payment = ruleBook.separatePayment(encounter, code);
  const wasteModifiers = ruleBook.wasteModifiers(encounter, code, payment);
  const beside = ruleBook.lineModifiers(encounter, code, payment);
  const lines = isNone(encounter.given) ? [] : [lineOfWholeDrug(encounter, code, beside.withWaste([]))];
  const nothing: Step = { says: 'Nothing was given, so there is no line.', rows: ['2.17'] };
  return {
    draft: draftOf(alone, { code, amounts: null, wasteModifiers, payment, lines, totalUnits: unitsOn(lines) }),
    how: [
      ...how,
      ...toldSteps(encounter),
      ...(lines.length === 0 ? [nothing] : [wasteModifiers.step]),
      ...beside.how(new Set(lines.flatMap(({ modifiers }) => modifiers))),
    ],
  };
}

function lineOfWholeDrug(
  { chargePerUnit }: Encounter,
  { hcpcs }: HcpcsCode,
  modifiers: readonly string[],
): ServiceLine {
  const one = unitsOf(1);
  return {
    lineNumber: 1,
    hcpcs,
    modifiers,
    unitsOfService: one,
    ndcQuantities: [],
    charge: chargePerUnit && chargeFor(one, chargePerUnit),
    of: 'administered',
    pointers: null,
  };
}

/** What was told of the drug: containers, strength, volumes. */
const toldSteps = (encounter: Encounter): readonly Step[] => [
  ...(encounter.opened.length > 0 ? openedSteps(encounter) : []),
  ...strengthSteps(encounter),
  ...volumeSteps(encounter),
];

/** The containers opened, by NDC and size, whatever their lots. */
function openedSteps({ opened }: Encounter): readonly Step[] {
  const alike = new Map<string, { first: OpenedContainers; count: number }>();
  for (const each of opened) {
    const key = `${each.ndc} ${each.strength.mcgPerMl} ${each.volume.uL}`;
    alike.set(key, { first: each, count: (alike.get(key)?.count ?? 0) + each.count });
  }
  return [...alike.values()].map(({ first: { volume, strength, name, ndc }, count }) => {
    const held = formatMass(massIn(timesVolume(volume, count), strength));
    const marks = `${name ? `, ${name}` : ''}${ndc ? `, NDC ${formatNdc(ndc)}` : ''}`;
    const says = `Opened: ${count} × ${formatMl(volume)} × ${formatStrength(strength)} = ${held}${marks}.`;
    return { says, rows: ['products', '12b'] };
  });
}

/** What was told in milliliters, as the mass that it holds; the dose may have been diluted or mixed. */
function volumeSteps({
  givenVolume,
  given,
  wastedVolume,
  wasted,
  strength,
  concentration,
}: Encounter): readonly Step[] {
  const step = (volume: Volume | null, of: Strength | null, mass: Mass, what: string): readonly Step[] => {
    if (!volume || !of) return [];
    const says = isSame(massIn(volume, of), mass)
      ? `${formatMl(volume)} ${what} × ${formatStrength(of)} = ${formatMass(mass)}.`
      : `${formatMl(volume)} of the mixture was ${what}, at about ${formatStrength(of)}. ` +
        `Its exact share of what was opened is ${formatMass(mass)}.`;
    return [{ says, rows: ['12b'] }];
  };
  return [
    ...step(givenVolume, concentration ?? strength, given, 'given'),
    ...step(wastedVolume, strength, wasted, 'wasted'),
  ];
}

/** A strength that nobody typed is told with the NDC that it comes from. */
function strengthSteps({ strengthFromNdc, strength, ndcs: [ndc] }: Encounter): readonly Step[] {
  if (!strengthFromNdc || !strength || !ndc) return [];
  return [
    {
      says: `No strength was entered: ${formatStrength(strength)} is that of NDC ${formatNdc(ndc)} on file.`,
      rows: ['products'],
    },
  ];
}

function partSteps({ givenParts, given }: Encounter): readonly Step[] {
  if (givenParts.length === 0) return [];
  const sum = formatParts(givenParts.map(formatMass), formatMass(given));
  return [
    {
      says: `Given in parts: ${sum}. One day’s drug of one container is added up first and rounded once.`,
      rows: ['2.11'],
    },
  ];
}

/** Fills of one code out of containers of their own: row 2.21. */
function fillSteps(fills: readonly Fill[]): readonly Step[] {
  if (fills.length < 2) return [];
  const given = fills.map((fill) => fill.given);
  const sum = formatParts(given.map(formatMass), formatMass(sumOfMasses(given)));
  return [
    {
      says: `Fills of this day: ${sum}. Each counts within its own labels. The day’s total is rounded once.`,
      rows: ['2.21', '2.6'],
    },
  ];
}

/** Every rule's finding, worst first, a certain fail before the others; rules keep their order among equals. */
function findingsOf(draft: DraftClaim, rules: readonly Rule[]): readonly Finding[] {
  const found: Record<Outcome | 'certain', Finding[]> = {
    'on-hold': [],
    certain: [],
    fail: [],
    'needs-review': [],
    pass: [],
    'not-applicable': [],
  };
  for (const rule of rules)
    for (const finding of findingsOfRule(draft, rule)) {
      const { outcome, certain } = finding.verdict;
      found[outcome === 'fail' && certain ? 'certain' : outcome].push(finding);
    }
  return found['on-hold'].concat(found.certain, found.fail, found['needs-review'], found.pass, found['not-applicable']);
}

/** What a rule finds: of one drug or both once, else of each. */
export const findingsOfRule = (draft: DraftClaim, rule: Rule): readonly Finding[] =>
  verdictsOf(draft, rule).map((verdict) => findingOf(draft.encounter, rule, verdict));

function findingOf(encounter: Encounter, rule: Rule, verdict: Verdict): Finding {
  const settled = verdict.outcome === 'pass' || verdict.outcome === 'not-applicable';
  const checkKey = settled ? rule.id : checkKeyOf(encounter, rule, verdict);
  const { checked } = encounter;
  // Only a fail can be certain: the others are not even asked.
  const certain = verdict.outcome === 'fail' && verdict.certain === true;
  return {
    rule,
    verdict,
    checkKey,
    checkedByBiller: checked.length > 0 && verdict.billerMayCheck === true && checked.includes(checkKey),
    override: certain || verdict.holdsDrug === true ? overrideOf(encounter, checkKey) : null,
  };
}

/**
 * What a rule says of the claim: once where it says the same of both drugs, else of each by its code. What does not
 * concern one of them is told of the other alone.
 */
function verdictsOf(draft: DraftClaim, { check }: Rule): readonly Verdict[] {
  const { other, fills, encounter } = draft;
  const one = asSentBy(encounter.payer, check(draft));
  if (!other) return [fills.length > 1 ? toRowBeside(fills, one) : one];
  const two = asSentBy(encounter.payer, check(other));
  const isNeither = one.outcome === 'not-applicable' && two.outcome === 'not-applicable';
  if (isNeither || (one.outcome === two.outcome && one.because === two.because)) return [one];
  return [
    { ...one, because: saidOf(draft, one.because) },
    toldBeside({ ...two, because: saidOf(other, two.because) }),
  ].filter(({ outcome }) => outcome !== 'not-applicable');
}

/** With the way to the answer of the second drug of the day instead of the first. */
function toldBeside(verdict: Verdict): Verdict {
  const fact = factsBeside.find((each) => each === verdict.goTo);
  return fact ? { ...verdict, goTo: `beside.${fact}` } : verdict;
}

/** Of two fills of one code, the containers of the second follow those of the first, and are told with the second. */
function toRowBeside([fill]: readonly Fill[], verdict: Verdict): Verdict {
  const { goToRow } = verdict;
  const beside = toldBeside(verdict);
  if (!fill || goToRow === undefined || beside === verdict || goToRow < fill.opened.length) return verdict;
  return { ...beside, goToRow: goToRow - fill.opened.length };
}

/** The verdict with the codes that this payer sends, where original Medicare sends others. */
function asSentBy(payer: Encounter['payer'], verdict: Verdict): Verdict {
  if (!verdict.denial?.medicare) return verdict;
  const { medicare, ...others } = verdict.denial;
  return { ...verdict, denial: payer === 'medicare-part-b' ? medicare : others };
}

const statusForOpen = {
  'on-hold': 'on-hold',
  fail: 'fix-first',
  'needs-review': 'review',
  pass: 'ready',
  'not-applicable': 'ready',
} as const satisfies Record<Outcome, Status>;

/** The status of the worst open finding; an override is never better than a review. */
export function statusOf(findings: readonly Finding[]): Status {
  const status = statusForOpen[findings.find(isOpen)?.verdict.outcome ?? 'pass'];
  return status === 'ready' && findings.some(({ override }) => override !== null) ? 'review' : status;
}

const unitsOn = (lines: readonly ServiceLine[]): BillingUnits =>
  lines.reduce((sum, line) => unitsSum(sum, line.unitsOfService), noUnits);

/** The findings that are neither passed nor beside the point. */
export const concerning = (findings: readonly Finding[]): readonly Finding[] =>
  findings.filter(({ verdict: { outcome } }) => outcome !== 'pass' && outcome !== 'not-applicable');

/** Whether nobody has ticked a finding off or overridden it. */
export const isOpen = ({ checkedByBiller, override }: Finding): boolean => !checkedByBiller && override === null;

/** The open findings that keep a claim out of every format: a hold, and what is certain to bring it back. */
export const keepingBack = (findings: readonly Finding[]): readonly Finding[] =>
  findings.filter(
    (finding) => isOpen(finding) && (finding.verdict.outcome === 'on-hold' || finding.verdict.certain === true),
  );

/** "AB, 05/20/2026: the plan asked for it": an override in words. */
export const overrideInWords = ({ who, on, why }: Override): string => `${who}, ${formatDate(on)}: ${why}`;

/** Every citation that the working and the findings that concern this claim rest on, once, in the order met. */
export function sourcesOf(
  { how, findings }: Pick<PreparedClaim, 'how' | 'findings'>,
  citations: Readonly<Record<string, Citation>>,
): readonly Citation[] {
  const told = findings.filter(({ verdict }) => verdict.outcome !== 'not-applicable');
  return [
    ...new Set([
      ...how.flatMap(({ rows }) => rows.flatMap((row) => citations[row] ?? [])),
      ...told.flatMap(({ rule }) => rule.rows.flatMap((row) => citations[row] ?? [])),
    ]),
  ];
}
