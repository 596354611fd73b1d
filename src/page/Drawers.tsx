import { lazy, memo, useCallback, useEffect, useMemo, useRef, type Dispatch, type ReactNode, type SetStateAction } from 'react';
import type { PreparedClaim } from '../engine/prepared-claim';
import type { FactName } from '../engine/encounter';
import type { ClinicFile, Office, OpenedTables, PrintOffset } from '../engine/published-tables';
import { tablesOnFile } from '../rules';
import { LatePart } from './LatePart';
import { useAnswer, type DrawerName } from '../fields/form';
import './drawers.css';

// Run when a drawer is first opened; their bytes come with the page, named in index.html as module preloads. A keystroke
// in the worksheet draws none of them again.
const Profiles = lazy(async () => ({ default: memo((await import('../clinic/Profiles')).Profiles) }));
const Tables = lazy(async () => ({ default: memo((await import('../clinic/Tables')).Tables) }));
const Reference = lazy(async () => ({ default: memo((await import('../reference/Reference')).Reference) }));
const Handover = lazy(async () => ({ default: memo((await import('../handover/Handover')).Handover) }));
const DenialHelper = lazy(async () => ({ default: memo((await import('../reference/DenialHelper')).DenialHelper) }));

export const drawerTitles = {
  handover: 'Claim forms and files',
  profiles: 'Payer profiles',
  tables: 'Tables and dates',
  denials: 'A claim came back',
  reference: 'Reference',
} as const satisfies Record<DrawerName, string>;

type DrawersProps = {
  /** Drawers that were opened at least once: what was typed in one stays while it is closed. */
  visited: readonly DrawerName[];
  open: DrawerName | null;
  onClose: () => void;
  clinic: ClinicFile;
  onClinicChange: Dispatch<SetStateAction<ClinicFile>>;
  /** The clinic as it was last saved to its file, or opened from one. */
  kept: ClinicFile;
  onKept: (clinic: ClinicFile) => void;
  claim: PreparedClaim | null;
  onGoTo: (fact: FactName, row: number) => void;
};

/** What stands beside the worksheet and is opened over it: each a dialog of its own. */
export function Drawers({ visited, open, onClose, clinic, onClinicChange, kept, onKept, claim, onGoTo }: DrawersProps) {
  const remittanceCode = useAnswer('remittanceCode');
  const takeTables = useCallback((tables: OpenedTables) => onClinicChange((before) => ({ ...before, tables })), [onClinicChange]);
  const takeOffset = useCallback((printOffset: PrintOffset) => onClinicChange((before) => ({ ...before, printOffset })), [onClinicChange]);
  const takeOffice = useCallback((change: (before: Office) => Office) => onClinicChange((before) => ({ ...before, office: change(before.office) })), [onClinicChange]);
  const allTables = useMemo(
    () => [
      ...tablesOnFile.flatMap(({ title, spans }) => spans.map((span) => ({ title, ...span }))),
      ...clinic.tables.paymentLimits.map(({ from, through }) => ({ title: 'Medicare payment rates, opened here', from, through })),
      ...clinic.tables.crosswalks.map(({ from, through }) => ({ title: 'NDC crosswalk, opened here', from, through })),
    ],
    [clinic],
  );
  const contents = {
    handover: () => <Handover claim={open === 'handover' ? claim : undefined} offset={clinic.printOffset} onOffsetChange={takeOffset} office={clinic.office} onOfficeChange={takeOffice} onGoTo={onGoTo} />,
    profiles: () => <Profiles clinic={clinic} kept={kept} onKept={onKept} onChange={onClinicChange} />,
    tables: () => <Tables builtIn={tablesOnFile} tables={clinic.tables} onChange={takeTables} />,
    denials: () => <DenialHelper claim={open === 'denials' ? claim : null} typed={remittanceCode.value} onTyped={remittanceCode.change} onGoTo={onGoTo} />,
    reference: () => <Reference tables={allTables} />,
  } as const satisfies Record<DrawerName, () => ReactNode>;
  return visited.map((name) => (
    <Drawer key={name} name={name} open={open === name} onClose={onClose}>
      <LatePart>{contents[name]()}</LatePart>
    </Drawer>
  ));
}

function Drawer({ name, open, onClose, children }: { name: DrawerName; open: boolean; onClose: () => void; children: ReactNode }) {
  const dialog = useRef<HTMLDialogElement>(null);
  useEffect(() => {
    if (open) dialog.current?.showModal();
    else dialog.current?.close();
  }, [open]);
  const titleId = `drawer-${name}`;
  return (
    <dialog ref={dialog} className="drawer" aria-labelledby={titleId} onClose={onClose}>
      <header>
        <h2 id={titleId}>{drawerTitles[name]}</h2>
        <button type="button" className="ds-c-button ds-c-button--small" aria-label={`Close: ${drawerTitles[name]}`} onClick={onClose}>
          Close
        </button>
      </header>
      {children}
    </dialog>
  );
}
