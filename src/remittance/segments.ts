import { counted } from '../engine/typed';

/*
 * The syntax of what a payer sends (X12): separators are read from ISA, wherever it stands, and each segment is told by
 * its place in the file.
 */

/** One segment: its place in the file, counted from 1, and its elements, the first of which is its name. */
export type ReadSegment = { readonly at: number; readonly name: string; readonly elements: readonly string[] };

export type Separators = {
  readonly element: string;
  readonly component: string;
  readonly repetition: string;
  readonly segment: string;
};

/** Something that is to be said of what was read, and of which segment; null where it is of the whole. */
export type Note = { readonly at: number | null; readonly says: string };

/** The segments of one sender’s envelope, or of a part that was pasted without one. */
export type Interchange = { readonly separators: Separators; readonly segments: readonly ReadSegment[] };

export type SegmentsRead = {
  readonly interchanges: readonly Interchange[];
  /** Whether it was pasted without its envelope. */
  readonly isPart: boolean;
  /** The last segment that is whole, where the end of the file is missing; null where it is there. */
  readonly endsAfter: number | null;
  readonly notes: readonly Note[];
};
export type Refused = { readonly refused: string };

/** Far above any remittance: one of 10,000 lines has some 3 million characters. */
export const mostCharacters = 50_000_000;

/** What a part may begin with. */
const beginnings = new RegExp(
  '^(?:GS|ST|BPR|TRN|CUR|REF|DTM|N1|N3|N4|PER|RDM|LX|TS3|TS2|CLP|CAS|NM1|MIA|MOA|AMT|QTY|SVC|LQ|PLB|BHT|HL|STC|DTP)' +
    '([^A-Za-z0-9\\s])',
);
const envelope = /(?:^|[\r\n~])[ \t]*(?=ISA[^A-Za-z0-9\s])/;

/** The segments of a text, or why it is none that a payer sends. Goes over the text once. */
export function readSegments(typed: string): SegmentsRead | Refused {
  const foreign = foreignFile(typed);
  if (foreign) return { refused: foreign };
  const text = typed.replace(/^[\uFEFF\s]+/, '');
  const begun = envelope.exec(text);
  if (begun) return readEnvelopes(text, begun.index + begun[0].length);
  const separator = beginnings.exec(text)?.[1];
  return separator === undefined
    ? { refused: 'This is no 835. An 835 begins with ISA, and a part of one with a segment like CLP or SVC.' }
    : readPart(text, separator);
}

function foreignFile(text: string): string | null {
  if (text.length > mostCharacters)
    return `This file has ${Math.floor(text.length / 1_000_000)} MB. That is far more than a remittance has.`;
  if (text.trim() === '') return 'There is nothing to read: the file or the text is empty.';
  if (text.startsWith('%PDF')) return 'This is a PDF. Ask for the 835 file, or type in what the paper says.';
  if (text.startsWith('PK\u0003\u0004')) return 'This is a zip file. Unpack it, and open the 835 that is in it.';
  return null;
}

type Reader = {
  readonly text: string;
  at: number;
  count: number;
  endsAfter: number | null;
  readonly interchanges: Interchange[];
  readonly notes: Note[];
};

function readEnvelopes(text: string, from: number): SegmentsRead | Refused {
  const reader: Reader = { text, at: from, count: 0, endsAfter: null, interchanges: [], notes: [] };
  const before = text.slice(0, from).trim().length;
  if (before > 0) reader.notes.push({ at: null, says: `${counted(before, 'character')} before ISA were left out.` });
  while (reader.at < text.length) {
    const separators = separatorsAt(text, reader.at);
    if (!separators) {
      if (reader.interchanges.length === 0) return { refused: cutInEnvelope };
      reader.endsAfter = reader.count;
      break;
    }
    readEnvelope(reader, separators);
    if (reader.endsAfter !== null || !leadToNext(reader)) break;
  }
  return { interchanges: reader.interchanges, isPart: false, endsAfter: reader.endsAfter, notes: reader.notes };
}

const cutInEnvelope = 'Segment 1, ISA, is cut or damaged. It tells how to read the file, so nothing was read.';

/** To the next ISA; false where there is none, and what stands there instead is told. */
function leadToNext(reader: Reader): boolean {
  const rest = reader.text.slice(reader.at);
  if (rest.trim() === '') return false;
  const next = /ISA[^A-Za-z0-9\s]/.exec(rest);
  const strayed = rest.slice(0, next?.index ?? rest.length).trim();
  if (strayed !== '')
    reader.notes.push({ at: null, says: 'What stands behind IEA, the end of the file, was left out.' });
  if (!next) return false;
  reader.at += next.index;
  return true;
}

/**
 * The separators behind ISA: the fourth character, the eleventh element, and the two characters behind the sixteenth
 * separator. Elements that are not padded to their width are taken as they are.
 */
function separatorsAt(text: string, at: number): Separators | null {
  const element = text[at + 3] ?? '';
  const head = text.slice(at, at + 400);
  const ends: number[] = [];
  for (let end = head.indexOf(element); end >= 0 && ends.length < 16; end = head.indexOf(element, end + 1))
    ends.push(end);
  const last = ends[15];
  if (element === '' || last === undefined) return null;
  const [component, segment] = head.slice(last + 1, last + 3);
  const repetition = head.slice((ends[10] ?? 0) + 1, ends[11]).trim();
  if (component === undefined || segment === undefined) return null;
  const marks = [element, component, segment];
  if (new Set(marks).size < 3 || marks.some((mark) => /[A-Za-z0-9]/.test(mark)) || /\s/.test(component)) return null;
  return { element, component, repetition, segment };
}

/** Up to IEA; what follows it is the next envelope’s. */
function readEnvelope(reader: Reader, separators: Separators): void {
  const segments: ReadSegment[] = [];
  reader.interchanges.push({ separators, segments });
  const { text } = reader;
  while (reader.at < text.length) {
    const end = text.indexOf(separators.segment, reader.at);
    const raw = text.slice(reader.at, end < 0 ? text.length : end);
    // A file put behind another one, whose IEA has no end of its own.
    const joined = end < 0 || /[\r\n]/.test(raw) ? /^\s*IEA[^\r\n]*(?=[\r\n]+\s*ISA[^A-Za-z0-9])/.exec(raw) : null;
    const found = segmentOf(joined?.[0] ?? raw, separators, reader.count + 1);
    const isEnd = found?.name === 'IEA' && found.elements.length >= 3;
    if (end < 0 && !joined && !isEnd) {
      reader.at = text.length;
      break;
    }
    reader.at = joined ? reader.at + joined[0].length : end < 0 ? text.length : end + 1;
    if (!found) continue;
    reader.count += 1;
    segments.push(found);
    if (found.name === 'IEA') return;
  }
  reader.endsAfter = reader.count;
}

function segmentOf(raw: string, { element }: Separators, at: number): ReadSegment | null {
  const text = (raw.includes('\n') || raw.includes('\r') ? raw.replace(/[\r\n]+/g, '') : raw).trim();
  if (text === '') return null;
  const elements = text.split(element);
  return { at, name: (elements[0] ?? '').trim(), elements };
}

/** A part has no ISA: the end of a segment is a tilde, else what ends its lines, else the lines themselves. */
function readPart(text: string, element: string): SegmentsRead {
  const atEnd = /([^A-Za-z0-9\s])[ \t]*(?:[\r\n]|$)/.exec(text)?.[1];
  const segment = text.includes('~') ? '~' : atEnd !== undefined && atEnd !== element ? atEnd : '\n';
  const component = /(?:^|[\r\n~'!])\s*SVC.[A-Z0-9]{2}([^A-Za-z0-9\s])/.exec(text)?.[1];
  const separators: Separators = {
    element,
    component: component === undefined || component === element ? ':' : component,
    repetition: '^',
    segment,
  };
  const segments: ReadSegment[] = [];
  for (const raw of text.split(segment)) {
    const found = segmentOf(raw, separators, segments.length + 1);
    if (found) segments.push(found);
  }
  return { interchanges: [{ separators, segments }], isPart: true, endsAfter: null, notes: [] };
}
