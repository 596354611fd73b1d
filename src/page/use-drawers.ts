import { useCallback, useMemo, useState } from 'react';
import { forgetDraftsOf, type Drafts } from '../fields/drafts';

/** What stands beside the worksheet and is opened over it. */
export const drawerTitles = {
  day: 'Claims of the day',
  remittances: 'Remittances (835)',
  handover: 'Claim forms and files',
  price: 'Price of a visit',
  batch: 'Claims from a CSV',
  therapy: 'Therapy over time',
  vials: 'Vials',
  clinic: 'Providers and payers',
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

/** The drawers as a value: which are open, and what is half typed in them. */
export type HeldDrawers = OpenDrawers & { readonly drafts: readonly (readonly [string, unknown])[] };

export type DrawersOfPage = OpenDrawers & {
  readonly drafts: Drafts;
  readonly onOpen: (name: DrawerName) => void;
  readonly onClose: () => void;
  /** Another claim begins: what was typed of the last one in a drawer goes with it. */
  readonly forgetClaim: () => void;
  /** Another clinic’s file was opened: of the drawers stays that of the file. */
  readonly forgetClinic: () => void;
  readonly forget: () => void;
  /** All that they hold, and the way back from it: but for that of the file, in which a passphrase is typed. */
  readonly hold: () => HeldDrawers;
  readonly bringBack: (held: HeldDrawers) => void;
};

const noDrawers: OpenDrawers = { open: null, visited: [] };
/** Drawers that look at the claim; what the others hold is the clinic’s. */
const ofTheClaim: readonly DrawerName[] = ['handover', 'price', 'denials'];

/** Which drawer is open, and which hold something that was typed. */
export function useDrawers(): DrawersOfPage {
  const [drawers, setDrawers] = useState(noDrawers);
  const [drafts] = useState<Drafts>(() => new Map());
  const onOpen = useCallback(
    (open: DrawerName) =>
      setDrawers(({ visited }) => ({ open, visited: visited.includes(open) ? visited : [...visited, open] })),
    [],
  );
  const onClose = useCallback(() => setDrawers((before) => ({ ...before, open: null })), []);
  const forgetClaim = useCallback(() => {
    forgetDraftsOf(drafts, ofTheClaim);
    setDrawers(({ visited }) => ({ open: null, visited: visited.filter((name) => !ofTheClaim.includes(name)) }));
  }, [drafts]);
  const forgetClinic = useCallback(() => {
    drafts.clear();
    setDrawers(({ open }) => ({ open, visited: ['file'] }));
  }, [drafts]);
  const forget = useCallback(() => {
    drafts.clear();
    setDrawers(noDrawers);
  }, [drafts]);
  const hold = useCallback(() => heldOf(drawers, drafts), [drafts, drawers]);
  const bringBack = useCallback(
    ({ drafts: held, ...back }: HeldDrawers) => {
      for (const [name, draft] of held) drafts.set(name, draft);
      setDrawers(back);
    },
    [drafts],
  );
  return useMemo(
    () => ({ ...drawers, drafts, onOpen, onClose, forgetClaim, forgetClinic, forget, hold, bringBack }),
    [drawers, drafts, onOpen, onClose, forgetClaim, forgetClinic, forget, hold, bringBack],
  );
}

const heldOf = ({ open, visited }: OpenDrawers, drafts: Drafts): HeldDrawers => ({
  open: open === 'file' ? null : open,
  visited: visited.filter((name) => name !== 'file'),
  drafts: [...drafts],
});
