import { formatDay, type IsoDate } from '../engine/dated';
import { formatNdc } from '../engine/ndc';
import { formatMass, formatMl, formatParts, formatRatio, formatStrength, isNone, type Mass } from '../engine/quantity';
import { selectCode } from '../engine/select-code';
import { ruleBook } from '../rules';
import { productName, productOf } from '../rules/products';
import type { Answers, ReadName } from './answer';
import { readDay } from './claim-readers';
import type { FieldName } from './field-names';
import { askedOf } from './read-containers';
import { readDrugCode } from './read-drug-code';
import type { RefillReading } from './read-refill';
import { readExpiry, type Reading } from './read-answers';
import { readAmounts, strengthOfNdc } from './read-worksheet';
import type { Problem } from './answer-reader';
import { refillAnswers, worksheetAnswers } from './worksheet-answers';
import type { WorksheetText } from './worksheet-text';

/** What the page has understood of an answer, said back under its field; or, quietly, why it could not be read. */
export type Understood = Partial<Record<FieldName, string>>;

/** The days among the answers. */
const daysOf = <D extends Answers>(answers: D) =>
  Object.entries(answers).flatMap(([name, answer]) =>
    answer.kind === 'text' && answer.read === readDay ? [name as ReadName<D>] : [],
  );
const days = daysOf(worksheetAnswers);
const refillDays = daysOf(refillAnswers);

/**
 * Says every amount back, in units of the code where one is known, and every date with its weekday: the cheapest guard
 * against a thousandfold slip, and against day and month that changed places.
 */
export function understoodOf(
  worksheet: WorksheetText,
  problems: readonly Problem[],
  refill: RefillReading | null,
  today: IsoDate,
): Understood {
  const amounts = readAmounts(worksheet);
  const { code } = selectCode(
    { ...worksheet, opened: refill?.opened ?? [], strength: amounts.strength, payerConfirmation: null },
    ruleBook,
  );
  const understood: Understood = {};
  const dosage = code?.hcpcsDosage ?? null;
  for (const { field, message } of problems) {
    const typed = typedIn(worksheet, field);
    if (typeof typed === 'string' && typed.trim() !== '') understood[field] = message;
  }
  for (const field of ['doseGiven', 'doseWasted', 'labeledAmount'] as const) {
    const reading = amounts[field];
    if (reading && 'value' in reading) say(field, saidBack(reading.value.mass, dosage, reading.value.parts));
  }
  if (refill?.given && refill.instilled) {
    const { instilled, instilledParts, drug, given } = refill;
    const ofMasses = instilledParts.length > 0 ? [] : (drug?.givenParts ?? []);
    const said = saidBack(given, dosage, ofMasses);
    say(
      'refill.instilled',
      instilledParts.length > 0
        ? `${sumInWords(instilledParts.map(formatMl), formatMl(instilled))} = ${said.replace(/^= /, '')}`
        : said,
    );
  }
  if (refill?.wasted && worksheet.refill.leftover === 'other')
    say('refill.thrownAway', saidBack(refill.wasted, dosage, refill.wastedParts));
  const ofNdc = strengthOfNdc(worksheet);
  if (ofNdc)
    say(
      'strength',
      `${formatStrength(ofNdc.strength)}, from NDC ${formatNdc(ofNdc.ndc)}. Type another strength to change it.`,
    );
  else if (amounts.strength) say('strength', `= ${formatStrength(amounts.strength)}`);

  for (const field of days) sayDay(field, readDay(worksheet[field], '', today));
  for (const field of refillDays) sayDay(`refill.${field}`, readDay(worksheet.refill[field], '', today));
  for (const [place, { expiry }] of worksheet.refill.containers.entries())
    sayDay(`refill.containers.${place}.expiry`, readExpiry(expiry, ''), 'through');
  const ndc = worksheet.entry === 'dose' ? ndcWords(worksheet.ndc) : undefined;
  if (ndc) say('ndc', ndc);
  for (const [place, row] of worksheet.entry === 'refill' ? worksheet.refill.containers.entries() : []) {
    const { count, lot, expiry } = askedOf(row);
    for (const [name, asked] of [
      ['count', count],
      ['lot', lot],
      ['expiry', expiry],
    ] as const) {
      if (asked) say(`refill.containers.${place}.${name}`, asked);
    }
  }
  return understood;

  function say(field: FieldName, words: string): void {
    understood[field] ??= words;
  }
  function sayDay(field: FieldName, reading: Reading<IsoDate>, sign = '='): void {
    if ('value' in reading) say(field, `${sign} ${formatDay(reading.value)}`);
  }
}

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
function ndcWords(typed: string): string | undefined {
  const reading = typed.trim() === '' ? undefined : readDrugCode(typed, '');
  if (!reading || !('value' in reading)) return undefined;
  const { ndc, expiry } = reading.value;
  const product = productOf(ndc);
  return (
    'NDC ' +
    `${formatNdc(ndc)}${product ? `: ${productName(product)}` : ''}${expiry ? `; expiry ${formatDay(expiry)}` : ''}`
  );
}

/** What stands in a field, wherever in the form it is. */
const typedIn = (worksheet: WorksheetText, field: FieldName): unknown =>
  field.split('.').reduce<unknown>((part, name) => (part as Record<string, unknown> | undefined)?.[name], worksheet);
