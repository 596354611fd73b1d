import fc from 'fast-check';
import { X12Interchange, X12Parser } from 'node-x12';
import { describe, expect, it } from 'vitest';
import { day } from '../engine/dated';
import { linesOf } from '../engine/claim-lines';
import { ndc11 } from '../engine/ndc';
import { unknownProfile } from '../engine/payer-profile';
import { filingIndicators } from '../engine/party-codes';
import { digitsOfMl, digitsOfMoney, mg, ml, type Money } from '../engine/quantity';
import { encounters, ofCompound, ofManyLines, prepared, typed, vial, withWaste } from './claims.fixture';
import { parties } from './parties.fixture';
import { asCarried, isAsked, reasonsAgainstParties, type Parties } from './parties';
import { partyFields, partySpecs, usualIndicator } from './party-specs';
import { claimLoops, professional837 } from './professional-837';

/** The fields that a claim of 25 of 40 mg asks for, of a patient who is the subscriber. */
const asked = partyFields.filter((field) => isAsked(field, parties, prepared(withWaste), '837P'));
const writtenAt = { date: day('2026-11-25'), time: '0915' };

function fileOf(claim: Parameters<typeof professional837>[0], who: Parties = parties): string {
  const result = professional837(claim, who, writtenAt);
  if ('refused' in result) throw new Error(result.refused.map(({ says }) => says).join('; '));
  return result.written;
}

/** Parsed by somebody else, strictly: a wrong count in SE, GE or IEA, or a wrong length of ISA, throws. */
function parsed(text: string) {
  const interchange = new X12Parser(true).parse(text);
  if (!(interchange instanceof X12Interchange)) throw new Error('several interchanges');
  const [transaction, ...others] = interchange.functionalGroups.flatMap(({ transactions }) => transactions);
  if (!transaction || others.length > 0) throw new Error('not one transaction');
  const elements = ({ elements: all }: (typeof transaction.segments)[number]) => all.map(({ value }) => value ?? '');
  return {
    interchange,
    transaction,
    segments: transaction.segments.map((segment) => [segment.tag, ...elements(segment)]),
  };
}

/** Dollars as an element has them: no cents where there are none. */
const dollarsOf = (money: Money) => digitsOfMoney(money).replace('.00', '');

const idsOf = (loops: string) =>
  loops
    .split('~\n')
    .filter(Boolean)
    .map((segment) => segment.slice(0, segment.indexOf('*')));

describe('a whole 837P', () => {
  it('is what the guide’s model wants, segment by segment', () => {
    expect(fileOf(prepared(withWaste)).split('\n')).toEqual([
      'ISA*00*          *00*          *ZZ*SENDER1        *ZZ*RECEIVER1      *261125*0915*^*00501*000000907*0*T*:~',
      'GS*HC*SENDER1*RECEIVER1*20261125*0915*907*X*005010X222A1~',
      'ST*837*0001*005010X222A1~',
      'BHT*0019*00*000000907*20261125*0915*CH~',
      'NM1*41*2*Example Billing Office*****46*SUB123~',
      'PER*IC*Front Desk*TE*7015550100~',
      'NM1*40*2*Example Clearinghouse*****46*RCV123~',
      'HL*1**20*1~',
      'NM1*85*2*Example Pump Clinic*****XX*1234567893~',
      'N3*1 Example Street~',
      'N4*Fargo*ND*581020001~',
      'REF*EI*123456789~',
      'HL*2*1*22*0~',
      'SBR*P*18*******CI~',
      'NM1*IL*1*Sample*Sam****MI*MEMBER1~',
      'N3*2 Example Street~',
      'N4*Fargo*ND*58102~',
      'DMG*D8*19600102*U~',
      'NM1*PR*2*Example Plan*****PI*PLAN1~',
      'CLM*WS-0001*1451.72***11:B:1*Y*A*Y*Y~',
      'REF*G1*AUTH12345~',
      'HI*ABK:G801*ABF:M62838~',
      'LX*1~',
      'SV1*HC:J0475*1088.79*UN*3***1:2~',
      'DTP*472*D8*20260520~',
      'LIN**N4*66794015702~',
      'CTP****12.5*ML~',
      'LX*2~',
      'SV1*HC:J0475:JW*362.93*UN*1***1:2~',
      'DTP*472*D8*20260520~',
      'LIN**N4*66794015702~',
      'CTP****7.5*ML~',
      'SE*31*0001~',
      'GE*1*907~',
      'IEA*1*000000907~',
      '',
    ]);
  });

  it('names the rendering provider after HI and the claim that it replaces before it', () => {
    const who = {
      ...parties,
      rendering: 'pat',
      renderingLast: 'Sample',
      renderingFirst: 'Pat',
      renderingNpi: '1122333341',
    };
    const result = professional837(prepared(withWaste), who, writtenAt, { code: '7', original: 'ICN 99' });
    const text = 'written' in result ? result.written : '';
    expect(text).toContain('***11:B:7*');
    expect(text).toMatch(
      /REF\*G1\*AUTH12345~\nREF\*F8\*ICN 99~\nHI\*.*~\nNM1\*82\*1\*Sample\*Pat\*{4}XX\*1122333341~\nLX\*1~/,
    );
  });

  it('a wrong count is seen by the one who parses it', () => {
    const text = fileOf(prepared(withWaste));
    for (const [right, wrong] of [
      ['SE*31*', 'SE*30*'],
      ['GE*1*', 'GE*2*'],
      ['IEA*1*', 'IEA*2*'],
      ['SE*31*0001', 'SE*31*0002'],
    ] as const) {
      expect(() => parsed(text.replace(right, wrong)), wrong).toThrow(/.+/);
    }
  });

  it('any claim: parsed strictly, with right counts and the claim’s own lines', { timeout: 60_000 }, () => {
    let files = 0;
    fc.assert(
      fc.property(encounters, fc.boolean(), (encounter, production) => {
        const payer = encounter.payer === 'self-pay' ? 'medicaid' : encounter.payer;
        const claim = prepared({
          ...encounter,
          setting: 'office',
          payer,
          diagnoses: ['G80.1', ...encounter.diagnoses.slice(0, 11)],
          linePerNdc: true,
        });
        const result = professional837(claim, { ...parties, usage: production ? 'P' : 'T' }, writtenAt);
        if ('refused' in result) return;
        files += 1;
        const { interchange, segments, transaction } = parsed(result.written);
        expect(interchange.header.elements[14]?.value).toBe(production ? 'P' : 'T');
        expect(interchange.trailer.elements[0]?.value).toBe('1');
        expect(transaction.trailer.elements[0]?.value).toBe(String(segments.length + 2));
        expect(segments.filter(([tag]) => tag === 'LX').map(([, number]) => number)).toEqual(
          linesOf(claim).map(({ lineNumber }) => String(lineNumber)),
        );
        const pointers = claim.diagnosisPointers.join(':');
        const { narrative } = claim.formItems;
        const described = (parts: string[], of: string) =>
          (narrative && of !== 'service'
            ? [...parts, ...Array<string>(6 - parts.length).fill(''), narrative]
            : parts
          ).join(':');
        expect(segments.filter(([tag]) => tag === 'NTE')).toEqual(
          narrative ? claim.lines.map(() => ['NTE', 'ADD', narrative]) : [],
        );
        expect(segments.filter(([tag]) => tag === 'SV1')).toEqual(
          linesOf(claim).map(({ of, hcpcs, modifiers, charge, unitsOfService }) => [
            'SV1',
            described(['HC', hcpcs, ...modifiers], of),
            charge && dollarsOf(charge),
            'UN',
            String(unitsOfService.units),
            '',
            '',
            pointers,
          ]),
        );
        const drugs = claim.lines.flatMap(({ ndcQuantities: [drug] }) =>
          drug?.ndc && drug.volume ? [[drug.ndc, digitsOfMl(drug.volume)]] : [],
        );
        expect(segments.filter(([tag]) => tag === 'LIN').map((each) => each[3])).toEqual(drugs.map(([ndc]) => ndc));
        expect(segments.filter(([tag]) => tag === 'CTP').map((each) => [each[4], each[5]])).toEqual(
          drugs.map(([, quantity]) => [quantity, 'ML']),
        );
        expect(segments.find(([tag]) => tag === 'CLM')?.[2]).toBe(claim.totalCharge && dollarsOf(claim.totalCharge));
      }),
      { numRuns: 800 },
    );
    expect(files).toBeGreaterThan(60);
  });

  it('fifty lines are fifty loops', () => {
    const { segments } = parsed(fileOf(prepared(ofManyLines(50))));
    expect(segments.filter(([tag]) => tag === 'LX')).toHaveLength(50);
    expect(segments.filter(([tag]) => tag === 'CTP')).toHaveLength(50);
  });
});

describe('what is typed never breaks a segment', () => {
  it('each field is either carried to the letter or refused by its name', { timeout: 60_000 }, () => {
    const claim = prepared(withWaste);
    const payTo = { payToStreet: 'PO Box 7', payToCity: 'Fargo', payToState: 'ND', payToZip: '58102' };
    const full: Parties = { ...parties, ...payTo, referralNumber: 'REF1' };
    const whole = parsed(fileOf(claim, full)).segments.length;
    /** Segments that are left out where the field is blank. */
    const leftOut: Readonly<Record<string, number>> = { payToStreet: 3, referralNumber: 1 };
    fc.assert(
      fc.property(fc.constantFrom(...asked), typed, (field, text) => {
        const who = { ...full, [field]: text };
        const result = professional837(claim, who, writtenAt);
        const byName =
          'refused' in result &&
          result.refused.some(
            (refusal) => 'field' in refusal && (refusal.field === field || field.startsWith('rendering')),
          );
        expect('written' in result || byName).toBe(true);
        if ('refused' in result) return;
        const { segments, interchange } = parsed(result.written);
        const isBlank = asCarried(who)[field] === '';
        expect(segments).toHaveLength(whole - (isBlank ? (leftOut[field] ?? 0) : 0));
        const carried = [
          ...segments.flat(),
          ...interchange.header.elements.map(({ value }) => value?.trim()),
          ...interchange.functionalGroups[0]!.header.elements.map(({ value }) => value),
        ];
        expect([...carried, '']).toContain(asCarried(who)[field]);
      }),
      { numRuns: 1500 },
    );
  });

  it.each(['*', ':', '~', '^', 'é', '\n', '`'])('“%s” is refused in every text field, by its name', (foreign) => {
    for (const field of asked) {
      const [refusal] = reasonsAgainstParties(
        { ...parties, renderingLast: 'A', renderingNpi: '1234567893', [field]: `A${foreign}B` },
        prepared(withWaste),
      );
      expect(refusal).toMatchObject({
        field,
        says:
          `${partySpecs[field].label} holds “${foreign}”, which an 837 cannot carry: ` +
          'leave it out or write it otherwise',
      });
    }
  });

  it('a filing indicator that is not chosen is the usual one of the payer type', () => {
    expect(fileOf(prepared({ ...withWaste, payer: 'medicaid' }), { ...parties, filingIndicator: '' })).toContain(
      'SBR*P*18*******MC~',
    );
  });

  it('neither does what the worksheet brings along', () => {
    expect(claimLoops(prepared(withWaste), { code: '7', original: 'X'.repeat(51) })).toEqual({
      refused: [
        { says: 'The payer’s number of the earlier claim is longer than the 50 characters that an 837 takes.' },
      ],
    });
    const approved = (number: string) =>
      prepared({
        ...withWaste,
        priorAuthorization: { ...withWaste.priorAuthorization, number } as typeof withWaste.priorAuthorization,
      });
    expect(claimLoops(approved('A*B~C'))).toEqual({
      refused: [
        { says: 'The preauthorization number holds “*”, which an 837 cannot carry.', fact: 'priorAuthorizationNumber' },
      ],
    });
    expect(claimLoops(prepared(withWaste), { code: '7', original: 'A~B' })).toEqual({
      refused: [{ says: 'The payer’s number of the earlier claim holds “~”, which an 837 cannot carry.' }],
    });
  });
});

describe('what an 837P is refused for', () => {
  const other = { ...vial, ndc: ndc11('70121250202'), volume: ml(5) };
  const two = {
    ...withWaste,
    opened: [vial, other],
    ndcs: [vial.ndc, other.ndc],
    labeled: mg(50),
    given: mg(50),
    wasted: mg(0),
  };
  const holds = 'Line 1 holds drug of 2 NDCs, and an 837P line takes one';
  it.each([
    ['two NDCs', two, { says: `${holds}: make a line for each NDC.`, fact: 'linePerNdc' }],
    [
      'two NDCs of a payer who takes one line',
      { ...two, profile: { ...unknownProfile('own-x', 'x', 'commercial'), lines: 'one' as const } },
      { says: `${holds}; the payer profile takes one line for the drug: ask the payer.` },
    ],
    [
      'an NDC without a whole unit',
      {
        ...two,
        opened: [{ ...other, volume: { uL: 7_500 } }, vial],
        labeled: mg(55),
        given: mg(19),
        wasted: mg(36),
        linePerNdc: true,
      },
      { says: `${holds}; one of them has no whole unit for a line of its own: ask the payer.` },
    ],
    [
      'a container without an NDC',
      { ...two, opened: [vial, { ...other, ndc: null }] },
      {
        says: 'Line 1 also holds drug whose NDC is not entered, and an 837P line takes one NDC: enter it.',
        fact: 'ndc',
      },
    ],
  ])('%s', (_, encounter, refusal) => {
    const result = claimLoops(prepared(encounter));
    expect(result).toEqual({ refused: [refusal] });
  });

  it.each([
    [
      'a compound whose text is too long',
      'morphine 10 mg/mL, bupivacaine 5 mg/mL',
      'The text for the compounded drug is longer than the 80 characters that an 837 takes.',
    ],
    [
      'a compound with a character that separates',
      'morphine: 10 mg/mL',
      'The text for the compounded drug holds “:”, which an 837 cannot carry.',
    ],
  ])('%s', (_, otherDrugs, says) => {
    expect(claimLoops(prepared({ ...ofCompound, otherDrugs }))).toEqual({ refused: [{ says, fact: 'otherDrugs' }] });
  });

  it('a claim that replaces one without a number', () => {
    expect(claimLoops(prepared(withWaste), { code: '8', original: ' ' })).toEqual({
      refused: [{ says: 'Enter the payer’s number of the claim that this one replaces or voids.' }],
    });
  });

  it.each([
    ['patientLast', '', 'Enter the patient’s last name'],
    ['providerNpi', '', 'Enter the provider NPI'],
    ['providerNpi', '1234567894', 'Provider NPI must be the ten digits of an NPI, with its check digit'],
    ['controlNumber', '012', 'Control number must be 1 to 9 digits, not starting with 0'],
    ['birthDate', '02/30/1960', 'Date of birth must be a date like 05/31/1960'],
    ['providerZip', '58102', 'Provider ZIP must be nine digits (ZIP+4)'],
    ['accountNumber', 'A'.repeat(21), 'Account number must be 20 characters or fewer'],
    ['birthDate', '05/21/2026', 'Date of birth must not be after the service'],
    ['senderId', 'A', 'Sender ID must be 2 characters or more'],
    ['providerState', 'N.D', 'Provider state must be two letters, like ND'],
    ['providerState', 'ıl', 'Provider state holds “ı”, which an 837 cannot carry: leave it out or write it otherwise'],
    ['providerTaxId', '123-45-6789', 'An EIN is written 12-3456789; this is written like a Social Security number'],
    ['providerTaxId', '123 45 6789', 'An EIN is written 12-3456789; this is written like a Social Security number'],
    ['providerTaxId', '58102-0001', 'An EIN is written 12-3456789; this is written like a ZIP code'],
    ['providerZip', '123-45-6789', 'A ZIP code is written 58102-0001; this is written like a Social Security number'],
    ['patientZip', '12-3456789', 'A ZIP code is written 58102-0001; this is written like an EIN'],
    ['providerNpi', '---', 'Provider NPI must be the ten digits of an NPI, with its check digit'],
    ['contactPhone', '() -', 'Contact phone must be ten digits'],
    ['groupNumber', '--', 'Group number must hold letters or digits'],
    ['patientLast', '...', 'Patient’s last name must hold letters or digits'],
    ['birthDate', '05/31/60', 'Write date of birth with a four-digit year, like 05/31/1960'],
    ['birthDate', '01.02.1960', '01.02.1960 can be January 2 or February 1: write 01/02/1960 for January 2'],
    ['birthDate', '99999999', 'Date of birth must be a date like 05/31/1960'],
    ['birthDate', '01/01/1899', 'Date of birth must be a date like 05/31/1960'],
    ['memberId', 'A'.repeat(201), 'Member ID can have at most 200 characters; this is 201'],
  ] as const)('%s “%s”: %s', (field, text, says) => {
    expect(reasonsAgainstParties({ ...parties, [field]: text }, prepared(withWaste))).toEqual([{ field, says }]);
  });

  it.each([
    ['providerZip', '58102-0001', '581020001'],
    ['providerTaxId', '12-3456789', '123456789'],
    ['contactPhone', '(701) 555-0100', '7015550100'],
    ['providerNpi', '123 456 7893', '1234567893'],
    ['birthDate', '1/2/1960', '19600102'],
    ['birthDate', '05311960', '19600531'],
    ['birthDate', 'May 31, 1960', '19600531'],
    ['birthDate', '1960-05-31', '19600531'],
    ['providerTaxId', '123456789', '123456789'],
    ['patientState', 'nd', 'ND'],
    ['patientLast', ' O’Neil ', null],
    ['patientLast', " O'Neil ", "O'Neil"],
  ] as const)('%s “%s” is carried as %s', (field, text, carried) => {
    const result = professional837(prepared(withWaste), { ...parties, [field]: text }, writtenAt);
    expect('written' in result ? parsed(result.written).segments.flat() : [null]).toContain(carried);
  });

  it('half a rendering provider, and no sex', () => {
    const claim = prepared(withWaste);
    expect(
      reasonsAgainstParties({ ...parties, rendering: 'pat', renderingFirst: 'Pat', sex: '' }, prepared(withWaste)).map(
        ({ field }) => field,
      ),
    ).toEqual(['renderingLast', 'renderingNpi', 'sex']);
    expect(
      reasonsAgainstParties({ ...parties, rendering: 'pat', renderingLast: 'Sample', renderingNpi: '-' }, claim),
    ).toEqual([
      {
        field: 'renderingNpi',
        says: 'Rendering provider’s NPI must be the ten digits of an NPI, with its check digit',
      },
    ]);
    expect(
      reasonsAgainstParties({ ...parties, rendering: 'pat', renderingLast: 'Sample' }, prepared(withWaste)).map(
        ({ field }) => field,
      ),
    ).toEqual(['renderingNpi']);
  });

  it('every payer type has a filing indicator of the list', () => {
    for (const indicator of Object.values(usualIndicator)) expect(filingIndicators).toHaveProperty([indicator]);
  });

  it.each([
    [{ chargePerUnit: null }, 'Enter the charge for a unit: every line of an 837P has a charge.'],
    [
      { diagnoses: [] },
      'The claim would certainly come back. See “Diagnosis”. ' +
        'No diagnosis code was entered for item 21, and every line must point to one.',
    ],
    [{ diagnoses: [], payer: 'self-pay' }, 'Enter a diagnosis: an 837P has at least one.'],
    [
      { opened: [], strength: null },
      'Line 1 has an NDC but no milliliters: the strength is not entered, or the amount is below a microliter.',
    ],
    [
      { setting: 'hospital-outpatient' },
      'A hospital bills its drug on the UB-04 or the 837I, not on the CMS-1500 or 837P.',
    ],
  ] as const)('%o', (facts, says) => {
    const result = claimLoops(prepared({ ...withWaste, ...facts } as typeof withWaste));
    expect('refused' in result ? result.refused.map((each) => each.says) : []).toContain(says);
  });
});

/**
 * The order of the segments of every drug line in the three drug examples that X12 published for this guide (10.1, 10.2
 * and
 * 10.3, as LinuxForHealth’s model holds them); and of their loop 2300.
 */
const drugLines = [
  ['LX', 'SV1', 'DTP', 'AMT', 'LIN', 'CTP'],
  ['LX', 'SV1', 'DTP', 'DTP', 'LIN', 'CTP', 'REF', 'NM1'],
] as const;
const upToLines = [
  'ST',
  'BHT',
  'NM1',
  'PER',
  'NM1',
  'HL',
  'NM1',
  'N3',
  'N4',
  'REF',
  'HL',
  'SBR',
  'NM1',
  'N3',
  'N4',
  'DMG',
  'NM1',
  'CLM',
  'HI',
  'LX',
] as const;

/** Whether some segments stand in the order of others, leaving out what is optional. */
const isInOrderOf = (own: readonly string[], published: readonly string[]) => {
  let from = 0;
  return own.every((id) => {
    const at = published.indexOf(id, from);
    from = at + 1;
    return at >= 0;
  });
};

describe('the segment order of X12’s three drug examples', () => {
  it.each(drugLines.map((line) => [line.join(' '), line] as const))('lines: %s', (_, published) => {
    const loops = claimLoops(prepared(withWaste));
    const ids = 'written' in loops ? idsOf(loops.written) : [];
    const lines = ids
      .join(' ')
      .split(/ ?(?=LX)/)
      .slice(1)
      .map((line) => line.split(' '));
    expect(lines).toHaveLength(2);
    for (const line of lines) {
      expect(isInOrderOf(line, published), line.join(' ')).toBe(true);
      expect(line).toContain('CTP');
    }
  });

  it('and of everything before their lines', () => {
    const ids = parsed(fileOf(prepared({ ...withWaste, priorAuthorization: { status: 'not-checked' } }))).segments.map(
      ([tag]) => tag ?? '',
    );
    const whole = ['ST', ...ids];
    expect(whole.slice(0, whole.indexOf('LX') + 1)).toEqual([...upToLines]);
  });
});
