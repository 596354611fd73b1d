import { choicesOf } from '../answers/answer';
import { SelectField } from '../controls/SelectField';
import { TextField } from '../controls/TextField';
import { emptyOffice, type Office } from '../engine/clinic-file';
import { partyFields, partyGroups, partySpecs, usages, type PartyField } from '../formats/parties';

type OfficeField = PartyField & keyof Office;
const isOfOffice = (field: PartyField): field is OfficeField => Object.hasOwn(emptyOffice, field);
const officeFields = partyFields.filter(isOfOffice);
const groups = partyGroups.filter((group) => officeFields.some((field) => partySpecs[field].group === group));

export const officeFieldId = (field: string): string => `day-party-${field}`;

type OfficeFormProps = {
  office: Office;
  /** What is wrong, by field, once a file was asked for. */
  problems: ReadonlyMap<string, string>;
  onOfficeChange: (change: (before: Office) => Office) => void;
};

/** The clinic’s part of an 837P, the same for every claim of the file. */
export function OfficeForm(props: OfficeFormProps) {
  return groups.map((group) => (
    <fieldset key={group} className="part">
      <legend>{group}</legend>
      <div className="two-columns">
        {officeFields
          .filter((field) => partySpecs[field].group === group)
          .map((field) => (
            <OfficeText key={field} field={field} {...props} />
          ))}
        {group === 'File' ? <Usage {...props} /> : null}
      </div>
    </fieldset>
  ));
}

function OfficeText({ field, office, problems, onOfficeChange }: OfficeFormProps & { field: OfficeField }) {
  const spec = partySpecs[field];
  return (
    <TextField
      id={officeFieldId(field)}
      label={spec.label}
      hint={'hint' in spec ? spec.hint : undefined}
      needed={!('mayBeBlank' in spec)}
      problem={problems.get(field)}
      field={{
        name: officeFieldId(field),
        value: office[field],
        onChange: ({ target }) => onOfficeChange((before) => ({ ...before, [field]: target.value })),
      }}
    />
  );
}

function Usage({ office, onOfficeChange }: OfficeFormProps) {
  return (
    <SelectField
      id={officeFieldId('usage')}
      label="Test or production"
      choices={choicesOf(usages)}
      unchosen={undefined}
      hint={undefined}
      problem={undefined}
      field={{
        name: officeFieldId('usage'),
        value: office.usage,
        onChange: ({ target }) => onOfficeChange((before) => ({ ...before, usage: target.value === 'P' ? 'P' : 'T' })),
      }}
    />
  );
}
