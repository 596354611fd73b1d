import { createContext, use, useLayoutEffect, type ReactNode } from 'react';
import type { Step } from '../engine/citation';
import { citations } from '../rules/citations';
import { numberedSources } from './numbered-sources';

/** What both papers are put together from. */

const SourcesContext = createContext(numberedSources([], citations));

/** One paper, and at its end the sources that it rests on: `rows` in the order in which the paper comes to them. */
export function Sheets({
  rows,
  isNote = false,
  children,
}: {
  rows: readonly string[];
  isNote?: boolean;
  children: ReactNode;
}) {
  const numbered = numberedSources(rows, citations);
  return (
    <article className={isNote ? 'claim-summary refill-note' : 'claim-summary'}>
      <SourcesContext value={numbered}>{children}</SourcesContext>
      {numbered.sources.length > 0 ? (
        <section className="paper-sources">
          <h2>Sources</h2>
          <p>
            {numbered.sources.map((source, place) => (
              <span key={source}>
                <strong>{place + 1}</strong> {source}.{' '}
              </span>
            ))}
          </p>
        </section>
      ) : null}
    </article>
  );
}

/** "[2, 5]": where the sources of these rows stand at the end. */
export function SourceNumbers({ rows }: { rows: readonly string[] }) {
  const numbers = use(SourcesContext).numbersOf(rows);
  return numbers.length > 0 ? <span className="source-numbers">[{numbers.join(', ')}]</span> : null;
}

/** A calculation, sentence by sentence. */
export function Steps({ how }: { how: readonly Step[] }) {
  return (
    <ol className="paper-steps">
      {how.map(({ says, rows }) => (
        <li key={says}>
          {says} <SourceNumbers rows={rows} />
        </li>
      ))}
    </ol>
  );
}

export const Box = ({ ticked }: { ticked: boolean }) => <span className="paper-box">{ticked ? '☑' : '☐'}</span>;

/** What was told, or a line to write on. */
export const Told = ({ value }: { value: string | null }) =>
  value === null || value.trim() === '' ? <span className="paper-line" /> : <strong>{value.trim()}</strong>;

/** A line to sign on, with one for its date. */
export function Signature({ of, initials = '' }: { of: string; initials?: string }) {
  return (
    <p className="paper-signature">
      <span>{of}</span> <span className="paper-line">{initials}</span> <span>Date</span>{' '}
      <span className="paper-line paper-day" />
    </p>
  );
}

/**
 * Stands at the foot of every sheet, beside its number, so that a loose one finds its record. The margins of a page
 * take text from a style sheet alone: it is handed to them as a property. A browser that prints none there repeats the
 * line itself.
 */
export function Foot({ text }: { text: string }) {
  useLayoutEffect(() => {
    const { style } = document.documentElement;
    style.setProperty('--paper-foot', quoted(text));
    return () => void style.removeProperty('--paper-foot');
  }, [text]);
  return <p className="paper-foot">{text}</p>;
}

const quoted = (text: string): string => `"${text.replaceAll(/["\\]/g, String.raw`\$&`)}"`;

/** The name of the pages of one of several papers; the first has none, or an empty page would stand before it. */
export const pageName = (place: number): string => (place === 0 ? 'auto' : `paper-${place}`);

/** Puts its own foot under the sheets of each of several papers, by the names of their pages. */
export function useFeet(texts: readonly string[]): void {
  const rules = texts
    .map((text, place) => `@page ${place === 0 ? '' : pageName(place)} { @bottom-left { content: ${quoted(text)}; } }`)
    .join('\n');
  useLayoutEffect(() => {
    const sheet = new CSSStyleSheet();
    sheet.replaceSync(rules);
    document.adoptedStyleSheets = [...document.adoptedStyleSheets, sheet];
    return () => {
      document.adoptedStyleSheets = document.adoptedStyleSheets.filter((each) => each !== sheet);
    };
  }, [rules]);
}
