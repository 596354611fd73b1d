import { formatMoney, moneyLeft, sumOfMoney, type Money } from '../engine/quantity';
import { counted, inWords } from '../engine/typed';
import { casesTold } from '../rules/denial-codes';
import { readRemittanceCode } from '../rules/read-remittance';
import type { RemittanceCode } from '../rules/remittance-codes';
import type { Fill } from '../records/patient-fills';
import type { ReadKept } from '../records/clinic-records';
import { paidForDrugs } from '../records/paid-for-drugs';
import { tellingCodes } from '../records/telling-codes';
import { rowsOf, sumsOf, type Sums, type TherapyRow } from './therapy';

/** Claims that came back for the same cause. */
export type DenialCause = {
  readonly cause: string;
  readonly sums: Sums;
  /** How many of them in each month of service, the first month first. */
  readonly months: readonly TherapyRow[];
  /** Drug cost that neither payer nor patient pays, and of how many claims it is known. */
  readonly lost: { readonly sum: Money; readonly known: number };
  /** The findings that speak of its codes on these claims, that of most claims first. */
  readonly foreseenBy: readonly { readonly title: string; readonly claims: number }[];
};

/**
 * Why a claim came back: the case that its codes tell of; where they tell of several, its reason in the words of the
 * list. Null for a claim without codes, and for one whose codes deny nothing.
 */
export function causeOf({ record }: Fill, read: ReadKept): string | null {
  const { codes, unknown } = readRemittanceCode(record.remittanceCode);
  const telling = tellingCodes(record.remittanceCode);
  const of = (kind: RemittanceCode['kind']) => telling.filter((code) => code.kind === kind).map(({ code }) => code);
  const [told, ...others] = casesTold(of('CARC'), of('RARC'), telling.length > 0 ? read(record).claim : null);
  if (told?.found && others.length === 0) return told.found.title;
  const [reason] = telling;
  if (reason) return `${reason.code}: ${reason.means.replace(/\.$/, '')}`;
  return codes.length === 0 && unknown.length > 0 ? `${unknown[0]}: not on file` : null;
}

/** The claims that came back, by cause; that of most claims first. */
export function denialCauses(fills: readonly Fill[], read: ReadKept): readonly DenialCause[] {
  const byCause = new Map<string, Fill[]>();
  for (const fill of fills) {
    const cause = causeOf(fill, read);
    if (cause) byCause.set(cause, [...(byCause.get(cause) ?? []), fill]);
  }
  return [...byCause]
    .map(([cause, own]) => ({
      cause,
      sums: sumsOf(own),
      months: rowsOf(
        own.toSorted((one, other) => (one.on < other.on ? -1 : 1)),
        'month',
      ),
      lost: lostOf(own, read),
      foreseenBy: foreseenBy(own, read),
    }))
    .toSorted((one, other) => other.sums.fills - one.sums.fills);
}

function lostOf(fills: readonly Fill[], read: ReadKept): DenialCause['lost'] {
  const known = fills.flatMap((fill) => {
    const { claim } = read(fill.record);
    const paid = claim && paidForDrugs(fill, claim);
    return fill.cost && paid ? [moneyLeft(fill.cost, paid)] : [];
  });
  return { sum: sumOfMoney(known), known: known.length };
}

/** 16 alone says too little: its remarks name the finding. */
function foreseenBy(fills: readonly Fill[], read: ReadKept): DenialCause['foreseenBy'] {
  const counts = new Map<string, number>();
  for (const { record } of fills) {
    const codes = readRemittanceCode(record.remittanceCode).codes.filter(({ code }) => code !== '16');
    const isNamed = (names: readonly string[]) => codes.some(({ code }) => names.includes(code));
    const findings = read(record).claim?.findings ?? [];
    const titles = findings.flatMap(({ rule, verdict: { outcome, denial } }) =>
      isOpen(outcome) && denial && (isNamed(denial.carc) || isNamed(denial.rarc)) ? [rule.title] : [],
    );
    for (const title of new Set(titles)) counts.set(title, (counts.get(title) ?? 0) + 1);
  }
  return [...counts].map(([title, claims]) => ({ title, claims })).toSorted((one, other) => other.claims - one.claims);
}
const isOpen = (outcome: string): boolean => outcome !== 'pass' && outcome !== 'not-applicable';

/** What to change, in sentences: when it came, what it cost, and which finding speaks of it. */
export function causeSays({ sums: { fills }, months, lost, foreseenBy }: DenialCause): readonly string[] {
  const when = months.map(({ name, sums }) => `${name}: ${sums.fills}`).join(', ');
  const unknown = fills - lost.known;
  const ofOthers = unknown > 0 ? `; of ${counted(unknown, 'claim')} it is not known` : '';
  const cost =
    lost.known === 0
      ? 'What it cost is not known: the price, or what was paid for the drug, is not told.'
      : `${formatMoney(lost.sum)} of drug cost is not paid${ofOthers}.`;
  const findings = foreseenBy.map(({ title, claims }) => `“${title}” on ${counted(claims, 'claim')}`);
  return [
    `By month of service: ${when}.`,
    cost,
    findings.length > 0
      ? `Findings that speak of it: ${inWords(findings)}. Settle them before the next claim leaves.`
      : 'No open finding of these claims speaks of it.',
  ];
}
