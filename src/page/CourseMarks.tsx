import type { ComponentProps } from 'react';
import { MadeFromMark } from '../records/MadeFromMark';
import { isToBill } from '../records/to-bill';

type MadeFromProps = ComponentProps<typeof MadeFromMark>;
type CourseProps = MadeFromProps & { onKeepAsBilled: () => void };

/** Where a kept claim stands on its way: whether it is still to bill, or sent, and which one it corrects or follows. */
export function CourseMarks({ onKeepAsBilled, ...props }: CourseProps) {
  const { worksheet, claim } = props;
  const sentOn = worksheet.course.sentOn.trim();
  return (
    <>
      {isToBill(worksheet) ? (
        <p className="example-mark">
          To bill: the nurse kept this refill for the biller. “Keep” leaves it to bill.{' '}
          {claim ? (
            <>
              Once it is billed, take it off that list:{' '}
              <button type="button" className="link" onClick={onKeepAsBilled}>
                Keep it as billed
              </button>
            </>
          ) : null}
        </p>
      ) : null}
      {sentOn === '' ? null : (
        <p className="example-mark">
          Sent on {sentOn}. If you change it, “Keep” asks whether it is a corrected claim of its own.
        </p>
      )}
      <CorrectsMark {...props} />
      <MadeFromMark {...props} />
    </>
  );
}

/** Which claim this one corrects, with the way to it. */
function CorrectsMark({ worksheet: { corrects, frequency, madeFrom }, claims, onOpen }: MadeFromProps) {
  const original = corrects === '' ? undefined : claims.find(({ recordId }) => recordId === corrects);
  // One that was made from a remittance says so by itself.
  if (!original || madeFrom.claim === corrects) return null;
  return (
    <p className="example-mark">
      Corrects the claim of {original.dateOfService.trim() || 'an unknown day'}, sent on {original.course.sentOn.trim()}
      . {frequency === '1' ? '' : 'Enter the payer’s number of that claim in the claim forms, at “This claim is”. '}
      <button type="button" className="link" onClick={() => onOpen(original)}>
        Open what was sent
      </button>
    </p>
  );
}
