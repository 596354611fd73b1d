import { useEffect, useState } from 'react';
import { afterLoad, loadKeptCopy } from './load-later';

type Parts = typeof import('../offline/KeptCopy');

/** A part that tells of the copy kept for use without a net. When it comes, nothing else is drawn again for it. */
export function OfKeptCopy({ part }: { part: keyof Parts }) {
  const [parts, setParts] = useState<Parts>();
  useEffect(() => (loadKeptCopy ? afterLoad(() => void loadKeptCopy?.().then(setParts)) : undefined), []);
  const Part = parts?.[part];
  return Part ? <Part /> : null;
}
