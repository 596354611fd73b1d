import { formatDate, type IsoDate } from '../engine/dated';
import { usualAlarmVolumeMl, usualStabilityDays } from '../rules/pump-defaults';
import type {
  CompanionCode,
  Container,
  Custody,
  DrugSource,
  HabitModifier,
  Notice,
  Payer,
  PriorAuthorizationStatus,
  Purpose,
  Route,
  Setting,
} from '../engine/encounter';

export const amountUnits = ['mg', 'mcg', 'mL'] as const;
export type AmountUnit = (typeof amountUnits)[number];

/** Which entry tells the dose: the biller's amounts, or the nurse's record of a refill. */
export const entries = ['dose', 'refill'] as const;
export const reservoirs = ['20', '40', 'other'] as const;
export const leftovers = ['discarded', 'other'] as const;
export const yesOrNo = ['yes', 'no'] as const;
export const papers = ['both', 'claim', 'note'] as const;

/** One row of containers opened. `product` is an NDC on file, 'label' for figures read off a label, or '' while nothing is chosen. */
export type ContainerText = {
  product: string;
  /** NDC or barcode. */
  ndc: string;
  count: string;
  lot: string;
  expiry: string;
  strength: string;
  volume: string;
  container: Container;
  /** Its code is that of a carton: by the packing level scanned, or in a crosswalk that was opened. */
  ofCarton: boolean;
  /** Its code was scanned without the separators that tell lot and expiry apart. */
  lostSeparator: boolean;
};

/** The refill as the nurse typed it. The last of the containers is always an empty row, to go on with. */
export type RefillText = {
  containers: ContainerText[];
  reservoir: (typeof reservoirs)[number] | '';
  reservoirOther: string;
  expected: string;
  lastFilled: string;
  lastFilledOn: string;
  aspirated: string;
  tolerance: string;
  diluted: boolean;
  diluent: string;
  concentration: string;
  instilled: string;
  leftover: (typeof leftovers)[number] | '';
  /** The amount left for which that was said, in nanograms: another amount wants its own answer. */
  leftoverOf: string;
  thrownAway: string;
  thrownAwayUnit: AmountUnit;
  correction: string;
  dailyDose: string;
  dailyDoseBefore: string;
  concentrationBefore: string;
  bridgeBolus: (typeof yesOrNo)[number] | '';
  alarmVolume: string;
  leadDays: string;
  stabilityDays: string;
  programmerAlarmDate: string;
  pumpModel: string;
  bedside: string[];
  paper: (typeof papers)[number];
};

/** The worksheet as it stands on the screen: every typed answer as its text, every choice as its value, '' where none was made. */
export type WorksheetText = {
  entry: (typeof entries)[number];
  refill: RefillText;
  doseGiven: string;
  doseGivenUnit: AmountUnit;
  doseWasted: string;
  doseWastedUnit: AmountUnit;
  strength: string;
  wasteReason: string;
  wasteDate: string;
  wasteTime: string;
  dateOfService: string;
  purpose: Purpose;
  route: Route;
  confirmedBy: string;
  confirmedOn: string;
  confirmationReference: string;
  container: Container;
  labeledAmount: string;
  labeledAmountUnit: AmountUnit;
  drugSource: DrugSource;
  ndc: string;
  diagnoses: string;
  askedCode: string;
  askedModifiers: HabitModifier[];
  companions: CompanionCode[];
  payer: Payer | '';
  /** Id of a payer profile, '' while only the payer type is told. */
  profile: string;
  setting: Setting | '';
  lastFillOn: string;
  unitsInPeriod: string;
  kd: boolean;
  linePerNdc: boolean;
  bought340b: boolean;
  custody: Custody;
  notice: Notice;
  priorAuthorization: PriorAuthorizationStatus;
  priorAuthorizationNumber: string;
  firstDay: string;
  lastDay: string;
  unitsApproved: string;
  unitsUsed: string;
  askedOn: string;
  records: string[];
  patientReference: string;
  account: string;
  initials: string;
  chargePerUnit: string;
  /** Findings that the biller has recorded as checked outside, by their keys. */
  checked: string[];
  /** The worked example that was loaded, '' for the user's own claim. */
  example: string;
};

export const emptyContainer: ContainerText = { product: '', ndc: '', count: '', lot: '', expiry: '', strength: '', volume: '', container: 'single-dose', ofCarton: false, lostSeparator: false };

const emptyRefill: RefillText = {
  containers: [emptyContainer],
  reservoir: '',
  reservoirOther: '',
  expected: '',
  lastFilled: '',
  lastFilledOn: '',
  aspirated: '',
  tolerance: '',
  diluted: false,
  diluent: '',
  concentration: '',
  instilled: '',
  leftover: '',
  leftoverOf: '',
  thrownAway: '',
  thrownAwayUnit: 'mL',
  correction: '',
  dailyDose: '',
  dailyDoseBefore: '',
  concentrationBefore: '',
  bridgeBolus: '',
  alarmVolume: usualAlarmVolumeMl,
  leadDays: '',
  stabilityDays: usualStabilityDays,
  programmerAlarmDate: '',
  pumpModel: '',
  bedside: [],
  paper: 'both',
};

/** An empty worksheet. Only what is nearly always so is chosen beforehand; payer and setting decide too much for that. */
export const emptyWorksheet = (today: IsoDate): WorksheetText => ({
  entry: 'dose',
  refill: emptyRefill,
  doseGiven: '',
  doseGivenUnit: 'mg',
  doseWasted: '',
  doseWastedUnit: 'mg',
  strength: '',
  wasteReason: '',
  wasteDate: '',
  wasteTime: '',
  dateOfService: formatDate(today),
  purpose: 'pump-fill',
  route: 'intrathecal-pump',
  confirmedBy: '',
  confirmedOn: '',
  confirmationReference: '',
  container: 'single-dose',
  labeledAmount: '',
  labeledAmountUnit: 'mg',
  drugSource: 'bought',
  ndc: '',
  diagnoses: '',
  askedCode: '',
  askedModifiers: [],
  companions: [],
  payer: '',
  profile: '',
  setting: '',
  lastFillOn: '',
  unitsInPeriod: '',
  kd: false,
  linePerNdc: false,
  bought340b: false,
  custody: 'no',
  notice: 'none',
  priorAuthorization: 'not-checked',
  priorAuthorizationNumber: '',
  firstDay: '',
  lastDay: '',
  unitsApproved: '',
  unitsUsed: '',
  askedOn: '',
  records: [],
  patientReference: '',
  account: '',
  initials: '',
  chargePerUnit: '',
  checked: [],
  example: '',
});
