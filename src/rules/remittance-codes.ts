import { day, type IsoDate } from '../engine/dated';

/**
 * What to do about a code by itself; a remark, the payer, or the case that it belongs to, may say more. Row 8 steps.
 */
export const stepWords = {
  P: 'Bill the patient, or the next payer.',
  W: 'Write it off. The patient is not billed.',
  F: 'Correct the claim.',
  A: 'Appeal if the claim was right.',
  T: 'Ask the plan if it still takes a request.',
  G: 'Ask for a late appeal if there was good cause.',
  O: 'Find the right payer, or the one that pays first.',
  S: 'Send what was asked for. If the payer has decided, appeal.',
  B: 'Do not bill Medicare or the patient. Bill the SNF. If the service was outside the stay, appeal.',
  D: 'No appeal, except where the two services were not the same.',
  R: 'Read the remark code beside it. It says what is wrong.',
  N: 'Send a new claim.',
  H: 'Wait for the payer’s next answer.',
  C: 'Call the payer.',
  I: 'It only informs: nothing is to be done.',
  L: 'Ask the payer. What to do was not looked up.',
} as const;
export type StepLetter = keyof typeof stepWords;

/** A claim adjustment reason code (CARC) or remittance advice remark code (RARC), in this product's words: row 8. */
export type RemittanceCode = {
  readonly code: string;
  readonly kind: 'CARC' | 'RARC';
  readonly means: string;
  readonly steps: readonly StepLetter[];
  /** First day on which it was no longer in the list; null while it is. */
  readonly ended: IsoDate | null;
  /** An alert informs and never explains an amount. */
  readonly alert: boolean;
};

type Told = Readonly<Record<string, string>>;
const letters = (steps: string): readonly StepLetter[] =>
  [...steps].filter((letter): letter is StepLetter => Object.hasOwn(stepWords, letter));

const reasons = (steps: string, told: Told): readonly RemittanceCode[] =>
  Object.entries(told).map(([code, means]) => ({
    code,
    kind: 'CARC',
    means,
    steps: letters(steps),
    ended: ended[code] ?? null,
    alert: false,
  }));
const remarks = (steps: string, told: Told): readonly RemittanceCode[] =>
  Object.entries(told).map(([code, means]) => ({
    code,
    kind: 'RARC',
    means,
    steps: letters(steps),
    ended: null,
    alert: false,
  }));
const alerts = (told: Told): readonly RemittanceCode[] =>
  Object.entries(told).map(([code, means]) => ({ code, kind: 'RARC', means, steps: ['I'], ended: null, alert: true }));

/** Codes that left the list and still stand in old files: row 8 ended. */
const ended: Readonly<Record<string, IsoDate>> = {
  15: day('2018-05-01'),
  125: day('2013-11-01'),
  138: day('2018-05-01'),
  B5: day('2016-05-01'),
};

const carcs: readonly RemittanceCode[] = [
  ...reasons('P', {
    1: 'Deductible.',
    2: 'Coinsurance.',
    3: 'Copayment.',
    66: 'Blood deductible.',
    85: 'Interest that the patient owes.',
    100: 'The plan paid the patient. Collect from the patient.',
    142: 'Medicaid patient share.',
    178: 'The patient has not yet spent down to the limit.',
    179: 'The patient is still in a waiting period.',
    201: 'Work injury set-aside.',
    238: 'The plan did not cover the patient on some of the days.',
    275: 'The share that the earlier payer left is not covered here.',
  }),
  ...reasons('F', {
    4: 'Code and modifier do not go together. Since 03/01/2020 it no longer tells of a missing modifier.',
    6: 'The service does not fit the patient’s age.',
    7: 'The service does not fit the patient’s sex.',
    9: 'The diagnosis does not fit the patient’s age.',
    10: 'The diagnosis does not fit the patient’s sex.',
    11: 'The diagnosis does not fit the service.',
    12: 'The diagnosis does not fit this kind of provider.',
    13: 'The service is dated after the patient’s death.',
    14: 'The service is dated before the patient’s birth.',
    15: 'The preauthorization number was missing or wrong. Today 284 or 296 seem to say so.',
    31: 'The payer does not know the patient.',
    107: 'The service that belongs to this one is not on the claim. Put refill and drug on one claim.',
    110: 'The claim was sent before the date of service.',
    125: 'Something on the claim was wrong. Today 16 says so.',
    129: 'What the claim tells of the earlier payer looks wrong.',
    140: 'Member number and name do not match.',
    146: 'The diagnosis code was not valid on the date of service.',
    148: 'Data from another provider is missing or not whole.',
    173: 'The service has no prescription.',
    175: 'The prescription is not whole.',
    176: 'The prescription is out of date.',
    181: 'The service code was not valid on the date of service.',
    182: 'The modifier was not valid on the date of service.',
    183: 'This provider may not refer the service.',
    184: 'This provider may not order the service.',
    185: 'This provider may not give the service.',
    189: 'An unlisted code was billed, but the service has its own code.',
    199: 'Revenue code and service code do not go together.',
    206: 'NPI missing.',
    207: 'The NPI does not have the right form.',
    208: 'The NPI is not the one on file.',
    211: 'No drug rebate is paid for this NDC.',
    229: 'Part of the charge was left out because the type of bill is 12X.',
    239: 'The claim runs over days with and without cover. Send a claim for each.',
    267: 'The claim runs over more than one month. Split it.',
    268: 'The claim runs over two years. Split it.',
    282: 'The service does not fit the type of bill.',
    283: 'The attending provider may not give this service.',
    284: 'The preauthorization number does not cover what was billed.',
    287: 'More was billed than the referral allows.',
    288: 'Referral missing.',
    296: 'The preauthorization number does not fit this provider.',
    299: 'The billing provider may not be paid for this service.',
    B7: 'The provider was not certified for this service on that day.',
    B16: 'The rules for a new patient are not met.',
    B23: 'No CLIA certificate.',
  }),
  ...reasons('B', {
    190: 'Part of a stay in a skilled nursing facility (SNF).',
  }),
  ...reasons('FA', {
    5: 'The code does not fit the place of service.',
    8: 'The service does not fit the provider’s specialty. Check the taxonomy code.',
    58: 'The payer does not accept this place for the service.',
    114: 'The product is not approved by the FDA. Check code and NDC.',
    136: 'The rules of the earlier payer were not kept. Appeal there.',
    167: 'The payer does not cover this diagnosis.',
    170: 'Not paid to this kind of provider.',
    171: 'Not paid to this kind of provider in this kind of facility.',
    172: 'Cut because of the provider’s specialty.',
    276: 'The earlier payer denied it, and so this one does. Appeal there.',
    B15: 'A service that must go with it was not billed or not paid.',
    B20: 'Another provider gave all or part of the service.',
    B22: 'Changed because of the diagnosis.',
  }),
  ...reasons('FO', {
    258: 'The patient is in custody. Someone else may have to pay.',
  }),
  ...reasons('OF', {
    B9: 'The patient is in hospice. The hospice may pay, or a modifier is missing.',
  }),
  ...reasons('RF', {
    16: 'Something on the claim is missing or wrong. The remark code beside it says what.',
  }),
  ...reasons('R', {
    96: 'Not covered. The remark code beside it says why.',
    A1: 'Denied, and nothing more is said.',
  }),
  ...reasons('O', {
    19: 'A work injury. The employer’s insurer pays first.',
    20: 'Someone else is liable. That insurer pays first.',
    21: 'A no-fault plan pays first.',
    22: 'Another payer may pay first.',
    109: 'Another payer or contractor is the right one for this claim.',
    166: 'Sent after this payer stopped handling the plan.',
    209: 'Do not bill the patient. Pay back what the patient paid. The next payer may be billed.',
    254: 'The dental plan got it. Send it to the medical plan.',
    270: 'The medical plan got it. Send it to the dental plan.',
    280: 'It belongs to the pharmacy plan.',
    292: 'It was passed on to the pharmacy plan.',
    297: 'The medical plan got it. Send it to the vision plan.',
  }),
  ...reasons('OP', {
    26: 'Given before the cover began.',
    27: 'Given after the cover ended.',
    32: 'The patient is not covered as a dependent.',
    33: 'The member has no cover for dependents.',
    34: 'The member has no cover for newborns.',
    177: 'The patient does not meet what the plan asks for.',
    200: 'Given while the cover had lapsed.',
    204: 'The patient’s plan does not cover this drug or service.',
  }),
  ...reasons('A', {
    39: 'Preauthorization was asked for and refused.',
    40: 'The payer saw no emergency.',
    50: 'The payer does not see a medical need for the service.',
    51: 'The patient had this condition before the cover began.',
    54: 'More than one doctor is not covered for it.',
    55: 'The payer sees it as experimental. Show the use on the label.',
    56: 'Not shown to work. Show the use on the label.',
    95: 'The plan’s rules were not followed.',
    112: 'Not given to the patient, or not in the record.',
    150: 'What was sent does not support this level of service.',
    151: 'What was sent does not support so many units, or so often.',
    152: 'What was sent does not support so long a service.',
    153: 'What was sent does not support this dose.',
    154: 'What was sent does not support so many days’ supply.',
    155: 'The patient refused the service.',
    186: 'The level of care was changed.',
    188: 'Covered only as the FDA recommends. Show the label.',
    193: 'The payer looked again and did not change its answer. The next level of appeal is left.',
    216: 'A review group found so.',
    249: 'Readmission.',
    261: 'It does not fit the patient’s history.',
    272: 'The coverage or program rules are not met.',
    273: 'More than the coverage or program rules allow.',
    B5: 'The coverage rules were not met or were exceeded. Today 272 or 273 say so.',
    B12: 'Not in the patient’s record.',
  }),
  ...reasons('CA', { 147: 'The agreed rate has ended or is not on file.' }),
  ...reasons('PA', {
    35: 'The plan’s lifetime maximum is used up.',
    119: 'The plan’s maximum for this period or occasion is used up.',
    149: 'The plan’s lifetime maximum for this service is used up.',
  }),
  ...reasons('AP', {
    49: 'Routine exam, or a test that goes with one.',
    242: 'Not given by a provider of the network.',
    243: 'Not approved by the network.',
    279: 'Not given by the preferred network.',
  }),
  ...reasons('TA', {
    197: 'Preauthorization is missing.',
    198: 'More was billed than the preauthorization allows.',
    210: 'Preauthorization did not come in time.',
    302: 'The preauthorization had expired.',
  }),
  ...reasons('AW', {
    29: 'The claim came after the filing limit.',
  }),
  ...reasons('WF', {
    97: 'Already paid as part of another service.',
    231: 'The two services exclude each other on one day.',
    236: 'The code or its modifier does not go with another service of the day. NCCI pairs or a state’s rules say so.',
  }),
  ...reasons('WA', {
    59: 'Cut because several procedures were done.',
    222: 'More than the contract pays to this provider.',
    274: 'Not paid under an agreement on the patient’s care.',
  }),
  ...reasons('WG', {
    138: 'The appeal was late or not in order. Today 285 or 286 seem to say so.',
    285: 'The appeal was not made in the right way.',
    286: 'The appeal came too late.',
  }),
  ...reasons('WO', {
    24: 'The patient is in a managed care plan. Write it off, or send it to that plan.',
  }),
  ...reasons('W', {
    44: 'Prompt-pay discount.',
    45: 'More than the fee schedule or the contract allows. It is never the whole charge.',
    60: 'Part of an inpatient stay close by.',
    89: 'Professional fee removed.',
    90: 'Cut to the cost of the drug.',
    104: 'Managed care withhold.',
    105: 'Tax withheld.',
    116: 'The notice of non-coverage (ABN) was not in order.',
    117: 'Transport only to the closest place.',
    131: 'Agreed discount.',
    132: 'Changed under a trial program.',
    144: 'Incentive payment.',
    202: 'For comfort, and not covered.',
    203: 'Stopped or reduced service.',
    205: 'Discount card fee.',
    234: 'It is not paid on its own.',
    237: 'Penalty by law.',
    245: 'Held back under a program that pays by results.',
    253: 'A cut of what Medicare itself pays (sequestration). It is no denial.',
    256: 'Not paid under the contract.',
    260: 'Paid at the rate of the Affordable Care Act.',
    269: 'Anesthesia is not covered here.',
    303: 'The share that the earlier payer left. A patient with QMB may not be billed for it.',
    B4: 'Late filing penalty.',
    B10: 'A part of it was already paid with another service.',
    B14: 'Only one visit a day is paid.',
  }),
  ...reasons('S', {
    163: 'The attachment that the claim tells of did not come.',
    226: 'The payer asked the provider for something. It did not come, came late, or was not enough.',
    227: 'The payer asked the patient for something that did not come.',
    250: 'The wrong attachment came.',
    251: 'The attachment that came is not whole.',
    252: 'The payer needs an attachment before it can decide.',
  }),
  ...reasons('H', {
    133: 'The line is not yet decided. A reversal must follow.',
    257: 'Not yet decided. The premium is late, and its grace period runs.',
    277: 'Not yet decided. The exchange premium is late, and its grace period runs.',
    300: 'It was passed on to the plan for mental health.',
  }),
  ...reasons('I', {
    18: 'The same claim was there already. Find the first one.',
    23: 'What earlier payers paid and cut. Never post it again.',
    94: 'More was paid than charged.',
    101: 'Worked out before the service. It is no payment.',
    187: 'Paid by the patient’s HSA or FSA.',
    223: 'Changed because of a law that has no code of its own.',
    225: 'Interest, encounters only.',
    259: 'Extra dental or vision payment.',
    246: 'Reporting code only.',
    281: 'Deductible waived.',
    B11: 'It was passed on to the right payer.',
    B13: 'It may have been paid before.',
    A0: 'Patient refund.',
  }),
  ...reasons('L', {
    69: 'Day outlier.',
    70: 'Cost outlier.',
    102: 'Major medical.',
    108: 'The rules for rent or purchase are not met.',
    137: 'Surcharge by law.',
    168: 'Counted as medical, so the dental plan pays nothing. It has left the list. The day was not found.',
    192: 'A paper remittance has a code that this list lacks.',
    194: 'The surgeon gave the anesthesia.',
    215: 'Someone else who is liable has paid.',
    224: 'Identity theft.',
    232: 'Transfer between facilities.',
    233: 'The condition began in the hospital.',
    235: 'Sales tax.',
    240: 'Birth weight and diagnosis do not match.',
    B1: 'Visits not covered.',
    A5: 'DRG capital outlier.',
    A6: 'The rule of an earlier stay is not met.',
    A8: 'No DRG fits.',
    B8: 'Another service was there and should have been used.',
  }),
];

const missing = (what: string, more: 'is' | 'are' = 'is'): string => `${what} ${more} missing or not valid.`;

const rarcs: readonly RemittanceCode[] = [
  ...remarks('N', {
    MA130: 'The claim could not be processed. Send a new, whole claim. There is nothing to appeal.',
    N142: 'The first claim was denied. Send a new claim and no replacement.',
    N517: 'Send a new claim with what was asked for.',
  }),
  ...remarks('F', {
    N34: 'The wrong form or format was used.',
    N61: 'The services belong on claims of their own.',
    N152: missing('What a replacement claim needs'),
    N380: 'The first claim was processed. Send a corrected one.',
    // Drug.
    M119: 'The NDC is missing, not valid or no longer in use.',
    M123: missing('Name, strength or dose of the drug'),
    N349: 'Tell the drug’s name and how it was given.',
    N350: missing('The text that an unlisted code needs'),
    N815: missing('The number of NDC units'),
    N816: missing('The unit of measure of the NDC'),
    N846: 'The NDC does not match the HCPCS code.',
    N847: 'The NDC is no longer in use.',
    N848: 'The NDC is not known, or is not a drug.',
    N850: missing('The text that describes the drug or supply'),
    // Code and units.
    M20: missing('The HCPCS code'),
    M50: missing('The revenue code'),
    M51: missing('The procedure code'),
    M53: missing('The number of units or days', 'is'),
    M54: missing('The total charge'),
    M67: missing('A further procedure code'),
    M78: 'An older remark on the modifier. The list points to CARC 4.',
    M79: missing('The charge'),
    MA66: missing('The main procedure'),
    N56: 'The code is not right for the service or its date.',
    N65: 'The payer has no code or rate of that day on file.',
    N430: 'The units do not fit the code.',
    N519: 'The modifiers do not go with each other.',
    N657: 'Bill it with the code that fits it.',
    N822: 'A modifier that the code needs is missing.',
    N823: 'The modifier is not whole or not valid.',
    // Diagnosis.
    M64: missing('A further diagnosis'),
    M76: missing('The diagnosis'),
    M81: 'The diagnosis code is not the most specific one.',
    MA63: missing('The main diagnosis'),
    N569: 'Not covered for this diagnosis.',
    // Authorization.
    M62: missing('The preauthorization number'),
    N54: 'The claim and the preauthorization do not match.',
    // Names, numbers and dates.
    M44: missing('The condition code'),
    M45: missing('The occurrence code'),
    M46: missing('The occurrence span'),
    M49: missing('The value code'),
    M52: missing('The first date of service'),
    M77: missing('The place of service'),
    MA30: missing('The type of bill'),
    MA36: missing('The patient’s name'),
    MA61: missing('The patient’s SSN'),
    MA112: missing('The number of the group practice'),
    MA114: missing('The place where it was given'),
    MA120: missing('The CLIA number'),
    N24: missing('The data for payment by bank transfer'),
    N57: missing('The date of the prescription'),
    N64: 'The first and the last date must be the same.',
    N198: 'The rendering provider must belong to the one that is paid.',
    N255: missing('The billing taxonomy code'),
    N256: missing('The billing provider’s name'),
    N257: missing('The billing provider’s number'),
    N264: missing('The name of who ordered it'),
    N265: missing('The number of who ordered it'),
    N276: missing('The number of who referred it, at the other payer,'),
    N286: missing('The number of who referred it'),
    N288: missing('The rendering taxonomy code'),
    N290: missing('The rendering provider’s number'),
    N297: missing('The number of the supervisor'),
    N341: missing('The date of the surgery'),
    N570: missing('What shows that the provider may bill'),
    N754: missing('A qualifier on the claim'),
    N58: missing('What the patient owed the earlier payer'),
    N245: missing('The data of the other plan'),
    MA83: 'The claim does not say if this payer pays first or second.',
    MA92: missing('What is told of the other plan'),
    MA04: 'What the first payer did is missing or cannot be read.',
  }),
  ...remarks('FA', {
    M136: 'Nothing shows that the service was supervised.',
    M86: 'The same was already paid within the period.',
    N206: 'The papers do not match the claim.',
    N362: 'More units or days than the payer takes.',
    N435: 'More, or more often, than the period allows, and no papers support it.',
    N448: 'The drug is not in the fee schedule or the contract.',
    N640: 'More, or more often, than the period allows.',
  }),
  ...remarks('W', {
    M15: 'Counted as part of another service. It is not paid apart.',
    M80: 'Not paid on the same day as the other service.',
    M97: 'The facility was paid for it, so the practice is not.',
    M115: 'Not paid to a supplier without a contract.',
    N19: 'Part of the main procedure.',
    N20: 'Not paid with another service of the day.',
    N122: 'An add-on code does not stand alone.',
    N161: 'Covered only with a service that is covered.',
    N356: 'It follows a service that is not covered.',
    N365: 'A code for reporting only. It is not paid.',
    N370: 'More was billed than the rental allows.',
    N390: 'Not paid apart from another service.',
    N431: 'Not covered with this procedure.',
    N525: 'Not paid in the days around surgery.',
    N535: 'Paid at the rate of this place.',
    N643: 'The state’s fee schedule does not cover it.',
    N674: 'Not covered until another service comes first.',
    N773: 'The drug did not come from the pharmacy that the plan names.',
    N895: 'Paid at the plan’s rate for specialty drugs.',
  }),
  ...remarks('A', {
    M25: 'What was sent does not show the need. A review can be asked for within 120 days.',
    M26: 'What was sent does not show the need. Rules on a refund to the patient apply.',
    N30: 'This patient may not have this service.',
    N35: 'A review of use decided.',
    N95: 'This kind of provider may not bill it.',
    N103: 'The patient is in custody. Medicare pays only in some cases.',
    N115: 'A local rule on cover (LCD) decided.',
    N130: 'The plan’s own papers decide. Read them.',
    N174: 'Not covered. The patient owes only what group PR says.',
    N180: 'It does not meet the rules for its kind.',
    N216: 'The benefit does not cover it, or the patient does not have the benefit.',
    N386: 'A national rule on cover (NCD) decided.',
    N425: 'Excluded by law.',
    N428: 'Not covered at this place of service.',
    N528: 'The patient’s plan pays facilities only.',
    N652: 'The date lies before the loss.',
  }),
  ...remarks('S', {
    M60: missing('The form that certifies the need (CMN)'),
    M127: 'The patient’s record was not sent.',
    N4: 'The first payer’s remittance is missing or cannot be read.',
    N26: missing('The itemized bill'),
    N29: missing('Papers or notes', 'are'),
    N223: missing('What shows the benefit of the first period'),
    N479: 'The other payer’s remittance is missing.',
    N706: 'Papers are missing.',
    N791: missing('The history or report'),
  }),
  ...remarks('D', {
    N111: 'The service was on a claim that was decided before.',
  }),
  ...remarks('O', {
    N765: 'The coinsurance of the earlier payer is not covered.',
  }),
  ...remarks('I', {
    N522: 'Medicare has already sent this claim on. This one is a duplicate.',
  }),
  ...remarks('H', {
    N179: 'The member was asked for more. The claim waits for that.',
    N779: 'The first claim is still open. Wait before you send a replacement.',
  }),
  ...remarks('P', { N536: 'You may collect the share that the earlier payer left.' }),
  ...remarks('L', {
    N527: 'This payer had paid as the first one.',
    N199: 'More is to be paid or taken back after an audit.',
    N702: 'Decided by earlier claims of the same kind.',
    N807: 'Changed under the quality program (MIPS).',
  }),
  ...alerts({
    M27: 'The patient owes nothing. The provider bears it.',
    MA01: 'You may appeal.',
    MA07: 'The claim was also sent on to Medicaid. Do not send it there.',
    MA13: 'Bill the patient only what group PR says.',
    MA15: 'The claim was split so that it is paid sooner.',
    MA18: 'The claim was also sent on to the next plan. Do not send it there.',
    MA28: 'Without assignment you are no party to an appeal.',
    MA67: 'It corrects an earlier claim.',
    N1: 'You may appeal.',
    N59: 'Read the payer’s manual.',
    N123: 'One service was split over several lines.',
    N202: 'A letter follows.',
    N210: 'You may appeal.',
    N211: 'You may not appeal.',
    N432: 'Changed after an audit.',
    N620: 'The code was taken for reporting only.',
    N781: 'The patient has QMB. Do not collect the deductible.',
    N782: 'The patient has QMB. Do not collect the coinsurance.',
    N783: 'The patient has QMB. Do not collect the copayment.',
    N793: 'Use the patient’s new Medicare number (MBI).',
    N886: 'A letter asks for more.',
  }),
];

/**
 * N59 stands before N123. By characters, and the place of each worked out once: the page starts with these, and a
 * comparison of words would hold it up.
 */
const inOrder = (codes: readonly RemittanceCode[]): readonly RemittanceCode[] =>
  codes
    .map((code) => ({ code, place: code.code.replace(/\d+/, (digits) => digits.padStart(4, '0')) }))
    .toSorted((a, b) => (a.place < b.place ? -1 : 1))
    .map(({ code }) => code);

export const remittanceCodes: readonly RemittanceCode[] = [...inOrder(carcs), ...inOrder(rarcs)];

/** What the patient owes, the contract or the law takes off, or another payer paid: no denial (row 8). */
export const noDenial: readonly string[] = ['1', '2', '3', '23', '45', '253'];

/**
 * Reasons whose amount is not the patient’s, whatever the group: a notice that was not in order, and a stay that the
 * SNF is paid for (row 8).
 */
export const neverThePatients: readonly string[] = ['116', '190'];

export const codesByName: ReadonlyMap<string, RemittanceCode> = new Map(
  remittanceCodes.map((code) => [code.code, code]),
);

/** Who bears an amount that was not paid, as the two letters before a reason code tell it: row 8 groups. */
export const groupWords = {
  CO: 'The provider bears it. The patient is not billed.',
  PR: 'The patient’s share. The patient owes it, or the next payer does.',
  OA: 'It changes the amount for some other reason. Neither you nor the patient is told to bear it.',
  PI: 'The payer’s own cut. The patient is not billed.',
  CR: 'Old remittances (4010) used it for a correction. Today’s (5010) have no such group, so ask the payer.',
} as const;
export type GroupCode = keyof typeof groupWords;
