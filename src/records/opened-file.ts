import type { ClinicRecords } from './clinic-records';

/** The clinic’s file that the page works with. */
export type OpenedFile = {
  /** That of the file, wherever it lies; null while it was neither opened nor saved. */
  readonly id: string | null;
  /** Null while none was given. */
  readonly passphrase: string | null;
  /** As it was last opened or saved, encrypted; null while it never was. */
  readonly bytes: Uint8Array | null;
  /** What `bytes` hold; null where there are none, and while the page is locked. */
  readonly records: ClinicRecords | null;
  /** Whether `bytes` were last read from or written to the folder in use: then its file comes from `records`. */
  readonly isOfFolder: boolean;
};
/** One that can be written. */
export type WritableFile = OpenedFile & { readonly passphrase: string };

export const noFile: OpenedFile = { id: null, passphrase: null, bytes: null, records: null, isOfFolder: false };

/** What went to the downloads: whether it is on the disk is not known until somebody says so. */
export type DownloadedFile = { readonly id: string; readonly bytes: Uint8Array; readonly records: ClinicRecords };

/** How long nothing is done before the page locks, in minutes. */
export const idleTimes = [2, 5, 10, 15, 30, 60] as const;
export type IdleMinutes = (typeof idleTimes)[number];

/** What the page remembers of the file while it is open; nothing of it is stored. */
export type FileInUse = {
  readonly opened: OpenedFile;
  readonly onOpened: (file: OpenedFile) => void;
  readonly downloaded: DownloadedFile | null;
  readonly onDownloaded: (file: DownloadedFile | null) => void;
  /** Where it is saved, chosen once a visit. */
  readonly folder: FileSystemDirectoryHandle | null;
  readonly onFolder: (folder: FileSystemDirectoryHandle) => void;
  readonly idleMinutes: IdleMinutes;
  readonly onIdleMinutes: (minutes: IdleMinutes) => void;
  /** Saving or opening begins: a lock waits for it. */
  readonly onWork: (work: Promise<unknown>) => void;
};
