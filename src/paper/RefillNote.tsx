import type { Finding } from '../engine/prepared-claim';
import { formatDate, type IsoDate } from '../engine/dated';
import type { PriorAuthorization, PumpFill } from '../engine/encounter';
import { overrideInWords } from '../engine/prepare-claim';
import { refillTimeline } from '../engine/refill-timeline';
import { pumpOutlook, type PumpOutlook } from '../engine/pump-outlook';
import { pumpChecks, withdrawalWarning } from '../rules/pump-checks';
import { Working } from '../results/Working';
import type { RefillReading } from '../answers/read-refill';
import type { WorksheetText } from '../answers/worksheet-text';
import { bedsideItems } from '../answers/bedside-items';
import { noteSections } from '../answers/note-rows';
import { RefillTimeline } from '../results/RefillTimeline';
import { ReservoirPicture } from '../results/ReservoirPicture';
import './claim-summary.css';
import './refill-note.css';

type RefillNoteProps = {
  worksheet: WorksheetText;
  reading: RefillReading;
  authorization: PriorAuthorization | null;
  findings: readonly Finding[];
};

/** The refill note: one page for the record, shown only on paper. Blanks are lines to write on. */
export function RefillNote({ worksheet, reading, authorization, findings }: RefillNoteProps) {
  const { pumpFill, on } = reading;
  const outlook = pumpFill && on ? pumpOutlook(pumpFill, on) : null;
  return (
    <article className="claim-summary refill-note">
      <NoteHead worksheet={worksheet} reading={reading} />
      {noteSections(worksheet, reading).map((section) => (
        <Rows key={section.title} {...section} />
      ))}
      {pumpFill && on && outlook ? (
        <Outlook fill={pumpFill} on={on} outlook={outlook} authorization={authorization} />
      ) : null}
      {pumpFill ? (
        <p className="paper-mark">
          {outlook?.latestRefill ? `Refill by ${formatDate(outlook.latestRefill.date)}. ` : ''}Boxed warning of the
          label: {withdrawalWarning.says}
        </p>
      ) : null}
      <Overridden findings={findings} />
      <Bedside ticked={worksheet.refill.bedside} isPump={pumpFill !== null} />
      <footer>
        <p>
          Performed by <span className="paper-line" /> verified by <span className="paper-line" />
        </p>
        {pumpFill ? <p>The programmer is the authority for doses and dates.</p> : null}
      </footer>
    </article>
  );
}

function NoteHead({ worksheet, reading: { pumpFill, on } }: Pick<RefillNoteProps, 'worksheet' | 'reading'>) {
  return (
    <>
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
    </>
  );
}

/** What was recorded, row by row; what is missing is a line to write on. */
function Rows({ title, rows }: ReturnType<typeof noteSections>[number]) {
  return (
    <section>
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
  );
}

type OutlookProps = {
  fill: PumpFill;
  on: IsoDate;
  outlook: PumpOutlook;
  authorization: PriorAuthorization | null;
};

/** The reservoir, and what the record says beside the programmer. */
function Outlook({ fill, on, outlook, authorization }: OutlookProps) {
  return (
    <section className="note-columns">
      <ReservoirPicture fill={fill} expected={outlook.expected} />
      <div>
        <h2>Cross-check, not dosing advice</h2>
        <ul>
          {pumpChecks(fill, outlook, on).map(({ title, says }) => (
            <li key={title}>
              <strong>{title}.</strong> {says}
            </li>
          ))}
        </ul>
        {outlook.how.length > 0 ? <Working how={outlook.how} /> : null}
        <RefillTimeline timeline={refillTimeline(outlook, on, authorization)} />
      </div>
    </section>
  );
}

const Overridden = ({ findings }: Pick<RefillNoteProps, 'findings'>) =>
  findings.map(({ rule: { id, title }, override }) =>
    override ? (
      <p key={id}>
        <strong>Overridden:</strong> {title}. {overrideInWords(override)}
      </p>
    ) : null,
  );

function Bedside({ ticked, isPump }: { ticked: readonly string[]; isPump: boolean }) {
  return (
    <section>
      <h2>At the bedside (good practice)</h2>
      <ul className="paper-checklist two">
        {bedsideItems
          .filter(({ pump }) => isPump || !pump)
          .map(({ id, label }) => (
            <li key={id}>
              <span className="paper-box">{ticked.includes(id) ? '☑' : '☐'}</span> {label}
            </li>
          ))}
      </ul>
    </section>
  );
}

const Line = ({ value }: { value: string }) =>
  value.trim() === '' ? <span className="paper-line" /> : <strong>{value.trim()}</strong>;
