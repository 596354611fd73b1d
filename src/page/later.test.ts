import { describe, expect, it } from 'vitest';
import { later } from './later';

describe('a part that runs later', () => {
  it('runs once', async () => {
    let runs = 0;
    const part = later(() => Promise.resolve((runs += 1)));
    expect(part.loaded()).toBeUndefined();
    await Promise.all([part.load(), part.load()]);
    expect([part.loaded(), runs]).toEqual([1, 1]);
  });

  it('that did not come is asked for again', async () => {
    let runs = 0;
    const part = later(() => {
      runs += 1;
      return runs === 1 ? Promise.reject(new Error('net')) : Promise.resolve('come');
    });
    await expect(part.load()).rejects.toThrow('net');
    expect(part.loaded()).toBeUndefined();
    expect(await part.load()).toBe('come');
    expect(part.loaded()).toBe('come');
  });
});
