/** What was ticked beside the drug is held against its pairs, and written nowhere yet: told where something is. */
export function DrugAlone({ companions }: { companions: readonly string[] }) {
  if (companions.length === 0) return null;
  return (
    <p className="warning">
      Here are the drug lines alone, with their total. Add {companions.join(', ')} and the charge for it in your system.
    </p>
  );
}

/** What to know before a format is used. */
export const Notes = ({ notes }: { notes: readonly string[] }) =>
  notes.map((note) => (
    <p key={note} className="warning">
      {note}
    </p>
  ));
