import { companionWords } from '../rules/companions';
import { contractorsDiffer, isUnchanged, refillProcedures, refillRows, type RefillFacts, type Support } from '../rules/refill-procedures';

const supportWords = {
  supported: 'Supported',
  'not-supported': 'Not supported',
  'contractors-differ': 'Contractors differ',
  'not-told': 'Not told',
} as const satisfies Record<Support, string>;

/** Each code of a refill: whether the record supports it, why, and what is missing. None is preferred. */
export function RefillCodes({ facts }: { facts: RefillFacts }) {
  return (
    <>
      <table className="refill-codes">
        <caption>Which refill code the record supports</caption>
        <thead>
          <tr>
            <th scope="col">Code</th>
            <th scope="col">The record</th>
          </tr>
        </thead>
        <tbody>
          {refillProcedures(facts).map(({ code, support, because, missing }) => (
            <tr key={code}>
              <th scope="row">
                {code} <span>{companionWords[code]}</span>
              </th>
              <td>
                <strong>{supportWords[support]}.</strong> {because.join(' ')}
                {missing.length > 0 ? <span className="missing"> Missing: {missing.join(' ')}</span> : null}
              </td>
            </tr>
          ))}
        </tbody>
      </table>
      <p className="section-note">
        {isUnchanged(facts) ? `${contractorsDiffer} ` : ''}Bill what was done. This puts no code on the claim. <span className="rows">[{refillRows.join(', ')}]</span>
      </p>
    </>
  );
}
