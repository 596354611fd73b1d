import { day, formatDate } from '../engine/dated';
import { fail, needsReview, notApplicable, type Rule } from '../engine/rule';
import { cite } from './citations';
import { denials } from './denials';

/** The day on which G35 became a heading (row 6c MS), and the last day of the newest ICD-10-CM year read about (row 6c). */
const g35Ended = day('2025-10-01');
const icdReadThrough = day('2026-09-30');

const symptomCodes = ['M62838', 'R252'];
const notSpastic = ['G803', 'G804'];
const compact = (code: string) => code.replace('.', '');

/** What is known about the diagnosis codes on the claim: section 6c. No payer's list was read, so a code is never called covered. */
const diagnosisRule: Rule = {
  id: 'coverage/diagnosis',
  title: 'Diagnosis',
  citations: cite('6c', '6c MS', '6c symptoms', '6c palsy'),
  check({ code, encounter: { diagnoses, dateOfService, payer } }) {
    if (!code || payer === 'self-pay') return notApplicable('No payer looks at the diagnosis.');
    if (diagnoses.length === 0) {
      return needsReview('No diagnosis code was entered for item 21.', {
        fix: 'Enter the code for the spasticity and its cause.',
        denial: denials.diagnosis,
        goTo: 'diagnoses',
      });
    }
    const codes = diagnoses.map(compact);
    if (codes.includes('G35') && dateOfService >= g35Ended) {
      return fail(`G35 is a heading that cannot be billed since ${formatDate(g35Ended)}.`, {
        fix: 'Use G35.A, G35.B0 to B2, G35.C0 to C2 or G35.D, as the record says.',
        denial: denials.diagnosis,
        goTo: 'diagnoses',
      });
    }
    if (codes.every((each) => symptomCodes.includes(each))) {
      return needsReview(`${diagnoses.join(' and ')} only names a symptom; no source accepts that as the only support.`, {
        fix: 'Add the code of the cause, as the record says.',
        denial: denials.medicalNecessity,
        goTo: 'diagnoses',
      });
    }
    if (codes.some((each) => notSpastic.includes(each))) {
      return needsReview('G80.3 and G80.4 are kinds of cerebral palsy that are not spastic.', {
        fix: 'Check the code against the record.',
        denial: denials.medicalNecessity,
        goTo: 'diagnoses',
        billerMayCheck: true,
      });
    }
    const newer = dateOfService > icdReadThrough ? ` The code changes after ${formatDate(icdReadThrough)} were not read.` : '';
    return needsReview(`No payer’s list of diagnosis codes for baclofen could be read, so ${diagnoses.join(', ')} is not checked against one.${newer}`, {
      fix: 'Check that the code is in force on the date of service and on the payer’s list.',
      denial: denials.medicalNecessity,
      billerMayCheck: true,
    });
  },
};

export const coverageRules: readonly Rule[] = [diagnosisRule];
