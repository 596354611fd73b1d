import type { DraftClaim, HcpcsCode, SeparatePayment, WasteModifiers } from '../engine/claim';
import { day, formatDate, type IsoDate } from '../engine/dated';
import type { Encounter } from '../engine/encounter';
import { wasRead, type ModifierStance, type PayerProfile } from '../engine/payer-profile';
import { formatUnits, noUnits, type BillingUnits } from '../engine/quantity';
import { rule, type Rule } from '../engine/rule';
import { cite } from './cite';
import { denials, modifierWanted } from './denials';
import { hasDrugLine, noDrugLine, type ClaimWithLine } from './drug-line';
import { fail, needsReview, notApplicable, pass, type Denial } from '../engine/verdict';
import { worthOf } from './payment-limits';
import { isMedicaresWay, unsettledPlace } from './payment-status';
import { formOf } from './setting-form';

/** The days on which Medicare's waste modifiers changed: row 2.4. */
export const jwUniform = day('2017-01-01');
export const jzUsable = day('2023-01-01');
export const jzMandatory = day('2023-07-01');
export const returnedWithout = day('2023-10-01');

const bothSettled = (settled: boolean) => ({ jwSettled: settled, jzSettled: settled });
const neither = (says: string, row: string): WasteModifiers => ({
  jw: false,
  jz: false,
  ...bothSettled(true),
  step: { says, rows: [row] },
});

/** Which of JW and JZ a line of this code takes: by container, payer, setting and code (2b), and date (2.4). */
export function wasteModifiers(
  encounter: Encounter,
  { hcpcs, hcpcsDosage }: HcpcsCode,
  payment: SeparatePayment,
): WasteModifiers {
  if (encounter.payer === 'self-pay') return neither('A self-pay line carries neither JW nor JZ.', '2b self-pay');
  if (!payment.separate && !profileDecides(encounter)) {
    return {
      ...neither(`${payment.because} The line carries neither JW nor JZ.`, payment.rows[0] ?? '2b plans'),
      ...bothSettled(encounter.payer === 'medicare-part-b'),
    };
  }
  if (hcpcsDosage === null) {
    return {
      ...neither('Whether a compounded drug takes JW or JZ was not found, so the line has neither.', '2b compounded'),
      ...bothSettled(false),
    };
  }
  if (hcpcs === 'J0428' && (encounter.payerConfirmation === null || encounter.payerConfirmation.code !== null)) {
    return {
      ...neither(`${unnamed} Waste is shown with JW, and JZ is left off.`, '1.12'),
      jw: true,
      ...bothSettled(false),
    };
  }
  const { dateOfService, profile } = encounter;
  const settled = encounter.payer === 'medicare-part-b' && dateOfService >= jwUniform && hcpcs !== 'J0428';
  if (profile && speaksOfWaste(profile)) return byProfile(profile, encounter, settled);
  const { jw, jz } = medicareWay(dateOfService);
  return { jw, jz, jwSettled: settled, jzSettled: settled, step: { says: saidOf(dateOfService), rows: ['2.4'] } };
}

/** Row 1.12. */
const unnamed = 'No text on JW and JZ names J0428.';

const speaksOfWaste = ({ jw, jz }: PayerProfile): boolean => (jw ?? jz) !== null;
/**
 * That Medicare does not pay the drug on its own takes no JW or JZ off for a plan that has its own word on them (row 2b
 * plans).
 */
const profileDecides = ({ payer, profile }: Encounter): boolean =>
  payer !== 'medicare-part-b' && profile !== null && speaksOfWaste(profile);

const medicareWay = (dateOfService: IsoDate) => ({ jw: true, jz: dateOfService >= jzMandatory });

/**
 * `by` the profile's word, by what the profile leaves open ('silent', said of the profile), or by neither ('plain').
 */
type Stance = {
  readonly on: boolean;
  readonly known: boolean;
  readonly by: 'said' | 'silent' | 'plain';
  readonly says: string;
};

/**
 * What a payer's profile says of one of the two on the day of service; Medicare's way where it says nothing. Before its
 * day a modifier that is taken was not yet taken, and nothing is known of one that was to be left off. Where the payer
 * is Medicare, its own rule (row 2.4) settles what the profile leaves open.
 */
function stanceOf(
  name: 'JW' | 'JZ',
  stance: ModifierStance | null,
  from: IsoDate | null,
  medicareWay: boolean,
  settled: boolean,
  dateOfService: IsoDate,
): Stance {
  if (stance === null) {
    const says = settled
      ? `does not name ${name}, so ${name} follows Medicare’s rule.`
      : `does not say what the payer does with ${name}, so ${name} follows Medicare’s way.`;
    return { on: medicareWay, known: settled, by: 'silent', says };
  }
  const on = stance === 'required' || stance === 'accepted';
  if (from === null || dateOfService >= from)
    return { on, known: true, by: 'said', says: `${name} is ${stanceWords[stance]}.` };
  if (on) return { on: false, known: true, by: 'said', says: `${name} is taken only from ${formatDate(from)}.` };
  const says = settled
    ? `starts for ${name} on ${formatDate(from)}. Before that Medicare’s own rule holds.`
    : `does not say what the payer did with ${name} before ${formatDate(from)}, so ${name} follows Medicare’s way.`;
  return { on: medicareWay, known: settled, by: 'silent', says };
}

const stanceWords = {
  required: 'required',
  accepted: 'taken',
  'not-required': 'not required and is left off',
  'not-accepted': 'not taken',
} as const satisfies Record<ModifierStance, string>;

/** "The profile X says: JW is taken. It does not say what the payer does with JZ, …" */
function inProfileWords(name: string, jw: Stance, jz: Stance): string {
  const jzAlone = jz.by === 'said' && jw.by !== 'said' ? `It says: ${jz.says}` : jz.says;
  return (
    `The profile ${name} ${jw.by === 'said' ? `says: ${jw.says}` : jw.says} ` +
    `${jz.by === 'silent' ? `It ${jz.says}` : jzAlone}`
  );
}

function byProfile(profile: PayerProfile, { dateOfService, setting }: Encounter, settled: boolean): WasteModifiers {
  const medicare = medicareWay(dateOfService);
  const jw = stanceOf('JW', profile.jw, profile.jwFrom, medicare.jw, settled, dateOfService);
  const read = stanceOf('JZ', profile.jz, profile.jzFrom, medicare.jz, settled, dateOfService);
  const professionalOnly =
    profile.jz !== null && profile.jzProfessionalOnly === true && formOf(setting) === 'institutional';
  const tooEarly = dateOfService < jzUsable && read.on;
  const jz: Stance = professionalOnly
    ? {
        on: false,
        known: false,
        by: 'plain',
        says: 'What is known of JZ is for professional claims. On this facility claim JZ is left off.',
      }
    : tooEarly
      ? { ...read, on: false, by: 'plain', says: `JZ could not be used before ${formatDate(jzUsable)}.` }
      : read;
  const rows = wasRead(profile) ? profile.rows : ['2b own profile'];
  const followsMedicare = [jw, jz].some(({ by }) => by === 'silent');
  return {
    jw: jw.on,
    jz: jz.on,
    jwSettled: jw.known,
    jzSettled: jz.known,
    step: {
      says: inProfileWords(profile.name, jw, jz),
      rows: followsMedicare && !rows.includes('2.4') ? [...rows, '2.4'] : rows,
    },
  };
}

/**
 * The rule of the day in words (row 2.4). Every plan's own rule, and a code outside the tables, is not settled by it
 * (row 2b plans).
 */
function saidOf(dateOfService: IsoDate): string {
  if (dateOfService < jwUniform)
    return `Before ${formatDate(jwUniform)} each contractor decided on JW. There was no JZ.`;
  if (dateOfService < jzUsable) return 'Medicare used JW on the date of service, and not yet JZ.';
  if (dateOfService < jzMandatory)
    return `JZ was free to use until ${formatDate(jzMandatory)}, so it is left off. JW was in use.`;
  return 'Medicare’s rule on the date of service: the line of a single-dose drug carries JW or JZ.';
}

/**
 * What no line may say, whatever put it there: JW and JZ together (row 2.18), or one that the payer's profile does not
 * take on the day.
 */
function refusedOn({
  lines,
  encounter: { profile, payer, dateOfService },
}: DraftClaim): { readonly because: string; readonly fix: string } | null {
  if (payer === 'self-pay') return null;
  const on = (['JW', 'JZ'] as const).filter((modifier) => lines.some(({ modifiers }) => modifiers.includes(modifier)));
  if (on.length === 2) {
    return {
      because: 'JW and JZ are on one claim of the drug. JW says that drug was wasted, and JZ that none was',
      fix: 'Correct the dose, the waste or the payer profile. Only one of JW and JZ can be true.',
    };
  }
  const [because] = on.flatMap((modifier) => (profile && refusedByProfile(modifier, profile, dateOfService)) ?? []);
  return because === undefined ? null : { because, fix: 'Verify with the payer, and correct the profile.' };
}

function refusedByProfile(modifier: 'JW' | 'JZ', profile: PayerProfile, dateOfService: IsoDate): string | null {
  const [stance, from] = modifier === 'JW' ? [profile.jw, profile.jwFrom] : [profile.jz, profile.jzFrom];
  const says = `${modifier} is on the line, and the profile ${profile.name} says that the payer`;
  if (stance === 'not-accepted' && (!from || dateOfService >= from)) return `${says} does not take it`;
  if ((stance === 'required' || stance === 'accepted') && from && dateOfService < from)
    return `${says} takes it only from ${formatDate(from)}`;
  return null;
}

const isWasteModifier = (modifier: string): boolean => modifier === 'JW' || modifier === 'JZ';

const wasteModifierRule = rule({
  id: 'modifier/jw-jz',
  title: 'JW or JZ',
  rows: cite('2.4', '2.10', '2.18', '2b plans', '2b compounded', '1.12'),
  outcomes: ['fail', 'needs-review', 'pass', 'not-applicable'],
  check(claim) {
    if (!hasDrugLine(claim)) return noDrugLine;
    const { code, lines, amounts, payment, wasteModifiers: policy, encounter } = claim;
    const { container, payer } = encounter;
    const refused = refusedOn(claim);
    if (refused) {
      const more = { fix: refused.fix, denial: denials.wrongModifier, goTo: 'profile', certain: true } as const;
      return fail(`${refused.because}.`, more);
    }
    if (code.hcpcsDosage === null && payer !== 'self-pay') return ofCompound(claim);
    if (container === 'multi-dose')
      return notApplicable('By Medicare’s rule a multi-dose container takes neither JW nor JZ.');
    const discarded = amounts?.discardedUnits ?? noUnits;
    const isWasted = discarded.units > 0;
    const settled = isWasted ? policy.jwSettled : policy.jzSettled;
    const paidApart = payer !== 'self-pay' && (payment.separate || profileDecides(encounter));
    if (!paidApart && settled) return notApplicable(policy.step.says);
    const on = lines.flatMap(({ modifiers }) => modifiers).find(isWasteModifier) ?? null;
    const leftOff = isWasted ? !policy.jw : !policy.jz;
    if (on === null && leftOff && paidApart && isReturnedWithout(claim)) return returnedForNeither(claim);
    const mayBePaid = paidApart || (payer !== 'self-pay' && payer !== 'medicare-part-b');
    if (mayBePaid && isWasted && !policy.jw) return wasteNotBilled(claim, discarded, paidApart);
    if (on === null && policy.jz) return notApplicable('JZ is left off while drug is not accounted for.');
    return settled ? asWanted(claim, on) : stillToAsk(claim, on, paidApart);
  },
});

/** Claims without either are returned, as MA130 tells, only since that day (row 2.4). */
const deniedWithout = ({ encounter: { dateOfService } }: DraftClaim): Denial =>
  dateOfService >= returnedWithout ? denials.missingModifier : modifierWanted;

const ofCompound = (claim: ClaimWithLine) =>
  needsReview(claim.wasteModifiers.step.says, {
    fix: 'Ask the payer whether it wants JW or JZ on a compounded drug.',
    denial: deniedWithout(claim),
    goTo: 'drugSource',
    billerMayCheck: true,
    settledBy: 'payer',
  });

const isReturnedWithout = ({ code, encounter: { payer, dateOfService } }: ClaimWithLine): boolean =>
  payer === 'medicare-part-b' && code.descriptor !== null && dateOfService >= returnedWithout;

const returnedForNeither = ({ wasteModifiers: { step } }: ClaimWithLine) =>
  fail(`The line carries neither JW nor JZ, and Medicare returns it without one. ${step.says}`, {
    fix: 'Correct the payer profile. A single-dose drug that is paid on its own takes JW or JZ.',
    denial: denials.missingModifier,
    goTo: 'profile',
    certain: true,
  });

/** Whole units were wasted, and no line tells of them. */
function wasteNotBilled(claim: ClaimWithLine, discarded: BillingUnits, paidApart: boolean) {
  const { profile } = claim.encounter;
  const reason = profile?.jw === 'not-accepted' ? 'this payer takes no JW' : 'JW is left off';
  const value = worthOf(discarded, claim);
  const are = discarded.units === 1 ? 'is' : 'are';
  const waste = `${formatUnits(discarded)} of waste${value ? `${value},` : ''} ${are} not billed: ${reason}.`;
  const why = paidApart ? 'JZ is left off because drug was wasted.' : anothersWay(claim);
  return needsReview(`${claim.wasteModifiers.step.says} ${waste} ${why}`, {
    fix: 'Ask the payer how it wants waste told, and whether it pays for it.',
    denial: deniedWithout(claim),
    goTo: 'profile',
    billerMayCheck: true,
    settledBy: 'payer',
  });
}

const payerMayDiffer = 'This payer may want it otherwise.';
const anothersWay = ({ payment }: ClaimWithLine): string =>
  isMedicaresWay(payment) ? `That is Medicare’s way. ${payerMayDiffer}` : payerMayDiffer;
/** Whether the code is in no list: there is no way of Medicare’s for it (row 1.12). */
const isUnlisted = ({ code }: ClaimWithLine): boolean => code.descriptor === null;
const doneInWords = (on: string | null): string =>
  on ? `${on} is on the line.` : 'The line carries neither JW nor JZ.';

/** Nothing read settles what this payer wanted on the day. */
function stillToAsk(claim: ClaimWithLine, on: string | null, paidApart: boolean) {
  const {
    wasteModifiers: { step },
    encounter: { payer, profile, dateOfService },
  } = claim;
  const isMedicare = payer === 'medicare-part-b';
  const ofOther = isUnlisted(claim)
    ? `${ofMedicare(claim, on, paidApart)} ${payerMayDiffer}`
    : `${placeOf(claim, paidApart)}${anothersWay(claim)}`;
  const own = isMedicare ? ofMedicare(claim, on, paidApart) : ofOther;
  return needsReview(`${doneInWords(on)} ${profile && paidApart ? step.says : own}`, {
    fix:
      dateOfService < jzUsable
        ? `JZ did not exist then. Ask the ${isMedicare ? 'contractor' : 'payer'} whether it wanted JW.`
        : `Ask the ${isMedicare ? 'contractor' : 'payer'} whether it takes JW and JZ, and from which date.`,
    denial: on ? denials.wrongModifier : deniedWithout(claim),
    ...(isMedicare && !profile ? {} : { goTo: 'profile' as const }),
    billerMayCheck: true,
  });
}

const placeOf = ({ payment }: ClaimWithLine, paidApart: boolean): string => (paidApart ? '' : `${payment.because} `);

/** What original Medicare leaves open: the years before its rule was one, and a code that no text of it names. */
function ofMedicare(claim: ClaimWithLine, on: string | null, paidApart: boolean): string {
  const { dateOfService } = claim.encounter;
  if (dateOfService < jwUniform) return saidOf(dateOfService);
  const off = dateOfService < jzMandatory ? saidOf(dateOfService) : 'JZ is left off until the payer confirms the code.';
  const way = on ? `${on} follows Medicare’s rule for drugs that are paid on their own.` : off;
  return `${placeOf(claim, paidApart)}${unnamed} ${way}`;
}

/** What stands on the line, and whose rule it is: the profile's, or Medicare's on the day. */
function asWanted({ wasteModifiers: { step }, encounter, payment }: ClaimWithLine, on: string | null) {
  const { profile, dateOfService } = encounter;
  const done = doneInWords(on);
  if (profile) return pass(`${done} ${step.says}`);
  if (!on) return pass(`${done} JZ was not required on the date of service.`);
  if (dateOfService < returnedWithout || unsettledPlace(encounter)) return pass(done);
  if (payment.table && payment.table.standing !== 'in-force')
    return pass(`${done} Whether the drug is paid on its own line was not read for this day.`);
  return pass(`${done} Without it Medicare would return the claim.`);
}

export const wasteModifierRules: readonly Rule[] = [wasteModifierRule];
