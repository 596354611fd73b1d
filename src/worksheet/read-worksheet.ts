import * as z from 'zod/mini';
import type { IsoDate } from '../engine/dated';
import {
  containers,
  drugSources,
  habitModifiers,
  payers,
  priorAuthorizationStatuses,
  purposes,
  routes,
  settings,
  type Encounter,
  type PayerConfirmation,
  type PriorAuthorization,
} from '../engine/encounter';
import { isNone, noMass, type Mass, type Strength } from '../engine/quantity';
import { fieldLabels, type FieldName } from './labels';
import {
  readAmount,
  readCode,
  readDate,
  readDiagnoses,
  readMoney,
  readNdcAnswer,
  readReference,
  readStrength,
  readText,
  readTime,
  readUnits,
  type Amount,
  type Reading,
} from './read-answers';
import { amountUnits, type WorksheetText } from './worksheet-text';

// Compiling checks with `new Function` is what the page's content security policy forbids.
z.config({ jitless: true });

/** Years that a date on the worksheet may lie in: from the first year of J0475 (row 1.2). */
const claimYears = { from: 1994, through: 2099 };

/**
 * The schema of the form: text in, facts out, with every problem beside the field it belongs to. Made when the
 * worksheet is first checked, not while the page loads.
 */
export function worksheetSchema(today: IsoDate) {
  const text = z.string();
  const orNone = <T extends readonly [string, ...string[]]>(values: T) => z.union([z.enum(values), z.literal('')]);
  return z.pipe(
    z.object({
      doseGiven: text,
      doseGivenUnit: z.enum(amountUnits),
      doseWasted: text,
      doseWastedUnit: z.enum(amountUnits),
      strength: text,
      wasteReason: text,
      wasteDate: text,
      wasteTime: text,
      dateOfService: text,
      purpose: z.enum(purposes),
      route: z.enum(routes),
      confirmedBy: text,
      confirmedOn: text,
      confirmationReference: text,
      container: z.enum(containers),
      labeledAmount: text,
      labeledAmountUnit: z.enum(amountUnits),
      drugSource: z.enum(drugSources),
      ndc: text,
      diagnoses: text,
      askedCode: text,
      askedModifiers: z.array(z.enum(habitModifiers)),
      payer: orNone(payers),
      setting: orNone(settings),
      kd: z.boolean(),
      priorAuthorization: z.enum(priorAuthorizationStatuses),
      priorAuthorizationNumber: text,
      firstDay: text,
      lastDay: text,
      unitsApproved: text,
      unitsUsed: text,
      records: z.array(text),
      patientReference: text,
      account: text,
      initials: text,
      chargePerUnit: text,
      checked: z.array(text),
      example: text,
    }),
    z.transform((worksheet, context): Encounter => {
      const encounter = readEncounter(worksheet, today, (field, message) => {
        context.issues.push({ code: 'custom', input: worksheet[field], path: [field], message });
      });
      return encounter ?? z.NEVER;
    }),
  );
}

export type Problem = { readonly field: FieldName; readonly message: string };
export type WorksheetReading =
  | { readonly encounter: Encounter; readonly problems: readonly [] }
  | { readonly encounter: null; readonly problems: readonly Problem[] };

/** The worksheet read as a whole: facts, or every problem with its field. Never throws. */
export function readWorksheet(worksheet: WorksheetText, today: IsoDate): WorksheetReading {
  const problems: Problem[] = [];
  const encounter = readEncounter(worksheet, today, (field, message) => problems.push({ field, message }));
  return encounter ? { encounter, problems: [] } : { encounter: null, problems };
}

type Report = (field: FieldName, message: string) => void;

/** Reads every answer that the other answers call for; undefined when any has a problem. */
function readEncounter(worksheet: WorksheetText, today: IsoDate, report: Report): Encounter | undefined {
  let sound = true;
  const refuse: Report = (field, message) => {
    sound = false;
    report(field, message);
  };
  const value = <T>(field: FieldName, reading: Reading<T>): T | null => {
    if ('value' in reading) return reading.value;
    refuse(field, reading.problem);
    return null;
  };
  /** Null for a blank answer, and for one with a problem, which is then reported. */
  const optional = <T>(field: FieldName & keyof WorksheetText, read: (typed: string, label: string) => Reading<T>): T | null => {
    const typed = worksheet[field];
    return typeof typed !== 'string' || typed.trim() === '' ? null : value(field, read(typed, fieldLabels[field]));
  };
  const date = (typed: string, label: string) => readDate(typed, label, claimYears);
  const reference = (longest: number) => (typed: string, label: string) => readReference(typed, label, longest);
  const line = (longest: number) => (typed: string, label: string) => readText(typed, label, longest);

  const strength = optional('strength', readStrength);
  const given = optional('doseGiven', amountReader(worksheet.doseGivenUnit, strength));
  if (worksheet.doseGiven.trim() === '') refuse('doseGiven', 'Enter the dose given');
  const wasted = optional('doseWasted', amountReader(worksheet.doseWastedUnit, strength));
  if (worksheet.doseWasted.trim() === '') refuse('doseWasted', 'Enter the dose wasted, or 0 if there was none');
  if (given && wasted && isNone(given.mass) && isNone(wasted.mass)) refuse('doseGiven', 'Dose given must be more than 0');
  const hasWaste = wasted !== null && !isNone(wasted.mass);
  const wasteReason = hasWaste ? optional('wasteReason', line(120)) : null;
  const wasteDate = hasWaste ? optional('wasteDate', date) : null;
  const wasteTime = hasWaste ? optional('wasteTime', readTime) : null;
  const dateOfService = optional('dateOfService', date);
  if (worksheet.dateOfService.trim() === '') refuse('dateOfService', 'Enter the date of service');
  const labeled = optional('labeledAmount', amountReader(worksheet.labeledAmountUnit, strength));
  if (labeled && isNone(labeled.mass)) refuse('labeledAmount', 'Labeled amount opened must be more than 0, or left blank');
  const ndc = optional('ndc', readNdcAnswer);
  const diagnoses = optional('diagnoses', readDiagnoses) ?? [];
  const askedCode = optional('askedCode', readCode);
  if (worksheet.payer === '') refuse('payer', 'Choose the payer type');
  if (worksheet.setting === '') refuse('setting', 'Choose the setting');
  const payerConfirmation = readConfirmation();
  const priorAuthorization = readPriorAuthorization();
  const chargePerUnit = optional('chargePerUnit', readMoney);
  // For the paper alone: they decide nothing, but they must fit.
  optional('patientReference', line(60));
  optional('account', line(60));
  optional('initials', line(10));

  if (!sound || !given || !wasted || !dateOfService || worksheet.payer === '' || worksheet.setting === '') return undefined;
  return {
    preparedOn: today,
    given: given.mass,
    wasted: wasted.mass,
    givenVolume: given.volume,
    wastedVolume: wasted.volume,
    strength,
    wasteReason,
    wasteDate,
    wasteTime,
    dateOfService,
    purpose: worksheet.purpose,
    route: worksheet.route,
    container: worksheet.container,
    labeled: labeled && labeled.mass,
    drugSource: worksheet.drugSource,
    ndc,
    diagnoses,
    payerConfirmation,
    askedCode,
    askedModifiers: worksheet.askedModifiers,
    payer: worksheet.payer,
    setting: worksheet.setting,
    kd: worksheet.kd,
    priorAuthorization,
    records: worksheet.records,
    chargePerUnit,
    checked: worksheet.checked,
  };

  /** All three parts or none: a confirmation without its reference lifts nothing (row 1.12). */
  function readConfirmation(): PayerConfirmation | null {
    if (!needsConfirmation(worksheet)) return null;
    const who = optional('confirmedBy', reference(60));
    const on = optional('confirmedOn', date);
    const number = optional('confirmationReference', reference(60));
    if (on && on > today) refuse('confirmedOn', 'Date of the confirmation must not be after today');
    return who && on && number ? { who, on, reference: number } : null;
  }

  function readPriorAuthorization(): PriorAuthorization {
    const status = worksheet.priorAuthorization;
    if (status !== 'approved' && status !== 'approved-after-service') return { status };
    const firstDay = optional('firstDay', date);
    const lastDay = optional('lastDay', date);
    if (firstDay && lastDay && lastDay < firstDay) refuse('lastDay', 'Last valid date must not be before the first valid date');
    return {
      status,
      number: optional('priorAuthorizationNumber', reference(50)),
      firstDay,
      lastDay,
      unitsApproved: optional('unitsApproved', readUnits),
      unitsUsed: optional('unitsUsed', readUnits),
    };
  }
}

const amountReader = (unit: WorksheetText['doseGivenUnit'], strength: Strength | null) => (typed: string, label: string) =>
  readAmount(typed, unit, strength, label);

/** Whether the payer has to confirm the code: intravenous and intramuscular (row 1.12). */
export const needsConfirmation = ({ route }: Pick<WorksheetText, 'route'>): boolean =>
  route === 'intravenous' || route === 'intramuscular';

/** The amounts alone, for what the form says back and asks next, whatever else is still missing. */
export function readAmounts(worksheet: WorksheetText): { readonly strength: Strength | null } & Record<'doseGiven' | 'doseWasted' | 'labeledAmount', Reading<Amount> | null> {
  const strengthReading = worksheet.strength.trim() === '' ? null : readStrength(worksheet.strength);
  const strength = strengthReading && 'value' in strengthReading ? strengthReading.value : null;
  const amount = (field: 'doseGiven' | 'doseWasted' | 'labeledAmount') =>
    worksheet[field].trim() === '' ? null : readAmount(worksheet[field], worksheet[`${field}Unit`], strength, fieldLabels[field]);
  return { strength, doseGiven: amount('doseGiven'), doseWasted: amount('doseWasted'), labeledAmount: amount('labeledAmount') };
}

/** The waste as far as it can be read; none where it cannot. */
export const wasteRead = (worksheet: WorksheetText): Mass => {
  const reading = readAmounts(worksheet).doseWasted;
  return reading && 'value' in reading ? reading.value.mass : noMass;
};
