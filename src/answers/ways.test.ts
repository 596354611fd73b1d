import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { day } from '../engine/dated';
import { isCompanionCode } from '../engine/encounter';
import { concerning, prepareClaim } from '../engine/prepare-claim';
import type { Finding } from '../engine/prepared-claim';
import { ruleBook } from '../rules';
import { documentationItems } from '../rules/documentation-items';
import { namedProfiles } from '../rules/payers';
import type { Answer } from './answer';
import { examples } from './examples';
import { choicesFor, fieldOf, type FieldName } from './field-names';
import { readWorksheet } from './read-worksheet';
import { serviceOf } from './service-rows';
import { isAsked, withWays } from './ways';
import { worksheetAnswers } from './worksheet-answers';
import { emptyContainer, emptyWorksheet, type WorksheetText } from './worksheet-text';

const today = day('2026-11-20');

/** Records that make a claim: every choice, and typed answers that can be read. */
const chosen = fc.record(
  Object.fromEntries(
    Object.entries(worksheetAnswers as Record<string, Answer>).flatMap(([name, answer]) =>
      answer.kind === 'choice' && answer.label !== null && name !== 'entry'
        ? [[name, fc.constantFrom(...answer.choices.map(({ value }) => value))] as const]
        : [],
    ),
  ),
) as unknown as fc.Arbitrary<Partial<WorksheetText>>;
const typed = fc.record({
  dateOfService: fc.constantFrom('11/18/2026', '05/20/2026', '03/01/2024', '03/01/2016'),
  doseGiven: fc.constantFrom('0', '36', '10', '900'),
  doseWasted: fc.constantFrom('0', '4', '30'),
  diagnoses: fc.constantFrom('', 'G80.1', 'G35'),
  ndc: fc.constantFrom('', '66794-157-02', '70257-0560-01'),
  strength: fc.constantFrom('', '2000', '50'),
  labeledAmount: fc.constantFrom('', '40', '20'),
  profile: fc.constantFrom('', ...namedProfiles.map(({ id }) => id)),
  services: fc
    .constantFrom([], ['62370'], ['62370', '62367', 'A4220'], ['62322', '62323'], ['95990'], ['99213', '62365'])
    .map((codes) => codes.map(serviceOf)),
  askedModifiers: fc.constantFrom([], ['50', 'QJ']) as fc.Arbitrary<WorksheetText['askedModifiers']>,
  askedCode: fc.constantFrom('', 'J1950'),
  kd: fc.boolean(),
  bought340b: fc.boolean(),
  placeOfService: fc.constantFrom('11', '99'),
});

const manyRows = { ...emptyWorksheet.refill, containers: Array.from({ length: 10 }, () => emptyContainer) };
const refillExample = examples.find(({ entry }) => entry === 'refill')?.worksheet(today) ?? emptyWorksheet;
const records = fc.tuple(chosen, typed, fc.boolean()).map(([choices, answers, isRefill]): WorksheetText => {
  const record = { ...emptyWorksheet, ...choices, ...answers };
  const isOfPayer = namedProfiles.some(({ id, payer }) => id === record.profile && payer === record.payer);
  return {
    ...record,
    profile: isOfPayer ? record.profile : '',
    ...(isRefill ? { entry: 'refill', refill: refillExample.refill } : {}),
  };
});

/** The findings of a record as the page shows them, each with its way. */
function findingsOf(worksheet: WorksheetText): { findings: readonly Finding[]; asks: (field: FieldName) => boolean } {
  const { encounter, refill } = readWorksheet(worksheet, today);
  const asking = { worksheet, refill, own: [] };
  const found = encounter ? prepareClaim(encounter, ruleBook).findings : [];
  return { findings: concerning(withWays(found, asking)), asks: (field) => isAsked(field, asking) };
}

const lists = ['records', 'askedModifiers'];

it(
  'every way leads to an answer that is asked for, and what has none is settled otherwise',
  { timeout: 60_000 },
  () => {
    let ways = 0;
    fc.assert(
      fc.property(records, (worksheet) => {
        const { findings, asks } = findingsOf(worksheet);
        for (const { rule, verdict } of findings) {
          const { goTo, goToRow, goToItem, switchOn, billerMayCheck } = verdict;
          const field = goTo && fieldOf(goTo, worksheet.entry, goToRow);
          expect(Boolean(field ?? switchOn ?? billerMayCheck), rule.id).toBe(true);
          if (!field) continue;
          ways += 1;
          expect(asks(field), `${rule.id}: ${field}`).toBe(true);
          const boxes = field === 'records' ? documentationItems.map(({ id }) => id) : choicesFor(field).map(valueOf);
          const isBox = boxes.some((box) => box === goToItem) || isCompanionCode(goToItem);
          expect(isBox || !lists.includes(field), `${rule.id}: ${goToItem}`).toBe(true);
        }
      }),
      { numRuns: 1500 },
    );
    expect(ways).toBeGreaterThan(5_000);
  },
);

const valueOf = ({ value }: { readonly value: string }) => value;

describe('a finding about an answer that is not asked for', () => {
  const told: WorksheetText = {
    ...emptyWorksheet,
    doseGiven: '40',
    doseWasted: '0',
    dateOfService: '11/18/2026',
    payer: 'workers-compensation',
    setting: 'office',
  };
  const wayOf = (change: Partial<WorksheetText>, id: string) =>
    findingsOf({ ...told, ...change }).findings.find(({ rule }) => rule.id === id)?.verdict.goTo;

  it('has no way, and the others keep theirs', () => {
    expect(wayOf({}, 'claim/filing-limit')).toBeUndefined();
    expect(wayOf({ payer: 'commercial' }, 'claim/filing-limit')).toBe('profile');
    expect(wayOf({ payer: 'medicare-part-b', route: 'intravenous' }, 'modifier/jw-jz')).toBeUndefined();
    expect(wayOf({}, 'coverage/diagnosis')).toBe('diagnoses');
  });
});

it.each<[FieldName, Partial<WorksheetText>, Partial<WorksheetText>]>([
  ['doseGiven', {}, { entry: 'refill' }],
  ['wasteTime', { doseWasted: '4' }, { doseWasted: '0' }],
  ['confirmedBy', { route: 'intramuscular' }, {}],
  ['confirmedCode', { drugSource: 'compounded' }, { route: 'intramuscular' }],
  ['confirmedCode', { route: 'intramuscular', confirmedCode: 'J7999' }, { confirmedCode: 'J7999' }],
  ['otherDrugs', { drugSource: 'compounded' }, {}],
  ['reprogrammed', {}, { purpose: 'screening-trial' }],
  ['profile', { payer: 'commercial' }, { payer: 'medicare-part-b' }],
  ['placeOfService', { setting: 'other' }, { setting: 'office' }],
  ['attendance', { payer: 'medicare-part-b', setting: 'home' }, { payer: 'commercial', setting: 'home' }],
  ['firstDay', { priorAuthorization: 'approved' }, { priorAuthorization: 'pending' }],
  ['askedOn', { priorAuthorization: 'approved-after-service' }, { priorAuthorization: 'approved' }],
  ['refill.reservoir', { entry: 'refill' }, { entry: 'refill', purpose: 'screening-trial' }],
  ['refill.instilled', { entry: 'refill' }, {}],
  ['refill.containers.0.product', { entry: 'refill' }, {}],
  ['refill.containers.0.expiry', { entry: 'refill', refill: refillExample.refill }, { entry: 'refill' }],
  ['refill.containers.9.ndc', { entry: 'refill', refill: manyRows }, { entry: 'refill' }],
  ['refill.leftover', { entry: 'refill', refill: refillExample.refill }, { entry: 'refill' }],
])('%s is asked of %o and not of %o', (field, asked, notAsked) => {
  const asks = (change: Partial<WorksheetText>) => findingsOf({ ...emptyWorksheet, ...change }).asks(field);
  expect([asks(asked), asks(notAsked)]).toEqual([true, false]);
});
