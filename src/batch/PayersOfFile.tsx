import { useState } from 'react';
import { SelectField } from '../controls/SelectField';
import type { PayerOfText } from '../engine/clinic-file';
import type { PayerProfile } from '../engine/payer-profile';
import { counted } from '../engine/typed';
import type { TextsOfFile } from './column-texts';
import { payerChoices, payersAsked, type PayerAsked, type PayerChoice } from './payers-of-file';

type PayersOfFileProps = {
  found: TextsOfFile;
  profiles: readonly PayerProfile[];
  told: readonly PayerOfText[];
  disabled: boolean;
  onSay: (text: string, chosen: Pick<PayerOfText, 'payer' | 'profile'> | null) => void;
};

/** As many as are seen at a glance; with few rows each, the others can wait. */
const shownAtFirst = 24;

/** The payers of the file that their text alone does not tell: each is asked once, however many rows have it. */
export function PayersOfFile({ found, profiles, told, disabled, onSay }: PayersOfFileProps) {
  const [isAll, setAll] = useState(false);
  const asked = payersAsked(found.texts, profiles, told);
  if (found.isCut)
    return <p>The payer column has more different texts than a clinic has payers: see whether it is the right one.</p>;
  if (asked.length === 0) return null;
  const shown = isAll ? asked : asked.slice(0, shownAtFirst);
  const choices = payerChoices(profiles);
  const rows = asked.reduce((sum, each) => (each.said === null ? sum + each.rows : sum), 0);
  return (
    <fieldset className="part" disabled={disabled}>
      <legend>Payers of the file</legend>
      <p>
        Say what each of these is. It is kept for the next file.
        {rows > 0 ? ` ${counted(rows, 'row')} can become no claim before their payer is chosen.` : ''}
      </p>
      <div className="batch-mapping">
        {shown.map((payer, place) => (
          <PayerField key={payer.text} id={`batch-payer-${place}`} payer={payer} choices={choices} onSay={onSay} />
        ))}
      </div>
      {shown.length < asked.length ? (
        <button type="button" className="ds-c-button ds-c-button--small" onClick={() => setAll(true)}>
          Show {asked.length - shown.length} more
        </button>
      ) : null}
    </fieldset>
  );
}

type PayerFieldProps = Pick<PayersOfFileProps, 'onSay'> & {
  id: string;
  payer: PayerAsked;
  choices: readonly PayerChoice[];
};

const PayerField = ({ id, payer, choices, onSay }: PayerFieldProps) => (
  <SelectField
    id={id}
    label={payer.text}
    choices={choices}
    unchosen="Not chosen"
    hint={hintOf(payer)}
    problem={undefined}
    field={{
      value: valueOf(payer),
      onChange: ({ target }) => onSay(payer.text, choices.find(({ value }) => value === target.value) ?? null),
    }}
  />
);

const valueOf = ({ said }: PayerAsked): string =>
  said === null ? '' : said.profile === '' ? `type ${said.payer}` : `profile ${said.profile}`;

/** How many rows have it, and whether its own name proposed what stands there. */
const hintOf = ({ rows, within, said }: PayerAsked): string => {
  const isProposed = within !== undefined && said?.payer === within && said.profile === '';
  return `${counted(rows, 'row')}.${isProposed ? ` Proposed, as its name says so.` : ''}`;
};
