import type { RuleBook } from '../engine/rule-book';
import type { DraftClaim, TableUsed } from '../engine/claim';
import { asOf, covers, spansOf, standingOf, type Span } from '../engine/dated';
import { noTables, type OpenedTables, type TableOnFile } from '../engine/published-tables';
import { codeReleasesRead, codeRules } from './code-validity';
import { billedServices } from './billed-services';
import { companionRules } from './companions';
import { containerRules, expiryRules } from './containers';
import { coverageRules } from './coverage';
import { diagnosisPointers } from './diagnosis-pointers';
import { documentationRules } from './documentation';
import { filingRules } from './filing';
import { formItems } from './form-items';
import { compoundCodes, hcpcsCodes, isIntrathecalCode } from './hcpcs';
import { lineModifiers, modifierRules } from './modifiers';
import { lacksMueRow, mueAsOf, mueQuarterOf, mueRead, mueRules } from './mue';
import { payerRules } from './payer-limits';
import { limitsOnFile, paymentLimitAsOf, paymentRateRules, paysByLimit } from './payment-limits';
import { heldDrug, indicatorTitles, newestIndicators, paymentRules, separatePayment } from './payment-status';
import { feeSchedulesRead, outpatientRatesRead } from './procedure-rates';
import { plausibilityRules } from './plausibility';
import { priorAuthorizationRules } from './prior-authorization';
import { ncciOnFile, ncciUsed } from './ncci-edits';
import { ndcRules } from './ndc';
import { severalDrugsRules } from './several-drugs';
import { estimate } from './service-estimate';
import { serviceModifierRules } from './service-modifiers';
import { crosswalksRead } from './products';
import { wasteRules } from './waste';
import { wasteModifierRules, wasteModifiers } from './waste-modifiers';

/** Everything published that decides a claim, as the engine takes it. */
export const ruleBook: RuleBook = {
  codes: hcpcsCodes,
  compoundCodes,
  wasteModifiers,
  separatePayment,
  lineModifiers,
  billedServices,
  heldDrug,
  diagnosisPointers,
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
    ...paymentRateRules,
    ...payerRules,
    ...companionRules,
    ...serviceModifierRules,
    ...filingRules,
    ...priorAuthorizationRules,
    ...documentationRules,
    ...coverageRules,
    ...ndcRules,
  ],
  rulesOfSeveral: severalDrugsRules,
  formItems,
  tablesUsed,
};

/** The rule book with the tables that the user opened. */
export const ruleBookWith = (tables: OpenedTables): RuleBook => ({ ...ruleBook, tables });

const tableTitles = {
  codes: 'HCPCS codes',
  mue: 'Daily maximum units (MUE)',
  crosswalk: 'NDC crosswalk',
  rates: 'Medicare payment rates',
} as const;

export const tablesOnFile: readonly TableOnFile[] = [
  { title: tableTitles.codes, spans: spansOf(codeReleasesRead) },
  { title: tableTitles.mue, spans: spansOf(mueRead) },
  { title: 'OPPS status indicators', usedAs: indicatorTitles.outpatient, spans: [newestIndicators.outpatient] },
  { title: 'ASC payment indicators', usedAs: indicatorTitles.surgicalCenter, spans: [newestIndicators.surgicalCenter] },
  { title: tableTitles.crosswalk, openedAs: 'crosswalk', spans: spansOf(crosswalksRead) },
  ...ncciOnFile,
  {
    title: `${tableTitles.rates}, J0475`,
    usedAs: tableTitles.rates,
    openedAs: 'J0475',
    spans: spansOf(limitsOnFile.J0475),
  },
  {
    title: `${tableTitles.rates}, J0476`,
    usedAs: tableTitles.rates,
    openedAs: 'J0476',
    spans: spansOf(limitsOnFile.J0476),
  },
  { title: 'Outpatient procedure rates (OPPS)', spans: spansOf(outpatientRatesRead) },
  { title: 'Physician fee schedule', spans: spansOf(feeSchedulesRead) },
];

/** What the claim needs of each table: the entry of the day, or the nearest one with how it stands to the day. */
function tablesUsed(claim: DraftClaim): readonly TableUsed[] {
  const used = tablesOf(claim);
  const isNew = (table: TableUsed) =>
    used.every((each) => each.title !== table.title || each.from !== table.from || each.standing !== table.standing);
  return claim.other ? [...used, ...tablesOf(claim.other).filter(isNew)] : used;
}

function tablesOf({ code, payment, lines, tables, encounter }: DraftClaim): readonly TableUsed[] {
  if (!code) return ncciUsed(encounter);
  const { dateOfService, ndcs } = encounter;
  const used = (title: string, { from, through }: Span): TableUsed => ({
    title,
    from,
    through,
    standing: standingOf({ from, through }, dateOfService),
  });
  const without = (title: string, { from, through }: Span): TableUsed => ({ title, from, through, standing: 'no-row' });
  const mue = mueAsOf(code.hcpcs, dateOfService);
  const mueQuarter = mueQuarterOf(dateOfService) ?? mueRead.at(-1) ?? mueRead[0];
  const release = asOf(codeReleasesRead, dateOfService).entry;
  const rate =
    isIntrathecalCode(code.hcpcs) && paysByLimit(encounter) && lines.length > 0
      ? paymentLimitAsOf(code.hcpcs, tables, dateOfService)
      : undefined;
  const crosswalk =
    tables.crosswalks.findLast((each) => covers(each, dateOfService)) ?? asOf(crosswalksRead, dateOfService).entry;
  return [
    ...(code.hcpcsDosage === null
      ? []
      : [
          isIntrathecalCode(code.hcpcs)
            ? used(tableTitles.codes, release)
            : without(tableTitles.codes, codeReleasesRead.at(-1) ?? release),
        ]),
    mue && !lacksMueRow(code.hcpcs, dateOfService)
      ? used(tableTitles.mue, mue.entry)
      : without(tableTitles.mue, mueQuarter),
    ...(ndcs.length > 0 && code.hcpcsDosage !== null ? [used(tableTitles.crosswalk, crosswalk)] : []),
    ...(payment?.table ? [used(payment.table.title, payment.table.entry)] : []),
    ...(rate ? [used(tableTitles.rates, rate)] : []),
    ...ncciUsed(encounter),
  ];
}
