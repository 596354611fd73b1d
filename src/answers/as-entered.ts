import { formatDate, type IsoDate } from '../engine/dated';
import type { OpenedContainers } from '../engine/encounter';
import { formatNdc } from '../engine/ndc';
import { formatMass, formatMl, formatStrength } from '../engine/quantity';
import { attendanceDecides } from '../rules/asked-for';
import { documentationFor } from '../rules/documentation-items';
import { answerReader } from './answer-reader';
import { besideLabels, besideSourceLabels } from './choice-labels';
import { readDay } from './claim-readers';
import { isEmptyRow, readContainers } from './read-containers';
import { labelOf, type WorksheetField } from './field-names';
import { readTime } from './read-answers';
import { recordFacts, recordFactsBeside } from './record-facts';
import { unexplainedIn, type RefillReading } from './read-refill';
import { hasWaste, strengthOfNdc } from './told-amounts';
import {
  asksChargeBeside,
  asksUnitsBeside,
  asksContainersBeside,
  asksHospital340b,
  confirmsOtherCode,
  isApproval,
  needsConfirmation,
} from './what-is-asked';
import { worksheetAnswers } from './worksheet-answers';
import { codeOf } from './service-rows';
import type { ServiceText, WorksheetText } from './worksheet-text';

const amounts = ['doseGiven', 'doseWasted', 'labeledAmount'] as const;
const ofDose: readonly WorksheetField[] = ['strength', 'container'];
const always: readonly WorksheetField[] = ['purpose', 'route', 'drugSource', 'payer', 'setting', 'priorAuthorization'];
const ofConfirmation: readonly WorksheetField[] = ['confirmedBy', 'confirmedOn', 'confirmationReference'];
const ofCompound: readonly WorksheetField[] = ['confirmedCode', 'otherDrugs'];
const ofWaste: readonly WorksheetField[] = ['wasteReason', 'wasteDate', 'wasteTime'];
const ofApproval: readonly WorksheetField[] = [
  'priorAuthorizationNumber',
  'firstDay',
  'lastDay',
  'unitsApproved',
  'unitsUsed',
];
/** Asked of a pump fill only; the refill note holds them where there is one. */
const ofPump: readonly WorksheetField[] = ['reprogrammed', 'skillNeeded'];
const others: readonly WorksheetField[] = [
  'askedOn',
  'lastFillOn',
  'unitsInPeriod',
  'services',
  'reprogrammed',
  'skillNeeded',
  'bought340b',
  'offCampus',
  'custody',
  'notice',
  'askedCode',
  'askedModifiers',
  'patientReference',
  'account',
  'chargePerUnit',
];

/**
 * The answers that matter to this claim, as they were typed, for the paper. Blank ones that were asked for say so; a
 * day and a time that can be read stand as they were read.
 */
export function asEntered(
  worksheet: WorksheetText,
  refill: RefillReading | null,
  today: IsoDate,
): { label: string; value: string }[] {
  const fields = [
    ...(hasWaste(worksheet, refill) ? ofWaste : []),
    ...(worksheet.entry === 'dose' ? ofDose : []),
    ...always,
    ...(worksheet.setting === 'other' ? (['placeOfService'] as const) : []),
    ...(attendanceDecides(worksheet) ? (['attendance'] as const) : []),
    ...(worksheet.drugSource === 'compounded' ? ofCompound : []),
    ...(confirmsOtherCode(worksheet) ? (['confirmedCode'] as const) : []),
    ...(needsConfirmation(worksheet) ? ofConfirmation : []),
    ...(isApproval(worksheet.priorAuthorization) ? ofApproval : []),
    ...(asksHospital340b(worksheet) ? (['hospital340b'] as const) : []),
  ];
  return [
    ...(refill
      ? refillWords(worksheet, refill)
      : amounts.map((field) => ({ label: labelOf(field), value: amountWords(worksheet, field) }))),
    ...besideWords(worksheet),
    ...fields.map((field) => ({ label: labelOf(field), value: words(worksheet, field, today) || 'not entered' })),
    ...others.flatMap((field) => {
      if (ofPump.includes(field) && (worksheet.purpose !== 'pump-fill' || worksheet.entry === 'refill')) return [];
      // An answer as it is on an empty worksheet says nothing.
      if (worksheet[field] === worksheetAnswers[field].empty) return [];
      const value = words(worksheet, field, today);
      return value ? { label: labelOf(field), value } : [];
    }),
  ];
}

/** The nurse's record in short; the refill note holds the rest. */
function refillWords(worksheet: WorksheetText, reading: RefillReading): { label: string; value: string }[] {
  const { opened, given, wasted, left, instilled, diluent, drug } = reading;
  const unexplained = unexplainedIn(reading);
  const { leftover, correction } = worksheet.refill;
  return [
    ...opened.map((row) => ({ label: 'Opened', value: containerWords(row) })),
    ...(drug?.mixed && drug.concentration
      ? [
          {
            label: 'Diluted or mixed',
            value: `${diluent ? `${formatMl(diluent)} of diluent, ` : ''}${formatStrength(drug.concentration)}`,
          },
        ]
      : []),
    { label: 'Instilled', value: instilled && given ? `${formatMl(instilled)} = ${formatMass(given)}` : 'not known' },
    { label: 'Left in the containers', value: left ? formatMass(left) : 'not known' },
    { label: 'Thrown away', value: wasted ? formatMass(wasted) : 'not known' },
    ...(leftover === 'other' && unexplained
      ? [{ label: 'Not accounted for', value: `${formatMass(unexplained)}: ${correction.trim()}` }]
      : []),
  ];
}

/** A second drug of the day, as it was entered. */
export function besideWords(worksheet: WorksheetText): { label: string; value: string }[] {
  const { drugBeside } = worksheet;
  if (drugBeside.use === '') return [];
  const own = asksContainersBeside(worksheet);
  const amount = (name: 'doseGiven' | 'doseWasted') => ({
    label: labelOf(`drugBeside.${name}`),
    value: withUnit(drugBeside[name].trim(), drugBeside[`${name}Unit`]),
  });
  const rows = drugBeside.containers.filter((row) => !isEmptyRow(row));
  const opened =
    own && rows.length > 0
      ? readContainers(
          rows,
          answerReader(() => {}),
          'drugBeside.containers',
        )
      : [];
  return [
    { label: labelOf('drugBeside.use'), value: besideLabels[drugBeside.use] },
    ...(own ? opened.map((row) => ({ label: 'Opened for it', value: containerWords(row) })) : []),
    ...(own ? [] : [{ label: labelOf('drugBeside.sameContainers'), value: 'Yes' }]),
    amount('doseGiven'),
    ...(own ? [amount('doseWasted')] : []),
    { label: labelOf('drugBeside.drugSource'), value: besideSourceLabels[drugBeside.drugSource] },
    ...(asksChargeBeside(worksheet) && drugBeside.chargePerUnit.trim() !== ''
      ? [{ label: labelOf('drugBeside.chargePerUnit'), value: drugBeside.chargePerUnit.trim() }]
      : []),
    ...(asksUnitsBeside(worksheet) ? (['unitsApproved', 'unitsUsed'] as const) : []).flatMap((name) =>
      drugBeside[name].trim() === '' ? [] : [{ label: labelOf(`drugBeside.${name}`), value: drugBeside[name].trim() }],
    ),
  ];
}

/** "2 × Gablofen 2000 mcg/mL, 20 mL, NDC 66794-0157-02, lot A1, expires 03/31/2028". */
export const containerWords = ({ count, name, strength, volume, ndc, lot, expiry }: OpenedContainers): string =>
  [
    `${count} × ${name ?? 'from its label:'} ${formatStrength(strength)}`,
    formatMl(volume),
    ...(ndc ? [`NDC ${formatNdc(ndc)}`] : []),
    ...(lot ? [`lot ${lot}`] : []),
    ...(expiry ? [`expires ${formatDate(expiry)}`] : []),
  ].join(', ');

function amountWords(worksheet: WorksheetText, field: (typeof amounts)[number]): string {
  return withUnit(worksheet[field].trim(), worksheet[`${field}Unit`]);
}

function withUnit(typed: string, unit: string): string {
  if (typed === '') return 'not entered';
  return /[\p{L}㎎㎍㎖㏄]/u.test(typed) ? typed : `${typed} ${unit}`;
}

function words(worksheet: WorksheetText, field: WorksheetField, today: IsoDate): string {
  const value = worksheet[field];
  const answer = worksheetAnswers[field];
  const ofNdc = field === 'strength' ? strengthOfNdc(worksheet) : null;
  if (ofNdc) return `${formatStrength(ofNdc.strength)}, from the NDC`;
  if (field === 'services') return worksheet.services.map(serviceWords).join('; ');
  if (Array.isArray(value)) return value.join(', ');
  if (typeof value === 'boolean') return value ? 'Yes' : 'No';
  if (answer.kind === 'text' && answer.read === readDay) return dayAsRead(value, today);
  if (answer.kind === 'text' && answer.read === readTime) return timeAsRead(value);
  return (answer.kind === 'choice' && answer.choices.find((each) => each.value === value)?.label) || value.trim();
}

/** "99213 25 × 2, $120.00 each, diagnoses B", as it was typed. */
function serviceWords(service: ServiceText): string {
  const { units, charge, modifiers, pointers } = service;
  return [
    `${codeOf(service) || 'no code'}${modifiers.trim() ? ` ${modifiers.trim()}` : ''} × ${units.trim() || '?'}`,
    ...(charge.trim() ? [`charge of one ${charge.trim()}`] : []),
    ...(pointers.trim() ? [`diagnoses ${pointers.trim()}`] : []),
  ].join(', ');
}

/** "11/01/2025" for "110125" or "t"; what cannot be read stands as it was typed. */
export function dayAsRead(typed: string, today?: IsoDate): string {
  const reading = readDay(typed, '', today);
  return 'value' in reading ? formatDate(reading.value) : typed.trim();
}

/** "14:30" for "1430"; what cannot be read stands as it was typed. */
export function timeAsRead(typed: string): string {
  const reading = readTime(typed, '');
  return 'value' in reading ? reading.value : typed.trim();
}

/** The checklist with what was ticked, for the paper. */
export const checklistOf = (
  worksheet: WorksheetText,
  refill: RefillReading | null,
): { label: string; askedBy: string; ticked: boolean }[] =>
  documentationFor(recordFacts(worksheet, refill), ...[recordFactsBeside(worksheet) ?? []].flat()).map(
    ({ id, label, askedBy }) => ({
      label,
      askedBy,
      ticked: worksheet.records.includes(id),
    }),
  );

/** Whether anything typed may tell who the patient is: the reference and the account are for nothing else. */
export const hasPatientInformation = ({ patientReference, account }: WorksheetText): boolean =>
  patientReference.trim() !== '' || account.trim() !== '';

/** Whose claim it is, as far as the record tells, each once: "MRN-7; Sample, Sam". */
export function patientInShort({ patientReference, account, sending }: WorksheetText): string {
  const name = [sending.patientLast, sending.patientFirst]
    .map((text) => text.trim())
    .filter(Boolean)
    .join(', ');
  const told = [patientReference.trim(), name, account.trim() || sending.accountNumber.trim()].filter(Boolean);
  return told.length > 0 ? [...new Set(told)].join('; ') : 'a patient who is not named';
}
