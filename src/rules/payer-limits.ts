import { fail, needsReview, notApplicable, pass } from '../engine/verdict';
import type { DraftClaim, WasteModifiers } from '../engine/claim';
import { daysBetween, formatDate, formatDays, type IsoDate } from '../engine/dated';
import { wasRead, type PayerProfile } from '../engine/payer-profile';
import { formatUnits, unitsLeft, unitsOf, unitsSum, type BillingUnits } from '../engine/quantity';
import { rule, type Rule } from '../engine/rule';
import { cite } from './cite';
import { denials } from './denials';
import { worthOf } from './payment-limits';
import { jwUniform, jzMandatory } from './waste-modifiers';

const profileRule = rule({
  id: 'payer/profile',
  title: 'Payer profile',
  rows: cite('2b plans', '2.4', '9.5', '2b own profile'),
  outcomes: ['fail', 'needs-review', 'pass', 'not-applicable'],
  check({ code, payment, wasteModifiers: policy, encounter: { profile, preparedOn, dateOfService } }) {
    if (profile === null) return notApplicable('No profile was chosen. Only what is known of the payer type is used.');
    if (wasRead(profile)) return fromPolicy(profile);
    const against = contradiction(profile, payment?.separate && code?.descriptor ? policy : null, dateOfService);
    if (against) {
      return fail(`The profile ${profile.name} says that ${against}.`, {
        fix: 'Correct the profile.',
        denial: profile.payer === 'medicaid' ? denials.ndcMissing : denials.missingModifier,
        goTo: 'profile',
      });
    }
    return outOfDate(profile, preparedOn) ?? verifiedBefore(profile);
  },
});

/** A profile that came with the page. */
function fromPolicy({ name, notes }: PayerProfile) {
  const policy = `${name}: these rules come from the plan’s published policy. Policies change.`;
  return needsReview([policy, 'What was not read follows Medicare’s way.', ...notes].join(' '), {
    fix: 'Verify them with the payer. Put what it says into a profile of your own.',
    denial: denials.notChecked,
    goTo: 'profile',
    billerMayCheck: true,
    settledBy: 'payer',
  });
}

/** The dates of a clinic's own profile, held against today. */
function outOfDate({ name, verifiedOn, reviewBy }: PayerProfile, today: IsoDate) {
  const more = { denial: denials.notChecked, goTo: 'profile' } as const;
  if (verifiedOn !== null && verifiedOn > today) {
    const because = `The profile ${name} says that it was verified on ${formatDate(verifiedOn)}, which is after today.`;
    return needsReview(because, { fix: 'Correct the date in the profile.', ...more });
  }
  if (reviewBy !== null && reviewBy < today) {
    const due = `The profile ${name} was to be reviewed by ${formatDate(reviewBy)}.`;
    return needsReview(`${due} What it says may be out of date.`, {
      fix: 'Verify it with the payer. Then enter the new dates in the profile.',
      ...more,
    });
  }
  return null;
}

/** When a clinic's own profile was verified, by whom. */
function verifiedBefore({ name, verifiedOn, verifiedBy, verifiedReference, reviewBy }: PayerProfile) {
  if (verifiedOn === null || verifiedBy === null) {
    const what = verifiedOn === null ? 'when' : 'by whom';
    return needsReview(`The profile ${name} does not say ${what} it was verified with the payer.`, {
      fix: 'Verify it with the payer. Enter the date, the name and the reference in the profile.',
      denial: denials.notChecked,
      goTo: 'profile',
      billerMayCheck: true,
    });
  }
  const reference = verifiedReference ? `, reference ${verifiedReference}` : '';
  const review = reviewBy ? ` It is to be reviewed by ${formatDate(reviewBy)}.` : '';
  return pass(`${name} was verified on ${formatDate(verifiedOn)} by ${verifiedBy}${reference}.${review}`);
}

/** What a profile says against rows 2.4 and 9.5, as of the day of service. */
function contradiction(
  { payer, jw, jz, ndc }: PayerProfile,
  policy: WasteModifiers | null,
  dateOfService: IsoDate,
): string | null {
  if (payer === 'medicaid' && ndc === 'not-required')
    return 'no NDC is needed. Medicaid requires it with the drug line';
  if (payer !== 'medicare-part-b' || !policy) return null;
  const required = 'Medicare requires it on the date of service for a drug that is paid on its own';
  if (jw !== null && !policy.jw && dateOfService >= jwUniform) return `JW is left off. ${required}`;
  return jz !== null && !policy.jz && dateOfService >= jzMandatory ? `JZ is left off. ${required}` : null;
}

const atRisk = (over: BillingUnits): string => `${formatUnits(over)} ${over.units === 1 ? 'is' : 'are'} at risk`;
const allAtRisk = (total: BillingUnits): string =>
  total.units === 1 ? 'The 1 unit is at risk' : `All ${formatUnits(total)} are at risk`;

/** Whether the caps of a profile, which count units of the pump drug, speak of this claim. */
const isFill = ({ code, lines, encounter: { purpose, payer } }: DraftClaim): boolean =>
  payer !== 'self-pay' && code?.hcpcs === 'J0475' && purpose === 'pump-fill' && lines.length > 0;

const fillInterval = rule({
  id: 'payer/fill-interval',
  title: 'Days between fills',
  rows: cite('2b own profile', '7.6', '8'),
  outcomes: ['fail', 'needs-review', 'pass', 'not-applicable'],
  check(claim) {
    const { profile, lastFillOn } = claim.encounter;
    const least = profile?.minimumDaysBetweenFills ?? null;
    if (least === null || !isFill(claim)) return notApplicable('No least time between fills of this payer is on file.');
    if (lastFillOn === null) {
      return needsReview(
        `The profile ${profile?.name} wants ${formatDays(least)} between fills. ` +
          'The date of the last fill is missing, so the days were not counted.',
        {
          fix: 'Enter the date of the last fill.',
          denial: denials.tooFrequent,
          goTo: 'lastFillOn',
        },
      );
    }
    return intervalOf(claim, least, lastFillOn);
  },
});

function intervalOf(claim: DraftClaim, least: number, lastFillOn: IsoDate) {
  const { profile, dateOfService } = claim.encounter;
  const passed = daysBetween(lastFillOn, dateOfService);
  if (passed < 0) {
    return needsReview(
      `The last fill, ${formatDate(lastFillOn)}, is after the date of service, ${formatDate(dateOfService)}.`,
      {
        fix: 'Check both dates.',
        denial: denials.tooFrequent,
        goTo: 'lastFillOn',
      },
    );
  }
  if (passed >= least)
    return pass(
      `${formatDays(passed)} have passed since the last fill of ${formatDate(lastFillOn)}. ` +
        `The profile wants ${formatDays(least)}.`,
    );
  const since =
    `${formatDays(passed)} ${passed === 1 ? 'has' : 'have'} passed since the last fill of ` +
    `${formatDate(lastFillOn)}.`;
  return fail(
    `${since} The profile ${profile?.name} wants ${formatDays(least)}. ` +
      `${allAtRisk(claim.totalUnits)}${worthOf(claim.totalUnits, claim)}.`,
    {
      fix:
        'Ask the plan for an exception before the claim goes out. ' +
        'Put the reason for the early fill into the record.',
      denial: denials.tooFrequent,
      goTo: 'lastFillOn',
      billerMayCheck: true,
      settledBy: 'payer',
    },
  );
}

const unitsPerFill = rule({
  id: 'payer/units-per-fill',
  title: 'Units in one fill',
  rows: cite('2b own profile', '8'),
  outcomes: ['fail', 'pass', 'not-applicable'],
  check(claim) {
    const cap = claim.encounter.profile?.unitsPerFill ?? null;
    if (cap === null || !isFill(claim)) return notApplicable('No limit of this payer for one fill is on file.');
    const over = unitsLeft(claim.totalUnits, cap);
    if (over.units === 0)
      return pass(`${formatUnits(claim.totalUnits)}: within the ${cap.units} of the profile for one fill.`);
    return fail(
      `${formatUnits(claim.totalUnits)} are billed. The profile ${claim.encounter.profile?.name} pays ` +
        `${cap.units} in one fill. ${atRisk(over)}${worthOf(over, claim)}.`,
      {
        fix: 'Check the dose. If it is right, ask the plan for an exception before the claim goes out.',
        denial: denials.doseNotSupported,
        goTo: 'doseGiven',
        billerMayCheck: true,
      },
    );
  },
});

const unitsPerPeriod = rule({
  id: 'payer/units-per-period',
  title: 'Units in the plan’s period',
  rows: cite('2b own profile', '8'),
  outcomes: ['fail', 'needs-review', 'pass', 'not-applicable'],
  check(claim) {
    const { profile, unitsInPeriod } = claim.encounter;
    const cap = profile?.unitsPerPeriod ?? null;
    const period = profile?.periodDays ?? null;
    if (cap === null || period === null || !isFill(claim))
      return notApplicable('No limit of this payer for a period is on file.');
    if (unitsInPeriod === null) {
      return needsReview(
        `The profile ${profile?.name} pays ${formatUnits(cap)} in ${formatDays(period)}. ` +
          'The units of earlier claims are missing, so the sum was not checked.',
        {
          fix: `Enter the units billed in the ${formatDays(period)} before the service, or 0.`,
          denial: denials.tooFrequent,
          goTo: 'unitsInPeriod',
        },
      );
    }
    const together = unitsSum(unitsInPeriod, claim.totalUnits);
    const over = unitsOf(Math.min(unitsLeft(together, cap).units, claim.totalUnits.units));
    const counted = `${unitsInPeriod.units} billed before and ${claim.totalUnits.units} now make ${together.units}`;
    if (over.units === 0) return pass(`${counted}: within the ${cap.units} of the profile for ${formatDays(period)}.`);
    return fail(
      `${counted}. The profile ${profile?.name} pays ${cap.units} in ${formatDays(period)}. ` +
        `Of this claim, ${atRisk(over)}${worthOf(over, claim)}.`,
      {
        fix: 'Check the numbers. If they are right, ask the plan for more units before the claim goes out.',
        denial: denials.tooFrequent,
        goTo: 'unitsInPeriod',
        billerMayCheck: true,
      },
    );
  },
});

/** What the payer's profile limits, and how far the profile itself can be trusted. */
export const payerRules: readonly Rule[] = [profileRule, fillInterval, unitsPerFill, unitsPerPeriod];
