import type { Encounter } from '../engine/encounter';
import type { PayerProfile } from '../engine/payer-profile';
import { kindOf340bDecides } from '../rules/asked-for';
import { namedProfiles } from '../rules/payers';
import { readDay } from './claim-readers';
import type { RefillReading } from './read-refill';
import type { BesideText, WorksheetText } from './worksheet-text';

/*
 * What an answer makes necessary to ask next. The form needs it while it is typed in, before there is anything to read
 * a whole claim with.
 */

/**
 * Whether a diagnosis is still to be entered: lines can be made without one, but a payer would certainly send them
 * back, unless somebody decided to send them all the same.
 */
export const isDiagnosisMissing = ({ diagnoses, payer, overrides }: WorksheetText): boolean =>
  diagnoses.trim() === '' && payer !== 'self-pay' && overrides.length === 0;

/** The profiles of a payer type: the clinic's own first, then those that were read. */
export const profilesFor = (payer: WorksheetText['payer'], own: readonly PayerProfile[]): readonly PayerProfile[] =>
  [...own, ...namedProfiles].filter((each) => each.payer === payer);

/** The profile chosen, where it is one of the payer type; null: none. */
export const chosenProfile = (
  { payer, profile }: Pick<WorksheetText, 'payer' | 'profile'>,
  own: readonly PayerProfile[],
): PayerProfile | null => (profile === '' ? null : (profilesFor(payer, own).find(({ id }) => id === profile) ?? null));

/** Whether an amount in milliliters hangs on the strength. */
export const asksStrength = ({ doseGivenUnit, doseWastedUnit, labeledAmountUnit }: WorksheetText): boolean =>
  [doseGivenUnit, doseWastedUnit, labeledAmountUnit].includes('mL');

/** Whether preauthorization was given, so that its number, dates and units are asked for. */
export const isApproval = (
  status: WorksheetText['priorAuthorization'],
): status is 'approved' | 'approved-after-service' => status === 'approved' || status === 'approved-after-service';

/** Whether the payer has to confirm the code: intravenous and intramuscular (row 1.12), and any compound (row 1.9). */
export const needsConfirmation = ({ route, drugSource }: Pick<WorksheetText, 'route' | 'drugSource'>): boolean =>
  drugSource === 'compounded' || route === 'intravenous' || route === 'intramuscular';

/**
 * Whether the sheet still holds a code that the payer named for a compound, while the drug is none: it confirms no
 * other code.
 */
export const confirmsOtherCode = (worksheet: Pick<WorksheetText, 'route' | 'drugSource' | 'confirmedCode'>): boolean =>
  needsConfirmation(worksheet) && worksheet.drugSource !== 'compounded' && worksheet.confirmedCode !== '';

/** What a second drug of the day was given for, and how: by lumbar puncture no pump is filled. */
export const givenAs = {
  fill: { purpose: 'pump-fill', route: 'intrathecal-pump' },
  trial: { purpose: 'screening-trial', route: 'intrathecal-lumbar-puncture' },
} as const satisfies Record<Exclude<BesideText['use'], ''>, Pick<Encounter, 'purpose' | 'route'>>;

/** The purpose of the second drug of the day; null where there is none. */
export const purposeBeside = ({
  drugBeside: { use },
}: Pick<WorksheetText, 'drugBeside'>): Encounter['purpose'] | null => (use === '' ? null : givenAs[use].purpose);

/** Whether any drug of the day went into a pump. */
export const fillsPump = (worksheet: Pick<WorksheetText, 'purpose' | 'drugBeside'>): boolean =>
  worksheet.purpose === 'pump-fill' || purposeBeside(worksheet) === 'pump-fill';

/**
 * Whether it can be said that both came out of the same containers: the nurse’s entry accounts for its own, where the
 * amounts are written as a sum.
 */
export const asksSameContainers = ({ entry }: Pick<WorksheetText, 'entry'>): boolean => entry === 'dose';

/** Whether the second drug is told to have come out of the containers of the first. */
export const isOutOfSame = (worksheet: Pick<WorksheetText, 'entry' | 'drugBeside'>): boolean =>
  worksheet.drugBeside.sameContainers && asksSameContainers(worksheet);

/** Whether its containers and its waste are asked for: those of the first drug tell both where they are the same. */
export const asksContainersBeside = (worksheet: Pick<WorksheetText, 'entry' | 'drugBeside'>): boolean =>
  worksheet.drugBeside.use !== '' && !isOutOfSame(worksheet);

/** Whether it has a charge of its own: drug of another purpose has another code. */
export const asksChargeBeside = (worksheet: Pick<WorksheetText, 'purpose' | 'drugBeside'>): boolean => {
  const purpose = purposeBeside(worksheet);
  return purpose !== null && purpose !== worksheet.purpose;
};

/** Whether the preauthorization may tell units of it: of another code, where one was given. */
export const asksUnitsBeside = (
  worksheet: Pick<WorksheetText, 'purpose' | 'drugBeside' | 'priorAuthorization'>,
): boolean => asksChargeBeside(worksheet) && isApproval(worksheet.priorAuthorization);

/** Whether the kind of 340B hospital decides the modifier, as far as the worksheet can be read. */
export function asksHospital340b(worksheet: WorksheetText): boolean {
  const { payer, setting, bought340b, offCampus } = worksheet;
  const date = readDay(worksheet.dateOfService, '');
  return (
    payer !== '' &&
    setting !== '' &&
    'value' in date &&
    kindOf340bDecides({ payer, setting, bought340b, offCampus, dateOfService: date.value })
  );
}

/** Whether containers of several NDCs were opened, so that the lines of each are a question (row 2.21). */
export const hasSeveralNdcs = (refill: RefillReading | null): boolean =>
  new Set(refill?.opened.flatMap(({ ndc }) => ndc ?? [])).size > 1;
