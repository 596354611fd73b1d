/** What refill sheets record besides volumes and drug (row `products 4`); all of it good practice, none asked for by a payer text read. */
export const bedsideItems = [
  { id: 'second-person', label: 'Drug and programming checked by a second person' },
  { id: 'port', label: 'Needle in the refill port confirmed, not the catheter access port' },
  { id: 'template', label: 'Template used' },
  { id: 'kit', label: 'Refill kit used (A4220)' },
  { id: 'air', label: 'No air, no leak' },
  { id: 'symptoms', label: 'Asked about signs of too much or too little drug' },
  { id: 'printout', label: 'Programmer printout filed' },
  { id: 'appointment', label: 'Next appointment made, and the patient told what withdrawal feels like' },
] as const;
