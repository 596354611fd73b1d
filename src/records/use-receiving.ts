import { useCallback, useState } from 'react';
import type { IsoDate } from '../engine/dated';
import { formatNdc } from '../engine/ndc';
import { useDraft } from '../fields/drafts';
import { useAskBeforeLeaving } from '../fields/form';
import type { ReceivedVials } from './clinic-records';
import { newId } from '../fields/new-id';
import { noneReceived, readReceived, receivedAsText, type ReceivedName, type ReceivedText } from './received-text';

export type ChangeVials = (change: (before: readonly ReceivedVials[]) => readonly ReceivedVials[]) => void;

export const receivedFieldId = (name: ReceivedName): string => `received-${name}`;
export const goToReceived = (name: ReceivedName) => document.getElementById(receivedFieldId(name))?.focus();
const order: readonly ReceivedName[] = ['code', 'lot', 'expiry', 'count', 'receivedOn'];

/** What is typed, and which receipt it corrects; null: it is of a new one. */
type Draft = { readonly text: ReceivedText; readonly corrects: string | null };
type Problems = Partial<Record<ReceivedName, string>>;

export type Receiving = {
  readonly typed: ReceivedText;
  readonly isCorrection: boolean;
  readonly change: (answers: Partial<ReceivedText>) => void;
  readonly problems: Problems;
  /** What came of the last time, to be said. */
  readonly said: string;
  readonly add: () => void;
  readonly correct: (vials: ReceivedVials) => void;
};

/** What is typed of containers that came in, until it is added; what it corrects stays until then. */
export function useReceiving(today: IsoDate, onChange: ChangeVials): Receiving {
  const [draft, setDraft] = useDraft<Draft | null>('vials:receiving', null);
  const [problems, setProblems] = useState<Problems>({});
  const [said, setSaid] = useState('');
  useAskBeforeLeaving(useCallback(() => draft !== null, [draft]));
  const { text: typed, corrects } = draft ?? { text: noneReceived(today), corrects: null };
  const begin = (next: Draft | null, words: string) => {
    setDraft(next);
    setProblems({});
    setSaid(words);
    goToReceived('code');
  };
  const change: Receiving['change'] = (answers) => {
    setDraft((before) => ({ text: { ...(before?.text ?? typed), ...answers }, corrects }));
    setProblems((before) =>
      Object.fromEntries(Object.entries(before).filter(([name]) => !Object.hasOwn(answers, name))),
    );
  };
  const add = () => {
    const reading = readReceived(typed, today);
    if ('problems' in reading) return refuse(reading.problems);
    onChange((before) => withReceipt(before, reading.received, corrects));
    const { count, ndc, lot } = reading.received;
    begin(null, `${corrects ? 'Corrected' : 'Added'}: ${count} of NDC ${formatNdc(ndc)}, lot ${lot}.`);
  };
  const refuse = (found: Problems) => {
    setProblems(found);
    setSaid('Not added: see the fields.');
    const wrong = order.find((name) => found[name]);
    if (wrong) goToReceived(wrong);
  };
  const correct: Receiving['correct'] = (vials) =>
    begin({ text: receivedAsText(vials), corrects: vials.id }, 'Correct it, then press the button.');
  return { typed, isCorrection: corrects !== null, change, problems, said, add, correct };
}

/** In the place of the one that it corrects, or as the last. */
function withReceipt(
  vials: readonly ReceivedVials[],
  received: Omit<ReceivedVials, 'id' | 'keptAt'>,
  corrects: string | null,
): readonly ReceivedVials[] {
  const kept = { ...received, id: corrects ?? newId(), keptAt: new Date().toISOString() };
  return vials.some(({ id }) => id === corrects)
    ? vials.map((each) => (each.id === corrects ? kept : each))
    : [...vials, kept];
}
