/** One pattern from parts that follow each other: a sentence too long for a line. */
export const matching = (...parts: readonly RegExp[]): RegExp => new RegExp(parts.map(({ source }) => source).join(''));
