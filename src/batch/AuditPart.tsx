import { useState } from 'react';
import { AuditChecks } from './AuditChecks';
import { AuditReport } from './AuditReport';
import type { Audited } from './audit-run';
import { isBilled, type Column } from './columns';

type AuditPartProps = {
  /** Columns that the file tells. */
  used: readonly Column[];
  /** Whether the claims of the file stand. */
  isRun: boolean;
  onAudit: () => Promise<Audited | { readonly refused: string }>;
};

/** The audit of a file that tells what was billed: what its columns allow, then what was found. */
export function AuditPart({ used, isRun, onAudit }: AuditPartProps) {
  const [found, setFound] = useState<Audited | null>(null);
  const [said, setSaid] = useState('');
  if (!used.some(isBilled)) return null;
  const start = async () => {
    setSaid('Comparing what was billed…');
    const audited = await onAudit().catch(() => ({ refused: 'The audit failed. Make the claims again.' }));
    if ('refused' in audited) return setSaid(audited.refused);
    setFound(audited);
    setSaid('What was found stands below.');
  };
  return (
    <section aria-labelledby="audit-part">
      <h3 id="audit-part">Audit of what was billed</h3>
      <AuditChecks used={used} />
      {isRun ? (
        <button
          type="button"
          className="ds-c-button ds-c-button--small ds-c-button--solid"
          onClick={() => void start()}
        >
          Audit what was billed
        </button>
      ) : (
        <p>Make the claims first. Then what was billed is held against them.</p>
      )}
      <p role="status">{said}</p>
      {found ? <AuditReport {...found} /> : null}
    </section>
  );
}
