import { createDecipheriv, createHmac, hkdfSync, scryptSync, timingSafeEqual } from 'node:crypto';

/** A made-up clinic’s file of version 1, encrypted by Debian’s age 1.1.1 (`age -p`) with the passphrase below. */
export const writtenByAge = {
  passphrase: 'lantern moss 47 tide',
  bytes: Buffer.from(
    'YWdlLWVuY3J5cHRpb24ub3JnL3YxCi0+IHNjcnlwdCA0ZEpaM29EdDlPbTVTVTJqaGpnUWhRIDE4CktHNVFhS1N5STZYb25CNWRj' +
      'RU84ak1rSHNhT3JVU2R2eHFlSnpGY0l2d0UKLS0tIFdPaGg0akVnaVo0TGgzZE5EREVWMCtsSkJOWEdJUmRFQmRwczdHWEpPRlEK' +
      'CZCBxhJpYO5N8eU2bLVfk3qdPqYwHRnsajiDqYIN+lUqZjY/KUnxMbsd02MNjTmM+RAToCEacZ1RFMVptRfj5mcN42m6UX0UvmdL' +
      'TfupbeYGjRl1kqnPVWbXti7YL3iyDpNDH5XZ66ddPitDrCfOR13W8z3WzhI09zjnvH50OU/nKKNT+V52X2NfOUMD4ZQzb538Hc1D' +
      'ddqcXOYl8ZoR6KgbNEM/DTrst3PrNfkyByQgGkSJlC9cNlMU7EkqLDJkSz5JtlXHy9VkjTI6qrerwYkfbCC32lkR5P3flHeLSZP1' +
      'G5UREBaBp07B6gzt7AUGL8AvTdxxNFiYY8SzwaVATTOTlCb5dg248a5k0jLKN+NNKRerdgF6j2BF8Xmw5ysuQtUn6HOluW2f0Og1' +
      'slyltpwi6PENUL0ZttqBAPQcwSrugtn5H3+4/51LRjDlY06H1Ld2iy84GSxr5GX/fJ7jctpbnO0rTMLBaJsA3jL110Xa1aykctT8' +
      'Eom1n/uRN1cyPOaGNxPi5L0LQ9LF8ajztBS4VvBqpLc7yPRxXdJTnQWwiEozR7t0yvpDRJT+feM9qCcX8X8WvkL4cEqNiBGAYoIO' +
      'kfozqWdYi1zoLmLAy4tKRLAfmp/IuG5uw1exLIE9oTVrgmz3Z1E2l2xZgHrN6MFF/qfPWmAGC2Llo/t5Vs2D+tdEMKpuyqDU04V7' +
      'XFJi84toixcilvaLqZkY4FatQVDQb6MJzMTd6MZi1M4FvS4wdHmPoDZDM3YG8v+W5FkEZb5ryn/7M8zNbVtTZA==',
    'base64',
  ),
} as const;

const chunkBytes = 65_536;
const tagBytes = 16;

/**
 * What a file of the age format holds, read by its specification (age-encryption.org/v1) and by nothing of the library
 * that writes it: the one scrypt stanza, the MAC of the header, and the chunks of the payload. Throws at what is wrong.
 */
export function readByTheSpecification(file: Uint8Array, passphrase: string): string {
  const bytes = Buffer.from(file);
  const header =
    /^(age-encryption\.org\/v1\n-> scrypt ([A-Za-z0-9+/]{22}) (\d+)\n([A-Za-z0-9+/]{43})\n---) ([A-Za-z0-9+/]{43})\n/;
  const [head = '', withoutMac = '', salt = '', work = '', body = '', mac = ''] =
    header.exec(bytes.toString('latin1')) ?? [];
  if (head === '') throw new Error('not a header with one scrypt stanza');
  const fileKey = opened(wrapKey(passphrase, salt, Number(work)), Buffer.alloc(12), Buffer.from(body, 'base64'));
  const macKey = derived(fileKey, '', 'header');
  const counted = createHmac('sha256', macKey).update(withoutMac, 'latin1').digest();
  if (!timingSafeEqual(counted, Buffer.from(mac, 'base64'))) throw new Error('the MAC of the header is wrong');
  const nonce = bytes.subarray(head.length, head.length + 16);
  return payload(derived(fileKey, nonce, 'payload'), bytes.subarray(head.length + 16)).toString('utf8');
}

function wrapKey(passphrase: string, salt: string, work: number): Buffer {
  const label = Buffer.from('age-encryption.org/v1/scrypt');
  const cost = { N: 2 ** work, r: 8, p: 1, maxmem: 2 ** 30 };
  return scryptSync(passphrase, Buffer.concat([label, Buffer.from(salt, 'base64')]), 32, cost);
}

const derived = (fileKey: Buffer, salt: Buffer | string, info: string): Buffer =>
  Buffer.from(hkdfSync('sha256', fileKey, salt, info, 32));

/** Chunks of 64 kB, each under its number; the last one is marked, so that a cut is seen. */
function payload(key: Buffer, sealed: Buffer): Buffer {
  const size = chunkBytes + tagBytes;
  const chunks = Array.from({ length: Math.ceil(sealed.length / size) }, (_, place) =>
    sealed.subarray(place * size, (place + 1) * size),
  );
  return Buffer.concat(
    chunks.map((chunk, place) => {
      const nonce = Buffer.alloc(12);
      nonce.writeUInt32BE(place, 7);
      nonce[11] = place === chunks.length - 1 ? 1 : 0;
      return opened(key, nonce, chunk);
    }),
  );
}

function opened(key: Buffer, nonce: Buffer, sealed: Buffer): Buffer {
  const cipher = createDecipheriv('chacha20-poly1305', key, nonce, { authTagLength: tagBytes });
  cipher.setAuthTag(sealed.subarray(-tagBytes));
  return Buffer.concat([cipher.update(sealed.subarray(0, -tagBytes)), cipher.final()]);
}
