import { readRefill } from '../answers/read-refill';
import { readWorksheet } from '../answers/read-worksheet';
import { emptyContainer, emptyWorksheet, type ContainerText, type WorksheetText } from '../answers/worksheet-text';
import { day, formatDate } from '../engine/dated';
import { prepareClaim } from '../engine/prepare-claim';
import { unknownProfile } from '../engine/payer-profile';
import { unitsOf } from '../engine/quantity';
import { ruleBook } from '../rules';
import type { KeptClaim } from './clinic-records';
import type { ReadKept } from './clinic-records';

export const today = day('2026-11-20');

/** A plan that counts days between fills and the units of half a year. */
export const plan = {
  ...unknownProfile('Plan One', 'Plan One', 'commercial'),
  minimumDaysBetweenFills: 60,
  unitsPerPeriod: unitsOf(12),
  periodDays: 180,
};

/** A trial of 50 mcg beside the drug of a claim, out of its own syringe. */
export const trialBeside: WorksheetText['drugBeside'] = {
  ...emptyWorksheet.drugBeside,
  use: 'trial',
  doseGiven: '50',
  doseGivenUnit: 'mcg',
  doseWasted: '0',
  containers: [
    { ...emptyContainer, product: '66794015101', ndc: '66794-0151-01', count: '1', lot: 'LOTT' },
    emptyContainer,
  ],
};

let count = 0;
/** A kept claim of PT-1: 36 of 40 mg in the office. */
export const kept = (on: string, change: Partial<WorksheetText> = {}): KeptClaim => {
  count += 1;
  return {
    ...emptyWorksheet,
    patientReference: 'PT-1',
    dateOfService: on === '' ? '' : formatDate(day(on)),
    doseGiven: '36',
    doseWasted: '4',
    strength: '2000',
    payer: 'commercial',
    setting: 'office',
    recordId: `claim-${count}`,
    keptAt: `${on || '2026-01-01'}T12:00:00.000Z`,
    ...change,
  };
};

export const vial = (change: Partial<ContainerText> = {}): ContainerText => ({
  ...emptyContainer,
  product: '66794015702',
  ndc: '66794-0157-02',
  count: '1',
  lot: 'LOTA',
  expiry: '12/31/2027',
  ...change,
});

/** A kept refill: 18 mL of 2000 mcg/mL into a pump of 20 mL, the rest of the vial thrown away. */
export const keptRefill = (
  on: string,
  change: Partial<WorksheetText> = {},
  refill: Partial<WorksheetText['refill']> = {},
): KeptClaim => {
  const sheet = kept(on, { doseGiven: '', doseWasted: '', strength: '', ...change, entry: 'refill' });
  const told: WorksheetText = {
    ...sheet,
    refill: {
      ...sheet.refill,
      containers: [vial(), emptyContainer],
      reservoir: '20',
      instilled: '18',
      leftover: 'discarded',
      dailyDose: '400',
      leadDays: '5',
      ...refill,
    },
  };
  const { left } = readRefill(told, null, () => {});
  return { ...told, refill: { ...told.refill, leftoverOf: left ? String(left.ng) : '' } };
};

export const read: ReadKept = (claim) => {
  const { encounter, refill, problems } = readWorksheet(claim, today, [plan]);
  return { claim: encounter && prepareClaim(encounter, ruleBook), refill, problems };
};
