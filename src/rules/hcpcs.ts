import type { HcpcsCode } from '../engine/claim';
import { purposes } from '../engine/encounter';
import { mcg, mcgPerMl, mg } from '../engine/quantity';

/** Baclofen for a screening trial, 50 mcg: row 1.3. Only the 50 mcg/mL product is billed with it (products 6). */
export const j0476: HcpcsCode = {
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
export const j0475: HcpcsCode = {
  hcpcs: 'J0475',
  hcpcsDosage: mg(10),
  descriptor: { short: 'Baclofen 10 mg injection', long: 'Injection, baclofen, 10 mg' },
  row: '1.2',
  selectedFor: { routes: ['intrathecal-pump', 'intrathecal-lumbar-puncture'], purposes, strength: null },
};

/** The code that an article names for intravenous or intramuscular baclofen and that no code list holds: rows 1.1 and 1.12. */
export const j0428: HcpcsCode = {
  hcpcs: 'J0428',
  hcpcsDosage: mg(10),
  descriptor: null,
  row: '1.12',
  selectedFor: { routes: ['intravenous', 'intramuscular'], purposes, strength: null },
};

/** In the order in which they are tried: the trial code is the narrower one. */
export const hcpcsCodes = [j0476, j0475, j0428] as const;
