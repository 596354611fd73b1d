import type { Outcome, Verdict } from './verdict';
import type { Citation, Step } from './citation';
import type { RuleBook } from './rule-book';
import type { Finding, PreparedClaim, Status } from './prepared-claim';
import type { DraftClaim, HcpcsCode, ServiceLine } from './claim';
import { linesOf, noServices, servicesHow, totalChargeOf, withServices } from './claim-lines';
import { formatDate } from './dated';
import type { Encounter, OpenedContainers, Override } from './encounter';
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
import { unitsOfService } from './units-of-service';

/**
 * The whole claim for an encounter: code, units, lines, findings, status, and the working for each. Pure; never throws.
 */
export function prepareClaim(encounter: Encounter, ruleBook: RuleBook): PreparedClaim {
  const { draft, how } = withAllLines(draftClaim(encounter, ruleBook), ruleBook);
  const pointers = ruleBook.diagnosisPointers(encounter);
  const formItems = ruleBook.formItems(draft);
  const findings = findingsOf(draft, ruleBook.rules);
  return {
    encounter,
    code: draft.code,
    amounts: draft.amounts,
    wasteModifiers: draft.wasteModifiers,
    payment: draft.payment,
    lines: draft.lines,
    services: draft.services,
    held: draft.held,
    status: statusOf(findings),
    findings,
    how: draft.lines.length + draft.services.lines.length > 0 ? [...how, ...pointers.how] : how,
    totalUnits: draft.totalUnits,
    totalCharge: totalChargeOf(linesOf(draft)),
    diagnosisPointers: pointers.places,
    estimate: ruleBook.estimate(draft),
    tables: draft.tables,
    tablesUsed: ruleBook.tablesUsed(draft),
    formItems,
  };
}

type Drafted = { readonly draft: DraftClaim; readonly how: readonly Step[] };

/** The draft with what was entered beside the drug; the drug is held off where the place cannot bill it. */
function withAllLines(drafted: Drafted, ruleBook: RuleBook): Drafted {
  const { draft, how } = drafted;
  const { encounter } = draft;
  if (encounter.services.length === 0) return drafted;
  const services = ruleBook.billedServices(encounter);
  const whole: DraftClaim = { ...draft, ...withServices(draft.lines, services) };
  const found = whole.lines.length > 0 && whole.services.lines.length > 0 ? ruleBook.heldDrug(whole) : null;
  const isBroughtBack = found && overrideOf(encounter, checkKeyOf(encounter, found.rule, found.verdict));
  if (!found || isBroughtBack) return { draft: whole, how: [...how, ...services.how, ...servicesHow(whole)] };
  const { because, fix = '' } = found.verdict;
  const without: DraftClaim = {
    ...whole,
    ...withServices([], services),
    totalUnits: noUnits,
    held: { lines: draft.lines, because, fix, rows: found.rule.rows },
  };
  return { draft: without, how: [...how, ...services.how, ...servicesHow(without)] };
}

/** Names an open finding with payer, profile, day and reason. */
const checkKeyOf = (encounter: Encounter, { id }: Pick<Rule, 'id'>, { because }: Verdict): string =>
  id + forThisClaim(encounter) + because;

const forThisClaim = ({ payer, profile, dateOfService }: Encounter): string =>
  `|${payer}|${profile ? `${profile.id}|` : ''}${dateOfService}|`;

const overrideOf = ({ overrides }: Encounter, key: string): Override | null =>
  overrides.length > 0 ? (overrides.find(({ finding }) => finding === key) ?? null) : null;

function draftClaim(encounter: Encounter, ruleBook: RuleBook): Drafted {
  const { code, how } = selectCode(encounter, ruleBook);
  if (!code) return { draft: draftWithoutCode(encounter, ruleBook), how };
  if (code.hcpcsDosage === null) return draftOfWholeDrug(encounter, code, how, ruleBook);
  const amounts = unitsOfService(encounter, code.hcpcsDosage);
  const payment = ruleBook.separatePayment(encounter, code);
  const wasteModifiers = ruleBook.wasteModifiers(encounter, code, payment);
  const beside = ruleBook.lineModifiers(encounter, code, payment);
  const { lines, how: linesHow } = serviceLines({
    code,
    amounts,
    wasteModifiers,
    withWaste: beside.withWaste,
    ...lineFactsOf(encounter),
  });
  const besideHow = beside.how(new Set(lines.flatMap(({ modifiers }) => modifiers)));
  const totalUnits = unitsOn(lines);
  return {
    draft: {
      encounter,
      code,
      amounts,
      wasteModifiers,
      payment,
      lines,
      services: noServices,
      held: null,
      totalUnits,
      tables: ruleBook.tables,
    },
    how: [...how, ...toldSteps(encounter), ...partSteps(encounter), ...amounts.how, ...linesHow, ...besideHow],
  };
}

/** No code, so no line. */
const draftWithoutCode = (encounter: Encounter, { tables }: RuleBook): DraftClaim => ({
  encounter,
  code: null,
  amounts: null,
  wasteModifiers: null,
  payment: null,
  lines: [],
  services: noServices,
  held: null,
  totalUnits: noUnits,
  tables,
});

/** What an encounter tells of its lines, the payer's profile before the answers. */
function lineFactsOf(encounter: Encounter) {
  const { profile, linePerNdc } = encounter;
  return {
    container: encounter.container,
    opened: encounter.opened,
    ndcs: encounter.ndcs,
    strength: encounter.strength,
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
function draftOfWholeDrug(encounter: Encounter, code: HcpcsCode, how: readonly Step[], ruleBook: RuleBook): Drafted {
  const payment = ruleBook.separatePayment(encounter, code);
  const wasteModifiers = ruleBook.wasteModifiers(encounter, code, payment);
  const beside = ruleBook.lineModifiers(encounter, code, payment);
  const lines = isNone(encounter.given) ? [] : [lineOfWholeDrug(encounter, code, beside.withWaste([]))];
  const nothing: Step = { says: 'Nothing was given, so there is no line.', rows: ['2.17'] };
  return {
    draft: {
      encounter,
      code,
      amounts: null,
      wasteModifiers,
      payment,
      lines,
      services: noServices,
      held: null,
      totalUnits: unitsOn(lines),
      tables: ruleBook.tables,
    },
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

/** Every rule's finding, worst first, a certain fail before the others; rules keep their order among equals. */
function findingsOf(draft: DraftClaim, rules: readonly Rule[]): readonly Finding[] {
  const { checked, payer } = draft.encounter;
  const ofThisClaim = forThisClaim(draft.encounter);
  const found: Record<Outcome | 'certain', Finding[]> = {
    'on-hold': [],
    certain: [],
    fail: [],
    'needs-review': [],
    pass: [],
    'not-applicable': [],
  };
  for (const rule of rules) {
    const verdict = asSentBy(payer, rule.check(draft));
    const settled = verdict.outcome === 'pass' || verdict.outcome === 'not-applicable';
    const checkKey = settled ? rule.id : rule.id + ofThisClaim + verdict.because;
    const checkedByBiller = checked.length > 0 && verdict.billerMayCheck === true && checked.includes(checkKey);
    // Only a fail can be certain: the others are not even asked.
    const certain = verdict.outcome === 'fail' && verdict.certain === true;
    const override = certain || verdict.holdsDrug === true ? overrideOf(draft.encounter, checkKey) : null;
    found[certain ? 'certain' : verdict.outcome].push({ rule, verdict, checkKey, checkedByBiller, override });
  }
  return found['on-hold'].concat(found.certain, found.fail, found['needs-review'], found.pass, found['not-applicable']);
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
function statusOf(findings: readonly Finding[]): Status {
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
