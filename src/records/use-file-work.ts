import { useEffect, useRef, useState } from 'react';
import { saveFile } from '../fields/save-file';
import { counted } from '../engine/typed';
import { changesSince, type ClinicRecords } from './clinic-records';
import { encrypt, encryptedFileName, isEncrypted, isTooLarge, unfit } from './encrypted-file';
import {
  backupFileName,
  encrypted,
  isSameBytes,
  openEncrypted,
  readKept,
  saveInFolder,
  type Tools,
} from './kept-folder';
import { joinRecords, lackingIn, mergeRecords, withNumberOf, withValuesOf } from './merge-records';
import { newId } from '../fields/new-id';
import { noFile, type FileInUse, type OpenedFile } from './opened-file';
import { tooLargeWords, plainFileName, readRecordsFile, writeRecordsFile, type RecordsFile } from './records-file';

export type FileWorkProps = {
  readonly records: ClinicRecords;
  readonly onRecordsChange: (change: (before: ClinicRecords) => ClinicRecords) => void;
  /** As it last stood on the disk. */
  readonly saved: ClinicRecords;
  readonly onSaved: (records: ClinicRecords) => void;
  readonly file: FileInUse;
  /** Whether the claim in the form is kept, or there is none. */
  readonly isClaimKept: () => boolean;
  /** Another clinic’s file takes the place of the one that is open: nothing of a patient stays beside it. */
  readonly onOtherClinic: () => void;
};

export type Said = { readonly words: readonly string[]; readonly refused: boolean };
/** A file that was chosen and waits for its passphrase. */
export type Waiting = { readonly bytes: Uint8Array; readonly isOfFolder: boolean; readonly problem?: string };
/** Something that is asked before it is done. */
export type Asked = {
  readonly question: string;
  readonly yes: string;
  readonly no: string;
  readonly onYes: () => void;
};

const nothing: Said = { words: [], refused: false };
const say = (...words: string[]): Said => ({ words, refused: false });
const problem = (...words: string[]): Said => ({ words, refused: true });
const stays = 'What is on this page stays as it was.';

const tools: Tools = { encrypt, newId };

/** Opening and saving the clinic’s file: what is under way, what is said of it, and what is asked. */
export function useFileWork(props: FileWorkProps) {
  const latest = useRef(props);
  useEffect(() => {
    latest.current = props;
  });
  const [waiting, setWaiting] = useState<Waiting | null>(null);
  const [asked, setAsked] = useState<Asked | null>(null);
  const { said, setSaid, busy, run } = useOneAtATime(latest, () => setAsked(null));
  const page = { latest, setAsked, setSaid, setWaiting };
  return {
    said,
    waiting,
    asked,
    busy,
    answer: (yes: boolean) => {
      setAsked(null);
      if (yes) asked?.onYes();
      else setSaid(say(stays));
    },
    ask: setAsked,
    forgetWaiting: () => setWaiting(null),
    choose: (chosen: File) => run('Reading the file…', () => readChosen(page, chosen)),
    chooseFolder: () => run('Waiting for the folder…', () => readFolder(page)),
    open: (passphrase: string) => run('Opening…', () => openWaiting(page, waiting, passphrase)),
    save: (passphrase: string) => run('Saving…', () => saveNow(latest, passphrase)),
    download: (passphrase: string) => run('Encrypting…', () => downloadNow(latest, passphrase)),
    changePassphrase: (next: string) => run('Encrypting…', () => savedWith(latest, next)),
    confirm: () => setSaid(confirmed(latest.current, 'You said that it is there. It counts as saved.')),
    exportPlain: () => setSaid(exported(latest.current)),
  };
}

/** One thing at a time, begun once it was painted that it is; a lock waits for it. */
function useOneAtATime(latest: Latest, onBegin: () => void) {
  const [said, setSaid] = useState<Said>(nothing);
  const [busy, setBusy] = useState('');
  const run = (words: string, work: () => Promise<Said>) => {
    if (busy !== '') return;
    setBusy(words);
    setSaid(nothing);
    onBegin();
    const done = new Promise((resolve) => setTimeout(resolve, 50))
      .then(work)
      .catch(() => problem(`This did not work, and nothing was changed. ${stays}`))
      .then((next) => {
        setSaid(next);
        setBusy('');
      });
    latest.current.file.onWork(done);
  };
  return { said, setSaid, busy, run };
}

type Page = {
  readonly latest: { readonly current: FileWorkProps };
  readonly setAsked: (asked: Asked) => void;
  readonly setSaid: (said: Said) => void;
  readonly setWaiting: (waiting: Waiting | null) => void;
};

const notOpened = (because: string): Said => problem(`The file was not opened. ${because}`, stays);

async function readChosen(page: Page, chosen: File): Promise<Said> {
  page.setWaiting(null);
  if (isTooLarge(chosen.size)) return notOpened(tooLargeWords);
  const bytes = await chosen.arrayBuffer().then(
    (buffer) => new Uint8Array(buffer),
    () => null,
  );
  if (!bytes) return notOpened('It could not be read from the disk.');
  const { downloaded } = page.latest.current.file;
  if (downloaded && isSameBytes(bytes, downloaded.bytes))
    return confirmed(page.latest.current, 'The file on the disk is just what was downloaded. It is saved.');
  return take(page, bytes, false);
}

/** Lets the user choose the clinic’s folder, once a visit. */
async function readFolder(page: Page): Promise<Said> {
  page.setWaiting(null);
  const { showDirectoryPicker } = window as unknown as WithPicker;
  const folder = await showDirectoryPicker?.({ mode: 'readwrite' }).catch(() => undefined);
  if (!folder) return say('No folder was chosen.');
  const there = await readKept(folder).catch(() => ({ refused: 'The folder could not be read.' }));
  if (there && 'refused' in there) return notOpened(there.refused);
  const { file } = page.latest.current;
  const isOpen = there !== null && isSameBytes(there, file.opened.bytes);
  file.onFolder(folder);
  file.onOpened({ ...file.opened, isOfFolder: isOpen });
  if (!there) return say(`There is no clinic’s file in “${folder.name}” yet. Saving makes one.`);
  return isOpen ? say(`The file in “${folder.name}” is the one that is open.`) : take(page, there, true);
}

type WithPicker = {
  readonly showDirectoryPicker?: (how: { mode: 'readwrite' }) => Promise<FileSystemDirectoryHandle>;
};
export const canChooseFolder = (): boolean =>
  typeof (window as unknown as WithPicker).showDirectoryPicker === 'function';

/** Opens bytes that were chosen, or waits for their passphrase. */
async function take(page: Page, bytes: Uint8Array, isOfFolder: boolean): Promise<Said> {
  if (!isEncrypted(bytes)) {
    const file = readRecordsFile(bytes);
    return 'refused' in file ? notOpened(file.refused) : opened(page, file, { ...noFile, id: file.id });
  }
  const because = unfit(bytes);
  if (because !== undefined) return notOpened(because);
  page.setWaiting({ bytes, isOfFolder });
  return say('This file is encrypted. Type its passphrase to open it.');
}

/** Opens the file that waits. A wrong passphrase is told at its field, and there alone. */
export async function openWaiting(page: Page, waiting: Waiting | null, passphrase: string): Promise<Said> {
  if (!waiting) return nothing;
  const file = await openEncrypted(waiting.bytes, passphrase);
  if (!('refused' in file)) {
    page.setWaiting(null);
    const { bytes, isOfFolder } = waiting;
    return opened(page, file, { id: file.id, passphrase, bytes, records: file.records, isOfFolder });
  }
  const isWrong = 'wrong' in file && file.wrong;
  page.setWaiting(isWrong ? { ...waiting, problem: file.refused } : null);
  return isWrong ? say(stays) : notOpened(file.refused);
}

const holds = ({ claims, vials }: ClinicRecords): string =>
  `${counted(claims.length, 'claim')} and ${counted(vials.length, 'receipt of vials', 'receipts of vials')}`;

/** Puts a file that was read in the place of what is here, at once where nothing would be lost. */
export function opened(page: Page, file: RecordsFile, as: OpenedFile): Said {
  const { records, saved, file: inUse, isClaimKept } = page.latest.current;
  const unsaved = changesSince(saved, records);
  const isOther = inUse.opened.id !== null && inUse.opened.id !== file.id;
  if (isOther) {
    const lost = [
      ...(unsaved === 0 ? [] : [counted(unsaved, 'change')]),
      ...(isClaimKept() ? [] : ['the claim in the form, which is not kept']),
    ].join(' and ');
    page.setAsked({
      question:
        'This is another clinic’s file than the one that is open. Put it in its place?' +
        (lost === '' ? '' : ` Lost would be: ${lost}.`),
      yes: 'Put it in its place',
      no: 'Keep what is here',
      onYes: () => page.setSaid(replace(page, file, as)),
    });
    return nothing;
  }
  if (unsaved === 0) return replace(page, file, as);
  page.setAsked({
    question:
      `${counted(unsaved, 'change')} here ${unsaved === 1 ? 'is' : 'are'} not saved. ` +
      'Put them together with the file?',
    yes: 'Put them together',
    no: 'Do not open it',
    onYes: () => page.setSaid(join(page, file, as)),
  });
  return nothing;
}

function replace({ latest }: Page, { records }: RecordsFile, as: OpenedFile): Said {
  const { records: mine, onRecordsChange, onSaved, file, onOtherClinic } = latest.current;
  const { opened: before } = file;
  const shared = withValuesOf(records, mine);
  const isOther = before.id !== null && before.id !== as.id;
  const numbered = isOther ? shared : withNumberOf(shared, mine);
  if (isOther) onOtherClinic();
  onRecordsChange(() => numbered);
  onSaved(shared);
  file.onOpened({ ...as, records: as.records && shared });
  file.onDownloaded(null);
  return say(
    `Opened: ${holds(records)}.`,
    ...(numbered === shared ? [] : [`The next control number stays ${numbered.clinic.office.controlNumber}.`]),
    ...(isOther ? [] : lackingIn(records, mine)),
  );
}

function join({ latest }: Page, { records }: RecordsFile, as: OpenedFile): Said {
  const { records: mine, saved, onRecordsChange, onSaved, file } = latest.current;
  const merged = joinRecords(saved, mine, records, newId);
  onRecordsChange(() => merged.records);
  onSaved(records);
  file.onOpened(as);
  file.onDownloaded(null);
  return say(`Opened: ${holds(records)}. What was here is put together with it, and not saved yet.`, ...merged.told);
}

type Latest = Page['latest'];

/** The file written anew with another passphrase: into the folder where there is one, else as a download. */
async function savedWith(latest: Latest, next: string): Promise<Said> {
  const { folder } = latest.current.file;
  const done = folder ? await saveNow(latest, next) : await downloadNow(latest, next);
  return done.refused ? done : say(...done.words, changed, folder ? olderInFolder : olderElsewhere);
}

const changed = 'The passphrase is changed: the new one opens this file and unlocks this page.';
const olderInFolder = `The version before, ${backupFileName}, and other copies still open with the old one.`;
const olderElsewhere = 'Copies from before still open with the old one: put this one in their place.';

/** Saves into the folder that was chosen; what is there opens with the passphrase that it had. */
async function saveNow(latest: Latest, passphrase: string): Promise<Said> {
  const { records: mine, file } = latest.current;
  const { folder, opened: before } = file;
  if (!folder) return problem('Choose the folder first.');
  const written = await inTurn(() =>
    saveInFolder(folder, { ...before, passphrase: before.passphrase ?? passphrase }, mine, tools, passphrase),
  );
  if ('refused' in written) return problem(written.refused);
  const { onRecordsChange, onSaved } = latest.current;
  // What was done while it was written is done to what was written.
  onRecordsChange((now) => (now === mine ? written.records : mergeRecords(mine, now, written.records, newId).records));
  onSaved(written.records);
  const { id, bytes, records } = written;
  file.onOpened({ id, passphrase, bytes, records, isOfFolder: true });
  file.onDownloaded(null);
  return say(
    `Saved in “${folder.name}” at ${timeNow()}: ${holds(written.records)}. It was read back and is the same.`,
    ...written.told,
  );
}

const timeNow = (): string => new Date().toLocaleTimeString('en-US', { hour: 'numeric', minute: '2-digit' });

/** Windows of one browser take turns; a page from a disk has no way to. */
function inTurn<T>(work: () => Promise<T>): Promise<T> {
  const { locks } = navigator as { locks?: LockManager };
  return locks && window.origin !== 'null' ? locks.request(encryptedFileName, work) : work();
}

/** Hands the file to the downloads; it is not saved before somebody has seen it on the disk. */
async function downloadNow(latest: Latest, passphrase: string): Promise<Said> {
  const { records, file } = latest.current;
  const id = file.opened.id ?? newId();
  const made = await encrypted({ id, records }, passphrase, tools);
  if ('refused' in made) return problem(made.refused);
  saveFile(encryptedFileName, 'application/octet-stream', made.bytes);
  file.onOpened({ ...file.opened, id, passphrase });
  file.onDownloaded({ id, bytes: made.bytes, records });
  return say(`${holds(records)} went to your downloads as ${encryptedFileName}.`);
}

/** What was downloaded is on the disk: it counts as saved. What the folder holds is no other by that. */
export function confirmed({ file, onSaved }: FileWorkProps, words: string): Said {
  const { downloaded, opened: before } = file;
  if (!downloaded) return nothing;
  onSaved(downloaded.records);
  const { id, bytes, records } = downloaded;
  if (!file.folder) file.onOpened({ ...before, id, bytes, records, isOfFolder: false });
  file.onDownloaded(null);
  return say(words);
}

/** The same as plain text, which does not count as saved. */
function exported({ records, file }: FileWorkProps): Said {
  const id = file.opened.id ?? newId();
  const text = writeRecordsFile({ id, records });
  const again = readRecordsFile(new TextEncoder().encode(text));
  if ('refused' in again)
    return problem(`Nothing was saved, because the file could not be opened again. ${again.refused}`);
  saveFile(plainFileName, 'application/json', text);
  file.onOpened({ ...file.opened, id });
  return say(`${holds(records)} went to your downloads as ${plainFileName}, readable by anybody who has the file.`);
}
