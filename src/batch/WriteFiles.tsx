import { useState } from 'react';
import { ChoiceBox } from '../controls/Choices';
import { SelectField } from '../controls/SelectField';
import type { Office } from '../engine/clinic-file';
import { saveFile } from '../fields/save-file';
import { writtenAt } from '../formats/professional-837';
import type { Session } from './ask';
import type { RowFilter } from './messages';
import { RunButtons } from './RunButtons';
import { useWork } from './use-work';
import { officeAfter, takesNumber, writtenFiles, type WrittenFile } from './write';

export type WriteFilesProps = Pick<Session, 'ask' | 'stop'> & {
  filter: RowFilter;
  office: Office;
  onOfficeChange: (change: (before: Office) => Office) => void;
};

/** Writes one file at a time of the rows that are shown. */
function useWriting({ filter, office, onOfficeChange, ask, stop }: WriteFilesProps) {
  const [said, setSaid] = useState('');
  const { running, work, cancel } = useWork({ ask, stop });
  const write = async (what: WrittenFile, withReview: boolean) => {
    const at = writtenAt(new Date());
    if (!at) return setSaid('The clock of this computer tells no date.');
    setSaid('Writing…');
    const written = await work('write', { ...filter, what, office, writtenAt: at, withReview });
    if (written === 'stopped') return setSaid('Stopped. Nothing was written.');
    if (written === 'failed') return setSaid('Writing failed. Nothing was written.');
    if (written.parts.length === 0) return setSaid(written.says);
    const { file, type } = writtenFiles[what];
    saveFile(file, type, written.parts);
    const says = `${file} went to your downloads: ${written.says}`;
    if (!takesNumber(what)) return setSaid(says);
    const { controlNumber } = officeAfter(what, office);
    onOfficeChange((before) => ({ ...before, controlNumber }));
    return setSaid(says + numberInWords(office));
  };
  return { said, running, write, cancel };
}

export function WriteFiles(props: WriteFilesProps) {
  const [what, setWhat] = useState<WrittenFile>('rows');
  const [withReview, setWithReview] = useState(false);
  const { said, running, write, cancel } = useWriting(props);
  return (
    <div className="batch-write">
      <SelectField
        id="batch-what"
        label="Write the rows shown to a file"
        choices={Object.entries(writtenFiles).map(([value, { label }]) => ({ value, label }))}
        unchosen={undefined}
        hint={undefined}
        problem={undefined}
        field={{ value: what, onChange: ({ target }) => setWhat(target.value as WrittenFile) }}
      />
      {takesNumber(what) ? (
        <ChoiceBox
          type="checkbox"
          id="batch-with-review"
          name="batch-with-review"
          value="on"
          label="Take claims in review as well"
          hint="Their lines stand, and something is still to be checked."
          checked={withReview}
          onChange={({ target }) => setWithReview(target.checked)}
        />
      ) : null}
      <RunButtons
        start="Download the file"
        cancel="Cancel writing"
        label="Writing the rows"
        isSolid={false}
        running={running}
        onStart={() => void write(what, withReview)}
        onCancel={cancel}
      />
      <p role="status">{said}</p>
    </div>
  );
}

/** The number that the file took, which no other gets. */
const numberInWords = ({ controlNumber, usage }: Office): string =>
  ` Its control number is ${controlNumber.trim()}, and the next file has the next number. ` +
  'Save the clinic’s file so that it stays so.' +
  (usage === 'T' ? ' It is marked as a test: nothing is billed with it.' : '');
