import type { PreparedClaim } from '../engine/prepared-claim';

/** What the field's abbreviations stand for; those of modifiers as their HCPCS descriptors say it, in short. */
const meanings: Readonly<Record<string, string>> = {
  JW: 'drug amount discarded',
  JZ: 'zero drug amount discarded',
  KD: 'drug infused through equipment (DME)',
  JG: 'drug bought at the 340B discount',
  TB: 'drug bought at the 340B discount, for information',
  QJ: 'patient in state or local custody',
  MUE: 'medically unlikely edit, the most units of a day',
  NCCI: 'National Correct Coding Initiative',
  NUCC: 'National Uniform Claim Committee',
  NDC: 'National Drug Code',
  CARC: 'claim adjustment reason code',
  RARC: 'remittance advice remark code',
};

export type Abbreviation = { readonly short: string; readonly means: string };

/** The abbreviations that a claim’s lines and open findings use, each with what it stands for. */
export function abbreviationsIn({
  lines,
  findings,
}: Pick<PreparedClaim, 'lines' | 'findings'>): readonly Abbreviation[] {
  const open = findings.filter(({ verdict }) => verdict.outcome !== 'pass' && verdict.outcome !== 'not-applicable');
  const told = [
    ...lines.flatMap(({ modifiers }) => modifiers),
    ...open.flatMap(({ rule, verdict: { because, fix = '', denial } }) => [
      rule.title,
      because,
      fix,
      ...(denial && denial.carc.length > 0 ? ['CARC'] : []),
      ...(denial && denial.rarc.length > 0 ? ['RARC'] : []),
    ]),
  ].join(' ');
  const words = new Set(told.match(/\b[A-Z]{2,4}\b/g));
  return Object.entries(meanings).flatMap(([short, means]) => (words.has(short) ? [{ short, means }] : []));
}
