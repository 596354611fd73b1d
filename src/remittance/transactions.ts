/** What else comes in such files, and where it belongs. */
const others: Readonly<Record<string, string>> = {
  '837': 'a claim file, as you send it',
  '999': 'an acknowledgment that a file was taken in',
  '997': 'an acknowledgment that a file was taken in',
  '277': 'a claim acknowledgment or a claim’s status',
  '276': 'a question about a claim’s status',
  '271': 'an answer about eligibility',
  '270': 'a question about eligibility',
  '278': 'a request for authorization or its answer',
  '834': 'an enrollment file',
  '820': 'a premium payment',
  '824': 'an application advice',
  '835': 'a remittance',
};

/** "an 837, a claim file, as you send it". */
export const transactionWords = (name: string): string => {
  const known = others[name];
  if (known !== undefined) return `${name.startsWith('8') ? 'an' : 'a'} ${name}, ${known}`;
  if (name === '') return 'a transaction without a name';
  return `a transaction named “${name.slice(0, 10)}”, which is unknown`;
};
