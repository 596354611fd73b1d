import { describe, expect, it } from 'vitest';
import type { CompoundCode, DosedCode } from './claim';
import type { OpenedContainers, UnlistedCode } from './encounter';
import { day } from './dated';
import { mcg, mcgPerMl, mg, ml } from './quantity';
import { selectCode, type CodeFacts } from './select-code';

/**
 * Codes as the rules have them, in short: a trial code of one strength first, then the pump’s, then one that is in no
 * list.
 */
const codes: readonly DosedCode[] = [
  {
    hcpcs: 'TRIAL',
    hcpcsDosage: mcg(50),
    descriptor: { short: 'Trial', long: 'Trial, 50 mcg' },
    row: '1.3',
    selectedFor: {
      routes: ['intrathecal-pump', 'intrathecal-lumbar-puncture'],
      purposes: ['screening-trial'],
      strength: mcgPerMl(50),
    },
  },
  {
    hcpcs: 'PUMP',
    hcpcsDosage: mg(10),
    descriptor: { short: 'Pump', long: 'Pump, 10 mg' },
    row: '1.2',
    selectedFor: {
      routes: ['intrathecal-pump', 'intrathecal-lumbar-puncture'],
      purposes: ['pump-fill', 'screening-trial'],
      strength: null,
    },
  },
  {
    hcpcs: 'VEIN',
    hcpcsDosage: mg(10),
    descriptor: null,
    row: '1.12',
    selectedFor: { routes: ['intravenous'], purposes: ['other-injection'], strength: null },
  },
];
const compound = (hcpcs: UnlistedCode, long: string): CompoundCode => ({
  hcpcs,
  hcpcsDosage: null,
  descriptor: { short: hcpcs, long },
  row: '1.4',
  selectedFor: { routes: [], purposes: [], strength: null },
  named: { says: `Who named ${hcpcs}.`, rows: [`1.9 ${hcpcs}`] },
  confidence: ['B'],
});
const compoundCodes = [compound('J7999', 'Compounded drug'), compound('J3490', 'Unclassified drug')];
const trial = { purpose: 'screening-trial', route: 'intrathecal-lumbar-puncture' } as const;
const container = (perMl: number): OpenedContainers => ({
  ndc: null,
  name: null,
  strength: mcgPerMl(perMl),
  volume: ml(1),
  count: 1,
  container: 'single-dose',
  lot: null,
  expiry: null,
});
const word = (code: UnlistedCode | null) => ({ who: 'Claims desk', on: day('2026-05-19'), reference: 'R-1', code });

const pumpSays = 'PUMP, “Pump, 10 mg” (short: Pump): one unit is 10 mg. (1.2)';
const trialSays = 'TRIAL, “Trial, 50 mcg” (short: Trial): one unit is 50 mcg. (1.3)';
const neverSays = 'Compounded baclofen is not billed with J0475 or J0476. (1.9)';
const unnamed = [
  neverSays,
  'The payer has to name the code. None is picked yet. (1.9)',
  'Who named J7999. (1.9 J7999)',
  'Who named J3490. (1.9 J3490)',
];

describe('the code of an injection, and why', () => {
  it.each<[what: string, change: Partial<CodeFacts>, code: string | null, how: readonly string[]]>([
    ['a pump fill', {}, 'PUMP', [pumpSays]],
    ['a trial, no strength told', trial, 'TRIAL', [trialSays]],
    ['a trial of 50 mcg/mL', { ...trial, strength: mcgPerMl(50) }, 'TRIAL', [trialSays]],
    ['a trial of another strength', { ...trial, strength: mcgPerMl(500) }, 'PUMP', [pumpSays]],
    ['a trial of containers of 50 mcg/mL', { ...trial, opened: [container(50), container(50)] }, 'TRIAL', [trialSays]],
    [
      'a trial of containers of two strengths',
      { ...trial, opened: [container(50), container(500)] },
      'PUMP',
      [pumpSays],
    ],
    [
      'the containers go before the strength told',
      { ...trial, strength: mcgPerMl(500), opened: [container(50)] },
      'TRIAL',
      [trialSays],
    ],
    ['a trial through the pump', { ...trial, route: 'intrathecal-pump' }, 'TRIAL', [trialSays]],
    ['a pump fill of 50 mcg/mL is no trial', { strength: mcgPerMl(50) }, 'PUMP', [pumpSays]],
    [
      'a code that is in no list',
      { purpose: 'other-injection', route: 'intravenous' },
      'VEIN',
      ['VEIN is in no code list read. Only the article that names it says that one unit is 10 mg. (1.12)'],
    ],
    [
      'a route that no code has',
      { route: 'intramuscular' },
      null,
      ['No HCPCS code read describes baclofen given by this route. (1.7)'],
    ],
    [
      'a purpose that the route’s code does not have',
      { purpose: 'pump-fill', route: 'intravenous' },
      null,
      ['No HCPCS code read describes baclofen given by this route. (1.7)'],
    ],
    [
      'drug that the practice did not buy',
      { drugSource: 'supplied' },
      null,
      ['The practice did not buy the drug, so the claim has no drug line. Bill only the procedure. (5 supplied)'],
    ],
    ['a compound, no word of the payer', { drugSource: 'compounded' }, null, unnamed],
    ['a compound, a word without a code', { drugSource: 'compounded', payerConfirmation: word(null) }, null, unnamed],
    [
      'a compound, a code that no contractor named',
      { drugSource: 'compounded', payerConfirmation: word('J7799') },
      null,
      unnamed,
    ],
    [
      'a compound, J3490 named',
      { drugSource: 'compounded', payerConfirmation: word('J3490') },
      'J3490',
      [
        neverSays,
        'The payer named J3490, “Unclassified drug” (short: J3490). (1.4)',
        'One unit stands for the whole compound. (1.9 units)',
      ],
    ],
    [
      'a word on another claim’s code changes nothing for the marketed drug',
      { payerConfirmation: word('J3490') },
      'PUMP',
      [pumpSays],
    ],
  ])('%s', (_what, change, code, how) => {
    const found = selectCode(
      {
        drugSource: 'bought',
        route: 'intrathecal-pump',
        purpose: 'pump-fill',
        strength: null,
        opened: [],
        payerConfirmation: null,
        ...change,
      },
      { codes, compoundCodes },
    );
    expect(found.code?.hcpcs ?? null).toBe(code);
    expect(found.how.map(({ says, rows }) => `${says} (${rows.join(', ')})`)).toEqual(how);
  });

  it('a compound’s code without a descriptor is told by its letters', () => {
    const bare: CompoundCode = { ...compound('J7999', ''), descriptor: null };
    expect(
      selectCode(
        {
          drugSource: 'compounded',
          route: 'intrathecal-pump',
          purpose: 'pump-fill',
          strength: null,
          opened: [],
          payerConfirmation: word('J7999'),
        },
        { codes, compoundCodes: [bare] },
      ).how[1]?.says,
    ).toBe('The payer named J7999.');
  });
});
