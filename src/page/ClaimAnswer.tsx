import { useCallback } from 'react';
import type { PreparedClaim } from '../engine/prepared-claim';
import { ClaimPanel } from '../results/ClaimPanel';
import type { FindingActions, OverrideFieldsOf } from '../results/Findings';
import { refillSupport } from '../rules/companions';
import { KeepButton } from './KeepButton';
import { PrintPaper } from './PrintPaper';
import type { DrawersOfPage } from './use-drawers';

type ClaimAnswerProps = {
  claim: PreparedClaim;
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
  return (
    <ClaimPanel
      claim={claim}
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
