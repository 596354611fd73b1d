import { createContext, use, useCallback, useSyncExternalStore } from 'react';
import type { FieldName } from '../answers/field-names';

type ByField = Partial<Record<FieldName, string>>;

/** What the page tells of each answer. */
export type Told = {
  /** What was understood of it. */
  readonly said: ByField;
  /** What is wrong with it: it could not be read, or a rule finds a fault in it. */
  readonly problems: ByField;
  /** Answers that an open finding leads to, and whether it wants something mended or only checked. */
  readonly points: Partial<Record<FieldName, 'fix' | 'check'>>;
};

const nothing: Told = { said: {}, problems: {}, points: {} };

/**
 * What is told of the answers, beside the form: each field asks for its own part, and is drawn again only when that
 * changes. An answer that is being typed is not told of its problem before it is left.
 */
export function createTelling() {
  let told = nothing;
  let unfinished: FieldName | null = null;
  const listeners = new Set<() => void>();
  const announce = () => listeners.forEach((listener) => listener());
  return {
    subscribe: (listener: () => void) => {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    tell: (next: Told) => {
      told = next;
      announce();
    },
    /** Somebody types in it; a problem that is shown already goes on being shown. */
    typing: (name: FieldName) => {
      if (told.problems[name] === undefined) unfinished = name;
    },
    left: (name: FieldName) => {
      if (unfinished !== name) return;
      oncePointerIsUp(() => {
        if (unfinished === name) unfinished = null;
        announce();
      });
    },
    saidOf: (name: FieldName) => told.said[name],
    problemOf: (name: FieldName) => (name === unfinished ? undefined : told.problems[name]),
    /** "1 to fix, 2 to check": what is open among these answers; '' where nothing is. */
    openIn: (names: readonly FieldName[]) => {
      const count = (kind: 'fix' | 'check') => names.filter((name) => told.points[name] === kind).length;
      const [fix, check] = [count('fix'), count('check')];
      return [...(fix > 0 ? [`${fix} to fix`] : []), ...(check > 0 ? [`${check} to check`] : [])].join(', ');
    },
  };
}

/** A message that comes while a button is pressed would move it away from under the pointer. */
function oncePointerIsUp(work: () => void): void {
  if (document.querySelector(':active'))
    document.addEventListener('pointerup', () => setTimeout(work), { once: true, capture: true });
  else work();
}

export type Telling = ReturnType<typeof createTelling>;
export const TellingContext = createContext<Telling>(createTelling());

/** The drawn shell was drawn on another day: nothing is told in it, nor while the script takes it over. */
const inShell = () => undefined;

function useTelling<T extends string | undefined>(ask: (telling: Telling) => T): T | undefined {
  const telling = use(TellingContext);
  return useSyncExternalStore<T | undefined>(telling.subscribe, () => ask(telling), inShell);
}

export const useSaid = (name: FieldName): string | undefined => useTelling((telling) => telling.saidOf(name));
export const useProblem = (name: FieldName): string | undefined => useTelling((telling) => telling.problemOf(name));
export const useOpenIn = (names: readonly FieldName[]): string => useTelling((telling) => telling.openIn(names)) ?? '';

/** What a field says of itself: that it is typed in, and that it is left. */
export function useTyping(name: FieldName): { readonly typing: () => void; readonly left: () => void } {
  const telling = use(TellingContext);
  const typing = useCallback(() => telling.typing(name), [telling, name]);
  const left = useCallback(() => telling.left(name), [telling, name]);
  return { typing, left };
}
