import type { Payer } from '../engine/payer-profile';
import type { PreparedClaim } from '../engine/prepared-claim';
import type { ServiceLine } from '../engine/claim';
import { drugLinesOf } from '../engine/claim-lines';
import { aYearAfter, daysBetween, formatDate, formatDays } from '../engine/dated';
import type { Encounter } from '../engine/encounter';
import { formatNdc } from '../engine/ndc';
import {
  formatMass,
  formatMl,
  formatMoney,
  formatUnits,
  moneyFromDigits,
  moneyLeft,
  noUnits,
  sumOfMoney,
  unitsSum,
  type Money,
} from '../engine/quantity';
import { inWords } from '../engine/typed';
import type { RowId } from './citations';
import { wiserFrom } from './companions';
import {
  casesFor,
  check,
  isClinic,
  isOriginalMedicare,
  nextWords,
  stepsFor,
  type Check,
  type DenialCase,
  type Next,
} from './denial-codes';
import { membersInCustody } from './denials';
import { isAboveMue } from './mue';
import { payerTypeNames } from './payers';
import type { RemittanceReading } from './read-remittance';
import { stepWords, type RemittanceCode } from './remittance-codes';

/** How one payer takes a correction or an appeal, and by when: what follows on its remittance. */
export type Way = {
  readonly id:
    'returned' | 'medicare' | 'facility' | 'clinic' | 'advantage' | 'commercial' | 'medicaid' | 'other' | 'self-pay';
  readonly title: string;
  /** How a slip is corrected, in a sentence. */
  readonly slip: string;
  /** What to do next in its words. */
  readonly next: Readonly<Partial<Record<Next, string>>>;
  readonly steps: readonly Check[];
  readonly deadlines: readonly Check[];
  /** Whether what was decided can be appealed. */
  readonly appeals: boolean;
};

const asFirst = check(
  'If a claim was rejected before it reached the payer, send it again as a first one (1), with no earlier number.',
  '8 replacement',
);
const replaceSteps = [
  check('Send a replacement (7) with the payer’s own claim number in item 22 or REF F8.', '8 replacement'),
  check('Send the whole claim again, not only the line that changed. 8 takes a claim back.', '8 replacement'),
  asFirst,
];
const replaceNext = {
  correct: 'Send a replacement claim',
  either: 'Send a replacement claim for a slip, or appeal',
} as const;

const medicareAppeals = [
  check('An appeal (redetermination) must be there within 120 days after you got the notice.', '8 redetermination'),
  check('The notice counts as received 5 days after its date. Good cause can give more time.', '8 redetermination'),
  check(
    'The next level (reconsideration) is open for 180 days, a judge (ALJ) for 60. ' +
      'At least $200 must be in dispute for a judge in 2026.',
    '8 later appeals',
  ),
  check(
    'Council and court are open for 60 days each. At least $1,960 must be in dispute for the court in 2026. ' +
      'The amounts of 2027 were not found.',
    '8 later appeals',
    '8 appeals 2027',
  ),
];

const jwLine = check(
  'A reopening adds no line, Noridian says. For a JW line that was left out, appeal. ' +
    'Ask your contractor how it adds JW or JZ.',
  '8 reopening limits',
);
const writtenAppeal = check('If the claim was right, appeal in writing.', '8 request');
const writtenAppealPartB = check(
  'If the claim was right, appeal in writing. Form CMS-20027 may be used. Do not put a corrected claim in.',
  '8 request',
  '8 corrected inside',
);
/** What is left out where Medicare allows no appeal. */
const ofAnAppeal: readonly Check[] = [jwLine, writtenAppeal, writtenAppealPartB, ...medicareAppeals];

const adjustmentNext = {
  correct: 'Send an adjustment claim',
  either: 'Send an adjustment claim for a slip, or appeal',
  proof: 'No appeal: look for an exception',
} as const;
const adjustmentDeadlines = [
  check(
    'An adjustment is open for one year from the service. Later, ask for a reopening: the type of bill ends in Q.',
    '8 adjustment',
  ),
  ...medicareAppeals,
];

export const ways: readonly Way[] = [
  {
    id: 'returned',
    title: 'Original Medicare, returned with MA130',
    slip: 'Send a new claim.',
    next: {
      correct: 'Send a new claim',
      either: 'Send a new claim',
      appeal: 'Send a new claim',
      proof: 'Send a new claim',
      'write-off': 'Send a new claim',
    },
    steps: [
      check(
        'The claim was not processed. Send a new, whole claim as a first one (1), without an earlier number.',
        '8 returned',
        '8 frequency',
      ),
      check('There is no appeal and no reopening.', '8 returned'),
    ],
    deadlines: [
      check(
        'The new claim must come in within one calendar year of the service. The returned one does not count as filed.',
        '8 filing',
      ),
    ],
    appeals: false,
  },
  {
    id: 'medicare',
    title: 'Original Medicare, processed',
    slip: 'Ask for a reopening.',
    next: {
      correct: 'Ask for a reopening, or appeal',
      either: 'Ask for a reopening of a slip, or appeal',
      proof: 'No appeal: look for an exception',
    },
    steps: [
      check(
        'Medicare has processed the claim. Do not send it again: a new claim needs MA130.',
        '8 processed',
        '8 returned',
      ),
      check(
        'For a slip, ask for a reopening. Noridian says that this can mend units, modifiers, diagnosis and place.',
        '8 reopening',
        '8 reopening limits',
      ),
      jwLine,
      check('Do not send 7 or 8. No contractor’s text that takes them in Part B was found.', '8 frequency'),
      writtenAppealPartB,
    ],
    deadlines: [
      check('A reopening is open for 1 year, and for 4 years with good cause, First Coast says.', '8 reopening limits'),
      ...medicareAppeals,
    ],
    appeals: true,
  },
  {
    id: 'facility',
    title: 'Original Medicare, hospital claim (UB-04)',
    slip: 'Send an adjustment claim.',
    next: adjustmentNext,
    steps: [
      check(
        'Send an adjustment: the type of bill ends in 7, with the claim’s number (DCN). 8 takes it back.',
        '8 adjustment',
      ),
      writtenAppeal,
    ],
    deadlines: adjustmentDeadlines,
    appeals: true,
  },
  {
    id: 'clinic',
    title: 'Original Medicare, clinic claim (RHC or FQHC)',
    slip: 'Send an adjustment claim.',
    next: adjustmentNext,
    steps: [
      check(
        'A clinic bills on a UB-04. The type of bill is 071x for an RHC and 077x for an FQHC.',
        '8 adjustment clinic',
      ),
      check(
        'Send an adjustment: the type of bill ends in 7, with the claim’s number (DCN). 8 takes it back.',
        '8 adjustment clinic',
        '8 adjustment',
      ),
      check(
        'The DCN and the year were read for hospital claims. Ask your contractor if they hold for the clinic.',
        '8 adjustment',
      ),
      check('Was it sent on a CMS-1500? Then do not send 7 or 8. Ask for a reopening.', '8 frequency', '8 reopening'),
      writtenAppeal,
    ],
    deadlines: adjustmentDeadlines,
    appeals: true,
  },
  {
    id: 'advantage',
    title: 'Medicare Advantage',
    slip: 'Send a replacement claim.',
    next: replaceNext,
    steps: replaceSteps,
    deadlines: [
      check('With a contract, its time limit counts. Read it.', '8 advantage'),
      check(
        'An appeal is open for 65 days from the notice, as pages that quote CMS say. Older pages say 60.',
        '8 advantage',
      ),
      check(
        'Without a contract, Blue Cross Nebraska gives 65 days from the remittance. ' +
          'It wants you to waive what the patient owes (waiver of liability).',
        '8 advantage',
      ),
    ],
    appeals: true,
  },
  {
    id: 'commercial',
    title: 'Commercial plan',
    slip: 'Send a replacement claim.',
    next: replaceNext,
    steps: replaceSteps,
    deadlines: [
      check('The contract sets the time for a replacement and for an appeal. Read it.', '8 plan appeals'),
      check(
        'Aetna gives 180 days for an appeal, with exceptions by state. UnitedHealthcare is said to give 65.',
        '8 plan appeals',
      ),
    ],
    appeals: true,
  },
  {
    id: 'medicaid',
    title: 'Medicaid',
    slip: 'Send a replacement claim.',
    next: replaceNext,
    steps: [
      check(
        'Most states take a replacement (7) or take a claim back (8) with their own claim number. Ask yours.',
        '8 Medicaid',
      ),
      asFirst,
    ],
    deadlines: [
      check(
        'The state sets the limit. Medi-Cal takes a replacement for 6 months. From which day was not read.',
        '8 Medicaid',
      ),
    ],
    appeals: true,
  },
  {
    id: 'other',
    title: 'Other payers',
    slip: 'Ask the payer how to correct the claim.',
    next: {
      correct: 'Ask the payer how to correct the claim',
      either: 'Ask the payer how to correct the claim, or appeal',
    },
    steps: [
      check('No rule of this payer was read. Ask how it takes a corrected claim and an appeal.', '8 steps'),
      asFirst,
    ],
    deadlines: [check('Ask the payer by when, and note who said so.', '8 steps')],
    appeals: true,
  },
  {
    id: 'self-pay',
    title: 'Self-pay',
    slip: 'Check the payer type first.',
    next: {},
    steps: [check('The worksheet says self-pay, but a remittance came. Check the payer type.', '2b self-pay')],
    deadlines: [],
    appeals: false,
  },
];

export const waysById = Object.fromEntries(ways.map((way) => [way.id, way])) as Readonly<Record<Way['id'], Way>>;

const wayOfPayer = {
  'medicare-part-b': 'medicare',
  'medicare-advantage': 'advantage',
  medicaid: 'medicaid',
  commercial: 'commercial',
  'other-government': 'other',
  'workers-compensation': 'other',
  'self-pay': 'self-pay',
} as const satisfies Record<Payer, Way['id']>;

const isReturned = ({ codes }: RemittanceReading): boolean => codes.some(({ code }) => code === 'MA130');

/** How this claim's payer takes a correction; MA130 is Medicare's, so it says nothing of another payer's claim. */
export function wayOf(reading: RemittanceReading, { encounter, formItems }: PreparedClaim): Way {
  const way = waysById[wayOfPayer[encounter.payer]];
  if (way.id !== 'medicare') return way;
  if (isReturned(reading)) return waysById.returned;
  const decided = formItems.form === 'institutional' ? waysById.facility : isClinic(encounter) ? waysById.clinic : way;
  return isLateOnly(reading) ? withoutAppeal(decided) : decided;
}

/** Whether 29 is all that was decided: Medicare allows no appeal of it (row 8 filing). */
const isLateOnly = ({ codes }: RemittanceReading): boolean =>
  codes.some(({ code }) => code === '29') &&
  codes.every(
    ({ code, kind, steps }) =>
      code === '29' ||
      kind === 'RARC' ||
      (!steps.includes('A') && casesFor(code).every(({ denial }) => denial === null)),
  );

const withoutAppeal = (way: Way): Way => {
  const left = (checks: readonly Check[]) => checks.filter((each) => !ofAnAppeal.includes(each));
  return { ...way, steps: left(way.steps), deadlines: left(way.deadlines), appeals: false };
};

/** What to do about one of the codes on this claim, where its payer has a word of its own on it. */
export function stepsOn(
  code: RemittanceCode,
  reading: RemittanceReading,
  claim: PreparedClaim | null,
): readonly string[] {
  if (!claim) return stepsFor(code, reading);
  const way = wayOf(reading, claim);
  const steps = stepsFor(code, reading, way.slip);
  if (code.code === 'N822' && takesNoWasteModifier(claim.encounter)) return ['Ask the contractor how to correct.'];
  const isDecided = way.id === 'medicare' || way.id === 'facility' || way.id === 'clinic';
  if (!isDecided) return steps;
  if (code.code === '29') return [noAppealOfLate, ...steps.filter((step) => step !== stepWords.A)];
  if (code.code === '110') return [...steps, afterTheService];
  if (way.id === 'medicare' && (code.code === '107' || code.code === 'B15')) return [addsNoLine];
  return steps;
}

/** Row 2b clinic. */
const takesNoWasteModifier = (encounter: Encounter): boolean => isOriginalMedicare(encounter) && isClinic(encounter);

const noAppealOfLate = 'Medicare allows no appeal of 29. Look for an exception of 42 CFR 424.44(b).';
const afterTheService = 'If the date was right, ask your contractor if a new claim after the service is taken.';
const addsNoLine = 'A reopening adds no line. Ask your contractor how to bill a procedure left out, or appeal.';

/** A case that one payer takes in another way than the others: what to do next, and why. */
type OfItsOwn = {
  readonly id: DenialCase['id'];
  readonly of: (way: Way, encounter: Encounter) => boolean;
  readonly next: string;
  readonly why: string;
};
const ofTheirOwn: readonly OfItsOwn[] = [
  {
    id: 'drug-alone',
    of: ({ id }) => id === 'medicare',
    next: 'Ask your contractor, or appeal',
    why: `${addsNoLine} If it was paid already, show that.`,
  },
  {
    id: 'billed-early',
    of: ({ id }) => id === 'medicare' || id === 'facility' || id === 'clinic',
    next: 'Check the date of service',
    why: `Correct a wrong date. ${afterTheService}`,
  },
  {
    id: 'missing-modifier',
    of: (_, encounter) => takesNoWasteModifier(encounter),
    next: 'Ask the contractor how to correct',
    why: 'In an RHC or FQHC the line takes no JW or JZ.',
  },
  {
    id: 'custody',
    of: ({ id }) => id === 'advantage',
    next: 'Ask the plan who pays',
    why: `${membersInCustody}. If the patient was a member on that day and not in custody, show that.`,
  },
  {
    id: 'custody',
    of: (_, encounter) => !isOriginalMedicare(encounter),
    next: 'Ask the payer who pays',
    why: 'This payer’s rule on custody was not read. If the patient was not in custody, show that.',
  },
];

/** What to do next about a case, and why: in the words of this claim’s payer where there is a claim. */
export function nextOn(
  { id, next, why }: DenialCase,
  way: Way | null,
  claim: PreparedClaim | null,
): { readonly next: string; readonly why: string } {
  const own = way && claim ? ofTheirOwn.find((each) => each.id === id && each.of(way, claim.encounter)) : undefined;
  return own ?? { next: way?.next[next] ?? nextWords[next], why };
}

/** By when, in days of this claim where they are known. */
export function deadlinesOn(way: Way, { encounter: { dateOfService, preparedOn } }: PreparedClaim): readonly Check[] {
  if (way.id !== 'returned') return way.deadlines;
  const last = aYearAfter(dateOfService);
  const left = daysBetween(preparedOn, last);
  const says =
    left >= 0
      ? `Medicare takes it up to ${formatDate(last)}. ${formatDays(left)} ${left === 1 ? 'is' : 'are'} left.`
      : `Medicare took it up to ${formatDate(last)}. That was ${formatDays(-left)} ago.`;
  const exception = left < 0 ? [check('An exception of 42 CFR 424.44(b) may fit.', '8 filing exceptions')] : [];
  return [check(says, '8 filing'), ...exception, ...way.deadlines];
}

/** What a letter of appeal to this payer holds, whatever the reason; none where there is no appeal. */
export const letterOf = ({ id, appeals }: Way): readonly Check[] =>
  appeals
    ? [
        check(
          'The payer’s claim number, the line, the codes, the amount, the date of the notice, and one request.',
          '8 appeal letter',
        ),
        ...(id === 'medicare' || id === 'facility' || id === 'clinic'
          ? [
              check(
                'The patient’s name and Medicare number, the service, its date, and your name. All in writing.',
                '8 request',
              ),
            ]
          : []),
      ]
    : [];

type OnClaim = {
  readonly claim: PreparedClaim;
  readonly encounter: Encounter;
  readonly reading: RemittanceReading;
  readonly names: ReadonlySet<string>;
};
/** Codes that it speaks of, what the claim holds that answers them, and the rows that make it matter. */
type Fact = {
  readonly of: readonly string[];
  readonly says: (on: OnClaim) => string | null;
  readonly rows: readonly [RowId, ...RowId[]];
};

const lineWords = ({ hcpcs, modifiers, unitsOfService }: ServiceLine): string =>
  `${[hcpcs, ...modifiers].join('-')}, ${formatUnits(unitsOfService)}`;
const linesWords = (claim: PreparedClaim): string =>
  drugLinesOf(claim)
    .map((line) => `Line ${line.lineNumber} is ${lineWords(line)}.`)
    .join(' ');
const isOn = (claim: PreparedClaim, modifier: string): boolean =>
  drugLinesOf(claim).some(({ modifiers }) => modifiers.includes(modifier));
const groupsOf = ({ adjustments }: RemittanceReading, code: string) =>
  adjustments.flatMap((each) => (each.code === code && each.group ? [each.group] : []));
const amountsOf = ({ adjustments }: RemittanceReading, code: string): readonly Money[] =>
  adjustments.flatMap((each) =>
    each.code === code && each.amount !== null ? (moneyFromDigits(each.amount) ?? []) : [],
  );
const payerName = ({ payer }: Encounter): string => payerTypeNames[payer];

/**
 * What the amounts typed are held against: the drug lines together, or one of them, for a remittance tells line by
 * line.
 */
function compared(amounts: readonly Money[], whole: Money, byLine: readonly Money[]): string {
  if (amounts.length === 0) return '';
  const told = sumOfMoney(amounts);
  const has = `The remittance has ${formatMoney(told)}`;
  if (isNear(told, whole)) return ` ${has}: it agrees.`;
  const line = byLine.findIndex((each) => isNear(told, each));
  if (line >= 0) return ` ${has}: it agrees with line ${line + 1} alone, ${formatMoney(byLine[line] ?? whole)}.`;
  const more = told.tenthsOfCent > whole.tenthsOfCent;
  return (
    ` ${has}, ${formatMoney(more ? moneyLeft(told, whole) : moneyLeft(whole, told))} ${more ? 'more' : 'less'}. ` +
    'Check the lines and the rate.'
  );
}
/** To the cent: payers round line by line. */
const isNear = (a: Money, b: Money): boolean => Math.abs(a.tenthsOfCent - b.tenthsOfCent) <= 10;

const authorizationCodes = ['197', '198', '210', '284', '296', '302', '39', '15', 'M62', 'N54'];
const necessityCodes = ['50', '55', '56', '150', 'N115', 'N386', 'M25', 'M26'];
const ndcCodes = ['M119', 'M123', 'N815', 'N816', 'N846', 'N847', 'N848', '211', '114'];
const custodyCodes = ['258', 'N103'];

/** What this claim holds that answers a code, and what it means for this payer. */
const facts: readonly Fact[] = [
  {
    of: ['N822', '4', 'N823', 'N519', '182', 'M78'],
    says: ({ claim }) =>
      drugLinesOf(claim).length === 0
        ? 'The worksheet has no drug line yet.'
        : `${linesWords(claim)} Was it so on what was sent?`,
    rows: ['2.10', '8'],
  },
  {
    of: ['N822'],
    says: noWasteModifierSays,
    rows: ['2.4', '2b plans', '2b clinic'],
  },
  {
    of: ['MA130'],
    says: ({ encounter }) =>
      encounter.payer === 'medicare-part-b'
        ? null
        : `MA130 is a Medicare code, and the payer type entered is ${payerName(encounter)}. Is that right? ` +
          'Ask if the claim was processed.',
    rows: ['8 returned'],
  },
  {
    of: authorizationCodes,
    says: ({ encounter }) =>
      encounter.payer === 'medicare-part-b'
        ? 'The payer type entered is original Medicare. A pump maker says that it preauthorizes no trial, implant ' +
          'or refill. Was it the right payer?'
        : null,
    rows: ['7.3'],
  },
  {
    of: ['197', 'M62'],
    says: ({ encounter: { payer, companions, dateOfService } }) =>
      payer === 'medicare-part-b' && companions.includes('62323') && dateOfService >= wiserFrom
        ? 'In six states 62323 may be caught by the WISeR review. Ask the contractor.'
        : null,
    rows: ['7.4'],
  },
  {
    of: authorizationCodes,
    says: ({ claim, encounter: { payer } }) =>
      payer === 'medicare-part-b' || payer === 'self-pay' ? null : authorizationSays(claim),
    rows: ['7.1', '7.5', '8'],
  },
  {
    of: ['151', 'N362', 'M53', 'N430', '153', '154'],
    says: ({ claim, names }) => (isAboutFrequency(names) ? null : unitsSay(claim)),
    rows: ['3.1', '1.2', '1.3'],
  },
  {
    of: ['151', 'N362', '222', '272', '273', 'B5'],
    says: ({ claim, names }) => (isAboutFrequency(names) ? null : mueSays(claim)),
    rows: ['3.2', '3.4'],
  },
  {
    of: ['151', 'N362'],
    says: ({ encounter, claim, names }) =>
      encounter.payer === 'medicare-part-b' && !isAboutFrequency(names) && isAboveMue(claim)
        ? 'Above the daily maximum (MUE), the whole day may be denied (MAI 3), not only the units above it. ' +
          'Check the units first, then appeal with the record.'
        : null,
    rows: ['3.4', '3.4 whole day'],
  },
  {
    of: ['151', 'N362', '236', '97'],
    says: ({ encounter: { notice, payer }, names }) =>
      payer === 'medicare-part-b' && notice === 'GA' && isCodingDenial(names)
        ? 'A notice (GA) does not make the patient pay for a coding denial.'
        : null,
    rows: ['4 ABN units', '4 ABN'],
  },
  { of: necessityCodes, says: ({ encounter: { diagnoses } }) => diagnosesSay(diagnoses), rows: ['6a', '6c symptoms'] },
  { of: ['50'], says: noticeSays, rows: ['4 ABN', '8 notice'] },
  {
    of: ['116'],
    says: () =>
      '116 says that the notice was not in order. The provider bears the cost, unless the notice proves good.',
    rows: ['8', '4 ABN'],
  },
  {
    of: ['11', '12', '146', '167', 'B22', 'M76', 'M64', 'MA63', 'M81', 'N569'],
    says: ({ encounter: { diagnoses } }) => diagnosesSay(diagnoses),
    rows: ['6c', '8'],
  },
  { of: custodyCodes, says: custodySays, rows: ['4 QJ', '4 QJ since 2025', '4 QJ plans'] },
  {
    of: ['109', '24', '27', '26', '31'],
    says: ({ encounter }) =>
      encounter.payer === 'medicare-part-b'
        ? 'The payer type entered is original Medicare. Look up if the patient was in a Medicare Advantage plan on ' +
          'that day.'
        : encounter.payer === 'medicare-advantage'
          ? 'The payer type entered is Medicare Advantage. Look up if the patient was in this plan on that day.'
          : `The payer type entered is ${payerName(encounter)}. Look up if the patient was covered on that day.`,
    rows: ['2b plans', '8 steps'],
  },
  {
    of: ['109', '97', 'M97'],
    says: ({ encounter: { setting } }) =>
      setting === 'dme-supplier'
        ? 'The setting entered is an equipment supplier. The pump drug belongs to the Part A and B contractor.'
        : null,
    rows: ['2b DME'],
  },
  { of: ['29'], says: lateSays, rows: ['8 filing', '8 filing plans', '8 filing exceptions'] },
  {
    of: ['110'],
    says: ({ encounter: { dateOfService, preparedOn } }) =>
      dateOfService > preparedOn
        ? `The date of service entered is ${formatDate(dateOfService)}. Today is ${formatDate(preparedOn)}.`
        : `The date of service entered is ${formatDate(dateOfService)}, not after today. ` +
          'Compare it with what was sent.',
    rows: ['8 future'],
  },
  { of: ['45'], says: contractSays, rows: ['10', '8'] },
  { of: ['253'], says: sequestrationSays, rows: ['10 sequestration', '8 sequestration'] },
  { of: ['2'], says: coinsuranceSays, rows: ['10'] },
  {
    of: ['23'],
    says: () => '23 is what earlier payers paid and cut. Post only the rest of this remittance.',
    rows: ['8 secondary'],
  },
  {
    of: ['97', '231', '234', '236', 'M15', 'N19', 'N20', 'M80', 'N390'],
    says: bundledSays,
    rows: ['5 pairs', '5 A4220'],
  },
  {
    of: ['107', 'B15', 'N161', 'N674'],
    says: ({ encounter: { companions } }) =>
      companions.length === 0
        ? 'No procedure of the day is entered. Was the refill or the trial on what was sent?'
        : `${inWords(companions)} ${companions.length === 1 ? 'is' : 'are'} entered beside the drug. ` +
          'Was it so on what was sent?',
    rows: ['5 same claim'],
  },
  { of: ndcCodes, says: ({ claim }) => ndcSays(claim), rows: ['9.1', '9.2', '9.8'] },
  {
    of: ['181', 'M20', 'M51', 'N56', '189', 'N350'],
    says: ({ claim: { code }, encounter }) => codeSays(code?.hcpcs ?? null, encounter),
    rows: ['1.2', '1.3', '1.8', '1.9'],
  },
  {
    of: ['119', '149', '151', 'N435', 'N640', 'M86', '18'],
    says: ({ encounter, names }) => (names.has('N362') ? null : lastFillSays(encounter)),
    rows: ['7.6 limits', '8'],
  },
  {
    of: ['5', '58', 'M77', 'N428', 'M97'],
    says: ({
      claim: {
        formItems: { placeOfService },
      },
    }) =>
      placeOfService.code === null
        ? 'This claim has no place of service of its own. Compare what was sent with where the patient was.'
        : `The place of service on this claim is ${placeOfService.code}. Was the patient there?`,
    rows: ['place of service'],
  },
];

function noWasteModifierSays({ claim, encounter }: OnClaim): string | null {
  if (takesNoWasteModifier(encounter))
    return 'In an RHC or FQHC the line takes no JW or JZ. Ask the contractor how to correct.';
  if (drugLinesOf(claim).length === 0 || isOn(claim, 'JW') || isOn(claim, 'JZ')) return null;
  return 'No line carries JW or JZ. The result says why. Check it against the payer’s rule.';
}

function authorizationSays({ encounter, lines }: PreparedClaim): string {
  const { priorAuthorization: approval, dateOfService } = encounter;
  switch (approval.status) {
    case 'not-checked':
      return 'No one has noted if this plan wants preauthorization. Ask the plan, and enter the answer.';
    case 'not-required':
      return 'Entered: the plan wants no preauthorization. Who said so? That is the ground for an appeal.';
    case 'pending':
      return 'Entered: preauthorization was asked for and not yet answered. Ask the plan for its answer.';
    case 'denied':
      return 'Entered: preauthorization was refused. Appeal the refusal.';
    case 'approved':
    case 'approved-after-service': {
      const { number, firstDay, lastDay, unitsApproved, unitsUsed } = approval;
      const billed = lines.reduce((sum, { unitsOfService }) => unitsSum(sum, unitsOfService), noUnits);
      const outside = (firstDay !== null && dateOfService < firstDay) || (lastDay !== null && dateOfService > lastDay);
      return [
        number === null
          ? 'An approval is entered, but not its number.'
          : `The approval entered has number ${number}. Was it in item 23 or REF G1?`,
        outside ? `The date of service, ${formatDate(dateOfService)}, is not within it.` : '',
        unitsApproved === null
          ? ''
          : `${formatUnits(unitsApproved)} ` +
            `approved${unitsUsed === null ? '' : `, ${unitsUsed.units} used before`}; ${billed.units} billed.`,
        approval.status === 'approved-after-service' ? 'It came after the service.' : '',
      ]
        .filter((part) => part !== '')
        .join(' ');
    }
  }
}

function unitsSay({ code, amounts, totalUnits, lines }: PreparedClaim): string | null {
  if (!code || !amounts || lines.length === 0) return null;
  const doses = `Dose given: ${formatMass(amounts.administered)}. Dose wasted: ${formatMass(amounts.discarded)}.`;
  return (
    `The claim has ${formatUnits(totalUnits)} of ${code.hcpcs}, each ${formatMass(amounts.hcpcsDosage)}. ` +
    `${doses} Were these units sent?`
  );
}

/** 151 may speak of units or of frequency; a remark says of which. */
const isAboutFrequency = (names: ReadonlySet<string>): boolean =>
  (names.has('N435') || names.has('N640')) && !names.has('N362');

const mueFinding = ({ findings }: PreparedClaim) => findings.find(({ rule }) => rule.id === 'units/mue');
/** 151 beside a remark on frequency is no coding denial; a pair is one. */
const isCodingDenial = (names: ReadonlySet<string>): boolean =>
  names.has('236') || names.has('97') || !isAboutFrequency(names);

/** Units within the daily maximum; those above it are a finding, which stands beside. */
function mueSays(claim: PreparedClaim): string | null {
  const finding = mueFinding(claim);
  if (!finding || finding.verdict.outcome === 'not-applicable') return null;
  if (claim.encounter.payer !== 'medicare-part-b')
    return 'The daily maximum on file is Medicare’s. Ask this payer for its own.';
  return finding.verdict.outcome === 'pass' ? finding.verdict.because : null;
}

function diagnosesSay(diagnoses: readonly string[]): string {
  if (diagnoses.length === 0) return 'The claim has no diagnosis. Enter it from the record.';
  return (
    `The claim has the ${diagnoses.length === 1 ? 'diagnosis' : 'diagnoses'} ${inWords(diagnoses)}. ` +
    'Is it what the record says, with the cause of the spasticity first?'
  );
}

function noticeSays({ encounter: { notice, payer }, reading }: OnClaim): string | null {
  if (payer !== 'medicare-part-b') return null;
  const groups = groupsOf(reading, '50');
  if (notice === 'GX' || notice === 'GX GY')
    return 'GX tells of a voluntary notice. It does not move a denial for need to the patient. Ask why.';
  if (notice === 'GY')
    return 'GY says that the law excludes the service. It is no notice (ABN). Ask why the denial is for need.';
  if (notice === 'GA') {
    return groups.includes('CO')
      ? 'GA says that a signed notice (ABN) is on file, but group CO leaves the cost with you. Ask why.'
      : 'GA says that a signed notice (ABN) is on file. With group PR the patient may be billed, and an appeal is ' +
          'left.';
  }
  if (notice === 'GZ')
    return 'GZ says that no notice (ABN) was given. The provider bears the cost. The patient is not billed.';
  return groups.includes('PR')
    ? 'Group PR wants a signed notice (ABN), and none is entered. Find it before you bill the patient.'
    : 'No notice (ABN) is entered. Without one the patient is not billed.';
}

function custodySays({ encounter: { custody, payer } }: OnClaim): string {
  if (payer === 'medicare-advantage') return `${membersInCustody}. Check if the patient was a member on that day.`;
  if (payer !== 'medicare-part-b') return 'This payer’s rule on custody was not read. Ask it who pays.';
  switch (custody) {
    case 'no':
      return (
        'No custody is entered. Since 2025 parole, probation, home detention and a halfway house are not custody. ' +
        'If Medicare’s record is wrong, show that.'
      );
    case 'met':
      return 'Entered: custody, and 42 CFR 411.4(b) is met. Was QJ on what was sent? Send what shows it.';
    case 'not-met':
      return 'Entered: custody, and 42 CFR 411.4(b) is not met. Medicare does not pay. Find out who does.';
    case 'not-known':
      return 'Entered: custody, and it is not known if 42 CFR 411.4(b) is met. Find that out first.';
  }
}

function lateSays({ encounter: { dateOfService, preparedOn, payer, profile } }: OnClaim): string {
  const service = `The service was on ${formatDate(dateOfService)}.`;
  if (payer === 'medicare-part-b') {
    const last = aYearAfter(dateOfService);
    if (preparedOn <= last)
      return (
        `${service} Medicare’s year runs to ${formatDate(last)}, so 29 does not fit. ` +
        'Check the date of service that was sent.'
      );
    return (
      `${service} Medicare’s year ended on ${formatDate(last)}. ` +
      'It cannot be appealed, but an exception of 42 CFR 424.44(b) may fit: look it up.'
    );
  }
  const limit = profile?.filingDays
    ? ` The profile ${profile.name} allows ${formatDays(profile.filingDays)}.`
    : ' This plan’s limit is not on file: read the contract.';
  return `${service}${limit} Appeal with proof that the claim came in time.`;
}

/** The practice’s own charge is no rate: only what the payer allows can be held against a remittance. */
const noRateFor = (code: string): string =>
  `No rate of this payer is on file, so the amount of ${code} cannot be compared.`;

function contractSays({ claim, reading }: OnClaim): string {
  const { estimate } = claim;
  const lines = drugLinesOf(claim);
  if (estimate.by === 'own-charge') return noRateFor('45');
  const charges = lines.flatMap(({ charge }) => charge ?? []);
  if (!estimate.total || charges.length === 0)
    return 'The claim has no charge or no estimate, so the amount of 45 cannot be compared.';
  const charge = sumOfMoney(charges);
  const expected = moneyLeft(charge, estimate.total.allowed);
  const byLine = estimate.lines.map(({ allowed }, place) => moneyLeft(charges[place] ?? allowed, allowed));
  const said =
    `Drug lines: charge ${formatMoney(charge)}, estimate allowed ${formatMoney(estimate.total.allowed)}. ` +
    `So 45 would be ${formatMoney(expected)}.`;
  return `${said}${compared(amountsOf(reading, '45'), expected, byLine)}`;
}

function sequestrationSays({ claim: { estimate }, encounter, reading }: OnClaim): string {
  if (encounter.payer !== 'medicare-part-b')
    return (
      `253 is Medicare’s cut, and the payer type entered is ${payerName(encounter)}. ` +
      'Ask the payer what it means here.'
    );
  if (estimate.by === 'own-charge') return noRateFor('253');
  const expected = estimate.total?.sequestration;
  if (!expected) return 'The claim has no estimate, so the amount of 253 cannot be compared.';
  const byLine = estimate.lines.flatMap(({ sequestration }) => sequestration ?? []);
  return (
    `The estimate of the drug lines has ${formatMoney(expected)} of ` +
    `sequestration.${compared(amountsOf(reading, '253'), expected, byLine)}`
  );
}

function coinsuranceSays({ claim: { estimate }, reading }: OnClaim): string | null {
  const expected = estimate.total?.coinsurance;
  if (!expected || estimate.by === 'own-charge') return null;
  const byLine = estimate.lines.flatMap(({ coinsurance }) => coinsurance ?? []);
  return (
    `The estimate of the drug lines has ${formatMoney(expected)} of ` +
    `coinsurance.${compared(amountsOf(reading, '2'), expected, byLine)}`
  );
}

function bundledSays({ claim: { payment }, encounter: { companions } }: OnClaim): string {
  if (payment && !payment.separate) return payment.because;
  if (companions.length === 0) return 'No other service of the day is entered. Look for one on the patient’s account.';
  return `Entered for the same day: ${inWords(companions)}. Is the line that was denied one of them?`;
}

function ndcSays({ lines, encounter }: PreparedClaim): string {
  if (encounter.drugSource === 'compounded') return compoundNdcSays(encounter);
  const told = lines.flatMap(({ lineNumber, ndcQuantities }) =>
    ndcQuantities.flatMap(({ ndc, volume }) =>
      ndc ? [`Line ${lineNumber} has NDC ${formatNdc(ndc)} and ${volume ? formatMl(volume) : 'no mL'}.`] : [],
    ),
  );
  return told.length === 0
    ? 'No NDC is entered. Enter that of the container used.'
    : `${told.join(' ')} Was it so on what was sent?`;
}

/** Row 9.8. */
function compoundNdcSays({ ndcs }: Encounter): string {
  const each = 'A compound has no NDC of its own. The NDC of each drug in it is listed.';
  return ndcs.length === 0
    ? `${each} None is entered.`
    : `${each} Entered: ${inWords(ndcs.map(formatNdc))}. Was it so on what was sent?`;
}

function codeSays(hcpcs: string | null, { drugSource, dateOfService }: Encounter): string {
  if (drugSource === 'compounded' && hcpcs)
    return (
      `Compounded drug is entered, and the payer named ${hcpcs}. ` +
      'Was the drug described in item 19 of what was sent?'
    );
  if (drugSource === 'compounded')
    return 'Compounded drug is entered. Ask which unlisted code this payer wants, and describe the drug in item 19.';
  return hcpcs
    ? `The code on this claim is ${hcpcs}, for ${formatDate(dateOfService)}. Was it so on what was sent?`
    : 'The worksheet has no code for this drug.';
}

function lastFillSays({ lastFillOn, dateOfService }: Encounter): string {
  if (lastFillOn === null || lastFillOn > dateOfService)
    return `The date of service is ${formatDate(dateOfService)}. The day of the fill before is not entered.`;
  return (
    `The fill before was on ${formatDate(lastFillOn)}, ${formatDays(daysBetween(lastFillOn, dateOfService))} ` +
    `before ${formatDate(dateOfService)}.`
  );
}

/** What the claim and its payer say to the codes of a remittance: each fact once. */
export function saidOnClaim(reading: RemittanceReading, claim: PreparedClaim): readonly Check[] {
  const names = new Set(reading.codes.map(({ code }) => code));
  const on: OnClaim = { claim, encounter: claim.encounter, reading, names };
  const said = facts.flatMap(({ of, says, rows }) => {
    const text = of.some((code) => names.has(code)) ? says(on) : null;
    return text === null ? [] : [check(text, ...rows)];
  });
  return said.filter(({ says }, place) => said.findIndex((other) => other.says === says) === place);
}
