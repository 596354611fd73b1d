import { useWatch } from 'react-hook-form';
import { examplesOf, type Example } from '../answers/examples';
import { SelectAnswer } from '../fields/fields';
import { useWorksheetForm } from '../fields/form';
import { drawerNames, drawerTitles, type DrawerName } from './use-drawers';
import type { ClaimRecord } from './use-claim-record';

type PageHeaderProps = { record: ClaimRecord; onPrint: () => void; onOpenDrawer: (name: DrawerName) => void };

/** The title, what is done with a whole claim, and the ways to the drawers. */
export function PageHeader({ record: { canUndo, undo, newClaim, load }, onPrint, onOpenDrawer }: PageHeaderProps) {
  return (
    <header className="page-header">
      <h1 id="page-title" tabIndex={-1}>
        Baclofen billing worksheet
      </h1>
      <div className="page-actions">
        {canUndo ? (
          <button
            type="button"
            className="ds-c-button ds-c-button--small"
            aria-label="Undo: bring the last claim back"
            onClick={undo}
          >
            Undo
          </button>
        ) : null}
        <ExampleButtons onLoad={load} />
        <button type="button" className="ds-c-button ds-c-button--small" onClick={newClaim}>
          New claim
        </button>
        <PaperChoice />
        <button type="button" className="ds-c-button ds-c-button--small ds-c-button--solid" onClick={onPrint}>
          Print
        </button>
      </div>
      <PageTools onOpenDrawer={onOpenDrawer} />
    </header>
  );
}

function PageTools({ onOpenDrawer }: Pick<PageHeaderProps, 'onOpenDrawer'>) {
  return (
    <nav className="page-tools" aria-label="Beside the worksheet">
      {drawerNames.map((name) => (
        <button key={name} type="button" className="link" aria-haspopup="dialog" onClick={() => onOpenDrawer(name)}>
          {drawerTitles[name]}
        </button>
      ))}
    </nav>
  );
}

/** The examples of the entry in use. */
function ExampleButtons({ onLoad }: { onLoad: (example: Example) => void }) {
  const { control } = useWorksheetForm();
  const entry = useWatch({ control, name: 'entry' });
  return examplesOf(entry).map((example) => (
    <button key={example.name} type="button" className="ds-c-button ds-c-button--small" onClick={() => onLoad(example)}>
      {example.name}
    </button>
  ));
}

/** What a refill prints: the claim, the note for the record, or both. */
function PaperChoice() {
  const { control } = useWorksheetForm();
  if (useWatch({ control, name: 'entry' }) !== 'refill') return null;
  return (
    <div className="paper-choice">
      <SelectAnswer name="refill.paper" />
    </div>
  );
}
