import { decrypt, encrypt } from './encrypted-file';

export { LockScreen } from './LockScreen';
export { withValuesOf } from './merge-records';

/** A value of JSON, encrypted for as long as the page is locked. */
export const seal = (held: object, passphrase: string): Promise<Uint8Array> =>
  encrypt(new TextEncoder().encode(JSON.stringify(held)), passphrase);

/** The value that `seal` was given, to the letter, or why it does not come back. */
export async function unseal<Held>(
  bytes: Uint8Array,
  passphrase: string,
): Promise<{ readonly held: Held } | { readonly refused: string }> {
  const opened = await decrypt(bytes, passphrase);
  if ('refused' in opened) return { refused: opened.wrong ? wrongPassphrase : opened.refused };
  return { held: JSON.parse(new TextDecoder().decode(opened.plain)) as Held };
}

const wrongPassphrase = 'This is not the passphrase. Type it again; capital letters count.';
