import { choicesOf } from '../answers/answer';
import { SelectField } from '../controls/SelectField';
import { TextField } from '../controls/TextField';
import { allShown, rowStatusWords, spans, works, type Shown } from './day-rows';

type DayFiltersProps = {
  shown: Shown;
  payers: readonly string[];
  /** How many rows are shown. */
  count: number;
  onChange: (shown: Shown) => void;
};

/** Which claims are shown. */
export function DayFilters(props: DayFiltersProps) {
  const { shown, count, onChange } = props;
  const isAll = JSON.stringify(shown) === JSON.stringify(allShown);
  return (
    <search className="day-filters" aria-label="Claims that are shown">
      <TextField
        id="day-search"
        label="Search"
        field={{
          name: 'day-search',
          value: shown.search,
          onChange: ({ target }) => onChange({ ...shown, search: target.value }),
        }}
      />
      <Lists {...props} />
      <p className="day-count">
        <span role="status">{count === 1 ? '1 claim shown' : `${count} claims shown`}</span>
        {isAll ? null : (
          <button type="button" className="link" onClick={() => onChange(allShown)}>
            Show all
          </button>
        )}
      </p>
    </search>
  );
}

function Lists({ shown, payers, onChange }: Omit<DayFiltersProps, 'count'>) {
  const lists = [
    { field: 'status', label: 'Status', choices: choicesOf(rowStatusWords) },
    { field: 'payer', label: 'Payer', choices: payers.map((payer) => ({ value: payer, label: payer })) },
    { field: 'span', label: 'Day of service', choices: choicesOf(spans) },
    { field: 'work', label: 'Work', choices: choicesOf(works) },
  ] as const;
  return lists.map(({ field, label, choices }) => (
    <SelectField
      key={field}
      id={`day-${field}`}
      label={label}
      choices={choices}
      unchosen="All"
      hint={undefined}
      problem={undefined}
      field={{
        name: `day-${field}`,
        value: shown[field],
        onChange: ({ target }) => onChange({ ...shown, [field]: target.value }),
      }}
    />
  ));
}
