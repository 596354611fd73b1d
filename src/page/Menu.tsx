import { useEffect, useRef, type ReactNode } from 'react';

/** A menu that unfolds below its name: closed by a choice, by Escape, by leaving it, and by a press elsewhere. */
export function Menu({ name, children }: { name: string; children: ReactNode }) {
  const menu = useRef<HTMLDetailsElement>(null);
  useEffect(() => {
    const leaving = new AbortController();
    const { signal } = leaving;
    const on = (type: string, close: (menu: HTMLDetailsElement, event: Event) => void) =>
      document.addEventListener(type, (event) => menu.current?.open && close(menu.current, event), {
        signal,
        capture: true,
      });
    const closeOutside = (open: HTMLDetailsElement, { target }: Event) => {
      if (!(target instanceof Node && open.contains(target))) open.open = false;
    };
    on('pointerdown', closeOutside);
    on('focusin', closeOutside);
    // The focus stays with the menu’s name: a dialog that a choice opens gives it back there.
    const fold = (open: HTMLDetailsElement) => {
      open.open = false;
      open.querySelector('summary')?.focus();
    };
    on('click', (open, { target }) => {
      if (target instanceof Element && target.closest('.menu-items button')) fold(open);
    });
    on('keydown', (open, event) => {
      if (event instanceof KeyboardEvent && event.key === 'Escape') fold(open);
    });
    return () => leaving.abort();
  }, []);
  return (
    <details ref={menu} className="menu">
      <summary>{name}</summary>
      <div className="menu-items">{children}</div>
    </details>
  );
}
