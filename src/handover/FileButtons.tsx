import { useState, type ReactNode } from 'react';
import type { Written } from '../formats/written';
import { saveFile } from '../fields/save-file';
import type { Copying } from '../results/use-copy';
import type { GoTo } from '../results/Findings';
import { Reasons } from './Reasons';

type FileButtonsProps = {
  /** Identifies the file among those of the drawer. */
  id: string;
  what: string;
  /** Whose claim it is, said beside the buttons. */
  whose: string;
  fileName: string;
  type: string;
  result: Written<string>;
  /**
   * Id of the reasons that stand above already, because no format is written of this claim; null where it is this one’s
   * own.
   */
  reasonsAbove: string | null;
  copying: Copying;
  onGoTo: GoTo;
};

/**
 * Downloads or copies a file; where there is none, the buttons say why: they are described by the reasons and lead to
 * them.
 */
export function FileButtons(props: FileButtonsProps) {
  const { id, what, whose, fileName, type, result, reasonsAbove, copying, onGoTo } = props;
  const [saved, setSaved] = useState('');
  const refused = 'refused' in result;
  const reasons = reasonsAbove ?? `${id}-reasons`;
  const save = (text: string) => {
    saveFile(fileName, type, text);
    setSaved(text);
  };
  return (
    <>
      {refused ? null : <p className="whose">{whose}</p>}
      <div className="finding-actions">
        <FileButton result={result} reasons={reasons} onText={save}>
          Download the {what}
        </FileButton>
        <FileButton result={result} reasons={reasons} onText={(text) => copying.copy(`the ${what}`, text)}>
          {!refused && copying.isCopied(`the ${what}`, result.written) ? 'Copied' : 'Copy'} the {what}
        </FileButton>
      </div>
      <p role="status">
        {!refused && saved === result.written ? `Went to your downloads as ${fileName}. ` : ''}
        {copying.refused === `the ${what}` ? 'The browser did not allow copying: download it instead.' : ''}
      </p>
      {refused && reasonsAbove === null ? (
        <Reasons id={reasons} what={`The ${what}`} refused={result.refused} onGoTo={onGoTo} />
      ) : null}
    </>
  );
}

type FileButtonProps = Pick<FileButtonsProps, 'result'> & {
  /** Id of the reasons that it leads to where there is no file. */
  reasons: string;
  onText: (text: string) => void;
  children: ReactNode;
};

function FileButton({ result, reasons, onText, children }: FileButtonProps) {
  const off = 'refused' in result ? { 'aria-disabled': true, 'aria-describedby': `${reasons}-why` } : {};
  const press = () => {
    if ('written' in result) onText(result.written);
    else document.getElementById(reasons)?.focus();
  };
  return (
    <button type="button" className="ds-c-button ds-c-button--small" {...off} onClick={press}>
      {children}
    </button>
  );
}
