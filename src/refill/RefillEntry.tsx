import { use } from 'react';
import { useWatch } from 'react-hook-form';
import { formatNdc } from '../engine/ndc';
import {
  formatMass,
  formatMl,
  formatStrength,
  isMore,
  isNone,
  remainder,
  sumOfVolumes,
  timesVolume,
  volumeHolding,
  type Mass,
} from '../engine/quantity';
import { AmountAnswer, Checklist, ChoiceAnswer, DateAnswer, SwitchAnswer, TextAnswer } from '../fields/fields';
import { RefillContext, useWorksheetForm } from '../fields/form';
import { RefillQuestions } from '../fields/RefillQuestions';
import { Waste } from '../fields/Waste';
import { isAnswered, isMixed, onlyStrength, unexplainedIn, type RefillReading } from '../answers/read-refill';
import { bedsideItems } from '../answers/bedside-items';
import { Containers } from './Containers';
import { CrossCheck } from './CrossCheck';

/** What a nurse records at the bedside, in the order in which it happens. */
export function RefillEntry() {
  const { control } = useWorksheetForm();
  const intoPump = useWatch({ control, name: 'purpose' }) === 'pump-fill';
  return (
    <>
      <p className="section-note">
        <span className="needed">*</span> The claim needs it, and at least one container.
      </p>
      <Containers />
      {intoPump ? (
        <Reservoir />
      ) : (
        <p className="section-note">
          Only a pump fill has a reservoir, so nothing is asked about the pump. For a refill, change the purpose below.
        </p>
      )}
      <Volumes intoPump={intoPump} />
      <Left />
      {intoPump ? <Programming /> : null}
      <FilledIn />
    </>
  );
}

function Reservoir() {
  const { control } = useWorksheetForm();
  const size = useWatch({ control, name: 'refill.reservoir' });
  return (
    <fieldset className="part">
      <legend>
        <h3>Reservoir</h3>
      </legend>
      <div className="row">
        <ChoiceAnswer name="refill.reservoir" needed />
        {size === 'other' ? <TextAnswer name="refill.reservoirOther" size="small" digits needed /> : null}
      </div>
      <div className="row">
        <TextAnswer name="refill.expected" size="small" digits />
        <TextAnswer name="refill.aspirated" size="small" digits />
        <TextAnswer name="refill.tolerance" size="small" digits />
      </div>
      <p className="section-note">
        What was aspirated is old drug of the fill before: it is never waste of this claim.
      </p>
      <PumpBefore />
    </fieldset>
  );
}

function PumpBefore() {
  return (
    <details>
      <summary>The pump before this refill</summary>
      <div className="row">
        <TextAnswer name="refill.lastFilled" size="small" digits />
        <DateAnswer name="refill.lastFilledOn" />
      </div>
      <div className="row">
        <TextAnswer name="refill.concentrationBefore" size="small" digits />
        <TextAnswer name="refill.dailyDoseBefore" size="small" digits />
      </div>
      <TextAnswer name="refill.pumpModel" size="medium" />
    </details>
  );
}

function Volumes({ intoPump }: { intoPump: boolean }) {
  const { control } = useWorksheetForm();
  const diluted = useWatch({ control, name: 'refill.diluted' });
  const mixed = isMixed({ diluted }, use(RefillContext)?.opened ?? []);
  return (
    <fieldset className="part">
      <legend>
        <h3>{intoPump ? 'Into the pump' : 'Into the patient'}</h3>
      </legend>
      <TextAnswer
        name="refill.instilled"
        size="small"
        digits
        needed
        hint={intoPump ? 'What went into the reservoir, diluent included.' : 'What was injected.'}
      />
      <SwitchAnswer name="refill.diluted" />
      {mixed ? (
        <div className="row follow-up">
          {diluted ? <TextAnswer name="refill.diluent" size="small" digits hint="What was added." needed /> : null}
          <TextAnswer name="refill.concentration" size="small" digits hint="Of what was instilled." needed />
        </div>
      ) : null}
    </fieldset>
  );
}

/** Opened less instilled, said back, and what became of it: confirmed, or corrected with a reason. */
function Left() {
  const { control, setValue } = useWorksheetForm();
  const reading = use(RefillContext);
  const [leftover, leftoverOf] = useWatch({ control, name: ['refill.leftover', 'refill.leftoverOf'] });
  if (!reading?.left)
    return (
      <p className="section-note">
        What was left in the containers is computed once containers and volume are entered.
      </p>
    );
  if (isNone(reading.left)) return <p className="section-note">{nothingLeft(reading)}</p>;
  const { left } = reading;
  const stands = isAnswered({ leftover, leftoverOf }, left);
  return (
    <fieldset className="part">
      <legend>
        <h3>Left in the containers</h3>
      </legend>
      <p className="computed">
        {inMl(reading)}
        {formatMass(reading.labeled)} opened − {formatMass(remainder(reading.labeled, left))} given ={' '}
        <strong>{formatMass(left)}</strong>
      </p>
      <ChoiceAnswer
        name="refill.leftover"
        needed
        stands={stands}
        onChosen={() => setValue('refill.leftoverOf', String(left.ng))}
      />
      {stands && leftover === 'other' ? <LessThrownAway unexplained={unexplainedIn(reading)} /> : null}
      <Waste />
    </fieldset>
  );
}

const nothingLeft = ({ given, labeled }: RefillReading): string =>
  given && isMore(given, labeled)
    ? `More than the ${formatMass(labeled)} on the labels was given: only the labeled amount is billed. ` +
      'Check the containers.'
    : `All of the ${formatMass(labeled)} opened was given: no waste.`;

/** How much of it was thrown away, and why not all. */
function LessThrownAway({ unexplained }: { unexplained: Mass | null }) {
  return (
    <div className="follow-up">
      <AmountAnswer name="refill.thrownAway" hint="0 if nothing was." />
      <TextAnswer name="refill.correction" />
      {unexplained ? (
        <p className="section-note">
          {formatMass(unexplained)} is then neither given nor thrown away: it is not billed, and JZ may not attest it.
        </p>
      ) : null}
    </div>
  );
}

/** "2 mL left of 20 mL; ", where one strength makes it a volume. */
function inMl({ opened, left }: RefillReading): string {
  const strength = onlyStrength(opened);
  const volume = left && strength && volumeHolding(left, strength);
  if (!volume) return '';
  return (
    `${formatMl(volume)} of the ${formatMl(sumOfVolumes(opened.map((row) => timesVolume(row.volume, row.count))))} ` +
    'opened: '
  );
}

function Programming() {
  return (
    <fieldset className="part">
      <legend>
        <h3>Programming and next refill</h3>
      </legend>
      <p className="section-note">A cross-check of the programmer, which is the authority. No dosing advice.</p>
      <div className="row">
        <TextAnswer name="refill.dailyDose" size="small" digits />
        <TextAnswer name="refill.alarmVolume" hint="Usual value." size="small" digits />
        <TextAnswer name="refill.leadDays" size="small" digits />
        <TextAnswer name="refill.stabilityDays" hint="Usual value." size="small" digits />
        <DateAnswer name="refill.programmerAlarmDate" />
      </div>
      <RefillQuestions />
      <CrossCheck />
      <details>
        <summary>More for the refill note</summary>
        <Checklist
          name="refill.bedside"
          className="two-columns"
          hint="Good practice; nothing here changes the claim."
          choices={bedsideItems.map(({ id, label }) => ({ value: id, label }))}
        />
      </details>
    </fieldset>
  );
}

/** What the record fills in on the claim, so that nobody has to wonder. */
function FilledIn() {
  const drug = use(RefillContext)?.drug;
  if (!drug) return null;
  const facts = [
    ['Dose given', formatMass(drug.given)],
    ['Dose wasted', formatMass(drug.wasted)],
    ['Labeled amount', drug.labeled ? formatMass(drug.labeled) : ''],
    ['Strength', drug.strength ? formatStrength(drug.strength) : 'several'],
    ['NDC', drug.ndcs.map(formatNdc).join(', ') || 'not entered'],
  ] as const;
  return (
    <div className="filled-in">
      <h3>Filled in for the claim</h3>
      <dl>
        {facts.map(([label, value]) => (
          <div key={label}>
            <dt>{label}</dt>
            <dd>{value}</dd>
          </div>
        ))}
      </dl>
    </div>
  );
}
