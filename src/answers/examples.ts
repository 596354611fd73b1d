import { day, formatDate, type IsoDate } from '../engine/dated';
import { mg } from '../engine/quantity';
import { serviceOf } from './service-rows';
import { emptyContainer, emptyWorksheet, type WorksheetText } from './worksheet-text';

export type Example = {
  readonly name: string;
  readonly entry: WorksheetText['entry'];
  /** What it is good for, as the link to it says. */
  readonly shows: string;
  readonly worksheet: (today: IsoDate) => WorksheetText;
};

/**
 * Worked claims, invented for the purpose: waste below one unit, waste with a line of its own, and a refill with its
 * record.
 */
export const examples: readonly Example[] = [
  {
    name: 'Example 1: 36 of 40 mg, Medicare',
    entry: 'dose',
    shows: 'show waste below one unit',
    worksheet: (today) => ({
      ...emptyWorksheet,
      dateOfService: formatDate(today),
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
      records: ['spasticity', 'six-weeks', 'trial-response', 'age', 'order', 'dose', 'opened', 'discarded'],
      chargePerUnit: '200',
    }),
  },
  {
    name: 'Example 2: 25 of 40 mg, commercial',
    entry: 'dose',
    shows: 'show waste with a line of its own',
    worksheet: (today) => ({
      ...emptyWorksheet,
      dateOfService: formatDate(today),
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
  {
    name: 'Example 3: a refill of 35 mL',
    entry: 'refill',
    shows: 'show a refill from two lots',
    worksheet: (today) => {
      const empty = { ...emptyWorksheet, dateOfService: formatDate(today) };
      const vial = {
        ...emptyContainer,
        product: '66794015702',
        ndc: '66794-0157-02',
        count: '1',
        expiry: formatDate(yearsAfter(today, 2)),
      };
      return {
        ...empty,
        entry: 'refill',
        example: 'Example 3: a refill of 35 mL',
        refill: {
          ...empty.refill,
          containers: [{ ...vial, lot: 'EXAMPLE1' }, { ...vial, lot: 'EXAMPLE2' }, emptyContainer],
          reservoir: '40',
          expected: '3.2',
          aspirated: '3.5',
          tolerance: '1',
          instilled: '35',
          leftover: 'discarded',
          leftoverOf: String(mg(10).ng),
          concentrationBefore: '2000',
          dailyDoseBefore: '380',
          dailyDose: '400',
          leadDays: '5',
        },
        wasteReason: 'Rest of the second vial',
        wasteDate: formatDate(today),
        wasteTime: '10:20',
        diagnoses: 'G80.1',
        services: [{ ...serviceOf('62369'), charge: '350' }],
        reprogrammed: 'changed',
        skillNeeded: 'no',
        payer: 'medicare-part-b',
        setting: 'office',
        records: [
          'spasticity',
          'six-weeks',
          'trial-response',
          'age',
          'order',
          'dose',
          'opened',
          'discarded',
          'pump-data',
          'lot',
        ],
        chargePerUnit: '200',
      };
    },
  },
];

/** The last day of the year so many years on: always a day of the calendar. */
const yearsAfter = (date: IsoDate, years: number): IsoDate => day(`${Number(date.slice(0, 4)) + years}-12-31`);

export const examplesOf = (entry: WorksheetText['entry']): readonly Example[] =>
  examples.filter((example) => example.entry === entry);
