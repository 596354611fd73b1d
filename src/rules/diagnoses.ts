import { day, type IsoDate } from '../engine/dated';

export type DiagnosisGroup =
  | 'Multiple sclerosis'
  | 'Cerebral palsy'
  | 'Half of the body'
  | 'Legs, or arms and legs'
  | 'After a stroke'
  | 'Spinal cord and brain'
  | 'Added beside the cause';

/**
 * A code of the pick-list. Words are the product's own; a code without dates is in the release of 2021 and in no change
 * that was read (row 6c list).
 */
export type Diagnosis = {
  readonly code: string;
  readonly words: string;
  readonly group: DiagnosisGroup;
  readonly from: IsoDate | null;
  readonly through: IsoDate | null;
};

/** The day on which G35 became a heading (row 6c MS). */
export const g35Ended = day('2025-10-01');
/**
 * The last day that the code changes read speak for: those of 10/01/2026 were read whole, the next may come on
 * 04/01/2027 (row 6c 2027).
 */
export const icdReadThrough = day('2027-03-31');

const listed = (
  group: DiagnosisGroup,
  codes: Readonly<Record<string, string>>,
  from: IsoDate | null = null,
  through: IsoDate | null = null,
): readonly Diagnosis[] => Object.entries(codes).map(([code, words]) => ({ code, words, group, from, through }));

/** Side and dominance as the last digit of a half-sided code tells them. */
const sides = {
  0: 'side not told',
  1: 'right, dominant',
  2: 'left, dominant',
  3: 'right, not dominant',
  4: 'left, not dominant',
} as const;
const bySide = (start: string, words: string, unspecified: string): Record<string, string> => ({
  [`${start}${unspecified}`]: `${words}, ${sides[0]}`,
  ...Object.fromEntries(([1, 2, 3, 4] as const).map((side) => [`${start}${side}`, `${words}, ${sides[side]}`])),
});

/** Row 6c: codes that fit the causes named in coverage texts and on the label. No payer's own list was read. */
export const diagnoses: readonly Diagnosis[] = [
  ...listed('Multiple sclerosis', { G35: 'multiple sclerosis' }, null, day('2025-09-30')),
  ...listed(
    'Multiple sclerosis',
    {
      'G35.A': 'relapsing-remitting',
      'G35.B0': 'primary progressive',
      'G35.B1': 'primary progressive, active',
      'G35.B2': 'primary progressive, not active',
      'G35.C0': 'secondary progressive',
      'G35.C1': 'secondary progressive, active',
      'G35.C2': 'secondary progressive, not active',
      'G35.D': 'multiple sclerosis, kind not told',
    },
    g35Ended,
  ),
  ...listed('Cerebral palsy', {
    'G80.0': 'spastic, all four limbs',
    'G80.1': 'spastic, both sides, legs most',
    'G80.2': 'spastic, one side',
    'G80.8': 'other cerebral palsy',
    'G80.9': 'cerebral palsy, kind not told',
    'G80.3': 'athetoid: not a spastic kind',
    'G80.4': 'ataxic: not a spastic kind',
  }),
  ...listed('Half of the body', bySide('G81.1', 'spastic hemiplegia', '0')),
  ...listed('Legs, or arms and legs', {
    'G82.20': 'paraplegia',
    'G82.21': 'paraplegia, complete',
    'G82.22': 'paraplegia, incomplete',
    'G82.50': 'quadriplegia',
    'G82.51': 'quadriplegia, C1 to C4 complete',
    'G82.52': 'quadriplegia, C1 to C4 incomplete',
    'G82.53': 'quadriplegia, C5 to C7 complete',
    'G82.54': 'quadriplegia, C5 to C7 incomplete',
  }),
  ...listed('After a stroke', {
    ...bySide('I69.15', 'hemiplegia after a brain bleed', '9'),
    ...bySide('I69.25', 'hemiplegia after another bleed in the skull', '9'),
    ...bySide('I69.35', 'hemiplegia after a stroke', '9'),
    ...bySide('I69.95', 'hemiplegia after a brain vessel disease', '9'),
  }),
  ...listed('Spinal cord and brain', {
    'G11.4': 'hereditary spastic paraplegia',
    'G04.1': 'tropical spastic paraplegia',
    'G25.82': 'stiff-man syndrome',
    'G93.1': 'brain damage from lack of oxygen',
    'S06.2X9S': 'late effect of a diffuse brain injury',
  }),
  ...listed('Added beside the cause', {
    'Z45.1': 'visit to tend an infusion pump',
    'Z45.49': 'visit to tend another nervous-system device',
    'Z46.2': 'visit to fit or adjust another nervous-system device',
    'T85.610A': 'catheter broke down',
    'T85.620A': 'catheter out of place',
    'T85.630A': 'catheter leaks',
    'T85.615A': 'other nervous-system device broke down',
    'T85.695A': 'other trouble with a nervous-system device',
    'T85.738A': 'infection of the device',
    'M62.838': 'other muscle spasm: a symptom',
    'R25.2': 'cramp and spasm: a symptom',
  }),
];

export const compact = (code: string): string => code.replace('.', '');
const onList = new Set(diagnoses.map(({ code }) => compact(code)));
/**
 * Families of the list whose members are too many to pick from: injuries as late effects, and other diseases of the
 * cord (row 6c).
 */
const families = [/^S[123]41\w{2}S$/, /^S06\w{3}S$/, /^G95/];
export const isListed = (code: string): boolean =>
  onList.has(compact(code)) || families.some((family) => family.test(compact(code)));

const isInForce = ({ from, through }: Diagnosis, date: IsoDate): boolean =>
  (from === null || date >= from) && (through === null || date <= through);
/** The pick-list of a day. */
export const diagnosesOn = (date: IsoDate): readonly Diagnosis[] => diagnoses.filter((each) => isInForce(each, date));

/** Beginnings of the families, all of whose codes are longer (row 6c). */
const familyHeadings = [/^S[123]4(1\w{0,2})?$/, /^S06\w{0,3}$/, /^G95$/];
/** The longer codes of the list that each beginning has. */
const longer = new Map<string, Diagnosis[]>();
for (const diagnosis of diagnoses) {
  const code = compact(diagnosis.code);
  for (let length = 3; length < code.length; length += 1)
    longer.set(code.slice(0, length), [...(longer.get(code.slice(0, length)) ?? []), diagnosis]);
}
/** Whether a code is only the beginning of longer ones in force on the day, and so invalid (row 6c headings). */
export function isHeading(code: string, date: IsoDate): boolean {
  const beginning = compact(code);
  return (
    longer.get(beginning)?.some((each) => isInForce(each, date)) === true ||
    familyHeadings.some((heading) => heading.test(beginning))
  );
}

/**
 * Codes that tell why the patient came or what became of the device, not why the patient is spastic (row 6c encounter).
 */
export const isEncounterCode = (code: string): boolean => /^(?:Z|T85)/.test(code);
/** Row 6c symptoms. */
export const isSymptom = (code: string): boolean => /^(?:M62\.?838|R25\.?2)$/.test(code);
/** Row 6c palsy. */
export const isNotSpastic = (code: string): boolean => /^G80\.?[34]$/.test(code);

const causeOnList = new Map(
  diagnoses
    .filter(({ group, code }) => group !== 'Added beside the cause' && !isNotSpastic(code))
    .map((diagnosis) => [compact(diagnosis.code), diagnosis]),
);
/**
 * Whether a code stands in a group of causes of the list, or in a family of them, and is in force on the day (rows 6c
 * list, 6c palsy).
 */
export function isCause(code: string, date: IsoDate): boolean {
  const listedAs = causeOnList.get(compact(code));
  if (listedAs) return isInForce(listedAs, date);
  return families.some((family) => family.test(compact(code))) && !isHeading(code, date);
}

/** A late effect of an injury: the condition that it left is coded first (row 6c late effect). */
export const isLateEffect = (code: string): boolean => /^[ST]\w{5}S$/.test(compact(code)) && !isEncounterCode(code);

/** What such an injury leaves, as far as the list of causes has it (row 6c late effect). */
export const isParalysis = (code: string): boolean => /^G8[12]/.test(code);

type EndedCode = { readonly lastDay: IsoDate; readonly instead: readonly string[] };
/** Codes of no list here that billers still type after their last day (row 6c ended). */
const endedCodes: ReadonlyMap<string, EndedCode> = new Map([
  ['M545', { lastDay: day('2021-09-30'), instead: ['M54.50', 'M54.51', 'M54.59'] }],
]);
/** Until when a code held that has ended, and what took its place; undefined for any other. */
export const endOfCode = (code: string): EndedCode | undefined => endedCodes.get(compact(code));

/** Late effects of an injury of the brain: the label wants a year since then (row 6b). */
export const isBrainInjury = (code: string): boolean => code.startsWith('S06');
