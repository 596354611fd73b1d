import { createPortal } from 'react-dom';
import { formatDate } from '../engine/dated';
import { formatMoney, type Money } from '../engine/quantity';
import { usePrintedSheet } from '../fields/use-printed-sheet';
import { allowedOf } from '../remittance/expected';
import { dayOf } from '../remittance/match-claims';
import { ofPatient } from '../remittance/outcome';
import { procedureWords, type Adjustment } from '../remittance/remittance';
import type { Answer } from '../remittance/answers';
import { codesByName, groupWords, type GroupCode } from '../rules/remittance-codes';
import type { AnsweredPart } from '../remittance/answered-parts';
import type { AnsweredRow } from './answered-rows';

/** One claim of a remittance on paper, for the next payer. */
export function PrintOneClaim({ row }: { row: AnsweredRow }) {
  const { printing, print } = usePrintedSheet();
  return (
    <>
      <button type="button" className="ds-c-button ds-c-button--small" onClick={print}>
        Print this claim alone
      </button>
      {printing ? createPortal(<OneClaimSheet answer={row.answer} parts={row.parts()} />, document.body) : null}
    </>
  );
}

const told = (amount: Money | null): string => (amount ? formatMoney(amount) : 'not told');
const codesOf = (adjustments: readonly Adjustment[], remarks: readonly string[]): string =>
  [...adjustments.map(({ group, reason, amount }) => `${group}-${reason} ${formatMoney(amount)}`), ...remarks].join(
    ', ',
  );
const columns = ['Line', 'Charged', 'Allowed', 'Paid', 'Patient owes', 'Adjusted and remarks'] as const;

type OneClaimSheetProps = { answer: Answer; parts: readonly AnsweredPart[] };

/** That claim, its lines and the codes that it uses, and nothing of any other patient. */
function OneClaimSheet({ answer, parts }: OneClaimSheetProps) {
  return (
    <article className="printed-sheet one-claim-sheet">
      <header>
        <h1>One claim of a remittance</h1>
        <p>{answer.payer || 'Payer not told'}</p>
      </header>
      <ClaimFacts answer={answer} />
      <table className="sums-table">
        <thead>
          <tr>
            {columns.map((name) => (
              <th key={name} scope="col">
                {name}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {parts.map(({ name, line, judged: { charge, paid, adjustments, remarks } }) => (
            <tr key={name}>
              <th scope="row">{line ? procedureWords(line.procedure) : name}</th>
              <td>{told(charge)}</td>
              <td>{line ? told(allowedOf(line)) : ''}</td>
              <td>{told(paid)}</td>
              <td>{formatMoney(ofPatient(adjustments))}</td>
              <td>{codesOf(adjustments, remarks)}</td>
            </tr>
          ))}
        </tbody>
      </table>
      <UsedCodes answer={answer} parts={parts} />
    </article>
  );
}

function ClaimFacts({ answer: { claim, trace, paidOn, producedOn } }: Pick<OneClaimSheetProps, 'answer'>) {
  const service = dayOf(claim);
  const { patient } = claim;
  const facts = [
    ['Patient', patient ? [patient.first, patient.last].filter(Boolean).join(' ') : ''],
    ['Patient ID', patient?.id ?? ''],
    ['Claim number of the clinic', claim.controlNumber],
    ['Claim number of the payer', claim.payerNumber],
    ['Date of service', service ? formatDate(service) : ''],
    ['Date of the remittance', producedOn ? formatDate(producedOn) : ''],
    ['Paid on', paidOn ? formatDate(paidOn) : ''],
    ['Payment number', trace],
  ] as const;
  return (
    <p>
      {facts.map(([label, value]) => `${label}: ${value || 'not told'}`).join('. ')}.{' '}
      {`Charged ${told(claim.charge)}, paid ${told(claim.paid)}, patient owes ${told(claim.patientOwes)}.`}
    </p>
  );
}

function UsedCodes({ answer, parts }: OneClaimSheetProps) {
  const adjustments = parts.flatMap(({ judged }) => judged.adjustments);
  const groups = [...new Set(adjustments.map(({ group }) => group))];
  const remarks = [...parts.flatMap(({ judged }) => judged.remarks), ...answer.claim.remarks];
  const names = [...new Set([...adjustments.map(({ reason }) => reason), ...remarks])];
  if (names.length === 0) return null;
  return (
    <>
      <h3>Codes on this claim, in our words</h3>
      <ul>
        {groups.map((group) => (
          <li key={group}>
            {group}: {Object.hasOwn(groupWords, group) ? groupWords[group as GroupCode] : 'Unknown group.'}
          </li>
        ))}
        {names.map((name) => (
          <li key={name}>
            {name}: {codesByName.get(name)?.means ?? 'Not on file here.'}
          </li>
        ))}
      </ul>
    </>
  );
}
