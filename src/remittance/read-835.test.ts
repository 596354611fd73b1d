import { describe, expect, it } from 'vitest';
import { formatMoney, type Money } from '../engine/quantity';
import { paymentBalance } from './balances';
import { read835 } from './read-835';
import { fileOf, fileRead, headOf, partOf, transactionOf } from './remittance.fixture';
import { procedureWords, type RemittedClaim, type RemittedLine } from './remittance';
import { vectors } from './vectors.fixture';

const dollars = (amount: Money | null): string => (amount ? formatMoney(amount) : 'not told');
const whys = ({ adjustments, remarks }: Pick<RemittedLine, 'adjustments' | 'remarks'>): string =>
  [...adjustments.map(({ group, reason, amount }) => `${group}-${reason} ${formatMoney(amount)}`), ...remarks].join(
    ', ',
  );
const unitsWords = ({ units, submittedUnits }: RemittedLine): string => {
  const [paid, sent] = [units?.units ?? '?', submittedUnits?.units ?? '?'];
  return paid === sent ? String(paid) : `${paid} of ${sent}`;
};
const lineRow = (line: RemittedLine): string =>
  [`${procedureWords(line.procedure)} ×${unitsWords(line)}`, dollars(line.charge), dollars(line.paid), whys(line)].join(
    ' | ',
  );
const claimRow = (claim: RemittedClaim): readonly string[] => [
  [
    `${claim.controlNumber} status ${claim.status}`,
    dollars(claim.charge),
    dollars(claim.paid),
    dollars(claim.patientOwes),
    claim.payerNumber,
    whys(claim),
  ]
    .join(' | ')
    .replace(/ \| $/, ''),
  ...claim.lines.map(lineRow),
  ...[...claim.holds, ...claim.lines.flatMap(({ holds }) => holds)].map(({ at, says }) => `${at}: ${says}`),
];
const tableOf = (text: string): readonly string[] =>
  fileRead(text).remittances.flatMap(({ claims }) => claims.flatMap(claimRow));
const said = (text: string): readonly string[] => {
  const { remittances, notes } = fileRead(text);
  return [
    ...notes,
    ...remittances.flatMap(({ holds, claims }) => [
      ...holds,
      ...claims.flatMap((claim) => [...claim.holds, ...claim.lines.flatMap((line) => line.holds)]),
    ]),
  ].map(({ says }) => says);
};

const one = [
  '1 status 1 | $1,200.00 | $569.08 | $145.17 | A1',
  'J0475-JZ ×4 | $1,200.00 | $569.08 | CO-45 $474.14, CO-253 $11.61, PR-2 $145.17',
];

describe('the 14 made-up remittances', () => {
  it.each<[keyof typeof vectors, readonly string[]]>([
    [1, one],
    [
      2,
      [
        '2 status 1 | $1,200.00 | $569.09 | $145.17 | A2',
        'J0475 ×3 | $900.00 | $426.81 | CO-45 $355.60, CO-253 $8.71, PR-2 $108.88',
        'J0475-JW ×1 | $300.00 | $142.28 | CO-45 $118.53, CO-253 $2.90, PR-2 $36.29',
      ],
    ],
    [
      3,
      [
        '3 status 1 | $1,200.00 | $0.00 | not told | A3 | MA130',
        'J0475 ×0 of 4 | $1,200.00 | $0.00 | CO-16 $1,200.00, N822',
      ],
    ],
    [
      4,
      [
        '4 status 1 | $3,000.00 | $0.00 | not told | A4',
        'J0475-JZ ×0 of 10 | $3,000.00 | $0.00 | CO-151 $3,000.00, N362',
      ],
    ],
    [
      5,
      [
        '5 status 1 | $1,200.00 | $0.00 | $1,200.00 | A5',
        'J0475-JZ-GA ×0 of 4 | $1,200.00 | $0.00 | PR-50 $1,200.00, N115',
      ],
    ],
    [
      6,
      [
        '6 status 1 | $1,200.00 | $569.08 | $145.17 | A6',
        'J0475-JZ ×4 | $1,200.00 | $569.08 | CO-45 $474.14, PR-2 $145.17',
        '1: Claim 6: charge less all adjustments come to $580.69, and $569.08 was paid. ' +
          'That is $11.61 out of balance. Do not post it.',
        '2: Line 1, J0475-JZ: charge less adjustments come to $580.69, and $569.08 was paid. ' +
          'That is $11.61 out of balance. Do not post it. A 253 (sequestration) may have been lost.',
      ],
    ],
    [
      7,
      [
        '7 status 22 | -$1,200.00 | -$569.08 | not told | A1 | CO-45 -$474.14, CO-253 -$11.61, PR-2 -$145.17',
        '7 status 1 | $900.00 | $426.81 | $108.88 | A7 | CO-45 $355.60, CO-253 $8.71, PR-2 $108.88',
      ],
    ],
    [
      8,
      [
        '8 status 1 | $1,200.00 | not told | $145.17 | A8',
        '1: Segment 1, CLP04, is missing: what was paid of the claim. Missing is not zero.',
      ],
    ],
    [9, ['9 status 1 | $300.00 | $181.47 | not told | A9', 'J0475-JZ ×1 | $300.00 | $181.47 | CO-45 $118.53']],
    [
      10,
      [
        '10 status 2 | $1,200.00 | $100.00 | not told | B0',
        'J0475-JZ ×4 | $1,200.00 | $100.00 | OA-23 $1,054.83, CO-45 $45.17',
      ],
    ],
    [11, one],
    [
      12,
      [
        '12 status 1 | $225.00 | $200.00 | $5.00 | B2 | CO-45 $20.00',
        'J0476 ×1 | $150.00 | $145.00 | PR-3 $5.00',
        '62322 ×1 | $75.00 | $75.00 | ',
      ],
    ],
    [13, ['1 status 19 | $1,200.00 | $569.08 | $145.17 | A1 | MA18', one[1] ?? '']],
    [
      14,
      ['14 status 1 | $1,200.00 | $0.00 | not told | B4', 'J0475-JZ ×0 of 4 | $1,200.00 | $0.00 | CO-197 $1,200.00'],
    ],
  ])('%i', (number, table) => {
    expect(tableOf(vectors[number])).toEqual(table);
  });

  it('11 adds up with what was taken and added beside the claims', () => {
    const [remittance] = fileRead(vectors[11]).remittances;
    expect(remittance?.providerAdjustments.map(({ reason, reference, amount }) => [reason, reference, amount])).toEqual(
      [
        ['WO', 'A1', { tenthsOfCent: 100_000 }],
        ['L6', '', { tenthsOfCent: -2_500 }],
      ],
    );
    const balance = remittance && paymentBalance(remittance);
    expect(balance).toEqual({ expected: { tenthsOfCent: 471_580 }, told: { tenthsOfCent: 471_580 } });
  });
});

const whole = fileOf([transactionOf([...headOf('569.08'), ...vectors[1].split('~').filter(Boolean)])]);

describe('a whole file', () => {
  it.each([
    ['as most are', {}],
    ['with line ends', { lineEnd: '\r\n' }],
    ['with a line feed as the end of a segment', { segment: '\n' }],
    ['with a carriage return and line feed in its place', { segment: '\r', lineEnd: '\n' }],
    ['with other separators', { element: '|', component: '>', segment: "'" }],
    ['with control characters as separators', { element: '\u001d', component: '\u001f', segment: '\u001c' }],
  ])('%s is read to the same table', (_, layout) => {
    const text = fileOf([transactionOf([...headOf('569.08'), ...vectors[1].split('~').filter(Boolean)])], layout);
    const { remittances, notes, isPart } = fileRead(text);
    expect({ notes, isPart }).toEqual({ notes: [], isPart: false });
    expect(remittances.map(({ claims: _claims, holds, at, ...told }) => ({ ...told, holds, at }))).toEqual([
      {
        at: 3,
        payer: 'SAMPLE MEDICARE',
        payerId: '12345',
        payee: 'SAMPLE CLINIC',
        payeeId: '1234567893',
        amount: { tenthsOfCent: 569_080 },
        method: 'ACH',
        trace: 'EFT-1',
        paidOn: '2026-12-31',
        producedOn: '2026-12-30',
        providerAdjustments: [],
        isWhole: true,
        holds: [],
      },
    ]);
    expect(tableOf(text)).toEqual(one);
  });

  it.each([
    ['a byte order mark and spaces before it', `\uFEFF \n ${whole}`, []],
    ['a mail around it', `Dear all,\nsee below.\n${whole}`, ['20 characters before ISA were left out.']],
    ['no end of its last segment', whole.slice(0, -1), []],
    ['lines cut at 80 columns', whole.replace(/.{80}/g, '$&\n'), []],
    ['something behind its end', `${whole}and more`, ['What stands behind IEA, the end of the file, was left out.']],
    [
      'a wrong number of segments',
      whole.replace('SE*12*', 'SE*14*'),
      ['Segment 14, SE01, counts 14 segments, and 12 are there. Something may be missing.'],
    ],
    [
      'other control numbers',
      whole.replace('SE*12*0001', 'SE*12*0002').replace('IEA*1*000000007', 'IEA*1*000000009'),
      [
        'Segment 14, SE02, has the number “0002”, and ST has “0001”.',
        'Segment 16, IEA02, has the number “000000009”, and ISA has “000000007”.',
      ],
    ],
    [
      'wrong counts of groups and transactions',
      whole.replace('GE*1*', 'GE*2*').replace('IEA*1*', 'IEA*3*'),
      [
        'Segment 15, GE01, counts 2 transactions, and 1 are there.',
        'Segment 16, IEA01, counts 3 groups, and 1 are there.',
      ],
    ],
    [
      'an older guide',
      whole.replace('005010X221A1', '004010X091A1'),
      ['Segment 2, GS08, names the guide “004010X091A1”. It is read like 005010X221A1.'],
    ],
    [
      'an unknown segment',
      whole.replace('CAS*CO', 'XYZ*1~CAS*CO').replace('SE*12', 'SE*13'),
      ['Segment 12: XYZ is unknown here and was left out.'],
    ],
    [
      'unknown codes',
      whole.replace('**253*', '**999*').replace('CAS*PR', 'CAS*QQ').replace('SE*12', 'LQ*HE*N9999~SE*13'),
      [
        'Segment 12: reason 999 is not on file here. Look it up.',
        'Segment 13: group “QQ” is unknown. Ask who bears it.',
        'Segment 14: remark N9999 is not on file here. Look it up.',
      ],
    ],
    [
      'a transaction without its end',
      whole.replace(/SE\*12\*0001~/, ''),
      ['Segment 14, GE: the transaction of segment 3 has no end (SE). Something may be missing.'],
    ],
    [
      'a payee between the claims',
      whole.replace('CAS*PR', 'N1*PE*OTHER~CAS*PR').replace('SE*12', 'SE*13'),
      ['Segment 13, N1, stands between claims and was left out.'],
    ],
  ])('with %s is read, and that is told', (_, text, told) => {
    const asRead = text.includes('N9999')
      ? one.map((row) => row.replace('CO-253', 'CO-999').replace('PR-2 $145.17', 'QQ-2 $145.17, N9999'))
      : one;
    expect(tableOf(text)).toEqual(asRead);
    expect(said(text)).toEqual(told);
  });

  it('holds a payment that its claims do not come to', () => {
    const text = whole.replace('BPR*I*569.08', 'BPR*I*600');
    expect(said(text)).toEqual([
      'The claims, less what was taken beside them (PLB), come to $569.08, and $600.00 was paid. ' +
        'That is $30.92 out of balance. Do not post it.',
    ]);
  });

  it('reads several payments, several envelopes with their separators, and leaves out what is no remittance', () => {
    const claims = vectors[1].split('~').filter(Boolean);
    const two = fileOf([
      transactionOf([...headOf('569.08'), ...claims], 1),
      ['ST*999*0002', 'AK1*HC*1', 'SE*3*0002'],
      transactionOf([...headOf('0')], 3),
    ]);
    const other = fileOf([transactionOf([...headOf('569.08'), ...claims])], { element: '|', segment: '!' });
    const joined = `${two.slice(0, -1)}\n${other}`;
    expect(fileRead(joined).remittances.map(({ amount, claims }) => [dollars(amount), claims.length])).toEqual([
      ['$569.08', 1],
      ['$0.00', 0],
      ['$569.08', 1],
    ]);
    expect(said(joined)).toEqual([
      'Segment 15, ST01: this is a 999, an acknowledgment that a file was taken in. Open the 835 that the payer sent.',
    ]);
  });

  it('reads names, numbers and dates of claim and line', () => {
    const text = partOf(
      'CLP*WS-1*19*300*100*20*MB*ICN1**7',
      'NM1*QC*1*SAMPLE*PAT*Q***MI*1EG4TE5MK73',
      'NM1*74*1*SAMPEL',
      'NM1*TT*2*SAMPLE SUPPLEMENT*****PI*X1',
      'MOA***MA01*MA18',
      'REF*1L*GRP',
      'DTM*232*20261101',
      'DTM*050*20261105',
      'SVC*HC:J0475*300*100**1*HC:J0475:JZ*2',
      'DTM*472*20261101',
      'CAS*CO*45*180',
      'CAS*PR*2*20',
      'REF*6R*L-1',
      'AMT*B6*120',
    );
    const [claim] = fileRead(text).remittances[0]?.claims ?? [];
    expect(claim).toMatchObject({
      frequency: '7',
      patient: { last: 'SAMPLE', first: 'PAT', middle: 'Q', id: '1EG4TE5MK73' },
      corrected: { last: 'SAMPEL' },
      sentOnTo: 'SAMPLE SUPPLEMENT',
      remarks: ['MA01', 'MA18'],
      from: '2026-11-01',
      received: '2026-11-05',
      references: [{ kind: '1L', number: 'GRP' }],
      lines: [
        {
          submitted: { qualifier: 'HC', code: 'J0475', modifiers: ['JZ'] },
          units: { units: 1 },
          submittedUnits: { units: 2 },
          from: '2026-11-01',
          allowed: { tenthsOfCent: 120_000 },
          references: [{ kind: '6R', number: 'L-1' }],
        },
      ],
    });
  });
});

describe('what is not there, or cannot be read', () => {
  it.each([
    [
      'SVC*HC:J0475*1200*569.08**4',
      'SVC*HC:J0475*1,200.00*569.08**4',
      'Segment 2, SVC02, is “1,200.00”. An 835 has no commas in amounts.',
    ],
    [
      'SVC*HC:J0475*1200*569.08**4',
      'SVC*HC:J0475*1200***4',
      'Segment 2, SVC03, is missing: what was paid of the line. Missing is not zero.',
    ],
    [
      'SVC*HC:J0475*1200*569.08**4',
      'SVC*HC:J0475**569.08**4',
      'Segment 2, SVC02, is missing: the charge of the line. Missing is not zero.',
    ],
    ['CAS*PR*2*145.17', 'CAS*PR*2', 'Segment 4, CAS03, is missing: the amount of PR 2. Missing is not zero.'],
    ['CAS*PR*2*145.17', 'CAS*PR**145.17', 'Segment 4, CAS02, is missing: the reason.'],
    ['CAS*PR*2*145.17', 'CAS*PR*2*12e3', 'Segment 4, CAS03, is “12e3”. It is no amount in dollars.'],
    ['CLP*1*1*1200', 'CLP*1*1*$1200', 'Segment 1, CLP03, is “$1200”. It is no amount in dollars.'],
    ['145.17*MB', '1.2345*MB', 'Segment 1, CLP05, is “1.2345”. It is no amount in dollars.'],
  ])('%s as %s holds the claim', (right, wrong, says) => {
    const text = vectors[1].replace(':JZ', '').replace(right, wrong);
    expect(text).not.toBe(vectors[1].replace(':JZ', ''));
    expect(said(text)).toContain(says);
  });

  it.each([
    ['SVC*HC:J0475*1200*569.08', 1, 1],
    ['SVC*HC:J0475*1200*569.08**0', 0, 0],
    ['SVC*HC:J0475*1200*569.08**4', 4, 4],
    ['SVC*HC:J0475*1200*569.08**4.00', 4, 4],
    ['SVC*HC:J0475*1200*569.08**0**4', 0, 4],
    ['SVC*HC:A0425*1200*569.08**2.5', null, null],
  ])('%s has %s units paid and %s sent', (line, paid, sent) => {
    const read = fileRead(partOf('CLP*1*1*1200*569.08', line)).remittances[0]?.claims[0]?.lines[0];
    expect([read?.units?.units ?? null, read?.submittedUnits?.units ?? null]).toEqual([paid, sent]);
  });

  it('tells a day that the calendar has not, and goes on', () => {
    expect(said(partOf('CLP*1*1*100*100', 'SVC*HC:J0475*100*100', 'DTM*472*20260230'))).toEqual([
      'Segment 3, DTM02, is “20260230”, which is no day.',
    ]);
  });

  it.each<[string, string, string]>([
    ['nothing', '  \n', 'There is nothing to read: the file or the text is empty.'],
    ['a PDF', '%PDF-1.7 …', 'This is a PDF. Ask for the 835 file, or type in what the paper says.'],
    ['a zip file', 'PK\u0003\u0004…', 'This is a zip file. Unpack it, and open the 835 that is in it.'],
    [
      'other text',
      'Dear all',
      'This is no 835. An 835 begins with ISA, and a part of one with a segment like CLP or SVC.',
    ],
    [
      'a cut ISA',
      whole.slice(0, 60),
      'Segment 1, ISA, is cut or damaged. It tells how to read the file, so nothing was read.',
    ],
    [
      'ISA alone',
      whole.slice(0, 106),
      'The file ends after segment 1, before its first payment. Ask for the file again.',
    ],
    [
      'a claim file',
      fileOf([['ST*837*0001*005010X222A1', 'BHT*0019*00*1*20261120*0800*CH', 'SE*3*0001']]),
      'Segment 3, ST01: this is an 837, a claim file, as you send it. Open the 835 that the payer sent.',
    ],
    [
      'an acknowledgment of claims',
      fileOf([['ST*277*0001*005010X214', 'BHT*0085*08*1*20261120*0800*TH', 'SE*3*0001']]),
      'Segment 3, ST01: this is a 277, a claim acknowledgment or a claim’s status. Open the 835 that the payer sent.',
    ],
    ['200 MB', 'x'.repeat(50_000_001), 'This file has 50 MB. That is far more than a remittance has.'],
  ])('%s is refused', (_, text, refused) => {
    expect(read835(text)).toEqual({ refused });
  });
});

describe('a part that is pasted', () => {
  it.each([
    ['from CLP on', vectors[1], one],
    ['without a tilde at its end', vectors[1].slice(0, -1), one],
    ['in lines', vectors[1].replaceAll('~', '\n'), one],
    ['in lines that end with a tilde', vectors[1].replaceAll('~', '~\r\n'), one],
    ['with other separators', vectors[1].replaceAll('*', '|').replaceAll(':', '>').replaceAll('~', "'\n"), one],
    [
      'from SVC on',
      vectors[1].slice(vectors[1].indexOf('SVC')),
      [' status  | not told | not told | not told | ', one[1] ?? ''],
    ],
  ])('%s', (_, text, table) => {
    expect(fileRead(text)).toMatchObject({ isPart: true, notes: [] });
    expect(tableOf(text)).toEqual(table);
  });
});

describe('a file that is cut', () => {
  const claims = [vectors[1], vectors[2]].flatMap((text) => text.split('~').filter(Boolean));
  const segments = fileOf([transactionOf([...headOf('1138.17'), ...claims])])
    .split('~')
    .slice(0, -1);
  const upTo = (count: number): string =>
    segments
      .slice(0, count)
      .map((each) => `${each}~`)
      .join('');
  const wholeTable = tableOf(upTo(segments.length));
  const saidOf = (text: string): readonly string[] => {
    const read = read835(text);
    return 'refused' in read ? [read.refused] : said(text);
  };
  const wholeRowsOf = (text: string): readonly string[] => {
    const read = read835(text);
    const { claims: found = [] } = ('refused' in read ? null : read.remittances[0]) ?? {};
    return found.filter(({ isCut }) => !isCut).flatMap(claimRow);
  };

  it('says nothing while it is whole', () => {
    expect(saidOf(upTo(segments.length))).toEqual([]);
  });

  it.each(segments.slice(0, -1).map((segment, place) => [place + 1, segment] as const))(
    'behind segment %i, %s, is refused or says what is missing, and what was read before is right',
    (count) => {
      const within = `${upTo(count)}${(segments[count] ?? '').slice(0, 9)}`;
      const missing = new RegExp(`^The file ends after segment ${count}\\b`);
      expect(saidOf(upTo(count))).toEqual([expect.stringMatching(missing)]);
      // An IEA whose number is cut is an end with a wrong number.
      const wrongEnd = new RegExp(`${missing.source}|^Segment ${count + 1}, IEA02, has the number`);
      expect(saidOf(within)).toEqual([expect.stringMatching(wrongEnd)]);
      for (const row of [...wholeRowsOf(upTo(count)), ...wholeRowsOf(within)]) expect(wholeTable).toContain(row);
    },
  );
});
