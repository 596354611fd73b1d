import type { FormField } from '../formats/written';
import type { Copying } from '../results/use-copy';

type CopyableFieldsProps = {
  /** Names the group, and tells its buttons from those of the next: "line 1". */
  of: string;
  fields: readonly FormField[];
  copying: Copying;
};

/** Fields of a form by their numbers, each with its own button to copy it; a blank one says why it is blank. */
export function CopyableFields({ of, fields, copying }: CopyableFieldsProps) {
  return (
    <ul className="form-fields" aria-label={of}>
      {fields.map(({ item, label, text, says }) => {
        const name = `${item}${of.startsWith('Line') ? `, ${of.toLowerCase()}` : ''}`;
        return (
          <li key={item}>
            <span className="item-number">{item}</span> <span className="form-label">{label}</span>{' '}
            {text === '' ? <span className="form-blank">{says}</span> : <code>{text}</code>}
            {text === '' ? null : (
              <button type="button" className="link" aria-label={`Copy ${name}`} onClick={() => copying.copy(name, text)}>
                {copying.isCopied(name, text) ? 'Copied' : 'Copy'}
              </button>
            )}
          </li>
        );
      })}
    </ul>
  );
}
