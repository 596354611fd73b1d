import type { ClipboardEvent } from 'react';
import { markLineBreaks } from '../engine/typed';

/** A text field drops pasted line breaks and would join two numbers into one; here they stay, visibly. */
export function keepLineBreaks(event: ClipboardEvent<HTMLElement>): void {
  const pasted = event.clipboardData.getData('text/plain');
  const marked = markLineBreaks(pasted);
  const field = event.target;
  if (!(field instanceof HTMLInputElement) || field.type !== 'text' || marked === pasted) return;
  event.preventDefault();
  field.setRangeText(marked, field.selectionStart ?? 0, field.selectionEnd ?? 0, 'end');
  field.dispatchEvent(new Event('input', { bubbles: true }));
}
