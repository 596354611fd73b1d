import { ChoiceBox } from './Choices';

type WithReviewProps = { id: string; checked: boolean; onChange: (checked: boolean) => void };

/** Whether a file takes claims in which something is still to be checked. */
export const WithReview = ({ id, checked, onChange }: WithReviewProps) => (
  <ChoiceBox
    type="checkbox"
    id={id}
    name={id}
    value="on"
    label="Take claims in review as well"
    hint="Their lines stand, and something is still to be checked."
    checked={checked}
    onChange={({ target }) => onChange(target.checked)}
  />
);
