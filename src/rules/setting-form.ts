import type { FormItems } from '../engine/claim';
import type { Setting } from '../engine/encounter';

const hospitalForms: readonly Setting[] = ['hospital-outpatient', 'critical-access-hospital', 'inpatient'];
/** On which form a setting bills: row form by setting. */
export function formOf(setting: Setting): FormItems['form'] {
  if (hospitalForms.includes(setting)) return 'institutional';
  return setting === 'rhc' || setting === 'fqhc' ? 'either' : 'professional';
}

/** "item 21" of a CMS-1500, "FL 67" of a UB-04, or both where the form was not read. */
export function onForm(setting: Setting, item: string, locator: string): string {
  const form = formOf(setting);
  if (form === 'either') return `${item} or ${locator}`;
  return form === 'institutional' ? locator : item;
}
