import type { Parties } from './parties';
import {
  causeOf,
  indicatorOf,
  isDependent,
  isEmployer,
  isSecondary,
  tellsPayerBehind,
  type PartySource,
} from './party-specs';
import {
  blankItem,
  cityOnPaper,
  partyItem,
  phoneOnPaper,
  situationOf,
  wholeDate,
  zipOnPaper,
  type Item,
  type Situation,
  type ToldParties,
} from './told-parties';
import type { FormField } from './written';

/*
 * Who is treated and who is insured: the carrier’s block and items 1 to 11d of the CMS-1500 (rows form 1500 insured,
 * form 1500 Medicare, form 1500 second).
 */

/** The carrier’s block, and items 1, 2, 3 and 5. */
export function patientItems(told: ToldParties): readonly FormField[] {
  const { parties } = told;
  const { patientLast, patientFirst, patientMiddle, patientPhone } = parties;
  const item = (name: Item, from: readonly PartySource[], text: string, blank?: string) =>
    partyItem(told, name, from, text, blank);
  const notTold = 'blank: the payer’s address is not told';
  return [
    item(['carrier 1', 'Payer'], ['payerName'], parties.payerName),
    item(['carrier 2', 'Payer’s street'], ['payerStreet'], parties.payerStreet, notTold),
    item(
      ['carrier 3', 'Payer’s city, state, ZIP'],
      ['payerCity', 'payerState', 'payerZip'],
      cityOnPaper(parties.payerCity, parties.payerState, parties.payerZip),
      notTold,
    ),
    item(['1', 'Kind of coverage'], ['filingIndicator'], coverageOf(told)),
    item(
      ['2', 'Patient’s name'],
      ['patientLast', 'patientFirst', 'patientMiddle'],
      nameWithCommas(patientLast, patientFirst, patientMiddle),
    ),
    item(['3 date', 'Patient’s birth date'], ['birthDate'], wholeDate(parties.birthDate)),
    item(['3 sex', 'Patient’s sex'], ['sex'], sexOnPaper(parties.sex), 'blank: not known'),
    item(['5', 'Patient’s street'], ['patientStreet'], parties.patientStreet),
    item(['5 city', 'Patient’s city'], ['patientCity'], parties.patientCity),
    item(['5 state', 'Patient’s state'], ['patientState'], parties.patientState),
    item(['5 ZIP', 'Patient’s ZIP'], ['patientZip'], zipOnPaper(parties.patientZip)),
    item(['5 phone', 'Patient’s phone'], ['patientPhone'], phoneOnPaper(patientPhone), 'blank: no phone is told'),
  ];
}

/** The box of item 1. A plan with a group number is a group’s; what has no box of its own is other. */
function coverageOf({ claim, parties }: ToldParties): string {
  const indicator = indicatorOf(parties, claim);
  if (indicator === 'MB' || indicator === 'MA') return 'Medicare';
  if (indicator === 'MC') return 'Medicaid';
  if (indicator === 'CH') return 'TRICARE';
  const ofGroup = ['CI', 'BL', 'HM', '12', '14'].includes(indicator) && parties.groupNumber !== '';
  return ofGroup ? 'Group' : 'Other';
}

/** Item 2 has commas between the parts of a name. */
const nameWithCommas = (...parts: readonly string[]): string => parts.filter(Boolean).join(', ');
const insuredName = ({ insuredLast, insuredFirst, insuredMiddle }: Parties): string =>
  nameWithCommas(insuredLast, insuredFirst, insuredMiddle);
const otherName = ({ otherLast, otherFirst, otherMiddle }: Parties): string =>
  nameWithCommas(otherLast, otherFirst, otherMiddle);
const sexOnPaper = (sex: string): string => (sex === 'M' || sex === 'F' ? sex : '');
const relationshipOnPaper = (relationship: string): string =>
  ({ '18': 'Self', '01': 'Spouse', '19': 'Child' })[relationship] ?? 'Other';

/** Items 1a, 4, 6, 7, 9 to 9d and 11 to 11d. */
export function insuredItems(told: ToldParties): readonly FormField[] {
  const situation = situationOf(told);
  return [memberItem(told), ...subscriberItems(told, situation), ...otherPlanItems(told, situation)].concat(
    planItems(told, situation),
  );
}

/** Item 1a: Medicare’s number without dashes. */
function memberItem(told: ToldParties): FormField {
  const { memberId } = told.parties;
  const isMedicares = situationOf(told).startsWith('medicare');
  return partyItem(
    told,
    ['1a', 'Insured’s ID'],
    ['memberId'],
    isMedicares ? memberId.replace(/[\s\p{Pd}]+/gu, '') : memberId,
  );
}

const firstPayer = 'blank: Medicare is the first payer';

/** Who is insured and where: of the first payer where Medicare is second, else of this one. */
type Insured = Readonly<Record<'name' | 'street' | 'city' | 'state' | 'zip' | 'phone' | 'birth' | 'sex', FormField>>;

const insuredLabels = {
  name: ['4', 'Insured’s name'],
  street: ['7', 'Insured’s street'],
  city: ['7 city', 'Insured’s city'],
  state: ['7 state', 'Insured’s state'],
  zip: ['7 ZIP', 'Insured’s ZIP'],
  phone: ['7 phone', 'Insured’s phone'],
  birth: ['11a date', 'Insured’s birth date'],
  sex: ['11a sex', 'Insured’s sex'],
} as const satisfies Record<keyof Insured, Item>;

/** Items 4, 6 and 7. */
function subscriberItems(told: ToldParties, situation: Situation): readonly FormField[] {
  const { name, street, city, state, zip, phone } = insuredOf(told, situation);
  const { relationship, otherRelationship } = told.parties;
  const six: Item = ['6', 'Patient is to the insured'];
  const related =
    situation === 'medicare'
      ? blankItem(six, firstPayer)
      : partyItem(
          told,
          six,
          ['relationship'],
          relationshipOnPaper(situation === 'medicare-second' ? otherRelationship : relationship),
        );
  return [name, related, street, city, state, zip, phone];
}

function insuredOf(told: ToldParties, situation: Situation): Insured {
  if (situation === 'medicare') return allBlank(firstPayer);
  if (situation === 'medicaid-second') return allBlank('blank after another payer, unless the state wants it');
  if (situation === 'medicare-second') return insuredOfFirst(told);
  return isDependent(told.parties) ? subscriberOf(told) : patientAsInsured(told, '');
}

const allBlank = (says: string): Insured =>
  Object.fromEntries(Object.entries(insuredLabels).map(([part, item]) => [part, blankItem(item, says)])) as Insured;

/** The patient; `same` stands for the name and the address where they are given before, in items 2 and 5. */
function patientAsInsured(told: ToldParties, same: 'SAME' | ''): Insured {
  const { parties } = told;
  const item = (part: keyof Insured, from: readonly PartySource[], text: string, blank?: string) =>
    partyItem(told, insuredLabels[part], from, text, blank);
  const address = (part: keyof Insured, from: PartySource, text: string): FormField =>
    same === ''
      ? item(part, [from], text, 'blank: nothing is told')
      : blankItem(insuredLabels[part], 'blank: SAME stands for it');
  const { patientLast, patientFirst, patientMiddle } = parties;
  return {
    name: item(
      'name',
      ['patientLast', 'patientFirst', 'patientMiddle'],
      same || nameWithCommas(patientLast, patientFirst, patientMiddle),
    ),
    street: item('street', ['patientStreet'], same || parties.patientStreet),
    city: address('city', 'patientCity', parties.patientCity),
    state: address('state', 'patientState', parties.patientState),
    zip: address('zip', 'patientZip', zipOnPaper(parties.patientZip)),
    phone: address('phone', 'patientPhone', phoneOnPaper(parties.patientPhone)),
    birth: item('birth', ['birthDate'], wholeDate(parties.birthDate)),
    sex: item('sex', ['sex'], sexOnPaper(parties.sex), 'blank: not known'),
  };
}

/** The subscriber of this payer, where that is not the patient; an employer has neither birth date nor sex. */
function subscriberOf(told: ToldParties): Insured {
  const { parties } = told;
  const item = (part: keyof Insured, from: readonly PartySource[], text: string, blank?: string) =>
    partyItem(told, insuredLabels[part], from, text, blank);
  const ofEmployer = (part: keyof Insured) => blankItem(insuredLabels[part], 'blank: an employer has none');
  return {
    name: item('name', ['insuredLast', 'insuredFirst', 'insuredMiddle'], insuredName(parties)),
    street: item('street', ['insuredStreet'], parties.insuredStreet),
    city: item('city', ['insuredCity'], parties.insuredCity),
    state: item('state', ['insuredState'], parties.insuredState),
    zip: item('zip', ['insuredZip'], zipOnPaper(parties.insuredZip)),
    phone: blankItem(insuredLabels.phone, 'blank: it is not asked for here'),
    birth: isEmployer(parties)
      ? ofEmployer('birth')
      : item('birth', ['insuredBirthDate'], wholeDate(parties.insuredBirthDate)),
    sex: isEmployer(parties)
      ? ofEmployer('sex')
      : item('sex', ['insuredSex'], sexOnPaper(parties.insuredSex), 'blank: not known'),
  };
}

/** The subscriber of the payer before Medicare: SAME where it is the patient. */
function insuredOfFirst(told: ToldParties): Insured {
  const { parties } = told;
  if (parties.otherRelationship === '18') return patientAsInsured(told, 'SAME');
  const { otherStreet, otherCity, otherState, otherZip } = parties;
  const item = (part: keyof Insured, from: readonly PartySource[], text: string, blank?: string) =>
    partyItem(told, insuredLabels[part], from, text, blank);
  const same = otherStreet === '' && !told.problems.has('otherStreet');
  const address = (part: keyof Insured, from: PartySource, text: string) =>
    item(part, [from], text, 'blank: SAME stands for it');
  return {
    name: item('name', ['otherLast', 'otherFirst', 'otherMiddle'], otherName(parties)),
    street: item('street', ['otherStreet'], same ? 'SAME' : otherStreet),
    city: address('city', 'otherCity', otherCity),
    state: address('state', 'otherState', otherState),
    zip: address('zip', 'otherZip', zipOnPaper(otherZip)),
    phone: blankItem(insuredLabels.phone, 'blank: it is not asked for here'),
    birth: item('birth', ['otherBirthDate'], wholeDate(parties.otherBirthDate)),
    sex: item('sex', ['otherSex'], sexOnPaper(parties.otherSex), 'blank: not known'),
  };
}

const nine = ['9', 'Other insured’s name'] as const;
const nineA = ['9a', 'Other insured’s policy'] as const;
const nineD = ['9d', 'Other plan'] as const;
const whyNoOtherPlan = {
  medicare: 'blank: only for Medigap, and none is told',
  'medicare-second': 'blank: only for Medigap, and none is told',
  'medicaid-second': 'blank: what Medicare did, only where the state wants it here',
  insured: 'blank: no other plan is told',
} as const satisfies Record<Situation, string>;

/** Items 9, 9a and 9d: the plan that paid before this one, where that is no Medicare claim; else the one behind it. */
function otherPlanItems(told: ToldParties, situation: Situation): readonly FormField[] {
  const { parties } = told;
  if (isToldBehind(told, situation)) return planBehindItems(told, situation);
  if (situation !== 'insured' || !isSecondary(parties))
    return [nine, nineA, nineD].map((item) => blankItem(item, whyNoOtherPlan[situation]));
  const isPatient = parties.otherRelationship === '18';
  const [from, name] = isPatient
    ? ([
        ['patientLast', 'patientFirst', 'patientMiddle'],
        nameWithCommas(parties.patientLast, parties.patientFirst, parties.patientMiddle),
      ] as const)
    : ([['otherLast', 'otherFirst', 'otherMiddle'], otherName(parties)] as const);
  return [
    partyItem(told, nine, from, name),
    partyItem(told, nineA, ['otherGroup', 'otherMemberId'], parties.otherGroup || parties.otherMemberId),
    partyItem(told, nineD, ['otherPlan', 'otherPayerName'], parties.otherPlan || parties.otherPayerName),
  ];
}

const isToldBehind = ({ parties }: ToldParties, situation: Situation): boolean =>
  situation !== 'medicaid-second' && tellsPayerBehind(parties, situation !== 'insured');

/** The supplement of Medicare, of the patient where nobody else is named; or the further plan of a plan. */
function planBehindItems(told: ToldParties, situation: Situation): readonly FormField[] {
  const { behindName, behindPolicy, behindPlan, patientLast, patientFirst, patientMiddle } = told.parties;
  const isMedigap = situation !== 'insured';
  const patient = isMedigap ? 'SAME' : nameWithCommas(patientLast, patientFirst, patientMiddle);
  return [
    partyItem(told, nine, ['behindName'], behindName || patient),
    partyItem(told, nineA, ['behindPolicy'], behindPolicy && (isMedigap ? `MEDIGAP ${behindPolicy}` : behindPolicy)),
    partyItem(told, nineD, ['behindPlan'], behindPlan),
  ];
}

const eleven = ['11', 'Group or policy number'] as const;
const elevenC = ['11c', 'Plan'] as const;
const elevenD = ['11d', 'Another plan'] as const;

/** Items 11 to 11d. */
function planItems(told: ToldParties, situation: Situation): readonly FormField[] {
  const { parties } = told;
  const { birth, sex } = insuredOf(told, situation);
  const [number, plan, another] = {
    medicare: [
      { ...blankItem(eleven, ''), text: 'NONE' },
      blankItem(elevenC, firstPayer),
      blankItem(elevenD, firstPayer),
    ],
    'medicare-second': [
      partyItem(told, eleven, ['otherGroup', 'otherMemberId'], parties.otherGroup || parties.otherMemberId),
      partyItem(told, elevenC, ['otherPlan', 'otherPayerName'], parties.otherPlan || parties.otherPayerName),
      blankItem(elevenD, 'blank for Medicare'),
    ],
    'medicaid-second': [
      partyItem(told, eleven, ['groupNumber'], parties.groupNumber || 'NONE'),
      blankItem(elevenC, 'blank, unless the state wants it'),
      { ...blankItem(elevenD, ''), text: 'YES' },
    ],
    insured: [
      partyItem(told, eleven, ['groupNumber'], parties.groupNumber, 'blank: no group number is told'),
      partyItem(told, elevenC, ['planName', 'payerName'], parties.planName || parties.payerName),
      { ...blankItem(elevenD, ''), text: isSecondary(parties) || isToldBehind(told, situation) ? 'YES' : 'NO' },
    ],
  }[situation] as [FormField, FormField, FormField];
  return [number, birth, sex, injuryItem(told), plan, another];
}

/** Item 11b: the number that workers’ compensation gave the injury, behind its qualifier. */
function injuryItem(told: ToldParties): FormField {
  const { claim, parties } = told;
  const item = ['11b', 'Other claim number'] as const;
  return causeOf(parties, claim) === 'EM'
    ? partyItem(told, item, ['injuryClaimNumber'], parties.injuryClaimNumber && `Y4 ${parties.injuryClaimNumber}`)
    : blankItem(item, 'blank: no injury at work');
}
