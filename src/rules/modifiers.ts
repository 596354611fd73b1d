import { type HcpcsCode, type RuleBook, type SeparatePayment, type ServiceLine } from '../engine/claim';
import { day, formatDate, type IsoDate } from '../engine/dated';
import type { Encounter, FactName, HabitModifier, Notice, Payer } from '../engine/encounter';
import { fail, needsReview, notApplicable, pass, rule, type Rule, type Step } from '../engine/rule';
import type { RowId } from './citations';
import { cite } from './cite';
import { denials } from './denials';
import { profileOf } from './payers';

/** KD belongs to a pump fill, with the marketed drug or a compound; not to the trial dose (rows 4 KD and 1.9). */
const kdFits = ({ purpose, route, payer }: Encounter, { hcpcs, hcpcsDosage }: HcpcsCode): boolean =>
  payer !== 'self-pay' && (hcpcs === 'J0475' || hcpcsDosage === null) && purpose === 'pump-fill' && route === 'intrathecal-pump';
const wantsKd = (encounter: Encounter): boolean => encounter.kd || profileOf(encounter).kd === true;

/** TB, JG, PO, PN, QJ and the notices are Medicare's own (section 4); a notice is of original Medicare. */
const isMedicare = (payer: Payer): boolean => payer === 'medicare-part-b' || payer === 'medicare-advantage';
const is340b = ({ bought340b, payer }: Encounter, payment: SeparatePayment): boolean => bought340b && isMedicare(payer) && payment.separate;
const isCustody = ({ custody, payer }: Encounter): boolean => custody === 'met' && isMedicare(payer);
const noticesOf = ({ notice, payer }: Encounter): readonly string[] => (notice === 'none' || payer !== 'medicare-part-b' ? [] : notice.split(' '));

/** Row 4 order: those that decide the price first; a payer's profile may want another order. */
const usualOrder = ['KD', 'JW', 'JZ', 'JG', 'TB', 'PO', 'PN', 'QJ', 'GA', 'GX', 'GY', 'GZ'];
/** Row 4 order. */
const modifiersOnALine = 4;

/** The days on which the 340B modifiers changed: rows 4 TB, 4 JG and 4 340B. */
const from340b = day('2018-01-01');
const notExceptedUnknownFrom = day('2019-01-01');
const voluntaryFrom = day('2023-01-01');
const allEntitiesReport = day('2024-01-01');
const tbAlone = day('2025-01-01');

/** How a drug bought under 340B is reported to Medicare, and what is left to ask. */
type Report340b = { readonly modifier: 'JG' | 'TB' | null; readonly because: string; readonly ask?: { readonly fix: string; readonly goTo: FactName } };

function report340b(encounter: Encounter): Report340b {
  const { dateOfService, setting } = encounter;
  const both = 'JG and TB, which tell of a 340B drug,';
  if (dateOfService < from340b) return { modifier: null, because: `${both} begin on ${formatDate(from340b)}, so neither is put on.` };
  if (dateOfService >= tbAlone) return { modifier: 'TB', because: 'TB is on the line, beside JW or JZ where one stands there.' };
  if (setting === 'hospital-outpatient') return hospitalReport(encounter);
  if (dateOfService < allEntitiesReport) {
    const voluntary = dateOfService >= voluntaryFrom ? '; in 2023 it was voluntary' : '';
    return { modifier: null, because: `${both} were required of hospitals paid under the outpatient system alone before ${formatDate(allEntitiesReport)}${voluntary}. Neither is put on.` };
  }
  if (setting === 'critical-access-hospital') return { modifier: 'TB', because: 'TB is on the line: in 2024 critical access hospitals reported it.' };
  return {
    modifier: 'JG',
    because: 'JG is on the line: in 2024 those that are no hospital reported it.',
    ask: { fix: 'Check who bought the drug. A critical access, rural sole community, children’s or cancer hospital reported TB.', goTo: 'bought340b' },
  };
}

/** A department that is not excepted reported TB in 2018 and 2024, whatever its hospital; from 2019 to 2023 what it did was not found. */
const isTbDepartment = ({ offCampus, dateOfService }: Pick<Encounter, 'offCampus' | 'dateOfService'>): boolean =>
  offCampus === 'non-excepted' && (dateOfService < notExceptedUnknownFrom || dateOfService >= allEntitiesReport);

function hospitalReport(encounter: Encounter): Report340b {
  if (isTbDepartment(encounter)) return { modifier: 'TB', because: 'TB is on the line: a department that is not excepted reported it on this date, whatever its hospital.' };
  const { hospital340b, offCampus } = encounter;
  if (hospital340b === null) {
    return {
      modifier: null,
      because: `Before ${formatDate(tbAlone)} the kind of hospital decides between JG and TB. It is not told, so neither is put on.`,
      ask: { fix: 'Say which kind of 340B hospital it is.', goTo: 'hospital340b' },
    };
  }
  const modifier = hospital340b === 'jg' ? 'JG' : 'TB';
  const because = `${modifier} is on the line, as this kind of hospital reported before ${formatDate(tbAlone)}.`;
  if (offCampus !== 'non-excepted' || modifier === 'TB') return { modifier, because };
  return { modifier, because: `${because} What a department that is not excepted reported from 2019 to 2023 was not found.`, ask: { fix: 'Check what the hospital reported then.', goTo: 'hospital340b' } };
}

/** Whether the kind of hospital decides between JG and TB, so that it is asked for. */
export const kindOf340bDecides = (facts: Pick<Encounter, 'bought340b' | 'payer' | 'setting' | 'offCampus' | 'dateOfService'>): boolean =>
  facts.bought340b && isMedicare(facts.payer) && facts.setting === 'hospital-outpatient' && facts.dateOfService >= from340b && facts.dateOfService < tbAlone && !isTbDepartment(facts);

/** The modifiers of departments off campus, and their first days: rows 4 PO and 4 PN. */
const offCampusModifiers = {
  excepted: { modifier: 'PO', from: day('2016-01-01'), says: 'PO reports a department off campus that is excepted.', row: '4 PO', before: 'In 2015 it was voluntary.' },
  'non-excepted': { modifier: 'PN', from: day('2017-01-01'), says: 'PN reports a department off campus that is not excepted.', row: '4 PN', before: 'In 2016 every department off campus reported PO.' },
} as const;

function offCampusOn({ offCampus, setting, payer, dateOfService }: Encounter): (typeof offCampusModifiers)[keyof typeof offCampusModifiers] | null {
  if (offCampus === 'no' || setting !== 'hospital-outpatient' || !isMedicare(payer)) return null;
  const told = offCampusModifiers[offCampus];
  return dateOfService >= told.from ? told : null;
}

function beside(encounter: Encounter, code: HcpcsCode, payment: SeparatePayment): readonly (Step & { readonly modifier: string })[] {
  const { profile, kd } = encounter;
  const reported = is340b(encounter, payment) ? report340b(encounter).modifier : null;
  const department = offCampusOn(encounter);
  return [
    ...(wantsKd(encounter) && kdFits(encounter, code)
      ? [{ modifier: 'KD', says: kd ? 'KD was switched on for this contractor.' : `KD is on the line because the profile ${profile?.name} wants it.`, rows: ['4 KD'] }]
      : []),
    ...(reported ? [{ modifier: reported, says: `${reported} reports that the drug was bought under the 340B program.`, rows: [`4 ${reported}`] }] : []),
    ...(department ? [{ modifier: department.modifier, says: department.says, rows: [department.row] }] : []),
    ...(isCustody(encounter) ? [{ modifier: 'QJ', says: 'QJ reports that the patient is in custody and 42 CFR 411.4(b) is met.', rows: ['4 QJ'] }] : []),
    ...noticesOf(encounter).map((modifier) => ({ modifier, says: `${modifier} reports what the patient was told about coverage.`, rows: ['4 ABN'] })),
  ];
}

function inOrder(modifiers: readonly string[], { profile }: Encounter): readonly string[] {
  const first = profile?.modifierOrder ?? [];
  const order = [...first, ...usualOrder.filter((each) => !first.includes(each))];
  return modifiers.toSorted((a, b) => order.indexOf(a) - order.indexOf(b));
}

export const lineModifiers: RuleBook['lineModifiers'] = (encounter, code, payment) => {
  const others = beside(encounter, code, payment);
  if (others.length === 0) return { withWaste: (waste) => waste, how: () => [] };
  const names = others.map(({ modifier }) => modifier);
  return {
    withWaste: (waste) => inOrder([...inOrder(names, encounter).slice(0, modifiersOnALine - waste.length), ...waste], encounter),
    how: (on) => {
      const told = others.filter(({ modifier }) => on.has(modifier)).map(({ says, rows }) => ({ says, rows }));
      if (told.length === 0) return [];
      const order = {
        says: encounter.profile?.modifierOrder ? `The order on the line is that of the profile ${encounter.profile.name}.` : 'The order on the line is the usual one: what decides the price, then JW or JZ, then the others.',
        rows: ['4 order'],
      };
      return [...told, order];
    },
  };
};

const isOn = (lines: readonly ServiceLine[], modifier: string): boolean => lines.some(({ modifiers }) => modifiers.includes(modifier));

const kd = rule({
  id: 'modifier/kd',
  title: 'KD: drug given through an implanted pump',
  rows: cite('4 KD'),
  outcomes: ['fail', 'needs-review', 'pass', 'not-applicable'],
  check({ code, lines, encounter }) {
    if (!code || lines.length === 0) return notApplicable('There is no drug line.');
    const fits = kdFits(encounter, code);
    const profile = profileOf(encounter);
    if (profile.kd === false && isOn(lines, 'KD')) {
      return fail(`KD is on the line, and the profile ${profile.name} says that the payer does not take it.`, {
        fix: 'Switch KD off, or correct the profile.',
        denial: denials.wrongModifier,
        goTo: 'kd',
        certain: true,
      });
    }
    if (wantsKd(encounter) && !fits) {
      if (!encounter.kd) return notApplicable('KD was only asked for on pump fills with J0475.');
      return needsReview('KD is switched on but is not put on: it was only ever asked for on a pump fill with J0475.', {
        fix: 'Switch KD off.',
        denial: denials.wrongModifier,
        goTo: 'kd',
      });
    }
    if (!fits) return notApplicable('KD was only asked for on pump fills.');
    if (wantsKd(encounter) && !isOn(lines, 'KD')) return notApplicable('KD does not fit on the line beside the others.');
    if (profile.kd !== null) return pass(`KD is ${profile.kd ? 'on' : 'not on'} the line, as the profile ${profile.name} says.`);
    const medicareOffice = encounter.payer === 'medicare-part-b' && encounter.setting === 'office';
    if (encounter.kd) {
      const doubt = medicareOffice ? 'Older contractor texts ask for it, no current one was found.' : 'Nothing read asks for it on this payer’s or this setting’s claims.';
      return needsReview(`KD is on the line. ${doubt}`, {
        fix: 'Keep it only if the payer confirmed it.',
        denial: denials.wrongModifier,
        goTo: 'kd',
        billerMayCheck: true,
      });
    }
    if (!medicareOffice) return notApplicable('KD was only asked for by Medicare contractors on professional claims.');
    return needsReview('KD is not on the line. Novitas, TrailBlazer, First Coast and Palmetto once asked for it on any drug put into an implanted pump; whether yours still does was not found.', {
      fix: 'Ask your contractor. If it wants KD, switch it on.',
      denial: denials.missingModifier,
      switchOn: 'kd',
      billerMayCheck: true,
    });
  },
});

const tb = rule({
  id: 'modifier/tb',
  title: 'TB or JG: drug bought under the 340B program',
  rows: cite('4 TB', '4 JG', '4 340B'),
  outcomes: ['needs-review', 'pass', 'not-applicable'],
  check({ code, lines, payment, encounter }) {
    if (!encounter.bought340b) return notApplicable('340B was not entered.');
    if (!code || !payment || lines.length === 0) return notApplicable('There is no drug line.');
    if (encounter.payer === 'self-pay') return notApplicable('A self-pay line goes to no payer.');
    const { payer } = encounter;
    if (!isMedicare(payer)) {
      return needsReview('The drug was bought under 340B. TB is Medicare’s modifier, so it is not put on; this payer may want it reported otherwise.', {
        fix: 'Ask the payer how it wants 340B drugs reported.',
        denial: denials.wrongModifier,
        goTo: 'bought340b',
        billerMayCheck: true,
      });
    }
    if (!payment.separate) return notApplicable('TB is for drugs that are paid on their own line.');
    const { modifier, because, ask } = report340b(encounter);
    if (modifier && !isOn(lines, modifier)) return notApplicable(`${modifier} does not fit on the line beside the others.`);
    if (ask) return needsReview(because, { ...ask, denial: modifier ? denials.wrongModifier : denials.missingModifier, billerMayCheck: modifier !== null });
    if (payer === 'medicare-part-b') return pass(because);
    return needsReview(`${because} That is original Medicare’s way; the plan may want it otherwise.`, {
      fix: 'Ask the plan how it wants 340B drugs reported.',
      denial: denials.wrongModifier,
      goTo: 'bought340b',
      billerMayCheck: true,
    });
  },
});

const offCampusRule = rule({
  id: 'modifier/off-campus',
  title: 'PO or PN: hospital department off campus',
  rows: cite('4 PO', '4 PN'),
  outcomes: ['needs-review', 'pass', 'not-applicable'],
  check({ lines, encounter }) {
    const { offCampus, setting, payer, dateOfService } = encounter;
    if (offCampus === 'no') return notApplicable('No department off campus was entered.');
    if (lines.length === 0 || payer === 'self-pay') return notApplicable('No line goes to a payer.');
    const { modifier, from, before } = offCampusModifiers[offCampus];
    const more = { denial: denials.wrongModifier, goTo: 'offCampus', billerMayCheck: true } as const;
    if (setting !== 'hospital-outpatient') {
      return needsReview(`${modifier} belongs on a hospital’s own outpatient claim, and the setting is another: it is not put on.`, { ...more, fix: 'Check the setting, or take the department back to “No”.' });
    }
    if (!isMedicare(payer)) {
      return needsReview(`${modifier} is Medicare’s modifier, so it is not put on; this payer may want it too.`, { ...more, fix: 'Ask the payer how it wants departments off campus reported.' });
    }
    if (dateOfService < from) {
      return needsReview(`${modifier} was first required on ${formatDate(from)}, so it is not put on. ${before}`, { ...more, fix: 'Check the date of service, and what was reported then.' });
    }
    if (!isOn(lines, modifier)) return notApplicable(`${modifier} does not fit on the line beside the others.`);
    if (payer === 'medicare-part-b') return pass(`${modifier} is on the line. Every other line of the hospital’s claim takes it too.`);
    return needsReview(`${modifier} is on the line. That is original Medicare’s way; the plan may want it otherwise.`, { ...more, fix: 'Ask the plan how it wants departments off campus reported.' });
  },
});

const custodyRule = rule({
  id: 'modifier/custody',
  title: 'QJ: patient in custody',
  rows: cite('4 QJ'),
  outcomes: ['fail', 'needs-review', 'not-applicable'],
  check({ lines, encounter: { custody, payer } }) {
    if (custody === 'no') return notApplicable('The patient is not in custody.');
    if (lines.length === 0 || payer === 'self-pay') return notApplicable('No line goes to a payer.');
    if (!isMedicare(payer)) {
      return needsReview('The patient is in custody. QJ is Medicare’s modifier, so it is not put on; whether this payer pays is another question.', {
        fix: 'Ask the payer who pays for a patient in custody.',
        denial: denials.wrongPayer,
        goTo: 'custody',
        billerMayCheck: true,
      });
    }
    if (custody === 'not-met') {
      return fail('The patient is in custody and 42 CFR 411.4(b) is not met: Medicare does not pay, and QJ is not put on.', {
        fix: 'Find out who pays for the patient. QJ is for custody in which 411.4(b) is met.',
        denial: denials.wrongPayer,
        goTo: 'custody',
        certain: true,
      });
    }
    if (custody === 'not-known') {
      return fail('The patient is in custody and whether 42 CFR 411.4(b) is met is not known. QJ would say that it is, so it is not put on.', {
        fix: 'Find out whether 411.4(b) is met, and who pays for the patient.',
        denial: denials.wrongPayer,
        goTo: 'custody',
      });
    }
    if (!isOn(lines, 'QJ')) return notApplicable('QJ does not fit on the line beside the others.');
    return needsReview('QJ is on the line: it reports to Medicare that the patient is in custody and that 42 CFR 411.4(b) is met.', {
      fix: 'Keep what shows that 411.4(b) is met.',
      denial: denials.wrongPayer,
      goTo: 'custody',
      billerMayCheck: true,
    });
  },
});

/** What each notice means for the claim: row 4 ABN. */
const noticeWords = {
  GA: 'GA: a notice (ABN) is on file, and a denial for medical necessity is expected',
  GX: 'GX: a voluntary notice was given',
  GY: 'GY: the drug is reported as excluded by statute, so a denial is expected',
  'GX GY': 'GX and GY: a voluntary notice was given, and the drug is reported as excluded by statute, so a denial is expected',
  GZ: 'GZ: a denial for medical necessity is expected, and there is no notice',
} as const satisfies Record<Exclude<Notice, 'none'>, string>;

const noticeRule = rule({
  id: 'modifier/notice',
  title: 'Notice of non-coverage (ABN)',
  rows: cite('4 ABN'),
  outcomes: ['needs-review', 'not-applicable'],
  check({ lines, encounter: { notice, payer } }) {
    if (notice === 'none') return notApplicable('Nothing about non-coverage was entered.');
    if (lines.length === 0 || payer === 'self-pay') return notApplicable('No line goes to a payer.');
    if (payer !== 'medicare-part-b') {
      return needsReview('A notice of non-coverage is a form of original Medicare; for this payer nothing is put on the line.', {
        fix: 'Check the payer type, or ask the plan for its own way.',
        denial: denials.wrongModifier,
        goTo: 'notice',
        billerMayCheck: true,
      });
    }
    if (notice.split(' ').some((modifier) => lines.some(({ modifiers }) => !modifiers.includes(modifier)))) return notApplicable(`${notice} does not fit on every line beside the others.`);
    return needsReview(`${noticeWords[notice]}.`, {
      fix: 'Check that this is what happened. If the drug is expected to be paid, take it off.',
      denial: notice === 'GA' || notice === 'GZ' ? denials.medicalNecessity : denials.excluded,
      goTo: 'notice',
      billerMayCheck: true,
    });
  },
});

const modifierCount = rule({
  id: 'modifier/four',
  title: 'Four modifiers on a line',
  rows: cite('4 order'),
  outcomes: ['fail', 'pass', 'not-applicable'],
  check({ code, lines, payment, encounter }) {
    if (!code || !payment || lines.length === 0) return notApplicable('There is no drug line.');
    const wanted = beside(encounter, code, payment).map(({ modifier }) => modifier);
    const left = wanted.filter((modifier) => lines.some(({ modifiers }) => !modifiers.includes(modifier)));
    if (left.length === 0) return pass('Every modifier fits on its line.');
    return fail(`A line takes four modifiers, and these answers ask for more. Left off: ${left.join(' and ')}.`, {
      fix: 'Take off what is not needed, or ask the contractor: some want 99 in the fourth place and the rest in item 19.',
      denial: denials.wrongModifier,
      goTo: 'notice',
      billerMayCheck: true,
    });
  },
});

/** First days of modifiers that the worksheet puts on (row 4 first days). */
const modifierBegan: readonly (readonly [modifier: string, began: IsoDate])[] = [
  ['QJ', day('2003-01-01')],
  ['KD', day('2004-01-01')],
  ['TB', day('2018-01-01')],
  ['JZ', day('2023-01-01')],
];

const modifierInForce = rule({
  id: 'modifier/in-force',
  title: 'Modifiers in force on the day',
  rows: cite('4 first days'),
  outcomes: ['fail', 'pass', 'not-applicable'],
  check({ lines, encounter: { dateOfService, payer } }) {
    if (payer === 'self-pay' || lines.every(({ modifiers }) => modifiers.length === 0)) return notApplicable('No modifier goes to a payer.');
    const early = modifierBegan.filter(([modifier, began]) => dateOfService < began && isOn(lines, modifier));
    if (early.length === 0) return pass('No modifier is on a line before its first day.');
    return fail(`${early.map(([modifier, began]) => `${modifier} began on ${formatDate(began)}`).join(' and ')}, after the date of service.`, {
      fix: 'Check the date of service, or the answer that puts the modifier on.',
      denial: denials.wrongModifier,
      goTo: 'dateOfService',
      certain: true,
    });
  },
});

/** Why a modifier that is asked for by habit is left off, and what to do instead (section 4). */
const habits = {
  '50': { because: '50 means both sides, and intrathecal baclofen has no side', fix: 'Leave it off; the units tell the dose.', row: '4 50' },
  '52': { because: '52 is for a reduced procedure; a smaller dose is told by fewer units', fix: 'Leave it off the drug line.', row: '4 52' },
  LT: { because: 'LT names the left side, and the intrathecal space has no side', fix: 'Leave it off.', row: '4 LT RT' },
  RT: { because: 'RT names the right side, and the intrathecal space has no side', fix: 'Leave it off.', row: '4 LT RT' },
  QJ: {
    because: 'QJ is for a prisoner or a patient in state or local custody, not for a health center',
    fix: 'For a health center leave it off and choose the setting. If the patient is in custody, say so below the payer.',
    row: '4 QJ',
  },
} as const satisfies Record<HabitModifier, { because: string; fix: string; row: RowId }>;

const habitRule = (modifier: HabitModifier): Rule =>
  rule({
    id: `modifier/${modifier.toLowerCase()}`,
    title: `Modifier ${modifier} on the charge slip`,
    rows: cite(habits[modifier].row),
    outcomes: ['needs-review', 'not-applicable'],
    check({ lines, encounter: { askedModifiers } }) {
      if (!askedModifiers.includes(modifier)) return notApplicable(`${modifier} was not asked for.`);
      if (isOn(lines, modifier)) return notApplicable(`${modifier} was asked for and is on the line.`);
      return needsReview(`${modifier} was asked for and is not put on: ${habits[modifier].because}.`, {
        fix: habits[modifier].fix,
        denial: denials.wrongModifier,
        goTo: modifier === 'QJ' ? 'custody' : 'askedModifiers',
        billerMayCheck: true,
      });
    },
  });

export const modifierRules: readonly Rule[] = [kd, tb, offCampusRule, custodyRule, noticeRule, modifierCount, modifierInForce, ...(Object.keys(habits) as HabitModifier[]).map(habitRule)];
