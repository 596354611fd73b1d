import type { RefillSupport, Support } from '../engine/claim';
import './refill-codes.css';

const supportWords = {
  supported: 'Supported',
  'not-supported': 'Not supported',
  'contractors-differ': 'Contractors differ',
  'not-told': 'Not told',
} as const satisfies Record<Support, string>;

const contractorsInShort = 'Contractors differ where nothing was changed.';

type RefillCodesProps = { support: RefillSupport; brief?: boolean };

/**
 * Each code of a refill: whether the record supports it, why, and what is missing. None is preferred. `brief` is a
 * paragraph, for the paper.
 */
export function RefillCodes({ support, brief = false }: RefillCodesProps) {
  if (brief) return <RefillCodesInShort support={support} />;
  const { procedures, note, rows } = support;
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
          {procedures.map((procedure) => (
            <Procedure key={procedure.code} {...procedure} />
          ))}
        </tbody>
      </table>
      <p className="section-note">
        {note ? `${note} ` : ''}Bill what was done. This puts no code on the claim.{' '}
        <span className="rows">[{rows.join(', ')}]</span>
      </p>
    </>
  );
}

function Procedure({ code, words, support, because, missing }: RefillSupport['procedures'][number]) {
  return (
    <tr>
      <th scope="row">
        {code} <span>{words}</span>
      </th>
      <td>
        <strong>{supportWords[support]}.</strong> {because.join(' ')}
        {missing.length > 0 ? <span className="missing"> Missing: {missing.join(' ')}</span> : null}
      </td>
    </tr>
  );
}

function RefillCodesInShort({ support: { procedures, inShort, note } }: Pick<RefillCodesProps, 'support'>) {
  const lacking = procedures.map(
    ({ code, support, missing }) =>
      `${code}: ${supportWords[support].toLowerCase()}${missing.length > 0 ? `, missing: ${missing.join(' ')}` : '.'}`,
  );
  return (
    <p className="paper-tables">
      <strong>Refill code that the record supports: {inShort}.</strong> {lacking.join(' ')}{' '}
      {note ? contractorsInShort : ''}
    </p>
  );
}
