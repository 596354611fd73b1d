import { useLayoutEffect, useRef, type ReactNode } from 'react';

/** Whether the title of the claim has the focus: the one that takes its place goes on having it. */
let isHeld = false;

/** The title of the claim, or of what stands in its place. */
export function ClaimTitle({ children }: { children: ReactNode }) {
  const title = useRef<HTMLHeadingElement>(null);
  useLayoutEffect(() => {
    if (isHeld && document.activeElement === document.body) title.current?.focus({ preventScroll: true });
  }, []);
  return (
    <h2
      id="answer-title"
      tabIndex={-1}
      ref={title}
      onFocus={() => {
        isHeld = true;
      }}
      onBlur={() => {
        isHeld = false;
      }}
    >
      {children}
    </h2>
  );
}
