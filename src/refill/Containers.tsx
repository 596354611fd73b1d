import { use, useEffect, useRef, useState } from 'react';
import { useWatch } from 'react-hook-form';
import type { Ndc11 } from '../engine/ndc';
import { productName, productOf } from '../rules/products';
import { fieldId } from '../worksheet/fields';
import { ClinicContext, useWorksheetForm } from '../worksheet/form';
import type { FieldName } from '../worksheet/labels';
import { readDrugCode } from '../worksheet/read-drug-code';
import type { ContainerText } from '../worksheet/worksheet-text';
import { ndcOf, withCode, withCrosswalk, withEmptyLast, withNdc, withProduct } from './container-rows';
import { ContainerRow } from './ContainerRow';

/** The containers opened, row by row; below the last one stands an empty row for the next. */
export function Containers() {
  const { clearErrors, control, getValues, setValue } = useWorksheetForm();
  const rows = useWatch({ control, name: 'refill.containers' });
  const focusNext = useRef<'' | 'next' | FieldName>('');
  const [filled, setFilled] = useState('');

  const { containers } = use(ClinicContext);

  const put = (changed: ContainerText[]) => {
    const next = withCrosswalk(changed, containers);
    setValue('refill.containers', withEmptyLast(next), { shouldDirty: true });
    // They stood at rows that may now be others; the next check finds them again.
    clearErrors('refill.containers');
    setFilled([saidOf(next), followProduct(next)].filter(Boolean).join('. '));
  };
  /** The screening product is for the trial, the others for the pump: the usual purpose and route follow, others stay. */
  const followProduct = (next: readonly ContainerText[]): string => {
    const first = next.find((row) => row.product !== '');
    const hcpcs = (productOf((first?.product ?? null) as Ndc11 | null) ?? containers.find(({ ndc }) => ndc === ndcOf(first?.ndc ?? '')))?.hcpcs;
    const [purpose, route] = [getValues('purpose'), getValues('route')];
    if (hcpcs === 'J0476' && purpose === 'pump-fill' && route === 'intrathecal-pump') {
      setValue('purpose', 'screening-trial', { shouldDirty: true });
      setValue('route', 'intrathecal-lumbar-puncture', { shouldDirty: true });
      return 'Purpose and route set to a screening trial by lumbar puncture';
    }
    if (hcpcs === 'J0475' && purpose === 'screening-trial' && route === 'intrathecal-lumbar-puncture') {
      setValue('purpose', 'pump-fill', { shouldDirty: true });
      setValue('route', 'intrathecal-pump', { shouldDirty: true });
      return 'Purpose and route set to a pump fill';
    }
    return '';
  };
  useEffect(() => {
    if (focusNext.current === '') return;
    const name = focusNext.current === 'next' ? (`refill.containers.${rows.length - 1}.ndc` as const) : focusNext.current;
    focusNext.current = '';
    document.getElementById(fieldId(name))?.focus();
  }, [rows]);

  return (
    <fieldset className="part">
      <legend>Containers opened</legend>
      <p className="section-note">Count containers, never cartons. Scan a barcode into the field, or pick the product, or type the NDC.</p>
      {rows.map((row, place) => (
        <ContainerRow
          key={place}
          row={row}
          place={place}
          last={place === rows.length - 1}
          onProduct={(product) => put(withProduct(getValues('refill.containers'), place, product))}
          onCandidate={(ndc) => {
            focusNext.current = `refill.containers.${place}.ndc`;
            put(withNdc(getValues('refill.containers'), place, ndc));
          }}
          onCode={(goOn) => {
            const before = getValues('refill.containers');
            const typed = before[place]?.ndc.trim() ?? '';
            const reading = typed === '' ? undefined : readDrugCode(typed, '');
            if (!reading || !('value' in reading)) return;
            const next = goOn && (productOf(reading.value.ndc) !== undefined || containers.some(({ ndc }) => ndc === reading.value.ndc));
            const after = withCode(before, place);
            if (JSON.stringify(after) !== JSON.stringify(before) || place === before.length - 1) {
              focusNext.current = next ? 'next' : '';
              put(after);
            } else if (next) {
              document.getElementById(fieldId(`refill.containers.${before.length - 1}.ndc`))?.focus();
            }
          }}
          onRemove={() => {
            focusNext.current = 'next';
            put(getValues('refill.containers').filter((_, index) => index !== place));
          }}
        />
      ))}
      <p className="ds-u-visibility--screen-reader" role="status">
        {filled}
      </p>
    </fieldset>
  );
}

/** "Container 1: 2 × Gablofen …, lot AB1": what stands in the rows, for somebody who does not see them. */
const saidOf = (rows: readonly ContainerText[]): string =>
  rows
    .flatMap(({ ndc, count, lot }, place) => {
      const product = productOf(ndcOf(ndc));
      return product ? `Container ${place + 1}: ${count} × ${productName(product)}${lot ? `, lot ${lot}` : ''}` : [];
    })
    .join('. ');
