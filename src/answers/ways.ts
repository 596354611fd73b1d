import type { Finding } from '../engine/prepared-claim';
import { isNone } from '../engine/quantity';
import type { PayerProfile } from '../engine/payer-profile';
import { attendanceDecides } from '../rules/asked-for';
import { fieldOf, type FieldName } from './field-names';
import { isEmptyRow } from './read-containers';
import { isMixed, type RefillReading } from './read-refill';
import { hasWaste } from './told-amounts';
import {
  asksChargeBeside,
  asksUnitsBeside,
  asksContainersBeside,
  asksHospital340b,
  asksSameContainers,
  chosenProfile,
  confirmsOtherCode,
  fillsPump,
  hasSeveralNdcs,
  isApproval,
  needsConfirmation,
  profilesFor,
} from './what-is-asked';
import type { WorksheetText } from './worksheet-text';

/** A record, what was read of its refill, and the clinic's own profiles: what decides which answers are asked for. */
export type Asking = {
  readonly worksheet: WorksheetText;
  readonly refill: RefillReading | null;
  readonly own: readonly PayerProfile[];
};
type Asks = (asking: Asking) => boolean;

const inDose: Asks = ({ worksheet }) => worksheet.entry === 'dose';
const isPumpFill: Asks = ({ worksheet }) => fillsPump(worksheet);
const isBeside: Asks = ({ worksheet }) => worksheet.drugBeside.use !== '';
const hasOwnContainers: Asks = ({ worksheet }) => asksContainersBeside(worksheet);
const isApproved: Asks = ({ worksheet }) => isApproval(worksheet.priorAuthorization);
const isWasted: Asks = ({ worksheet, refill }) => hasWaste(worksheet, refill);
const isConfirmed: Asks = ({ worksheet }) => needsConfirmation(worksheet);
const isCompound: Asks = ({ worksheet }) => worksheet.drugSource === 'compounded';
const profileOf = ({ worksheet, own }: Asking) => chosenProfile(worksheet, own);

/** The answers of the worksheet that are not always asked for, and when they are. */
const askedWhen: Partial<Record<FieldName, Asks>> = {
  doseGiven: inDose,
  doseWasted: inDose,
  strength: inDose,
  container: inDose,
  labeledAmount: inDose,
  ndc: inDose,
  wasteReason: isWasted,
  wasteDate: isWasted,
  wasteTime: isWasted,
  confirmedCode: (asking) => isCompound(asking) || confirmsOtherCode(asking.worksheet),
  confirmedBy: isConfirmed,
  confirmedOn: isConfirmed,
  confirmationReference: isConfirmed,
  otherDrugs: isCompound,
  reprogrammed: isPumpFill,
  skillNeeded: isPumpFill,
  profile: ({ worksheet: { payer, profile }, own }) =>
    payer !== '' && (profile !== '' || profilesFor(payer, own).length > 0),
  placeOfService: ({ worksheet }) => worksheet.setting === 'other',
  attendance: ({ worksheet }) => worksheet.setting !== 'other' && attendanceDecides(worksheet),
  lastFillOn: (asking) => isPumpFill(asking) && typeof profileOf(asking)?.minimumDaysBetweenFills === 'number',
  unitsInPeriod: (asking) => isPumpFill(asking) && Boolean(profileOf(asking)?.unitsPerPeriod),
  kd: (asking) => profileOf(asking)?.kd !== true,
  linePerNdc: (asking) => hasSeveralNdcs(asking.refill) && !profileOf(asking)?.lines,
  hospital340b: ({ worksheet }) => asksHospital340b(worksheet),
  priorAuthorizationNumber: isApproved,
  firstDay: isApproved,
  lastDay: isApproved,
  unitsApproved: isApproved,
  unitsUsed: isApproved,
  askedOn: ({ worksheet }) => worksheet.priorAuthorization === 'approved-after-service',
  'refill.reservoir': ({ worksheet }) => worksheet.purpose === 'pump-fill',
  'refill.concentration': ({ worksheet, refill }) => isMixed(worksheet.refill, refill?.opened ?? []),
  'drugBeside.doseGiven': isBeside,
  'drugBeside.drugSource': isBeside,
  'drugBeside.sameContainers': (asking) => isBeside(asking) && asksSameContainers(asking.worksheet),
  'drugBeside.doseWasted': hasOwnContainers,
  'drugBeside.chargePerUnit': ({ worksheet }) => asksChargeBeside(worksheet),
  'drugBeside.unitsApproved': ({ worksheet }) => asksUnitsBeside(worksheet),
  'drugBeside.unitsUsed': ({ worksheet }) => asksUnitsBeside(worksheet),
  'refill.leftover': ({ refill }) => Boolean(refill?.left && !isNone(refill.left)),
};

/** A row of containers asks its product and NDC always, and the rest once one of them is told. */
function isAskedOfRow([part, , place, name]: readonly string[], { worksheet }: Asking): boolean {
  const row = worksheet[part === 'refill' ? part : 'drugBeside'].containers[Number(place)];
  return row !== undefined && (name === 'product' || name === 'ndc' || !isEmptyRow(row));
}

/** Whether the form asks for an answer, as the other answers stand. */
export function isAsked(field: FieldName, asking: Asking): boolean {
  if (field.startsWith('refill.') && asking.worksheet.entry !== 'refill') return false;
  if (field.startsWith('drugBeside.containers.') && !asksContainersBeside(asking.worksheet)) return false;
  if (field.includes('.containers.')) return isAskedOfRow(field.split('.'), asking);
  if (field.startsWith('services.')) return asking.worksheet.services[Number(field.split('.')[1])] !== undefined;
  return askedWhen[field]?.(asking) ?? true;
}

/** The findings, each with a way to its answer only where the form asks for it. */
export const withWays = (findings: readonly Finding[], asking: Asking): readonly Finding[] =>
  findings.map((finding) => {
    const { goTo, goToRow, goToItem: _item, ...verdict } = finding.verdict;
    if (!goTo || isAsked(fieldOf(goTo, asking.worksheet.entry, goToRow), asking)) return finding;
    return { ...finding, verdict };
  });
