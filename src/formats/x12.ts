import type { IsoDate } from '../engine/dated';

/**
 * The syntax of X12 (row form 837): segments of elements, composites of components, and the characters that text may
 * hold. Data elements are separated by `*`, components by `:`, repetitions by `^`, and each segment ends with `~`.
 */
export type Segment = readonly (string | readonly string[])[];

export const separators = { element: '*', component: ':', repetition: '^', segment: '~' } as const;

/**
 * The first character of a text that X12's basic and extended sets do not hold, or that separates; undefined where it
 * has none.
 */
export const foreignCharacter = (text: string): string | undefined =>
  /[^A-Za-z0-9 !"&'()+,\-./;?=%@[\]_{}\\|<>#$]/u.exec(text)?.[0];

/** "20261120". */
export const compactDate = (date: IsoDate): string => date.replaceAll('-', '');

/** Segments as text, one a line; empty elements at the end of a segment are left away. */
export const segmentsAsText = (segments: readonly Segment[]): string =>
  segments.map((segment) => `${segmentAsText(segment)}${separators.segment}\n`).join('');

function segmentAsText(segment: Segment): string {
  const elements = segment.map((element) =>
    typeof element === 'string' ? element : element.join(separators.component).replace(/:+$/, ''),
  );
  return elements.join(separators.element).replace(/\*+$/, '');
}
