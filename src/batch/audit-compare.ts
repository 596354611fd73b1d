import type { OpenedTables } from '../engine/published-tables';
import { formatNdc } from '../engine/ndc';
import { formatUnits, noUnits, unitsLeft, unitsSum, type BillingUnits } from '../engine/quantity';
import { productIn } from '../rules/products';
import { dueInShort, type Due, type Question } from './audit-due';
import type { BilledLine } from './audit-line';
import type { StandingClaim } from './audit-net';

export const causes = [
  'code',
  'over-containers',
  'units-over',
  'units-under',
  'waste-twice',
  'waste-not-billed',
  'jz-beside-waste',
  'modifier-missing',
  'modifier-wrong',
  'ndc-strength',
  'ndc-other',
  'two-claims',
  'over-limit',
  'outside-authorization',
] as const;
export type Cause = (typeof causes)[number];

/** One way in which what was billed is not what was due. */
export type Difference = {
  readonly cause: Cause;
  /** Billed beyond what was due, or due and not billed; none where only what is said of the units differs. */
  readonly over: BillingUnits;
  readonly under: BillingUnits;
  /** Units that hang on it: they were due, but may be denied or taken back. Null: all of the claim. */
  readonly atStake: BillingUnits | null;
  readonly why: string;
};

export type Compared = { readonly differences: readonly Difference[]; readonly questions: readonly Question[] };

/** The units of one approval that earlier claims of the file used, where the row itself does not tell. */
export type UsedBefore = () => BillingUnits;

const differs = (cause: Cause, why: string, units: Partial<Pick<Difference, 'over' | 'under' | 'atStake'>> = {}) => ({
  cause,
  why,
  over: noUnits,
  under: noUnits,
  atStake: null,
  ...units,
});

const hasModifier = (modifier: string) => (line: BilledLine) => line.modifiers.includes(modifier);
const sumOf = (lines: readonly BilledLine[]): BillingUnits =>
  lines.length === 1 && lines[0] ? lines[0].units : lines.reduce((sum, { units }) => unitsSum(sum, units), noUnits);

/** Holds the lines of one claim against what was due; what is not known is a question, never an answer. */
export function compare(claim: StandingClaim, tables: OpenedTables, usedBefore: UsedBefore): Compared {
  const { due, lines, questions } = claim;
  if (questions.length > 0) return { differences: [], questions };
  const billed = sumOf(lines);
  const approval = againstApproval(due, lines, billed, usedBefore);
  if (due.open) return { differences: approval.differences, questions: [due.open, ...approval.questions] };
  const ndcs = againstNdcs(due, lines, tables);
  if (isLineByLine(due, lines) && !due.wasteOpen) {
    const limit = againstLimit(due, billed, noDifferences);
    return ndcs === nothing && limit === nothing && approval === nothing ? nothing : together([ndcs, limit, approval]);
  }
  const other = lines.find(({ code }) => code !== due.code);
  const units = other ? anotherCode(due, other) : againstUnits(due, lines, billed);
  return together([units, ndcs, againstLimit(due, billed, units.differences), approval]);
}

const noDifferences: readonly Difference[] = [];

const together = (parts: readonly Compared[]): Compared => ({
  differences: parts.flatMap((part) => part.differences),
  questions: parts.flatMap((part) => part.questions),
});

/** Whether each line is to the letter the one that was due: nothing more is to be said of units and modifiers. */
function isLineByLine({ lines: due }: Due, lines: readonly BilledLine[]): boolean {
  if (due.length !== lines.length) return false;
  return lines.every(({ code, units, modifiers }, place) => {
    const line = due[place];
    return (
      line?.hcpcs === code &&
      line.unitsOfService.units === units.units &&
      line.modifiers.length === modifiers.length &&
      line.modifiers.every((modifier, at) => modifiers[at] === modifier)
    );
  });
}

const nothing: Compared = { differences: noDifferences, questions: [] };

const anotherCode = (due: Due, line: BilledLine): Compared => {
  const why = `${line.code} was billed. These facts make ${due.code}: ${dueInShort(due) || 'no line'}.`;
  return { differences: [differs('code', why)], questions: [] };
};

/** Units, waste and modifiers; waste and its modifiers stay a question where the payer’s rule is not known. */
function againstUnits(due: Due, lines: readonly BilledLine[], billed: BillingUnits): Compared {
  const withJw = lines.some(hasModifier('JW'));
  const wasted = withJw ? lines.filter(hasModifier('JW')) : [];
  const given = withJw ? lines.filter((line) => !wasted.includes(line)) : lines;
  const split: Split = { due, given, wasted, onGiven: sumOf(given), onWasted: sumOf(wasted), billed };
  if (due.given.units === 0) {
    const why = 'Nothing was given, so nothing is billed. Waste alone is not paid.';
    return { differences: [differs('units-over', why, { over: billed })], questions: [] };
  }
  if (due.wasteOpen) {
    return { differences: whateverTheRule(split), questions: [due.wasteOpen] };
  }
  const differences = withJw ? withJwLine(split) : withoutJwLine(split);
  const others = againstModifiers(split, differences);
  return { differences: [...differences, ...others.differences], questions: others.questions };
}

/** What is wrong whether this payer takes JW or not: more than dose and waste together, or less than the dose. */
function whateverTheRule(split: Split): readonly Difference[] {
  const { due, onGiven, onWasted, billed } = split;
  const whole = unitsSum(due.given, due.discarded);
  const beyond = unitsLeft(billed, whole);
  const isTwice = onGiven.units === whole.units && beyond.units > 0;
  const twice = isTwice ? beyond : lesserUnits(beyond, unitsLeft(onWasted, due.discarded));
  const says = saysTwice({ given: due.given, wasted: due.discarded }, twice);
  return [
    ...(twice.units > 0 ? [differs('waste-twice', says, { over: twice })] : []),
    ...tooMany(split, unitsLeft(beyond, twice)),
    ...tooFew(split, unitsLeft(due.given, billed)),
  ];
}

const lesserUnits = (one: BillingUnits, other: BillingUnits): BillingUnits => (one.units <= other.units ? one : other);

type Split = {
  readonly due: Due;
  readonly given: readonly BilledLine[];
  readonly wasted: readonly BilledLine[];
  readonly onGiven: BillingUnits;
  readonly onWasted: BillingUnits;
  readonly billed: BillingUnits;
};

function tooMany({ due, billed }: Split, over: BillingUnits): readonly Difference[] {
  if (over.units === 0) return [];
  const isBeyond = due.labeled !== null && billed.units > due.labeled.units;
  const what = `${formatUnits(billed)} ${billed.units === 1 ? 'was' : 'were'} billed`;
  return [
    isBeyond && due.labeled
      ? differs('over-containers', `${what}. The containers opened hold ${formatUnits(due.labeled)}.`, { over })
      : differs('units-over', `${what}, ${over.units} more than the dose and its waste make.`, { over }),
  ];
}

const tooFew = ({ due, onGiven }: Split, under: BillingUnits): readonly Difference[] =>
  under.units === 0
    ? []
    : [differs('units-under', `The dose makes ${formatUnits(due.given)}. Billed for it: ${onGiven.units}.`, { under })];

/** No line has JW: waste that was due is missing, or stands unmarked on the line of the dose. */
function withoutJwLine(split: Split): readonly Difference[] {
  const { due, given, onGiven } = split;
  const whole = unitsSum(due.given, due.wasted);
  if (due.wasted.units === 0)
    return [...tooMany(split, unitsLeft(onGiven, due.given)), ...tooFew(split, unitsLeft(due.given, onGiven))];
  const holdsWaste = onGiven.units > due.given.units;
  const missing = holdsWaste ? unitsLeft(whole, onGiven) : due.wasted;
  const jz = given.some(hasModifier('JZ')) ? [jzBesideWaste(due)] : [];
  const jw =
    holdsWaste && jz.length === 0 ? [differs('modifier-missing', 'Waste was billed on a line without JW.')] : [];
  return [
    ...tooMany(split, unitsLeft(onGiven, whole)),
    ...tooFew(split, unitsLeft(due.given, onGiven)),
    ...notBilled(missing),
    ...jz,
    ...jw,
  ];
}

const notBilled = (under: BillingUnits): readonly Difference[] =>
  under.units === 0
    ? []
    : [differs('waste-not-billed', `${formatUnits(under)} of waste should stand on a line with JW.`, { under })];

/** A line has JW: its units are those that were due, or what the rounding put on the dose is billed once more. */
function withJwLine(split: Split): readonly Difference[] {
  const { due, onGiven, onWasted, given, wasted, billed } = split;
  const jz = [...given, ...wasted].some(hasModifier('JZ')) ? jzBesideJw(due) : [];
  const whole = unitsSum(due.given, due.wasted);
  if (due.wasted.units === 0) return [...unduePlainly(split, whole), ...jz];
  const isTwice = onGiven.units === whole.units && billed.units > whole.units;
  const over = isTwice ? onWasted : unitsLeft(onWasted, due.wasted);
  const twice = over.units === 0 ? [] : [differs('waste-twice', saysTwice(due, over), { over })];
  const units = isTwice
    ? []
    : [...tooMany(split, unitsLeft(onGiven, due.given)), ...tooFew(split, unitsLeft(due.given, onGiven))];
  return [...twice, ...units, ...(isTwice ? [] : notBilled(unitsLeft(due.wasted, onWasted))), ...jz];
}

const saysTwice = ({ given, wasted }: Pick<Due, 'given' | 'wasted'>, over: BillingUnits): string =>
  `The dose makes ${given.units} and its waste ${wasted.units}. ${formatUnits(over)} of waste ` +
  `${over.units === 1 ? 'is' : 'are'} billed twice.`;

const jzBesideWaste = ({ discarded }: Due): Difference => {
  const were = discarded.units === 1 ? 'was' : 'were';
  return differs('jz-beside-waste', `JZ says that nothing was wasted. ${formatUnits(discarded)} ${were}.`);
};

const jzBesideJw = (due: Due): readonly Difference[] => [
  due.discarded.units > 0 ? jzBesideWaste(due) : differs('modifier-wrong', 'JW and JZ stand on one claim of the drug.'),
];

/** JW where no whole unit of waste was due: the unit of the dose holds it already, or this payer takes no JW. */
function unduePlainly(split: Split, whole: BillingUnits): readonly Difference[] {
  const { due, billed, onGiven, onWasted } = split;
  if (due.discarded.units > 0)
    return [differs('modifier-wrong', 'This payer takes no JW, so the waste has no line.', { over: onWasted })];
  if (billed.units === whole.units)
    return [differs('modifier-wrong', 'Less than a unit was wasted, so JW has no line. All units are of the dose.')];
  const over = unitsLeft(billed, onGiven.units > whole.units ? onGiven : whole);
  const twice = 'The rounded units of the dose hold the waste already. JW bills it twice.';
  return [
    ...(over.units > 0 ? [differs('waste-twice', twice, { over })] : []),
    ...(onGiven.units > whole.units ? tooMany(split, unitsLeft(onGiven, whole)) : []),
    ...tooFew(split, unitsLeft(whole, billed)),
  ];
}

/** Modifiers that no drug line of baclofen takes, whatever the facts (section 4). */
const neverOnDrug: ReadonlySet<string> = new Set('25 50 52 59 76 77 LT RT RE JA JB XE XP XS XU'.split(' '));

function againstModifiers({ due, given, wasted, onWasted }: Split, found: readonly Difference[]): Compared {
  const wanted = due.givenModifiers.filter((modifier) => modifier !== 'JZ');
  const jzWanted = due.jz !== 'not-taken' && due.givenModifiers.includes('JZ');
  const isOfWaste = found.some(({ cause }) => cause === 'waste-twice' || cause === 'modifier-wrong');
  const lacksJz = jzWanted && onWasted.units === 0 && !isOfWaste && !given.every(hasModifier('JZ'));
  const all = wasted.length === 0 ? given : [...given, ...wasted];
  const lacking = wanted.filter((modifier) => !all.every(hasModifier(modifier)));
  const missing = [...(lacksJz && due.jz === 'wanted' ? ['JZ'] : []), ...lacking];
  const known = new Set([...due.givenModifiers, 'JW', 'JZ']);
  const extra = all.some(({ modifiers }) => modifiers.some((each) => !known.has(each)))
    ? [...new Set(all.flatMap(({ modifiers }) => modifiers.filter((each) => !known.has(each))))]
    : [];
  const wrong = extra.filter((modifier) => neverOnDrug.has(modifier));
  if (due.jz === 'not-taken' && onWasted.units === 0 && given.some(hasModifier('JZ'))) wrong.push('JZ');
  const untold = extra.filter((modifier) => !neverOnDrug.has(modifier));
  return {
    differences: [
      ...(missing.length > 0
        ? [differs('modifier-missing', `${missing.join(' and ')} should stand on the line.`)]
        : []),
      ...(wrong.length > 0 ? [differs('modifier-wrong', `${wrong.join(' and ')} does not belong on this line.`)] : []),
    ],
    questions: [...(lacksJz && due.jz === 'taken' ? [jzTaken] : []), ...(untold.length > 0 ? [notTold(untold)] : [])],
  };
}

const jzTaken: Question = {
  kind: 'plan-rule',
  says: 'This payer takes JZ. Whether it wants it is not known.',
  rows: ['2b plans'],
};
const notTold = (modifiers: readonly string[]): Question => ({
  kind: 'modifier-not-told',
  says: `${modifiers.join(' and ')} was billed. The row tells nothing that calls for it.`,
  rows: ['4 first days'],
});

/** The NDC of a line must be that of a container opened; of another strength it tells of another dose. */
function againstNdcs(due: Due, lines: readonly BilledLine[], tables: OpenedTables): Compared {
  for (const { ndc } of lines) {
    if (ndc === null || due.ndcs.includes(ndc) || (due.ndcs.length === 0 && due.strengths.length === 0)) continue;
    const product = productIn(tables, ndc, due.day);
    if (product && !due.strengths.includes(product.strength.mcgPerMl)) {
      const opened = due.strengths.map((strength) => `${strength} mcg/mL`).join(' and ');
      const why = `NDC ${formatNdc(ndc)} is ${product.strength.mcgPerMl} mcg/mL. Opened was ${opened}.`;
      return { differences: [differs('ndc-strength', why)], questions: [] };
    }
    if (due.ndcs.length > 0) {
      const why = `NDC ${formatNdc(ndc)} was billed. Opened was ${due.ndcs.map(formatNdc).join(' and ')}.`;
      return { differences: [differs('ndc-other', why)], questions: [] };
    }
    if (!product) return { differences: [], questions: [ndcNotOnFile] };
  }
  return nothing;
}

const ndcNotOnFile: Question = {
  kind: 'ndc-not-on-file',
  says: 'The NDC that was billed is not on file. Its strength is not known.',
  rows: ['products'],
};

/** Above the daily maximum, unless what is too much by the dose already brings it down. */
function againstLimit({ most, given, wasted }: Due, billed: BillingUnits, found: readonly Difference[]): Compared {
  if (!most || billed.units <= most.units.units) return nothing;
  const isMended = found.some(({ over, cause }) => over.units > 0 || cause === 'code');
  if (isMended && given.units + wasted.units <= most.units.units) return nothing;
  if (most.said === 'not-read') {
    const says = `${formatUnits(billed)} were billed. This day’s or this payer’s daily limit was not read.`;
    return { differences: [], questions: [{ kind: 'limit-not-read', says, rows: ['3.2', '3.2 between'] }] };
  }
  const around = most.said === 'around' ? ' The table of the day was not read; those around it agree.' : '';
  const why = `${formatUnits(billed)} were billed. Medicare’s daily limit (MUE) is ${most.units.units}.${around}`;
  return { differences: [differs('over-limit', why)], questions: [] };
}

/** Denied, of other days, or of more units than are left. */
function againstApproval(
  due: Due,
  lines: readonly BilledLine[],
  billed: BillingUnits,
  usedBefore: UsedBefore,
): Compared {
  if (due.outside) return { differences: [differs('outside-authorization', due.outside)], questions: [] };
  if (due.authorizationOpen) return { differences: [], questions: [due.authorizationOpen] };
  const { approval } = due;
  if (!approval?.approved) return nothing;
  const left = unitsLeft(approval.approved, approval.used ?? usedBefore());
  const beyond = unitsLeft(billed, left);
  if (beyond.units === 0) return nothing;
  const says = `Left of the ${approval.approved.units} units approved: ${left.units}. Billed: ${billed.units}.`;
  const ofWaste = sumOf(lines.filter(hasModifier('JW')));
  if (beyond.units <= ofWaste.units) {
    const question = `${says} Whether this plan counts JW is not known.`;
    return { differences: [], questions: [{ kind: 'authorization', says: question, rows: ['8'] }] };
  }
  return { differences: [differs('outside-authorization', says, { atStake: beyond })], questions: [] };
}
