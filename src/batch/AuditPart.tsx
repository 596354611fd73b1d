import { useState } from 'react';
import { AuditChecks } from './AuditChecks';
import { AuditReport } from './AuditReport';
import type { Audited } from './audit-run';
import { isBilled, type Column } from './columns';
import { RunButtons } from './RunButtons';
import { busy, type Works } from './use-work';

type AuditPartProps = {
  /** Columns that the file tells. */
  used: readonly Column[];
  /** Whether the claims of the file stand. */
  isRun: boolean;
  file: File | null;
  works: Works;
};

/** The audit of a file that tells what was billed: what its columns allow, then what was found. */
export function AuditPart({ used, isRun, file, works }: AuditPartProps) {
  const [found, setFound] = useState<Audited | null>(null);
  const [said, setSaid] = useState('');
  if (!used.some(isBilled)) return null;
  const start = async () => {
    setSaid('Comparing what was billed…');
    const audited = await works.work('audit', { name: file?.name ?? '' });
    if (audited === 'busy') return setSaid(busy);
    if (audited === 'stopped') return setSaid('Stopped. Nothing was compared.');
    if (audited === 'failed') return setSaid('The audit failed. Make the claims again.');
    if ('refused' in audited) return setSaid(audited.refused);
    setFound(audited);
    return setSaid('What was found stands below.');
  };
  return (
    <section aria-labelledby="audit-part">
      <h3 id="audit-part">Audit of what was billed</h3>
      <AuditChecks used={used} />
      {isRun ? (
        <RunButtons
          start="Audit what was billed"
          cancel="Cancel the audit"
          label="Comparing what was billed"
          running={works.runningOf('audit')}
          isBlocked={works.isBusy}
          onStart={() => void start()}
          onCancel={works.cancel}
        />
      ) : (
        <p>Make the claims first. Then what was billed is held against them.</p>
      )}
      <p role="status">{said}</p>
      {found ? <AuditReport {...found} /> : null}
    </section>
  );
}
