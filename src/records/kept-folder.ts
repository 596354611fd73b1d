import { noRecords, type ClinicRecords } from './clinic-records';
import { decrypt, encrypt, encryptedFileName, isTooLarge } from './encrypted-file';
import { mergeRecords } from './merge-records';
import type { WritableFile } from './opened-file';
import { tooLargeWords, readRecordsFile, writeRecordsFile, type RecordsFile, type Refused } from './records-file';

/** The version before the last one, beside the file. */
export const backupFileName = 'baclofen-clinic.before.age';

export type Written = {
  readonly bytes: Uint8Array;
  readonly id: string;
  /** What the file holds now. */
  readonly records: ClinicRecords;
  /** What came of others who saved the same file, to be looked at. */
  readonly told: readonly string[];
};

/** What makes new bytes and ids: the tests put a cheaper encryption in its place. */
export type Tools = {
  readonly encrypt: typeof encrypt;
  /** 32 hexadecimal digits. */
  readonly newId: () => string;
};

const refuse = (refused: string): Refused => ({ refused });

/** Encrypted, and read again before anybody relies on it. The records are refused where they could not be opened. */
export async function encrypted(
  { id, records }: RecordsFile,
  passphrase: string,
  tools: Pick<Tools, 'encrypt'>,
): Promise<{ readonly bytes: Uint8Array } | Refused> {
  const plain = new TextEncoder().encode(writeRecordsFile({ id, records }));
  const again = readRecordsFile(plain);
  if ('refused' in again)
    return refuse(`Nothing was saved, because the file could not be opened again. ${again.refused}`);
  return { bytes: await tools.encrypt(plain, passphrase) };
}

/** What an encrypted file holds, or why it was not opened. */
export async function openEncrypted(
  bytes: Uint8Array,
  passphrase: string,
): Promise<RecordsFile | (Refused & { readonly wrong?: true })> {
  const opened = await decrypt(bytes, passphrase);
  return 'refused' in opened ? opened : readRecordsFile(opened.plain);
}

/** The clinic’s file in a folder: null where there is none, or an empty one. Throws where the folder cannot be read. */
export async function readKept(folder: FileSystemDirectoryHandle): Promise<Uint8Array | Refused | null> {
  const bytes = await bytesIn(folder, encryptedFileName);
  return bytes && !('refused' in bytes) && bytes.length === 0 ? null : bytes;
}

async function bytesIn(folder: FileSystemDirectoryHandle, name: string): Promise<Uint8Array | Refused | null> {
  try {
    const file = await (await folder.getFileHandle(name)).getFile();
    return isTooLarge(file.size) ? refuse(tooLargeWords) : new Uint8Array(await file.arrayBuffer());
  } catch (error) {
    if (error instanceof DOMException && error.name === 'NotFoundError') return null;
    throw error;
  }
}

export const isSameBytes = (one: Uint8Array | null, other: Uint8Array | null): boolean =>
  one === other ||
  (one !== null && other !== null && one.length === other.length && one.every((byte, at) => byte === other[at]));

const mostTries = 3;
const notReached =
  'Nothing was saved. The folder could not be read or written: it may be gone, full or not allowed. Choose it again.';
const othersSaved = 'Somebody else saved this file since you opened it. Both are put together.';
const notTheOpened =
  'The file in this folder was not the one that you opened. Both are put together, and nothing of either is left out.';
const othersSaving = 'Nothing was saved: somebody else saves this file again and again. Try once more.';

/**
 * Saves what the clinic keeps into its folder, with `passphrase`, which may be another than that of what is there. What
 * somebody else saved there since is put together with it; the version before stays beside it; it is saved only once it
 * was read back. Only what was read or written in this folder tells what others deleted since: else nothing of either
 * is left out.
 */
export async function saveInFolder(
  folder: FileSystemDirectoryHandle,
  opened: WritableFile,
  mine: ClinicRecords,
  tools: Tools,
  passphrase = opened.passphrase,
): Promise<Written | Refused> {
  try {
    for (let tried = 0; tried < mostTries; tried += 1) {
      const written = await saveOnce(folder, opened, mine, tools, passphrase);
      if (written !== 'changed') return written;
    }
    return refuse(othersSaving);
  } catch {
    return refuse(notReached);
  }
}

/** `changed` where somebody else saved meanwhile. */
async function saveOnce(
  folder: FileSystemDirectoryHandle,
  opened: WritableFile,
  mine: ClinicRecords,
  tools: Tools,
  passphrase: string,
): Promise<Written | Refused | 'changed'> {
  const there = await readKept(folder);
  if (there && 'refused' in there) return refuse(`Nothing was saved. ${there.refused}`);
  const next = await together(there, opened, mine, tools);
  if ('refused' in next) return next;
  const made = await encrypted(next, passphrase, tools);
  if ('refused' in made) return made;
  const before = await readKept(folder);
  if ((before && 'refused' in before) || !isSameBytes(before, there)) return 'changed';
  if (there && !(await isBackup(folder, opened)) && !(await putIn(folder, backupFileName, there)))
    return refuse('Nothing was saved: the version before could not be kept beside it.');
  return (await putIn(folder, encryptedFileName, made.bytes))
    ? { ...next, bytes: made.bytes }
    : refuse(`It is not saved: what came back is not what was written. The version before is ${backupFileName}.`);
}

/** Whether the version before was opened to mend the file: it stays then, and what it mends does not replace it. */
async function isBackup(folder: FileSystemDirectoryHandle, { bytes, isOfFolder }: WritableFile): Promise<boolean> {
  if (bytes === null || isOfFolder) return false;
  const backup = await bytesIn(folder, backupFileName);
  return backup !== null && !('refused' in backup) && isSameBytes(backup, bytes);
}

/** What is to be saved: with what somebody else put into the file since it was opened or saved here. */
async function together(
  there: Uint8Array | null,
  { id, passphrase, bytes, records: base, isOfFolder }: WritableFile,
  mine: ClinicRecords,
  { newId }: Tools,
): Promise<(RecordsFile & Pick<Written, 'told'>) | Refused> {
  if (there === null || isSameBytes(there, bytes)) return { id: id ?? newId(), records: mine, told: [] };
  const theirs = await openEncrypted(there, passphrase);
  if ('refused' in theirs)
    return refuse(
      `Nothing was saved. There is a file in this folder that cannot be opened with your passphrase. ${theirs.refused}`,
    );
  if (id !== null && theirs.id !== id)
    return refuse('Nothing was saved. The file in this folder is another clinic’s. Choose another folder.');
  const merged = mergeRecords((isOfFolder && base) || noRecords, mine, theirs.records, newId);
  return {
    id: theirs.id,
    records: merged.records,
    told: [isOfFolder ? othersSaved : notTheOpened, ...merged.told],
  };
}

/** Writes a file and reads it back: whether it is the same. The one before stays until the new one is whole. */
async function putIn(folder: FileSystemDirectoryHandle, name: string, bytes: Uint8Array): Promise<boolean> {
  const handle = await folder.getFileHandle(name, { create: true });
  const writing = await handle.createWritable();
  try {
    await writing.write(bytes as Uint8Array<ArrayBuffer>);
    await writing.close();
  } catch (error) {
    await writing.abort().catch(() => {});
    throw error;
  }
  const back = await bytesIn(folder, name);
  return back !== null && !('refused' in back) && isSameBytes(back, bytes);
}
