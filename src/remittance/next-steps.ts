import type { IsoDate } from '../engine/dated';
import type { PreparedClaim } from '../engine/prepared-claim';
import {
  digitsOfMoney,
  formatMoney,
  isMoreMoney,
  negatedMoney,
  noMoney,
  sumOfMoney,
  type Money,
} from '../engine/quantity';
import { inWords } from '../engine/typed';
import type { RowId } from '../rules/citations';
import type { Way } from '../rules/denial-on-claim';
import type { RemittanceReading } from '../rules/read-remittance';
import {
  codesByName,
  groupWords,
  type GroupCode,
  neverThePatients,
  type RemittanceCode,
  type StepLetter,
} from '../rules/remittance-codes';
import { isOfOwnPayer, wayOfAnswer } from './answering-payer';
import { deadlineOf, firstOpen, isOver, type Deadline, type Timed } from './deadlines';
import { dayOf } from './match-claims';
import { isTelling, ofPatient, outcomeOf, shareOf, type Judged, type Outcome, type Share } from './outcome';
import type { Adjustment, RemittedClaim } from './remittance';

/** What is done next about a line. */
export const nextStepWords = {
  nothing: 'Nothing to do',
  hold: 'Do not post it. Ask the payer for a corrected remittance',
  wait: 'Wait',
  'bill-patient': 'Bill the patient, or the next payer',
  'next-payer': 'Bill the next payer',
  'new-claim': 'Send a new claim',
  'corrected-claim': 'Send a corrected claim (7) with the payer’s number',
  'adjustment-claim': 'Send an adjustment claim: the type of bill ends in 7',
  reopening: 'Ask for a reopening',
  appeal: 'Appeal',
  'next-appeal': 'Appeal to the next level',
  'ask-plan': 'Ask the plan if it still takes a request for preauthorization',
  send: 'Send what was asked for',
  'other-payer': 'Find the right payer, or the one that pays first',
  'bill-snf': 'Bill the skilled nursing facility (SNF)',
  'write-off': 'Write it off',
  'find-first': 'Find the first claim',
  exception: 'Look for an exception to the filing limit',
  call: 'Call the payer',
} as const;
export type StepKind = keyof typeof nextStepWords;

export type NextStep = {
  readonly kind: StepKind;
  /** Why: the codes that ask for it, in words, and what is to be known. */
  readonly says: string;
  readonly amount: Money | null;
  readonly deadline: Deadline | null;
  readonly rows: readonly [RowId, ...RowId[]];
};
/** A way that does not lead on, and why. */
export type WrongWay = { readonly kind: StepKind | 'post'; readonly says: string; readonly rows: NextStep['rows'] };

/** An amount that something is to be done about, and what first. */
export type Ask = {
  readonly share: Share;
  /** Null where it is not known. */
  readonly amount: Money | null;
  readonly step: NextStep;
};

export type NextSteps = {
  readonly outcome: Outcome;
  /** Each amount by what it asks for first; none where nothing is left to do. */
  readonly asks: readonly Ask[];
  /** What to do first, then what is left if that does not help. */
  readonly steps: readonly [NextStep, ...NextStep[]];
  readonly wrong: readonly WrongWay[];
  /** By when it may be appealed where too little was paid; null where this payer takes no appeal. */
  readonly appealBy: Deadline | null;
};

/** One line of an answer, with what is known of its claim. */
export type Answered = {
  readonly judged: Judged;
  readonly claim: RemittedClaim;
  /** The clinic’s own claim; null while none is matched. */
  readonly own: PreparedClaim | null;
  /** When the remittance was made, else when it was paid. */
  readonly notice: IsoDate | null;
  readonly today: IsoDate;
  /** Of a payment that is taken back: whether the correction is here. */
  readonly isCorrected: boolean;
};

/** All that the steps hang on, worked out once. */
type Facts = Answered & {
  readonly outcome: Outcome;
  readonly way: Way;
  readonly remarks: readonly string[];
  readonly telling: readonly Adjustment[];
};

/** The next step of a line: by group, reason, remark and payer, on the facts of its claim. */
export function nextStepsOf(answered: Answered): NextSteps {
  const { judged, claim } = answered;
  const reading = readingOf(judged, claim);
  const facts: Facts = {
    ...answered,
    outcome: outcomeOf(judged),
    way: wayOfAnswer(claim, reading, answered.own),
    remarks: reading.codes.filter(({ kind }) => kind === 'RARC').map(({ code }) => code),
    telling: judged.adjustments.filter(isTelling),
  };
  const wrong = wrongWays(facts);
  const refused = new Set<string>(wrong.map(({ kind }) => kind));
  const cuts = cutsOf(facts);
  const asked = unique(cuts.flatMap(({ steps }) => steps));
  const [first, ...others] = openFirst(asked.filter(({ kind }) => !refused.has(kind)));
  return {
    outcome: facts.outcome,
    asks: asksOf(cuts, refused),
    steps: [first ?? nothingLeft(asked), ...others],
    wrong,
    appealBy: facts.way.appeals ? deadlineOf('appeal', facts.way.id, datesOf(facts), facts.own) : null,
  };
}

/** An amount with all that it asks for. */
type Cut = { readonly share: Share; readonly amount: Money | null; readonly steps: readonly NextStep[] };

const done: readonly StepKind[] = ['nothing', 'write-off'];

/** What each amount asks for first, of those ways that lead on; alike ones together. */
function asksOf(cuts: readonly Cut[], refused: ReadonlySet<string>): readonly Ask[] {
  const asks = new Map<string, Ask>();
  for (const { share, amount, steps } of cuts) {
    if (steps.every(({ kind }) => done.includes(kind))) continue;
    const open = openFirst(steps.filter(({ kind }) => !refused.has(kind)));
    const first = open[0] ?? nothingLeft(steps);
    // A first step without a day must not hide the day of the next.
    const deadline = first.deadline?.last
      ? first.deadline
      : (firstOpen(open.map((each) => each.deadline)) ?? first.deadline);
    const key = `${share} ${first.kind}`;
    const before = asks.get(key);
    const both = before ? (before.amount && amount ? sumOfMoney([before.amount, amount]) : null) : amount;
    asks.set(key, {
      share,
      amount: both,
      step: { ...(before?.step ?? first), deadline: before?.step.deadline ?? deadline },
    });
  }
  return [...asks.values()];
}

/** Where there was nothing to do, or nothing that may be done. */
const nothingLeft = (asked: readonly NextStep[]): NextStep =>
  asked.length === 0
    ? plainStep('nothing', 'All that was not paid is written off, or was paid before.', '8 steps')
    : plainStep('call', 'No way that was read leads on. Ask the payer what is left.', '8 steps');

/** A line’s codes with those of its claim, as the rules on single codes take them. */
export function readingOf({ adjustments, remarks }: Judged, claim: RemittedClaim): RemittanceReading {
  const all = [...new Set([...remarks, ...claim.remarks])];
  const names = [...new Set([...adjustments.map(({ reason }) => reason), ...all])];
  const codes = names.flatMap((name) => codesByName.get(name) ?? []);
  const groupOf = (group: string): GroupCode | null => (Object.hasOwn(groupWords, group) ? (group as GroupCode) : null);
  return {
    problem: null,
    groups: [...new Set(adjustments.flatMap(({ group }) => groupOf(group) ?? []))],
    codes,
    adjustments: adjustments.map(({ group, reason, amount }) => ({
      group: groupOf(group),
      code: reason,
      amount: digitsOfMoney(amount),
    })),
    unknown: names.filter((name) => !codesByName.has(name)),
    notCodes: [],
  };
}

const plainStep = (kind: StepKind, says: string, ...rows: NextStep['rows']): NextStep => ({
  kind,
  says,
  amount: null,
  deadline: null,
  rows,
});

function cutsOf(facts: Facts): readonly Cut[] {
  const { outcome, judged, claim, isCorrected } = facts;
  const only = (amount: Money | null, step: NextStep): readonly Cut[] => [{ share: 'open', amount, steps: [step] }];
  if (outcome === 'held')
    return only(judged.charge, plainStep('hold', judged.holds[0]?.says ?? 'An amount is missing.', '8 steps'));
  if (outcome === 'taken-back')
    return only(
      judged.paid && negatedMoney(judged.paid),
      isCorrected
        ? plainStep('nothing', 'The payment is taken back, and its correction is here. Post both.', '8 steps')
        : plainStep('wait', 'The payment is taken back. Its correction may come in another file.', '8 steps'),
    );
  if (claim.status === '25')
    return only(null, plainStep('nothing', 'It was worked out before the service. It is no payment.', '8'));
  if (claim.status === '23')
    return only(
      judged.charge,
      plainStep('wait', `It is not this payer’s. It was sent on${sentOnTo(claim)}.`, '8 steps'),
    );
  const ofPatients = patientSteps(facts);
  return [
    ...(ofPatients.length > 0
      ? [{ share: 'patient' as const, amount: ofPatient(judged.adjustments), steps: ofPatients }]
      : []),
    ...facts.telling.map((adjustment) => {
      const share = shareOf(adjustment);
      // What the patient is asked for stands there already, and may be appealed all the same.
      const amount = share === 'patient' ? noMoney : adjustment.amount;
      return { share, amount, steps: stepsOfReason(adjustment, facts) };
    }),
    ...judged.adjustments.filter(isUnborne).map(cutOfNobody),
  ];
}

const cutOfNobody = ({ group, reason, amount }: Adjustment): Cut => {
  const says = `${group}-${reason}: ${codesByName.get(reason)?.means ?? ''} The group does not say who bears it.`;
  return { share: 'open', amount, steps: [plainStep('call', says, '8 groups')] };
};

/** An amount that is no denial by its reason, in a group by which nobody bears it. */
const isUnborne = (adjustment: Adjustment): boolean =>
  !isTelling(adjustment) && shareOf(adjustment) === 'open' && isMoreMoney(adjustment.amount, noMoney);

const sentOnTo = ({ sentOnTo: to }: RemittedClaim): string => (to === '' ? '' : ` to ${to}`);

const qmbRemarks = ['N781', 'N782', 'N783'];
const sentOnRemarks = ['MA07', 'MA18'];
const sentOnStatuses = ['19', '20', '21'];
const isSentOn = ({ claim, remarks }: Facts): boolean =>
  claim.sentOnTo !== '' ||
  sentOnStatuses.includes(claim.status) ||
  sentOnRemarks.some((each) => remarks.includes(each));
const isQmb = ({ remarks }: Facts): boolean => qmbRemarks.some((each) => remarks.includes(each));
/** What group PR leaves, and who is asked for it. */
function patientSteps(facts: Facts): readonly NextStep[] {
  const { judged, claim } = facts;
  const amount = ofPatient(judged.adjustments);
  if (!isMoreMoney(amount, noMoney)) return [];
  const own = judged.adjustments.filter((each) => shareOf(each) === 'patient');
  const reasons = own.map(({ reason }) => `PR-${reason}`);
  const what = `${formatMoney(amount)} by ${inWords([...new Set(reasons)])}.`;
  const of = (kind: StepKind, says: string, ...rows: NextStep['rows']): readonly NextStep[] => [
    { kind, says: `${what} ${says}`, amount, deadline: null, rows },
  ];
  if (isSentOn(facts)) return of('wait', `The claim was sent on${sentOnTo(claim)}. Wait for that answer.`, '8 steps');
  if (isQmb(facts)) return of('next-payer', 'The patient has QMB and is not billed.', '10 share QMB');
  return of('bill-patient', groupWords.PR, '8 groups');
}

/** What one reason asks for; where it says too little, what its remarks ask for. */
function stepsOfReason(adjustment: Adjustment, facts: Facts): readonly NextStep[] {
  const code = codesByName.get(adjustment.reason);
  if (!code)
    return [
      plainStep(
        'call',
        `${adjustment.group}-${adjustment.reason} is not on file here. Look it up, or ask the payer.`,
        '8 codes later',
      ),
    ];
  const remarks = facts.remarks.flatMap((each) => codesByName.get(each) ?? []).filter(({ alert }) => !alert);
  const letters = lettersOf(code, remarks);
  const isPatients = adjustment.group === 'PR' && !neverThePatients.includes(code.code);
  return letters
    .filter((letter) => !(letter === 'P' && adjustment.group !== 'PR') && !(isPatients && 'PW'.includes(letter)))
    .concat(letters.every((letter) => letter === 'P') && !isPatients ? ['W'] : [])
    .map((letter) => stepOf(letter, adjustment, remarks, facts));
}

/** The steps of a reason, then those of its remarks; a reason that only points to them leaves it to them. */
function lettersOf({ steps }: RemittanceCode, remarks: readonly RemittanceCode[]): readonly StepLetter[] {
  const ofRemarks = remarks.flatMap((remark) => remark.steps);
  const isLeft = steps[0] === 'R';
  const own = steps.filter((letter) => letter !== 'R');
  const all = isLeft ? [...ofRemarks, ...own] : [...own, ...ofRemarks.filter((letter) => letter !== 'L')];
  const found = [...new Set(all)];
  if (isLeft && ofRemarks.length === 0) return ['C', ...found];
  return found.length > 0 ? found : ['C'];
}

const correctBy: Readonly<Record<Way['id'], StepKind>> = {
  returned: 'new-claim',
  medicare: 'reopening',
  facility: 'adjustment-claim',
  clinic: 'adjustment-claim',
  advantage: 'corrected-claim',
  commercial: 'corrected-claim',
  medicaid: 'corrected-claim',
  other: 'call',
  'self-pay': 'call',
};

const kindsOfLetters: Readonly<Record<StepLetter, StepKind>> = {
  P: 'bill-patient',
  W: 'write-off',
  F: 'corrected-claim',
  A: 'appeal',
  T: 'ask-plan',
  G: 'appeal',
  O: 'other-payer',
  S: 'send',
  B: 'bill-snf',
  D: 'find-first',
  R: 'call',
  N: 'new-claim',
  H: 'wait',
  C: 'call',
  I: 'nothing',
  L: 'call',
};

/** A letter as a step of this payer, with its deadline. */
function stepOf(
  letter: StepLetter,
  { group, reason }: Adjustment,
  remarks: readonly RemittanceCode[],
  facts: Facts,
): NextStep {
  const kind = kindOf(letter, reason, facts);
  const because = `${group}-${reason}: ${codesByName.get(reason)?.means ?? ''}`;
  const told = remarks
    .filter(({ steps }) => steps.some((each) => kindOf(each, reason, facts) === kind))
    .map(({ code, means }) => `${code}: ${means}`);
  const more = [...told, ...moreOf(kind, facts), ...ofAnother(kind, facts)];
  return {
    kind,
    says: [because, ...more].join(' '),
    amount: null,
    deadline: isTimed(kind) ? deadlineOf(kind, facts.way.id, datesOf(facts), ofPayer(facts)) : null,
    rows: rowsOf[kind] ?? ['8 steps'],
  };
}

/** The claim, where the payer that it is for answered: the days of its profile are no other payer’s. */
const ofPayer = ({ own, claim }: Facts): PreparedClaim | null => (own && isOfOwnPayer(claim, own) ? own : null);

const isOfMedicare = ({ id }: Way): boolean => id === 'medicare' || id === 'facility' || id === 'clinic';

function kindOf(letter: StepLetter, reason: string, { way }: Facts): StepKind {
  const isReturned = way.id === 'returned';
  if (isReturned && ['F', 'A', 'S', 'R', 'W', 'N'].includes(letter)) return 'new-claim';
  if (letter === 'F') return correctBy[way.id];
  if (letter === 'A' || letter === 'G') {
    if (isOfMedicare(way) && reason === '29') return 'exception';
    if (!way.appeals) return 'call';
    return reason === '193' ? 'next-appeal' : 'appeal';
  }
  // Medicare Part B takes a new claim only where it did not process the first one.
  if (letter === 'N' && way.id === 'medicare') return 'reopening';
  if (letter === 'I' && reason === '18') return 'find-first';
  return kindsOfLetters[letter];
}

const isTimed = (kind: StepKind): kind is Timed =>
  ['new-claim', 'corrected-claim', 'adjustment-claim', 'reopening', 'appeal', 'next-appeal'].includes(kind);

const datesOf = ({ claim, own, notice, today }: Facts) => ({
  service: dayOf(claim) ?? own?.encounter.dateOfService ?? null,
  notice,
  today,
});

const rowsOf: Readonly<Partial<Record<StepKind, NextStep['rows']>>> = {
  'new-claim': ['8 returned', '8 filing'],
  'corrected-claim': ['8 replacement'],
  'adjustment-claim': ['8 adjustment'],
  reopening: ['8 reopening', '8 reopening limits'],
  appeal: ['8 steps', '8 appeal letter'],
  'next-appeal': ['8 later appeals'],
  'bill-snf': ['2b SNF'],
  exception: ['8 filing exceptions'],
};

/** What is to be known of a step on this claim. */
function moreOf(kind: StepKind, { claim, remarks }: Facts): readonly string[] {
  if (kind === 'reopening' && remarks.includes('N822'))
    return ['A reopening adds no line: for a JW line that was left out, appeal.'];
  if (kind === 'corrected-claim' && claim.payerNumber.trim() === '')
    return ['The file does not tell the payer’s claim number. Ask for it first.'];
  if (kind === 'appeal' && remarks.includes('N362')) return ['Check the units first.'];
  return [];
}

/** Why the way and the days are not those of the payer that the claim is for. */
const ofAnother = (kind: StepKind, facts: Facts): readonly string[] =>
  isTimed(kind) && facts.own && !ofPayer(facts)
    ? ['Another payer answered than the one that the claim is for. This is its way.']
    : [];

/** Each kind of step once, with the first reason for it. */
function unique(steps: readonly NextStep[]): readonly NextStep[] {
  const seen = new Set<StepKind>();
  const useful = steps.some(({ kind }) => kind !== 'nothing') ? steps.filter(({ kind }) => kind !== 'nothing') : steps;
  return useful.filter(({ kind }) => !seen.has(kind) && Boolean(seen.add(kind)));
}

/** What is still open before what has run out. */
const openFirst = (steps: readonly NextStep[]): readonly NextStep[] => [
  ...steps.filter(({ deadline }) => !isOver(deadline)),
  ...steps.filter(({ deadline }) => isOver(deadline)),
];

type Refusal = { readonly if: (facts: Facts) => boolean } & WrongWay;
const has = ({ judged, remarks }: Facts, code: string): boolean =>
  judged.adjustments.some(({ reason }) => reason === code) || remarks.includes(code);
const isProcessed = ({ way, outcome }: Facts): boolean =>
  way.id === 'medicare' && (outcome === 'denied' || outcome === 'short');

/** Ways that look right and are wrong, each with the reason. */
const refusals: readonly Refusal[] = [
  {
    if: ({ outcome }) => outcome === 'held',
    kind: 'post',
    says: 'What does not add up, or lacks an amount, is not posted.',
    rows: ['8 steps'],
  },
  {
    if: (facts) => has(facts, '23'),
    kind: 'post',
    says: 'The amount of 23 is what earlier payers paid and cut. Post only the rest.',
    rows: ['8 secondary'],
  },
  {
    if: ({ way }) => way.id === 'returned',
    kind: 'appeal',
    says: 'Medicare did not process the claim (MA130). There is nothing to appeal.',
    rows: ['8 returned'],
  },
  {
    if: ({ way }) => way.id === 'returned',
    kind: 'reopening',
    says: 'Medicare did not process the claim (MA130). There is nothing to reopen.',
    rows: ['8 returned'],
  },
  {
    if: (facts) => facts.way.id === 'returned' || isProcessed(facts),
    kind: 'corrected-claim',
    says: 'No text was found by which Part B takes a corrected claim (7).',
    rows: ['8 frequency'],
  },
  {
    if: isProcessed,
    kind: 'new-claim',
    says: 'Medicare processed the claim. Another one counts as new, and comes back as a duplicate.',
    rows: ['8 processed'],
  },
  {
    if: ({ telling, way }) => isOfMedicare(way) && telling.length > 0 && telling.every(({ reason }) => reason === '29'),
    kind: 'appeal',
    says: 'Medicare allows no appeal of a claim that was filed late.',
    rows: ['8 filing'],
  },
  {
    if: (facts) => has(facts, '253') && facts.telling.length === 0,
    kind: 'appeal',
    says: 'Sequestration (253) has no appeal, and the patient does not owe it.',
    rows: ['8 sequestration'],
  },
  {
    if: (facts) => has(facts, 'N211'),
    kind: 'appeal',
    says: 'The payer says that this may not be appealed (N211).',
    rows: ['8'],
  },
  {
    if: (facts) => has(facts, 'MA28'),
    kind: 'appeal',
    says: 'Without assignment you are no party to an appeal (MA28).',
    rows: ['8'],
  },
  {
    if: isSentOn,
    kind: 'next-payer',
    says: 'The claim was sent on to the next payer. Another one comes back as a duplicate.',
    rows: ['8 steps'],
  },
  {
    if: isQmb,
    kind: 'bill-patient',
    says: 'The patient has QMB and is never billed for this.',
    rows: ['10 share QMB'],
  },
  {
    if: (facts) => has(facts, '209'),
    kind: 'bill-patient',
    says: 'The patient may not be billed. Pay back what the patient paid (209).',
    rows: ['8'],
  },
  {
    if: ({ telling, judged }) =>
      telling.some(({ group }) => group === 'CO' || group === 'PI') && !judged.adjustments.some(isOfPatientOnly),
    kind: 'bill-patient',
    says: groupWords.CO,
    rows: ['8 groups'],
  },
  {
    if: (facts) => has(facts, '18') || has(facts, 'N522'),
    kind: 'new-claim',
    says: 'The claim was there already. A further one comes back as a duplicate as well.',
    rows: ['8'],
  },
];
const isOfPatientOnly = ({ group }: Adjustment): boolean => group === 'PR';

/** Each wrong way once, with the first reason against it. */
const wrongWays = (facts: Facts): readonly WrongWay[] =>
  refusals
    .filter((each) => each.if(facts))
    .filter(({ kind }, place, all) => all.findIndex((other) => other.kind === kind) === place)
    .map(({ kind, says, rows }) => ({ kind, says, rows }));
