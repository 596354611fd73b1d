import type { Office } from '../engine/clinic-file';
import type { PreparedClaim } from '../engine/prepared-claim';
import type { Sending } from './parties';
import { indicatorChosen, partySpecs } from './party-specs';

const payerFields = [
  'payerName',
  'payerId',
  'filingIndicator',
  'payerStreet',
  'payerCity',
  'payerState',
  'payerZip',
] as const;
type ProposedField = 'accountNumber' | (typeof payerFields)[number];
/** What can be told of the parties without asking; a field of which nothing is known is left out. */
export type Proposed = Readonly<Partial<Record<ProposedField, string>>>;

type OfRecord = { readonly account: string; readonly patientReference: string };

/**
 * The patient control number is the account, else the reference, where it is short enough; the payer is the one of
 * earlier files where only one of that payer type is known.
 */
export function proposedParties(
  { account, patientReference }: OfRecord,
  { payers }: Pick<Office, 'payers'>,
  payerType: PreparedClaim['encounter']['payer'],
): Proposed {
  const number = [account.trim(), patientReference.trim()].find((each) => each !== '') ?? '';
  const [only, ...others] = payers.filter(({ payer }) => payer === payerType);
  return {
    ...(number !== '' && number.length <= partySpecs.accountNumber.most ? { accountNumber: number } : {}),
    ...(only && others.length === 0
      ? {
          payerName: only.name,
          payerId: only.id,
          filingIndicator: indicatorChosen(only),
          payerStreet: only.street,
          payerCity: only.city,
          payerState: only.state,
          payerZip: only.zip,
        }
      : {}),
  };
}

/**
 * The fields to change so that what is proposed stands where nothing was typed; `before` is what was proposed last. A
 * payer goes in whole, and only where nothing of a payer was typed; what somebody took out stays out.
 */
export function partiesToFill(sending: Sending, before: Proposed, now: Proposed): Proposed {
  const isUntyped = (field: ProposedField) =>
    sending[field].trim() === '' ? now[field] !== before[field] : sending[field] === before[field];
  const isOpen = (field: ProposedField) => sending[field] === '' || sending[field] === before[field];
  const standsOf = (fields: readonly ProposedField[]) =>
    fields.every(isOpen) && fields.some(isUntyped)
      ? fields.filter((field) => sending[field] !== (now[field] ?? '')).map((field) => [field, now[field] ?? ''])
      : [];
  return Object.fromEntries([...standsOf(['accountNumber']), ...standsOf(payerFields)]) as Proposed;
}
