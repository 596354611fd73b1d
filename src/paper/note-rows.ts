import { formatDate } from '../engine/dated';
import type { PumpFill } from '../engine/encounter';
import { pumpOutlook, type PumpOutlook } from '../engine/pump-outlook';
import {
  formatMass,
  formatMcg,
  formatMl,
  formatStrength,
  formatTenths,
  isMore,
  isMoreVolume,
  isNone,
  isSame,
  isSameVolume,
  noMass,
  percentApart,
  sumOfVolumes,
  timesVolume,
  volumeHolding,
  volumeLeft,
} from '../engine/quantity';
import { isConcentrationChanged } from '../rules/pump-checks';
import { isPumpCode, refillProcedures, supportInShort, tellsOfRefill } from '../rules/refill-procedures';
import { besideWords, containerWords, dayAsRead, timeAsRead } from '../answers/as-entered';
import { reprogrammingLabels, routeLabels, yesOrNoLabels } from '../answers/choice-labels';
import { readRefillAnswers } from '../answers/read-worksheet';
import { codeOf } from '../answers/service-rows';
import { onlyStrength, unexplainedIn, type RefillReading } from '../answers/read-refill';
import type { WorksheetText } from '../answers/worksheet-text';

/** One field of the note: a value, or null for a line to write on; and who asks for it. */
export type NoteRow = { readonly label: string; readonly value: string | null; readonly mark: string };
export type NoteSection = { readonly title: string; readonly rows: readonly NoteRow[] };

const good = (label: string, value: string | null): NoteRow => ({ label, value: value || null, mark: 'good practice' });
const asked = (label: string, value: string | null, by: string): NoteRow => ({
  label,
  value: value || null,
  mark: `asked for: ${by}`,
});

/**
 * What the record should hold of a refill: rows 11 and `products 4`. Only a payer or contractor that was read counts as
 * asking.
 */
export function noteSections(worksheet: WorksheetText, reading: RefillReading): readonly NoteSection[] {
  const { pumpFill, on } = reading;
  const drug = {
    title: 'Drug',
    rows: [...containerRows(reading), ...doseRows(worksheet, reading), ...wasteRows(worksheet, reading)],
  };
  const beside = besideSection(worksheet);
  if (!pumpFill || !on)
    return [
      drug,
      ...beside,
      { title: 'Injection', rows: [good('Time and level', null), good('Response, and how long it was watched', null)] },
    ];
  return [
    drug,
    ...beside,
    {
      title: 'Pump',
      rows: [
        ...pumpRows(pumpFill, pumpOutlook(pumpFill, on), worksheet.refill.pumpModel.trim()),
        ...codeRows(worksheet, reading),
      ],
    },
  ];
}

/** A second drug or fill of the day, with its containers and lots. */
function besideSection(worksheet: WorksheetText): readonly NoteSection[] {
  const rows = besideWords(worksheet).map(({ label, value }) => good(label, value === 'not entered' ? null : value));
  return rows.length > 0 ? [{ title: 'Another drug of this day', rows }] : [];
}

function containerRows({ opened, labeled, on }: RefillReading): readonly NoteRow[] {
  const volume = sumOfVolumes(opened.map((row) => timesVolume(row.volume, row.count)));
  return [
    ...opened.map((row, place) => {
      const expired = on !== null && row.expiry !== null && row.expiry < on;
      return asked(
        `Container ${place + 1}`,
        `${containerWords(row)}${expired ? ': EXPIRED at the service' : ''}`,
        'the NDC, by Medicaid and most plans',
      );
    }),
    asked('Opened in all', `${formatMl(volume)}, ${formatMass(labeled)}`, 'Noridian'),
  ];
}

function doseRows({ route }: WorksheetText, { instilled, given, drug, diluent }: RefillReading): readonly NoteRow[] {
  const mixture =
    drug?.mixed && drug.concentration
      ? `${diluent ? `${formatMl(diluent)} of diluent; ` : ''}${formatStrength(drug.concentration)}`
      : null;
  return [
    ...(mixture ? [good('Diluted or mixed; final concentration', mixture)] : []),
    asked(
      'Given',
      instilled && given ? `${formatMl(instilled)} = ${formatMass(given)}` : null,
      'Noridian, BCBS North Dakota, LifeWise',
    ),
    good('Route', routeLabels[route]),
  ];
}

function wasteRows(
  { wasteDate, wasteTime, wasteReason, refill }: WorksheetText,
  reading: RefillReading,
): readonly NoteRow[] {
  const { wasted } = reading;
  const unexplained = unexplainedIn(reading);
  const none = wasted !== null && isNone(wasted);
  const when = [dayAsRead(wasteDate), timeAsRead(wasteTime)].filter(Boolean).join(', ');
  return [
    asked('Discarded, all of it new drug', discardedWords(reading), 'CMS policy; Noridian, First Coast'),
    ...(none
      ? []
      : [asked('Date and time of the waste', when, 'Palmetto'), good('Reason for the waste', wasteReason.trim())]),
    ...(unexplained
      ? [
          {
            label: 'Not accounted for',
            value: `${formatMass(unexplained)}: ${refill.correction.trim()}`,
            mark: 'not billed; JZ may not attest it',
          },
        ]
      : []),
  ];
}

function discardedWords({ wasted, labeled, opened }: RefillReading): string | null {
  if (!wasted) return null;
  if (isNone(wasted)) return 'none';
  const strength = onlyStrength(opened);
  const volume = strength && volumeHolding(wasted, strength);
  return `${volume ? `${formatMl(volume)} = ` : ''}${formatMass(wasted)} of ${formatMass(labeled)}`;
}

function pumpRows(fill: PumpFill, outlook: PumpOutlook, model: string): readonly NoteRow[] {
  return [
    good('Maker and model', model),
    good('Reservoir', formatMl(fill.reservoir)),
    good('Infusion mode', null),
    good('Before: concentration, daily dose', beforeWords(fill)),
    good('Expected; aspirated; difference', residualWords(fill, outlook)),
    good('Daily dose after', doseWords(fill)),
    ...(isConcentrationChanged(fill)
      ? [good('Bridge bolus programmed', fill.bridgeBolus === null ? null : fill.bridgeBolus ? 'yes' : 'no')]
      : []),
    good('Alarm volume; alarm date', alarmWords(fill, outlook)),
    good('Latest refill', outlook.latestRefill ? formatDate(outlook.latestRefill.date) : null),
    good('Next appointment', null),
  ];
}

/** What decides between the refill codes, and which of them the record supports. */
function codeRows(worksheet: WorksheetText, { given, pumpFill }: RefillReading): readonly NoteRow[] {
  const { services, purpose, reprogrammed, skillNeeded } = worksheet;
  const facts = { purpose, given: given ?? noMass, pumpFill, ...readRefillAnswers(worksheet) };
  const answers = [reprogrammed && reprogrammingLabels[reprogrammed], skillNeeded && yesOrNoLabels[skillNeeded]];
  const supported = tellsOfRefill(facts) ? [`The record supports: ${supportInShort(refillProcedures(facts))}`] : [];
  const ticked = services.map(codeOf).filter(isPumpCode);
  const billed = ticked.length > 0 ? [`Billed: ${ticked.join(', ')}`] : [];
  return [
    good(
      'Reprogrammed; physician’s skill needed',
      answers.some(Boolean) ? answers.map((said) => said || 'not told').join('; ') : null,
    ),
    good('Programming and refill codes', [...billed, ...supported].join('; ')),
  ];
}

const beforeWords = ({ concentrationBefore, dailyDoseBefore }: PumpFill): string | null =>
  [concentrationBefore && formatStrength(concentrationBefore), dailyDoseBefore && `${formatMcg(dailyDoseBefore)} a day`]
    .filter(Boolean)
    .join(', ') || null;

function residualWords({ expectedResidual, aspirated }: PumpFill, { expected }: PumpOutlook): string | null {
  if (!expected && !aspirated) return null;
  const computed = expected && !expectedResidual ? ' (computed)' : '';
  return (
    `${expected ? formatMl(expected) : 'not entered'}${computed}; ` +
    `${aspirated ? formatMl(aspirated) : 'not entered'}; ` +
    `${expected && aspirated ? apartWords(expected, aspirated) : 'not compared'}`
  );
}

function apartWords(expected: PumpFill['instilled'], aspirated: PumpFill['instilled']): string {
  if (isSameVolume(expected, aspirated)) return 'as expected';
  return isMoreVolume(expected, aspirated)
    ? `${formatMl(volumeLeft(expected, aspirated))} less than expected`
    : `${formatMl(volumeLeft(aspirated, expected))} more than expected`;
}

/** "440 mcg a day, 10 % more than before", cut off after a tenth of a percent. */
function doseWords({ dailyDose, dailyDoseBefore }: PumpFill): string | null {
  if (!dailyDose) return null;
  const words = `${formatMcg(dailyDose)} a day`;
  if (!dailyDoseBefore) return words;
  if (isSame(dailyDose, dailyDoseBefore)) return `${words}, as before`;
  const { tenthsOfPercent } = percentApart(dailyDoseBefore, dailyDose);
  const change = tenthsOfPercent === 0 ? 'less than 0.1' : formatTenths(tenthsOfPercent);
  return `${words}, ${change} % ${isMore(dailyDose, dailyDoseBefore) ? 'more' : 'less'} than before`;
}

function alarmWords({ alarmVolume, programmerAlarmDate }: PumpFill, { computedAlarm }: PumpOutlook): string {
  const computed = computedAlarm ? `; ${formatDate(computedAlarm)} computed` : '';
  const told = programmerAlarmDate ? `; ${formatDate(programmerAlarmDate)} by the programmer` : '';
  return `${formatMl(alarmVolume)}${computed}${told}`;
}
