import { folded, hasHeading, isHeadingRow, kindNames } from './cms-headings';
import { shown } from './refusal';

/** Why a table without the title of CMS is none of the two: what it is, where its headings tell. */
export function foreignness(rows: readonly (readonly string[])[]): string {
  const ofCms = rows.some((row) => isHeadingRow(row, 'limits') || isHeadingRow(row, 'crosswalk'));
  const known = ofCms
    ? undefined
    : rows.flatMap((row) => kindOf(row) ?? kindOf(row.join(',').split(/[;\t|]/)) ?? [])[0];
  if (known) return `is ${known}.`;
  const firstLine = rows
    .map((row) =>
      shown(
        row
          .filter((cell) => cell.trim() !== '')
          .join(', ')
          .replace(/\s+/g, ' '),
        60,
      ),
    )
    .find((line) => line !== '');
  const instead = firstLine === undefined ? '' : `: its first line reads “${firstLine}”`;
  const untitled = `does not carry CMS’s title${instead}.`;
  return ofCms ? untitled : `is neither the ${kindNames.limits} nor the ${kindNames.crosswalk}. It ${untitled}`;
}

/** Tables that a biller has at hand beside the two, by what their heading row holds. */
function kindOf(row: readonly string[]): string | undefined {
  const cells = row.map(folded);
  const holds = (...those: readonly RegExp[]) => those.every((each) => cells.some((cell) => each.test(cell)));
  const code = /^(hcpcs?(code)?|cpt(code)?|(cpt\d?hcpcs|hcpcscpt\d?)(code)?|proc(edure)?code)$/;
  const ndc = /^(product)?ndc(\d{1,2}|code|number|packagecode)?$/;
  const index = /^(si|statusindicators?|opps?si)$/;
  if (holds(/^apc$/, index, code))
    return 'a table of hospital outpatient rates (OPPS Addendum B), not the payment limit file';
  if (holds(/^apc$/, index))
    return 'a table of hospital outpatient rates (OPPS Addendum A), not the payment limit file';
  if (holds(/paymentindicator$/))
    return 'a table of rates of ambulatory surgical centers (an ASC addendum), not the payment limit file';
  if (holds(/muevalues?$/)) return 'a table of unit limits (MUE), not the payment limit file';
  if (holds(/^column1/, /^column2/)) return 'a table of code pairs (NCCI edits), not the payment limit file';
  if (holds(code, ndc) && hasHeading(row, 'limit'))
    return 'a table that somebody joined from payment limits and NDCs, not a file of CMS';
  if (holds(ndc) && !holds(code)) return 'a list of NDCs without their codes, not the NDC-HCPCS crosswalk';
  if (holds(code, /fee|allowable|allowedamount|workrvu|conv(ersion)?factor/))
    return 'a fee schedule, not the payment limit file';
  return undefined;
}
