import { emptyOf, type TextOf } from './answer';
import {
  containerAnswers,
  serviceAnswers,
  worksheetAnswers,
  type besideAnswers,
  type overrideAnswers,
  type refillAnswers,
  type sendingAnswers,
  type ticksAnswers,
} from './worksheet-answers';

/** One row of containers opened. */
export type ContainerText = TextOf<typeof containerAnswers>;

/** A procedure or supply of the day, as typed. */
export type ServiceText = TextOf<typeof serviceAnswers>;

/** The refill as the nurse typed it. The last of the containers is always an empty row, to go on with. */
export type RefillText = TextOf<typeof refillAnswers>;

/** A second drug or fill of the day, as typed. The last of its containers is always an empty row, to go on with. */
export type BesideText = TextOf<typeof besideAnswers>;

/** What is typed to send a claim that would certainly come back. */
export type OverrideText = TextOf<typeof overrideAnswers>;

/** The patient and the payer as an 837P names them, and what else a file says of this one claim. */
export type SendingText = TextOf<typeof sendingAnswers>;

/** Findings that the biller has checked outside, and the patient and facts for which that was done. */
export type TicksText = TextOf<typeof ticksAnswers>;

/**
 * The claim record: everything of one patient's claim, in one value. Every typed answer stands in it as its text, every
 * choice as its value, '' where none was made; so do the ticks, and what files and forms need of the patient and of an
 * earlier claim.
 */
export type WorksheetText = TextOf<typeof worksheetAnswers>;

export const emptyContainer: ContainerText = emptyOf(containerAnswers);

export const emptyService: ServiceText = emptyOf(serviceAnswers);

/** A new claim record. */
export const emptyWorksheet: WorksheetText = emptyOf(worksheetAnswers);
