import { expect, it } from 'vitest';
import { pageKept, partiesKept, whereKept, type WhereKept } from './where-kept';

it.each<[what: string, keeps: boolean, unsaved: number, where: WhereKept]>([
  ['nothing typed of the clinic, no claim kept', false, 0, 'nowhere'],
  ['a claim kept, and no file yet', true, 1, 'page'],
  ['the last claim of the file taken out', false, 1, 'page'],
  ['all of it in a file', true, 0, 'file'],
])('%s', (_what, keeps, unsaved, where) => expect(whereKept(keeps, unsaved)).toBe(where));

it('says that nothing is kept only while nothing is', () => {
  expect(pageKept('nowhere')).toContain('nothing of it is kept');
  expect(pageKept('page')).toContain('on this page alone until you save');
  expect(pageKept('file')).toContain('is in a file of yours');
  for (const where of ['page', 'file'] as const) expect(pageKept(where)).not.toContain('nothing of it is kept');
});

it('the patient of an 837P goes with its claim: into the file with Keep, else away with the page', () => {
  for (const where of ['nowhere', 'page', 'file'] as const) {
    expect(partiesKept(where)).toContain('The patient belongs to this claim');
    expect(partiesKept(where)).toContain('Keep');
  }
  expect(partiesKept('page')).toContain('on this page alone');
  expect(partiesKept('file')).toContain('are in a file of yours');
});

it('plain sentences, none longer than 25 words', () => {
  const all = (['nowhere', 'page', 'file'] as const).flatMap((where) => [pageKept(where), partiesKept(where)]);
  const sentences = all.flatMap((text) => text.split(/(?<=\.) /));
  expect(sentences.filter((sentence) => sentence.split(' ').length > 25)).toEqual([]);
});
