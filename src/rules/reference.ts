import { formatDate, type IsoDate } from '../engine/dated';
import type { ModifierStance, PayerProfile } from '../engine/payer-profile';
import { formatMass } from '../engine/quantity';
import { citations, type RowId } from './citations';
import { denialCases, nextWords } from './denial-codes';
import { ways } from './denial-on-claim';
import { defaultProfiles, namedProfiles } from './payers';
import { rateEntries } from './procedure-rates';
import { topicWords, type ReferenceEntry, type Topic } from './reference-entry';

type Told = readonly [
  id: string,
  term: string,
  says: string,
  rows: readonly [RowId, ...RowId[]],
  doNotConfuse?: string,
];

const entriesOf = (topic: Topic, told: readonly Told[]): readonly ReferenceEntry[] =>
  told.map(([id, term, says, rows, doNotConfuse]) => ({
    id: `${topic}/${id}`,
    topic,
    term,
    says,
    rows,
    ...(doNotConfuse ? { doNotConfuse } : {}),
  }));

/** HCPCS Level II wordings are official and stand in quotation marks: rows 1.2 to 1.4. */
const codes = entriesOf('codes', [
  [
    'j0475',
    'J0475',
    '“Injection, baclofen, 10 mg”. One unit is 10 mg. In force since 1994. ' +
      'It is for each intrathecal product that is sold, but not for the 50 mcg/mL one. ' +
      'Each container sold holds whole units. A part of a unit is rounded up once.',
    ['1.2', '2.11', 'products'],
    'J0476, of which 200 units hold as much drug as one unit of J0475.',
  ],
  [
    'j0476',
    'J0476',
    '“Injection, baclofen, 50 mcg for intrathecal trial”. One unit is 50 mcg. In force since 1999. ' +
      'It is for the screening dose with the 50 mcg/mL product.',
    ['1.3', 'label trial'],
    'J0475: a refill billed with J0476 is off by 200 times.',
  ],
  [
    'j0428',
    'J0428 (on hold)',
    'It is in no HCPCS list read, so it has no official wording. ' +
      'An article gives it to baclofen into a vein or muscle, 10 mg a unit. No such product was found. ' +
      'A claim with it waits until the payer has confirmed it: who, when, reference number.',
    ['1.1', '1.5', '1.6', '1.12'],
    'J0475, baclofen given into the spine.',
  ],
  [
    'j1950',
    'J1950',
    '“Injection, leuprolide acetate (for depot suspension), per 3.75 mg”. A hormone drug.',
    ['1.4'],
    'baclofen, with which it has nothing to do.',
  ],
  [
    'a4220',
    'A4220',
    '“Refill kit for implantable infusion pump”. It is a supply, not the drug. Medicare never pays it beside a refill.',
    ['1.4', '5 A4220'],
    'the drug in the pump, which is J0475.',
  ],
  [
    'compound',
    'Compounded baclofen',
    'A compound is never billed with J0475 or J0476. The payer has to name the code. ' +
      'One line has one unit for the whole compound. Item 19 names each drug and the dose, in mg or mcg. ' +
      'No rule on JW or JZ was found. Have the invoice and the NDC of each ingredient at hand.',
    ['1.9', '1.9 units', '1.9 narrative', '1.9 invoice', '9.8', '2b compounded'],
    'a marketed product that was diluted as its label says.',
  ],
  [
    'j3490',
    'J3490',
    '“Unclassified drugs”. It is wrong for a marketed intrathecal product, which has its own code. ' +
      'First Coast (2010 to 2012) wanted it with KD for a compound in a pump. So did WPS, as quoted in 2013.',
    ['1.4', '1.8', '1.9 J3490'],
  ],
  [
    'j7799',
    'J7799',
    '“Noc drugs, other than inhalation drugs, administered through dme”. ' +
      'TrailBlazer, then Novitas, wanted it with KD for a compound in a pump. ' +
      'The Novitas text was last changed on 11/21/2019.',
    ['1.4', '1.8', '1.9 J7799'],
  ],
  [
    'j7999',
    'J7999',
    '“Compounded drug, not otherwise classified”. In force since 01/01/2016. ' +
      'No contractor text was read that asks for it for baclofen in a pump: ask yours.',
    ['1.4', '1.9', '1.9 J7999'],
  ],
  ['j0470', 'J0470', 'Dimercaprol, 100 mg.', ['1.4 neighbors'], 'J0475, one digit away.'],
  ['j0480', 'J0480', 'Basiliximab, 20 mg.', ['1.4 neighbors'], 'J0475 and J0476, its neighbors in the list.'],
  [
    'j0945',
    'J0945',
    'Brompheniramine, 10 mg.',
    ['1.4 neighbors', '1.10'],
    'baclofen: a web page calls it so, the code list does not.',
  ],
]);

const modifiers = entriesOf('modifiers', [
  [
    'jw',
    'JW',
    'Drug of a single-dose container that was thrown away. It stands in whole units, on a line of its own.',
    ['2.1', '2.4', '2.10', '2.13', '2.17', '2.18'],
    'JZ. The two never stand on one line, and a JW line never stands alone.',
  ],
  [
    'jz',
    'JZ',
    'No waste of a single-dose container to bill. Medicare wants JW or JZ since 07/01/2023. ' +
      'JZ also stands where less than a unit was thrown away and the last unit already holds it.',
    ['2.1', '2.4', '2.10', '2.15', '2.16', '2.22'],
    'drug that is not accounted for: there JZ is wrong.',
  ],
  [
    'kd',
    'KD',
    '“Drug or biological infused through DME”. Some Medicare contractors once wanted it on every drug put into a ' +
      'pump. Whether any still does was not found, so it is off until you switch it on. ' +
      'It is not for the trial dose. For other payers only if they say so.',
    ['4 KD'],
  ],
  [
    'tb',
    'TB',
    'Drug bought under the 340B program, for information. It stands beside JW or JZ on a line that is paid on ' +
      'its own. Since 2025 it is the only 340B modifier.',
    ['4 TB', '4 first days'],
    'JG, which others used before 2025.',
  ],
  [
    'jg',
    'JG',
    '340B drug of some hospitals from 2018 to 2024, and of those that are no hospital in 2024. It has ended. ' +
      'Use TB since 2025.',
    ['4 JG', '4 TB', '4 340B', '4 first days'],
  ],
  [
    'po',
    'PO',
    'A department of the hospital that lies off campus and is excepted. ' +
      'PO goes on every line of the hospital’s own Medicare claim since 2016. ' +
      'Not for an emergency room, a remote site or a satellite.',
    ['4 PO'],
    'PN, where it is not excepted. The two never stand on one line.',
  ],
  [
    'pn',
    'PN',
    'A department of the hospital that lies off campus and is not excepted. ' +
      'PN goes on every line of the hospital’s own Medicare claim since 2017. ' +
      'Not for an emergency room, a remote site or a satellite.',
    ['4 PN', '4 PO'],
    'PO, where it is excepted.',
  ],
  [
    'qj',
    'QJ',
    'The patient is in prison or in state or local custody, and 42 CFR 411.4(b) is met. ' +
      'Since 2025 those on parole, on probation, in home detention or in a halfway house are not in custody. ' +
      'A Medicare Advantage plan is not known to have members in custody.',
    ['4 QJ', '4 QJ since 2025', '4 QJ plans'],
    'a federally qualified health center: that is a setting.',
  ],
  [
    'lt-rt',
    'LT and RT',
    'Left and right side of a procedure. The intrathecal space has no side, so neither goes on this drug line.',
    ['4 LT RT'],
    'RE, which is no side.',
  ],
  ['50', '50', 'A procedure on both sides. It does not apply to J0475 and J0476.', ['4 50']],
  ['52', '52', 'A procedure that was done only in part. A smaller dose has fewer units instead.', ['4 52']],
  [
    'ja-jb',
    'JA and JB',
    'Given into a vein, and under the skin. A drug given into the spine takes neither.',
    ['4 JA JB'],
  ],
  ['re', 'RE', 'Given in full keeping with a drug’s safety program (REMS).', ['4 RE'], 'the right side.'],
  [
    '59',
    '59, XE, XP, XS and XU',
    'A distinct service. They do not split the units of a drug. ' +
      'A pair with indicator 0 is not billed apart with them either.',
    ['4 59', '3.4'],
  ],
  [
    '76',
    '76 and 77',
    'A procedure that was done again. They do not get a drug past its daily maximum (MUE). ' +
      'One use on a drug was found: a claim above $99,999.99.',
    ['4 76', '3.8'],
  ],
  ['25', '25', 'A visit apart from the procedure. It belongs on the visit, never on the drug.', ['4 25']],
  [
    'ga',
    'GA',
    'A signed notice (ABN) is on file, and a denial for need is expected. ' +
      'If Medicare denies the line for need, the patient may be billed. ' +
      'A notice does not shift a coding denial to the patient. For the daily maximum (MUE) this is worked out.',
    ['4 ABN', '4 ABN pays', '4 ABN units'],
    'GZ, the same without a notice.',
  ],
  ['gx', 'GX', 'A notice was given by choice, though none was needed. It may stand with GY.', ['4 ABN']],
  [
    'gy',
    'GY',
    'The law excludes the service from Medicare. Nothing read says that of baclofen for a pump.',
    ['4 ABN', '4 GY'],
    'GZ, which tells of need.',
  ],
  [
    'gz',
    'GZ',
    'No notice (ABN) was given, and a denial for need is expected. The provider bears the cost.',
    ['4 ABN', '4 ABN pays'],
    'GA, with a notice.',
  ],
  [
    'jf',
    'JF',
    'A compounded drug. JF was in the lists of 2019 and 2024 and is ended in the list of October 2026. ' +
      'No word on its use was found.',
    ['4 JF'],
  ],
  [
    '99',
    '99',
    'More modifiers than the four that a line takes. 99 stands in the fourth place and the rest in words.',
    ['4 order'],
  ],
]);

/** In this product’s own words: the AMA’s descriptors are its copyright. */
const services = entriesOf('services', [
  [
    '62322',
    '62322',
    'Injection of the trial dose by lumbar puncture, without imaging. One injection is 62322 or 62323, not both.',
    ['5 services', '5 pairs', '5 pairs 2026'],
  ],
  [
    '62323',
    '62323',
    'Injection of the trial dose by lumbar puncture, with imaging. Spinal steroid injections use it too. ' +
      'So some programs look at it before it is paid.',
    ['5 services', '5 pairs 2026', '7.4', '5 trial exemption'],
  ],
  [
    '62367',
    '62367',
    'Pump checked. Not programmed and not refilled. Part of 62368, 62369, 62370, 95990 and 95991 on the same day.',
    ['5 services', '5 pairs', '5 pairs 2026'],
  ],
  [
    '62368',
    '62368',
    'Pump checked and programmed. Not refilled. Part of 62369, 62370, 95990 and 95991 on the same day.',
    ['5 services', '5 pairs', '5 pairs 2026'],
  ],
  [
    '62369',
    '62369',
    'Pump checked, programmed and refilled. No physician’s skill was needed.',
    ['5 services', '5 skill', '5 pairs'],
    '62370, where a physician’s skill was needed.',
  ],
  [
    '62370',
    '62370',
    'Pump checked, programmed and refilled. A physician’s skill was needed. ' +
      'It takes in 62367 to 62369, 95990 and 95991 on the same day.',
    ['5 services', '5 skill', '5 pairs'],
    '62369, where no such skill was needed.',
  ],
  [
    '95990',
    '95990',
    'Pump refilled, not programmed. No physician’s skill was needed. ' +
      'In a facility, a physician is not paid for it. The hospital’s own claim carries it.',
    ['5 services', '5 skill', '5 incident-to', '5 facility', '5 pairs'],
  ],
  [
    '95991',
    '95991',
    'Pump refilled, not programmed. A physician’s skill was needed. ' +
      'It takes in 95990, 62367 and 62368 on the same day.',
    ['5 services', '5 skill', '5 pairs', '5 pairs 2026'],
  ],
  [
    '62362',
    '62362',
    'Implant of the pump. 62367 to 62370 on the same day are part of it, unless they were distinct (indicator ' +
      '1). The hospital list of late 2026 says so of 95991 too. ' +
      'That list never pays 95990 beside it (indicator 0). The physician’s list of that time was not read.',
    ['5 pairs', '5 pairs 2026', '5 pairs 2026 others', '5 pairs physician'],
  ],
  [
    'a4220',
    'A4220 beside a refill',
    'Medicare never pays the kit beside 62369, 62370, 95990 or 95991. A practice leaves it off. ' +
      'A hospital keeps the charge. Its revenue code is 0270.',
    ['5 A4220', '5 kit charge', '5 pairs'],
  ],
  [
    'which-refill-code',
    'Which refill code the record supports',
    'Two facts decide. Was the pump reprogrammed? Was a physician’s skill needed? ' +
      '62369 and 62370 are with programming, 95990 and 95991 without. 62370 and 95991 are with that skill.',
    ['5 services', '5 skill', '5 nothing changed'],
  ],
  [
    'nothing-changed',
    'Refill where nothing was changed',
    'Contractors differ on it. Some are said to want a changed dose for 62369 and 62370. ' +
      'A pump maker counts the new volume that was entered. Ask your contractor.',
    ['5 nothing changed'],
  ],
  [
    'same-claim',
    'Drug and refill',
    'They go on the same claim. Without the refill, the drug may be denied (107, B15). ' +
      'If a pharmacy billed the drug, bill only the refill. A pharmacy may not bill Medicare Part B for it.',
    ['5 same claim', '5 supplied', '5 pharmacy', '8'],
  ],
]);

const stanceWords = {
  required: 'required',
  accepted: 'taken',
  'not-required': 'not required',
  'not-accepted': 'not taken',
} as const satisfies Record<ModifierStance, string>;

const modifierSays = (
  name: string,
  stance: ModifierStance | null,
  from: IsoDate | null,
  professionalOnly = false,
): readonly string[] =>
  stance
    ? [
        [
          `${name} is ${stanceWords[stance]}`,
          ...(professionalOnly ? ['on professional claims'] : []),
          ...(from ? [`since ${formatDate(from)}`] : []),
        ].join(' ') + '.',
      ]
    : [];

/** “the drug, the pump or the trial”. */
const listOf = (things: readonly string[], last: 'and' | 'or'): string =>
  things
    .map((thing) => `the ${thing}`)
    .join(', ')
    .replace(/, (?=[^,]*$)/, ` ${last} `);

/** What was read of a payer, and nothing else. */
function profileSays(profile: PayerProfile): string {
  const {
    jw,
    jwFrom,
    jz,
    jzFrom,
    jzProfessionalOnly,
    lines,
    ndc,
    authorizationDrug,
    authorizationPump,
    authorizationTrial,
  } = profile;
  const { refillKit, largestTrialDose, notes } = profile;
  const authorizations = Object.entries({
    drug: authorizationDrug,
    pump: authorizationPump,
    trial: authorizationTrial,
  });
  const withNeed = (need: string) => authorizations.flatMap(([what, wanted]) => (wanted === need ? what : []));
  const [wanted, free] = [withNeed('required'), withNeed('not-required')];
  const says = [
    ...modifierSays('JW', jw, jwFrom),
    ...modifierSays('JZ', jz, jzFrom, jzProfessionalOnly === true),
    ...(lines
      ? [lines === 'one' ? 'It pays one line of the dose for a drug and day.' : 'It wants a line for each NDC.']
      : []),
    ...(ndc ? [`The NDC is ${ndc === 'required' ? 'required' : 'not required'}.`] : []),
    ...(wanted.length > 0 ? [`Preauthorization is required for ${listOf(wanted, 'and')}.`] : []),
    ...(free.length > 0 ? [`No preauthorization is needed for ${listOf(free, 'or')}.`] : []),
    ...(refillKit ? [`A4220 beside a refill is ${refillKit === 'paid' ? 'paid' : 'not paid'}.`] : []),
    ...(largestTrialDose ? [`A trial is one bolus of at most ${formatMass(largestTrialDose)}.`] : []),
    ...notes,
  ];
  return says.length > 0
    ? `${says.join(' ')} The rest is not on file: ask the payer.`
    : 'Nothing that holds for all of them was read. So ask the payer.';
}

const isRow = (row: string): row is RowId => Object.hasOwn(citations, row);

const payers: readonly ReferenceEntry[] = [...Object.values(defaultProfiles), ...namedProfiles].map((profile) => {
  const [first = '2b plans' as const, ...others] = profile.rows.filter(isRow);
  return {
    id: `payers/${profile.id}`,
    topic: 'payers',
    term: profile.name,
    says: profileSays(profile),
    rows: [first, ...others],
  };
});

const denialEntries: readonly ReferenceEntry[] = denialCases.map(
  ({ id, title, carc, rarc, related, next, why, rows, forPayer }) => {
    const remarks = rarc.length > 0 ? ` and RARC ${rarc.join(', ')}` : '';
    const alsoLookAt = related.length > 0 ? ` Look at ${related.join(', ')} as well.` : '';
    const codesSaid = `It may come with CARC ${carc.join(', ')}${remarks}.${alsoLookAt}`;
    const [first = '8' as const, ...others] = new Set([...rows, ...forPayer.flatMap((each) => each.rows)]);
    return {
      id: `denials/${id}`,
      topic: 'denials',
      term: title,
      says: [`${codesSaid} ${nextWords[next]}. ${why}`, ...forPayer.map(({ says }) => says)].join(' '),
      rows: [first, ...others],
    };
  },
);

/** After a denial, payer by payer: how a correction or an appeal is taken, and by when. */
const afterDenial: readonly ReferenceEntry[] = ways.flatMap(({ id, title, steps, deadlines }) => {
  const told = [...steps, ...deadlines];
  const [first, ...others] = new Set(told.flatMap(({ rows }) => rows));
  return first === undefined || id === 'self-pay'
    ? []
    : [
        {
          id: `denials/after-${id}`,
          topic: 'denials' as const,
          term: `After a denial: ${title}`,
          says: told.map(({ says }) => says).join(' '),
          rows: [first, ...others] as const,
        },
      ];
});

/** Section 12: each claim of the article that this worksheet was asked to follow, with what was read of it. */
const article = entriesOf('article', [
  ['j0475', 'J0475 is baclofen by injection, 10 mg.', 'So it is.', ['1.2']],
  [
    'j0428',
    'J0428 is baclofen into a vein or muscle, per 10 mg.',
    'J0428 is in no code list read. Every product found is for the spine. A claim with J0428 is on hold.',
    ['1.1', '1.5', '1.6', '1.12'],
  ],
  [
    'qj',
    'QJ tells of a patient of a federally qualified health center.',
    'QJ is for a person in prison or in state or local custody. The health center is a setting. ' +
      'There the drug is not paid on its own line.',
    ['4 QJ', '2b clinic'],
  ],
  [
    'lt-rt',
    'LT and RT are added when the site of the injection must be told.',
    'Nothing read backs that for this drug. The space around the spine has no side. ' +
      'The fee schedule says that sides do not apply.',
    ['4 LT RT'],
  ],
  [
    'bilateral-reduced',
    'Modifiers for both sides or for a reduced dose are common.',
    'Nothing read backs that. 50 does not apply. 52 is for a procedure done in part. The units tell the dose.',
    ['4 50', '4 52'],
  ],
  [
    'jw',
    'JW is sometimes used for waste.',
    'Not sometimes. Medicare wants JW or JZ on every line of a single-dose drug that is paid on its own. ' +
      'CMS’s list of codes for them names J0475 and J0476. JZ, for no billable waste, is not in the article.',
    ['2.4', '2.10', '2b office', '2 single-dose list'],
  ],
  [
    'omissions',
    'The article leaves out J0476, A4220, KD, the daily maximum (MUE), the NDC and NCD 280.14.',
    'They decide claims. J0476 is the trial dose. Medicare never pays A4220 beside a refill. ' +
      'KD is a question for the contractor. The daily maximum is 8 units of J0475. ' +
      'Medicaid and most plans read want the NDC. NCD 280.14 is Medicare’s rule for the pump.',
    ['1.3', '5 A4220', '4 KD', '3.2', '9.5', '6a'],
  ],
  [
    'waste',
    'Waste is documented with the amount used, the amount discarded and the reason.',
    'The amounts, yes. One contractor wants the date and time too. ' +
      'A rule that asks for the reason was not found. You can still enter it.',
    ['11', '2.22'],
  ],
  [
    'imaging',
    'Imaging and other studies must support the need.',
    'The coverage rule does not ask for them. It asks for six weeks of other treatment that failed or was not ' +
      'tolerated. It also asks for a trial that helped before the implant.',
    ['6a'],
  ],
  [
    'denials',
    'Claims are denied for medical necessity, a missing modifier (one for the site among them) or missing ' +
      'preauthorization.',
    'The three happen. But no source supports a denial for a missing site modifier. This drug has none.',
    ['8', '8 modifier code', '4 LT RT'],
  ],
  [
    'commercial',
    'Commercial plans want preauthorization and cap how often and how much.',
    'Plans differ: ask yours. No limit on how often a pump is filled was found. ' +
      'The one cap with a figure is Aetna’s: 100 mcg for a trial bolus. ' +
      'A pump maker says that original Medicare asks for none.',
    ['7.5', '7.6', '6d', '7.3'],
  ],
  [
    'j1950',
    'J1950 is a similar code.',
    'It is a real code, for leuprolide depot, per 3.75 mg. It has nothing in common with J0475.',
    ['1.4'],
  ],
]);

const notConfirmed = entriesOf('not-confirmed', [
  ['iv-im', 'A code for baclofen into a vein or muscle', 'No source names one. The claim is on hold.', ['1.7', '1.12']],
  [
    'j0428',
    'An official word on J0428',
    'None was found. The code is in none of the lists and tables that were read.',
    ['1.1 J0428', '1.1'],
  ],
  [
    'single-dose',
    'Single-dose, where the label was not read',
    'Labels of Mylan and Advagen were not confirmed. Nor were the screening syringes of Sagent and MAIA, and ' +
      'Nexus 14789-0161-01. Look at the label.',
    ['1.6'],
  ],
  [
    'compounded',
    'Which code for compounded baclofen',
    'Contractors named J7799 or J3490, with KD. No text was read that asks for J7999. Which one holds today: ask.',
    ['1.9', '1.9 J7999'],
  ],
  [
    'compounded-waste',
    'JW or JZ on a compounded drug',
    'Not found. A third party says that unlisted codes of single-dose drugs carry them too.',
    ['2b compounded', '2b unlisted'],
  ],
  [
    'jf',
    'When to use JF',
    'It was in the code lists of 2019 and 2024. No text on its use was found. ' +
      'The list of October 2026 marks it as ended.',
    ['4 JF', '1.3 JF JG'],
  ],
  [
    'jg-end',
    'The day on which JG ended',
    'The code list of October 2026 marks JG as ended. It does not show the day.',
    ['1.3 JF JG', '4 JG'],
  ],
  [
    'kd',
    'KD today',
    'No text that ends it was found, and no new one that asks for it. ' +
      'Nothing at all was found for hospital outpatients. KD is off until you switch it on.',
    ['4 KD'],
  ],
  [
    'full-texts',
    'Full text of the CMS manual and answers on JW and JZ',
    'Chapter 17 and the CMS questions and answers were not read. Pages that quote them were.',
    ['2 full texts'],
  ],
  [
    'faq-later',
    'CMS answers on JW and JZ after January 2024',
    'No text after January 2024 was found. Later coding pages repeat the rule. ' +
      'One page of 2026 says neither JW nor JZ and is not followed.',
    ['2 FAQ later', '2.15 later'],
  ],
  [
    'small-leftover',
    'JZ on several units with a leftover below one unit',
    'Worked out from the published case of one unit. 36 mg of 40 mg make 4 units with JZ.',
    ['2.16'],
  ],
  [
    'jw-and-jz',
    'JW and JZ for one drug on one claim',
    'No CMS text was found. Every example read with JW leaves the other line bare. So does the worksheet.',
    ['2.18'],
  ],
  [
    'line-order',
    'Where the JW line stands',
    'No text was found. Here it stands next to the line of the dose, on the same claim and day.',
    ['2.19', '2.5'],
  ],
  [
    'two-fills',
    'Two fills, or a trial and a fill, of one day',
    'No text was found. Labels and doses of one code are added up, and the units of the day are rounded once.',
    ['2.21 fills'],
  ],
  [
    'residual',
    'Old drug drawn out of the pump',
    'No CMS text on it was found. It was billed with an earlier fill, so it is not waste. The record holds its volume.',
    ['2.30', '2.31'],
  ],
  [
    'texas',
    'Texas Medicaid and JW',
    'It takes JW for some single-dose drugs only. Whether baclofen is one was not found.',
    ['2b Texas'],
  ],
  [
    'plan-waste',
    'What other plans do with JW and JZ',
    'The policies read differ, and some could not be read. Medicare’s way is used until you ask the plan.',
    ['2b plans'],
  ],
  [
    'mue-jw',
    'Whether JW units count toward the daily maximum',
    'No source says so. The worksheet counts them.',
    ['3.6'],
  ],
  [
    'modifier-order',
    'Order of the modifiers',
    'No Part B text was found. What decides the price stands first. A payer profile can change it.',
    ['4 order'],
  ],
  [
    'kit-elsewhere',
    'A4220 with commercial plans and Medicaid',
    'Whether they pay for the kit was not found.',
    ['5 kit elsewhere'],
  ],
  [
    '340b-department',
    '340B drugs of a department off campus, 2019 to 2023',
    'This is about a department that is not excepted. What it reported then was not found. In 2018 and 2024 it was TB.',
    ['4 340B'],
  ],
  [
    'nothing-changed',
    'Programming codes where nothing was changed',
    'Whether 62369 or 62370 then fits is told in two ways. No contractor’s own text was read. Ask.',
    ['5 nothing changed'],
  ],
  [
    'claim-line-order',
    'Order of the lines of a claim',
    'No rule on it was found. The worksheet has an order of its own.',
    ['5 line order'],
  ],
  ['catheter-trial', 'Trial through a lasting catheter', 'Its procedure codes were not found.', ['5 catheter trial']],
  ['place-edit', 'A place of service that J0475 is denied in', 'No such rule was found.', ['2b place edit']],
  [
    'diagnosis-list',
    'A payer’s list of diagnosis codes',
    'None could be read. The codes offered fit the causes that coverage rules and label name.',
    ['6c', '6c list'],
  ],
  [
    'encounter-code',
    'Encounter code of a refill',
    'Z45.1, Z45.49 or Z46.2: which one a payer wants was not found.',
    ['6c encounter'],
  ],
  [
    'icd-2027',
    'ICD-10-CM from April 2027',
    'Its update was not out when this was read. The list from 10/01/2026 (FY2027) changes none of the codes ' +
      'offered here.',
    ['6c 2027'],
  ],
  ['ncd', 'Wording of NCD 280.14', 'It was read in a plan’s policy that restates it, not at CMS.', ['6a']],
  ['criteria', 'Criteria of eviCore and Humana', 'Known from third parties only.', ['6d others']],
  [
    'aetna',
    'Aetna beyond the trial',
    'What it covers was read in a copy. What it wants on JW, JZ, NDC and preauthorization was not read.',
    ['6d', '2b plans'],
  ],
  [
    'preauthorization',
    'Plans that preauthorize J0475',
    'Such lists exist, but no row for J0475 could be read. Ask the plan.',
    ['7.5'],
  ],
  [
    'retroactive',
    'Preauthorization after the service',
    'No policy read gives a time limit. None says how long an approval lasts.',
    ['7.6'],
  ],
  [
    'frequency',
    'How often a pump may be filled, and how much',
    'No limit was found in any policy read, but for trial doses. A payer profile can hold the plan’s own.',
    ['7.6 limits', '6d'],
  ],
  [
    'modifier-denial',
    'Codes for a missing JW or JZ',
    'Which reason and remark codes Medicare sends was not found.',
    ['8 modifier code', '8'],
  ],
  [
    'denial-mapping',
    'Which payer sends which code',
    'The codes and what they mean were read. Which one comes for a case is worked out.',
    ['8'],
  ],
  [
    'frequency-part-b',
    'Frequency 7 and 8 in Part B',
    'No text of CMS or a contractor on it was found. The worksheet does not use them.',
    ['8 frequency'],
  ],
  [
    'appeals-2027',
    'Appeal amounts of 2027',
    'The least amounts for a judge and the court were not found.',
    ['8 appeals 2027'],
  ],
  [
    'medi-cal',
    'From which day Medi-Cal counts its 6 months',
    'It takes a replacement for 6 months. The day on which they start was not read.',
    ['8 Medicaid'],
  ],
  [
    'remittance-codes',
    'Remittance codes since June 2024',
    'Codes that are newer than June 2024 were not read. A code that is not on file is shown, and nothing is ' +
      'guessed of it. Look it up.',
    ['8 codes later'],
  ],
  [
    'remittance-file',
    'Remittance file (835) and claim acknowledgment (277CA)',
    'An 835 is read by a public map of its guide, and its sums are checked. The guide itself was not read. ' +
      'No screen opens a 277CA.',
    ['8 file'],
  ],
  [
    'remittance-texts',
    'Texts on remittances and appeals',
    'The guide of the 835, chapters 22, 29 and 34 of the claims manual and form CMS-20027 were not read.',
    ['8 texts'],
  ],
  [
    'overpayments',
    'What is asked of an overpayment today',
    'The rule of 2016 gives 60 days to report and return it. What changed since was not read.',
    ['8 overpayment'],
  ],
  [
    'filing-plans',
    'Filing limits of plans',
    'They stand in your contract. A third party says that 90 to 180 days are common.',
    ['8 filing plans'],
  ],
  [
    'ndc-medicare',
    'NDC on an original Medicare claim',
    'No text was found that says Medicare does not want it.',
    ['9.5 Medicare'],
  ],
  [
    'ndc-milliliters',
    'mL on a JZ line with a little waste',
    'Is it what was given, or the whole container? Not found. The worksheet puts what was given.',
    ['9.7'],
  ],
  [
    'ub-ndc',
    'NDC on the UB-04',
    'Form locator 43 was read at one Medicaid agency of 2008: ' +
      'N4, the NDC, the unit and the quantity, with no space. How Medicare and other payers want it was not read. ' +
      'The worksheet gives NDC and mL apart from the text there.',
    ['form UB-04'],
  ],
  [
    'form-details',
    'Details of the claim forms',
    'General knowledge says that diagnoses and charges have no points, and that item 19 has 71 places. ' +
      'An NUCC text of 2005 has 83. It has the widths of items 22, 23, 24F and 24G, on an older form. ' +
      'That item 22 takes 7 or 8 is told by billing pages.',
    ['form 21', 'form 22', 'form 24F', 'form widths'],
  ],
  [
    'form-by-setting',
    'Which form a health center bills on',
    'For a rural health clinic and an FQHC both forms are written. ' +
      'For Medicare, First Coast lists bill types 071x and 077x of the UB-04. ' +
      'Which form other payers take was not read. Ask them.',
    ['form by setting'],
  ],
  [
    'form-837',
    'Details of the 837P',
    'A public map of it was read for its parts and codes. Lengths, characters and what the codes mean are ' +
      'general knowledge. So are ZIP+4 and the check digit of an NPI.',
    ['form 837 details'],
  ],
  [
    'form-guide',
    'The guide of the 837P',
    'It is licensed and was not read. The file follows a model of it and X12’s own drug examples. ' +
      'Your clearinghouse has the last word.',
    ['form 837'],
  ],
  [
    'form-grid',
    'Where items stand on the printed CMS-1500',
    'They stand as a practice system has printed them for years: 10 characters and 6 lines an inch. ' +
      'The form’s own specification was not read. Print the test sheet and hold it against your form.',
    ['form grid'],
  ],
  [
    'whole-claim',
    'Parts of a claim that are not written',
    'In the 837 these are what the patient paid (AMT F5), a contract (CN1) and state data (K3). ' +
      'So are a second provider who referred, and paperwork of one line. ' +
      'Types of bill 012x and 083x are not written. ' +
      'Bill such a claim in your own system.',
    ['form whole claim'],
  ],
  [
    'medigap-837',
    'Medigap in the 837',
    'How Medicare wants it there was not read. It stands on paper alone, in items 9 to 9d and 13. ' +
      'What a supplement pays was not read either. Ask it.',
    ['form whole claim', 'form 1500 Medicare'],
  ],
  [
    'ndc-fourth-layout',
    'A fourth layout of NDC and quantity on paper',
    'One maker’s example has no space between the two. No payer’s text that wants it was found. ' +
      'A payer profile holds three layouts.',
    ['form whole claim', '9.3'],
  ],
  [
    'several-payers',
    'More than two payers',
    'One payer before this one can be told. With two before Medicare, send paper with both remittances. ' +
      'A remittance of Medigap is none of a payer before Medicare.',
    ['8 several payers'],
  ],
  [
    'crossover',
    'When a second claim is sent after Medicare',
    'Not where Medicare has sent it on: status 19 or 20, MA18 or N89. How long to wait is a matter of the state.',
    ['8 crossover'],
  ],
  [
    'patient-after-two',
    'What the patient owes after Medicare as second payer',
    'What may be charged then was not read. The estimate shows the most: what the first payer left, less what ' +
      'Medicare pays. Deductible and sequestration are left out.',
    ['10 share second'],
  ],
  [
    'parts-of-a-service',
    '26 and TC beside the drug',
    'General knowledge says that refills and pump checks take neither. No text was read, and nothing is checked.',
    ['5 services'],
  ],
  [
    'ndc-when-medicaid-follows',
    'NDC on a Medicare claim that Medicaid gets next',
    'Medicare is said to pass the line on with its NDC. Enter it, so that it is there.',
    ['9.5 Medicare', '9.5'],
  ],
  [
    'split-claim',
    'How a Part B claim above $99,999.99 is split',
    'First Coast wants several claims, with 76 and a note. How the note reads, and what others want, was not read.',
    ['3.8'],
  ],
  [
    'left-to-patient',
    'What a payer before left to the patient',
    'X12 answers put it on each line. A test vector on file had it once with the claim. The worksheet follows X12.',
    ['form 837 left'],
  ],
  [
    'waste-reason',
    'Reason for the waste, lot, expiry, witness',
    'No rule read asks for them. Third parties do. You can enter them.',
    ['11'],
  ],
  [
    'refill-record',
    'What a refill record must hold',
    'No full sheet and no rule could be read. The fields are those that clinics and makers use.',
    ['products 4'],
  ],
  [
    'tolerance',
    'Difference between expected and aspirated volume',
    'No published limit was found. Nothing is judged until you enter yours.',
    ['products 3 tolerance'],
  ],
  [
    'stability',
    'How long the drug lasts in the pump',
    '180 days comes from a short summary of a study. Limits of single brands were not confirmed.',
    ['products 3 stability'],
  ],
  [
    'barcode',
    'How barcodes of these products are printed',
    'They are read as such codes most often are. No package was seen. Two numbers stand in FDA data. ' +
      'Hold what the scan says against the carton. A carton or case may have another first digit.',
    ['barcode', 'barcode printed'],
  ],
  [
    'hcpcs-releases',
    'HCPCS of July 2026 and January 2027',
    'The release of July 2026 was not read. A payment file of that quarter has both codes, and the release of ' +
      'October shows no change. January 2027 was not found.',
    ['1.3 July 2026', '1.3 January 2027'],
  ],
  [
    'mue-releases',
    'Daily maximum (MUE) from October 2024 to September 2026',
    'Not read. The tables before and after it agree.',
    ['3.2 between'],
  ],
  [
    'ptp-releases',
    'NCCI pairs of other quarters',
    'Read were the pairs from 07/01/2024 to 09/30/2024, and the hospital’s of the fourth quarter of 2026. ' +
      'The physician’s list of that quarter was not found.',
    ['5 pairs', '5 pairs 2026', '5 pairs physician'],
  ],
  [
    'fee-schedule',
    'Physician fee schedule after January 2026',
    'The release of October 2026 exists. Its rows were not read.',
    ['10 fee schedule later'],
  ],
  [
    'outpatient-rates',
    'Outpatient rates from July 2026',
    'The price lists of July and October 2026 exist. Their rows were not read, nor anything of 2027.',
    ['10 outpatient later'],
  ],
  [
    'limits',
    'Payment rates that were not found',
    'For J0475 these are 2017 to 2019, the last half of 2020, the third quarter of 2021 and the first half of ' +
      '2022. For J0476 it is all before 2024. For both it is 2027. Open the quarterly file of CMS on this page.',
    ['10 gaps', '10 opened'],
  ],
  [
    'public-copies',
    'Figures from public copies',
    'The newest payment rates and the NDC crosswalk were read in copies by third parties. ' +
      'Compare those of the fourth quarter of 2026 with the files of CMS before you rely on them.',
    ['10 copies', '10 opened'],
  ],
  [
    'limits-worked-out',
    'J0475 rates before 2024',
    'They were read in the price list for hospital outpatients. ' +
      'That the payment limit file had the same rate is worked out.',
    ['10 addendum'],
  ],
  [
    'deductible',
    'Part B deductible of 2027',
    'Not found. Ask how much the patient still owes. The figures of 2024 and 2025 were not read at CMS.',
    ['10 deductible'],
  ],
  [
    'crosswalk',
    'NDC crosswalk of April 2026, and of 2027',
    'Not found. A newer container may be missing. Open the file of CMS on this page.',
    ['products April 2026', '10 opened'],
  ],
  [
    'asc',
    'Surgical center indicators of 2026',
    'The newest read are of 2020: J0475 K2, J0476 N1. Lists of July and October 2026 exist, but were not read.',
    ['2b asc'],
  ],
  [
    'outpatient',
    'Hospital outpatient status since July 2026',
    'The lists of July and October 2026 were not read. Until June J0475 was K and J0476 was N.',
    ['2b outpatient'],
  ],
  [
    'residence',
    'The drug in assisted living or custodial care',
    'Nothing was found. The worksheet takes them like the home: only with the physician there.',
    ['2b residence', '2b home'],
  ],
  [
    'nursing-facility',
    'The drug in a nursing facility without a Part A stay',
    'Whether the office’s staff may give it there was not found. The drug line waits.',
    ['2b nursing facility'],
  ],
  [
    'snf',
    'J0475 in a Part A stay',
    'No list of what is billed apart from the stay was found that names it. The drug line waits.',
    ['2b SNF'],
  ],
  [
    'other-place',
    'Other places of service',
    'Who bills the drug there was not read: ask the contractor.',
    ['2b other place'],
  ],
  [
    'wiser',
    'Review before payment (WISeR)',
    'In six states from 2026. Spinal steroid injections are part of it. Pump refills were not on the list read. ' +
      'Ask about a trial with 62323.',
    ['7.4'],
  ],
]);

export const referenceEntries: readonly ReferenceEntry[] = [
  ...codes,
  ...modifiers,
  ...services,
  ...rateEntries,
  ...payers,
  ...denialEntries,
  ...afterDenial,
  ...article,
  ...notConfirmed,
];

/** Without case, accents and typographic quotes; brackets as in “[2.16]” fall away. */
const folded = (text: string): string =>
  text
    .normalize('NFD')
    .replace(/[\p{M}[\]“”]/gu, '')
    .replaceAll('’', "'")
    .toLowerCase();

const termWords = (term: string): readonly string[] => folded(term).split(/[^\p{L}\p{N}]+/u);

const searchable = referenceEntries.map((entry) => {
  const { topic, term, says, doNotConfuse = '', rows } = entry;
  return {
    entry,
    text: folded([term, says, doNotConfuse, topic, topicWords[topic], ...rows].join('\n')),
    words: termWords(term),
  };
});

/** Topics whose terms are codes; an entry with the code in its term comes first when the query is that code. */
const codeTopics: readonly Topic[] = ['codes', 'modifiers', 'services'];

/** Words of a question that tell nothing about its answer. */
const fillers = new Set([
  'a',
  'about',
  'an',
  'and',
  'are',
  'do',
  'does',
  'for',
  'how',
  'i',
  'in',
  'is',
  'it',
  'my',
  'of',
  'on',
  'or',
  'the',
  'this',
  'to',
  'what',
  'can',
  'need',
  'should',
  'still',
  'use',
  'we',
  'when',
  'which',
  'why',
  'with',
]);

/**
 * The entries that hold the most of the telling words of the query, all of them where there are such; all entries for
 * an empty query.
 */
export function searchReference(query: string): readonly ReferenceEntry[] {
  const typed = folded(query)
    .split(/[\s,/?]+/)
    .map((word) => word.replace(/^(co|pr|oa|pi)-(?=\d)/, ''))
    .filter(Boolean);
  const telling = typed.filter((word) => !fillers.has(word));
  const words = telling.length > 0 ? telling : typed;
  const counted = searchable.map((each) => ({ each, held: words.filter((word) => each.text.includes(word)).length }));
  const most = Math.max(...counted.map(({ held }) => held));
  if (words.length > 0 && most === 0) return [];
  const found = counted.filter(({ held }) => held === most).map(({ each }) => each);
  const [code, ...more] = words;
  const isCode = ({ entry: { topic }, words }: (typeof searchable)[number]) =>
    more.length === 0 && code !== undefined && codeTopics.includes(topic) && words.includes(code);
  /** The code's own entry before those that only name it in their term. */
  const isItself = (each: (typeof searchable)[number]) => isCode(each) && each.words[0] === code;
  const restsOn = ({ entry: { rows } }: (typeof searchable)[number]) =>
    more.length === 0 && rows.some((row) => folded(row) === code);
  const rank = (each: (typeof searchable)[number]) => (isItself(each) ? 0 : isCode(each) || restsOn(each) ? 1 : 2);
  return found.toSorted((a, b) => rank(a) - rank(b)).map(({ entry }) => entry);
}
