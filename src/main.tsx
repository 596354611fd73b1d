import '@cmsgov/design-system/css/index.css';
import '@cmsgov/design-system/css/core-theme.css';
import './page/theme.css';
import { startTransition } from 'react';
import { App } from './page/App';
import { inATaskOfItsOwn } from './page/load-later';
import { localDay, type IsoDate } from './engine/dated';
import { emptyWorksheet, type WorksheetText } from './answers/worksheet-text';

const root = document.getElementById('root');
const today = localDay(new Date());
if (root && today) void takeOver(root, today);

/** In short tasks: what is pressed meanwhile is answered in between. */
async function takeOver(shell: HTMLElement, openedOn: IsoDate): Promise<void> {
  await inATaskOfItsOwn();
  const { hydrateRoot } = await import('react-dom/client');
  await inATaskOfItsOwn();
  const page = <App openedOn={openedOn} initial={{ ...emptyWorksheet, ...typedAlready(shell) }} />;
  startTransition(() => void hydrateRoot(shell, page));
}

/** Answers typed into the drawn shell before this script ran: they are kept, not overwritten. */
function typedAlready(shell: HTMLElement): Partial<WorksheetText> {
  const form = shell.querySelector('form');
  const typed = form ? [...new FormData(form)].filter(([, value]) => typeof value === 'string' && value !== '') : [];
  const lists: Record<string, string[]> = {};
  for (const [name, value] of typed) {
    if (name === 'records') (lists[name] ??= []).push(String(value));
  }
  return { ...Object.fromEntries(typed), ...lists, kd: typed.some(([name]) => name === 'kd') };
}
