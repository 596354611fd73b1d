import { use, useCallback } from 'react';
import type { WorksheetText } from '../answers/worksheet-text';
import type { PreparedClaim } from '../engine/prepared-claim';
import { TodayContext } from '../fields/form';
import { cameBackShort, cameBackWords } from '../records/came-back';
import { readCourse } from '../records/course';
import { beyondInShort } from '../records/day-rows';
import type { Warning } from '../records/duplicates';
import { ClaimPanel, type ToldBesides } from '../results/ClaimPanel';
import { statusWords } from '../results/words';
import type { FindingActions, OverrideFieldsOf } from '../results/Findings';
import { refillSupport } from '../rules/companions';
import { KeepButton } from './KeepButton';
import { PrintPaper } from './PrintPaper';
import type { DrawersOfPage } from './use-drawers';

type ClaimAnswerProps = {
  claim: PreparedClaim;
  worksheet: WorksheetText;
  /** What the kept claims tell of it. */
  warnings: readonly Warning[];
  standing: string;
  actions: FindingActions;
  overrideFieldsOf: OverrideFieldsOf;
  onOpenDrawer: DrawersOfPage['onOpen'];
  onKeep: () => void;
  onPrint: () => void;
};

/** The claim, with the ways from it to the answers, to the drawers and to the printer. */
export function ClaimAnswer(props: ClaimAnswerProps) {
  const { claim, standing, actions, overrideFieldsOf, onOpenDrawer, onKeep, onPrint } = props;
  const support = refillSupport(claim.encounter);
  const handOver = useCallback(() => onOpenDrawer('handover'), [onOpenDrawer]);
  const besides = useToldBesides(props);
  return (
    <ClaimPanel
      claim={claim}
      besides={besides}
      standing={standing}
      refillSupport={support}
      actions={actions}
      overrideFieldsOf={overrideFieldsOf}
      onHandOver={handOver}
      keep={<KeepButton className="head-keep" onKeep={onKeep} />}
      print={<PrintPaper onPrint={onPrint} />}
    />
  );
}

/** What came back of the claim unpaid, else that the kept claims use more of its authorization than was approved. */
function useToldBesides({ worksheet, claim, warnings, onOpenDrawer }: ClaimAnswerProps): ToldBesides | null {
  const today = use(TodayContext);
  const cameBack = cameBackShort(worksheet, readCourse(worksheet, today));
  if (cameBack) {
    const way = { words: 'What to do: a claim came back', go: () => onOpenDrawer('denials') };
    return { stands: { as: 'fix-first', words: cameBackWords[cameBack.kind] }, says: cameBack.says, way };
  }
  if (claim.status !== 'ready' || warnings.every(({ kind }) => kind !== 'beyond-authorization')) return null;
  return { stands: { as: 'review', words: statusWords.review }, says: `${beyondInShort} See above.`, way: null };
}
