import { createContext, type Dispatch, type ReactNode, type SetStateAction } from 'react';
import { emptyOffice, type Office } from '../engine/clinic-file';
import { useDraft } from '../fields/drafts';
import type { KeptClaim } from './clinic-records';

/** Letters that are open or half typed, by what they are about. */
type OpenLetters = Readonly<Record<string, string>>;
const none: OpenLetters = {};

export type LettersOfPage = {
  readonly office: Office;
  readonly open: OpenLetters;
  readonly setOpen: Dispatch<SetStateAction<OpenLetters>>;
  readonly onKeep: (record: KeptClaim) => void;
};
export const LettersContext = createContext<LettersOfPage>({
  office: emptyOffice,
  open: none,
  setOpen: () => {},
  onKeep: () => {},
});

type LettersProps = { office: Office; onChange: (changed: readonly KeptClaim[]) => void; children: ReactNode };

/** What a letter needs of the clinic, and where it is kept; what is half typed outlives a lock of the page. */
export function Letters({ office, onChange, children }: LettersProps) {
  const [open, setOpen] = useDraft('remittances:letters', none);
  return (
    <LettersContext value={{ office, open, setOpen, onKeep: (record) => onChange([record]) }}>
      {children}
    </LettersContext>
  );
}
