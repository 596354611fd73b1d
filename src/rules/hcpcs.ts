import type { CompoundCode, DosedCode } from '../engine/claim';
import { purposes, routes } from '../engine/encounter';
import { mcg, mcgPerMl, mg } from '../engine/quantity';

/** Baclofen for a screening trial, 50 mcg: row 1.3. Only the 50 mcg/mL product is billed with it (products 6). */
export const j0476: DosedCode = {
  hcpcs: 'J0476',
  hcpcsDosage: mcg(50),
  descriptor: { short: 'Baclofen intrathecal trial', long: 'Injection, baclofen, 50 mcg for intrathecal trial' },
  row: '1.3',
  selectedFor: {
    routes: ['intrathecal-pump', 'intrathecal-lumbar-puncture'],
    purposes: ['screening-trial'],
    strength: mcgPerMl(50),
  },
};

/** Baclofen, 10 mg: row 1.2. */
export const j0475: DosedCode = {
  hcpcs: 'J0475',
  hcpcsDosage: mg(10),
  descriptor: { short: 'Baclofen 10 mg injection', long: 'Injection, baclofen, 10 mg' },
  row: '1.2',
  selectedFor: { routes: ['intrathecal-pump', 'intrathecal-lumbar-puncture'], purposes, strength: null },
};

/** Whether it is one of the two codes that a list holds for baclofen. */
export const isIntrathecalCode = (hcpcs: string | undefined): hcpcs is 'J0475' | 'J0476' =>
  hcpcs === j0475.hcpcs || hcpcs === j0476.hcpcs;

/**
 * The code that an article names for intravenous or intramuscular baclofen and that no code list holds: rows 1.1 and
 * 1.12.
 */
export const j0428: DosedCode = {
  hcpcs: 'J0428',
  hcpcsDosage: mg(10),
  descriptor: null,
  row: '1.12',
  selectedFor: { routes: ['intravenous', 'intramuscular'], purposes, strength: null },
};

/** In the order in which they are tried: the trial code is the narrower one. */
export const hcpcsCodes = [j0476, j0475, j0428] as const;

const anyInjection: CompoundCode['selectedFor'] = { routes, purposes, strength: null };

/** What contractors have named for a compounded drug, the newest code first: rows 1.4 and 1.9. */
export const compoundCodes: readonly CompoundCode[] = [
  {
    hcpcs: 'J7999',
    hcpcsDosage: null,
    descriptor: { short: 'Compounded drug, noc', long: 'Compounded drug, not otherwise classified' },
    row: '1.4',
    selectedFor: anyInjection,
    named: {
      says:
        'J7999 is for compounded drugs since 01/01/2016. No ' +
        'contractor text was read that asks for it for baclofen.',
      rows: ['1.9 J7999'],
    },
    confidence: ['A', 'N'],
  },
  {
    hcpcs: 'J7799',
    hcpcsDosage: null,
    descriptor: {
      short: 'Non-inhalation drug for dme',
      long: 'Noc drugs, other than inhalation drugs, administered through dme',
    },
    row: '1.4',
    selectedFor: anyInjection,
    named: {
      says:
        'TrailBlazer, then Novitas, named J7799 with KD for a pump. ' +
        'The Novitas text is of 2015, last changed on 11/21/2019.',
      rows: ['1.9 J7799'],
    },
    confidence: ['B'],
  },
  {
    hcpcs: 'J3490',
    hcpcsDosage: null,
    descriptor: { short: 'Drugs unclassified injection', long: 'Unclassified drugs' },
    row: '1.4',
    selectedFor: anyInjection,
    named: {
      says: 'First Coast (2010 to 2012) named J3490 with KD for a pump. So did WPS, as quoted in 2013.',
      rows: ['1.9 J3490'],
    },
    confidence: ['B', 'C'],
  },
];
