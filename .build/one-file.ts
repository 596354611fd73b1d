import { createHash } from 'node:crypto';
import type { Plugin } from 'vite';

/** The file that needs no server; its name stays from release to release. */
const fileName = 'baclofen-billing-worksheet.html';

const sha256 = (text: string): string => `'sha256-${createHash('sha256').update(text).digest('base64')}'`;

/**
 * Style sheets without the custom properties that nothing in them reads. The design system sets its own on every
 * element, for parts that this page does not use.
 */
function withoutUnusedProperties(sheets: readonly string[]): readonly string[] {
  const read = new Set([...sheets.join('').matchAll(/var\((--[\w-]+)/g)].map(([, name]) => name));
  const less = sheets.map((css) =>
    css.replace(/(?<=[{;])(--[\w-]+):[^;{}]*(?:;|(?=\}))/g, (declaration, name) => (read.has(name) ? declaration : '')),
  );
  return less.join('') === sheets.join('') ? sheets : withoutUnusedProperties(less);
}

/**
 * A style sheet without what the design system says of every pseudo-element: the browser would work out the style of
 * two more for each element of the page, and throw both away. A pseudo-element inherits these properties.
 */
const withoutUniversalPseudoElements = (css: string): string => css.replaceAll(/,::?(?:before|after)(?=[,{])/g, '');

/**
 * Puts the style sheet of what runs first into the page, and its hash into the policy: the first paint waits for one
 * answer less. Those of later parts come with the page and stand for no medium until the first of those parts runs
 * (`page/load-later.ts`); Vite need not know which part wants which.
 * @param order the parts of the script; each may say otherwise what one before it says
 */
export function inlineStyles(order: readonly string[]): Plugin {
  const placeOf = (fileName: string): number => {
    const place = order.findIndex((part) => fileName.startsWith(`assets/${part}-`));
    if (place < 0) throw new Error(`Nobody says where ${fileName} stands among the style sheets`);
    return place;
  };
  return {
    name: 'inline-styles',
    apply: 'build',
    enforce: 'pre',
    generateBundle: {
      order: 'pre',
      handler(_options, bundle) {
        for (const file of Object.values(bundle)) if (file.type === 'chunk') file.viteMetadata?.importedCss.clear();
      },
    },
    transformIndexHtml: {
      order: 'post',
      handler(html, { bundle = {} }) {
        const sheets = Object.values(bundle).flatMap((file) =>
          file.type === 'asset' && file.fileName.endsWith('.css') ? [file] : [],
        );
        for (const [place, css] of withoutUnusedProperties(sheets.map(({ source }) => String(source))).entries())
          sheets[place]!.source = withoutUniversalPseudoElements(css);
        const [first, ...later] = sheets.sort((one, other) => placeOf(one.fileName) - placeOf(other.fileName));
        if (!first) throw new Error('The build made no style sheet');
        const css = String(first.source);
        delete bundle[first.fileName];
        return {
          html: html.replace("style-src 'self'", `style-src ${later.length > 0 ? "'self' " : ''}${sha256(css)}`),
          tags: [
            { tag: 'style', children: css, injectTo: 'head' as const },
            ...later.map(({ fileName }) => ({
              tag: 'link',
              attrs: { rel: 'stylesheet', href: `/${fileName}`, media: 'not all' },
              injectTo: 'body' as const,
            })),
          ],
        };
      },
    },
  };
}

/**
 * Puts the script, all of it, into the page, and its hash into the policy: a page opened from a disk can fetch none. It
 * does so once the bundler has written its last into the script.
 */
export function inlineScript(): Plugin {
  return {
    name: 'inline-script',
    apply: 'build',
    enforce: 'post',
    generateBundle: {
      order: 'post',
      handler(_options, bundle) {
        const [chunk, ...others] = Object.values(bundle).filter((file) => file.type === 'chunk');
        if (!chunk || others.length > 0) throw new Error(`One script was to be built, not ${others.length + 1}`);
        // Within strings, which is where they stand, these would end the element or change how it is read.
        const script = chunk.code.replaceAll(/<(?=\/script|!--)/gi, '\\x3C');
        delete bundle[chunk.fileName];
        for (const page of Object.values(bundle)) {
          if (page.type !== 'asset' || !page.fileName.endsWith('.html')) continue;
          page.source = String(page.source)
            .replace(/<script type="module"[^>]*><\/script>\s*/, '')
            .replace("script-src 'self'", `script-src ${sha256(script)}`)
            .replace('</body>', () => `  <script type="module">${script}</script>\n  </body>`);
        }
      },
    },
  };
}

/** Makes one file of the page: the notices that the licenses of its parts ask for stand at its end. */
export function oneFile(): Plugin {
  return {
    name: 'one-file',
    apply: 'build',
    enforce: 'post',
    transformIndexHtml: {
      order: 'pre',
      handler: (html) =>
        html.replace(
          /It does not run from a file[^<]*/,
          'Open the file in a current Chrome, Edge, Firefox or Safari, with scripts allowed. ',
        ),
    },
    generateBundle: {
      order: 'post',
      handler(_options, bundle) {
        const textOf = (name: string): string => {
          const file = bundle[name];
          if (file?.type !== 'asset') throw new Error(`The build made no ${name}`);
          delete bundle[name];
          return String(file.source);
        };
        const notices = textOf('licenses.md');
        if (/--!?>/.test(notices)) throw new Error('A license would end the comment that it stands in');
        const page = textOf('index.html');
        const left = Object.keys(bundle);
        if (left.length > 0) throw new Error(`What is one file does not hold ${left.join(', ')}`);
        this.emitFile({ type: 'asset', fileName, source: `${page}<!--\n${notices}\n-->\n` });
      },
    },
  };
}
