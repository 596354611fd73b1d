import type { CodeSelection, HcpcsCode } from './claim';
import type { Encounter } from './encounter';
import { formatMass, isSameStrength } from './quantity';

/** The facts that a code is selected from. */
export type CodeFacts = Pick<Encounter, 'drugSource' | 'route' | 'purpose' | 'strength' | 'opened'>;

/**
 * The HCPCS code for an encounter, or none with the reason. Compounded drug has no ordinary code (row 1.9);
 * drug that the practice did not buy has no drug line (section 5).
 */
export function selectCode(encounter: CodeFacts, codes: readonly HcpcsCode[]): CodeSelection {
  if (encounter.drugSource === 'supplied') {
    return none('The practice did not buy the drug, so the claim has no drug line: only the procedure is billed.', '5 supplied');
  }
  if (encounter.drugSource === 'compounded') {
    return none('Compounded baclofen is not billed with the code for the marketed drug, so no code is selected.', '1.9');
  }
  const code = codes.find(({ selectedFor }) => describes(selectedFor, encounter));
  if (!code) return none('No HCPCS code read describes baclofen given by this route.', '1.7');
  const { hcpcs, descriptor, hcpcsDosage, row } = code;
  const wording = descriptor ? `${hcpcs}, “${descriptor.long}” (short: ${descriptor.short})` : `${hcpcs}, in no code list read`;
  return { code, how: [{ says: `${wording}: one unit is ${formatMass(hcpcsDosage)}.`, rows: [row] }] };
}

function describes({ routes, purposes, strength }: HcpcsCode['selectedFor'], encounter: CodeFacts): boolean {
  if (!routes.includes(encounter.route) || !purposes.includes(encounter.purpose)) return false;
  if (strength === null) return true;
  const told = encounter.opened.length > 0 ? encounter.opened.map((row) => row.strength) : encounter.strength ? [encounter.strength] : [];
  return told.every((each) => isSameStrength(each, strength));
}

const none = (says: string, row: string): CodeSelection => ({ code: null, how: [{ says, rows: [row] }] });
