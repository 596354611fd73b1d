import { day } from '../engine/dated';
import type { Encounter, Setting } from '../engine/encounter';
import type { Payer } from '../engine/payer-profile';

/*
 * Whether an answer decides anything, so that it is asked for. Apart from the rules that it decides, which the form
 * does not need.
 */

/**
 * Whether it decides who was with the patient: where Medicare wants the physician there and no office makes it likely
 * (row 2b home).
 */
export const attendanceDecides = ({
  payer,
  setting,
}: {
  readonly payer: Encounter['payer'] | '';
  readonly setting: Setting | '';
}): boolean =>
  payer === 'medicare-part-b' && (setting === 'home' || setting === 'assisted-living' || setting === 'custodial-care');

export const isMedicare = (payer: Payer): boolean => payer === 'medicare-part-b' || payer === 'medicare-advantage';

/** The days on which the 340B modifiers changed: rows 4 TB, 4 JG and 4 340B. */
export const from340b = day('2018-01-01');
const notExceptedUnknownFrom = day('2019-01-01');
export const voluntaryFrom = day('2023-01-01');
export const allEntitiesReport = day('2024-01-01');
export const tbAlone = day('2025-01-01');

/**
 * A department that is not excepted reported TB in 2018 and 2024, whatever its hospital; from 2019 to 2023 what it did
 * was not found.
 */
export const isTbDepartment = ({ offCampus, dateOfService }: Pick<Encounter, 'offCampus' | 'dateOfService'>): boolean =>
  offCampus === 'non-excepted' && (dateOfService < notExceptedUnknownFrom || dateOfService >= allEntitiesReport);

/** Whether the kind of hospital decides between JG and TB, so that it is asked for. */
export const kindOf340bDecides = (
  facts: Pick<Encounter, 'bought340b' | 'payer' | 'setting' | 'offCampus' | 'dateOfService'>,
): boolean =>
  facts.bought340b &&
  isMedicare(facts.payer) &&
  facts.setting === 'hospital-outpatient' &&
  facts.dateOfService >= from340b &&
  facts.dateOfService < tbAlone &&
  !isTbDepartment(facts);
