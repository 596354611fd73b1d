import { createContext } from 'react';
import type { Citation } from '../engine/citation';

type Citations = Readonly<Record<string, Citation>>;

/** What the rows say, which is loaded with the page but run only when somebody asks. */
export const CitationsContext = createContext<() => Promise<Citations>>(() =>
  Promise.reject(new Error('Sources stand outside the page')),
);
