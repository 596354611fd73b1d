import type { Setting } from '../engine/encounter';

/** Item 24B (row place of service) of a professional claim. A UB-04 has no such item. */
export const placesOfService = {
  office: { code: '11', says: '11' },
  'independent-clinic': { code: '49', says: '49' },
  home: { code: '12', says: '12' },
  'assisted-living': { code: '13', says: '13' },
  'custodial-care': { code: '33', says: '33' },
  'nursing-facility': { code: '32', says: '32' },
  'skilled-nursing-facility': { code: '31', says: '31' },
  'emergency-room': { code: '23', says: '23' },
  'hospital-outpatient': { code: null, says: '22 or 19 (professional claim)' },
  asc: { code: '24', says: '24' },
  'critical-access-hospital': { code: null, says: 'ask the hospital' },
  rhc: { code: '72', says: '72' },
  fqhc: { code: '50', says: '50' },
  inpatient: { code: null, says: '21 (professional claim)' },
  'dme-supplier': { code: null, says: 'not for this drug' },
  other: { code: null, says: 'not entered' },
} as const satisfies Record<Setting, { code: string | null; says: string }>;

/** The setting that two digits of a place of service name, where one does. */
export const settingOfPlace = (digits: string): Setting | undefined =>
  (Object.keys(placesOfService) as Setting[]).find((setting) => placesOfService[setting].code === digits);
