import { expect, it, vi } from 'vitest';
import { noRecords } from './clinic-records';
import { fileId, keptClaim } from './clinic-records.fixture';
import { FolderInMemory } from './folder.fixture';
import { noFile, type FileInUse, type OpenedFile } from './opened-file';
import { confirmed, type FileWorkProps } from './use-file-work';

const saved = { ...noRecords, claims: [keptClaim('PT-1')] };
const more = { ...noRecords, claims: [...saved.claims, keptClaim('PT-2')] };
const opened: OpenedFile = {
  ...noFile,
  id: fileId,
  bytes: new Uint8Array([1]),
  records: saved,
  isOfFolder: true,
};
const downloaded = { id: fileId, bytes: new Uint8Array([2]), records: more };

it.each([
  ['in a folder leaves what the folder holds', new FolderInMemory().asHandle, []],
  [
    'without a folder is the file in use',
    null,
    [[{ ...opened, bytes: downloaded.bytes, records: more, isOfFolder: false }]],
  ],
])('a download that is on the disk %s', (_what, folder, nowOpened) => {
  const file = {
    opened,
    downloaded,
    folder,
    onOpened: vi.fn<FileInUse['onOpened']>(),
    onDownloaded: vi.fn<FileInUse['onDownloaded']>(),
  };
  const onSaved = vi.fn<FileWorkProps['onSaved']>();
  const page = { records: more, saved, onRecordsChange() {}, onSaved, file: file as unknown as FileInUse };
  confirmed(page, 'It is there.');
  expect(onSaved.mock.calls).toEqual([[more]]);
  expect(file.onOpened.mock.calls).toEqual(nowOpened);
});
