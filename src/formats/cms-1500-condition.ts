import type { Resubmission } from '../engine/claim';
import type { PreparedClaim } from '../engine/prepared-claim';
import { letters } from './cms-1500-places';
import { causeOf, type Role } from './party-specs';
import { blankItem, partyItem, shortDate, situationOf, type ToldParties } from './told-parties';
import { authorizationField, withoutPoint, type FormField } from './written';

/* What is treated, since when and by whose order: items 10 to 23 of the CMS-1500, above its lines. */

/** Items 10a to 10d, 12 to 16 and 18. */
export function conditionItems(told: ToldParties): readonly FormField[] {
  const { claim, parties } = told;
  const cause = causeOf(parties, claim);
  const yesOrNo = (item: string, label: string, of: string): FormField =>
    partyItem(told, [item, label], ['relatedTo'], cause === of ? 'YES' : 'NO');
  return [
    yesOrNo('10a', 'From employment', 'EM'),
    yesOrNo('10b', 'From an automobile accident', 'AA'),
    cause === 'AA'
      ? partyItem(told, ['10b state', 'State of the accident'], ['accidentState'], parties.accidentState)
      : blankItem(['10b state', 'State of the accident'], 'blank: no automobile accident'),
    yesOrNo('10c', 'From another accident', 'OA'),
    blankItem(['10d', 'Claim codes'], 'blank: none is needed'),
    ...signatureItems(told),
    blankItem(['14', 'Date of the illness'], 'blank: not needed for this drug'),
    ...accidentItems(told, cause),
    blankItem(['16', 'Unable to work, from and to'], 'blank: not needed for this drug'),
    blankItem(['18', 'In hospital, from and to'], 'blank: no stay belongs to this claim'),
  ];
}

/** Items 12 and 13: SOF only where the record says that it is on file. */
function signatureItems(told: ToldParties): readonly FormField[] {
  const { release, benefitsAssigned } = told.parties;
  const twelve = ['12', 'Patient’s signature'] as const;
  const thirteen = ['13', 'Insured’s signature'] as const;
  const hasMedigap = told.parties.behind === 'medigap';
  const forMedicare = hasMedigap ? null : 'blank: for Medicare only where there is a Medigap plan';
  const blanks = {
    medicare: forMedicare,
    'medicare-second': forMedicare,
    'medicaid-second': 'blank: Medicaid pays the provider',
    insured: null,
  } as const;
  const blank = blanks[situationOf(told)];
  return [
    partyItem(told, twelve, ['release'], release === 'Y' ? 'SOF' : '', 'blank: no signed statement is on file'),
    blank === null
      ? partyItem(
          told,
          thirteen,
          ['benefitsAssigned'],
          benefitsAssigned === 'Y' ? 'SOF' : '',
          'blank: benefits are not assigned to the provider',
        )
      : blankItem(thirteen, blank),
  ];
}

/** Item 15: the day of an injury, with the qualifier of an accident. */
function accidentItems(told: ToldParties, cause: string): readonly FormField[] {
  const none = 'blank: no accident or injury is told';
  if (cause === '')
    return [blankItem(['15 qual.', 'Kind of the other date'], none), blankItem(['15 date', 'Other date'], none)];
  return [
    { item: '15 qual.', label: 'Kind of the other date', text: '439' },
    partyItem(told, ['15 date', 'Other date: the injury'], ['injuryDate'], shortDate(told.parties.injuryDate)),
  ];
}

/** Who stands in item 17, by qualifier; it takes one, in this order. */
const named = [
  { role: 'referring', qualifier: 'DN' },
  { role: 'ordering', qualifier: 'DK' },
  { role: 'supervising', qualifier: 'DQ' },
] as const satisfies readonly { role: Role; qualifier: string }[];

const rolesNamed = ({ parties }: ToldParties) =>
  named.filter(({ role }) => parties[role] !== '' && parties[role] !== 'none');

/** Items 17, 17a and 17b: the name without points and commas. */
export function orderedItems(told: ToldParties): readonly FormField[] {
  const [first] = rolesNamed(told);
  const labels = { qualifier: 'Who it is', name: 'Referred, ordered or supervised', npi: 'NPI of that provider' };
  const other = blankItem(['17a', 'Other number'], 'blank: the NPI stands in 17b');
  if (!first) {
    const none = 'blank: nobody is named';
    return [
      { ...blankItem(['17 qual.', labels.qualifier], none), party: 'referring' },
      blankItem(['17', labels.name], none),
      other,
      blankItem(['17b', labels.npi], none),
    ];
  }
  const { parties } = told;
  const { role, qualifier } = first;
  const name = [parties[`${role}First`], parties[`${role}Last`]].filter(Boolean).join(' ');
  return [
    { item: '17 qual.', label: labels.qualifier, text: qualifier },
    partyItem(told, ['17', labels.name], [`${role}Last`, `${role}First`], name.replace(/[.,]+/g, '')),
    other,
    partyItem(told, ['17b', labels.npi], [`${role}Npi`], parties[`${role}Npi`]),
  ];
}

/** What item 17 leaves out: it takes one provider. */
export const alsoNamed = (told: ToldParties): readonly string[] => {
  const [first, ...others] = rolesNamed(told);
  if (!first || others.length === 0) return [];
  return [
    `Item 17 takes one provider, here the ${first.role} one. ` +
      `The ${others.map(({ role }) => role).join(' and the ')} one is not on the form: ask the payer.`,
  ];
};

/** Item 23 where it holds the number of a referral: it takes one number, and a preauthorization goes first. */
export const referralItem = (told: ToldParties): FormField | null =>
  told.parties.referralNumber === '' || told.claim.formItems.authorizationNumber !== null
    ? null
    : partyItem(told, ['23', 'Referral number'], ['referralNumber'], told.parties.referralNumber);

/** Items 19 to 23; item 23 has the authorization, unless it holds a referral. */
export function numberItems(
  claim: PreparedClaim,
  resubmission: Resubmission,
  referral: FormField | null = null,
): readonly FormField[] {
  const { encounter, formItems } = claim;
  const { furtherNdcs, narrative } = formItems;
  const inItem19 = [...(narrative ? [narrative] : []), ...furtherNdcs.map(({ text }) => text)];
  return [
    { item: '19', label: 'Additional information', text: inItem19.join(' '), says: 'blank: no second NDC' },
    { item: '20', label: 'Outside laboratory', text: 'NO' },
    { item: '21 ind.', label: 'ICD version', text: '0' },
    ...(encounter.diagnoses.length === 0
      ? [{ item: '21', label: 'Diagnosis', text: '', says: 'no diagnosis is entered', fact: 'diagnoses' as const }]
      : []),
    ...encounter.diagnoses.map((diagnosis, place) => ({
      item: `21${letters[place]}`,
      label: 'Diagnosis',
      text: withoutPoint(diagnosis),
    })),
    ...resubmissionItems(claim, resubmission),
    referral ?? authorizationField('23', claim),
  ];
}

/** Item 22: code, and the payer’s number of the claim before. */
function resubmissionItems({ encounter }: PreparedClaim, resubmission: Resubmission): readonly FormField[] {
  const again = resubmission.code !== '1';
  const says =
    encounter.payer === 'medicare-part-b' ? 'blank: Medicare Part B takes no replacement' : 'blank on a first claim';
  return [
    { item: '22 code', label: 'Resubmission code', text: again ? resubmission.code : '', says },
    { item: '22 ref.', label: 'Original reference number', text: again ? resubmission.original : '', says },
  ];
}
