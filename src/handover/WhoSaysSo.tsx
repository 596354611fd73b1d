import { SourcesOf } from '../results/Sources';
import { Unfolding } from '../results/Unfolding';

/** Where a format was read, when, and how well it is known. */
export const WhoSaysSo = ({ rows }: { rows: readonly string[] }) => (
  <Unfolding className="who" summary="Who says so">
    {() => <SourcesOf rows={rows} />}
  </Unfolding>
);
