/// <reference types="fhir/r4" />
import type { PreparedClaim } from '../engine/prepared-claim';
import type { DraftClaim, NdcQuantity, ServiceLine, Resubmission } from '../engine/claim';
import { drugOf, linesOf, pointersOf } from '../engine/claim-lines';
import { overrideInWords } from '../engine/prepare-claim';
import { chargeOfOne, digitsOfMg, digitsOfMl, digitsOfMoney, isNone, type Money } from '../engine/quantity';
import { revenueOnClaim, type Department } from './revenue-codes';
import {
  firstClaim,
  notOnLines,
  openTitles,
  overridesOn,
  reasonsAgainstForms,
  reasonsAgainstResending,
  unlessRefused,
  type Reason,
  type Written,
} from './written';

export const fhirRows = ['form FHIR', '7.1'] as const;

/** Names of the code systems, as FHIR R4 and CMS publish them; nothing is ever asked for there. */
const systems = {
  claimType: 'http://terminology.hl7.org/CodeSystem/claim-type',
  priority: 'http://terminology.hl7.org/CodeSystem/processpriority',
  information: 'http://terminology.hl7.org/CodeSystem/claiminformationcategory',
  related: 'http://terminology.hl7.org/CodeSystem/ex-relatedclaimrelationship',
  diagnosis: 'http://hl7.org/fhir/sid/icd-10-cm',
  hcpcs: 'http://www.cms.gov/Medicare/Coding/HCPCSReleaseCodeSets',
  cpt: 'http://www.ama-assn.org/go/cpt',
  ndc: 'http://hl7.org/fhir/sid/ndc',
  place: 'https://www.cms.gov/Medicare/Coding/place-of-service-codes/Place_of_Service_Code_Set',
  revenue: 'https://www.nubc.org/CodeSystem/RevenueCodes',
  units: 'http://unitsofmeasure.org',
} as const;

/** A part of a list, before it is given its place there. */
type Unnumbered<Part> = Omit<Part, 'sequence'>;
type Information = Unnumbered<fhir4.ClaimSupportingInfo>;

const coded = (system: string, code: string): fhir4.CodeableConcept => ({ coding: [{ system, code }] });
const placeholder = (kind: string, whose: string): fhir4.Reference => ({
  reference: `${kind}/placeholder`,
  display: `Placeholder: ${whose}, to be replaced by your system`,
});
/** A number of JSON with exactly these digits: at most fifteen, which a binary number keeps. */
const number = (digits: string): number => Number(digits);
const dollars = (money: Money): fhir4.Money => ({ value: number(digitsOfMoney(money)), currency: 'USD' });

/** The claim as a FHIR R4 Claim in JSON; patient, provider, insurer and coverage are placeholders that say so. */
export function fhirClaim(
  claim: PreparedClaim,
  resubmission: Resubmission = firstClaim,
  department: Department = '',
): Written<string> {
  return unlessRefused(
    [...reasonsAgainstForms(claim), ...noInsurer(claim), ...reasonsAgainstVoid(claim, resubmission)],
    () => `${JSON.stringify(resourceOf(claim, resubmission, department), null, 2)}\n`,
  );
}

/** A void takes a claim back; a resource that claims the lines again would do the opposite. */
const reasonsAgainstVoid = (claim: PreparedClaim, resubmission: Resubmission): readonly Reason[] => [
  ...(resubmission.code === '8'
    ? [{ says: 'A void is no new FHIR Claim: set the earlier Claim to cancelled in your system.' }]
    : []),
  ...reasonsAgainstResending(claim, resubmission),
];

const noInsurer = ({ encounter }: PreparedClaim): readonly Reason[] =>
  encounter.payer === 'self-pay' ? [{ says: 'A patient who pays has no insurance to claim from.', fact: 'payer' }] : [];

function resourceOf(claim: PreparedClaim, resubmission: Resubmission, department: Department): fhir4.Claim {
  const { encounter, formItems, totalCharge } = claim;
  const wastes = wastesOf(claim);
  return {
    resourceType: 'Claim',
    status: 'draft',
    type: coded(systems.claimType, formItems.form === 'institutional' ? 'institutional' : 'professional'),
    use: 'claim',
    patient: placeholder('Patient', 'the patient'),
    created: encounter.preparedOn,
    insurer: placeholder('Organization', 'the payer'),
    provider: placeholder('Organization', 'the billing provider'),
    priority: coded(systems.priority, 'normal'),
    ...(resubmission.code === '1'
      ? {}
      : { related: [{ relationship: coded(systems.related, 'prior'), reference: { value: resubmission.original } }] }),
    supportingInfo: [...wastes.map(({ told }) => told), ...standingOf(claim, department)].map((each, place) => ({
      sequence: place + 1,
      ...each,
    })),
    ...(encounter.diagnoses.length > 0
      ? {
          diagnosis: encounter.diagnoses.map((code, place) => ({
            sequence: place + 1,
            diagnosisCodeableConcept: coded(systems.diagnosis, code),
          })),
        }
      : {}),
    insurance: [
      {
        sequence: 1,
        focal: true,
        coverage: placeholder('Coverage', 'the coverage'),
        ...(formItems.authorizationNumber ? { preAuthRef: [formItems.authorizationNumber] } : {}),
      },
    ],
    item: linesOf(claim).map((line) => itemOf(line, claim, { wastes, department })),
    ...(totalCharge ? { total: dollars(totalCharge) } : {}),
  };
}

function itemOf(
  line: ServiceLine,
  claim: PreparedClaim,
  { wastes, department }: { readonly wastes: readonly WasteOf[]; readonly department: Department },
): fhir4.ClaimItem {
  const { lineNumber, hcpcs, modifiers, unitsOfService, charge, ndcQuantities, of } = line;
  const { encounter, formItems } = claim;
  const isDrug = of !== 'service';
  const revenue = revenueOnClaim(line, claim, department);
  const pointers = pointersOf(line, claim);
  const { code: place } = formItems.placeOfService;
  const details = ndcQuantities.flatMap(detailOf);
  const drug = drugOf(line, claim);
  const waste = 1 + wastes.findIndex((each) => each.drug === drug);
  return {
    sequence: lineNumber,
    ...(pointers.length > 0 ? { diagnosisSequence: [...pointers] } : {}),
    ...(waste > 0 && of === 'discarded' ? { informationSequence: [waste] } : {}),
    ...(revenue === '' ? {} : { revenue: coded(systems.revenue, revenue) }),
    productOrService: { coding: [isDrug ? drugCoding(hcpcs, drug) : { system: systemOf(hcpcs), code: hcpcs }] },
    ...(modifiers.length > 0 ? { modifier: modifiers.map((modifier) => coded(systems.hcpcs, modifier)) } : {}),
    servicedDate: encounter.dateOfService,
    ...(place ? { locationCodeableConcept: coded(systems.place, place) } : {}),
    quantity: { value: unitsOfService.units },
    ...(charge ? { unitPrice: dollars(chargeOfOne(charge, unitsOfService)) } : {}),
    ...(charge ? { net: dollars(charge) } : {}),
    ...(details.length > 0 ? { detail: details.map((detail, place) => ({ sequence: place + 1, ...detail })) } : {}),
  };
}

const drugCoding = (hcpcs: string, { code }: DraftClaim): fhir4.Coding => ({
  system: systems.hcpcs,
  code: hcpcs,
  ...(code?.descriptor ? { display: code.descriptor.long } : {}),
});

/** A code that begins with a digit is CPT; its words belong to the AMA and stand nowhere. */
const systemOf = (code: string): string => (/^\d/.test(code) ? systems.cpt : systems.hcpcs);

const detailOf = ({ ndc, volume }: NdcQuantity): readonly Unnumbered<fhir4.ClaimItemDetail>[] =>
  ndc
    ? [
        {
          productOrService: coded(systems.ndc, ndc),
          ...(volume
            ? { quantity: { value: number(digitsOfMl(volume)), unit: 'mL', system: systems.units, code: 'mL' } }
            : {}),
        },
      ]
    : [];

/**
 * How the claim stood when it was written: its status with what is still to check, what an unlisted code stands for,
 * and each override.
 */
function standingOf(claim: PreparedClaim, department: Department): readonly Information[] {
  const open = openTitles(claim);
  const says = (text: string, valueString: string): Information => ({
    category: coded(systems.information, 'info'),
    code: { text },
    valueString,
  });
  return [
    says('Status of the claim', `Status: ${claim.status}${open.length > 0 ? `; to check: ${open.join('; ')}` : ''}`),
    ...(claim.formItems.narrative ? [says('What the drug is', claim.formItems.narrative)] : []),
    ...withoutRevenueOn(claim, department).map(({ hcpcs }) =>
      says('Revenue code', `${hcpcs}: its department is not chosen, or its revenue code was not read.`),
    ),
    ...notOnLines(claim).map(({ what, because }) => says('Not on this claim', `${what}: ${because}`)),
    ...overridesOn(claim).map(({ title, ...override }) => says('Override', `${title}: ${overrideInWords(override)}`)),
  ];
}

/** Lines of a hospital’s claim that have no revenue code yet. */
const withoutRevenueOn = (claim: PreparedClaim, department: Department): readonly ServiceLine[] =>
  claim.formItems.form === 'institutional'
    ? linesOf(claim).filter((line) => revenueOnClaim(line, claim, department) === '')
    : [];

/** What was thrown away of one drug of the claim, as its JW line refers to it. */
type WasteOf = { readonly drug: DraftClaim; readonly told: Information };
const wastesOf = (claim: PreparedClaim): readonly WasteOf[] =>
  [claim, ...(claim.other ? [claim.other] : [])].flatMap((drug) => {
    const told = wasteInformation(drug);
    return told ? { drug, told } : [];
  });

/** What was thrown away of drug that is billed: how much, why, and when, as far as it was told. */
function wasteInformation({ amounts, encounter, lines }: DraftClaim): Information | null {
  const discarded = amounts ? amounts.discarded : encounter.wasted;
  if (isNone(discarded) || lines.length === 0) return null;
  return {
    category: coded(systems.information, 'info'),
    code: { text: 'Drug discarded' },
    ...(encounter.wasteDate ? { timingDate: encounter.wasteDate } : {}),
    valueQuantity: { value: number(digitsOfMg(discarded)), unit: 'mg', system: systems.units, code: 'mg' },
    ...(encounter.wasteReason?.trim() ? { reason: { text: encounter.wasteReason.trim() } } : {}),
  };
}
