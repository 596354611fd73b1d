import type { AdjustmentGroup } from './party-codes';

/*
 * What is typed of the remittance of a payer before this one, line by line (whole claim, sections 3 and 7); read by
 * `first-payer.ts`.
 */

/** Amounts of a line as the remittance has them, and where they go in CAS. */
export const adjusted = {
  co45: { group: 'CO', reason: '45', label: 'CO 45' },
  co253: { group: 'CO', reason: '253', label: 'CO 253' },
  pr1: { group: 'PR', reason: '1', label: 'PR 1, deductible' },
  pr2: { group: 'PR', reason: '2', label: 'PR 2, coinsurance' },
  pr3: { group: 'PR', reason: '3', label: 'PR 3, copayment' },
} as const satisfies Record<string, { group: AdjustmentGroup; reason: string; label: string }>;
export type Adjusted = keyof typeof adjusted;

/** What is typed of one line, and what each is called. */
export const paymentLabels = {
  allowed: 'Allowed',
  paid: 'Paid',
  co45: adjusted.co45.label,
  co253: adjusted.co253.label,
  pr1: adjusted.pr1.label,
  pr2: adjusted.pr2.label,
  pr3: adjusted.pr3.label,
  otherAmount: 'Another amount',
  otherGroup: 'Its group',
  otherReason: 'Its reason code',
} as const;
export type PaymentField = keyof typeof paymentLabels;
export const paymentFields = Object.keys(paymentLabels) as PaymentField[];

/**
 * One line of the remittance as typed. `of` is the key of the claim’s line that it is of; '' in records of before lines
 * had keys, which tell the code alone. `line` and `code` name the line in words.
 */
export type PaymentText = Readonly<Record<PaymentField, string>> & {
  readonly of: string;
  readonly line: string;
  readonly code: string;
};

export const emptyPayment: PaymentText = {
  of: '',
  line: '',
  code: '',
  ...(Object.fromEntries(paymentFields.map((field) => [field, ''])) as Record<PaymentField, string>),
};
