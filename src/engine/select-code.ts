import type { CodeSelection, HcpcsCode } from './claim';
import type { Encounter } from './encounter';
import { formatMass, isSameStrength } from './quantity';
import type { RuleBook } from './rule-book';
import type { Step } from './citation';

/** The facts that a code is selected from. */
export type CodeFacts = Pick<
  Encounter,
  'drugSource' | 'route' | 'purpose' | 'strength' | 'opened' | 'payerConfirmation'
>;

/**
 * The HCPCS code for an encounter, or none with the reason. Compounded drug has the code that the payer named (row
 * 1.9);
 * drug that the practice did not buy has no drug line (section 5).
 */
export function selectCode(
  encounter: CodeFacts,
  { codes, compoundCodes }: Pick<RuleBook, 'codes' | 'compoundCodes'>,
): CodeSelection {
  if (encounter.drugSource === 'supplied') {
    return none({
      says: 'The practice did not buy the drug, so the claim has no drug line. Bill only the procedure.',
      rows: ['5 supplied'],
    });
  }
  if (encounter.drugSource === 'compounded') return confirmedCode(encounter, compoundCodes);
  const code = codes.find(({ selectedFor }) => describes(selectedFor, encounter));
  if (!code) return none({ says: 'No HCPCS code read describes baclofen given by this route.', rows: ['1.7'] });
  const { hcpcs, descriptor, hcpcsDosage, row } = code;
  const says = descriptor
    ? `${wordingOf(code)}: one unit is ${formatMass(hcpcsDosage)}.`
    : `${hcpcs} is in no code list read. Only the article that names it says that one unit is ` +
      `${formatMass(hcpcsDosage)}.`;
  return { code, how: [{ says, rows: [row] }] };
}

/**
 * The code that the payer named; while it has named none, those that contractors have named, so that the biller knows
 * what to ask.
 */
function confirmedCode({ payerConfirmation }: CodeFacts, compoundCodes: RuleBook['compoundCodes']): CodeSelection {
  const code = compoundCodes.find(({ hcpcs }) => hcpcs === payerConfirmation?.code);
  const never: Step = { says: 'Compounded baclofen is not billed with J0475 or J0476.', rows: ['1.9'] };
  if (!code)
    return none(
      never,
      { says: 'The payer has to name the code. None is picked yet.', rows: ['1.9'] },
      ...compoundCodes.map(({ named }) => named),
    );
  return {
    code,
    how: [
      never,
      { says: `The payer named ${wordingOf(code)}.`, rows: [code.row] },
      { says: 'One unit stands for the whole compound.', rows: ['1.9 units'] },
    ],
  };
}

const wordingOf = ({ hcpcs, descriptor }: Pick<HcpcsCode, 'hcpcs' | 'descriptor'>): string =>
  descriptor ? `${hcpcs}, “${descriptor.long}” (short: ${descriptor.short})` : hcpcs;

function describes({ routes, purposes, strength }: HcpcsCode['selectedFor'], encounter: CodeFacts): boolean {
  if (!routes.includes(encounter.route) || !purposes.includes(encounter.purpose)) return false;
  if (strength === null) return true;
  const { opened, strength: only } = encounter;
  const told = opened.length > 0 ? opened.map((each) => each.strength) : only ? [only] : [];
  return told.every((each) => isSameStrength(each, strength));
}

const none = (...how: readonly Step[]): CodeSelection => ({ code: null, how });
