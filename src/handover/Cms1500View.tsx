import type { Resubmission } from '../engine/claim';
import type { Office, PrintOffset } from '../engine/clinic-file';
import type { PreparedClaim } from '../engine/prepared-claim';
import { cms1500, cms1500Rows, type Cms1500 } from '../formats/cms-1500';
import { useTypedParties } from '../parties/use-parties';
import { useLeftToAsk } from '../parties/use-proposed';
import type { GoTo } from '../results/Findings';
import type { Copying } from '../results/use-copy';
import { CopyableFields, LineFields } from './CopyableFields';
import { Item24Picture } from './Item24Picture';
import { Notes } from './Notes';
import type { OnOfficeChange } from './PartyForm';
import { PreprintedForm } from './PreprintedForm';
import { Reasons } from './Reasons';
import { goToParty, WhomItNames } from './WhomItNames';
import { WhoSaysSo } from './WhoSaysSo';

type Cms1500ViewProps = {
  claim: PreparedClaim;
  whose: string;
  resubmission: Resubmission;
  copying: Copying;
  offset: PrintOffset;
  onOffsetChange: (offset: PrintOffset) => void;
  office: Office;
  onOfficeChange: OnOfficeChange;
  /** Whether it is asked whom the claim names. */
  asked: boolean;
  onAsk: () => void;
  onGoTo: GoTo;
};

/** The whole claim by the item numbers of the CMS-1500 (02/12), and its print. */
export function Cms1500View(props: Cms1500ViewProps) {
  const { whose, copying, offset, onOffsetChange, onAsk, onGoTo } = props;
  const result = useCms1500(props);
  const toAsk = useLeftToAsk(props.claim, props.office, 'CMS-1500');
  if ('refused' in result)
    return <Reasons id="cms-1500-reasons" what="The CMS-1500" refused={result.refused} onGoTo={onGoTo} />;
  const form = result.written;
  const ways = { copying, onGoTo, onGoToParty: (field: string) => goToParty(field, onAsk) };
  return (
    <>
      <Notes notes={form.notes} />
      <WhomItNames
        {...props}
        form="CMS-1500"
        lacks={form.against.some((reason) => 'field' in reason)}
        allTold="All that the form asks for is told. Copy the items, or print it below."
      />
      {form.above.map(({ name, fields }) => (
        <ItemGroup key={name} name={name} fields={fields} {...ways} />
      ))}
      {form.sheets.map((sheet, place) => (
        <Item24
          key={sheet.lines[0]?.lineNumber}
          sheet={sheet}
          place={place}
          of={form.sheets.length}
          layout={form.layout}
          {...ways}
        />
      ))}
      <ItemGroup name="Provider, place and signature" fields={form.below} {...ways} />
      <PreprintedForm {...{ form, whose, offset, onOffsetChange, toAsk }} onGoToParty={ways.onGoToParty} />
      <WhoSaysSo rows={cms1500Rows} />
    </>
  );
}

/** The form as the record and the clinic tell it now. */
function useCms1500({ claim, resubmission, office }: Cms1500ViewProps) {
  const { parties, ofAnother } = useTypedParties(office);
  const result = cms1500(claim, parties, resubmission);
  if ('refused' in result) return result;
  return { written: { ...result.written, against: [...ofAnother, ...result.written.against] } };
}

type Ways = Pick<Cms1500ViewProps, 'copying' | 'onGoTo'> & { onGoToParty: (field: string) => void };

const ItemGroup = ({ name, fields, ...ways }: Ways & Cms1500['above'][number]) => (
  <>
    <h3>{name}</h3>
    <CopyableFields of={name} fields={fields} {...ways} />
  </>
);

type Item24Props = Ways & {
  sheet: Cms1500['sheets'][number];
  place: number;
  of: number;
  layout: Cms1500['layout'];
};

/** The lines and the total of one form. */
function Item24({ sheet: { lines, total, paid }, place, of, layout, ...ways }: Item24Props) {
  const form = of > 1 ? `Form ${place + 1} of ${of}` : '';
  return (
    <section aria-label={form || 'Item 24'}>
      <h3>{form ? `${form}: item 24` : 'Item 24'}</h3>
      <p className="section-note">
        The shaded half has the layout of {layout}. Charges have their point, as software takes them; printed onto the
        form, cents stand apart.
      </p>
      <Item24Picture lines={lines} of={form || 'Item 24'} />
      {lines.map((line) => (
        <LineFields key={line.lineNumber} heading="h4" {...line} {...ways} />
      ))}
      <CopyableFields
        of={`Total of form ${place + 1}`}
        suffix={form ? `form ${place + 1}` : ''}
        fields={[total, paid]}
        {...ways}
      />
    </section>
  );
}
