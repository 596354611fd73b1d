import { use, useState } from 'react';
import { TextField } from '../controls/TextField';
import { useDraft } from '../fields/drafts';
import { TodayContext } from '../fields/form';
import {
  noTypedLine,
  noTypedRemittance,
  textOfTyped,
  typedClaimLabels,
  typedLineLabels,
  type TypedClaimField,
  type TypedLine,
  type TypedLineField,
  type TypedProblem,
  type TypedRemittance,
} from '../remittance/typed-remittance';

const hints: Partial<Record<TypedLineField, string>> = {
  code: 'Such as J0475-JZ.',
  units: 'Blank is read as 1.',
  adjustments: 'Such as CO-45 474.14; PR-2 145.17.',
};

/** Types what a paper remittance says of one claim, line by line; it is read and added up as a file is. */
export function TypedPaper({ onRead }: { onRead: (text: string) => void }) {
  const { typed, change, problemAt, read, next } = useTyped(onRead);
  const changeLine = (place: number, line: TypedLine) =>
    change({ lines: typed.lines.map((each, at) => (at === place ? line : each)) });
  return (
    <details>
      <summary>Type what a paper remittance says of a claim</summary>
      <div className="typed-paper">
        {(Object.keys(typedClaimLabels) as TypedClaimField[]).map((field) => (
          <TextField
            key={field}
            id={idOf(field)}
            label={typedClaimLabels[field]}
            problem={problemAt(field)}
            field={{
              name: idOf(field),
              value: typed[field],
              onChange: ({ target }) => change({ [field]: target.value }),
            }}
          />
        ))}
      </div>
      {typed.lines.map((line, place) => (
        // A line is known by its place alone.
        // oxlint-disable-next-line react/no-array-index-key
        <OneLine key={place} {...{ line, place, problemAt }} onChange={(next) => changeLine(place, next)} />
      ))}
      <PaperButtons onLine={() => change({ lines: [...typed.lines, noTypedLine] })} onRead={read} onNext={next} />
    </details>
  );
}

/** What is typed, what of it cannot be read, and the way on to the next claim of the same payment. */
function useTyped(onRead: (text: string) => void) {
  const today = use(TodayContext);
  const [typed, setTyped] = useDraft<TypedRemittance>('remittances:typed', noTypedRemittance);
  const [problems, setProblems] = useState<readonly TypedProblem[]>([]);
  const read = () => {
    const text = textOfTyped(typed, today);
    setProblems('problems' in text ? text.problems : []);
    if ('text' in text) onRead(text.text);
    else document.getElementById(idOf(text.problems[0]?.field ?? ''))?.focus();
  };
  const next = () => {
    const { payer, trace, answeredOn } = typed;
    setTyped({ ...noTypedRemittance, payer, trace, answeredOn });
    setProblems([]);
    document.getElementById(idOf('controlNumber'))?.focus();
  };
  return {
    typed,
    change: (changed: Partial<TypedRemittance>) => setTyped((before) => ({ ...before, ...changed })),
    problemAt: (field: string) => problems.find((each) => each.field === field)?.says,
    read,
    next,
  };
}

const idOf = (field: string): string => `typed-remittance-${field.replaceAll('.', '-')}`;

type OneLineProps = {
  line: TypedLine;
  place: number;
  problemAt: (field: string) => string | undefined;
  onChange: (line: TypedLine) => void;
};

const OneLine = ({ line, place, problemAt, onChange }: OneLineProps) => (
  <fieldset className="part">
    <legend>Line {place + 1} of the remittance</legend>
    <div className="typed-paper">
      {(Object.keys(typedLineLabels) as TypedLineField[]).map((field) => (
        <TextField
          key={field}
          id={idOf(`lines.${place}.${field}`)}
          label={typedLineLabels[field]}
          hint={hints[field]}
          problem={problemAt(`lines.${place}.${field}`)}
          field={{
            name: idOf(`lines.${place}.${field}`),
            value: line[field],
            onChange: ({ target }) => onChange({ ...line, [field]: target.value }),
          }}
        />
      ))}
    </div>
  </fieldset>
);

type PaperButtonsProps = { onLine: () => void; onRead: () => void; onNext: () => void };

const PaperButtons = ({ onLine, onRead, onNext }: PaperButtonsProps) => (
  <p className="next-claims">
    {(
      [
        ['One line more', onLine],
        ['Read what was typed', onRead],
        ['Next claim of this remittance', onNext],
      ] as const
    ).map(([words, go]) => (
      <button key={words} type="button" className="ds-c-button ds-c-button--small" onClick={go}>
        {words}
      </button>
    ))}
  </p>
);
