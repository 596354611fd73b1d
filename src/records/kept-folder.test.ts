import { describe, expect, it } from 'vitest';
import { noRecords, type ClinicRecords, type KeptClaim } from './clinic-records';
import { fileId, keptClaim } from './clinic-records.fixture';
import { encrypt } from './encrypted-file';
import { FolderInMemory } from './folder.fixture';
import { backupFileName, openEncrypted, saveInFolder, type Tools } from './kept-folder';
import { noFile } from './opened-file';
import { writeRecordsFile } from './records-file';

const passphrase = 'lantern moss 47 tide';
const tools: Tools = { encrypt: (plain, words) => encrypt(plain, words, 1), newId: () => 'f'.repeat(32) };
const name = 'baclofen-clinic.age';
const of = (...claims: KeptClaim[]): ClinicRecords => ({ ...noRecords, claims });
const [one, two] = [keptClaim('PT-1'), keptClaim('PT-2')];
const fresh = { ...noFile, passphrase };
const known = { ...fresh, id: fileId };
const read = (bytes: Uint8Array, ...claims: KeptClaim[]) => ({
  ...known,
  bytes,
  records: of(...claims),
  isOfFolder: true,
});
const fileOf = (records: ClinicRecords, words = passphrase, id = fileId) =>
  tools.encrypt(new TextEncoder().encode(writeRecordsFile({ id, records })), words);

const doses = async (bytes: Uint8Array | undefined, words = passphrase) => {
  const file = await openEncrypted(bytes ?? new Uint8Array(), words);
  return 'refused' in file
    ? file.refused
    : file.records.claims.map(({ recordId, doseGiven }) => `${recordId} ${doseGiven}`);
};
const refusalOf = (saved: object) => ('refused' in saved ? saved.refused : 'saved');

describe('the clinic’s folder', () => {
  it('gets the file, and holds what was written', async () => {
    const folder = new FolderInMemory();
    const saved = await saveInFolder(folder.asHandle, fresh, of(one), tools);
    expect(saved).toMatchObject({ id: tools.newId(), records: of(one), told: [] });
    expect([...folder.files.keys()]).toEqual([name]);
    expect(await doses(folder.files.get(name))).toEqual(['r-PT-1 36']);
  });

  it('keeps the version before beside it', async () => {
    const folder = new FolderInMemory();
    const bytes = await fileOf(of(one));
    folder.files.set(name, bytes);
    await saveInFolder(folder.asHandle, read(bytes, one), of(one, two), tools);
    expect(folder.files.get(backupFileName)).toEqual(bytes);
    expect(await doses(folder.files.get(name))).toEqual(['r-PT-1 36', 'r-PT-2 36']);
  });

  it('gets another passphrase: what is there is opened with the one before, and stays so beside it', async () => {
    const folder = new FolderInMemory();
    const opened = read(await fileOf(of(one)), one);
    const there = await fileOf(of(one, two));
    folder.files.set(name, there);
    const next = 'walnut river 12 coal';
    const saved = await saveInFolder(folder.asHandle, opened, of({ ...one, doseGiven: '30' }), tools, next);
    expect(saved).toMatchObject({
      told: ['Somebody else saved this file since you opened it. Both are put together.'],
    });
    expect(await doses(folder.files.get(name))).toMatch(/^This passphrase does not open the file/);
    expect(await doses(folder.files.get(name), next)).toEqual(['r-PT-1 30', 'r-PT-2 36']);
    expect(folder.files.get(backupFileName)).toEqual(there);
    // A window that has the one before writes over nothing.
    const refused = await saveInFolder(folder.asHandle, opened, of(two), tools);
    expect(refusalOf(refused)).toMatch(/^Nothing was saved\. There is a file in this folder that cannot be opened/);
    expect(await doses(folder.files.get(name), next)).toEqual(['r-PT-1 30', 'r-PT-2 36']);
  });

  it('of two windows that save the same file keeps what both did', async () => {
    const folder = new FolderInMemory();
    const bytes = await fileOf(of(one));
    folder.files.set(name, bytes);
    const opened = read(bytes, one);
    const morning = (dose: string, hour: string) => ({
      ...one,
      doseGiven: dose,
      keptAt: `2026-11-28T${hour}:00:00.000Z`,
    });
    await saveInFolder(folder.asHandle, opened, of(morning('30', '08'), two), tools);
    const second = await saveInFolder(folder.asHandle, opened, of(morning('31', '09')), tools);
    expect(await doses(folder.files.get(name))).toEqual(['r-PT-1 31', `${'f'.repeat(32)} 30`, 'r-PT-2 36']);
    expect('told' in second && second.told).toEqual([
      'Somebody else saved this file since you opened it. Both are put together.',
      'The claim of PT-1, day not told, was changed here and in the file. Both are kept: take the wrong one out.',
    ]);
  });

  it('takes the file that is there for a page that opened none', async () => {
    const folder = new FolderInMemory();
    folder.files.set(name, await fileOf(of(one), passphrase, 'a'.repeat(32)));
    const saved = await saveInFolder(folder.asHandle, fresh, of(two), tools);
    expect(saved).toMatchObject({ id: 'a'.repeat(32), records: of(one, two) });
  });

  it('tells by name what somebody else deleted', async () => {
    const folder = new FolderInMemory();
    folder.files.set(name, await fileOf(of(one)));
    const opened = read(await fileOf(of(one, two)), one, two);
    const saved = await saveInFolder(folder.asHandle, opened, of(one, two), tools);
    expect(saved).toMatchObject({
      told: [
        'Somebody else saved this file since you opened it. Both are put together.',
        'Deleted in the file, and here too: PT-2, day not told.',
      ],
    });
  });

  it('loses nothing that a file from elsewhere has more', async () => {
    const folder = new FolderInMemory();
    folder.files.set(name, await fileOf(of(one)));
    const downloaded = { ...read(await fileOf(of(one, two)), one, two), isOfFolder: false };
    const saved = await saveInFolder(folder.asHandle, downloaded, of(one, two, keptClaim('PT-3')), tools);
    expect(await doses(folder.files.get(name))).toEqual(['r-PT-1 36', 'r-PT-2 36', 'r-PT-3 36']);
    expect(saved).toMatchObject({
      told: [
        'The file in this folder was not the one that you opened. Both are put together, and nothing of either is ' +
          'left out.',
      ],
    });
  });

  it('keeps the version before where that was opened to mend the file', async () => {
    const folder = new FolderInMemory();
    const backup = await fileOf(of(one, two));
    folder.files.set(name, await fileOf(of(one)));
    folder.files.set(backupFileName, backup);
    const opened = { ...read(backup, one, two), isOfFolder: false };
    await saveInFolder(folder.asHandle, opened, of(one, two), tools);
    expect(await doses(folder.files.get(name))).toEqual(['r-PT-1 36', 'r-PT-2 36']);
    expect(folder.files.get(backupFileName)).toBe(backup);
  });

  it.each([
    [
      'of another passphrase',
      () => fileOf(of(one), 'walnut moss 47 tide'),
      'Nothing was saved. There is a file in this folder that cannot be opened with your passphrase. This passphrase ' +
        'does not open the file. Type it again; capital letters count.',
    ],
    [
      'of another clinic',
      () => fileOf(of(one), passphrase, 'a'.repeat(32)),
      'Nothing was saved. The file in this folder is another clinic’s. Choose another folder.',
    ],
    [
      'that is cut off',
      async () => (await fileOf(of(one))).slice(0, -1),
      'Nothing was saved. There is a file in this folder that cannot be opened with your passphrase. The file is ' +
        'damaged or cut off.',
    ],
    [
      'of 200 MB',
      () => Promise.resolve(new Uint8Array(200_000_000)),
      'Nothing was saved. This file is far larger than a clinic’s file.',
    ],
  ])('with a file %s is left as it is', async (_what, there, because) => {
    const folder = new FolderInMemory();
    const bytes = await there();
    folder.files.set(name, bytes);
    const opened = read(await fileOf(of(one)), one);
    expect(refusalOf(await saveInFolder(folder.asHandle, opened, of(two), tools))).toBe(because);
    expect([...folder.files.keys()]).toEqual([name]);
    expect(folder.files.get(name)).toBe(bytes);
  });

  it('is written again where another window saves while this one encrypts', async () => {
    const folder = new FolderInMemory();
    const bytes = await fileOf(of(one));
    folder.files.set(name, bytes);
    let tries = 0;
    const slow: Tools = {
      ...tools,
      encrypt: async (...what) => {
        tries += 1;
        if (tries === 1) folder.files.set(name, await fileOf(of(one, two)));
        return tools.encrypt(...what);
      },
    };
    await saveInFolder(folder.asHandle, read(bytes, one), of({ ...one, doseGiven: '35' }), slow);
    expect(await doses(folder.files.get(name))).toEqual(['r-PT-1 35', 'r-PT-2 36']);
    expect(tries).toBe(2);
  });

  it('that others write without end is given up', async () => {
    const folder = new FolderInMemory();
    const restless: Tools = {
      ...tools,
      encrypt: async (...what) => {
        folder.files.set(name, await fileOf(of(two)));
        return tools.encrypt(...what);
      },
    };
    expect(refusalOf(await saveInFolder(folder.asHandle, fresh, of(one), restless))).toMatch(
      /^Nothing was saved: somebody/,
    );
    expect(await doses(folder.files.get(name))).toEqual(['r-PT-2 36']);
  });

  it('that does not give back what was written is told, and the version before stands beside it', async () => {
    const folder = new FolderInMemory();
    const bytes = await fileOf(of(one));
    folder.files.set(name, bytes);
    folder.write = (put, to) => (to === name ? put.slice(0, -1) : put);
    const saved = await saveInFolder(folder.asHandle, read(bytes, one), of(two), tools);
    expect(refusalOf(saved)).toBe(
      'It is not saved: what came back is not what was written. The version before is baclofen-clinic.before.age.',
    );
    expect(folder.files.get(backupFileName)).toEqual(bytes);
  });

  it('that keeps no backup keeps the file that it has', async () => {
    const folder = new FolderInMemory();
    const bytes = await fileOf(of(one));
    folder.files.set(name, bytes);
    folder.write = (put, to) => (to === name ? put : new Uint8Array());
    const saved = await saveInFolder(folder.asHandle, read(bytes, one), of(two), tools);
    expect(refusalOf(saved)).toBe('Nothing was saved: the version before could not be kept beside it.');
    expect(folder.files.get(name)).toBe(bytes);
  });

  it('that is gone is told', async () => {
    const folder = new FolderInMemory();
    folder.write = () => {
      throw new DOMException('', 'NotAllowedError');
    };
    expect(refusalOf(await saveInFolder(folder.asHandle, fresh, of(one), tools))).toMatch(
      /^Nothing was saved\. The folder could not be read or written/,
    );
  });

  it('gets nothing that could not be opened again', async () => {
    const folder = new FolderInMemory();
    const saved = await saveInFolder(folder.asHandle, fresh, of({ ...one, account: 'x'.repeat(201) }), tools);
    expect(refusalOf(saved)).toBe(
      'Nothing was saved, because the file could not be opened again. Claim 1, “Account”: must have at most 200 ' +
        'characters.',
    );
    expect(folder.files.size).toBe(0);
  });
});
