import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { anyRecord } from '../answers/record.fixture';
import { containerAnswers, refillAnswers, worksheetAnswers } from '../answers/worksheet-answers';
import { emptyContainer, emptyWorksheet, type WorksheetText } from '../answers/worksheet-text';
import { containerFates, fates, refillFates, samePatientAgain } from './same-patient';

/** What stays, by name: an answer that is declared later stands in neither list, and fails here until decided. */
const stays = [
  'entry',
  'strength',
  'purpose',
  'route',
  'container',
  'drugSource',
  'otherDrugs',
  'diagnoses',
  'payer',
  'profile',
  'setting',
  'placeOfService',
  'kd',
  'linePerNdc',
  'bought340b',
  'hospital340b',
  'offCampus',
  'custody',
  'priorAuthorization',
  'priorAuthorizationNumber',
  'firstDay',
  'lastDay',
  'unitsApproved',
  'askedOn',
  'patientReference',
  'account',
  'chargePerUnit',
] as const;
const asked = [
  'doseGiven',
  'doseGivenUnit',
  'doseWasted',
  'doseWastedUnit',
  'wasteReason',
  'wasteDate',
  'wasteTime',
  'dateOfService',
  'confirmedCode',
  'confirmedBy',
  'confirmedOn',
  'confirmationReference',
  'labeledAmount',
  'labeledAmountUnit',
  'drugBeside',
  'askedCode',
  'askedModifiers',
  'services',
  'reprogrammed',
  'skillNeeded',
  'attendance',
  'lastFillOn',
  'unitsInPeriod',
  'notice',
  'unitsUsed',
  'records',
  'initials',
  'frequency',
  'originalReference',
  'remittanceCode',
  'remittances',
  'letters',
  'course',
  'filledIn',
  'ticks',
  'overrides',
  'recordId',
  'keptAt',
  'toBill',
  'wasSent',
  'corrects',
  'madeFrom',
  'example',
  'ndcExpiry',
] as const;
const refillStays = [
  'reservoir',
  'reservoirOther',
  'tolerance',
  'diluted',
  'concentration',
  'alarmVolume',
  'leadDays',
  'stabilityDays',
  'pumpModel',
  'paper',
] as const;
const refillAsked = [
  'expected',
  'lastFilled',
  'lastFilledOn',
  'aspirated',
  'diluent',
  'instilled',
  'leftover',
  'leftoverOf',
  'thrownAway',
  'thrownAwayUnit',
  'correction',
  'dailyDose',
  'dailyDoseBefore',
  'concentrationBefore',
  'bridgeBolus',
  'programmerAlarmDate',
  'bedside',
] as const;
const containerStays = ['product', 'strength', 'volume', 'container'] as const;
const containerAsked = ['count', 'lot', 'expiry', 'ofCarton', 'lostSeparator'] as const;

const held = (record: object, name: string) => (record as Readonly<Record<string, unknown>>)[name];

const ofAny = (check: (last: WorksheetText, again: WorksheetText) => void, numRuns = 20) =>
  fc.assert(
    fc.property(anyRecord, (last) => {
      check(last, samePatientAgain(last));
    }),
    { numRuns },
  );

describe('same patient again', () => {
  it('every answer that is declared is decided', () => {
    expect([...stays, ...asked, 'ndc', 'refill', 'sending'].sort()).toEqual(Object.keys(worksheetAnswers).sort());
    expect([...refillStays, ...refillAsked, 'containers'].sort()).toEqual(Object.keys(refillAnswers).sort());
    expect([...containerStays, ...containerAsked, 'ndc'].sort()).toEqual(Object.keys(containerAnswers).sort());
    for (const [decided, answers] of [
      [fates, worksheetAnswers],
      [refillFates, refillAnswers],
      [containerFates, containerAnswers],
    ] as const)
      expect(Object.keys(decided).sort()).toEqual(Object.keys(answers).sort());
  });

  it.each(stays)('%s stays', (name) => {
    ofAny((last, again) => expect(held(again, name)).toEqual(held(last, name)));
  });
  it.each(asked)('%s is asked anew', (name) => {
    ofAny((_, again) => expect(held(again, name)).toEqual(held(emptyWorksheet, name)));
  });
  it.each(refillStays)('%s of a refill stays', (name) => {
    ofAny((last, again) => expect(held(again.refill, name)).toEqual(held(last.refill, name)));
  });
  it.each(refillAsked)('%s of a refill is asked anew', (name) => {
    ofAny((_, again) => expect(held(again.refill, name)).toEqual(held(emptyWorksheet.refill, name)));
  });
  it('who takes part stays, and what the payer before did with the last claim is asked anew', () => {
    ofAny((last, again) => {
      const anew = {
        payments: [],
        otherPaidOn: '',
        otherClaimNumber: '',
        patientPaid: '',
        referralNumber: '',
        paperworkType: '',
        paperworkBy: '',
        paperworkNumber: '',
        signedOn: '',
        reasonForVisit: '',
      };
      expect(again.sending).toEqual({ ...last.sending, ...anew });
    });
  });
  it('of each container the product stays, and nothing of a single one', () => {
    ofAny((last, again) => {
      for (const row of again.refill.containers) {
        for (const name of containerAsked) expect(row[name]).toEqual(emptyContainer[name]);
        const stood = [...last.refill.containers, emptyContainer];
        expect(stood.some((each) => containerStays.every((name) => each[name] === row[name]))).toBe(true);
      }
    }, 200);
  });

  const vial = { ...emptyContainer, product: '66794015702', ndc: '66794-0157-02', count: '1', lot: 'A1' };
  const ofContainers = (containers: WorksheetText['refill']['containers']): WorksheetText => ({
    ...emptyWorksheet,
    refill: { ...emptyWorksheet.refill, containers },
  });

  it('two lots of one product are one row, with an empty one to go on with', () => {
    const { containers } = samePatientAgain(
      ofContainers([vial, { ...vial, lot: 'B2', expiry: '03/31/2028' }, emptyContainer]),
    ).refill;
    expect(containers).toEqual([{ ...emptyContainer, product: '66794015702', ndc: '66794-0157-02' }, emptyContainer]);
  });

  it.each([
    ['an NDC', '66794-157-02', '66794-0157-02'],
    ['eleven digits', '66794015702', '66794-0157-02'],
    ['a barcode with lot and expiry', '01003667941570241728033110AB1', '66794-0157-02'],
    ['a text that names no product', '6679415', ''],
    ['nothing', '', ''],
  ])('%s is carried as its product alone', (_, ndc, carried) => {
    const again = samePatientAgain({ ...ofContainers([{ ...vial, ndc }]), ndc });
    expect([again.ndc, again.refill.containers[0]?.ndc]).toEqual([carried, carried]);
  });

  it('leaves the last record as it was, and shares nothing with it', () => {
    const last: WorksheetText = { ...emptyWorksheet, sending: { ...emptyWorksheet.sending, memberId: 'M1' } };
    const before = JSON.stringify(last);
    const again = samePatientAgain(last);
    again.sending.memberId = 'M2';
    again.refill.containers.push(emptyContainer);
    expect(JSON.stringify(last)).toBe(before);
  });
});
