import { useState, useEffect } from 'react';
import { InPageQuestion } from '../clinic/InPageQuestion';
import { Label } from '../controls/Label';
import { SelectField } from '../controls/SelectField';
import { ChangePassphrase } from './ChangePassphrase';
import { changesSince } from './clinic-records';
import { encryptedFileName } from './encrypted-file';
import { backupFileName } from './kept-folder';
import { idleTimes, type FileInUse, type IdleMinutes } from './opened-file';
import { NewPassphrase, useNewPassphrase } from './NewPassphrase';
import { PassphraseField, useShown } from './PassphraseField';
import { canChooseFolder, useFileWork, type FileWorkProps } from './use-file-work';
import './clinics-file.css';

type ClinicsFileProps = FileWorkProps & {
  open: boolean;
  onLock: () => void;
  /** Goes to the claims that the file holds. */
  onShowClaims: () => void;
  /** Why the page did not lock when it was last to. */
  lockProblem: string | undefined;
};
type Work = ReturnType<typeof useFileWork>;

/** The one file of the clinic: opened and saved by hand, encrypted with its passphrase; and the lock of the page. */
export function ClinicsFile({ open, onLock, onShowClaims, lockProblem, ...page }: ClinicsFileProps) {
  const work = useFileWork(page);
  const { file, isClaimKept } = page;
  return (
    <div className="clinics-file">
      <Standing {...page} {...{ work, onShowClaims }} lacksClaim={open && !isClaimKept()} />
      <Opening file={file} work={work} />
      {work.waiting ? null : <Saving file={file} work={work} />}
      <Locking file={file} onLock={onLock} problem={lockProblem} />
      <PlainCopy work={work} />
    </div>
  );
}

type StandingProps = Pick<FileWorkProps, 'records' | 'saved' | 'file'> &
  Pick<ClinicsFileProps, 'onShowClaims'> & { work: Work; lacksClaim: boolean };

/** What is saved and what is not, what came of the last thing done, and what is asked. */
function Standing({ records, saved, file, work, lacksClaim, onShowClaims }: StandingProps) {
  const { said, busy, asked, answer } = work;
  useEffect(() => {
    // What was pressed may stand far below.
    if (said.refused) focusOnSaid();
  }, [said]);
  return (
    <section aria-label="Where it stands">
      <p className="computed">{standing(changesSince(saved, records), file)}</p>
      {lacksClaim ? (
        <p className="section-note">The claim in the form is not among the clinic’s yet: press Keep for that first.</p>
      ) : null}
      <div role="status" id="clinics-file-said" tabIndex={-1}>
        {[...(busy === '' ? said.words : [busy])].map((words) => (
          <p key={words} className={said.refused ? 'warning' : 'computed'}>
            {words}
          </p>
        ))}
      </div>
      {records.claims.length > 0 ? (
        <button type="button" className="link" aria-haspopup="dialog" onClick={onShowClaims}>
          To the claims of the day
        </button>
      ) : null}
      {file.downloaded ? <Downloaded work={work} /> : null}
      {asked ? (
        <InPageQuestion
          key={asked.question}
          {...asked}
          onYes={() => answered(answer, true)}
          onNo={() => answered(answer, false)}
        />
      ) : null}
    </section>
  );
}

const focusOnSaid = () => document.getElementById('clinics-file-said')?.focus();

function answered(answer: Work['answer'], yes: boolean): void {
  answer(yes);
  focusOnSaid();
}

function standing(changes: number, { opened, downloaded }: FileInUse): string {
  if (changes > 0) return `${changes} ${changes === 1 ? 'change is' : 'changes are'} not saved.`;
  if (opened.id === null) return 'No file is open, and there is nothing to save yet.';
  return downloaded ? 'Nothing has changed since the file was last seen on the disk.' : 'All of it is saved.';
}

/** A download is no proof: what the browser did with it is not known here. */
function Downloaded({ work }: { work: Work }) {
  return (
    <div className="warning">
      <p>
        Whether {encryptedFileName} is on the disk is not checked, so it still counts as not saved. Move it to where the
        clinic keeps its records and open it here, or say that it is there.
      </p>
      <button type="button" className="ds-c-button ds-c-button--small" onClick={work.confirm}>
        The file is there
      </button>
    </div>
  );
}

function Opening({ file, work }: { file: FileInUse; work: Work }) {
  return (
    <section aria-labelledby="clinics-file-open">
      <h3 id="clinics-file-open">Open</h3>
      {canChooseFolder() ? (
        <>
          <p className="section-note">
            {file.folder
              ? `The clinic’s folder is “${file.folder.name}”.`
              : 'The page reads and writes the file in the clinic’s folder, once you have chosen it.'}
          </p>
          <button type="button" className="ds-c-button ds-c-button--small" onClick={work.chooseFolder}>
            {file.folder ? 'Choose another folder' : 'Choose the clinic’s folder'}
          </button>
        </>
      ) : null}
      <Label of="clinics-file-input">Open a file</Label>
      <p className="ds-c-hint" id="clinics-file-hint">
        A {encryptedFileName} or its backup, or a plain copy.
      </p>
      <input
        type="file"
        id="clinics-file-input"
        accept=".age,.json,application/json"
        aria-describedby="clinics-file-hint clinics-file-said"
        onClick={({ currentTarget }) => {
          // So that the same file can be chosen again.
          currentTarget.value = '';
        }}
        onChange={({ currentTarget }) => {
          const chosen = currentTarget.files?.[0];
          if (chosen) work.choose(chosen);
        }}
      />
      {work.waiting ? <PassphraseOfFile work={work} problem={work.waiting.problem} /> : null}
    </section>
  );
}

function PassphraseOfFile({ work, problem }: { work: Work; problem: string | undefined }) {
  const [typed, setTyped] = useState('');
  const [shown, showBox] = useShown('open-shown');
  const { waiting } = work;
  useEffect(() => {
    // Told each time that it is wrong, also by the same words.
    if (waiting?.problem) document.getElementById('open-passphrase')?.focus();
  }, [waiting]);
  return (
    <div role="group" aria-label="Passphrase of the file">
      <PassphraseField
        id="open-passphrase"
        label="Passphrase of this file"
        value={typed}
        onChange={setTyped}
        problem={problem}
        shown={shown}
        onEnter={() => work.open(typed)}
      />
      {showBox}
      <div className="finding-actions">
        <button type="button" className="ds-c-button ds-c-button--small" onClick={() => work.open(typed)}>
          Open it
        </button>
        <button type="button" className="ds-c-button ds-c-button--small" onClick={work.forgetWaiting}>
          Leave it closed
        </button>
      </div>
    </div>
  );
}

function Saving({ file, work }: { file: FileInUse; work: Work }) {
  const { opened, folder } = file;
  const fresh = useNewPassphrase();
  const withPassphrase = (act: (passphrase: string) => void) => () => {
    const passphrase = opened.passphrase ?? fresh.taken();
    if (passphrase !== undefined) act(passphrase);
  };
  return (
    <section aria-labelledby="clinics-file-save">
      <h3 id="clinics-file-save">Save</h3>
      <p className="section-note">
        Claims, vials, payer profiles, tables and the clinic’s details, encrypted with a passphrase.
        {folder ? ` The version before stays beside it as ${backupFileName}.` : ''}
      </p>
      {opened.passphrase === null ? <NewPassphrase {...fresh} /> : null}
      <div className="finding-actions">
        {folder ? (
          <button type="button" className="ds-c-button ds-c-button--small" onClick={withPassphrase(work.save)}>
            Save in “{folder.name}”
          </button>
        ) : null}
        <button type="button" className="ds-c-button ds-c-button--small" onClick={withPassphrase(work.download)}>
          {folder ? 'Download the file instead' : 'Download the file'}
        </button>
      </div>
      {opened.passphrase === null ? null : (
        <ChangePassphrase
          passphrase={opened.passphrase}
          saves={folder ? `Save in “${folder.name}” with the new one` : 'Download the file with the new one'}
          onChange={work.changePassphrase}
        />
      )}
    </section>
  );
}

type LockingProps = { file: FileInUse; onLock: () => void; problem: string | undefined };

function Locking({ file, onLock, problem }: LockingProps) {
  return (
    <section aria-labelledby="clinics-file-lock">
      <h3 id="clinics-file-lock">Lock</h3>
      <p className="section-note">
        A locked page shows no patient, and holds all of it encrypted. The passphrase brings it back, with what was not
        saved and what is half typed in a drawer; a passphrase that is half typed goes.
      </p>
      {file.opened.passphrase === null ? (
        <p>There is no passphrase on this page yet, so it does not lock.</p>
      ) : (
        <>
          <SelectField
            id="idle-minutes"
            label="Lock after"
            hint={undefined}
            unchosen={undefined}
            problem={undefined}
            choices={idleTimes.map((minutes) => ({
              value: String(minutes),
              label: `${minutes} minutes without use`,
            }))}
            field={{
              value: String(file.idleMinutes),
              onChange: ({ currentTarget: { value } }) =>
                file.onIdleMinutes(idleTimes.find((minutes) => String(minutes) === value) ?? (10 as IdleMinutes)),
            }}
          />
          <button type="button" className="ds-c-button ds-c-button--small" onClick={onLock}>
            Lock now
          </button>
          {problem ? <p className="warning">{problem}</p> : null}
        </>
      )}
    </section>
  );
}

function PlainCopy({ work }: { work: Work }) {
  return (
    <section aria-labelledby="clinics-file-plain">
      <h3 id="clinics-file-plain">Plain copy</h3>
      <p className="section-note">
        For another program that must read the claims. It is not encrypted, and does not count as saved.
      </p>
      <button
        type="button"
        className="ds-c-button ds-c-button--small"
        onClick={() =>
          work.ask({
            question: 'Save all patients’ claims as text that anybody who has the file can read?',
            yes: 'Save it unencrypted',
            no: 'Do not',
            onYes: work.exportPlain,
          })
        }
      >
        Save a plain copy
      </button>
    </section>
  );
}
