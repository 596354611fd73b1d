import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { emptyWorksheet } from '../answers/worksheet-text';
import { linesOf } from '../engine/claim-lines';
import { day } from '../engine/dated';
import { formatNdc } from '../engine/ndc';
import { unknownProfile } from '../engine/payer-profile';
import type { PreparedClaim } from '../engine/prepared-claim';
import { formatMass, formatMl, formatMoney, formatRatio, formatStrength, formatUnits, plus } from '../engine/quantity';
import { encounters, prepared } from '../formats/claims.fixture';
import { emptyOffice } from '../engine/clinic-file';
import { office, plan } from '../formats/parties.fixture';
import { denialCases } from '../rules/denial-codes';
import { notWhole, ofWrongNumber, sentencesIn, shareOfPlain, tooLong } from '../rules/plain-words.fixture';
import { answeredParts } from './answered-parts';
import { answerOf } from './answers';
import { kept, keptWhole } from './kept.fixture';
import {
  blanksIn,
  casesOf,
  draftLetter,
  letterText,
  lettersFor,
  togetherInLetters,
  type LetterFacts,
  type LetterKind,
} from './letter';
import { matchLines } from './match-lines';
import { nextStepsOf } from './next-steps';
import { partsOf } from './outcome';
import { fileRead, partOf } from './remittance.fixture';

const today = day('2026-05-20');
const denied = (group: string, codes: readonly string[], line = 'HC:J0475:JZ*1200*0**4', charge = '1200'): string => {
  const [reason = '50', ...remarks] = codes;
  return partOf(
    `CLP*WS-1*4*${charge}*0***ICN1`,
    `SVC*${line}`,
    `CAS*${group}*${reason}*${charge}`,
    ...remarks.map((remark) => `LQ*HE*${remark}`),
  );
};

function factsOf(text: string, { record, claim: own } = keptWhole(1), more: Partial<LetterFacts> = {}) {
  const [remittance] = fileRead(text).remittances;
  const [claim] = remittance?.claims ?? [];
  if (!remittance || !claim || !own) throw new Error('No claim.');
  const [part] = partsOf(claim);
  if (!part) throw new Error('No part.');
  const answer = { ...answerOf(remittance, claim), producedOn: day('2026-04-01') };
  const { matches } = matchLines(claim.lines, linesOf(own));
  const facts: LetterFacts = {
    answer,
    parts: [{ line: part.line, judged: part.judged, match: matches[0] ?? null }],
    own,
    record,
    office,
    today,
    ...more,
  };
  const next = nextStepsOf({ judged: part.judged, claim, own, notice: answer.producedOn, today, isCorrected: false });
  return { facts, next };
}
const textOf = (kind: LetterKind, facts: LetterFacts) => letterText(draftLetter(kind, facts));

/** A denial of each kind of section 8: its codes, its payer, its case, and the letters that lead on. */
const kinds: readonly (readonly [
  id: string,
  payer: 'medicare-part-b' | 'commercial',
  codes: string,
  letters: string,
  says: string | RegExp,
])[] = [
  [
    'no-preauthorization',
    'commercial',
    '197 M62',
    'ask-plan, appeal',
    '[to add: its number, or why none was asked for before]',
  ],
  ['preauthorization-denied', 'commercial', '39', 'appeal', '[to add: an answer to each reason in the plan’s letter]'],
  ['preauthorization-exceeded', 'commercial', '198', 'ask-plan, appeal', 'J0475-JZ with 4 units'],
  ['preauthorization-expired', 'commercial', '302', 'ask-plan, appeal', 'The service was on 03/10/2026.'],
  [
    'preauthorization-late',
    'commercial',
    '210 N54',
    'ask-plan, appeal',
    '[to add: what proves the day on which it was',
  ],
  ['missing-modifier', 'medicare-part-b', '16 N822', 'reopening', 'By our record it is J0475-JZ with 4 units.'],
  ['wrong-modifier', 'medicare-part-b', '4 N519', 'reopening', 'By our record it is J0475-JZ with 4 units.'],
  ['medical-necessity', 'medicare-part-b', '50 N386', 'appeal', 'The diagnosis on the claim is G80.1.'],
  [
    'over-mue',
    'medicare-part-b',
    '151 N362',
    'appeal, reopening',
    'The units follow from the dose, as worked out above.',
  ],
  ['dose-not-supported', 'commercial', '153', 'appeal', 'The claim is for the dose that was given on that day, 40 mg.'],
  ['too-often', 'commercial', '119 N640', 'appeal', '[not in the record: day of the fill before]'],
  ['invalid-code', 'medicare-part-b', '181 M20', 'reopening', 'The code of the drug is J0475.'],
  ['unlisted-code-with-own-code', 'medicare-part-b', '189', 'reopening', 'The code of the drug is J0475.'],
  ['ndc', 'medicare-part-b', '16 M119', 'reopening', 'has the NDC 66794-0157-02, with 20 mL.'],
  ['units', 'medicare-part-b', '16 M53', 'reopening', 'From these facts the claim has J0475-JZ with 4 units.'],
  ['diagnosis', 'medicare-part-b', '11 M76', 'reopening', 'The diagnosis on the claim is G80.1.'],
  ['records', 'commercial', '252 M127', 'send', 'What is enclosed is listed below.'],
  ['filed-late', 'commercial', '29', 'appeal', '[not in the record: day on which it was sent]'],
  ['place', 'medicare-part-b', '5', 'reopening, appeal', 'The place of service is 11.'],
];

const lineAsSent: Readonly<Record<string, string>> = {
  'missing-modifier': 'HC:J0475*1200*0**4',
  'wrong-modifier': 'HC:J0475:RT*1200*0**4',
};
const factsOfKind = (id: string, payer: 'medicare-part-b' | 'commercial', codes: string) =>
  factsOf(denied('CO', codes.split(' '), lineAsSent[id]), keptWhole(1, { payer }));

describe('a denial of each kind leads to its letter', () => {
  it.each(kinds)('%s', (id, payer, codes, letters, says) => {
    const { facts, next } = factsOfKind(id, payer, codes);
    expect(casesOf(facts).map(({ found }) => found?.id)).toEqual([id]);
    const found = lettersFor(next);
    expect(found.kinds.join(', ')).toBe(letters);
    const [kind] = found.kinds;
    expect(kind && textOf(kind, facts)).toMatch(says);
  });

  const argued = (codes: string, payer: 'medicare-part-b' | 'commercial') => {
    const [reasons = '', ...remarks] = codes.split(' ');
    const cas = reasons.split('+').map((reason) => `CAS*CO*${reason}*${1200 / reasons.split('+').length}`);
    const remarked = remarks.map((remark) => `LQ*HE*${remark}`);
    const text = partOf('CLP*WS-1*1*1200*0***ICN1', 'SVC*HC:J0475:JZ*1200*0**0**4', ...cas, ...remarked);
    const { paragraphs } = draftLetter('appeal', factsOf(text, keptWhole(1, { payer })).facts);
    const of = (name: string) => paragraphs.filter((each) => each.of === name).map(({ lines }) => lines.join(' '));
    return { argument: of('argument').slice(0, -1), rules: of('rules').join(), enclosed: of('enclosed').join() };
  };

  it('that can mean several things is a blank, and cites nothing of any of them', () => {
    for (const [codes, payer] of [
      ['151', 'medicare-part-b'],
      ['151', 'commercial'],
      ['16', 'commercial'],
      ['109', 'commercial'],
      ['272', 'medicare-part-b'],
    ] as const) {
      const { argument, rules, enclosed } = argued(codes, payer);
      expect(argument.join(), codes).toMatch(/Why we ask: \[to add: why the denial is wrong\]\./);
      expect(`${rules}${enclosed}`).not.toMatch(/daily maximum|MUE|dates of the fills|custody|N4 and ML/);
    }
    expect(argued('151', 'medicare-part-b').argument).toEqual([
      'What code 151 says of the claim: [to check: “More units than accepted for the day (MUE)” or ' +
        '“More, or more often, than the plan pays for”]. Why we ask: [to add: why the denial is wrong].',
    ]);
  });

  it('of several reasons argues each, with what it encloses', () => {
    const { argument, enclosed } = argued('197+50', 'commercial');
    expect(argument).toEqual([
      expect.stringMatching(/^About code 197 we say this: The approval of this service: /),
      expect.stringMatching(/^About code 50 we say this: The diagnosis on the claim is G80\.1\./),
    ]);
    expect(enclosed).toMatch(/The number, the dates and the units of the approval[^]*Six weeks of other treatment/);
    expect(argued('45+50', 'commercial').argument).toEqual([expect.stringMatching(/^The diagnosis on the claim/)]);
  });

  it.each([
    [
      'Medicare’s unprocessable',
      denied('CO', ['16', 'N822', 'MA130']),
      /nothing to appeal.*No letter is the way here\. Send a new claim\./,
    ],
    [
      'sequestration',
      partOf('CLP*1*1*1200*1176', 'SVC*HC:J0475:JZ*1200*1176**4', 'CAS*CO*253*24'),
      /no appeal.*nothing to write for/,
    ],
    ['filed late for Medicare', denied('CO', ['29']), /No letter is the way here\. Look for an exception/],
    ['an SNF stay', denied('CO', ['190']), /No letter is the way here\. Bill the skilled nursing facility/],
  ])('%s has no letter, and says what to do', (_, text, instead) => {
    const found = lettersFor(factsOf(text).next);
    expect(found.kinds).toEqual([]);
    expect(found.instead).toMatch(instead);
  });
});

describe('the letter of an appeal of units', () => {
  const { facts } = factsOf(
    denied('CO', ['151', 'N362'], 'HC:J0475*900*0**3', '900'),
    kept(1, { records: ['order', 'dose'] }),
  );
  const text = textOf('appeal', facts);

  it('tells what was given, opened and wasted, with the sums', () => {
    expect(draftLetter('appeal', facts).paragraphs.find(({ of }) => of === 'given')?.lines).toEqual([
      'On 03/10/2026 the patient was given 25 mg of baclofen.',
      'The labels of the containers opened come to [not in the record: what the labels of the containers hold].',
      'NDC 66794-0157-02.',
      '15 mg of it was wasted.',
      'Given and wasted: 25 mg + 15 mg = 40 mg.',
      'One unit of J0475 is 10 mg.',
      'Given: 25 mg ÷ 10 mg = 2.5, rounded up to 3 units.',
      'Wasted: 15 mg ÷ 10 mg = 1.5. Billed of it: 1 unit, which the units given do not hold already.',
    ]);
  });

  it('names its rules with source, and encloses only what is ticked', () => {
    expect(text).toContain('Request for a redetermination (first appeal)');
    expect(text).toContain('Source: Palmetto, MUE Denials for Drugs, 04/28/2021.');
    expect(text).toContain('- The exact dose given is written down.');
    expect(text).toContain('- [to add: The containers opened and the total on their labels are written down]');
    expect(text).not.toContain('- The containers opened and the total on their labels are written down.');
    expect(text).not.toContain('Do not split');
  });

  it('marks what is not told, and names each blank once', () => {
    const unknown = { ...facts, office: emptyOffice, record: { ...emptyWorksheet } };
    const blanks = blanksIn(textOf('appeal', unknown));
    expect(blanks).toEqual(
      expect.arrayContaining([
        '[not in the record: name of the clinic]',
        '[not in the record: NPI of the clinic]',
        '[not in the record: name of the payer]',
        '[not in the record: address for appeals, as the notice has it]',
        '[not in the record: name of the patient]',
        '[not in the record: member ID]',
        '[to sign: name, title and date]',
      ]),
    );
    expect(new Set(blanks).size).toBe(blanks.length);
  });

  it('goes to the payer’s address where the clinic told it, to be checked', () => {
    const sending = { ...facts.record.sending, payerName: plan.name, payerStreet: '1 Plan Way', payerCity: 'Fargo' };
    expect(textOf('appeal', { ...facts, record: { ...facts.record, sending } })).toContain(
      'To: Example Plan\n1 Plan Way\nFargo',
    );
  });

  it('goes where the profile of the payer says that appeals go, and asks for no check of that', () => {
    const profile = {
      ...unknownProfile('own-e', 'Example Plan', 'commercial'),
      appealsAddress: 'Appeals, 9 Letter Way, Fargo, ND 58102',
    };
    const own = { ...facts.own, encounter: { ...facts.own.encounter, profile } };
    const text = textOf('appeal', { ...facts, own });
    expect(text).toContain('Appeals, 9 Letter Way, Fargo, ND 58102');
    expect(text).not.toMatch(/address for (appeals|claims)/);
  });
});

describe('a letter to another payer than the one that the claim is for', () => {
  const approved = {
    priorAuthorization: 'approved',
    priorAuthorizationNumber: 'PA-FIRST',
    course: { ...emptyWorksheet.course, sentOn: '03/12/2026' },
  } as const;
  const { record, claim } = keptWhole(1, approved, { payerName: 'First Medicare', payerStreet: '1 First Payer Way' });
  const profile = {
    ...unknownProfile('own-p', 'First Medicare', 'medicare-part-b'),
    appealsAddress: '2 First Appeals Way',
  };
  const own = { ...claim!, encounter: { ...claim!.encounter, profile } };
  const ofSecond = (reason: string, status = '2', filing = 'CI') => {
    const text = denied('CO', [reason]).replace('*4*1200*0***ICN1', `*${status}*1200*0**${filing}*B2`);
    const { facts } = factsOf(text, { ...keptWhole(1), record, claim: own });
    return textOf('appeal', { ...facts, answer: { ...facts.answer, payer: 'Second Plan' } });
  };
  const head = (text: string) => text.split('\n').filter((line) => /^(To|Request|Appeal|Med|Member|Your n)/.test(line));

  it('is of its own kind, and leaves address and member ID blank', () => {
    expect(ofSecond('50')).toContain('[not in the record: address for appeals, as the notice has it]');
    expect(head(ofSecond('50'))).toEqual([
      'To: Second Plan',
      'Appeal',
      'Member ID: [not in the record: member ID]',
      'Your number of the claim: B2',
      'Your notice gives these codes, here in our words:',
    ]);
  });

  it.each(['50', '197', '29', '151'])('tells it nothing that is the first payer’s: %s', (reason) =>
    expect(ofSecond(reason)).not.toMatch(/First|PA-FIRST|M1\b|03\/12\/2026|redetermination/),
  );

  it('tells the payer of the claim all of it, whatever place it took', () => {
    for (const text of [ofSecond('50', '1', 'MB'), ofSecond('50', '2', 'MB')])
      expect(text).toMatch(
        /To: First Medicare\n2 First Appeals Way\n\nRequest for a redetermination[^]*Medicare number: M1\n/,
      );
  });
});

describe('lines that were answered alike', () => {
  const two = kept(1);
  const [remittance] = fileRead(
    partOf(
      'CLP*WS-1*4*1200*0**MB*ICN1',
      'SVC*HC:J0475*900*0**3',
      'CAS*CO*151*900',
      'LQ*HE*N362',
      'SVC*HC:J0475:JW*300*0**1',
      'CAS*CO*151*300',
      'LQ*HE*N362',
      'SVC*HC:62370*400*0**1',
      'CAS*CO*50*400',
    ),
  ).remittances;
  const answer = answerOf(remittance!, remittance!.claims[0]!);
  const parts = answeredParts(answer, two.claim, { isCorrected: false, today, cameBackOn: null });
  const [first, ...others] = togetherInLetters(parts);

  it('stand in one letter', () => {
    expect([first, ...others].map((each) => each?.name)).toEqual([
      'Line 1, J0475 and Line 2, J0475-JW',
      'Line 3, 62370',
    ]);
    const text = textOf('appeal', { ...factsOf(denied('CO', ['151']), two).facts, answer, parts: first!.parts });
    expect(text).toContain(
      'Line J0475, 3 units: charged $900.00, paid $0.00.\nLine J0475-JW, 1 unit: charged $300.00, paid $0.00.\n' +
        'Your notice gives these codes, here in our words:\n- CO-151, $900.00 and $300.00: ',
    );
    expect(text.match(/- N362/g)).toHaveLength(1);
    expect(text).toContain('We ask you to review the lines and to pay them.');
  });
});

/** Every figure that the claim and its answer hold, as a person would write it. */
function figuresOf({ encounter, amounts, code, ...claim }: PreparedClaim, text: string): ReadonlySet<string> {
  const masses = [encounter.given, encounter.wasted, plus(encounter.given, encounter.wasted), encounter.labeled];
  const ofUnits = amounts ? [amounts.administered, amounts.discarded, amounts.unexplained, amounts.hcpcsDosage] : [];
  const told = [
    ...[...masses, ...ofUnits].flatMap((mass) => (mass ? formatMass(mass) : [])),
    ...(amounts ? [amounts.administered, amounts.discarded].map((mass) => formatRatio(mass, amounts.hcpcsDosage)) : []),
    ...(amounts ? [amounts.administeredUnits, amounts.discardedUnits].map(formatUnits) : []),
    ...encounter.opened.flatMap(({ name, count, volume, strength, ndc, lot }) => [
      `${name} ${count} ${formatMl(volume)} ${formatStrength(strength)} ${ndc ? formatNdc(ndc) : ''} ${lot ?? ''}`,
    ]),
    ...encounter.ndcs.map(formatNdc),
    ...linesOf(claim).flatMap(({ hcpcs, modifiers, unitsOfService, charge, ndcQuantities }) => [
      `${hcpcs} ${modifiers.join(' ')} ${formatUnits(unitsOfService)} ${charge ? formatMoney(charge) : ''}`,
      ...ndcQuantities.map(({ volume }) => (volume ? formatMl(volume) : '')),
    ]),
    `${code?.hcpcs ?? ''} ${claim.formItems.narrative ?? ''} ${claim.formItems.placeOfService.code ?? ''}`,
    JSON.stringify([encounter.priorAuthorization, encounter.diagnoses, encounter.drugBeside]),
    encounter.dateOfService.replace(/(\d+)-(\d+)-(\d+)/, '$2/$3/$1'),
    encounter.lastFillOn?.replace(/(\d+)-(\d+)-(\d+)/, '$2/$3/$1') ?? '',
    JSON.stringify(office),
    office.providers.map(({ zip }) => `${zip.slice(0, 5)} ${zip.slice(5)}`).join(' '),
    text,
    '$1,200.00 05/20/2026 04/01/2026',
  ];
  return new Set(told.flatMap((each) => each.match(figure) ?? []));
}
const figure = /\d+(?:[.,]\d+)*/g;

it('never names a figure that the claim, its answer and the clinic do not hold', () => {
  fc.assert(
    fc.property(encounters, fc.constantFrom(...kinds), (encounter, [, , codes]) => {
      const own = prepared(encounter);
      const remitted = denied('CO', codes.split(' '));
      const { facts } = factsOf(
        remitted,
        { ...keptWhole(1), claim: own },
        {
          own,
          record: { ...emptyWorksheet, sending: { ...emptyWorksheet.sending } },
        },
      );
      const allowed = figuresOf(own, remitted);
      for (const kind of ['appeal', 'reopening', 'send'] as const) {
        const letter = draftLetter(kind, facts);
        const ofFacts = letter.paragraphs.filter(({ of }) => of !== 'rules' && of !== 'decided' && of !== 'enclosed');
        const figures = ofFacts.flatMap(({ lines }) => lines.join('\n').replace('(277CA)', '').match(figure) ?? []);
        expect(figures.filter((each) => !allowed.has(each))).toEqual([]);
        expect(letterText(letter).includes('[not in the record: anything ticked')).toBe(encounter.records.length === 0);
      }
    }),
    { numRuns: 100 },
  );
});

describe('its sentences', () => {
  const texts = [
    ...kinds.map(([id, payer, codes]) => factsOfKind(id, payer, codes)),
    ...denialCases.map(({ carc, rarc }) => factsOf(denied('CO', [...carc.slice(0, 1), ...rarc.slice(0, 1)]))),
  ]
    .flatMap(({ facts }) =>
      (['appeal', 'reopening', 'next-appeal', 'ask-plan', 'send'] as const).map((kind) => draftLetter(kind, facts)),
    )
    .flatMap(({ paragraphs }) =>
      paragraphs
        .filter(({ of }) => of === 'given' || of === 'argument')
        .flatMap(({ lines }) =>
          lines.map((line) => ({ where: of(paragraphs), text: line.replace(/ *\[[^\]]*\]/g, ' this') })),
        ),
    );
  function of(paragraphs: readonly { readonly lines: readonly string[] }[]): string {
    return paragraphs[3]?.lines[0] ?? '';
  }
  it('are plain, whole and short', () => {
    const sentences = sentencesIn(texts);
    expect(sentences.length).toBeGreaterThan(25);
    expect(notWhole(texts)).toEqual([]);
    expect(ofWrongNumber(texts)).toEqual([]);
    expect(tooLong(sentences)).toEqual([]);
    expect(shareOfPlain(sentences)).toBeGreaterThan(0.9);
  });
});
