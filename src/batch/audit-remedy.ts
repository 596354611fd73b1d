import { aYearAfter, daysAfter, daysBetween, formatDate, formatDays, type IsoDate } from '../engine/dated';
import { noMoney, isMoreMoney } from '../engine/quantity';
import { cite } from '../rules/cite';
import type { Cause } from './audit-compare';
import type { CorrectionWay, Due } from './audit-due';
import type { AtRisk } from './audit-money';

export const actions = ['refund', 'reopening', 'appeal', 'corrected-claim', 'ask', 'nothing'] as const;
/** What is to be done first about a finding. */
export type Action = (typeof actions)[number];

export const actionTitles = {
  refund: 'Refund',
  reopening: 'Reopening',
  appeal: 'Appeal',
  'corrected-claim': 'Corrected claim',
  ask: 'Ask the payer',
  nothing: 'Nothing to send',
} as const satisfies Record<Action, string>;

export type Remedy = {
  readonly action: Action;
  /** What to do, in a sentence or two. */
  readonly says: string;
  /** The last day that is known to be in time; null: none is known, and `byWhen` says why. */
  readonly by: IsoDate | null;
  readonly byWhen: string;
  /** Of a refund: the last day on which the claim itself can be mended, counted from the service. */
  readonly mendBy?: IsoDate;
  /** Of an appeal: it is over for every notice that is dated before this day, which lies after the service. */
  readonly noticeFrom?: IsoDate;
  readonly rows: readonly string[];
};

type Case = {
  readonly due: Due;
  readonly cause: Cause;
  readonly risk: AtRisk | null;
  readonly isUnpaid: boolean;
  readonly today: IsoDate;
};

/** What to do about a finding, by when, and who says so. */
export function remedyOf(of: Case): Remedy {
  const { due, cause, risk, isUnpaid } = of;
  if (cause === 'outside-authorization') return askThePlan(of);
  if (cause === 'over-limit' && !isUnpaid) return keepTheRecord;
  const isOver = risk ? isMoreMoney(risk.toReturn, noMoney) : returned.includes(cause);
  if (isOver && !isUnpaid) return refund(of);
  if (due.way === 'medicare') return isUnpaid ? unpaidPartB(of) : partB(of);
  if (due.way === 'facility') return adjustment(of);
  return replacement(of);
}

const returned: readonly Cause[] = ['over-containers', 'units-over', 'waste-twice', 'two-claims', 'code'];

const keepTheRecord: Remedy = {
  action: 'nothing',
  says: 'Check the dose and the labels. If they are right, keep the order, the dose, the waste and the need at hand.',
  by: null,
  byWhen: 'No time runs while the claim stands as paid.',
  rows: cite('3.4 whole day', '3.7'),
};

function askThePlan({ due: { day, retroactiveDays } }: Case): Remedy {
  const by = retroactiveDays === null ? undefined : daysAfter(day, retroactiveDays);
  return {
    action: 'ask',
    says: 'Ask the plan whether it covers this day and these units after all. Keep the answer.',
    by: by ?? null,
    byWhen: by
      ? `The profile allows ${formatDays(retroactiveDays ?? 0)} after the service.`
      : 'No policy read says how long after the service a plan may be asked.',
    rows: cite('7.6', '8'),
  };
}

const how = {
  medicare: 'Ask for a reopening that takes the units down, and return the money.',
  facility: 'Send an adjustment claim (bill type xx7), and return the money.',
  advantage: 'Send a replacement claim (7), or take the claim back (8). Return the money as the plan wants it.',
  medicaid: 'Send a replacement claim (7), or take the claim back (8). Return the money as the state wants it.',
  plan: 'Send a replacement claim (7), or take the claim back (8). Return the money as the contract says.',
  other: 'Ask the payer how it takes money back.',
  'self-pay': 'Return the money to the patient.',
} as const satisfies Record<CorrectionWay, string>;

function refund({ due: { way, day }, today }: Case): Remedy {
  if (way === 'medicare' || way === 'facility') {
    const mendBy = aYearAfter(day);
    const [mended, later] =
      way === 'medicare'
        ? ['A reopening', 'With good cause it has 4.']
        : ['An adjustment claim', 'Later it is a reopening, with Q at the end.'];
    const ends = `${mendBy < today ? 'which ended on' : 'until'} ${formatDate(mendBy)}`;
    const year = `${mended} has 1 year, counted from the service, ${ends}. ${later}`;
    return {
      action: 'refund',
      says: how[way],
      by: daysAfter(today, daysToReturn) ?? null,
      byWhen: `Medicare wants it within ${daysToReturn} days after it was found. Counted from this audit. ${year}`,
      mendBy,
      rows:
        way === 'medicare'
          ? cite('8 overpayment', '8 reopening', '8 reopening limits')
          : cite('8 overpayment', '8 adjustment'),
    };
  }
  return {
    action: 'refund',
    says: how[way],
    by: null,
    byWhen: 'By when this payer wants it back was not read. Look into the contract or ask.',
    rows: cite('8 replacement', '8 plan appeals'),
  };
}

/** Row 8 overpayment. */
const daysToReturn = 60;

/** The year of a reopening or an adjustment, counted from the service: the earliest day that it can run from. */
function withinAYear(day: IsoDate, today: IsoDate, after: string): Pick<Remedy, 'by' | 'byWhen'> {
  const by = aYearAfter(day);
  return { by, byWhen: by < today ? `The year since the service ended on ${formatDate(by)}. ${after}` : after };
}

/** Row 8 redetermination: 120 days from receipt, which is 5 days after the date of the notice. */
const daysOfNotice = 125;

/**
 * The time of an appeal runs from a notice that the file does not hold, and no notice is older than its service. So a
 * late service says which notices are still in time.
 */
function fromNotice(day: IsoDate, today: IsoDate): Pick<Remedy, 'by' | 'byWhen' | 'noticeFrom'> {
  const byWhen = 'Within 120 days after you got the notice, whose date is not in the file.';
  const noticeFrom = daysAfter(today, -daysOfNotice);
  if (!noticeFrom || noticeFrom <= day) return { by: null, byWhen };
  const after = formatDays(daysBetween(day, noticeFrom));
  const only = `In time only if it is dated ${formatDate(noticeFrom)} or later, ${after} after the service.`;
  return { by: null, byWhen: `${byWhen} ${only}`, noticeFrom };
}

function partB({ due: { day }, cause, today }: Case): Remedy {
  if (cause === 'waste-not-billed')
    return {
      action: 'appeal',
      says: 'A reopening adds no line, Noridian says. Appeal for the JW line, or ask the contractor how it adds one.',
      ...fromNotice(day, today),
      rows: cite('8 reopening limits', '8 redetermination'),
    };
  const isModifier = cause === 'modifier-missing' || cause === 'modifier-wrong' || cause === 'jz-beside-waste';
  return {
    action: 'reopening',
    says: isModifier
      ? 'Ask for a reopening. Noridian takes modifiers so; ask your contractor whether JW and JZ are among them.'
      : 'Ask for a reopening of the slip, with the record of dose and containers.',
    ...withinAYear(day, today, '1 year, and 4 years with good cause. Counted from the service; the notice is later.'),
    rows: cite('8 reopening', '8 reopening limits'),
  };
}

function unpaidPartB({ due: { day }, cause, today }: Case): Remedy {
  if (cause === 'over-limit')
    return {
      action: 'appeal',
      says: 'If the units are right, appeal with the order, the dose, the waste and the need.',
      ...fromNotice(day, today),
      rows: cite('8 above MUE', '8 redetermination', '3.7'),
    };
  return {
    action: 'corrected-claim',
    says: 'If the notice has MA130, send a new, right claim. If not, ask for a reopening or appeal.',
    ...withinAYear(day, today, 'Medicare takes a new claim within one calendar year of the service.'),
    rows: cite('8 returned', '8 filing', '8 reopening'),
  };
}

const adjustment = ({ due: { day }, today }: Case): Remedy => ({
  action: 'corrected-claim',
  says: 'Send an adjustment claim: the bill type ends in 7, with the number of the claim (DCN).',
  ...withinAYear(day, today, 'One year from the service; later a reopening, with Q at the end.'),
  rows: cite('8 adjustment'),
});

const rowsOfPlan = {
  advantage: cite('8 replacement', '8 advantage'),
  medicaid: cite('8 replacement', '8 Medicaid'),
  plan: cite('8 replacement', '8 plan appeals'),
  other: cite('8 steps'),
  'self-pay': cite('2b self-pay'),
} as const;

function replacement({ due: { way, day, filingDays } }: Case): Remedy {
  const of = way === 'medicare' || way === 'facility' ? 'plan' : way;
  const by = filingDays === null ? undefined : daysAfter(day, filingDays);
  if (of === 'self-pay' || of === 'other')
    return {
      action: 'ask',
      says: of === 'other' ? 'Ask the payer how it takes a corrected claim.' : 'Correct the patient’s bill.',
      by: null,
      byWhen: 'No time of this payer was read.',
      rows: rowsOfPlan[of],
    };
  return {
    action: 'corrected-claim',
    says: 'Send a replacement claim (7) with the payer’s own claim number, whole.',
    by: by ?? null,
    byWhen: by
      ? `The profile allows ${formatDays(filingDays ?? 0)} from the service. Ask whether a replacement has the same.`
      : 'The contract or the state sets the time. It is not on file.',
    rows: rowsOfPlan[of],
  };
}
