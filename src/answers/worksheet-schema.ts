import * as z from 'zod/mini';
import type { IsoDate } from '../engine/dated';
import { attendances, companionCodes, containers, custodies, drugSources, habitModifiers, hospitals340b, notices, offCampuses, priorAuthorizationStatuses, purposes, reprogrammings, routes, settings, unlistedCodes, type Encounter } from '../engine/encounter';
import { type PayerProfile, payers } from '../engine/payer-profile';
import { readEncounter } from './read-worksheet';
import { amountUnits, entries, leftovers, papers, reservoirs, yesOrNo } from './worksheet-text';

// Compiling checks with `new Function` is what the page's content security policy forbids.
z.config({ jitless: true });

/**
 * The schema of the form: text in, facts out, with every problem beside the field it belongs to. Made when the
 * worksheet is first checked, not while the page loads.
 */
export function worksheetSchema(today: IsoDate, profiles: readonly PayerProfile[] = []) {
  const text = z.string();
  return z.pipe(
    z.object({
      entry: z.enum(entries),
      refill: refillSchema(),
      doseGiven: text,
      doseGivenUnit: z.enum(amountUnits),
      doseWasted: text,
      doseWastedUnit: z.enum(amountUnits),
      strength: text,
      wasteReason: text,
      wasteDate: text,
      wasteTime: text,
      dateOfService: text,
      purpose: z.enum(purposes),
      route: z.enum(routes),
      confirmedCode: orNone(unlistedCodes),
      confirmedBy: text,
      confirmedOn: text,
      confirmationReference: text,
      container: z.enum(containers),
      labeledAmount: text,
      labeledAmountUnit: z.enum(amountUnits),
      drugSource: z.enum(drugSources),
      otherDrugs: text,
      ndc: text,
      diagnoses: text,
      askedCode: text,
      askedModifiers: z.array(z.enum(habitModifiers)),
      companions: z.array(z.enum(companionCodes)),
      reprogrammed: orNone(reprogrammings),
      skillNeeded: orNone(yesOrNo),
      payer: orNone(payers),
      profile: text,
      setting: orNone(settings),
      placeOfService: text,
      attendance: orNone(attendances),
      lastFillOn: text,
      unitsInPeriod: text,
      kd: z.boolean(),
      linePerNdc: z.boolean(),
      bought340b: z.boolean(),
      hospital340b: orNone(hospitals340b),
      offCampus: z.enum(offCampuses),
      custody: z.enum(custodies),
      notice: z.enum(notices),
      priorAuthorization: z.enum(priorAuthorizationStatuses),
      priorAuthorizationNumber: text,
      firstDay: text,
      lastDay: text,
      unitsApproved: text,
      unitsUsed: text,
      askedOn: text,
      records: z.array(text),
      patientReference: text,
      account: text,
      initials: text,
      chargePerUnit: text,
      sending: sendingSchema(),
      frequency: z.enum(['1', '7', '8']),
      originalReference: text,
      remittanceCode: text,
      ticks: z.object({ patient: z.array(text), facts: text, keys: z.array(text) }),
      overrides: z.array(z.object({ finding: text, who: text, on: text, why: text })),
      example: text,
    }),
    z.transform((worksheet, context): Encounter => {
      const { encounter } = readEncounter(worksheet, today, profiles, (field, message) => {
        context.issues.push({ code: 'custom', input: undefined, path: field.split('.'), message });
      });
      return encounter ?? z.NEVER;
    }),
  );
}

function sendingSchema() {
  const text = z.string();
  return z.object({
    typedFor: text,
    subscriberLast: text,
    subscriberFirst: text,
    memberId: text,
    groupNumber: text,
    birthDate: text,
    sex: z.enum(['F', 'M', 'U', '']),
    subscriberStreet: text,
    subscriberCity: text,
    subscriberState: text,
    subscriberZip: text,
    payerName: text,
    payerId: text,
    accountNumber: text,
    filingIndicator: text,
    acceptsAssignment: z.enum(['A', 'C']),
    benefitsAssigned: z.enum(['Y', 'N', 'W']),
    release: z.enum(['Y', 'I']),
  });
}

function refillSchema() {
  const text = z.string();
  return z.object({
    containers: z.array(
      z.object({
        product: text,
        ndc: text,
        count: text,
        lot: text,
        expiry: text,
        strength: text,
        volume: text,
        container: z.enum(containers),
        ofCarton: z.boolean(),
        lostSeparator: z.boolean(),
      }),
    ),
    reservoir: orNone(reservoirs),
    reservoirOther: text,
    expected: text,
    lastFilled: text,
    lastFilledOn: text,
    aspirated: text,
    tolerance: text,
    diluted: z.boolean(),
    diluent: text,
    concentration: text,
    instilled: text,
    leftover: orNone(leftovers),
    leftoverOf: text,
    thrownAway: text,
    thrownAwayUnit: z.enum(amountUnits),
    correction: text,
    dailyDose: text,
    dailyDoseBefore: text,
    concentrationBefore: text,
    bridgeBolus: orNone(yesOrNo),
    alarmVolume: text,
    leadDays: text,
    stabilityDays: text,
    programmerAlarmDate: text,
    pumpModel: text,
    bedside: z.array(text),
    paper: z.enum(papers),
  });
}

const orNone = <T extends readonly [string, ...string[]]>(values: T) => z.union([z.enum(values), z.literal('')]);
