import { useCallback, useEffect, useRef, useState } from 'react';
import { formatDate } from '../engine/dated';
import type { PayerProfile } from '../engine/payer-profile';
import { isSameClinic, type ClinicFile } from '../engine/clinic-file';
import { withHigherNumber } from '../engine/control-number';
import { namedProfiles } from '../rules/payers';
import { Fees } from './Fees';
import { InPageQuestion } from './InPageQuestion';
import { payerLabels } from '../answers/choice-labels';
import { useDraft } from '../fields/drafts';
import { KeptFile } from './KeptFile';
import { blankProfileText, copiedText, profileText, type ProfileText } from './profile-text';
import { ProfileFacts } from './ProfileFacts';
import { ProfileForm } from './ProfileForm';

type Filling = {
  readonly title: string;
  readonly initial: ProfileText;
  /** Of the profile that is edited; null for a new one. */
  readonly place: number | null;
  /** The button that opened it and gets the focus back. */
  readonly from: string;
  /** What was typed in it so far. */
  readonly typed?: ProfileText;
};

type ProfilesProps = {
  clinic: ClinicFile;
  /** As it was last saved or opened. */
  kept: ClinicFile;
  onKept: (clinic: ClinicFile) => void;
  onChange: (next: ClinicFile) => void;
};

/** The payers that the worksheet knows: the clinic's own, which can be changed and saved, and the built-in ones. */
export function Profiles({ clinic, kept, onKept, onChange }: ProfilesProps) {
  const own = clinic.profiles;
  const work = useProfileWork();
  const { keep, remove } = useProfileChanges(clinic, onChange, work);
  const opened = (file: ClinicFile) => {
    work.setSaid('');
    work.setDeleting(null);
    onKept(file);
    onChange({ ...file, office: withHigherNumber(file.office, clinic.office) });
  };
  return (
    <>
      <p role="status">{work.said}</p>
      {work.filling ? (
        <FilledProfile filling={work.filling} own={own} onTyped={work.type} onKeep={keep} onLeave={work.leave} />
      ) : (
        <>
          <OwnProfiles
            own={own}
            deleting={work.deleting}
            onFill={work.fill}
            onDelete={work.setDeleting}
            onDeleted={remove}
            onKept={work.focusAfter}
          />
          <KeptFile
            clinic={clinic}
            unsaved={!isSameClinic(clinic, kept)}
            onSaved={() => onKept(clinic)}
            onOpened={opened}
          />
          <Fees fees={clinic.fees} onChange={(fees) => onChange({ ...clinic, fees })} />
          <BuiltInProfiles onFill={work.fill} />
        </>
      )}
    </>
  );
}

/** Keeping a profile that was filled in, and deleting one. */
function useProfileChanges(
  clinic: ClinicFile,
  onChange: ProfilesProps['onChange'],
  { setSaid, setDeleting, leave, focusAfter }: ReturnType<typeof useProfileWork>,
) {
  const own = clinic.profiles;
  const put = (profiles: readonly PayerProfile[], words: string) => {
    onChange({ ...clinic, profiles });
    setSaid(words);
  };
  const keep = (profile: PayerProfile, form: Filling) => {
    put(
      form.place === null ? [...own, profile] : own.with(form.place, profile),
      `“${profile.name}” is kept in this page. Save to a file to keep it longer.`,
    );
    leave(form);
  };
  const remove = (place: number, { name }: PayerProfile) => {
    focusAfter('own-profiles-title');
    setDeleting(null);
    put(own.toSpliced(place, 1), `“${name}” is deleted.`);
  };
  return { keep, remove };
}

/**
 * What is being done to the profiles: one filled in, one asked of whether to delete it, and where the focus goes after
 * it.
 */
function useProfileWork() {
  const [filling, setFilling] = useDraft<Filling | null>('profiles:filling', null);
  const [deleting, setDeleting] = useState<number | null>(null);
  const [said, setSaid] = useState('');
  const focusNext = useRef('');
  useEffect(() => {
    document.getElementById(focusNext.current)?.focus();
    focusNext.current = '';
  });
  const focusAfter = (id: string) => {
    focusNext.current = id;
  };
  const fill = (next: Filling) => {
    setSaid('');
    setDeleting(null);
    setFilling(next);
  };
  const leave = ({ from }: Filling) => {
    focusAfter(from);
    setFilling(null);
  };
  const type = useCallback(
    (typed: ProfileText) => setFilling((before) => before && { ...before, typed }),
    [setFilling],
  );
  return { filling, deleting, said, setSaid, setDeleting, fill, type, leave, focusAfter };
}

type FilledProfileProps = {
  filling: Filling;
  own: readonly PayerProfile[];
  onTyped: (typed: ProfileText) => void;
  onKeep: (profile: PayerProfile, form: Filling) => void;
  onLeave: (form: Filling) => void;
};

function FilledProfile({ filling, own, onTyped, onKeep, onLeave }: FilledProfileProps) {
  return (
    <ProfileForm
      title={filling.title}
      initial={filling.initial}
      typed={filling.typed}
      onTyped={onTyped}
      otherNames={own.filter((_, place) => place !== filling.place).map(({ name }) => name)}
      onKeep={(profile) => onKeep(profile, filling)}
      onLeave={() => onLeave(filling)}
    />
  );
}

const copyOf = (profile: PayerProfile, from: string): Filling => ({
  title: `Copy of “${profile.name}”`,
  initial: copiedText(profile),
  place: null,
  from,
});

type OwnProfilesProps = {
  own: readonly PayerProfile[];
  /** The place of the profile of which it is asked whether to delete it. */
  deleting: number | null;
  onFill: (next: Filling) => void;
  onDelete: (place: number | null) => void;
  onDeleted: (place: number, profile: PayerProfile) => void;
  /** Gets the id of the button that is to have the focus again. */
  onKept: (from: string) => void;
};

function OwnProfiles({ own, deleting, onFill, onDelete, onDeleted, onKept }: OwnProfilesProps) {
  return (
    <section aria-labelledby="own-profiles-title">
      <h3 id="own-profiles-title" tabIndex={-1}>
        Profiles of your own
      </h3>
      {own.length === 0 ? (
        <p className="section-note">
          None yet. Write down once what a payer wants, and every claim is held against it.
        </p>
      ) : null}
      <ul className="findings">
        {own.map((profile, place) => (
          <OwnProfile
            key={profile.id}
            profile={profile}
            place={place}
            asking={deleting === place}
            onEdit={(from) => onFill({ title: `Edit “${profile.name}”`, initial: profileText(profile), place, from })}
            onCopy={(from) => onFill(copyOf(profile, from))}
            onDelete={() => onDelete(place)}
            onDeleted={() => onDeleted(place, profile)}
            onKept={(from) => {
              onKept(from);
              onDelete(null);
            }}
          />
        ))}
      </ul>
      <button
        type="button"
        className="ds-c-button ds-c-button--small"
        id="new-profile"
        onClick={() => onFill({ title: 'New profile', initial: blankProfileText, place: null, from: 'new-profile' })}
      >
        New profile
      </button>
    </section>
  );
}

function BuiltInProfiles({ onFill }: { onFill: (next: Filling) => void }) {
  return (
    <section aria-labelledby="built-in-profiles-title">
      <h3 id="built-in-profiles-title">Built-in profiles</h3>
      <p className="section-note">
        Payers of which a policy was read. They cannot be changed; what you learn of one goes into a copy.
      </p>
      <ul className="findings">
        {namedProfiles.map((profile) => (
          <li className="finding" key={profile.id}>
            <h4>{profile.name}</h4>
            <ProfileFacts profile={profile} />
            <div className="finding-actions">
              <button
                type="button"
                className="link"
                id={`copy-${profile.id}`}
                onClick={() => onFill(copyOf(profile, `copy-${profile.id}`))}
              >
                Copy to a profile of your own {nameOf(profile)}
              </button>
            </div>
          </li>
        ))}
      </ul>
    </section>
  );
}

type OwnProfileProps = {
  profile: PayerProfile;
  place: number;
  /** Whether it is asked whether to delete it. */
  asking: boolean;
  /** These get the id of the button that is to have the focus again. */
  onEdit: (from: string) => void;
  onCopy: (from: string) => void;
  onDelete: () => void;
  onDeleted: () => void;
  onKept: (from: string) => void;
};

function OwnProfile({ profile, place, asking, onEdit, onCopy, onDelete, onDeleted, onKept }: OwnProfileProps) {
  const [editId, copyId, deleteId] = [`own-edit-${place}`, `own-copy-${place}`, `own-delete-${place}`] as const;
  return (
    <li className="finding">
      <h4>{profile.name}</h4>
      <p>{standing(profile)}</p>
      <details>
        <summary>What is known {nameOf(profile)}</summary>
        <ProfileFacts profile={profile} />
      </details>
      <div className="finding-actions">
        <ProfileAction id={editId} word="Edit" profile={profile} onClick={() => onEdit(editId)} />
        <ProfileAction id={copyId} word="Copy" profile={profile} onClick={() => onCopy(copyId)} />
        <ProfileAction id={deleteId} word="Delete" profile={profile} onClick={onDelete} />
      </div>
      {asking ? (
        <InPageQuestion
          question={`Delete “${profile.name}” from this page? Files that you saved stay as they are.`}
          yes="Delete it"
          no="Keep it"
          onYes={onDeleted}
          onNo={() => onKept(deleteId)}
        />
      ) : null}
    </li>
  );
}

function ProfileAction({
  id,
  word,
  profile,
  onClick,
}: {
  id: string;
  word: string;
  profile: PayerProfile;
  onClick: () => void;
}) {
  return (
    <button type="button" className="link" id={id} onClick={onClick}>
      {word} {nameOf(profile)}
    </button>
  );
}

/** Tells the buttons of one profile from those of the next, for somebody who does not see where they stand. */
const nameOf = ({ name }: PayerProfile) => <span className="ds-u-visibility--screen-reader">{name}</span>;

function standing({ payer, verifiedOn, reviewBy }: PayerProfile): string {
  const verified = verifiedOn ? `verified on ${formatDate(verifiedOn)}` : 'not verified';
  return `${payerLabels[payer]}; ${verified}${reviewBy ? `, review by ${formatDate(reviewBy)}` : ''}`;
}
