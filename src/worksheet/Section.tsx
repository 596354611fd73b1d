import { Suspense, useCallback, useLayoutEffect, useRef, useState, type ReactNode, type RefObject } from 'react';
import { useWatch } from 'react-hook-form';
import { fieldsBeside, type FieldName, type WorksheetField } from '../answers/field-names';
import { inShort } from '../answers/in-short';
import type { WorksheetText } from '../answers/worksheet-text';
import type { TextName } from '../fields/fields';
import { useWorksheetForm } from '../fields/form';
import { useOpenIn } from '../fields/told';
import './worksheet.css';

type SectionProps = { number: number; title: string; children: ReactNode };

/** Takes over its drawn markup in a task of its own, so that an old machine is never busy for long. */
export function Section({ number, title, children }: SectionProps) {
  const id = `section-${number}`;
  const part = useRef<HTMLElement>(null);
  return (
    <section aria-labelledby={id} ref={part}>
      <h2 id={id}>
        <span className="section-number">{number}</span> {title}
      </h2>
      <Suspense fallback={null}>
        {children}
        <TypedMeanwhile within={part} />
      </Suspense>
    </section>
  );
}

type FoldedSectionProps = SectionProps & {
  /** The answers inside, so that the way to one can unfold it. */
  holds: readonly WorksheetField[];
  /** Those of them that are told in its line also where they are as on an empty worksheet. */
  always?: readonly WorksheetField[];
  /** Whether a second drug of the day is asked for inside too. */
  holdsBeside?: boolean;
};

/**
 * What refines a claim: one line that says its answers, and what is open among them. Its questions are made when it is
 * first unfolded, so that a page that is only being read does not pay for them.
 */
export function FoldedSection({
  number,
  title,
  holds,
  always = none,
  holdsBeside = false,
  children,
}: FoldedSectionProps) {
  const [visited, setVisited] = useState(false);
  const id = `section-${number}`;
  const inside = holdsBeside ? [...holds, ...fieldsBeside] : holds;
  return (
    <section aria-labelledby={id} className="folded-section">
      <details
        data-holds={inside.join(' ')}
        onToggle={({ currentTarget }) => setVisited((before) => before || currentTarget.open)}
      >
        <summary>
          <h2 id={id}>
            <span className="section-number">{number}</span> {title}
          </h2>
          <OpenPoints holds={inside} />
          <InShort holds={holds} always={always} />
          <span className="change" aria-hidden="true" />
        </summary>
        {visited ? children : null}
      </details>
    </section>
  );
}

function OpenPoints({ holds }: { holds: readonly FieldName[] }) {
  const open = useOpenIn(holds);
  return open ? <span className="open-points">{open}</span> : null;
}

const none: readonly WorksheetField[] = [];

function InShort({ holds, always }: Required<Pick<FoldedSectionProps, 'holds' | 'always'>>) {
  const { control } = useWorksheetForm();
  const compute = useCallback((worksheet: WorksheetText) => inShort(worksheet, holds, always), [holds, always]);
  return <span className="in-short">{useWatch({ control, compute })}</span>;
}

/**
 * Takes over what was typed into the drawn markup before this part of it was taken over: what a control shows is what
 * the record holds.
 */
function TypedMeanwhile({ within }: { within: RefObject<HTMLElement | null> }) {
  const { getValues, setValue } = useWorksheetForm();
  useLayoutEffect(() => {
    for (const field of within.current?.querySelectorAll<HTMLInputElement | HTMLSelectElement>(
      ':is(input, select)[name]',
    ) ?? []) {
      const name = field.name as TextName;
      const held: unknown = getValues(name);
      if (field instanceof HTMLInputElement && field.type === 'checkbox') {
        const others = Array.isArray(held) ? held.filter((each) => each !== field.value) : null;
        if (field.checked !== (others ? others.length < (held as unknown[]).length : held === true)) {
          setValue(
            name,
            (others ? [...others, ...(field.checked ? [field.value] : [])] : field.checked) as unknown as string,
          );
        }
      } else if (held !== field.value && (field.type !== 'radio' || (field as HTMLInputElement).checked))
        setValue(name, field.value);
    }
  }, [getValues, setValue, within]);
  return null;
}
