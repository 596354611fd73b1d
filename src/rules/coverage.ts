import { fail, needsReview, notApplicable, pass } from '../engine/verdict';
import { formatDate, type IsoDate } from '../engine/dated';
import type { Setting } from '../engine/encounter';
import { rule, type Rule } from '../engine/rule';
import { inWords } from '../engine/typed';
import { cite } from './cite';
import { denials } from './denials';
import { noDrugLine } from './drug-line';
import {
  endOfCode,
  g35Ended,
  icdReadThrough,
  isCause,
  isEncounterCode,
  isHeading,
  isLateEffect,
  isListed,
  isNotSpastic,
  isParalysis,
  isSymptom,
} from './diagnoses';
import { formOf, onForm } from './setting-form';

const ofSelfPay = 'A self-pay service goes to no payer, so no payer looks at its diagnosis.';

/**
 * What is known about the diagnosis codes on the claim: section 6c. No payer's list was read, so a code is never called
 * covered.
 */
const diagnosisRule = rule({
  id: 'coverage/diagnosis',
  title: 'Diagnosis',
  rows: cite('6c', '6c list', '6c 2027', '6c headings', '6c MS', '6c symptoms', '6c encounter', 'form line'),
  outcomes: ['fail', 'needs-review', 'not-applicable'],
  check({ code, services, encounter: { diagnoses, dateOfService, payer, setting } }) {
    if (!code && services.lines.length === 0) return noDrugLine;
    if (payer === 'self-pay') return notApplicable(ofSelfPay);
    if (diagnoses.length === 0) {
      const entered = `No diagnosis code was entered for ${onForm(setting, 'item 21', 'FL 67')}`;
      const because =
        formOf(setting) === 'professional' ? `${entered}, and every line must point to one.` : `${entered}.`;
      return invalid(because, 'Enter the code of the cause of the spasticity, as the record says.');
    }
    const refused = invalidAmong(diagnoses, dateOfService);
    if (refused) return refused;
    if (diagnoses.every((each) => isEncounterCode(each) || isSymptom(each))) {
      return needsReview(
        `${inWords(diagnoses)} ${diagnoses.length === 1 ? 'names' : 'name'} no cause: ` +
          'only a symptom, the visit, or trouble with the device. No source takes that as the only support.',
        { fix: 'Add the code of the cause, as the record says.', denial: denials.medicalNecessity, goTo: 'diagnoses' },
      );
    }
    return onNoList(diagnoses, dateOfService, setting);
  },
});

const nameIs = (codes: readonly string[]) => `${inWords(codes)} ${codes.length === 1 ? 'is' : 'are'}`;

/** What is left to check by hand: no payer's list could be read. */
function onNoList(diagnoses: readonly string[], dateOfService: IsoDate, setting: Setting) {
  const points = formOf(setting) === 'professional' ? 'No line points to a' : 'The claim names no';
  const noCause = diagnoses.some((each) => isCause(each, dateOfService))
    ? ''
    : ` ${points} cause of spasticity on this page’s list.`;
  const strangers = diagnoses.filter((each) => !isListed(each) && !isEncounterCode(each));
  const strange =
    strangers.length > 0 ? ` ${nameIs(strangers)} on none of the lists of causes that this page has.` : '';
  const newer =
    dateOfService > icdReadThrough ? ` The code changes after ${formatDate(icdReadThrough)} were not read.` : '';
  return needsReview(
    'No payer’s list of diagnosis codes for baclofen could be read. ' +
      `So ${nameIs(diagnoses)} not checked against one.${strange}${noCause}${newer}`,
    {
      fix:
        `${noCause ? 'Add the code of the cause, if the record names one. ' : ''}Check that the code is in force ` +
        'on the date of service and on the payer’s list.',
      denial: denials.medicalNecessity,
      billerMayCheck: true,
      ...(noCause ? { goTo: 'diagnoses' } : { settledBy: 'payer' }),
    },
  );
}

const invalid = (because: string, fix: string) =>
  fail(because, { fix, denial: denials.diagnosis, goTo: 'diagnoses', certain: true });

/** Codes that are headings, or that had not begun on the day of service. */
function invalidAmong(diagnoses: readonly string[], dateOfService: IsoDate) {
  const headings = diagnoses.filter((each) => isHeading(each, dateOfService));
  const early = dateOfService < g35Ended ? diagnoses.filter((each) => /^G35./.test(each)) : [];
  const told = [
    ...(headings.length > 0
      ? [
          `${inWords(headings)} ${headings.length === 1 ? 'is a heading' : 'are headings'}: ` +
            `only ${headings.length === 1 ? 'its' : 'their'} longer codes can be billed.`,
        ]
      : []),
    ...(early.length > 0 ? [`${inWords(early)} began on ${formatDate(g35Ended)}, after the date of service.`] : []),
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
    const told = diagnoses.filter(isNotSpastic);
    if (!code || told.length === 0) return notApplicable('No kind of cerebral palsy that is not spastic was entered.');
    if (payer === 'self-pay') return notApplicable(ofSelfPay);
    return needsReview(
      `${inWords(told)} ${told.length === 1 ? 'is a kind' : 'are kinds'} of cerebral palsy that ` +
        `${told.length === 1 ? 'is' : 'are'} not spastic. The drug is covered for spasticity.`,
      {
        fix: 'Check the code against the record: the spastic kinds are G80.0, G80.1 and G80.2.',
        denial: denials.medicalNecessity,
        goTo: 'diagnoses',
        billerMayCheck: true,
      },
    );
  },
});

/** An injury of the past takes two codes: what it left, then the injury with its S (row 6c late effect). */
const lateEffectRule = rule({
  id: 'coverage/late-effect',
  title: 'Late effect of an injury',
  rows: cite('6c late effect', '6c list'),
  outcomes: ['needs-review', 'pass', 'not-applicable'],
  check({ code, encounter: { diagnoses, dateOfService, payer, setting } }) {
    const injuries = diagnoses.filter(isLateEffect);
    const [injury] = injuries;
    if (!code || !injury) return notApplicable('No late effect of an injury was entered.');
    if (payer === 'self-pay') return notApplicable(ofSelfPay);
    const left = diagnoses.find((each) => isParalysis(each) && isCause(each, dateOfService));
    const asks = { denial: denials.diagnosis, goTo: 'diagnoses', billerMayCheck: true } as const;
    if (!left) {
      return needsReview(
        `${inWords(injuries)} ${injuries.length === 1 ? 'tells' : 'tell'} of a past injury. ` +
          'No code of a paralysis (G81 or G82) stands with it, and what an injury left goes first.',
        {
          fix: 'Enter the code of what the injury left before it, as the record says. Confirm the order with a coder.',
          ...asks,
        },
      );
    }
    if (diagnoses.indexOf(left) > diagnoses.indexOf(injury)) {
      return needsReview(
        `${injury} stands before ${left} in ${onForm(setting, 'item 21', 'FL 67')}. ` +
          'What an injury left goes before the injury.',
        {
          fix: `Enter ${left} before ${injury}. Confirm the order with a coder.`,
          ...asks,
        },
      );
    }
    return pass(`${left} stands before ${injury}, the injury that may have left it.`);
  },
});

/** Codes that are known to have ended, by pages that agree and not by the code list itself (row 6c ended). */
const endedRule = rule({
  id: 'coverage/ended-code',
  title: 'Diagnosis code that has ended',
  rows: cite('6c ended', '6c headings'),
  outcomes: ['needs-review', 'not-applicable'],
  check({ code, encounter: { diagnoses, dateOfService, payer } }) {
    const entered = diagnoses.find((each) => dateOfService > (endOfCode(each)?.lastDay ?? dateOfService));
    const end = entered && endOfCode(entered);
    if (!code || !end) return notApplicable('No code that is known to have ended was entered.');
    if (payer === 'self-pay') return notApplicable(ofSelfPay);
    return needsReview(
      `Coding pages say that ${entered} ended on ${formatDate(end.lastDay)}. ` +
        `They name ${inWords(end.instead)} in its place.`,
      {
        fix: 'Confirm it in the code list of the date of service. Then enter the code that the record supports.',
        denial: denials.diagnosis,
        goTo: 'diagnoses',
        billerMayCheck: true,
      },
    );
  },
});

export const coverageRules: readonly Rule[] = [diagnosisRule, palsyRule, lateEffectRule, endedRule];
