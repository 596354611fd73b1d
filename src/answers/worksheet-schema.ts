import * as z from 'zod/mini';
import type { IsoDate } from '../engine/dated';
import type { Encounter } from '../engine/encounter';
import type { PayerProfile } from '../engine/payer-profile';
import type { Answer, Answers, Choice, TextOf } from './answer';
import { readEncounter } from './read-worksheet';
import { worksheetAnswers } from './worksheet-answers';

// Compiling checks with `new Function` is what the page's content security policy forbids.
z.config({ jitless: true });

/**
 * The schema of the form: text in, facts out, with every problem beside the field it belongs to. Made when the
 * worksheet is first checked, not while the page loads.
 */
export const worksheetSchema = (today: IsoDate, profiles: readonly PayerProfile[] = []) =>
  z.pipe(
    objectOf(worksheetAnswers),
    z.transform((worksheet, context): Encounter => {
      const { encounter } = readEncounter(worksheet, today, profiles, (field, message) => {
        context.issues.push({ code: 'custom', input: undefined, path: field.split('.'), message });
      });
      return encounter ?? z.NEVER;
    }),
  );

/** What the form may hold of such answers: text of any kind, and of choices only what can be chosen. */
function objectOf<D extends Answers>(answers: D) {
  const shape = Object.fromEntries(Object.entries(answers).map(([name, answer]) => [name, schemaOf(answer)]));
  return z.object(shape) as unknown as z.ZodMiniType<TextOf<D>, TextOf<D>>;
}

function schemaOf(answer: Answer): z.ZodMiniType {
  switch (answer.kind) {
    case 'text':
      return z.string();
    case 'choice':
      return z.enum([...valuesOf(answer.choices), answer.empty]);
    case 'several':
      return z.array(answer.choices ? z.enum(valuesOf(answer.choices)) : z.string());
    case 'flag':
      return z.boolean();
    case 'group':
      return objectOf(answer.answers);
    case 'rows':
      return z.array(objectOf(answer.answers));
  }
}

const valuesOf = (choices: readonly Choice[]): string[] => choices.map(({ value }) => value);
