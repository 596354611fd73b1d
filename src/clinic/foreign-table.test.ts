import { expect, it } from 'vitest';
import { readCmsFile } from './cms-file';

// The first three are made up; the headings of the others are as their publishers write them.
const addendumB = `,Addendum B like table - OPPS payment by HCPCS code (made up for a test),,,,,,
,Effective January 1 2026 through March 31 2026,,,,,,
,HCPCS Code,Short Descriptor,SI,APC,Relative Weight,Payment Rate,Minimum Unadjusted Copayment
,J0475,Baclofen 10 mg injection,K,9032,,$181.466,$36.30
,J0476,Baclofen intrathecal trial,N,,,,
`;
const thirdPartyLimits = `Example Fee Watch quarterly drug fees (not CMS; made up for a test)
"Effective January 1, 2026 through March 31, 2026"
HCPCS Code,Short Description,HCPCS Code Dosage,Payment Limit,Co-insurance Percentage,ASP,Source
J0475,Baclofen 10 mg injection,10 MG,171.194,20.000,171.194,ASP without the 6 percent
J0476,Baclofen intrathecal trial,50 MCG,56.145,20.000,56.145,ASP without the 6 percent
`;
const thirdPartyMerged = `\
HCPCS Code,Description,NDC,Drug Name,Pkg Size,Pkg Qty,BUPP,Payment Limit,ASP,SI,Effective Start Date
J0475,Baclofen 10 mg,66794-0157-02,Gablofen,20.0,1,4.0,181.466,171.194,K,2026-01-01
J0476,Baclofen trial,66794-0151-01,Gablofen,1.0,1,1.0,59.514,56.145,N,2026-01-01
`;

it.each([
  [
    'an addendum for hospitals',
    addendumB,
    'is a table of hospital outpatient rates (OPPS Addendum B), not the payment limit file.',
  ],
  [
    'limits of somebody else',
    thirdPartyLimits,
    'does not carry CMS’s title: its first line reads “Example Fee Watch quarterly drug fees (not CMS; made up for…”.',
  ],
  [
    'limits joined with NDCs',
    thirdPartyMerged,
    'is a table that somebody joined from payment limits and NDCs, not a file of CMS.',
  ],
  [
    'Addendum B',
    'Addendum B.-- OPPS Payment by HCPCS Code for CY 2025,,\nHCPCS Code,Short Descriptor,SI,APC ,Relative ' +
      'Weight,Payment Rate,National Unadjusted Copayment,Note\nJ0475,Baclofen 10 mg ' +
      'injection,K,9032,,$175.819,.,*\n',
    'is a table of hospital outpatient rates (OPPS Addendum B), not the payment limit file.',
  ],
  [
    'Addendum A',
    'Addendum A.-- OPPS APCs for CY 2026\nAPC,Group Title,SI,Relative Weight,Payment Rate,National Unadjusted ' +
      'Copayment\n9032,Baclofen 10 mg injection,K,,$181.466,\n',
    'is a table of hospital outpatient rates (OPPS Addendum A), not the payment limit file.',
  ],
  [
    'Addendum AA',
    'Addendum AA -- Final ASC Covered Surgical Procedures for CY 2026\nHCPCS Code,Short Descriptor,Subject to ' +
      'Multiple Procedure Discounting,January 2026 Payment Indicator,January 2026 Payment Weight,January 2026 ' +
      'Payment Rate\n62362,Implant spine infusion pump,N,J8,244.7,"$14,000.00"\n',
    'is a table of rates of ambulatory surgical centers (an ASC addendum), not the payment limit file.',
  ],
  [
    'Addendum BB',
    'Addendum BB -- ASC Covered Ancillary Services\nHCPCS Code,Short Descriptor,Drug Pass-Through ' +
      'Expiration,October 2026 Payment Indicator,October 2026 Payment Weight,October 2026 Payment ' +
      'Rate\nJ0475,Baclofen 10 mg injection,,K2,,$182.50\n',
    'is a table of rates of ambulatory surgical centers (an ASC addendum), not the payment limit file.',
  ],
  [
    'the FDA’s list of products',
    'PRODUCTID,PRODUCTNDC,PRODUCTTYPENAME,PROPRIETARYNAME,NONPROPRIETARYNAME,LABELERNAME\nx,66794-157,HUMAN ' +
      'PRESCRIPTION DRUG,Gablofen,baclofen,Piramal\n',
    'is a list of NDCs without their codes, not the NDC-HCPCS crosswalk.',
  ],
  [
    'the FDA’s list of packages',
    'PRODUCTID,PRODUCTNDC,NDCPACKAGECODE,PACKAGEDESCRIPTION\nx,66794-157,66794-157-02,1 VIAL\n',
    'is a list of NDCs without their codes, not the NDC-HCPCS crosswalk.',
  ],
  [
    'a clinic’s own list',
    'NDC,Drug,Shelf\n66794-0157-02,Gablofen,B2\n',
    'is a list of NDCs without their codes, not the NDC-HCPCS crosswalk.',
  ],
  [
    'the physician fee schedule',
    '2026 National Physician Fee Schedule Relative Value File\nHCPCS,MOD,DESCRIPTION,STATUS CODE,WORK RVU,CONV ' +
      'FACTOR\n95990,,Spin/brain pump refil & main,A,0,33.4\n',
    'is a fee schedule, not the payment limit file.',
  ],
  [
    'a state’s fee schedule',
    'Procedure Code,Modifier,Description,Max Fee\nJ0475,,Baclofen 10 mg,176.20\n',
    'is a fee schedule, not the payment limit file.',
  ],
  [
    'a plan’s allowables',
    'CPT/HCPCS,Description,Allowable\nJ0475,Baclofen,190.00\n',
    'is a fee schedule, not the payment limit file.',
  ],
  [
    'unit limits',
    'Practitioner Services MUE\nHCPCS/CPT Code,Practitioner Services MUE Values,MUE Adjudication Indicator,MUE ' +
      'Rationale\nJ0475,8,3 Date of Service Edit: Clinical,x\n',
    'is a table of unit limits (MUE), not the payment limit file.',
  ],
  [
    'code pairs',
    'Column 1,Column 2,Effective Date,Deletion Date,Modifier\n62370,95991,20120101,*,0\n',
    'is a table of code pairs (NCCI edits), not the payment limit file.',
  ],
  [
    'Addendum B, parted by semicolons',
    'HCPCS Code;Short Descriptor;SI;APC;Payment Rate\nJ0475;Baclofen 10 mg injection;K;9032;$175.819\n',
    'is a table of hospital outpatient rates (OPPS Addendum B), not the payment limit file.',
  ],
  [
    'a list of NDCs, parted by tabs',
    'NDC\tDrug\n66794-0157-02\tGablofen\n',
    'is a list of NDCs without their codes, not the NDC-HCPCS crosswalk.',
  ],
  [
    'codes and names alone',
    'HCPC\tSEQNUM\tLONG DESCRIPTION\nJ0475\t1\tInjection, baclofen, 10 mg\n',
    'is neither the CMS payment limit file nor the CMS NDC-HCPCS crosswalk. It does not carry CMS’s title: ' +
      'its first line reads “HCPC SEQNUM LONG DESCRIPTION”.',
  ],
  [
    'payment limits of drugs without a code of their own',
    'Payment Allowance Limits for Medicare Part B Drugs - Not Otherwise Classified (NOC),\nDrug ' +
      'Name,Dosage,Payment Limit\n',
    'is neither the CMS payment limit file nor the CMS NDC-HCPCS crosswalk. It does not carry CMS’s title: ' +
      'its first line reads “Payment Allowance Limits for Medicare Part B Drugs - Not Ot…”.',
  ],
  [
    'a text far below',
    `${'\n'.repeat(60)}x\n`,
    'is neither the CMS payment limit file nor the CMS NDC-HCPCS crosswalk. It does not carry CMS’s title.',
  ],
  [
    'anything else',
    'name,date\nx,y\n',
    'is neither the CMS payment limit file nor the CMS NDC-HCPCS crosswalk. It does not carry CMS’s title: ' +
      'its first line reads “name, date”.',
  ],
  [
    'a sentence',
    'J0475 is $182.50 now.',
    'is neither the CMS payment limit file nor the CMS NDC-HCPCS crosswalk. It does not carry CMS’s title: ' +
      'its first line reads “J0475 is $182.50 now.”.',
  ],
])('%s is refused as what it is', (_what, text, because) => {
  expect(readCmsFile('x.csv', text)).toEqual({ refused: `“x.csv” ${because}` });
  expect(readCmsFile('x.csv', `\uFEFF${text.replaceAll('\n', '\r\n')}`)).toEqual({ refused: `“x.csv” ${because}` });
});
