import { useEffect, useState } from 'react';
import { flushSync } from 'react-dom';
import './printed-sheet.css';

/** Whether a sheet of its own is being printed: it is made for the printer, and gone afterwards. */
export function usePrintedSheet(): { readonly printing: boolean; readonly print: () => void } {
  const [printing, setPrinting] = useState(false);
  useEffect(() => {
    const leave = () => setPrinting(false);
    window.addEventListener('afterprint', leave);
    return () => window.removeEventListener('afterprint', leave);
  }, []);
  const print = () => {
    flushSync(() => setPrinting(true));
    window.print();
  };
  return { printing, print };
}
