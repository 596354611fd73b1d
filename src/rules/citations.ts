import { day } from '../engine/dated';
import type { Citation, Confidence } from '../engine/rule';

/** The day on which the rules on file were last read in full. */
const rulesReadOn = day('2026-11-23');

type Entry = readonly [says: string, confidence: readonly [Confidence, ...Confidence[]], source: string, asOf?: string];

/**
 * The rows of the rules on file that the worksheet rests on, by their stable ids. `asOf` is the newest date
 * that the evidence speaks for, where it carries one.
 */
const rows = {
  '1.1': ['J0428 is in no HCPCS code list, payment file or outpatient addendum that was read.', ['A', 'A*'], 'CMS HCPCS files 2017 to 2019 and July 2024; OPPS Addendum B to April 2026; Part B payment limit file and NDC crosswalk, January 2026', '2026-04-01'],
  '1.2': ['J0475 is baclofen, 10 mg a unit; in force since 1994. The wording does not limit the route.', ['A', 'A*'], 'CMS HCPCS files 2017 to 2019; OPPS Addendum B, April 2026', '2026-04-01'],
  '1.3': ['J0476 is baclofen for an intrathecal trial, 50 mcg a unit; in force since 1999. 200 of its units hold as much drug as one unit of J0475.', ['A', 'A*'], 'CMS HCPCS files 2017 to 2019; OPPS Addendum B, April 2026', '2026-04-01'],
  '1.4': ['J1950 is leuprolide depot, 3.75 mg; A4220 is a refill kit; J3490, J7799 and J7999 are codes for drugs that have no code of their own.', ['A'], 'CMS HCPCS files 2017 to 2019'],
  '1.5': ['The CMS Table of Drugs lists baclofen as intrathecal only (10 mg, and 50 mcg for the trial): no intravenous or intramuscular row.', ['A'], 'CMS HCPCS Table of Drugs 2017 to 2019'],
  '1.6': ['Every finished US baclofen injection found is intrathecal and single-dose or single-use.', ['A', 'C'], 'FDA NDC directory and drug labels; a Lioresal monograph', '2026-10-30'],
  '1.7': ['No source tells which code to use for baclofen given intravenously or intramuscularly.', ['N', 'D'], 'Looked for and not found'],
  '1.8': ['A not-otherwise-classified code where a specific code exists is denied for that reason.', ['A*', 'B'], 'X12 and CMS reason code list, June 2024; First Coast coding guideline', '2024-06-01'],
  '1.9': ['Compounded baclofen is not billed with J0475. Contractors named J7799, J3490 or J7999; which one today must be asked.', ['B', 'N'], 'First Coast, TrailBlazer, Novitas and WPS texts (older)'],
  '1.11': ['Wrong units on single-dose drugs, J0475 among them, are an approved Medicare recovery-audit topic.', ['A'], 'CMS recovery audit topic 0074'],
  '1.12': ['J0428 for intravenous or intramuscular baclofen is held until the payer confirms it and the confirmation is recorded.', ['D'], 'This product’s own rule, from rows 1.1, 1.5 and 1.6'],
  '2.1': ['JW: drug discarded and given to nobody. JZ: no drug discarded.', ['A', 'A*', 'B'], 'CMS HCPCS files; Noridian'],
  '2.2': ['The discarded amount is the label of the single-dose containers used, less the dose given.', ['C'], 'Coding journals that quote the CMS manual'],
  '2.3': ['Medicare pays dose and waste up to the labeled amount of single-dose containers. Multi-dose containers take neither JW nor JZ.', ['B'], 'Noridian; CGS 2023-06-27; First Coast 2024-04-20', '2024-04-20'],
  '2.4': ['JW is uniform since 2017-01-01. JZ may be used since 2023-01-01 and must be since 2023-07-01; claims without either are returned since 2023-10-01.', ['A'], 'CMS, Discarded Drugs page'],
  '2.5': ['Waste counts on the day of the service only.', ['A*'], '42 USC 1395w-3a(h)(1)(B)'],
  '2.6': ['Drug above the labeled amount (overfill) is not paid and is not waste.', ['A*'], '42 CFR 414.904(a)(3)'],
  '2b office': ['Office, Medicare Part B: a separately paid single-dose drug line carries JW or JZ.', ['A', 'D'], 'CMS, Discarded Drugs page; Part B payment limit file, January 2026', '2026-01-01'],
  '2b outpatient': ['Hospital outpatient: only drugs with status indicator G or K carry JW or JZ. J0475 is K; J0476 is N, packaged.', ['B', 'A*'], 'Noridian; OPPS Addendum B, October 2025 and April 2026', '2026-04-01'],
  '2b asc': ['Ambulatory surgical center: payment indicator K2 carries JW or JZ. J0475 was K2 and J0476 N1 (packaged) in 2020; newer files were not read.', ['C', 'A*'], 'NAHRI summary of the CMS questions and answers; ASC Addendum BB 2020', '2020-07-01'],
  '2b critical access': ['Critical access hospital: JW or JZ is reported.', ['B'], 'First Coast 2024-04-20', '2024-04-20'],
  '2b clinic': ['Rural health clinic and federally qualified health center: no JW or JZ; the drug is not paid separately.', ['B', 'D'], 'Noridian; NAHRI summary of the CMS questions and answers'],
  '2b inpatient': ['Inpatient: no JW or JZ, and no payment for a drug line.', ['B', 'D'], 'First Coast; NAHRI summary of the CMS questions and answers'],
  '2b self-pay': ['A self-pay line goes to no payer, so it carries no modifier for one.', ['D'], 'This product’s own rule'],
  '2b plans': ['Medicare Advantage, Medicaid and commercial plans set their own policy on JW and JZ, and those read differ from each other.', ['B'], 'Regence, UnitedHealthcare, LifeWise, BCBS North Dakota, Blue Cross NC, Horizon, Texas Medicaid policies'],
  '2.10': ['With waste: one line of the units given without JW or JZ, and one line with JW. Without waste: one line with JZ.', ['B'], 'Noridian; First Coast; LifeWise'],
  '2.11': ['A dose that is not a whole number of units is rounded up to the next one.', ['A', 'B'], 'CMS recovery audit topic 0074; CGS 2023-06-27', '2023-06-27'],
  '2.12': ['JW units leave out what the rounding already put on the first line (305 mg of 400 mg at 10 mg: 31 and 9).', ['B', 'C'], 'CGS 2023-06-27', '2023-06-27'],
  '2.13': ['JW units are the whole units opened less the rounded units given, so both lines together never pass the label.', ['D'], 'Worked out from rows 2.3 and 2.12'],
  '2.14': ['Where one unit already holds dose and waste together, JW may not be used.', ['B'], 'Noridian DME, 2024-03-20; UnitedHealthcare', '2024-03-20'],
  '2.15': ['That single line carries JZ, although drug was thrown away.', ['B', 'C'], 'Noridian DME, 2024-03-20', '2024-03-20'],
  '2.16': ['The same for several units: a leftover below one unit makes no JW line, so the line carries JZ.', ['D', 'C'], 'Worked out from rows 2.14 and 2.15; ophthalmology coding pages agree'],
  '2.17': ['A claim with a JW line alone is rejected.', ['B'], 'First Coast; Blue Cross NC'],
  '2.18': ['JW and JZ never stand on one line, and every official example with JW leaves the first line bare.', ['C', 'D'], 'Official examples, compared'],
  '2.20': ['Units must reflect the smallest marketed package that gives the dose; waste from a larger one is not payable.', ['B'], 'CGS 2023-06-27; Noridian; Blue Cross NC', '2023-06-27'],
  '2.21': ['Several containers: the units are rounded once for all. Some payers want a line for each NDC (UnitedHealthcare Maryland), others one line only (Blue Cross NC).', ['B', 'D'], 'UnitedHealthcare Community Plan Maryland 2025-03-20; Blue Cross NC', '2025-03-20'],
  '2.22': ['Drug that is neither given nor documented as discarded is not billed, and JZ is no shortcut around it.', ['C', 'D'], 'Minnesota MSHO questions and answers, May 2026', '2026-05-01'],
  '2.31': ['Old drug drawn out of the pump at a refill was billed with the earlier fill; it is not waste of this claim.', ['D'], 'Worked out from rows 2.2 and 2.5'],
  '2.32': ['For a refill, the dose given is what went into the reservoir, not the daily dose.', ['D', 'B'], 'TrailBlazer text on pump drugs (older)'],
  '3.1': ['Units are the dose divided by the amount in the code’s description; whole numbers only.', ['A'], 'CMS recovery audit topic 0074'],
  '3.2': ['Medically unlikely edits in force from 2024-07-01: J0475 8 units, J0476 2 units a day (practitioner and outpatient), a date-of-service edit (MAI 3).', ['A*'], 'CMS MUE tables effective 2024-07-01', '2024-07-01'],
  '3.3': ['80 mg is a full 40 mL reservoir at 2000 mcg/mL; 100 mcg is the usual largest trial step.', ['D'], 'Worked out from the marketed strengths'],
  '3.4': ['With MAI 3 all lines of the day are added up; splitting lines or adding 59 or 76 does not get around it. Units that were right are appealed with records.', ['B', 'C'], 'Palmetto, NGS and First Coast MUE pages'],
  '3.6': ['Whether JW units count toward the MUE is not said in anything read; the worksheet counts them.', ['N', 'D'], 'Looked for and not found'],
  '3.8': ['A Part B claim holds at most $99,999.99; a larger one is split with modifier 76 and a narrative.', ['B'], 'First Coast 2025-06-16', '2025-06-16'],
  '4 QJ': ['QJ is for a prisoner or a patient in state or local custody. It is not a health center modifier.', ['A'], 'CMS HCPCS files 2017 to 2019'],
  '4 LT RT': ['LT and RT name the side of a procedure. The intrathecal space has none; the fee schedule says the idea does not apply to J0475 and J0476.', ['A*'], 'CMS physician fee schedule file, July 2024', '2024-07-01'],
  '4 50': ['50 is a bilateral procedure; the fee schedule says the idea does not apply to J0475 and J0476.', ['A*'], 'CMS physician fee schedule file, July 2024', '2024-07-01'],
  '4 52': ['52 is a procedure that was partly reduced. A smaller dose is told by fewer units.', ['B', 'D'], 'Contractor pages; worked out'],
  '4 KD': ['Older Novitas, TrailBlazer, First Coast and Palmetto texts want KD on any drug for an implanted pump. Since 2017 the price reason is gone; neither a text that ends it nor a current one that asks for it was found.', ['B', 'N'], 'Novitas A54100 (2023 copy); TrailBlazer; First Coast; Palmetto J1'],
  '5 supplied': ['If a pharmacy bills the payer for the drug, the practice bills the procedure only.', ['C'], 'AAPC anesthesia alert; AAO injectable drugs page'],
  '6a': ['Medicare covers a pump for spasticity when it is chronic and intractable, at least six weeks of less invasive treatment failed or were not tolerated, and a trial dose helped before the implant (NCD 280.14).', ['B', 'A'], 'Independence Blue Cross MA05.053l restating NCD 280.14; CMS MLN'],
  '6b': ['The label asks for severe spasticity, age 4 or more, a response to the screening dose, and a year after a brain injury.', ['A'], 'FDA labels'],
  '6c MS': ['G35 is a heading and cannot be billed since 2025-10-01; G35.A to G35.D took its place.', ['C'], 'Several coding pages that agree'],
  '6c symptoms': ['M62.838 and R25.2 name a symptom; no source accepts them as the only support.', ['D'], 'ICD-10-CM January 2021 release; worked out', '2021-01-01'],
  '6c palsy': ['G80.3 and G80.4 are kinds of cerebral palsy that are not spastic.', ['A*', 'D'], 'ICD-10-CM January 2021 release', '2021-01-01'],
  '6c': ['No payer list of diagnosis codes for baclofen could be read, and the ICD-10-CM changes of 2026-10-01 were not read.', ['N'], 'Looked for and not found', '2025-10-01'],
  '6d': ['Aetna’s trial is a single bolus of at most 100 mcg.', ['B', 'C'], 'Aetna CPB 0161, copy effective 2026-01-01', '2026-01-01'],
  '7.1': ['Item 23 takes the preauthorization number without hyphens or spaces.', ['C'], 'NUCC and Medicare text, reproduced'],
  '7.3': ['Original Medicare does not preauthorize the pump trial, the implant or a refill.', ['C', 'B'], 'Manufacturer’s questions and answers; NGS alert'],
  '7.5': ['Plan lists of what needs preauthorization exist, but no row for J0475 could be read: ask the plan.', ['N'], 'Looked for and not found'],
  '7.6': ['No policy read tells a time limit for asking for preauthorization after the service.', ['N'], 'Looked for and not found'],
  '8': ['Reason and remark codes as in the X12 and CMS list; which one a payer sends for a case is worked out.', ['A*', 'D'], 'X12 and CMS reason code list, June 2024', '2024-06-01'],
  '8 filing': ['Medicare takes a claim within one calendar year of the service; a rejected claim does not count as filed.', ['B'], 'First Coast; CGS'],
  '9.1': ['An NDC is billed as 11 digits, 5-4-2, without hyphens, and is that of the container used.', ['B'], 'Anthem 2025-06-04; Medi-Cal', '2025-06-04'],
  '9.2': ['The NDC quantity of a baclofen injection is told in milliliters (ML); milligrams are no NDC unit.', ['B', 'A'], 'X12 answers to questions; payer pages'],
  '9.3': ['An NDC quantity has at most three decimals.', ['C', 'A'], 'NUCC text, reproduced'],
  '9.5': ['Medicaid requires the NDC with the drug line, and so do most commercial plans read.', ['A', 'B'], 'Medicaid.gov; UnitedHealthcare; Anthem'],
  '9.6': ['With waste, NDC and milliliters stand on both lines: what was given, and what was wasted; together the label.', ['B'], 'LifeWise'],
  '9.7': ['Which milliliters go on a JZ line when less than a unit was thrown away was not found; the worksheet puts what was given.', ['N'], 'Looked for and not found'],
  '11': ['What the record must hold about dose, waste and need, as Medicare contractors and plans ask for it.', ['B', 'C'], 'Noridian, First Coast, Palmetto, BCBS North Dakota, LifeWise'],
  '12b': ['The order of the calculation.', ['D'], 'Worked out from the rows of section 2'],
  'products': ['35 marketed or once marketed intrathecal baclofen containers, with their labels and NDCs.', ['A*', 'C'], 'CMS NDC crosswalks October 2025 and January 2026; FDA NDC directory; labels', '2026-01-01'],
  'products 6': ['The classic slips: mg for mcg, mL or mg or vials for units, the trial code for a refill.', ['D'], 'Worked out; OIG audits of outpatient drugs'],
  'products 3': ['Flow is daily dose divided by concentration; the alarm comes when the alarm volume is left. It is computed by the pump, not measured. Refill before it.', ['D', 'C'], 'Worked out; Medtronic safety notice FA596, October 2016; Gillette Children’s', '2016-10-31'],
  'products 3 alarm': ['2 mL is the low-reservoir alarm volume of older pumps; it can be set otherwise.', ['C', 'M'], 'Neurosurgery 2004, abstract'],
  'products 3 overfill': ['A reservoir that is filled beyond its size may infuse too fast.', ['A'], 'Safety notices of the Australian and Singapore authorities'],
  'products 3 stability': ['An abstract recommends to refill baclofen pumps within 180 days; limits of single brands were not confirmed.', ['C'], 'Study of 2023, abstract'],
  'products 3 tolerance': ['No published limit for the difference between expected and aspirated volume was found; less than expected may mean that the pump infuses too fast.', ['N', 'C'], 'Looked for and not found; Medtronic safety notice FA596'],
  'products 4': ['What refill sheets of clinics and makers record; no complete published one could be read.', ['C'], 'Gillette Children’s, South Shore Neurologic and others, merged'],
  'barcode': ['A GTIN of a US drug holds a 3 and the ten digits of its NDC; 17 is the expiry and 10 the lot in a GS1 code.', ['M'], 'General knowledge of the GS1 and UPC codes; not read'],
  'label dose': ['Maintenance doses in monographs: about 90 to 800 mcg a day in adults, from 24 mcg under 12 years; experience above 1000 mcg is limited, and about 2000 mcg is the most that was told. None of these is a label maximum.', ['C', 'M'], 'Prescribing monographs that agree'],
  'label withdrawal': ['Stopping intrathecal baclofen abruptly has led to fever, altered mental state, rebound spasticity and rigidity, and rarely to muscle breakdown, organ failure and death. Preventing it depends on careful programming and monitoring of the pump, on refills in time, and on the alarms. Patients with a cord injury at T6 or above, with trouble communicating, or with an earlier withdrawal need special care.', ['A'], 'Boxed warning of the FDA labels; Gablofen, 2025-03-28; openFDA 2026-09-16', '2026-09-16'],
  'bridge bolus': ['When the concentration changes, the catheter still holds the old one, for which a bridge bolus is programmed.', ['C'], 'Expert review of 2016, abstract; refill sheets'],
  'label trial': ['Screening goes 50, then 75, then 100 mcg on separate days.', ['C'], 'Published dosing pages that agree'],
  'place of service': ['Place of service 11 is the office, 24 an ambulatory surgical center, 72 a rural health clinic, 50 a federally qualified health center, 21 an inpatient hospital, 22 and 19 a hospital outpatient department.', ['M'], 'General knowledge of the CMS place of service codes; not read'],
} as const satisfies Record<string, Entry>;

export type RowId = keyof typeof rows;

/** Every citation by its row. */
export const citations = Object.fromEntries(
  Object.entries<Entry>(rows).map(([row, [says, confidence, source, asOf]]) => [
    row,
    { row, says, confidence, source, asOf: asOf ? day(asOf) : null, readOn: rulesReadOn } satisfies Citation,
  ]),
) as Readonly<Record<RowId, Citation>>;

/** The citations of one or more rows, for a rule. */
export const cite = (first: RowId, ...others: RowId[]): readonly [Citation, ...Citation[]] => [
  citations[first],
  ...others.map((row) => citations[row]),
];

