/** What to know before a format is used. */
export const Notes = ({ notes }: { notes: readonly string[] }) =>
  notes.map((note) => (
    <p key={note} className="warning">
      {note}
    </p>
  ));
