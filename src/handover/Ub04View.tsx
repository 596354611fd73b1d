import { useState } from 'react';
import { flushSync } from 'react-dom';
import { useWatch } from 'react-hook-form';
import type { Resubmission } from '../engine/claim';
import type { Office } from '../engine/clinic-file';
import type { PreparedClaim } from '../engine/prepared-claim';
import { useWorksheetForm } from '../fields/form';
import { partiesOf, reasonsAgainstOther, type Sending } from '../formats/parties';
import { ub04, ub04Rows, type Ub04 } from '../formats/ub-04';
import type { GoTo } from '../results/Findings';
import type { Copying } from '../results/use-copy';
import { CopyableFields, LineFields } from './CopyableFields';
import { DrugAlone, Notes } from './Notes';
import { PartyForm, partyFieldId, type OnOfficeChange } from './PartyForm';
import { Reasons } from './Reasons';
import { WhoSaysSo } from './WhoSaysSo';

type Ub04ViewProps = {
  claim: PreparedClaim;
  whose: string;
  resubmission: Resubmission;
  copying: Copying;
  office: Office;
  onOfficeChange: OnOfficeChange;
  /** Whether it is asked whom the claim names. */
  asked: boolean;
  onAsk: () => void;
  onGoTo: GoTo;
};

/** The whole claim by the form locators of the UB-04. */
export function Ub04View(props: Ub04ViewProps) {
  const { claim, copying, onAsk, onGoTo } = props;
  const result = useUb04(props);
  if ('refused' in result)
    return <Reasons id="ub-04-reasons" what="The UB-04" refused={result.refused} onGoTo={onGoTo} />;
  const { above, pages, below, notes, against } = result.written;
  const ways = { copying, onGoTo, onGoToParty: (field: string) => goToParty(field, onAsk) };
  return (
    <>
      <Notes notes={notes} />
      <DrugAlone companions={claim.encounter.companions} />
      <Named {...props} lacks={against.length > 0} />
      {above.map((group) => (
        <Locators key={group.name} {...group} {...ways} />
      ))}
      {pages.map((page, place) => (
        <Page key={page.lines[0]?.lineNumber} page={page} place={place} of={pages.length} {...ways} />
      ))}
      {below.map((group) => (
        <Locators key={group.name} {...group} {...ways} />
      ))}
      <WhoSaysSo rows={ub04Rows} />
    </>
  );
}

/** The form as the record and the clinic tell it now. */
function useUb04({ claim, resubmission, office }: Ub04ViewProps) {
  const { control } = useWorksheetForm();
  const [sending, reference] = useWatch({ control, name: ['sending', 'patientReference'] });
  const result = ub04(claim, partiesOf(office, sending as Sending), resubmission);
  if ('refused' in result) return result;
  const ofAnother = reasonsAgainstOther(sending.typedFor, reference.trim());
  return { written: { ...result.written, against: [...ofAnother, ...result.written.against] } };
}

/** Asks for whom the claim names, where that is not asked yet, and goes to one of the answers. */
function goToParty(field: string, onAsk: () => void): void {
  flushSync(onAsk);
  const answer = document.getElementById(partyFieldId(field));
  const folded = answer?.closest('details');
  if (folded) folded.open = true;
  answer?.focus();
}

/** Whom the claim names: asked once somebody wants the whole form; `lacks` where anything is missing or wrong. */
function Named({ claim, whose, office, onOfficeChange, asked, onAsk, lacks }: Ub04ViewProps & { lacks: boolean }) {
  const [complete, setComplete] = useState(false);
  if (!asked)
    return (
      <button type="button" className="ds-c-button ds-c-button--small" onClick={() => goToParty('providerName', onAsk)}>
        Fill in whom the claim names
      </button>
    );
  return (
    <>
      <h3>Whom the claim names</h3>
      <PartyForm
        form="UB-04"
        action="Check what is missing"
        {...{ claim, whose, office, onOfficeChange }}
        onComplete={() => setComplete(true)}
      />
      <p role="status">{complete && !lacks ? 'All that the form asks for is told. Copy the locators below.' : ''}</p>
    </>
  );
}

type Ways = Pick<Ub04ViewProps, 'copying' | 'onGoTo'> & { onGoToParty: (field: string) => void };

const Locators = ({ name, fields, ...ways }: Ways & Ub04['above'][number]) => (
  <>
    <h3>{name}</h3>
    <CopyableFields of={name} fields={fields} {...ways} />
  </>
);

/** The lines of one page, and its last line with the total. */
function Page({ page, place, of, ...ways }: Ways & { page: Ub04['pages'][number]; place: number; of: number }) {
  const name = of > 1 ? `Lines of page ${place + 1} of ${of}` : 'Lines';
  return (
    <section aria-label={name}>
      <h3>{name}</h3>
      {page.lines.map((line) => (
        <LineFields key={line.lineNumber} heading="h4" {...line} {...ways} />
      ))}
      <h4>Last line of the page</h4>
      <CopyableFields of={`Last line of page ${place + 1}`} suffix={`page ${place + 1}`} fields={page.foot} {...ways} />
    </section>
  );
}
