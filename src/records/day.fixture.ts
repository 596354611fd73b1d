import { examples } from '../answers/examples';
import { readWorksheet } from '../answers/read-worksheet';
import { emptyWorksheet, type SendingText, type WorksheetText } from '../answers/worksheet-text';
import { day } from '../engine/dated';
import { prepareClaim } from '../engine/prepare-claim';
import { sending as madeUp } from '../formats/parties.fixture';

export { office } from '../formats/parties.fixture';
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
    ...madeUp,
    payments: [],
    patientLast: `Onesample${number}`,
    memberId: `M${number}`,
    accountNumber: `WS-${number}`,
    ...sending,
  },
  ...changed,
});

export const readKept: ReadKept = (record) => {
  const { encounter, problems, refill } = readWorksheet(record, today);
  return { claim: encounter && prepareClaim(encounter, ruleBook), problems, refill };
};

export const rowsOf = (...records: readonly KeptClaim[]) => records.map(rowMaker(readKept, today));
