import type { DraftClaim, ServiceLine } from '../engine/claim';
import type { IsoDate } from '../engine/dated';
import type { Encounter } from '../engine/encounter';
import type { Ndc11 } from '../engine/ndc';
import type { Payer } from '../engine/payer-profile';
import type { JudgedClaim } from '../engine/prepared-claim';
import type { OpenedTables } from '../engine/published-tables';
import { noUnits, unitsSum, wholeUnitsIn, type BillingUnits, type Money } from '../engine/quantity';
import { isIntrathecalCode } from '../rules/hcpcs';
import { maximumIn, mueAsOf, mueRead } from '../rules/mue';
import { payerTypeNames, profileOf } from '../rules/payers';
import { paymentLimitAsOf, paysByLimit } from '../rules/payment-limits';
import { formOf } from '../rules/setting-form';
import { productIn } from '../rules/products';
import { jzUsable } from '../rules/waste-modifiers';
import { lineInShort } from './audit-line';

/** Why a claim needs a person: what is not told, or is known of no source. */
export type Question = {
  readonly kind:
    | 'no-container'
    | 'plan-rule'
    | 'held'
    | 'facts'
    | 'no-units'
    | 'two-drugs'
    | 'rows-differ'
    | 'row-not-read'
    | 'modifier-not-told'
    | 'ndc-not-on-file'
    | 'limit-not-read'
    | 'authorization'
    | 'payment-not-told'
    | 'reversal-alone';
  readonly says: string;
  readonly rows: readonly string[];
};

/** What one unit is worth, and by whose word: of another payer without a fee on file Medicare’s limit is a measure. */
export type UnitPrice = {
  readonly perUnit: Money;
  readonly by: 'payment-limit' | 'plan-fee' | 'measure';
};

/** How this payer takes a correction. */
export type CorrectionWay = 'medicare' | 'facility' | 'advantage' | 'medicaid' | 'plan' | 'other' | 'self-pay';

type Approval = { readonly number: string; readonly approved: BillingUnits | null; readonly used: BillingUnits | null };

/** What should have been billed, as far as an audit needs it: of one prepared claim, small enough to keep a million. */
export type Due = {
  readonly day: IsoDate;
  readonly payer: Payer;
  readonly payerName: string;
  readonly way: CorrectionWay;
  readonly code: string | null;
  readonly lines: readonly ServiceLine[];
  readonly given: BillingUnits;
  /** On lines with JW. */
  readonly wasted: BillingUnits;
  /** Whole units of waste, whether this payer takes JW or not. */
  readonly discarded: BillingUnits;
  readonly givenModifiers: readonly string[];
  readonly jz: 'wanted' | 'taken' | 'not-taken';
  /** Whole units on the labels of what was opened; null: not told. */
  readonly labeled: BillingUnits | null;
  readonly ndcs: readonly Ndc11[];
  /** In mcg/mL, of the containers opened. */
  readonly strengths: readonly number[];
  readonly most: { readonly units: BillingUnits; readonly said: 'of-day' | 'around' | 'not-read' } | null;
  /** Why the day or the answer of the preauthorization does not fit, in its rule’s words; null: nothing against it. */
  readonly outside: string | null;
  readonly approval: Approval | null;
  readonly price: UnitPrice | null;
  readonly filingDays: number | null;
  readonly retroactiveDays: number | null;
  /** Blocks all that is held against the dose. */
  readonly open: Question | null;
  /** Blocks JW, JZ and waste alone. */
  readonly wasteOpen: Question | null;
  readonly authorizationOpen: Question | null;
};

/**
 * What should have been billed, as billers write it: "J0475 x3; J0475-JW x1". What the payer’s rule is not known of is
 * said to be open, and is not told as due.
 */
export function dueInShort({ lines, wasteOpen }: Pick<Due, 'lines' | 'wasteOpen'>): string {
  const inShort = ({ hcpcs, modifiers, unitsOfService }: ServiceLine) => lineInShort(hcpcs, modifiers, unitsOfService);
  if (!wasteOpen) return lines.map(inShort).join('; ');
  const given = lines.filter(({ of }) => of !== 'discarded');
  const isOpen = given.some(({ modifiers }) => modifiers.includes('JZ'));
  return [
    ...given.map((line) => inShort({ ...line, modifiers: line.modifiers.filter((each) => each !== 'JZ') })),
    ...(isOpen ? ['JZ is open'] : []),
    ...lines.filter((line) => !given.includes(line)).map((line) => `${inShort(line)} is open`),
  ].join('; ');
}

/** What the tables say of a code on a day, for one payer and setting: the same for many rows. */
type OfDay = Pick<Due, 'most'> & { readonly limit: UnitPrice | null };

/** More kinds of dues than these are kept each on its own. */
const mostKinds = 50_000;

/**
 * What was due by the same facts is one value: a year of a clinic has few doses, and memory holds a million rows. An
 * approval is kept with its own claim, for its units are counted from claim to claim.
 */
function sameOnce(): (due: Due) => Due {
  const known = new Map<string, Due>();
  return (due) => {
    if (due.approval) return due;
    const { price, most, open, wasteOpen, authorizationOpen } = due;
    const key = [
      due.day,
      due.payer,
      due.payerName,
      due.way,
      due.code,
      dueInShort(due),
      due.labeled?.units,
      due.discarded.units,
      due.jz,
      due.ndcs.join(),
      due.strengths.join(),
      price && `${price.by}${price.perUnit.tenthsOfCent}`,
      most && `${most.said}${most.units.units}`,
      due.filingDays,
      due.retroactiveDays,
      due.outside,
      open?.says,
      wasteOpen?.says,
      authorizationOpen?.says,
    ].join('|');
    const before = known.get(key);
    if (before) return before;
    if (known.size < mostKinds) known.set(key, due);
    return due;
  };
}

/** Takes from prepared claims the facts that what was billed is held against; looks each day up once. */
export function dueReader(): (claim: JudgedClaim) => Due {
  const known = new Map<string, OfDay>();
  const once = sameOnce();
  return (claim) => {
    const { payer, setting, dateOfService } = claim.encounter;
    const key = `${dateOfService}${claim.code?.hcpcs}${payer}${setting}${claim.payment?.separate}`;
    let ofDay = known.get(key);
    if (!ofDay) {
      ofDay = { most: mostOf(claim), limit: limitOf(claim) };
      known.set(key, ofDay);
    }
    return once(dueOf(claim, ofDay));
  };
}

function dueOf(claim: JudgedClaim, { most, limit }: OfDay): Due {
  const { encounter, code, lines, tables } = claim;
  const profile = profileOf(encounter);
  const { outside, approval, authorizationOpen } = authorizationOf(claim);
  const fee = code?.hcpcs === 'J0475' && limit?.by !== 'payment-limit' ? profile.feePerUnit : null;
  return {
    day: encounter.dateOfService,
    payer: encounter.payer,
    payerName: encounter.profile?.name ?? payerTypeNames[encounter.payer],
    way: wayOf(claim),
    code: code?.hcpcs ?? null,
    lines,
    given: unitsOfLines(lines, 'administered'),
    wasted: unitsOfLines(lines, 'discarded'),
    discarded: claim.amounts?.discardedUnits ?? noUnits,
    givenModifiers: lines.find(({ of }) => of === 'administered')?.modifiers ?? noModifiers,
    jz: jzOf(claim),
    labeled: isContainerTold(encounter) && claim.amounts ? labeledUnits(claim.amounts) : null,
    ndcs: encounter.ndcs,
    strengths: strengthsOf(encounter, tables),
    most,
    outside,
    approval,
    authorizationOpen,
    price: fee ? { perUnit: fee, by: 'plan-fee' } : limit,
    filingDays: profile.filingDays,
    retroactiveDays: profile.retroactiveDays,
    open: openOf(claim),
    wasteOpen: wasteOpenOf(claim),
  };
}

const noModifiers: readonly string[] = [];

const isContainerTold = ({ labeled, opened }: Encounter): boolean => labeled !== null || opened.length > 0;

const labeledUnits = ({ labeled, hcpcsDosage }: NonNullable<DraftClaim['amounts']>): BillingUnits =>
  wholeUnitsIn(labeled, hcpcsDosage);

function unitsOfLines(lines: readonly ServiceLine[], kind: ServiceLine['of']): BillingUnits {
  let sum = noUnits;
  for (const { of, unitsOfService } of lines)
    if (of === kind) sum = sum === noUnits ? unitsOfService : unitsSum(sum, unitsOfService);
  return sum;
}

const institutional = ['rhc', 'fqhc'] as const;

function wayOf({ encounter: { payer, setting } }: JudgedClaim): CorrectionWay {
  if (payer === 'medicare-part-b')
    return formOf(setting) === 'institutional' || institutional.some((each) => each === setting)
      ? 'facility'
      : 'medicare';
  return wayOfPlan[payer];
}

const wayOfPlan = {
  'medicare-advantage': 'advantage',
  medicaid: 'medicaid',
  commercial: 'plan',
  'other-government': 'other',
  'workers-compensation': 'other',
  'self-pay': 'self-pay',
} as const satisfies Record<Exclude<Payer, 'medicare-part-b'>, CorrectionWay>;

/** A payer that takes the claim without JZ, or that took none yet, is not told wrong by it (rows 2.4 and 2b). */
function jzOf({ lines, encounter, wasteModifiers }: JudgedClaim): Due['jz'] {
  const { profile, dateOfService, container, payer } = encounter;
  if (lines.some(({ modifiers }) => modifiers.includes('JZ'))) return profile?.jz === 'accepted' ? 'taken' : 'wanted';
  const refused = profile?.jz === 'not-accepted' || container === 'multi-dose' || payer === 'self-pay';
  return refused || dateOfService < jzUsable || wasteModifiers === null ? 'not-taken' : 'taken';
}

function strengthsOf({ opened, ndcs, strength, dateOfService }: Encounter, tables: OpenedTables): readonly number[] {
  if (opened.length > 0) return opened.map(({ strength: { mcgPerMl } }) => mcgPerMl);
  if (strength) return [strength.mcgPerMl];
  return ndcs.flatMap((ndc) => productIn(tables, ndc, dateOfService)?.strength.mcgPerMl ?? []);
}

/** Medicare’s daily maximum; where the table of the day was not read, that of those around it, if they agree. */
function mostOf({ code, payment, encounter: { payer, setting, dateOfService } }: JudgedClaim): Due['most'] {
  if (!code || payer === 'self-pay' || (payment && !payment.separate && payment.table === null)) return null;
  const found = mueAsOf(code.hcpcs, dateOfService);
  if (!found) return null;
  const units = maximumIn(found.entry, setting);
  if (payer !== 'medicare-part-b') return { units, said: 'not-read' };
  if (found.standing === 'in-force') return { units, said: 'of-day' };
  const next = mueRead.find(({ from }) => from > dateOfService);
  const after = next && mueAsOf(code.hcpcs, next.from);
  const agrees = after && after.entry.from > found.entry.from && maximumIn(after.entry, setting).units === units.units;
  return { units, said: agrees ? 'around' : 'not-read' };
}

/** Medicare’s limit of the day, as a measure for who does not pay by it; null: none is on file for the day. */
function limitOf({ encounter, code, tables }: JudgedClaim): UnitPrice | null {
  if (encounter.payer === 'self-pay' || !code) return null;
  return limitOn(encounter.dateOfService, code.hcpcs, paysByLimit(encounter) ? 'payment-limit' : 'measure', tables);
}

function limitOn(day: IsoDate, hcpcs: string, by: UnitPrice['by'], tables: OpenedTables): UnitPrice | null {
  if (!isIntrathecalCode(hcpcs)) return null;
  const { perUnit, standing } = paymentLimitAsOf(hcpcs, tables, day);
  return standing === 'in-force' ? { perUnit, by } : null;
}

/** The price of a code that was billed in the place of the one that was due. */
export function priceOfOther({ day, code, price }: Due, hcpcs: string, tables: OpenedTables): UnitPrice | null {
  if (!price || hcpcs === code) return price;
  return limitOn(day, hcpcs, price.by === 'payment-limit' ? 'payment-limit' : 'measure', tables);
}

function authorizationOf(claim: JudgedClaim): Pick<Due, 'outside' | 'approval' | 'authorizationOpen'> {
  const { priorAuthorization: told, payer } = claim.encounter;
  if (payer === 'medicare-part-b' || payer === 'self-pay') return noApproval;
  const failed = (rule: string) =>
    claim.findings.find((each) => each.rule.id === rule && each.verdict.outcome === 'fail')?.verdict.because;
  const status = failed('preauthorization/status');
  if (told.status === 'denied' && status) return { ...noApproval, outside: status };
  if (!('number' in told)) return status ? { ...noApproval, authorizationOpen: asked(status) } : noApproval;
  return {
    outside: failed('preauthorization/dates') ?? status ?? null,
    approval: { number: told.number ?? '', approved: told.unitsApproved, used: told.unitsUsed },
    authorizationOpen: null,
  };
}

const noApproval = { outside: null, approval: null, authorizationOpen: null };
const asked = (says: string): Question => ({ kind: 'authorization', says, rows: ['8', '7.6'] });

/** What keeps the whole claim from being decided: a hold, facts that are wrong themselves, no container told. */
function openOf({ encounter, code, held, findings, lines, beside }: JudgedClaim): Question | null {
  const [first] = findings;
  if (first?.verdict.outcome === 'on-hold') return { kind: 'held', says: first.verdict.because, rows: first.rule.rows };
  if (beside.length > 0) return twoDrugs;
  if (held) return { kind: 'held', says: held.because, rows: held.rows };
  for (const { verdict, rule } of findings) {
    if (verdict.outcome !== 'fail') break;
    if (areFacts(rule.id)) return { kind: 'facts', says: verdict.because, rows: rule.rows };
  }
  if (code === null || code.hcpcsDosage === null)
    return { kind: 'no-units', says: 'No code with a unit of its own fits these facts.', rows: ['1.9', '1.12'] };
  if (!isContainerTold(encounter) && lines.length > 0 && encounter.container === 'single-dose') return noContainer;
  return null;
}

const twoDrugs: Question = {
  kind: 'two-drugs',
  says: 'The row tells of two drugs of one day. Tell each on a row of its own.',
  rows: ['2.21'],
};
const noContainer: Question = {
  kind: 'no-container',
  says: 'What was opened is not told. So whether drug was left over is not known.',
  rows: ['2.2', '2.22'],
};

/** The rules whose fail says that the facts of the row cannot be right. */
const areFacts = (id: string): boolean =>
  (id.startsWith('amounts/') && id !== 'amounts/waste-alone') ||
  id.startsWith('code/') ||
  id === 'claim/date-of-service' ||
  id === 'payment/dme' ||
  id === 'payment/place';

function wasteOpenOf({ amounts, wasteModifiers, encounter: { payer, container } }: JudgedClaim): Question | null {
  if (!wasteModifiers || payer === 'self-pay' || container === 'multi-dose') return null;
  const isWasted = (amounts?.discardedUnits.units ?? 0) > 0;
  const settled = isWasted ? wasteModifiers.jwSettled : wasteModifiers.jzSettled;
  if (settled) return null;
  return {
    kind: 'plan-rule',
    says: `Whether this payer takes ${isWasted ? 'JW' : 'JZ'} is not known.`,
    rows: wasteModifiers.step.rows.includes('2b plans') ? ['2b plans'] : [...wasteModifiers.step.rows, '2b plans'],
  };
}
