import type { ClinicFile } from '../engine/clinic-file';
import type { IsoDate } from '../engine/dated';
import { readWorksheet } from '../answers/read-worksheet';
import { prepareClaim } from '../engine/prepare-claim';
import type { KeptClaim } from '../records/clinic-records';
import type { KeptReading, ReadKept } from '../records/patient-fills';
import { ruleBookWith } from '../rules';

type Reader = { readonly today: IsoDate; readonly read: ReadKept };
const readers = new WeakMap<ClinicFile, Reader>();

/** Reads the kept claims of a clinic, each once for as long as it is not changed. */
export function keptReader(clinic: ClinicFile, today: IsoDate): ReadKept {
  const known = readers.get(clinic);
  if (known?.today === today) return known.read;
  const readings = new WeakMap<KeptClaim, KeptReading>();
  const book = ruleBookWith(clinic.tables);
  const read: ReadKept = (kept) => {
    const before = readings.get(kept);
    if (before) return before;
    const { encounter, refill } = readWorksheet(kept, today, clinic.profiles);
    const reading = { claim: encounter && prepareClaim(encounter, book), refill };
    readings.set(kept, reading);
    return reading;
  };
  readers.set(clinic, { today, read });
  return read;
}
