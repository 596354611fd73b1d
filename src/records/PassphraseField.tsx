import { useState, type ReactNode } from 'react';
import { ChoiceBox } from '../controls/Choices';
import { TextField } from '../controls/TextField';

type PassphraseFieldProps = {
  id: string;
  label: string;
  value: string;
  onChange: (typed: string) => void;
  hint?: ReactNode;
  problem?: string | undefined;
  said?: ReactNode;
  shown: boolean;
  onEnter: () => void;
};

/** A passphrase, hidden unless somebody asks to see it. */
export function PassphraseField({ value, onChange, shown, onEnter, ...told }: PassphraseFieldProps) {
  return (
    <TextField
      {...told}
      field={{
        type: shown ? 'text' : 'password',
        value,
        onChange: ({ currentTarget }) => onChange(currentTarget.value),
        onKeyDown: ({ key }) => {
          if (key === 'Enter') onEnter();
        },
      }}
    />
  );
}

/** Whether what is typed can be seen, and the box that says so. */
export function useShown(id: string): readonly [boolean, ReactNode] {
  const [shown, setShown] = useState(false);
  return [
    shown,
    <ChoiceBox
      key={id}
      type="checkbox"
      id={id}
      name={id}
      value="shown"
      label="Show what is typed"
      checked={shown}
      onChange={({ currentTarget }) => setShown(currentTarget.checked)}
    />,
  ];
}
