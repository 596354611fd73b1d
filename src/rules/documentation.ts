import { needsReview, notApplicable, pass, type Denial } from '../engine/verdict';
import type { Encounter } from '../engine/encounter';
import { isMore, isNone } from '../engine/quantity';
import { rule, type Rule } from '../engine/rule';
import type { RowId } from './citations';
import { cite } from './cite';
import { denials } from './denials';
import { noDrugLine } from './drug-line';
import { isBrainInjury } from './diagnoses';
import { documentationItems, type DocumentationItem, type RecordFacts } from './documentation-items';

function checklistRule(
  id: Rule['id'],
  title: string,
  supports: DocumentationItem['supports'],
  denial: Denial,
  rows: readonly [RowId, ...RowId[]],
): Rule {
  const supporting = documentationItems.filter((item) => item.supports === supports);
  return rule({
    id,
    title,
    rows: cite(...rows),
    outcomes: ['needs-review', 'pass', 'not-applicable'],
    check({ code, encounter }) {
      if (!code) return noDrugLine;
      if (encounter.payer === 'self-pay') return notApplicable('No payer asks for the record of a self-pay service.');
      const { profile, records } = encounter;
      const facts = factsOfDay(encounter);
      const recordItems: string[] = [];
      const missing: DocumentationItem[] = [];
      for (const item of supporting) {
        if (!facts.some(item.calledFor) || (item.onlyUnder && !(profile && item.onlyUnder.includes(profile.id))))
          continue;
        recordItems.push(item.id);
        if (!records.includes(item.id)) missing.push(item);
      }
      const [first, ...others] = missing;
      if (first) return notTicked([first, ...others], recordItems, denial);
      const because = 'Ticked: the record holds all that the texts read ask for.';
      return { outcome: 'pass', because, settledBy: 'record', recordItems };
    },
  });
}

function notTicked(
  missing: readonly [DocumentationItem, ...DocumentationItem[]],
  recordItems: readonly string[],
  denial: Denial,
) {
  const one = missing.length === 1;
  const lead = one
    ? 'The texts read ask the record to show this. It is not ticked yet.'
    : `The texts read ask the record to show these ${missing.length} things. None is ticked yet.`;
  return needsReview(`${lead} ${missing.map(({ label }) => `${label}.`).join(' ')}`, {
    fix: one
      ? 'Find it in the record and tick it. If it is missing, ask the clinician before the claim goes out.'
      : 'Find each one in the record and tick it. If one is missing, ask the clinician before the claim goes out.',
    denial,
    goTo: 'records',
    goToItem: missing[0].id,
    settledBy: 'record',
    recordItems,
  });
}

/** Of each drug of the day: its record is one. */
const factsOfDay = (encounter: Encounter): readonly RecordFacts[] => {
  const { diagnoses, drugBeside } = encounter;
  return [factsOf(encounter), ...(drugBeside ? [factsOf({ ...drugBeside, diagnoses })] : [])];
};

type FactsTold = Pick<Encounter, 'purpose' | 'container' | 'wasted' | 'labeled' | 'given' | 'diagnoses'>;
const factsOf = ({ purpose, container, wasted: mass, labeled, given, diagnoses }: FactsTold): RecordFacts => ({
  purpose,
  container,
  hasWaste: !isNone(mass) || (labeled !== null && isMore(labeled, given)),
  brainInjury: diagnoses.some(isBrainInjury),
});

/**
 * When and how much: date, time and quantity are asked for by Palmetto; no rule read asks for the reason, so none is
 * missed (row 11).
 */
const wasteRecord = rule({
  id: 'records/waste',
  title: 'Record of the waste',
  rows: cite('11'),
  outcomes: ['needs-review', 'pass', 'not-applicable'],
  check({ code, encounter: { wasted: mass, wasteDate, wasteTime, payer } }) {
    if (!code || isNone(mass)) return notApplicable('No waste was entered.');
    if (payer === 'self-pay') return notApplicable('No payer asks for the record of a self-pay service.');
    const missing = [...(wasteDate === null ? ['date'] : []), ...(wasteTime === null ? ['time'] : [])];
    if (missing.length > 0) {
      return needsReview(`Waste was entered without its ${missing.join(' and ')}.`, {
        fix: `Enter the ${missing.join(' and ')} from the record. Palmetto asks for date, time and quantity.`,
        denial: denials.recordsNeeded,
        goTo: wasteDate === null ? 'wasteDate' : 'wasteTime',
      });
    }
    return pass('Date, time and amount of the waste are entered. No rule read asks for its reason.');
  },
});

export const documentationRules: readonly Rule[] = [
  checklistRule('records/need', 'Record of medical need', 'need', denials.medicalNecessity, ['6a', '6b', '11']),
  checklistRule('records/dose', 'Record of the dose', 'dose', denials.recordsNeeded, ['11', '1.11']),
  wasteRecord,
];
