import { csvParse } from 'd3-dsv';
import { describe, expect, it } from 'vitest';
import type { PreparedClaim } from '../engine/prepared-claim';
import { day } from '../engine/dated';
import type { Encounter } from '../engine/encounter';
import { isOpen, prepareClaim } from '../engine/prepare-claim';
import { certainRows } from '../rules/certain.fixture';
import { claimJson } from './claim-json';
import { overriding, prepared, withWaste } from './claims.fixture';
import { cms1500 } from './cms-1500';
import { fhirClaim } from './fhir-claim';
import { reasonsAgainst837I } from './institutional-837';
import { linesCsv } from './lines-csv';
import { parties } from './parties.fixture';
import { claimLoops, professional837 } from './professional-837';
import { ub04 } from './ub-04';
import { firstClaim, reasonsAgainstClaim, unlessRefused, type Reason, type Written } from './written';

/** Everything that a claim is written to. The print onto a form takes what the CMS-1500 wrote. */
const writers: Readonly<Record<string, (claim: PreparedClaim) => Written<unknown>>> = {
  CSV: linesCsv,
  JSON: claimJson,
  FHIR: fhirClaim,
  'CMS-1500': (claim) => cms1500(claim, parties),
  'UB-04': (claim) => ub04(claim, parties),
  '837I': (claim) => unlessRefused(reasonsAgainst837I(claim, firstClaim), () => ''),
  '837P loops': claimLoops,
  '837P file': (claim) =>
    professional837(claim, parties, { date: day('2026-05-20'), time: '0930' }) as Written<unknown>,
};
const refusedBy = (claim: PreparedClaim): Record<string, readonly Reason[]> =>
  Object.fromEntries(
    Object.entries(writers).map(([name, write]) => [
      name,
      ((result) => ('refused' in result ? result.refused : []))(write(claim)),
    ]),
  );
const textOf = (result: Written<string>): string => {
  if ('refused' in result) throw new Error(result.refused[0]?.says);
  return result.written;
};

/** What a format declines for reasons of its own, besides what would come back. */
const ofTheFormat: Readonly<Record<string, RegExp>> = {
  'UB-04': /bills on the CMS-1500|equipment supplier/,
  '837I': /bills on the CMS-1500|equipment supplier|^Enter a diagnosis/,
  CSV: /equipment supplier/,
  FHIR: /equipment supplier/,
  'CMS-1500': /equipment supplier/,
  '837P loops': /equipment supplier|^Enter a diagnosis/,
  '837P file': /equipment supplier|^Enter a diagnosis/,
};
const decision = { who: 'A. Biller; lead', why: '=the plan asked for it; in writing' };

describe.each(certainRows)('%s: %s', (id, _what, change, _says, book) => {
  const encounter: Encounter = { ...withWaste, ...change };
  const claim = prepareClaim(encounter, book);
  const finding = claim.findings.find(({ rule }) => rule.id === id);
  const reason = `The claim would certainly come back. See “${finding?.rule.title}”. ${finding?.verdict.because}`;

  it('is a reason against every format, with the way to the answer', () => {
    for (const [format, refused] of Object.entries(refusedBy(claim)))
      expect(refused, format).toContainEqual({ says: reason, fact: finding?.verdict.goTo });
  });

  it('once overridden it is written to what would take it otherwise, which tells of it', () => {
    const overridden = prepareClaim(overriding(encounter, decision, book), book);
    expect(overridden.status).not.toBe('ready');
    expect(reasonsAgainstClaim(overridden)).toEqual([]);
    for (const [format, refused] of Object.entries(refusedBy(overridden))) {
      expect(
        refused.filter(({ says }) => !ofTheFormat[format]?.test(says)),
        format,
      ).toEqual([]);
    }
    const { findings } = JSON.parse(textOf(claimJson(overridden)));
    expect(findings.find((each: { id: string }) => each.id === id)).toMatchObject({
      certain: true,
      override: { who: decision.who, on: '2026-05-20', why: decision.why },
    });
    if (encounter.setting === 'dme-supplier') return;
    const [line] = csvParse(textOf(linesCsv(overridden)));
    expect(line?.['overrides']?.split(';')).toContain(
      `${finding?.rule.title}: A. Biller, lead, 2026-05-20: =the plan asked for it, in writing`,
    );
    const { supportingInfo } = JSON.parse(textOf(fhirClaim(overridden)));
    expect(supportingInfo.map(({ valueString }: { valueString?: string }) => valueString)).toContain(
      `${finding?.rule.title}: A. Biller; lead, 05/20/2026: =the plan asked for it; in writing`,
    );
  });
});

describe('reasons against a claim', () => {
  it('are every hold and everything that would certainly come back', () => {
    const claim = prepared({
      ...withWaste,
      wasteDate: day('2026-05-19'),
      diagnoses: [],
      chargePerUnit: { tenthsOfCent: 0 },
    });
    expect(claim.status).toBe('on-hold');
    expect(reasonsAgainstClaim(claim).map(({ says, fact }) => `${fact}: ${says.split('.')[0]}`)).toEqual([
      'wasteDate: The claim is on hold',
      'chargePerUnit: The claim would certainly come back',
      'diagnoses: The claim would certainly come back',
    ]);
  });

  it('an override of one leaves the others', () => {
    const both = { ...withWaste, diagnoses: [], chargePerUnit: { tenthsOfCent: 0 } };
    const [first, ...others] = overriding(both, decision).overrides;
    expect(others).toHaveLength(1);
    expect(reasonsAgainstClaim(prepared({ ...both, overrides: first ? [first] : [] }))).toHaveLength(1);
    expect(reasonsAgainstClaim(prepared({ ...both, overrides: others }))).toHaveLength(1);
  });
});

describe('a claim that leaves with something to check says so', () => {
  const claim = prepared(withWaste);
  const open = claim.findings
    .filter((finding) => isOpen(finding) && ['fail', 'needs-review'].includes(finding.verdict.outcome))
    .map(({ rule }) => rule.title);

  it('in the CSV, on every row', () => {
    expect(open.length).toBeGreaterThan(3);
    const rows = csvParse(textOf(linesCsv(claim)));
    expect(rows.map(({ status, to_check, overrides }) => [status, to_check?.split(';'), overrides])).toEqual([
      ['review', open, ''],
      ['review', open, ''],
    ]);
  });

  it('in FHIR, after what was thrown away', () => {
    const { supportingInfo } = JSON.parse(textOf(fhirClaim(claim)));
    expect(supportingInfo.map(({ sequence }: { sequence: number }) => sequence)).toEqual([1, 2]);
    expect(supportingInfo[1].valueString).toBe(`Status: review; to check: ${open.join('; ')}`);
  });

  it('what is ticked off is no longer told', () => {
    const ready = prepared({ ...withWaste, checked: claim.findings.map(({ checkKey }) => checkKey) });
    const ticked = ready.findings.filter(({ checkedByBiller }) => checkedByBiller).map(({ rule }) => rule.title);
    const [row] = csvParse(textOf(linesCsv(ready)));
    expect(ticked.length).toBeGreaterThan(3);
    expect(row?.['to_check']?.split(';')).toEqual(open.filter((title) => !ticked.includes(title)));
  });
});
