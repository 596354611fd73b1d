import type { FormField } from '../formats/written';
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
};

/** Fields of a form by their numbers, each with its own button to copy it; a blank one says why it is blank. */
export function CopyableFields({ of, suffix = '', fields, copying, onGoTo }: CopyableFieldsProps) {
  return (
    <ul className="form-fields" aria-label={of}>
      {fields.map((field) => (
        <CopyableField
          key={field.item}
          field={field}
          name={suffix === '' ? field.item : `${field.item}, ${suffix}`}
          copying={copying}
          onGoTo={onGoTo}
        />
      ))}
    </ul>
  );
}

type LineFieldsProps = Pick<CopyableFieldsProps, 'fields' | 'copying' | 'onGoTo'> & {
  lineNumber: number;
  heading: 'h3' | 'h4';
};

/** The fields of one service line, under its number. */
export function LineFields({ lineNumber, heading: Heading, ...fields }: LineFieldsProps) {
  return (
    <div>
      <Heading>Line {lineNumber}</Heading>
      <CopyableFields of={`Line ${lineNumber}`} suffix={`line ${lineNumber}`} {...fields} />
    </div>
  );
}

type CopyableFieldProps = Pick<CopyableFieldsProps, 'copying' | 'onGoTo'> & { field: FormField; name: string };

function CopyableField({ field: { item, label, text, says, fact }, name, copying, onGoTo }: CopyableFieldProps) {
  const word = copying.isCopied(name, text) ? 'Copied' : copying.refused === name ? 'Not copied' : 'Copy';
  return (
    <li>
      <span className="item-number">{item}</span> <span className="form-label">{label}</span>{' '}
      {text === '' ? (
        <span className="form-blank">
          {says}{' '}
          {fact ? (
            <button
              type="button"
              className="link"
              aria-label={`Go to the answer: ${name}`}
              onClick={() => onGoTo(fact)}
            >
              Go to the answer
            </button>
          ) : null}
        </span>
      ) : (
        <code>{text}</code>
      )}
      {text === '' ? null : (
        <button type="button" className="link" aria-label={`${word} ${name}`} onClick={() => copying.copy(name, text)}>
          {word}
        </button>
      )}
    </li>
  );
}
