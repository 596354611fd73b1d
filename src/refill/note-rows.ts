import { formatDate } from '../engine/dated';
import type { PumpFill } from '../engine/encounter';
import { pumpOutlook, type PumpOutlook } from '../engine/pump-outlook';
import { formatMass, formatMcg, formatMl, formatStrength, isMoreVolume, isNone, sumOfVolumes, timesVolume, volumeHolding, volumeLeft, type Mass } from '../engine/quantity';
import { containerWords, inMl } from '../worksheet/as-entered';
import { unexplainedIn, type RefillReading } from '../worksheet/read-refill';
import type { WorksheetText } from '../worksheet/worksheet-text';

/** One field of the note: a value, or null for a line to write on; and who asks for it, or null for good practice. */
export type NoteRow = { readonly label: string; readonly value: string | null; readonly askedBy: string | null };
export type NoteSection = { readonly title: string; readonly rows: readonly NoteRow[] };

/** What the record should hold of a refill: rows 11 and `products 4`. Only a payer or contractor that was read counts as asking. */
export function noteSections(worksheet: WorksheetText, reading: RefillReading): readonly NoteSection[] {
  const { refill } = worksheet;
  const { pumpFill, on, opened } = reading;
  const good = (label: string, value: string | null): NoteRow => ({ label, value: value || null, askedBy: null });
  const asked = (label: string, value: string | null, askedBy: string): NoteRow => ({ label, value: value || null, askedBy });
  const outlook = pumpFill?.dailyDose && on ? pumpOutlook(pumpFill, pumpFill.dailyDose, on) : null;
  const openedVolume = sumOfVolumes(opened.map((row) => timesVolume(row.volume, row.count)));
  const unexplained = unexplainedIn(reading);

  const drug: NoteSection = {
    title: 'Drug',
    rows: [
      ...opened.map((row, place) => asked(`Container ${place + 1}`, `${containerWords(row)}${on && row.expiry && row.expiry < on ? ': EXPIRED at the service' : ''}`, 'the NDC, by Medicaid and most plans')),
      asked('Opened in all', `${formatMl(openedVolume)}, ${formatMass(reading.labeled)}`, 'Noridian'),
      ...(refill.diluted ? [good('Diluent; final concentration', `${inMl(refill.diluent)}; ${pumpFill ? formatStrength(pumpFill.concentration) : refill.concentration}`)] : []),
      asked('Given, and by which route', `${inMl(refill.instilled)}${reading.given ? ` = ${formatMass(reading.given)}` : ''}${pumpFill ? ', intrathecal, into the pump' : ', intrathecal'}`, 'Noridian, BCBS North Dakota, LifeWise'),
      asked('Discarded, all of it new drug', discardedWords(reading), 'CMS policy; Noridian, First Coast'),
      asked('Date and time of the waste', [worksheet.wasteDate, worksheet.wasteTime].map((text) => text.trim()).filter(Boolean).join(', ') || (reading.wasted && isNone(reading.wasted) ? 'no waste' : null), 'Palmetto'),
      good('Reason for the waste', worksheet.wasteReason.trim() || (reading.wasted && isNone(reading.wasted) ? 'no waste' : null)),
      ...(unexplained && !isNone(unexplained) ? [asked('Not accounted for', `${formatMass(unexplained)}${refill.correction.trim() ? `: ${refill.correction.trim()}` : ''}`, 'not billed; JZ may not attest it')] : []),
    ],
  };
  if (!pumpFill) return [drug, { title: 'Injection', rows: [good('Time and level', null), good('Response, and how long it was watched', null)] }];
  return [
    drug,
    {
      title: 'Pump',
      rows: [
        good('Maker and model', refill.pumpModel.trim()),
        good('Reservoir', formatMl(pumpFill.reservoir)),
        good('Before: concentration, daily dose, mode', beforeWords(pumpFill)),
        good('Expected; aspirated; difference', residualWords(pumpFill)),
        good('Daily dose after', doseWords(pumpFill)),
        ...(pumpFill.concentrationBefore && pumpFill.concentrationBefore.mcgPerMl !== pumpFill.concentration.mcgPerMl
          ? [good('Bridge bolus programmed', pumpFill.bridgeBolus === null ? null : pumpFill.bridgeBolus ? 'yes' : 'no')]
          : []),
        good('Alarm volume; alarm date', alarmWords(pumpFill, outlook)),
        good('Latest refill', outlook?.latestRefill ? formatDate(outlook.latestRefill.date) : null),
        good('Next appointment', null),
        good('Programming and refill codes', null),
      ],
    },
  ];
}

function discardedWords({ wasted, labeled, opened }: RefillReading): string | null {
  if (!wasted) return null;
  if (isNone(wasted)) return 'none';
  const strength = opened[0]?.strength;
  const volume = strength && opened.every((row) => row.strength.mcgPerMl === strength.mcgPerMl) ? volumeHolding(wasted, strength) : undefined;
  return `${volume ? `${formatMl(volume)} = ` : ''}${formatMass(wasted)} of ${formatMass(labeled)}`;
}

const beforeWords = ({ concentrationBefore, dailyDoseBefore }: PumpFill): string | null =>
  [concentrationBefore && formatStrength(concentrationBefore), dailyDoseBefore && `${formatMcg(dailyDoseBefore)} a day`].filter(Boolean).join(', ') || null;

function residualWords({ expectedResidual, aspirated }: PumpFill): string | null {
  if (!expectedResidual && !aspirated) return null;
  const difference =
    expectedResidual && aspirated
      ? isMoreVolume(expectedResidual, aspirated)
        ? `${formatMl(volumeLeft(expectedResidual, aspirated))} less than expected`
        : `${formatMl(volumeLeft(aspirated, expectedResidual))} more than expected`
      : 'not compared';
  return `${expectedResidual ? formatMl(expectedResidual) : 'not entered'}; ${aspirated ? formatMl(aspirated) : 'not entered'}; ${difference}`;
}

function alarmWords({ alarmVolume, programmerAlarmDate }: PumpFill, outlook: PumpOutlook | null): string {
  const computed = outlook?.computedAlarm ? `; ${formatDate(outlook.computedAlarm)} computed` : '';
  return `${formatMl(alarmVolume)}${computed}${programmerAlarmDate ? `; ${formatDate(programmerAlarmDate)} by the programmer` : ''}`;
}

/** "440 mcg a day, 10 % more than before", to a tenth of a percent, cut off. */
function doseWords({ dailyDose, dailyDoseBefore }: PumpFill): string | null {
  if (!dailyDose) return null;
  const words = `${formatMcg(dailyDose)} a day`;
  if (!dailyDoseBefore) return words;
  const change = changeInPercent(dailyDoseBefore, dailyDose);
  return `${words}, ${change === '0' ? 'as before' : `${change} % ${dailyDose.ng > dailyDoseBefore.ng ? 'more' : 'less'} than before`}`;
}

function changeInPercent(before: Mass, after: Mass): string {
  const tenths = Math.trunc((Math.abs(after.ng - before.ng) * 1000) / before.ng);
  return tenths % 10 === 0 ? String(tenths / 10) : `${Math.trunc(tenths / 10)}.${tenths % 10}`;
}
