import { Label, TextField } from '@cmsgov/design-system';
import { useMemo } from 'react';
import type { Finding, PreparedClaim } from '../engine/claim';
import type { FactName } from '../engine/encounter';
import { concerning } from '../engine/prepare-claim';
import { FindingItem } from '../results/Findings';
import {
  casesForAll,
  groupWords,
  mueAppealList,
  nextWords,
  notOnFile,
  readRemittanceCode,
  remittanceCodes,
  type Check,
  type DenialCase,
  type RemittanceCode,
} from '../rules/denial-codes';
import { denials } from '../rules/denials';

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
  const { groups, codes, unknown } = readRemittanceCode(typed);
  const names = codes.map(({ code }) => code);
  const cases = casesForAll(names);
  const drawn = claim ? concerning(claim.findings).filter((finding) => cases.some((each) => isDrawnBy(each, finding)) || namesReason(finding, codes)) : null;
  return (
    <div className="denial-helper">
      <TextField
        id="remittance-code"
        name="remittance-code"
        type="text"
        label="Code on the remittance"
        hint="Like CO-197 or N822"
        size="medium"
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
      {groups.map((group) => (
        <p key={group}>
          <strong>{group}</strong>: {groupWords[group]}. <span className="rows">[8 groups]: general knowledge, not checked</span>
        </p>
      ))}
      {codes.length > 0 ? (
        <>
          <h3>What it means</h3>
          <dl className="sources">
            {codes.map(({ code, kind, means }) => (
              <div key={code}>
                <dt>
                  {kind} {code}
                </dt>
                <dd>
                  {means} <Rows rows={['8']} />
                </dd>
              </div>
            ))}
          </dl>
          {drawn ? <ForThisClaim drawn={drawn} onGoTo={onGoTo} /> : null}
          <h3>What to check, and what to do</h3>
          {cases.map((each) => (
            <Case key={each.id} each={each} />
          ))}
        </>
      ) : null}
    </div>
  );
}

/** Whether the finding is of that case; a finding tells its denial by an entry of `denials`. */
const isDrawnBy = ({ denial }: DenialCase, { verdict }: Finding): boolean => denial !== null && verdict.denial?.means === denials[denial].means;

/** Whether the finding itself names one of the reason codes: a code has more cases than those that fit its remark best. CARC 16 alone says too little. */
const namesReason = ({ verdict }: Finding, codes: readonly RemittanceCode[]): boolean =>
  codes.some(({ kind, code }) => kind === 'CARC' && code !== '16' && (verdict.denial?.carc.includes(code) ?? false));

/** What a screen reader is told while the code is typed. */
function inShort(names: readonly string[], unknown: readonly string[], cases: readonly DenialCase[], drawn: readonly Finding[] | null): string {
  const said = unknown.length > 0 ? notOnFile(unknown) : '';
  if (names.length === 0) return said;
  const counted = [`${names.join(', ')}: ${cases.length === 1 ? '1 case' : `${cases.length} cases`}`, ...(drawn ? [`${drawn.length} to look at on this claim`] : [])].join(', ');
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
