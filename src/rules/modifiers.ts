import type { HcpcsCode, RuleBook } from '../engine/claim';
import type { Encounter, HabitModifier } from '../engine/encounter';
import { needsReview, notApplicable, type Rule } from '../engine/rule';
import { cite, type RowId } from './citations';
import { denials } from './denials';

/** KD belongs to a pump fill with the marketed drug; not to the trial dose (row 4 KD). */
const kdFits = ({ purpose, route }: Encounter, { hcpcs }: HcpcsCode): boolean =>
  hcpcs === 'J0475' && purpose === 'pump-fill' && route === 'intrathecal-pump';

/** KD stands before JW and JZ (section 4, order of modifiers). */
export const leadingModifiers: RuleBook['leadingModifiers'] = (encounter, code) => {
  if (!encounter.kd || !kdFits(encounter, code)) return { modifiers: [], how: [] };
  return { modifiers: ['KD'], how: [{ says: 'KD was switched on for this contractor and stands first.', rows: ['4 KD'] }] };
};

const kd: Rule = {
  id: 'modifier/kd',
  title: 'KD: drug given through an implanted pump',
  citations: cite('4 KD'),
  check({ code, encounter }) {
    if (!code) return notApplicable('There is no drug line.');
    const fits = kdFits(encounter, code);
    if (encounter.kd && !fits) {
      return needsReview('KD is switched on but is not put on: it was only ever asked for on a pump fill with J0475.', {
        fix: 'Switch KD off.',
        denial: denials.wrongModifier,
        goTo: 'kd',
      });
    }
    if (!fits) return notApplicable('KD was only asked for on pump fills.');
    const medicareOffice = encounter.payer === 'medicare-part-b' && encounter.setting === 'office';
    if (encounter.kd) {
      return needsReview(`KD is on the line. ${medicareOffice ? 'Older contractor texts ask for it, no current one was found.' : 'Nothing read asks for it on this payer’s or this setting’s claims.'}`, {
        fix: 'Keep it only if the payer confirmed it.',
        denial: denials.wrongModifier,
        goTo: 'kd',
        billerMayCheck: true,
      });
    }
    if (!medicareOffice) return notApplicable('KD was only asked for by Medicare contractors on professional claims.');
    return needsReview('KD is not on the line. Novitas, TrailBlazer, First Coast and Palmetto once asked for it on any drug put into an implanted pump; whether yours still does was not found.', {
      fix: 'Ask your contractor. If it wants KD, switch it on.',
      denial: denials.missingModifier,
      switchOn: 'kd',
      billerMayCheck: true,
    });
  },
};

/** Why a modifier that is asked for by habit is left off, and what to do instead (section 4). */
const habits = {
  '50': { because: '50 means both sides, and intrathecal baclofen has no side', fix: 'Leave it off; the units tell the dose.', row: '4 50' },
  '52': { because: '52 is for a reduced procedure; a smaller dose is told by fewer units', fix: 'Leave it off the drug line.', row: '4 52' },
  LT: { because: 'LT names the left side, and the intrathecal space has no side', fix: 'Leave it off.', row: '4 LT RT' },
  RT: { because: 'RT names the right side, and the intrathecal space has no side', fix: 'Leave it off.', row: '4 LT RT' },
  QJ: {
    because: 'QJ is for a prisoner or a patient in state or local custody, not for a health center',
    fix: 'For a health center leave it off and choose the setting. If the patient is in custody, ask the payer.',
    row: '4 QJ',
  },
} as const satisfies Record<HabitModifier, { because: string; fix: string; row: RowId }>;

const habitRule = (modifier: HabitModifier): Rule => ({
  id: `modifier/${modifier.toLowerCase()}`,
  title: `Modifier ${modifier} on the charge slip`,
  citations: cite(habits[modifier].row),
  check({ encounter: { askedModifiers } }) {
    if (!askedModifiers.includes(modifier)) return notApplicable(`${modifier} was not asked for.`);
    return needsReview(`${modifier} was asked for and is not put on: ${habits[modifier].because}.`, {
      fix: habits[modifier].fix,
      denial: denials.wrongModifier,
      goTo: 'askedModifiers',
      billerMayCheck: true,
    });
  },
});

export const modifierRules: readonly Rule[] = [kd, ...(Object.keys(habits) as HabitModifier[]).map(habitRule)];
