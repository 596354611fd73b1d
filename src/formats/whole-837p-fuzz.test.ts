import fc from 'fast-check';
import { X12Interchange, X12Parser } from 'node-x12';
import { expect, it } from 'vitest';
import type { Resubmission, ServiceLine } from '../engine/claim';
import { day } from '../engine/dated';
import {
  adjustmentGroups,
  causes,
  filingIndicators,
  mspTypes,
  paperworkTypes,
  paperworkWays,
  relationships,
  sexes,
} from '../engine/party-codes';
import { linesOf } from '../engine/claim-lines';
import { digitsOfMoney, unitsOf } from '../engine/quantity';
import { prepared } from './claims.fixture';
import { keysOfLines } from '../engine/first-payer';
import { emptyPayment, type PaymentText } from '../engine/payment-text';
import { hospital, sending } from './parties.fixture';
import { partiesOf, type Sending } from './parties';
import { isDependent, isEmployer, isSecondary } from './party-specs';
import { professional837 } from './professional-837';
import { group, wholeVial, withServices, type WholeClaim } from './whole-claims.fixture';
import type { Office } from '../engine/clinic-file';

const writtenAt = { date: day('2026-12-15'), time: '0915' };

/** Text that every field of a name takes: letters, and the signs that X12 has and that separate nothing. */
const name = (most: number) =>
  fc
    .string({ unit: fc.constantFrom(..."ABYZabyz09 -.,'()&/#"), minLength: 1, maxLength: most - 2 })
    .map((text) => `No${text}`.trim());
const code = <Codes extends object>(codes: Codes) => fc.constantFrom(...(Object.keys(codes) as (keyof Codes)[]));

const procedure: fc.Arbitrary<ServiceLine> = fc.record({
  lineNumber: fc.constant(0),
  hcpcs: fc.constantFrom('62370', '95990', '99213', 'A4220', '62323'),
  modifiers: fc.subarray(['25', '59', 'GA', 'XU', 'KX'], { maxLength: 4 }),
  unitsOfService: fc.integer({ min: 1, max: 99 }).map(unitsOf),
  ndcQuantities: fc.constant([]),
  charge: fc.integer({ min: 1, max: 9_999_999 }).map((cents) => ({ tenthsOfCent: cents * 10 })),
  of: fc.constant('service' as const),
  pointers: fc.option(fc.shuffledSubarray([1, 2, 3, 4], { minLength: 1 })),
});

/** Fifty of these stay below what one Part B claim takes, which is refused above that. */
const withSmallCharge = (line: ServiceLine): ServiceLine => ({
  ...line,
  charge: line.charge && { tenthsOfCent: (line.charge.tenthsOfCent % 1_500_000) + 10 },
});

/** The claims before their services, each prepared once. */
const drugs = (['medicare-part-b', 'medicaid', 'commercial', 'workers-compensation'] as const).map((payer) =>
  prepared({ ...wholeVial, payer, diagnoses: ['G35.A', 'M62.838', 'G80.1', 'R25.2'] }),
);

/** A charge in cents, cut at these thousandths into what was paid and what was adjusted. */
function paymentOf(of: string, { charge }: ServiceLine, cuts: readonly number[], byGroup: string): PaymentText {
  const cents = (charge?.tenthsOfCent ?? 0) / 10;
  const at = [...cuts, 0, 1000].toSorted((a, b) => a - b).map((cut) => Math.floor((cents * cut) / 1000));
  const parts = at.slice(1).map((end, place) => digitsOfMoney({ tenthsOfCent: (end - (at[place] ?? 0)) * 10 }));
  const [paid = '', co45 = '', co253 = '', pr1 = '', pr2 = '', pr3 = '', otherAmount = ''] = parts;
  return {
    ...emptyPayment,
    of,
    paid,
    co45,
    co253,
    pr1,
    pr2,
    pr3,
    otherAmount,
    otherGroup: byGroup,
    otherReason: '97',
  };
}

/** A last name ends at a comma. */
const lastName = name(60).map((text) => text.replaceAll(',', '.'));

const people = fc.record({
  patientLast: lastName,
  patientFirst: name(35),
  patientMiddle: fc.oneof(fc.constant(''), name(25)),
  patientStreet: name(55),
  patientCity: name(30),
  sex: code(sexes),
  relationship: fc.oneof(fc.constant('18' as const), code(relationships)),
  insuredLast: lastName,
  insuredFirst: name(35),
  insuredMiddle: fc.oneof(fc.constant(''), name(25)),
  payerName: name(60),
  memberId: fc.constantFrom('M1', 'A'.repeat(80)),
  groupNumber: fc.constantFrom('', 'GRP100', 'G'.repeat(50)),
  accountNumber: fc.constantFrom('WS1', '12345678901234567890'),
  filingIndicator: fc.oneof(fc.constant(''), code(filingIndicators)),
  mspType: code(mspTypes),
  order: fc.constantFrom('P' as const, 'S' as const),
  otherPayerName: name(60),
  otherIndicator: fc.constantFrom('CI' as const, 'BL' as const, 'WC' as const),
  otherRelationship: code(relationships),
  otherLast: lastName,
  otherFirst: name(35),
  otherMiddle: fc.oneof(fc.constant(''), name(25)),
  otherGroup: fc.constantFrom('', 'FIRST'),
  otherClaimNumber: fc.constantFrom('', 'ICN1'),
  relatedTo: fc.oneof({ weight: 4, arbitrary: fc.constant('' as const) }, { weight: 1, arbitrary: code(causes) }),
  facility: fc.constantFrom('', hospital.id),
  rendering: fc.constantFrom('', 'none', 'roe'),
  referring: fc.constantFrom('', 'doe'),
  ordering: fc.constantFrom('', 'doe'),
  supervising: fc.constantFrom('', 'roe'),
  behind: fc.constantFrom('', 'none', 'qmb', 'medicaid') as fc.Arbitrary<Sending['behind']>,
  referralNumber: fc.constantFrom('', 'REF 1', 'R'.repeat(50)),
  paperworkType: fc.oneof(fc.constant('' as const), code(paperworkTypes)),
  paperworkBy: code(paperworkWays),
  paperworkNumber: fc.constantFrom('P1', 'P'.repeat(80)),
});

/** Medicare insures the patient alone; a claim that was prepared for another payer does not go to it. */
const ofMedicare = { relationship: '18', filingIndicator: '' } as const;
const ofOthers = ({ filingIndicator }: { readonly filingIndicator: string }) =>
  ['MA', 'MB'].includes(filingIndicator) ? { filingIndicator: 'CI' } : {};

const wholeClaims: fc.Arbitrary<WholeClaim> = fc
  .record({
    drug: fc.constantFrom(...drugs),
    services: fc.oneof(
      { weight: 49, arbitrary: fc.array(procedure, { maxLength: 5 }) },
      { weight: 1, arbitrary: fc.array(procedure, { minLength: 45, maxLength: 49 }) },
    ),
    people,
    cuts: fc.array(fc.integer({ min: 0, max: 1000 }), { minLength: 6, maxLength: 6 }),
    adjustedBy: code(adjustmentGroups),
    isPerson: fc.boolean(),
    paysTo: fc.option(fc.record({ payToStreet: name(55), payToCity: name(30) })),
    resubmission: fc.constantFrom<Resubmission>(
      { code: '1' },
      { code: '7', original: 'ICN 1' },
      { code: '8', original: 'I'.repeat(50) },
    ),
  })
  .map(({ drug, services, people: told, cuts, adjustedBy, isPerson, paysTo, resubmission }): WholeClaim => {
    const isPartB = drug.encounter.payer === 'medicare-part-b';
    const claim = withServices(drug, isPartB ? services.map(withSmallCharge) : services);
    const filed: Sending = {
      ...sending,
      ...told,
      payerId: 'PLAN1',
      otherPayerId: 'PLAN2',
      otherMemberId: 'X2',
      otherPaidOn: '12/01/2026',
      injuryDate: '06/01/2025',
      injuryClaimNumber: 'WC-1',
      accidentState: 'ND',
      ...(claim.encounter.payer === 'medicare-part-b' ? ofMedicare : ofOthers(told)),
      payments: linesOf(claim).map((line, place) =>
        paymentOf(keysOfLines(linesOf(claim))[place] ?? '', line, cuts, adjustedBy),
      ),
    };
    const [own] = group.providers;
    const office: Office = {
      ...group,
      referrers: [{ ...group.providers[1]!, id: 'doe', name: 'DOE' }],
      providers: [
        {
          ...own!,
          ...(isPerson ? { kind: 'person', first: 'JO' } : {}),
          ...(paysTo ? { ...paysTo, payToState: 'ND', payToZip: '58102' } : {}),
        },
        ...group.providers.slice(1),
      ],
    };
    return {
      name: '',
      claim,
      parties: partiesOf(office, filed),
      resubmission: isPartB ? { code: '1' } : resubmission,
    };
  });

/** The least and the most characters of an element, by segment and place (row form 837 details; whole claim, 3). */
const widths: Readonly<Record<string, readonly [number, number]>> = {
  'NM1*3': [1, 60],
  'NM1*4': [1, 35],
  'NM1*5': [1, 25],
  'NM1*9': [2, 80],
  'N3*1': [1, 55],
  'N4*1': [2, 30],
  'N4*2': [2, 2],
  'N4*3': [3, 15],
  'REF*2': [1, 50],
  'SBR*3': [1, 50],
  'SBR*4': [1, 60],
  'CLM*1': [1, 20],
  'CLM*2': [1, 18],
  'AMT*2': [1, 18],
  'SVD*2': [1, 18],
  'SV1*2': [1, 18],
  'SV1*4': [1, 15],
  'DTP*3': [8, 8],
  'DMG*2': [8, 8],
  'NTE*2': [1, 80],
  'PWK*6': [2, 80],
};
/** What an element can be. */
const codeLists: Readonly<Record<string, readonly string[]>> = {
  'SBR*1': ['P', 'S'],
  'SBR*2': ['', ...Object.keys(relationships)],
  'SBR*5': ['', ...Object.keys(mspTypes)],
  'SBR*9': Object.keys(filingIndicators),
  'PAT*1': Object.keys(relationships).filter((each) => each !== '18'),
  'PWK*1': Object.keys(paperworkTypes),
  'PWK*2': Object.keys(paperworkWays),
  'PWK*5': ['', 'AC'],
  'NM1*1': ['41', '40', '85', '87', 'IL', 'PR', 'QC', 'DN', '82', '77', 'DQ', 'DK'],
  'NM1*2': ['1', '2'],
  'NM1*8': ['', '46', 'XX', 'MI', 'PI'],
  'DMG*3': Object.keys(sexes),
  'CAS*1': Object.keys(adjustmentGroups),
  'REF*1': ['EI', '9F', 'G1', 'F8', 'Y4'],
  'DTP*1': ['439', '472', '573'],
  'AMT*1': ['D', 'EAF'],
  'HL*3': ['20', '22', '23'],
};

const dollarsIn = (text: string | undefined): number => Math.round(Number(text) * 100);
const all = (segments: readonly (readonly string[])[], tag: string, kind?: string) =>
  segments.filter(([own, first]) => own === tag && (kind === undefined || first === kind));

function readBack(text: string) {
  const interchange = new X12Parser(true).parse(text);
  if (!(interchange instanceof X12Interchange)) throw new Error('several interchanges');
  const [transaction] = interchange.functionalGroups.flatMap(({ transactions }) => transactions);
  return (transaction?.segments ?? []).map(({ tag, elements }) => [tag, ...elements.map(({ value }) => value ?? '')]);
}

/** What is too short, too long, of no list, or an empty end: none of it may be. */
function misfits(segments: readonly (readonly string[])[]): readonly string[] {
  return segments.flatMap(([tag = '', ...elements]) => [
    ...(elements.at(-1) === '' ? [`${tag} ends empty`] : []),
    ...elements.flatMap((element, place) => {
      const key = `${tag}*${place + 1}`;
      const [least, most] = widths[key] ?? [0, 80];
      const isFit = element === '' || (element.length >= least && element.length <= most);
      return isFit && (codeLists[key]?.includes(element) ?? true) ? [] : [`${key}: ${element}`];
    }),
  ]);
}

function holdsFacts({ claim, parties }: WholeClaim, segments: readonly (readonly string[])[]): void {
  const lines = linesOf(claim);
  const [patient] = all(segments, 'NM1', isDependent(parties) ? 'QC' : 'IL');
  expect(patient?.slice(3, 6).map((text) => text)).toEqual(
    [parties.patientLast, parties.patientFirst, parties.patientMiddle].slice(0, patient!.length - 3),
  );
  const subscriber = isEmployer(parties)
    ? [parties.insuredLast, '', '']
    : isDependent(parties)
      ? [parties.insuredLast, parties.insuredFirst, parties.insuredMiddle]
      : [parties.patientLast, parties.patientFirst, parties.patientMiddle];
  expect(all(segments, 'NM1', 'IL')[0]?.slice(3, 6)).toEqual(subscriber);
  expect(all(segments, 'REF', '9F').map(([, , number]) => number)).toEqual(
    parties.referralNumber === '' ? [] : [parties.referralNumber],
  );
  expect(all(segments, 'PWK').map(([, kind, way, , , , number = '']) => [kind, way, number])).toEqual(
    parties.paperworkType === ''
      ? []
      : [[parties.paperworkType, parties.paperworkBy, parties.paperworkBy === 'AA' ? '' : parties.paperworkNumber]],
  );
  const [payTo] = segments.flatMap(([tag, kind], place) => (tag === 'NM1' && kind === '87' ? [place] : []));
  expect(payTo === undefined ? '' : segments[payTo + 1]?.[1]).toBe(parties.payToStreet);
  expect(all(segments, 'DMG')).toEqual([['DMG', 'D8', '19600102', parties.sex]]);
  expect(
    all(segments, 'SV1').map(([, what, charge, , units, , , pointers]) => [what, dollarsIn(charge), units, pointers]),
  ).toEqual(
    lines.map((line) => [
      ['HC', line.hcpcs, ...line.modifiers].join(':'),
      (line.charge?.tenthsOfCent ?? 0) / 10,
      String(line.unitsOfService.units),
      (line.pointers ?? claim.diagnosisPointers).join(':'),
    ]),
  );
  const [, , total] = all(segments, 'CLM')[0] ?? [];
  expect(dollarsIn(total)).toBe(all(segments, 'SV1').reduce((sum, [, , charge]) => sum + dollarsIn(charge), 0));
}

/** Each line’s charge is what was paid and adjusted, and AMT*D is what was paid of all. */
function holdsBalance({ parties }: WholeClaim, segments: readonly (readonly string[])[]): void {
  const starts = segments.flatMap(([tag], place) => (tag === 'LX' ? [place] : []));
  let paid = 0;
  for (const [place, start] of starts.entries()) {
    const own = segments.slice(start, starts[place + 1]);
    const [charge] = all(own, 'SV1').map((each) => dollarsIn(each[2]));
    const svd = all(own, 'SVD');
    expect(svd).toHaveLength(isSecondary(parties) ? 1 : 0);
    const adjusted = all(own, 'CAS').flatMap((cas) => cas.filter((_, at) => at >= 3 && at % 3 === 0).map(dollarsIn));
    const paidOf = svd.reduce((sum, each) => sum + dollarsIn(each[2]), 0);
    expect(paidOf + adjusted.reduce((sum, each) => sum + each, 0)).toBe(isSecondary(parties) ? charge : 0);
    const leftBy = all(own, 'CAS', 'PR').flatMap((cas) =>
      cas.filter((_, at) => at >= 3 && at % 3 === 0).map(dollarsIn),
    );
    expect(all(own, 'AMT', 'EAF').map((each) => dollarsIn(each[2]))).toEqual(
      isSecondary(parties) ? [leftBy.reduce((sum, each) => sum + each, 0)] : [],
    );
    paid += paidOf;
  }
  const amounts = all(segments, 'AMT', 'D').map((each) => dollarsIn(each[2]));
  expect(amounts).toEqual(isSecondary(parties) ? [paid] : []);
}

it(
  '2,000 whole claims: counts, balances, delimiters, widths, and the same facts read back',
  { timeout: 240_000 },
  () => {
    let written = 0;
    fc.assert(
      fc.property(wholeClaims, (whole) => {
        const result = professional837(whole.claim, whole.parties, writtenAt, whole.resubmission);
        if ('refused' in result) throw new Error(result.refused.map(({ says }) => says).join('; '));
        written += 1;
        const segments = readBack(result.written);
        expect(misfits(segments)).toEqual([]);
        holdsFacts(whole, segments);
        holdsBalance(whole, segments);
        expect(all(segments, 'LX').map(([, number]) => Number(number))).toEqual(
          linesOf(whole.claim).map((_, place) => place + 1),
        );
      }),
      { numRuns: 2_000 },
    );
    expect(written).toBeGreaterThanOrEqual(2_000);
  },
);
