import { answerReader } from '../answers/answer-reader';
import { filledRows, readContainers } from '../answers/read-containers';
import { readRefill } from '../answers/read-refill';
import { readAmounts } from '../answers/told-amounts';
import { givenAs, isOutOfSame } from '../answers/what-is-asked';
import type { WorksheetText } from '../answers/worksheet-text';
import { selectCode, type CodeFacts } from '../engine/select-code';
import { ruleBook } from '../rules';

/** The code of the drug, as far as the answers tell it; null where they tell none. */
export function codeOf(worksheet: WorksheetText): string | null {
  const { drugSource, route, purpose, confirmedCode } = worksheet;
  if (drugSource === 'compounded') return confirmedCode || null;
  return codeBy({ drugSource, route, purpose, ...drawnFrom(worksheet) });
}

/** That of the second drug of the day; null where there is none as well. */
export function codeBeside(worksheet: WorksheetText): string | null {
  const { use, drugSource, containers } = worksheet.drugBeside;
  if (use === '') return null;
  const own = () => ({
    strength: null,
    opened: filledRows(containers).length > 0 ? readContainers(containers, silent, 'drugBeside.containers') : [],
  });
  return codeBy({ ...givenAs[use], drugSource, ...(isOutOfSame(worksheet) ? drawnFrom(worksheet) : own()) });
}

type Drawn = Pick<CodeFacts, 'strength' | 'opened'>;

const drawnFrom = (worksheet: WorksheetText): Drawn =>
  worksheet.entry === 'refill'
    ? { strength: null, opened: readRefill(worksheet, null, () => {}).opened }
    : { strength: readAmounts(worksheet).strength, opened: [] };

const silent = answerReader(() => {});

const codeBy = (facts: Omit<CodeFacts, 'payerConfirmation'>): string | null =>
  selectCode({ ...facts, payerConfirmation: null }, ruleBook).code?.hcpcs ?? null;
