import { examples } from '../answers/examples';
import { readWorksheet } from '../answers/read-worksheet';
import { emptyWorksheet, type SendingText, type WorksheetText } from '../answers/worksheet-text';
import { emptyOffice, type Office } from '../engine/clinic-file';
import { day } from '../engine/dated';
import { prepareClaim } from '../engine/prepare-claim';
import { parties } from '../formats/parties.fixture';
import { ruleBook } from '../rules';
import type { KeptClaim } from './clinic-records';
import { rowMaker } from './day-rows';
import type { ReadKept } from './clinic-records';

export const today = day('2026-11-25');

/** A claim of 25 of 40 mg that nothing keeps back, of a made-up patient of that number. */
export const keptClaim = (
  number: number,
  changed: Partial<WorksheetText> = {},
  sending: Partial<SendingText> = {},
): KeptClaim => ({
  ...emptyWorksheet,
  ...examples[1]!.worksheet(today),
  example: '',
  ndc: '66794-0157-02',
  patientReference: `PT-${number}`,
  recordId: `id-${number}`,
  keptAt: '2026-11-25T15:00:00.000Z',
  sending: {
    ...emptyWorksheet.sending,
    ...Object.fromEntries(
      Object.keys(emptyWorksheet.sending).flatMap((field) =>
        field in parties ? [[field, parties[field as keyof typeof parties]]] : [],
      ),
    ),
    subscriberLast: `Onesample${number}`,
    memberId: `M${number}`,
    accountNumber: `WS-${number}`,
    ...sending,
  },
  ...changed,
});

export const office: Office = {
  ...emptyOffice,
  ...Object.fromEntries(
    Object.keys(emptyOffice).flatMap((field) =>
      field in parties ? [[field, parties[field as keyof typeof parties]]] : [],
    ),
  ),
};

export const readKept: ReadKept = (record) => {
  const { encounter, problems, refill } = readWorksheet(record, today);
  return { claim: encounter && prepareClaim(encounter, ruleBook), problems, refill };
};

export const rowsOf = (...records: readonly KeptClaim[]) => records.map(rowMaker(readKept, today));
