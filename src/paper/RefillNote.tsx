import type { Finding } from '../engine/prepared-claim';
import { formatDate } from '../engine/dated';
import { overrideInWords } from '../engine/prepare-claim';
import { pumpOutlook } from '../engine/pump-outlook';
import { pumpChecks, withdrawalWarning } from '../rules/pump-checks';
import { Working } from '../results/Working';
import type { RefillReading } from '../answers/read-refill';
import type { WorksheetText } from '../answers/worksheet-text';
import { bedsideItems } from '../answers/bedside-items';
import { noteSections } from '../answers/note-rows';
import { ReservoirPicture } from '../results/ReservoirPicture';
import './claim-summary.css';
import './refill-note.css';

type RefillNoteProps = { worksheet: WorksheetText; reading: RefillReading; findings: readonly Finding[] };

/** The refill note: one page for the record, shown only on paper. Blanks are lines to write on. */
export function RefillNote({ worksheet, reading, findings }: RefillNoteProps) {
  const { pumpFill, on } = reading;
  const outlook = pumpFill && on ? pumpOutlook(pumpFill, on) : null;
  const { bedside } = worksheet.refill;
  return (
    <article className="claim-summary refill-note">
      <header>
        <div>
          <h1>Baclofen {pumpFill ? 'pump refill' : 'injection'} note</h1>
          <p>
            Service of {on ? formatDate(on) : 'a day not entered'}. Patient reference{' '}
            <Line value={worksheet.patientReference} />
          </p>
        </div>
      </header>
      {worksheet.example ? <p className="paper-mark">{worksheet.example}. An example, not a real record.</p> : null}
      {worksheet.patientReference.trim() !== '' ? <p className="paper-mark">Contains patient information.</p> : null}
      {noteSections(worksheet, reading).map(({ title, rows }) => (
        <section key={title}>
          <h2>{title}</h2>
          <table className="note-rows">
            <tbody>
              {rows.map(({ label, value, mark }) => (
                <tr key={label}>
                  <th scope="row">{label}</th>
                  <td>{value ?? <span className="paper-line" />}</td>
                  <td className="asked-by">{mark}</td>
                </tr>
              ))}
            </tbody>
          </table>
        </section>
      ))}
      {pumpFill && on && outlook ? (
        <section className="note-columns">
          <ReservoirPicture fill={pumpFill} expected={outlook.expected} />
          <div>
            <h2>Cross-check, not dosing advice</h2>
            <ul>
              {pumpChecks(pumpFill, outlook, on).map(({ title, says }) => (
                <li key={title}>
                  <strong>{title}.</strong> {says}
                </li>
              ))}
            </ul>
            {outlook.how.length > 0 ? <Working how={outlook.how} /> : null}
          </div>
        </section>
      ) : null}
      {pumpFill ? (
        <p className="paper-mark">
          {outlook?.latestRefill ? `Refill by ${formatDate(outlook.latestRefill.date)}. ` : ''}Boxed warning of the
          label: {withdrawalWarning.says}
        </p>
      ) : null}
      {findings.map(({ rule: { id, title }, override }) =>
        override ? (
          <p key={id}>
            <strong>Overridden:</strong> {title}. {overrideInWords(override)}
          </p>
        ) : null,
      )}
      <section>
        <h2>At the bedside (good practice)</h2>
        <ul className="paper-checklist two">
          {bedsideItems
            .filter(({ pump }) => pumpFill !== null || !pump)
            .map(({ id, label }) => (
              <li key={id}>
                <span className="paper-box">{bedside.includes(id) ? '☑' : '☐'}</span> {label}
              </li>
            ))}
        </ul>
      </section>
      <footer>
        <p>
          Performed by <span className="paper-line" /> verified by <span className="paper-line" />
        </p>
        {pumpFill ? <p>The programmer is the authority for doses and dates.</p> : null}
      </footer>
    </article>
  );
}

const Line = ({ value }: { value: string }) =>
  value.trim() === '' ? <span className="paper-line" /> : <strong>{value.trim()}</strong>;
