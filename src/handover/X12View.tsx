import { use, useState } from 'react';
import { useWatch } from 'react-hook-form';
import type { PreparedClaim } from '../engine/prepared-claim';
import { noAddress, type Office, type PayerAddress } from '../engine/clinic-file';
import { controlNumberAfter } from '../engine/control-number';
import { asCarried, type Parties } from '../formats/parties';
import { isSecondary } from '../formats/party-specs';
import { hospitalLoops, hospitalX12Rows, institutional837 } from '../formats/institutional-837';
import { claimLoops, professional837, writtenAt, x12Rows } from '../formats/professional-837';
import type { Resubmission } from '../engine/claim';
import { useWorksheetForm } from '../fields/form';
import { saveFile } from '../fields/save-file';
import { partiesKept, WhereKeptContext } from '../fields/where-kept';
import type { Copying } from '../results/use-copy';
import { Notes } from './Notes';
import { PartyForm, type OnOfficeChange } from './PartyForm';
import type { GoTo } from '../results/Findings';
import { Reasons } from './Reasons';
import { goToParty } from './WhomItNames';
import { WhoSaysSo } from './WhoSaysSo';

/** What each guide writes, and how its file is called. */
const guides = {
  '837P': {
    write: professional837,
    rows: x12Rows,
    fileName: 'baclofen-claim-837p.txt',
    department: '',
    confirm: [],
  },
  '837I': {
    write: institutional837,
    rows: hospitalX12Rows,
    fileName: 'baclofen-claim-837i.txt',
    department: 'The revenue code of a procedure stands here once its department is chosen below.',
    confirm: [
      'The codes of the visit, of conditions, accidents and values, and the department’s revenue code are the usual ' +
        'ones. No manual was read for them: confirm with the payer.',
    ],
  },
} as const;

/** The loops of the claim as the guide has them, with the department of the record. */
function useLoops({ form, claim, resubmission }: X12ViewProps) {
  const { control } = useWorksheetForm();
  const department = useWatch({ control, name: 'sending.procedureRevenue' });
  return form === '837P' ? claimLoops(claim, resubmission) : hospitalLoops(claim, resubmission, department);
}

type X12ViewProps = {
  form: keyof typeof guides;
  claim: PreparedClaim;
  resubmission: Resubmission;
  whose: string;
  /** Whether the reasons why nothing is written stand above already. */
  reasonsAbove: boolean;
  office: Office;
  onOfficeChange: OnOfficeChange;
  /** Whether the parties are asked for. */
  asked: boolean;
  onAsk: () => void;
  copying: Copying;
  onGoTo: GoTo;
};

/** The claim’s own loops of either guide, to compare or to paste, and the whole file for whoever types who sends it. */
export function X12View(props: X12ViewProps) {
  const { form, whose, reasonsAbove, asked, copying, onGoTo } = props;
  const loops = useLoops(props);
  const text = 'written' in loops ? loops.written : '';
  const reasons =
    'refused' in loops && !reasonsAbove ? (
      <Reasons id="x12-reasons" what={`The ${form}`} refused={loops.refused} onGoTo={onGoTo} />
    ) : null;
  // What is typed of the parties stays on the screen, also while the claim may not leave.
  if (text === '' && !asked) return reasons;
  return (
    <>
      {reasons}
      {text === '' ? null : (
        <>
          <Notes notes={guides[form].confirm} />
          <Loops form={form} text={text} whose={whose} copying={copying} />
        </>
      )}
      <WholeFile {...props} text={text} />
      <WhoSaysSo rows={guides[form].rows} />
    </>
  );
}

function Loops({ form, text, whose, copying }: Pick<X12ViewProps, 'form' | 'whose' | 'copying'> & { text: string }) {
  return (
    <>
      <h3 id="x12-loops-title">Loops 2300, 2400 and 2410</h3>
      <p className="section-note">
        To compare with what your system sends, or to paste. CLM is not among them: it holds your own number of the
        patient and whether the claim is a first one. {guides[form].department}
      </p>
      {/* oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex -- what scrolls must be reachable by key */}
      <pre className="block" tabIndex={0} role="region" aria-labelledby="x12-loops-title">
        {text}
      </pre>
      <p className="whose">{whose}</p>
      <button type="button" className="ds-c-button ds-c-button--small" onClick={() => copying.copy('the loops', text)}>
        {copying.isCopied('the loops', text) ? 'Copied' : 'Copy the loops'}
      </button>
    </>
  );
}

/** The file with its parties, once somebody asks for it; `text` are the loops that it will hold. */
function WholeFile({ text, ...props }: X12ViewProps & { text: string }) {
  const { form, claim, resubmission, whose, office, onOfficeChange, asked, onAsk } = props;
  const [said, setSaid] = useState({ words: '', of: '' });
  const complete = (parties: Parties) => {
    const { words, written } = saved(form, claim, parties, resubmission);
    setSaid({ words, of: text });
    if (written) onOfficeChange((before) => afterFile(before, claim, parties));
  };
  return (
    <>
      <h3>The whole file</h3>
      <p className="section-note">{partiesKept(use(WhereKeptContext))}</p>
      {asked ? (
        <>
          <PartyForm {...{ form, claim, whose, office, onOfficeChange }} onComplete={complete} />
          <p role="status">{said.of === text ? said.words : ''}</p>
        </>
      ) : (
        <button type="button" className="ds-c-button ds-c-button--small" onClick={() => goToParty('', onAsk)}>
          Make a whole {form} file
        </button>
      )}
    </>
  );
}

/** The next file gets the next number, and can go to the same payer. */
function afterFile(office: Office, claim: PreparedClaim, parties: Parties): Office {
  const told = asCarried(parties);
  const payers = [payerIn(claim, told), ...(isSecondary(parties) ? [payerBefore(told)] : [])];
  return {
    ...office,
    controlNumber: controlNumberAfter(parties.controlNumber),
    payers: payers.reduce(withPayer, office.payers),
  };
}

/** Saves the file as of now, and says so, or why there is none. */
function saved(
  form: keyof typeof guides,
  claim: PreparedClaim,
  parties: Parties,
  resubmission: Resubmission,
): { readonly words: string; readonly written: boolean } {
  const at = writtenAt(new Date());
  if (!at) return { words: 'The clock of this computer tells no date.', written: false };
  const { write, fileName } = guides[form];
  const result = write(claim, parties, at, resubmission);
  if ('refused' in result) return { words: result.refused.map(({ says }) => says).join(' '), written: false };
  saveFile(fileName, 'text/plain', result.written);
  return {
    words:
      `The file went to your downloads as ${fileName}, with the control number ${parties.controlNumber.trim()}. ` +
      'The next file has the next number; save the clinic’s file so that it stays so.' +
      (parties.usage === 'T' ? ' It is marked as a test: nothing is billed with it.' : ''),
    written: true,
  };
}

const payerIn = ({ encounter: { payer } }: PreparedClaim, parties: Parties): PayerAddress => ({
  payer,
  name: parties.payerName,
  id: parties.payerId,
  indicator: parties.filingIndicator,
  street: parties.payerStreet,
  city: parties.payerCity,
  state: parties.payerState,
  zip: parties.payerZip,
});

/** The payer before, under the type that its kind comes to. */
const payerBefore = ({ otherIndicator, otherPayerName: name, otherPayerId: id }: Parties): PayerAddress => ({
  payer: payerOfIndicator[otherIndicator] ?? 'commercial',
  name,
  id,
  indicator: otherIndicator,
  ...noAddress,
});
const payerOfIndicator: Readonly<Record<string, PayerAddress['payer']>> = {
  MB: 'medicare-part-b',
  MA: 'medicare-part-b',
  '16': 'medicare-advantage',
  MC: 'medicaid',
  WC: 'workers-compensation',
  CH: 'other-government',
  VA: 'other-government',
  OF: 'other-government',
};

/** The payers of the clinic’s list, each once, as they were told last. */
const withPayer = (payers: readonly PayerAddress[], added: PayerAddress): readonly PayerAddress[] => {
  const isSame = ({ payer, name, id }: PayerAddress) => payer === added.payer && name === added.name && id === added.id;
  return payers.some(isSame) ? payers.map((each) => (isSame(each) ? added : each)) : [...payers, added];
};
