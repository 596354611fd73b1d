import type { PreparedClaim } from '../engine/prepared-claim';
import type { PrintOffset } from '../engine/clinic-file';
import { cms1500, cms1500Rows, type Cms1500 } from '../formats/cms-1500';
import type { Resubmission } from '../engine/claim';
import type { Copying } from '../results/use-copy';
import { CopyableFields, LineFields } from './CopyableFields';
import { Item24Picture } from './Item24Picture';
import { DrugAlone, Notes } from './Notes';
import { PreprintedForm } from './PreprintedForm';
import type { GoTo } from '../results/Findings';
import { Reasons } from './Reasons';
import { WhoSaysSo } from './WhoSaysSo';

type Cms1500ViewProps = {
  claim: PreparedClaim;
  whose: string;
  resubmission: Resubmission;
  copying: Copying;
  offset: PrintOffset;
  onOffsetChange: (offset: PrintOffset) => void;
  onGoTo: GoTo;
};

/** The claim by the item numbers of the CMS-1500 (02/12), and its print onto the form. */
export function Cms1500View({ claim, whose, resubmission, copying, offset, onOffsetChange, onGoTo }: Cms1500ViewProps) {
  const result = cms1500(claim, resubmission);
  if ('refused' in result)
    return <Reasons id="cms-1500-reasons" what="The CMS-1500" refused={result.refused} onGoTo={onGoTo} />;
  const { fields, sheets, notes, layout } = result.written;
  return (
    <>
      <Notes notes={notes} />
      <DrugAlone companions={claim.encounter.companions} />
      <h3>Items 19 to 23</h3>
      <CopyableFields of="Items 19 to 23" fields={fields} copying={copying} onGoTo={onGoTo} />
      {sheets.map((sheet, place) => (
        <Item24
          key={sheet.lines[0]?.lineNumber}
          sheet={sheet}
          place={place}
          of={sheets.length}
          layout={layout}
          copying={copying}
          onGoTo={onGoTo}
        />
      ))}
      <PreprintedForm form={result.written} whose={whose} offset={offset} onOffsetChange={onOffsetChange} />
      <WhoSaysSo rows={cms1500Rows} />
    </>
  );
}

type Item24Props = Pick<Cms1500ViewProps, 'copying' | 'onGoTo'> & {
  sheet: Cms1500['sheets'][number];
  place: number;
  of: number;
  layout: Cms1500['layout'];
};

/** The lines and the total of one form. */
function Item24({ sheet: { lines, total }, place, of, layout, copying, onGoTo }: Item24Props) {
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
        <LineFields key={line.lineNumber} heading="h4" {...line} copying={copying} onGoTo={onGoTo} />
      ))}
      <CopyableFields
        of={`Total of form ${place + 1}`}
        suffix={form ? `form ${place + 1}` : ''}
        fields={[total]}
        copying={copying}
        onGoTo={onGoTo}
      />
    </section>
  );
}
