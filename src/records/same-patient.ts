import { formatNdc } from '../engine/ndc';
import { withEmptyLast } from '../answers/container-rows';
import { readDrugCode, readNdcAnswer } from '../answers/read-drug-code';
import {
  emptyContainer,
  emptyWorksheet,
  type ContainerText,
  type SendingText,
  type WorksheetText,
} from '../answers/worksheet-text';
import { sendingAnswers, type refillAnswers, type worksheetAnswers } from '../answers/worksheet-answers';

/**
 * Whether an answer is the same at the next visit, or is asked anew. `product` is carried as the NDC that it names
 * alone: what else a scanned barcode tells is of one container.
 */
export type Fate = 'carried' | 'fresh' | 'product' | 'each-row';

/** Every answer of the nurse's entry. What was given, left, aspirated or programmed belongs to one visit. */
export const refillFates: Readonly<Record<keyof typeof refillAnswers, Fate>> = {
  containers: 'each-row',
  reservoir: 'carried',
  reservoirOther: 'carried',
  expected: 'fresh',
  lastFilled: 'fresh',
  lastFilledOn: 'fresh',
  aspirated: 'fresh',
  tolerance: 'carried',
  diluted: 'carried',
  diluent: 'fresh',
  concentration: 'carried',
  instilled: 'fresh',
  leftover: 'fresh',
  leftoverOf: 'fresh',
  thrownAway: 'fresh',
  thrownAwayUnit: 'fresh',
  correction: 'fresh',
  dailyDose: 'fresh',
  dailyDoseBefore: 'fresh',
  concentrationBefore: 'fresh',
  bridgeBolus: 'fresh',
  alarmVolume: 'carried',
  leadDays: 'carried',
  stabilityDays: 'carried',
  programmerAlarmDate: 'fresh',
  pumpModel: 'carried',
  bedside: 'fresh',
  paper: 'carried',
};

/** Every answer of a row of containers: which product, never which container. */
export const containerFates: Readonly<Record<keyof ContainerText, Fate>> = {
  product: 'carried',
  ndc: 'product',
  count: 'fresh',
  lot: 'fresh',
  expiry: 'fresh',
  strength: 'carried',
  volume: 'carried',
  container: 'carried',
  ofCarton: 'fresh',
  lostSeparator: 'fresh',
};

/** What files and forms need of the patient stays; what the payer before did with one claim does not. */
const sendingAsked: readonly (keyof SendingText)[] = [
  'payments',
  'otherPaidOn',
  'otherClaimNumber',
  'patientPaid',
  'referralNumber',
  'paperworkType',
  'paperworkBy',
  'paperworkNumber',
  'signedOn',
  'reasonForVisit',
];
export const sendingFates = Object.fromEntries(
  Object.keys(sendingAnswers).map((name) => [name, sendingAsked.some((asked) => asked === name) ? 'fresh' : 'carried']),
) as Readonly<Record<keyof SendingText, Fate>>;

/** Every other answer of the record. */
export const fates: Readonly<Record<keyof typeof worksheetAnswers, Fate>> = {
  entry: 'carried',
  refill: 'each-row',
  doseGiven: 'fresh',
  doseGivenUnit: 'fresh',
  doseWasted: 'fresh',
  doseWastedUnit: 'fresh',
  strength: 'carried',
  wasteReason: 'fresh',
  wasteDate: 'fresh',
  wasteTime: 'fresh',
  dateOfService: 'fresh',
  purpose: 'carried',
  route: 'carried',
  confirmedCode: 'fresh',
  confirmedBy: 'fresh',
  confirmedOn: 'fresh',
  confirmationReference: 'fresh',
  container: 'carried',
  labeledAmount: 'fresh',
  labeledAmountUnit: 'fresh',
  drugSource: 'carried',
  otherDrugs: 'carried',
  ndc: 'product',
  ndcExpiry: 'fresh',
  drugBeside: 'fresh',
  diagnoses: 'carried',
  askedCode: 'fresh',
  askedModifiers: 'fresh',
  services: 'fresh',
  reprogrammed: 'fresh',
  skillNeeded: 'fresh',
  payer: 'carried',
  profile: 'carried',
  setting: 'carried',
  placeOfService: 'carried',
  attendance: 'fresh',
  lastFillOn: 'fresh',
  unitsInPeriod: 'fresh',
  kd: 'carried',
  linePerNdc: 'carried',
  bought340b: 'carried',
  hospital340b: 'carried',
  offCampus: 'carried',
  custody: 'carried',
  notice: 'fresh',
  priorAuthorization: 'carried',
  priorAuthorizationNumber: 'carried',
  firstDay: 'carried',
  lastDay: 'carried',
  unitsApproved: 'carried',
  unitsUsed: 'fresh',
  askedOn: 'carried',
  records: 'fresh',
  patientReference: 'carried',
  account: 'carried',
  initials: 'fresh',
  chargePerUnit: 'carried',
  sending: 'each-row',
  frequency: 'fresh',
  originalReference: 'fresh',
  remittanceCode: 'fresh',
  remittances: 'fresh',
  letters: 'fresh',
  course: 'fresh',
  filledIn: 'fresh',
  ticks: 'fresh',
  overrides: 'fresh',
  recordId: 'fresh',
  keptAt: 'fresh',
  toBill: 'fresh',
  wasSent: 'fresh',
  corrects: 'fresh',
  madeFrom: 'fresh',
  example: 'fresh',
};

/** A new record of the same patient: what stays from visit to visit as in the last one, and nothing else. */
export function samePatientAgain(last: WorksheetText): WorksheetText {
  const { refill } = last;
  const before: WorksheetText = structuredClone(emptyWorksheet);
  return {
    ...before,
    ...chosen(last, fates, 'carried'),
    ndc: productOnly(last.ndc, readNdcOfField),
    sending: { ...before.sending, ...chosen(last.sending, sendingFates, 'carried') },
    refill: {
      ...before.refill,
      ...chosen(refill, refillFates, 'carried'),
      containers: withEmptyLast(productsOnce(refill.containers)),
    },
  };
}

const chosen = <T extends object>(held: T, of: Readonly<Record<keyof T, Fate>>, fate: Fate): Partial<T> =>
  structuredClone(
    Object.fromEntries(Object.entries(held).filter(([name]) => of[name as keyof T] === fate)),
  ) as Partial<T>;

/** Rows of one product each, without what is of a single container. */
const productsOnce = (rows: readonly ContainerText[]): readonly ContainerText[] =>
  rows
    .map((row) => ({
      ...emptyContainer,
      ...chosen(row, containerFates, 'carried'),
      ndc: productOnly(row.ndc, readNdcOfRow),
    }))
    .filter((row, place, all) => all.findIndex((each) => JSON.stringify(each) === JSON.stringify(row)) === place);

type ReadNdc = (typed: string) => string | null;
const readNdcOfField: ReadNdc = (typed) => {
  const reading = readNdcAnswer(typed, 'NDC');
  return 'value' in reading ? formatNdc(reading.value) : null;
};
const readNdcOfRow: ReadNdc = (typed) => {
  const reading = readDrugCode(typed, 'NDC');
  return 'value' in reading ? formatNdc(reading.value.ndc) : null;
};

/** The NDC as a label has it; blank where the text names none. */
const productOnly = (typed: string, read: ReadNdc): string => (typed.trim() === '' ? '' : (read(typed) ?? ''));
