/** What runs only after the first paint, in one file. */
export { vialBars } from '../engine/vial-bars';
export { Paper, Papers } from '../paper/Paper';
export { RefillEntry } from '../refill/RefillEntry';
export { VialBar } from '../results/VialBar';
