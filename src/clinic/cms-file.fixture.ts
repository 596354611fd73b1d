const twoDigits = (whole: number): string => String(whole).padStart(2, '0');
const codesOf = (first: string, from: number, count: number): string[] =>
  Array.from({ length: count }, (_, place) => `${first}${String(from + place * 3).padStart(4, '0')}`);
/** 302 codes in the order of CMS, some vaccines first. */
const before = [...Array.from({ length: 20 }, (_, place) => String(90_371 + place)), ...codesOf('J', 120, 115)];
const after = [...codesOf('J', 480, 90), ...codesOf('J', 7_000, 40), ...codesOf('Q', 139, 37)];

/** A payment limit file as wide and as long as those of CMS, made up but for its shape. */
export function limitFile({
  eol = '\r\n',
  effective = 'January 1, 2026 through March 31, 2026',
  j0475 = '181.466',
  j0476 = '59.514' as string | null,
} = {}): string {
  const row = (code: string, place: number) =>
    `${code},${place % 7 === 0 ? '"Antigène, ""x"""' : `Drogue ${place}`},${place + 1} ` +
    `MG,${place * 13 + 1}.${twoDigits(place % 100)}5,20.000,,,,,${place % 5 === 0 ? '1' : ''},` +
    `${place % 9 === 0 ? `"Added quarter ${place},\nsee CMS’s note"` : ''},`;
  return [
    'Payment Allowance Limits for Medicare Part B Drugs,,,,,,,,,,,',
    ',,,,,,,,,,,',
    `"Effective ${effective}",,,,,,,,,,,`,
    '"Note 1: Payment allowance limits subject to the ASP methodology are based on 3Q25 ASP data, and so ' +
      'on.",,,,,,,,,,,',
    ',,,,,,,,,,,',
    'HCPCS Code,Short Description,HCPCS Code Dosage,Payment Limit,Co-insurance Percentage,Vaccine AWP%,Vaccine ' +
      'Limit,Blood AWP%,Blood limit,Clotting Factor,Notes,',
    ...before.map(row),
    `J0475,Baclofen 10 mg injection,10 MG,${j0475},20.000,,,,,,,`,
    ...(j0476 === null ? [] : [`J0476,Baclofen intrathecal trial,50 MCG,${j0476},20.000,,,,,,“é”,`]),
    ...after.map(row),
    '',
  ].join(eol);
}

/** An NDC-HCPCS crosswalk likewise, with ten containers of baclofen. */
export function crosswalkFile({
  eol = '\r\n',
  effective = 'January 1, 2026 through March 31, 2026',
  trial = true,
} = {}): string {
  const ndc = (place: number) => `${String(10_000 + place)}-${String(1_000 + place)}-${twoDigits(place % 100)}`;
  const rows = (codes: readonly string[]) =>
    codes.map(
      (code, place) =>
        `${code},Médicament ${place},${place % 5 === 0 ? '"Guérin, S.A."' : 'Labo’s'},${ndc(place)},Produit ` +
        `${place},${place + 1} MG,1,1,1,1,,`,
    );
  const baclofen = [0, 1, 2, 3, 4, 5, 6].map(
    (place) =>
      `J0475,Baclofen 10 mg injection,"Prüfmed, Inc.",${`7012${place}`}-2503-01,Lioresal,10 ` +
      `MG,20,${place + 1},4,${4 * (place + 1)},,`,
  );
  const trials = [0, 1, 2].map(
    (place) => `J0476,Baclofen intrathecal trial,Saôl,${`7025${place}`}-0562-55,Lioresal,50 MCG,1,5,1,5,,`,
  );
  return [
    'January 2026 ASP NDC - HCPCS Crosswalk for Medicare Part B Drugs,,,,,,,,,,,',
    `"     Effective ${effective}",,,,,,,,,,,`,
    '"The ASP crosswalks are maintained by CMS’s Division,\nand are no complete list.",,,,,,,,,,,',
    '_2026_CODE,Short Description,LABELER NAME,NDC2,Drug Name,HCPCS dosage,PKG SIZE,PKG QTY,BILLUNITS,BILLUNITSPKG,,',
    ...rows(before),
    ...baclofen,
    ...(trial ? trials : []),
    ...rows(after),
    '',
  ].join(eol);
}

export type Encoding = 'utf-8' | 'windows-1252';
/** Beyond Latin 1, the character set of Windows has these where the standard has control characters. */
const ofWindows: Readonly<Record<string, number>> = { '‘': 0x91, '’': 0x92, '“': 0x93, '”': 0x94 };
export const encoded = (text: string, encoding: Encoding): Uint8Array =>
  encoding === 'utf-8'
    ? new TextEncoder().encode(text)
    : Uint8Array.from(text, (each) => ofWindows[each] ?? each.charCodeAt(0));
