import { csvParse } from 'd3-dsv';
import { X12Interchange, X12Parser } from 'node-x12';
import { describe, expect, it } from 'vitest';
import { day } from '../engine/dated';
import { digitsOfMoney } from '../engine/quantity';
import { ofManyLines, prepared, withWaste } from './claims.fixture';
import { csvColumns, linesCsvOfAll } from './lines-csv';
import { office, parties, sending as madeUp } from './parties.fixture';
import { isOfClinic, reasonsAgainstParties, type Sending } from './parties';
import { partyFields } from './party-specs';
import { professional837, professional837OfAll, type ClaimOfFile } from './professional-837';
import { firstClaim } from './written';

const writtenAt = { date: day('2026-11-25'), time: '0915' };
const claim = prepared(withWaste);

/** The claim of a made-up patient of that number. */
const claimOf = (number: number, changed: Partial<ClaimOfFile> = {}, sending: Partial<Sending> = {}): ClaimOfFile => ({
  whose: `PT-${number}`,
  claim,
  resubmission: firstClaim,
  ...changed,
  sending: {
    ...madeUp,
    patientLast: `Sample${number}`,
    memberId: `MEMBER${number}`,
    accountNumber: `WS-${number}`,
    payerName: `Example Plan ${number % 2}`,
    payerId: `PLAN${number % 2}`,
    ...sending,
  },
});

/** Parsed strictly by somebody else: a wrong count in SE, GE or IEA throws. */
function segmentsOf(claims: readonly ClaimOfFile[]) {
  const result = professional837OfAll(claims, office, writtenAt);
  if ('refused' in result) throw new Error(result.refused.map(({ whose, says }) => `${whose}: ${says}`).join('; '));
  const interchange = new X12Parser(true).parse(result.written);
  if (!(interchange instanceof X12Interchange)) throw new Error('several interchanges');
  const [transaction, ...others] = interchange.functionalGroups.flatMap(({ transactions }) => transactions);
  if (!transaction || others.length > 0) throw new Error('not one transaction');
  return {
    text: result.written,
    count: transaction.trailer.elements[0]?.value,
    segments: transaction.segments.map(({ tag, elements }) => [tag, ...elements.map(({ value }) => value ?? '')]),
  };
}

/** The segments from each HL on. */
const loopsOf = (segments: readonly (readonly string[])[]) =>
  segments.reduce<(readonly string[])[][]>((loops, segment) => {
    if (segment[0] === 'HL') loops.push([segment]);
    else loops.at(-1)?.push(segment);
    return loops;
  }, []);

describe('several claims in one 837P', () => {
  it.each([1, 2, 50])('%i claims: right counts, one provider, and each patient’s own loops', (count) => {
    const claims = Array.from({ length: count }, (_, place) =>
      claimOf(place + 1, { claim: place % 3 === 2 ? prepared(ofManyLines(2)) : claim }),
    );
    const { segments, count: counted } = segmentsOf(claims);
    expect(counted).toBe(String(segments.length + 2));
    const [provider, ...patients] = loopsOf(segments);
    expect(provider?.[0]).toEqual(['HL', '1', '', '20', '1']);
    expect(provider?.filter(([tag]) => tag === 'NM1').map(([, who]) => who)).toEqual(['85']);
    expect(segments.filter(([tag, who]) => tag === 'NM1' && ['41', '40', '85'].includes(who ?? ''))).toHaveLength(3);
    expect(patients.map(([hl]) => hl)).toEqual(claims.map((_, place) => ['HL', String(place + 2), '1', '22', '0']));
    patients.forEach((loop, place) => {
      const own = claims[place]!;
      const find = (...start: string[]) => loop.filter((segment) => start.every((each, at) => segment[at] === each));
      expect(find('NM1', 'IL').map((each) => [each[3], each[9]])).toEqual([
        [own.sending.patientLast, own.sending.memberId],
      ]);
      expect(find('NM1', 'PR').map((each) => [each[3], each[9]])).toEqual([
        [own.sending.payerName, own.sending.payerId],
      ]);
      expect(find('CLM').map((each) => [each[1], each[2]])).toEqual([
        [own.sending.accountNumber, own.claim.totalCharge && digitsOfMoney(own.claim.totalCharge)],
      ]);
      expect(find('LX').map(([, number]) => number)).toEqual(own.claim.lines.map(({ lineNumber }) => `${lineNumber}`));
      expect(find('SBR')).toHaveLength(1);
      expect(find('DMG')).toHaveLength(1);
    });
  });

  it('one claim is the very file that it is by itself', () => {
    const own = claimOf(1);
    expect(professional837OfAll([own], office, writtenAt)).toEqual(
      professional837(claim, { ...parties, ...own.sending, filingIndicator: 'CI' }, writtenAt),
    );
  });

  it('each claim keeps its own kind: a first one and one that replaces another', () => {
    const { segments } = segmentsOf([claimOf(1), claimOf(2, { resubmission: { code: '7', original: 'ICN 9' } })]);
    const [, first = [], second = []] = loopsOf(segments);
    expect(first.filter(([tag, kind]) => tag === 'REF' && kind === 'F8')).toEqual([]);
    expect(second.filter(([tag, kind]) => tag === 'REF' && kind === 'F8')).toEqual([['REF', 'F8', 'ICN 9']]);
  });

  it('two claims of one patient have a loop each', () => {
    const { segments } = segmentsOf([claimOf(1), claimOf(1, {}, { accountNumber: 'WS-1B' })]);
    expect(segments.filter(([tag]) => tag === 'CLM').map(([, account]) => account)).toEqual(['WS-1', 'WS-1B']);
    expect(segments.filter(([tag, who]) => tag === 'NM1' && who === 'IL')).toHaveLength(2);
  });

  it.each([
    [claimOf(2, {}, { patientLast: '' }), 'Enter the patient’s last name'],
    [claimOf(2, {}, { birthDate: '05/21/2026' }), 'Date of birth must not be after the service'],
    [
      claimOf(2, {}, { memberId: 'A~B' }),
      'Member ID holds “~”, which an 837 cannot carry: leave it out or write it otherwise',
    ],
    [
      claimOf(2, { claim: prepared({ ...withWaste, chargePerUnit: null }) }),
      'Enter the charge for a unit: every line of an 837P has a charge.',
    ],
    [
      claimOf(2, { resubmission: { code: '8', original: '' } }),
      'Enter the payer’s number of the claim that this one replaces or voids.',
    ],
  ])('one that is refused names whose it is, and nothing is written (%#)', (refused, says) => {
    const result = professional837OfAll([claimOf(1), refused, claimOf(3)], office, writtenAt);
    expect(result).toMatchObject({ refused: [{ whose: 'PT-2', says }] });
    expect('written' in result).toBe(false);
  });

  it('none at all', () => {
    expect(professional837OfAll([], office, writtenAt)).toEqual({
      refused: [{ says: 'No claim was chosen for the file.', whose: '' }],
    });
  });

  it('what the clinic lacks is told apart from what the patient lacks', () => {
    const lacking = reasonsAgainstParties(
      { ...parties, ...Object.fromEntries(partyFields.map((field) => [field, ''])), sex: '' },
      claim,
    );
    expect(lacking.filter(isOfClinic).map(({ field }) => field)).toEqual([
      'senderQualifier',
      'senderId',
      'receiverQualifier',
      'receiverId',
      'controlNumber',
      'submitterName',
      'submitterId',
      'contactName',
      'contactPhone',
      'receiverName',
      'receiverEtin',
      'providerName',
      'providerNpi',
      'providerTaxId',
      'providerStreet',
      'providerCity',
      'providerState',
      'providerZip',
    ]);
    expect(lacking.filter((reason) => !isOfClinic(reason)).map(({ field }) => field)).toContain('sex');
  });
});

describe('the lines of several claims as CSV', () => {
  it('each line stands behind its patient reference and account, and no text becomes a formula', () => {
    const result = linesCsvOfAll([
      { reference: 'PT-1', account: 'A1', claim, resubmission: firstClaim, department: '' },
      { reference: '=PT-2', account: '', claim, resubmission: { code: '7', original: 'ICN 9' }, department: '' },
    ]);
    const rows = csvParse('written' in result ? result.written : '');
    expect(rows.columns).toEqual(['patient_reference', 'account', ...csvColumns]);
    expect(rows.map((row) => [row.patient_reference, row.account, row.hcpcs, row.modifier_1, row.frequency])).toEqual([
      ['PT-1', 'A1', 'J0475', '', '1'],
      ['PT-1', 'A1', 'J0475', 'JW', '1'],
      ["'=PT-2", '', 'J0475', '', '7'],
      ["'=PT-2", '', 'J0475', 'JW', '7'],
    ]);
  });

  it('one that goes into no format is refused', () => {
    const held = prepared({ ...withWaste, diagnoses: [] });
    expect(
      linesCsvOfAll([{ reference: 'PT-1', account: '', claim: held, resubmission: firstClaim, department: '' }]),
    ).toMatchObject({
      refused: [{ fact: 'diagnoses' }],
    });
  });
});
