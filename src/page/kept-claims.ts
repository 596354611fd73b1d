import { readWorksheet } from '../answers/read-worksheet';
import type { ClinicFile } from '../engine/clinic-file';
import type { IsoDate } from '../engine/dated';
import type { PayerProfile } from '../engine/payer-profile';
import { prepareClaim } from '../engine/prepare-claim';
import type { OpenedTables } from '../engine/published-tables';
import type { KeptClaim, KeptReading, ReadKept } from '../records/clinic-records';
import { rowMaker, type DayRow } from '../records/day-rows';
import { ruleBookWith } from '../rules';

type Reader = { readonly tables: OpenedTables; readonly today: IsoDate; readonly read: ReadKept };
const readers = new WeakMap<readonly PayerProfile[], Reader>();

/** Reads the kept claims of a clinic, each once for as long as neither it nor what it is read by is changed. */
export function keptReader({ profiles, tables }: Pick<ClinicFile, 'profiles' | 'tables'>, today: IsoDate): ReadKept {
  const known = readers.get(profiles);
  if (known?.today === today && known.tables === tables) return known.read;
  const readings = new WeakMap<KeptClaim, KeptReading>();
  const book = ruleBookWith(tables);
  const read: ReadKept = (kept) => {
    const before = readings.get(kept);
    if (before) return before;
    const { encounter, refill, problems } = readWorksheet(kept, today, profiles);
    const reading = { claim: encounter && prepareClaim(encounter, book), refill, problems };
    readings.set(kept, reading);
    return reading;
  };
  readers.set(profiles, { tables, today, read });
  return read;
}

/** Makes the rows of kept claims. */
export const keptRowMaker = (
  clinic: Pick<ClinicFile, 'profiles' | 'tables'>,
  today: IsoDate,
): ((record: KeptClaim) => DayRow) => rowMaker(keptReader(clinic, today), today);
