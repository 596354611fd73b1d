import { useState, type ReactNode } from 'react';

/** A folded part whose content is made only while it is open: what nobody looks at costs no keystroke. */
export function Unfolding({
  summary,
  className,
  children,
}: {
  summary: string;
  className?: string;
  children: () => ReactNode;
}) {
  const [open, setOpen] = useState(false);
  return (
    <details className={className} open={open} onToggle={({ currentTarget }) => setOpen(currentTarget.open)}>
      <summary>{summary}</summary>
      {open ? children() : null}
    </details>
  );
}
