import { readWorksheet } from '../answers/read-worksheet';
import { emptyWorksheet, type SendingText, type WorksheetText } from '../answers/worksheet-text';
import { day, isoDate } from '../engine/dated';
import { prepareClaim } from '../engine/prepare-claim';
import { sending as madeUp } from '../formats/parties.fixture';
import { ruleBook } from '../rules';
import type { Candidate } from './match-claims';

export const today = day('2026-05-20');

/** A kept claim of a made-up patient: 25 of 40 mg for Medicare in the office, at $300 a unit. */
export function kept(
  number: number,
  changed: Partial<WorksheetText> = {},
  sending: Partial<SendingText> = {},
): Candidate {
  const record: WorksheetText = {
    ...emptyWorksheet,
    dateOfService: '03/10/2026',
    doseGiven: '25',
    doseWasted: '15',
    strength: '2000',
    payer: 'medicare-part-b',
    setting: 'office',
    diagnoses: 'G80.1',
    ndc: '66794-0157-02',
    chargePerUnit: '300',
    patientReference: `PT-${number}`,
    recordId: `id-${number}`,
    keptAt: '2026-05-20T15:00:00.000Z',
    ...changed,
    sending: {
      ...emptyWorksheet.sending,
      ...madeUp,
      payments: [],
      patientLast: `Onesample${number}`,
      patientFirst: 'Pat',
      memberId: `M${number}`,
      accountNumber: `WS-${number}`,
      ...sending,
    },
  };
  const { encounter, problems } = readWorksheet(record, today);
  if (!encounter) throw new Error(JSON.stringify(problems));
  const [month = 0, dayOfMonth = 0, year = 0] = record.dateOfService.split('/').map(Number);
  return {
    id: record.recordId,
    record,
    on: isoDate(year, month, dayOfMonth) ?? null,
    claim: prepareClaim(encounter, ruleBook),
  };
}

/** The same without waste: 40 of 40 mg. */
export const keptWhole = (number: number, changed: Partial<WorksheetText> = {}, sending: Partial<SendingText> = {}) =>
  kept(number, { doseGiven: '40', doseWasted: '0', ...changed }, sending);
