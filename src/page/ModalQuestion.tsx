import { useLayoutEffect, useRef, type ReactNode } from 'react';

type ModalQuestionProps = { titleId: string; onStay: () => void; children: ReactNode };

/** What is asked over all else; Escape stays, and the focus goes back to what opened it. */
export function ModalQuestion({ titleId, onStay, children }: ModalQuestionProps) {
  const dialog = useRef<HTMLDialogElement>(null);
  useLayoutEffect(() => {
    const here = dialog.current;
    here?.showModal();
    return () => here?.close();
  }, []);
  return (
    <dialog
      ref={dialog}
      className="unkept-question"
      aria-labelledby={titleId}
      onCancel={(event) => {
        event.preventDefault();
        onStay();
      }}
    >
      {children}
    </dialog>
  );
}
