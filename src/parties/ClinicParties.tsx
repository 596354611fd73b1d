import { useCallback, useState } from 'react';
import { choicesOf } from '../answers/answer';
import { payerLabels } from '../answers/choice-labels';
import { emptyWorksheet } from '../answers/worksheet-text';
import { SelectField } from '../controls/SelectField';
import type { Facility, Office, PayerAddress, Provider } from '../engine/clinic-file';
import { counted } from '../engine/typed';
import type { Payer } from '../engine/payer-profile';
import { newId } from '../fields/new-id';
import { isOfClinic, partiesOf, reasonsAgainstParties, type Sending } from '../formats/parties';
import { blankFacility, blankPayer, blankProvider, isBiller, isBlankEntry, withPayerType } from './clinic-entries';
import { ClinicEntries, type FirstProps } from './ClinicEntries';
import type { OnPartyChange } from './party-answers';
import { entryName, PartyGroupOf } from './PartyGroups';
import { useEntries } from './use-entries';
import type { OnOfficeChange } from './use-parties';
import './clinic-parties.css';

type ClinicPartiesProps = { office: Office; onOfficeChange: OnOfficeChange };

/** Who sends, bills and treats, where, and who pays: filled in once, before any claim, and chosen on each. */
export function ClinicParties(props: ClinicPartiesProps) {
  return (
    <>
      <p>
        Fill this in once: every claim takes it from here, and asks only for its patient. Save the clinic’s file to keep
        it.
      </p>
      <Providers {...props} />
      <Elsewhere {...props} />
      <Places {...props} />
      <Payers {...props} />
      <SenderAndReceiver {...props} />
    </>
  );
}

/** Those lists of the clinic whose entries are of one kind. */
function useList<K extends 'providers' | 'referrers' | 'facilities' | 'payers'>(
  { office, onOfficeChange }: ClinicPartiesProps,
  list: K,
) {
  return useEntries<Office[K][number]>(office[list], isBlankEntry, (entries) =>
    onOfficeChange((before) => ({ ...before, [list]: entries })),
  );
}

const AddButton = ({ words, onClick }: { words: string; onClick: () => void }) => (
  <button type="button" className="ds-c-button ds-c-button--small" onClick={onClick}>
    {words}
  </button>
);

const unnamed = (entry: Provider | Facility | PayerAddress, words: string): string =>
  entry.name.trim() === ''
    ? words
    : 'payer' in entry
      ? `${entry.name.trim()}, ${payerLabels[entry.payer]}`
      : entryName(entry);

function Providers(props: ClinicPartiesProps) {
  const entries = useList(props, 'providers');
  const [billing, setBilling] = useState<readonly string[]>([]);
  return (
    <ClinicEntries
      title="Who bills and who treats"
      none="Nobody yet. Who bills has a tax ID and an address; who treats has a name and an NPI."
      entries={entries}
      kindOf={({ key, entry }) => (isBiller(entry) || billing.includes(key) ? 'bills' : 'treats')}
      nameOf={(entry) => unnamed(entry, 'New provider')}
    >
      <AddButton
        words="Add who bills"
        onClick={() => setBilling([...billing, entries.add(blankProvider('organization', newId()))])}
      />
      <AddButton words="Add who treats" onClick={() => entries.add(blankProvider('person', newId()))} />
    </ClinicEntries>
  );
}

function Elsewhere(props: ClinicPartiesProps) {
  const entries = useList(props, 'referrers');
  return (
    <ClinicEntries
      title="Who refers or orders from elsewhere"
      none="Nobody yet. Only a claim that names one asks for it."
      entries={entries}
      kindOf={() => 'elsewhere'}
      nameOf={(entry) => unnamed(entry, 'New provider')}
    >
      <AddButton words="Add who refers or orders" onClick={() => entries.add(blankProvider('person', newId()))} />
    </ClinicEntries>
  );
}

function Places(props: ClinicPartiesProps) {
  const entries = useList(props, 'facilities');
  return (
    <ClinicEntries
      title="Places other than the billing address"
      none="None yet. A hospital, a nursing facility, or a department off campus."
      entries={entries}
      kindOf={() => 'place'}
      nameOf={(entry) => unnamed(entry, 'New place')}
    >
      <AddButton words="Add a place" onClick={() => entries.add(blankFacility(newId()))} />
    </ClinicEntries>
  );
}

function Payers(props: ClinicPartiesProps) {
  const entries = useList(props, 'payers');
  return (
    <ClinicEntries
      title="Payers"
      none="None yet. The only one of its type is filled into each claim."
      entries={entries}
      kindOf={() => 'payer'}
      nameOf={(entry) => unnamed(entry, 'New payer')}
      First={PayerType}
    >
      <AddButton words="Add a payer" onClick={() => entries.add(blankPayer('medicare-part-b'))} />
    </ClinicEntries>
  );
}

function PayerType({ row: { key, entry }, onChange }: FirstProps<PayerAddress>) {
  return (
    <SelectField
      id={`clinic-${key}-type`}
      label="Payer type"
      choices={choicesOf(payerLabels)}
      unchosen={undefined}
      hint={undefined}
      problem={undefined}
      field={{
        name: `clinic-${key}-type`,
        value: entry.payer,
        onChange: ({ target }) => onChange(withPayerType(entry, target.value as Payer)),
      }}
    />
  );
}

const fileGroups = ['File', 'Submitter', 'Receiver'] as const;

/** What an 837 says of its sender and receiver, with what is missing of it for any file. */
function SenderAndReceiver({ office, onOfficeChange }: ClinicPartiesProps) {
  const [left, setLeft] = useState<ReadonlySet<string>>(new Set());
  const parties = partiesOf(office, emptyWorksheet.sending as Sending);
  const lacking = reasonsAgainstParties(parties, null, '837P').filter(isOfClinic);
  const change = useCallback<OnPartyChange>(
    (told) => onOfficeChange((before) => ({ ...before, ...(told as Partial<Office>) })),
    [onOfficeChange],
  );
  return (
    <section aria-labelledby="clinic-sender-title">
      <h3 id="clinic-sender-title">Sender and receiver of an 837</h3>
      <p className="section-note">
        {lacking.length === 0
          ? 'All that a file asks of the clinic is told.'
          : `A file still asks ${counted(lacking.length, 'answer')} of the clinic. A paper form needs no sender.`}
      </p>
      <div onBlur={({ target }) => setLeft((before) => new Set([...before, target.id]))}>
        {fileGroups.map((group) => (
          <PartyGroupOf
            key={group}
            group={group}
            {...{ parties, office, idOf }}
            claim={null}
            form="837P"
            said={new Map(lacking.flatMap(({ field, says }) => (left.has(idOf(field)) ? [[field, says]] : [])))}
            lacking={new Set()}
            onChange={change}
            onChoose={nothing}
          />
        ))}
      </div>
    </section>
  );
}
const idOf = (field: string): string => `clinic-${field}`;
const nothing = () => {};
