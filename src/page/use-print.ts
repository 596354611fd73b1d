import { useCallback } from 'react';
import type { IsoDate } from '../engine/dated';
import type { PayerProfile } from '../engine/payer-profile';
import type { WorksheetForm } from '../fields/form';
import { claimPart, lateParts } from './load-later';

/** Prints what was chosen: a refill note as soon as it holds a drug, a claim once the worksheet passes its check. */
export function usePrint(
  { getValues, handleSubmit }: WorksheetForm,
  today: IsoDate,
  profiles: readonly PayerProfile[],
): () => void {
  return useCallback(() => {
    const print = async () => {
      // Without the paper the page says so in its place.
      await Promise.all([claimPart.load(), lateParts.load()]).catch(() => undefined);
      const note = getValues('entry') === 'refill' && getValues('refill.paper') === 'note';
      if (note && claimPart.loaded()?.readWorksheet(getValues(), today, profiles).refill?.drug) window.print();
      else await handleSubmit(() => window.print())();
    };
    void print();
  }, [profiles, getValues, handleSubmit, today]);
}
