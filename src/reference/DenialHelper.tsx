import { findingKey } from '../engine/finding-groups';
import { useMemo } from 'react';
import { Label } from '../controls/Label';
import { TextField } from '../controls/TextField';
import type { Finding, PreparedClaim } from '../engine/prepared-claim';
import { confidenceWords } from '../engine/citation';
import { concerning } from '../engine/prepare-claim';
import { FindingItem, type GoTo } from '../results/Findings';
import { citations, type RowId } from '../rules/citations';
import {
  casesForAll,
  checksOn,
  endedWords,
  isDrawnBy,
  saidByGroups,
  saidTogether,
  type Check,
  type DenialCase,
} from '../rules/denial-codes';
import { deadlinesOn, letterOf, nextOn, saidOnClaim, stepsOn, wayOf, ways, type Way } from '../rules/denial-on-claim';
import { notOnFile, readAs, readRemittanceCode, type RemittanceReading } from '../rules/read-remittance';
import { groupWords, remittanceCodes, type RemittanceCode } from '../rules/remittance-codes';
import './reference.css';

const kinds = [
  { kind: 'CARC', label: 'Reason codes (CARC)' },
  { kind: 'RARC', label: 'Remark codes (RARC)' },
] as const satisfies readonly { kind: RemittanceCode['kind']; label: string }[];

type DenialHelperProps = {
  claim: PreparedClaim | null;
  /** What the record holds of the remittance. */
  typed: string;
  onTyped: (typed: string) => void;
  onGoTo: GoTo;
};

/** From a code on the remittance to what it means, what on this claim draws it, and what to do next. */
export function DenialHelper({ claim, typed, onTyped, onGoTo }: DenialHelperProps) {
  const reading = readRemittanceCode(typed);
  const names = reading.codes.map(({ code }) => code);
  const cases = casesForAll(names, claim);
  const drawn = claim ? drawnBy(reading, cases, claim) : null;
  return (
    <div className="denial-helper">
      <TextField
        id="remittance-code"
        label="Code on the remittance"
        hint="Like CO-197, OA-22 MA04 or CO*45*100, as they stand there. They are told of the claim in the form."
        problem={reading.problem ?? undefined}
        lines={2}
        field={{ name: 'remittance-code', value: typed, onChange: ({ target }) => onTyped(target.value) }}
      />
      <CodePicker picked={names.length === 1 ? (names[0] ?? '') : ''} onPick={onTyped} />
      <p role="status">{inShort(names, reading.unknown, cases, drawn)}</p>
      <AsRead reading={reading} />
      {names.length > 0 ? <WhatItSays reading={reading} claim={claim} /> : null}
      <WhoOwes reading={reading} />
      {claim && drawn && names.length > 0 ? (
        <OnThisClaim said={saidOnClaim(reading, claim)} drawn={drawn} onGoTo={onGoTo} />
      ) : null}
      {names.length > 0 ? <WhatToDo reading={reading} cases={cases} claim={claim} /> : null}
    </div>
  );
}

/** What on the claim draws the codes: of their cases, or named by the finding itself. */
const drawnBy = (
  { codes }: RemittanceReading,
  cases: readonly DenialCase[],
  claim: PreparedClaim,
): readonly Finding[] =>
  concerning(claim.findings).filter(
    (finding) => cases.some((each) => isDrawnBy(each, finding)) || namesReason(finding, codes),
  );

/** Amounts, and what was no code, as they were understood. */
function AsRead({ reading }: { reading: RemittanceReading }) {
  const said =
    reading.adjustments.some(({ amount }) => amount !== null) || reading.notCodes.length > 0 ? readAs(reading) : '';
  return said ? <p>Read as: {said}.</p> : null;
}

function WhoOwes({ reading }: { reading: RemittanceReading }) {
  const { groups, adjustments } = reading;
  const owed = [
    ...saidByGroups(reading),
    ...groups
      .filter((group) => adjustments.every((each) => each.group !== group))
      .map((group): Check => ({ says: `${group}: ${groupWords[group]}`, rows: ['8 groups'] })),
  ];
  if (owed.length === 0) return null;
  return (
    <>
      <h3>Who owes it</h3>
      <Checks checks={owed} />
    </>
  );
}

function WhatToDo({
  reading,
  cases,
  claim,
}: {
  reading: RemittanceReading;
  cases: readonly DenialCase[];
  claim: PreparedClaim | null;
}) {
  const way = claim && wayOf(reading, claim);
  return (
    <>
      <h3>What to do</h3>
      {cases.map((each) => (
        <Case key={each.id} each={each} claim={claim} way={way} />
      ))}
      {claim && way ? <Follow way={way} deadlines={deadlinesOn(way, claim)} /> : <EachWay />}
    </>
  );
}

/** Every code on file, to pick one. */
function CodePicker({ picked, onPick }: { picked: string; onPick: (code: string) => void }) {
  return (
    <>
      <Label of="remittance-code-pick">Or pick one</Label>
      <select
        id="remittance-code-pick"
        name="remittance-code-pick"
        className="ds-c-field select"
        autoComplete="off"
        value={picked}
        onChange={({ target }) => onPick(target.value)}
      >
        <option value="">None picked</option>
        {kinds.map(({ kind, label }) => (
          <optgroup key={kind} label={label}>
            {remittanceCodes
              .filter((each) => each.kind === kind)
              .map(({ code, means }) => (
                <option key={code} value={code}>
                  {code}: {means}
                </option>
              ))}
          </optgroup>
        ))}
      </select>
    </>
  );
}

/** What each code means and what to do about it by itself, then what they say together. */
function WhatItSays({ reading, claim }: { reading: RemittanceReading; claim: PreparedClaim | null }) {
  return (
    <>
      <h3>What it says</h3>
      <dl className="sources">
        {reading.codes.map((each) => (
          <div key={each.code}>
            <dt>
              {each.kind} {each.code}
            </dt>
            <dd>
              {codeSays(each, reading, claim)}{' '}
              <Rows rows={['8', ...(each.ended ? ['8 ended'] : []), ...(each.alert ? [] : ['8 steps'])]} />
            </dd>
          </div>
        ))}
      </dl>
      <Checks checks={saidTogether(reading, claim)} />
    </>
  );
}

const codeSays = (code: RemittanceCode, reading: RemittanceReading, claim: PreparedClaim | null): string =>
  [
    code.means,
    endedWords(code),
    ...(code.alert ? ['It informs, and explains no amount.'] : stepsOn(code, reading, claim)),
  ]
    .filter((text) => text !== '')
    .join(' ');

/**
 * Whether the finding itself names one of the reason codes: a code has more cases than those that fit its remark best.
 * CARC 16 alone says too little.
 */
const namesReason = ({ verdict }: Finding, codes: readonly RemittanceCode[]): boolean =>
  codes.some(({ kind, code }) => kind === 'CARC' && code !== '16' && (verdict.denial?.carc.includes(code) ?? false));

/** What a screen reader is told while the code is typed. */
function inShort(
  names: readonly string[],
  unknown: readonly string[],
  cases: readonly DenialCase[],
  drawn: readonly Finding[] | null,
): string {
  const said = unknown.length > 0 ? notOnFile(unknown) : '';
  if (names.length === 0) return said;
  const counted = [
    `${names.join(', ')}: ` +
      `${cases.length === 0 ? 'explained below' : cases.length === 1 ? '1 case' : `${cases.length} cases`}`,
    ...(drawn && drawn.length > 0 ? [`${drawn.length} to look at on this claim`] : []),
  ].join(', ');
  return `${counted}. ${said}`.trim();
}

/** What the claim holds that answers the codes, and what on it draws them. */
function OnThisClaim({ said, drawn, onGoTo }: { said: readonly Check[]; drawn: readonly Finding[]; onGoTo: GoTo }) {
  const actions = useMemo(() => ({ onGoTo }), [onGoTo]);
  return (
    <>
      <h3>On this claim</h3>
      <Checks checks={said} />
      {drawn.length === 0 ? <p>Nothing on this claim as entered draws these codes.</p> : null}
      <ul className="findings">
        {drawn.map((finding, place) => (
          <FindingItem key={findingKey(drawn, place)} finding={finding} actions={actions} />
        ))}
      </ul>
    </>
  );
}

function Case({ each, claim, way }: { each: DenialCase; claim: PreparedClaim | null; way: Way | null }) {
  const { title, checks, rows, appeal, forPayer } = each;
  const { next, why } = nextOn(each, way, claim);
  const letter = way && !way.appeals ? [] : checksOn(appeal, claim);
  return (
    <>
      <h4>{title}</h4>
      <p>
        <strong>{next}.</strong> {why} <Rows rows={rows} />
      </p>
      <Checks checks={checksOn(forPayer, claim)} />
      <Checks checks={checksOn(checks, claim)} />
      {letter.length > 0 ? (
        <>
          <p>For an appeal of this:</p>
          <Checks checks={letter} />
        </>
      ) : null}
    </>
  );
}

/** How this payer takes it, and by when; how well each limit is known stands beside it. */
function Follow({ way, deadlines }: { way: Way; deadlines: readonly Check[] }) {
  const letter = letterOf(way);
  return (
    <>
      <h4>{way.title}</h4>
      <Checks checks={way.steps} />
      {letter.length > 0 ? (
        <>
          <p>Every letter of appeal holds:</p>
          <Checks checks={letter} />
        </>
      ) : null}
      {deadlines.length > 0 ? (
        <>
          <h4>By when</h4>
          <Checks checks={deadlines} known />
        </>
      ) : null}
    </>
  );
}

/** Without a claim: how each payer takes it. */
function EachWay() {
  return (
    <>
      <p>Enter the encounter on the worksheet to see only what fits its payer.</p>
      {ways
        .filter(({ id }) => id !== 'self-pay')
        .map(({ id, title, steps, deadlines }) => (
          <details key={id}>
            <summary>{title}</summary>
            <Checks checks={steps} />
            <Checks checks={deadlines} known />
          </details>
        ))}
    </>
  );
}

function Checks({ checks, known = false }: { checks: readonly Check[]; known?: boolean }) {
  if (checks.length === 0) return null;
  return (
    <ul className="folded">
      {checks.map(({ says, rows }) => (
        <li key={says}>
          {says} {known ? <Known rows={rows} /> : <Rows rows={rows} />}
        </li>
      ))}
    </ul>
  );
}

const Rows = ({ rows }: { rows: readonly string[] }) => <span className="rows">[{rows.join(', ')}]</span>;

/** The rows, each with how well it is known. */
const Known = ({ rows }: { rows: readonly RowId[] }) => (
  <span className="rows">
    [
    {rows
      .map((row) => `${row}: ${citations[row].confidence.map((each) => confidenceWords[each]).join('; ')}`)
      .join('; ')}
    ]
  </span>
);
