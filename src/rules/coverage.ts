import { formatDate, type IsoDate } from '../engine/dated';
import { fail, needsReview, notApplicable, rule, type Rule } from '../engine/rule';
import { cite } from './cite';
import { denials } from './denials';
import { compact, g35Ended, icdReadThrough, isHeading, isListed } from './diagnoses';

const symptomCodes = ['M62838', 'R252'];
const notSpastic = ['G803', 'G804'];
/** Codes that tell why the patient came or what became of the device, not why the patient is spastic. */
const isEncounterCode = (code: string) => code.startsWith('Z') || code.startsWith('T85');

/** What is known about the diagnosis codes on the claim: section 6c. No payer's list was read, so a code is never called covered. */
const diagnosisRule = rule({
  id: 'coverage/diagnosis',
  title: 'Diagnosis',
  rows: cite('6c', '6c list', '6c headings', '6c MS', '6c symptoms', '6c encounter', 'form line'),
  outcomes: ['fail', 'needs-review', 'not-applicable'],
  check({ code, encounter: { diagnoses, dateOfService, payer } }) {
    if (!code) return notApplicable('There is no drug line.');
    if (payer === 'self-pay') return notApplicable('No payer looks at the diagnosis of a self-pay service.');
    if (diagnoses.length === 0) {
      return invalid('No diagnosis code was entered for item 21, and every line points to one.', 'Enter the code for the spasticity and its cause.');
    }
    const refused = invalidAmong(diagnoses, dateOfService);
    if (refused) return refused;
    const codes = diagnoses.map(compact);
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

const invalid = (because: string, fix: string) => fail(because, { fix, denial: denials.diagnosis, goTo: 'diagnoses', certain: true });

/** Codes that are headings, or that had not begun on the day of service. */
function invalidAmong(diagnoses: readonly string[], dateOfService: IsoDate) {
  const headings = diagnoses.filter((each) => isHeading(each, dateOfService));
  const early = dateOfService < g35Ended ? diagnoses.filter((each) => /^G35./.test(each)) : [];
  const told = [
    ...(headings.length > 0 ? [`${headings.join(' and ')} ${headings.length === 1 ? 'is a heading' : 'are headings'}: only the longer codes below can be billed.`] : []),
    ...(early.length > 0 ? [`${early.join(' and ')} began on ${formatDate(g35Ended)}, after the date of service.`] : []),
  ];
  if (told.length === 0) return null;
  const ofSclerosis = headings.some((each) => each.startsWith('G35'));
  const fixes = [
    ...(ofSclerosis ? ['For multiple sclerosis use G35.A, G35.B0 to B2, G35.C0 to C2 or G35.D.'] : []),
    ...(headings.length > 0 ? ['Enter each code to its last character, as the record says.'] : []),
    ...(early.length > 0 ? ['Use G35 for this date of service.'] : []),
  ];
  return invalid(told.join(' '), fixes.join(' '));
}

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
