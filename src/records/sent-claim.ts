import { emptyWorksheet, type WorksheetText } from '../answers/worksheet-text';
import { formOf } from '../rules/setting-form';
import type { KeptClaim } from './clinic-records';
import type { DayRow } from './day-rows';

/** What says nothing of the claim as it was sent: how it is kept, what became of it, and what was checked. */
const notSent = [
  'keptAt',
  'toBill',
  'course',
  'remittanceCode',
  'remittances',
  'filledIn',
  'ticks',
  'wasSent',
  'corrects',
  'madeFrom',
] as const;

const factsOf = (record: WorksheetText): string => {
  const blank = Object.fromEntries(notSent.map((name) => [name, null]));
  const facts = { ...record, refill: { ...record.refill }, drugBeside: { ...record.drugBeside }, ...blank };
  // What the records filled in follows them, and is nobody’s change.
  for (const [name, text] of Object.entries(record.filledIn))
    for (const answers of [facts, facts.refill] as Record<string, unknown>[])
      if (text !== '' && answers[name] === text) answers[name] = '';
  const { unitsUsedBeside } = record.filledIn;
  if (unitsUsedBeside !== '' && facts.drugBeside.unitsUsed === unitsUsedBeside) facts.drugBeside.unitsUsed = '';
  return JSON.stringify(facts);
};

/** The kept claim that the one in the form was sent as, where its facts are others by now; else null. */
export function sentAndChanged(claims: readonly KeptClaim[], typed: WorksheetText): KeptClaim | null {
  const kept = typed.recordId === '' ? undefined : claims.find(({ recordId }) => recordId === typed.recordId);
  if (!kept || kept.course.sentOn.trim() === '') return null;
  return factsOf(kept) === factsOf(typed) ? null : kept;
}

/**
 * A claim of its own that corrects the one that was sent, which stays as it is. It replaces that one. Medicare Part B
 * takes no replacement (8 frequency), so there it is a first claim; of a hospital it takes an adjustment (8
 * adjustment).
 */
export function correctedClaim(typed: WorksheetText): WorksheetText {
  const isHospital = typed.setting !== '' && formOf(typed.setting) === 'institutional';
  const replaces = typed.payer === 'medicare-part-b' && !isHospital ? '1' : '7';
  return {
    ...typed,
    recordId: '',
    keptAt: '',
    toBill: false,
    course: { ...emptyWorksheet.course },
    remittanceCode: '',
    remittances: [],
    frequency: typed.frequency === '1' ? replaces : typed.frequency,
    corrects: typed.recordId,
    wasSent: [],
  };
}

type Sent = Pick<DayRow, 'record' | 'lines' | 'charge'>;

/** The record as it is changed, with what was sent of it: the day of service, the lines and their charge. */
export function withWhatWasSent(typed: WorksheetText, sent: Sent): WorksheetText {
  const { course, dateOfService, wasSent } = sent.record;
  const sentOn = course.sentOn.trim();
  if (wasSent.some((each) => each.sentOn === sentOn)) return { ...typed, wasSent: structuredClone(wasSent) };
  const told = { sentOn, dateOfService: dateOfService.trim(), lines: [...sent.lines], charge: sent.charge };
  return { ...typed, wasSent: [...structuredClone(wasSent), told] };
}

/** What was sent of a claim that was changed after, in sentences, the first sending first. */
export const wasSentSays = ({ wasSent }: Pick<WorksheetText, 'wasSent'>): readonly string[] =>
  wasSent.map(({ sentOn, dateOfService, lines, charge }) => {
    const what = lines.join(', ') || 'no drug line';
    return `Changed since it was sent on ${sentOn}. Sent then: ${what}, of ${dateOfService}. Charge: ${charge}.`;
  });
