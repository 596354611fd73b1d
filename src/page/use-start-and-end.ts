import { useEffect } from 'react';
import { afterLoad, lateParts } from './load-later';

/** The script runs: the notice that it does not goes, and what runs late is loaded once the page stands. */
export function useStarted(): void {
  useEffect(() => document.getElementById('not-started')?.remove(), []);
  useEffect(() => afterLoad(() => void lateParts.load()), []);
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
