import { useEffect, useState } from 'react';
import { flushSync } from 'react-dom';

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
