import { use } from 'react';
import { useWatch } from 'react-hook-form';
import { feeText } from '../answers/fees-filled-in';
import { asksChargeBeside, asksContainersBeside, asksSameContainers, asksUnitsBeside } from '../answers/what-is-asked';
import { AmountAnswer, ChoiceAnswer, SelectAnswer, SwitchAnswer, TextAnswer } from '../fields/fields';
import { isNone } from '../engine/quantity';
import { ClinicContext, RefillContext, useWorksheetForm } from '../fields/form';
import { Waste } from '../fields/Waste';
import { Containers } from './Containers';

/** A second drug or fill of the day, on the same claim; nothing more is asked until it is said what it was. */
export function DrugBeside() {
  const { control } = useWorksheetForm();
  const isTold = useWatch({ control, name: 'drugBeside.use' }) !== '';
  return (
    <>
      <SelectAnswer
        name="drugBeside.use"
        unchosen="None"
        hint="On the same claim, with its own code, units, JW or JZ and NDC."
        onChosen={useFeeTaken()}
      />
      {isTold ? <Told /> : null}
    </>
  );
}

function Told() {
  const { control } = useWorksheetForm();
  const asksSame = useWatch({ control, compute: asksSameContainers });
  const ownContainers = useWatch({ control, compute: asksContainersBeside });
  // The first drug asks about all waste of the day, where any is entered or left of it.
  const left = use(RefillContext)?.left ?? null;
  const isWasteAskedAbove = asksSame || (left !== null && !isNone(left));
  const asksCharge = useWatch({ control, compute: asksChargeBeside });
  const asksUnits = useWatch({ control, compute: asksUnitsBeside });
  return (
    <fieldset className="follow-up">
      <legend>About the second drug</legend>
      {asksSame ? (
        <SwitchAnswer name="drugBeside.sameContainers" hint="They count once, and so does the waste told above." />
      ) : null}
      <div className="row">
        <AmountAnswer name="drugBeside.doseGiven" needed />
        {ownContainers ? <AmountAnswer name="drugBeside.doseWasted" needed hint="0 if nothing was." /> : null}
      </div>
      {ownContainers ? <Containers path="drugBeside.containers" /> : null}
      {ownContainers && !isWasteAskedAbove ? <Waste /> : null}
      <ChoiceAnswer name="drugBeside.drugSource" />
      {asksCharge ? <TextAnswer name="drugBeside.chargePerUnit" size="small" digits /> : null}
      {asksUnits ? (
        <div className="row">
          <TextAnswer name="drugBeside.unitsApproved" hint="From the letter." size="small" digits />
          <TextAnswer name="drugBeside.unitsUsed" hint="By earlier claims." size="small" digits />
        </div>
      ) : null}
    </fieldset>
  );
}

const codes = { fill: 'J0475', trial: 'J0476' } as const;

/** The clinic’s charge for the drug that was chosen; one that somebody typed stays. */
function useFeeTaken(): (chosen: string) => void {
  const { getValues, setValue } = useWorksheetForm();
  const { fees } = use(ClinicContext);
  return (chosen) => {
    const stands = getValues('drugBeside.chargePerUnit').trim();
    const taken = Object.values(codes).map((code) => feeText(fees, code));
    if (stands !== '' && !taken.includes(stands)) return;
    setValue('drugBeside.chargePerUnit', chosen === 'fill' || chosen === 'trial' ? feeText(fees, codes[chosen]) : '');
  };
}
