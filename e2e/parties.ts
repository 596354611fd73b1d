import { expect, type Locator } from '@playwright/test';

/** Who sends and for whom it is paid, made up, by the names of the fields of an 837P. */
export const office = {
  'Sender ID': 'SENDER1',
  'Receiver ID': 'RECEIVER1',
  'Submitter name': 'Example Office',
  'Submitter ID (ETIN)': 'SUB1',
  'Contact name': 'Front Desk',
  'Contact phone': '7015550100',
  'Receiver name': 'Example House',
  'Receiver ID (ETIN)': 'RCV1',
  'Provider name': 'Example Clinic',
  'Provider NPI': '1234567893',
  'Provider tax ID': '123456789',
  'Provider street': '1 Example Street',
  'Provider city': 'Fargo',
  'Provider state': 'ND',
  'Provider ZIP': '581020001',
} as const;

/** What of it the paper form asks: neither sender nor receiver. */
export const billing: Readonly<Record<string, string>> = Object.fromEntries(
  Object.entries(office).filter(([name]) => name.startsWith('Provider')),
);

/** A made-up patient and payer, the same way. */
export const patient = {
  'Patient’s last name': 'Sample',
  'Patient’s first name': 'Sam',
  'Member ID': 'M1',
  'Date of birth': '01/02/1960',
  'Patient’s street': '2 Example Street',
  'Patient’s city': 'Fargo',
  'Patient’s state': 'ND',
  'Patient’s ZIP': '58102',
  'Payer name': 'Example Plan',
  'Payer ID': 'P1',
  'Account number': 'WS-1',
} as const;

/** Asks for the parties of the 837P; once asked for, they are asked for the next claims as well. */
export async function askForParties(drawer: Locator): Promise<void> {
  const make = drawer.getByRole('button', { name: 'Make a whole 837P file' });
  await expect(make.or(drawer.getByRole('button', { name: 'Download the 837P file' }))).toBeVisible();
  if (await make.isVisible()) await make.click();
}
