import { day } from '../engine/dated';
import type { Citation, Confidence } from '../engine/citation';

/** The day on which the rules on file were last read in full. */
const rulesReadOn = day('2026-11-27');

type Entry = readonly [says: string, confidence: readonly [Confidence, ...Confidence[]], source: string, asOf?: string];

/**
 * The rows of the rules on file that the worksheet rests on, by their stable ids. `asOf` is the newest date that the
 * evidence speaks for, where it carries one.
 */
const rows = {
  '1.1': [
    'J0428 is in no HCPCS code list, payment rate file, crosswalk, MUE table or price list that was read.',
    ['A', 'A*'],
    'CMS HCPCS files 2017 to 2019, October 2020, July 2024 and October 2026; OPPS Addendum B to April 2026; ' +
      'payment limit files and NDC crosswalks to October 2026; MUE table, October 2026',
    '2026-10-01',
  ],
  '1.1 J0428': [
    'No official statement on J0428 was found. It is also not on the CMS list of codes for JW and JZ of June 2025.',
    ['N', 'A*'],
    'Looked for and not found',
    '2026-10-01',
  ],
  '1.2': [
    'J0475 is baclofen, 10 mg a unit. It is in force since 1994. Its wording does not limit the route.',
    ['A', 'A*'],
    'CMS HCPCS files 2017 to 2019, October 2020, July 2024 and October 2026',
    '2026-10-01',
  ],
  '1.3': [
    'J0476 is baclofen for an intrathecal trial, 50 mcg a unit. It is in force since 1999. ' +
      '200 of its units hold as much drug as one unit of J0475.',
    ['A', 'A*'],
    'CMS HCPCS files 2017 to 2019, October 2020, July 2024 and October 2026',
    '2026-10-01',
  ],
  '1.3 releases': [
    'The HCPCS release of October 2026 has J0475 and J0476 as active, without a change. ' +
      'Its codes next to them are J0470 and J0480, and none stands between J0402 and J0456.',
    ['A*'],
    'CMS HCPCS file of 2026-09-23, for October 2026',
    '2026-10-01',
  ],
  '1.3 July 2026': [
    'The HCPCS release of July 2026 was not read. J0475 and J0476 are in the payment limit file of that quarter, ' +
      'and the release of October shows no change.',
    ['D', 'A*'],
    'CMS payment limit file, July 2026; HCPCS file, October 2026',
    '2026-07-01',
  ],
  '1.3 January 2027': [
    'The HCPCS release of January 2027 was not found.',
    ['N'],
    'Looked for and not found',
    '2026-11-27',
  ],
  '1.3 JF JG': [
    'The HCPCS release of October 2026 marks JG and JF as ended. The day is not shown. ' +
      'JW, JZ, JA and JB are active in it.',
    ['A*', 'N'],
    'CMS HCPCS file, October 2026',
    '2026-10-01',
  ],
  '1.4': [
    'J1950 is leuprolide depot, 3.75 mg. A4220 is a refill kit. ' +
      'J3490, J7799 and J7999 are for drugs that have no code of their own. J7999 began on 2016-01-01.',
    ['A'],
    'CMS HCPCS files 2017 to 2019',
  ],
  '1.4 neighbors': [
    'J0470 is dimercaprol, 100 mg. J0480 is basiliximab, 20 mg. J0945 is brompheniramine, 10 mg.',
    ['A'],
    'CMS HCPCS files 2017 to 2019',
  ],
  '1.5': [
    'The CMS Table of Drugs lists baclofen as intrathecal only: 10 mg, and 50 mcg for the trial. ' +
      'It has no row for a vein or a muscle.',
    ['A'],
    'CMS HCPCS Table of Drugs 2017 to 2019',
  ],
  '1.6': [
    'Each US baclofen injection that was found is intrathecal. Labels read are single-dose. ' +
      'Mylan, Advagen, two screening syringes and Nexus -0161-01 were not confirmed.',
    ['A', 'C', 'N'],
    'FDA NDC directory and drug labels; a Lioresal monograph',
    '2026-10-30',
  ],
  '1.7': [
    'No source tells which code to use for baclofen given into a vein or a muscle.',
    ['N', 'D'],
    'Looked for and not found',
  ],
  '1.8': [
    'A code for unlisted drugs is denied where the drug has a code of its own.',
    ['A*', 'B'],
    'X12 and CMS reason code list, June 2024; First Coast coding guideline',
    '2024-06-01',
  ],
  '1.9': [
    'A compound is drug that was not made up as its label says, so as to mix drugs or to change the strength. ' +
      'Compounded baclofen is not billed with J0475. Contractors have named other codes. ' +
      'Which one holds today must be asked.',
    ['B', 'N'],
    'First Coast, TrailBlazer, Novitas and WPS texts (older); copies of Novitas A54100',
    '2019-11-21',
  ],
  '1.9 J7999': [
    'J7999 is the code for compounded drugs since 2016-01-01. ' +
      'No contractor text was read that asks for it for baclofen in a pump.',
    ['A', 'N'],
    'CMS HCPCS files 2017 to 2019; looked for and not found',
  ],
  '1.9 J7799': [
    'TrailBlazer, then Novitas, wanted J7799 with KD for a compound in a pump. ' +
      'The Novitas article A54100 began on 2015-10-01 and was last changed on 2019-11-21. ' +
      'Its version 37 is marked as superseded.',
    ['B'],
    'TrailBlazer leaflet; heading of A54100, version 37; copies of its text',
    '2019-11-21',
  ],
  '1.9 J3490': [
    'First Coast wanted J3490 with KD for a compound in a pump, in its policy of 2010 to 2012. ' +
      'WPS is quoted in 2013 with the same.',
    ['B', 'C'],
    'First Coast coding guideline of L31254; a coding forum, 2013-11-19',
    '2013-11-19',
  ],
  '1.9 units': [
    'The whole compound stands on one line with a quantity of one. ' +
      'WPS is quoted with one unit more for each further drug in it.',
    ['B', 'C'],
    'TrailBlazer leaflet; a coding forum, 2013-11-19',
    '2013-11-19',
  ],
  '1.9 narrative': [
    'Item 19, or its place in the electronic claim, names each drug and the dose given. Doses are in mg or mcg. ' +
      'One contractor says never to write “ug”.',
    ['B'],
    'TrailBlazer leaflet; First Coast, unlisted codes, 2024-07-25; Noridian, unlisted codes',
    '2024-07-25',
  ],
  '1.9 price': [
    'A compound has no list price and no payment limit. Each contractor sets its price.',
    ['B'],
    'Copies of Novitas A54100; TrailBlazer leaflet',
    '2019-11-21',
  ],
  '1.9 invoice': [
    'Palmetto is quoted as asking for the invoice of a compound.',
    ['C'],
    'A coding forum that quotes Palmetto',
  ],
  '1.10': [
    'The publisher of the article names wrong drugs for several codes.',
    ['A', 'C'],
    'CMS HCPCS files, compared with the publisher’s pages',
  ],
  '1.11': [
    'Medicare’s recovery audits look for wrong units of single-dose drugs, J0475 among them.',
    ['A'],
    'CMS recovery audit topic 0074',
  ],
  '1.12': [
    'J0428 for baclofen into a vein or a muscle is held until the payer confirms it. ' +
      'Only the article that names it says that one unit is 10 mg.',
    ['D'],
    'This product’s own rule, from rows 1.1, 1.5 and 1.6; the article',
  ],
  '2 full texts': [
    'Chapter 17 section 40 of the CMS manual was not read itself, nor were the CMS questions and answers. ' +
      'Pages that quote them were.',
    ['N'],
    'Not read',
  ],
  '2 FAQ later': [
    'No text of the CMS questions and answers on JW and JZ after January 2024 was found.',
    ['N'],
    'Looked for and not found',
    '2026-11-27',
  ],
  '2 single-dose list': [
    'CMS’s list of codes for JW and JZ, updated on 2025-06-20, names J0475 and J0476. It goes by code: ' +
      'the drug must also be single-dose and paid on its own line.',
    ['A*'],
    'CMS, JW Modifier and JZ Modifier Policy HCPCS Codes, 2025-06-20',
    '2025-06-20',
  ],
  '2.1': [
    'JW: drug was thrown away and given to nobody. JZ: no drug was thrown away.',
    ['A', 'A*', 'B'],
    'CMS HCPCS files; Noridian',
  ],
  '2.2': [
    'The waste is what the label of the single-dose containers holds, less the dose given.',
    ['C'],
    'Coding journals that quote the CMS manual',
  ],
  '2.3': [
    'Medicare pays dose and waste up to the labeled amount of single-dose containers. ' +
      'A multi-dose container takes neither JW nor JZ.',
    ['B'],
    'Noridian; CGS 2023-06-27; First Coast 2024-04-20',
    '2024-04-20',
  ],
  '2.4': [
    'JW is the same for all since 2017-01-01. JZ may be used since 2023-01-01 and must be since 2023-07-01. ' +
      'Claims without either are returned since 2023-10-01.',
    ['A'],
    'CMS, Discarded Drugs page',
  ],
  '2.5': [
    'Medicare’s law counts as waste only what was thrown away on the date of service.',
    ['A*'],
    '42 USC 1395w-3a(h)(1)(B)',
  ],
  '2.6': ['Drug above the labeled amount (overfill) is not paid and is not waste.', ['A*'], '42 CFR 414.904(a)(3)'],
  '2b office': [
    'In the office Medicare Part B pays for the drug on its own line. A single-dose drug takes JW or JZ there.',
    ['A', 'D'],
    'CMS, Discarded Drugs page; Part B payment limit file, October 2026',
    '2026-10-01',
  ],
  '2b outpatient': [
    'For hospital outpatients only drugs of status G or K take JW or JZ. J0475 is K (paid apart). ' +
      'J0476 and A4220 are N (packaged). So it was in every release read from 2020 to April 2026. ' +
      'Packaged drugs are still reported by code. The lists of July and October 2026 were not read.',
    ['A*', 'B', 'N'],
    'OPPS Addendum B, 21 quarters from January 2020 to April 2026; Noridian',
    '2026-04-01',
  ],
  '2b asc': [
    'In a surgical center (ASC) drugs of status K2 take JW or JZ. ' +
      'In 2020 J0475 was K2 and J0476 was N1 (packaged). Newer lists were not read.',
    ['C', 'A*', 'N'],
    'NAHRI summary of the CMS questions and answers; ASC Addendum BB 2020',
    '2020-07-01',
  ],
  '2b critical access': [
    'A critical access hospital (CAH) puts JW or JZ on the line.',
    ['B'],
    'First Coast 2024-04-20',
    '2024-04-20',
  ],
  '2b clinic': [
    'In a rural health clinic (RHC) the drug is part of the visit. So it is in a health center (FQHC). ' +
      'The drug is not paid apart and takes neither JW nor JZ. ' +
      'Whether a line is wanted for information is for the contractor to say.',
    ['A', 'B', 'D'],
    '42 CFR 405.2413; Noridian; NAHRI summary of the CMS questions and answers',
  ],
  '2b inpatient': [
    'For an inpatient a drug line is not paid, and it takes neither JW nor JZ.',
    ['B', 'D'],
    'First Coast; NAHRI summary of the CMS questions and answers',
  ],
  '2b self-pay': ['A self-pay line goes to no payer, so it has no modifier for one.', ['D'], 'This product’s own rule'],
  '2b plans': [
    'Medicare Advantage, Medicaid and commercial plans set their own policy on JW and JZ. Those that were read differ.',
    ['B'],
    'Regence, UnitedHealthcare, LifeWise, BCBS North Dakota, Blue Cross NC, Horizon, Texas Medicaid policies',
  ],
  '2b BCBS ND': [
    'BCBS North Dakota pays JW on a line of its own. It does not require JZ at this time.',
    ['B'],
    'BCBS North Dakota drug and biological wastage policy',
  ],
  '2b Blue Cross NC': [
    'Blue Cross NC pays one line without JW per drug and day. ' +
      'JW alone is not paid, and never for more than the smallest package leaves.',
    ['B'],
    'Blue Cross NC, Drug and Biologicals, review of November 2024',
    '2024-11-01',
  ],
  '2b UnitedHealthcare MD': [
    'UnitedHealthcare Community Plan Maryland takes JW on all claims. ' +
      'It takes JZ on professional claims from 2025-05-01. It wants a line for each NDC.',
    ['B'],
    'UnitedHealthcare provider news 2025-03-20',
    '2025-03-20',
  ],
  '2b LifeWise': [
    'LifeWise and Premera want two lines where there is waste, JZ where there is none, and the NDC on each line.',
    ['B'],
    'LifeWise provider news on wasted drugs',
  ],
  '2b Horizon': [
    'Horizon BCBSNJ takes JW. It does not pay waste if nothing was given, or if the size of the container did ' +
      'not fit best.',
    ['B'],
    'Horizon BCBSNJ, Drug Wastage, Modifier JW',
  ],
  '2b Texas': [
    'Texas Medicaid takes JW since 2020-07-01, but only for drugs dosed by weight or in varied doses that come ' +
      'in single-dose vials alone. Whether baclofen is one was not found.',
    ['B', 'N'],
    'TMHP 2020-06-16',
    '2020-07-01',
  ],
  '2b own profile': [
    'What the clinic’s own payer profile says. The profile names who verified it, and when.',
    ['U'],
    'The clinic’s own payer profile',
  ],
  '2b DME': [
    'A medical equipment supplier cannot bill the drug. Its daily limit (MUE) for J0475 and J0476 is 0, by CMS ' +
      'policy. The claim belongs to the Part A and B contractor. J0428 has no row in that table.',
    ['A*'],
    'CMS MUE tables of July 2024 and October 2026',
    '2026-10-01',
  ],
  '2b place edit': [
    'No rule that denies J0475 for its place of service alone was found.',
    ['N'],
    'Looked for and not found',
    '2026-11-27',
  ],
  '2b home': [
    'Staff may give a drug on the physician’s claim, but not in a hospital or an SNF. ' +
      'The physician must be there (direct supervision), and the practice must have bought the drug. ' +
      'That this holds in the home is general knowledge.',
    ['A', 'M'],
    '42 CFR 410.26(a)(6), opening read; SSA POMS HI 00610.100; ' +
      'Medicare Benefit Policy Manual chapter 15 section 50.3 (old copy)',
  ],
  '2b residence': [
    'Nothing was found on the drug in assisted living (13) or custodial care (33). ' +
      'The worksheet takes them like the home.',
    ['N', 'D'],
    'Looked for and not found',
  ],
  '2b independent clinic': [
    'An independent clinic (49) is paid like an office. That the drug is paid there where a physician was ' +
      'present is general knowledge.',
    ['M'],
    'General knowledge; not read',
  ],
  '2b nursing facility': [
    'Without a Part A stay the rule that the SNF bills everything holds for therapy alone. ' +
      'Whether the office’s staff may then give the drug on the physician’s claim (32) was not found.',
    ['C', 'N'],
    'A billing firm that quotes CMS; looked for and not found',
  ],
  '2b SNF': [
    'In a Part A stay the SNF bills nearly everything, even what is done in an office (31). ' +
      'The physician’s own service stays apart. Some drugs are left out of that: ' +
      'for cancer, for ESRD, for clotting, and those that radiate. Baclofen is in none of these groups. ' +
      'No list with a row for J0475 was found.',
    ['C', 'D', 'N'],
    'An article on SNF billing (PMC2794012); reports of CMS change request 14427, July 2026',
    '2026-07-01',
  ],
  '2b hospital places': [
    'For a patient of a hospital (19, 21, 22, 23) the hospital bills the drug. ' +
      'Drugs that staff give on a physician’s claim are for other places.',
    ['A', 'C'],
    '42 CFR 410.26(a)(6), opening read; a billing page that quotes the Medicare manual chapter 12',
  ],
  '2b inpatient places': [
    '51 and 61 are for those who stay in a hospital: 51 in a psychiatric one, 61 in one for rehab. ' +
      'The worksheet takes them like 21. That is general knowledge.',
    ['M', 'D'],
    'General knowledge of the CMS place of service codes; not read',
  ],
  '2b other place': ['Who bills the drug at other places of service was not read.', ['N'], 'Not read'],
  '2b unlisted': [
    'The CMS questions are told to extend JW and JZ to unlisted codes of single-dose drugs.',
    ['C'],
    'Xcenda 2023-06-09; AAFP',
    '2023-06-09',
  ],
  '2b compounded': [
    'Whether a compounded drug line carries JW or JZ was not found.',
    ['N'],
    'Looked for and not found',
  ],
  '2.10': [
    'With waste: a line of the units given without JW or JZ, and a line with JW. Without waste: one line with JZ.',
    ['B'],
    'Noridian; First Coast; LifeWise',
  ],
  '2.11': [
    'A dose that is not a whole number of units is rounded up to the next one.',
    ['A', 'B'],
    'CMS recovery audit topic 0074; CGS 2023-06-27',
    '2023-06-27',
  ],
  '2.12': [
    'JW units leave out what the rounding put on the first line. 305 mg of 400 mg at 10 mg a unit make 31 and 9.',
    ['B', 'C'],
    'CGS 2023-06-27',
    '2023-06-27',
  ],
  '2.13': [
    'JW units are the whole units opened, less the units given after rounding. ' +
      'So both lines together never pass the label.',
    ['D'],
    'Worked out from rows 2.3 and 2.12',
  ],
  '2.14': [
    'Where one unit already holds dose and waste together, JW may not be used.',
    ['B'],
    'Noridian DME, 2024-03-20; UnitedHealthcare',
    '2024-03-20',
  ],
  '2.15': [
    'That one line carries JZ, although drug was thrown away.',
    ['B', 'C'],
    'Noridian DME, 2024-03-20',
    '2024-03-20',
  ],
  '2.15 later': [
    'Later coding pages repeat that such a line takes JZ alone. One page of 2026 says neither JW nor JZ. ' +
      'It is not followed, for the CMS answers as contractors quote them say JZ.',
    ['C'],
    'Coding pages since 2024, compared',
    '2026-11-27',
  ],
  '2.16': [
    'The same holds for several units. Waste of less than one unit makes no JW line, so the line carries JZ.',
    ['D', 'C'],
    'Worked out from rows 2.14 and 2.15; ophthalmology coding pages agree',
  ],
  '2.17': ['A claim with a JW line alone is rejected or not paid.', ['B'], 'First Coast; Blue Cross NC'],
  '2.18': [
    'JW and JZ never stand on one line. Every official example with JW leaves the first line bare.',
    ['C', 'D'],
    'Official examples, compared',
  ],
  '2.19': [
    'No text says that the JW line stands next to the line of the dose. ' +
      'The worksheet puts it there, on the same claim and day.',
    ['N', 'D'],
    'Looked for and not found',
  ],
  '2.20': [
    'Units must fit the smallest package on the market that gives the dose. Waste from a larger one is not paid. ' +
      'Mixes of strengths are not named.',
    ['B'],
    'CGS 2023-06-27; Noridian; Blue Cross NC',
    '2023-06-27',
  ],
  '2.21': [
    'Several containers: the units are rounded once for all. ' +
      'UnitedHealthcare Maryland wants a line for each NDC. Blue Cross NC pays one line only.',
    ['B', 'D'],
    'UnitedHealthcare Community Plan Maryland 2025-03-20; Blue Cross NC',
    '2025-03-20',
  ],
  '2.21 fills': [
    'No text was found on two fills, or on a trial and a fill, of one day. ' +
      'Labels and doses of one code are added up, and the day is rounded once.',
    ['N', 'D'],
    'Looked for and not found; worked out from 2.21',
  ],
  '2.22': [
    'Drug that was not given and not recorded as thrown away is not billed. JZ is no way around it.',
    ['C', 'D'],
    'Minnesota MSHO questions and answers, May 2026',
    '2026-05-01',
  ],
  '2.30': ['No CMS text on old drug in an implanted pump was found.', ['N'], 'Looked for and not found'],
  '2.31': [
    'Old drug drawn out of the pump at a refill was billed with the earlier fill. It is not waste of this claim.',
    ['D'],
    'Worked out from rows 2.2 and 2.5',
  ],
  '2.32': [
    'For a refill, the dose given is what went into the pump, not the daily dose.',
    ['D', 'B'],
    'TrailBlazer text on pump drugs (older)',
  ],
  '3.1': [
    'Divide the dose by the amount in the wording of the code. Only whole units count.',
    ['A'],
    'CMS recovery audit topic 0074',
  ],
  '3.2': [
    'The daily maximum (MUE) is 8 units of J0475 and 2 units of J0476. ' +
      'It holds for the office and for hospital outpatients. All lines of the day count together (MAI 3). ' +
      'It was the same in July 2024 and October 2026. CMS names the prescribing information as its reason.',
    ['A*'],
    'CMS MUE tables effective 2024-07-01 and 2026-10-01',
    '2026-10-01',
  ],
  '3.2 related': [
    'Daily maximum (MUE) of the codes beside the drug: 1 unit each for A4220, 62322, 62323, 62362, 62367 to ' +
      '62370, 95990 and 95991. That of 62362 (MAI 2) was read in October 2026 only. The reason is claims data. ' +
      'For 62362 it is the body, for 62369 and 62370 the kind of service. In July 2024 J7799 had 2 units. ' +
      'J7999 had 2, and 6 for hospital outpatients. Their rows of October 2026 were not noted. J0428 has no row.',
    ['A*'],
    'CMS MUE tables effective 2024-07-01 and 2026-10-01',
    '2026-10-01',
  ],
  '3.2 between': [
    'The MUE tables from October 2024 to September 2026 were not read. Those before and after agree.',
    ['D', 'N'],
    'CMS MUE tables effective 2024-07-01 and 2026-10-01; the others looked for and not found',
    '2026-10-01',
  ],
  '3.3': [
    '80 mg fill a 40 mL reservoir at 2000 mcg/mL. 100 mcg is the usual largest trial step.',
    ['D'],
    'Worked out from the marketed strengths',
  ],
  '3.3 hundredfold': [
    'From 800 units of 10 mg, or 200 of 50 mcg, a dose is a hundred times the largest. ' +
      'Then the count is taken for a slip of the unit.',
    ['D'],
    'This product’s own threshold, from row 3.3 and the daily maximum (row 3.2)',
    '2026-10-01',
  ],
  '3.4': [
    'With MAI 3 all lines of the day are added up. Split lines, 59 or 76 do not get around it. ' +
      'If the units were right, appeal with the records.',
    ['B', 'C'],
    'Palmetto, NGS and First Coast MUE pages',
  ],
  '3.4 whole day': [
    'Above the daily maximum the whole day may be denied, not only the units above it.',
    ['D'],
    'Worked out from row 3.4',
  ],
  '3.6': [
    'No source says whether JW units count toward the daily maximum (MUE). The worksheet counts them.',
    ['N', 'D'],
    'Looked for and not found',
  ],
  '3.7': [
    'For an appeal of units above the daily maximum, send the order, the dose, the waste and the need.',
    ['B'],
    'Palmetto, MUE Denials for Drugs, 2021-04-28',
    '2021-04-28',
  ],
  '3.8': [
    'A Part B claim holds at most $99,999.99; a larger one is split with modifier 76 and a narrative.',
    ['B'],
    'First Coast 2025-06-16',
    '2025-06-16',
  ],
  '4 QJ': [
    'QJ is for a prisoner or a patient in state or local custody where 42 CFR 411.4(b) is met. ' +
      'It is not for a health center.',
    ['A'],
    'CMS HCPCS files 2017 to 2019',
  ],
  '4 QJ since 2025': [
    'Since 2025 those on parole, on probation, in home detention or in a halfway house are not in custody for ' +
      'Medicare.',
    ['B'],
    'First Coast',
    '2025-01-01',
  ],
  '4 QJ denial': ['Medicare sends 258 with N103 for a patient in custody.', ['B'], 'Noridian'],
  '4 QJ plans': [
    'A Medicare Advantage plan is not known to have members in custody.',
    ['M'],
    'General knowledge; not read',
  ],
  '4 LT RT': [
    'LT and RT name the side of a procedure. The intrathecal space has none. ' +
      'For J0475 and J0476 the fee schedule says that a side does not apply.',
    ['A*'],
    'CMS physician fee schedule file, July 2024',
    '2024-07-01',
  ],
  '4 50': [
    '50 is a procedure on both sides. For J0475 and J0476 the fee schedule says that this does not apply.',
    ['A*'],
    'CMS physician fee schedule file, July 2024',
    '2024-07-01',
  ],
  '4 52': [
    '52 is a procedure that was done in part. A smaller dose has fewer units instead.',
    ['B', 'D'],
    'Contractor pages; worked out',
  ],
  '4 KD': [
    'Older texts of Novitas, TrailBlazer, First Coast and Palmetto want KD on any drug for an implanted pump. ' +
      'Since 2017, a third party says, such drugs are priced alike. ' +
      'No text was found that ends it, and no new one that asks for it.',
    ['B', 'C', 'N'],
    'Novitas A54100 (2023 copy); TrailBlazer; First Coast; Palmetto J1; NHIA on prices since 2017',
  ],
  '4 TB': [
    'TB tells of a drug bought under the 340B program. It is for information and stands beside JW or JZ. ' +
      'On a packaged drug it is by choice. ' +
      'From 2018 rural sole community, children’s and cancer hospitals used it. ' +
      'In 2024 critical access and Maryland hospitals did too. ' +
      'So did departments off campus that are not excepted. Since 2025 all use TB alone.',
    ['C', 'A*'],
    'Advis; America’s Essential Hospitals 2023-03-21 and CY2024 OPPS final rule summary; Forvis Mazars 2023-01; ' +
      'JG as ended in the CMS HCPCS file, October 2026',
    '2026-10-01',
  ],
  '4 first days': [
    'QJ began on 2003-01-01, KD on 2004-01-01, JG and TB on 2018-01-01 and JZ on 2023-01-01. ' +
      'JG is ended in the list of October 2026; TB alone since 2025. A modifier counts only while it is in force.',
    ['A', 'A*', 'C', 'D'],
    'CMS HCPCS files 2017 to 2019 and October 2026; pages of third parties on 340B; CMS, Discarded Drugs page',
    '2026-10-01',
  ],
  '4 PO': [
    'PO tells of a hospital department off campus that is excepted. It was by choice in 2015. ' +
      'Since 2016-01-01 it goes on every line of the hospital’s claim. ' +
      'It is not for an emergency room, a remote site or a satellite.',
    ['C'],
    'CMS manual chapter 4 section 20.6.11, quoted by Mediware',
  ],
  '4 PN': [
    'PN tells of a department off campus that is not excepted. ' +
      'Since 2017-01-01 it goes on every line, also on drugs that are paid apart. It never stands beside PO.',
    ['C'],
    'Bricker; HCPro 2017-02-21',
    '2017-02-21',
  ],
  '4 ABN': [
    'GA: a signed notice (ABN) is on file, and a denial for need is expected. GX: a notice was given by choice. ' +
      'GY: the law excludes the service. GZ: a denial is expected and no ABN was given. GX may stand with GY.',
    ['A', 'B'],
    'CMS HCPCS files 2017 to 2019; Palmetto; Noridian',
  ],
  '4 ABN pays': [
    'After a denial with GA the patient may be billed. With GZ the provider bears the cost.',
    ['B', 'C'],
    'Palmetto; Noridian; a coding page on reason code 50 in group PR',
  ],
  '4 ABN units': [
    'A notice (ABN) does not move a coding denial to the patient. CGS says so of code pairs. ' +
      'For the daily maximum (MUE) it is worked out.',
    ['B', 'D'],
    'CGS; worked out',
  ],
  '4 GY': [
    'That the law excludes baclofen for a pump is found nowhere. Medicare covers it (NCD 280.14).',
    ['M', 'D'],
    'General knowledge; worked out from row 6a',
  ],
  '4 order': [
    'No Part B text on the order of modifiers was found. Noridian DME puts first those that decide the price. ' +
      'A line takes four. For more, 99 stands in the fourth place and the rest in words.',
    ['D', 'B'],
    'Noridian DME; worked out',
  ],
  '4 JA JB': [
    'JA is into a vein and JB under the skin. A drug given into the spine takes neither.',
    ['A', 'B'],
    'CMS HCPCS files 2017 to 2019; Blue Cross NC',
  ],
  '4 JG': [
    'JG began in 2018. DSH hospitals, rural referral centers, and sole community hospitals that are not rural ' +
      'used it. It cut the price until 2022. After that it was for information. ' +
      'In 2024 those that are no hospital used it too. It has ended since.',
    ['C', 'A*'],
    'Advis; America’s Essential Hospitals 2023-03-21; CMS HCPCS file, October 2026',
    '2026-10-01',
  ],
  '4 340B': [
    'Before 2024 only a hospital that is paid by the OPPS had to report 340B drug. ' +
      'A critical access hospital (CAH) or an office did not. In 2023 it was by choice. ' +
      'A department off campus that is not excepted reported TB in 2018. ' +
      'What it reported from 2019 to 2023 was not found.',
    ['C', 'N'],
    'MMP 2017-12-12 and 2018-01-03, quoting CMS questions and answers; Forvis Mazars 2023-01',
    '2024-01-01',
  ],
  '4 340B Medicaid': [
    'One drug must not get both the 340B price and a Medicaid rebate. ' +
      'States want a modifier of their own for it. Which one was not looked up.',
    ['M'],
    'General knowledge; not read',
  ],
  '4 RE': [
    'RE is full keeping with a drug’s safety program (REMS). It is no side of the body.',
    ['A'],
    'CMS HCPCS files 2017 to 2019',
  ],
  '4 59': [
    '59 and the X modifiers tell of a distinct service. They do not split the units of a drug. ' +
      'A pair with indicator 0 cannot be billed apart at all.',
    ['B', 'A*'],
    'Contractor MUE pages; CMS NCCI edits effective 2024-07-01',
    '2024-07-01',
  ],
  '4 76': [
    '76 and 77 tell of a procedure that was done again. They do not get past a limit for the day.',
    ['B'],
    'Palmetto, NGS and First Coast MUE pages',
  ],
  '4 25': ['25 belongs on a visit, never on a drug line.', ['B'], 'Contractor pages'],
  '4 JF': [
    'JF names a compounded drug. It is ended in the list of October 2026. No word on when to use it was found.',
    ['A', 'A*', 'N'],
    'CMS HCPCS file 2019; lists of July 2024 and October 2026',
    '2026-10-01',
  ],
  '5 pairs': [
    'NCCI pairs from 2024-07-01, physician and outpatient. Never paid (0): ' +
      'A4220 with 62369, 62370, 95990 and 95991. Nor 95990, 95991, 62367 and 62368 with 62369 and 62370. ' +
      'Nor 62369 with 62370, 95990 with 95991 and 62322 with 62323. Paid apart only if distinct (1): ' +
      '62367 to 62370 with 62362. Other pairs of that file were not noted.',
    ['A*', 'B'],
    'CMS NCCI edits effective 2024-07-01; First Coast coding guideline',
    '2024-07-01',
  ],
  '5 pairs 2026': [
    'NCCI pairs in force in the fourth quarter of 2026, outpatient hospital. ' +
      'Never paid (0), besides those of 2024: 62367 with 62368; 62367 and 62368 with 95990 and 95991; ' +
      '95990 with 62362. Only if distinct (1): 62322, 62323, 62367 to 62370 and 95991 with 62362. ' +
      '62322 and 62323 are no pair. The list has no dates.',
    ['A*'],
    'CMS NCCI edits, outpatient hospital, version 32.3, public copy',
    '2026-10-01',
  ],
  '5 pairs 2026 others': [
    'That list also has codes that the worksheet does not take. 62360 has the pairs of 62362. ' +
      'So has 62361, but 95990 is paid with it if distinct (1). 62365 has 62322, 62323 and 62367 to 62370 (1). ' +
      '62367 to 62370 have 62324 to 62327 (1). 96522 has 95990 and 95991 (1). ' +
      'No J-code of baclofen is in these pairs.',
    ['A*'],
    'CMS NCCI edits, outpatient hospital, version 32.3, public copy',
    '2026-10-01',
  ],
  '5 pairs physician': [
    'The physician’s list of NCCI pairs of the fourth quarter of 2026 was not found.',
    ['N'],
    'Looked for and not found',
    '2026-10-01',
  ],
  '5 A4220': [
    'The refill kit is bundled in the fee schedule and packaged in the outpatient system. ' +
      'Medicare never pays it beside a refill.',
    ['A*'],
    'CMS physician fee schedules of July 2024 and January 2026; NCCI edits; OPPS Addendum B, April 2026',
    '2026-10-01',
  ],
  '5 kit charge': [
    'A hospital’s claim holds the charge of supplies, such as the kit. Their revenue code is 0270.',
    ['C'],
    'A sample claim of a drug maker for a pump refill',
  ],
  '5 kit elsewhere': [
    'Whether commercial plans or Medicaid pay A4220 on its own was not found.',
    ['N'],
    'Looked for and not found',
  ],
  '5 services': [
    'What the pump codes tell. 62367: checked. 62368: checked and programmed. 62369 and 62370: ' +
      'checked, programmed and refilled. 95990 and 95991: refilled, not programmed. 62322 and 62323: ' +
      'the trial injection, without and with imaging.',
    ['A*', 'M'],
    'CMS physician fee schedule file, July 2024',
    '2024-07-01',
  ],
  '5 skill': [
    '62370 and 95991: the refill needed the skill of a physician, or that of another qualified professional. ' +
      '62369 and 95990: staff could do it.',
    ['A*', 'M'],
    'CMS physician fee schedule files of July 2024 and January 2026, by their work values',
    '2025-12-29',
  ],
  '5 incident-to': [
    '95990 is an incident-to code: no work of a physician is in it. A physician is not paid for it in a facility.',
    ['A*'],
    'CMS physician fee schedule files of July 2024 and January 2026',
    '2025-12-29',
  ],
  '5 facility': [
    'The outpatient system has a rate for 95990, so the hospital’s own claim carries it: status S, $337.46 in 2026.',
    ['A*'],
    'OPPS Addendum B, April 2026',
    '2026-04-01',
  ],
  '5 same claim': [
    'The refill procedure and the drug belong on the same claim.',
    ['B', 'C'],
    'First Coast coding guideline; UTHealth summary of A55239',
  ],
  '5 line order': [
    'No rule on the order of lines on a claim was found. The worksheet puts visits first, then procedures, ' +
      'the drug with its waste, and supplies last.',
    ['N', 'D'],
    'Looked for and not found',
  ],
  '5 visit': [
    'A visit on the day of a procedure takes 25 only where separate work is documented. ' +
      '25 stands on the visit alone, never on the procedure or the drug.',
    ['B'],
    'Palmetto page on modifier 25; a payer’s policy (Moda RPM028)',
  ],
  '5 nothing changed': [
    'Is a refill that changed nothing programming? Coders tell it both ways. ' +
      'Some report Medicare contractors that want a changed dose. ' +
      'Others quote a pump maker that counts the new volume that was entered. No contractor’s own text was read.',
    ['C', 'N'],
    'AAPC forum threads 112074 and 144569, openings read',
  ],
  '5 trial exemption': [
    'A contractor limits steroid shots into the spine. Its article leaves out pump trials for severe spasticity.',
    ['A*', 'C'],
    'Article A56651, copy',
  ],
  '5 catheter trial': [
    'Codes of a trial through a lasting catheter were not found.',
    ['N'],
    'Looked for and not found',
  ],
  '5 supplied': [
    'If a pharmacy bills the payer for the drug, the practice bills only the procedure.',
    ['C'],
    'AAPC anesthesia alert; AAO injectable drugs page',
  ],
  '5 pharmacy': [
    'A pharmacy may not bill Medicare Part B for a drug that a physician’s office gives, such as for a pump ' +
      'refill. It is billed only where the physician bought it.',
    ['C'],
    'CMS change request 7397, quoted by NABP and Hartley Medical',
    '2011-12-15',
  ],
  '6a': [
    'Medicare covers the pump for lasting spasticity that other treatment does not control (NCD 280.14). ' +
      'Less invasive treatment failed, or was not tolerated, for at least six weeks. ' +
      'A trial dose helped before the implant. A third party tells of a change of the rule on 2026-03-07; ' +
      'that text was not read.',
    ['B', 'A', 'C'],
    'Independence Blue Cross MA05.053l restating NCD 280.14; CMS MLN; a notice about NCD 223',
  ],
  '6b': [
    'The label asks for severe spasticity and for age 4 or more. A screening dose must have helped. ' +
      'After a brain injury, a year must have passed. Where the cause is in the spine, oral baclofen failed or was ' +
      'not tolerated.',
    ['A'],
    'FDA labels',
  ],
  '6c MS': [
    'G35 is a heading since 2025-10-01 and cannot be billed. G35.A to G35.D took its place.',
    ['C'],
    'Several coding pages that agree',
    '2025-10-01',
  ],
  '6c headings': [
    'A diagnosis code needs all of its characters. Where ICD-10-CM has longer codes below a code, only those can ' +
      'be billed.',
    ['A*', 'D'],
    'ICD-10-CM official guidelines, I.B.2, read in a public copy; ' +
      'which codes have longer ones follows from the list of January 2021',
    '2021-01-01',
  ],
  '6c symptoms': [
    'M62.838 and R25.2 name a symptom. No source takes them as the only support.',
    ['D'],
    'ICD-10-CM January 2021 release; worked out',
    '2021-01-01',
  ],
  '6c palsy': [
    'G80.3 and G80.4 are kinds of cerebral palsy that are not spastic.',
    ['A*', 'D'],
    'ICD-10-CM January 2021 release',
    '2021-01-01',
  ],
  '6c': ['No payer’s list of diagnosis codes for baclofen could be read.', ['N'], 'Looked for and not found'],
  '6c 2027': [
    'The ICD-10-CM changes of 2026-10-01 were read whole. None touches a code of this page’s list. ' +
      'An update of April 2027 is not out yet.',
    ['A*'],
    'CMS ICD-10-CM addenda file for 2027, read in a public copy',
    '2026-10-01',
  ],
  '6c late effect': [
    'A past injury takes two codes. What it left is coded first, the injury with its S second. ' +
      'One code is enough where it holds both, as I69.351 does. ' +
      'That G81 and G82 name what an injury left is worked out.',
    ['C', 'D'],
    'Several pages that quote the ICD-10-CM official guidelines, I.B.10',
    '2025-10-01',
  ],
  '6c ended': [
    'M54.5 ended on 2021-09-30. M54.50, M54.51 and M54.59 took its place.',
    ['C'],
    'Several coding pages that agree',
    '2021-10-01',
  ],
  '6d': [
    'Aetna’s trial is one bolus of at most 100 mcg.',
    ['B', 'C'],
    'Aetna CPB 0161, copy effective 2026-01-01',
    '2026-01-01',
  ],
  '6c list': [
    'These codes fit the causes that the coverage rule, the plans read and the label name. ' +
      'Which of them a payer takes is not known. Of the code changes from 2021 to 2025, only that of G35 was read.',
    ['A*', 'D'],
    'ICD-10-CM January 2021 release; selection worked out',
    '2021-01-01',
  ],
  '6c encounter': [
    'Z45.1, Z45.49 or Z46.2: which one a payer wants for a refill was not found.',
    ['N'],
    'Looked for and not found',
  ],
  '6d others': [
    'eviCore asks for six weeks of oral drugs and therapy. The trial must lower the spasticity by two points for ' +
      'four hours. Humana Louisiana Medicaid asks for age 4 or more and enough body mass. ' +
      'It wants a gain of two points, or of one where the cause is in the brain. ' +
      'After a brain injury it waits a year.',
    ['C'],
    'eviCore CMM-210; Humana Louisiana Medicaid policy',
  ],
  '7.1': [
    'Item 23 takes the preauthorization number without hyphens or spaces.',
    ['C'],
    'NUCC and Medicare text, reproduced',
  ],
  '7.3': [
    'A pump maker says that original Medicare does not preauthorize the pump trial, the implant or a refill.',
    ['C'],
    'Manufacturer’s questions and answers',
  ],
  '7.2': [
    'The 837 carries the number as REF G1, and a referral as REF 9F. The two must differ.',
    ['C'],
    'Clearinghouse changelogs',
  ],
  '7.4': [
    'The WISeR model reviews some services before payment in AZ, NJ, OH, OK, TX and WA from 2026-01-15. ' +
      'Spinal steroid injections are among them. Pump refills were not on the list read.',
    ['C'],
    'Katten; a copy of the CMS list',
    '2026-01-15',
  ],
  '7.5': [
    'Some plans list what needs preauthorization. No row for J0475 could be read: ask the plan.',
    ['N'],
    'Looked for and not found',
  ],
  '7.6': [
    'No policy read says how long after the service a plan may still be asked.',
    ['N'],
    'Looked for and not found',
  ],
  '7.6 limits': [
    'No limit on how often a pump is filled was found, and no cap of a fill. ' +
      'Blue Cross NC follows the dosing of the label.',
    ['N', 'B'],
    'Looked for and not found; Blue Cross NC',
  ],
  '8': [
    'Reason and remark codes as X12 and CMS list them. Which one a payer sends for a case is worked out.',
    ['A*', 'D'],
    'X12 and CMS reason code list, June 2024',
    '2024-06-01',
  ],
  '8 future': [
    'A claim dated before its service comes back. Its reason code is 110.',
    ['A*'],
    'X12 and CMS reason code list, June 2024',
    '2024-06-01',
  ],
  '8 filing plans': [
    'Filing limits of plans are a matter of contract. A third party says that 90 to 180 days are common.',
    ['C'],
    'Third-party page',
  ],
  '8 groups': [
    'CO: the provider bears it, and the patient is never billed. PR: the patient owes it, or the next payer. ' +
      'OA is neither. PI is the payer’s own cut. CR was used before version 5010.',
    ['B', 'A*', 'C'],
    'Noridian DME; a public map of the 835 (005010X221A1)',
    '2026-05-01',
  ],
  '8 steps': [
    'What to do about a code is worked out from what it means. Confirm it with the payer.',
    ['C'],
    'General knowledge of remittances',
  ],
  '8 ended': [
    '15 and 138 left the code list in May 2018, B5 in May 2016 and 125 in November 2013. ' +
      'Old files still hold them. The list gives the month, and a change falls on its first day. ' +
      '284 and 296 seem to follow 15, and 285 and 286 to follow 138: their dates fit.',
    ['A*', 'C'],
    'X12 and CMS reason code list, June 2024',
    '2024-06-01',
  ],
  '8 codes later': [
    'Reason and remark codes that are newer than June 2024 were not read.',
    ['N'],
    'Not read',
    '2024-06-01',
  ],
  '8 file': [
    'A remittance file (835) is read by a public map of its guide: claims, lines, reasons, and the payer’s own items ' +
      '(PLB). Each line, each claim and the whole payment must add up. The guide itself was not read. ' +
      'No screen opens a claim acknowledgment (277CA).',
    ['A*', 'N'],
    'A public map of the 835 (005010X221A1); the guide itself not read',
    '2026-05-01',
  ],
  '8 texts': [
    'The guide of the 835 was not read. Nor were chapters 22, 29 and 34 of the Medicare claims manual, nor the ' +
      'text of form CMS-20027.',
    ['N'],
    'Not read',
  ],
  '8 lists': [
    'Public lists have an old text of 4, a wrong text of 267 and 293, and 290 and 291 the wrong way round. ' +
      'They show 15, 138 and 168, which have ended.',
    ['A*'],
    'Public lists, compared with the X12 and CMS list of June 2024',
    '2024-06-01',
  ],
  '8 returned': [
    'Medicare did not decide a Part B claim with MA130. There is no appeal and no reopening. ' +
      'A new claim must come in within the filing limit.',
    ['B'],
    'NGS; Palmetto',
    '2026-11-27',
  ],
  '8 processed': [
    'A processed Part B claim is not sent again, for every claim counts as a new one. ' +
      'It is corrected by a reopening or an appeal.',
    ['B'],
    'Noridian JF Part B',
    '2026-11-27',
  ],
  '8 reopening': [
    'A clerical slip is mended by a reopening, and so is a duplicate.',
    ['A'],
    '42 CFR 405.980(a)',
    '2026-11-27',
  ],
  '8 overpayment': [
    'Who got too much from Medicare reports and returns it. The time is 60 days after it was found, or until a cost ' +
      'report is due, if that is later. So says the final rule of 2016. What changed since was not read.',
    ['A*', 'N'],
    '81 FR 7653 (CMS-6037-F, 2016-02-12), opening read in a public copy',
    '2016-03-14',
  ],
  '8 reopening limits': [
    'A reopening is taken for 1 year, and for 4 years with good cause. ' +
      'Noridian takes units, modifiers, diagnosis and place of service, and adds no line. ' +
      'Palmetto takes units above the daily limit down to it. ' +
      'Its list of modifiers has KD and QJ, but neither JW nor JZ.',
    ['B'],
    'First Coast; Noridian; Palmetto',
    '2026-11-27',
  ],
  '8 redetermination': [
    'The first appeal must arrive within 120 days after the notice was received. ' +
      'It counts as received 5 days after its date. Good cause can give more time. ' +
      'The contractor has 60 days for a decision.',
    ['A', 'B'],
    '42 CFR 405.942; a contractor’s page for the 60 days',
    '2026-11-27',
  ],
  '8 later appeals': [
    'The second appeal (reconsideration) is open for 180 days and goes on form CMS-20033. ' +
      'A judge (ALJ) is open for 60 days. Both run from receipt, 5 days after the date. ' +
      'At least $200 must be in dispute for a judge in 2026. Council and court are open for 60 days each. ' +
      'At least $1,960 must be in dispute for the court in 2026.',
    ['A', 'B'],
    '42 CFR 405.962 and 405.1002; 90 FR 55869; NGS for council and court',
    '2026-11-27',
  ],
  '8 appeals 2027': [
    'The least amounts for a judge and the court in 2027 were not found.',
    ['N'],
    'Looked for and not found',
    '2026-11-27',
  ],
  '8 request': [
    'A request names the patient, the Medicare number, the service and its date, and who asks. It is in writing. ' +
      'It is dismissed if it is late, if one of these is missing, or if the one who asks is not a party. ' +
      'Form CMS-20027 may be used. It is told to ask for the notice’s date, the reason, the proof and a contact ' +
      'too.',
    ['A', 'C'],
    '42 CFR 405.944 and 405.952; a page on form CMS-20027, which was not read itself',
    '2026-11-27',
  ],
  '8 corrected inside': ['An appeal holds no corrected claim.', ['B'], 'Noridian DME', '2026-11-27'],
  '8 appeal letter': [
    'What a good appeal letter holds, by the reason of the denial.',
    ['A', 'B', 'C'],
    'CMS FAQ 11354; Palmetto; First Coast; general knowledge of appeals',
    '2026-11-27',
  ],
  '8 above MUE': [
    'For units above the daily maximum a reviewer asks three things. ' +
      'Are the code and the units right, and was it reasonable and needed? The reviewer may pay above the maximum.',
    ['A'],
    'CMS FAQ 11354',
    '2026-11-27',
  ],
  '8 frequency': [
    'Billing pages say that Part B takes first claims (1) only. ' +
      'One page says that 7 works, and it is not followed. A text of CMS or a contractor on 7 and 8 in Part B was ' +
      'not found.',
    ['C', 'N'],
    'Billing pages; looked for and not found',
    '2026-11-27',
  ],
  '8 adjustment': [
    'Bill type xx7 changes a hospital’s Medicare claim (013x, 085x), and xx8 takes it back. ' +
      'It carries the claim’s number (DCN) and is open for a year from the service. ' +
      'Later the claim is reopened with xxQ.',
    ['B'],
    'First Coast',
    '2026-11-27',
  ],
  '8 adjustment clinic': [
    'A rural health clinic bills with type 071x, a health center with 077x. ' +
      'The last digit is 7 to replace a claim and 8 to take it back.',
    ['A'],
    'CMS list of bill types',
    '2026-11-27',
  ],
  '8 replacement': [
    'Plans take 7 (replace) or 8 (take back) with their own claim number in item 22 or REF F8. ' +
      'The whole claim is sent again. A claim rejected before it reached the payer is sent as a first one.',
    ['C'],
    'Billing pages; general knowledge',
    '2026-11-27',
  ],
  '8 advantage': [
    'Medicare Advantage: 65 days from the notice, as pages that quote CMS say. Older pages say 60. ' +
      'With a contract, the contract counts. Without one, Blue Cross Nebraska gives 65 days from the remittance. ' +
      'It wants a waiver of liability.',
    ['C', 'B'],
    'Pages that quote CMS; Blue Cross Nebraska, December 2025',
    '2025-12-01',
  ],
  '8 plan appeals': [
    'The contract sets the time of an appeal. Aetna gives 180 days, with exceptions by state. ' +
      'UnitedHealthcare is reported to give 65.',
    ['B', 'C'],
    'Aetna; a page on UnitedHealthcare',
    '2026-11-27',
  ],
  '8 Medicaid': [
    'The state sets how and until when a claim is corrected. Most take 7 or 8 with their own claim number. ' +
      'Medi-Cal takes them for 6 months. From which day was not read.',
    ['B', 'C', 'N'],
    'Medi-Cal; general knowledge',
    '2026-11-27',
  ],
  '8 notice': ['Medicare’s 50 in group PR means that a notice (ABN) was given.', ['C'], 'A coding page'],
  '8 modifier code': [
    'Which codes Medicare sends for a missing JW or JZ was not found. ' +
      'Since 2020 CARC 4 no longer tells of a missing modifier.',
    ['A*', 'N'],
    'X12 and CMS reason code list, June 2024',
    '2024-06-01',
  ],
  '8 sequestration': [
    '253 comes in group CO. It has no appeal, and the patient does not owe it.',
    ['B'],
    'Contractor pages',
    '2026-11-27',
  ],
  '8 secondary': [
    'The next payer’s 23 is what earlier payers paid and cut under contract. Only the rest is posted.',
    ['A'],
    'X12 interpretations R2143 and R2535',
    '2026-11-27',
  ],
  '8 filing': [
    'Medicare takes a claim within one calendar year of the service. ' +
      'A claim that is rejected does not count as filed. A late claim cannot be appealed.',
    ['B'],
    'First Coast; CGS',
  ],
  '8 filing exceptions': [
    '42 CFR 424.44(b) allows a late claim after an error by Medicare or its contractor. ' +
      'It does so where Medicare cover was granted later for an earlier time, also where Medicaid then took its ' +
      'payment back. So it does where a Medicare Advantage or PACE plan was ended for an earlier time and took its ' +
      'payment back.',
    ['A', 'C'],
    'Medicaid.gov questions and answers; a copy of the CMS manual, chapter 1 section 70.7',
  ],
  '8 filing near': [
    '30 days or fewer to the end of the filing limit are a check. ' +
      'A claim that is returned has to be sent again before the end.',
    ['D'],
    'This product’s own mark, from row 8 filing',
  ],
  '8 self-pay': [
    'A physician who treats a Medicare patient enrolls and files the claim for a covered service. ' +
      'The other ways are to opt out, with a private contract, or to take no pay.',
    ['B'],
    'NGS, page for physicians who do not enroll, opt out or file',
  ],
  '9.1': [
    'An NDC is billed with 11 digits, 5-4-2, without hyphens. It is that of the container used.',
    ['B'],
    'Anthem 2025-06-04; Medi-Cal',
    '2025-06-04',
  ],
  '9.2': [
    'The NDC quantity of injected baclofen is told in mL. Milligrams are no NDC unit.',
    ['B', 'A'],
    'X12 answers to questions; payer pages',
  ],
  '9.3': [
    'An NDC quantity has at most 3 decimals. Forms on paper differ. ' +
      'NUCC takes N4, the NDC, a space, ML and up to 8 digits and 3 decimals. ' +
      'Medicare’s manual puts N4 and the NDC in places 1 to 13, and the quantity in 17 to 24, with six digits. ' +
      'Medi-Cal puts the quantity in 24D, with ten digits and no point. ' +
      'Whether Medicare’s six places may hold a point is not said.',
    ['C', 'A'],
    'NUCC text, reproduced; billing pages that quote Medicare; Medi-Cal',
  ],
  '9.5': [
    'Medicaid wants the NDC with the drug line. So do most plans read.',
    ['A', 'B'],
    'Medicaid.gov; UnitedHealthcare; Anthem',
  ],
  '9.5 Medicare': ['No text says that original Medicare does not want the NDC.', ['N'], 'Looked for and not found'],
  '9.6': [
    'With waste, both lines carry the NDC. One tells the mL given, the other the mL wasted. ' +
      'Together they make the label.',
    ['B'],
    'LifeWise',
  ],
  '9.7': [
    'Which mL go on a JZ line with less than a unit of waste was not found. The worksheet puts what was given.',
    ['N'],
    'Looked for and not found',
  ],
  '9.4': [
    'The 837 has the NDC in loop 2410: N4, the NDC, its quantity and ML. The quantity must be more than 0.',
    ['A', 'C'],
    'X12 answers to questions; a clearinghouse',
  ],
  '9.8': [
    'A mixture has no NDC of its own. List the NDC of each drug in it.',
    ['B', 'C'],
    'Novitas A54100 (copy); AAO injectable drugs page',
  ],
  '10': [
    'Medicare’s payment rate (payment limit) for each quarter. The patient pays 20 % in every file. ' +
      'Medicare allows the lower of the charge and the rate.',
    ['A*'],
    'CMS payment limit files, January 2024 to October 2026; 42 CFR 414.904',
    '2026-10-01',
  ],
  '10 addendum': [
    'Before 2024 the rate of J0475 was read in the price list for hospital outpatients. ' +
      'That it is the same as in the payment limit file is worked out. ' +
      'The rate of January 2025 was printed as $173.837, and as $173.84 in a later run of that list.',
    ['A*', 'D'],
    'OPPS Addendum B, January 2020 to October 2025',
    '2025-10-01',
  ],
  '10 gaps': [
    'No payment rate of J0475 was found for 2017 to 2019 and the last half of 2020. ' +
      'The third quarter of 2021 and the first half of 2022 were not found either. ' +
      'None of J0476 was found before 2024, and none of 2027.',
    ['N'],
    'Looked for and not found',
    '2026-11-27',
  ],
  '10 deductible': [
    'The Part B deductible is $283 in 2026. It was $257 in 2025 and $240 in 2024. ' +
      'Those two were not read at CMS. That of 2027 was not found.',
    ['A', 'B', 'C', 'N'],
    '90 FR 52063 (CMS-8091-N, 2025-11-19); other pages',
    '2026-11-27',
  ],
  '10 outpatient': [
    'J0475 stands under APC 9032 in the price list for hospital outpatients. ' +
      'The patient paid $36.25 a unit in October 2025. Each procedure has its own rate for the year.',
    ['A*'],
    'OPPS Addendum B, 2023 to April 2026',
    '2026-04-01',
  ],
  '10 outpatient later': [
    'There are price lists for hospital outpatients of July and October 2026. ' +
      'Their rows were not read, and none of 2027. That J0475 has the rate of the payment limit file there is ' +
      'worked out.',
    ['D', 'N'],
    'CMS payment limit files, July and October 2026; the lists themselves not read',
    '2026-10-01',
  ],
  '10 fee schedule': [
    'The fee schedule of January 2026 tells what a service weighs (RVU). ' +
      'An RVU is worth $33.4009, or $33.5675 for some (APM). The place in the country is left out. ' +
      'J0475 and J0476 have status E there. A4220 has P.',
    ['A*', 'D'],
    'CMS physician fee schedule, January 2026 release of 2025-12-29',
    '2026-01-01',
  ],
  '10 fee schedule later': [
    'The fee schedule release of October 2026 exists, but its rows were not read.',
    ['N'],
    'Looked for and not found',
    '2026-11-27',
  ],
  '10 copies': [
    'The newest rates and the NDC crosswalk were read in public copies by third parties. ' +
      'The files of CMS themselves were not opened.',
    ['A*'],
    'Public copies of the payment limit files and crosswalks, January to October 2026',
    '2026-10-01',
  ],
  '10 opened': [
    'A payment limit file or a crosswalk of CMS that you opened on this page.',
    ['U'],
    'The file that was opened, with its own dates',
  ],
  '10 sequestration': [
    'Medicare cuts its own part, after coinsurance (sequestration). ' +
      'There was no cut from 2020-05-01 to 2022-03-31. It was 1 % from April to June 2022 and is 2 % since ' +
      '2022-07-01. The law has it through fiscal year 2032.',
    ['A', 'C'],
    'CMS letter of 2013-06-03; CRS R45106, 2023-11-14; Visante 2022-01',
    '2023-11-14',
  ],
  '10 share': [
    'With Medicare Part B the patient pays the deductible of the year first. ' +
      'Then the patient pays 20 % of what Medicare allows for the rest.',
    ['A'],
    '42 CFR 410.152 (opening); Medicare.gov, outpatient services',
    '2026-04-05',
  ],
  '10 share hospital': [
    'For a service of a hospital’s outpatient department the patient pays 20 % of its rate or more. ' +
      'Some services are paid as a whole, with all that goes with them. The share for each service was not read.',
    ['A'],
    '42 CFR 419.40; Medicare.gov, outpatient services',
    '2026-04-05',
  ],
  '10 share Medicaid': [
    'Who takes Medicaid takes its pay as the whole pay. ' +
      'The patient owes only the deductible, coinsurance or copay that the state’s plan asks for.',
    ['A'],
    '42 CFR 447.15',
    '2026-04-05',
  ],
  '10 share QMB': [
    'A patient in the QMB program is never billed for Medicare’s deductible or coinsurance.',
    ['B'],
    'CMCS bulletin of 2013-06-07; Medicare Advocacy',
    '2013-06-07',
  ],
  '10 share lesser': [
    'Behind Medicare, Medicaid need not pay all of the deductible and coinsurance. ' +
      'It may stop at its own rate, and so pay nothing. Each state chooses.',
    ['A', 'B'],
    'MACPAC on section 1902(n) of the Social Security Act; a billing page for the sum',
    '2026-11-27',
  ],
  '10 share second': [
    'Behind another payer Medicare pays the lowest of three amounts. One is the charge, or what the provider must ' +
      'take as the whole price, less what was paid. One is Medicare’s own part. ' +
      'One is the higher allowed amount less what was paid; for a hospital, its own rate less what was paid. ' +
      'What the patient may be charged then was not read.',
    ['A'],
    '42 CFR 411.33 (a), (b), (e, in part)',
    '2026-11-28',
  ],
  '10 visit': [
    'The price of a visit is an estimate. For a day without a table it takes the newest quarter before that day. ' +
      'What was not told gives a range. Each line is rounded to the cent once, half a cent up.',
    ['D'],
    'This product’s own rule',
  ],
  '11': [
    'What the record must hold about dose, waste and need, as contractors and plans ask for it. ' +
      'No rule read asks for the reason of the waste, the lot or a witness.',
    ['B', 'C', 'N'],
    'Noridian, First Coast, Palmetto, BCBS North Dakota, LifeWise',
  ],
  '12b': ['The order of the steps.', ['D'], 'Worked out from the rows of section 2'],
  products: [
    '35 containers of baclofen for the spine, marketed now or once, with their labels and NDCs.',
    ['A*', 'C'],
    'CMS NDC crosswalks January 2024 to October 2026; FDA NDC directory; labels',
    '2026-10-01',
  ],
  'products crosswalk': [
    'The NDC crosswalks of CMS were read from 2024 to the first quarter of 2026, and for the last two quarters ' +
      'of 2026. There were 27 rows of baclofen in October 2025. Then there were 22, 21 and now 19. ' +
      'A missing row is not a ban: CMS calls the list not complete.',
    ['A*'],
    'CMS NDC-HCPCS crosswalks, January 2024 to October 2026',
    '2026-10-01',
  ],
  'products April 2026': [
    'The NDC crosswalk of April 2026 was not found.',
    ['N'],
    'Looked for and not found',
    '2026-11-27',
  ],
  'products listing': [
    'FDA listings: Gablofen 50 and 2000 mcg/mL run to 2027-12-31. ' +
      'Sagent 2000, MAIA 50, Advagen 1000 mcg/mL and Lioresal 70121-2504 run to 2026-12-31. ' +
      'Such an end is the yearly renewal and proves no withdrawal.',
    ['A', 'C'],
    'openFDA NDC directory, September and October 2026',
    '2026-10-30',
  ],
  'products 6': [
    'The common slips: mg for mcg, mL or mg or vials for units, the trial code for a refill.',
    ['D'],
    'Worked out; OIG audits of outpatient drugs',
  ],
  'products 3': [
    'Flow is the daily dose divided by the concentration. The alarm comes when the alarm volume is left. ' +
      'The pump computes this and does not measure it. Refill before the alarm.',
    ['D', 'C'],
    'Worked out; Medtronic safety notice FA596, October 2016; Gillette Children’s',
    '2016-10-31',
  ],
  'products 3 alarm': [
    'Older pumps give the alarm at 2 mL. It can be set otherwise.',
    ['C', 'M'],
    'Neurosurgery 2004, abstract',
  ],
  'products 3 overfill': [
    'A reservoir that is filled beyond its size may infuse too fast.',
    ['A'],
    'Safety notices of the Australian and Singapore authorities',
  ],
  'products 3 stability': [
    'One abstract says to refill baclofen pumps within 180 days. Limits of single brands were not confirmed.',
    ['C'],
    'Study of 2023, abstract',
  ],
  'products 3 tolerance': [
    'No published limit was found for the gap between expected and aspirated volume. ' +
      'Less than expected may mean that the pump runs too fast.',
    ['N', 'C'],
    'Looked for and not found; Medtronic safety notice FA596',
  ],
  'products 4': [
    'This is what refill sheets of clinics and makers record. No complete sheet could be read.',
    ['C'],
    'Gillette Children’s, South Shore Neurologic and others, merged',
  ],
  barcode: [
    'The barcode number (GTIN) of a US drug holds a 3 and the ten digits of its NDC. ' +
      'Before them stands the packing level, 1 to 8 on a carton or case. 17 is the expiry and 10 the lot. ' +
      'Fields stand in any order.',
    ['M', 'D'],
    'General knowledge of the GS1 and UPC codes; not read',
  ],
  'barcode printed': [
    'Two barcode numbers were read at the FDA: 0372888147369 is 72888-147-36 and 0370121250319 is 70121-2503-1. ' +
      'The others are worked out from the NDC of the package. ' +
      'Those printed by Gablofen, Sagent, Nexus and Mylan, and those of inner vials, were not found.',
    ['A', 'D', 'N'],
    'openFDA NDC directory; the others looked for and not found',
    '2026-09-29',
  ],
  'label dose': [
    'Usual adult doses are about 90 to 800 mcg a day. Those of children under 12 are from 24 mcg. ' +
      'Little is known above 1000 mcg a day. About 2000 mcg is the most reported. ' +
      'None of these is a limit of the label.',
    ['C', 'M'],
    'Prescribing monographs that agree',
  ],
  'label withdrawal': [
    'Baclofen into the spine must not stop abruptly. That has led to fever, a changed mental state, rebound ' +
      'spasticity and stiff muscles. In rare cases it led to muscle breakdown, organ failure and death. ' +
      'To prevent it, program and watch the pump with care, refill it in time, and heed its alarms. ' +
      'Take special care after a cord injury at T6 or above, and after an earlier withdrawal. ' +
      'Do so as well where the patient has trouble speaking for themselves.',
    ['A'],
    'Boxed warning of the FDA labels; Gablofen, 2025-03-28; openFDA 2026-09-16',
    '2026-09-16',
  ],
  'bridge bolus': [
    'When the concentration changes, the catheter still holds the old drug. A bridge bolus is programmed for it.',
    ['C'],
    'Expert review of 2016, abstract; refill sheets',
  ],
  'label trial': [
    'Screening goes 50, then 75, then 100 mcg on separate days.',
    ['C'],
    'Published dosing pages that agree',
  ],
  'form 19': [
    'Item 19 of the CMS-1500 takes what has no item of its own, such as a second NDC. ' +
      'Palmetto wants the NDC there on paper.',
    ['C', 'B'],
    'Palmetto; TrailBlazer, opening read',
  ],
  'form 21': [
    'Item 21 takes up to 12 diagnoses, A to L, four in a row, without a point. A 0 tells that they are ICD-10-CM.',
    ['C', 'M'],
    'Form fillers Sophie and Medplum; version and point general knowledge, not read',
  ],
  'form 22': [
    'Item 22 takes a code and the payer’s number of the first claim. 7 replaces that claim, 8 voids it. ' +
      'On a first claim the item is blank.',
    ['C'],
    'Form filler Medplum; billing pages for 7 and 8; general knowledge for a first claim',
  ],
  'form 24': [
    'Item 24 has six lines. The shaded half of each is for what goes with that line, never for a line of its own.',
    ['C'],
    'A billing page that quotes NUCC and Medicare',
  ],
  'form 24D': [
    'Item 24D takes a code and up to four modifiers. Where there are more, Noridian DME wants 99 in the fourth ' +
      'place. The rest go in words.',
    ['C', 'B'],
    'Noridian DME, opening read',
  ],
  'form line': [
    'Every line needs a day, a place, a code, a charge above 0 and whole units. It points to at least one diagnosis.',
    ['A*', 'C'],
    'Public map of the 837P (pyx12, 2026-05-03); that the charge is above 0 from general knowledge',
  ],
  'form 24E': [
    'Item 24E takes up to four letters, with nothing between them. ' +
      'The letter of the main reason for the line goes first. SV107 takes up to four numbers in the same way.',
    ['A*', 'C'],
    'Public map of the 837P (pyx12, 2026-05-03); form filler Medplum; a page that quotes the NUCC manual',
  ],
  'form 24E Medicare': [
    'On a paper claim, Medicare is said to take one letter in item 24E.',
    ['C'],
    'A page of May 2016 that quotes Medicare’s form instructions',
    '2016-05-01',
  ],
  'form 24F': [
    'Item 24F takes the charge without dollar sign, comma and point. ' +
      'The cents have two digits and their own place. Item 24G takes whole units, 1 or more.',
    ['A', 'C'],
    'NUCC text of 08/05, read in a public tool; a coding page',
  ],
  'form 32': [
    'Item 32 takes the name and address of the place where the service was, unless it is the billing address. ' +
      'For the home Medicare wants it since 2011, and a billing page says so of every place. ' +
      'In the 837P that is NM1*77 in loop 2310C.',
    ['A', 'B', 'C'],
    'CMS change request 6947; a billing page; public map of the 837P (pyx12, 2026-05-03)',
  ],
  'form 1500 insured': [
    'On the CMS-1500 item 1a has the subscriber’s number. ' +
      'Items 4, 7 and 11 to 11c have the subscriber and the plan. ' +
      'Item 2 has commas between the parts of a name. Items 3 and 11a have a year of four digits. ' +
      'Item 8 is always blank. Item 6 is filled only where 4 is. ' +
      'A yes in 11d calls for items 9 to 9d. ' +
      'SOF in 12 and 13 tells that the signature is on file. ' +
      'Item 29 takes what the patient paid, not a plan.',
    ['A', 'C'],
    'NUCC text of 08/05, read in a public tool; Noridian, instructions for the form of 02/12; general knowledge of ' +
      'signatures, of item 29, of an injury in 11b and 15, and of which box of item 1 a plan has',
  ],
  'form 1500 Medicare': [
    'Where Medicare pays first, items 4, 6, 7 and 11a to 11c of the CMS-1500 are blank, and 11 says NONE. ' +
      'The number in 1a has no dashes. Items 9 to 9d and 13 are for a Medigap plan. ' +
      'That 11d is blank, and that 10a to 10c then say no, is general knowledge.',
    ['A', 'B', 'C'],
    'CGS, tutorial of the form; Novitas; general knowledge for 11d',
  ],
  'form 1500 second': [
    'Where Medicare pays second, item 4 names the insured of the first plan, or says SAME. So does item 7. ' +
      'Items 6, 10, 11, 11a and 11c are filled. ' +
      'The first payer’s remittance is attached, and its payment is not in 29. ' +
      'Where Medicaid follows Medicare, a yes in 11d goes with the remittance. ' +
      'That item 11 then says NONE or has a group number was not read. States differ.',
    ['A', 'B', 'C'],
    'CGS and Novitas for Medicare as second payer; a billing page for Medicaid; the rest general knowledge',
  ],
  'form 1500 providers': [
    'Item 17 names who referred (DN), ordered (DK) or supervised (DQ), without points and commas. ' +
      'Item 17b has the NPI. ' +
      'Where a group bills, 24J has the NPI of who treated. Item 25 has the EIN or Social Security number. ' +
      'Item 26 has the account number, and 33 who bills.',
    ['A', 'C'],
    'NUCC text of 08/05, read in a public tool, for the name in item 17; the rest general knowledge',
  ],
  'form grid': [
    'The CMS-1500 is made for 10 characters and 6 lines an inch, so its service lines are 24 points apart. ' +
      'At which line and column each item from 1 to 33 stands was read in a practice system. ' +
      'It has printed the form for years. ' +
      'A form filler agrees on items 21, 22, 23 and 28. NUCC’s own specification was not read. ' +
      'That item 19 fits its box at 15 characters an inch is worked out.',
    ['B', 'D'],
    'Open-source practice system that prints the form; form filler Medplum',
  ],
  'form UB-04': [
    'Form locator 42 takes revenue code 0636 for drugs. 43 is for text and NDC, 44 is for the code and its ' +
      'modifiers, 45 is the date. 46 takes the units, 47 takes the charge, 63 takes the authorization. ' +
      'In 43 one Medicaid agency (2008) wants N4, the NDC, the unit and the quantity. ' +
      'There is no space between them, and there are up to 3 decimals. How Medicare wants it there was not read. ' +
      'It is general knowledge that a page has 22 lines. So is what 4, 64 and 67 take: ' +
      'type of bill, earlier claim, diagnoses.',
    ['C', 'A', 'N', 'M'],
    'Synthea; billing manuals, openings read; Illinois Medicaid notice of 2008-04-08',
  ],
  'form NOC': [
    'An unlisted code needs the drug and its dose in item 19. ' +
      'In the 837P they go into NTE of the line or the claim, which takes 80 characters. ' +
      'Noridian takes a sheet with a paper claim where they do not fit.',
    ['B'],
    'CGS 2025-03-18; Noridian, unlisted codes; First Coast 2024-07-25',
    '2025-03-18',
  ],
  'form SV101-7': [
    'CMS looked for the description of an unlisted code in SV101-7 of the 837P.',
    ['C'],
    'ASA 2012-01, on the CMS article SE1138',
    '2012-01-01',
  ],
  'form 837': [
    'A line of the 837P goes LX, SV1, DTP 472, then one loop 2410 of LIN and CTP. SV103 is UN. ' +
      'SV101 takes four modifiers. The guide itself is licensed and was not read.',
    ['C'],
    'LinuxForHealth’s model of 005010X222A2 and X12’s drug examples in it; Change Healthcare',
  ],
  'form 837 lines': [
    'A claim of the 837P takes fifty lines.',
    ['A*'],
    'Public map of the 837P (pyx12, 2026-05-03)',
    '2026-05-03',
  ],
  'form by setting': [
    'Offices and surgical centers bill the drug on the CMS-1500 or 837P. Hospitals use the UB-04. ' +
      'Which form a payer takes from an RHC or FQHC was not read. ' +
      'For Medicare, First Coast lists bill types 071x for an RHC and 077x for an FQHC. Those are on the UB-04.',
    ['B', 'M', 'N'],
    'First Coast, list of bill types; the rest general knowledge',
  ],
  'form 837 left': [
    'What the payer before left to the patient stands on each line where that payer told it by line, 0 as well. ' +
      'It stands once with the claim only where the claim as a whole was told. Never both.',
    ['A'],
    'X12 requests for interpretation 1391, 1515 and 1517',
    '2012-03-12',
  ],
  'form whole claim': [
    'Some of what a whole claim can hold is not written. In the 837 that is what the patient paid (AMT F5), ' +
      'a contract (CN1) and state data (K3). So are a second provider who referred, and paperwork of one line. ' +
      'How Medigap is told there was not read. Types of bill 012x and 083x are not written either. ' +
      'One published example puts the NDC and its quantity together without a space.',
    ['C', 'N'],
    'Public maps of the 837P and 837I (pyx12, 2026-05-03); First Coast, list of bill types; a maker’s form tutorial',
    '2026-05-03',
  ],
  '8 crossover': [
    'A claim that Medicare has sent on to the next payer is not sent a second time. ' +
      'Its remittance says so by status 19 or 20, or by MA18 or N89. ' +
      'One state wants it from you after 45 days of silence.',
    ['B', 'C'],
    'A billing page on Florida Medicaid; MA18 and N89 from general knowledge',
    '2010-04-01',
  ],
  '8 several payers': [
    'More than one payer before Medicare calls for a paper claim with both remittances. ' +
      'A remittance of Medigap that is sent as if it had paid first is rejected.',
    ['A', 'B'],
    'First Coast; CGS 2025-08-21',
    '2025-08-21',
  ],
  'form 837 further': [
    'PWK tells what is sent apart, how, and under which number. REF 9F holds a referral. ' +
      'NM1 87 with its address tells where payments go, a PO box among others. ' +
      'The codes were read in public maps of both guides. What the codes of PWK mean is general knowledge.',
    ['A*', 'C'],
    'Public maps of the 837P and 837I (pyx12, 2026-05-03)',
    '2026-05-03',
  ],
  'form 837 details': [
    'REF F8 holds the payer’s earlier number, and SBR09 the filing code. ' +
      'CLM07 to CLM09 tell assignment and release. These were read in a public map. ' +
      'That a provider’s ZIP has nine digits is general knowledge. ' +
      'So are the lengths, the characters, what each code means, and the check digit of an NPI.',
    ['A*', 'M'],
    'Public map of the 837P (pyx12, 2026-05-03); general knowledge of X12 and the NPI',
    '2026-05-03',
  ],
  'form widths': [
    'The number in item 22 has 18 places, item 23 has 29, 24F has 8 digits and 24G 3. ' +
      'Item 2 has 28 places, 9d 28 and 11c 29. This was read in an NUCC text of 2005. There item 19 has 83 places. ' +
      'That it has 71 on the form of 2012, and that item 28 has 9 digits, is general knowledge. ' +
      'So are the other widths.',
    ['A', 'C'],
    'NUCC text of 08/05, read in a public tool; general knowledge for the form of 02/12',
  ],
  'form FHIR': [
    'A FHIR R4 Claim names the HCPCS code in the item. The NDC with its amount stands in the item’s detail. ' +
      'CMS’s own data service does the same.',
    ['C'],
    'A change to CMS’s Beneficiary FHIR Data server, opening read; two validators of FHIR R4 take it',
  ],
  'form CSV': [
    'Cells with a quote, comma or line break are quoted. A text that would start a formula in a spreadsheet gets ' +
      'an apostrophe before it. Full-width signs count as well.',
    ['C', 'M'],
    'RFC 4180 and OWASP ASVS 5.0 as quoted; full-width signs and the apostrophe itself general knowledge',
  ],
  'place of service': [
    '11 is the office and 12 the home. 13 is assisted living and 33 custodial care. 23 is the emergency room. ' +
      '24 is a surgical center. 49 is an independent clinic. 31 is a skilled nursing facility (SNF) and 32 a ' +
      'nursing facility. 50 is an FQHC and 72 an RHC. In a hospital 21 is for inpatients, 22 for outpatients, and ' +
      '19 for outpatients off campus.',
    ['M'],
    'General knowledge of the CMS place of service codes; not read',
  ],
} as const satisfies Record<string, Entry>;

export type RowId = keyof typeof rows;

/** Every citation by its row. */
export const citations = Object.fromEntries(
  Object.entries<Entry>(rows).map(([row, [says, confidence, source, asOf]]) => [
    row,
    {
      row,
      says,
      confidence,
      source,
      asOf: asOf ? day(asOf) : null,
      readOn: confidence[0] === 'U' ? null : rulesReadOn,
    } satisfies Citation,
  ]),
) as Readonly<Record<RowId, Citation>>;
