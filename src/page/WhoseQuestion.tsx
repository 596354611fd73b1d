import type { FormEvent } from 'react';
import { labelOf } from '../answers/field-names';
import { TextField } from '../controls/TextField';
import { useAnswer } from '../fields/form';
import { Said } from '../fields/fields';
import { ModalQuestion } from './ModalQuestion';
import type { Whose } from './use-whose';

/** Whose claim it is, asked where Keep was pressed; Escape stays, and what was typed stays in the form. */
export function WhoseQuestion({ isAsking, answer }: Pick<Whose, 'isAsking' | 'answer'>) {
  return isAsking ? <Question answer={answer} /> : null;
}

function Question({ answer }: Pick<Whose, 'answer'>) {
  const keep = (event: FormEvent) => {
    event.preventDefault();
    // The field is left first: what the records tell of that patient is filled in, and kept with it.
    document.getElementById('keep-whose')?.focus();
    answer('keep');
  };
  return (
    <ModalQuestion titleId="whose-question" onStay={() => answer('stay')}>
      <form noValidate autoComplete="off" onSubmit={keep}>
        <h2 id="whose-question">Whose claim is it?</h2>
        <ReferenceField />
        <KeepOrStay onStay={() => answer('stay')} />
      </form>
    </ModalQuestion>
  );
}

/** The same answer as in the form, under an id of its own. */
export function ReferenceField() {
  const { value, change, problem } = useAnswer('patientReference');
  return (
    <TextField
      id="whose-reference"
      label={labelOf('patientReference')}
      hint="Your own reference, not a name. Earlier claims of the patient are found by it."
      problem={problem}
      said={<Said name="patientReference" />}
      field={{ name: 'patientReference', value, onChange: ({ target }) => change(target.value) }}
    />
  );
}

function KeepOrStay({ onStay }: { onStay: () => void }) {
  const { value } = useAnswer('patientReference');
  return (
    <div className="finding-actions">
      <button id="keep-whose" type="submit" className="ds-c-button ds-c-button--small">
        {value.trim() === '' ? 'Keep without a reference' : 'Keep it'}
      </button>
      <button type="button" className="ds-c-button ds-c-button--small" onClick={onStay}>
        Stay
      </button>
    </div>
  );
}
