import { describe, expect, it } from 'vitest';
import { sendingAnswers, worksheetAnswers } from '../answers/worksheet-answers';
import { read277ca, verdictOf, type Acknowledgment } from './read-277ca';
import { procedureWords } from './remittance';
import { fileOf, partOf, transactionOf } from './remittance.fixture';
import { categoryOf, statusesOnFile, statusOf } from './status-codes';
import { vectors } from './vectors.fixture';

const head = [
  'BHT*0085*08*1*20261120*0800*TH',
  'HL*1**20*1',
  'NM1*PR*2*SAMPLE PAYER*****PI*12345',
  'HL*2*1*21*1',
  'NM1*41*2*SAMPLE CLINIC*****46*S1',
  'TRN*2*7',
  'STC*A1:19:PR*20261120*WQ*2400',
  'HL*3*2*19*1',
  'NM1*85*2*SAMPLE CLINIC*****XX*1234567893',
];
const claim = (number: number, ...inner: readonly string[]): readonly string[] => [
  `HL*${number + 3}*3*PT`,
  `NM1*QC*1*SAMPLE${number}*PAT****MI*M${number}`,
  `TRN*2*WS-${number}`,
  ...inner,
];
const inFile = (...segments: readonly string[]): string =>
  fileOf([['ST*277*0001*005010X214', ...segments, `SE*${segments.length + 2}*0001`]]);
const read = (text: string): Acknowledgment => {
  const found = read277ca(text);
  if ('refused' in found) throw new Error(found.refused);
  return found;
};

describe('a claim acknowledgment', () => {
  const file = inFile(
    ...head,
    ...claim(1, 'STC*A2:20:PR*20261120*WQ*1200', 'REF*1K*ICN1', 'DTP*472*D8*20261110'),
    ...claim(2, 'STC*A7:562:82*20261120*U*1200******A3:21**NPI is not valid', 'DTP*472*RD8*20261110-20261110'),
    ...claim(3, 'STC*A1:19*20261120*WQ*1200', 'SVC*HC:J0475:JZ*1200', 'STC*A7:218*20261120*U*1200'),
  );

  it('tells of each claim what became of it, why, and the field to mend', () => {
    expect(
      read(file).claims.map((each) => [
        each.controlNumber,
        each.patient?.last,
        each.from,
        each.payerNumber,
        verdictOf(each),
        ...[...each.statuses, ...each.lines.flatMap(({ statuses }) => statuses)].map(
          ({ says, field }) => `${says} → ${field ?? 'none'}`,
        ),
      ]),
    ).toEqual([
      [
        'WS-1',
        'SAMPLE1',
        '2026-11-10',
        'ICN1',
        'accepted',
        'Accepted, and it will be decided. It was accepted (payer). → none',
      ],
      [
        'WS-2',
        'SAMPLE2',
        '2026-11-10',
        '',
        'rejected',
        'Something is not valid. NPI (rendering provider). The sender says: “NPI is not valid”. → sending.rendering',
        'Could not be processed, and was returned. Missing or not valid. The code beside it says what. → none',
      ],
      [
        'WS-3',
        'SAMPLE3',
        null,
        '',
        'rejected',
        'Received. It was received. → none',
        'Something is not valid. NDC. → ndc',
      ],
    ]);
    expect(read(file).ofAll.map(({ code }) => code)).toEqual(['A1:19:PR']);
    expect(read(file).claims[2]?.lines.map(({ procedure }) => procedureWords(procedure))).toEqual(['J0475-JZ']);
    expect(read(file).notes).toEqual([]);
  });

  it('that is cut says so; a part of it is read', () => {
    const cut = file.slice(0, file.indexOf('HL*5'));
    expect(read(cut).notes.map(({ says }) => says)).toEqual([
      'The file ends after segment 18. What follows is missing: ask for the file again.',
    ]);
    expect(read(partOf(...claim(2, 'STC*A7:164:IL'))).claims[0]?.statuses[0]?.field).toBe('sending.memberId');
  });

  it.each([
    [
      'a remittance',
      fileOf([transactionOf(vectors[1].split('~').filter(Boolean))]),
      'Segment 3, ST01: this is an 835, a remittance, and no acknowledgment of claims (277CA).',
    ],
    ['one without a status', inFile('BHT*0085*08*1'), 'No claim’s status (STC) is in it.'],
    ['nothing', '', 'There is nothing to read: the file or the text is empty.'],
  ])('%s is refused', (_, text, refused) => {
    expect(read277ca(text)).toEqual({ refused });
  });

  it.each([
    ['A0', 'waiting'],
    ['A1', 'accepted'],
    ['A2', 'accepted'],
    ['A3', 'rejected'],
    ['A4', 'not-found'],
    ['A5', 'accepted'],
    ['A6', 'rejected'],
    ['A7', 'rejected'],
    ['A8', 'rejected'],
    ['P1', 'waiting'],
    ['F2', 'other'],
    ['R3', 'waiting'],
    ['E1', 'system'],
    ['D0', 'not-found'],
    ['Z9', 'other'],
  ])('category %s: %s', (code, verdict) => {
    expect(categoryOf(code).verdict).toBe(verdict);
  });

  it.each([
    ['33', '', 'sending.memberId'],
    ['158', 'QC', 'sending.birthDate'],
    ['187', '', 'dateOfService'],
    ['218', '', 'ndc'],
    ['249', '', 'setting'],
    ['252', '', 'priorAuthorizationNumber'],
    ['255', '', 'diagnoses'],
    ['402', '', 'chargePerUnit'],
    ['464', '', 'originalReference'],
    ['476', '', 'doseGiven'],
    ['500', 'QC', 'sending.patientZip'],
    ['500', 'IL', 'sending.insuredZip'],
    ['500', '85', 'sending.billing'],
    ['500', '', null],
    ['535', '', 'frequency'],
    ['562', '85', 'sending.billing'],
    ['562', 'DK', 'sending.ordering'],
    ['562', '', null],
    ['153', 'PR', 'sending.payerId'],
    ['672', '', 'sending.payments'],
    ['674', '', 'unitsApproved'],
    ['9999', '', null],
  ])('status %s of %s is mended at %s', (code, entity, field) => {
    expect(statusOf(code, entity).field).toBe(field);
  });

  it('every field to mend is an answer of the record or the clinic’s own', () => {
    const known = [
      ...Object.keys(worksheetAnswers),
      ...Object.keys(sendingAnswers).map((name) => `sending.${name}`),
      'clinic',
    ];
    const entities = ['', '85', '82', '77', 'DN', 'DK', 'DQ', '71', 'IL', 'QC', 'PR', '41', '40'];
    const fields = statusesOnFile.flatMap((code) => entities.flatMap((entity) => statusOf(code, entity).field ?? []));
    expect(fields.filter((field) => !known.includes(field))).toEqual([]);
  });

  it('every status that the evidence names has its words', () => {
    const named =
      '19 20 21 33 54 746 770 88 97 116 145 153 158 164 171 178 187 216 217 218 247 249 252 254 255 258 286 306 400 ' +
      '672 402 453 454 464 476 477 488 496 500 507 510 511 535 562 659 674 697 718 724 732 745 772';
    expect(named.split(' ').filter((code) => statusOf(code, '').says.includes('not on file'))).toEqual([]);
    expect(statusOf('9999', '').says).toBe('9999 is not on file here. Look it up.');
  });
});
