import { formatDate } from '../engine/dated';
import { fail, needsReview, notApplicable, rule, type Rule } from '../engine/rule';
import { cite } from './cite';
import { denials } from './denials';
import { compact, g35Ended, icdReadThrough, isListed } from './diagnoses';

const symptomCodes = ['M62838', 'R252'];
const notSpastic = ['G803', 'G804'];
/** Headings of multiple sclerosis that need one more character (row 6c MS). */
const headings = ['G35', 'G35B', 'G35C'];
/** Codes that tell why the patient came or what became of the device, not why the patient is spastic. */
const isEncounterCode = (code: string) => code.startsWith('Z') || code.startsWith('T85');

/** What is known about the diagnosis codes on the claim: section 6c. No payer's list was read, so a code is never called covered. */
const diagnosisRule = rule({
  id: 'coverage/diagnosis',
  title: 'Diagnosis',
  rows: cite('6c', '6c list', '6c MS', '6c symptoms', '6c encounter'),
  outcomes: ['fail', 'needs-review', 'not-applicable'],
  check({ code, encounter: { diagnoses, dateOfService, payer } }) {
    if (!code) return notApplicable('There is no drug line.');
    if (payer === 'self-pay') return notApplicable('No payer looks at the diagnosis of a self-pay service.');
    if (diagnoses.length === 0) {
      return needsReview('No diagnosis code was entered for item 21.', {
        fix: 'Enter the code for the spasticity and its cause.',
        denial: denials.diagnosis,
        goTo: 'diagnoses',
      });
    }
    const codes = diagnoses.map(compact);
    if (dateOfService >= g35Ended && codes.some((each) => headings.includes(each))) {
      return fail(`G35, G35.B and G35.C are headings that cannot be billed since ${formatDate(g35Ended)}.`, {
        fix: 'Use G35.A, G35.B0 to B2, G35.C0 to C2 or G35.D, as the record says.',
        denial: denials.diagnosis,
        goTo: 'diagnoses',
      });
    }
    if (dateOfService < g35Ended && codes.some((each) => /^G35./.test(each))) {
      return fail(`The codes below G35 began on ${formatDate(g35Ended)}, after the date of service.`, {
        fix: 'Use G35 for this date of service.',
        denial: denials.diagnosis,
        goTo: 'diagnoses',
      });
    }
    const causes = codes.filter((each) => !isEncounterCode(each) && !symptomCodes.includes(each));
    if (causes.length === 0) {
      return needsReview(`${diagnoses.join(' and ')} names no cause, only a symptom or the reason for the visit; no source accepts that as the only support.`, {
        fix: 'Add the code of the cause, as the record says.',
        denial: denials.medicalNecessity,
        goTo: 'diagnoses',
      });
    }
    const newer = dateOfService > icdReadThrough ? ` The code changes after ${formatDate(icdReadThrough)} were not read.` : '';
    const strangers = diagnoses.filter((each) => !isListed(each) && !isEncounterCode(each));
    const strange = strangers.length > 0 ? ` ${strangers.join(' and ')} is on none of the lists of causes that this page has.` : '';
    return needsReview(`No payer’s list of diagnosis codes for baclofen could be read, so ${diagnoses.join(', ')} ${diagnoses.length === 1 ? 'is' : 'are'} not checked against one.${strange}${newer}`, {
      fix: 'Check that the code is in force on the date of service and on the payer’s list.',
      denial: denials.medicalNecessity,
      billerMayCheck: true,
    });
  },
});

const palsyRule = rule({
  id: 'coverage/palsy',
  title: 'Kind of cerebral palsy',
  rows: cite('6c palsy', '6a'),
  outcomes: ['needs-review', 'not-applicable'],
  check({ code, encounter: { diagnoses, payer } }) {
    const told = diagnoses.filter((each) => notSpastic.includes(compact(each)));
    if (!code || told.length === 0) return notApplicable('No kind of cerebral palsy that is not spastic was entered.');
    if (payer === 'self-pay') return notApplicable('No payer looks at the diagnosis of a self-pay service.');
    return needsReview(`${told.join(' and ')} is a kind of cerebral palsy that is not spastic, and the drug is covered for spasticity.`, {
      fix: 'Check the code against the record: the spastic kinds are G80.0, G80.1 and G80.2.',
      denial: denials.medicalNecessity,
      goTo: 'diagnoses',
      billerMayCheck: true,
    });
  },
});

export const coverageRules: readonly Rule[] = [diagnosisRule, palsyRule];
