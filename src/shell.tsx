import { renderToString } from 'react-dom/server';
import { App } from './App';
import { day } from './engine/dated';
import { emptyWorksheet } from './worksheet/worksheet-text';

/**
 * The page as markup, drawn at build time so that it stands before any script has run. It needs some day to be
 * drawn; typed answers, the date of service among them, are set by the script and are not part of the markup.
 */
export function shell(): string {
  const anyDay = day('2000-01-01');
  return renderToString(<App openedOn={anyDay} initial={emptyWorksheet(anyDay)} />);
}
