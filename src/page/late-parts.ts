/** What runs only after the first paint, in one file. */
export { Paper } from '../paper/Paper';
export { RefillEntry } from '../refill/RefillEntry';
