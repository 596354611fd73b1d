import type { ServiceLine } from '../engine/claim';
import type { BilledService, Encounter } from '../engine/encounter';
import { rule, type Rule } from '../engine/rule';
import { inWords } from '../engine/typed';
import { fail, notApplicable, pass } from '../engine/verdict';
import { isOtherDrug } from './billed-services';
import { cite } from './cite';
import { denials } from './denials';
import { modifiersOfEveryLine } from './modifiers';

/* What was typed for the lines beside the drug: two alike, modifiers of a drug, and more than a line takes. */

const nothingBeside = notApplicable('Nothing is billed beside the drug.');
const named = ({ hcpcs, modifiers }: Pick<ServiceLine, 'hcpcs' | 'modifiers'>): string =>
  [hcpcs, ...modifiers].join('-');
/** Its row among the answers. */
const rowOf = ({ services }: Encounter, is: (service: BilledService) => boolean) => {
  const row = services.findIndex(is);
  return row < 0 ? {} : { goToRow: row };
};

/** The first lines that nothing but their charge, units and pointers tells apart. */
function alikeAmong(lines: readonly ServiceLine[]): readonly ServiceLine[] {
  const sorted = ({ hcpcs, modifiers }: ServiceLine) => named({ hcpcs, modifiers: modifiers.toSorted() });
  return (
    lines.map((line) => lines.filter((each) => sorted(each) === sorted(line))).find(({ length }) => length > 1) ?? []
  );
}

const alikeRule = rule({
  id: 'companions/alike',
  title: 'Two alike lines',
  rows: cite('4 76', '3.4'),
  outcomes: ['fail', 'pass', 'not-applicable'],
  check({ services: { lines }, encounter }) {
    if (encounter.payer === 'self-pay') return notApplicable('No payer asks about lines of a self-pay service.');
    if (lines.length < 2) return notApplicable('No two lines beside the drug were entered.');
    const [first, second, ...more] = alikeAmong(lines);
    if (!first || !second) return pass('No two lines beside the drug are alike.');
    const numbers = inWords([first, second, ...more].map(({ lineNumber }) => String(lineNumber)));
    return fail(
      `Lines ${numbers} are ${more.length > 0 ? 'all' : 'both'} ${named(first)}. ` +
        'The payer takes a line like another for a duplicate.',
      {
        fix:
          'Drop the second one, or put the units on one line. ' +
          'Only a service that was done again takes 76, or 77 of another physician.',
        denial: denials.duplicate,
        goTo: 'serviceModifiers',
        ...rowOf(encounter, ({ code }) => code === first.hcpcs),
        billerMayCheck: true,
      },
    );
  },
});

const wasteModifier = (line: ServiceLine): string | undefined =>
  line.modifiers.find((modifier) => modifier === 'JW' || modifier === 'JZ');

const wasteModifierRule = rule({
  id: 'companions/waste-modifier',
  title: 'JW or JZ beside the drug',
  rows: cite('2.1'),
  outcomes: ['fail', 'pass', 'not-applicable'],
  check({ services: { lines }, encounter }) {
    if (lines.length === 0) return nothingBeside;
    const astray = lines.find((line) => !isOtherDrug(line.hcpcs) && wasteModifier(line) !== undefined);
    if (!astray) return pass('JW and JZ stand on drug lines alone.');
    const modifier = wasteModifier(astray) ?? '';
    return fail(`${astray.hcpcs} has ${modifier}. JW and JZ tell of drug, and ${astray.hcpcs} is none.`, {
      fix: `Take ${modifier} off ${astray.hcpcs}. The drug line gets its own from the dose.`,
      denial: denials.wrongModifier,
      goTo: 'serviceModifiers',
      ...rowOf(encounter, ({ code, modifiers }) => code === astray.hcpcs && modifiers.includes(modifier)),
    });
  },
});

const fifthModifierRule = rule({
  id: 'companions/four',
  title: 'Four modifiers on a line beside the drug',
  rows: cite('4 order', '4 PO', '4 PN', '4 QJ'),
  outcomes: ['fail', 'pass', 'not-applicable'],
  check({ services: { lines }, encounter }) {
    if (lines.length === 0) return nothingBeside;
    for (const { modifier } of modifiersOfEveryLine(encounter)) {
      const without = lines.find(({ modifiers }) => !modifiers.includes(modifier));
      if (without)
        return fail(`${modifier} does not fit on line ${without.lineNumber}, ${without.hcpcs}. A line takes four.`, {
          fix: `Take off a modifier that is not needed. ${modifier} goes on every line.`,
          denial: denials.missingModifier,
          goTo: 'serviceModifiers',
          ...rowOf(encounter, ({ code }) => code === without.hcpcs),
        });
    }
    return pass('Every modifier fits on its line.');
  },
});

export const serviceModifierRules: readonly Rule[] = [alikeRule, wasteModifierRule, fifthModifierRule];
