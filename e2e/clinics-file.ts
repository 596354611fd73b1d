import { expect, type BrowserContext, type Download, type Locator, type Page } from '@playwright/test';
import { readFile } from 'node:fs/promises';
import { fillLeast, openDrawer, unfold } from './worksheet';

export const passphrase = 'lantern moss 47 tide';
export const fileName = 'baclofen-clinic.age';
export const backupName = 'baclofen-clinic.before.age';

/** Lets the page choose a real folder without asking: one of the browser’s own, which all pages of a context share. */
export const giveFolder = (page: Page) =>
  page.addInitScript(() => {
    Object.assign(window, {
      showDirectoryPicker: async () =>
        (await navigator.storage.getDirectory()).getDirectoryHandle('Clinic', { create: true }),
    });
  });

/**
 * A folder that all pages of a context share, for pages from a disk: the browser has none of its own for them. Its
 * files, by name, as Latin-1.
 */
export async function giveFolderOfTest(context: BrowserContext): Promise<ReadonlyMap<string, string>> {
  const files = new Map<string, string>();
  await context.exposeFunction('readInFolder', (name: string) => files.get(name) ?? null);
  await context.exposeFunction('writeInFolder', (name: string, bytes: string) => void files.set(name, bytes));
  await context.addInitScript(() => {
    const { readInFolder, writeInFolder } = window as unknown as {
      readInFolder: (name: string) => Promise<string | null>;
      writeInFolder: (name: string, bytes: string) => Promise<void>;
    };
    const fileOf = (name: string) => {
      let written: Uint8Array = new Uint8Array();
      return {
        getFile: async () =>
          new File([Uint8Array.from((await readInFolder(name)) ?? '', (each) => each.charCodeAt(0))], name),
        createWritable: () => ({
          write: (bytes: Uint8Array) => {
            written = bytes;
          },
          close: () => writeInFolder(name, Array.from(written, (byte) => String.fromCharCode(byte)).join('')),
          abort: () => Promise.resolve(),
        }),
      };
    };
    const getFileHandle = async (name: string, { create = false } = {}) => {
      if (!create && (await readInFolder(name)) === null) throw new DOMException('', 'NotFoundError');
      return fileOf(name);
    };
    Object.assign(window, { showDirectoryPicker: () => Promise.resolve({ name: 'Clinic', getFileHandle }) });
  });
  return files;
}

/** As in Firefox and Safari. */
export const takePickerAway = (page: Page) =>
  page.addInitScript(() => {
    Object.assign(window, { showDirectoryPicker: undefined });
  });

/** The files in that folder: their names, and their bytes as Latin-1. */
export const filesIn = (page: Page): Promise<Record<string, string>> =>
  page.evaluate(async () => {
    const root = await navigator.storage.getDirectory();
    const folder = await root.getDirectoryHandle('Clinic', { create: true });
    const found: Record<string, string> = {};
    for await (const [name, handle] of (
      folder as unknown as { entries(): AsyncIterable<[string, FileSystemFileHandle]> }
    ).entries()) {
      const bytes = new Uint8Array(await (await handle.getFile()).arrayBuffer());
      found[name] = Array.from(bytes, (byte) => String.fromCharCode(byte)).join('');
    }
    return found;
  });

/** Keeps a claim of an invented patient. */
export async function keepLeast(page: Page, reference: string, given = '36', wasted = '4'): Promise<void> {
  await unfold(page);
  await fillLeast(page, given, wasted);
  await page.getByRole('textbox', { name: 'Patient reference' }).fill(reference);
  await page.getByRole('button', { name: 'Keep this claim' }).click();
  await expect(page.getByText('Kept among the clinic’s claims.')).toBeVisible();
}

export const openFileDrawer = (page: Page) => openDrawer(page, 'The clinic’s file');

export async function typePassphrase(drawer: Locator, words = passphrase): Promise<void> {
  await drawer.getByLabel('New passphrase').fill(words);
  await drawer.getByLabel('The same passphrase again').fill(words);
}

export async function saveInFolder(page: Page): Promise<void> {
  const drawer = await openFileDrawer(page);
  await drawer.getByRole('button', { name: 'Choose the clinic’s folder' }).click();
  await expect(drawer.getByText('There is no clinic’s file in “Clinic” yet')).toBeVisible();
  await typePassphrase(drawer);
  await drawer.getByRole('button', { name: 'Save in “Clinic”' }).click();
  await expect(drawer.getByText(/It was read back and is the same/)).toBeVisible();
  await page.keyboard.press('Escape');
}

export async function openFromFolder(page: Page, words = passphrase): Promise<Locator> {
  const drawer = await openFileDrawer(page);
  await drawer.getByRole('button', { name: 'Choose the clinic’s folder' }).click();
  await drawer.getByLabel('Passphrase of this file').fill(words);
  await drawer.getByRole('button', { name: 'Open it' }).click();
  return drawer;
}

export async function downloaded(page: Page, act: () => Promise<void>): Promise<{ download: Download; bytes: Buffer }> {
  const [download] = await Promise.all([page.waitForEvent('download'), act()]);
  return { download, bytes: await readFile(await download.path()) };
}
