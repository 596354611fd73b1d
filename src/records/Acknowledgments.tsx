import { TakeOut } from '../controls/TakeOut';
import { formatDate } from '../engine/dated';
import { counted } from '../engine/typed';
import type { Acknowledgment, StatusTold } from '../remittance/read-277ca';
import { procedureWords } from '../remittance/remittance';
import { verdictWords } from '../remittance/status-codes';
import { acknowledgedRows, fieldsToMend, labelToMend, type AcknowledgedRow } from './acknowledged-rows';
import type { Chosen } from './answered-rows';
import { ChooseClaim } from './ChooseClaim';
import type { DayActions } from './Day';
import { inFewWords, type DayRow } from './day-rows';
import { saidOfMatch } from './RemittedClaim';

/** An acknowledgment that was opened or pasted: what it is called, and what is read of it. */
export type AcknowledgedSource = { readonly name: string; readonly acknowledgment: Acknowledgment };

type AcknowledgmentsProps = {
  sources: readonly AcknowledgedSource[];
  rows: readonly DayRow[];
  chosen: Chosen;
  onChoose: (key: string, id: string | null) => void;
  onMend: DayActions['onMend'];
  onRemove: (source: AcknowledgedSource) => void;
};

/** What was said of claims before the payer decided them: what was rejected, where it is mended, and the way there. */
export function Acknowledgments({ sources, rows, chosen, onChoose, onMend, onRemove }: AcknowledgmentsProps) {
  if (sources.length === 0) return null;
  const found = acknowledgedRows(
    sources.map(({ acknowledgment }) => acknowledgment),
    rows,
    chosen,
  );
  const rejected = found.filter(({ verdict }) => verdict === 'rejected').length;
  return (
    <section aria-labelledby="acknowledgments">
      <h3 id="acknowledgments">Acknowledged before the payer decides (277CA)</h3>
      <p role="status">
        {counted(found.length, 'claim')}, {rejected} rejected.
      </p>
      {sources.map((source, place) => (
        // The same file may be opened twice.
        // oxlint-disable-next-line react/no-array-index-key
        <OneSource key={`${place} ${source.name}`} {...{ source, onRemove }} />
      ))}
      {found.map((row) => (
        <Acknowledged
          key={row.key}
          {...{ row, rows, onMend }}
          choice={chosen.get(row.key)}
          onChoose={(id) => onChoose(row.key, id)}
        />
      ))}
    </section>
  );
}

const OneSource = ({ source, onRemove }: { source: AcknowledgedSource } & Pick<AcknowledgmentsProps, 'onRemove'>) => (
  <div className="remittances-source">
    <p>{source.name}</p>
    <Statuses told={source.acknowledgment.ofAll} />
    {source.acknowledgment.notes.map(({ at, says }) => (
      <p key={`${at} ${says}`}>{says}</p>
    ))}
    <TakeOut name={source.name} backTo="remittance-files" onTakeOut={() => onRemove(source)} />
  </div>
);

type AcknowledgedProps = {
  row: AcknowledgedRow;
  rows: readonly DayRow[];
  choice: string | undefined;
  onChoose: (id: string | null) => void;
  onMend: DayActions['onMend'];
};

function Acknowledged({ row, rows, choice, onChoose, onMend }: AcknowledgedProps) {
  const { claim, verdict, match, own } = row;
  const title = titleOf(row);
  return (
    <article className="remitted-claim">
      <h4>
        {title}: {verdictWords[verdict]}
      </h4>
      <p>
        {own ? `Kept claim: ${inFewWords(own)}. ` : ''}
        {saidOfMatch(match, choice)}
      </p>
      <ChooseClaim {...{ rows, match, own, choice, title, onChoose }} on={claim.from} />
      <Statuses told={claim.statuses} />
      {claim.lines.map(({ procedure, statuses }, place) => (
        // A claim may have a line twice.
        // oxlint-disable-next-line react/no-array-index-key
        <div key={place} role="group" className="remitted-part" aria-label={`Line ${procedureWords(procedure)}`}>
          <h5>{procedureWords(procedure)}</h5>
          <Statuses told={statuses} />
        </div>
      ))}
      {own && verdict !== 'accepted' ? <Mending {...{ row, own, onMend }} /> : null}
    </article>
  );
}

function titleOf({ claim: { controlNumber, patient, from } }: AcknowledgedRow): string {
  return [
    controlNumber || 'No control number',
    ...(patient ? [[patient.last, patient.first].filter(Boolean).join(' ')] : []),
    ...(from ? [formatDate(from)] : []),
  ].join(', ');
}

const Statuses = ({ told }: { told: readonly StatusTold[] }) =>
  told.length === 0 ? null : (
    <ul>
      {told.map(({ at, code, says }) => (
        <li key={`${at} ${code}`}>
          {code}: {says}
        </li>
      ))}
    </ul>
  );

/** The way to each field that is to be mended, else to the claim. */
function Mending({ row, own, onMend }: { row: AcknowledgedRow; own: DayRow } & Pick<AcknowledgedProps, 'onMend'>) {
  const fields = fieldsToMend(row.claim);
  return (
    <div className="next-claims">
      {fields.length === 0 ? <p>No one field is named. Read what the sender says, then open the claim.</p> : null}
      {(fields.length === 0 ? (['dateOfService'] as const) : fields).map((field) => {
        const says = fields.length === 0 ? 'Open the claim' : `Mend: ${labelToMend(field)}`;
        return (
          <button
            key={field}
            type="button"
            className="ds-c-button ds-c-button--small"
            aria-label={`${says}, ${inFewWords(own)}`}
            onClick={() => onMend(own.record, field)}
          >
            {says}
          </button>
        );
      })}
    </div>
  );
}
