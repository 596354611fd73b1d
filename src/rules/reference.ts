import { formatDate, type IsoDate } from '../engine/dated';
import type { ModifierStance, PayerProfile } from '../engine/payer-profile';
import { formatMass } from '../engine/quantity';
import { citations, type RowId } from './citations';
import { denialCases, nextWords } from './denial-codes';
import { defaultProfiles, namedProfiles } from './payers';

/** The topics in the order in which they stand, with their headings. */
export const topicWords = {
  codes: 'Codes',
  modifiers: 'Modifiers',
  services: 'Services beside the drug',
  payers: 'Payers',
  denials: 'Denials',
  article: 'What an article says, and what is right',
  'not-confirmed': 'Not confirmed',
} as const;
export type Topic = keyof typeof topicWords;

export type ReferenceEntry = {
  readonly id: string;
  readonly topic: Topic;
  /** What it is about; of the topic `article`, what the article says. */
  readonly term: string;
  /** What is known; of the topic `article`, what is right. */
  readonly says: string;
  /** Reads on after “Do not confuse with”. */
  readonly doNotConfuse?: string;
  readonly rows: readonly [RowId, ...RowId[]];
};

type Told = readonly [id: string, term: string, says: string, rows: readonly [RowId, ...RowId[]], doNotConfuse?: string];

const entriesOf = (topic: Topic, told: readonly Told[]): readonly ReferenceEntry[] =>
  told.map(([id, term, says, rows, doNotConfuse]) => ({ id: `${topic}/${id}`, topic, term, says, rows, ...(doNotConfuse ? { doNotConfuse } : {}) }));

/** HCPCS Level II wordings are official and stand in quotation marks: rows 1.2 to 1.4. */
const codes = entriesOf('codes', [
  [
    'j0475',
    'J0475',
    '“Injection, baclofen, 10 mg”. One unit is 10 mg. In force since 1994. For any marketed intrathecal product but the 50 mcg/mL trial one. Marketed containers hold whole units; a part of a unit is rounded up once.',
    ['1.2', '2.11', 'products'],
    'J0476, of which 200 units hold as much drug as one unit of J0475.',
  ],
  [
    'j0476',
    'J0476',
    '“Injection, baclofen, 50 mcg for intrathecal trial”. One unit is 50 mcg. In force since 1999. For the screening dose with the 50 mcg/mL product.',
    ['1.3', 'label trial'],
    'J0475: a refill billed with J0476 is off by 200 times.',
  ],
  [
    'j0428',
    'J0428 (on hold)',
    'In no HCPCS list read, so it has no official wording. An article gives it to intravenous or intramuscular baclofen; no such product was found. A claim with it waits until the payer has confirmed it: who, when, reference number.',
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
    '“Refill kit for implantable infusion pump”. A supply, not the drug. Medicare never pays it beside a refill.',
    ['1.4', '5 A4220'],
    'the drug in the pump, which is J0475.',
  ],
  [
    'j3490',
    'J3490',
    '“Unclassified drugs”. Wrong for a marketed intrathecal product, which has its own code. Some contractors wanted it for compounded baclofen.',
    ['1.4', '1.8', '1.9'],
  ],
  [
    'j7799',
    'J7799',
    '“Noc drugs, other than inhalation drugs, administered through dme”. Some contractors wanted it, with KD, for compounded baclofen in a pump.',
    ['1.4', '1.8', '1.9'],
  ],
  [
    'j7999',
    'J7999',
    '“Compounded drug, not otherwise classified”. Since 2016. May be what a contractor wants for compounded baclofen: ask.',
    ['1.4', '1.9'],
  ],
  ['j0470', 'J0470', 'Dimercaprol, 100 mg.', ['1.4 neighbors'], 'J0475, one digit away.'],
  ['j0480', 'J0480', 'Basiliximab, 20 mg.', ['1.4 neighbors'], 'J0475 and J0476, its neighbors in the list.'],
  ['j0945', 'J0945', 'Brompheniramine, 10 mg.', ['1.4 neighbors', '1.10'], 'baclofen: a web page calls it so, the code list does not.'],
]);

const modifiers = entriesOf('modifiers', [
  ['jw', 'JW', 'Drug of a single-dose container that was thrown away, in whole units, on a line of its own.', ['2.1', '2.4', '2.10', '2.13', '2.17', '2.18'], 'JZ. The two never stand on one line, and a JW line never stands alone.'],
  ['jz', 'JZ', 'No billable waste of a single-dose container. Medicare wants JW or JZ since 07/01/2023. It also stands where less than a unit was thrown away and the last unit already holds it.', ['2.1', '2.4', '2.10', '2.15', '2.16', '2.22'], 'drug that is not accounted for: JZ is no shortcut there.'],
  ['kd', 'KD', '“Drug or biological infused through DME”. Some Medicare contractors once wanted it on every drug put into an implanted pump. Whether any still does was not found, so it is off until you switch it on. Not for the trial dose, and not for other payers unless they say so.', ['4 KD']],
  ['tb', 'TB', 'Drug bought under the 340B program, for information. It stands beside JW or JZ on a line that is paid on its own.', ['4 TB'], 'JG, which others reported before 2025.'],
  ['jg', 'JG', 'The modifier for 340B drugs of some hospitals from 2018 to 2024, and of those that are no hospital in 2024. TB alone since 2025.', ['4 JG', '4 TB', '4 340B']],
  ['po', 'PO', 'Hospital department off campus that is excepted. On every line of the hospital’s own Medicare claim since 2016.', ['4 PO'], 'PN, where it is not excepted. The two never stand on one line.'],
  ['pn', 'PN', 'Hospital department off campus that is not excepted. On every line of the hospital’s own Medicare claim since 2017.', ['4 PN'], 'PO, where it is excepted.'],
  ['qj', 'QJ', 'Patient who is a prisoner or in state or local custody, where 42 CFR 411.4(b) is met.', ['4 QJ'], 'a federally qualified health center: that is a setting.'],
  ['lt-rt', 'LT and RT', 'Left and right side of a procedure. The intrathecal space has no side, so neither goes on this drug line.', ['4 LT RT'], 'RE, which is no side.'],
  ['50', '50', 'A procedure on both sides. Does not apply to J0475 and J0476.', ['4 50']],
  ['52', '52', 'A procedure that was done only in part. A smaller dose has fewer units instead.', ['4 52']],
  ['ja-jb', 'JA and JB', 'Given into a vein, and under the skin. Intrathecal is neither.', ['4 JA JB']],
  ['re', 'RE', 'Given in full keeping with a drug’s safety program (REMS).', ['4 RE'], 'the right side.'],
  ['59', '59, XE, XP, XS and XU', 'A distinct service. They do not split the units of a drug, and a pair with indicator 0 is not billed apart with them either.', ['4 59', '3.4']],
  ['76', '76 and 77', 'A procedure that was repeated. They do not get a drug past its daily limit. The one use on a drug that was found: a claim above $99,999.99.', ['4 76', '3.8']],
  ['25', '25', 'A visit apart from the procedure. It belongs on the visit, never on the drug.', ['4 25']],
  ['ga', 'GA', 'A signed notice of non-coverage (ABN) is on file, and a denial for medical necessity is expected.', ['4 ABN'], 'GZ, the same without a notice.'],
  ['gx', 'GX', 'A notice was given although none was needed. May stand with GY.', ['4 ABN']],
  ['gy', 'GY', 'Excluded from Medicare by law.', ['4 ABN']],
  ['gz', 'GZ', 'A denial for medical necessity is expected, and there is no notice.', ['4 ABN'], 'GA, with a notice.'],
  ['jf', 'JF', 'Compounded drug. It is in the code lists of 2019 and 2024, but no instruction on its use was found.', ['4 JF']],
  ['99', '99', 'More modifiers than the four that a line takes: 99 in the fourth place, the rest in a narrative.', ['4 order']],
]);

/** In this product’s own words: the AMA’s descriptors are its copyright. */
const services = entriesOf('services', [
  ['62322', '62322', 'Injection of the trial dose by lumbar puncture, without imaging. One injection is 62322 or 62323, not both.', ['5 services', '5 pairs', '5 pairs 2026']],
  ['62323', '62323', 'Injection of the trial dose by lumbar puncture, with imaging. Spinal steroid injections use it too. So some programs look at it before it is paid.', ['5 services', '5 pairs 2026', '7.4', '5 trial exemption']],
  ['62367', '62367', 'Pump checked. Not programmed and not refilled. Part of 62368, 62369, 62370, 95990 and 95991 on the same day.', ['5 services', '5 pairs', '5 pairs 2026']],
  ['62368', '62368', 'Pump checked and programmed. Not refilled. Part of 62369, 62370, 95990 and 95991 on the same day.', ['5 services', '5 pairs', '5 pairs 2026']],
  ['62369', '62369', 'Pump checked, programmed and refilled. No physician’s skill was needed.', ['5 services', '5 skill', '5 pairs'], '62370, where a physician’s skill was needed.'],
  ['62370', '62370', 'Pump checked, programmed and refilled. A physician’s skill was needed. It takes in 62367 to 62369, 95990 and 95991 on the same day.', ['5 services', '5 skill', '5 pairs'], '62369, where no such skill was needed.'],
  ['95990', '95990', 'Pump refilled, not programmed. No physician’s skill was needed. In a facility, a physician is not paid for it. The hospital’s own claim carries it.', ['5 services', '5 skill', '5 incident-to', '5 facility', '5 pairs']],
  ['95991', '95991', 'Pump refilled, not programmed. A physician’s skill was needed. It takes in 95990, 62367 and 62368 on the same day.', ['5 services', '5 skill', '5 pairs', '5 pairs 2026']],
  ['62362', '62362', 'Implant of the pump. 62367 to 62370 and 95991 on the same day are part of it, unless they were distinct (indicator 1). 95990 is never paid beside it (indicator 0).', ['5 pairs', '5 pairs 2026']],
  ['a4220', 'A4220 beside a refill', 'Medicare never pays the kit beside 62369, 62370, 95990 or 95991. A practice leaves it off. A hospital keeps the charge. Its revenue code is 0270.', ['5 A4220', '5 kit charge', '5 pairs']],
  ['which-refill-code', 'Which refill code the record supports', 'Two facts decide. Was the pump reprogrammed? Was a physician’s skill needed? 62369 and 62370 are with programming, 95990 and 95991 without. 62370 and 95991 are with that skill.', ['5 services', '5 skill', '5 nothing changed']],
  ['nothing-changed', 'Refill where nothing was changed', 'Contractors differ on it. Some are said to want a changed dose for 62369 and 62370. A pump maker counts the new volume that was entered. Ask your contractor.', ['5 nothing changed']],
  ['same-claim', 'Drug and refill', 'They go on the same claim. Without the refill, the drug may be denied (107, B15). If a pharmacy billed the drug, bill only the refill.', ['5 same claim', '5 supplied', '8']],
]);

const stanceWords = {
  required: 'required',
  accepted: 'taken',
  'not-required': 'not required',
  'not-accepted': 'not taken',
} as const satisfies Record<ModifierStance, string>;

const modifierSays = (name: string, stance: ModifierStance | null, from: IsoDate | null): readonly string[] =>
  stance ? [`${name} is ${stanceWords[stance]}${from ? ` since ${formatDate(from)}` : ''}.`] : [];

/** What was read of a payer, and nothing else. */
function profileSays({ jw, jwFrom, jz, jzFrom, lines, ndc, authorizationDrug, authorizationPump, authorizationTrial, refillKit, largestTrialDose, notes }: PayerProfile): string {
  const authorizations = Object.entries({ drug: authorizationDrug, pump: authorizationPump, trial: authorizationTrial });
  const withNeed = (need: string) => authorizations.flatMap(([what, wanted]) => (wanted === need ? what : []));
  const [wanted, free] = [withNeed('required'), withNeed('not-required')];
  const says = [
    ...modifierSays('JW', jw, jwFrom),
    ...modifierSays('JZ', jz, jzFrom),
    ...(lines ? [lines === 'one' ? 'One line of the dose for a drug and day.' : 'A line for each NDC.'] : []),
    ...(ndc ? [`NDC is ${ndc === 'required' ? 'required' : 'not required'}.`] : []),
    ...(wanted.length > 0 ? [`Preauthorization is required: ${wanted.join(', ')}.`] : []),
    ...(free.length > 0 ? [`No preauthorization: ${free.join(', ')}.`] : []),
    ...(refillKit ? [`A4220 beside a refill is ${refillKit === 'paid' ? 'paid' : 'not paid'}.`] : []),
    ...(largestTrialDose ? [`Trial: at most ${formatMass(largestTrialDose)} as one bolus.`] : []),
    ...notes,
  ];
  return `${says.join(' ')}${says.length > 0 ? ' The rest is' : 'Nothing that holds for all of them was read. It is'} not on file: ask the payer.`;
}

const isRow = (row: string): row is RowId => Object.hasOwn(citations, row);

const payers: readonly ReferenceEntry[] = [...Object.values(defaultProfiles), ...namedProfiles].map((profile) => {
  const [first = '2b plans' as const, ...others] = profile.rows.filter(isRow);
  return { id: `payers/${profile.id}`, topic: 'payers', term: profile.name, says: profileSays(profile), rows: [first, ...others] };
});

const denialEntries: readonly ReferenceEntry[] = denialCases.map(({ id, title, carc, rarc, related, next, why, rows }) => {
  const codesSaid = [`CARC ${carc.join(', ')}`, ...(rarc.length > 0 ? [`RARC ${rarc.join(', ')}`] : []), ...(related.length > 0 ? [`also ${related.join(', ')}`] : [])];
  const [first = '8' as const, ...others] = rows;
  return { id: `denials/${id}`, topic: 'denials', term: title, says: `${codesSaid.join('; ')}. ${nextWords[next]}. ${why}`, rows: [first, ...others] };
});

/** Section 12: each claim of the article that this worksheet was asked to follow, with what was read of it. */
const article = entriesOf('article', [
  ['j0475', 'J0475 is baclofen by injection, 10 mg.', 'So it is.', ['1.2']],
  ['j0428', 'J0428 is baclofen into a vein or muscle, per 10 mg.', 'J0428 is in no code list read, and every marketed product is intrathecal. A claim with it is on hold.', ['1.1', '1.5', '1.6', '1.12']],
  ['qj', 'QJ tells of a patient of a federally qualified health center.', 'QJ is for a prisoner or a patient in state or local custody. The health center is a setting, where the drug is not paid apart.', ['4 QJ', '2b clinic']],
  ['lt-rt', 'LT and RT are added when the site of the injection must be told.', 'Nothing supports it for this drug: the intrathecal space has no side, and the fee schedule says that the idea does not apply.', ['4 LT RT']],
  ['bilateral-reduced', 'Modifiers for both sides or for a reduced dose are common.', 'Nothing supports it: 50 does not apply, 52 is for a procedure done in part, and the dose is told by the units.', ['4 50', '4 52']],
  ['jw', 'JW is sometimes used for waste.', 'Not sometimes: Medicare wants JW or JZ on every line of a single-dose drug that is paid on its own. JZ, for no billable waste, is not in the article.', ['2.4', '2.10', '2b office']],
  [
    'omissions',
    'The article leaves out J0476, A4220, KD, the daily limit (MUE), the NDC and NCD 280.14.',
    'They decide claims: J0476 is the trial dose; A4220 is never paid beside a refill; KD is a question for the contractor; 8 units of J0475 a day was the limit read; Medicaid and most plans read want the NDC; NCD 280.14 is Medicare’s rule for the pump.',
    ['1.3', '5 A4220', '4 KD', '3.2', '9.5', '6a'],
  ],
  ['waste', 'Waste is documented with the amount used, the amount discarded and the reason.', 'The amounts, yes, and one contractor wants date and time. A rule that asks for the reason was not found; the worksheet offers it.', ['11', '2.22']],
  ['imaging', 'Imaging and other studies must support the need.', 'The coverage rule does not ask for them. It asks for six weeks of less invasive treatment that failed or was not tolerated, and a trial that helped before the implant.', ['6a']],
  ['denials', 'Claims are denied for medical necessity, a missing modifier (one for the site among them) or missing preauthorization.', 'The three happen. A denial for want of a modifier for the site is supported by nothing: this drug has none.', ['8', '8 modifier code', '4 LT RT']],
  ['commercial', 'Commercial plans want preauthorization and cap how often and how much.', 'Plans differ: ask yours. No limit on how often a pump is filled was found in any policy read; the one dose cap with a figure is Aetna’s 100 mcg for a trial bolus. Original Medicare does not preauthorize.', ['7.5', '7.6', '6d', '7.3']],
  ['j1950', 'J1950 is a similar code.', 'It is a real code for leuprolide depot, per 3.75 mg. It has nothing in common with J0475.', ['1.4']],
]);

const notConfirmed = entriesOf('not-confirmed', [
  ['iv-im', 'A code for intravenous or intramuscular baclofen', 'No source names one. The claim is on hold.', ['1.7', '1.12']],
  ['compounded', 'Which code for compounded baclofen', 'Contractors named J7799, J3490 or J7999, some with KD. Which one today: ask.', ['1.9']],
  ['compounded-waste', 'JW or JZ on a compounded drug', 'Not found. A summary says that unlisted codes of single-dose drugs carry them too.', ['2b compounded', '2b unlisted']],
  ['jf', 'When to use JF', 'It is in the code lists; no instruction was found.', ['4 JF']],
  ['kd', 'KD today', 'Neither a text that ends it nor one that still asks for it was found, and nothing at all for hospital outpatient. Off; one click puts it on.', ['4 KD']],
  ['full-texts', 'Full text of the CMS manual and questions on JW and JZ', 'Chapter 17 and the CMS questions and answers were not read themselves, only pages that quote them.', ['2 full texts']],
  ['small-leftover', 'JZ on several units with a leftover below one unit', 'Worked out from the published case of a single unit (36 of 40 mg: 4 units with JZ).', ['2.16']],
  ['jw-and-jz', 'JW and JZ for one drug on one claim', 'No CMS text was found. Every official example with JW leaves the other line bare, and so does the worksheet.', ['2.18']],
  ['line-order', 'Where the JW line stands', 'No text was found. The worksheet puts it next to the line of the dose, on the same claim and day.', ['2.19', '2.5']],
  ['residual', 'Old drug drawn out of the pump', 'No CMS text on it was found. It was billed with an earlier fill, so it is not counted as waste; the record holds its volume.', ['2.30', '2.31']],
  ['single-dose-list', 'CMS’s list of single-dose codes', 'CMS has published one; whether J0475 and J0476 are on it was not found.', ['2 single-dose list']],
  ['texas', 'Texas Medicaid and JW', 'JW is taken for some single-dose drugs only; whether baclofen is one was not found.', ['2b Texas']],
  ['plan-waste', 'What other plans do with JW and JZ', 'Policies that were read differ, and some could not be read. Medicare’s way is the default: ask the plan.', ['2b plans']],
  ['mue-jw', 'Whether JW units count toward the daily limit', 'Not said in anything read. The worksheet counts them.', ['3.6']],
  ['modifier-order', 'Order of the modifiers', 'No Part B text was found. What decides the price stands first; a payer profile can change it.', ['4 order']],
  ['kit-elsewhere', 'A4220 with commercial plans and Medicaid', 'Whether they pay the kit apart was not found.', ['5 kit elsewhere']],
  ['340b-department', '340B drugs of a department off campus, 2019 to 2023', 'What a department that is not excepted reported then was not found. In 2018 and 2024 it was TB.', ['4 340B']],
  ['nothing-changed', 'Programming codes where nothing was changed', 'Whether 62369 or 62370 then fits is told in two ways. No contractor’s own text was read. Ask.', ['5 nothing changed']],
  ['catheter-trial', 'Trial through a lasting catheter', 'Its procedure codes were not found.', ['5 catheter trial']],
  ['diagnosis-list', 'A payer’s list of diagnosis codes', 'None could be read. The codes offered fit the causes that coverage rules and label name.', ['6c', '6c list']],
  ['encounter-code', 'Encounter code of a refill', 'Z45.1, Z45.49 or Z46.2: which one a payer wants was not found.', ['6c encounter']],
  ['icd-2027', 'ICD-10-CM from 10/01/2026 (FY2027)', 'The changes were not read: look the code up for the day of the service.', ['6c']],
  ['ncd', 'Wording of NCD 280.14', 'Read in a plan’s policy that restates it, not on the page of CMS itself.', ['6a']],
  ['criteria', 'Criteria of eviCore and Humana', 'Known from third parties only.', ['6d others']],
  ['aetna', 'Aetna beyond the trial', 'Its coverage criteria were read in a copy. What it does with JW, JZ, NDC and preauthorization was not.', ['6d', '2b plans']],
  ['preauthorization', 'Plans that preauthorize J0475', 'Lists exist; no row for J0475 could be read. Ask the plan.', ['7.5']],
  ['retroactive', 'Preauthorization after the service', 'No policy read gives a time limit, nor how long an approval lasts.', ['7.6']],
  ['frequency', 'How often a pump may be filled, and how much', 'No limit was found in any policy read, but for trial doses. A payer profile can hold the plan’s own.', ['7.6 limits', '6d']],
  ['modifier-denial', 'Codes for a missing JW or JZ', 'Which reason and remark codes Medicare sends was not found.', ['8 modifier code', '8']],
  ['denial-mapping', 'Which payer sends which code', 'The codes and what they mean were read; which one comes for a case is worked out.', ['8']],
  ['filing-plans', 'Filing limits of plans', 'A matter of contract; a third party says that 90 to 180 days are common.', ['8 filing plans']],
  ['ndc-medicare', 'NDC on an original Medicare claim', 'A text that says it is not required was not found.', ['9.5 Medicare']],
  ['ndc-milliliters', 'Milliliters on a JZ line with a little waste', 'What was given, or the whole container: not found. The worksheet puts what was given.', ['9.7']],
  ['ub-ndc', 'NDC on the UB-04', 'Its places in form locator 43 were not read; the worksheet gives NDC and milliliters apart from the description.', ['form UB-04']],
  ['form-details', 'Details of the claim forms', 'That points of diagnoses and charges are left off, four pointers a line, 7 and 8 in item 22, fifty lines of an 837P, the widths of items 19, 22 and 23: general knowledge, not read.', ['form 21', 'form 22', 'form 24E', 'form 24F', 'form 837 lines', 'form widths']],
  ['form-by-setting', 'Which form a health center bills on', 'Not read: the worksheet writes both forms for a rural health clinic and a federally qualified health center. Medicare is known to take the UB-04; ask other payers.', ['form by setting']],
  ['form-837', 'Details of the 837P', 'Lengths, characters, filing indicators, the codes of assignment and release, ZIP+4 and the NPI’s check digit: general knowledge, not read.', ['form 837 details']],
  ['form-guide', 'The guide of the 837P', 'It is licensed and was not read. The segments follow a model of it and X12’s own drug examples; your clearinghouse has the last word.', ['form 837']],
  ['form-grid', 'Where items stand on the printed CMS-1500', 'As one form filler prints them; some places are worked out. Print the test sheet and hold it against your form.', ['form grid']],
  ['waste-reason', 'Reason for the waste, lot, expiry, witness', 'No rule read asks for them; third parties do. They are offered.', ['11']],
  ['refill-record', 'What a refill record must hold', 'No complete sheet and no rule could be read; the fields are those that clinics and makers use.', ['products 4']],
  ['tolerance', 'Difference between expected and aspirated volume', 'No published limit was found; nothing is judged until you enter yours.', ['products 3 tolerance']],
  ['stability', 'How long the drug lasts in the pump', '180 days comes from an abstract; limits of single brands were not confirmed.', ['products 3 stability']],
  ['barcode', 'How barcodes of these products are printed', 'Read as the GS1 codes commonly hold them; no package was read.', ['barcode']],
  ['hcpcs-releases', 'HCPCS of July and October 2026', 'Not read. The newest file read is of the second quarter of 2026.', ['1.1']],
  ['mue-releases', 'Daily limits (MUE) after the third quarter of 2024', 'Not read.', ['3.2']],
  ['ptp-releases', 'NCCI pairs of other quarters', 'Read were the pairs from 07/01/2024 to 09/30/2024, and the hospital’s of the fourth quarter of 2026. The physician’s list of that quarter was not found.', ['5 pairs', '5 pairs 2026', '5 pairs physician']],
  ['fee-schedule', 'Physician fee schedule after July 2024', 'Not read.', ['5 A4220', '5 incident-to']],
  ['limits', 'Payment limits after the second quarter of 2026', 'Not found. Open the quarterly file of CMS on this page.', ['10', '10 opened']],
  ['crosswalk', 'NDC crosswalk after the first quarter of 2026', 'Not read; a newer container may be missing. Open the file of CMS on this page.', ['products', '10 opened']],
  ['asc', 'Surgical center indicators of 2026', 'The newest read are of 2020: J0475 K2, J0476 N1.', ['2b asc']],
  ['wiser', 'Review before payment (WISeR)', 'In six states from 2026. Spinal steroid injections are among it. Pump refills were not on the list read. Ask about a trial with 62323.', ['7.4']],
]);

export const referenceEntries: readonly ReferenceEntry[] = [...codes, ...modifiers, ...services, ...payers, ...denialEntries, ...article, ...notConfirmed];

/** The rows that some entry rests on. */
export const rowsInReference: ReadonlySet<RowId> = new Set(referenceEntries.flatMap(({ rows }) => rows));

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
  return { entry, text: folded([term, says, doNotConfuse, topic, topicWords[topic], ...rows].join('\n')), words: termWords(term) };
});

/** Topics whose terms are codes; an entry with the code in its term comes first when the query is that code. */
const codeTopics: readonly Topic[] = ['codes', 'modifiers', 'services'];

/** Words of a question that tell nothing about its answer. */
const fillers = new Set(['a', 'about', 'an', 'and', 'are', 'do', 'does', 'for', 'how', 'i', 'in', 'is', 'it', 'my', 'of', 'on', 'or', 'the', 'this', 'to', 'what', 'can', 'need', 'should', 'still', 'use', 'we', 'when', 'which', 'why', 'with']);

/** The entries that hold the most of the telling words of the query, all of them where there are such; all entries for an empty query. */
export function searchReference(query: string): readonly ReferenceEntry[] {
  const typed = folded(query).split(/[\s,/?]+/).map((word) => word.replace(/^(co|pr|oa|pi)-(?=\d)/, '')).filter(Boolean);
  const telling = typed.filter((word) => !fillers.has(word));
  const words = telling.length > 0 ? telling : typed;
  const counted = searchable.map((each) => ({ each, held: words.filter((word) => each.text.includes(word)).length }));
  const most = Math.max(...counted.map(({ held }) => held));
  if (words.length > 0 && most === 0) return [];
  const found = counted.filter(({ held }) => held === most).map(({ each }) => each);
  const [code, ...more] = words;
  const isCode = ({ entry: { topic }, words }: (typeof searchable)[number]) => more.length === 0 && code !== undefined && codeTopics.includes(topic) && words.includes(code);
  /** The code's own entry before those that only name it in their term. */
  const isItself = (each: (typeof searchable)[number]) => isCode(each) && each.words[0] === code;
  const rank = (each: (typeof searchable)[number]) => (isItself(each) ? 0 : isCode(each) ? 1 : 2);
  return found.toSorted((a, b) => rank(a) - rank(b)).map(({ entry }) => entry);
}
