import { use, useCallback } from 'react';
import type { WorksheetText } from '../answers/worksheet-text';
import type { PreparedClaim } from '../engine/prepared-claim';
import { TodayContext } from '../fields/form';
import type { Warning } from '../records/duplicates';
import { ClaimPanel, type ToldBesides } from '../results/ClaimPanel';
import type { FindingActions, OverrideFieldsOf } from '../results/Findings';
import { refillSupport } from '../rules/companions';
import { KeepButton } from './KeepButton';
import { PrintPaper } from './PrintPaper';
import { standsBesides } from './stands-besides';
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

/** What stands before the claim’s own status, with the way to what to do. */
function useToldBesides({ worksheet, claim, warnings, onOpenDrawer }: ClaimAnswerProps): ToldBesides | null {
  const besides = standsBesides(worksheet, claim, warnings, use(TodayContext));
  if (!besides) return null;
  const way = { words: 'What to do: a claim came back', go: () => onOpenDrawer('denials') };
  return { ...besides, way: besides.isBack ? way : null };
}
