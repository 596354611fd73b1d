import { use, useMemo } from 'react';
import { createPortal } from 'react-dom';
import { formatDate, type IsoDate } from '../engine/dated';
import { formatNdc } from '../engine/ndc';
import { TodayContext } from '../fields/form';
import { usePrintedSheet } from '../fields/use-printed-sheet';
import type { ClinicRecords, ReceivedVials } from './clinic-records';
import type { ReadKept } from './clinic-records';
import { ReceiveVials } from './ReceiveVials';
import { useReceiving, type ChangeVials } from './use-receiving';
import { vialStock, type ClaimToSee, type LotStock, type VialStock } from './vial-stock';
import './vials.css';

type VialsProps = {
  /** Null while the drawer is closed. */
  records: ClinicRecords | null;
  read: ReadKept;
  onChange: ChangeVials;
};

/** Containers received, opened and left over, and what of them was not billed. */
export function Vials({ records, read, onChange }: VialsProps) {
  const today = use(TodayContext);
  const receiving = useReceiving(today, onChange);
  // Not at every key of the form that receives.
  const stock = useMemo(() => records && vialStock(records.vials, records.claims, read, today), [records, read, today]);
  if (!records || !stock) return null;
  return (
    <div className="vials">
      <p className="section-note">
        Kept with the claims of the clinic. Opened is what the kept claims tell: a refill by its containers, a dose by
        NDC and amounts. Drug that a pharmacy supplied or compounded is not counted.
      </p>
      <ReceiveVials vials={records.vials} today={today} receiving={receiving} />
      <Lots lots={stock.lots} />
      <Receipts vials={records.vials} onCorrect={receiving.correct} />
      <Claims title="Used and not billed" claims={stock.usedNotBilled} none="No kept refill waits to be sent." />
      <Claims
        title="Billed and not opened"
        claims={stock.billedNotOpened}
        none="No claim was sent for more than was opened."
      />
      <Claims
        title="Not countable"
        claims={stock.notCountable}
        none="Every kept claim tells which containers it opened."
      />
      <CountSheet stock={stock} today={today} />
    </div>
  );
}

const columns = ['Expiry', 'Received', 'Opened', 'Left'] as const;

function cellsOf({ expiries, received, opened, left }: LotStock): readonly string[] {
  return [
    expiries.length === 0 ? 'not told' : expiries.map(formatDate).join(', '),
    String(received),
    String(opened),
    left === null ? 'not known' : String(left),
  ];
}

/** "Gablofen 2000 mcg/mL, 20 mL vial, lot LOTA, NDC 66794-0157-02" */
const lotName = ({ name, lot, ndc }: LotStock): string =>
  [name, lot === '' ? 'no lot told' : `lot ${lot}`, ...(ndc ? [`NDC ${formatNdc(ndc)}`] : [])].join(', ');

/** The lot, and what is to be seen to. */
const LotHead = ({ lot }: { lot: LotStock }) => (
  <th scope="row">
    <span>
      {lotName(lot)}
      {lot.says.map((says) => (
        <strong key={says} className="to-see">
          {says}
        </strong>
      ))}
    </span>
  </th>
);

const lotKey = ({ ndc, lot }: LotStock): string => `${ndc} ${lot}`;

function Lots({ lots }: { lots: readonly LotStock[] }) {
  if (lots.length === 0) return <p>No container was received or opened yet.</p>;
  return (
    <div className="sums">
      <table className="sums-table lots">
        <caption>Lots</caption>
        <thead>
          <tr>
            <th scope="col">Container and lot</th>
            <Heads names={columns} />
          </tr>
        </thead>
        <tbody>
          {lots.map((lot) => (
            <tr key={lotKey(lot)}>
              <LotHead lot={lot} />
              {cellsOf(lot).map((cell, place) => (
                <td key={columns[place]} data-label={columns[place]}>
                  {cell}
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}

function Receipts({
  vials,
  onCorrect,
}: {
  vials: readonly ReceivedVials[];
  onCorrect: (vials: ReceivedVials) => void;
}) {
  if (vials.length === 0) return null;
  return (
    <details>
      <summary>
        {vials.length} {vials.length === 1 ? 'receipt' : 'receipts'}
      </summary>
      <ul className="receipts">
        {vials.map((each) => {
          const on = formatDate(each.receivedOn);
          const says = `${each.count} of NDC ${formatNdc(each.ndc)}, lot ${each.lot}, on ${on}`;
          return (
            <li key={each.id}>
              {says}{' '}
              <button type="button" className="link" aria-label={`Correct: ${says}`} onClick={() => onCorrect(each)}>
                Correct
              </button>
            </li>
          );
        })}
      </ul>
    </details>
  );
}

function Claims({ title, claims, none }: { title: string; claims: readonly ClaimToSee[]; none: string }) {
  return (
    <section>
      <h3>
        {title}
        {claims.length > 0 ? `: ${claims.length}` : ''}
      </h3>
      {claims.length === 0 ? <p>{none}</p> : <ClaimList claims={claims.slice(0, mostShown)} />}
      {claims.length > mostShown ? (
        <details>
          <summary>{claims.length - mostShown} more</summary>
          <ClaimList claims={claims.slice(mostShown)} />
        </details>
      ) : null}
    </section>
  );
}

/** So that a long list does not push the next one out of sight. */
const mostShown = 12;

const dayOf = (on: IsoDate | null): string => (on ? formatDate(on) : 'day not told');

const ClaimList = ({ claims }: { claims: readonly ClaimToSee[] }) => (
  <ul>
    {claims.map(({ record, on, says }) => (
      <li key={record.recordId}>
        <strong>{record.patientReference.trim() || 'No reference'}</strong>, {dayOf(on)}: {says}
      </li>
    ))}
  </ul>
);

/** The lots that should be on the shelf, to be counted by hand. */
function CountSheet({ stock: { lots }, today }: { stock: VialStock; today: IsoDate }) {
  const { printing, print } = usePrintedSheet();
  const onShelf = lots.filter(({ left, says }) => left !== 0 || says.length > 0);
  if (onShelf.length === 0) return null;
  return (
    <>
      <button type="button" className="ds-c-button ds-c-button--small ds-c-button--solid" onClick={print}>
        Print for the count
      </button>
      {printing ? createPortal(<PrintedCount lots={onShelf} today={today} />, document.body) : null}
    </>
  );
}

const countColumns = ['Container and lot', 'Expiry', 'Should be there', 'Counted', 'Right'] as const;

const PrintedCount = ({ lots, today }: { lots: readonly LotStock[]; today: IsoDate }) => (
  <article className="printed-sheet count-sheet">
    <header>
      <h1>Count of baclofen containers</h1>
      <p>Made on {formatDate(today)}.</p>
    </header>
    <table className="sums-table">
      <thead>
        <tr>
          <Heads names={countColumns} />
        </tr>
      </thead>
      <tbody>
        {lots.map((lot) => (
          <CountRow key={lotKey(lot)} lot={lot} />
        ))}
      </tbody>
    </table>
    <p className="to-sign">
      Counted by <span /> Signature <span /> Date <span />
    </p>
  </article>
);

function CountRow({ lot }: { lot: LotStock }) {
  const [expiry, , , left] = cellsOf(lot);
  return (
    <tr>
      <LotHead lot={lot} />
      <td>{expiry}</td>
      <td>{left}</td>
      <td className="to-write" />
      <td>☐</td>
    </tr>
  );
}

const Heads = ({ names }: { names: readonly string[] }) =>
  names.map((name) => (
    <th key={name} scope="col">
      {name}
    </th>
  ));
