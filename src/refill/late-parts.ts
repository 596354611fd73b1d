/** What the page loads after its first paint, in one file. */
export { RefillEntry } from './RefillEntry';
export { RefillNote } from './RefillNote';
