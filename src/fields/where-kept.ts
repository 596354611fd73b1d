import { createContext } from 'react';

/**
 * Where stands what the clinic keeps of what was typed: nowhere yet, with some of it on the page alone, or all of it in
 * a file.
 */
export type WhereKept = 'nowhere' | 'page' | 'file';

/** From whether anything is kept, and how many changes of it are on no disk. */
export function whereKept(keeps: boolean, unsaved: number): WhereKept {
  if (unsaved > 0) return 'page';
  return keeps ? 'file' : 'nowhere';
}

/** For who asks below the fields of the clinic’s own. */
export const WhereKeptContext = createContext<WhereKept>('nowhere');

const leaves = 'Nothing typed here leaves this page unless you copy, print or save it.';
const ofPage: Readonly<Record<WhereKept, string>> = {
  nowhere:
    'Nothing typed here leaves this page, and nothing of it is kept. A new claim puts the last one away. Leaving the ' +
    'page forgets all of it.',
  page:
    `${leaves} What was kept or changed of the clinic’s is on this page alone until you save its file. Leaving the ` +
    'page before that forgets it.',
  file:
    `${leaves} All that the clinic keeps is in a file of yours. What is typed since then and not kept is forgotten ` +
    'when you leave the page.',
};
/** What becomes of what is typed on the page, for its foot. */
export const pageKept = (where: WhereKept): string => ofPage[where];

const goes = 'The patient belongs to this claim, and is kept with it by Keep.';
const ofParties: Readonly<Record<WhereKept, string>> = {
  nowhere:
    `Sender, receiver and provider stay for the next claim. ${goes} Leaving the page forgets all of it unless you ` +
    'save the clinic’s file.',
  page:
    `Sender, receiver and provider stay for the next claim. ${goes} Changes of them are on this page alone: leaving ` +
    'it forgets them unless you save the clinic’s file.',
  file:
    `Sender, receiver and provider are in a file of yours, for the next claim. ${goes} Save that file again after ` +
    'Keep.',
};
/** What becomes of what is typed of who takes part in a claim. */
export const partiesKept = (where: WhereKept): string => ofParties[where];
