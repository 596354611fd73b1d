import type { IsoDate } from './dated';
import type { PaymentText } from './payment-text';
import type { Ndc11 } from './ndc';
import type { FilingIndicator, PayerBehind } from './party-codes';
import type { Payer, PayerProfile } from './payer-profile';
import type { BillingUnits, Mass, Money, Strength, Volume } from './quantity';

export const purposes = ['pump-fill', 'screening-trial', 'other-injection'] as const;
export type Purpose = (typeof purposes)[number];

export const routes = [
  'intrathecal-pump',
  'intrathecal-lumbar-puncture',
  'intravenous',
  'intramuscular',
  'other',
] as const;
export type Route = (typeof routes)[number];

export const containers = ['single-dose', 'multi-dose'] as const;
export type Container = (typeof containers)[number];

export const drugSources = ['bought', 'supplied', 'compounded'] as const;
/** Who paid for the drug: the practice; a pharmacy or a free-of-charge programme; or a compounding pharmacy made it. */
export type DrugSource = (typeof drugSources)[number];

export const settings = [
  'office',
  'independent-clinic',
  'home',
  'assisted-living',
  'custodial-care',
  'nursing-facility',
  'skilled-nursing-facility',
  'emergency-room',
  'hospital-outpatient',
  'asc',
  'critical-access-hospital',
  'rhc',
  'fqhc',
  'inpatient',
  'dme-supplier',
  'other',
] as const;
/**
 * Who bills the drug, and where: a nursing facility is without a Part A stay, a skilled one with it; other is told by
 * its digits.
 */
export type Setting = (typeof settings)[number];

/**
 * Who of the practice was with the patient where there is no office: it decides whether the drug can be billed (row 2b
 * home).
 */
export const attendances = ['physician', 'nurse-alone'] as const;
export type Attendance = (typeof attendances)[number];

export const priorAuthorizationStatuses = [
  'not-checked',
  'not-required',
  'pending',
  'approved',
  'denied',
  'approved-after-service',
] as const;
export type PriorAuthorizationStatus = (typeof priorAuthorizationStatuses)[number];

export type PriorAuthorization =
  | { readonly status: 'not-checked' | 'not-required' | 'pending' | 'denied' }
  | {
      readonly status: 'approved' | 'approved-after-service';
      readonly number: string | null;
      readonly firstDay: IsoDate | null;
      readonly lastDay: IsoDate | null;
      readonly unitsApproved: BillingUnits | null;
      readonly unitsUsed: BillingUnits | null;
      /** Day on which it was asked for, where that was after the service. */
      readonly askedOn: IsoDate | null;
    };

/** Whether the patient is a prisoner or in state or local custody, and whether 42 CFR 411.4(b) is met (row 4 QJ). */
export const custodies = ['no', 'met', 'not-met', 'not-known'] as const;
export type Custody = (typeof custodies)[number];

/** What the patient was told about non-coverage, as the modifiers that tell it (row 4 ABN). */
export const notices = ['none', 'GA', 'GX', 'GY', 'GX GY', 'GZ'] as const;
export type Notice = (typeof notices)[number];

/**
 * Whether the outpatient department of a hospital lies off its campus, and whether it is excepted (rows 4 PO and 4 PN).
 */
export const offCampuses = ['no', 'excepted', 'non-excepted'] as const;
export type OffCampus = (typeof offCampuses)[number];

/** Kinds of 340B hospital, by the modifier that they reported before 2025 (rows 4 JG and 4 TB). */
export const hospitals340b = ['jg', 'tb'] as const;
export type Hospital340b = (typeof hospitals340b)[number];

/** Procedures and supplies billed for the same day (section 5). 62362 is the implant of the pump. */
export const companionCodes = [
  '62369',
  '62370',
  '95990',
  '95991',
  'A4220',
  '62367',
  '62368',
  '62322',
  '62323',
  '62362',
] as const;
export type CompanionCode = (typeof companionCodes)[number];

/** A procedure or supply of the day of service, as it was entered beside the drug. */
export type BilledService = {
  /** CPT or HCPCS, five characters. */
  readonly code: string;
  /** At most four, as typed. */
  readonly modifiers: readonly string[];
  readonly units: BillingUnits;
  readonly chargePerUnit: Money | null;
  /** Places of the diagnoses that it points to; null: those of the claim. */
  readonly pointers: readonly number[] | null;
};

export const isCompanionCode = (code: unknown): code is CompanionCode => companionCodes.some((each) => each === code);

/** The codes among them that the rules on file know, each once. */
export const companionsAmong = (services: readonly Pick<BilledService, 'code'>[]): readonly CompanionCode[] => [
  ...new Set(services.flatMap(({ code }) => (isCompanionCode(code) ? [code] : []))),
];

/**
 * What was programmed at a refill: something changed, only the new volume was entered, or nothing (row 5 nothing
 * changed).
 */
export const reprogrammings = ['changed', 'volume-only', 'none'] as const;
export type Reprogramming = (typeof reprogrammings)[number];

/**
 * Modifiers that an order or charge slip asks for by habit and that this drug line does not carry (rows of section 4).
 */
export const habitModifiers = ['50', '52', 'LT', 'RT', 'QJ'] as const;
export type HabitModifier = (typeof habitModifiers)[number];

/** Codes for drugs without one of their own that contractors have named for compounded baclofen (rows 1.4 and 1.9). */
export const unlistedCodes = ['J7999', 'J7799', 'J3490'] as const;
export type UnlistedCode = (typeof unlistedCodes)[number];

/**
 * A payer's word on a code that no list settles: who said it, when, under which reference (row 1.12); and, for a
 * compounded drug, which code (row 1.9), null where none was told.
 */
export type PayerConfirmation = {
  readonly who: string;
  readonly on: IsoDate;
  readonly reference: string;
  readonly code: UnlistedCode | null;
};

/**
 * Somebody's word that a claim goes out although a finding is certain to bring it back: who, when, why. `finding` is
 * its `checkKey`.
 */
export type Override = { readonly finding: string; readonly who: string; readonly on: IsoDate; readonly why: string };

/** Containers of one kind and lot that were opened: one row of the record. Never cartons. */
export type OpenedContainers = {
  readonly ndc: Ndc11 | null;
  /** What the label calls the drug; null where only its label's figures were told. */
  readonly name: string | null;
  readonly strength: Strength;
  /** Labeled volume of one container. */
  readonly volume: Volume;
  readonly count: number;
  readonly container: Container;
  readonly lot: string | null;
  readonly expiry: IsoDate | null;
};

/** A refill of an implanted pump as it happened at the bedside. Null is "not told". */
export type PumpFill = {
  readonly reservoir: Volume;
  /** What the programmer said would be left. */
  readonly expectedResidual: Volume | null;
  /** Volume in the pump after the fill before this one, and its day. */
  readonly lastFill: { readonly volume: Volume; readonly on: IsoDate } | null;
  /** Old drug drawn out: never waste of this claim (row 2.31). */
  readonly aspirated: Volume | null;
  /** The clinic's own limit for the difference between expected and aspirated; none is published. */
  readonly tolerance: Volume | null;
  readonly instilled: Volume;
  readonly diluent: Volume | null;
  /** Of what was instilled. */
  readonly concentration: Strength;
  readonly concentrationBefore: Strength | null;
  readonly bridgeBolus: boolean | null;
  /** Programmed dose of a day, after and before. */
  readonly dailyDose: Mass | null;
  readonly dailyDoseBefore: Mass | null;
  readonly alarmVolume: Volume;
  readonly leadDays: number | null;
  readonly stabilityDays: number;
  /** As read off the programmer, which is the authority. */
  readonly programmerAlarmDate: IsoDate | null;
};

/**
 * Who else pays of this claim: behind it, null where that was not told; or before it, with what that payer did with
 * each line as its remittance has it. It decides nothing about the lines.
 */
export type OtherPayer =
  | { readonly pays: 'after'; readonly behind: PayerBehind | null }
  | { readonly pays: 'before'; readonly kind: FilingIndicator | ''; readonly payments: readonly PaymentText[] };

/** Everything that decides a claim, as facts. Null is "not told", which is never the same as none. */
export type Encounter = {
  readonly preparedOn: IsoDate;
  readonly given: Mass;
  readonly wasted: Mass;
  /** The volumes that given and wasted were typed as; null where they were typed as masses. */
  readonly givenVolume: Volume | null;
  readonly wastedVolume: Volume | null;
  /** The parts that given is the sum of, where it was told as a sum ("5 mg + 5 mg"); else empty. */
  readonly givenParts: readonly Mass[];
  readonly strength: Strength | null;
  /** Whether the strength was not told itself, but is that of the NDC’s container on file. */
  readonly strengthFromNdc: boolean;
  /** Of what was given, where it was told in milliliters of a mixture; rounded to a whole mcg/mL. */
  readonly concentration: Strength | null;
  /** Diluted, or of several strengths: what was given is a share of every container. */
  readonly mixed: boolean;
  readonly wasteReason: string | null;
  readonly wasteDate: IsoDate | null;
  /** `HH:MM`, 24 hours. */
  readonly wasteTime: string | null;
  readonly dateOfService: IsoDate;
  readonly purpose: Purpose;
  readonly route: Route;
  readonly container: Container;
  /** Sum of the labeled amounts of the containers opened; null: given + wasted is taken. */
  readonly labeled: Mass | null;
  readonly drugSource: DrugSource;
  /** What a compounded drug holds besides baclofen, as typed. */
  readonly otherDrugs: string | null;
  /** The NDCs of the containers, each once, in the order told. */
  readonly ndcs: readonly Ndc11[];
  /** The containers themselves; empty where only their total was told. */
  readonly opened: readonly OpenedContainers[];
  /** Of the container whose barcode alone was scanned for its NDC. */
  readonly expiryScanned: IsoDate | null;
  readonly pumpFill: PumpFill | null;
  /** A second drug or fill of this day, on the same claim. */
  readonly drugBeside: DrugOfDay | null;
  readonly diagnoses: readonly string[];
  readonly payerConfirmation: PayerConfirmation | null;
  readonly askedCode: string | null;
  readonly askedModifiers: readonly HabitModifier[];
  readonly payer: Payer;
  readonly otherPayer: OtherPayer;
  readonly setting: Setting;
  /** The two digits of the setting `other`; null for every other one. */
  readonly placeOfService: string | null;
  /** Told only where it decides. */
  readonly attendance: Attendance | null;
  /** Put KD on the drug line (row 4 KD). */
  readonly kd: boolean;
  /** One set of lines for each NDC instead of one for the drug (row 2.21). */
  readonly linePerNdc: boolean;
  readonly priorAuthorization: PriorAuthorization;
  /** What this payer wants; null: only its type is known. */
  readonly profile: PayerProfile | null;
  /** Day of the fill before this one. */
  readonly lastFillOn: IsoDate | null;
  /** Units of the drug that earlier claims billed in the profile’s period. */
  readonly unitsInPeriod: BillingUnits | null;
  /** What else is billed for the day of service, in the order entered. */
  readonly services: readonly BilledService[];
  /** `companionsAmong` them. */
  readonly companions: readonly CompanionCode[];
  readonly reprogrammed: Reprogramming | null;
  /** Whether the refill needed the skill of a physician or another qualified professional (row 5 skill). */
  readonly skillNeeded: boolean | null;
  /** Bought under the 340B program (row 4 TB). */
  readonly bought340b: boolean;
  /** Told only where it decides between JG and TB. */
  readonly hospital340b: Hospital340b | null;
  readonly offCampus: OffCampus;
  readonly custody: Custody;
  readonly notice: Notice;
  /** Ids of the documentation items that the record holds. */
  readonly records: readonly string[];
  readonly chargePerUnit: Money | null;
  /** Findings that the biller has recorded as checked outside the worksheet, by `checkKey`. */
  readonly checked: readonly string[];
  readonly overrides: readonly Override[];
};

/** What a second drug or fill of the day tells of itself; everything else is that of its encounter. */
export type DrugOfDay = Pick<
  Encounter,
  | 'given'
  | 'wasted'
  | 'givenVolume'
  | 'wastedVolume'
  | 'givenParts'
  | 'strength'
  | 'strengthFromNdc'
  | 'concentration'
  | 'mixed'
  | 'labeled'
  | 'container'
  | 'ndcs'
  | 'opened'
  | 'expiryScanned'
  | 'pumpFill'
  | 'purpose'
  | 'route'
  | 'drugSource'
  | 'chargePerUnit'
> & {
  /** Drawn out of the containers of the first one, which then count once. */
  readonly sameContainers: boolean;
  /** What the preauthorization covers of it, and what earlier claims used; null where its letter does not tell. */
  readonly unitsApproved: BillingUnits | null;
  readonly unitsUsed: BillingUnits | null;
};

/** What is given for on this day, by every drug of the claim. */
export const purposesOf = ({ purpose, drugBeside }: Pick<Encounter, 'purpose' | 'drugBeside'>): readonly Purpose[] =>
  drugBeside ? [purpose, drugBeside.purpose] : [purpose];

/** The worksheet answers that a finding can send the biller to. */
export type FactName =
  | 'doseGiven'
  | 'doseWasted'
  | 'strength'
  | 'wasteReason'
  | 'wasteDate'
  | 'wasteTime'
  | 'dateOfService'
  | 'purpose'
  | 'route'
  | 'container'
  | 'labeledAmount'
  | 'drugSource'
  | 'otherDrugs'
  | 'ndc'
  | 'expiry'
  | 'diagnoses'
  | 'confirmedBy'
  | 'confirmedCode'
  | 'askedCode'
  | 'askedModifiers'
  | 'payer'
  | 'setting'
  | 'placeOfService'
  | 'attendance'
  | 'kd'
  | 'linePerNdc'
  | 'priorAuthorization'
  | 'priorAuthorizationNumber'
  | 'firstDay'
  | 'lastDay'
  | 'unitsApproved'
  | 'unitsUsed'
  | 'askedOn'
  | 'profile'
  | 'lastFillOn'
  | 'unitsInPeriod'
  | 'services'
  | 'serviceCharge'
  | 'serviceModifiers'
  | 'reprogrammed'
  | 'skillNeeded'
  | 'bought340b'
  | 'hospital340b'
  | 'offCampus'
  | 'custody'
  | 'notice'
  | 'chargePerUnit'
  | 'drugBeside'
  | `beside.${FactBeside}`
  | 'records';

/** What a second drug of the day tells by answers of its own. */
export const factsBeside = [
  'purpose',
  'route',
  'doseGiven',
  'doseWasted',
  'drugSource',
  'strength',
  'container',
  'labeledAmount',
  'ndc',
  'expiry',
  'chargePerUnit',
  'unitsApproved',
  'unitsUsed',
] as const;
export type FactBeside = (typeof factsBeside)[number];

/** One multi-dose container among those opened makes all of it count as such (row 2.3). */
export const containerOf = (opened: readonly OpenedContainers[]): Container =>
  opened.some(({ container }) => container === 'multi-dose') ? 'multi-dose' : 'single-dose';
