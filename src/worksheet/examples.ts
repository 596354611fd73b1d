import { day, formatDate, type IsoDate } from '../engine/dated';
import type { Encounter } from '../engine/encounter';
import { readWorksheet } from './read-worksheet';
import { emptyWorksheet, type WorksheetText } from './worksheet-text';

export type Example = { readonly name: string; readonly worksheet: (today: IsoDate) => WorksheetText };

/** Two worked claims, invented for the purpose: waste below one unit, and waste with a line of its own. */
export const examples: readonly [Example, Example] = [
  {
    name: 'Example 1: 36 of 40 mg, Medicare',
    worksheet: (today) => ({
      ...emptyWorksheet(today),
      example: 'Example 1: 36 of 40 mg, Medicare',
      doseGiven: '36',
      doseWasted: '4',
      strength: '2000',
      wasteReason: 'Rest of the vial after an 18 mL fill',
      wasteDate: formatDate(today),
      wasteTime: '10:20',
      labeledAmount: '40',
      ndc: '66794-157-02',
      diagnoses: 'G80.1',
      payer: 'medicare-part-b',
      setting: 'office',
      records: ['spasticity', 'six-weeks', 'trial-response', 'order', 'dose', 'opened', 'discarded'],
      chargePerUnit: '200',
    }),
  },
  {
    name: 'Example 2: 25 of 40 mg, commercial',
    worksheet: (today) => ({
      ...emptyWorksheet(today),
      example: 'Example 2: 25 of 40 mg, commercial',
      doseGiven: '25',
      doseWasted: '15',
      strength: '2000',
      labeledAmount: '40',
      diagnoses: 'G35.D',
      payer: 'commercial',
      setting: 'office',
      priorAuthorization: 'approved',
      priorAuthorizationNumber: 'PA-EXAMPLE-1',
      firstDay: formatDate(day(`${today.slice(0, 4)}-01-01`)),
      lastDay: formatDate(day(`${today.slice(0, 4)}-12-31`)),
      unitsApproved: '12',
      unitsUsed: '4',
      records: ['spasticity', 'six-weeks', 'dose', 'opened', 'discarded'],
      chargePerUnit: '200',
    }),
  },
];

/** Both examples as facts on a given day. */
export const exampleEncounters = (today: IsoDate): readonly Encounter[] =>
  examples.flatMap(({ worksheet }) => readWorksheet(worksheet(today), today).encounter ?? []);
