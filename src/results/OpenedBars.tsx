import { drugsOf } from '../engine/claim-lines';
import type { PreparedClaim } from '../engine/prepared-claim';
import { vialBars } from '../engine/vial-bars';
import { VialBar } from './VialBar';

/** What was opened for the drug of a claim; for each of two by its code. */
export function OpenedBars({ claim }: { claim: PreparedClaim }) {
  const drawn = drugsOf(claim).flatMap((drug) => vialBars(drug) ?? []);
  const [only, ...others] = drawn;
  if (!only) return null;
  if (others.length === 0) return <VialBar bars={only} />;
  return drawn.map((bars) => (
    <section key={bars.hcpcs} aria-label={`Opened for ${bars.hcpcs}`}>
      <p>
        <strong>{bars.hcpcs}</strong>
      </p>
      <VialBar bars={bars} />
    </section>
  ));
}
