import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { citations } from './citations';
import { casesFor, denialCases } from './denial-codes';
import { j0475, j0476 } from './hcpcs';
import { defaultProfiles, namedProfiles } from './payers';
import { referenceEntries, rowsInReference, searchReference, topicWords, type Topic } from './reference';
import { remittanceCodes } from './remittance-codes';

const idsOf = (topic: Topic) => referenceEntries.filter((entry) => entry.topic === topic).map(({ id }) => id.slice(topic.length + 1));
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
    expect(rowsInReference).toEqual(new Set(referenceEntries.flatMap(({ rows }) => rows)));
  });

  it('keeps its topics together, in their order', () => {
    const topics = referenceEntries.map(({ topic }) => topic);
    expect([...new Set(topics)]).toEqual(Object.keys(topicWords));
    expect(topics.filter((topic, at) => topic !== topics[at - 1])).toEqual(Object.keys(topicWords));
  });

  it.each(['J0475', 'J0476', 'J0428', 'J1950', 'A4220', 'J3490', 'J7799', 'J7999', 'J0470', 'J0480', 'J0945'])('has the code %s', (code) =>
    expect(entryOf(`codes/${code.toLowerCase()}`)?.term).toMatch(new RegExp(`^${code}\\b`)),
  );

  it('quotes the official wording of the two codes', () => {
    for (const { hcpcs, descriptor } of [j0475, j0476]) expect(entryOf(`codes/${hcpcs.toLowerCase()}`)?.says).toContain(`“${descriptor?.long}”`);
    expect(entryOf('codes/j0428')?.says).toContain('no official wording');
    expect(entryOf('codes/j0428')?.term).toContain('on hold');
  });

  const allModifiers = 'QJ LT RT 50 52 KD JA JB JG TB RE 59 XE XP XS XU 76 77 25 GA GX GY GZ JF JW JZ';
  it.each(allModifiers.split(' '))('has the modifier %s', (modifier) => {
    const found = referenceEntries.filter(({ topic, term }) => topic === 'modifiers' && term.split(/[, ]+/).includes(modifier));
    expect(found.length).toBe(1);
  });

  const cpt = referenceEntries.filter(({ topic, term }) => topic === 'services' && /^\d{5}$/.test(term));
  it('tells the CPT codes in its own words, not the AMA’s', () => {
    expect(cpt.map(({ term }) => term)).toEqual(['62322', '62323', '62367', '62368', '62369', '62370', '95990', '95991', '62362']);
    for (const { says } of cpt) expect(says).not.toMatch(/electronic analysis|reprogramm|implantable|qualified health care|diagnostic or therapeutic|interlaminar|maintenance of/i);
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
    expect(entryOf('payers/unitedhealthcare-maryland')?.says).toContain('JZ is taken since 05/01/2025. It wants a line for each NDC. The NDC is required.');
    expect(entryOf('payers/aetna')?.says).toContain('at most 100 mcg');
    expect(entryOf('payers/type-medicare-part-b')?.says).toContain('No preauthorization is needed for the drug, the pump, the trial. A4220 beside a refill is not paid.');
    expect(entryOf('payers/type-commercial')?.says).toMatch(/^Nothing that holds for all of them was read\./);
  });

  it('has every case of denial with its codes', () => {
    expect(idsOf('denials')).toEqual([...denialCases.map(({ id }) => id), ...['returned', 'medicare', 'facility', 'clinic', 'advantage', 'commercial', 'medicaid', 'other'].map((id) => `after-${id}`)]);
    for (const { id, carc, rarc, related } of denialCases) {
      for (const code of [...carc, ...rarc, ...related]) expect(entryOf(`denials/${id}`)?.says).toMatch(new RegExp(`\\b${code}\\b`));
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

  /** Rows of the rules on file that carry N, and where the reference says so. */
  const notFound = Object.values(citations).filter(({ confidence }) => confidence.includes('N'));
  it.each(notFound.map(({ row }) => row))('says that %s is not confirmed', (row) => {
    const rows: readonly string[] = referenceEntries.filter(({ topic }) => topic === 'not-confirmed').flatMap((entry) => entry.rows);
    expect(rows).toContain(row);
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
    ['workers\' comp', 'payers/type-workers-compensation'],
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

  it.each([...rowsInReference])('finds by the row %s', (row) => {
    const whole = referenceEntries.filter(({ rows }) => rows.includes(row)).map(({ id }) => id);
    expect(idsFound(row)).toEqual(expect.arrayContaining(whole));
  });

  it.each(remittanceCodes.map(({ code }) => code).filter((code) => casesFor(code).length > 0))('finds the case of %s', (code) => expect(idsFound(code).some((id) => id.startsWith('denials/'))).toBe(true));

  it('puts the code first and keeps the order of the rest', () => {
    const found = searchReference('KD');
    const rest = found.slice(1);
    expect(rest.length).toBeGreaterThan(3);
    expect(rest).toEqual(referenceEntries.filter((entry) => rest.includes(entry)));
  });

  it('never throws, and gives no entry twice', () => {
    fc.assert(
      fc.property(fc.oneof(fc.string({ unit: 'binary' }), fc.string({ unit: fc.constantFrom('a', '4', ' ', '[', 'é', '’') })), (query) => {
        const found = searchReference(query);
        expect(new Set(found).size).toBe(found.length);
        expect(found.filter((entry) => !referenceEntries.includes(entry))).toEqual([]);
      }),
      { numRuns: 500 },
    );
  });
});
