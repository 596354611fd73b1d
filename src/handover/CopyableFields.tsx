import type { FormField } from '../formats/written';
import { fieldsAsText } from '../results/lines-as-text';
import type { Copying } from '../results/use-copy';
import type { GoTo } from '../results/Findings';
import './handover.css';

type CopyableFieldsProps = {
  /** Names the list. */
  of: string;
  /** What tells its buttons from those of the next list: "line 1"; '' where nothing needs to. */
  suffix?: string;
  fields: readonly FormField[];
  copying: Copying;
  onGoTo: GoTo;
  /** The way to an answer of who takes part; without it, none is offered. */
  onGoToParty?: (field: string) => void;
};

/** Fields of a form by their numbers, each with its own button to copy it; a blank one says why it is blank. */
export function CopyableFields({ of, suffix = '', fields, ...ways }: CopyableFieldsProps) {
  return (
    <ul className="form-fields" aria-label={of}>
      {fields.map((field) => (
        <CopyableField
          key={field.item}
          field={field}
          name={suffix === '' ? field.item : `${field.item}, ${suffix}`}
          {...ways}
        />
      ))}
    </ul>
  );
}

type LineFieldsProps = Pick<CopyableFieldsProps, 'fields' | 'copying' | 'onGoTo' | 'onGoToParty'> & {
  lineNumber: number;
  heading: 'h3' | 'h4';
};

/** The fields of one service line, under its number: copied one by one, or all at once. */
export function LineFields({ lineNumber, heading: Heading, ...fields }: LineFieldsProps) {
  const name = `line ${lineNumber}`;
  return (
    <div>
      <div className="line-heading">
        <Heading>Line {lineNumber}</Heading>
        <CopyButton name={name} shown={name} text={fieldsAsText(fields.fields)} copying={fields.copying} />
      </div>
      <CopyableFields of={`Line ${lineNumber}`} suffix={name} {...fields} />
    </div>
  );
}

type CopyButtonProps = {
  /** What is copied, told in full to a screen reader. */
  name: string;
  /** What of it is to be seen; '' where it stands beside. */
  shown?: string;
  text: string;
  copying: Copying;
};

function CopyButton({ name, shown = '', text, copying }: CopyButtonProps) {
  const word = copying.isCopied(name, text) ? 'Copied' : copying.refused === name ? 'Not copied' : 'Copy';
  return (
    <button type="button" className="link" aria-label={`${word} ${name}`} onClick={() => copying.copy(name, text)}>
      {`${word} ${shown}`.trim()}
    </button>
  );
}

type CopyableFieldProps = Omit<CopyableFieldsProps, 'of' | 'suffix' | 'fields'> & { field: FormField; name: string };

function CopyableField({ field, name, copying, onGoTo, onGoToParty }: CopyableFieldProps) {
  const { item, label, text, says, fact, party } = field;
  const go = fact ? () => onGoTo(fact) : party && onGoToParty ? () => onGoToParty(party) : null;
  return (
    <li>
      <span className="item-number">{item}</span> <span className="form-label">{label}</span>{' '}
      {text === '' ? (
        <span className="form-blank">
          {says}{' '}
          {go ? (
            <button type="button" className="link" aria-label={`Go to the answer: ${name}`} onClick={go}>
              Go to the answer
            </button>
          ) : null}
        </span>
      ) : (
        <code>{text}</code>
      )}
      {text === '' ? null : <CopyButton name={name} text={text} copying={copying} />}
    </li>
  );
}
