import { ChoiceList, TextField } from '@cmsgov/design-system';
import { useState } from 'react';
import { useWatch } from 'react-hook-form';
import type { PreparedClaim } from '../engine/prepared-claim';
import { formatDate, formatDay } from '../engine/dated';
import type { Office, PrintOffset } from '../engine/published-tables';
import { inSentence } from '../engine/typed';
import { notesOnClaim, reasonsAgainstClaim } from '../formats/written';
import { claimInShort } from '../results/Answer';
import { lineInShort } from '../results/lines-as-text';
import { useCopy } from '../results/use-copy';
import { statusMeaning } from '../results/words';
import { patientInShort } from '../answers/as-entered';
import { useAnswer, useWorksheetForm } from '../fields/form';
import { choicesOf } from '../answers/answer';
import { payerLabels, settingLabels } from '../answers/choice-labels';
import type { WorksheetText } from '../answers/worksheet-text';
import { Cms1500View } from './Cms1500View';
import { DataFiles } from './DataFiles';
import { Notes } from './Notes';
import { Reasons, type GoTo } from './Reasons';
import type { OnOfficeChange } from './PartyForm';
import { originalLabel, readOriginal, resubmissionOf } from './resubmission';
import { Ub04View } from './Ub04View';
import { X12View } from './X12View';
import './handover.css';

type HandoverProps = {
  /** Null while there is none; undefined while the drawer is closed, which draws nothing anew. */
  claim: PreparedClaim | null | undefined;
  offset: PrintOffset;
  onOffsetChange: (offset: PrintOffset) => void;
  office: Office;
  onOfficeChange: OnOfficeChange;
  onGoTo: GoTo;
};

const takers = {
  'cms-1500': 'CMS-1500, by item number',
  'ub-04': 'UB-04, by form locator',
  x12: '837P',
  data: 'CSV, JSON or FHIR',
} as const;
type Taker = keyof typeof takers;


/** What was ticked beside the drug is held against its pairs, and written nowhere yet. */
const drugAlone = (companions: readonly string[]): string =>
  `Here are the drug lines alone, with their total. Add ${companions.join(', ')} and the charge for it in your system.`;

/** Row 8 frequency. */
const notForPartB = 'Original Medicare: no contractor’s text that takes 7 or 8 on a Part B claim was found. For a processed claim, ask for a reopening, or appeal.';

const frequencies = { '1': 'A first claim', '7': 'Replaces an earlier claim (7)', '8': 'Voids an earlier claim (8)' } as const;

/** How the claim gets into the system that sends it, without a number being typed again. */
export function Handover({ claim: current, offset, onOffsetChange, office, onOfficeChange, onGoTo }: HandoverProps) {
  const [claim, setClaim] = useState(current);
  if (current !== undefined && current !== claim) setClaim(current);
  const [asked, setAsked] = useState(false);
  const [chosen, setChosen] = useState<Taker | null>(null);
  const { control } = useWorksheetForm();
  const { value: code, change: setCode } = useAnswer('frequency');
  const { value: original, change: setOriginal } = useAnswer('originalReference');
  const patient = useWatch({ control, compute: patientInShort });
  const decided = useWatch({ control, compute: (record: WorksheetText) => record.overrides.some(({ who, why }) => who.trim() !== '' && why.trim() !== '') });
  const copying = useCopy();
  if (!claim) return <p>There is no claim yet: close this and see what is missing.</p>;
  const { encounter, formItems, lines, status } = claim;
  const hospital = formItems.form === 'institutional' || (formItems.form === 'either' && encounter.payer === 'medicare-part-b');
  const taker = chosen ?? (hospital ? 'ub-04' : 'cms-1500');
  const reading = readOriginal(original);
  const resubmission = resubmissionOf({ frequency: code, originalReference: original });
  const whose = `For ${patient}, service of ${formatDay(encounter.dateOfService)}: ${lines.map(lineInShort).join(', ')}.`;
  const view = { claim, whose, resubmission, copying, onGoTo };
  const fallen = decided && encounter.overrides.length === 0;
  const against = reasonsAgainstClaim(claim);
  const reasonsAbove = against.length > 0 ? 'claim-reasons' : null;
  return (
    <div className="handover">
      <p>
        <strong>{claimInShort(claim)}.</strong> {payerLabels[encounter.payer]}, {inSentence(settingLabels[encounter.setting])}, service of {formatDate(encounter.dateOfService)}.{' '}
        {status === 'ready' ? '' : statusMeaning[status]} {claim.payment && !claim.payment.separate ? `For the record: not paid separately. ${claim.payment.because}` : ''} {resubmission.code === '1' || resubmission.original === '' || taker === 'ub-04' ? '' : `${resubmission.code === '7' ? 'Replaces' : 'Voids'} the payer’s claim ${resubmission.original}.`}
      </p>
      <OneOf name="taker" label="What does your system take?" words={takers} value={taker} onChoose={setChosen} />
      {taker === 'x12' || taker === 'data' ? <Notes notes={notesOnClaim(claim)} /> : null}
      {/* Files say it beside their own buttons. */}
      {!reasonsAbove && (taker === 'cms-1500' || taker === 'ub-04') ? <p className="whose">{whose}</p> : null}
      {encounter.companions.length > 0 ? <p className="warning">{drugAlone(encounter.companions)}</p> : null}
      {reasonsAbove && fallen ? <p className="warning">What was decided of the findings was for another patient or other facts, and does not stand for this claim.</p> : null}
      {reasonsAbove ? <Reasons id={reasonsAbove} what="This claim" refused={against} onGoTo={onGoTo} /> : null}
      {taker === 'ub-04' || reasonsAbove ? null : (
        <>
          <OneOf name="frequency" label="This claim is" words={frequencies} value={code} onChoose={setCode} />
          {code !== '1' && encounter.payer === 'medicare-part-b' ? <p className="warning">{notForPartB}</p> : null}
          {code === '1' ? null : (
            <TextField
              id="original-reference"
              name="original-reference"
              label={originalLabel}
              {...('problem' in reading && original !== '' ? { errorMessage: reading.problem } : {})}
              autoComplete="off"
              autoCapitalize="off"
              spellCheck={false}
              value={original}
              onChange={({ target }) => setOriginal(target.value)}
            />
          )}
        </>
      )}
      <p role="status" className="ds-u-visibility--screen-reader">
        {copying.said}
      </p>
      {copying.refused !== '' && taker !== 'data' ? <p className="warning">The browser did not allow copying. Select the text and copy it.</p> : null}
      {taker === 'data' ? <DataFiles {...view} reasonsAbove={reasonsAbove} /> : null}
      {taker === 'cms-1500' && !reasonsAbove ? <Cms1500View {...view} offset={offset} onOffsetChange={onOffsetChange} /> : null}
      {taker === 'ub-04' && !reasonsAbove ? <Ub04View {...view} /> : null}
      {taker === 'x12' && (!reasonsAbove || asked) ? <X12View {...view} reasonsAbove={reasonsAbove !== null} office={office} onOfficeChange={onOfficeChange} asked={asked} onAsk={() => setAsked(true)} /> : null}
    </div>
  );
}

type OneOfProps<Value extends string> = { name: string; label: string; words: Readonly<Record<Value, string>>; value: Value; onChoose: (value: Value) => void };

/** One choice out of a few, all of them to be seen. */
function OneOf<Value extends string>({ name, label, words, value, onChoose }: OneOfProps<Value>) {
  return (
    <ChoiceList
      type="radio"
      size="small"
      className="inline-choices"
      id={name}
      name={name}
      label={label}
      choices={choicesOf(words).map((choice) => ({ ...choice, checked: choice.value === value }))}
      onChange={({ target }) => onChoose(target.value as Value)}
    />
  );
}
