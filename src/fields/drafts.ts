import { createContext, use, useEffect, useState, type Dispatch, type SetStateAction } from 'react';

/**
 * What is half typed in a drawer and stands nowhere else, each by the drawer that holds it: values of JSON, so that
 * they can be encrypted with the rest while the page is locked. No passphrase is among them.
 */
export type DraftName =
  | 'system:asked'
  | 'system:takers'
  | 'price:typed'
  | 'profiles:filling'
  | 'vials:receiving'
  | 'remittances:pasted'
  | 'remittances:typed'
  | 'remittances:letters';
export type Drafts = Map<string, unknown>;

/** Forgets the drafts of these drawers, whose names they begin with; what is of the clinic’s system is of none. */
export function forgetDraftsOf(drafts: Drafts, drawers: readonly string[]): void {
  for (const name of drafts.keys()) if (drawers.some((drawer) => name.startsWith(`${drawer}:`))) drafts.delete(name);
}

export const DraftsContext = createContext<Drafts>(new Map());

/** State of a drawer that a lock of the page brings back; `none`, always the same value, is nothing typed. */
export function useDraft<T>(name: DraftName, none: T): readonly [T, Dispatch<SetStateAction<T>>] {
  const drafts = use(DraftsContext);
  const [draft, setDraft] = useState(() => (drafts.has(name) ? (drafts.get(name) as T) : none));
  useEffect(() => {
    if (draft === none) drafts.delete(name);
    else drafts.set(name, draft);
  }, [draft, drafts, name, none]);
  return [draft, setDraft];
}
