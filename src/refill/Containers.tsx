import { use, useEffect, useMemo } from 'react';
import { useWatch } from 'react-hook-form';
import type { Ndc11 } from '../engine/ndc';
import { productName, productOf } from '../rules/products';
import { fieldId } from '../fields/fields';
import { ClinicContext, useOfThisRecord, useWorksheetForm } from '../fields/form';
import type { FieldName } from '../answers/field-names';
import { askedOf, filledRows, mostRows, tooManyRows } from '../answers/read-containers';
import { readDrugCode } from '../answers/read-drug-code';
import type { ContainerText } from '../answers/worksheet-text';
import { ndcOf, withCode, withCrosswalk, withEmptyLast, withNdc, withProduct } from '../answers/container-rows';
import { ContainerRow } from './ContainerRow';

/** The containers opened, row by row; below the last one stands an empty row for the next. Drawn again only for another number of rows. */
export function Containers() {
  const { clearErrors, control, getValues, setValue } = useWorksheetForm();
  const count = useWatch({ control, name: 'refill.containers', compute: (rows: readonly ContainerText[]) => rows.length });
  const [put, setPut] = useOfThisRecord(nothingPut);
  const { containers } = use(ClinicContext);

  const changes = useMemo(() => {
    const rows = () => getValues('refill.containers');
    /** The screening product is for the trial, the others for the pump: the usual purpose and route follow, others stay. */
    const followProduct = (next: readonly ContainerText[]): string => {
      const first = next.find((row) => row.product !== '');
      const hcpcs = (productOf((first?.product ?? null) as Ndc11 | null) ?? containers.find(({ ndc }) => ndc === ndcOf(first?.ndc ?? '')))?.hcpcs;
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
    };
    const putRows = (changed: ContainerText[], focus: Put['focus'] = '') => {
      const before = rows();
      const next = withCrosswalk(changed, containers);
      const said = saidOf(next, before);
      const after = withEmptyLast(next);
      // Only what changed, so that the sixtieth row costs what the second does.
      if (after.length < before.length) setValue('refill.containers', after);
      else for (const [place, row] of after.entries()) if (!isSameRow(row, before[place])) setValue(`refill.containers.${place}`, row);
      // They stood at rows that may now be others; the next check finds them again.
      if (control.getFieldState('refill.containers').invalid) clearErrors('refill.containers');
      setPut({ said: [said, followProduct(next)].filter(Boolean).join('. '), focus });
    };
    return {
      onProduct: (place: number, product: string) => putRows(withProduct(rows(), place, product)),
      onCandidate: (place: number, ndc: Ndc11) => putRows(withNdc(rows(), place, ndc), `refill.containers.${place}.ndc`),
      onCode: (place: number, goOn: boolean) => {
        const before = rows();
        const typed = before[place]?.ndc.trim() ?? '';
        const reading = typed === '' ? undefined : readDrugCode(typed, '');
        if (!reading || !('value' in reading)) return;
        const next = goOn && (productOf(reading.value.ndc) !== undefined || containers.some(({ ndc }) => ndc === reading.value.ndc));
        const after = withCode(before, place);
        if (JSON.stringify(after) !== JSON.stringify(before) || (place === before.length - 1 && place < mostRows - 1)) putRows(after, next ? 'next' : '');
        else if (next) setPut((last) => ({ ...last, focus: 'next' }));
      },
      onRemove: (place: number) => putRows(rows().filter((_, index) => index !== place), 'next'),
    };
  }, [clearErrors, containers, control, getValues, setPut, setValue]);

  useEffect(() => {
    if (put.focus === '') return;
    const name = put.focus === 'next' ? (`refill.containers.${getValues('refill.containers').length - 1}.ndc` as const) : put.focus;
    document.getElementById(fieldId(name))?.focus();
  }, [getValues, put]);

  return (
    <fieldset className="part">
      <legend>Containers opened</legend>
      <p className="section-note">Count containers, never cartons. Scan a barcode into the field, or pick the product, or type the NDC.</p>
      {Array.from({ length: count }, (_, place) => (
        <ContainerRow key={place} place={place} last={place === count - 1} {...changes} />
      ))}
      {count >= mostRows ? <MostRows /> : null}
      <p className="ds-u-visibility--screen-reader" role="status">
        {put.said}
      </p>
    </fieldset>
  );
}

/** What the last change of rows has to say, and the field to go to after it. */
type Put = { readonly said: string; readonly focus: '' | 'next' | FieldName };
const nothingPut: Put = { said: '', focus: '' };

/** Said where the next row would stand, once there can be none. */
function MostRows() {
  const { control } = useWorksheetForm();
  const full = useWatch({ control, name: 'refill.containers', compute: (rows: readonly ContainerText[]) => filledRows(rows).length >= mostRows });
  return full ? <p className="section-note">{tooManyRows}.</p> : null;
}

const isSameRow = (row: ContainerText, before: ContainerText | undefined): boolean => JSON.stringify(row) === JSON.stringify(before);

/** "Container 1: 2 × Gablofen …, lot AB1": what stands in the rows that changed, for somebody who does not see them. */
const saidOf = (rows: readonly ContainerText[], before: readonly ContainerText[]): string =>
  rows
    .flatMap((row, place) => {
      if (isSameRow(row, before[place])) return [];
      const product = productOf(ndcOf(row.ndc));
      const said = product ? [`Container ${place + 1}: ${row.count ? `${row.count} × ` : ''}${productName(product)}${row.lot ? `, lot ${row.lot}` : ''}`] : [];
      return [...said, ...Object.values(askedOf(row))];
    })
    .join('. ');
