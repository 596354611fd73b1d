import { useCallback, useMemo, useState, type Dispatch, type SetStateAction } from 'react';
import { isSameClinic, type ClinicFile } from '../engine/clinic-file';
import { isSameRecords, noRecords, type ClinicRecords } from '../records/clinic-records';

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
  readonly isUnsaved: () => boolean;
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
  const isUnsaved = useCallback(
    () => !isSameRecords({ ...records, clinic: saved.clinic }, saved) || !isSameClinic(file, kept),
    [records, saved, file, kept],
  );
  const forget = useCallback(() => {
    onRecordsChange(noRecords);
    onSaved(noRecords);
  }, [onSaved]);
  return useMemo(
    () => ({ file, onChange, kept, onKept, records, onRecordsChange, saved, onSaved, isUnsaved, forget }),
    [file, onChange, kept, records, saved, onSaved, isUnsaved, forget],
  );
}
