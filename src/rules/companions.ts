import { fail, needsReview, notApplicable, pass, worstOf, type Verdict } from '../engine/verdict';
import type { RefillSupport } from '../engine/claim';
import { day, formatDate } from '../engine/dated';
import {
  companionsAmong,
  purposesOf,
  type BilledService,
  type CompanionCode,
  type Encounter,
  type Purpose,
  type Setting,
} from '../engine/encounter';
import { asOtherDrug } from '../engine/drugs-of-day';
import { rule, type Rule } from '../engine/rule';
import { inWords } from '../engine/typed';
import { isProcedure, isVisit } from './billed-services';
import { cite } from './cite';
import { companionWords } from './companion-words';
import { denials } from './denials';
import { hasDrugLine, noDrugLine } from './drug-line';
import {
  editsInForce,
  editsInWords,
  isInEdits,
  nearestPair,
  notReadInWords,
  pairOf,
  type NcciEdits,
  type NcciPair,
} from './ncci-edits';
import { profileOf } from './payers';
import { hospitalSettings, isDrugLineHeld, practiceSettings } from './payment-status';
import { formOf } from './setting-form';
import {
  contractorsDiffer,
  isRefill,
  isRefillCode,
  isSkilled,
  programmingOf,
  refillCodes,
  refillProcedures,
  refillRows,
  sentenceCase,
  supportInShort,
  tellsOfRefill,
} from './refill-procedures';

const refills: readonly CompanionCode[] = refillCodes;
const checks: readonly CompanionCode[] = ['62367', '62368'];
const trials: readonly CompanionCode[] = ['62322', '62323'];
const isHospital = (setting: Setting): boolean => hospitalSettings.includes(setting);

/** Also of an inpatient: the charge of supplies stands on it (row 5 kit charge). */
const isHospitalClaim = (setting: Setting): boolean => formOf(setting) === 'institutional';

/** "62367 is a check", "62367 and 62368 are a check". */
const are = (codes: readonly string[], what: string): string =>
  `${inWords(codes)} ${codes.length > 1 ? 'are' : 'is'} ${what}`;

type Two = readonly [string, string];
const twos = (codes: readonly string[]): readonly Two[] =>
  codes.flatMap((one, place) => codes.slice(place + 1).map((other): Two => [one, other]));

const pairsRule = rule({
  id: 'companions/pairs',
  title: 'Codes that exclude each other',
  rows: cite('5 pairs', '5 pairs 2026', '5 pairs physician', '4 59'),
  outcomes: ['fail', 'needs-review', 'pass', 'not-applicable'],
  check({ encounter }) {
    const services = [...new Set(encounter.services.map(({ code }) => code))].filter((code) => code !== 'A4220');
    const procedures = services.filter(isInEdits);
    if (services.length < 2) return notApplicable('No two procedures of the day were entered.');
    if (encounter.payer === 'self-pay') return notApplicable('No payer bundles a self-pay service.');
    const edits = editsInForce(encounter);
    const told = verdictOnPairs(procedures, edits, encounter);
    if (told) return told;
    if (procedures.length < services.length) return pairsNotNoted(services.filter((code) => !isInEdits(code)));
    const between = `between ${inWords(procedures)}`;
    const others = encounter.payer === 'medicare-part-b' ? '' : ' This payer’s own list was not read.';
    if (edits?.complete) return pass(`NCCI has no pair ${between}. Looked up in ${editsInWords(edits)}.${others}`);
    const noted = edits ? notNoted(edits) : notReadInWords(encounter);
    return needsReview(`No NCCI pair ${between} was found. ${noted}`, {
      ...packaged,
      fix: 'Look the codes up in the NCCI list of that quarter.',
      billerMayCheck: true,
      settledBy: 'table',
    });
  },
});

/** Codes of which no pair was noted: nothing is known of them, which is not that they have none. */
const pairsNotNoted = (codes: readonly string[]) =>
  needsReview(`Whether NCCI has a pair with ${inWords(codes, 'or')} was not read.`, {
    ...packaged,
    ...boxOf(codes),
    fix: 'Look the codes up in the NCCI list of that quarter.',
    billerMayCheck: true,
    settledBy: 'table',
  });

const notNoted = (edits: NcciEdits): string => `Not every pair of ${editsInWords(edits)} was noted.`;
const packaged = { denial: denials.packaged, goTo: 'services' } as const;
const packagedKit = { ...packaged, goToItem: 'A4220' } as const;
/** The box of the first of them that has one. */
const boxOf = (codes: readonly string[]) => {
  const [first] = companionsAmong(codes.map((code) => ({ code })));
  return first ? { goToItem: first } : {};
};

/** A pair of the day, and the edits that hold it: the claim's own, or the nearest that were read. */
type Found = { readonly pair: NcciPair; readonly edits: NcciEdits; readonly own: boolean };
/** Codes that the same edits make part of one code that is kept. */
type Group = Omit<Found, 'pair'> &
  Pick<NcciPair, 'paid' | 'indicator'> & { readonly bundled: readonly NcciPair['bundled'][] };

const isTrial = (code: string): boolean => trials.some((each) => each === code);
const bothTrials = ([one, other]: Two): boolean => isTrial(one) && isTrial(other);

function pairFound(two: Two, edits: NcciEdits | null): Found | null {
  const own = edits && pairOf(edits, ...two);
  if (edits && own) return { pair: own, edits, own: true };
  const near = edits?.complete || bothTrials(two) ? null : nearestPair(...two);
  return near && { ...near, own: false };
}

/** Each code that is part of another once, with the code that is kept; those that no modifier gets paid first. */
function groupsOf(procedures: readonly string[], edits: NcciEdits | null): readonly Group[] {
  const found = twos(procedures).flatMap((two) => pairFound(two, edits) ?? []);
  const dropped = (code: string): boolean =>
    found.some(({ pair }) => pair.indicator === 0 && pair.bundled === code && !dropped(pair.paid));
  return procedures
    .flatMap(
      (code) =>
        found.find(
          ({ pair }) => pair.bundled === code && !dropped(pair.paid) && pair.indicator === (dropped(code) ? 0 : 1),
        ) ?? [],
    )
    .reduce<readonly Group[]>(withPair, [])
    .toSorted((one, other) => one.indicator - other.indicator);
}

/** Null where the edits hold no pair of the day. */
function verdictOnPairs(
  procedures: readonly string[],
  edits: NcciEdits | null,
  encounter: Encounter,
): Verdict<'fail' | 'needs-review'> | null {
  const groups = groupsOf(procedures, edits);
  const injections = twos(procedures).find((two) => bothTrials(two) && !(edits && pairOf(edits, ...two)));
  if (groups.length === 0 && !injections) return null;
  const because = [
    ...groups.map((group, place) => groupSays(group, groups[place - 1]?.edits === group.edits, encounter)),
    ...(injections
      ? [
          `${inWords(injections)} are both one trial injection, without and with imaging. ` +
            'In the hospital’s list of late 2026 neither is part of the other.',
        ]
      : []),
    ...(groups.every(({ own }) => own) ? [] : [edits ? notNoted(edits) : notReadInWords(encounter)]),
  ].join(' ');
  const fix = [
    ...groups.map((group) => groupFix(group, encounter)),
    ...(injections
      ? [`Keep the one of ${inWords(injections)} that the record shows. Bill both only for two injections.`]
      : []),
  ].join(' ');
  const never = encounter.payer === 'medicare-part-b' && groups.some(({ own, indicator }) => own && indicator === 0);
  const more = { ...packaged, ...boxOf([...groups.flatMap(({ bundled }) => bundled), ...(injections ?? [])]), fix };
  return never ? fail(because, more) : needsReview(because, { ...more, billerMayCheck: true });
}

const withPair = (
  groups: readonly Group[],
  { pair: { paid, bundled, indicator }, edits, own }: Found,
): readonly Group[] => {
  const same = (group: Group) => group.paid === paid && group.indicator === indicator && group.edits === edits;
  return groups.some(same)
    ? groups.map((group) => (same(group) ? { ...group, bundled: [...group.bundled, bundled] } : group))
    : [...groups, { paid, indicator, edits, own, bundled: [bundled] }];
};

function groupSays(
  { paid, bundled, indicator, edits, own }: Group,
  sameAsBefore: boolean,
  { payer }: Encounter,
): string {
  const says =
    `${are(bundled, 'part of')} ${paid}${own ? ' on the same day,' : ''} by ` +
    `${!sameAsBefore ? editsInWords(edits) : edits.lists.length > 1 ? 'the same lists' : 'the same list'}.`;
  const [both, them] = bundled.length === 1 ? ['both', 'it'] : ['them together', 'them'];
  if (indicator === 1) return `${says} Medicare ${own ? '' : 'then '}pays ${both} only where they were separate.`;
  if (!own) return `${says} Medicare then pays only ${bundled.length === 1 ? 'one' : paid}.`;
  return payer === 'medicare-part-b'
    ? `${says} No modifier gets ${them} paid.`
    : `${says} Medicare never pays ${both}. Many plans use its list.`;
}

function groupFix({ paid, bundled, indicator, own }: Group, { payer }: Encounter): string {
  const them = bundled.length === 1 ? 'it' : 'them';
  if (indicator === 1) {
    const service = bundled.length === 1 ? 'a separate service' : 'separate services';
    return (
      `Bill ${inWords(bundled)} beside ${paid} only if the record shows ` +
      `${service}${own ? '' : ` and that quarter’s list allows ${them}`}.`
    );
  }
  const unless = !own
    ? `, unless that quarter’s list allows ${them}`
    : payer === 'medicare-part-b'
      ? ''
      : `, unless this payer is known to pay ${them} too`;
  return `Keep ${paid}. Drop ${inWords(bundled)}${unless}.`;
}

const kitRule = rule({
  id: 'companions/refill-kit',
  title: 'Refill kit (A4220)',
  rows: cite('5 A4220', '5 pairs', '5 pairs 2026', '5 kit charge', '5 kit elsewhere', '1.4'),
  outcomes: ['fail', 'needs-review', 'pass', 'not-applicable'],
  check({ encounter }) {
    if (!encounter.companions.includes('A4220')) return notApplicable('No refill kit was entered.');
    if (encounter.payer === 'self-pay') return notApplicable('No payer bundles a self-pay service.');
    return encounter.payer === 'medicare-part-b' ? kitForMedicare(encounter) : kitForPlan(encounter);
  },
});

function kitForMedicare({ companions, setting }: Encounter) {
  if (isHospitalClaim(setting)) {
    return needsReview(
      'Medicare pays nothing more for A4220 on a hospital claim. The charge stays on the claim all the same.',
      { ...packagedKit, fix: 'Leave the charge on the claim under revenue code 0270.', billerMayCheck: true },
    );
  }
  const beside = refills.filter((code) => companions.includes(code));
  const never = beside.length > 0 ? `, and never beside ${inWords(beside, 'or')}` : '';
  return fail(`Medicare does not pay A4220 on its own${never}.`, { ...packagedKit, fix: 'Drop A4220.' });
}

function kitForPlan(encounter: Encounter) {
  const { refillKit, name } = profileOf(encounter);
  if (refillKit === 'paid') return pass(`The profile ${name} says that A4220 is paid.`);
  if (isHospitalClaim(encounter.setting)) {
    const known =
      refillKit === 'not-paid'
        ? `The profile ${name} says that A4220 is not paid.`
        : 'Whether this plan pays A4220 was not found.';
    return needsReview(`${known} On a hospital claim the charge stays under 0270.`, {
      ...packagedKit,
      fix: 'Leave the charge on the claim under revenue code 0270. Ask the plan whether it pays the kit.',
      billerMayCheck: true,
    });
  }
  if (refillKit === 'not-paid')
    return fail(`The profile ${name} says that A4220 is not paid.`, { ...packagedKit, fix: 'Drop A4220.' });
  return needsReview('Medicare never pays A4220 beside a refill. Whether this plan does was not found.', {
    ...packagedKit,
    fix: 'Ask the payer, or drop A4220.',
    billerMayCheck: true,
    settledBy: 'payer',
  });
}

const fitRule = rule({
  id: 'companions/fit',
  title: 'Procedure and drug fit together',
  rows: cite('5 services', '5 incident-to', '5 facility', '5 catheter trial'),
  outcomes: ['needs-review', 'pass', 'not-applicable'],
  check({ code, held, encounter }) {
    const { companions, purpose, setting } = encounter;
    const purposes = purposesOf(encounter);
    if (companions.length === 0) return notApplicable('No procedure was entered.');
    const doubts = [
      ...(purpose === 'pump-fill' ? doubtsAtFill(companions, code !== null && held === null, purposes) : []),
      ...(purpose === 'screening-trial' && !purposes.includes('pump-fill') ? doubtsAtTrial(companions) : []),
      ...(companions.includes('95990') ? doubtsOf95990(setting) : []),
    ];
    if (doubts.length > 0) return worstOf(doubts);
    const byHospital =
      companions.includes('95990') && isHospital(setting)
        ? ' 95990 goes on the hospital’s own claim. A physician is not paid for it there.'
        : '';
    return pass(`${inWords(companions)}: nothing read speaks against the purpose and the setting.${byHospital}`);
  },
});

type Doubts = readonly Verdict<'needs-review'>[];
const doubtful = (because: string, fix: string, about: readonly CompanionCode[]): Doubts => [
  needsReview(because, {
    denial: denials.unclearService,
    goTo: 'services',
    ...boxOf(about),
    billerMayCheck: true,
    fix,
  }),
];
const among = (codes: readonly CompanionCode[], billed: readonly CompanionCode[]) =>
  codes.filter((each) => billed.includes(each));

function doubtsAtFill(
  companions: readonly CompanionCode[],
  isDrugBilled: boolean,
  purposes: readonly Purpose[],
): Doubts {
  const [checked, tried] = [among(checks, companions), among(trials, companions)];
  const isFilled = companions.includes('62362') || companions.some(isRefillCode);
  const withoutRefill =
    isDrugBilled && checked.length > 0 && !isFilled
      ? doubtful(
          `${are(checked, 'a check')} without a refill, but drug for a fill is billed.`,
          'Check which code tells what was done.',
          checked,
        )
      : [];
  if (tried.length === 0 || purposes.includes('screening-trial')) return withoutRefill;
  const because = `${are(tried, 'the trial injection')}, but the purpose is a pump fill.`;
  return [...withoutRefill, ...doubtful(because, 'Check the purpose and the code.', tried)];
}

function doubtsAtTrial(companions: readonly CompanionCode[]): Doubts {
  const ofPump = [...among(refills, companions), ...among(checks, companions)];
  if (ofPump.length === 0) return [];
  return doubtful(
    `${are(ofPump, 'about an implanted pump')}, but the purpose is a trial.`,
    'Check the purpose and the code. Codes of a trial through a lasting catheter were not found.',
    ofPump,
  );
}

function doubtsOf95990(setting: Setting): Doubts {
  if (practiceSettings.includes(setting) || isHospital(setting)) return [];
  const unpaid = '95990 holds no physician’s work, so a physician is not paid for it in a facility.';
  const because = `${unpaid} Whether this setting may bill it was not read.`;
  return doubtful(because, 'Ask the payer, or check the setting.', ['95990']);
}

const sameClaimRule = rule({
  id: 'companions/same-claim',
  title: 'Procedure and drug on one claim',
  rows: cite('5 same claim', '5 supplied', '8'),
  outcomes: ['needs-review', 'pass', 'not-applicable'],
  check(claim) {
    const { encounter, services } = claim;
    const { payer } = encounter;
    if (payer === 'self-pay') return notApplicable('No claim goes to a payer.');
    if (!hasDrugLine(claim) && claim.held === null) return noDrugLine;
    if (isDrugLineHeld(claim)) return notApplicable('The drug line waits. First settle who bills the drug here.');
    const procedures = services.lines.map(({ hcpcs }) => hcpcs).filter(isProcedure);
    if (procedures.length === 0) return procedureNotTicked(encounter);
    return pass(`${inWords([...new Set(procedures), 'the drug'])} stand on this one claim.`);
  },
});

/** Row 5 same claim: of other procedures and other payers nothing was read. */
const whoSaysSo = 'First Coast says so of a refill and its drug.';
const onOneClaim = { denial: denials.apart, billerMayCheck: true, tickSays: 'They are on one claim' } as const;

const notTicked = (procedure: string, box: CompanionCode | null) => {
  const claim = `Put the ${procedure} and the drug on one claim. Then tick here that they are.`;
  return needsReview(
    `The drug is billed, and no code of the ${procedure} is ticked. ` +
      `Payers may look for it on the same claim. ${whoSaysSo}`,
    box === null
      ? {
          ...onOneClaim,
          fix: `Add its code under “Billed for the same day”: then it is a line of this claim. Else: ${claim}`,
          goTo: 'services',
        }
      : {
          ...onOneClaim,
          fix: `Tick its code under “Billed for the same day”: then it is a line of this claim. Else: ${claim}`,
          goTo: 'services',
          goToItem: box,
        },
  );
};
// Made once: they hang on nothing else.
const refillNotTicked = notTicked('refill', '62369');
const trialNotTicked = notTicked('injection', '62322');
/** The code of an injection into a vein or a muscle has no box: it is typed. */
const injectionNotTicked = notTicked('injection', null);
const refillElsewhereNotTicked = notTicked('refill', null);

function procedureNotTicked({ purpose, route }: Encounter) {
  const isFill = purpose === 'pump-fill';
  if (!route.startsWith('intrathecal')) return isFill ? refillElsewhereNotTicked : injectionNotTicked;
  return isFill ? refillNotTicked : trialNotTicked;
}

const visitRule = rule({
  id: 'companions/visit',
  title: 'Visit beside the procedure, and modifier 25',
  rows: cite('5 visit', '4 25'),
  outcomes: ['fail', 'needs-review', 'not-applicable'],
  check({ encounter: { services, payer } }) {
    if (payer === 'self-pay') return notApplicable('No payer asks about a visit of a self-pay service.');
    const with25 = services.filter(({ modifiers }) => modifiers.includes('25'));
    const astray = with25.filter(({ code }) => !isVisit(code));
    const row = (service: BilledService | undefined) => (service ? { goToRow: services.indexOf(service) } : {});
    if (astray.length > 0) {
      return fail(`25 belongs on a visit, and it stands on ${inWords(astray.map(({ code }) => code))}.`, {
        fix: 'Take 25 off. It goes on the line of the visit, where the record shows separate work.',
        denial: denials.wrongModifier,
        goTo: 'serviceModifiers',
        ...row(astray[0]),
      });
    }
    const visits = services.filter(({ code }) => isVisit(code));
    const bare = visits.filter((visit) => !with25.includes(visit));
    if (visits.length === 0) return notApplicable('No visit was entered.');
    const says =
      bare.length > 0 ? `${inWords(bare.map(({ code }) => code))} stands without 25.` : '25 stands on the visit.';
    return needsReview(`${says} A visit on the day of a procedure is paid only for work apart from it.`, {
      fix:
        'See that the record shows that work: its reason, findings and decision, beside the procedure. ' +
        (bare.length > 0 ? 'If it does, put 25 on the visit. Else drop the visit.' : 'Else drop the visit.'),
      denial: denials.packaged,
      goTo: 'serviceModifiers',
      ...row(bare[0] ?? visits[0]),
      billerMayCheck: true,
    });
  },
});

/** Row 7.4: first day of the model. */
export const wiserFrom = day('2026-01-15');

const wiserRule = rule({
  id: 'companions/wiser',
  title: 'WISeR review of 62323',
  rows: cite('7.4', '5 trial exemption'),
  outcomes: ['needs-review', 'not-applicable'],
  check({ encounter: { companions, payer, dateOfService } }) {
    if (payer !== 'medicare-part-b' || !companions.includes('62323'))
      return notApplicable('No trial injection with imaging for Medicare was entered.');
    if (dateOfService < wiserFrom) return notApplicable(`The model began on ${formatDate(wiserFrom)}.`);
    return needsReview(
      'In AZ, NJ, OH, OK, TX and WA the WISeR model is said to review some spinal steroid injections before ' +
        'payment. 62323 is their code too.',
      {
        fix: 'In these states, ask the contractor. Confirm that the model does not catch a baclofen trial.',
        denial: denials.noAuthorization,
        billerMayCheck: true,
      },
    );
  },
});

/** The codes that tell of a pump that was programmed, and those of one that was not. */
const programmingCodes: readonly CompanionCode[] = ['62369', '62370', '62368'];
const plainCodes: readonly CompanionCode[] = ['95990', '95991', '62367'];

/** The codes to bill instead, of the same kind as those that do not fit: refills, or the check alone. */
const codesInstead = (told: 'changed' | 'none', wrong: readonly CompanionCode[]): readonly string[] => [
  ...(wrong.some(isRefillCode)
    ? [
        told === 'changed'
          ? 'Refill codes with programming are 62369 and 62370.'
          : 'Refill codes without programming are 95990 and 95991.',
      ]
    : []),
  ...(wrong.some((code) => checks.includes(code))
    ? [told === 'changed' ? 'The check with programming is 62368.' : 'The check without programming is 62367.']
    : []),
];

/** "62369 tells of programming, but", "62369 tells of programming and 95990 of none, but". */
function tellOf(programmed: readonly string[], plain: readonly string[]): string {
  const tell = (codes: readonly string[]) => `${inWords(codes)} ${codes.length > 1 ? 'tell' : 'tells'}`;
  if (programmed.length === 0) return `${tell(plain)} of no programming, and`;
  return `${tell(programmed)} of programming${plain.length > 0 ? ` and ${inWords(plain)} of none` : ''}, but`;
}

const programmingRule = rule({
  id: 'companions/programming',
  title: 'Pump code, and what was programmed',
  rows: cite('5 nothing changed', '5 services'),
  outcomes: ['fail', 'needs-review', 'pass', 'not-applicable'],
  check({ encounter }) {
    const { companions, payer, purpose } = encounter;
    const programmed = companions.filter((code) => programmingCodes.includes(code));
    const plain = companions.filter((code) => plainCodes.includes(code));
    if (payer === 'self-pay') return notApplicable('No payer asks what was programmed for a self-pay service.');
    if (programmed.length + plain.length === 0 || purpose !== 'pump-fill')
      return notApplicable('No code with programming was entered.');
    const { told, says } = programmingOf(encounter);
    const more = { denial: denials.unclearService, goTo: 'services' } as const;
    if (told === 'changed') return asRecorded(told, says, programmed, plain);
    if (told === 'none') return asRecorded(told, says, plain, programmed);
    if (told === 'disagrees') {
      const fix = 'Correct the answer or the figures. Then check the code.';
      return needsReview(`${sentenceCase(says)}.`, { ...more, goTo: 'reprogrammed', fix });
    }
    if (told === 'unchanged') {
      const fix = 'Ask the contractor which code it wants for this. Note who said so.';
      const because = `${tellOf(programmed, plain)} ${says}. ${contractorsDiffer}`;
      return needsReview(because, { ...more, ...boxOf([...programmed, ...plain]), fix, billerMayCheck: true });
    }
    if (programmed.length === 0) return notApplicable('No code with programming was entered.');
    return notApplicable(
      'Whether the pump was reprogrammed is not told. Answer it, or enter dose and concentration, before and after.',
    );
  },
});

/** Codes held against a record that settles whether the pump was programmed. */
function asRecorded(
  told: 'changed' | 'none',
  says: string,
  fitting: readonly CompanionCode[],
  wrong: readonly CompanionCode[],
) {
  const fit = fitting.length > 1 ? 'fit' : 'fits';
  if (wrong.length === 0) return pass(`${inWords(fitting)} ${fit} what was recorded: ${says}.`);
  return fail(`The record does not support ${inWords(wrong, 'or')}: ${says}.`, {
    denial: denials.unclearService,
    goTo: 'services',
    ...boxOf(wrong),
    fix: ['Bill what was done, or correct the answer.', ...codesInstead(told, wrong)].join(' '),
  });
}

const skillRule = rule({
  id: 'companions/skill',
  title: 'Refill code, and whose skill was needed',
  rows: cite('5 skill', '5 services'),
  outcomes: ['fail', 'pass', 'not-applicable'],
  check({ encounter: { companions, payer, purpose, skillNeeded } }) {
    const billed = companions.filter(isRefillCode);
    if (payer === 'self-pay') return notApplicable('No payer asks whose skill a self-pay service needed.');
    if (billed.length === 0 || purpose !== 'pump-fill') return notApplicable('No refill code was entered.');
    if (skillNeeded === null) return notApplicable('Whether a physician’s skill was needed is not told.');
    const wrong = billed.filter((code) => isSkilled(code) !== skillNeeded);
    const answered = skillNeeded ? 'a physician’s skill was needed' : 'no physician’s skill was needed';
    if (wrong.length === 0)
      return pass(`${inWords(billed)} ${billed.length > 1 ? 'fit' : 'fits'} the answer: ${answered}.`);
    return fail(`The record does not support ${inWords(wrong, 'or')}: ${answered}.`, {
      denial: denials.unclearService,
      goTo: 'services',
      ...boxOf(wrong),
      fix:
        'Bill what was done, or correct the answer. Refill codes ' +
        `${skillNeeded ? 'with that skill are 62370 and 95991' : 'without it are 62369 and 95990'}.`,
    });
  },
});

/** The refill codes held against the record, for the page and the paper; null where no pump was filled. */
export function refillSupport(encounter: Encounter): RefillSupport | null {
  const refill = [encounter, asOtherDrug(encounter)].find((each) => each !== null && isRefill(each));
  if (!refill) return null;
  const programming = programmingOf(refill);
  const procedures = refillProcedures(refill);
  return {
    procedures: procedures.map((each) => ({ ...each, words: companionWords[each.code] })),
    inShort: supportInShort(procedures),
    told: tellsOfRefill(refill),
    note: programming.told === 'unchanged' ? contractorsDiffer : null,
    rows: refillRows,
  };
}

/** What else is billed for the day of service: section 5. */
export const companionRules: readonly Rule[] = [
  pairsRule,
  kitRule,
  fitRule,
  programmingRule,
  skillRule,
  sameClaimRule,
  visitRule,
  wiserRule,
];
