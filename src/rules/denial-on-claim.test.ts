import { matching } from '../engine/matching.fixture';
import { describe, expect, it } from 'vitest';
import { day } from '../engine/dated';
import type { Encounter } from '../engine/encounter';
import { ndc11 } from '../engine/ndc';
import { unknownProfile } from '../engine/payer-profile';
import { prepareClaim } from '../engine/prepare-claim';
import { mg, noMass, unitsOf } from '../engine/quantity';
import { citations } from './citations';
import { denialCases, nextWords, type Next } from './denial-codes';
import { deadlinesOn, letterOf, nextOn, saidOnClaim, stepsOn, wayOf, ways } from './denial-on-claim';
import { beside, fill, pumpFill, trial } from './encounter.fixture';
import { ruleBook } from './index';
import { readRemittanceCode } from './read-remittance';
import { remittanceCodes, stepWords } from './remittance-codes';
import { variedEncounters } from './sentences.fixture';

const of = (change: Partial<Encounter>, base: Encounter = pumpFill) => prepareClaim({ ...base, ...change }, ruleBook);
const said = (typed: string, change: Partial<Encounter> = {}, base: Encounter = pumpFill) =>
  saidOnClaim(readRemittanceCode(typed), of(change, base)).map(({ says }) => says);
const commercial = { payer: 'commercial' } as const;
const approved = {
  status: 'approved',
  number: 'AUTH1',
  firstDay: day('2026-05-01'),
  lastDay: day('2026-05-31'),
  unitsApproved: unitsOf(8),
  unitsUsed: unitsOf(6),
  askedOn: null,
} as const;
const namedCode = {
  drugSource: 'compounded',
  payerConfirmation: { who: 'Ann', on: day('2026-05-01'), reference: '1', code: 'J7999' },
} as const;
/** 40 mg at $300 a unit, on a day whose rate is on file. */
const charged = {
  dateOfService: day('2026-02-20'),
  preparedOn: day('2026-02-20'),
  chargePerUnit: { tenthsOfCent: 300_000 },
} as const;

describe('what the claim says to a code', () => {
  it.each<[typed: string, change: Partial<Encounter>, ...says: RegExp[]]>([
    ['CO-16 N822', {}, /^Line 1 is J0475-JZ, 4 units\. Was it so on what was sent\?$/],
    ['CO-16 N822', { given: mg(25), wasted: mg(15) }, /^Line 1 is J0475, 3 units\. Line 2 is J0475-JW, 1 unit\./],
    [
      'CO-16 N822',
      {
        ...commercial,
        profile: { ...unknownProfile('own-x', 'x', 'commercial'), jw: 'not-accepted', jz: 'not-accepted' },
      },
      /^Line 1 is J0475, 4 units/,
      /^No line carries JW or JZ/,
    ],
    ['16 N822 MA130', commercial, /^Line 1/, /^MA130 is a Medicare code, and the payer type entered is Commercial/],
    [
      'CO-197',
      {},
      matching(
        /^The payer type entered is original Medicare\. A pump maker says that it preauthorizes no trial, implant /,
        /or refill\. Was it the right payer\?$/,
      ),
    ],
    ['CO-197', { ...beside('62323') }, /original Medicare/, /WISeR/],
    ['CO-197', { ...beside('62323'), dateOfService: day('2026-01-14') }, /original Medicare/],
    ['CO-197', { ...beside('62323'), dateOfService: day('2026-01-15') }, /original Medicare/, /WISeR/],
    ['CO-197', commercial, /^No one has noted if this plan wants preauthorization/],
    [
      'CO-197',
      { ...commercial, priorAuthorization: { status: 'not-required' } },
      /wants no preauthorization\. Who said so\?/,
    ],
    ['CO-197', { ...commercial, priorAuthorization: { status: 'pending' } }, /not yet answered/],
    ['CO-39', { ...commercial, priorAuthorization: { status: 'denied' } }, /was refused\. Appeal/],
    [
      'CO-197',
      { ...commercial, priorAuthorization: approved },
      /number AUTH1\. Was it in item 23 or REF G1\? 8 units approved, 6 used before; 4 billed\.$/,
    ],
    [
      'CO-302',
      { ...commercial, priorAuthorization: { ...approved, number: null, lastDay: day('2026-05-19') } },
      /but not its number\. The date of service, 05\/20\/2026, is not within it\./,
    ],
    [
      'CO-210',
      { ...commercial, priorAuthorization: { ...approved, status: 'approved-after-service', unitsApproved: null } },
      /AUTH1.* It came after the service\.$/,
    ],
    [
      'CO-151 N362',
      { given: mg(90), dateOfService: day('2024-07-10') },
      /^The claim has 9 units of J0475, each 10 mg\. Dose given: 90 mg/,
      /^Above the daily maximum \(MUE\), the whole day may be denied \(MAI 3\).* Check the units first, then appeal/,
    ],
    [
      'CO-151 N362',
      { given: mg(90), dateOfService: day('2024-07-10'), notice: 'GA' },
      /9 units/,
      /whole day/,
      /^A notice \(GA\) does not make the patient pay/,
    ],
    [
      'CO-151 N362',
      { given: mg(90), dateOfService: day('2026-10-10'), preparedOn: day('2026-10-10') },
      /9 units/,
      /whole day/,
    ],
    [
      'CO-151 N362',
      { given: mg(80), dateOfService: day('2026-10-10'), preparedOn: day('2026-10-10') },
      /8 units/,
      /^8 units are billed/,
    ],
    ['CO-151 N362', { given: mg(90), setting: 'rhc' }, /9 units/],
    ['CO-151', { dateOfService: day('2024-07-10') }, /^The claim has 4 units/, /^4 units.* 8 units/, /not entered\.$/],
    [
      'CO-151 N362',
      { ...commercial, given: mg(90), dateOfService: day('2024-07-10') },
      /9 units/,
      /^The daily maximum on file is Medicare’s\. Ask this payer for its own\.$/,
    ],
    ['CO-151 N640', { given: mg(90), dateOfService: day('2024-07-10') }, /not entered\.$/],
    ['CO-151 N640', { notice: 'GA' }, /not entered\.$/],
    ['CO-151 N435', { notice: 'GA' }, /not entered\.$/],
    ['CO-151 N640 CO-97', { notice: 'GA' }, /^A notice \(GA\)/, /No other service/, /not entered\.$/],
    [
      'CO-116',
      { notice: 'GA' },
      /^116 says that the notice was not in order\. The provider bears the cost, unless the notice proves good\.$/,
    ],
    [
      'CO-50',
      { notice: 'GX' },
      /G80\.1/,
      /^GX tells of a voluntary notice\. It does not move a denial for need to the patient\. Ask why\.$/,
    ],
    ['CO-50', { notice: 'GX GY' }, /G80\.1/, /^GX tells of a voluntary notice\./],
    ['CO-50', { notice: 'GY' }, /G80\.1/, /^GY says that the law excludes the service\. It is no notice/],
    [
      'PR-50 N115',
      { notice: 'GA' },
      /^The claim has the diagnosis G80\.1\./,
      matching(
        /^GA says that a signed notice \(ABN\) is on file\. With group PR the patient may be billed, and an appeal /,
        /is left\.$/,
      ),
    ],
    ['CO-50', { notice: 'GA' }, /G80\.1/, /group CO leaves the cost with you/],
    ['CO-50', { notice: 'GZ' }, /G80\.1/, /^GZ says that no notice/],
    ['PR-50', {}, /G80\.1/, /none is entered\. Find it before you bill/],
    ['CO-50', commercial, /G80\.1/],
    ['CO-11', { diagnoses: [] }, /^The claim has no diagnosis\./],
    ['CO-258 N103', {}, /^No custody is entered\. Since 2025 parole/],
    ['CO-258 N103', { custody: 'met' }, /Was QJ on what was sent\?/],
    ['CO-258 N103', { custody: 'not-met' }, /Medicare does not pay/],
    ['CO-258 N103', { custody: 'not-known' }, /Find that out first/],
    ['CO-258', { payer: 'medicare-advantage', custody: 'met' }, /Check if the patient was a member/],
    [
      'CO-258',
      { payer: 'medicare-advantage' },
      /^A Medicare Advantage plan is not known to have members in custody\. Check/,
    ],
    [
      'CO-258 N103',
      { ...commercial, custody: 'met' },
      /^This payer’s rule on custody was not read\. Ask it who pays\.$/,
    ],
    ['CO-258', { payer: 'medicaid' }, /^This payer’s rule on custody was not read/],
    ['CO-109', {}, /Look up if the patient was in a Medicare Advantage plan/],
    ['CO-109', { setting: 'dme-supplier' }, /Medicare Advantage/, /equipment supplier/],
    ['CO-24', { payer: 'medicare-advantage' }, /was in this plan/],
    ['CO-109', commercial, /payer type entered is Commercial/],
    [
      'CO-29',
      { dateOfService: day('2025-05-19') },
      /on 05\/19\/2025\. Medicare’s year ended on 05\/19\/2026\. .* 42 CFR 424\.44\(b\)/,
    ],
    [
      'CO-29',
      {},
      matching(
        /^The service was on 05\/20\/2026\. Medicare’s year runs to 05\/20\/2027, so 29 does not fit\. /,
        /Check the date of service that was sent\.$/,
      ),
    ],
    ['CO-29', { preparedOn: day('2027-05-20') }, /year runs to 05\/20\/2027/],
    ['CO-29', { preparedOn: day('2027-05-21') }, /year ended on 05\/20\/2027/],
    ['CO-29', { dateOfService: day('2024-02-29') }, /ended on 02\/28\/2025/],
    ['CO-29', commercial, /limit is not on file: read the contract\. Appeal with proof/],
    [
      'CO-29',
      { ...commercial, profile: { ...unknownProfile('own-x', 'Prairie', 'commercial'), filingDays: 90 } },
      /Prairie allows 90 days\. Appeal with proof/,
    ],
    ['CO-110', { dateOfService: day('2026-05-21') }, /05\/21\/2026\. Today is 05\/20\/2026/],
    ['CO-110', {}, /not after today/],
    ['CO-107', {}, /^No procedure of the day is entered/],
    ['CO-107', { ...beside('62370') }, /^62370 is entered beside the drug/],
    ['CO-97', { ...beside('62370', 'A4220') }, /^Entered for the same day: 62370 and A4220\./],
    ['CO-97', {}, /^No other service of the day is entered/],
    ['CO-16 M119', {}, /^No NDC is entered/],
    ['CO-16 M119', { ndcs: [ndc11('66794015702')] }, /^Line 1 has NDC 66794-0157-02 and /],
    ['CO-181', {}, /^The code on this claim is J0475, for 05\/20\/2026/],
    ['CO-189', { drugSource: 'compounded' }, /^Compounded drug is entered\. Ask which unlisted code/],
    [
      'CO-16 N350',
      namedCode,
      /^Compounded drug is entered, and the payer named J7999\. Was the drug described in item 19/,
    ],
    [
      'CO-16 M119',
      namedCode,
      /^A compound has no NDC of its own\. The NDC of each drug in it is listed\. None is entered\.$/,
    ],
    [
      'CO-16 M119',
      { ...namedCode, ndcs: [ndc11('66794015702')] },
      /^A compound has no NDC of its own\. .* Entered: 66794-0157-02\. Was it so/,
    ],
    ['CO-119', { lastFillOn: day('2026-05-01') }, /^The fill before was on 05\/01\/2026, 19 days before/],
    ['CO-58', {}, /^The place of service on this claim is 11\. Was the patient there\?$/],
    [
      'CO-58',
      { setting: 'critical-access-hospital' },
      /^This claim has no place of service of its own\. Compare what was sent/,
    ],
    ['CO-58', { setting: 'dme-supplier' }, /has no place of service of its own/],
    [
      'CO-16 N822',
      { setting: 'rhc' },
      /^Line 1 is J0475, 4 units/,
      /^In an RHC or FQHC the line takes no JW or JZ\. Ask the contractor how to correct\.$/,
    ],
    ['CO-16 N822', { setting: 'fqhc' }, /^Line 1 is J0475, 4 units/, /^In an RHC or FQHC/],
    ['OA-23', {}, /^23 is what earlier payers paid and cut/],
    ['CO-253', commercial, /payer type entered is Commercial/],
    ['CO-45', {}, /cannot be compared/],
    ['MA01', {}],
  ])('%j %j', (typed, change, ...says) => {
    const told = said(typed, change);
    expect(told).toHaveLength(says.length);
    for (const [place, expected] of says.entries()) expect(told[place]).toMatch(expected);
  });

  it('holds 45, 253 and 2 against the estimate', () => {
    const { total } = of(charged).estimate;
    const dollars = ({ tenthsOfCent }: { readonly tenthsOfCent: number }) => (tenthsOfCent / 1000).toFixed(2);
    const cut = { tenthsOfCent: 1_200_000 - total!.allowed.tenthsOfCent };
    expect(
      said(
        `CAS*CO*45*${dollars(cut)}**253*${dollars(total!.sequestration!)}~CAS*PR*2*${dollars(total!.coinsurance!)}~`,
        charged,
      ),
    ).toEqual([
      expect.stringMatching(
        matching(
          /^Drug lines: charge \$1,200\.00, estimate allowed \$\d+\.\d\d\. So 45 would be \$\d+\.\d\d\. /,
          /The remittance has \$\d+\.\d\d: it agrees\.$/,
        ),
      ),
      expect.stringMatching(/sequestration\. The remittance has \$\d+\.\d\d: it agrees\.$/),
      expect.stringMatching(/coinsurance\. The remittance has \$\d+\.\d\d: it agrees\.$/),
    ]);
    expect(said('CO*45*1200.00', charged)[0]).toMatch(
      new RegExp(`\\$1,200\\.00, \\$${dollars(total!.allowed)} more\\. Check the lines and the rate\\.$`),
    );
    expect(said('CO*253*1.00', charged)[0]).toMatch(/less\. Check/);
    expect(said('CO-45', charged)[0]).toMatch(/So 45 would be \$\d+\.\d\d\.$/);
  });

  it('compares 45 with a rate of the payer, and never with the practice’s own charge', () => {
    expect(of({ ...charged, ...commercial }).estimate.by).toBe('own-charge');
    expect(said('CO*45*100.00', { ...charged, ...commercial })).toEqual([
      'No rate of this payer is on file, so the amount of 45 cannot be compared.',
    ]);
    const old = { ...charged, dateOfService: day('2018-02-20') };
    expect(of(old).estimate.by).toBe('own-charge');
    expect(said('CO*253*1.00', old)).toEqual([
      'No rate of this payer is on file, so the amount of 253 cannot be compared.',
    ]);
    expect(said('PR*2*1.00', old)).toEqual([]);
  });

  it('holds an amount against one of two lines', () => {
    const two = { ...charged, given: mg(25), wasted: mg(15) };
    const [, second] = of(two).estimate.lines;
    expect(said(`CO*253*${(second!.sequestration!.tenthsOfCent / 1000).toFixed(2)}`, two)[0]).toMatch(
      /agrees with line 2 alone/,
    );
  });

  it('of a packaged trial dose says what is paid', () =>
    expect(said('CO-97', { setting: 'hospital-outpatient' }, trial)[0]).toMatch(/J0476/));

  it('says each fact once, with rows on file, whatever the claim and the codes', () => {
    const typed = remittanceCodes.map(({ code }) => code);
    for (const [place, encounter] of variedEncounters(400).entries()) {
      const reading = readRemittanceCode(
        `CO-${typed[place % typed.length]} N822 N362 M119 PR-50 CO*45*12.5 253 197 MA130`,
      );
      const claim = prepareClaim(encounter, ruleBook);
      const way = wayOf(reading, claim);
      const told = [...saidOnClaim(reading, claim), ...way.steps, ...deadlinesOn(way, claim), ...letterOf(way)];
      for (const { says, rows } of told) {
        expect(says).toMatch(/^[A-Z0-9].*[.?]$/);
        expect(says).not.toMatch(/undefined|null|NaN|\[object/);
        expect(rows.filter((row) => !Object.hasOwn(citations, row))).toEqual([]);
      }
      expect(new Set(told.map(({ says }) => says)).size).toBe(told.length);
    }
  });
});

/**
 * Section 5 of the remittance rules and section 4 of the whole claim: how each payer takes a correction, and by when.
 */
describe('what to do for this payer', () => {
  it.each<[typed: string, change: Partial<Encounter>, id: string, correct: string, step: RegExp, deadline: RegExp]>([
    [
      'CO-16 N822 MA130',
      {},
      'returned',
      'Send a new claim',
      /first one \(1\).*/,
      /^Medicare takes it up to 05\/20\/2027\. 365 days are left\.$/,
    ],
    [
      'CO-16 N822',
      {},
      'medicare',
      'Ask for a reopening, or appeal',
      /Do not send it again/,
      /120 days after you got the notice/,
    ],
    [
      'CO-16 N822',
      {},
      'medicare',
      'Ask for a reopening, or appeal',
      /adds no line/,
      /1 year, and for 4 years with good cause/,
    ],
    ['CO-11', {}, 'medicare', 'Ask for a reopening, or appeal', /Do not send 7 or 8/, /5 days after its date/],
    ['CO-11', {}, 'medicare', 'Ask for a reopening, or appeal', /CMS-20027/, /180 days.* 60\..*\$200/],
    [
      'CO-11',
      { setting: 'hospital-outpatient' },
      'facility',
      'Send an adjustment claim',
      /ends in 7.*DCN/,
      /one year from the service.* Q\./,
    ],
    [
      'CO-11',
      { setting: 'rhc' },
      'clinic',
      'Send an adjustment claim',
      /071x for an RHC and 077x for an FQHC[\s\S]*ends in 7.*DCN[\s\S]*CMS-1500\? Then do not send 7 or 8/,
      /one year from the service.* Q\./,
    ],
    ['CO-11', { setting: 'fqhc' }, 'clinic', 'Send an adjustment claim', /077x/, /120 days/],
    ['CO-11', { payer: 'medicare-advantage' }, 'advantage', 'Send a replacement claim', /\(7\)/, /65 days/],
    ['CO-11', commercial, 'commercial', 'Send a replacement claim', /payer’s own claim number/, /180 days/],
    ['CO-11 MA130', commercial, 'commercial', 'Send a replacement claim', /whole claim/, /contract/],
    [
      'CO-11',
      { payer: 'medicaid' },
      'medicaid',
      'Send a replacement claim',
      /own claim number/,
      /Medi-Cal takes a replacement for 6 months/,
    ],
    [
      'CO-11',
      { payer: 'workers-compensation' },
      'other',
      'Ask the payer how to correct the claim',
      /No rule of this payer was read/,
      /Ask/,
    ],
  ])('%j %j', (typed, change, id, correct, step, deadline) => {
    const claim = of(change);
    const way = wayOf(readRemittanceCode(typed), claim);
    expect(way.id).toBe(id);
    expect(way.next.correct).toBe(correct);
    expect(correct).toContain(way.slip.slice(0, -1));
    expect(way.steps.map(({ says }) => says).join('\n')).toMatch(step);
    expect(
      deadlinesOn(way, claim)
        .map(({ says }) => says)
        .join('\n'),
    ).toMatch(new RegExp(deadline.source, 'm'));
  });

  it('counts the days that a returned claim has left', () => {
    const returned = readRemittanceCode('MA130');
    const first = (change: Partial<Encounter>) => deadlinesOn(wayOf(returned, of(change)), of(change))[0]?.says;
    expect(first({ preparedOn: day('2027-05-19') })).toBe('Medicare takes it up to 05/20/2027. 1 day is left.');
    const late = of({ preparedOn: day('2027-05-21') });
    const [took, exception] = deadlinesOn(wayOf(returned, late), late).map(({ says }) => says);
    expect(took).toBe('Medicare took it up to 05/20/2027. That was 1 day ago.');
    expect(exception).toBe('An exception of 42 CFR 424.44(b) may fit.');
  });

  it.each<[change: Partial<Encounter>, left: RegExp]>([
    [{}, /^A reopening is open/],
    [{ setting: 'hospital-outpatient' }, /^An adjustment is open/],
    [{ setting: 'rhc' }, /^An adjustment is open/],
  ])('allows no appeal of 29 from original Medicare: %j', (change, left) => {
    const claim = of({ preparedOn: day('2027-06-01'), ...change });
    const reading = readRemittanceCode('CO-29');
    const way = wayOf(reading, claim);
    expect(letterOf(way)).toEqual([]);
    expect(deadlinesOn(way, claim).map(({ says }) => says)).toEqual([expect.stringMatching(left)]);
    expect(way.steps.map(({ says }) => says).join(' ')).not.toMatch(/[Aa]ppeal/);
    expect(stepsOn(reading.codes[0]!, reading, claim)).toEqual([
      'Medicare allows no appeal of 29. Look for an exception of 42 CFR 424.44(b).',
      stepWords.W,
    ]);
    for (const typed of ['CO-29 CO-45 PR-2 CO-253', 'CO-29 N211'])
      expect(letterOf(wayOf(readRemittanceCode(typed), claim))).toEqual([]);
    for (const typed of ['CO-29 CO-50', 'CO-29 CO-97', 'CO-29 CO-4'])
      expect(letterOf(wayOf(readRemittanceCode(typed), claim))).not.toEqual([]);
  });

  it('appeals 29 from a plan', () => {
    const claim = of(commercial);
    const reading = readRemittanceCode('CO-29');
    expect(stepsOn(reading.codes[0]!, reading, claim)).toEqual([stepWords.A, stepWords.W]);
    expect(letterOf(wayOf(reading, claim))).not.toEqual([]);
  });

  const addsNoLine = 'A reopening adds no line. Ask your contractor how to bill a procedure left out, or appeal.';
  const afterwards = 'If the date was right, ask your contractor if a new claim after the service is taken.';
  it.each<[typed: string, change: Partial<Encounter>, steps: string[], id: string, next: string, why: RegExp]>([
    ['CO-107', {}, [addsNoLine], 'drug-alone', 'Ask your contractor, or appeal', /^A reopening adds no line\./],
    ['CO-B15', {}, [addsNoLine], 'drug-alone', 'Ask your contractor, or appeal', /^A reopening adds no line\./],
    [
      'CO-107',
      { setting: 'hospital-outpatient' },
      ['Send an adjustment claim.'],
      'drug-alone',
      'Send an adjustment claim for a slip, or appeal',
      /put it on the claim/,
    ],
    [
      'CO-107',
      commercial,
      ['Send a replacement claim.'],
      'drug-alone',
      'Send a replacement claim for a slip, or appeal',
      /put it on the claim/,
    ],
    [
      'CO-110',
      {},
      ['Ask for a reopening.', afterwards],
      'billed-early',
      'Check the date of service',
      /If the date was right, ask your contractor/,
    ],
    [
      'CO-110',
      commercial,
      ['Send a replacement claim.'],
      'billed-early',
      'Send a replacement claim',
      /bill it after the service/,
    ],
    ['CO-190', {}, [stepWords.B], 'snf-stay', nextWords.snf, /^Within the stay the SNF pays/],
    ['PR-190', {}, [stepWords.B], 'snf-stay', nextWords.snf, /^Within/],
    ['CO-252', {}, [stepWords.S], 'records', nextWords.send, /^If the payer still waits/],
    [
      'CO-16 N822',
      { setting: 'rhc' },
      [stepWords.R, 'Send an adjustment claim.'],
      'missing-modifier',
      'Ask the contractor how to correct',
      /takes no JW or JZ/,
    ],
    [
      'N822 CO-16 MA130',
      { setting: 'fqhc' },
      ['Ask the contractor how to correct.'],
      'missing-modifier',
      'Ask the contractor how to correct',
      /takes no JW or JZ/,
    ],
    [
      'CO-258',
      commercial,
      ['Send a replacement claim.', stepWords.O],
      'custody',
      'Ask the payer who pays',
      /rule on custody was not read/,
    ],
    [
      'CO-258',
      { payer: 'medicare-advantage' },
      ['Send a replacement claim.', stepWords.O],
      'custody',
      'Ask the plan who pays',
      /not known to have members in custody/,
    ],
    [
      'CO-258',
      {},
      ['Ask for a reopening.', stepWords.O],
      'custody',
      'Ask for a reopening of a slip, or appeal',
      /Medicare’s record/,
    ],
  ])('%j %j: the code and its case agree', (typed, change, steps, id, next, why) => {
    const claim = of(change);
    const reading = readRemittanceCode(typed);
    const told = nextOn(
      denialCases.find((each) => each.id === id)!,
      wayOf(reading, claim),
      claim,
    );
    expect(stepsOn(reading.codes[0]!, reading, claim)).toEqual(steps);
    expect(told.next).toBe(next);
    expect(told.why).toMatch(why);
  });

  it('never tells an original Medicare claim to be sent as a replacement', () => {
    const medicare = ways.filter(({ id }) => id === 'returned' || id === 'medicare');
    const told = medicare
      .flatMap(({ next, steps }) => [...Object.values(next), ...steps.map(({ says }) => says)])
      .join(' ');
    expect(told).not.toMatch(/Send a replacement/);
  });

  it('has words of its own only for what may come next', () => {
    const known = Object.keys(nextWords) as Next[];
    for (const { next } of ways) expect(Object.keys(next).filter((each) => !known.includes(each as Next))).toEqual([]);
    expect(ways.find(({ id }) => id === 'medicare')?.next.proof).toBe('No appeal: look for an exception');
    expect(ways.find(({ id }) => id === 'commercial')?.next.proof).toBeUndefined();
  });

  it('wants in a letter what the rule asks for', () => {
    const letter = (change: Partial<Encounter>) =>
      letterOf(wayOf(readRemittanceCode('50'), of(change)))
        .map(({ says }) => says)
        .join(' ');
    expect(letter({})).toMatch(/claim number.*Medicare number/);
    expect(letter(commercial)).not.toMatch(/Medicare number/);
    expect(letterOf(wayOf(readRemittanceCode('16 MA130'), of({})))).toEqual([]);
  });

  it('of a claim without waste or drug says nothing wrong', () => {
    expect(said('16 N822', {}, fill(noMass, noMass))).toEqual(['The worksheet has no drug line yet.']);
  });
});
