import type { RowId } from './citations';

/** The topics in the order in which they stand, with their headings. */
export const topicWords = {
  codes: 'Codes',
  modifiers: 'Modifiers',
  services: 'Services beside the drug',
  payers: 'Payers',
  denials: 'Denials',
  article: 'What an article says, and what is right',
  'not-confirmed': 'Not confirmed',
} as const;
export type Topic = keyof typeof topicWords;

export type ReferenceEntry = {
  readonly id: string;
  readonly topic: Topic;
  /** What it is about; of the topic `article`, what the article says. */
  readonly term: string;
  /** What is known; of the topic `article`, what is right. */
  readonly says: string;
  /** Reads on after “Do not confuse with”. */
  readonly doNotConfuse?: string;
  readonly rows: readonly [RowId, ...RowId[]];
};
