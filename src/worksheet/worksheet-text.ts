import { formatDate, type IsoDate } from '../engine/dated';
import type {
  Container,
  DrugSource,
  HabitModifier,
  Payer,
  PriorAuthorizationStatus,
  Purpose,
  Route,
  Setting,
} from '../engine/encounter';

export const amountUnits = ['mg', 'mcg', 'mL'] as const;
export type AmountUnit = (typeof amountUnits)[number];

/** The worksheet as it stands on the screen: every typed answer as its text, every choice as its value, '' where none was made. */
export type WorksheetText = {
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
  payer: Payer | '';
  setting: Setting | '';
  kd: boolean;
  priorAuthorization: PriorAuthorizationStatus;
  priorAuthorizationNumber: string;
  firstDay: string;
  lastDay: string;
  unitsApproved: string;
  unitsUsed: string;
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

/** An empty worksheet. Only what is nearly always so is chosen beforehand; payer and setting decide too much for that. */
export const emptyWorksheet = (today: IsoDate): WorksheetText => ({
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
  payer: '',
  setting: '',
  kd: false,
  priorAuthorization: 'not-checked',
  priorAuthorizationNumber: '',
  firstDay: '',
  lastDay: '',
  unitsApproved: '',
  unitsUsed: '',
  records: [],
  patientReference: '',
  account: '',
  initials: '',
  chargePerUnit: '',
  checked: [],
  example: '',
});
