import { describe, expect, it } from 'vitest';
import { day } from '../engine/dated';
import type { Encounter } from '../engine/encounter';
import { prepareClaim } from '../engine/prepare-claim';
import { beside, pumpFill, verdictOf } from './encounter.fixture';
import { ruleBook } from './index';
import { ncciEdits } from './ncci-edits';

const pairs = [
  ['62369', '62370'],
  ['62367', '62368'],
  ['95990', '95991'],
  ['62370', '95991'],
  ['62369', '95990'],
] as const;
const on = (date: string, setting: Encounter['setting']) =>
  ({ ...pumpFill, setting, dateOfService: day(date), preparedOn: day('2026-12-31') }) as const;

describe('a pair on a day whose list was read, and on one whose list was not (rows 5 pairs, 5 pairs 2026)', () => {
  const read = [
    ['2024-08-15', 'office'],
    ['2024-08-15', 'hospital-outpatient'],
    ['2026-11-20', 'hospital-outpatient'],
  ] as const;
  const notRead = [
    ['2024-06-30', 'office'],
    ['2024-10-01', 'office'],
    ['2025-05-20', 'hospital-outpatient'],
    ['2026-09-30', 'hospital-outpatient'],
    ['2026-11-20', 'office'],
  ] as const;

  it('names the quarters that were read', () =>
    expect(ncciEdits.map(({ from, through, lists }) => `${from} to ${through}: ${lists.join(', ')}`)).toEqual([
      '2024-07-01 to 2024-09-30: practitioner, hospital',
      '2026-10-01 to 2026-12-31: hospital',
    ]));

  it.each(read)('%s, %s: the second code is left off, by the list of that quarter', (date, setting) => {
    for (const codes of pairs.filter(([one]) => one !== '62367' || date !== '2024-08-15')) {
      const claim = prepareClaim({ ...on(date, setting), ...beside(...codes) }, ruleBook);
      expect(claim.services.leftOut.map(({ because }) => because)).toEqual([
        expect.stringMatching(
          date === '2024-08-15' ? /both lists of 07\/01\/2024 to 09\/30\/2024/ : /list of 10\/01\/2026 to 12\/31\/2026/,
        ),
      ]);
    }
  });

  it.each(notRead)('%s, %s: both stay, to be checked, and the list is said to be not read', (date, setting) => {
    for (const codes of pairs) {
      const encounter = { ...on(date, setting), ...beside(...codes) };
      const claim = prepareClaim(encounter, ruleBook);
      expect(claim.services.lines.map(({ hcpcs }) => hcpcs).toSorted()).toEqual([...codes]);
      const verdict = verdictOf(encounter, 'companions/pairs');
      expect(verdict.outcome).toBe('needs-review');
      expect(verdict.because).toMatch(/(?:physician|hospital)’s list for \d\d\/\d\d\/20\d\d was not read\./);
      const [table] = claim.tablesUsed.filter(({ title }) => title.startsWith('NCCI'));
      expect(table?.standing).not.toBe('in-force');
    }
  });

  it('where no list is known to hold, that is said', () => {
    const verdict = verdictOf({ ...on('2024-08-15', 'rhc'), ...beside('62369', '62370') }, 'companions/pairs');
    expect(verdict).toMatchObject({
      outcome: 'needs-review',
      because: expect.stringMatching(/setting was not read\./),
    });
  });
});
