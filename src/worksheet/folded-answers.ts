import type { WorksheetField } from '../answers/field-names';

/*
 * The answers in each part that is folded at first, whose questions come later.
 */

const ofDrug: readonly WorksheetField[] = ['drugSource', 'otherDrugs'];
const ofContainers: readonly WorksheetField[] = [
  'container',
  'labeledAmount',
  'strength',
  'ndc',
  ...ofDrug,
  'wasteReason',
  'wasteDate',
  'wasteTime',
];
/** The nurse's entry tells the containers itself. */
export const drugAnswers = (isRefill: boolean): readonly WorksheetField[] => (isRefill ? ofDrug : ofContainers);
/** Told in the line of the drug also where they are as on an empty worksheet. */
export const alwaysTold: readonly WorksheetField[] = ['container', 'drugSource'];
export const recordAnswers: readonly WorksheetField[] = ['records'];
export const whoseClaim: readonly WorksheetField[] = ['patientReference', 'account', 'initials', 'chargePerUnit'];

export const specialCases: readonly WorksheetField[] = [
  'services',
  'reprogrammed',
  'skillNeeded',
  'askedCode',
  'askedModifiers',
  'kd',
  'linePerNdc',
  'bought340b',
  'hospital340b',
  'offCampus',
  'custody',
  'notice',
];
