import { expect, type Locator, type Page } from '@playwright/test';
import { readFile } from 'node:fs/promises';
import type { IsoDate } from '../src/engine/dated';
import type { Resubmission } from '../src/engine/claim';
import type { PreparedClaim } from '../src/engine/prepared-claim';
import { findingGroups } from '../src/engine/finding-groups';
import { linesOf } from '../src/engine/claim-lines';
import { prepareClaim } from '../src/engine/prepare-claim';
import { claimJson } from '../src/formats/claim-json';
import { fhirClaim } from '../src/formats/fhir-claim';
import { hospitalLoops } from '../src/formats/institutional-837';
import { linesCsv } from '../src/formats/lines-csv';
import { claimLoops } from '../src/formats/professional-837';
import type { Written } from '../src/formats/written';
import { ruleBook } from '../src/rules';
import { statusWords } from '../src/results/words';
import { lineInShort } from '../src/results/lines-as-text';
import { isAnswered } from '../src/answers/read-refill';
import { readWorksheet } from '../src/answers/read-worksheet';
import { codeOf } from '../src/answers/service-rows';
import type { WorksheetText } from '../src/answers/worksheet-text';
import { fillLeast, open, openDrawer } from './worksheet';

/** Numbers that look like chance and are the same for the same seed, from 0 to below 1. */
export function chance(seed: number): () => number {
  let state = seed * 2_654_435_761 + 1;
  return () => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    return state / 2 ** 32;
  };
}

type Control = {
  readonly id: string;
  readonly name: string;
  readonly kind: 'text' | 'select' | 'radio' | 'checkbox';
  readonly value: string;
  readonly on: boolean;
  readonly options: readonly string[];
};

type Look = {
  readonly controls: readonly Control[];
  readonly visible: readonly string[];
  readonly record: WorksheetText;
  readonly today: IsoDate;
  readonly screen: ReturnType<typeof claimWords>;
};

/**
 * All of the page at one moment: every control of the worksheet as it stands on the screen, the claim on the screen,
 * and the claim record that the form holds, found where React keeps it: the page itself offers no way in.
 */
const look = (page: Page): Promise<Look> =>
  page.evaluate(() => {
    type Fiber = {
      child: Fiber | null;
      sibling: Fiber | null;
      memoizedProps: { value?: { getValues?: () => unknown; handleSubmit?: unknown } } | null;
    };
    const record = () => {
      const root = document.getElementById('root') as unknown as Record<string, { stateNode: { current: Fiber } }>;
      const key = Object.keys(root).find((name) => name.startsWith('__reactContainer')) ?? '';
      const waiting: Fiber[] = [root[key]?.stateNode.current as Fiber];
      for (let fiber = waiting.pop(); fiber; fiber = waiting.pop()) {
        const value = fiber.memoizedProps?.value;
        if (value?.getValues && value.handleSubmit) return JSON.parse(JSON.stringify(value.getValues()));
        if (fiber.sibling) waiting.push(fiber.sibling);
        if (fiber.child) waiting.push(fiber.child);
      }
      throw new Error('No form was found on the page');
    };
    const fields = [
      ...document.querySelectorAll<HTMLInputElement | HTMLSelectElement>('.worksheet :is(input, select)[name]'),
    ].filter(({ id }) => id !== 'diagnosis-picker');
    const controls = fields.map((field) => ({
      id: field.id,
      name: field.name,
      kind:
        field instanceof HTMLSelectElement
          ? 'select'
          : field.type === 'radio' || field.type === 'checkbox'
            ? field.type
            : 'text',
      value: field.value,
      on: field instanceof HTMLInputElement && field.checked,
      options: field instanceof HTMLSelectElement ? [...field.options].map(({ value }) => value) : [],
    }));
    const panel = document.querySelector('.answer-panel');
    const linesOn = () =>
      [...(panel?.querySelectorAll('table.service-lines tbody tr') ?? [])].map((row) => {
        const cell = (column: string) => row.querySelector(`.column-${column}`)?.textContent?.trim() ?? '';
        const modifiers = cell('modifiers').endsWith('none') ? '' : `-${cell('modifiers').replaceAll(' ', '-')}`;
        return `${cell('hcpcs')}${modifiers} × ${cell('units')}`;
      });
    const ticked = () =>
      [...(panel?.querySelectorAll<HTMLInputElement>('.check-off input:checked') ?? [])]
        .map((box) => (box.getAttribute('aria-label') ?? '').replace(/^[^:]+: /, ''))
        .sort();
    const now = new Date();
    return {
      controls,
      visible: fields.filter((field) => field.checkVisibility()).map(({ id }) => id),
      record: record(),
      today: [
        now.getFullYear(),
        String(now.getMonth() + 1).padStart(2, '0'),
        String(now.getDate()).padStart(2, '0'),
      ].join('-'),
      screen: panel?.querySelector('.status')
        ? {
            status: panel.querySelector('#answer-title')?.textContent?.trim() ?? '',
            lines: linesOn(),
            ticked: ticked(),
          }
        : null,
    };
  }) as unknown as Promise<Look>;

const at = (record: unknown, name: string): unknown =>
  name.split('.').reduce<unknown>((part, step) => (part as Record<string, unknown> | undefined)?.[step], record);

/** What of the screen is not what the record says, one line each. */
function apart(controls: readonly Control[], record: WorksheetText, today: IsoDate): string[] {
  const { refill } = readWorksheet(record, today);
  const leftStands = refill?.left ? isAnswered(record.refill, refill.left) : true;
  const wrong: string[] = [];
  for (const { name, kind, value, on } of controls) {
    const held = at(record, name);
    const shown =
      kind === 'text' || kind === 'select'
        ? value === held
        : on ===
          (kind === 'radio'
            ? held === value && (name !== 'refill.leftover' || leftStands)
            : name === 'services'
              ? record.services.some((row) => codeOf(row) === value)
              : Array.isArray(held)
                ? held.includes(value)
                : held === true);
    if (!shown)
      wrong.push(
        `${name} (${kind}) shows ` +
          `${kind === 'text' || kind === 'select' ? `“${value}”` : `${value} ${on ? 'on' : 'off'}`}, the record ` +
          `holds ${JSON.stringify(held)}`,
      );
  }
  return wrong;
}

/** The claim in words, as the bar at the foot and the screen reader are told it, and its findings’ ticks. */
const claimWords = (claim: PreparedClaim | null) =>
  claim
    ? {
        status: statusWords[claim.status],
        lines: linesOf(claim).map(lineInShort),
        ticked: findingGroups(claim.findings)
          .flatMap(({ matters }) => matters)
          .filter(({ isSettled, findings: [first] }) => isSettled && first.override === null)
          .map(({ findings }) => findings.map(({ rule }) => rule.title).join('; '))
          .sort(),
      }
    : null;

const claimOf = (record: WorksheetText, today: IsoDate): PreparedClaim | null => {
  const { encounter } = readWorksheet(record, today);
  return encounter && prepareClaim(encounter, ruleBook);
};

/** Holds screen, record and claim against each other. */
async function agree(page: Page, after: string): Promise<Look> {
  let seen: Look | undefined;
  await expect(async () => {
    seen = await look(page);
    const { controls, record, today, screen } = seen;
    expect(apart(controls, record, today), after).toEqual([]);
    expect(screen, after).toEqual(claimWords(claimOf(record, today)));
  }).toPass({ timeout: 3_000, intervals: [20, 50, 100, 200] });
  return seen ?? look(page);
}

const rubbish = ['', ' ', '0', 'abc', '36 constructor', '1e9', '-3', '١', '2 mL', '500 mcg', 'x'.repeat(250)];
const sensible: Readonly<Record<string, readonly string[]>> = {
  doseGiven: ['36', '25 mg', '18 mL', '36000 mcg', '40', '50', '90'],
  doseWasted: ['4', '0', '15', '2 mL', '4000 mcg'],
  labeledAmount: ['40', '20 mL', '80'],
  strength: ['2000', '500', '2 mg/mL', '50'],
  dateOfService: ['11/20/2026', 't', 't-1', '03/10/2026', '2025-06-30', '12/31/2098'],
  ndc: ['66794-157-02', '70121-2501-01', '12345-6789-01'],
  diagnoses: ['G80.1', 'G35.D, M62.838', 'M62.838'],
  placeOfService: ['65', '19', '11'],
  chargePerUnit: ['200', '$1,200.00', '0'],
  unitsApproved: ['8', '12 units'],
  'refill.instilled': ['18', '35', '20', '36 mg'],
  count: ['1', '2', '3'],
  expiry: ['03/2028', '01/2020'],
  lot: ['A1', 'B2'],
};
const texts = (name: string): readonly string[] =>
  sensible[name] ?? sensible[name.split('.').at(-1) ?? ''] ?? ['7', 'A1', '05/01/2026'];

type Random = () => number;
const one = <T>(random: Random, all: readonly T[]): T => {
  const found = all[Math.floor(random() * all.length)];
  if (found === undefined) throw new Error('There is nothing to choose from');
  return found;
};

/** What a user may do next; each gives what was done in words, or nothing where it cannot be done now. */
const steps: readonly {
  readonly often: number;
  readonly take: (page: Page, random: Random, seen: Look) => Promise<string | undefined>;
}[] = [
  {
    often: 8,
    async take(page, random, { controls, visible }) {
      const { id, name } = one(
        random,
        controls.filter((field) => field.kind === 'text' && visible.includes(field.id)),
      );
      const text = one(random, random() < 0.2 ? rubbish : texts(name));
      await page.locator(`[id="${id}"]`).fill(text);
      if (random() < 0.5) await page.locator(`[id="${id}"]`).press('Tab');
      return `${name} := ${text.slice(0, 20)}`;
    },
  },
  {
    often: 6,
    async take(page, random, { controls, visible }) {
      const { id, name, options } = one(
        random,
        controls.filter((field) => field.kind === 'select' && visible.includes(field.id)),
      );
      const chosen = one(random, options);
      await page.locator(`[id="${id}"]`).selectOption(chosen);
      return `${name} := ${chosen || 'none'}`;
    },
  },
  {
    often: 5,
    async take(page, random, { controls, visible }) {
      const { id, name, value } = one(
        random,
        controls.filter((field) => (field.kind === 'radio' || field.kind === 'checkbox') && visible.includes(field.id)),
      );
      await page.locator(`[id="${id}"]`).click();
      return `${name}: ${value}`;
    },
  },
  {
    often: 2,
    async take(page, random) {
      const boxes = page.locator('.check-off input');
      const count = await boxes.count();
      if (count === 0) return undefined;
      await boxes.nth(Math.floor(random() * count)).click();
      return 'a tick';
    },
  },
  {
    often: 2,
    async take(page, random) {
      const entry = one(random, ['I have the dose', 'I am recording a pump refill']);
      await page.getByRole('radio', { name: entry }).check();
      return entry;
    },
  },
  {
    often: 1,
    async take(page) {
      await page
        .locator('.worksheet details')
        .evaluateAll((all) => all.forEach((each) => each.setAttribute('open', '')));
      return 'unfolded';
    },
  },
  {
    often: 2,
    async take(page, random) {
      await page.getByRole('radio', { name: 'I have the dose' }).check();
      await fillLeast(
        page,
        one(random, ['36', '25', '18.5']),
        one(random, ['4', '15', '0']),
        one(random, ['Medicare Part B', 'Commercial', 'Medicaid']),
        one(random, ['Office', 'Hospital outpatient']),
      );
      return 'the least that makes a claim';
    },
  },
  { often: 1, take: (page) => pressed(page, 'New claim') },
  { often: 2, take: (page) => pressed(page, /^Undo/) },
  {
    often: 2,
    async take(page, random) {
      await page.locator('.menu > summary').press('Enter');
      return pressed(page, /^Example/, random);
    },
  },
  {
    often: 1,
    async take(page, random) {
      const name = one(random, [
        'Claim forms and files',
        'Payer profiles',
        'Tables and dates',
        'A claim came back',
        'Reference',
      ]);
      const drawer = await openDrawer(page, name);
      if (name === 'Payer profiles')
        await drawer
          .getByLabel('Open a file')
          .setInputFiles({ name: 'x.json', mimeType: 'application/json', buffer: Buffer.from('{"format":') });
      if (name === 'Tables and dates')
        await drawer
          .getByLabel('Open a CMS file')
          .setInputFiles({ name: 'x.csv', mimeType: 'text/csv', buffer: Buffer.from('HCPCS Code,x\nJ0475,1') });
      if (name === 'A claim came back')
        await told(page, drawer.getByRole('textbox'), 'remittanceCode', one(random, ['CO-197', 'CO-16 N822']));
      if (name === 'Claim forms and files') await tellPatient(page, drawer, random);
      await page.keyboard.press('Escape');
      return `looked into ${name}`;
    },
  },
  {
    often: 1,
    async take(page, random) {
      const way = one(random, ['reload', 'away and back', 'hidden and shown']);
      if (way === 'reload') await page.reload();
      if (way === 'away and back') {
        await page.goto('/?away');
        await page.goBack();
      }
      if (way === 'hidden and shown')
        await page.evaluate(() => void document.dispatchEvent(new Event('visibilitychange')));
      await settled(page);
      return way;
    },
  },
];

/** Fills a field of a drawer and holds it against the record. */
async function told(page: Page, field: Locator, name: string, text: string): Promise<void> {
  await field.fill(text);
  await expect(field).toHaveValue(text);
  expect(at((await look(page)).record, name)).toBe(text);
}

/** Something of the patient and of an earlier claim, where the claim may leave as an 837P. */
async function tellPatient(page: Page, drawer: Locator, random: Random): Promise<void> {
  const whole = drawer.getByRole('radio', { name: '837P' });
  if ((await whole.count()) === 0) return;
  await whole.check();
  const { record } = await look(page);
  const earlier = drawer.getByRole('radio', { name: 'Replaces an earlier claim (7)' });
  if ((await earlier.count()) > 0) {
    await expect(earlier).toBeChecked({ checked: record.frequency === '7' });
    await earlier.check();
    await told(
      page,
      drawer.getByRole('textbox', { name: 'Payer’s number of the earlier claim' }),
      'originalReference',
      one(random, ['ICN 1', 'ICN 2']),
    );
  }
  const ask = drawer.getByRole('button', { name: 'Make a whole 837P file' });
  if ((await ask.count()) > 0) await ask.click();
  const last = drawer.getByRole('textbox', { name: 'Patient’s last name' });
  if ((await last.count()) === 0) return;
  await expect(last).toHaveValue(record.sending.patientLast);
  await expect(drawer.getByRole('textbox', { name: 'Payer ID', exact: true })).toHaveValue(record.sending.payerId);
  await told(page, last, 'sending.patientLast', one(random, ['Onesample', 'Twosample', '']));
  await told(
    page,
    drawer.getByRole('textbox', { name: 'Payer ID', exact: true }),
    'sending.payerId',
    one(random, ['P1', 'P2']),
  );
}

async function pressed(page: Page, name: string | RegExp, random: Random = () => 0): Promise<string | undefined> {
  const buttons = page.locator('.page-actions').getByRole('button', { name });
  const count = await buttons.count();
  if (count === 0) return undefined;
  const button = buttons.nth(Math.floor(random() * count));
  const words = await button.innerText();
  await button.click();
  return words;
}

const settled = (page: Page) =>
  page.waitForFunction(
    () =>
      document.getElementById('not-started') === null &&
      [...document.querySelectorAll('.worksheet section :is(input, select)')].every((field) =>
        Object.keys(field).some((key) => key.startsWith('__reactProps')),
      ),
  );

/**
 * Walks so many steps, holding screen, record and claim against each other after each, and paper and files with them at
 * the end. The first walk on a page opens it; the next goes on with a new claim where the last one ended.
 */
export async function walk(page: Page, seed: number, length: number, isFirst: boolean): Promise<void> {
  const random = chance(seed);
  if (isFirst) await open(page);
  else {
    // A file that is still being handed over may swallow the key.
    await expect(async () => {
      await page.keyboard.press('Escape');
      await expect(page.locator('dialog[open]')).toHaveCount(0, { timeout: 1_000 });
    }).toPass();
    await page.getByRole('button', { name: 'New claim' }).click();
  }
  const done: string[] = [];
  let seen = await agree(page, `walk ${seed}: the page as it opens`);
  const hat = steps.flatMap((step) => Array.from({ length: step.often }, () => step));
  while (done.length < length) {
    const words = await one(random, hat).take(page, random, seen);
    if (words === undefined) continue;
    done.push(words);
    seen = await agree(page, `walk ${seed}: ${done.join(' → ')}`);
  }
  await handedOver(page, `walk ${seed}: ${done.join(' → ')}`);
}

/** The paper and every file of the claim, against what is written of the record. */
async function handedOver(page: Page, after: string): Promise<void> {
  const { record, today } = await look(page);
  const claim = claimOf(record, today);
  await page.emulateMedia({ media: 'print' });
  const paper = page.locator('article.claim-summary:not(.refill-note)');
  if (record.entry === 'dose' || record.refill.paper !== 'note') {
    await expect(paper, after).toHaveCount(claim ? 1 : 0);
    if (!claim) await expect(page.locator('.claim-summary').getByText('There is no claim yet:'), after).toBeVisible();
    const printed = await paper
      .locator('table.service-lines tbody tr')
      .evaluateAll((rows) => rows.map((row) => row.textContent ?? ''));
    const lines = claim ? linesOf(claim) : [];
    expect(printed.length, after).toBe(lines.length);
    for (const [place, line] of lines.entries())
      for (const part of [line.hcpcs, ...line.modifiers, String(line.unitsOfService.units)])
        expect(printed[place], after).toContain(part);
  }
  await page.emulateMedia({ media: 'screen' });
  if (!claim) return;
  const resubmission: Resubmission =
    record.frequency === '1' ? { code: '1' } : { code: record.frequency, original: record.originalReference };
  const drawer = await openDrawer(page, 'Claim forms and files');
  await drawer.getByRole('radio', { name: 'CSV, JSON or FHIR' }).check();
  const files: readonly (readonly [string, Written<string>])[] = [
    ['CSV', linesCsv(claim, resubmission)],
    ['JSON', claimJson(claim, resubmission)],
    ['FHIR Claim', fhirClaim(claim, resubmission)],
  ];
  for (const [what, result] of files) {
    const button = drawer.getByRole('button', { name: `Download the ${what}` });
    if ('refused' in result) {
      await expect(button, after).toHaveAttribute('aria-disabled', 'true');
      continue;
    }
    const [download] = await Promise.all([page.waitForEvent('download'), button.click()]);
    expect(await readFile(await download.path(), 'utf8'), after).toBe(result.written);
  }
  const isHospital = claim.formItems.form === 'institutional';
  await drawer.getByRole('radio', { name: isHospital ? '837I' : '837P' }).check();
  const loops = isHospital
    ? hospitalLoops(claim, resubmission, record.sending.procedureRevenue)
    : claimLoops(claim, resubmission);
  const shown = drawer.getByRole('region', { name: 'Loops 2300, 2400 and 2410' });
  if ('written' in loops) expect(await shown.innerText(), after).toBe(loops.written);
  else await expect(shown, after).toHaveCount(0);
}
