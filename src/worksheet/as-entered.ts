import { isNone } from '../engine/quantity';
import { documentationFor } from '../rules/documentation';
import {
  containerLabels,
  drugSourceLabels,
  fieldLabels,
  payerLabels,
  priorAuthorizationLabels,
  purposeLabels,
  routeLabels,
  settingLabels,
  type FieldName,
} from './labels';
import { needsConfirmation, wasteRead } from './read-worksheet';
import type { WorksheetText } from './worksheet-text';

const choiceWords: Partial<Record<FieldName, Readonly<Record<string, string>>>> = {
  purpose: purposeLabels,
  route: routeLabels,
  container: containerLabels,
  drugSource: drugSourceLabels,
  payer: payerLabels,
  setting: settingLabels,
  priorAuthorization: priorAuthorizationLabels,
};

const amounts = ['doseGiven', 'doseWasted', 'labeledAmount'] as const;
const always: readonly FieldName[] = ['strength', 'purpose', 'route', 'container', 'drugSource', 'payer', 'setting', 'priorAuthorization'];
const ofConfirmation: readonly FieldName[] = ['confirmedBy', 'confirmedOn', 'confirmationReference'];
const ofWaste: readonly FieldName[] = ['wasteReason', 'wasteDate', 'wasteTime'];
const ofApproval: readonly FieldName[] = ['priorAuthorizationNumber', 'firstDay', 'lastDay', 'unitsApproved', 'unitsUsed'];
const others: readonly FieldName[] = ['askedCode', 'askedModifiers', 'patientReference', 'account', 'chargePerUnit'];

/** The answers that matter to this claim, as they were typed, for the paper. Blank ones that were asked for say so. */
export function asEntered(worksheet: WorksheetText): { label: string; value: string }[] {
  const hasWaste = !isNone(wasteRead(worksheet));
  const approved = worksheet.priorAuthorization === 'approved' || worksheet.priorAuthorization === 'approved-after-service';
  const fields = [
    ...(hasWaste ? ofWaste : []),
    ...always,
    ...(needsConfirmation(worksheet) ? ofConfirmation : []),
    ...(approved ? ofApproval : []),
  ];
  return [
    ...amounts.map((field) => ({ label: fieldLabels[field], value: amountWords(worksheet, field) })),
    ...fields.map((field) => ({ label: fieldLabels[field], value: words(worksheet, field) || 'not entered' })),
    ...others.flatMap((field) => {
      const value = words(worksheet, field);
      return value ? { label: fieldLabels[field], value } : [];
    }),
  ];
}

function amountWords(worksheet: WorksheetText, field: (typeof amounts)[number]): string {
  const typed = worksheet[field].trim();
  if (typed === '') return 'not entered';
  return /[\p{L}µμ]$/u.test(typed) ? typed : `${typed} ${worksheet[`${field}Unit`]}`;
}

function words(worksheet: WorksheetText, field: FieldName): string {
  const value = worksheet[field];
  if (Array.isArray(value)) return value.join(', ');
  return choiceWords[field]?.[String(value)] ?? String(value).trim();
}

/** The checklist with what was ticked, for the paper. */
export const checklistOf = (worksheet: WorksheetText): { label: string; askedBy: string; ticked: boolean }[] =>
  documentationFor({ purpose: worksheet.purpose, container: worksheet.container, hasWaste: !isNone(wasteRead(worksheet)) }).map(({ id, label, askedBy }) => ({
    label,
    askedBy,
    ticked: worksheet.records.includes(id),
  }));

/** Whether anything typed may tell who the patient is: the reference and the account are for nothing else. */
export const hasPatientInformation = ({ patientReference, account }: WorksheetText): boolean =>
  patientReference.trim() !== '' || account.trim() !== '';
