import type { DraftClaim, RuleBook, TableUsed } from '../engine/claim';
import { standingOf } from '../engine/dated';
import { citations } from './citations';
import { codeFilesReadFrom, codeFilesReadThrough, codeRules } from './code-validity';
import { containerRules, expiryRules } from './containers';
import { coverageRules } from './coverage';
import { documentationRules } from './documentation';
import { filingRules } from './filing';
import { formItems } from './form-items';
import { hcpcsCodes } from './hcpcs';
import { leadingModifiers, modifierRules } from './modifiers';
import { mueAsOf, mueRules } from './mue';
import { paymentRules, separatePayment } from './payment-status';
import { plausibilityRules } from './plausibility';
import { priorAuthorizationRules } from './prior-authorization';
import { ndcRules } from './ndc';
import { crosswalksRead } from './products';
import { wasteRules } from './waste';
import { wasteModifierRules, wasteModifiers } from './waste-modifiers';

/** Everything published that decides a claim, as the engine takes it. */
export const ruleBook: RuleBook = {
  codes: hcpcsCodes,
  wasteModifiers,
  separatePayment,
  leadingModifiers,
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
    ...filingRules,
    ...priorAuthorizationRules,
    ...documentationRules,
    ...coverageRules,
    ...ndcRules,
  ],
  formItems,
  tablesUsed,
  citations,
};

function tablesUsed({ code, payment, encounter: { dateOfService, ndcs } }: DraftClaim): readonly TableUsed[] {
  if (!code) return [];
  const mue = mueAsOf(code.hcpcs, dateOfService);
  return [
    {
      title: 'HCPCS codes',
      from: codeFilesReadFrom,
      through: codeFilesReadThrough,
      standing: standingOf({ from: codeFilesReadFrom, through: codeFilesReadThrough }, dateOfService),
    },
    ...(mue ? [{ title: 'Medically unlikely edits', from: mue.entry.from, through: mue.entry.through, standing: mue.standing }] : []),
    ...(ndcs.length > 0 ? [{ title: 'NDC crosswalk', ...crosswalksRead, standing: standingOf(crosswalksRead, dateOfService) }] : []),
    ...(payment?.table ? [{ title: payment.table.title, from: payment.table.entry.from, through: payment.table.entry.through, standing: payment.table.standing }] : []),
  ];
}
