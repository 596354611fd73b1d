import type { KeyboardEvent } from 'react';
import { flushSync } from 'react-dom';
import { useWatch } from 'react-hook-form';
import { ndcSettled, readNdcAnswer } from '../answers/read-drug-code';
import { asksStrength } from '../answers/what-is-asked';
import { AmountAnswer, ChoiceAnswer, TextAnswer } from '../fields/fields';
import { useWorksheetForm } from '../fields/form';
import { Waste } from '../fields/Waste';
import { Compound } from './Compound';
import { ProposedContainers } from './ProposedContainers';

/** What the drug was and what it came in, where the containers themselves are not recorded. */
export function Drug() {
  const { control } = useWorksheetForm();
  return (
    <>
      {useWatch({ control, name: 'entry' }) === 'refill' ? null : <Label />}
      <ChoiceAnswer name="drugSource" />
      <Compound />
    </>
  );
}

function Label() {
  return (
    <>
      <ProposedContainers />
      <ChoiceAnswer name="container" />
      <div className="row">
        <AmountAnswer name="labeledAmount" hint="All containers. Left blank: given + wasted." />
        <Strength />
      </div>
      <Ndc />
      <Waste />
    </>
  );
}

/**
 * The NDC, typed or scanned: once it is left, or a scanner ends with Enter, it stands in its 5-4-2 form. What is
 * scanned next takes its place.
 */
function Ndc() {
  const { getValues, setValue } = useWorksheetForm();
  const settle = () => {
    const settled = ndcSettled(getValues('ndc'));
    if (!settled) return;
    setValue('ndcExpiry', settled.ndcExpiry);
    setValue('ndc', settled.ndc);
  };
  const endScan = (event: KeyboardEvent<HTMLInputElement>) => {
    const { currentTarget: field } = event;
    // What cannot be read is told where the worksheet is checked.
    if (event.key !== 'Enter' || field.value.trim() === '' || 'problem' in readNdcAnswer(field.value, '')) return;
    event.preventDefault();
    // At once: a scanner may go on before the page is drawn, and a later selection would swallow what it typed.
    flushSync(settle);
    field.select();
  };
  return (
    <TextAnswer
      name="ndc"
      hint="11 digits, or with hyphens; a scan is read too."
      size="medium"
      onTyped={() => setValue('ndcExpiry', '')}
      onKeyDown={endScan}
      onLeft={settle}
    />
  );
}

/** Where an amount in milliliters hangs on it, it is asked beside that. */
function Strength() {
  const { control } = useWorksheetForm();
  return useWatch({ control, compute: asksStrength }) ? null : (
    <TextAnswer name="strength" hint="From the label." size="small" digits />
  );
}
