import type { ServiceLine } from '../engine/claim';
import { isSameMoney, sumOfMoney, type Money } from '../engine/quantity';
import type { RemittedLine } from './remittance';

/**
 * A line of the remittance and the lines of the claim that it answers: one, two or more that the payer put together, or
 * none. Not certain where another line of the claim would fit as well.
 */
export type LineMatch = {
  readonly line: RemittedLine;
  readonly of: readonly ServiceLine[];
  readonly certain: boolean;
  /** In a sentence, where it is not the line as it was sent. */
  readonly says: string | null;
};
export type LinesMatched = {
  readonly matches: readonly LineMatch[];
  /** Lines of the claim that the remittance does not name. */
  readonly unanswered: readonly ServiceLine[];
};

const wasteModifiers = ['JW', 'JZ'];
const sent = ({ submitted, procedure }: RemittedLine) => submitted ?? procedure;
const unitsOfLine = ({ submittedUnits }: RemittedLine): number | null => submittedUnits?.units ?? null;

const isSameSet = (one: readonly string[], other: readonly string[]): boolean =>
  one.length === other.length && one.every((each) => other.includes(each));
const isSameAmount = (one: Money | null, other: Money | null): boolean =>
  one !== null && other !== null && isSameMoney(one, other);

const isCode = (line: RemittedLine, { hcpcs }: ServiceLine): boolean => sent(line).code === hcpcs;
const isModified = (line: RemittedLine, { modifiers }: ServiceLine): boolean =>
  isSameSet(sent(line).modifiers, modifiers);
const isCharged = (line: RemittedLine, { charge }: ServiceLine): boolean => isSameAmount(line.charge, charge);
const isCounted = (line: RemittedLine, { unitsOfService }: ServiceLine): boolean =>
  unitsOfLine(line) === unitsOfService.units;
/** JW is never JZ: a line that tells one of them is not the line of the other. */
const fitsWaste = (line: RemittedLine, { modifiers }: ServiceLine): boolean => {
  const told = sent(line).modifiers.filter((each) => wasteModifiers.includes(each));
  return !told.some((each) => !modifiers.includes(each));
};

type Test = (line: RemittedLine, of: ServiceLine) => boolean;
type Pass = { readonly tests: readonly Test[]; readonly says: string | null };
/** What tells a line; then, once lines that were put together are known, what only may. */
const firm: readonly Pass[] = [
  { tests: [isModified, isCharged, isCounted], says: null },
  {
    tests: [fitsWaste, isCharged, isCounted],
    says: 'By code, charge and units: the payer changed or dropped modifiers.',
  },
  { tests: [isModified, isCharged], says: 'By code, modifiers and charge: the units differ.' },
  { tests: [isModified, isCounted], says: 'By code, modifiers and units: the charge differs.' },
];
const loose: readonly Pass[] = [
  { tests: [fitsWaste, isCharged], says: 'By code and charge: units and modifiers differ.' },
  { tests: [fitsWaste, isCounted], says: 'By code and units: charge and modifiers differ.' },
  { tests: [isModified], says: 'By code and modifiers: units and charge differ. Check it.' },
];

type Open = {
  readonly remitted: readonly RemittedLine[];
  readonly lines: Set<ServiceLine>;
  readonly found: Map<RemittedLine, LineMatch>;
};

/**
 * Which line of the claim each line of the remittance answers. Each line of the claim is answered once, so that a payer
 * that drops JW or JZ does not make two lines one.
 */
export function matchLines(remitted: readonly RemittedLine[], lines: readonly ServiceLine[]): LinesMatched {
  const open: Open = { remitted, lines: new Set(lines), found: new Map() };
  for (const pass of firm) takeBy(pass, open);
  takeTogether(open);
  for (const pass of loose) takeBy(pass, open, pass.tests.includes(isModified));
  takeLast(open);
  return {
    matches: remitted.map(
      (line) =>
        open.found.get(line) ?? { line, of: [], certain: false, says: 'No line of the claim fits it. Choose one.' },
    ),
    unanswered: lines.filter((line) => open.lines.has(line)),
  };
}

const leftOf = ({ remitted, found }: Open): readonly RemittedLine[] => remitted.filter((line) => !found.has(line));

function take({ lines, found }: Open, match: LineMatch): void {
  found.set(match.line, match);
  for (const each of match.of) lines.delete(each);
}

function takeBy({ tests, says }: Pass, open: Open, isDoubtful = false): void {
  for (const line of leftOf(open)) {
    const [first, ...others] = [...open.lines].filter(
      (of) => isCode(line, of) && tests.every((test) => test(line, of)),
    );
    if (!first) continue;
    // Lines that are alike in all that is told are taken in their order.
    const certain = !isDoubtful && others.every((other) => isSameSet(other.modifiers, first.modifiers));
    take(open, { line, of: [first], certain, says });
  }
}

/** What is left of a code on both sides, where one line of the remittance is several of the claim. */
function takeTogether(open: Open): void {
  for (const line of leftOf(open)) {
    const own = [...open.lines].filter((of) => isCode(line, of));
    const charges = own.flatMap(({ charge }) => charge ?? []);
    const units = own.reduce((sum, { unitsOfService }) => sum + unitsOfService.units, 0);
    const isSum = isSameAmount(line.charge, sumOfMoney(charges)) && unitsOfLine(line) === units;
    if (own.length > 1 && isSum && own.some((of) => fitsWaste(line, of)))
      take(open, { line, of: own, certain: true, says: 'The payer put these lines together.' });
  }
}

/** The one that is left of its code on both sides. */
function takeLast(open: Open): void {
  for (const line of leftOf(open)) {
    const [only, ...others] = [...open.lines].filter((of) => isCode(line, of));
    const rivals = leftOf(open).filter((each) => sent(each).code === sent(line).code);
    if (only && others.length === 0 && rivals.length === 1 && fitsWaste(line, only))
      take(open, { line, of: [only], certain: false, says: 'By its code alone. Check it.' });
  }
}
