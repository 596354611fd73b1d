/** Gives the focus to a heading, and brings it to the top of the window. */
export function focusOn(id: string): void {
  const target = document.getElementById(id);
  target?.focus({ preventScroll: true });
  target?.scrollIntoView({ block: 'start' });
}

/** Gives the focus to the form, with all of the page in view from its top: what was put away is brought back there. */
export function focusOnForm(): void {
  document.getElementById('worksheet')?.focus({ preventScroll: true });
  window.scrollTo(0, 0);
}

export const showAnswer = (): void => focusOn('answer-title');
