/** Hands a text or bytes to the browser’s downloads under a name that tells nothing of its contents. */
export function saveFile(name: string, type: string, content: string | Uint8Array | readonly string[]): void {
  const address = URL.createObjectURL(
    new Blob(typeof content === 'object' && !(content instanceof Uint8Array) ? [...content] : [content as BlobPart], {
      type,
    }),
  );
  const link = document.createElement('a');
  link.href = address;
  link.download = name;
  link.click();
  // The browser reads the address after the click.
  setTimeout(() => URL.revokeObjectURL(address), 10_000);
}
