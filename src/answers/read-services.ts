import { asciiUpper } from '../engine/ascii';
import type { BilledService } from '../engine/encounter';
import { unitsOf, type BillingUnits, type Money } from '../engine/quantity';
import { bounded, problem, trimmed, type Reading } from '../engine/typed';
import type { AnswerReader } from './answer-reader';
import type { ServiceField } from './field-names';
import { readCode, readCount, readDiagnoses, readMoney } from './read-answers';
import { codeOf, mostServices } from './service-rows';
import { emptyService, type ServiceText, type WorksheetText } from './worksheet-text';

/** X12 would read a fifth as a description, without an error. */
const mostModifiers = 4;
const mostPointers = 4;
const letters = 'ABCDEFGHIJKL';
const drugCodes = ['J0475', 'J0476'];

/** A row that was added and not filled yet. */
const isBlank = (service: ServiceText): boolean =>
  (Object.keys(emptyService) as (keyof ServiceText)[]).every(
    (name) => service[name].trim() === '' || service[name] === emptyService[name],
  );

/**
 * What is billed beside the drug, row by row; each problem is told at its field.
 */
export function readServices(
  worksheet: Pick<WorksheetText, 'services' | 'confirmedCode' | 'diagnoses'>,
  { required, optional, refuse }: AnswerReader,
): readonly BilledService[] {
  const { services, confirmedCode } = worksheet;
  if (services.length === 0) return none;
  const diagnoses = diagnosesIn(worksheet);
  const filled = services.filter((service) => !isBlank(service)).length;
  if (filled > mostServices) refuse('services', `At most ${mostServices} codes go on one claim beside the drug`);
  return services.flatMap((service, row): BilledService[] => {
    if (isBlank(service)) return [];
    const field = <Name extends keyof ServiceText & string>(name: Name): ServiceField => `services.${row}.${name}`;
    const of = codeOf(service) || 'this code';
    const code = required(field('code'), service.code, readServiceCode(confirmedCode), 'Enter the code');
    const units = required(
      field('units'),
      service.units,
      (typed) => readServiceUnits(typed, of),
      `Enter the units of ${of}`,
    );
    const chargePerUnit = optional(field('charge'), service.charge, (typed) => readCharge(typed, of));
    const modifiers = optional(field('modifiers'), service.modifiers, (typed) => readModifiers(typed, of));
    const pointers = optional(field('pointers'), service.pointers, (typed) => readPointers(typed, of, diagnoses));
    return code && units ? [{ code, modifiers: modifiers ?? [], units, chargePerUnit, pointers }] : [];
  });
}

const none: readonly BilledService[] = [];

/** How many diagnoses are entered; null while they cannot be read. */
function diagnosesIn({ diagnoses }: Pick<WorksheetText, 'diagnoses'>): number | null {
  if (diagnoses.trim() === '') return 0;
  const reading = readDiagnoses(diagnoses);
  return 'value' in reading ? reading.value.length : null;
}

const readServiceCode =
  (confirmedCode: string) =>
  (typed: string): Reading<string> => {
    const reading = readCode(typed, 'The code');
    if ('problem' in reading) return problem('A CPT or HCPCS code has five characters, like 62370');
    return drugCodes.includes(reading.value) || reading.value === confirmedCode
      ? problem(`${reading.value} is the drug itself: its line is made from the dose`)
      : reading;
  };

function readServiceUnits(typed: string, code: string): Reading<BillingUnits> {
  const reading = readCount(typed.replace(/\s*units?\s*$/i, ''), `Units of ${code}`, { from: 1, through: 9_999 });
  return 'value' in reading ? { value: unitsOf(reading.value) } : reading;
}

const readCharge = (typed: string, code: string): Reading<Money> => readMoney(typed, `Charge of ${code}`);

/** "59 RT", "59,RT" or "59-RT". */
export const readModifiers = bounded((typed: string, code: string): Reading<readonly string[]> => {
  const modifiers = asciiUpper(trimmed(typed))
    .split(/[\s,;/⏎-]+/)
    .filter((each) => each !== '');
  const odd = modifiers.find((each) => !/^[A-Z0-9]{2}$/.test(each));
  if (odd !== undefined)
    return problem(`“${odd.slice(0, 12)}” is no modifier of ${code}: it has two characters, like 59`);
  if (new Set(modifiers).size < modifiers.length) return problem(`A modifier of ${code} stands twice`);
  return modifiers.length > mostModifiers
    ? problem(`A line has room for ${mostModifiers} modifiers, and ${code} has ${modifiers.length}`)
    : { value: modifiers };
});

/** "AB", "A, B": places of the diagnoses, from 1. */
const readPointers = bounded((typed: string, code: string, diagnoses: number | null): Reading<readonly number[]> => {
  const typedLetters = [...asciiUpper(trimmed(typed)).replace(/[\s,;⏎]+/g, '')];
  const places = typedLetters.map((letter) => letters.indexOf(letter) + 1);
  if (places.length === 0 || places.includes(0)) return problem(`${code} points to its diagnoses by letters, like AB`);
  if (new Set(places).size < places.length) return problem(`${code} points to a diagnosis twice`);
  if (places.length > mostPointers) return problem(`${code} can point to ${mostPointers} diagnoses at most`);
  const missing = diagnoses === null ? -1 : places.findIndex((place) => place > diagnoses);
  return missing < 0
    ? { value: places }
    : problem(`${code} points to diagnosis ${typedLetters[missing]}, which is not entered`);
});
