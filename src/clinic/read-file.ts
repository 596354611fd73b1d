/** The bytes of a file that was chosen, or why there are none. No character takes more than four bytes. */
export async function bytesOf(file: File, mostCharacters: number): Promise<Uint8Array | 'too-large' | 'unreadable'> {
  if (file.size > 4 * mostCharacters) return 'too-large';
  try {
    return new Uint8Array(await file.arrayBuffer());
  } catch {
    return 'unreadable';
  }
}

const bytesToTellBy = 512;

/**
 * Text of two bytes a character, as some programs save it: marked as such, or with the empty half of each Latin letter.
 */
export function isUtf16(bytes: Uint8Array): boolean {
  const [first, second] = bytes;
  const zeros = [0, 0];
  const told = bytes.subarray(0, bytesToTellBy);
  for (const [place, byte] of told.entries()) if (byte === 0) zeros[place % 2] = (zeros[place % 2] ?? 0) + 1;
  const [even = 0, odd = 0] = zeros;
  const marked = (first === 0xff && second === 0xfe) || (first === 0xfe && second === 0xff);
  // Both halves are empty in text of four bytes a character and in files that are no text.
  const [more, fewer] = [Math.max(even, odd), Math.min(even, odd)];
  return marked ? fewer <= more / 2 : more > told.length / 4 && fewer === 0;
}
