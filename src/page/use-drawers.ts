import { useCallback, useMemo, useState } from 'react';

/** What stands beside the worksheet and is opened over it. */
export const drawerTitles = {
  day: 'Claims of the day',
  handover: 'Claim forms and files',
  price: 'Price of a visit',
  therapy: 'Therapy over time',
  vials: 'Vials',
  file: 'The clinic’s file',
  profiles: 'Payer profiles',
  tables: 'Tables and dates',
  denials: 'A claim came back',
  reference: 'Reference',
} as const;
export type DrawerName = keyof typeof drawerTitles;
export const drawerNames = Object.keys(drawerTitles) as readonly DrawerName[];

type OpenDrawers = {
  readonly open: DrawerName | null;
  /** Drawers that were opened at least once: what was typed in one stays while it is closed. */
  readonly visited: readonly DrawerName[];
};

export type DrawersOfPage = OpenDrawers & {
  readonly onOpen: (name: DrawerName) => void;
  readonly onClose: () => void;
  /** Another claim begins: what was typed of the last one in a drawer goes with it. */
  readonly forgetClaim: () => void;
  /** Another clinic’s file was opened: of the drawers stays that of the file. */
  readonly forgetClinic: () => void;
  readonly forget: () => void;
};

const noDrawers: OpenDrawers = { open: null, visited: [] };
/** Drawers that look at the claim; what the others hold is the clinic’s. */
const ofTheClaim: readonly DrawerName[] = ['handover', 'price', 'denials'];

/** Which drawer is open, and which hold something that was typed. */
export function useDrawers(): DrawersOfPage {
  const [drawers, setDrawers] = useState(noDrawers);
  const onOpen = useCallback(
    (open: DrawerName) =>
      setDrawers(({ visited }) => ({ open, visited: visited.includes(open) ? visited : [...visited, open] })),
    [],
  );
  const onClose = useCallback(() => setDrawers((before) => ({ ...before, open: null })), []);
  const forgetClaim = useCallback(
    () => setDrawers(({ visited }) => ({ open: null, visited: visited.filter((name) => !ofTheClaim.includes(name)) })),
    [],
  );
  const forgetClinic = useCallback(() => setDrawers(({ open }) => ({ open, visited: ['file'] })), []);
  const forget = useCallback(() => setDrawers(noDrawers), []);
  return useMemo(
    () => ({ ...drawers, onOpen, onClose, forgetClaim, forgetClinic, forget }),
    [drawers, onOpen, onClose, forgetClaim, forgetClinic, forget],
  );
}
