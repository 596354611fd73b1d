import type { DiagnosisPointers } from '../engine/claim';
import type { Encounter } from '../engine/encounter';
import type { Payer } from '../engine/payer-profile';
import { inWords } from '../engine/typed';
import { isCause, isLateEffect, isParalysis } from './diagnoses';
import { formOf } from './setting-form';

/** As many diagnoses as a line points to (row form 24E). */
const mostPointers = 4;

const aloneIsPointedTo: DiagnosisPointers = { places: [1], how: [] };

/**
 * The diagnoses that every line points to: causes first, and a late effect of an injury behind the paralysis that it
 * left; then the others, in the order typed. A hospital's claim has no pointers (row form 24E is of the professional
 * one), so nothing is moved there.
 */
export function diagnosisPointers({ diagnoses: typed, dateOfService, payer, setting }: Encounter): DiagnosisPointers {
  if (typed.length === 1) return aloneIsPointedTo;
  if (formOf(setting) === 'institutional')
    return { places: typed.slice(0, mostPointers).map((_, at) => at + 1), how: [] };
  const leftParalysis = typed.some((code) => isParalysis(code) && isCause(code, dateOfService));
  const rankOf = (code: string) => (!isCause(code, dateOfService) ? 2 : leftParalysis && isLateEffect(code) ? 1 : 0);
  const ranked = typed
    .map((code, at) => ({ code, place: at + 1, rank: rankOf(code) }))
    .toSorted((a, b) => a.rank - b.rank);
  const pointedTo = ranked.slice(0, mostPointers);
  return {
    places: pointedTo.map(({ place }) => place),
    how: pointerStep(pointedTo, ranked.slice(mostPointers), payer),
  };
}

type Ranked = { readonly code: string; readonly rank: number };

/** Why the pointers stand as they do; a diagnosis alone needs no order. */
function pointerStep(pointedTo: readonly Ranked[], left: readonly Ranked[], payer: Payer): DiagnosisPointers['how'] {
  if (pointedTo.length < 2) return [];
  const causes = pointedTo.filter(({ rank }) => rank < 2);
  const ofMedicare = payer === 'medicare-part-b';
  const withInjury = causes.at(-1)?.rank === 1;
  const says = [
    `Every line points to ${inWords(pointedTo.map(({ code }) => code))}.`,
    causes.length === 0
      ? 'None is a cause on this page’s list, so they stand in the order typed.'
      : `The cause${causes.length === 1 ? ' of the spasticity goes' : 's of the spasticity go'} first.`,
    ...(withInjury ? ['What the injury left goes before the code of the injury.'] : []),
    ...(left.length > 0
      ? [`A line points to four codes at most, so it leaves out ${inWords(left.map(({ code }) => code))}.`]
      : []),
    ...(ofMedicare ? ['On paper, Medicare is said to take the first letter only: ask the contractor.'] : []),
  ].join(' ');
  return [
    {
      says,
      rows: [
        'form 24E',
        '6c list',
        ...(withInjury ? ['6c late effect'] : []),
        ...(ofMedicare ? ['form 24E Medicare'] : []),
      ],
    },
  ];
}
