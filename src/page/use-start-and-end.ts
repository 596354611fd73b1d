import { useEffect, useState } from 'react';
import { lateParts, loadKeptCopy } from './load-later';

/** The script runs: the notice that it does not goes, and what runs late is loaded once the page stands. */
export function useStarted(): void {
  useEffect(() => document.getElementById('not-started')?.remove(), []);
  useEffect(() => afterLoad(() => void lateParts.load()), []);
}

/** The parts that tell of the copy kept for use without a net, once the page stands. */
export function useKeptCopyParts(): typeof import('../offline/KeptCopy') | undefined {
  const [parts, setParts] = useState<typeof import('../offline/KeptCopy')>();
  useEffect(() => (loadKeptCopy ? afterLoad(() => void loadKeptCopy?.().then(setParts)) : undefined), []);
  return parts;
}

/** Calls back once the page with all that belongs to it is there. */
function afterLoad(work: () => void): (() => void) | undefined {
  if (document.readyState === 'complete') {
    work();
    return undefined;
  }
  window.addEventListener('load', work);
  return () => window.removeEventListener('load', work);
}

/**
 * Forgets when the page is left, so that a browser that brings the page back brings nothing of a patient back with it.
 */
export function useForgottenOnLeaving(forget: () => void): void {
  useEffect(() => {
    window.addEventListener('pagehide', forget);
    return () => window.removeEventListener('pagehide', forget);
  }, [forget]);
}
