import type { PreparedClaim } from '../engine/prepared-claim';
import { createColumnHelper, tableFeatures, useTable } from '@tanstack/react-table';
import type { FormItems, NdcQuantity, ServiceLine } from '../engine/claim';
import { linesOf } from '../engine/claim-lines';
import { formatMl, formatMoney, type Money } from '../engine/quantity';
import { NotBilled } from './NotBilled';
import './service-lines.css';

const features = tableFeatures({});
const helper = createColumnHelper<typeof features, ServiceLine>();
const columns = helper.columns([
  helper.accessor('lineNumber', { header: 'Line' }),
  helper.accessor('hcpcs', { header: 'Code' }),
  helper.accessor(({ modifiers }) => modifiers.join(' '), {
    id: 'modifiers',
    header: 'Modifiers',
    cell: ({ getValue }) => getValue() || <Nothing />,
  }),
  helper.accessor(({ unitsOfService }) => unitsOfService.units, { id: 'units', header: 'Units' }),
  helper.accessor(({ ndcQuantities }) => ndcQuantities, {
    id: 'ndc',
    header: 'NDC',
    cell: ({ getValue }) =>
      getValue().length === 0 ? <Nothing /> : getValue().map((each, place) => <NdcText key={place} {...each} />),
  }),
  helper.accessor(({ charge }) => charge, {
    id: 'charge',
    header: 'Charge',
    cell: ({ getValue }) => formattedOr(getValue()),
  }),
]);

/** A dash for the eye, and a word for who does not see it. */
function Nothing() {
  return (
    <span className="nothing">
      <span aria-hidden="true">–</span>
      <span className="ds-u-visibility--screen-reader">none</span>
    </span>
  );
}

const NotEntered = () => <span className="nothing">not entered</span>;

const formattedOr = (charge: Money | null) => (charge ? formatMoney(charge) : <NotEntered />);

/**
 * Where the columns stand on the form that the setting bills on: items of the CMS-1500 (02/12), form locators of the
 * UB-04.
 */
const onCms1500 = { hcpcs: '24D', modifiers: '24D', units: '24G', ndc: '24 shaded', charge: '24F' };
const itemNumbers: Readonly<Record<FormItems['form'], Readonly<Record<string, string>>>> = {
  professional: onCms1500,
  either: onCms1500,
  institutional: { hcpcs: 'FL 44', modifiers: 'FL 44', units: 'FL 46', ndc: 'FL 43', charge: 'FL 47' },
};

type ServiceLinesProps = {
  claim: Pick<
    PreparedClaim,
    | 'lines'
    | 'beside'
    | 'services'
    | 'held'
    | 'other'
    | 'status'
    | 'code'
    | 'payment'
    | 'totalCharge'
    | 'totalUnits'
    | 'formItems'
  >;
};

/** The lines to put on the claim; struck through and marked HOLD where it must not be sent. */
export function ServiceLines({ claim }: ServiceLinesProps) {
  const lines = linesOf(claim);
  if (lines.length === 0) {
    return (
      <>
        <p className="no-lines">
          <HoldMark status={claim.status} /> No drug line.
        </p>
        <NotBilled claim={claim} />
        <Narrative {...claim.formItems} />
      </>
    );
  }
  return (
    <>
      <LinesTable claim={claim} lines={lines} />
      <NotBilled claim={claim} />
      {claim.formItems.form !== 'institutional' ? <Shaded {...claim.formItems} /> : null}
      <Narrative {...claim.formItems} />
    </>
  );
}

const HoldMark = ({ status }: Pick<PreparedClaim, 'status'>) =>
  status === 'on-hold' ? <strong className="hold-mark">HOLD</strong> : null;

function LinesTable({ claim, lines }: ServiceLinesProps & { lines: readonly ServiceLine[] }) {
  const table = useTable({ features, columns, data: lines });
  return (
    <table className={`service-lines${claim.status === 'on-hold' ? ' held' : ''}`}>
      <caption>
        <HoldMark status={claim.status} /> Service lines{notPaidApart(claim)}
      </caption>
      <thead>
        {table.getHeaderGroups().map((group) => (
          <tr key={group.id}>
            {group.headers.map((header) => (
              <th key={header.id} scope="col" className={`column-${header.column.id}`}>
                <table.FlexRender header={header} />{' '}
                <ItemNumber item={itemNumbers[claim.formItems.form][header.column.id]} />
              </th>
            ))}
          </tr>
        ))}
      </thead>
      <tbody>
        {table.getRowModel().rows.map((row) => (
          <tr key={row.id}>
            {row.getAllCells().map((cell) => (
              <td key={cell.id} className={`column-${cell.column.id}`}>
                <table.FlexRender cell={cell} />
              </td>
            ))}
          </tr>
        ))}
      </tbody>
      {lines.length > 1 ? <InAll claim={claim} lines={lines} /> : null}
    </table>
  );
}

/** Which drug on the claim is not paid on its own line: of two, by its code, where the other one is. */
function notPaidApart({ lines, code, payment, other }: ServiceLinesProps['claim']): string {
  const drugs = [{ lines, code, payment }, ...(other ? [other] : [])].filter((drug) => drug.lines.length > 0);
  const packaged = drugs.filter((drug) => drug.payment && !drug.payment.separate);
  if (packaged.length === 0) return '';
  const which = packaged.length < drugs.length ? packaged[0]?.code?.hcpcs : null;
  return `, for the record: ${which ?? 'the drug'} is not paid separately`;
}

/** Units of different codes make no sum; charges make one where every line has its own. */
function InAll({ claim, lines }: ServiceLinesProps & { lines: readonly ServiceLine[] }) {
  const { beside, services, totalUnits, totalCharge } = claim;
  const lacksSome = !totalCharge && lines.some(({ charge }) => charge !== null);
  return (
    <tfoot>
      <tr>
        <td className="column-lineNumber" />
        <th scope="row" colSpan={2}>
          In all
        </th>
        <td className="column-units">{services.lines.length + beside.length === 0 ? totalUnits.units : ''}</td>
        <td className="column-ndc" />
        <td className="column-charge">
          {totalCharge ? formatMoney(totalCharge) : lacksSome ? <span className="nothing">no total yet</span> : ''}
        </td>
      </tr>
    </tfoot>
  );
}

/** What an unlisted code stands for, in words for the payer. */
function Narrative({ narrative, form }: Pick<FormItems, 'narrative' | 'form'>) {
  if (narrative === null) return null;
  return (
    <p className="shaded narrative">
      {form === 'institutional' ? 'FL 80' : 'Item 19'}: <code>{narrative}</code>
    </p>
  );
}

/** What goes into the shaded half of item 24, in the layout of the payer (row 9.3). */
function Shaded({ shaded: { layout, lines }, furtherNdcs }: Pick<FormItems, 'shaded' | 'furtherNdcs'>) {
  if (lines.length === 0) return null;
  return (
    <p className="shaded">
      Item 24 shaded ({layout}):{' '}
      {lines.map(({ lineNumber, pieces }) => (
        <span key={lineNumber}>
          line {lineNumber} <code>{pieces.map(({ text }) => text).join(' ')}</code>{' '}
        </span>
      ))}
      {furtherNdcs.length > 0 ? (
        <span>
          item 19 <code>{furtherNdcs.map(({ text }) => text).join(' ')}</code>
        </span>
      ) : null}
    </p>
  );
}

/** Eleven digits as they are billed, in one piece, and the milliliters. */
function NdcText({ ndc, volume, roundedFrom }: NdcQuantity) {
  return (
    <span className="ndc-quantity">
      {ndc ?? <NotEntered />} {ndc && volume ? <span className="quantity">{formatMl(volume)}</span> : null}{' '}
      {ndc && volume && roundedFrom ? <span className="rounded-from">rounded from {roundedFrom}</span> : null}
    </span>
  );
}

function ItemNumber({ item }: { item: string | undefined }) {
  return item ? <span className="item-number">{item}</span> : null;
}
