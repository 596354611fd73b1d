import { useWatch } from 'react-hook-form';
import { useWorksheetForm } from '../fields/form';
import { filledRows, mostRows, tooManyRows } from '../answers/read-containers';
import type { ContainerText } from '../answers/worksheet-text';
import { ContainerRow } from './ContainerRow';
import type { ContainersPath } from '../answers/field-names';
import { useRowChanges } from './use-row-changes';

/**
 * The containers opened, row by row; below the last one stands an empty row for the next. Drawn again only for another
 * number of rows.
 */
export function Containers({ path = 'refill.containers' }: { path?: ContainersPath }) {
  const { control } = useWorksheetForm();
  const count = useWatch({
    control,
    name: path,
    compute: (rows: readonly ContainerText[]) => rows.length,
  });
  const { changes, said } = useRowChanges(path);
  return (
    <fieldset className="part">
      <legend>
        <h3>{path === 'refill.containers' ? 'Containers opened' : 'Containers opened for it'}</h3>
      </legend>
      <p className="section-note">
        Count containers, never cartons. Scan a barcode into the field, or pick the product, or type the NDC.
      </p>
      {Array.from({ length: count }, (_, place) => (
        <ContainerRow key={place} path={path} place={place} last={place === count - 1} {...changes} />
      ))}
      {count >= mostRows ? <MostRows path={path} /> : null}
      <p className="ds-u-visibility--screen-reader" role="status">
        {said}
      </p>
    </fieldset>
  );
}

/** Said where the next row would stand, once there can be none. */
function MostRows({ path }: { path: ContainersPath }) {
  const { control } = useWorksheetForm();
  const full = useWatch({
    control,
    name: path,
    compute: (rows: readonly ContainerText[]) => filledRows(rows).length >= mostRows,
  });
  return full ? <p className="section-note">{tooManyRows}.</p> : null;
}
