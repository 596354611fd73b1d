/** What runs only after the first paint, in one file. */
export { Paper, Papers } from '../paper/Paper';
export { RefillEntry } from '../refill/RefillEntry';
export { DrugBeside } from '../refill/DrugBeside';
export { OpenedBars } from '../results/OpenedBars';
