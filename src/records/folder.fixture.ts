/** A folder of files in memory, as the browser hands one out; `write` may stand in for what a disk does to bytes. */
export class FolderInMemory {
  readonly name = 'Clinic';
  readonly kind = 'directory';
  readonly files = new Map<string, Uint8Array>();
  write = (bytes: Uint8Array, _name: string): Uint8Array => bytes;

  get asHandle(): FileSystemDirectoryHandle {
    return this as unknown as FileSystemDirectoryHandle;
  }

  async getFileHandle(name: string, { create = false } = {}) {
    if (!this.files.has(name)) {
      if (!create) throw new DOMException('', 'NotFoundError');
      this.files.set(name, new Uint8Array());
    }
    const put = (bytes: Uint8Array) => this.files.set(name, this.write(bytes, name));
    let written = new Uint8Array();
    return {
      getFile: () => Promise.resolve(new File([(this.files.get(name) ?? written) as Uint8Array<ArrayBuffer>], name)),
      createWritable: () =>
        Promise.resolve({
          write: (bytes: Uint8Array<ArrayBuffer>) => {
            written = bytes;
            return Promise.resolve();
          },
          close: () => Promise.resolve(void put(written)),
          abort: () => Promise.resolve(),
        }),
    };
  }
}
