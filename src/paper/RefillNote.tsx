import type { Finding } from '../engine/prepared-claim';
import { formatDate, type IsoDate } from '../engine/dated';
import type { PriorAuthorization, PumpFill } from '../engine/encounter';
import { overrideInWords } from '../engine/prepare-claim';
import { refillTimeline } from '../engine/refill-timeline';
import { pumpOutlook, type PumpOutlook } from '../engine/pump-outlook';
import { pumpChecks, withdrawalWarning, type PumpCheck } from '../rules/pump-checks';
import type { RefillReading } from '../answers/read-refill';
import type { WorksheetText } from '../answers/worksheet-text';
import { bedsideItems } from '../answers/bedside-items';
import { RefillTimeline } from '../results/RefillTimeline';
import { ReservoirPicture } from '../results/ReservoirPicture';
import { noteSections } from './note-rows';
import { Box, Sheets, Signature, SourceNumbers, Steps, Told } from './parts';
import './paper.css';

type RefillNoteProps = {
  worksheet: WorksheetText;
  reading: RefillReading;
  authorization: PriorAuthorization | null;
  findings: readonly Finding[];
};

/** The refill note for the record, shown only on paper. Blanks are lines to write on. */
export function RefillNote({ worksheet, reading, authorization, findings }: RefillNoteProps) {
  const { pumpFill, on } = reading;
  const outlook = pumpFill && on ? pumpOutlook(pumpFill, on) : null;
  const checks = pumpFill && on && outlook ? pumpChecks(pumpFill, outlook, on, worksheet.refill.dailyDose) : [];
  const rows = pumpFill
    ? [...checks.map(({ row }) => row), ...(outlook?.how ?? []).flatMap(({ rows }) => rows), withdrawalWarning.row]
    : [];
  return (
    <Sheets isNote rows={rows}>
      <NoteHead worksheet={worksheet} reading={reading} />
      {noteSections(worksheet, reading).map((section) => (
        <Rows key={section.title} {...section} />
      ))}
      {pumpFill && on && outlook ? (
        <Outlook fill={pumpFill} on={on} outlook={outlook} checks={checks} authorization={authorization} />
      ) : null}
      {pumpFill ? (
        <p className="paper-mark">
          {outlook?.latestRefill ? `Refill by ${formatDate(outlook.latestRefill.date)}. ` : ''}Boxed warning of the
          label: {withdrawalWarning.says} <SourceNumbers rows={[withdrawalWarning.row]} />
        </p>
      ) : null}
      <Overridden findings={findings} />
      <Bedside ticked={worksheet.refill.bedside} isPump={pumpFill !== null} />
      {pumpFill ? <p className="paper-note">The programmer is the authority for doses and dates.</p> : null}
      <div className="paper-signatures">
        <Signature of="Performed by" />
        <Signature of="Verified by" />
      </div>
    </Sheets>
  );
}

function NoteHead({ worksheet, reading: { pumpFill, on } }: Pick<RefillNoteProps, 'worksheet' | 'reading'>) {
  return (
    <>
      <header>
        <h1>Baclofen {pumpFill ? 'pump refill' : 'injection'} note</h1>
        <p className="paper-whose">
          Service of <strong>{on ? formatDate(on) : 'a day not entered'}</strong>
        </p>
        <p>
          Patient reference <Told value={worksheet.patientReference} />
        </p>
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
              <td>
                <Told value={value} />
              </td>
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
  checks: readonly PumpCheck[];
  authorization: PriorAuthorization | null;
};

/** The reservoir, and what the record says beside the programmer. */
function Outlook({ fill, on, outlook, checks, authorization }: OutlookProps) {
  return (
    <section>
      <h2>Cross-check, not dosing advice</h2>
      <div className="note-columns">
        <ReservoirPicture fill={fill} expected={outlook.expected} />
        <RefillTimeline timeline={refillTimeline(outlook, on, authorization)} />
        <div className="note-checks">
          <ul>
            {checks.map(({ title, says, row }) => (
              <li key={title}>
                <strong>{title}.</strong> {says} <SourceNumbers rows={[row]} />
              </li>
            ))}
          </ul>
          {outlook.how.length > 0 ? <Steps how={outlook.how} /> : null}
        </div>
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
    <section className="paper-together">
      <h2>At the bedside (good practice)</h2>
      <ul className="paper-checklist">
        {bedsideItems
          .filter(({ pump }) => isPump || !pump)
          .map(({ id, label }) => (
            <li key={id}>
              <Box ticked={ticked.includes(id)} /> {label}
            </li>
          ))}
      </ul>
    </section>
  );
}
