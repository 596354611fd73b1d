import { formatDate, type IsoDate } from '../engine/dated';
import { emptyWorksheet, type WorksheetText } from './worksheet-text';

/** A record of which only the day of service is told. */
export const worksheetOn = (date: IsoDate): WorksheetText => ({ ...emptyWorksheet, dateOfService: formatDate(date) });
