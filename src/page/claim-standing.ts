import type { WorksheetText } from '../answers/worksheet-text';
import { formatDate, localDay, type IsoDate } from '../engine/dated';
import type { Keeping } from './use-keeping';

/**
 * Whose claim stands in the form and how it stands to what is kept of it: "PT-1, 11/20/2026 · kept at 10:42 AM"; blank
 * while it was never kept.
 */
export function claimStanding(
  { patientReference, dateOfService, recordId, keptAt, toBill, course }: WorksheetText,
  standing: ReturnType<Keeping['standingOf']>,
  today: IsoDate,
): string {
  if (recordId === '') return '';
  const [sentOn, cameBackOn] = [course.sentOn.trim(), course.cameBackOn.trim()];
  return [
    `${patientReference.trim() || 'No reference'}, ${dateOfService.trim() || 'no day'}`,
    ...(standing === 'kept' ? [] : [notKept[standing]]),
    ...(toBill ? ['to bill'] : []),
    ...(sentOn === '' ? [] : [`sent ${sentOn}`]),
    ...(cameBackOn === '' ? [] : [`came back ${cameBackOn}`]),
    ...(standing === 'kept' ? [keptWords(new Date(keptAt), today)] : []),
  ].join(' · ');
}

const notKept = {
  changed: 'changed since it was kept',
  'changed-after-sent': 'changed since it was sent',
  deleted: 'deleted from the clinic’s claims',
} as const;

/** The same in a line of a narrow screen: whose it is, whether it was changed, and how far it came. */
export function standingInShort(
  { patientReference, recordId, keptAt, toBill, course }: WorksheetText,
  standing: ReturnType<Keeping['standingOf']>,
  today: IsoDate,
): string {
  if (recordId === '') return '';
  const [sentOn, cameBackOn] = [course.sentOn.trim(), course.cameBackOn.trim()];
  const came =
    cameBackOn !== '' ? `came back ${cameBackOn}` : sentOn !== '' ? `sent ${sentOn}` : toBill ? 'to bill' : '';
  return [
    patientReference.trim() || 'No reference',
    ...(standing === 'kept' ? [came || keptWords(new Date(keptAt), today)] : [standing, ...(came ? [came] : [])]),
  ].join(' · ');
}

/** The time of day where it was kept today, so that keeping it again is seen. */
function keptWords(at: Date, today: IsoDate): string {
  const on = localDay(at);
  if (on === undefined) return 'kept';
  return on === today
    ? `kept at ${at.toLocaleTimeString('en-US', { hour: 'numeric', minute: '2-digit' })}`
    : `kept on ${formatDate(on)}`;
}
