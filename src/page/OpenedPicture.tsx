import { Suspense, use } from 'react';
import type { PreparedClaim } from '../engine/prepared-claim';
import { ClaimContext } from '../fields/form';
import { lateParts } from './load-later';

/** What was opened, drawn below the dose; its place is kept while there is no claim, so that no field moves. */
function OpenedPicture() {
  const claim = use(ClaimContext);
  return <div className="vials-place">{claim ? <Opened claim={claim} /> : <NotYet />}</div>;
}

const NotYet = () => (
  <p className="section-note">What was opened is drawn here, unit by unit, once there is a claim.</p>
);

function Opened({ claim }: { claim: PreparedClaim }) {
  const { VialBar, vialBars } = lateParts.loaded() ?? use(lateParts.load());
  const bars = vialBars(claim);
  return bars ? <VialBar bars={bars} /> : null;
}

export const openedPicture = (
  <Suspense fallback={null}>
    <OpenedPicture />
  </Suspense>
);
