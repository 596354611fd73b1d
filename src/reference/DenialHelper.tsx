import { Label, TextField } from '@cmsgov/design-system';
import { useMemo } from 'react';
import type { Finding, PreparedClaim } from '../engine/claim';
import type { FactName } from '../engine/encounter';
import type { Denial } from '../engine/rule';
import { concerning } from '../engine/prepare-claim';
import { FindingItem } from '../results/Findings';
import { afterProcessing, casesForAll, endedWords, mueAppealList, nextWords, saidTogether, stepsFor, type Check, type DenialCase } from '../rules/denial-codes';
import { denials } from '../rules/denials';
import { notOnFile, readAs, readRemittanceCode } from '../rules/read-remittance';
import { groupWords, remittanceCodes, type RemittanceCode } from '../rules/remittance-codes';

type GoTo = (fact: FactName, row: number) => void;

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
  const { groups, codes, adjustments, unknown, notCodes, problem } = reading;
  const names = codes.map(({ code }) => code);
  const cases = casesForAll(names);
  const said = saidTogether(reading);
  const asRead = adjustments.some(({ amount }) => amount !== null) || notCodes.length > 0 ? readAs(reading) : '';
  const returned = names.includes('MA130');
  const drawn = claim ? concerning(claim.findings).filter((finding) => cases.some((each) => isDrawnBy(each, finding)) || namesReason(finding, codes)) : null;
  return (
    <div className="denial-helper">
      <TextField
        id="remittance-code"
        name="remittance-code"
        multiline
        rows={2}
        label="Code on the remittance"
        hint="Like CO-197, OA-22 MA04 or CO*45*100. Several at once, as they stand there."
        errorMessage={problem}
        autoComplete="off"
        autoCapitalize="off"
        spellCheck={false}
        value={typed}
        onChange={({ target }) => onTyped(target.value)}
      />
      <Label fieldId="remittance-code-pick">Or pick one</Label>
      <select
        id="remittance-code-pick"
        name="remittance-code-pick"
        className="ds-c-field select"
        autoComplete="off"
        value={names.length === 1 ? names[0] : ''}
        onChange={({ target }) => onTyped(target.value)}
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
      <p role="status">{inShort(names, unknown, cases, drawn)}</p>
      {asRead ? <p>Read as: {asRead}.</p> : null}
      {groups
        .filter((group) => adjustments.every((each) => each.group !== group))
        .map((group) => (
          <p key={group}>
            <strong>{group}</strong>: {groupWords[group]}. <Rows rows={['8 groups']} />
          </p>
        ))}
      {codes.length > 0 ? (
        <>
          <h3>What it means</h3>
          <dl className="sources">
            {codes.map((each) => (
              <div key={each.code}>
                <dt>
                  {each.kind} {each.code}
                </dt>
                <dd>
                  {[each.means, endedWords(each), ...(each.alert ? ['It informs, and explains no amount.'] : stepsFor(each, reading))].filter((text) => text !== '').join(' ')}{' '}
                  <Rows rows={['8', ...(each.ended ? ['8 ended'] : []), ...(each.alert ? [] : ['8 steps'])]} />
                </dd>
              </div>
            ))}
          </dl>
          {said.length > 0 ? (
            <>
              <h3>Together</h3>
              <Checks checks={said} />
            </>
          ) : null}
          {drawn ? <ForThisClaim drawn={drawn} onGoTo={onGoTo} /> : null}
          {cases.length > 0 ? <h3>What to check, and what to do</h3> : null}
          {cases.map((each) => (
            <Case key={each.id} each={each} />
          ))}
          {returned ? null : <Checks checks={[afterProcessing]} />}
        </>
      ) : null}
    </div>
  );
}

/** Whether the finding is of that case; a finding tells its denial by an entry of `denials`. */
function isDrawnBy({ denial }: DenialCase, { verdict }: Finding): boolean {
  if (denial === null) return false;
  const { means, medicare }: Denial = denials[denial];
  return verdict.denial?.means === means || (medicare !== undefined && verdict.denial?.means === medicare.means);
}

/** Whether the finding itself names one of the reason codes: a code has more cases than those that fit its remark best. CARC 16 alone says too little. */
const namesReason = ({ verdict }: Finding, codes: readonly RemittanceCode[]): boolean =>
  codes.some(({ kind, code }) => kind === 'CARC' && code !== '16' && (verdict.denial?.carc.includes(code) ?? false));

/** What a screen reader is told while the code is typed. */
function inShort(names: readonly string[], unknown: readonly string[], cases: readonly DenialCase[], drawn: readonly Finding[] | null): string {
  const said = unknown.length > 0 ? notOnFile(unknown) : '';
  if (names.length === 0) return said;
  const counted = [`${names.join(', ')}: ${cases.length === 0 ? 'explained below' : cases.length === 1 ? '1 case' : `${cases.length} cases`}`, ...(drawn ? [`${drawn.length} to look at on this claim`] : [])].join(', ');
  return `${counted}. ${said}`.trim();
}

function ForThisClaim({ drawn, onGoTo }: { drawn: readonly Finding[]; onGoTo: GoTo }) {
  const actions = useMemo(() => ({ onGoTo }), [onGoTo]);
  return (
    <>
      <h3>For this claim</h3>
      {drawn.length === 0 ? <p>Nothing on this claim as entered draws this code.</p> : null}
      <ul className="findings">
        {drawn.map((finding) => (
          <FindingItem key={finding.rule.id} finding={finding} actions={actions} />
        ))}
      </ul>
    </>
  );
}

function Case({ each: { title, denial, checks, next, why, rows } }: { each: DenialCase }) {
  return (
    <>
      <h4>{title}</h4>
      <Checks checks={checks} />
      <p>
        <strong>{nextWords[next]}.</strong> {why} <Rows rows={rows} />
      </p>
      {denial === 'tooManyUnits' ? (
        <>
          <p>For the appeal:</p>
          <Checks checks={mueAppealList} />
        </>
      ) : null}
    </>
  );
}

function Checks({ checks }: { checks: readonly Check[] }) {
  return (
    <ul className="folded">
      {checks.map(({ says, rows }) => (
        <li key={says}>
          {says} <Rows rows={rows} />
        </li>
      ))}
    </ul>
  );
}

const Rows = ({ rows }: { rows: readonly string[] }) => <span className="rows">[{rows.join(', ')}]</span>;
