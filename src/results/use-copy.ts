import { useState } from 'react';

export type Copying = {
  readonly copy: (key: string, text: string) => void;
  /** Whether this very text was the last one copied from here. */
  readonly isCopied: (key: string, text: string) => boolean;
  /** Key of what the browser did not let be copied last, '' for none. */
  readonly refused: string;
  /** What a screen reader is told. */
  readonly said: string;
};

/** Copies text and remembers which, so that what is not current any more is not called copied. */
export function useCopy(): Copying {
  const [last, setLast] = useState({ key: '', text: '', refused: false, times: 0 });
  const copy = async (key: string, text: string) => {
    try {
      await navigator.clipboard.writeText(text);
      setLast(({ times }) => ({ key, text, refused: false, times: times + 1 }));
    } catch {
      setLast(({ times }) => ({ key, text, refused: true, times: times + 1 }));
    }
  };
  return {
    copy: (key, text) => void copy(key, text),
    isCopied: (key, text) => !last.refused && last.key === key && last.text === text,
    refused: last.refused ? last.key : '',
    // The same words twice are told twice only where something changes.
    said:
      last.key === ''
        ? ''
        : last.refused
          ? `The browser did not allow copying ${last.key}.`
          : `Copied ${last.key}: ${inShort(last.text)}${last.times % 2 === 0 ? '\u00A0' : ''}`,
  };
}

const inShort = (text: string): string => (text.length < 80 ? text : `${text.length} characters`);
