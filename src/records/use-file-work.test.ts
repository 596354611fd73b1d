import { expect, it, vi } from 'vitest';
import { noRecords } from './clinic-records';
import { fileId, keptClaim } from './clinic-records.fixture';
import { FolderInMemory } from './folder.fixture';
import { noFile, type FileInUse, type OpenedFile } from './opened-file';
import { writtenByAge } from './age.fixture';
import {
  confirmed,
  opened as openedInPage,
  openWaiting,
  type Asked,
  type FileWorkProps,
  type Waiting,
} from './use-file-work';

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
  const page = {
    records: more,
    saved,
    onRecordsChange() {},
    onSaved,
    file: file as unknown as FileInUse,
    isClaimKept: () => true,
    onOtherClinic() {},
  };
  confirmed(page, 'It is there.');
  expect(onSaved.mock.calls).toEqual([[more]]);
  expect(file.onOpened.mock.calls).toEqual(nowOpened);
});

const other = { id: 'a'.repeat(32), records: { ...noRecords, claims: [keptClaim('PT-9')] } };
const place = 'This is another clinic’s file than the one that is open. Put it in its place?';

it.each([
  ['nothing is lost', saved, true, place],
  ['a claim was kept and not saved', more, true, `${place} Lost would be: 1 change.`],
  ['the form is not kept', saved, false, `${place} Lost would be: the claim in the form, which is not kept.`],
  ['neither', more, false, `${place} Lost would be: 1 change and the claim in the form, which is not kept.`],
])(
  'another clinic’s file is asked about, and nothing of a patient stays beside it: %s',
  (_what, records, kept, says) => {
    const onOtherClinic = vi.fn<() => void>();
    const onRecordsChange = vi.fn<FileWorkProps['onRecordsChange']>();
    const setAsked = vi.fn<(asked: Asked) => void>();
    const file = { opened, onOpened() {}, onDownloaded() {} } as unknown as FileInUse;
    const page = { records, saved, onRecordsChange, onSaved() {}, file, isClaimKept: () => kept, onOtherClinic };
    openedInPage({ latest: { current: page }, setAsked, setSaid() {}, setWaiting() {} }, other, {
      ...noFile,
      id: other.id,
    });
    expect(setAsked.mock.lastCall?.[0].question).toBe(says);
    expect(onOtherClinic).not.toHaveBeenCalled();
    setAsked.mock.lastCall?.[0].onYes();
    expect(onOtherClinic).toHaveBeenCalledOnce();
    expect(onRecordsChange.mock.lastCall?.[0](records)).toEqual(other.records);
  },
);

it('an older copy of the same file leaves the form, and the control number where it is higher', () => {
  const numbered = (controlNumber: string) => ({
    ...saved,
    clinic: { ...saved.clinic, office: { ...saved.clinic.office, controlNumber } },
  });
  const onOtherClinic = vi.fn<() => void>();
  const onRecordsChange = vi.fn<FileWorkProps['onRecordsChange']>();
  const file = { opened, onOpened() {}, onDownloaded() {} } as unknown as FileInUse;
  const records = numbered('9');
  const page = {
    records,
    saved: records,
    onRecordsChange,
    onSaved() {},
    file,
    isClaimKept: () => false,
    onOtherClinic,
  };
  const said = openedInPage(
    { latest: { current: page }, setAsked() {}, setSaid() {}, setWaiting() {} },
    { id: fileId, records: numbered('7') },
    opened,
  );
  expect(said.words).toContain('The next control number stays 9.');
  expect(onRecordsChange.mock.lastCall?.[0](records)).toEqual(records);
  expect(onOtherClinic).not.toHaveBeenCalled();
});

it('a wrong passphrase is told once, at its field', async () => {
  const setWaiting = vi.fn<(waiting: Waiting | null) => void>();
  const page = { latest: { current: {} as FileWorkProps }, setAsked() {}, setSaid() {}, setWaiting };
  const waiting = { bytes: new Uint8Array(writtenByAge.bytes), isOfFolder: false };
  const said = await openWaiting(page, waiting, 'wrong');
  const problem = setWaiting.mock.lastCall?.[0]?.problem;
  expect(problem).toMatch(/passphrase does not open/);
  expect(said).toEqual({ words: ['What is on this page stays as it was.'], refused: false });
});
