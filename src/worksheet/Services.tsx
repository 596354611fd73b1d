import { use, useEffect, useRef } from 'react';
import { useWatch } from 'react-hook-form';
import { withFee } from '../answers/fees-filled-in';
import { codeOf, mostServices, withoutRow } from '../answers/service-rows';
import { emptyService, type ServiceText } from '../answers/worksheet-text';
import { fieldId, TextAnswer } from '../fields/fields';
import { ClinicContext, useOfThisRecord, useWorksheetForm } from '../fields/form';
import { ServiceBoxes } from '../fields/ServiceBoxes';
import './services.css';

const count = (rows: readonly ServiceText[]): number => rows.length;

/** What is billed beside the drug: a known code is ticked, any other typed; each is a row with what its line needs. */
export function Services() {
  const { control, getValues, setValue } = useWorksheetForm();
  const rows = useWatch({ control, name: 'services', compute: count });
  const [added, setAdded] = useOfThisRecord(-1);
  const adding = useRef<HTMLButtonElement>(null);
  useEffect(() => {
    if (added >= 0) document.getElementById(fieldId(`services.${added}.code`))?.focus();
  }, [added]);
  const add = () => {
    setValue('services', [...getValues('services'), { ...emptyService }]);
    setAdded(getValues('services').length - 1);
  };
  const remove = (place: number) => {
    setValue('services', withoutRow(getValues('services'), place));
    setAdded(-1);
    adding.current?.focus();
  };
  return (
    <>
      <ServiceBoxes />
      {Array.from({ length: rows }, (_, place) => (
        <ServiceRow key={place} place={place} onRemove={remove} />
      ))}
      {rows < mostServices ? (
        <button ref={adding} type="button" className="link" onClick={add}>
          Add another code
        </button>
      ) : null}
    </>
  );
}

/** The clinic’s charge for the code of a row, taken when its field is left; what somebody typed stays. */
function useFee(place: number) {
  const { getValues, setValue } = useWorksheetForm();
  const { fees } = use(ClinicContext);
  const before = useRef('');
  // Another row, or that of another claim, may have come to this place since.
  const comeIn = () => {
    before.current = codeOf(getValues(`services.${place}`));
  };
  const takeFee = () => {
    const held = getValues(`services.${place}`);
    const { charge } = withFee(held, before.current, fees);
    before.current = codeOf(held);
    if (charge !== held.charge) setValue(`services.${place}.charge`, charge);
  };
  return { comeIn, takeFee };
}

type ServiceRowProps = { place: number; onRemove: (place: number) => void };

function ServiceRow({ place, onRemove }: ServiceRowProps) {
  const { control } = useWorksheetForm();
  const { comeIn, takeFee } = useFee(place);
  // A row just removed is drawn once more before it goes.
  const row = useWatch({
    control,
    name: `services.${place}`,
    compute: (held: ServiceText | undefined) => held && codeOf(held),
  });
  if (row === undefined) return null;
  const name = row || `code ${place + 1}`;
  return (
    <div className="service-row" role="group" aria-label={row || 'Code not entered'}>
      <div className="row service-line" onFocus={comeIn}>
        <TextAnswer name={`services.${place}.code`} size="small" onLeft={takeFee} />
        <TextAnswer name={`services.${place}.units`} size="small" digits replaced />
        <TextAnswer name={`services.${place}.charge`} size="small" digits />
      </div>
      <div className="service-more">
        <details>
          <summary>More of {name}</summary>
          <div className="row">
            <TextAnswer name={`services.${place}.modifiers`} hint="Up to four, like 59 RT." size="medium" />
            <TextAnswer name={`services.${place}.pointers`} hint="Like AB. Blank: those of the drug." size="small" />
          </div>
        </details>
        <button type="button" className="link" onClick={() => onRemove(place)}>
          Remove {name}
        </button>
      </div>
    </div>
  );
}
