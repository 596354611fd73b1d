import { formatDay, type IsoDate } from '../engine/dated';
import { formatNdc } from '../engine/ndc';
import {
  formatMass,
  formatMl,
  formatParts,
  formatRatio,
  formatStrength,
  isNone,
  type Mass,
  type Strength,
  type Volume,
} from '../engine/quantity';
import { selectCode } from '../engine/select-code';
import { valueIn } from '../engine/typed';
import { ruleBook } from '../rules';
import { cartonSays, productName, productOf } from '../rules/products';
import { readDay } from './claim-readers';
import { dayAnswers, refillDayAnswers } from './day-answers';
import { answerReader, type Problem } from './answer-reader';
import type { ContainersPath, FieldName } from './field-names';
import { askedOf, isEmptyRow, readContainers } from './read-containers';
import { expiryOfNdc, readDrugCode } from './read-drug-code';
import { onlyStrength, type RefillReading } from './read-refill';
import { readAmount, readExpiry, readTime, type Reading } from './read-answers';
import { readAmounts, strengthOfNdc } from './told-amounts';
import { asksContainersBeside, givenAs } from './what-is-asked';
import type { ContainerText, RefillText, WorksheetText } from './worksheet-text';

/** What the page has understood of an answer, said back under its field. */
export type Understood = Partial<Record<FieldName, string>>;

/**
 * Says every amount back, in units of the code where one is known, and every date with its weekday: the cheapest guard
 * against a thousandfold slip, and against day and month that changed places.
 */
export function understoodOf(worksheet: WorksheetText, refill: RefillReading | null, today: IsoDate): Understood {
  const amounts = readAmounts(worksheet);
  const { code } = selectCode(
    { ...worksheet, opened: refill?.opened ?? [], strength: amounts.strength, payerConfirmation: null },
    ruleBook,
  );
  const dosage = code?.hcpcsDosage ?? null;
  return Object.fromEntries<string>([
    ...sayAmounts(amounts, dosage),
    ...(refill ? sayRefill(worksheet.refill, refill, dosage) : []),
    ...sayStrength(worksheet, amounts.strength),
    ...sayDays(worksheet, today),
    ...(worksheet.entry === 'dose' ? sayNdc(worksheet) : askOfRows(worksheet.refill.containers, 'refill.containers')),
    ...sayBeside(worksheet),
  ]);
}

/** An answer, and what is said of it. */
type Said = readonly [field: FieldName, words: string];

function sayAmounts(amounts: ReturnType<typeof readAmounts>, dosage: Mass | null): readonly Said[] {
  const fields = ['doseGiven', 'doseWasted', 'labeledAmount'] as const;
  return fields.flatMap((field): Said[] => {
    const reading = amounts[field];
    return reading && 'value' in reading ? [[field, saidBack(reading.value.mass, dosage, reading.value.parts)]] : [];
  });
}

/** What was instilled and thrown away, as masses. */
function sayRefill({ leftover }: RefillText, refill: RefillReading, dosage: Mass | null): readonly Said[] {
  const { given, instilled, wasted, wastedParts } = refill;
  return [
    ...(given && instilled ? [['refill.instilled', instilledWords(given, instilled, refill, dosage)] as const] : []),
    ...(wasted && leftover === 'other' ? [['refill.thrownAway', saidBack(wasted, dosage, wastedParts)] as const] : []),
  ];
}

function instilledWords(
  given: Mass,
  instilled: Volume,
  { instilledParts, drug }: Pick<RefillReading, 'instilledParts' | 'drug'>,
  dosage: Mass | null,
): string {
  if (instilledParts.length === 0) return saidBack(given, dosage, drug?.givenParts ?? []);
  const sum = sumInWords(instilledParts.map(formatMl), formatMl(instilled));
  return `${sum} = ${saidBack(given, dosage, []).replace(/^= /, '')}`;
}

function sayStrength(worksheet: WorksheetText, strength: Strength | null): readonly Said[] {
  const ofNdc = strengthOfNdc(worksheet);
  if (ofNdc) {
    const from = `${formatStrength(ofNdc.strength)}, from NDC ${formatNdc(ofNdc.ndc)}`;
    return [['strength', `${from}. Type another strength to change it.`]];
  }
  return strength ? [['strength', `= ${formatStrength(strength)}`]] : [];
}

const sayDays = (worksheet: WorksheetText, today: IsoDate): readonly Said[] => [
  ...sayTime(worksheet.wasteTime),
  ...dayAnswers.flatMap((field) => sayDay(field, worksheet[field], (typed) => readDay(typed, '', today))),
  ...refillDayAnswers.flatMap((field) =>
    sayDay(`refill.${field}`, worksheet.refill[field], (typed) => readDay(typed, '', today)),
  ),
  ...sayExpiries(worksheet.refill.containers, 'refill.containers'),
];

const sayExpiries = (rows: readonly ContainerText[], path: ContainersPath): readonly Said[] =>
  rows.flatMap(({ expiry }, place) =>
    sayDay(`${path}.${place}.expiry`, expiry, (typed) => readExpiry(typed, ''), 'through'),
  );

/** Of a second drug of the day: its amounts, in units of its own code, and its containers. */
function sayBeside(worksheet: WorksheetText): readonly Said[] {
  const { drugBeside } = worksheet;
  if (drugBeside.use === '') return [];
  const rows = asksContainersBeside(worksheet) ? drugBeside.containers : [];
  const opened = rows.every(isEmptyRow)
    ? []
    : readContainers(
        rows,
        answerReader(() => {}),
        'drugBeside.containers',
      );
  const strength = onlyStrength(opened);
  const { drugSource } = drugBeside;
  const facts = { ...givenAs[drugBeside.use], drugSource, opened, strength, payerConfirmation: null };
  const dosage = selectCode(facts, ruleBook).code?.hcpcsDosage ?? null;
  const amounts = (['doseGiven', 'doseWasted'] as const).flatMap((name): Said[] => {
    if (drugBeside[name].trim() === '') return [];
    const reading = readAmount(drugBeside[name], drugBeside[`${name}Unit`], strength, '');
    return 'value' in reading
      ? [[`drugBeside.${name}`, saidBack(reading.value.mass, dosage, reading.value.parts)]]
      : [];
  });
  return [...amounts, ...askOfRows(rows, 'drugBeside.containers'), ...sayExpiries(rows, 'drugBeside.containers')];
}

function sayTime(typed: string): readonly Said[] {
  const time = valueIn(typed, readTime);
  return time === null ? [] : [['wasteTime', `= ${time}`]];
}

/** A day with its weekday. Most are blank, and those cost no reading. */
function sayDay(
  field: FieldName,
  typed: string,
  read: (typed: string) => Reading<IsoDate>,
  sign = '=',
): readonly Said[] {
  const on = valueIn(typed, read);
  return on === null ? [] : [[field, `${sign} ${formatDay(on)}`]];
}

/** What the code of a row leaves open; each is asked where nothing stands yet. */
const askOfRows = (rows: readonly ContainerText[], path: ContainersPath): readonly Said[] =>
  rows.flatMap((row, place) =>
    Object.entries(askedOf(row)).map(([name, asked]): Said => [
      `${path}.${place}.${name as keyof ReturnType<typeof askedOf>}`,
      asked,
    ]),
  );

/** Why what was typed could not be read; nothing is said of an answer that is still blank. */
export const unreadOf = (worksheet: WorksheetText, problems: readonly Problem[]): Understood =>
  Object.fromEntries(
    problems.flatMap(({ field, message }) => {
      const typed = typedIn(worksheet, field);
      return typeof typed === 'string' && typed.trim() !== '' ? [[field, message] as const] : [];
    }),
  );

function saidBack(mass: Mass, hcpcsDosage: Mass | null, parts: readonly Mass[]): string {
  if (isNone(mass)) return '= none';
  const told = parts.length > 0 ? sumInWords(parts.map(formatMass), formatMass(mass)) : formatMass(mass);
  if (hcpcsDosage === null) return parts.length > 0 ? told : `= ${told}`;
  const ratio = formatRatio(mass, hcpcsDosage);
  return `${told} = ${ratio} ${ratio === '1' ? 'unit' : 'units'} of ${formatMass(hcpcsDosage)}`;
}

/** "5 + 5 = 10 mg": the unit once, where all have the same. */
function sumInWords(parts: readonly string[], sum: string): string {
  const unit = sum.slice(sum.lastIndexOf(' '));
  return formatParts(
    parts.every((part) => part.endsWith(unit)) ? parts.map((part) => part.slice(0, -unit.length)) : parts,
    sum,
  );
}

/** "NDC 66794-0157-02: Gablofen 2000 mcg/mL, 20 mL vial", and where it was scanned, until when it may be used. */
function sayNdc(worksheet: Pick<WorksheetText, 'ndc' | 'ndcExpiry'>): readonly Said[] {
  const reading = worksheet.ndc.trim() === '' ? undefined : readDrugCode(worksheet.ndc, '');
  if (!reading || !('value' in reading)) return [];
  const { ndc } = reading.value;
  const product = productOf(ndc);
  const expiry = expiryOfNdc(worksheet);
  const named = `NDC ${formatNdc(ndc)}${product ? `: ${productName(product)}` : ''}`;
  const carton = product && cartonSays(product);
  return [['ndc', `${named}${expiry ? `; expiry ${formatDay(expiry)}` : ''}${carton ? `. ${carton}` : ''}`]];
}

/** What stands in a field, wherever in the form it is. */
const typedIn = (worksheet: WorksheetText, field: FieldName): unknown =>
  field.split('.').reduce<unknown>((part, name) => (part as Record<string, unknown> | undefined)?.[name], worksheet);
