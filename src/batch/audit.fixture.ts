import { day, type IsoDate } from '../engine/dated';
import type { Encounter } from '../engine/encounter';
import type { Ndc11 } from '../engine/ndc';
import { prepareClaim } from '../engine/prepare-claim';
import { noTables } from '../engine/published-tables';
import { feeFromDigits, mg, unitsOf, type Money } from '../engine/quantity';
import { fill } from '../rules/encounter.fixture';
import { ruleBook } from '../rules/index';
import type { AuditRow } from './audit';
import { dueReader } from './audit-due';
import type { BilledLine } from './audit-line';
import type { RunTold } from './run';

export const money = (digits: string): Money => {
  const read = feeFromDigits(digits);
  if (!read) throw new Error(digits);
  return read;
};

/** A vial of 40 mg, so much of it given, the rest thrown away and written down. */
export const ofForty = (given: number, change: Partial<Encounter> = {}): Encounter => ({
  ...fill(mg(given), mg(40 - given), mg(40)),
  preparedOn: day('2026-11-28'),
  dateOfService: day('2026-10-05'),
  ...change,
});

export type Told = Partial<Omit<BilledLine, 'paid' | 'charge' | 'units' | 'ndc'>> & {
  readonly paid?: string | null;
  readonly charge?: string;
  readonly ndc?: Ndc11;
};

let lines = 0;
/** Rows of one claim: an encounter, and its lines as billers write them, as "J0475 x3; J0475-JW x1". */
export function rowsOf(encounter: Encounter | null, billed: string, told: Told = {}): readonly AuditRow[] {
  const due = encounter && dueReader()(prepareClaim(encounter, ruleBook));
  return billed.split('; ').map((text): AuditRow => {
    lines += 1;
    const day = encounter?.dateOfService ?? told.day ?? null;
    return { line: told.line ?? lines, billed: { ...lineOf(text, told, lines), day }, due, problem: null };
  });
}

function lineOf(text: string, { paid = null, charge, ndc, ...told }: Told, line: number): BilledLine {
  const [, codes = '', units] = /^(\S+) x(\d+)$/.exec(text) ?? [];
  const [code = '', ...modifiers] = codes.split('-');
  return {
    line,
    patient: `PT-${line}`,
    claimNumber: `C-${line}`,
    day: null,
    code,
    units: unitsOf(Number(units)),
    modifiers,
    ndc: ndc ?? null,
    charge: charge === undefined ? null : money(charge),
    paid: paid === null ? null : money(paid),
    isReversal: false,
    original: '',
    replaces: false,
    biller: '',
    ...told,
  };
}

export const today: IsoDate = day('2026-11-28');

/** A run without columns, profiles or tables of its own. */
export const bareRun: RunTold = { mapping: {}, clinic: { profiles: [], tables: noTables }, today };
