import { renderToString } from 'react-dom/server';
import { App } from './App';
import { day } from '../engine/dated';
import { emptyWorksheet } from '../answers/worksheet-text';

/**
 * The page as markup, drawn at build time so that it stands before any script has run. It holds no answer, and needs
 * some day to be drawn.
 */
export function shell(): string {
  return renderToString(<App openedOn={day('2000-01-01')} initial={emptyWorksheet} />);
}
