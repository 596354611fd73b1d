import type { Step } from '../engine/citation';
import { fail, needsReview, notApplicable, pass } from '../engine/verdict';
import type { Payer } from '../engine/payer-profile';
import type { RuleBook } from '../engine/rule-book';
import type { DraftClaim, HcpcsCode, SeparatePayment, ServiceLine } from '../engine/claim';
import { linesOf } from '../engine/claim-lines';
import { day, formatDate, type IsoDate } from '../engine/dated';
import type { Encounter, FactName, HabitModifier, Notice } from '../engine/encounter';
import { rule, type Rule } from '../engine/rule';
import { allEntitiesReport, from340b, isMedicare, isTbDepartment, tbAlone, voluntaryFrom } from './asked-for';
import type { RowId } from './citations';
import { cite } from './cite';
import { denials, membersInCustody, modifierWanted } from './denials';
import { hasDrugLine, noDrugLine } from './drug-line';
import { noticesOf, noticeSteps } from './notices';
import { profileOf } from './payers';
import { practiceSettings } from './payment-status';
import { formOf } from './setting-form';
import { jzUsable } from './waste-modifiers';

/** KD belongs to a pump fill, with the marketed drug or a compound; not to the trial dose (rows 4 KD and 1.9). */
const kdFits = ({ purpose, route, payer }: Encounter, { hcpcs, hcpcsDosage }: HcpcsCode): boolean =>
  payer !== 'self-pay' &&
  (hcpcs === 'J0475' || hcpcsDosage === null) &&
  purpose === 'pump-fill' &&
  route === 'intrathecal-pump';
const wantsKd = (encounter: Encounter): boolean => encounter.kd || profileOf(encounter).kd === true;

/** TB, JG, PO and PN are Medicare's own (section 4); custody and a notice are of original Medicare alone. */

const is340b = ({ bought340b, payer }: Encounter, payment: SeparatePayment): boolean =>
  bought340b && isMedicare(payer) && payment.separate;
const isCustody = ({ custody, payer }: Encounter): boolean => custody === 'met' && payer === 'medicare-part-b';
/** Row 4 order: those that decide the price first; a payer's profile may want another order. */
export const usualOrder: readonly string[] = ['KD', 'JW', 'JZ', 'JG', 'TB', 'PO', 'PN', 'QJ', 'GA', 'GX', 'GY', 'GZ'];
/** Row 4 order. */
export const modifiersOnALine = 4;

/** How a drug bought under 340B is reported to Medicare, and what is left to ask. */
type Report340b = {
  readonly modifier: 'JG' | 'TB' | null;
  readonly because: string;
  readonly ask?: { readonly fix: string; readonly goTo: FactName };
};

function report340b(encounter: Encounter): Report340b {
  const { dateOfService, setting } = encounter;
  if (dateOfService < from340b)
    return { modifier: null, because: `JG and TB began on ${formatDate(from340b)}, so neither is put on.` };
  if (dateOfService >= tbAlone)
    return { modifier: 'TB', because: 'TB is on the line, beside JW or JZ where one stands there.' };
  if (setting === 'hospital-outpatient') return hospitalReport(encounter);
  if (dateOfService < allEntitiesReport) {
    const voluntary = dateOfService >= voluntaryFrom ? ' In 2023 it was by choice.' : '';
    const before = formatDate(allEntitiesReport);
    const duty = `Before ${before} only a hospital that is paid by the OPPS had to report 340B drug.`;
    return { modifier: null, because: `${duty}${voluntary} Neither JG nor TB is put on.` };
  }
  if (setting === 'critical-access-hospital')
    return { modifier: 'TB', because: 'TB is on the line: in 2024 critical access hospitals used it.' };
  return {
    modifier: 'JG',
    because: 'JG is on the line: in 2024 those that are no hospital used it.',
    ask: {
      fix: [
        'Check who bought it. TB was for some hospitals: critical access, rural sole community, children’s, ' +
          'cancer, and those of Maryland.',
        'It was also for hospital departments that are not excepted.',
      ].join(' '),
      goTo: 'bought340b',
    },
  };
}

function hospitalReport(encounter: Encounter): Report340b {
  if (isTbDepartment(encounter))
    return {
      modifier: 'TB',
      because: 'TB is on the line: on this date a department that is not excepted used it, whatever its hospital.',
    };
  const { hospital340b, offCampus } = encounter;
  if (hospital340b === null) {
    return {
      modifier: null,
      because:
        `Before ${formatDate(tbAlone)} the kind of hospital decides between JG and TB. ` +
        'The kind is not told, so neither is put on.',
      ask: { fix: 'Say which kind of 340B hospital it is.', goTo: 'hospital340b' },
    };
  }
  const modifier = hospital340b === 'jg' ? 'JG' : 'TB';
  const because = `${modifier} is on the line, as this kind of hospital used it before ${formatDate(tbAlone)}.`;
  if (offCampus !== 'non-excepted' || modifier === 'TB') return { modifier, because };
  return {
    modifier,
    because: `${because} What a department that is not excepted used from 2019 to 2023 was not found.`,
    ask: { fix: 'Check what the hospital used then.', goTo: 'hospital340b' },
  };
}

/** The modifiers of departments off campus, and their first days: rows 4 PO and 4 PN. */
const offCampusModifiers = {
  excepted: {
    modifier: 'PO',
    from: day('2016-01-01'),
    says: 'PO reports a department off campus that is excepted.',
    row: '4 PO',
    before: 'In 2015 it was by choice.',
  },
  'non-excepted': {
    modifier: 'PN',
    from: day('2017-01-01'),
    says: 'PN reports a department off campus that is not excepted.',
    row: '4 PN',
    before: 'In 2016 every department off campus used PO.',
  },
} as const;

function offCampusOn({
  offCampus,
  setting,
  payer,
  dateOfService,
}: Encounter): (typeof offCampusModifiers)[keyof typeof offCampusModifiers] | null {
  if (offCampus === 'no' || setting !== 'hospital-outpatient' || !isMedicare(payer)) return null;
  const told = offCampusModifiers[offCampus];
  return dateOfService >= told.from ? told : null;
}

type Beside = Step & { readonly modifier: string };

/** What tells of the patient or of the department, and so goes on every line: rows 4 PO, 4 PN and 4 QJ. */
export function modifiersOfEveryLine(encounter: Encounter): readonly Beside[] {
  const department = offCampusOn(encounter);
  return [
    ...(department ? [{ modifier: department.modifier, says: department.says, rows: [department.row] }] : []),
    ...(isCustody(encounter) ? [inCustody] : []),
  ];
}

function kdBeside({ kd: switchedOn, profile, payer }: Encounter): Beside {
  const says = switchedOn
    ? `KD was switched on for this ${payer === 'medicare-part-b' ? 'contractor' : 'payer'}.`
    : `KD is on the line because the profile ${profile?.name} wants it.`;
  return { modifier: 'KD', says, rows: ['4 KD'] };
}

const reported340b = (modifier: 'JG' | 'TB'): Beside => ({
  modifier,
  says: `${modifier} reports that the drug was bought under the 340B program.`,
  rows: [`4 ${modifier}`],
});

const inCustody: Beside = {
  modifier: 'QJ',
  says: 'QJ reports that the patient is in custody and that 42 CFR 411.4(b) is met.',
  rows: ['4 QJ'],
};

function beside(encounter: Encounter, code: HcpcsCode, payment: SeparatePayment): readonly Beside[] {
  const reported = is340b(encounter, payment) ? report340b(encounter).modifier : null;
  return [
    ...(wantsKd(encounter) && kdFits(encounter, code) ? [kdBeside(encounter)] : []),
    ...(reported ? [reported340b(reported)] : []),
    ...modifiersOfEveryLine(encounter),
    ...noticesOf(encounter).map((modifier) => ({ modifier, says: noticeSteps[modifier], rows: ['4 ABN'] })),
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
    withWaste: (waste) =>
      inOrder([...inOrder(names, encounter).slice(0, modifiersOnALine - waste.length), ...waste], encounter),
    how: (on) => {
      const told = others.filter(({ modifier }) => on.has(modifier)).map(({ says, rows }) => ({ says, rows }));
      if (told.length === 0) return [];
      const order = {
        says: encounter.profile?.modifierOrder
          ? `The order on the line is that of the profile ${encounter.profile.name}.`
          : 'The order is this page’s own, after a contractor for equipment: ' +
            'first what decides the price, then JW or JZ. No Part B text on it was found.',
        rows: ['4 order'],
      };
      return [...told, order];
    },
  };
};

const isOn = (lines: readonly ServiceLine[], modifier: string): boolean =>
  lines.some(({ modifiers }) => modifiers.includes(modifier));
const isLeftOff = (lines: readonly ServiceLine[], modifier: string): boolean =>
  lines.some(({ modifiers }) => !modifiers.includes(modifier));

const offPump = 'was asked for on drug put into a pump. This line has none.';

const kd = rule({
  id: 'modifier/kd',
  title: 'KD: drug given through an implanted pump',
  rows: cite('4 KD'),
  outcomes: ['fail', 'needs-review', 'pass', 'not-applicable'],
  check(claim) {
    if (!hasDrugLine(claim)) return noDrugLine;
    const { code, lines, encounter } = claim;
    const fits = kdFits(encounter, code);
    const profile = profileOf(encounter);
    if (profile.kd === false && isOn(lines, 'KD')) {
      return fail(`KD is on the line, but the profile ${profile.name} says that the payer does not take it.`, {
        fix: 'Switch KD off, or correct the profile.',
        denial: denials.wrongModifier,
        goTo: 'kd',
        certain: true,
      });
    }
    if (wantsKd(encounter) && !fits) return wantedOffPump(encounter);
    if (!fits) return notApplicable('KD was asked for on pump fills only.');
    if (wantsKd(encounter) && !isOn(lines, 'KD'))
      return notApplicable('KD does not fit on the line beside the others.');
    if (profile.kd !== null)
      return pass(`KD is ${profile.kd ? 'on' : 'not on'} the line, as the profile ${profile.name} says.`);
    return withoutWordOfPayer(encounter);
  },
});

/** KD is wanted, and the line is none of drug put into a pump. */
function wantedOffPump({ payer, kd: switchedOn }: Encounter) {
  if (payer === 'self-pay') return notApplicable('A self-pay line goes to no payer.');
  if (!switchedOn) return notApplicable(`KD ${offPump}`);
  return needsReview(`KD is switched on but left off the line. It ${offPump}`, {
    fix: 'Switch KD off.',
    denial: denials.wrongModifier,
    goTo: 'kd',
  });
}

/** A pump fill for a payer whose profile does not tell of KD: switched on or not. */
function withoutWordOfPayer({ payer, setting, kd: switchedOn }: Encounter) {
  const fromOffice = payer === 'medicare-part-b' && practiceSettings.includes(setting);
  if (switchedOn) {
    const doubt = fromOffice
      ? 'Older texts of contractors ask for it. No new one was found.'
      : 'Nothing read asks for it from this payer or in this setting.';
    return needsReview(`KD is on the line. ${doubt}`, {
      fix: 'Keep it only if the payer confirmed it.',
      denial: denials.wrongModifier,
      goTo: 'kd',
      billerMayCheck: true,
      settledBy: 'payer',
    });
  }
  if (!fromOffice) return notApplicable('KD was read of Medicare contractors alone, on a practice’s own claims.');
  const wanted = 'Novitas, TrailBlazer, First Coast and Palmetto once wanted it on any drug put into a pump.';
  return needsReview(`KD is not on the line. ${wanted} Whether yours still does was not found.`, {
    fix: 'Ask your contractor. If it wants KD, switch it on.',
    denial: modifierWanted,
    switchOn: 'kd',
    billerMayCheck: true,
    settledBy: 'payer',
  });
}

const planMayDiffer = 'That is original Medicare’s way; the plan may want it otherwise.';
const other340b = {
  because: 'TB is Medicare’s own modifier, so it is left off.',
  fix: 'Ask the payer how it wants 340B drug reported.',
};
/** Row 4 340B Medicaid. */
const rebated340b = {
  because:
    'It is general knowledge that one drug must not get the 340B price and a Medicaid rebate too. ' +
    'TB is Medicare’s own modifier, so it is left off.',
  fix: 'Ask the state which modifier it wants for 340B drug. Add it in your billing system.',
};

const tb = rule({
  id: 'modifier/tb',
  title: 'TB or JG: drug bought under the 340B program',
  rows: cite('4 TB', '4 JG', '4 340B', '4 340B Medicaid'),
  outcomes: ['needs-review', 'pass', 'not-applicable'],
  check(claim) {
    const { encounter } = claim;
    if (!encounter.bought340b) return notApplicable('340B was not entered.');
    if (!hasDrugLine(claim)) return noDrugLine;
    const { code, lines, payment } = claim;
    if (encounter.payer === 'self-pay') return notApplicable('A self-pay line goes to no payer.');
    const { payer } = encounter;
    if (!isMedicare(payer)) {
      const { because, fix } = payer === 'medicaid' ? rebated340b : other340b;
      return needsReview(`The drug was bought under 340B. ${because}`, {
        fix,
        denial: modifierWanted,
        goTo: 'bought340b',
        billerMayCheck: true,
      });
    }
    if (!payment.separate) return notApplicable(offPackaged(encounter));
    const { modifier, because, ask } = report340b(encounter);
    if (modifier && !isOn(lines, modifier))
      return notApplicable(`${modifier} does not fit on the line beside the others.`);
    if (ask)
      return needsReview(because, {
        ...ask,
        denial: modifier ? denials.wrongModifier : modifierWanted,
        billerMayCheck: modifier !== null,
      });
    return reportedOn(code, because, payer);
  },
});

/** Row 4 TB: by choice on a hospital outpatient's packaged drug. */
const offPackaged = ({ setting }: Encounter): string =>
  setting === 'hospital-outpatient'
    ? 'On a packaged drug the 340B modifier is by choice, so it is left off.'
    : 'TB is for drugs paid on their own line.';

/** The modifier is on the line: whether that is all. */
function reportedOn(code: HcpcsCode, because: string, payer: Payer) {
  if (code.hcpcsDosage === null) {
    return needsReview(`${because} It is for drugs paid on their own line. How ${code.hcpcs} is paid was not read.`, {
      fix: 'Ask the payer whether it wants it on a compounded drug.',
      denial: denials.wrongModifier,
      goTo: 'bought340b',
      billerMayCheck: true,
      settledBy: 'payer',
    });
  }
  if (payer === 'medicare-part-b') return pass(because);
  return needsReview(`${because} ${planMayDiffer}`, {
    fix: 'Ask the plan how it wants 340B drug reported.',
    denial: denials.wrongModifier,
    goTo: 'bought340b',
    billerMayCheck: true,
    settledBy: 'payer',
  });
}

const offCampusRule = rule({
  id: 'modifier/off-campus',
  title: 'PO or PN: hospital department off campus',
  rows: cite('4 PO', '4 PN'),
  outcomes: ['needs-review', 'pass', 'not-applicable'],
  check(claim) {
    const { encounter } = claim;
    const { offCampus, setting, payer, dateOfService } = encounter;
    const lines = linesOf(claim);
    if (offCampus === 'no') return notApplicable('No department off campus was entered.');
    if (lines.length === 0 || payer === 'self-pay') return notApplicable('No line goes to a payer.');
    const { modifier, from, before } = offCampusModifiers[offCampus];
    const more = { denial: denials.wrongModifier, goTo: 'offCampus', billerMayCheck: true } as const;
    if (setting !== 'hospital-outpatient') {
      return needsReview(
        `${modifier} belongs on a hospital’s own outpatient claim. The setting is another, so it is left off.`,
        {
          ...more,
          fix: 'Check the setting, or answer “No” to the department off campus.',
        },
      );
    }
    if (!isMedicare(payer)) {
      return needsReview(`${modifier} is Medicare’s own modifier, so it is left off. This payer may want it too.`, {
        ...more,
        fix: 'Ask the payer how it wants a department off campus reported.',
      });
    }
    if (dateOfService < from) {
      return needsReview(`${modifier} was first required on ${formatDate(from)}, so it is left off. ${before}`, {
        ...more,
        fix: 'Check the date of service, and what was used then.',
      });
    }
    const apart = apartFrom(modifier, claim);
    if (apart) return needsReview(apart.because, { ...more, ...apart.ways });
    if (!isOn(lines, modifier)) return notApplicable(`${modifier} does not fit on the line beside the others.`);
    if (payer === 'medicare-part-b')
      return pass(`${modifier} is on the line. All other lines of the hospital’s claim take it too.`);
    return needsReview(`${modifier} is on the line. ${planMayDiffer}`, {
      ...more,
      fix: 'Ask the plan how it wants a department off campus reported.',
    });
  },
});

/** A service whose own modifiers leave no room for that of the department, or name the other kind of department. */
function apartFrom(modifier: 'PO' | 'PN', { services }: DraftClaim) {
  const other = modifier === 'PO' ? 'PN' : 'PO';
  const both = services.lines.find(({ modifiers }) => modifiers.includes(other));
  const without = services.lines.find(({ modifiers }) => !modifiers.includes(modifier));
  const found = both ?? without;
  if (!found) return null;
  return {
    because: both
      ? `${other} was entered for ${both.hcpcs}. It never stands beside ${modifier}, which this department takes.`
      : `${modifier} does not fit on line ${found.lineNumber}, ${found.hcpcs}: four modifiers were entered there.`,
    ways: {
      fix: both
        ? `Take ${other} off, or correct the kind of department.`
        : `Take off a modifier that is not needed. Every line of the hospital’s claim takes ${modifier}.`,
      goTo: 'serviceModifiers',
      billerMayCheck: false,
    },
  } as const;
}

/** First day on which less counts as custody: row 4 QJ since 2025. */
const narrowCustody = day('2025-01-01');
const narrowWords =
  ' Since 2025 those on parole, on probation, in home detention or in a halfway house are not in custody. ' +
  'For them answer “No”.';

const otherPayerWords = {
  because: 'The patient is in custody. QJ is Medicare’s own modifier, so it is left off.',
  fix: 'Ask the payer who pays for a patient in custody.',
};
/** Row 4 QJ plans. */
const inPlanWords = {
  because: `${membersInCustody}, so QJ is left off.`,
  fix: 'Check that the patient was in the plan on the date of service. If not, find out who pays.',
};

const custodyRule = rule({
  id: 'modifier/custody',
  title: 'QJ: patient in custody',
  rows: cite('4 QJ', '4 QJ since 2025', '4 QJ denial', '4 QJ plans'),
  outcomes: ['fail', 'needs-review', 'not-applicable'],
  check(claim) {
    const { custody, payer, dateOfService } = claim.encounter;
    const lines = linesOf(claim);
    if (custody === 'no') return notApplicable('The patient is not in custody.');
    if (lines.length === 0 || payer === 'self-pay') return notApplicable('No line goes to a payer.');
    if (payer !== 'medicare-part-b') {
      const { because, fix } = payer === 'medicare-advantage' ? inPlanWords : otherPayerWords;
      return needsReview(because, {
        fix,
        denial: denials.wrongPayer,
        goTo: 'custody',
        billerMayCheck: true,
      });
    }
    const narrower = dateOfService >= narrowCustody ? narrowWords : '';
    const more = { denial: denials.custody, goTo: 'custody' } as const;
    if (custody === 'not-met') {
      return fail('The patient is in custody and 42 CFR 411.4(b) is not met: Medicare does not pay. QJ is left off.', {
        ...more,
        fix: `Find out who pays for the patient.${narrower}`,
        certain: true,
      });
    }
    if (custody === 'not-known') {
      return fail('QJ is left off: nothing shows that 42 CFR 411.4(b) is met.', {
        ...more,
        fix: `Find out whether it is met, and who pays for the patient.${narrower}`,
      });
    }
    if (!isOn(lines, 'QJ')) return notApplicable('QJ does not fit on the line beside the others.');
    return needsReview('QJ is on the line. It says that the patient is in custody and that 42 CFR 411.4(b) is met.', {
      ...more,
      fix: `Keep what shows that it is met.${narrower}`,
      billerMayCheck: true,
    });
  },
});

type NoticeWords = { readonly because: string; readonly fix: string };
const excludedWords: NoticeWords = {
  because: 'GY says that the law excludes the drug from Medicare. Nothing read says that of baclofen for a pump.',
  fix: 'Check it. If the drug should be paid, take GY off.',
};
/** What each notice means for the claim, and who pays: rows 4 ABN, 4 ABN pays and 4 GY. */
const noticeWords = {
  GA: {
    because:
      'GA says that a signed notice (ABN) is on file and that a denial for need is expected. ' +
      'If Medicare denies the line for need, the patient may be billed. ' +
      'Units above the daily maximum (MUE) are not known to move to the patient.',
    fix: 'Keep the signed notice. If the drug should be paid, take GA off.',
  },
  GX: {
    because: 'GX says that a notice was given by choice, though none was needed.',
    fix: 'Check that this is so. If the drug should be paid, take GX off.',
  },
  GY: excludedWords,
  'GX GY': {
    because: `GX says that a notice was given by choice. ${excludedWords.because}`,
    fix: 'Check it. If the drug should be paid, take both off.',
  },
  GZ: {
    because:
      'GZ says that no notice (ABN) was given, though a denial for need is expected. ' +
      'The provider bears the cost, and the patient may not be billed.',
    fix: 'If the drug should be paid, take GZ off. A notice counts only if it is given before the service.',
  },
} as const satisfies Record<Exclude<Notice, 'none'>, NoticeWords>;

const noticeRule = rule({
  id: 'modifier/notice',
  title: 'Notice of non-coverage (ABN)',
  rows: cite('4 ABN', '4 ABN pays', '4 ABN units', '4 GY'),
  outcomes: ['fail', 'needs-review', 'not-applicable'],
  check({ lines, encounter }) {
    const { notice, payer } = encounter;
    if (notice === 'none') return notApplicable('No notice (ABN) was entered.');
    if (lines.length === 0 || payer === 'self-pay') return notApplicable('No line goes to a payer.');
    if (payer !== 'medicare-part-b') {
      return needsReview('An ABN is a form of original Medicare. For this payer nothing is put on the line.', {
        fix: 'Check the payer type, or ask the plan for its own way.',
        denial: denials.wrongModifier,
        goTo: 'notice',
        billerMayCheck: true,
      });
    }
    const [first, ...others] = noticesOf(encounter).filter((modifier) => isOn(lines, modifier));
    if (!first) return notApplicable(`${notice} does not fit on every line beside the others.`);
    const { because: means, fix } = noticeWords[others.length > 0 ? notice : first];
    const isNotOnAll = [first, ...others].some((modifier) => isLeftOff(lines, modifier));
    const because = isNotOnAll ? `${means} It does not fit on every line.` : means;
    const more = { fix, goTo: 'notice', billerMayCheck: true } as const;
    if (notice === 'GZ') return fail(because, { ...more, denial: denials.medicalNecessity });
    if (notice === 'GA') return needsReview(because, { ...more, denial: denials.medicalNecessity });
    return needsReview(because, { ...more, denial: denials.excluded });
  },
});

const linesWords = (lines: readonly ServiceLine[]): string => {
  const numbers = lines.map(({ lineNumber }) => lineNumber);
  return numbers.length === 1 ? `line ${numbers[0]}` : `lines ${numbers.slice(0, -1).join(', ')} and ${numbers.at(-1)}`;
};

/** "GA does not fit on line 2. It is on line 1 only." */
function onSomeLines(lines: readonly ServiceLine[], modifier: string): string {
  const [on, off] = [true, false].map((is) => lines.filter(({ modifiers }) => modifiers.includes(modifier) === is));
  return `${modifier} does not fit on ${linesWords(off ?? [])}. It is on ${linesWords(on ?? [])} only.`;
}

const modifierCount = rule({
  id: 'modifier/four',
  title: 'Four modifiers on a line',
  rows: cite('4 order'),
  outcomes: ['fail', 'pass', 'not-applicable'],
  check(claim) {
    if (!hasDrugLine(claim)) return noDrugLine;
    const { code, lines, payment, encounter } = claim;
    const wanted = beside(encounter, code, payment).map(({ modifier }) => modifier);
    if (!wanted.some((modifier) => isLeftOff(lines, modifier))) return pass('Every modifier fits on its line.');
    const left = wanted.filter((modifier) => !isOn(lines, modifier));
    const partly = wanted.filter((modifier) => isOn(lines, modifier) && isLeftOff(lines, modifier));
    const says = [
      ...(left.length > 0 ? [`Left off: ${left.join(' and ')}.`] : []),
      ...partly.map((modifier) => onSomeLines(lines, modifier)),
    ];
    return fail(`A line takes four modifiers. These answers ask for more. ${says.join(' ')}`, {
      fix:
        formOf(encounter.setting) === 'institutional'
          ? 'Take off what is not needed, or ask the contractor how to send the rest. A hospital claim has no item 19.'
          : 'Take off what is not needed, or ask the contractor. ' +
            'Some want 99 in the fourth place and the rest in item 19.',
      denial: denials.wrongModifier,
      goTo: 'notice',
      billerMayCheck: true,
    });
  },
});

/** First days of the modifiers that the worksheet puts on, and of what took their place: rows 4 first days and 4 JG. */
type InForce = {
  readonly modifier: string;
  readonly began: IsoDate;
  readonly ended?: { readonly before: IsoDate; readonly by: string };
};
const modifiersInForce: readonly InForce[] = [
  { modifier: 'QJ', began: day('2003-01-01') },
  { modifier: 'KD', began: day('2004-01-01') },
  { modifier: 'JG', began: from340b, ended: { before: tbAlone, by: 'TB' } },
  { modifier: 'TB', began: from340b },
  { modifier: 'JZ', began: jzUsable },
];

const modifierInForce = rule({
  id: 'modifier/in-force',
  title: 'Modifiers in force on the day',
  rows: cite('4 first days'),
  outcomes: ['fail', 'pass', 'not-applicable'],
  check({ lines, encounter: { dateOfService, payer } }) {
    if (payer === 'self-pay' || lines.every(({ modifiers }) => modifiers.length === 0))
      return notApplicable('No modifier goes to a payer.');
    const notInForce = modifiersInForce.filter(
      ({ began, ended }) => dateOfService < began || (ended !== undefined && dateOfService >= ended.before),
    );
    const wrong = notInForce
      .filter(({ modifier }) => isOn(lines, modifier))
      .map(({ modifier, began, ended }) =>
        dateOfService < began || !ended
          ? `${modifier} began on ${formatDate(began)}, after the date of service.`
          : `${modifier} has ended: since ${formatDate(ended.before)} it is ${ended.by}.`,
      );
    if (wrong.length === 0) return pass('Every modifier was in force on the date of service.');
    return fail(wrong.join(' '), {
      fix: 'Check the date of service, or the answer that puts the modifier on.',
      denial: denials.wrongModifier,
      goTo: 'dateOfService',
      certain: true,
    });
  },
});

/** Why a modifier that is asked for by habit is left off, and what to do instead (section 4). */
const habits = {
  '50': {
    because: '50 means both sides, and the intrathecal space has none',
    fix: 'Leave it off. The units tell the dose.',
    row: '4 50',
  },
  '52': {
    because: '52 is for a procedure done in part, and a smaller dose has fewer units instead',
    fix: 'Leave it off the drug line.',
    row: '4 52',
  },
  LT: { because: 'LT names the left side, and the intrathecal space has none', fix: 'Leave it off.', row: '4 LT RT' },
  RT: { because: 'RT names the right side, and the intrathecal space has none', fix: 'Leave it off.', row: '4 LT RT' },
  QJ: {
    because: 'QJ is for a patient in custody, not for a health center',
    fix:
      'For a health center leave QJ off and choose the setting. ' +
      'If the patient is in custody, say so in the payer section.',
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
      return needsReview(`${modifier} was asked for and is left off: ${habits[modifier].because}.`, {
        fix: habits[modifier].fix,
        denial: denials.wrongModifier,
        ...(modifier === 'QJ'
          ? ({ goTo: 'custody' } as const)
          : ({ goTo: 'askedModifiers', goToItem: modifier } as const)),
        billerMayCheck: true,
      });
    },
  });

export const modifierRules: readonly Rule[] = [
  kd,
  tb,
  offCampusRule,
  custodyRule,
  noticeRule,
  modifierCount,
  modifierInForce,
  ...(Object.keys(habits) as HabitModifier[]).map(habitRule),
];
