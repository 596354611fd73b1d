import { readRemittanceCode } from '../rules/read-remittance';
import { noDenial } from '../rules/remittance-codes';

/** The codes of a remittance that tell of a denial. */
export const tellingCodes = (remittanceCode: string) =>
  readRemittanceCode(remittanceCode).codes.filter(({ code, alert }) => !noDenial.includes(code) && !alert);
