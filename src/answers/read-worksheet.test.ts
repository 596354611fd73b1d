import { describe, expect, it } from 'vitest';
import { day } from '../engine/dated';
import { pumpFill } from '../rules/encounter.fixture';
import { examples } from './examples';
import { readWorksheet } from './read-worksheet';

const today = day('2026-11-28');

describe('the facts that are read of a record', () => {
  it.each(examples)('$name: every fact is told, and none besides', ({ worksheet }) => {
    const { encounter } = readWorksheet(worksheet(today), today);
    expect(Object.keys(encounter ?? {}).sort()).toEqual(Object.keys(pumpFill).sort());
    expect(Object.entries(encounter ?? {}).filter(([, fact]) => fact === undefined)).toEqual([]);
  });
});
