import { readDay } from '../answers/claim-readers';
import { isApproval } from '../answers/what-is-asked';
import type { WorksheetText } from '../answers/worksheet-text';
import type { DraftClaim } from '../engine/claim';
import { drugsOf } from '../engine/claim-lines';
import type { IsoDate } from '../engine/dated';
import type { PreparedClaim } from '../engine/prepared-claim';
import { noUnits, unitsSum, type BillingUnits } from '../engine/quantity';
import { valueIn } from '../engine/typed';
import { plain } from './patient-identity';

/** One drug of a claim: all its units, JW included, and what the claim tells of its code’s approval. */
export type DrugUnits = {
  readonly code: string;
  readonly units: BillingUnits;
  readonly approved: BillingUnits | null;
  readonly used: BillingUnits | null;
};

/** The drugs of a claim whose units are known; null of one without a code, on hold, or that voids another. */
export const drugsBilled = (
  { frequency }: Pick<WorksheetText, 'frequency'>,
  claim: PreparedClaim | null,
): readonly DraftClaim[] | null =>
  claim && frequency !== '8' && claim.status !== 'on-hold' && drugsOf(claim).some(({ code }) => code !== null)
    ? drugsOf(claim)
    : null;

/** Their units; null where they are not known. */
export const drugUnitsOf = (
  record: Pick<WorksheetText, 'frequency'>,
  claim: PreparedClaim | null,
): readonly DrugUnits[] | null =>
  drugsBilled(record, claim)?.flatMap(({ code, totalUnits: units, encounter: { priorAuthorization: told } }) => {
    const [approved, used] = 'number' in told ? [told.unitsApproved, told.unitsUsed] : [null, null];
    return code ? { code: code.hcpcs, units, approved, used } : [];
  }) ?? null;

export const authorizationNumberOf = (worksheet: WorksheetText): string =>
  isApproval(worksheet.priorAuthorization) ? plain(worksheet.priorAuthorizationNumber) : '';

type Authorization = {
  /** '' where none was given. */
  readonly number: string;
  readonly from: IsoDate | null;
  readonly through: IsoDate | null;
};

const authorizations = new WeakMap<WorksheetText, Authorization>();

function authorizationOf(record: WorksheetText): Authorization {
  const known = authorizations.get(record);
  if (known) return known;
  const authorization = {
    number: authorizationNumberOf(record),
    from: valueIn(record.firstDay, readDay),
    through: valueIn(record.lastDay, readDay),
  };
  authorizations.set(record, authorization);
  return authorization;
}

/** A claim as its units count; null where they are not known. */
type Counted = {
  readonly record: WorksheetText;
  readonly on: IsoDate | null;
  readonly drugs: readonly DrugUnits[] | null;
};

/**
 * Of `claims` those that use units of one code under the authorization of a record within its days, or may, and those
 * units together: null where those of one are not known. An approval is of one code: units of another are not added.
 */
export function unitsUsedOf<T extends Counted>(
  code: string,
  under: WorksheetText,
  claims: readonly T[],
): { readonly claims: readonly T[]; readonly units: BillingUnits | null } {
  const { number, from, through } = authorizationOf(under);
  const using = claims.filter(
    ({ record, on, drugs }) =>
      number !== '' &&
      on !== null &&
      (from === null || on >= from) &&
      (through === null || on <= through) &&
      (drugs === null || drugs.some((drug) => drug.code === code)) &&
      authorizationOf(record).number === number,
  );
  const units = using.map(({ drugs }) => drugs && (drugs.find((drug) => drug.code === code)?.units ?? noUnits));
  return { claims: using, units: units.reduce((sum, each) => sum && each && unitsSum(sum, each), noUnits) };
}
