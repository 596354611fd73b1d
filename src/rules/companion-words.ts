import type { CompanionCode } from '../engine/encounter';

/** What each code is for, in this product's own words: row 5 services. */
export const companionWords = {
  '62369': 'refill and programming, staff',
  '62370': 'refill and programming, physician’s skill needed',
  '95990': 'refill without programming, staff',
  '95991': 'refill without programming, physician’s skill needed',
  '62367': 'pump check alone',
  '62368': 'pump check and programming, no refill',
  '62322': 'trial injection, no imaging',
  '62323': 'trial injection, with imaging',
  '62362': 'implant of the pump',
  A4220: 'refill kit',
} as const satisfies Record<CompanionCode, string>;
