import { Decrypter, Encrypter } from 'age-encryption';
import { mostFileBytes, tooLargeWords, type Refused } from './records-file';

/** What the encrypted file is called: it tells nothing of its contents. */
export const encryptedFileName = 'baclofen-clinic.age';

/**
 * The scrypt work factor, as a power of 2: 64 MB and some 0.3 s on the machine of the tests, about a second on one
 * three times slower.
 */
const workFactor = 16;
/** That of `age -p`. More would stop a small machine for minutes. */
const mostWork = 18;
/** What age adds: its header, and 16 bytes to each 64 kB. */
const mostEncryptedBytes = mostFileBytes + Math.ceil(mostFileBytes / 65_536) * 16 + 1000;

/** `wrong` where the passphrase is not that of the file, as far as anybody can tell. */
type Unopened = Refused & { readonly wrong?: true };

const damaged = 'The file is damaged or cut off.';
const wrongPassphrase = 'This passphrase does not open the file. Type it again; capital letters count.';

const magic = 'age-encryption.org/';

/** Whether bytes begin as a file of the age format does. */
export const isEncrypted = (bytes: Uint8Array): boolean => asciiOf(bytes.subarray(0, magic.length)) === magic;

const asciiOf = (bytes: Uint8Array): string => String.fromCharCode(...bytes);

/** Bytes in the age format, opened by the passphrase alone: `age -d` opens them as well. */
export function encrypt(plain: Uint8Array, passphrase: string, work = workFactor): Promise<Uint8Array> {
  const encrypter = new Encrypter();
  encrypter.setPassphrase(passphrase);
  encrypter.setScryptWorkFactor(work);
  return encrypter.encrypt(plain);
}

/** What an encrypted file holds, all of it, or why it was not opened. Takes any bytes and throws on none. */
export async function decrypt(
  bytes: Uint8Array,
  passphrase: string,
): Promise<{ readonly plain: Uint8Array } | Unopened> {
  const because = unfit(bytes);
  if (because !== undefined) return { refused: because };
  const decrypter = new Decrypter();
  decrypter.addPassphrase(passphrase);
  try {
    return { plain: await decrypter.decrypt(bytes) };
  } catch (error) {
    return error instanceof Error && error.message.startsWith('no identity matched')
      ? { refused: wrongPassphrase, wrong: true }
      : { refused: damaged };
  }
}

/** What can be told of a file before any work is done for it. */
export function unfit(bytes: Uint8Array): string | undefined {
  if (bytes.length === 0) return 'The file is empty.';
  if (bytes.length > mostEncryptedBytes) return tooLargeWords;
  const [version = '', recipient = ''] = asciiOf(bytes.subarray(0, 200)).split('\n');
  if (!version.startsWith(magic)) return 'This is not a file encrypted by this page.';
  if (version !== `${magic}v1`) return 'The file is of a newer kind of encryption, or damaged.';
  if (/^-> (?!scrypt )\S/.test(recipient))
    return 'The file is encrypted to a key. This page opens one that has a passphrase.';
  const work = /^-> scrypt \S+ ([1-9]\d?)$/.exec(recipient)?.[1];
  if (work === undefined) return damaged;
  return Number(work) > mostWork ? 'The file asks for far more work than any that this page makes.' : undefined;
}

/** Whether a file of that many bytes is larger than any that could be opened. */
export const isTooLarge = (size: number): boolean => size > mostEncryptedBytes;
