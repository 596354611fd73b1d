import { use, useEffect, useMemo } from 'react';
import type { Ndc11 } from '../engine/ndc';
import type { CrosswalkRow } from '../engine/published-tables';
import { fieldId } from '../fields/fields';
import { ClinicContext, useOfThisRecord, useWorksheetForm, type WorksheetForm } from '../fields/form';
import type { ContainersPath, FieldName } from '../answers/field-names';
import { askedOf, mostRows, productPicked } from '../answers/read-containers';
import { readDrugCode } from '../answers/read-drug-code';
import { emptyContainer, type ContainerText } from '../answers/worksheet-text';
import { ndcOf, withCode, withCrosswalk, withEmptyLast, withNdc, withProduct } from '../answers/container-rows';
import { productName, productOf } from '../rules/products';

export type RowChanges = {
  readonly onProduct: (place: number, product: string) => void;
  readonly onCandidate: (place: number, ndc: Ndc11) => void;
  /** An NDC or barcode was entered; `goOn` after the Enter key, with which scanners end. */
  readonly onCode: (place: number, goOn: boolean) => void;
  readonly onRemove: (place: number) => void;
  /** Enter in a count goes on to the next container; a code scanned there is that of the next container. */
  readonly onCounted: (place: number) => void;
};

/** What the last change of rows has to say, and the field to go to after it. */
type Put = { readonly said: string; readonly focus: '' | 'next' | FieldName };
const nothingPut: Put = { said: '', focus: '' };

/** What can be done to the rows, and what the last change of them has to say. */
export function useRowChanges(path: ContainersPath): { readonly changes: RowChanges; readonly said: string } {
  const form = useWorksheetForm();
  const { containers } = use(ClinicContext);
  const [put, setPut] = useOfThisRecord(nothingPut);
  const changes = useMemo<RowChanges>(() => {
    const rows = () => form.getValues(path);
    const putRows = (changed: readonly ContainerText[], focus: Put['focus'] = '') =>
      setPut({ said: writeRows(form, path, changed, containers), focus });
    return {
      onProduct: (place, product) => putRows(withProduct(rows(), place, product)),
      onCandidate: (place, ndc) => putRows(withNdc(rows(), place, ndc), `${path}.${place}.ndc`),
      onCode: (place, goOn) => {
        const before = rows();
        const ndc = ndcIn(before[place]);
        if (!ndc) return;
        const after = withCode(before, place);
        const focus = goOn && isKnown(ndc, containers) ? afterScan(after, path) : '';
        if (JSON.stringify(after) !== JSON.stringify(before) || (place === before.length - 1 && place < mostRows - 1))
          putRows(after, focus);
        else if (focus !== '') setPut((last) => ({ ...last, focus }));
      },
      onRemove: (place) =>
        putRows(
          rows().filter((_, index) => index !== place),
          'next',
        ),
      onCounted: (place) => {
        const after = withScanInCount(rows(), place);
        if (after) putRows(after, afterScan(after, path));
        else setPut((last) => ({ ...last, focus: 'next' }));
      },
    };
  }, [form, path, containers, setPut]);
  useFocusAfter(put, path, form);
  return { changes, said: put.said };
}

/** The rows where a code was scanned into the count of one of them; null where it is a count. */
function withScanInCount(rows: readonly ContainerText[], place: number): ContainerText[] | null {
  const scanned = rows[place]?.count ?? '';
  const at = rows.length - 1;
  if (!ndcIn({ ...emptyContainer, ndc: scanned }) || at === place) return null;
  const moved = rows.map((row, index) =>
    index === place ? { ...row, count: '' } : index === at ? { ...row, ndc: scanned } : row,
  );
  return withCode(moved, at);
}

/** A count that a carton's code leaves open is entered before the next container. */
function afterScan(rows: readonly ContainerText[], path: ContainersPath): Put['focus'] {
  const asked = rows.findIndex((row) => askedOf(row).count !== undefined);
  return asked < 0 ? 'next' : `${path}.${asked}.count`;
}

/** Goes to the field that is next after a change of rows. */
function useFocusAfter(put: Put, path: ContainersPath, { getValues }: WorksheetForm): void {
  useEffect(() => {
    if (put.focus === '') return;
    const name = put.focus === 'next' ? (`${path}.${getValues(path).length - 1}.ndc` as const) : put.focus;
    document.getElementById(fieldId(name))?.focus();
  }, [getValues, path, put]);
}

/** Puts rows into the record, an empty one below the last, and says what stands in those that changed. */
function writeRows(
  form: WorksheetForm,
  path: ContainersPath,
  changed: readonly ContainerText[],
  containers: readonly CrosswalkRow[],
): string {
  const { clearErrors, control, getValues, setValue } = form;
  const before = getValues(path);
  const next = withCrosswalk(changed, containers);
  const said = saidOf(next, before);
  const after = withEmptyLast(next);
  // Only what changed, so that the sixtieth row costs what the second does.
  if (after.length < before.length) setValue(path, after);
  else
    for (const [place, row] of after.entries()) if (!isSameRow(row, before[place])) setValue(`${path}.${place}`, row);
  // They stood at rows that may now be others; the next check finds them again.
  if (control.getFieldState(path).invalid) clearErrors(path);
  // A second drug of the day tells by itself what it was given for.
  const followed = path === 'refill.containers' ? followProduct(form, next, containers) : '';
  return [said, followed].filter(Boolean).join('. ');
}

/** The screening product is for the trial, the others for the pump: the usual purpose and route follow, others stay. */
function followProduct(
  { getValues, setValue }: WorksheetForm,
  next: readonly ContainerText[],
  containers: readonly CrosswalkRow[],
): string {
  const first = next.find((row) => row.product !== '');
  const hcpcs = (productPicked(first?.product ?? '') ?? containers.find(({ ndc }) => ndc === ndcOf(first?.ndc ?? '')))
    ?.hcpcs;
  const [purpose, route] = [getValues('purpose'), getValues('route')];
  if (hcpcs === 'J0476' && purpose === 'pump-fill' && route === 'intrathecal-pump') {
    setValue('purpose', 'screening-trial');
    setValue('route', 'intrathecal-lumbar-puncture');
    return 'Purpose and route set to a screening trial by lumbar puncture';
  }
  if (hcpcs === 'J0475' && purpose === 'screening-trial' && route === 'intrathecal-lumbar-puncture') {
    setValue('purpose', 'pump-fill');
    setValue('route', 'intrathecal-pump');
    return 'Purpose and route set to a pump fill';
  }
  return '';
}

/** The NDC that was entered in a row, where it is one. */
function ndcIn(row: ContainerText | undefined): Ndc11 | null {
  const typed = row?.ndc.trim() ?? '';
  const reading = typed === '' ? undefined : readDrugCode(typed, '');
  return reading && 'value' in reading ? reading.value.ndc : null;
}

const isKnown = (ndc: Ndc11, containers: readonly CrosswalkRow[]): boolean =>
  productOf(ndc) !== undefined || containers.some((each) => each.ndc === ndc);

const isSameRow = (row: ContainerText, before: ContainerText | undefined): boolean =>
  JSON.stringify(row) === JSON.stringify(before);

/** "Container 1: 2 × Gablofen …, lot AB1": what stands in the rows that changed, for somebody who does not see them. */
const saidOf = (rows: readonly ContainerText[], before: readonly ContainerText[]): string =>
  rows
    .flatMap((row, place) => {
      if (isSameRow(row, before[place])) return [];
      const product = productOf(ndcOf(row.ndc));
      const said = product
        ? [
            `Container ${place + 1}: ` +
              `${row.count ? `${row.count} × ` : ''}${productName(product)}${row.lot ? `, lot ${row.lot}` : ''}`,
          ]
        : [];
      return [...said, ...Object.values(askedOf(row))];
    })
    .join('. ');
