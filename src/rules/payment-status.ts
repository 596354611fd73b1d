import { needsReview, notApplicable, onHold, pass, type Verdict } from '../engine/verdict';
import type { DraftClaim, HcpcsCode, SeparatePayment } from '../engine/claim';
import { asOf, day, endOfMonth, formatDate, oldestFirst, type Dated, type IsoDate } from '../engine/dated';
import type { Encounter, Setting } from '../engine/encounter';
import { rule, type Rule } from '../engine/rule';
import type { RowId } from './citations';
import { attendanceDecides } from './asked-for';
import { cite } from './cite';
import { denials } from './denials';
import { isIntrathecalCode } from './hcpcs';
import { hasDrugLine, noDrugLine } from './drug-line';

type Indicator = { readonly indicator: string; readonly separate: boolean };
type IndicatorTable = readonly [Dated<Indicator>, ...Dated<Indicator>[]];

export const quarterEnd = (from: IsoDate): IsoDate =>
  endOfMonth(Number(from.slice(0, 4)), Number(from.slice(5, 7)) + 2) ?? from;

/** First days of the quarters whose Addendum B was read; a newly read quarter is a new day here. Row 2b outpatient. */
export const outpatientQuarters: readonly IsoDate[] = [
  '2020-01-01',
  '2020-04-01',
  '2021-01-01',
  '2021-04-01',
  '2021-10-01',
  '2022-07-01',
  '2022-10-01',
  '2023-01-01',
  '2023-04-01',
  '2023-07-01',
  '2023-10-01',
  '2024-01-01',
  '2024-04-01',
  '2024-07-01',
  '2024-10-01',
  '2025-01-01',
  '2025-04-01',
  '2025-07-01',
  '2025-10-01',
  '2026-01-01',
  '2026-04-01',
].map(day);

/** The same status in every quarter read. */
function outpatientTable(indicator: string, separate: boolean): IndicatorTable {
  const entryOf = (from: IsoDate): Dated<Indicator> => ({
    from,
    through: quarterEnd(from),
    value: { indicator, separate },
    row: '2b outpatient',
  });
  return oldestFirst(outpatientQuarters.map(entryOf));
}

const surgicalCenterEntry = (
  from: string,
  through: string,
  indicator: string,
  separate: boolean,
): Dated<Indicator> => ({
  from: day(from),
  through: day(through),
  value: { indicator, separate },
  row: '2b asc',
});

/** OPPS status indicators (Addendum B). Row 2b. */
const outpatientIndicators = {
  J0475: outpatientTable('K', true),
  J0476: outpatientTable('N', false),
} as const satisfies Record<string, IndicatorTable>;

/** ASC payment indicators (Addendum BB). Row 2b. */
const surgicalCenterIndicators = {
  J0475: [surgicalCenterEntry('2020-01-01', '2020-12-31', 'K2', true)],
  J0476: [surgicalCenterEntry('2020-01-01', '2020-12-31', 'N1', false)],
} as const satisfies Record<string, IndicatorTable>;

const newestOf = (table: IndicatorTable) => ({
  from: (table.at(-1) ?? table[0]).from,
  through: (table.at(-1) ?? table[0]).through,
});
/** The newest tables on file. */
export const newestIndicators = {
  outpatient: newestOf(outpatientIndicators.J0475),
  surgicalCenter: newestOf(surgicalCenterIndicators.J0475),
};

const separately = (because: string, row: RowId): SeparatePayment => ({
  separate: true,
  because,
  insteadPaid: null,
  rows: [row],
  table: null,
});
const paidInstead = (because: string, insteadPaid: string, row: RowId): SeparatePayment => ({
  separate: false,
  because,
  insteadPaid,
  rows: [row],
  table: null,
});

/** Whether the drug is paid on its own line in this setting: section 2b. Medicare's way, also the default for plans. */
export function separatePayment(encounter: Encounter, { hcpcs }: HcpcsCode): SeparatePayment {
  if (encounter.payer === 'self-pay') return separately('The patient pays by the practice’s own terms.', '2b self-pay');
  return bySetting[encounter.setting](encounter, hcpcs);
}

/**
 * Where the practice bills the drug on its own professional claim, at the rate of a place that is no facility (row 2b
 * home and those after it).
 */
export const practiceSettings: readonly Setting[] = [
  'office',
  'independent-clinic',
  'home',
  'assisted-living',
  'custodial-care',
  'nursing-facility',
];

/** Where a hospital bills an outpatient's drug on its own claim form (row form by setting). */
export const hospitalSettings: readonly Setting[] = ['hospital-outpatient', 'critical-access-hospital'];

/**
 * Places of service of a hospital that have no setting of their own here: the physician's claim, not the hospital's
 * (row 2b hospital places).
 */
const hospitalPlaces: readonly string[] = ['19', '21', '22'];
/** Inpatients of a psychiatric and of a rehabilitation hospital: taken like 21 (row 2b inpatient places). */
const takenLikeInpatient: readonly string[] = ['51', '61'];
export const isHospitalPlace = ({ placeOfService }: Encounter): boolean =>
  placeOfService !== null && (hospitalPlaces.includes(placeOfService) || takenLikeInpatient.includes(placeOfService));

const theHospitalBills = (where: string): SeparatePayment =>
  paidInstead(
    `${where} the hospital bills the drug, not the physician.`,
    'the hospital, on its own claim',
    '2b hospital places',
  );

function byDigits(encounter: Encounter): SeparatePayment {
  const { placeOfService } = encounter;
  if (!isHospitalPlace(encounter))
    return separately('For this place the drug is put on its own line, as in the office.', '2b other place');
  if (!takenLikeInpatient.includes(placeOfService ?? ''))
    return theHospitalBills(`At place of service ${placeOfService}`);
  const because =
    `Place of service ${placeOfService} is taken like 21, where the hospital bills the drug. ` +
    'That is general knowledge.';
  return paidInstead(because, 'the hospital, on its own claim', '2b inpatient places');
}

const likeHome = () => separately('Here the drug is billed on its own line, as in the home.', '2b residence');

const bySetting = {
  office: () => separately('In the office the drug is paid on its own line.', '2b office'),
  'independent-clinic': () =>
    separately('A clinic bills the drug on its own line, as an office does.', '2b independent clinic'),
  home: () => separately('In the home the drug is billed on its own line, as in the office.', '2b home'),
  'assisted-living': likeHome,
  'custodial-care': likeHome,
  'nursing-facility': () =>
    separately('Without a Part A stay the drug is billed on its own line.', '2b nursing facility'),
  'skilled-nursing-facility': () =>
    paidInstead(
      'In a Part A stay the skilled nursing facility (SNF) is understood to pay for the drug, even in your office.',
      'the SNF’s payment for the stay',
      '2b SNF',
    ),
  'emergency-room': () => theHospitalBills('In the emergency room'),
  other: byDigits,
  'critical-access-hospital': () =>
    separately('A critical access hospital reports the drug on its own line.', '2b critical access'),
  rhc: () =>
    paidInstead(
      'A rural health clinic is not paid for the drug on its own line.',
      'the clinic’s rate for the visit',
      '2b clinic',
    ),
  fqhc: () =>
    paidInstead(
      'A federally qualified health center is not paid for the drug on its own line.',
      'the center’s rate for the visit',
      '2b clinic',
    ),
  'dme-supplier': (_encounter, hcpcs) =>
    paidInstead(
      isIntrathecalCode(hcpcs)
        ? 'A medical equipment supplier cannot bill this drug to Medicare.'
        : `Nothing read lets a medical equipment supplier bill ${hcpcs} for baclofen to Medicare.`,
      'nothing to a supplier; whoever fills the pump bills the drug',
      '2b DME',
    ),
  inpatient: () =>
    paidInstead('For an inpatient the drug is not paid on its own line.', 'the payment for the stay', '2b inpatient'),
  'hospital-outpatient': ({ dateOfService }, hcpcs) => byIndicator(hcpcs, dateOfService, true),
  asc: ({ dateOfService }, hcpcs) => byIndicator(hcpcs, dateOfService, false),
} as const satisfies Record<Setting, (encounter: Encounter, hcpcs: string) => SeparatePayment>;

export const indicatorTitles = {
  outpatient: 'OPPS status indicator (Addendum B)',
  surgicalCenter: 'ASC payment indicator (Addendum BB)',
} as const;

function byIndicator(hcpcs: string, dateOfService: IsoDate, outpatient: boolean): SeparatePayment {
  const tables: Readonly<Record<string, IndicatorTable>> = outpatient ? outpatientIndicators : surgicalCenterIndicators;
  const table = tables[hcpcs];
  const row = outpatient ? '2b outpatient' : '2b asc';
  if (!table) return separately(`No payment indicator for ${hcpcs} was found.`, row);
  const { entry, standing } = asOf(table, dateOfService);
  const { indicator, separate } = entry.value;
  const title = outpatient ? indicatorTitles.outpatient : indicatorTitles.surgicalCenter;
  const which = outpatient
    ? `${hcpcs} has the outpatient status ${indicator}`
    : `${hcpcs} has the surgical center (ASC) status ${indicator}`;
  return {
    separate,
    because: separate ? `${which}: paid on its own line.` : `${which}: packaged, not paid on its own line.`,
    insteadPaid: separate ? null : 'the payment for the procedure of the day',
    rows: [row],
    table: { title, entry, standing },
  };
}

/** Why a drug line waits that Medicare does not pay on its own, and what to do (section 2b). */
type Held = {
  readonly fix: string;
  readonly denial: (typeof denials)[keyof typeof denials];
  readonly billerMayCheck?: true;
};
const forInformation: Held = {
  fix: 'Take the drug line off. Ask the contractor whether it wants the line for information.',
  denial: denials.packaged,
  billerMayCheck: true,
};
const theHospitals: Held = {
  fix:
    'Take the drug off your claim. The procedure stays yours to bill. ' +
    'If you bill for the hospital, choose its own setting.',
  denial: denials.place,
};
const held: Partial<Record<Setting, Held>> = {
  rhc: forInformation,
  fqhc: forInformation,
  inpatient: forInformation,
  'emergency-room': theHospitals,
  other: theHospitals,
  'skilled-nursing-facility': {
    fix:
      'Take the drug off your claim and settle it with the SNF. The procedure stays yours to bill. ' +
      'No list was found that names this drug: confirm it with the contractor.',
    denial: denials.snfStay,
  },
};

/** Why the line waits, if it does; the payer's word on the code is no word on the place. */
const waitsFor = (payment: SeparatePayment, { payer, setting }: Encounter): Held | undefined =>
  payer === 'medicare-part-b' && !payment.separate ? held[setting] : undefined;

type Waiting = Parameters<typeof onHold>[1];

/** Whether the claim has procedures that can leave while the drug is settled otherwise. */
const mayLeaveWithoutDrug = ({ services, encounter }: DraftClaim): boolean =>
  services.lines.length > 0 && encounter.setting !== 'inpatient';

/**
 * The drug line waits: the whole claim does where it is all of it; beside procedures the drug alone is held, and an
 * override brings it back.
 */
function waitingDrug(claim: DraftClaim, because: string, more: Waiting) {
  if (!mayLeaveWithoutDrug(claim)) return onHold(because, more);
  const { settledBy: _ofTheLine, ...ways } = more;
  return needsReview(because, {
    ...ways,
    billerMayCheck: true,
    tickSays: 'The drug is not billed on this claim',
    holdsDrug: true,
  });
}

const separatePaymentRule = rule({
  id: 'payment/separate',
  title: 'Whether the drug is paid on its own line',
  rows: [
    ...cite(
      '2b office',
      '2b outpatient',
      '2b asc',
      '2b critical access',
      '2b clinic',
      '2b inpatient',
      '2b DME',
      '2b plans',
    ),
    ...cite('2b home', '2b SNF', '2b hospital places', '2b inpatient places', '1.9 price'),
  ],
  outcomes: ['on-hold', 'needs-review', 'pass', 'not-applicable'],
  check(claim) {
    const { code, payment, encounter } = claim;
    const { payer, setting } = encounter;
    if (!code || !payment) return noDrugLine;
    if (payer === 'self-pay') return notApplicable('No payer decides on a self-pay line.');
    const instead = payment.insteadPaid ? [`Paid instead: ${payment.insteadPaid}.`] : [];
    const waits = waitsFor(payment, encounter);
    if (waits) return waitingDrug(claim, [payment.because, ...instead].join(' '), { goTo: 'setting', ...waits });
    if (code.hcpcsDosage === null || code.descriptor === null) return paymentNotRead(code);
    const byAnother = payer !== 'medicare-part-b';
    const openPlace = questionOfPlace(claim) !== null;
    if (openPlace && !byAnother) return notApplicable('The place is not settled. See “Place of the service”.');
    if (byAnother && setting === 'office')
      return notApplicable('In the office Medicare pays for the drug on its own line. This payer may pay otherwise.');
    const older = payment.table && payment.table.standing !== 'in-force' ? olderTable(payment.table) : null;
    if (payment.separate && !byAnother && !older) return pass(payment.because);
    const doubts = [
      ...(byAnother ? [openPlace ? placeUnsettled : anothersWay(payment)] : []),
      ...(older ? [older] : []),
    ];
    return needsReview([payment.because, ...instead, ...doubts].join(' '), {
      fix: [
        ...(payment.separate ? [] : [whatOfLine(encounter)]),
        ...(byAnother ? ['Ask the payer how it pays for the drug in this setting, and who bills it.'] : []),
        ...(older ? ['Look the status up for the date of service. A packaged drug carries neither JW nor JZ.'] : []),
      ].join(' '),
      denial: denials.packaged,
      goTo: 'setting',
      billerMayCheck: true,
      settledBy: byAnother ? 'payer' : 'table',
    });
  },
});

/** Whether Medicare's way was read: not of a place that is only taken like another (row 2b inpatient places). */
export const isMedicaresWay = ({ rows }: SeparatePayment): boolean => !rows.includes('2b inpatient places');
const anothersWay = (payment: SeparatePayment): string =>
  isMedicaresWay(payment) ? 'That is Medicare’s way; this payer may pay otherwise.' : 'This payer may pay otherwise.';
const placeUnsettled = 'Whether Medicare takes the drug from this place is not settled. This payer may pay otherwise.';

/** A compound, or a code of no list: no table tells how it is paid. */
function paymentNotRead({ hcpcs, hcpcsDosage }: HcpcsCode) {
  if (hcpcsDosage === null) {
    const texts = 'Old contractor texts say that each contractor sets the price of a compound.';
    return needsReview(`How ${hcpcs} is paid here was not read. ${texts}`, {
      fix: 'Ask the payer how it pays a compounded drug in this setting.',
      denial: denials.packaged,
      goTo: 'setting',
      billerMayCheck: true,
      settledBy: 'payer',
    });
  }
  return needsReview(`Nothing read tells how ${hcpcs} is paid.`, {
    fix: 'Make the payment part of what the payer confirms.',
    denial: denials.invalidCode,
    goTo: 'confirmedBy',
    billerMayCheck: true,
  });
}

/** What becomes of a line that is not paid on its own. */
function whatOfLine({ payer, setting }: Encounter): string {
  if (payer === 'medicare-part-b' && setting === 'dme-supplier') return supplierTakesOff;
  return setting === 'hospital-outpatient' ? keptByCode : forTheRecord;
}

const keptByCode = 'Keep the line, without JW and JZ. A hospital reports packaged drugs by code too.';
const supplierTakesOff = 'Take the drug line off. Whoever fills the pump bills it.';
const forTheRecord = 'Not paid on its own line; shown for your records. Report the line only if the payer wants it.';

const olderTable = ({ title, entry }: NonNullable<SeparatePayment['table']>): string =>
  `The ${title} on file is of ${formatDate(entry.from)} to ${formatDate(entry.through)}, not of the date of service.`;

/** The row that leaves open whether Medicare takes the drug from this place at all; null where none does. */
export function unsettledPlace(encounter: Encounter): RowId | null {
  const { payer, setting, attendance } = encounter;
  if (payer !== 'medicare-part-b') return null;
  if (setting === 'nursing-facility') return '2b nursing facility';
  if (setting === 'other') return isHospitalPlace(encounter) ? null : '2b other place';
  return attendanceDecides(encounter) && attendance !== 'physician' ? '2b home' : null;
}

function whoWasThere(claim: DraftClaim): Verdict<'on-hold' | 'needs-review'> {
  const { setting, attendance } = claim.encounter;
  const more = { denial: denials.place, goTo: 'attendance' } as const;
  const wants =
    setting === 'home'
      ? 'In the home Medicare is understood to pay for the drug only if the physician was there (direct supervision).'
      : 'No text on the drug in this place was found. ' +
        'It is taken like the home, where Medicare is understood to want the physician.';
  if (attendance === null) return onHold(`${wants} Who was there is not told.`, { ...more, fix: 'Say who was there.' });
  if (attendance === 'nurse-alone') {
    return waitingDrug(claim, `A nurse was there alone. ${wants}`, {
      ...more,
      fix: 'Take the drug off the claim, or ask the contractor who can bill it.',
    });
  }
  const known =
    setting === 'home'
      ? 'That the drug is then paid in the home is general knowledge.'
      : 'No text was found on the drug in this place.';
  return needsReview(`The physician was there, as Medicare wants it. ${known}`, {
    ...more,
    fix: 'See that the record shows who was there. Confirm with the contractor that it pays.',
    billerMayCheck: true,
  });
}

/** What else Medicare asks of a place that is no office. */
const places: Partial<Record<Setting, (claim: DraftClaim) => Verdict<'on-hold' | 'needs-review'> | null>> = {
  home: whoWasThere,
  'assisted-living': whoWasThere,
  'custodial-care': whoWasThere,
  'nursing-facility': (claim) =>
    waitingDrug(
      claim,
      'In an SNF your own staff cannot give the drug on the physician’s claim. ' +
        'Whether that holds without a Part A stay was not found.',
      {
        fix: 'Ask the contractor who bills the drug at place of service 32. The procedure stays yours to bill.',
        denial: denials.place,
        goTo: 'setting',
        billerMayCheck: true,
        settledBy: 'payer',
      },
    ),
  'independent-clinic': () =>
    needsReview(
      'A clinic can bill the drug if a physician was there (direct supervision). ' +
        'That is general knowledge and was not read.',
      {
        fix: 'Check who was there. Confirm with the contractor that it pays.',
        denial: denials.place,
        goTo: 'setting',
        billerMayCheck: true,
      },
    ),
  other: ({ encounter }) =>
    isHospitalPlace(encounter)
      ? null
      : needsReview(
          (encounter.placeOfService === null
            ? 'The place of service is not entered. '
            : `Place of service ${encounter.placeOfService} is none of those on file. `) +
            'Who bills the drug there was not read.',
          {
            fix: 'Check the two digits. Ask the contractor who bills the drug there.',
            denial: denials.place,
            goTo: 'placeOfService',
            billerMayCheck: true,
          },
        ),
};

const questionOfPlace = (claim: DraftClaim): Verdict<'on-hold' | 'needs-review'> | null =>
  places[claim.encounter.setting]?.(claim) ?? null;

const placeRule = rule({
  id: 'payment/place',
  title: 'Place of the service',
  rows: cite('2b home', '2b residence', '2b nursing facility', '2b independent clinic', '2b other place'),
  outcomes: ['on-hold', 'needs-review', 'not-applicable'],
  check(claim) {
    if (!hasDrugLine(claim) && claim.held === null) return noDrugLine;
    const { encounter } = claim;
    if (encounter.payer !== 'medicare-part-b')
      return notApplicable('Only original Medicare’s rules on places were read.');
    return questionOfPlace(claim) ?? notApplicable('The setting leaves no question about the place.');
  },
});

/** Whether the drug line waits, or is another’s to bill: then nothing more is to be put beside it. */
export function isDrugLineHeld(claim: DraftClaim): boolean {
  const { payment, encounter } = claim;
  if (encounter.setting === 'dme-supplier' && encounter.payer === 'medicare-part-b') return true;
  if (claim.held !== null) return true;
  const waits = payment !== null && waitsFor(payment, encounter) !== undefined && !mayLeaveWithoutDrug(claim);
  return waits || placeRule.check(claim).outcome === 'on-hold';
}

/** The finding that keeps the drug off this claim, while its procedures may leave; null where the drug stays. */
export function heldDrug(claim: DraftClaim): { readonly rule: Rule; readonly verdict: Verdict } | null {
  for (const each of paymentRules) {
    const verdict = each.check(claim);
    if (verdict.holdsDrug) return { rule: each, verdict };
  }
  return null;
}

export const paymentRules: readonly Rule[] = [separatePaymentRule, placeRule];
