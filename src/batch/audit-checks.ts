import { formatSpan } from '../engine/dated';
import { inWords } from '../engine/typed';
import { mueRead } from '../rules/mue';
import { specOf, type Column } from './columns';

/** How far the columns of a file let one check be made. */
export type Allowed = 'whole' | 'part' | 'none';

export type CheckOfColumns = {
  readonly title: string;
  readonly allowed: Allowed;
  /** What is missing and what that means, and how far its tables go; '' where there is nothing to say. */
  readonly says: string;
};

/** Columns of which one is enough. */
type AnyOf = readonly [Column, ...Column[]];
type Check = {
  readonly title: string;
  /** Without one of each there is no check. */
  readonly needs: readonly AnyOf[];
  /** Without these it is made in part, and this is what it then misses. */
  /** What is told of it whatever the columns are. */
  readonly note?: string;
  readonly better?: readonly { readonly of: AnyOf; readonly without: string }[];
};

const dose: readonly AnyOf[] = [['dose_given', 'instilled'], ['date_of_service'], ['billed_code'], ['billed_units']];
const opened: AnyOf = ['labeled_amount', 'container_count', 'containers'];
const waste: AnyOf = ['dose_wasted', 'leftover'];

const byClaim = {
  of: ['claim_number'] as const,
  without: 'Lines of one patient and day are taken for one claim.',
};
const whoPays = { of: ['payer', 'payer_profile'] as const, without: 'Claims without a payer are told as problems.' };

/** The days that the tables of daily limits cover. */
export const mueDays = inWords(mueRead.map(formatSpan));
const mueInWords =
  `Its tables cover ${mueDays}. ` +
  'On Medicare’s days between, the limit is that of both sides if they agree; other limits are left to a person.';

/** Each check, and the columns that it reads: the same that `compare` and `netted` look at. */
const checks: readonly Check[] = [
  {
    title: 'Units of the dose, and the code',
    needs: [...dose, opened],
    better: [byClaim, whoPays],
  },
  {
    title: 'Waste: not billed, or billed twice',
    needs: [...dose, opened, waste, ['billed_modifiers']],
    better: [byClaim, whoPays],
  },
  {
    title: 'Modifiers missing or wrong, JZ beside waste',
    needs: [...dose, opened, ['billed_modifiers']],
    better: [
      { of: waste, without: 'Without waste told, only claims without waste are checked.' },
      { of: ['bought_340b'], without: 'TB and JG are not checked; where one was billed, a person must look.' },
    ],
  },
  { title: 'More units than the containers hold', needs: [...dose, opened], better: [byClaim] },
  {
    title: 'NDC of another strength',
    needs: [...dose, opened, ['billed_ndc']],
    better: [{ of: ['ndc', 'containers'], without: 'Only the strength is compared, not the container.' }],
  },
  {
    title: 'Two claims of one patient and day',
    needs: [['patient_reference'], ['date_of_service'], ['billed_code'], ['billed_units'], ['dose_given', 'instilled']],
    better: [
      { of: ['claim_number'], without: 'Only the same line twice is seen.' },
      { of: ['billed_paid'], without: 'Whether both were paid is not told, so a person must look.' },
    ],
  },
  {
    title: 'Reversals and claims sent again',
    needs: [['billed_code'], ['billed_units'], ['reversal', 'billed_paid', 'frequency']],
    better: [
      { of: ['billed_paid'], without: 'A claim that was denied and sent again is not told from one paid twice.' },
      { of: ['reversal', 'frequency'], without: 'Only units below zero are taken for a reversal.' },
    ],
  },
  { title: 'Over the daily limit (MUE)', needs: [...dose, ['payer']], better: [byClaim], note: mueInWords },
  {
    title: 'Outside the authorization',
    needs: [...dose, ['authorization_status', 'authorization_number'], ['last_valid_date', 'units_approved']],
    better: [
      { of: ['last_valid_date'], without: 'Its days are not checked.' },
      { of: ['units_approved'], without: 'Its units are not checked.' },
      { of: ['units_used'], without: 'Units used are counted from this file alone.' },
    ],
  },
  {
    title: 'Money of what is found',
    needs: dose,
    better: [
      { of: ['billed_charge'], without: 'A charge below the payment limit is not seen.' },
      { of: ['billed_paid'], without: 'A claim that paid nothing counts like one that was paid.' },
    ],
  },
  { title: 'By biller', needs: [['biller']] },
];

const named = (of: AnyOf): string => of.map((column) => `“${specOf(column).label}”`).join(' or ');

/** Before an audit runs: which checks these columns allow, in whole, in part, or not at all. */
export function checksOf(used: readonly Column[]): readonly CheckOfColumns[] {
  const told = new Set(used);
  const lacks = (of: AnyOf) => !of.some((column) => told.has(column));
  return checks.map(({ title, needs, better = [], note }) => {
    const missing = needs.filter(lacks);
    if (missing.length > 0)
      return { title, allowed: 'none', says: `There is no column ${missing.map(named).join(', and none ')}.` };
    const worse = better.filter(({ of }) => lacks(of));
    return {
      title,
      allowed: worse.length > 0 ? 'part' : 'whole',
      says: [...worse.map(({ of, without }) => `Without ${named(of)}: ${without}`), ...(note ? [note] : [])].join(' '),
    };
  });
}
