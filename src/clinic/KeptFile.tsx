import { useState } from 'react';
import { Label } from '../controls/Label';
import { counted } from '../engine/typed';
import { isNoOffset, type ClinicFile } from '../engine/clinic-file';
import { officeJson } from './office-schema';
import { InPageQuestion } from './InPageQuestion';
import { bytesOf } from './read-file';
import { saveFile } from '../fields/save-file';
import {
  clinicFileName,
  mostCharacters,
  readClinicBytes,
  readClinicFile,
  faultWords,
  tooLarge,
  unreadable,
  writeClinicFile,
} from './clinic-file';

type KeptFileProps = {
  clinic: ClinicFile;
  /** Whether what is here differs from what was last saved or opened. */
  unsaved: boolean;
  onSaved: () => void;
  onOpened: (file: ClinicFile) => void;
};

type Said = { readonly words: string; readonly refused: boolean };

/** Saving the clinic's profiles and tables to a file, and opening one. */
export function KeptFile({ clinic, unsaved, onSaved, onOpened }: KeptFileProps) {
  const { said, waiting, setWaiting, save, take, open } = useFile({ clinic, unsaved, onSaved, onOpened });
  return (
    <section aria-labelledby="kept-file-title">
      <h3 id="kept-file-title">Your file</h3>
      <p className="section-note">
        Nothing is kept unless you save it to a file: this page forgets everything when you leave it.
      </p>
      <button type="button" className="ds-c-button ds-c-button--small" onClick={save}>
        Save to a file
      </button>
      <FileToOpen said={said} onChosen={(chosen) => void open(chosen)} />
      {waiting ? (
        <Replace clinic={clinic} waiting={waiting} onReplace={() => take(waiting)} onKeep={() => setWaiting(null)} />
      ) : null}
    </section>
  );
}

/** Saving and opening the file: what is said of it, and what waits for a yes. */
function useFile({ clinic, unsaved, onSaved, onOpened }: KeptFileProps) {
  const [said, setSaid] = useState<Said>({ words: '', refused: false });
  const [waiting, setWaiting] = useState<ClinicFile | null>(null);
  const save = () => {
    const next = saved(clinic);
    if (!next.refused) onSaved();
    setSaid(next);
  };
  const take = (file: ClinicFile) => {
    setWaiting(null);
    onOpened(file);
    setSaid({ words: `${countWords(file)} came from the file.`, refused: false });
  };
  const open = async (chosen: File) => {
    setWaiting(null);
    const reading = await readChosen(chosen);
    if ('refused' in reading)
      setSaid({
        words: `The file was not opened, and what is here stays. ${faultWords(reading.refused)}`,
        refused: true,
      });
    else if (unsaved) {
      setSaid({ words: '', refused: false });
      setWaiting(reading.file);
    } else take(reading.file);
  };
  return { said, waiting, setWaiting, save, take, open };
}

/** Saves the clinic to its file, once that could be opened again, and says so. */
function saved(clinic: ClinicFile): Said {
  const text = writeClinicFile(clinic);
  const again = readClinicFile(text);
  if ('refused' in again)
    return {
      words: `Nothing was saved, because the file could not be opened again. ${faultWords(again.refused)}`,
      refused: true,
    };
  saveFile(clinicFileName, 'application/json', text);
  return { words: `${countWords(clinic)} went to your downloads as ${clinicFileName}.`, refused: false };
}

function FileToOpen({ said, onChosen }: { said: Said; onChosen: (chosen: File) => void }) {
  return (
    <>
      <Label of="clinic-file">Open a file</Label>
      <p className="ds-c-hint" id="clinic-file-hint">
        The {clinicFileName} that you saved. It replaces all profiles, tables, the print offset and the clinic’s details
        that are here.
      </p>
      <input
        type="file"
        id="clinic-file"
        accept=".json,application/json"
        aria-describedby="clinic-file-hint clinic-file-said"
        {...(said.refused ? { 'aria-invalid': true } : {})}
        onClick={({ currentTarget }) => {
          // So that the same file, corrected, can be chosen again.
          currentTarget.value = '';
        }}
        onChange={({ currentTarget }) => {
          const chosen = currentTarget.files?.[0];
          if (chosen) onChosen(chosen);
        }}
      />
      <div role="status" id="clinic-file-said">
        {said.words === '' ? null : <p className={said.refused ? 'warning' : 'computed'}>{said.words}</p>}
      </div>
    </>
  );
}

type ReplaceProps = { clinic: ClinicFile; waiting: ClinicFile; onReplace: () => void; onKeep: () => void };

/** What was not saved would be lost: asked before a file takes its place. */
function Replace({ clinic, waiting, onReplace, onKeep }: ReplaceProps) {
  return (
    <InPageQuestion
      question={
        `What is here was not saved since its last change: ${countWords(clinic)}. ` +
        `Replace it with ${countWords(waiting)} from the file?`
      }
      yes="Replace"
      no="Keep what is here"
      onYes={() => {
        onReplace();
        focusOnFile();
      }}
      onNo={() => {
        onKeep();
        focusOnFile();
      }}
    />
  );
}

const focusOnFile = () => document.getElementById('clinic-file')?.focus();

async function readChosen(chosen: File): Promise<ReturnType<typeof readClinicBytes>> {
  const bytes = await bytesOf(chosen, mostCharacters);
  if (bytes === 'too-large') return tooLarge;
  return bytes === 'unreadable' ? unreadable : readClinicBytes(bytes);
}

/** "3 profiles and 1 table", and the print offset where there is one. */
function countWords({ profiles, tables, printOffset, office, fees, mappings }: ClinicFile): string {
  const opened = tables.paymentLimits.length + tables.crosswalks.length;
  return [
    `${counted(profiles.length, 'profile')} and ${counted(opened, 'table')}`,
    ...(isNoOffset(printOffset) ? [] : ['with a print offset']),
    ...(officeJson(office) === null ? [] : ['with the clinic’s details']),
    ...(fees.length === 0 ? [] : [`with ${counted(fees.length, 'charge')}`]),
    ...(mappings.length === 0 ? [] : [`with ${counted(mappings.length, 'mapping')} of a batch`]),
  ].join(', ');
}
