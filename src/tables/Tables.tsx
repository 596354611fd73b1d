import { InlineError, Label } from '@cmsgov/design-system';
import { useState } from 'react';
import { formatDate, type IsoDate } from '../engine/dated';
import { formatNdc } from '../engine/ndc';
import { withTable, type OpenedCrosswalk, type OpenedPaymentLimits, type OpenedTables } from '../engine/published-tables';
import { formatMoney } from '../engine/quantity';
import { productOf } from '../rules/products';
import { mostCharacters, readCmsFile, shownName } from './cms-file';

type Span = { readonly from: IsoDate; readonly through: IsoDate };
type TablesProps = {
  /** The newest span of each table that came with the page. */
  builtIn: readonly (Span & { readonly title: string })[];
  tables: OpenedTables;
  onChange: (next: OpenedTables) => void;
};

const spanWords = ({ from, through }: Span): string => `${formatDate(from)} to ${formatDate(through)}`;
const sameSpan = (a: Span) => (b: Span) => a.from === b.from && a.through === b.through;

/** The dated tables that claims are held against, and the way to bring two of them up to date. */
export function Tables({ builtIn, tables, onChange }: TablesProps) {
  const [said, setSaid] = useState<{ readonly taken: readonly string[]; readonly refused: readonly string[] }>({ taken: [], refused: [] });

  const open = async (files: readonly File[]) => {
    let next = tables;
    const taken: string[] = [];
    const refused: string[] = [];
    for (const file of files) {
      const reading = await readChosen(file);
      if ('refused' in reading) {
        refused.push(reading.refused);
        continue;
      }
      const isLimits = 'paymentLimits' in reading;
      const table = isLimits ? reading.paymentLimits : reading.crosswalk;
      const again = (isLimits ? next.paymentLimits : next.crosswalks).some(sameSpan(table));
      next = isLimits ? { ...next, paymentLimits: withTable(next.paymentLimits, reading.paymentLimits) } : { ...next, crosswalks: withTable(next.crosswalks, reading.crosswalk) };
      taken.push(`${isLimits ? 'Payment limits' : 'NDC crosswalk'} of ${spanWords(table)} ${again ? 'took the place of those opened before' : 'was opened'}.`);
    }
    if (taken.length > 0) onChange(next);
    setSaid({ taken, refused });
  };
  const remove = (next: OpenedTables, what: string) => {
    onChange(next);
    setSaid({ taken: [`${what} was removed.`], refused: [] });
  };

  return (
    <>
      <section aria-labelledby="tables-on-file">
        <h3 id="tables-on-file">Tables on file</h3>
        <p className="section-note">They came with this page. A service outside these days is never passed on an old number.</p>
        <ul className="tables">
          {builtIn.map(({ title, ...span }) => (
            <li key={title}>
              {title}: {spanWords(span)}
            </li>
          ))}
        </ul>
      </section>
      <section aria-labelledby="tables-opened">
        <h3 id="tables-opened" tabIndex={-1}>
          Opened here
        </h3>
        {tables.paymentLimits.length + tables.crosswalks.length === 0 ? <p className="section-note">None yet.</p> : null}
        <ul className="findings">
          {tables.paymentLimits.map((table) => (
            <Opened
              key={`limits ${table.from}`}
              title={`Payment limits, ${spanWords(table)}`}
              file={table.file}
              holds={limitWords(table)}
              onRemove={() => remove({ ...tables, paymentLimits: tables.paymentLimits.filter((each) => each !== table) }, `Payment limits of ${spanWords(table)}`)}
            />
          ))}
          {tables.crosswalks.map((table) => (
            <Opened
              key={`crosswalk ${table.from}`}
              title={`NDC crosswalk, ${spanWords(table)}`}
              file={table.file}
              holds={containerWords(table)}
              onRemove={() => remove({ ...tables, crosswalks: tables.crosswalks.filter((each) => each !== table) }, `NDC crosswalk of ${spanWords(table)}`)}
            />
          ))}
        </ul>
        <Label fieldId="cms-file">Open a CMS file</Label>
        <p className="ds-c-hint" id="cms-file-hint">
          CSV, of a quarter: “Payment Allowance Limits for Medicare Part B Drugs” or “ASP NDC-HCPCS Crosswalk”, both among the ASP pricing files on
          cms.gov. Baclofen is taken from it, on this page only; it lasts until you leave, unless you save it with the payer profiles.
        </p>
        {said.refused.length > 0 ? (
          <div id="cms-file-problem">
            {said.refused.map((because) => (
              <InlineError key={because}>{because}</InlineError>
            ))}
          </div>
        ) : null}
        <input
          type="file"
          id="cms-file"
          multiple
          accept=".csv,text/csv"
          aria-describedby={`cms-file-hint${said.refused.length > 0 ? ' cms-file-problem' : ''}`}
          {...(said.refused.length > 0 ? { 'aria-invalid': true } : {})}
          onClick={({ currentTarget }) => {
            // So that the same file, corrected, can be chosen again.
            currentTarget.value = '';
          }}
          onChange={({ currentTarget }) => void open([...(currentTarget.files ?? [])])}
        />
        <p role="status">{[...said.taken, ...(said.refused.length > 0 ? [`${said.refused.length} refused.`] : [])].join(' ')}</p>
      </section>
    </>
  );
}

type OpenedProps = { title: string; file: string; holds: string; onRemove: () => void };

function Opened({ title, file, holds, onRemove }: OpenedProps) {
  const removed = () => {
    onRemove();
    document.getElementById('tables-opened')?.focus();
  };
  return (
    <li className="finding">
      <h4>{title}</h4>
      <p>{holds}</p>
      <p className="section-note">From “{file}”.</p>
      <div className="finding-actions">
        <button type="button" className="link" aria-label={`Remove: ${title}`} onClick={removed}>
          Remove
        </button>
      </div>
    </li>
  );
}

const limitWords = ({ J0475, J0476 }: OpenedPaymentLimits): string =>
  [
    ...(J0475 ? [`J0475 ${formatMoney(J0475)}`] : ['no row of J0475']),
    ...(J0476 ? [`J0476 ${formatMoney(J0476)}`] : ['no row of J0476']),
  ].join(', ');

function containerWords({ rows }: OpenedCrosswalk): string {
  const unknown = rows.filter(({ ndc }) => !productOf(ndc)).map(({ ndc }) => formatNdc(ndc));
  return `${rows.length === 1 ? '1 container' : `${rows.length} containers`}${unknown.length > 0 ? `, ${unknown.length} not on file before: NDC ${unknown.join(', ')}` : ', all on file before'}.`;
}

async function readChosen(file: File): Promise<ReturnType<typeof readCmsFile>> {
  // No character takes more than four bytes.
  if (file.size > 4 * mostCharacters) return { refused: `“${shownName(file.name)}” is far larger than a file of CMS.` };
  try {
    const bytes = await file.arrayBuffer();
    return readCmsFile(file.name, decoded(bytes));
  } catch {
    return { refused: `“${shownName(file.name)}” could not be read.` };
  }
}

/** CMS writes UTF-8 in some quarters and the Windows character set in others. */
function decoded(bytes: ArrayBuffer): string {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    return new TextDecoder('windows-1252').decode(bytes);
  }
}
