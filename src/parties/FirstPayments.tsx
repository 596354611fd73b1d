import { choicesOf } from '../answers/answer';
import { SelectField } from '../controls/SelectField';
import { TextField } from '../controls/TextField';
import { adjustmentGroups } from '../engine/party-codes';
import type { ServiceLine } from '../engine/claim';
import { linesOf } from '../engine/claim-lines';
import type { PreparedClaim } from '../engine/prepared-claim';
import { formatMoney } from '../engine/quantity';
import { balanceOf, isBlankPayment, movedTo, paymentRows } from '../engine/first-payer';
import { paymentFields, paymentLabels, type PaymentField, type PaymentText } from '../engine/payment-text';

type FirstPaymentsProps = {
  claim: PreparedClaim;
  payments: readonly PaymentText[];
  said: ReadonlyMap<string, string>;
  idOf: (field: string) => string;
  onChange: (payments: readonly PaymentText[]) => void;
};

/** What the payer before paid of each line and adjusted, as its remittance has it, and whether that is the charge. */
export function FirstPayments({ claim, payments, said, idOf, onChange }: FirstPaymentsProps) {
  const lines = linesOf(claim);
  const { rows, strayed } = paymentRows(payments, lines);
  const all = [...rows, ...strayed];
  const change = (place: number, told: Partial<PaymentText>) =>
    onChange(all.map((row, at) => (at === place ? { ...row, ...told } : row)));
  return (
    <>
      {rows.map((row, place) => (
        <LinePayments
          key={row.of}
          row={row}
          place={place}
          line={lines[place]}
          said={said}
          idOf={idOf}
          onChange={(field, text) => change(place, { [field]: text })}
        />
      ))}
      {strayed.map((row, at) => (
        <StrayedPayment
          key={`${row.of} ${row.code} ${at}`}
          row={row}
          blank={rows.filter(isBlankPayment)}
          id={idOf(`payments.${rows.length + at}.paid`)}
          onMove={(to) => onChange(movedTo(all, row, to))}
          onTakeOut={() => onChange(all.filter((each) => each !== row))}
        />
      ))}
    </>
  );
}

type StrayedPaymentProps = {
  row: PaymentText;
  /** Lines of the claim that have no amounts yet. */
  blank: readonly PaymentText[];
  id: string;
  onMove: (to: PaymentText) => void;
  onTakeOut: () => void;
};

/** Amounts of a line that the claim no longer has: nothing of them is lost until somebody says what becomes of them. */
function StrayedPayment({ row, blank, id, onMove, onTakeOut }: StrayedPaymentProps) {
  return (
    <div className="warning">
      <p>
        Amounts stand for {row.code}, which this claim no longer has: paid {row.paid || 'nothing told'}. Put them to
        their line, or take them out.
      </p>
      <p>
        {blank.map((to) => (
          <button key={to.of} type="button" className="ds-c-button ds-c-button--small" onClick={() => onMove(to)}>
            Put them to line {to.line}, {to.code}
          </button>
        ))}
        <button type="button" id={id} className="ds-c-button ds-c-button--small" onClick={onTakeOut}>
          Take them out
        </button>
      </p>
    </div>
  );
}

type LinePaymentsProps = {
  row: PaymentText;
  place: number;
  line: ServiceLine | undefined;
  said: ReadonlyMap<string, string>;
  idOf: (field: string) => string;
  onChange: (field: PaymentField, text: string) => void;
};

function LinePayments({ row, place, line, said, idOf, onChange }: LinePaymentsProps) {
  const charge = line?.charge ?? null;
  const balanceId = idOf(`payments.${place}.balance`);
  return (
    <fieldset className="part">
      <legend>
        Line {row.line}: {row.code}
        {charge ? `, ${formatMoney(charge)}` : ''}
      </legend>
      <div className="line-payments">
        {paymentFields.map((field) => (
          <PaymentAnswer
            key={field}
            field={field}
            value={row[field]}
            id={idOf(`payments.${place}.${field}`)}
            problem={said.get(`payments.${place}.${field}`)}
            onChange={(text) => onChange(field, text)}
          />
        ))}
      </div>
      <p id={balanceId} role="status">
        {isBlankPayment(row) ? 'Nothing is told of it yet' : capital(balanceOf(row, charge).says)}.
      </p>
    </fieldset>
  );
}
const capital = (text: string): string => `${text.charAt(0).toUpperCase()}${text.slice(1)}`;

type PaymentAnswerProps = {
  field: PaymentField;
  value: string;
  id: string;
  problem: string | undefined;
  onChange: (text: string) => void;
};

function PaymentAnswer({ field, value, id, problem, onChange }: PaymentAnswerProps) {
  const label = paymentLabels[field];
  if (field === 'otherGroup')
    return (
      <SelectField
        id={id}
        label={label}
        choices={choicesOf(adjustmentGroups)}
        unchosen="None"
        hint={undefined}
        problem={problem}
        field={{ name: id, value, onChange: ({ target }) => onChange(target.value) }}
      />
    );
  return (
    <TextField
      id={id}
      label={label}
      needed={field === 'paid'}
      digits={field !== 'otherReason'}
      problem={problem}
      field={{ name: id, value, onChange: ({ target }) => onChange(target.value) }}
    />
  );
}
