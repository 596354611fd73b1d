import fc from 'fast-check';
import { expect, it } from 'vitest';
import { day, daysAfter, type IsoDate } from '../engine/dated';
import { payers } from '../engine/payer-profile';
import { prepareClaim } from '../engine/prepare-claim';
import type { PreparedClaim } from '../engine/prepared-claim';
import { noTables } from '../engine/published-tables';
import { mcg, mg, sumOfMasses, unitsOf } from '../engine/quantity';
import { fill, pumpFill, trial } from '../rules/encounter.fixture';
import { ruleBook } from '../rules/index';
import { namedProfiles } from '../rules/payers';
import { auditOf, type FinishedAudit } from './audit';
import { dueReader } from './audit-due';
import { wholeRisk } from './audit-money';
import { today } from './audit.fixture';

const days = fc
  .integer({ min: 0, max: 1_600 })
  .map((after) => daysAfter(day('2022-06-01'), after) ?? day('2022-06-01'));
const settings = ['office', 'hospital-outpatient', 'asc', 'critical-access-hospital', 'independent-clinic'] as const;

/** Claims whose facts are told whole, of any payer that is known and of those that are not. */
const claims: fc.Arbitrary<PreparedClaim> = fc
  .record({
    given: fc.integer({ min: 1, max: 1_200 }),
    wasted: fc.integer({ min: 0, max: 400 }),
    rest: fc.constantFrom(0, 0, 0, 50),
    isTrial: fc.boolean(),
    setting: fc.constantFrom(...settings),
    payer: fc.constantFrom(...payers),
    profile: fc.constantFrom(null, null, ...namedProfiles),
    on: days,
    bought340b: fc.boolean(),
  })
  .map(({ given, wasted, rest, isTrial, setting, payer, profile, on, bought340b }) => {
    // Tenths of a milligram, and tenths of a trial’s microgram.
    const amount = (tenths: number) => (isTrial ? { ng: mcg(tenths).ng / 10 } : { ng: mg(tenths).ng / 10 });
    const labeled = sumOfMasses([given, wasted, rest].map(amount));
    const encounter = {
      ...(isTrial ? trial : pumpFill),
      ...fill(amount(given), amount(wasted), labeled),
      ...(isTrial ? { purpose: trial.purpose, route: trial.route } : {}),
      preparedOn: today,
      dateOfService: on as IsoDate,
      setting,
      payer: profile?.payer ?? payer,
      profile,
      bought340b,
    };
    return prepareClaim(encounter, ruleBook);
  });

/** An audit of one claim that was billed as these lines. */
const auditOfLines = (claim: PreparedClaim, moreUnits: number): FinishedAudit =>
  auditOf(
    claim.lines.map(({ hcpcs, modifiers, unitsOfService }, place) => ({
      line: place + 2,
      billed: {
        line: place + 2,
        patient: 'PT-1',
        claimNumber: 'C-1',
        day: claim.encounter.dateOfService,
        code: hcpcs,
        units: unitsOf(unitsOfService.units + (place === 0 ? moreUnits : 0)),
        modifiers,
        ndc: null,
        charge: null,
        paid: null,
        isReversal: false,
        original: '',
        replaces: false,
        biller: '',
      },
      due: dueReader()(claim),
      problem: null,
    })),
    { tables: noTables, today },
  );

it('what was billed as the worksheet makes it is never found wrong', () => {
  fc.assert(
    fc.property(claims, (claim) => {
      const { findings } = auditOfLines(claim, 0);
      expect(findings.map(({ cause }) => cause).filter((cause) => cause !== 'over-limit')).toEqual([]);
    }),
    { numRuns: 2_000 },
  );
});

it('a unit more is found, and worth one unit, wherever nothing is open', () => {
  let decided = 0;
  fc.assert(
    fc.property(claims, (claim) => {
      const { findings, forPersons } = auditOfLines(claim, 1);
      const isOpen = forPersons.some(({ questions }) =>
        questions.some(({ kind }) => kind !== 'plan-rule' && kind !== 'limit-not-read'),
      );
      const [first] = findings.filter(({ risk }) => !risk || risk.toReturn.tenthsOfCent > 0);
      if (isOpen || claim.lines.length === 0) return;
      // Where the plan’s rule on waste is not known, a unit may be its waste.
      const isWaste =
        forPersons.length > 0 && (claim.amounts?.discardedUnits.units ?? 0) > 0 && claim.lines.length === 1;
      if (isWaste) return;
      decided += 1;
      expect(first?.cause).toMatch(/^(?:over-containers|units-over|waste-twice)$/);
      const price = dueReader()(claim).price?.perUnit.tenthsOfCent;
      const worth = price === undefined ? null : Math.floor((price + 5) / 10) * 10;
      expect(first?.risk ? wholeRisk(first.risk).tenthsOfCent : null).toBe(worth);
    }),
    { numRuns: 2_000 },
  );
  expect(decided).toBeGreaterThan(700);
});
