import { asciiUpper } from '../engine/ascii';
import { formatDate } from '../engine/dated';
import type { RowId } from './citations';
import { denials } from './denials';
import type { RemittanceReading } from './read-remittance';
import { groupWords, stepWords, type RemittanceCode, type StepLetter } from './remittance-codes';

/** One thing to look at, and the rows that make it so. */
export type Check = { readonly says: string; readonly rows: readonly RowId[] };
const check = (says: string, ...rows: readonly [RowId, ...RowId[]]): Check => ({ says, rows });

export type Next = 'correct-and-resubmit' | 'appeal' | 'either' | 'no-appeal';
export const nextWords = {
  'correct-and-resubmit': 'Correct and resubmit',
  appeal: 'Appeal',
  either: 'Correct and resubmit, or appeal',
  'no-appeal': 'Neither resubmit nor appeal',
} as const satisfies Record<Next, string>;
type DenialName = keyof typeof denials;

/** A case of section 8: what draws it, what to look at, what to do next. Which payer sends which code for it is worked out. */
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
  /** Why that, in one or two sentences. */
  readonly why: string;
  /** Of `why`; those of the checks stand beside each. */
  readonly rows: readonly RowId[];
};

type Told = Pick<DenialCase, 'id' | 'title' | 'checks' | 'next' | 'why' | 'rows'> & Partial<Pick<DenialCase, 'carc' | 'rarc' | 'related'>>;
const caseOf = (denial: DenialName, told: Told): DenialCase => ({ denial, carc: denials[denial].carc, rarc: denials[denial].rarc, related: [], ...told });

export const denialCases: readonly DenialCase[] = [
  caseOf('noAuthorization', {
    id: 'no-preauthorization',
    title: 'Preauthorization missing',
    checks: [
      check('Was the number sent: in item 23 or as REF G1, without hyphens and spaces?', '7.1', '7.2'),
      check('Did a referral number stand in its place? The two go in different places and must differ.', '7.2'),
      check('Does the plan want preauthorization for the drug, or only for trial and pump? Ask, and write down who said so.', '7.5'),
      check('Is the payer original Medicare? It preauthorizes neither trial nor implant nor refill.', '7.3'),
    ],
    next: 'either',
    why: 'A number that was good on the day is put on the claim and sent again. Without one, ask the plan whether it still takes a request, then appeal; no policy read gives a time limit.',
    rows: ['8', '7.1', '7.6'],
  }),
  caseOf('authorizationExceeded', {
    id: 'preauthorization-exceeded',
    title: 'More than the preauthorization allows',
    checks: [
      check('Compare the units billed with those approved, less those of earlier fills. Ask whether JW units count.', '7.5', '8'),
      check('Are the approved units the same as the billed ones: 10 mg for J0475, 50 mcg for J0476?', '1.2', '1.3'),
      check('Does the day of the service lie within the approval?', '8'),
    ],
    next: 'either',
    why: 'A slip in units or dates is corrected. If the units were right, ask the plan to extend the approval, and appeal with the record.',
    rows: ['8', '11'],
  }),
  caseOf('authorizationLate', {
    id: 'preauthorization-late',
    title: 'Preauthorization not in time',
    checks: [
      check('On which day was it asked for, and what proves it?', '8'),
      check('Until when after the service does the plan take a request? No policy read says so: ask.', '7.6'),
      check('Is the date of service on the claim right?', '8'),
    ],
    next: 'appeal',
    why: 'Unless a date was wrong there is nothing to correct: only the plan can make an exception.',
    rows: ['8', '7.6'],
  }),
  caseOf('authorizationMismatch', {
    id: 'preauthorization-mismatch',
    title: 'Preauthorization number does not cover the service',
    checks: [
      check('Compare the number with the plan’s letter, digit by digit, without hyphens.', '7.1'),
      check('Is the approval for what was billed: J0475 for a fill, J0476 for the trial, or for the procedure only?', '1.2', '1.3', '7.5'),
      check('Is it a preauthorization number (REF G1) and not a referral number (REF 9F)?', '7.2'),
    ],
    next: 'correct-and-resubmit',
    why: 'The right number makes the claim whole. If there is none, ask the plan to change its approval first.',
    rows: ['8', '7.1'],
  }),
  caseOf('missingModifier', {
    id: 'missing-modifier',
    title: 'Modifier missing (JW or JZ)',
    checks: [
      check('Medicare, single-dose, paid on its own line: JW or JZ must be there since 07/01/2023, and claims without are returned since 10/01/2023.', '2.4'),
      check('A whole unit or more of waste: one line without JW or JZ for the dose, one with JW. None: JZ on the line of the dose.', '2.10'),
      check('Hospital outpatient: J0475 takes JW or JZ; J0476 is packaged and takes neither.', '2b outpatient'),
      check('Does this contractor still want KD on a drug put into an implanted pump? Not known: ask.', '4 KD'),
      check('Bought under 340B: TB stands beside JW or JZ.', '4 TB'),
      check('Hospital department off campus: PO or PN stands on every line.', '4 PO', '4 PN'),
    ],
    next: 'correct-and-resubmit',
    why: 'A claim returned as unprocessable (MA130) was not decided, so it is corrected and sent anew. It does not count as filed: the year runs on. The exact codes that Medicare sends for a missing JW or JZ were not found.',
    rows: ['8', '8 filing', '8 modifier code'],
  }),
  caseOf('wrongModifier', {
    id: 'wrong-modifier',
    title: 'Modifier wrong, or modifiers that do not go together',
    related: ['M78'],
    checks: [
      check('JW and JZ never stand on one line.', '2.18'),
      check('No JW where one unit already holds dose and waste: that line carries JZ.', '2.14', '2.15'),
      check('A JW line does not stand alone.', '2.17'),
      check('LT, RT, 50 and 52 do not belong on this drug line.', '4 LT RT', '4 50', '4 52'),
      check('QJ is for a patient in custody only, not for a health center.', '4 QJ'),
      check('KD was only ever asked for by Medicare contractors, on a pump fill.', '4 KD'),
      check('340B: JG ended with 2024, TB alone since. Before 2025 the kind of hospital decided.', '4 JG', '4 TB'),
    ],
    next: 'correct-and-resubmit',
    why: 'The modifier was wrong on the claim, so the claim is corrected; what was given stays as it was.',
    rows: ['8'],
  }),
  caseOf('medicalNecessity', {
    id: 'medical-necessity',
    title: 'Medical necessity not shown',
    checks: [
      check('Does the diagnosis name the cause, and not only spasm or cramp? G35 is a heading since 10/01/2025.', '6c symptoms', '6c MS'),
      check('Does the record show six weeks of less invasive treatment that failed, and a trial that helped before the implant?', '6a'),
      check('Does it show what the label asks for: severe spasticity, age 4 or more, a year after a brain injury?', '6b'),
      check('N386 or N115 names a coverage rule: read it. For the pump the national one is NCD 280.14.', '6a', '8'),
      check('Was a notice of non-coverage (ABN) on file? GA says so, GZ says that there was none.', '4 ABN'),
    ],
    next: 'either',
    why: 'A wrong diagnosis code is corrected. If the code was right, appeal with the record of failed treatment, trial and response.',
    rows: ['8', '6a'],
  }),
  caseOf('tooManyUnits', {
    id: 'over-mue',
    title: 'More units than accepted for the day (MUE)',
    related: ['B5', '272', '273'],
    checks: [
      check('Are these units of 10 mg, and not mg, mL or containers? Was the trial code billed for a refill?', 'products 6', '1.3'),
      check('Medicare’s limit was 8 units of J0475 and 2 of J0476 a day in the newest table read, of the third quarter of 2024: look up the quarter of service.', '3.2'),
      check('MAI 3: all lines of the day are added up, however they were split.', '3.4'),
      check('Whether JW units count was not found; the worksheet counts them.', '3.6'),
      check('Billed by a medical equipment supplier? Its limit is 0: the claim belongs to the Part A and B contractor.', '2b DME'),
    ],
    next: 'either',
    why: 'Wrong units are corrected. Units that were right are appealed with records; nothing on the claim makes them payable.',
    rows: ['8', '3.4', '3.7'],
  }),
  caseOf('doseNotSupported', {
    id: 'dose-not-supported',
    title: 'Dose not supported',
    checks: [
      check('Is the dose what went into the reservoir, and not the daily dose?', '2.32'),
      check('Was mg entered for mcg, or the wrong strength taken?', 'products 6'),
      check('Do order, record and claim show the same dose?', '11'),
      check('Does the plan cap the dose? Aetna’s trial is a bolus of at most 100 mcg.', '6d'),
    ],
    next: 'either',
    why: 'A slip is corrected. A dose that was ordered, given and needed is appealed with order and record.',
    rows: ['8', '3.7', '11'],
  }),
  caseOf('tooFrequent', {
    id: 'too-often',
    title: 'More, or more often, than the plan pays for',
    checks: [
      check('Was the same fill sent twice, or a fill put on the wrong day?', '8'),
      check('What does the plan allow: days between fills, units in a period? A payer profile can hold the plan’s limits; no policy read has one: ask.', '7.5', '7.6'),
      check('Does the record say why this fill could not wait: daily dose, volume left, date of the alarm?', 'products 3', '11'),
    ],
    next: 'either',
    why: 'A double or a wrong date is corrected. A fill that was due is appealed with the dates of the pump.',
    rows: ['8', '11'],
  }),
  caseOf('invalidCode', {
    id: 'invalid-code',
    title: 'Code not valid (J0428 and slips)',
    checks: [
      check('J0428 is in no HCPCS list read: check the route.', '1.1', '1.12'),
      check('Compare with J0475 and J0476 digit by digit. J0470 and J0480 are other drugs.', '1.2', '1.3', '1.4'),
      check('J0475 is in force since 1994 and J0476 since 1999. Releases after the second quarter of 2026 were not read.', '1.2', '1.3', '1.1'),
    ],
    next: 'correct-and-resubmit',
    why: 'A slip is corrected and sent again. For intravenous or intramuscular baclofen no code is known: ask the payer, and record its answer before anything is sent.',
    rows: ['8', '1.7', '1.12'],
  }),
  caseOf('unclassified', {
    id: 'unlisted-code-with-own-code',
    title: 'Unlisted code although the drug has its own',
    carc: ['189'],
    rarc: [],
    checks: [
      check('A marketed intrathecal product has its own code, J0475 or J0476: J3490, J7799 and J7999 are wrong for it.', '1.8', '1.4'),
      check('Was it compounded? Then J0475 is wrong as well: ask which unlisted code this payer wants.', '1.9'),
    ],
    next: 'correct-and-resubmit',
    why: 'The code was wrong, so the claim is corrected.',
    rows: ['8', '1.8'],
  }),
  caseOf('unclassified', {
    id: 'unlisted-code-without-description',
    title: 'Unlisted code without a description',
    carc: ['16'],
    checks: [
      check('Compounded drug: item 19 names the drug and its dose in mg or mcg, and some contractors want the invoice.', '11', '1.9'),
      check('A compound has no NDC of its own: list the NDC of each ingredient.', '9.8'),
      check('Marketed product? Then it takes J0475 or J0476 and no unlisted code.', '1.8'),
    ],
    next: 'correct-and-resubmit',
    why: 'What is missing is put on the claim and sent again.',
    rows: ['8'],
  }),
  caseOf('ndcMissing', {
    id: 'ndc',
    title: 'NDC missing or not valid',
    checks: [
      check('Eleven digits, 5-4-2, without hyphens, of the container that was used.', '9.1'),
      check('N4 before it, and behind it the quantity in milliliters (ML), more than 0, at most three decimals; never milligrams.', '9.2', '9.3', '9.4'),
      check('With waste: NDC and milliliters on both lines, what was given and what was wasted.', '9.6'),
      check('Several NDCs: some payers want a line for each, others one line only.', '2.21'),
      check('M123: are name, strength and dose there too, where the payer asks for them?', '8'),
    ],
    next: 'correct-and-resubmit',
    why: 'What is missing or wrong is put right on the claim, which is then sent again.',
    rows: ['8', '9.5'],
  }),
  caseOf('wrongUnits', {
    id: 'units',
    title: 'Units missing or not fitting',
    checks: [
      check('J0475: units of 10 mg. J0476: units of 50 mcg, 200 times smaller.', '1.2', '1.3'),
      check('Whole numbers: the dose is rounded up once, over all containers.', '2.11', '2.21', '3.1'),
      check('Milliliters are the quantity of the NDC, not the units.', '9.2', 'products 6'),
      check('Dose and JW lines together never pass the label.', '2.13'),
    ],
    next: 'correct-and-resubmit',
    why: 'The units were missing or wrong on the claim, so the claim is corrected.',
    rows: ['8', '3.1'],
  }),
  caseOf('packaged', {
    id: 'bundled',
    title: 'Paid as part of another service (A4220)',
    checks: [
      check('A4220 beside a refill: Medicare never pays the kit apart.', '5 A4220', '5 pairs'),
      check('Two pump codes on one day: only the one that tells of all that was done stays.', '5 pairs'),
      check('J0476 is packaged in the hospital outpatient department, and was in the surgical center in 2020.', '2b outpatient', '2b asc'),
      check('Clinic (RHC, FQHC) or inpatient: the drug has no payment of its own. Is the setting right?', '2b clinic', '2b inpatient'),
      check('Another plan than Medicare: whether it pays A4220 was not found. Ask.', '5 kit elsewhere'),
    ],
    next: 'no-appeal',
    why: 'By Medicare’s pairs with indicator 0 neither a modifier nor a better record gets the second code paid; with the implant (62362, indicator 1) it may be, where the record shows a separate service. A plan may decide otherwise: ask. Correct the claim only if a code or the setting was wrong.',
    rows: ['8', '5 pairs', '4 59'],
  }),
  caseOf('apart', {
    id: 'drug-alone',
    title: 'Drug without its procedure',
    checks: [
      check('Is the refill or the trial of the day on the claim? Bill the drug and the procedure together.', '5 same claim'),
      check('Did someone else bill the procedure? Then tell the payer so.', '8'),
      check('Was the procedure denied? Then settle that first.', '8'),
    ],
    next: 'either',
    why: 'If the procedure was done and left out, put it on the claim. If it was paid already, show that.',
    rows: ['8', '5 same claim'],
  }),
  caseOf('diagnosis', {
    id: 'diagnosis',
    title: 'Diagnosis missing or not supporting the service',
    checks: [
      check('G35 is a heading since 10/01/2025: use G35.A, G35.B0 to B2, G35.C0 to C2 or G35.D. Before that day it is G35.', '6c MS'),
      check('M62.838 and R25.2 name a symptom: add the cause.', '6c symptoms'),
      check('G80.3 and G80.4 are not spastic.', '6c palsy'),
      check('Is the code in force on the day, and on this payer’s list? No list could be read: ask.', '6c'),
    ],
    next: 'correct-and-resubmit',
    why: 'The code is corrected to what the record says, never to what would be paid. If it was right, it is a question of medical necessity: appeal.',
    rows: ['8', '6c'],
  }),
  caseOf('recordsNeeded', {
    id: 'records',
    title: 'Records asked for',
    checks: [
      check('Send the order, the dose given, the exact waste with date and time, and what was opened.', '11'),
      check('Add the six weeks of other treatment and the response to the trial.', '6a'),
      check('Drug and refill belong on one claim: are they?', '5 same claim'),
    ],
    next: 'either',
    why: 'If the payer still waits, send what it asked for, with its request on top. If it has decided without it, appeal with the same papers.',
    rows: ['8', '11'],
  }),
  caseOf('filedLate', {
    id: 'filed-late',
    title: 'Filed too late',
    checks: [
      check('Medicare: one calendar year from the day of the service. Is that day right on the claim?', '8 filing'),
      check('An earlier claim that was rejected or returned does not count as filed.', '8 filing'),
      check('Another plan: its limit stands in the contract; 90 to 180 days are said to be common. Proof of an earlier filing may help.', '8 filing plans'),
    ],
    next: 'no-appeal',
    why: 'Medicare gives no right of appeal against it. Correct and resubmit only if the date of service was wrong. A plan may take an appeal with proof that the claim came in time: read the contract.',
    rows: ['8', '8 filing', '8 filing plans'],
  }),
  {
    id: 'sequestration',
    title: 'Sequestration',
    denial: null,
    carc: ['253'],
    rarc: [],
    related: [],
    checks: [check('It is 2 % of what Medicare itself pays, after coinsurance, since 07/01/2022. Compare with the estimate of the claim.', '10 sequestration')],
    next: 'no-appeal',
    why: 'It is no denial: the claim was paid, and there is nothing to do.',
    rows: ['8', '10 sequestration'],
  },
  caseOf('wrongPayer', {
    id: 'wrong-payer',
    title: 'Sent to the wrong payer',
    checks: [
      check('Sent to an equipment (DME) contractor? The drug of an implanted pump belongs to the Part A and B contractor.', '2b DME'),
      check('Does a Medicare Advantage plan stand in for original Medicare? Its own rules hold.', '2b plans'),
      check('Did a pharmacy bill the drug? Then the practice bills the procedure only.', '5 supplied'),
      check('Was the patient in custody? Then another may have to pay.', '4 QJ'),
    ],
    next: 'correct-and-resubmit',
    why: 'Send it to the right payer, soon: a rejected claim does not count as filed, and the time runs from the day of the service.',
    rows: ['8', '8 filing'],
  }),
];

/** What an appeal of units above the daily limit holds, and what not to try: rows 3.7 and 3.4. */
export const mueAppealList: readonly Check[] = [
  check('The order for the drug and its dose.', '3.7'),
  check('The dose given, from the record.', '3.7'),
  check('What was opened and what was wasted.', '3.7'),
  check('Why so much was medically needed on that day.', '3.7'),
  check('Do not split the line and do not add 59 or 76: all lines of the day are added up.', '3.4'),
];

const isNamedBy = ({ carc, rarc, related }: DenialCase, code: string): boolean => [...carc, ...rarc, ...related].includes(code);

/** The cases that a code may tell of. */
export const casesFor = (code: string): readonly DenialCase[] => {
  const name = asciiUpper(code.trim());
  return denialCases.filter((each) => isNamedBy(each, name));
};

/** The cases that the codes of one line tell of together: those that most of them name. MA130 says of any case that it was returned. */
export function casesForAll(codes: readonly string[]): readonly DenialCase[] {
  const telling = codes.filter((code) => code !== 'MA130');
  const asked = telling.length > 0 ? telling : codes;
  const counted = denialCases.map((each) => ({ each, count: asked.filter((code) => isNamedBy(each, code)).length }));
  const most = Math.max(...counted.map(({ count }) => count));
  return most === 0 ? [] : counted.filter(({ count }) => count === most).map(({ each }) => each);
}

/** What a remark, or the group, makes of a reason beside it: rows of section 8. */
const together: readonly { readonly reason: string; readonly beside: string; readonly says: string; readonly rows: readonly [RowId, ...RowId[]] }[] = [
  { reason: '22', beside: 'MA04', says: 'Another payer comes first, and what it did is missing from the claim: bill it first, or send its remittance along.', rows: ['8'] },
  { reason: '22', beside: 'MA92', says: 'Another payer comes first, and what the claim tells of its plan is not whole: correct that.', rows: ['8'] },
  { reason: '18', beside: 'N522', says: 'Medicare had sent the claim on already: look for that payment, and send no second claim.', rows: ['8'] },
  { reason: '18', beside: 'N111', says: 'There is no appeal unless the two services were not the same: then show both.', rows: ['8'] },
  { reason: '97', beside: 'N111', says: 'There is no appeal unless the two services were not the same: then show both.', rows: ['8'] },
  { reason: '50', beside: 'N115', says: 'A local coverage determination decided: read it, and appeal with what it asks for.', rows: ['8'] },
  { reason: '50', beside: 'N386', says: 'A national coverage determination decided, for the pump NCD 280.14: appeal with what it asks for.', rows: ['8', '6a'] },
  { reason: '50', beside: 'M25', says: 'A review may be asked for within 120 days.', rows: ['8'] },
  { reason: '50', beside: 'M27', says: 'The provider is liable: the patient is not billed.', rows: ['8'] },
  { reason: '151', beside: 'N362', says: 'It is the daily limit (MUE): check the units first, then appeal with the record.', rows: ['8', '3.7'] },
  { reason: '109', beside: 'N103', says: 'It is about custody: another may have to pay.', rows: ['8', '4 QJ'] },
  { reason: '258', beside: 'N103', says: 'Medicare pays for a patient in custody only where 42 CFR 411.4(b) is met.', rows: ['8', '4 QJ'] },
];
/** Reasons that say too little without their remark. */
const leftToTheRemark = ['16', '96', 'A1', '129', '148', '226', '227', '250', '251', '252', '272', '273', 'B5', '125'];

/** What the codes say together that none of them says alone. */
export function saidTogether({ codes, adjustments }: RemittanceReading): readonly Check[] {
  const has = (name: string): boolean => codes.some(({ code }) => code === name);
  const remarks = codes.filter(({ kind, alert, code }) => kind === 'RARC' && !alert && code !== 'MA130');
  const named = together.filter(({ reason, beside }) => has(reason) && has(beside));
  const isNamed = (reason: string, remark: string): boolean => named.some((each) => each.reason === reason && each.beside === remark);
  const vague = codes.filter(({ code }) => leftToTheRemark.includes(code)).map(({ code }) => code);
  return [
    ...(has('MA130') ? [check('MA130: the claim was not processed. Send a new, complete claim; there is no appeal and no reopening, and it does not count as filed.', '8 returned', '8 filing')] : []),
    ...named.map(({ reason, beside, says, rows }) => check(`${reason} with ${beside}: ${says}`, ...rows)),
    ...vague.flatMap((reason) => remarks.filter(({ code }) => !isNamed(reason, code)).map(({ code, means }) => check(`${reason} with ${code}: ${means}`, '8'))),
    ...vague.filter(() => remarks.length === 0).map((reason) => check(`${reason} alone says too little: look for the remark code beside it.`, '8')),
    ...adjustments.flatMap(({ group, code }) => groupSays(group, code)),
  ];
}

function groupSays(group: RemittanceReading['adjustments'][number]['group'], code: string): readonly Check[] {
  if (group === null) return [];
  const said = [check(`${group}-${code}: ${groupWords[group]}.`, '8 groups')];
  if (code === '50' && group === 'PR') said.push(check('PR-50 goes with a signed notice (ABN): the patient owes it, and an appeal is left.', '8 notice', '4 ABN'));
  if (code === '23' && group !== 'OA') said.push(check('23 belongs to group OA: ask the payer what it means here.', '8'));
  return said;
}

/** What to do about one of the codes, given the groups and the remarks beside it. */
export function stepsFor({ steps, code, kind }: RemittanceCode, { codes, adjustments }: RemittanceReading): readonly string[] {
  const returned = codes.some((each) => each.code === 'MA130');
  const groups = adjustments.flatMap((each) => (each.code === code && each.group ? [each.group] : []));
  const patientOwes = groups.length > 0 && groups.every((group) => group === 'PR');
  const patientIsFree = groups.some((group) => group === 'CO' || group === 'PI');
  const others = patientOwes || patientIsFree ? steps.filter((step) => step !== 'P' && (step !== 'W' || !patientOwes)) : steps;
  const told: readonly StepLetter[] = patientOwes ? ['P', ...others] : others.length > 0 ? others : ['W'];
  // What was not decided is sent anew: it is neither corrected nor appealed.
  const sent = returned && kind === 'CARC' ? told.map((step) => (['F', 'R', 'A'].includes(step) ? 'N' : step)) : told;
  return [...new Set(sent)].map((step) => stepWords[step]);
}

/** What is to be said of a code that left the list; nothing of one that is in it. */
export const endedWords = ({ ended }: RemittanceCode): string => (ended ? `It left the list on ${formatDate(ended)} and stands in older remittances only.` : '');

/** A processed claim of original Medicare is not sent again. */
export const afterProcessing: Check = check(
  'Original Medicare: a claim that was processed is not sent again. Ask for a reopening of a slip within a year, or appeal within 120 days; a new claim follows MA130 alone. Other payers: a replacement with their claim number.',
  '8 processed',
);
