import { SelectField, type SelectChoice } from '../controls/SelectField';
import { TextField } from '../controls/TextField';
import { inWords } from '../engine/typed';
import { columns, specOf, type Column } from './columns';
import { delimiterWords } from './csv';
import { doubledHeadings, missingColumns, withPlace, type Mapping } from './mapping';
import type { OpenedFile } from './messages';

type MappingFormProps = {
  opened: OpenedFile;
  mapping: Mapping;
  disabled: boolean;
  onChange: (mapping: Mapping) => void;
};

const groups = { answer: 'The claim', refill: 'A refill by its containers', sending: 'For an 837', billed: 'Billed' };
const choices: readonly SelectChoice[] = columns
  .map((column) => ({ value: column, label: specOf(column).label, group: groups[specOf(column).target.to] }))
  .toSorted((one, other) => Object.values(groups).indexOf(one.group) - Object.values(groups).indexOf(other.group));

/** Which heading stands for which column: proposed, and changed by hand. */
export function MappingForm({ opened, mapping, disabled, onChange }: MappingFormProps) {
  const { headings, sample, encoding, delimiter } = opened;
  const doubled = doubledHeadings(headings);
  const missing = missingColumns(mapping);
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
              onChange: ({ target }) => onChange(withPlace(mapping, place, (target.value || null) as Column | null)),
            }}
          />
        ))}
      </div>
      <Missing mapping={mapping} missing={missing} onChange={onChange} />
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

type MissingProps = Pick<MappingFormProps, 'mapping' | 'onChange'> & { missing: readonly Column[] };

/** What every claim needs and no heading tells: one text for all rows stands for it. */
function Missing({ mapping, missing, onChange }: MissingProps) {
  const asked = columns.filter((column) => {
    const source = mapping[column];
    return missing.includes(column) || (source && 'always' in source);
  });
  return (
    <div id="batch-missing">
      {missing.length > 0 ? (
        <p>Every claim needs these. Choose a column for each, or write one text for all rows.</p>
      ) : null}
      {asked.map((column) => {
        const source = mapping[column];
        return (
          <TextField
            key={column}
            id={`batch-always-${column}`}
            label={`${specOf(column).label} of every row`}
            hint={specOf(column).means}
            needed={missing.includes(column)}
            problem={undefined}
            field={{
              value: source && 'always' in source ? source.always : '',
              onChange: ({ target }) => {
                const { [column]: _before, ...others } = mapping;
                onChange(target.value === '' ? others : { ...others, [column]: { always: target.value } });
              },
            }}
          />
        );
      })}
    </div>
  );
}
