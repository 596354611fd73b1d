import type { Resubmission } from '../engine/claim';
import { createPortal } from 'react-dom';
import { noOffset, type Office } from '../engine/clinic-file';
import type { PreparedClaim } from '../engine/prepared-claim';
import { facsimileUb04 } from '../formats/facsimile-ub04';
import { ub04, ub04Rows, type Ub04 } from '../formats/ub-04';
import type { PartyReason } from '../formats/parties';
import { useTypedParties } from '../parties/use-parties';
import { useLeftToAsk } from '../parties/use-proposed';
import type { GoTo } from '../results/Findings';
import type { Copying } from '../results/use-copy';
import { CopyableFields, LineFields } from './CopyableFields';
import { FormSheets, useFormPrint } from './FormSheets';
import { Notes } from './Notes';
import type { OnOfficeChange } from './PartyForm';
import { PrintSection } from './PrintSection';
import { Reasons } from './Reasons';
import { goToParty, WhomItNames } from './WhomItNames';
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
  const { copying, onAsk, onGoTo } = props;
  const result = useUb04(props);
  const toAsk = useLeftToAsk(props.claim, props.office, 'UB-04');
  if ('refused' in result)
    return <Reasons id="ub-04-reasons" what="The UB-04" refused={result.refused} onGoTo={onGoTo} />;
  const { above, pages, below, notes, against } = result.written;
  const ways = { copying, onGoTo, onGoToParty: (field: string) => goToParty(field, onAsk) };
  return (
    <>
      <Notes notes={notes} />
      <WhomItNames
        {...props}
        form="UB-04"
        lacks={against.length > 0}
        allTold="All that the form asks for is told. Copy the locators, or print them below."
      />
      {above.map((group) => (
        <Locators key={group.name} {...group} {...ways} />
      ))}
      {pages.map((page, place) => (
        <Page key={page.lines[0]?.lineNumber} page={page} place={place} of={pages.length} {...ways} />
      ))}
      {below.map((group) => (
        <Locators key={group.name} {...group} {...ways} />
      ))}
      <PrintedUb04 form={result.written} whose={props.whose} toAsk={toAsk} onGoToParty={ways.onGoToParty} />
      <WhoSaysSo rows={ub04Rows} />
    </>
  );
}

/** The form as the record and the clinic tell it now. */
function useUb04({ claim, resubmission, office }: Ub04ViewProps) {
  const { parties, ofAnother } = useTypedParties(office);
  const result = ub04(claim, parties, resubmission);
  if ('refused' in result) return result;
  return { written: { ...result.written, against: [...ofAnother, ...result.written.against] } };
}

type PrintedUb04Props = {
  form: Ub04;
  whose: string;
  toAsk: readonly PartyReason[];
  onGoToParty: (field: string) => void;
};

/** The copy for the file, one page for each page of the form. */
function PrintedUb04({ form, whose, toAsk, onGoToParty }: PrintedUb04Props) {
  const { printing, print } = useFormPrint();
  return (
    <PrintSection
      {...{ whose, toAsk, onGoToParty, print }}
      against={form.against}
      form={{ like: 'the form locators of the UB-04', page: 'Page', whose: 'head' }}
      pages={facsimileUb04(form)}
      says="The copy for the file has every locator in a box on plain paper; the total stands on its last page."
    >
      {printing ? createPortal(<FormSheets printing={printing} offset={noOffset} />, document.body) : null}
    </PrintSection>
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
