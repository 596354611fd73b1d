import type { ReactNode } from 'react';
import { checksIn, findingGroups, type FindingGroup } from '../engine/finding-groups';
import type { PreparedClaim, Status } from '../engine/prepared-claim';
import type { PaymentEstimate, RefillSupport } from '../engine/claim';
import { linesOf } from '../engine/claim-lines';
import { keepingBack } from '../engine/prepare-claim';
import { formatMoney, sumOfMoney } from '../engine/quantity';
import { abbreviationsIn } from './abbreviations';
import { ClaimTitle } from './ClaimTitle';
import { Estimate, sharesOfAll } from './Estimate';
import { Findings, Shape, type FindingActions, type OverrideFieldsOf } from './Findings';
import { lineInShort, linesAsText } from './lines-as-text';
import { RefillCodes } from './RefillCodes';
import { ServiceLines } from './ServiceLines';
import { Sources } from './Sources';
import { Unfolding } from './Unfolding';
import { useCopy } from './use-copy';
import { useHeadHeight } from './use-head-height';
import { findingInShort, meaningOf, reasonInShort, shapeOf, statusWords, worstOf } from './words';
import { Working } from './Working';
import './claim-panel.css';

/** What is told of a claim besides what it says of itself: it then stands before its own status. */
export type ToldBesides = {
  /** How it stands, as a status and in words; null where its own status stands. */
  readonly stands: { readonly as: Status; readonly words: string } | null;
  readonly says: string;
  readonly way: { readonly words: string; readonly go: () => void } | null;
};

type ClaimPanelProps = {
  claim: PreparedClaim;
  besides: ToldBesides | null;
  /** Whose it is and how it stands to what is kept of it; blank while it was never kept. */
  standing: string;
  refillSupport: RefillSupport | null;
  actions: FindingActions;
  overrideFieldsOf: OverrideFieldsOf;
  onHandOver: () => void;
  /** The way among the kept claims, in view with the status. */
  keep: ReactNode;
  /** The way to the printer. */
  print: ReactNode;
};

/** The claim as it stands: status and lines, which stay in view; what to fix, why, where it comes from. */
export function ClaimPanel({
  claim,
  besides,
  standing,
  refillSupport,
  actions,
  overrideFieldsOf,
  onHandOver,
  keep,
  print,
}: ClaimPanelProps) {
  const groups = findingGroups(claim.findings);
  const { head, isTall } = useHeadHeight();
  return (
    <>
      <div ref={head} className={`panel-head${isTall ? ' tall' : ''}`}>
        <StatusBanner {...{ claim, besides, standing, keep }} groups={groups} onGoTo={actions.onGoTo} />
        <div className="panel-lines">
          <ServiceLines claim={claim} />
        </div>
      </div>
      <ClaimActions claim={claim} onHandOver={onHandOver} print={print} />
      <Abbreviations claim={claim} />
      <Findings findings={claim.findings} groups={groups} actions={actions} overrideFieldsOf={overrideFieldsOf} />
      <h3>Why</h3>
      <p className="section-note">
        In brackets: the rows of the rules on file. “Sources and dates” below says what each one says, and who.
      </p>
      <Working how={claim.how} />
      <Unfolding summary={estimateInShort(claim.estimate)}>{() => <Estimate estimate={claim.estimate} />}</Unfolding>
      <RefillSupportUnfolding support={refillSupport} />
      <Sources claim={claim} />
    </>
  );
}

/** What the abbreviations mean, where they are first met: below the lines, before the findings. */
function Abbreviations({ claim }: Pick<ClaimPanelProps, 'claim'>) {
  const met = abbreviationsIn(claim);
  return met.length > 0 ? (
    <p className="abbreviations">{`${met.map(({ short, means }) => `${short}: ${means}`).join('. ')}.`}</p>
  ) : null;
}

type StatusBannerProps = Pick<ClaimPanelProps, 'claim' | 'besides' | 'standing' | 'keep'> & {
  groups: readonly FindingGroup[];
  onGoTo: FindingActions['onGoTo'];
};

/** The status, its worst reason with the way to the answer, and how many checks are left. */
function StatusBanner({ claim, besides, standing, keep, groups, onGoTo }: StatusBannerProps) {
  const stands = besides?.stands ?? { as: claim.status, words: statusWords[claim.status] };
  return (
    <div className={`status ${stands.as}`}>
      <div className="title-line">
        <ClaimTitle>
          <Shape outcome={shapeOf[stands.as]} /> {stands.words}
        </ClaimTitle>
        <span className="claim-standing">{standing}</span>
        {keep}
      </div>
      <p>
        {besides ? <Besides {...besides} /> : null}
        <WorstReason claim={claim} groups={groups} isAll={besides === null} onGoTo={onGoTo} />
      </p>
      <Left claim={claim} groups={groups} />
    </div>
  );
}

const Besides = ({ says, way }: ToldBesides) => (
  <>
    {says}{' '}
    {way ? (
      <button type="button" className="link" onClick={way.go}>
        {way.words}
      </button>
    ) : null}{' '}
  </>
);

type WorstReasonProps = Pick<StatusBannerProps, 'claim' | 'groups' | 'onGoTo'> & { isAll: boolean };

/** What the status of the claim rests on; that nothing is left is said only where that is all. */
function WorstReason({ claim, groups, isAll, onGoTo }: WorstReasonProps) {
  const reason = worstOf(claim, groups);
  if (!reason) return isAll ? meaningOf(claim) : null;
  const { goTo, goToRow, goToItem } = reason.verdict;
  return (
    <>
      {reasonInShort(claim, reason)}{' '}
      {goTo ? (
        <button type="button" className="link" onClick={() => onGoTo(goTo, goToRow, goToItem)}>
          Go there
        </button>
      ) : null}
    </>
  );
}

/** "4 left, 1 overridden"; nothing where none is. */
function Left({ claim: { findings }, groups }: Pick<StatusBannerProps, 'claim' | 'groups'>) {
  const { all, settled } = checksIn(groups);
  const overridden = findings.filter(({ override }) => override !== null).length;
  const says = [
    ...(all > settled ? [`${all - settled} left`] : []),
    ...(overridden > 0 ? [`${overridden} overridden`] : []),
  ];
  return says.length > 0 ? <p className="left">{says.join(', ')}</p> : null;
}

function RefillSupportUnfolding({ support }: { support: RefillSupport | null }) {
  if (!support) return null;
  return (
    <Unfolding summary={`Refill code that the record supports: ${support.inShort}`}>
      {() => <RefillCodes support={support} />}
    </Unfolding>
  );
}

/** "Estimate, if nothing is denied: $748.00 allowed; Medicare pays $586.43, the patient $149.60". */
function estimateInShort(drug: PaymentEstimate): string {
  const { whole } = drug;
  const { total } = whole ?? drug;
  const estimate = 'Estimate, if nothing is denied:';
  if (!total) return `${estimate} not known`;
  const { medicare, coinsurance } = total;
  const ofTwo = drug.shares ? sharesOfAll(drug.shares) : '';
  const ofMedicare =
    medicare && coinsurance ? `; Medicare pays ${formatMoney(medicare)}, the patient ${formatMoney(coinsurance)}` : '';
  const some =
    whole && whole.unpriced.length > 0
      ? ` for ${whole.lines.length} of ${whole.lines.length + whole.unpriced.length} lines`
      : '';
  const allowed = `${formatMoney(total.allowed)} allowed${some}${byCharge(drug)}`;
  // What each owes comes first: behind another payer, what is allowed may be no more than the charge.
  return `${estimate} ${ofTwo ? `${ofTwo}; ${allowed}` : `${allowed}${ofMedicare}`}`;
}

/** ", $350.00 of it by the charge entered": which the payer may not allow. */
function byCharge({ by, whole }: PaymentEstimate): string {
  const lines = whole?.lines ?? [];
  const own = lines.filter((line) => line.by === 'own-charge');
  if (own.length === lines.length) return by === 'own-charge' || own.length > 0 ? ', by the charge entered' : '';
  return own.length === 0
    ? ''
    : `, ${formatMoney(sumOfMoney(own.map(({ allowed }) => allowed)))} of it by the charge entered`;
}

/** "Review: J0475-JZ × 4", for the bar at the foot of a narrow screen and for a screen reader. */
export function claimInShort(claim: PreparedClaim, stands: string = statusWords[claim.status]): string {
  const lines = linesOf(claim);
  return `${stands}: ${lines.length > 0 ? lines.map(lineInShort).join(', ') : 'no drug line'}`;
}

/** "1 to fix, 2 to check": what is left of a claim, for a screen reader. */
export function leftInWords({ findings }: PreparedClaim): string {
  const open = findingGroups(findings).flatMap(({ name, matters }) =>
    matters.flatMap(({ isSettled: settled }) => (settled ? [] : [name === 'fix' ? 'fix' : 'check'])),
  );
  const count = (kind: string): number => open.filter((each) => each === kind).length;
  return (['fix', 'check'] as const).flatMap((kind) => (count(kind) > 0 ? `${count(kind)} to ${kind}` : [])).join(', ');
}

type ClaimActionsProps = Pick<ClaimPanelProps, 'claim' | 'onHandOver' | 'print'>;

/** What is done with the lines; why they are kept back where they are. */
function ClaimActions({ claim, onHandOver, print }: ClaimActionsProps) {
  const kept = keptBack(claim);
  return (
    <div className="claim-actions">
      {kept ? <p>{kept}</p> : <CopyLines claim={claim} />}
      {linesOf(claim).length > 0 && claim.status !== 'on-hold' ? (
        <button type="button" className="link" aria-haspopup="dialog" onClick={onHandOver}>
          To a form or file
        </button>
      ) : null}
      {print}
    </div>
  );
}

/** Why the lines are not copied; null where they may be. */
function keptBack({ status, findings }: PreparedClaim): string | null {
  if (status === 'on-hold') return 'A claim on hold is not copied.';
  const reasons = keepingBack(findings).map(findingInShort);
  return reasons.length > 0 ? `A claim that would certainly come back is not copied. ${reasons.join(' ')}` : null;
}

function CopyLines({ claim }: Pick<ClaimPanelProps, 'claim'>) {
  const { copy, isCopied, refused } = useCopy();
  const lines = linesOf(claim);
  if (lines.length === 0) return null;
  const text = linesAsText(lines);
  return (
    <>
      <button type="button" className="ds-c-button ds-c-button--small" onClick={() => copy('lines', text)}>
        Copy lines
      </button>
      <span role="status">
        {isCopied('lines', text) ? 'Copied, tab-separated.' : ''}
        {refused === 'lines' ? 'The browser did not allow copying. Select the table and copy it.' : ''}
      </span>
    </>
  );
}
