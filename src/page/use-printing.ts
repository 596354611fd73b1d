import { useCallback, useEffect, useState } from 'react';
import { flushSync } from 'react-dom';
import type { DayRow } from '../records/day-rows';
import type { PaperProps } from '../paper/Paper';
import { lateParts } from './load-later';

/**
 * True while the page is being printed, or shown as print media: nobody pays for the paper before it is wanted. The
 * claim may lag a frame behind the keys, but `catchUp` is called so that it never lags behind the printer.
 */
export function usePrinting(catchUp: () => void): boolean {
  const [printing, setPrinting] = useState(false);
  useEffect(() => {
    const paper = window.matchMedia('print');
    const show = () =>
      flushSync(() => {
        catchUp();
        setPrinting(true);
      });
    const hide = () => setPrinting(paper.matches);
    window.addEventListener('beforeprint', show);
    window.addEventListener('afterprint', hide);
    paper.addEventListener('change', hide);
    return () => {
      window.removeEventListener('beforeprint', show);
      window.removeEventListener('afterprint', hide);
      paper.removeEventListener('change', hide);
    };
  }, [catchUp]);
  return printing;
}

/** Prints chosen claims in the place of the one in the form; `isChoosing` is whether they can still be chosen. */
export function usePrintedClaims(isChoosing: boolean) {
  const [printed, setPrinted] = useState<readonly PaperProps[] | null>(null);
  if (!isChoosing && printed) setPrinted(null);
  useEffect(() => {
    const done = () => setPrinted(null);
    window.addEventListener('afterprint', done);
    return () => window.removeEventListener('afterprint', done);
  }, []);
  const onPrint = useCallback((rows: readonly DayRow[]) => {
    const work = async () => {
      // Without the paper the page says so in its place.
      await lateParts.load().catch(() => undefined);
      flushSync(() => setPrinted(rows.map(({ record, reading }) => ({ ...reading, worksheet: record }))));
      window.print();
    };
    void work();
  }, []);
  return { printed, onPrint };
}
