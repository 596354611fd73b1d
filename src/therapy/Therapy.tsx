import { use, useState } from 'react';
import { createPortal } from 'react-dom';
import { Choices } from '../controls/Choices';
import { SelectField } from '../controls/SelectField';
import { formatDate, type IsoDate } from '../engine/dated';
import { TodayContext, useWorksheetForm } from '../fields/form';
import { usePrintedSheet } from '../fields/use-printed-sheet';
import type { ClinicRecords, KeptClaim } from '../records/clinic-records';
import { fillOf, fillsOf, patientInForm, patientsOf, toldOf, type Fill, type Patient } from '../records/patient-fills';
import type { ReadKept } from '../records/clinic-records';
import { authorizationsOf, contradictionsIn, rowsOf, type Grouping } from './therapy';
import { TherapyReport, type Reported } from './TherapyReport';
import { nextOfClinic, nextOfPatient, yearSays } from './therapy-year';
import './therapy.css';

type TherapyProps = {
  /** Null while the drawer is closed. */
  records: ClinicRecords | null;
  read: ReadKept;
};

/** What the kept claims of a patient, or of the whole clinic, come to over time. */
export function Therapy({ records, read }: TherapyProps) {
  const [chosen, setChosen] = useState<string | null>(null);
  const [by, setBy] = useState<Grouping>('fill');
  if (!records) return null;
  if (records.claims.length === 0) {
    return (
      <p className="section-note">
        No claim is kept yet. Press “Keep” when a claim is done, or open the clinic’s file. Then the therapy stands
        here.
      </p>
    );
  }
  return (
    <div className="therapy">
      <Chosen claims={records.claims} read={read} chosen={chosen} onChosen={setChosen} by={by} onBy={setBy} />
    </div>
  );
}

const wholeClinic = 'clinic';
const keyOf = ({ reference, identity }: Patient): string => `patient ${JSON.stringify([reference, identity])}`;

type ChosenProps = {
  claims: readonly KeptClaim[];
  read: ReadKept;
  chosen: string | null;
  onChosen: (key: string) => void;
  by: Grouping;
  onBy: (by: Grouping) => void;
};

function Chosen({ claims, read, chosen, onChosen, by, onBy }: ChosenProps) {
  const { getValues } = useWorksheetForm();
  const today = use(TodayContext);
  const patients = patientsOf(claims);
  // The worksheet behind the drawer stands still while it is open.
  const first = patientInForm(getValues(), claims) ?? patients[0] ?? null;
  const wanted = patients.find((each) => keyOf(each) === chosen) ?? first;
  const patient = chosen === wholeClinic ? null : wanted;
  const shown = { reported: reportedOf(patient, patients, claims, read, today), by, read, today };
  return (
    <>
      <SelectField
        id="therapy-patient"
        label="Patient reference"
        unchosen={undefined}
        hint={undefined}
        problem={undefined}
        choices={choicesOf(patients, first)}
        field={{
          name: 'therapy-patient',
          value: patient ? keyOf(patient) : wholeClinic,
          onChange: ({ target }) => onChosen(target.value),
        }}
      />
      <Choices
        type="radio"
        className="inline-choices"
        id="therapy-by"
        name="therapy-by"
        label="One row for each"
        choices={groupingChoices.map((choice) => ({ ...choice, checked: choice.value === by }))}
        onChange={({ target }) => onBy(target.value as Grouping)}
      />
      <TherapyReport {...shown} />
      <Printing {...shown} />
    </>
  );
}

function reportedOf(
  patient: Patient | null,
  patients: readonly Patient[],
  claims: readonly KeptClaim[],
  read: ReadKept,
  today: IsoDate,
): Reported {
  const own = patient?.claims ?? claims;
  const fills = fillsOf(own, read);
  const kept = own.flatMap((claim) => fillOf(claim, read) ?? []);
  return {
    title: titleOf(patient, patients, fills),
    isClinic: !patient,
    year: patient
      ? [...yearSays(fills, today, false), nextOfPatient(fills, today)]
      : [...yearSays(fills, today, true), ...nextOfClinic(claims, fills, today)],
    fills,
    kept,
    undated: own.length - kept.length,
  };
}

const groupingChoices = [
  { value: 'fill', label: 'Fill' },
  { value: 'month', label: 'Month' },
  { value: 'year', label: 'Year' },
] as const;

/** That of the claim in the form first. */
function choicesOf(patients: readonly Patient[], first: Patient | null) {
  const ordered = first ? [first, ...patients.filter((each) => each !== first)] : patients;
  return [
    ...ordered.map((each) => ({ value: keyOf(each), label: nameOf(each, patients) })),
    { value: wholeClinic, label: 'The whole clinic' },
  ];
}

/** The reference; where several patients have it, what tells them apart as well. */
function nameOf(patient: Patient, patients: readonly Patient[]): string {
  const { reference } = patient;
  const isOnly = patients.filter((each) => each.reference.toLowerCase() === reference.toLowerCase()).length === 1;
  return isOnly && patient.isOne ? reference : `${reference} (${toldOf(patient) || 'nothing else told'})`;
}

function titleOf(patient: Patient | null, patients: readonly Patient[], fills: readonly Fill[]): string {
  const who = patient ? nameOf(patient, patients) : 'The whole clinic';
  const [first, last] = [fills[0], fills.at(-1)];
  if (!first || !last) return `${who}: no fill with a day`;
  const days =
    first.on === last.on ? `of ${formatDate(first.on)}` : `from ${formatDate(first.on)} to ${formatDate(last.on)}`;
  return `${who}: ${fills.length} ${fills.length === 1 ? 'fill' : 'fills'} ${days}`;
}

/** As many rows as one page takes beside all else. */
const mostRowsPrinted = 10;

type PrintingProps = { reported: Reported; by: Grouping; read: ReadKept; today: IsoDate };

/** One page: by the month or the year where there are more rows than it takes. */
function Printing({ reported, by, read, today }: PrintingProps) {
  const { printing, print } = usePrintedSheet();
  const { fills } = reported;
  const room = mostRowsPrinted - authorizationsOf(fills).length - contradictionsIn(fills).length;
  const fitting = (['fill', 'month', 'year'] as const)
    .slice({ fill: 0, month: 1, year: 2 }[by])
    .find((each) => rowsOf(fills, each).length <= room);
  return (
    <>
      <button type="button" className="ds-c-button ds-c-button--small ds-c-button--solid" onClick={print}>
        Print on one page
      </button>
      {printing
        ? createPortal(
            <article className="printed-sheet therapy-sheet">
              <header>
                <h1>Therapy over time</h1>
                <p>Made on {formatDate(today)}.</p>
              </header>
              <TherapyReport reported={reported} by={fitting ?? 'year'} read={read} today={today} isPaper />
            </article>,
            document.body,
          )
        : null}
    </>
  );
}
