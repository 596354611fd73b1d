import { use } from 'react';
import { useWatch } from 'react-hook-form';
import { hasSeveralNdcs, chosenProfile, fillsPump, profilesFor } from '../answers/what-is-asked';
import { wasRead, type PayerProfile } from '../engine/payer-profile';
import { DateAnswer, SelectAnswer, SwitchAnswer, TextAnswer } from '../fields/fields';
import { ClinicContext, RefillContext, useWorksheetForm } from '../fields/form';

/** The payer's profile, and the questions that only it makes necessary. */
export function ProfileChoice() {
  const { control } = useWorksheetForm();
  const { onOpenProfiles } = use(ClinicContext);
  const payer = useWatch({ control, name: 'payer' });
  const isFill = useWatch({ control, compute: fillsPump });
  // Original Medicare is one payer; every plan has rules of its own.
  const asksProfile = payer !== '' && payer !== 'medicare-part-b' && payer !== 'self-pay';
  const chosen = useChosenProfile();
  return (
    <>
      <ProfileList chosen={chosen} />
      {chosen && isFill ? <FillsBefore profile={chosen} /> : null}
      {asksProfile ? (
        <p className="section-note">
          <button type="button" className="link" onClick={onOpenProfiles}>
            Payer profiles: see, make, save, open
          </button>
        </p>
      ) : null}
    </>
  );
}

/** The profiles of the payer type; none where there is nothing to choose. */
function ProfileList({ chosen }: { chosen: PayerProfile | null }) {
  const { control } = useWorksheetForm();
  const { profiles: own } = use(ClinicContext);
  const [payer, profile] = useWatch({ control, name: ['payer', 'profile'] });
  const choices = profilesFor(payer, own);
  if (payer === '' || (choices.length === 0 && profile === '')) return null;
  const groups = [
    ...choices.map((each) => ({
      value: each.id,
      label: each.name,
      group: wasRead(each) ? 'Policy was read' : 'Your own',
    })),
    // So that what stands in the form is what is shown, and can be changed.
    ...(profile !== '' && !chosen
      ? [{ value: profile, label: 'One that is no longer here', group: 'Choose another' }]
      : []),
  ];
  return <SelectAnswer name="profile" choices={groups} unchosen="None: the payer type alone" />;
}

/** What a plan counts of the fills before this one. */
function FillsBefore({
  profile: { name, minimumDaysBetweenFills, unitsPerPeriod, periodDays },
}: {
  profile: PayerProfile;
}) {
  if (minimumDaysBetweenFills === null && !unitsPerPeriod) return null;
  return (
    <div className="row">
      {minimumDaysBetweenFills === null ? null : (
        <DateAnswer name="lastFillOn" hint={`${name} wants ${minimumDaysBetweenFills} days between fills.`} />
      )}
      {unitsPerPeriod ? (
        <TextAnswer name="unitsInPeriod" hint={`In the ${periodDays} days before; 0 if none.`} size="small" digits />
      ) : null}
    </div>
  );
}

export function Kd() {
  const decided = useChosenProfile()?.kd ?? null;
  if (decided === true)
    return <p className="section-note">KD: the payer profile puts it on the line of a pump fill.</p>;
  return (
    <SwitchAnswer
      name="kd"
      hint={
        decided === false
          ? 'The payer profile says that it is not wanted.'
          : 'Off unless your Medicare contractor asks for it on pump fills.'
      }
    />
  );
}

export function LinePerNdc() {
  const several = hasSeveralNdcs(use(RefillContext));
  const lines = useChosenProfile()?.lines ?? null;
  if (!several) return null;
  if (lines !== null)
    return (
      <p className="section-note">
        {lines === 'one'
          ? 'The payer profile wants one line of the drug.'
          : 'The payer profile wants a line for each NDC.'}
      </p>
    );
  return <SwitchAnswer name="linePerNdc" hint="Some payers want a line for each NDC, others one line only: ask." />;
}

/** The payer profile that the claim is held against; null while only the payer type is told. */
function useChosenProfile(): PayerProfile | null {
  const { control } = useWorksheetForm();
  const { profiles: own } = use(ClinicContext);
  const [payer, profile] = useWatch({ control, name: ['payer', 'profile'] });
  return chosenProfile({ payer, profile }, own);
}
