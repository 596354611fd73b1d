import type { Resubmission, ServiceLine } from '../engine/claim';
import type { FactName, Override } from '../engine/encounter';
import { drugLinesOf, drugOf, linesOf } from '../engine/claim-lines';
import { concerning, isOpen, keepingBack } from '../engine/prepare-claim';
import { digitsOfMoney, formatMoney, isMoreMoney, noMoney, sumOfMoney, type Money } from '../engine/quantity';
import type { PreparedClaim } from '../engine/prepared-claim';
import { inWords } from '../engine/typed';
import type { Verdict } from '../engine/verdict';
import type { PartySource } from './party-specs';

/** Why something is not written: a sentence, and the answer on the worksheet that settles it, where one does. */
export type Reason = { readonly says: string; readonly fact?: FactName };

/** What a writer made, or every reason why it made nothing. */
export type Written<T, R extends Reason = Reason> = { readonly written: T } | { readonly refused: readonly R[] };

/** The answer, unless there is a reason against it. */
export const unlessRefused = <T, R extends Reason = Reason>(refused: readonly R[], write: () => T): Written<T, R> =>
  refused.length > 0 ? { refused } : { written: write() };

export const firstClaim: Resubmission = { code: '1' };

/**
 * One field of a claim form: its number on the form, its name in plain words, what goes in; '' is left blank, `says`
 * tells why, and `fact` is the answer that would fill it.
 */
export type FormField = {
  readonly item: string;
  readonly label: string;
  readonly text: string;
  readonly says?: string;
  readonly fact?: FactName;
  /** The answer of who takes part that would fill it. */
  readonly party?: PartySource;
};

/** What the paper says of a form: its items in form order, and what does not fit. */
export type InShort = { readonly fields: readonly FormField[]; readonly notes: readonly string[] };

/** A charge in dollars, with its point; '' while none is entered. */
export const chargeDigits = (charge: Money | null): string => (charge ? digitsOfMoney(charge) : '');

/** A charge as a field of a form. */
export const chargeField = (item: string, label: string, charge: Money | null): FormField => ({
  item,
  label,
  text: chargeDigits(charge),
  says: 'no charge is entered',
  fact: 'chargePerUnit',
});

/**
 * Why no format is written of a claim: one on hold, or certain to come back, must not be sent, and one without lines is
 * none.
 */
export function reasonsAgainstClaim(claim: PreparedClaim): readonly Reason[] {
  const reasons = keepingBack(claim.findings).map(({ rule, verdict: { certain, because, goTo } }) => ({
    says:
      `${certain ? 'The claim would certainly come back.' : 'The claim is on hold.'} See “${rule.title}”. ` +
      `${because}`,
    ...(goTo ? { fact: goTo } : {}),
  }));
  if (reasons.length > 0) return reasons;
  return linesOf(claim).length === 0 ? [{ says: 'There is no drug line to bill.' }] : [];
}

/** The answer that tells a fact of the drug of a line: a second drug of the day has answers of its own. */
export const factOf = (fact: 'ndc' | 'strength', line: ServiceLine, claim: PreparedClaim): FactName =>
  drugOf(line, claim) === claim ? fact : `beside.${fact}`;

/** What was entered and stands on no line, and why: a code that a rule leaves out, and drug that is held. */
export const notOnLines = ({
  services,
  held,
  other,
}: PreparedClaim): readonly { readonly what: string; readonly because: string }[] => [
  ...services.leftOut.map(({ code, because }) => ({ what: code, because })),
  ...[held, other?.held].flatMap((each) =>
    each ? each.lines.map(({ hcpcs }) => ({ what: hcpcs, because: each.because })) : [],
  ),
];

/** Titles of what is still to fix or to check on a claim that leaves all the same. */
export const openTitles = ({ findings }: PreparedClaim): readonly string[] =>
  concerning(findings)
    .filter(isOpen)
    .map(({ rule }) => rule.title);

/** Titles of what is still to fix on a claim that leaves all the same, besides whom it names. */
export const toFixTitles = ({ findings }: PreparedClaim): readonly string[] =>
  findings.filter((finding) => finding.verdict.outcome === 'fail' && isOpen(finding)).map(({ rule }) => rule.title);

/** What was overridden, each with the title of its finding. */
export const overridesOn = ({ findings }: PreparedClaim): readonly (Override & { readonly title: string })[] =>
  findings.flatMap(({ rule: { title }, override }) => (override ? [{ ...override, title }] : []));

/** Why no claim form is written of a claim: besides that, settings that bill this drug on none. */
export function reasonsAgainstForms(claim: PreparedClaim): readonly Reason[] {
  const { setting, placeOfService } = claim.encounter;
  const inpatient: Reason = {
    says: 'The drug of an inpatient stay has no line of its own on a claim.',
    fact: 'setting',
  };
  const supplier: Reason = { says: 'An equipment supplier has no place of service for this drug.', fact: 'setting' };
  const noPlace: Reason = { says: 'Enter the two digits of the place of service.', fact: 'placeOfService' };
  return [
    ...reasonsAgainstClaim(claim),
    ...(setting === 'inpatient' ? [inpatient] : []),
    ...(setting === 'dme-supplier' ? [supplier] : []),
    ...(setting === 'other' && placeOfService === null ? [noPlace] : []),
  ];
}

/** Item 23, form locator 63 (row 7.1). */
export function authorizationField(item: string, claim: PreparedClaim): FormField {
  const field = {
    item,
    label: 'Preauthorization number, no hyphens or spaces',
    text: claim.formItems.authorizationNumber ?? '',
  };
  if (claim.held) return { ...field, says: 'blank: the approval is of the drug, which is held' };
  return needsNoAuthorization(claim)
    ? { ...field, says: 'blank: none required' }
    : { ...field, says: 'no number is entered', fact: 'priorAuthorization' };
}

/** Whether the payer asks for none, or somebody found that it does not and nothing read says otherwise. */
function needsNoAuthorization(claim: PreparedClaim): boolean {
  const { encounter, findings } = claim;
  const { status } = encounter.priorAuthorization;
  const outcome = findings.find(({ rule }) => rule.id === 'preauthorization/status')?.verdict.outcome;
  if (status === 'not-required') return outcome !== 'fail';
  return (
    status === 'not-checked' && drugLinesOf(claim).length > 0 && (outcome === 'pass' || outcome === 'not-applicable')
  );
}

/** A compound stands for drug of several NDCs, and has none of its own (row 9.8). */
export const noNdcOfItsOwn = { says: 'a compound has no NDC of its own' } as const satisfies Partial<FormField>;

/** Why the forms of the office, CMS-1500 and 837P, are not written of a claim. */
export function reasonsAgainstProfessional(claim: PreparedClaim): readonly Reason[] {
  const hospital: Reason = {
    says: 'A hospital bills its drug on the UB-04 or the 837I, not on the CMS-1500 or 837P.',
  };
  return [...reasonsAgainstForms(claim), ...(claim.formItems.form === 'institutional' ? [hospital] : [])];
}

/** Why the forms of a hospital, UB-04 and 837I, are not written of a claim. */
export function reasonsAgainstInstitutional(claim: PreparedClaim): readonly Reason[] {
  const office: Reason = {
    says: 'This setting bills on the CMS-1500 or the 837P; the UB-04 and the 837I are the hospital’s.',
  };
  return [...reasonsAgainstForms(claim), ...(claim.formItems.form === 'professional' ? [office] : [])];
}

/** What the claim finds about modifiers beyond the fourth, where there are any. */
export const tooManyModifiers = ({ findings }: PreparedClaim): Verdict | undefined =>
  findings.find(({ rule, verdict }) => rule.id === 'modifier/four' && verdict.outcome === 'fail')?.verdict;

/**
 * What no format can show by itself: modifiers beyond the fourth, and a form that the payer must be asked for.
 */
export function notesOnClaim(claim: PreparedClaim): readonly string[] {
  const tooMany = tooManyModifiers(claim);
  const { priorAuthorization } = claim.encounter;
  const isNumberOfHeldDrug = claim.held && 'number' in priorAuthorization && priorAuthorization.number !== null;
  return [
    ...(tooMany ? [tooMany.because] : []),
    ...(isNumberOfHeldDrug
      ? ['The preauthorization is of the drug, which is held. So its number is left off. Add one of the procedure.']
      : []),
    ...(wasSentOnByMedicare(claim) ? [sentOn] : []),
    ...(claim.formItems.form === 'either'
      ? ['Medicare is known to take the UB-04 from a clinic like this. What other payers take was not read: ask them.']
      : []),
  ];
}

/** Whether Medicare paid before this payer, so that it may have sent the claim on itself (row 8 crossover). */
const wasSentOnByMedicare = ({ encounter: { otherPayer } }: PreparedClaim): boolean =>
  otherPayer.pays === 'before' && (otherPayer.kind === 'MB' || otherPayer.kind === 'MA');
const sentOn =
  'Medicare may have sent this claim on. Its remittance says so by status 19 or 20, or by MA18 or N89. ' +
  'Then send no second claim.';

/** Without the payer’s number of the earlier claim nobody knows which one is replaced or voided. */
export const reasonsAgainstResubmission = (resubmission: Resubmission): readonly Reason[] =>
  resubmission.code !== '1' && resubmission.original.trim() === ''
    ? [{ says: 'Enter the payer’s number of the claim that this one replaces or voids.' }]
    : [];

/**
 * Medicare Part B takes no replacement and no void: what to do hangs on whether the claim was processed (row form 22;
 * whole claim, section 4).
 */
export const reasonsAgainstFrequency = ({ encounter }: PreparedClaim, { code }: Resubmission): readonly Reason[] =>
  encounter.payer === 'medicare-part-b' && code !== '1'
    ? [
        {
          says:
            'Medicare Part B takes no claim that replaces or voids another. ' +
            'If the remittance has MA130, the claim was not processed: send it as a first claim. ' +
            'If it was processed, ask for a reopening of a clerical error within one year. ' +
            'Else appeal within 120 days.',
        },
      ]
    : [];

/**
 * The same of a file that is of no form: it follows the form on which the setting bills. A setting that Medicare takes
 * on the UB-04 may be replaced.
 */
export const reasonsAgainstResending = (claim: PreparedClaim, resubmission: Resubmission): readonly Reason[] => [
  ...(claim.formItems.form === 'professional' ? reasonsAgainstFrequency(claim, resubmission) : []),
  ...reasonsAgainstResubmission(resubmission),
];

/** The total that one Part B claim can hold (row 3.8). */
export const partBLimit: Money = { tenthsOfCent: 99_999_990 };

/** "lines 1 to 4 ($80,000.00), line 5 ($35,000.00)": whole lines in their order, as many as fit on one claim. */
function claimsThatFit(lines: readonly ServiceLine[]): string {
  const claims: { first: number; last: number; total: Money }[] = [];
  for (const { lineNumber, charge } of lines) {
    const own = charge ?? noMoney;
    const before = claims.at(-1);
    const total = before ? sumOfMoney([before.total, own]) : own;
    if (!before || isMoreMoney(total, partBLimit)) claims.push({ first: lineNumber, last: lineNumber, total: own });
    else claims[claims.length - 1] = { ...before, last: lineNumber, total };
  }
  const words = claims.map(({ first, last, total }) => {
    const which = first === last ? `line ${first}` : `lines ${first} to ${last}`;
    return `${which} (${formatMoney(total)})`;
  });
  return inWords(words);
}

/**
 * A Part B claim above its total is split as its contractor wants. First Coast alone is known to want 76 and a note,
 * whose words were not read: so it is refused, with the claims that would fit, until somebody has asked (row 3.8).
 */
export function reasonsAgainstTotal(claim: PreparedClaim): readonly Reason[] {
  const { totalCharge, encounter, findings } = claim;
  if (encounter.payer !== 'medicare-part-b' || !totalCharge || !isMoreMoney(totalCharge, partBLimit)) return [];
  if (findings.some(({ rule, checkedByBiller }) => rule.id === 'claim/total-charge' && checkedByBiller)) return [];
  const lines = linesOf(claim);
  const alone = lines.find(({ charge }) => charge && isMoreMoney(charge, partBLimit));
  const how = alone
    ? `Line ${alone.lineNumber} alone is above it: its units go on several claims.`
    : `These would fit on one claim each: ${claimsThatFit(lines)}.`;
  return [
    {
      says:
        `The claim comes to ${formatMoney(totalCharge)}, and Medicare Part B takes ` +
        `${formatMoney(partBLimit)}. ${how} ` +
        'First Coast wants 76 and a note on the further ones. Ask your contractor, split it there, ' +
        'or tick “Total of the claim” once it takes it whole.',
      fact: 'chargePerUnit',
    },
  ];
}

/** A diagnosis code without its point, as forms and the 837 take it. */
export const withoutPoint = (diagnosis: string): string => diagnosis.replace('.', '');
