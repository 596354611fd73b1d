/** A place on the scale below a strip, with what it is; near an end its name keeps within. */
export const Tick = ({ at, says }: { at: number; says: string }) => (
  <>
    <line x1={`${at}%`} x2={`${at}%`} y1="24" y2="28" />
    <text x={`${at}%`} y="41" textAnchor={at < 8 ? 'start' : at > 92 ? 'end' : 'middle'}>
      {says}
    </text>
  </>
);
