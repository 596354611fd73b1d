import { use, useEffect, useRef, useState } from 'react';
import { FilesField } from '../controls/FilesField';
import { formatSpan } from '../engine/dated';
import { formatNdc } from '../engine/ndc';
import type { CrosswalkRow, OpenedCrosswalk, OpenedPaymentLimits, OpenedTables } from '../engine/published-tables';
import { formatMoney, isSameStrength, isSameVolume } from '../engine/quantity';
import { counted } from '../engine/typed';
import { TodayContext } from '../fields/form';
import { tablesOnFile } from '../rules';
import { productOf } from '../rules/products';
import { TableStrips } from './TableStrips';
import { InPageQuestion } from './InPageQuestion';
import { bytesOf } from './read-file';
import { mostCharacters, readCmsBytes, type CmsFile } from './cms-file';
import type { ClaimOnTables } from './table-freshness';
import { shownName } from './refusal';
import { takeDoubtful, takeFiles, type Doubtful } from './take-files';

type TablesProps = {
  claim: ClaimOnTables | null;
  tables: OpenedTables;
  onChange: (next: OpenedTables) => void;
};

/** The dated tables that claims are held against, and the way to bring two of them up to date. */
export function Tables({ claim, tables, onChange }: TablesProps) {
  return (
    <>
      <section aria-labelledby="tables-on-file">
        <h3 id="tables-on-file">Tables on file</h3>
        <p className="section-note">
          They came with this page. A day outside them is not checked, and the claim says so. An old number never passes
          it.
        </p>
        <TableStrips onFile={tablesOnFile} tables={tables} claim={claim} today={use(TodayContext)} />
      </section>
      <OpenedHere tables={tables} onChange={onChange} />
    </>
  );
}

const cmsFileHint =
  'The CSV of a quarter: “Payment Allowance Limits for Medicare Part B Drugs” or “ASP NDC-HCPCS Crosswalk”. Both ' +
  'are among the ASP pricing files on cms.gov, packed in a zip file: unpack it first. The file is read on this page ' +
  'only, and baclofen alone is taken from it. That lasts until you leave the page, unless you save it with the payer ' +
  'profiles.';

type OpenedHereProps = Pick<TablesProps, 'tables' | 'onChange'>;

function OpenedHere({ tables, onChange }: OpenedHereProps) {
  const { said, asking, open, answer, remove } = useOpening({ tables, onChange });
  const [asked] = asking;
  return (
    <section aria-labelledby="tables-opened">
      <h3 id="tables-opened" tabIndex={-1}>
        Opened here
      </h3>
      {tables.paymentLimits.length + tables.crosswalks.length === 0 ? <p className="section-note">None yet.</p> : null}
      <OpenedTablesList tables={tables} onRemove={remove} />
      <FilesField
        id="cms-file"
        label="Open a CMS file"
        hint={cmsFileHint}
        accept=".csv,text/csv"
        refused={said.refused}
        onChosen={(files) => void open(files)}
      />
      {asked ? (
        <InPageQuestion
          key={asking.length}
          question={asked.question}
          yes="Take it"
          no="Leave it"
          onYes={() => answer(asked, true)}
          onNo={() => answer(asked, false)}
        />
      ) : null}
      <p role="status">{inAll(said)}</p>
    </section>
  );
}

type Said = { readonly taken: readonly string[]; readonly refused: readonly string[] };
const inAll = ({ taken, refused: { length } }: Said): string =>
  [
    ...taken,
    ...(length > 0 ? [`${counted(length, 'file')} ${length === 1 ? 'was' : 'were'} refused; why stands above.`] : []),
  ].join(' ');

/** Opening and removing tables: what was taken, what was refused, and of what it is still asked whether to take it. */
function useOpening({ tables, onChange }: OpenedHereProps) {
  const [said, setSaid] = useState<Said>({ taken: [], refused: [] });
  const [asking, setAsking] = useState<readonly Doubtful[]>([]);
  // Reading takes a moment: what was read goes to the tables as they are by then.
  const latest = useRef({ tables, onChange });
  useEffect(() => {
    latest.current = { tables, onChange };
  }, [tables, onChange]);
  const open = async (files: readonly File[]) => {
    const readings = await Promise.all(files.map(readChosen));
    const { tables: before, onChange: change } = latest.current;
    const next = takeFiles(readings, before);
    if (next.taken.length > 0) change(next.tables);
    setAsking((earlier) => [...earlier, ...next.doubtful]);
    setSaid({ taken: next.taken, refused: [...new Set(next.refused)] });
  };
  const answer = (asked: Doubtful, take: boolean) => {
    const next = takeDoubtful(asked, tables);
    if (take) onChange(next.tables);
    setSaid({ taken: take ? next.taken : [`Not taken: “${asked.limits.file}”. What was on file stays.`], refused: [] });
    const others = asking.filter((each) => each !== asked);
    setAsking(others);
    if (others.length === 0) document.getElementById('cms-file')?.focus();
  };
  const remove = (next: OpenedTables, what: string) => {
    onChange(next);
    setSaid({ taken: [`Removed: ${what}.`], refused: [] });
  };
  return { said, asking, open, answer, remove };
}

function OpenedTablesList({
  tables,
  onRemove,
}: {
  tables: OpenedTables;
  onRemove: (next: OpenedTables, what: string) => void;
}) {
  return (
    <ul className="findings">
      {tables.paymentLimits.map((table) => (
        <Opened
          key={`limits ${formatSpan(table)}`}
          title={`Payment limits, ${formatSpan(table)}`}
          file={table.file}
          holds={limitWords(table)}
          onRemove={() =>
            onRemove(
              { ...tables, paymentLimits: tables.paymentLimits.filter((each) => each !== table) },
              `payment limits, ${formatSpan(table)}`,
            )
          }
        />
      ))}
      {tables.crosswalks.map((table) => (
        <Opened
          key={`crosswalk ${formatSpan(table)}`}
          title={`NDC crosswalk, ${formatSpan(table)}`}
          file={table.file}
          holds={containerWords(table)}
          onRemove={() =>
            onRemove(
              { ...tables, crosswalks: tables.crosswalks.filter((each) => each !== table) },
              `NDC crosswalk, ${formatSpan(table)}`,
            )
          }
        />
      ))}
    </ul>
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
  const ndcs = (those: readonly CrosswalkRow[]) => `NDC ${those.map(({ ndc }) => formatNdc(ndc)).join(', ')}`;
  const added = rows.filter(({ ndc }) => !productOf(ndc));
  const unlike = rows.filter(differsFromOnFile);
  return [
    `${rows.length === 1 ? '1 container' : `${rows.length} containers`}, ` +
      `${added.length > 0 ? `${added.length} not on file before: ${ndcs(added)}` : 'all on file before'}.`,
    ...(unlike.length > 0
      ? [
          `This page has another size, strength, count or code for ${ndcs(unlike)}, and goes on with its own: ` +
            'check the label.',
        ]
      : []),
  ].join(' ');
}

function differsFromOnFile(row: CrosswalkRow): boolean {
  const onFile = productOf(row.ndc);
  if (!onFile) return false;
  return (
    !isSameVolume(onFile.volume, row.volume) ||
    !isSameStrength(onFile.strength, row.strength) ||
    onFile.containersPerNdc !== row.containersPerNdc ||
    onFile.hcpcs !== row.hcpcs
  );
}

async function readChosen(file: File): Promise<CmsFile> {
  const bytes = await bytesOf(file, mostCharacters);
  if (bytes === 'too-large') return { refused: `“${shownName(file.name)}” is far larger than a file of CMS.` };
  if (bytes === 'unreadable') return { refused: `“${shownName(file.name)}” could not be read.` };
  return readCmsBytes(file.name, bytes);
}
