import { fail, needsReview, notApplicable, onHold, pass } from '../engine/verdict';
import { day, formatDate, type IsoDate } from '../engine/dated';
import type { Encounter, PayerConfirmation } from '../engine/encounter';
import { formatNdc } from '../engine/ndc';
import { formatMass, formatMl, formatStrength, isNone, volumeHolding } from '../engine/quantity';
import { rule, type Rule } from '../engine/rule';
import { cite } from './cite';
import { denials } from './denials';
import { formOf } from './setting-form';

/** Places for the drug's description: item 19 on paper, NTE and SV101-7 of the 837P. Rows form widths and form NOC. */
const narrativePlaces = { paper: 71, x12: 80 } as const;

/** First day of J7999 (row 1.4). */
const compoundCodeFrom: IsoDate = day('2016-01-01');

type Narrative = {
  readonly text: string;
  /** What the worksheet was not told. */ readonly missing: readonly ('strength' | 'doseGiven' | 'volume')[];
};

/**
 * The description of a compound: drug, strength, volume, dose, and what else is in it, in mg, mcg and mL (row 1.9
 * narrative). It is never cut, and what was not told is left out and named.
 */
function narrativeOf({ concentration, strength, given, givenVolume, otherDrugs }: Encounter): Narrative {
  const perMl = concentration ?? strength;
  const volume = givenVolume ?? (perMl && !isNone(given) ? volumeHolding(given, perMl) : undefined) ?? null;
  const parts = [
    `Compounded baclofen${perMl ? ` ${formatStrength(perMl)}` : ''}`,
    ...(volume ? [formatMl(volume).replaceAll(',', '')] : []),
    ...(isNone(given) ? [] : [`dose ${formatMass(given).replaceAll(',', '')}`]),
  ];
  return {
    text: `${parts.join(', ')}${otherDrugs ? `; ${otherDrugs}` : ''}`,
    missing: [
      ...(perMl ? [] : (['strength'] as const)),
      ...(isNone(given) ? (['doseGiven'] as const) : []),
      ...(perMl && !isNone(given) && !volume ? (['volume'] as const) : []),
    ],
  };
}

/** The description that goes with an unlisted code; null for any other drug. */
export const narrativeFor = (encounter: Encounter): string | null =>
  encounter.drugSource === 'compounded' ? narrativeOf(encounter).text : null;

const marketed = notApplicable('The drug is a marketed product.');

const code = rule({
  id: 'code/compounded',
  title: 'Code of a compounded drug',
  rows: cite('1.9', '1.9 J7999', '1.9 J7799', '1.9 J3490', '1.9 units', '1.4'),
  outcomes: ['on-hold', 'fail', 'needs-review', 'not-applicable'],
  check({ code: chosen, encounter }) {
    const { drugSource, payerConfirmation, dateOfService } = encounter;
    if (drugSource !== 'compounded') return marketed;
    if (!payerConfirmation || !chosen) {
      return onHold(
        'Compounded baclofen is never billed with J0475 or J0476. ' +
          'Older texts of contractors named J7799 or J3490. J7999 is the general code for a compound. ' +
          'So the payer has to say which.',
        {
          fix:
            'Ask the payer for the code, and whether it wants KD. ' +
            'Then enter the code, who said so, the date and the reference number.',
          denial: denials.unclassified,
          goTo: 'confirmedCode',
        },
      );
    }
    if (chosen.hcpcs === 'J7999' && dateOfService < compoundCodeFrom) {
      return fail(`J7999 began on ${formatDate(compoundCodeFrom)}, after the date of service.`, {
        fix: 'Check the date of service. If it is right, ask the payer for the code of that day.',
        denial: denials.invalidCode,
        goTo: 'dateOfService',
        certain: true,
      });
    }
    return namedByPayer(chosen.hcpcs, payerConfirmation, encounter);
  },
});

function namedByPayer(hcpcs: string, { who, on, reference }: PayerConfirmation, { route, otherDrugs }: Encounter) {
  const notPump =
    hcpcs === 'J7799' && route !== 'intrathecal-pump'
      ? ' The wording of J7799 is for a drug given through equipment, but the route is not the pump.'
      : '';
  const perDrug =
    hcpcs === 'J3490' && otherDrugs
      ? ' WPS is quoted with one unit more for each other drug. The line has one unit.'
      : '';
  return needsReview(`${who} named ${hcpcs} on ${formatDate(on)}, reference ${reference}.${notPump}${perDrug}`, {
    fix:
      'Keep this word of the payer with the claim. Make sure that it holds for this drug, one unit, and the ' +
      'date of service.',
    denial: denials.unclassified,
    goTo: 'confirmedCode',
    billerMayCheck: true,
  });
}

const missingWords = {
  strength: {
    says: 'the strength is not entered',
    fix: 'Enter the strength of the compound, in mcg/mL.',
    goTo: 'strength',
  },
  doseGiven: { says: 'no dose was given', fix: 'Enter the dose given.', goTo: 'doseGiven' },
  volume: { says: 'the volume does not come out even', fix: 'Enter the dose given in mL.', goTo: 'doseGiven' },
} as const;

const narrative = rule({
  id: 'compounded/narrative',
  title: 'What the compounded drug is',
  rows: cite('1.9 narrative', 'form NOC', 'form SV101-7', 'form widths'),
  outcomes: ['fail', 'needs-review', 'pass', 'not-applicable'],
  check({ encounter }) {
    if (encounter.drugSource !== 'compounded') return marketed;
    if (encounter.payer === 'self-pay') return notApplicable('A self-pay line goes to no payer.');
    const { text, missing } = narrativeOf(encounter);
    const isHospital = formOf(encounter.setting) === 'institutional';
    const [first] = missing;
    if (first) {
      const which = isHospital ? 'that names the drug' : 'for item 19';
      const lacks = missing.map((each) => missingWords[each].says).join(', and ');
      return fail(`The text ${which} is not complete: ${lacks}.`, {
        fix: missing.map((each) => missingWords[each].fix).join(' '),
        denial: denials.unclassified,
        goTo: missingWords[first].goTo,
      });
    }
    if (isHospital) {
      const where = 'A hospital claim has no item 19. Where the drug’s name and dose go on it was not read.';
      return needsReview(`${where} The text is “${text}”.`, {
        fix: 'Ask the payer where the drug’s name and dose go.',
        denial: denials.unclassified,
        billerMayCheck: true,
        settledBy: 'payer',
      });
    }
    return inItem19(text);
  },
});

/** The text held against the places that there are for it: longer than on paper, it is told and not cut. */
function inItem19(text: string) {
  const { paper, x12 } = narrativePlaces;
  if (text.length <= paper) return pass(`Item 19 reads “${text}”.`);
  const onPaper = `The text for item 19 has ${text.length} characters. On paper there is room for ${paper}.`;
  const electronic = text.length > x12 ? 'It does not fit the 837P either' : 'It fits the 837P';
  return needsReview(`${onPaper} ${electronic}, which takes ${x12}. It is not cut.`, {
    fix: 'Shorten the other drugs. Or ask the payer whether it takes the text on a sheet of its own.',
    denial: denials.unclassified,
    goTo: 'otherDrugs',
    billerMayCheck: true,
  });
}

/** Old texts of Medicare contractors alone tell how a compound is priced: row 1.9 price. */
export const compoundPricedBy = ({ payer }: Pick<Encounter, 'payer'>): string =>
  payer === 'medicare-part-b'
    ? 'The contractor sets its price.'
    : 'Medicare’s contractors set its price. How this payer does was not read.';

const invoice = rule({
  id: 'compounded/invoice',
  title: 'Invoice of the compound',
  rows: cite('1.9 invoice', '1.9 price'),
  outcomes: ['needs-review', 'not-applicable'],
  check({ encounter: { drugSource, payer } }) {
    if (drugSource !== 'compounded') return marketed;
    if (payer === 'self-pay') return notApplicable('A self-pay line goes to no payer.');
    return needsReview(
      `A compound has no list price. ${compoundPricedBy({ payer })} Palmetto is quoted as asking for the invoice.`,
      {
        fix: 'Have the invoice of the pharmacy at hand. Ask the payer whether to send it with the claim.',
        denial: denials.recordsNeeded,
        billerMayCheck: true,
      },
    );
  },
});

const ingredients = rule({
  id: 'compounded/ingredients',
  title: 'NDC of each ingredient',
  rows: cite('9.8', '9.1'),
  outcomes: ['needs-review', 'not-applicable'],
  check({ encounter: { drugSource, payer, ndcs } }) {
    if (drugSource !== 'compounded') return marketed;
    if (payer === 'self-pay') return notApplicable('A self-pay line needs no NDC.');
    const entered = ndcs.length > 0 ? ` Entered: ${ndcs.map(formatNdc).join(', ')}.` : '';
    return needsReview(
      'A compound has no NDC of its own, so the line has none. ' +
        `One page says to list the NDC of each ingredient.${entered}`,
      {
        fix: 'Ask the payer whether it wants the NDC of each ingredient, and where. Have them at hand.',
        denial: denials.ndcMissing,
        goTo: 'ndc',
        billerMayCheck: true,
        settledBy: 'payer',
      },
    );
  },
});

export const compoundRules: readonly Rule[] = [code, narrative, invoice, ingredients];
