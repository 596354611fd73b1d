import type { ReactNode } from 'react';
import type { Choice } from '../answers/answer';
import { quoteAnswers, type QuoteName, type QuoteText } from '../answers/quote-answers';
import { relativeDay, unitTyped, withoutUnits } from '../answers/read-answers';
import { quoteAsks, type QuoteReading } from '../answers/read-quote';
import { profilesFor } from '../answers/what-is-asked';
import { formatDate, type IsoDate } from '../engine/dated';
import type { PayerProfile } from '../engine/payer-profile';
import { formatMoney } from '../engine/quantity';
import { Choices } from '../controls/Choices';
import { SelectField } from '../controls/SelectField';
import { TextField } from '../controls/TextField';

export type Change = (answers: Partial<QuoteText>) => void;

type QuoteFormProps = {
  typed: QuoteText;
  reading: QuoteReading;
  /** The clinic’s own. */
  profiles: readonly PayerProfile[];
  today: IsoDate;
  onChange: Change;
};

export const quoteFieldId = (name: QuoteName): string => `quote-${name}`;

/** The questions that decide a price, in the order of the worksheet; their controls have names of their own. */
export function QuoteForm(props: QuoteFormProps) {
  const asks = quoteAsks(props.typed);
  return (
    <form aria-label="Price of a visit" noValidate autoComplete="off" onSubmit={(event) => event.preventDefault()}>
      <div className="two-columns">
        <Amount {...props} name="doseGiven" unit="doseGivenUnit" />
        <Amount {...props} name="doseWasted" unit="doseWastedUnit" />
        <Day {...props} />
        <Select
          {...props}
          name="payer"
          unchosen="Choose a payer type"
          onChosen={(payer) => props.onChange({ payer: payer as QuoteText['payer'], profile: '' })}
        />
        <Profile {...props} />
        <Select {...props} name="setting" unchosen="Choose a setting" />
        {asks.includes('placeOfService') ? (
          <Text {...props} name="placeOfService" hint="Two digits, such as 65." />
        ) : null}
        {asks.includes('attendance') ? <Select {...props} name="attendance" unchosen="Not told" /> : null}
      </div>
      <Money {...props} asks={asks} />
      <Rest {...props} asks={asks} />
    </form>
  );
}

type Asked = QuoteFormProps & { asks: readonly QuoteName[] };

/** What a unit costs, and what the patient pays of it. */
function Money({ asks, ...props }: Asked) {
  const isSelfPay = props.typed.payer === 'self-pay';
  return (
    <div className="two-columns">
      <Text
        {...props}
        name="chargePerUnit"
        hint={isSelfPay ? 'Your cash price for one unit.' : 'Your charge; the payer may allow less.'}
      />
      {asks.includes('feePerUnit') ? <Text {...props} name="feePerUnit" hint={feeHint(props)} /> : null}
      {asks.includes('deductibleLeft') ? (
        <Text {...props} name="deductibleLeft" hint="0 if none is left. Blank: the price is a range." />
      ) : null}
      {asks.includes('coinsurance') ? (
        <Text {...props} name="coinsurance" hint="Coinsurance, like 20. Blank: ask the plan." />
      ) : null}
    </div>
  );
}

/** Whether the profile that was chosen brings a fee along. */
function feeHint({ typed: { payer, profile }, profiles }: QuoteFormProps): string {
  const chosen = profilesFor(payer, profiles).find(({ id }) => id === profile);
  return chosen?.feePerUnit
    ? `Blank: ${formatMoney(chosen.feePerUnit)} for J0475, from the profile ${chosen.name}.`
    : 'What the plan pays for one unit.';
}

/** What few visits need, and what stands on the paper. */
function Rest({ asks, ...props }: Asked) {
  return (
    <>
      <details>
        <summary>Purpose, route, drug and strength</summary>
        <div className="two-columns">
          <Select {...props} name="purpose" />
          <Select {...props} name="route" />
          <Select {...props} name="drugSource" />
          <Text {...props} name="strength" hint="Needed for doses in mL." />
        </div>
      </details>
      {asks.includes('companions') ? (
        <details>
          <summary>Procedures of the day</summary>
          <Procedures {...props} />
        </details>
      ) : null}
      <Text {...props} name="patientReference" hint="Printed as it stands. No name, please." digits={false} />
    </>
  );
}

type TextName = { [Name in QuoteName]: QuoteText[Name] extends string ? Name : never }[QuoteName];
type FieldProps = QuoteFormProps & { name: TextName };

/** What is wrong with an answer; one that is only still missing is no fault yet. */
const problemOf = ({ typed, reading, name }: FieldProps): string | undefined =>
  typed[name].trim() === '' ? undefined : reading.problems.find(({ field }) => field === name)?.message;

type TextProps = FieldProps & {
  hint?: string;
  digits?: boolean;
  onLeft?: () => void;
  onTyped?: (text: string) => Partial<QuoteText>;
  /** A control that belongs to the answer, beside its field. */
  beside?: ReactNode;
  className?: string;
};

function Text({ hint, digits = true, onLeft, onTyped, beside, className = '', ...props }: TextProps) {
  const { name, typed, reading, onChange } = props;
  return (
    <TextField
      id={quoteFieldId(name)}
      label={quoteAnswers[name].label}
      hint={hint}
      digits={digits}
      size="medium"
      problem={problemOf(props)}
      said={reading.understood[name]}
      beside={beside}
      className={className}
      field={{
        name: quoteFieldId(name),
        value: typed[name],
        onChange: ({ target }) => onChange({ [name]: target.value, ...onTyped?.(target.value) }),
        ...(onLeft ? { onBlur: onLeft } : {}),
      }}
    />
  );
}

/** "t+14" becomes its day when the field is left, so that it never means another. */
function Day(props: QuoteFormProps) {
  const settle = () => {
    const meant = relativeDay(props.typed.dateOfService, props.today);
    if (meant) props.onChange({ dateOfService: formatDate(meant) });
  };
  return <Text {...props} name="dateOfService" hint="It may lie ahead; t+14 is in two weeks." onLeft={settle} />;
}

type AmountProps = QuoteFormProps & { name: 'doseGiven' | 'doseWasted'; unit: 'doseGivenUnit' | 'doseWastedUnit' };

/** An amount with its unit beside it: one typed behind it is taken over, one chosen replaces it. */
function Amount({ unit, ...props }: AmountProps) {
  const { name, typed, onChange } = props;
  const choose = (chosen: string) =>
    onChange({
      [unit]: chosen,
      ...(unitTyped(typed[name]) === undefined ? {} : { [name]: withoutUnits(typed[name]) }),
    });
  return (
    <Text
      {...props}
      className="amount"
      onTyped={(text) => {
        const said = unitTyped(text);
        return said ? { [unit]: said } : {};
      }}
      beside={
        <select
          id={quoteFieldId(unit)}
          name={quoteFieldId(unit)}
          className="ds-c-field unit"
          aria-label={quoteAnswers[unit].label}
          autoComplete="off"
          value={typed[unit]}
          onChange={({ target }) => choose(target.value)}
        >
          {quoteAnswers[unit].choices.map(({ value, label }) => (
            <option key={value} value={value}>
              {label}
            </option>
          ))}
        </select>
      }
    />
  );
}

type SelectProps = FieldProps & {
  unchosen?: string;
  choices?: readonly Choice[];
  onChosen?: (value: string) => void;
};

function Select({ unchosen, choices, onChosen, ...props }: SelectProps) {
  const { name, typed, onChange } = props;
  const answer = quoteAnswers[name];
  return (
    <SelectField
      id={quoteFieldId(name)}
      label={answer.label}
      choices={choices ?? ('choices' in answer ? answer.choices : [])}
      unchosen={unchosen}
      hint={undefined}
      problem={problemOf(props)}
      field={{
        name: quoteFieldId(name),
        value: typed[name],
        onChange: ({ target }) => (onChosen ? onChosen(target.value) : onChange({ [name]: target.value })),
      }}
    />
  );
}

/** The profiles of the payer type; none where there is nothing to choose. */
function Profile(props: QuoteFormProps) {
  const { payer, profile } = props.typed;
  const choices = profilesFor(payer, props.profiles).map(({ id, name }) => ({ value: id, label: name }));
  const isGone = profile !== '' && choices.every(({ value }) => value !== profile);
  if (payer === '' || (choices.length === 0 && !isGone)) return null;
  const gone = isGone ? [{ value: profile, label: 'One that is no longer here' }] : [];
  return <Select {...props} name="profile" choices={[...choices, ...gone]} unchosen="None: the payer type alone" />;
}

function Procedures({ typed, onChange }: QuoteFormProps) {
  const { label, choices } = quoteAnswers.companions;
  return (
    <Choices
      type="checkbox"
      className="two-columns"
      id={quoteFieldId('companions')}
      name={quoteFieldId('companions')}
      label={label}
      hint="Priced by the rates on file. What has none is named as not included."
      choices={(choices ?? []).map((choice) => ({
        ...choice,
        checked: typed.companions.includes(choice.value),
      }))}
      onChange={({ target }) =>
        onChange({
          companions: (choices ?? []).flatMap(({ value }) =>
            (value === target.value ? target.checked : typed.companions.includes(value)) ? [value] : [],
          ),
        })
      }
    />
  );
}
