import { useEffect, useRef } from 'react';

type InPageQuestionProps = { question: string; yes: string; no: string; onYes: () => void; onNo: () => void };

/** Asks before something is lost, where the eye is; takes the focus, so that it is heard and answered next. */
export function InPageQuestion({ question, yes, no, onYes, onNo }: InPageQuestionProps) {
  const asked = useRef<HTMLDivElement>(null);
  useEffect(() => asked.current?.focus(), []);
  return (
    <div className="warning" ref={asked} tabIndex={-1} role="group" aria-label={question}>
      <p>{question}</p>
      <div className="finding-actions">
        <button type="button" className="ds-c-button ds-c-button--small" onClick={onYes}>
          {yes}
        </button>
        <button type="button" className="ds-c-button ds-c-button--small" onClick={onNo}>
          {no}
        </button>
      </div>
    </div>
  );
}
