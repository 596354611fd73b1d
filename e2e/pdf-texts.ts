import { getDocument } from 'pdfjs-dist/legacy/build/pdf.mjs';

/** A text of a printed page, in points from its upper left corner. */
export type PdfText = {
  readonly text: string;
  readonly x: number;
  /** Where it ends to the right. */
  readonly end: number;
  readonly baseline: number;
  /** Its size as printed. */
  readonly size: number;
  /** Of its page. */
  readonly width: number;
  readonly height: number;
};

/** The texts of each page of a PDF, as they follow one another in it. */
export async function textsOfPages(pdf: Buffer): Promise<readonly (readonly PdfText[])[]> {
  const document = await getDocument({ data: new Uint8Array(pdf), useSystemFonts: true }).promise;
  return Promise.all(
    Array.from({ length: document.numPages }, async (_, place) => {
      const page = await document.getPage(place + 1);
      const [, , width = 0, height = 0] = page.view;
      const { items } = await page.getTextContent();
      return items.flatMap((item) => {
        if (!('str' in item) || item.str.trim() === '') return [];
        const [, , across, up, x, y] = item.transform.map(Number) as [number, number, number, number, number, number];
        return [
          { text: item.str, x, end: x + item.width, baseline: height - y, size: Math.hypot(across, up), width, height },
        ];
      });
    }),
  );
}
