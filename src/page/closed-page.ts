import type { ClinicFile } from '../engine/clinic-file';
import type { ClinicRecords } from '../records/clinic-records';
import type { DownloadedFile } from '../records/opened-file';
import type { ClaimRecord, HeldRecord } from './use-claim-record';
import type { ClinicOfPage } from './use-clinic';
import type { ClinicsFileOfPage } from './use-clinics-file';
import type { HeldDrawers } from './use-drawers';

/** Encrypting and the screen of a locked page, which run once the clinic’s file is used. */
export type FilePart = typeof import('../records/file-part');

/** All of the page that is a patient’s or the clinic’s. */
type Held = {
  readonly form: HeldRecord;
  readonly drawers: HeldDrawers;
  readonly records: ClinicRecords;
  readonly saved: ClinicRecords;
  readonly kept: ClinicFile;
  /** What the file in use held; `saved` where that is what is saved. */
  readonly opened: ClinicRecords | 'saved' | null;
  readonly downloaded: Omit<DownloadedFile, 'bytes'> | null;
};

/** What stands behind the lock; null while that is being encrypted, when the screen shows nothing already. */
export type Closed = {
  /** All of the page, encrypted. */
  readonly bytes: Uint8Array;
  readonly part: FilePart;
  readonly unsaved: boolean;
  /** Encrypted by itself. */
  readonly downloaded: Uint8Array | null;
};

export type PageToLock = {
  readonly record: ClaimRecord;
  readonly clinic: ClinicOfPage;
  readonly file: ClinicsFileOfPage;
  readonly drawers: {
    readonly forget: () => void;
    readonly hold: () => HeldDrawers;
    readonly bringBack: (held: HeldDrawers) => void;
  };
  readonly isUnsaved: () => boolean;
};

const saveFirst = 'Save the clinic’s file, and close the page if you leave it.';
const notLoaded = `The page did not lock: a part of it could not be loaded. ${saveFirst}`;
const notSealed = `The page did not lock: it could not be encrypted. ${saveFirst}`;

/** Encrypts all of the page and forgets it, or says why it could not and leaves it as it is. */
export async function closing(
  latest: { readonly current: PageToLock },
  load: () => Promise<FilePart>,
): Promise<Closed | { readonly problem: string }> {
  const part = await load().catch(() => null);
  if (!part) return { problem: notLoaded };
  try {
    await latest.current.file.settled();
    // What was under way has reached the page by then, and the screen is empty before the work begins.
    await new Promise((resolve) => setTimeout(resolve, 50));
    return await sealed(latest.current, part);
  } catch {
    return { problem: notSealed };
  }
}

async function sealed(page: PageToLock, part: FilePart): Promise<Closed> {
  const { record, clinic, file, drawers } = page;
  const { opened, downloaded } = file;
  const inDrawers = drawers.hold();
  const unsaved = page.isUnsaved() || inDrawers.drafts.length > 0;
  const held: Held = {
    form: record.hold(),
    drawers: inDrawers,
    records: clinic.records,
    saved: clinic.saved,
    kept: clinic.kept,
    opened: opened.records === clinic.saved ? 'saved' : opened.records,
    downloaded: downloaded && { id: downloaded.id, records: downloaded.records },
  };
  if (opened.passphrase === null) throw new Error('no passphrase');
  const bytes = await part.seal(held, opened.passphrase);
  record.forget();
  clinic.forget();
  drawers.forget();
  file.onOpened({ ...opened, passphrase: null, records: null });
  file.onDownloaded(null);
  return { bytes, part, unsaved, downloaded: downloaded?.bytes ?? null };
}

/** Brings back what is behind the lock, or says why not. */
export async function opening(
  { record, clinic, file, drawers }: PageToLock,
  { bytes, part, downloaded }: Closed,
  passphrase: string,
): Promise<string | undefined> {
  const unsealed = await part.unseal<Held>(bytes, passphrase);
  if ('refused' in unsealed) return unsealed.refused;
  const { held } = unsealed;
  clinic.onRecordsChange(() => part.withValuesOf(held.records, held.saved));
  clinic.onSaved(held.saved);
  clinic.onKept(held.kept);
  record.bringBack(held.form);
  drawers.bringBack(held.drawers);
  file.onOpened({ ...file.opened, passphrase, records: held.opened === 'saved' ? held.saved : held.opened });
  file.onDownloaded(held.downloaded && downloaded ? { ...held.downloaded, bytes: downloaded } : null);
  return undefined;
}
