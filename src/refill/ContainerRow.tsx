import { memo, use, type KeyboardEvent } from 'react';
import { useWatch } from 'react-hook-form';
import { readBarcode } from '../answers/barcode';
import { formatDate } from '../engine/dated';
import { groupSeparator } from '../answers/element-strings';
import { formatNdc, type Ndc11 } from '../engine/ndc';
import type { CrosswalkRow } from '../engine/published-tables';
import { formatMass, formatMl, formatStrength, formatUnits, timesMass, wholeUnitsIn } from '../engine/quantity';
import { hcpcsCodes } from '../rules/hcpcs';
import {
  brandOf,
  cartonSays,
  isMarketed,
  productName,
  productOf,
  products,
  seenSays,
  type Product,
} from '../rules/products';
import { ChoiceAnswer, SelectAnswer, TextAnswer } from '../fields/fields';
import { ClinicContext, RefillContext, useWorksheetForm } from '../fields/form';
import type { ContainersPath } from '../answers/field-names';
import { readExpiry } from '../answers/read-answers';
import { isEmptyRow } from '../answers/read-containers';
import { readDrugCode } from '../answers/read-drug-code';
import { emptyContainer, type ContainerText } from '../answers/worksheet-text';
import type { RowChanges } from './use-row-changes';
import './refill.css';

const onFile = products.map((product) => ({
  value: product.ndc,
  label: optionOf(product),
  group: `${product.labeler}${isMarketed(product) ? '' : ': old stock or not confirmed'}`,
}));
const fromItsLabel = { value: 'label', label: 'Other, from the label' };
const openedChoice = ({ ndc, name, labeler, strength, volume }: CrosswalkRow) => ({
  value: ndc,
  label: `${name} ${formatStrength(strength)}, ${formatNdc(ndc)}, ${formatMl(volume)}, ${labeler}`,
  group: 'In the CMS crosswalk that you opened',
});

/** The NDC before what a narrow list cuts off. */
function optionOf(product: Product): string {
  const { strength, ndc, volume, containerType, containersPerNdc } = product;
  const carton = containersPerNdc > 1 ? `, ${containersPerNdc} in a carton` : '';
  const marks = `${brandOf(product)} ${formatStrength(strength)}, ${formatNdc(ndc)}`;
  return `${marks}, ${formatMl(volume)} ${containerType}${carton}`;
}

type At = { path: ContainersPath; place: number };
type ContainerRowProps = RowChanges & At & { last: boolean };

/**
 * One row: which container, how many, which lot; asks for the label where the product is not on file. Drawn again for
 * its own answers alone.
 */
export const ContainerRow = memo(function ContainerRow({
  path,
  place,
  last,
  onProduct,
  onCandidate,
  onCode,
  onRemove,
  onCounted,
}: ContainerRowProps) {
  const { control } = useWorksheetForm();
  const { containers } = use(ClinicContext);
  const row = useWatch({ control, name: `${path}.${place}`, compute: copied });
  const empty = isEmptyRow(row);
  const code = row.ndc.trim() === '' ? null : readDrugCode(row.ndc, 'NDC');
  const candidates = code && 'candidates' in code ? code.candidates : undefined;
  const ndc = code && 'value' in code ? code.value.ndc : null;
  const product = productOf(ndc);
  return (
    <fieldset className={`container-row${empty ? ' empty' : ''}`}>
      <legend>{empty && last && place > 0 ? 'Next container' : `Container ${place + 1}`}</legend>
      <ProductOrCode path={path} place={place} opened={containers} onProduct={onProduct} onCode={onCode} />
      <div role="status">
        {candidates ? <p className="section-note">Ten digits can be more than one NDC. Choose which:</p> : null}
        {product ? <ProductNote product={product} count={row.count} isFirst={path === 'refill.containers'} /> : null}
      </div>
      <Candidates ndcs={candidates} onChosen={(chosen) => onCandidate(place, chosen)} />
      {!product && row.product === 'label' && !empty ? (
        <FromItsLabel path={path} place={place} isOpened={containers.some((each) => each.ndc === ndc)} />
      ) : null}
      {empty ? null : (
        <CountAndLot path={path} place={place} expiry={row.expiry} onRemove={onRemove} onCounted={onCounted} />
      )}
    </fieldset>
  );
});

type ProductOrCodeProps = Pick<RowChanges, 'onProduct' | 'onCode'> & At & { opened: readonly CrosswalkRow[] };

/** The container by its name, or by its NDC or barcode. */
function ProductOrCode({ path, place, opened, onProduct, onCode }: ProductOrCodeProps) {
  const choices = [...onFile, ...opened.map(openedChoice), fromItsLabel];
  return (
    <div className="row">
      <SelectAnswer
        name={`${path}.${place}.product`}
        choices={choices}
        unchosen="Choose a product"
        onChosen={(chosen) => onProduct(place, chosen)}
      />
      <TextAnswer
        name={`${path}.${place}.ndc`}
        size="medium"
        onKeyDown={(event) => scannerKey(event, () => onCode(place, true))}
        onLeft={() => onCode(place, false)}
      />
    </div>
  );
}

/** The containers that what was typed may mean. */
function Candidates({ ndcs, onChosen }: { ndcs: readonly Ndc11[] | undefined; onChosen: (ndc: Ndc11) => void }) {
  if (!ndcs) return null;
  return (
    <p className="candidates">
      {ndcs.map((ndc) => (
        <button key={ndc} type="button" className="link" onClick={() => onChosen(ndc)}>
          {formatNdc(ndc)}: {candidateWords(ndc)}
        </button>
      ))}
    </p>
  );
}

/** Asked of a product that is not on file. */
function FromItsLabel({ path, place, isOpened }: At & { isOpened: boolean }) {
  return (
    <>
      {isOpened ? (
        <p className="section-note">
          Strength and volume are those of the CMS crosswalk that you opened: compare them with the label.
        </p>
      ) : null}
      <div className="row">
        <TextAnswer name={`${path}.${place}.strength`} size="small" digits />
        <TextAnswer name={`${path}.${place}.volume`} size="small" digits />
      </div>
      <ChoiceAnswer name={`${path}.${place}.container`} />
    </>
  );
}

type CountAndLotProps = Pick<RowChanges, 'onRemove' | 'onCounted'> & At & { expiry: string };

function CountAndLot({ path, place, expiry, onRemove, onCounted }: CountAndLotProps) {
  return (
    <>
      <div className="row">
        <TextAnswer
          name={`${path}.${place}.count`}
          hint="Not cartons."
          size="small"
          digits
          needed
          replaced
          onKeyDown={(event) => enterKey(event, () => onCounted(place))}
        />
        <TextAnswer name={`${path}.${place}.lot`} size="medium" />
        <TextAnswer name={`${path}.${place}.expiry`} hint="Like 03/2028." size="medium" digits />
      </div>
      <Expired expiry={expiry} />
      <button type="button" className="link" onClick={() => onRemove(place)}>
        Remove container {place + 1}
      </button>
    </>
  );
}

/**
 * The form changes its rows in place; a copy shows whether one changed. A row just removed is drawn once more before it
 * goes.
 */
const copied = (row: ContainerText | undefined): ContainerText => ({ ...(row ?? emptyContainer) });

/**
 * Enter, or Tab behind a barcode, ends a scan and goes on to the next container; some scanners send the GS1 separator
 * as Ctrl+].
 */
function scannerKey(event: KeyboardEvent<HTMLInputElement>, onScanned: () => void): void {
  const field = event.currentTarget;
  const scanned =
    event.key === 'Tab' &&
    !event.shiftKey &&
    readBarcode(field.value) !== null &&
    'value' in readDrugCode(field.value, '');
  if ((event.key === 'Enter' && field.value.trim() !== '') || scanned) {
    event.preventDefault();
    // Selected, so that a scan made again replaces one that could not be read.
    field.select();
    onScanned();
  }
  if (event.ctrlKey && event.key === ']') {
    event.preventDefault();
    field.setRangeText(groupSeparator, field.selectionStart ?? 0, field.selectionEnd ?? 0, 'end');
    field.dispatchEvent(new Event('input', { bubbles: true }));
  }
}

/** Enter goes on where a scan goes on: to the next container. */
function enterKey(event: KeyboardEvent<HTMLInputElement>, onEntered: () => void): void {
  if (event.key !== 'Enter' || event.currentTarget.value.trim() === '') return;
  event.preventDefault();
  onEntered();
}

function candidateWords(ndc: Ndc11): string {
  const product = productOf(ndc);
  return product ? productName(product) : 'not on file';
}

/** Said at the container itself: whoever stands at the bedside has no claim yet to find it in. */
function Expired({ expiry }: { expiry: string }) {
  const on = use(RefillContext)?.on;
  const reading = readExpiry(expiry, 'Expiry');
  if (!on || !('value' in reading) || reading.value >= on) return null;
  return (
    <p className="look">
      <strong>Expired on {formatDate(reading.value)}</strong>, before the service of {formatDate(on)}.
    </p>
  );
}

/** What one container holds in units, what all hold, and how well the product is known. */
function ProductNote({ product, count, isFirst }: { product: Product; count: string; isFirst: boolean }) {
  const code = hcpcsCodes.find(({ hcpcs }) => hcpcs === product.hcpcs);
  const units = code ? (mass: Product['labeled']) => formatUnits(wholeUnitsIn(mass, code.hcpcsDosage)) : () => '';
  const all = timesMass(product.labeled, Number(count));
  const carton = cartonSays(product);
  return (
    <>
      <div className="product-note">
        <p>
          <strong>{productName(product)}</strong>, {product.labeler}: {formatMass(product.labeled)} a container,{' '}
          {units(product.labeled)} of {product.hcpcs}.
          {/^[1-9]\d?$/.test(count) && count !== '1' ? ` ${count} containers: ${formatMass(all)}, ${units(all)}.` : ''}
        </p>
        {carton ? <p>{carton}</p> : null}
        <p className="quiet">
          {seenSays(product)}{' '}
          {product.singleDose
            ? 'It is single-dose by its label.'
            : 'Its label was not read, so single-dose is not confirmed.'}
        </p>
      </div>
      {product.hcpcs === 'J0476' && isFirst ? (
        <p className="section-note">
          The screening product: purpose and route below are set to a trial by lumbar puncture. Change them if it was
          not one.
        </p>
      ) : null}
    </>
  );
}
