import type { FormItems } from '../engine/claim';
import type { Encounter, Setting } from '../engine/encounter';

/** Item 24B of a professional claim (row place of service). Hospitals bill on the UB-04, which has none. */
const placeOfService = {
  office: '11',
  'hospital-outpatient': '22 or 19 (professional claim)',
  asc: '24',
  'critical-access-hospital': 'ask the hospital',
  rhc: '72',
  fqhc: '50',
  inpatient: '21 (professional claim)',
  'dme-supplier': 'not for this drug',
} as const satisfies Record<Setting, string>;

/** The number as item 23 takes it, without hyphens and spaces: row 7.1. */
export const itemTwentyThree = (authorizationNumber: string): string => authorizationNumber.replace(/[\s\p{Pd}]+/gu, '');

export function formItems({ setting, priorAuthorization }: Encounter): FormItems {
  const number = 'number' in priorAuthorization ? priorAuthorization.number : null;
  return { placeOfService: placeOfService[setting], authorizationNumber: number && itemTwentyThree(number) };
}
