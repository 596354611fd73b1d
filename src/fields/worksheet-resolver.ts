import { zodResolver } from '@hookform/resolvers/zod';
import type { IsoDate } from '../engine/dated';
import type { PayerProfile } from '../engine/payer-profile';
import { worksheetSchema } from '../answers/worksheet-schema';

/** What checks the form when it is checked; apart from the page's own script, because nobody checks before reading. */
export const worksheetResolver = (today: IsoDate, profiles: readonly PayerProfile[]) =>
  zodResolver(worksheetSchema(today, profiles));
