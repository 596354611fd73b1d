import { useLayoutEffect, useRef } from 'react';
import { ReferenceField } from './WhoseQuestion';
import type { AskedOfClaim, LeavingClaim } from './use-leaving-claim';

const words = {
  open: { keep: 'Keep and open', leave: 'Open without keeping' },
  begin: { keep: 'Keep and begin', leave: 'Begin without keeping' },
} as const satisfies Record<AskedOfClaim['way'], object>;

/** What becomes of the claim in the form, asked over all else; Escape stays, and the focus goes back. */
export function UnkeptQuestion({ asked, answer }: Pick<LeavingClaim, 'asked' | 'answer'>) {
  return asked ? <Question asked={asked} answer={answer} /> : null;
}

function Question({
  asked: { way, question, lacksReference, problem },
  answer,
}: { asked: AskedOfClaim } & Pick<LeavingClaim, 'answer'>) {
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
      aria-labelledby="unkept-question"
      onCancel={(event) => {
        event.preventDefault();
        answer('stay');
      }}
    >
      <h2 id="unkept-question">{question}</h2>
      <div role="status">{problem === '' ? null : <p className="warning">{problem}</p>}</div>
      {lacksReference ? <ReferenceField /> : null}
      <div className="finding-actions">
        <button type="button" className="ds-c-button ds-c-button--small" onClick={() => answer('keep')}>
          {words[way].keep}
        </button>
        <button type="button" className="ds-c-button ds-c-button--small" onClick={() => answer('leave')}>
          {words[way].leave}
        </button>
        <button type="button" className="ds-c-button ds-c-button--small" onClick={() => answer('stay')}>
          Stay
        </button>
      </div>
    </dialog>
  );
}
