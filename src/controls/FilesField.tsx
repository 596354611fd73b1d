import type { ReactNode } from 'react';
import { Label } from './Label';

type FilesFieldProps = {
  id: string;
  label: string;
  hint: ReactNode;
  accept?: string;
  /** Why each of the files chosen last was not taken. */
  refused: readonly string[];
  onChosen: (files: readonly File[]) => void;
};

/** Files to be opened, one or several: label, hint, what was refused, field. */
export function FilesField({ id, label, hint, accept, refused, onChosen }: FilesFieldProps) {
  const isRefused = refused.length > 0;
  return (
    <>
      <Label of={id}>{label}</Label>
      <p className="ds-c-hint" id={`${id}-hint`}>
        {hint}
      </p>
      {isRefused ? (
        <ul id={`${id}-problem`} className="ds-c-inline-error">
          {refused.map((because) => (
            <li key={because}>{because}</li>
          ))}
        </ul>
      ) : null}
      <input
        type="file"
        id={id}
        multiple
        accept={accept}
        aria-describedby={`${id}-hint${isRefused ? ` ${id}-problem` : ''}`}
        {...(isRefused ? { 'aria-invalid': true } : {})}
        onClick={({ currentTarget }) => {
          // So that the same file, corrected, can be chosen again.
          currentTarget.value = '';
        }}
        onChange={({ currentTarget }) => onChosen([...(currentTarget.files ?? [])])}
      />
    </>
  );
}
