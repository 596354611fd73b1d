import { useState } from 'react';
import { SelectField } from '../controls/SelectField';
import { WithReview } from '../controls/WithReview';
import type { Office } from '../engine/clinic-file';
import { saveFile } from '../fields/save-file';
import { writtenAt } from '../formats/professional-837';
import type { RowFilter } from './messages';
import { RunButtons } from './RunButtons';
import { busy, type Works } from './use-work';
import { giveBack, officeTaken, takesNumber, writtenFiles, type OfficeChange, type WrittenFile } from './write';

export type WriteFilesProps = {
  filter: RowFilter;
  onOfficeChange: OfficeChange;
  works: Works;
};

/** Writes one file at a time of the rows that are shown. */
function useWriting({ filter, onOfficeChange, works }: WriteFilesProps) {
  const [said, setSaid] = useState('');
  const write = async (what: WrittenFile, withReview: boolean) => {
    if (works.isBusy) return setSaid(busy);
    const at = writtenAt(new Date());
    if (!at) return setSaid('The clock of this computer tells no date.');
    setSaid('Writing…');
    const office = await officeTaken(what, onOfficeChange);
    const written = await works.work('write', { ...filter, what, office, writtenAt: at, withReview });
    if (typeof written === 'string' || written.parts.length === 0) {
      giveBack(what, office, onOfficeChange);
      return setSaid(typeof written === 'string' ? endedWords[written] : written.says);
    }
    const { file, type } = writtenFiles[what];
    saveFile(file, type, written.parts);
    const says = `${file} went to your downloads: ${written.says}`;
    return setSaid(takesNumber(what) ? says + numberInWords(office) : says);
  };
  return { said, write };
}

const endedWords = {
  stopped: 'Stopped. Nothing was written.',
  failed: 'Writing failed. Nothing was written.',
  busy,
} as const;

export function WriteFiles(props: WriteFilesProps) {
  const [what, setWhat] = useState<WrittenFile>('rows');
  const [withReview, setWithReview] = useState(false);
  const { said, write } = useWriting(props);
  const { works } = props;
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
      {takesNumber(what) ? <WithReview id="batch-with-review" checked={withReview} onChange={setWithReview} /> : null}
      <RunButtons
        start="Download the file"
        cancel="Cancel writing"
        label="Writing the rows"
        isSolid={false}
        running={works.runningOf('write')}
        isBlocked={works.isBusy}
        onStart={() => void write(what, withReview)}
        onCancel={works.cancel}
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
