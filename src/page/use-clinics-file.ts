import { useCallback, useMemo, useRef, useState } from 'react';
import { noFile, type DownloadedFile, type FileInUse, type IdleMinutes, type OpenedFile } from '../records/opened-file';

export type ClinicsFileOfPage = FileInUse & {
  /** Once nothing is under way. */
  readonly settled: () => Promise<unknown>;
  readonly forget: () => void;
};

const usualIdleMinutes: IdleMinutes = 10;

/** The clinic’s file that the page works with: which it is, its passphrase, and the folder that it lies in. */
export function useClinicsFile(): ClinicsFileOfPage {
  const [opened, onOpened] = useState<OpenedFile>(noFile);
  const [downloaded, onDownloaded] = useState<DownloadedFile | null>(null);
  const [folder, onFolder] = useState<FileSystemDirectoryHandle | null>(null);
  const [idleMinutes, onIdleMinutes] = useState<IdleMinutes>(usualIdleMinutes);
  const working = useRef<Promise<unknown>>(Promise.resolve());
  const onWork = useCallback((work: Promise<unknown>) => {
    working.current = work;
  }, []);
  const settled = useCallback(() => working.current, []);
  const forget = useCallback(() => {
    onOpened(noFile);
    onDownloaded(null);
    onFolder(null);
  }, []);
  return useMemo(
    () => ({
      opened,
      onOpened,
      downloaded,
      onDownloaded,
      folder,
      onFolder,
      idleMinutes,
      onIdleMinutes,
      onWork,
      settled,
      forget,
    }),
    [opened, downloaded, folder, idleMinutes, onWork, settled, forget],
  );
}
