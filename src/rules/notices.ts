import type { Encounter, Notice } from '../engine/encounter';

/** What was told of non-coverage as the modifiers that tell it: original Medicare’s alone. */
export const noticesOf = ({ notice, payer }: Pick<Encounter, 'notice' | 'payer'>): readonly NoticeModifier[] =>
  payer === 'medicare-part-b' ? noticeModifiers[notice] : [];

export type NoticeModifier = 'GA' | 'GX' | 'GY' | 'GZ';
const noticeModifiers = {
  none: [],
  GA: ['GA'],
  GX: ['GX'],
  GY: ['GY'],
  'GX GY': ['GX', 'GY'],
  GZ: ['GZ'],
} as const satisfies Record<Notice, readonly NoticeModifier[]>;
/** What each one reports: row 4 ABN. GY tells of no notice at all. */
export const noticeSteps = {
  GA: 'GA reports a signed notice (ABN). A denial for need is expected.',
  GX: 'GX reports a notice that was given by choice.',
  GY: 'GY reports that the law excludes the drug from Medicare.',
  GZ: 'GZ reports that no notice (ABN) was given, though a denial for need is expected.',
} as const satisfies Record<NoticeModifier, string>;

/** What each notice tells Medicare: row 4 ABN. */
export const noticeTells = {
  GA: 'GA tells Medicare of a signed notice, and that you expect it not to pay.',
  GX: 'GX tells Medicare of a notice that was given by choice.',
  GY: 'GY says that the law excludes the drug.',
  'GX GY': 'GX and GY tell Medicare of a notice, and that the law excludes the drug.',
  GZ: 'GZ tells Medicare that you expect it not to pay, and that no notice was given.',
} as const satisfies Record<Exclude<Notice, 'none'>, string>;
