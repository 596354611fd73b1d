import { useCallback, useState } from 'react';
import { emptyWorksheet } from '../answers/worksheet-text';
import type { Office } from '../engine/clinic-file';
import { partiesOf, type Sending } from '../formats/parties';
import { ChosenEntry, PartyGroupOf } from '../parties/PartyGroups';
import { usePartyChanges, type OnOfficeChange } from '../parties/use-parties';

export const officeFieldId = (field: string): string => `day-party-${field}`;

type OfficeFormProps = {
  office: Office;
  /** What is wrong, by field, once a file was asked for. */
  problems: ReadonlyMap<string, string>;
  onOfficeChange: OnOfficeChange;
};

const groups = ['File', 'Submitter', 'Receiver', 'Billing provider'] as const;

/** The clinic’s part of an 837P, the same for every claim of the file. */
export function OfficeForm({ office, problems, onOfficeChange }: OfficeFormProps) {
  const [sending, setSending] = useState<Sending>(emptyWorksheet.sending as Sending);
  const take = useCallback((changed: Partial<Sending>) => setSending((before) => ({ ...before, ...changed })), []);
  const { change, choose } = usePartyChanges(office, onOfficeChange, () => sending, take);
  const parties = partiesOf(office, sending);
  const answers = {
    parties,
    office,
    claim: null,
    form: '837P' as const,
    said: problems,
    lacking: new Set(problems.keys()),
    idOf: officeFieldId,
    onChange: change,
    onChoose: choose,
  };
  return groups.map((group) => (
    <PartyGroupOf key={group} group={group} {...answers}>
      {group === 'Billing provider' && office.providers.length > 0 ? (
        <ChosenEntry of="billing" label="Who bills" {...answers} />
      ) : null}
    </PartyGroupOf>
  ));
}
