/** What reads the record, makes the claim and shows it: needed once there is an answer, in one file. */
export { keptRecord, readKeptRecord } from '../answers/kept-record';
export { readWorksheet } from '../answers/read-worksheet';
export { DiagnosisPicker } from '../worksheet/DiagnosisPicker';
export { Drug } from '../worksheet/Drug';
export { Records } from '../worksheet/Records';
export { SpecialCases } from '../worksheet/SpecialCases';
export { WhoseClaim } from '../worksheet/WhoseClaim';
export { ClaimAnswer } from './ClaimAnswer';
export { CourseMarks } from './CourseMarks';
export { Questions } from './Questions';
export { BarOfClaim, spokenOf } from './BarOfClaim';
export { standsBesides } from './stands-besides';
export { keptReader, keptRowMaker } from './kept-claims';
export { answersToFill, recollectionOf, saidOfRecords, settlingAnswers } from '../records/filled-in';
export { closing, opening } from './closed-page';
export { overrideFields, readClaim } from './prepared-claim';
export { ClaimWarnings, warningsInForm } from '../records/ClaimWarnings';
// After all that stands in a drawer: what a drawer changes of it comes later in the style sheet.
export { Drawers } from './Drawers';
