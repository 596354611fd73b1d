import fc from 'fast-check';
import { Encrypter, generateIdentity, identityToRecipient } from 'age-encryption';
import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { readByTheSpecification, writtenByAge } from './age.fixture';
import { anyClinicRecords, fileId, twoClaims } from './clinic-records.fixture';
import { decrypt, encrypt, isEncrypted, isTooLarge } from './encrypted-file';
import { mostFileBytes, readRecordsFile, writeRecordsFile } from './records-file';

const passphrase = 'lantern moss 47 tide';
/** Two rounds instead of 65,536: what is tested is not how long it takes. */
const quick = (text: string, words = passphrase) => encrypt(new TextEncoder().encode(text), words, 1);
const refused = async (bytes: Uint8Array, words = passphrase) => {
  const opened = await decrypt(bytes, words);
  return 'refused' in opened ? opened.refused : 'opened';
};
const damaged = 'The file is damaged or cut off.';
const wrong = 'This passphrase does not open the file. Type it again; capital letters count.';
const small = writeRecordsFile({ id: fileId, records: { ...twoClaims, claims: [] } });

/** The file with another work factor in its head. */
const withWorkFactor = async (factor: string) =>
  Buffer.from(
    Buffer.from(await quick(small))
      .toString('latin1')
      .replace(' 1\n', ` ${factor}\n`),
    'latin1',
  );

describe('the encrypted file', () => {
  it('comes back to the letter, 1,000 random records', async () => {
    await fc.assert(
      fc.asyncProperty(anyClinicRecords, fc.string({ minLength: 1 }), async (records, words) => {
        const opened = await decrypt(await quick(writeRecordsFile({ id: fileId, records }), words), words);
        expect('plain' in opened && readRecordsFile(opened.plain)).toEqual({ id: fileId, records });
      }),
      { numRuns: 1000 },
    );
  });

  it('holds nothing that can be read, and asks for the work that is meant', async () => {
    const bytes = await encrypt(new TextEncoder().encode(small), passphrase);
    const text = Buffer.from(bytes).toString('latin1');
    expect(text).toMatch(/^age-encryption\.org\/v1\n-> scrypt \S{22} 16\n/);
    expect(text).not.toContain('claims');
    expect(text).not.toContain(fileId);
    expect(isEncrypted(bytes)).toBe(true);
    expect(isEncrypted(new TextEncoder().encode(small))).toBe(false);
    const opened = await decrypt(bytes, passphrase);
    expect('plain' in opened && new TextDecoder().decode(opened.plain)).toBe(small);
  });

  it('is refused at every cut', async () => {
    const bytes = await quick(small);
    const opened: number[] = [];
    for (let end = 0; end < bytes.length; end += 1)
      if (!('refused' in (await decrypt(bytes.slice(0, end), passphrase)))) opened.push(end);
    expect(opened).toEqual([]);
  });

  it('is refused after each of 1,000 random changes', async () => {
    const bytes = await quick(small);
    await fc.assert(
      fc.asyncProperty(
        fc.nat(bytes.length - 1),
        fc.nat(3),
        fc.uint8Array({ maxLength: 3 }),
        async (from, length, put) => {
          const changed = Uint8Array.of(...bytes.slice(0, from), ...put, ...bytes.slice(from + length));
          fc.pre(Buffer.compare(changed, bytes) !== 0);
          expect(await refused(changed)).toMatch(/[.]$/);
        },
      ),
      { numRuns: 1000 },
    );
  });

  it.each([
    ['a wrong passphrase', async () => refused(await quick(small), 'lantern moss 47 tidE'), wrong],
    ['another file', () => refused(new TextEncoder().encode(small)), 'This is not a file encrypted by this page.'],
    ['nothing', () => refused(new Uint8Array()), 'The file is empty.'],
    ['the first line alone', () => refused(new TextEncoder().encode('age-encryption.org/v1\n')), damaged],
    [
      'a newer format',
      () => refused(new TextEncoder().encode('age-encryption.org/v2\n-> x\n')),
      'The file is of a newer kind of encryption, or damaged.',
    ],
    [
      'a work factor of years',
      async () => refused(await withWorkFactor('30')),
      'The file asks for far more work than any that this page makes.',
    ],
    ['a work factor beyond counting', async () => refused(await withWorkFactor('999')), damaged],
    [
      'a key for a recipient',
      async () => {
        const encrypter = new Encrypter();
        encrypter.addRecipient(await identityToRecipient(await generateIdentity()));
        return refused(await encrypter.encrypt(small));
      },
      'The file is encrypted to a key. This page opens one that has a passphrase.',
    ],
    ['200 MB', () => refused(new Uint8Array(200_000_000)), 'This file is far larger than a clinic’s file.'],
  ])('of %s is refused', async (_what, said, because) => {
    expect(await said()).toBe(because);
  });

  it('may be as large as any plain one, and no larger', () => {
    expect([mostFileBytes, mostFileBytes + 16_000, 200_000_000].map(isTooLarge)).toEqual([false, false, true]);
  });
});

describe('age and this page read each other', () => {
  it('a file that Debian’s age wrote is opened', async () => {
    const { bytes, passphrase: words } = writtenByAge;
    const opened = await decrypt(bytes, words);
    const file = 'plain' in opened ? readRecordsFile(opened.plain) : opened;
    expect(file).toMatchObject({
      id: fileId,
      records: {
        claims: [{ patientReference: 'PT SAMPLE', doseGiven: '36', doseWasted: '4', dateOfService: '11/20/2026' }],
        vials: [{ ndc: '66794015702', lot: 'L1', count: 5 }],
      },
    });
  });

  it.each([
    ['nothing', ''],
    ['a clinic’s file', small],
    ['just one chunk', 'a'.repeat(65_536)],
    ['several chunks', 'é1'.repeat(70_000)],
  ])('a file of this page that holds %s is opened by the specification alone', async (_what, text) => {
    const bytes = await quick(text);
    expect(readByTheSpecification(bytes, passphrase)).toBe(text);
    expect(() => readByTheSpecification(bytes, 'lantern moss 47 tidE')).toThrow('unable to authenticate');
    const damagedBytes = Uint8Array.from(bytes);
    damagedBytes[damagedBytes.length - 1]! ^= 1;
    expect(() => readByTheSpecification(damagedBytes, passphrase)).toThrow('unable to authenticate');
  });

  it('the specification is read as age writes it, and the MAC of the header is looked at', async () => {
    const { bytes, passphrase: words } = writtenByAge;
    expect(readByTheSpecification(bytes, words)).toContain('"patientReference":"PT SAMPLE"');
    const own = Buffer.from(await quick(small));
    const mac = own.indexOf('\n--- ') + 5;
    own[mac] = own[mac] === 65 ? 66 : 65;
    expect(() => readByTheSpecification(own, passphrase)).toThrow('the MAC of the header is wrong');
  });
});

/** `age` asks at a terminal: `script` makes one for it. */
const hasAge = ['age', 'script'].every((tool) => spawnSync(tool, ['--version']).error === undefined);

describe.skipIf(!hasAge)('where age and script are installed (else it is skipped)', () => {
  it('`age -d` opens the file with the passphrase', async () => {
    const folder = mkdtempSync(join(tmpdir(), 'clinic-'));
    try {
      const file = join(folder, 'clinic.age');
      const out = join(folder, 'clinic.json');
      writeFileSync(file, await encrypt(new TextEncoder().encode(small), passphrase));
      const typed = `(sleep 1; echo '${passphrase}'; sleep 2)`;
      const command = `${typed} | script -qec "age -d -o ${out} ${file}" /dev/null; cat ${out}`;
      expect(spawnSync('sh', ['-c', command], { encoding: 'utf8' }).stdout).toContain(small);
    } finally {
      rmSync(folder, { recursive: true });
    }
  });
});
