import { matching } from '../engine/matching.fixture';
import { topicWords, type Topic } from './reference-entry';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { citations, type RowId } from './citations';
import { casesFor, denialCases } from './denial-codes';
import { j0475, j0476 } from './hcpcs';
import { defaultProfiles, namedProfiles } from './payers';
import { referenceEntries, searchReference } from './reference';
import { remittanceCodes } from './remittance-codes';

const idsOf = (topic: Topic) =>
  referenceEntries.filter((entry) => entry.topic === topic).map(({ id }) => id.slice(topic.length + 1));
const rowsTold = [...new Set(referenceEntries.flatMap(({ rows }) => rows))];
const entryOf = (id: string) => referenceEntries.find((entry) => entry.id === id);
const idsFound = (query: string) => searchReference(query).map(({ id }) => id);

describe('the reference', () => {
  it('answers a question, and gives a code its own entry first', () => {
    expect(idsFound('what is not confirmed about KD')).toContain('not-confirmed/kd');
    expect(idsFound('KD')[0]).toBe('modifiers/kd');
    expect(idsFound('A4220')[0]).toBe('codes/a4220');
  });

  it('has each entry once, with words', () => {
    const ids = referenceEntries.map(({ id }) => id);
    expect(new Set(ids).size).toBe(ids.length);
    expect(referenceEntries.filter(({ term, says }) => term.trim() === '' || !says.endsWith('.'))).toEqual([]);
  });

  it('rests on rows on file', () => {
    expect(referenceEntries.filter(({ rows }) => rows.some((row) => !Object.hasOwn(citations, row)))).toEqual([]);
    expect(referenceEntries.every(({ rows }) => rows.length > 0)).toBe(true);
    // Of each topic a row that decides claims; how a file is written belongs into none.
    for (const row of [
      '1.2',
      '4 KD',
      '5 nothing changed',
      '2b plans',
      '8 returned',
      '4 LT RT',
      '10 fee schedule',
    ] as const)
      expect(rowsTold).toContain(row);
    expect(rowsTold).not.toContain('form CSV');
  });

  it('keeps its topics together, in their order', () => {
    const topics = referenceEntries.map(({ topic }) => topic);
    expect([...new Set(topics)]).toEqual(Object.keys(topicWords));
    expect(topics.filter((topic, at) => topic !== topics[at - 1])).toEqual(Object.keys(topicWords));
  });

  it.each(['J0475', 'J0476', 'J0428', 'J1950', 'A4220', 'J3490', 'J7799', 'J7999', 'J0470', 'J0480', 'J0945'])(
    'has the code %s',
    (code) => expect(entryOf(`codes/${code.toLowerCase()}`)?.term).toMatch(new RegExp(`^${code}\\b`)),
  );

  it('quotes the official wording of the two codes', () => {
    for (const { hcpcs, descriptor } of [j0475, j0476])
      expect(entryOf(`codes/${hcpcs.toLowerCase()}`)?.says).toContain(`“${descriptor?.long}”`);
    expect(entryOf('codes/j0428')?.says).toContain('no official wording');
    expect(entryOf('codes/j0428')?.term).toContain('on hold');
  });

  const allModifiers = 'QJ LT RT 50 52 KD JA JB JG TB RE 59 XE XP XS XU 76 77 25 GA GX GY GZ JF JW JZ';
  it.each(allModifiers.split(' '))('has the modifier %s', (modifier) => {
    const found = referenceEntries.filter(
      ({ topic, term }) => topic === 'modifiers' && term.split(/[, ]+/).includes(modifier),
    );
    expect(found.length).toBe(1);
  });

  const cpt = referenceEntries.filter(({ topic, term }) => topic === 'services' && /^\d{5}$/.test(term));
  it('tells the CPT codes in its own words, not the AMA’s', () => {
    expect(cpt.map(({ term }) => term)).toEqual([
      '62322',
      '62323',
      '62367',
      '62368',
      '62369',
      '62370',
      '95990',
      '95991',
      '62362',
    ]);
    for (const { says } of cpt)
      expect(says).not.toMatch(
        new RegExp(
          'electronic analysis|reprogramm|implantable|qualified health care|diagnostic or therapeutic|' +
            'interlaminar|maintenance of',
          'i',
        ),
      );
  });

  it.each<[entry: string, term: RegExp, says: readonly string[]]>([
    [
      'rates-hospital-outpatient-2026-01-01',
      /outpatients \(OPPS\), 01\/01\/2026 to 06\/30\/2026$/,
      [
        '62367, 62368, 62369 and 62370 are paid $313.79 each.',
        '95990 is paid $337.46.',
        '95991 is paid $313.60.',
        '62322 is paid $903.63.',
        '62323 is paid $721.17.',
        '62362 is paid $18,414.24.',
        'A4220 has status N.',
        'Later rates were not read.',
      ],
    ],
    ['rates-hospital-outpatient-2023-01-01', /01\/01\/2023 to 12\/31\/2023$/, ['62362 is paid $16,938.46.']],
    [
      'rates-physician-office-2026-01-01',
      /in the office, 01\/01\/2026 to 03\/31\/2026$/,
      [
        '62369 and 62370 are paid $97.20 each.',
        '95990 is paid $98.20.',
        '62362 has status NA. The fee schedule has no value for it in the office.',
        'Your place in the country is left out.',
        'Later fees were not read.',
      ],
    ],
    [
      'rates-physician-facility-2026-01-01',
      /in a facility/,
      ['62370 is paid $39.41.', '62362 is paid $371.75.', '95990 has status NA.'],
    ],
    ['rates-apm-office-2026-01-01', /\(APM\)/, ['95991 is paid $116.48.']],
    ['rates-apm-facility-2026-01-01', /\(APM\)/, ['62322 is paid $74.52.']],
    [
      'rate-hospital-drug',
      /J0475, outpatients of 2026$/,
      [
        'From 04/01/2026 to 06/30/2026 it is $178.052, and the patient pays $35.61.',
        'From 10/01/2026 to 12/31/2026 it is $186.996, and the patient pays $37.40. This is worked out.',
      ],
    ],
  ])('tells the rates of %s with their days', (entry, term, says) => {
    const found = entryOf(`services/${entry}`);
    expect(found?.term).toMatch(term);
    for (const sentence of says) expect(found?.says).toContain(sentence);
  });

  it('has every payer with what was read of it', () => {
    expect(idsOf('payers')).toEqual([...Object.values(defaultProfiles), ...namedProfiles].map(({ id }) => id));
    for (const { id, notes, rows } of namedProfiles) {
      const entry = entryOf(`payers/${id}`);
      for (const note of notes) expect(entry?.says).toContain(note);
      expect(entry?.rows).toEqual(rows);
      expect(entry?.says).toContain('ask the payer');
    }
    expect(entryOf('payers/bcbs-north-dakota')?.says).toMatch(/^JW is taken\. JZ is not required\. Waste/);
    expect(entryOf('payers/unitedhealthcare-maryland')?.says).toContain(
      'JZ is taken on professional claims since 05/01/2025. It wants a line for each NDC. The NDC is required.',
    );
    expect(entryOf('payers/aetna')?.says).toContain('at most 100 mcg');
    expect(entryOf('payers/type-medicare-part-b')?.says).toContain(
      'No preauthorization is needed for the drug, the pump or the trial. A4220 beside a refill is not paid.',
    );
    expect(entryOf('payers/type-commercial')?.says).toMatch(/^Nothing that holds for all of them was read\./);
  });

  it('has every case of denial with its codes', () => {
    expect(idsOf('denials')).toEqual([
      ...denialCases.map(({ id }) => id),
      ...['returned', 'medicare', 'facility', 'clinic', 'advantage', 'commercial', 'medicaid', 'other'].map(
        (id) => `after-${id}`,
      ),
    ]);
    for (const { id, carc, rarc, related } of denialCases) {
      for (const code of [...carc, ...rarc, ...related])
        expect(entryOf(`denials/${id}`)?.says).toMatch(new RegExp(`\\b${code}\\b`));
    }
  });

  it.each<[id: string, article: RegExp, truth: RegExp]>([
    ['j0475', /J0475 .* 10 mg/, /^So it is/],
    ['j0428', /J0428 .* vein or muscle/, /in no code list/],
    ['qj', /QJ .* health center/, /custody.*setting/],
    ['lt-rt', /LT and RT/, /no side/],
    ['bilateral-reduced', /both sides .* reduced/, /50 does not apply.*units/],
    ['jw', /sometimes/, /JW or JZ on every line/],
    ['omissions', /J0476, A4220, KD, .*MUE.*NDC.* NCD 280\.14/, /8 units/],
    ['waste', /reason/, /reason was not found/],
    ['imaging', /Imaging/, /does not ask.*six weeks.*trial/],
    ['denials', /modifier .* site/, /no source supports/],
    ['commercial', /cap how often and how much/, /No limit .* 100 mcg/],
    ['j1950', /J1950 .* similar/, /leuprolide/],
  ])('has what the article says of %s, and the truth', (id, said, truth) => {
    expect(entryOf(`article/${id}`)?.term).toMatch(said);
    expect(entryOf(`article/${id}`)?.says).toMatch(truth);
  });

  it('has the 12 claims of section 12 and no others', () => expect(idsOf('article').length).toBe(12));

  it.each<[id: string, says: RegExp, rows?: readonly string[]]>([
    ['modifiers/po', /not for an emergency room, a remote site or a satellite/i],
    ['modifiers/pn', /not for an emergency room, a remote site or a satellite/i],
    ['modifiers/qj', /Advantage plan is not known to have members in custody/, ['4 QJ plans']],
    [
      'modifiers/ga',
      /does not shift a coding denial to the patient\. For the daily maximum \(MUE\) this is worked out/,
    ],
    [
      'services/62362',
      /Hospital list of late 2026.*95990.*physician’s list of that time was not read/i,
      ['5 pairs 2026 others', '5 pairs physician'],
    ],
    ['services/same-claim', /A pharmacy may not bill Medicare Part B for it/, ['5 pharmacy']],
    ['payers/type-medicare-part-b', /pump maker’s word/],
    ['payers/aetna', /stiff person syndrome/],
    ['article/commercial', /A pump maker says that original Medicare asks for none/],
    ['article/j0428', /Every product found is for the spine/],
    ['denials/after-medicare', /At least \$1,960 must be in dispute/],
    ['denials/after-medicaid', /6 months.*From which day was not read/],
    ['not-confirmed/single-dose', /Mylan.*Advagen.*screening syringes.*Nexus/, ['1.6']],
    ['not-confirmed/wiser', /are part of it/],
    ['not-confirmed/icd-2027', /changes none/, ['6c 2027']],
    ['not-confirmed/form-by-setting', /^For a rural health clinic.*071x and 077x.*other payers take was not read/],
    ['not-confirmed/ub-ndc', /one Medicaid agency/],
    ['not-confirmed/public-copies', /Compare .* with the files of CMS/, ['10 copies']],
    ['not-confirmed/faq-later', /after January 2024/, ['2 FAQ later']],
    ['not-confirmed/remittance-codes', /June 2024/, ['8 codes later']],
    ['not-confirmed/remittance-file', /277CA/, ['8 file']],
    ['not-confirmed/remittance-texts', /CMS-20027/, ['8 texts']],
  ])('says of %s what was read and no more', (id, says, rows = []) => {
    expect(entryOf(id)?.says).toMatch(says);
    expect(entryOf(id)?.rows).toEqual(expect.arrayContaining([...rows]));
  });

  it('names the last thing that needs no preauthorization with “or”', () => {
    expect(entryOf('payers/type-self-pay')?.says).toContain('for the drug, the pump or the trial.');
  });

  /** Rows of the rules on file that carry N, and where the reference says so. */
  const notFound = Object.values(citations).filter(({ confidence }) => confidence.includes('N'));
  it.each(notFound.map(({ row }) => row))('says that %s is not confirmed', (row) => {
    const rows: readonly string[] = referenceEntries
      .filter(({ topic }) => topic === 'not-confirmed')
      .flatMap((entry) => entry.rows);
    expect(rows).toContain(row);
  });
});

describe('the rows on file', () => {
  it.each<[row: RowId, says: RegExp, confidence: string]>([
    [
      '1.6',
      /Labels read are single-dose\. Mylan, Advagen, two screening syringes and Nexus -0161-01 were not confirmed/,
      'A C N',
    ],
    ['2.15 later', /Later coding pages.*2026.*not followed/, 'C'],
    ['2b SNF', /for clotting.*in none of these groups/, 'C D N'],
    ['3.2', /prescribing information/, 'A*'],
    ['3.2 related', /62362 \(MAI 2\) was read in October 2026 only.*claims data.*62369 and 62370/, 'A*'],
    ['3.3 hundredfold', /taken for a slip of the unit\.$/, 'D'],
    ['4 KD', /Since 2017, a third party says, such drugs are priced alike/, 'B C N'],
    ['4 TB', /TB alone/, 'C A*'],
    ['4 JG', /JG began in 2018/, 'C A*'],
    ['4 PO', /PO tells/, 'C'],
    ['4 PN', /PN tells/, 'C'],
    ['4 QJ plans', /is not known to have members in custody/, 'M'],
    ['4 first days', /began/, 'A A* C D'],
    ['5 kit charge', /0270/, 'C'],
    ['5 pairs 2026 others', /62361.*95990.*62365.*62324 to 62327.*96522.*No J-code of baclofen/, 'A*'],
    ['7.2', /REF G1/, 'C'],
    ['7.3', /pump maker/, 'C'],
    ['8 frequency', /Billing pages/, 'C N'],
    ['8 replacement', /Plans take 7/, 'C'],
    ['8 advantage', /65 days/, 'C B'],
    ['8 plan appeals', /UnitedHealthcare is reported/, 'B C'],
    ['8 appeal letter', /letter/, 'A B C'],
    ['8 redetermination', /60 days for a decision/, 'A B'],
    [
      '8 later appeals',
      matching(
        /CMS-20033.*At least \$200 must be in dispute for a judge.*60 days each.*At least \$1,960 must be in /,
        /dispute for the court/,
      ),
      'A B',
    ],
    ['8 request', /not a party.*CMS-20027 may be used/, 'A C'],
    ['2b DME', /CMS policy/, 'A*'],
    ['form 24F', /two digits/, 'A C'],
    ['8 Medicaid', /From which day was not read/, 'B C N'],
    ['9.4', /loop 2410/, 'A C'],
    ['10', /Medicare allows the lower of the charge and the rate/, 'A*'],
    ['10 deductible', /\$257 in 2025 and \$240 in 2024\. Those two were not read at CMS/, 'A B C N'],
    ['barcode', /1 to 8 on a carton or case/, 'M D'],
    ['products listing', /2000 mcg\/mL run to/, 'A C'],
    ['label dose', /Usual adult doses are about 90 to 800 mcg a day.*the most reported/, 'C M'],
    ['form UB-04', /one Medicaid agency.*2008.*no space/, 'C A N M'],
    ['form widths', /NUCC text of 2005.*83/, 'A C'],
    ['form 837 lines', /fifty/, 'A*'],
    ['form 22', /7 replaces/, 'C'],
    ['form by setting', /071x.*077x/, 'B M N'],
    ['form 837 details', /REF F8.*public map/, 'A* M'],
  ])('%s says what was read, as sure as its source', (row, says, confidence) => {
    expect(citations[row].says).toMatch(says);
    expect(citations[row].confidence.join(' ')).toBe(confidence);
  });

  it('speak for their newest evidence', () => expect(citations['2b office'].asOf).toBe('2026-10-01'));

  it('say a thing once', () => {
    const rows: readonly string[] = Object.keys(citations);
    expect(rows.filter((row) => ['8 custody', '3.2 DME', '2b nursing'].includes(row))).toEqual([]);
    const sentences = Object.values(citations).flatMap(({ says }) =>
      says.split(/(?<=\.) (?=[A-Z])/).filter((each) => each.split(' ').length > 5),
    );
    expect(sentences.filter((each, at) => sentences.indexOf(each) !== at)).toEqual([]);
    expect(
      Object.values(citations)
        .filter(({ says }) => says.includes('APC 9032'))
        .map(({ row }) => row),
    ).toEqual(['10 outpatient']);
  });
});

describe('searchReference', () => {
  it('gives everything for nothing', () => {
    expect(searchReference('')).toEqual(referenceEntries);
    expect(searchReference('  ')).toEqual(referenceEntries);
  });

  it.each<[query: string, first: string]>([
    ['J0475', 'codes/j0475'],
    ['j0428', 'codes/j0428'],
    ['A4220', 'codes/a4220'],
    ['kd', 'modifiers/kd'],
    ['RT', 'modifiers/lt-rt'],
    ['xu', 'modifiers/59'],
    ['62370', 'services/62370'],
    ['basiliximab', 'codes/j0480'],
    ['BÁSILIXIMAB', 'codes/j0480'],
    ['custody', 'modifiers/qj'],
    ['health center article', 'article/qj'],
    ['payers texas', 'payers/texas-medicaid'],
    ["workers' comp", 'payers/type-workers-compensation'],
    ['N822', 'denials/missing-modifier'],
    ['barcode', 'not-confirmed/barcode'],
    ['[9.7]', 'not-confirmed/ndc-milliliters'],
  ])('finds by %j first %s', (query, first) => {
    expect(idsFound(query)[0]).toBe(first);
  });

  it('wants every word, and where no entry has all of them those that have the most', () => {
    expect(idsFound('leuprolide depot')).toContain('codes/j1950');
    expect(idsFound('leuprolide depot').every((id) => idsFound('leuprolide').includes(id))).toBe(true);
    expect(idsFound('leuprolide xyzzy')).toEqual(idsFound('leuprolide'));
    expect(idsFound('When do I use JZ?')).toContain('modifiers/jz');
    expect(idsFound('CO-197')).toEqual(idsFound('197'));
    expect(idsFound('197').some((id) => id.startsWith('denials/'))).toBe(true);
    expect(idsFound('xyzzy')).toEqual([]);
  });

  it.each([
    ['JW', 'modifiers/jw codes/compound modifiers/jz'],
    ['TB', 'modifiers/tb modifiers/jg not-confirmed/340b-department'],
    ['PO', 'modifiers/po codes/j1950 codes/compound'],
    ['62370', 'services/62370 services/62367 services/62368'],
    ['J0475', 'codes/j0475 services/rate-hospital-drug codes/j0476'],
    ['2.16', 'modifiers/jz not-confirmed/small-leftover'],
  ])('%s alone: itself first, then what names it or rests on it', (query, first) => {
    const found = idsFound(query);
    expect(found.slice(0, first.split(' ').length).join(' ')).toBe(first);
  });

  it('two codes are two words: neither of them comes first', () => {
    expect(idsFound('JW JZ').slice(0, 3)).toEqual(['codes/compound', 'modifiers/jw', 'modifiers/jz']);
    expect(idsFound('JW,  JZ')).toEqual(idsFound('JW JZ'));
    expect(idsFound('co-197, n54')[0]).toBe('denials/no-preauthorization');
    expect(idsFound('xco-50')).toEqual([]);
  });

  it('an apostrophe is one, however it is typed; words that tell nothing are looked for where nothing else is', () => {
    expect(idsFound('payer’s')).toEqual(idsFound("payer's"));
    expect(idsFound('payer’s').length).toBeGreaterThan(0);
    expect(idsFound('what is the').length).toBeLessThan(idsFound('the').length);
  });

  it.each(rowsTold)('finds by the row %s', (row) => {
    const whole = referenceEntries.filter(({ rows }) => rows.includes(row)).map(({ id }) => id);
    expect(idsFound(row)).toEqual(expect.arrayContaining(whole));
  });

  it.each(remittanceCodes.map(({ code }) => code).filter((code) => casesFor(code).length > 0))(
    'finds the case of %s',
    (code) => expect(idsFound(code).some((id) => id.startsWith('denials/'))).toBe(true),
  );

  it('puts the code first and keeps the order of the rest', () => {
    const found = searchReference('KD');
    const rest = found.slice(1);
    expect(rest.length).toBeGreaterThan(3);
    expect(rest).toEqual(referenceEntries.filter((entry) => rest.includes(entry)));
  });

  it('never throws, and gives no entry twice', () => {
    fc.assert(
      fc.property(
        fc.oneof(fc.string({ unit: 'binary' }), fc.string({ unit: fc.constantFrom('a', '4', ' ', '[', 'é', '’') })),
        (query) => {
          const found = searchReference(query);
          expect(new Set(found).size).toBe(found.length);
          expect(found.filter((entry) => !referenceEntries.includes(entry))).toEqual([]);
        },
      ),
      { numRuns: 500 },
    );
  });
});
