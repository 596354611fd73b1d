import type { FormEvent, KeyboardEvent } from 'react';
import { relativeDay } from '../answers/read-answers';
import { TextField } from '../controls/TextField';
import { formatDate, type IsoDate } from '../engine/dated';
import type { ReceivedVials } from './clinic-records';
import { receivedLabels, saidOfReceived, withReceivedCode, type ReceivedName } from './received-text';
import { goToReceived, receivedFieldId, type Receiving } from './use-receiving';

type ReceiveVialsProps = { receiving: Receiving; vials: readonly ReceivedVials[]; today: IsoDate };

/** Containers that came in, typed or scanned: the Enter key of a scanner goes on to their count. */
export function ReceiveVials(props: ReceiveVialsProps) {
  const { typed, change, said, add, isCorrection } = props.receiving;
  const takeCode = () => change(withReceivedCode(typed));
  const goOn = (event: KeyboardEvent) => {
    if (event.key !== 'Enter') return;
    event.preventDefault();
    takeCode();
    goToReceived('count');
  };
  const settle = () => {
    const meant = relativeDay(typed.receivedOn, props.today);
    if (meant) change({ receivedOn: formatDate(meant) });
  };
  return (
    <form aria-label="Containers received" noValidate autoComplete="off" onSubmit={submitting(add)}>
      <h3>Containers received</h3>
      <Field
        {...props}
        name="code"
        hint="Type the NDC, or scan the container."
        {...(typed.code.trim() === '' ? {} : { onLeft: takeCode, onKeyDown: goOn })}
      />
      <div className="row">
        <Field {...props} name="lot" />
        <Field {...props} name="expiry" />
      </div>
      <div className="row">
        <Field {...props} name="count" hint="Vials, ampules or syringes; never cartons." digits />
        <Field {...props} name="receivedOn" hint="t is today." onLeft={settle} />
      </div>
      <button type="submit" className="ds-c-button ds-c-button--small">
        {isCorrection ? 'Keep the correction' : 'Add'}
      </button>
      <p role="status">{said}</p>
    </form>
  );
}

const submitting = (add: () => void) => (event: FormEvent) => {
  event.preventDefault();
  add();
};

type FieldProps = ReceiveVialsProps & {
  name: ReceivedName;
  hint?: string;
  digits?: boolean;
  onLeft?: () => void;
  onKeyDown?: (event: KeyboardEvent) => void;
};

function Field({ receiving, vials, today, name, hint, digits = false, onLeft, onKeyDown }: FieldProps) {
  const { typed, change, problems } = receiving;
  return (
    <TextField
      id={receivedFieldId(name)}
      label={receivedLabels[name]}
      hint={hint}
      size="medium"
      digits={digits}
      needed={name !== 'expiry'}
      problem={problems[name]}
      said={saidOfReceived(typed, vials, today)[name]}
      field={{
        name: receivedFieldId(name),
        value: typed[name],
        onChange: ({ target }) => change({ [name]: target.value }),
        ...(onLeft && { onBlur: onLeft }),
        ...(onKeyDown && { onKeyDown }),
      }}
    />
  );
}
