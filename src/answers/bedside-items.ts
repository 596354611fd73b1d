/**
 * `pump`: of an implanted pump only. What refill sheets record besides volumes and drug (row `products 4`); all of it
 * good practice, none asked for by a payer text read.
 */
export const bedsideItems = [
  { id: 'second-person', label: 'Drug and dose checked by a second person', pump: false },
  { id: 'port', label: 'Needle in the refill port confirmed, not the catheter access port', pump: true },
  { id: 'template', label: 'Template used', pump: true },
  { id: 'kit', label: 'Refill kit used (A4220)', pump: true },
  { id: 'air', label: 'No air, no leak', pump: true },
  { id: 'symptoms', label: 'Asked about signs of too much or too little drug', pump: false },
  { id: 'printout', label: 'Programmer printout filed', pump: true },
  { id: 'appointment', label: 'Next appointment made, and the patient told what withdrawal feels like', pump: true },
] as const;
