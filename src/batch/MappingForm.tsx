import { choicesFor, type FieldName } from '../answers/field-names';
import { SelectField, type SelectChoice } from '../controls/SelectField';
import { TextField } from '../controls/TextField';
import type { PayerProfile } from '../engine/payer-profile';
import { inWords } from '../engine/typed';
import { columnGroups, columns, groupOf, specOf, type Column } from './columns';
import { delimiterWords } from './csv';
import { askedForAll, doubledHeadings, missingColumns, withPlace, type Mapping } from './mapping';
import type { OpenedFile } from './messages';
import { payerChoices } from './payers-of-file';

type MappingFormProps = {
  opened: OpenedFile;
  mapping: Mapping;
  profiles: readonly PayerProfile[];
  disabled: boolean;
  onChange: (mapping: Mapping) => void;
};

const choices: readonly SelectChoice[] = columns
  .map((column) => ({ value: column, label: specOf(column).label, group: groupOf(column) }))
  .toSorted(
    (one, other) =>
      columnGroups.indexOf(one.group) - columnGroups.indexOf(other.group) || (one.label < other.label ? -1 : 1),
  );

/** Which heading stands for which column: proposed, and changed by hand. */
export function MappingForm({ opened, mapping, profiles, disabled, onChange }: MappingFormProps) {
  const { headings, sample, encoding, delimiter } = opened;
  const doubled = doubledHeadings(headings);
  return (
    <fieldset className="part" disabled={disabled}>
      <legend>What its columns are</legend>
      <p>
        {encoding}, parted by a {delimiterWords[delimiter]}, {headings.length} columns.
        {doubled.length > 0 ? ` Stands more than once: ${inWords(doubled.map((each) => `“${each}”`))}.` : ''}
      </p>
      <div className="batch-mapping">
        {headings.map((heading, place) => (
          <SelectField
            // oxlint-disable-next-line react/no-array-index-key -- a column of the file is its place
            key={place}
            id={`batch-heading-${place}`}
            label={heading === '' ? `Column ${place + 1}, without a heading` : heading}
            choices={choices}
            unchosen="Not used"
            hint={sampleOf(sample, place)}
            problem={undefined}
            field={{
              value: columnAt(mapping, place) ?? '',
              onChange: ({ target }) =>
                onChange(withPlace(mapping, place, (target.value || null) as Column | null, headings)),
            }}
          />
        ))}
      </div>
      <ForAllRows mapping={mapping} profiles={profiles} onChange={onChange} />
    </fieldset>
  );
}

const columnAt = (mapping: Mapping, place: number): Column | undefined =>
  columns.find((column) => {
    const source = mapping[column];
    return source && 'places' in source && source.places.includes(place);
  });

const sampleOf = (sample: OpenedFile['sample'], place: number): string =>
  sample
    .map((cells) => (cells[place] ?? '').trim())
    .filter((cell) => cell !== '')
    .join(' · ')
    .slice(0, 60);

/** The field that tells a column for all rows. */
export const idForAll = (column: Column): string => `batch-always-${column}`;

type ForAllProps = Pick<MappingFormProps, 'mapping' | 'profiles' | 'onChange'>;

/** What every claim needs and no heading tells: one text for all rows stands for it. */
function ForAllRows({ mapping, profiles, onChange }: ForAllProps) {
  const missing = missingColumns(mapping);
  return (
    <>
      {missing.length > 0 ? (
        <p>What has a star is needed. Choose a column for it above, or tell it for all rows here.</p>
      ) : null}
      <div className="batch-mapping">
        {askedForAll(mapping).map((column) => (
          <ForAll
            key={column}
            column={column}
            needed={missing.includes(column)}
            mapping={mapping}
            profiles={profiles}
            onChange={onChange}
          />
        ))}
      </div>
    </>
  );
}

function ForAll({ column, needed, mapping, profiles, onChange }: ForAllProps & { column: Column; needed: boolean }) {
  const source = mapping[column];
  const value = source && 'always' in source ? source.always : '';
  const listed = choicesOf(column, profiles);
  const change = (text: string) => {
    const { [column]: _before, ...others } = mapping;
    onChange(text === '' ? others : { ...others, [column]: { always: text } });
  };
  const shared = {
    id: idForAll(column),
    label: `${specOf(column).label} ${ofWhich(column, mapping)}`,
    needed,
    problem: undefined,
  };
  if (!listed)
    return (
      <TextField
        {...shared}
        hint={specOf(column).means}
        field={{ value, onChange: ({ target }) => change(target.value) }}
      />
    );
  // A text of before, which no list has, stays what it is.
  const isListed = value === '' || listed.some((each) => each.value === value);
  return (
    <SelectField
      {...shared}
      choices={isListed ? listed : [{ value, label: value }, ...listed]}
      unchosen="Not told"
      hint={undefined}
      field={{ value, onChange: ({ target }) => change(target.value) }}
    />
  );
}

/** Which rows it is of: a unit goes with amounts that have none, and a preauthorization with its number. */
function ofWhich(column: Column, mapping: Mapping): string {
  if (column === 'authorization_status' && mapping.authorization_number) return 'of every row that has a number';
  return column.endsWith('_unit') ? 'where none is written' : 'of every row';
}

/** What can be chosen for a column, each by its words; null for one that is typed. */
function choicesOf(column: Column, profiles: readonly PayerProfile[]): readonly SelectChoice[] | null {
  if (column === 'payer') return payerChoices(profiles).map(({ label, group }) => ({ value: label, label, group }));
  if (column === 'leftover') return ['Discarded', 'Other'].map((label) => ({ value: label, label }));
  const { target } = specOf(column);
  // Two digits tell a setting as well.
  if (target.to !== 'answer' || column === 'setting') return null;
  const ofForm = choicesFor(target.answer as FieldName);
  return ofForm.length === 0 ? null : ofForm.map(({ label }) => ({ value: label, label }));
}
