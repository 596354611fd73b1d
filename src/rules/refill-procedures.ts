import type { RefillProcedure, Support } from '../engine/claim';
import type { Encounter, PumpFill } from '../engine/encounter';
import { formatMcg, formatStrength, isNone, isSame, isSameStrength } from '../engine/quantity';
import { cite } from './cite';

/** The four codes of a refill: with or without programming, with or without a physician's skill. Row 5 services. */
export const refillCodes = ['62369', '62370', '95990', '95991'] as const;
export type RefillCode = (typeof refillCodes)[number];

const wants = {
  '62369': { programming: true, skill: false },
  '62370': { programming: true, skill: true },
  '95990': { programming: false, skill: false },
  '95991': { programming: false, skill: true },
} as const satisfies Record<RefillCode, { readonly programming: boolean; readonly skill: boolean }>;

export const isRefillCode = (code: string): code is RefillCode => Object.hasOwn(wants, code);

/** Whether a code tells of a pump that was refilled or checked: row 5 services. */
export const isPumpCode = (code: string): boolean => isRefillCode(code) || code === '62367' || code === '62368';

/**
 * Whether a code tells that the refill needed the skill of a physician or another qualified professional: row `5
 * skill`.
 */
export const isSkilled = (code: RefillCode): boolean => wants[code].skill;

/** What decides which code of a refill the record supports. */
export type RefillFacts = Pick<Encounter, 'purpose' | 'given' | 'pumpFill' | 'reprogrammed' | 'skillNeeded'>;

export const refillRows = cite('5 services', '5 skill', '5 nothing changed');

export const sentenceCase = (says: string): string => says.charAt(0).toUpperCase() + says.slice(1);

/**
 * What the record tells of the programming, as words that follow a colon. `disagrees`: its figures and the answer are
 * at odds.
 */
export type Programming = {
  readonly told: 'changed' | 'unchanged' | 'none' | 'disagrees' | 'not-told';
  readonly says: string;
};

/** What the record of a refill shows as programmed; null where it shows nothing, or does not tell. */
function whatChanged({
  dailyDose,
  dailyDoseBefore,
  concentration,
  concentrationBefore,
  bridgeBolus,
}: PumpFill): string | null {
  const dose =
    dailyDose && dailyDoseBefore && !isSame(dailyDose, dailyDoseBefore)
      ? [`the daily dose went from ${formatMcg(dailyDoseBefore)} to ${formatMcg(dailyDose)}`]
      : [];
  const strength =
    concentrationBefore && !isSameStrength(concentration, concentrationBefore)
      ? [`the concentration went from ${formatStrength(concentrationBefore)} to ${formatStrength(concentration)}`]
      : [];
  const [first, ...others] = [...dose, ...strength, ...(bridgeBolus === true ? ['a bridge bolus was programmed'] : [])];
  return first === undefined ? null : [first, ...others.map(sentenceCase)].join('. ');
}

/** What stayed as it was, where dose and concentration are both told, before and after. */
function whatStayed({ dailyDose, dailyDoseBefore, concentration, concentrationBefore }: PumpFill): string | null {
  return dailyDose && dailyDoseBefore && concentrationBefore
    ? `${formatMcg(dailyDose)} a day and ${formatStrength(concentration)}, before and after`
    : null;
}

/** The programming as the figures of the refill and the answer tell it together. */
export function programmingOf({ pumpFill, reprogrammed }: Pick<RefillFacts, 'pumpFill' | 'reprogrammed'>): Programming {
  const changed = pumpFill && whatChanged(pumpFill);
  const stayed = pumpFill && !changed ? whatStayed(pumpFill) : null;
  switch (reprogrammed) {
    case 'changed':
      // A mode can change while both stay: some contractors are said to want a changed dose.
      if (stayed) return { told: 'unchanged', says: `the record shows ${stayed}` };
      return { told: 'changed', says: changed ?? 'the pump was reprogrammed' };
    case 'volume-only':
      if (changed)
        return { told: 'disagrees', says: `the answer is that only the new volume was entered, but ${changed}` };
      return { told: 'unchanged', says: 'only the new volume was entered' };
    case 'none':
      if (changed)
        return { told: 'disagrees', says: `the answer is that the pump was not reprogrammed, but ${changed}` };
      return { told: 'none', says: 'the pump was not reprogrammed' };
    case null:
      if (changed) return { told: 'changed', says: changed };
      return stayed
        ? { told: 'unchanged', says: `nothing was changed: ${stayed}` }
        : { told: 'not-told', says: 'whether the pump was reprogrammed is not told' };
  }
}

/** Said wherever nothing was changed: row `5 nothing changed`. */
export const contractorsDiffer =
  'Contractors differ on a refill where nothing was changed. Some are said to want a changed dose. ' +
  'A pump maker counts the new volume that was entered. Ask your contractor.';

/** What one fact of the record does for a code. */
type Part = { readonly support: Support; readonly because: string; readonly missing: string | null };

const sentence = (says: string): string => `${sentenceCase(says)}.`;

function programmingPart({ told, says }: Programming, wanted: boolean): Part {
  const because = sentence(says);
  switch (told) {
    case 'changed':
      return wanted
        ? { support: 'supported', because, missing: null }
        : { support: 'not-supported', because, missing: 'A refill without programming.' };
    case 'none':
      return wanted
        ? { support: 'not-supported', because, missing: 'A change of dose, concentration, bolus or mode.' }
        : { support: 'supported', because, missing: null };
    case 'unchanged':
      return {
        support: 'contractors-differ',
        because,
        missing: `Your contractor’s word that ${wanted ? 'this counts' : 'this does not count'} as programming.`,
      };
    case 'disagrees':
      return { support: 'not-told', because, missing: 'An answer and figures that agree.' };
    case 'not-told':
      return { support: 'not-told', because, missing: 'Whether the pump was reprogrammed.' };
  }
}

function skillPart(needed: boolean | null, wanted: boolean): Part {
  if (needed === null)
    return {
      support: 'not-told',
      because: 'Whether a physician’s skill was needed is not told.',
      missing: 'Whether a physician’s skill was needed.',
    };
  const because = needed ? 'A physician’s skill was needed.' : 'No physician’s skill was needed.';
  if (needed === wanted) return { support: 'supported', because, missing: null };
  return {
    support: 'not-supported',
    because,
    missing: wanted ? 'A need for a physician’s skill.' : 'A refill that staff could do.',
  };
}

const noRefill = {
  support: 'not-supported',
  because: ['No drug was put into a pump.'],
  missing: ['A refill of the pump.'],
} as const;

const worstFirst: readonly Support[] = ['not-supported', 'not-told', 'contractors-differ', 'supported'];

/**
 * Which codes of a refill the record supports, and what it lacks for each. It prefers none, and puts none on the claim.
 */
export function refillProcedures(facts: RefillFacts): readonly (RefillProcedure & { readonly code: RefillCode })[] {
  if (!isRefill(facts)) return refillCodes.map((code) => ({ code, ...noRefill }));
  const programming = programmingOf(facts);
  return refillCodes.map((code) => {
    const parts = [
      programmingPart(programming, wants[code].programming),
      skillPart(facts.skillNeeded, wants[code].skill),
    ];
    const support = worstFirst.find((each) => parts.some((part) => part.support === each)) ?? 'not-told';
    return {
      code,
      support,
      because: parts.map(({ because }) => because),
      missing: parts.flatMap(({ missing }) => missing ?? []),
    };
  });
}

/** "62369", "contractors differ on 62369 and 95990", or that it is not told. */
export function supportInShort(procedures: ReturnType<typeof refillProcedures>): string {
  const codesOf = (support: Support) =>
    procedures.flatMap((each) => (each.support === support ? each.code : [])).join(' and ');
  if (codesOf('supported')) return codesOf('supported');
  if (codesOf('contractors-differ')) return `contractors differ on ${codesOf('contractors-differ')}`;
  return codesOf('not-told') ? 'not told yet' : 'none';
}

export const isRefill = ({ purpose, given }: RefillFacts): boolean => purpose === 'pump-fill' && !isNone(given);

/** Whether the record holds anything that decides between the codes. */
export const tellsOfRefill = (facts: RefillFacts): boolean =>
  isRefill(facts) && (facts.skillNeeded !== null || programmingOf(facts).told !== 'not-told');
