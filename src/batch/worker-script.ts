/** The script of the batch’s worker: the build puts it here (`.build/batch-worker.ts`). Without it there is none. */
export const script: string = '';
