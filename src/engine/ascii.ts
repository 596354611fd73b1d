/**
 * The letters A to Z in capitals, and every other character as it is: "ı", "ſ" and the Kelvin sign never become one of
 * them.
 */
export const asciiUpper = (text: string): string => text.replace(/[a-z]+/g, (run) => run.toUpperCase());

/** The letters A to Z in small letters, and every other character as it is. */
export const asciiLower = (text: string): string => text.replace(/[A-Z]+/g, (run) => run.toLowerCase());
