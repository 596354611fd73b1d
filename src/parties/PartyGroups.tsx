import { memo, use, useState, type ReactNode } from 'react';
import { choicesOf } from '../answers/answer';
import { SelectField } from '../controls/SelectField';
import { TextField } from '../controls/TextField';
import type { Facility, Provider } from '../engine/clinic-file';
import { formatDay, isoDate } from '../engine/dated';
import { inWords } from '../engine/typed';
import { keepLineBreaks } from '../fields/keep-line-breaks';
import { candidatesFor, carried, isAsked } from '../formats/parties';
import {
  choiceSpecOf,
  partyChoiceFields,
  partyFields,
  specOf,
  type PartyChoice,
  type PartyField,
  type PartyGroup,
  type Role,
} from '../formats/party-specs';
import { isSpread } from '../formats/spread-answers';
import type { OnPartyChange, PartyAnswers } from './party-answers';
import { Spreading, SpreadContext } from './Spreading';

export const another = 'another';

/** What a group asks of this claim, chosen and typed; nothing where it asks nothing. */
export function PartyGroupOf({
  group,
  children,
  ...answers
}: PartyAnswers & { group: PartyGroup; children?: ReactNode }) {
  const { parties, claim, form } = answers;
  const isShown = (field: PartyField | PartyChoice) => isAsked(field, parties, claim, form);
  const choices = partyChoiceFields.filter((field) => choiceSpecOf(field).group === group && isShown(field));
  const texts = partyFields.filter((field) => specOf(field).group === group && isShown(field));
  if (choices.length + texts.length === 0) return null;
  const folded = foldedGroups.includes(group) ? texts.filter((field) => specOf(field).mayBeBlank === true) : [];
  return (
    <fieldset className="part">
      <legend>{group}</legend>
      {children}
      <Spreading {...answers} texts={texts}>
        <PartyColumns {...answers} choices={choices} texts={texts.filter((field) => !folded.includes(field))} />
        {folded.length === 0 ? null : <MayBeBlank {...answers} texts={folded} />}
      </Spreading>
    </fieldset>
  );
}

/** Groups in which most claims leave something blank. */
const foldedGroups: readonly PartyGroup[] = ['Patient', 'Subscriber', 'Payer and claim'];

/** A label within a sentence: an abbreviation such as ZIP stays as it is. */
const inSentence = (label: string) =>
  /^[A-Z]{2}/.test(label) ? label : label.charAt(0).toLowerCase() + label.slice(1);

/** What may stay blank: folded while nothing of it is told or wrong. */
function MayBeBlank({ texts, ...answers }: PartyAnswers & { texts: readonly PartyField[] }) {
  const { parties, said } = answers;
  const { said: spread } = use(SpreadContext);
  const names = texts.map((field) =>
    specOf(field).label.replace(/^(?:Patient’s|Subscriber’s|Payer) |, in dollars$/g, ''),
  );
  return (
    <FoldedWhereComplete
      isComplete={texts.every((field) => parties[field].trim() === '')}
      isRefused={texts.some((field) => said.has(field) || spread.has(field))}
      summary={`May stay blank: ${inWords(names.map(inSentence))}`}
    >
      <PartyColumns {...answers} choices={[]} texts={texts} />
    </FoldedWhereComplete>
  );
}

type PartyColumnsProps = PartyAnswers & { choices: readonly PartyChoice[]; texts: readonly PartyField[] };

/** Fields of a group in two columns: those that the others hang on first, and what is chosen behind what is typed. */
export function PartyColumns({ choices, texts, ...answers }: PartyColumnsProps) {
  const leads = choices.filter((field) => choiceSpecOf(field).leads);
  return (
    <div className="two-columns">
      {leads.map((field) => (
        <PartyChoiceField key={field} field={field} {...answers} />
      ))}
      {texts.map((field) => (
        <PartyTextField key={field} field={field} {...answers} />
      ))}
      {choices
        .filter((field) => !leads.includes(field))
        .map((field) => (
          <PartyChoiceField key={field} field={field} {...answers} />
        ))}
    </div>
  );
}

function PartyTextField(props: PartyAnswers & { field: PartyField }) {
  const { field, parties, claim, form, said, proposed, idOf, onChange } = props;
  const { mayBeBlank, hint } = specOf(field);
  const isBlankFine = mayBeBlank === true || mayBeBlank?.(parties, { claim, form }) === true;
  return (
    <PartyText
      field={field}
      id={idOf(field)}
      value={parties[field]}
      hint={typeof hint === 'function' ? hint(parties) : hint}
      needed={!isBlankFine}
      problem={said.get(field)}
      from={proposed?.get(field)}
      onChange={onChange}
    />
  );
}

type PartyTextProps = {
  field: PartyField;
  id: string;
  value: string;
  hint: string | undefined;
  needed: boolean;
  problem: string | undefined;
  /** Where it is from, where it was filled in. */
  from: string | undefined;
  onChange: OnPartyChange;
};

const PartyText = memo(function PartyText({ field, id, value, hint, needed, problem, from, onChange }: PartyTextProps) {
  const { label } = specOf(field);
  const { said, leave } = use(SpreadContext);
  return (
    <TextField
      id={id}
      label={label}
      hint={hint}
      needed={needed}
      problem={problem}
      said={said.get(field) ?? ([dayRead(field, value), from].filter(Boolean).join('. ') || undefined)}
      field={{
        name: id,
        value,
        onChange: ({ target }) => onChange({ [field]: target.value }),
        ...(isSpread(field) ? { onBlur: () => leave(field), onPaste: keepLineBreaks } : {}),
      }}
    />
  );
});

/** A day as it was read, with its weekday, where the field takes one. */
function dayRead(field: PartyField, value: string): string | undefined {
  if (!/(?:Date|On)$/.test(field)) return undefined;
  const [, year, month, day] = /^(\d{4})(\d{2})(\d{2})$/.exec(carried(field, value)) ?? [];
  const read = isoDate(Number(year), Number(month), Number(day));
  return read && `= ${formatDay(read)}`;
}

function PartyChoiceField({ field, parties, said, idOf, onChange }: PartyAnswers & { field: PartyChoice }) {
  const { label, words, unchosen, mayBeBlank } = choiceSpecOf(field);
  return (
    <SelectField
      id={idOf(field)}
      label={label}
      choices={choicesOf(words)}
      unchosen={unchosen}
      hint={undefined}
      needed={unchosen !== undefined && !mayBeBlank}
      problem={said.get(field)}
      field={{
        name: idOf(field),
        value: parties[field],
        onChange: ({ target }) => onChange({ [field]: target.value }),
      }}
    />
  );
}

export const entryName = ({ name, first, npi }: Pick<Provider, 'name' | 'npi'> & { readonly first?: string }): string =>
  `${[name.trim(), first?.trim()].filter(Boolean).join(', ') || 'Not named'}${npi.trim() ? `, NPI ${npi.trim()}` : ''}`;

type ChosenEntryProps = PartyAnswers & {
  of: Role | 'facility';
  label: string;
  /** What it is called to choose nobody, or the billing address; undefined where somebody is needed. */
  none?: string;
  onChosen?: () => void;
};

/** Who has a role, or where it was: chosen from the clinic’s list, or another one, who is then typed and kept there. */
export function ChosenEntry({ of, label, none, onChosen, ...answers }: ChosenEntryProps) {
  const { parties, office, said, idOf, onChoose } = answers;
  const entries: readonly (Provider | Facility)[] = of === 'facility' ? office.facilities : candidatesFor(office, of);
  const chosen = parties[of];
  const noneValue = of === 'rendering' ? 'none' : nobody;
  const isNone = chosen === '' || chosen === 'none';
  const isOpen = chosen === 'choose' || (isNone && !none);
  const choose = (value: string) => {
    onChoose(of, value === nobody ? '' : value);
    onChosen?.();
  };
  return (
    <SelectField
      id={idOf(of)}
      label={label}
      choices={[
        ...(none ? [{ value: noneValue, label: none }] : []),
        ...entries.map((entry) => ({ value: entry.id, label: entryName(entry) })),
        { value: another, label: 'Another, typed below' },
      ]}
      unchosen={isOpen ? 'Choose' : undefined}
      hint={undefined}
      needed={!none}
      problem={said.get(of)}
      field={{
        name: idOf(of),
        value: isOpen ? '' : isNone ? noneValue : entries.some(({ id }) => id === chosen) ? chosen : another,
        onChange: ({ target }) => choose(target.value),
      }}
    />
  );
}
const nobody = 'nobody';

/**
 * A role with what is kept of whoever has it: open where something of it is missing, and from then on; else folded
 * below the name.
 */
export function RoleGroup({ group, ...props }: Omit<ChosenEntryProps, 'onChosen'> & { group: PartyGroup }) {
  const { parties, claim, form, lacking, of } = props;
  const texts = partyFields.filter((field) => specOf(field).group === group && isAsked(field, parties, claim, form));
  const lacks = texts.some((field) => lacking.has(field));
  const [isOpen, setOpen] = useState(lacks);
  if (lacks && !isOpen) setOpen(true);
  const columns =
    texts.length === 0 ? null : (
      <Spreading {...props} texts={texts}>
        <PartyColumns {...props} choices={[]} texts={texts} />
      </Spreading>
    );
  return (
    <fieldset className="part">
      <legend>{group}</legend>
      <ChosenEntry {...props} onChosen={() => setOpen(false)} />
      {isOpen || columns === null ? (
        columns
      ) : (
        <details key={parties[of]}>
          <summary>What is kept of it</summary>
          {columns}
        </details>
      )}
    </fieldset>
  );
}

/** What is complete when it comes to the screen is folded; what lacks something stands open, and stays so. */
export function FoldedWhereComplete({
  isComplete,
  isRefused,
  summary,
  children,
}: {
  isComplete: boolean;
  /** Whether something in it was refused just now: then it is open. */
  isRefused: boolean;
  summary: string;
  children: ReactNode;
}) {
  const [isFolded, setFolded] = useState(isComplete);
  const [isOpen, setOpen] = useState(false);
  if (isRefused && isFolded) setFolded(false);
  if (!isFolded) return children;
  return (
    <details open={isOpen} onToggle={({ currentTarget }) => setOpen(currentTarget.open)}>
      <summary>{summary}</summary>
      {children}
    </details>
  );
}
