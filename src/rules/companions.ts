import { covers, day, formatDate, type IsoDate } from '../engine/dated';
import type { CompanionCode, Payer, PumpFill } from '../engine/encounter';
import { formatMcg, formatStrength, isSame, isSameStrength } from '../engine/quantity';
import { fail, needsReview, notApplicable, pass, rule, worstOf, type Rule, type Verdict } from '../engine/rule';
import { cite } from './cite';
import { denials } from './denials';
import { profileOf } from './payers';

/** What each code is for, in this product's own words: row 5 services. */
export const companionWords = {
  '62369': 'refill and programming, staff',
  '62370': 'refill and programming, physician’s skill needed',
  '95990': 'refill without programming, staff',
  '95991': 'refill without programming, physician',
  '62367': 'pump check alone',
  '62368': 'pump check and programming, no refill',
  '62322': 'trial injection, no imaging',
  '62323': 'trial injection, with imaging',
  '62362': 'implant of the pump',
  A4220: 'refill kit',
} as const satisfies Record<CompanionCode, string>;

const refills: readonly CompanionCode[] = ['62369', '62370', '95990', '95991'];
const checks: readonly CompanionCode[] = ['62367', '62368'];
const withoutProgramming: readonly CompanionCode[] = ['95990', '95991'];
const trials: readonly CompanionCode[] = ['62322', '62323'];

type Pair = { readonly paid: CompanionCode; readonly bundled: CompanionCode; readonly indicator: 0 | 1 };
const into = (paid: CompanionCode, indicator: 0 | 1, ...bundled: CompanionCode[]): readonly Pair[] => bundled.map((each) => ({ paid, bundled: each, indicator }));

/** NCCI pairs, practitioner and outpatient alike; the first code is paid, the second is not. Row 5 pairs. */
export const ncciPairs: readonly Pair[] = [
  ...into('62370', 0, '62369', '62367', '62368', '95990', '95991', 'A4220'),
  ...into('62369', 0, '62367', '62368', '95990', '95991', 'A4220'),
  ...into('95991', 0, '95990', 'A4220'),
  ...into('95990', 0, 'A4220'),
  ...into('62323', 0, '62322'),
  ...into('62362', 1, '62367', '62368', '62369', '62370'),
];
/** The quarter of the edits that were read. */
export const ncciRead = { from: day('2024-07-01'), through: day('2024-09-30') };

const isInEdits = (date: IsoDate): boolean => covers(ncciRead, date);
const editOf = (date: IsoDate): string =>
  isInEdits(date) ? '' : ` The edits read are of ${formatDate(ncciRead.from)} to ${formatDate(ncciRead.through)}, not of the date of service.`;

const pairsRule = rule({
  id: 'companions/pairs',
  title: 'Codes that exclude each other',
  rows: cite('5 pairs', '5 A4220', '4 59'),
  outcomes: ['fail', 'needs-review', 'pass', 'not-applicable'],
  check({ encounter: { companions, payer, dateOfService } }) {
    const among = ncciPairs.filter(({ paid, bundled }) => companions.includes(paid) && companions.includes(bundled) && bundled !== 'A4220');
    if (companions.filter((code) => code !== 'A4220').length < 2) return notApplicable('No two procedures of the day were entered.');
    if (payer === 'self-pay') return notApplicable('No payer bundles a self-pay service.');
    if (among.length > 0) return worstOf(among.map((pair) => verdictOnPair(pair, payer, dateOfService)));
    const more = { denial: denials.packaged, goTo: 'companions', billerMayCheck: true } as const;
    const checked = checks.filter((code) => companions.includes(code));
    const refilled = withoutProgramming.filter((code) => companions.includes(code));
    if (checked.length > 0 && refilled.length > 0) {
      return needsReview(`${checked.join(' and ')} and ${refilled.join(' and ')} are no pair of the edits read, but First Coast never takes them together.`, { ...more, fix: 'Check which one code describes what was done: 62369 and 62370 are a refill with a check.' });
    }
    const compared = companions.filter((code) => code !== 'A4220');
    const none = `No pair of ${compared.join(', ')} is bundled in the edits read.`;
    if (!isInEdits(dateOfService)) return needsReview(`${none}${editOf(dateOfService)}`, { ...more, fix: 'Look the codes up in the NCCI edits of the quarter of service.' });
    return pass(none);
  },
});

function verdictOnPair({ paid, bundled, indicator }: Pair, payer: Payer, date: IsoDate) {
  const more = { denial: denials.packaged, goTo: 'companions' } as const;
  const says = `${bundled} is part of ${paid} on the same day.`;
  if (indicator === 1) {
    return needsReview(`${says} Medicare pays both only where the record shows that they were separate.${editOf(date)}`, { ...more, fix: `Drop ${bundled}, unless it was a separate service and the record says so.`, billerMayCheck: true });
  }
  if (payer !== 'medicare-part-b') {
    return needsReview(`${says} Medicare never pays both; many plans use its edits.${editOf(date)}`, { ...more, fix: `Drop ${bundled}, unless this payer is known to pay both.`, billerMayCheck: true });
  }
  return fail(`${says} No modifier gets it paid.${editOf(date)}`, { ...more, fix: `Keep ${paid} and drop ${bundled}.` });
}

const kitRule = rule({
  id: 'companions/refill-kit',
  title: 'Refill kit (A4220)',
  rows: cite('5 A4220', '5 pairs', '5 kit elsewhere', '1.4'),
  outcomes: ['fail', 'needs-review', 'pass', 'not-applicable'],
  check({ encounter }) {
    const { companions, payer, dateOfService } = encounter;
    if (!companions.includes('A4220')) return notApplicable('No refill kit was entered.');
    if (payer === 'self-pay') return notApplicable('No payer bundles a self-pay service.');
    const { refillKit, name } = profileOf(encounter);
    const more = { denial: denials.packaged, goTo: 'companions' } as const;
    if (payer === 'medicare-part-b') {
      const beside = refills.filter((code) => companions.includes(code));
      return fail(`Medicare does not pay A4220 on its own${beside.length > 0 ? `, and never beside ${beside.join(' or ')}` : ''}.${editOf(dateOfService)}`, { ...more, fix: 'Drop A4220.' });
    }
    if (refillKit === 'paid') return pass(`The profile ${name} says that A4220 is paid.`);
    if (refillKit === 'not-paid') return fail(`The profile ${name} says that A4220 is not paid.`, { ...more, fix: 'Drop A4220.' });
    return needsReview('Medicare never pays A4220 beside a refill; whether this plan does was not found.', {
      ...more,
      fix: 'Ask the payer, or drop A4220.',
      billerMayCheck: true,
    });
  },
});

const fitRule = rule({
  id: 'companions/fit',
  title: 'Procedure and drug fit together',
  rows: cite('5 services', '5 incident-to', '5 catheter trial'),
  outcomes: ['needs-review', 'pass', 'not-applicable'],
  check({ code, encounter: { companions, purpose, setting } }) {
    if (companions.length === 0) return notApplicable('No procedure was entered.');
    const more = { denial: denials.unclearService, goTo: 'companions', billerMayCheck: true } as const;
    const has = (codes: readonly CompanionCode[]) => codes.filter((each) => companions.includes(each)).join(' and ');
    const doubts: Verdict<'needs-review'>[] = [];
    if (purpose === 'pump-fill' && code && has(checks) && !has(refills) && !companions.includes('62362')) {
      doubts.push(needsReview(`${has(checks)} is a check without a refill, but drug for a fill is billed.`, { ...more, fix: 'Check which code describes what was done.' }));
    }
    if (purpose === 'pump-fill' && has(trials)) {
      doubts.push(needsReview(`${has(trials)} is the trial injection, but the purpose is a pump fill.`, { ...more, fix: 'Check the purpose and the code.' }));
    }
    if (purpose === 'screening-trial' && has([...refills, ...checks])) {
      doubts.push(needsReview(`${has([...refills, ...checks])} is about an implanted pump, but the purpose is a screening trial.`, { ...more, fix: 'Check the purpose and the code. Codes of a trial through a lasting catheter were not found.' }));
    }
    if (companions.includes('95990') && setting !== 'office') {
      doubts.push(needsReview('95990 includes no physician work, and is not payable to the physician outside the office.', { ...more, fix: 'Leave it to the facility’s claim, or check the setting.' }));
    }
    return doubts.length > 0 ? worstOf(doubts) : pass(`${companions.join(', ')}: nothing read speaks against the purpose and the setting.`);
  },
});

const sameClaimRule = rule({
  id: 'companions/same-claim',
  title: 'Procedure and drug on one claim',
  rows: cite('5 same claim', '5 supplied'),
  outcomes: ['needs-review', 'not-applicable'],
  check({ lines, encounter: { companions, payer, purpose } }) {
    const bundledAway = ncciPairs.filter(({ paid, indicator }) => indicator === 0 && companions.includes(paid)).map(({ bundled }) => bundled);
    const procedures = companions.filter((code) => code !== 'A4220' && !bundledAway.includes(code));
    if (payer === 'self-pay') return notApplicable('No claim goes to a payer.');
    if (lines.length === 0) return notApplicable('There is no drug line.');
    if (procedures.length > 0) {
      return needsReview(`${procedures.join(' and ')} and the drug of the same day belong on the same claim.`, {
        fix: 'Put them on one claim.',
        denial: denials.apart,
        billerMayCheck: true,
      });
    }
    return notApplicable(`No procedure of the day was entered. ${purpose === 'pump-fill' ? 'The refill procedure' : 'The procedure'} belongs on the same claim as the drug.`);
  },
});

/** Row 7.4: first day of the model. */
const wiserFrom = day('2026-01-15');

const wiserRule = rule({
  id: 'companions/wiser',
  title: 'WISeR review of 62323',
  rows: cite('7.4'),
  outcomes: ['needs-review', 'not-applicable'],
  check({ encounter: { companions, payer, dateOfService } }) {
    if (payer !== 'medicare-part-b' || !companions.includes('62323')) return notApplicable('No trial injection with imaging for Medicare was entered.');
    if (dateOfService < wiserFrom) return notApplicable(`The model began on ${formatDate(wiserFrom)}.`);
    return needsReview('In AZ, NJ, OH, OK, TX and WA the WISeR model reviews some epidural injections before payment, and 62323 is also their code.', {
      fix: 'In these states confirm with the contractor that a trial for severe spasticity is not caught by it.',
      denial: denials.noAuthorization,
      billerMayCheck: true,
    });
  },
});

/** The codes that tell of programming, and what is billed instead where nothing was programmed. */
const programming = {
  '62369': '95990',
  '62370': '95991',
  '62368': '62367',
} as const satisfies Partial<Record<CompanionCode, CompanionCode>>;
const isProgramming = (code: CompanionCode): code is keyof typeof programming => Object.hasOwn(programming, code);

const programmingRule = rule({
  id: 'companions/programming',
  title: 'Programming code, and what was programmed',
  rows: cite('5 nothing changed', '5 services'),
  outcomes: ['needs-review', 'pass', 'not-applicable'],
  check({ encounter: { companions, payer, pumpFill } }) {
    const billed = companions.filter(isProgramming);
    if (billed.length === 0) return notApplicable('No code with programming was entered.');
    if (payer === 'self-pay') return notApplicable('No payer asks what was programmed for a self-pay service.');
    if (!pumpFill) return notApplicable('What was programmed is told in the refill entry only.');
    const changed = whatChanged(pumpFill);
    if (changed) return pass(`${billed.join(' and ')} fits what was recorded: ${changed}.`);
    const { dailyDose, dailyDoseBefore, concentration, concentrationBefore } = pumpFill;
    if (!dailyDose || !dailyDoseBefore || !concentrationBefore) {
      return notApplicable('Whether dose or concentration changed is not told: that takes daily dose and concentration, before and after.');
    }
    return needsReview(
      `${billed.join(' and ')} tells of programming, but nothing was changed: ${formatMcg(dailyDose)} a day and ${formatStrength(concentration)}, before and after. Contractors differ on whether that is programming.`,
      {
        fix: `Ask the contractor. If it wants a change, bill ${billed.map((code) => `${programming[code]} instead of ${code}`).join(' and ')}.`,
        denial: denials.unclearService,
        goTo: 'companions',
        billerMayCheck: true,
      },
    );
  },
});

/** What the record of a refill shows as programmed; null where it shows nothing, or does not tell. */
function whatChanged({ dailyDose, dailyDoseBefore, concentration, concentrationBefore, bridgeBolus }: PumpFill): string | null {
  const dose = dailyDose && dailyDoseBefore && !isSame(dailyDose, dailyDoseBefore) ? [`the daily dose went from ${formatMcg(dailyDoseBefore)} to ${formatMcg(dailyDose)}`] : [];
  const strength = concentrationBefore && !isSameStrength(concentration, concentrationBefore) ? [`the concentration went from ${formatStrength(concentrationBefore)} to ${formatStrength(concentration)}`] : [];
  const told = [...dose, ...strength, ...(bridgeBolus === true ? ['a bridge bolus was programmed'] : [])];
  return told.length > 0 ? told.join(' and ') : null;
}

/** What else is billed for the day of service: section 5. */
export const companionRules: readonly Rule[] = [pairsRule, kitRule, fitRule, programmingRule, sameClaimRule, wiserRule];
