import { useRef, useState } from 'react';
import type { PayerOfText } from '../engine/clinic-file';
import type { PayerProfile } from '../engine/payer-profile';
import type { Session } from './ask';
import type { TextsOfFile } from './column-texts';
import type { Mapping } from './mapping';
import { proposedPayers, withPayer } from './payers-of-file';

type PayersState = {
  /** What the payer column holds; null while it is looked through, or where there is none. */
  readonly texts: TextsOfFile | null;
  /** What the clinic says that payers of its files are. */
  readonly told: readonly PayerOfText[];
};

/** Where the payers stand; undefined where no column of the file tells them. */
export const placeOfPayer = ({ payer }: Mapping): number | undefined =>
  payer && 'places' in payer ? payer.places[0] : undefined;

/** What a file calls its payers, and what the clinic says that they are. */
export function usePayers(profiles: readonly PayerProfile[]) {
  const [{ texts, told }, setState] = useState<PayersState>({ texts: null, told: [] });
  const looked = useRef<Promise<TextsOfFile | null>>(Promise.resolve(null));
  const counting = useRef<readonly PayerOfText[]>(told);
  const show = (found: TextsOfFile | null, counts: readonly PayerOfText[]) => {
    counting.current = counts;
    setState({ texts: found, told: counts });
  };
  /** The same list where nothing is proposed. */
  const withProposed = (before: readonly PayerOfText[], found: TextsOfFile | null): readonly PayerOfText[] => {
    const proposed = found ? proposedPayers(found.texts, profiles, before) : [];
    return proposed.length > 0 ? [...before, ...proposed] : before;
  };
  /**
   * Looks the payer column through; `kept` is what was said before, where the file is another. Gives what then counts
   * for it.
   */
  const look = async (
    session: Session,
    mapping: Mapping,
    kept: readonly PayerOfText[] = told,
  ): Promise<readonly PayerOfText[]> => {
    const place = placeOfPayer(mapping);
    const looking = place === undefined ? Promise.resolve(null) : textsOf(session, place);
    looked.current = looking;
    show(null, kept);
    const found = await looking;
    const counts = withProposed(kept, found);
    if (looked.current === looking) show(found, counts);
    return counts;
  };
  const say = (text: string, chosen: Pick<PayerOfText, 'payer' | 'profile'> | null) =>
    show(texts, withPayer(counting.current, text, chosen));
  /** What was said, and what is proposed once the column was looked through: what the page then shows. */
  const settled = async () => {
    await looked.current;
    return counting.current;
  };
  return { texts, told, look, say, settled };
}

/** Null where the file cannot be looked through: then its run says so. */
const textsOf = (session: Session, place: number): Promise<TextsOfFile | null> =>
  session.ask('texts', { place }).then(
    (found) => ('refused' in found ? null : found),
    () => null,
  );
