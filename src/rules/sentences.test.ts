import { describe, expect, it } from 'vitest';
import type { PreparedClaim } from '../engine/prepared-claim';
import { day } from '../engine/dated';
import type { PriorAuthorization, PumpFill } from '../engine/encounter';
import { prepareClaim } from '../engine/prepare-claim';
import { pumpOutlook } from '../engine/pump-outlook';
import { mcg, mcgPerMl, ml } from '../engine/quantity';
import { refillTimeline } from '../engine/refill-timeline';
import { citations } from './citations';
import { refillSupport } from './companions';
import {
  denialCases,
  endedWords,
  mueAppealList,
  nextWords,
  saidByGroups,
  saidTogether,
  stepsFor,
  type Check,
} from './denial-codes';
import { deadlinesOn, letterOf, saidOnClaim, ways } from './denial-on-claim';
import { denials } from './denials';
import { documentationItems } from './documentation-items';
import { pumpRecord } from './encounter.fixture';
import { compoundCodes } from './hcpcs';
import { ruleBook, tablesOnFile } from './index';
import { faultsIn, notWhole, ofWrongNumber, sentencesIn, type Worded } from './plain-words.fixture';
import { pumpChecks } from './pump-checks';
import { notOnFile, type RemittanceReading } from './read-remittance';
import { referenceEntries } from './reference';
import { groupWords, remittanceCodes, stepWords, type GroupCode, type RemittanceCode } from './remittance-codes';
import { variedEncounters } from './sentences.fixture';
import { estimateOnly, visitPrice } from './visit-price';

/** What is said: where, in which words, and the rows that it rests on. */
type Told = { readonly where: string; readonly text: string; readonly rows: readonly string[] };

/** Each text once for each place, however its figures differ. */
const told = new Map<string, Told>();
const outcomes = new Map<string, Set<string>>();
const tell = (where: string, text: string, rows: readonly string[]): void => {
  const key = `${where}|${text}`;
  if (!told.has(key)) told.set(key, { where, text, rows });
};
const tellAll = (where: string, checks: readonly Check[]): void => {
  for (const { says, rows } of checks) tell(where, says, rows);
};

/** Names and headings: no sentences, so of no grade. */
const labels = new Map<string, Worded>();
const label = (where: string, text: string): void => void labels.set(`${where}|${text}`, { where, text: `${text}.` });

/** What a claim says of itself. */
function tellClaim({ findings, how, estimate, formItems, tablesUsed, encounter }: PreparedClaim): void {
  for (const { rule, verdict } of findings) {
    outcomes.set(rule.id, (outcomes.get(rule.id) ?? new Set()).add(verdict.outcome));
    tell(rule.id, verdict.because, rule.rows);
    if (verdict.fix) tell(`${rule.id}, what to do`, verdict.fix, rule.rows);
  }
  for (const { says, rows } of [...how, ...estimate.how, ...(estimate.shares?.how ?? [])])
    tell('the working', says, rows);
  for (const says of formItems.unfit) tell('the form', says, ['9.3']);
  for (const { title } of tablesUsed) label('a table', title);
  const refill = refillSupport(encounter);
  if (!refill) return;
  if (refill.note) tell('the refill', refill.note, refill.rows);
  label('the refill', refill.inShort);
  for (const { words, because, missing } of refill.procedures) {
    label('the refill', words);
    for (const says of [...because, ...missing]) tell('the refill', says, refill.rows);
  }
}

const groups = Object.keys(groupWords) as GroupCode[];
const readingOf = (
  codes: readonly RemittanceCode[],
  adjustments: RemittanceReading['adjustments'],
): RemittanceReading => ({ problem: null, groups: [], codes, adjustments, unknown: [], notCodes: [] });
/** Amounts as a remittance may have them: none, one that nothing agrees with, and one that may agree with a line. */
const amounts = [null, '1.00', '12.34', '99999.00'];
const readings = [
  ...groups.flatMap((group) =>
    amounts.map((amount) =>
      readingOf(
        remittanceCodes,
        ['45', '253', '2', '50'].map((code) => ({ group, code, amount })),
      ),
    ),
  ),
  readingOf(
    remittanceCodes.filter(({ code }) => code !== 'MA130' && code !== 'N362'),
    [],
  ),
  readingOf(
    remittanceCodes.filter(({ code }) => code !== 'N435' && code !== 'N640'),
    [],
  ),
];

/** What is said of a remittance beside a claim. */
function tellRemittanceOn(claim: PreparedClaim, place: number): void {
  const reading = readings[place % readings.length];
  if (reading) tellAll('a remittance on a claim', saidOnClaim(reading, claim));
  for (const way of ways) tellAll(`after a denial, ${way.id}`, deadlinesOn(way, claim));
}

const moneyToldOrNot = [null, 0, 30_000, 300_000, 9_000_000].map((tenths) =>
  tenths === null ? null : { tenthsOfCent: tenths },
);
/** What is on the half page for the patient: it is held to grade 8 alone. */
const forPatients = new Map<string, Worded>();

/** What is said with the price of a visit. */
function tellPrice(claim: PreparedClaim, place: number): void {
  const quote = {
    encounter: claim.encounter,
    feePerUnit: place % 3 === 0 ? { tenthsOfCent: 181_500 } : null,
    deductibleLeft: moneyToldOrNot[place % moneyToldOrNot.length] ?? null,
    coinsurancePercent: place % 4 === 0 ? 20 : null,
  };
  const { inShort, notIncluded, warnings, forBiller, how, headline, tables, items } = visitPrice(quote, claim);
  for (const { says, rows } of [...inShort, ...notIncluded, ...warnings, ...forBiller, ...how, estimateOnly])
    tell('the price of a visit', says, rows);
  for (const { says } of [...inShort, ...notIncluded, estimateOnly])
    forPatients.set(says, { where: 'for the patient', text: says });
  for (const words of [headline, ...tables.map(({ title }) => title), ...items.map(({ what }) => what)])
    label('the price of a visit', words);
}

variedEncounters(12_000).forEach((encounter, place) => {
  const claim = prepareClaim(encounter, ruleBook);
  tellClaim(claim);
  if (place % 8 === 0) tellRemittanceOn(claim, place / 8);
  tellPrice(claim, place);
});

for (const reading of readings) tellAll('a remittance', saidTogether(reading));
for (const code of remittanceCodes) {
  const { means, kind } = code;
  tell(`code ${code.code}`, means, ['8']);
  if (code.ended) tell(`code ${code.code}`, endedWords(code), ['8 ended']);
  if (kind === 'CARC') tellAll('a remittance', saidTogether(readingOf([code], [])));
  for (const group of groups) {
    const reading = readingOf([code], [{ group, code: code.code, amount: null }]);
    if (kind === 'CARC') tellAll('a group', saidByGroups(reading));
    for (const { slip } of ways)
      for (const says of stepsFor(code, reading, slip)) tell('what to do of a code', says, ['8 steps']);
  }
}
for (const says of Object.values(stepWords)) tell('what to do of a code', says, ['8 steps']);
for (const [group, says] of Object.entries(groupWords)) tell('a group', `${group}: ${says}`, ['8 groups']);
for (const unknown of [['XX1'], ['XX1', '290']]) tell('codes not on file', notOnFile(unknown), ['8 lists']);
for (const says of Object.values(nextWords)) tell('what is next', `${says}.`, ['8 steps']);
for (const way of ways) {
  const { id, title, slip, next, steps, deadlines } = way;
  label(`after a denial, ${id}`, title);
  for (const says of [slip, ...Object.values(next).map((each) => `${each}.`)])
    tell(`after a denial, ${id}`, says, ['8 steps']);
  tellAll(`after a denial, ${id}`, [...steps, ...deadlines, ...letterOf(way)]);
}
for (const { id, title, why, rows, checks, appeal, forPayer } of denialCases) {
  label(`denial ${id}`, title);
  tell(`denial ${id}`, why, rows);
  tellAll(`denial ${id}`, [...checks, ...appeal, ...forPayer]);
}
tellAll('an appeal of units', mueAppealList);

for (const { id, says, doNotConfuse, rows } of referenceEntries) {
  tell(`reference ${id}`, says, rows);
  if (doNotConfuse) tell(`reference ${id}`, `Do not confuse with ${doNotConfuse}`, rows);
}
for (const { label, row } of documentationItems) tell('the record', `${label}.`, [row]);
for (const { row, says } of Object.values(citations)) tell(`row ${row}`, says, [row]);
for (const { hcpcs, named } of compoundCodes) tell(`code ${hcpcs}`, named.says, named.rows);
for (const { title } of tablesOnFile) label('a table', title);

/** Every value that a fact of a refill may have, with the rest as it was. */
const refillFacts: readonly Partial<PumpFill>[] = [
  ...[null, ml(3), ml(50)].flatMap((aspirated) =>
    [null, ml(1), ml(3), ml(6)].flatMap((expectedResidual) =>
      [null, ml(1), ml(5)].map((tolerance) => ({ aspirated, expectedResidual, tolerance })),
    ),
  ),
  ...[null, mcg(1), mcg(400), mcg(9000)].flatMap((dailyDose) =>
    [null, '2026-05-21', '2026-07-30', '2026-08-08', '2026-12-01'].map((date) => ({
      dailyDose,
      programmerAlarmDate: date === null ? null : day(date),
      leadDays: 3,
    })),
  ),
  ...[null, true, false].map((bridgeBolus) => ({ bridgeBolus, concentrationBefore: mcgPerMl(500) })),
  ...[null, 1, 7, 400].flatMap((leadDays) => [1, 180].map((stabilityDays) => ({ leadDays, stabilityDays }))),
  { alarmVolume: ml(20) },
  { lastFill: { on: day('2026-03-01'), volume: ml(20) } },
  { lastFill: { on: day('2025-03-01'), volume: ml(20) } },
];
const approved = { status: 'approved', number: null, unitsApproved: null, unitsUsed: null, askedOn: null } as const;
const days = [null, '2026-05-01', '2026-05-21', '2026-08-18', '2027-12-31'].map((date) =>
  date === null ? null : day(date),
);
const authorizations: readonly PriorAuthorization[] = [
  { status: 'pending' },
  { status: 'denied' },
  ...days.flatMap((firstDay) => days.map((lastDay) => ({ ...approved, firstDay, lastDay }))),
];
for (const facts of refillFacts) {
  const fill: PumpFill = { ...pumpRecord, ...facts };
  const outlook = pumpOutlook(fill, day('2026-05-20'));
  for (const { says, row } of pumpChecks(fill, outlook, day('2026-05-20'), '')) tell('the pump', says, [row]);
  for (const { says, rows } of outlook.how) tell('the pump, worked out', says, rows);
  for (const authorization of authorizations) {
    const days = refillTimeline(outlook, day('2026-05-20'), authorization).authorization;
    if (days) tell('the days authorized', days.says, ['8', '7.6', 'products 3']);
  }
}

const texts = [...told.values()];

describe('every sentence that a biller can read', () => {
  it('is reached: each outcome of each rule', () => {
    const missed = ruleBook.rules.flatMap(({ id, outcomes: declared }) =>
      declared.filter((outcome) => !outcomes.get(id)?.has(outcome)).map((outcome) => `${id}: ${outcome}`),
    );
    expect(missed).toEqual([]);
  });

  it('has a source on file, which says when it was read', () => {
    const unfounded = texts.filter(
      ({ rows }) => rows.length === 0 || rows.some((row) => !Object.hasOwn(citations, row)),
    );
    expect(unfounded).toEqual([]);
    const undated = Object.values(citations).filter(
      ({ confidence, readOn }) => readOn === null && confidence[0] !== 'U',
    );
    expect(undated).toEqual([]);
  });

  it('is whole, short and plain; a label is whole', () => {
    expect(faultsIn(texts)).toEqual([]);
    expect(sentencesIn(texts).length).toBeGreaterThan(1_500);
    const names = [...labels.values()];
    expect([...notWhole(names), ...ofWrongNumber(names)]).toEqual([]);
    expect(Object.values(denials).filter(({ means }) => means.trim() === '')).toEqual([]);
  });

  it('is at grade 8 or below on the half page for the patient', () => {
    const onIt = sentencesIn([...forPatients.values()]);
    expect(onIt.filter(({ grade }) => grade > 8).map(({ text, grade }) => `${grade}: ${text}`)).toEqual([]);
    expect(onIt.length).toBeGreaterThan(30);
  });
});
