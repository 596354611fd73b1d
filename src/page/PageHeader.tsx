import { useWatch } from 'react-hook-form';
import { firstAnswer } from '../answers/field-names';
import { examplesOf } from '../answers/examples';
import { useWorksheetForm } from '../fields/form';
import { goToField } from '../fields/fields';
import { showAnswer } from './focus-on';
import { Menu } from './Menu';
import { drawerNames, drawerTitles, type DrawerName } from './use-drawers';
import type { ClaimRecord } from './use-claim-record';

type PageHeaderProps = {
  record: ClaimRecord;
  /** How many changes of the clinic’s are on no disk. */
  unsaved: number;

  onOpenDrawer: (name: DrawerName) => void;
};

/** The title, the ways past the header, what is done with a whole claim, and the menu of all that stands beside it. */
export function PageHeader({ record, unsaved, onOpenDrawer }: PageHeaderProps) {
  const { canUndo, undo, newClaim } = record;
  return (
    <header className="page-header">
      <SkipLinks />
      <h1 id="page-title" tabIndex={-1}>
        Baclofen billing worksheet
      </h1>
      {unsaved > 0 ? <UnsavedMark unsaved={unsaved} onOpen={() => onOpenDrawer('file')} /> : null}
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
        <button type="button" className="ds-c-button ds-c-button--small" onClick={newClaim}>
          New claim
        </button>
        <Menu name="Menu">
          <Examples onLoad={record.load} />
          <PageTools onOpenDrawer={onOpenDrawer} />
        </Menu>
      </div>
    </header>
  );
}

const UnsavedMark = ({ unsaved, onOpen }: { unsaved: number; onOpen: () => void }) => (
  <button type="button" className="link unsaved-mark" aria-haspopup="dialog" onClick={onOpen}>
    {unsaved === 1 ? '1 change not saved' : `${unsaved} changes not saved`}
  </button>
);

/** Shown once they have the focus. */
function SkipLinks() {
  const { getValues } = useWorksheetForm();
  const first = () => goToField(firstAnswer(getValues('entry')));
  return (
    <div className="skip-links">
      <button type="button" className="ds-c-button ds-c-button--small" onClick={first}>
        Skip to the first answer
      </button>
      <button type="button" className="ds-c-button ds-c-button--small" onClick={showAnswer}>
        Skip to the claim
      </button>
    </div>
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
function Examples({ onLoad }: { onLoad: ClaimRecord['load'] }) {
  const { control } = useWorksheetForm();
  const entry = useWatch({ control, name: 'entry' });
  return (
    <div role="group" aria-label="Examples" className="page-tools">
      {examplesOf(entry).map((example) => (
        <button key={example.name} type="button" className="link" onClick={() => onLoad(example)}>
          {example.name}
        </button>
      ))}
    </div>
  );
}
