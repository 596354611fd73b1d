import { useState } from 'react';
import { flushSync } from 'react-dom';
import type { Office } from '../engine/clinic-file';
import type { PreparedClaim } from '../engine/prepared-claim';
import type { ClaimForm } from '../formats/party-specs';
import { toFixTitles } from '../formats/written';
import { PartyForm, partyFieldId, partyFormId, type OnOfficeChange } from './PartyForm';

type WhomItNamesProps = {
  form: ClaimForm;
  claim: PreparedClaim;
  whose: string;
  office: Office;
  onOfficeChange: OnOfficeChange;
  /** Whether it is asked whom the claim names. */
  asked: boolean;
  onAsk: () => void;
  /** Whether anything of it is missing or wrong. */
  lacks: boolean;
  /** Said once nothing is. */
  allTold: string;
};

/** Whom a form on paper names: asked once somebody wants the whole form. */
export function WhomItNames({ asked, onAsk, lacks, allTold, ...parties }: WhomItNamesProps) {
  const [complete, setComplete] = useState(false);
  if (!asked)
    return (
      <button type="button" className="ds-c-button ds-c-button--small" onClick={() => goToParty('', onAsk)}>
        Fill in whom the claim names
      </button>
    );
  return (
    <>
      <h3>Whom the claim names</h3>
      <PartyForm action="Check what is missing" {...parties} onComplete={() => setComplete(true)} />
      <p role="status">{complete && !lacks ? toldOf(parties.claim, allTold) : ''}</p>
    </>
  );
}

/** Whom it names is told; what the claim itself still lacks is not silently part of it. */
export function toldOf(claim: PreparedClaim, allTold: string): string {
  const toFix = toFixTitles(claim);
  return toFix.length === 0
    ? allTold
    : `All whom the claim names is told. To fix first on the claim itself: ${toFix.join('; ')}.`;
}

/** Asks for whom the claim names, where that is not asked yet, and goes to one of the answers, else to the first. */
export function goToParty(field: string, onAsk: () => void): void {
  flushSync(onAsk);
  const answer = document.getElementById(partyFieldId(field)) ?? firstToAnswer(document.getElementById(partyFormId));
  const folded = answer?.closest('details');
  if (folded) folded.open = true;
  answer?.focus();
}

/** The first field that needs an answer and has none, of those that are not folded; else the first of all. */
function firstToAnswer(form: HTMLElement | null): HTMLElement | null {
  const needed = form?.querySelectorAll<HTMLInputElement | HTMLSelectElement>('[aria-required=true]') ?? [];
  return (
    [...needed].find((field) => field.value.trim() === '' && !field.closest('details:not([open])')) ??
    form?.querySelector<HTMLElement>(':is(input, select, summary)') ??
    null
  );
}
