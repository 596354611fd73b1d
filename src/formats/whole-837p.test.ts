import { X12Interchange, X12Parser } from 'node-x12';
import { describe, expect, it } from 'vitest';
import { day } from '../engine/dated';
import type { PreparedClaim } from '../engine/prepared-claim';
import { isDependent, isSecondary } from './party-specs';
import { partiesOf, reasonsAgainstParties, type Parties } from './parties';
import { office, sending } from './parties.fixture';
import { claimLoops, professional837, professional837OfAll } from './professional-837';
import { prepared } from './claims.fixture';
import {
  atHospital,
  balanceOff,
  furtherClaims,
  group,
  payment,
  professionalVectors,
  service,
  wholeVial,
  withServices,
  type WholeClaim,
} from './whole-claims.fixture';

const writtenAt = { date: day('2026-12-15'), time: '0915' };
const every = { ...professionalVectors, ...furtherClaims };

/** The segments of the file, which somebody else parsed strictly: a wrong count throws. */
function segmentsOf({ claim, parties, resubmission }: WholeClaim): readonly string[] {
  const result = professional837(claim, parties, writtenAt, resubmission);
  if ('refused' in result) throw new Error(result.refused.map(({ says }) => says).join('; '));
  const interchange = new X12Parser(true).parse(result.written);
  expect(interchange).toBeInstanceOf(X12Interchange);
  return result.written.split('~\n').slice(0, -1);
}
const startingWith = (segments: readonly string[], start: string) =>
  segments.filter((segment) => segment === start || segment.startsWith(`${start}*`));

/** Segments that stand in the file in this order (the vectors of whole-claim, section 8). */
const expected: Readonly<Record<keyof typeof professionalVectors, readonly string[]>> = {
  1: [
    'HL*2*1*22*0',
    'SBR*P*18*******MB',
    'CLM*WS1*1150***11:B:1*Y*A*Y*Y',
    'HI*ABK:G35A',
    'NM1*82*1*ROE*ANN****XX*1245319599',
    'SV1*HC:62370*350*UN*1***1',
    'SV1*HC:J0475:JZ*800*UN*4***1',
  ],
  2: [
    'CLM*WS1*1150***11:B:1*Y*A*Y*Y',
    'SV1*HC:62370*350*UN*1***1',
    'SV1*HC:J0475*600*UN*3***1',
    'SV1*HC:J0475:JW*200*UN*1***1',
  ],
  3: ['SBR*P*18*GRP100******CI', 'REF*G1*AUTH12345'],
  4: [
    'HL*2*1*22*1',
    'SBR*P**GRP100******CI',
    'NM1*IL*1*SAMPLE*PARENT****MI*M123456',
    'NM1*PR*2*EXAMPLE PLAN*****PI*PLAN1',
    'HL*3*2*23*0',
    'PAT*19',
    'NM1*QC*1*SAMPLE*KID',
    'N3*2 Example Street',
    'N4*Fargo*ND*58102',
    'DMG*D8*19600102*U',
    'CLM*WS1*1150***11:B:1*Y*A*Y*Y',
  ],
  5: ['HL*2*1*22*1', 'SBR*P**GRP100******CI', 'HL*3*2*23*0', 'PAT*01', 'NM1*QC*1*SAMPLE*KID'],
  6: [
    'SBR*S*18***12****MB',
    'SBR*P*18*GRP100******CI',
    'AMT*D*700',
    'OI***Y***Y',
    'NM1*IL*1*SAMPLE*PAT****MI*M123456',
    'NM1*PR*2*EXAMPLE PLAN*****PI*PLAN1',
    'SV1*HC:62370*350*UN*1***1',
    'SVD*PLAN1*200*HC:62370**1',
    'CAS*CO*45*100',
    'CAS*PR*2*50',
    'DTP*573*D8*20261210',
    'AMT*EAF*50',
    'SVD*PLAN1*500*HC:J0475:JZ**4',
    'CAS*CO*45*175',
    'CAS*PR*2*125',
    'DTP*573*D8*20261210',
  ],
  7: [
    'SBR*S*18*******MC',
    'SBR*P*18*******MB',
    'AMT*D*680.40',
    'SVD*MCARE*111.33*HC:62370**1',
    'CAS*CO*45*207.99**253*2.27',
    'CAS*PR*2*28.41',
    'LIN**N4*66794015702',
    'CTP****20*ML',
    'SVD*MCARE*569.07*HC:J0475:JZ**4',
    'CAS*CO*45*74.14**253*11.62',
    'CAS*PR*2*145.17',
  ],
  8: ['CLM*WS1*1150***11:B:7*Y*A*Y*Y', 'REF*F8*ICN20261234'],
  9: [
    'CLM*WS1*1150***11:B:8*Y*A*Y*Y',
    'REF*F8*ICN20261234',
    'SV1*HC:62370*350*UN*1***1',
    'SV1*HC:J0475:JZ*800*UN*4***1',
  ],
  11: ['NM1*85*1*ROE*ANN****XX*1234567893', 'REF*EI*123456789'],
  12: [
    'CLM*WS12*350***22:B:1*Y*A*Y*Y',
    'NM1*77*2*Sample Hospital*****XX*1122333341',
    'N3*9 Example Street',
    'N4*Fargo*ND*581020009',
    'SV1*HC:62370*350*UN*1***1',
  ],
};

describe('the vectors of a professional claim', () => {
  it.each(Object.entries(professionalVectors))('%s has its segments, in their order', (number, vector) => {
    const segments = segmentsOf(vector);
    const wanted = expected[Number(number) as keyof typeof expected];
    let from = 0;
    for (const segment of wanted) {
      const at = segments.indexOf(segment, from);
      expect(at, `${segment} behind ${segments[from - 1]}`).toBeGreaterThanOrEqual(from);
      from = at + 1;
    }
  });

  it('10: Medicare Part B takes no replacement, and what to do instead is said', () => {
    const { claim, parties } = professionalVectors[1];
    for (const code of ['7', '8'] as const) {
      const result = professional837(claim, parties, writtenAt, { code, original: 'ICN20261234' });
      expect('refused' in result && result.refused.map(({ says }) => says)).toEqual([
        'Medicare Part B takes no claim that replaces or voids another. ' +
          'If the remittance has MA130, the claim was not processed: send it as a first claim. ' +
          'If it was processed, ask for a reopening of a clerical error within one year. ' +
          'Else appeal within 120 days.',
      ]);
    }
    expect(startingWith(segmentsOf(professionalVectors[1]), 'REF').join()).not.toContain('F8');
  });

  it('12: the drug itself is held where the hospital bills it', () => {
    expect(claimLoops(prepared(atHospital))).toMatchObject({
      refused: [{ says: expect.stringContaining('the hospital bills the drug') as string }],
    });
  });

  it('20: amounts that do not balance are told with line and difference, and nothing is written', () => {
    const reasons = [
      {
        field: 'payments.1.paid',
        says: 'Line 2, J0475-JZ: paid and adjusted are 795.00, 5.00 less than the charge of 800.00',
      },
    ];
    expect(reasonsAgainstParties(balanceOff.parties, balanceOff.claim)).toEqual(reasons);
    expect(professional837(balanceOff.claim, balanceOff.parties, writtenAt)).toEqual({ refused: reasons });
  });
});

type Usage = readonly [segment: string, where: (whole: WholeClaim) => number, of: string];
const once = () => 1;
const onlyIf = (holds: (whole: WholeClaim) => boolean) => (whole: WholeClaim) => (holds(whole) ? 1 : 0);
const lines = ({ claim }: WholeClaim) => claim.lines.length + claim.services.lines.length;
const dependent = ({ parties }: WholeClaim) => isDependent(parties);
const second = ({ parties }: WholeClaim) => isSecondary(parties);
const again = ({ resubmission }: WholeClaim) => resubmission.code !== '1';
const isOf = (...names: readonly WholeClaim[]) => onlyIf((whole) => names.includes(whole));
const { 11: solo, 12: hospital, 6: afterPlan } = professionalVectors;
const { roles, home, work, accident, through, further } = furtherClaims;

/** How often a segment stands in a claim: always, on its condition, or never (whole-claim, section 3). */
const usages: readonly Usage[] = [
  ['HL*1**20*1', once, 'who bills'],
  ['PRV*BI*PXC', isOf(roles), 'the taxonomy of who bills, where it is told'],
  ['NM1*85*1', isOf(solo), 'a person who bills'],
  ['NM1*85*2', onlyIf((whole) => whole !== solo), 'an organization that bills'],
  ['REF*EI', once, 'its tax number'],
  ['REF*SY', () => 0, 'a Social Security number, where there is none'],
  ['NM1*87', isOf(further), 'another address to pay to'],
  ['HL*2*1*22*0', onlyIf((whole) => !dependent(whole)), 'a subscriber who is the patient'],
  ['HL*2*1*22*1', onlyIf(dependent), 'a subscriber with a patient below'],
  ['HL*3*2*23*0', onlyIf(dependent), 'the patient’s own level'],
  ['PAT', onlyIf(dependent), 'what the patient is to the subscriber'],
  ['NM1*QC*1', onlyIf(dependent), 'the patient by name'],
  ['NM1*IL*2', isOf(work), 'an employer as the subscriber'],
  ['DMG*D8', once, 'birth date and sex, of the patient alone'],
  ['NM1*IL', (whole) => (second(whole) ? 2 : 1), 'the subscriber of each payer'],
  ['NM1*PR*2', (whole) => (second(whole) ? 2 : 1), 'each payer'],
  ['CLM', once, 'the claim'],
  ['DTP*439', isOf(work, accident), 'the date of an injury'],
  ['REF*Y4', isOf(work), 'the number of an injury at work'],
  ['REF*F8', (whole) => (again(whole) || whole === through ? 1 : 0), 'the payer’s number of an earlier claim'],
  ['PWK', isOf(further), 'what is sent apart'],
  ['REF*9F', isOf(further), 'a referral'],
  ['HI', once, 'the diagnoses'],
  ['NM1*DN*1', isOf(roles), 'who referred'],
  ['NM1*82*1', onlyIf((whole) => whole !== solo), 'who treated, where that is not who bills'],
  ['PRV*PE*PXC', isOf(roles), 'the taxonomy of who treated, where it is told'],
  ['NM1*77*2', isOf(hospital, home), 'a place that is not the billing address'],
  ['NM1*DQ*1', isOf(roles), 'who supervised'],
  ['NM1*DK*1', (whole) => (whole === roles ? lines(whole) : 0), 'who ordered, on each line'],
  ['AMT*D', onlyIf(second), 'what the payer before paid'],
  ['OI', onlyIf(second), 'what was agreed with it'],
  ['AMT*EAF', (whole) => (second(whole) ? lines(whole) : 0), 'what it left to the patient, on each line'],
  ['SVD', (whole) => (second(whole) ? lines(whole) : 0), 'what it paid of each line'],
  ['DTP*573', (whole) => (second(whole) ? lines(whole) : 0), 'when, on each line and nowhere else'],
  ['LX', lines, 'each line'],
  ['SV1', lines, 'each line’s procedure'],
  ['DTP*472', lines, 'each line’s day'],
];

describe.each(Object.entries(every))('usage of segments in the claim %s', (_, whole) => {
  const segments = segmentsOf(whole);
  it.each(usages)('%s', (segment, times, of) => {
    expect(startingWith(segments, segment), of).toHaveLength(times(whole));
  });
  it('elements that a guide does not allow there are empty', () => {
    for (const patient of startingWith(segments, 'NM1*QC')) expect(patient.split('*').slice(6).join('')).toBe('');
    for (const [place, subscriber] of startingWith(segments, 'SBR').entries()) {
      const [, , relation, , , msp] = subscriber.split('*');
      expect(relation).toBe(place === 1 ? whole.parties.otherRelationship : dependent(whole) ? '' : '18');
      expect(msp !== '').toBe(place === 0 && whole === afterPlan);
    }
    expect(startingWith(segments, 'HI')[0]?.match(/ABK/g)).toHaveLength(1);
    for (const line of startingWith(segments, 'SV1')) expect(line.split('*')[7]).toMatch(/^([1-9]|1[0-2])(:|$)/);
  });
});

describe('what stands where', () => {
  it('at home the place is the patient’s own address', () => {
    const segments = segmentsOf(home);
    const at = segments.indexOf('NM1*77*2*PATIENT HOME');
    expect(segments.slice(at + 1, at + 3)).toEqual(['N3*2 Example Street', 'N4*Fargo*ND*58102']);
    expect(startingWith(segments, 'CLM')).toEqual(['CLM*WS1*1150***12:B:1*Y*A*Y*Y']);
  });
  it('at home, a place that was chosen all the same is the one that the file names, as item 32 does', () => {
    const { facility, facilityName, facilityNpi, facilityStreet, facilityCity, facilityState, facilityZip } =
      hospital.parties;
    const place = { facility, facilityName, facilityNpi, facilityStreet, facilityCity, facilityState, facilityZip };
    const chosen = { ...home, parties: { ...home.parties, ...place } };
    expect(startingWith(segmentsOf(chosen), 'NM1*77')).toEqual(['NM1*77*2*Sample Hospital*****XX*1122333341']);
  });
  it('the cause of an injury stands in CLM11, with the state of an automobile accident', () => {
    expect(startingWith(segmentsOf(work), 'CLM')[0]).toMatch(/\*Y\*Y\*\*EM$/);
    expect(startingWith(segmentsOf(accident), 'CLM')[0]).toMatch(/\*Y\*Y\*\*AA:::MN$/);
  });
  it('the payer before has its own subscriber, adjustments of any group, and its claim number', () => {
    const segments = segmentsOf(through);
    for (const segment of [
      'SBR*P*01*******BL',
      'NM1*IL*1*SAMPLE*SPOUSE****MI*X9',
      'REF*F8*FIRST-1',
      'SVD*PLAN1*0*HC:62370**1',
      'CAS*OA*97*350',
      'CAS*PR*1*60**3*40',
    ])
      expect(segments).toContain(segment);
  });
  it('where payments go stands behind who bills, and what is sent apart before the numbers', () => {
    const segments = segmentsOf(further);
    const at = segments.indexOf('NM1*87*2');
    expect(segments.slice(at - 1, at + 4)).toEqual([
      'REF*EI*123456789',
      'NM1*87*2',
      'N3*PO Box 7',
      'N4*Fargo*ND*581020007',
      'HL*2*1*22*0',
    ]);
    const pwk = segments.indexOf('PWK*M1*FX***AC*WS1-NOTES');
    expect(segments.slice(pwk + 1, pwk + 3)).toEqual(['REF*9F*REF 77', 'REF*G1*AUTH12345']);
    const ofMail = { ...further, parties: { ...further.parties, paperworkBy: 'AA' as const } };
    expect(startingWith(segmentsOf(ofMail), 'PWK')).toEqual(['PWK*M1*AA']);
  });

  it.each<[what: string, change: Partial<Parties>, field: string, says: RegExp]>([
    ['no number of the paperwork', { paperworkNumber: '' }, 'paperworkNumber', /^Enter the control number/],
    ['no way of the paperwork', { paperworkBy: '' }, 'paperworkBy', /^Choose: how it gets there/],
    ['a number of one sign', { paperworkNumber: '1' }, 'paperworkNumber', /2 characters or more/],
    ['no city for payments', { payToCity: '' }, 'payToCity', /^Enter the city for payments/],
    ['the referral as the preauthorization', { referralNumber: 'AUTH12345' }, 'referralNumber', /another number/],
    ['Medigap of a plan', { behind: 'medigap' }, 'behind', /original Medicare/],
  ])('%s is refused at its field', (_what, change, field, says) => {
    expect(reasonsAgainstParties({ ...further.parties, ...change }, further.claim)).toEqual([
      { field, says: expect.stringMatching(says) },
    ]);
  });

  it('the loops of a claim come in the order of the guide', () => {
    const names = segmentsOf(roles)
      .map((segment) => /^NM1\*(DN|82|77|DQ|DK)/.exec(segment)?.[1])
      .filter(Boolean);
    expect(names).toEqual(['DN', '82', 'DQ', 'DK', 'DK']);
  });
});

describe('bad input is told at its field, and nothing is written', () => {
  const { claim } = professionalVectors[3];
  const parties = (told: Partial<typeof sending>) => partiesOf(group, { ...sending, ...told });
  const payingSecond = {
    order: 'S' as const,
    otherPayerName: 'A',
    otherPayerId: 'PLAN9',
    otherIndicator: 'CI' as const,
    otherMemberId: 'M9',
    otherPaidOn: '12/10/2026',
    payments: [payment(1, '62370', { paid: '350' }), payment(2, 'J0475', { paid: '800' })],
  };
  it.each([
    ['a dependent without subscriber', { relationship: '19' }, ['insuredLast', 'insuredFirst']],
    ['a payer as its own second', { ...payingSecond, otherPayerId: 'plan1' }, ['otherPayerId']],
    [
      'a second payer of whose first nothing is told',
      { order: 'S' },
      [
        'otherPayerName',
        'otherPayerId',
        'otherMemberId',
        'otherPaidOn',
        'otherIndicator',
        'payments.0.paid',
        'payments.1.paid',
      ],
    ],
    ['a name of 61 letters', { patientLast: 'A'.repeat(61) }, ['patientLast']],
    ['a first name of 36', { patientFirst: 'A'.repeat(36) }, ['patientFirst']],
    [
      'an amount that is none',
      { ...payingSecond, payments: [payment(1, '62370', { paid: '3x' }), payingSecond.payments[1]!] },
      ['payments.0.paid'],
    ],
    [
      'an amount without its group',
      {
        ...payingSecond,
        payments: [payment(1, '62370', { paid: '300', otherAmount: '50' }), payingSecond.payments[1]!],
      },
      ['payments.0.otherGroup'],
    ],
    [
      'amounts of a line that is gone',
      { ...payingSecond, payments: [...payingSecond.payments, payment(3, 'A4220', { paid: '1' })] },
      ['payments.2.paid'],
    ],
    ['a date of injury behind the service', { relatedTo: 'OA', injuryDate: '11/21/2026' }, ['injuryDate']],
    ['a state that is none', { relatedTo: 'AA', injuryDate: '11/01/2026' }, ['accidentState']],
  ] as const)('%s', (_, told, fields) => {
    const typed = parties(told as Partial<typeof sending>);
    expect(reasonsAgainstParties(typed, claim).map(({ field }) => field)).toEqual(fields);
    expect('written' in professional837(claim, typed, writtenAt)).toBe(false);
  });

  it('Medicare behind another wants its type, and is no second of itself', () => {
    const medicare = professionalVectors[1].claim;
    const told = { ...sending, ...payingSecond, filingIndicator: '', payerId: 'MCARE' };
    expect(reasonsAgainstParties(partiesOf(group, told), medicare)).toEqual([
      { field: 'mspType', says: 'Choose: why Medicare pays second' },
    ]);
    const twice = { ...told, mspType: '12' as const, otherIndicator: 'MB' as const };
    expect(reasonsAgainstParties(partiesOf(group, twice), medicare).map(({ field }) => field)).toEqual([
      'otherPayerId',
    ]);
  });

  it('where several could have treated, one is chosen', () => {
    const two = { ...group, providers: [...group.providers, { ...group.providers[1]!, id: 'two', name: 'TWO' }] };
    expect(reasonsAgainstParties(partiesOf(two, sending), claim)).toEqual([
      { field: 'rendering', says: 'Choose who treated the patient: the clinic has several' },
    ]);
    expect(reasonsAgainstParties(partiesOf(two, { ...sending, rendering: 'two' }), claim)).toEqual([]);
    expect(reasonsAgainstParties(partiesOf(two, { ...sending, rendering: 'none' }), claim)).toEqual([]);
  });

  it('a place away from the practice wants its name and address', () => {
    const { claim: away } = hospital;
    expect(reasonsAgainstParties(partiesOf(group, sending), away).map(({ field }) => field)).toEqual([
      'facilityName',
      'facilityStreet',
      'facilityCity',
      'facilityState',
      'facilityZip',
    ]);
  });

  const whole = prepared({ ...wholeVial, payer: 'commercial' });
  it.each([
    ['a line without a charge', [service('62370', '350', { charge: null })], 'Line 1, 62370, has no charge: enter it.'],
    [
      'a fifth modifier',
      [service('62370', '350', { modifiers: ['22', '51', '59', '76', '77'] })],
      'Line 1, 62370, has 5 modifiers, and an 837P line takes four.',
    ],
    [
      'a pointer to nothing',
      [service('62370', '350', { pointers: [2] })],
      'Line 1, 62370, points to a diagnosis that is not on the claim.',
    ],
    [
      '51 lines',
      Array.from({ length: 50 }, () => service('A4220', '1')),
      'An 837P claim takes 50 lines, and this one has 51.',
    ],
  ])('%s', (_, services, says) => {
    expect(claimLoops(withServices(whole, services))).toEqual({ refused: [expect.objectContaining({ says })] });
  });
  it('a total that is not the sum, a diagnosis that is none, a place without digits', () => {
    const said = (changed: object) => {
      const result = claimLoops({ ...whole, ...changed });
      return 'refused' in result ? result.refused.map(({ says }) => says) : [];
    };
    expect(said({ totalCharge: { tenthsOfCent: 1 } })).toEqual([
      'The total charge is not the sum of the lines. Prepare the claim again.',
    ]);
    expect(said({ encounter: { ...whole.encounter, diagnoses: ['G35.A.1'] } })).toEqual([
      'G35.A.1 is not written like a diagnosis code.',
    ]);
    expect(said({ formItems: { ...whole.formItems, placeOfService: { code: null, says: '' } } })).toEqual([
      'Enter the two digits of the place of service.',
    ]);
  });
});

describe('several claims of the day', () => {
  const day837 = (claims: readonly WholeClaim[], billing: readonly string[] = []) => {
    const result = professional837OfAll(
      claims.map(({ claim, resubmission }, place) => ({
        whose: `PT-${place}`,
        claim,
        resubmission,
        sending: {
          ...sending,
          accountNumber: `A${place}`,
          billing: billing[place] ?? '',
          ...(place === 1 ? { relationship: '19' as const, insuredLast: 'PARENT', insuredFirst: 'P' } : {}),
        },
      })),
      { ...office, providers: [...group.providers, { ...group.providers[0]!, id: 'other', name: 'Other Clinic' }] },
      writtenAt,
    );
    if ('refused' in result) throw new Error(JSON.stringify(result.refused));
    expect(new X12Parser(true).parse(result.written)).toBeInstanceOf(X12Interchange);
    return result.written.split('~\n').slice(0, -1);
  };
  const { 3: plan } = professionalVectors;

  it('the levels are numbered on, a dependent among them', () => {
    expect(startingWith(day837([plan, plan, plan]), 'HL')).toEqual([
      'HL*1**20*1',
      'HL*2*1*22*0',
      'HL*3*1*22*1',
      'HL*4*3*23*0',
      'HL*5*1*22*0',
    ]);
  });
  it('each who bills has a level, with the claims that are billed by it', () => {
    const segments = day837([plan, plan, plan], ['clinic', 'other', 'clinic']);
    expect(segments.filter((segment) => /^(HL|NM1\*85|CLM)/.test(segment)).map((each) => each.slice(0, 26))).toEqual([
      'HL*1**20*1',
      'NM1*85*2*Example Pump Clin',
      'HL*2*1*22*0',
      'CLM*A0*1150***11:B:1*Y*A*Y',
      'HL*3*1*22*0',
      'CLM*A2*1150***11:B:1*Y*A*Y',
      'HL*4**20*1',
      'NM1*85*2*Other Clinic*****',
      'HL*5*4*22*1',
      'HL*6*5*23*0',
      'CLM*A1*1150***11:B:1*Y*A*Y',
    ]);
  });
});

describe('a claim above $99,999.99 (row 3.8)', () => {
  const at = (tenthsOfCent: number, ...charges: readonly string[]) =>
    withServices(
      prepared({ ...wholeVial, chargePerUnit: { tenthsOfCent } }),
      charges.map((charge) => service('62370', charge)),
    );
  const refusedFor = (claim: PreparedClaim): readonly string[] => {
    const result = professional837(claim, professionalVectors[1].parties, writtenAt);
    return 'refused' in result ? result.refused.map(({ says }) => says) : [];
  };

  it.each<[what: string, claim: PreparedClaim, ...says: RegExp[]]>([
    ['the limit itself', at(24_999_990, '0.03')],
    [
      'lines that fit on two claims',
      at(15_000_000, '50000'),
      /^The claim comes to \$110,000\.00.*one claim each: line 1 \(\$50,000\.00\) and line 2 \(\$60,000\.00\)\./,
    ],
    ['a line above it', at(30_000_000), /Line 1 alone is above it: its units go on several claims/],
    ['of a plan', { ...at(30_000_000), encounter: professionalVectors[3].claim.encounter }],
  ])('%s', (_what, claim, ...says) => {
    const refused = refusedFor(claim).filter((each) => each.startsWith('The claim comes to'));
    expect(refused).toEqual(says.map((each) => expect.stringMatching(each)));
  });

  it('is written once somebody has asked the contractor', () => {
    const claim = at(15_000_000, '50000');
    const asked = {
      ...claim,
      findings: claim.findings.map((finding) =>
        finding.rule.id === 'claim/total-charge' ? { ...finding, checkedByBiller: true } : finding,
      ),
    };
    expect(refusedFor(asked)).toEqual([]);
  });
});
