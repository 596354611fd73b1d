import type { DraftClaim, RuleBook, TableUsed } from '../engine/claim';
import { covers, standingOf, type IsoDate } from '../engine/dated';
import { noTables, type OpenedTables } from '../engine/published-tables';
import { codeFilesReadFrom, codeFilesReadThrough, codeRules } from './code-validity';
import { companionRules, refillSupport } from './companions';
import { containerRules, expiryRules } from './containers';
import { coverageRules } from './coverage';
import { documentationRules } from './documentation';
import { filingRules } from './filing';
import { formItems } from './form-items';
import { hcpcsCodes } from './hcpcs';
import { lineModifiers, modifierRules } from './modifiers';
import { mueAsOf, mueRules, newestMue } from './mue';
import { payerRules } from './payer-limits';
import { estimate, paymentLimitAsOf, paymentLimitsRead, paysByLimit } from './payment-limits';
import { newestIndicators, paymentRules, separatePayment } from './payment-status';
import { plausibilityRules } from './plausibility';
import { priorAuthorizationRules } from './prior-authorization';
import { ncciOnFile, ncciUsed } from './ncci-edits';
import { ndcRules } from './ndc';
import { crosswalksRead } from './products';
import { wasteRules } from './waste';
import { wasteModifierRules, wasteModifiers } from './waste-modifiers';

/** Everything published that decides a claim, as the engine takes it. */
export const ruleBook: RuleBook = {
  codes: hcpcsCodes,
  wasteModifiers,
  separatePayment,
  lineModifiers,
  estimate,
  tables: noTables,
  rules: [
    ...expiryRules,
    ...codeRules,
    ...wasteRules,
    ...wasteModifierRules,
    ...plausibilityRules,
    ...containerRules,
    ...modifierRules,
    ...mueRules,
    ...paymentRules,
    ...payerRules,
    ...companionRules,
    ...filingRules,
    ...priorAuthorizationRules,
    ...documentationRules,
    ...coverageRules,
    ...ndcRules,
  ],
  formItems,
  tablesUsed,
  refillSupport,
};

/** The rule book with the tables that the user opened. */
export const ruleBookWith = (tables: OpenedTables): RuleBook => ({ ...ruleBook, tables });

/** The tables that came with the page, each as of its newest day. */
export const tablesOnFile: readonly { readonly title: string; readonly from: IsoDate; readonly through: IsoDate }[] = [
  { title: 'HCPCS codes', from: codeFilesReadFrom, through: codeFilesReadThrough },
  { title: 'Medically unlikely edits', ...newestMue },
  { title: 'OPPS status indicators', ...newestIndicators.outpatient },
  { title: 'ASC payment indicators', ...newestIndicators.surgicalCenter },
  { title: 'NDC crosswalk', ...crosswalksRead },
  ...ncciOnFile,
  { title: 'Medicare payment limits', from: paymentLimitsRead[0].from, through: paymentLimitsRead.at(-1)?.through ?? paymentLimitsRead[0].through },
];

function tablesUsed({ code, payment, lines, tables, encounter }: DraftClaim): readonly TableUsed[] {
  if (!code) return [];
  const { dateOfService, ndcs } = encounter;
  const used = (title: string, span: { from: IsoDate; through: IsoDate }): TableUsed => ({ title, from: span.from, through: span.through, standing: standingOf(span, dateOfService) });
  const mue = mueAsOf(code.hcpcs, dateOfService);
  const limits = paysByLimit(encounter) && lines.length > 0 && (code.hcpcs === 'J0475' || code.hcpcs === 'J0476') ? paymentLimitAsOf(code.hcpcs, tables, dateOfService) : undefined;
  const crosswalk = tables.crosswalks.findLast((each) => covers(each, dateOfService)) ?? crosswalksRead;
  return [
    used('HCPCS codes', { from: codeFilesReadFrom, through: codeFilesReadThrough }),
    ...(mue ? [used('Medically unlikely edits', mue.entry)] : []),
    ...(ndcs.length > 0 ? [used('NDC crosswalk', crosswalk)] : []),
    ...(payment?.table ? [used(payment.table.title, payment.table.entry)] : []),
    ...(limits ? [used('Medicare payment limits', limits)] : []),
    ...ncciUsed(encounter),
  ];
}
