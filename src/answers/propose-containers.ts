import { formatMass, formatMl, formatStrength, isNone, massIn, sumOfMasses, timesMass } from '../engine/quantity';
import { selectCode } from '../engine/select-code';
import { ruleBook } from '../rules';
import { packagesHolding } from '../rules/containers';
import { unitTyped, withoutUnits } from './read-answers';
import { readAmounts } from './told-amounts';
import type { WorksheetText } from './worksheet-text';

/** Containers that may have been opened, and the answers that tell them. */
export type ProposedContainers = {
  readonly words: string;
  readonly answers: Pick<WorksheetText, 'container' | 'labeledAmount' | 'labeledAmountUnit' | 'strength'>;
};

/** What holds just the dose and the waste together; nothing while either is open, or the labels are told. */
export function proposedContainers(worksheet: WorksheetText): readonly ProposedContainers[] {
  if (worksheet.labeledAmount.trim() !== '' || worksheet.ndc.trim() !== '') return [];
  const { doseGiven, doseWasted, strength } = readAmounts(worksheet);
  if (!doseGiven || !doseWasted || !('value' in doseGiven) || !('value' in doseWasted)) return [];
  const total = sumOfMasses([doseGiven.value.mass, doseWasted.value.mass]);
  const { code } = selectCode({ ...worksheet, opened: [], strength, payerConfirmation: null }, ruleBook);
  if (!code || isNone(total)) return [];
  return packagesHolding(total, code.hcpcs)
    .filter((each) => strength === null || each.strength.mcgPerMl === strength.mcgPerMl)
    .map(({ count, volume, strength: of }) => {
      const labeled = formatMass(timesMass(massIn(volume, of), count));
      return {
        words: `${count} × ${formatMl(volume)} of ${formatStrength(of)}`,
        answers: {
          container: 'single-dose',
          labeledAmount: withoutUnits(labeled),
          labeledAmountUnit: unitTyped(labeled) ?? 'mg',
          strength: String(of.mcgPerMl),
        },
      };
    });
}
