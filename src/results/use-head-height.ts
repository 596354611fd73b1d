import { useLayoutEffect, useRef, useState, type RefObject } from 'react';

/** A head that takes more of the window than this leaves too little for what is read below it. */
const mostOfWindow = 0.4;

type Head = { readonly head: RefObject<HTMLDivElement | null>; readonly isTall: boolean };

/**
 * How high the head of the claim is: all of it stays in view, or, where that would be too much of the window, its first
 * part alone. The height in pixels of what stays is handed to the style sheets of what it stands in as `--head-height`:
 * a change of it has the style of all within worked out anew.
 */
export function useHeadHeight(): Head {
  const head = useRef<HTMLDivElement>(null);
  const [isTall, setIsTall] = useState(false);
  useLayoutEffect(() => {
    const parts = [...(head.current?.children ?? [])].filter((part) => part instanceof HTMLElement);
    const style = head.current?.parentElement?.style;
    const measure = () => {
      const heights = parts.map(({ offsetHeight }) => offsetHeight);
      const all = heights.reduce((sum, height) => sum + height, 0);
      const tall = all > mostOfWindow * window.innerHeight;
      setIsTall(tall);
      style?.setProperty('--head-height', `${tall ? (heights[0] ?? 0) : all}px`);
    };
    measure();
    const sizes = new ResizeObserver(measure);
    parts.forEach((part) => sizes.observe(part));
    window.addEventListener('resize', measure);
    return () => {
      sizes.disconnect();
      window.removeEventListener('resize', measure);
      style?.removeProperty('--head-height');
    };
  }, []);
  return { head, isTall };
}
