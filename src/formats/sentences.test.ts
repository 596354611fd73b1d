import { expect, it } from 'vitest';
import type { PreparedClaim } from '../engine/prepared-claim';
import { faultsIn, sentencesIn, type Worded } from '../rules/plain-words.fixture';
import { variedEncounters } from '../rules/sentences.fixture';
import { claimJson } from './claim-json';
import { ofCompound, ofManyLines, overriding, prepared, withWaste } from './claims.fixture';
import { cms1500, cms1500InShort } from './cms-1500';
import { fhirClaim } from './fhir-claim';
import { linesCsv } from './lines-csv';
import { reasonsAgainstParties } from './parties';
import { partyFields } from './party-specs';
import { parties } from './parties.fixture';
import { spreadOf } from './spread-answers';
import { claimLoops } from './professional-837';
import { ub04, ub04InShort } from './ub-04';
import type { Resubmission } from '../engine/claim';
import type { Written } from './written';

const told = new Map<string, Worded>();
const tell = (where: string, texts: readonly string[]): void => {
  for (const text of texts) told.set(`${where}|${text}`, { where, text });
};

/** They name fields of the 837, whose words are X12’s own. */
const ofParties = 'parties';
const resubmissions: readonly Resubmission[] = [
  { code: '1' },
  { code: '7', original: '' },
  { code: '8', original: '~'.repeat(60) },
];

function tellWritten(where: string, written: Written<unknown>): void {
  if ('refused' in written)
    tell(
      where,
      written.refused.map(({ says }) => says),
    );
}

function tellFormats(claim: PreparedClaim): void {
  for (const resubmission of resubmissions) {
    const paper = cms1500(claim, parties, resubmission);
    tellWritten('CMS-1500', paper);
    if ('written' in paper) {
      tell('CMS-1500, notes', paper.written.notes);
      const ofItems = paper.written.against.filter((reason) => !('field' in reason));
      tell(
        'CMS-1500, print',
        ofItems.map(({ says }) => says),
      );
    }
    for (const write of [claimLoops, fhirClaim, linesCsv, claimJson])
      tellWritten(write.name, write(claim, resubmission));
  }
  const hospital = ub04(claim, parties);
  tellWritten('UB-04', hospital);
  if ('written' in hospital) tell('UB-04, notes', hospital.written.notes);
  tell('on paper', [...cms1500InShort(claim).notes, ...ub04InShort(claim).notes]);
}

/** Claims that the varied ones seldom make: many lines, wide items, foreign characters, several NDCs of a line. */
const seldom = [
  ...[1, 7, 23, 60].map(ofManyLines),
  { ...ofManyLines(3), linePerNdc: false },
  { ...ofManyLines(7), setting: 'hospital-outpatient' as const },
  { ...ofManyLines(24), setting: 'hospital-outpatient' as const },
  { ...withWaste, setting: 'critical-access-hospital' as const },
  { ...withWaste, setting: 'rhc' as const, payer: 'medicaid' as const },
  { ...withWaste, setting: 'other' as const },
  { ...withWaste, strength: null, opened: [] },
  { ...withWaste, diagnoses: [], chargePerUnit: null },
  { ...withWaste, payer: 'self-pay' as const },
  { ...withWaste, chargePerUnit: { tenthsOfCent: 999_999_990 } },
  {
    ...withWaste,
    priorAuthorization: {
      ...withWaste.priorAuthorization,
      number: `${'A'.repeat(55)}~`,
    } as typeof withWaste.priorAuthorization,
  },
  ofCompound,
  { ...ofCompound, setting: 'hospital-outpatient' as const },
  { ...ofCompound, otherDrugs: 'hydromorphone 10 mg/mL and bupivacaine 5 mg/mL and clonidine 100 mcg/mL, ~' },
];

for (const encounter of [...variedEncounters(1_500), ...seldom]) {
  tellFormats(prepared(encounter));
  tellFormats(prepared(overriding(encounter, { who: 'AB', why: 'payer said so' })));
}

const whole = prepared(withWaste);
const values = ['', ' ', 'é', '-', '1', 'x'.repeat(200), 'x'.repeat(5_000), '99/99/9999', '12/31/2026', '1234567890'];
for (const value of values) {
  for (const field of partyFields) {
    const refused = reasonsAgainstParties({ ...parties, [field]: value, sex: '' }, whole);
    tell(
      ofParties,
      refused.map(({ says }) => (says.endsWith('.') ? says : `${says}.`)),
    );
  }
}

const wholes = ['Doe, Jane M', 'Doe, Mary Ann', 'Roe, Ann, MD', 'Doe, "J"', 'Jane Doe', 'Doe, Jane ⏎ 701-555-0100'];
for (const text of [...wholes, '1 A St, Fargo, ND 58102', '1 A St Fargo ND 58102', '1 A St, Fargo 58102'])
  for (const field of ['patientLast', 'patientStreet'] as const) {
    const spread = spreadOf(field, { ...parties, [field]: text }, (to) => to !== 'patientMiddle');
    if (spread !== null) tell('a whole name or address', ['left' in spread ? spread.left : spread.says]);
  }

const texts = [...told.values()];

it('every sentence that a form or a file says is whole, short and plain', () => {
  expect(faultsIn(texts, (where) => where === ofParties)).toEqual([]);
  expect(sentencesIn(texts).length).toBeGreaterThan(100);
});
