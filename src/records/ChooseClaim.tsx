import { useId } from 'react';
import { SelectField } from '../controls/SelectField';
import { inFewWords, type DayRow } from './day-rows';
import { othersToChoose, type Choosing } from './choosing';

type ChooseClaimProps = Choosing & {
  /** Which claim of the remittance it is, in words. */
  title: string;
  /** All that are kept. */
  rows: readonly DayRow[];
};

/** Nothing is matched by guess: a person confirms which kept claim is meant, chooses another, or says that none is. */
export function ChooseClaim({ title, rows, ...choosing }: ChooseClaimProps) {
  const id = useId();
  const { own, match, on, onChoose } = choosing;
  const near = match.among.map((each) => each.id);
  const others = othersToChoose(rows, near, on);
  if (near.length + others.length === 0) return null;
  const choices = [...rows.filter((row) => near.includes(row.id)), ...others];
  const field = (
    <>
      <SelectField
        id={id}
        label={`Kept claim of ${title}`}
        choices={choices.map((row) => ({ value: row.id, label: inFewWords(row) }))}
        unchosen="None of these"
        hint={undefined}
        problem={undefined}
        field={{ name: id, value: own?.id ?? '', onChange: ({ target }) => onChoose(target.value) }}
      />
      <Settle {...choosing} id={id} only={rows.find((row) => near.length === 1 && row.id === near[0])} />
    </>
  );
  return match.certain ? (
    <details>
      <summary>Another claim is meant</summary>
      {field}
    </details>
  ) : (
    field
  );
}

/** Confirms the only one that may be meant, or takes back what was chosen: one button, so that the focus stays. */
function Settle({ id, match, choice, only, onChoose }: Choosing & { id: string; only: DayRow | undefined }) {
  if (choice === undefined && (match.certain || !only)) return null;
  const confirm = choice === undefined ? only : undefined;
  return (
    <button
      type="button"
      className="ds-c-button ds-c-button--small"
      onClick={() => {
        if (confirm) onChoose(confirm.id);
        else {
          onChoose(null);
          if (match.certain || !only) document.getElementById(id)?.focus();
        }
      }}
    >
      {confirm ? `Confirm: ${inFewWords(confirm)}` : 'Undo the choice'}
    </button>
  );
}
