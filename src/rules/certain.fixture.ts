import type { RuleBook } from '../engine/rule-book';
import { day } from '../engine/dated';
import type { Encounter } from '../engine/encounter';
import { unknownProfile, type PayerProfile } from '../engine/payer-profile';
import { mcg, mg, noMass } from '../engine/quantity';
import { ruleBook } from './index';

const commercial = (profile: Partial<PayerProfile>): Partial<Encounter> => ({
  payer: 'commercial',
  profile: { ...unknownProfile('own-Prairie', 'Prairie Health', 'commercial'), ...profile },
});
const medicare = (profile: Partial<PayerProfile>): Partial<Encounter> => ({
  payer: 'medicare-part-b',
  profile: { ...unknownProfile('own-x', 'x', 'medicare-part-b'), ...profile },
});
const untold = { opened: [], ndcs: [], labeled: null, strength: null, wasted: noMass } as const;
const trialOf = (given: Encounter['given']): Partial<Encounter> => ({
  ...untold,
  given,
  purpose: 'screening-trial',
  route: 'intrathecal-lumbar-puncture',
});
const waste = { given: mg(25), wasted: mg(15) } as const;
/**
 * A rule book that is wrong about the modifiers, as no worksheet makes it: what is put on every line beside the waste
 * modifier.
 */
const putsOn = (...wrong: string[]): RuleBook => ({
  ...ruleBook,
  lineModifiers: () => ({ withWaste: (onLine) => [...new Set([...onLine, ...wrong])], how: () => [] }),
});

type CertainRow = readonly [rule: string, what: string, change: Partial<Encounter>, says: RegExp, book?: RuleBook];

const rows: readonly CertainRow[] = [
  [
    'code/valid',
    'J0475 before its first day',
    { dateOfService: day('1993-12-31') },
    /J0475 began on 01\/01\/1994, after the date of service/,
  ],
  [
    'code/valid',
    'J0476 before its first day',
    { ...trialOf(mcg(50)), dateOfService: day('1998-12-31') },
    /J0476 began on 01\/01\/1999/,
  ],
  [
    'code/compounded',
    'J7999 before its first day',
    {
      drugSource: 'compounded',
      payerConfirmation: { who: 'AB', on: day('2026-05-01'), reference: 'R1', code: 'J7999' },
      dateOfService: day('2015-12-31'),
    },
    /J7999 began on 01\/01\/2016, after the date of service/,
  ],
  [
    'modifier/custody',
    '411.4(b) not met, Medicare',
    { payer: 'medicare-part-b', custody: 'not-met' },
    /42 CFR 411\.4\(b\) is not met/,
  ],
  [
    'claim/date-of-service',
    'a service of tomorrow',
    { dateOfService: day('2026-05-21') },
    /05\/21\/2026, is after today, 05\/20\/2026/,
  ],
  ['claim/date-of-service', 'a service of the year 2062', { dateOfService: day('2062-05-20') }, /is after today/],
  ['claim/line-charge', 'a charge of 0', { chargePerUnit: { tenthsOfCent: 0 } }, /^The charge is \$0\.00/],
  [
    'amounts/unit-slip',
    'mcg as mg',
    { ...untold, given: mg(36_000) },
    /^3600 units are 36,000 mg, a hundred times a full 40 mL reservoir \(80 mg\) or more\. .*36 mg would fit/,
  ],
  ['amounts/unit-slip', 'just a hundred reservoirs', { ...untold, given: mg(8_000) }, /^800 units are 8,000 mg/],
  [
    'amounts/unit-slip',
    'no dose in either unit',
    { ...untold, given: mg(90_000) },
    /^9000 units are 90,000 mg, a hundred times a full 40 mL reservoir \(80 mg\) or more\.$/,
  ],
  [
    'amounts/unit-slip',
    'waste of which mcg were typed as mg',
    { ...untold, given: mg(36), wasted: mg(9_000) },
    /^903 units are 9,030 mg/,
  ],
  [
    'amounts/unit-slip',
    'a trial in mg',
    trialOf(mg(50)),
    /^1000 units are 50 mg, a hundred times the usual largest trial dose \(100 mcg\) or more\. .*50 mcg would fit/,
  ],
  ['amounts/unit-slip', 'a pump fill as a trial', trialOf(mg(36)), /^720 units are 36 mg/],
  [
    'modifier/jw-jz',
    'JW and JZ on one claim',
    { ...medicare({}), ...waste },
    /JW and JZ are on one claim/,
    putsOn('JZ'),
  ],
  [
    'modifier/jw-jz',
    'JW and JZ on one line',
    { ...medicare({ modifierOrder: ['JZ', 'JW'] }), given: mg(40), wasted: noMass },
    /JW and JZ are on one claim/,
    putsOn('JW'),
  ],
  [
    'modifier/jw-jz',
    'JW that the payer does not take',
    { ...commercial({ jw: 'not-accepted', jz: 'not-accepted' }), ...waste },
    /^JW is on the line, and the profile Prairie Health says that the payer does not take it/,
    putsOn('JW'),
  ],
  [
    'modifier/jw-jz',
    'JZ that the payer does not take',
    { ...commercial({ jw: 'required', jz: 'not-accepted' }), given: mg(40), wasted: noMass },
    /^JZ is on the line, and the profile Prairie Health says that the payer does not take it/,
    putsOn('JZ'),
  ],
  [
    'modifier/jw-jz',
    'JW that the payer does not take yet',
    { ...commercial({ jw: 'accepted', jwFrom: day('2026-06-01') }), ...waste },
    /takes it only from 06\/01\/2026/,
    putsOn('JW'),
  ],
  [
    'modifier/jw-jz',
    'JZ that the payer does not take yet',
    { ...commercial({ jz: 'required', jzFrom: day('2026-05-21') }), given: mg(40), wasted: noMass },
    /takes it only from 05\/21\/2026/,
    putsOn('JZ'),
  ],
  [
    'modifier/jw-jz',
    'Medicare, neither JW nor JZ',
    { ...medicare({ jz: 'not-required' }), given: mg(40), wasted: noMass },
    /neither JW nor JZ, and Medicare returns it/,
  ],
  [
    'modifier/jw-jz',
    'Medicare, waste without JW',
    { ...medicare({ jw: 'not-required' }), ...waste },
    /neither JW nor JZ, and Medicare returns it/,
  ],
  [
    'modifier/kd',
    'KD that the payer does not take',
    { ...commercial({ kd: false }), kd: true },
    /profile Prairie Health says that the payer does not take it/,
  ],
  [
    'modifier/kd',
    'KD that the payer does not take, whatever put it on',
    commercial({ kd: false }),
    /says that the payer does not take it/,
    putsOn('KD'),
  ],
  [
    'modifier/in-force',
    'KD before its first day',
    { ...medicare({}), kd: true, dateOfService: day('2003-12-31') },
    /KD began on 01\/01\/2004, after the date of service/,
  ],
  [
    'modifier/in-force',
    'TB before its first day',
    { ...medicare({}), dateOfService: day('2016-05-20') },
    /TB began on 01\/01\/2018/,
    putsOn('TB'),
  ],
  [
    'modifier/in-force',
    'JG before its first day',
    { ...medicare({}), dateOfService: day('2016-05-20') },
    /JG began on 01\/01\/2018/,
    putsOn('JG'),
  ],
  [
    'modifier/in-force',
    'JG after its end',
    { ...medicare({}), dateOfService: day('2025-01-01') },
    /JG has ended: since 01\/01\/2025 it is TB\./,
    putsOn('JG'),
  ],
  [
    'modifier/in-force',
    'JZ before its first day',
    { ...medicare({}), dateOfService: day('2022-12-31') },
    /JZ began on 01\/01\/2023/,
    putsOn('JZ'),
  ],
  ['coverage/diagnosis', 'no diagnosis', { diagnoses: [] }, /No diagnosis code was entered for item 21/],
  [
    'coverage/diagnosis',
    'no diagnosis, commercial',
    { payer: 'commercial', diagnoses: [] },
    /No diagnosis code was entered for item 21/,
  ],
  ['coverage/diagnosis', 'the heading G35', { diagnoses: ['G80.1', 'G35'] }, /^G35 is a heading/],
  ['coverage/diagnosis', 'the heading G35.C', { diagnoses: ['G35.C'] }, /^G35\.C is a heading/],
  [
    'coverage/diagnosis',
    'G35.A before its first day',
    { diagnoses: ['G35.A'], dateOfService: day('2025-09-30') },
    /began on 10\/01\/2025/,
  ],
  ...[
    'G80',
    'G81.1',
    'G82.2',
    'G82',
    'I69.35',
    'M62.83',
    'S06.2X9',
    'S06',
    'S14.109',
    'S24.1',
    'T85.610',
    'Z45.4',
    'G95',
    'R25',
  ].map((heading): CertainRow => [
    'coverage/diagnosis',
    `the heading ${heading}`,
    { diagnoses: ['G80.1', heading] },
    new RegExp(`^${heading.replace('.', '\\.')} is a heading`),
  ]),
  ['coverage/diagnosis', 'two headings', { diagnoses: ['G80', 'G81.1'] }, /^G80 and G81\.1 are headings/],
  [
    'payment/dme',
    'Medicare, by an equipment supplier',
    { payer: 'medicare-part-b', setting: 'dme-supplier' },
    /a supplier’s daily limit \(MUE\) of J0475 is 0/,
  ],
];

/**
 * What is certain to bring a claim back: a change that does it to any pump fill that was sound before, under a rule
 * book.
 */
export const certainRows = rows.map(
  ([rule, what, change, says, book = ruleBook]) => [rule, what, change, says, book] as const,
);
