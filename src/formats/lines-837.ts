import type { Resubmission, ServiceLine } from '../engine/claim';
import type { Encounter } from '../engine/encounter';
import { drugOf, linesOf, totalChargeOf } from '../engine/claim-lines';
import type { PreparedClaim } from '../engine/prepared-claim';
import { digitsOfMl, isSameMoney } from '../engine/quantity';
import type { ClaimForm } from './party-specs';
import { reasonsAgainstResubmission, withoutPoint, type Reason } from './written';
import { foreignCharacter, type Segment } from './x12';

/*
 * What the 837P and the 837I have in common of lines and diagnoses: what no validator of a guide sees, and the drug
 * of a line (rows 9.4, 9.6, form SV101-7, form 837 lines).
 */

/** What one claim of a guide takes. */
export type Limits = {
  readonly form: ClaimForm & ('837P' | '837I');
  readonly lines: number;
  readonly diagnoses: number;
};
/** Modifiers of a line: a fifth one would slide into its description without an error. */
const mostModifiers = 4;

/** Charges, their sum, modifiers, units and NDCs of all lines, and how many there are. */
export function reasonsAgainstLines(claim: PreparedClaim, limits: Limits): readonly Reason[] {
  const { form } = limits;
  const lines = linesOf(claim);
  return [
    ...reasonsAgainstCharges(claim, limits),
    ...(lines.length > limits.lines
      ? [{ says: `An ${form} claim takes ${limits.lines} lines, and this one has ${lines.length}.` }]
      : []),
    ...lines.flatMap((line) => reasonsAgainstLine(line, claim, limits)),
  ];
}

const [ofFirst, ofSecond] = ['chargePerUnit', 'beside.chargePerUnit'] as const;

function reasonsAgainstCharges(claim: PreparedClaim, { form }: Limits): readonly Reason[] {
  const { totalCharge } = claim;
  const lines = linesOf(claim);
  const sum = totalChargeOf(lines);
  const isOfDrug = (line: ServiceLine) => line.of !== 'service';
  const isOfFirst = (line: ServiceLine) => isOfDrug(line) && drugOf(line, claim) === claim;
  const uncharged = lines.filter((line) => line.charge === null);
  return [
    ...(uncharged.some(isOfDrug) || (totalCharge === null && uncharged.length === 0)
      ? [
          {
            says: `Enter the charge for a unit: every line of an ${form} has a charge.`,
            // The field of the second drug, where it alone lacks its charge.
            fact: !uncharged.some(isOfDrug) || uncharged.some(isOfFirst) ? ofFirst : ofSecond,
          } as const,
        ]
      : []),
    ...uncharged
      .filter((line) => !isOfDrug(line))
      .map(({ lineNumber, hcpcs }) => ({ says: `Line ${lineNumber}, ${hcpcs}, has no charge: enter it.` })),
    ...(totalCharge && sum && !isSameMoney(totalCharge, sum)
      ? [{ says: 'The total charge is not the sum of the lines. Prepare the claim again.' }]
      : []),
  ];
}

function reasonsAgainstLine(line: ServiceLine, { encounter }: PreparedClaim, { form }: Limits): readonly Reason[] {
  const { lineNumber, hcpcs, modifiers, unitsOfService } = line;
  return [
    ...reasonsAgainstNdc(line, encounter, form),
    ...(modifiers.length > mostModifiers
      ? [{ says: `Line ${lineNumber}, ${hcpcs}, has ${modifiers.length} modifiers, and an ${form} line takes four.` }]
      : []),
    ...(unitsOfService.units >= 1 ? [] : [{ says: `Line ${lineNumber}, ${hcpcs}, has no whole unit.` }]),
  ];
}

/** The first diagnosis is the one that the claim is about; a code is written without its point. */
export function reasonsAgainstDiagnoses(
  { encounter: { diagnoses } }: PreparedClaim,
  { form, diagnoses: most }: Limits,
): readonly Reason[] {
  if (diagnoses.length === 0)
    return [{ says: `Enter a diagnosis: an ${form} has at least one.`, fact: 'diagnoses' } as const];
  const unknown = diagnoses.filter((diagnosis) => !/^[A-Z]\d[A-Z0-9]{1,5}$/.test(withoutPoint(diagnosis)));
  return [
    ...(diagnoses.length > most
      ? [
          {
            says: `An ${form} takes ${most} diagnoses, and this claim has ${diagnoses.length}.`,
            fact: 'diagnoses' as const,
          },
        ]
      : []),
    ...unknown.map((code) => ({ says: `${code} is not written like a diagnosis code.`, fact: 'diagnoses' as const })),
  ];
}

/** Loop 2410 stands once on a line and holds one NDC with its quantity (row 9.4). */
function reasonsAgainstNdc(
  { lineNumber, ndcQuantities }: ServiceLine,
  { profile, linePerNdc }: Encounter,
  form: ClaimForm,
): readonly Reason[] {
  const known = ndcQuantities.filter(({ ndc }) => ndc !== null);
  if (known.length === 0) return [];
  if (known.length < ndcQuantities.length)
    return [
      {
        says:
          `Line ${lineNumber} also holds drug whose NDC is not entered, and an ${form} line takes one NDC: ` +
          'enter it.',
        fact: 'ndc',
      },
    ];
  if (known.length > 1) {
    const holds = `Line ${lineNumber} holds drug of ${known.length} NDCs, and an ${form} line takes one`;
    if (profile?.lines === 'one')
      return [{ says: `${holds}; the payer profile takes one line for the drug: ask the payer.` }];
    if (linePerNdc || profile?.lines === 'per-ndc')
      return [{ says: `${holds}; one of them has no whole unit for a line of its own: ask the payer.` }];
    return [{ says: `${holds}: make a line for each NDC.`, fact: 'linePerNdc' }];
  }
  return known.some(({ volume }) => volume === null)
    ? [
        {
          says:
            `Line ${lineNumber} has an NDC but no milliliters: the strength is not entered, or the amount is below ` +
            'a microliter.',
          fact: 'strength',
        },
      ]
    : [];
}

/** Places of REF02 (row form 837 details), and of NTE02 (row form NOC). */
const referencePlaces = 50;
const notePlaces = 80;

/** The text for a compound and the authorization number, as elements take them. */
export const reasonsAgainstTexts = ({ formItems: { authorizationNumber, narrative } }: PreparedClaim) => [
  ...(narrative ? reasonsAgainstText('The text for the compounded drug', narrative, notePlaces, 'otherDrugs') : []),
  ...(authorizationNumber
    ? reasonsAgainstText(
        'The preauthorization number',
        authorizationNumber,
        referencePlaces,
        'priorAuthorizationNumber',
      )
    : []),
];

/** An element of text takes so many characters of X12’s sets. */
function reasonsAgainstText(what: string, text: string, places: number, fact?: Reason['fact']): readonly Reason[] {
  const foreign = foreignCharacter(text);
  const refused = (says: string): readonly Reason[] => [{ says, ...(fact ? { fact } : {}) }];
  if (foreign !== undefined) return refused(`${what} holds “${foreign}”, which an 837 cannot carry.`);
  return text.length > places ? refused(`${what} is longer than the ${places} characters that an 837 takes.`) : [];
}

/** SV101-3 to SV101-6, which stand empty before a description. */
const noModifiers = ['', '', '', ''] as const;

export const procedureOf = ({ hcpcs, modifiers }: ServiceLine): readonly string[] => ['HC', hcpcs, ...modifiers];

/** What an unlisted code of a line stands for; null for any other code. */
export const narrativeOf = (line: ServiceLine, claim: PreparedClaim): string | null =>
  line.of === 'service' || drugOf(line, claim) !== claim ? null : claim.formItems.narrative;

/** The code of a line with its modifiers; its seventh part is what an unlisted one stands for (row form SV101-7). */
export function describedProcedure(line: ServiceLine, claim: PreparedClaim): readonly string[] {
  const narrative = narrativeOf(line, claim);
  return narrative ? [...procedureOf(line), ...noModifiers.slice(line.modifiers.length), narrative] : procedureOf(line);
}

/** Loop 2410: for an NDC LIN and CTP, with each line’s own milliliters (row 9.6). */
export const drugSegments = ({ ndcQuantities: [drug] }: ServiceLine): readonly Segment[] =>
  drug?.ndc && drug.volume
    ? [
        ['LIN', '', 'N4', drug.ndc],
        ['CTP', '', '', '', digitsOfMl(drug.volume), 'ML'],
      ]
    : [];

/** What is against the payer’s number of the claim that this one replaces or voids. */
export const reasonsAgainstReference = (resubmission: Resubmission): readonly Reason[] => [
  ...reasonsAgainstResubmission(resubmission),
  ...(resubmission.code === '1'
    ? []
    : reasonsAgainstText('The payer’s number of the earlier claim', resubmission.original, referencePlaces)),
];

/** REF of loop 2300: the referral, the authorization, and the claim that this one replaces or voids. */
export const referenceSegments = (
  { formItems: { authorizationNumber } }: PreparedClaim,
  resubmission: Resubmission,
  referralNumber = '',
): readonly Segment[] => [
  ...(referralNumber === '' ? [] : [['REF', '9F', referralNumber]]),
  ...(authorizationNumber ? [['REF', 'G1', authorizationNumber]] : []),
  ...(resubmission.code === '1' ? [] : [['REF', 'F8', resubmission.original]]),
];
