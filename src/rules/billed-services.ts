import type { LeftOut, ServicesOfDay } from '../engine/claim';
import type { BilledService, Encounter } from '../engine/encounter';
import { inWords } from '../engine/typed';
import { cite } from './cite';
import { modifiersOfEveryLine, modifiersOnALine } from './modifiers';
import { editsInForce, editsInWords, pairOf, type NcciEdits, type NcciPair } from './ncci-edits';
import { isHospitalPlace } from './payment-status';
import { formOf } from './setting-form';
import { refillCodes } from './refill-procedures';

/** CPT numbers of evaluation and management, visits among them. */
export const isVisit = (code: string): boolean => /^99(?:20[2-9]|2[1-9]\d|[34]\d\d)$/.test(code);
/** HCPCS codes of supplies and equipment. */
const isSupply = (code: string): boolean => /^[AEKL]/.test(code);
/** HCPCS codes of drugs. */
export const isOtherDrug = (code: string): boolean => /^[JQ]/.test(code);
/** What is done with the patient: neither a visit nor a thing. */
export const isProcedure = (code: string): boolean => !isVisit(code) && !isSupply(code) && !isOtherDrug(code);

/**
 * What was entered beside the drug as lines of the claim: visits, procedures, the drug, other drugs, supplies. Left out
 * is only what a rule is certain of; what needs review stays.
 */
export function billedServices(encounter: Encounter): ServicesOfDay {
  const leftOut = leftOutOf(encounter);
  const billed = encounter.services.filter(({ code }) => leftOut.every((each) => each.code !== code));
  const everywhere = modifiersOfEveryLine(encounter);
  const marked = billed.map((service) => withModifiers(service, everywhere));
  const of = (is: (code: string) => boolean): readonly BilledService[] => marked.filter(({ code }) => is(code));
  return {
    before: [...of(isVisit), ...of(isProcedure)],
    after: [...of(isOtherDrug), ...of(isSupply)],
    leftOut,
    how: everywhere
      .filter(({ modifier }) => marked.some(({ modifiers }) => modifiers.includes(modifier)))
      .map(({ says, rows }) => ({ says: `${says} It goes on the lines beside the drug too.`, rows })),
  };
}

/** What goes on every line, behind what was entered for this one, as far as a line has room. */
function withModifiers(service: BilledService, everywhere: readonly { readonly modifier: string }[]): BilledService {
  const missing = everywhere.flatMap(({ modifier }) => (service.modifiers.includes(modifier) ? [] : modifier));
  if (missing.length === 0) return service;
  return { ...service, modifiers: [...service.modifiers, ...missing].slice(0, modifiersOnALine) };
}

function leftOutOf(encounter: Encounter): readonly LeftOut[] {
  if (encounter.payer !== 'medicare-part-b') return [];
  const codes = [...new Set(encounter.services.map(({ code }) => code))];
  return codes.flatMap(
    (code) =>
      bundledKit(code, codes, encounter) ?? bundledInto(code, codes, encounter) ?? byPlace(code, encounter) ?? [],
  );
}

/** Where a physician is paid by the fee schedule: a hospital and the centers have ways of their own. */
const isOnFeeSchedule = ({ setting }: Encounter): boolean =>
  formOf(setting) === 'professional' && setting !== 'asc' && setting !== 'dme-supplier';

function bundledKit(code: string, codes: readonly string[], encounter: Encounter): LeftOut | null {
  if (code !== 'A4220' || !isOnFeeSchedule(encounter)) return null;
  const beside = refillCodes.filter((refill) => codes.includes(refill));
  const never = beside.length > 0 ? `, and never beside ${inWords(beside, 'or')}` : '';
  return { code, because: `Medicare does not pay A4220 on its own${never}.`, rows: cite('5 A4220') };
}

/** The pair by which a code is part of another that is kept, whatever the modifier; undefined where there is none. */
export function certainPair(code: string, codes: readonly string[], edits: NcciEdits): NcciPair | undefined {
  return codes
    .flatMap((other) => (other === code ? [] : (pairOf(edits, code, other) ?? [])))
    .find(({ paid, bundled, indicator }) => indicator === 0 && bundled === code && !certainPair(paid, codes, edits));
}

function bundledInto(code: string, codes: readonly string[], encounter: Encounter): LeftOut | null {
  const edits = editsInForce(encounter);
  const pair = edits && certainPair(code, codes, edits);
  if (!edits || !pair) return null;
  const because = `It is part of ${pair.paid}, by ${editsInWords(edits)}. No modifier gets it paid.`;
  return { code, because, rows: cite('5 pairs', '5 pairs 2026') };
}

const facilityPlaces: readonly Encounter['setting'][] = ['emergency-room', 'skilled-nursing-facility'];

function byPlace(code: string, encounter: Encounter): LeftOut | null {
  if (code !== '95990' || !(facilityPlaces.includes(encounter.setting) || isHospitalPlace(encounter))) return null;
  const because = 'It holds no physician’s work, so a physician is not paid for it in a facility.';
  return { code, because, rows: cite('5 incident-to') };
}
