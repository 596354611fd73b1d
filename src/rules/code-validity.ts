import { fail, needsReview, notApplicable, onHold, pass, type Denial } from '../engine/verdict';
import { asOf, covers, day, formatDate, formatSpan, oldestFirst, type Dated, type IsoDate } from '../engine/dated';
import { rule, type Rule } from '../engine/rule';
import type { HcpcsCode } from '../engine/claim';
import { unlistedCodes, type Purpose, type Route, type UnlistedCode } from '../engine/encounter';
import type { Strength } from '../engine/quantity';
import type { OpenedTables } from '../engine/published-tables';
import type { RowId } from './citations';
import { cite } from './cite';
import { compoundRules } from './compounded';
import { denials } from './denials';
import { isIntrathecalCode } from './hcpcs';
import { outpatientQuarters, quarterEnd } from './payment-status';

/** First day of each code: rows 1.2 and 1.3. */
const inForceFrom: Readonly<Record<string, IsoDate>> = { J0475: day('1994-01-01'), J0476: day('1999-01-01') };

const release = (from: string, through: string, read: string, row: RowId): Dated<string> => ({
  from: day(from),
  through: day(through),
  value: read,
  row,
});

/** Releases of the code list itself, and the payment limit file where it came first; a newly read one is a new line. */
const releases = [
  release('2017-01-01', '2019-12-31', 'the HCPCS files of 2017 to 2019', '1.2'),
  release('2020-10-01', '2020-12-31', 'the HCPCS file of October 2020', '1.2'),
  release('2026-07-01', '2026-09-30', 'the payment limit file of July 2026', '1.3 July 2026'),
  release('2026-10-01', '2026-12-31', 'the HCPCS release of October 2026', '1.3 releases'),
];

/** A quarter whose release was read needs no price list. */
const priceLists = outpatientQuarters
  .filter((from) => !releases.some((each) => covers(each, from)))
  .map((from) =>
    release(from, quarterEnd(from), 'the hospital price list (OPPS Addendum B) of the quarter', '2b outpatient'),
  );

/** The CMS files in which both codes were read, and the days that they speak for, oldest first. Rows 1.1 to 1.3. */
export const codeReleasesRead = oldestFirst([...releases, ...priceLists]);

const validCode = rule({
  id: 'code/valid',
  title: 'The code is in force',
  rows: cite('1.2', '1.3', '1.3 releases', '1.3 July 2026', '2b outpatient', '10 opened'),
  outcomes: ['fail', 'needs-review', 'pass', 'not-applicable'],
  check({ code, tables, encounter: { dateOfService } }) {
    const from = code && inForceFrom[code.hcpcs];
    if (!code || !from) return notApplicable('Neither J0475 nor J0476 is on the line.');
    if (dateOfService < from) {
      return fail(`${code.hcpcs} began on ${formatDate(from)}, after the date of service.`, {
        fix: 'Check the date of service.',
        denial: denials.invalidCode,
        goTo: 'dateOfService',
        certain: true,
      });
    }
    const { entry, standing } = asOf(codeReleasesRead, dateOfService);
    if (standing === 'in-force')
      return pass(`${code.hcpcs} is in the CMS files read for this day. What was read is ${entry.value}.`);
    if (standing === 'starts-after') {
      const began = `${code.hcpcs} began on ${formatDate(from)}.`;
      const noFile = `No CMS file before ${formatDate(entry.from)} was read`;
      return needsReview(`${began} ${noFile}, so this day is not checked.`, {
        fix: 'Check the date of service. Then look the code up in the HCPCS release of that year.',
        denial: denials.invalidCode,
        goTo: 'dateOfService',
        billerMayCheck: true,
        settledBy: 'table',
      });
    }
    const opened = openedWith(code.hcpcs, tables, dateOfService);
    if (opened) return pass(`${code.hcpcs} is in “${opened.file}”, ${formatSpan(opened)}, which was opened here.`);
    return quarterNotRead(code.hcpcs, entry, dateOfService);
  },
});

/** A day in no file read: between two of them, or after the newest. */
function quarterNotRead(hcpcs: string, before: Dated<string>, dateOfService: IsoDate) {
  const lookUp = `Look ${hcpcs} up in the HCPCS release of that quarter.`;
  if (codeReleasesRead.some((later) => later.from > dateOfService)) {
    const because = 'No CMS file of that quarter was read, so this day is not checked.';
    return needsReview(`${because} The files before and after it have ${hcpcs}.`, {
      fix: lookUp,
      denial: denials.invalidCode,
      billerMayCheck: true,
      settledBy: 'table',
    });
  }
  const newest = `The newest CMS file read with ${hcpcs} is good through ${formatDate(before.through)}.`;
  return needsReview(`${newest} The date of service is later, so it is not checked.`, {
    fix: `${lookUp} Or open the CMS payment limit file of that quarter here.`,
    denial: denials.invalidCode,
    billerMayCheck: true,
    settledBy: 'table',
  });
}

/** The CMS file that was opened for the day of service and that holds the code. */
function openedWith(hcpcs: string, { paymentLimits, crosswalks }: OpenedTables, date: IsoDate) {
  return (
    paymentLimits.find(
      (table) => covers(table, date) && ((hcpcs === 'J0475' && table.J0475) || (hcpcs === 'J0476' && table.J0476)),
    ) ?? crosswalks.find((table) => covers(table, date) && table.rows.some((row) => row.hcpcs === hcpcs))
  );
}

const ivOrIm = rule({
  id: 'code/iv-im',
  title: 'Intravenous or intramuscular baclofen',
  rows: cite('1.12', '1.1', '1.5', '1.6', '1.7'),
  outcomes: ['on-hold', 'needs-review', 'not-applicable'],
  check({ code, encounter: { payerConfirmation } }) {
    if (code?.hcpcs !== 'J0428') return notApplicable('No line with J0428 is made.');
    if (payerConfirmation === null) return unconfirmed;
    if (payerConfirmation.code) return confirmedForAnother(payerConfirmation.code);
    const { who, on, reference } = payerConfirmation;
    return needsReview(
      `J0428 is in no HCPCS list read. ${who} confirmed it on ${formatDate(on)}, reference ${reference}.`,
      {
        fix: 'Keep this word of the payer with the claim. Make sure that it covers the code, the units, and JW or JZ.',
        denial: denials.invalidCode,
        billerMayCheck: true,
      },
    );
  },
});

const unconfirmed = onHold(
  'J0428 is in no HCPCS list read. No baclofen for this route was found in the FDA lists. ' +
    'Expect the payer to return it as invalid.',
  {
    fix:
      'Check the route. If it is right, ask the payer for the code. ' +
      'Then enter who said so, the date and the reference number.',
    denial: denials.invalidCode,
    goTo: 'confirmedBy',
  },
);

const confirmedForAnother = (code: UnlistedCode) =>
  onHold(
    `J0428 is in no HCPCS list read. The confirmation on the sheet was given for ${code}, so it does not count here.`,
    {
      fix:
        'Ask the payer for the code of this drug. Then set “Code that the payer named” to “None of these”. ' +
        'Enter who said so, the date and the reference number.',
      denial: denials.invalidCode,
      goTo: 'confirmedCode',
    },
  );

const otherRoute = rule({
  id: 'code/route',
  title: 'Route of the injection',
  rows: cite('1.5', '1.6', '1.7'),
  outcomes: ['on-hold', 'not-applicable'],
  check({ encounter: { route, drugSource } }) {
    if (drugSource !== 'bought') return notApplicable('The practice did not buy a marketed product.');
    if (route !== 'other') return notApplicable('The route is one that a code is selected for.');
    return onHold(
      'No code read is for baclofen given by another route. All baclofen injections that were found are for the spine.',
      {
        fix: 'Check the route. If it is right, ask the payer for the code before you bill.',
        denial: denials.invalidCode,
        goTo: 'route',
      },
    );
  },
});

/** Row 5 pharmacy. */
const pharmacyUnderMedicare =
  ' Under Medicare Part B the pharmacy may not bill the drug either (CR 7397). ' +
  'It is billed only where the practice bought it.';

const drugNotBought = rule({
  id: 'code/drug-not-bought',
  title: 'Drug that the practice did not buy',
  rows: cite('5 supplied', '5 pharmacy'),
  outcomes: ['needs-review', 'not-applicable'],
  check({ encounter: { drugSource, payer } }) {
    if (drugSource === 'compounded') return notApplicable('The drug was compounded.');
    if (drugSource === 'bought') return notApplicable('The practice bought the drug.');
    return needsReview(
      'The drug was supplied by a pharmacy or free of charge, so the claim has no drug ' +
        `line.${payer === 'medicare-part-b' ? pharmacyUnderMedicare : ''}`,
      {
        fix: 'Bill the procedure only. If the practice did buy the drug, change the answer.',
        denial: denials.notBillable,
        goTo: 'drugSource',
        billerMayCheck: true,
      },
    );
  },
});

/** Codes for drugs that have none of their own (row 1.4). */
const isUnlisted = (hcpcs: string): boolean => (unlistedCodes as readonly string[]).includes(hcpcs);

/** Codes that charge slips carry for this drug, and why they are not billed; row ids beside each. */
const notThisCode: Readonly<Record<string, string>> = {
  J1950: 'J1950 is leuprolide depot, which is never baclofen', // 1.4
  J0428: 'J0428 is in no HCPCS list read', // 1.1
  J3490: 'J3490 is for drugs without a code of their own. This drug has one', // 1.8
  J7799: 'J7799 is for drugs without a code of their own. This drug has one', // 1.8
  J7999: 'J7999 is for compounded drugs', // 1.4
  A4220: 'A4220 is the refill kit, not the drug', // 1.4
  J0475: 'J0475 is the 10 mg code. This is a trial dose in units of 50 mcg', // 1.3
  J0476: 'J0476 is the 50 mcg trial code. Its units are 200 times smaller', // 1.3
};

/** What a wrong code comes back as: units that do not fit where it is the other code of this drug. */
function deniedAs(asked: string): Denial {
  if (isUnlisted(asked)) return denials.unclassified;
  if (asked === 'J0428') return denials.invalidCode;
  return isIntrathecalCode(asked) ? denials.wrongUnits : denials.unclearService;
}

const askedCode = rule({
  id: 'code/asked-for',
  title: 'Code on the charge slip',
  rows: cite('1.4', '1.8', '1.3', '1.1', '1.9'),
  outcomes: ['fail', 'pass', 'not-applicable'],
  check({ code, encounter: { askedCode: asked, drugSource } }) {
    if (asked === null) return notApplicable('No code from a charge slip was entered.');
    if (asked === code?.hcpcs && code.descriptor !== null)
      return pass(`The charge slip and the worksheet agree on ${asked}.`);
    if (drugSource === 'compounded') return askedForCompound(asked, code);
    if (code?.descriptor === null) {
      return fail(`The charge slip says ${asked}. Nothing read tells which code fits this route.`, {
        fix: 'Check the route. If it is right, the payer decides the code, not the charge slip.',
        denial: denials.invalidCode,
        goTo: 'route',
      });
    }
    if (!code) {
      return fail(`The charge slip says ${asked}, but these answers select no code for a drug line.`, {
        fix: 'Have the charge slip corrected, or change the answers that it rests on.',
        denial: drugSource === 'supplied' ? denials.notBillable : denials.invalidCode,
        goTo: 'askedCode',
      });
    }
    const reason = notThisCode[asked] ?? `${asked} is not a code for this drug`;
    return fail(`The charge slip says ${asked}. ${reason}.`, {
      fix: `Have the code on the charge slip changed to ${code.hcpcs}, or change the answers that it rests on.`,
      denial: deniedAs(asked),
      goTo: 'askedCode',
    });
  },
});

function askedForCompound(asked: string, code: HcpcsCode | null) {
  if (!code && isUnlisted(asked))
    return notApplicable(`${asked} may be the code for a compounded drug. The payer has to say so first.`);
  const reason = isUnlisted(asked) ? '' : ` ${asked} is not for a compounded drug.`;
  return fail(
    `The charge slip says ${asked}.${reason} ` +
      `${code ? `The payer named ${code.hcpcs}.` : 'The payer has not named a code yet.'}`,
    {
      fix: code
        ? `Have the code on the charge slip changed to ${code.hcpcs}, or ask the payer again.`
        : 'Ask the payer for the code. Then have the charge slip changed to it.',
      denial: denials.unclassified,
      goTo: code ? 'askedCode' : 'confirmedCode',
    },
  );
}

const factsAgree = rule({
  id: 'code/facts-agree',
  title: 'Purpose, route and strength fit together',
  rows: cite('1.3', 'products 6', 'label trial'),
  outcomes: ['needs-review', 'pass', 'not-applicable'],
  check({ code, encounter: { purpose, route, strength } }) {
    if (!code) return notApplicable('No code was selected.');
    const doubt = strengthAgainstPurpose(code, purpose, strength) ?? routeAgainstPurpose(purpose, route);
    if (doubt) return doubt;
    return pass(
      strength
        ? 'Purpose, route and strength fit together.'
        : 'Purpose and route fit together; no strength was entered.',
    );
  },
});

function strengthAgainstPurpose({ hcpcs }: HcpcsCode, purpose: Purpose, strength: Strength | null) {
  if (hcpcs !== 'J0475' || !strength) return null;
  if (purpose === 'screening-trial') {
    const told = `The purpose is a screening trial and the strength is ${strength.mcgPerMl} mcg/mL.`;
    return needsReview(`${told} J0476 is for the 50 mcg/mL product, so J0475 was picked.`, {
      fix: 'Check the strength on the container and the purpose.',
      denial: denials.wrongUnits,
      goTo: 'strength',
      billerMayCheck: true,
    });
  }
  if (strength.mcgPerMl !== 50) return null;
  const listed = 'CMS lists the 50 mcg/mL product under J0476, for a screening trial.';
  return needsReview(`${listed} The purpose here is another one.`, {
    fix: 'Check the purpose and the strength.',
    denial: denials.wrongUnits,
    goTo: 'purpose',
    billerMayCheck: true,
  });
}

const routeDoubtful = {
  fix: 'Check the route and the purpose.',
  denial: denials.unclearService,
  goTo: 'route',
  billerMayCheck: true,
} as const;

function routeAgainstPurpose(purpose: Purpose, route: Route) {
  if (purpose === 'screening-trial' && route !== 'intrathecal-lumbar-puncture') {
    const trial = 'The purpose is a screening trial, which goes into the spine before any implant.';
    return needsReview(`${trial} The route is another one.`, routeDoubtful);
  }
  if (purpose === 'pump-fill' && route !== 'intrathecal-pump') {
    return needsReview('The purpose is a pump fill, but the route is not the implanted pump.', routeDoubtful);
  }
  return null;
}

export const codeRules: readonly Rule[] = [
  validCode,
  ivOrIm,
  ...compoundRules,
  otherRoute,
  drugNotBought,
  askedCode,
  factsAgree,
];
