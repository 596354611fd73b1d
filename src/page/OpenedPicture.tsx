import { Suspense, use } from 'react';
import type { PreparedClaim } from '../engine/prepared-claim';
import { ClaimContext } from '../fields/form';
import { lateParts } from './load-later';

/** What was opened, drawn once there is a claim: below all that the claim needs, so that no field moves for it. */
function OpenedPicture() {
  const claim = use(ClaimContext);
  return claim ? <Opened claim={claim} /> : null;
}

function Opened({ claim }: { claim: PreparedClaim }) {
  const { OpenedBars } = lateParts.loaded() ?? use(lateParts.load());
  return <OpenedBars claim={claim} />;
}

export const openedPicture = (
  <Suspense fallback={null}>
    <OpenedPicture />
  </Suspense>
);
