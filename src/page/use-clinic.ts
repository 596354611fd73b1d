import { useCallback, useMemo, useState, type Dispatch, type SetStateAction } from 'react';
import { isSameClinic, type ClinicFile } from '../engine/clinic-file';
import { whereKept, type WhereKept } from '../fields/where-kept';
import { changesSince, noRecords, type ClinicRecords } from '../records/clinic-records';

export type ClinicOfPage = {
  /** The clinic itself, without its claims. */
  readonly file: ClinicFile;
  readonly onChange: Dispatch<SetStateAction<ClinicFile>>;
  /** The clinic as it was last saved to its file, or opened from one. */
  readonly kept: ClinicFile;
  readonly onKept: (file: ClinicFile) => void;
  /** The clinic with its claims and vials. */
  readonly records: ClinicRecords;
  readonly onRecordsChange: (change: (before: ClinicRecords) => ClinicRecords) => void;
  /** All of it as it last stood on the disk. */
  readonly saved: ClinicRecords;
  readonly onSaved: (records: ClinicRecords) => void;
  /** How many changes of it are on no disk. */
  readonly unsaved: number;
  readonly whereKept: WhereKept;
  readonly forget: () => void;
};

/**
 * What is the clinic’s and survives a new claim: payer profiles, opened tables, sender and provider, and the claims and
 * vials that it keeps. Forgotten when the page is left.
 */
export function useClinic(): ClinicOfPage {
  const [records, onRecordsChange] = useState(noRecords);
  const [saved, setSaved] = useState(noRecords);
  const [kept, onKept] = useState<ClinicFile>(noRecords.clinic);
  const file = records.clinic;
  const onChange = useCallback<ClinicOfPage['onChange']>(
    (change) =>
      onRecordsChange((before) => ({
        ...before,
        clinic: typeof change === 'function' ? change(before.clinic) : change,
      })),
    [],
  );
  const onSaved = useCallback((written: ClinicRecords) => {
    setSaved(written);
    onKept(written.clinic);
  }, []);
  // What is the clinic’s own may stand in the file of its payer profiles instead.
  const unsaved = useMemo(() => changesSince({ ...saved, clinic: kept }, records), [records, saved, kept]);
  const where = whereKept(keepsAny(records), unsaved);
  const forget = useCallback(() => {
    onRecordsChange(noRecords);
    onSaved(noRecords);
  }, [onSaved]);
  return useMemo(
    () => ({
      file,
      onChange,
      kept,
      onKept,
      records,
      onRecordsChange,
      saved,
      onSaved,
      unsaved,
      whereKept: where,
      forget,
    }),
    [file, onChange, kept, records, saved, onSaved, unsaved, where, forget],
  );
}

const keepsAny = ({ clinic, claims, vials }: ClinicRecords): boolean =>
  claims.length + vials.length > 0 || !isSameClinic(clinic, noRecords.clinic);
