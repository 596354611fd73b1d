import { useState } from 'react';
import { flushSync } from 'react-dom';
import type { UseFormReturn } from 'react-hook-form';
import type { PreparedClaim } from '../engine/claim';
import type { Parties } from '../formats/parties';
import { claimLoops, professional837, x12Rows } from '../formats/professional-837';
import type { Resubmission } from '../formats/written';
import { saveFile } from '../results/save-file';
import type { Copying } from '../results/use-copy';
import { localDay } from '../worksheet/read-answers';
import { PartyForm, partyFieldId } from './PartyForm';
import { Reasons, type GoTo } from './Reasons';
import { WhoSaysSo } from './WhoSaysSo';

type X12ViewProps = {
  claim: PreparedClaim;
  resubmission: Resubmission;
  partyForm: UseFormReturn<Parties>;
  /** Whether the parties are asked for. */
  asked: boolean;
  onAsk: () => void;
  copying: Copying;
  onGoTo: GoTo;
};

const fileName = 'baclofen-claim-837p.txt';

/** The claim’s own loops of an 837P, to compare or to paste, and the whole file for whoever types who sends it. */
export function X12View({ claim, resubmission, partyForm, asked, onAsk, copying, onGoTo }: X12ViewProps) {
  const [said, setSaid] = useState({ words: '', of: '' });
  const loops = claimLoops(claim, resubmission);
  if ('refused' in loops) return <Reasons id="x12-reasons" what="The 837P" refused={loops.refused} onGoTo={onGoTo} />;
  const complete = (parties: Parties) => {
    setSaid({ words: saved(claim, parties, resubmission), of: loops.written });
    partyForm.setValue('controlNumber', '');
  };
  const ask = () => {
    flushSync(onAsk);
    document.getElementById(partyFieldId('senderQualifier'))?.focus();
  };
  return (
    <>
      <h3 id="x12-loops-title">Loops 2300, 2400 and 2410</h3>
      <p className="section-note">To compare with what your system sends, or to paste. CLM is not among them: it holds your own number of the patient and whether the claim is a first one.</p>
      {/* oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex -- what scrolls sideways must be reachable by key */}
      <pre className="block" tabIndex={0} role="region" aria-labelledby="x12-loops-title">
        {loops.written}
      </pre>
      <button type="button" className="ds-c-button ds-c-button--small" onClick={() => copying.copy('the loops', loops.written)}>
        {copying.isCopied('the loops', loops.written) ? 'Copied' : 'Copy the loops'}
      </button>
      <h3>The whole file</h3>
      <p className="section-note">
        Who sends the claim, to whom and for whom is asked for this file alone and kept nowhere: an example, or clearing or leaving the worksheet, forgets it. For a patient who is
        the subscriber, a payer who pays first, and a billing provider that is an organization.
      </p>
      {asked ? (
        <>
          <PartyForm form={partyForm} payer={claim.encounter.payer} onComplete={complete} />
          <p role="status">{said.of === loops.written ? said.words : ''}</p>
        </>
      ) : (
        <button type="button" className="ds-c-button ds-c-button--small" onClick={ask}>
          Make a whole 837P file
        </button>
      )}
      <WhoSaysSo rows={x12Rows} />
    </>
  );
}

/** Saves the file as of now, and says so, or why there is none. */
function saved(claim: PreparedClaim, parties: Parties, resubmission: Resubmission): string {
  const now = new Date();
  const date = localDay(now);
  if (!date) return 'The clock of this computer tells no date.';
  const time = `${String(now.getHours()).padStart(2, '0')}${String(now.getMinutes()).padStart(2, '0')}`;
  const result = professional837(claim, parties, { date, time }, resubmission);
  if ('refused' in result) return result.refused.map(({ says }) => says).join(' ');
  saveFile(fileName, 'text/plain', result.written);
  return `The file went to your downloads as ${fileName}, with the control number ${parties.controlNumber.trim()}. Another file needs another number.`;
}
