import { describe, expect, it, vi } from 'vitest';
import { noRecords, type ClinicRecords } from '../records/clinic-records';
import { keptClaim } from '../records/clinic-records.fixture';
import { noFile } from '../records/opened-file';
import type { HeldDrawers } from './use-drawers';
import { closing, opening, type FilePart, type PageToLock } from './closed-page';
import { isUnsavedBehind } from './use-lock';

const records = { ...noRecords, claims: [keptClaim('PT-1')] };
const bytes = new Uint8Array([1]);
const noDrafts: HeldDrawers = { open: null, visited: [], drafts: [] };

function pageWith(saved: ClinicRecords = records) {
  const forget = vi.fn<() => void>();
  const file = {
    opened: { ...noFile, passphrase: 'lantern moss 47 tide', bytes, records, isOfFolder: true },
    downloaded: null,
    settled: () => Promise.resolve(),
    onOpened: vi.fn<PageToLock['file']['onOpened']>(),
    onDownloaded: vi.fn<PageToLock['file']['onDownloaded']>(),
  };
  const clinic = { records, saved, kept: noRecords.clinic, forget, onRecordsChange() {}, onSaved() {}, onKept() {} };
  const record = { hold: () => ({}), forget, bringBack() {} };
  const drawers = {
    forget,
    hold: vi.fn<() => HeldDrawers>(() => noDrafts),
    bringBack: vi.fn<(held: HeldDrawers) => void>(),
  };
  const page = { record, clinic, file, drawers, isUnsaved: () => false };
  return { page: page as unknown as PageToLock, forget, file, drawers };
}

/** Encrypts nothing. */
const part = {
  seal: (held: object) => Promise.resolve(new TextEncoder().encode(JSON.stringify(held))),
  unseal: (held: Uint8Array) => Promise.resolve({ held: JSON.parse(new TextDecoder().decode(held)) as object }),
  withValuesOf: (given: object) => given,
} as unknown as FilePart;

describe('the lock', () => {
  it.each([
    ['while it encrypts', null, true],
    ['that holds what is unsaved', { unsaved: true }, true],
    ['that holds nothing unsaved', { unsaved: false }, false],
  ])('%s asks before the page is left, where something is unsaved', (_when, closed, asks) => {
    expect(isUnsavedBehind(closed, { isUnsaved: () => true })).toBe(asks);
  });

  it.each([
    [
      'is not loaded',
      () => Promise.reject(new Error('net')),
      /^The page did not lock: a part of it could not be loaded/,
    ],
    [
      'cannot encrypt',
      () => Promise.resolve({ ...part, seal: () => Promise.reject(new Error('memory')) }),
      /^The page did not lock: it could not be encrypted/,
    ],
  ])('whose part %s says so, and the page stays', async (_what, load, because) => {
    const { page, forget } = pageWith();
    expect(await closing({ current: page }, load)).toEqual({ problem: expect.stringMatching(because) as string });
    expect(forget).not.toHaveBeenCalled();
  });

  it.each([
    ['that is as saved', records],
    ['that is not as saved', noRecords],
  ])('holds the content of the file in use %s in no other way than encrypted', async (_what, saved) => {
    const { page, file } = pageWith(saved);
    const closed = await closing({ current: page }, () => Promise.resolve(part));
    expect(file.onOpened.mock.lastCall).toEqual([{ ...file.opened, passphrase: null, records: null }]);
    if ('problem' in closed) throw new Error(closed.problem);
    const { page: next, file: after } = pageWith();
    await opening({ ...next, file: { ...next.file, opened: { ...file.opened, records: null } } }, closed, 'words');
    expect(after.onOpened.mock.lastCall).toEqual([{ ...file.opened, passphrase: 'words' }]);
  });

  it.each<[string, HeldDrawers, boolean]>([
    ['nothing is half typed', noDrafts, false],
    ['something is', { open: 'vials', visited: ['vials'], drafts: [['vials:receiving', { lot: 'L1' }]] }, true],
  ])('brings the drawers back, and asks before it is left, where %s', async (_what, held, asks) => {
    const { page, drawers } = pageWith();
    drawers.hold.mockReturnValue(held);
    const closed = await closing({ current: page }, () => Promise.resolve(part));
    if ('problem' in closed) throw new Error(closed.problem);
    expect(closed.unsaved).toBe(asks);
    const next = pageWith();
    await opening(next.page, closed, 'words');
    expect(next.drawers.bringBack.mock.lastCall).toEqual([held]);
  });
});
