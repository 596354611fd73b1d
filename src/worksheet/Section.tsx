import { Suspense, useLayoutEffect, useRef, type ReactNode, type RefObject } from 'react';
import type { TextName } from '../fields/fields';
import { useWorksheetForm } from '../fields/form';
import './worksheet.css';

/** Each section takes over its drawn markup in a task of its own, so that an old machine is never busy for long. */
export function Section({ number, title, children }: { number: number; title: string; children: ReactNode }) {
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
