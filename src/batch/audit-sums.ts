import { monthNames } from '../engine/dated';
import type { AuditFinding } from './audit';
import type { Cause } from './audit-compare';
import { compareRisk, noneAtRisk, sumOfRisk, type AtRisk } from './audit-money';

export const groupings = ['payer', 'month', 'cause', 'biller'] as const;
export type AuditGrouping = (typeof groupings)[number];

export const groupingTitles = {
  payer: 'Payer',
  month: 'Month of service',
  cause: 'Cause',
  biller: 'Biller’s initials',
} as const satisfies Record<AuditGrouping, string>;

export const causeTitles = {
  code: 'Another code',
  'over-containers': 'More units than the containers hold',
  'units-over': 'Too many units',
  'units-under': 'Too few units',
  'waste-twice': 'Waste billed twice',
  'waste-not-billed': 'Waste not billed',
  'jz-beside-waste': 'JZ beside discarded units',
  'modifier-missing': 'Modifier missing',
  'modifier-wrong': 'Modifier wrong',
  'ndc-strength': 'NDC of another strength',
  'ndc-other': 'NDC of another container',
  'two-claims': 'Two claims of one patient and day',
  'over-limit': 'Over the daily limit (MUE)',
  'outside-authorization': 'Outside the authorization',
} as const satisfies Record<Cause, string>;

/** The check that found it, by its stable id. */
export const checkId = (cause: Cause): `audit/${Cause}` => `audit/${cause}`;

export type AuditSum = {
  readonly key: string;
  readonly name: string;
  readonly findings: number;
  readonly risk: AtRisk;
  /** Of how many the money is not known. */
  readonly unpriced: number;
};

/** "October 2026". */
const monthName = (month: string): string => `${monthNames[Number(month.slice(5)) - 1]} ${month.slice(0, 4)}`;

const keyOf = {
  payer: ({ payer }) => ({ key: payer, name: payer }),
  month: ({ day }) => ({ key: day.slice(0, 7), name: monthName(day.slice(0, 7)) }),
  cause: ({ cause }) => ({ key: cause, name: causeTitles[cause] }),
  biller: ({ biller }) => ({ key: biller, name: biller || 'Not told' }),
} as const satisfies Record<AuditGrouping, (finding: AuditFinding) => { key: string; name: string }>;

/** Findings put together, most money first; months in their order. */
export function sumsBy(findings: readonly AuditFinding[], by: AuditGrouping): readonly AuditSum[] {
  const groups = new Map<string, { name: string; risks: AtRisk[]; unpriced: number }>();
  for (const finding of findings) {
    const { key, name } = keyOf[by](finding);
    const group = groups.get(key) ?? { name, risks: [], unpriced: 0 };
    groups.set(key, group);
    if (finding.risk) group.risks.push(finding.risk);
    else group.unpriced += 1;
  }
  const sums = [...groups].map(([key, { name, risks, unpriced }]): AuditSum => ({
    key,
    name,
    findings: risks.length + unpriced,
    risk: risks.length > 0 ? sumOfRisk(risks) : noneAtRisk,
    unpriced,
  }));
  return sums.sort((one, other) =>
    by === 'month'
      ? one.key < other.key
        ? -1
        : 1
      : compareRisk(one.risk, other.risk) || other.findings - one.findings,
  );
}
