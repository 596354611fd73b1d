import type { Plugin } from 'vite';

/** What age needs for keys of recipients. The page opens and makes files that have a passphrase, and nothing else. */
const ofRecipients = /^@noble\/(?:curves|post-quantum)\//;
const names = ['MLKEM768P256', 'MLKEM768X25519', 'p256', 'x25519'];

/** Leaves out of the page what encrypts to keys: more than half of the bytes of age. */
export function passphraseOnly(): Plugin {
  const empty = '\0no-recipients';
  return {
    name: 'passphrase-only',
    apply: 'build',
    enforce: 'pre',
    resolveId: (id, importer) => (ofRecipients.test(id) && importer?.includes('age-encryption') ? empty : null),
    load: (id) => (id === empty ? names.map((name) => `export const ${name} = undefined;`).join('\n') : null),
  };
}
