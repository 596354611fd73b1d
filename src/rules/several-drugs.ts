import type { DraftClaim, Fill, UnitsOfService } from '../engine/claim';
import { formatDays } from '../engine/dated';
import { purposesOf } from '../engine/encounter';
import { formatUnits, unitsSum, type BillingUnits } from '../engine/quantity';
import { rule, type Rule } from '../engine/rule';
import { unitsOfService } from '../engine/units-of-service';
import { needsReview, pass } from '../engine/verdict';
import { cite } from './cite';
import { denials } from './denials';

type Units = Pick<UnitsOfService, 'administeredUnits' | 'discardedUnits'>;

/** "4 units", "4 units and 1 unit of waste". */
const unitsInWords = ({ administeredUnits: given, discardedUnits: waste }: Units): string =>
  `${formatUnits(given)}${waste.units > 0 ? ` and ${formatUnits(waste)} of waste` : ''}`;

/** What the fills would have, each rounded by itself. */
function eachRounded(fills: readonly Fill[], { hcpcsDosage }: UnitsOfService): Units {
  const units = fills.map((fill) => unitsOfService(fill, hcpcsDosage));
  const sum = (of: keyof Units): BillingUnits => units.map((each) => each[of]).reduce(unitsSum);
  return { administeredUnits: sum('administeredUnits'), discardedUnits: sum('discardedUnits') };
}

const isSame = (one: Units, other: Units): boolean =>
  one.administeredUnits.units === other.administeredUnits.units &&
  one.discardedUnits.units === other.discardedUnits.units;

const askUnits = {
  fix: 'Ask the payer whether it wants the units of the day, or of each fill. Note who said so.',
  denial: denials.wrongUnits,
  goTo: 'drugBeside',
  billerMayCheck: true,
  settledBy: 'payer',
} as const;

const fillsRule = rule({
  id: 'units/fills-of-day',
  title: 'Drug of two fills, or of two codes, on one day',
  rows: cite('2.21', '2.21 fills', '2.11', '3.4', '4 59', '4 76'),
  outcomes: ['needs-review', 'pass'],
  check({ encounter: { drugBeside }, code, amounts, fills, drug }) {
    if (drug !== null) return ofTwoCodes(drugBeside?.sameContainers === true);
    if (!code || !amounts)
      return needsReview(
        'Two fills of one day have one line here. How payers want a compound of two fills was not read.',
        {
          ...askUnits,
          fix: 'Ask the payer how it wants two fills of one day told.',
        },
      );
    const one = 'No modifier tells the fills apart: 59 and 76 do not get around the limit of the day.';
    if (drugBeside?.sameContainers)
      return pass(`Both were drawn from the same containers. Their sum is rounded once. ${one}`);
    const [ofDay, ofEach] = [unitsInWords(amounts), eachRounded(fills, amounts)];
    if (isSame(amounts, ofEach))
      return pass(`The two fills make ${ofDay} of ${code.hcpcs}, added up or each by itself. ${one}`);
    return needsReview(
      `The two fills make ${ofDay} of ${code.hcpcs}, rounded once for the day. Each by itself they would make ` +
        `${unitsInWords(ofEach)}. No text on two fills of one day was found. ${one}`,
      askUnits,
    );
  },
});

const ofTwoCodes = (sameContainers: boolean) =>
  sameContainers
    ? needsReview('Drug of the same containers is billed by two codes. No text was found on it.', {
        fix: 'Check the containers of each drug. The trial code is for the 50 mcg/mL product alone.',
        denial: denials.wrongUnits,
        goTo: 'drugBeside',
        billerMayCheck: true,
      })
    : pass('Each drug has its own code, units, JW or JZ, and NDC. The daily maximum is held against each code.');

/** Row 6a: the trial is over before a pump is there. */
const trialAndFill = rule({
  id: 'coverage/trial-and-fill',
  title: 'Screening trial and pump fill on one day',
  rows: cite('6a', '2.21 fills'),
  outcomes: ['needs-review', 'pass'],
  check({ encounter }) {
    const purposes = purposesOf(encounter);
    if (!(purposes.includes('screening-trial') && purposes.includes('pump-fill')))
      return pass('Both were given for the same purpose.');
    return needsReview(
      'A screening trial and a pump fill are told for one day. ' +
        'Medicare wants the trial before the pump is implanted. No text was found on both in one day.',
      {
        fix: 'Check the record. If both were given, see that it says why.',
        denial: denials.medicalNecessity,
        goTo: 'drugBeside',
        billerMayCheck: true,
      },
    );
  },
});

/** What a plan says of the days between fills, where two are of one day. */
const intervalRule = rule({
  id: 'payer/fills-of-day',
  title: 'Two fills on one day, and the plan’s days between fills',
  rows: cite('2b own profile', '7.6 limits'),
  outcomes: ['needs-review', 'pass'],
  check({ encounter }: DraftClaim) {
    const { profile, payer } = encounter;
    const least = profile?.minimumDaysBetweenFills ?? null;
    const isTwice = purposesOf(encounter).every((purpose) => purpose === 'pump-fill');
    if (!isTwice || payer === 'self-pay' || least === null)
      return pass('No least time between fills speaks of this day.');
    return needsReview(
      `Two fills are told for one day. The profile ${profile?.name} wants ${formatDays(least)} between fills.`,
      {
        fix: 'Ask the plan for an exception before the claim goes out. Put the reason into the record.',
        denial: denials.tooFrequent,
        goTo: 'drugBeside',
        billerMayCheck: true,
        settledBy: 'payer',
      },
    );
  },
});

/** Asked only where a second drug or fill of the day was told. */
export const severalDrugsRules: readonly Rule[] = [fillsRule, trialAndFill, intervalRule];
