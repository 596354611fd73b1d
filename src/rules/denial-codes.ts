import { asciiUpper } from '../engine/ascii';
import type { Finding, PreparedClaim } from '../engine/prepared-claim';
import type { Denial } from '../engine/verdict';
import { formatDate } from '../engine/dated';
import type { Encounter } from '../engine/encounter';
import { concerning } from '../engine/prepare-claim';
import type { RowId } from './citations';
import { denials, membersInCustody } from './denials';
import { isAboveMue } from './mue';
import type { RemittanceReading } from './read-remittance';
import { groupWords, neverThePatients, stepWords, type RemittanceCode, type StepLetter } from './remittance-codes';

/** One thing to look at, and the rows that make it so. */
export type Check = {
  readonly says: string;
  readonly rows: readonly [RowId, ...RowId[]];
  /** Of which encounters it speaks; of all where it does not say. */
  readonly of?: (encounter: Encounter) => boolean;
};
export const check = (says: string, ...rows: readonly [RowId, ...RowId[]]): Check => ({ says, rows });
const checkOf = (of: NonNullable<Check['of']>, says: string, ...rows: readonly [RowId, ...RowId[]]): Check => ({
  says,
  rows,
  of,
});

/** The checks that speak of this claim; all of them where there is none. */
export const checksOn = (checks: readonly Check[], claim: PreparedClaim | null): readonly Check[] =>
  claim ? checks.filter(({ of }) => !of || of(claim.encounter)) : checks;

export const isOriginalMedicare = ({ payer }: Encounter): boolean => payer === 'medicare-part-b';
const isPlan = (encounter: Encounter): boolean => !isOriginalMedicare(encounter);
/** A rural health clinic or a health center. */
export const isClinic = ({ setting }: Encounter): boolean => setting === 'rhc' || setting === 'fqhc';
const wantsWasteModifier = (encounter: Encounter): boolean => isOriginalMedicare(encounter) && !isClinic(encounter);
const isHospitalOutpatient = ({ setting }: Encounter): boolean => setting === 'hospital-outpatient';
const isAdvantage = ({ payer }: Encounter): boolean => payer === 'medicare-advantage';
const isCompounded = ({ drugSource }: Encounter): boolean => drugSource === 'compounded';
const isConfirmed = ({ payerConfirmation }: Encounter): boolean => (payerConfirmation?.code ?? null) !== null;
const is340b = ({ bought340b }: Encounter): boolean => bought340b;
const isTrial = ({ purpose }: Encounter): boolean => purpose === 'screening-trial';

/** What to do next; in which way a claim is corrected depends on the payer. */
export type Next = 'correct' | 'appeal' | 'either' | 'proof' | 'elsewhere' | 'write-off' | 'send' | 'snf' | 'nothing';
export const nextWords = {
  correct: 'Correct the claim',
  appeal: 'Appeal',
  either: 'Correct the claim, or appeal if it was right',
  proof: 'Appeal with proof, else write it off',
  elsewhere: 'Send it to the right payer',
  'write-off': 'Write it off, unless the claim was wrong',
  send: 'Send what was asked for, or appeal if it was decided',
  snf: 'Bill the SNF, or appeal if the service was outside the stay',
  nothing: 'Nothing to do',
} as const satisfies Record<Next, string>;
type DenialName = keyof typeof denials;

/**
 * A case of section 8: what draws it, what to look at, what to do next. Which payer sends which code for it is worked
 * out.
 */
export type DenialCase = {
  readonly id: string;
  readonly title: string;
  /** The entry of `denials` that tells of it; null where it is no denial. */
  readonly denial: DenialName | null;
  readonly carc: readonly string[];
  readonly rarc: readonly string[];
  /** Codes that the list names beside them: older ones, and those that took their place. */
  readonly related: readonly string[];
  readonly checks: readonly Check[];
  readonly next: Next;
  /** Why that, in a few sentences. */
  readonly why: string;
  /** Of `why`; those of the checks stand beside each. */
  readonly rows: readonly RowId[];
  /** What goes on for some payers only. */
  readonly forPayer: readonly Check[];
  /** What an appeal of it should hold beside what every appeal holds. */
  readonly appeal: readonly Check[];
};

type Told = Pick<DenialCase, 'id' | 'title' | 'checks' | 'next' | 'why' | 'rows'> &
  Partial<Pick<DenialCase, 'carc' | 'rarc' | 'related' | 'appeal' | 'forPayer'>>;
function caseOf(denial: DenialName, told: Told): DenialCase {
  const entry: Denial = denials[denial];
  const { carc, rarc } = entry.medicare ?? entry;
  return { denial, carc, rarc, related: [], appeal: [], forPayer: [], ...told };
}

/** What an appeal of units above the daily limit holds, and what not to try: rows 3.7 and 3.4. */
export const mueAppealList: readonly Check[] = [
  check('The signed and dated order for the drug and its dose.', '3.7', '8 appeal letter'),
  check('The dose given, from the record.', '3.7'),
  check('What was opened and what was wasted.', '3.7'),
  check('The sum: dose in mg, divided by 10 mg, is the units of J0475.', '3.1'),
  check('Why so much was medically needed on that day.', '3.7'),
  check('A reviewer may pay units above the daily maximum.', '8 above MUE'),
  check('Do not split the line, and do not add 59 or 76. All lines of the day are added up.', '3.4'),
];

const noPharmacy = 'A pharmacy may not bill Medicare Part B for the drug of a refill.';

const authorizationAppeal: readonly Check[] = [
  check('The number, the dates and the units of the approval, and proof that it was sent.', '8 appeal letter'),
  check('If the plan’s list shows that none was needed, send that list.', '8 appeal letter'),
];

export const denialCases: readonly DenialCase[] = [
  caseOf('noAuthorization', {
    id: 'no-preauthorization',
    title: 'Preauthorization missing',
    checks: [
      checkOf(isPlan, 'Was the number sent in item 23 or as REF G1, without hyphens and spaces?', '7.1', '7.2'),
      checkOf(
        isPlan,
        'Was a referral number sent in its place? The two have places of their own and must differ.',
        '7.2',
      ),
      checkOf(
        isPlan,
        'Does the plan want it for the drug, or only for trial and pump? Ask, and note who said so.',
        '7.5',
      ),
      checkOf(
        isOriginalMedicare,
        'A pump maker says that original Medicare preauthorizes no trial, implant or refill. Was it the right payer?',
        '7.3',
      ),
    ],
    next: 'either',
    why:
      'If the number was good on the day, put it on the claim. ' +
      'If there is none, ask the plan if it still takes a request, then appeal. No policy read gives a time limit.',
    rows: ['8', '7.1', '7.6'],
    appeal: authorizationAppeal,
  }),
  caseOf('authorizationDenied', {
    id: 'preauthorization-denied',
    title: 'Preauthorization asked for and refused',
    checks: [
      check('Which reason does the plan’s letter give?', '8'),
      check('Was the request for this drug, this code and these units?', '1.2', '1.3', '7.5'),
      check('Does the record show what the plan did not find?', '6a', '11'),
    ],
    next: 'appeal',
    why: 'The plan has decided. Only an appeal or a new request can change that.',
    rows: ['8', '8 steps'],
    appeal: [check('The plan’s letter, and an answer to each reason in it.', '8 steps')],
  }),
  caseOf('authorizationExpired', {
    id: 'preauthorization-expired',
    title: 'Preauthorization expired',
    checks: [
      check('Is the date of service after the last day of the approval?', '8'),
      check('Is the date of service on the claim right?', '8'),
      check('Did the plan give a newer approval? Then its number goes on the claim.', '7.1'),
    ],
    next: 'either',
    why: 'Correct a wrong date or an old number. If both were right, ask the plan for more time, then appeal.',
    rows: ['8', '8 steps', '7.6'],
    appeal: authorizationAppeal,
  }),
  caseOf('authorizationExceeded', {
    id: 'preauthorization-exceeded',
    title: 'More than the preauthorization allows',
    checks: [
      check(
        'Compare the units billed with those approved, less those of earlier fills. Ask if JW units count.',
        '7.5',
        '8',
      ),
      check('Are the approved units the billed ones? J0475 counts 10 mg, J0476 counts 50 mcg.', '1.2', '1.3'),
      check('Is the date of service within the approval?', '8'),
    ],
    next: 'either',
    why:
      'Correct a slip in units or dates. If the units were right, ask the plan for more, and appeal with the ' +
      'record.',
    rows: ['8', '11'],
    appeal: authorizationAppeal,
  }),
  caseOf('authorizationLate', {
    id: 'preauthorization-late',
    title: 'Preauthorization not in time',
    checks: [
      check('On which day was it asked for, and what proves it?', '8'),
      check('Until when does the plan take a request after the service? No policy read says so. Ask.', '7.6'),
      check('Is the date of service on the claim right?', '8'),
    ],
    next: 'appeal',
    why: 'If no date was wrong, there is nothing to correct. Only the plan can make an exception.',
    rows: ['8', '7.6'],
    appeal: authorizationAppeal,
  }),
  caseOf('authorizationMismatch', {
    id: 'preauthorization-mismatch',
    title: 'Preauthorization number does not cover the service',
    related: ['15', '296'],
    checks: [
      check('Compare the number with the plan’s letter, digit by digit, without hyphens.', '7.1'),
      check('What was approved: J0475 for a fill, J0476 for the trial, or the procedure only?', '1.2', '1.3', '7.5'),
      check('Is it a preauthorization number (REF G1), or a referral number (REF 9F)?', '7.2'),
    ],
    next: 'correct',
    why: 'Put the right number on the claim. If there is none, ask the plan to change its approval first.',
    rows: ['8', '7.1'],
    appeal: authorizationAppeal,
  }),
  caseOf('missingModifier', {
    id: 'missing-modifier',
    title: 'Modifier missing (JW or JZ)',
    checks: [
      checkOf(
        wantsWasteModifier,
        'Medicare wants JW or JZ on a single-dose drug since 07/01/2023. ' +
          'Without it, claims come back since 10/01/2023.',
        '2.4',
      ),
      checkOf(isPlan, 'Plans have rules of their own on JW and JZ. Which one does this plan want?', '2b plans'),
      checkOf(
        (encounter) => isPlan(encounter) || wantsWasteModifier(encounter),
        'Whole units wasted: one line for the dose, and one with JW. None wasted: JZ on the line of the dose.',
        '2.10',
      ),
      checkOf(
        isHospitalOutpatient,
        'In a hospital outpatient department, J0475 takes JW or JZ. J0476 is packaged and takes none.',
        '2b outpatient',
      ),
      checkOf(
        isOriginalMedicare,
        'Does this contractor still want KD on a drug for an implanted pump? That is not known. Ask.',
        '4 KD',
      ),
      checkOf(is340b, 'For a drug bought under 340B, TB goes beside JW or JZ.', '4 TB'),
      checkOf(
        isHospitalOutpatient,
        'In a hospital department off campus, PO or PN goes on every line. ' +
          'Not for an emergency room, a remote site or a satellite.',
        '4 PO',
        '4 PN',
      ),
    ],
    next: 'correct',
    why: 'Put on the modifier that fits what was wasted.',
    rows: ['8'],
    forPayer: [
      checkOf(
        isOriginalMedicare,
        'With MA130 Medicare did not process the claim. It does not count as filed, so the year runs on.',
        '8 returned',
        '8 filing',
      ),
      checkOf(
        isOriginalMedicare,
        'Which codes Medicare sends for a missing JW or JZ was not found.',
        '8 modifier code',
      ),
    ],
    appeal: [
      check(
        'What the label holds, what was given and wasted, with date and time, and that the container is single-dose.',
        '8 appeal letter',
        '11',
      ),
    ],
  }),
  caseOf('wrongModifier', {
    id: 'wrong-modifier',
    title: 'Modifier wrong, or modifiers that do not go together',
    related: ['M78'],
    checks: [
      check('JW and JZ never stand on one line.', '2.18'),
      check('If one unit holds both dose and waste, the line carries JZ and no JW.', '2.14', '2.15'),
      check('A JW line does not stand alone.', '2.17'),
      check('LT, RT, 50 and 52 do not go on this drug line.', '4 LT RT', '4 50', '4 52'),
      check('QJ is for a patient in custody only. It is not for a health center.', '4 QJ'),
      check('Only Medicare contractors were read to ask for KD, on a pump fill.', '4 KD'),
      checkOf(
        is340b,
        'From 2025 TB alone is used. The day JG ended was not found. Before 2025 the kind of hospital decided.',
        '4 JG',
        '4 TB',
      ),
    ],
    next: 'correct',
    why: 'Put the right modifier on the line. The dose given and the units stay as they were.',
    rows: ['8'],
  }),
  caseOf('medicalNecessity', {
    id: 'medical-necessity',
    title: 'Medical necessity not shown',
    checks: [
      check(
        'Does the diagnosis name the cause, and not only spasm or cramp? G35 is a heading since 10/01/2025.',
        '6c symptoms',
        '6c MS',
      ),
      check('Does the record show six weeks of milder treatment that failed?', '6a'),
      check('Does it show that a trial helped before the pump was put in?', '6a'),
      check(
        'The label asks for severe spasticity, age 4 or more, and a year after a brain injury. ' +
          'Does the record show it?',
        '6b',
      ),
      check('N386 or N115 names a coverage rule. Read it. For the pump the national one is NCD 280.14.', '6a', '8'),
      check('Was the patient told in writing (ABN)? GA says so. GZ says that there was no notice.', '4 ABN'),
    ],
    next: 'either',
    why: 'Correct a wrong diagnosis. If the code was right, appeal with the record of treatment, trial and response.',
    rows: ['8', '6a'],
    appeal: [
      check('Six weeks of other treatment that failed, and how the trial went (NCD 280.14).', '8 appeal letter', '6a'),
      check(
        'What the label asks for, the diagnosis, and an answer to the coverage rule that the payer names.',
        '8 appeal letter',
        '6b',
      ),
    ],
  }),
  caseOf('tooManyUnits', {
    id: 'over-mue',
    title: 'More units than accepted for the day (MUE)',
    related: ['B5', '272', '273'],
    checks: [
      checkOf(
        isOriginalMedicare,
        'Palmetto takes a reopening that lowers the units to the daily maximum. Do so only if fewer were given.',
        '8 reopening limits',
      ),
      check(
        'Are these units of 10 mg, and not mg, mL or containers? Was the trial code billed for a refill?',
        'products 6',
        '1.3',
      ),
      check(
        'With MAI 3, all lines of the day are added up, however they were split. The whole day may be denied.',
        '3.4',
        '3.4 whole day',
      ),
      check('Do JW units count? That was not found. The worksheet counts them.', '3.6'),
      checkOf(
        ({ setting }) => setting === 'dme-supplier',
        'A supplier’s daily limit is 0. The claim belongs to the Part A and B contractor.',
        '2b DME',
      ),
    ],
    next: 'either',
    why: 'Correct wrong units. If the units were right, appeal with records. Nothing on the claim makes them payable.',
    rows: ['8', '3.4', '3.7'],
    appeal: mueAppealList,
  }),
  caseOf('doseNotSupported', {
    id: 'dose-not-supported',
    title: 'Dose not supported',
    checks: [
      check('Is the dose what went into the pump, and not the daily dose?', '2.32'),
      check('Was mg entered for mcg, or the wrong strength taken?', 'products 6'),
      check('Do order, record and claim show the same dose?', '11'),
      checkOf(isTrial, 'Does the plan cap the dose? Aetna’s trial is one dose of at most 100 mcg.', '6d'),
    ],
    next: 'either',
    why: 'Correct a slip. If the dose was ordered, given and needed, appeal with order and record.',
    rows: ['8', '3.7', '11'],
    appeal: [check('The order, the dose given, and why the patient needed it.', '8 appeal letter', '3.7')],
  }),
  caseOf('tooFrequent', {
    id: 'too-often',
    title: 'More, or more often, than the plan pays for',
    checks: [
      check('Was the same fill sent twice, or was a fill put on the wrong day?', '8'),
      check('What are the plan’s limits? No policy read has one. Ask.', '7.5', '7.6 limits'),
      check(
        'Does the record say why this fill could not wait: daily dose, volume left, date of the alarm?',
        'products 3',
        '11',
      ),
    ],
    next: 'either',
    why: 'Correct a double or a wrong date. If the fill was due, appeal with the dates of the pump.',
    rows: ['8', '11'],
    appeal: [check('The dates of the fills, the daily dose and the date of the alarm.', 'products 3', '11')],
  }),
  caseOf('invalidCode', {
    id: 'invalid-code',
    title: 'Code not valid (J0428 and slips)',
    checks: [
      check('J0428 is in no HCPCS list read. Check the route.', '1.1', '1.12'),
      check('Compare with J0475 and J0476 digit by digit. J0470 and J0480 are other drugs.', '1.2', '1.3', '1.4'),
      check('J0475 is in force since 1994 and J0476 since 1999.', '1.2', '1.3'),
    ],
    next: 'correct',
    why:
      'Correct a slip. No code is known for baclofen into a vein or muscle. ' +
      'Ask the payer, and note its answer before anything is sent.',
    rows: ['8', '1.7', '1.12'],
  }),
  caseOf('unclassified', {
    id: 'unlisted-code-with-own-code',
    title: 'Unlisted code although the drug has its own',
    carc: ['189'],
    rarc: [],
    checks: [
      check(
        'A marketed product has its own code, J0475 or J0476. J3490, J7799 and J7999 are wrong for it.',
        '1.8',
        '1.4',
      ),
      checkOf(
        (encounter) => isCompounded(encounter) && !isConfirmed(encounter),
        'Was it compounded? Then J0475 is wrong as well. Ask which unlisted code this payer wants.',
        '1.9',
      ),
      checkOf(
        (encounter) => isCompounded(encounter) && isConfirmed(encounter),
        'Was it compounded? Then J0475 is wrong as well. Is the code the one that this payer named?',
        '1.9',
      ),
    ],
    next: 'correct',
    why: 'The code was wrong. Correct it.',
    rows: ['8', '1.8'],
  }),
  caseOf('unclassified', {
    id: 'unlisted-code-without-description',
    title: 'Unlisted code without a description',
    carc: ['16'],
    checks: [
      check(
        'For a compounded drug, item 19 names the drug and its dose in mg or mcg. Some contractors want the invoice.',
        '11',
        '1.9',
      ),
      check('A compound has no NDC of its own. List the NDC of each ingredient.', '9.8'),
      check('If the product is marketed, bill J0475 or J0476 and no unlisted code.', '1.8'),
    ],
    next: 'correct',
    why: 'Put what is missing on the claim.',
    rows: ['8'],
  }),
  caseOf('ndcMissing', {
    id: 'ndc',
    title: 'NDC missing or not valid',
    related: ['N815', 'N816', 'N846', 'N847', 'N848'],
    checks: [
      check('The NDC has eleven digits (5-4-2) and no hyphens.', '9.1'),
      checkOf((encounter) => !isCompounded(encounter), 'It is the NDC of the container used.', '9.1'),
      checkOf(isCompounded, 'A compound has no NDC of its own. List the NDC of each drug in it.', '9.8'),
      check(
        'N4 goes before it. The mL (ML) go behind it: more than 0, three decimals at most, never mg.',
        '9.2',
        '9.3',
        '9.4',
      ),
      check('With waste, both lines carry NDC and mL: what was given, and what was wasted.', '9.6'),
      check('If there are several NDCs, some payers want a line for each. Others take one line only.', '2.21'),
      check('With M123, the payer may want name, strength and dose as well.', '8'),
    ],
    next: 'correct',
    why: 'Put what is missing or wrong right on the claim.',
    rows: ['8', '9.5'],
    appeal: [check('The NDC of the container used, with N4 and ML, and the label or the invoice.', '8 appeal letter')],
  }),
  caseOf('wrongUnits', {
    id: 'units',
    title: 'Units missing or not fitting',
    checks: [
      check('J0475 counts units of 10 mg. J0476 counts units of 50 mcg, which are 200 times smaller.', '1.2', '1.3'),
      check('Units are whole. The dose is rounded up once, over all containers.', '2.11', '2.21', '3.1'),
      check('The mL belong to the NDC. They are not the units.', '9.2', 'products 6'),
      check('Dose and JW lines together never pass the label.', '2.13'),
    ],
    next: 'correct',
    why: 'The units were missing or wrong. Correct them.',
    rows: ['8', '3.1'],
  }),
  caseOf('packaged', {
    id: 'bundled',
    title: 'Paid as part of another service (A4220)',
    checks: [
      checkOf(
        isOriginalMedicare,
        'Is A4220 on the claim? Medicare never pays the kit beside a refill.',
        '5 A4220',
        '5 pairs',
      ),
      check('Two pump codes on one day: only the one that tells all that was done stays.', '5 pairs'),
      checkOf(
        (encounter) => isTrial(encounter) && encounter.setting !== 'office',
        'J0476 is packaged for a hospital outpatient. It was so in the surgical center in 2020.',
        '2b outpatient',
        '2b asc',
      ),
      checkOf(
        ({ setting }) => setting === 'rhc' || setting === 'fqhc' || setting === 'inpatient',
        'In a clinic (RHC, FQHC) or a stay, the drug is not paid apart. Is the setting right?',
        '2b clinic',
        '2b inpatient',
      ),
      checkOf(isPlan, 'Does this plan pay A4220? That was not found. Ask.', '5 kit elsewhere'),
    ],
    next: 'write-off',
    why:
      'Where the pair has indicator 0, no modifier gets the second code paid. ' +
      'With indicator 1, as beside the implant 62362, it may be paid if the record shows a separate service. ' +
      'A plan may see it otherwise. Ask it.',
    rows: ['8', '5 pairs', '4 59'],
  }),
  caseOf('apart', {
    id: 'drug-alone',
    title: 'Drug without its procedure',
    checks: [
      check(
        'Is the refill or the trial of the day on the claim? Bill the drug and the procedure together.',
        '5 same claim',
      ),
      checkOf(isOriginalMedicare, noPharmacy, '5 pharmacy'),
      check('Did someone else bill the procedure? Then tell the payer so.', '8'),
      check('Was the procedure denied? Then settle that first.', '8'),
    ],
    next: 'either',
    why: 'If the procedure was done and left out, put it on the claim. If it was paid already, show that.',
    rows: ['8', '5 same claim'],
    appeal: [check('The remittance or the record that shows the procedure of that day.', '8 steps')],
  }),
  caseOf('diagnosis', {
    id: 'diagnosis',
    title: 'Diagnosis missing or not supporting the service',
    related: ['146', 'M81'],
    checks: [
      check(
        'G35 is a heading since 10/01/2025. Use G35.A, G35.B0 to B2, G35.C0 to C2 or G35.D. Before that day it is G35.',
        '6c MS',
      ),
      check('M62.838 and R25.2 name a symptom. Add the cause.', '6c symptoms'),
      check('G80.3 and G80.4 are not spastic.', '6c palsy'),
      check('Is the code valid on the day, and on this payer’s list? No list could be read. Ask.', '6c'),
    ],
    next: 'either',
    why:
      'Correct the code to what the record says, never to what is paid. ' +
      'If it was right, it is a question of medical need. Appeal.',
    rows: ['8', '6c'],
  }),
  caseOf('recordsNeeded', {
    id: 'records',
    title: 'Records asked for',
    checks: [
      check('Send the order, the dose given, the exact waste with date and time, and what was opened.', '11'),
      check('Add the six weeks of other treatment and how the trial went.', '6a'),
      check('Drug and refill belong on one claim. Are they?', '5 same claim'),
    ],
    next: 'send',
    why:
      'If the payer still waits, send what it asked for, with its letter on top. ' +
      'If it has decided, appeal with the same papers.',
    rows: ['8', '11'],
  }),
  caseOf('filedLate', {
    id: 'filed-late',
    title: 'Filed too late',
    checks: [
      checkOf(
        isOriginalMedicare,
        'Medicare gives one calendar year from the day of the service. Is that day right on the claim?',
        '8 filing',
      ),
      check('A claim that was rejected or returned does not count as filed.', '8 filing'),
      checkOf(isPlan, 'A plan’s limit stands in the contract. 90 to 180 days are said to be common.', '8 filing plans'),
      checkOf(isPlan, 'Proof is the answer that took the claim in: the 277CA with date and number.', '8 appeal letter'),
    ],
    next: 'proof',
    why: 'Correct the claim only if its date of service was wrong.',
    rows: ['8'],
    forPayer: [
      checkOf(
        isPlan,
        'A plan’s denial can be appealed with proof that the claim came in time. Read the contract.',
        '8 filing plans',
      ),
      checkOf(
        isOriginalMedicare,
        'Medicare gives no right of appeal. It has a few exceptions in 42 CFR 424.44(b).',
        '8 filing',
        '8 filing exceptions',
      ),
    ],
    appeal: [checkOf(isPlan, 'The answer that took the claim in (277CA), with date and number.', '8 appeal letter')],
  }),
  caseOf('early', {
    id: 'billed-early',
    title: 'Billed before the service',
    checks: [
      check('Is the date of service on the claim right?', '8 future'),
      check('Was the claim sent before the day of the service?', '8 future'),
    ],
    next: 'correct',
    why: 'Correct a wrong date. If the date is right, bill it after the service.',
    rows: ['8', '8 future'],
  }),
  {
    id: 'sequestration',
    title: 'Sequestration',
    denial: null,
    carc: ['253'],
    rarc: [],
    related: [],
    checks: [check('It is 2 % of what Medicare itself pays, after coinsurance, since 07/01/2022.', '10 sequestration')],
    next: 'nothing',
    why: 'It is no denial. The claim was paid, and there is no appeal. The patient does not owe it.',
    rows: ['8', '10 sequestration', '8 sequestration'],
    appeal: [],
    forPayer: [],
  },
  caseOf('wrongPayer', {
    id: 'wrong-payer',
    title: 'Sent to the wrong payer',
    checks: [
      checkOf(
        isOriginalMedicare,
        'Was it sent to an equipment (DME) contractor? The pump drug belongs to the Part A and B contractor.',
        '2b DME',
      ),
      checkOf(
        isOriginalMedicare,
        'Is the patient in a Medicare Advantage plan? Then the plan pays, by its own rules.',
        '2b plans',
      ),
      checkOf(isAdvantage, 'Was the patient in this plan on the day, or in original Medicare?', '2b plans'),
      checkOf(
        ({ drugSource }) => drugSource === 'supplied',
        'Did a pharmacy bill the drug? Then the practice bills the procedure only.',
        '5 supplied',
      ),
      checkOf(isOriginalMedicare, noPharmacy, '5 pharmacy'),
      check('Was the patient in custody? Then someone else may have to pay.', '4 QJ'),
    ],
    next: 'elsewhere',
    why: 'Send it soon. A rejected claim does not count as filed, and the time runs from the day of the service.',
    rows: ['8', '8 filing'],
  }),
  caseOf('duplicate', {
    id: 'duplicate',
    title: 'Taken for the same service twice',
    checks: [
      check('Find the first claim or line of that day. Was it paid, denied, or only returned?', '8'),
      check('Is the line there twice by mistake? Units of one drug stand on one line.', '3.4'),
      check('Was a procedure done again? It takes 76, or 77 of another physician. The drug takes neither.', '4 76'),
    ],
    next: 'either',
    why:
      'One service is paid once: if it was one, nothing more is due. ' +
      'If there were two, correct the claim so that it shows both, or appeal with the record of each.',
    rows: ['8', '8 reopening'],
    forPayer: [
      checkOf(isOriginalMedicare, 'A claim taken for a duplicate by a slip is mended by a reopening.', '8 reopening'),
    ],
    appeal: [check('The record of both services, each with its time.', '8')],
  }),
  caseOf('place', {
    id: 'place',
    title: 'Not paid for at this place',
    checks: [
      check(
        'Does item 24B name where the patient was? In a hospital that day, the hospital bills the drug.',
        '2b hospital places',
        'place of service',
      ),
      check('In the home: was the physician there? A nurse alone is not enough for Medicare.', '2b home'),
    ],
    next: 'either',
    why: 'Correct a wrong place. If it was right, take the drug off, or appeal with the record of who was there.',
    rows: ['8', '8 steps'],
  }),
  caseOf('snfStay', {
    id: 'snf-stay',
    title: 'Patient in a stay of a skilled nursing facility (SNF)',
    checks: [check('Ask the SNF for the first and last day of the Part A stay. Was the service within it?', '2b SNF')],
    next: 'snf',
    why:
      'Within the stay the SNF pays for the drug. Do not bill Medicare or the patient. ' +
      'Outside the stay, appeal with its days.',
    rows: ['8', '2b SNF'],
    appeal: [check('The first and the last day of the stay.', '2b SNF')],
  }),
  caseOf('custody', {
    id: 'custody',
    title: 'Patient in custody',
    related: ['109'],
    checks: [
      check('Was the patient in custody on the day of the service?', '4 QJ'),
      checkOf(
        isOriginalMedicare,
        'Is 42 CFR 411.4(b) met? Then QJ goes on the line, and the record shows why.',
        '4 QJ',
      ),
      checkOf(isAdvantage, `${membersInCustody}. Check if the patient was a member on that day.`, '4 QJ plans'),
      checkOf(isOriginalMedicare, 'If it is not met, find out who pays for the patient.', '4 QJ'),
    ],
    next: 'either',
    why:
      'If Medicare’s record of custody is wrong, or 42 CFR 411.4(b) is met, correct the claim or appeal. ' +
      'If not, someone else pays.',
    rows: ['8', '4 QJ', '4 QJ denial', '4 QJ since 2025'],
    appeal: [
      checkOf(
        isOriginalMedicare,
        'What shows that the patient was free on that day, or that 42 CFR 411.4(b) is met.',
        '4 QJ',
      ),
      checkOf(isPlan, 'What shows that the patient was free on that day.', '4 QJ'),
    ],
  }),
];

const isNamedBy = ({ carc, rarc, related }: DenialCase, code: string): boolean =>
  [...carc, ...rarc, ...related].includes(code);

/** The cases that a code may tell of. */
export const casesFor = (code: string): readonly DenialCase[] => {
  const name = asciiUpper(code.trim());
  return denialCases.filter((each) => isNamedBy(each, name));
};

/**
 * The cases that the codes of one line tell of together: those that most of them name, and among these first the ones
 * that the claim draws. MA130 says of any case that it was returned.
 */
export function casesForAll(codes: readonly string[], claim: PreparedClaim | null = null): readonly DenialCase[] {
  const telling = codes.filter((code) => code !== 'MA130');
  const asked = telling.length > 0 ? telling : codes;
  const counted = denialCases.map((each) => ({ each, count: asked.filter((code) => isNamedBy(each, code)).length }));
  const most = Math.max(...counted.map(({ count }) => count));
  const cases = most === 0 ? [] : counted.filter(({ count }) => count === most).map(({ each }) => each);
  return claim
    ? [...cases.filter((each) => isDrawnOn(each, claim)), ...cases.filter((each) => !isDrawnOn(each, claim))]
    : cases;
}

/** What a reason with its remarks tells of: a case of section 8; null where it can be of several, or of none. */
export type CaseTold = {
  readonly codes: readonly string[];
  readonly found: DenialCase | null;
  /** Those that it can be of. */
  readonly among: readonly DenialCase[];
};
type Readings = Pick<CaseTold, 'codes' | 'among'>;

/**
 * What the codes of a line tell of, each reason judged by itself with the remarks; remarks alone, where no reason is
 * told. Of several cases the one that alone is drawn on the claim is taken; MA130 tells of none.
 */
export function casesTold(
  reasons: readonly string[],
  remarks: readonly string[],
  claim: PreparedClaim | null,
): readonly CaseTold[] {
  const pointing = remarks.filter((remark) => remark !== 'MA130' && casesFor(remark).length > 0);
  const isShared = (reason: string, remark: string) => casesOfBoth(reason, remark).length > 0;
  const readings =
    reasons.length > 0
      ? reasons.flatMap((reason) =>
          readingsOf(
            reason,
            // A reason that is left to its remark is not left to that of another one.
            pointing.filter(
              (remark) =>
                isShared(reason, remark) ||
                (leftToTheRemark.includes(reason) && !reasons.some((other) => isShared(other, remark))),
            ),
          ),
        )
      : oneEach(pointing.map((remark) => ({ codes: [remark], among: casesFor(remark) })));
  const told = readings.map((each): CaseTold => ({ ...each, found: foundAmong(each, claim) }));
  return told.filter(
    ({ found }, place) => found === null || told.findIndex((other) => other.found?.id === found.id) === place,
  );
}

const casesOfBoth = (reason: string, remark: string): readonly DenialCase[] =>
  casesFor(reason).filter((each) => isNamedBy(each, remark));

/** What a reason may mean by each of its remarks; by itself, where none says more. */
function readingsOf(reason: string, remarks: readonly string[]): readonly Readings[] {
  if (remarks.length === 0) return [{ codes: [reason], among: casesFor(reason) }];
  return oneEach(
    remarks.map((remark) => {
      const both = casesOfBoth(reason, remark);
      return { codes: [reason, remark], among: both.length > 0 ? both : casesFor(remark) };
    }),
  );
}

/** Codes that can be of the same case speak of it together. */
const oneEach = (readings: readonly Readings[]): readonly Readings[] =>
  readings.reduce<readonly Readings[]>((all, each) => {
    const alike = all.find(({ among }) => among.some((one) => each.among.includes(one)));
    if (!alike) return [...all, each];
    const both: Readings = {
      codes: [...new Set([...alike.codes, ...each.codes])],
      among: alike.among.filter((one) => each.among.includes(one)),
    };
    return all.map((one) => (one === alike ? both : one));
  }, []);

function foundAmong({ codes, among }: Readings, claim: PreparedClaim | null): DenialCase | null {
  const possible = among.length === 1 ? among : among.filter((each) => claim && isDrawnOn(each, claim));
  // Above the daily maximum is what a remark says, or what the units are: 151 alone is as much of how often.
  const [one, ...others] = possible.filter(
    ({ id }) => id !== 'over-mue' || codes.includes('N362') || (claim && isAboveMue(claim)),
  );
  return one && others.length === 0 ? one : null;
}

const isDrawnOn = (each: DenialCase, { findings }: PreparedClaim): boolean =>
  concerning(findings).some((finding) => isDrawnBy(each, finding));

/** Whether the finding is of that case; a finding tells its denial by an entry of `denials`. */
export function isDrawnBy({ denial }: DenialCase, { verdict }: Finding): boolean {
  if (denial === null) return false;
  const { means, medicare }: Denial = denials[denial];
  return verdict.denial?.means === means || (medicare !== undefined && verdict.denial?.means === medicare.means);
}

/** What a remark, or the group, makes of a reason beside it: rows of section 8. */
const together: readonly {
  readonly reason: string;
  readonly beside: string;
  readonly says: string;
  readonly rows: Check['rows'];
  readonly of?: NonNullable<Check['of']>;
}[] = [
  {
    reason: '22',
    beside: 'MA04',
    says:
      'Another payer pays first, and the claim does not tell what it did. ' +
      'Bill it first, or send its remittance along.',
    rows: ['8'],
  },
  {
    reason: '22',
    beside: 'MA92',
    says: 'Another payer pays first, and the data of its plan is not whole. Correct that.',
    rows: ['8'],
  },
  {
    reason: '18',
    beside: 'N522',
    says: 'Medicare had sent the claim on. Look for that payment, and send no second claim.',
    rows: ['8'],
  },
  {
    reason: '18',
    beside: 'N111',
    says: 'There is no appeal, but where the two services were not the same. Then show both.',
    rows: ['8'],
  },
  {
    reason: '97',
    beside: 'N111',
    says: 'There is no appeal, but where the two services were not the same. Then show both.',
    rows: ['8'],
  },
  {
    reason: '50',
    beside: 'N115',
    says: 'A local rule on cover (LCD) decided. Read it, and appeal with what it asks for.',
    rows: ['8'],
  },
  {
    reason: '50',
    beside: 'N386',
    says: 'A national rule on cover (NCD) decided. For the pump it is NCD 280.14. Appeal with what it asks for.',
    rows: ['8', '6a'],
  },
  { reason: '50', beside: 'M25', says: 'You can ask for a review within 120 days.', rows: ['8'] },
  { reason: '50', beside: 'M27', says: 'The provider bears it. The patient is not billed.', rows: ['8'] },
  {
    reason: '151',
    beside: 'N362',
    says: 'It is the daily limit (MUE). Check the units first, then appeal with the record.',
    rows: ['8', '3.7'],
  },
  {
    reason: '197',
    beside: 'M62',
    says: 'The number is missing or not valid. Look at the approval first.',
    rows: ['8', '7.1'],
  },
  { reason: '109', beside: 'N103', says: 'It is about custody. Someone else may have to pay.', rows: ['8', '4 QJ'] },
  {
    reason: '258',
    beside: 'N103',
    says: 'For a patient in custody, Medicare pays only if 42 CFR 411.4(b) is met.',
    rows: ['8', '4 QJ', '4 QJ denial'],
    of: isOriginalMedicare,
  },
];
/** Reasons that say too little without their remark. */
const leftToTheRemark = ['16', '96', 'A1', '129', '148', '226', '227', '250', '251', '252', '272', '273', 'B5', '125'];

/** What the codes say together that none of them says alone. */
export function saidTogether({ codes }: RemittanceReading, claim: PreparedClaim | null = null): readonly Check[] {
  const has = (name: string): boolean => codes.some(({ code }) => code === name);
  const remarks = codes.filter(({ kind, alert, code }) => kind === 'RARC' && !alert && code !== 'MA130');
  const named = together.filter(
    ({ reason, beside, of }) => has(reason) && has(beside) && (!of || !claim || of(claim.encounter)),
  );
  const isNamed = (reason: string, remark: string): boolean =>
    named.some((each) => each.reason === reason && each.beside === remark);
  const vague = codes.filter(({ code }) => leftToTheRemark.includes(code)).map(({ code }) => code);
  return [
    ...(has('MA130')
      ? [
          check(
            'MA130: the claim was not processed. It has no appeal and no reopening, and does not count as filed.',
            '8 returned',
            '8 filing',
          ),
        ]
      : []),
    ...named.map(({ reason, beside, says, rows }) => check(`${reason} with ${beside}: ${says}`, ...rows)),
    ...vague.flatMap((reason) =>
      remarks
        .filter(({ code }) => !isNamed(reason, code))
        .map(({ code, means }) => check(`${reason} with ${code}: ${means}`, '8')),
    ),
    ...vague
      .filter(() => remarks.length === 0)
      .map((reason) => check(`${reason} alone says too little. Look for the remark code beside it.`, '8')),
  ];
}

/** Who owes an amount, by the group before each reason. */
export const saidByGroups = ({ adjustments }: RemittanceReading): readonly Check[] =>
  adjustments.flatMap(({ group, code }) => groupSays(group, code));

function groupSays(group: RemittanceReading['adjustments'][number]['group'], code: string): readonly Check[] {
  if (group === null) return [];
  const said = [check(`${group}-${code}: ${groupWords[group]}`, '8 groups')];
  if (code === '50' && group === 'PR')
    said.push(
      check(
        'From Medicare, PR-50 goes with a signed notice (ABN). The patient owes it, and an appeal is left.',
        '8 notice',
        '4 ABN',
      ),
    );
  if (code === '23' && group !== 'OA')
    said.push(check('23 belongs to group OA. Ask the payer what it means here.', '8'));
  return said;
}

/**
 * What to do about one of the codes, given the groups and the remarks beside it, and how the payer takes a correction.
 */
export function stepsFor(
  { steps, code, kind }: RemittanceCode,
  { codes, adjustments }: RemittanceReading,
  correct: string = stepWords.F,
): readonly string[] {
  const returned = codes.some((each) => each.code === 'MA130');
  const groups = adjustments.flatMap((each) => (each.code === code && each.group ? [each.group] : []));
  const patientOwes = groups.length > 0 && groups.every((group) => group === 'PR') && !neverThePatients.includes(code);
  const patientIsFree = groups.some((group) => group === 'CO' || group === 'PI');
  const others =
    patientOwes || patientIsFree ? steps.filter((step) => step !== 'P' && (step !== 'W' || !patientOwes)) : steps;
  const told: readonly StepLetter[] = patientOwes ? ['P', ...others] : others.length > 0 ? others : ['W'];
  // What was not decided is sent anew: it is neither corrected nor appealed.
  const sent =
    returned && kind === 'CARC' ? told.map((step) => (['F', 'R', 'A', 'S'].includes(step) ? 'N' : step)) : told;
  return [...new Set(sent)].map((step) => (step === 'F' ? correct : stepWords[step]));
}

/** What is to be said of a code that left the list; nothing of one that is in it. */
export const endedWords = ({ ended }: RemittanceCode): string =>
  ended ? `It left the list on ${formatDate(ended)} and stands in older remittances only.` : '';
