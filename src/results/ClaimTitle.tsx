import { useLayoutEffect, useRef, type ReactNode } from 'react';

/** Whether the title that went had the focus: the one that takes its place goes on having it. */
let wasHeld = false;

/** The title of the claim, or of what stands in its place. */
export function ClaimTitle({ children }: { children: ReactNode }) {
  const title = useRef<HTMLHeadingElement>(null);
  useLayoutEffect(() => {
    const here = title.current;
    if (wasHeld) here?.focus({ preventScroll: true });
    wasHeld = false;
    return () => {
      wasHeld = here !== null && here === document.activeElement;
    };
  }, []);
  return (
    <h2 id="answer-title" tabIndex={-1} ref={title}>
      {children}
    </h2>
  );
}
