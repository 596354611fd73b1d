import { useCallback, useMemo, useState, type Dispatch, type SetStateAction } from 'react';
import { emptyClinicFile, isSameClinic, type ClinicFile } from '../engine/clinic-file';

export type ClinicOfPage = {
  readonly file: ClinicFile;
  readonly onChange: Dispatch<SetStateAction<ClinicFile>>;
  /** The clinic as it was last saved to its file, or opened from one. */
  readonly kept: ClinicFile;
  readonly onKept: (file: ClinicFile) => void;
  readonly isUnsaved: () => boolean;
  readonly forget: () => void;
};

/**
 * What is the clinic’s and survives a new claim: payer profiles, opened tables, sender and provider. Forgotten when the
 * page is left.
 */
export function useClinic(): ClinicOfPage {
  const [file, onChange] = useState<ClinicFile>(emptyClinicFile);
  const [kept, onKept] = useState<ClinicFile>(emptyClinicFile);
  const isUnsaved = useCallback(() => !isSameClinic(file, kept), [file, kept]);
  const forget = useCallback(() => {
    onChange(emptyClinicFile);
    onKept(emptyClinicFile);
  }, []);
  return useMemo(() => ({ file, onChange, kept, onKept, isUnsaved, forget }), [file, kept, isUnsaved, forget]);
}
