import { Component, Suspense, type ReactNode } from 'react';

/**
 * A part of the page whose script is loaded apart. Where that fails, only the part is missing: what was typed elsewhere
 * stays.
 */
export class LatePart extends Component<{ children: ReactNode }, { failed: boolean }> {
  override state = { failed: false };

  static getDerivedStateFromError() {
    return { failed: true };
  }

  override render() {
    if (this.state.failed) return <NotLoaded />;
    return <Suspense fallback={<p>Opening…</p>}>{this.props.children}</Suspense>;
  }
}

/** Stands in place of a part whose script did not come. */
export function NotLoaded() {
  return (
    <p className="warning">
      This part of the page could not be loaded. What you typed elsewhere is still there; print or save it, then load
      the page again.
    </p>
  );
}
