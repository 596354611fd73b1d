import type { KeptMapping, Office, PrintOffset } from '../engine/clinic-file';
import { flushSync } from 'react-dom';
import { lazy, memo, use, useCallback, useEffect, useMemo, useRef, type ReactNode } from 'react';
import type { PreparedClaim } from '../engine/prepared-claim';
import type { OpenedTables } from '../engine/published-tables';
import { TodayContext, useAnswer } from '../fields/form';
import type { ChangeVials } from '../records/use-receiving';
import type { FindingActions } from '../results/Findings';
import { KnownPartiesContext, type KnownParties } from '../parties/known-parties';
import type { KeptClaim } from '../records/clinic-records';
import type { DayActions } from '../records/Day';
import type { DayRow } from '../records/day-rows';
import { addressesIn, knownPatient } from '../records/known-patient';
import { tablesOnFile } from '../rules';
import { Letters } from '../records/Letters';
import type { FileInUse } from '../records/opened-file';
import { keptReader } from './kept-claims';
import { LatePart } from './LatePart';
import type { ClinicOfPage } from './use-clinic';
import { drawerTitles, type DrawerName, type DrawersOfPage } from './use-drawers';
import './drawers.css';

// Run when a drawer is first opened; their bytes come with the page, named in index.html as module preloads. A
// keystroke in the worksheet draws none of them again.
const Day = lazy(async () => ({ default: memo((await import('../records/Day')).Day) }));
const Remittances = lazy(async () => ({ default: memo((await import('../records/Remittances')).Remittances) }));
const Profiles = lazy(async () => ({ default: memo((await import('../clinic/Profiles')).Profiles) }));
const ClinicParties = lazy(async () => ({
  default: memo((await import('../parties/ClinicParties')).ClinicParties),
}));
const Tables = lazy(async () => ({ default: memo((await import('../clinic/Tables')).Tables) }));
const Reference = lazy(async () => ({ default: memo((await import('../reference/Reference')).Reference) }));
const Handover = lazy(async () => ({ default: memo((await import('../handover/Handover')).Handover) }));
const Quote = lazy(async () => ({ default: memo((await import('../quote/Quote')).Quote) }));
const Batch = lazy(async () => ({ default: memo((await import('../batch/Batch')).Batch) }));
const Therapy = lazy(async () => ({ default: memo((await import('../therapy/Therapy')).Therapy) }));
const Vials = lazy(async () => ({ default: memo((await import('../records/Vials')).Vials) }));
const ClinicsFile = lazy(async () => ({ default: memo((await import('../records/ClinicsFile')).ClinicsFile) }));
const DenialHelper = lazy(async () => ({ default: memo((await import('../reference/DenialHelper')).DenialHelper) }));

/** The clinic’s file, and what its drawer needs of the page besides. */
export type ClinicsFileInDrawer = {
  readonly file: FileInUse;
  readonly isClaimKept: () => boolean;
  readonly onOtherClinic: () => void;
  readonly onLock: () => void;
  /** Why the page did not lock when it was last to. */
  readonly lockProblem: string | undefined;
};

type DrawersProps = {
  drawers: DrawersOfPage;
  clinic: ClinicOfPage;
  clinicsFile: ClinicsFileInDrawer;
  claim: PreparedClaim | null;
  onGoTo: FindingActions['onGoTo'];
  makeRow: (record: KeptClaim) => DayRow;
  actions: DayActions;
};

/** What stands beside the worksheet and is opened over it: each a dialog of its own. */
export function Drawers({ drawers, clinic, clinicsFile, claim, onGoTo, ...day }: DrawersProps) {
  const { open, visited, onClose } = drawers;
  const { file, kept, onKept, onChange } = clinic;
  const take = useTaking(onChange);
  const ofRecords = useRecordParts(drawers, clinic, { clinicsFile, ...day });
  const known = useKnownParties(clinic);
  const allTables = useMemo(() => tablesWith(file.tables), [file]);
  const claimIn = (name: DrawerName) => (open === name ? claim : null);
  const contents = {
    handover: () => (
      <KnownPartiesContext value={known}>
        <Handover
          claim={open === 'handover' ? claim : undefined}
          offset={file.printOffset}
          onOffsetChange={take.offset}
          office={file.office}
          onOfficeChange={take.office}
          onGoTo={onGoTo}
        />
      </KnownPartiesContext>
    ),
    price: () => <Quote claim={open === 'price' ? claim : undefined} tables={file.tables} />,
    batch: () => <Batch clinic={file} onMappings={take.mappings} onOfficeChange={take.office} />,
    ...ofRecords,
    clinic: () => <ClinicParties office={file.office} onOfficeChange={take.office} />,
    profiles: () => <Profiles clinic={file} kept={kept} onKept={onKept} onChange={onChange} />,
    tables: () => <Tables claim={claimIn('tables')} tables={file.tables} onChange={take.tables} />,
    denials: () => <Denials claim={claimIn('denials')} onGoTo={onGoTo} />,
    reference: () => <Reference tables={allTables} />,
  } as const satisfies Record<DrawerName, () => ReactNode>;
  return visited.map((name) => (
    <Drawer key={name} name={name} open={open === name} onClose={onClose}>
      <LatePart>{contents[name]()}</LatePart>
    </Drawer>
  ));
}

/** What the kept claims tell of whom the claim in the form names. */
function useKnownParties({ records: { claims } }: ClinicOfPage): KnownParties {
  return useMemo(
    () => ({ patientOf: (typed) => knownPatient(typed, claims), addresses: addressesIn(claims) }),
    [claims],
  );
}

/** What looks at the kept claims. */
function useRecordParts(
  { open, onClose, onOpen }: DrawersOfPage,
  clinic: ClinicOfPage,
  { clinicsFile, makeRow, actions }: Pick<DrawersProps, 'clinicsFile' | 'makeRow' | 'actions'>,
) {
  const { file, records, onChange, onRecordsChange } = clinic;
  const { office } = useTaking(onChange);
  const read = keptReader(file, use(TodayContext));
  const changeVials = useCallback<ChangeVials>(
    (change) => onRecordsChange((before) => ({ ...before, vials: change(before.vials) })),
    [onRecordsChange],
  );
  const showClaims = useCallback(() => {
    // One drawer gives the focus back before the other takes it.
    flushSync(onClose);
    onOpen('day');
  }, [onClose, onOpen]);
  const recordsIn = (name: DrawerName) => (open === name ? records : null);
  return {
    day: () => (
      <Day
        claims={records.claims}
        office={file.office}
        onOfficeChange={office}
        {...{ makeRow, actions }}
        open={open === 'day'}
      />
    ),
    remittances: () => (
      <Letters office={file.office} onChange={actions.onChange}>
        <Remittances claims={records.claims} makeRow={makeRow} {...actions} />
      </Letters>
    ),
    file: () => (
      <FileOfClinic clinic={clinic} clinicsFile={clinicsFile} onShowClaims={showClaims} open={open === 'file'} />
    ),
    therapy: () => <Therapy records={recordsIn('therapy')} read={read} />,
    vials: () => <Vials records={recordsIn('vials')} read={read} onChange={changeVials} />,
  };
}

/** The remittance code is an answer of the claim. */
function Denials(props: { claim: PreparedClaim | null; onGoTo: FindingActions['onGoTo'] }) {
  const { value, change } = useAnswer('remittanceCode');
  return <DenialHelper typed={value} onTyped={change} {...props} />;
}

type FileOfClinicProps = {
  clinic: ClinicOfPage;
  clinicsFile: ClinicsFileInDrawer;
  onShowClaims: () => void;
  open: boolean;
};

const FileOfClinic = ({
  clinic: { records, onRecordsChange, saved, onSaved },
  clinicsFile,
  onShowClaims,
  open,
}: FileOfClinicProps) => (
  <ClinicsFile
    records={records}
    onRecordsChange={onRecordsChange}
    saved={saved}
    onSaved={onSaved}
    open={open}
    onShowClaims={onShowClaims}
    {...clinicsFile}
  />
);

/** Takes over one part of the clinic’s, and leaves the others as they are. */
function useTaking(onChange: ClinicOfPage['onChange']) {
  const tables = useCallback((tables: OpenedTables) => onChange((before) => ({ ...before, tables })), [onChange]);
  const offset = useCallback(
    (printOffset: PrintOffset) => onChange((before) => ({ ...before, printOffset })),
    [onChange],
  );
  const office = useCallback(
    (change: (before: Office) => Office) => onChange((before) => ({ ...before, office: change(before.office) })),
    [onChange],
  );
  const mappings = useCallback(
    (change: (before: readonly KeptMapping[]) => readonly KeptMapping[]) =>
      onChange((before) => ({ ...before, mappings: change(before.mappings) })),
    [onChange],
  );
  return { tables, offset, office, mappings };
}

/** The tables that came with the page, then those that were opened on it. */
const tablesWith = ({ paymentLimits, crosswalks }: OpenedTables) => [
  ...tablesOnFile.flatMap(({ title, spans }) => spans.map((span) => ({ title, ...span }))),
  ...paymentLimits.map(({ from, through }) => ({ title: 'Medicare payment rates, opened here', from, through })),
  ...crosswalks.map(({ from, through }) => ({ title: 'NDC crosswalk, opened here', from, through })),
];

function Drawer({
  name,
  open,
  onClose,
  children,
}: {
  name: DrawerName;
  open: boolean;
  onClose: () => void;
  children: ReactNode;
}) {
  const dialog = useRef<HTMLDialogElement>(null);
  const title = useRef<HTMLHeadingElement>(null);
  useEffect(() => {
    if (open) {
      dialog.current?.showModal();
      title.current?.focus();
    } else dialog.current?.close();
  }, [open]);
  const titleId = `drawer-${name}`;
  return (
    // That it was closed is told later: by then another drawer may be open.
    <dialog ref={dialog} className="drawer" aria-labelledby={titleId} onClose={open ? onClose : undefined}>
      <header>
        <h2 id={titleId} ref={title} tabIndex={-1}>
          {drawerTitles[name]}
        </h2>
        <button
          type="button"
          className="ds-c-button ds-c-button--small"
          aria-label={`Close: ${drawerTitles[name]}`}
          onClick={onClose}
        >
          Close
        </button>
      </header>
      {children}
    </dialog>
  );
}
